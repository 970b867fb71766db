//! `open_data.iati:` in a `collection.yaml`: how its entries are activities of the International Aid Transparency
//! Initiative (IATI 2.03).

use std::sync::Arc;

use super::paths::{FieldPath, paths_of};
use super::reader::{Localized, Reader};
use crate::schema::Schema;
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, Text, texts};
use rihla_text::yaml::Map;

/// The keys of `open_data.iati:`.
pub const IATI_KEYS: &[&str] = &["reporting", "fields"];

/// The keys of `open_data.iati.reporting:`.
pub const REPORTING_KEYS: &[&str] = &["ref", "type", "name"];

/// The keys of `open_data.iati.fields:`: what a field says of an activity, and the fields that say it where
/// nothing is declared.
pub const IATI_ROLES: &[(&str, &[&str])] = &[
    ("identifier", &["iati_identifier"]),
    ("description", &["summary", "description"]),
    ("status", &["status"]),
    ("planned_start", &["start.planned"]),
    ("actual_start", &["start.actual"]),
    ("planned_end", &["end.planned"]),
    ("actual_end", &["end.actual"]),
    ("budget", &["budget"]),
    ("budget_start", &["budget_start"]),
    ("budget_end", &["budget_end"]),
    ("funding", &["donors.partner"]),
    ("accountable", &["accountable.partner"]),
    ("extending", &["extending.partner"]),
    ("implementing", &["implementing.partner"]),
    ("sector", &["sectors.code"]),
    ("sector_percent", &["sectors.percent"]),
    ("country", &["country", "locations.iso"]),
    ("country_percent", &["country_percent"]),
    ("region", &["region"]),
    ("region_percent", &["region_percent"]),
];

/// What an organisation may be (code list OrganisationType).
pub const ORGANISATION_TYPES: &[(&str, &str)] = &[
    ("10", "10"),
    ("11", "11"),
    ("15", "15"),
    ("21", "21"),
    ("22", "22"),
    ("23", "23"),
    ("24", "24"),
    ("30", "30"),
    ("40", "40"),
    ("60", "60"),
    ("70", "70"),
    ("71", "71"),
    ("72", "72"),
    ("73", "73"),
    ("80", "80"),
    ("90", "90"),
];

texts! {
    ORGANISATION_IDENTIFIER = "iati-organisation-identifier";
}

/// An identifier of an organisation, as messages show one.
pub const ORGANISATION_EXAMPLE: &str = "XI-IATI-12345";

/// What `open_data.iati:` says.
#[derive(Clone, Debug)]
pub struct Iati {
    /// The identifier of the organisation that reports.
    pub reference: Arc<str>,
    /// What it is: a code of OrganisationType.
    pub kind: &'static str,
    /// Its name; that of `organisation` in `site.yaml` where nothing is said.
    pub name: Localized,
    fields: Vec<(&'static str, Vec<FieldPath>)>,
}

impl Iati {
    /// Reads `open_data.iati:`, where the collection has it.
    pub(super) fn read(reader: &mut Reader, open_data: &Map, schema: &Schema) -> Option<Self> {
        let node = open_data.get("iati")?;
        let map = reader.map("iati", node)?;
        reader.only(map, IATI_KEYS);
        let fields = map
            .get("fields")
            .and_then(|fields| reader.map("fields", fields))
            .map(|fields| {
                let roles = || IATI_ROLES.iter().map(|(role, _)| *role);
                reader.only(fields, &roles().collect::<Vec<&str>>());
                roles()
                    .filter(|role| fields.get(role).is_some())
                    .map(|role| (role, paths_of(reader, fields, role, schema)))
                    .collect()
            });
        let Some(written) = map.get("reporting") else {
            let example = "reporting: {ref: \"XI-IATI-12345\", type: 22}";
            reader.missing("reporting", example, node.span);
            return None;
        };
        let reporting = reader.map("reporting", written)?;
        reader.only(reporting, REPORTING_KEYS);
        let reference = reader.text_of(reporting, "ref");
        match (&reference, reporting.get("ref")) {
            (Some(text), Some(node)) if !is_identifier(text) => {
                reader.report(
                    unfit(text, "ref", ORGANISATION_IDENTIFIER, ORGANISATION_EXAMPLE),
                    node.span,
                );
            }
            (None, _) => reader.missing("ref", "ref: \"XI-IATI-12345\"", written.span),
            _ => {}
        }
        let kind = reader.choice_of(reporting, "type", ORGANISATION_TYPES);
        if kind.is_none() && reporting.get("type").is_none() {
            reader.missing("type", "type: 22", written.span);
        }
        Some(Self {
            reference: reference?,
            kind: kind?,
            name: reader.localized_of(reporting, "name"),
            fields: fields.unwrap_or_default(),
        })
    }

    /// The fields that may say something of an activity: the first with a value does.
    pub fn fields(&self, role: &str) -> Vec<FieldPath> {
        let said = self.fields.iter().find(|(known, _)| *known == role);
        let usual = || {
            let row = IATI_ROLES.iter().find(|(known, _)| *known == role);
            let paths = row.map_or(&[][..], |(_, paths)| paths);
            paths.iter().map(|path| Arc::from(*path)).collect()
        };
        said.map_or_else(usual, |(_, paths)| paths.clone())
    }
}

/// Whether a text has the form of an identifier: who registers in two parts, and what is registered there
/// (`FR-RNA-W751234567`). IATI takes no `/`, `&`, `|` or `?` in it, and no space has a meaning there.
pub fn is_identifier(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let [Some(country), Some(agency), Some(own)] = [parts.next(), parts.next(), parts.next()]
    else {
        return false;
    };
    let is_upper = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_code = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    country.len() == 2
        && is_upper(country)
        && agency.len() >= 2
        && agency.bytes().all(is_code)
        && !own.is_empty()
        && own
            .chars()
            .all(|sign| sign.is_ascii_graphic() && !"/&|?".contains(sign))
}

/// What is said of a value that IATI does not take.
pub(crate) fn unfit(value: &str, field: &str, what: Text, example: &str) -> Diagnostic {
    Diagnostic::new(&say::IATI_VALUE)
        .with("value", value)
        .with("field", field)
        .with("what", what)
        .with("example", example)
}

#[cfg(test)]
#[test]
fn identifiers() {
    for right in [
        "FR-RNA-W751234567",
        "XM-DAC-47066-MA-12",
        "XI-IATI-EC_INTPA-2018/",
    ] {
        assert_eq!(is_identifier(right), !right.ends_with('/'), "{right}");
    }
    for wrong in [
        "",
        "47066",
        "FR-RNA",
        "fr-rna-1",
        "FR-RNA-",
        "FR-RNA-a b",
        "FRA-RNA-1",
    ] {
        assert!(!is_identifier(wrong), "{wrong}");
    }
}
