//! The context of a page.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;
use tera::Value;

use super::Site;
use super::moments::Past;
use super::value::{map, object, plain};
use rihla_site::graph::{Entry, Version, folder_of};
use rihla_site::ids::{CollectionId, EntryId, LanguageId};
use rihla_site::plan::{Page, PageKind};
use rihla_site::schema::{self, FieldValue, Schema};
use rihla_site::source::Digest;
use rihla_site::translation::State;

/// The text of a page: its language, its entry with that one's number, and itself.
type Text<'s> = (LanguageId, (EntryId, &'s Entry, &'s Version));

/// What a page is made of besides its place in the site.
struct Subject<'s> {
    kind: &'static str,
    id: Arc<str>,
    collection: Option<Arc<str>>,
    /// Its title, and the language in which that is.
    title: Option<(Arc<str>, LanguageId)>,
    /// The entry whose text the page carries, and its number.
    text: Option<(EntryId, &'s Entry, &'s Version)>,
}

/// A list of which a page shows a part.
struct ListOf<'s> {
    /// The collection of the entries.
    collection: CollectionId,
    /// Empty for a collection's own list, `year`, or the field that refers to the page's entry.
    by: Arc<str>,
    year: Option<i16>,
    entries: Cow<'s, [EntryId]>,
    per_page: usize,
    /// Which part, from 1.
    number: usize,
    /// The address of the first part.
    first: Arc<str>,
}

impl Site {
    /// `{page, list}`: what the template of a page is given. The body is rendered later, by
    /// whoever renders; its digest stands for it.
    pub(super) fn page(&self, address: &str) -> Value {
        let Some(page) = self.plan.page(address) else {
            return Value::none();
        };
        let subject = self.subject(page);
        // The language of the text, which is not the page's where this has a notice.
        let written = subject
            .text
            .and_then(|(_, entry, _)| entry.page(page.language))
            .map_or(page.language, |(written, _)| written);
        let noindex = self.is_noindex(page);
        let canonical = match noindex {
            true => Value::none(),
            false => Value::from(self.routes.absolute(&page.address)),
        };
        let fields = subject.text.map_or_else(
            || map([]),
            |(number, entry, version)| self.fields(number, entry, version, page.language),
        );
        let body = subject
            .text
            .and_then(|(_, _, version)| version.body.as_ref());
        let toc: Vec<Value> = body
            .map(|body| {
                body.toc
                    .iter()
                    .map(|heading| {
                        map([
                            ("level", Value::from(u32::from(heading.level))),
                            ("id", Value::from(&*heading.id)),
                            ("title", Value::from(&*self.set(&heading.text, written))),
                        ])
                    })
                    .collect()
            })
            .unwrap_or_default();
        let title = match subject.title {
            None => Value::from(""),
            title => self.words_value(title, written),
        };
        let moment = |of: fn(&Self, &Entry, &Version) -> Option<Timestamp>| {
            let moment = subject
                .text
                .and_then(|(_, entry, version)| of(self, entry, version));
            moment.map_or_else(Value::none, |moment| Value::from(self.w3c(moment).as_str()))
        };
        let context = map([
            ("kind", Value::from(subject.kind)),
            ("id", Value::from(&*subject.id)),
            (
                "collection",
                Value::from(subject.collection.as_deref().unwrap_or("")),
            ),
            (
                "language",
                self.language_values[page.language].whole.clone(),
            ),
            ("title", title),
            ("address", Value::from(self.routes.url(&page.address))),
            ("canonical", canonical),
            ("noindex", Value::from(noindex || self.moment.is_noindex)),
            ("no_referrer", Value::from(self.is_no_referrer(page))),
            ("published", moment(Self::published)),
            ("updated", moment(Self::updated)),
            ("history", self.past(subject.text, written)),
            ("notice", self.notice(page, subject.text)),
            ("translation", self.translation(page, subject.text)),
            ("fields", fields),
            (
                "explained",
                Value::from(
                    subject
                        .text
                        .is_some_and(|(number, ..)| self.is_explained(page, number)),
                ),
            ),
            ("html", Value::from("")),
            ("outline", Value::from(toc)),
            ("body", plain(self.body_digest(subject.text).as_ref())),
        ]);
        let list = self
            .list_of(page)
            .map_or_else(Value::none, |list| self.list(page, &list));
        map([("page", context), ("list", list)])
    }

    /// What tells apart all that is known of the entries that a page shows by these entries alone.
    pub(crate) fn own_digest(&self, page: &Page) -> Digest {
        let own = match self.subject(page).text {
            Some((number, ..)) => self.graph.own_digest(number, &self.snapshot),
            None => Digest::of(b""),
        };
        let parts = self.pages_of_parts(page);
        if parts.is_empty() {
            return own;
        }
        // A page with all parts of a guide shows the texts of each.
        let mut bytes = own.bytes().to_vec();
        for part in parts {
            bytes.extend_from_slice(self.own_digest(part).bytes());
        }
        Digest::of(&bytes)
    }

    /// The id of the entry that a page shows, and the folder of its text; empty where it shows
    /// none.
    pub(crate) fn subject_of(&self, page: &Page) -> (Arc<str>, Arc<str>) {
        let subject = self.subject(page);
        let folder = subject
            .text
            .map_or("", |(_, _, version)| folder_of(&version.place.path));
        (subject.id, folder.into())
    }

    /// The entry whose text a page shows, with the language of that text. On the pages of a list
    /// that go on it is still there: its fields are.
    pub(crate) fn text_of(&self, page: &Page) -> Option<(EntryId, LanguageId, &Version)> {
        let (number, entry, _) = self.subject(page).text?;
        let (language, version) = entry.page(page.language)?;
        Some((number, language, version))
    }

    /// The name of the collection of a page, if it has one.
    pub(crate) fn collection_of(&self, page: &Page) -> Option<Arc<str>> {
        self.subject(page).collection
    }

    /// The title of a page.
    pub fn title_of(&self, page: &Page) -> Option<Arc<str>> {
        self.subject(page).title.map(|(title, _)| title)
    }

    fn subject(&self, page: &Page) -> Subject<'_> {
        let of_entry = |number: EntryId| {
            let entry = &*self.graph.entries[number];
            let (written, version) = entry.page(page.language)?;
            Some((written, (number, entry, version)))
        };
        let site_title = || self.words(&self.config.site.title, page.language);
        // A home page and a list need no title of their own.
        let title = |(written, (_, _, version)): Text<'_>| (version.title.clone(), written);
        let own_title = |text: Option<Text<'_>>| {
            text.filter(|(_, (_, _, version))| version.field("title").is_some())
                .map(title)
        };
        match page.kind {
            PageKind::Languages => Subject {
                kind: "languages",
                id: "".into(),
                collection: None,
                title: site_title(),
                text: None,
            },
            PageKind::NotFound { everywhere } => Subject {
                kind: "not-found",
                id: if everywhere { "" } else { "404" }.into(),
                collection: None,
                title: site_title(),
                text: None,
            },
            PageKind::Home(number) => {
                let text = of_entry(number);
                Subject {
                    kind: "home",
                    id: "".into(),
                    collection: None,
                    title: own_title(text).or_else(site_title),
                    text: text.map(|(_, text)| text),
                }
            }
            PageKind::Entry(number) | PageKind::Continued(number, _) | PageKind::Whole(number) => {
                let text = of_entry(number);
                let entry = &self.graph.entries[number];
                Subject {
                    kind: match page.kind {
                        PageKind::Whole(_) => "guide",
                        _ => "entry",
                    },
                    id: entry.id.clone(),
                    collection: Some(self.config.collections[entry.collection].name.clone()),
                    title: text.map(title),
                    text: text.map(|(_, text)| text),
                }
            }
            PageKind::List(number, page_number) => {
                let collection = &self.config.collections[number];
                let text = self
                    .graph
                    .find(&format!("{}/_index", collection.name))
                    .and_then(of_entry);
                Subject {
                    kind: "list",
                    id: collection.name.clone(),
                    collection: Some(collection.name.clone()),
                    title: own_title(text).or_else(|| self.words(&collection.title, page.language)),
                    // It stands on the first page of the list only.
                    text: text.map(|(_, text)| text).filter(|_| page_number == 1),
                }
            }
            PageKind::Year(number, year, _) => {
                let collection = &self.config.collections[number];
                let title = self.words(&collection.title, page.language);
                Subject {
                    kind: "list",
                    id: collection.name.clone(),
                    collection: Some(collection.name.clone()),
                    title: title
                        .map(|(title, written)| (format!("{title} {year}").into(), written)),
                    text: None,
                }
            }
            PageKind::Narrowed(number, place, _) => {
                let collection = &self.config.collections[number];
                let title = self.words(&collection.title, page.language);
                Subject {
                    kind: "list",
                    id: collection.name.clone(),
                    collection: Some(collection.name.clone()),
                    title: title.map(|(title, written)| {
                        let chosen = self.chosen_words(number, place, page.language);
                        (format!("{title}: {chosen}").into(), written)
                    }),
                    text: None,
                }
            }
        }
    }

    /// Every field that has a value: the declared ones, and those that pages show of every entry.
    fn fields(
        &self,
        number: EntryId,
        entry: &Entry,
        version: &Version,
        language: LanguageId,
    ) -> Value {
        let schema = self.schema_of(entry);
        let own = |name: &str| schema.fields.iter().find(|field| &*field.name == name);
        let declared = version.fields.iter().map(|field| (field, true));
        let all = declared.chain(version.builtin.iter().map(|field| (field, false)));
        object(all.filter_map(|((name, value), declared)| {
            let field = match declared {
                true => own(name)?,
                false => schema::shown(name).filter(|_| own(name).is_none())?,
            };
            let value = self.field(number, language, &field.kind, value);
            Some((name.clone(), value))
        }))
    }

    /// The declaration of an entry's fields.
    pub(super) fn schema_of(&self, entry: &Entry) -> &Schema {
        let collections = &self.config.collections;
        match entry.role {
            rihla_site::content::Role::Entry => &collections[entry.collection].schema,
            _ => &collections[self.config.pages()].schema,
        }
    }

    /// `{kind, date, text}` of what became of a text, the newest first.
    fn past(&self, text: Option<(EntryId, &Entry, &Version)>, language: LanguageId) -> Value {
        let Some((_, entry, version)) = text else {
            return Value::from(Vec::<Value>::new());
        };
        let told = |past: Past| {
            let text = match &past.text {
                Some(FieldValue::Text(text)) => Value::from(&*self.set(text, language)),
                _ => Value::none(),
            };
            map([
                ("kind", Value::from(past.kind.name())),
                ("date", Value::from(self.w3c(past.moment).as_str())),
                ("text", text),
            ])
        };
        let past = self.history(entry, version).into_iter();
        Value::from(past.map(told).collect::<Vec<Value>>())
    }

    /// Where the text is in another language than the page: that language, with the address of
    /// the original.
    fn notice(&self, page: &Page, text: Option<(EntryId, &Entry, &Version)>) -> Value {
        let notice = text.and_then(|(number, entry, _)| {
            let (shown, _) = entry.page(page.language)?;
            let address = self.routes.entry(number, shown)?;
            (shown != page.language).then_some((shown, address))
        });
        match notice {
            None => Value::none(),
            Some((shown, address)) => {
                let language = &self.config.site.languages[shown];
                map([
                    ("tag", Value::from(&*language.tag)),
                    ("name", Value::from(&*language.name)),
                    ("direction", Value::from(language.direction.as_str())),
                    ("address", Value::from(self.routes.url(address))),
                ])
            }
        }
    }

    /// What a reader may be told of how the text came about: what it is to its source, and the source.
    fn translation(&self, page: &Page, text: Option<(EntryId, &Entry, &Version)>) -> Value {
        let own = text.filter(|(_, entry, _)| entry.online(page.language).is_some());
        let Some((_, entry, version)) = own else {
            return Value::none();
        };
        let state = entry.states[page.language];
        let record = entry.record(&self.config, page.language);
        let source = record
            .and_then(|record| record.of)
            .and_then(|of| Some((of, entry.versions[of].as_ref()?)));
        let of = source.map_or_else(Value::none, |(of, _)| {
            let language = &self.config.site.languages[of];
            let address = match entry.online(of) {
                Some(_) => self.counterpart(page, of),
                None => None,
            };
            map([
                ("tag", Value::from(&*language.tag)),
                ("name", Value::from(&*language.name)),
                ("direction", Value::from(language.direction.as_str())),
                (
                    "address",
                    address.map_or_else(Value::none, |address| {
                        Value::from(self.routes.url(&address))
                    }),
                ),
            ])
        });
        let updated = source.and_then(|(_, source)| match source.field("updated") {
            Some(schema::FieldValue::Date(day)) => Some(day.to_string()),
            _ => None,
        });
        let is_behind = state.is_some_and(State::is_behind);
        let is_machine = state == Some(State::Machine);
        let is_told = is_behind || is_machine;
        map([
            (
                "state",
                state.map_or_else(Value::none, |state| Value::from(state.name())),
            ),
            ("told", Value::from(is_told)),
            ("behind", Value::from(is_behind)),
            ("machine", Value::from(is_machine)),
            ("of", of),
            (
                "updated",
                updated.map_or_else(Value::none, |day| Value::from(day.as_str())),
            ),
            ("important", Value::from(version.flag("important"))),
        ])
    }

    /// What tells the text of a page from another one: the digest of its file.
    fn body_digest(&self, text: Option<(EntryId, &Entry, &Version)>) -> Option<Arc<str>> {
        let (_, _, version) = text?;
        version.body.as_ref()?;
        let file = self.snapshot.get(&version.place.path)?;
        Some(file.digest.short(32).into())
    }

    /// The list of which a page shows a part.
    fn list_of(&self, page: &Page) -> Option<ListOf<'_>> {
        let language = page.language;
        match page.kind {
            PageKind::List(collection, number) => Some(ListOf {
                collection,
                by: "".into(),
                year: None,
                entries: Cow::Borrowed(self.graph.list(collection, language)),
                per_page: self.config.collections[collection].per_page,
                number,
                first: self.routes.list(collection, language, 1)?,
            }),
            PageKind::Year(collection, year, number) => Some(ListOf {
                collection,
                by: "year".into(),
                year: Some(year),
                entries: self
                    .graph
                    .years(collection, language)
                    .iter()
                    .find(|(other, _)| *other == year)
                    .map(|(_, entries)| Cow::Borrowed(entries.as_slice()))?,
                per_page: self.config.collections[collection].by_year()?.per_page,
                number,
                first: self.routes.year(collection, year, language)?.clone(),
            }),
            PageKind::Narrowed(collection, place, number) => {
                let list = self.routes.narrowed(collection, language).get(place)?;
                let facets = &self.config.collections[collection].facets;
                let chosen = list.chosen.iter().map(|(facet, _)| &facets[*facet]);
                Some(ListOf {
                    collection,
                    by: "".into(),
                    year: None,
                    entries: Cow::Borrowed(list.entries.as_slice()),
                    per_page: chosen.map(|facet| facet.per_page).min()?,
                    number,
                    first: list.address.clone(),
                })
            }
            PageKind::Entry(entry) | PageKind::Continued(entry, _) => {
                let (collection, list) =
                    self.config.list_on(self.graph.entries[entry].collection)?;
                Some(ListOf {
                    collection,
                    by: list.by.clone(),
                    year: None,
                    entries: Cow::Owned(self.graph.referring(
                        &self.config,
                        entry,
                        collection,
                        &list.by,
                        language,
                    )),
                    per_page: list.per_page,
                    number: match page.kind {
                        PageKind::Continued(_, number) => number,
                        _ => 1,
                    },
                    first: self.routes.entry(entry, language)?.clone(),
                })
            }
            PageKind::Languages
            | PageKind::Home(_)
            | PageKind::Whole(_)
            | PageKind::NotFound { .. } => None,
        }
    }

    /// The entries that the list of a page shows on it.
    pub(super) fn entries_on(&self, page: &Page) -> Vec<EntryId> {
        let Some(list) = self.list_of(page) else {
            return Vec::new();
        };
        let start = ((list.number - 1) * list.per_page).min(list.entries.len());
        let end = (start + list.per_page).min(list.entries.len());
        list.entries[start..end].to_vec()
    }

    /// What a template is given of a page's list.
    fn list(&self, page: &Page, list: &ListOf<'_>) -> Value {
        let declared = &self.config.collections[list.collection];
        let pages = list.entries.len().div_ceil(list.per_page).max(1);
        let start = ((list.number - 1) * list.per_page).min(list.entries.len());
        let end = (start + list.per_page).min(list.entries.len());
        let fields = &self.list_fields[list.collection];
        let entries: Vec<Value> = list.entries[start..end]
            .iter()
            .map(|entry| self.stub(*entry, page.language, fields))
            .collect();
        let address = |number: usize| match (1..=pages).contains(&number) {
            true => Value::from(self.routes.url(&self.routes.paginated(&list.first, number))),
            false => Value::none(),
        };
        let years: Vec<Value> = match page.kind {
            PageKind::List(..) | PageKind::Year(..) | PageKind::Narrowed(..) => self
                .routes
                .years(list.collection, page.language)
                .iter()
                .map(|(year, first)| {
                    map([
                        ("year", Value::from(i64::from(*year))),
                        ("address", Value::from(self.routes.url(first))),
                        ("current", Value::from(list.year == Some(*year))),
                    ])
                })
                .collect(),
            _ => Vec::new(),
        };
        map([
            ("collection", Value::from(&*declared.name)),
            ("by", Value::from(&*list.by)),
            (
                "year",
                list.year
                    .map_or_else(Value::none, |year| Value::from(i64::from(year))),
            ),
            ("years", Value::from(years)),
            ("facets", self.facets(page, list.collection)),
            (
                "marks",
                self.facet_marks(page, list.collection, &list.entries[start..end]),
            ),
            ("chosen", self.chosen_values(page)),
            ("entries", Value::from(entries)),
            ("number", Value::from(list.number)),
            ("pages", Value::from(pages)),
            ("total", Value::from(list.entries.len())),
            (
                "previous",
                list.number.checked_sub(1).map_or_else(Value::none, address),
            ),
            ("next", address(list.number + 1)),
            (
                "addresses",
                Value::from((1..=pages).map(address).collect::<Vec<Value>>()),
            ),
        ])
    }
}
