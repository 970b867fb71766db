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
use rihla_site::plan::Page;
use rihla_site::source::Digest;
use rihla_text::index::Index;

/// The name of the file, after that of the output folder.
pub(super) const NAME: &str = "pages";

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
    shared: Vec<(Query, Fingerprint)>,
    /// File, digest, and how many bytes its trace has.
    pages: Vec<(String, [u8; 32], u32)>,
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
        let (digest, rest) = bytes.split_at_checked(32).ok_or(Reason::Odd)?;
        if Digest::of(rest).bytes() != digest {
            return Err(Reason::Odd);
        }
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
        let mut changed = Vec::with_capacity(head.shared.len());
        for (number, (query, fingerprint)) in head.shared.into_iter().enumerate() {
            let (answer, own) = site.answer_cached(&query);
            if own.map(|own| own as usize) != Some(number) {
                return Err(Reason::Odd);
            }
            changed.push((answer.fingerprint != fingerprint).then_some(query));
        }
        let mut pages = Vec::with_capacity(head.pages.len());
        for (output, digest, length) in head.pages {
            let (trace, rest) = traces
                .split_at_checked(length as usize)
                .ok_or(Reason::Odd)?;
            traces = rest;
            pages.push(CachedPage {
                output: output.into(),
                digest: Digest::from_bytes(digest),
                trace: trace.into(),
            });
        }
        let numbers = pages.iter().enumerate();
        Ok(Self {
            by_output: numbers
                .map(|(number, cached)| (cached.output.clone(), number))
                .collect(),
            pages,
            changed,
            empty: Reason::New,
        })
    }

    /// What is cached of a page, if it would come out as it did, and its queries about
    /// images, which must be there for it.
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
        let own = names(site, page);
        let mut images = Vec::new();
        for (query, fingerprint) in cached_trace.own {
            let query = long(&query, &own);
            if site.answer(&query).fingerprint != fingerprint {
                return Err(Reason::Answer(Box::new(query)));
            }
            if query.is_image() {
                images.push(query);
            }
        }
        site.asks(&cached_trace.shared);
        Ok((cached.clone(), images))
    }
}

/// What is to be cached of the pages of a site that a program built.
pub fn bytes(site: &Site, pages: &[CachedPage], program: Program) -> Vec<u8> {
    let length = |cached: &CachedPage| u32::try_from(cached.trace.len()).unwrap_or(0);
    let head = Head {
        program: program.name(),
        configuration: configuration(site),
        shared: site.shared_queries(),
        pages: pages
            .iter()
            .map(|cached| {
                let digest = *cached.digest.bytes();
                (cached.output.to_string(), digest, length(cached))
            })
            .collect(),
    };
    // Writing to memory does not fail; a cache of no bytes is none.
    let mut bytes = postcard::to_extend(&head, vec![0; 32]).unwrap_or_default();
    for cached in pages {
        bytes.extend_from_slice(&cached.trace);
    }
    if let Some((digest, rest)) = bytes.split_at_mut_checked(32) {
        digest.copy_from_slice(Digest::of(rest).bytes());
    }
    bytes
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
