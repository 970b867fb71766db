//! Dates and moments.

use super::Wrong;
use crate::schema::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{Offset, TimeZone};
use rihla_diagnostics::folded;
use rihla_text::language::written::{self, month, numeric_date};

/// The years of dates that can be told apart from every other moment in every time zone.
const YEARS: std::ops::RangeInclusive<i16> = 1..=9998;

/// A day, with a time and an offset from UTC where they are written: what a text says before a
/// time zone gives it a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    date: Date,
    time: Option<Time>,
    offset: Option<Offset>,
}

impl When {
    /// The day, where it is written without a time.
    pub fn day(self) -> Option<Date> {
        self.time.is_none().then_some(self.date)
    }

    /// What is meant in a time zone: the local date and time of the instant that the text names.
    ///
    /// # Errors
    ///
    /// [`Wrong::Unreachable`] outside the years 1 to 9998.
    fn in_zone(self, zone: &TimeZone) -> Result<Moment, Wrong> {
        let civil = self.date.to_datetime(self.time.unwrap_or_default());
        let instant = match self.offset {
            Some(offset) => offset.to_timestamp(civil),
            None => zone.to_timestamp(civil),
        };
        let instant = instant.ok().filter(|_| YEARS.contains(&self.date.year()));
        let instant = instant.ok_or(Wrong::Unreachable)?;
        let local = match self.offset {
            Some(_) => zone.to_datetime(instant),
            None => civil,
        };
        Ok(Moment {
            date: local.date(),
            time: self.time.map(|_| local.time()),
            instant,
        })
    }

    /// The moment as of which a site is shown: a time, or the last of a day, in a time zone.
    /// The day is that of the moment in this zone.
    pub fn as_of(self, zone: &TimeZone) -> (Timestamp, Date) {
        let moment = self.in_zone(zone);
        let (instant, date) = match (moment, self.time) {
            (Ok(moment), Some(_)) => (Some(moment.instant), moment.date),
            _ => {
                let next = self.date.tomorrow().ok();
                let next = next.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
                let last = next
                    .and_then(|next| next.checked_sub(jiff::SignedDuration::from_nanos(1)).ok());
                (last, self.date)
            }
        };
        // `from_str` gives nothing that lies outside what can be counted.
        (instant.unwrap_or(Timestamp::MAX), date)
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some(time) = self.time {
            write!(f, " {:02}:{:02}", time.hour(), time.minute())?;
        }
        match self.offset {
            Some(offset) => write!(f, " ({offset})"),
            None => Ok(()),
        }
    }
}

/// Why a text is no moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoMoment {
    /// It is not of the form of one; what may be meant.
    Form(Option<String>),
    /// Its month has no such day; the last one that it has.
    Impossible(Option<String>),
    /// It cannot be counted in every time zone.
    Range(Date),
}

impl std::str::FromStr for When {
    type Err = NoMoment;

    /// Reads `2026-12-01`, `2026-12-01T23:00` and what else a field may hold.
    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let written = written(text).map_err(|wrong| match wrong {
            Wrong::Form(suggested) => NoMoment::Form(suggested),
            Wrong::Impossible(last) => NoMoment::Impossible(last),
            _ => NoMoment::Form(None),
        })?;
        match YEARS.contains(&written.date.year()) {
            true => Ok(written),
            false => Err(NoMoment::Range(written.date)),
        }
    }
}

/// A date, or the day of a full timestamp in a time zone. Browser editors write a day as the
/// midnight of UTC or of where they run, which is that day everywhere.
pub(in crate::schema) fn date(text: &str, zone: &TimeZone) -> Result<Date, Wrong> {
    match written(text) {
        Ok(written) => {
            let is_day = written.time == Some(Time::midnight());
            let written = match is_day {
                true => When {
                    offset: None,
                    ..written
                },
                false => written,
            };
            written.in_zone(zone).map(|moment| moment.date)
        }
        Err(Wrong::Form(Some(suggested))) => Err(match suggested.split_once('T') {
            Some((day, "00:00")) => Wrong::Form(Some(day.to_owned())),
            Some((day, hour)) => Wrong::Hour(day.to_owned(), hour.to_owned()),
            None => Wrong::Form(Some(suggested)),
        }),
        Err(Wrong::Impossible(Some(last))) => {
            let day = last.get(..10).unwrap_or(&last).to_owned();
            Err(Wrong::Impossible(Some(day)))
        }
        Err(wrong) => Err(wrong),
    }
}

/// What a date loses of a timestamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::schema) struct LostHour {
    /// The day that is kept: that of the time zone.
    pub day: Date,
    /// The hour, as it is written.
    pub hour: String,
    /// The day as it is written, where its offset makes it another one.
    pub written: Option<Date>,
}

/// The hour of `2026-11-24T17:00`, which no date keeps. A midnight is a day alone, whether it is one as it is
/// written or in the time zone, whose midnights some editors write in the time of UTC.
pub(in crate::schema) fn lost_hour(text: &str, zone: &TimeZone) -> Option<LostHour> {
    let written = written(text).ok()?;
    let time = written.time.filter(|time| *time != Time::midnight())?;
    let moment = written.in_zone(zone).ok()?;
    let is_midnight = moment.time == Some(Time::midnight());
    (!is_midnight).then(|| LostHour {
        day: moment.date,
        hour: format!("{:02}:{:02}", time.hour(), time.minute()),
        written: (moment.date != written.date).then_some(written.date),
    })
}

/// `2017-06-02`, `2017-06-02 14:30`, `2017-06-02T14:30:00.000+01:00` (ISO 8601, RFC 3339), in a
/// time zone.
pub(in crate::schema) fn moment(text: &str, zone: &TimeZone) -> Result<Moment, Wrong> {
    written(text)?.in_zone(zone)
}

fn written(text: &str) -> Result<When, Wrong> {
    let text = text.trim();
    let Some((day, rest)) = iso_day(text) else {
        return Err(meant(text));
    };
    let date = match day {
        Ok(date) => date,
        Err(last) => {
            let clock = match rest.strip_prefix(['T', 't', ' ']).and_then(clock_of) {
                Some(_) => rest,
                None => "",
            };
            let last = last.map(|date| format!("{date}{clock}"));
            return Err(Wrong::Impossible(last));
        }
    };
    if rest.is_empty() {
        return Ok(When {
            date,
            time: None,
            offset: None,
        });
    }
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']) else {
        return Err(meant(text));
    };
    match clock_of(clock) {
        Some((time, offset)) => Ok(When {
            date,
            time: Some(time),
            offset,
        }),
        None => Err(meant(text)),
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
/// in the form that [`moment`] reads; or what is wrong with it.
fn meant(text: &str) -> Wrong {
    let Some((day, time, weekday)) = worded_moment(text) else {
        return Wrong::Form(None);
    };
    match (day, time) {
        (Worded::Day(date), _) if weekday.is_some_and(|weekday| date.weekday() != weekday) => {
            Wrong::Weekday(date)
        }
        (Worded::Day(date), Some(time)) => Wrong::Form(Some(format!(
            "{date}T{:02}:{:02}",
            time.hour(),
            time.minute()
        ))),
        (Worded::Day(date), None) => Wrong::Form(Some(date.to_string())),
        (Worded::Impossible(last), _) => Wrong::Impossible(last.map(|last| last.to_string())),
        (Worded::WithoutYear(month, day), _) => Wrong::WithoutYear(month, day),
        (Worded::WithoutDay(year, month), _) => Wrong::WithoutDay(year, month),
    }
}

/// The day that words name.
enum Worded {
    Day(Date),
    /// There is no such day: the last of that month, where it is known.
    Impossible(Option<Date>),
    /// A month and a day of it.
    WithoutYear(i8, i8),
    /// A year and a month of it.
    WithoutDay(i16, i8),
}

impl Worded {
    /// A day of a year.
    fn of(year: i16, month: i8, day: i8) -> Self {
        match real_date(year, month, day) {
            Ok(date) => Self::Day(date),
            Err(last) => Self::Impossible(last),
        }
    }
}

/// The day that a text names, its hour, and the day of the week that it says this is.
fn worded_moment(text: &str) -> Option<(Worded, Option<Time>, Option<Weekday>)> {
    // Longer than any date in words; what is longer was not meant as one.
    if text.len() > 60 {
        return None;
    }
    let lower = folded(text);
    let (day, time) = split_clock(&lower)?;
    let mut words: Vec<&str> = day
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    // Beside the name of a month, `mar.` is a Tuesday.
    let are_months = words.iter().filter(|word| month(word).is_some());
    let tuesday = match are_months.count() > 1 {
        true => words
            .iter()
            .position(|word| word.trim_end_matches('.') == "mar"),
        false => None,
    };
    if let Some(tuesday) = tuesday {
        words.remove(tuesday);
    }
    let mut weekdays = words.iter().filter(|word| month(word).is_none());
    let weekday = weekdays.find_map(|word| weekday(word));
    let weekday = weekday.or(tuesday.map(|_| Weekday::Tuesday));
    // `mardi 24/11/2026`: beside figures, an article and a day of the week change nothing.
    if words.len() > 1 && words.iter().any(|word| numeric(word).is_some()) {
        words.retain(|word| !is_silent(word));
    }
    let date = match words.as_slice() {
        [one] => numeric(one),
        many => worded_date(many),
    }?;
    Some((date, time, weekday))
}

/// `24/11/2026`, and what is no day: `31/11/2026`.
fn numeric(text: &str) -> Option<Worded> {
    if let Some(date) = numeric_date(text) {
        return Some(Worded::Day(date));
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let small = |part: &str| part.parse().ok().filter(|_| (1..=2).contains(&part.len()));
    let year = |part: &str| part.parse().ok().filter(|_| part.len() == 4);
    let (year, month, day) = match year(first) {
        Some(year) => (year, small(second)?, small(third)?),
        None => (year(third)?, small(second)?, small(first)?),
    };
    Some(Worded::of(year, month, day))
}

/// A text in small letters as what says the day and the time that stands behind it: `17h`,
/// `17 h 30`, `a 17:30`, `at 5 pm`, `5.30 p.m.`. `None` where a clock is no time.
fn split_clock(text: &str) -> Option<(String, Option<Time>)> {
    let mut spaced = text.replace("p.m.", "pm").replace("a.m.", "am");
    spaced = spaced.replace(['(', ')'], " ");
    if iso_day(&spaced).is_some_and(|(_, rest)| rest.starts_with('t')) {
        spaced.replace_range(10..11, " ");
    }
    let mut words: Vec<&str> = spaced
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let mut tail: Vec<&str> = Vec::new();
    let is_of_clock = |word: &str| {
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = word.len() - rest.len();
        is_unit(word)
            || is_noon(word)
            || (1..=2).contains(&digits)
                && (rest.starts_with([':', 'h'])
                    || rest.starts_with("pm")
                    || rest.starts_with("am"))
    };
    while let Some(last) = words.last().copied() {
        let is_number = last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit());
        let before = words.len().checked_sub(2).map(|at| words[at]);
        // The number before `h`, and the minutes after it.
        let is_hour = is_number && tail.first().is_some_and(|word| is_unit(word));
        let is_minute = is_number && before.is_some_and(is_unit);
        if !(is_of_clock(last) || is_hour || is_minute) {
            break;
        }
        tail.insert(0, last);
        words.pop();
    }
    if tail.is_empty() {
        return Some((text.to_owned(), None));
    }
    while let Some(last) = words.last()
        && BEFORE_CLOCK.contains(last)
    {
        words.pop();
    }
    Some((words.join(" "), Some(worded_time(&tail.concat())?)))
}

/// Words between a day and a time.
const BEFORE_CLOCK: [&str; 9] = [
    "a", "at", "vers", "des", "-", "avant", "before", "by", "jusqu'a",
];

/// The one time of a day that has a name and no second meaning: midnight is at both ends of it.
fn is_noon(word: &str) -> bool {
    matches!(word, "midi" | "noon")
}

/// A word between the hours and the minutes, or behind both.
fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "h" | "heures" | "heure" | "hours" | "pm" | "am" | "min"
    )
}

/// `17h30`, `17h`, `17:30:00`, `5pm`, `5:30pm`, `9heures`, `midi`.
fn worded_time(text: &str) -> Option<Time> {
    if is_noon(text) {
        return Time::new(12, 0, 0, 0).ok();
    }
    let (text, afternoon) = match text.strip_suffix("pm") {
        Some(text) => (text, Some(true)),
        None => match text.strip_suffix("am") {
            Some(text) => (text, Some(false)),
            None => (text, None),
        },
    };
    let text = text.strip_suffix("min").unwrap_or(text);
    let text = text
        .replace("heures", ":")
        .replace("heure", ":")
        .replace("hours", ":")
        .replace('h', ":");
    let mut parts = text.trim_end_matches(':').split(':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let second: i8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    if parts.next().is_some() || afternoon.is_some() && !(1..=12).contains(&hour) {
        return None;
    }
    let hour = match afternoon {
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}

/// `2 juin 2017`, `1er juin 2017`, `vendredi 2 juin 2017`, `June 2, 2017`, `le 2nd of June 2017`.
/// `None` where there are two days, months or years, or a word that is no part of a date.
fn worded_date(words: &[&str]) -> Option<Worded> {
    let (mut days, mut years, mut months) = (Vec::new(), Vec::new(), Vec::new());
    for word in words {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = word.split_at(digits);
        if digits == 4 && tail.is_empty() {
            years.push(number.parse().ok()?);
        } else if (1..=2).contains(&digits)
            && matches!(tail, "" | "." | "er" | "e" | "st" | "nd" | "rd" | "th")
        {
            days.push(number.parse().ok()?);
        } else if let Some(month) = month(word) {
            months.push(month);
        } else if !is_silent(word) {
            return None;
        }
    }
    // A year with a 29th of February.
    const LEAP: i16 = 2024;
    match (&days[..], &months[..], &years[..]) {
        ([day], [month], [year]) => Some(Worded::of(*year, *month, *day)),
        ([day], [month], []) if Date::new(LEAP, *month, *day).is_ok() => {
            Some(Worded::WithoutYear(*month, *day))
        }
        ([_], [_], []) => Some(Worded::Impossible(None)),
        ([], [month], [year]) => Some(Worded::WithoutDay(*year, *month)),
        _ => None,
    }
}

/// The day of the week that a word or its beginning names, in small letters.
fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let known = written::weekday(word).filter(|_| word.len() >= 2);
    known.map(|(_, day)| day)
}

/// Whether a word stands in dates and changes nothing of them: an article, or the name of a day.
fn is_silent(word: &str) -> bool {
    let is_day = weekday(word).is_some();
    let word = word.trim_end_matches('.');
    matches!(
        word,
        "le" | "ce" | "du" | "de" | "the" | "of" | "on" | "date" | ":" | "-" | ""
    ) || is_day
}

/// The date of `03/04/2026` where the month stands first, if it may and that is another day.
pub(in crate::schema) fn month_first(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['/', '.', '-']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (month, day): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    let is_other = month != day && third.len() == 4 && first.len() <= 2;
    is_other.then(|| Date::new(third.parse().ok()?, month, day).ok())?
}
