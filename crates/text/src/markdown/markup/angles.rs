//! Quotation marks that are typed as `<<` and `>>`.

use std::ops::Range;

use super::{Findings, Seen};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// The quotations between `<<` and `>>` in a text, with their marks: words that touch both or neither.
pub fn angles(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(start) = text[at..].find(['<', '>']).map(|next| at + next) {
        let sign = &text[start..start + 1];
        at = text.len() - text[start..].trim_start_matches(sign).len();
        let run = (at - start == 2 && !text[..start].ends_with('\\')).then_some(start..at);
        match (sign, open.take()) {
            ("<", _) => open = run,
            (_, Some(open)) => {
                found.extend(run.and_then(|close| quotation(text, open, close)));
            }
            _ => {}
        }
    }
    found
}

/// What stands between two marks and with them, where it is a quotation.
fn quotation(text: &str, open: Range<usize>, close: Range<usize>) -> Option<Range<usize>> {
    let inner = &text[open.end..close.start];
    let before = text[..open.start].chars().next_back();
    let after = text[close.end..].chars().next();
    let is_apart = before.is_none_or(|c| c.is_whitespace() || "('’([".contains(c))
        && !after.is_some_and(char::is_alphanumeric);
    let is_even = inner.starts_with(char::is_whitespace) == inner.ends_with(char::is_whitespace);
    let has_words = inner.contains(char::is_alphabetic) || inner.contains(super::HIDDEN);
    (is_apart && is_even && has_words && !inner.contains('|')).then_some(open.start..close.end)
}

/// The same words in quotation marks.
pub fn in_quotes(quotation: &str) -> String {
    let words = quotation.trim_start_matches('<').trim_end_matches('>');
    format!("« {} »", words.trim())
}

/// What is said of such a quotation.
pub fn angles_of(quotation: &str) -> Diagnostic {
    let right = in_quotes(quotation);
    let shown: Vec<&str> = right.split_whitespace().collect();
    Diagnostic::new(&say::ANGLES).with("right", shown.join(" "))
}

/// Finds those of a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    for quotation in angles(&seen.text) {
        let written = seen.written(quotation.start, quotation.end);
        let span = seen.span(quotation.start, quotation.end);
        findings.push((angles_of(written).replace(span, in_quotes(written)), span));
    }
}
