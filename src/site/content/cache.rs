//! What files said, cached from one build to the next.
//!
//! A file is kept of which nothing is said and that asks for no chart: most are, and neither findings nor
//! what charts ask for need a form of their own on the disk. Whether the cache as a whole is what was
//! written, and by which program, is asked by those who keep it.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::file::Around;
use super::{FileParts, Part, Parts};
use crate::source::{Digest, File};
use rihla_text::index::Index;

/// What one file said.
#[derive(Serialize, Deserialize)]
struct Head {
    path: Arc<str>,
    digest: Digest,
    around: Around,
    /// How many bytes its parts have.
    length: usize,
}

/// What the files of a site said when they were last read; that of each is made when it is asked for.
#[derive(Debug)]
pub struct CachedParts {
    pub(super) configuration: [u8; 32],
    bytes: Vec<u8>,
    files: Vec<(Digest, Around, Range<usize>)>,
    by_path: Index,
}

impl CachedParts {
    /// Takes up what [`Parts::to_bytes`] made, from a place in `bytes` on. `None` where that is something else.
    pub fn from_bytes(bytes: Vec<u8>, start: usize) -> Option<Self> {
        let whole = bytes.get(start..)?;
        let (head, rest): (([u8; 32], Vec<Head>), _) = postcard::take_from_bytes(whole).ok()?;
        let (configuration, heads) = head;
        let mut at = bytes.len() - rest.len();
        let mut files = Vec::with_capacity(heads.len());
        let mut paths = Vec::with_capacity(heads.len());
        for (number, head) in heads.into_iter().enumerate() {
            let end = at
                .checked_add(head.length)
                .filter(|end| *end <= bytes.len())?;
            files.push((head.digest, head.around, at..end));
            paths.push((head.path, number));
            at = end;
        }
        Some(Self {
            configuration,
            by_path: paths.into_iter().collect(),
            files,
            bytes,
        })
    }

    /// How many files are in it.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether no file is in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// What a file said, where it is the same and was read in the same way.
    pub(super) fn of(&self, file: &File, around: &Around) -> Option<FileParts> {
        let (digest, known, range) = &self.files[self.by_path.get(&file.path)?];
        if *digest != file.digest || known != around {
            return None;
        }
        let parts: Vec<Part> = postcard::from_bytes(self.bytes.get(range.clone())?).ok()?;
        Some(FileParts {
            path: file.path.clone(),
            digest: *digest,
            around: around.clone(),
            parts,
            diagnostics: Vec::new(),
        })
    }
}

impl Parts {
    /// What can be kept of them for [`CachedParts::from_bytes`], behind what `bytes` holds already.
    pub fn to_bytes(&self, bytes: Vec<u8>) -> Vec<u8> {
        let has_chart = |part: &Part| part.body.as_ref().is_some_and(|it| !it.charts.is_empty());
        let is_kept = |file: &&Arc<FileParts>| {
            file.diagnostics.is_empty() && !file.parts.iter().any(has_chart)
        };
        // Writing to memory does not fail; parts of no bytes are read by nobody.
        let files: Vec<(Head, Vec<u8>)> = self
            .files
            .par_iter()
            .filter(is_kept)
            .map(|file| {
                let parts = postcard::to_stdvec(&file.parts).unwrap_or_default();
                let head = Head {
                    path: file.path.clone(),
                    digest: file.digest,
                    around: file.around.clone(),
                    length: parts.len(),
                };
                (head, parts)
            })
            .collect();
        let (heads, parts): (Vec<Head>, Vec<Vec<u8>>) = files.into_iter().unzip();
        let mut bytes =
            postcard::to_extend(&(self.configuration, heads), bytes).unwrap_or_default();
        for parts in parts {
            bytes.extend_from_slice(&parts);
        }
        bytes
    }
}
