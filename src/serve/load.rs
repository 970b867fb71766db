//! A site is read and linked anew, and what was good before is kept.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::output::Outputs;
use crate::answer::Site;
use crate::build::{self, Kept, Options};
use crate::diagnostic::{self, Diagnostic};
use crate::render::Engine;
use crate::source::{Look, Snapshot};

/// A site without errors, ready to be drawn.
pub struct Good {
    /// What is drawn.
    pub site: Arc<Site>,
    /// With what.
    pub engine: Engine,
    outputs: OnceLock<Outputs>,
}

impl Good {
    /// What the site puts out besides its pages; found out when it is first asked for.
    pub fn outputs(&self) -> &Outputs {
        self.outputs.get_or_init(|| Outputs::of(&self.site))
    }
}

/// What came of reading a site.
pub struct Loaded {
    /// The files that diagnostics point into; `None` where the site could not be read.
    pub snapshot: Option<Arc<Snapshot>>,
    /// Everything that was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The last site that had no errors; `None` where there never was one.
    pub good: Option<Arc<Good>>,
    /// Whether [`Loaded::good`] is what the files say now.
    pub is_current: bool,
    /// Whether it was the machine that failed, so that reading again may help.
    pub is_machine: bool,
    /// What need not be found out again next time.
    kept: Kept,
}

/// Reads a site and links it: the only place of the preview that does. With errors, the last
/// good site stays. `options.now` is the moment.
///
/// Where nothing has changed since `previous` was read, that comes back, shared.
pub fn reload(previous: Option<&Arc<Loaded>>, options: &Options) -> Arc<Loaded> {
    let good = || previous.and_then(|previous| previous.good.clone());
    let mut kept = previous.map_or_else(Kept::default, |previous| previous.kept.clone());
    let before = previous.and_then(|previous| previous.snapshot.as_deref());
    let (snapshot, mut diagnostics) = match read(&options.site, before) {
        Ok((snapshot, diagnostics)) => (Arc::new(snapshot), diagnostics),
        Err(diagnostic) => {
            return Arc::new(Loaded {
                snapshot: None,
                diagnostics: vec![diagnostic],
                good: good(),
                is_current: false,
                is_machine: true,
                kept,
            });
        }
    };
    if let Some(previous) = previous
        && let Some(good) = previous.good.as_ref().filter(|_| previous.is_current)
        && is_same(&good.site.snapshot, &snapshot)
        && is_same_day(&good.site, options)
    {
        return previous.clone();
    }
    let site = build::load_again(
        &snapshot,
        options,
        &mut kept,
        &|_| {},
        &mut diagnostics,
        &mut None,
    );
    let fresh = site.and_then(|site| match Engine::new(&site) {
        Ok(engine) => Some(Arc::new(Good {
            site,
            engine,
            outputs: OnceLock::new(),
        })),
        Err(problems) => {
            diagnostics.extend(problems);
            None
        }
    });
    diagnostic::sort(&mut diagnostics);
    diagnostics.dedup();
    Arc::new(Loaded {
        snapshot: Some(snapshot),
        diagnostics,
        is_current: fresh.is_some(),
        good: fresh.or_else(good),
        is_machine: false,
        kept,
    })
}

fn read(site: &Path, before: Option<&Snapshot>) -> Result<(Snapshot, Vec<Diagnostic>), Diagnostic> {
    Look::at(site)
        .and_then(|look| Snapshot::read_again(look, before))
        .map_err(|failure| failure.diagnostic)
}

/// Whether a site would be linked as of the same day as before.
fn is_same_day(site: &Site, options: &Options) -> bool {
    let zone = site.config.site.time_zone.clone();
    options.at.is_some() || options.now.to_zoned(zone).date() == site.moment.today
}

/// Whether two snapshots hold the same files.
fn is_same(one: &Snapshot, other: &Snapshot) -> bool {
    one.iter()
        .map(|file| (&file.path, file.digest))
        .eq(other.iter().map(|file| (&file.path, file.digest)))
}

impl Loaded {
    /// What came of a panic: the site as it was, and what is said of it.
    pub fn failed(previous: Option<&Arc<Self>>, diagnostic: Diagnostic) -> Arc<Self> {
        Arc::new(Self {
            snapshot: previous.and_then(|previous| previous.snapshot.clone()),
            diagnostics: vec![diagnostic],
            good: previous.and_then(|previous| previous.good.clone()),
            is_current: false,
            is_machine: false,
            kept: previous.map_or_else(Kept::default, |previous| previous.kept.clone()),
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
