//! `site.yaml`.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::collection::Untranslated;
use super::hosting::Hosting;
use super::images::ImageSettings;
use super::reader::{Localized, Reader};
use crate::site::ids::{ByLanguage, LanguageId};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::language::{Language, LanguageError, Profile};
use rihla_text::url::{self, Unfit};
use rihla_text::yaml::{Map, Node, Value};

/// The edition that this version of the program writes.
const EDITION: usize = 1;

/// What stands beside the folders of the languages, or is asked for there by servers: no language can be
/// found below it.
const OWN_NAMES: [&str; 3] = ["404", "assets", "index"];

/// The settings of `site.yaml`.
pub const SITE_KEYS: &[&str] = &[
    "edition",
    "title",
    "description",
    "base_url",
    "identity",
    "time_zone",
    "theme",
    "languages",
    "menus",
    "untranslated",
    "translation",
    "typography",
    "gone",
    "glossary",
    "weight_limits",
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
    /// Where the site is published.
    pub base_url: BaseUrl,
    /// Whether a build puts another address in the place of the `base_url` of `site.yaml`.
    pub is_elsewhere: bool,
    /// What names the site in identifiers that must not change: `identity`, else the host of the
    /// `base_url` that `site.yaml` says, whatever a build puts in its place.
    pub identity: Arc<str>,
    /// In which dates and times of the content are meant.
    pub time_zone: TimeZone,
    /// The folder below `themes/`.
    pub theme: Arc<str>,
    /// Where `theme:` stands.
    pub theme_span: Span,
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
    /// What the place that serves the site is asked to do.
    pub hosting: Hosting,
    /// How images are made.
    pub images: ImageSettings,
    /// What the theme is given.
    pub params: Option<Node>,
}

/// An absolute address, cut where paths begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end: `https://example.org`.
    pub origin: String,
    /// The path under which the site lies, percent-encoded, with a slash at both ends: `/`, or
    /// `/a/b/`.
    pub path: String,
}

impl BaseUrl {
    /// The host, with its port where it has one.
    pub fn host(&self) -> &str {
        self.origin
            .split_once("://")
            .map_or(&*self.origin, |(_, host)| host)
    }

    /// Reads an absolute address with the scheme `http` or `https`; a missing slash at its end
    /// is added. `None` for anything else, or with a query, a fragment, a name of a user, or a part that is
    /// `..`, written as it is or in codes.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let scheme = &text[..text.len() - rest.len()];
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let unfit = |c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c);
        if rest.contains(unfit) || !is_host(host) {
            return None;
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        let path = match path {
            "" => "/".to_owned(),
            path => {
                let path = url::address(&format!("/{path}/")).ok();
                url::encoded(&path.filter(|path| !path.contains('\\'))?)
            }
        };
        Some(Self {
            origin: format!("{scheme}{host}"),
            path,
        })
    }
}

/// Whether a text is a host as an address has it, with a port where there is one: a name, an address of
/// version 4, or one of version 6 in brackets (RFC 3986, section 3.2.2).
fn is_host(text: &str) -> bool {
    let is_port = |port: &str| port.parse::<u16>().is_ok();
    if let Some((address, rest)) = text.strip_prefix('[').and_then(|t| t.split_once(']')) {
        let is_address = address.parse::<std::net::Ipv6Addr>().is_ok();
        return is_address && (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port));
    }
    let (name, port) = match text.split_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (text, None),
    };
    let is_label = |label: &str| {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        !label.is_empty()
            && label.chars().all(fits)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.split('.').all(is_label) && port.is_none_or(is_port)
}

/// A line of a menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// What it leads to; `None` for a group.
    pub target: Option<MenuTarget>,
    /// The words, where they are not the title of the target.
    pub title: Localized,
    /// A few sentences about a group.
    pub intro: Localized,
    /// The lines of a group.
    pub items: Vec<MenuItem>,
    /// Where it stands.
    pub span: Span,
}

/// What a line of a menu leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuTarget {
    /// An entry or a collection, by its id.
    Id(Arc<str>),
    /// An address elsewhere, or a page or a file of the site as texts link to it, and where it is written.
    Url(Arc<str>, Span),
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
    let languages = languages(reader, map, node.span, typography);
    reader.tags = languages
        .iter()
        .map(|language| language.tag.clone())
        .collect();
    reader.fallbacks = fallbacks(&languages);
    let title = reader.localized_of(map, "title");
    if title.is_empty() {
        reader.missing("title", "title: {fr: \"…\", en: \"…\"}", node.span);
    }
    let description = reader.localized_of(map, "description");
    let written = reader
        .text_of(map, "base_url")
        .and_then(|text| BaseUrl::parse(&text));
    let base_url = read_base_url(reader, map, node.span, base_url);
    let identity = reader.text_of(map, "identity");
    let time_zone = time_zone(reader, map);
    let theme = reader.text_of(map, "theme");
    if theme.is_none() {
        reader.missing("theme", "theme: mission", node.span);
    }
    let menus = menus(reader, map);
    if let Some(params) = map.get("params") {
        reader.runs(params);
    }
    let untranslated = reader
        .choice_of(map, "untranslated", Untranslated::NAMES)
        .unwrap_or(Untranslated::Listed);
    if let Some(limits) = map.get("weight_limits") {
        weight_limits(reader, limits);
    }
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
        is_elsewhere: *home != base_url,
        identity: identity.unwrap_or_else(|| home.host().into()),
        base_url,
        time_zone,
        theme: theme?,
        theme_span: map.get("theme").map(|node| node.span).unwrap_or_default(),
        languages,
        menus,
        untranslated,
        typography,
        gone: gone(reader, map),
        glossary: reader.text_of(map, "glossary").map(|name| {
            let span = map.get("glossary").map_or(node.span, |node| node.span);
            (name, span)
        }),
        hosting: Hosting::read(reader, map),
        images: ImageSettings::read(reader, map),
        params: map.get("params").cloned(),
    })
}

fn languages(
    reader: &mut Reader,
    map: &Map,
    span: Span,
    typography: bool,
) -> ByLanguage<Arc<Language>> {
    let mut languages: ByLanguage<Arc<Language>> = ByLanguage::default();
    let mut partial = Vec::new();
    let Some(list) = map.get("languages") else {
        reader.report(
            Diagnostic::new(&say::NO_LANGUAGES),
            Span::new(span.start, span.start),
        );
        return languages;
    };
    for item in reader.list("languages", list) {
        let Some(row) = reader.map("languages", item) else {
            continue;
        };
        reader.only(
            row,
            &[
                "tag",
                "name",
                "prefix",
                "variant",
                "typography",
                "partial",
                "fallback",
            ],
        );
        let Some((tag, variant)) = tags_of(reader, map, row, item.span) else {
            continue;
        };
        let tag_span = row.get("tag").map_or(item.span, |node| node.span);
        let mut name = reader.text_of(row, "name").unwrap_or_else(|| tag.clone());
        let mut prefix = reader
            .text_of(row, "prefix")
            .unwrap_or_else(|| tag.to_lowercase().into());
        if name.contains(char::is_control) {
            let span = row.get("name").map_or(item.span, |node| node.span);
            reader.report(Diagnostic::new(&say::LANGUAGE_NAME).with("tag", &tag), span);
            // Or everything that is written in the language would be wrong besides.
            name = tag.clone();
        }
        let prefix_span = row.get("prefix").map_or(tag_span, |node| node.span);
        if OWN_NAMES.contains(&&*prefix) {
            let finding = Diagnostic::new(&say::PREFIX).with("value", &prefix);
            reader.report(finding.with("own", &prefix), prefix_span);
            prefix = tag.to_lowercase().into();
        }
        if !rihla_text::language::is_prefix(&prefix) {
            let finding = Diagnostic::new(&say::PREFIX).with("value", &prefix);
            let better = rihla_text::language::slug(&prefix);
            let is_better = rihla_text::language::is_prefix(&better);
            let finding = match is_better && row.get("prefix").is_some() {
                true => finding.replace(prefix_span, &better),
                false => finding,
            };
            reader.report(finding, prefix_span);
            // Or every file in the language would be told to be in none.
            prefix = match is_better {
                true => better.into(),
                false => tag.to_lowercase().into(),
            };
        }
        if languages.iter().any(|language| language.tag == tag) {
            let finding = Diagnostic::new(&say::LANGUAGE_TWICE).with("value", &tag);
            reader.report(finding.with("key", "tag"), tag_span);
            continue;
        }
        if languages.iter().any(|language| language.prefix == prefix) {
            let finding = Diagnostic::new(&say::LANGUAGE_TWICE).with("value", &prefix);
            reader.report(finding.with("key", "prefix"), prefix_span);
            // Or every page in the language would be told to have the address of another.
            let is_free = |other: &Arc<str>| {
                let mut taken = languages.iter();
                !taken.any(|language| language.prefix == *other)
            };
            let others = [tag.to_lowercase(), format!("{}-2", tag.to_lowercase())];
            let other = others.into_iter().map(Arc::from).find(is_free);
            let Some(other) = other else {
                continue;
            };
            prefix = other;
        }
        // What is wrong with the row has been told.
        let Ok(mut language) = Language::new(&tag, &name, &prefix, variant.as_deref()) else {
            continue;
        };
        if let Some(profile) = named_rules(reader, row, &tag) {
            language.typography = Some(profile);
        }
        if !typography {
            language.typography = None;
        }
        region(reader, row, "tag", Some(&tag));
        region(reader, row, "variant", variant.as_deref());
        let number = languages.push(Arc::new(language));
        if let Some(fallback) = partial_row(reader, row) {
            let span = row.get("fallback").map_or(item.span, |node| node.span);
            partial.push((number, fallback, span));
        }
    }
    if languages.is_empty() && reader.diagnostics.is_empty() {
        reader.report(Diagnostic::new(&say::NO_LANGUAGES), list.span);
    }
    let is_whole = |number: LanguageId| !partial.iter().any(|(other, ..)| *other == number);
    let whole: Vec<Arc<str>> = languages
        .ids()
        .filter(|number| is_whole(*number))
        .map(|number| languages[number].tag.clone())
        .collect();
    for (number, fallback, span) in partial {
        let named = match &fallback {
            Some(name) => whole.iter().find(|tag| *tag == name),
            None => whole.first(),
        };
        if named.is_none() {
            reader.report(
                Diagnostic::new(&say::FALLBACK)
                    .with("value", fallback.unwrap_or_default())
                    .with_some("known", (!whole.is_empty()).then(|| whole.join(", "))),
                span,
            );
        }
        if let Some(tag) = named.or(whole.first())
            && let Some(language) = Arc::get_mut(&mut languages[number])
        {
            language.fallback = Some(tag.clone());
        }
    }
    languages
}

/// Of a row that says `partial: true`, the language that it names for what it lacks.
fn partial_row(reader: &mut Reader, row: &Map) -> Option<Option<Arc<str>>> {
    let fallback = reader.text_of(row, "fallback");
    let is_partial = reader.boolean_of(row, "partial").unwrap_or(false);
    if !is_partial && let Some(node) = row.get("fallback") {
        reader.report(Diagnostic::new(&say::FALLBACK_ALONE), node.span);
    }
    is_partial.then_some(fallback)
}

/// The tag and the variant of a row of `languages`, in a map that stands at `at`.
///
/// What is wrong with them is told. Where it is certain what was meant, the row is read on with
/// that: or each file in the language would be told to be in none.
fn tags_of(
    reader: &mut Reader,
    map: &Map,
    row: &Map,
    at: Span,
) -> Option<(Arc<str>, Option<Arc<str>>)> {
    let Some(mut tag) = reader.text_of(row, "tag") else {
        reader.missing("tag", "tag: fr", at);
        return None;
    };
    let mut variant = reader.text_of(row, "variant");
    let tag_span = row.get("tag").map_or(at, |node| node.span);
    let variant_span = row.get("variant").map_or(tag_span, |node| node.span);
    // Each of the two may be wrong.
    for _ in 0..2 {
        let error = match Language::new(&tag, &tag, "x", variant.as_deref()) {
            Err(error) => error,
            // `fra`, where the titles and the files say `fr`.
            Ok(_) => match rihla_text::language::replaced(&tag) {
                Some(better) if is_called(map, &better) && !is_called(map, &tag) => {
                    LanguageError::NotATag {
                        tag: tag.to_string(),
                        suggestion: Some(better),
                    }
                }
                _ => break,
            },
        };
        let (finding, span, wanted) = wrong_tag(map, &tag, error, (tag_span, variant_span));
        let meant = finding.replacement().map(|edit| edit.text.clone());
        let meant = meant.or(wanted).map(Arc::from);
        reader.report(finding, span);
        if span == tag_span {
            tag = meant?;
        } else {
            variant = meant;
        }
    }
    Some((tag, variant))
}

/// What to say of the tag or the variant of a language, which stand at two places, at which, and what
/// is meant.
fn wrong_tag(
    map: &Map,
    tag: &str,
    error: LanguageError,
    (tag_span, variant_span): (Span, Span),
) -> (Diagnostic, Span, Option<String>) {
    let (written, wanted) = match error {
        LanguageError::NotATag { tag, suggestion } => (tag, suggestion),
        LanguageError::NotCanonical { tag, canonical } => (tag, Some(canonical)),
        LanguageError::VariantOfAnother { variant, .. } => (variant, None),
        LanguageError::NotAPrefix(_) | LanguageError::NoData(_) => (tag.to_owned(), None),
    };
    if written != tag {
        let is_of_tag = |wanted: &String| rihla_text::language::is_variant(tag, wanted);
        let wanted = wanted
            .filter(is_of_tag)
            .or_else(|| rihla_text::language::meant_variant(tag, &written));
        let message = match wanted.as_ref().is_some_and(|_| is_of_tag(&written)) {
            true => &say::LANGUAGE_TAG,
            false => &say::VARIANT,
        };
        let finding = Diagnostic::new(message)
            .with("value", &written)
            .with("language", tag);
        let finding = match &wanted {
            Some(wanted) => finding.with("wanted", wanted).replace(variant_span, wanted),
            None => finding,
        };
        return (finding, variant_span, wanted);
    }
    let finding = Diagnostic::new(&say::LANGUAGE_TAG).with("value", &written);
    let wanted = wanted.or_else(|| left_over(map));
    let primary = tag
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is_named = |name: &str| is_called(map, name);
    let meant = wanted.as_ref().map(|wanted| match is_named(&primary) {
        true => primary,
        false => wanted.clone(),
    });
    let finding = finding.with_some("wanted", meant.as_ref().or(wanted.as_ref()));
    // What is written elsewhere in the same way is to be written anew there as well.
    let finding = match meant.filter(|_| !is_named(tag)) {
        Some(meant) => finding.replace(tag_span, meant),
        None => finding,
    };
    (finding, tag_span, wanted)
}

/// The site's titles by language: what they are called by is what its files are.
fn titles(map: &Map) -> Option<&Map> {
    match &map.get("title")?.value {
        Value::Map(titles) => Some(titles),
        _ => None,
    }
}

/// Whether the site has a title in a language.
fn is_called(map: &Map, tag: &str) -> bool {
    titles(map).is_some_and(|titles| titles.get(tag).is_some())
}

/// The one language of the site's titles that no row of `languages` names.
fn left_over(map: &Map) -> Option<String> {
    let Value::List(rows) = &map.get("languages")?.value else {
        return None;
    };
    fn tag(row: &Node) -> Option<String> {
        match &row.value {
            Value::Map(row) => match &row.get("tag")?.value {
                Value::Scalar(tag) => {
                    let meant = rihla_text::language::replaced(&tag.text);
                    Some(meant.unwrap_or_else(|| tag.text.clone()))
                }
                _ => None,
            },
            _ => None,
        }
    }
    let rows: Vec<String> = rows.iter().filter_map(tag).collect();
    let mut others = titles(map)?.iter().map(|(key, _)| &*key.name);
    let is_other = |name: &&str| !rows.iter().any(|tag| tag == name);
    let other = others.find(is_other)?;
    let is_one = !others.any(|name| is_other(&name));
    (is_one && Language::new(other, other, "x", None).is_ok()).then(|| other.to_owned())
}

/// Tells a region that is none, as in `en-UK`, in the tag that stands under a key.
fn region(reader: &mut Reader, row: &Map, key: &str, tag: Option<&str>) {
    if let Some(tag) = tag
        && let Some(better) = rihla_text::language::replaced(tag)
        && let Some(node) = row.get(key)
    {
        let found = Diagnostic::new(&say::TAG_REPLACED).with("value", tag);
        // Files and texts are named by a tag: another one alone would lose them.
        let found = match key {
            "tag" => found.with("tag", &better),
            _ => found.with("better", &better).replace(node.span, &better),
        };
        reader.report(found, node.span);
    }
}

/// The rules that a language names.
fn named_rules(reader: &mut Reader, row: &Map, tag: &str) -> Option<&'static Profile> {
    let name = reader.text_of(row, "typography")?;
    match Profile::named(tag, &name) {
        Ok(profile) => Some(profile),
        Err(unknown) => {
            let known = &unknown.known;
            reader.report(
                Diagnostic::new(&say::TYPOGRAPHY)
                    .with("value", &name)
                    .with("language", tag)
                    .with_some("known", (!known.is_empty()).then(|| known.join(", "))),
                row.get("typography")
                    .map_or(Span::default(), |node| node.span),
            );
            None
        }
    }
}

fn read_base_url(
    reader: &mut Reader,
    map: &Map,
    span: Span,
    given: Option<&str>,
) -> Option<BaseUrl> {
    let written = reader.text_of(map, "base_url");
    if written.is_none() && given.is_none() {
        reader.missing(
            "base_url",
            "base_url: \"https://morocco.example.org/\"",
            span,
        );
    }
    let text = given.map(Arc::from).or(written)?;
    let mut parsed = BaseUrl::parse(&text);
    if parsed.is_none() {
        let diagnostic = Diagnostic::new(&say::BASE_URL).with("value", &text);
        match map.get("base_url") {
            Some(node) if given.is_none() => {
                let meant = meant_url(&text);
                parsed = meant.as_deref().and_then(BaseUrl::parse);
                let finding = reader.instead(diagnostic, node, meant);
                reader.report(finding, node.span);
            }
            // It was given for this build, and stands in no file.
            _ => reader.diagnostics.push(diagnostic),
        }
    }
    parsed
}

/// The address of a site that was written without its scheme.
fn meant_url(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/');
    let is_host = |host: &str| {
        let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
        host.contains('.') && host.chars().all(fits) && !host.split('.').any(str::is_empty)
    };
    let host = text.split('/').next().unwrap_or_default();
    let url = format!("https://{text}/");
    (is_host(host) && BaseUrl::parse(&url).is_some()).then_some(url)
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

fn menus(reader: &mut Reader, map: &Map) -> Vec<(Arc<str>, Vec<MenuItem>)> {
    let Some(menus) = map.get("menus").and_then(|node| reader.map("menus", node)) else {
        return Vec::new();
    };
    menus
        .iter()
        .map(|(key, node)| {
            let items = reader.list(&key.name, node);
            (
                Arc::from(key.name.as_str()),
                items
                    .iter()
                    .filter_map(|item| menu_item(reader, item, true))
                    .collect(),
            )
        })
        .collect()
}

/// A line of a menu: an id, `{id, title}`, `{url, title}`, or a group `{title, intro, items}`.
fn menu_item(reader: &mut Reader, node: &Node, may_group: bool) -> Option<MenuItem> {
    let map = match &node.value {
        Value::Scalar(scalar) => {
            return Some(MenuItem {
                target: Some(MenuTarget::Id(scalar.text.trim_matches('/').into())),
                title: Localized::default(),
                intro: Localized::default(),
                items: Vec::new(),
                span: node.span,
            });
        }
        _ => reader.map("items", node)?,
    };
    let known: &[&str] = if may_group {
        &["title", "intro", "items", "id", "url"]
    } else {
        &["title", "id", "url"]
    };
    reader.only(map, known);
    let title = reader.localized_of(map, "title");
    let intro = reader.localized_of(map, "intro");
    let id = reader.text_of(map, "id");
    let url = reader.link_of(map, "url");
    let items = match map.get("items") {
        Some(items) if may_group => reader
            .list("items", items)
            .iter()
            .filter_map(|item| menu_item(reader, item, false))
            .collect(),
        _ => Vec::new(),
    };
    if id.is_some()
        && let Some(url) = map.get("url")
    {
        let finding = Diagnostic::new(&say::BESIDE);
        reader.report(finding.with("key", "url").with("other", "id"), url.span);
    }
    let target = match (id, url) {
        (Some(id), _) => Some(MenuTarget::Id(id.trim_matches('/').into())),
        (None, Some((url, span))) => Some(MenuTarget::Url(url, span)),
        (None, None) => None,
    };
    if title.is_empty() && !matches!(target, Some(MenuTarget::Id(_))) {
        reader.missing("title", "title: {fr: \"…\", en: \"…\"}", node.span);
    }
    Some(MenuItem {
        target,
        title,
        intro,
        items,
        span: node.span,
    })
}

/// Where the site can be sent: looked at for its form alone, as long as nothing sends it.
fn hosts(reader: &mut Reader, node: &Node) {
    let Some(map) = reader.map("hosts", node) else {
        return;
    };
    let finding = Diagnostic::new(&say::NOT_YET).with("key", "hosts");
    reader.report(finding, node.span);
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

fn weight_limits(reader: &mut Reader, node: &Node) {
    let Some(map) = reader.map("weight_limits", node) else {
        return;
    };
    // Those that do nothing yet are told, and not offered.
    let mut known = map.clone();
    known.remove("html");
    known.remove("page");
    reader.only(&known, &["image"]);
    for (key, node) in map.iter() {
        reader.size(&key.name, node);
        if matches!(&*key.name, "html" | "page") {
            let finding = Diagnostic::new(&say::NOT_YET);
            reader.report(finding.with("key", &key.name), key.span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls() {
        let base = |text| BaseUrl::parse(text).map(|base| (base.origin, base.path));
        let some = |origin: &str, path: &str| Some((origin.to_owned(), path.to_owned()));
        assert_eq!(base("https://a.org/"), some("https://a.org", "/"));
        assert_eq!(base("https://a.org"), some("https://a.org", "/"));
        assert_eq!(
            base("http://a.org:80/b/c"),
            some("http://a.org:80", "/b/c/")
        );
        assert_eq!(
            base("http://localhost:8000/é/"),
            some("http://localhost:8000", "/%C3%A9/")
        );
        assert_eq!(base("http://[::1]:80"), some("http://[::1]:80", "/"));
        for wrong in [
            "",
            "a.org",
            "ftp://a.org/",
            "https:///x",
            "https://a.org/?q",
            "https://a.org/../b",
            "https://a.org//b",
            "https://a.org/%2e%2e/b",
            "https://a.org/%2E./",
            "https://a.org/b%2fc/",
            "https://a.org/%5c/",
            "https://a.org/%00/",
            "https://a.org/%zz/",
            "https://a.org/\u{202e}b/",
            "https://a.org/b\u{200b}/",
            "https://a\u{ad}b.org/",
            "https://ali@a.org/",
            "https://ali:secret@a.org/",
            "https://a.org:80a/",
            "https://a.org:99999/",
            "https://a%2forg/",
            "https://a..org/",
            "https://-a.org/",
            "https://[::1/",
            "https://a.org/#b",
        ] {
            assert_eq!(base(wrong), None, "{wrong}");
        }
    }
}
