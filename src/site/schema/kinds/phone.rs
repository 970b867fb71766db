//! Numbers to call.

use super::Wrong;
use rihla_text::markdown;

/// The most digits that a number may have with the code of its country (ITU-T E.164).
const MOST: usize = 15;

/// The fewest digits with the code of a country: three of the code, and four.
const FEWEST_ABROAD: usize = 7;

/// Codes of countries behind which a nought is dialled: Italy, San Marino, the Vatican.
const WITH_NOUGHT: [&str; 3] = ["39", "378", "379"];

/// What the end of a label in front of a number looks like.
const LABELS: [&str; 4] = ["tel:", "tél:", "tel.:", "tél.:"];

/// A number that a telephone dials: `19`, `05 37 65 28 81`, `+212 (5) 37-65-28-81`. Spaces, points,
/// hyphens and parentheses part its digits (RFC 3966, 5.1.1); none of them is dialled.
pub(in super::super) fn phone(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if is_phone(text) {
        return Ok(text);
    }
    let better = meant(text);
    Err(Wrong::Form(is_phone(&better).then_some(better)))
}

/// The first character of a text that no number to call has.
pub(in super::super) fn not_dialled(text: &str) -> Option<char> {
    let is_known = |c: &char| c.is_numeric() || c.is_whitespace() || "+-.()".contains(*c);
    plain(bare(text)).find(|c| !is_known(c))
}

/// A text without the quotation marks and the label around a number.
fn bare(text: &str) -> &str {
    let is_around = |c: char| c.is_whitespace() || is_unseen(c) || "\"“”«»".contains(c);
    let text = text.trim_matches(is_around);
    let lower = text.to_lowercase().replace([' ', '\u{a0}', '\u{202f}'], "");
    match LABELS.iter().any(|label| lower.starts_with(label)) {
        true => text.split_once(':').map_or(text, |(_, rest)| rest.trim()),
        false => text,
    }
}

/// The characters of a text that are seen, with digits and signs as a telephone has them.
fn plain(text: &str) -> impl Iterator<Item = char> {
    let seen = text.chars().filter(|c| !is_unseen(*c));
    seen.map(|c| match c {
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '０'..='９' => digit(c, '０'),
        '＋' => '+',
        // The hyphens that an editor makes of one, and the sign of subtraction.
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        c => c,
    })
}

/// What was probably meant: with digits and signs as a telephone has them, without what nobody sees, and
/// without a nought that is dialled within the country alone.
fn meant(text: &str) -> String {
    let better: String = plain(bare(text)).collect();
    let better = match better
        .strip_prefix("(+")
        .and_then(|rest| rest.split_once(')'))
    {
        Some((code, rest)) => format!("+{code}{rest}"),
        None => better.replacen("+ ", "+", 1),
    };
    let better = match better.split_once("(0)") {
        Some((code, rest)) if is_country(code) => format!("{code}{rest}"),
        _ => better,
    };
    better.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is `+` and the code of a country in which the nought is not dialled from abroad.
fn is_country(text: &str) -> bool {
    let code = text.trim().strip_prefix('+').unwrap_or_default();
    (1..=3).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_digit())
        && !WITH_NOUGHT.contains(&code)
}

/// Whether a character takes no room, or says only in which direction others are read.
fn is_unseen(c: char) -> bool {
    c == '\u{61c}' || markdown::is_invisible(c) && !c.is_whitespace()
}

fn is_phone(text: &str) -> bool {
    let abroad = text.strip_prefix('+');
    let body = abroad.unwrap_or(text);
    let digits: Vec<char> = body.chars().filter(char::is_ascii_digit).collect();
    let is_sign = |c: char| "-.()".contains(c);
    let are_signs_apart = body
        .chars()
        .zip(body.chars().skip(1))
        .all(|pair| !matches!(pair, ('-' | '.', '-' | '.')));
    let has_noughts_apart = body.split('(').skip(1).any(|rest| {
        rest.split(')')
            .next()
            .is_some_and(|it| it.chars().all(|c| c == '0'))
    });
    body.chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || is_sign(c))
        && !body.contains('\n')
        && body
            .trim_start_matches('(')
            .starts_with(|c: char| c.is_ascii_digit())
        && !body.ends_with(['-', '.', '('])
        && are_signs_apart
        && !has_noughts_apart
        && body.matches('(').count() == body.matches(')').count()
        && (2..=MOST).contains(&digits.len())
        && digits.iter().any(|digit| *digit != '0')
        && !is_date(body)
        && (abroad.is_none() || digits.first() != Some(&'0') && digits.len() >= FEWEST_ABROAD)
}

/// Whether a text is a day: `2026-11-27`.
fn is_date(text: &str) -> bool {
    text.parse::<jiff::civil::Date>()
        .is_ok_and(|_| text.contains('-'))
}

/// The digit of ASCII for one of another script, whose nought is given.
fn digit(c: char, nought: char) -> char {
    let value = u32::from(c) - u32::from(nought);
    char::from_digit(value, 10).unwrap_or(c)
}
