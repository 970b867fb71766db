//! Where calendars stand.

use std::sync::Arc;

use super::output_of;
use crate::config::Config;
use crate::graph::Graph;
use crate::ids::{CollectionId, EntryId, LanguageId};
use crate::route::Routes;

/// A calendar: of a collection, or of one entry of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub language: LanguageId,
    pub collection: CollectionId,
    /// The entry that alone is in it; none for that of the whole collection.
    pub entry: Option<EntryId>,
    /// The file in the output.
    pub output: Arc<str>,
}

impl Calendar {
    /// The calendar of a collection, where it declares when its entries take place: beside its list.
    pub fn of_list(
        config: &Config,
        routes: &Routes,
        collection: CollectionId,
        language: LanguageId,
    ) -> Option<Self> {
        config.collections[collection].calendar.as_ref()?;
        let list = routes.list(collection, language, 1)?;
        Some(Self {
            language,
            collection,
            entry: None,
            output: beside(&list, "calendar.ics"),
        })
    }

    /// The calendar of an entry that is online and says when it takes place: beside its page.
    pub fn of_entry(
        config: &Config,
        graph: &Graph,
        routes: &Routes,
        number: EntryId,
        language: LanguageId,
    ) -> Option<Self> {
        let entry = &graph.entries[number];
        let declared = config.collections[entry.collection].calendar.as_ref()?;
        let version = entry.online(language)?;
        let tag = &config.site.languages[language].tag;
        let is_said = !version.values(tag, &declared.start).is_empty();
        let page = routes.entry(number, language).filter(|_| is_said)?;
        Some(Self {
            language,
            collection: entry.collection,
            entry: Some(number),
            output: beside(page, "event.ics"),
        })
    }
}

/// A file in the folder of a page.
fn beside(address: &str, name: &str) -> Arc<str> {
    let page = output_of(address);
    let folder = page.strip_suffix("index.html").unwrap_or(&page);
    format!("{folder}{name}").into()
}

/// The calendars of every language.
pub(super) fn all(config: &Config, graph: &Graph, routes: &Routes) -> Vec<Calendar> {
    let mut calendars = Vec::new();
    for language in config.site.languages.ids() {
        for collection in config.collections.ids() {
            let Some(whole) = Calendar::of_list(config, routes, collection, language) else {
                continue;
            };
            let entries = graph.list(collection, language).iter();
            calendars.push(whole);
            calendars.extend(
                entries.filter_map(|number| {
                    Calendar::of_entry(config, graph, routes, *number, language)
                }),
            );
        }
    }
    calendars
}
