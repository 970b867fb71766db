//! The figures of a text as values: what two languages write differently and mean the same.

mod read;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;
use std::sync::Arc;

pub use read::Reader;

/// A figure of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it says.
    pub kind: FigureKind,
    /// Where it stands in the text that was read, in bytes.
    pub range: Range<usize>,
    /// How surely it is one.
    pub weight: Weight,
    /// What joins it to the figure before it.
    pub joint: Option<Joint>,
    /// What it counts.
    pub noun: Option<Noun>,
}

impl Figure {
    /// Whether it is as many days as another one is weeks: *quinze jours* and two weeks, *huit jours*
    /// and a week.
    pub fn is_as_long(&self, weeks: &Self) -> bool {
        let counted = |figure: &Self, unit: &str| match (&figure.kind, &figure.noun) {
            (FigureKind::Number(amount), Some(Noun::Known(noun))) if *noun == unit => {
                amount.whole()
            }
            _ => None,
        };
        let known = [(7, 1), (8, 1), (14, 2), (15, 2)];
        match (counted(self, "days"), counted(weeks, "weeks")) {
            (Some(days), Some(weeks)) => known.contains(&(days, weeks)),
            _ => false,
        }
    }
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A noun that is known, as it is called in English.
    Known(&'static str),
    /// Another word, in small letters.
    Word(Arc<str>),
}

impl Noun {
    /// Whether two nouns of two languages are surely the same: both are known, or they begin with
    /// the same letters.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => a == b,
            (Self::Word(a), Self::Word(b)) => {
                let both = a.chars().zip(b.chars());
                both.take_while(|(a, b)| a == b).count() >= 5
            }
            _ => false,
        }
    }
}

/// What joins a figure to the one before it, of the same form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// “And”, with a few words: *12 women and 14 men*.
    And,
    /// They are the ends of a range.
    Until,
    /// A comma, which may join anything.
    Comma,
    /// The second is what the first is compared with: *13% against 11%*.
    Against,
    /// They say how many there are, and of how many: *one young person in four*.
    OutOf,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// A number, a year among them.
    Number(Amount),
    /// A percentage.
    Percent(Amount),
    /// A part, as its numerator and its denominator.
    Part(u32, u32),
    /// A sum of money, with the code of ISO 4217.
    Money(Amount, Arc<str>),
    /// A date, or as much of one as is written: year, month and day.
    Date(Option<i64>, Option<i8>, Option<i8>),
    /// A time of day, in minutes.
    Time(u32),
    /// A day of the week, from 0 for Monday.
    Weekday(u8),
    /// A temperature in degrees Celsius, and whether it is below zero.
    Degrees(bool, Amount),
    /// Something that is the same in every language: a document, a telephone number.
    Reference(Arc<str>),
    /// The fact of an id.
    Fact(Arc<str>),
}

/// How surely a figure is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is written in digits: the other language must have it.
    Digits,
    /// It is written in words, which the other language may have turned into none.
    Words,
    /// It may be no figure: *second*, *une dizaine*. It answers one, and is never missed.
    Vague,
}

/// A number that is not negative, exactly: its digits, and the power of ten that multiplies them.
/// The last digit is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    digits: u128,
    exponent: i32,
}

impl Amount {
    /// `digits` × 10 to the power of `exponent`.
    pub fn new(mut digits: u128, mut exponent: i32) -> Self {
        if digits == 0 {
            exponent = 0;
        }
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        Self { digits, exponent }
    }

    /// The same, multiplied by a power of ten.
    pub fn scaled(self, power: i32) -> Self {
        Self::new(self.digits, self.exponent.saturating_add(power))
    }

    /// Its value where it is whole and not large.
    pub fn whole(self) -> Option<i64> {
        let exponent = u32::try_from(self.exponent).ok()?;
        let power = 10_u128.checked_pow(exponent)?;
        i64::try_from(self.digits.checked_mul(power)?).ok()
    }

    /// Whether it is not larger than another one.
    fn is_at_most(self, other: Self) -> bool {
        let least = self.exponent.min(other.exponent);
        let value = |amount: Self| {
            let power = 10_u128.checked_pow(amount.exponent.abs_diff(least))?;
            amount.digits.checked_mul(power)
        };
        matches!((value(self), value(other)), (Some(a), Some(b)) if a <= b)
    }

    /// The same and a half of a power of ten, of which it is a multiple.
    fn and_a_half(self, power: i32) -> Option<Self> {
        let units = u128::try_from(self.scaled(-power).whole()?).ok()?;
        let halves = Self::new(units.checked_mul(10)?.checked_add(5)?, -1);
        Some(halves.scaled(power))
    }

    /// A part of a power of ten, where it can be written with few decimals.
    fn of_part(numerator: u32, denominator: u32, power: i32) -> Option<Self> {
        let thousandths = u128::from(numerator) * 1000;
        let denominator = u128::from(denominator);
        let is_exact = denominator != 0 && thousandths.is_multiple_of(denominator);
        is_exact.then(|| Self::new(thousandths / denominator, -3).scaled(power))
    }

    /// Whether two numbers, one of the other, are as many per cent.
    pub fn is_ratio(self, first: Self, second: Self) -> bool {
        let small = |amount: Self| u32::try_from(amount.whole()?).ok();
        match (small(first), small(second)) {
            (Some(first), Some(second)) => first < second && self.is_about(first, second),
            _ => false,
        }
    }

    /// Whether it is a part as per cents, rounded up or down.
    fn is_about(self, numerator: u32, denominator: u32) -> bool {
        let Ok(decimals) = u32::try_from(-self.exponent.min(0)) else {
            return false;
        };
        let scale = 10_u128.checked_pow(decimals);
        let power = 10_u128.checked_pow(self.exponent.max(0).unsigned_abs());
        let (Some(scale), Some(power)) = (scale, power) else {
            return false;
        };
        let own = self
            .digits
            .checked_mul(power)
            .and_then(|own| own.checked_mul(denominator.into()));
        let whole = scale.checked_mul(u128::from(numerator) * 100);
        let room = scale.checked_mul(denominator.into());
        match (own, whole, room) {
            (Some(own), Some(whole), Some(room)) => own.abs_diff(whole) < room,
            _ => false,
        }
    }

    fn is(self, value: i64) -> bool {
        self.whole() == Some(value)
    }
}

impl FigureKind {
    /// Whether two figures may say the same although they are not of the same form: a date of
    /// which one text says less, a sum whose currency stands at the head of its column, an hour.
    pub fn may_be(&self, other: &Self) -> bool {
        Self::covers(self, other) || Self::covers(other, self)
    }

    fn covers(one: &Self, other: &Self) -> bool {
        let part = |value: Option<i64>, number: Amount| value.is_some_and(|value| number.is(value));
        match (one, other) {
            (Self::Number(a), Self::Percent(b) | Self::Money(b, _)) => a == b,
            // “17 h” is 5 where the half of the day goes without saying.
            (Self::Number(a), Self::Time(minutes)) => {
                let hour = i64::from(minutes / 60);
                let is_on_the_hour =
                    minutes.is_multiple_of(60) && (a.is(hour) || hour > 12 && a.is(hour - 12));
                // “1 h 30” is an hour and a half, and 90 minutes.
                is_on_the_hour
                    || a.is(i64::from(*minutes))
                    || *a == Amount::new(u128::from(*minutes) * 10 / 60, -1)
                        && (minutes * 10).is_multiple_of(60)
            }
            (Self::Percent(a), Self::Part(numerator, denominator)) => {
                a.is_about(*numerator, *denominator)
            }
            // “0,5 point” is half a point; “un cinquième” may be the fifth.
            (Self::Number(a), Self::Part(numerator, denominator)) => {
                let is_rank = *numerator == 1 && *denominator >= 5;
                Amount::of_part(*numerator, *denominator, 0) == Some(*a)
                    || is_rank && a.is(i64::from(*denominator))
            }
            (Self::Number(a), Self::Degrees(_, b)) => a == b,
            (Self::Number(a), Self::Date(year, month, day)) => {
                let is_year = day.is_none() && part(*year, *a);
                is_year && month.is_some() || part(day.map(i64::from), *a)
            }
            (Self::Date(year, month, day), Self::Date(y, m, d)) => {
                let agree = |a: Option<i64>, b: Option<i64>| match (a, b) {
                    (Some(a), Some(b)) => a == b,
                    _ => true,
                };
                agree(*year, *y)
                    && agree(month.map(i64::from), m.map(i64::from))
                    && agree(day.map(i64::from), d.map(i64::from))
                    && (day.is_some() == d.is_some() || year.is_some() || y.is_some())
            }
            // An acronym is another one in another language, and a telephone number begins with
            // its country or with a zero.
            (Self::Reference(a), Self::Reference(b)) => {
                let national = a.strip_prefix('0').filter(|rest| rest.len() >= 8);
                !a.contains('/') && digits(a) == digits(b)
                    || national.is_some_and(|rest| !b.starts_with('0') && b.ends_with(rest))
            }
            // “COVID-19” in capitals, and “covid-19” that is not.
            (Self::Reference(a), Self::Number(b)) => {
                let is_name =
                    a.starts_with(char::is_alphabetic) || a.ends_with(char::is_alphabetic);
                is_name && !a.contains('/') && digits(a).parse().is_ok_and(|value| b.is(value))
            }
            _ => false,
        }
    }

    /// Whether two figures in words may say the same: “tiers” is a part, and “third” is an ordinal
    /// number.
    pub fn may_be_in_words(&self, other: &Self) -> bool {
        let part = |one: &Self, other: &Self| matches!((one, other), (Self::Part(1, denominator), Self::Number(a)) if a.is((*denominator).into()));
        self.may_be(other) || part(self, other) || part(other, self)
    }

    /// What it comes after in a list of neighbours: 28 and 29, or 28 June and 29 June.
    pub fn follows(&self, before: &Self) -> bool {
        match (before, self) {
            (Self::Number(a), Self::Number(b)) => match (a.whole(), b.whole()) {
                (Some(a), Some(b)) => a.checked_add(1) == Some(b),
                _ => false,
            },
            (Self::Date(y1, m1, Some(a)), Self::Date(y2, m2, Some(b))) => {
                y1 == y2 && m1 == m2 && a.checked_add(1) == Some(*b)
            }
            _ => false,
        }
    }

    /// Whether saying it once more is no difference: a year, a date, a document.
    pub fn is_name(&self) -> bool {
        match self {
            Self::Date(..) | Self::Reference(_) => true,
            Self::Number(amount) => amount
                .whole()
                .is_some_and(|year| (1900..2100).contains(&year)),
            _ => false,
        }
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
