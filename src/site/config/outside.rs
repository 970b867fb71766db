//! `links:` and `spelling:` of `site.yaml`: what `rihla check` does with addresses of other sites, and with words.

use std::sync::Arc;

use super::reader::Reader;
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::yaml::Map;

/// Addresses of other sites that are not asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedLink {
    /// Which: an address; with `*` at its end, all that begin so.
    pub address: Arc<str>,
    /// Where it is written.
    pub span: Span,
}

impl SkippedLink {
    /// Whether an address is meant.
    pub fn holds(&self, address: &str) -> bool {
        match self.address.strip_suffix('*') {
            Some(beginning) => address.starts_with(beginning),
            None => address == &*self.address,
        }
    }
}

/// Reads `links:`.
pub(super) fn skipped_links(reader: &mut Reader, site: &Map) -> Vec<SkippedLink> {
    let mut skipped = Vec::new();
    let map = site.get("links").and_then(|node| reader.map("links", node));
    let Some(map) = map else {
        return skipped;
    };
    reader.only(map, &["skip"]);
    let Some(node) = map.get("skip") else {
        return skipped;
    };
    for node in reader.list("skip", node) {
        let Some(map) = reader.map("skip", node) else {
            continue;
        };
        reader.only(map, &["address", "reason"]);
        for (key, example) in [
            ("address", "address: \"https://www.example.org/*\""),
            ("reason", "reason: \"…\""),
        ] {
            if map.get(key).is_none() {
                reader.missing(key, example, node.span);
            }
        }
        let address = reader.text_of(map, "address");
        let reason = reader.text_of(map, "reason");
        skipped.extend(address.zip(reason).map(|(address, _)| SkippedLink {
            address,
            span: node.span,
        }));
    }
    skipped
}

/// How words are looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// The folder with dictionaries of the site's own, relative to the site's folder.
    pub dictionaries: Option<Arc<str>>,
    /// Words that are right in each language, in the order in which they are written.
    pub words: Vec<Arc<str>>,
}

impl Spelling {
    /// Reads `spelling:`.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Self {
        let mut spelling = Self::default();
        let node = site.get("spelling");
        let Some(map) = node.and_then(|node| reader.map("spelling", node)) else {
            return spelling;
        };
        reader.only(map, &["dictionaries", "words"]);
        if let Some(folder) = reader.text_of(map, "dictionaries") {
            let is_inside = !folder.starts_with(['/', '\\'])
                && !folder.contains(':')
                && folder.split(['/', '\\']).all(|part| part != "..");
            match (is_inside, map.get("dictionaries")) {
                (false, Some(node)) => {
                    reader.report(
                        Diagnostic::new(&say::FOLDER_OUTSIDE).with("folder", &folder),
                        node.span,
                    );
                }
                _ => spelling.dictionaries = Some(folder),
            }
        }
        if let Some(node) = map.get("words") {
            let words = reader.list("words", node).iter();
            let words: Vec<_> = words
                .filter_map(|node| reader.item("words", node))
                .collect();
            spelling.words = words;
        }
        spelling
    }
}
