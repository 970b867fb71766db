//! `search:` in `site.yaml`: whether visitors find words on the site, and what else those words are called.

use std::sync::Arc;

use super::reader::{Reader, expected};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};
use rihla_text::language::is_language;
use rihla_text::yaml::{Map, Value};

/// The settings of `search:`.
pub(super) const KEYS: &[&str] = &["filters", "synonyms"];

/// The id of the page on which everything that is found stands.
pub const SEARCH_PAGE: &str = "search";

/// By language tag, words that mean the same: each group holds two or more.
type Synonyms = Vec<(Arc<str>, Vec<Vec<Arc<str>>>)>;

/// What `search:` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Where `search:` stands.
    pub span: Span,
    /// The collections by which results are filtered, in order: those of the entries to which what is found
    /// refers. Each with its place in `site.yaml`.
    pub filters: Vec<(Arc<str>, Span)>,
    /// Words that mean the same.
    pub synonyms: Synonyms,
}

impl Search {
    /// Reads `search:`: `true`, or a map. `None` where the site has no search.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Option<Self> {
        let node = site.get("search")?;
        let mut search = Self {
            span: node.span,
            ..Self::default()
        };
        if matches!(node.value, Value::Scalar(_) | Value::Null) {
            let is_on = reader.boolean_of(site, "search")?;
            return is_on.then_some(search);
        }
        let map = reader.map("search", node)?;
        reader.only(map, KEYS);
        if let Some(node) = map.get("filters") {
            let items = reader.list("filters", node).iter();
            search.filters = items
                .filter_map(|item| Some((reader.item("filters", item)?, item.span)))
                .collect();
        }
        if let Some(node) = map.get("synonyms")
            && let Some(map) = reader.map("synonyms", node)
        {
            search.synonyms = synonyms(reader, map);
        }
        Some(search)
    }

    /// The groups of words of a language that mean the same.
    pub fn synonyms(&self, tag: &str) -> &[Vec<Arc<str>>] {
        let found = self.synonyms.iter().find(|(known, _)| **known == *tag);
        found.map_or(&[], |(_, groups)| groups)
    }
}

fn synonyms(reader: &mut Reader, map: &Map) -> Synonyms {
    let mut all = Vec::new();
    for (tag, node) in map.iter() {
        if !reader.tags.iter().any(|known| **known == *tag.name) {
            let free = reader.tags.iter().map(|tag| &**tag);
            let near = nearest(&tag.name, free.filter(|tag| map.get(tag).is_none()))
                .filter(|_| !is_language(&tag.name));
            let finding = Diagnostic::new(&say::UNKNOWN_LANGUAGE)
                .with("value", &tag.name)
                .meant(tag.span, near)
                .with("known", reader.tags.join(", "));
            reader.report(finding, tag.span);
            continue;
        }
        let mut groups = Vec::new();
        for group in reader.list("synonyms", node) {
            let words: Vec<Arc<str>> = match &group.value {
                Value::List(items) => items
                    .iter()
                    .filter_map(|item| reader.item("synonyms", item))
                    .collect(),
                _ => Vec::new(),
            };
            if words.len() < 2 {
                reader.wrong("synonyms", group, expected::SYNONYMS);
                continue;
            }
            groups.push(words);
        }
        all.push((tag.name.as_str().into(), groups));
    }
    all
}
