//! What rules compare: values as dates, as counts, as words.

use crate::schema::{FieldValue, Spanned, kinds};
use jiff::civil::Date;
use std::sync::Arc;

/// A value as `when:` compares it; `None` for what a condition cannot be about.
pub(in crate::schema) fn plain(value: &FieldValue) -> Option<Arc<str>> {
    match value {
        FieldValue::Text(text) | FieldValue::Choice(text) | FieldValue::Reference(text) => {
            Some(text.clone())
        }
        // 1.0 is 1.
        FieldValue::Number(number) => Some(kinds::unscaled(kinds::scaled(number)).into()),
        FieldValue::Boolean(true) => Some("true".into()),
        FieldValue::Boolean(false) => Some("false".into()),
        _ => None,
    }
}

/// Whether a value, or one of those in it, is the one that a condition names.
pub(super) fn equals(value: &FieldValue, wanted: &str) -> bool {
    match value {
        FieldValue::List(items) => items.iter().any(|item| equals(&item.value, wanted)),
        FieldValue::Localized(branches) => branches.iter().any(|(_, it)| equals(&it.value, wanted)),
        value => plain(value).is_some_and(|text| *text == *wanted),
    }
}

/// A value as a sentence shows it.
pub(super) fn shown(value: &FieldValue) -> String {
    match value {
        FieldValue::Date(date) => date.to_string(),
        FieldValue::DateTime(moment) => {
            let mut text = moment.date.to_string();
            if let Some(time) = moment.time {
                text.push_str(&format!(" {:02}:{:02}", time.hour(), time.minute()));
            }
            text
        }
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Money(money) => format!("{} {}", money.amount, money.currency),
        value => plain(value)
            .map(|text| text.to_string())
            .unwrap_or_default(),
    }
}

/// A value as the beginning of another: digits as they are written; the id of an entry
/// without the collection in which it is looked for anyway.
pub(super) fn name_in(value: &FieldValue, collection: Option<&str>) -> Option<String> {
    if let FieldValue::Number(number) = value {
        return Some(number.to_string());
    }
    let text = plain(value)?;
    let inside = collection
        .and_then(|collection| text.strip_prefix(collection))
        .and_then(|rest| rest.strip_prefix('/'));
    Some(inside.unwrap_or(&text).to_owned())
}

/// Whether a text has a beginning, and after it the mark.
pub(super) fn begins(text: &str, start: &str, mark: Option<&str>) -> bool {
    let Some(rest) = text.strip_prefix(start) else {
        return false;
    };
    match mark {
        Some(mark) => rest.starts_with(mark),
        None => rest.starts_with(|c: char| !c.is_alphanumeric()),
    }
}

/// The day of a date.
pub(super) fn day(value: &FieldValue) -> Option<Date> {
    match value {
        FieldValue::DateTime(moment) => Some(moment.date),
        FieldValue::Date(date) => Some(*date),
        _ => None,
    }
}

/// Whether a date or a number comes after another.
pub(super) fn is_after(one: &FieldValue, other: &FieldValue) -> bool {
    match (amount(one), amount(other)) {
        (Some(one), Some(other)) => one > other,
        _ => match (one, other) {
            (FieldValue::DateTime(one), FieldValue::DateTime(other))
                if one.time.is_some() && other.time.is_some() =>
            {
                one.instant > other.instant
            }
            // A whole day is neither before nor after a time of it.
            _ => match (day(one), day(other)) {
                (Some(one), Some(other)) => one > other,
                _ => false,
            },
        },
    }
}

/// A number or an amount of money, as [`kinds::scaled`] counts it.
pub(super) fn amount(value: &FieldValue) -> Option<i128> {
    match value {
        FieldValue::Number(number) => Some(kinds::scaled(number)),
        FieldValue::Money(money) => Some(kinds::scaled(&money.amount)),
        _ => None,
    }
}

pub(super) fn currency(value: &Spanned) -> Option<&Arc<str>> {
    match &value.value {
        FieldValue::Money(money) => Some(&money.currency),
        _ => None,
    }
}

/// What values add up to. Each is below 10³⁰, so that no file is long enough to reach the limit.
pub(super) fn total(found: &[&super::Found<'_>]) -> i128 {
    let amounts = found.iter().filter_map(|found| amount(&found.value.value));
    amounts.fold(0, i128::saturating_add)
}

pub(super) fn difference(one: i128, other: i128) -> String {
    kinds::unscaled(one.saturating_sub(other).saturating_abs())
}
