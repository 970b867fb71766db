//! What of a site is reported to the International Aid Transparency Initiative (IATI 2.03): the entries that carry an
//! identifier, each as an activity, and what they lack to be one.

mod reader;

use std::sync::Arc;

use jiff::civil::Date;

use self::reader::Reader;
use crate::config::{Config, Iati};
use crate::graph::{Entry, Graph, LinkTarget, Version, menu_target};
use crate::ids::{CollectionId, EntryId, LanguageId};
use crate::schema::{FieldValue, Money};
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, Location};

/// The activities of a collection, in one file for all languages.
#[derive(Clone, Debug, PartialEq)]
pub struct IatiFile {
    pub collection: CollectionId,
    /// The file in the output.
    pub output: Arc<str>,
    pub activities: Vec<Activity>,
}

/// An entry as an activity. What it says in words is read from its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    pub entry: EntryId,
    /// The languages in which it is told, in the order of the site; at least one.
    pub languages: Vec<LanguageId>,
    pub identifier: Arc<str>,
    /// Its description in each language.
    pub descriptions: Vec<(LanguageId, Arc<str>)>,
    pub participants: Vec<Participant>,
    /// A code of ActivityStatus, 1 to 6.
    pub status: u8,
    /// Codes of ActivityDateType, 1 to 4, each with its day.
    pub dates: Vec<(u8, Date)>,
    /// Codes of ISO 3166-1.
    pub countries: Vec<Share>,
    /// Codes of the regions of DAC.
    pub regions: Vec<Share>,
    /// Codes of purposes of DAC, with three or five digits.
    pub sectors: Vec<Share>,
    /// What is to be spent from a day to another, at most a year later.
    pub budgets: Vec<(Date, Date, Money)>,
}

/// An organisation that takes part in an activity.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// A code of OrganisationRole, 1 to 4.
    pub role: u8,
    pub who: Who,
    /// Its identifier.
    pub reference: Option<Arc<str>>,
    /// A code of OrganisationType.
    pub kind: Option<Arc<str>>,
}

/// What an organisation is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// As the entry of it.
    Entry(EntryId),
    /// By these words.
    Named(Vec<(LanguageId, Arc<str>)>),
}

/// A code, and how much of an activity it concerns in percent, as written; all of it where nothing is said.
pub type Share = (Arc<str>, Option<Arc<str>>);

/// The files of IATI, and what entries lack to be in them.
pub(super) fn all(config: &Config, graph: &Graph, today: Date) -> (Vec<IatiFile>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    let mut taken: Vec<(Arc<str>, Location)> = Vec::new();
    for (collection, declared) in config.collections.pairs() {
        let Some(iati) = declared
            .open_data
            .as_ref()
            .and_then(|data| data.iati.as_ref())
        else {
            continue;
        };
        let mut entries: Vec<EntryId> = Vec::new();
        for language in config.site.languages.ids() {
            for entry in graph.list(collection, language) {
                if !entries.contains(entry) {
                    entries.push(*entry);
                }
            }
        }
        let mut activities = Vec::new();
        for number in entries {
            let languages = languages(config, graph, number);
            let entry = &graph.entries[number];
            let Some(version) = first(entry, &languages) else {
                continue;
            };
            let mut reader = Reader::new(config, graph, iati, number, &languages, version, today);
            activities.extend(reader.activity(&mut taken));
            diagnostics.append(&mut reader.diagnostics);
        }
        // Always in the same order, whatever the language of the first list.
        activities.sort_by(|a: &Activity, b| a.identifier.cmp(&b.identifier));
        if !activities.is_empty() {
            files.push(IatiFile {
                collection,
                output: format!("iati/{}.xml", declared.name).into(),
                activities,
            });
        }
    }
    (files, diagnostics)
}

fn first<'e>(entry: &'e Entry, languages: &[LanguageId]) -> Option<&'e Version> {
    entry.online(*languages.first()?)
}

/// The languages in which an entry may be published as data: it is online in them, and search engines are not
/// asked to leave it out, nor visitors to leave no trace.
fn languages(config: &Config, graph: &Graph, number: EntryId) -> Vec<LanguageId> {
    let mut names = config.site.hosting.no_referrer.iter();
    let own = LinkTarget::Entry(number, None);
    if names.any(|(id, _)| menu_target(graph, config, id).as_ref() == Some(&own)) {
        return Vec::new();
    }
    let is_open = |language: &LanguageId| {
        let version = graph.entries[number].online(*language);
        version.is_some_and(|version| {
            !version.flag("noindex")
                && version.field("sensitive") != Some(&FieldValue::Boolean(true))
        })
    };
    config.site.languages.ids().filter(is_open).collect()
}

/// The path of the first field of a role that the collection declares, else the first that may have it.
fn named(config: &Config, collection: CollectionId, iati: &Iati, role: &str) -> (Arc<str>, bool) {
    let fields = &config.collections[collection].schema.fields;
    let paths = iati.fields(role);
    let declared = paths
        .iter()
        .find(|path| crate::config::field_at(fields, path).is_some());
    match declared {
        Some(path) => (path.clone(), true),
        None => (paths.first().cloned().unwrap_or_default(), false),
    }
}

/// What is said of an activity with the identifier of another.
fn twice(identifier: &str, place: Location, other: Location) -> Diagnostic {
    Diagnostic::new(&say::IATI_TWICE)
        .with("value", identifier)
        .placed(place)
        .related(other, say::TAKEN)
}
