//! Lines that would open a directive, with a colon too few or not at the head of a line.

use super::{Findings, HIDDEN, Seen};
use crate::markdown::directive::Shape;
use rihla_diagnostics::catalogue::directive;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Span};

/// Finds both in the words of a paragraph.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    if !seen.text.contains("::") {
        return;
    }
    let mut at = 0;
    for line in seen.text.split_inclusive('\n') {
        two_colons(seen, at, line, findings);
        inside(seen, at, line, findings);
        at += line.len();
    }
}

/// The name of a directive at the head of some words, where nothing else follows it than braces.
fn name(words: &str) -> Option<&str> {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let end = words.find(|c| !is_name(c)).unwrap_or(words.len());
    let rest = words[end..].trim_matches([' ', HIDDEN, '\r', '\n']);
    let is_whole = rest.is_empty() || rest.starts_with('{') && rest.ends_with('}');
    (is_whole && Shape::of(&words[..end]).is_some()).then(|| &words[..end])
}

/// `::note`, where a line further down is `::`.
fn two_colons(seen: &Seen, at: usize, line: &str, findings: &mut Findings) {
    let words = line.trim_start_matches(' ');
    let start = at + line.len() - words.len();
    let Some(name) = words.strip_prefix("::").and_then(name) else {
        return;
    };
    let span = seen.span(start, start + 2 + name.len());
    let right = format!(":::{name}");
    let finding = Diagnostic::new(&say::DIRECTIVE_SIGNS)
        .with("signs", format!("::{name}"))
        .with("right", &right);
    let edit = |at: usize| Edit {
        path: None,
        span: Span::new(at, at),
        text: ":".to_owned(),
    };
    let finding = match closing(seen, at + line.len()) {
        Some(close) => finding.correct(Correction::Edits(vec![edit(span.start), edit(close)])),
        None => finding,
    };
    findings.push((finding, span));
}

/// Where the line `::` begins that is the first of its kind after a place of what is seen.
fn closing(seen: &Seen, from: usize) -> Option<usize> {
    let mut at = seen.start + from;
    for line in seen.source.get(at..)?.split_inclusive('\n') {
        let words = line.trim();
        if words == "::" {
            return Some(at + line.len() - line.trim_start().len());
        }
        if words.starts_with("::") {
            return None;
        }
        at += line.len();
    }
    None
}

/// `Texte :::note{title=x}`.
fn inside(seen: &Seen, at: usize, line: &str, findings: &mut Findings) {
    for (found, _) in line.match_indices(":::") {
        let before = &line[..found];
        let is_apart = before.ends_with([' ', '\u{a0}']) && before.contains(char::is_alphanumeric);
        let Some(name) = name(&line[found + 3..]).filter(|_| is_apart) else {
            continue;
        };
        let span = seen.span(at + found, at + found + 3 + name.len());
        let finding = Diagnostic::new(&directive::PLACE).with("name", name);
        findings.push((finding.eased(true), span));
    }
}
