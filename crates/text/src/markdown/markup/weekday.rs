//! Dates whose day of the week is another one: `lundi 24 novembre 2026` is a Tuesday.

use super::{Findings, Seen, dates};
use crate::language::written::{month, weekday};
use jiff::civil::Date;
use rihla_diagnostics::catalogue::{markdown as say, schema};
use rihla_diagnostics::{Diagnostic, folded};

/// The years in which dates are of one calendar everywhere.
const YEARS: std::ops::RangeInclusive<i16> = 1930..=2200;

/// The dates of a text that have a day of the week, a day, a month and a year, and are of another day of
/// the week: where each begins, and its words.
pub fn weekdays(text: &str) -> Vec<(usize, &str, Date)> {
    if !is_suspicious(text) {
        return Vec::new();
    }
    let words = dates::words(text);
    let mut found = Vec::new();
    for (number, (at, word)) in words.iter().enumerate() {
        let start = dates::start(*at, word);
        let name = folded(text[start..at + word.len()].trim_end_matches(','));
        let known = weekday(&name).filter(|(whole, _)| whole.len() == name.len());
        let Some((_, day)) = known else {
            continue;
        };
        let rest = words[number + 1..].iter();
        let mut rest = rest.filter(|(_, word)| !matches!(*word, "le" | "the" | "of"));
        let (Some(one), Some(two), Some((last, year))) = (rest.next(), rest.next(), rest.next())
        else {
            continue;
        };
        let year = dates::trimmed(year);
        let end = last + year.len();
        let Some(date) = date_of(one.1, two.1, year) else {
            continue;
        };
        if date.weekday() != day && YEARS.contains(&date.year()) {
            found.push((start, &text[start..end], date));
        }
    }
    found
}

/// `24 novembre 2026`, `November 24, 2026`.
fn date_of(one: &str, two: &str, year: &str) -> Option<Date> {
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().ok().filter(|_| is_year)?;
    let (one, two) = (one.trim_end_matches(','), two.trim_end_matches(','));
    let of = |day: &str, name: &str| {
        let digits = day.bytes().take_while(u8::is_ascii_digit).count();
        let (number, ending) = day.split_at(digits);
        let is_day = matches!(ending, "" | "er" | "st" | "nd" | "rd" | "th");
        let number = number.parse().ok().filter(|_| is_day)?;
        Date::new(year, month(&folded(name))?, number).ok()
    };
    of(one, two).or_else(|| of(two, one))
}

/// What is said of such a date.
pub fn weekday_of(words: &str, date: Date) -> Diagnostic {
    let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
    Diagnostic::new(&say::WEEKDAY)
        .with("words", dates::in_line(words))
        .with("date", date.to_string())
        .with("day", schema::WEEKDAYS[day])
}

/// Whether a text may have a year and a day of the week.
pub(super) fn is_suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_year = |four: &[u8]| four.iter().all(u8::is_ascii_digit);
    let has = |part: &[u8]| memchr::memmem::find(bytes, part).is_some();
    (has(b"di") || has(b"day") || has(b"DI") || has(b"DAY") || has(b"manche"))
        && bytes.windows(4).any(is_year)
}

/// Finds such dates in a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    for (at, words, date) in weekdays(&seen.text) {
        let span = seen.span(at, at + words.len());
        findings.push((weekday_of(words, date), span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_week_that_is_another_one_is_found() {
        for (text, wanted) in [
            (
                "Le lundi 24 novembre 2026, à Rabat",
                "lundi 24 novembre 2026",
            ),
            ("(Monday, 24 November 2026)", "Monday, 24 November 2026"),
            ("on Monday, November 24, 2026.", "Monday, November 24, 2026"),
            (
                "Monday the 24th of November 2026",
                "Monday the 24th of November 2026",
            ),
            ("lundi 1er décembre 2026", "lundi 1er décembre 2026"),
            ("Lundi\u{a0}24 nov. 2026", "Lundi\u{a0}24 nov. 2026"),
            ("mardi 24 novembre 2026 et Tuesday, November 24, 2026", ""),
            ("lundi 24 novembre", ""),
            ("du lundi 23 au mardi 24 novembre 2026", ""),
            ("lundi 24 novembre 1826", ""),
            ("lundi 24 novembre 2026/2027", ""),
            ("lundi, 24 personnes en 2026", ""),
            ("les lundis 24 novembre 2026", ""),
            ("lundi 31 novembre 2026", ""),
        ] {
            let found = weekdays(text);
            let words = found.first().map_or("", |(_, words, _)| words);
            assert_eq!(words, wanted, "{text}");
        }
    }
}
