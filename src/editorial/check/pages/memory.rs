//! What the last check saw on each page, so that a page that came out the same is not read again.
//!
//! One file in `.rihla`, which is read before the first page is looked at and written, whole, after the last one. A page
//! is known by its address and the digest of its HTML. What a look depends on besides, the rules, which are the
//! program's, and `site.yaml`, is told apart by the head of the file. What cannot be understood is as good as none.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Found, Kept, Reference, Seen};
use rihla_build::query::Site;
use rihla_build::{Options, cache, write};
use rihla_diagnostics::{Span, Value};
use rihla_html::{ReferenceKind, VALUE_NAMES, Zone};
use rihla_site::config::SITE;
use rihla_site::ids::LanguageId;
use rihla_site::source::Digest;

/// The name of the file in `.rihla`.
const NAME: &str = "check";

/// The kinds of references, by the numbers under which they are kept.
const KINDS: [ReferenceKind; 9] = [
    ReferenceKind::Link,
    ReferenceKind::Form,
    ReferenceKind::Style,
    ReferenceKind::Script,
    ReferenceKind::Image,
    ReferenceKind::Media,
    ReferenceKind::Alternate,
    ReferenceKind::Canonical,
    ReferenceKind::Other,
];

/// The sides of the main part, by their numbers.
const ZONES: [Zone; 3] = [Zone::Before, Zone::Main, Zone::After];

/// Where what was seen is kept.
#[derive(Debug)]
pub(super) struct Memory {
    folder: PathBuf,
    program: String,
}

/// What was seen, by the addresses of pages, and the addresses to which they lead.
type Remembered = (BTreeMap<Arc<str>, Seen>, Vec<Arc<str>>);

/// The whole file, after its digest.
#[derive(Serialize, Deserialize)]
struct File<'f> {
    program: Cow<'f, str>,
    ground: Digest,
    /// The addresses to which pages lead, by number.
    names: Vec<Arc<str>>,
    pages: Vec<Page<'f>>,
}

/// What is kept of a page: [`Seen`], as it is written.
#[derive(Serialize, Deserialize)]
struct Page<'f> {
    address: Arc<str>,
    digest: Digest,
    found: Vec<Finding<'f>>,
    title: Option<(Cow<'f, str>, Span)>,
    parts: Vec<Cow<'f, str>>,
    /// Name, kind, whether it is a choice, zone, start, end.
    references: Vec<(u32, u8, bool, u8, u32, u32)>,
    alternates: Vec<(Cow<'f, str>, Cow<'f, str>, Span)>,
    canonical: Option<(Cow<'f, str>, Span)>,
    is_noindex: bool,
    sent: u64,
}

/// What is kept of a finding: the numbers of its rule and of the names of its values.
#[derive(Serialize, Deserialize)]
struct Finding<'f> {
    rule: u16,
    span: Span,
    values: Vec<(u8, Cow<'f, Value>)>,
}

impl Memory {
    /// Where a check keeps what it saw; `None` where nothing is to be kept.
    pub(super) fn of(options: &Options) -> Option<Self> {
        options.cache.then(|| Self {
            folder: options.site.clone(),
            program: options.program.name_of_status(),
        })
    }

    /// What was kept of pages that were looked at as they would be now, and the addresses to which they lead.
    pub(super) fn load(&self, site: &Site) -> Remembered {
        self.read(site).unwrap_or_default()
    }

    fn read(&self, site: &Site) -> Option<Remembered> {
        let bytes = write::recall(&self.folder, NAME)?;
        let file: File = postcard::from_bytes(cache::opened(&bytes)?).ok()?;
        if file.program != self.program || file.ground != ground(site) {
            return None;
        }
        let rules: Vec<_> = super::super::rules().map(|rule| rule.message).collect();
        let pages = file.pages.into_iter().filter_map(|page| {
            let found = page.found.into_iter().map(|finding| {
                let values = finding.values.into_iter();
                let values = values.map(|(name, value)| {
                    let name = VALUE_NAMES.get(usize::from(name))?;
                    Some((*name, value.into_owned()))
                });
                Some(Found {
                    values: values.collect::<Option<_>>()?,
                    ..Found::new(rules.get(usize::from(finding.rule))?, finding.span)
                })
            });
            let references = page.references.into_iter().map(|reference| {
                let (name, kind, is_choice, zone, start, end) = reference;
                Some(Reference {
                    name,
                    kind: *KINDS.get(usize::from(kind))?,
                    is_choice,
                    zone: *ZONES.get(usize::from(zone))?,
                    start,
                    end,
                })
            });
            let place = |(text, span): (Cow<str>, Span)| (text.into_owned(), span);
            let alternates = page.alternates.into_iter();
            let alternates =
                alternates.map(|(tag, to, span)| (tag.into_owned(), to.into_owned(), span));
            let seen = Seen {
                address: page.address.clone(),
                // That of the page of this address, which the plan knows.
                language: LanguageId::FIRST,
                found: found.collect::<Option<_>>()?,
                title: page.title.map(place),
                parts: page.parts.into_iter().map(Into::into).collect(),
                references: references.collect::<Option<_>>()?,
                alternates: alternates.collect(),
                canonical: page.canonical.map(place),
                is_noindex: page.is_noindex,
                sent: page.sent,
                digest: page.digest,
            };
            Some((page.address, seen))
        });
        Some((pages.collect(), file.names))
    }

    /// Keeps what was seen. Where that cannot be written, the next check reads all pages again.
    pub(super) fn save(&self, site: &Site, kept: &Kept) {
        let rules: Vec<_> = super::super::rules().map(|rule| rule.message).collect();
        // Addresses to which no page leads any more are forgotten.
        let mut numbers = vec![None; kept.names.len()];
        let mut names = Vec::new();
        let mut pages = Vec::with_capacity(kept.seen.len());
        for seen in &kept.seen {
            let references = seen.references.iter().map(|reference| {
                let number = numbers.get_mut(reference.name as usize)?;
                let number = *number.get_or_insert_with(|| {
                    names.push(kept.names[reference.name as usize].clone());
                    names.len() - 1
                });
                let kind = KINDS.iter().position(|kind| *kind == reference.kind)?;
                let zone = ZONES.iter().position(|zone| *zone == reference.zone)?;
                let (name, kind) = (u32::try_from(number).ok()?, u8::try_from(kind).ok()?);
                let zone = u8::try_from(zone).ok()?;
                let (start, end) = (reference.start, reference.end);
                Some((name, kind, reference.is_choice, zone, start, end))
            });
            let references: Option<Vec<_>> = references.collect();
            let found = seen.found.iter().map(|found| {
                let is_own =
                    |message: &&rihla_diagnostics::Message| message.code == found.message.code;
                let values = found.values.iter().map(|(name, value)| {
                    let number = VALUE_NAMES.iter().position(|known| known == name)?;
                    Some((u8::try_from(number).ok()?, Cow::Borrowed(value)))
                });
                Some(Finding {
                    rule: u16::try_from(rules.iter().position(is_own)?).ok()?,
                    span: found.span,
                    values: values.collect::<Option<_>>()?,
                })
            });
            let found: Option<Vec<_>> = found.collect();
            debug_assert!(found.is_some(), "a finding that no file can hold: {seen:?}");
            let (Some(references), Some(found)) = (references, found) else {
                continue;
            };
            let place = |(text, span): &(String, Span)| (Cow::Owned(text.clone()), *span);
            pages.push(Page {
                address: seen.address.clone(),
                digest: seen.digest,
                found,
                title: seen.title.as_ref().map(place),
                parts: seen
                    .parts
                    .iter()
                    .map(|part| Cow::Borrowed(&**part))
                    .collect(),
                references,
                alternates: seen
                    .alternates
                    .iter()
                    .map(|(tag, to, span)| (Cow::Borrowed(&**tag), Cow::Borrowed(&**to), *span))
                    .collect(),
                canonical: seen.canonical.as_ref().map(place),
                is_noindex: seen.is_noindex,
                sent: seen.sent,
            });
        }
        let file = File {
            program: Cow::Borrowed(&self.program),
            ground: ground(site),
            names,
            pages,
        };
        // Writing to memory does not fail; a file of no bytes is none.
        let bytes = postcard::to_extend(&file, vec![0; 32]).unwrap_or_default();
        let _ = write::private(&self.folder, NAME, &cache::sealed(bytes));
    }
}

/// What tells apart all on which a look at a page depends besides its HTML and the program.
fn ground(site: &Site) -> Digest {
    let settings = site.snapshot.text(SITE).map_or("", |text| text);
    Digest::of(format!("{}\n{settings}", site.routes.absolute("/")).as_bytes())
}
