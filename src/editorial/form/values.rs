//! Values of a form: read from YAML, put together from several files, looked at in one language.

use std::sync::{Arc, LazyLock};

use serde_json::{Map, Value};

use rihla_site::schema::{Field, FieldKind};
use rihla_text::yaml::{self, Node};

/// The key of a value that stands for all languages.
pub(super) const ALL: &str = "*";

/// A value is written in a way that a form cannot show.
#[derive(Debug)]
pub(super) struct Unshown;

/// The parts of an image, as fields of a group.
pub(super) fn parts_of_image() -> &'static [Field] {
    static PARTS: LazyLock<Vec<Field>> = LazyLock::new(|| {
        vec![
            Field::new("file", FieldKind::File),
            Field::new("alt", FieldKind::Alternative).localized(),
            Field::new("credit", FieldKind::Text).localized(),
            Field::new("caption", FieldKind::Text).localized(),
            Field::new(
                "focus",
                FieldKind::List(Box::new(Field::new("focus", FieldKind::Number))),
            ),
        ]
    });
    &PARTS
}

/// The parts of an amount of money, as fields of a group.
pub(super) fn parts_of_money() -> &'static [Field] {
    static PARTS: LazyLock<Vec<Field>> = LazyLock::new(|| {
        vec![
            Field::new("amount", FieldKind::Number),
            Field::new("currency", FieldKind::Choice(Vec::new())),
        ]
    });
    &PARTS
}

/// The fields of a group.
pub(super) fn parts(kind: &FieldKind) -> Option<&[Field]> {
    match kind {
        FieldKind::Object(fields) => Some(fields),
        FieldKind::Image => Some(parts_of_image()),
        FieldKind::Money => Some(parts_of_money()),
        _ => None,
    }
}

/// What the items of a field that holds several are; `None` where it holds one.
pub(super) fn item(field: &Field) -> Option<Field> {
    match &field.kind {
        FieldKind::List(item) => Some((**item).clone()),
        _ if field.many => Some(Field {
            many: false,
            localized: false,
            ..field.clone()
        }),
        _ => None,
    }
}

/// Reads the value of a field, in a file of a language or in one for all.
pub(super) fn read(
    field: &Field,
    node: &Node,
    tag: Option<&str>,
    tags: &[Arc<str>],
) -> Result<Option<Value>, Unshown> {
    if !field.localized {
        return plain(field, node, tag, tags);
    }
    let is_tag = |name: &str| tags.iter().any(|tag| **tag == *name);
    let mut by_tag = Map::new();
    match (tag, &node.value) {
        (None, yaml::Value::Map(map)) if map.iter().all(|(key, _)| is_tag(&key.name)) => {
            for (key, node) in map.iter() {
                if let Some(value) = plain(field, node, Some(&key.name), tags)? {
                    by_tag.insert(key.name.clone(), value);
                }
            }
        }
        _ => {
            if let Some(value) = plain(field, node, tag, tags)? {
                by_tag.insert(tag.unwrap_or(ALL).to_owned(), value);
            }
        }
    }
    Ok((!by_tag.is_empty()).then_some(Value::Object(by_tag)))
}

/// Reads a value in one language, or one that has none.
fn plain(
    field: &Field,
    node: &Node,
    tag: Option<&str>,
    tags: &[Arc<str>],
) -> Result<Option<Value>, Unshown> {
    let Some(item) = item(field) else {
        return one(field, node, tag, tags);
    };
    let read = |node: &Node| read(&item, node, tag, tags);
    Ok(match &node.value {
        yaml::Value::Null => None,
        yaml::Value::List(nodes) => {
            let mut values = Vec::new();
            for node in nodes {
                values.extend(read(node)?);
            }
            (!values.is_empty()).then_some(Value::Array(values))
        }
        // A single one is written without a list.
        _ => read(node)?.map(|value| Value::Array(vec![value])),
    })
}

fn one(
    field: &Field,
    node: &Node,
    tag: Option<&str>,
    tags: &[Arc<str>],
) -> Result<Option<Value>, Unshown> {
    match (&field.kind, &node.value) {
        (_, yaml::Value::Null) => Ok(None),
        (FieldKind::Image, yaml::Value::Scalar(scalar)) => {
            let mut image = Map::new();
            image.insert("file".to_owned(), scalar.text.as_str().into());
            Ok(Some(Value::Object(image)))
        }
        (kind, value) => match (parts(kind), value) {
            (Some(fields), yaml::Value::Map(map)) => {
                let mut group = Map::new();
                for field in fields {
                    if let Some(node) = map.get(&field.name)
                        && let Some(value) = read(field, node, tag, tags)?
                    {
                        group.insert(field.name.to_string(), value);
                    }
                }
                Ok((!group.is_empty()).then_some(Value::Object(group)))
            }
            (None, yaml::Value::Scalar(scalar)) => Ok(Some(scalar.text.as_str().into())),
            _ => Err(Unshown),
        },
    }
}

/// Puts what another file says to what is known: language by language, part by part. Where both say
/// something, the first does.
pub(super) fn merge(known: &mut Value, more: &Value) {
    match (known, more) {
        (Value::Object(known), Value::Object(more)) => {
            for (key, value) in more {
                match known.get_mut(key) {
                    Some(known) => merge(known, value),
                    None => {
                        known.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(known), Value::Array(more)) if known.len() == more.len() => {
            for (known, more) in known.iter_mut().zip(more) {
                merge(known, more);
            }
        }
        _ => {}
    }
}

/// Whether a value says something in a language.
pub(super) fn says(value: &Value, tag: &str) -> bool {
    match value {
        Value::Object(map) => map.contains_key(tag) || map.values().any(|value| says(value, tag)),
        Value::Array(items) => items.iter().any(|value| says(value, tag)),
        _ => false,
    }
}

/// The text of a file as a form shows it: without the lines around it, each line ended by `\n`.
pub(super) fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.trim_end();
    let lines = text.len() - text.trim_start_matches('\n').len();
    text[lines..].to_owned()
}

/// Where the text that a form shows begins in that of a file.
pub(super) fn lead(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\r', '\n']).len()
}
