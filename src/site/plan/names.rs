//! Outputs that cannot have the name that they would have.

use std::sync::Arc;

use super::own;
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, Location};

/// The longest name that disks take, in bytes (POSIX, NAME_MAX of ext4, APFS and NTFS).
const LONGEST: usize = 255;

/// What is added to the name of a file whose compressed form stands beside it.
const COMPRESSED: usize = ".gz".len();

/// Tells the outputs of which a part is longer than a name on a disk may be, each source once.
pub(super) fn too_long(outputs: &[(Arc<str>, Location)]) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for (output, place) in outputs
        .iter()
        .filter(|(output, _)| output.len() > LONGEST - COMPRESSED)
    {
        let (folder, name) = output.rsplit_once('/').unwrap_or(("", output));
        let parts = folder.split('/').map(|part| (part, LONGEST));
        let mut parts = parts.chain([(name, LONGEST - COMPRESSED)]);
        let Some((part, limit)) = parts.find(|(part, limit)| part.len() > *limit) else {
            continue;
        };
        let is_told = |told: &Diagnostic| told.place.as_ref() == Some(place);
        if !diagnostics.iter().any(is_told) {
            let finding = Diagnostic::new(&say::NAME_LONG)
                .with("name", begun(part))
                .with("count", part.len())
                .with("limit", limit);
            diagnostics.push(finding.placed(place.clone()));
        }
    }
    diagnostics
}

/// The beginning of a name that nobody reads to its end.
fn begun(name: &str) -> String {
    let head: String = name.chars().take(30).collect();
    format!("{head}…")
}

/// Tells an alias that is the address of something else than a page.
pub(super) fn alias_taken(address: String, alias: &Location, other: &Location) -> Diagnostic {
    let finding = Diagnostic::new(&say::ALIAS_OF_FILE)
        .with("address", address)
        .placed(alias.clone());
    match *other == own() {
        true => finding,
        false => finding.related(other.clone(), say::TAKEN),
    }
}
