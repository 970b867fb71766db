//! Lines that are numbered in a way that makes no list: they run on as one paragraph.

use super::{Findings, HIDDEN, Seen};
use crate::markdown::from_html::continued;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// The mark of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    /// The place of the number or the letter among its kind, from 1.
    number: u32,
    style: Style,
    /// Where it begins and where its words do.
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `1 .`, `1-`, `1/`: nothing is lost where it becomes `1.`
    Number(char),
    /// `1°`, `(1)`: the character may be meant.
    Degree,
    Brackets,
    /// `a)`, `a.`, `(a)`
    Letter(char),
    LetterInBrackets,
    /// `A.`, which may be the first letter of a name.
    Capital,
    /// `I.`, `ii)`
    Roman(char),
    /// `1.Un`, `1)Un`
    Glued(char),
}

/// Whether a line may have such a mark and begins with a letter or a bracket.
pub(super) fn is_suspicious(line: &str) -> bool {
    let bytes = line.as_bytes();
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic());
    bytes.first() == Some(&b'(') || matches!(bytes.get(letters.count().min(5)), Some(b')' | b'.'))
}

/// Finds two such lines or more, one below the other, that count from one.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    let mut run: Vec<Mark> = Vec::new();
    let mut are_apart = true;
    let mut at = 0;
    for line in seen.text.split_inclusive('\n') {
        let written = seen.written(at, at + line.len());
        // `i)` is the ninth letter and the first number.
        let marks = marks(seen, at, line);
        at += line.len();
        let follows = |mark: &&Mark| {
            run.last()
                .is_some_and(|last| mark.style == last.style && mark.number == last.number + 1)
        };
        let next = marks.iter().flatten().find(follows);
        let goes_on = next.is_some();
        let begins = || marks.iter().flatten().find(|mark| mark.number == 1);
        let mark = next.or_else(begins).copied();
        if !goes_on {
            tell(seen, &run, are_apart, findings);
            run.clear();
            are_apart = true;
        }
        run.extend(mark);
        // Lines that are broken by force stand below each other.
        let is_last = at == seen.text.len();
        let words = written.trim_end_matches(['\n', '\r']);
        are_apart &= is_last || words.ends_with("  ") || words.ends_with('\\');
    }
    tell(seen, &run, are_apart, findings);
}

/// The marks that a line that begins at a place may have.
fn marks(seen: &Seen, at: usize, line: &str) -> [Option<Mark>; 2] {
    let words = line.trim_start_matches([HIDDEN, ' ', '\t']);
    let start = at + line.len() - words.len();
    let is_frame = |c: char| matches!(c, ' ' | '\t' | '>');
    if !seen.written(at, start).chars().all(is_frame) {
        return [None; 2];
    }
    let one = numbered(words).or_else(|| lettered(words));
    [one, roman(words)].map(|read| {
        let (number, style, length) = read?;
        let rest = &words[length..];
        let after = rest.trim_start_matches([' ', '\u{a0}']);
        let is_apart = after.len() < rest.len() || matches!(style, Style::Glued(_));
        let is_item = is_apart && after.starts_with(|c: char| c.is_alphabetic());
        is_item.then_some(Mark {
            number,
            style,
            start,
            end: start + words.len() - after.len(),
        })
    })
}

/// A number with what makes no item of it.
fn numbered(words: &str) -> Option<(u32, Style, usize)> {
    let inner = words.strip_prefix('(').unwrap_or(words);
    let is_open = inner.len() < words.len();
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = inner[..inner.len() - rest.len()].parse().ok()?;
    let digits = words.len() - rest.len();
    let spaced = rest.trim_start_matches(' ');
    let gap = rest.len() - spaced.len();
    let character = spaced.chars().next()?;
    let mut length = digits + gap + character.len_utf8();
    // `1°)`, `1.-`
    let second = spaced[character.len_utf8()..].chars().next();
    let is_double = !is_open
        && gap == 0
        && matches!(character, '°' | 'º' | '.' | ')')
        && second
            .is_some_and(|second| second != character && matches!(second, ')' | '-' | '.' | '/'));
    if is_double {
        length += 1;
    }
    let style = match (is_open, gap, character) {
        (false, 0, _) if is_double => Style::Number(character),
        (true, 0, ')') => Style::Brackets,
        (false, 0, '°' | 'º') => Style::Degree,
        // `1. un` is an item, and `1.un` may be.
        (false, 0, '.' | ')') if second.is_some_and(char::is_alphabetic) => Style::Glued(character),
        (false, 1, '.' | ')') | (false, 0 | 1, '-' | '–') | (false, 0, '/') => {
            Style::Number(character)
        }
        _ => return None,
    };
    (digits < 4).then_some((number, style, length))
}

/// A letter with a bracket or a point.
fn lettered(words: &str) -> Option<(u32, Style, usize)> {
    let inner = words.strip_prefix('(').unwrap_or(words);
    let is_open = inner.len() < words.len();
    let letter = inner.chars().next().filter(char::is_ascii_alphabetic)?;
    let character = inner[1..].chars().next()?;
    let style = match (is_open, character) {
        (true, ')') => Style::LetterInBrackets,
        (false, ')') => Style::Letter(character),
        // A sentence may begin with an initial: `A. Benali`.
        (false, '.') if letter.is_ascii_lowercase() => Style::Letter(character),
        (false, '.') => Style::Capital,
        _ => return None,
    };
    let number = u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1;
    Some((number, style, usize::from(is_open) + 2))
}

/// A Roman number up to twelve with a bracket or a point.
fn roman(words: &str) -> Option<(u32, Style, usize)> {
    const NUMBERS: [&str; 12] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    let end = words.find(|c: char| !c.is_ascii_alphabetic())?;
    let number = words[..end].to_ascii_lowercase();
    let number = NUMBERS.iter().position(|known| *known == number)?;
    let is_alike = |of: fn(&char) -> bool| words[..end].chars().all(|c| of(&c));
    let character = words[end..].chars().next()?;
    let is_mark = matches!(character, '.' | ')' | '-' | '–')
        && (is_alike(char::is_ascii_lowercase) || is_alike(char::is_ascii_uppercase));
    let length = end + character.len_utf8();
    is_mark.then_some((
        u32::try_from(number).ok()? + 1,
        Style::Roman(character),
        length,
    ))
}

/// Whether lines may begin with the first letters of names: `A. Benali`, with `B. Alami` below it.
fn may_be_names(seen: &Seen, run: &[Mark]) -> bool {
    let begins_name = |mark: &Mark| {
        let after = &seen.text[mark.end..];
        after.starts_with(char::is_uppercase)
    };
    let is_capital = run
        .first()
        .is_some_and(|first| first.style == Style::Capital);
    is_capital && run.iter().all(begins_name)
}

fn tell(seen: &Seen, run: &[Mark], are_apart: bool, findings: &mut Findings) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return;
    };
    if run.len() < 2 || may_be_names(seen, run) {
        return;
    }
    let is_number = matches!(first.style, Style::Number(_) | Style::Glued(_));
    // Nothing but its line makes an item of `1.Un`.
    if are_apart && !matches!(first.style, Style::Glued(_)) {
        return;
    }
    let margin = margin(seen);
    let line_start = |at: usize| seen.text[..at].rfind('\n').map(|end| end + 1);
    // At the margin, a list would end the item that the lines belong to.
    let is_outside =
        |mark: &Mark| line_start(mark.start).is_some_and(|line| mark.start - line < margin.len());
    let start = match line_start(first.start) {
        Some(line) if is_outside(first) => line,
        _ => first.start,
    };
    let mut text = String::new();
    let mut done = start;
    for mark in run {
        match line_start(mark.start) {
            Some(line) if is_outside(mark) => {
                text.push_str(seen.written(done, line));
                text.push_str(&margin);
            }
            _ => text.push_str(seen.written(done, mark.start)),
        }
        match is_number {
            true => text.push_str(&format!("{}. ", mark.number)),
            false => {
                text.push_str("- ");
                text.push_str(seen.written(mark.start, mark.end));
            }
        }
        done = mark.end;
    }
    let span = seen.span(first.start, last.end);
    let markup = seen.written(first.start, first.end).trim();
    let finding = match is_number {
        true => Diagnostic::new(&say::LIST_SIGNS).with("right", "1."),
        false => Diagnostic::new(&say::LIST_LETTERS),
    };
    let finding = finding.with("signs", markup);
    let edit = seen.span(start, last.end);
    // Behind the mark of an item, a further one would begin a list in the list.
    let before = &seen.source[..span.start];
    let frame = before.rsplit('\n').next().unwrap_or_default();
    let is_frame = frame.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
    findings.push((
        match is_frame {
            true => finding.replace(edit, text),
            false => finding,
        },
        span,
    ));
}

/// What stands before the lines of a list that belongs to the item in which a leaf stands: its marks of
/// quotations, and spaces for the rest.
fn margin(seen: &Seen) -> String {
    let before = &seen.source[..seen.start];
    continued(before.rsplit('\n').next().unwrap_or_default())
}
