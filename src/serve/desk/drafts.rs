//! What is typed and not saved: kept in `.rihla` with each change, and offered again.

use std::path::Path;

use serde::{Deserialize, Serialize};

use rihla_build::write;
use rihla_editorial::form::{Origin, Said};
use rihla_site::failure::Failure;
use rihla_site::source::Digest;

/// The folder in `.rihla`.
const FOLDER: &str = "desk/unsaved";

/// What is typed of an entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// The files of the entry as they were when it was opened.
    pub origin: Origin,
    /// What the form says.
    pub said: Said,
    /// When it was typed (RFC 3339).
    pub when: String,
}

/// Those that are kept of a site. What cannot be read is left where it is.
pub fn all(site: &Path) -> Vec<Draft> {
    let files = write::recall_all(site, FOLDER).into_iter();
    files
        .filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok())
        .collect()
}

/// Keeps one.
///
/// # Errors
/// A failure of the machine.
pub fn keep(site: &Path, draft: &Draft) -> Result<(), Failure> {
    let bytes = serde_json::to_vec(draft).unwrap_or_default();
    write::keep(site, &name(&draft.origin.id), &bytes)
}

/// Forgets that of an entry.
///
/// # Errors
/// A failure of the machine.
pub fn forget(site: &Path, id: &str) -> Result<(), Failure> {
    write::forget(site, &name(id))
}

/// An id may have any letters, the name of a file not.
fn name(id: &str) -> String {
    format!("{FOLDER}/{}.json", Digest::of(id.as_bytes()).short(24))
}
