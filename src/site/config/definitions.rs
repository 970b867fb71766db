//! `definitions:` in `site.yaml`: whether readers are told what the terms of the glossary mean.

use std::sync::Arc;

use super::reader::Reader;
use rihla_diagnostics::Span;
use rihla_text::yaml::Map;

/// The settings of `definitions:`.
pub(super) const KEYS: &[&str] = &["page", "in"];

/// The field of the glossary that says what a term means.
pub const DEFINITION: &str = "definition";

/// What `definitions:` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definitions {
    /// Where `definitions:` stands.
    pub span: Span,
    /// The id of the page that lists all terms, and its place.
    pub page: (Arc<str>, Span),
    /// The collections in whose texts terms are explained; all where it is empty. Each with its place.
    pub collections: Vec<(Arc<str>, Span)>,
}

impl Definitions {
    /// Reads `definitions:`. `None` where terms are not explained.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Option<Self> {
        let node = site.get("definitions")?;
        let map = reader.map("definitions", node)?;
        reader.only(map, KEYS);
        if map.get("page").is_none() {
            reader.missing("page", "page: terms", node.span);
        }
        let collections = map.get("in").map(|node| {
            let items = reader.list("in", node).iter();
            let items = items.filter_map(|item| Some((reader.item("in", item)?, item.span)));
            items.collect()
        });
        let page = reader.text_of(map, "page")?;
        let span = map.get("page").map_or(node.span, |node| node.span);
        Some(Self {
            span: node.span,
            page: (page, span),
            collections: collections.unwrap_or_default(),
        })
    }

    /// Whether terms are explained in the texts of a collection.
    pub fn reach(&self, collection: &str) -> bool {
        let mut named = self.collections.iter();
        self.collections.is_empty() || named.any(|(name, _)| **name == *collection)
    }
}
