//! Which entries of a collection hold a value, found without looking at each of them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, RwLock};

use super::Site;
use crate::site::schema::{self, Kind};

/// For a collection, a language and a field that were asked for: value → places in the collection's
/// list, in its order. Each is made when it is first asked for, since most fields never are.
#[derive(Debug, Default)]
pub(super) struct Holders(RwLock<BTreeMap<Asked, Arc<OnceLock<Places>>>>);

/// Collection, language, field.
type Asked = (usize, usize, Arc<str>);
type Places = BTreeMap<Held, Vec<usize>>;

/// A value as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    Text(String),
    /// What a reference leads to.
    Entry(usize),
}

impl Holders {
    fn of(&self, asked: Asked) -> Arc<OnceLock<Places>> {
        if let Ok(made) = self.0.read()
            && let Some(places) = made.get(&asked)
        {
            return places.clone();
        }
        // Where another thread has failed, what it has made is none the worse.
        let mut made = self.0.write().unwrap_or_else(|error| error.into_inner());
        made.entry(asked).or_default().clone()
    }
}

impl Site {
    /// The entries of a collection's list whose field is, or holds, a value given as text; in the
    /// order of the list. `year` is that of the date.
    pub(super) fn holding(
        &self,
        collection: usize,
        language: usize,
        field: &Arc<str>,
        wanted: &str,
    ) -> Vec<usize> {
        let list = self.graph.list(collection, language);
        let made = self.holders.of((collection, language, field.clone()));
        let held = made.get_or_init(|| self.places(collection, language, field));
        let kind = self.config.collections[collection].field(field);
        let mut keys = vec![Held::Text(wanted.to_owned())];
        if let Some(field) = kind {
            self.targets(&field.kind, wanted, &mut keys);
        }
        let mut places: Vec<usize> = keys
            .iter()
            .flat_map(|key| held.get(key).into_iter().flatten().copied())
            .collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .filter_map(|place| list.get(place).copied())
            .collect()
    }

    fn places(&self, collection: usize, language: usize, field: &str) -> Places {
        let mut places = Places::new();
        let list = self.graph.list(collection, language);
        for (place, entry) in list.iter().enumerate() {
            let mut held = Vec::new();
            self.held_by(*entry, language, field, &mut held);
            held.sort();
            held.dedup();
            for value in held {
                places.entry(value).or_default().push(place);
            }
        }
        places
    }

    /// Whether a field of an entry is, or holds, a value given as text.
    pub(super) fn fits(&self, entry: usize, language: usize, field: &str, wanted: &str) -> bool {
        let mut held = Vec::new();
        self.held_by(entry, language, field, &mut held);
        let mut keys = vec![Held::Text(wanted.to_owned())];
        let collection = &self.config.collections[self.graph.entries[entry].collection];
        if let Some(field) = collection.field(field) {
            self.targets(&field.kind, wanted, &mut keys);
        }
        held.iter().any(|value| keys.contains(value))
    }

    fn held_by(&self, entry: usize, language: usize, field: &str, held: &mut Vec<Held>) {
        let found = &self.graph.entries[entry];
        if field == "year" {
            held.extend(found.date.map(|date| Held::Text(date.year().to_string())));
            return;
        }
        let Some((_, version)) = found.shown(language) else {
            return;
        };
        let collection = &self.config.collections[found.collection];
        if let (Some(field), Some(value)) = (collection.field(field), version.field(field)) {
            self.hold(&field.kind, value, held);
        }
    }

    fn hold(&self, kind: &Kind, value: &schema::Value, held: &mut Vec<Held>) {
        use schema::Value as Field;
        match value {
            Field::Text(text) | Field::Choice(text) | Field::Email(text) | Field::Link(text) => {
                held.push(Held::Text(text.to_string()));
            }
            Field::Number(number) => held.push(Held::Text(number.to_string())),
            Field::Boolean(value) => held.push(Held::Text(value.to_string())),
            Field::Date(date) => held.push(Held::Text(date.to_string())),
            Field::Reference(name) => {
                if let Kind::Reference { to } = kind {
                    held.extend(self.target(to, name));
                }
            }
            Field::List(items) => {
                let kind = match kind {
                    Kind::List(item) => &item.kind,
                    kind => kind,
                };
                for item in items {
                    self.hold(kind, &item.value, held);
                }
            }
            Field::Object(values) => {
                let Kind::Object(fields) = kind else { return };
                for (name, value) in values {
                    if let Some(field) = fields.iter().find(|field| field.name == *name) {
                        self.hold(&field.kind, &value.value, held);
                    }
                }
            }
            _ => {}
        }
    }

    /// What a name leads to as a reference, for each collection to which a field can refer.
    fn targets(&self, kind: &Kind, wanted: &str, keys: &mut Vec<Held>) {
        match kind {
            Kind::Reference { to } => keys.extend(self.target(to, wanted)),
            Kind::List(item) => self.targets(&item.kind, wanted, keys),
            Kind::Object(fields) => {
                for field in fields {
                    self.targets(&field.kind, wanted, keys);
                }
            }
            _ => {}
        }
    }

    fn target(&self, to: &str, name: &str) -> Option<Held> {
        let (collection, _) = self.config.collection(to)?;
        let entry = self.graph.resolve(&self.config, collection, name).ok()?;
        Some(Held::Entry(entry))
    }
}
