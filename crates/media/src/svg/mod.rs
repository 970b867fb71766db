//! Drawings in SVG (SVG 2) are published as they are, without what does more than draw.

mod active;
mod allowed;
mod declared;
mod size;
#[cfg(test)]
mod tests;

pub use active::{active, is_drawing};

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

/// A drawing that was cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What is published.
    pub text: String,
    /// In pixels of CSS, where it says so or has a view box.
    pub size: Option<(u32, u32)>,
    /// What was left out and might have been seen, or have done something: elements as
    /// `<script>`, attributes as `onclick`, each once. Comments, metadata and the notes of
    /// editors are left out without a word.
    pub removed: BTreeSet<String>,
}

/// How deep elements may stand in one another.
const DEPTH: usize = 200;
/// The namespace of every element that is kept.
const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Leaves of a drawing what draws: elements and attributes of a list, and references to its own
/// parts. Scripts, event attributes, animations, HTML, links, images in the image and
/// anything that is fetched from elsewhere are left out.
///
/// `None` where it is not XML, or no drawing in SVG.
pub fn clean(text: &str) -> Option<Drawing> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut cleaner = Cleaner {
        out: String::with_capacity(text.len()),
        removed: BTreeSet::new(),
        open: Vec::new(),
        size: None,
        has_root: false,
        css: None,
    };
    cleaner.read(text)?;
    let mut text = cleaner.out;
    text.push('\n');
    Some(Drawing {
        text,
        size: cleaner.size,
        removed: cleaner.removed,
    })
}

/// What becomes of an element that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Kept,
    /// Its words and elements stay, itself does not.
    Unwrapped,
    /// It goes with all that is in it.
    Dropped,
}

struct Cleaner {
    out: String,
    removed: BTreeSet<String>,
    open: Vec<Fate>,
    size: Option<(u32, u32)>,
    has_root: bool,
    /// The style sheet that is being read.
    css: Option<String>,
}

impl Cleaner {
    fn read(&mut self, text: &str) -> Option<()> {
        let mut reader = Reader::from_str(text);
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => self.start(&start, false)?,
                Event::Empty(start) => self.start(&start, true)?,
                Event::End(end) => {
                    let name = String::from_utf8(end.name().as_ref().to_vec()).ok()?;
                    self.end(&name)?;
                }
                Event::Text(words) => self.words(&words.decode().ok()?),
                Event::CData(words) => {
                    let words = words.decode().ok()?;
                    match &mut self.css {
                        Some(css) => css.push_str(&words),
                        None => self.words(&escape(&words)),
                    }
                }
                Event::GeneralRef(name) => {
                    let name = name.decode().ok()?;
                    // Others are declared by the file itself, and could be anything.
                    let is_known = matches!(&*name, "amp" | "lt" | "gt" | "quot" | "apos");
                    if is_known || name.starts_with('#') {
                        self.words(&format!("&{name};"));
                    }
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof => break,
            }
        }
        (self.has_root && self.open.is_empty()).then_some(())
    }

    fn is_dropping(&self) -> bool {
        self.open.contains(&Fate::Dropped)
    }

    fn words(&mut self, words: &str) {
        if let Some(css) = &mut self.css {
            // The five references of XML may stand in a style sheet too.
            css.push_str(&quick_xml::escape::unescape(words).unwrap_or_default());
        } else if !self.is_dropping() && !self.open.is_empty() {
            // Ampersands and `<` are references in a text that was read as XML.
            self.out.push_str(words);
        }
    }

    fn start(&mut self, start: &BytesStart, is_empty: bool) -> Option<()> {
        let name = std::str::from_utf8(start.name().into_inner())
            .ok()?
            .to_owned();
        if self.open.len() >= DEPTH {
            return None;
        }
        if !self.has_root {
            if name != "svg" {
                return None;
            }
            self.has_root = true;
            self.size = size::of(start);
        } else if self.open.is_empty() {
            // A second root.
            return None;
        }
        let fate = self.fate(&name);
        if fate == Fate::Kept && name == "style" {
            self.css = Some(String::new());
            if !is_empty {
                self.open.push(fate);
                return Some(());
            }
            self.css = None;
            return Some(());
        }
        if fate == Fate::Kept {
            self.out.push('<');
            self.out.push_str(&name);
            if self.open.is_empty() {
                self.out.push_str(&format!(" xmlns=\"{NAMESPACE}\""));
            }
            let mut has_link = false;
            for attribute in start.attributes().with_checks(false) {
                self.attribute(&attribute.ok()?, &mut has_link)?;
            }
            self.out.push_str(if is_empty { "/>" } else { ">" });
        }
        if !is_empty {
            self.open.push(fate);
        }
        Some(())
    }

    fn fate(&mut self, name: &str) -> Fate {
        if self.is_dropping() {
            return Fate::Dropped;
        }
        if allowed::ELEMENTS.contains(&name) {
            return Fate::Kept;
        }
        // Notes of the programs that drew it: they tell of people and places, and draw nothing.
        let is_note = name == "metadata" || name.contains(':');
        if !is_note {
            self.removed.insert(format!("<{name}>"));
        }
        match name {
            "a" => Fate::Unwrapped,
            _ => Fate::Dropped,
        }
    }

    fn end(&mut self, name: &str) -> Option<()> {
        let fate = self.open.pop()?;
        if let Some(css) = self.css.take() {
            match allowed::is_harmless(&css) {
                true => {
                    let css = escape(&css);
                    self.out.push_str(&format!("<style>{css}</style>"));
                }
                false => {
                    self.removed.insert("<style>".to_owned());
                }
            }
        } else if fate == Fate::Kept {
            self.out.push_str(&format!("</{name}>"));
        }
        Some(())
    }

    fn attribute(&mut self, attribute: &Attribute, has_link: &mut bool) -> Option<()> {
        let written = std::str::from_utf8(attribute.key.into_inner()).ok()?;
        // SVG 2 links without the old prefix.
        let name = match written {
            "xlink:href" => "href",
            name => name,
        };
        let Ok(value) = attribute.unescape_value() else {
            // An entity of the file's own, which could be anything.
            self.removed.insert(name.to_owned());
            return Some(());
        };
        if name == "href" {
            if value.trim_start().starts_with('#') {
                // With both spellings, the first one counts.
                if !std::mem::replace(has_link, true) {
                    self.write(name, &value);
                }
            } else {
                self.removed.insert(name.to_owned());
            }
            return Some(());
        }
        if !allowed::ATTRIBUTES.contains(&name) {
            let is_event = name.len() > 2 && name[..2].eq_ignore_ascii_case("on");
            if is_event {
                self.removed.insert(name.to_owned());
            }
            return Some(());
        }
        match allowed::is_harmless(&value) {
            true => self.write(name, &value),
            false => {
                self.removed.insert(name.to_owned());
            }
        }
        Some(())
    }

    fn write(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
}

fn escape(text: &str) -> Cow<'_, str> {
    quick_xml::escape::escape(text)
}
