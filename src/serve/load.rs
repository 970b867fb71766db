//! A site is read and linked anew, and what was good before is kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use rayon::prelude::*;

use super::output::Outputs;
use super::state;
use rihla_build as build;
use rihla_build::images::Studio;
use rihla_build::query::{Query, Request, Site, figures_output};
use rihla_build::render::{self, Engine};
use rihla_build::search;
use rihla_build::trace::Tracked;
use rihla_build::{LoadCache, Options, report};
use rihla_diagnostics::Diagnostic;
use rihla_editorial::Desk;
use rihla_site::failure::Failure;
use rihla_site::source::{self, Snapshot, Stat};

/// A site without errors, ready to be drawn.
pub struct Good {
    /// What is drawn.
    pub site: Arc<Site>,
    /// With what.
    pub engine: Engine,
    outputs: OnceLock<Outputs>,
    /// The index of words, by output; made when somebody looks for one.
    search: OnceLock<BTreeMap<String, Vec<u8>>>,
    /// Every image of the site by its output; found out only where one is asked for that no
    /// page had.
    images: OnceLock<BTreeMap<Arc<str>, Query>>,
    studio: Studio,
}

impl Good {
    fn new(site: Arc<Site>, engine: Engine) -> Self {
        Self {
            studio: Studio::new(&site),
            site,
            engine,
            outputs: OnceLock::new(),
            search: OnceLock::new(),
            images: OnceLock::new(),
        }
    }

    /// Makes its images.
    pub fn studio(&self) -> &Studio {
        &self.studio
    }

    /// The query by which a page shows the image at an output, of all pages.
    pub fn image(&self, output: &str) -> Option<&Query> {
        let all = self.images.get_or_init(|| {
            let pages = self.site.plan.pages.par_iter();
            let asked = pages.filter_map(|page| render::page(&self.engine, page).ok());
            let asked = asked.flat_map_iter(|drawn| state::images(&drawn.trace));
            let requested = asked.flat_map_iter(|query| {
                let requests = self.site.requests(&query);
                let file = match &query {
                    Query::Figures { name, text } => Some(figures_output(name, text).into()),
                    _ => None,
                };
                let file = file.map(|file| (file, query.clone()));
                let output = move |request: Request| (request.output().clone(), query.clone());
                requests
                    .into_iter()
                    .map(output)
                    .chain(file)
                    .collect::<Vec<_>>()
            });
            requested.collect()
        });
        all.get(output)
    }

    /// A file of the index of words, by its output.
    pub fn searched(&self, output: &str) -> Option<&[u8]> {
        if !output.ends_with(".json") || self.site.config.site.search.is_none() {
            return None;
        }
        let files = || search::files(&self.site).into_iter().collect();
        let files = self.search.get_or_init(files);
        files.get(output).map(Vec::as_slice)
    }

    /// What the site puts out besides its pages; found out when it is first asked for.
    pub fn outputs(&self) -> &Outputs {
        self.outputs.get_or_init(|| Outputs::of(&self.site))
    }
}

/// The outcome of reading a site.
pub struct Loaded {
    /// The files that diagnostics point into; `None` where the site could not be read.
    pub snapshot: Option<Arc<Snapshot>>,
    /// Everything that was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// What of it was found in the files by themselves, while they were read.
    found: Vec<Diagnostic>,
    /// The last site that had no errors; `None` where there never was one.
    pub good: Option<Arc<Good>>,
    /// Whether [`Loaded::good`] is what the files say now.
    pub is_current: bool,
    /// Whether it was the machine that failed, so that reading again may help.
    pub is_machine: bool,
    /// Where the site's symbolic links to files lead.
    pub links: Vec<PathBuf>,
    /// What need not be found out again next time.
    cache: LoadCache,
}

/// Reads a site and links it: the only place of the preview that does. With errors, the last
/// good site stays. `options.now` is the moment.
///
/// Where nothing has changed since `previous` was read, that comes back, shared.
pub fn reload(previous: Option<&Arc<Loaded>>, options: &Options) -> Arc<Loaded> {
    let good = || previous.and_then(|previous| previous.good.clone());
    let mut cache = match previous {
        Some(previous) => previous.cache.clone(),
        None => LoadCache::of(&options.site, options.program),
    };
    let before = previous.and_then(|previous| previous.snapshot.as_deref());
    let (snapshot, mut diagnostics, links) = match read(&options.site, before) {
        Ok((snapshot, diagnostics, links)) => (Arc::new(snapshot), diagnostics, links),
        Err(diagnostic) => {
            return Arc::new(Loaded {
                snapshot: None,
                diagnostics: vec![diagnostic],
                found: Vec::new(),
                good: good(),
                is_current: false,
                is_machine: true,
                links: Vec::new(),
                cache,
            });
        }
    };
    if let Some(previous) = previous
        && let Some(good) = previous.good.as_ref().filter(|_| previous.is_current)
        && is_same(&good.site.snapshot, &snapshot)
        && is_same_moment(&good.site, options)
        // What is watched depends on them.
        && previous.links == links
    {
        return previous.clone();
    }
    let found = diagnostics.clone();
    let site = build::load_again(
        &snapshot,
        options,
        &mut cache,
        &|_| {},
        &mut diagnostics,
        &mut None,
    );
    let fresh = drawn(site, &mut diagnostics);
    Arc::new(Loaded {
        snapshot: Some(snapshot),
        diagnostics,
        found,
        is_current: fresh.is_some(),
        good: fresh.or_else(good),
        is_machine: false,
        links,
        cache,
    })
}

/// A site as it would be with other texts in some of its files, drawn whatever is wrong with it: of a page that
/// cannot be drawn, that is told where it is asked for. `disk` is the site as its files are, `before` as it was
/// last shown.
pub fn overlaid(
    disk: &Loaded,
    before: Option<&Arc<Loaded>>,
    texts: &BTreeMap<Arc<str>, Arc<str>>,
    options: &Options,
) -> Arc<Loaded> {
    let good = || before.and_then(|before| before.good.clone());
    let good = || good().or_else(|| disk.good.clone());
    let mut cache = before.map_or_else(|| disk.cache.clone(), |before| before.cache.clone());
    // What is wrong with a text is found again in the one that takes its place.
    let is_kept = |found: &&Diagnostic| {
        let place = found.place.as_ref();
        place.is_none_or(|place| !texts.contains_key(&place.path))
    };
    let found: Vec<Diagnostic> = disk.found.iter().filter(is_kept).cloned().collect();
    let mut diagnostics = found.clone();
    let snapshot = disk.snapshot.as_ref();
    let snapshot = snapshot.map(|snapshot| Arc::new(snapshot.with_texts(texts)));
    let site = snapshot
        .as_ref()
        .and_then(|snapshot| build::load_as_it_is(snapshot, options, &mut cache, &mut diagnostics));
    let fresh = drawn(site, &mut diagnostics);
    Arc::new(Loaded {
        snapshot,
        diagnostics,
        found,
        is_current: fresh.is_some(),
        good: fresh.or_else(good),
        is_machine: disk.is_machine,
        links: disk.links.clone(),
        cache,
    })
}

/// A site with what draws it; what was found is put in order, once.
fn drawn(site: Option<Arc<Site>>, diagnostics: &mut Vec<Diagnostic>) -> Option<Arc<Good>> {
    let fresh = site.and_then(|site| match Engine::new(&Tracked::new(&site)) {
        Ok(engine) => Some(Arc::new(Good::new(site, engine))),
        Err(problems) => {
            diagnostics.extend(problems);
            None
        }
    });
    source::without_echoes(diagnostics);
    rihla_diagnostics::sort(diagnostics);
    diagnostics.dedup();
    fresh
}

/// The files of a site, what is wrong with them, and where links to files lead.
type Read = (Snapshot, Vec<Diagnostic>, Vec<PathBuf>);

fn read(site: &Path, before: Option<&Snapshot>) -> Result<Read, Diagnostic> {
    let read = || {
        let stat = Stat::at(site)?;
        let links = stat.links().to_vec();
        let (snapshot, diagnostics) = Snapshot::read_again(stat, before)?;
        Ok((snapshot, diagnostics, links))
    };
    read().map_err(|failure: Failure| failure.diagnostic)
}

/// Whether a site would be the same as of a later moment: the day has not changed, and nothing
/// went online or offline.
fn is_same_moment(site: &Site, options: &Options) -> bool {
    let zone = site.config.site.time_zone.clone();
    let is_same_day = || options.now.to_zoned(zone).date() == site.moment.today;
    let is_before = |next: Timestamp| options.now < next;
    // A clock may be put back.
    let is_after = site.moment.now <= options.now;
    options.at.is_some() || is_after && is_same_day() && report::next(site).is_none_or(is_before)
}

/// Whether two snapshots hold the same files.
fn is_same(one: &Snapshot, other: &Snapshot) -> bool {
    one.iter()
        .map(|file| (&file.path, file.digest))
        .eq(other.iter().map(|file| (&file.path, file.digest)))
}

impl Loaded {
    /// The site as the commands see it; `None` where it was never good.
    pub fn desk(&self) -> Option<Desk> {
        let site = &self.good.as_ref()?.site;
        let diagnostics = self.diagnostics.clone();
        Some(Desk::loaded(site, self.cache.clone(), diagnostics))
    }

    /// The next moment at which the site changes by itself: a day begins, something goes online or
    /// offline. `None` where another day than that of the clock is shown.
    pub fn next(&self, options: &Options) -> Option<Timestamp> {
        let site = &self.good.as_ref()?.site;
        let zone = &site.config.site.time_zone;
        let tomorrow = site.moment.today.tomorrow().ok();
        let midnight = tomorrow.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        let next = report::next(site).into_iter().chain(midnight).min();
        next.filter(|_| options.at.is_none())
    }

    /// The outcome of a panic: the site as it was, and what is said of it.
    pub fn failed(previous: Option<&Arc<Self>>, diagnostic: Diagnostic) -> Arc<Self> {
        Arc::new(Self {
            snapshot: previous.and_then(|previous| previous.snapshot.clone()),
            diagnostics: vec![diagnostic],
            found: Vec::new(),
            good: previous.and_then(|previous| previous.good.clone()),
            is_current: false,
            is_machine: false,
            links: previous.map_or_else(Vec::new, |previous| previous.links.clone()),
            cache: previous.map_or_else(LoadCache::default, |previous| previous.cache.clone()),
        })
    }

    /// The files whose address stays when they change (those of `static`), and that are not
    /// what they were in `other`: their outputs.
    pub fn replaced(&self, other: &Self) -> Vec<String> {
        let (Some(now), Some(before)) = (&self.snapshot, &other.snapshot) else {
            return Vec::new();
        };
        now.under("static")
            .filter(|file| {
                before
                    .get(&file.path)
                    .is_some_and(|known| known.digest != file.digest)
            })
            .filter_map(|file| file.path.strip_prefix("static/").map(str::to_owned))
            .collect()
    }
}
