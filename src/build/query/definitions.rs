//! What the terms of the glossary mean, for readers.

use std::sync::Arc;

use tera::Value;

use super::Site;
use super::value::map;
use rihla_site::config::DEFINITION;
use rihla_site::graph::Version;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::plan::Page;
use rihla_site::schema::FieldValue;

/// What the ids of terms begin with on the page that lists them.
const ANCHOR: &str = "term-";

impl Site {
    /// `{id, names}` of each term that is explained in a language.
    pub(super) fn terms(&self, language: LanguageId) -> Value {
        let terms = self.explained(language).into_iter();
        let rows = terms.map(|(number, version)| {
            let names = [Some(&version.title), text(version, "acronym")];
            let names = names.into_iter().flatten();
            map([
                ("id", Value::from(&*self.graph.entries[number].id)),
                (
                    "names",
                    Value::from(
                        names
                            .map(|name| Value::from(&**name))
                            .collect::<Vec<Value>>(),
                    ),
                ),
            ])
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// What each term that is explained in a language means, in the order of its dictionaries.
    pub(super) fn definitions(&self, language: LanguageId) -> Value {
        let terms = self.explained(language).into_iter();
        let rows = terms.map(|(number, version)| self.explanation(number, version, language));
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// What a term means; none where nothing is said of it in a language.
    pub(super) fn definition(&self, id: &str, language: LanguageId) -> Value {
        let number = self.graph.find(id);
        let version = number.and_then(|number| self.graph.entries[number].online(language));
        number
            .zip(version)
            .map_or_else(Value::none, |(number, version)| {
                self.explanation(number, version, language)
            })
    }

    /// `{id, anchor, title, acronym, definition, address}`: `address` is its place on the page that lists all terms,
    /// none where that is not online in the language.
    fn explanation(&self, number: EntryId, version: &Version, language: LanguageId) -> Value {
        let id = &self.graph.entries[number].id;
        let name = id.rsplit('/').next().unwrap_or_default();
        let anchor = format!("{ANCHOR}{name}");
        let page = self.config.site.definitions.as_ref();
        let page = page.and_then(|definitions| self.graph.find(&definitions.page.0));
        let page = page.filter(|page| self.graph.entries[*page].online(language).is_some());
        let address = page.and_then(|page| self.routes.entry(page, language));
        let set = |text: Option<&Arc<str>>| match text {
            Some(text) => Value::from(&*self.set(text, language)),
            None => Value::none(),
        };
        map([
            ("id", Value::from(&**id)),
            ("anchor", Value::from(anchor.as_str())),
            ("title", set(Some(&version.title))),
            ("acronym", set(text(version, "acronym"))),
            ("definition", set(text(version, DEFINITION))),
            (
                "address",
                address.map_or_else(Value::none, |address| {
                    Value::from(format!("{}#{anchor}", self.routes.url(address)))
                }),
            ),
        ])
    }

    /// Whether terms are explained in the text of a page, which is that of an entry.
    pub(crate) fn is_explained(&self, page: &Page, entry: EntryId) -> bool {
        let Some(definitions) = &self.config.site.definitions else {
            return false;
        };
        let entry = &self.graph.entries[entry];
        let mut versions = entry.versions.iter().flatten();
        let is_refused = versions
            .any(|version| version.builtin("definitions") == Some(&FieldValue::Boolean(false)));
        let pages = &self.config.collections[self.config.pages()].name;
        let collection = self.collection_of(page);
        let collection = collection.as_deref().unwrap_or(pages);
        !is_refused && *entry.id != *definitions.page.0 && definitions.reach(collection)
    }

    /// The terms of the glossary that are explained in a language, in the order of its dictionaries.
    fn explained(&self, language: LanguageId) -> Vec<(EntryId, &Version)> {
        let settings = &self.config.site;
        let glossary = settings
            .definitions
            .as_ref()
            .and(settings.glossary.as_ref());
        let Some((collection, _)) = glossary.and_then(|(name, _)| self.config.collection(name))
        else {
            return Vec::new();
        };
        let entries = self.graph.entries.pairs();
        let entries = entries.filter(|(_, entry)| entry.collection == collection);
        let mut found: Vec<(EntryId, &Version)> = entries
            .filter_map(|(number, entry)| Some((number, entry.online(language)?)))
            .filter(|(_, version)| text(version, DEFINITION).is_some())
            .collect();
        let names = &settings.languages[language];
        found.sort_by(|(a, one), (b, other)| {
            let order = names.compare(&one.title.to_lowercase(), &other.title.to_lowercase());
            order.then(a.cmp(b))
        });
        found
    }
}

fn text<'v>(version: &'v Version, field: &str) -> Option<&'v Arc<str>> {
    match version.field(field)? {
        FieldValue::Text(text) => Some(text),
        _ => None,
    }
}
