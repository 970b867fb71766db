//! Numbers and amounts of money.

use super::Wrong;
use crate::language::is_currency;
use fixed_decimal::{Decimal, Sign};

/// The most digits before the decimal point.
const WHOLE: usize = 18;
/// The most digits after the decimal point.
const FRACTION: usize = 12;

/// A number as YAML writes it: digits, a point, a minus sign.
pub(in crate::schema) fn number(text: &str) -> Result<Decimal, Wrong> {
    let text = text.trim();
    let (minus, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(whole) || !fraction.is_none_or(are_digits) {
        return Err(Wrong::Form(suggested_number(text)));
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > WHOLE || fraction.is_some_and(|part| part.len() > FRACTION) {
        return Err(Wrong::TooLong);
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let mut plain = String::with_capacity(text.len() + 1);
    plain.push_str(whole);
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    match Decimal::try_from_str(&plain) {
        Ok(mut decimal) => {
            if minus && !decimal.absolute.is_zero() {
                decimal.set_sign(Sign::Negative);
            }
            Ok(decimal)
        }
        Err(_) => Err(Wrong::Form(None)),
    }
}

/// The number that a person meant by `1,2`, `200 000`, `1.234,5`, `75 %`; `None` for
/// what has two readings (`200,000`).
pub(in crate::schema) fn suggested_number(text: &str) -> Option<String> {
    let written = text.trim();
    let text = written.trim_end_matches(['%', '٪']).trim();
    let spaced = text.contains(|c: char| is_group_mark(c));
    let compact: String = text
        .chars()
        .filter(|c| !is_group_mark(*c))
        .map(|c| {
            if matches!(c, '\u{2212}' | '\u{2013}') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let sign_end = usize::from(compact.starts_with(['-', '+']));
    let (sign, body) = compact.split_at(sign_end);
    if !body.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
        || !body
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
    {
        return None;
    }
    let commas = body.matches(',').count();
    let points = body.matches('.').count();
    let decimal_mark = match (commas, points) {
        (0, 0) => None,
        (0, 1) => Some('.'),
        (1, 0) => {
            let (whole, fraction) = body.split_once(',')?;
            let like_thousands =
                fraction.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" && !spaced;
            if like_thousands {
                return None;
            }
            Some(',')
        }
        (_, 0) | (0, _) => {
            let groups: Vec<&str> = body.split([',', '.']).collect();
            let grouped = groups.iter().skip(1).all(|group| group.len() == 3);
            if !grouped {
                return None;
            }
            None
        }
        (1, _) if body.rfind(',') > body.rfind('.') => Some(','),
        (_, 1) if body.rfind('.') > body.rfind(',') => Some('.'),
        _ => return None,
    };
    let (whole, fraction) = match decimal_mark.and_then(|mark| body.rsplit_once(mark)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (body, ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole = if whole.is_empty() {
        "0".to_owned()
    } else {
        whole
    };
    let sign = if sign == "-" { "-" } else { "" };
    let plain = if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    };
    // What is suggested must itself be right, and say something else than what was written.
    let right = plain != written
        && plain.len() <= WHOLE
        && plain
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
        && fraction.bytes().all(|b| b.is_ascii_digit());
    right.then_some(plain)
}

/// The marks that people put between thousands, besides comma and point.
fn is_group_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '_')
}

/// A number as a count of 10⁻¹², in which numbers are compared and added without rounding.
/// Below 10³⁰, by the limits of [`number`].
pub(in crate::schema) fn scaled(number: &Decimal) -> i128 {
    let mut total: i128 = 0;
    for magnitude in (-(FRACTION as i16)..=(WHOLE as i16)).rev() {
        total = total * 10 + i128::from(number.absolute.digit_at(magnitude));
    }
    if number.sign() == Sign::Negative {
        -total
    } else {
        total
    }
}

/// The number that [`scaled`] counts, as text without idle zeros.
pub(in crate::schema) fn unscaled(total: i128) -> String {
    let digits = format!("{:0width$}", total.unsigned_abs(), width = FRACTION + 1);
    let (whole, fraction) = digits.split_at(digits.len() - FRACTION);
    let fraction = fraction.trim_end_matches('0');
    let sign = if total < 0 { "-" } else { "" };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

/// The number and the currency that a person meant by `200 000 USD` or `€ 50`.
pub(in crate::schema) fn suggested_money(text: &str) -> (Option<String>, Option<String>) {
    let text = text.trim();
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else {
        return (None, None);
    };
    let start = if text[..first].ends_with(['-', '\u{2212}']) {
        text[..first]
            .char_indices()
            .next_back()
            .map_or(first, |(at, _)| at)
    } else {
        first
    };
    let digits = &text[start..=last];
    let amount = match number(digits) {
        Ok(_) => Some(digits.to_owned()),
        Err(Wrong::Form(suggested)) => suggested,
        Err(_) => None,
    };
    let words = format!("{}{}", &text[..start], &text[last + 1..]);
    (amount, suggested_currency(words.trim()))
}

/// The currencies in which those who pay and those who are paid most often count: what is
/// offered for a mistyped code. Among all codes of ISO 4217 nearly every slip is one letter
/// from some other.
const USUAL: [&str; 24] = [
    "EUR", "USD", "GBP", "CHF", "MAD", "JPY", "CAD", "AUD", "CNY", "NOK", "SEK", "DKK", "XOF",
    "XAF", "DZD", "TND", "MRU", "EGP", "AED", "SAR", "KWD", "QAR", "TRY", "KRW",
];

/// The code that a person meant by `Euro`, `$`, `DH`, `usd`, `EURO`.
pub(in crate::schema) fn suggested_currency(text: &str) -> Option<String> {
    let text = text.trim();
    // Names longer than any currency's are not compared with all of them.
    if text.is_empty() || text.chars().count() > 24 {
        return None;
    }
    const NAMES: &[(&[&str], &str)] = &[
        (&["€", "euro", "euros"], "EUR"),
        (
            &[
                "$",
                "us$",
                "$us",
                "dollar",
                "dollars",
                "dollar us",
                "dollars us",
            ],
            "USD",
        ),
        (&["dh", "dhs", "dirham", "dirhams", "د.م."], "MAD"),
        (
            &["£", "livre sterling", "livres sterling", "pound", "pounds"],
            "GBP",
        ),
        (&["¥", "yen"], "JPY"),
        (
            &[
                "francs suisses",
                "franc suisse",
                "swiss franc",
                "swiss francs",
            ],
            "CHF",
        ),
        (&["cfa", "fcfa", "f cfa"], "XOF"),
    ];
    let lower = text.to_lowercase();
    if let Some((_, code)) = NAMES
        .iter()
        .find(|(names, _)| names.contains(&lower.as_str()))
    {
        return Some((*code).to_owned());
    }
    let upper = text.to_uppercase();
    if is_currency(&upper) {
        return Some(upper);
    }
    crate::diagnostic::nearest(text, USUAL).map(str::to_owned)
}
