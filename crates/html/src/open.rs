//! Which elements are open while tags are read, to say in a message which one a tag was in the way of.
//!
//! The parser knows them, and tells nobody. This follows the tags alone, so that it costs little on each of them and may
//! name another one where tags are crossed more than once: it decides nothing.

use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind};

/// The elements that are open, from the outer to the inner ones.
#[derive(Debug, Default)]
pub(crate) struct Open(Vec<LocalName>);

impl Open {
    /// Reads a tag; `is_foreign` says whether it stands in a drawing or a formula, where a slash closes it. Gives what
    /// was still open and ought not to have been, if the tag is at fault.
    pub(crate) fn read(&mut self, tag: &Tag, is_foreign: bool) -> Option<LocalName> {
        if tag.kind == TagKind::EndTag {
            let at = self.0.iter().rposition(|open| *open == tag.name);
            let above = &self.0[at.map_or(self.0.len().saturating_sub(1), |at| at + 1)..];
            // An element that ends by itself is in nobody's way.
            let left = above.iter().rev().find(|open| !ends_by_itself(open));
            let left = left.or(above.last()).filter(|open| !is_page(open)).cloned();
            if let Some(at) = at {
                self.0.truncate(at);
            }
            return left;
        }
        while self
            .0
            .last()
            .is_some_and(|open| is_ended_by(open, &tag.name))
        {
            self.0.pop();
        }
        let around = self.0.last().filter(|open| !is_page(open)).cloned();
        if !(is_void(&tag.name) || is_foreign && tag.self_closing) {
            self.0.push(tag.name.clone());
        }
        around
    }

    /// The innermost element that does not end by itself.
    pub(crate) fn last(&self) -> Option<&LocalName> {
        let mut open = self.0.iter().rev();
        open.find(|open| !ends_by_itself(open) && !is_page(open))
    }
}

/// The elements that each page has.
fn is_page(name: &str) -> bool {
    matches!(name, "html" | "body")
}

/// Elements that have no end tag (HTML, section 13.1.2).
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose end tag may be left out (HTML, section 13.1.2.4).
fn ends_by_itself(name: &str) -> bool {
    matches!(
        name,
        "colgroup"
            | "dd"
            | "dt"
            | "li"
            | "optgroup"
            | "option"
            | "p"
            | "rp"
            | "rt"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
    )
}

/// Whether an element that ends by itself does so before a tag.
fn is_ended_by(open: &str, tag: &str) -> bool {
    match open {
        "p" => ends_by_itself(tag) || is_block(tag),
        "li" => tag == "li",
        "dt" | "dd" => matches!(tag, "dt" | "dd"),
        "option" => matches!(tag, "option" | "optgroup"),
        "td" | "th" => matches!(tag, "td" | "th" | "tr" | "tbody" | "tfoot" | "thead"),
        "tr" => matches!(tag, "tr" | "tbody" | "tfoot" | "thead"),
        "tbody" | "tfoot" | "thead" | "colgroup" => matches!(tag, "tbody" | "tfoot" | "thead"),
        _ => false,
    }
}

/// Elements before which a paragraph ends.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "details"
            | "div"
            | "dl"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "table"
            | "ul"
    )
}
