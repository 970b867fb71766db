//! Where in the sources what is wrong with pages comes from.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::super::weigh;
use super::sources::{ReadFiles, Sources};
use super::{Found, Seen, Touched};
use rihla_build::origin::{Origins, Words};
use rihla_build::query::Site;
use rihla_build::render::{self, Engine};
use rihla_build::trace::Tracked;
use rihla_diagnostics::catalogue::pages as say;
use rihla_diagnostics::{Diagnostic, Location, Pages, Span};
use rihla_html::Rule;
use rihla_site::config::SITE;
use rihla_site::plan::Page;

/// What was found on a page, at the place that causes it.
struct Placed {
    diagnostic: Diagnostic,
    /// The address of the page; of several, the last one.
    page: Arc<str>,
    /// What makes it one with the same on other pages, wherever it is placed there.
    cause: Option<Arc<str>>,
    /// How much of it there is: of pages with one cause, the one with the most is told.
    amount: u64,
    /// The field whose words they are, where the template is told of them.
    field: Option<Location>,
}

/// What is told once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    code: &'static str,
    place: Option<Location>,
    cause: Option<Arc<str>>,
}

/// Rules that say the same of a page and of the text from which it was drawn, or of one tag; the one that is told
/// where both are.
const SAME: &[(&str, &str)] = &[
    ("image-alt", "picture-alternative"),
    ("image-alt-words", "alternative-words"),
    ("link-fragment", "skip-link"),
    ("text-language", "field-in-another-language"),
    ("text-language", "passage-in-another-language"),
    ("text-language", "text-in-another-language"),
];

impl Key {
    fn of(diagnostic: &Diagnostic, cause: Option<Arc<str>>) -> Self {
        Self {
            code: diagnostic.message.code,
            place: diagnostic.place.clone().filter(|_| cause.is_none()),
            cause,
        }
    }

    /// Whether it is among what was told, or a rule that says the same is.
    fn is_among(&self, known: &BTreeSet<Self>) -> bool {
        known.contains(self) || self.is_said_by(known)
    }

    /// Whether another rule that says the same told it.
    fn is_said_by(&self, known: &BTreeSet<Self>) -> bool {
        let mut same = SAME.iter().filter(|(code, _)| *code == self.code);
        same.any(|(_, code)| {
            known.contains(&Self {
                code,
                ..self.clone()
            })
        })
    }
}

/// Leads what is found to its place, and tells it.
pub(super) struct Teller<'s> {
    site: &'s Site,
    silences: Silences<'s>,
    touched: Option<&'s Touched>,
    /// Rules that are not asked, of which no silence is needless.
    pub(super) idle: Vec<&'static Rule>,
    /// What was told.
    known: BTreeSet<Key>,
    found: Vec<Diagnostic>,
}

impl<'s> Teller<'s> {
    /// Tells what a site wants to hear of what concerns something that is `touched`.
    pub(super) fn new(site: &'s Site, touched: Option<&'s Touched>) -> Self {
        Self {
            site,
            silences: Silences::new(site),
            touched,
            idle: Vec::new(),
            known: BTreeSet::new(),
            found: Vec::new(),
        }
    }

    fn is_heard(&self, placed: &mut Placed, page: Option<&Arc<str>>) -> bool {
        weigh(self.site, &mut placed.diagnostic)
            && !self.silences.hold(placed)
            && self.is_touched(&placed.diagnostic, page)
    }

    fn is_touched(&self, diagnostic: &Diagnostic, page: Option<&Arc<str>>) -> bool {
        let touched = self.touched;
        touched.is_none_or(|touched| touched.holds(diagnostic, page))
    }

    /// Tells what was found in the sources themselves: what comes after it is no second finding of the same.
    pub(super) fn sources(&mut self, told: Vec<Diagnostic>) {
        let keys = told.iter().map(|told| Key::of(told, None));
        self.known.extend(keys);
        for diagnostic in told {
            let page = diagnostic.pages.as_ref().map(|pages| pages.first.clone());
            let mut placed = Placed {
                diagnostic,
                page: page.unwrap_or_default(),
                cause: None,
                amount: 0,
                field: None,
            };
            if self.is_heard(&mut placed, None) {
                self.found.push(placed.diagnostic);
            }
        }
    }

    /// Tells what was found on pages of a site; what one place causes on many pages is told once.
    pub(super) fn pages(&mut self, site: &Arc<Site>, seen: &[Seen]) {
        let mut groups: BTreeMap<Key, Group> = BTreeMap::new();
        for mut placed in placed(site, seen) {
            let key = Key::of(&placed.diagnostic, placed.cause.clone());
            let field = placed.field.clone().map(|place| Key {
                place: Some(place),
                ..key.clone()
            });
            let is_known =
                key.is_among(&self.known) || field.is_some_and(|field| field.is_among(&self.known));
            let page = placed.page.clone();
            if !is_known && self.is_heard(&mut placed, Some(&page)) {
                groups.entry(key).or_default().add(placed);
            }
        }
        let keys: BTreeSet<Key> = groups.keys().cloned().collect();
        groups.retain(|key, _| !key.is_said_by(&keys));
        self.found
            .extend(groups.into_values().flat_map(Group::told));
        self.known.extend(keys);
    }

    /// Everything that was told.
    pub(super) fn told(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Everything that was told, and which silences nothing needed.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let unused: Vec<Diagnostic> = self.silences.unused(&self.idle).collect();
        let unused = unused.into_iter();
        let unused = unused.filter(|unused| self.is_touched(unused, None));
        let unused: Vec<Diagnostic> = unused.collect();
        self.found.extend(unused);
        self.found
    }
}

/// What was found on pages, at the places that cause it.
fn placed(site: &Arc<Site>, seen: &[Seen]) -> impl Iterator<Item = Placed> {
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
    all.into_iter().flatten()
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
        if placed.cause.is_some() {
            match self.variants.first_mut() {
                Some(known) if known.amount < placed.amount => *known = placed,
                Some(_) => {}
                None => self.variants.push(placed),
            }
            return;
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
        let first = self.variants.first();
        let is_one = first.is_some_and(|first| {
            first.cause.is_some() || first.is_at_words() && self.variants.len() > Self::MOST
        });
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
        .map(|found| {
            let (diagnostic, field) = diagnostic(site, page, found, origins.as_ref(), &sources);
            Placed {
                diagnostic,
                page: seen.address.clone(),
                cause: found.cause.clone(),
                amount: found.amount,
                field,
            }
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

/// What is told of a finding; and the field whose words they are, where it is the template that is told of them.
fn diagnostic(
    site: &Site,
    page: &Page,
    found: &Found,
    origins: Option<&Origins>,
    sources: &Sources,
) -> (Diagnostic, Option<Location>) {
    let mut diagnostic = Diagnostic::new(found.message);
    diagnostic.values.clone_from(&found.values);
    if *found.message == say::TEXT_LANGUAGE {
        // They tell where it comes from, and are not said.
        diagnostic.values.retain(|(name, _)| *name != "words");
    }
    diagnostic.weight = found.weight;
    diagnostic.pages = Some(Pages {
        first: page.address.clone(),
        count: 1,
    });
    let whole = Location::file(page.place.path.clone());
    // What concerns the whole page was caused by what caused the page.
    let origin = match (origins, found.span == Span::default()) {
        (Some(origins), false) => origins.at(found.span.start),
        _ => return (diagnostic.placed(whole), None),
    };
    let field = match &origin.words {
        Some(Words::Text(place)) => return (diagnostic.placed(place.clone()), None),
        Some(Words::Field(text, byte)) => sources.line(site, text, *byte),
        // What a template draws of a field is found by its words.
        None => {
            let is_words = |name: &str| !matches!(name, "address" | "fragment" | "page" | "src");
            let values = found.values.iter().filter(|(name, _)| is_words(name));
            let mut values = values.map(|(name, value)| (*name, value.as_text()));
            values.find_map(|(name, text)| {
                let own = sources.place(text);
                // Names and words of the rule itself stand in many fields.
                let is_said = matches!(name, "alt" | "label" | "title" | "words");
                own.or_else(|| sources.place_anywhere(site, text).filter(|_| is_said))
            })
        }
    };
    match (field, origin.template) {
        // Words in another language may be right where they are written: the template does not say which it is.
        (field, Some(template)) if *found.message == say::TEXT_LANGUAGE => {
            (diagnostic.placed(template), field)
        }
        (Some(field), Some(template)) => (
            diagnostic.placed(field).related(template, say::DRAWN_HERE),
            None,
        ),
        (Some(place), None) | (None, Some(place)) => (diagnostic.placed(place), None),
        (None, None) => (diagnostic.placed(whole), None),
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
    fn unused(&self, idle: &[&Rule]) -> impl Iterator<Item = Diagnostic> {
        let silences = &self.site.config.site.checks.silences;
        let unused = silences.iter().zip(&self.used);
        let is_asked = |rule: &str| idle.iter().all(|idle| idle.message.code != rule);
        let unused = unused.filter(move |(silence, used)| !used.get() && is_asked(silence.rule));
        unused.map(|(silence, _)| {
            let place = &*silence.place;
            let is_there = place.contains('*')
                || self.site.plan.page(place).is_some()
                || self.site.snapshot.get(place).is_some();
            let what = match is_there {
                true => "nothing",
                false => "nowhere",
            };
            Diagnostic::at(&say::SILENCE_UNUSED, SITE, silence.span)
                .with("what", what)
                .with("where", place)
        })
    }
}
