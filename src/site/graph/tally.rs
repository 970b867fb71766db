//! Counting the entries of a collection: by year, by whom they refer to, by what they are.

mod sum;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use self::sum::{Sum, amounts};
use super::{Graph, Version};
use crate::config::{Collection, Config, Phrase};
use crate::ids::{CollectionId, EntryId, LanguageId};
use crate::schema::{self, Field, FieldKind, FieldValue};
use rihla_chart::Table;
use rihla_diagnostics::Location;
use rihla_text::language::{Decimal, decimal};

/// What is counted.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct TallyQuery {
    /// The name of the collection.
    pub collection: Arc<str>,
    /// `year`, or a field, also one inside another.
    pub by: Arc<str>,
    /// A field with an amount or a number that is added up; the entries themselves are counted
    /// where there is none.
    pub value: Option<Arc<str>>,
    /// The reader's language: only entries that its list shows are counted.
    pub language: LanguageId,
}

/// The outcome of counting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// The words for what they are counted by.
    pub by: String,
    /// The words for what is counted: the collection's title, or the currency of amounts.
    pub value: String,
    /// Each name with its number.
    pub rows: Vec<(String, Decimal)>,
    /// How many entries have nothing to be counted by, or nothing to add up.
    pub without: usize,
    /// Whether some entries count under several names.
    pub overlaps: bool,
}

/// Why entries cannot be counted.
#[derive(Clone, Debug, PartialEq)]
pub enum Uncountable {
    /// There is no such collection; those that there are.
    Collection(Vec<Arc<str>>),
    /// There is no such field to count by; those that there are.
    By(Vec<Arc<str>>),
    /// There is no such field to add up; those that there are.
    Value(Vec<Arc<str>>),
    /// Amounts in two currencies, and an entry that has the second one.
    Currencies(Arc<str>, Arc<str>, Location),
}

/// What an entry is counted under, in the order of the rows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Year(i16),
    Whole(i64),
    Choice(usize),
    Entry(EntryId),
    Word(Arc<str>),
    /// What cannot be divided among several.
    Several,
}

/// The word that takes the place of a field to count the entries themselves.
pub const COUNT: &str = "count";
/// Counts by the year of the date, or of the start.
pub const YEAR: &str = "year";

impl Tally {
    /// The numbers as a table: the columns have the names of what was asked for.
    pub fn table(&self, query: &TallyQuery) -> Table {
        let numbers: Vec<(String, String)> = self
            .rows
            .iter()
            .map(|(name, number)| (name.clone(), number.to_string()))
            .collect();
        let rows = numbers
            .iter()
            .map(|(name, number)| vec![name.as_str(), number.as_str()]);
        let value = query.value.as_deref().unwrap_or(COUNT);
        Table::of_texts(std::iter::once(vec![&*query.by, value]).chain(rows), false)
    }
}

/// Counts the entries of a collection.
///
/// Where entries are counted, one that has several of what they are counted by counts under
/// each. Where amounts are added up, an amount is that of the object that names what it is
/// counted by (`donors: [{partner: …, amount: …}]`), else the entry's own; that of an entry with
/// several of them is not divided, and stands in a row of its own.
///
/// # Errors
/// When there is nothing of such a name, or the amounts are in several currencies.
pub fn tally(graph: &Graph, config: &Config, query: &TallyQuery) -> Result<Tally, Uncountable> {
    let Some((number, collection)) = config
        .collection(&query.collection)
        .filter(|(_, collection)| !collection.builtin)
    else {
        let declared = config.collections.iter().filter(|known| !known.builtin);
        return Err(Uncountable::Collection(
            declared.map(|known| known.name.clone()).collect(),
        ));
    };
    let counter = Counter {
        graph,
        config,
        collection,
        query,
    };
    counter.tally(number)
}

struct Counter<'a> {
    graph: &'a Graph,
    config: &'a Config,
    collection: &'a Collection,
    query: &'a TallyQuery,
}

/// A field, also one inside another: the names that lead to it, and its kind.
type Leaf<'s> = (Vec<&'s Arc<str>>, &'s FieldKind);

fn leaves<'s>(fields: &'s [Field], way: &[&'s Arc<str>], found: &mut Vec<Leaf<'s>>) {
    for field in fields {
        let mut way = way.to_vec();
        way.push(&field.name);
        let kind = match &field.kind {
            FieldKind::List(item) => &item.kind,
            kind => kind,
        };
        match kind {
            FieldKind::Object(inner) => leaves(inner, &way, found),
            kind => found.push((way, kind)),
        }
    }
}

fn can_be_counted_by(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Reference { .. } | FieldKind::Choice(_) | FieldKind::Text | FieldKind::Number
    )
}

impl<'a> Counter<'a> {
    fn tally(&self, number: CollectionId) -> Result<Tally, Uncountable> {
        let mut fields = Vec::new();
        leaves(&self.collection.schema.fields, &[], &mut fields);
        let by = self.by(&fields)?;
        let value = self.value(&fields)?;
        let mut tally = Tally {
            by: self.words_for(by.as_ref()),
            ..Tally::default()
        };
        let mut sums: BTreeMap<Key, Sum> = BTreeMap::new();
        let mut currency: Option<Arc<str>> = None;
        for entry in self.graph.list(number, self.query.language) {
            let Some((_, version)) = self.graph.entries[*entry].shown(self.query.language) else {
                continue;
            };
            let found = match &by {
                None => self
                    .year(*entry, version)
                    .map(|key| (key, None))
                    .into_iter()
                    .collect(),
                Some(by) => self.keys(version, by),
            };
            let amounts = match value {
                None => found
                    .into_iter()
                    .map(|(key, _)| (key, decimal("1").unwrap_or_default()))
                    .collect(),
                Some(field) => {
                    let own = version.field(field);
                    if let Some(FieldValue::Money(money)) = own {
                        match &currency {
                            Some(known) if *known != money.currency => {
                                return Err(Uncountable::Currencies(
                                    known.clone(),
                                    money.currency.clone(),
                                    version.place.clone(),
                                ));
                            }
                            _ => currency = Some(money.currency.clone()),
                        }
                    }
                    amounts(found, own)
                }
            };
            if amounts.is_empty() {
                tally.without += 1;
            }
            tally.overlaps |= value.is_none() && amounts.len() > 1;
            for (key, amount) in amounts {
                sums.entry(key).or_default().add(&amount);
            }
        }
        tally.value = match (value, currency) {
            (Some(_), Some(currency)) => currency.to_string(),
            (Some(field), None) => field.to_string(),
            (None, _) => self.collection.title.get(self.tag()).map_or_else(
                || self.collection.name.to_string(),
                |title| title.to_string(),
            ),
        };
        tally.rows = self.rows(sums, by.as_ref(), value.is_none());
        Ok(tally)
    }

    fn tag(&self) -> &Arc<str> {
        &self.config.site.languages[self.query.language].tag
    }

    /// The field to count by; none for the year.
    fn by<'f>(&self, fields: &'f [Leaf<'a>]) -> Result<Option<Leaf<'a>>, Uncountable> {
        let by = &self.query.by;
        if **by == *YEAR {
            return Ok(None);
        }
        let usable = || fields.iter().filter(|(_, kind)| can_be_counted_by(kind));
        let is_reference = |leaf: &&Leaf| matches!(leaf.1, FieldKind::Reference { .. });
        let whole = usable().find(|(way, _)| way.len() == 1 && *way[0] == *by);
        let inside = || usable().filter(|(way, _)| *way[0] == *by);
        let last = || usable().find(|(way, _)| way.last().is_some_and(|name| **name == *by));
        let found: Option<&'f Leaf<'a>> =
            whole.or_else(|| inside().find(is_reference)).or_else(last);
        match found {
            Some(leaf) => Ok(Some(leaf.clone())),
            None => {
                let mut known: Vec<Arc<str>> = vec![Arc::from(YEAR)];
                for (way, kind) in usable() {
                    let name = match kind {
                        FieldKind::Reference { .. } => way.first(),
                        _ => way.last(),
                    };
                    known.extend(name.map(|name| (*name).clone()));
                }
                known.dedup();
                Err(Uncountable::By(known))
            }
        }
    }

    /// The field to add up; none for the entries themselves.
    fn value(&self, fields: &[Leaf<'a>]) -> Result<Option<&'a Arc<str>>, Uncountable> {
        let Some(value) = self.query.value.as_deref().filter(|value| *value != COUNT) else {
            return Ok(None);
        };
        let usable = || {
            fields.iter().filter(|(way, kind)| {
                way.len() == 1 && matches!(kind, FieldKind::Money | FieldKind::Number)
            })
        };
        match usable().find(|(way, _)| **way[0] == *value) {
            Some((way, _)) => Ok(Some(way[0])),
            None => {
                let names = usable().map(|(way, _)| way[0].clone());
                Err(Uncountable::Value(
                    std::iter::once(Arc::from(COUNT)).chain(names).collect(),
                ))
            }
        }
    }

    /// The words for what is counted by: the title of the collection that is referred to, or
    /// the words of the theme for a year.
    fn words_for(&self, by: Option<&Leaf>) -> String {
        let title = match by {
            None => self.phrase("chart-year"),
            Some((_, FieldKind::Reference { to })) => self.title_of(to),
            Some((way, _)) => way.last().and_then(|name| self.title_of(name)),
        };
        title.unwrap_or_else(|| self.query.by.to_string())
    }

    fn title_of(&self, collection: &str) -> Option<String> {
        let (_, collection) = self.config.collection(collection)?;
        collection.title.get(self.tag()).map(ToString::to_string)
    }

    fn phrase(&self, key: &str) -> Option<String> {
        match self.config.theme.phrase(self.query.language, key)?.0 {
            Phrase::Plain(text) => Some(text.to_string()),
            Phrase::Plural(_) => None,
        }
    }

    /// The year of an entry: that of its date, else of its start.
    fn year(&self, entry: EntryId, version: &Version) -> Option<Key> {
        let date = self.graph.entries[entry].date.or_else(|| {
            let dates = match version.field("start")? {
                FieldValue::Date(date) => return Some(*date),
                FieldValue::Object(dates) => dates,
                _ => return None,
            };
            let of = |name: &str| {
                dates.iter().find_map(|(known, value)| match &value.value {
                    FieldValue::Date(date) if **known == *name => Some(*date),
                    _ => None,
                })
            };
            of("actual").or_else(|| of("planned"))
        });
        date.map(|date| Key::Year(date.year()))
    }

    /// What an entry is counted under, each with the amount that stands beside it.
    fn keys(&self, version: &Version, (way, kind): &Leaf) -> Vec<(Key, Option<Decimal>)> {
        let mut found = Vec::new();
        if let Some(value) = version.field(way[0]) {
            self.collect(value, &way[1..], kind, None, &mut found);
        }
        let mut keys: Vec<(Key, Option<Decimal>)> = Vec::new();
        for (key, amount) in found {
            if !keys.iter().any(|(known, _)| *known == key) {
                keys.push((key, amount));
            }
        }
        keys
    }

    fn collect(
        &self,
        value: &FieldValue,
        way: &[&Arc<str>],
        kind: &FieldKind,
        amount: Option<&Decimal>,
        found: &mut Vec<(Key, Option<Decimal>)>,
    ) {
        match value {
            FieldValue::List(items) => {
                for item in items {
                    self.collect(&item.value, way, kind, amount, found);
                }
            }
            FieldValue::Localized(_) => {
                if let Some(value) = schema::in_language(value, self.tag()) {
                    self.collect(&value, way, kind, amount, found);
                }
            }
            FieldValue::Object(fields) => {
                let Some((next, rest)) = way.split_first() else {
                    return;
                };
                let of = |name: &str| {
                    let named = |(known, _): &&(Arc<str>, schema::Spanned)| **known == *name;
                    fields.iter().find(named).map(|(_, value)| &value.value)
                };
                let amount = match of("amount") {
                    Some(FieldValue::Number(amount)) => Some(amount),
                    Some(FieldValue::Money(money)) => Some(&money.amount),
                    _ => amount,
                };
                if let Some(value) = of(next) {
                    self.collect(value, rest, kind, amount, found);
                }
            }
            value => {
                if let Some(key) = self.key(value, kind) {
                    found.push((key, amount.cloned()));
                }
            }
        }
    }

    fn key(&self, value: &FieldValue, kind: &FieldKind) -> Option<Key> {
        Some(match (value, kind) {
            (FieldValue::Reference(name), FieldKind::Reference { to }) => {
                let (collection, _) = self.config.collection(to)?;
                Key::Entry(self.graph.resolve(self.config, collection, name).ok()?)
            }
            (FieldValue::Choice(key), FieldKind::Choice(choices)) => {
                Key::Choice(choices.iter().position(|choice| choice.key == *key)?)
            }
            (FieldValue::Number(number), _) => match number.to_string().parse() {
                Ok(whole) => Key::Whole(whole),
                Err(_) => Key::Word(number.to_string().into()),
            },
            (FieldValue::Text(text), _) => Key::Word(text.clone()),
            _ => return None,
        })
    }

    /// The rows with their names: years and numbers as they follow each other, entries in the
    /// order of their collection where it has one of its own, everything else by size.
    fn rows(
        &self,
        mut sums: BTreeMap<Key, Sum>,
        by: Option<&Leaf>,
        counts: bool,
    ) -> Vec<(String, Decimal)> {
        if counts && let Some((first, last)) = years(&sums) {
            // No entries in a year are a number too.
            for year in first..=last {
                sums.entry(Key::Year(year)).or_default();
            }
        }
        let order = by.and_then(|(_, kind)| match kind {
            FieldKind::Reference { to } => self.config.collection(to),
            _ => None,
        });
        let place = |key: &Key| match (key, &order) {
            (Key::Entry(entry), Some((number, collection)))
                if !matches!(&*collection.order.field, "title" | "id") =>
            {
                let listed = self.graph.list(*number, self.query.language);
                listed.iter().position(|known| known == entry)
            }
            _ => None,
        };
        let mut rows: Vec<(Key, Sum)> = sums.into_iter().collect();
        rows.sort_by_cached_key(|(key, sum)| {
            let place = place(key);
            let by_size = place.is_none() && matches!(key, Key::Entry(_) | Key::Word(_));
            let size = if by_size { sum.0 } else { 0 };
            let is_last = *key == Key::Several;
            (
                is_last,
                place.unwrap_or(usize::MAX),
                Reverse(size),
                key.clone(),
            )
        });
        rows.into_iter()
            .map(|(key, sum)| (self.name(&key, by), sum.decimal()))
            .collect()
    }

    fn name(&self, key: &Key, by: Option<&Leaf>) -> String {
        match (key, by) {
            (Key::Year(year), _) => year.to_string(),
            (Key::Entry(entry), _) => {
                let shown = self.graph.entries[*entry].shown(self.query.language);
                shown.map_or_else(String::new, |(_, version)| version.title.to_string())
            }
            (Key::Choice(at), Some((_, FieldKind::Choice(choices)))) => {
                let choice = choices.get(*at);
                let label = choice.and_then(|choice| {
                    let of_language = |(tag, _): &&(Arc<str>, Arc<str>)| tag == self.tag();
                    choice.labels.iter().find(of_language)
                });
                match (label, choice) {
                    (Some((_, label)), _) => label.to_string(),
                    (None, choice) => {
                        choice.map_or_else(String::new, |known| known.key.to_string())
                    }
                }
            }
            // A number that an entry of the collection of that name has.
            (Key::Whole(number), Some((way, _))) => {
                let title = way.last().and_then(|name| self.numbered(name, *number));
                match title {
                    Some(title) => format!("{number}. {title}"),
                    None => number.to_string(),
                }
            }
            (Key::Word(word), _) => word.to_string(),
            (Key::Several, _) => self
                .phrase("chart-several")
                .unwrap_or_else(|| "…".to_owned()),
            (Key::Whole(number), None) => number.to_string(),
            (Key::Choice(_), _) => String::new(),
        }
    }

    /// The title of the entry of a collection whose field `number` is this one.
    fn numbered(&self, collection: &str, number: i64) -> Option<String> {
        let (collection, _) = self.config.collection(collection)?;
        let listed = self.graph.list(collection, self.query.language);
        listed.iter().find_map(|entry| {
            let (_, version) = self.graph.entries[*entry].shown(self.query.language)?;
            match version.field("number")? {
                FieldValue::Number(known) if known.to_string() == number.to_string() => {
                    Some(version.title.to_string())
                }
                _ => None,
            }
        })
    }
}

fn years(sums: &BTreeMap<Key, Sum>) -> Option<(i16, i16)> {
    let mut years = sums.keys().filter_map(|key| match key {
        Key::Year(year) => Some(*year),
        _ => None,
    });
    let first = years.next()?;
    Some((first, years.next_back().unwrap_or(first)))
}
