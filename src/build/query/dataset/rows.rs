//! Entries as JSON: with their groups and lists, and with addresses that lead somewhere from everywhere.

use serde_json::{Map, Value as Json, json};

use crate::borrowed;
use crate::query::Site;
use rihla_site::config::{Collection, OpenData};
use rihla_site::graph::Version;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::schema::{FieldKind, FieldValue, Spanned, in_language};
use rihla_text::language::Decimal;

impl Site {
    /// The entries as a list of objects.
    pub(super) fn json(
        &self,
        entries: &[(EntryId, &Version)],
        collection: &Collection,
        declared: &OpenData,
        language: LanguageId,
    ) -> Json {
        let tag = &self.config.site.languages[language].tag;
        let rows = entries.iter().map(|(number, version)| {
            let mut row = Map::new();
            row.insert("id".into(), (&*self.graph.entries[*number].id).into());
            if let Some(address) = self.routes.entry(*number, language) {
                row.insert("url".into(), self.routes.absolute(address).into());
            }
            for field in &collection.schema.fields {
                let Some(value) = version.field(&field.name) else {
                    continue;
                };
                let Some(value) = in_language(value, tag) else {
                    continue;
                };
                let wanted = |path: &str| {
                    let mut all = declared.fields.iter();
                    all.any(|own| {
                        **own == *path
                            || own
                                .strip_prefix(path)
                                .is_some_and(|rest| rest.starts_with('.'))
                            || path
                                .strip_prefix(&**own)
                                .is_some_and(|rest| rest.starts_with('.'))
                    })
                };
                if !wanted(&field.name) {
                    continue;
                }
                let value = only(&value, &field.name, &wanted);
                let value = self.json_of(*number, &value, &field.kind, language);
                if !value.is_null() {
                    row.insert(field.name.to_string(), value);
                }
            }
            Json::Object(row)
        });
        rows.collect()
    }

    /// A value as JSON; none for what is not online.
    pub(super) fn json_of(
        &self,
        number: EntryId,
        value: &FieldValue,
        kind: &FieldKind,
        language: LanguageId,
    ) -> Json {
        match value {
            FieldValue::Text(text) => (&*self.set(text, language)).into(),
            FieldValue::Markdown(text) | FieldValue::Form(text) => (&**text).into(),
            FieldValue::Date(day) => day.to_string().into(),
            FieldValue::DateTime(moment) => match moment.time {
                None => moment.date.to_string().into(),
                Some(_) => self.config.site.rfc3339(moment.instant).into(),
            },
            FieldValue::Number(number) => exact(number),
            FieldValue::Boolean(value) => (*value).into(),
            FieldValue::Money(money) => {
                json!({"amount": exact(&money.amount), "currency": &*money.currency})
            }
            FieldValue::Choice(key) => {
                let words = self.choice([language, language], kind, key);
                let label = words.as_map().and_then(|words| {
                    let label = words.get(&tera::value::Key::Str("label"))?.as_str()?;
                    Some(borrowed::unmarked(label))
                });
                json!({"value": &**key, "label": label})
            }
            FieldValue::Link(link) => match self.link_of_field(number, language, link) {
                inside if inside.starts_with('/') => {
                    format!("{}{inside}", self.routes.origin()).into()
                }
                outside => outside.into(),
            },
            FieldValue::File(file) => {
                let file = self.file(&self.path_of(number, file));
                let address = file.as_map().and_then(|file| {
                    file.get(&tera::value::Key::Str("src"))?
                        .as_str()
                        .map(str::to_owned)
                });
                address.map_or(Json::Null, |address| {
                    format!("{}{address}", self.routes.origin()).into()
                })
            }
            FieldValue::Reference(name) => {
                let FieldKind::Reference { to } = kind else {
                    return Json::Null;
                };
                let found = self
                    .config
                    .collection(to)
                    .and_then(|(to, _)| self.graph.resolve(&self.config, to, name).ok());
                let Some(found) = found else {
                    return Json::Null;
                };
                let entry = &self.graph.entries[found];
                let Some((shown, version)) = entry.shown(language) else {
                    return Json::Null;
                };
                let mut row = Map::new();
                row.insert("id".into(), (&*entry.id).into());
                row.insert("title".into(), (&*self.set(&version.title, shown)).into());
                if let Some(address) = self.routes.entry(found, shown) {
                    row.insert("url".into(), self.routes.absolute(address).into());
                }
                Json::Object(row)
            }
            FieldValue::List(items) => {
                let kind = match kind {
                    FieldKind::List(item) => &item.kind,
                    kind => kind,
                };
                let items = items.iter();
                let items = items.map(|item| self.json_of(number, &item.value, kind, language));
                Json::Array(items.filter(|item| !item.is_null()).collect())
            }
            FieldValue::Object(values) => {
                let kind = match kind {
                    FieldKind::List(item) => &item.kind,
                    kind => kind,
                };
                let FieldKind::Object(fields) = kind else {
                    return Json::Null;
                };
                let mut row = Map::new();
                for field in fields {
                    let own = values.iter().find(|(name, _)| *name == field.name);
                    if let Some((_, value)) = own {
                        let value = self.json_of(number, &value.value, &field.kind, language);
                        if !value.is_null() {
                            row.insert(field.name.to_string(), value);
                        }
                    }
                }
                Json::Object(row)
            }
            FieldValue::Image(_) | FieldValue::Localized(_) => Json::Null,
        }
    }
}

/// A number with the digits that were written, as far as a number of JSON has them.
fn exact(number: &Decimal) -> Json {
    let text = number.to_string();
    match text.parse::<i64>() {
        Ok(whole) => whole.into(),
        Err(_) => text.parse::<f64>().map_or(Json::Null, Json::from),
    }
}

/// A value as the text of a cell.
pub(super) fn text_of(value: Option<Json>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => text,
        Some(other) => other.to_string(),
    }
}

/// What a value holds of the paths that are wanted.
fn only(value: &FieldValue, path: &str, wanted: &dyn Fn(&str) -> bool) -> FieldValue {
    match value {
        FieldValue::List(items) => FieldValue::List(
            items
                .iter()
                .map(|item| Spanned {
                    value: only(&item.value, path, wanted),
                    ..*item
                })
                .collect(),
        ),
        FieldValue::Object(fields) => FieldValue::Object(
            fields
                .iter()
                .filter_map(|(name, value)| {
                    let path = format!("{path}.{name}");
                    wanted(&path).then(|| {
                        let value = Spanned {
                            value: only(&value.value, &path, wanted),
                            ..*value
                        };
                        (name.clone(), value)
                    })
                })
                .collect(),
        ),
        other => other.clone(),
    }
}
