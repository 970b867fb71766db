//! `structured_data:` in a `collection.yaml`: what its entries are to search engines, in the vocabulary of
//! schema.org.

use std::sync::Arc;

use super::paths::{FieldPath, path_of, paths_of};
use super::reader::Reader;
use crate::schema::{FieldKind, Schema};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, nearest};
use rihla_text::yaml::{Map, Value};

/// The keys of `structured_data:`.
pub const STRUCTURED_KEYS: &[&str] = &["type", "by", "fields"];

/// What decides which properties a type of schema.org has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// An article: a work with a headline.
    Article,
    /// Another creative work.
    Work,
    Dataset,
    /// A project, which schema.org counts among organizations.
    Project,
    Organization,
    Event,
    JobPosting,
}

/// A type of schema.org that an entry may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaType {
    /// Its name in the vocabulary.
    pub name: &'static str,
    /// What its properties are.
    pub family: Family,
}

const fn row(name: &'static str, family: Family) -> (&'static str, SchemaType) {
    (name, SchemaType { name, family })
}

/// The types that a collection may name.
pub const SCHEMA_TYPES: &[(&str, SchemaType)] = &[
    row("NewsArticle", Family::Article),
    row("Article", Family::Article),
    row("BlogPosting", Family::Article),
    row("Report", Family::Article),
    row("CreativeWork", Family::Work),
    row("Book", Family::Work),
    row("DigitalDocument", Family::Work),
    row("PublicationIssue", Family::Work),
    row("Dataset", Family::Dataset),
    row("Project", Family::Project),
    row("ResearchProject", Family::Project),
    row("Organization", Family::Organization),
    row("NGO", Family::Organization),
    row("GovernmentOrganization", Family::Organization),
    row("EducationalOrganization", Family::Organization),
    row("Event", Family::Event),
    row("BusinessEvent", Family::Event),
    row("EducationEvent", Family::Event),
    row("JobPosting", Family::JobPosting),
];

/// What a field is to search engines, where its name does not say it.
pub const ROLES: &[&str] = &[
    "summary",
    "start",
    "end",
    "deadline",
    "place",
    "money",
    "author",
    "identifier",
    "funder",
    "organizer",
    "website",
];

/// Which type an entry has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeOf {
    /// All entries the same.
    All(SchemaType),
    /// By the value of a choice; an entry of another value has none.
    By(Arc<str>, Vec<(Arc<str>, SchemaType)>),
}

/// What `structured_data:` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructuredData {
    /// Which type an entry has.
    pub of: TypeOf,
    /// For each of [`ROLES`] that is said, the fields that may have it: the first with a value has.
    fields: Vec<(&'static str, Vec<FieldPath>)>,
}

impl StructuredData {
    /// Reads `structured_data:`, where the collection has it.
    pub(super) fn read(reader: &mut Reader, collection: &Map, schema: &Schema) -> Option<Self> {
        let node = collection.get("structured_data")?;
        let map = reader.map("structured_data", node)?;
        reader.only(map, STRUCTURED_KEYS);
        let fields = match map.get("fields") {
            Some(node) => reader.map("fields", node).map(|fields| {
                reader.only(fields, ROLES);
                let said = ROLES.iter().filter(|role| fields.get(role).is_some());
                said.map(|role| (*role, paths_of(reader, fields, role, schema)))
                    .collect()
            }),
            None => None,
        };
        let by = path_of(reader, map, "by", schema);
        let Some(types) = map.get("type") else {
            reader.missing("type", "type: NewsArticle", node.span);
            return None;
        };
        let of = match &types.value {
            Value::Map(types) => {
                let Some(by) = by else {
                    reader.missing("by", "by: kind", node.span);
                    return None;
                };
                TypeOf::By(by.clone(), by_choice(reader, types, &by, schema))
            }
            _ => {
                if let (Some(_), Some(by)) = (&by, map.get("by")) {
                    // One type for all is chosen by nothing.
                    let finding = Diagnostic::new(&say::BESIDE);
                    let finding = finding.with("key", "by").with("other", "type");
                    reader.report(finding, by.span);
                }
                TypeOf::All(reader.choice_of(map, "type", SCHEMA_TYPES)?)
            }
        };
        Some(Self {
            of,
            fields: fields.unwrap_or_default(),
        })
    }

    /// The fields that may have a role; those of its name where nothing is said.
    pub fn fields(&self, role: &'static str) -> Vec<FieldPath> {
        let said = self.fields.iter().find(|(known, _)| *known == role);
        said.map_or_else(|| vec![role.into()], |(_, paths)| paths.clone())
    }
}

/// The type of each value of a choice.
fn by_choice(
    reader: &mut Reader,
    types: &Map,
    by: &str,
    schema: &Schema,
) -> Vec<(Arc<str>, SchemaType)> {
    let kind = super::paths::field_at(&schema.fields, by).map(|field| &field.kind);
    let keys: Vec<&str> = match kind {
        Some(FieldKind::Choice(choices)) => choices.iter().map(|choice| &*choice.key).collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (key, node) in types.iter() {
        if !keys.contains(&key.name.as_str()) {
            let finding = Diagnostic::new(&say::UNKNOWN_VALUE)
                .with("value", &key.name)
                .with("key", by)
                .meant(key.span, nearest(&key.name, keys.iter().copied()))
                .with("known", keys.join(", "));
            reader.report(finding, key.span);
        } else if let Some(of) = reader.choice(&key.name, node, SCHEMA_TYPES) {
            found.push((key.name.as_str().into(), of));
        }
    }
    found
}
