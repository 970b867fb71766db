//! What follows from all entries, but not from their texts: where each stands, and how it is found.
//!
//! Most saves change a text. What is here is then what it was, and whoever builds on it (addresses,
//! pages, the checks of the other entries) can see that from its being the same thing.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::{Entry, EntryFile, Fields, Publication, Version, Years, date_of_name, order};
use crate::config::{Config, Release, Untranslated};
use crate::content::{Part, Role};
use crate::ids::{ByCollection, ByEntry, ByLanguage, CollectionId, EntryId, Id};
use crate::source::{Digest, Snapshot};
use rihla_diagnostics::Location;
use rihla_text::index::Index;

/// See the module.
#[derive(Debug)]
pub(super) struct Shape {
    /// What tells the files around the texts from others.
    around: Digest,
    /// Id → entry.
    pub(super) by_id: Index,
    /// Collection and name without date → entries.
    pub(super) by_name: BTreeMap<(CollectionId, Arc<str>), Vec<EntryId>>,
    /// Id → the entries one step beneath it.
    pub(super) children: BTreeMap<Arc<str>, Vec<EntryId>>,
    /// Collection → language → the entries that its list shows, in order.
    pub(super) order: ByCollection<ByLanguage<Vec<EntryId>>>,
    /// Collection → language → years of its list, the latest first.
    pub(super) years: ByCollection<ByLanguage<Years>>,
    /// Entry → language → its place in its collection's list.
    pub(super) positions: ByEntry<ByLanguage<Option<usize>>>,
    /// The files of entries, each with its entry and its language.
    pub(super) files: Vec<EntryFile>,
    /// Path of a file → its place in `files`.
    pub(super) by_file: Index,
}

impl Shape {
    /// The shape of entries; `members` are the parts of each.
    pub(super) fn new(
        entries: &ByEntry<Arc<Entry>>,
        members: &ByEntry<Vec<&Part>>,
        config: &Config,
        around: Digest,
    ) -> Self {
        let mut by_id = Index::default();
        let mut by_name: BTreeMap<(CollectionId, Arc<str>), Vec<EntryId>> = BTreeMap::new();
        let mut children: BTreeMap<Arc<str>, Vec<EntryId>> = BTreeMap::new();
        let mut by_file = Index::default();
        let mut files: Vec<EntryFile> = Vec::new();
        for (number, entry) in entries.pairs() {
            by_id.insert(entry.id.clone(), number.position());
            if entry.role == Role::Entry {
                if let Some((above, _)) = entry.id.rsplit_once('/') {
                    match children.get_mut(above) {
                        Some(known) => known.push(number),
                        None => drop(children.insert(above.into(), vec![number])),
                    }
                }
                let name = config.collections[entry.collection].name.clone();
                let inside = entry
                    .id
                    .strip_prefix(&*name)
                    .map_or(&*entry.id, |rest| rest.trim_start_matches('/'));
                let (folder, last) = inside.rsplit_once('/').unwrap_or(("", inside));
                let short = date_of_name(last).map_or(last, |(_, rest)| rest);
                let undated = match folder {
                    "" => short.to_owned(),
                    folder => format!("{folder}/{short}"),
                };
                by_name
                    .entry((entry.collection, undated.into()))
                    .or_default()
                    .push(number);
            }
            for part in &members[number] {
                let says = part.body.is_some() || part.language.is_none();
                // Of many entries in one file, the first stands for it.
                if says && by_file.get(&part.path).is_none() {
                    by_file.insert(part.path.clone(), files.len());
                    files.push(EntryFile {
                        path: part.path.clone(),
                        entry: number,
                        language: part.language,
                    });
                }
            }
        }
        let order = order::order(entries, config);
        let years = |listed: &Vec<EntryId>| order::years(entries, listed);
        let years = order
            .iter()
            .map(|by_language| by_language.iter().map(years).collect())
            .collect();
        let nowhere: ByLanguage<Option<usize>> =
            config.site.languages.iter().map(|_| None).collect();
        let mut positions: ByEntry<ByLanguage<Option<usize>>> =
            entries.iter().map(|_| nowhere.clone()).collect();
        for by_language in &order {
            for (language, listed) in by_language.pairs() {
                for (position, entry) in listed.iter().enumerate() {
                    positions[*entry][language] = Some(position);
                }
            }
        }
        Self {
            around,
            by_id,
            by_name,
            children,
            order,
            years,
            positions,
            files,
            by_file,
        }
    }

    /// Whether entries would have this shape, that `before` have.
    pub(super) fn fits(
        &self,
        before: &ByEntry<Arc<Entry>>,
        entries: &ByEntry<Arc<Entry>>,
        around: &Digest,
    ) -> bool {
        self.around == *around
            && before.len() == entries.len()
            && before
                .par_iter()
                .zip(&**entries)
                .all(|(before, now)| Arc::ptr_eq(before, now) || has_shape_of(now, before))
    }
}

/// What tells the files around the texts of a site from others: the names of all, and what stands
/// in those that are neither texts in Markdown nor drawn from or with by the theme.
pub(super) fn around(snapshot: &Snapshot) -> Digest {
    let mut names = Vec::new();
    for file in snapshot.iter() {
        names.extend_from_slice(file.path.as_bytes());
        names.push(0);
        let (folder, end) = (file.path.split('/').next(), file.path.rsplit('.').next());
        let is_seen_through = match folder {
            Some("themes") => end != Some("yaml"),
            _ => matches!(end, Some("md" | "markdown")),
        };
        if !is_seen_through {
            names.extend_from_slice(file.digest.bytes());
        }
    }
    Digest::of(&names)
}

/// Whether two entries differ at most in their texts, and in nothing of those that others refer to.
fn has_shape_of(one: &Entry, other: &Entry) -> bool {
    Seen::of(one) == Seen::of(other)
}

/// What tells the shape of entries from another.
pub(super) fn digest(entries: &ByEntry<Arc<Entry>>, shape: &Shape) -> Digest {
    let digests: Vec<Digest> = entries
        .par_iter()
        // Writing to memory does not fail.
        .map(|entry| Digest::of(&postcard::to_stdvec(&Seen::of(entry)).unwrap_or_default()))
        .collect();
    let mut bytes = shape.around.bytes().to_vec();
    for digest in digests {
        bytes.extend_from_slice(digest.bytes());
    }
    Digest::of(&bytes)
}

/// What others know of an entry.
#[derive(PartialEq, Serialize)]
struct Seen<'e> {
    id: &'e str,
    collection: CollectionId,
    role: Role,
    date: Option<Date>,
    untranslated: Untranslated,
    release: Release,
    versions: Vec<Option<SeenVersion<'e>>>,
    meant: &'e ByLanguage<bool>,
    awaited: &'e ByLanguage<bool>,
    blocked: &'e ByLanguage<Option<Location>>,
    folder: &'e str,
    files: &'e [Arc<str>],
}

/// What others know of an entry in one of its languages.
#[derive(PartialEq, Serialize)]
struct SeenVersion<'e> {
    place: &'e Location,
    title: &'e str,
    fields: &'e Fields,
    builtin: &'e Fields,
    publication: &'e Publication,
    /// The identifiers of the headings of its text, if it has one.
    ids: Option<Vec<&'e str>>,
}

impl<'e> Seen<'e> {
    fn of(entry: &'e Entry) -> Self {
        let Entry {
            id,
            collection,
            role,
            date,
            untranslated,
            release,
            versions,
            meant,
            awaited,
            blocked,
            folder,
            files,
            // What it is to other languages is told by its own pages alone.
            states: _,
            waits: _,
            made_of: _,
        } = entry;
        let versions = versions.iter();
        Self {
            id,
            collection: *collection,
            role: *role,
            date: *date,
            untranslated: *untranslated,
            release: *release,
            versions: versions
                .map(|version| version.as_ref().map(SeenVersion::of))
                .collect(),
            meant,
            awaited,
            blocked,
            folder,
            files,
        }
    }
}

impl<'e> SeenVersion<'e> {
    fn of(version: &'e Version) -> Self {
        let Version {
            place,
            title,
            fields,
            builtin,
            body,
            publication,
            // Of the text, and for its translations alone.
            digest: _,
        } = version;
        let body = body.as_ref();
        let ids = body.map(|body| body.toc.iter().map(|heading| &*heading.id).collect());
        Self {
            place,
            title,
            fields,
            builtin,
            publication,
            ids,
        }
    }
}
