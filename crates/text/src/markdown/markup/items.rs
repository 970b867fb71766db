//! Lines that are numbered in a way that makes no list: they run on as one paragraph.

use super::{Findings, HIDDEN, Seen};
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
}

/// Whether a line may have such a mark and begins with a letter or a bracket.
pub(super) fn is_suspicious(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.first() == Some(&b'(') || matches!(bytes.get(1), Some(b')' | b'.'))
}

/// Finds two such lines or more, one below the other, that count from one.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    let mut run: Vec<Mark> = Vec::new();
    let mut are_apart = true;
    let mut at = 0;
    for line in seen.text.split_inclusive('\n') {
        let written = seen.written(at, at + line.len());
        let mark = mark(seen, at, line);
        at += line.len();
        let goes_on = run
            .last()
            .zip(mark)
            .is_some_and(|(last, mark)| mark.style == last.style && mark.number == last.number + 1);
        if !goes_on {
            tell(seen, &run, are_apart, findings);
            run.clear();
            are_apart = true;
        }
        run.extend(mark.filter(|mark| goes_on || mark.number == 1));
        // Lines that are broken by force stand below each other.
        let is_last = at == seen.text.len();
        let words = written.trim_end_matches(['\n', '\r']);
        are_apart &= is_last || words.ends_with("  ") || words.ends_with('\\');
    }
    tell(seen, &run, are_apart, findings);
}

/// The mark of a line that begins at a place.
fn mark(seen: &Seen, at: usize, line: &str) -> Option<Mark> {
    let words = line.trim_start_matches([HIDDEN, ' ', '\t']);
    let start = at + line.len() - words.len();
    let is_frame = |c: char| matches!(c, ' ' | '\t' | '>');
    if !seen.written(at, start).chars().all(is_frame) {
        return None;
    }
    let (number, style, length) = numbered(words).or_else(|| lettered(words))?;
    let rest = &words[length..];
    let after = rest.trim_start_matches([' ', '\u{a0}']);
    let is_item = after.len() < rest.len() && after.starts_with(|c: char| c.is_alphabetic());
    is_item.then_some(Mark {
        number,
        style,
        start,
        end: start + words.len() - after.len(),
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
        _ => return None,
    };
    let number = u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1;
    Some((number, style, usize::from(is_open) + 2))
}

fn tell(seen: &Seen, run: &[Mark], are_apart: bool, findings: &mut Findings) {
    let [first, .., last] = run else { return };
    if are_apart {
        return;
    }
    let is_number = matches!(first.style, Style::Number(_));
    let mut text = String::new();
    let mut done = first.start;
    for mark in run {
        text.push_str(seen.written(done, mark.start));
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
    // Behind the mark of an item, a further one would begin a list in the list.
    let before = &seen.source[..span.start];
    let frame = before.rsplit('\n').next().unwrap_or_default();
    let is_frame = frame.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
    findings.push((
        match is_frame {
            true => finding.replace(span, text),
            false => finding,
        },
        span,
    ));
}
