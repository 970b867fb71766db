//! Where the data of collections stands.

use std::sync::Arc;

use super::output_of;
use crate::config::Config;
use crate::graph::Graph;
use crate::ids::{CollectionId, LanguageId};
use crate::route::Routes;

/// The data of a collection in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSet {
    pub language: LanguageId,
    pub collection: CollectionId,
    /// The folder of its files in the output, with a slash at its end.
    folder: Arc<str>,
    /// The name of its files without extension: what the addresses of the collection call it.
    pub stem: Arc<str>,
}

impl DataSet {
    /// Its files in the output: CSV, JSON, and the description of both, which names them from its own folder.
    pub fn outputs(&self) -> [Arc<str>; 3] {
        let Self { folder, stem, .. } = self;
        [
            format!("{folder}{stem}.csv").into(),
            format!("{folder}{stem}.json").into(),
            format!("{folder}datapackage.json").into(),
        ]
    }
}

/// The data sets of every language in which the collection has something online: beside the list of the
/// collection, or where that would stand.
pub(super) fn all(config: &Config, graph: &Graph, routes: &Routes) -> Vec<DataSet> {
    let mut sets = Vec::new();
    for (language, own) in config.site.languages.pairs() {
        for (collection, declared) in config.collections.pairs() {
            let entries = graph.list(collection, language);
            let is_any = |number| graph.entries[number].online(language).is_some();
            if declared.open_data.is_none() || !entries.iter().copied().any(is_any) {
                continue;
            }
            let slug = declared.slug.get(&own.tag).unwrap_or(&declared.name);
            let list = routes.list(collection, language, 1);
            let folder = match (list, declared.pages) {
                (Some(list), _) => list,
                (None, true) => continue,
                (None, false) => format!("{}{slug}/", routes.home(language)).into(),
            };
            let folder = output_of(&folder);
            let folder = folder.strip_suffix("index.html").unwrap_or(&folder);
            sets.push(DataSet {
                language,
                collection,
                folder: folder.into(),
                stem: slug.clone(),
            });
        }
    }
    sets
}
