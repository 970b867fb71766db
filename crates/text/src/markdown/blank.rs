//! Whether a text says anything.

use super::characters::characters;
use super::markup::is_invisible;
use super::raw::{self, Token};
use super::{Block, BlockKind, Definition, Document, Inline, InlineKind, plain};

impl Document<'_> {
    /// Whether nothing stands in it that a reader would miss: no word, no image, no directive, no
    /// table. Remarks, rules and breaks of lines are nothing.
    pub fn is_blank(&self) -> bool {
        hold_nothing(&self.blocks) && self.notes.is_empty()
    }
}

/// Whether nothing stands in some blocks that a reader would miss.
pub(super) fn hold_nothing(blocks: &[Block]) -> bool {
    blocks.iter().all(is_blank)
}

/// Whether a source says nothing: spaces however they are written, breaks of lines, remarks and markup
/// around no words.
pub(super) fn says_nothing(source: &str) -> bool {
    const SAYS_NOTHING: [&str; 9] = ["br", "wbr", "p", "div", "span", "b", "strong", "i", "em"];
    let is_blank = |words: &str| {
        characters(words)
            .chars()
            .all(|c| c.is_whitespace() || is_invisible(c) || "\\>-+*#_".contains(c))
    };
    let mut rest = source;
    while let Some(next) = rest.find('<') {
        let (token, length) = raw::token(&rest[next..]);
        let is_nothing = match &token {
            Token::Nothing => true,
            Token::Open(name, attributes) => {
                SAYS_NOTHING.contains(&&**name) && !raw::has_words(attributes)
            }
            Token::Close(name) => SAYS_NOTHING.contains(&&**name),
            Token::Hidden(_) | Token::Character => false,
        };
        if !is_nothing || !is_blank(&rest[..next]) {
            return false;
        }
        rest = &rest[next + length..];
    }
    is_blank(rest)
}

fn is_blank(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Tight(inlines) => are_blank(inlines),
        BlockKind::Heading(_, inlines) => are_blank(inlines),
        BlockKind::Quote(blocks) => blocks.iter().all(is_blank),
        BlockKind::Code { text, .. } => text.trim().is_empty(),
        BlockKind::List { items, .. } => {
            let mut blocks = items.iter().flat_map(|item| &item.blocks);
            blocks.all(is_blank)
        }
        BlockKind::Definitions(parts) => parts.iter().all(|part| match part {
            Definition::Term(inlines) => are_blank(inlines),
            Definition::Description(blocks) => blocks.iter().all(is_blank),
        }),
        BlockKind::Rule => true,
        BlockKind::Html(html) => has_no_words(html),
        BlockKind::Table { .. } | BlockKind::Figure { .. } | BlockKind::Directive(_) => false,
    }
}

fn are_blank(inlines: &[Inline]) -> bool {
    !inlines.iter().any(holds) && plain(inlines).trim().is_empty()
}

/// Whether there is something in a piece of a line that is no words.
fn holds(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Image { .. } | InlineKind::Fact(_) | InlineKind::Note(_) => true,
        InlineKind::Emphasis(children)
        | InlineKind::Strong(children)
        | InlineKind::Strike(children)
        | InlineKind::Link { children, .. } => children.iter().any(holds),
        _ => false,
    }
}

/// Whether HTML that has been through the list is tags alone.
fn has_no_words(html: &str) -> bool {
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        if !rest[..open].trim().is_empty() {
            return false;
        }
        let end = rest[open..]
            .find('>')
            .map_or(rest.len(), |end| open + end + 1);
        rest = &rest[end..];
    }
    rest.trim().is_empty()
}
