//! Characters and spaces.

use super::Correction;
use super::reader::{after, before, is_apostrophe, is_letter, is_space, words};
use rihla_diagnostics::catalogue::fmt as say;
use rihla_text::language::Spelling;
use rihla_text::markdown::wording;

/// How many words a line has at least that is running text rather than a figure.
const SENTENCE: usize = 5;

/// Finds what is to be corrected in the characters of a line.
pub(super) fn find(text: &str, spelling: &Spelling, is_prose: bool, found: &mut Vec<Correction>) {
    if let Some(per_cent) = spelling.per_cent
        && is_prose
        && text.contains('%')
        && words(text).take(SENTENCE).count() == SENTENCE
    {
        percents(text, per_cent, found);
    }
    if let Some(ending) = spelling.possessive
        && text.contains(is_apostrophe)
    {
        possessives(text, ending, found);
    }
    if text.contains("  ") {
        spaces(text, found);
    }
}

/// Accents apart from their letters, and ligatures, whatever the language.
pub(super) fn letters(text: &str, found: &mut Vec<Correction>) {
    for (at, word, right) in wording::letters(text) {
        let range = at..at + word.len();
        found.push(Correction {
            message: &say::LETTERS,
            words: range.clone(),
            edits: vec![(range, right)],
        });
    }
}

/// `lâ€™eau`: the characters of which it is known what they were, whatever the language.
pub(super) fn damaged(text: &str, found: &mut Vec<Correction>) {
    for (at, characters, right) in wording::damaged(text) {
        let Some(right) = right else { continue };
        let edit = (at..at + characters.len(), right.to_owned());
        let is_end = |c: char| c == ' ' || c == '\n';
        let start = text[..at].rfind(is_end).map_or(0, |space| space + 1);
        let end = at + characters.len();
        let end = text[end..].find(is_end).map_or(text.len(), |to| end + to);
        match found.last_mut() {
            // Those of a word are one correction.
            Some(last) if last.words.end > start => last.edits.push(edit),
            _ => found.push(Correction {
                message: &say::DAMAGED,
                words: start..end,
                edits: vec![edit],
            }),
        }
    }
}

/// `45%`, `45 %`.
fn percents(text: &str, per_cent: &str, found: &mut Vec<Correction>) {
    for (at, _) in text.match_indices('%') {
        let number = text[..at].trim_end_matches(is_space);
        let is_number = number.ends_with(|c: char| c.is_ascii_digit());
        // `100%-funded`, `%20`
        let goes_on = after(text, at + 1).is_some_and(|c| c.is_alphanumeric() || c == '-');
        let gap = &text[number.len()..at];
        if !is_number || goes_on || gap.chars().count() > 1 {
            continue;
        }
        let figures = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let start = number.trim_end_matches(figures).len();
        if before(text, start).is_some_and(|c| is_letter(c) || matches!(c, '/' | '=' | '_' | '%')) {
            continue;
        }
        found.push(Correction {
            message: &say::PER_CENT,
            words: start..at + 1,
            edits: vec![(number.len()..at + 1, format!(" {per_cent}"))],
        });
    }
}

/// `IOM' office`.
fn possessives(text: &str, ending: &str, found: &mut Vec<Correction>) {
    let opens = |at: usize, c: char| {
        let is_before = before(text, at).is_none_or(|c| is_space(c) || matches!(c, '(' | '['));
        c == '‘' || is_before && after(text, at + c.len_utf8()).is_some_and(char::is_alphanumeric)
    };
    for (at, character) in text.char_indices() {
        if !matches!(character, '\'' | '’' | '‘') {
            continue;
        }
        // What is between single quotation marks may end with any word.
        if opens(at, character) {
            return;
        }
        let start = text[..at].trim_end_matches(is_letter).len();
        let acronym = &text[start..at];
        let is_acronym = acronym.len() > 1
            && acronym.bytes().all(|byte| byte.is_ascii_uppercase())
            && !acronym.ends_with('S')
            && !before(text, start).is_some_and(|c| c.is_alphanumeric() || c == '-');
        let end = at + character.len_utf8();
        let rest = text[end..].trim_start_matches(' ');
        let is_followed = rest.len() < text.len() - end && rest.starts_with(char::is_alphanumeric);
        if is_acronym && is_followed {
            found.push(Correction {
                message: &say::POSSESSIVE,
                words: start..end,
                edits: vec![(end..end, ending.to_owned())],
            });
        }
    }
}

/// Two spaces inside a line.
fn spaces(text: &str, found: &mut Vec<Correction>) {
    let mut at = 0;
    while let Some(start) = text[at..].find("  ").map(|found| at + found) {
        let end = text.len() - text[start..].trim_start_matches(' ').len();
        at = end;
        let is_inside = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        if !is_inside(before(text, start)) || !is_inside(after(text, end)) {
            continue;
        }
        let is_end = |c: char| c.is_whitespace();
        let left = text[..start].rfind(is_end).map_or(0, |space| {
            space + after(text, space).map_or(1, char::len_utf8)
        });
        let right = text[end..]
            .find(is_end)
            .map_or(text.len(), |right| end + right);
        found.push(Correction {
            message: &say::SPACES,
            words: left..right,
            edits: vec![(start + 1..end, String::new())],
        });
    }
}
