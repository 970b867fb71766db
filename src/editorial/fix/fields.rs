//! What the values of a file are: texts, in which language, or something else.

use std::collections::BTreeMap;
use std::sync::Arc;

use rihla_site::config::Config;
use rihla_site::content::Part;
use rihla_site::schema::{self, Field, FieldKind, FieldValue, Spanned};
use rihla_text::yaml::{self, Node};

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LeafPlace {
    /// What may be done with it.
    pub kind: PlaceKind,
    /// The tag of its language; `None` where it holds for all.
    pub language: Option<Arc<str>>,
}

/// What may be done with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceKind {
    /// Words without markup.
    Text,
    /// Words with markup.
    Markdown,
    /// Text that is no words: a name of a file, an address, a choice.
    Other,
    /// A date, a number: what quotation marks would not make clearer.
    Typed,
}

/// The scalars of a piece of YAML, in the order of writing.
pub(super) fn leaves(root: Option<&Node>) -> Vec<&Node> {
    let mut leaves = Vec::new();
    if let Some(root) = root {
        gather(root, &mut leaves);
    }
    leaves
}

fn gather<'n>(node: &'n Node, leaves: &mut Vec<&'n Node>) {
    match &node.value {
        yaml::Value::Scalar(_) => leaves.push(node),
        yaml::Value::List(items) => items.iter().for_each(|item| gather(item, leaves)),
        yaml::Value::Map(map) => map.iter().for_each(|(_, node)| gather(node, leaves)),
        yaml::Value::Null => {}
    }
}

/// What the scalars of a file are, each by its number among them. `root` is what the file says.
pub(super) fn places(
    root: Option<&Node>,
    parts: &[Part],
    config: &Config,
) -> BTreeMap<usize, LeafPlace> {
    // By where they begin, which no two do at the same byte.
    let mut starts = BTreeMap::new();
    let builtin = schema::builtin();
    for part in parts {
        let schema = part.schema(config);
        for assignment in &part.fields {
            let own = schema.field(&assignment.field);
            // What the program itself writes is nobody's prose.
            let is_record = own.is_none()
                && matches!(&*assignment.field, "translation" | "original" | "template");
            let field = own.or_else(|| builtin.field(&assignment.field));
            if let Some(field) = field.filter(|_| !is_record) {
                walk(field, &assignment.value, None, &mut starts);
            }
        }
    }
    let leaves = leaves(root);
    let numbered = leaves.iter().enumerate();
    numbered
        .filter_map(|(number, leaf)| Some((number, starts.remove(&leaf.span.start)?)))
        .collect()
}

fn walk(
    field: &Field,
    value: &Spanned,
    language: Option<&Arc<str>>,
    starts: &mut BTreeMap<usize, LeafPlace>,
) {
    let mut put = |value: &Spanned, kind| {
        let language = language.cloned();
        starts.insert(value.span.start, LeafPlace { kind, language });
    };
    match (&value.value, &field.kind) {
        (FieldValue::Localized(branches), _) => {
            for (tag, branch) in branches {
                walk(field, branch, Some(tag), starts);
            }
        }
        (FieldValue::List(items), FieldKind::List(item)) => {
            items
                .iter()
                .for_each(|value| walk(item, value, language, starts));
        }
        (FieldValue::List(items), _) => {
            items
                .iter()
                .for_each(|value| walk(field, value, language, starts));
        }
        (FieldValue::Object(values), FieldKind::Object(fields)) => {
            for (name, value) in values {
                if let Some(field) = fields.iter().find(|field| field.name == *name) {
                    walk(field, value, language, starts);
                }
            }
        }
        (FieldValue::Image(image), _) => {
            put(&image.file, PlaceKind::Other);
            let words = Field::new(field.name.clone(), FieldKind::Text);
            let parts = [&image.alt, &image.credit, &image.caption];
            for part in parts.into_iter().flatten() {
                walk(&words, part, language, starts);
            }
        }
        (FieldValue::Text(_), FieldKind::Text | FieldKind::Alternative) => {
            put(value, PlaceKind::Text)
        }
        (FieldValue::Markdown(_), _) => put(value, PlaceKind::Markdown),
        (
            FieldValue::Text(_)
            | FieldValue::Choice(_)
            | FieldValue::File(_)
            | FieldValue::Link(_)
            | FieldValue::Form(_)
            | FieldValue::Reference(_),
            _,
        ) => put(value, PlaceKind::Other),
        _ => put(value, PlaceKind::Typed),
    }
}

/// Keys of a configuration below which texts in several languages are no words.
const NO_WORDS: &[&str] = &["slug", "address", "prefix", "aliases", "url"];

/// What the scalars of `site.yaml` or a `collection.yaml` are: those under the tags of languages
/// are texts.
pub(super) fn places_of_configuration(
    root: Option<&Node>,
    languages: &[Arc<str>],
) -> BTreeMap<usize, LeafPlace> {
    let mut places = BTreeMap::new();
    let mut number = 0;
    if let Some(root) = root {
        number_texts(root, languages, None, true, &mut number, &mut places);
    }
    places
}

fn number_texts(
    node: &Node,
    languages: &[Arc<str>],
    language: Option<&Arc<str>>,
    are_words: bool,
    number: &mut usize,
    places: &mut BTreeMap<usize, LeafPlace>,
) {
    match &node.value {
        yaml::Value::Null => {}
        yaml::Value::Scalar(_) => {
            if let Some(language) = language.filter(|_| are_words) {
                let language = Some(language.clone());
                let kind = PlaceKind::Text;
                places.insert(*number, LeafPlace { kind, language });
            }
            *number += 1;
        }
        yaml::Value::List(items) => {
            for item in items {
                number_texts(item, languages, language, are_words, number, places);
            }
        }
        yaml::Value::Map(map) => {
            let tag_of = |key: &str| languages.iter().find(|tag| ***tag == *key);
            let is_by_language =
                !map.is_empty() && map.iter().all(|(key, _)| tag_of(&key.name).is_some());
            for (key, node) in map.iter() {
                let own = tag_of(&key.name).filter(|_| is_by_language);
                let are_words = are_words && !NO_WORDS.contains(&key.name.as_str());
                number_texts(node, languages, own.or(language), are_words, number, places);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rihla_diagnostics::Span;

    #[test]
    fn texts_of_a_configuration_stand_under_languages() {
        let text = "theme: a\ntitle: {fr: b, en: c}\nslug: {fr: d, en: e}\nmenus:\n  main:\n    \
                    - title:\n        fr: f\n      url: g\n      x: {fr: h, y: i}\n";
        let (root, _) = yaml::parse(&"a".into(), text, Span::new(0, text.len()));
        let tags = ["fr".into(), "en".into()];
        let places = places_of_configuration(root.as_ref(), &tags);
        let leaves = leaves(root.as_ref());
        let found: Vec<String> = places
            .iter()
            .map(|(number, place)| {
                let span = leaves[*number].span;
                let language = place.language.as_deref().unwrap_or_default();
                format!("{} {language}", &text[span.start..span.end])
            })
            .collect();
        assert_eq!(found, ["b fr", "c en", "f fr"]);
    }
}
