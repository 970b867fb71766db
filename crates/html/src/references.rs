//! Every address of a page.

use std::borrow::Cow;

use crate::document::{Document, Element};

/// What a page does with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceKind {
    /// A person may go there.
    Link,
    /// A form sends there what was typed.
    Form,
    /// A style sheet.
    Style,
    /// A script.
    Script,
    /// An image.
    Image,
    /// Sound, moving images, captions; another page inside this one.
    Media,
    /// The same in another language or form.
    Alternate,
    /// The page's own address.
    Canonical,
    /// Another one.
    Other,
}

/// An address of a page.
#[derive(Clone, Debug)]
pub struct Reference<'d> {
    /// As it is written, without the spaces around it.
    pub address: Cow<'d, str>,
    /// The attribute in which it stands.
    pub attribute: &'d str,
    /// The element that has the attribute.
    pub element: Element<'d>,
    /// What it is for.
    pub kind: ReferenceKind,
}

impl Reference<'_> {
    /// Whether browsers fetch or send something there by themselves, or with a form: what a policy may block.
    pub(crate) fn is_resource(&self) -> bool {
        use ReferenceKind::{Form, Image, Media, Script, Style};
        let is_kind = matches!(self.kind, Form | Image | Media | Script | Style);
        is_kind && self.attribute != "content" || self.attribute == "ping" || {
            let rels = rels(self.element);
            self.element.is("link") && rels.iter().any(|rel| FETCHED.contains(&&**rel))
        }
    }
}

/// Relations of links for which browsers open a connection.
const FETCHED: &[&str] = &[
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
];

/// The relations of a link, in small letters.
fn rels(element: Element<'_>) -> Vec<String> {
    let rel = element.attribute("rel").unwrap_or_default();
    rel.split_ascii_whitespace()
        .map(str::to_ascii_lowercase)
        .collect()
}

impl Document {
    /// Every address of the page, in order: links, resources, each image of a `srcset`, pictures for sharing
    /// (`og:image`).
    pub fn references(&self) -> impl Iterator<Item = Reference<'_>> {
        self.elements().flat_map(of)
    }
}

/// The addresses of an element.
pub(crate) fn of(element: Element<'_>) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    for (attribute, value) in element.attributes() {
        let Some(kind) = kind(element, attribute) else {
            continue;
        };
        let addresses = match attribute {
            "srcset" | "imagesrcset" => candidates(value),
            "ping" => value.split_ascii_whitespace().collect(),
            _ => vec![value.trim()],
        };
        // An empty `href` is the page itself; an empty `src` is nothing.
        let addresses = addresses
            .into_iter()
            .filter(|address| !address.is_empty() || attribute == "href");
        found.extend(addresses.map(|address| Reference {
            address: Cow::Borrowed(address),
            attribute,
            element,
            kind,
        }));
    }
    found
}

/// What an attribute is for, if it holds addresses.
fn kind(element: Element<'_>, attribute: &str) -> Option<ReferenceKind> {
    use ReferenceKind::{Form, Image, Link, Media, Other, Script};
    let name = element.name();
    Some(match (attribute, name) {
        ("href", "a" | "area") => Link,
        ("href", "link") => of_link(element),
        ("href", "image" | "feImage") => Image,
        ("href", "use" | "script") if !element.is_html() => Other,
        ("action", "form") | ("formaction", "button" | "input") => Form,
        ("src", "script") => Script,
        ("src", "img" | "input") | ("poster", "video") => Image,
        ("src", "audio" | "video" | "track" | "embed" | "iframe" | "frame") => Media,
        ("src" | "srcset", "source") if !in_picture(element) => Media,
        ("srcset", "img" | "source") | ("imagesrcset", "link") => Image,
        ("data", "object") => Media,
        ("background", "body" | "table" | "td" | "th") => Image,
        ("ping", "a" | "area") | ("cite", "blockquote" | "q" | "ins" | "del") => Other,
        ("content", "meta") => of_meta(element)?,
        _ => return None,
    })
}

fn in_picture(element: Element<'_>) -> bool {
    element.parent().is_some_and(|parent| parent.is("picture"))
}

fn of_link(element: Element<'_>) -> ReferenceKind {
    let rels = rels(element);
    let is = |name: &str| rels.iter().any(|rel| rel == name);
    if is("stylesheet") {
        return ReferenceKind::Style;
    }
    if is("alternate") {
        return ReferenceKind::Alternate;
    }
    if is("canonical") {
        return ReferenceKind::Canonical;
    }
    if is("icon") || is("apple-touch-icon") || is("mask-icon") {
        return ReferenceKind::Image;
    }
    if is("modulepreload") {
        return ReferenceKind::Script;
    }
    match element.attribute("as").filter(|_| is("preload")) {
        Some("style") => ReferenceKind::Style,
        Some("script") => ReferenceKind::Script,
        Some("image") => ReferenceKind::Image,
        Some("audio" | "video" | "track") => ReferenceKind::Media,
        _ => ReferenceKind::Other,
    }
}

fn of_meta(element: Element<'_>) -> Option<ReferenceKind> {
    let name = element
        .attribute("property")
        .or(element.attribute("name"))?;
    match name.trim() {
        "og:image" | "og:image:url" | "og:image:secure_url" | "twitter:image" => {
            Some(ReferenceKind::Image)
        }
        "og:audio" | "og:video" => Some(ReferenceKind::Media),
        "og:url" => Some(ReferenceKind::Other),
        _ => None,
    }
}

/// The addresses of a `srcset` (HTML, section 4.8.4.2.1): each ends at a space, or at the comma before the next.
fn candidates(value: &str) -> Vec<&str> {
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
        rest = match bare.len() < address.len() {
            true => after,
            // The width or density; a comma in brackets is part of it.
            false => after.find(',').map_or("", |at| &after[at..]),
        };
    }
}
