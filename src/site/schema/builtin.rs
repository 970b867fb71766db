//! The fields of every entry, without declaration.

use std::sync::{Arc, LazyLock};

use super::{Check, Choice, Field, FieldPath, Kind, Rule, Schema};
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
/// | `languages` | the languages in which the entry is meant to exist |
/// | `untranslated` | `required`, `listed`, `notice`, `hidden` |
/// | `release` | `together`, `each` |
/// | `translation` | `{of, revision, text, state, as_is, by}` of each translated language |
/// | `original` | `{language, url, authentic}` of a text published elsewhere |
/// | `important`, `archived` | true or false |
/// | `shows_people` | whether photographs of the entry show people |
/// | `review_by` | a date |
/// | `corrections` | a list of `{date, text}`, the text per language |
/// | `withdrawn` | `{date, reason}`, the reason per language |
/// | `same` | a list of `{field, what, reason}`: fields whose languages differ and are right |
pub fn builtin() -> Schema {
    let field = |name: &str, kind| Field::new(name, kind);
    let choice = |keys: &[&str]| {
        Kind::Choice(
            keys.iter()
                .map(|key| Choice {
                    key: (*key).into(),
                    labels: Vec::new(),
                })
                .collect(),
        )
    };
    let list = |name: &str, kind| Field::new(name, Kind::List(Box::new(Field::new(name, kind))));
    Schema {
        fields: vec![
            field("slug", Kind::Slug).localized(),
            field("draft", Kind::Boolean).localized(),
            field("publish_at", Kind::DateTime).localized(),
            field("unpublish_at", Kind::DateTime).localized(),
            Field {
                many: true,
                ..field("aliases", Kind::Address).localized()
            },
            field("gone", Kind::Boolean).localized(),
            field("template", Kind::Text),
            field("weight", Kind::Number),
            field("noindex", Kind::Boolean).localized(),
            Field {
                many: true,
                ..field("languages", Kind::Language)
            },
            field(
                "untranslated",
                choice(&["required", "listed", "notice", "hidden"]),
            ),
            field("release", choice(&["together", "each"])),
            field(
                "translation",
                Kind::Object(vec![
                    field("of", Kind::Language).required(),
                    field("revision", Kind::Text),
                    field("text", Kind::Text),
                    field("state", choice(&["machine", "draft", "reviewed"])),
                    field("as_is", Kind::Boolean),
                    field("by", Kind::Text),
                ]),
            )
            .localized(),
            field(
                "original",
                Kind::Object(vec![
                    field("language", Kind::Text).required(),
                    field("url", Kind::Link),
                    field("authentic", Kind::Boolean),
                ]),
            ),
            field("important", Kind::Boolean),
            field("shows_people", Kind::Boolean),
            field("review_by", Kind::Date),
            field("archived", Kind::Boolean),
            list(
                "corrections",
                Kind::Object(vec![
                    field("date", Kind::Date).required(),
                    field("text", Kind::Text).localized().required(),
                ]),
            ),
            field(
                "withdrawn",
                Kind::Object(vec![
                    field("date", Kind::Date),
                    field("reason", Kind::Text).localized(),
                ]),
            ),
            list(
                "same",
                Kind::Object(vec![
                    field("field", Kind::Text).required(),
                    field("what", choice(&["figures", "structure", "text", "terms"])),
                    // The check that it silences asks for it.
                    field("reason", Kind::Text),
                ]),
            ),
        ],
        // What is told of a page has happened.
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
