//! Where in the sources what is wrong with pages comes from.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::super::weigh;
use super::{Found, Seen};
use rihla_build::origin::{Origins, Words};
use rihla_build::query::Site;
use rihla_build::render::{self, Engine};
use rihla_build::trace::Tracked;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Diagnostic, Location, Pages, Span};
use rihla_site::config::SITE;
use rihla_site::plan::{Page, PageKind};
use rihla_text::yaml::{self, Node, front_matter};

/// What was found on a page, at the place that causes it.
struct Placed {
    diagnostic: Diagnostic,
    /// The address of the page; of several, the last one.
    page: Arc<str>,
}

/// Leads everything that was found on pages to its place; what one place causes on many pages is told once. `told`
/// was told of the sources themselves. What the site does not want to hear of either is left out. Gives besides what is
/// said of silences that none of it needed.
pub(super) fn placed(
    site: &Arc<Site>,
    seen: &[Seen],
    told: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let silences = Silences::new(site);
    let with_findings: Vec<&Seen> = seen.iter().filter(|seen| !seen.found.is_empty()).collect();
    let engine = match with_findings.is_empty() {
        true => None,
        false => Engine::marked(&Tracked::new(site)).ok(),
    };
    let read = ReadFiles::default();
    let all: Vec<Vec<Placed>> = with_findings
        .par_iter()
        .map(|seen| of_page(site, engine.as_ref(), &read, seen))
        .collect();
    let key = |of: &Diagnostic| (of.message.code, of.place.clone());
    let known: BTreeSet<_> = told.iter().map(key).collect();
    let is_heard =
        |placed: &mut Placed| weigh(site, &mut placed.diagnostic) && !silences.hold(placed);
    let mut groups: BTreeMap<(&'static str, Option<Location>), Group> = BTreeMap::new();
    for mut placed in all.into_iter().flatten() {
        let key = key(&placed.diagnostic);
        if !known.contains(&key) && is_heard(&mut placed) {
            groups.entry(key).or_default().add(placed);
        }
    }
    let told = told.into_iter().filter_map(|diagnostic| {
        let page = diagnostic.pages.as_ref().map(|pages| pages.first.clone());
        let mut placed = Placed {
            diagnostic,
            page: page.unwrap_or_default(),
        };
        is_heard(&mut placed).then_some(placed.diagnostic)
    });
    let mut found: Vec<Diagnostic> = told.collect();
    found.extend(groups.into_values().flat_map(Group::told));
    let unused = silences.unused().collect();
    (found, unused)
}

/// What a rule found that one place causes.
#[derive(Default)]
struct Group {
    /// Of each different finding the first, with the number of its pages.
    variants: Vec<Placed>,
    /// The last page on which there was one.
    last: Option<Arc<str>>,
    /// How many pages there are.
    pages: usize,
}

impl Group {
    /// How many different findings of one place are told one by one: a loop of a template may draw a few that are
    /// wrong, each with another value; a line that is wrong on each page is wrong once.
    const MOST: usize = 3;

    fn add(&mut self, placed: Placed) {
        if self.last.as_ref() != Some(&placed.page) {
            self.last = Some(placed.page.clone());
            self.pages += 1;
        }
        // Where the place is a whole file, each is another.
        let is_room = self.variants.len() <= Self::MOST || !placed.is_at_words();
        let mut variants = self.variants.iter_mut();
        match variants.find(|known| known.diagnostic.values == placed.diagnostic.values) {
            // Several on a page are one, since their place is.
            Some(known) if known.page == placed.page => {}
            Some(known) => {
                known.page = placed.page;
                if let Some(pages) = &mut known.diagnostic.pages {
                    pages.count += 1;
                }
            }
            None if is_room => self.variants.push(placed),
            None => {}
        }
    }

    /// What is told of them.
    fn told(self) -> Vec<Diagnostic> {
        let is_one = self.variants.len() > Self::MOST
            && self.variants.first().is_some_and(Placed::is_at_words);
        let told = self.variants.into_iter().map(|placed| placed.diagnostic);
        let mut told: Vec<Diagnostic> = told.collect();
        if is_one {
            told.truncate(1);
            if let Some(pages) = told.first_mut().and_then(|told| told.pages.as_mut()) {
                pages.count = self.pages;
            }
        }
        told
    }
}

impl Placed {
    /// Whether its place is a part of a file.
    fn is_at_words(&self) -> bool {
        let place = self.diagnostic.place.as_ref();
        place.is_some_and(|place| place.span.is_some())
    }
}

/// What was found on a page, at the places that cause it.
fn of_page(site: &Site, engine: Option<&Engine>, read: &ReadFiles, seen: &Seen) -> Vec<Placed> {
    let Some(page) = site.plan.page(&seen.address) else {
        return Vec::new();
    };
    let origins = engine.and_then(|engine| render::origins(engine, page));
    // A theme may make another page of the marks.
    let origins = origins.filter(|origins| origins.digest() == seen.digest);
    let sources = Sources::of(site, read, page);
    let found = seen.found.iter();
    found
        .map(|found| Placed {
            diagnostic: diagnostic(site, page, found, origins.as_ref(), &sources),
            page: seen.address.clone(),
        })
        .filter(|placed| !is_of_writer(&placed.diagnostic))
        .collect()
}

/// Whether something is told of the words of a writer that is looked at where they are written: there, a quotation
/// is known as one.
fn is_of_writer(diagnostic: &Diagnostic) -> bool {
    let place = diagnostic.place.as_ref();
    *diagnostic.message == say::TEXT_LANGUAGE
        && place.is_some_and(|place| place.path.starts_with("content/"))
}

fn diagnostic(
    site: &Site,
    page: &Page,
    found: &Found,
    origins: Option<&Origins>,
    sources: &Sources,
) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(found.message);
    diagnostic.values.clone_from(&found.values);
    diagnostic.weight = found.weight;
    diagnostic.pages = Some(Pages {
        first: page.address.clone(),
        count: 1,
    });
    // What concerns the whole page was caused by what caused the page.
    let origin = match (origins, found.span == Span::default()) {
        (Some(origins), false) => origins.at(found.span.start),
        _ => return diagnostic.placed(Location::file(page.place.path.clone())),
    };
    let field = match &origin.words {
        Some(Words::Text(place)) => return diagnostic.placed(place.clone()),
        Some(Words::Field(text, byte)) => sources.line(site, text, *byte),
        // What a template draws of a field is found by its words.
        None => {
            let is_words = |name: &str| !matches!(name, "address" | "fragment" | "page" | "src");
            let values = found.values.iter().filter(|(name, _)| is_words(name));
            let values = values.map(|(_, value)| value.as_text());
            values.filter_map(|text| sources.place(text)).next()
        }
    };
    match (field, origin.template) {
        (Some(field), Some(template)) => {
            diagnostic.placed(field).related(template, say::DRAWN_HERE)
        }
        (Some(place), None) | (None, Some(place)) => diagnostic.placed(place),
        (None, None) => diagnostic.placed(Location::file(page.place.path.clone())),
    }
}

/// Texts by their letters, each with its place.
type Texts = Vec<(String, Location)>;

/// The texts in the fields of files, by their paths: one file may hold the entries of a thousand pages.
#[derive(Default)]
struct ReadFiles(Mutex<BTreeMap<Arc<str>, Arc<Texts>>>);

impl ReadFiles {
    fn of(&self, site: &Site, path: &Arc<str>) -> Arc<Texts> {
        let mut read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let texts = read.entry(path.clone());
        texts
            .or_insert_with(|| Arc::new(texts_of(site, path)))
            .clone()
    }
}

/// The texts in the fields of a file.
fn texts_of(site: &Site, path: &Arc<str>) -> Texts {
    let mut texts = Texts::new();
    let Some(text) = site.snapshot.text(path) else {
        return texts;
    };
    let range = match path.ends_with(".yaml") {
        true => Some(Span::new(0, text.len())),
        false => front_matter(path, text).0.yaml,
    };
    if let Some(range) = range
        && let (Some(node), _) = yaml::parse(path, text, range)
    {
        gather(&node, path, &mut texts);
    }
    texts
}

/// The texts in the fields of what a page shows.
struct Sources {
    files: Vec<Arc<Texts>>,
}

impl Sources {
    /// Those of the entry that a page is about, or of the file that caused it.
    fn of(site: &Site, read: &ReadFiles, page: &Page) -> Self {
        let entry = match page.kind {
            PageKind::Home(entry) | PageKind::Entry(entry) | PageKind::Continued(entry, _) => {
                Some(&site.graph.entries[entry])
            }
            _ => None,
        };
        let files = entry.map_or(&[][..], |entry| &entry.files);
        let mut paths: Vec<&Arc<str>> = files.iter().chain([&page.place.path]).collect();
        // Which holds what is written on no page.
        paths.retain(|path| ***path != *SITE);
        paths.sort();
        paths.dedup();
        let files = paths.into_iter().map(|path| read.of(site, path));
        Self {
            files: files.collect(),
        }
    }

    /// Where a text stands, if it stands in one place alone.
    fn place(&self, wanted: &str) -> Option<Location> {
        let cut = wanted.trim_end().strip_suffix('…');
        let wanted = letters(cut.unwrap_or(wanted));
        // Shorter ones are anywhere.
        if wanted.chars().count() < 3 {
            return None;
        }
        let is_meant = |text: &str| match cut {
            Some(_) => text.starts_with(&wanted),
            None => text == wanted,
        };
        let texts = self.files.iter().flat_map(|texts| texts.iter());
        let mut places = texts.filter(|(text, _)| is_meant(text));
        let first = places.next();
        let is_only = places.next().is_none();
        first.filter(|_| is_only).map(|(_, place)| place.clone())
    }

    /// Where a line of a field in Markdown stands; all of the field, where nothing tells which of its lines.
    fn line(&self, site: &Site, field: &str, byte: usize) -> Option<Location> {
        let place = self.place(field)?;
        let line = field.get(byte..)?.lines().next()?.trim();
        let (span, text) = (place.span?, site.snapshot.text(&place.path)?);
        let written = text.get(span.start..span.end)?;
        let mut found = written.match_indices(line);
        let exact = match (found.next(), found.next()) {
            (Some((at, _)), None) if !line.is_empty() => {
                let start = span.start + at;
                Some(Location::new(
                    place.path.clone(),
                    Span::new(start, start + line.len()),
                ))
            }
            _ => None,
        };
        Some(exact.unwrap_or(place))
    }
}

/// A text by its letters and digits alone: a page sets its signs and spaces as its language does.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The texts below a node.
fn gather(node: &Node, path: &Arc<str>, texts: &mut Texts) {
    match &node.value {
        yaml::Value::Scalar(scalar) => {
            let place = Location::new(path.clone(), node.span);
            texts.push((letters(&scalar.text), place));
        }
        yaml::Value::Map(map) => map.iter().for_each(|(_, node)| gather(node, path, texts)),
        yaml::Value::List(items) => items.iter().for_each(|node| gather(node, path, texts)),
        _ => {}
    }
}

/// The silences of `site.yaml`.
struct Silences<'s> {
    site: &'s Site,
    used: Vec<Cell<bool>>,
}

impl<'s> Silences<'s> {
    fn new(site: &'s Site) -> Self {
        let silences = &site.config.site.checks.silences;
        Self {
            site,
            used: silences.iter().map(|_| Cell::new(false)).collect(),
        }
    }

    /// Whether somebody said that a finding is none.
    fn hold(&self, placed: &Placed) -> bool {
        let silences = &self.site.config.site.checks.silences;
        let mut holds = false;
        for (silence, used) in silences.iter().zip(&self.used) {
            let diagnostic = &placed.diagnostic;
            let place = diagnostic.place.as_ref();
            let related = diagnostic.related.iter().map(|related| &related.place);
            let mut files = place.into_iter().chain(related);
            if silence.rule == diagnostic.message.code
                && (silence.holds(&placed.page) || files.any(|file| silence.holds(&file.path)))
            {
                used.set(true);
                holds = true;
            }
        }
        holds
    }

    /// Those that nothing needed.
    fn unused(self) -> impl Iterator<Item = Diagnostic> {
        let silences = &self.site.config.site.checks.silences;
        let unused = silences.iter().zip(self.used);
        let unused = unused.filter(|(_, used)| !used.get());
        unused.map(|(silence, _)| Diagnostic::at(&say::SILENCE_UNUSED, SITE, silence.span))
    }
}
