//! Figures as people type them into a table.

use crate::language::{Decimal, decimal};

/// Spaces between groups of three digits.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// Reads a cell: `None` where it is empty.
///
/// Groups of three digits may have spaces between them, and a minus sign may be that of
/// typography. Where the table separates its cells with semicolons, `comma` says that a comma
/// stands before decimals, as spreadsheets in French write it; a full stop always may.
///
/// # Errors
/// What was probably meant, where it can be told, for a cell that is no number.
pub(super) fn figure(text: &str, comma: bool) -> Result<Option<Decimal>, Option<String>> {
    let text = text.trim().replace('\u{2212}', "-");
    if text.is_empty() {
        return Ok(None);
    }
    let joined = without_spaces(&text);
    let written = match comma && joined.matches(',').count() == 1 && !joined.contains('.') {
        true => joined.replace(',', "."),
        false => joined,
    };
    match decimal(&written) {
        Some(number) => Ok(Some(number)),
        None => Err(meant(&written)),
    }
}

/// The digits of a number without the spaces between groups of three.
fn without_spaces(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(digits) => (&text[..1], digits.trim_start_matches(SPACES)),
        None => ("", text),
    };
    let end = digits.find([',', '.']).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let groups: Vec<&str> = whole.split(SPACES).collect();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let are_groups = groups.iter().enumerate().all(|(at, group)| {
        is_digits(group) && (group.len() == 3 || at == 0 && (1..=3).contains(&group.len()))
    });
    match groups.len() > 1 && are_groups {
        true => format!("{sign}{}{rest}", groups.concat()),
        false => format!("{sign}{digits}"),
    }
}

/// The number in a text that holds one and little else: `1,5` or `12 %`.
fn meant(text: &str) -> Option<String> {
    let trimmed = text
        .trim_end_matches(|c: char| !c.is_ascii_digit())
        .trim_end();
    let digits = trimmed.trim_start_matches(|c: char| !(c.is_ascii_digit() || c == '-'));
    let one = match digits.matches(',').count() {
        1 => digits.replace(',', "."),
        _ => digits.to_owned(),
    };
    let one = without_spaces(&one);
    decimal(&one).map(|_| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let read = |text: &str, comma| match figure(text, comma) {
            Ok(None) => "-".to_owned(),
            Ok(Some(number)) => number.to_string(),
            Err(meant) => format!("? {}", meant.unwrap_or_default()),
        };
        for (text, comma, wanted) in [
            ("", false, "-"),
            (" \u{a0}", false, "-"),
            ("174", false, "174"),
            ("1 399", false, "1399"),
            ("1\u{202f}399\u{a0}000", false, "1399000"),
            ("-3", false, "-3"),
            ("\u{2212}3.5", false, "-3.5"),
            ("1,5", true, "1.5"),
            ("1 234,5", true, "1234.5"),
            ("1.5", true, "1.5"),
            ("1,5", false, "? 1.5"),
            ("12 %", false, "? 12"),
            ("1 39", false, "? "),
            ("12 34 567", false, "? "),
            ("n/a", false, "? "),
            ("1.234,5", true, "? "),
            ("1e3", false, "? "),
            ("+7", false, "7"),
            ("--7", false, "? "),
        ] {
            assert_eq!(read(text, comma), wanted, "{text:?}");
        }
    }
}
