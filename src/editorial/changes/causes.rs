//! What has no page of its own and changed, with the pages that show it; and what changed and waits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Blocked, Change, Key, Shown, State, Thing, is_same_text, version};
use rihla_build::blocked::{self, Why};
use rihla_build::query::{Query, Site};
use rihla_build::trace::Trace;
use rihla_site::content::is_configuration;
use rihla_site::graph::LinkTarget;
use rihla_site::source::{Digest, Snapshot};

/// What a page was drawn with: entries by their ids, collections by their names with `/` after them,
/// files by their paths.
pub(super) type Drawn = BTreeSet<Arc<str>>;

/// What a page was drawn with. `shared` names the queries that many pages ask, by number.
pub(super) fn drawn(site: &Site, trace: &Trace, shared: &[Option<Arc<str>>]) -> Drawn {
    let own = trace.own.iter();
    let own = own.filter_map(|(query, _)| thing(site, query));
    let many = trace.shared.iter();
    let many = many.filter_map(|number| shared.get(usize::try_from(*number).ok()?)?.clone());
    own.chain(many).collect()
}

/// What the queries that many pages ask are about.
pub(super) fn shared(site: &Site) -> Vec<Option<Arc<str>>> {
    let queries = site.shared_queries().into_iter();
    queries.map(|(query, _)| thing(site, &query)).collect()
}

/// What a query is about, where that has no page.
fn thing(site: &Site, query: &Query) -> Option<Arc<str>> {
    match query {
        Query::Entry { id, .. } => Some(id.clone()),
        Query::Fact { id, .. } => {
            let number = site.graph.fact(&site.config, id)?;
            Some(site.graph.entries[number].id.clone())
        }
        Query::Block { id, .. } => {
            let number = site.graph.block(&site.config, id)?;
            Some(site.graph.entries[number].id.clone())
        }
        Query::Data { path, .. } | Query::Download(path) | Query::File(path) => Some(path.clone()),
        Query::Image { file, .. } => Some(file.clone()),
        Query::Link {
            folder,
            destination,
            ..
        } => {
            let graph = &site.graph;
            match graph.link_target(&site.snapshot, &site.config, folder, destination) {
                LinkTarget::File(path) => Some(path),
                _ => None,
            }
        }
        Query::Entries(list) => Some(of_collection(list.collection.as_deref()?)),
        Query::Tally(tally) => Some(of_collection(&tally.collection)),
        _ => None,
    }
}

fn of_collection(name: &str) -> Arc<str> {
    format!("{name}/").into()
}

/// What changed and has no page: entries of collections without pages, and files.
pub(super) fn things(
    before: &Site,
    now: &Site,
    old: &BTreeMap<Key, State>,
    new: &BTreeMap<Key, State>,
) -> (Vec<Thing>, BTreeSet<Key>) {
    let mut found = Vec::new();
    let mut explained = BTreeSet::new();
    for (id, title, change) in
        entries(before, now)
            .into_iter()
            .chain(files(&before.snapshot, &now.snapshot, before, now))
    {
        let collection = id.split_once('/').map(|(name, _)| of_collection(name));
        let pages = match change {
            Change::Removed => old,
            Change::Added | Change::Changed => new,
        };
        let mut shown = Vec::new();
        for (key, state) in pages {
            // A list of many is named only where it came out differently.
            let differs =
                old.get(key).map(|old| &old.digest) != new.get(key).map(|new| &new.digest);
            let is_listed = collection
                .as_ref()
                .is_some_and(|name| differs && state.drawn.contains(name));
            if is_listed || state.drawn.contains(&id) {
                explained.insert(key.clone());
                shown.push(Shown {
                    title: state.title.clone(),
                    address: state.address.clone(),
                    before: None,
                });
            }
        }
        found.push(Thing {
            id,
            title,
            change,
            pages: shown,
        });
    }
    (found, explained)
}

/// The entries without pages that changed.
fn entries(before: &Site, now: &Site) -> Vec<(Arc<str>, String, Change)> {
    let of = |site: &Site| -> BTreeMap<Arc<str>, String> {
        let entries = site.graph.entries.iter();
        let entries = entries.filter(|entry| !site.config.collections[entry.collection].pages);
        entries
            .map(|entry| {
                let title = entry.versions.iter().flatten().next();
                let title = title.map_or_else(String::new, |version| version.title.to_string());
                (entry.id.clone(), title)
            })
            .collect()
    };
    let (old, new) = (of(before), of(now));
    let is_same = |id: &str| {
        now.config.site.tags().iter().all(|tag| {
            match (version(before, id, tag), version(now, id, tag)) {
                (Some(old), Some(new)) => is_same_text(before, old, now, new),
                (None, None) => true,
                _ => false,
            }
        })
    };
    let gone = old.iter().filter(|(id, _)| !new.contains_key(*id));
    let gone = gone.map(|(id, title)| (id.clone(), title.clone(), Change::Removed));
    new.iter()
        .filter_map(|(id, title)| {
            let change = match old.contains_key(id) {
                false => Change::Added,
                true if is_same(id) => return None,
                true => Change::Changed,
            };
            Some((id.clone(), title.clone(), change))
        })
        .chain(gone)
        .collect()
}

/// The files that changed and are no texts of entries.
fn files(
    old: &Snapshot,
    new: &Snapshot,
    before: &Site,
    now: &Site,
) -> Vec<(Arc<str>, String, Change)> {
    let of = |snapshot: &Snapshot| -> BTreeMap<Arc<str>, Digest> {
        let files = ["content", "static"].map(|folder| snapshot.under(folder));
        files
            .into_iter()
            .flatten()
            .filter(|file| is_file(&file.path, [before, now]))
            .map(|file| (file.path.clone(), file.digest))
            .collect()
    };
    let (old, new) = (of(old), of(new));
    let paths: BTreeSet<&Arc<str>> = old.keys().chain(new.keys()).collect();
    paths
        .into_iter()
        .filter_map(|path| {
            let change = match (old.get(path), new.get(path)) {
                (None, _) => Change::Added,
                (_, None) => Change::Removed,
                (Some(old), Some(new)) if old == new => return None,
                _ => Change::Changed,
            };
            Some((path.clone(), String::new(), change))
        })
        .collect()
}

/// Whether a file is no text of an entry and declares nothing.
fn is_file(path: &str, sites: [&Site; 2]) -> bool {
    let is_hidden = path.split('/').any(|name| name.starts_with('.'));
    let is_text = sites.iter().any(|site| site.graph.of_file(path).is_some());
    let is_source = path.ends_with("/entries.yaml") || path.ends_with("/entries.yml");
    !is_hidden && !is_text && !is_source && !is_configuration(path)
}

/// What is new or changed and not online yet; all of it where the earlier texts are not known.
/// With `drafts` drafts are pages like others. What was online and is withdrawn is a page that is removed.
pub(super) fn blocked(before: Option<&Site>, now: &Site, drafts: bool) -> Vec<Blocked> {
    let mut found = Vec::new();
    for entry in &now.graph.entries {
        for (number, language) in now.config.site.languages.pairs() {
            let why = match blocked::why(entry, number) {
                None | Some(Why::Until(_) | Why::Gone) => continue,
                Some(Why::Draft) if drafts => continue,
                Some(why) => why,
            };
            let Some(own) = &entry.versions[number] else {
                continue;
            };
            let is_same = before.is_some_and(|before| {
                let old = version(before, &entry.id, &language.tag);
                old.is_some_and(|old| is_same_text(before, old, now, own))
                    && why_before(before, &entry.id, &language.tag) == Some(why.clone())
            });
            if is_same {
                continue;
            }
            found.push(Blocked {
                id: entry.id.clone(),
                title: own.title.to_string(),
                tag: language.tag.clone(),
                why: why.name(),
                said: blocked::sentence(&now.config, entry, number, &why),
            });
        }
    }
    found
}

/// Why an entry was not online in a language.
fn why_before(before: &Site, id: &str, tag: &str) -> Option<Why> {
    let number = before.graph.find(id)?;
    blocked::why(&before.graph.entries[number], before.config.language(tag)?)
}
