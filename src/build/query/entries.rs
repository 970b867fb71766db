//! Queries about entries: stubs and lists of them.

use std::sync::{Arc, OnceLock};

use tera::Value;

use super::Site;
use super::value::{map, object};
use rihla_site::config::Order;
use rihla_site::ids::{EntryId, Id, LanguageId};
use rihla_site::schema::{self, FieldKind, Schema};

/// Which entries are asked for, and in what order.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct ListQuery {
    /// The name of the collection; of every one, where there is none.
    pub collection: Option<Arc<str>>,
    /// The reader's language.
    pub language: LanguageId,
    /// Field and value: only entries whose field is, or holds, this.
    pub filter: Vec<(Arc<str>, String)>,
    /// `date` or `-date`; the collection's own order where there is none.
    pub order: Option<Arc<str>>,
    /// How many at most.
    pub limit: Option<usize>,
    /// The fields that the stubs carry.
    pub fields: Vec<Arc<str>>,
}

/// The stubs of all entries with the same fields, each made when it is first asked for.
#[derive(Debug)]
pub(super) struct Stubs {
    fields: Vec<Arc<str>>,
    /// By entry, then language.
    made: Vec<OnceLock<Value>>,
}

impl Stubs {
    /// Those without fields, and those of lists; `places` is entries times languages.
    pub(super) fn of(list_fields: &[Vec<Arc<str>>], places: usize) -> Vec<Self> {
        let mut sets = vec![Vec::new()];
        sets.extend(list_fields.iter().cloned());
        sets.sort();
        sets.dedup();
        sets.into_iter()
            .map(|fields| Self {
                fields,
                made: vec![OnceLock::new(); places],
            })
            .collect()
    }
}

/// The fields that the stubs of a collection's list carry: a list is drawn from what is short,
/// longer fields are on the entry's own page.
pub(super) fn list_fields(schema: &Schema) -> Vec<Arc<str>> {
    schema
        .fields
        .iter()
        .filter(|field| {
            !field.many
                && !matches!(
                    field.kind,
                    FieldKind::Markdown
                        | FieldKind::List(_)
                        | FieldKind::Object(_)
                        | FieldKind::Reference { .. }
                )
        })
        .map(|field| field.name.clone())
        // What a list says of an entry besides.
        .chain(["archived", "withdrawn"].map(Arc::from))
        .collect()
}

impl Site {
    /// What another page is given of an entry; none where it is not online.
    ///
    /// An entry stands in many lists with the same fields: its stub is made once for each set
    /// of them that many lists ask for.
    pub(super) fn stub(&self, entry: EntryId, language: LanguageId, fields: &[Arc<str>]) -> Value {
        let kept = self.stubs.iter().find(|kept| kept.fields == fields);
        let place = entry.position() * self.config.site.languages.len() + language.position();
        match kept {
            Some(kept) => kept.made[place]
                .get_or_init(|| self.make_stub(entry, language, fields))
                .clone(),
            None => self.make_stub(entry, language, fields),
        }
    }

    fn make_stub(&self, entry: EntryId, language: LanguageId, fields: &[Arc<str>]) -> Value {
        let found = &self.graph.entries[entry];
        let Some((shown, version)) = found.shown(language) else {
            return Value::none();
        };
        let collection = &self.config.collections[found.collection];
        // Where the reader's language has a page with a notice, it is there that they go on.
        let address = self
            .routes
            .entry(entry, language)
            .or_else(|| self.routes.entry(entry, shown))
            .map_or_else(Value::none, |address| Value::from(self.routes.url(address)));
        let asked = object(fields.iter().filter_map(|name| {
            let (field, value) = match collection.field(name) {
                Some(field) => (field, version.field(name)?),
                None => (schema::shown(name)?, version.builtin(name)?),
            };
            let value = self.field(entry, shown, &field.kind, value);
            Some((name.clone(), value))
        }));
        map([
            ("id", Value::from(&*found.id)),
            ("collection", Value::from(&*collection.name)),
            ("title", self.set_value(Some(&version.title), shown)),
            ("address", address),
            ("language", self.language_values[shown].short.clone()),
            ("here", Value::from(shown == language)),
            ("languages", self.languages_of(entry, shown == language)),
            ("fields", asked),
        ])
    }

    /// The languages in which an entry is online, for a reader in whose language it is not.
    fn languages_of(&self, entry: EntryId, is_here: bool) -> Value {
        let found = &self.graph.entries[entry];
        let languages = self.language_values.pairs();
        let online = languages.filter(|(number, _)| !is_here && found.online(*number).is_some());
        let online: Vec<Value> = online.map(|(_, values)| values.short.clone()).collect();
        Value::from(online)
    }

    /// The names of the fields that a collection declares; none where there is no such collection.
    pub(super) fn declared(&self, collection: &str) -> Value {
        let found = self.config.collection(collection);
        found.map_or_else(Value::none, |(_, collection)| {
            let fields = collection.schema.fields.iter();
            Value::from(
                fields
                    .map(|field| Value::from(&*field.name))
                    .collect::<Vec<_>>(),
            )
        })
    }

    pub(super) fn reference(
        &self,
        language: LanguageId,
        to: &str,
        name: &str,
        fields: &[Arc<str>],
    ) -> Value {
        self.config
            .collection(to)
            .and_then(|(collection, _)| self.graph.resolve(&self.config, collection, name).ok())
            .map_or_else(Value::none, |entry| self.stub(entry, language, fields))
    }

    pub(super) fn entry(&self, id: &str, language: LanguageId, fields: &[Arc<str>]) -> Value {
        self.graph
            .find(id)
            .map_or_else(Value::none, |entry| self.stub(entry, language, fields))
    }

    pub(super) fn stubs(
        &self,
        entries: &[EntryId],
        language: LanguageId,
        fields: &[Arc<str>],
    ) -> Value {
        Value::from(
            entries
                .iter()
                .map(|entry| self.stub(*entry, language, fields))
                .filter(|stub| !stub.is_none())
                .collect::<Vec<Value>>(),
        )
    }

    pub(super) fn entries(&self, query: &ListQuery) -> Value {
        let Some(name) = &query.collection else {
            return Value::from(Vec::<Value>::new());
        };
        let Some((collection, _)) = self.config.collection(name) else {
            return Value::from(Vec::<Value>::new());
        };
        let listed = match query.filter.first() {
            Some((field, wanted)) => self.holding(collection, query.language, field, wanted),
            None => self.graph.list(collection, query.language).to_vec(),
        };
        self.chosen(listed, query, false)
    }

    pub(super) fn backlinks(&self, id: &str, query: &ListQuery) -> Value {
        let Some(entry) = self.graph.find(id) else {
            return Value::from(Vec::<Value>::new());
        };
        let mut from: Vec<EntryId> = self
            .graph
            .backlinks(entry)
            .iter()
            .map(|backlink| backlink.from)
            .filter(|from| self.graph.entries[*from].is_listed(query.language))
            .filter(|from| match &query.collection {
                Some(name) => {
                    let collection = self.graph.entries[*from].collection;
                    self.config.collections[collection].name == *name
                }
                None => true,
            })
            .collect();
        from.dedup();
        self.chosen(from, query, true)
    }

    /// Those of `listed` that fit a query. They are in their collection's order already, unless
    /// `unordered`.
    fn chosen(&self, mut listed: Vec<EntryId>, query: &ListQuery, unordered: bool) -> Value {
        if !query.filter.is_empty() {
            listed.retain(|entry| {
                query
                    .filter
                    .iter()
                    .all(|(field, wanted)| self.fits(*entry, query.language, field, wanted))
            });
        }
        let order = match &query.order {
            Some(order) => Some(Order::parse(order)),
            None if unordered => Some(match &query.collection {
                Some(name) => self
                    .config
                    .collection(name)
                    .map_or_else(|| Order::parse("-date"), |(_, found)| found.order.clone()),
                None => Order::parse("-date"),
            }),
            None => None,
        };
        if let Some(order) = order {
            let names = &self.config.site.languages[query.language];
            rihla_site::graph::sort(
                &mut listed,
                &self.graph.entries,
                &order,
                query.language,
                names,
            );
        }
        if let Some(limit) = query.limit {
            listed.truncate(limit);
        }
        self.stubs(&listed, query.language, &query.fields)
    }

    /// Entries of the same collection by how many references they share; ties go by date.
    pub(super) fn related(
        &self,
        id: &str,
        language: LanguageId,
        limit: usize,
        fields: &[Arc<str>],
    ) -> Value {
        let Some(entry) = self.graph.find(id) else {
            return Value::from(Vec::<Value>::new());
        };
        let chosen = self.graph.related(entry, language, limit);
        self.stubs(&chosen, language, fields)
    }

    /// `{previous, next}` in the order of the collection's list.
    pub(super) fn neighbours(&self, id: &str, language: LanguageId, fields: &[Arc<str>]) -> Value {
        let around = self.graph.find(id).and_then(|entry| {
            let list = self
                .graph
                .list(self.graph.entries[entry].collection, language);
            let at = self.graph.position(entry, language)?;
            let stub = |at: Option<usize>| {
                at.and_then(|at| list.get(at))
                    .map_or_else(Value::none, |entry| self.stub(*entry, language, fields))
            };
            Some((stub(at.checked_sub(1)), stub(at.checked_add(1))))
        });
        let (previous, next) = around.unwrap_or_else(|| (Value::none(), Value::none()));
        map([("previous", previous), ("next", next)])
    }

    /// The entries one step beneath an entry, by weight, then title.
    pub(super) fn children(&self, id: &str, language: LanguageId, fields: &[Arc<str>]) -> Value {
        let children = self.graph.listed_children(&self.config, id, language);
        self.stubs(&children, language, fields)
    }

    /// `{value, text, …}`: the value of a fact, and how the language writes it.
    pub(super) fn fact(&self, id: &str, language: LanguageId) -> Value {
        let Some(entry) = self.graph.fact(&self.config, id) else {
            return Value::none();
        };
        let found = &self.graph.entries[entry];
        let Some((shown, version)) = found.shown(language) else {
            return Value::none();
        };
        let collection = &self.config.collections[found.collection];
        let names = &self.config.site.languages[language];
        let text = match version.field("value") {
            Some(schema::FieldValue::Number(number)) => names.number(number),
            Some(schema::FieldValue::Money(money)) => names.money(&money.amount, &money.currency),
            Some(schema::FieldValue::Text(text)) => self.set(text, shown).into_owned(),
            _ => String::new(),
        };
        let mut fields: Vec<(Arc<str>, Value)> = version
            .fields
            .iter()
            .filter_map(|(name, value)| {
                let field = collection.field(name)?;
                Some((name.clone(), self.field(entry, shown, &field.kind, value)))
            })
            .collect();
        fields.push(("text".into(), Value::from(text)));
        object(fields)
    }
}
