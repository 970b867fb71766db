//! Takes an entry away: its files, what was made of its images, what is kept of its
//! translations; and says who else must forget it.
//!
//! The site is planned and drawn as it is and as it would be. What breaks is told and nothing is
//! removed; what differs is what caches must forget.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use rihla_build as build;
use rihla_build::query::{Query, Request, Site};
use rihla_build::render::{self, Engine};
use rihla_build::trace::Tracked;
use rihla_build::write::{self, Sources};
use rihla_build::{LoadCache, Options, Progress};
use rihla_diagnostics::catalogue::{editorial, graph, plan as plan_says, remove as say};
use rihla_diagnostics::{Diagnostic, Message, Span, nearest};
use rihla_site::config::SITE;
use rihla_site::content::Role;
use rihla_site::failure::{Cause, Failure};
use rihla_site::graph::{Entry, Graph, Known, Unresolved, named};
use rihla_site::ids::{EntryId, Id};
use rihla_site::route::FeedFormat;
use rihla_site::schema::FieldValue;
use rihla_site::source::{Digest, Snapshot, earlier};
use rihla_text::yaml;

/// What is taken away with an entry.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Removal {
    /// The entry.
    pub id: Arc<str>,
    /// Its titles, each with the tag of its language.
    pub titles: Vec<(Arc<str>, Arc<str>)>,
    /// Files that are deleted, by their path in the site.
    pub files: Vec<String>,
    /// Files that are changed: what they were, and what they become.
    pub edits: Vec<Edit>,
    /// What was made of its images, in `.rihla`.
    #[serde(rename = "pictures")]
    pub images: Vec<String>,
    /// Addresses that answer “gone” from now on, without the base.
    pub gone: Vec<String>,
    /// Whole addresses that a content delivery network must forget.
    pub forget: Vec<String>,
    /// Those of them that do not answer “gone”.
    #[serde(default)]
    pub besides: Vec<String>,
    /// Files that nothing uses any more and that stay, since they lie elsewhere.
    #[serde(default)]
    pub unused: Vec<String>,
    /// How many revisions in version control hold it; `None` where there is no version control.
    pub history: Option<usize>,
}

impl Removal {
    /// Whether a name that was typed means the entry that is no more.
    pub fn is_of(&self, name: &str) -> bool {
        let texts = |texts: &[String]| texts.iter().map(|text| Arc::from(text.as_str())).collect();
        let known = Known {
            id: self.id.clone(),
            files: texts(&self.files),
            addresses: texts(&self.gone),
            titles: self.titles.iter().map(|(_, title)| title.clone()).collect(),
        };
        named(name, &[known]).is_ok()
    }
}

/// A file that is changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Edit {
    /// Its path in the site.
    pub path: Arc<str>,
    /// Of what it was.
    #[serde(skip, default = "unknown")]
    pub before: Digest,
    /// What it becomes.
    #[serde(skip, default)]
    pub text: Arc<str>,
}

/// The digest of a file of which only the path is noted.
fn unknown() -> Digest {
    Digest::of(&[])
}

/// The outcome.
#[derive(Debug)]
pub struct Outcome {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that diagnostics point into.
    pub snapshot: Option<Arc<Snapshot>>,
    /// What is removed; `None` where nothing can be.
    pub removal: Option<Removal>,
    /// What failed, where it is not the content.
    pub failed: Option<Cause>,
}

/// Finds what would be removed with an entry.
pub fn plan(options: &Options, id: &str, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    let mut outcome = Outcome {
        diagnostics: Vec::new(),
        snapshot: None,
        removal: None,
        failed: None,
    };
    progress(Progress::Reading);
    let (snapshot, problems) = match Snapshot::read(&options.site) {
        Ok(read) => read,
        Err(failure) => {
            outcome.diagnostics.push(failure.diagnostic);
            outcome.failed = Some(Cause::Machine);
            return outcome;
        }
    };
    let snapshot = Arc::new(snapshot);
    outcome.diagnostics = problems;
    outcome.snapshot = Some(snapshot.clone());
    let found = &mut outcome.diagnostics;
    let site = build::load_as_it_is(&snapshot, options, &mut LoadCache::default(), found);
    found.retain(Diagnostic::is_error);
    let Some(site) = site else {
        outcome.failed = Some(Cause::Configuration);
        return outcome;
    };
    // What is wrong already keeps nobody from taking away what may be the cause.
    let known = std::mem::take(&mut outcome.diagnostics);
    let number = match named(id, &site.routes.known(&site.graph)) {
        Ok(number) => EntryId::at(number),
        Err(unresolved) => {
            let ids = site.graph.entries.iter().map(|entry| &*entry.id);
            outcome.diagnostics.push(match unresolved {
                Unresolved::Unknown => Diagnostic::new(&say::UNKNOWN)
                    .with("value", id)
                    .with_some("nearest", nearest(id, ids)),
                Unresolved::Ambiguous(ids) => Diagnostic::new(&editorial::AMBIGUOUS)
                    .with("value", id)
                    .with("candidates", ids.join(", ")),
            });
            outcome.failed = Some(Cause::Configuration);
            return outcome;
        }
    };
    let id = &*site.graph.entries[number].id.clone();
    let entry = &site.graph.entries[number];
    if entry.role != Role::Entry {
        outcome
            .diagnostics
            .push(Diagnostic::new(&say::PART).with("value", id));
        outcome.failed = Some(Cause::Configuration);
        return outcome;
    }
    let mut removal = Removal {
        id: entry.id.clone(),
        titles: titles(&site, entry),
        gone: addresses(&site, number),
        ..Removal::default()
    };
    let before = drawn(&site);
    files(&site, entry, &before, &mut removal);
    let later_of = |removal: &Removal| {
        let after = without(&snapshot, removal);
        let mut problems = Vec::new();
        let later = build::load_as_it_is(&after, options, &mut LoadCache::default(), &mut problems);
        (later, problems)
    };
    let (mut later, mut problems) = later_of(&removal);
    // What bears the name of the entry beside it goes with it, as what lies in its folder does: whether the entry
    // still named it or not.
    let (own, elsewhere): (Vec<String>, Vec<String>) =
        all_unused(&without(&snapshot, &removal), options)
            .into_iter()
            .partition(|path| is_of(&site.graph, path, &removal.id));
    let unused_before = all_unused(&snapshot, options);
    let elsewhere = elsewhere.into_iter();
    removal.unused = elsewhere
        .filter(|path| !unused_before.contains(path))
        .collect();
    if !own.is_empty() {
        removal.files.extend(own);
        removal.files.sort();
        removal.files.dedup();
        (later, problems) = later_of(&removal);
    }
    problems.retain(|found| found.is_error() && !known.iter().any(|known| is_same(known, found)));
    let later = later.filter(|_| problems.is_empty());
    let Some(later) = later else {
        outcome.diagnostics.push(
            Diagnostic::new(&say::NEEDED)
                .with("value", id)
                .with("count", problems.len()),
        );
        let leads = problems.into_iter().map(|problem| leading_to(id, problem));
        outcome.diagnostics.extend(leads);
        return outcome;
    };
    let after = drawn(&later);
    let remains: BTreeSet<&Arc<str>> = after.requests.iter().map(Request::output).collect();
    let made = before.requests.iter().map(Request::output);
    let made: Vec<&Arc<str>> = made.filter(|output| !remains.contains(output)).collect();
    let name = |output: &Arc<str>| output.rsplit('/').next().unwrap_or(output).to_owned();
    removal.images = made.iter().map(|output| name(output)).collect();
    let mut forget = forget(&site, &before, &after, &made);
    let remains = published(&later);
    let files = published(&site).into_iter();
    forget.extend(files.filter(|address| !remains.contains(address)));
    removal.forget = forget.iter().cloned().collect();
    for address in &removal.gone {
        forget.remove(&site.routes.absolute(address));
    }
    removal.besides = forget.into_iter().collect();
    let mut held: Vec<&str> = removal.files.iter().map(|path| &**path).collect();
    let edited = removal.edits.iter().map(|edit| &*edit.path);
    held.extend(edited.filter(|path| *path != SITE));
    removal.history = earlier::history(&options.site, &held);
    removal
        .files
        .extend(earlier::translations(&options.site, id));
    outcome.removal = Some(removal);
    outcome
}

/// Whether a file belongs to an entry by its name, and to no other whose name begins alike.
pub fn is_of(graph: &Graph, path: &str, id: &str) -> bool {
    let mut others = graph.entries.iter().map(|entry| &*entry.id);
    is_named_after(path, id)
        && !others.any(|other| other.len() > id.len() && is_named_after(path, other))
}

/// Whether a file lies beside an entry that has no folder of its own, and its name begins with that of the entry: so
/// the desk calls what is put with it.
fn is_named_after(path: &str, id: &str) -> bool {
    let path = path.strip_prefix("content/").unwrap_or(path);
    let rest = path.strip_prefix(id);
    rest.is_some_and(|rest| rest.starts_with('-') && !rest.contains('/'))
}

/// Whether two findings say the same of a file; where in it may have moved.
fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    let path = |of: &Diagnostic| of.place.as_ref().map(|place| place.path.clone());
    one.message == other.message && one.values == other.values && path(one) == path(other)
}

/// What names nothing without an entry names the entry, or a file that goes with it: there is no other
/// to write.
fn leading_to(id: &str, problem: Diagnostic) -> Diagnostic {
    const NAMES: [&Message; 9] = [
        &graph::LINK,
        &graph::LINK_NO_PAGE,
        &graph::LINK_SEVERAL,
        &graph::FRAGMENT,
        &graph::REFERENCE,
        &graph::FACT,
        &graph::FILE,
        &graph::MENU,
        &graph::NO_REFERRER,
    ];
    match problem.place {
        Some(place) if NAMES.contains(&problem.message) => {
            Diagnostic::new(&say::NAMED).with("value", id).placed(place)
        }
        _ => problem,
    }
}

/// Removes what was found, all of it or nothing.
///
/// # Errors
///
/// A file that is no longer what it was, or a failure of the machine; what was begun is then completed
/// by [`resume`].
pub fn run(options: &Options, removal: &Removal) -> Result<(), Failure> {
    let mut sources = Sources::begin(&options.site)?;
    for edit in &removal.edits {
        sources.replace(&edit.path, &edit.before, edit.text.as_bytes())?;
    }
    for path in &removal.files {
        sources.remove(path)?;
    }
    for name in &removal.images {
        sources.forget(&format!("pictures/{name}"))?;
    }
    // What cannot be written as JSON is not told again.
    sources.commit(&serde_json::to_string(removal).unwrap_or_default())
}

/// Completes what was interrupted. Where that was a removal, gives what it removed.
///
/// # Errors
/// A failure of the machine.
pub fn resume(options: &Options) -> Result<Option<Removal>, Failure> {
    let note = write::resume(&options.site)?;
    Ok(note.and_then(|note| serde_json::from_str(&note).ok()))
}

fn titles(site: &Site, entry: &Entry) -> Vec<(Arc<str>, Arc<str>)> {
    let languages = site.config.site.languages.iter().zip(&entry.versions);
    languages
        .filter_map(|(language, version)| {
            Some((language.tag.clone(), version.as_ref()?.title.clone()))
        })
        .collect()
}

/// Every address at which an entry answers or has answered.
fn addresses(site: &Site, number: EntryId) -> Vec<String> {
    let entry = &site.graph.entries[number];
    let mut found = BTreeSet::new();
    for (language, own) in site.config.site.languages.pairs() {
        found.extend(
            site.routes
                .entry(number, language)
                .map(|address| address.to_string()),
        );
        let published = site.config.ledger.of(&entry.id, &own.tag);
        found.extend(published.map(|address| address.to_string()));
        let version = entry.versions[language].as_ref();
        if let Some(FieldValue::List(aliases)) =
            version.and_then(|version| version.builtin("aliases"))
        {
            for alias in aliases {
                if let FieldValue::Text(address) = &alias.value {
                    found.insert(address.to_string());
                }
            }
        }
    }
    found.into_iter().collect()
}

/// What the pages of a site look like, and which images they want.
struct Drawn {
    /// Address → digest.
    pages: BTreeMap<Arc<str>, String>,
    requests: BTreeSet<Request>,
}

fn drawn(site: &Arc<Site>) -> Drawn {
    let mut drawn = Drawn {
        pages: BTreeMap::new(),
        requests: BTreeSet::new(),
    };
    // What cannot be drawn is an error of the next build.
    let Ok(engine) = Engine::new(&Tracked::new(site)) else {
        return drawn;
    };
    let pages: Vec<(Arc<str>, String, Vec<Request>)> = site
        .plan
        .pages
        .par_iter()
        .filter_map(|page| {
            let output = render::page(&engine, page).ok()?;
            let queries = output.trace.own.iter().map(|(query, _)| query);
            let queries = queries.filter(|query| Query::is_image(query));
            let requests = queries.flat_map(|query| site.requests(query)).collect();
            let digest = Digest::of(&output.html).to_string();
            Some((page.address.clone(), digest, requests))
        })
        .collect();
    for (address, digest, requests) in pages {
        drawn.pages.insert(address, digest);
        drawn.requests.extend(requests);
    }
    drawn
}

/// The files of an entry, and the edits of those that it shares with others.
fn files(site: &Site, entry: &Entry, before: &Drawn, removal: &mut Removal) {
    let snapshot = &site.snapshot;
    let mut whole = BTreeSet::new();
    let own: BTreeSet<&Arc<str>> = entry.files.iter().collect();
    for path in own {
        let name = path.rsplit('/').next().unwrap_or(path);
        match name.starts_with("entries.y") {
            true => removal.edits.extend(without_item(snapshot, path, entry)),
            false => {
                whole.insert(path.to_string());
            }
        }
    }
    // Everything in its folder, where it has one of its own.
    let is_own = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name.starts_with("index.") || name.starts_with("shared.")
    };
    if whole.iter().any(|path| is_own(path)) {
        for file in snapshot.under(&entry.folder) {
            let inside = &file.path[entry.folder.len() + 1..];
            let other = site.graph.of_file(&file.path);
            let is_other =
                other.is_some_and(|(number, _)| site.graph.entries[number].id != entry.id);
            let is_deeper =
                inside.contains('/') && site.config.collections[entry.collection].builtin;
            if !is_other && !is_deeper {
                whole.insert(file.path.to_string());
            }
        }
    }
    // Images beside it that nothing else shows.
    let rest = without(
        snapshot,
        &Removal {
            files: whole.iter().cloned().collect(),
            edits: removal.edits.clone(),
            ..Removal::default()
        },
    );
    let sources = before.requests.iter().filter_map(|request| match request {
        Request::Image(variant) => Some(&variant.source),
        Request::SocialCard(_) => None,
    });
    for source in sources {
        let name = source.rsplit('/').next().unwrap_or(source);
        let is_beside = rihla_site::graph::folder_of(source) == &*entry.folder;
        let names = |snapshot: &Snapshot| {
            let texts = snapshot.iter().filter_map(|file| snapshot.text(&file.path));
            texts.filter(|text| text.contains(name)).count()
        };
        if is_beside && !whole.contains(&**source) && names(snapshot) > 0 && names(&rest) == 0 {
            whole.insert(source.to_string());
        }
    }
    removal.files = whole.into_iter().collect();
    removal.edits.extend(gone(snapshot, &removal.gone));
}

/// A file of many entries without one of them.
fn without_item(snapshot: &Snapshot, path: &Arc<str>, entry: &Entry) -> Option<Edit> {
    let file = snapshot.get(path)?;
    let text = snapshot.text(path)?;
    let (root, _) = yaml::parse(path, text, Span::new(0, text.len()));
    let yaml::Value::List(items) = root?.value else {
        return None;
    };
    let name = entry.id.rsplit('/').next()?;
    let item = items.iter().find(|item| match &item.value {
        yaml::Value::Map(map) => {
            let id = map.get("id").map(|node| &node.value);
            matches!(id, Some(yaml::Value::Scalar(scalar)) if scalar.text == name || scalar.text == *entry.id)
        }
        _ => false,
    })?;
    let start = text[..item.span.start].rfind('\n').map_or(0, |at| at + 1);
    let written = text[item.span.start..item.span.end].trim_end();
    let end = item.span.start + written.len();
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    Some(Edit {
        path: path.clone(),
        before: file.digest,
        text: format!("{}{}", &text[..start], &text[end..]).into(),
    })
}

/// `site.yaml` with addresses under `gone:`.
fn gone(snapshot: &Snapshot, addresses: &[String]) -> Option<Edit> {
    let file = snapshot.get(SITE)?;
    let text = snapshot.text(SITE)?;
    let path: Arc<str> = SITE.into();
    let (root, _) = yaml::parse(&path, text, Span::new(0, text.len()));
    let yaml::Value::Map(map) = root?.value else {
        return None;
    };
    let known: Vec<&yaml::Node> = match map.get("gone").map(|node| &node.value) {
        Some(yaml::Value::List(items)) => items.iter().collect(),
        _ => Vec::new(),
    };
    let is_known = |address: &String| {
        known.iter().any(|item| {
            matches!(&item.value, yaml::Value::Scalar(scalar) if scalar.text.trim_end_matches('/') == address.trim_end_matches('/'))
        })
    };
    let new: Vec<String> = addresses
        .iter()
        .filter(|address| !is_known(address))
        .map(|address| yaml::quoted(address))
        .collect();
    if new.is_empty() {
        return None;
    }
    let mut out = text.to_string();
    match (map.get("gone"), known.last()) {
        (Some(list), Some(last)) => {
            if text[list.span.start..].starts_with('[') {
                out.insert_str(last.span.end, &format!(", {}", new.join(", ")));
            } else {
                let start = text[..last.span.start].rfind('\n').map_or(0, |at| at + 1);
                let indent: String = text[start..].chars().take_while(|c| *c == ' ').collect();
                let end = text[last.span.end..]
                    .find('\n')
                    .map(|at| last.span.end + at + 1);
                let lines: String = new
                    .iter()
                    .map(|address| format!("{indent}- {address}\n"))
                    .collect();
                match end {
                    Some(end) => out.insert_str(end, &lines),
                    None => out = format!("{out}\n{lines}"),
                }
            }
        }
        (Some(_), None) => return None,
        (None, _) => {
            if !out.ends_with('\n') {
                out.push('\n');
            }
            out.push_str("gone:\n");
            for address in &new {
                out.push_str(&format!("  - {address}\n"));
            }
        }
    }
    Some(Edit {
        path,
        before: file.digest,
        text: out.into(),
    })
}

/// The site as it would be.
fn without(snapshot: &Snapshot, removal: &Removal) -> Arc<Snapshot> {
    let texts = removal
        .edits
        .iter()
        .map(|edit| (edit.path.clone(), edit.text.clone()));
    let paths = removal
        .files
        .iter()
        .map(|path| Arc::from(path.as_str()))
        .collect();
    Arc::new(snapshot.with_texts(&texts.collect()).without(&paths))
}

/// Whole addresses that differ, or are no more.
fn forget(site: &Site, before: &Drawn, after: &Drawn, made: &[&Arc<str>]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for (address, digest) in &before.pages {
        if after.pages.get(address) != Some(digest) {
            found.insert(site.routes.absolute(address));
        }
    }
    for redirect in &site.routes.redirects {
        if !after.pages.contains_key(&redirect.to) {
            found.insert(site.routes.absolute(&redirect.from));
        }
    }
    found.extend(
        made.iter()
            .map(|output| site.routes.absolute(&format!("/{output}"))),
    );
    for feed in &site.plan.feeds {
        for format in FeedFormat::ALL {
            let address = site.routes.feed(feed.collection, feed.language, format);
            found.extend(address.map(|address| site.routes.absolute(&address)));
        }
    }
    found.insert(site.routes.absolute("/sitemap.xml"));
    found
}

/// Whole addresses of files that are published beside the pages.
fn published(site: &Site) -> BTreeSet<String> {
    let assets = site.plan.assets.iter().map(|asset| &asset.output);
    let copies = site.plan.copies.iter().map(|(output, _)| output);
    assets
        .chain(copies)
        .map(|output| site.routes.absolute(&format!("/{output}")))
        .collect()
}

/// The files that nothing uses, as a build tells them: no draft either, and no text that waits for its day.
fn all_unused(snapshot: &Arc<Snapshot>, options: &Options) -> BTreeSet<String> {
    let options = Options {
        drafts: true,
        waiting: true,
        ..options.clone()
    };
    let mut diagnostics = Vec::new();
    build::load_as_it_is(
        snapshot,
        &options,
        &mut LoadCache::default(),
        &mut diagnostics,
    );
    let codes = [plan_says::FILE_UNUSED.code, plan_says::FILE_NOT_READ.code];
    let told = diagnostics.iter();
    let told = told.filter(|told| codes.contains(&told.message.code));
    told.filter_map(|told| Some(told.place.as_ref()?.path.to_string()))
        .collect()
}
