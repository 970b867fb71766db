//! The pages of texts that wait for their day, drawn as they will be when the last of them is there: what is wrong with
//! them would otherwise be told on the day on which they go online by themselves.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::{Kept, Seen, is_off, look, together};
use rihla_build::query::Site;
use rihla_build::render::{self, Engine};
use rihla_build::trace::Tracked;
use rihla_build::write::WrittenFile;
use rihla_build::{self as build, Options};
use rihla_diagnostics::catalogue::pages as say;
use rihla_html::Document;
use rihla_site::graph::Publication;
use rihla_site::plan::{Page, PageKind};
use rihla_site::source::Digest;

/// A site at the moment from which no text waits for its day any more.
#[derive(Debug)]
pub struct Later {
    pub(super) site: Arc<Site>,
}

impl Later {
    /// The site at that moment; `None` where no text waits, or the site cannot be put together then: a build says so
    /// before.
    pub fn of(site: &Site, options: &Options) -> Option<Self> {
        let versions = site.graph.entries.iter().flat_map(|entry| &entry.versions);
        let moments = versions
            .flatten()
            .filter_map(|version| match version.publication {
                Publication::From(moment) => Some(moment),
                _ => None,
            });
        let last = moments.max()?;
        let options = Options {
            at: last.to_string().parse().ok(),
            locked: true,
            cache: false,
            deny_warnings: false,
            ..options.clone()
        };
        options.at?;
        let snapshot = &site.snapshot;
        let site = build::load(snapshot, &options, &|_| {}, &mut Vec::new(), &mut None)?;
        Some(Self { site })
    }

    /// What is seen on the pages that wait, beside those that are there already. Files that are made for them are not
    /// there yet, and what they weigh is not known.
    pub(super) fn look(&self, now: &Site, kept: &Kept, files: &[WrittenFile]) -> Vec<Seen> {
        let site = &self.site;
        let Ok(engine) = Engine::new(&Tracked::new(site)) else {
            return Vec::new();
        };
        let is_known = |page: &Page| kept.page(&page.address).is_some();
        let (known, fresh): (Vec<&Page>, Vec<&Page>) =
            site.plan.pages.iter().partition(|page| is_known(page));
        let all = Mutex::new(Kept::with_names(&kept.names));
        fresh.par_iter().for_each(|page| {
            if let Ok(drawn) = render::page(&engine, page)
                && let Ok(html) = std::str::from_utf8(&drawn.html)
            {
                let (document, digest) = (Document::parse(html), Digest::of(&drawn.html));
                look(&all, site, page, html, &document, digest);
            }
        });
        let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
        for page in known {
            let seen = kept.page(&page.address).and_then(|at| kept.seen.get(at));
            all.seen.extend(seen.map(|seen| Seen {
                found: Vec::new(),
                language: page.language,
                ..seen.clone()
            }));
        }
        all.seen.sort_by(|a, b| a.address.cmp(&b.address));
        if all.seen.len() == site.plan.pages.len() {
            let assets = site.plan.assets.iter().map(|asset| &asset.output);
            let files = files.iter().map(|file| &*file.path);
            let files = files.chain(assets.map(|output| &**output));
            let files = files.map(|path| WrittenFile {
                path: path.to_owned(),
                sent: 0,
            });
            let files: Vec<WrittenFile> = files.collect();
            for (number, found) in together(site, &all, &files) {
                if *found.message != say::RESOURCE && !is_off(site, found.message) {
                    all.seen[number].found.push(found);
                }
            }
        }
        // The lists in which they will stand are looked at when they do.
        all.seen.retain(|seen| {
            let page = site.plan.page(&seen.address);
            page.is_some_and(|page| !is_known(page) && waits(now, site, page))
        });
        all.seen
    }
}

/// Whether a page is that of a text that waits.
fn waits(now: &Site, later: &Site, page: &Page) -> bool {
    let (PageKind::Home(number)
    | PageKind::Entry(number)
    | PageKind::Continued(number, _)
    | PageKind::Whole(number)) = page.kind
    else {
        return false;
    };
    let Some(own) = now.graph.find(&later.graph.entries[number].id) else {
        return false;
    };
    let versions = now.graph.entries[own].versions.iter().flatten();
    let mut publications = versions.map(|version| &version.publication);
    publications.any(|publication| matches!(publication, Publication::From(_)))
}
