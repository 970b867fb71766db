//! `site.yaml`.

mod base_url;
mod languages;
mod menus;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::audit::Audit;
use super::builtin::DEFAULT_THEME;
use super::checks::Checks;
use super::collection::Untranslated;
use super::definitions::Definitions;
use super::hosting::Hosting;
use super::images::ImageSettings;
use super::organisation::Organisation;
use super::outside::{SkippedLink, Spelling, skipped_links};
use super::reader::{Localized, Reader};
use super::search::Search;
use super::tokens::Tokens;
use crate::ids::ByLanguage;
use base_url::read_base_url;

use menus::menus;
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::language::{Language, Profile};
use rihla_text::url::{self, Unfit};
use rihla_text::yaml::{Map, Node, Value};

pub use base_url::BaseUrl;
pub use languages::LANGUAGE_KEYS;
pub use menus::{MenuItem, MenuTarget};

/// The edition that this version of the program writes.
const EDITION: usize = 1;

/// The settings of `site.yaml`.
pub const SITE_KEYS: &[&str] = &[
    "edition",
    "title",
    "description",
    "organisation",
    "base_url",
    "identity",
    "time_zone",
    "theme",
    "demonstration",
    "languages",
    "menus",
    "untranslated",
    "translation",
    "typography",
    "gone",
    "glossary",
    "definitions",
    "notices",
    "search",
    "audit",
    "check",
    "weight_limits",
    "links",
    "spelling",
    "pictures",
    "sharing",
    "hosts",
    "hosting",
    "params",
];

/// The settings of a place to which the site is sent.
const HOST_KEYS: &[&str] = &["service", "bucket", "region", "endpoint", "root"];

/// What `site.yaml` says.
#[derive(Debug)]
pub struct Site {
    /// The name of the site.
    pub title: Localized,
    /// What the site is, in a sentence.
    pub description: Localized,
    /// Who speaks, for search engines.
    pub organisation: Option<Organisation>,
    /// Where the site is published.
    pub base_url: BaseUrl,
    /// Whether a build puts another address in the place of the `base_url` of `site.yaml`.
    pub is_elsewhere: bool,
    /// What names the site in identifiers that must not change: `identity`, else the host of the
    /// `base_url` that `site.yaml` says, whatever a build puts in its place.
    pub identity: Arc<str>,
    /// In which dates and times of the content are meant.
    pub time_zone: TimeZone,
    /// The folder below `themes/`, or that of the program.
    pub theme: Arc<str>,
    /// Where `theme:` stands.
    pub theme_span: Span,
    /// Whether `theme:` says that the theme extends the default one.
    pub extends: bool,
    /// How `theme:` changes the look of the theme.
    pub tokens: Tokens,
    /// Whether it only shows what a site would be: search engines are asked to leave it out, its pages can
    /// say so, and texts that nobody has reviewed are online.
    pub is_demonstration: bool,
    /// In the order of the language switch; at least one.
    pub languages: ByLanguage<Arc<Language>>,
    /// Menus by name, in the order in which they are written.
    pub menus: Vec<(Arc<str>, Vec<MenuItem>)>,
    /// What happens to a missing text, where a collection does not say.
    pub untranslated: Untranslated,
    /// Whether texts are set as their language does; where not, no language has rules.
    pub typography: bool,
    /// Former addresses that lead nowhere any more on purpose: without the base, each with
    /// its place in `site.yaml`.
    pub gone: Vec<(Arc<str>, Span)>,
    /// The collection that holds the official terms, with its place in `site.yaml`.
    pub glossary: Option<(Arc<str>, Span)>,
    /// The collection whose entries stand at the head of every page, with its place in `site.yaml`.
    pub notices: Option<(Arc<str>, Span)>,
    /// How visitors find words on the site; `None` where they cannot.
    pub search: Option<Search>,
    /// Whether readers are told what the terms of the glossary mean.
    pub definitions: Option<Definitions>,
    /// What is known of its accessibility.
    pub audit: Audit,
    /// What the place that serves the site is asked to do.
    pub hosting: Hosting,
    /// How images are made.
    pub images: ImageSettings,
    /// What is checked.
    pub checks: Checks,
    /// The addresses of other sites that are not asked about, in the order in which they are written.
    pub skipped_links: Vec<SkippedLink>,
    /// How words are looked up.
    pub spelling: Spelling,
    /// What the theme is given.
    pub params: Option<Node>,
}

impl Site {
    /// Reads `site.yaml`. `None` where it names no usable language or address.
    pub fn read(
        path: &Arc<str>,
        node: &Node,
        base_url: Option<&str>,
    ) -> (Option<Self>, Vec<Diagnostic>) {
        let mut reader = Reader::new(path, Vec::new());
        let site = read(&mut reader, node, base_url);
        (site, reader.diagnostics)
    }

    /// The rules for words of a language that need not be one of the site; `None` leaves them as
    /// they are written.
    pub fn rules_of(&self, tag: &str) -> Option<&'static Profile> {
        if !self.typography {
            return None;
        }
        let own = self.languages.iter().find(|language| &*language.tag == tag);
        own.map_or_else(|| Profile::of_tag(tag), |language| language.typography)
    }

    /// Of each partial language, its tag and that of the language whose words stand in its place.
    pub fn fallbacks(&self) -> Vec<(Arc<str>, Arc<str>)> {
        fallbacks(&self.languages)
    }

    /// A moment as RFC 3339 has it, in the time zone of the site.
    pub fn rfc3339(&self, moment: Timestamp) -> String {
        let zoned = moment.to_zoned(self.time_zone.clone());
        zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// The tags of the languages, in order.
    pub fn tags(&self) -> ByLanguage<Arc<str>> {
        self.languages
            .iter()
            .map(|language| language.tag.clone())
            .collect()
    }
}

fn fallbacks(languages: &[Arc<Language>]) -> Vec<(Arc<str>, Arc<str>)> {
    let languages = languages.iter();
    let pair = |language: &Arc<Language>| Some((language.tag.clone(), language.fallback.clone()?));
    languages.filter_map(pair).collect()
}

fn read(reader: &mut Reader, node: &Node, base_url: Option<&str>) -> Option<Site> {
    let map = reader.map("site.yaml", node)?;
    reader.only(map, SITE_KEYS);
    if let Some(edition) = reader.number_of(map, "edition")
        && edition != EDITION
        && let Some(node) = map.get("edition")
    {
        // There never was an older one.
        let known = (edition < EDITION).then_some(EDITION);
        let finding = Diagnostic::new(&say::EDITION).with("edition", edition);
        reader.report(finding.with_some("known", known), node.span);
    }
    let typography = reader.boolean_of(map, "typography").unwrap_or(true);
    let languages = languages::languages(reader, map, node.span, typography);
    reader.tags = languages
        .iter()
        .map(|language| language.tag.clone())
        .collect();
    if languages.is_empty() {
        // So that nothing else is said to be in no language.
        let named = languages::titles(map).into_iter().flat_map(Map::iter);
        reader.tags = named.map(|(key, _)| key.name.as_str().into()).collect();
    }
    reader.fallbacks = fallbacks(&languages);
    let title = reader.localized_of(map, "title");
    if title.is_empty() {
        reader.missing("title", "title: {fr: \"…\", en: \"…\"}", node.span);
    }
    let description = reader.localized_of(map, "description");
    let organisation = Organisation::read(reader, map);
    let written = reader
        .text_of(map, "base_url")
        .and_then(|text| BaseUrl::parse(&text));
    let base_url = read_base_url(reader, map, node.span, base_url);
    let identity = reader.text_of(map, "identity");
    let time_zone = time_zone(reader, map);
    let theme = theme(reader, map);
    let is_demonstration = reader.boolean_of(map, "demonstration").unwrap_or(false);
    let menus = menus(reader, map);
    if let Some(params) = map.get("params") {
        reader.runs(params);
    }
    let untranslated = reader
        .choice_of(map, "untranslated", Untranslated::NAMES)
        .unwrap_or(Untranslated::Listed);
    let bases: Vec<&BaseUrl> = base_url.iter().chain(&written).collect();
    let checks = Checks::read(reader, map, &bases);
    if let Some(node) = map.get("hosts") {
        hosts(reader, node);
    }
    if languages.is_empty() {
        return None;
    }
    let base_url = base_url?;
    let home = written.as_ref().unwrap_or(&base_url);
    Some(Site {
        title,
        description,
        organisation,
        is_elsewhere: *home != base_url,
        identity: identity.unwrap_or_else(|| home.host().into()),
        base_url,
        time_zone,
        theme: theme.name,
        theme_span: theme.span,
        extends: theme.extends,
        tokens: theme.tokens,
        is_demonstration,
        languages,
        menus,
        untranslated,
        typography,
        gone: gone(reader, map),
        glossary: named(reader, map, "glossary"),
        notices: named(reader, map, "notices"),
        search: Search::read(reader, map),
        definitions: Definitions::read(reader, map),
        audit: Audit::read(reader, map),
        hosting: Hosting::read(reader, map),
        images: ImageSettings::read(reader, map),
        checks,
        skipped_links: skipped_links(reader, map),
        spelling: Spelling::read(reader, map),
        params: map.get("params").cloned(),
    })
}

/// What `theme:` says.
struct ThemeSetting {
    name: Arc<str>,
    span: Span,
    extends: bool,
    tokens: Tokens,
}

/// `theme:`, a name, or a map of `name`, `extends` and `tokens`; the default theme where it is left out.
fn theme(reader: &mut Reader, map: &Map) -> ThemeSetting {
    let mut setting = ThemeSetting {
        name: DEFAULT_THEME.into(),
        span: Span::default(),
        extends: false,
        tokens: Tokens::default(),
    };
    let Some(node) = map.get("theme") else {
        return setting;
    };
    setting.span = node.span;
    let Value::Map(theme) = &node.value else {
        let name = reader.text_of(map, "theme");
        setting.name = name.unwrap_or(setting.name);
        return setting;
    };
    reader.only(theme, &["name", "extends", "tokens"]);
    if let Some(name) = reader.text_of(theme, "name") {
        setting.name = name;
        setting.span = theme.get("name").map_or(node.span, |node| node.span);
    }
    setting.extends = reader
        .choice_of(theme, "extends", super::theme::EXTENDS)
        .is_some();
    setting.tokens = Tokens::read(reader, theme);
    setting
}

/// The collection that a setting names, and where.
fn named(reader: &mut Reader, map: &Map, key: &str) -> Option<(Arc<str>, Span)> {
    let name = reader.text_of(map, key)?;
    let span = map.get(key).map(|node| node.span).unwrap_or_default();
    Some((name, span))
}

fn time_zone(reader: &mut Reader, map: &Map) -> TimeZone {
    let Some(name) = reader.text_of(map, "time_zone") else {
        return TimeZone::UTC;
    };
    // The database that is compiled in, never the machine's: two builds are the same to the byte.
    jiff::tz::TimeZoneDatabase::bundled()
        .get(&name)
        .unwrap_or_else(|_| {
            if let Some(node) = map.get("time_zone") {
                reader.report(
                    Diagnostic::new(&say::TIME_ZONE).with("value", &name),
                    node.span,
                );
            }
            TimeZone::UTC
        })
}

/// `gone:` a list of former addresses.
fn gone(reader: &mut Reader, map: &Map) -> Vec<(Arc<str>, Span)> {
    let Some(node) = map.get("gone") else {
        return Vec::new();
    };
    let items = reader.list("gone", node);
    items
        .iter()
        .filter_map(|item| {
            let text = reader.item("gone", item)?;
            match url::address(text.trim()) {
                Ok(address) => Some((address.into(), item.span)),
                Err(unfit) => {
                    let fixed = url::fixed(&text).filter(|_| !text.contains('?'));
                    let is_path = text.starts_with('/') && !text.starts_with("//");
                    let kept = match unfit {
                        Unfit::Query => text.find('?').map(|at| text[at..].to_owned()),
                        Unfit::Percent => Some("%".to_owned()),
                        _ => (is_path && fixed.is_none()).then(|| text.to_string()),
                    };
                    let diagnostic = Diagnostic::new(&say::GONE_FORM)
                        .with("value", &text)
                        .with_some("kept", kept.filter(|_| fixed.is_none()));
                    reader.report(reader.instead(diagnostic, item, fixed), item.span);
                    None
                }
            }
        })
        .collect()
}

/// Where the site can be sent: looked at for its form alone, as long as nothing sends it.
fn hosts(reader: &mut Reader, node: &Node) {
    let Some(map) = reader.map("hosts", node) else {
        return;
    };
    for (key, node) in map.iter() {
        let Some(host) = reader.map(&key.name, node) else {
            continue;
        };
        reader.only(host, HOST_KEYS);
        for key in HOST_KEYS {
            reader.text_of(host, key);
        }
        let services = [("s3", ()), ("sftp", ())];
        if host.get("service").is_none() {
            reader.missing("service", "service: sftp", node.span);
        }
        reader.choice_of(host, "service", &services);
    }
}
