//! What a build caches of its pages: the queries that each asked, and what tells the
//! answers apart (verifying traces, as in *Build Systems à la Carte*). A page whose queries
//! would all be answered as they were is left as it is.
//!
//! The build cache of an output folder is a file in `.rihla`. It is written after the folder has
//! been brought to its new state, and it names the digest of each page: where the two do not
//! agree, because a build was interrupted between them or somebody changed a file, the page is
//! rendered again. What cannot be understood, or belongs to another version of the program or
//! another configuration, is as good as none.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::program::Program;
use crate::query::{Fingerprint, Query, Site};
use crate::trace::Trace;
use crate::write;
use rihla_site::config::SITE;
use rihla_site::content::{CachedParts, Parts};
use rihla_site::plan::Page;
use rihla_site::source::Digest;
use rihla_text::index::Index;

/// The name of the file, after that of the output folder.
pub(super) const NAME: &str = "pages";

/// The name of the file of what the files of the content said, whatever folder was written.
pub(super) const PARTS: &str = "parts";

/// Queries that many pages asked once, and that none may ask any more, are carried along;
/// a cache with more than this many of them for each page is given up.
const SHARED_FOR_PAGE: usize = 4;

/// Why a page was rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was to be cached.
    Off,
    /// There is no cache of this output folder.
    First,
    /// The cache cannot be understood.
    Odd,
    /// It was left by another version of the program.
    Version,
    /// `site.yaml` or the address under which the site is published is another.
    Configuration,
    /// The page was not there before.
    New,
    /// Its file is not what the last build wrote.
    File,
    /// This query of it is now answered differently.
    Answer(Box<Query>),
}

/// What is cached of a page.
#[derive(Clone, Debug)]
pub struct CachedPage {
    /// Its file.
    pub output: Arc<str>,
    /// The digest of what was written.
    pub digest: Digest,
    /// What tells apart all that is known of its own entry.
    own: Digest,
    /// Its trace, in the form in which it is cached.
    trace: Arc<[u8]>,
}

/// How a trace is cached.
#[derive(Serialize, Deserialize)]
struct CachedTrace {
    shared: Vec<u32>,
    own: Vec<(Query, Fingerprint)>,
}

/// The head of the file; the traces follow it, one after the other.
#[derive(Serialize, Deserialize)]
struct Head {
    program: String,
    configuration: [u8; 32],
    /// What tells apart all that pages may be told of entries besides their own.
    around: Digest,
    shared: Vec<(Query, Fingerprint)>,
    pages: Vec<CachedHead>,
}

/// What the head says of a page.
#[derive(Serialize, Deserialize)]
struct CachedHead {
    output: Arc<str>,
    digest: Digest,
    own: Digest,
    /// How many bytes its trace has.
    length: u32,
}

impl CachedPage {
    /// Notes the trace of a page that was rendered.
    pub fn new(site: &Site, page: &Page, digest: Digest, trace: &Trace) -> Self {
        let own = names(site, page);
        let cached_trace = CachedTrace {
            shared: trace.shared.clone(),
            own: trace
                .own
                .iter()
                .map(|(query, answer)| (short(query, &own), *answer))
                .collect(),
        };
        Self {
            output: page.output.clone(),
            digest,
            own: site.own_digest(page),
            // Writing to memory does not fail; a trace of no bytes is read by nobody.
            trace: postcard::to_stdvec(&cached_trace)
                .unwrap_or_default()
                .into(),
        }
    }
}

/// What is cached of the pages of an output folder.
#[derive(Debug)]
pub struct BuildCache {
    pages: Vec<CachedPage>,
    by_output: Index,
    /// Whether pages are told the same of entries besides their own.
    is_alike: bool,
    /// The queries that many pages asked, by number, where the answer is another now.
    changed: Vec<Option<Query>>,
    /// Why there is nothing in it.
    empty: Reason,
}

impl BuildCache {
    /// A cache with nothing in it.
    pub fn none(empty: Reason) -> Self {
        Self {
            pages: Vec::new(),
            by_output: Index::default(),
            is_alike: false,
            changed: Vec::new(),
            empty,
        }
    }

    /// The cache of an output folder, as [`BuildCache::read`] reads it.
    pub(super) fn load(folder: &Path, name: &str, site: &Site, program: Program) -> Self {
        match write::recall(folder, name) {
            None => Self::none(Reason::First),
            Some(bytes) => Self::read(&bytes, site, program).unwrap_or_else(Self::none),
        }
    }

    /// Reads a cache. The site must not have been asked anything yet, so that its numbers of
    /// queries are those of the cache.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn read(bytes: &[u8], site: &Site, program: Program) -> Result<Self, Reason> {
        let rest = opened(bytes).ok_or(Reason::Odd)?;
        let (head, mut traces): (Head, &[u8]) =
            postcard::take_from_bytes(rest).map_err(|_| Reason::Odd)?;
        if head.program != program.name() {
            return Err(Reason::Version);
        }
        if head.configuration != configuration(site) {
            return Err(Reason::Configuration);
        }
        if head.shared.len() > head.pages.len() * SHARED_FOR_PAGE + 1_000 {
            return Err(Reason::Odd);
        }
        let is_alike = head.around == around(site);
        let mut changed = Vec::with_capacity(head.shared.len());
        for (number, (query, fingerprint)) in head.shared.into_iter().enumerate() {
            let (answer, own) = site.answer_cached(&query);
            if own.map(|own| own as usize) != Some(number) {
                return Err(Reason::Odd);
            }
            changed.push((answer.fingerprint != fingerprint).then_some(query));
        }
        let mut pages = Vec::with_capacity(head.pages.len());
        for page in head.pages {
            let (trace, rest) = traces
                .split_at_checked(page.length as usize)
                .ok_or(Reason::Odd)?;
            traces = rest;
            pages.push(CachedPage {
                output: page.output,
                digest: page.digest,
                own: page.own,
                trace: trace.into(),
            });
        }
        let numbers = pages.iter().enumerate();
        Ok(Self {
            by_output: numbers
                .map(|(number, cached)| (cached.output.clone(), number))
                .collect(),
            pages,
            is_alike,
            changed,
            empty: Reason::New,
        })
    }

    /// What is cached of a page, if it would come out as it did, and its queries that matter for more than
    /// its HTML, as those about images, which must be there for it.
    ///
    /// # Errors
    /// Why it would not, as far as that can be known.
    pub fn check(&self, site: &Site, page: &Page) -> Result<(CachedPage, Vec<Query>), Reason> {
        let Some(number) = self.by_output.get(&page.output) else {
            return Err(self.empty.clone());
        };
        let cached = &self.pages[number];
        let cached_trace: CachedTrace =
            postcard::from_bytes(&cached.trace).map_err(|_| Reason::Odd)?;
        for number in &cached_trace.shared {
            match self.changed.get(*number as usize) {
                Some(None) => {}
                Some(Some(query)) => return Err(Reason::Answer(Box::new(query.clone()))),
                None => return Err(Reason::Odd),
            }
        }
        // What its own queries are answered from is as it was; what an image is made of, and the text of
        // another entry, is asked.
        let is_alike = self.is_alike && cached.own == site.own_digest(page);
        let own = names(site, page);
        let mut noted = Vec::new();
        for (query, fingerprint) in cached_trace.own {
            if is_alike && !query.is_of_others() {
                debug_assert_eq!(
                    site.answer(&long(&query, &own)).fingerprint,
                    fingerprint,
                    "{query:?} of {}: the same ingredients, and another answer",
                    page.address
                );
                if query.is_noted() {
                    noted.push(long(&query, &own));
                }
                continue;
            }
            let query = long(&query, &own);
            if site.answer(&query).fingerprint != fingerprint {
                return Err(Reason::Answer(Box::new(query)));
            }
            if query.is_noted() {
                noted.push(query);
            }
        }
        site.asks(&cached_trace.shared);
        Ok((cached.clone(), noted))
    }
}

/// What the last build of a folder cached of what the files of its site said; `None` where it is damaged, or
/// another program made it.
pub(super) fn parts(folder: &Path, program: Program) -> Option<CachedParts> {
    let bytes = write::recall(folder, PARTS)?;
    let (maker, left): (String, &[u8]) = postcard::take_from_bytes(opened(&bytes)?).ok()?;
    let start = bytes.len() - left.len();
    (maker == program.name())
        .then(|| CachedParts::from_bytes(bytes, start))
        .flatten()
}

/// What is to be cached of what the files of a site said.
pub(super) fn bytes_of_parts(parts: &Parts, program: Program) -> Vec<u8> {
    // Writing to memory does not fail; a cache of no bytes is none.
    let bytes = postcard::to_extend(&program.name(), vec![0; 32]).unwrap_or_default();
    sealed(parts.to_bytes(bytes))
}

/// Puts the digest of what follows at the head, in its place: the first 32 bytes.
pub fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some((digest, rest)) = bytes.split_at_mut_checked(32) {
        digest.copy_from_slice(Digest::of(rest).bytes());
    }
    bytes
}

/// What follows the digest at the head, where it is what was [sealed].
pub fn opened(bytes: &[u8]) -> Option<&[u8]> {
    let (digest, rest) = bytes.split_at_checked(32)?;
    (Digest::of(rest).bytes() == digest).then_some(rest)
}

/// What is to be cached of the pages of a site that a program built.
pub fn bytes(site: &Site, pages: &[CachedPage], program: Program) -> Vec<u8> {
    let length = |cached: &CachedPage| u32::try_from(cached.trace.len()).unwrap_or(0);
    let head = Head {
        program: program.name(),
        configuration: configuration(site),
        around: around(site),
        shared: site.shared_queries(),
        pages: pages
            .iter()
            .map(|cached| CachedHead {
                output: cached.output.clone(),
                digest: cached.digest,
                own: cached.own,
                length: length(cached),
            })
            .collect(),
    };
    // Writing to memory does not fail; a cache of no bytes is none.
    let mut bytes = postcard::to_extend(&head, vec![0; 32]).unwrap_or_default();
    for cached in pages {
        bytes.extend_from_slice(&cached.trace);
    }
    sealed(bytes)
}

/// What pages depend on without asking: languages and their forms, the theme, addresses.
fn configuration(site: &Site) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for text in [
        site.snapshot.text(SITE).map_or("", |text| text),
        &site.routes.absolute("/"),
        &site.config.theme.name,
    ] {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// What tells apart all from which the queries of a page are answered, but for what is known of its own entry
/// and what the theme draws with: the shape of the entries, and the moment.
fn around(site: &Site) -> Digest {
    let moment = &site.moment;
    let flags = [
        moment.drafts,
        moment.waiting,
        moment.is_trial,
        moment.is_noindex,
    ];
    let mut bytes = site.graph.shape_digest().bytes().to_vec();
    bytes.extend(flags.map(u8::from));
    bytes.extend_from_slice(moment.today.to_string().as_bytes());
    for coming in site.routes.coming() {
        bytes.extend_from_slice(format!("{coming:?}").as_bytes());
    }
    Digest::of(&bytes)
}

/// The texts that stand in most queries of a page, and the characters that stand for them in the cache:
/// its address, the id of its entry and the folder of its text.
fn names(site: &Site, page: &Page) -> [(Arc<str>, Arc<str>); 3] {
    let (id, folder) = site.subject_of(page);
    [
        (page.address.clone(), "\u{1}".into()),
        (id, "\u{2}".into()),
        (folder, "\u{3}".into()),
    ]
}

fn short(query: &Query, names: &[(Arc<str>, Arc<str>); 3]) -> Query {
    query.with_texts(&mut |text| {
        let found = names.iter().find(|(long, _)| *long == *text);
        found.map_or_else(|| text.clone(), |(_, short)| short.clone())
    })
}

fn long(query: &Query, names: &[(Arc<str>, Arc<str>); 3]) -> Query {
    query.with_texts(&mut |text| {
        let found = names.iter().find(|(_, short)| *short == *text);
        found.map_or_else(|| text.clone(), |(long, _)| long.clone())
    })
}
