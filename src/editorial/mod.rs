//! The work on texts in several languages: where they stand, and what is done about it.
//!
//! ```text
//! Snapshot ─link─▶ Status ─show─▶ table, JSON, CSV, Markdown, HTML
//!             ├─accept─▶ records in the sources, texts in the store
//!             ├─translate─▶ a counterpart
//!             └─diff─▶ what changed, in words
//! ```
//!
//! Nothing here is published.

mod accept;
mod diff;
mod find;
mod record;
mod show;
mod status;
mod store;
mod subject;
mod translate;

pub use accept::{Accept, accept};
pub use diff::{Change, Diff, Piece, diff};
pub use show::{Form, Said, show};
pub use status::{Filter, Held, Row, Status, status};
pub use translate::{Translate, translate};

use std::sync::Arc;

use crate::build::{self, Failed, Kept, Linked, Options};
use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;

/// A site as the commands see it: linked, whatever is wrong with it.
pub struct Desk {
    /// Its files.
    pub snapshot: Arc<Snapshot>,
    /// Its entries.
    pub linked: Linked,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    kept: Kept,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Refused {
    /// What is to be said.
    pub diagnostics: Vec<Diagnostic>,
    /// What failed, where it is not the content.
    pub failed: Option<Failed>,
    /// The files into which the diagnostics point.
    pub snapshot: Option<Arc<Snapshot>>,
}

impl Refused {
    /// Because of one thing that was asked for.
    fn because(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            failed: Some(Failed::Configuration),
            snapshot: None,
        }
    }
}

impl Desk {
    /// Reads a site.
    ///
    /// # Errors
    ///
    /// Where the machine or the configuration does not let it be read.
    pub fn open(options: &Options) -> Result<Self, Refused> {
        let (snapshot, diagnostics) = Snapshot::read(&options.site).map_err(|failure| Refused {
            diagnostics: vec![failure.diagnostic],
            failed: Some(Failed::Machine),
            snapshot: None,
        })?;
        Self::of(Arc::new(snapshot), diagnostics, options)
    }

    /// Takes up a site that was read; `diagnostics` are what was found on the way.
    ///
    /// # Errors
    ///
    /// Where the configuration cannot be read.
    pub fn of(
        snapshot: Arc<Snapshot>,
        mut diagnostics: Vec<Diagnostic>,
        options: &Options,
    ) -> Result<Self, Refused> {
        let mut kept = Kept::default();
        let mut failed = None;
        let linked = build::link(
            &snapshot,
            options,
            &mut kept,
            &|_| {},
            &mut diagnostics,
            &mut failed,
        );
        match linked {
            Some(linked) => Ok(Self {
                snapshot,
                linked,
                diagnostics,
                kept,
            }),
            None => Err(Refused {
                diagnostics,
                failed: Some(Failed::Configuration),
                snapshot: Some(snapshot),
            }),
        }
    }
}
