//! Which entries of a collection hold a value, found without looking at each of them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, RwLock};

use super::Site;
use rihla_site::ids::{CollectionId, EntryId, LanguageId};
use rihla_site::schema::{self, FieldKind};

/// For a collection, a language and a field that were asked for: value → places in the collection's
/// list, in its order. Each is made when it is first asked for, since most fields never are.
#[derive(Debug, Default)]
pub(super) struct Holders(RwLock<BTreeMap<Asked, Arc<OnceLock<Places>>>>);

/// Collection, language, field.
type Asked = (CollectionId, LanguageId, Arc<str>);
type Places = BTreeMap<IndexKey, Vec<usize>>;

/// A value as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum IndexKey {
    Text(String),
    /// What a reference leads to.
    Entry(EntryId),
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
        collection: CollectionId,
        language: LanguageId,
        field: &Arc<str>,
        wanted: &str,
    ) -> Vec<EntryId> {
        let list = self.graph.list(collection, language);
        let made = self.holders.of((collection, language, field.clone()));
        let values = made.get_or_init(|| self.places(collection, language, field));
        let kind = self.config.collections[collection].field(field);
        let mut keys = vec![IndexKey::Text(wanted.to_owned())];
        if let Some(field) = kind {
            self.targets(&field.kind, wanted, &mut keys);
        }
        let mut places: Vec<usize> = keys
            .iter()
            .flat_map(|key| values.get(key).into_iter().flatten().copied())
            .collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .filter_map(|place| list.get(place).copied())
            .collect()
    }

    fn places(&self, collection: CollectionId, language: LanguageId, field: &str) -> Places {
        let mut places = Places::new();
        let list = self.graph.list(collection, language);
        for (place, entry) in list.iter().enumerate() {
            let mut values = Vec::new();
            self.add_values(*entry, language, field, &mut values);
            values.sort();
            values.dedup();
            for value in values {
                places.entry(value).or_default().push(place);
            }
        }
        places
    }

    /// Whether a field of an entry is, or holds, a value given as text.
    pub(super) fn fits(
        &self,
        entry: EntryId,
        language: LanguageId,
        field: &str,
        wanted: &str,
    ) -> bool {
        let mut values = Vec::new();
        self.add_values(entry, language, field, &mut values);
        let mut keys = vec![IndexKey::Text(wanted.to_owned())];
        let collection = &self.config.collections[self.graph.entries[entry].collection];
        if let Some(field) = collection.field(field) {
            self.targets(&field.kind, wanted, &mut keys);
        }
        values.iter().any(|value| keys.contains(value))
    }

    fn add_values(
        &self,
        entry: EntryId,
        language: LanguageId,
        field: &str,
        values: &mut Vec<IndexKey>,
    ) {
        let found = &self.graph.entries[entry];
        if field == "year" {
            values.extend(
                found
                    .date
                    .map(|date| IndexKey::Text(date.year().to_string())),
            );
            return;
        }
        let Some((_, version)) = found.shown(language) else {
            return;
        };
        let collection = &self.config.collections[found.collection];
        if let (Some(field), Some(value)) = (collection.field(field), version.field(field)) {
            self.add_value(&field.kind, value, values);
        }
    }

    fn add_value(&self, kind: &FieldKind, value: &schema::FieldValue, values: &mut Vec<IndexKey>) {
        use schema::FieldValue as Field;
        match value {
            Field::Text(text) | Field::Choice(text) | Field::Form(text) | Field::Link(text) => {
                values.push(IndexKey::Text(text.to_string()));
            }
            Field::Number(number) => values.push(IndexKey::Text(number.to_string())),
            Field::Boolean(value) => values.push(IndexKey::Text(value.to_string())),
            Field::Date(date) => values.push(IndexKey::Text(date.to_string())),
            Field::Reference(name) => {
                if let FieldKind::Reference { to } = kind {
                    values.extend(self.target(to, name));
                }
            }
            Field::List(items) => {
                let kind = match kind {
                    FieldKind::List(item) => &item.kind,
                    kind => kind,
                };
                for item in items {
                    self.add_value(kind, &item.value, values);
                }
            }
            Field::Object(parts) => {
                let FieldKind::Object(fields) = kind else {
                    return;
                };
                for (name, value) in parts {
                    if let Some(field) = fields.iter().find(|field| field.name == *name) {
                        self.add_value(&field.kind, &value.value, values);
                    }
                }
            }
            _ => {}
        }
    }

    /// What a name leads to as a reference, for each collection to which a field can refer.
    fn targets(&self, kind: &FieldKind, wanted: &str, keys: &mut Vec<IndexKey>) {
        match kind {
            FieldKind::Reference { to } => keys.extend(self.target(to, wanted)),
            FieldKind::List(item) => self.targets(&item.kind, wanted, keys),
            FieldKind::Object(fields) => {
                for field in fields {
                    self.targets(&field.kind, wanted, keys);
                }
            }
            _ => {}
        }
    }

    fn target(&self, to: &str, name: &str) -> Option<IndexKey> {
        let (collection, _) = self.config.collection(to)?;
        let entry = self.graph.resolve(&self.config, collection, name).ok()?;
        Some(IndexKey::Entry(entry))
    }
}
