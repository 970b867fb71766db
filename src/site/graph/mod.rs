//! Parts become entries: merged fields, languages, references in both directions, order.
//!
//! Linking looks at everything at once and keeps nothing open: after it, every entry has all
//! that it will ever have.

mod blocks;
mod charts;
mod check;
mod dated;
mod empty;
mod facets;
mod guide;
mod kin;
mod lacks;
mod links;
mod merge;
mod named;
mod near;
mod order;
mod renamed;
mod shape;
mod tally;
mod untranslated;

pub use blocks::{BLOCKS, DEEPEST};
pub use dated::{date_of_name, has_no_day};
pub use facets::{FacetValue, Holders};
pub use links::{LinkTarget, Use, files_of, folder_of, relative};
pub use links::{is_elsewhere, menu_target};
pub use named::{Known, named, undated};
pub use order::sort;
pub use tally::{Tally, TallyQuery, Uncountable, tally};

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::config::{Config, Release, Untranslated};
use crate::content::{Body, Part, Parts, Role};
use crate::ids::{ByEntry, ByLanguage, CollectionId, EntryId, Id, LanguageId};
use crate::schema::{FieldValue, in_language};
use crate::source::{Digest, Snapshot};
use crate::translation::{Record, State};
use check::Checked;
use rihla_diagnostics::{Diagnostic, Location};
use shape::Shape;

/// The moment and the choices of a build that decide what is online.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant as of which the site is built.
    pub now: Timestamp,
    /// The day of that instant in the site's time zone.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether texts are shown that wait for other languages; where drafts are shown too, also those that wait
    /// for their day.
    pub waiting: bool,
    /// Whether the build is of another day, or shows what is not online: it says nothing
    /// about the addresses that the site has published, and publishes none.
    pub is_trial: bool,
    /// Whether search engines are asked to leave the whole site out: it is a trial or a demonstration, or
    /// stands at another address than its own.
    pub is_noindex: bool,
}

impl Moment {
    /// Whether texts are shown whose day is still to come.
    pub const fn is_early(&self) -> bool {
        self.drafts && self.waiting
    }
}

/// Whether a text is online, and why not.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Publication {
    /// It is.
    Online,
    /// `draft: true`.
    Draft,
    /// `publish_at` is still to come.
    From(Timestamp),
    /// `unpublish_at` has passed.
    Until(Timestamp),
    /// `gone: true`.
    Gone,
    /// `release: together`: another language is not ready.
    Waiting,
    /// `review: true` of its collection: nobody has reviewed it.
    Unreviewed,
    /// The entry says that it does not exist in this language.
    NotMeant,
}

/// The values of an entry's fields in one language, in the order of the declaration.
pub type Fields = Arc<[(Arc<str>, FieldValue)]>;

/// An entry in one of its languages.
#[derive(Clone, Debug)]
pub struct Version {
    /// Where it is written: the text, or what holds for all languages.
    pub place: Location,
    /// The title; the id where the collection has no titles.
    pub title: Arc<str>,
    /// The fields that the collection declares.
    pub fields: Fields,
    /// The fields that every entry has.
    pub builtin: Fields,
    /// The text.
    pub body: Option<Arc<Body>>,
    /// The digest of what it says, normalized as translations are compared.
    pub digest: Arc<str>,
    /// Whether it is online.
    pub publication: Publication,
}

impl Version {
    /// A declared field.
    pub fn field(&self, name: &str) -> Option<&FieldValue> {
        find(&self.fields, name)
    }

    /// The values at the end of a path of declared fields (`start.actual`, `donors.partner`), in a language: one
    /// for each item of the lists on the way, in their order.
    pub fn values(&self, tag: &str, path: &str) -> Vec<FieldValue> {
        fn items(value: FieldValue) -> Vec<FieldValue> {
            match value {
                FieldValue::List(items) => items.into_iter().map(|item| item.value).collect(),
                value => vec![value],
            }
        }
        let mut names = path.split('.');
        let first = names.next().and_then(|name| self.field(name));
        let first = first.and_then(|value| in_language(value, tag));
        let mut found: Vec<FieldValue> = first.into_iter().flat_map(items).collect();
        for name in names {
            let inner = found.into_iter().flat_map(|value| match value {
                FieldValue::Object(fields) => {
                    let mut fields = fields.into_iter();
                    let own = fields.find(|(key, _)| &**key == name);
                    own.map_or_else(Vec::new, |(_, value)| items(value.value))
                }
                _ => Vec::new(),
            });
            found = inner.collect();
        }
        found
    }

    /// A field that every entry has.
    pub fn builtin(&self, name: &str) -> Option<&FieldValue> {
        find(&self.builtin, name)
    }

    /// A field that every entry has and that is true or false.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.builtin(name), Some(FieldValue::Boolean(true)))
    }

    /// A field that every entry has and that is a text.
    pub fn text(&self, name: &str) -> Option<&Arc<str>> {
        match self.builtin(name) {
            Some(FieldValue::Text(text) | FieldValue::Choice(text)) => Some(text),
            _ => None,
        }
    }
}

fn find<'f>(fields: &'f Fields, name: &str) -> Option<&'f FieldValue> {
    fields
        .iter()
        .find(|(key, _)| &**key == name)
        .map(|(_, value)| value)
}

/// One thing, in all its languages.
#[derive(Debug)]
pub struct Entry {
    /// Its path without language, extension and `index`.
    pub id: Arc<str>,
    /// The number of its collection.
    pub collection: CollectionId,
    /// What it is to the site.
    pub role: Role,
    /// The field `date`, else the date at the head of its name.
    pub date: Option<Date>,
    /// What happens where a language is missing.
    pub untranslated: Untranslated,
    /// Whether its languages go online together.
    pub release: Release,
    /// The languages in which it exists, in the site's order.
    pub versions: ByLanguage<Option<Version>>,
    /// The languages in which it is meant to exist, in the site's order.
    pub meant: ByLanguage<bool>,
    /// The languages for which the others wait, where all are to go online together: those in which it is
    /// meant to exist, but for partial ones, which nothing waits for.
    pub awaited: ByLanguage<bool>,
    /// For each language, the line that keeps its text offline for now: `draft`, `publish_at` or
    /// `languages`.
    pub blocked: ByLanguage<Option<Location>>,
    /// What each language is to the others, in the site's order; `None` where it neither exists
    /// nor is meant to, or where no language says anything of its own.
    pub states: ByLanguage<Option<State>>,
    /// The folder of its files, for paths in its fields.
    pub folder: Arc<str>,
    /// Its files, by the numbers that spans of its values carry.
    pub files: Vec<Arc<str>>,
    /// What it was put together from, if nothing was wrong with it.
    made_of: Option<MadeOf>,
    /// Whether its languages are to go online together and one of them is not ready.
    pub waits: bool,
}

/// What decides how the parts of an entry are put together. Where it is the same, the entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeOf {
    /// Path and digest of the file of each part.
    files: Vec<(Arc<str>, Digest)>,
    /// The languages in which it was online before.
    published: Vec<bool>,
}

/// What decides how any parts are put together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Basis {
    configuration: [u8; 32],
    today: Date,
    drafts: bool,
    waiting: bool,
    orphans: renamed::Orphans,
    /// Whether anything of the site was published.
    was_published: bool,
}

impl Entry {
    /// The name without the collection and without the date at its head.
    pub fn short_name(&self) -> &str {
        let name = self.id.rsplit_once('/').map_or(&*self.id, |(_, name)| name);
        date_of_name(name).map_or(name, |(_, rest)| rest)
    }

    /// The version in a language that is online.
    pub fn online(&self, language: LanguageId) -> Option<&Version> {
        self.versions[language]
            .as_ref()
            .filter(|version| version.publication == Publication::Online)
    }

    /// The version that a reader of a language is shown: its own, else the first there is.
    pub fn shown(&self, language: LanguageId) -> Option<(LanguageId, &Version)> {
        self.online(language)
            .map(|version| (language, version))
            .or_else(|| {
                self.versions
                    .ids()
                    .find_map(|other| Some((other, self.online(other)?)))
            })
    }

    /// What a page of the entry in a language shows: its own version, or that of another
    /// language where the collection wants a page with a notice. The number is the language
    /// of the version.
    pub fn page(&self, language: LanguageId) -> Option<(LanguageId, &Version)> {
        let own = self.online(language).map(|version| (language, version));
        let notice = self.untranslated == Untranslated::Notice
            && self.role == Role::Entry
            && self.meant[language]
            && self.versions[language].is_none();
        own.or_else(|| self.shown(language).filter(|_| notice))
    }

    /// Whether what is online of it changes by itself as time passes.
    fn is_scheduled(&self) -> bool {
        let moments = ["publish_at", "unpublish_at"];
        let mut versions = self.versions.iter().flatten();
        versions.any(|version| moments.iter().any(|name| version.builtin(name).is_some()))
    }

    /// Whether it could go online in a language: it is not blocked itself, and says what its
    /// source says as far as that is known.
    pub fn is_ready(&self, language: LanguageId) -> bool {
        self.versions[language].as_ref().is_some_and(|version| {
            matches!(
                version.publication,
                Publication::Online | Publication::Waiting
            )
        }) && !self.states[language].is_some_and(State::holds_back)
    }

    /// Whether a text of it is kept offline until somebody changes it: that of a language, or what
    /// holds for all. What goes online by itself, on its day or with another language, is not.
    pub fn is_set_aside(&self, language: Option<LanguageId>) -> bool {
        let is_aside = |language: LanguageId| match &self.versions[language] {
            Some(version) => !matches!(
                version.publication,
                Publication::Online | Publication::From(_) | Publication::Waiting
            ),
            // It would be a draft if it were whole.
            None => self.blocked[language].is_some(),
        };
        match language {
            Some(language) => is_aside(language),
            None => {
                let is_there = |language: LanguageId| {
                    self.versions[language].is_some() || self.blocked[language].is_some()
                };
                let mut there = self.versions.ids().filter(|language| is_there(*language));
                let mut all = there.clone();
                there.next().is_some() && all.all(is_aside)
            }
        }
    }

    /// What is written of its text in a language as a translation.
    pub fn record(&self, config: &Config, language: LanguageId) -> Option<Record> {
        let value = self.versions[language].as_ref()?.builtin("translation")?;
        Record::read(value, &config.site.tags())
    }

    /// Holds the entry back in every language until all are ready, where its languages are
    /// to go online together. With `is_shown`, what is blocked is shown all the same.
    fn wait(&mut self, is_shown: bool) {
        if self.release != Release::Together || self.role != Role::Entry {
            return;
        }
        let is_ready = self
            .versions
            .ids()
            .filter(|language| self.awaited[*language])
            .all(|language| self.is_ready(language));
        if is_ready {
            return;
        }
        self.waits = true;
        if is_shown {
            return;
        }
        for version in self.versions.iter_mut().flatten() {
            if version.publication == Publication::Online {
                version.publication = Publication::Waiting;
            }
        }
    }

    /// Whether the lists of a language show it.
    pub fn is_listed(&self, language: LanguageId) -> bool {
        self.online(language).is_some()
            || (matches!(
                self.untranslated,
                Untranslated::Listed | Untranslated::Notice
            ) && self.meant[language]
                && self.shown(language).is_some())
    }
}

/// A reference, seen from the entry that it names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// The number of the entry that refers.
    pub from: EntryId,
    pub field: Arc<str>,
}

/// Years, the latest first, each with its entries.
type Years = Vec<(i16, Vec<EntryId>)>;

/// Everything that is written, linked.
#[derive(Debug)]
pub struct Graph {
    /// The entries, ordered by id.
    pub entries: ByEntry<Arc<Entry>>,
    basis: Basis,
    shape: Arc<Shape>,
    /// What tells it from another, as soon as it is asked for.
    shape_digest: OnceLock<Digest>,
    /// For each entry, what came of looking at what it names.
    checked: ByEntry<Arc<Checked>>,
    /// For each entry, who refers to it, ordered.
    backlinks: Arc<ByEntry<Vec<Backlink>>>,
    /// For each entry, whom it refers to, ordered.
    references: Arc<ByEntry<Vec<EntryId>>>,
    /// What follows from them.
    kin: Arc<OnceLock<kin::Kin>>,
}

/// A file that says something of an entry.
#[derive(Debug)]
struct EntryFile {
    path: Arc<str>,
    entry: EntryId,
    language: Option<LanguageId>,
}

/// Why a reference names no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// There is none of that name.
    Unknown,
    /// There are several; their ids.
    Ambiguous(Vec<Arc<str>>),
}

impl Graph {
    /// Links the parts of all files. An entry of `before` is taken over where its parts would be
    /// put together the same.
    pub fn link(
        parts: &Parts,
        snapshot: &Snapshot,
        config: &Config,
        moment: &Moment,
        before: Option<&Self>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut groups: BTreeMap<Arc<str>, Vec<&Part>> = BTreeMap::new();
        for part in parts.iter() {
            groups.entry(part.id.clone()).or_default().push(part);
        }
        let basis = Basis {
            configuration: parts.configuration,
            today: moment.today,
            drafts: moment.drafts,
            waiting: moment.waiting,
            orphans: renamed::Orphans::of(config, |id| groups.contains_key(id)),
            was_published: config.ledger.iter().next().is_some(),
        };
        let before = before.filter(|before| before.basis == basis);
        let published = config.ledger.ids();
        let merger = merge::Merger {
            config,
            snapshot,
            builtin: crate::schema::builtin(),
            told: crate::schema::told(),
            moment,
            orphans: &basis.orphans,
        };
        let merged: Vec<(Arc<Entry>, Vec<&Part>, Vec<Diagnostic>)> = groups
            .into_iter()
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(id, parts)| {
                let file = |part: &&Part| (part.path.clone(), part.digest);
                let is_published = published.contains(&id);
                let languages = config.site.languages.iter();
                let was_online = languages.map(|language| {
                    is_published && config.ledger.of(&id, &language.tag).next().is_some()
                });
                let made_of = MadeOf {
                    files: parts.iter().map(file).collect(),
                    published: was_online.collect(),
                };
                let known = before.and_then(|before| Some(&before.entries[before.find(&id)?]));
                if let Some(known) = known
                    && known.made_of.as_ref() == Some(&made_of)
                {
                    return (known.clone(), parts, Vec::new());
                }
                let (mut entry, problems) = merger.merge(id, &parts);
                let mut own = config.site.languages.iter().zip(&entry.versions);
                let is_renamed = own.any(|(language, version)| {
                    version.as_ref().is_some_and(|version| {
                        basis.orphans.have(&entry.id, &language.tag, version)
                    })
                });
                if !is_published && !is_renamed && !moment.drafts {
                    entry.wait(moment.waiting);
                }
                if problems.is_empty() && !entry.is_scheduled() {
                    entry.made_of = Some(made_of);
                }
                (Arc::new(entry), parts, problems)
            })
            .collect();
        let mut entries = ByEntry::default();
        let mut members = ByEntry::default();
        for (entry, parts, problems) in merged {
            entries.push(entry);
            members.push(parts);
            diagnostics.extend(problems);
        }
        let around = shape::around(snapshot);
        let alike = before.filter(|before| before.shape.fits(&before.entries, &entries, &around));
        let mut graph = Self {
            shape: match alike {
                Some(before) => before.shape.clone(),
                None => Arc::new(Shape::new(&entries, &members, config, around)),
            },
            shape_digest: OnceLock::new(),
            basis,
            entries,
            checked: ByEntry::default(),
            backlinks: Arc::default(),
            references: Arc::default(),
            kin: Arc::default(),
        };
        let near = near::Near::default();
        let checked: Vec<(Arc<Checked>, bool)> = members
            .par_pairs()
            .map(|(number, parts)| {
                let known = alike.map(|before| (&before.entries[number], &before.checked[number]));
                if let Some((entry, checked)) = known
                    && Arc::ptr_eq(entry, &graph.entries[number])
                {
                    return (checked.clone(), true);
                }
                let checked = check::check(&graph, number, parts, snapshot, &near, config);
                let is_known = known.is_some_and(|(_, known)| known.found == checked.found);
                (Arc::new(checked), is_known)
            })
            .collect();
        match alike.filter(|_| checked.iter().all(|(_, is_known)| *is_known)) {
            Some(before) => {
                graph.backlinks = before.backlinks.clone();
                graph.references = before.references.clone();
                graph.kin = before.kin.clone();
            }
            None => graph.refer(checked.iter().map(|(checked, _)| &**checked)),
        }
        for (checked, _) in checked {
            diagnostics.extend(checked.diagnostics.iter().cloned());
            graph.checked.push(checked);
        }
        diagnostics.extend(check::check_site(&graph, snapshot, config));
        diagnostics.extend(blocks::check_blocks(&graph, config));
        diagnostics.retain_mut(|finding| empty::tell(finding, snapshot));
        (graph, diagnostics)
    }

    /// Takes up who refers to whom.
    fn refer<'c>(&mut self, checked: impl Iterator<Item = &'c Checked>) {
        let mut all: ByEntry<Vec<Backlink>> = self.entries.iter().map(|_| Vec::new()).collect();
        for (from, checked) in self.entries.ids().zip(checked) {
            for (to, field) in &checked.found {
                all[*to].push(Backlink {
                    from,
                    field: field.clone(),
                });
            }
        }
        let mut references: ByEntry<Vec<EntryId>> =
            self.entries.iter().map(|_| Vec::new()).collect();
        for (to, backlinks) in all.pairs_mut() {
            backlinks.sort();
            backlinks.dedup();
            for backlink in backlinks {
                references[backlink.from].push(to);
            }
        }
        for references in &mut references {
            references.dedup();
        }
        self.backlinks = Arc::new(all);
        self.references = Arc::new(references);
    }

    /// Whether it differs from another at most in the texts of entries: addresses, lists and
    /// all that is known of other entries are the same.
    pub fn has_shape_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shape, &other.shape)
    }

    /// What tells its shape from another, in the sense of [`has_shape_of`](Self::has_shape_of).
    pub fn shape_digest(&self) -> Digest {
        let digest = || shape::digest(&self.entries, &self.shape);
        *self.shape_digest.get_or_init(digest)
    }

    /// What tells from another all that is known of an entry by the entry itself alone: its files, and
    /// what its languages are to each other.
    pub fn own_digest(&self, entry: EntryId, snapshot: &Snapshot) -> Digest {
        let entry = &self.entries[entry];
        let files = entry.files.iter();
        let files: Vec<Option<Digest>> =
            files.map(|path| Some(snapshot.get(path)?.digest)).collect();
        // Writing to memory does not fail.
        let bytes = postcard::to_stdvec(&(files, &entry.states, entry.waits)).unwrap_or_default();
        Digest::of(&bytes)
    }

    /// The day of the build in the time zone of the site.
    pub fn today(&self) -> Date {
        self.basis.today
    }

    /// The number of an entry by its id.
    pub fn find(&self, id: &str) -> Option<EntryId> {
        self.shape.by_id.get(id).map(EntryId::at)
    }

    /// The entry that a reference names: a full id, or one inside the collection; the date at
    /// the head may be left out where one entry only matches.
    ///
    /// # Errors
    /// When no entry, or more than one, has this name.
    pub fn resolve(
        &self,
        config: &Config,
        collection: CollectionId,
        name: &str,
    ) -> Result<EntryId, Unresolved> {
        let name = name.trim_matches('/');
        let folder = &config.collections[collection].name;
        let of_collection = |number: &EntryId| self.entries[*number].collection == collection;
        if let Some(number) = self.find(name).filter(of_collection) {
            return Ok(number);
        }
        if let Some(number) = self.find(&format!("{folder}/{name}")).filter(of_collection) {
            return Ok(number);
        }
        let inside = name
            .strip_prefix(&**folder)
            .and_then(|rest| rest.strip_prefix('/'))
            .unwrap_or(name);
        match self
            .shape
            .by_name
            .get(&(collection, Arc::from(inside)))
            .map(Vec::as_slice)
        {
            Some([number]) => Ok(*number),
            Some(several) if several.len() > 1 => Err(Unresolved::Ambiguous(
                several
                    .iter()
                    .map(|number| self.entries[*number].id.clone())
                    .collect(),
            )),
            _ => Err(Unresolved::Unknown),
        }
    }

    /// Who refers to an entry, by number.
    pub fn backlinks(&self, entry: EntryId) -> &[Backlink] {
        &self.backlinks[entry]
    }

    /// Whom an entry refers to, by number.
    pub fn references(&self, entry: EntryId) -> &[EntryId] {
        &self.references[entry]
    }

    /// The entries one step beneath an id, in the order of their ids.
    pub fn children(&self, id: &str) -> &[EntryId] {
        self.shape.children.get(id).map_or(&[], Vec::as_slice)
    }

    /// The place of an entry in its collection's list in a language, from 0.
    pub fn position(&self, entry: EntryId, language: LanguageId) -> Option<usize> {
        self.shape.positions[entry][language]
    }

    /// The entries that the list of a collection shows in a language, in order.
    pub fn list(&self, collection: CollectionId, language: LanguageId) -> &[EntryId] {
        &self.shape.order[collection][language]
    }

    /// The years of a collection's list in a language, the latest first, each with its entries
    /// in the order of the list. What has no date is in no year.
    pub fn years(&self, collection: CollectionId, language: LanguageId) -> &[(i16, Vec<EntryId>)] {
        &self.shape.years[collection][language]
    }

    /// The entries of a collection that refer to an entry by a field (`partners`, `donors.partner`), as the
    /// collection's list shows them in a language, in its order.
    pub fn referring(
        &self,
        config: &Config,
        entry: EntryId,
        collection: CollectionId,
        field: &str,
        language: LanguageId,
    ) -> Vec<EntryId> {
        let (outer, is_inside) = match field.split_once('.') {
            Some((outer, _)) => (outer, true),
            None => (field, false),
        };
        // Another field of the same group may be the one that refers to it.
        let names_it = |from: EntryId| {
            let refers_to = |name: &str| {
                let target = self.entries[entry].collection;
                self.resolve(config, target, name) == Ok(entry)
            };
            let shown = self.entries[from].shown(language);
            shown.is_some_and(|(shown, version)| {
                let values = version.values(&config.site.languages[shown].tag, field);
                let mut values = values.iter();
                values.any(|value| matches!(value, FieldValue::Reference(name) if refers_to(name)))
            })
        };
        let mut found: Vec<(usize, EntryId)> = self.backlinks[entry]
            .iter()
            .filter(|backlink| *backlink.field == *outer)
            .filter(|backlink| !is_inside || names_it(backlink.from))
            .filter(|backlink| self.entries[backlink.from].collection == collection)
            .filter_map(|backlink| {
                let position = self.shape.positions[backlink.from][language]?;
                Some((position, backlink.from))
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(_, from)| from).collect()
    }

    /// The entry, and the language, of a file of the content.
    pub fn of_file(&self, path: &str) -> Option<(EntryId, Option<LanguageId>)> {
        let file = &self.shape.files[self.shape.by_file.get(path)?];
        Some((file.entry, file.language))
    }

    /// The entry with the text of a collection's list, if there is one.
    pub fn list_text(&self, config: &Config, collection: CollectionId) -> Option<&Entry> {
        let id = format!("{}/_index", config.collections[collection].name);
        self.find(&id).map(|number| &*self.entries[number])
    }
}
