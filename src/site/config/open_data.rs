//! `open_data:` in a `collection.yaml`: what of its entries is published as data that others may use.

use std::sync::Arc;

use super::iati::Iati;
use super::paths::{FieldPath, path};
use super::reader::{Localized, Reader};
use crate::schema::Schema;
use rihla_text::yaml::Map;

/// The keys of `open_data:`.
pub const OPEN_DATA_KEYS: &[&str] = &[
    "fields",
    "licence",
    "title",
    "description",
    "sources",
    "iati",
];

/// The keys of a source of `open_data:`.
pub const SOURCE_KEYS: &[&str] = &["title", "url"];

/// A licence under which data is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its identifier (SPDX, or that of the Open Definition).
    pub name: &'static str,
    /// What it calls itself.
    pub title: &'static str,
    /// Where it is read.
    pub url: &'static str,
}

const fn row(
    name: &'static str,
    title: &'static str,
    url: &'static str,
) -> (&'static str, Licence) {
    (name, Licence { name, title, url })
}

/// The licences that a collection may name: those that are made for data, or often given to it.
pub const LICENCES: &[(&str, Licence)] = &[
    row(
        "CC0-1.0",
        "Creative Commons Zero 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    row(
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    row(
        "CC-BY-SA-4.0",
        "Creative Commons Attribution-ShareAlike 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    row(
        "CC-BY-NC-4.0",
        "Creative Commons Attribution-NonCommercial 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    row(
        "CC-BY-3.0-IGO",
        "Creative Commons Attribution 3.0 IGO",
        "https://creativecommons.org/licenses/by/3.0/igo/",
    ),
    row(
        "ODC-By-1.0",
        "Open Data Commons Attribution 1.0",
        "https://opendatacommons.org/licenses/by/1-0/",
    ),
    row(
        "ODbL-1.0",
        "Open Data Commons Open Database 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
    row(
        "PDDL-1.0",
        "Open Data Commons Public Domain Dedication 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
    row(
        "etalab-2.0",
        "Licence Ouverte 2.0",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    ),
];

/// What `open_data:` says.
#[derive(Clone, Debug)]
pub struct OpenData {
    /// The fields that are published, in their order.
    pub fields: Vec<FieldPath>,
    /// Under which conditions; none where nobody has chosen any yet, which readers are told.
    pub licence: Option<Licence>,
    /// What the data is called; as the collection where nothing is said.
    pub title: Localized,
    /// What the data is, in a sentence or two.
    pub description: Localized,
    /// Where it comes from: a title, and an address where there is one.
    pub sources: Vec<(Localized, Option<Arc<str>>)>,
    /// How its entries are activities of IATI, where they are any.
    pub iati: Option<Iati>,
}

impl OpenData {
    /// Reads `open_data:`, where the collection has it.
    pub(super) fn read(reader: &mut Reader, collection: &Map, schema: &Schema) -> Option<Self> {
        let node = collection.get("open_data")?;
        let map = reader.map("open_data", node)?;
        reader.only(map, OPEN_DATA_KEYS);
        let mut fields: Vec<FieldPath> = Vec::new();
        match map.get("fields") {
            Some(list) => {
                for item in reader.list("fields", list) {
                    if let Some(field) = path(reader, "fields", item, schema)
                        && !fields.contains(&field)
                    {
                        fields.push(field);
                    }
                }
            }
            None => reader.missing("fields", "fields: [title, date]", node.span),
        }
        let licence = reader.choice_of(map, "licence", LICENCES);
        let mut sources = Vec::new();
        if let Some(list) = map.get("sources") {
            for item in reader.list("sources", list) {
                let Some(source) = reader.map("sources", item) else {
                    continue;
                };
                reader.only(source, SOURCE_KEYS);
                let title = reader.localized_of(source, "title");
                if title.is_empty() {
                    reader.missing("title", "title: {fr: \"…\", en: \"…\"}", item.span);
                }
                let url = reader.link_of(source, "url").map(|(url, _)| url);
                sources.push((title, url));
            }
        }
        Some(Self {
            fields,
            licence,
            title: reader.localized_of(map, "title"),
            description: reader.localized_of(map, "description"),
            sources,
            iati: Iati::read(reader, map, schema),
        })
    }
}
