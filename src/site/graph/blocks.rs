//! Texts that stand on several pages: the entries of the collection `blocks`, which other texts include.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{Checker, titled};
use super::{Entry, Graph, Publication, Version};
use crate::config::{Config, Untranslated};
use crate::ids::{EntryId, LanguageId};
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_text::markdown::{Link, LinkKind};

/// The collection whose entries may stand in other texts.
pub const BLOCKS: &str = "blocks";

/// How deep blocks may stand in each other.
pub const DEEPEST: usize = 8;

/// How many blocks may stand in one, with those that stand in them.
const MOST: usize = 200;

impl Graph {
    /// The entry of the collection `blocks` with an id.
    pub fn block(&self, config: &Config, id: &str) -> Option<EntryId> {
        let (collection, _) = config.collection(BLOCKS)?;
        self.resolve(config, collection, id).ok()
    }

    /// The version of a block that stands in a text of a language: its own, else the first there is, but
    /// where the entry is to be hidden in other languages.
    pub fn block_in(&self, block: EntryId, language: LanguageId) -> Option<(LanguageId, &Version)> {
        let entry = &self.entries[block];
        let shown = entry.shown(language);
        shown.filter(|(shown, _)| *shown == language || entry.untranslated != Untranslated::Hidden)
    }
}

/// What a text includes.
fn included(version: &Version) -> impl Iterator<Item = &Link> {
    let body = version.body.iter();
    let references = body.flat_map(|body| &body.references);
    references.filter(|reference| reference.kind == LinkKind::Block)
}

impl Checker<'_> {
    /// A block that a text includes.
    pub(super) fn block(&mut self, id: &str, span: Span) {
        let Some(number) = self.graph.block(self.config, id) else {
            return self.unknown_block(id, span);
        };
        let entry = &self.graph.entries[number];
        let has_text = |version: &Version| version.body.is_some();
        let versions = || entry.versions.iter().flatten();
        if versions().next().is_some() && !versions().any(has_text) {
            return self.report(
                Diagnostic::new(&say::BLOCK_TEXT).with("id", &entry.id),
                span,
            );
        }
        let Some(language) = self.part.language else {
            return;
        };
        if entry.shown(language).is_none() {
            // What comes or goes by itself does so as it was asked.
            let is_awaited = |version: &Version| {
                matches!(
                    version.publication,
                    Publication::From(_) | Publication::Until(_) | Publication::Waiting
                )
            };
            let is_awaited = versions().any(is_awaited);
            let finding = Diagnostic::new(&say::BLOCK_OFFLINE).with("id", &entry.id);
            return self.report(finding.eased(is_awaited), span);
        }
        if let Some((shown, _)) = self.graph.block_in(number, language)
            && shown != language
        {
            let languages = &self.config.site.languages;
            let finding = Diagnostic::new(&say::BLOCK_LANGUAGE)
                .with("id", &entry.id)
                .with("language", languages[language].said())
                .with("shown", languages[shown].said())
                .with("wanted", &languages[language].tag);
            self.report(finding, span);
            // What is shown of another language says so in words.
            self.language_name(&languages[shown].tag, span);
        }
    }

    fn unknown_block(&mut self, id: &str, span: Span) {
        let collection = self.config.collection(BLOCKS);
        let near = collection.and_then(|(collection, _)| {
            let titled = titled(self.graph, Some(collection), id);
            titled
                .and_then(|id| id.strip_prefix("blocks/"))
                .or_else(|| self.near.of_collection(self.graph, BLOCKS, id))
        });
        let language = self.part.language.unwrap_or(LanguageId::FIRST);
        let tag = &self.config.site.languages[language].tag;
        let near = near.map(str::to_owned);
        let inside = id.strip_prefix("blocks/").unwrap_or(id);
        let mut finding = Diagnostic::new(&say::BLOCK)
            .with("value", id)
            .with_some("nearest", near.as_ref())
            .with_some(
                "collection",
                collection
                    .is_none()
                    .then_some("content/blocks/collection.yaml"),
            )
            .with("wanted", format!("content/blocks/{inside}.{tag}.md"));
        let written = self.snapshot.text(&self.part.path);
        let is_alone = written.and_then(|text| text.get(span.start..span.end)) == Some(id);
        if let Some(near) = near.filter(|_| is_alone) {
            finding = finding.replace(span, near);
        }
        self.report(finding, span);
    }
}

/// A block in one of its languages.
type Node = (EntryId, LanguageId);

/// How deep blocks stand in one, and how many there are.
#[derive(Clone, Copy)]
struct Size {
    deep: usize,
    many: usize,
}

/// What a block is known to hold.
enum Known {
    /// It is being looked at: who comes back to it goes in a circle.
    Open,
    Done(Size),
}

/// Blocks that stand in themselves, and those that hold too many others.
pub(super) fn check_blocks(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let mut walk = Walk {
        graph,
        config,
        known: BTreeMap::new(),
        way: Vec::new(),
        found: Vec::new(),
    };
    let Some((collection, _)) = config.collection(BLOCKS) else {
        return Vec::new();
    };
    let is_block = |(_, entry): &(EntryId, &Arc<Entry>)| entry.collection == collection;
    for (number, entry) in graph.entries.pairs().filter(is_block) {
        for language in entry.versions.ids() {
            if entry.online(language).is_some() {
                walk.size((number, language), 0);
            }
        }
    }
    walk.found
}

struct Walk<'g> {
    graph: &'g Graph,
    config: &'g Config,
    known: BTreeMap<Node, Known>,
    /// The blocks that are being looked at, each in the one before it.
    way: Vec<EntryId>,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// What a block holds, told once where that is too much.
    fn size(&mut self, node: Node, depth: usize) -> Size {
        if let Some(Known::Done(size)) = self.known.get(&node) {
            return *size;
        }
        self.known.insert(node, Known::Open);
        self.way.push(node.0);
        let mut size = Size { deep: 0, many: 0 };
        let graph = self.graph;
        let version = graph.entries[node.0].online(node.1);
        for link in version.into_iter().flat_map(included) {
            let place = version.map(|version| version.place.path.clone());
            let place = place.unwrap_or_default();
            let inner = graph
                .block(self.config, &link.destination)
                .and_then(|block| Some((block, graph.block_in(block, node.1)?.0)));
            let Some(inner) = inner else {
                continue;
            };
            if let Some(Known::Open) = self.known.get(&inner) {
                let since = self.way.iter().rposition(|block| *block == inner.0);
                let way = self.way[since.unwrap_or_default()..].iter();
                let way = way
                    .chain([&inner.0])
                    .map(|block| &*graph.entries[*block].id);
                let finding = Diagnostic::new(&say::BLOCK_CIRCLE)
                    .with("id", &graph.entries[inner.0].id)
                    .with("way", way.collect::<Vec<_>>().join(" → "))
                    .placed(Location::new(place, link.span));
                self.found.push(finding);
                continue;
            }
            // Beyond this, it is told already.
            let held = match depth > DEEPEST {
                true => Size { deep: 0, many: 0 },
                false => self.size(inner, depth + 1),
            };
            size.deep = size.deep.max(held.deep + 1);
            size.many = size.many.saturating_add(held.many).saturating_add(1);
            if size.deep > DEEPEST || size.many > MOST {
                let finding = Diagnostic::new(&say::BLOCK_DEEP)
                    .with("id", &graph.entries[inner.0].id)
                    .with("deep", DEEPEST.to_string())
                    .with("many", MOST.to_string())
                    .placed(Location::new(place, link.span));
                self.found.push(finding);
                // Those that hold this one are not told besides.
                size = Size { deep: 0, many: 0 };
                break;
            }
        }
        self.way.pop();
        self.known.insert(node, Known::Done(size));
        size
    }
}
