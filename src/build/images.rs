//! The images that pages show: those that an earlier build made are taken up, the others are
//! made, many at a time, within the memory that there is for it. The preview makes one at a time,
//! when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use rihla_image::{Made, Problem, Source};

use super::Progress;
use crate::query::{Query, Request, Site, SocialCard};
use crate::render::social_card::Drawer;
use crate::trace::Tracked;
use crate::write::{Results, Staging};
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Diagnostic, Location, Message};
use rihla_site::failure::Failure;
use rihla_site::source::Body;
use rihla_site::variant::{self, ImageVariant};

/// The folder in `.rihla` that holds the images.
const FOLDER: &str = "pictures";
/// About what it takes to draw a social card, in bytes.
const DRAWING: u64 = 16_000_000;

/// Brings into staging every image that the pages' queries ask for. What is wrong with one
/// is told where it is shown, and nothing is lost of the others: they are kept.
pub(super) fn images(
    site: &Arc<Site>,
    folder: &Path,
    queries: &BTreeSet<Query>,
    staging: &Staging,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<(Results, Vec<Diagnostic>), Failure> {
    let results = Results::open(folder, FOLDER)?;
    // The name of a file tells all that is in it: what two queries ask for is made once.
    let mut requests: BTreeMap<Arc<str>, Request> = BTreeMap::new();
    let asked = queries.iter();
    for request in asked.flat_map(|query| site.requests(query)) {
        requests.entry(request.output().clone()).or_insert(request);
    }
    let mut diagnostics = Vec::new();
    // Told of what an earlier build made with more memory, too.
    let mut large: BTreeMap<Arc<str>, bool> = BTreeMap::new();
    requests.retain(|_, request| {
        let Request::Image(variant) = request else {
            return true;
        };
        let source = &variant.source;
        let is_large = large.entry(source.clone()).or_insert_with(|| {
            let problem = too_large(site, source);
            diagnostics.extend(problem.clone());
            problem.is_some()
        });
        !*is_large
    });
    let requests: Vec<Request> = requests.into_values().collect();
    let lengths: Result<Vec<Option<u64>>, Failure> = requests
        .par_iter()
        .map(|request| take_up(request, &results, staging))
        .collect();
    let mut missing: Vec<&Request> = Vec::new();
    // Source → the most bytes of an image that was taken up and has too many.
    let mut over: BTreeMap<&str, u64> = BTreeMap::new();
    for (request, length) in requests.iter().zip(lengths?) {
        match length {
            None => missing.push(request),
            Some(length) => {
                if let Some(variant) = heavy(request, length) {
                    let most = over.entry(&variant.source).or_default();
                    *most = length.max(*most);
                }
            }
        }
    }
    let all = missing.len();
    let done = AtomicUsize::new(0);
    let keep = |output: &str, bytes: &[u8]| {
        results.put(name(output), bytes)?;
        staging.write(output, bytes)?;
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        progress(Progress::Images(done, all));
        Ok(())
    };
    let mut making = Making {
        site,
        gate: &Gate::new(site.config.site.images.memory),
        keep: &keep,
        drawer: None,
    };
    let mut sources: BTreeMap<&str, Vec<&ImageVariant>> = BTreeMap::new();
    let mut social_cards: Vec<&SocialCard> = Vec::new();
    for request in missing {
        match request {
            Request::Image(variant) => {
                sources.entry(&variant.source).or_default().push(variant);
            }
            Request::SocialCard(request) => social_cards.push(request),
        }
    }
    if all > 0 {
        progress(Progress::Images(0, all));
    }
    if !social_cards.is_empty() {
        match Drawer::new(&Tracked::new(site)) {
            Ok(drawer) => making.drawer = Some(drawer),
            Err(problem) => diagnostics.push(*problem),
        }
    }
    let making = &making;
    let of_sources: Result<Vec<(&str, Worked)>, Failure> = sources
        .into_par_iter()
        .map(|(source, wanted)| Ok((source, making.source(source, &wanted)?)))
        .collect();
    let of_social_cards: Result<Vec<Vec<Diagnostic>>, Failure> = social_cards
        .into_par_iter()
        .map(|request| making.social_card(request))
        .collect();
    for (source, worked) in of_sources? {
        diagnostics.extend(worked.diagnostics);
        if worked.over > 0 {
            let most = over.entry(source).or_default();
            *most = worked.over.max(*most);
        }
    }
    diagnostics.extend(of_social_cards?.into_iter().flatten());
    // Told of what was made now and of what an earlier build made alike.
    for (source, size) in over {
        diagnostics.push(too_heavy(site, source, size));
    }
    Ok((results, diagnostics))
}

/// Ends a build that was written.
pub(super) fn close(results: Results, today: Date) -> Result<(), Failure> {
    results.close(today)
}

/// The name of a request's file among the results.
fn name(output: &str) -> &str {
    output.rsplit('/').next().unwrap_or(output)
}

/// Takes up a file that stands in the output or among the results, and gives its length in bytes; none
/// where it stands in neither.
fn take_up(
    request: &Request,
    results: &Results,
    staging: &Staging,
) -> Result<Option<u64>, Failure> {
    let output = request.output();
    let name = name(output);
    results.want(name);
    if let Some(length) = staging.keep_named(output)? {
        return Ok(Some(length));
    }
    match results.get(name) {
        Some(bytes) => {
            staging.write(output, &bytes)?;
            Ok(Some(bytes.len() as u64))
        }
        None => Ok(None),
    }
}

/// The outcome of one source.
#[derive(Default)]
struct Worked {
    diagnostics: Vec<Diagnostic>,
    /// The most bytes of an image that has too many; 0 where none has.
    over: u64,
}

/// The image that is requested, where its file has more bytes than it should.
fn heavy(request: &Request, length: u64) -> Option<&ImageVariant> {
    match request {
        Request::Image(variant) if length > variant.target.budget => Some(variant),
        _ => None,
    }
}

/// The finding about a source of which an image has so many bytes, which are too many.
fn too_heavy(site: &Site, source: &str, bytes: u64) -> Diagnostic {
    let problem = Diagnostic::new(&say::IMAGE_OVER)
        .with("size", bytes.div_ceil(1_000))
        .with("limit", site.config.site.images.budget / 1_000);
    told(site, problem, source)
}

/// The finding about a source that cannot be made smaller within the memory that there is for it.
/// Images that texts show were looked at before; a template may name another one.
fn too_large(site: &Site, source: &str) -> Option<Diagnostic> {
    let Some(Body::Blob(blob)) = site.snapshot.get(source).map(|file| &file.body) else {
        return None;
    };
    let (limit, needed) = (site.config.site.images.memory, variant::memory(blob));
    let (width, height) = (blob.header.width?, blob.header.height?);
    let problem = Diagnostic::new(&say::IMAGE_TOO_LARGE)
        .with("width", width)
        .with("height", height)
        .with("needed", needed.div_ceil(1_000_000))
        .with("limit", limit / 1_000_000);
    (needed > limit).then(|| told(site, problem, source))
}

/// A finding about an image, at the first place that shows it; the others explain it.
fn told(site: &Site, problem: Diagnostic, path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut places = site.graph.places_showing(path).into_iter();
    let first = places.next().unwrap_or_else(|| Location::file(path));
    let problem = problem.with("file", name).placed(first);
    places.fold(problem, |problem, place| {
        problem.related(place, say::ALSO_SHOWN)
    })
}

/// Makes single images of a site, when they are asked for.
pub struct Studio {
    gate: Gate,
}

impl Studio {
    /// One that uses as much memory as a build of the site may.
    pub fn new(site: &Site) -> Self {
        Self {
            gate: Gate::new(site.config.site.images.memory),
        }
    }

    /// The bytes of a requested image and what is wrong with it. `folder` is that of the site:
    /// the image comes from where builds keep theirs, or is made and kept there.
    pub fn image(
        &self,
        site: &Arc<Site>,
        folder: &Path,
        request: &Request,
    ) -> (Option<Vec<u8>>, Option<Diagnostic>) {
        if let Request::Image(variant) = request
            && let Some(problem) = too_large(site, &variant.source)
        {
            return (None, Some(problem));
        }
        let results = match Results::open(folder, FOLDER) {
            Ok(results) => results,
            Err(error) => return (None, Some(error.diagnostic)),
        };
        let name = name(request.output());
        if let Some(bytes) = results.get(name) {
            let variant = heavy(request, bytes.len() as u64);
            let told = variant.map(|variant| too_heavy(site, &variant.source, bytes.len() as u64));
            return (Some(bytes), told);
        }
        let made: Mutex<Option<Vec<u8>>> = Mutex::default();
        let keep = |_: &str, bytes: &[u8]| {
            *made.lock().unwrap_or_else(PoisonError::into_inner) = Some(bytes.to_vec());
            results.put(name, bytes)
        };
        let mut making = Making {
            site,
            gate: &self.gate,
            keep: &keep,
            drawer: None,
        };
        let told = match request {
            Request::Image(variant) => {
                let source = &variant.source;
                making.source(source, &[variant]).map(|worked| {
                    let over = (worked.over > 0).then(|| too_heavy(site, source, worked.over));
                    worked.diagnostics.into_iter().chain(over).collect()
                })
            }
            Request::SocialCard(social_card) => match Drawer::new(&Tracked::new(site)) {
                Ok(drawer) => {
                    making.drawer = Some(drawer);
                    making.social_card(social_card)
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
type Keep<'m> = dyn Fn(&str, &[u8]) -> Result<(), Failure> + Sync + 'm;

struct Making<'m> {
    site: &'m Site,
    gate: &'m Gate,
    /// Puts a new file where the site and later builds find it.
    keep: &'m Keep<'m>,
    /// For social cards, where there are any.
    drawer: Option<Drawer>,
}

impl Making<'_> {
    /// Makes everything that is wanted of one image.
    fn source(&self, path: &str, wanted: &[&ImageVariant]) -> Result<Worked, Failure> {
        let snapshot = &self.site.snapshot;
        let Some(Body::Blob(blob)) = snapshot.get(path).map(|file| &file.body) else {
            return Ok(Worked::default());
        };
        let header = &blob.header;
        let (Some(kind), Some(width), Some(height)) =
            (variant::kind_of(header), header.width, header.height)
        else {
            return Ok(Worked::default());
        };
        let limit = self.site.config.site.images.memory;
        let needed = variant::memory(blob);
        let _room = self.gate.enter(needed);
        let bytes = snapshot.read_blob(path)?;
        let source = Source {
            bytes: &bytes,
            kind,
            width,
            height,
            orientation: header.orientation,
            memory: limit,
        };
        let targets: Vec<_> = wanted.iter().map(|variant| variant.target).collect();
        let mut failed = None;
        let mut over = 0;
        let made = rihla_image::make(&source, &targets, &mut |number, made: Made| {
            let result = (self.keep)(&wanted[number].output, &made.bytes);
            if made.is_over {
                over = (made.bytes.len() as u64).max(over);
            }
            failed = failed.take().or(result.err());
        });
        if let Some(error) = failed {
            return Err(error);
        }
        let mut diagnostics = Vec::new();
        if let Err(problem) = made {
            let message: &'static Message = match problem {
                Problem::Damaged => &say::IMAGE_DAMAGED,
                Problem::Unwritten => &say::IMAGE_UNWRITTEN,
            };
            diagnostics.push(told(self.site, Diagnostic::new(message), path));
        }
        Ok(Worked { diagnostics, over })
    }

    fn social_card(&self, request: &SocialCard) -> Result<Vec<Diagnostic>, Failure> {
        let Some(drawer) = &self.drawer else {
            return Ok(Vec::new());
        };
        let _room = self.gate.enter(DRAWING);
        match drawer.draw(request) {
            Ok(bytes) => (self.keep)(&request.output, &bytes).map(|()| Vec::new()),
            Err(problem) => Ok(vec![*problem]),
        }
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
