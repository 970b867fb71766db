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

pub mod fix;

pub mod changes;

pub mod check;

mod accept;
mod called;
mod diff;
mod find;
mod record;
mod show;
mod snippets;
pub mod status;
mod store;
mod subject;
mod translate;

pub mod remove;

pub mod theme;

pub mod schema;

pub mod guide;

pub mod new;

pub mod form;

pub mod follows;

pub mod doctor;

pub mod init;

#[cfg(test)]
mod tests;

pub use accept::{Accept, accept};
pub use diff::{Change, Diff, Piece, diff};
pub use show::{Form, Said, notes, show, state_of, state_words, words};
pub use status::{Blocked, Filter, Row, Status, cache_status, status};
pub use translate::{Translate, translate};

use std::sync::Arc;

use crate::check::Ground;
use rihla_build as build;
use rihla_build::query::Site;
use rihla_build::{Linked, LoadCache, Options};
use rihla_diagnostics::{Diagnostic, Messages};
use rihla_site::config::{Config, Localized};
use rihla_site::failure::{Cause, Failure};
use rihla_site::graph::{Graph, Moment};
use rihla_site::route::Routes;
use rihla_site::source::Snapshot;

/// A site as the commands see it: linked, whatever is wrong with it.
pub struct Desk {
    /// Its files.
    pub snapshot: Arc<Snapshot>,
    /// Its entries.
    base: Base,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    cache: LoadCache,
}

/// What a desk stands on: a site that was linked for it, or one that was built.
enum Base {
    Linked(Box<Linked>),
    Built(Arc<Site>),
}

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Refused {
    /// What is to be said.
    pub diagnostics: Vec<Diagnostic>,
    /// What failed, where it is not the content.
    pub failed: Option<Cause>,
    /// The files into which the diagnostics point.
    pub snapshot: Option<Arc<Snapshot>>,
}

impl Refused {
    /// Because of one thing that was asked for.
    fn because(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            failed: Some(Cause::Configuration),
            snapshot: None,
        }
    }
}

impl From<Box<Diagnostic>> for Refused {
    fn from(diagnostic: Box<Diagnostic>) -> Self {
        Self::because(*diagnostic)
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self {
            diagnostics: vec![failure.diagnostic],
            failed: Some(failure.cause),
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
        let (snapshot, diagnostics) = Snapshot::read(&options.site)?;
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
        let mut cache = LoadCache::of(&options.site, options.program);
        let mut failed = None;
        let linked = build::link(
            &snapshot,
            options,
            &mut cache,
            &|_| {},
            &mut diagnostics,
            &mut failed,
        );
        match linked {
            Some(linked) => Ok(Self {
                snapshot,
                base: Base::Linked(Box::new(linked)),
                diagnostics,
                cache,
            }),
            None => Err(Refused {
                diagnostics,
                failed: Some(Cause::Configuration),
                snapshot: Some(snapshot),
            }),
        }
    }

    /// Takes up a site that was built.
    fn of_site(site: &Arc<Site>, snapshot: Arc<Snapshot>) -> Self {
        Self {
            snapshot,
            base: Base::Built(site.clone()),
            diagnostics: Vec::new(),
            cache: LoadCache::default(),
        }
    }

    /// Takes up a site that was loaded, with what the reading of its files left and what was found in them.
    pub fn loaded(site: &Arc<Site>, cache: LoadCache, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            snapshot: site.snapshot.clone(),
            base: Base::Built(site.clone()),
            diagnostics,
            cache,
        }
    }

    /// What `site.yaml` or a `collection.yaml` says, in the language of the messages, else in the first that has
    /// something.
    pub fn said(&self, words: &Localized, messages: Messages) -> Option<String> {
        let tags = self.config().site.tags();
        let mut all = std::iter::once(messages.tag()).chain(tags.iter().map(|tag| &**tag));
        all.find_map(|tag| words.get(tag)).map(ToString::to_string)
    }

    /// What the site says of itself.
    pub fn config(&self) -> &Config {
        match &self.base {
            Base::Linked(linked) => &linked.config,
            Base::Built(site) => &site.config,
        }
    }

    /// The entries.
    pub fn graph(&self) -> &Graph {
        match &self.base {
            Base::Linked(linked) => &linked.graph,
            Base::Built(site) => &site.graph,
        }
    }

    /// The addresses.
    pub fn routes(&self) -> &Routes {
        match &self.base {
            Base::Linked(linked) => &linked.routes,
            Base::Built(site) => &site.routes,
        }
    }

    /// What its texts are looked at with, as of a moment.
    fn ground<'d>(&'d self, moment: &'d Moment) -> Ground<'d> {
        Ground {
            snapshot: &self.snapshot,
            config: self.config(),
            graph: self.graph(),
            moment,
        }
    }

    fn moment(&self) -> &Moment {
        match &self.base {
            Base::Linked(linked) => &linked.moment,
            Base::Built(site) => &site.moment,
        }
    }
}
