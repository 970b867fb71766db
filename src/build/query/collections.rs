//! Queries about what the collections of the site are, for templates that draw any of them.

use tera::Value;

use super::Site;
use super::value::map;
use rihla_site::config::Collection;
use rihla_site::ids::{CollectionId, LanguageId};
use rihla_site::schema::{Field, FieldKind, FieldValue, in_language};

impl Site {
    /// The collections that the site declares, in the order of their names.
    pub(super) fn collections(&self, language: LanguageId) -> Value {
        let declared = self.config.collections.pairs();
        let declared = declared.filter(|(_, collection)| !collection.builtin);
        let rows =
            declared.map(|(number, collection)| self.collection(number, collection, language));
        Value::from(rows.collect::<Vec<Value>>())
    }

    fn collection(
        &self,
        number: CollectionId,
        collection: &Collection,
        language: LanguageId,
    ) -> Value {
        let address = self.routes.list(number, language, 1);
        let fields = collection.schema.fields.iter();
        let fields: Vec<Value> = fields.map(|field| Value::from(&*field.name)).collect();
        let title = self.words(&collection.title, language);
        map([
            ("name", Value::from(&*collection.name)),
            ("title", self.words_value(title, language)),
            (
                "address",
                address.map_or_else(Value::none, |address| {
                    Value::from(self.routes.url(&address))
                }),
            ),
            (
                "total",
                Value::from(self.graph.list(number, language).len()),
            ),
            ("dated", Value::from(&*collection.order.field == "date")),
            (
                "numbered",
                Value::from(&*collection.order.field == "weight"),
            ),
            ("feed", Value::from(collection.feed)),
            ("fields", Value::from(fields)),
        ])
    }

    /// What a collection says of its fields; empty where there is no such collection.
    pub(super) fn sheet(&self, collection: &str, language: LanguageId) -> Value {
        let found = self.config.collection(collection);
        let fields = found.map_or(&[][..], |(_, collection)| &collection.schema.fields);
        self.sheet_of(fields, language)
    }

    fn sheet_of(&self, fields: &[Field], language: LanguageId) -> Value {
        let rows = fields.iter().map(|field| {
            let item = match &field.kind {
                FieldKind::List(item) => item,
                _ => field,
            };
            let of = match &item.kind {
                FieldKind::Object(fields) => self.sheet_of(fields, language),
                _ => Value::none(),
            };
            map([
                ("name", Value::from(&*field.name)),
                ("label", self.label(field, language)),
                ("type", Value::from(item.kind.name())),
                ("many", Value::from(field.is_list())),
                ("of", of),
            ])
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// What a field is called for readers of a language: what its declaration says, else its name.
    pub(super) fn label(&self, field: &Field, language: LanguageId) -> Value {
        let own = &self.config.site.languages[language];
        let tags = [Some(&own.tag), own.fallback.as_ref()];
        let said = tags.into_iter().flatten().find_map(|tag| {
            match in_language(field.label.as_ref()?, tag)? {
                FieldValue::Text(text) => Some((text, self.config.language(tag)?)),
                _ => None,
            }
        });
        if said.is_some() {
            return self.words_value(said, language);
        }
        let words = field.name.replace(['_', '-'], " ");
        let mut letters = words.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        Value::from(first.unwrap_or_default() + letters.as_str())
    }
}
