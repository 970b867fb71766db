//! Times of day and dates, alone, in ranges and in lists.

use super::super::words::{after_spaces, is_space, word};
use super::super::{Figure, FigureKind, Weight};
use super::{Literal, Scan};
use rihla_text::language::Figures;

impl Scan<'_> {
    /// The time that begins with a number, in minutes, and where it ends.
    pub(super) fn time(&self, at: usize, literal: Literal) -> Option<(u32, usize)> {
        let row = self.row;
        let (hour, after) = self.small(at, 1, 2)?;
        let hour = u32::try_from(hour).ok()?;
        let minutes = |start: usize| {
            let (minutes, end) = self.small(start, 2, 2)?;
            (minutes < 60).then_some((u32::try_from(minutes).ok()?, end))
        };
        let rest = self.rest(after);
        if let Some((minutes, end)) = row.and_then(|row| self.hours(row, hour, after)) {
            let of_half = self.of_half(minutes, end);
            return of_half.or(Some((minutes, end)));
        }
        let with_minutes = match rest.starts_with(':') {
            true => minutes(after + 1),
            false => None,
        };
        let dotted = rest.starts_with('.').then(|| minutes(after + 1)).flatten();
        let (more, end) = with_minutes.or(dotted).unwrap_or((0, after));
        if let Some(time) = self.of_half(hour * 60 + more, end) {
            return Some(time);
        }
        let (more, end) = with_minutes?;
        (hour < 24 && end > literal.end).then_some((hour * 60 + more, end))
    }

    /// A time with what follows it and says in which half of the day it is: `5 p.m.`, `8 h du soir`.
    fn of_half(&self, minutes: u32, at: usize) -> Option<(u32, usize)> {
        let (first, second) = self.row?.halves?;
        let place = after_spaces(self.text, at);
        let place = place + usize::from(self.rest(place).starts_with('('));
        let named = |names: &[&str]| {
            let found = names.iter().find(|name| {
                let rest = self.rest(place).strip_prefix(**name);
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })?;
            Some(place + found.len())
        };
        let half = 12 * 60;
        if minutes >= half + 60 {
            return None;
        }
        let morning = named(first).map(|end| (minutes % half, end));
        morning.or_else(|| named(second).map(|end| (minutes % half + half, end)))
    }

    /// Hours with what follows them: `8 h`, `8H45`, `20 heures 30`, `9 heures et demie`, `8 hours and 45
    /// minutes`. A number of hours alone is a number.
    fn hours(&self, row: &Figures, hour: u32, at: usize) -> Option<(u32, usize)> {
        let place = after_spaces(self.text, at);
        let name = word(self.text, place, false);
        if !row.hours.contains(&name) {
            return None;
        }
        let end = place + name.len();
        let next = after_spaces(self.text, end);
        let between = word(self.text, next, false);
        let start = match row.between.contains(&between) {
            true => after_spaces(self.text, next + between.len()),
            false => next,
        };
        let alone = match row.hour_letters.contains(&name) {
            true => Some((hour * 60, end)),
            false => self.of_half(hour * 60, end),
        };
        let is_of_clock = !row.hour_letters.is_empty();
        let Some((minutes, last)) = self.small(start, 1, 2).filter(|(value, _)| *value < 60) else {
            let part = word(self.text, start, false);
            let known = row.parts.iter().find(|(name, ..)| *name == part);
            let minutes = match known {
                Some((_, 2, _)) if is_of_clock && start > next => 30,
                Some((_, 4, _)) if is_of_clock && start > next => 15,
                _ => return alone,
            };
            return Some((hour * 60 + minutes, start + part.len()));
        };
        let unit = after_spaces(self.text, last);
        let unit_name = word(self.text, unit, false);
        let minutes = hour * 60 + u32::try_from(minutes).ok()?;
        if row.minutes.contains(&unit_name) {
            return Some((minutes, unit + unit_name.len()));
        }
        match is_of_clock && last - start == 2 && start == next {
            true => Some((minutes, last)),
            false => alone,
        }
    }

    /// Where a number ends that a word repeats: “12 noon”.
    pub(super) fn named_time(&self, literal: Literal) -> Option<usize> {
        let place = after_spaces(self.text, literal.end);
        let name = word(self.text, place, false);
        let times = self.row?.times.iter();
        let is_noon = literal.plain == Some(12)
            && times
                .copied()
                .any(|(known, minutes)| known == name && minutes == 12 * 60);
        is_noon.then_some(place + name.len())
    }

    /// A time of day. The other end of its range, which leaves “pm” to it, becomes one too.
    pub(super) fn clock(&mut self, minutes: u32, at: usize, end: usize) -> Option<usize> {
        let is_joined = self
            .figures
            .last()
            .is_some_and(|last| self.joins(last.range.end, at, true));
        let leaves_half = self
            .row
            .is_some_and(|row| row.halves.is_some() && row.hour_letters.is_empty());
        let half = 12 * 60;
        let first = self.figures.last().and_then(|last| self.short_time(last));
        if leaves_half
            && is_joined
            && let Some(first) = first
            && let Some(last) = self.figures.last_mut()
        {
            let before = first % half + minutes / half * half;
            // “11 to 2 pm” begins in the morning.
            last.kind = FigureKind::Time(if before > minutes {
                before.saturating_sub(half)
            } else {
                before
            });
        }
        self.push(FigureKind::Time(minutes), at, end, Weight::Digits)
    }

    /// The minutes of a figure that may be a time of day without its half: `8`, `8.30`, `2:30`.
    fn short_time(&self, figure: &Figure) -> Option<u32> {
        let written = self.text.get(figure.range.clone())?;
        let (hour, minutes) = written.split_once([':', '.']).unwrap_or((written, "00"));
        let is_short = minutes.len() == 2 && hour.len() <= 2;
        let value = |text: &str| text.parse::<u32>().ok();
        let (hour, minutes) = (value(hour)?, value(minutes)?);
        (is_short && (1..=12).contains(&hour) && minutes < 60).then_some(hour * 60 + minutes)
    }

    /// The number of the month whose name begins at a place, and where the name ends.
    pub(super) fn month(&self, at: usize) -> Option<(i8, usize)> {
        let row = self.row?;
        let short = row.months.iter().find(|(name, _)| {
            let rest = self.rest(at).strip_prefix(*name);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        let name = word(self.text, at, false);
        let is_capital = name.starts_with(char::is_uppercase);
        let lower = name.to_lowercase();
        let named = self
            .months
            .iter()
            .find(|month| month.name == lower && (!month.has_capital || is_capital));
        match (named, short) {
            (Some(month), _) => Some((month.number, at + name.len())),
            (None, Some((name, number))) => Some((*number, at + name.len())),
            (None, None) => None,
        }
    }

    /// The year after a month or a day.
    pub(super) fn year(&self, at: usize) -> Option<(i64, usize)> {
        let comma = usize::from(self.rest(at).starts_with(','));
        let place = after_spaces(self.text, at + comma);
        let (year, end) = self.small(place, 4, 4)?;
        let goes_on = self
            .rest(end)
            .strip_prefix([' ', '\u{a0}', '\u{202f}', ',', '.']);
        // “june 2,000 people”
        let is_part = goes_on.is_some_and(|rest| {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            digits == 3
        });
        (place > at && !is_part && (1000..2200).contains(&year)).then_some((year, end))
    }

    /// A date that begins with its day, which ends at `end`.
    pub(super) fn date(
        &mut self,
        at: usize,
        day: i64,
        end: usize,
        weight: Weight,
    ) -> Option<usize> {
        let row = self.row?;
        let day = i8::try_from(day)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        let mut place = after_spaces(self.text, end);
        let of = word(self.text, place, false);
        if row.of.contains(&of) {
            place = after_spaces(self.text, place + of.len());
        }
        let (month, end) = self.month(place).filter(|_| place > end)?;
        let (year, end) = match self.year(end) {
            Some((year, end)) => (Some(year), end),
            None => (None, end),
        };
        self.dated(year, Some(month), Some(day), at, end, weight)
    }

    /// A date; what is before it in a range or a list has its month and its year.
    pub(super) fn dated(
        &mut self,
        year: Option<i64>,
        month: Option<i8>,
        day: Option<i8>,
        at: usize,
        end: usize,
        weight: Weight,
    ) -> Option<usize> {
        let mut before = at;
        let mut is_first = true;
        for number in (0..self.figures.len()).rev() {
            let range = self.figures[number].range.clone();
            if !self.joins(range.end, before, is_first) {
                break;
            }
            let last = &mut self.figures[number];
            if last.weight == Weight::Vague {
                break;
            }
            match &mut last.kind {
                FigureKind::Number(amount) if day.is_some() => {
                    let Some(first) = amount.whole().filter(|day| (1..=31).contains(day)) else {
                        break;
                    };
                    last.kind = FigureKind::Date(year, month, i8::try_from(first).ok());
                }
                FigureKind::Date(own @ None, ..) => *own = year,
                _ => break,
            }
            is_first = false;
            before = range.start;
        }
        self.push(FigureKind::Date(year, month, day), at, end, weight)
    }

    /// Whether what stands between two places makes a range or a list of what is around it.
    pub(super) fn joins(&self, from: usize, to: usize, is_last: bool) -> bool {
        let (Some(row), Some(between)) = (self.row, self.text.get(from..to)) else {
            return false;
        };
        let words: Vec<&str> = between
            .split_whitespace()
            .filter(|word| !matches!(*word, "le" | "the" | "du"))
            .collect();
        match words[..] {
            [word] => row.ranges.contains(&word) && (word != "," || !is_last),
            _ => false,
        }
    }

    /// The short name of a day before a date: `lun. 5 juin`, `Tue, June 5`.
    fn short_weekday(&mut self, at: usize) -> Option<usize> {
        let mut names = self.row?.short_days.iter();
        let (name, day) = names.find(|(name, _)| {
            let head = self.text.get(at..at + name.len());
            head.is_some_and(|head| {
                head == *name || name.ends_with('.') && head.to_lowercase() == *name
            }) && !self.rest(at + name.len()).starts_with(char::is_alphabetic)
        })?;
        let end = at + name.len();
        let mut place = end + usize::from(self.rest(end).starts_with('.'));
        place += usize::from(self.rest(place).starts_with(','));
        let place = after_spaces(self.text, place);
        let is_before_date = match self.small(place, 1, 2) {
            Some((_, end)) => {
                let end = end + self.ordinal(end).unwrap_or_default();
                let month = after_spaces(self.text, end);
                month > end && self.month(month).is_some()
            }
            None => self.row?.month_first && self.month(place).is_some(),
        };
        (is_before_date && place > end)
            .then(|| self.push(FigureKind::Weekday(*day), at, end, Weight::Words))?
    }

    /// A day of the week.
    pub(super) fn weekday(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.short_weekday(at) {
            return Some(end);
        }
        let name = word(self.text, at, false);
        let singular = name.strip_suffix('s').unwrap_or(name);
        let lower = singular.to_lowercase();
        let day = self.row?.days.iter().position(|day| {
            let has_capital = day.starts_with(char::is_uppercase);
            *day == singular || !has_capital && *day == lower
        })?;
        let kind = FigureKind::Weekday(u8::try_from(day).ok()?);
        self.push(kind, at, at + name.len(), Weight::Words)
    }

    /// A month, with the day and the year that follow it.
    pub(super) fn month_alone(&mut self, at: usize) -> Option<usize> {
        let row = self.row?;
        let (month, name_end) = self.month(at)?;
        if let Some((year, end)) = self.year(name_end) {
            return self.dated(Some(year), Some(month), None, at, end, Weight::Digits);
        }
        let is_name = name_end == at + word(self.text, at, false).len();
        let place = after_spaces(self.text, name_end);
        if row.month_first
            && place > name_end
            && let Some((day, end)) = self.small(place, 1, 2)
            && let Some(day) = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))
            && !self.rest(end).starts_with(['%', ':', '.'])
        {
            let end = end + self.ordinal(end).unwrap_or_default();
            let number = self.figures.len();
            self.dated(None, Some(month), Some(day), at, end, Weight::Digits);
            let mut end = end;
            // “June 2–4, 2017”
            let next = self.rest(end).trim_start_matches(|c: char| is_space(c));
            if let Some(rest) = next.strip_prefix(['-', '–']) {
                let start = after_spaces(self.text, self.text.len() - rest.len());
                if let Some((last, after)) = self.small(start, 1, 2) {
                    let last = i8::try_from(last).ok();
                    self.push(
                        FigureKind::Date(None, Some(month), last),
                        start,
                        after,
                        Weight::Digits,
                    );
                    end = after;
                }
            }
            if let Some((known, after)) = self.year(end) {
                for figure in &mut self.figures[number..] {
                    if let FigureKind::Date(year @ None, ..) = &mut figure.kind {
                        *year = Some(known);
                    }
                }
                end = after;
            }
            return Some(end);
        }
        is_name.then(|| {
            let kind = FigureKind::Date(None, Some(month), None);
            self.push(kind, at, name_end, Weight::Words)
        })?
    }
}
