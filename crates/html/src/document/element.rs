//! An element of a page, and what is asked of it.

use rihla_diagnostics::Span;

use super::{Document, HIDDEN, IN_TEMPLATE, INERT, Node, ROLE, SILENT, slice};

/// An element of a page.
#[derive(Clone, Copy, Debug)]
pub struct Element<'d> {
    document: &'d Document,
    id: u32,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<'d> Element<'d> {
    pub(super) fn new(document: &'d Document, id: u32) -> Self {
        Self { document, id }
    }

    fn node(self) -> &'d Node {
        &self.document.nodes[self.id as usize]
    }

    /// Its name, in small letters where it is one of HTML; nothing for the root of a page without elements.
    pub fn name(self) -> &'d str {
        self.node().tag.as_ref().map_or("", |tag| &tag.name)
    }

    /// Whether it is an element of HTML, no part of a drawing or a formula.
    pub fn is_html(self) -> bool {
        self.node().tag.as_ref().is_some_and(|tag| tag.is_html)
    }

    /// Whether it is the element of HTML of this name.
    pub(crate) fn is(self, name: &str) -> bool {
        self.is_html() && self.name() == name
    }

    /// The value of an attribute.
    pub fn attribute(self, name: &str) -> Option<&'d str> {
        self.document.value(self.node().tag.as_ref()?, name)
    }

    /// As [`Element::attribute`], without the spaces around it; none where nothing else is there.
    pub(crate) fn filled(self, name: &str) -> Option<&'d str> {
        let value = self.attribute(name)?.trim();
        (!value.is_empty()).then_some(value)
    }

    /// Names and values of its attributes.
    pub fn attributes(self) -> impl Iterator<Item = (&'d str, &'d str)> {
        let document = self.document;
        let (first, last) = self
            .node()
            .tag
            .as_ref()
            .map_or((0, 0), |tag| tag.attributes);
        let own = &document.attributes[first as usize..last as usize];
        own.iter()
            .map(|attribute| (&*attribute.name, slice(&document.values, attribute.value)))
    }

    /// The element in which it stands.
    pub fn parent(self) -> Option<Self> {
        let parent = self.node().parent;
        let node = self.document.nodes.get(parent as usize)?;
        node.tag.is_some().then(|| self.document.element(parent))
    }

    /// The elements around it, from the inner to the outer ones.
    pub(crate) fn around(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |element| element.parent())
    }

    /// The elements directly in it.
    pub fn children(self) -> impl Iterator<Item = Self> {
        self.parts().filter_map(|part| match part {
            Part::Element(element) => Some(element),
            Part::Text(..) => None,
        })
    }

    /// Elements and texts directly in it.
    pub(crate) fn parts(self) -> impl Iterator<Item = Part<'d>> {
        let (document, mut at, end) = (self.document, self.id + 1, self.node().end);
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let id = at;
                at = document.nodes[id as usize].end;
                document.part(id)
            })
        })
    }

    /// The element itself and those in it, in order.
    pub(crate) fn within(self) -> impl Iterator<Item = Self> {
        let document = self.document;
        let range = self.id..self.node().end;
        range
            .filter(|id| document.nodes[*id as usize].tag.is_some())
            .map(|id| document.element(id))
    }

    /// The next element beside it.
    pub(crate) fn next(self) -> Option<Self> {
        let parent = self.parent()?;
        let mut at = self.node().end;
        while at < parent.node().end {
            let node = &self.document.nodes[at as usize];
            if node.tag.is_some() {
                return Some(self.document.element(at));
            }
            at = node.end;
        }
        None
    }

    /// Elements and texts in it, in order. What `skips` says of an element leaves out what stands in it.
    pub(crate) fn walk(self, skips: impl Fn(Self) -> bool) -> impl Iterator<Item = Part<'d>> {
        let (document, mut at, end) = (self.document, self.id + 1, self.node().end);
        std::iter::from_fn(move || {
            while at < end {
                let part = document.part(at);
                let node = &document.nodes[at as usize];
                match part {
                    Part::Element(element) if skips(element) => at = node.end,
                    _ => {
                        at += 1;
                        return Some(part);
                    }
                }
            }
            None
        })
    }

    /// Whether an element is this one or stands in it.
    pub(crate) fn holds(self, other: Self) -> bool {
        (self.id..self.node().end).contains(&other.id)
    }

    /// Its text as it is written, with that of all that stands in it.
    pub fn text(self) -> &'d str {
        slice(&self.document.words, self.node().words)
    }

    /// What is written in it before an element that stands in it.
    pub(crate) fn text_before(self, inner: Self) -> &'d str {
        let range = (self.node().words.0, inner.node().words.0);
        slice(&self.document.words, range)
    }

    /// Where its start tag stands in the page: from `<` to after `>`. For an element that the parser made
    /// up, the nearest tag around it.
    pub fn span(self) -> Span {
        self.node()
            .tag
            .as_ref()
            .map_or(Span::default(), |tag| tag.span)
    }

    /// Whether it has a start tag of its own.
    pub fn is_written(self) -> bool {
        self.node().tag.as_ref().is_some_and(|tag| tag.is_written)
    }

    /// The nearest language around it (BCP 47), as it is written; none where it is not said.
    pub fn language(self) -> Option<&'d str> {
        let node = self.document.nodes.get(self.node().language as usize)?;
        let value = self.document.value(node.tag.as_ref()?, "lang")?.trim();
        (!value.is_empty()).then_some(value)
    }

    /// Whether it stands in a `<template>`, or is one.
    pub(crate) fn is_in_template(self) -> bool {
        self.node().flags & IN_TEMPLATE != 0
    }

    /// Whether nobody sees it.
    pub(crate) fn is_hidden(self) -> bool {
        self.node().flags & HIDDEN != 0
    }

    /// Whether assistive technologies do not meet it.
    pub(crate) fn is_silent(self) -> bool {
        self.node().flags & SILENT != 0
    }

    /// The first role that its attribute names, as it is written.
    pub(crate) fn role(self) -> Option<&'d str> {
        if self.node().flags & ROLE == 0 {
            return None;
        }
        self.attribute("role")?.split_ascii_whitespace().next()
    }

    /// Whether nothing in it takes the focus.
    pub(crate) fn is_inert(self) -> bool {
        self.node().flags & INERT != 0
    }

    /// Whether it hides itself from assistive technologies, whatever stands around it.
    pub(crate) fn hides_itself(self) -> bool {
        let own = self.node().tag.as_ref();
        own.is_some_and(|tag| self.document.flags(tag) & !ROLE != 0)
    }

    /// The place of the element in the page, for comparing.
    pub(crate) fn number(self) -> u32 {
        self.id
    }
}

/// A part of an element.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'d> {
    Element(Element<'d>),
    /// Words, and the element around them.
    Text(&'d str, Element<'d>),
}
