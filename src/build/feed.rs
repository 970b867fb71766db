//! Feeds: Atom (RFC 4287) and JSON Feed 1.1, of everything in a language and of each collection
//! that wants one.

use std::sync::Arc;

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde_json::json;

use crate::query::{Site, identifier};
use crate::render::{self, Engine};
use rihla_site::config::Phrase;
use rihla_site::graph::Version;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::plan::{Feed, PageKind, output_of};
use rihla_site::route::FeedFormat;
use rihla_site::schema::FieldValue;

/// How many entries a feed has at most: the newest.
const ENTRIES: usize = 20;

/// Every form of a feed: the file, and what it holds.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn feed(engine: &Engine, site: &Site, feed: &Feed) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let items = items(engine, site, feed);
    let mut files = Vec::new();
    for format in FeedFormat::ALL {
        if let Some(address) = site.routes.feed(feed.collection, feed.language, format) {
            let whole = site.routes.absolute(&address);
            let bytes = match format {
                FeedFormat::Atom => atom(site, feed, &whole, &items)?,
                FeedFormat::Json => json_feed(site, feed, &whole, &items),
            };
            files.push((output_of(&address), bytes));
        }
    }
    Ok(files)
}

/// An entry as feeds show it.
struct Item {
    /// Stays what it is when the address, the title or the name of the file changes.
    id: String,
    title: Arc<str>,
    summary: Option<Arc<str>>,
    url: String,
    published: Timestamp,
    updated: Timestamp,
    html: String,
}

/// The newest entries of a feed that are online in its language, the newest first.
fn items(engine: &Engine, site: &Site, feed: &Feed) -> Vec<Item> {
    let collections = site.config.collections.pairs();
    let mut found: Vec<((Timestamp, Timestamp), EntryId)> = collections
        .filter(|(_, collection)| collection.feed)
        .map(|(number, _)| number)
        .filter(|number| feed.collection.is_none_or(|own| own == *number))
        .flat_map(|collection| site.graph.list(collection, feed.language))
        .filter_map(|number| {
            let entry = &site.graph.entries[*number];
            let version = entry.online(feed.language)?;
            let moments = site.fed(entry, version)?;
            (!version.flag("noindex")).then_some((moments, *number))
        })
        .collect();
    found.sort_by(|((a, _), a_number), ((b, _), b_number)| b.cmp(a).then(a_number.cmp(b_number)));
    found.truncate(ENTRIES);
    found
        .into_iter()
        .filter_map(|(moments, number)| item(engine, site, feed.language, number, moments))
        .collect()
}

fn item(
    engine: &Engine,
    site: &Site,
    language: LanguageId,
    number: EntryId,
    (published, updated): (Timestamp, Timestamp),
) -> Option<Item> {
    let entry = &site.graph.entries[number];
    let version = entry.online(language)?;
    let address = site.routes.entry(number, language)?;
    let page = site.plan.page(address)?;
    debug_assert_eq!(page.kind, PageKind::Entry(number));
    let withdrawn = withdrawn(site, language, version);
    let is_withdrawn = withdrawn.is_some();
    let html = withdrawn.or_else(|| render::text_elsewhere(engine, page));
    let summary = match version.field("summary") {
        Some(FieldValue::Text(summary)) if !is_withdrawn => {
            Some(site.set(summary, language).into())
        }
        _ => None,
    };
    let (graph, config) = (&site.graph, &site.config);
    let name = site.routes.first_name(graph, config, number, language);
    Some(Item {
        id: identifier(site, &[&name, &site.config.site.languages[language].tag]),
        title: site.set(&version.title, language).into(),
        summary,
        url: site.routes.absolute(address),
        published,
        updated,
        html: html.unwrap_or_default(),
    })
}

/// What stands in the place of a text that was withdrawn, which is not sent out again: that it was, and
/// why.
fn withdrawn(site: &Site, language: LanguageId, version: &Version) -> Option<String> {
    let FieldValue::Object(fields) = version.builtin("withdrawn")? else {
        return None;
    };
    let reason = fields.iter().find(|(name, _)| &**name == "reason");
    let reason = match reason.map(|(_, reason)| &reason.value) {
        Some(FieldValue::Text(reason)) => reason,
        _ => "",
    };
    let words = match site.config.theme.phrase(language, "feed-withdrawn") {
        Some((Phrase::Plain(words), _)) => words,
        _ => "",
    };
    let text = format!("{words} {reason}");
    let text = site.set(text.trim(), language);
    Some(format!("<p>{}</p>", escape(&*text)))
}

/// The newest change of a feed; the beginning of time for one without entries, so that it does
/// not change from build to build.
fn newest(items: &[Item]) -> Timestamp {
    let updated = items.iter().map(|item| item.updated);
    updated.max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// What the feed is about: the address of the page that shows the same.
fn home(site: &Site, feed: &Feed) -> String {
    let list = feed
        .collection
        .and_then(|collection| site.routes.list(collection, feed.language, 1));
    let address = list.unwrap_or_else(|| site.routes.door(feed.language).clone());
    site.routes.absolute(&address)
}

/// The identifier of a feed, which stays when the folder of its collection is renamed.
fn identifier_of(site: &Site, feed: &Feed) -> String {
    let name = feed.collection.map(|collection| {
        let (graph, config) = (&site.graph, &site.config);
        site.routes
            .first_list_name(graph, config, collection, feed.language)
    });
    let tag = &site.config.site.languages[feed.language].tag;
    identifier(site, &["feed", name.as_deref().unwrap_or(""), tag])
}

/// Who speaks: the site, by its title.
fn author(site: &Site, feed: &Feed) -> String {
    let tag = &site.config.site.languages[feed.language].tag;
    let title = site.config.site.title.get(tag);
    title.map_or_else(String::new, |title| {
        site.set(title, feed.language).into_owned()
    })
}

fn atom(site: &Site, feed: &Feed, own: &str, items: &[Item]) -> std::io::Result<Vec<u8>> {
    let tag: &str = &site.config.site.languages[feed.language].tag;
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", tag))
        .write_inner_content(|writer| {
            element(writer, "id", &identifier_of(site, feed))?;
            words(site, feed, writer, "title", &site.feed_title(feed))?;
            if let Some(description) = site.feed_description(feed) {
                words(site, feed, writer, "subtitle", &description)?;
            }
            element(writer, "updated", &site.config.site.rfc3339(newest(items)))?;
            link(writer, "self", FeedFormat::Atom.media_type(), own)?;
            link(writer, "alternate", "text/html", &home(site, feed))?;
            writer
                .create_element("author")
                .write_inner_content(|writer| element(writer, "name", &author(site, feed)))?;
            for item in items {
                writer
                    .create_element("entry")
                    .write_inner_content(|writer| atom_entry(site, writer, item))?;
            }
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn atom_entry(site: &Site, writer: &mut Writer<Vec<u8>>, item: &Item) -> std::io::Result<()> {
    element(writer, "id", &item.id)?;
    element(writer, "title", &item.title)?;
    link(writer, "alternate", "text/html", &item.url)?;
    element(
        writer,
        "published",
        &site.config.site.rfc3339(item.published),
    )?;
    element(writer, "updated", &site.config.site.rfc3339(item.updated))?;
    if let Some(summary) = &item.summary {
        element(writer, "summary", summary)?;
    }
    writer
        .create_element("content")
        .with_attribute(("type", "html"))
        .write_text_content(BytesText::new(&fit(&item.html)))?;
    Ok(())
}

fn element(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
    element_in(writer, name, text, None)
}

/// An element of words in the language of a tag, or in that of what it stands in.
fn element_in(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    text: &str,
    tag: Option<&str>,
) -> std::io::Result<()> {
    writer
        .create_element(name)
        .with_attributes(tag.map(|tag| ("xml:lang", tag)))
        .write_text_content(BytesText::new(&fit(text)))?;
    Ok(())
}

/// An element of words that may be in another language than the feed.
fn words(
    site: &Site,
    feed: &Feed,
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    (text, language): &(String, LanguageId),
) -> std::io::Result<()> {
    let tag = &site.config.site.languages[*language].tag;
    let is_other = *language != feed.language;
    element_in(writer, name, text, is_other.then_some(&**tag))
}

fn link(
    writer: &mut Writer<Vec<u8>>,
    rel: &str,
    media_type: &str,
    href: &str,
) -> std::io::Result<()> {
    writer
        .create_element("link")
        .with_attributes([("rel", rel), ("type", media_type), ("href", href)])
        .write_empty()?;
    Ok(())
}

/// A text without the characters that XML 1.0 (section 2.2) cannot hold.
fn fit(text: &str) -> String {
    text.chars()
        .filter(|c| match c {
            '\t' | '\n' | '\r' => true,
            '\u{fffe}' | '\u{ffff}' => false,
            c => !c.is_control() || *c >= '\u{80}',
        })
        .collect()
}

fn json_feed(site: &Site, feed: &Feed, own: &str, items: &[Item]) -> Vec<u8> {
    let tag: &str = &site.config.site.languages[feed.language].tag;
    let items: Vec<serde_json::Value> = items
        .iter()
        .map(|item| {
            let mut value = json!({
                "id": item.id,
                "url": item.url,
                "title": &*item.title,
                "content_html": item.html,
                "date_published": site.config.site.rfc3339(item.published),
                "date_modified": site.config.site.rfc3339(item.updated),
                "language": tag,
            });
            if let (Some(summary), Some(map)) = (&item.summary, value.as_object_mut()) {
                map.insert("summary".into(), (&**summary).into());
            }
            value
        })
        .collect();
    let mut value = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.feed_title(feed).0,
        "home_page_url": home(site, feed),
        "feed_url": own,
        "language": tag,
        "authors": [{"name": author(site, feed)}],
    });
    if let Some(map) = value.as_object_mut() {
        if let Some((description, _)) = site.feed_description(feed) {
            map.insert("description".into(), description.into());
        }
        map.insert("items".into(), items.into());
    }
    let mut text = format!("{value:#}");
    text.push('\n');
    text.into_bytes()
}
