//! Reads the figures out of a text, once, from left to right.

mod addresses;
mod dates;
mod joints;
mod sums;

use std::sync::Arc;

use super::words::{self, after_spaces, is_space, word};
use super::{Amount, Figure, FigureKind, Weight};
use rihla_text::index::Index;
use rihla_text::language::{Figures, Language};

/// Reads the figures of the texts of one language.
#[derive(Debug)]
pub struct Reader {
    row: Option<&'static Figures>,
    months: Vec<Month>,
    /// The words in small letters with which something begins that is read: of a text, most begin nothing.
    firsts: Index,
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
        let months: Vec<Month> = row
            .map(|_| language.months())
            .unwrap_or_default()
            .into_iter()
            .map(|(name, number)| Month {
                has_capital: name.starts_with(char::is_uppercase),
                name: name.to_lowercase(),
                number,
            })
            .collect();
        let first = |name: &str| (Arc::from(word(name, 0, false).to_lowercase()), 0);
        let names = row.into_iter().flat_map(words::firsts).map(first);
        let of_months = months.iter().map(|month| first(&month.name));
        Self {
            row,
            firsts: names.chain(of_months).collect(),
            months,
        }
    }

    /// A reader for a language of which nothing is known.
    pub fn plain() -> Self {
        Self {
            row: None,
            months: Vec::new(),
            firsts: Index::default(),
        }
    }

    /// The figures of a text, in order.
    pub fn read(&self, text: &str) -> Vec<Figure> {
        let has_own = text.contains(|c| own_digit(c).is_some() || matches!(c, '٫' | '٬' | '٪'));
        if !has_own {
            return self.read_plain(text);
        }
        // Digits and characters of other scripts are read as those of ASCII, and the places put back.
        let mut plain = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            let read = own_digit(c).unwrap_or(match c {
                '٫' => self.row.map_or('.', |row| row.decimal),
                '٬' => self.row.map_or(',', |row| row.group),
                '٪' => '%',
                c => c,
            });
            plain.push(read);
            places.resize(plain.len(), at);
        }
        places.push(text.len());
        let mut figures = self.read_plain(&plain);
        for figure in &mut figures {
            figure.range = places[figure.range.start]..places[figure.range.end];
        }
        figures
    }

    fn read_plain(&self, text: &str) -> Vec<Figure> {
        let mut scan = Scan {
            text,
            row: self.row,
            months: &self.months,
            firsts: &self.firsts,
            figures: Vec::new(),
        };
        let mut at = 0;
        let mut is_start = true;
        while let Some(c) = text[at..].chars().next() {
            let address = is_start.then(|| addresses::length(&text[at..])).flatten();
            is_start = !c.is_alphanumeric();
            let next = match c {
                _ if address.is_some() => address.map(|length| at + length),
                _ if c.is_ascii_digit() => scan.digits(at),
                _ if c.is_alphabetic() => scan.letters(at),
                '+' => scan.telephone(at),
                '$' | '€' | '£' | '¥' => scan.sum(at),
                _ => fraction(c).and_then(|(parts, whole)| {
                    let end = at + c.len_utf8();
                    scan.push(FigureKind::Part(parts, whole), at, end, Weight::Digits)
                }),
            };
            // Whatever was read, something was.
            at = next.unwrap_or(0).max(at + c.len_utf8());
        }
        scan.join();
        scan.figures
    }
}

/// The parts and the whole that a character is: `¾` is 3 of 4.
fn fraction(c: char) -> Option<(u32, u32)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        _ => return None,
    })
}

/// The digit of ASCII for one of Arabic or Persian.
fn own_digit(c: char) -> Option<char> {
    let value = match c {
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

struct Scan<'t> {
    text: &'t str,
    row: Option<&'static Figures>,
    months: &'t [Month],
    firsts: &'t Index,
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
    fn push(
        &mut self,
        kind: FigureKind,
        start: usize,
        end: usize,
        weight: Weight,
    ) -> Option<usize> {
        self.figures.push(Figure {
            kind,
            range: start..end,
            weight,
            joint: None,
            noun: None,
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
                return self.push(FigureKind::Number(hours), at, end, Weight::Digits);
            }
            return self.clock(minutes, at, end);
        }
        if let Some(end) = self.named_time(literal) {
            return self.push(FigureKind::Time(12 * 60), at, end, Weight::Digits);
        }
        if let Some(end) = self.part(at).or_else(|| self.decade(at)) {
            return Some(end);
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
            return self.push(FigureKind::Number(literal.amount), at, end, Weight::Digits);
        }
        let weight = match self.is_diploma(at) {
            true => Weight::Words,
            false => Weight::Digits,
        };
        self.counted(literal.amount, at, literal.end, weight)
    }

    /// Whether a number is how many years a diploma takes: `bac + 5`.
    fn is_diploma(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches(is_space);
        let Some((row, before)) = self.row.zip(before.strip_suffix('+')) else {
            return false;
        };
        let before = before.trim_end_matches(is_space);
        row.diplomas.iter().any(|name| before.ends_with(name))
    }

    /// `3/4`, where it is a part of something and no date, range or page.
    fn part(&mut self, at: usize) -> Option<usize> {
        let (numerator, end) = self.small(at, 1, 1)?;
        let rest = self.rest(end).strip_prefix('/')?;
        let (denominator, last) = self.small(self.text.len() - rest.len(), 1, 2)?;
        let is_inside = |c: char| c.is_alphanumeric() || "/-–.,".contains(c);
        let is_apart = !self.text[..at].ends_with(is_inside)
            && !self
                .rest(last)
                .starts_with(|c: char| c.is_alphanumeric() || c == '/');
        let is_date = self.month(after_spaces(self.text, last)).is_some();
        let is_part = (1..denominator).contains(&numerator) && denominator <= 10;
        if !is_part || !is_apart || is_date {
            return None;
        }
        let [numerator, denominator] = [numerator, denominator].map(u32::try_from);
        let part = FigureKind::Part(numerator.ok()?, denominator.ok()?);
        self.push(part, at, last, Weight::Digits)
    }

    /// `80s`, the decade that began in 1980.
    fn decade(&mut self, at: usize) -> Option<usize> {
        let ending = self.row?.decade?;
        let (tens, end) = self.small(at, 2, 2)?;
        let rest = self.rest(end).strip_prefix(ending)?;
        // “Under-18s” are no decade.
        let is_one = tens % 10 == 0
            && !rest.starts_with(char::is_alphanumeric)
            && !self.text[..at].ends_with('-');
        let end = self.text.len() - rest.len();
        is_one.then(|| self.of_century(tens, at, end, Weight::Digits))?
    }

    /// `années 80`, `années quatre-vingt`.
    fn decade_after(&mut self, at: usize) -> Option<usize> {
        let row = self.row?;
        let label = word(self.text, at, false);
        if !row.decades.contains(&&*label.to_lowercase()) {
            return None;
        }
        let place = after_spaces(self.text, at + label.len());
        let (tens, end, weight) = match self.small(place, 2, 2) {
            Some((tens, end)) => (tens, end, Weight::Digits),
            None => {
                let number = words::number(row, self.text, place)?;
                (i64::try_from(number.value).ok()?, number.end, Weight::Words)
            }
        };
        let is_one = place > at + label.len()
            && tens % 10 == 0
            && (10..100).contains(&tens)
            && !self.rest(end).starts_with(char::is_alphanumeric);
        is_one.then(|| self.of_century(tens, place, end, weight))?
    }

    /// The year of the last century that ends with two digits.
    fn of_century(&mut self, tens: i64, at: usize, end: usize, weight: Weight) -> Option<usize> {
        let year = 1900 + u128::try_from(tens).ok()?;
        self.push(FigureKind::Number(Amount::new(year, 0)), at, end, weight)
    }

    /// What is the same in every language: dates of ISO 8601, numbers of telephones, of versions
    /// and of articles.
    fn as_written(&mut self, at: usize) -> Option<usize> {
        let end = self.run(at);
        let numbers = |scan: &Self, from: usize, character: char| -> Option<(i64, i64, usize)> {
            let next = scan.rest(from).strip_prefix(character)?;
            let (second, end) = scan.small(scan.text.len() - next.len(), 1, 2)?;
            let next = scan.rest(end).strip_prefix(character)?;
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
            Some(FigureKind::Date(Some(year), Some(month), Some(day)))
        };
        let first: Option<i64> = self.text[at..end].parse().ok();
        if end - at == 4
            && let Some((month, day, end)) = numbers(self, end, '-')
            && let Some(date) = as_date(first?, month, day)
        {
            return self.push(date, at, end, Weight::Digits);
        }
        // `1er/12/2026`, `01.12.2026`
        let day_end = end + self.ordinal(end).unwrap_or_default();
        let mut signs = ['/', '.', '-'].into_iter();
        if end - at <= 2
            && let Some((month, year, end)) = signs.find_map(|c| numbers(self, day_end, c))
            && let Some(date) = as_date(year, month, first?).filter(|_| year > 999)
        {
            return self.push(date, at, end, Weight::Digits);
        }
        if let Some(end) = self.season(at, end) {
            return Some(end);
        }
        if self.text[at..end].starts_with('0') && end - at >= 2 {
            if let Some(end) = self.telephone(at) {
                return Some(end);
            }
            // “02-03” has an order.
            if end - at == 2
                && let Some(rest) = self.rest(end).strip_prefix('-')
                && let Some((_, end)) = self.small(self.text.len() - rest.len(), 2, 2)
                && !self.rest(end).starts_with(char::is_alphanumeric)
            {
                let name = self.text[at..end].into();
                return self.push(FigureKind::Reference(name), at, end, Weight::Digits);
            }
        }
        // “18F” is a name.
        let name = self.rest(end);
        let is_name = end - at <= 3
            && name.starts_with(|c: char| c.is_ascii_uppercase())
            && !name[1..].starts_with(char::is_alphanumeric)
            && !self.row.is_some_and(|row| {
                let mut letters = row.letters.iter().chain(row.money_letters);
                letters.any(|(letter, _)| name.starts_with(letter))
                    || row
                        .currencies
                        .iter()
                        .any(|(currency, _)| name.starts_with(currency))
                    || row.hour_letters.iter().any(|hour| name.starts_with(hour))
            });
        if is_name {
            let name = self.text[at..=end].into();
            return self.push(FigureKind::Reference(name), at, end + 1, Weight::Words);
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
            return self.push(FigureKind::Reference(chunk.into()), at, end, Weight::Digits);
        }
        None
    }

    /// `2017-18`, the years of which are 2017 and 2018.
    fn season(&mut self, at: usize, end: usize) -> Option<usize> {
        let first: u32 = self.text[at..end].parse().ok()?;
        let rest = self.rest(end).strip_prefix(['-', '–', '/'])?;
        let start = self.text.len() - rest.len();
        let (second, last) = self.small(start, 2, 2)?;
        let second = u32::try_from(second).ok()?;
        let goes_on = self
            .rest(last)
            .starts_with(|c: char| c.is_alphanumeric() || "-–/".contains(c));
        let is_next = (first + 1) % 100 == second;
        let is_one = (1900..2100).contains(&first) && (is_next || second > first % 100);
        if goes_on || !is_one {
            return None;
        }
        let century = first / 100 + u32::from(second < first % 100);
        let number = |value: u32| FigureKind::Number(Amount::new(value.into(), 0));
        self.push(number(first), at, end, Weight::Digits);
        self.push(number(century * 100 + second), start, last, Weight::Digits)
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
            let character = rest
                .chars()
                .next()
                .filter(|c| is_space(*c) || ".-()".contains(*c));
            place = run + character.map_or(0, char::len_utf8);
            // A zero in brackets is for those who call from inside the country.
            if character.is_some() && self.rest(place).trim_start_matches('(').starts_with("0)") {
                place = self.text.len() - self.rest(place).trim_start_matches('(').len() + 2;
                place = after_spaces(self.text, place);
                continue;
            }
            // A number in brackets after a space.
            if character.is_some_and(is_space) && self.rest(place).starts_with('(') {
                place += 1;
            }
            if character.is_none() {
                break;
            }
        }
        let length = digits.len();
        let is_national =
            digits.starts_with('0') && (groups >= 4 || (9..=14).contains(&length) && groups != 2);
        let is_one = self.rest(at).starts_with('+') && digits.len() >= 8 || is_national;
        if !is_one {
            return None;
        }
        // From abroad: “00” before the country.
        let digits = digits.strip_prefix("00").unwrap_or(&digits);
        self.push(
            FigureKind::Reference(digits.into()),
            at,
            end,
            Weight::Digits,
        )
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
        let character = self.rest(end).chars().next();
        if let Some(c) =
            character.filter(|c| (*c == decimal || Some(*c) == group) && separator != Some(*c))
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

    // ------------------------------------------------------------ words

    fn letters(&mut self, at: usize) -> Option<usize> {
        // A name of a currency that begins an amount is a code, or ends with a symbol.
        if self.rest(at).starts_with(char::is_uppercase)
            && let Some(end) = self.sum(at)
        {
            return Some(end);
        }
        let name = word(self.text, at, false);
        let plain = name.len();
        if let Some(end) = self.reference(at) {
            return Some(end);
        }
        if self.row.is_some() && !self.may_begin(name) {
            return Some(at + plain);
        }
        if let Some(end) = self.weekday(at) {
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
            return self.push(
                FigureKind::Time(*minutes),
                at,
                at + name.len(),
                Weight::Vague,
            );
        }
        let roman = self.roman(at).or_else(|| self.numbered(at));
        let roman = roman.or_else(|| self.regnal(at));
        if let Some(end) = roman.or_else(|| self.decade_after(at)) {
            return Some(end);
        }
        if let Some((numerator, denominator, end)) = words::part(row, self.text, at) {
            let (kind, end) = self.part_of(numerator, denominator, at, end);
            return self.push(kind, at, end, Weight::Words);
        }
        let found = words::number(row, self.text, at);
        let Some(number) = found else {
            return Some(at + plain);
        };
        // “A March 2020 mission” is not of the first.
        let is_one = row
            .ones
            .contains(&&*self.text[at..number.end].to_lowercase());
        // “La deuxième quinzaine de mai” is no day, “le premier mai” is one.
        let may_be_day = !is_one && (number.weight != Weight::Vague || number.value == 1);
        let day = i64::try_from(number.value).ok().filter(|_| may_be_day);
        if is_one {
            let one = FigureKind::Number(Amount::new(number.value, 0));
            return self.push(one, at, number.end, number.weight);
        }
        if let Some(end) = day.and_then(|day| self.date(at, day, number.end, Weight::Digits)) {
            return Some(end);
        }
        self.counted(Amount::new(number.value, 0), at, number.end, number.weight)
    }

    /// Whether a word may be the first of something that is read, or a Roman numeral.
    fn may_begin(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let singular = lower.strip_suffix('s').unwrap_or(&lower);
        word.starts_with(|c| "IVXLC".contains(c))
            || [&*lower, singular]
                .iter()
                .any(|word| self.firsts.get(word).is_some())
    }

    /// `A/RES/73/195`, `COVID-19`: letters and figures that belong together.
    fn reference(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
        let length = rest.len() - rest.trim_start_matches(is_inside).len();
        let mut chunk = rest[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
        // `a11y`
        if !chunk.starts_with(char::is_uppercase) {
            let length = chunk.find(|c: char| !c.is_alphanumeric());
            chunk = &chunk[..length.unwrap_or(chunk.len())];
        }
        let is_one = chunk.contains(|c: char| c.is_ascii_digit());
        if !is_one {
            return None;
        }
        let is_document = chunk.contains('/');
        let tail = chunk.rsplit_once('-').map(|(_, tail)| tail);
        // “Mid-2015” is a year, and so are the “mid-1990s”.
        let is_year = tail.is_some_and(|tail| {
            let year = tail.strip_suffix('s').unwrap_or(tail);
            year.len() == 4 && year.parse::<u16>().is_ok()
        });
        let is_age = tail.is_some_and(|tail| tail.ends_with('s'));
        if is_age && !is_document {
            return None;
        }
        if !is_document && (is_year || chunk.contains('.')) {
            return None;
        }
        let weight = match is_document {
            true => Weight::Digits,
            false => Weight::Words,
        };
        let end = at + chunk.len();
        let name: Arc<str> = chunk.to_uppercase().into();
        self.push(FigureKind::Reference(name), at, end, weight)
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
        let sum = roman_value(numeral)?;
        let end = at + name.len();
        self.push(
            FigureKind::Number(Amount::new(sum, 0)),
            at,
            end,
            Weight::Digits,
        )
    }

    /// `Mohammed VI`: one of several of a name.
    fn regnal(&mut self, at: usize) -> Option<usize> {
        let numeral = word(self.text, at, false);
        let is_numeral = !numeral.is_empty()
            && numeral.chars().all(|c| "IVX".contains(c))
            && !self
                .rest(at + numeral.len())
                .starts_with(['.', '-', '’', '\'']);
        let before = self.text[..at].strip_suffix(is_space)?;
        let name = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let is_name = name.chars().count() >= 3
            && name.starts_with(char::is_uppercase)
            && name.contains(char::is_lowercase);
        if !is_numeral || !is_name {
            return None;
        }
        let end = at + numeral.len();
        // “When I”
        let weight = match numeral {
            "I" => Weight::Vague,
            _ => Weight::Words,
        };
        let sum = roman_value(numeral)?;
        self.push(FigureKind::Number(Amount::new(sum, 0)), at, end, weight)
    }

    /// `Chapitre II`.
    fn numbered(&mut self, at: usize) -> Option<usize> {
        let label = word(self.text, at, false);
        let place = after_spaces(self.text, at + label.len());
        let numeral = word(self.text, place, false);
        let is_numeral = numeral.chars().all(|c| "IVXLC".contains(c))
            && !matches!(numeral, "" | "L" | "C")
            // “The part I played.”
            && (numeral != "I" || label.starts_with(char::is_uppercase))
            && place > at + label.len();
        let lower = label.to_lowercase();
        let singular = lower.strip_suffix('s').unwrap_or(&lower);
        let known = self.row?.numbered;
        if !is_numeral || !(known.contains(&&*lower) || known.contains(&singular)) {
            return None;
        }
        let sum = roman_value(numeral)?;
        let end = place + numeral.len();
        self.push(
            FigureKind::Number(Amount::new(sum, 0)),
            place,
            end,
            Weight::Words,
        )
    }
}

/// The value of a Roman numeral below four hundred.
fn roman_value(numeral: &str) -> Option<u128> {
    let mut sum: u128 = 0;
    let mut largest = 0;
    for c in numeral.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => 0,
        };
        if value < largest {
            sum = sum.checked_sub(value)?;
        } else {
            sum += value;
            largest = value;
        }
    }
    Some(sum)
}
