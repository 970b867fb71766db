//! Values of the site become values of templates.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Map, Value, value::Key};
use xxhash_rust::xxh3::xxh3_128;

use super::Site;
use crate::borrowed;
use rihla_site::config::{Config, Localized};
use rihla_site::graph::relative;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::schema::{self, FieldKind};
use rihla_text::language::Decimal;
use rihla_text::typography;
use rihla_text::yaml;

/// What tells one answer from another: 128 bits of XXH3 over the value. It need not withstand
/// malice, since who can change an answer can change the site; it is computed some dozen times
/// for each page.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of a value; the order of a map counts.
    pub fn of(value: &Value) -> Self {
        thread_local! {
            static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
        }
        BYTES.with_borrow_mut(|bytes| {
            bytes.clear();
            feed(value, bytes);
            Self(xxh3_128(bytes).to_le_bytes())
        })
    }
}

/// Writes a value so that two different ones are never written alike: kind and length, then
/// what it holds.
fn feed(value: &Value, bytes: &mut Vec<u8>) {
    fn head(kind: u8, length: usize, bytes: &mut Vec<u8>) {
        bytes.push(kind);
        bytes.extend_from_slice(&(length as u64).to_le_bytes());
    }
    if let Some(text) = value.as_str() {
        head(if value.is_safe() { 1 } else { 2 }, text.len(), bytes);
        bytes.extend_from_slice(text.as_bytes());
    } else if let Some(items) = value.as_array() {
        head(3, items.len(), bytes);
        items.iter().for_each(|item| feed(item, bytes));
    } else if let Some(fields) = value.as_map() {
        head(4, fields.len(), bytes);
        for (key, field) in fields {
            match key.as_str() {
                Some(key) => {
                    head(2, key.len(), bytes);
                    bytes.extend_from_slice(key.as_bytes());
                }
                None => feed(&Value::from(key.to_string()), bytes),
            }
            feed(field, bytes);
        }
    } else if let Some(truth) = value.as_bool() {
        head(6, usize::from(truth), bytes);
    } else if let Some(number) = value.as_i64() {
        head(7, 8, bytes);
        bytes.extend_from_slice(&number.to_le_bytes());
    } else {
        // Other numbers and none: their kind and their words tell them apart.
        let (name, words) = (value.name(), value.to_string());
        head(5, name.len(), bytes);
        bytes.extend_from_slice(name.as_bytes());
        head(2, words.len(), bytes);
        bytes.extend_from_slice(words.as_bytes());
    }
}

/// The key under which a text in Markdown waits to be rendered, in a map of its own.
pub const MARKDOWN: &str = "markdown";

/// A map with known keys, ordered by them.
pub fn map<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    // The engine builds a map of its own out of any other: an ordered one is the cheapest.
    Value::from(BTreeMap::from(fields))
}

/// A map with keys that the site gives, in their order.
pub(super) fn object(fields: impl IntoIterator<Item = (Arc<str>, Value)>) -> Value {
    let mut map = Map::new();
    for (key, value) in fields {
        map.insert(Key::String(key), value);
    }
    Value::from(map)
}

/// A text, or none.
pub fn plain(text: Option<&Arc<str>>) -> Value {
    text.map_or_else(Value::none, |text| Value::from(&**text))
}

/// A number: whole where it is, else a double.
pub(super) fn number(decimal: &Decimal) -> Value {
    let text = decimal.to_string();
    match text.parse::<i64>() {
        Ok(whole) => Value::from(whole),
        Err(_) => text
            .parse::<f64>()
            .map_or_else(|_| Value::none(), Value::from),
    }
}

/// What a theme is given as `params`: a map from language to text is that text for readers of
/// `language`, as the language sets it in which it is, marked where it is borrowed. A text that
/// belongs to no language stays as it is written; `written` is that of a text that does.
pub(super) fn of_yaml(
    node: &yaml::Node,
    language: LanguageId,
    config: &Config,
    written: Option<LanguageId>,
) -> Value {
    match &node.value {
        yaml::Value::Null => Value::none(),
        yaml::Value::Scalar(scalar) => match (scalar.style, scalar.text.as_str()) {
            (yaml::Style::Plain, "true") => Value::from(true),
            (yaml::Style::Plain, "false") => Value::from(false),
            (yaml::Style::Plain, text) if rihla_text::language::decimal(text).is_some() => {
                rihla_text::language::decimal(text).map_or_else(Value::none, |value| number(&value))
            }
            (_, text) => match written {
                Some(written) => {
                    let rules = config.site.languages[written].typography;
                    let set = rules.map(|rules| typography::plain(text, rules));
                    let set = set.unwrap_or(Cow::Borrowed(text));
                    Value::from(&*borrowed::told(&set, written, language))
                }
                None => Value::from(text),
            },
        },
        yaml::Value::List(items) => Value::from(
            items
                .iter()
                .map(|item| of_yaml(item, language, config, written))
                .collect::<Vec<Value>>(),
        ),
        yaml::Value::Map(map) => {
            let is_localized = !map.is_empty()
                && map
                    .iter()
                    .all(|(key, _)| config.language(&key.name).is_some());
            if is_localized {
                let own = &config.site.languages[language];
                let tags = [Some(&own.tag), own.fallback.as_ref()];
                let text = tags.into_iter().flatten().find_map(|tag| {
                    let node = map.get(tag)?;
                    Some(of_yaml(node, language, config, config.language(tag)))
                });
                return text.unwrap_or_else(Value::none);
            }
            object(map.iter().map(|(key, node)| {
                let value = of_yaml(node, language, config, written);
                (key.name.as_str().into(), value)
            }))
        }
    }
}

impl Site {
    /// A text as its language sets it, without markup: every text that an answer shows, and none
    /// by which something is found.
    pub(crate) fn set<'t>(&self, text: &'t str, language: LanguageId) -> Cow<'t, str> {
        match self.config.site.languages[language].typography {
            Some(rules) => typography::plain(text, rules),
            None => Cow::Borrowed(text),
        }
    }

    /// The same as a value; none for none.
    pub(super) fn set_value(&self, text: Option<&Arc<str>>, language: LanguageId) -> Value {
        text.map_or_else(Value::none, |text| Value::from(&*self.set(text, language)))
    }

    /// What words say to a reader of a language, and the language in which they say it.
    pub(super) fn words(
        &self,
        words: &Localized,
        language: LanguageId,
    ) -> Option<(Arc<str>, LanguageId)> {
        let tag = &self.config.site.languages[language].tag;
        let written = self.config.language(words.written_in(tag));
        Some((words.get(tag)?.clone(), written.unwrap_or(language)))
    }

    /// Words in a language, as that sets them, for a place where another is expected: marked, where
    /// it is another. None for none.
    pub(super) fn words_value(
        &self,
        words: Option<(Arc<str>, LanguageId)>,
        expected: LanguageId,
    ) -> Value {
        words.map_or_else(Value::none, |(words, written)| {
            let set = self.set(&words, written);
            Value::from(&*borrowed::told(&set, written, expected))
        })
    }

    /// A field's value for a reader of a language; `entry` is the entry that has it.
    pub(super) fn field(
        &self,
        entry: EntryId,
        language: LanguageId,
        kind: &FieldKind,
        value: &schema::FieldValue,
    ) -> Value {
        let version = self.graph.entries[entry].shown(language);
        let written = version.map_or(language, |(written, _)| written);
        self.field_of(entry, language, written, kind, value)
    }

    /// The same of a text in the language `written`.
    fn field_of(
        &self,
        entry: EntryId,
        language: LanguageId,
        written: LanguageId,
        kind: &FieldKind,
        value: &schema::FieldValue,
    ) -> Value {
        use schema::FieldValue as Field;
        match value {
            Field::Text(text) => self.set_value(Some(text), written),
            Field::Form(text) => Value::from(&**text),
            Field::Markdown(text) => map([(MARKDOWN, Value::from(&**text))]),
            Field::Date(date) => Value::from(date.to_string()),
            Field::DateTime(moment) => Value::from(match moment.time {
                Some(time) => moment.date.to_datetime(time).to_string(),
                None => moment.date.to_string(),
            }),
            Field::Number(value) => number(value),
            Field::Boolean(value) => Value::from(*value),
            Field::Money(money) => map([
                ("amount", number(&money.amount)),
                ("currency", Value::from(&*money.currency)),
            ]),
            Field::Choice(key) => self.choice([language, written], kind, key),
            Field::Link(link) => Value::from(self.link_of_field(entry, language, link)),
            Field::File(file) => self.file_field(&self.path_of(entry, file)),
            Field::Image(image) => self.image_field(entry, language, written, image),
            Field::Reference(name) => match kind {
                FieldKind::Reference { to } => self.reference(language, to, name, &[]),
                _ => Value::none(),
            },
            Field::List(items) => {
                let kind = match kind {
                    FieldKind::List(item) => &item.kind,
                    kind => kind,
                };
                Value::from(
                    items
                        .iter()
                        .map(|item| self.field_of(entry, language, written, kind, &item.value))
                        .collect::<Vec<Value>>(),
                )
            }
            Field::Object(values) => {
                let FieldKind::Object(fields) = kind else {
                    return Value::none();
                };
                object(values.iter().filter_map(|(name, value)| {
                    let field = fields.iter().find(|field| field.name == *name)?;
                    let kind = &field.kind;
                    let value = self.field_of(entry, language, written, kind, &value.value);
                    Some((name.clone(), value))
                }))
            }
            Field::Localized(_) => {
                let tag = &self.config.site.languages[language].tag;
                schema::in_language(value, tag).map_or_else(Value::none, |value| {
                    self.field_of(entry, language, language, kind, &value)
                })
            }
        }
    }

    /// A choice by the label that the reader's language has for it, or its fallback. It may stand
    /// among words of the reader's language or of that of the entry: it is marked where it is not in
    /// both.
    pub(super) fn choice(
        &self,
        [language, written]: [LanguageId; 2],
        kind: &FieldKind,
        key: &Arc<str>,
    ) -> Value {
        let own = &self.config.site.languages[language];
        let choices = match kind {
            FieldKind::Choice(choices) => choices.as_slice(),
            _ => &[],
        };
        let labels = choices.iter().find(|choice| choice.key == *key);
        let label = labels.and_then(|choice| {
            let tags = [Some(&own.tag), own.fallback.as_ref()];
            tags.into_iter().flatten().find_map(|tag| {
                let (_, label) = choice.labels.iter().find(|(known, _)| known == tag)?;
                Some((label.clone(), self.config.language(tag)?))
            })
        });
        let expected = match &label {
            Some((_, said)) if *said == language => written,
            _ => language,
        };
        map([
            ("value", Value::from(&**key)),
            (
                "label",
                match label {
                    Some(label) => self.words_value(Some(label), expected),
                    None => Value::from(&**key),
                },
            ),
        ])
    }

    /// The path in the site of a file that a field of an entry names.
    pub(super) fn path_of(&self, entry: EntryId, name: &str) -> String {
        let path = match name.strip_prefix('/') {
            Some(rest) => relative("static", rest),
            None => relative(&self.graph.entries[entry].folder, name),
        };
        path.unwrap_or_default()
    }

    /// `{src, name, format, bytes, …}` of a file.
    fn file_field(&self, path: &str) -> Value {
        let Some(mut file) = self.file(path).into_map() else {
            return Value::none();
        };
        let (name, format, bytes) = self.seen_before_opening(path);
        file.insert("name".into(), Value::from(name));
        file.insert("format".into(), Value::from(format));
        file.insert("bytes".into(), Value::from(bytes));
        Value::from(file)
    }

    fn image_field(
        &self,
        entry: EntryId,
        language: LanguageId,
        written: LanguageId,
        image: &schema::Image,
    ) -> Value {
        let tag = &self.config.site.languages[language].tag;
        let schema::FieldValue::File(name) = &image.file.value else {
            return Value::none();
        };
        let path = self.path_of(entry, name);
        let Some(_) = self.snapshot.get(&path) else {
            return Value::none();
        };
        let words = |words: Option<&schema::Spanned>| {
            let words = &words?.value;
            let own = match words {
                schema::FieldValue::Localized(_) => language,
                _ => written,
            };
            match schema::in_language(words, tag)? {
                schema::FieldValue::Text(text) => Some(self.set_value(Some(&text), own)),
                _ => None,
            }
        };
        let side = |side: Option<u32>| side.map_or_else(Value::none, Value::from);
        let size = self.size_of(&path);
        let thousandths = |part: f64| Value::from((part * 1_000.0).round() as u64);
        let focus = image.focus.map_or_else(Value::none, |focus| {
            Value::from(vec![thousandths(focus.x), thousandths(focus.y)])
        });
        let mut image_map = tera::Map::new();
        image_map.insert("file".into(), Value::from(path.as_str()));
        image_map.insert("width".into(), side(size.map(|(width, _)| width)));
        image_map.insert("height".into(), side(size.map(|(_, height)| height)));
        image_map.insert("focus".into(), focus);
        let alt = words(image.alt.as_ref()).unwrap_or_else(|| Value::from(""));
        image_map.insert("alt".into(), alt);
        for (key, value) in [
            ("credit", image.credit.as_ref()),
            ("caption", image.caption.as_ref()),
        ] {
            image_map.insert(key.into(), words(value).unwrap_or_else(Value::none));
        }
        Value::from(image_map)
    }

    /// An address elsewhere as it stands; one inside the site as a link of the entry's folder.
    pub(super) fn link_of_field(&self, entry: EntryId, language: LanguageId, link: &str) -> String {
        let entry = &self.graph.entries[entry];
        let answer = self.link(&entry.folder, &entry.id, link, language);
        answer
            .as_map()
            .and_then(|map| map.get(&tera::value::Key::Str("href")))
            .and_then(Value::as_str)
            .unwrap_or(link)
            .to_owned()
    }
}
