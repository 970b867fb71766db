//! HTML that Markdown can say is read as if it were Markdown.
//!
//! ```text
//! text ─find─▶ blocks of HTML ─read─▶ nodes ─write─▶ chunks ─▶ text in Markdown, with places
//! ```
//!
//! A block of HTML is rewritten before the text is parsed, so that its headings, links and images are
//! those of any text, and what its diagnostic offers as a correction is what was read. What Markdown
//! cannot say stays as HTML and goes through the allow-list. A block that is not closed is left alone.

pub(super) mod apart;
mod inline;
pub(super) mod meant;
mod nodes;
pub(super) mod office;
mod write;

pub(super) use write::{is_block, mark_of_block};

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::prepare::{FENCE, options, prepare};
use super::raw::{Token, is_void, token};
use rihla_diagnostics::{Diagnostic, Pieces, Span};

/// A part of what is written in the place of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    /// A range of the HTML as it stands.
    Copy(Range<usize>),
    /// Markdown markup.
    Markup(String),
    /// Markdown markup, and where what it stands for begins or ends.
    At(String, usize),
    /// The end of a line, after which the marks of the containers stand.
    Line,
}

/// A range of the text and what stands there in Markdown.
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) pieces: Vec<Piece>,
}

/// A part of what stands in the place of HTML.
pub(super) enum Piece {
    /// A range of the text as it stands.
    Copy(Range<usize>, String),
    /// Markdown markup, and where it belongs in the text, where that is not after the last piece.
    Markup(String, Option<usize>),
    /// The end of a line, and the marks of containers before the next.
    Line(String),
}

impl Edit {
    /// What is written, with these marks of containers before each line after the first.
    pub(super) fn written(&self, marks: &str) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Copy(_, text) | Piece::Markup(text, _) => out.push_str(text),
                Piece::Line(_) => {
                    // No line ends with spaces, which would break it.
                    let length = out.trim_end_matches(' ').len();
                    out.truncate(length);
                    out.push('\n');
                    out.push_str(marks);
                }
            }
        }
        // The space behind a number stands before words that stay.
        if !self
            .pieces
            .iter()
            .all(|piece| matches!(piece, Piece::Markup(..)))
        {
            out.truncate(out.trim_end().len());
        }
        out
    }
}

/// HTML and what it is in Markdown.
pub(super) struct Rewrite {
    /// From the first to the last tag, in the text.
    pub(super) range: Range<usize>,
    /// What is replaced, in order.
    pub(super) edits: Vec<Edit>,
    /// What was removed; places are ranges of the text.
    pub(super) findings: Vec<(Diagnostic, Span)>,
}

/// HTML as one text, although a container may stand before each of its lines.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) text: String,
    /// Where it stands in the whole text.
    pieces: Pieces,
}

impl Joined {
    fn add(&mut self, text: &str, at: usize) {
        let span = Span::new(at, at + text.len());
        self.pieces.add(self.text.len(), span);
        self.text.push_str(text);
    }

    /// Where a byte stands in the whole text.
    fn place(&self, at: usize) -> usize {
        self.pieces.place(at)
    }

    /// Where a range stands in the whole text.
    fn span(&self, range: &Range<usize>) -> Span {
        self.pieces.span(range)
    }
}

/// A block of HTML as the parser finds it.
struct Found {
    range: Range<usize>,
    html: Joined,
    /// How many containers it stands in.
    depth: usize,
}

/// Whether there may be tags: most texts have none.
fn may_have_tags(text: &str) -> bool {
    let is_tag = |at: usize| {
        let next = text.as_bytes().get(at + 1);
        next.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/')
    };
    memchr::memchr_iter(b'<', text.as_bytes()).any(is_tag)
}

/// Finds what is to be rewritten in a text, in order; none overlaps another.
pub(super) fn find(text: &str, is_fence: &dyn Fn(&Range<usize>) -> bool) -> Vec<Rewrite> {
    if !may_have_tags(text) {
        return Vec::new();
    }
    let prepared = prepare(text);
    let mut blocks: Vec<Found> = Vec::new();
    let mut lines = inline::Lines::default();
    let mut depth = 0;
    let mut block = None;
    for (event, range) in Parser::new_ext(&prepared, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                block = Some(Found {
                    range,
                    html: Joined::default(),
                    depth,
                });
            }
            Event::End(TagEnd::HtmlBlock) => {
                blocks.extend(block.take().filter(|found| !is_fence(&found.range)));
            }
            Event::Html(_) | Event::Text(_) if block.is_some() => {
                if let Some(found) = &mut block {
                    found.html.add(&text[range.clone()], range.start);
                }
            }
            Event::InlineHtml(_) => lines.tag(text, range),
            Event::Start(tag) => {
                depth += 1;
                lines.enter();
                if tag == Tag::TableCell {
                    lines.enter_cell(range);
                }
            }
            Event::End(tag) => {
                depth -= 1;
                lines.leave();
                if tag == TagEnd::TableCell {
                    lines.leave_cell(text);
                }
            }
            _ => {}
        }
    }
    let mut rewrites = lines.finish();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(mut found) = blocks.next() {
        let mut nodes = nodes::read(&found.html.text);
        // What an empty line splits is one block where nothing else stands between. It is read again where
        // what was opened may be closed.
        let mut open = left_open(&found.html.text);
        let mut tries = [0; 2];
        while nodes.is_none()
            && let Some(next) = blocks.peek()
            && next.depth == found.depth
            && text[found.range.end..next.range.start].trim().is_empty()
            && let Some(next) = blocks.next()
        {
            found.html.add("\n", found.range.end.saturating_sub(1));
            for (from, place) in next.html.pieces.iter() {
                let end = from + (place.end - place.start);
                found.html.add(&next.html.text[*from..end], place.start);
            }
            found.range.end = next.range.end;
            open += left_open(&next.html.text);
            let tries = &mut tries[usize::from(open > 0)];
            if (open <= 0 || next.html.text.contains("</")) && *tries < MOST_TRIES {
                *tries += 1;
                nodes = nodes::read(&found.html.text);
            }
        }
        let Some(nodes) = nodes else { continue };
        rewrites.extend(block_of(text, &found, &nodes));
    }
    rewrites.sort_by_key(|rewrite| rewrite.range.start);
    rewrites
}

/// How often a row of blocks is read again, and again where it opens more than it closes.
const MOST_TRIES: usize = 50;

/// How many more elements HTML opens than it closes.
fn left_open(html: &str) -> isize {
    let mut open = 0;
    let mut rest = html;
    while let Some(next) = rest.find('<') {
        let (token, length) = token(&rest[next..]);
        match token {
            Token::Open(name, _) if !is_void(&name) => open += 1,
            Token::Close(_) => open -= 1,
            _ => {}
        }
        rest = &rest[next + length..];
    }
    open
}

/// A block in Markdown; `None` where it is best left as it is.
fn block_of(text: &str, found: &Found, nodes: &[nodes::Node]) -> Option<Rewrite> {
    let start = found.html.place(0);
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let prefix = continued(&text[line..start]);
    let written = write::blocks(&found.html.text, nodes)?;
    let mut pieces = Vec::new();
    if written.chunks.first().is_some_and(may_go_on) && goes_on(&text[..line], &text[line..start]) {
        pieces.push(Piece::Line(prefix.clone()));
    }
    if written.chunks.is_empty() {
        pieces.push(Piece::Markup(String::new(), None));
    }
    for chunk in written.chunks {
        match chunk {
            Chunk::Copy(range) => {
                let place = found.html.place(range.start);
                let words = &found.html.text[range];
                pieces.push(Piece::Copy(place..place + words.len(), words.to_owned()));
            }
            Chunk::Markup(markup) => pieces.push(Piece::Markup(markup, None)),
            Chunk::At(markup, at) => {
                // The end of the last line belongs to what is before it.
                let place = match at {
                    0 => found.html.place(0),
                    at => found.html.place(at - 1) + 1,
                };
                pieces.push(Piece::Markup(markup, Some(place)));
            }
            Chunk::Line => pieces.push(Piece::Line(prefix.clone())),
        }
    }
    let findings = written.findings.into_iter();
    let findings = findings.map(|(finding, range)| (finding, found.html.span(&range)));
    let range = start..start + text[start..found.range.end].trim_end().len();
    Some(Rewrite {
        range: range.clone(),
        edits: vec![Edit { range, pieces }],
        findings: findings.collect(),
    })
}

/// Whether what begins with a chunk is a paragraph or a table, not a block that ends what is above it
/// (CommonMark, sections 4.2 and 5).
fn may_go_on(first: &Chunk) -> bool {
    const BLOCKS: [&str; 5] = ["#", "- ", "1. ", "> ", "***"];
    match first {
        Chunk::Markup(markup) => !BLOCKS.iter().any(|start| markup.starts_with(start)),
        _ => true,
    }
}

/// Whether words at the head of a line would go on with the paragraph or the table above it.
fn goes_on(above: &str, marks: &str) -> bool {
    let is_mark = |c: char| matches!(c, '>' | ' ' | '\t');
    let last = above.lines().next_back().unwrap_or_default();
    let last = last.trim_start_matches(is_mark);
    let is_block = last.starts_with('#') || last.starts_with(FENCE);
    marks.chars().all(is_mark) && !last.trim().is_empty() && !is_block
}

/// The marks of the containers of a line, as they stand before the lines that go on with it.
pub(super) fn continued(marks: &str) -> String {
    let character = |c: char| match c {
        '>' | '\t' => c,
        _ => ' ',
    };
    marks.chars().map(character).collect()
}
