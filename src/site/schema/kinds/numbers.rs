//! Numbers and amounts of money.

use super::Wrong;
use fixed_decimal::{Decimal, Sign};
use rihla_text::language::is_currency;

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
/// what has two readings (`200,000`) and for several numbers (`8, 10`).
pub(in crate::schema) fn suggested_number(text: &str) -> Option<String> {
    let written = text.trim();
    let text = written.trim_end_matches(['%', '٪']).trim();
    let mut marks = text.match_indices([',', ';']);
    if marks.any(|(at, mark)| text[at + mark.len()..].starts_with(char::is_whitespace)) {
        return None;
    }
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

/// What a person meant by a text about money.
#[derive(Debug, Default, PartialEq)]
pub(in crate::schema) struct MeantMoney {
    /// The amounts that it may be: one, where it is certain; two for `12,500`; none for what is not
    /// understood.
    pub amounts: Vec<String>,
    /// The code of its currency.
    pub currency: Option<String>,
    /// Whether there are words that are neither.
    pub is_more: bool,
}

/// How people write powers of ten after a number: alone, or before a currency (`M€`).
///
/// Not `billion`, which is a thousand times more in French than in English.
const POWERS: [(&[&str], u32); 3] = [
    (&["mille", "millier", "milliers", "thousand", "k"], 3),
    (&["million", "millions", "mio", "mn", "m"], 6),
    (&["milliard", "milliards", "mrd", "mds", "md", "bn"], 9),
];

/// The amount and the currency that a person meant by `200 000 USD`, `€ 50`, `2 millions de
/// dirhams`, `1,5 M€`.
pub(in crate::schema) fn meant_money(text: &str) -> MeantMoney {
    let text = text.trim();
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else {
        let currency = currency_named(text);
        return MeantMoney {
            is_more: currency.is_none() && !text.is_empty(),
            currency,
            ..MeantMoney::default()
        };
    };
    let start = match text[..first].char_indices().next_back() {
        Some((at, '-' | '\u{2212}')) => at,
        _ => first,
    };
    let words = format!("{} {}", &text[..start], &text[last + 1..]);
    let (power, rest) = power_and_rest(&words);
    let (power, currency) = match glued(&rest) {
        Some((glued, code)) if power == 0 => (glued, Some(code)),
        _ => (power, suggested_currency(&rest)),
    };
    let amounts = amounts(&text[start..=last], power, currency.as_deref());
    MeantMoney {
        is_more: currency.is_none() && !rest.is_empty(),
        amounts,
        currency,
    }
}

/// What digits may say, times a power of ten.
fn amounts(digits: &str, power: u32, currency: Option<&str>) -> Vec<String> {
    let written = match number(digits) {
        Ok(_) => vec![digits.to_owned()],
        Err(Wrong::Form(Some(suggested))) => vec![suggested],
        Err(_) => Vec::new(),
    };
    // `12,500`, `1.500`: three digits after the mark are thousands, or decimals of a million.
    let mark = digits.find([',', '.']);
    let read = match mark.map(|at| digits.split_at(at)) {
        Some((whole, rest)) if power == 0 && is_thousands(whole, &rest[1..]) => {
            let decimals = &rest[1..];
            let decimals = match currency.is_some_and(has_thousandths) {
                true => Some(decimals),
                false => decimals.strip_suffix('0'),
            };
            let whole_one = format!("{whole}{}", &rest[1..]);
            let other = decimals.map(|decimals| format!("{whole}.{decimals}"));
            std::iter::once(whole_one).chain(other).collect()
        }
        _ => written,
    };
    let times = |amount: String| -> Option<String> {
        let counted = scaled(&number(&amount).ok()?);
        let product = counted.checked_mul(10_i128.checked_pow(power)?)?;
        let product = unscaled(product);
        number(&product).ok()?;
        Some(match power {
            0 => amount,
            _ => product,
        })
    };
    read.into_iter().filter_map(times).collect()
}

/// Whether a mark between some digits and three others may part thousands.
fn is_thousands(whole: &str, rest: &str) -> bool {
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && rest.len() == 3
        && are_digits(whole)
        && are_digits(rest)
}

/// Whether a currency is counted with three decimals (ISO 4217, minor units).
pub(in crate::schema) fn has_thousandths(currency: &str) -> bool {
    const OF_THREE: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
    OF_THREE.contains(&currency)
}

/// What `1.200` says as a number of units where its point was meant to part thousands.
pub(in crate::schema) fn thousands(amount: &str) -> Option<String> {
    let (whole, rest) = amount.trim().split_once('.')?;
    is_thousands(whole, rest).then(|| format!("{whole}{rest}"))
}

/// Words beside a number: by which power of ten it is multiplied, and what else they say.
fn power_and_rest(words: &str) -> (u32, String) {
    let words = words.trim();
    if currency_named(words).is_some() {
        return (0, words.to_owned());
    }
    let normalized = words.replace(['’', '\''], " ");
    let mut rest: Vec<&str> = normalized.split_whitespace().collect();
    let power_of = |word: &str| {
        let word = word.trim_end_matches('.').to_lowercase();
        let mut rows = POWERS.iter();
        rows.find(|(names, _)| names.contains(&word.as_str()))
            .map(|(_, power)| *power)
    };
    let mut power = 0;
    if let Some(at) = rest.iter().position(|word| power_of(word).is_some()) {
        power = power_of(rest.remove(at)).unwrap_or(0);
    }
    rest.retain(|word| !matches!(word.to_lowercase().as_str(), "de" | "d" | "of"));
    (power, rest.join(" "))
}

/// `M€`, `kDH`, `MdMAD`.
fn glued(word: &str) -> Option<(u32, String)> {
    let marks = [
        ("Mds", 9),
        ("Md", 9),
        ("Mio", 6),
        ("M", 6),
        ("k", 3),
        ("K", 3),
    ];
    marks.into_iter().find_map(|(mark, power)| {
        let code = currency_named(word.strip_prefix(mark)?)?;
        Some((power, code))
    })
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
    currency_named(text).or_else(|| rihla_diagnostics::nearest(text, USUAL).map(str::to_owned))
}

/// The code of a currency by its name, its sign, or the code in other letters.
fn currency_named(text: &str) -> Option<String> {
    let text = text.trim();
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
        (
            &[
                "dh",
                "dhs",
                "dirham",
                "dirhams",
                "dirham marocain",
                "dirhams marocains",
                "moroccan dirhams",
                "د.م.",
            ],
            "MAD",
        ),
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
    is_currency(&upper).then_some(upper)
}
