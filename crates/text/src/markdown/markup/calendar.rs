//! Dates that no calendar has: `31 novembre 2026`, `30 février`, `29 February 2025`.

use super::{Findings, Seen, dates};
use crate::language::written::month;
use jiff::civil::Date;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, folded};

/// The months that do not have every day, in full, in small letters without accents.
const SHORT: [&str; 10] = [
    "fevrier",
    "february",
    "avril",
    "april",
    "juin",
    "june",
    "septembre",
    "september",
    "novembre",
    "november",
];

/// A year in which February has all its days.
const LEAP: i16 = 2024;

/// The dates of a text that do not exist: where each begins, its words, and the last day of the month.
///
/// Without a year, a day stands before the full name of a month; behind the name it may count something else
/// (`en juin 31 familles`), so that a year follows.
pub fn impossible(text: &str) -> Vec<(usize, &str, i8)> {
    if !is_suspicious(text) {
        return Vec::new();
    }
    let words = dates::words(text);
    let mut found = Vec::new();
    for (number, pair) in words.windows(2).enumerate() {
        let [(at, one), (next, two)] = pair else {
            continue;
        };
        let year = words
            .get(number + 2)
            .and_then(|(at, word)| year_of(*at, word));
        let start = dates::start(*at, one);
        let one = &text[start..at + one.len()];
        let name = dates::trimmed(two);
        let is_full = |name: &str| SHORT.contains(&&*folded(name));
        let date = match (day_of(one), day_of(two.trim_end_matches(','))) {
            (Some(day), _) if is_full(name) => {
                // `30 février.` ends a sentence.
                let year = year.filter(|_| name.len() == two.len());
                Some((day, name, year, next + name.len()))
            }
            (_, Some(day)) if is_full(one) && year.is_some() => Some((day, one, year, 0)),
            _ => None,
        };
        let Some((day, name, year, end)) = date else {
            continue;
        };
        let (in_year, end) = year.unwrap_or((LEAP, end));
        let last = month(&folded(name)).and_then(|month| Date::new(in_year, month, 1).ok());
        if let Some(last) = last.map(Date::days_in_month)
            && day > last
        {
            found.push((start, &text[start..end], last));
        }
    }
    found
}

/// A day of a month in figures: `31`, `31st`.
fn day_of(word: &str) -> Option<i8> {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, ending) = word.split_at(figures);
    let is_day = matches!(ending, "" | "st" | "th") && figures.len() == 2;
    let day = figures.parse().ok().filter(|_| is_day)?;
    (29..=31).contains(&day).then_some(day)
}

/// The year that a word is, and where it ends.
fn year_of(at: usize, word: &str) -> Option<(i16, usize)> {
    let figures = dates::trimmed(word);
    let is_year = figures.len() == 4 && figures.bytes().all(|byte| byte.is_ascii_digit());
    let year = figures.parse().ok().filter(|_| is_year)?;
    (1600..=2200)
        .contains(&year)
        .then_some((year, at + figures.len()))
}

/// Whether a text may have such a day.
pub(super) fn is_suspicious(text: &str) -> bool {
    let has = |part: &str| memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some();
    has("29") || has("30") || has("31")
}

/// What is said of such a date.
pub fn impossible_of(words: &str, last: i8) -> Diagnostic {
    Diagnostic::new(&say::CALENDAR)
        .with("words", dates::in_line(words))
        .with("last", last.to_string())
}

/// Finds such dates in a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    for (at, words, last) in impossible(&seen.text) {
        let span = seen.span(at, at + words.len());
        findings.push((impossible_of(words, last), span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_no_calendar_has_is_found() {
        for (text, wanted) in [
            ("Le 31 novembre 2026, à Rabat", "31 novembre 2026"),
            ("jusqu’au 30 février.", "30 février"),
            ("(29 February 2025)", "29 February 2025"),
            ("lundi 31\u{a0}juin\u{a0}2026", "31\u{a0}juin\u{a0}2026"),
            ("on November 31, 2026.", "November 31, 2026"),
            ("on the 31st April", "31st April"),
            ("le 30 Février. 2026 sera", "30 Février"),
            ("29 février 2024, 29 février, 30 novembre 2026, 31 mai", ""),
            ("En novembre 31 familles, in June 31 people", ""),
            ("en avril 31, 2026 familles", "avril 31, 2026"),
            ("231 novembre 2026, 31,5 juin, 31 juin2", ""),
            ("31 novembrement", ""),
        ] {
            let found = impossible(text);
            let words = found.first().map_or("", |(_, words, _)| words);
            assert_eq!(words, wanted, "{text}");
        }
    }
}
