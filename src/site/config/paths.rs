//! Fields that a setting of a `collection.yaml` names: `deadline`, or `start.actual` inside an object or the
//! items of a list.

use std::sync::Arc;

use super::reader::Reader;
use crate::schema::{Field, FieldKind, Schema};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, nearest};
use rihla_text::yaml::{Map, Node, Value};

/// The way to a field: its name, and the names inside it.
pub type FieldPath = Arc<str>;

/// The field at the end of a path.
pub fn field_at<'f>(fields: &'f [Field], path: &str) -> Option<&'f Field> {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    let field = fields.iter().find(|field| &*field.name == name)?;
    match rest {
        None => Some(field),
        Some(rest) => field_at(inside(&field.kind)?, rest),
    }
}

/// The fields inside an object, or inside the objects of a list.
pub fn inside(kind: &FieldKind) -> Option<&[Field]> {
    match kind {
        FieldKind::Object(fields) => Some(fields),
        FieldKind::List(item) => inside(&item.kind),
        _ => None,
    }
}

/// The collection to which a field refers, or the items of its list do.
pub fn target(kind: &FieldKind) -> Option<&Arc<str>> {
    match kind {
        FieldKind::Reference { to } => Some(to),
        FieldKind::List(item) => target(&item.kind),
        _ => None,
    }
}

/// Reads the path of a field that the collection must declare.
pub(super) fn path(
    reader: &mut Reader,
    key: &str,
    node: &Node,
    schema: &Schema,
) -> Option<FieldPath> {
    let text = reader.item(key, node)?;
    if field_at(&schema.fields, &text).is_some() {
        return Some(text);
    }
    let names = schema.fields.iter().map(|field| &*field.name);
    let finding = Diagnostic::new(&say::UNKNOWN_FIELD_NAME)
        .with("value", &text)
        .meant(node.span, nearest(&text, names));
    reader.report(finding, node.span);
    None
}

/// The path that a key of a map gives.
pub(super) fn path_of(
    reader: &mut Reader,
    map: &Map,
    key: &str,
    schema: &Schema,
) -> Option<FieldPath> {
    path(reader, key, map.get(key)?, schema)
}

/// The paths that a key of a map gives: one, or a list of them.
pub(super) fn paths_of(
    reader: &mut Reader,
    map: &Map,
    key: &str,
    schema: &Schema,
) -> Vec<FieldPath> {
    match map.get(key) {
        None => Vec::new(),
        Some(node) => match &node.value {
            Value::List(items) => items
                .iter()
                .filter_map(|item| path(reader, key, item, schema))
                .collect(),
            _ => path(reader, key, node, schema).into_iter().collect(),
        },
    }
}
