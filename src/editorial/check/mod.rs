//! What can be verified of a site besides what a build must refuse: whether its languages say the
//! same, and whether its terms are the official ones.
//!
//! A check runs the stages of a build and writes nothing. Then it looks at every text once more,
//! as it was written. A further check is a function from the site, and from its texts where it
//! needs them, to diagnostics; [`verify`] calls all of them.

mod align;
mod answers;
mod compare;
mod exchanged;
mod expansion;
#[cfg(feature = "external")]
mod external;
pub mod figures;
mod foreign;
mod labels;
mod one;
mod pages;
mod pairs;
mod sample;
mod silence;
#[cfg(feature = "spelling")]
mod spelling;
mod structure;
mod terms;
mod text;
mod unit;
mod values;

#[cfg(feature = "external")]
pub use external::client;
pub use pairs::{Alike, Review, review};
pub use sample::{Sampled, sample};
pub use terms::Glossary;
pub use text::Ground;
pub use unit::Readers;

use std::collections::BTreeSet;
#[cfg(feature = "spelling")]
use std::path::Path;

use rayon::prelude::*;

use rihla_build as build;
use rihla_build::query::Site;
use rihla_build::{Options, Outcome, Progress};
use rihla_diagnostics::catalogue::{self, check as say, graph, markdown};
use rihla_diagnostics::{Diagnostic, Location, Message};
use rihla_html::Rule;
use rihla_site::config::Weight;
use rihla_site::content::Parts;
#[cfg(feature = "spelling")]
use rihla_site::source::DictionaryFolders;
use text::Texts;

use crate::changes::Before;

/// The rules over built pages.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let rules = rihla_html::RULES.iter().chain(pages::RULES);
    #[cfg(feature = "external")]
    let rules = rules.chain(external::RULES);
    #[cfg(feature = "spelling")]
    let rules = rules.chain(spelling::RULES);
    rules
}

/// What is looked at where somebody asks for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Further<'f> {
    /// With what addresses of other sites are asked whether they answer.
    #[cfg(feature = "external")]
    pub external: Option<&'f rihla_outside::Client>,
    /// That words are looked up, and the home of whoever asks, in which dictionaries may be besides those of the system.
    #[cfg(feature = "spelling")]
    pub spelling: Option<Option<&'f Path>>,
    /// An earlier state: then only what concerns a page or a file that is another since is told. Where the site has errors
    /// that keep its pages from being drawn, everything is.
    pub before: Option<&'f Before>,
}

impl Further<'_> {
    /// The rules that nobody asks for.
    fn idle(&self) -> Vec<&'static Rule> {
        #[cfg_attr(
            not(any(feature = "external", feature = "spelling")),
            expect(unused_mut, reason = "what is added is a feature")
        )]
        let mut idle = Vec::new();
        #[cfg(feature = "external")]
        if self.external.is_none() {
            idle.extend(external::RULES);
        }
        #[cfg(feature = "spelling")]
        if self.spelling.is_none() {
            idle.extend(spelling::RULES);
        }
        idle
    }
}

/// Checks a site: everything that a build checks, and what the languages say.
///
/// `written` of the outcome is none: nothing is. `progress` is called from many threads.
pub fn check(options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    check_further(options, Further::default(), progress)
}

/// As [`check`], with what somebody asks for besides.
pub fn check_further(
    options: &Options,
    further: Further,
    progress: &(dyn Fn(Progress) + Sync),
) -> Outcome {
    let mut inspector = pages::Inspector::new(options);
    #[cfg(feature = "external")]
    if further.external.is_some() {
        inspector.addresses = Some(external::Addresses::default());
    }
    inspector.idle = further.idle();
    let rehearsal = build::rehearse(options, progress, &|site, page, html| {
        inspector.look(site, page, html);
    });
    let mut outcome = rehearsal.outcome;
    if let (Some(site), Some(parts)) = (&outcome.site, rehearsal.parts) {
        let mut found = verify(site, &parts);
        #[cfg(feature = "spelling")]
        if let Some(home) = further.spelling {
            let own = site.config.site.spelling.dictionaries.as_deref();
            let own = own.map(|folder| options.site.join(folder));
            // What the site has goes before what is anywhere else, whatever it is called.
            let folders = &[
                DictionaryFolders::of(own),
                DictionaryFolders::of_system(None, home),
            ];
            let texts = text::all(site.as_ref().into(), &parts, &Readers::new(&site.config));
            found.extend(spelling::check(site, &parts, &texts, folders));
        }
        let told = Told::of(&outcome.diagnostics);
        found.retain(|finding| !told.holds(finding));
        // What a build says too is weighed and silenced as the others.
        let rules: BTreeSet<&str> = catalogue::rules().map(|rule| rule.code).collect();
        let is_of_rule = |finding: &Diagnostic| rules.contains(finding.message.code);
        let all = std::mem::take(&mut outcome.diagnostics);
        let (of_rules, others) = all.into_iter().partition(is_of_rule);
        outcome.diagnostics = others;
        found.extend::<Vec<Diagnostic>>(of_rules);
        #[cfg(feature = "external")]
        if let (Some(client), Some(addresses)) = (further.external, inspector.addresses.take()) {
            let asking = external::Asking {
                client,
                folder: &options.site,
                now: options.now,
                progress,
            };
            found.extend(external::check(site, addresses, &asking));
        }
        let is_drawn = rehearsal.files.is_some();
        let before = further.before.filter(|_| is_drawn);
        let files = rehearsal.files.unwrap_or_default();
        let later = pages::Later::of(site, options).filter(|_| is_drawn);
        let (found, touched) = inspector.verify(site, &files, found, later.as_ref(), before);
        if let Some(touched) = touched {
            outcome.diagnostics.retain(|told| touched.holds(told, None));
        }
        outcome.diagnostics.extend(found);
        rihla_diagnostics::sort(&mut outcome.diagnostics);
        outcome.diagnostics.dedup();
    }
    outcome
}

/// Gives a finding the weight that the site wants it to have; tells whether the site wants to hear of it.
fn weigh(site: &Site, finding: &mut Diagnostic) -> bool {
    match site.config.site.checks.weight(finding.message.code) {
        Some(Weight::Off) => false,
        Some(Weight::Of(severity)) => {
            finding.weight = Some(severity);
            true
        }
        None => true,
    }
}

/// What a build has told, of which something is no second finding.
struct Told<'d> {
    /// The files whose texts are the words of another language, all of them.
    same: BTreeSet<&'d str>,
    /// Where a day of the week is another one than that of its date.
    weekdays: Vec<&'d Location>,
}

impl<'d> Told<'d> {
    fn of(found: &'d [Diagnostic]) -> Self {
        let places = |message: &'static Message| {
            let of = found
                .iter()
                .filter(move |finding| *finding.message == *message);
            of.filter_map(|finding| finding.place.as_ref())
        };
        Self {
            same: places(&graph::SAME_TEXT)
                .map(|place| &*place.path)
                .collect(),
            weekdays: places(&markdown::WEEKDAY).collect(),
        }
    }

    /// Whether a finding tells of a passage what was told of the text in which it is, or of two days of
    /// the week that one of them is wrong.
    fn holds(&self, finding: &Diagnostic) -> bool {
        let related = finding.related.iter().map(|related| &related.place);
        let is_wrong_day = |place: &Location| {
            let mut days = self.weekdays.iter().filter(|day| day.path == place.path);
            days.any(|day| match (day.span, place.span) {
                (Some(day), Some(own)) => day.start == own.start && own.end < day.end,
                _ => false,
            })
        };
        let place = finding.place.as_ref();
        match finding.message {
            message if *message == say::SAME_WORDS => {
                place.is_some_and(|place| self.same.contains(&*place.path))
            }
            message if *message == say::FIGURES => {
                place.into_iter().chain(related).any(is_wrong_day)
            }
            _ => false,
        }
    }
}

/// Everything that is verified of a site whose build has no errors.
pub fn verify(site: &Site, parts: &Parts) -> Vec<Diagnostic> {
    let readers = Readers::new(&site.config);
    let texts = text::all(site.into(), parts, &readers);
    let mut found: Vec<Diagnostic> = texts
        .par_iter()
        .flat_map_iter(|texts| pairs::compare(site.into(), texts))
        .collect();
    if let Some(glossary) = Glossary::of(site.into()) {
        let of_terms = texts
            .par_iter()
            .flat_map_iter(|texts| glossary.check(site.into(), texts, None));
        found.extend(of_terms.collect::<Vec<_>>());
    }
    // Last, when everything that can be silenced was found.
    found.extend(texts.iter().flat_map(|texts| unused(site, texts)));
    found
}

/// The silences that nothing needs.
fn unused(site: &Site, texts: &Texts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for text in texts.fields.values().flatten() {
        let unused = text.silences.iter().filter(|silence| !silence.is_used());
        found.extend(
            unused.map(|silence| silence::unused(text.place(&site.snapshot, silence.span))),
        );
    }
    for (_, silence, path) in &texts.same {
        if !silence.is_used() {
            let place = rihla_diagnostics::Location::new(path.clone(), silence.span);
            found.push(silence::unused(place));
        }
    }
    found
}
