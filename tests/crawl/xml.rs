//! What a sitemap and a feed say.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

/// An element that has ended.
struct Element {
    /// The names of the elements around it and its own, with `/` between them, without prefixes.
    path: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

/// Every element of an XML document, in the order of their ends.
///
/// # Errors
/// Where it is not well formed.
fn elements(text: &str) -> Result<Vec<Element>, String> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut closed = Vec::new();
    loop {
        let event = reader.read_event().map_err(|error| {
            format!(
                "is not well formed at byte {}: {error}",
                reader.error_position()
            )
        })?;
        let (start, is_empty) = match &event {
            Event::Start(start) => (Some(start), false),
            Event::Empty(start) => (Some(start), true),
            _ => (None, false),
        };
        if let Some(start) = start {
            let element = begin(open.last(), start)?;
            open.push(element);
        }
        let mut add = |more: &str| {
            if let Some(element) = open.last_mut() {
                element.text.push_str(more);
            }
        };
        match &event {
            Event::Text(more) => add(&more.decode().map_err(|error| error.to_string())?),
            Event::CData(more) => add(&more.decode().map_err(|error| error.to_string())?),
            Event::GeneralRef(name) => {
                let name = name.decode().map_err(|error| error.to_string())?;
                match resolve_predefined_entity(&name) {
                    Some(known) => add(known),
                    None => add(&unescape(&format!("&{name};")).map_err(|e| e.to_string())?),
                }
            }
            Event::Eof if open.is_empty() && !closed.is_empty() => return Ok(closed),
            Event::Eof => return Err("ends before its elements do".to_owned()),
            _ => {}
        }
        if is_empty || matches!(event, Event::End(_)) {
            closed.extend(open.pop());
        }
    }
}

fn begin(parent: Option<&Element>, start: &BytesStart) -> Result<Element, String> {
    let utf8 = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let name = utf8(start.local_name().as_ref());
    let attributes = start
        .attributes()
        .map(|attribute| {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = attribute.unescape_value().map_err(|e| e.to_string())?;
            Ok((
                utf8(attribute.key.local_name().as_ref()),
                value.into_owned(),
            ))
        })
        .collect::<Result<_, String>>()?;
    Ok(Element {
        path: match parent {
            Some(parent) => format!("{}/{name}", parent.path),
            None => name,
        },
        attributes,
        text: String::new(),
    })
}

/// A page of a sitemap.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub address: String,
    /// `hreflang` and address of its alternates.
    pub alternates: Vec<(String, String)>,
}

/// A sitemap (sitemaps.org 0.9).
#[derive(Debug, PartialEq, Eq)]
pub enum Sitemap {
    /// Of pages.
    Pages(Vec<Listed>),
    /// Of other sitemaps, by address.
    Index(Vec<String>),
}

/// A feed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Where it says that it is itself.
    pub own: Vec<String>,
    /// Addresses of pages: of the site, and of each entry.
    pub pages: Vec<String>,
    /// Addresses of other files.
    pub files: Vec<String>,
    /// How many entries it has.
    pub entries: usize,
    /// Texts in HTML.
    pub texts: Vec<String>,
}

/// What a file other than a page says.
#[derive(Debug, PartialEq, Eq)]
pub enum Data {
    /// `urlset` or `sitemapindex`.
    Sitemap(Sitemap),
    /// Atom (RFC 4287) or JSON Feed (version 1.1).
    Feed(Feed),
    /// Neither.
    Other,
}

/// Reads a file by its name and content.
///
/// # Errors
/// Where an XML or JSON file cannot be read.
pub fn read(name: &str, text: &str) -> Result<Data, String> {
    if name.ends_with(".xml") {
        let elements = elements(text)?;
        return Ok(match elements.last().map(|root| root.path.as_str()) {
            Some("urlset") => Data::Sitemap(Sitemap::Pages(listed(&elements))),
            Some("sitemapindex") => Data::Sitemap(Sitemap::Index(
                elements
                    .into_iter()
                    .filter(|element| element.path == "sitemapindex/sitemap/loc")
                    .map(|element| element.text.trim().to_owned())
                    .collect(),
            )),
            Some("feed") => Data::Feed(atom(&elements)),
            _ => Data::Other,
        });
    }
    if name.ends_with(".json") {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let version = value["version"].as_str().unwrap_or_default();
        if version.starts_with("https://jsonfeed.org/version/") {
            return Ok(Data::Feed(json(&value)));
        }
    }
    Ok(Data::Other)
}

fn listed(elements: &[Element]) -> Vec<Listed> {
    let mut all = Vec::new();
    let mut next = Listed::default();
    for element in elements {
        let get = |name: &str| element.attributes.get(name).cloned().unwrap_or_default();
        match element.path.as_str() {
            "urlset/url/loc" => next.address = element.text.trim().to_owned(),
            "urlset/url/link" => next.alternates.push((get("hreflang"), get("href"))),
            "urlset/url" => all.push(std::mem::take(&mut next)),
            _ => {}
        }
    }
    all
}

fn atom(elements: &[Element]) -> Feed {
    let mut feed = Feed::default();
    for element in elements {
        let get = |name: &str| element.attributes.get(name).cloned();
        match element.path.as_str() {
            "feed/link" | "feed/entry/link" => {
                let to = get("href").unwrap_or_default();
                match get("rel").as_deref().unwrap_or("alternate") {
                    "self" => feed.own.push(to),
                    "enclosure" => feed.files.push(to),
                    _ => feed.pages.push(to),
                }
            }
            "feed/icon" | "feed/logo" => feed.files.push(element.text.trim().to_owned()),
            "feed/entry/content" | "feed/entry/summary"
                if get("type").as_deref() == Some("html") =>
            {
                feed.texts.push(element.text.clone());
            }
            "feed/entry" => feed.entries += 1,
            _ => {}
        }
    }
    feed
}

fn json(value: &Value) -> Feed {
    let mut feed = Feed::default();
    let texts = |value: &Value, names: &[&str]| -> Vec<String> {
        let found = names.iter().filter_map(|name| value[name].as_str());
        found.map(str::to_owned).collect()
    };
    feed.own = texts(value, &["feed_url"]);
    feed.pages = texts(value, &["home_page_url", "next_url"]);
    feed.files = texts(value, &["icon", "favicon"]);
    for item in value["items"].as_array().into_iter().flatten() {
        feed.entries += 1;
        feed.pages.extend(texts(item, &["url"]));
        feed.files.extend(texts(item, &["image", "banner_image"]));
        feed.texts.extend(texts(item, &["content_html"]));
        for attachment in item["attachments"].as_array().into_iter().flatten() {
            feed.files.extend(texts(attachment, &["url"]));
        }
    }
    feed
}

#[test]
fn sitemaps_and_feeds_are_read() {
    let sitemap = "<?xml version='1.0'?><urlset xmlns='s' xmlns:xhtml='h'><url><loc> https://e.org/?a&amp;b&#x2F;\
                   </loc><xhtml:link rel='alternate' hreflang='fr' href='https://e.org/fr/&amp;'/></url></urlset>";
    let listed = Listed {
        address: "https://e.org/?a&b/".to_owned(),
        alternates: vec![("fr".to_owned(), "https://e.org/fr/&".to_owned())],
    };
    assert_eq!(
        read("sitemap.xml", sitemap),
        Ok(Data::Sitemap(Sitemap::Pages(vec![listed])))
    );
    let index = "<sitemapindex><sitemap><loc>https://e.org/1.xml</loc></sitemap></sitemapindex>";
    let expected = Sitemap::Index(vec!["https://e.org/1.xml".to_owned()]);
    assert_eq!(read("sitemap.xml", index), Ok(Data::Sitemap(expected)));
    let atom = "<feed xmlns='a'><link rel='self' href='https://e.org/feed.xml'/><link href='https://e.org/'/>\
                <entry><link href='https://e.org/x/'/><link rel='enclosure' href='https://e.org/x.png'/>\
                <content type='html'>&lt;a href=\"/y/\"&gt;y&lt;/a&gt;</content></entry></feed>";
    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://e.org/",
        "feed_url": "https://e.org/feed.xml", "items": [{"id": "1", "url": "https://e.org/x/",
        "image": "https://e.org/x.png", "content_html": "<a href=\"/y/\">y</a>"}]}"#;
    let feed = || Feed {
        own: vec!["https://e.org/feed.xml".to_owned()],
        pages: vec!["https://e.org/".to_owned(), "https://e.org/x/".to_owned()],
        files: vec!["https://e.org/x.png".to_owned()],
        entries: 1,
        texts: vec!["<a href=\"/y/\">y</a>".to_owned()],
    };
    assert_eq!(read("feed.xml", atom), Ok(Data::Feed(feed())));
    assert_eq!(read("feed.json", json), Ok(Data::Feed(feed())));
    assert_eq!(read("build.json", "{}"), Ok(Data::Other));
    for broken in ["<feed>", "<a></b>", "", "<a b=&x;/>"] {
        assert!(read("a.xml", broken).is_err(), "{broken}");
    }
}
