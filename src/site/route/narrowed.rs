//! The addresses of lists that are narrowed to what visitors choose.
//!
//! Every value of a facet has a page. So have two values of different facets that one item of `lists:` names, where
//! both together leave fewer entries than each alone: what leaves as many is the page of the one, unless the other is
//! what is to come, or past, which it would not say. More than two are chosen by a script alone, so that pages grow with the entries and never with the combinations.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::InLanguages;
use crate::config::{Config, Facet, Phrase, YEAR};
use crate::graph::{FacetValue, Graph, Holders};
use crate::ids::{ByCollection, ByEntry, ByLanguage, CollectionId, EntryId, LanguageId};
use crate::schema::{Choice, FieldKind, FieldValue, in_language};
use rihla_text::language::slug;

/// How many pages of two values a collection has in a language at most. Facets get theirs in the order in which
/// they are declared, those of two facets all or none.
pub const MOST_PAIRS: usize = 300;

/// A list that is narrowed to one value, or to two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// The values with their facets, in the order of the facets.
    pub chosen: Vec<(usize, FacetValue)>,
    /// The entries that have them, in the order of the list; none at most of what is to come, or past, alone.
    pub entries: Vec<EntryId>,
    /// The address of its first page.
    pub address: Arc<str>,
}

/// Collection → language → its narrowed lists.
pub(super) type AllNarrowed = ByCollection<ByLanguage<Vec<Narrowed>>>;

/// The id under which the ledger holds the list of one value.
pub(super) fn id_of(
    config: &Config,
    graph: &Graph,
    collection: CollectionId,
    one: &Narrowed,
) -> Option<Arc<str>> {
    let [(facet, value)] = &one.chosen[..] else {
        return None;
    };
    let declared = &config.collections[collection];
    let facet = declared.facets.get(*facet)?;
    Some(id(&declared.name, facet, &key(graph, value)).into())
}

fn id(collection: &str, facet: &Facet, key: &str) -> String {
    format!("{collection}/_index?{}={key}", facet.by)
}

/// What tells a value from the others of its facet, in every language.
pub fn key(graph: &Graph, value: &FacetValue) -> Arc<str> {
    match value {
        FacetValue::Year(year) => year.to_string().into(),
        FacetValue::Choice(key) => key.clone(),
        FacetValue::Entry(entry) => graph.entries[*entry].id.clone(),
        FacetValue::Coming => "coming".into(),
        FacetValue::Past => "past".into(),
    }
}

/// The string of the theme for what is to come, or past.
pub fn when_word(value: &FacetValue) -> &'static str {
    match value {
        FacetValue::Past => "when-past",
        _ => "when-coming",
    }
}

/// Gives each narrowed list its address, below that of the whole list.
pub(super) fn all(
    graph: &Graph,
    config: &Config,
    lists: &ByCollection<InLanguages>,
    entries: &ByEntry<InLanguages>,
    now: Timestamp,
) -> AllNarrowed {
    let of = |collection: CollectionId, language: LanguageId| {
        let declared = &config.collections[collection];
        match &lists[collection][language] {
            Some(first) if !declared.facets.is_empty() => Narrower {
                graph,
                config,
                collection,
                language,
                entries,
                first,
                now,
            }
            .all(),
            _ => Vec::new(),
        }
    };
    let languages = |collection: CollectionId| {
        let languages = lists[collection].ids();
        languages.map(|language| of(collection, language)).collect()
    };
    lists.ids().map(languages).collect()
}

struct Narrower<'a> {
    graph: &'a Graph,
    config: &'a Config,
    collection: CollectionId,
    language: LanguageId,
    entries: &'a ByEntry<InLanguages>,
    /// The address of the whole list.
    first: &'a Arc<str>,
    now: Timestamp,
}

impl Narrower<'_> {
    fn all(&self) -> Vec<Narrowed> {
        let facets = &self.config.collections[self.collection].facets;
        let values: Vec<Vec<Holders>> = facets
            .iter()
            .map(|facet| {
                let (config, now) = (self.config, self.now);
                self.graph
                    .facet_values(config, self.collection, facet, self.language, now)
            })
            .collect();
        let parts = self.parts(facets, &values);
        let mut found = Vec::new();
        for (number, facet) in facets.iter().enumerate() {
            for ((value, entries), part) in values[number].iter().zip(&parts[number]) {
                let own = format!("{}{part}", self.first);
                found.push(Narrowed {
                    chosen: vec![(number, value.clone())],
                    entries: entries.clone(),
                    address: self.kept(facet, value).unwrap_or_else(|| own.into()),
                });
            }
        }
        let mut left = MOST_PAIRS;
        for (one, facet) in facets.iter().enumerate() {
            for (other, with) in facets.iter().enumerate().skip(one + 1) {
                if facet.list != with.list {
                    continue;
                }
                let pairs = self.pairs((one, other), &values, &parts);
                if pairs.len() <= left {
                    left -= pairs.len();
                    found.extend(pairs);
                }
            }
        }
        found
    }

    /// Two values each, of two facets, that leave fewer entries together than each alone, or than what is to come, or
    /// past, where that is one of them.
    fn pairs(
        &self,
        (one, other): (usize, usize),
        values: &[Vec<Holders>],
        parts: &[Vec<String>],
    ) -> Vec<Narrowed> {
        let mut of_entry: BTreeMap<EntryId, Vec<usize>> = BTreeMap::new();
        for (at, (_, entries)) in values[other].iter().enumerate() {
            for entry in entries {
                of_entry.entry(*entry).or_default().push(at);
            }
        }
        let mut pairs = Vec::new();
        for ((value, entries), part) in values[one].iter().zip(&parts[one]) {
            let mut both: BTreeMap<usize, Vec<EntryId>> = BTreeMap::new();
            for entry in entries {
                for at in of_entry.get(entry).into_iter().flatten() {
                    both.entry(*at).or_default().push(*entry);
                }
            }
            for (at, mut found) in both {
                let (with, holders) = &values[other][at];
                // What is to come has an order of its own.
                if matches!(with, FacetValue::Coming | FacetValue::Past) {
                    found.sort_by_cached_key(|entry| holders.iter().position(|own| own == entry));
                }
                // A value that only what is to come has would lead out of it: its own page says nothing of the time.
                let is_when = matches!(with, FacetValue::Coming | FacetValue::Past);
                let was_when = matches!(value, FacetValue::Coming | FacetValue::Past);
                let (is_less, was_less) =
                    (found.len() < holders.len(), found.len() < entries.len());
                if (is_less || was_when) && (was_less || is_when) {
                    pairs.push(Narrowed {
                        chosen: vec![(one, value.clone()), (other, with.clone())],
                        entries: found,
                        address: format!("{}{part}{}", self.first, parts[other][at]).into(),
                    });
                }
            }
        }
        pairs
    }

    /// The part of an address that stands for each value: `etat/acheve/`; the year alone of a year.
    fn parts(&self, facets: &[Facet], values: &[Vec<Holders>]) -> Vec<Vec<String>> {
        let mut fields = BTreeSet::new();
        let mut parts = Vec::new();
        for (facet, values) in facets.iter().zip(values) {
            let mut field = self.field_slug(facet);
            if !fields.insert(field.clone()) {
                field = format!("{field}{}/", slug(&facet.by));
                fields.insert(field.clone());
            }
            let mut taken = BTreeSet::new();
            let part = |(value, _): &Holders| {
                let own = self.value_slug(facet, value);
                let mut numbered = (2..).map(|number| format!("{own}-{number}"));
                let is_free = taken.insert(own.clone());
                let free = match is_free {
                    true => Some(own.clone()),
                    false => numbered.find(|numbered| taken.insert(numbered.clone())),
                };
                format!("{field}{}/", free.unwrap_or(own))
            };
            parts.push(values.iter().map(part).collect());
        }
        parts
    }

    /// What a facet is called in addresses, with a slash; nothing for years of entries.
    fn field_slug(&self, facet: &Facet) -> String {
        let schema = &self.config.collections[self.collection].schema;
        if &*facet.by == YEAR || facet.is_when(schema) {
            return String::new();
        }
        let label = facet.field(schema).and_then(|field| {
            let tag = &self.config.site.languages[self.language].tag;
            match in_language(field.label.as_ref()?, tag)? {
                FieldValue::Text(label) => Some(slug(&label)).filter(|slug| !slug.is_empty()),
                _ => None,
            }
        });
        let name = || slug(facet.by.split('.').next().unwrap_or(&facet.by));
        format!("{}/", label.unwrap_or_else(name))
    }

    fn value_slug(&self, facet: &Facet, value: &FacetValue) -> String {
        let written = match value {
            FacetValue::Year(year) => Some(format!("{year:04}")),
            FacetValue::Choice(key) => {
                let schema = &self.config.collections[self.collection].schema;
                let choices = match facet.kind(schema) {
                    Some(FieldKind::Choice(choices)) => choices.as_slice(),
                    _ => &[],
                };
                let tag = &self.config.site.languages[self.language].tag;
                choices
                    .iter()
                    .find(|choice| choice.key == *key)
                    .and_then(|Choice { labels, .. }| labels.iter().find(|(known, _)| known == tag))
                    .map(|(_, label)| slug(label))
            }
            FacetValue::Coming | FacetValue::Past => {
                let word = when_word(value);
                match self.config.theme.phrase(self.language, word) {
                    Some((Phrase::Plain(text), _)) => Some(slug(text)),
                    _ => None,
                }
            }
            FacetValue::Entry(entry) => {
                let own = self.entries[*entry][self.language].as_ref();
                let last = own.and_then(|address| address.trim_end_matches('/').rsplit('/').next());
                let title = || {
                    let (_, version) = self.graph.entries[*entry].shown(self.language)?;
                    Some(slug(&version.title))
                };
                last.map(str::to_owned).or_else(title)
            }
        };
        let written = written.filter(|slug| !slug.is_empty());
        written.unwrap_or_else(|| slug(&key(self.graph, value)))
    }

    /// The address that the list of a value had when it was first published, below the same list.
    fn kept(&self, facet: &Facet, value: &FacetValue) -> Option<Arc<str>> {
        let name = &self.config.collections[self.collection].name;
        let id = id(name, facet, &key(self.graph, value)).into();
        let tag = &self.config.site.languages[self.language].tag;
        let mut known = self.config.ledger.of(&id, tag);
        known
            .find(|address| address.starts_with(&**self.first))
            .cloned()
    }
}
