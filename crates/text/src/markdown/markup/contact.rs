//! Lines of an address that are written one below the other: on the page they run on in one line.

use super::{Findings, HIDDEN, Seen};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit};

/// What stands before a number or an address, in English and in French.
const LABELS: &[&str] = &[
    "adresse e-mail",
    "adresse électronique",
    "cell",
    "courriel",
    "e-mail",
    "email",
    "fax",
    "gsm",
    "mail",
    "mél",
    "mobile",
    "phone",
    "portable",
    "site",
    "site internet",
    "site web",
    "standard",
    "tel",
    "telephone",
    "tél",
    "tél/fax",
    "téléphone",
    "télécopie",
    "web",
    "website",
];

/// The most characters of a line of an address: lines of prose are longer.
const LONGEST: usize = 60;

/// What a line says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// `10000 Rabat`
    Town,
    /// `Tél. : 05 37 65 28 81`, `contact@iom.int`
    Contact,
}

/// Whether there may be such lines: several, one of which is one without doubt.
pub(super) fn is_suspicious(source: &str) -> bool {
    source.contains('\n') && source.lines().any(|line| sign(line).is_some())
}

/// Finds the lines of an address that nothing parts.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    let length = seen.text.trim_end_matches(['\n', ' ', HIDDEN]).len();
    let source = &seen.source[seen.start..];
    // What is hidden at the end may be words.
    let end = source[..seen.text.len()].trim_end().len().max(length);
    let written = seen.written(0, end);
    let lines: Vec<&str> = written.split('\n').map(words).collect();
    let signs: Vec<Option<Sign>> = lines.iter().map(|line| sign(line)).collect();
    let count = |wanted| signs.iter().filter(|sign| **sign == Some(wanted)).count();
    let (towns, contacts) = (count(Sign::Town), count(Sign::Contact));
    let is_address = contacts > 1 || towns == 1 && (contacts > 0 || lines.len() > 2);
    let are_lines = lines.len() > 1
        && lines.iter().zip(&signs).all(|(line, sign)| {
            let begins = line.starts_with(|c: char| !c.is_lowercase());
            line.chars().count() <= LONGEST && (begins || sign.is_some())
        });
    if !is_address || !are_lines {
        return;
    }
    let mut edits = Vec::new();
    let mut at = 0;
    for line in written.split('\n') {
        let trimmed = line.trim_end_matches([' ', '\r']);
        let is_last = at + line.len() == written.len();
        let is_broken =
            trimmed.ends_with('\\') || line.ends_with("  ") || trimmed.ends_with("<br>");
        if !is_last && !is_broken {
            edits.push(Edit {
                path: None,
                span: seen.span(at + trimmed.len(), at + trimmed.len()),
                text: "\\".to_owned(),
            });
        }
        at += line.len() + 1;
    }
    if edits.is_empty() {
        return;
    }
    let finding = Diagnostic::new(&say::LINES_JOINED).correct(Correction::Edits(edits));
    findings.push((finding, seen.span(0, end)));
}

/// A line without the signs of a quotation and what breaks it.
fn words(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
        .trim_end_matches([' ', '\r', '\\'])
}

fn sign(line: &str) -> Option<Sign> {
    let line = words(line);
    if line.len() > 2 * LONGEST {
        return None;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let town = line.trim_start_matches(is_digit);
    if line.len() - town.len() == 5 && town.trim_start().starts_with(char::is_uppercase) {
        let is_name = town.starts_with(' ') && town.split_whitespace().count() < 5;
        return (is_name && !town.contains(['.', ':'])).then_some(Sign::Town);
    }
    let is_number = |text: &str| {
        text.chars().filter(|c| c.is_ascii_digit()).count() > 7
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || "+()./- \u{a0}".contains(c))
    };
    let is_mail = |text: &str| {
        let text = text.trim_matches(['<', '>']);
        text.contains('@') && !text.contains(char::is_whitespace)
    };
    if is_number(line) || is_mail(line) {
        return Some(Sign::Contact);
    }
    let (label, value) = line.split_once(':')?;
    let label = label.trim_matches(['*', '.', ' ', '\u{a0}']).to_lowercase();
    let value = value.trim_matches(['*', ' ', '\u{a0}']);
    let is_value = is_mail(value)
        || value.starts_with(['+', '(', '[', '<'])
        || value.starts_with(is_digit)
        || ["www.", "http"]
            .iter()
            .any(|start| value.starts_with(start));
    (is_value && LABELS.contains(&&*label)).then_some(Sign::Contact)
}
