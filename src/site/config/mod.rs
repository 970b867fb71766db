//! What the site says of itself: `site.yaml`, each `collection.yaml`, and the theme's strings.

mod audit;
mod builtin;
mod calendar;
mod checks;
mod collection;
mod definitions;
mod hosting;
mod iati;
mod images;
mod ledger;
mod lists;
mod open_data;
mod organisation;
mod outside;
mod paths;
mod reader;
mod search;
mod site;
mod structured;
mod theme;
mod tokens;

pub use audit::{Audit, Complaints, Contact, Exemption, Framework};
pub use builtin::{BuiltinTheme, DEFAULT_ROOT, DEFAULT_THEME, EJECTED, Layer};
pub use calendar::{CALENDAR_KEYS, Calendar};
pub use checks::{Checks, Limits, RuleSilence, Weight};
pub use collection::{
    AddressPart, COLLECTION_KEYS, Collection, Order, Release, Untranslated, pages,
};
pub use definitions::{DEFINITION, Definitions};
pub use hosting::{HostFile, Hosting};
pub use iati::{
    IATI_KEYS, IATI_ROLES, Iati, ORGANISATION_EXAMPLE, ORGANISATION_TYPES, REPORTING_KEYS,
    is_identifier,
};
pub(crate) use iati::{ORGANISATION_IDENTIFIER, unfit};
pub use images::{CONTENT_SLOT, ImageSettings, ImageSlot};
pub use ledger::{Ledger, Published};
pub use lists::{Facet, LIST_KEYS, ListBy, WHEN, YEAR};
pub use open_data::{LICENCES, Licence, OPEN_DATA_KEYS, OpenData, SOURCE_KEYS};
pub use organisation::{
    ADDRESS_KEYS, KINDS, ORGANISATION_KEYS, Organisation, PARENT_KEYS, logo_file,
};
pub use outside::{SkippedLink, Spelling};
pub use paths::{FieldPath, field_at, inside, target};
pub use reader::Localized;
pub use search::{SEARCH_PAGE, Search};
pub use site::{BaseUrl, LANGUAGE_KEYS, MenuItem, MenuTarget, SITE_KEYS, Site};
pub use structured::{
    Family, ROLES, SCHEMA_TYPES, STRUCTURED_KEYS, SchemaType, StructuredData, TypeOf,
};
pub use theme::{OWN_STYLE, Phrase, STYLE, THEME_KEYS, Theme, places_in};
pub use tokens::{TOKEN_KEYS, Tokens};

use std::sync::Arc;

use crate::ids::{ByCollection, CollectionId, Id, LanguageId};
use crate::source::{LEDGER, Snapshot};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::catalogue::yaml::AMBIGUOUS;
use rihla_diagnostics::{Correction, Diagnostic, Span, nearest};

/// The folder of the content, relative to the site.
pub const CONTENT: &str = "content";
/// The file that says what the site is.
pub const SITE: &str = "content/site.yaml";

/// Everything that the site's configuration says.
#[derive(Debug)]
pub struct Config {
    /// `site.yaml`.
    pub site: Site,
    /// The collections, by name; the built-in `pages` is the last.
    pub collections: ByCollection<Arc<Collection>>,
    /// The theme that `site.yaml` names.
    pub theme: Theme,
    /// The addresses that the site has published.
    pub ledger: Ledger,
}

impl Config {
    /// Reads the configuration of a site. `None` where there is nothing to build from.
    ///
    /// `base_url` takes the place of the one in `site.yaml`; `builtin` stands below the site's theme.
    pub fn read(
        snapshot: &Snapshot,
        base_url: Option<&str>,
        builtin: BuiltinTheme,
    ) -> (Option<Self>, Vec<Diagnostic>) {
        let Some(file) = snapshot.get(SITE) else {
            let finding = match snapshot.get("content/site.yml") {
                Some(other) => other_ending(&other.path, true),
                None => Diagnostic::new(&say::NO_SITE),
            };
            return (None, vec![finding]);
        };
        let Some(text) = snapshot.text(SITE) else {
            return (None, Vec::new());
        };
        let (node, mut diagnostics) =
            rihla_text::yaml::parse_as(&file.path, text, Span::new(0, text.len()), &Settings);
        let Some(node) = node else {
            return (None, diagnostics);
        };
        let (site, more) = Site::read(&file.path, &node, base_url);
        diagnostics.extend(more);
        let Some(site) = site else {
            return (None, diagnostics);
        };
        // What other programs read as false is meant as it stands.
        diagnostics.retain(|found| {
            let span = found.place.as_ref().and_then(|place| place.span);
            let is_off = span.is_some_and(|span| site.checks.offs.contains(&span));
            found.message != &AMBIGUOUS || !is_off
        });
        let mut collections = Vec::new();
        let others = snapshot.under(CONTENT).filter(|file| {
            let is_of_folder = file.path.matches('/').count() == 2;
            is_of_folder && file.path.ends_with("/collection.yml")
                || &*file.path == "content/site.yml"
        });
        diagnostics.extend(others.map(|file| {
            let right = file.path.replace(".yml", ".yaml");
            other_ending(&file.path, snapshot.get(&right).is_none())
        }));
        for (name, file) in declared(snapshot) {
            let Some(text) = snapshot.text(&file) else {
                continue;
            };
            let whole = Span::new(0, text.len());
            let (node, more) = rihla_text::yaml::parse_as(&file, text, whole, &Settings);
            diagnostics.extend(more);
            if let Some(node) = node {
                let (collection, more) = Collection::read(&name, &file, &node, &site);
                diagnostics.extend(more);
                collections.extend(collection);
            }
        }
        collections.push(pages(&site));
        let collections: ByCollection<Arc<Collection>> =
            collections.into_iter().map(Arc::new).collect();
        for collection in &collections {
            diagnostics.extend(collection.check_references(&collections));
        }
        let named = [
            (&site.glossary, &say::GLOSSARY),
            (&site.notices, &say::NOTICES),
        ];
        for (named, message) in named {
            let Some((name, span)) = named else { continue };
            if collections
                .iter()
                .any(|collection| collection.name == *name)
            {
                continue;
            }
            let known: Vec<&str> = collections
                .iter()
                .filter(|collection| !collection.builtin)
                .map(|collection| &*collection.name)
                .collect();
            diagnostics.push(
                Diagnostic::at(message, SITE, *span)
                    .with("value", name)
                    .meant(*span, nearest(name, known.iter().copied()))
                    .with("known", known.join(", ")),
            );
        }
        for (name, span) in site.search.iter().flat_map(|search| &search.filters) {
            let of_entries = collections.iter().filter(|known| !known.builtin);
            let known: Vec<&str> = of_entries.map(|known| &*known.name).collect();
            if !known.contains(&&**name) {
                diagnostics.push(
                    Diagnostic::at(&say::SEARCH_FILTER, SITE, *span)
                        .with("value", name)
                        .meant(*span, nearest(name, known.iter().copied()))
                        .with_some("known", (!known.is_empty()).then(|| known.join(", "))),
                );
            }
        }
        if let Some(definitions) = &site.definitions {
            diagnostics.extend(defined(definitions, &site, &collections));
        }
        if let Some(organisation) = &site.organisation
            && let Some(logo) = &organisation.logo
            && snapshot.get(&organisation::logo_file(&logo.0)).is_none()
        {
            let known = snapshot.under("static").map(|file| &*file.path);
            diagnostics.push(tokens::missing(&file.path, logo, known));
        }
        let (theme, more) = Theme::read(snapshot, &site, builtin);
        diagnostics.extend(more);
        let mut ledger = Ledger::default();
        if let Some(text) = snapshot.text(LEDGER) {
            let (read, more) = Ledger::parse(text);
            ledger = read;
            diagnostics.extend(more);
        }
        let config = theme.map(|theme| Self {
            site,
            collections,
            theme,
            ledger,
        });
        rihla_text::yaml::without_guesses(&mut diagnostics, |found| {
            found.message == &say::WRONG_KIND
        });
        (config, diagnostics)
    }

    /// The list that a collection's entries show on their pages: that of the first collection
    /// which declares a list by a field that refers to it.
    pub fn list_on(&self, collection: CollectionId) -> Option<(CollectionId, &ListBy)> {
        let name = &self.collections[collection].name;
        self.collections.pairs().find_map(|(number, other)| {
            let list = other.lists.iter().find(|list| {
                field_at(&other.schema.fields, &list.by).is_some_and(|field| field.refers_to(name))
            })?;
            Some((number, list))
        })
    }

    /// The built-in collection of plain pages.
    pub fn pages(&self) -> CollectionId {
        CollectionId::at(self.collections.len() - 1)
    }

    /// A collection by its name.
    pub fn collection(&self, name: &str) -> Option<(CollectionId, &Arc<Collection>)> {
        self.collections
            .pairs()
            .find(|(_, collection)| &*collection.name == name)
    }

    /// The number of a language in the site's order, by its tag.
    pub fn language(&self, tag: &str) -> Option<LanguageId> {
        self.site.languages.find(|language| &*language.tag == tag)
    }
}

/// Where groups and texts in several languages stand in `site.yaml` and in each `collection.yaml`.
struct Settings;

impl rihla_text::yaml::Shape for Settings {
    fn has_field(&self, keys: &[&str], name: &str, is_item: bool) -> bool {
        match (keys, is_item) {
            ([], false) => SITE_KEYS.contains(&name) || COLLECTION_KEYS.contains(&name),
            (["languages"], true) => LANGUAGE_KEYS.contains(&name),
            (["menus", ..], true) => ["title", "intro", "items", "id", "url"].contains(&name),
            (["audit"], false) => audit::AUDIT_KEYS.contains(&name),
            (["audit", "exemptions"], true) => ["what", "reason"].contains(&name),
            (["audit", "complaints"], false) => ["name", "url"].contains(&name),
            (["organisation"], false) => ORGANISATION_KEYS.contains(&name),
            (["organisation", "parent"], false) => PARENT_KEYS.contains(&name),
            (["organisation", "address"], false) => ADDRESS_KEYS.contains(&name),
            (["calendar"], false) => CALENDAR_KEYS.contains(&name),
            (["open_data"], false) => OPEN_DATA_KEYS.contains(&name),
            (["open_data", "sources"], true) => SOURCE_KEYS.contains(&name),
            (["open_data", "iati"], false) => IATI_KEYS.contains(&name),
            (["open_data", "iati", "reporting"], false) => REPORTING_KEYS.contains(&name),
            (["open_data", "iati", "fields"], false) => {
                IATI_ROLES.iter().any(|(role, _)| *role == name)
            }
            (["structured_data"], false) => STRUCTURED_KEYS.contains(&name),
            (["structured_data", "fields"], false) => ROLES.contains(&name),
            (["check"], false) => ["rules", "silences"].contains(&name),
            (["links"], false) => name == "skip",
            (["links", "skip"], true) => ["address", "reason"].contains(&name),
            (["spelling"], false) => ["dictionaries", "words"].contains(&name),
            (["definitions"], false) => definitions::KEYS.contains(&name),
            (["search"], false) => search::KEYS.contains(&name),
            (["search", "synonyms"], false) => rihla_text::language::is_language(name),
            (["check", "silences"], true) => ["rule", "where", "reason"].contains(&name),
            (["lists"], true) => LIST_KEYS.contains(&name),
            (
                ["fields" | "weight_limits" | "pictures" | "sharing" | "hosts" | "hosting"]
                | ["check", "rules"],
                false,
            ) => true,
            (
                [
                    ..,
                    "title" | "slug" | "description" | "intro" | "label" | "help" | "name"
                    | "street" | "locality" | "region",
                ]
                | ["audit", "auditor" | "law"]
                | ["audit", "exemptions", "what" | "reason"],
                false,
            ) => rihla_text::language::is_language(name),
            _ => false,
        }
    }
}

/// What is wrong with `definitions:`: there is no glossary, or it says nothing of what its terms mean; a collection of
/// it is unknown.
fn defined(
    definitions: &Definitions,
    site: &Site,
    collections: &ByCollection<Arc<Collection>>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let find = |name: &str| collections.iter().find(|known| *known.name == *name);
    match site.glossary.as_ref().map(|(name, _)| name) {
        None => found.push(Diagnostic::at(
            &say::DEFINITIONS_GLOSSARY,
            SITE,
            definitions.span,
        )),
        Some(name) => {
            let glossary = find(name);
            let field = glossary.and_then(|glossary| glossary.schema.field(DEFINITION));
            let is_text = field
                .is_some_and(|field| field.kind == crate::schema::FieldKind::Text && !field.many);
            // A glossary that is unknown has been told.
            if let Some(glossary) = glossary.filter(|_| !is_text) {
                found.push(
                    Diagnostic::at(&say::DEFINITIONS_GLOSSARY, SITE, definitions.span)
                        .with("file", &glossary.path),
                );
            }
        }
    }
    for (name, span) in &definitions.collections {
        if find(name).is_none() {
            let known: Vec<&str> = collections.iter().map(|known| &*known.name).collect();
            found.push(
                Diagnostic::at(&say::DEFINITIONS_COLLECTION, SITE, *span)
                    .with("value", name)
                    .meant(*span, nearest(name, known.iter().copied()))
                    .with("known", known.join(", ")),
            );
        }
    }
    found
}

/// The folders of the content that declare a collection: name, and file of the declaration.
fn declared(snapshot: &Snapshot) -> Vec<(Arc<str>, Arc<str>)> {
    snapshot
        .under(CONTENT)
        .filter_map(|file| {
            let (name, rest) = file.path.strip_prefix("content/")?.split_once('/')?;
            let is_one = match rest {
                "collection.yaml" => true,
                // It is told, and read on, unless there is the other.
                "collection.yml" => {
                    let right = format!("{CONTENT}/{name}/collection.yaml");
                    snapshot.get(&right).is_none()
                }
                _ => false,
            };
            is_one.then(|| (Arc::from(name), file.path.clone()))
        })
        .collect()
}

/// What is said of a configuration whose name ends otherwise; `is_free` tells that there is none of the
/// right name.
fn other_ending(path: &str, is_free: bool) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let right = path.replace(".yml", ".yaml");
    let wanted = name.replace(".yml", ".yaml");
    let finding = Diagnostic::on_file(&say::OTHER_ENDING, Arc::from(path)).with("name", name);
    match is_free {
        true => finding
            .with("wanted", wanted)
            .correct(Correction::Rename(right.into())),
        false => finding.with("other", wanted),
    }
}
