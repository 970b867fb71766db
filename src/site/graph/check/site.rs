//! What is looked at once for the whole site: menus, folders, names, feeds.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::references::{addressed, titled};
use crate::config::{Config, MenuItem, MenuTarget, SITE};
use crate::content::Role;
use crate::graph::links::{LinkTarget, menu_target, relative};
use crate::graph::{Entry, Graph, date_of_name};
use crate::ids::{CollectionId, EntryId, LanguageId};
use crate::source::Snapshot;
use rihla_diagnostics::catalogue::source::OTHER_NAME;
use rihla_diagnostics::catalogue::{content, graph as say};
use rihla_diagnostics::{Correction, Diagnostic, Location, Span, nearest, nearest_named};
use rihla_text::language::{Language, slug};
use rihla_text::url::decoded;
use rihla_text::yaml::quoted;

/// Endings of the names of files that are handed out.
const FILES: &[&str] = &[
    "avif", "csv", "doc", "docx", "epub", "gif", "heic", "ics", "jpeg", "jpg", "mp3", "mp4", "odp",
    "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf", "svg", "txt", "webp", "xls", "xlsx", "xml",
    "zip",
];
/// What the site as a whole needs: a home page in each language, and menus that lead somewhere.
pub(in crate::graph) fn check_site(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let home = graph.find("_index").map(|number| &graph.entries[number]);
    for (number, language) in config.site.languages.pairs() {
        let has_text = |entry: &Arc<Entry>| entry.online(number).is_some();
        let is_begun = language.is_partial() && graph.entries.iter().any(has_text);
        if !is_begun && home.is_none_or(|home| home.versions[number].is_none()) {
            let wanted = format!("content/_index.{}.md", language.tag);
            let finding = match language.is_partial() {
                true => Diagnostic::on_file(&say::LANGUAGE_WITHOUT_PAGE, SITE),
                false => Diagnostic::on_file(&say::HOME, SITE),
            };
            let finding = finding.with("language", language.said());
            diagnostics.push(finding.with("wanted", wanted));
        }
    }
    let items = config.site.menus.iter().flat_map(|(_, items)| items);
    for item in items {
        check_menu(graph, snapshot, config, item, &mut diagnostics);
    }
    diagnostics.extend(check_no_referrer(graph, config));
    diagnostics.extend(check_feeds(graph, config));
    diagnostics.extend(check_definitions(graph, config));
    diagnostics.extend(check_names(graph));
    diagnostics.extend(check_folders(graph, config));
    diagnostics.extend(check_pairs(graph, config));
    diagnostics
}

/// Texts outside every collection that seem to belong into one: the name begins with a date, or the folder
/// is called as visitors read the name of a collection. What a menu leads to is meant where it is.
fn check_folders(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let dated = config.collections.iter().filter(|collection| {
        collection.pages && !collection.builtin && collection.schema.field("date").is_some()
    });
    let dated: Vec<&str> = dated.map(|collection| &*collection.name).collect();
    let called = |folder: &str| {
        let folder = slug(folder);
        config.collections.iter().find(|collection| {
            let mut languages = config.site.languages.iter();
            !collection.builtin
                && languages.any(|language| {
                    let names = [&collection.title, &collection.slug];
                    let mut names = names.into_iter().filter_map(|name| name.get(&language.tag));
                    names.any(|name| slug(name) == folder)
                })
        })
    };
    let mut in_menus = Vec::new();
    let items = config.site.menus.iter().flat_map(|(_, items)| items);
    for item in items {
        linked(graph, config, item, &mut in_menus);
    }
    let outside = graph.entries.pairs().filter(|(number, entry)| {
        entry.role == Role::Entry
            && config.collections[entry.collection].builtin
            && !in_menus.contains(number)
    });
    let found = outside.filter_map(|(_, entry)| {
        let (folder, name) = entry.id.rsplit_once('/').unwrap_or(("", &entry.id));
        let file = entry.files.iter().find(|file| !file.is_empty())?;
        let top = folder.split('/').next().unwrap_or_default();
        let is_there = |name: &str| graph.find(name).is_some();
        let finding = match called(top).filter(|_| !top.is_empty() && !is_there(top)) {
            Some(collection) => Diagnostic::on_file(&say::FOLDER_CALLED, file.clone())
                .with("folder", top)
                .with("collection", &collection.name),
            None if date_of_name(name).is_some() && !dated.is_empty() => {
                Diagnostic::on_file(&say::DATED_OUTSIDE, file.clone())
                    .with("collections", dated.join(", content/"))
            }
            None => return None,
        };
        Some(finding.eased(entry.is_set_aside(None)))
    });
    found.collect()
}

/// Two texts of one day, each in another language and waiting for the other's: two names of one text, as a
/// rule. Where there are more of that day, nobody can tell.
fn check_pairs(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    // An entry and the language in which alone it is written.
    type Single<'e> = (&'e Arc<Entry>, LanguageId);
    let mut days: BTreeMap<(CollectionId, String), Vec<Single>> = BTreeMap::new();
    for entry in &graph.entries {
        let name = entry.id.rsplit('/').next().unwrap_or_default();
        let written: Vec<LanguageId> = entry
            .versions
            .ids()
            .filter(|language| entry.versions[*language].is_some())
            .collect();
        let waits = entry.meant.iter().filter(|is_meant| **is_meant).count() > 1;
        if let ([only], Some((date, _))) = (&written[..], date_of_name(name))
            && waits
            && entry.role == Role::Entry
        {
            let day = (entry.collection, date.to_string());
            days.entry(day).or_default().push((entry, *only));
        }
    }
    let pairs = days.into_values().filter_map(|entries| match entries[..] {
        [(one, a), (other, b)] if a != b && one.meant[b] && other.meant[a] => {
            let file = |entry: &Entry| entry.files.iter().find(|file| !file.is_empty()).cloned();
            let (first, second) = (file(one)?, file(other)?);
            let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            let finding = Diagnostic::on_file(&say::PAIR, second.clone())
                .with("name", name(&second))
                .with("other", name(&first))
                .with("own_language", config.site.languages[b].said())
                .with("language", config.site.languages[a].said());
            Some(finding)
        }
        _ => None,
    });
    pairs.collect()
}

/// The entries to which a line of a menu leads.
pub(super) fn linked(graph: &Graph, config: &Config, item: &MenuItem, found: &mut Vec<EntryId>) {
    if let Some(MenuTarget::Id(id)) = &item.target
        && let Some(LinkTarget::Entry(entry, _)) = menu_target(graph, config, id)
    {
        found.push(entry);
    }
    for inner in &item.items {
        linked(graph, config, inner, found);
    }
}

/// Entries whose ids differ in capitals alone: two texts of one entry, as a rule.
fn check_names(graph: &Graph) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, &Arc<Entry>> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for entry in &graph.entries {
        let normalized = entry.id.to_lowercase();
        let Some(first) = known.insert(normalized.clone(), entry) else {
            continue;
        };
        // The one in small letters is right, if one is.
        let (entry, first) = match *entry.id == *normalized {
            true => (first, entry),
            false => (entry, first),
        };
        let own = |entry: &Entry| {
            let file = entry.files.iter().find(|file| !file.is_empty()).cloned();
            let name = entry.id.rsplit('/').next().map(str::to_owned);
            file.zip(name)
        };
        let (Some((file, name)), Some((other, wanted))) = (own(entry), own(first)) else {
            continue;
        };
        // Of folders that differ in capitals it is told as of any.
        let (folder, written) = file.rsplit_once('/').unwrap_or(("", &file));
        let Some(rest) = written.strip_prefix(&name) else {
            continue;
        };
        let wanted = format!("{wanted}{rest}");
        let path = format!("{folder}/{wanted}");
        let mut diagnostic = Diagnostic::on_file(&content::ALIKE, file.clone())
            .with("name", written)
            .with("other", other.rsplit('/').next().unwrap_or(&other))
            .related(Location::file(other.clone()), OTHER_NAME);
        if *path != *other {
            diagnostic = diagnostic
                .with("wanted", &wanted)
                .correct(Correction::Rename(path.into()));
        }
        diagnostics.push(diagnostic);
    }
    diagnostics
}

/// What a feed leaves out: entries that do not say when they went online.
fn check_feeds(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let collections = config.collections.pairs();
    for (number, collection) in collections.filter(|(_, collection)| collection.feed) {
        let calendar = collection.calendar.as_ref();
        let takes_place = calendar.is_some_and(|calendar| &*calendar.start == "date");
        let mut has_dated = false;
        let mut undated = Vec::new();
        for entry in &graph.entries {
            if entry.collection != number || entry.role != Role::Entry {
                continue;
            }
            let mut languages = entry.versions.ids();
            let version = languages.find_map(|language| entry.online(language));
            let Some(version) = version.filter(|version| !version.flag("noindex")) else {
                continue;
            };
            match entry.date.is_some() || version.builtin("publish_at").is_some() {
                true => has_dated = true,
                // Where it stands, it is told what it misses besides.
                false if takes_place => {}
                false => undated.push(version.place.clone()),
            }
        }
        if !has_dated && !undated.is_empty() {
            let finding = Diagnostic::at(&say::FEED_EMPTY, &*collection.path, collection.feed_span);
            let has_field = collection.field("date").is_some();
            let field = (!has_field).then_some("date: {type: date, required: true}");
            diagnostics.push(
                finding
                    .with("collection", &collection.name)
                    .with_some("field", field),
            );
            continue;
        }
        diagnostics.extend(undated.into_iter().map(|place| {
            Diagnostic::new(&say::FEED_UNDATED)
                .with("collection", &collection.name)
                .placed(place)
        }));
    }
    diagnostics
}

/// The page on which the terms of the glossary are listed.
fn check_definitions(graph: &Graph, config: &Config) -> Option<Diagnostic> {
    let (id, span) = &config.site.definitions.as_ref()?.page;
    let is_page = |entry: &Arc<Entry>| {
        entry.role == Role::Entry && config.collections[entry.collection].pages
    };
    if graph
        .find(id)
        .is_some_and(|number| is_page(&graph.entries[number]))
    {
        return None;
    }
    let entries = graph.entries.iter().filter(|entry| is_page(entry));
    let first = &config.site.languages[LanguageId::FIRST].tag;
    let finding = Diagnostic::at(&say::DEFINITIONS_PAGE, SITE, *span)
        .with("id", id)
        .with("file", format!("content/{id}/index.{first}.md"))
        .meant(*span, nearest_named(id, entries.map(|entry| &*entry.id)));
    Some(finding)
}

/// What `hosting:` names must have pages.
fn check_no_referrer(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let has_pages = |collection: CollectionId| config.collections[collection].pages;
    let names = &config.site.hosting.no_referrer;
    names
        .iter()
        .filter(|(id, _)| match menu_target(graph, config, id) {
            Some(LinkTarget::Entry(entry, _)) => !has_pages(graph.entries[entry].collection),
            Some(LinkTarget::List(collection)) => !has_pages(collection),
            _ => true,
        })
        .map(|(id, span)| {
            let entries = graph.entries.iter();
            let entries = entries
                .filter(|entry| entry.role == Role::Entry && has_pages(entry.collection))
                .map(|entry| &*entry.id);
            let collections = config.collections.iter();
            let collections = collections
                .filter(|collection| collection.pages && !collection.builtin)
                .map(|collection| &*collection.name);
            Diagnostic::at(&say::NO_REFERRER, SITE, *span)
                .with("value", id)
                .meant(*span, nearest_named(id, entries.chain(collections)))
        })
        .collect()
}

fn check_menu(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
    item: &MenuItem,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Some(MenuTarget::Url(url, span)) = &item.target
        && let Some(finding) = check_menu_url(graph, snapshot, config, url, *span)
    {
        diagnostics.push(finding.placed(Location::new(SITE, *span)));
    }
    if let Some(MenuTarget::Id(id)) = &item.target
        && menu_target(graph, config, id).is_none()
    {
        let ids: Vec<&str> = graph
            .entries
            .iter()
            .filter(|entry| entry.role == Role::Entry)
            .map(|entry| &*entry.id)
            .chain(
                config
                    .collections
                    .iter()
                    .map(|collection| &*collection.name),
            )
            .collect();
        let wanted = slug(id);
        let listed = config.collections.iter().find(|collection| {
            let mut titles = config.site.languages.iter();
            collection.pages
                && titles.any(|language| {
                    let title = collection.title.get(&language.tag);
                    title.is_some_and(|title| slug(title) == wanted)
                })
        });
        let near = listed
            .filter(|_| !wanted.is_empty())
            .map(|collection| &*collection.name)
            .or_else(|| listed_at(config, id))
            .or_else(|| addressed(graph, None, id))
            .or_else(|| titled(graph, None, id))
            .or_else(|| nearest_named(id, ids));
        let finding = Diagnostic::at(&say::MENU, SITE, item.span)
            .with("value", id)
            .with_some("known", near.is_none().then(|| at_top(graph, config)));
        // The strokes around an address are no part of the name.
        let written = snapshot
            .text(SITE)
            .and_then(|text| text.get(item.span.start..item.span.end));
        let is_whole = written.is_some_and(|written| *written.trim_matches('/') == **id);
        diagnostics.push(match is_whole {
            true => finding.meant(item.span, near),
            false => finding.with_some("nearest", near),
        });
    }
    for inner in &item.items {
        check_menu(graph, snapshot, config, inner, diagnostics);
    }
}

/// The collection whose list has a path as its address, in one of its languages.
fn listed_at<'c>(config: &'c Config, path: &str) -> Option<&'c str> {
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    let found = config.collections.iter().find(|collection| {
        let mut languages = config.site.languages.iter();
        let is_its_own = |language: &Language| {
            let own = collection.slug.get(&language.tag);
            own.is_some_and(|own| **own == *last)
        };
        collection.pages && !last.is_empty() && languages.any(|language| is_its_own(language))
    });
    found.map(|collection| &*collection.name)
}

/// What menus lead to most often: the collections, and the pages that are in none.
fn at_top(graph: &Graph, config: &Config) -> String {
    const MOST: usize = 12;
    let collections = config.collections.iter();
    let collections = collections
        .filter(|collection| collection.pages && !collection.builtin)
        .map(|collection| &*collection.name);
    let pages = graph.entries.iter();
    let pages = pages
        .filter(|entry| entry.role == Role::Entry && !entry.id.contains('/'))
        .map(|entry| &*entry.id);
    let names: Vec<&str> = collections.chain(pages).take(MOST).collect();
    names.join(", ")
}

/// The folder in which the file is to stand that a path names; `None` where it names no file.
pub(super) fn folder_meant(folder: &str, path: &str) -> Option<String> {
    let (name, ending) = path.rsplit_once('.')?;
    let is_file = !name.is_empty() && FILES.contains(&&*ending.to_ascii_lowercase());
    let (base, path) = match path.strip_prefix('/') {
        Some(path) => ("static", path),
        None => (folder, path),
    };
    let whole = is_file.then(|| relative(base, path))??;
    whole.rsplit_once('/').map(|(folder, _)| folder.to_owned())
}

/// What is wrong with an address of a menu: it leads to nothing that every page can link to.
fn check_menu_url(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
    url: &str,
    span: Span,
) -> Option<Diagnostic> {
    let has_pages = |collection: CollectionId| config.collections[collection].pages;
    let without_page = || Some(Diagnostic::new(&say::LINK_NO_PAGE).with("target", url));
    match graph.link_target(snapshot, config, "content", url) {
        LinkTarget::Address(_) | LinkTarget::Copied(_) => None,
        LinkTarget::List(collection) if has_pages(collection) => None,
        LinkTarget::List(_) => without_page(),
        LinkTarget::Entry(entry, _) if !has_pages(graph.entries[entry].collection) => {
            without_page()
        }
        LinkTarget::Entry(_, None) => None,
        LinkTarget::Entry(entry, Some(fragment)) => {
            let languages = config.site.languages.ids();
            let mut shown = languages.filter_map(|language| {
                let (shown, _) = graph.entries[entry].shown(language)?;
                Some(graph.fragment(entry, shown, &fragment).is_some())
            });
            (!config.theme.has_anchor(&fragment) && !shown.all(|is_there| is_there)).then(|| {
                let target = url.split('#').next().unwrap_or_default();
                Diagnostic::new(&say::FRAGMENT)
                    .with("target", target)
                    .with("fragment", &fragment)
            })
        }
        LinkTarget::Here(fragment) if config.theme.has_anchor(&fragment) => None,
        LinkTarget::Here(_)
        | LinkTarget::File(_)
        | LinkTarget::Several(_)
        | LinkTarget::Outside
        | LinkTarget::Nothing => {
            let (path, fragment) = url.split_at(url.find(['#', '?']).unwrap_or(url.len()));
            let near = menu_meant(graph, snapshot, config, &decoded(path));
            let finding = Diagnostic::new(&say::LINK)
                .with("target", url)
                .with_some("nearest", near.as_ref());
            Some(match near {
                Some(near) if fragment.is_empty() => finding.replace(span, quoted(&near)),
                _ => finding,
            })
        }
    }
}

/// The id that was meant by a path of a menu, with `/` before it: the address of a page begins with
/// that of its language, and a file of the content has an ending.
fn menu_meant(graph: &Graph, snapshot: &Snapshot, config: &Config, path: &str) -> Option<String> {
    let path = path.trim_matches(['/', '.']);
    let leads = |id: &str| {
        let destination = format!("/{id}");
        let target = graph.link_target(snapshot, config, "content", &destination);
        let has_page = match target {
            LinkTarget::Entry(entry, _) => {
                config.collections[graph.entries[entry].collection].pages
            }
            LinkTarget::List(collection) => config.collections[collection].pages,
            LinkTarget::Copied(_) => true,
            _ => false,
        };
        has_page.then_some(destination)
    };
    let without_language = path.split_once('/').map_or("", |(_, rest)| rest);
    let has_language = config.language(path.split('/').next().unwrap_or_default());
    let inside = without_language.trim_end_matches('/');
    if !path.is_empty()
        && let Some(found) = leads(path)
    {
        return Some(found);
    }
    let inside = Some(inside).filter(|inside| has_language.is_some() && !inside.is_empty());
    if let Some(found) = inside.and_then(leads) {
        return Some(found);
    }
    let ids = graph
        .entries
        .iter()
        .filter(|entry| entry.role == Role::Entry && config.collections[entry.collection].pages)
        .map(|entry| &*entry.id);
    let collections = config.collections.iter();
    let collections = collections
        .filter(|collection| collection.pages && !collection.builtin)
        .map(|collection| &*collection.name);
    nearest(inside.unwrap_or(path), ids.chain(collections)).and_then(leads)
}
