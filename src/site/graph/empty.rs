//! Required fields whose key stands in its file and has no value.

use crate::source::Snapshot;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::catalogue::yaml::HASH;
use rihla_diagnostics::{Correction, Diagnostic, Span};
use rihla_text::yaml::{self, Key, Map, Node, Value};

/// Where a required field stands in its file and has no value, says so at its key: a second line
/// with the same key would be wrong. Tells whether the finding stays: where the field has a value that
/// is none of its kind, that has been told.
pub(super) fn tell(finding: &mut Diagnostic, snapshot: &Snapshot) -> bool {
    let in_language = finding.message == &say::REQUIRED_IN;
    if finding.message != &say::REQUIRED && !in_language {
        return true;
    }
    let value = |name: &str| {
        let found = finding.values.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_text().to_owned())
    };
    let (key, field, tag) = (value("key"), value("field"), value("tag"));
    let (Some(place), Some(key), Some(field)) = (&mut finding.place, key, field) else {
        return true;
    };
    let Some(text) = snapshot.text(&place.path) else {
        return true;
    };
    let range = match place.path.ends_with(".yaml") || place.path.ends_with(".yml") {
        true => Some(Span::new(0, text.len())),
        false => yaml::front_matter(&place.path, text).0.yaml,
    };
    let (node, told) = range.map_or_else(Default::default, |range| {
        yaml::parse(&place.path, text, range)
    });
    let at = place.span.unwrap_or_default().start;
    let map = node.as_ref().and_then(|node| match field == key {
        true => entry(node, at),
        false => beginning(node, at),
    });
    let found = map.and_then(|map| map.iter().find(|(found, _)| found.name == key));
    match found {
        Some((found, node)) => match empty(found, node, tag.as_deref().filter(|_| in_language)) {
            Some(empty) => {
                place.span = Some(empty.span);
                match comment(&told, text, empty.span) {
                    Some((lost, corrections)) => {
                        finding.values.push(("lost", lost.as_str().into()));
                        finding.corrections = corrections;
                    }
                    None => finding.values.push(("empty", empty.name.as_str().into())),
                }
                true
            }
            None => !has_words(node, tag.as_deref().filter(|_| in_language)),
        },
        None => true,
    }
}

/// The words behind a key that are read as a comment, and what keeps them.
fn comment(told: &[Diagnostic], text: &str, key: Span) -> Option<(String, Vec<Correction>)> {
    let line = text[key.end..].lines().next().unwrap_or_default();
    let rest = Span::new(key.end, key.end + line.len());
    let found = told.iter().find(|found| {
        let span = found.place.as_ref().and_then(|place| place.span);
        found.message == &HASH
            && span.is_some_and(|span| (rest.start..rest.end).contains(&span.start))
    })?;
    let (_, lost) = found.values.iter().find(|(name, _)| *name == "lost")?;
    Some((lost.as_text().to_owned(), found.corrections.clone()))
}

/// Whether anything is written in a value, or in what it has for a language.
fn has_words(node: &Node, tag: Option<&str>) -> bool {
    match &node.value {
        Value::Null => false,
        // What is no map of languages says nothing in one in particular.
        Value::Scalar(_) | Value::List(_) if tag.is_some() => false,
        Value::Scalar(scalar) => !scalar.text.trim().is_empty(),
        Value::List(items) => items.iter().any(|item| has_words(item, None)),
        Value::Map(map) => {
            let is_meant = |key: &Key| tag.is_none_or(|tag| key.name == tag);
            let mut values = map.iter();
            values.any(|(key, node)| is_meant(key) && has_words(node, None))
        }
    }
}

/// The key that has no value: that of the field, or that of a language below it, which may be known.
fn empty<'n>(key: &'n Key, node: &'n Node, tag: Option<&str>) -> Option<&'n Key> {
    let is_empty = |node: &Node| match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        Value::List(_) | Value::Map(_) => false,
    };
    match &node.value {
        Value::Map(map) => {
            let mut languages = map.iter();
            let is_meant = |key: &Key| tag.is_none_or(|tag| key.name == tag);
            let found = languages.find(|(key, node)| is_meant(key) && is_empty(node));
            found.map(|(key, _)| key)
        }
        _ => is_empty(node).then_some(key),
    }
}

/// The fields of the entry at a place: in a file of many, those of the one that stands there.
fn entry(node: &Node, at: usize) -> Option<&Map> {
    match &node.value {
        Value::Map(map) => Some(map),
        Value::List(items) => {
            let of_place = |item: &&Node| (item.span.start..item.span.end).contains(&at);
            match &items.iter().find(of_place)?.value {
                Value::Map(map) => Some(map),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The outermost group that begins at a place, below the fields of the entry.
fn beginning(node: &Node, at: usize) -> Option<&Map> {
    let inner: Vec<&Node> = match &node.value {
        Value::Map(map) => map.iter().map(|(_, node)| node).collect(),
        Value::List(items) => items.iter().collect(),
        _ => return None,
    };
    inner.into_iter().find_map(|node| match &node.value {
        Value::Map(map) if node.span.start == at => Some(map),
        _ => beginning(node, at),
    })
}
