//! Queries about where a page stands: languages, menus, the way back.

use std::sync::Arc;

use tera::Value;

use super::Site;
use super::calendar::calendar;
use super::value::{map, plain};
use crate::borrowed;
use rihla_site::config::{AddressPart, Localized, MenuItem, MenuTarget, SEARCH_PAGE};
use rihla_site::content::Role;
use rihla_site::graph::{LinkTarget, is_elsewhere, menu_target};
use rihla_site::ids::{ByLanguage, CollectionId, LanguageId};
use rihla_site::plan::{Calendar, Feed, Page, PageKind};
use rihla_site::route::FeedFormat;

/// The folder from which the lines of menus lead.
const CONTENT: &str = "content";

/// The same page in another language, for search engines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// A language tag, or `x-default`.
    pub hreflang: Arc<str>,
    /// The whole address.
    pub absolute: String,
}

impl Site {
    /// `{address, language}`; none for what is not online.
    pub(super) fn url(&self, to: &str, language: LanguageId) -> Value {
        let target = menu_target(&self.graph, &self.config, to);
        let found = self.address_of(target.as_ref(), language);
        found.map_or_else(Value::none, |(address, other)| {
            let tag = other.map(|other| &self.config.site.languages[other].tag);
            map([("address", Value::from(address)), ("language", plain(tag))])
        })
    }

    /// The address of a target, and its language where it is not the reader's.
    pub(super) fn address_of(
        &self,
        target: Option<&LinkTarget>,
        language: LanguageId,
    ) -> Option<(String, Option<LanguageId>)> {
        match target? {
            LinkTarget::Entry(entry, _) => {
                let (shown, _) = self.graph.entries[*entry].shown(language)?;
                let address = self.routes.entry(*entry, shown)?;
                let other = (shown != language).then_some(shown);
                Some((self.routes.url(address), other))
            }
            LinkTarget::List(collection) => {
                let own = self.routes.list(*collection, language, 1);
                if let Some(address) = own {
                    return Some((self.routes.url(&address), None));
                }
                // A partial language may have no list of its own.
                let mut languages = self.config.site.languages.ids();
                let (other, address) = languages
                    .find_map(|other| Some((other, self.routes.list(*collection, other, 1)?)))?;
                Some((self.routes.url(&address), Some(other)))
            }
            _ => None,
        }
    }

    /// The address, without base, of a page's own counterpart in a language.
    pub fn counterpart(&self, page: &Page, language: LanguageId) -> Option<Arc<str>> {
        match page.kind {
            PageKind::Languages | PageKind::NotFound { .. } => None,
            PageKind::Home(entry) | PageKind::Entry(entry) => {
                self.routes.entry(entry, language).cloned()
            }
            PageKind::List(collection, number) => self
                .routes
                .list(collection, language, number)
                .filter(|address| self.plan.page(address).is_some()),
            PageKind::Year(collection, year, number) => self
                .routes
                .year(collection, year, language)
                .map(|first| self.routes.paginated(first, number))
                .filter(|address| self.plan.page(address).is_some()),
            PageKind::Narrowed(collection, place, number) => {
                let own = self.routes.narrowed(collection, page.language).get(place)?;
                let other = self.routes.narrowed_to(collection, language, &own.chosen)?;
                let first = &self.routes.narrowed(collection, language)[other].address;
                let address = self.routes.paginated(first, number);
                self.plan.page(&address).map(|_| address)
            }
            PageKind::Continued(entry, number) => self
                .routes
                .entry(entry, language)
                .map(|first| self.routes.paginated(first, number))
                .filter(|address| self.plan.page(address).is_some()),
            PageKind::Whole(guide) => self
                .routes
                .entry(guide, language)
                .map(|address| self.routes.whole(address))
                .filter(|address| self.plan.page(address).is_some()),
        }
    }

    /// The nearest page in a language that has no counterpart: a parent, the list, the home page.
    fn nearest(&self, page: &Page, language: LanguageId) -> Arc<str> {
        let near = match page.kind {
            PageKind::List(collection, _) | PageKind::Narrowed(collection, ..) => {
                self.routes.list(collection, language, 1)
            }
            PageKind::Year(collection, year, _) => self
                .routes
                .year(collection, year, language)
                .cloned()
                .or_else(|| self.routes.list(collection, language, 1)),
            PageKind::Continued(entry, _) | PageKind::Whole(entry)
                if self.routes.entry(entry, language).is_some() =>
            {
                self.routes.entry(entry, language).cloned()
            }
            PageKind::Entry(entry) | PageKind::Continued(entry, _) | PageKind::Whole(entry) => {
                let mut id: &str = &self.graph.entries[entry].id;
                let mut parent = None;
                while let Some((above, _)) = id.rsplit_once('/') {
                    parent = self
                        .graph
                        .find(above)
                        .and_then(|number| self.routes.entry(number, language).cloned());
                    if parent.is_some() {
                        break;
                    }
                    id = above;
                }
                let collection = self.graph.entries[entry].collection;
                parent.or_else(|| self.routes.list(collection, language, 1))
            }
            _ => None,
        };
        near.unwrap_or_else(|| self.routes.door(language).clone())
    }

    /// A row for each language of the site, for the language switch.
    pub(super) fn translations(&self, address: &str) -> Value {
        let Some(page) = self.plan.page(address) else {
            return Value::from(Vec::<Value>::new());
        };
        let of_one_language = !matches!(
            page.kind,
            PageKind::Languages | PageKind::NotFound { everywhere: true }
        );
        let rows = self.config.site.languages.pairs();
        Value::from(
            rows.map(|(number, _)| {
                let own = self.counterpart(page, number);
                let exact = own.is_some();
                let address = own.unwrap_or_else(|| self.nearest(page, number));
                map([
                    ("language", self.language_values[number].whole.clone()),
                    ("address", Value::from(self.routes.url(&address))),
                    ("absolute", Value::from(self.routes.absolute(&address))),
                    (
                        "current",
                        Value::from(of_one_language && number == page.language),
                    ),
                    ("exact", Value::from(exact)),
                ])
            })
            .collect::<Vec<Value>>(),
        )
    }

    /// The alternates of a page (`hreflang`): its translations and itself, and `x-default`.
    ///
    /// The language page is the `x-default` of the home pages. For any other page it is the
    /// first of its languages in the site's order: a reader of a third language is better
    /// served by the text than by a choice between languages that lose it.
    pub fn alternates(&self, page: &Page) -> Vec<Alternate> {
        if self.is_noindex(page) || matches!(page.kind, PageKind::NotFound { .. }) {
            return Vec::new();
        }
        let languages = &self.config.site.languages;
        let mut alternates: Vec<Alternate> = languages
            .pairs()
            .filter_map(|(number, language)| {
                let address = match page.kind {
                    PageKind::Languages => self.routes.door(number).clone(),
                    _ => self.counterpart(page, number)?,
                };
                let other = self.plan.page(&address)?;
                (!self.is_noindex(other)).then(|| Alternate {
                    hreflang: language.tag.clone(),
                    absolute: self.routes.absolute(&address),
                })
            })
            .collect();
        let default = match page.kind {
            PageKind::Languages | PageKind::Home(_) => Some(self.routes.absolute("/")),
            _ => alternates.first().map(|first| first.absolute.clone()),
        };
        if let Some(absolute) = default {
            alternates.push(Alternate {
                hreflang: "x-default".into(),
                absolute,
            });
        }
        alternates
    }

    /// Whether search engines are asked to leave a page out.
    pub fn is_noindex(&self, page: &Page) -> bool {
        match page.kind {
            PageKind::Home(entry) | PageKind::Entry(entry) | PageKind::Continued(entry, _) => {
                self.graph.entries[entry]
                    .page(page.language)
                    .is_some_and(|(shown, version)| {
                        // A page with a notice is the original's, once more.
                        shown != page.language || version.flag("noindex")
                    })
            }
            // What a page with all parts of a guide says stands on theirs.
            PageKind::NotFound { .. } | PageKind::Whole(_) => true,
            // One of several ways to the same entries, or nothing at present.
            PageKind::Narrowed(collection, place, _) => self
                .routes
                .narrowed(collection, page.language)
                .get(place)
                .is_some_and(|list| list.chosen.len() > 1 || list.entries.is_empty()),
            PageKind::Languages | PageKind::List(..) | PageKind::Year(..) => false,
        }
    }

    /// Whether other sites are not told that a reader comes from a page: `hosting:` names it.
    pub fn is_no_referrer(&self, page: &Page) -> bool {
        let parts = self.pages_of_parts(page);
        if parts.into_iter().any(|part| self.is_no_referrer(part)) {
            return true;
        }
        let wanted = match page.kind {
            PageKind::Home(entry)
            | PageKind::Entry(entry)
            | PageKind::Continued(entry, _)
            | PageKind::Whole(entry) => LinkTarget::Entry(entry, None),
            PageKind::List(collection, _)
            | PageKind::Year(collection, ..)
            | PageKind::Narrowed(collection, ..) => LinkTarget::List(collection),
            PageKind::Languages | PageKind::NotFound { .. } => return false,
        };
        let mut names = self.config.site.hosting.no_referrer.iter();
        names.any(|(id, _)| menu_target(&self.graph, &self.config, id).as_ref() == Some(&wanted))
    }

    /// `{page, index, languages}`: where words are looked for in a language, and in the others; none where they are not.
    pub(super) fn search(&self, language: LanguageId) -> Value {
        let found = |language| {
            let page = self.search_page(language)?;
            let index = self.routes.search_index(language);
            Some((self.routes.url(page), self.routes.url(&index)))
        };
        let Some((page, index)) = found(language) else {
            return Value::none();
        };
        let others = self.config.site.languages.pairs();
        let others = others.filter(|(other, _)| *other != language);
        let others = others.filter_map(|(other, settings)| {
            let (page, index) = found(other)?;
            Some(map([
                ("tag", Value::from(&*settings.tag)),
                ("name", Value::from(&*settings.name)),
                ("direction", Value::from(settings.direction.as_str())),
                ("page", Value::from(page)),
                ("index", Value::from(index)),
            ]))
        });
        let languages = Value::from(others.collect::<Vec<Value>>());
        map([
            ("page", Value::from(page)),
            ("index", Value::from(index)),
            ("languages", languages),
        ])
    }

    /// The address, without the base, of the page for what is found in a language; `None` where the site has no
    /// search in it.
    pub fn search_page(&self, language: LanguageId) -> Option<&Arc<str>> {
        self.config.site.search.as_ref()?;
        let entry = self.graph.find(SEARCH_PAGE)?;
        self.graph.entries[entry].online(language)?;
        self.routes.entry(entry, language)
    }

    pub(super) fn alternates_value(&self, address: &str) -> Value {
        let alternates = self
            .plan
            .page(address)
            .map(|page| self.alternates(page))
            .unwrap_or_default();
        Value::from(
            alternates
                .iter()
                .map(|alternate| {
                    map([
                        ("hreflang", Value::from(&*alternate.hreflang)),
                        ("absolute", Value::from(&*alternate.absolute)),
                    ])
                })
                .collect::<Vec<Value>>(),
        )
    }

    /// `{title, type, address}` of each form of each feed.
    pub(super) fn feeds(&self, collection: &str, language: LanguageId) -> Value {
        let own = self.config.collection(collection).map(|(number, _)| number);
        let feeds = self.plan.feeds.iter().filter(|feed| {
            feed.language == language && (feed.collection.is_none() || feed.collection == own)
        });
        let rows = feeds.flat_map(|feed| {
            let title = self.marked_feed_title(feed);
            FeedFormat::ALL.into_iter().filter_map(move |format| {
                let address = self.routes.feed(feed.collection, language, format)?;
                Some(map([
                    ("title", Value::from(&*title)),
                    ("type", Value::from(format.media_type())),
                    ("address", Value::from(self.routes.url(&address))),
                ]))
            })
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// `{title, address, bytes, all}` of the calendar of a page: that of its entry, or on the first page of a list
    /// that of the collection, for which `all` is true.
    pub(super) fn calendars(&self, address: &str) -> Value {
        let (config, routes) = (&self.config, &*self.routes);
        let planned = self.plan.page(address).and_then(|page| match page.kind {
            PageKind::Entry(entry) => {
                Calendar::of_entry(config, &self.graph, routes, entry, page.language)
            }
            PageKind::List(collection, 1) | PageKind::Narrowed(collection, _, 1) => {
                Calendar::of_list(config, routes, collection, page.language)
            }
            _ => None,
        });
        let rows = planned.into_iter().map(|planned| {
            let shown = planned.entry.and_then(|entry| {
                let version = self.graph.entries[entry].online(planned.language)?;
                Some(self.set(&version.title, planned.language).into_owned())
            });
            let title =
                shown.unwrap_or_else(|| self.calendar_title(planned.collection, planned.language));
            map([
                ("title", Value::from(title)),
                ("address", Value::from(self.routes.url(&planned.output))),
                ("bytes", Value::from(calendar(self, &planned).len() as u64)),
                ("all", Value::from(planned.entry.is_none())),
            ])
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// The title of the calendar of a collection: that of the collection, and that of the site.
    pub(crate) fn calendar_title(&self, collection: CollectionId, language: LanguageId) -> String {
        let feed = Feed {
            language,
            collection: Some(collection),
        };
        self.feed_title(&feed).0
    }

    /// The title of a feed: that of the site, and that of the collection; and the language of its
    /// first words.
    pub fn feed_title(&self, feed: &Feed) -> (String, LanguageId) {
        let title = self.marked_feed_title(feed);
        let language = borrowed::language_of(&title).unwrap_or(feed.language);
        (borrowed::unmarked(&title), language)
    }

    /// What a feed is about, by the words of the collection or of the site, and their language.
    pub fn feed_description(&self, feed: &Feed) -> Option<(String, LanguageId)> {
        let own = feed.collection.map(|own| &self.config.collections[own]);
        let own = own.and_then(|own| self.words(&own.description, feed.language));
        let (words, language) =
            own.or_else(|| self.words(&self.config.site.description, feed.language))?;
        Some((self.set(&words, language).into_owned(), language))
    }

    /// The same, with what it borrows marked.
    fn marked_feed_title(&self, feed: &Feed) -> String {
        let own = feed
            .collection
            .map(|own| &self.config.collections[own].title);
        let titles = [Some(&self.config.site.title), own].into_iter().flatten();
        let titles: Vec<String> = titles
            .filter_map(|title| self.words(title, feed.language))
            .map(|words| self.words_value(Some(words), feed.language).to_string())
            .collect();
        titles.join(" – ")
    }

    pub(super) fn languages(&self) -> Value {
        let rows = self.config.site.languages.pairs();
        Value::from(
            rows.map(|(number, language)| {
                map([
                    ("tag", Value::from(&*language.tag)),
                    ("name", Value::from(&*language.name)),
                    ("direction", Value::from(language.direction.as_str())),
                    (
                        "home",
                        Value::from(self.routes.url(self.routes.door(number))),
                    ),
                    (
                        "site_title",
                        self.words_value(self.words(&self.config.site.title, number), number),
                    ),
                ])
            })
            .collect::<Vec<Value>>(),
        )
    }

    pub(super) fn menu(&self, name: &str, language: LanguageId) -> Value {
        let items = self
            .config
            .site
            .menus
            .iter()
            .find(|(known, _)| **known == *name)
            .map(|(_, items)| items.as_slice())
            .unwrap_or_default();
        Value::from(
            items
                .iter()
                .filter_map(|item| self.menu_item(item, language))
                .collect::<Vec<Value>>(),
        )
    }

    /// A line of a menu; none where it leads to what is not online.
    fn menu_item(&self, item: &MenuItem, language: LanguageId) -> Option<Value> {
        let words = |words: &Localized| self.words(words, language);
        let (address, external, other, own_title) = match &item.target {
            None => (None, false, None, None),
            Some(MenuTarget::Url(url, _)) if is_elsewhere(url) => {
                (Some(url.to_string()), true, None, None)
            }
            Some(MenuTarget::Url(url, _)) => {
                let (address, other) = self.href(CONTENT, "_index", url, language)?;
                (Some(address), false, other, None)
            }
            Some(MenuTarget::Id(id)) => {
                let target = menu_target(&self.graph, &self.config, id)?;
                if let LinkTarget::List(collection) = target
                    && item.items.is_empty()
                    && self.is_bare(collection, language)
                {
                    return None;
                }
                let (address, other) = self.address_of(Some(&target), language)?;
                let title = match target {
                    LinkTarget::Entry(entry, _) => self.graph.entries[entry]
                        .shown(language)
                        .map(|(shown, version)| (version.title.clone(), shown)),
                    LinkTarget::List(collection) => {
                        words(&self.config.collections[collection].title)
                    }
                    _ => None,
                };
                (Some(address), false, other, title)
            }
        };
        let items: Vec<Value> = item
            .items
            .iter()
            .filter_map(|item| self.menu_item(item, language))
            .collect();
        let foreign = |words: &Option<(Arc<str>, LanguageId)>| match words {
            Some((_, written)) if *written != language => {
                self.language_values[*written].short.clone()
            }
            _ => Value::none(),
        };
        let title = words(&item.title).or(own_title);
        let title_language = foreign(&title);
        let title = title.map_or_else(Value::none, |(title, written)| {
            self.set_value(Some(&title), written)
        });
        let intro = words(&item.intro);
        let intro_language = foreign(&intro);
        let intro = intro.map_or_else(Value::none, |(intro, written)| {
            self.set_value(Some(&intro), written)
        });
        Some(map([
            ("title", title),
            ("title_language", title_language),
            ("intro", intro),
            ("intro_language", intro_language),
            ("address", address.map_or_else(Value::none, Value::from)),
            ("external", Value::from(external)),
            (
                "language",
                plain(other.map(|other| &self.config.site.languages[other].tag)),
            ),
            ("items", Value::from(items)),
        ]))
    }

    /// Whether the list of a collection has nothing for a reader: no entry, no text of its own, and nothing by which it
    /// can be followed until there is one.
    fn is_bare(&self, collection: CollectionId, language: LanguageId) -> bool {
        let own = &self.config.collections[collection];
        let text = self.graph.list_text(&self.config, collection);
        let has_text = text.is_some_and(|text| {
            let shown = text.shown(language);
            shown.is_some_and(|(_, version)| version.body.is_some())
        });
        let can_be_followed = own.feed || own.calendar.is_some();
        self.graph.list(collection, language).is_empty() && !has_text && !can_be_followed
    }

    /// `{title, address, language}` from the home page to the parent of a page; `language` where it is
    /// not the page's.
    pub(super) fn breadcrumbs(&self, address: &str) -> Value {
        let Some(page) = self.plan.page(address) else {
            return Value::from(Vec::<Value>::new());
        };
        let language = page.language;
        let crumb = |title: Option<(Arc<str>, LanguageId)>, address: &str| {
            map([
                ("title", self.words_value(title, language)),
                ("address", Value::from(self.routes.url(address))),
                ("language", Value::none()),
            ])
        };
        // What is in the page's language.
        let own = |title: &Arc<str>| Some((title.clone(), language));
        let mut crumbs = Vec::new();
        if matches!(
            page.kind,
            PageKind::Languages | PageKind::Home(_) | PageKind::NotFound { everywhere: true }
        ) {
            return Value::from(crumbs);
        }
        // A partial language may have no home page: the way begins at that of another.
        let home = self.graph.find("_index").and_then(|home| {
            let (shown, version) = self.graph.entries[home].shown(language)?;
            let address = self.routes.entry(home, shown)?;
            Some(((version.title.clone(), shown), address, shown))
        });
        let (title, address, shown) = match home {
            Some((title, address, shown)) => (Some(title), &**address, shown),
            None => {
                let title = self.words(&self.config.site.title, language);
                (title, &**self.routes.door(language), language)
            }
        };
        let other = (shown != language).then(|| &self.config.site.languages[shown].tag);
        crumbs.push(map([
            ("title", self.words_value(title, language)),
            ("address", Value::from(self.routes.url(address))),
            ("language", plain(other)),
        ]));
        let list = |collection: CollectionId| {
            let first = self.routes.list(collection, language, 1)?;
            let title = self.words(&self.config.collections[collection].title, language);
            Some(crumb(title, &first))
        };
        let year = |collection: CollectionId, year: i16| {
            let first = self.routes.year(collection, year, language)?;
            Some(crumb(own(&year.to_string().into()), first))
        };
        match page.kind {
            PageKind::List(collection, number) if number > 1 => crumbs.extend(list(collection)),
            PageKind::Year(collection, of, number) => {
                crumbs.extend(list(collection));
                if number > 1 {
                    crumbs.extend(year(collection, of));
                }
            }
            PageKind::Narrowed(collection, place, number) => {
                crumbs.extend(list(collection));
                crumbs.extend(self.narrowed_crumbs(collection, place, number, language));
            }
            PageKind::Entry(number) | PageKind::Continued(number, _) | PageKind::Whole(number) => {
                let entry = &self.graph.entries[number];
                let collection = &self.config.collections[entry.collection];
                crumbs.extend(list(entry.collection));
                // Where the year is part of the address, it is part of the way.
                if collection.address.contains(&AddressPart::Year)
                    && let Some(date) = entry.date
                {
                    crumbs.extend(year(entry.collection, date.year()));
                }
                for (at, _) in entry.id.match_indices('/') {
                    let parent = self.graph.find(&entry.id[..at]);
                    if let Some(parent) = parent
                        && self.graph.entries[parent].role == Role::Entry
                        && let Some(version) = self.graph.entries[parent].online(language)
                        && let Some(address) = self.routes.entry(parent, language)
                    {
                        crumbs.push(crumb(own(&version.title), address));
                    }
                }
                if matches!(page.kind, PageKind::Continued(..) | PageKind::Whole(_))
                    && let Some(version) = entry.online(language)
                    && let Some(address) = self.routes.entry(number, language)
                {
                    crumbs.push(crumb(own(&version.title), address));
                }
            }
            _ => {}
        }
        Value::from(crumbs)
    }
}

/// What templates are given of a language, made once.
#[derive(Debug)]
pub(super) struct LanguageValues {
    /// On its own.
    pub(super) whole: Value,
    /// In the stub of an entry.
    pub(super) short: Value,
}

impl LanguageValues {
    /// Of each language, in the site's order.
    pub(super) fn of(languages: &[Arc<rihla_text::language::Language>]) -> ByLanguage<Self> {
        let tag = |language: &rihla_text::language::Language| Value::from(&*language.tag);
        let direction =
            |language: &rihla_text::language::Language| Value::from(language.direction.as_str());
        languages
            .iter()
            .map(|language| Self {
                whole: map([
                    ("tag", tag(language)),
                    ("name", Value::from(&*language.name)),
                    ("direction", direction(language)),
                    ("prefix", Value::from(&*language.prefix)),
                ]),
                short: map([("tag", tag(language)), ("direction", direction(language))]),
            })
            .collect()
    }
}
