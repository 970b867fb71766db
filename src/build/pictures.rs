//! The pictures that pages show: those that an earlier build made are taken up, the others are
//! made, many at a time, within the memory that there is for it. The preview makes one at a time,
//! when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use rihla_picture::{Made, Problem, Source};

use super::Progress;
use crate::answer::{Question, Request, Sharing, Site};
use crate::diagnostic::catalogue::graph as say;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::picture::{self, Derivative};
use crate::render::sharing::Drawer;
use crate::source::Body;
use crate::write::{Cache, Staging, WriteError};

/// The folder in `.rihla` that holds the pictures.
const FOLDER: &str = "pictures";
/// About what it takes to draw a picture for sharing, in bytes.
const DRAWING: u64 = 16_000_000;

/// Brings into staging every picture that the pages' questions ask for. What is wrong with one
/// is told where it is shown, and nothing is lost of the others: they are kept.
pub(super) fn pictures(
    site: &Site,
    folder: &Path,
    questions: &BTreeSet<Question>,
    staging: &Staging,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<(Cache, Vec<Diagnostic>), WriteError> {
    let cache = Cache::open(folder, FOLDER)?;
    // The name of a file tells all that is in it: what two questions ask for is made once.
    let mut requests: BTreeMap<Arc<str>, Request> = BTreeMap::new();
    let asked = questions.iter();
    for request in asked.flat_map(|question| site.requests(question)) {
        requests.entry(request.output().clone()).or_insert(request);
    }
    let requests: Vec<Request> = requests.into_values().collect();
    let missing: Result<Vec<Option<&Request>>, WriteError> = requests
        .par_iter()
        .map(|request| take_up(request, &cache, staging))
        .collect();
    let missing: Vec<&Request> = missing?.into_iter().flatten().collect();
    let all = missing.len();
    let done = AtomicUsize::new(0);
    let keep = |output: &str, bytes: &[u8]| {
        cache.put(name(output), bytes)?;
        staging.write(output, bytes)?;
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        progress(Progress::Pictures(done, all));
        Ok(())
    };
    let mut making = Making {
        site,
        gate: &Gate::new(site.config.site.pictures.memory),
        keep: &keep,
        drawer: None,
    };
    let mut sources: BTreeMap<&str, Vec<&Derivative>> = BTreeMap::new();
    let mut sharing: Vec<&Sharing> = Vec::new();
    for request in missing {
        match request {
            Request::Picture(derivative) => {
                sources
                    .entry(&derivative.source)
                    .or_default()
                    .push(derivative);
            }
            Request::Sharing(request) => sharing.push(request),
        }
    }
    if all > 0 {
        progress(Progress::Pictures(0, all));
    }
    let mut diagnostics = Vec::new();
    if !sharing.is_empty() {
        match Drawer::new(site) {
            Ok(drawer) => making.drawer = Some(drawer),
            Err(problem) => diagnostics.push(*problem),
        }
    }
    let making = &making;
    let of_sources: Result<Vec<Vec<Diagnostic>>, WriteError> = sources
        .into_par_iter()
        .map(|(source, wanted)| making.source(source, &wanted))
        .collect();
    let of_sharing: Result<Vec<Vec<Diagnostic>>, WriteError> = sharing
        .into_par_iter()
        .map(|request| making.sharing(request))
        .collect();
    diagnostics.extend(of_sources?.into_iter().chain(of_sharing?).flatten());
    Ok((cache, diagnostics))
}

/// Ends a build that was written.
pub(super) fn close(cache: Cache, today: Date) -> Result<(), WriteError> {
    cache.close(today)
}

/// The name of a request's file in the cache.
fn name(output: &str) -> &str {
    output.rsplit('/').next().unwrap_or(output)
}

/// Takes up a file that stands in the output or the cache; gives the request back where it does
/// not.
fn take_up<'r>(
    request: &'r Request,
    cache: &Cache,
    staging: &Staging,
) -> Result<Option<&'r Request>, WriteError> {
    let output = request.output();
    let name = name(output);
    cache.want(name);
    if staging.keep_named(output)? {
        return Ok(None);
    }
    match cache.get(name) {
        Some(bytes) => staging.write(output, &bytes).map(|()| None),
        None => Ok(Some(request)),
    }
}

/// Makes single pictures of a site, when they are asked for.
pub struct Studio {
    gate: Gate,
}

impl Studio {
    /// One that uses as much memory as a build of the site may.
    pub fn new(site: &Site) -> Self {
        Self {
            gate: Gate::new(site.config.site.pictures.memory),
        }
    }

    /// The bytes of a requested picture and what is wrong with it. `folder` is that of the site:
    /// the picture comes from where builds keep theirs, or is made and kept there.
    pub fn picture(
        &self,
        site: &Site,
        folder: &Path,
        request: &Request,
    ) -> (Option<Vec<u8>>, Option<Diagnostic>) {
        let cache = match Cache::open(folder, FOLDER) {
            Ok(cache) => cache,
            Err(error) => return (None, Some(error.diagnostic)),
        };
        let name = name(request.output());
        if let Some(bytes) = cache.get(name) {
            return (Some(bytes), None);
        }
        let made: Mutex<Option<Vec<u8>>> = Mutex::default();
        let keep = |_: &str, bytes: &[u8]| {
            *made.lock().unwrap_or_else(PoisonError::into_inner) = Some(bytes.to_vec());
            cache.put(name, bytes)
        };
        let mut making = Making {
            site,
            gate: &self.gate,
            keep: &keep,
            drawer: None,
        };
        let told = match request {
            Request::Picture(derivative) => making.source(&derivative.source, &[derivative]),
            Request::Sharing(sharing) => match Drawer::new(site) {
                Ok(drawer) => {
                    making.drawer = Some(drawer);
                    making.sharing(sharing)
                }
                Err(problem) => Ok(vec![*problem]),
            },
        };
        let told = match told {
            Ok(diagnostics) => diagnostics.into_iter().next(),
            Err(error) => Some(error.diagnostic),
        };
        drop(making);
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        (made, told)
    }
}

/// Takes a new file, by its output.
type Keep<'m> = dyn Fn(&str, &[u8]) -> Result<(), WriteError> + Sync + 'm;

struct Making<'m> {
    site: &'m Site,
    gate: &'m Gate,
    /// Puts a new file where the site and later builds find it.
    keep: &'m Keep<'m>,
    /// For pictures for sharing, where there are any.
    drawer: Option<Drawer>,
}

impl Making<'_> {
    /// Makes everything that is wanted of one picture.
    fn source(&self, path: &str, wanted: &[&Derivative]) -> Result<Vec<Diagnostic>, WriteError> {
        let snapshot = &self.site.snapshot;
        let Some(Body::Blob(blob)) = snapshot.get(path).map(|file| &file.body) else {
            return Ok(Vec::new());
        };
        let header = &blob.header;
        let (Some(kind), Some(width), Some(height)) =
            (picture::kind_of(header), header.width, header.height)
        else {
            return Ok(Vec::new());
        };
        let limit = self.site.config.site.pictures.memory;
        let needed = picture::memory(blob);
        if needed > limit {
            // Pictures that texts show were looked at before; a template may name another one.
            let problem = Diagnostic::new(&say::PICTURE_TOO_LARGE)
                .with("width", width)
                .with("height", height)
                .with("needed", needed.div_ceil(1_000_000))
                .with("limit", limit / 1_000_000);
            return Ok(vec![self.told(problem, path)]);
        }
        let _room = self.gate.enter(needed);
        let bytes = snapshot.read_blob(path).map_err(WriteError::from)?;
        let source = Source {
            bytes: &bytes,
            kind,
            width,
            height,
            orientation: header.orientation,
            memory: limit,
        };
        let targets: Vec<_> = wanted.iter().map(|derivative| derivative.target).collect();
        let mut failed = None;
        // The most bytes of a file that has too many.
        let mut over = 0;
        let made = rihla_picture::make(&source, &targets, &mut |number, made: Made| {
            let result = (self.keep)(&wanted[number].output, &made.bytes);
            if made.is_over {
                over = made.bytes.len().max(over);
            }
            failed = failed.take().or(result.err());
        });
        if let Some(error) = failed {
            return Err(error);
        }
        let mut diagnostics = Vec::new();
        if let Err(problem) = made {
            let message: &'static Message = match problem {
                Problem::Damaged => &say::PICTURE_DAMAGED,
                Problem::Unwritten => &say::PICTURE_UNWRITTEN,
            };
            diagnostics.push(self.told(Diagnostic::new(message), path));
        }
        if over > 0 {
            let problem = Diagnostic::new(&say::PICTURE_OVER)
                .with("size", over.div_ceil(1_000))
                .with("limit", self.site.config.site.pictures.budget / 1_000);
            diagnostics.push(self.told(problem, path));
        }
        Ok(diagnostics)
    }

    fn sharing(&self, request: &Sharing) -> Result<Vec<Diagnostic>, WriteError> {
        let Some(drawer) = &self.drawer else {
            return Ok(Vec::new());
        };
        let _room = self.gate.enter(DRAWING);
        match drawer.draw(self.site, request) {
            Ok(bytes) => (self.keep)(&request.output, &bytes).map(|()| Vec::new()),
            Err(problem) => Ok(vec![*problem]),
        }
    }

    /// A finding about a picture, at the first place that shows it; the others explain it.
    fn told(&self, problem: Diagnostic, path: &str) -> Diagnostic {
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut places = self.site.graph.places_showing(path).into_iter();
        let first = places.next().unwrap_or_else(|| Place::file(path));
        let problem = problem.with("file", name).placed(first);
        places.fold(problem, |problem, place| {
            problem.related(place, &say::ALSO_SHOWN)
        })
    }
}

/// Lets work begin while there is memory for it.
struct Gate {
    free: Mutex<u64>,
    all: u64,
    changed: Condvar,
}

/// A part of the memory, given back when it is dropped.
struct Room<'g> {
    gate: &'g Gate,
    bytes: u64,
}

impl Gate {
    fn new(all: u64) -> Self {
        Self {
            free: Mutex::new(all),
            all,
            changed: Condvar::new(),
        }
    }

    fn free(&self) -> MutexGuard<'_, u64> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until so many bytes are free. What is more than there is has everything to itself.
    fn enter(&self, bytes: u64) -> Room<'_> {
        let bytes = bytes.min(self.all);
        let mut free = self.free();
        while *free < bytes {
            free = self
                .changed
                .wait(free)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *free -= bytes;
        Room { gate: self, bytes }
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        *self.gate.free() += self.bytes;
        self.gate.changed.notify_all();
    }
}
