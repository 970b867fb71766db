//! What a site was, as far as a review of a change asks: its pages and its files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Request, broken};
use rihla_build::query::Site;
use rihla_build::render::{self, Engine};
use rihla_build::trace::Tracked;
use rihla_build::{self as build, Options, Progress};
use rihla_site::failure::Failure;
use rihla_site::source::earlier::{self, Earlier};
use rihla_site::source::{Digest, LEDGER, Snapshot};

/// An earlier state of a site.
#[derive(Debug)]
pub struct Before {
    /// The digests of its pages, by their addresses; none of one that could not be drawn.
    pages: BTreeMap<Arc<str>, Option<Digest>>,
    /// The digests of its files.
    files: BTreeMap<Arc<str>, Digest>,
}

impl Before {
    /// Reads what a site was at a revision of Git, or in another folder, and draws its pages as a check draws them.
    ///
    /// # Errors
    ///
    /// When there is no such state, or it has errors.
    pub fn read(request: &Request, progress: &(dyn Fn(Progress) + Sync)) -> Result<Self, Failure> {
        progress(Progress::Reading);
        let snapshot = match earlier::kind(&request.path) {
            Earlier::Site => Snapshot::read(&request.path)?.0,
            _ => earlier::revision(&request.build.site, &request.since)?,
        };
        let snapshot = Arc::new(snapshot);
        let options = Options {
            locked: true,
            ..request.build.clone()
        };
        let mut found = Vec::new();
        let site = build::load(&snapshot, &options, progress, &mut found, &mut None);
        let engine = site.map(|site| (Engine::new(&Tracked::new(&site)), site));
        let (engine, site) = match engine {
            Some((Ok(engine), site)) => (engine, site),
            Some((Err(problems), _)) => return Err(Failure::refusal(broken(&problems, request))),
            None => return Err(Failure::refusal(broken(&found, request))),
        };
        let pages = site.plan.pages.par_iter().map(|page| {
            let drawn = render::page(&engine, page).ok();
            (
                page.address.clone(),
                drawn.map(|drawn| Digest::of(&drawn.html)),
            )
        });
        let pages: Vec<_> = pages.collect();
        Ok(Self {
            pages: pages.into_iter().collect(),
            files: files(&snapshot),
        })
    }

    /// Whether a page had this address and was the same.
    pub fn has_page(&self, address: &str, digest: &Digest) -> bool {
        self.pages.get(address).and_then(Option::as_ref) == Some(digest)
    }

    /// The files of a site that are others now, or were not there.
    pub fn changed_files(&self, now: &Site) -> BTreeSet<Arc<str>> {
        let mut now = files(&now.snapshot);
        now.retain(|path, digest| self.files.get(path) != Some(digest));
        now.into_keys().collect()
    }

    /// The addresses of the pages that a site no longer has.
    pub fn gone(&self, now: &Site) -> BTreeSet<Arc<str>> {
        let pages = self.pages.keys();
        let gone = pages.filter(|address| now.plan.page(address).is_none());
        gone.cloned().collect()
    }
}

/// The files of a site.
fn files(snapshot: &Snapshot) -> BTreeMap<Arc<str>, Digest> {
    let folders = ["content", "themes", "static"];
    let files = folders.iter().flat_map(|folder| snapshot.under(folder));
    let files = files.chain(snapshot.get(LEDGER));
    files.map(|file| (file.path.clone(), file.digest)).collect()
}
