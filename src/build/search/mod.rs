//! Search: what visitors can find, in an index for each language ([`index`]), and what tells whether it has changed.
//!
//! The index is made of the texts: titles, summaries, document trees, and the titles of what an entry refers to.
//! Nothing in it comes from a page that was drawn, so that neither menus nor footers are found. It holds nothing that
//! is not online in the language itself, nothing that search engines are asked to leave out (`noindex`), and no page
//! of which a visit is to leave no trace (`sensitive`, and those that `hosting:` names under `no_referrer`): a part of
//! the index that a browser keeps would be one.

pub mod index;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::query::Site;
use crate::write::Staging;
use index::{Document, Filter, IndexFile, Place};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::config as say;
use rihla_site::config::{SEARCH_PAGE, SITE};
use rihla_site::content::Role;
use rihla_site::failure::Failure;
use rihla_site::graph::Version;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::plan::{Page, PageKind, output_of};
use rihla_site::schema::FieldValue;
use rihla_site::source::{Body, Digest};
use rihla_text::language::DateStyle;
use rihla_text::markdown;
use rihla_text::search::{Stems, telephones};

/// The name of the note on what the index of an output folder was made of, after that of the folder.
const NAME: &str = "search";

/// The filter by what a page is, and that by its year.
const KIND: &str = "kind";
const YEAR: &str = "year";

/// Whether there is a page for what is found.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let Some(search) = &site.config.site.search else {
        return Vec::new();
    };
    let mut languages = site.config.site.languages.pairs();
    if languages.any(|(language, _)| site.search_page(language).is_some()) {
        return Vec::new();
    }
    let first = &site.config.site.languages[LanguageId::FIRST].tag;
    let finding = Diagnostic::at(&say::SEARCH_PAGE, SITE, search.span)
        .with("id", SEARCH_PAGE)
        .with("file", format!("content/{SEARCH_PAGE}/index.{first}.md"));
    vec![finding]
}

/// The files of all indexes, those of each language together.
pub fn files(site: &Site) -> Vec<IndexFile> {
    let languages = site.config.site.languages.pairs();
    let searched = languages.filter(|(language, _)| site.search_page(*language).is_some());
    let of = |(language, settings): (LanguageId, &Arc<rihla_text::language::Language>)| {
        let filters = filters(site, language);
        let pages: Vec<&Page> = found(site, language).collect();
        let folder = format!("{}{}/", index::FOLDER, settings.tag);
        let place = Place {
            entry: output_of(&site.routes.search_index(language)),
            address: site.routes.url(&format!("/{folder}")),
            folder,
        };
        let documents = pages.par_iter();
        let documents: Vec<Document> = documents
            .filter_map(|page| document(site, page, &filters))
            .collect();
        index::files(
            &documents,
            &filters,
            &synonyms(site, language),
            Stems::of_tag(&settings.tag),
            place,
        )
    };
    searched.flat_map(of).collect()
}

/// What a build notes of the index that it wrote.
#[derive(Serialize, Deserialize)]
struct Note {
    made: [u8; 32],
    outputs: Vec<String>,
}

/// Brings the index into staging: the one that stands in the output folder where it would be the same. Gives what is to
/// be noted for the next build, by name.
///
/// # Errors
/// As [`Staging::write`].
pub(super) fn write(
    site: &Site,
    staging: &Staging,
    known: Option<Vec<u8>>,
    program: &str,
) -> Result<Option<(String, Vec<u8>)>, Failure> {
    if site.config.site.search.is_none() {
        return Ok(None);
    }
    let made = made_of(site, program);
    let known = known.and_then(|bytes| postcard::from_bytes::<Note>(&bytes).ok());
    let known = known.filter(|known| known.made == *made.bytes());
    let mut kept = BTreeSet::new();
    for output in known.iter().flat_map(|known| &known.outputs) {
        if staging.keep_made(output, &made)? {
            kept.insert(output.as_str());
        }
    }
    let outputs = match &known {
        Some(known) if kept.len() == known.outputs.len() => known.outputs.clone(),
        _ => {
            let files = files(site);
            let new = files.par_iter();
            let new = new.filter(|(output, _)| !kept.contains(output.as_str()));
            new.try_for_each(|(output, bytes)| staging.write_made(output, bytes, &made))?;
            files.into_iter().map(|(output, _)| output).collect()
        }
    };
    let note = Note {
        made: *made.bytes(),
        outputs,
    };
    // Writing to memory does not fail.
    let bytes = postcard::to_stdvec(&note).unwrap_or_default();
    Ok(Some((staging.note(NAME), bytes)))
}

/// The name in `.rihla` of what was noted of the index of an output folder.
pub(super) fn note(staging: &Staging) -> String {
    staging.note(NAME)
}

/// What tells an index from any that could be made in its place: the program, the settings, the shape of the entries,
/// the day, and what each page that is found says by itself.
fn made_of(site: &Site, program: &str) -> Digest {
    let mut bytes = Vec::new();
    let mut put = |text: &[u8]| {
        bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
        bytes.extend_from_slice(text);
    };
    put(program.as_bytes());
    put(site.routes.absolute("/").as_bytes());
    put(site.graph.shape_digest().bytes());
    put(site.moment.today.to_string().as_bytes());
    put(format!("{:?}", (site.moment.drafts, site.moment.waiting)).as_bytes());
    for file in site.snapshot.under(rihla_site::config::CONTENT) {
        let is_setting = &*file.path == SITE || file.path.ends_with("/collection.yaml");
        if is_setting && matches!(file.body, Body::Text(_)) {
            put(file.path.as_bytes());
            put(file.digest.bytes());
        }
    }
    for language in site.config.site.languages.ids() {
        for page in found(site, language) {
            put(page.address.as_bytes());
            put(site.own_digest(page).bytes());
        }
    }
    // Whose texts stand in others.
    for entry in site.blocks() {
        put(site.graph.own_digest(entry, &site.snapshot).bytes());
    }
    let glossary = site.config.site.glossary.as_ref();
    for (entry, _) in glossary
        .into_iter()
        .flat_map(|(name, _)| entries(site, name))
    {
        put(site.graph.own_digest(entry, &site.snapshot).bytes());
    }
    Digest::of(&bytes)
}

fn entries<'s>(
    site: &'s Site,
    collection: &str,
) -> impl Iterator<Item = (EntryId, &'s rihla_site::graph::Entry)> {
    let collection = site.config.collection(collection).map(|(number, _)| number);
    let all = site.graph.entries.pairs();
    all.filter(move |(_, entry)| Some(entry.collection) == collection)
        .map(|(number, entry)| (number, &**entry))
}

/// The pages of a language that are found, ordered by their files.
fn found(site: &Site, language: LanguageId) -> impl Iterator<Item = &Page> {
    let pages = site.plan.pages.iter();
    pages.filter(move |page| page.language == language && is_found(site, page))
}

fn is_found(site: &Site, page: &Page) -> bool {
    let is_first = match page.kind {
        PageKind::Home(_) | PageKind::List(_, 1) => true,
        PageKind::Entry(entry) => *site.graph.entries[entry].id != *SEARCH_PAGE,
        _ => false,
    };
    if !is_first || site.is_no_referrer(page) {
        return false;
    }
    let text = site.text_of(page);
    if let PageKind::List(collection, _) = page.kind {
        // A list of nothing is worth finding where it says something itself.
        let says = text.is_some_and(|(_, language, version)| {
            language == page.language && version.body.as_ref().is_some_and(|body| !body.is_empty)
        });
        let is_noindex = text.is_some_and(|(_, _, version)| version.flag("noindex"));
        let lists = !site.graph.list(collection, page.language).is_empty();
        return (lists || says) && !is_noindex;
    }
    text.is_some_and(|(_, language, version)| {
        language == page.language && !version.flag("noindex") && !is_sensitive(version)
    })
}

/// Whether a page can be left at once and is kept nowhere.
fn is_sensitive(version: &Version) -> bool {
    matches!(version.field("sensitive"), Some(FieldValue::Boolean(true)))
}

/// The filters of a language: what a page is, what it refers to, its year.
fn filters(site: &Site, language: LanguageId) -> Vec<Filter> {
    let of = |name: &str, title: String, is_descending: bool| Filter {
        name: name.into(),
        title,
        is_descending,
    };
    let search = site.config.site.search.iter();
    let named = search.flat_map(|search| &search.filters);
    let named = named.filter_map(|(name, _)| {
        let (_, collection) = site.config.collection(name)?;
        let tag = &site.config.site.languages[language].tag;
        let title = collection
            .title
            .get(tag)
            .map(|title| site.set(title, language));
        Some(of(name, title.unwrap_or_default().into_owned(), false))
    });
    let mut filters = vec![of(KIND, String::new(), false)];
    filters.extend(named);
    filters.push(of(YEAR, String::new(), true));
    filters
}

/// What is found of a page.
fn document(site: &Site, page: &Page, filters: &[Filter]) -> Option<Document> {
    let language = page.language;
    let settings = &site.config.site.languages[language];
    let mut document = Document {
        address: site.routes.url(&page.address),
        title: site.set(&site.title_of(page)?, language).into_owned(),
        ..Document::default()
    };
    let text = site.text_of(page);
    if let PageKind::List(number, _) = page.kind
        && text.is_none()
    {
        let collection = &site.config.collections[number];
        let description = collection.description.get(&settings.tag);
        let description = description.map(|words| site.set(words, language));
        document.summary = description.unwrap_or_default().into_owned();
    }
    let Some((number, written, version)) = text.filter(|(_, written, _)| *written == language)
    else {
        return Some(document);
    };
    let entry = &site.graph.entries[number];
    if let Some(FieldValue::Text(summary)) = version.field("summary") {
        document.summary = site.set(summary, language).into_owned();
    }
    // What was withdrawn is found by its title, and says there why.
    if version.builtin("withdrawn").is_none() {
        let body = site
            .snapshot
            .text(&version.place.path)
            .zip(version.body.as_ref());
        let mut texts: Vec<String> = Vec::new();
        texts.extend(body.map(|(text, body)| read(site, text, body.span, written)));
        for (name, value) in version.fields.iter() {
            if !matches!(&**name, "title" | "summary") {
                long(site, value, written, &mut texts);
            }
        }
        document.text = texts.join("\n");
    }
    let referred = || {
        site.graph.references(number).iter().filter_map(|other| {
            let other = &site.graph.entries[*other];
            let version = other.online(language)?;
            let title = site.set(&version.title, language).into_owned();
            Some((other.collection, title))
        })
    };
    let titles: Vec<String> = referred().map(|(_, title)| title).collect();
    document.about = titles.join("\n");
    let collection = &site.config.collections[entry.collection];
    if entry.role == Role::Entry && !collection.builtin {
        let title = collection.title.get(&settings.tag);
        let title = title.map(|title| site.set(title, language));
        document.kind = title.unwrap_or_default().into_owned();
    }
    if let Some(date) = entry.date.filter(|_| entry.role == Role::Entry) {
        let told = settings.date(date, DateStyle::Long);
        let told = site.set(&told, language).into_owned();
        document.date = Some((date.to_string(), told));
    }
    document.filters = filters
        .iter()
        .map(|filter| match &*filter.name {
            KIND => Some(document.kind.clone())
                .into_iter()
                .filter(|kind| !kind.is_empty())
                .collect(),
            YEAR => entry
                .date
                .map(|date| date.year().to_string())
                .into_iter()
                .collect(),
            name => {
                let wanted = site.config.collection(name).map(|(number, _)| number);
                let of = referred().filter(|(collection, _)| Some(*collection) == wanted);
                of.map(|(_, title)| title).collect()
            }
        })
        .collect();
    Some(document)
}

/// A text in Markdown as it is read.
fn read(site: &Site, text: &str, span: rihla_diagnostics::Span, language: LanguageId) -> String {
    let settings = &site.config.site;
    let rules = settings.languages[language].typography;
    let document = markdown::tree(text, span);
    let document = markdown::typeset(document, rules, &|tag| settings.rules_of(tag));
    markdown::reading(&document, &|id| site.block_read(id, language, 0))
}

/// The texts in the value of a field.
fn long(site: &Site, value: &FieldValue, language: LanguageId, out: &mut Vec<String>) {
    match value {
        FieldValue::Text(text) => out.push(site.set(text, language).into_owned()),
        FieldValue::Form(text) if !telephones(text).is_empty() => out.push(text.to_string()),
        FieldValue::Markdown(text) => {
            let whole = rihla_diagnostics::Span::new(0, text.len());
            out.push(read(site, text, whole, language));
        }
        FieldValue::List(items) => {
            let items = items.iter();
            items.for_each(|item| long(site, &item.value, language, out));
        }
        FieldValue::Object(fields) => {
            let fields = fields.iter();
            fields.for_each(|(_, field)| long(site, &field.value, language, out));
        }
        _ => {}
    }
}

/// Words that mean the same: those of `site.yaml`, and of each entry of the glossary its name, its acronym, what is not
/// written in its place, and its acronyms in other languages.
fn synonyms(site: &Site, language: LanguageId) -> Vec<Vec<String>> {
    let settings = &site.config.site;
    let tag = &settings.languages[language].tag;
    let own = settings
        .search
        .iter()
        .flat_map(|search| search.synonyms(tag));
    let mut groups: Vec<Vec<String>> = own
        .map(|group| group.iter().map(|word| word.to_string()).collect())
        .collect();
    let Some((name, _)) = &settings.glossary else {
        return groups;
    };
    for (_, entry) in entries(site, name) {
        let Some(version) = entry.online(language) else {
            continue;
        };
        let mut group = vec![version.title.to_string()];
        group.extend(acronym(version));
        group.extend(avoided(version));
        let others = entry.versions.iter().flatten();
        group.extend(others.filter_map(acronym));
        groups.push(group);
    }
    groups
}

fn acronym(version: &Version) -> Option<String> {
    match version.field("acronym")? {
        FieldValue::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

/// What is written by mistake in the place of a term.
fn avoided(version: &Version) -> Vec<String> {
    let Some(FieldValue::List(items)) = version.field("avoid") else {
        return Vec::new();
    };
    let variants = items.iter().filter_map(|item| match &item.value {
        FieldValue::Object(fields) => fields.iter().find(|(name, _)| &**name == "variant"),
        _ => None,
    });
    let texts = variants.filter_map(|(_, variant)| match &variant.value {
        FieldValue::Text(text) => Some(text.to_string()),
        _ => None,
    });
    texts.collect()
}
