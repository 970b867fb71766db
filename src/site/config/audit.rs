//! `audit:` of `site.yaml`: what is known of the accessibility of the site, and who answers for it.

use std::sync::Arc;

use jiff::civil::Date;

use super::reader::{Localized, Reader, expected};
use rihla_diagnostics::Text;
use rihla_text::language::{Decimal, decimal};
use rihla_text::yaml::{Map, Node, Value};

/// The settings of an audit.
pub(super) const AUDIT_KEYS: &[&str] = &[
    "framework",
    "date",
    "auditor",
    "rate",
    "exemptions",
    "contact",
    "law",
    "complaints",
];

/// What the accessibility of a site is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Framework {
    /// Nothing but the site’s own will: WCAG 2.2, level AA.
    #[default]
    Voluntary,
    /// The French framework, RGAA 4.1.2.
    Rgaa,
    /// The European standard EN 301 549, which directive (EU) 2016/2102 asks for.
    Eu,
}

impl Framework {
    const NAMES: &[(&str, Self)] = &[
        ("voluntary", Self::Voluntary),
        ("rgaa", Self::Rgaa),
        ("eu", Self::Eu),
    ];

    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Voluntary => "voluntary",
            Self::Rgaa => "rgaa",
            Self::Eu => "eu",
        }
    }
}

/// What a site says of its accessibility. Without `audit:`, that nobody has audited it.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// By what it is measured.
    pub framework: Framework,
    /// When somebody audited it, if anybody did.
    pub date: Option<Date>,
    /// Who did.
    pub auditor: Localized,
    /// How many of the criteria that apply are met, of a hundred: from 0 to 100.
    pub rate: Option<Decimal>,
    /// What is exempt, each with the reason.
    pub exemptions: Vec<Exemption>,
    /// Where an obstacle is reported.
    pub contact: Option<Contact>,
    /// The law by which the statement has to be made, where there is one.
    pub law: Localized,
    /// Who hears complaints.
    pub complaints: Option<Complaints>,
}

/// A criterion or a content that is exempt.
#[derive(Clone, Debug)]
pub struct Exemption {
    pub what: Localized,
    pub reason: Localized,
}

/// How somebody is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// As it is shown.
    pub text: Arc<str>,
    /// Where a link to it leads.
    pub href: Arc<str>,
}

/// A body that hears complaints.
#[derive(Clone, Debug)]
pub struct Complaints {
    pub name: Localized,
    /// Where it is found on the Web.
    pub url: Option<Arc<str>>,
}

impl Audit {
    /// Reads `audit:`.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Self {
        let Some(node) = site.get("audit") else {
            return Self::default();
        };
        let Some(map) = reader.map("audit", node) else {
            return Self::default();
        };
        reader.only(map, AUDIT_KEYS);
        let date = date(reader, map);
        // An audit of no day is none.
        let is_dated = map.get("date").is_some();
        let result = ["auditor", "rate"]
            .iter()
            .find(|key| map.get(key).is_some());
        if result.is_some() && !is_dated {
            reader.missing("date", "date: 2026-05-12", node.span);
        }
        Self {
            framework: reader
                .choice_of(map, "framework", Framework::NAMES)
                .unwrap_or_default(),
            date,
            auditor: reader.localized_of(map, "auditor"),
            rate: rate(reader, map),
            exemptions: exemptions(reader, map),
            contact: contact(reader, map),
            law: reader.localized_of(map, "law"),
            complaints: complaints(reader, map),
        }
    }

    /// Whether an audit found that every criterion that applies is met.
    pub fn is_full(&self) -> bool {
        let rate = self.rate.as_ref();
        rate.is_some_and(|rate| rate.to_string() == "100")
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(scalar.text.trim()),
        _ => None,
    }
}

fn date(reader: &mut Reader, map: &Map) -> Option<Date> {
    let node = map.get("date")?;
    let date = scalar(node).and_then(|text| text.parse().ok());
    if date.is_none() {
        reader.wrong("date", node, expected::DATE);
    }
    date
}

/// A number from 0 to 100, with or without a percent sign.
fn rate(reader: &mut Reader, map: &Map) -> Option<Decimal> {
    let node = map.get("rate")?;
    let number = scalar(node).and_then(|text| {
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        let value: f64 = text.parse().ok()?;
        let mut number = decimal(text).filter(|_| (0.0..=100.0).contains(&value))?;
        number.trim_end();
        Some(number)
    });
    if number.is_none() {
        reader.wrong("rate", node, expected::RATE);
    }
    number
}

fn exemptions(reader: &mut Reader, map: &Map) -> Vec<Exemption> {
    let Some(node) = map.get("exemptions") else {
        return Vec::new();
    };
    let items = reader.list("exemptions", node).iter();
    let read = items.filter_map(|item| {
        let map = reader.map("exemptions", item)?;
        reader.only(map, &["what", "reason"]);
        for (key, example) in [("what", "what: \"…\""), ("reason", "reason: \"…\"")] {
            if map.get(key).is_none() {
                reader.missing(key, example, item.span);
            }
        }
        let what = reader.localized_of(map, "what");
        let reason = reader.localized_of(map, "reason");
        (!what.is_empty() && !reason.is_empty()).then_some(Exemption { what, reason })
    });
    read.collect()
}

/// An address on the Web.
fn web(reader: &mut Reader, map: &Map, key: &str, wanted: Text) -> Option<Arc<str>> {
    let node = map.get(key)?;
    let text = scalar(node).unwrap_or_default();
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(char::is_whitespace)) {
        reader.wrong(key, node, wanted);
        return None;
    }
    Some(text.into())
}

/// An address of e-mail, or one on the Web.
fn contact(reader: &mut Reader, map: &Map) -> Option<Contact> {
    let node = map.get("contact")?;
    let text = scalar(node).unwrap_or_default();
    let is_mail = text.split_once('@').is_some_and(|(name, host)| {
        let is_part = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
        is_part(name) && is_part(host) && !text.contains(['/', ':', '?'])
    });
    if is_mail {
        return Some(Contact {
            text: text.into(),
            href: format!("mailto:{text}").into(),
        });
    }
    let href = web(reader, map, "contact", expected::CONTACT)?;
    let text = href.split_once("://").map_or(&*href, |(_, rest)| rest);
    Some(Contact {
        text: text.trim_end_matches('/').into(),
        href,
    })
}

fn complaints(reader: &mut Reader, map: &Map) -> Option<Complaints> {
    let node = map.get("complaints")?;
    let map = reader.map("complaints", node)?;
    reader.only(map, &["name", "url"]);
    if map.get("name").is_none() {
        reader.missing("name", "name: \"…\"", node.span);
    }
    let name = reader.localized_of(map, "name");
    let url = web(reader, map, "url", expected::WEB);
    (!name.is_empty()).then_some(Complaints { name, url })
}
