//! Entries whose files were renamed: the ledger knows them by what they were called before.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Version;
use crate::config::Config;
use rihla_text::language::slug;

/// What was published in a collection under an id that no entry has, and is not gone on purpose: by its
/// collection, the tag of its language and the last part of its address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Orphans(BTreeSet<(Arc<str>, Arc<str>, Arc<str>)>);

impl Orphans {
    /// Those of the ledger, given whether an entry has an id.
    pub(super) fn of(config: &Config, is_there: impl Fn(&str) -> bool) -> Self {
        let gone: BTreeSet<&Arc<str>> = config.site.gone.iter().map(|(gone, _)| gone).collect();
        let lines = config.ledger.iter();
        let lines = lines.filter(|(address, line)| {
            !line.id.contains("_index") && !is_there(&line.id) && !gone.contains(address)
        });
        Self(
            lines
                .map(|(address, line)| {
                    let last = address.trim_end_matches('/').rsplit('/').next();
                    let last = last.unwrap_or_default();
                    (folder(&line.id).into(), line.tag.clone(), last.into())
                })
                .collect(),
        )
    }

    /// Whether a version of an entry was published under another id, as far as its address says so.
    pub(super) fn have(&self, id: &str, tag: &Arc<str>, version: &Version) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let last = match version.text("slug") {
            Some(slug) => slug.clone(),
            None => slug(&version.title).into(),
        };
        self.0.contains(&(folder(id).into(), tag.clone(), last))
    }
}

/// The collection of an id, or the first folder of a plain page.
fn folder(id: &str) -> &str {
    id.split_once('/').map_or("", |(folder, _)| folder)
}
