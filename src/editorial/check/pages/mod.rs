//! What can be verified of the built pages: each by itself, and all of them together.
//!
//! ```text
//! page ─Inspector::look─▶ Seen ┐
//! page ─Inspector::look─▶ Seen ┼─verify─▶ findings on pages ─place─▶ diagnostics at their sources
//! page ─Inspector::look─▶ Seen ┘
//! ```
//!
//! A page is read once, as soon as it is drawn, and nothing of it is kept but what the others need. What is found on
//! it is led back to the words, the field or the line of a template that caused it, by a second drawing of
//! that page alone ([`rihla_build::origin`]). What one place causes on many pages is one finding.

mod address;
mod documents;
mod help;
mod languages;
mod later;
mod links;
mod memory;
mod place;
mod sources;
#[cfg(test)]
mod tests;
mod touched;
mod weight;

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, Once, PoisonError};

use rihla_build::Options;
use rihla_build::query::Site;
use rihla_build::write::WrittenFile;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Diagnostic, Message, Severity, Span, Value};
use rihla_html::{Document, Ground, ReferenceKind, Rule, Zone};
use rihla_site::ids::LanguageId;
use rihla_site::plan::Page;
use rihla_site::source::Digest;
use rihla_text::index::Index;

use crate::changes::Before;
pub(super) use later::Later;
use memory::Memory;
use place::Teller;
pub(super) use touched::Touched;

/// The rules of all pages together, with the tests of RGAA 4.1.2 and the criteria of WCAG 2.2 that they answer
/// in part.
pub(super) static RULES: &[Rule] = &[
    Rule::new(&say::LINK_TARGET, &[], &[]),
    Rule::new(&say::LINK_FRAGMENT, &[], &[]),
    Rule::new(&say::RESOURCE, &[], &[]),
    Rule::new(&say::TITLE_UNIQUE, &["8.6.1"], &["2.4.2"]),
    Rule::new(&say::ALTERNATE, &[], &[]),
    Rule::new(&say::CANONICAL, &[], &[]),
    Rule::new(
        &say::TEXT_LANGUAGE,
        &["8.4.1", "8.7.1", "8.8.1"],
        &["3.1.1", "3.1.2"],
    ),
    Rule::new(&say::WEIGHT, &[], &[]),
    Rule::new(&say::REQUESTS, &[], &[]),
    Rule::new(&say::HELP_PLACE, &[], &["3.2.6"]),
    Rule::new(&say::PDF_TITLE, &["13.3.1"], &[]),
    Rule::new(&say::PDF_LANGUAGE, &["13.3.1"], &[]),
    Rule::new(&say::PDF_TAGS, &["13.3.1"], &[]),
    Rule::new(&say::DOCUMENT_HIDDEN, &[], &[]),
    Rule::new(&say::DOCUMENT_AUTHOR, &[], &[]),
    Rule::new(&say::SILENCE_UNUSED, &[], &[]),
];

/// Looks at pages while they are drawn.
#[derive(Debug)]
pub struct Inspector {
    kept: Mutex<Kept>,
    /// Where pages lead that is no part of the site, where somebody asks about it.
    #[cfg(feature = "external")]
    pub(super) addresses: Option<super::external::Addresses>,
    /// Rules that are not asked: silences of theirs may be needed by another check.
    pub(super) idle: Vec<&'static Rule>,
    /// What the last check left; none where it is to be left alone.
    memory: Option<Memory>,
    /// Whether it was read.
    is_loaded: Once,
}

/// What is kept of the pages.
#[derive(Debug, Default)]
struct Kept {
    seen: Vec<Seen>,
    /// The addresses to which pages lead, each once, by the numbers that [`Reference`] has for them: in the site,
    /// without its base, with what stands after `#`.
    names: Vec<Arc<str>>,
    numbers: Index,
    /// What the last check saw, by address: of pages that were not drawn yet.
    before: BTreeMap<Arc<str>, Seen>,
    /// How many pages were read.
    read: usize,
}

/// What is kept of a page.
#[derive(Clone, Debug)]
struct Seen {
    /// Its address, without the base.
    address: Arc<str>,
    /// The language that it has in the plan.
    language: LanguageId,
    /// What rules found on it alone.
    found: Vec<Found>,
    title: Option<(String, Span)>,
    /// The names of its parts, sorted.
    parts: Vec<Box<str>>,
    references: Vec<Reference>,
    /// The page in other languages: language, address as it is written, and place.
    alternates: Vec<(String, String, Span)>,
    canonical: Option<(String, Span)>,
    is_noindex: bool,
    /// How many bytes are sent of it, at most.
    sent: u64,
    digest: Digest,
}

/// An address of the site on a page.
#[derive(Clone, Copy, Debug)]
struct Reference {
    name: u32,
    kind: ReferenceKind,
    /// Whether it is one of several sizes of an image, or a picture for sharing, which no reader of the page loads.
    is_choice: bool,
    zone: Zone,
    start: u32,
    end: u32,
}

impl Reference {
    fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Something that is wrong with a page.
#[derive(Clone, Debug)]
struct Found {
    message: &'static Message,
    /// In the page: usually a start tag.
    span: Span,
    values: Vec<(&'static str, Value)>,
    /// Where the page alone decides it.
    weight: Option<Severity>,
    /// What makes it one with the same on other pages, wherever it is placed there.
    cause: Option<Arc<str>>,
    /// How much of it there is.
    amount: u64,
}

impl Found {
    fn new(message: &'static Message, span: Span) -> Self {
        Self {
            message,
            span,
            values: Vec::new(),
            weight: None,
            cause: None,
            amount: 0,
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

impl Inspector {
    /// Looks at the pages of a site.
    pub fn new(options: &Options) -> Self {
        Self {
            memory: Memory::of(options),
            ..Self::without_memory()
        }
    }

    /// Looks at pages, and at nothing that a check left.
    pub fn without_memory() -> Self {
        Self {
            kept: Mutex::default(),
            #[cfg(feature = "external")]
            addresses: None,
            idle: Vec::new(),
            memory: None,
            is_loaded: Once::new(),
        }
    }

    /// What the last check saw on a page, where it is the same.
    fn recall(&self, site: &Site, page: &Page, digest: &Digest) -> Option<Seen> {
        let memory = self.memory.as_ref()?;
        self.is_loaded.call_once(|| {
            let (before, names) = memory.load(site);
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            for name in &names {
                kept.number(name);
            }
            kept.before = before;
        });
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = kept.before.remove(&page.address)?;
        (seen.digest == *digest).then_some(Seen {
            language: page.language,
            ..seen
        })
    }

    /// Looks at a page as it would be written.
    pub fn look(&self, site: &Arc<Site>, page: &Page, html: &[u8]) {
        let Ok(text) = std::str::from_utf8(html) else {
            return;
        };
        let document = LazyCell::new(|| Document::parse(text));
        #[cfg(feature = "external")]
        if let Some(addresses) = &self.addresses {
            addresses.look(page, &document);
        }
        let digest = Digest::of(html);
        match self.recall(site, page, &digest) {
            Some(seen) => {
                let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.seen.push(seen);
            }
            None => look(&self.kept, site, page, text, &document, digest),
        }
    }

    /// What is wrong with the pages, at the places in the sources that cause it, and what was told of the sources
    /// themselves; of both what the site wants to hear, and no finding twice. `files` are all that the site
    /// consists of, and `later` is the site when all texts are online that wait for their day. With an earlier state, only what concerns a page or a file that is another since; what these are
    /// is given back.
    pub fn verify(
        self,
        site: &Arc<Site>,
        files: &[WrittenFile],
        mut told: Vec<Diagnostic>,
        later: Option<&Later>,
        before: Option<&Before>,
    ) -> (Vec<Diagnostic>, Option<Touched>) {
        let mut kept = self
            .kept
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        kept.seen.sort_by(|a, b| a.address.cmp(&b.address));
        if let Some(memory) = &self.memory
            && (kept.read > 0 || !kept.before.is_empty())
        {
            memory.save(site, &kept);
        }
        // Where a page could not be drawn, nothing tells where the others lead.
        if kept.seen.len() == site.plan.pages.len() {
            let mut found = together(site, &kept, files);
            found.extend(weight::check(site, &kept, files));
            for (number, found) in found {
                if !is_off(site, found.message) {
                    kept.seen[number].found.push(found);
                }
            }
        }
        told.extend(documents::check(site));
        let touched = before.map(|before| Touched::new(site, &kept.seen, before));
        let mut teller = Teller::new(site, touched.as_ref());
        teller.idle = self.idle;
        teller.sources(told);
        teller.pages(site, &kept.seen);
        if let Some(later) = later {
            let seen = later.look(site, &kept, files);
            teller.pages(&later.site, &seen);
        }
        (teller.finish(), touched)
    }

    /// What is wrong with each of the pages by itself, and what was told of the sources, likewise.
    pub fn told(self, site: &Arc<Site>, told: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let kept = self.kept.into_inner();
        let kept = kept.unwrap_or_else(PoisonError::into_inner);
        let mut teller = Teller::new(site, None);
        teller.sources(told);
        teller.pages(site, &kept.seen);
        teller.told()
    }
}

/// From where relative addresses of a page lead (HTML, section 4.2.3).
enum Base {
    /// From the page.
    None,
    /// From another place of the site.
    Page(String),
    /// From another site.
    Elsewhere,
}

impl Base {
    fn of(site: &Site, page: &Page, document: &Document) -> Self {
        let mut bases = document
            .elements()
            .filter(|element| element.name() == "base");
        match bases.find_map(|base| base.attribute("href")) {
            None => Self::None,
            Some(href) => match address::of_site(site, &page.address, href) {
                Some(path) => Self::Page(path.split('#').next().unwrap_or_default().to_owned()),
                None => Self::Elsewhere,
            },
        }
    }
}

/// Reads a page and notes what the others need of it, and what is wrong with it alone.
fn look(
    kept: &Mutex<Kept>,
    site: &Site,
    page: &Page,
    html: &str,
    document: &Document,
    digest: Digest,
) {
    let settings = &site.config.site;
    let origin = &settings.base_url.origin;
    let checks = &settings.checks;
    let found = rihla_html::check(document, &Ground { origin })
        .into_iter()
        .map(|finding| Found {
            values: finding.values,
            ..Found::new(finding.rule.message, finding.span)
        })
        .chain(languages::texts(site, page, document))
        .filter(|found| !is_off(site, found.message))
        .collect();
    let mut alternates = Vec::new();
    let mut canonical = None;
    let mut references = Vec::new();
    let base = Base::of(site, page, document);
    for reference in document.references() {
        let span = reference.element.span();
        match reference.kind {
            ReferenceKind::Alternate => {
                let language = reference.element.attribute("hreflang");
                if let Some(language) = language {
                    let address = reference.address.into_owned();
                    alternates.push((language.to_owned(), address, span));
                    continue;
                }
            }
            ReferenceKind::Canonical => {
                canonical = Some((reference.address.into_owned(), span));
                continue;
            }
            // Of what a page names besides, this alone is loaded.
            ReferenceKind::Other => {
                let rel = reference.element.attribute("rel").unwrap_or_default();
                let rel = rel.to_ascii_lowercase();
                if !["icon", "manifest", "preload"]
                    .iter()
                    .any(|kind| rel.contains(kind))
                {
                    continue;
                }
            }
            _ => {}
        }
        let is_choice = reference.attribute.ends_with("srcset") || reference.attribute == "content";
        let name = match &base {
            Base::None => address::of_site(site, &page.address, &reference.address),
            Base::Page(base) => address::of_site(site, base, &reference.address),
            Base::Elsewhere => address::of_origin(site, &reference.address),
        };
        if let Some(name) = name {
            let zone = document.zone(reference.element);
            references.push((name, reference.kind, is_choice, zone, span));
        }
    }
    let is_noindex = document.elements().any(|element| {
        element.name() == "meta"
            && element.attribute("name") == Some("robots")
            && element
                .attribute("content")
                .is_some_and(|content| content.contains("noindex"))
    });
    let title = document
        .elements()
        .find(|element| element.name() == "title");
    let title = document.title().zip(title.map(|element| element.span()));
    let mut parts: Vec<Box<str>> = document.ids().map(|(id, _)| id.into()).collect();
    parts.sort_unstable();
    parts.dedup();
    // What is light as it is need not be compressed to be weighed.
    let sent = match html.len() as u64 {
        length if length <= checks.limits.html.0 => length,
        _ => rihla_build::write::sent(html.as_bytes()),
    };
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    let references = references
        .into_iter()
        .map(|(name, kind, is_choice, zone, span)| Reference {
            name: kept.number(&name),
            kind,
            is_choice,
            zone,
            start: u32::try_from(span.start).unwrap_or(u32::MAX),
            end: u32::try_from(span.end).unwrap_or(u32::MAX),
        })
        .collect();
    kept.seen.push(Seen {
        address: page.address.clone(),
        language: page.language,
        found,
        title,
        parts,
        references,
        alternates,
        canonical,
        is_noindex,
        sent,
        digest,
    });
    kept.read += 1;
}

impl Kept {
    /// Nothing, with the addresses that others lead to.
    fn with_names(names: &[Arc<str>]) -> Self {
        let mut kept = Self::default();
        for name in names {
            kept.number(name);
        }
        kept
    }

    /// The number of an address.
    fn number(&mut self, name: &str) -> u32 {
        let number = match self.numbers.get(name) {
            Some(number) => number,
            None => {
                self.numbers.insert(name.into(), self.names.len());
                self.names.push(name.into());
                self.names.len() - 1
            }
        };
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// The page of an address without the base, by its number.
    fn page(&self, address: &str) -> Option<usize> {
        let found = self
            .seen
            .binary_search_by(|seen| (*seen.address).cmp(address));
        found.ok()
    }
}

/// What is wrong with pages beside each other.
fn together(site: &Site, kept: &Kept, files: &[WrittenFile]) -> Vec<OnPage> {
    let mut found = links::check(site, kept, files);
    found.extend(languages::titles(site, kept));
    found.extend(languages::alternates(site, kept));
    found.extend(help::check(site, kept));
    found
}

/// Whether the site does not want to hear of a rule.
fn is_off(site: &Site, message: &Message) -> bool {
    let weight = site.config.site.checks.weight(message.code);
    weight == Some(rihla_site::config::Weight::Off)
}

/// A finding of all pages together: the number of the page, and what is wrong with it.
type OnPage = (usize, Found);
