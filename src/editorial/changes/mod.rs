//! What a change does to the site: pages that it adds, changes, moves and removes.
//!
//! Both states of the site are planned and rendered, and nothing is written. Pages are known by
//! what they show, so that one that moved is the same page; where only the output of the earlier
//! state is there, by their addresses.

mod before;
mod causes;
mod print;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use rihla_build as build;
use rihla_build::query::Site;
use rihla_build::render::{self, Engine};
use rihla_build::trace::Trace;
use rihla_build::trace::Tracked;
use rihla_build::{Options, Progress};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::source as say;
use rihla_site::config::BaseUrl;
use rihla_site::failure::{Cause, Failure};
use rihla_site::graph::{Publication, Version};
use rihla_site::ids::{ByLanguage, CollectionId, LanguageId};
use rihla_site::plan::{Page, PageKind};
use rihla_site::schema::{FieldValue, same};
use rihla_site::source::earlier::{self, Earlier};
use rihla_site::source::{Digest, Snapshot};

pub use before::Before;
pub use print::{json, markdown};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// How both states are built.
    pub build: Options,
    /// The earlier state, as it was given: a revision, a folder or a manifest.
    pub since: String,
    /// The same as a path, from the folder in which the command was given.
    pub path: PathBuf,
    /// Where the change can be looked at: pages that are there are linked to it.
    pub preview: Option<BaseUrl>,
}

/// What a change does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// For each language of the site, in its order.
    pub languages: ByLanguage<InLanguage>,
    /// What changed and has no page of its own: facts and other entries without pages, tables,
    /// images, documents.
    pub things: Vec<Thing>,
    /// What is new or changed and not online yet: it waits for its day, for another language or
    /// for its review, or is a draft.
    pub blocked: Vec<Blocked>,
    /// Entries of which the text changed in some languages and not in others.
    pub stale: Vec<Stale>,
}

/// Something without a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// The id of an entry, or the path of a file.
    pub id: Arc<str>,
    /// Its title, where it has one.
    pub title: String,
    /// What happened to it.
    pub change: Change,
    /// The pages that show it; of what was removed, those that showed it.
    pub pages: Vec<Shown>,
}

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not there.
    Added,
    /// It is another one.
    Changed,
    /// It is no longer there.
    Removed,
}

/// A text that is not online yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The entry.
    pub id: Arc<str>,
    pub title: String,
    /// The tag of its language.
    pub tag: Arc<str>,
    /// Why, as one word of JSON: `publish_at`, `draft`, `review`, `release-together`.
    pub why: &'static str,
    /// For what it waits, or until when.
    pub said: rihla_diagnostics::Value,
}

/// What a change does in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InLanguage {
    /// The tag of the language, and its own name.
    pub tag: Arc<str>,
    /// Its name in itself.
    pub name: Arc<str>,
    /// Pages that were not there.
    pub added: Vec<Shown>,
    /// Pages whose own text is another one.
    pub changed: Vec<Shown>,
    /// Pages with a new address.
    pub moved: Vec<Shown>,
    /// Pages that are no longer there.
    pub removed: Vec<Shown>,
    /// How many further pages are drawn differently: lists, menus; not those that show a thing.
    pub redrawn: usize,
}

/// A page, as it is shown to whoever reviews the change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    pub title: String,
    /// Its address, without the base.
    pub address: String,
    /// The address that it had, where it moved.
    pub before: Option<String>,
}

/// An entry whose languages no longer say the same, perhaps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stale {
    /// The entry.
    pub id: Arc<str>,
    /// Its title, in the first language in which it changed.
    pub title: String,
    /// The tags of the languages in which the text changed.
    pub changed: Vec<Arc<str>>,
    /// Those in which it did not.
    pub unchanged: Vec<Arc<str>>,
}

/// The outcome of a request.
#[derive(Debug)]
pub struct Outcome {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of the site that diagnostics point into.
    pub snapshot: Option<Arc<Snapshot>>,
    /// What changed; `None` where something is wrong.
    pub changes: Option<Changes>,
    /// What failed, where it is not the content.
    pub failed: Option<Cause>,
}

/// What a page is, whatever its address: entry or list, and language.
type Key = (String, LanguageId);

/// A page of a state of the site.
#[derive(Clone, Debug)]
struct State {
    title: String,
    address: String,
    digest: String,
    drawn: causes::Drawn,
}

/// Compares the site with an earlier state of it.
pub fn changes(request: &Request, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    let mut outcome = Outcome {
        diagnostics: Vec::new(),
        snapshot: None,
        changes: None,
        failed: None,
    };
    if let Err(failure) = compare(request, progress, &mut outcome) {
        outcome.diagnostics.push(failure.diagnostic);
        outcome.failed = Some(Cause::Configuration);
    }
    outcome
}

fn compare(
    request: &Request,
    progress: &(dyn Fn(Progress) + Sync),
    outcome: &mut Outcome,
) -> Result<(), Failure> {
    progress(Progress::Reading);
    let (snapshot, problems) = Snapshot::read(&request.build.site)?;
    let snapshot = Arc::new(snapshot);
    outcome.diagnostics = problems;
    outcome.snapshot = Some(snapshot.clone());
    let now = loaded(&snapshot, request, progress, outcome);
    let Some(now) = now else {
        outcome.diagnostics.retain(Diagnostic::is_error);
        return Ok(());
    };
    outcome.diagnostics.clear();
    let earlier = |snapshot: Snapshot, outcome: &mut Outcome| {
        let before = loaded(&Arc::new(snapshot), request, progress, outcome);
        // Their places are in files of the earlier state, which nobody can see.
        let problems = std::mem::take(&mut outcome.diagnostics);
        if problems.iter().any(Diagnostic::is_error) {
            outcome.diagnostics.push(broken(&problems, request));
        }
        before
    };
    let before = match earlier::kind(&request.path) {
        Earlier::Site => earlier(Snapshot::read(&request.path)?.0, outcome),
        Earlier::Revision => {
            let snapshot = earlier::revision(&request.build.site, &request.since)?;
            earlier(snapshot, outcome)
        }
        Earlier::Published => {
            let pages = earlier::published(&request.path)?.into_iter();
            let pages = pages.map(|(path, page)| (path, (page.digest, page.title)));
            outcome.changes = Some(since_output(&now, &pages.collect(), request, outcome));
            return Ok(());
        }
        Earlier::Manifest => {
            let files = earlier::manifest(&request.path)?.into_iter();
            let files = files.map(|(path, digest)| (path, (digest, String::new())));
            outcome.changes = Some(since_output(&now, &files.collect(), request, outcome));
            return Ok(());
        }
    };
    if let Some(before) = before {
        let (old, new) = (states(&before, outcome), states(&now, outcome));
        outcome.changes = Some(between(&before, &now, old, new, request.build.drafts));
    }
    Ok(())
}

/// What is said of an earlier state that has errors.
fn broken(problems: &[Diagnostic], request: &Request) -> Diagnostic {
    let first = problems.iter().find(|problem| problem.is_error());
    let place = first.and_then(|first| first.place.as_ref());
    Diagnostic::new(&say::EARLIER)
        .with("value", &request.since)
        .with("path", place.map_or("", |place| &place.path))
        .with("code", first.map_or("", |first| first.message.code))
}

fn loaded(
    snapshot: &Arc<Snapshot>,
    request: &Request,
    progress: &(dyn Fn(Progress) + Sync),
    outcome: &mut Outcome,
) -> Option<Arc<Site>> {
    let (diagnostics, failed) = (&mut outcome.diagnostics, &mut outcome.failed);
    build::load(snapshot, &request.build, progress, diagnostics, failed)
}

/// Every page of a site, rendered, by what it is.
fn states(site: &Arc<Site>, outcome: &mut Outcome) -> BTreeMap<Key, State> {
    let engine = match Engine::new(&Tracked::new(site)) {
        Ok(engine) => engine,
        Err(problems) => {
            outcome.diagnostics.extend(problems);
            outcome.failed = Some(Cause::Configuration);
            return BTreeMap::new();
        }
    };
    let pages = &site.plan.pages;
    let drawn: Vec<(&Page, String, Trace)> = pages
        .par_iter()
        .map(|page| {
            // What cannot be drawn is an error of the build, not of what changed.
            match render::page(&engine, page) {
                Ok(output) => (page, Digest::of(&output.html).to_string(), output.trace),
                Err(_) => (page, String::new(), Trace::default()),
            }
        })
        .collect();
    let shared = causes::shared(site);
    let drawn = drawn.into_iter().map(|(page, digest, trace)| {
        let state = State {
            title: title(site, page),
            address: page.address.to_string(),
            digest,
            drawn: causes::drawn(site, &trace, &shared),
        };
        (key(site, page), state)
    });
    drawn.collect()
}

/// What a page is.
fn key(site: &Site, page: &Page) -> Key {
    let collection = |number: CollectionId| &site.config.collections[number].name;
    let name = match page.kind {
        PageKind::Languages => "?languages".to_owned(),
        PageKind::Home(number) | PageKind::Entry(number) => {
            site.graph.entries[number].id.to_string()
        }
        PageKind::List(number, 1) => format!("{}/_index", collection(number)),
        PageKind::List(number, part) => format!("{}/_index?page={part}", collection(number)),
        PageKind::Year(number, year, part) => {
            format!("{}/_index?year={year}&page={part}", collection(number))
        }
        PageKind::Narrowed(number, place, part) => {
            let chosen = site.chosen_key(number, place, page.language);
            format!("{}/_index?{chosen}&page={part}", collection(number))
        }
        PageKind::Continued(number, part) => {
            format!("{}?page={part}", site.graph.entries[number].id)
        }
        PageKind::Whole(number) => format!("{}?print", site.graph.entries[number].id),
        PageKind::NotFound { everywhere } => format!("?404-{everywhere}"),
    };
    (name, page.language)
}

fn title(site: &Site, page: &Page) -> String {
    let tag = &site.config.site.languages[page.language].tag;
    match page.kind {
        PageKind::Home(number)
        | PageKind::Entry(number)
        | PageKind::Continued(number, _)
        | PageKind::Whole(number) => {
            let entry = &site.graph.entries[number];
            let version = entry.page(page.language);
            version.map_or_else(
                || entry.id.to_string(),
                |(_, version)| version.title.to_string(),
            )
        }
        PageKind::List(number, _) => {
            let title = site.config.collections[number].title.get(tag);
            title.map_or_else(String::new, |title| title.to_string())
        }
        PageKind::Year(number, year, _) => {
            let title = site.config.collections[number].title.get(tag);
            format!("{} {year}", title.map_or("", |title| title))
        }
        PageKind::Narrowed(..) => site
            .title_of(page)
            .map_or_else(String::new, |title| title.to_string()),
        PageKind::Languages | PageKind::NotFound { .. } => page.address.to_string(),
    }
}

/// Whether a page is one that a reviewer wants to see by name: no page of a paginated list but the first.
fn is_named(name: &str) -> bool {
    !name.contains('?')
}

fn languages(site: &Site) -> ByLanguage<InLanguage> {
    let languages = site.config.site.languages.iter();
    languages
        .map(|language| InLanguage {
            tag: language.tag.clone(),
            name: language.name.clone(),
            ..InLanguage::default()
        })
        .collect()
}

fn between(
    before: &Site,
    now: &Site,
    mut old: BTreeMap<Key, State>,
    new: BTreeMap<Key, State>,
    drafts: bool,
) -> Changes {
    let mut languages = languages(now);
    let (things, explained) = causes::things(before, now, &old, &new);
    // The languages of the site may be others, or in another order.
    let number_before = |language: LanguageId| {
        let tag = &now.config.site.languages[language].tag;
        before.config.language(tag)
    };
    // Files that got another name and kept the address of their page.
    let is_gone = |(name, number): &Key| {
        let tag = &before.config.site.languages[*number].tag;
        let language = now.config.language(tag);
        language.is_none_or(|language| !new.contains_key(&(name.clone(), language)))
    };
    let renamed: BTreeMap<(String, LanguageId), Key> = old
        .iter()
        .filter(|(key, _)| is_gone(key))
        .map(|(key, state)| ((state.address.clone(), key.1), key.clone()))
        .collect();
    for ((name, language), state) in new {
        let number = number_before(language);
        let was = number.and_then(|number| old.remove(&(name.clone(), number)));
        let is_explained = explained.contains(&(name.clone(), language));
        let into = &mut languages[language];
        let shown = |before: Option<String>| Shown {
            title: state.title.clone(),
            address: state.address.clone(),
            before,
        };
        match was {
            None => match number
                .and_then(|number| renamed.get(&(state.address.clone(), number)))
                .and_then(|key| old.remove(key))
            {
                Some(was) if was.digest == state.digest => {}
                Some(_) if is_named(&name) => into.changed.push(shown(None)),
                None if is_named(&name) => into.added.push(shown(None)),
                _ => into.redrawn += 1,
            },
            Some(was) => {
                let has_moved = was.address != state.address && is_named(&name);
                if has_moved {
                    into.moved.push(shown(Some(was.address)));
                }
                if was.digest == state.digest {
                    continue;
                }
                match is_named(&name) && has_other_text(before, now, &name, language) {
                    true => into.changed.push(shown(None)),
                    false if has_moved || is_explained => {}
                    false => into.redrawn += 1,
                }
            }
        }
    }
    for ((_, number), state) in old.into_iter().filter(|((name, _), _)| is_named(name)) {
        let tag = &before.config.site.languages[number].tag;
        let removed = Shown {
            title: state.title,
            address: state.address,
            before: None,
        };
        match now.config.language(tag) {
            Some(language) => languages[language].removed.push(removed),
            // A language that the site had.
            None => {
                let known = languages.find(|known| known.tag == *tag);
                let at = known.unwrap_or_else(|| {
                    languages.push(InLanguage {
                        tag: tag.clone(),
                        name: before.config.site.languages[number].name.clone(),
                        ..InLanguage::default()
                    })
                });
                languages[at].removed.push(removed);
            }
        }
    }
    Changes {
        languages,
        things,
        blocked: causes::blocked(Some(before), now, drafts),
        stale: stale(before, now),
    }
}

/// The version of an entry in a language, in a state of the site.
fn version<'s>(site: &'s Site, id: &str, tag: &str) -> Option<&'s Version> {
    let number = site.graph.find(id)?;
    site.graph.entries[number].versions[site.config.language(tag)?].as_ref()
}

/// Whether the text of the entry of a page is another one.
fn has_other_text(before: &Site, now: &Site, id: &str, language: LanguageId) -> bool {
    let tag = &now.config.site.languages[language].tag;
    match (version(before, id, tag), version(now, id, tag)) {
        (Some(old), Some(new)) => !is_same_text(before, old, now, new),
        (None, None) => false,
        _ => true,
    }
}

fn is_same_text(before: &Site, old: &Version, now: &Site, new: &Version) -> bool {
    let fields = |version: &Version| -> Vec<(Arc<str>, FieldValue)> {
        version
            .fields
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    let (a, b) = (fields(old), fields(new));
    let are_same = a.len() == b.len()
        && a.iter()
            .zip(&b)
            .all(|((x, a), (y, b))| x == y && same(&normal_value(a), &normal_value(b)));
    are_same && body(before, old) == body(now, new)
}

/// The text of a version, as it counts: spaces and the forms of apostrophes are no change.
fn body(site: &Site, version: &Version) -> Option<String> {
    let body = version.body.as_ref()?;
    let text = site.snapshot.text(&version.place.path)?;
    Some(normal(text.get(body.span.start..body.span.end)?))
}

fn normal(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    // Readers see no comment.
    while let Some((before, after)) = rest.split_once("<!--") {
        read.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    read.push_str(rest);
    let text = read;
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('’', "'")
}

fn normal_value(value: &FieldValue) -> FieldValue {
    match value {
        FieldValue::Text(text) => FieldValue::Text(normal(text).into()),
        FieldValue::Markdown(text) => FieldValue::Markdown(normal(text).into()),
        value => value.clone(),
    }
}

/// Entries of which the text changed in some languages and not in others.
fn stale(before: &Site, now: &Site) -> Vec<Stale> {
    let mut found = Vec::new();
    for entry in &now.graph.entries {
        let (mut changed, mut unchanged) = (Vec::new(), Vec::new());
        let mut title = None;
        for (language, new) in now.config.site.languages.iter().zip(&entry.versions) {
            let (Some(new), Some(old)) = (new, version(before, &entry.id, &language.tag)) else {
                continue;
            };
            // What nobody sees yet is shown by `--drafts` and `--at`.
            if matches!(
                new.publication,
                Publication::Draft | Publication::From(_) | Publication::Unreviewed
            ) {
                continue;
            }
            // As the state of a translation: what is typography makes none stale.
            match old.digest == new.digest {
                true => unchanged.push(language.tag.clone()),
                false => {
                    title.get_or_insert_with(|| new.title.to_string());
                    changed.push(language.tag.clone());
                }
            }
        }
        if let Some(title) = title.filter(|_| !unchanged.is_empty()) {
            found.push(Stale {
                id: entry.id.clone(),
                title,
                changed,
                unchanged,
            });
        }
    }
    found
}

/// What changed since an output was written: each file with its digest and, where it is known,
/// its title.
fn since_output(
    now: &Arc<Site>,
    files: &BTreeMap<String, (String, String)>,
    request: &Request,
    outcome: &mut Outcome,
) -> Changes {
    let mut languages = languages(now);
    let new = states(now, outcome);
    let addresses: BTreeMap<&str, &Page> = now
        .plan
        .pages
        .iter()
        .map(|page| (&*page.output, page))
        .collect();
    let mut moved: BTreeMap<String, String> = BTreeMap::new();
    for redirect in &now.routes.redirects {
        moved.insert(redirect.to.to_string(), redirect.from.to_string());
    }
    let old_address = |address: &str| {
        let from = moved.get(address)?;
        files
            .contains_key(&rihla_site::plan::output_of(from))
            .then(|| from.clone())
    };
    let mut has_moved = Vec::new();
    for page in now.plan.pages.iter() {
        let key = key(now, page);
        let Some(state) = new.get(&key) else { continue };
        let into = &mut languages[page.language];
        let shown = |before: Option<String>| Shown {
            title: state.title.clone(),
            address: state.address.clone(),
            before,
        };
        match files.get(&*page.output) {
            Some((digest, _)) if *digest == state.digest => {}
            Some(_) if is_named(&key.0) => into.changed.push(shown(None)),
            Some(_) => into.redrawn += 1,
            None => match old_address(&state.address) {
                Some(from) => {
                    has_moved.push(rihla_site::plan::output_of(&from));
                    into.moved.push(shown(Some(from)));
                }
                None if is_named(&key.0) => into.added.push(shown(None)),
                None => into.redrawn += 1,
            },
        }
    }
    let redirects: Vec<String> = now
        .routes
        .redirects
        .iter()
        .map(|redirect| rihla_site::plan::output_of(&redirect.from))
        .collect();
    for (path, (_, title)) in files {
        let is_page = path.ends_with(".html");
        let is_there =
            addresses.contains_key(&**path) || redirects.contains(path) || has_moved.contains(path);
        if !is_page || is_there {
            continue;
        }
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let prefix = path.split('/').next().unwrap_or_default();
        let own = now.config.site.languages.find(|l| &*l.prefix == prefix);
        languages[own.unwrap_or(LanguageId::FIRST)]
            .removed
            .push(Shown {
                title: title.clone(),
                address,
                before: None,
            });
    }
    Changes {
        languages,
        things: Vec::new(),
        blocked: causes::blocked(None, now, request.build.drafts),
        stale: Vec::new(),
    }
}
