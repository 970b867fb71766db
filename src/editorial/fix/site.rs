//! What a fixer may know of the site.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::corrections::{Names, Tongue};
use rihla_site::config::Config;
use rihla_site::content::{self, Before, Parts};
use rihla_site::ids::ByLanguage;
use rihla_site::schema::{FieldValue, Spanned};
use rihla_site::source::Snapshot;
use rihla_text::language::Spelling;

/// What the site says.
pub(super) struct Said {
    pub config: Config,
    pub parts: Parts,
    /// The tags of its languages.
    pub tags: ByLanguage<Arc<str>>,
    pub names: Names,
    /// The identifiers of headings that links name.
    pub anchors: BTreeSet<Arc<str>>,
}

impl Said {
    /// What the files of a snapshot say.
    pub fn new(snapshot: &Snapshot, config: Config) -> Self {
        let parts = content::read(snapshot, &config, Before::Nothing);
        let mut names: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut anchors = BTreeSet::new();
        let anchor = |address: &str| address.split_once('#').map(|(_, anchor)| Arc::from(anchor));
        for part in parts.iter() {
            let is_list =
                part.path.ends_with("/entries.yaml") || part.path.ends_with("/entries.yml");
            for assignment in &part.fields {
                let is_name = matches!(&*assignment.field, "title" | "name" | "term" | "acronym");
                if is_name {
                    names_of(&assignment.value, is_list, &mut names);
                }
                each_link(&assignment.value, &mut |address| {
                    anchors.extend(anchor(address))
                });
            }
            let references = part.body.iter().flat_map(|body| &body.references);
            anchors.extend(references.filter_map(|link| anchor(&link.destination)));
        }
        Self {
            tags: config.site.tags(),
            names: Names::new(names.iter().map(|name| &**name)),
            anchors,
            parts,
            config,
        }
    }

    /// How a language writes, by its tag.
    pub fn tongue(&self, tag: &str) -> Tongue {
        let site = &self.config.site;
        let own = site.languages.iter().find(|language| *language.tag == *tag);
        let variant = own.and_then(|language| language.variant.as_deref());
        Tongue {
            profile: site.rules_of(tag),
            spelling: Spelling::of_tag(variant.unwrap_or(tag)),
        }
    }
}

/// The names that a field holds: what is the same in every language, and what stands in a list of
/// small entries (partners, terms).
fn names_of(value: &Spanned, is_list: bool, names: &mut BTreeSet<Arc<str>>) {
    match &value.value {
        FieldValue::Text(text) => {
            names.insert(text.clone());
        }
        FieldValue::Localized(branches) if is_list => {
            branches
                .iter()
                .for_each(|(_, branch)| names_of(branch, is_list, names));
        }
        FieldValue::List(items) => items.iter().for_each(|item| names_of(item, is_list, names)),
        _ => {}
    }
}

fn each_link(value: &Spanned, give: &mut dyn FnMut(&str)) {
    match &value.value {
        FieldValue::Link(address) => give(address),
        FieldValue::List(items) => items.iter().for_each(|item| each_link(item, give)),
        FieldValue::Object(fields) | FieldValue::Localized(fields) => {
            fields.iter().for_each(|(_, value)| each_link(value, give));
        }
        _ => {}
    }
}
