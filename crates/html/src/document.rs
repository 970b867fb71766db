//! A page as an arena: its nodes in the order of the text, so that what stands in an element is a range.

mod element;

use html5ever::{LocalName, QualName, ns};
use rihla_diagnostics::Span;

pub use element::Element;
pub(crate) use element::Part;

use crate::mistake::Wrong;
use crate::parse::{Built, BuiltElement, Kind};

/// No node.
pub(crate) const NONE: u32 = u32::MAX;

/// In a template: no part of the page.
const IN_TEMPLATE: u8 = 1;
/// Not shown: in a template, or in something with `hidden`, or words that are for programs.
const HIDDEN: u8 = 2;
/// Hidden, or hidden from assistive technologies.
const SILENT: u8 = 4;
/// Nothing in it takes the focus.
const INERT: u8 = 8;
/// It has a role of its own; the only flag that what stands in it does not have.
const ROLE: u8 = 16;

/// A page, read as browsers read it.
#[derive(Debug)]
pub struct Document {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// The text of the page, in order.
    words: String,
    /// The values of attributes.
    values: String,
    root: u32,
    /// The elements with an id, by the id and then in order.
    by_id: Vec<u32>,
    /// The first main part.
    main: Option<u32>,
    pub(crate) mistakes: Vec<Wrong>,
}

/// A side of the main part of a page (`<main>`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    Before,
    Main,
    After,
}

#[derive(Debug)]
struct Node {
    parent: u32,
    /// The first node after those that stand in it.
    end: u32,
    /// Its text, and that of all that stands in it, among the words of the document.
    words: (u32, u32),
    flags: u8,
    /// The nearest element around it, or itself, that says a language.
    language: u32,
    tag: Option<Tag>,
}

/// What an element is besides a node.
#[derive(Debug)]
struct Tag {
    name: LocalName,
    is_html: bool,
    is_written: bool,
    attributes: (u32, u32),
    span: Span,
}

#[derive(Debug)]
struct Attribute {
    name: LocalName,
    value: (u32, u32),
}

fn slice(text: &str, (start, end): (u32, u32)) -> &str {
    &text[start as usize..end as usize]
}

impl Document {
    /// Parses a page by the standard's parser. Never fails: whatever is read makes a page.
    pub fn parse(html: &str) -> Self {
        crate::parse::parse(html)
    }

    /// Puts what was built in order.
    pub(crate) fn of(built: Vec<Built>, mistakes: Vec<Wrong>) -> Self {
        let mut document = Self {
            nodes: Vec::with_capacity(built.len()),
            attributes: Vec::with_capacity(built.len()),
            words: String::new(),
            values: String::new(),
            root: 0,
            by_id: Vec::new(),
            main: None,
            mistakes,
        };
        let mut built = built;
        let mut at = 0;
        loop {
            let node = &mut built[at as usize];
            let (first, kind) = (node.first, std::mem::replace(&mut node.kind, Kind::Nothing));
            let own = document.add(kind);
            // On to the first child; where there is none, to the next node beside it or beside what it stands in.
            let mut climbs = first == NONE;
            if !climbs {
                document.open(own);
                at = first;
            }
            while climbs {
                let node = &built[at as usize];
                if node.next != NONE {
                    at = node.next;
                    climbs = false;
                } else if node.parent == NONE {
                    document.finish();
                    return document;
                } else {
                    at = node.parent;
                    document.close();
                }
            }
        }
    }

    /// Begins the children of a node, which is kept in `root` while the tree is put in order.
    fn open(&mut self, own: u32) {
        self.root = own;
    }

    /// Ends the children of the node that is open.
    fn close(&mut self) {
        let own = self.root;
        let (end, words) = (self.nodes.len() as u32, self.words.len() as u32);
        let node = &mut self.nodes[own as usize];
        (node.end, node.words.1) = (end, words);
        if node.parent != NONE {
            self.root = node.parent;
        }
    }

    /// Ends the document, and looks up its root and its ids.
    fn finish(&mut self) {
        let own = (self.nodes.len() as u32, self.words.len() as u32);
        (self.nodes[0].end, self.nodes[0].words.1) = own;
        self.root = (0..self.nodes.len() as u32)
            .find(|id| self.nodes[*id as usize].tag.is_some())
            .unwrap_or_default();
        let mut ids: Vec<u32> = self
            .elements()
            .filter(|element| element.attribute("id").is_some_and(|id| !id.is_empty()))
            .map(Element::number)
            .collect();
        ids.sort_by_key(|id| self.element(*id).attribute("id"));
        self.by_id = ids;
        let main = self.elements().find(|element| element.is("main"));
        self.main = main.map(Element::number);
    }

    /// Adds a node to the one that is open.
    fn add(&mut self, kind: Kind) -> u32 {
        let id = self.nodes.len() as u32;
        let parent = match id {
            0 => NONE,
            _ => self.root,
        };
        let (mut flags, mut language, mut span) = match self.nodes.get(parent as usize) {
            Some(node) => {
                let span = node.tag.as_ref().map(|tag| tag.span);
                (node.flags & !ROLE, node.language, span.unwrap_or_default())
            }
            None => (0, NONE, Span::default()),
        };
        let start = self.words.len() as u32;
        let mut tag = None;
        match kind {
            Kind::Document | Kind::Nothing => {}
            Kind::Text(text) => self.words.push_str(&text),
            Kind::Element(element) => {
                span = element.tag.unwrap_or(span);
                let own = self.tag(element, span);
                flags |= self.flags(&own);
                if self.value(&own, "lang").is_some() {
                    language = id;
                }
                tag = Some(own);
            }
        }
        self.nodes.push(Node {
            parent,
            end: id + 1,
            words: (start, self.words.len() as u32),
            flags,
            language,
            tag,
        });
        id
    }

    fn tag(&mut self, element: BuiltElement, span: Span) -> Tag {
        let QualName { ns, local, .. } = element.name;
        let first = self.attributes.len() as u32;
        for attribute in element.attributes {
            let start = self.values.len() as u32;
            self.values.push_str(&attribute.value);
            self.attributes.push(Attribute {
                name: attribute.name.local,
                value: (start, self.values.len() as u32),
            });
        }
        Tag {
            name: local,
            is_html: ns == ns!(html),
            is_written: element.tag.is_some(),
            attributes: (first, self.attributes.len() as u32),
            span,
        }
    }

    /// What an element adds to what is known of all that stands in it.
    fn flags(&self, tag: &Tag) -> u8 {
        let mut flags = match &*tag.name {
            "template" if tag.is_html => IN_TEMPLATE | HIDDEN | SILENT,
            "head" | "script" | "style" => HIDDEN | SILENT,
            _ => 0,
        };
        let (first, last) = tag.attributes;
        for attribute in &self.attributes[first as usize..last as usize] {
            let value = || slice(&self.values, attribute.value);
            flags |= match &*attribute.name {
                "hidden" => HIDDEN | SILENT,
                "style" if hides(value()) => HIDDEN | SILENT,
                "aria-hidden" if value().trim().eq_ignore_ascii_case("true") => SILENT,
                "inert" => SILENT | INERT,
                "role" => ROLE,
                _ => 0,
            };
        }
        flags
    }

    fn value(&self, tag: &Tag, name: &str) -> Option<&str> {
        let (first, last) = tag.attributes;
        let own = &self.attributes[first as usize..last as usize];
        let attribute = own.iter().find(|attribute| &*attribute.name == name)?;
        Some(slice(&self.values, attribute.value))
    }

    /// `<html>`.
    pub fn root(&self) -> Element<'_> {
        self.element(self.root)
    }

    fn element(&self, id: u32) -> Element<'_> {
        Element::new(self, id)
    }

    /// Each element in the order of the page, those of templates too.
    fn all(&self) -> impl Iterator<Item = Element<'_>> {
        self.root().within()
    }

    /// Each element of the page, in order. What stands in a `<template>` is no part of the page.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.all().filter(|element| !element.is_in_template())
    }

    /// On which side of the main part an element stands. Where there is none, all stands before it.
    pub fn zone(&self, element: Element<'_>) -> Zone {
        match self.main {
            None => Zone::Before,
            Some(main) if element.number() < main => Zone::Before,
            Some(main) if element.number() < self.nodes[main as usize].end => Zone::Main,
            Some(_) => Zone::After,
        }
    }

    /// The language that the page says it is in (`<html lang>`), if it says one.
    pub fn lang(&self) -> Option<&str> {
        let lang = self.root().attribute("lang")?.trim();
        (!lang.is_empty()).then_some(lang)
    }

    /// The title of the page, with one space between its words; none where it has none or an empty one.
    pub fn title(&self) -> Option<String> {
        let is_title = |element: &Element| element.is("title");
        let words = self.elements().find(is_title)?.text();
        let words: Vec<&str> = words.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// The first element with an id.
    pub(crate) fn by_id(&self, id: &str) -> Option<Element<'_>> {
        let own = |number: u32| self.element(number).attribute("id").unwrap_or_default();
        let at = self.by_id.partition_point(|number| own(*number) < id);
        let number = *self.by_id.get(at)?;
        (own(number) == id).then(|| self.element(number))
    }

    /// Each element whose id another one before it has, with the first that has it.
    pub(crate) fn duplicates(&self) -> impl Iterator<Item = (Element<'_>, Element<'_>)> {
        let id = |number: &u32| self.element(*number).attribute("id");
        let groups = self.by_id.chunk_by(move |one, other| id(one) == id(other));
        groups.flat_map(move |group| {
            let first = self.element(group[0]);
            group[1..]
                .iter()
                .map(move |number| (self.element(*number), first))
        })
    }

    /// Ids of the page and names of its anchors (`<a name>`), each with the place of its tag.
    pub fn ids(&self) -> impl Iterator<Item = (&str, Span)> {
        self.elements().flat_map(|element| {
            let name = element.attribute("name").filter(|_| element.is("a"));
            let id = element.attribute("id");
            let names = [id, name.filter(|name| Some(*name) != id)];
            let names = names.into_iter().flatten().filter(|name| !name.is_empty());
            names.map(move |name| (name, element.span()))
        })
    }
}

/// Whether a style hides what it stands at.
fn hides(style: &str) -> bool {
    let mut rules = style.split(';');
    rules.any(|rule| {
        let rule = rule
            .split_once(':')
            .map(|(name, value)| (name.trim(), value.trim()));
        matches!(rule, Some(("display", "none") | ("visibility", "hidden")))
    })
}

impl Document {
    fn part(&self, id: u32) -> Part<'_> {
        let node = &self.nodes[id as usize];
        match node.tag.is_some() {
            true => Part::Element(self.element(id)),
            false => {
                let around = self.element(node.parent.min(id));
                Part::Text(slice(&self.words, node.words), around)
            }
        }
    }
}
