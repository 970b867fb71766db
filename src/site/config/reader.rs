//! Reads the maps of a configuration file: every problem is reported, and reading goes on.

use std::sync::Arc;

use crate::schema;
use rihla_diagnostics::catalogue::{config as say, schema as fields};
use rihla_diagnostics::{Diagnostic, Message, Span, Text, nearest};
use rihla_text::language::{fields_meant, is_language, slug};
use rihla_text::markdown::{characters, wording};
use rihla_text::yaml::{Map, Node, Style, Value, quoted};

/// A text in the languages of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized {
    /// The text that holds for every language, where only one was written.
    all: Option<Arc<str>>,
    /// The texts by language tag, in the order in which they were written.
    by_tag: Vec<(Arc<str>, Arc<str>)>,
    /// The languages that have no text of their own, each with that whose text it borrows.
    borrowed: Vec<(Arc<str>, Arc<str>)>,
}

impl Localized {
    /// A text that is the same in all languages.
    pub fn same(text: impl Into<Arc<str>>) -> Self {
        Self {
            all: Some(text.into()),
            by_tag: Vec::new(),
            borrowed: Vec::new(),
        }
    }

    /// A text in the languages given by their tags.
    pub fn by_tag(texts: impl IntoIterator<Item = (Arc<str>, Arc<str>)>) -> Self {
        Self {
            all: None,
            by_tag: texts.into_iter().collect(),
            borrowed: Vec::new(),
        }
    }

    /// The text in a language, if it has one there.
    pub fn get(&self, tag: &str) -> Option<&Arc<str>> {
        self.by_tag
            .iter()
            .find(|(key, _)| &**key == tag)
            .map(|(_, text)| text)
            .or(self.all.as_ref())
    }

    /// The language in which the text that a language has is written: another one, where it is
    /// borrowed.
    pub fn written_in<'t>(&'t self, tag: &'t str) -> &'t str {
        let mut borrowed = self.borrowed.iter();
        borrowed
            .find(|(own, _)| &**own == tag)
            .map_or(tag, |(_, other)| other)
    }

    /// Whether it has no text in any language.
    pub fn is_empty(&self) -> bool {
        self.all.is_none() && self.by_tag.is_empty()
    }
}

/// What is wanted, as a message says it.
pub(crate) mod expected {
    rihla_diagnostics::texts! {
        TEXT = "setting-text";
        TEXTS = "setting-texts";
        NUMBER = "setting-number";
        COUNT = "setting-count";
        BOOLEAN = "setting-boolean";
        LIST = "setting-list";
        MAP = "setting-map";
        DATE = "setting-date";
        RATE = "setting-rate";
        CONTACT = "setting-contact";
        WEB = "setting-web";
        SIZE = "setting-size";
        WIDTH = "setting-width";
        ANCHOR = "setting-anchor";
        RATIO = "setting-ratio";
        COLOUR = "setting-colour";
        RADIUS = "setting-radius";
        DRAWING = "setting-drawing";
        SYNONYMS = "setting-synonyms";
    }
}

/// A configuration file while it is read.
pub(crate) struct Reader<'a> {
    /// The file.
    pub path: &'a Arc<str>,
    /// The tags of the site's languages; empty while they are not known yet.
    pub tags: Vec<Arc<str>>,
    /// Of each partial language, its tag and that of the language whose words stand in its place.
    pub fallbacks: Vec<(Arc<str>, Arc<str>)>,
    /// What was found so far.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(path: &'a Arc<str>, tags: Vec<Arc<str>>) -> Self {
        Self {
            path,
            tags,
            fallbacks: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Reports something at a place of the file.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic, span: Span) {
        self.diagnostics
            .push(diagnostic.placed(rihla_diagnostics::Location::new(self.path.clone(), span)));
    }

    /// Reports a value of another kind than is wanted.
    pub(crate) fn wrong(&mut self, key: &str, node: &Node, wanted: Text) {
        self.report(wrong(key, wanted), node.span);
    }

    /// Reports the keys of a map that are not among the known ones.
    pub(crate) fn only(&mut self, map: &Map, known: &[&str]) {
        let unknown: Vec<_> = map
            .iter()
            .filter(|(key, _)| !known.contains(&key.name.as_str()))
            .map(|(key, _)| key.clone())
            .collect();
        for key in unknown {
            // A key that stands there already was not meant.
            let free = known.iter().copied().filter(|name| map.get(name).is_none());
            let words = fields_meant(&key.name).iter().copied();
            let mut words = words.filter(|name| known.contains(name));
            let joined = |name: &str| slug(name).replace('-', "");
            let same = known.iter().copied();
            let mut same = same.filter(|name| joined(name) == joined(&key.name));
            let meant = same.next().or_else(|| words.next());
            let taken = meant.filter(|name| map.get(name).is_some());
            let near = match taken {
                Some(_) => None,
                None => meant.or_else(|| nearest(&key.name, free)),
            };
            self.report(
                Diagnostic::new(&say::UNKNOWN_KEY)
                    .with("key", &key.name)
                    .with_some("taken", taken)
                    .meant(key.span, near)
                    .with("known", known.join(", ")),
                key.span,
            );
        }
    }

    pub(crate) fn map<'n>(&mut self, key: &str, node: &'n Node) -> Option<&'n Map> {
        match &node.value {
            Value::Map(map) => Some(map),
            _ => {
                self.wrong(key, node, expected::MAP);
                None
            }
        }
    }

    pub(crate) fn list<'n>(&mut self, key: &str, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::List(items) => items,
            Value::Null => &[],
            _ => {
                self.wrong(key, node, expected::LIST);
                &[]
            }
        }
    }

    /// A text; nothing where it is empty.
    pub(crate) fn text(&mut self, key: &str, node: &Node) -> Option<Arc<str>> {
        match &node.value {
            Value::Scalar(scalar) if scalar.text.is_empty() => None,
            Value::Scalar(scalar) => Some(scalar.text.as_str().into()),
            Value::Null => None,
            _ => {
                self.wrong(key, node, expected::TEXT);
                None
            }
        }
    }

    /// The text of a setting: one that is written and says nothing is told.
    pub(crate) fn text_of(&mut self, map: &Map, key: &str) -> Option<Arc<str>> {
        let node = map.get(key)?;
        match self.is_empty(key, node) {
            true => None,
            false => self.text(key, node),
        }
    }

    /// An address to which pages link; nothing where it is none, which is told.
    pub(crate) fn link_of(&mut self, map: &Map, key: &str) -> Option<(Arc<str>, Span)> {
        let text = self.text_of(map, key)?;
        let node = map.get(key)?;
        match schema::link(&text) {
            Ok((link, finding)) => {
                if let Some(finding) = finding {
                    self.report(finding, node.span);
                }
                Some((link.into(), node.span))
            }
            Err(unfit) => {
                let finding = self.instead(unfit.finding, node, unfit.suggested);
                self.report(finding, node.span);
                None
            }
        }
    }

    /// Looks at texts of which a template may make an address.
    pub(crate) fn runs(&mut self, node: &Node) {
        match &node.value {
            Value::Null => {}
            Value::Scalar(scalar) => {
                if let Some(finding) = schema::run(&characters(&scalar.text)) {
                    self.report(finding, node.span);
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.runs(item)),
            Value::Map(map) => map.iter().for_each(|(_, node)| self.runs(node)),
        }
    }

    /// Whether the value of a setting says nothing, which is told.
    fn is_empty(&mut self, key: &str, node: &Node) -> bool {
        let is_empty = match &node.value {
            Value::Null => true,
            Value::Scalar(scalar) => scalar.text.trim().is_empty(),
            _ => false,
        };
        if is_empty && !self.is_told(&say::EMPTY, key, node.span) {
            self.report(Diagnostic::new(&say::EMPTY).with("key", key), node.span);
        }
        is_empty
    }

    /// As [`Reader::text`], for an item of the list of a setting: one that says nothing is told.
    pub(crate) fn item(&mut self, key: &str, node: &Node) -> Option<Arc<str>> {
        match self.is_empty(key, node) {
            true => None,
            false => self.text(key, node),
        }
    }

    /// Whether another name was told to stand for a key, inside of a range.
    fn is_misnamed(&self, key: &str, span: Span) -> bool {
        self.diagnostics.iter().any(|diagnostic| {
            let at = diagnostic.place.as_ref().and_then(|place| place.span);
            diagnostic.message == &say::UNKNOWN_KEY
                && diagnostic
                    .replacement()
                    .is_some_and(|edit| edit.text == key)
                && at.is_some_and(|at| span.start <= at.start && at.end <= span.end)
        })
    }

    /// Whether something was told of a key, inside of a range.
    fn is_told(&self, message: &'static Message, key: &str, span: Span) -> bool {
        let key = rihla_diagnostics::Value::from(key);
        self.diagnostics.iter().any(|diagnostic| {
            let at = diagnostic.place.as_ref().and_then(|place| place.span);
            diagnostic.message == message
                && diagnostic.values.iter().any(|(_, value)| *value == key)
                && at.is_some_and(|at| span.start <= at.start && at.end <= span.end)
        })
    }

    /// A number from 1.
    pub(crate) fn count_of(&mut self, map: &Map, key: &str) -> Option<usize> {
        let number = self.number_of(map, key)?;
        if number == 0
            && let Some(node) = map.get(key)
        {
            self.wrong(key, node, expected::COUNT);
            return None;
        }
        Some(number)
    }

    pub(crate) fn boolean_of(&mut self, map: &Map, key: &str) -> Option<bool> {
        let node = map.get(key)?;
        match &node.value {
            Value::Scalar(scalar) if scalar.style == Style::Plain && scalar.text == "true" => {
                Some(true)
            }
            Value::Scalar(scalar) if scalar.style == Style::Plain && scalar.text == "false" => {
                Some(false)
            }
            Value::Scalar(scalar) => {
                let finding = wrong(key, expected::BOOLEAN);
                let finding = match schema::boolean_meant(&scalar.text) {
                    Some(meant) => finding.replace(node.span, meant.to_string()),
                    None => finding,
                };
                self.report(finding, node.span);
                None
            }
            _ => {
                self.wrong(key, node, expected::BOOLEAN);
                None
            }
        }
    }

    /// A number of bytes; nothing where it is none, which is told.
    pub(crate) fn size(&mut self, key: &str, node: &Node) -> Option<u64> {
        let size = match &node.value {
            // A few hundred bytes are hundreds of kB whose unit was forgotten.
            Value::Scalar(scalar) => size(&scalar.text).filter(|size| *size >= 1_000),
            _ => None,
        };
        if size.is_none() {
            self.wrong(key, node, expected::SIZE);
        }
        size
    }

    pub(crate) fn number_of(&mut self, map: &Map, key: &str) -> Option<usize> {
        let node = map.get(key)?;
        let number = match &node.value {
            Value::Scalar(scalar) => scalar.text.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, node, expected::NUMBER);
        }
        number
    }

    /// A text, or a map from language to text in which every language of the site must stand.
    pub(crate) fn localized(&mut self, key: &str, node: &Node) -> Localized {
        match &node.value {
            Value::Scalar(scalar) if !scalar.text.is_empty() => {
                Localized::same(&*characters(&scalar.text))
            }
            Value::Null | Value::Scalar(_) => Localized::default(),
            Value::Map(map) => self.localized_map(key, node.span, map),
            Value::List(_) => {
                self.wrong(key, node, expected::TEXTS);
                Localized::default()
            }
        }
    }

    pub(crate) fn localized_of(&mut self, map: &Map, key: &str) -> Localized {
        let node = map.get(key).filter(|node| !self.is_empty(key, node));
        node.map(|node| self.localized(key, node))
            .unwrap_or_default()
    }

    fn localized_map(&mut self, key: &str, span: Span, map: &Map) -> Localized {
        let mut by_tag: Vec<(Arc<str>, Arc<str>)> = Vec::new();
        // The languages that another name was told to stand for.
        let mut misnamed: Vec<Arc<str>> = Vec::new();
        for (tag, node) in map.iter() {
            if !self.tags.iter().any(|known| **known == *tag.name) {
                let known = self.tags.join(", ");
                let free = self.tags.iter().map(|tag| &**tag);
                let near = nearest(&tag.name, free.filter(|tag| map.get(tag).is_none()))
                    .filter(|_| !is_language(&tag.name));
                misnamed.extend(near.map(Arc::from));
                let finding = Diagnostic::new(&say::UNKNOWN_LANGUAGE)
                    .with("value", &tag.name)
                    .meant(tag.span, near)
                    .with("known", known);
                self.report(finding, tag.span);
            } else if let Some(text) = self.text(key, node) {
                if wording::is_placeholder(&text) {
                    let finding = Diagnostic::new(&fields::PLACEHOLDER).with("value", &text);
                    self.report(finding.with("field", key), node.span);
                }
                by_tag.push((Arc::from(tag.name.as_str()), Arc::from(&*characters(&text))));
            }
        }
        let mut borrowed = Vec::new();
        for (tag, fallback) in &self.fallbacks {
            let has = |tag: &Arc<str>| by_tag.iter().find(|(known, _)| known == tag);
            if has(tag).is_none()
                && let Some((_, text)) = has(fallback)
            {
                let text = text.clone();
                by_tag.push((tag.clone(), text));
                borrowed.push((tag.clone(), fallback.clone()));
            }
        }
        let is_partial = |tag: &Arc<str>| self.fallbacks.iter().any(|(partial, _)| partial == tag);
        let missing: Vec<_> = self
            .tags
            .iter()
            .filter(|tag| !is_partial(tag) && !by_tag.iter().any(|(known, _)| known == *tag))
            .filter(|tag| !misnamed.contains(tag))
            .cloned()
            .collect();
        for tag in missing {
            let written = map.iter().find(|(known, _)| *known.name == *tag);
            self.report(
                Diagnostic::new(&say::LANGUAGE_MISSING)
                    .with("key", key)
                    .with("language", rihla_text::language::names::said(&tag, &tag))
                    .with_some("empty", written.map(|_| &tag))
                    .with("tag", &tag),
                written.map_or(span, |(known, _)| known.span),
            );
        }
        Localized {
            borrowed,
            ..Localized::by_tag(by_tag)
        }
    }

    /// One of a closed set of words.
    pub(crate) fn choice_of<T: Copy>(
        &mut self,
        map: &Map,
        key: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let node = map.get(key).filter(|node| !self.is_empty(key, node))?;
        self.choice(key, node, choices)
    }

    /// As [`Reader::choice_of`], for a value that stands in a list.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &str,
        node: &Node,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(key, node)?;
        let found = choices.iter().find(|(name, _)| *name == &*text);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.report(
                Diagnostic::new(&say::UNKNOWN_VALUE)
                    .with("value", &text)
                    .with("key", key)
                    .meant(node.span, nearest(&text, names.iter().copied()))
                    .with("known", names.join(", ")),
                node.span,
            );
        }
        found.map(|(_, value)| *value)
    }

    /// Adds what to write instead of a value, where that is known.
    pub(crate) fn instead(
        &self,
        diagnostic: Diagnostic,
        node: &Node,
        suggested: Option<String>,
    ) -> Diagnostic {
        let Some(suggested) = suggested else {
            return diagnostic;
        };
        let written = quoted(&suggested);
        diagnostic
            .with("suggested", suggested)
            .replace(node.span, written)
    }

    /// Reports that a key is missing from a map that stands at `span`.
    pub(crate) fn missing(&mut self, key: &str, example: &str, span: Span) {
        let is_told = self.is_told(&say::EMPTY, key, span)
            || self.is_told(&say::WRONG_KIND, key, span)
            || self.is_misnamed(key, span);
        if is_told {
            return;
        }
        self.report(
            Diagnostic::new(&say::MISSING_KEY)
                .with("key", key)
                .with("example", example),
            Span::new(span.start, span.start),
        );
    }
}

/// A number of bytes: digits, then `B`, `kB`, `MB` or `GB` (powers of 1,000).
pub(super) fn size(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "B" | "" => 1,
        "kB" | "KB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        _ => return None,
    };
    digits.trim().parse::<u64>().ok()?.checked_mul(unit)
}

#[cfg(test)]
#[test]
fn sizes() {
    assert_eq!(size("60kB"), Some(60_000));
    assert_eq!(size("2 MB"), Some(2_000_000));
    assert_eq!(size("1GB"), Some(1_000_000_000));
    assert_eq!(size("12"), Some(12));
    assert_eq!(size("12 pommes"), None);
}

/// What is said of a value of another kind.
fn wrong(key: &str, wanted: Text) -> Diagnostic {
    Diagnostic::new(&say::WRONG_KIND)
        .with("key", key)
        .with("expected", wanted)
}
