//! Images: what their files hide.

use super::{Around, Change, Fixed, Fixer};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::fmt as say;
use rihla_site::source::{Body, File};

/// Takes hidden data out of images that say where they were taken: people under protection may
/// be in them. An image that hides no position is left alone, since no copy of it that visitors
/// get has what it hides.
pub(super) struct Images;

impl Fixer for Images {
    fn takes(&self, file: &File) -> bool {
        has_position(file)
    }

    fn fix(&self, file: &File, around: &Around) -> Option<Fixed> {
        // What cannot be followed to its end stays, and the error of its position with it.
        let bytes = around.snapshot.read_blob(&file.path).ok()?;
        let bytes = rihla_media::strip(&bytes)?;
        Some(Fixed {
            path: file.path.clone(),
            change: Some(Change {
                before: file.digest,
                bytes,
                draft: None,
            }),
            findings: vec![Diagnostic::on_file(&say::HIDDEN, file.path.clone())],
        })
    }
}

/// Whether a file says where it was made.
pub(super) fn has_position(file: &File) -> bool {
    matches!(&file.body, Body::Blob(blob) if blob.header.position)
}
