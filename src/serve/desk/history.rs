//! What was saved: each change of files with what they were, so that it can be taken back.

use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::drafts::Draft;
use rihla_build::write::{self, Sources};
use rihla_editorial::form::Said;
use rihla_site::failure::Failure;
use rihla_site::source::Digest;

/// The folder in `.rihla`.
const FOLDER: &str = "desk/history";

/// Where the texts that translations were made from are kept.
const KEPT: &str = "content/.translations/";

/// How many are kept.
const MOST: usize = 200;

/// A change of some files.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// The entry.
    pub id: String,
    /// What was done: a word of [`Done`].
    pub done: Done,
    /// Its title then.
    pub title: String,
    /// When (RFC 3339).
    pub when: String,
    /// The files.
    pub files: Vec<Changed>,
    /// What was typed and thrown away.
    #[serde(default)]
    pub draft: Option<Draft>,
    /// What the fields are called that were changed.
    #[serde(default)]
    pub changed: Vec<String>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// An entry was changed.
    Saved,
    /// It was given another title.
    Renamed,
    /// It was said when it is online.
    Scheduled,
    /// It was said what was wrong in it.
    Corrected,
    /// It was said that it holds no longer.
    Withdrawn,
    /// One was begun.
    Begun,
    /// One was taken away.
    Removed,
    /// A change was taken back.
    Undone,
    /// What was typed was thrown away, and nothing was written.
    Discarded,
}

impl Done {
    /// What was done by saving what a form says, whose fields with these names were changed.
    pub fn saved(said: &Said, names: &[&str]) -> Self {
        let says = |name: &str| names.contains(&name) && said.values.contains_key(name);
        match () {
            () if says("withdrawn") => Self::Withdrawn,
            () if says("corrections") => Self::Corrected,
            () if says("publish_at") || says("unpublish_at") => Self::Scheduled,
            () if says("title") && (names.len() == 1 || says("aliases")) => Self::Renamed,
            () => Self::Saved,
        }
    }
}

/// A file that was changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Changed {
    /// Its path in the site.
    pub path: Arc<str>,
    /// What it was; `None` where it was not there.
    pub before: Option<Held>,
    /// What it became; `None` where it went.
    pub after: Option<Held>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Held {
    /// A text.
    Text(Arc<str>),
    /// Anything else.
    Bytes {
        /// As Base64 (RFC 4648, section 4).
        base64: String,
    },
}

impl Held {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.into()),
            Err(_) => Self::Bytes {
                base64: STANDARD.encode(bytes),
            },
        }
    }

    /// All of it.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::Bytes { base64 } => STANDARD.decode(base64).unwrap_or_default(),
        }
    }
}

impl From<Arc<str>> for Held {
    fn from(text: Arc<str>) -> Self {
        Self::Text(text)
    }
}

/// Makes a change of files and notes it: the note first, so that none is made which cannot be taken back.
///
/// # Errors
/// A refusal where a file is not what it was, a failure of the machine otherwise. Then nothing is changed.
pub fn make(site: &Path, step: &Step) -> Result<(), Failure> {
    let mut sources = Sources::begin(site)?;
    for file in &step.files {
        match (&file.before, &file.after) {
            (Some(before), Some(after)) => {
                sources.replace(&file.path, &Digest::of(&before.bytes()), &after.bytes())?;
            }
            (None, Some(after)) => match file.path.strip_prefix(KEPT) {
                Some(inside) => sources.store(inside, &after.bytes())?,
                None => sources.add(&file.path, &after.bytes())?,
            },
            (Some(_), None) => sources.remove(&file.path)?,
            (None, None) => {}
        }
    }
    let number = note(site, step)?;
    if let Err(failure) = sources.commit("") {
        forget(site, number)?;
        return Err(failure);
    }
    Ok(())
}

/// Notes a step, whose files are changed elsewhere or not at all, and gives its number.
///
/// # Errors
/// A failure of the machine.
pub fn note(site: &Path, step: &Step) -> Result<u32, Failure> {
    let mut all = numbers(site);
    let number = all.last().map_or(1, |last| last + 1);
    let bytes = serde_json::to_vec(step).unwrap_or_default();
    write::keep(site, &name(number), &bytes)?;
    all.push(number);
    for old in &all[..all.len().saturating_sub(MOST)] {
        write::forget(site, &name(*old))?;
    }
    Ok(number)
}

/// Forgets a step whose files were not changed after all.
///
/// # Errors
/// A failure of the machine.
pub fn forget(site: &Path, number: u32) -> Result<(), Failure> {
    write::forget(site, &name(number))
}

/// What is known, the latest first.
pub fn all(site: &Path) -> Vec<(u32, Step)> {
    let files = write::recall_all(site, FOLDER).into_iter();
    let mut steps: Vec<(u32, Step)> = files
        .filter_map(|(name, bytes)| Some((number(&name)?, serde_json::from_slice(&bytes).ok()?)))
        .collect();
    steps.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    steps
}

impl Step {
    /// The change that takes this one back.
    pub fn back(self, when: String) -> Self {
        let files = self.files.into_iter();
        let files = files.map(|file| Changed {
            path: file.path,
            before: file.after,
            after: file.before,
        });
        Self {
            done: Done::Undone,
            when,
            files: files.collect(),
            ..self
        }
    }
}

fn numbers(site: &Path) -> Vec<u32> {
    let names = write::recall_names(site, FOLDER).into_iter();
    let mut numbers: Vec<u32> = names.filter_map(|name| number(&name)).collect();
    numbers.sort_unstable();
    numbers
}

fn number(name: &str) -> Option<u32> {
    name.strip_suffix(".json")?.parse().ok()
}

fn name(number: u32) -> String {
    format!("{FOLDER}/{number:06}.json")
}
