//! Guides in several parts: a page that says `in_parts: true`, and the pages one step beneath it.

use super::{Graph, sort};
use crate::config::{Config, Order};
use crate::ids::{EntryId, LanguageId};

impl Graph {
    /// The entries one step beneath an id that a reader of a language is shown, by weight, then title.
    pub fn listed_children(&self, config: &Config, id: &str, language: LanguageId) -> Vec<EntryId> {
        let listed = |entry: &&EntryId| self.entries[**entry].is_listed(language);
        let mut children: Vec<EntryId> = self.children(id).iter().filter(listed).copied().collect();
        let names = &config.site.languages[language];
        sort(
            &mut children,
            &self.entries,
            &Order::parse("weight"),
            language,
            names,
        );
        children
    }

    /// Whether an entry is a guide, of which the pages beneath it are the parts.
    pub fn is_guide(&self, entry: EntryId) -> bool {
        let mut versions = self.entries[entry].versions.iter().flatten();
        versions.any(|version| version.flag("in_parts"))
    }

    /// The guide to which an entry belongs: it is one itself, or a part of it.
    pub fn guide_of(&self, entry: EntryId) -> Option<EntryId> {
        if self.is_guide(entry) {
            return Some(entry);
        }
        let (above, _) = self.entries[entry].id.rsplit_once('/')?;
        self.find(above).filter(|above| self.is_guide(*above))
    }

    /// The parts of a guide that a reader of a language is shown, in order; none of what is no guide.
    pub fn parts(&self, config: &Config, guide: EntryId, language: LanguageId) -> Vec<EntryId> {
        match self.is_guide(guide) {
            true => self.listed_children(config, &self.entries[guide].id, language),
            false => Vec::new(),
        }
    }
}
