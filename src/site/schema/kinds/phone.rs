//! Numbers to call.

use super::Wrong;

/// The most digits that a number may have with the code of its country (ITU-T E.164).
const MOST: usize = 15;

/// A number that a telephone dials: `19`, `05 37 65 28 81`, `+212 (5) 37-65-28-81`. Spaces, points,
/// hyphens and parentheses part its digits (RFC 3966, 5.1.1); none of them is dialled.
pub(in super::super) fn phone(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if is_phone(text) {
        return Ok(text);
    }
    let better = text
        .strip_prefix("tel:")
        .unwrap_or(text)
        .chars()
        .map(|c| match c {
            '٠'..='٩' => digit(c, '٠'),
            '۰'..='۹' => digit(c, '۰'),
            // A plus in its wide form, and the hyphens that an editor makes of one.
            '＋' => '+',
            '\u{2010}'..='\u{2013}' => '-',
            c => c,
        })
        .filter(|c| !is_mark(*c))
        .collect::<String>();
    // The nought in parentheses is dialled within the country alone.
    let better = better.replace("(0)", "").replace("+ ", "+");
    let better = better.split_whitespace().collect::<Vec<_>>().join(" ");
    Err(Wrong::Form(is_phone(&better).then_some(better)))
}

/// The first character of a text that no number to call has.
pub(in super::super) fn not_dialled(text: &str) -> Option<char> {
    let is_known = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-.()".contains(c);
    text.trim().chars().find(|c| !is_known(*c))
}

fn is_phone(text: &str) -> bool {
    let body = text.strip_prefix('+').unwrap_or(text);
    let digits = body.chars().filter(char::is_ascii_digit).count();
    let nought = text.starts_with('+') && body.contains("(0)");
    let first = body.trim_start_matches('(').chars().next();
    not_dialled(text).is_none()
        && !body.contains(['+', '\n'])
        && !nought
        && first.is_some_and(|first| first.is_ascii_digit())
        && body.matches('(').count() == body.matches(')').count()
        && (2..=MOST).contains(&digits)
}

/// Whether a character says only in which direction others are read, as what is copied from a page may have.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The digit of ASCII for one of another script, whose nought is given.
fn digit(c: char, nought: char) -> char {
    let value = u32::from(c) - u32::from(nought);
    char::from_digit(value, 10).unwrap_or(c)
}
