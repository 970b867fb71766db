//! From the text of a page to the arena of a [`Document`], by the standard's parser (HTML, section 13.2).
//!
//! The parser knows lines, not bytes. When it tells a tag, what it has not read yet begins after the tag: so it is known
//! where the tag ends. It begins at the first `<` and letter since the tag or comment before it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName};
use rihla_diagnostics::Span;

use crate::document::{Document, NONE};
use crate::mistake::{Mistake, Wrong};
use crate::open::Open;

/// How much is read of a page, in bytes: offsets in the arena have 32 bits.
const LONGEST: usize = 1 << 30;

/// How much of a page makes a node, in bytes, about.
const BYTES_OF_NODE: usize = 24;

/// Reads a page.
pub(crate) fn parse(html: &str) -> Document {
    let mut length = LONGEST.min(html.len());
    while !html.is_char_boundary(length) {
        length -= 1;
    }
    let html = &html[..length];
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tags = Tags {
        builder: TreeBuilder::new(Sink::with_room(html.len()), options),
        html,
        has_data: html.contains("<![CDATA["),
        input: &input,
        from: Cell::new(0),
        last: Cell::default(),
        pending: RefCell::default(),
        open: RefCell::default(),
    };
    let tokenizer = Tokenizer::new(tags, Default::default());
    // It stops after each script, which is not run.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let sink = tokenizer.sink.builder.sink;
    Document::of(sink.nodes.into_inner(), sink.mistakes.into_inner())
}

/// What passes from the tokenizer to the builder of the tree, with the place of each tag.
struct Tags<'h> {
    builder: TreeBuilder<u32, Sink>,
    html: &'h str,
    /// Whether something in it looks like text in a drawing that is read as it is.
    has_data: bool,
    /// What is not read yet.
    input: &'h BufferQueue,
    /// Where the last tag, comment or doctype ended.
    from: Cell<usize>,
    /// The last tag.
    last: Cell<Span>,
    /// Errors in what is not a token yet.
    pending: RefCell<Vec<Mistake>>,
    /// The elements that are open.
    open: RefCell<Open>,
}

impl Tags<'_> {
    /// Up to where the page is read.
    fn end(&self) -> usize {
        let mut left = 0;
        if let Some(first) = self.input.pop_front() {
            left = first.len();
            if !self.input.is_empty() {
                left += self.left_behind();
            }
            self.input.push_front(first);
        }
        self.html.len().saturating_sub(left)
    }

    /// The length of what is left, where a part that was read is read again before the rest.
    fn left_behind(&self) -> usize {
        let parts: Vec<StrTendril> = std::iter::from_fn(|| self.input.pop_front()).collect();
        let left = parts.iter().map(|part| part.len()).sum();
        for part in parts {
            self.input.push_back(part);
        }
        left
    }

    /// The place of a tag that has just been read.
    fn span(&self, kind: TagKind) -> Span {
        let end = self.end();
        let mut from = self.from.get().min(end);
        if self.has_data && self.adjusted_current_node_present_but_not_in_html_namespace() {
            let before = &self.html[from..end];
            let data = before.find("<![CDATA[").and_then(|_| before.rfind("]]>"));
            from += data.unwrap_or_default();
        }
        let bytes = &self.html.as_bytes()[from..end];
        let opens = |at: &usize| {
            let letter = match kind {
                TagKind::StartTag => at + 1,
                TagKind::EndTag if bytes.get(at + 1) == Some(&b'/') => at + 2,
                TagKind::EndTag => return false,
            };
            bytes.get(letter).is_some_and(u8::is_ascii_alphabetic)
        };
        // Before the end tag of a script or a style, others may seem to end.
        let start = match kind {
            TagKind::StartTag => memchr::memchr_iter(b'<', bytes).find(opens),
            TagKind::EndTag => memchr::memrchr_iter(b'<', bytes).find(opens),
        };
        Span::new(from + start.unwrap_or_default(), end)
    }

    /// Passes a tag on, and gives the element that it makes its place.
    fn tag(&self, tag: Tag, line: u64) -> TokenSinkResult<u32> {
        let span = self.span(tag.kind);
        self.from.set(span.end);
        let before = self.last.replace(span);
        let sink = &self.builder.sink;
        sink.at.set(span);
        sink.token.set(Some(tag.kind));
        let told = sink.mistakes.borrow().len();
        let is_foreign = tag.self_closing
            && (matches!(&*tag.name, "svg" | "math")
                || self.adjusted_current_node_present_but_not_in_html_namespace());
        let open = self.open.borrow_mut().read(&tag, is_foreign);
        for mistake in self.pending.take() {
            sink.tell(mistake);
        }
        if has_odd_value(&self.html[span.start..span.end]) {
            sink.tell(Mistake::Character);
        }
        sink.made.set(NONE);
        let (kind, name) = (tag.kind, tag.name.clone());
        let result = self.builder.process_token(Token::TagToken(tag), line);
        sink.token.set(None);
        for wrong in sink.mistakes.borrow_mut().iter_mut().skip(told) {
            wrong.open.clone_from(&open);
            // Words between the rows of a table are at fault when the tag after them is read.
            if wrong.mistake == Mistake::TableText {
                wrong.span = before;
                continue;
            }
            wrong.tag = Some(match kind {
                TagKind::StartTag => format!("<{name}>"),
                TagKind::EndTag => format!("</{name}>"),
            });
        }
        if kind == TagKind::StartTag
            && let Some(made) = sink.nodes.borrow_mut().get_mut(sink.made.get() as usize)
            && let Kind::Element(element) = &mut made.kind
            // A tag that is not read may yet open what has to be around it.
            && is_of(&element.name.local, &name)
        {
            element.tag = Some(span);
        }
        result
    }
}

/// Whether an element is made by a tag of a name: drawings have names with capitals, and `<image>` is read as `<img>`.
fn is_of(element: &LocalName, tag: &LocalName) -> bool {
    element.eq_ignore_ascii_case(tag) || &**element == "img" && &**tag == "image"
}

/// Whether a value without quotation marks has a sign that it cannot have, which the tokenizer does not tell (HTML,
/// section 13.2.5.38).
fn has_odd_value(tag: &str) -> bool {
    let mut rest = tag;
    while let Some(at) = memchr::memchr(b'=', rest.as_bytes()) {
        let value = rest[at + 1..].trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let end = match quote {
            Some(quote) => value[1..].find(quote).map_or(value.len(), |end| end + 2),
            None => {
                let is_end = |c: char| c.is_ascii_whitespace() || c == '>';
                let end = value.find(is_end).unwrap_or(value.len());
                if value[..end].contains(['"', '\'', '<', '=', '`']) {
                    return true;
                }
                end
            }
        };
        rest = &value[end..];
    }
    false
}

impl TokenSink for Tags<'_> {
    type Handle = u32;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<u32> {
        let tag = match token {
            Token::TagToken(tag) => return self.tag(tag, line),
            Token::ParseError(words) => {
                let mistake = Mistake::of(&words, None);
                self.pending.borrow_mut().push(mistake);
                return TokenSinkResult::Continue;
            }
            token => token,
        };
        let sink = &self.builder.sink;
        match &tag {
            Token::DoctypeToken(_) | Token::CommentToken(_) => {
                self.from.set(self.end());
                sink.at.set(self.last.get());
            }
            _ => sink.at.set(self.last.get()),
        }
        let told = sink.mistakes.borrow().len();
        for mistake in self.pending.take() {
            sink.tell(mistake);
        }
        let result = self.builder.process_token(tag, line);
        let mut mistakes = sink.mistakes.borrow_mut();
        for wrong in mistakes.iter_mut().skip(told) {
            wrong.open = self.open.borrow().last().cloned();
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// A node while the tree is built: a list of children that are linked to each other.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) parent: u32,
    pub(crate) first: u32,
    last: u32,
    before: u32,
    pub(crate) next: u32,
    pub(crate) kind: Kind,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind {
    Document,
    Text(StrTendril),
    /// A comment, or an instruction: nothing that is kept.
    Nothing,
    Element(BuiltElement),
}

/// An element while the tree is built.
#[derive(Debug)]
pub(crate) struct BuiltElement {
    pub(crate) name: QualName,
    pub(crate) attributes: Vec<Attribute>,
    /// The place of its start tag, where it has one.
    pub(crate) tag: Option<Span>,
}

/// Where the builder puts what it reads.
struct Sink {
    nodes: RefCell<Vec<Built>>,
    mistakes: RefCell<Vec<Wrong>>,
    /// The tag that is read, or else the last one.
    at: Cell<Span>,
    /// What kind of tag is read.
    token: Cell<Option<TagKind>>,
    /// The last element that was made.
    made: Cell<u32>,
    /// Whether any was made.
    made_any: Cell<bool>,
}

impl Sink {
    /// An empty document, with room for the nodes of a text of this length.
    fn with_room(length: usize) -> Self {
        let nodes = Vec::with_capacity(16 + length / BYTES_OF_NODE);
        let sink = Self {
            nodes: RefCell::new(nodes),
            mistakes: RefCell::default(),
            at: Cell::default(),
            token: Cell::new(None),
            made: Cell::new(NONE),
            made_any: Cell::new(false),
        };
        sink.add(Kind::Document);
        sink
    }

    fn add(&self, kind: Kind) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        let number = nodes.len() as u32;
        nodes.push(Built {
            parent: NONE,
            first: NONE,
            last: NONE,
            before: NONE,
            next: NONE,
            kind,
        });
        number
    }

    fn tell(&self, mistake: Mistake) {
        let mut mistakes = self.mistakes.borrow_mut();
        let at = self.at.get();
        // One thing is told of a tag: what is wrong first.
        if mistakes.last().is_none_or(|last| last.span != at) {
            mistakes.push(Wrong {
                mistake,
                span: at,
                tag: None,
                open: None,
            });
        }
    }

    /// Puts something into a node, before one of its children or, without one, at its end.
    fn insert(&self, parent: u32, next: u32, child: NodeOrText<u32>) {
        let before = match next {
            NONE => self.nodes.borrow()[parent as usize].last,
            next => self.nodes.borrow()[next as usize].before,
        };
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.detach(child);
                child
            }
            NodeOrText::AppendText(text) => {
                if let Some(node) = self.nodes.borrow_mut().get_mut(before as usize)
                    && let Kind::Text(words) = &mut node.kind
                {
                    words.push_tendril(&text);
                    return;
                }
                self.add(Kind::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        // What was detached may have stood just there.
        let before = match next {
            NONE => nodes[parent as usize].last,
            next => nodes[next as usize].before,
        };
        let node = &mut nodes[child as usize];
        (node.parent, node.before, node.next) = (parent, before, next);
        match before {
            NONE => nodes[parent as usize].first = child,
            before => nodes[before as usize].next = child,
        }
        match next {
            NONE => nodes[parent as usize].last = child,
            next => nodes[next as usize].before = child,
        }
    }

    fn detach(&self, id: u32) {
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[id as usize];
        let (parent, before, next) = (node.parent, node.before, node.next);
        if parent == NONE {
            return;
        }
        (node.parent, node.before, node.next) = (NONE, NONE, NONE);
        match before {
            NONE => nodes[parent as usize].first = next,
            before => nodes[before as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = before,
            next => nodes[next as usize].before = before,
        }
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
    type Handle = u32;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, words: Cow<'static, str>) {
        self.tell(match self.made_any.get() {
            true => Mistake::of(&words, self.token.get()),
            false => Mistake::Doctype,
        });
    }

    fn get_document(&self) -> u32 {
        0
    }

    fn elem_name(&self, target: &u32) -> Name {
        match &self.nodes.borrow()[*target as usize].kind {
            Kind::Element(element) => Name(element.name.ns.clone(), element.name.local.clone()),
            _ => Name(Namespace::default(), LocalName::default()),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> u32 {
        let id = self.add(Kind::Element(BuiltElement {
            name,
            attributes,
            tag: None,
        }));
        self.made.set(id);
        self.made_any.set(true);
        id
    }

    fn create_comment(&self, _: StrTendril) -> u32 {
        self.add(Kind::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> u32 {
        self.add(Kind::Nothing)
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        self.insert(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &u32, before: &u32, child: NodeOrText<u32>) {
        let parent = self.nodes.borrow()[*element as usize].parent;
        match parent {
            NONE => self.insert(*before, NONE, child),
            parent => self.insert(parent, *element, child),
        }
    }

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        let parent = self.nodes.borrow()[*sibling as usize].parent;
        if parent != NONE {
            self.insert(parent, *sibling, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &u32) -> u32 {
        *target
    }

    fn same_node(&self, one: &u32, other: &u32) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &u32, attributes: Vec<Attribute>) {
        if let Kind::Element(element) = &mut self.nodes.borrow_mut()[*target as usize].kind {
            element.tag = element.tag.or(Some(self.at.get()));
            for attribute in attributes {
                let mut known = element.attributes.iter();
                if known.all(|known| known.name != attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &u32) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &u32, parent: &u32) {
        loop {
            let first = self.nodes.borrow()[*node as usize].first;
            if first == NONE {
                break;
            }
            self.insert(*parent, NONE, NodeOrText::AppendNode(first));
        }
    }
}
