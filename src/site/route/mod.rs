//! The only place where an address is made.
//!
//! An address here is a path without the base, with a slash at both ends:
//! `/fr/actualites/2017/oim-caritas/`. [`Routes::url`] puts the base before it.

mod first;
mod former;
mod narrowed;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::config::{AddressPart, BaseUrl, Config, Ledger, SITE};
use crate::content::Role;
use crate::graph::{Entry, FacetValue, Graph, Known, Moment, Publication, Version, has_no_day};
use crate::ids::{ByCollection, ByEntry, ByLanguage, CollectionId, EntryId, LanguageId};
use crate::source::Snapshot;
use former::Owner;
use narrowed::AllNarrowed;
use rihla_diagnostics::catalogue::graph as graph_says;
use rihla_diagnostics::catalogue::route as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Location, Span, Value};
use rihla_text::language::slug;
use rihla_text::markdown::wording;
use rihla_text::url::decoded;

pub use narrowed::{MOST_PAIRS, Narrowed, key, when_word};

/// A former address, and where it leads now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// Without the base; with a slash at its end unless it names a file.
    pub from: Arc<str>,
    /// The address of a page, without the base.
    pub to: Arc<str>,
    /// The language of that page.
    pub language: LanguageId,
    /// What a server answers with: 301, or 302 where another page may stand there one day.
    pub status: u16,
    /// Where it is written.
    pub place: Location,
}

/// The form of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::Atom, Self::Json];

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Atom => "feed.xml",
            Self::Json => "feed.json",
        }
    }
}

/// Years, the latest first, with the addresses of their lists.
type Years = Vec<(i16, Arc<str>)>;

/// Something for each language, where there is something.
type InLanguages = ByLanguage<Option<Arc<str>>>;

/// The addresses of all pages.
#[derive(Debug)]
pub struct Routes {
    /// Former addresses that lead to a page, ordered.
    pub redirects: Vec<Redirect>,
    /// Former addresses that lead nowhere any more on purpose, without the base, ordered.
    pub gone: Vec<Arc<str>>,
    /// The ledger as this build leaves it, where it publishes new addresses.
    pub ledger: Option<Ledger>,
    base: BaseUrl,
    /// Entry → language → address; `None` where there is no page.
    entries: ByEntry<InLanguages>,
    /// Language → address of the home page.
    homes: ByLanguage<Arc<str>>,
    /// Language → where a visitor comes in: the home page, or the first page of a partial language
    /// that has none.
    doors: ByLanguage<Arc<str>>,
    /// Collection → language → address of the list; `None` where there is none.
    lists: ByCollection<InLanguages>,
    /// Collection → language → the years of its list, the latest first, where it has lists by
    /// year; with the addresses of their first pages.
    years: ByCollection<ByLanguage<Years>>,
    /// What its list is narrowed to.
    narrowed: AllNarrowed,
    /// What is wrong with them.
    problems: Vec<Diagnostic>,
}

/// Whether an entry of a collection, or the text of its list, is online in a language.
fn says(graph: &Graph, collection: CollectionId, language: LanguageId) -> bool {
    let mut entries = graph.entries.iter();
    entries.any(|entry| entry.collection == collection && entry.online(language).is_some())
}

fn door(
    graph: &Graph,
    homes: &ByLanguage<Arc<str>>,
    entries: &ByEntry<InLanguages>,
    language: LanguageId,
) -> Arc<str> {
    let has_home = graph
        .find("_index")
        .is_some_and(|number| graph.entries[number].online(language).is_some());
    let home = &homes[language];
    if has_home {
        return home.clone();
    }
    let own = graph.entries.iter().zip(entries);
    let mut own = own.filter(|(entry, _)| entry.online(language).is_some());
    let first = own.find_map(|(_, address)| address[language].clone());
    first.unwrap_or_else(|| home.clone())
}

impl Routes {
    /// Gives every page its address, and settles former ones.
    ///
    /// A build on trial says nothing about addresses that vanish and publishes none.
    pub fn new(graph: &Graph, config: &Config, moment: &Moment) -> Self {
        let mut diagnostics = Vec::new();
        let languages = &config.site.languages;
        let homes: ByLanguage<Arc<str>> = languages
            .iter()
            .map(|language| format!("/{}/", language.prefix).into())
            .collect();
        let lists: ByCollection<InLanguages> = config
            .collections
            .pairs()
            .map(|(number, collection)| {
                languages
                    .pairs()
                    .map(|(tongue, language)| {
                        let slug = collection.slug.get(&language.tag)?;
                        let has_list = !language.is_partial() || says(graph, number, tongue);
                        (collection.pages && !collection.builtin && has_list)
                            .then(|| format!("/{}/{slug}/", language.prefix).into())
                    })
                    .collect()
            })
            .collect();
        let years = years(graph, config, &lists);
        let slugs = each(graph, &mut diagnostics, |number, language, problems| {
            let entry = &graph.entries[number];
            slug_of(entry, entry.versions[language].as_ref()?, problems)
        });
        let router = Router {
            graph,
            config,
            homes: &homes,
            lists: &lists,
            slugs: &slugs,
        };
        let entries = each(graph, &mut diagnostics, |number, language, problems| {
            router.address(number, language, problems)
        });
        let narrowed = narrowed::all(graph, config, &lists, &entries, moment.now);
        let doors = languages
            .ids()
            .map(|language| door(graph, &homes, &entries, language))
            .collect();
        let mut routes = Self {
            redirects: Vec::new(),
            gone: Vec::new(),
            ledger: None,
            base: config.site.base_url.clone(),
            entries,
            homes,
            doors,
            lists,
            years,
            narrowed,
            problems: Vec::new(),
        };
        let former = former::settle(
            graph,
            config,
            &routes.owners(graph, config),
            moment.is_trial,
        );
        diagnostics.extend(former.diagnostics);
        routes.redirects = former.redirects;
        for language in languages.ids() {
            let (home, door) = (&routes.homes[language], &routes.doors[language]);
            if home != door {
                routes.redirects.push(Redirect {
                    from: home.clone(),
                    to: door.clone(),
                    language,
                    status: 302,
                    place: Location::file(SITE),
                });
            }
        }
        routes.gone = former.gone.into_iter().collect();
        routes.ledger = former.ledger;
        routes.problems = diagnostics;
        routes
    }

    /// What is wrong with the addresses.
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Tells what to write instead of an address of the site in a text: `/` and the id of what is
    /// there, which stays when the address changes.
    pub fn tell_ids(
        &self,
        graph: &Graph,
        config: &Config,
        snapshot: &Snapshot,
        found: &mut [Diagnostic],
    ) {
        let target = |finding: &Diagnostic| {
            let (_, value) = finding.values.iter().find(|(name, _)| *name == "target")?;
            match value {
                Value::Text(text) if text.starts_with('/') => Some(text.clone()),
                _ => None,
            }
        };
        let is_link = |finding: &&mut Diagnostic| {
            finding.message == &graph_says::LINK && finding.place.is_some()
        };
        let mut owners = None;
        for finding in found.iter_mut().filter(is_link) {
            let Some(written) = target(finding) else {
                continue;
            };
            let owners = owners.get_or_insert_with(|| self.owners(graph, config));
            let words = decoded(&written);
            let address = match words.trim_matches('/') {
                "" => continue,
                path => format!("/{path}/"),
            };
            let inside = address.strip_prefix(decoded(&self.base.path).trim_end_matches('/'));
            let owner = owners
                .get(&*address)
                .or_else(|| owners.get(inside.filter(|path| path.starts_with('/'))?));
            let (Some(owner), Some(place)) = (owner, &finding.place) else {
                continue;
            };
            // The list of a year has no id of its own.
            let id = match owner.id.split('?').next().unwrap_or_default() {
                "_index" => "/".to_owned(),
                id => format!("/{}", id.strip_suffix("/_index").unwrap_or(id)),
            };
            let (path, span) = (place.path.clone(), place.span.unwrap_or_default());
            finding.values.retain(|(name, _)| *name != "nearest");
            finding.values.push(("nearest", id.clone().into()));
            finding.corrections.clear();
            let text = snapshot.text(&path).map_or("", |text| &**text);
            let inside = text
                .get(span.start..span.end)
                .and_then(|text| text.rfind(&*written));
            // A reference is defined elsewhere in the text.
            let only = || {
                text.find(&*written)
                    .filter(|_| text.matches(&*written).count() == 1)
            };
            let start = inside.map(|at| span.start + at).or_else(only);
            let is_whole = |start: usize| !text[start + written.len()..].starts_with('#');
            if let Some(start) = start.filter(|start| is_whole(*start)) {
                finding.corrections.push(Correction::Edits(vec![Edit {
                    path: None,
                    span: Span::new(start, start + written.len()),
                    text: id,
                }]));
            }
        }
    }

    /// Every page that the ledger holds: entries, and first pages of lists.
    fn owners(&self, graph: &Graph, config: &Config) -> BTreeMap<Arc<str>, Owner> {
        let mut owners = BTreeMap::new();
        for (number, collection) in config.collections.pairs() {
            for language in self.homes.ids() {
                let id: Arc<str> = format!("{}/_index", collection.name).into();
                let place = former::head(&collection.path);
                if let Some(address) = &self.lists[number][language] {
                    let owner = Owner {
                        language,
                        id: id.clone(),
                        place: place.clone(),
                    };
                    owners.insert(address.clone(), owner);
                }
                for (year, address) in self.years(number, language) {
                    let owner = Owner {
                        language,
                        id: format!("{id}?year={year}").into(),
                        place: place.clone(),
                    };
                    owners.insert(address.clone(), owner);
                }
                for one in self.narrowed(number, language) {
                    if let Some(id) = narrowed::id_of(config, graph, number, one) {
                        let owner = Owner {
                            language,
                            id,
                            place: place.clone(),
                        };
                        owners.insert(one.address.clone(), owner);
                    }
                }
            }
        }
        for (number, entry) in graph.entries.pairs() {
            for (language, address) in self.entries[number].pairs() {
                let (Some(address), Some(version)) = (address, entry.online(language)) else {
                    continue;
                };
                let owner = Owner {
                    language,
                    id: entry.id.clone(),
                    place: version.place.clone(),
                };
                owners.insert(address.clone(), owner);
            }
        }
        owners
    }

    /// The years of a collection's list, the latest first, where it has lists by year; with
    /// the addresses of their first pages.
    pub fn years(&self, collection: CollectionId, language: LanguageId) -> &[(i16, Arc<str>)] {
        &self.years[collection][language]
    }

    /// The address of the first page of a collection's list of a year.
    pub fn year(
        &self,
        collection: CollectionId,
        year: i16,
        language: LanguageId,
    ) -> Option<&Arc<str>> {
        let years = self.years(collection, language);
        let found = years.iter().find(|(other, _)| *other == year);
        found.map(|(_, address)| address)
    }

    /// What a collection's list is narrowed to: each value of its facets, then two of them together.
    pub fn narrowed(&self, collection: CollectionId, language: LanguageId) -> &[Narrowed] {
        &self.narrowed[collection][language]
    }

    /// What is to come at the moment of these addresses, by collection and language.
    pub fn coming(&self) -> impl Iterator<Item = &[EntryId]> {
        let lists = self
            .narrowed
            .iter()
            .flat_map(|lists| lists.iter().flatten());
        let coming = lists.filter(|list| matches!(list.chosen[..], [(_, FacetValue::Coming)]));
        coming.map(|list| &*list.entries)
    }

    /// The place of a narrowed list among those of its collection and language.
    pub fn narrowed_to(
        &self,
        collection: CollectionId,
        language: LanguageId,
        chosen: &[(usize, FacetValue)],
    ) -> Option<usize> {
        let mut lists = self.narrowed(collection, language).iter();
        lists.position(|list| list.chosen == chosen)
    }

    /// The address of a page of a list whose first page is at an address; pages count from 1.
    pub fn paginated(&self, first: &Arc<str>, page: usize) -> Arc<str> {
        paged(first, page)
    }

    /// The address of the page with all parts of a guide, whose own page is at an address.
    pub fn whole(&self, guide: &Arc<str>) -> Arc<str> {
        format!("{guide}print/").into()
    }

    /// The address of an entry in a language in which it has a page of its own.
    pub fn entry(&self, entry: EntryId, language: LanguageId) -> Option<&Arc<str>> {
        self.entries[entry][language].as_ref()
    }

    /// What an entry with a page in a language was called when it was first published there, which
    /// stays when its file is renamed.
    pub fn first_name(
        &self,
        graph: &Graph,
        config: &Config,
        entry: EntryId,
        language: LanguageId,
    ) -> Arc<str> {
        let id = &graph.entries[entry].id;
        match self.entry(entry, language) {
            Some(address) => first::first_name(graph, config, id, language, address),
            None => id.clone(),
        }
    }

    /// The name that a collection had when its list was first published in a language.
    pub fn first_list_name(
        &self,
        graph: &Graph,
        config: &Config,
        collection: CollectionId,
        language: LanguageId,
    ) -> Arc<str> {
        let name = &config.collections[collection].name;
        let Some(address) = &self.lists[collection][language] else {
            return name.clone();
        };
        let id = format!("{name}/_index").into();
        let first = first::first_name(graph, config, &id, language, address);
        first
            .strip_suffix("/_index")
            .map_or(first.clone(), Arc::from)
    }

    /// The names that each entry has, in the order of the entries.
    pub fn known(&self, graph: &Graph) -> Vec<Known> {
        let entries = graph.entries.pairs();
        entries
            .map(|(number, entry)| {
                let languages = entry.versions.ids();
                let addresses = languages.filter_map(|language| match entry.role {
                    Role::Home => Some(self.home(language).clone()),
                    Role::List => self.list(entry.collection, language, 1),
                    Role::Entry => self.entry(number, language).cloned(),
                });
                let titles = entry.versions.iter().flatten();
                Known {
                    id: entry.id.clone(),
                    files: entry.files.to_vec(),
                    addresses: addresses.collect(),
                    titles: titles.map(|version| version.title.clone()).collect(),
                }
            })
            .collect()
    }

    /// The address of what tells a script where the words of a language are found.
    pub fn search_index(&self, language: LanguageId) -> Arc<str> {
        format!("{}search.json", self.homes[language]).into()
    }

    /// The address of the home page; every address of the language begins with it.
    pub fn home(&self, language: LanguageId) -> &Arc<str> {
        &self.homes[language]
    }

    /// The address at which a visitor comes into a language: its home page, or the first page of a
    /// partial language that has none.
    pub fn door(&self, language: LanguageId) -> &Arc<str> {
        &self.doors[language]
    }

    /// The address of a page of a collection's list; pages count from 1.
    pub fn list(
        &self,
        collection: CollectionId,
        language: LanguageId,
        page: usize,
    ) -> Option<Arc<str>> {
        let first = self.lists[collection][language].as_ref()?;
        Some(paged(first, page))
    }

    /// The address, or the path of an output, with the base before it and percent-encoded: what a
    /// link on a page says.
    pub fn url(&self, address: &str) -> String {
        self.base.path_of(address)
    }

    /// The same as plain text: what a server compares, once it has decoded what is asked for.
    pub fn path(&self, address: &str) -> String {
        let base = decoded(&self.base.path);
        format!("{base}{}", address.trim_start_matches('/'))
    }

    /// Scheme and host, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.base.origin
    }

    /// The address of a feed: of everything in a language, or of one collection.
    pub fn feed(
        &self,
        collection: Option<CollectionId>,
        language: LanguageId,
        format: FeedFormat,
    ) -> Option<Arc<str>> {
        let folder = match collection {
            None => &self.homes[language],
            Some(collection) => self.lists[collection][language].as_ref()?,
        };
        Some(format!("{folder}{}", format.file()).into())
    }

    /// The whole address, with scheme and host.
    pub fn absolute(&self, address: &str) -> String {
        self.base.url_of(address)
    }
}

/// Tells a date at the head of an entry's name that is not written as one: `27-11-2026-x`,
/// `2026_11_27_x`, `2026-11-27 x`, `2026-11-27`; or at the head of the name of its folder.
fn with_name_meant(finding: Diagnostic, entry: &Entry) -> Diagnostic {
    let mut parts = entry.id.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    if dated_name(folder).is_some_and(|meant| meant == folder) {
        let finding = finding.with("name", name).with("folder", folder);
        return renamed(finding, entry, &format!("/{name}."), "/index.");
    }
    let Some(wanted) = dated_name(name) else {
        return finding;
    };
    if wanted.len() == DATE_LENGTH {
        return finding
            .with("name", name)
            .with("wanted", format!("{wanted}-…"));
    }
    let finding = finding.with("name", name).with("wanted", &wanted);
    renamed(finding, entry, name, &wanted)
}

/// Offers another name for the only file of an entry.
fn renamed(finding: Diagnostic, entry: &Entry, old: &str, new: &str) -> Diagnostic {
    let mut files: Vec<&Arc<str>> = entry.files.iter().filter(|file| !file.is_empty()).collect();
    files.dedup();
    // The files of an entry go together.
    match &files[..] {
        [only] if only.matches(old).count() == 1 => {
            finding.correct(Correction::Rename(only.replace(old, new).into()))
        }
        _ => finding,
    }
}

/// The length of `2026-11-27`.
const DATE_LENGTH: usize = 10;

/// A name that begins with a date, whatever its order and its marks, as names are written.
fn dated_name(name: &str) -> Option<String> {
    let (date, rest) = (name.get(..DATE_LENGTH)?, name.get(DATE_LENGTH..)?);
    let parts: Vec<&str> = date.split(['-', '.', '_', ' ']).collect();
    let [first, month, last] = parts[..] else {
        return None;
    };
    let (year, day) = match first.len() {
        4 => (first, last),
        _ => (last, first),
    };
    let date: Date = format!("{year}-{month}-{day}").parse().ok()?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some(match slug(rest) {
        rest if rest.is_empty() => date.to_string(),
        rest => format!("{date}-{rest}"),
    })
}

/// Collection → language → years with the addresses of their lists.
fn years(
    graph: &Graph,
    config: &Config,
    lists: &ByCollection<InLanguages>,
) -> ByCollection<ByLanguage<Years>> {
    let of = |collection: CollectionId, language: LanguageId| match &lists[collection][language] {
        Some(first) if config.collections[collection].by_year().is_some() => graph
            .years(collection, language)
            .iter()
            .map(|(year, _)| (*year, format!("{first}{year:04}/").into()))
            .collect(),
        _ => Vec::new(),
    };
    lists
        .ids()
        .map(|collection| {
            lists[collection]
                .ids()
                .map(|language| of(collection, language))
                .collect()
        })
        .collect()
}

/// The address of a page of a list whose first page is at `first`.
fn paged(first: &Arc<str>, page: usize) -> Arc<str> {
    if page <= 1 {
        first.clone()
    } else {
        format!("{first}page/{page}/").into()
    }
}

/// The part of the address that is the entry's own.
fn slug_of(
    entry: &Entry,
    version: &Version,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<str>> {
    if entry.role != Role::Entry {
        return None;
    }
    // Its form was looked at when it was read.
    if let Some(written) = version.text("slug") {
        return Some(written.clone());
    }
    let fitting = slug(&version.title);
    // A title that is still to be written was told.
    if fitting.is_empty()
        && !wording::is_placeholder(&version.title)
        && version.publication == Publication::Online
    {
        diagnostics.push(
            Diagnostic::new(&say::NO_SLUG)
                .with("title", &version.title)
                .placed(version.place.clone()),
        );
    }
    (!fitting.is_empty()).then(|| fitting.into())
}

/// Something for every entry in every language, made by all cores.
fn each(
    graph: &Graph,
    diagnostics: &mut Vec<Diagnostic>,
    make: impl Fn(EntryId, LanguageId, &mut Vec<Diagnostic>) -> Option<Arc<str>> + Sync,
) -> ByEntry<InLanguages> {
    let made: Vec<(InLanguages, Vec<Diagnostic>)> = graph
        .entries
        .par_pairs()
        .map(|(number, entry)| {
            let mut problems = Vec::new();
            let languages = entry.versions.ids();
            let made = languages.map(|language| make(number, language, &mut problems));
            (made.collect(), problems)
        })
        .collect();
    let mut all = ByEntry::default();
    for (made, problems) in made {
        all.push(made);
        diagnostics.extend(problems);
    }
    all
}

struct Router<'a> {
    graph: &'a Graph,
    config: &'a Config,
    homes: &'a ByLanguage<Arc<str>>,
    lists: &'a ByCollection<InLanguages>,
    slugs: &'a ByEntry<InLanguages>,
}

impl Router<'_> {
    fn address(
        &self,
        number: EntryId,
        language: LanguageId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Arc<str>> {
        let entry = &self.graph.entries[number];
        let collection = &self.config.collections[entry.collection];
        match entry.role {
            Role::Home => return Some(self.homes[language].clone()),
            Role::List => return self.lists[entry.collection][language].clone(),
            Role::Entry if !collection.pages => return None,
            Role::Entry => {}
        }
        let (shown, _) = entry.page(language)?;
        let slug = self.slugs[number][shown].clone()?;
        let made = if collection.builtin {
            self.page(entry, language, &slug)
        } else {
            self.of_collection(number, language, &slug, diagnostics)?
        };
        Some(former::kept(
            self.graph,
            self.config,
            number,
            language,
            &made,
        ))
    }

    /// The slug of the collection, what its form of addresses adds, and the entry's own slug.
    fn of_collection(
        &self,
        number: EntryId,
        language: LanguageId,
        slug: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Arc<str>> {
        let entry = &self.graph.entries[number];
        let collection = &self.config.collections[entry.collection];
        let mut address = self.lists[entry.collection][language].as_ref()?.to_string();
        for part in &collection.address {
            let date = || {
                entry
                    .date
                    .map(|date| (date.year(), date.month(), date.day()))
            };
            match part {
                AddressPart::Slug => address.push_str(slug),
                AddressPart::Word(word) => address.push_str(word),
                AddressPart::Year | AddressPart::Month | AddressPart::Day => {
                    let Some((year, month, day)) = date() else {
                        let (_, version) = entry.page(language)?;
                        // It has one in its name, which was told to be none.
                        if has_no_day(entry) {
                            return None;
                        }
                        let place = version.place.clone();
                        let finding = Diagnostic::new(&say::NO_DATE)
                            .with("collection", &collection.name)
                            .placed(place);
                        diagnostics.push(with_name_meant(finding, entry));
                        return None;
                    };
                    address.push_str(&match part {
                        AddressPart::Year => format!("{year:04}"),
                        AddressPart::Month => format!("{month:02}"),
                        _ => format!("{day:02}"),
                    });
                }
            }
            address.push('/');
        }
        Some(address.into())
    }

    /// A plain page: the slugs of its parents and its own. A folder without a page in this
    /// language gives its name.
    fn page(&self, entry: &Entry, language: LanguageId, slug: &str) -> Arc<str> {
        let mut parts = vec![slug.to_owned()];
        let mut id: &str = &entry.id;
        while let Some((parent, _)) = id.rsplit_once('/') {
            let own = self
                .graph
                .find(parent)
                .and_then(|number| self.slugs[number][language].clone());
            let name = parent.rsplit('/').next().unwrap_or(parent);
            parts.push(
                own.map_or_else(|| rihla_text::language::slug(name), |slug| slug.to_string()),
            );
            id = parent;
        }
        parts.reverse();
        format!("{}{}/", self.homes[language], parts.join("/")).into()
    }
}
