//! The words of a text with the places where they are written, for whoever corrects them.
//!
//! A tree ([`parse`](super::parse)) says what a text means; here is where each letter of it comes
//! from. What is no text of the writer's has no place: code, addresses, raw HTML, directives,
//! identifiers, references to characters.

mod inline;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::DEEPEST;
use super::prepare::{options, prepare, restored};
use crate::typography::{BREAK, Elements, OBJECT, TextLine};
use rihla_diagnostics::{Pieces, Span};

/// Words that are read as one line: those of a paragraph, a heading, a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand.
    pub kind: PassageKind,
    /// The tag of their language, where `:lang{…}` says one; else it is that of the text.
    pub language: Option<Box<str>>,
    /// What is read: U+FFFC stands for what is no words, U+2028 for the end of a line.
    pub text: String,
    /// Where `text` stands in the file; what is no words has no piece.
    pieces: Pieces,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// In running text.
    Prose,
    /// In a heading.
    Heading,
    /// In a cell of a table.
    Cell,
    /// In the place of an image, or over something.
    Label,
    /// Between lines `:::`.
    Directive,
}

impl Passage {
    /// Words without markup, which are written as they are at a place.
    pub fn plain(text: &str, start: usize) -> Self {
        let mut pieces = Pieces::default();
        pieces.add(0, Span::new(0, text.len()).shifted(start));
        Self {
            kind: PassageKind::Label,
            language: None,
            pieces,
            text: text.to_owned(),
        }
    }

    /// Where a range of the text is written; `None` where it is not written there as it is read,
    /// or not in one piece. What is empty belongs to what is before it.
    pub fn place(&self, range: Range<usize>) -> Option<Span> {
        let candidates = [range.start.checked_sub(1), Some(range.start)];
        candidates.into_iter().flatten().find_map(|at| {
            let (from, span) = self.pieces.find(at)?;
            let length = span.end - span.start;
            let is_inside = from <= range.start && range.end <= from + length;
            is_inside.then(|| Span::new(range.start - from, range.end - from).shifted(span.start))
        })
    }

    /// Where the first of its words is written.
    pub fn start(&self) -> Option<usize> {
        self.pieces.iter().next().map(|(_, span)| span.start)
    }
}

/// The words of the piece `body` of a file's text, read as Markdown, in order.
pub fn words(text: &str, body: Span) -> Vec<Passage> {
    let source = &text[body.start..body.end];
    let prepared = prepare(source);
    let mut gatherer = Gatherer {
        source,
        start: body.start,
        blocks: vec![Container::default()],
        lines: vec![Building::default()],
        elements: Elements::default(),
        unread: 0,
        titles: Vec::new(),
        directives: 0,
        passages: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&prepared, options()).into_offset_iter() {
        // Nothing deeper is shown.
        if gatherer.blocks.len() > DEEPEST {
            break;
        }
        gatherer.take(event, range);
    }
    gatherer.end_line();
    gatherer.passages
}

/// Everything of a text but its words, in a form of no meaning: two texts that differ in words
/// alone have the same.
pub fn frame(text: &str, body: Span) -> String {
    let source = &text[body.start..body.end];
    let prepared = prepare(source);
    let mut frame = String::new();
    let mut in_code = false;
    for event in Parser::new_ext(&prepared, options()) {
        match event {
            Event::Text(words) if in_code => frame.push_str(&words),
            Event::Text(_) => {
                if !frame.ends_with("T\n") {
                    frame.push_str("T\n");
                }
            }
            Event::Start(Tag::Link { dest_url, id, .. }) => {
                frame.push_str(&format!("link {dest_url} {id}\n"));
            }
            Event::Start(Tag::Image { dest_url, id, .. }) => {
                frame.push_str(&format!("image {dest_url} {id}\n"));
            }
            event => {
                match &event {
                    Event::Start(Tag::CodeBlock(_)) => in_code = true,
                    Event::End(TagEnd::CodeBlock) => in_code = false,
                    _ => {}
                }
                frame.push_str(&format!("{event:?}\n"));
            }
        }
    }
    frame
}

/// A line that is not complete.
#[derive(Debug, Default)]
struct Building {
    text: String,
    pieces: Pieces,
}

impl Building {
    fn add(&mut self, words: &str, place: Option<Span>) {
        if let Some(span) = place {
            self.pieces.add(self.text.len(), span);
        }
        self.text.push_str(words);
    }

    /// The part of it in a range, without the ranges that are cut out of it.
    fn part(&self, range: Range<usize>, cuts: &[Cut]) -> Self {
        let mut part = Self::default();
        let mut at = range.start;
        let inside = cuts
            .iter()
            .filter(|cut| range.start <= cut.range.start && cut.range.end <= range.end);
        for cut in inside {
            self.copy(at..cut.range.start, &mut part);
            part.text.push_str(OBJECT);
            at = cut.range.end;
        }
        self.copy(at..range.end, &mut part);
        part
    }

    fn copy(&self, range: Range<usize>, to: &mut Self) {
        let parts = self.pieces.within(range.clone());
        for (start, place) in parts.filter(|(_, place)| place.start < place.end) {
            to.pieces.add(to.text.len() + start - range.start, place);
        }
        to.text.push_str(&self.text[range]);
    }
}

/// Something in a line that is no words of its language.
#[derive(Debug)]
struct Cut {
    range: Range<usize>,
    /// Words in it that are of another language, with its tag.
    other: Option<(Box<str>, Range<usize>)>,
}

/// A quote, an item and so on.
#[derive(Debug, Default)]
struct Container {
    kind: ContainerKind,
    /// Raw HTML that is open in it.
    elements: Elements,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ContainerKind {
    #[default]
    Blocks,
    Heading,
    Cell,
    /// Code, raw HTML.
    Unread,
}

struct Gatherer<'t> {
    source: &'t str,
    /// Where the source begins in the file.
    start: usize,
    blocks: Vec<Container>,
    /// The line, and the texts in the place of images that are open in it.
    lines: Vec<Building>,
    /// Raw HTML that is open in the line.
    elements: Elements,
    /// How many links are open whose words are their address.
    unread: usize,
    /// The titles of the links and images that are open.
    titles: Vec<Option<Span>>,
    /// How many directives are open.
    directives: usize,
    passages: Vec<Passage>,
}

impl Gatherer<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&restored(&words), range),
            Event::Code(_)
            | Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => self.object(),
            Event::Html(html) => {
                if let Some(container) = self.blocks.iter_mut().rev().nth(1) {
                    let mut line = TextLine::default();
                    container.elements.take_all(&html, &|_| None, &mut line);
                }
            }
            Event::InlineHtml(html) => {
                if html
                    .get(..3)
                    .is_some_and(|tag| tag.eq_ignore_ascii_case("<br"))
                {
                    self.context(BREAK);
                }
                let mut line = TextLine::default();
                self.elements.take_all(&html, &|_| None, &mut line);
            }
            Event::SoftBreak => self.context("\n"),
            Event::HardBreak => self.context(BREAK),
            Event::Rule => self.end_line(),
            Event::TaskListMarker(_) => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => return,
            Tag::Link {
                link_type, title, ..
            } => {
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.unread += 1;
                    self.object();
                }
                let title = self.title(link_type, &title, range);
                return self.titles.push(title);
            }
            Tag::Image {
                link_type, title, ..
            } => {
                let title = self.title(link_type, &title, range);
                self.titles.push(title);
                return self.lines.push(Building::default());
            }
            Tag::Heading { .. } => ContainerKind::Heading,
            Tag::TableCell => ContainerKind::Cell,
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => ContainerKind::Unread,
            _ => ContainerKind::Blocks,
        };
        self.end_line();
        self.blocks.push(Container {
            kind,
            elements: Elements::default(),
        });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Link => {
                self.unread = self.unread.saturating_sub(1);
                self.end_title();
            }
            TagEnd::Image => {
                if self.lines.len() > 1
                    && let Some(line) = self.lines.pop()
                {
                    self.passage(PassageKind::Label, line);
                }
                self.end_title();
                self.object();
            }
            _ => {
                self.end_line();
                if self.blocks.len() > 1 {
                    self.blocks.pop();
                }
            }
        }
    }

    /// Where the title of a link or an image is written; none where that is elsewhere.
    fn title(&self, kind: LinkType, title: &str, range: Range<usize>) -> Option<Span> {
        if title.is_empty() || kind != LinkType::Inline {
            return None;
        }
        let written = self
            .source
            .get(range.clone())?
            .strip_suffix(')')?
            .trim_end();
        let inner = written.strip_suffix(['"', '\'', ')'])?;
        let start = range.start + inner.strip_suffix(title)?.len();
        Some(Span::new(start, start + title.len()).shifted(self.start))
    }

    fn end_title(&mut self) {
        if let Some(Some(span)) = self.titles.pop() {
            let mut line = Building::default();
            let words = &self.source[span.start - self.start..span.end - self.start];
            line.add(words, Some(span));
            self.passage(PassageKind::Label, line);
        }
    }

    fn line(&mut self) -> Option<&mut Building> {
        self.lines.last_mut()
    }

    /// Whether what stands here is words.
    fn is_read(&self) -> bool {
        let is_open = |elements: &Elements| elements.is_verbatim() || elements.profile().is_some();
        self.unread == 0
            && !is_open(&self.elements)
            && !self.blocks.iter().any(|container| {
                container.kind == ContainerKind::Unread || is_open(&container.elements)
            })
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self
            .blocks
            .last()
            .is_some_and(|block| block.kind == ContainerKind::Unread)
        {
            return;
        }
        if !self.is_read() {
            return self.object();
        }
        let is_written = self.source.get(range.clone()) == Some(words);
        let place = is_written.then(|| Span::new(range.start, range.end).shifted(self.start));
        if let Some(line) = self.line() {
            line.add(words, place);
        }
    }

    fn context(&mut self, text: &str) {
        if let Some(line) = self.line() {
            line.add(text, None);
        }
    }

    fn object(&mut self) {
        if let Some(line) = self.line().filter(|line| !line.text.ends_with(OBJECT)) {
            line.add(OBJECT, None);
        }
    }

    /// Completes the line.
    fn end_line(&mut self) {
        self.elements = Elements::default();
        self.unread = 0;
        self.titles.clear();
        self.lines.truncate(1);
        let line = match self.line() {
            Some(line) if !line.text.is_empty() => std::mem::take(line),
            _ => return,
        };
        let kind = match self.blocks.last().map(|block| block.kind) {
            Some(ContainerKind::Heading) => PassageKind::Heading,
            Some(ContainerKind::Cell) => PassageKind::Cell,
            _ => PassageKind::Prose,
        };
        self.passage(kind, line);
    }

    /// Adds a line that is complete, and the words in other languages that stand in it.
    fn passage(&mut self, kind: PassageKind, line: Building) {
        let mut cuts = Vec::new();
        if line.text.contains(":::") {
            self.fences(&line, &mut cuts);
        }
        let is_fence = !cuts.is_empty();
        inline::inline(self.source, self.start, &line, kind, &mut cuts);
        cuts.sort_by_key(|cut| cut.range.start);
        // What is cut out of another one goes with it.
        let mut end = 0;
        cuts.retain(|cut| {
            let is_apart = cut.range.start >= end;
            end = end.max(cut.range.end);
            is_apart
        });
        let kind = match is_fence || self.directives > 0 {
            true => PassageKind::Directive,
            false => kind,
        };
        let mut push = |language: Option<Box<str>>, part: Building| {
            if !part.pieces.is_empty() {
                self.passages.push(Passage {
                    kind,
                    language,
                    text: part.text,
                    pieces: part.pieces,
                });
            }
        };
        if cuts.is_empty() {
            return push(None, line);
        }
        push(None, line.part(0..line.text.len(), &cuts));
        for cut in &cuts {
            if let Some((tag, inner)) = &cut.other {
                push(Some(tag.clone()), line.part(inner.clone(), &[]));
            }
        }
    }

    /// Lines `:::name{…}` and `:::`.
    fn fences(&mut self, line: &Building, cuts: &mut Vec<Cut>) {
        let mut start = 0;
        for part in line.text.split_inclusive(['\n', '\u{2028}']) {
            let words = part.trim_end_matches(['\n', '\u{2028}']);
            if let Some(rest) = words.trim_start().strip_prefix(":::") {
                let name = rest.trim_start_matches(':').trim();
                match name.is_empty() || super::directive::is_end(name) {
                    true => self.directives = self.directives.saturating_sub(1),
                    false => self.directives += 1,
                }
                cuts.push(Cut {
                    range: start..start + words.len(),
                    other: None,
                });
            }
            start += part.len();
        }
    }
}

impl Building {
    /// Where a byte of the text is written in the file.
    fn place(&self, at: usize) -> Option<usize> {
        let (from, span) = self.pieces.find(at)?;
        let place = span.start + at - from;
        (place < span.end).then_some(place)
    }
}
