//! All parts of one entry, side by side.

use std::sync::Arc;

use crate::config::{Collection, Release, Untranslated};
use crate::content::Part;
use crate::ids::LanguageId;
use crate::schema;
use crate::schema::{Assignment, FieldValue, Schema, Spanned};
use crate::translation;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::schema as fields;

/// The parts of an entry put together.
pub(super) struct Whole<'p> {
    /// What holds for all languages first, then the languages in the site's order.
    pub(super) parts: Vec<&'p Part>,
    /// The fields of all parts, merged.
    pub(super) values: Vec<Assignment>,
    /// The paths by the number that values carry.
    pub(super) paths: Vec<Arc<str>>,
}

impl Whole<'_> {
    /// The text in a language.
    pub(super) fn text(&self, language: LanguageId) -> Option<&Part> {
        self.parts
            .iter()
            .copied()
            .find(|part| part.language == Some(language))
    }

    /// The digest of what it says in a language.
    pub(super) fn digest(&self, language: LanguageId, tag: &str) -> Arc<str> {
        let body = self.text(language).and_then(|part| part.body.as_ref());
        let body = body.filter(|body| !body.is_empty).map(|body| &body.words);
        translation::digest(&translation::passages(&self.values, tag), body)
    }

    /// Whether it has no text, and no value in a language in particular.
    pub(super) fn says_nothing(&self) -> bool {
        let in_language = |value: &FieldValue| matches!(value, FieldValue::Localized(_));
        let mut values = self.values.iter();
        self.parts.iter().all(|part| part.language.is_none())
            && !values.any(|assignment| in_language(&assignment.value.value))
    }

    /// Whether a field stands under another name, which has been told.
    pub(super) fn names_otherwise(&self, field: &str) -> bool {
        let name = field.rsplit('.').next().unwrap_or(field);
        let mut names = self.parts.iter().flat_map(|part| &part.misnamed);
        names.any(|other| **other == *name)
    }

    /// Whether a total may be another once a value is written that could not be read, which has been told.
    pub(super) fn lacks_value_of(&self, finding: &Diagnostic) -> bool {
        let is_total = [&fields::RULE_SUM, &fields::RULE_SAME_TOTAL];
        let mut values = finding.values.iter();
        is_total.contains(&finding.message)
            && values.any(|(name, value)| {
                let path = value.as_text();
                let field = path.rsplit('.').next().unwrap_or_default();
                let mut unread = self.parts.iter().flat_map(|part| &part.unread);
                matches!(*name, "field" | "first" | "second") && unread.any(|it| **it == *field)
            })
    }

    /// Whether anything is said in a language in particular.
    pub(super) fn says_in(&self, language: LanguageId, tag: &str) -> bool {
        let mut values = self.values.iter();
        self.text(language).is_some()
            || values.any(|assignment| speaks(&assignment.value.value, tag))
    }

    pub(super) fn value(&self, name: &str) -> Option<&FieldValue> {
        self.values
            .iter()
            .find(|assignment| &*assignment.field == name)
            .map(|assignment| &assignment.value.value)
    }

    /// What is written for a language, with its place.
    pub(super) fn written(&self, name: &str, tag: &str) -> Option<&Spanned> {
        let mut values = self.values.iter();
        let value = &values.find(|assignment| &*assignment.field == name)?.value;
        match &value.value {
            FieldValue::Localized(branches) => branches
                .iter()
                .find_map(|(other, branch)| (**other == *tag).then_some(branch)),
            _ => Some(value),
        }
    }

    fn word(&self, name: &str) -> Option<&str> {
        match self.value(name) {
            Some(FieldValue::Text(text) | FieldValue::Choice(text)) => Some(text),
            _ => None,
        }
    }
}

/// The fields that have a value in a language, in the order of the schema, defaults included.
pub(super) fn in_language(
    schema: &Schema,
    whole: &Whole,
    tag: &str,
) -> Vec<(Arc<str>, FieldValue)> {
    schema
        .fields
        .iter()
        .filter_map(|field| {
            let value = whole
                .value(&field.name)
                .and_then(|value| schema::in_language(value, tag))
                .or_else(|| field.default.clone())?;
            Some((field.name.clone(), value))
        })
        .collect()
}

/// Whether a value is said in a language in particular.
pub(super) fn speaks(value: &FieldValue, tag: &str) -> bool {
    matches!(value, FieldValue::Localized(texts) if texts.iter().any(|(key, _)| **key == *tag))
}

/// Whether a value, or a part of it, is said in a language in particular.
pub(super) fn speaks_at_all(value: &FieldValue) -> bool {
    match value {
        FieldValue::Localized(_) => true,
        FieldValue::List(values) => values.iter().any(|inner| speaks_at_all(&inner.value)),
        FieldValue::Object(fields) => fields.iter().any(|(_, inner)| speaks_at_all(&inner.value)),
        FieldValue::Image(_) | FieldValue::Markdown(_) => true,
        _ => false,
    }
}

pub(super) fn policy(whole: &Whole, collection: &Collection) -> Untranslated {
    whole
        .word("untranslated")
        .and_then(Untranslated::from_name)
        .unwrap_or(collection.untranslated)
}

pub(super) fn release(whole: &Whole, collection: &Collection) -> Release {
    match whole.word("release") {
        Some("together") => Release::Together,
        Some("each") => Release::Each,
        _ => collection.release,
    }
}
