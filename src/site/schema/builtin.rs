//! The fields of every entry, without declaration.

use std::sync::{Arc, LazyLock};

use super::{Check, Choice, Field, FieldKind, FieldPath, Rule, Schema};
use rihla_diagnostics::Span;

/// Those of [`builtin`] that a page tells its readers: what became of it, and of what its text is
/// the translation.
const SHOWN: [&str; 4] = ["original", "archived", "corrections", "withdrawn"];

/// The field of this name that every entry has and that a page tells its readers.
pub fn shown(name: &str) -> Option<&'static Field> {
    static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| told().fields);
    FIELDS.iter().find(|field| &*field.name == name)
}

/// Those fields of [`builtin`] that pages tell their readers, as a schema of their own.
pub fn told() -> Schema {
    let mut schema = builtin();
    schema.fields.retain(|field| SHOWN.contains(&&*field.name));
    schema
}

/// The fields that every entry has, and a rule: what it says of its changes lies in the past, `updated`
/// among them where a collection declares it.
///
/// | field | value |
/// |---|---|
/// | `slug` | the last part of the address, per language |
/// | `draft`, `noindex`, `gone` | true or false; in a language file, for that language |
/// | `publish_at`, `unpublish_at` | a date, or a date and a time; in a language file, for that language |
/// | `aliases` | former paths, per language |
/// | `template` | the name of a template |
/// | `weight` | a number by which lists may be ordered |
/// | `in_parts` | whether the pages one step beneath are the parts of a guide |
/// | `languages` | the languages in which the entry is meant to exist |
/// | `untranslated` | `required`, `listed`, `notice`, `hidden` |
/// | `release` | `together`, `each` |
/// | `translation` | `{of, revision, text, state, as_is, by}` of each translated language |
/// | `original` | `{language, url, authentic}` of a text published elsewhere |
/// | `definitions` | whether the terms of the glossary are explained in its texts |
/// | `important`, `archived` | true or false |
/// | `shows_people` | whether photographs of the entry show people |
/// | `consent` | where the consent of those whom they show is kept, in words |
/// | `review_by` | a date |
/// | `reviewed_by` | who has reviewed the text, in words; in a language file, for that language |
/// | `corrections` | a list of `{date, text}`, the text per language |
/// | `withdrawn` | `{date, reason}`, the reason per language |
/// | `same` | a list of `{field, what, reason}`: fields whose languages differ and are right |
pub fn builtin() -> Schema {
    let field = |name: &str, kind| Field::new(name, kind);
    let choice = |keys: &[&str]| {
        FieldKind::Choice(
            keys.iter()
                .map(|key| Choice {
                    key: (*key).into(),
                    labels: Vec::new(),
                })
                .collect(),
        )
    };
    let list =
        |name: &str, kind| Field::new(name, FieldKind::List(Box::new(Field::new(name, kind))));
    Schema {
        fields: vec![
            field("slug", FieldKind::Slug).localized(),
            field("draft", FieldKind::Boolean).localized(),
            field("publish_at", FieldKind::DateTime).localized(),
            field("unpublish_at", FieldKind::DateTime).localized(),
            Field {
                many: true,
                ..field("aliases", FieldKind::Address).localized()
            },
            field("gone", FieldKind::Boolean).localized(),
            field("template", FieldKind::Text),
            field("weight", FieldKind::Number),
            field("in_parts", FieldKind::Boolean),
            field("noindex", FieldKind::Boolean).localized(),
            Field {
                many: true,
                ..field("languages", FieldKind::Language)
            },
            field(
                "untranslated",
                choice(&["required", "listed", "notice", "hidden"]),
            ),
            field("release", choice(&["together", "each"])),
            field(
                "translation",
                FieldKind::Object(vec![
                    field("of", FieldKind::Language).required(),
                    field("revision", FieldKind::Text),
                    field("text", FieldKind::Text),
                    field("state", choice(&["machine", "draft", "reviewed"])),
                    field("as_is", FieldKind::Boolean),
                    field("by", FieldKind::Text),
                ]),
            )
            .localized(),
            field(
                "original",
                FieldKind::Object(vec![
                    field("language", FieldKind::Text).required(),
                    field("url", FieldKind::Link),
                    field("authentic", FieldKind::Boolean),
                ]),
            ),
            field("definitions", FieldKind::Boolean),
            field("important", FieldKind::Boolean),
            field("shows_people", FieldKind::Boolean),
            field("consent", FieldKind::Text),
            field("review_by", FieldKind::Date),
            field("reviewed_by", FieldKind::Text).localized(),
            field("archived", FieldKind::Boolean),
            list(
                "corrections",
                FieldKind::Object(vec![
                    field("date", FieldKind::Date).required(),
                    field("text", FieldKind::Text).localized().required(),
                ]),
            ),
            field(
                "withdrawn",
                FieldKind::Object(vec![
                    field("date", FieldKind::Date),
                    field("reason", FieldKind::Text).localized(),
                ]),
            ),
            list(
                "same",
                FieldKind::Object(vec![
                    field("field", FieldKind::Text).required(),
                    field("what", choice(&["figures", "structure", "text", "terms"])),
                    // The check that it silences asks for it.
                    field("reason", FieldKind::Text),
                ]),
            ),
        ],
        // What is told of a page has happened.
        targets: Vec::new(),
        rules: vec![Rule {
            check: Check::NotFuture(
                [
                    &["updated"][..],
                    &["corrections", "date"],
                    &["withdrawn", "date"],
                ]
                .map(|names| FieldPath(names.iter().map(|name| Arc::from(*name)).collect()))
                .into(),
            ),
            when: Vec::new(),
            span: Span::default(),
        }],
    }
}
