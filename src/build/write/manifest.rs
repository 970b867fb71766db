//! What Rihla wrote in an output folder, and how it keeps such notes.

use rihla_site::failure::Failure;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::paths::{is_valid, on};
use super::{disk, read_own};

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// BLAKE3, in hexadecimal digits.
    pub(super) digest: String,
    /// In bytes.
    pub(super) length: u64,
    /// When it was last modified, in nanoseconds since 1970; `None` where the disk does not say.
    pub(super) modified: Option<u64>,
    /// Of a copy in another encoding: the digest of its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<String>,
    /// Of a copy of a source: what tells it from other sources, and from what other versions of the
    /// program make of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) made: Option<String>,
}

/// The files that were written, by path in the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, Record>,
}

impl Manifest {
    /// Reads a manifest; `None` where there is none, or none that can be understood.
    pub(super) fn load(path: &Path) -> Result<Option<Self>, Failure> {
        let manifest: Option<Self> = load(path)?;
        // Whoever can write in `.rihla` must not reach files outside the output folder.
        Ok(manifest.filter(|manifest| manifest.files.keys().all(|path| is_valid(path))))
    }
}

/// When a file was last modified, in nanoseconds since 1970.
pub(super) fn modified(metadata: &Metadata) -> Option<u64> {
    let since = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(since.as_nanos()).ok()
}

/// Reads a note; `None` where there is none, or none that can be understood.
pub(super) fn load<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, Failure> {
    match read_own(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::unwritable_at(path, &error)),
    }
}

/// Writes a note so that after any interruption it is there as a whole or not at all.
pub(super) fn save<T: Serialize>(note: &T, path: &Path) -> Result<(), Failure> {
    let half = path.with_extension("half");
    let write = || -> io::Result<()> {
        disk::write_through(&half, &serde_json::to_vec(note)?)?;
        disk::rename(&half, path)?;
        disk::settle(path.parent());
        Ok(())
    };
    on(path, write())
}
