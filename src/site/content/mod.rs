//! Files become parts of entries: what one file says, knowing no other file.

mod cache;
mod characters;
mod file;
mod guesses;
mod names;
mod naming;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::config::{CONTENT, Config};
use crate::ids::{CollectionId, Id, LanguageId};
use crate::schema::{self, Assignment, Schema};
use crate::source::{Digest, File, Snapshot};
use file::{Around, FileReader, extension};
use rihla_chart as chart;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::index::Index;
use rihla_text::markdown::{Heading, Link};

pub use cache::CachedParts;
pub(crate) use naming::{is_table_of_entries, is_text_without_ending};

/// What an entry is to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The text of the home page.
    Home,
    /// The text of a collection's list.
    List,
    /// One thing of a collection.
    Entry,
}

/// What one file, or one item of `entries.yaml`, says of an entry.
#[derive(Debug, Serialize, Deserialize)]
pub struct Part {
    /// The file.
    pub path: Arc<str>,
    /// Of the file.
    pub digest: Digest,
    /// The place of the part in it, for what concerns it as a whole.
    pub head: Span,
    /// The entry: its path without language, extension and `index`.
    pub id: Arc<str>,
    /// What the entry is to the site.
    pub role: Role,
    /// The number of its collection.
    pub collection: CollectionId,
    /// The number of the file's language; `None` for what holds for all.
    pub language: Option<LanguageId>,
    /// Its fields, in the order of writing.
    pub fields: Vec<Assignment>,
    /// Whether the fields could be read; where not, nothing is said of those that are missing.
    pub readable: bool,
    /// The fields of which it was told that they stand under another name, or their words elsewhere.
    pub misnamed: Vec<Arc<str>>,
    /// The fields that have a value that could not be read.
    pub unread: Vec<Arc<str>>,
    /// Its text, if it is a Markdown file.
    pub body: Option<Body>,
}

impl Part {
    /// The number of the file among those of its entry: 0 for what holds for all languages,
    /// then the languages in the site's order.
    pub fn number(&self) -> u16 {
        number_of(self.language)
    }

    /// What its fields may be, besides those of every entry.
    pub fn schema<'c>(&self, config: &'c Config) -> &'c Schema {
        schema_of(config, self.collection, self.role)
    }
}

/// What the fields of an entry of a collection may be.
fn schema_of(config: &Config, collection: CollectionId, role: Role) -> &Schema {
    match role {
        Role::Entry => &config.collections[collection].schema,
        Role::Home | Role::List => index_schema(config),
    }
}

fn number_of(language: Option<LanguageId>) -> u16 {
    language.map_or(0, |language| {
        u16::try_from(language.position() + 1).unwrap_or(u16::MAX)
    })
}

/// What is kept of a text: the tree is made again where it is rendered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Body {
    /// The text in the file.
    pub span: Span,
    /// Whether there is nothing in it.
    pub is_empty: bool,
    /// The digest of its words, normalized as translations are compared.
    pub words: Digest,
    /// Its headings.
    pub toc: Vec<Heading>,
    /// Its links, images and facts.
    pub references: Vec<Link>,
    /// What its charts ask for. A text with some is not cached.
    #[serde(skip)]
    pub charts: Vec<chart::Request>,
}

/// What an earlier reading leaves for the next.
#[derive(Clone, Copy, Debug)]
pub enum Before<'b> {
    /// Nothing.
    Nothing,
    /// What the files said, in the memory of the program.
    Parts(&'b Parts),
    /// The same, from a file.
    Cached(&'b CachedParts),
}

impl Before<'_> {
    /// What a file said, where it is the same and was read in the same way.
    fn of(self, file: &File, around: &Around) -> Option<Arc<FileParts>> {
        match self {
            Self::Nothing => None,
            Self::Parts(parts) => {
                let known = &parts.files[parts.by_path.get(&file.path)?];
                (known.digest == file.digest && known.around == *around).then(|| known.clone())
            }
            Self::Cached(cached) => cached.of(file, around).map(Arc::new),
        }
    }

    /// The same, where it was read with this configuration.
    fn with(self, configuration: &[u8; 32]) -> Self {
        let before = match self {
            Self::Nothing => None,
            Self::Parts(parts) => Some(&parts.configuration),
            Self::Cached(cached) => Some(&cached.configuration),
        };
        match before {
            Some(before) if before == configuration => self,
            _ => Self::Nothing,
        }
    }
}

/// What one file says.
#[derive(Debug)]
pub struct FileParts {
    path: Arc<str>,
    /// Of the file.
    digest: Digest,
    /// What else decides how it is read.
    around: Around,
    /// What it says of entries.
    pub parts: Vec<Part>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// What all files of the content say.
#[derive(Debug)]
pub struct Parts {
    /// What tells the configuration with which they were read from another one.
    pub configuration: [u8; 32],
    files: Vec<Arc<FileParts>>,
    by_path: Index,
}

impl Parts {
    /// The parts that a file says something of.
    pub fn of(&self, path: &str) -> &[Part] {
        match self.by_path.get(path) {
            Some(at) => &self.files[at].parts,
            None => &[],
        }
    }

    /// How many errors a file has.
    pub fn errors_in(&self, path: &str) -> usize {
        let diagnostics = self.diagnostics_of(path);
        diagnostics.filter(|problem| problem.is_error()).count()
    }

    /// What is wrong with a file.
    pub fn diagnostics_of(&self, path: &str) -> impl Iterator<Item = &Diagnostic> {
        let file = self.by_path.get(path).map(|at| &self.files[at]);
        file.into_iter().flat_map(|file| &file.diagnostics)
    }

    /// Every part, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        self.files.iter().flat_map(|file| &file.parts)
    }

    /// What is wrong with the files, in their order.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.files.iter().flat_map(|file| &file.diagnostics)
    }
}

/// Reads all files of the content. What `before` says of a file is taken over where it would
/// be read the same.
pub fn read(snapshot: &Snapshot, config: &Config, before: Before) -> Parts {
    let builtin = schema::builtin();
    let bundles = bundles(snapshot, config);
    let configuration = configuration(snapshot);
    let before = before.with(&configuration);
    let reader = FileReader {
        config,
        builtin: &builtin,
        bundles: &bundles,
        snapshot,
    };
    let all: Vec<&File> = snapshot.under(CONTENT).collect();
    let files: Vec<Arc<FileParts>> = all
        .par_iter()
        .map(|file| {
            let around = reader.around(&file.path);
            if let Some(known) = before.of(file, &around) {
                return known;
            }
            let (parts, diagnostics) = reader.read(file);
            Arc::new(FileParts {
                path: file.path.clone(),
                digest: file.digest,
                around,
                parts,
                diagnostics,
            })
        })
        .collect();
    let numbers = files.iter().enumerate();
    Parts {
        configuration,
        by_path: numbers.map(|(at, file)| (file.path.clone(), at)).collect(),
        files,
    }
}

/// What tells one configuration from another: `site.yaml` and every `collection.yaml`.
fn configuration(snapshot: &Snapshot) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for file in snapshot.under(CONTENT) {
        if is_configuration(&file.path) {
            hasher.update(file.path.as_bytes());
            hasher.update(file.digest.bytes());
        }
    }
    *hasher.finalize().as_bytes()
}

/// Whether a file of the content declares something, and says nothing of an entry.
pub fn is_configuration(path: &str) -> bool {
    let Some(inside) = path.strip_prefix("content/") else {
        return false;
    };
    match inside.rsplit_once('/') {
        None => matches!(inside, "site.yaml" | "site.yml"),
        Some((folder, name)) => {
            !folder.contains('/') && matches!(name, "collection.yaml" | "collection.yml")
        }
    }
}

/// The schema of the text of the home page and of lists: everything that a theme may use there.
fn index_schema(config: &Config) -> &Schema {
    &config.collections[config.pages()].schema
}

/// The folders of declared collections that are one entry each.
fn bundles(snapshot: &Snapshot, config: &Config) -> BTreeSet<Arc<str>> {
    snapshot
        .under(CONTENT)
        .filter_map(|file| {
            let path = file.path.strip_prefix("content/")?;
            let (folder, name) = path.rsplit_once('/')?;
            let (collection, _) = folder.split_once('/')?;
            config.collection(collection)?;
            let stem = name.split('.').next()?;
            let is_text = matches!(extension(name), Some("md" | "markdown" | "yaml" | "yml"));
            (is_text && matches!(stem, "index" | "shared")).then(|| Arc::from(folder))
        })
        .collect()
}

impl FileReader<'_> {}
