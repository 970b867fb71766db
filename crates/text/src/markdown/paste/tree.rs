//! HTML as a tree, read as browsers read it (HTML, section 13.2), within bounds.
//!
//! A word processor's HTML is not well formed, and only the rules of the standard say what it shows. They
//! are `html5ever`'s; what it builds is kept here, in one vector, which no depth can make overflow when it
//! is dropped. Between its tokenizer and its builder stands a [`gate`], which keeps work in proportion to
//! the length of what is read.

mod gate;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Tokenizer;
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName};

use gate::{Gate, shortened, tag};

/// How much is read of what is pasted, in bytes. Word writes 2 to 6 kB for a paragraph.
const LONGEST: usize = 32 << 20;

/// How many nodes a tree may have.
const MOST_NODES: usize = 1 << 20;

/// The attributes that are looked at. The others are not kept.
const ATTRIBUTES: &[&str] = &[
    "align",
    "alt",
    "aria-level",
    "aria-checked",
    "checked",
    "class",
    "color",
    "colspan",
    "data-aria-level",
    "data-leveltext",
    "data-listid",
    "hidden",
    "href",
    "id",
    "name",
    "role",
    "rowspan",
    "start",
    "style",
    "type",
    "value",
];

/// The number of a node in its tree.
pub(super) type Id = usize;

/// A tree of nodes. The first is the document.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Whether something was too long or too deep, so that it is not all here.
    pub(super) is_cut: bool,
}

/// A part of a tree.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<Id>,
    pub(super) children: Vec<Id>,
    pub(super) kind: NodeKind,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum NodeKind {
    Document,
    Text(String),
    /// What stands between `<!--` and `-->`, or what is read as if it did: `<![if !supportLists]>`.
    Comment(String),
    Element(Element),
}

/// An element without its children.
#[derive(Debug)]
pub(super) struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

impl Element {
    /// Its name, in small letters where it is one of HTML: `o:p`.
    pub(super) fn name(&self) -> &str {
        &self.name.local
    }

    /// The value of one of the attributes that are kept.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        debug_assert!(ATTRIBUTES.contains(&name), "{name} is not kept");
        let mut attributes = self.attributes.iter();
        attributes
            .find(|attribute| &*attribute.name.local == name)
            .map(|attribute| &*attribute.value)
    }

    /// Whether it is of a class, or of one that begins so.
    pub(super) fn has_class(&self, is: impl Fn(&str) -> bool) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(is)
    }
}

impl Tree {
    /// Reads HTML.
    pub(super) fn read(html: &str) -> Self {
        Self::within_bounds(html, LONGEST, MOST_NODES)
    }

    /// Reads this many bytes of HTML at most, and makes hardly more nodes than this of it.
    pub(super) fn within_bounds(html: &str, longest: usize, most: usize) -> Self {
        let mut length = longest.min(html.len());
        while !html.is_char_boundary(length) {
            length -= 1;
        }
        let (html, rest) = html.split_at(length);
        let sink = Sink::default();
        sink.is_cut.set(!rest.is_empty());
        let options = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        let gate = Gate::new(TreeBuilder::new(sink, options), most);
        let tokenizer = Tokenizer::new(gate, Default::default());
        // What is in a tag or a comment that has not come to its end.
        let mut pending = 0;
        for part in html.split_inclusive('>') {
            let tokens = tokenizer.sink.tokens();
            let (part, end) = match pending > 0 {
                true => shortened(part, 0, &mut pending),
                false => {
                    let from = tag(part).unwrap_or(part.len());
                    shortened(part, from, &mut pending)
                }
            };
            let input = BufferQueue::default();
            input.push_back(StrTendril::from(part));
            input.push_back(StrTendril::from(end));
            // It stops after each script, which is not run.
            while !input.is_empty() {
                let _ = tokenizer.feed(&input);
            }
            if tokenizer.sink.tokens() != tokens {
                pending = 0;
            }
        }
        tokenizer.end();
        let sink = tokenizer.sink.into_sink();
        Self {
            nodes: sink.nodes.into_inner(),
            is_cut: sink.is_cut.get(),
        }
    }

    /// The document.
    pub(super) fn root(&self) -> Id {
        0
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    pub(super) fn element(&self, id: Id) -> Option<&Element> {
        match &self.nodes[id].kind {
            NodeKind::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The name of an element; nothing for what is none.
    pub(super) fn name(&self, id: Id) -> &str {
        self.element(id).map_or("", Element::name)
    }

    /// A node and all that stands in it, in the order of the text.
    pub(super) fn within(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut open = vec![id];
        std::iter::from_fn(move || {
            let id = open.pop()?;
            open.extend(self.nodes[id].children.iter().rev());
            Some(id)
        })
    }

    /// The elements around a node, from the inner to the outer ones.
    pub(super) fn around(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[id].parent, |id| self.nodes[*id].parent)
    }

    /// The words in a node, as they are written.
    pub(super) fn text(&self, id: Id) -> String {
        let words = self.within(id).filter_map(|id| match &self.nodes[id].kind {
            NodeKind::Text(text) => Some(text.as_str()),
            _ => None,
        });
        words.collect()
    }
}

/// Where the builder puts what it reads.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    is_cut: Cell<bool>,
}

impl Default for Sink {
    fn default() -> Self {
        let document = Node {
            parent: None,
            children: Vec::new(),
            kind: NodeKind::Document,
        };
        Self {
            nodes: RefCell::new(vec![document]),
            is_cut: Cell::new(false),
        }
    }
}

impl Sink {
    fn add(&self, kind: NodeKind) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            parent: None,
            children: Vec::new(),
            kind,
        });
        nodes.len() - 1
    }

    /// Puts something among the children of a node, before the one at a place.
    fn insert(&self, parent: Id, at: usize, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.detach(child);
                child
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = at.checked_sub(1).map(|at| nodes[parent].children[at]);
                if let Some(before) = before
                    && let NodeKind::Text(words) = &mut nodes[before].kind
                {
                    words.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(NodeKind::Text(text.to_string()))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        nodes[child].parent = Some(parent);
        let children = &mut nodes[parent].children;
        children.insert(at.min(children.len()), child);
    }

    fn detach(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take()
            && let Some(at) = nodes[parent]
                .children
                .iter()
                .rposition(|child| *child == id)
        {
            nodes[parent].children.remove(at);
        }
    }

    /// The parent of a node, and its place there.
    fn place(&self, id: Id) -> Option<(Id, usize)> {
        let nodes = self.nodes.borrow();
        let parent = nodes[id].parent?;
        let at = nodes[parent]
            .children
            .iter()
            .rposition(|child| *child == id)?;
        Some((parent, at))
    }
}

/// The name of an element, as the builder asks for it.
#[derive(Debug)]
struct Name(Namespace, LocalName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }

    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        0
    }

    fn elem_name(&self, target: &Id) -> Name {
        match &self.nodes.borrow()[*target].kind {
            NodeKind::Element(element) => Name(element.name.ns.clone(), element.name.local.clone()),
            _ => Name(Namespace::default(), LocalName::default()),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.add(NodeKind::Element(Element { name, attributes }))
    }

    fn create_comment(&self, text: StrTendril) -> Id {
        // Long ones are what Word tells itself.
        let words = match text.len() < 64 {
            true => text.to_string(),
            false => String::new(),
        };
        self.add(NodeKind::Comment(words))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(NodeKind::Comment(String::new()))
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let at = self.nodes.borrow()[*parent].children.len();
        self.insert(*parent, at, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        match self.place(*element) {
            Some((parent, at)) => self.insert(parent, at, child),
            None => self.append(before, child),
        }
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(child) = &child {
            self.detach(*child);
        }
        if let Some((parent, at)) = self.place(*sibling) {
            self.insert(parent, at, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, _: &Id, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        for child in &children {
            nodes[*child].parent = Some(*parent);
        }
        nodes[*parent].children.extend(children);
    }
}
