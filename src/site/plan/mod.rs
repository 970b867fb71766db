//! Every file that will exist, before any of them is made.

mod asset;
mod calendar;
mod dataset;
mod font;
mod iati;
mod names;
mod unused;

pub use asset::{Asset, AssetContent, Assets};
pub use calendar::Calendar;
pub use dataset::DataSet;
pub use iati::{Activity, IatiFile, Participant, Share, Who};

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, HostFile, SITE};
use crate::content::Role;
use crate::graph::{Entry, Graph, Use, files_of};
use crate::ids::{ByEntry, CollectionId, EntryId, LanguageId};
use crate::route::{FeedFormat, Routes};
use crate::source::Snapshot;
use crate::variant;
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_text::index::Index;

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    /// The choice of a language, at `/`.
    Languages,
    /// The first page of a language; the number of its entry.
    Home(EntryId),
    /// An entry, by number.
    Entry(EntryId),
    /// A page of a collection's list: the collection, and the page, from 1.
    List(CollectionId, usize),
    /// A page of a collection's list of one year: the collection, the year, and the page, from 1.
    Year(CollectionId, i16, usize),
    /// A page of a collection's list narrowed to what is chosen: the collection, the place of the choice among
    /// those of the language ([`Routes::narrowed`]), and the page, from 1.
    Narrowed(CollectionId, usize, usize),
    /// A page of a paginated list on the page of an entry: the entry, and the page, from 2.
    Continued(EntryId, usize),
    /// All parts of a guide on one page: the entry that is the guide.
    Whole(EntryId),
    /// What is shown where there is nothing: for a language, or (at the top) for all.
    NotFound {
        /// Whether it stands at the root of the site and speaks all languages.
        everywhere: bool,
    },
}

/// A page that will be rendered.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it shows.
    pub kind: PageKind,
    /// Its language; for the pages of all languages, the first of the site.
    pub language: LanguageId,
    /// Its address, without the base.
    pub address: Arc<str>,
    /// The file that is written.
    pub output: Arc<str>,
    /// The template that draws it.
    pub template: Arc<str>,
    /// What caused it, for messages.
    pub place: Location,
}

/// Every file of the output.
#[derive(Debug)]
pub struct Plan {
    /// The pages, ordered by output.
    pub pages: Arc<[Page]>,
    /// Address without base → page.
    by_address: Arc<Index>,
    /// What is wrong with the pages.
    problems: Arc<[Diagnostic]>,
    /// Outputs that are in each other's way.
    collisions: Arc<[Diagnostic]>,
    /// For each entry, the files of the content that it uses.
    files: ByEntry<Files>,
    /// What the theme and the content publish under a fingerprint.
    pub assets: Assets,
    /// The images that show people, by path, where caches are to keep those for minutes only.
    pub brief: BTreeSet<Arc<str>>,
    /// Files copied as they are: output and source.
    pub copies: Vec<(Arc<str>, Arc<str>)>,
    /// The feeds: in each language one of everything and one of each collection that wants one.
    pub feeds: Vec<Feed>,
    /// The calendars of collections and of their entries.
    pub calendars: Vec<Calendar>,
    /// The data that collections publish.
    pub datasets: Vec<DataSet>,
    /// What is reported to IATI.
    pub iati: Vec<IatiFile>,
}

/// The files of the content that an entry uses, ordered, each with whether it is published.
type Files = Arc<[(Arc<str>, bool)]>;

/// A feed, in all its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feed {
    pub language: LanguageId,
    /// The collection of its entries; all that have feeds where there is none.
    pub collection: Option<CollectionId>,
}

/// The template that draws all parts of a guide on one page; a theme without it has no such pages.
pub const WHOLE_GUIDE: &str = "whole-guide.html";

/// The template that lists the terms of the glossary on the page that `definitions:` names.
const DEFINITIONS: &str = "definitions.html";

/// The files that are always written besides pages.
pub const SITEMAP: &str = "sitemap.xml";

/// How many addresses one file of the sitemap may hold; a site with more has an index.
pub const SITEMAP_MOST: usize = 50_000;

/// The name of a part of the sitemap, from 1, where it has several.
pub fn sitemap_part(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// See [`SITEMAP`].
pub const RULES: &str = "_redirects";
/// See [`SITEMAP`].
pub const ROBOTS: &str = "robots.txt";
/// See [`SITEMAP`].
pub const HEADERS: &str = "_headers";
/// See [`SITEMAP`].
pub const NOJEKYLL: &str = ".nojekyll";
/// See [`SITEMAP`].
pub const BUILD: &str = "build.json";
/// Written where `hosting:` asks for it.
pub const HTACCESS: &str = ".htaccess";
/// See [`HTACCESS`].
pub const AZURE: &str = "staticwebapp.config.json";

/// The extensions of files of text that are worth compressing.
pub const COMPRESSIBLE: &[&str] = &[
    "css",
    "html",
    "js",
    "json",
    "mjs",
    "svg",
    "txt",
    "webmanifest",
    "xml",
];

impl Plan {
    /// Plans the output of a site. `before` is a plan of the same addresses, with its graph, which
    /// has the shape of this one: what would come out the same is taken over from it.
    pub fn new(
        snapshot: &Snapshot,
        config: &Config,
        graph: &Graph,
        routes: &Routes,
        before: Option<(&Graph, &Self)>,
    ) -> (Self, Vec<Diagnostic>) {
        let (pages, by_address, problems) = match before {
            Some((_, before)) => (
                before.pages.clone(),
                before.by_address.clone(),
                before.problems.clone(),
            ),
            None => Planner::pages(config, graph, routes),
        };
        let mut diagnostics = problems.to_vec();
        let files = files(snapshot, config, graph, before);
        let used = || files.iter().flat_map(|files| files.iter());
        let published = used().filter(|(_, is_published)| *is_published);
        let mut published: Vec<&Arc<str>> = published.map(|(path, _)| path).collect();
        published.sort();
        published.dedup();
        let (assets, found) = Assets::new(snapshot, config, &published);
        diagnostics.extend(found);
        let used = used().map(|(path, _)| &**path).collect();
        diagnostics.extend(unused::check(snapshot, config, graph, &used));
        diagnostics.extend(font::check(snapshot, config));
        let copies = copies(snapshot);
        diagnostics.extend(unused::hidden(snapshot, &assets, &copies));
        let feeds = feeds(config, routes);
        let calendars = calendar::all(config, graph, routes);
        let datasets = dataset::all(config, graph, routes);
        let (iati, found) = iati::all(config, graph, graph.today());
        diagnostics.extend(found);
        let alike = before.filter(|(_, before)| {
            let outputs = |assets: &Assets| -> Vec<_> {
                let files = assets.iter();
                files
                    .map(|asset| (asset.output.clone(), asset.source.clone()))
                    .collect()
            };
            before.copies == copies
                && before.feeds == feeds
                && before.datasets == datasets
                && before.iati == iati
                && before.calendars == calendars
                && outputs(&before.assets) == outputs(&assets)
        });
        let collisions = match alike {
            Some((_, before)) => before.collisions.clone(),
            None => collisions(
                config,
                &pages,
                &assets,
                &copies,
                (&feeds, &datasets, &calendars, &iati),
                routes,
            )
            .into(),
        };
        diagnostics.extend(collisions.iter().cloned());
        let plan = Self {
            pages,
            by_address,
            problems,
            collisions,
            files,
            brief: brief(snapshot, config, graph),
            assets,
            copies,
            feeds,
            calendars,
            datasets,
            iati,
        };
        (plan, diagnostics)
    }

    /// The files and folders of the output whose names are those of copies in another encoding:
    /// a site may bring such copies along.
    pub fn encoded(&self, routes: &Routes) -> BTreeSet<String> {
        let redirects = routes.redirects.iter();
        let redirects = redirects.map(|redirect| output_of(&redirect.from));
        let outputs = self.copies.iter().map(|(output, _)| output.to_string());
        let mut found = BTreeSet::new();
        for output in outputs.chain(redirects) {
            let ends = output.match_indices('/').map(|(at, _)| at);
            for end in ends.chain([output.len()]) {
                let name = &output[..end];
                if name.ends_with(".gz") || name.ends_with(".br") {
                    found.insert(name.to_owned());
                }
            }
        }
        found
    }

    /// The file of IATI of a collection, where some entry of it is reported.
    pub fn iati_of(&self, collection: CollectionId) -> Option<&IatiFile> {
        self.iati.iter().find(|file| file.collection == collection)
    }

    /// The page at an address without base.
    pub fn page(&self, address: &str) -> Option<&Page> {
        self.by_address
            .get(address)
            .map(|number| &self.pages[number])
    }
}

struct Planner<'a> {
    config: &'a Config,
    graph: &'a Graph,
    routes: &'a Routes,
    pages: Vec<Page>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Planner<'a> {
    /// The pages, ordered by output, and what is wrong with them.
    fn pages(
        config: &'a Config,
        graph: &'a Graph,
        routes: &'a Routes,
    ) -> (Arc<[Page]>, Arc<Index>, Arc<[Diagnostic]>) {
        let mut planner = Self {
            config,
            graph,
            routes,
            pages: Vec::new(),
            diagnostics: Vec::new(),
        };
        planner.all();
        let mut pages = planner.pages;
        pages.sort_by(|a, b| a.output.cmp(&b.output));
        let numbered = pages.iter().enumerate();
        let by_address = numbered.map(|(number, page)| (page.address.clone(), number));
        let by_address = Arc::new(by_address.collect());
        (pages.into(), by_address, planner.diagnostics.into())
    }

    fn all(&mut self) {
        let site = || Location::file(SITE);
        self.page(
            PageKind::Languages,
            LanguageId::FIRST,
            "/".into(),
            "languages.html",
            site(),
        );
        let everywhere = PageKind::NotFound { everywhere: true };
        self.page(
            everywhere,
            LanguageId::FIRST,
            "/404.html".into(),
            "404.html",
            site(),
        );
        for language in self.config.site.languages.ids() {
            let missing = PageKind::NotFound { everywhere: false };
            let home = self.routes.home(language).clone();
            let address = format!("{home}404.html");
            self.page(missing, language, address.into(), "404.html", site());
            self.entries(language);
            self.lists(language);
        }
    }

    fn entries(&mut self, language: LanguageId) {
        for (number, entry) in self.graph.entries.pairs() {
            let Some(address) = self.routes.entry(number, language) else {
                continue;
            };
            let Some((_, version)) = entry.page(language) else {
                continue;
            };
            let place = version.place.clone();
            match entry.role {
                Role::List => {}
                Role::Home => {
                    let kind = PageKind::Home(number);
                    self.page(kind, language, address.clone(), "home.html", place);
                }
                Role::Entry => {
                    let template = self.template_of(entry, language);
                    let kind = PageKind::Entry(number);
                    self.page(kind, language, address.clone(), &template, place.clone());
                    let parts = self.graph.parts(self.config, number, language);
                    if !parts.is_empty() && self.config.theme.has_template(WHOLE_GUIDE) {
                        let whole = self.routes.whole(address);
                        let kind = PageKind::Whole(number);
                        self.page(kind, language, whole, WHOLE_GUIDE, place.clone());
                    }
                    let Some((from, list)) = self.config.list_on(entry.collection) else {
                        continue;
                    };
                    let referring =
                        self.graph
                            .referring(self.config, number, from, &list.by, language);
                    let count = referring.len();
                    for page in 2..=count.div_ceil(list.per_page) {
                        let paginated = self.routes.paginated(address, page);
                        let kind = PageKind::Continued(number, page);
                        self.page(kind, language, paginated, &template, place.clone());
                    }
                }
            }
        }
    }

    /// What the entry names, else what is made for its collection, else the template of entries.
    fn template_of(&self, entry: &Entry, language: LanguageId) -> String {
        let theme = &self.config.theme;
        let version = entry.versions[language].as_ref();
        if let Some(version) = version
            && let Some(named) = version.text("template")
        {
            let name = match named.strip_suffix(".html") {
                Some(_) => named.to_string(),
                None => format!("{named}.html"),
            };
            // Another name has been told where it stands.
            if theme.has_template(&name) {
                return name;
            }
        }
        // The page that lists the terms of the glossary is nothing without them.
        let definitions = self.config.site.definitions.as_ref();
        let lists_terms = definitions.is_some_and(|named| named.page.0 == entry.id);
        if lists_terms && theme.has_template(DEFINITIONS) {
            return DEFINITIONS.to_owned();
        }
        let own = format!("{}.html", self.config.collections[entry.collection].name);
        if theme.has_template(&own) {
            own
        } else {
            "entry.html".to_owned()
        }
    }

    fn lists(&mut self, language: LanguageId) {
        for (number, collection) in self.config.collections.pairs() {
            let own = format!("{}-list.html", collection.name);
            let template = if self.config.theme.has_template(&own) {
                own
            } else {
                "list.html".to_owned()
            };
            let entries = self.graph.list(number, language).len();
            let pages = entries.div_ceil(collection.per_page).max(1);
            for page in 1..=pages {
                let Some(address) = self.routes.list(number, language, page) else {
                    break;
                };
                let place = Location::file(collection.path.clone());
                let kind = PageKind::List(number, page);
                self.page(kind, language, address, &template, place);
            }
            self.narrowed(number, language, &template);
            let Some(list) = collection.by_year() else {
                continue;
            };
            let years = self.routes.years(number, language);
            for ((year, first), (_, entries)) in
                years.iter().zip(self.graph.years(number, language))
            {
                for page in 1..=entries.len().div_ceil(list.per_page) {
                    let kind = PageKind::Year(number, *year, page);
                    let address = self.routes.paginated(first, page);
                    let place = Location::file(collection.path.clone());
                    self.page(kind, language, address, &template, place);
                }
            }
        }
    }

    /// The pages of a list that is narrowed to what visitors choose.
    fn narrowed(&mut self, number: CollectionId, language: LanguageId, template: &str) {
        let collection = &self.config.collections[number];
        let routes = self.routes;
        for (place, list) in routes.narrowed(number, language).iter().enumerate() {
            let facets = list
                .chosen
                .iter()
                .map(|(facet, _)| &collection.facets[*facet]);
            let per_page = facets.map(|facet| facet.per_page).min().unwrap_or(1);
            for page in 1..=list.entries.len().div_ceil(per_page).max(1) {
                let kind = PageKind::Narrowed(number, place, page);
                let address = routes.paginated(&list.address, page);
                let declared = Location::file(collection.path.clone());
                self.page(kind, language, address, template, declared);
            }
        }
    }

    fn page(
        &mut self,
        kind: PageKind,
        language: LanguageId,
        address: Arc<str>,
        template: &str,
        place: Location,
    ) {
        let theme = &self.config.theme;
        if !theme.has_template(template) {
            let message = Diagnostic::new(&say::TEMPLATE_MISSING)
                .with("theme", &theme.name)
                .with("template", template)
                .placed(Location::new(SITE, self.config.site.theme_span));
            if !self.diagnostics.contains(&message) {
                self.diagnostics.push(message);
            }
        }
        let output = output_of(&address).into();
        self.pages.push(Page {
            kind,
            language,
            address,
            output,
            template: template.into(),
            place,
        });
    }
}

/// The file that answers at an address.
pub fn output_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    }
}

/// For each entry, the files of the content that it uses in any language, online or not. Published
/// are those that its pages link to, and of those that they show, the ones of which no
/// variants are made.
fn files(
    snapshot: &Snapshot,
    config: &Config,
    graph: &Graph,
    before: Option<(&Graph, &Plan)>,
) -> ByEntry<Files> {
    let is_published = |path: &str, used: Use| match used {
        Use::Linked => true,
        Use::Shown => snapshot
            .get(path)
            .is_none_or(|file| !variant::is_made(file)),
        Use::Read => false,
    };
    let none: Files = Arc::new([]);
    let files: Vec<Files> = graph
        .entries
        .par_pairs()
        .map(|(number, entry)| {
            if let Some((known, plan)) = before
                && Arc::ptr_eq(&known.entries[number], entry)
            {
                return plan.files[number].clone();
            }
            let mut files: Vec<(Arc<str>, bool)> = Vec::new();
            for (language, version) in entry.versions.pairs() {
                let Some(version) = version else { continue };
                let is_online = entry.online(language).is_some();
                let used = files_of(graph, snapshot, config, number, version).into_iter();
                files.extend(used.map(|(path, used)| {
                    let is_published = is_online && is_published(&path, used);
                    (path, is_published)
                }));
            }
            files.sort();
            files.dedup();
            match files.is_empty() {
                true => none.clone(),
                false => files.into(),
            }
        })
        .collect();
    files.into()
}

/// The images of entries that say that theirs show people, where `site.yaml` asks for it.
fn brief(snapshot: &Snapshot, config: &Config, graph: &Graph) -> BTreeSet<Arc<str>> {
    if !config.site.images.people_brief {
        return BTreeSet::new();
    }
    let numbered = graph.entries.pairs();
    let versions = numbered.flat_map(|(number, entry)| {
        let languages = entry
            .versions
            .ids()
            .filter_map(|language| entry.online(language));
        languages.map(move |version| (number, version))
    });
    versions
        .filter(|(_, version)| version.flag("shows_people"))
        .flat_map(|(number, version)| files_of(graph, snapshot, config, number, version))
        .map(|(path, _)| path)
        .collect()
}

/// The feeds of every language, where a collection wants one.
fn feeds(config: &Config, routes: &Routes) -> Vec<Feed> {
    let mut feeds = Vec::new();
    for language in config.site.languages.ids() {
        let wanting = config.collections.ids().filter(|collection| {
            config.collections[*collection].feed && routes.list(*collection, language, 1).is_some()
        });
        let of = |collection| Feed {
            language,
            collection,
        };
        let own: Vec<Feed> = wanting.map(|collection| of(Some(collection))).collect();
        if !own.is_empty() {
            feeds.push(of(None));
            feeds.extend(own);
        }
    }
    feeds
}

/// `static/`, copied as it is.
fn copies(snapshot: &Snapshot) -> Vec<(Arc<str>, Arc<str>)> {
    snapshot
        .under("static")
        .filter_map(|file| {
            let output = file.path.strip_prefix("static/")?;
            // It is always written, and empty in every site.
            if output == NOJEKYLL {
                return None;
            }
            Some((Arc::from(output), file.path.clone()))
        })
        .collect()
}

/// Where the files stand that no file of the site causes.
fn own() -> Location {
    Location::new(SITE, Span::new(0, 0))
}

/// Files that cannot both be written, with both places.
fn collisions(
    config: &Config,
    pages: &[Page],
    assets: &Assets,
    copies: &[(Arc<str>, Arc<str>)],
    (feeds, datasets, calendars, iati): (&[Feed], &[DataSet], &[Calendar], &[IatiFile]),
    routes: &Routes,
) -> Vec<Diagnostic> {
    let asked = [(HostFile::Htaccess, HTACCESS), (HostFile::Azure, AZURE)]
        .into_iter()
        .filter(|(file, _)| config.site.hosting.publishes(*file))
        .map(|(_, output)| output);
    let outputs = pages
        .iter()
        .map(|page| (page.output.clone(), page.place.clone()))
        .chain(
            assets
                .iter()
                .map(|asset| (asset.output.clone(), Location::file(asset.source.clone()))),
        )
        .chain(
            copies
                .iter()
                .map(|(output, source)| (output.clone(), Location::file(source.clone()))),
        )
        .chain(
            [SITEMAP, ROBOTS, RULES, HEADERS, NOJEKYLL, BUILD]
                .into_iter()
                .chain(asked)
                .map(|output| (Arc::from(output), own())),
        )
        .chain(
            (1..=pages.len().div_ceil(SITEMAP_MOST))
                .filter(|_| pages.len() > SITEMAP_MOST)
                .map(|number| (sitemap_part(number).into(), own())),
        )
        .chain(feeds.iter().flat_map(|feed| {
            FeedFormat::ALL.into_iter().filter_map(|format| {
                let address = routes.feed(feed.collection, feed.language, format)?;
                Some((output_of(&address).into(), own()))
            })
        }))
        .chain(config.site.languages.ids().filter_map(|language| {
            config.site.search.as_ref()?;
            let output = output_of(&routes.search_index(language));
            Some((output.into(), own()))
        }))
        .chain(datasets.iter().flat_map(|set| {
            let place = Location::file(config.collections[set.collection].path.clone());
            let outputs = set.outputs().into_iter();
            outputs.map(move |output| (output, place.clone()))
        }))
        .chain(iati.iter().map(|file| {
            let declared = &config.collections[file.collection];
            (file.output.clone(), Location::file(declared.path.clone()))
        }))
        .chain(calendars.iter().map(|calendar| {
            let declared = &config.collections[calendar.collection];
            (
                calendar.output.clone(),
                Location::file(declared.path.clone()),
            )
        }))
        .chain(
            routes
                .redirects
                .iter()
                .map(|redirect| (output_of(&redirect.from).into(), redirect.place.clone())),
        );
    let mut all: Vec<(Arc<str>, Location)> = outputs.collect();
    all.sort();
    let mut diagnostics = names::too_long(&all);
    let kept = copies.iter().filter(|(output, _)| {
        let top = output.split_once('/').map(|(top, _)| top);
        top.is_some_and(|top| top.eq_ignore_ascii_case("assets"))
    });
    diagnostics
        .extend(kept.map(|(_, source)| Diagnostic::on_file(&say::OWN_FOLDER, source.clone())));
    let aliases: BTreeSet<&Location> = routes.redirects.iter().map(|alias| &alias.place).collect();
    // Some disks take names that differ only in case for one.
    let mut taken = Index::default();
    for (number, (output, place)) in all.iter().enumerate() {
        let normalized: Arc<str> = output.to_lowercase().into();
        let Some(known) = taken.get(&normalized) else {
            taken.insert(normalized, number);
            continue;
        };
        let (other, other_place) = &all[known];
        if let Some(alias) = [place, other_place]
            .into_iter()
            .find(|at| aliases.contains(at))
        {
            let theirs = if alias == place { other_place } else { place };
            diagnostics.push(names::alias_taken(shown(output), alias, theirs));
            continue;
        }
        if *place == own() || *other_place == own() {
            let theirs = if *place == own() { other_place } else { place };
            diagnostics.push(
                Diagnostic::new(&say::OWN_FILE)
                    .with("address", shown(output))
                    .placed(theirs.clone()),
            );
            continue;
        }
        let message = if other == output {
            Diagnostic::new(&say::COLLISION)
        } else {
            Diagnostic::new(&say::NEAR_COLLISION).with("other", shown(other))
        };
        diagnostics.push(
            message
                .with("address", shown(output))
                .placed(place.clone())
                .related(other_place.clone(), say::TAKEN),
        );
    }
    // A file must not stand where a folder is needed. Most files share their folders.
    let mut looked_at = Index::default();
    for (output, place) in &all {
        let mut folder = output.to_lowercase();
        while let Some(at) = folder.rfind('/') {
            folder.truncate(at);
            let file = match looked_at.get(&folder) {
                Some(GOOD) => break,
                Some(file) => Some(file),
                None => {
                    let file = taken.get(&folder);
                    looked_at.insert(folder.as_str().into(), file.unwrap_or(GOOD));
                    file
                }
            };
            if let Some(file) = file {
                let (other, other_place) = &all[file];
                diagnostics.push(
                    Diagnostic::new(&say::NEAR_COLLISION)
                        .with("address", shown(output))
                        .with("other", shown(other))
                        .placed(place.clone())
                        .related(other_place.clone(), say::TAKEN),
                );
            }
        }
    }
    diagnostics
}

/// Said of a folder in whose place there is no file; the folders around it were looked at too,
/// and what is wrong with them was told once.
const GOOD: usize = usize::MAX;

/// An output as an address.
fn shown(output: &str) -> String {
    format!("/{}", output.strip_suffix("index.html").unwrap_or(output))
}
