//! What the list of a collection is narrowed by: the values of its facets, with the entries that have each.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Graph, Version};
use crate::config::{Config, Facet, YEAR};
use crate::ids::{CollectionId, EntryId, LanguageId};
use crate::schema::{FieldKind, FieldValue};

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// A year.
    Year(i16),
    /// The key of a choice.
    Choice(Arc<str>),
    /// What is referred to.
    Entry(EntryId),
    /// What is to come, or lasts.
    Coming,
    /// What is over.
    Past,
}

/// A value of a facet with the entries of the list that have it, in the order of the list.
pub type Holders = (FacetValue, Vec<EntryId>);

/// Of a period, no more years than these are told apart: a wrong digit must not make pages by the thousand.
const MOST_YEARS: i16 = 100;

impl Graph {
    /// The values of a facet that entries of the collection's list have in a language: years the latest
    /// first, choices as they are declared, entries in the order of their own list. An entry that is not listed
    /// in the language is none. Of what is to come, the nearest is the first, and of what is past the latest.
    pub fn facet_values(
        &self,
        config: &Config,
        collection: CollectionId,
        facet: &Facet,
        language: LanguageId,
        now: Timestamp,
    ) -> Vec<Holders> {
        if facet.is_when(&config.collections[collection].schema) {
            return self.by_time(config, collection, language, now);
        }
        let mut found: BTreeMap<FacetValue, Vec<EntryId>> = BTreeMap::new();
        for entry in self.list(collection, language) {
            let mut values = self.values_of(config, *entry, facet, language);
            values.sort();
            values.dedup();
            for value in values {
                found.entry(value).or_default().push(*entry);
            }
        }
        let kind = facet.kind(&config.collections[collection].schema);
        let mut found: Vec<Holders> = found.into_iter().collect();
        found.sort_by_cached_key(|(value, _)| match (value, kind) {
            (FacetValue::Year(year), _) => -i64::from(*year),
            (FacetValue::Choice(key), Some(FieldKind::Choice(choices))) => {
                place(choices.iter().position(|choice| choice.key == *key))
            }
            (FacetValue::Entry(entry), _) => place(self.position(*entry, language)),
            _ => i64::MAX,
        });
        found
    }

    /// The values of a facet that an entry has in a language.
    fn values_of(
        &self,
        config: &Config,
        entry: EntryId,
        facet: &Facet,
        language: LanguageId,
    ) -> Vec<FacetValue> {
        let Some((shown, version)) = self.entries[entry].shown(language) else {
            return Vec::new();
        };
        let tag = &config.site.languages[shown].tag;
        if &*facet.by == YEAR {
            return self.years_of(entry, version, tag);
        }
        let collection = &config.collections[self.entries[entry].collection];
        let kind = facet.kind(&collection.schema);
        let values = version.values(tag, &facet.by).into_iter();
        let found = values.filter_map(|value| match (value, kind?) {
            (FieldValue::Choice(key), _) => Some(FacetValue::Choice(key)),
            (FieldValue::Reference(name), FieldKind::Reference { to }) => {
                let (target, _) = config.collection(to)?;
                let found = self.resolve(config, target, &name).ok()?;
                self.position(found, language)?;
                Some(FacetValue::Entry(found))
            }
            (value, _) => year(&value).map(FacetValue::Year),
        });
        found.collect()
    }

    /// What is to come and what is past. Both are always there: each is a place to come back to.
    fn by_time(
        &self,
        config: &Config,
        collection: CollectionId,
        language: LanguageId,
        now: Timestamp,
    ) -> Vec<Holders> {
        let listed = self.list(collection, language).iter();
        let dated = listed.filter_map(|entry| {
            let (shown, version) = self.entries[*entry].shown(language)?;
            let (start, over) = self.lasts(config, *entry, shown, version)?;
            Some((start, over <= now, *entry))
        });
        let mut dated: Vec<(Timestamp, bool, EntryId)> = dated.collect();
        dated.sort_by_key(|(start, ..)| *start);
        let of = |is_past: bool| dated.iter().filter(move |(_, past, _)| *past == is_past);
        let coming = of(false).map(|(.., entry)| *entry).collect();
        let past = of(true).rev().map(|(.., entry)| *entry).collect();
        vec![(FacetValue::Coming, coming), (FacetValue::Past, past)]
    }

    /// When an entry takes place, and when it is over: at the end of its last day, or at the moment that it gives.
    fn lasts(
        &self,
        config: &Config,
        entry: EntryId,
        language: LanguageId,
        version: &Version,
    ) -> Option<(Timestamp, Timestamp)> {
        let calendar = config.collections[self.entries[entry].collection]
            .calendar
            .as_ref()?;
        let tag = &config.site.languages[language].tag;
        let zone = &config.site.time_zone;
        let start = version.values(tag, &calendar.start);
        let end = calendar.end.as_ref().map(|end| version.values(tag, end));
        let first = start.first()?;
        let ends = end.iter().flatten().chain(&start);
        let over = ends.filter_map(|value| over(value, zone)).max()?;
        Some((first.instant(zone)?, over))
    }

    /// The moments after `now` at which something that is to come is past.
    pub fn passing<'g>(
        &'g self,
        config: &'g Config,
        now: Timestamp,
    ) -> impl Iterator<Item = Timestamp> + 'g {
        let told = |collection: CollectionId| {
            let declared = &config.collections[collection];
            let mut facets = declared.facets.iter();
            facets.any(|facet| facet.is_when(&declared.schema))
        };
        let entries = self.entries.pairs();
        let entries = entries.filter(move |(_, entry)| told(entry.collection));
        entries
            .flat_map(move |(number, entry)| {
                let versions = entry.versions.pairs();
                versions.filter_map(move |(language, version)| {
                    let (_, over) = self.lasts(config, number, language, version.as_ref()?)?;
                    Some(over)
                })
            })
            .filter(move |over| *over > now)
    }

    /// The years of an entry: that of its date, else those from its `start` to its `end`, or to today where its
    /// `status` says that it goes on, in the words of IATI.
    fn years_of(&self, entry: EntryId, version: &Version, tag: &str) -> Vec<FacetValue> {
        let of = |name: &str| version.values(tag, name).iter().find_map(year);
        let (first, last) = match self.entries[entry].date {
            Some(date) => (Some(date.year()), None),
            None => (of("start"), of("end")),
        };
        let Some(from) = first.or(last) else {
            return Vec::new();
        };
        let goes_on = |status: &FieldValue| match status {
            FieldValue::Choice(key) => GOES_ON.contains(&&**key),
            _ => false,
        };
        let is_open = || version.values(tag, "status").iter().any(goes_on);
        let to = match (first, last) {
            (Some(_), None) if self.entries[entry].date.is_none() && is_open() => {
                self.today().year()
            }
            _ => last.unwrap_or(from),
        };
        let to = to.max(from);
        match to.saturating_sub(from) <= MOST_YEARS {
            true => (from..=to).map(FacetValue::Year).collect(),
            false => vec![FacetValue::Year(from), FacetValue::Year(to)],
        }
    }
}

/// What the `status` of an entry says while it goes on: words that stand for codes of ActivityStatus (IATI 2.03).
const GOES_ON: &[&str] = &["implementation", "finalisation"];

fn place(position: Option<usize>) -> i64 {
    let position = position.map(i64::try_from);
    position.and_then(Result::ok).unwrap_or(i64::MAX)
}

/// When what takes place at a date is over: at the end of the day, or at the time that is given.
fn over(value: &FieldValue, zone: &TimeZone) -> Option<Timestamp> {
    let day = match value {
        FieldValue::Date(day) => *day,
        FieldValue::DateTime(moment) if moment.time.is_some() => return Some(moment.instant),
        FieldValue::DateTime(moment) => moment.date,
        _ => return None,
    };
    zone.to_timestamp(day.tomorrow().ok()?.at(0, 0, 0, 0)).ok()
}

/// The year of a date; of an object of dates, that of `actual`, which is more than a plan, else of the first.
fn year(value: &FieldValue) -> Option<i16> {
    match value {
        FieldValue::Date(date) => Some(date.year()),
        FieldValue::DateTime(moment) => Some(moment.date.year()),
        FieldValue::Object(parts) => {
            let actual = parts.iter().find(|(name, _)| &**name == "actual");
            let actual = actual.and_then(|(_, value)| year(&value.value));
            actual.or_else(|| parts.iter().find_map(|(_, value)| year(&value.value)))
        }
        _ => None,
    }
}
