//! Figures as people type them into a table.

use rihla_text::language::{Decimal, decimal};

/// Spaces between groups of three digits.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// Reads a cell: `None` where it is empty.
///
/// Groups of three digits may have spaces between them, and a minus sign may be that of
/// typography. Where the table separates its cells with semicolons, `comma` says that a comma
/// stands before decimals, as spreadsheets in French write it; a full stop always may.
///
/// `1.399` has two readings, unless `point` says that the column has a full stop before its decimals
/// elsewhere.
///
/// # Errors
/// What was probably meant by a cell that is no number: nothing, or one reading, or two.
pub(super) fn figure(text: &str, comma: bool, point: bool) -> Result<Option<Decimal>, Vec<String>> {
    let text = text.trim().replace('\u{2212}', "-");
    if text.is_empty() {
        return Ok(None);
    }
    let joined = without_spaces(&text);
    let written = match comma && joined.matches(',').count() == 1 && !joined.contains('.') {
        true => joined.replace(',', "."),
        false => joined,
    };
    if !point && is_grouped(&written, '.') && !text.contains(',') {
        return Err(both(&written, comma));
    }
    match decimal(&written) {
        Some(number) => Ok(Some(number)),
        None => Err(meant(&text, comma, point)),
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

/// Whether a cell has a full stop before decimals that cannot be thousands: `1.5`, `0.125`.
pub(super) fn has_point(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['-', '+', '\u{2212}']);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let parts = text.split_once('.');
    parts.is_some_and(|(a, b)| is_digits(a) && is_digits(b)) && !is_grouped(text, '.')
}

/// Whether a sign in a number may stand before decimals or between thousands: `1,399`.
fn is_grouped(text: &str, sign: char) -> bool {
    let digits = text.trim_start_matches(['-', '+']);
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    digits.split_once(sign).is_some_and(|(whole, rest)| {
        let is_whole = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        is_whole && rest.len() == 3 && is_digits(whole) && is_digits(rest)
    })
}

/// The readings of a text that holds a number and little else: `1,5`, `.5`, `12 %`; both of those of
/// `1,399` and, as accountants write, of `(5)`. None where a word may count thousands, and where there
/// are more than two. Each of them is a number where it stands.
fn meant(text: &str, comma: bool, point: bool) -> Vec<String> {
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let is_unit = |c: char| c.is_whitespace() || matches!(c, '%' | '€' | '$' | '£');
    let digits = inner.unwrap_or(text).trim_start_matches(is_unit);
    let digits = digits.trim_end_matches(|c| is_unit(c) || c == '.');
    let digits = with_zero(without_spaces(digits));
    let readings = readings(&digits, comma, point);
    match (inner, &readings[..]) {
        (Some(_), [one]) if !one.starts_with('-') => vec![format!("-{one}"), one.clone()],
        (Some(_), [_, _]) => Vec::new(),
        _ => readings,
    }
}

/// `.5` and `,5` with the zero that they lack.
fn with_zero(digits: String) -> String {
    let (sign, rest) = digits.split_at(digits.len() - digits.trim_start_matches(['-', '+']).len());
    let after = rest.strip_prefix(['.', ',']).unwrap_or_default();
    match after.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("{sign}0{rest}"),
        false => digits,
    }
}

/// The two readings of `1.399`: thousands, and decimals as nobody can take for thousands.
fn both(digits: &str, comma: bool) -> Vec<String> {
    let decimals = match (comma, digits.strip_suffix("00"), digits.strip_suffix('0')) {
        (true, ..) => digits.replace('.', ","),
        (false, Some(short), _) | (false, None, Some(short)) => short.to_owned(),
        (false, None, None) => format!("{digits}0"),
    };
    vec![digits.replace('.', ""), decimals]
}

/// The numbers that digits with a sign among them may be, as they are written in such a table.
fn readings(digits: &str, comma: bool, point: bool) -> Vec<String> {
    let has_comma = digits.matches(',').count() == 1;
    let one = match has_comma {
        true => digits.replace(',', "."),
        false => digits.to_owned(),
    };
    if decimal(&one).is_none() {
        return Vec::new();
    }
    match (has_comma, comma) {
        (true, true) => vec![digits.to_owned()],
        (true, false) if is_grouped(digits, ',') => both(&one, false),
        (false, _) if !point && is_grouped(digits, '.') => both(digits, comma),
        _ => vec![one],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let read = |text: &str, comma| match figure(text, comma, false) {
            Ok(None) => "-".to_owned(),
            Ok(Some(number)) => number.to_string(),
            Err(meant) => format!("? {}", meant.join(" or ")),
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
            ("1,399", false, "? 1399 or 1.3990"),
            ("0,399", false, "? 0.399"),
            ("1.399", true, "? 1399 or 1,399"),
            ("1.399", false, "? 1399 or 1.3990"),
            ("1.200", false, "? 1200 or 1.2"),
            ("1.000", false, "? 1000 or 1.0"),
            ("12.340", false, "? 12340 or 12.34"),
            ("0.399", false, "0.399"),
            ("1234.567", false, "1234.567"),
            ("0.399", true, "0.399"),
            ("1,399", true, "1.399"),
            ("(5)", false, "? -5 or 5"),
            ("5 millions", false, "? "),
            ("<5", false, "? "),
            ("1 39", false, "? "),
            ("12 34 567", false, "? "),
            (".5", false, "? 0.5"),
            (",5", true, "? 0,5"),
            ("-,5", true, "? -0,5"),
            (".25 %", false, "? 0.25"),
            ("5.", false, "? 5"),
            ("12,500 %", true, "? 12,500"),
            ("12.500 €", true, "? 12500 or 12,500"),
            ("(1,25)", true, "? -1,25 or 1,25"),
            ("(1.250)", true, "? "),
            ("(1,250)", false, "? "),
            ("n/a", false, "? "),
            ("1.234,5", true, "? "),
            ("1e3", false, "? "),
            ("+7", false, "7"),
            ("--7", false, "? "),
        ] {
            assert_eq!(read(text, comma), wanted, "{text:?}");
            // What is offered is a number, and the same one.
            for meant in figure(text, comma, false).err().into_iter().flatten() {
                assert!(figure(&meant, comma, false).is_ok(), "{text:?}: {meant:?}");
            }
        }
    }
}
