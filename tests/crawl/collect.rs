//! What a built page, image or style sheet says of other files: every reference in it, with the
//! line on which it stands.

use std::cell::RefCell;
use std::collections::BTreeSet;

use cssparser::{ParseError, Parser, ParserInput, Token};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

/// What a reference is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceKind {
    /// Where a reader can go.
    Link,
    /// What is loaded with the page.
    Asset,
    /// `<link rel="alternate">` with the type of a feed.
    Feed,
    /// `<link rel="alternate" hreflang>`, with its `hreflang`.
    Alternate(String),
    /// `<link rel="canonical">`.
    Canonical,
    /// `<meta http-equiv="refresh">`.
    Refresh,
    /// What other sites show when the page is shared (`og:url`, `og:image`).
    Share,
}

impl ReferenceKind {
    /// Whether it must be written with scheme and host: others than the reader's browser read it.
    pub fn is_absolute(&self) -> bool {
        matches!(self, Self::Alternate(_) | Self::Canonical | Self::Share)
    }

    /// What it is called in a finding.
    pub fn name(&self) -> String {
        match self {
            Self::Link => "the link".to_owned(),
            Self::Asset => "the file".to_owned(),
            Self::Feed => "the feed".to_owned(),
            Self::Alternate(tag) => format!("the alternate {tag}"),
            Self::Canonical => "the canonical".to_owned(),
            Self::Refresh => "the refresh".to_owned(),
            Self::Share => "the address to share".to_owned(),
        }
    }
}

/// A reference to another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it is for.
    pub kind: ReferenceKind,
    /// As it is written, without the entities.
    pub written: String,
    /// From 1.
    pub line: usize,
}

/// What one file says.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// `lang` of `<html>`.
    pub language: Option<String>,
    /// Every id with its line, in the order of the file.
    pub ids: Vec<(String, usize)>,
    /// Every reference, in the order of the file.
    pub references: Vec<Reference>,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
}

impl Document {
    /// The references of a kind.
    pub fn of(&self, kind: &ReferenceKind) -> impl Iterator<Item = &Reference> {
        self.references
            .iter()
            .filter(move |reference| reference.kind == *kind)
    }

    /// The alternates: `hreflang` and reference.
    pub fn alternates(&self) -> impl Iterator<Item = (&str, &Reference)> {
        self.references
            .iter()
            .filter_map(|reference| match &reference.kind {
                ReferenceKind::Alternate(tag) => Some((tag.as_str(), reference)),
                _ => None,
            })
    }

    /// Whether it does nothing but lead on.
    pub fn leads_on(&self) -> bool {
        self.of(&ReferenceKind::Refresh).next().is_some()
    }

    /// What a fragment can name.
    pub fn targets(&self) -> BTreeSet<&str> {
        self.ids.iter().map(|(id, _)| id.as_str()).collect()
    }
}

/// Reads a page of HTML, or an image in SVG.
pub fn html(text: &str) -> Document {
    let document = RefCell::new(Document::default());
    let lines = Lines::new(text);
    let style = RefCell::new((String::new(), 0));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("*", |element| {
            read(element, &lines, &mut document.borrow_mut());
            Ok(())
        }))
        .append_element_content_handler(text!("style", |chunk| {
            let mut style = style.borrow_mut();
            if style.0.is_empty() {
                style.1 = lines.of(chunk.source_location().bytes().start);
            }
            style.0.push_str(chunk.as_str());
            if chunk.last_in_text_node() {
                let (text, line) = std::mem::take(&mut *style);
                document
                    .borrow_mut()
                    .references
                    .extend(css(&text).into_iter().map(|found| Reference {
                        line: line + found.line - 1,
                        ..found
                    }));
            }
            Ok(())
        }));
    rewrite_str(text, settings).expect("HTML is read whatever it says");
    document.into_inner()
}

/// The addresses of a style sheet: `url()` and `@import` (CSS Values 4 section 4.5).
pub fn css(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut input = ParserInput::new(text);
    tokens(&mut Parser::new(&mut input), &mut found);
    found
}

fn tokens(parser: &mut Parser, found: &mut Vec<Reference>) {
    let mut is_import = false;
    while let Ok(token) = parser.next_including_whitespace_and_comments().cloned() {
        let line = parser.current_source_location().line as usize + 1;
        let asset = |written: &str| Reference {
            kind: ReferenceKind::Asset,
            written: written.to_owned(),
            line,
        };
        match &token {
            Token::WhiteSpace(_) | Token::Comment(_) => continue,
            Token::UnquotedUrl(address) => found.push(asset(address)),
            Token::QuotedString(address) if is_import => found.push(asset(address)),
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                let is_url =
                    matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("url"));
                // What cannot be read names no file.
                let _ = parser.parse_nested_block(|inside| -> Result<(), ParseError<()>> {
                    match is_url {
                        true => found.push(asset(inside.expect_string()?)),
                        false => tokens(inside, found),
                    }
                    Ok(())
                });
            }
            _ => {}
        }
        is_import = matches!(&token, Token::AtKeyword(name) if name.eq_ignore_ascii_case("import"));
    }
}

/// The addresses of `srcset` (HTML, 4.8.4.2.1): up to white space each, with what describes it
/// up to a comma.
fn srcset(value: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = value;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return found;
        }
        let end = rest
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        found.push(bare);
        rest = match bare.len() == address.len() {
            true => after.split_once(',').map_or("", |(_, next)| next),
            false => after,
        };
    }
}

/// What `content` of a refresh leads to (HTML, 4.2.5.3).
fn refresh(content: &str) -> Option<&str> {
    let (_, rest) = content.split_once([';', ','])?;
    let rest = rest.trim_start();
    let rest = match rest.get(..3) {
        Some(word) if word.eq_ignore_ascii_case("url") => {
            rest[3..].trim_start().strip_prefix('=')?.trim_start()
        }
        _ => rest,
    };
    Some(rest.trim_matches(['\'', '"']).trim_end())
}

/// Text without the entities of attributes. Built pages name no others.
fn decode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').and_then(|(name, after)| {
            let c = match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ => {
                    let number = name.strip_prefix('#')?;
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code)?
                }
            };
            Some((c, after))
        });
        match entity {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Where lines begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(ends).collect())
    }

    /// The line, from 1, of a byte.
    fn of(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte)
    }
}

fn read(element: &Element, lines: &Lines, document: &mut Document) {
    let name = element.tag_name();
    let get = |name: &str| element.get_attribute(name).map(|value| decode(&value));
    let here = lines.of(element.source_location().bytes().start);
    if name == "html" {
        document.language = get("lang");
    }
    if name == "meta" {
        meta(&get, here, document);
    }
    for attribute in element.attributes() {
        let key = attribute.name();
        let value = decode(&attribute.value());
        let line = attribute
            .value_source_location()
            .map_or(here, |at| lines.of(at.bytes().start));
        let mut add = |kind: ReferenceKind, written: &str| {
            document.references.push(Reference {
                kind,
                written: written.trim().to_owned(),
                line,
            });
        };
        match (name.as_str(), key.as_str()) {
            (_, "id") => document.ids.push((value, line)),
            ("a", "name") if get("id").is_none_or(|id| id != value) => {
                document.ids.push((value, line));
            }
            ("link", "href") => {
                if let Some(kind) = link(&get) {
                    add(kind, &value);
                }
            }
            ("a" | "area", "href")
            | ("form", "action")
            | ("button" | "input", "formaction")
            | ("blockquote" | "q" | "ins" | "del", "cite") => add(ReferenceKind::Link, &value),
            (_, "src" | "poster") | ("object", "data") | (_, "href" | "xlink:href") => {
                add(ReferenceKind::Asset, &value);
            }
            (_, "srcset" | "imagesrcset") => {
                for address in srcset(&value) {
                    add(ReferenceKind::Asset, address);
                }
            }
            // A pattern of a drawing is named as an address of CSS (SVG 2, 13.2).
            (_, "style" | "fill" | "stroke") => {
                for found in css(&value) {
                    add(ReferenceKind::Asset, &found.written);
                }
            }
            _ => {}
        }
    }
}

/// What a `<link>` is for; `None` where it loads and leads to nothing.
fn link(get: &dyn Fn(&str) -> Option<String>) -> Option<ReferenceKind> {
    let rel = get("rel").unwrap_or_default().to_ascii_lowercase();
    let kind = get("type").unwrap_or_default();
    let is = |word: &str| rel.split_ascii_whitespace().any(|own| own == word);
    if is("canonical") {
        Some(ReferenceKind::Canonical)
    } else if is("alternate") {
        match get("hreflang") {
            Some(_) if kind == "application/atom+xml" || kind == "application/feed+json" => {
                Some(ReferenceKind::Feed)
            }
            Some(tag) => Some(ReferenceKind::Alternate(tag)),
            None => Some(ReferenceKind::Feed),
        }
    } else if is("preconnect") || is("dns-prefetch") {
        None
    } else if ["next", "prev", "author", "license", "search", "help"]
        .iter()
        .any(|word| is(word))
    {
        Some(ReferenceKind::Link)
    } else {
        Some(ReferenceKind::Asset)
    }
}

fn meta(get: &dyn Fn(&str) -> Option<String>, line: usize, document: &mut Document) {
    let Some(content) = get("content") else {
        return;
    };
    let is = |key: &str, value: &str| get(key).is_some_and(|own| own.eq_ignore_ascii_case(value));
    let mut add = |kind, written: &str| {
        document.references.push(Reference {
            kind,
            written: written.to_owned(),
            line,
        });
    };
    if is("http-equiv", "refresh")
        && let Some(to) = refresh(&content)
    {
        add(ReferenceKind::Refresh, to);
    }
    let shared = [
        "og:url",
        "og:image",
        "og:image:secure_url",
        "og:video",
        "og:audio",
    ];
    if shared.iter().any(|name| is("property", name)) || is("name", "twitter:image") {
        add(ReferenceKind::Share, &content);
    }
    if is("name", "robots") && content.to_ascii_lowercase().contains("noindex") {
        document.noindex = true;
    }
}

#[test]
fn every_reference_is_collected() {
    let page = html(
        "<!doctype html><html lang=fr><head>\n\
         <link rel=canonical href=https://example.org/fr/>\n\
         <link rel='alternate' hreflang='en' href='https://example.org/en/?a=1&amp;b=2'>\n\
         <link rel=alternate type=application/atom+xml href=/fr/feed.xml>\n\
         <link rel=alternate hreflang=fr type=application/feed+json href=/fr/feed.json>\n\
         <link rel=stylesheet href=/style.css><link rel=preconnect href=https://other.example/>\n\
         <link rel=preload as=image imagesrcset='/p1.webp 1x,/p2.webp 2x'>\n\
         <meta http-equiv=Refresh content=\"0; URL='/to/'\"><meta name=robots content=noindex>\n\
         <meta property=og:image content=https://example.org/i.png>\n\
         <style>@import 'more.css';\nbody { background: url(bg.png) }</style>\n\
         <script src=/a.js></script></head><body id=top>\n\
         <a href=\"../x/#y&#x2F;z\"\n id=\"one\">x</a> <a name=old>y</a> <area href=area>\n\
         <img src=/i.png srcset=\"/a,b.png 1x, /c.png 2x,\n/d.png\">\n\
         <video poster=/poster.jpg><source src=/v.mp4><track src=/v.vtt></video>\n\
         <p style=\"background: URL( 'q.png' )\"></p><object data=o.pdf></object>\n\
         <svg><use href=#icon /><use xlink:href=sprite.svg#b /><rect fill=url(#dots) stroke=red /></svg>\n\
         <form action=/search><button formaction=/other></button></form>\n\
         <blockquote cite=https://example.org/q></blockquote></body></html>",
    );
    assert_eq!(page.language.as_deref(), Some("fr"));
    assert!(page.noindex && page.leads_on());
    let ids: Vec<_> = page
        .ids
        .iter()
        .map(|(id, line)| (id.as_str(), *line))
        .collect();
    assert_eq!(ids, [("top", 12), ("one", 14), ("old", 14)]);
    let found: Vec<_> = page
        .references
        .iter()
        .map(|r| (r.kind.clone(), r.written.as_str(), r.line))
        .collect();
    let alternate = ReferenceKind::Alternate("en".to_owned());
    let expected = [
        (ReferenceKind::Canonical, "https://example.org/fr/", 2),
        (alternate, "https://example.org/en/?a=1&b=2", 3),
        (ReferenceKind::Feed, "/fr/feed.xml", 4),
        (ReferenceKind::Feed, "/fr/feed.json", 5),
        (ReferenceKind::Asset, "/style.css", 6),
        (ReferenceKind::Asset, "/p1.webp", 7),
        (ReferenceKind::Asset, "/p2.webp", 7),
        (ReferenceKind::Refresh, "/to/", 8),
        (ReferenceKind::Share, "https://example.org/i.png", 9),
        (ReferenceKind::Asset, "more.css", 10),
        (ReferenceKind::Asset, "bg.png", 11),
        (ReferenceKind::Asset, "/a.js", 12),
        (ReferenceKind::Link, "../x/#y/z", 13),
        (ReferenceKind::Link, "area", 14),
        (ReferenceKind::Asset, "/i.png", 15),
        (ReferenceKind::Asset, "/a,b.png", 15),
        (ReferenceKind::Asset, "/c.png", 15),
        (ReferenceKind::Asset, "/d.png", 15),
        (ReferenceKind::Asset, "/poster.jpg", 17),
        (ReferenceKind::Asset, "/v.mp4", 17),
        (ReferenceKind::Asset, "/v.vtt", 17),
        (ReferenceKind::Asset, "q.png", 18),
        (ReferenceKind::Asset, "o.pdf", 18),
        (ReferenceKind::Asset, "#icon", 19),
        (ReferenceKind::Asset, "sprite.svg#b", 19),
        (ReferenceKind::Asset, "#dots", 19),
        (ReferenceKind::Link, "/search", 20),
        (ReferenceKind::Link, "/other", 20),
        (ReferenceKind::Link, "https://example.org/q", 21),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_addresses_of_a_style_sheet() {
    let found = css(
        "@import \"a.css\" layer(x);\n/* url(no.png) */ @font-face { src: url(f.woff2) format('woff2'),\n\
         local('x') }\na::before { content: 'url(no.png)'; mask: url( \"m.svg#x\" ) }\n\
         b { background: image-set(url('1.png') 1x, url(2.png) 2x) }",
    );
    let found: Vec<_> = found.iter().map(|r| (r.written.as_str(), r.line)).collect();
    let expected = [
        ("a.css", 1),
        ("f.woff2", 2),
        ("m.svg#x", 4),
        ("1.png", 5),
        ("2.png", 5),
    ];
    assert_eq!(found, expected);
}
