//! What may be asked of the site while a page is rendered, and the answers.
//!
//! A template reaches other pages by queries only, so that a page's [`trace`](crate::trace)
//! says everything that it depends on. Queries are total: "there is none" is an answer.
//! Answering never renders a page. Another entry inside an answer is a stub: its id, title,
//! address, language, and the fields that were asked for.

mod accessibility;
mod blocks;
mod calendar;
mod collections;
mod data;
mod dataset;
mod definitions;
mod entries;
mod facets;
mod guide;
mod holders;
mod image;
mod moments;
mod navigation;
mod page;
mod shared;
mod structured;
mod theme;
mod value;

pub(crate) use blocks::BlockText;
pub use calendar::{calendar, identifier};
pub use data::figures_output;
pub use dataset::{Published, csv, has_decimal_comma, inert};
pub use entries::ListQuery;
pub use image::{Request, SOCIAL_CARD_TEMPLATE, SocialCard};
pub use value::{Fingerprint, MARKDOWN, map, plain};

use std::borrow::Cow;
use std::hash::BuildHasher;
use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock, RwLock};

use foldhash::fast::FixedState;

use jiff::civil::{Date, DateTime};
use tera::Value;

use crate::borrowed;
use rihla_site::config::{Config, Phrase};
use rihla_site::graph::{Graph, LinkTarget, Moment, TallyQuery};
use rihla_site::ids::{ByCollection, ByLanguage, LanguageId};
use rihla_site::plan::Plan;
use rihla_site::route::Routes;
use rihla_site::source::Snapshot;
use rihla_site::variant::Focus;
use rihla_text::typography;
use rihla_text::url::composed;
use shared::Common;
use shared::Shared;

/// A query; languages are numbers in the site's order.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Query {
    /// The context of the page at an address (without base).
    Page(Arc<str>),
    /// The name of the template that draws the page at an address (without base).
    DrawnBy(Arc<str>),
    /// A template or component of the theme, with all that it reaches.
    Template(Arc<str>),
    /// The site: title, description, home, `params`.
    Site(LanguageId),
    /// What the site says of its accessibility.
    Accessibility(LanguageId),
    /// An entry by its id.
    Entry {
        id: Arc<str>,
        /// The reader's language.
        language: LanguageId,
        /// The fields that the stub carries.
        fields: Vec<Arc<str>>,
    },
    /// Entries of a collection.
    Entries(ListQuery),
    /// The names of the fields that a collection declares, by its name.
    Fields(Arc<str>),
    /// The collections of the site.
    Collections(LanguageId),
    /// What a collection says of its fields, for readers of a language.
    Sheet {
        /// Its name.
        collection: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// The entries that refer to an entry, newest first.
    Backlinks {
        /// The entry referred to.
        id: Arc<str>,
        /// Only those that are in this list too.
        list: ListQuery,
    },
    /// The entries of the same collection that share the most references with an entry.
    Related {
        /// The entry.
        id: Arc<str>,
        /// The reader's language.
        language: LanguageId,
        /// How many at most.
        limit: usize,
        /// The fields that the stubs carry.
        fields: Vec<Arc<str>>,
    },
    /// The entries before and after an entry in its collection's order.
    Neighbours {
        /// The entry.
        id: Arc<str>,
        /// The reader's language.
        language: LanguageId,
        /// The fields that the stubs carry.
        fields: Vec<Arc<str>>,
    },
    /// The pages beneath a page.
    Children {
        /// The page.
        id: Arc<str>,
        /// The reader's language.
        language: LanguageId,
        /// The fields that the stubs carry.
        fields: Vec<Arc<str>>,
    },
    /// The terms of the glossary that are explained in a language: their ids and names.
    Terms(LanguageId),
    /// What they mean, in the order of a dictionary.
    Definitions(LanguageId),
    /// What one of them means, by its id.
    Definition {
        id: Arc<str>,
        /// The language of the text that it stands in.
        language: LanguageId,
    },
    /// The guide to which the page at an address (without base) belongs.
    Guide(Arc<str>),
    /// The address of an entry or of a collection's list, and its language where it is another.
    Url {
        /// An id or the name of a collection.
        to: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// The page at an address (without base) in every language of the site.
    Translations(Arc<str>),
    /// The alternates of the page at an address, for search engines.
    Alternates(Arc<str>),
    /// The languages of the site.
    Languages,
    /// A menu by its name.
    Menu {
        name: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// The way from the home page to the page at an address (without base).
    Breadcrumbs(Arc<str>),
    /// What search engines are told of the page at an address (without base).
    StructuredData(Arc<str>),
    /// The feeds of a language: of everything, and of a collection.
    Feeds {
        /// The name of the collection; empty for none.
        collection: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// The address of an asset of the theme.
    Asset(Arc<str>),
    /// The address and the size of a published file, by its path in the site.
    File(Arc<str>),
    /// The rows of a file of data, the names of its columns first, by its path in the site.
    Data {
        path: Arc<str>,
        /// The reader's language, for texts that are written in several.
        language: LanguageId,
    },
    /// The calendars that a reader of the page at an address (without base) may take.
    Calendars(Arc<str>),
    /// The data that collections publish in a language.
    Datasets {
        /// The name of the collection; empty for all.
        collection: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// How many entries of a collection there are by something that they have.
    Tally(TallyQuery),
    /// A published file as something to download, by its path in the site.
    Download(Arc<str>),
    /// Whether the theme has a slot for images of this name.
    Slot(Arc<str>),
    /// An image as a slot of the theme shows it.
    Image {
        /// Its path in the site.
        file: Arc<str>,
        /// The name of the slot.
        slot: Arc<str>,
        /// What must stay visible where it is cropped.
        focus: Option<Focus>,
    },
    /// The figures of a chart as a file to take.
    Figures {
        /// What the file is called, before its digest.
        name: Arc<str>,
        /// What is in it.
        text: Arc<str>,
    },
    /// The image that other sites show of the page at an address (without base).
    SocialCard(Arc<str>),
    /// Where a link of a text leads.
    Link {
        /// The folder of the text.
        folder: Arc<str>,
        /// The entry of the text.
        id: Arc<str>,
        /// As written.
        destination: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// A string of the theme.
    Phrase {
        key: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// An entry of the collection `facts`, its value formatted.
    Fact {
        id: Arc<str>,
        /// The reader's language.
        language: LanguageId,
    },
    /// The text of an entry of the collection `blocks`, which another text includes.
    Block {
        id: Arc<str>,
        /// The language of the other text.
        language: LanguageId,
    },
    /// Whether a day lies before the day of the build.
    Past(Date),
    /// Whether a day and time in the site's time zone have been reached at the moment of the build.
    Passed(DateTime),
    /// The year of the build.
    Year,
}

impl Query {
    /// Whether many pages ask it, so that its answer is worth caching.
    pub fn is_shared(&self) -> bool {
        matches!(
            self,
            Self::Site(_)
                | Self::Accessibility(_)
                | Self::Entries(_)
                | Self::Fields(_)
                | Self::Collections(_)
                | Self::Sheet { .. }
                | Self::Terms(_)
                | Self::Slot(_)
                | Self::Languages
                | Self::Menu { .. }
                | Self::Phrase { .. }
                | Self::Asset(_)
                | Self::Feeds { .. }
                | Self::Datasets { .. }
                | Self::Template(_)
                | Self::Download(_)
                | Self::Past(_)
                | Self::Passed(_)
                | Self::Year
        )
    }

    /// Whether something may have to be [made](Site::requests) so that its answer holds.
    pub fn is_image(&self) -> bool {
        matches!(self, Self::Image { .. } | Self::SocialCard(_))
    }

    /// Whether its answer matters for more than the HTML of a page: for images, for files of figures, and for when
    /// the page changed.
    pub(crate) fn is_noted(&self) -> bool {
        self.is_image()
            || matches!(
                self,
                Self::Fact { .. } | Self::Block { .. } | Self::Figures { .. }
            )
    }

    /// Whether its answer depends on more than the shape of the entries and what is known of the page's own.
    pub(crate) fn is_of_others(&self) -> bool {
        self.is_image() || matches!(self, Self::Block { .. })
    }

    /// The same query with other texts in the place of those that name the page, an entry
    /// or a folder: what is cached of a page need not repeat its names.
    pub(crate) fn with_texts(&self, put: &mut dyn FnMut(&Arc<str>) -> Arc<str>) -> Self {
        let mut query = self.clone();
        match &mut query {
            Self::Page(address)
            | Self::DrawnBy(address)
            | Self::Translations(address)
            | Self::Alternates(address)
            | Self::SocialCard(address)
            | Self::StructuredData(address)
            | Self::Calendars(address)
            | Self::Guide(address)
            | Self::Breadcrumbs(address) => *address = put(address),
            Self::Entry { id, .. }
            | Self::Backlinks { id, .. }
            | Self::Related { id, .. }
            | Self::Neighbours { id, .. }
            | Self::Children { id, .. } => *id = put(id),
            Self::Link { folder, id, .. } => {
                *folder = put(folder);
                *id = put(id);
            }
            _ => {}
        }
        query
    }

    /// 64 bits that are alike for equal queries, and hardly ever for others.
    fn hash64(&self) -> u64 {
        FixedState::default().hash_one(self)
    }
}

/// An answer, and what tells it from another one.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What a template gets.
    pub value: Value,
    /// Equal for equal answers.
    pub fingerprint: Fingerprint,
}

/// Everything that queries are asked of. It does not change while pages are rendered.
#[derive(Debug)]
pub struct Site {
    /// The files.
    pub snapshot: Arc<Snapshot>,
    /// What the site says of itself.
    pub config: Config,
    /// The entries.
    pub graph: Graph,
    /// The addresses.
    pub routes: Arc<Routes>,
    /// The pages.
    pub plan: Plan,
    /// As of when, and with what, the site is built.
    pub moment: Moment,
    /// Answers that many pages ask for.
    shared: RwLock<Shared>,
    /// What templates are given of each language of the site, and of each in a stub.
    language_values: ByLanguage<navigation::LanguageValues>,
    /// Stubs that stand in many lists.
    stubs: Vec<entries::Stubs>,
    /// Collection → the fields that the stubs of its list carry.
    list_fields: ByCollection<Vec<Arc<str>>>,
    /// The data that each collection publishes in each language, made when it is first asked for.
    data_sets: ByCollection<ByLanguage<OnceLock<Option<Arc<Published>>>>>,
    /// What of each collection is reported to IATI, as soon as it is asked for.
    iati_files: ByCollection<OnceLock<Arc<Vec<u8>>>>,
    /// Which entries hold a value.
    holders: holders::Holders,
}

impl Site {
    /// Puts together what was read, linked and planned.
    pub fn new(
        snapshot: Arc<Snapshot>,
        config: Config,
        graph: Graph,
        routes: Arc<Routes>,
        plan: Plan,
        moment: Moment,
    ) -> Self {
        let list_fields: ByCollection<Vec<Arc<str>>> = config
            .collections
            .iter()
            .map(|collection| entries::list_fields(&collection.schema))
            .collect();
        let places = graph.entries.len() * config.site.languages.len();
        Self {
            language_values: navigation::LanguageValues::of(&config.site.languages),
            stubs: entries::Stubs::of(&list_fields, places),
            list_fields,
            iati_files: config.collections.iter().map(|_| OnceLock::new()).collect(),
            data_sets: config
                .collections
                .iter()
                .map(|_| {
                    config
                        .site
                        .languages
                        .iter()
                        .map(|_| OnceLock::new())
                        .collect()
                })
                .collect(),
            snapshot,
            config,
            graph,
            routes,
            plan,
            moment,
            shared: RwLock::default(),
            holders: holders::Holders::default(),
        }
    }

    /// Answers a query.
    pub fn answer(&self, query: &Query) -> Answer {
        self.answer_numbered(query).0
    }

    /// Answers a query. One that many pages ask has a number: they count from 0 in the
    /// order in which they were first asked.
    pub fn answer_numbered(&self, query: &Query) -> (Answer, Option<u32>) {
        self.numbered(query, true)
    }

    /// As [`Site::answer_numbered`], for a query that something asked in an earlier build: it is
    /// [asked](Site::asked_queries) only where something asks it again.
    pub fn answer_cached(&self, query: &Query) -> (Answer, Option<u32>) {
        self.numbered(query, false)
    }

    fn numbered(&self, query: &Query, is_asked: bool) -> (Answer, Option<u32>) {
        if !query.is_shared() {
            return (self.make(query), None);
        }
        let hash = query.hash64();
        if let Ok(shared) = self.shared.read()
            && let Some((answer, number)) = shared.find(hash, query, is_asked)
        {
            return (answer, Some(number));
        }
        let answer = self.make(query);
        match self.shared.write() {
            Ok(mut shared) => shared.add(hash, query, answer, is_asked),
            // A thread panicked while it noted an answer: nothing is shared any more.
            Err(_) => (answer, None),
        }
    }

    /// Notes that a page that stays as it is asks the queries of these numbers.
    pub fn asks(&self, numbers: &[u32]) {
        let Ok(shared) = self.shared.read() else {
            return;
        };
        for number in numbers {
            if let Some(common) = shared.list.get(*number as usize) {
                common.is_asked.store(true, Ordering::Relaxed);
            }
        }
    }

    /// The queries that many pages ask, by number, with what tells their answers apart.
    pub fn shared_queries(&self) -> Vec<(Query, Fingerprint)> {
        let Ok(shared) = self.shared.read() else {
            return Vec::new();
        };
        let of = |common: &Common| (common.query.clone(), common.answer.fingerprint);
        shared.list.iter().map(of).collect()
    }

    /// Those of them that something in the site asks: the others are only cached.
    pub fn asked_queries(&self) -> Vec<Query> {
        let Ok(shared) = self.shared.read() else {
            return Vec::new();
        };
        let asked = shared.list.iter();
        let asked = asked.filter(|common| common.is_asked.load(Ordering::Relaxed));
        asked.map(|common| common.query.clone()).collect()
    }

    fn make(&self, query: &Query) -> Answer {
        let value = self.value(query);
        Answer {
            fingerprint: Fingerprint::of(&value),
            value,
        }
    }

    fn value(&self, query: &Query) -> Value {
        match query {
            Query::Page(address) => self.page(address),
            Query::DrawnBy(address) => {
                let page = self.plan.page(address);
                page.map_or_else(Value::none, |page| Value::from(&*page.template))
            }
            Query::Template(name) => self.template(name),
            Query::Site(language) => self.site(*language),
            Query::Accessibility(language) => self.accessibility(*language),
            Query::Entry {
                id,
                language,
                fields,
            } => self.entry(id, *language, fields),
            Query::Entries(list) => self.entries(list),
            Query::Fields(collection) => self.declared(collection),
            Query::Collections(language) => self.collections(*language),
            Query::Sheet {
                collection,
                language,
            } => self.sheet(collection, *language),
            Query::Backlinks { id, list } => self.backlinks(id, list),
            Query::Related {
                id,
                language,
                limit,
                fields,
            } => self.related(id, *language, *limit, fields),
            Query::Neighbours {
                id,
                language,
                fields,
            } => self.neighbours(id, *language, fields),
            Query::Children {
                id,
                language,
                fields,
            } => self.children(id, *language, fields),
            Query::Terms(language) => self.terms(*language),
            Query::Definitions(language) => self.definitions(*language),
            Query::Definition { id, language } => self.definition(id, *language),
            Query::Guide(address) => self.guide(address),
            Query::Url { to, language } => self.url(to, *language),
            Query::Translations(address) => self.translations(address),
            Query::Alternates(address) => self.alternates_value(address),
            Query::Languages => self.languages(),
            Query::Menu { name, language } => self.menu(name, *language),
            Query::Breadcrumbs(address) => self.breadcrumbs(address),
            Query::StructuredData(address) => self.structured_data(address),
            Query::Feeds {
                collection,
                language,
            } => self.feeds(collection, *language),
            Query::Asset(name) => self.asset(name),
            Query::File(path) => self.file(path),
            Query::Data { path, language } => self.data(path, *language),
            Query::Calendars(address) => self.calendars(address),
            Query::Datasets {
                collection,
                language,
            } => self.datasets(collection, *language),
            Query::Tally(tally) => self.tally(tally),
            Query::Download(path) => self.download(path),
            Query::Slot(name) => Value::from(self.config.theme.slot(name).is_some()),
            Query::Image { file, slot, focus } => self.image(file, slot, *focus),
            Query::Figures { name, text } => self.figures(name, text),
            Query::SocialCard(address) => self.social_card_value(address),
            Query::Link {
                folder,
                id,
                destination,
                language,
            } => self.link(folder, id, destination, *language),
            Query::Phrase { key, language } => self.phrase(key, *language),
            Query::Fact { id, language } => self.fact(id, *language),
            Query::Block { id, language } => self.block(id, *language),
            Query::Past(day) => Value::from(*day < self.moment.today),
            // A time has passed as soon as it is reached, as that of `unpublish_at`.
            Query::Passed(time) => {
                let reached = self.config.site.time_zone.to_timestamp(*time);
                Value::from(reached.is_ok_and(|reached| reached <= self.moment.now))
            }
            Query::Year => Value::from(i64::from(self.moment.today.year())),
        }
    }

    fn site(&self, language: LanguageId) -> Value {
        let site = &self.config.site;
        let words = |words| self.words_value(self.words(words, language), language);
        map([
            ("title", words(&site.title)),
            ("description", words(&site.description)),
            ("language", self.language_values[language].whole.clone()),
            ("demonstration", Value::from(site.is_demonstration)),
            (
                "notices",
                site.notices
                    .as_ref()
                    .map_or_else(Value::none, |(name, _)| Value::from(&**name)),
            ),
            ("base_url", Value::from(self.routes.absolute("/"))),
            (
                "home",
                Value::from(self.routes.url(self.routes.door(language))),
            ),
            ("languages_page", Value::from(self.routes.url("/"))),
            ("search", self.search(language)),
            (
                "params",
                site.params.as_ref().map_or_else(
                    || map([]),
                    |node| value::of_yaml(node, language, &self.config, None),
                ),
            ),
        ])
    }

    fn asset(&self, name: &str) -> Value {
        match self.plan.assets.of_theme(name) {
            Some(asset) => Value::from(self.routes.url(&asset.output)),
            None => Value::none(),
        }
    }

    /// `{src, width, height}` of a published file.
    fn file(&self, path: &str) -> Value {
        let src = match path.strip_prefix("static/") {
            Some(copied) => self.snapshot.get(path).map(|_| self.routes.url(copied)),
            None => self
                .plan
                .assets
                .of_file(path)
                .map(|asset| self.routes.url(&asset.output)),
        };
        let Some(src) = src else {
            return Value::none();
        };
        let size = self.size_of(path);
        let side = |side: Option<u32>| side.map_or_else(Value::none, Value::from);
        map([
            ("src", Value::from(src)),
            ("width", side(size.map(|(width, _)| width))),
            ("height", side(size.map(|(_, height)| height))),
        ])
    }

    /// `{href, language}`: the address, and the tag of the target's language where it is not
    /// the reader's; none where the link leads to what is not online.
    fn link(&self, folder: &str, id: &str, destination: &str, language: LanguageId) -> Value {
        match self.href(folder, id, destination, language) {
            Some((href, other)) => map([
                ("href", Value::from(href)),
                (
                    "language",
                    plain(other.map(|other| &self.config.site.languages[other].tag)),
                ),
            ]),
            None => Value::none(),
        }
    }

    /// As [`Site::link`]: the address, and the target's language where it is not the reader's.
    pub(in crate::query) fn href(
        &self,
        folder: &str,
        id: &str,
        destination: &str,
        language: LanguageId,
    ) -> Option<(String, Option<LanguageId>)> {
        let target = self
            .graph
            .link_target(&self.snapshot, &self.config, folder, destination);
        // A place in a file is its format's affair (RFC 8118 for PDF).
        let in_file = |path: &str, href: String| match destination.split_once('#') {
            // A `#` may be the name's own.
            Some((_, end)) if path.ends_with(&*composed(&format!("#{end}"))) => href,
            Some((_, fragment)) if !fragment.is_empty() => format!("{href}#{fragment}"),
            _ => href,
        };
        let (href, other) = match target {
            LinkTarget::Here(fragment) => {
                let fragment = self
                    .graph
                    .find(id)
                    .and_then(|entry| self.graph.fragment(entry, language, &fragment))
                    .unwrap_or(fragment);
                (Some(format!("#{fragment}")), None)
            }
            LinkTarget::Entry(entry, fragment) => match self.graph.entries[entry].shown(language) {
                Some((shown, _)) => {
                    let address = self.routes.entry(entry, shown);
                    let href = address.map(|address| {
                        let mut href = self.routes.url(address);
                        let own = fragment.and_then(|fragment| {
                            let own = self.graph.fragment(entry, shown, &fragment);
                            own.or_else(|| {
                                let is_known = self.config.theme.has_anchor(&fragment);
                                is_known.then_some(fragment)
                            })
                        });
                        if let Some(own) = own {
                            href.push('#');
                            href.push_str(&own);
                        }
                        href
                    });
                    (href, (shown != language).then_some(shown))
                }
                None => (None, None),
            },
            LinkTarget::List(_) => match self.address_of(Some(&target), language) {
                Some((href, other)) => (Some(href), other),
                None => (None, None),
            },
            LinkTarget::File(path) => (
                self.plan
                    .assets
                    .of_file(&path)
                    .map(|asset| in_file(&path, self.routes.url(&asset.output))),
                None,
            ),
            LinkTarget::Copied(path) => (Some(in_file(&path, self.routes.url(&path))), None),
            LinkTarget::Address(address) => (Some(address.to_string()), None),
            LinkTarget::Several(_) | LinkTarget::Outside | LinkTarget::Nothing => (None, None),
        };
        href.map(|href| (href, other))
    }

    /// A text, or a map from plural category to text; both with placeholders, and marked where the
    /// language borrows them.
    fn phrase(&self, key: &str, language: LanguageId) -> Value {
        let Some((phrase, written)) = self.config.theme.phrase(language, key) else {
            return Value::none();
        };
        let rules = self.config.site.languages[written].typography;
        let set = |text: &str| {
            let text = match rules {
                Some(rules) => Cow::Owned(typography::phrase(text, rules)),
                None => Cow::Borrowed(text),
            };
            Value::from(&*borrowed::told(&text, written, language))
        };
        match phrase {
            Phrase::Plain(text) => set(text),
            Phrase::Plural(forms) => value::object(
                forms
                    .iter()
                    .map(|(plural, text)| (plural.as_str().into(), set(text))),
            ),
        }
    }
}
