//! `rihla fmt`: the sources of a site are mended, and nothing is lost.
//!
//! ```text
//! Snapshot ─structure─▶ drafts ─parse─▶ Parts ─menders─▶ Mended ─▶ difference, or the disk
//! ```
//!
//! What YAML gets wrong of a writer's text is corrected first, since nothing can be said of fields
//! that cannot be read. Then each file is given to the [`Mender`] of its kind. A mender of texts
//! corrects values and bodies in steps, and reads the file again after each: what it did not
//! announce must be as it was, or the file stays as it is.
//!
//! Comments, the order of keys, quotation marks that are right, ends of lines and a byte order mark
//! are kept, because nothing is written but the corrections.

mod corrections;
mod diff;
mod draft;
mod fields;
mod guard;
mod quoting;
mod text;

pub use diff::unified;
pub use draft::{Draft, Edit};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{CONTENT, Config};
use crate::content::{self, Parts};
use crate::diagnostic::catalogue::fmt as say;
use crate::diagnostic::{self, Diagnostic};
use crate::language::Spelling;
use crate::schema::{Spanned, Value};
use crate::source::{Digest, File, Snapshot};
use crate::write;
use corrections::{Names, Tongue};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub site: PathBuf,
    /// The folder in which the command was given.
    pub from: PathBuf,
    /// The files and folders that are mended; all of the content where there are none.
    pub paths: Vec<PathBuf>,
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Whether nothing is written.
    pub check: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The files in which there is something to say, in order.
    pub files: Vec<Mended>,
    /// The errors that are left, and what the machine refused.
    pub diagnostics: Vec<Diagnostic>,
    /// The site as it was read; `None` where it could not be.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The site as it was mended, into which `diagnostics` point where it was written.
    pub mended: Option<Arc<Snapshot>>,
    /// What failed, where it is not the content.
    pub failed: Option<Failed>,
}

/// What can fail besides the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// `site.yaml`, a `collection.yaml`, the theme, or a path on the command line.
    Configuration,
    /// Disk full, no permission.
    Machine,
}

/// What became of a file.
#[derive(Clone, Debug)]
pub struct Mended {
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

/// Mends files of a kind.
pub trait Mender: Sync {
    /// Whether it is for a file.
    fn takes(&self, file: &File) -> bool;

    /// What becomes of a file; `None` where it stays as it is.
    fn mend(&self, file: &File, around: &Around) -> Option<Mended>;
}

/// The menders, each for its kind of files. The first that takes a file mends it.
const MENDERS: &[&dyn Mender] = &[&text::Texts];

/// What a mender may know of the site.
pub struct Around<'s> {
    /// The site as it was read.
    pub snapshot: &'s Snapshot,
    /// The texts whose YAML was corrected already, with what was corrected.
    drafts: BTreeMap<Arc<str>, (Draft, Vec<Diagnostic>)>,
    /// What the site says; `None` where its configuration cannot be read.
    site: Option<Said>,
}

/// What the site says.
struct Said {
    config: Config,
    parts: Parts,
    /// The tags of its languages.
    tags: Vec<Arc<str>>,
    names: Names,
    /// The identifiers of headings that links name.
    anchors: BTreeSet<Arc<str>>,
}

/// Mends a site, or says what would be mended.
pub fn run(options: &Options) -> Outcome {
    let (snapshot, diagnostics) = match Snapshot::read(&options.site) {
        Ok(read) => read,
        Err(failure) => return Outcome::failed(failure.diagnostic, Failed::Machine),
    };
    let wanted = match wanted(options, &snapshot) {
        Ok(wanted) => wanted,
        Err(diagnostic) => return Outcome::failed(*diagnostic, Failed::Configuration),
    };
    let is_wanted = |path: &str| wanted.as_ref().is_none_or(|wanted| wanted.contains(path));
    let base_url = options.base_url.as_deref();
    let mut outcome = mend(Arc::new(snapshot), diagnostics, base_url, &is_wanted);
    if options.check {
        return outcome;
    }
    for mended in &outcome.files {
        let Some(change) = &mended.change else {
            continue;
        };
        let (path, before) = (&mended.path, &change.before);
        if let Err(error) = write::source(&options.site, path, before, &change.bytes) {
            outcome.diagnostics.push(error.diagnostic);
            if error.is_machine {
                outcome.failed = Some(Failed::Machine);
            }
        }
    }
    outcome
}

/// Says what would be mended in the files of a site for which `is_wanted`. `problems` are what was
/// found when it was read, and `base_url` takes the place of the one in `site.yaml`.
pub fn mend(
    snapshot: Arc<Snapshot>,
    problems: Vec<Diagnostic>,
    base_url: Option<&str>,
    is_wanted: &(dyn Fn(&str) -> bool + Sync),
) -> Outcome {
    let texts: Vec<&File> = snapshot
        .under(CONTENT)
        .filter(|file| text::is_text(file))
        .collect();
    // Everything that can be read is, since one file decides what another one means.
    let structured: Vec<(Arc<str>, Option<(Draft, Vec<Diagnostic>)>)> = texts
        .par_iter()
        .filter_map(|file| Some((file.path.clone(), structured(&snapshot, file)?)))
        .collect();
    let mut kept = BTreeSet::new();
    let mut drafts = BTreeMap::new();
    for (path, structured) in structured {
        match structured {
            Some(draft) => {
                drafts.insert(path, draft);
            }
            None => {
                kept.insert(path);
            }
        }
    }
    let texts = drafts.iter();
    let texts = texts.map(|(path, (draft, _))| (path.clone(), Arc::from(draft.text())));
    let read = snapshot.with_texts(&texts.collect());
    let (config, _) = Config::read(&read, base_url);
    let around = Around {
        snapshot: &snapshot,
        drafts,
        site: config.map(|config| Said::new(&read, config)),
    };
    let files: Vec<&File> = snapshot
        .iter()
        .filter(|file| is_wanted(&file.path))
        .collect();
    let files: Vec<Mended> = files
        .par_iter()
        .filter_map(|file| {
            if kept.contains(&file.path) {
                return Some(Mended::kept(&file.path));
            }
            let mender = MENDERS.iter().find(|mender| mender.takes(file))?;
            mender.mend(file, &around)
        })
        .collect();
    let parts = around.site.map(|site| site.parts);
    let texts = files.iter().filter_map(|mended| {
        let draft = mended.change.as_ref()?.draft.as_ref()?;
        Some((mended.path.clone(), Arc::from(draft.text())))
    });
    let mended = snapshot.with_texts(&texts.collect());
    let mut outcome = Outcome {
        files,
        diagnostics: Vec::new(),
        snapshot: Some(snapshot),
        mended: None,
        failed: None,
    };
    let config = Config::read(&mended, base_url);
    outcome.tell(problems, &mended, config, parts.as_ref(), is_wanted);
    outcome.mended = Some(Arc::new(mended));
    outcome
}

/// A text whose YAML is corrected as far as its form goes. Nothing where it is right; no draft
/// where a correction would change too much.
#[expect(
    clippy::option_option,
    reason = "there is nothing to say, or nothing may be done"
)]
fn structured(snapshot: &Snapshot, file: &File) -> Option<Option<(Draft, Vec<Diagnostic>)>> {
    let text = snapshot.text(&file.path)?;
    let mut draft = Draft::new(text.clone());
    match quoting::structure(&file.path, &mut draft) {
        Some(findings) => draft.is_changed().then_some(Some((draft, findings))),
        None => Some(None),
    }
}

impl Outcome {
    fn failed(diagnostic: Diagnostic, failed: Failed) -> Self {
        Self {
            files: Vec::new(),
            diagnostics: vec![diagnostic],
            snapshot: None,
            mended: None,
            failed: Some(failed),
        }
    }

    /// Tells the errors that are left in the files for which `is_wanted`: those that a build
    /// would tell of each file by itself.
    fn tell(
        &mut self,
        problems: Vec<Diagnostic>,
        mended: &Snapshot,
        (config, of_config): (Option<Config>, Vec<Diagnostic>),
        parts: Option<&Parts>,
        is_wanted: &(dyn Fn(&str) -> bool + Sync),
    ) {
        let mut diagnostics = problems;
        if config.is_none() {
            self.failed = Some(Failed::Configuration);
            // Without it nothing is known of what the files should say.
            self.diagnostics = of_config;
            self.diagnostics.retain(Diagnostic::is_error);
            return;
        }
        diagnostics.extend(of_config);
        if let Some(config) = config {
            let read = content::read(mended, &config, parts);
            diagnostics.extend(read.diagnostics().cloned());
        }
        let is_left = |diagnostic: &Diagnostic| {
            let place = diagnostic.place.as_ref();
            diagnostic.is_error() && place.is_none_or(|place| is_wanted(&place.path))
        };
        diagnostics.retain(is_left);
        diagnostic::sort(&mut diagnostics);
        diagnostics.dedup();
        self.diagnostics = diagnostics;
    }

    /// The errors that are left, with their places in the files as they were.
    pub fn diagnostics_before(&self) -> Vec<Diagnostic> {
        let told = self.diagnostics.iter().cloned();
        told.map(|diagnostic| {
            let path = diagnostic.place.as_ref().map(|place| place.path.clone());
            let mended = self
                .files
                .iter()
                .find(|mended| Some(&mended.path) == path.as_ref());
            let draft = mended.and_then(|mended| mended.change.as_ref()?.draft.as_ref());
            match draft {
                Some(draft) => quoting::original(draft, diagnostic),
                None => diagnostic,
            }
        })
        .collect()
    }

    /// Whether a file would be another one than it is.
    pub fn is_changed(&self) -> bool {
        self.files.iter().any(|mended| mended.change.is_some())
    }

    /// Whether something is left that only a person can mend.
    pub fn has_errors(&self) -> bool {
        !self.diagnostics.is_empty() || self.files.iter().any(|mended| mended.change.is_none())
    }
}

impl Said {
    fn new(snapshot: &Snapshot, config: Config) -> Self {
        let parts = content::read(snapshot, &config, None);
        let mut names: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut anchors = BTreeSet::new();
        let anchor = |address: &str| address.split_once('#').map(|(_, anchor)| Arc::from(anchor));
        for part in parts.iter() {
            let is_list =
                part.path.ends_with("/entries.yaml") || part.path.ends_with("/entries.yml");
            for assignment in &part.fields {
                let is_name = matches!(&*assignment.field, "title" | "name" | "term" | "acronym");
                if is_name {
                    names_of(&assignment.value, is_list, &mut names);
                }
                each_link(&assignment.value, &mut |address| {
                    anchors.extend(anchor(address))
                });
            }
            let references = part.body.iter().flat_map(|body| &body.references);
            anchors.extend(references.filter_map(|link| anchor(&link.destination)));
        }
        Self {
            tags: config.site.tags(),
            names: Names::new(names.iter().map(|name| &**name)),
            anchors,
            parts,
            config,
        }
    }

    fn tongue(&self, tag: &str) -> Tongue {
        let site = &self.config.site;
        let own = site.languages.iter().find(|language| *language.tag == *tag);
        let variant = own.and_then(|language| language.variant.as_deref());
        Tongue {
            profile: site.rules_of(tag),
            spelling: Spelling::of_tag(variant.unwrap_or(tag)),
        }
    }
}

/// The names that a field holds: what is the same in every language, and what stands in a list of
/// small entries (partners, terms).
fn names_of(value: &Spanned, is_list: bool, names: &mut BTreeSet<Arc<str>>) {
    match &value.value {
        Value::Text(text) => {
            names.insert(text.clone());
        }
        Value::Localized(branches) if is_list => {
            branches
                .iter()
                .for_each(|(_, branch)| names_of(branch, is_list, names));
        }
        Value::List(items) => items.iter().for_each(|item| names_of(item, is_list, names)),
        _ => {}
    }
}

fn each_link(value: &Spanned, give: &mut dyn FnMut(&str)) {
    match &value.value {
        Value::Link(address) => give(address),
        Value::List(items) => items.iter().for_each(|item| each_link(item, give)),
        Value::Object(fields) | Value::Localized(fields) => {
            fields.iter().for_each(|(_, value)| each_link(value, give));
        }
        _ => {}
    }
}

/// The paths in the site of the files that are asked for; `None` where all are.
fn wanted(
    options: &Options,
    snapshot: &Snapshot,
) -> Result<Option<BTreeSet<Arc<str>>>, Box<Diagnostic>> {
    if options.paths.is_empty() {
        return Ok(None);
    }
    let mut wanted = BTreeSet::new();
    for path in &options.paths {
        let found = candidates(options, path).into_iter().find_map(|folder| {
            let file = snapshot.get(&folder).map(|file| file.path.clone());
            let inside = snapshot.under(&folder).map(|file| file.path.clone());
            let found: Vec<Arc<str>> = file.into_iter().chain(inside).collect();
            let is_content = folder == CONTENT || folder.starts_with("content/");
            (is_content && !found.is_empty()).then_some(found)
        });
        let Some(found) = found else {
            let example = snapshot.under(CONTENT).find(|file| text::is_text(file));
            return Err(Box::new(
                Diagnostic::new(&say::PATH)
                    .with("path", path.display())
                    .with_some("example", example.map(|file| file.path.clone())),
            ));
        };
        wanted.extend(found);
    }
    Ok(Some(wanted))
}

/// What a path may mean in the site: seen from where the command was given, or from the site.
fn candidates(options: &Options, path: &Path) -> Vec<String> {
    let (site, given) = (options.from.join(&options.site), options.from.join(path));
    let inside = plain(&given)
        .strip_prefix(plain(&site))
        .map(Path::to_path_buf);
    [inside.ok(), Some(plain(path))]
        .into_iter()
        .flatten()
        .filter(|path| path.is_relative())
        .map(|path| {
            let names = path
                .components()
                .map(|name| name.as_os_str().to_string_lossy());
            names.collect::<Vec<_>>().join("/")
        })
        .collect()
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            component => plain.push(component),
        }
    }
    plain
}
