//! `rihla fmt`: the sources of a site are fixed, and nothing is lost.
//!
//! ```text
//! Snapshot ─structure─▶ drafts ─parse─▶ Parts ─fixers─▶ Fixed ─▶ difference, or the disk
//! ```
//!
//! What YAML gets wrong of a writer's text is corrected first, since nothing can be said of fields
//! that cannot be read. Then each file is given to the [`Fixer`] of its kind. A fixer of texts
//! corrects values and bodies in steps, and reads the file again after each: what it did not
//! announce must be as it was, or the file stays as it is.
//!
//! Comments, the order of keys, quotation marks that are right, ends of lines and a byte order mark
//! are kept, because nothing is written but the corrections.

mod corrections;
mod diff;
mod fields;
mod guard;
mod html;
mod images;
mod letters;
mod markup;
mod paths;
mod quoting;
mod site;
mod text;
mod typed;
mod values;

pub use diff::unified;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use rihla_build::write::{self, Sources};
use rihla_diagnostics::catalogue::fmt as say;
use rihla_diagnostics::{Diagnostic, Draft};
use rihla_site::config::{BuiltinTheme, CONTENT, Config};
use rihla_site::content::{self, Before, Parts};
use rihla_site::failure::{Cause, Failure};
use rihla_site::source::{Digest, File, Snapshot};
use site::Said;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub site: PathBuf,
    /// The folder in which the command was given.
    pub from: PathBuf,
    /// The files and folders that are fixed; all of the content where there are none.
    pub paths: Vec<PathBuf>,
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Whether nothing is written.
    pub check: bool,
    /// What stands below the site's theme.
    pub builtin: BuiltinTheme,
}

/// The outcome.
#[derive(Debug)]
pub struct Outcome {
    /// The files in which there is something to say, in order.
    pub files: Vec<Fixed>,
    /// The errors that were found when the files were read, with their places in them.
    pub problems: Vec<Diagnostic>,
    /// The errors that are left in what was fixed, with their places in that, and what the
    /// machine refused.
    pub diagnostics: Vec<Diagnostic>,
    /// The site as it was read; `None` where it could not be.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The site as it was fixed.
    pub fixed: Option<Arc<Snapshot>>,
    /// What failed, where it is not the content.
    pub failed: Option<Cause>,
}

/// What became of a file.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// Its path in the site.
    pub path: Arc<str>,
    /// What it is to be; `None` where it stays as it is, although there is something to say.
    pub change: Option<Change>,
    /// What was corrected, with its place in the file as it was.
    pub findings: Vec<Diagnostic>,
}

/// What a file is to be.
#[derive(Clone, Debug)]
pub struct Change {
    /// The digest of what it was.
    pub before: Digest,
    /// Its new bytes.
    pub bytes: Vec<u8>,
    /// The same as changes of a text, where it is one.
    pub draft: Option<Draft>,
}

/// Fixes files of a kind.
pub trait Fixer: Sync {
    /// Whether it is for a file.
    fn takes(&self, file: &File) -> bool;

    /// What becomes of a file; `None` where it stays as it is.
    fn fix(&self, file: &File, around: &Around) -> Option<Fixed>;
}

/// The fixers, each for its kind of files. The first that takes a file fixes it.
const FIXERS: &[&dyn Fixer] = &[&text::Texts, &images::Images];

/// What a fixer may know of the site.
pub struct Around<'s> {
    /// The site as it was read.
    pub snapshot: &'s Snapshot,
    /// The texts whose YAML was corrected already, with what was corrected.
    drafts: BTreeMap<Arc<str>, (Draft, Vec<Diagnostic>)>,
    /// What the site says; `None` where its configuration cannot be read.
    site: Option<Said>,
}

/// Fixes a site, or says what would be fixed.
pub fn run(options: &Options) -> Outcome {
    if !options.check
        && let Err(error) = write::resume(&options.site)
    {
        return Outcome::failed(error.diagnostic, Cause::Machine);
    }
    let (snapshot, diagnostics) = match Snapshot::read(&options.site) {
        Ok(read) => read,
        Err(failure) => return Outcome::failed(failure.diagnostic, Cause::Machine),
    };
    let wanted = match paths::wanted(options, &snapshot) {
        Ok(wanted) => wanted,
        Err(diagnostic) => return Outcome::failed(*diagnostic, Cause::Configuration),
    };
    let is_wanted = |path: &str| wanted.as_ref().is_none_or(|wanted| wanted.contains(path));
    let base_url = options.base_url.as_deref();
    let mut outcome = fix(
        Arc::new(snapshot),
        diagnostics,
        base_url,
        options.builtin,
        &is_wanted,
    );
    if options.check {
        return outcome;
    }
    let mut refused = BTreeSet::new();
    for (path, error) in written(options, &outcome.files) {
        outcome.diagnostics.push(error.diagnostic);
        if error.cause == Cause::Machine {
            outcome.failed = Some(Cause::Machine);
        }
        match path {
            Some(path) => {
                refused.insert(path);
            }
            None => outcome.files.clear(),
        }
    }
    // What stays as it was is not corrected.
    outcome.files.retain(|fixed| !refused.contains(&fixed.path));
    outcome
}

/// Writes what was fixed, all of it together but for the files that are no longer what they were;
/// gives what was refused, with the file where it is one.
fn written(options: &Options, files: &[Fixed]) -> Vec<(Option<Arc<str>>, Failure)> {
    let mut refused = Vec::new();
    let mut sources = match Sources::begin(&options.site) {
        Ok(sources) => sources,
        Err(error) => return vec![(None, error)],
    };
    for fixed in files {
        let Some(change) = &fixed.change else {
            continue;
        };
        let replaced = sources.replace(&fixed.path, &change.before, &change.bytes);
        let error = replaced.err();
        refused.extend(error.map(|error| (Some(fixed.path.clone()), error)));
    }
    let error = sources.commit("").err();
    refused.extend(error.map(|error| (None, error)));
    refused
}

/// Says what would be fixed in the files of a site for which `is_wanted`. `problems` are what was
/// found when it was read, `base_url` takes the place of the one in `site.yaml`, and `builtin` stands below
/// the site's theme.
pub fn fix(
    snapshot: Arc<Snapshot>,
    problems: Vec<Diagnostic>,
    base_url: Option<&str>,
    builtin: BuiltinTheme,
    is_wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Outcome {
    let texts: Vec<&File> = snapshot
        .under(CONTENT)
        .filter(|file| text::is_text(file))
        .collect();
    // Everything that can be read is, since one file decides what another one means.
    let structured: Vec<(Arc<str>, Structured)> = texts
        .par_iter()
        .filter_map(|file| Some((file.path.clone(), structured(&snapshot, file)?)))
        .collect();
    let mut kept = BTreeSet::new();
    let mut drafts = BTreeMap::new();
    for (path, structured) in structured {
        match structured {
            Structured::Fixed(draft, findings) => {
                drafts.insert(path, (draft, findings));
            }
            Structured::Kept => {
                kept.insert(path);
            }
        }
    }
    let texts = drafts.iter();
    let texts = texts.map(|(path, (draft, _))| (path.clone(), Arc::from(draft.text())));
    let read = snapshot.with_texts(&texts.collect());
    let (config, _) = Config::read(&read, base_url, builtin);
    let around = Around {
        snapshot: &snapshot,
        drafts,
        site: config.map(|config| Said::new(&read, config)),
    };
    let files: Vec<&File> = snapshot
        .iter()
        .filter(|file| is_wanted(&file.path))
        .collect();
    let files: Vec<Fixed> = files
        .par_iter()
        .filter_map(|file| {
            if kept.contains(&file.path) {
                return Some(Fixed::kept(&file.path));
            }
            let fixer = FIXERS.iter().find(|fixer| fixer.takes(file))?;
            fixer.fix(file, &around)
        })
        .collect();
    let before = around.site.map(|site| site.parts);
    let known = before.as_ref().map_or(Before::Nothing, Before::Parts);
    let mut files = files;
    let mut again = Again::read(&snapshot, &files, base_url, builtin, known);
    if again.keep_worse(&mut files, before.as_ref()) {
        again = Again::read(&snapshot, &files, base_url, builtin, known);
    }
    let is_left = |diagnostic: &Diagnostic| {
        let place = diagnostic.place.as_ref();
        diagnostic.is_error() && place.is_none_or(|place| is_wanted(&place.path))
    };
    // What was wrong with a file that is no text was its position.
    let is_fixed = |diagnostic: &Diagnostic| {
        let place = diagnostic.place.as_ref();
        place.is_some_and(|place| {
            let at = files.binary_search_by(|fixed| fixed.path.cmp(&place.path));
            let change = at.ok().and_then(|at| files[at].change.as_ref());
            change.is_some_and(|change| change.draft.is_none())
        })
    };
    let problems = problems.into_iter();
    let problems = problems.filter(|found| is_left(found) && !is_fixed(found));
    Outcome {
        problems: problems.collect(),
        files,
        failed: again.parts.is_none().then_some(Cause::Configuration),
        diagnostics: again.errors(is_left),
        snapshot: Some(snapshot),
        fixed: Some(Arc::new(again.snapshot)),
    }
}

/// The site after it was fixed, read again.
struct Again {
    snapshot: Snapshot,
    /// What is wrong with its configuration.
    of_configuration: Vec<Diagnostic>,
    /// What its files say; `None` where the configuration cannot be read.
    parts: Option<Parts>,
}

impl Again {
    /// Reads a site with what became of its files; `before` is what they said.
    fn read(
        snapshot: &Snapshot,
        files: &[Fixed],
        base_url: Option<&str>,
        builtin: BuiltinTheme,
        before: Before,
    ) -> Self {
        let texts = files.iter().filter_map(|fixed| {
            let draft = fixed.change.as_ref()?.draft.as_ref()?;
            Some((fixed.path.clone(), Arc::from(draft.text())))
        });
        let snapshot = snapshot.with_texts(&texts.collect());
        let (config, of_configuration) = Config::read(&snapshot, base_url, builtin);
        Self {
            parts: config.map(|config| content::read(&snapshot, &config, before)),
            of_configuration,
            snapshot,
        }
    }

    /// Leaves files as they were that would have more errors than they had: a title may become
    /// longer than it may be. Tells whether there are some.
    fn keep_worse(&self, files: &mut [Fixed], before: Option<&Parts>) -> bool {
        let (Some(before), Some(after)) = (before, &self.parts) else {
            return false;
        };
        let mut are_some = false;
        for fixed in files.iter_mut().filter(|fixed| fixed.change.is_some()) {
            if after.errors_in(&fixed.path) > before.errors_in(&fixed.path) {
                fixed.change = None;
                for finding in &mut fixed.findings {
                    finding.corrections.clear();
                }
                let left = Diagnostic::on_file(&say::WORSE, fixed.path.clone());
                fixed.findings.insert(0, left);
                are_some = true;
            }
        }
        are_some
    }

    /// What is wrong with the configuration and with each file by itself.
    fn errors(&self, is_left: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        let Some(parts) = &self.parts else {
            // Without the configuration nothing is known of what the files should say.
            let errors = self.of_configuration.iter();
            return errors.filter(|error| error.is_error()).cloned().collect();
        };
        let all = self.of_configuration.iter().chain(parts.diagnostics());
        let mut errors: Vec<Diagnostic> = all.filter(|error| is_left(error)).cloned().collect();
        rihla_diagnostics::sort(&mut errors);
        errors.dedup();
        errors
    }
}

/// A text whose YAML is not right.
enum Structured {
    /// It was corrected as far as its form goes.
    Fixed(Draft, Vec<Diagnostic>),
    /// A correction would change too much.
    Kept,
}

/// Corrects the form of the YAML of a text. `None` where it is right.
fn structured(snapshot: &Snapshot, file: &File) -> Option<Structured> {
    let text = snapshot.text(&file.path)?;
    let mut draft = Draft::new(text.clone());
    match quoting::structure(&file.path, &mut draft) {
        Some(findings) => draft
            .is_changed()
            .then_some(Structured::Fixed(draft, findings)),
        None => Some(Structured::Kept),
    }
}

impl Outcome {
    fn failed(diagnostic: Diagnostic, failed: Cause) -> Self {
        Self {
            files: Vec::new(),
            problems: Vec::new(),
            diagnostics: vec![diagnostic],
            snapshot: None,
            fixed: None,
            failed: Some(failed),
        }
    }

    /// The errors that are left, with their places in the files as they were.
    pub fn diagnostics_before(&self) -> Vec<Diagnostic> {
        let told = self.diagnostics.iter().cloned();
        told.map(|diagnostic| {
            let draft = diagnostic.place.as_ref().and_then(|place| {
                let files = &self.files;
                let at = files.binary_search_by(|fixed| fixed.path.cmp(&place.path));
                files[at.ok()?].change.as_ref()?.draft.as_ref()
            });
            match draft {
                Some(draft) => quoting::original(draft, diagnostic),
                None => diagnostic,
            }
        })
        .collect()
    }

    /// Whether a file would be another one than it is.
    pub fn is_changed(&self) -> bool {
        self.files.iter().any(|fixed| fixed.change.is_some())
    }

    /// Whether something is left that only a person can fix.
    pub fn has_errors(&self) -> bool {
        !self.problems.is_empty()
            || !self.diagnostics.is_empty()
            || self.files.iter().any(|fixed| fixed.change.is_none())
    }
}
