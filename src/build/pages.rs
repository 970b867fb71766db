//! Pages: those that would come out as they did are left as they are, the others are rendered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::cache::{BuildCache, CachedPage, Reason};
use super::{Inspect, Progress};
use crate::hosting::Figures;
use crate::query::{self, Query, Site};
use crate::render::{self, Engine};
use crate::write::Staging;
use rihla_diagnostics::Diagnostic;
use rihla_site::failure::Failure;
use rihla_site::plan::Page;
use rihla_site::source::Digest;

/// The outcome of the pages.
pub(super) struct Pages {
    /// What is wrong with them.
    pub diagnostics: Vec<Diagnostic>,
    /// The pages that were rendered, by address, and why.
    pub rendered: Vec<(Arc<str>, Reason)>,
    /// What is to be cached of each.
    pub cached: Vec<CachedPage>,
    /// The queries about images of all of them.
    pub images: BTreeSet<Query>,
    /// Of which day the newest figure on each is, or when a text that it includes changed.
    pub figures: Figures,
    /// The files that pages offer and that are made of what is on them: output → text.
    pub files: BTreeMap<String, Arc<str>>,
}

impl Pages {
    /// Notes the queries of a page that matter for more than its HTML.
    fn note(&mut self, site: &Site, page: &Page, asked: Vec<Query>) {
        for query in asked {
            if let Query::Fact { id, language } = &query {
                let known = self.figures.get(&page.address).copied();
                if let Some(day) = site.fact_day(id, *language).max(known) {
                    self.figures.insert(page.address.clone(), day);
                }
            } else if let Query::Block { id, language } = &query {
                let known = self.figures.get(&page.address).copied();
                if let Some(day) = site.block_changed(id, *language).max(known) {
                    self.figures.insert(page.address.clone(), day);
                }
            } else if let Query::Figures { name, text } = &query {
                let output = query::figures_output(name, text);
                self.files.insert(output, text.clone());
            } else {
                self.images.insert(query);
            }
        }
    }
}

/// The outcome of one page.
enum Made {
    Cached(CachedPage, Vec<Query>),
    Rendered(CachedPage, Vec<Query>, Reason),
    Failed(Box<Diagnostic>, Reason),
}

/// Brings every page into staging, each written as soon as it is there.
pub(super) fn pages(
    site: &Arc<Site>,
    engine: &Engine,
    staging: &Staging,
    cache: &BuildCache,
    inspect: Option<Inspect>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Pages, Failure> {
    let all = &site.plan.pages;
    let done = AtomicUsize::new(0);
    let made: Result<Vec<Made>, Failure> = all
        .par_iter()
        .map(|page| {
            let made = make(site, engine, staging, cache, inspect, page);
            let count = done.fetch_add(1, Ordering::Relaxed) + 1;
            if count.is_multiple_of(64) || count == all.len() {
                progress(Progress::Rendering(count, all.len()));
            }
            made
        })
        .collect();
    let mut pages = Pages {
        diagnostics: Vec::new(),
        rendered: Vec::new(),
        cached: Vec::with_capacity(all.len()),
        images: BTreeSet::new(),
        figures: Figures::new(),
        files: BTreeMap::new(),
    };
    for (page, made) in all.iter().zip(made?) {
        match made {
            Made::Cached(cached, asked) => {
                pages.cached.push(cached);
                pages.note(site, page, asked);
            }
            Made::Rendered(cached, asked, reason) => {
                pages.cached.push(cached);
                pages.note(site, page, asked);
                pages.rendered.push((page.address.clone(), reason));
            }
            Made::Failed(problem, reason) => {
                pages.rendered.push((page.address.clone(), reason));
                tell(*problem, &mut pages.diagnostics);
            }
        }
    }
    Ok(pages)
}

/// A template that fails, fails on many pages: one place is told once, with its first page.
fn tell(problem: Diagnostic, told: &mut Vec<Diagnostic>) {
    let is_known = told.iter().any(|known| {
        known.place.is_some()
            && known.place == problem.place
            && known.message.code == problem.message.code
    });
    if !is_known {
        told.push(problem);
    }
}

/// Leaves a page as it is, where it would come out the same, or renders it.
fn make(
    site: &Arc<Site>,
    engine: &Engine,
    staging: &Staging,
    cache: &BuildCache,
    inspect: Option<Inspect>,
    page: &Page,
) -> Result<Made, Failure> {
    let reason = match cache.check(site, page) {
        Ok((cached, asked)) => match staging.keep(&page.output, &cached.digest)? {
            true => return Ok(Made::Cached(cached, asked)),
            false => Reason::File,
        },
        Err(reason) => reason,
    };
    match render::page(engine, page) {
        Ok(output) => {
            if let Some(inspect) = inspect {
                inspect(site, page, &output.html);
            }
            let digest = Digest::of(&output.html);
            staging.write(&page.output, &output.html)?;
            let cached = CachedPage::new(site, page, digest, &output.trace);
            let asked = output.trace.own.into_iter().map(|(query, _)| query);
            let asked = asked.filter(Query::is_noted).collect();
            Ok(Made::Rendered(cached, asked, reason))
        }
        Err(problem) => Ok(Made::Failed(problem, reason)),
    }
}
