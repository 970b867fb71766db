//! The parser's events become a tree, and what a writer should know is said.

mod captions;
mod directive;
mod markup;

pub use directive::request;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use super::directive::Fences;
use super::from_html;
use super::inline::{self, Source};
use super::labels;
use super::markup::parted::Above;
use super::markup::{Definitions, LeafKind, NotesByHand, wording};
use super::prepare::{FENCE, options, prepare, restored};
use super::raw::{self, Open};
use super::{
    Alignment, Block, BlockKind, DEEPEST, Definition, Document, Heading, Inline, InlineKind, Item,
    Link, LinkKind, Note, destination, plain,
};
use crate::language::slug;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Location, Pieces, Span};

/// The parts of every page to which a link may lead: no heading of a text takes their identifiers. What else a
/// theme calls by an identifier has a character that no heading gives.
const PARTS: [&str; 3] = ["main", "menu", "corrections"];

/// Reads the piece `body` of a file's text as Markdown.
///
/// Every finding is reported with its place in the whole text; the tree is what remains when
/// what was refused is left out.
pub fn parse<'t>(path: &Arc<str>, text: &'t str, body: Span) -> (Document<'t>, Vec<Diagnostic>) {
    let (document, findings) = read(text, body, true);
    let diagnostics = findings
        .into_iter()
        .map(|(diagnostic, span)| diagnostic.placed(Location::new(path.clone(), span)))
        .collect();
    (document, diagnostics)
}

/// The tree that [`parse`] makes of a piece of text, for those who have been told what is wrong with it.
pub fn tree(text: &str, body: Span) -> Document<'_> {
    read(text, body, false).0
}

/// Makes the tree of a piece of text. Where it is not `examined`, characters that look like markup are not
/// looked for, which takes longer than all else.
fn read(text: &str, body: Span, examined: bool) -> (Document<'_>, Vec<(Diagnostic, Span)>) {
    let source = &text[body.start..body.end];
    let mut fences = Fences::find(source, options());
    let mut findings = std::mem::take(&mut fences.findings);
    findings.extend(from_html::office::take(&mut fences));
    let apart = from_html::apart::set(source, &mut fences);
    let rewrites = from_html::find(&fences.text, &|range| fences.at(range).is_some());
    if !rewrites.is_empty() {
        findings.extend(fences.findings_of(source, &rewrites));
        fences.rewrite(&rewrites);
    }
    from_html::apart::join(source, apart, &mut findings);
    let labels = labels::find(&fences.text);
    if !labels.is_empty() {
        fences.rewrite(&labels);
    }
    let prepared = prepare(&fences.text);
    let mut builder = Builder {
        text,
        examined,
        frames: vec![Frame::root()],
        document: Document::default(),
        ids: PARTS.iter().map(|part| (*part).to_owned()).collect(),
        counts: BTreeMap::new(),
        keys: BTreeSet::new(),
        missing: Vec::new(),
        written: Vec::new(),
        linked: Vec::new(),
        rows_end: 0,
        by_hand: NotesByHand::default(),
        closings: None,
        marks: Vec::new(),
        ending: Vec::new(),
        findings: findings
            .into_iter()
            .map(|(mut finding, span)| {
                finding.move_edits(|span| span.shifted(body.start));
                (finding, span.shifted(body.start))
            })
            .collect(),
        fences: &fences,
        start: body.start,
    };
    let mut is_fence = false;
    let mut definitions = Definitions::default();
    let mut is_whole = true;
    for (event, range) in Parser::new_ext(&prepared, options()).into_offset_iter() {
        definitions.take(&event, &range);
        match &event {
            Event::Start(Tag::HtmlBlock) if prepared[range.clone()].trim() == FENCE => {
                if let Some(mark) = fences.at(&range) {
                    is_fence = true;
                    builder.fence(mark);
                }
            }
            // Below a tag that nothing closes, such as that of `<pre>`, a fence is HTML to the parser.
            Event::Html(_) if !is_fence => {
                if let Some(mark) = fences.at(&range) {
                    builder.fence_in_html(mark, fences.original(&range).shifted(body.start));
                    continue;
                }
            }
            Event::End(TagEnd::HtmlBlock) if is_fence => {
                is_fence = false;
                continue;
            }
            _ => {}
        }
        if is_fence {
            continue;
        }
        let span = fences.original(&range).shifted(body.start);
        if builder.frames.len() > DEEPEST {
            builder.find(
                Diagnostic::new(&say::TOO_DEEP).with("limit", DEEPEST),
                Span::new(span.start, span.start),
            );
            is_whole = false;
            break;
        }
        builder.take(event, range, span);
    }
    if is_whole {
        let place = |range: &Range<usize>| fences.original(range).shifted(body.start);
        definitions.finish(&prepared, &place, &mut builder.findings);
    }
    builder.finish()
}

/// Something that is not complete.
enum Frame<'t> {
    /// Blocks of one of these.
    Blocks {
        kind: Holder,
        blocks: Vec<Block<'t>>,
        open: Open,
        span: Span,
    },
    /// Pieces of a line of one of these.
    Line {
        kind: Words,
        inlines: Vec<Inline<'t>>,
        open: Open,
        span: Span,
    },
    List {
        start: Option<u64>,
        items: Vec<Item<'t>>,
        span: Span,
    },
    Definitions(Vec<Definition<'t>>, Span),
    Table {
        alignments: Vec<Alignment>,
        rows: Vec<Vec<Vec<Inline<'t>>>>,
        span: Span,
    },
    Row(Vec<Vec<Inline<'t>>>, Span),
    Code {
        is_fenced: bool,
        language: String,
        text: String,
        span: Span,
    },
    Html {
        text: String,
        /// Where each of its pieces begins here, and its range in the text that is parsed: a quote or a
        /// list takes the beginnings of their lines away.
        pieces: Pieces,
        span: Span,
    },
}

enum Holder {
    Root,
    /// The number of the directive among those of the text.
    Directive(usize),
    Quote,
    Item(Option<bool>),
    Description,
    Note(String),
}

enum Words {
    Paragraph,
    Tight,
    Heading(u8),
    Term,
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link { destination: String, title: String },
    Image { source: String, title: String },
}

impl<'t> Frame<'t> {
    fn root() -> Self {
        Self::blocks(Holder::Root, Span::default())
    }

    fn blocks(kind: Holder, span: Span) -> Self {
        Self::Blocks {
            kind,
            blocks: Vec::new(),
            open: Open::default(),
            span,
        }
    }

    fn line(kind: Words, span: Span) -> Self {
        Self::Line {
            kind,
            inlines: Vec::new(),
            open: Open::default(),
            span,
        }
    }
}

struct Builder<'t, 'f> {
    text: &'t str,
    /// Whether characters that look like markup are looked for.
    examined: bool,
    fences: &'f Fences<'t>,
    /// Where the text begins in the file.
    start: usize,
    /// The first is the root, and is never closed before the end.
    frames: Vec<Frame<'t>>,
    document: Document<'t>,
    /// The identifiers of headings.
    ids: BTreeSet<String>,
    /// The words of headings → how many there were so far.
    counts: BTreeMap<String, usize>,
    /// The keys of notes.
    keys: BTreeSet<String>,
    /// Marks of notes that are not there.
    missing: Vec<(String, Span)>,
    /// Where words of the line that is open stand as they are read.
    written: Vec<Span>,
    /// Those of them that stand in a link.
    linked: Vec<Span>,
    /// Up to where rows of a table are told that stand apart.
    rows_end: usize,
    /// Notes that are made by hand.
    by_hand: NotesByHand,
    /// Where the last closing tag of each element stands, as soon as it is asked for.
    closings: Option<BTreeMap<String, usize>>,
    /// The marks of notes: the key of each, and where the note begins in which it stands.
    marks: Vec<(Option<usize>, String)>,
    /// What closes raw HTML after the block that is open, and the number of the frame that holds it.
    ending: Vec<(usize, String)>,
    findings: Vec<(Diagnostic, Span)>,
}

impl<'t> Builder<'t, '_> {
    fn find(&mut self, diagnostic: Diagnostic, span: Span) {
        self.findings.push((diagnostic, span));
    }

    /// Takes an event of the parser, its range in the text that is parsed, and its place in the file.
    fn take(&mut self, event: Event<'_>, range: Range<usize>, place: Span) {
        let span = place;
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Html(words)
                if matches!(self.frames.last(), Some(Frame::Html { .. })) =>
            {
                if let Some(Frame::Html { text, pieces, span }) = self.frames.last_mut() {
                    if pieces.is_empty() {
                        span.start = place.start;
                    }
                    span.end = span.end.max(place.end);
                    pieces.add(text.len(), Span::new(range.start, range.end));
                    text.push_str(&restored(&words));
                }
            }
            Event::Text(words) => match self.frames.last_mut() {
                Some(Frame::Code { text, .. }) => text.push_str(&restored(&words)),
                _ => {
                    let words = restored(&words);
                    self.written(&words, span);
                    self.words(&words, span);
                }
            },
            Event::Html(_) => {}
            Event::Code(code) => {
                self.inline(InlineKind::Code(restored(&code).into_owned().into()), span)
            }
            Event::InlineHtml(html) => self.inline_html(&restored(&html), span),
            Event::FootnoteReference(label) => {
                let key = note_key(&restored(&label));
                self.mark(&key);
                self.inline(InlineKind::Note(key), span);
            }
            Event::SoftBreak => self.inline(InlineKind::SoftBreak, span),
            Event::HardBreak => self.inline(InlineKind::HardBreak, span),
            Event::Rule => self.block(BlockKind::Rule, span),
            Event::TaskListMarker(done) => {
                self.close_tight();
                if let Some(Frame::Blocks {
                    kind: Holder::Item(task),
                    ..
                }) = self
                    .frames
                    .iter_mut()
                    .rev()
                    .find(|frame| matches!(frame, Frame::Blocks { .. }))
                {
                    *task = Some(done);
                }
            }
            // Extensions that are not turned on.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let frame = match tag {
            Tag::Emphasis => return self.enter_line(Words::Emphasis, span),
            Tag::Strong => return self.enter_line(Words::Strong, span),
            Tag::Strikethrough => return self.enter_line(Words::Strike, span),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let mut destination = restored(&dest_url).into_owned();
                if link_type == LinkType::Email {
                    destination.insert_str(0, "mailto:");
                }
                let title = restored(&title).into_owned();
                return self.enter_line(Words::Link { destination, title }, span);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let source = restored(&dest_url).into_owned();
                let title = restored(&title).into_owned();
                return self.enter_line(Words::Image { source, title }, span);
            }
            Tag::TableHead | Tag::TableRow => Frame::Row(Vec::new(), span),
            Tag::TableCell => Frame::line(Words::Cell, span),
            tag => {
                self.close_tight();
                match tag {
                    Tag::Paragraph => Frame::line(Words::Paragraph, span),
                    Tag::Heading { level, .. } => Frame::line(Words::Heading(level as u8), span),
                    Tag::DefinitionListTitle => Frame::line(Words::Term, span),
                    Tag::BlockQuote(_) => Frame::blocks(Holder::Quote, span),
                    Tag::Item => Frame::blocks(Holder::Item(None), span),
                    Tag::DefinitionListDefinition => Frame::blocks(Holder::Description, span),
                    Tag::FootnoteDefinition(label) => {
                        Frame::blocks(Holder::Note(restored(&label).into_owned()), span)
                    }
                    Tag::List(start) => Frame::List {
                        start,
                        items: Vec::new(),
                        span,
                    },
                    Tag::DefinitionList => Frame::Definitions(Vec::new(), span),
                    Tag::Table(columns) => Frame::Table {
                        alignments: columns.into_iter().map(alignment).collect(),
                        rows: Vec::new(),
                        span,
                    },
                    Tag::CodeBlock(kind) => Frame::Code {
                        is_fenced: matches!(kind, CodeBlockKind::Fenced(_)),
                        language: match kind {
                            CodeBlockKind::Fenced(info) => restored(&info)
                                .split_whitespace()
                                .next()
                                .unwrap_or_default()
                                .to_owned(),
                            CodeBlockKind::Indented => String::new(),
                        },
                        text: String::new(),
                        span,
                    },
                    Tag::HtmlBlock => Frame::Html {
                        text: String::new(),
                        pieces: Pieces::default(),
                        span,
                    },
                    // Extensions that are not turned on.
                    _ => return,
                }
            }
        };
        self.frames.push(frame);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::HtmlBlock
            | TagEnd::CodeBlock
            | TagEnd::DefinitionListTitle => self.close(),
            _ => {
                self.close_tight();
                self.end_directives();
                self.close();
            }
        }
    }

    /// Opens a line inside a line. In an item of a tight list it opens the line itself first.
    fn enter_line(&mut self, kind: Words, span: Span) {
        self.ensure_line(span);
        self.frames.push(Frame::line(kind, span));
    }

    fn ensure_line(&mut self, span: Span) {
        if !matches!(self.frames.last(), Some(Frame::Line { .. })) {
            self.frames.push(Frame::line(Words::Tight, span));
        }
    }

    fn close_tight(&mut self) {
        if let Some(Frame::Line {
            kind: Words::Tight, ..
        }) = self.frames.last()
        {
            self.close();
        }
    }

    fn inline(&mut self, kind: InlineKind<'t>, span: Span) {
        self.ensure_line(span);
        if let Some(Frame::Line { inlines, open, .. }) = self.frames.last_mut()
            && !open.is_swallowing()
        {
            if open.take_parted() && inlines.last().is_some_and(|last| is_glued(last, &kind)) {
                inlines.push(Inline {
                    kind: InlineKind::HardBreak,
                    span: Span::new(span.start, span.start),
                });
            }
            inlines.push(Inline { kind, span });
        }
    }

    /// Words. The parser tells them in pieces, which belong together. What stands in the text
    /// as it is meant is borrowed from it.
    fn words(&mut self, words: &str, span: Span) {
        let source = self.text;
        if let Some(Frame::Line { open, .. }) = self.frames.last() {
            open.lose(words, &mut self.findings);
        }
        if let Some(Frame::Line { inlines, open, .. }) = self.frames.last_mut()
            && !open.is_swallowing()
            && !open.is_parted()
            && let Some(Inline {
                kind: InlineKind::Text(text),
                span: before,
            }) = inlines.last_mut()
        {
            let whole = source.get(before.start..span.end);
            match (&mut *text, whole) {
                (Cow::Borrowed(known), Some(whole))
                    if whole.len() == known.len() + words.len() && whole.ends_with(words) =>
                {
                    *text = Cow::Borrowed(whole);
                }
                _ => text.to_mut().push_str(words),
            }
            before.end = span.end;
            return;
        }
        let text = match source.get(span.start..span.end) {
            Some(written) if written == words => Cow::Borrowed(written),
            _ => Cow::Owned(words.to_owned()),
        };
        self.inline(InlineKind::Text(text), span);
    }

    fn inline_html(&mut self, html: &str, span: Span) {
        self.ensure_line(span);
        if self.ends_around(html) {
            return;
        }
        if let Some(Frame::Line { inlines, open, .. }) = self.frames.last_mut() {
            let rest = self.text.get(span.end..).unwrap_or_default();
            let before = self.text[..span.start].chars().next_back();
            let findings = &mut self.findings;
            let html = raw::pass(
                html,
                rest,
                before,
                span.start,
                true,
                &|_| false,
                open,
                findings,
            );
            if !html.is_empty() {
                inlines.push(Inline {
                    kind: InlineKind::Html(html),
                    span,
                });
            }
        }
    }

    /// Whether a piece of HTML in a line closes what was opened above it; that ends after the block in
    /// which the piece stands.
    fn ends_around(&mut self, html: &str) -> bool {
        let (raw::Token::Close(name), _) = raw::token(html) else {
            return false;
        };
        let is_inside = self.frames.iter().rev().map_while(|frame| match frame {
            Frame::Line { open, .. } => Some(open),
            _ => None,
        });
        if is_inside.into_iter().any(|open| open.has(&name)) {
            return false;
        }
        for (depth, frame) in self.frames.iter_mut().enumerate().rev() {
            if let Frame::Blocks { open, .. } = frame
                && let Some(closing) = open.end(&name)
            {
                self.ending.push((depth, closing));
                if let Some(Frame::Line { open, .. }) = self.frames.last_mut() {
                    open.part(&name);
                }
                return true;
            }
        }
        false
    }

    fn block(&mut self, kind: BlockKind<'t>, span: Span) {
        self.close_tight();
        if let Some(Frame::Blocks { blocks, open, .. }) = self.frames.last_mut()
            && !open.is_swallowing()
        {
            blocks.push(Block { kind, span });
        }
        self.ended(span);
    }

    /// Closes the raw HTML that ends with the block that was just completed.
    fn ended(&mut self, span: Span) {
        let depth = self.frames.len() - 1;
        while let Some((_, closing)) = self.ending.pop_if(|(at, _)| *at >= depth) {
            if let Some(Frame::Blocks { blocks, .. }) = self.frames.last_mut()
                && !closing.is_empty()
            {
                blocks.push(Block {
                    kind: BlockKind::Html(closing),
                    span: Span::new(span.end, span.end),
                });
            }
        }
    }

    /// Completes the innermost frame and puts it into the one around it.
    fn close(&mut self) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        match frame {
            Frame::Line {
                kind,
                mut inlines,
                mut open,
                span,
            } => {
                if let Some(finding) = open.swallowing() {
                    let place = &mut self.findings[finding].1;
                    place.end = place.end.max(span.end);
                }
                let closing = open.close();
                if !closing.is_empty() {
                    inlines.push(Inline {
                        kind: InlineKind::Html(closing),
                        span: Span::new(span.end, span.end),
                    });
                }
                self.inherit(open);
                self.close_line(kind, inlines, span);
            }
            Frame::Blocks {
                kind,
                blocks,
                mut open,
                span,
            } => {
                let blocks = closed(blocks, &mut open, span);
                self.inherit(open);
                match kind {
                    Holder::Root => {}
                    Holder::Directive(number) => self.directive(number, blocks),
                    Holder::Quote => self.block(BlockKind::Quote(blocks), span),
                    Holder::Item(task) => {
                        self.empty_item(&blocks, span);
                        if let Some(Frame::List { items, .. }) = self.frames.last_mut() {
                            items.push(Item { task, blocks });
                        }
                    }
                    Holder::Description => {
                        if let Some(Frame::Definitions(parts, _)) = self.frames.last_mut() {
                            parts.push(Definition::Description(blocks));
                        }
                    }
                    Holder::Note(label) => self.note(label, blocks, span),
                }
            }
            Frame::List { start, items, span } => {
                if let ([_], None) = (&items[..], start) {
                    self.counted_item(span);
                }
                self.block(BlockKind::List { start, items }, span);
            }
            Frame::Definitions(parts, span) => self.block(BlockKind::Definitions(parts), span),
            Frame::Table {
                alignments,
                rows,
                span,
            } => {
                let mut rows = rows.into_iter();
                let head = rows.next().unwrap_or_default();
                let rows = rows.collect();
                self.below_table(span);
                self.parted_rows(span, Above::Table);
                self.block(
                    BlockKind::Table {
                        alignments,
                        head,
                        rows,
                    },
                    span,
                );
            }
            Frame::Row(cells, span) => {
                self.left_over_cells(span);
                if let Some(Frame::Table { rows, .. }) = self.frames.last_mut() {
                    rows.push(cells);
                }
            }
            Frame::Code {
                is_fenced,
                language,
                text,
                span,
            } => {
                match is_fenced {
                    true => self.open_fence(span),
                    false => self.indented(&text, span),
                }
                self.block(BlockKind::Code { language, text }, span);
            }
            Frame::Html { text, pieces, span } => {
                self.open_comment(&text, &pieces);
                let source = self.text;
                let closings = self.closings.get_or_insert_with(|| raw::closings(source));
                let is_closed_below =
                    |name: &str| closings.get(name).is_some_and(|last| *last >= span.end);
                if let Some(Frame::Blocks { blocks, open, .. }) = self.frames.last_mut() {
                    let mut findings = Vec::new();
                    let html = raw::pass(
                        &text,
                        "",
                        None,
                        0,
                        false,
                        &is_closed_below,
                        open,
                        &mut findings,
                    );
                    for (mut diagnostic, place) in findings {
                        let in_file = |place| in_file(self.fences, self.start, &pieces, place);
                        diagnostic.move_edits(in_file);
                        let place = in_file(place);
                        self.findings.push((diagnostic, place));
                    }
                    if !html.trim().is_empty() {
                        blocks.push(Block {
                            kind: BlockKind::Html(html),
                            span,
                        });
                    }
                }
            }
        }
    }

    /// Tells the frame around the one that ended which raw HTML was open in it.
    fn inherit(&mut self, ended: Open) {
        let around = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Blocks { open, .. } | Frame::Line { open, .. } => Some(open),
            _ => None,
        });
        if let Some(open) = around {
            open.inherit(ended);
        }
    }

    /// Remembers what refers to a note. Nobody can follow a mark in the text of an image.
    fn mark(&mut self, key: &str) {
        let mut holder = None;
        for frame in &self.frames {
            match frame {
                Frame::Line {
                    kind: Words::Image { .. },
                    ..
                } => return,
                Frame::Blocks {
                    kind: Holder::Note(_),
                    span,
                    ..
                } => holder = Some(span.start),
                _ => {}
            }
        }
        self.marks.push((holder, key.to_owned()));
    }

    /// The keys of the notes that are shown: those to which the text refers, and those to which
    /// notes that are shown do.
    fn shown_notes(&self) -> BTreeSet<&str> {
        let mut by_holder: BTreeMap<Option<usize>, Vec<&str>> = BTreeMap::new();
        for (holder, key) in &self.marks {
            by_holder.entry(*holder).or_default().push(key);
        }
        let notes = self.document.notes.iter();
        let starts: BTreeMap<&str, usize> = notes
            .map(|note| (note.key.as_str(), note.span.start))
            .collect();
        let mut shown = BTreeSet::new();
        let mut next = by_holder.remove(&None).unwrap_or_default();
        while let Some(key) = next.pop() {
            if shown.insert(key)
                && let Some(start) = starts.get(key)
            {
                next.extend(by_holder.remove(&Some(*start)).unwrap_or_default());
            }
        }
        shown
    }

    fn note(&mut self, label: String, blocks: Vec<Block<'t>>, span: Span) {
        let key = note_key(&label);
        if !self.keys.insert(key.clone()) {
            self.find(
                Diagnostic::new(&say::NOTE_TWICE).with("label", &label),
                span,
            );
            return;
        }
        self.document.notes.push(Note {
            key,
            label,
            blocks,
            span,
        });
    }

    fn close_line(&mut self, kind: Words, inlines: Vec<Inline<'t>>, span: Span) {
        // Inside a link or an emphasis the words are looked at with the line that holds them.
        match kind {
            Words::Emphasis => {
                self.stars_in_words("*", span);
                self.inline(InlineKind::Emphasis(inlines), span);
            }
            Words::Strong => {
                self.stars_in_words("**", span);
                self.inline(InlineKind::Strong(inlines), span);
            }
            Words::Strike => self.inline(InlineKind::Strike(inlines), span),
            Words::Link { destination, title } => {
                if let Some(finding) = wording::link(&plain(&inlines)) {
                    self.find(finding, span);
                }
                if inlines.is_empty() || is_empty(&inlines) {
                    let finding = Diagnostic::new(&say::LINK_SILENT);
                    self.find(finding.with("destination", &destination), span);
                }
                if let Some(last) = inlines.last().map(|last| last.span.end) {
                    self.space_in_link(last, span);
                }
                self.refer(&destination, span, LinkKind::Link);
                let children = inlines;
                self.inline(
                    InlineKind::Link {
                        destination,
                        title,
                        children,
                    },
                    span,
                );
            }
            Words::Image { source, title } => {
                let alternative = plain(&inlines);
                if alternative.trim().is_empty() {
                    self.find(
                        Diagnostic::new(&say::NO_ALTERNATIVE).with("destination", &source),
                        span,
                    );
                }
                if let Some(finding) = wording::alternative(&alternative) {
                    self.find(finding, span);
                }
                self.refer(&source, span, LinkKind::Image);
                self.inline(
                    InlineKind::Image {
                        source,
                        title,
                        alternative,
                    },
                    span,
                );
            }
            Words::Paragraph => {
                if self.text[span.start..].starts_with('|') {
                    self.parted_rows(span, Above::Paragraph);
                }
                self.markup(LeafKind::Paragraph, span);
                let mut inlines = self.looked_at(inlines);
                if is_empty(&inlines) && raw::says_nothing(&self.text[span.start..span.end]) {
                    let length = self.text[span.start..span.end].trim_end_matches(['\n', '\r']);
                    let place = Span::new(span.start, span.start + length.len());
                    let finding = Diagnostic::new(&say::PARAGRAPH_EMPTY)
                        .with("fmt", say::FMT)
                        .replace(place, "");
                    self.find(finding, place);
                    self.ended(span);
                    return;
                }
                let is_figure =
                    inlines.len() == 1 && matches!(inlines[0].kind, InlineKind::Image { .. });
                if !is_figure {
                    self.captions(&inlines, LeafKind::Paragraph);
                }
                let kind = match inlines.pop() {
                    Some(image) if is_figure => figure(image),
                    last => {
                        inlines.extend(last);
                        BlockKind::Paragraph(inlines)
                    }
                };
                self.block(kind, span);
            }
            Words::Tight => {
                self.markup(LeafKind::Tight, span);
                let inlines = self.looked_at(inlines);
                self.captions(&inlines, LeafKind::Tight);
                if let Some(Frame::Blocks { blocks, .. }) = self.frames.last_mut() {
                    blocks.push(Block {
                        kind: BlockKind::Tight(inlines),
                        span,
                    });
                }
                self.ended(span);
            }
            Words::Heading(level) => {
                self.markup(LeafKind::Heading, span);
                self.heading(level, inlines, span);
            }
            Words::Term => {
                self.markup(LeafKind::Term, span);
                let inlines = self.looked_at(inlines);
                self.captions(&inlines, LeafKind::Term);
                if let Some(Frame::Definitions(parts, _)) = self.frames.last_mut() {
                    parts.push(Definition::Term(inlines));
                }
            }
            Words::Cell => {
                self.markup(LeafKind::Cell, span);
                let inlines = self.looked_at(inlines);
                self.captions(&inlines, LeafKind::Cell);
                if let Some(Frame::Row(cells, _)) = self.frames.last_mut() {
                    cells.push(inlines);
                }
            }
        }
    }

    fn refer(&mut self, destination: &str, span: Span, kind: LinkKind) {
        let place = destination::place(self.text, span, destination);
        if !self.may_lead(destination, place) {
            return;
        }
        self.document.references.push(Link {
            destination: destination.to_owned(),
            span,
            destination_span: place,
            kind,
        });
    }

    /// Tells what is wrong with a destination, whatever the site holds; whether it may be one.
    fn may_lead(&mut self, destination: &str, place: Span) -> bool {
        if let Some(right) = wording::unquoted(destination) {
            let finding = wording::in_quotation_marks(right);
            let finding = match self.text[place.start..place.end] == *destination {
                true => finding.replace(place, right),
                false => finding,
            };
            self.find(finding, place);
            return false;
        }
        // Whether the file that was meant is there, the site knows.
        if wording::on_computer(destination).is_some() {
            return true;
        }
        let right = wording::whole_address(destination);
        let right = |finding: Diagnostic| match &right {
            Some(right) if self.text[place.start..place.end] == *destination => {
                finding.with("right", right).replace(place, right)
            }
            Some(right) => finding.with("right", right),
            None => finding,
        };
        if let Some(scheme) = destination::refused(destination) {
            let finding = right(Diagnostic::new(&say::SCHEME).with("scheme", scheme));
            self.find(finding, place);
            return false;
        }
        let finding =
            wording::address(destination).or_else(|| wording::host(destination).map(right));
        if let Some(finding) = finding {
            self.find(finding, place);
        }
        true
    }

    fn heading(&mut self, level: u8, inlines: Vec<Inline<'t>>, span: Span) {
        let source = Source {
            text: self.text,
            span,
        };
        let mut inlines = inlines;
        let written = inline::identifier(&mut inlines, &source, &mut self.findings);
        let inlines = self.looked_at(inlines);
        self.captions(&inlines, LeafKind::Heading);
        let text = plain(&inlines);
        self.underlined(&text, span);
        if let Some((finding, _)) = wording::quotation(&text) {
            let length = self.text[span.start..span.end].trim_end().len();
            self.find(finding, Span::new(span.start, span.start + length));
        }
        if inlines.is_empty() || is_empty(&inlines) {
            self.empty_heading(span);
        }
        let id = match written {
            Some((id, place)) => {
                if !self.ids.insert(id.clone()) {
                    self.find(Diagnostic::new(&say::ANCHOR_TWICE).with("id", &id), place);
                }
                id
            }
            None => {
                let name = match slug(&text) {
                    name if name.is_empty() => "section".to_owned(),
                    name => name,
                };
                let mut id = name.clone();
                // Of the same words, those that came before are not tried again.
                let count = self.counts.entry(name.clone()).or_insert(1);
                while !self.ids.insert(id.clone()) {
                    *count += 1;
                    id = format!("{name}-{count}");
                }
                id
            }
        };
        let number = self.document.toc.len();
        self.document.toc.push(Heading {
            level,
            id,
            text,
            span,
        });
        self.block(BlockKind::Heading(number, inlines), span);
    }

    /// Looks at the words of a complete line, however deep they stand in it.
    fn looked_at(&mut self, inlines: Vec<Inline<'t>>) -> Vec<Inline<'t>> {
        if !inlines.iter().any(needs_a_look) {
            return inlines;
        }
        let mut out = Vec::with_capacity(inlines.len());
        let mut begins_line = true;
        for mut inline in inlines {
            match &mut inline.kind {
                InlineKind::Text(words) => {
                    if begins_line {
                        self.misplaced_directive(words, inline.span);
                    }
                    let source = Source {
                        text: self.text,
                        span: inline.span,
                    };
                    if words.contains("[^") {
                        inline::missing_notes(words, &source, &mut self.missing);
                    }
                    if words.contains(":fact{") || words.contains(":lang{") {
                        out.extend(inline::directives(
                            words,
                            &source,
                            &mut self.document.references,
                            &mut self.findings,
                        ));
                        begins_line = false;
                        continue;
                    }
                }
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Strike(children)
                | InlineKind::Link { children, .. } => {
                    *children = self.looked_at(std::mem::take(children));
                }
                _ => {}
            }
            begins_line = matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
            out.push(inline);
        }
        out
    }

    fn finish(mut self) -> (Document<'t>, Vec<(Diagnostic, Span)>) {
        while self.frames.len() > 1 {
            self.close();
        }
        if let Some(Frame::Blocks {
            blocks,
            mut open,
            span,
            ..
        }) = self.frames.pop()
        {
            self.document.blocks = closed(blocks, &mut open, span);
        }
        let mut written = Vec::new();
        for heading in &mut self.document.toc {
            heading.level = nested(heading.level, &mut written);
        }
        let missing = std::mem::take(&mut self.missing);
        let shown = self.shown_notes();
        let notes = self.document.notes.iter();
        let notes: Vec<(&str, bool)> = notes
            .map(|note| (note.label.as_str(), shown.contains(note.key.as_str())))
            .collect();
        let without = inline::of_missing_notes(&missing, self.text, &notes);
        let unused: Vec<_> = self
            .document
            .notes
            .iter()
            .filter(|note| !shown.contains(note.key.as_str()))
            .map(|note| {
                let length = self.text[note.span.start..note.span.end].trim_end().len();
                (
                    Diagnostic::new(&say::NOTE_UNUSED).with("label", &note.label),
                    Span::new(note.span.start, note.span.start + length),
                )
            })
            .collect();
        self.findings.extend(without.into_iter().chain(unused));
        self.by_hand.tell(self.text, &self.keys, &mut self.findings);
        self.findings.sort_by_key(|(_, span)| *span);
        keep_uncertain_html(&mut self.findings);
        (self.document, self.findings)
    }
}

/// Leaves HTML to the writer in which signs stand that may be markup: written in Markdown they would be
/// characters for good, and nothing would be said of them.
fn keep_uncertain_html(findings: &mut [(Diagnostic, Span)]) {
    let is_uncertain = |message| {
        [
            &say::EMPHASIS_SIGNS,
            &say::EMPHASIS_INSIDE,
            &say::GRAVE,
            &say::LINK_SIGNS,
            &say::IMAGE_SIGNS,
        ]
        .contains(&message)
    };
    for at in 0..findings.len() {
        let (html, place) = &findings[at];
        if html.message != &say::HTML_MARKDOWN {
            continue;
        }
        let mut inside = findings[at + 1..]
            .iter()
            .take_while(|(_, span)| span.start < place.end);
        if inside.any(|(found, _)| is_uncertain(found.message)) {
            let html = &mut findings[at].0;
            html.corrections.clear();
            html.values.retain(|(name, _)| *name != "fmt");
        }
    }
}

/// Whether a paragraph has nothing but spaces and breaks, as a word processor leaves them.
fn is_empty(inlines: &[Inline<'_>]) -> bool {
    let is_blank = |c: char| c.is_whitespace() || super::markup::is_invisible(c);
    inlines.iter().all(|inline| match &inline.kind {
        InlineKind::Text(words) => words.chars().all(is_blank),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        InlineKind::Html(html) => html.starts_with("<br"),
        InlineKind::Emphasis(children) | InlineKind::Strong(children) => is_empty(children),
        _ => false,
    }) && !inlines.is_empty()
}

/// Whether nothing parts two pieces of a line that are to stand apart.
fn is_glued(before: &Inline<'_>, after: &InlineKind<'_>) -> bool {
    let is_break =
        |kind: &InlineKind| matches!(kind, InlineKind::SoftBreak | InlineKind::HardBreak);
    let ends = match &before.kind {
        InlineKind::Text(words) => words.ends_with(char::is_whitespace),
        kind => is_break(kind),
    };
    let begins = match after {
        InlineKind::Text(words) => {
            words.starts_with(|c: char| c.is_whitespace() || ",.;:!?)»".contains(c))
        }
        kind => is_break(kind),
    };
    !ends && !begins
}

/// The level of a heading that is written with `level` number signs. `open` are the written levels
/// of the headings in whose sections it may stand.
///
/// The title of the page is the first level, and no level is skipped (WCAG technique G141): a
/// heading is one level below the nearest heading before it that is written with fewer number signs.
fn nested(level: u8, open: &mut Vec<u8>) -> u8 {
    while open.last().is_some_and(|last| *last >= level) {
        open.pop();
    }
    open.push(level);
    u8::try_from(open.len() + 1).unwrap_or(6).min(6)
}

/// The place in the file of a place in text that was put together from pieces of what is parsed; `start`
/// is where that begins in the file.
fn in_file(fences: &Fences<'_>, start: usize, pieces: &Pieces, place: Span) -> Span {
    let parsed = pieces.span(&(place.start..place.end));
    fences.original(&(parsed.start..parsed.end)).shifted(start)
}

/// What a label of a note is compared by: the parser folds its letters (Unicode, full case
/// folding).
fn note_key(label: &str) -> String {
    label.to_uppercase().to_lowercase()
}

/// An image that stands alone: its title is its caption.
fn figure(mut image: Inline<'_>) -> BlockKind<'_> {
    let mut caption = Vec::new();
    if let InlineKind::Image { title, .. } = &mut image.kind
        && !title.is_empty()
    {
        caption.push(Inline {
            kind: InlineKind::Text(std::mem::take(title).into()),
            span: image.span,
        });
    }
    BlockKind::Figure { image, caption }
}

/// Blocks, with what closes the raw HTML that is open among them.
fn closed<'t>(mut blocks: Vec<Block<'t>>, open: &mut Open, span: Span) -> Vec<Block<'t>> {
    let closing = open.close();
    if !closing.is_empty() {
        blocks.push(Block {
            kind: BlockKind::Html(closing),
            span: Span::new(span.end, span.end),
        });
    }
    blocks
}

/// Whether there may be something in a piece of a line that [`Builder::looked_at`] looks for.
fn needs_a_look(inline: &Inline<'_>) -> bool {
    match &inline.kind {
        InlineKind::Text(words) => memchr::memchr2(b':', b'[', words.as_bytes()).is_some(),
        InlineKind::Emphasis(children)
        | InlineKind::Strong(children)
        | InlineKind::Strike(children)
        | InlineKind::Link { children, .. } => children.iter().any(needs_a_look),
        _ => false,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}
