//! Which fields may stand where in a file, as the reader of YAML asks.

use super::read::{IMAGE_KEYS, MONEY_KEYS};
use super::{Field, FieldKind, Schema, field_of};
use rihla_text::yaml;
use std::sync::Arc;

/// The fields of a file.
pub struct Shape<'s> {
    /// Those of its entries.
    pub schema: &'s Schema,
    /// Those that every entry has.
    pub builtin: &'s Schema,
    /// The tags of the site's languages.
    pub languages: &'s [Arc<str>],
    /// Whether the file is a list of entries.
    pub is_list: bool,
}

impl yaml::Shape for Shape<'_> {
    fn has_field(&self, keys: &[&str], name: &str, is_item: bool) -> bool {
        let field = |name: &str| {
            let own = self.schema.field(name);
            own.or_else(|| self.builtin.field(name))
        };
        if keys.is_empty() {
            return self.is_list == is_item && (field(name).is_some() || is_item && name == "id");
        }
        let Some(field) = self.field_below(keys) else {
            return false;
        };
        match (&field.kind, is_item) {
            (FieldKind::List(item), _) => self.is_part(item, name),
            (_, true) => field.many && self.is_part(field, name),
            (_, false) => self.is_part(field, name),
        }
    }

    fn is_texts(&self, keys: &[&str]) -> bool {
        let is_text = |field: &Field| matches!(field.kind, FieldKind::Text | FieldKind::Markdown);
        self.field_below(keys)
            .is_some_and(|field| match &field.kind {
                FieldKind::List(item) => is_text(item),
                _ => field.many && is_text(field),
            })
    }
}

impl Shape<'_> {
    /// The field whose value stands below some keys: of a list in several languages, in one of them.
    fn field_below(&self, keys: &[&str]) -> Option<&Field> {
        let (first, inside) = keys.split_first()?;
        let own = self.schema.field(first);
        let mut field = own.or_else(|| self.builtin.field(first))?;
        for key in inside {
            field = match (&field.kind, within(field)) {
                (_, Some(fields)) => field_of(fields, key)?,
                (FieldKind::List(_), None) if self.is_language(field, key) => field,
                _ => return None,
            };
        }
        Some(field)
    }

    fn is_language(&self, field: &Field, name: &str) -> bool {
        field.localized && self.languages.iter().any(|tag| **tag == *name)
    }

    /// Whether one value of a field is a group in which a name may stand.
    fn is_part(&self, field: &Field, name: &str) -> bool {
        let is_of_kind = match &field.kind {
            FieldKind::Object(fields) => field_of(fields, name).is_some(),
            FieldKind::Image => IMAGE_KEYS.contains(&name),
            FieldKind::Money => MONEY_KEYS.contains(&name),
            _ => false,
        };
        is_of_kind || self.is_language(field, name)
    }
}

/// The fields of the group that a field is, or that each of its values is.
pub(super) fn within(field: &Field) -> Option<&[Field]> {
    match &field.kind {
        FieldKind::Object(fields) => Some(fields),
        FieldKind::List(item) => match &item.kind {
            FieldKind::Object(fields) => Some(fields),
            _ => None,
        },
        _ => None,
    }
}
