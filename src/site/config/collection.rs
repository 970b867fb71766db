//! `collection.yaml`: what the entries of a collection are.

use std::sync::Arc;

use super::calendar::Calendar;
use super::lists::{self, Facet, ListBy, YEAR};
use super::open_data::OpenData;
use super::reader::{Localized, Reader};
use super::site::Site;
use super::structured::StructuredData;
use crate::schema::{Field, Schema};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::catalogue::schema::LABEL_MISSING;
use rihla_diagnostics::{Diagnostic, Location, Span, nearest, nearest_named};
use rihla_text::language::{is_slug, slug};
use rihla_text::yaml::{Map, Node, Value};

/// The settings of a `collection.yaml`.
pub const COLLECTION_KEYS: &[&str] = &[
    "title",
    "description",
    "slug",
    "address",
    "order",
    "per_page",
    "feed",
    "release",
    "review",
    "untranslated",
    "translation",
    "lists",
    "structured_data",
    "open_data",
    "calendar",
    "pages",
    "fields",
    "rules",
];

/// What happens to a text that is missing in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Untranslated {
    /// The build refuses.
    Required,
    /// The other language's lists show it, marked, linking to the original.
    Listed,
    /// A page with the original text and a notice.
    Notice,
    /// Nothing shows it.
    Hidden,
}

impl Untranslated {
    /// As they are written.
    pub const NAMES: &[(&str, Self)] = &[
        ("required", Self::Required),
        ("listed", Self::Listed),
        ("notice", Self::Notice),
        ("hidden", Self::Hidden),
    ];

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| *value)
    }
}

/// Whether the languages of an entry go online together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Release {
    /// Both languages or nothing.
    Together,
    /// Each when it is ready.
    Each,
}

/// A part of the form of an entry's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// Four digits of the entry's date.
    Year,
    /// Two digits of the entry's date.
    Month,
    /// Two digits of the entry's date.
    Day,
    Slug,
    /// The same for all entries.
    Word(Arc<str>),
}

/// The order of the entries of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The field that is compared; `id` where there is none to compare.
    pub field: Arc<str>,
    /// The greatest first.
    pub descending: bool,
}

impl Order {
    /// Reads `date` or `-date`.
    pub fn parse(text: &str) -> Self {
        Self {
            field: text.trim_start_matches('-').into(),
            descending: text.starts_with('-'),
        }
    }
}

/// What a `collection.yaml` says.
#[derive(Debug)]
pub struct Collection {
    /// The name of its folder.
    pub name: Arc<str>,
    /// Its declaration; `content/site.yaml` for the built-in one.
    pub path: Arc<str>,
    /// The title of its list.
    pub title: Localized,
    /// What it holds, in a sentence.
    pub description: Localized,
    /// The first part of its addresses, by language.
    pub slug: Localized,
    /// What stands between the collection's slug and the end of an entry's address.
    pub address: Vec<AddressPart>,
    /// The order of its lists.
    pub order: Order,
    /// Entries on a page of its list.
    pub per_page: usize,
    /// Whether it has a feed.
    pub feed: bool,
    /// Where that is said.
    pub feed_span: Span,
    /// Whether the languages of an entry go online together.
    pub release: Release,
    /// Whether a text goes online only once `reviewed_by` says who has reviewed it. On a demonstration
    /// none waits for that.
    pub review: bool,
    /// What happens to a missing text.
    pub untranslated: Untranslated,
    /// Further lists.
    pub lists: Vec<ListBy>,
    /// What its list is narrowed by.
    pub facets: Vec<Facet>,
    /// What its entries are to search engines.
    pub structured_data: Option<StructuredData>,
    /// What of its entries is published as data.
    pub open_data: Option<OpenData>,
    /// When its entries take place, for calendars of readers.
    pub calendar: Option<Calendar>,
    /// Whether its entries have pages.
    pub pages: bool,
    /// Whether this is the built-in collection of plain pages.
    pub builtin: bool,
    /// The fields of its entries, and what must hold between them.
    pub schema: Schema,
}

/// How many entries a page of a list holds, where nothing is said.
pub(super) const PER_PAGE: usize = 20;

impl Collection {
    /// Reads a `collection.yaml`.
    pub fn read(
        name: &Arc<str>,
        path: &Arc<str>,
        node: &Node,
        site: &Site,
    ) -> (Option<Self>, Vec<Diagnostic>) {
        let mut reader = Reader::new(path, site.tags().to_vec());
        reader.fallbacks = site.fallbacks();
        let collection = read(&mut reader, name, node, site);
        (collection, reader.diagnostics)
    }

    /// Its lists by year, where it has them.
    pub fn by_year(&self) -> Option<&ListBy> {
        self.lists.iter().find(|list| &*list.by == YEAR)
    }

    /// A field of its entries.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.schema.fields.iter().find(|field| &*field.name == name)
    }

    /// The collections that its references name must exist.
    pub(super) fn check_references(&self, all: &[Arc<Collection>]) -> Vec<Diagnostic> {
        let names: Vec<&str> = all.iter().map(|collection| &*collection.name).collect();
        let targets = self.schema.targets.iter();
        targets
            .filter(|(to, _)| !names.contains(&&**to))
            .map(|(to, span)| {
                let span = *span;
                Diagnostic::new(&say::UNKNOWN_COLLECTION)
                    .with("value", to)
                    .meant(span, nearest_named(to, names.iter().copied()))
                    .with("known", names.join(", "))
                    .placed(Location::new(self.path.clone(), span))
            })
            .collect()
    }
}

/// The collection of what lies in no declared one. Its entries are plain pages.
pub fn pages(site: &Site) -> Collection {
    let text = "title: {type: text, localized: true, required: true, max: 140}\n\
                summary: {type: text, localized: true, max: 300}\n\
                image: {type: image}\n\
                date: {type: date}\n\
                updated: {type: date}\n";
    let path: Arc<str> = "content/site.yaml".into();
    let (node, problems) = rihla_text::yaml::parse(&path, text, Span::new(0, text.len()));
    debug_assert!(problems.is_empty(), "{problems:?}");
    let schema = node
        .map(|node| Schema::parse(&path, &node, None, &site.tags(), &site.time_zone).0)
        .unwrap_or_default();
    Collection {
        name: "pages".into(),
        path,
        title: site.title.clone(),
        description: Localized::default(),
        slug: Localized::default(),
        address: vec![AddressPart::Slug],
        order: Order::parse("weight"),
        per_page: PER_PAGE,
        feed: false,
        feed_span: Span::default(),
        release: Release::Each,
        review: false,
        untranslated: site.untranslated,
        lists: Vec::new(),
        facets: Vec::new(),
        structured_data: None,
        open_data: None,
        calendar: None,
        pages: true,
        builtin: true,
        schema,
    }
}

fn read(reader: &mut Reader, name: &Arc<str>, node: &Node, site: &Site) -> Option<Collection> {
    let map = reader.map("collection.yaml", node)?;
    reader.only(map, COLLECTION_KEYS);
    let has_pages = reader.boolean_of(map, "pages").unwrap_or(true);
    let schema = match map.get("fields") {
        Some(fields) => {
            let (schema, more) = Schema::parse(
                reader.path,
                fields,
                map.get("rules"),
                &site.tags(),
                &site.time_zone,
            );
            // A choice without a word in a partial language is called by that of its fallback.
            let fallbacks = site.fallbacks();
            let is_partial = |found: &Diagnostic| {
                found.message == &LABEL_MISSING
                    && found.values.iter().any(|(name, value)| {
                        let tag = value.as_text();
                        *name == "language"
                            && fallbacks.iter().any(|(partial, _)| **partial == *tag)
                    })
            };
            reader
                .diagnostics
                .extend(more.into_iter().filter(|found| !is_partial(found)));
            schema
        }
        None => Schema::default(),
    };
    if has_pages && !schema.fields.iter().any(|field| &*field.name == "title") {
        let span = map.get("fields").map_or(node.span, |fields| fields.span);
        reader.report(
            Diagnostic::new(&say::NO_TITLE_FIELD),
            Span::new(span.start, span.start),
        );
    }
    let title = reader.localized_of(map, "title");
    if has_pages && title.is_empty() {
        reader.missing("title", "title: {fr: \"…\", en: \"…\"}", node.span);
    }
    let slug = slugs(reader, map, &title, site);
    let order = reader.text_of(map, "order").map(|text| Order::parse(&text));
    let names: Vec<Arc<str>> = schema
        .fields
        .iter()
        .map(|field| field.name.clone())
        .collect();
    if let Some(order) = &order {
        known_field(
            reader,
            map.get("order"),
            &order.field,
            &names,
            &["id", "weight", "date"],
        );
    }
    if !has_pages {
        without_pages(reader, map);
    }
    let (lists, facets) = lists::read(reader, map, &schema, has_pages);
    let calendar = Calendar::read(reader, map, &schema);
    let open_data = OpenData::read(reader, map, &schema);
    let structured_data = StructuredData::read(reader, map, &schema);
    let address = address(reader, map);
    Some(Collection {
        name: name.clone(),
        path: reader.path.clone(),
        title,
        description: reader.localized_of(map, "description"),
        slug,
        address,
        order: order.unwrap_or_else(|| Order::parse(if has_pages { "title" } else { "id" })),
        per_page: reader.count_of(map, "per_page").unwrap_or(PER_PAGE),
        feed: reader.boolean_of(map, "feed").unwrap_or(false),
        feed_span: map.get("feed").map(|node| node.span).unwrap_or_default(),
        release: reader
            .choice_of(
                map,
                "release",
                &[("together", Release::Together), ("each", Release::Each)],
            )
            .unwrap_or(Release::Each),
        review: reader.boolean_of(map, "review").unwrap_or(false),
        untranslated: reader
            .choice_of(map, "untranslated", Untranslated::NAMES)
            .unwrap_or(site.untranslated),
        lists,
        facets,
        structured_data,
        open_data,
        calendar,
        pages: has_pages,
        builtin: false,
        schema,
    })
}

/// Tells the settings of pages, where a collection has none.
fn without_pages(reader: &mut Reader, map: &Map) {
    let settings = [
        "slug",
        "address",
        "per_page",
        "feed",
        "description",
        "structured_data",
        "calendar",
    ];
    for (key, node) in map.iter() {
        let is_said = matches!(&node.value, Value::Scalar(scalar) if scalar.text == "false");
        if settings.contains(&&*key.name) && !is_said {
            let finding = Diagnostic::new(&say::WITHOUT_PAGES).with("key", &key.name);
            reader.report(finding, key.span);
        }
    }
}

/// The slugs of a collection: as written, or made from its title.
fn slugs(reader: &mut Reader, map: &Map, title: &Localized, site: &Site) -> Localized {
    let written = reader.localized_of(map, "slug");
    let span = map.get("slug").map(|node| node.span).unwrap_or_default();
    Localized::by_tag(site.languages.iter().filter_map(|language| {
        let text = match written.get(&language.tag) {
            Some(text) => {
                let fitting = match is_slug(text) {
                    true => text.to_string(),
                    false => slug(text),
                };
                if *fitting != **text {
                    reader.report(
                        Diagnostic::new(&say::SLUG)
                            .with("value", text)
                            .with("slug", &fitting),
                        span,
                    );
                }
                fitting
            }
            None => slug(title.get(&language.tag)?),
        };
        Some((language.tag.clone(), Arc::from(text)))
    }))
}

fn known_field(
    reader: &mut Reader,
    node: Option<&Node>,
    name: &str,
    fields: &[Arc<str>],
    also: &[&str],
) -> bool {
    let known = fields.iter().any(|field| **field == *name) || also.contains(&name);
    if !known && let Some(node) = node {
        let near = nearest(name, fields.iter().map(|field| &**field));
        reader.report(
            Diagnostic::new(&say::UNKNOWN_FIELD_NAME)
                .with("value", name)
                .meant(node.span, near),
            node.span,
        );
    }
    known
}

fn address(reader: &mut Reader, map: &Map) -> Vec<AddressPart> {
    let (Some(node), Some(text)) = (map.get("address"), reader.text_of(map, "address")) else {
        return vec![AddressPart::Slug];
    };
    let parts = text.trim_matches('/').split('/').map(|part| match part {
        "{year}" => Some(AddressPart::Year),
        "{month}" => Some(AddressPart::Month),
        "{day}" => Some(AddressPart::Day),
        "{slug}" => Some(AddressPart::Slug),
        word if !word.is_empty() && slug(word) == word => Some(AddressPart::Word(word.into())),
        _ => None,
    });
    let has_one_slug = |parts: &Vec<AddressPart>| {
        let slugs = parts.iter().filter(|part| **part == AddressPart::Slug);
        slugs.count() == 1
    };
    let parts: Option<Vec<AddressPart>> = parts.collect();
    parts.filter(has_one_slug).unwrap_or_else(|| {
        reader.report(
            Diagnostic::new(&say::ADDRESS).with("value", &text),
            node.span,
        );
        vec![AddressPart::Slug]
    })
}
