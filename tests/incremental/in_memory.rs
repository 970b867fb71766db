//! Files in memory, as the preview and a build link and draw them: the fastest that can be said of
//! thousands of edits.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rihla::build::cache::{self, BuildCache, CachedPage};
use rihla::build::query::Site;
use rihla::build::render::{self, Engine};
use rihla::build::trace::Tracked;
use rihla::build::{self, LoadCache, Reason};
use rihla::site::source::{Digest, Snapshot};
use rihla_diagnostics::Diagnostic;

use crate::journey::Journey;
use crate::state::{State, difference, program};

/// Pages by their files.
pub type Pages = BTreeMap<Arc<str>, Vec<u8>>;

/// The site, and all that is said of it; what may be taken over from `kept` is.
pub fn load(state: &State, kept: &mut LoadCache) -> (Option<Arc<Site>>, Vec<Diagnostic>) {
    let (snapshot, mut diagnostics) = Snapshot::from_memory(state.files.clone());
    let (snapshot, mut failed) = (Arc::new(snapshot), None);
    let options = state.options_of_none();
    let site = build::load_again(
        &snapshot,
        &options,
        kept,
        &|_| {},
        &mut diagnostics,
        &mut failed,
    );
    rihla_diagnostics::sort(&mut diagnostics);
    (site, diagnostics)
}

/// The outcome of the pages of a site.
pub struct Built {
    pub pages: Pages,
    pub cached: Vec<CachedPage>,
    pub rendered: usize,
}

/// The pages of a site: what was kept, or rendered where it may not be.
pub fn draw(
    site: &Arc<Site>,
    before: &Pages,
    cache: &BuildCache,
) -> Result<Built, Vec<Diagnostic>> {
    let engine = Engine::new(&Tracked::new(site))?;
    let all: Vec<_> = site
        .plan
        .pages
        .par_iter()
        .map(|page| {
            if let Ok((cached, _)) = cache.check(site, page) {
                let html = before.get(&page.output).cloned().unwrap_or_default();
                assert_eq!(Digest::of(&html), cached.digest, "{}", page.output);
                return Ok((page.output.clone(), html, cached, false));
            }
            let output = render::page(&engine, page).map_err(|problem| *problem)?;
            let digest = Digest::of(&output.html);
            let cached = CachedPage::new(site, page, digest, &output.trace);
            Ok((page.output.clone(), output.html, cached, true))
        })
        .collect();
    let (mut built, mut problems) = (
        Built {
            pages: Pages::new(),
            cached: Vec::new(),
            rendered: 0,
        },
        Vec::new(),
    );
    for made in all {
        match made {
            Ok((output, html, cached, is_rendered)) => {
                built.pages.insert(output, html);
                built.cached.push(cached);
                built.rendered += usize::from(is_rendered);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(built)
    } else {
        Err(problems)
    }
}

/// Edits a site many times, and compares.
pub fn run(state: State, seed: u64, edits: usize) -> Journey {
    let mut journey = Journey::new(state, seed);
    let none = BuildCache::none(Reason::First);
    let mut load_cache = LoadCache::default();
    let (site, told) = load(&journey.state, &mut load_cache);
    let site = site.unwrap_or_else(|| panic!("the site is sound: {told:?}"));
    let Built {
        pages: mut html,
        cached,
        ..
    } = draw(&site, &Pages::new(), &none).expect("it renders");
    let mut bytes = cache::bytes(&site, &cached, program());
    let (mut kept, mut rendered) = (0, 0);
    for step in 0..edits {
        journey.edit(step);
        let (again, told) = load(&journey.state, &mut load_cache);
        let (fresh, wanted) = load(&journey.state, &mut LoadCache::default());
        assert_eq!(told, wanted, "{}", journey.told());
        let (Some(site), Some(fresh)) = (again, fresh) else {
            journey.refuse();
            continue;
        };
        let cache = BuildCache::read(&bytes, &site, program()).unwrap_or_else(BuildCache::none);
        let (now, clean) = match (
            draw(&site, &html, &cache),
            draw(&fresh, &Pages::new(), &none),
        ) {
            (Ok(now), Ok(clean)) => (now, clean),
            (now, clean) => {
                assert_eq!(now.err(), clean.err(), "{}", journey.told());
                journey.refuse();
                continue;
            }
        };
        let names = |pages: &Pages| pages.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&now.pages), names(&clean.pages), "{}", journey.told());
        for (path, wanted) in &clean.pages {
            assert!(
                now.pages.get(path) == Some(wanted),
                "{path} is not what a clean build makes of it, {}\n{}",
                journey.told(),
                difference(&now.pages[path], wanted)
            );
        }
        rendered += now.rendered;
        kept += now.pages.len() - now.rendered;
        bytes = cache::bytes(&site, &now.cached, program());
        html = now.pages;
    }
    println!("seed {seed}: {kept} pages kept, {rendered} rendered");
    // Otherwise the comparison says nothing.
    assert!(kept > rendered / 4, "hardly anything was kept");
    journey
}
