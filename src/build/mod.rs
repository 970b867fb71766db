//! Runs the stages.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::answer::Site;
use crate::config::Config;
use crate::diagnostic::{self, Diagnostic};
use crate::graph::{Graph, Moment, Publication};
use crate::plan::{AssetContent, BUILD, Plan, ROBOTS, RULES, SITEMAP};
use crate::render::{self, Engine};
use crate::route::Routes;
use crate::source::{Body, Snapshot};
use crate::write::{self, Staging, Summary, WriteError};

/// What a build is asked to do.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub site: PathBuf,
    /// The folder that is written.
    pub out: PathBuf,
    /// Whether a folder that Rihla did not make may be emptied.
    pub force: bool,
    /// Whether the ledger of addresses stays as it is.
    pub locked: bool,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// The day as of which the site is built, in place of that of `now`.
    pub at: Option<Date>,
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Whether warnings prevent the site from being written.
    pub deny_warnings: bool,
    /// Whether compressed files are written beside those of text, also where `site.yaml` does
    /// not ask for it.
    pub compress: bool,
    /// The revision of the sources in version control, where it is known; it is published.
    pub commit: Option<String>,
    /// The moment at which the build was started.
    pub now: Timestamp,
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
    /// The folder is brought to its new state.
    Writing,
}

/// What came of a build.
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
    pub failed: Option<Failed>,
}

/// What can fail besides the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// `site.yaml`, a `collection.yaml`, the theme, or the folder that is to be written.
    Configuration,
    /// Disk full, no permission.
    Machine,
}

/// What a build wrote.
#[derive(Clone, Debug)]
pub struct Written {
    /// Pages rendered.
    pub pages: usize,
    /// Files written, left alone and removed.
    pub summary: Summary,
}

/// Reads, links and plans a site: everything before the first page is rendered.
///
/// `None` where there are errors; `failed` tells whether some are in the configuration.
pub fn load(
    snapshot: &Arc<Snapshot>,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
    failed: &mut Option<Failed>,
) -> Option<Arc<Site>> {
    progress(Progress::Parsing);
    let (config, problems) = Config::read(snapshot, options.base_url.as_deref());
    if problems.iter().any(Diagnostic::is_error) {
        *failed = Some(Failed::Configuration);
    }
    diagnostics.extend(problems);
    let config = config?;
    let moment = moment(&config, options);
    let (parts, problems) = crate::content::read(snapshot, &config);
    diagnostics.extend(problems);
    progress(Progress::Linking);
    let (graph, problems) = Graph::link(parts, snapshot, &config, &moment);
    diagnostics.extend(problems);
    progress(Progress::Planning);
    let (routes, problems) = Routes::new(&graph, &config, moment.is_trial);
    diagnostics.extend(problems);
    let (plan, problems) = Plan::new(snapshot, &config, &graph, &routes);
    diagnostics.extend(problems);
    if refused(diagnostics, options) {
        return None;
    }
    Some(Arc::new(Site::new(
        snapshot.clone(),
        config,
        graph,
        routes,
        plan,
        moment,
    )))
}

/// The moment of a build: now, or noon of the day that was asked for. At noon, what is to be
/// published on that day is, and the day is the same in every time zone nearby.
fn moment(config: &Config, options: &Options) -> Moment {
    let zone = &config.site.time_zone;
    let now = options
        .at
        .and_then(|day| zone.to_timestamp(day.at(12, 0, 0, 0)).ok())
        .unwrap_or(options.now);
    Moment {
        now,
        today: now.to_zoned(zone.clone()).date(),
        drafts: options.drafts,
        is_trial: options.drafts || options.at.is_some(),
    }
}

fn refused(diagnostics: &[Diagnostic], options: &Options) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.is_error() || options.deny_warnings)
}

/// Builds a site: reads `options.site`, writes `options.out`.
///
/// With any error the folder stays as it was. `progress` is called from many threads.
pub fn build(options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    progress(Progress::Reading);
    let (snapshot, mut diagnostics) = match Snapshot::read(&options.site) {
        Ok((snapshot, diagnostics)) => (Arc::new(snapshot), diagnostics),
        Err(failure) => {
            return Outcome {
                diagnostics: vec![failure.diagnostic],
                snapshot: None,
                site: None,
                written: None,
                failed: Some(Failed::Machine),
            };
        }
    };
    let mut failed = None;
    let site = load(&snapshot, options, progress, &mut diagnostics, &mut failed);
    let written = match &site {
        Some(site) => run(site, options, progress, &mut diagnostics, &mut failed),
        None => Ok(None),
    };
    let written = match written {
        Ok(written) => written,
        Err(error) => {
            diagnostics.push(error.diagnostic);
            failed = Some(match error.is_machine {
                true => Failed::Machine,
                false => Failed::Configuration,
            });
            None
        }
    };
    diagnostic::sort(&mut diagnostics);
    diagnostics.dedup();
    Outcome {
        diagnostics,
        snapshot: Some(snapshot),
        site,
        written,
        failed,
    }
}

fn run(
    site: &Arc<Site>,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
    failed: &mut Option<Failed>,
) -> Result<Option<Written>, WriteError> {
    let engine = match Engine::new(site) {
        Ok(engine) => engine,
        Err(problems) => {
            *failed = Some(Failed::Configuration);
            diagnostics.extend(problems);
            return Ok(None);
        }
    };
    diagnostics.extend(render::hosting::check(site));
    progress(Progress::Rendering(0, site.plan.pages.len()));
    let mut staging = write::stage(&options.site, &options.out, options.force)?;
    if options.compress || site.config.site.hosting.compress {
        staging.compress(site.plan.encoded(&site.routes));
    }
    let problems = pages(site, &engine, &staging, progress)?;
    diagnostics.extend(problems);
    if refused(diagnostics, options) {
        return Ok(None);
    }
    others(site, &engine, &staging)?;
    // The last of all, since it says how many there are.
    let build = render::hosting::build(site, options.commit.as_deref(), staging.count() + 1);
    staging.write(BUILD, build.as_bytes())?;
    progress(Progress::Writing);
    let summary = staging.commit()?;
    write::private(&options.site, REPORT, report(site).as_bytes())?;
    for (name, text) in render::hosting::private(site) {
        write::private(&options.site, name, text.as_bytes())?;
    }
    if !options.locked
        && let Some(ledger) = &site.routes.ledger
    {
        write::ledger(&options.site, &ledger.text())?;
    }
    Ok(Some(Written {
        pages: site.plan.pages.len(),
        summary,
    }))
}

/// The file in `.rihla` that says what is held back, and why.
const REPORT: &str = "report.json";

/// What is held back and why: nothing that is published says it.
fn report(site: &Site) -> String {
    let moment = |timestamp: Timestamp| {
        let zoned = timestamp.to_zoned(site.config.site.time_zone.clone());
        zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    };
    let mut held = Vec::new();
    for entry in &site.graph.entries {
        for (language, version) in site.config.site.languages.iter().zip(&entry.versions) {
            let Some(version) = version else { continue };
            let (reason, until) = match &version.publication {
                Publication::Online | Publication::NotMeant => continue,
                Publication::Draft => ("draft", None),
                Publication::From(from) => ("publish_at", Some(moment(*from))),
                Publication::Until(until) => ("unpublish_at", Some(moment(*until))),
                Publication::Gone => ("gone", None),
                Publication::Waiting => ("release-together", None),
            };
            held.push(serde_json::json!({
                "id": &*entry.id,
                "language": &*language.tag,
                "title": &*version.title,
                "path": &*version.place.path,
                "reason": reason,
                "date": until,
            }));
        }
    }
    let report = serde_json::json!({"day": site.moment.today.to_string(), "held_back": held});
    let mut text = format!("{report:#}");
    text.push('\n');
    text
}

/// Renders every page into staging, each written as soon as it is there.
fn pages(
    site: &Arc<Site>,
    engine: &Engine,
    staging: &Staging,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Vec<Diagnostic>, WriteError> {
    let all = &site.plan.pages;
    let done = AtomicUsize::new(0);
    let results: Result<Vec<Option<Diagnostic>>, WriteError> = all
        .par_iter()
        .map(|page| {
            let problem = match render::page(engine, site, page) {
                Ok(output) => {
                    staging.write(&page.output, &output.html)?;
                    None
                }
                Err(problem) => Some(*problem),
            };
            let count = done.fetch_add(1, Ordering::Relaxed) + 1;
            if count.is_multiple_of(64) || count == all.len() {
                progress(Progress::Rendering(count, all.len()));
            }
            Ok(problem)
        })
        .collect();
    // A template that fails, fails on many pages: one place is told once, with its first page.
    let mut problems: Vec<Diagnostic> = Vec::new();
    for problem in results?.into_iter().flatten() {
        let is_known = problems.iter().any(|known| {
            known.place.is_some()
                && known.place == problem.place
                && known.message.code == problem.message.code
        });
        if !is_known {
            problems.push(problem);
        }
    }
    Ok(problems)
}

/// Everything that is not a page.
fn others(site: &Arc<Site>, engine: &Engine, staging: &Staging) -> Result<(), WriteError> {
    let sitemap = render::sitemap(site).map_err(|error| WriteError::machine(SITEMAP, &error))?;
    staging.write(SITEMAP, &sitemap)?;
    staging.write(ROBOTS, render::robots(site).as_bytes())?;
    site.plan.feeds.par_iter().try_for_each(|feed| {
        let files = render::feed(engine, site, feed)
            .map_err(|error| WriteError::machine("feed.xml", &error))?;
        let mut files = files.iter();
        files.try_for_each(|(output, bytes)| staging.write(output, bytes))
    })?;
    let is_paged = site.config.site.hosting.redirect_pages;
    for redirect in site.routes.redirects.iter().filter(|_| is_paged) {
        let (output, html) = render::redirects::page(site, redirect);
        staging.write(&output, html.as_bytes())?;
    }
    staging.write(RULES, render::redirects::rules(site).as_bytes())?;
    for (output, text) in render::hosting::published(site) {
        staging.write(output, text.as_bytes())?;
    }
    let copy = |source: &str, output: &str| -> Result<(), WriteError> {
        match site.snapshot.get(source).map(|file| &file.body) {
            Some(Body::Text(text)) => staging.write(output, text.as_bytes()),
            Some(Body::Blob(_)) => {
                let bytes = site.snapshot.read_blob(source).map_err(WriteError::from)?;
                staging.write(output, &bytes)
            }
            None => Ok(()),
        }
    };
    site.plan
        .assets
        .iter()
        .collect::<Vec<_>>()
        .par_iter()
        .try_for_each(|asset| match &asset.content {
            AssetContent::Copy => copy(&asset.source, &asset.output),
            AssetContent::Text(text) => staging.write(&asset.output, text.as_bytes()),
        })?;
    site.plan
        .copies
        .par_iter()
        .try_for_each(|(output, source)| copy(source, output))
}

/// The folder that a build of a site writes where nothing else is said.
pub fn default_out(site: &Path) -> PathBuf {
    site.join("public")
}
