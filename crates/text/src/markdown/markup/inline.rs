//! Directives inside a line that lack a character, and notes in brackets that are none.

use super::{Findings, HIDDEN, Seen};
use crate::markdown::directive::DIRECTIVES;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// The directives of a line.
const NAMES: &[&str] = &["fact", "lang"];

/// Whether there may be one whose brackets are round.
pub(super) fn is_suspicious(source: &str) -> bool {
    source.contains(":fact(") || source.contains(":lang(")
}

/// Finds both in the words of a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    if seen.text.contains(['{', '(', '[']) {
        for name in NAMES {
            directives(seen, name, findings);
        }
    }
    notes(seen, findings);
    blocks(seen, findings);
}

/// `Words :::note{…} words :::`
fn blocks(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    for (at, _) in text.match_indices(":::") {
        let before = text[..at].trim_end_matches(':');
        let line = before.rsplit('\n').next().unwrap_or_default();
        let rest = text[at + 3..].trim_start();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = &rest[..end.unwrap_or(rest.len())];
        let is_known = DIRECTIVES.iter().any(|shape| shape.name == name);
        // At the head of a line it is told elsewhere.
        if is_known && before.len() == at && !line.trim_matches([' ', HIDDEN]).is_empty() {
            let finish = at + 3 + text[at + 3..].find(name).unwrap_or(0) + name.len();
            let finding = Diagnostic::new(&say::DIRECTIVE_LINE).with("name", name);
            findings.push((finding, seen.span(at, finish)));
        }
    }
}

/// `fact{x}`, `:Fact{x}`, `::fact{x}`, `:fact {x}`, `:fact(x)`, `:fact[x]`, `: fact{x}`.
fn directives(seen: &Seen, name: &str, findings: &mut Findings) {
    let lower = seen.text.to_ascii_lowercase();
    for (at, _) in lower.match_indices(name) {
        if let Some((span, right)) = directive(seen, name, at) {
            let finding = Diagnostic::new(&say::DIRECTIVE_SIGNS)
                .with("signs", &seen.source[span.start..span.end])
                .with("right", &right)
                .replace(span, right);
            findings.push((finding, span));
        }
    }
}

/// The directive whose name is at a place, and how it is written, where that is not how it stands there.
fn directive(seen: &Seen, name: &str, at: usize) -> Option<(Span, String)> {
    let text = &seen.text;
    let head = text[..at].trim_end_matches(':');
    let colons = at - head.len();
    let before = head.chars().next_back();
    let is_glued =
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '{' | '\\'));
    let rest = &text[at + name.len()..];
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let close = match (colons, spaces, rest[spaces..].chars().next()?) {
        (0, 0, '{') | (1.., _, '{') => '}',
        (1, _, '(') => ')',
        (1, 0, '[') => ']',
        _ => return None,
    };
    let is_right = colons == 1 && spaces == 0 && close == '}' && text[at..].starts_with(name);
    if is_right || colons != 1 && is_glued || colons == 0 && follows_sign(seen, at) {
        return None;
    }
    let inner = &rest[spaces + 1..];
    let length = inner.find([close, '\n'])?;
    if !inner[length..].starts_with(close) {
        return None;
    }
    let inside = at + name.len() + spaces + 1;
    let words = seen.written(inside, inside + length).trim();
    let words = match name {
        "fact" => unnamed(words),
        _ => words,
    };
    // At the head of a paragraph, a colon of its own belongs to it, even where it makes the words
    // explain those above; behind words, or where their line is broken, it is theirs.
    let mut span = seen.span(head.len(), inside + length + 1);
    let before = &seen.source[..span.start];
    let line = before.rsplit('\n').next().unwrap_or_default();
    if colons == 0 && line.trim() == ":" && !head.contains('\n') {
        span.start = before.len() - line.trim_start().len();
    }
    let right = format!(":{name}{{{words}}}");
    (!words.is_empty()).then_some((span, right))
}

/// Whether what stands at a place follows a colon that is written as a sign, so that it is text: `\:`, `&#58;`.
fn follows_sign(seen: &Seen, at: usize) -> bool {
    let before = &seen.source[..seen.span(at, at).start];
    ["\\:", "&#58;", "&#x3A;", "&#x3a;", "&colon;"]
        .iter()
        .any(|sign| before.ends_with(sign))
}

/// The words of `id=x` and `id="x"` without what is no part of them.
pub(in crate::markdown) fn unnamed(words: &str) -> &str {
    let value = words
        .strip_prefix("id")
        .and_then(|rest| rest.trim_start().strip_prefix('='));
    let value = value.unwrap_or(words).trim();
    value.trim_matches(['"', '“', '”', '«', '»', ' ', '\u{a0}'])
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
