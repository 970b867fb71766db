//! Text → typed value, for each kind that is one piece of text, and what was probably
//! meant where it is not one. Nothing here knows of places or messages.

use super::Moment;
use crate::language::is_currency;
use fixed_decimal::{Decimal, Sign};
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

/// Why a text is no value of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It has another form; what to write instead, where that is clear.
    Form(Option<String>),
    /// The form is right and there is no such value: a 30th of February, with the last day of that month.
    Impossible(Option<String>),
    /// More digits than a number may have.
    TooLong,
    /// A link that would run a script or carry data.
    Refused(String),
}

/// The most digits before the decimal point.
const WHOLE: usize = 18;
/// The most digits after the decimal point.
const FRACTION: usize = 12;

// ---------------------------------------------------------------- numbers

/// A number as YAML writes it: digits, a point, a minus sign.
pub(super) fn number(text: &str) -> Result<Decimal, Wrong> {
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
pub(super) fn suggested_number(text: &str) -> Option<String> {
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
pub(super) fn scaled(number: &Decimal) -> i128 {
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
pub(super) fn unscaled(total: i128) -> String {
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
pub(super) fn suggested_money(text: &str) -> (Option<String>, Option<String>) {
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

// ---------------------------------------------------------------- currencies

/// The currencies in which those who pay and those who are paid most often count: what is
/// offered for a mistyped code. Among all codes of ISO 4217 nearly every slip is one letter
/// from some other.
const USUAL: [&str; 24] = [
    "EUR", "USD", "GBP", "CHF", "MAD", "JPY", "CAD", "AUD", "CNY", "NOK", "SEK", "DKK", "XOF",
    "XAF", "DZD", "TND", "MRU", "EGP", "AED", "SAR", "KWD", "QAR", "TRY", "KRW",
];

/// The code that a person meant by `Euro`, `$`, `DH`, `usd`, `EURO`.
pub(super) fn suggested_currency(text: &str) -> Option<String> {
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

// ---------------------------------------------------------------- dates

/// A date, or the date of a full timestamp.
pub(super) fn date(text: &str) -> Result<Date, Wrong> {
    let text = text.trim();
    match moment(text) {
        Ok(moment) => Ok(moment.date),
        Err(Wrong::Form(suggested)) => Err(Wrong::Form(suggested.map(|suggested| {
            let end = suggested.find([' ', 'T']).unwrap_or(suggested.len());
            suggested[..end].to_owned()
        }))),
        Err(wrong) => Err(wrong),
    }
}

/// `2017-06-02`, `2017-06-02 14:30`, `2017-06-02T14:30:00.000+01:00` (ISO 8601, RFC 3339).
pub(super) fn moment(text: &str) -> Result<Moment, Wrong> {
    let text = text.trim();
    let Some((day, rest)) = iso_day(text) else {
        return Err(Wrong::Form(suggested_moment(text)));
    };
    let date = match day {
        Ok(date) => date,
        Err(last) => return Err(Wrong::Impossible(last.map(|date| date.to_string()))),
    };
    if rest.is_empty() {
        return Ok(Moment {
            date,
            time: None,
            offset: None,
        });
    }
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']) else {
        return Err(Wrong::Form(suggested_moment(text)));
    };
    match clock_of(clock) {
        Some((time, offset)) => Ok(Moment {
            date,
            time: Some(time),
            offset,
        }),
        None => Err(Wrong::Form(suggested_moment(text))),
    }
}

/// The date at the head of a text in the form of ISO 8601 and what follows it; for a
/// date that does not exist, the last one of its month.
fn iso_day(text: &str) -> Option<(Result<Date, Option<Date>>, &str)> {
    let bytes = text.as_bytes();
    let form = bytes.len() >= 10
        && bytes[..10].iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !form {
        return None;
    }
    let (day, rest) = text.split_at(10);
    Some((
        real_date(
            day[..4].parse().ok()?,
            day[5..7].parse().ok()?,
            day[8..].parse().ok()?,
        ),
        rest,
    ))
}

/// A date that exists, else the last day of that month where there is such a month.
fn real_date(year: i16, month: i8, day: i8) -> Result<Date, Option<Date>> {
    Date::new(year, month, day).map_err(|_| {
        Date::new(year, month, 1)
            .ok()
            .filter(|_| day > 28)
            .map(Date::last_of_month)
    })
}

/// `14:30`, `14:30:00`, `14:30:00.000Z`, `14:30+01:00`.
fn clock_of(text: &str) -> Option<(Time, Option<Offset>)> {
    let text = text.trim();
    let end = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(end);
    let clock = clock.trim_end();
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut parts = clock.split(':').map(two_digits);
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        Some(second) => second?,
        None => 0,
    };
    if parts.next().is_some() {
        return None;
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    let offset = match zone {
        "" => None,
        "Z" | "z" => Some(Offset::UTC),
        _ => {
            let (sign, digits) = zone.split_at(1);
            let (hours, minutes) = match digits.split_once(':') {
                Some((hours, minutes)) => (two_digits(hours)?, two_digits(minutes)?),
                None if digits.len() == 4 => {
                    (two_digits(digits.get(..2)?)?, two_digits(digits.get(2..)?)?)
                }
                None => (two_digits(digits)?, 0),
            };
            if hours > 23 || minutes > 59 {
                return None;
            }
            let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
            Some(Offset::from_seconds(if sign == "-" { -seconds } else { seconds }).ok()?)
        }
    };
    Some((time, offset))
}

/// Exactly two digits.
fn two_digits(text: &str) -> Option<i8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// What a person meant by `02/06/2017`, `2 juin 2017`, `June 2, 2017`, `2017-06-02 14h30`,
/// in the form that [`moment`] reads.
fn suggested_moment(text: &str) -> Option<String> {
    // Longer than any date in words; what is longer was not meant as one.
    if text.len() > 60 {
        return None;
    }
    let lower = crate::schema::kinds::without_accents(text);
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let is_clock =
        |word: &str| word.contains([':', 'h']) && word.starts_with(|c: char| c.is_ascii_digit());
    let (clocks, words): (Vec<&str>, Vec<&str>) = words
        .into_iter()
        .partition(|word| is_clock(word) && month(word).is_none());
    let date = match words.as_slice() {
        [one] => numeric_date(one),
        many => worded_date(many),
    }?;
    let clock = clocks.first().and_then(|clock| {
        let clock = clock.replace('h', ":");
        let clock = if clock.ends_with(':') {
            format!("{clock}00")
        } else {
            clock
        };
        let clock = if clock.find(':') == Some(1) {
            format!("0{clock}")
        } else {
            clock
        };
        clock_of(&clock).map(|(time, _)| time)
    });
    Some(match clock {
        Some(time) => format!("{date} {:02}:{:02}", time.hour(), time.minute()),
        None => date.to_string(),
    })
}

/// `02/06/2017` (the day first, unless it can only be a month), `2017/6/2`, `20170602`.
fn numeric_date(text: &str) -> Option<Date> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Date::new(
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        )
        .ok();
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    if !parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    if first.len() == 4 {
        Date::new(
            first.parse().ok()?,
            second.parse().ok()?,
            third.parse().ok()?,
        )
        .ok()
    } else if third.len() == 4 {
        let (year, day, month) = (
            third.parse().ok()?,
            first.parse().ok()?,
            second.parse().ok()?,
        );
        Date::new(year, month, day)
            .or_else(|_| Date::new(year, day, month))
            .ok()
    } else {
        None
    }
}

/// `2 juin 2017`, `1er juin 2017`, `vendredi 2 juin 2017`, `June 2, 2017`, `le 2nd of June 2017`.
fn worded_date(words: &[&str]) -> Option<Date> {
    let mut day = None;
    let mut year = None;
    let mut named = None;
    for word in words {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = word.split_at(digits);
        if digits == 4 && tail.is_empty() {
            year = number.parse().ok();
        } else if (1..=2).contains(&digits)
            && matches!(tail, "" | "." | "er" | "e" | "st" | "nd" | "rd" | "th")
        {
            day = number.parse().ok();
        } else if digits == 0 {
            named = named.or(month(word));
        } else {
            return None;
        }
    }
    Date::new(year?, named?, day?).ok()
}

/// The month of a French or English name or its beginning (`juin`, `juil.`, `Sept`), in small letters without accents.
fn month(word: &str) -> Option<i8> {
    const NAMES: [(&str, i8); 24] = [
        ("janvier", 1),
        ("january", 1),
        ("fevrier", 2),
        ("february", 2),
        ("mars", 3),
        ("march", 3),
        ("avril", 4),
        ("april", 4),
        ("mai", 5),
        ("may", 5),
        ("juin", 6),
        ("june", 6),
        ("juillet", 7),
        ("july", 7),
        ("aout", 8),
        ("august", 8),
        ("septembre", 9),
        ("september", 9),
        ("octobre", 10),
        ("october", 10),
        ("novembre", 11),
        ("november", 11),
        ("decembre", 12),
        ("december", 12),
    ];
    let word = word.trim_end_matches('.');
    if word.len() < 3 {
        return None;
    }
    let mut found = NAMES
        .iter()
        .filter(|(name, _)| name.starts_with(word))
        .map(|(_, month)| *month);
    let first = found.next()?;
    // "jui" begins two months; "mardi" begins none.
    found.all(|month| month == first).then_some(first)
}

/// Small letters, without the accents of the Latin alphabet.
fn without_accents(text: &str) -> String {
    icu_normalizer::DecomposingNormalizerBorrowed::new_nfd()
        .normalize(text)
        .chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
        .collect()
}

// ---------------------------------------------------------------- the others

/// `true` or `false`.
pub(super) fn boolean(text: &str) -> Result<bool, Wrong> {
    match text.trim() {
        "true" | "True" | "TRUE" => Ok(true),
        "false" | "False" | "FALSE" => Ok(false),
        other if other.len() > 8 => Err(Wrong::Form(None)),
        other => Err(Wrong::Form(
            match other.to_lowercase().as_str() {
                "oui" | "yes" | "y" | "o" | "on" | "1" | "vrai" | "x" => Some("true"),
                "non" | "no" | "n" | "off" | "0" | "faux" => Some("false"),
                _ => None,
            }
            .map(str::to_owned),
        )),
    }
}

/// One address of electronic mail, in the usual form (not all of RFC 5322).
pub(super) fn email(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if is_email(text) {
        return Ok(text);
    }
    let inner = match (text.find('<'), text.rfind('>')) {
        (Some(start), Some(end)) if start < end => &text[start + 1..end],
        _ => text,
    };
    let inner = inner.strip_prefix("mailto:").unwrap_or(inner).trim();
    let compact = inner.replace(char::is_whitespace, "");
    Err(Wrong::Form(is_email(&compact).then_some(compact)))
}

/// Whether a text is an address of electronic mail.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let local_allowed =
        |c: char| c.is_alphanumeric() || (c.is_ascii_graphic() && !"@<>()[],;:\\\"".contains(c));
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(local_allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && is_host(domain)
}

/// Whether a text is a name of a host with a dot in it (RFC 1123, or its form in other alphabets).
fn is_host(text: &str) -> bool {
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// An address with one of the schemes that a page may link to, or a path inside the site.
pub(super) fn link(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    // Browsers leave control characters out of a scheme: `java\nscript:` is `javascript:`.
    let scheme: String = text
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .take_while(|c| !matches!(c, ':' | '/' | '?' | '#'))
        .take(24)
        .collect::<String>()
        .to_ascii_lowercase();
    let has_scheme = text.contains(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        && text.find(':') < text.find(['/', '?', '#']).or(Some(usize::MAX));
    if has_scheme && matches!(scheme.as_str(), "javascript" | "data" | "vbscript") {
        return Err(Wrong::Refused(scheme));
    }
    if text.chars().any(|c| c.is_control() || c == '\\') {
        return Err(Wrong::Form(None));
    }
    if text.contains(char::is_whitespace) {
        let joined = text.split_whitespace().collect::<Vec<_>>().join("%20");
        return Err(Wrong::Form(link(&joined).is_ok().then_some(joined)));
    }
    if has_scheme {
        let rest = text.split_once(':').map_or("", |(_, rest)| rest);
        return match scheme.as_str() {
            "http" | "https" => {
                let host = rest.strip_prefix("//").and_then(|rest| {
                    let host = rest.split(['/', '?', '#']).next()?;
                    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
                    Some(host.split_once(':').map_or(host, |(host, _)| host))
                });
                match host {
                    Some(host) if is_host(host) || host == "localhost" => Ok(text),
                    _ => {
                        let better = format!("{scheme}://{}", rest.trim_start_matches('/'));
                        let right = better != text && link(&better).is_ok();
                        Err(Wrong::Form(right.then_some(better)))
                    }
                }
            }
            "mailto" => {
                let address = rest.split('?').next().unwrap_or_default();
                if is_email(address) {
                    Ok(text)
                } else {
                    Err(Wrong::Form(None))
                }
            }
            "tel" => {
                let digits: String = rest
                    .chars()
                    .filter(|c| !matches!(c, '.' | '(' | ')' | '-'))
                    .collect();
                let number = digits.strip_prefix('+').unwrap_or(&digits);
                if number.len() >= 2 && number.bytes().all(|b| b.is_ascii_digit()) {
                    Ok(text)
                } else {
                    Err(Wrong::Form(None))
                }
            }
            _ => {
                // `iom.int:8080/x` has no scheme, but a host and a port.
                let better = format!("https://{text}");
                let right = is_host(&scheme) && link(&better).is_ok();
                Err(Wrong::Form(right.then_some(better)))
            }
        };
    }
    if text.starts_with("//") {
        let better = format!("https:{text}");
        return Err(Wrong::Form(link(&better).is_ok().then_some(better)));
    }
    let bare = text.split(['#', '?']).next().unwrap_or_default();
    if text.starts_with(['/', '.', '#']) || bare.ends_with(".md") || bare.ends_with(".markdown") {
        return Ok(text);
    }
    if is_email(text) {
        return Err(Wrong::Form(Some(format!("mailto:{text}"))));
    }
    let head = text.split('/').next().unwrap_or_default();
    let like_host = is_host(head)
        && head
            .rsplit('.')
            .next()
            .is_some_and(|last| last.len() >= 2 && last.chars().all(char::is_alphabetic));
    Err(Wrong::Form(Some(if like_host {
        format!("https://{text}")
    } else {
        format!("/{text}")
    })))
}

/// The name of a file: a path with `/`, not an address.
pub(super) fn file(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if text.chars().any(char::is_control) || text.contains("://") || text.starts_with("data:") {
        return Err(Wrong::Form(None));
    }
    let drive = text.len() > 2 && text.as_bytes()[1] == b':' && text.as_bytes()[2] == b'\\';
    if drive || text.starts_with("\\\\") {
        // A path of someone's machine: the name is what may be in the site.
        let name = text.rsplit('\\').next().filter(|name| !name.is_empty());
        return Err(Wrong::Form(name.map(str::to_owned)));
    }
    if text.contains('\\') {
        return Err(Wrong::Form(Some(text.replace('\\', "/"))));
    }
    if text.ends_with('/') {
        return Err(Wrong::Form(None));
    }
    Ok(text)
}

/// The id of an entry: names with `/` between them, without language and extension.
pub(super) fn reference<'t>(
    text: &'t str,
    languages: &[std::sync::Arc<str>],
) -> Result<&'t str, Wrong> {
    let text = text.trim();
    if text.contains("://") || text.chars().any(char::is_control) {
        return Err(Wrong::Form(None));
    }
    let mut id = text.trim_start_matches("./").trim_matches('/');
    for extension in [".md", ".markdown", ".yaml", ".yml"] {
        if let Some(stem) = id.strip_suffix(extension) {
            id = stem;
            for language in languages {
                if let Some(stem) = id
                    .strip_suffix(&**language)
                    .and_then(|s| s.strip_suffix('.'))
                {
                    id = stem;
                    break;
                }
            }
            id = id.strip_suffix("/index").unwrap_or(id);
            break;
        }
    }
    if id.is_empty() {
        Err(Wrong::Form(None))
    } else if id == text {
        Ok(text)
    } else {
        Err(Wrong::Form(Some(id.to_owned())))
    }
}

/// The last part of an address.
pub(super) fn slug(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    let right = text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    });
    if right {
        return Ok(text);
    }
    let better = crate::language::slug(text);
    Err(Wrong::Form((!better.is_empty()).then_some(better)))
}

/// The path of an address of the site, from `/`, without host, query and fragment.
pub(super) fn address(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '?' | '#'))
    {
        return Err(Wrong::Form(None));
    }
    for scheme in ["https://", "http://"] {
        if let Some(rest) = text.strip_prefix(scheme) {
            return Err(Wrong::Form(rest.find('/').map(|at| rest[at..].to_owned())));
        }
    }
    if text.split('/').any(|part| part == "..") || text.starts_with("//") {
        return Err(Wrong::Form(None));
    }
    if text.starts_with('/') {
        Ok(text)
    } else {
        Err(Wrong::Form(Some(format!("/{text}"))))
    }
}
