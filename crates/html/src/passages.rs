//! The visible text of a page by its language.

use std::borrow::Cow;

use rihla_diagnostics::Span;

use crate::document::{Document, Element, Part};

/// Words of one language that stand together: those of a paragraph, a heading, a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'d> {
    /// The nearest language around it (BCP 47), as it is written; none where the page says none.
    pub language: Option<&'d str>,
    /// The words, with the spaces that stand in the page.
    pub text: Cow<'d, str>,
    /// The tag of the element in which it begins.
    pub span: Span,
}

/// Elements that stand in a line of text (HTML, section 4.5), and words beside each other without a space.
pub(crate) fn is_inline(element: Element<'_>) -> bool {
    matches!(
        element.name(),
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tspan"
            | "u"
            | "var"
            | "wbr"
    )
}

/// The nearest element around a text that is no part of a line.
pub(crate) fn block(element: Element<'_>) -> Element<'_> {
    let mut block = element;
    while is_inline(block)
        && let Some(parent) = block.parent()
    {
        block = parent;
    }
    block
}

impl Document {
    /// The visible text of the page, in order: of each paragraph, heading or cell, what is in one language.
    pub fn passages(&self) -> Vec<Passage<'_>> {
        let mut found: Vec<Passage> = Vec::new();
        let mut last = None;
        let mut is_apart = false;
        let parts = self
            .root()
            .walk(|element| element.is_hidden() || is_unread(element));
        for part in parts {
            let (words, around) = match part {
                Part::Text(words, around) => (words, around),
                Part::Element(element) => {
                    is_apart |= !is_inline(element);
                    continue;
                }
            };
            let is_space = words.trim().is_empty();
            let (block, language) = (block(around), around.language());
            if last == Some(block)
                && let Some(passage) = found.last_mut()
                && (passage.language == language || is_space)
            {
                let text = passage.text.to_mut();
                if is_apart {
                    text.push(' ');
                }
                text.push_str(words);
            } else if !is_space {
                found.push(Passage {
                    language,
                    text: Cow::Borrowed(words),
                    span: around.span(),
                });
                last = Some(block);
            }
            is_apart = false;
        }
        found
    }
}

/// Whether the words of an element are not shown as text, or are in no language, as code is.
fn is_unread(element: Element<'_>) -> bool {
    match element.is_html() {
        true => matches!(
            element.name(),
            "code"
                | "datalist"
                | "iframe"
                | "kbd"
                | "noscript"
                | "pre"
                | "samp"
                | "select"
                | "textarea"
                | "var"
        ),
        false => matches!(element.name(), "title" | "desc" | "metadata" | "defs"),
    }
}
