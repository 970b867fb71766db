//! The texts that other texts include.

use std::sync::Arc;

use jiff::Timestamp;
use tera::Value;

use super::Site;
use super::value::map;
use rihla_site::graph::{BLOCKS, DEEPEST, Version};
use rihla_site::ids::{EntryId, Id, LanguageId};
use rihla_text::markdown;

impl Site {
    /// The version of a block that stands in a text of a language.
    fn block_of(&self, id: &str, language: LanguageId) -> Option<(EntryId, LanguageId, &Version)> {
        let entry = self.graph.block(&self.config, id)?;
        let (written, version) = self.graph.block_in(entry, language)?;
        Some((entry, written, version))
    }

    /// `{id, path, language, text}`: the id of the entry, its file, the number of the language in which it is, and
    /// its text in Markdown; none where nothing is to stand in its place.
    pub(super) fn block(&self, id: &str, language: LanguageId) -> Value {
        let text = || {
            let (entry, written, version) = self.block_of(id, language)?;
            let body = version.body.as_ref()?;
            let file = self.snapshot.text(&version.place.path)?;
            Some(map([
                ("id", Value::from(&*self.graph.entries[entry].id)),
                ("path", Value::from(&*version.place.path)),
                ("language", Value::from(written.position() as u64)),
                (
                    "text",
                    Value::from(file.get(body.span.start..body.span.end)?),
                ),
            ]))
        };
        text().unwrap_or_else(Value::none)
    }

    /// When a block was last changed, as far as it says so.
    pub(crate) fn block_changed(&self, id: &str, language: LanguageId) -> Option<Timestamp> {
        let (entry, _, version) = self.block_of(id, language)?;
        self.last_changed(&self.graph.entries[entry], version)
    }

    /// The words of a block as they are [read](markdown::reading) in a text of a language; none where it
    /// is in another one. `deep` is how many blocks there are around it.
    pub(crate) fn block_read(&self, id: &str, language: LanguageId, deep: usize) -> String {
        let found = self.block_of(id, language);
        let found = found.filter(|(_, written, _)| *written == language && deep <= DEEPEST);
        let text = found.and_then(|(_, _, version)| {
            let body = version.body.as_ref()?;
            Some((self.snapshot.text(&version.place.path)?, body.span))
        });
        let Some((text, span)) = text else {
            return String::new();
        };
        let settings = &self.config.site;
        let rules = settings.languages[language].typography;
        let document = markdown::tree(text, span);
        let document = markdown::typeset(document, rules, &|tag| settings.rules_of(tag));
        markdown::reading(&document, &|id| self.block_read(id, language, deep + 1))
    }

    /// The entries whose texts others may include.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = EntryId> {
        let collection = self.config.collection(BLOCKS).map(|(number, _)| number);
        let entries = self.graph.entries.pairs();
        entries
            .filter(move |(_, entry)| Some(entry.collection) == collection)
            .map(|(number, _)| number)
    }
}

/// A block as [`Site::block`] answers it.
pub(crate) struct BlockText {
    pub(crate) id: Arc<str>,
    pub(crate) path: Arc<str>,
    pub(crate) language: LanguageId,
    pub(crate) text: String,
}

impl BlockText {
    /// Reads an answer.
    pub(crate) fn of(answer: &Value) -> Option<Self> {
        let map = answer.as_map()?;
        let get = |key: &'static str| map.get(&tera::value::Key::Str(key));
        let text = |key: &'static str| get(key)?.as_str();
        Some(Self {
            id: text("id")?.into(),
            path: text("path")?.into(),
            language: LanguageId::at(usize::try_from(get("language")?.as_u64()?).ok()?),
            text: text("text")?.to_owned(),
        })
    }
}
