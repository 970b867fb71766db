//! Dates at the head of the names of entries.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Entry, Publication};
use crate::schema::{Assignment, FieldValue};
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Correction, Diagnostic};

/// The date at the head of a name (`2017-06-02-caritas`) and the rest of the name.
pub fn date_of_name(name: &str) -> Option<(Date, &str)> {
    let (head, rest) = head_of_name(name)?;
    Some((head.parse().ok()?, rest))
}

/// What stands at the head of a name and is written like a date, and the rest of the name.
fn head_of_name(name: &str) -> Option<(&str, &str)> {
    let (head, rest) = name.split_at_checked(10)?;
    let rest = rest.strip_prefix('-').filter(|rest| !rest.is_empty())?;
    let looks = head.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    looks.then_some((head, rest))
}

/// Tells what stands at the head of an entry's name, is written like a date, and is no day of the
/// calendar: `2026-02-30-x`.
pub(super) fn no_day(entry: &Entry) -> Option<Diagnostic> {
    let name = entry.id.rsplit('/').next().unwrap_or_default();
    let (head, rest) = head_of_name(name).filter(|(head, _)| head.parse::<Date>().is_err())?;
    let mut files: Vec<&Arc<str>> = entry.files.iter().filter(|file| !file.is_empty()).collect();
    files.dedup();
    let first = files.first()?;
    let finding = Diagnostic::on_file(&say::NAME_DATE, (*first).clone())
        .with("value", head)
        .with("name", name);
    // The day before the month, as it is written elsewhere.
    let turned = || {
        let (year, other) = head.split_once('-')?;
        let (day, month) = other.split_once('-')?;
        let date: Date = format!("{year}-{month}-{day}").parse().ok()?;
        Some(format!("{date}-{rest}"))
    };
    let Some(wanted) = turned() else {
        return Some(finding);
    };
    let finding = finding.with("wanted", &wanted);
    // The files of an entry go together.
    Some(match &files[..] {
        [only] if only.matches(name).count() == 1 => {
            finding.correct(Correction::Rename(only.replace(name, &wanted).into()))
        }
        _ => finding,
    })
}

/// Words of the names of fields by which something must be done.
const DEADLINES: &[&str] = &[
    "deadline",
    "closing",
    "closes",
    "due",
    "expires",
    "limite",
    "echeance",
    "échéance",
    "cloture",
    "clôture",
];

/// Tells the deadlines of an entry that was never online and that lie before the day on which it
/// goes online. `file` gives the path of a file by the number that values carry.
pub(super) fn past_deadlines(
    entry: &Entry,
    values: &[Assignment],
    file: &dyn Fn(u16) -> Option<Arc<str>>,
    (zone, today): (&TimeZone, Date),
) -> Vec<Diagnostic> {
    let versions = entry.versions.iter().flatten();
    let days = versions.filter_map(|version| match version.publication {
        Publication::Online | Publication::Waiting => Some(today),
        Publication::From(from) => Some(from.to_zoned(zone.clone()).date()),
        _ => None,
    });
    let Some(day) = days.min() else {
        return Vec::new();
    };
    let date_of = |value: &FieldValue| match value {
        FieldValue::Date(date) => Some(*date),
        FieldValue::DateTime(moment) => Some(moment.date),
        _ => None,
    };
    let deadlines = values.iter().filter(|assignment| {
        let mut words = assignment.field.split(['_', '-']);
        words.any(|word| DEADLINES.contains(&word))
    });
    let told = deadlines.filter_map(|assignment| {
        let value = &assignment.value;
        let date = date_of(&value.value).filter(|date| *date < day)?;
        let finding = Diagnostic::at(&say::PAST_DEADLINE, file(value.file)?, value.span);
        Some(finding.with("date", date))
    });
    told.collect()
}

/// Whether the name of an entry begins with what is written like a date and is none.
pub fn has_no_day(entry: &Entry) -> bool {
    no_day(entry).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_names() {
        let date = |name| date_of_name(name).map(|(date, rest)| (date.to_string(), rest));
        assert_eq!(
            date("2017-06-02-caritas"),
            Some(("2017-06-02".to_owned(), "caritas"))
        );
        for none in [
            "2017-06-02",
            "2017-06-02-",
            "2017-13-02-x",
            "caritas",
            "é017-06-02-x",
            "2017-6-2-x",
        ] {
            assert_eq!(date(none), None, "{none}");
        }
    }
}
