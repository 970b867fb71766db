//! Reads the figures out of a text, once, from left to right.

use std::sync::Arc;

use super::words::{self, after_spaces, is_space, word};
use super::{Amount, Figure, Kind, Weight};
use crate::language::{Figures, Language, is_currency};

/// Reads the figures of the texts of one language.
#[derive(Debug)]
pub struct Reader {
    row: Option<&'static Figures>,
    months: Vec<Month>,
}

/// The name of a month, of CLDR.
#[derive(Debug)]
struct Month {
    /// In small letters.
    name: String,
    /// Whether its language writes it with a capital.
    has_capital: bool,
    number: i8,
}

/// The most digits that a number has; what has more is a reference.
const MOST_DIGITS: usize = 24;

impl Reader {
    /// A reader for a language. Where nothing is known of its words, plain digits are read.
    pub fn new(language: &Language) -> Self {
        let row = Figures::of_tag(language.variant.as_deref().unwrap_or(&language.tag));
        Self {
            row,
            months: row
                .map(|_| language.months())
                .unwrap_or_default()
                .into_iter()
                .map(|(name, number)| Month {
                    has_capital: name.starts_with(char::is_uppercase),
                    name: name.to_lowercase(),
                    number,
                })
                .collect(),
        }
    }

    /// A reader for a language of which nothing is known.
    pub fn plain() -> Self {
        Self {
            row: None,
            months: Vec::new(),
        }
    }

    /// The figures of a text, in order.
    pub fn read(&self, text: &str) -> Vec<Figure> {
        let mut scan = Scan {
            text,
            row: self.row,
            months: &self.months,
            figures: Vec::new(),
        };
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let next = match c {
                _ if c.is_ascii_digit() => scan.digits(at),
                _ if c.is_alphabetic() => scan.letters(at),
                '+' => scan.telephone(at),
                '$' | '€' | '£' | '¥' => scan.sum(at),
                _ => None,
            };
            // Whatever was read, something was.
            at = next.unwrap_or(0).max(at + c.len_utf8());
        }
        scan.figures
    }
}

struct Scan<'t> {
    text: &'t str,
    row: Option<&'static Figures>,
    months: &'t [Month],
    figures: Vec<Figure>,
}

/// A number as it is written.
#[derive(Clone, Copy)]
struct Literal {
    amount: Amount,
    end: usize,
    /// The value, where it is written with digits alone.
    plain: Option<i64>,
    /// How many digits it has.
    length: usize,
}

impl Scan<'_> {
    fn push(&mut self, kind: Kind, start: usize, end: usize, weight: Weight) -> Option<usize> {
        self.figures.push(Figure {
            kind,
            range: start..end,
            weight,
        });
        Some(end)
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The end of a run of ASCII digits.
    fn run(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()
    }

    /// The value of exactly so many digits at a place, at most so many.
    fn small(&self, at: usize, least: usize, most: usize) -> Option<(i64, usize)> {
        let end = self.run(at);
        let is_fit = (least..=most).contains(&(end - at));
        is_fit.then(|| Some((self.text[at..end].parse().ok()?, end)))?
    }

    // ------------------------------------------------------------ figures

    fn digits(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.as_written(at) {
            return Some(end);
        }
        let literal = self.literal(at)?;
        if let Some((minutes, end)) = self.time(at, literal) {
            if minutes >= 24 * 60 {
                let hours = Amount::new(u128::from(minutes / 60), 0);
                return self.push(Kind::Number(hours), at, end, Weight::Digits);
            }
            return self.clock(minutes, at, end);
        }
        let mut end = literal.end;
        if let Some(ending) = self.ordinal(end) {
            end += ending;
        }
        if let Some(day) = literal.plain.filter(|_| literal.length <= 2)
            && let Some(end) = self.date(at, day, end, Weight::Digits)
        {
            return Some(end);
        }
        if end > literal.end {
            return self.push(Kind::Number(literal.amount), at, end, Weight::Digits);
        }
        self.counted(literal.amount, at, literal.end, Weight::Digits)
    }

    /// What is the same in every language: dates of ISO 8601, numbers of telephones, of versions
    /// and of articles.
    fn as_written(&mut self, at: usize) -> Option<usize> {
        let end = self.run(at);
        let numbers = |scan: &Self, sign: char| -> Option<(i64, i64, usize)> {
            let next = scan.rest(end).strip_prefix(sign)?;
            let (second, end) = scan.small(scan.text.len() - next.len(), 1, 2)?;
            let next = scan.rest(end).strip_prefix(sign)?;
            let start = scan.text.len() - next.len();
            let (third, end) = scan.small(start, 1, 4)?;
            Some((second, third, end))
        };
        let as_date = |year: i64, month: i64, day: i64| {
            let month = i8::try_from(month)
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            let day = i8::try_from(day)
                .ok()
                .filter(|day| (1..=31).contains(day))?;
            Some(Kind::Date(Some(year), Some(month), Some(day)))
        };
        let first: Option<i64> = self.text[at..end].parse().ok();
        if end - at == 4
            && let Some((month, day, end)) = numbers(self, '-')
            && let Some(date) = as_date(first?, month, day)
        {
            return self.push(date, at, end, Weight::Digits);
        }
        if end - at <= 2
            && let Some((month, year, end)) = numbers(self, '/')
            && let Some(date) = as_date(year, month, first?).filter(|_| year > 999)
        {
            return self.push(date, at, end, Weight::Digits);
        }
        if self.text[at..end].starts_with('0') && end - at == 2 {
            return self.telephone(at);
        }
        // 1.2.3, which is no number.
        let chunk = self.rest(at);
        let length = chunk.len()
            - chunk
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
                .len();
        let chunk = chunk[..length].trim_end_matches('.');
        let parts: Vec<&str> = chunk.split('.').collect();
        let is_grouped = parts[1..].iter().all(|part| part.len() == 3);
        if parts.len() > 2 && !is_grouped || end - at > MOST_DIGITS {
            let end = (at + chunk.len()).max(end);
            return self.push(Kind::Reference(chunk.into()), at, end, Weight::Digits);
        }
        None
    }

    /// `+212 5 37 65 28 81`, `05 37 65 28 81`.
    fn telephone(&mut self, at: usize) -> Option<usize> {
        let mut digits = String::new();
        let mut end = at;
        let mut groups = 0;
        let mut place = at + usize::from(self.rest(at).starts_with('+'));
        loop {
            let run = self.run(place);
            if run == place {
                break;
            }
            digits.push_str(&self.text[place..run]);
            groups += 1;
            end = run;
            let rest = self.rest(run);
            let sign = rest
                .chars()
                .next()
                .filter(|c| is_space(*c) || ".-()".contains(*c));
            place = run + sign.map_or(0, char::len_utf8);
            // A number in brackets after a space.
            if sign.is_some_and(is_space) && self.rest(place).starts_with('(') {
                place += 1;
            }
            if sign.is_none() {
                break;
            }
        }
        let is_national = digits.starts_with('0') && groups >= 4;
        let is_one = self.rest(at).starts_with('+') && digits.len() >= 8 || is_national;
        if !is_one {
            return None;
        }
        self.push(Kind::Reference(digits.into()), at, end, Weight::Digits)
    }

    /// A number with what separates its thousands and its decimals.
    fn literal(&self, at: usize) -> Option<Literal> {
        let mut end = self.run(at);
        let mut digits = self.text[at..end].to_owned();
        let length = digits.len();
        let group = self.row.map(|row| row.group);
        let decimal = self.row.map_or('.', |row| row.decimal);
        let is_group = |c: char| {
            matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '’' | '\'') || Some(c) == group
        };
        let mut separator = None;
        if length <= 3 && !digits.starts_with('0') {
            while let Some(c) = self.rest(end).chars().next().filter(|c| is_group(*c)) {
                let start = end + c.len_utf8();
                let next = self.run(start);
                // One separator alone holds a number together, but for the kinds of space.
                let is_same = separator.is_none_or(|known: char| {
                    known == c || known.is_whitespace() && c.is_whitespace()
                });
                if next - start != 3 || !is_same {
                    break;
                }
                separator = Some(c);
                digits.push_str(&self.text[start..next]);
                end = next;
            }
        }
        let whole = digits.len();
        let sign = self.rest(end).chars().next();
        if let Some(c) =
            sign.filter(|c| (*c == decimal || Some(*c) == group) && separator != Some(*c))
        {
            let start = end + c.len_utf8();
            let next = self.run(start);
            let follows = self.rest(next).chars().next();
            // `1,2,3` is a list.
            let is_listed = self.text[..at].ends_with(c)
                && self.text[..at - c.len_utf8()].ends_with(|c: char| c.is_ascii_digit());
            let goes_on = follows == Some(c)
                && self
                    .rest(next + 1)
                    .starts_with(|c: char| c.is_ascii_digit());
            if next > start && !goes_on && !is_listed {
                digits.push_str(&self.text[start..next]);
                end = next;
            }
        }
        let decimals = i32::try_from(digits.len() - whole).ok()?;
        let amount = Amount::new(digits.parse().ok()?, -decimals);
        let plain = (separator.is_none() && decimals == 0).then(|| digits.parse().ok());
        Some(Literal {
            amount,
            end,
            plain: plain.flatten(),
            length,
        })
    }

    /// The length of the ending that makes a number an ordinal.
    fn ordinal(&self, at: usize) -> Option<usize> {
        let ending = word(self.text, at, false);
        let is_one = self.row?.ordinals.contains(&ending);
        (is_one && !ending.is_empty()).then_some(ending.len())
    }

    // ------------------------------------------------------------ times

    /// The time that begins with a number, in minutes, and where it ends.
    fn time(&self, at: usize, literal: Literal) -> Option<(u32, usize)> {
        let row = self.row;
        let (hour, after) = self.small(at, 1, 2)?;
        let hour = u32::try_from(hour).ok()?;
        let minutes = |start: usize| {
            let (minutes, end) = self.small(start, 2, 2)?;
            (minutes < 60).then_some((u32::try_from(minutes).ok()?, end))
        };
        let rest = self.rest(after);
        if row.is_some_and(|row| row.hours) {
            let place = after_spaces(self.text, after);
            if word(self.text, place, false) == "h" {
                let end = place + 1;
                return match minutes(after_spaces(self.text, end)) {
                    Some((minutes, end)) => Some((hour * 60 + minutes, end)),
                    None => Some((hour * 60, end)),
                };
            }
        }
        let with_minutes = match rest.starts_with(':') {
            true => minutes(after + 1),
            false => None,
        };
        if let Some((first, second)) = row.and_then(|row| row.halves) {
            let dotted = rest.starts_with('.').then(|| minutes(after + 1)).flatten();
            let (more, end) = with_minutes.or(dotted).unwrap_or((0, after));
            let place = after_spaces(self.text, end);
            let half = |names: &[&str]| {
                let found = names.iter().find(|name| {
                    let rest = self.rest(place).strip_prefix(**name);
                    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                })?;
                Some(place + found.len())
            };
            if let Some(end) = half(first).filter(|_| hour <= 12) {
                return Some((hour % 12 * 60 + more, end));
            }
            if let Some(end) = half(second).filter(|_| hour <= 12) {
                return Some(((hour % 12 + 12) * 60 + more, end));
            }
        }
        let (more, end) = with_minutes?;
        (hour < 24 && end > literal.end).then_some((hour * 60 + more, end))
    }

    /// A time of day. The other end of its range, which leaves “pm” to it, becomes one too.
    fn clock(&mut self, minutes: u32, at: usize, end: usize) -> Option<usize> {
        let is_joined = self
            .figures
            .last()
            .is_some_and(|last| self.joins(last.range.end, at, true));
        if self.row.is_some_and(|row| row.halves.is_some())
            && is_joined
            && let Some(last) = self.figures.last_mut()
            && let Kind::Number(hour) = last.kind
            && let Some(hour) = hour.whole().filter(|hour| (1..=12).contains(hour))
        {
            let hour = u32::try_from(hour).unwrap_or_default();
            let half = minutes / (12 * 60) * 12 * 60;
            let before = hour % 12 * 60 + half;
            // “11 to 2 pm” begins in the morning.
            last.kind = Kind::Time(if before > minutes {
                before.saturating_sub(720)
            } else {
                before
            });
        }
        self.push(Kind::Time(minutes), at, end, Weight::Digits)
    }

    // ------------------------------------------------------------ dates

    /// The number of the month whose name begins at a place, and where the name ends.
    fn month(&self, at: usize) -> Option<(i8, usize)> {
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
    fn year(&self, at: usize) -> Option<(i64, usize)> {
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
    fn date(&mut self, at: usize, day: i64, end: usize, weight: Weight) -> Option<usize> {
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
    fn dated(
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
            match &mut last.kind {
                Kind::Number(amount) if day.is_some() => {
                    let Some(first) = amount.whole().filter(|day| (1..=31).contains(day)) else {
                        break;
                    };
                    last.kind = Kind::Date(year, month, i8::try_from(first).ok());
                }
                Kind::Date(own @ None, ..) => *own = year,
                _ => break,
            }
            is_first = false;
            before = range.start;
        }
        self.push(Kind::Date(year, month, day), at, end, weight)
    }

    /// Whether what stands between two places makes a range or a list of what is around it.
    fn joins(&self, from: usize, to: usize, is_last: bool) -> bool {
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

    /// A month, with the day and the year that follow it.
    fn month_alone(&mut self, at: usize) -> Option<usize> {
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
                        Kind::Date(None, Some(month), last),
                        start,
                        after,
                        Weight::Digits,
                    );
                    end = after;
                }
            }
            if let Some((known, after)) = self.year(end) {
                for figure in &mut self.figures[number..] {
                    if let Kind::Date(year @ None, ..) = &mut figure.kind {
                        *year = Some(known);
                    }
                }
                end = after;
            }
            return Some(end);
        }
        is_name.then(|| {
            let kind = Kind::Date(None, Some(month), None);
            self.push(kind, at, name_end, Weight::Words)
        })?
    }

    // ------------------------------------------------------------ words

    fn letters(&mut self, at: usize) -> Option<usize> {
        // A name of a currency that begins an amount is a code, or ends with a sign.
        if self.rest(at).starts_with(char::is_uppercase)
            && let Some(end) = self.sum(at)
        {
            return Some(end);
        }
        let plain = word(self.text, at, false).len();
        if let Some(end) = self.reference(at) {
            return Some(end);
        }
        if let Some(end) = self.month_alone(at) {
            return Some(end);
        }
        let row = self.row?;
        let is_end = |end: usize| !self.rest(end).starts_with(char::is_alphabetic);
        let hour = row
            .times
            .iter()
            .find(|(name, _)| self.rest(at).starts_with(name) && is_end(at + name.len()));
        if let Some((name, minutes)) = hour {
            return self.push(Kind::Time(*minutes), at, at + name.len(), Weight::Vague);
        }
        if let Some(end) = self.roman(at) {
            return Some(end);
        }
        let found = words::number(row, self.text, at);
        let Some(number) = found else {
            return Some(at + plain);
        };
        let day = i64::try_from(number.value).ok();
        if let Some(end) = day.and_then(|day| self.date(at, day, number.end, Weight::Digits)) {
            return Some(end);
        }
        self.counted(Amount::new(number.value, 0), at, number.end, number.weight)
    }

    /// `A/RES/73/195`, `COVID-19`: letters and figures that belong together.
    fn reference(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
        let length = rest.len() - rest.trim_start_matches(is_inside).len();
        let chunk = rest[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_one =
            chunk.contains(|c: char| c.is_ascii_digit()) && chunk.starts_with(char::is_uppercase);
        if !is_one {
            return None;
        }
        let is_document = chunk.contains('/');
        let tail = chunk.rsplit_once('-').map(|(_, tail)| tail);
        // “Mid-2015” is a year.
        let is_year = tail.is_some_and(|tail| tail.len() == 4 && tail.parse::<u16>().is_ok());
        if !is_document && (is_year || chunk.contains('.')) {
            return None;
        }
        let weight = match is_document {
            true => Weight::Digits,
            false => Weight::Words,
        };
        let end = at + chunk.len();
        let name: Arc<str> = chunk.to_uppercase().into();
        self.push(Kind::Reference(name), at, end, weight)
    }

    /// `XXIe`.
    fn roman(&mut self, at: usize) -> Option<usize> {
        let name = word(self.text, at, false);
        let numeral = name.trim_end_matches(|c: char| !"IVXLC".contains(c));
        let ending = &name[numeral.len()..];
        // “Le” and “Ce” are words.
        let is_word = matches!(numeral, "" | "L" | "C");
        if is_word || !self.row?.roman.contains(&ending) {
            return None;
        }
        let value = |c: char| match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => 0,
        };
        let mut sum: u128 = 0;
        let mut largest = 0;
        for c in numeral.chars().rev() {
            match value(c) {
                value if value < largest => sum = sum.checked_sub(value)?,
                value => {
                    sum += value;
                    largest = value;
                }
            }
        }
        let end = at + name.len();
        self.push(Kind::Number(Amount::new(sum, 0)), at, end, Weight::Digits)
    }

    // ------------------------------------------------------------ sums

    /// The currency whose name or sign begins at a place, and where it ends.
    fn currency(&self, at: usize) -> Option<(Arc<str>, usize)> {
        let rest = self.rest(at);
        let known = self.row.and_then(|row| {
            row.currencies.iter().find(|(name, _)| {
                let is_sign = name.ends_with(['$', '€', '£', '¥']);
                let Some(head) = rest.get(..name.len()) else {
                    return false;
                };
                let ends = !rest[name.len()..].starts_with(char::is_alphabetic);
                head == *name && (is_sign || ends)
            })
        });
        if let Some((name, code)) = known {
            return Some(((*code).into(), at + name.len()));
        }
        if let Some(sign) = rest.chars().next().filter(|_| self.row.is_none())
            && let Some((_, code)) = [('$', "USD"), ('€', "EUR"), ('£', "GBP")]
                .iter()
                .find(|(known, _)| *known == sign)
        {
            return Some(((*code).into(), at + sign.len_utf8()));
        }
        let code = rest.get(..3).filter(|code| is_currency(code))?;
        (!rest[3..].starts_with(char::is_alphabetic)).then(|| (code.into(), at + 3))
    }

    /// A sum whose currency comes first: `€3.5 million`, `USD 200,000`.
    fn sum(&mut self, at: usize) -> Option<usize> {
        let (code, end) = self.currency(at)?;
        let start = after_spaces(self.text, end);
        if !self.rest(start).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let literal = self.literal(start)?;
        let (amount, end) = self.multiplied(literal.amount, literal.end, true);
        self.push(Kind::Money(amount, code), at, end, Weight::Digits)
    }

    /// A number with the word or the letters that multiply it.
    fn multiplied(&self, amount: Amount, end: usize, is_money: bool) -> (Amount, usize) {
        let Some(row) = self.row else {
            return (amount, end);
        };
        let place = after_spaces(self.text, end);
        let name = word(self.text, place, false);
        let lower = name.to_lowercase();
        if let Some((_, power)) = row.scales.iter().find(|(scale, _)| *scale == lower) {
            return (amount.scaled(*power), place + name.len());
        }
        let money = if is_money { row.money_letters } else { &[] };
        let letters = row.letters.iter().chain(money);
        for (letter, power) in letters.filter(|(letter, _)| *letter == name) {
            let after = place + letter.len();
            if !self.rest(after).starts_with('.') {
                return (amount.scaled(*power), after);
            }
        }
        (amount, end)
    }

    /// A number with what it counts, where that makes it another figure: per cent, money.
    fn counted(&mut self, amount: Amount, at: usize, end: usize, weight: Weight) -> Option<usize> {
        let Some(row) = self.row else {
            let place = after_spaces(self.text, end);
            if self.rest(place).starts_with('%') {
                return self.push(Kind::Percent(amount), at, place + 1, weight);
            }
            if let Some((code, end)) = self.currency(place) {
                return self.push(Kind::Money(amount, code), at, end, weight);
            }
            return self.push(Kind::Number(amount), at, end, weight);
        };
        let place = after_spaces(self.text, end);
        if self.rest(place).starts_with('%') {
            return self.push(Kind::Percent(amount), at, place + 1, weight);
        }
        let per_cent = row.per_cent.iter().find(|name| {
            let words: Vec<&str> = name.split(' ').collect();
            self.follows(place, &words)
        });
        if let Some(name) = per_cent {
            return self.push(Kind::Percent(amount), at, place + name.len(), weight);
        }
        // Letters that multiply count before a currency only.
        for (letters, power) in row.letters.iter().chain(row.money_letters) {
            if let Some(rest) = self.rest(place).strip_prefix(letters) {
                let next = after_spaces(self.text, self.text.len() - rest.len());
                if let Some((code, end)) = self.currency(next) {
                    return self.push(Kind::Money(amount.scaled(*power), code), at, end, weight);
                }
            }
        }
        let (amount, end) = self.multiplied(amount, end, false);
        let mut place = after_spaces(self.text, end);
        for of in row.of {
            if let Some(rest) = self.rest(place).strip_prefix(of) {
                let next = self.text.len() - rest.len();
                let is_apart = !rest.starts_with(char::is_alphabetic) || of.len() > 2;
                if is_apart && self.currency(after_spaces(self.text, next)).is_some() {
                    place = after_spaces(self.text, next);
                    break;
                }
            }
        }
        if let Some((code, end)) = self.currency(place) {
            // “US$ 5 and $ 7”: the sign before the next number is its own.
            let next = after_spaces(self.text, end);
            let is_next = self.rest(next).starts_with(|c: char| c.is_ascii_digit())
                && self.text[place..end].ends_with(['$', '€', '£', '¥'])
                && next == end;
            if !is_next {
                return self.push(Kind::Money(amount, code), at, end, weight);
            }
        }
        self.push(Kind::Number(amount), at, end, weight)
    }

    /// Whether these words stand at a place, with any spaces between them.
    fn follows(&self, at: usize, words: &[&str]) -> bool {
        let mut place = at;
        for word in words {
            let Some(rest) = self.rest(place).strip_prefix(word) else {
                return false;
            };
            if rest.starts_with(char::is_alphabetic) {
                return false;
            }
            place = after_spaces(self.text, self.text.len() - rest.len());
        }
        true
    }
}
