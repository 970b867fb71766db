//! Dates as people write them, in French and in English.

use jiff::civil::{Date, Weekday};
use rihla_diagnostics::folded;

use super::{Figures, months};

/// `02/06/2017` (the day first, unless it can only be a month), `2017/6/2`, `20170602`.
pub fn numeric_date(text: &str) -> Option<Date> {
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

/// The day of the week that a French or English name or its beginning means (`lundi`, `tues`), in small
/// letters, with its whole name.
pub fn weekday(word: &str) -> Option<(&'static str, Weekday)> {
    let rows = [Figures::of_tag("fr")?, Figures::of_tag("en")?];
    let mut days = rows.iter().flat_map(|row| row.days.iter().zip(WEEK));
    days.find(|(name, _)| begins(name, word))
        .map(|(name, day)| (*name, day))
}

/// The week from Monday, as [`Figures::days`] has it.
const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Whether a name begins with a word in small letters.
fn begins(name: &str, word: &str) -> bool {
    let begin = name.as_bytes().get(..word.len());
    begin.is_some_and(|begin| begin.eq_ignore_ascii_case(word.as_bytes()))
}

/// The month of a French or English name or its beginning (`juin`, `juil.`, `Sept`), in small letters without accents.
pub fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    if word.len() < 3 {
        return None;
    }
    let names = months::FRENCH.iter().chain(months::ENGLISH);
    let mut found = names
        .filter(|(name, _)| begins(name, word))
        .map(|(_, month)| *month);
    let first = found.next()?;
    // "jui" begins two months; "mardi" begins none.
    found.all(|month| month == first).then_some(first)
}

/// The day, the month or the year that a text names in the form of ISO 8601: `24 novembre 2026`,
/// `novembre 2026`, `24/11/2026`. `None` where it may be another one, as `03/04/2026` may.
pub fn meant(text: &str) -> Option<String> {
    if text.len() > 40 {
        return None;
    }
    let lower = folded(text);
    let is_between = |c: char| c.is_whitespace() || c == ',';
    let words: Vec<&str> = lower
        .split(is_between)
        .filter(|word| !word.is_empty())
        .collect();
    if let [one] = words[..] {
        let parts: Vec<u8> = one
            .split(['/', '.', '-'])
            .filter_map(|part| part.parse().ok())
            .collect();
        let is_either =
            matches!(parts[..], [day, month, ..] if day <= 12 && month <= 12 && day != month);
        let is_short = parts.len() > 1
            && one
                .split(['/', '.', '-'])
                .next()
                .is_some_and(|part| part.len() < 3);
        return match is_either && is_short {
            true => None,
            false => numeric_date(one).map(|date| date.to_string()),
        };
    }
    let (mut day, mut named, mut year) = (None, None, None);
    for word in words {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = word.split_at(digits);
        let is_second = match (digits, tail) {
            (4, "") => year.replace(number.parse().ok()?).is_some(),
            (1 | 2, "" | "." | "er" | "e" | "st" | "nd" | "rd" | "th") => {
                day.replace(number.parse().ok()?).is_some()
            }
            (0, "le" | "the" | "of") => false,
            (0, name) => named.replace(month(name)?).is_some(),
            _ => true,
        };
        if is_second {
            return None;
        }
    }
    let (month, year): (i8, i16) = (named?, year?);
    match day {
        Some(day) => Some(Date::new(year, month, day).ok()?.to_string()),
        None => Some(format!("{year:04}-{month:02}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant() {
        for (text, wanted) in [
            ("24 novembre 2026", "2026-11-24"),
            ("le 1er juin 2026", "2026-06-01"),
            ("November 24, 2026", "2026-11-24"),
            ("novembre 2026", "2026-11"),
            ("24/11/2026", "2026-11-24"),
            ("2026/11/24", "2026-11-24"),
            ("05/05/2026", "2026-05-05"),
            ("03/04/2026", ""),
            ("31 novembre 2026", ""),
            ("lundi", ""),
            ("2026", ""),
            ("de 2024 à 2026", ""),
        ] {
            assert_eq!(meant(text).unwrap_or_default(), wanted, "{text}");
        }
    }
}
