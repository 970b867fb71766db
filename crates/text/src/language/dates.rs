//! Dates and times of day as a language writes them, in the Gregorian calendar.
//!
//! The formatters of ICU4X are asked once, for the pattern that CLDR has for each style;
//! the pattern is then filled in through [`FixedCalendarDateTimeNames`]. The formatters
//! themselves are not kept: in 2.4 those of some languages (Portuguese months) do not load
//! what they need and stop a debug build.

use std::fmt;
use std::ops::Range;

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::enums::{DateFieldSet, TimeFieldSet};
use icu_datetime::fieldsets::{MD, T, Y, YM, YMD, YMDE};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::YearStyle;
use icu_datetime::parts;
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter,
};
use icu_locale_core::Locale;
use writeable::{Part, PartsWrite, TryWriteable};

use super::Language;
use super::rows::Row;

/// How much of a date is written, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// *vendredi 2 juin 2017*, *Friday, 2 June 2017*.
    Full,
    /// *1er juin 2017*, *1 June 2017*.
    Long,
    /// *02/06/2017*.
    Short,
    /// *juin 2017*.
    Month,
    /// *2 juin*.
    DayMonth,
    /// *2017*.
    Year,
}

/// A pattern of CLDR with the names of months and days that it needs.
struct Pattern {
    names: FixedCalendarDateTimeNames<Gregorian, DateFieldSet>,
    pattern: DateTimePattern,
}

/// Everything that writes dates and times for one language.
pub(super) struct Dates {
    full: Pattern,
    long: Pattern,
    short: Pattern,
    month: Pattern,
    day_month: Pattern,
    year: Pattern,
    first_of_month: Option<&'static str>,
    time_names: FixedCalendarDateTimeNames<(), TimeFieldSet>,
    time: DateTimePattern,
    time_on_the_hour: DateTimePattern,
    /// Before a date, between it and its time, after the time.
    glue: [String; 3],
}

/// Any date of the common era, for which patterns are asked.
const SAMPLE: jiff::civil::Date = jiff::civil::date(2017, 6, 2);

/// Asks ICU4X for the pattern of a set of fields. A macro, because each set of fields is a
/// type of its own, so that only the data of those in use are linked.
macro_rules! pattern {
    ($preferences:expr, $sample:expr, $fields:expr) => {{
        let formatter =
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new($preferences, $fields)?;
        let pattern = formatter.format($sample).pattern();
        let mut names = FixedCalendarDateTimeNames::from_formatter($preferences, formatter)
            .cast_into_fset::<DateFieldSet>();
        names.include_decimal_formatter()?;
        Pattern { names, pattern }
    }};
}

impl Dates {
    /// The patterns of CLDR for a locale, with the habits of its row.
    pub(super) fn new(locale: &Locale, row: &Row) -> Result<Self, Box<dyn std::error::Error>> {
        let preferences = DateTimeFormatterPreferences::from(locale);
        let date = Date::try_new_gregorian(SAMPLE.year().into(), 6, 2)?;
        let time = Time::try_new(13, 30, 0, 0)?;
        let long = pattern!(preferences, &date, YMD::long());
        let formatter = NoCalendarFormatter::try_new(preferences, T::hm())?;
        let clock = formatter.format(&time).pattern();
        let mut time_names = FixedCalendarDateTimeNames::from_formatter(preferences, formatter)
            .cast_into_fset::<TimeFieldSet>();
        time_names.include_decimal_formatter()?;
        let both = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(
            preferences,
            YMD::long().with_time_hm(),
        )?
        .format(&DateTime { date, time })
        .pattern();
        let glue = glue(
            &both.to_string(),
            &long.pattern.to_string(),
            &clock.to_string(),
        );
        let clock = clock.to_string();
        let short = YMD::short().with_year_style(YearStyle::Full);
        let mut dates = Self {
            full: pattern!(preferences, &date, YMDE::long()),
            short: pattern!(preferences, &date, short),
            month: pattern!(preferences, &date, YM::long()),
            day_month: pattern!(preferences, &date, MD::long()),
            year: pattern!(preferences, &date, Y::long()),
            long,
            first_of_month: row.first_of_month,
            time: read(row.time.unwrap_or(&clock))?,
            time_on_the_hour: read(row.time_on_the_hour.or(row.time).unwrap_or(&clock))?,
            time_names,
            glue,
        };
        // CLDR's root calls the months M01 to M12, which is not for readers: ISO 8601 is.
        if dates.fields(SAMPLE, DateStyle::Month).text.contains("M06") {
            for (style, iso) in [
                (&mut dates.full, "y-MM-dd"),
                (&mut dates.long, "y-MM-dd"),
                (&mut dates.month, "y-MM"),
                (&mut dates.day_month, "MM-dd"),
            ] {
                *style = pattern!(preferences, &date, short);
                style.pattern = read(iso)?;
            }
        }
        Ok(dates)
    }

    /// A date, with the places of its fields.
    fn fields(&self, date: jiff::civil::Date, style: DateStyle) -> Fields {
        let pattern = match style {
            DateStyle::Full => &self.full,
            DateStyle::Long => &self.long,
            DateStyle::Short => &self.short,
            DateStyle::Month => &self.month,
            DateStyle::DayMonth => &self.day_month,
            DateStyle::Year => &self.year,
        };
        let mut fields = Fields::default();
        match Date::try_new_gregorian(
            date.year().into(),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        ) {
            // An error would mean that a field was written in its plain form.
            Ok(day) => drop(
                pattern
                    .names
                    .with_pattern_unchecked(&pattern.pattern)
                    .format(&day)
                    .try_write_to_parts(&mut fields),
            ),
            Err(_) => fields.text = date.to_string(),
        }
        if let (Some(first), 1, Some(day)) = (self.first_of_month, date.day(), &fields.day)
            && style != DateStyle::Short
        {
            let end = day.start + first.len();
            fields.text.replace_range(day.clone(), first);
            fields.day = Some(day.start..end);
        }
        fields
    }
}

/// A pattern in the syntax of UTS 35.
fn read(pattern: &str) -> Result<DateTimePattern, String> {
    DateTimePattern::try_from_pattern_str(pattern).map_err(|error| format!("{error:?}"))
}

/// What stands around a date and a time in the pattern of both: before, between, after.
fn glue(both: &str, date: &str, time: &str) -> [String; 3] {
    let parts = both.split_once(date).and_then(|(before, rest)| {
        let (between, after) = rest.split_once(time)?;
        Some([before, between, after].map(|part| part.replace('\'', "")))
    });
    parts.unwrap_or_else(|| ["", " ", ""].map(str::to_owned))
}

/// A written date and where its day and its year stand in it.
#[derive(Default)]
struct Fields {
    text: String,
    day: Option<Range<usize>>,
    year: Option<Range<usize>>,
}

impl fmt::Write for Fields {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        Ok(())
    }
}

impl PartsWrite for Fields {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        let start = self.text.len();
        write(self)?;
        if part == parts::DAY {
            self.day = Some(start..self.text.len());
        } else if part == parts::YEAR {
            self.year = Some(start..self.text.len());
        }
        Ok(())
    }
}

impl Language {
    /// The names of the months as texts have them, each with its number: as they stand alone
    /// and, where that is another form, beside a day.
    pub fn months(&self) -> Vec<(String, i8)> {
        let mut months = Vec::new();
        for month in 1..=12 {
            let day = jiff::civil::date(2017, month, 2);
            for style in [DateStyle::Month, DateStyle::DayMonth] {
                let text = self.date(day, style);
                let name = text.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
                if !name.is_empty() && !months.contains(&(name.clone(), month)) {
                    months.push((name, month));
                }
            }
        }
        months
    }

    /// A date. A year before 1 is that of its era, which is not named.
    pub fn date(&self, date: jiff::civil::Date, style: DateStyle) -> String {
        self.dates.fields(date, style).text
    }

    /// A time of day to the minute: *13 h 30*, *9 h*; *13:30* in British, *1:30 PM* in
    /// American English, as CLDR has it.
    pub fn time(&self, time: jiff::civil::Time) -> String {
        let dates = &self.dates;
        let pattern = match time.minute() {
            0 => &dates.time_on_the_hour,
            _ => &dates.time,
        };
        let hour = time.hour().unsigned_abs();
        let Ok(moment) = Time::try_new(hour, time.minute().unsigned_abs(), 0, 0) else {
            return time.to_string();
        };
        let formatted = dates
            .time_names
            .with_pattern_unchecked(pattern)
            .format(&moment);
        match formatted.try_write_to_string() {
            Ok(text) | Err((_, text)) => text.into_owned(),
        }
    }

    /// A moment where it happens: date, time and the difference to universal time, which is
    /// written alike in every language: *1er juin 2017 à 13 h 30 (UTC+1)*.
    pub fn date_time(&self, moment: &jiff::Zoned) -> String {
        let [before, between, after] = &self.dates.glue;
        let date = self.date(moment.date(), DateStyle::Long);
        let time = self.time(moment.time());
        let zone = zone(moment.offset());
        format!("{before}{date}{between}{time}{after} ({zone})")
    }

    /// The days from one to another, written as short as can be: *15–17 février 2022*,
    /// *31 mai – 2 juin 2022*, *30 décembre 2021 – 2 janvier 2022*. One day twice is one
    /// day; the order is the caller's.
    pub fn date_range(&self, from: jiff::civil::Date, to: jiff::civil::Date) -> String {
        let last = self.dates.fields(to, DateStyle::Long);
        if from == to {
            return last.text;
        }
        let (Some(day), Some(year), true) = (&last.day, &last.year, from.year() == to.year())
        else {
            return format!("{} – {}", self.date(from, DateStyle::Long), last.text);
        };
        if from.month() == to.month() {
            let first = self.dates.fields(from, DateStyle::Long);
            let first_day = first.day.map_or("", |day| &first.text[day]);
            let (before, rest) = last.text.split_at(day.start);
            // A point that makes the number an ordinal belongs to each: 15.–17. Februar.
            let point = match last.text[day.end..].starts_with(". ") {
                true => ".",
                false => "",
            };
            return format!("{before}{first_day}{point}–{rest}");
        }
        // The year is written once, at the end where it belongs, or at the beginning.
        match year.start > day.start {
            true => format!("{} – {}", self.date(from, DateStyle::DayMonth), last.text),
            false => {
                let from = self.date(from, DateStyle::Long);
                format!("{from} – {}", self.date(to, DateStyle::DayMonth))
            }
        }
    }
}

/// `UTC`, `UTC+1`, `UTC−3:30`, with the minus sign of typography.
fn zone(offset: jiff::tz::Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = match minutes {
        0 => return "UTC".to_owned(),
        ..0 => '−',
        _ => '+',
    };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    match minutes {
        0 => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}
