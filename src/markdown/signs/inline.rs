//! Directives inside a line that lack a sign, and notes in brackets that are none.

use super::{Findings, Seen};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::markdown as say;

/// The directives of a line.
const NAMES: &[&str] = &["fact", "lang"];

/// Whether there may be one whose brackets are round.
pub(super) fn is_suspicious(source: &str) -> bool {
    source.contains(":fact(") || source.contains(":lang(")
}

/// Finds both in the words of a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    if seen.text.contains(['{', '(']) {
        for name in NAMES {
            directives(seen, name, findings);
        }
    }
    notes(seen, findings);
}

/// `fact{x}`, `:fact {x}`, `:fact(x)`.
fn directives(seen: &Seen, name: &str, findings: &mut Findings) {
    let text = &seen.text;
    for (at, _) in text.match_indices(name) {
        let before = text[..at].chars().next_back();
        let has_colon = before == Some(':');
        let rest = &text[at + name.len()..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let bracket = rest[spaces..].chars().next();
        let close = match (has_colon, spaces, bracket) {
            (true, 1.., Some('{')) | (false, 0, Some('{')) => '}',
            (true, _, Some('(')) => ')',
            _ => continue,
        };
        if !has_colon
            && before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '{' | '\\'))
        {
            continue;
        }
        let inner = &rest[spaces + 1..];
        let Some(end) = inner
            .find([close, '\n'])
            .filter(|end| inner[*end..].starts_with(close))
        else {
            continue;
        };
        let start = at - usize::from(has_colon);
        let inside = at + name.len() + spaces + 1;
        let words = seen.written(inside, inside + end).trim();
        if words.is_empty() {
            continue;
        }
        let span = seen.span(start, inside + end + 1);
        let right = format!(":{name}{{{words}}}");
        let finding = Diagnostic::new(&say::DIRECTIVE_SIGNS)
            .with("signs", seen.written(start, inside + end + 1))
            .with("right", &right)
            .replace(span, right);
        findings.push((finding, span));
    }
}

/// `[1]` after a word.
fn notes(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    for (open, _) in text.match_indices('[') {
        let inner = &text[open + 1..];
        let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let rest = inner[digits..].strip_prefix(']');
        let is_mark = (1..=2).contains(&digits)
            && rest.is_some_and(|rest| !rest.starts_with(['(', '[', ':']));
        let before = text[..open].trim_end_matches(' ').chars().next_back();
        // After a word or what ends one, not at the head of a line.
        let follows = before.is_some_and(|c| {
            c.is_alphabetic() || matches!(c, '.' | ',' | '»' | '”' | ')' | '!' | '?' | ';')
        });
        if is_mark && follows {
            let number = &inner[..digits];
            let finding = Diagnostic::new(&say::NOTE_MARK).with("number", number);
            findings.push((finding, seen.span(open, open + digits + 2)));
        }
    }
}
