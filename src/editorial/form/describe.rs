//! The fields of a form, as a page draws them.

use std::sync::Arc;

use serde::Serialize;

use super::values::parts_of_image;
use super::{Form, Origin};
use crate::Desk;
use rihla_diagnostics::Messages;
use rihla_site::content::Role;
use rihla_site::schema::{self, Choice, Field, FieldKind, FieldValue, in_language};

/// A field as a page draws it.
#[derive(Clone, Debug, Serialize)]
pub struct Description {
    /// The key under which its value stands.
    pub name: String,
    /// What it is called, in the language of the person.
    pub label: String,
    /// What its declaration explains.
    pub help: Option<String>,
    /// Whether an entry is incomplete without it.
    pub required: bool,
    /// Whether each language has a value of its own.
    pub localized: bool,
    /// Whether it holds several values.
    pub many: bool,
    /// The word of its type.
    pub kind: &'static str,
    /// The most that it holds: characters of a text, values of a list.
    pub max: Option<usize>,
    /// What holds where nothing is written, where that is one word.
    pub default: Option<String>,
    /// What a value of it is, in words, where its control does not show it.
    pub rule: Option<String>,
    /// What may be chosen.
    pub choices: Vec<Chosen>,
    /// The collection to whose entries it refers.
    pub to: Option<String>,
    /// The fields of a group, or of the groups of a list.
    pub of: Vec<Description>,
    /// What the values of a list are.
    pub item: Option<Box<Description>>,
    /// Whether every entry has it.
    pub more: bool,
    /// The file in which it is written in a way that the form cannot show.
    pub locked: Option<String>,
}

/// One of the values that a choice allows.
#[derive(Clone, Debug, Serialize)]
pub struct Chosen {
    /// What is written.
    pub key: String,
    /// What it is called.
    pub label: String,
}

/// The fields of every entry that say something of its page alone: one without a page is asked for none of them.
const OF_PAGES: [&str; 14] = [
    "slug",
    "publish_at",
    "unpublish_at",
    "aliases",
    "template",
    "in_parts",
    "definitions",
    "noindex",
    "languages",
    "untranslated",
    "release",
    "original",
    "corrections",
    "withdrawn",
];

/// The fields of a form, in the language of the messages.
pub fn described(form: &Form, desk: &Desk, messages: Messages) -> Vec<Description> {
    let words = Words { desk, messages };
    let builtin = schema::builtin();
    let own = form.origin.schema(desk.config());
    let fields = form.origin.fields(desk.config(), &builtin).into_iter();
    let collection = desk.config().collection(&form.origin.collection);
    let has_page = form.origin.role != Role::Entry
        || collection.is_none_or(|(_, collection)| collection.pages);
    let is_said =
        |name: &str| form.said.values.contains_key(name) || form.locked.contains_key(name);
    let fields = fields.filter(|field| {
        let name = &*field.name;
        has_page || own.field(name).is_some() || !OF_PAGES.contains(&name) || is_said(name)
    });
    let described = fields.map(|field| {
        let is_own = own.field(&field.name).is_some();
        let mut description = words.field(field, !is_own);
        description.locked = form.locked.get(&field.name).map(ToString::to_string);
        description
    });
    described.collect()
}

/// What a field of an entry is called, in the language of the messages.
pub fn label(origin: &Origin, desk: &Desk, name: &str, messages: Messages) -> String {
    let builtin = schema::builtin();
    let words = Words { desk, messages };
    let mut fields = origin.fields(desk.config(), &builtin).into_iter();
    let found = fields.find(|field| *field.name == *name);
    found.map_or_else(|| name.to_owned(), |field| words.label(field))
}

struct Words<'d> {
    desk: &'d Desk,
    messages: Messages,
}

impl Words<'_> {
    /// What a declaration says in words: in the language of the messages, else in the first that has some.
    fn said(&self, words: &Option<FieldValue>) -> Option<String> {
        let words = words.as_ref()?;
        let tags = self.desk.config().site.tags();
        let own: Arc<str> = self.messages.tag().into();
        let mut all = std::iter::once(&own).chain(tags.iter());
        all.find_map(|tag| match in_language(words, tag) {
            Some(FieldValue::Text(text)) => Some(text.to_string()),
            _ => None,
        })
    }

    fn label(&self, field: &Field) -> String {
        let known = || {
            let id = format!("field-label-{}", field.name.replace('_', "-"));
            self.messages.named_text(&id)
        };
        let named = || {
            let name = field.name.replace(['_', '-'], " ");
            let mut letters = name.chars();
            let first = letters.next();
            first.map_or(String::new(), |first| {
                first.to_uppercase().chain(letters).collect()
            })
        };
        self.said(&field.label).or_else(known).unwrap_or_else(named)
    }

    fn field(&self, field: &Field, more: bool) -> Description {
        let about = || {
            let name = field.name.replace('_', "-");
            let own = self.messages.named_text(&format!("field-help-{name}"));
            let about = || self.messages.named_text(&format!("about-entry-{name}"));
            own.or_else(about).filter(|_| more)
        };
        let (choices, to, of, item) = match &field.kind {
            FieldKind::Choice(choices) => (self.choices(field, choices), None, Vec::new(), None),
            FieldKind::Reference { to } => (Vec::new(), Some(to.to_string()), Vec::new(), None),
            FieldKind::Object(fields) => (Vec::new(), None, self.fields(fields), None),
            FieldKind::Image => (Vec::new(), None, self.fields(parts_of_image()), None),
            FieldKind::List(item) => {
                let mut item = self.field(item, false);
                let id = format!("field-item-{}", field.name.replace('_', "-"));
                let one = self.messages.named_text(&id);
                if let Some(one) = one.filter(|_| field.label.is_none()) {
                    item.label = one;
                }
                (Vec::new(), None, Vec::new(), Some(Box::new(item)))
            }
            FieldKind::Language => (self.languages(), None, Vec::new(), None),
            _ => (Vec::new(), None, Vec::new(), None),
        };
        Description {
            name: field.name.to_string(),
            label: self.label(field),
            help: self.said(&field.help).or_else(about),
            required: field.required,
            localized: field.localized,
            many: field.many,
            kind: kind(&field.kind),
            max: field.max,
            default: field.default.as_ref().and_then(|value| match value {
                FieldValue::Text(text) | FieldValue::Choice(text) => Some(text.to_string()),
                FieldValue::Boolean(value) => Some(value.to_string()),
                _ => None,
            }),
            rule: is_told(&field.kind).then(|| field.kind.term().get(self.messages).into_owned()),
            choices,
            to,
            of,
            item,
            more,
            locked: None,
        }
    }

    fn fields(&self, fields: &[Field]) -> Vec<Description> {
        fields
            .iter()
            .map(|field| self.field(field, false))
            .collect()
    }

    fn choices(&self, field: &Field, choices: &[Choice]) -> Vec<Chosen> {
        let label = |choice: &Choice| {
            let own = self.messages.tag();
            let labels = || choice.labels.iter();
            let found = labels().find(|(tag, _)| **tag == *own);
            let found = found.or_else(|| labels().next());
            let id = format!("choice-{}-{}", field.name.replace('_', "-"), choice.key);
            let known = || self.messages.named_text(&id);
            let found = found.map(|(_, label)| label.to_string()).or_else(known);
            found.unwrap_or_else(|| choice.key.to_string())
        };
        choices
            .iter()
            .map(|choice| Chosen {
                key: choice.key.to_string(),
                label: label(choice),
            })
            .collect()
    }

    fn languages(&self) -> Vec<Chosen> {
        let languages = self.desk.config().site.languages.iter();
        languages
            .map(|language| Chosen {
                key: language.tag.to_string(),
                label: language.name.to_string(),
            })
            .collect()
    }
}

/// Whether a person is told what a value of a type is: a line of text shows nothing of it.
fn is_told(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::DateTime
            | FieldKind::Link
            | FieldKind::Form(_)
            | FieldKind::Slug
            | FieldKind::Address
    )
}

/// The word of a type, also of those that no collection declares.
fn kind(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Slug => "slug",
        FieldKind::Address => "address",
        FieldKind::Language => "language",
        FieldKind::Alternative => "alternative",
        kind => kind.name(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::disallowed_methods,
        reason = "a test looks at the disk from outside"
    )]

    use std::collections::BTreeSet;
    use std::path::Path;

    use rihla_diagnostics::testing::messages;
    use rihla_text::yaml::{self, Node, Value};

    /// The names of the fields below a node that have no label, and are no choices.
    fn names(node: &Node, found: &mut BTreeSet<String>) {
        let Value::Map(fields) = &node.value else {
            return;
        };
        for (key, field) in fields.iter() {
            let inside = match &field.value {
                Value::Map(inside) => inside,
                _ => {
                    found.insert(key.name.to_string());
                    continue;
                }
            };
            if inside.get("label").is_none() {
                found.insert(key.name.to_string());
            }
            let kind = match inside.get("type").map(|kind| &kind.value) {
                Some(Value::Scalar(kind)) => kind.text.as_str(),
                _ => "",
            };
            if let (true, Some(of)) = (matches!(kind, "list" | "object"), inside.get("of")) {
                parts(of, found);
            }
        }
    }

    /// What is in a list or a group: its fields, or the one type of all.
    fn parts(of: &Node, found: &mut BTreeSet<String>) {
        let Value::Map(inside) = &of.value else {
            return;
        };
        match (inside.get("type"), inside.get("of")) {
            (Some(_), Some(of)) => parts(of, found),
            (Some(_), None) => {}
            _ => names(of, found),
        }
    }

    #[test]
    fn fields_without_a_label_have_words_in_every_language() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut found = BTreeSet::new();
        let mut read = 0;
        for folder in ["content", "src/builtin/init", "examples"] {
            let files = walk(&root.join(folder));
            for path in files {
                let text = std::fs::read_to_string(&path).expect("a text");
                let whole = rihla_diagnostics::Span::new(0, text.len());
                let (node, _) = yaml::parse(&"collection.yaml".into(), &text, whole);
                let Some(Value::Map(map)) = node.as_ref().map(|node| &node.value) else {
                    continue;
                };
                read += 1;
                if let Some(fields) = map.get("fields") {
                    names(fields, &mut found);
                }
            }
        }
        assert!(read > 20 && found.len() > 50, "{read} {found:?}");
        for tag in ["fr", "en"] {
            let lacking = found.iter().filter(|name| {
                let id = format!("field-label-{}", name.replace('_', "-"));
                messages(tag).named_text(&id).is_none()
            });
            let lacking: Vec<&String> = lacking.collect();
            assert!(lacking.is_empty(), "{tag}: {lacking:?}");
        }
    }

    fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
        let mut found = Vec::new();
        let entries = std::fs::read_dir(folder).expect("a folder");
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                found.extend(walk(&path));
            } else if path.ends_with("collection.yaml") {
                found.push(path);
            }
        }
        found
    }
}
