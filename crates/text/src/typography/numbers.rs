//! Numbers, and what belongs to them: thousands, units, hours, days, pages.

use super::edit::{Side, With};
use super::scan::{Scan, is_word};
use crate::language::{Label, Month, NO_BREAK, Numbers, Profile};

impl Scan<'_> {
    /// What begins with a figure.
    pub(super) fn number(&mut self, at: usize) -> usize {
        if self.is_inside_word(at) {
            let rest = self.bytes[at..].iter();
            return at + rest.take_while(|byte| byte.is_ascii_alphanumeric()).count();
        }
        if let Some(end) = self.iso_date(at) {
            return end;
        }
        let mut end = self.groups(at);
        if self.is_phone(at) {
            if let Some(prefix) = self.phone_prefix(at) {
                self.tie(prefix, at);
            }
            for pair in 1..self.work.groups.len() {
                let (before, after) = (self.work.groups[pair - 1].1, self.work.groups[pair].0);
                self.tie(before, after);
            }
            self.number_end = end;
            return end;
        }
        let label = self.before_number(at);
        self.join_thousands(end);
        let (day, last) = self.last_group();
        let mut is_whole = true;
        while matches!(self.bytes.get(end), Some(b',' | b'.')) && self.is_digit(end + 1) {
            end = self.figures(end + 1);
            is_whole = false;
        }
        self.number_end = end;
        let day = day.filter(|_| is_whole);
        if let Some(gap) = self.month_before(at, end, day) {
            self.tie(gap, at);
        }
        match self.bytes.get(end) {
            Some(b'-') if self.profile.dashes_in_ranges && is_whole => {
                let begins = day.is_some() && self.day_of_month(end + 1);
                if begins && self.ends_month(self.gap_before(last.0), last.0) {
                    self.put(end, end + 1, "–", Side::Before);
                } else {
                    self.range(last, end, label);
                }
                end
            }
            Some(byte)
                if byte.is_ascii_lowercase() || byte.is_ascii_uppercase() || *byte == 0xc2 =>
            {
                self.touching(end, day)
            }
            Some(_) => self.apart(end, day),
            None => end,
        }
    }

    pub(super) fn is_digit(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(u8::is_ascii_digit)
    }

    /// The end of the figures that begin with a byte.
    pub(super) fn figures(&self, at: usize) -> usize {
        at + self.bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    }

    /// Whether a figure is part of a word, an address, a reference: `CO2`, `COVID-19`, `A/RES/73`.
    fn is_inside_word(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else {
            return false;
        };
        if is_word(before) || before == '_' {
            return true;
        }
        let outer = at - before.len_utf8();
        match before {
            '-' if self.number_end == outer => false,
            '\'' | '’' => self.before(outer).is_some_and(|c| c.is_ascii_digit()),
            '-' | '/' | '.' | ',' | ':' | '@' | '#' | '&' | '=' | '+' | '*' | '~' | '\\' => {
                self.before(outer).is_some_and(is_word)
            }
            _ => false,
        }
    }

    /// The end of a day such as 2017-06-02.
    fn iso_date(&self, at: usize) -> Option<usize> {
        let text = self.bytes.get(at..at + 10)?;
        let fits = text.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        (fits && !self.is_digit(at + 10)).then_some(at + 10)
    }

    /// Reads groups of figures with single spaces between them; gives their end.
    fn groups(&mut self, at: usize) -> usize {
        let mut end = self.figures(at);
        self.work.groups.clear();
        self.work.groups.push((at, end));
        loop {
            let next = end + self.space(end);
            if next == end || !self.is_digit(next) {
                return end;
            }
            end = self.figures(next);
            self.work.groups.push((next, end));
        }
    }

    /// Whether the groups are a telephone number: +212 537 65 28 81, 05 37 65 28 81.
    fn is_phone(&self, at: usize) -> bool {
        let groups = &self.work.groups;
        let figures: usize = groups.iter().map(|(start, end)| end - start).sum();
        if groups.len() < 2 || figures > 15 {
            return false;
        }
        if self.before(at) == Some('+') {
            return figures >= 9;
        }
        if groups.len() < 3 {
            return false;
        }
        let begins_with_zero = self.bytes[at] == b'0' && groups[0].1 - groups[0].0 > 1;
        begins_with_zero && figures >= 9 || self.phone_prefix(at).is_some()
    }

    /// Where `(0)` or `(+212)` ends before a telephone number.
    fn phone_prefix(&self, at: usize) -> Option<usize> {
        let end = self.gap_before(at);
        let inner = end.checked_sub(1).filter(|at| self.bytes[*at] == b')')?;
        let figures = self.bytes[..inner]
            .iter()
            .rev()
            .take(4)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let start = inner - figures;
        let before = self.bytes[..start].iter().rev();
        let is_prefix = match before.take(2).collect::<Vec<_>>()[..] {
            [b'+', b'('] => figures > 0,
            [b'(', ..] => &self.bytes[start..inner] == b"0",
            _ => false,
        };
        is_prefix.then_some(end)
    }

    /// Sets what separates thousands among the groups: `2017 174 500` is a year and a number.
    fn join_thousands(&mut self, end: usize) {
        let Some(space) = self.profile.thousands else {
            return;
        };
        let length = |(start, end): (usize, usize)| end - start;
        let mut is_number = false;
        for number in 0..self.work.groups.len() {
            let group = self.work.groups[number];
            let joins =
                is_number && length(group) == 3 && (group.1 < end || self.may_end_number(end));
            if joins {
                let before = self.work.groups[number - 1].1;
                self.put(before, group.0, space, Side::Before);
            } else {
                is_number = length(group) <= 3 && self.bytes[group.0] != b'0';
            }
            if joins {
                // The group is part of the number before it: it is no day.
                self.work.groups[number].0 = self.work.groups[number - 1].0;
            }
        }
    }

    /// Whether a number may end here: 5 100/200 and 10 100:30 are something else.
    fn may_end_number(&self, end: usize) -> bool {
        match self.after(end) {
            Some('/' | ':') => !self.is_digit(end + 1),
            Some('h') if self.profile.hours && self.ends_hour(end + 1) => true,
            Some(next) if next.is_alphabetic() => self.touching_unit(end).is_some(),
            _ => true,
        }
    }

    /// The last number of the groups: its value where it may be a day of a month, and its figures.
    fn last_group(&self) -> (Option<u8>, (usize, usize)) {
        let (start, end) = self.work.groups.last().copied().unwrap_or_default();
        let day = match &self.bytes[start..end] {
            figures @ ([_] | [_, _]) => {
                let value = figures
                    .iter()
                    .fold(0, |value, byte| value * 10 + (byte - b'0'));
                (1..=31).contains(&value).then_some(value)
            }
            _ => None,
        };
        (day, (start, end))
    }

    /// Keeps a number with what stands before it; gives the label that does.
    fn before_number(&mut self, at: usize) -> Option<&'static Label> {
        let gap = self.gap_before(at);
        if gap == at {
            // n°5, §5
            let label = self.label(at)?;
            if label.is_set_apart {
                self.put(at, at, NO_BREAK, Side::After);
            }
            return Some(label);
        }
        if let Some(label) = self.label(gap) {
            self.tie(gap, at);
            return Some(label);
        }
        if self.is_currency_before(gap) {
            self.tie(gap, at);
        }
        None
    }

    /// The label that ends before a byte.
    pub(super) fn label(&self, end: usize) -> Option<&'static Label> {
        let last = *self.bytes.get(end.checked_sub(1)?)?;
        self.profile.labels.iter().find(|label| {
            let word = label.word.as_bytes();
            word[word.len() - 1] == last && self.bytes[..end].ends_with(word) && {
                let start = end - word.len();
                !word[0].is_ascii_alphabetic() || self.begins_word(start)
            }
        })
    }

    /// Whether the code or the sign of a currency ends before a byte, and no amount before it.
    fn is_currency_before(&self, end: usize) -> bool {
        let symbol = ["$", "€", "£", "¥"]
            .into_iter()
            .find(|symbol| self.bytes[..end].ends_with(symbol.as_bytes()));
        let (start, is_one) = match symbol {
            Some(symbol) => (end - symbol.len(), true),
            None => {
                let Some(start) = end.checked_sub(3) else {
                    return false;
                };
                (start, self.is_code(start) && self.begins_word(start))
            }
        };
        let amount = self.before(self.gap_before(start));
        is_one && !amount.is_some_and(|c| c.is_ascii_digit())
    }

    /// Whether the code of a currency begins with a byte.
    fn is_code(&self, at: usize) -> bool {
        let Some(code) = self.bytes.get(at..at + 3) else {
            return false;
        };
        code.iter().all(u8::is_ascii_uppercase)
            && str::from_utf8(code).is_ok_and(Profile::is_currency)
    }

    /// Where the space begins between the name of a month and the day after it.
    fn month_before(&self, at: usize, end: usize, day: Option<u8>) -> Option<usize> {
        day.filter(|_| self.profile.month_first && self.ends_word(end))?;
        let gap = self.gap_before(at);
        self.ends_month(gap, at).then_some(gap)
    }

    /// Whether the name of a month ends before the spaces from `gap` to `at`, where the day after it
    /// begins.
    fn ends_month(&self, gap: usize, at: usize) -> bool {
        let ends = |(month, _): &Month| {
            self.bytes[..gap].ends_with(month.as_bytes()) && self.begins_word(gap - month.len())
        };
        self.profile.month_first && gap < at && self.profile.months.iter().any(ends)
    }

    /// Whether a month with a day after it begins with a byte: `July 3`.
    fn day_of_month(&self, at: usize) -> bool {
        let Some(length) = self.bytes.get(at).and_then(|_| self.month(at)) else {
            return false;
        };
        let next = self.gap_after(at + length);
        next > at + length && self.is_day(next, self.figures(next))
    }

    /// Whether figures are those of a day alone.
    fn is_day(&self, start: usize, end: usize) -> bool {
        let value = self
            .text
            .get(start..end)
            .and_then(|text| text.parse::<u8>().ok());
        value.is_some_and(|day| (1..=31).contains(&day))
            && !self.after(end).is_some_and(|c| is_word(c) || c == '-')
    }

    /// Sets an en dash between two days of different months, `28 June-3 July`, where the name of the
    /// first month ends at `end`.
    fn range_of_months(&mut self, end: usize) {
        if !self.profile.dashes_in_ranges || self.bytes.get(end) != Some(&b'-') {
            return;
        }
        let day = self.figures(end + 1);
        let next = self.gap_after(day);
        if self.is_day(end + 1, day)
            && next > day
            && next < self.bytes.len()
            && self.month(next).is_some()
        {
            self.put(end, end + 1, "–", Side::Before);
            // The second day is one too.
            self.number_end = end;
        }
    }

    /// What touches a number: `14h30`, `2e`, `7j/7`, `5km`. Gives the byte to go on with.
    fn touching(&mut self, end: usize, day: Option<u8>) -> usize {
        if self.profile.hours && self.bytes[end] == b'h' && self.ends_hour(end + 1) {
            return self.hour(end, end);
        }
        let ordinals = &self.profile.ordinals;
        let ending = ordinals.endings.iter().find(|ending| {
            self.bytes[end..].starts_with(ending.as_bytes()) && self.ends_word(end + ending.len())
        });
        if let Some(ending) = ending {
            let after = end + ending.len();
            if ordinals.are_raised {
                self.push(end, after, With::Raised, Side::Before);
            }
            self.before_month(after, day);
            return after;
        }
        if let Some(unit) = self.touching_unit(end) {
            self.put(end, end, NO_BREAK, Side::Before);
            return end + unit;
        }
        if self.space(end) > 0 {
            return self.apart(end, day);
        }
        end
    }

    /// The length of a unit that touches the number which ends here.
    fn touching_unit(&self, end: usize) -> Option<usize> {
        let units = self.profile.touching_units;
        let is_whole = |unit: &str| {
            let after = self.after(end + unit.len());
            !after.is_some_and(|c| is_word(c) || matches!(c, '@' | '_'))
        };
        let known = units
            .iter()
            .find(|unit| self.bytes[end..].starts_with(unit.as_bytes()) && is_whole(unit));
        match known {
            Some(unit) => Some(unit.len()),
            None if !units.is_empty() && self.is_code(end) && self.ends_word(end + 3) => Some(3),
            None => None,
        }
    }

    /// Whether, after a space, a unit follows that would be set apart if it touched the number which
    /// ends here.
    pub(super) fn is_measured(&self, end: usize) -> bool {
        let next = self.gap_after(end);
        let is_hour =
            self.profile.hours && self.bytes.get(next) == Some(&b'h') && self.ends_hour(next + 1);
        next > end && next < self.bytes.len() && (is_hour || self.touching_unit(next).is_some())
    }

    /// What stands after a number and a space: a unit, a month, an hour.
    fn apart(&mut self, end: usize, day: Option<u8>) -> usize {
        let next = self.gap_after(end);
        if next == end || next == self.bytes.len() {
            return end;
        }
        if self.profile.hours && self.bytes[next] == b'h' && self.ends_hour(next + 1) {
            return self.hour(end, next);
        }
        if self.before_month(end, day) {
            return end;
        }
        let first = self.bytes[next];
        // Signs have rules of their own.
        let names = self.profile.currencies.iter().map(|(name, _)| name);
        let currencies = names.filter(|name| name.as_bytes()[0].is_ascii_alphabetic());
        let is_unit = self.profile.units.iter().chain(currencies).any(|unit| {
            unit.as_bytes()[0] == first
                && self.bytes[next..].starts_with(unit.as_bytes())
                && self.ends_unit(next + unit.len())
        });
        if is_unit || self.is_code(next) && self.ends_word(next + 3) {
            self.tie(end, next);
        }
        end
    }

    /// Whether a unit ends here: the *l* of *l’eau* is none.
    fn ends_unit(&self, at: usize) -> bool {
        self.ends_word(at) && !matches!(self.after(at), Some('\'' | '’' | '´' | '‘'))
    }

    /// Keeps a day with the month after it; `end` is the end of the day.
    fn before_month(&mut self, end: usize, day: Option<u8>) -> bool {
        let next = self.gap_after(end);
        if day.is_none() || next == end || next == self.bytes.len() {
            return false;
        }
        let month = self.month(next);
        if let Some(length) = month {
            self.tie(end, next);
            self.range_of_months(next + length);
        }
        month.is_some()
    }

    /// The length of the name of a month that begins with a byte.
    pub(super) fn month(&self, at: usize) -> Option<usize> {
        let rest = &self.bytes[at..];
        let first = *rest.first()?;
        let found = self.profile.months.iter().find(|(month, _)| {
            let month = month.as_bytes();
            let begins = month[0] == first || month[0].to_ascii_uppercase() == first;
            begins
                && rest.len() >= month.len()
                && rest[1..month.len()] == month[1..]
                && self.ends_word(at + month.len())
        })?;
        Some(found.0.len())
    }

    /// Whether `h` is that of an hour: no letter follows it.
    fn ends_hour(&self, at: usize) -> bool {
        match self.after(at) {
            Some(next) if next.is_ascii_digit() => self.minutes(at).is_some(),
            Some(next) => !is_word(next) && !matches!(next, '\'' | '’' | '‘' | '´'),
            None => true,
        }
    }

    /// The end of minutes, 00 to 59, which are not the next hours.
    fn minutes(&self, at: usize) -> Option<usize> {
        let end = self.figures(at);
        let next = self.gap_after(end);
        let is_hour = self.bytes.get(next) == Some(&b'h') && self.ends_word(next + 1);
        let has_unit = next > end && self.touching_unit(next).is_some();
        let fits = end == at + 2 && self.bytes[at] < b'6' && self.ends_word(end);
        (fits && !is_hour && !has_unit).then_some(end)
    }

    /// `14 h 30`: `end` is the end of the hours, `character` the place of `h`.
    fn hour(&mut self, end: usize, character: usize) -> usize {
        self.put(end, character, NO_BREAK, Side::After);
        let after = character + 1;
        let next = self.gap_after(after);
        match self.minutes(next) {
            Some(minutes) if self.is_hour_of_day(end) => {
                self.put(after, next, NO_BREAK, Side::Before);
                self.number_end = minutes;
                minutes
            }
            _ => {
                self.number_end = after;
                after
            }
        }
    }

    /// Whether the number that ends here is at most 24.
    fn is_hour_of_day(&self, end: usize) -> bool {
        let figures = self.bytes[..end]
            .iter()
            .rev()
            .take(3)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        matches!(
            &self.bytes[end - figures..end],
            [_] | [b'0' | b'1', _] | [b'2', b'0'..=b'4']
        )
    }

    /// Sets an en dash between years, between days of a month and between pages. `first` is the
    /// number before the hyphen at `end`.
    fn range(&mut self, first: (usize, usize), end: usize, label: Option<&Label>) {
        let second = (end + 1, self.figures(end + 1));
        let value = |(start, end): (usize, usize)| self.text[start..end].parse::<u32>().ok();
        let (Some(from), Some(to)) = (value(first), value(second)) else {
            return;
        };
        let after = self.after(second.1);
        let goes_on = after.is_some_and(|c| is_word(c) || matches!(c, '-' | '/'))
            || matches!(after, Some('.' | ',')) && self.is_digit(second.1 + 1);
        let before = self.before(first.0);
        let is_part = before.is_some_and(|c| matches!(c, '-' | '–' | '+'));
        let length = |(start, end): (usize, usize)| end - start;
        let is_short = length(first) == 4 && length(second) == 2;
        if from >= to && !is_short || goes_on || is_part {
            return;
        }
        let years = length(first) == 4 && length(second) == 4;
        // 2017-18, but 2011-12 may be a month.
        let short = length(first) == 4 && length(second) == 2 && to > 12 && to > from % 100;
        let next = self.gap_after(second.1);
        let is_before_month = next > second.1 && self.month(next).is_some();
        let is_after_month = self.ends_month(self.gap_before(first.0), first.0);
        let days = to <= 31 && (is_before_month || is_after_month);
        let is_range = match label.map_or(Numbers::Any, |label| label.numbers) {
            Numbers::Range => true,
            Numbers::Any => (years && to < 3000 || short) && (1000..3000).contains(&from) || days,
            Numbers::One => false,
        };
        if is_range {
            self.put(end, end + 1, "–", Side::Before);
        }
    }
}
