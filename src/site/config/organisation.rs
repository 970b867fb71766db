//! `organisation:` in `site.yaml`: who speaks, for search engines.

use std::sync::Arc;

use super::reader::{Localized, Reader};
use rihla_diagnostics::Span;
use rihla_text::yaml::Map;

/// The keys of `organisation:`.
pub const ORGANISATION_KEYS: &[&str] = &[
    "name", "kind", "url", "parent", "logo", "address", "same_as", "phone", "email",
];

/// The keys of `organisation.parent:`.
pub const PARENT_KEYS: &[&str] = &["name", "kind", "url"];

/// The keys of `organisation.address:`.
pub const ADDRESS_KEYS: &[&str] = &["street", "locality", "postal_code", "region", "country"];

/// What an organisation may be, as schema.org has it.
pub const KINDS: &[(&str, &str)] = &[
    ("Organization", "Organization"),
    ("NGO", "NGO"),
    ("GovernmentOrganization", "GovernmentOrganization"),
    ("EducationalOrganization", "EducationalOrganization"),
    ("ResearchOrganization", "ResearchOrganization"),
    ("Corporation", "Corporation"),
];

/// What `organisation:` says.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its name; that of the site where nothing is said.
    pub name: Localized,
    /// What it is: a type of schema.org.
    pub kind: &'static str,
    /// Where it is at home, if this site is not its own.
    pub url: Option<Arc<str>>,
    /// That of which it is a part.
    pub parent: Option<Box<Organisation>>,
    /// The file of its logo, from `static/`, with its place in `site.yaml`.
    pub logo: Option<(Arc<str>, Span)>,
    /// Where it is: a text, and the parts of an address as schema.org names them.
    pub address: Vec<(&'static str, Localized)>,
    /// Other addresses by which it is known.
    pub same_as: Vec<Arc<str>>,
    /// Its number, as one calls it from abroad.
    pub phone: Option<Arc<str>>,
    /// Its address of electronic mail.
    pub email: Option<Arc<str>>,
}

/// The path in the site of a logo: it is copied from `static/`, so that its address stays.
pub fn logo_file(logo: &str) -> String {
    let copied = logo.trim_start_matches('/');
    format!(
        "static/{}",
        copied.strip_prefix("static/").unwrap_or(copied)
    )
}

impl Organisation {
    /// Reads `organisation:`, where the site has it.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Option<Self> {
        let map = reader.map("organisation", site.get("organisation")?)?;
        reader.only(map, ORGANISATION_KEYS);
        let mut own = named(reader, map);
        own.parent = map
            .get("parent")
            .and_then(|node| Some((node, reader.map("parent", node)?)))
            .map(|(node, parent)| {
                reader.only(parent, PARENT_KEYS);
                if parent.get("name").is_none() {
                    reader.missing("name", "name: {fr: \"…\", en: \"…\"}", node.span);
                }
                Box::new(named(reader, parent))
            });
        let logo = reader.text_of(map, "logo");
        own.logo = logo.zip(map.get("logo").map(|node| node.span));
        if let Some(node) = map.get("address")
            && let Some(address) = reader.map("address", node)
        {
            reader.only(address, ADDRESS_KEYS);
            for key in ADDRESS_KEYS {
                let words = reader.localized_of(address, key);
                if !words.is_empty() {
                    own.address.push((key, words));
                }
            }
        }
        if let Some(node) = map.get("same_as") {
            let items = reader.list("same_as", node);
            own.same_as = items
                .iter()
                .filter_map(|item| reader.item("same_as", item))
                .collect();
        }
        own.phone = reader.text_of(map, "phone");
        own.email = reader.text_of(map, "email");
        Some(own)
    }
}

/// What an organisation and its parent say alike.
fn named(reader: &mut Reader, map: &Map) -> Organisation {
    Organisation {
        name: reader.localized_of(map, "name"),
        kind: reader
            .choice_of(map, "kind", KINDS)
            .unwrap_or("Organization"),
        url: reader.link_of(map, "url").map(|(url, _)| url),
        parent: None,
        logo: None,
        address: Vec::new(),
        same_as: Vec::new(),
        phone: None,
        email: None,
    }
}
