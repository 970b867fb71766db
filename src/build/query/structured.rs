//! What search engines are told of a page: JSON-LD 1.1, in the vocabulary of schema.org.
//!
//! It follows from what is online, and says nothing that no page says. Pages that search engines are to leave
//! out, or that are to leave no trace, have none.

use serde_json::{Map, Value as Json, json};
use tera::Value;

use super::Site;
use super::moments::PastKind;
use crate::borrowed;
use rihla_site::config::{Family, Localized, Organisation, SchemaType, StructuredData, TypeOf};
use rihla_site::config::{field_at, logo_file, target};
use rihla_site::graph::{Entry, Version};
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::plan::{DataSet, Page, PageKind};
use rihla_site::schema::{FieldValue, Moment};

/// What is known of an entry whose page is described.
struct Subject<'s> {
    number: EntryId,
    entry: &'s Entry,
    version: &'s Version,
    language: LanguageId,
    declared: &'s StructuredData,
    of: SchemaType,
}

/// The fragments that name what is described, at the address of the page or of the site.
const ORGANISATION: &str = "#organisation";
const WEBSITE: &str = "#website";
const PAGE: &str = "#page";
const ENTRY: &str = "#entry";
const BREADCRUMBS: &str = "#breadcrumbs";

impl Site {
    /// The data of the page at an address, as the text of JSON-LD that may stand in a `script`; none where it
    /// has none.
    pub(super) fn structured_data(&self, address: &str) -> Value {
        let page = self.plan.page(address);
        let graph = page.map(|page| self.described(page)).unwrap_or_default();
        if graph.is_empty() {
            return Value::none();
        }
        let whole = json!({"@context": "https://schema.org", "@graph": graph});
        Value::from(whole.to_string())
    }

    /// The nodes of the graph.
    fn described(&self, page: &Page) -> Vec<Json> {
        if self.is_noindex(page) || self.is_no_referrer(page) || self.is_sensitive(page) {
            return Vec::new();
        }
        let language = page.language;
        let mut graph = Vec::new();
        match page.kind {
            PageKind::NotFound { .. } => return graph,
            PageKind::Languages | PageKind::Home(_) => {
                graph.push(self.website(language));
                graph.extend(self.organisation(language));
            }
            _ => {}
        }
        if page.kind == PageKind::Languages {
            return graph;
        }
        let subject = self.subject_described(page);
        graph.push(self.web_page(page, subject.as_ref()));
        graph.extend(self.breadcrumb_list(page));
        graph.extend(subject.map(|subject| self.entity(page, &subject)));
        graph.extend(self.data_described(page));
        graph
    }

    /// The data that a page offers: on the first page of a list, that of its collection; on one that the template
    /// `data` draws, all of its language.
    fn data_described(&self, page: &Page) -> Vec<Json> {
        let language = page.language;
        let of = match page.kind {
            PageKind::List(collection, 1) => Some(collection),
            PageKind::Entry(_) | PageKind::Home(_) => {
                let text = self.text_of(page);
                let template = text.and_then(|(_, _, version)| version.text("template").cloned());
                match template.as_deref() {
                    Some("data" | "data.html") => None,
                    _ => return Vec::new(),
                }
            }
            _ => return Vec::new(),
        };
        let sets = self.plan.datasets.iter().filter(|set| {
            set.language == language && of.is_none_or(|collection| set.collection == collection)
        });
        sets.filter_map(|set| self.data_set(page, set)).collect()
    }

    /// A data set, with the files in which it is taken.
    fn data_set(&self, page: &Page, set: &DataSet) -> Option<Json> {
        let language = page.language;
        let made = self.published_data(set)?;
        let collection = &self.config.collections[set.collection];
        let declared = collection.open_data.as_ref()?;
        let title = match declared.title.is_empty() {
            true => &collection.title,
            false => &declared.title,
        };
        let name = self.said(title, language);
        // It is the same data wherever it is described.
        let home = self.routes.list(set.collection, language, 1);
        let home = home.unwrap_or_else(|| page.address.clone());
        let id = self.absolute_id(&home, &format!("#data-{}", collection.name));
        let mut node = Node::new("Dataset", id);
        let description = self.said(&declared.description, language);
        let description = description.or_else(|| self.said(&collection.description, language));
        // Without one, what its columns say.
        let columns = || Some(format!("{} – {}", name.as_deref()?, made.columns()));
        node.text("description", description.or_else(columns));
        node.text("name", name);
        node.text("url", Some(self.routes.absolute(&home)));
        let tag = &*self.config.site.languages[language].tag;
        node.text("inLanguage", Some(tag));
        node.text("license", declared.licence.map(|licence| licence.url));
        node.text(
            "dateModified",
            made.changed().map(|moment| self.w3c(moment)),
        );
        node.put("creator", self.publisher(language));
        node.put("publisher", self.publisher(language));
        node.put("isAccessibleForFree", true);
        let [csv, json, _] = &made.files;
        let mut files = vec![(&csv.0, "text/csv"), (&json.0, "application/json")];
        let iati = self.plan.iati_of(set.collection);
        files.extend(iati.map(|iati| (&iati.output, "application/xml")));
        let files = files.into_iter().map(|(output, format)| {
            json!({
                "@type": "DataDownload",
                "contentUrl": self.routes.absolute(output),
                "encodingFormat": format,
            })
        });
        node.put("distribution", files.collect::<Vec<Json>>());
        Some(node.done())
    }

    /// Whether the entry of a page says that it is best read unseen.
    fn is_sensitive(&self, page: &Page) -> bool {
        let text = self.text_of(page);
        text.is_some_and(|(_, _, version)| {
            version.field("sensitive") == Some(&FieldValue::Boolean(true))
        })
    }

    /// The entry of a page with its type, where its collection declares one.
    fn subject_described(&self, page: &Page) -> Option<Subject<'_>> {
        let PageKind::Entry(number) = page.kind else {
            return None;
        };
        let entry = &*self.graph.entries[number];
        let version = entry.online(page.language)?;
        let collection = &self.config.collections[entry.collection];
        let declared = collection.structured_data.as_ref()?;
        let of = match &declared.of {
            TypeOf::All(of) => *of,
            TypeOf::By(by, types) => {
                let tag = &self.config.site.languages[page.language].tag;
                let chosen = version.values(tag, by).into_iter().next()?;
                let FieldValue::Choice(key) = chosen else {
                    return None;
                };
                let (_, of) = types.iter().find(|(known, _)| *known == key)?;
                *of
            }
        };
        Some(Subject {
            number,
            entry,
            version,
            language: page.language,
            declared,
            of,
        })
    }

    /// The site, with the page that searches it.
    fn website(&self, language: LanguageId) -> Json {
        let site = &self.config.site;
        let tags = site.languages.iter().map(|language| &*language.tag);
        let mut node = Node::new("WebSite", self.absolute_id("/", WEBSITE));
        node.text("url", Some(self.routes.absolute("/")));
        node.text("name", self.said(&site.title, language));
        node.text("description", self.said(&site.description, language));
        node.put("inLanguage", tags.collect::<Vec<&str>>());
        node.put("publisher", self.publisher(language));
        node.put("potentialAction", self.search_action(language));
        node.done()
    }

    /// How the site is searched. `query-input` constrains what is to be put in (schema.org, “Potential actions”).
    fn search_action(&self, language: LanguageId) -> Option<Json> {
        let page = self.routes.absolute(self.search_page(language)?);
        Some(json!({
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": format!("{page}?q={{words}}")},
            "query-input": "required name=words",
        }))
    }

    /// The organisation, with all that `site.yaml` says of it.
    fn organisation(&self, language: LanguageId) -> Option<Json> {
        let own = self.config.site.organisation.as_ref()?;
        let mut node = self.organisation_node(own, language);
        node.put(
            "parentOrganization",
            own.parent
                .as_ref()
                .map(|parent| self.other_organisation(parent, language)),
        );
        let logo = own.logo.as_ref().map(|(logo, _)| logo);
        node.text(
            "logo",
            logo.map(|logo| {
                let file = logo_file(logo);
                let copied = file.strip_prefix("static").unwrap_or(&file);
                self.routes.absolute(copied)
            }),
        );
        let mut address = Node::untitled("PostalAddress");
        for (key, words) in &own.address {
            let property = match *key {
                "street" => "streetAddress",
                "locality" => "addressLocality",
                "postal_code" => "postalCode",
                "region" => "addressRegion",
                _ => "addressCountry",
            };
            address.text(property, self.said(words, language));
        }
        node.put("address", (!own.address.is_empty()).then(|| address.done()));
        node.text("telephone", own.phone.as_deref());
        node.text("email", own.email.as_deref());
        if !own.same_as.is_empty() {
            node.put("sameAs", &own.same_as);
        }
        Some(node.done())
    }

    fn organisation_node(&self, own: &Organisation, language: LanguageId) -> Node {
        let mut node = Node::new(own.kind, self.absolute_id("/", ORGANISATION));
        let name = self.said(&own.name, language);
        node.text(
            "name",
            name.or_else(|| self.said(&self.config.site.title, language)),
        );
        let home = own.url.as_deref().map(str::to_owned);
        node.text("url", home.or_else(|| Some(self.routes.absolute("/"))));
        node
    }

    fn other_organisation(&self, other: &Organisation, language: LanguageId) -> Json {
        let mut node = Node::untitled(other.kind);
        node.text("name", self.said(&other.name, language));
        node.text("url", other.url.as_deref());
        node.done()
    }

    /// Who publishes, in short: the organisation, else whoever the site is called after.
    fn publisher(&self, language: LanguageId) -> Json {
        match &self.config.site.organisation {
            Some(own) => self.organisation_node(own, language).done(),
            None => {
                let mut node = Node::new("Organization", self.absolute_id("/", ORGANISATION));
                node.text("name", self.said(&self.config.site.title, language));
                node.text("url", Some(self.routes.absolute("/")));
                node.done()
            }
        }
    }

    fn web_page(&self, page: &Page, subject: Option<&Subject>) -> Json {
        let kind = match page.kind {
            PageKind::List(..) | PageKind::Year(..) | PageKind::Narrowed(..) => "CollectionPage",
            _ => "WebPage",
        };
        let mut node = Node::new(kind, self.absolute_id(&page.address, PAGE));
        node.text("url", Some(self.routes.absolute(&page.address)));
        let title = self.title_of(page);
        let language = page.language;
        node.text(
            "name",
            title.map(|title| self.set(&title, language).into_owned()),
        );
        node.text(
            "inLanguage",
            Some(&*self.config.site.languages[language].tag),
        );
        node.put("isPartOf", json!({"@id": self.absolute_id("/", WEBSITE)}));
        if !matches!(page.kind, PageKind::Home(_)) {
            let breadcrumbs = self.absolute_id(&page.address, BREADCRUMBS);
            node.put("breadcrumb", json!({"@id": breadcrumbs}));
        }
        let is_first = matches!(page.kind, PageKind::Home(_) | PageKind::Entry(_));
        let text = self.text_of(page).filter(|_| is_first);
        if let Some((number, written, version)) = text {
            let entry = &*self.graph.entries[number];
            node.text("description", self.summary(version, written));
            let is_work = subject.is_some_and(|subject| is_work(subject.of.family));
            if !is_work {
                self.dates(&mut node, entry, version);
                self.translations_of(&mut node, page, entry);
            }
        }
        if subject.is_some() {
            let entry = self.absolute_id(&page.address, ENTRY);
            node.put("mainEntity", json!({"@id": entry}));
        }
        node.done()
    }

    /// The way to a page, the page itself at its end.
    fn breadcrumb_list(&self, page: &Page) -> Option<Json> {
        if matches!(page.kind, PageKind::Home(_)) {
            return None;
        }
        let crumbs = self.breadcrumbs(&page.address);
        let part = |crumb: &Value, key: &'static str| {
            let map = crumb.as_map()?;
            let text = map.get(&tera::value::Key::Str(key))?.as_str()?;
            Some(borrowed::unmarked(text))
        };
        let way = crumbs.as_array().into_iter().flatten().filter_map(|crumb| {
            let address = part(crumb, "address")?;
            Some((
                part(crumb, "title")?,
                format!("{}{address}", self.routes.origin()),
            ))
        });
        let title = self.title_of(page)?;
        let own = (
            self.set(&title, page.language).into_owned(),
            self.routes.absolute(&page.address),
        );
        let items: Vec<Json> = way
            .chain([own])
            .filter(|(title, _)| !title.trim().is_empty())
            .enumerate()
            .map(|(at, (name, item))| {
                json!({"@type": "ListItem", "position": at + 1, "name": name, "item": item})
            })
            .collect();
        let mut node = Node::new(
            "BreadcrumbList",
            self.absolute_id(&page.address, BREADCRUMBS),
        );
        node.put("itemListElement", items);
        Some(node.done())
    }

    /// What the page is about.
    fn entity(&self, page: &Page, subject: &Subject) -> Json {
        let Subject {
            entry,
            version,
            language,
            ..
        } = *subject;
        let family = subject.of.family;
        let mut node = Node::new(subject.of.name, self.absolute_id(&page.address, ENTRY));
        let title = self.set(&version.title, language).into_owned();
        let name = match family {
            Family::Article => "headline",
            Family::JobPosting => "title",
            _ => "name",
        };
        node.text(name, Some(title));
        let summary = self.first_text(subject, "summary");
        let summary = summary.or_else(|| self.summary(version, language));
        node.text("description", summary);
        node.text("url", Some(self.routes.absolute(&page.address)));
        node.put(
            "mainEntityOfPage",
            json!({"@id": self.absolute_id(&page.address, PAGE)}),
        );
        node.text("identifier", self.first_text(subject, "identifier"));
        node.put("sameAs", self.websites(subject));
        let tag = &*self.config.site.languages[language].tag;
        let place = self.first_text(subject, "place").map(|name| {
            let mut place = Node::untitled("Place");
            // An address may be a text.
            let address = (family == Family::JobPosting).then(|| name.clone());
            place.text("name", Some(name));
            place.text("address", address);
            place.done()
        });
        let start = self.moment(subject, "start");
        let end = self.moment(subject, "end");
        let funders = self.named(subject, "funder");
        match family {
            Family::Article | Family::Work | Family::Dataset => {
                self.dates(&mut node, entry, version);
                node.text("inLanguage", Some(tag));
                self.translations_of(&mut node, page, entry);
                let authors = self.named(subject, "author");
                match (authors, self.first_text(subject, "author")) {
                    (Some(authors), _) => node.put("author", authors),
                    (None, Some(credit)) => node.text("creditText", Some(credit)),
                    (None, None) => {
                        let publisher = self.absolute_id("/", ORGANISATION);
                        node.put("author", json!({"@id": publisher}));
                    }
                }
                node.put("publisher", self.publisher(language));
                node.put("contentLocation", place);
                node.put("funder", funders);
                if family == Family::Dataset && (start.is_some() || end.is_some()) {
                    let side = |day: &Option<String>| day.clone().unwrap_or_else(|| "..".into());
                    node.text(
                        "temporalCoverage",
                        Some(format!("{}/{}", side(&start), side(&end))),
                    );
                }
            }
            Family::Project | Family::Organization => {
                node.text("foundingDate", start.filter(|_| family == Family::Project));
                node.text("dissolutionDate", end.filter(|_| family == Family::Project));
                if family == Family::Project {
                    node.put("parentOrganization", self.publisher(language));
                    node.put("areaServed", place);
                    node.put("funder", funders);
                    node.put(
                        "funding",
                        self.money(subject)
                            .map(|amount| json!({"@type": "MonetaryGrant", "amount": amount})),
                    );
                }
            }
            Family::Event => {
                node.text("inLanguage", Some(tag));
                node.text("startDate", start);
                node.text("endDate", end);
                node.put("location", place);
                let organizers = self.named(subject, "organizer");
                node.put(
                    "organizer",
                    organizers.unwrap_or_else(|| self.publisher(language)),
                );
                node.put("funder", funders);
            }
            Family::JobPosting => {
                let posted = self.published(entry, version);
                node.text("datePosted", posted.map(|moment| self.w3c(moment)));
                node.text("validThrough", self.moment(subject, "deadline"));
                node.text("jobStartDate", start);
                node.put("hiringOrganization", self.publisher(language));
                node.put("jobLocation", place);
                node.put("baseSalary", self.money(subject));
            }
        }
        node.done()
    }

    /// `datePublished`, `dateModified` and `correction`, as far as a text says them.
    fn dates(&self, node: &mut Node, entry: &Entry, version: &Version) {
        let said = |moment: Option<jiff::Timestamp>| moment.map(|moment| self.w3c(moment));
        if !self.takes_place(entry) {
            node.text("datePublished", said(self.published(entry, version)));
        }
        node.text("dateModified", said(self.last_changed(entry, version)));
        let past = self.history(entry, version).into_iter();
        let corrections = past.filter_map(|past| {
            let FieldValue::Text(text) = past.text.filter(|_| past.kind == PastKind::Corrected)?
            else {
                return None;
            };
            let mut node = Node::untitled("CorrectionComment");
            node.text("text", Some(&*text));
            node.text("datePublished", Some(self.w3c(past.moment)));
            Some(node.done())
        });
        let corrections: Vec<Json> = corrections.collect();
        node.put(
            "correction",
            (!corrections.is_empty()).then_some(corrections),
        );
    }

    /// The work of which this is a translation, or its translations, where they are online.
    fn translations_of(&self, node: &mut Node, page: &Page, entry: &Entry) {
        let own = page.language;
        let source = |language: LanguageId| {
            entry.online(language)?;
            entry.record(&self.config, language)?.of
        };
        let work = |language: LanguageId| {
            entry.online(language)?;
            let address = self.counterpart(page, language)?;
            let other = self.plan.page(&address)?;
            if self.is_noindex(other) {
                return None;
            }
            let of = match self.subject_described(other) {
                Some(subject) if is_work(subject.of.family) => (subject.of.name, ENTRY),
                _ => ("WebPage", PAGE),
            };
            let mut node = Node::new(of.0, self.absolute_id(&address, of.1));
            node.text(
                "inLanguage",
                Some(&*self.config.site.languages[language].tag),
            );
            node.text("url", Some(self.routes.absolute(&address)));
            Some(node.done())
        };
        if let Some(of) = source(own).filter(|of| *of != own) {
            node.put("translationOfWork", work(of));
            return;
        }
        let others = self.config.site.languages.ids();
        let made = others.filter(|other| *other != own && source(*other) == Some(own));
        let made: Vec<Json> = made.filter_map(work).collect();
        node.put("workTranslation", (!made.is_empty()).then_some(made));
    }

    /// The summary of a text.
    fn summary(&self, version: &Version, language: LanguageId) -> Option<String> {
        let tag = &self.config.site.languages[language].tag;
        let found = version.values(tag, "summary").into_iter().next()?;
        self.words_of(&found, language)
    }

    /// The first value that a field of a role has, in words.
    fn first_text(&self, subject: &Subject, role: &'static str) -> Option<String> {
        let found = self.values_of(subject, role).into_iter();
        let mut words = found.filter_map(|value| self.words_of(&value, subject.language));
        words.next()
    }

    /// The values of the first field of a role that has any.
    fn values_of(&self, subject: &Subject, role: &'static str) -> Vec<FieldValue> {
        let tag = &self.config.site.languages[subject.language].tag;
        let paths = subject.declared.fields(role);
        let found = paths.iter().map(|path| subject.version.values(tag, path));
        found
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn words_of(&self, value: &FieldValue, language: LanguageId) -> Option<String> {
        match value {
            FieldValue::Text(text) => Some(self.set(text, language).into_owned()),
            FieldValue::Form(text) => Some(text.to_string()),
            FieldValue::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A day, or a moment with its offset, as ISO 8601 has it.
    fn moment(&self, subject: &Subject, role: &'static str) -> Option<String> {
        self.values_of(subject, role)
            .iter()
            .find_map(|value| match value {
                FieldValue::Date(day) => Some(day.to_string()),
                FieldValue::DateTime(Moment {
                    date, time: None, ..
                }) => Some(date.to_string()),
                FieldValue::DateTime(moment) => Some(self.config.site.rfc3339(moment.instant)),
                _ => None,
            })
    }

    fn money(&self, subject: &Subject) -> Option<Json> {
        let found = self.values_of(subject, "money");
        found.iter().find_map(|value| match value {
            FieldValue::Money(money) => {
                let amount: serde_json::Number =
                    serde_json::from_str(&money.amount.to_string()).ok()?;
                Some(json!({
                    "@type": "MonetaryAmount",
                    "currency": &*money.currency,
                    "value": amount,
                }))
            }
            _ => None,
        })
    }

    /// The organisations to which the fields of a role refer, each once: names, and addresses of their pages.
    fn named(&self, subject: &Subject, role: &'static str) -> Option<Json> {
        let paths = subject.declared.fields(role);
        let collection = &self.config.collections[subject.entry.collection];
        let mut found: Vec<(EntryId, Json)> = Vec::new();
        for path in &paths {
            let field = field_at(&collection.schema.fields, path);
            let Some(to) = field.and_then(|field| target(&field.kind)) else {
                continue;
            };
            for value in self.values_of(subject, role) {
                let FieldValue::Reference(name) = value else {
                    continue;
                };
                let found_in = self
                    .config
                    .collection(to)
                    .and_then(|(to, _)| self.graph.resolve(&self.config, to, &name).ok());
                let Some(target) = found_in.filter(|target| {
                    *target != subject.number && !found.iter().any(|(known, _)| known == target)
                }) else {
                    continue;
                };
                let Some((shown, version)) = self.graph.entries[target].shown(subject.language)
                else {
                    continue;
                };
                let mut node = Node::untitled("Organization");
                node.text("name", Some(self.set(&version.title, shown).into_owned()));
                let address = self.routes.entry(target, shown);
                node.text("url", address.map(|address| self.routes.absolute(address)));
                found.push((target, node.done()));
            }
        }
        (!found.is_empty()).then(|| found.into_iter().map(|(_, node)| node).collect())
    }

    /// Where what an entry is about is at home elsewhere.
    fn websites(&self, subject: &Subject) -> Option<Json> {
        let found = self.values_of(subject, "website");
        let found: Vec<String> = found
            .iter()
            .filter_map(|value| match value {
                FieldValue::Link(link) if link.starts_with("http") => Some(link.to_string()),
                _ => None,
            })
            .collect();
        (!found.is_empty()).then(|| found.into())
    }

    fn said(&self, words: &Localized, language: LanguageId) -> Option<String> {
        let (words, written) = self.words(words, language)?;
        Some(self.set(&words, written).into_owned())
    }

    fn absolute_id(&self, address: &str, fragment: &str) -> String {
        format!("{}{fragment}", self.routes.absolute(address))
    }
}

/// Whether what is described is a creative work, as a page is.
fn is_work(family: Family) -> bool {
    matches!(family, Family::Article | Family::Work | Family::Dataset)
}

/// A node of the graph while it is made: nothing empty comes into it.
struct Node(Map<String, Json>);

impl Node {
    fn new(of: &str, id: String) -> Self {
        let mut node = Self::untitled(of);
        node.0.insert("@id".into(), id.into());
        node
    }

    fn untitled(of: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), Json::from(of))]))
    }

    fn text(&mut self, property: &str, text: Option<impl AsRef<str>>) {
        if let Some(text) = text {
            let text = borrowed::unmarked(text.as_ref().trim());
            if !text.is_empty() {
                self.0.insert(property.into(), text.into());
            }
        }
    }

    fn put(&mut self, property: &str, value: impl serde::Serialize) {
        match serde_json::to_value(value) {
            Ok(Json::Null) | Err(_) => {}
            Ok(value) => {
                self.0.insert(property.into(), value);
            }
        }
    }

    fn done(self) -> Json {
        Json::Object(self.0)
    }
}
