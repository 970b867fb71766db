//! HTML becomes a tree of nodes, or none where it is not balanced.

use std::ops::Range;

use crate::markdown::raw::{Token, has_words, is_void, token};

/// An attribute, with its value as it is written.
pub(super) type Attribute = (String, Option<String>);

/// A piece of HTML.
#[derive(Debug)]
pub(super) enum Node {
    /// Words, with references to characters as they are written.
    Text(Range<usize>),
    /// White space alone.
    Space(Range<usize>),
    /// A comment and the like.
    Comment(Range<usize>),
    Element(Element),
}

/// An element of HTML.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<Attribute>,
    /// Its opening tag.
    pub(super) open: Range<usize>,
    /// Its closing tag, where it is written.
    pub(super) close: Option<Range<usize>>,
    pub(super) children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.and_then(|(_, value)| value.as_deref())
    }

    /// From its opening tag to the end of its closing one.
    pub(super) fn range(&self) -> Range<usize> {
        let last = self.children.last().map_or(self.open.end, Node::end);
        self.open.start..self.close.as_ref().map_or(last, |close| close.end)
    }
}

impl Node {
    fn end(&self) -> usize {
        match self {
            Self::Text(range) | Self::Space(range) | Self::Comment(range) => range.end,
            Self::Element(element) => element.range().end,
        }
    }
}

/// Elements whose content is text up to their closing tag (HTML, section 13.2.5).
const RAW: [&str; 6] = ["script", "style", "iframe", "xmp", "noembed", "noframes"];

/// Reads HTML. `None` where something closes nothing, or an element is never closed that has to be
/// (HTML, section 13.1.2.4).
pub(super) fn read(html: &str) -> Option<Vec<Node>> {
    let mut open: Vec<Element> = Vec::new();
    let mut root: Vec<Node> = Vec::new();
    let mut at = 0;
    while at < html.len() {
        if !html[at..].starts_with('<') {
            let end = html[at..].find('<').map_or(html.len(), |next| at + next);
            let node = match html[at..end].trim_ascii().is_empty() {
                true => Node::Space(at..end),
                false => Node::Text(at..end),
            };
            add(&mut open, &mut root, node);
            at = end;
            continue;
        }
        let (token, length) = token(&html[at..]);
        let range = at..at + length;
        at += length;
        match token {
            // What is told of it is told of what was written.
            Token::Hidden(_) => return None,
            Token::Nothing => add(&mut open, &mut root, Node::Comment(range)),
            Token::Character => add(&mut open, &mut root, Node::Text(range)),
            // Words in the place of attributes are told where nothing is rewritten.
            Token::Open(_, attributes) if has_words(&attributes) => return None,
            Token::Open(name, attributes) => {
                while open.last().is_some_and(|last| ends(&last.name, &name)) {
                    close(&mut open, &mut root, None);
                }
                let element = Element {
                    attributes,
                    open: range.clone(),
                    close: None,
                    children: Vec::new(),
                    name,
                };
                if is_void(&element.name) {
                    add(&mut open, &mut root, Node::Element(element));
                } else if RAW.contains(&&*element.name) {
                    let closing = format!("</{}", element.name);
                    let rest = html[at..].to_ascii_lowercase();
                    let end = at + rest.find(&closing)?;
                    open.push(element);
                    add(&mut open, &mut root, Node::Text(at..end));
                    at = end;
                } else {
                    open.push(element);
                }
            }
            Token::Close(name) => {
                while open
                    .last()
                    .is_some_and(|last| last.name != name && is_implied(&last.name))
                {
                    close(&mut open, &mut root, None);
                }
                if open.last().is_none_or(|last| last.name != name) {
                    return None;
                }
                close(&mut open, &mut root, Some(range));
            }
        }
    }
    while let Some(last) = open.last() {
        if !is_implied(&last.name) {
            return None;
        }
        close(&mut open, &mut root, None);
    }
    Some(root)
}

fn add(open: &mut [Element], root: &mut Vec<Node>, node: Node) {
    match open.last_mut() {
        Some(element) => element.children.push(node),
        None => root.push(node),
    }
}

fn close(open: &mut Vec<Element>, root: &mut Vec<Node>, tag: Option<Range<usize>>) {
    if let Some(mut element) = open.pop() {
        element.close = tag;
        add(open, root, Node::Element(element));
    }
}

/// Whether the closing tag of an element may be left out.
fn is_implied(name: &str) -> bool {
    matches!(
        name,
        "p" | "li" | "td" | "th" | "tr" | "dt" | "dd" | "thead" | "tbody" | "tfoot" | "option"
    )
}

/// Whether an element ends where another one begins.
fn ends(name: &str, next: &str) -> bool {
    match name {
        "p" => super::write::is_block(next),
        "li" => next == "li",
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "thead" | "tbody" => matches!(next, "tbody" | "tfoot"),
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "option" => next == "option",
        _ => false,
    }
}
