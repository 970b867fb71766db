//! `check:` and `weight_limits:` of `site.yaml`: what `rihla check` weighs, silences and measures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::reader::Reader;
use super::site::BaseUrl;
use rihla_diagnostics::catalogue::{self, config as say};
use rihla_diagnostics::{Diagnostic, Severity, Span, nearest};
use rihla_text::yaml::{Map, Node};

/// What a finding of a rule weighs, as it is written.
const WEIGHTS: &[(&str, Weight)] = &[
    ("error", Weight::Of(Severity::Error)),
    ("warn", Weight::Of(Severity::Warning)),
    ("advice", Weight::Of(Severity::Advice)),
    ("off", Weight::Off),
];

/// What a finding of a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nothing: it is not told.
    Off,
    /// This, in place of what its message says.
    Of(Severity),
}

/// What is checked, and how much it weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// What the findings of rules weigh, by the codes of their messages.
    pub rules: BTreeMap<&'static str, Weight>,
    /// What is not to be told, in the order in which it is written.
    pub silences: Vec<RuleSilence>,
    /// What is too heavy.
    pub limits: Limits,
    /// Where rules are said to be off.
    pub(super) offs: Vec<Span>,
}

/// Findings of a rule that are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSilence {
    /// The code of its message.
    pub rule: &'static str,
    /// Where: an address (`/fr/…`) or a file of the site; `*` stands for whatever there is in its place.
    pub place: Arc<str>,
    /// Where it is written.
    pub span: Span,
}

impl RuleSilence {
    /// Whether an address, or the path of a file, is meant.
    pub fn holds(&self, place: &str) -> bool {
        is_meant(&self.place, place)
    }
}

/// The most that a page should weigh: bytes as they are sent, and files. What is above the first number is a
/// warning, above the second an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The page itself.
    pub html: (u64, u64),
    /// Its style sheets.
    pub styles: (u64, u64),
    /// Its scripts.
    pub scripts: (u64, u64),
    /// The page with all that it needs to be shown.
    pub page: (u64, u64),
    /// How many files that are.
    pub requests: (u64, u64),
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            html: (20_000, 60_000),
            styles: (15_000, 40_000),
            scripts: (5_000, 30_000),
            page: (250_000, 600_000),
            requests: (15, 30),
        }
    }
}

impl Limits {
    fn read(reader: &mut Reader, site: &Map) -> Self {
        let mut limits = Self::default();
        let Some(map) = site
            .get("weight_limits")
            .and_then(|node| reader.map("weight_limits", node))
        else {
            return limits;
        };
        // That of an image is read where images are.
        reader.only(
            map,
            &["html", "styles", "scripts", "image", "page", "requests"],
        );
        for (key, node) in map.iter() {
            let limit = match &*key.name {
                "html" => &mut limits.html,
                "styles" => &mut limits.styles,
                "scripts" => &mut limits.scripts,
                "page" => &mut limits.page,
                "requests" => {
                    if let Some(most) = reader.number_of(map, "requests") {
                        limits.requests = scaled(limits.requests, most as u64);
                    }
                    continue;
                }
                _ => {
                    reader.size(&key.name, node);
                    continue;
                }
            };
            if let Some(most) = reader.size(&key.name, node) {
                *limit = scaled(*limit, most);
            }
        }
        limits
    }
}

/// A limit of one's own; what is an error is as many times more as it was.
fn scaled((warning, error): (u64, u64), most: u64) -> (u64, u64) {
    (most, most.saturating_mul(error) / warning)
}

impl Checks {
    /// Reads `check:` and `weight_limits:`; `bases` are the addresses of the site.
    pub(super) fn read(reader: &mut Reader, site: &Map, bases: &[&BaseUrl]) -> Self {
        let mut checks = Self {
            limits: Limits::read(reader, site),
            ..Self::default()
        };
        let Some(map) = site.get("check").and_then(|node| reader.map("check", node)) else {
            return checks;
        };
        reader.only(map, &["rules", "silences"]);
        let names: Vec<&'static str> = catalogue::rules().map(|rule| rule.code).collect();
        if let Some(rules) = map.get("rules").and_then(|node| reader.map("rules", node)) {
            for (key, node) in rules.iter() {
                let rule = named(reader, &names, &key.name, key.span);
                let weight = reader.choice(&key.name, node, WEIGHTS);
                if weight == Some(Weight::Off) {
                    checks.offs.push(node.span);
                }
                if let (Some(rule), Some(weight)) = (rule, weight) {
                    checks.rules.insert(rule, weight);
                }
            }
        }
        if let Some(node) = map.get("silences") {
            for node in reader.list("silences", node) {
                checks.silences.extend(silence(reader, &names, bases, node));
            }
        }
        checks
    }

    /// What a finding weighs by the code of its message; `None` where the site does not say.
    pub fn weight(&self, code: &str) -> Option<Weight> {
        self.rules.get(code).copied()
    }
}

/// The rule of a name.
fn named(
    reader: &mut Reader,
    names: &[&'static str],
    name: &str,
    span: Span,
) -> Option<&'static str> {
    let found = names.iter().copied().find(|rule| *rule == name);
    if found.is_none() {
        let near = nearest(name, names.iter().copied());
        let finding = Diagnostic::new(&say::UNKNOWN_RULE).with("rule", name);
        reader.report(finding.meant(span, near), span);
    }
    found
}

/// Whether a text is what a pattern means, in which `*` stands for anything.
fn is_meant(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut left) = text.strip_prefix(start) else {
        return false;
    };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    // The first place of each is as good as any later one.
    for part in parts {
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    left.ends_with(end)
}

/// An address of the site without scheme, host and base; what else is written, as it is.
fn without_base(place: &str, bases: &[&BaseUrl]) -> Arc<str> {
    let own = bases.iter().find_map(|base| {
        let path = place.strip_prefix(&*base.origin)?;
        let rest = path.strip_prefix(&*base.path)?;
        Some(format!("/{rest}"))
    });
    own.map_or_else(|| place.into(), Arc::from)
}

/// A path of a file without the line and the column that stand behind it in a message.
fn without_line(place: &str) -> &str {
    let mut place = place;
    while let Some((path, number)) = place.rsplit_once(':')
        && !place.starts_with('/')
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        place = path;
    }
    place
}

fn silence(
    reader: &mut Reader,
    names: &[&'static str],
    bases: &[&BaseUrl],
    node: &Node,
) -> Option<RuleSilence> {
    let map = reader.map("silences", node)?;
    reader.only(map, &["rule", "where", "reason"]);
    for (key, example) in [
        ("rule", "rule: link-words"),
        ("where", "where: \"/fr/contact/\""),
        ("reason", "reason: \"…\""),
    ] {
        if map.get(key).is_none() {
            reader.missing(key, example, node.span);
        }
    }
    let rule = reader.text_of(map, "rule");
    let place = reader.text_of(map, "where");
    reader.text_of(map, "reason")?;
    let span = map.get("rule")?.span;
    let rule = named(reader, names, &rule?, span)?;
    Some(RuleSilence {
        rule,
        place: without_base(without_line(&place?), bases),
        span: node.span,
    })
}

#[cfg(test)]
#[test]
fn patterns() {
    for (pattern, text, wanted) in [
        ("/fr/", "/fr/", true),
        ("/fr/", "/fr/a/", false),
        ("/fr/*", "/fr/a/", true),
        ("/*/contact/", "/fr/contact/", true),
        ("/*/contact/", "/fr/contact/us/", false),
        ("*/a*b*c", "x/a1b2b3c", true),
        ("/a*a/", "/a/", false),
        ("*", "", true),
    ] {
        assert_eq!(is_meant(pattern, text), wanted, "{pattern} {text}");
    }
}
