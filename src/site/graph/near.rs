//! Which names there are where one is missing, put together once for all that are.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::Graph;
use super::links::folder_of;
use crate::config::CONTENT;
use crate::source::Snapshot;
use rihla_diagnostics::Names;

/// Folder → the names in it.
type Folders = BTreeMap<String, Names>;

/// See the module. Each is made when something is first missing.
#[derive(Default)]
pub(super) struct Near {
    ids: OnceLock<Names>,
    collections: OnceLock<Folders>,
    sources: OnceLock<Folders>,
    files: OnceLock<Folders>,
    /// The name of a file in small letters → the paths of the files that are called so.
    paths: OnceLock<BTreeMap<String, Vec<Arc<str>>>>,
}

impl Near {
    /// The id of an entry; `own` is that of the one which looks for it.
    pub(super) fn id(&self, graph: &Graph, id: &str, own: &str) -> Option<&str> {
        let ids = || graph.entries.iter().map(|entry| entry.id.clone());
        let ids = self.ids.get_or_init(|| Names::new(ids()));
        ids.nearest_named(id, Some(own))
    }

    /// The id of an entry, without that of the collection before it.
    pub(super) fn of_collection(
        &self,
        graph: &Graph,
        collection: &str,
        name: &str,
    ) -> Option<&str> {
        let ids = || {
            graph
                .entries
                .iter()
                .filter_map(|entry| entry.id.split_once('/'))
        };
        let all = self.collections.get_or_init(|| grouped(ids()));
        all.get(collection)?.nearest_named(name, None)
    }

    /// The name of a file from which pages are made, in a folder; `own` is the path of the file in
    /// which it is looked for.
    pub(super) fn source(
        &self,
        graph: &Graph,
        folder: &str,
        name: &str,
        own: &str,
    ) -> Option<&str> {
        let files = || graph.shape.files.iter().map(|file| named(&file.path));
        let all = self.sources.get_or_init(|| grouped(files()));
        all.get(folder)?.nearest_but(name, of_folder(own, folder))
    }

    /// The name of a file of any kind in a folder, as [`Near::source`].
    pub(super) fn file(
        &self,
        snapshot: &Snapshot,
        folder: &str,
        name: &str,
        own: &str,
    ) -> Option<&str> {
        let files = || snapshot.iter().map(|file| named(&file.path));
        let all = self.files.get_or_init(|| grouped(files()));
        all.get(folder)?.nearest_but(name, of_folder(own, folder))
    }

    /// The path of the file in another folder that has a name, but for capitals: the one in `folder`, else
    /// the only one below `content` and `static`.
    pub(super) fn elsewhere(
        &self,
        snapshot: &Snapshot,
        folder: &str,
        name: &str,
    ) -> Option<&Arc<str>> {
        let all = self.paths.get_or_init(|| {
            let mut all: BTreeMap<String, Vec<Arc<str>>> = BTreeMap::new();
            for file in [CONTENT, "static"]
                .iter()
                .flat_map(|top| snapshot.under(top))
            {
                let (_, name) = named(&file.path);
                all.entry(name.to_lowercase())
                    .or_default()
                    .push(file.path.clone());
            }
            all
        });
        let paths = all.get(&name.to_lowercase())?;
        let mut beside = paths.iter().filter(|path| folder_of(path) == folder);
        beside.next().or_else(|| match &paths[..] {
            [path] => Some(path),
            _ => None,
        })
    }
}

/// The folder and the name of a file.
fn named(path: &str) -> (&str, &str) {
    (folder_of(path), path.rsplit('/').next().unwrap_or(path))
}

/// The name of a file, where it lies in a folder.
fn of_folder<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    let (own, name) = named(path);
    (own == folder).then_some(name)
}

fn grouped<'n>(names: impl Iterator<Item = (&'n str, &'n str)>) -> Folders {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (folder, name) in names {
        groups.entry(folder).or_default().push(name);
    }
    groups
        .into_iter()
        .map(|(folder, names)| {
            let names = Names::new(names.into_iter().map(Into::into));
            (folder.to_owned(), names)
        })
        .collect()
}
