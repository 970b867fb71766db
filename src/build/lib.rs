//! From a site to its folder: runs the stages, and caches what came of them.
//!
//! ```text
//! Pages ─render─▶ Outputs ─write─▶ folder
//! ```
//!
//! The modules that are stages stand first, in the order in which they may use each other: a page
//! asks `query` through `trace`, whose answers mark words that are `borrowed`; marks of `origin` tell where its parts come from; `render` and `feed`
//! draw it, `hosting` says how it is served, `write` alone writes, and `search` makes what is found of it. The others run them.

pub mod origin;

pub mod borrowed;

pub mod query;

pub mod trace;

pub mod render;

pub mod feed;

pub mod hosting;

pub mod write;

pub mod search;

pub mod blocked;
pub mod cache;
mod consequences;
pub mod explain;
pub mod images;
mod others;
mod pages;
mod program;
pub mod report;
mod unchanged;
pub mod unused;

pub use cache::Reason;
pub use program::Program;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::query::Site;
use crate::render::Engine;
use crate::trace::Tracked;
use cache::BuildCache;
use rihla_diagnostics::{Diagnostic, Severity};
use rihla_site::config::Config;
use rihla_site::content::{self, Before, CachedParts, Parts};
use rihla_site::failure::{Cause, Failure};
use rihla_site::graph::{Graph, Moment, Publication, Version};
use rihla_site::plan::Page;
use rihla_site::plan::{BUILD, Plan};
use rihla_site::route::Routes;
use rihla_site::schema::When;
use rihla_site::source::{self, LEDGER, Snapshot, Stamp, Stat};
use write::{Results, Summary, WrittenFile};

/// What a build is asked to do.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub site: PathBuf,
    /// The folder that is written.
    pub out: PathBuf,
    /// Whether a folder that Rihla did not make may be emptied.
    pub force: bool,
    /// Whether the ledger of addresses stays as it is. A build that records them is published: it
    /// asks search engines in, whatever its address.
    pub locked: bool,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether texts are shown that wait for other languages; with drafts, also those that wait for their day.
    pub waiting: bool,
    /// The moment as of which the site is built, in place of `now`: of a day alone, its end.
    pub at: Option<When>,
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Whether warnings prevent the site from being written.
    pub deny_warnings: bool,
    /// Whether compressed files are written beside those of text, also where `site.yaml` does
    /// not ask for it.
    pub compress: bool,
    /// The revision of the sources in version control, where it is known; it is published.
    pub commit: Option<String>,
    /// Whether pages that would come out as they did are left as they are.
    pub cache: bool,
    /// The moment at which the build was started.
    pub now: Timestamp,
    /// Which program builds.
    pub program: Program,
}

/// How far a build has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Files are read from the disk.
    Reading,
    /// Texts and YAML become parts of entries.
    Parsing,
    /// Parts become entries that know each other.
    Linking,
    /// Every page gets its address.
    Planning,
    /// This many pages of so many are rendered.
    Rendering(usize, usize),
    /// This many images of so many that no earlier build made are there.
    Images(usize, usize),
    /// This many addresses of other sites of so many that are asked about have answered.
    Links(usize, usize),
    /// The folder is brought to its new state.
    Writing,
}

/// The outcome of a build.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that diagnostics point into; `None` where the site could not be read.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The site as it was linked and planned; `None` where there are errors.
    pub site: Option<Arc<Site>>,
    /// What was written; `None` where nothing was.
    pub written: Option<Written>,
    /// What failed, where it is not the content.
    pub failed: Option<Cause>,
}

/// What a build wrote.
#[derive(Clone, Debug)]
pub struct Written {
    /// Pages of the site.
    pub pages: usize,
    /// The addresses of those that were rendered anew, ordered by their files, and why.
    pub rendered: Vec<(Arc<str>, Reason)>,
    /// Files written, left alone and removed.
    pub summary: Summary,
    /// What the site leaves to be done.
    pub left: Left,
}

/// What a build leaves to be done, which is no fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Addresses of the site that `urls.lock` does not hold.
    pub unrecorded: usize,
    /// Texts that are to go online together with others, which are not ready, or that nobody has reviewed.
    pub waiting: usize,
    /// Whether search engines are asked to leave the site out.
    pub is_noindex: bool,
}

impl Left {
    fn of(site: &Site, options: &Options) -> Self {
        let ledger = site.routes.ledger.as_ref().filter(|_| options.locked);
        let versions = site.graph.entries.iter().flat_map(|entry| &entry.versions);
        let is_waiting = |version: &&Version| {
            matches!(
                version.publication,
                Publication::Waiting | Publication::Unreviewed
            )
        };
        Self {
            unrecorded: ledger.map_or(0, |ledger| ledger.news(&site.config.ledger)),
            waiting: versions.flatten().filter(is_waiting).count(),
            // That of a demonstration was asked for.
            is_noindex: site.moment.is_noindex && !site.config.site.is_demonstration,
        }
    }
}

/// Reads, links and plans a site: everything before the first page is rendered.
///
/// `None` where there are errors; `failed` tells whether some are in the configuration.
pub fn load(
    snapshot: &Arc<Snapshot>,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
    failed: &mut Option<Cause>,
) -> Option<Arc<Site>> {
    let mut cache = LoadCache::default();
    load_again(snapshot, options, &mut cache, progress, diagnostics, failed)
}

/// What one load of a site leaves for the next.
#[derive(Clone, Debug, Default)]
pub struct LoadCache {
    /// What the files said.
    parts: Option<Arc<Parts>>,
    /// The same, as an earlier run of the program left it.
    cached: Option<Arc<CachedParts>>,
    /// The last site without errors.
    site: Option<Arc<Site>>,
}

/// A site whose entries know each other and have their addresses.
pub struct Linked {
    /// What the site says of itself.
    pub config: Config,
    /// The entries.
    pub graph: Graph,
    /// The addresses.
    pub routes: Arc<Routes>,
    /// As of when.
    pub moment: Moment,
}

/// Reads a site and links it, whatever is wrong with it. `None` where the configuration cannot be
/// read; what the files say is kept for the next time.
pub fn link(
    snapshot: &Arc<Snapshot>,
    options: &Options,
    cache: &mut LoadCache,
    progress: &(dyn Fn(Progress) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
    failed: &mut Option<Cause>,
) -> Option<Linked> {
    progress(Progress::Parsing);
    let (config, problems) = Config::read(
        snapshot,
        options.base_url.as_deref(),
        options.program.builtin,
    );
    let mut errors = problems.iter().filter(|found| found.is_error()).peekable();
    if errors.peek().is_some() {
        *failed = Some(Cause::Configuration);
    }
    let is_of_settings = |found: &Diagnostic| match &found.place {
        Some(place) => &*place.path != LEDGER,
        None => true,
    };
    let is_configured = !errors.any(is_of_settings);
    diagnostics.extend(problems);
    let config = config?;
    let moment = moment(&config, options);
    let read = content::read(snapshot, &config, cache.before());
    let parts = cache.parts.insert(Arc::new(read));
    cache.cached = None;
    diagnostics.extend(parts.diagnostics().cloned());
    progress(Progress::Linking);
    let (graph, problems) = Graph::link(
        parts,
        snapshot,
        &config,
        &moment,
        cache.site.as_ref().map(|site| &site.graph),
    );
    diagnostics.extend(problems);
    // Where only texts were edited, every page stays where it is.
    let alike = cache.site.as_ref().filter(|before| {
        graph.has_shape_of(&before.graph)
            && before.moment.is_trial == moment.is_trial
            && before.moment.now <= moment.now
            && graph
                .passing(&config, before.moment.now)
                .all(|passes| passes > moment.now)
            && before.config.site.base_url == config.site.base_url
    });
    let routes = match alike {
        Some(before) => before.routes.clone(),
        None => Arc::new(Routes::new(&graph, &config, &moment)),
    };
    routes.tell_ids(&graph, &config, snapshot, diagnostics);
    // Where a setting is wrong, so may be every address.
    let problems = routes.problems().iter();
    let problems = problems.filter(|found| {
        is_configured || found.message != &rihla_diagnostics::catalogue::route::VANISHED
    });
    diagnostics.extend(problems.cloned());
    consequences::leave_out(diagnostics);
    for finding in diagnostics.iter_mut() {
        finding.is_eased |= graph.is_eased(finding);
    }
    Some(Linked {
        config,
        graph,
        routes,
        moment,
    })
}

impl LoadCache {
    /// What the last build of the site in a folder left of what its files said, where the same program
    /// made it.
    pub fn of(site: &Path, program: Program) -> Self {
        Self {
            cached: cache::parts(site, program).map(Arc::new),
            ..Self::default()
        }
    }

    /// What an earlier reading of the files leaves for the next.
    pub fn before(&self) -> Before<'_> {
        match (&self.parts, &self.cached) {
            (Some(parts), _) => Before::Parts(parts),
            (None, Some(cached)) => Before::Cached(cached),
            (None, None) => Before::Nothing,
        }
    }

    /// What the files said.
    pub fn parts(&self) -> Option<&Parts> {
        self.parts.as_deref()
    }
}

/// Does what [`load`] does, and takes over from `cache` what would come out the same; what comes
/// out now is kept for the next time.
pub fn load_again(
    snapshot: &Arc<Snapshot>,
    options: &Options,
    cache: &mut LoadCache,
    progress: &(dyn Fn(Progress) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
    failed: &mut Option<Cause>,
) -> Option<Arc<Site>> {
    let linked = link(snapshot, options, cache, progress, diagnostics, failed)?;
    progress(Progress::Planning);
    let site = planned(snapshot, linked, cache, diagnostics);
    if refused(diagnostics, options) {
        return None;
    }
    let site = Arc::new(site);
    cache.site = Some(site.clone());
    Some(site)
}

/// Does what [`load_again`] does, whatever is wrong with the site: its pages can be drawn as far as they go,
/// and nothing of it is to be written. `None` where the configuration cannot be read.
pub fn load_as_it_is(
    snapshot: &Arc<Snapshot>,
    options: &Options,
    cache: &mut LoadCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<Site>> {
    let linked = link(snapshot, options, cache, &|_| {}, diagnostics, &mut None)?;
    let site = Arc::new(planned(snapshot, linked, cache, diagnostics));
    cache.site = Some(site.clone());
    Some(site)
}

/// A site that was linked, with every file that it will have.
fn planned(
    snapshot: &Arc<Snapshot>,
    linked: Linked,
    cache: &LoadCache,
    diagnostics: &mut Vec<Diagnostic>,
) -> Site {
    let Linked {
        config,
        graph,
        routes,
        moment,
    } = linked;
    // The same addresses are those of the same pages.
    let before = cache.site.as_ref();
    let before = before.filter(|before| Arc::ptr_eq(&before.routes, &routes));
    let before = before.map(|before| (&before.graph, &before.plan));
    let (plan, problems) = Plan::new(snapshot, &config, &graph, &routes, before);
    diagnostics.extend(problems);
    Site::new(snapshot.clone(), config, graph, routes, plan, moment)
}

/// The moment of a build: now, or the one that was asked for.
fn moment(config: &Config, options: &Options) -> Moment {
    let zone = &config.site.time_zone;
    let (now, today) = match options.at {
        Some(at) => at.as_of(zone),
        None => (options.now, options.now.to_zoned(zone.clone()).date()),
    };
    let is_trial = options.drafts || options.at.is_some();
    // A build that records its addresses is published, wherever that is.
    let is_elsewhere = config.site.is_elsewhere && options.locked;
    Moment {
        now,
        today,
        drafts: options.drafts,
        waiting: options.waiting,
        is_trial,
        // The preview says so itself, in each answer.
        is_noindex: (is_trial || is_elsewhere || config.site.is_demonstration) && !options.waiting,
    }
}

fn refused(diagnostics: &[Diagnostic], options: &Options) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| match diagnostic.severity() {
            Severity::Error => true,
            Severity::Warning => options.deny_warnings,
            Severity::Advice => false,
        })
}

/// Builds a site: reads `options.site`, writes `options.out`.
///
/// With any error the folder stays as it was. `progress` is called from many threads.
pub fn build(options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    run_stages(options, End::Commit, progress).0
}

/// Is shown each page as it would be written; called from many threads.
pub type Inspect<'i> = &'i (dyn Fn(&Arc<Site>, &Page, &[u8]) + Sync);

/// What a rehearsal leaves.
#[derive(Debug)]
pub struct Rehearsal {
    /// As that of a build; `written` is none.
    pub outcome: Outcome,
    /// What the files say, where the site could be planned.
    pub parts: Option<Arc<Parts>>,
    /// Every file that would be written, where every page could be drawn.
    pub files: Option<Vec<WrittenFile>>,
}

/// Does all that a build does but its end: what was made is thrown away, and images alone are
/// kept for the next build.
pub fn rehearse(
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
    inspect: Inspect,
) -> Rehearsal {
    let options = Options {
        locked: true,
        cache: false,
        deny_warnings: false,
        ..options.clone()
    };
    let mut files = None;
    let (outcome, parts) = run_stages(&options, End::Rehearsal(inspect, &mut files), progress);
    Rehearsal {
        outcome,
        parts,
        files,
    }
}

/// How a build ends.
enum End<'e> {
    Commit,
    /// Nothing is written: pages are shown to somebody, and the files are told.
    Rehearsal(Inspect<'e>, &'e mut Option<Vec<WrittenFile>>),
}

fn run_stages(
    options: &Options,
    end: End,
    progress: &(dyn Fn(Progress) + Sync),
) -> (Outcome, Option<Arc<Parts>>) {
    progress(Progress::Reading);
    let nothing = |diagnostics, written, failed| {
        let outcome = Outcome {
            diagnostics,
            snapshot: None,
            site: None,
            written,
            failed,
        };
        (outcome, None)
    };
    let stat = match Stat::at(&options.site) {
        Ok(stat) => stat,
        Err(failure) => return nothing(vec![failure.diagnostic], None, Some(Cause::Machine)),
    };
    if let End::Commit = end
        && let Some(written) = unchanged::check(options, &stat)
    {
        return nothing(Vec::new(), Some(written), None);
    }
    let stamp = stat.stamp();
    let (snapshot, mut diagnostics) = match Snapshot::read_again(stat, None) {
        Ok((snapshot, diagnostics)) => (Arc::new(snapshot), diagnostics),
        Err(failure) => return nothing(vec![failure.diagnostic], None, Some(Cause::Machine)),
    };
    let mut failed = None;
    let mut cache = match options.cache {
        true => LoadCache::of(&options.site, options.program),
        false => LoadCache::default(),
    };
    let site = load_again(
        &snapshot,
        options,
        &mut cache,
        progress,
        &mut diagnostics,
        &mut failed,
    );
    let written = match &site {
        Some(site) => {
            let parts = cache.parts.as_deref();
            let written = run(
                (site, parts),
                options,
                end,
                progress,
                &mut diagnostics,
                &mut failed,
            );
            note(options, site, stamp, &diagnostics, written)
        }
        None => Ok(None),
    };
    let written = match written {
        Ok(written) => written,
        Err(error) => {
            diagnostics.push(error.diagnostic);
            failed = Some(error.cause);
            None
        }
    };
    source::without_echoes(&mut diagnostics);
    rihla_diagnostics::sort(&mut diagnostics);
    diagnostics.dedup();
    let outcome = Outcome {
        diagnostics,
        snapshot: Some(snapshot),
        site,
        written,
        failed,
    };
    (outcome, cache.parts)
}

/// Notes that a build need not be done again, where it had nothing to say and left the site's
/// own files as they were.
fn note(
    options: &Options,
    site: &Site,
    stamp: Stamp,
    diagnostics: &[Diagnostic],
    written: Result<Option<Written>, Failure>,
) -> Result<Option<Written>, Failure> {
    let written = written?;
    let has_ledger = !options.locked && site.routes.ledger.is_some();
    if let Some(written) = &written
        && options.cache
        && diagnostics.is_empty()
        && !has_ledger
    {
        unchanged::note(options, site, stamp, written)?;
    }
    Ok(written)
}

fn run(
    (site, parts): (&Arc<Site>, Option<&Parts>),
    options: &Options,
    end: End,
    progress: &(dyn Fn(Progress) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
    failed: &mut Option<Cause>,
) -> Result<Option<Written>, Failure> {
    let engine = match Engine::new(&Tracked::new(site)) {
        Ok(engine) => engine,
        Err(problems) => {
            *failed = Some(Cause::Configuration);
            diagnostics.extend(problems);
            return Ok(None);
        }
    };
    progress(Progress::Rendering(0, site.plan.pages.len()));
    let room = match end {
        End::Commit => None,
        End::Rehearsal(..) => Some(write::Room::of(&options.site)?),
    };
    let folder = room.as_ref().map_or(&*options.site, write::Room::folder);
    let mut staging = match end {
        End::Commit => write::stage(&options.site, &options.out, options.force)?,
        End::Rehearsal(..) => write::rehearse(folder)?,
    };
    let name = staging.note(cache::NAME);
    // Before anything else is asked of the site.
    let cache = match options.cache {
        true => BuildCache::load(&options.site, &name, site, options.program),
        false => BuildCache::none(Reason::Off),
    };
    diagnostics.extend(hosting::check(site));
    diagnostics.extend(search::check(site));
    diagnostics.extend(unused::check(site));
    if options.compress || site.config.site.hosting.compress {
        staging.compress(site.plan.encoded(&site.routes));
    }
    let inspect = match &end {
        End::Commit => None,
        End::Rehearsal(inspect, _) => Some(*inspect),
    };
    let pages = pages::pages(site, &engine, &staging, &cache, inspect, progress)?;
    diagnostics.extend(pages.diagnostics);
    if refused(diagnostics, options) {
        return Ok(None);
    }
    let (results, problems) = images::images(site, folder, &pages.images, &staging, progress)?;
    diagnostics.extend(problems);
    let indexed = match options.cache {
        true => write::recall(&options.site, &search::note(&staging)),
        false => None,
    };
    let indexed = search::write(site, &staging, indexed, &options.program.name())?;
    for (output, text) in &pages.files {
        staging.write(output, text.as_bytes())?;
    }
    diagnostics.extend(others::others(site, &engine, &staging, &pages.figures)?);
    if let End::Rehearsal(_, files) = end {
        *files = Some(staging.files()?);
        // By the clock, as below.
        let today = options.now.to_zoned(site.config.site.time_zone.clone());
        images::close(results, today.date())?;
        return Ok(None);
    }
    if refused(diagnostics, options) {
        return Ok(None);
    }
    // The last of all, since it says how many there are.
    let build = hosting::build(site, options.commit.as_deref(), staging.count() + 1);
    staging.write(BUILD, build.as_bytes())?;
    progress(Progress::Writing);
    if !options.locked
        && let Some(ledger) = &site.routes.ledger
    {
        staging.ledger(ledger.text());
    }
    let summary = staging.commit()?;
    // From here on the site is written, whatever becomes of the notes about it.
    if let Err(error) = keep(
        (site, parts),
        options,
        &name,
        &pages.cached,
        results,
        indexed,
    ) {
        diagnostics.push(error.diagnostic);
        *failed = Some(Cause::Machine);
    }
    Ok(Some(Written {
        pages: site.plan.pages.len(),
        rendered: pages.rendered,
        summary,
        left: Left::of(site, options),
    }))
}

/// Keeps what the next build can use, and what people and servers read about the site.
fn keep(
    (site, parts): (&Site, Option<&Parts>),
    options: &Options,
    cache: &str,
    cached: &[cache::CachedPage],
    results: Results,
    indexed: Option<(String, Vec<u8>)>,
) -> Result<(), Failure> {
    if options.cache {
        if let Some((name, bytes)) = indexed {
            write::private(&options.site, &name, &bytes)?;
        }
        let bytes = cache::bytes(site, cached, options.program);
        write::private(&options.site, cache, &bytes)?;
        if let Some(parts) = parts {
            let bytes = cache::bytes_of_parts(parts, options.program);
            write::private(&options.site, cache::PARTS, &bytes)?;
        }
    }
    // By the clock, not by the day as of which the site is built.
    let today = options.now.to_zoned(site.config.site.time_zone.clone());
    images::close(results, today.date())?;
    let report = report::report(site);
    write::private(&options.site, report::REPORT, report.as_bytes())?;
    for (name, text) in hosting::private(site) {
        write::private(&options.site, name, text.as_bytes())?;
    }
    Ok(())
}

/// The folder that a build of a site writes where nothing else is said.
pub fn default_out(site: &Path) -> PathBuf {
    site.join("public")
}
