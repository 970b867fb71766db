//! The order of the entries of each collection, in each language.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Entry;
use crate::config::{Config, Order};
use crate::content::Role;
use crate::ids::{ByCollection, ByEntry, ByLanguage, EntryId, LanguageId};
use crate::schema::FieldValue;
use rihla_text::language::Language;

/// Collection → language → the entries that its list shows, in order.
pub(super) fn order(
    entries: &ByEntry<Arc<Entry>>,
    config: &Config,
) -> ByCollection<ByLanguage<Vec<EntryId>>> {
    let none = |_| Vec::new();
    let mut by_collection: ByCollection<Vec<EntryId>> =
        config.collections.iter().map(none).collect();
    for (number, entry) in entries.pairs() {
        if entry.role == Role::Entry {
            by_collection[entry.collection].push(number);
        }
    }
    config
        .collections
        .iter()
        .zip(by_collection)
        .map(|(collection, numbers)| {
            config
                .site
                .languages
                .pairs()
                .map(|(number, language)| {
                    let mut listed: Vec<EntryId> = numbers
                        .iter()
                        .copied()
                        .filter(|entry| entries[*entry].is_listed(number))
                        .collect();
                    sort(&mut listed, entries, &collection.order, number, language);
                    listed
                })
                .collect()
        })
        .collect()
}

/// Sorts entries by a field; those without a value come last, ties go by title, then id.
pub fn sort(
    numbers: &mut [EntryId],
    entries: &ByEntry<Arc<Entry>>,
    order: &Order,
    language: LanguageId,
    names: &Language,
) {
    let by_field = |a: &Option<FieldValue>, b: &Option<FieldValue>| match (a, b) {
        (Some(a), Some(b)) => {
            let ordering = compare(a, b, names);
            if order.descending {
                ordering.reverse()
            } else {
                ordering
            }
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let title = |entry: &Entry| {
        entry
            .shown(language)
            .map(|(_, version)| version.title.clone())
    };
    let mut keyed: Vec<(Option<FieldValue>, Option<Arc<str>>, EntryId)> = numbers
        .iter()
        .map(|number| {
            let entry = &entries[*number];
            (value(entry, order, language), title(entry), *number)
        })
        .collect();
    keyed.sort_by(|(a, a_title, a_number), (b, b_title, b_number)| {
        by_field(a, b)
            .then_with(|| match (a_title, b_title) {
                (Some(a), Some(b)) => names.compare(a, b),
                _ => Ordering::Equal,
            })
            // Entries are numbered in the order of their ids.
            .then_with(|| a_number.cmp(b_number))
    });
    for (place, (_, _, number)) in numbers.iter_mut().zip(keyed) {
        *place = number;
    }
}

fn value(entry: &Entry, order: &Order, language: LanguageId) -> Option<FieldValue> {
    match &*order.field {
        "date" => entry.date.map(FieldValue::Date),
        "id" => Some(FieldValue::Text(entry.id.clone())),
        field => {
            let (_, version) = entry.shown(language)?;
            version
                .field(field)
                .or_else(|| version.builtin(field))
                .cloned()
        }
    }
}

fn compare(a: &FieldValue, b: &FieldValue, names: &Language) -> Ordering {
    match (a, b) {
        (FieldValue::Date(a), FieldValue::Date(b)) => a.cmp(b),
        (FieldValue::DateTime(a), FieldValue::DateTime(b)) => {
            // A whole day stands before its hours.
            (a.instant, a.time.is_some()).cmp(&(b.instant, b.time.is_some()))
        }
        (FieldValue::Boolean(a), FieldValue::Boolean(b)) => a.cmp(b),
        (FieldValue::Number(a), FieldValue::Number(b)) => compare_numbers(a, b),
        (FieldValue::Money(a), FieldValue::Money(b)) => compare_numbers(&a.amount, &b.amount),
        (
            FieldValue::Text(a) | FieldValue::Choice(a),
            FieldValue::Text(b) | FieldValue::Choice(b),
        ) => names.compare(a, b),
        _ => Ordering::Equal,
    }
}

/// Compares decimals by value; they are short enough for a double to keep their order.
fn compare_numbers(
    a: &rihla_text::language::Decimal,
    b: &rihla_text::language::Decimal,
) -> Ordering {
    let number =
        |decimal: &rihla_text::language::Decimal| decimal.to_string().parse().unwrap_or(0.0);
    f64::total_cmp(&number(a), &number(b))
}
/// A list by the years of its entries, the latest first.
pub(super) fn years(entries: &ByEntry<Arc<Entry>>, listed: &[EntryId]) -> Vec<(i16, Vec<EntryId>)> {
    let mut years: BTreeMap<i16, Vec<EntryId>> = BTreeMap::new();
    for entry in listed {
        if let Some(date) = entries[*entry].date {
            years.entry(date.year()).or_default().push(*entry);
        }
    }
    years.into_iter().rev().collect()
}
