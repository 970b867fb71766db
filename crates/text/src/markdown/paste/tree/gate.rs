//! What passes from the tokenizer to the builder of a tree: as much as can be read in proportion to its length.

use std::cell::{Cell, RefCell};

use html5ever::LocalName;
use html5ever::interface::Tracer;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;

use super::{ATTRIBUTES, Id, Sink};

/// How many elements may be open: those that stand inside each other, and those that set words, such as
/// `b`, which the rules open again in each paragraph. The tags of further ones are not read, their words
/// are. Browsers stop at 512; letters in HTML, tables in tables, stay below 100.
const DEEPEST: usize = 256;

/// How many spaces, slashes and quotation marks are read of one tag, each of which may begin an attribute, or of
/// one comment. Word's tags have some twenty.
const MOST_ATTRIBUTES: usize = 1_000;

/// Where the first tag of a text may begin.
pub(super) fn tag(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let begins = |at: &usize| {
        let next = bytes.get(at + 1);
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
    };
    memchr::memchr_iter(b'<', bytes).find(begins)
}

/// A part of a text up to as many attributes as are read, and its end. The tokenizer compares the name of
/// each attribute with those of all before it in its tag.
pub(super) fn shortened<'t>(text: &'t str, from: usize, pending: &mut usize) -> (&'t str, &'t str) {
    for (at, byte) in text.bytes().enumerate().skip(from) {
        if *pending >= MOST_ATTRIBUTES {
            // With the quotation mark or the hyphens before `>`.
            let mut end = text.len().saturating_sub(3).max(at);
            while !text.is_char_boundary(end) {
                end += 1;
            }
            let mut at = at;
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            return (&text[..at], &text[end..]);
        }
        let parts = byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
        *pending += usize::from(parts || at == from);
    }
    (text, "")
}

/// What passes from the tokenizer to the builder.
pub(super) struct Gate {
    builder: TreeBuilder<Id, Sink>,
    /// How many nodes there may be when a tag passes.
    most: usize,
    /// The names of the elements that were too deep, from the outer to the inner ones.
    dropped: RefCell<Vec<LocalName>>,
    /// How many tokens came.
    tokens: Cell<usize>,
    /// How many elements may be opened before those that are open are counted again.
    room: Cell<usize>,
    /// Whether there was no room, and nothing was closed since.
    is_deep: Cell<bool>,
}

/// Counts what is open.
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = Id;

    fn trace_handle(&self, _: &Id) {
        self.0.set(self.0.get() + 1);
    }
}

impl Gate {
    /// A gate that lets through what makes hardly more nodes than this.
    pub(super) fn new(builder: TreeBuilder<Id, Sink>, most: usize) -> Self {
        Self {
            builder,
            most,
            dropped: RefCell::default(),
            tokens: Cell::new(0),
            room: Cell::new(0),
            is_deep: Cell::new(false),
        }
    }

    /// How many tokens came.
    pub(super) fn tokens(&self) -> usize {
        self.tokens.get()
    }

    /// What was built.
    pub(super) fn into_sink(self) -> Sink {
        self.builder.sink
    }

    /// Whether a tag passes.
    fn passes(&self, tag: &Tag) -> bool {
        let sink = &self.builder.sink;
        if sink.nodes.borrow().len() >= self.most {
            sink.is_cut.set(true);
            return false;
        }
        let mut dropped = self.dropped.borrow_mut();
        match tag.kind {
            TagKind::StartTag if self.has_room() => true,
            TagKind::StartTag => {
                if dropped.len() < DEEPEST {
                    dropped.push(tag.name.clone());
                }
                false
            }
            TagKind::EndTag => match dropped.iter().rposition(|name| *name == tag.name) {
                Some(at) => {
                    dropped.truncate(at);
                    false
                }
                None => {
                    self.is_deep.set(false);
                    true
                }
            },
        }
    }

    /// Whether one more element may be opened.
    fn has_room(&self) -> bool {
        if self.is_deep.get() {
            return false;
        }
        if self.room.get() == 0 {
            let count = Count(Cell::new(0));
            self.builder.trace_handles(&count);
            self.room.set(DEEPEST.saturating_sub(count.0.get()));
        }
        match self.room.get().checked_sub(1) {
            Some(room) => self.room.set(room),
            None => self.is_deep.set(true),
        }
        !self.is_deep.get()
    }
}

impl TokenSink for Gate {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        self.tokens.set(self.tokens.get() + 1);
        let token = match token {
            Token::TagToken(mut tag) => {
                if !self.passes(&tag) {
                    return TokenSinkResult::Continue;
                }
                tag.attrs
                    .retain(|attribute| ATTRIBUTES.contains(&&*attribute.name.local));
                Token::TagToken(tag)
            }
            Token::ParseError(_) => return TokenSinkResult::Continue,
            token => token,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
