//! A tree becomes HTML.

mod directive;
mod notes;

pub use directive::Drawn;
pub use notes::Notes;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{
    Alignment, Block, BlockKind, Definition, Document, Inline, InlineKind, Item, destination,
};
use crate::escape::escape_into;
use crate::language::direction_of;
use rihla_diagnostics::Span;

/// Where a link leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The address; `None` where there is nothing to go to, and the words stand alone.
    pub href: Option<String>,
    /// The language of what is there, where it is not the reader's.
    pub hreflang: Option<String>,
    /// Words that say so.
    pub note: Option<String>,
}

/// An image as it is published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Its address.
    pub src: String,
    /// In pixels.
    pub width: Option<u32>,
    /// In pixels.
    pub height: Option<u32>,
    /// What browsers may choose instead, the better first: media type and `srcset`.
    pub sources: Vec<(String, String)>,
    /// How wide it is on which screen: the attribute `sizes` of the sources.
    pub sizes: String,
}

/// Words that stand in no text, in the language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The heading of the footnotes.
    Footnotes,
    /// What the mark of a footnote leads to.
    FootnoteReference(usize),
    /// The way back from a footnote to its mark, the `nth` where it has several.
    BackToText {
        /// Of the footnote, from 1.
        number: usize,
        /// Which of its marks, from 1.
        nth: usize,
    },
    /// The name of a table that can be scrolled, from 1.
    Table(usize),
    /// A task that is done.
    TaskDone,
    /// A task that is not.
    TaskOpen,
}

/// What a text needs to know of the page on which it stands.
pub trait Surroundings {
    /// Where the destination of a link leads.
    fn link(&self, destination: &str) -> Target;
    /// What is published of an image.
    fn image(&self, source: &str) -> Image;
    /// The value of a fact, as the page's language writes it.
    fn fact(&self, id: &str) -> String;
    /// Words of the theme.
    fn word(&self, word: Word) -> String;
    /// A directive as the theme draws it: HTML. What stands in it alone, unless a page says more.
    fn directive(&self, drawn: &Drawn<'_>) -> String {
        drawn.contents()
    }
    /// The first use of a term, by its number, whose words are HTML.
    fn term(&self, _number: usize, words: String) -> String {
        words
    }
    /// Called before a block, a link or an image is written, with its place in the text: who has to know later
    /// where a part of the HTML comes from may leave a sign there.
    fn begins(&self, _span: Span, _out: &mut String) {}
    /// What stands before the `#` of a link to a place in the same text: nothing on the page
    /// of the text, the address of that page where the text is read elsewhere.
    fn here(&self) -> &str {
        ""
    }
}

/// Writes a tree.
///
/// `scope` begins the identifiers of footnotes and headings, so that several texts can stand
/// on one page; it is empty for the main one.
pub fn html(document: &Document<'_>, around: &dyn Surroundings, scope: &str, out: &mut String) {
    let place = Place {
        scope,
        level: 1,
        language: None,
    };
    let mut notes = Notes::default();
    html_inside(document, around, place, &mut notes, out);
    let level = if document.deeper { 3 } else { 2 };
    notes.write(around, (scope, level), out);
}

/// Where a text stands in another one.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// What the identifiers of its footnotes and headings begin with.
    pub scope: &'p str,
    /// The level of the heading below which it stands, 1 for the title of the page: its own headings are as many
    /// levels below that as they would be below a title, and none below the sixth.
    pub level: u8,
    /// Its language, where that is not the one of the text around it.
    pub language: Option<&'p str>,
}

/// Writes a tree inside another one, but for its footnotes: they go on with the numbers of `notes`, and are
/// written with all others at the end of the text around it.
pub fn html_inside(
    document: &Document<'_>,
    around: &dyn Surroundings,
    place: Place<'_>,
    notes: &mut Notes,
    out: &mut String,
) {
    let mut writer = Writer {
        document,
        around,
        scope: place.scope,
        places: (document.notes.iter().enumerate())
            .map(|(place, note)| (note.key.as_str(), place))
            .collect(),
        order: Vec::new(),
        marks: BTreeMap::new(),
        notes: std::mem::take(notes),
        tables: 0,
        heading: None,
        directives: 0,
        below: place.level.saturating_sub(1),
        level: place.level,
    };
    writer.blocks(&document.blocks, out);
    writer.close_notes(place.language);
    *notes = writer.notes;
}

/// The lowest level that a heading has (HTML, 4.3.6).
const LOWEST: u8 = 6;

struct Writer<'d> {
    document: &'d Document<'d>,
    around: &'d dyn Surroundings,
    scope: &'d str,
    /// The places of notes in the document, by their keys.
    places: BTreeMap<&'d str, usize>,
    /// The notes, by their place in the document, in the order of their first marks.
    order: Vec<usize>,
    /// The number of each of them, and how many marks it has.
    marks: BTreeMap<usize, (usize, usize)>,
    /// Those of the whole page, as far as they are known.
    notes: Notes,
    tables: usize,
    /// The number of the last heading, as long as no table has its name.
    heading: Option<usize>,
    directives: usize,
    /// How many levels a heading is below the one that it has in the text.
    below: u8,
    /// The level of the last heading that was written, before it that below which the text stands.
    level: u8,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], out: &mut String) {
        for block in blocks {
            self.block(block, out);
        }
    }

    fn block(&mut self, block: &Block, out: &mut String) {
        self.around.begins(block.span, out);
        match &block.kind {
            BlockKind::Paragraph(inlines) => self.element("p", inlines, out),
            BlockKind::Tight(inlines) => self.inlines(inlines, out),
            BlockKind::Heading(number, inlines) => {
                let Some(heading) = self.document.toc.get(*number) else {
                    return;
                };
                self.heading = Some(*number);
                let (level, id) = (LOWEST.min(heading.level + self.below), &heading.id);
                self.level = level;
                let _ = write!(out, "<h{level} id=\"{}", self.scope);
                escape_into(id, out);
                out.push_str("\">");
                self.inlines(inlines, out);
                let _ = writeln!(out, "</h{level}>");
            }
            BlockKind::Quote(blocks) => {
                out.push_str("<blockquote>\n");
                self.blocks(blocks, out);
                out.push_str("</blockquote>\n");
            }
            BlockKind::Code { language, text } => {
                // What is wider than the screen is scrolled with the keyboard too (WCAG 2.2, 2.1.1).
                out.push_str("<pre tabindex=\"0\"><code");
                if !language.is_empty() {
                    out.push_str(" class=\"language-");
                    escape_into(language, out);
                    out.push('"');
                }
                out.push('>');
                escape_into(text, out);
                out.push_str("</code></pre>\n");
            }
            BlockKind::List { start, items } => self.list(*start, items, out),
            BlockKind::Definitions(parts) => self.definitions(parts, out),
            BlockKind::Table {
                alignments,
                head,
                rows,
            } => self.table(alignments, head, rows, out),
            BlockKind::Rule => out.push_str("<hr>\n"),
            BlockKind::Figure { image, caption } => {
                let InlineKind::Image {
                    source,
                    alternative,
                    ..
                } = &image.kind
                else {
                    return;
                };
                out.push_str("<figure>");
                self.around.begins(image.span, out);
                self.image(source, "", alternative, out);
                if !caption.is_empty() {
                    out.push_str("<figcaption>");
                    self.inlines(caption, out);
                    out.push_str("</figcaption>");
                }
                out.push_str("</figure>\n");
            }
            BlockKind::Html(html) => {
                out.push_str(html);
                if !html.ends_with('\n') {
                    out.push('\n');
                }
            }
            BlockKind::Directive(directive) => self.directive(directive, out),
        }
    }

    fn element(&mut self, name: &str, inlines: &[Inline], out: &mut String) {
        let _ = write!(out, "<{name}>");
        self.inlines(inlines, out);
        let _ = writeln!(out, "</{name}>");
    }

    fn list(&mut self, start: Option<u64>, items: &[Item], out: &mut String) {
        match start {
            None => out.push_str("<ul>\n"),
            Some(1) => out.push_str("<ol>\n"),
            Some(start) => {
                let _ = writeln!(out, "<ol start=\"{start}\">");
            }
        }
        for item in items {
            match item.task {
                None => out.push_str("<li>"),
                Some(done) => {
                    let (character, word) = match done {
                        true => ("☑", Word::TaskDone),
                        false => ("☐", Word::TaskOpen),
                    };
                    out.push_str("<li class=\"task\"><span role=\"img\" aria-label=\"");
                    escape_into(&self.around.word(word), out);
                    let _ = write!(out, "\">{character}</span> ");
                }
            }
            self.inside(&item.blocks, out);
            out.push_str("</li>\n");
        }
        out.push_str(if start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        });
    }

    /// The blocks of an item: words of a tight list stand on its line, other blocks on their own.
    fn inside(&mut self, blocks: &[Block], out: &mut String) {
        let mut ends_line = false;
        for block in blocks {
            let is_words = matches!(block.kind, BlockKind::Tight(_));
            if !is_words && !ends_line {
                out.push('\n');
            }
            self.block(block, out);
            ends_line = !is_words;
        }
    }

    fn definitions(&mut self, parts: &[Definition], out: &mut String) {
        out.push_str("<dl>\n");
        for part in parts {
            match part {
                Definition::Term(inlines) => self.element("dt", inlines, out),
                Definition::Description(blocks) => {
                    out.push_str("<dd>");
                    self.inside(blocks, out);
                    out.push_str("</dd>\n");
                }
            }
        }
        out.push_str("</dl>\n");
    }

    /// A table in a region of its own, which can be scrolled with the keyboard where the
    /// screen is narrower (WCAG 2.2, 1.4.10 and 2.1.1). The first one below a heading is called by it,
    /// any other by its number.
    fn table(
        &mut self,
        alignments: &[Alignment],
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        out: &mut String,
    ) {
        self.tables += 1;
        out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" ");
        let heading = self.heading.take();
        let mut name = String::new();
        match heading.and_then(|number| self.document.toc.get(number)) {
            Some(heading) => {
                let _ = write!(name, "aria-labelledby=\"{}", self.scope);
                escape_into(&heading.id, &mut name);
            }
            None => {
                name.push_str("aria-label=\"");
                escape_into(&self.around.word(Word::Table(self.tables)), &mut name);
            }
        }
        // The table keeps its name where it does not scroll, and a script takes the region away.
        let _ = write!(out, "{name}\">\n<table {name}\">\n<thead>\n");
        self.row("th scope=\"col\"", "th", alignments, head, out);
        out.push_str("</thead>\n");
        if !rows.is_empty() {
            out.push_str("<tbody>\n");
            for row in rows {
                self.row("td", "td", alignments, row, out);
            }
            out.push_str("</tbody>\n");
        }
        out.push_str("</table>\n</div>\n");
    }

    fn row(
        &mut self,
        open: &str,
        close: &str,
        alignments: &[Alignment],
        cells: &[Vec<Inline>],
        out: &mut String,
    ) {
        out.push_str("<tr>\n");
        for (column, cell) in cells.iter().enumerate() {
            let class = match alignments.get(column) {
                Some(Alignment::Start) => " class=\"start\"",
                Some(Alignment::Center) => " class=\"center\"",
                Some(Alignment::End) => " class=\"end\"",
                _ => "",
            };
            // An empty place at the head names nothing (HTML, 4.9.10).
            let (open, close) = match cell.is_empty() {
                true => ("td", "td"),
                false => (open, close),
            };
            let _ = write!(out, "<{open}{class}>");
            self.inlines(cell, out);
            let _ = writeln!(out, "</{close}>");
        }
        out.push_str("</tr>\n");
    }

    fn inlines(&mut self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            self.inline(inline, out);
        }
    }

    fn inline(&mut self, inline: &Inline, out: &mut String) {
        if let InlineKind::Link { .. } | InlineKind::Image { .. } = inline.kind {
            self.around.begins(inline.span, out);
        }
        match &inline.kind {
            InlineKind::Text(text) => escape_into(text, out),
            InlineKind::Code(text) => {
                out.push_str("<code>");
                escape_into(text, out);
                out.push_str("</code>");
            }
            InlineKind::Emphasis(children) => self.span("em", children, out),
            InlineKind::Strong(children) => self.span("strong", children, out),
            InlineKind::Strike(children) => self.span("del", children, out),
            InlineKind::Link {
                destination,
                title,
                children,
            } => self.link(destination, title, children, out),
            InlineKind::Image {
                source,
                title,
                alternative,
            } => self.image(source, title, alternative, out),
            InlineKind::HardBreak => out.push_str("<br>\n"),
            InlineKind::SoftBreak => out.push('\n'),
            InlineKind::Html(html) => out.push_str(html),
            InlineKind::Note(key) => self.mark(key, out),
            InlineKind::Fact(id) => escape_into(&self.around.fact(id), out),
            InlineKind::Term { number, words } => {
                let mut html = String::new();
                self.inlines(words, &mut html);
                out.push_str(&self.around.term(*number, html));
            }
            InlineKind::Superscript(letters) => {
                out.push_str("<sup>");
                escape_into(letters, out);
                out.push_str("</sup>");
            }
            InlineKind::Language { tag, words } => {
                let _ = write!(out, "<span lang=\"{tag}\"");
                if let Some(direction) = direction_of(tag) {
                    let _ = write!(out, " dir=\"{direction}\"");
                }
                out.push('>');
                self.inlines(words, out);
                out.push_str("</span>");
            }
        }
    }

    fn span(&mut self, name: &str, children: &[Inline], out: &mut String) {
        let _ = write!(out, "<{name}>");
        self.inlines(children, out);
        let _ = write!(out, "</{name}>");
    }

    fn link(&mut self, destination: &str, title: &str, children: &[Inline], out: &mut String) {
        let target = match destination::refused(destination) {
            Some(_) => Target::default(),
            None => self.around.link(destination),
        };
        let Some(href) = target.href else {
            return self.inlines(children, out);
        };
        out.push_str("<a href=\"");
        destination::write(&href, out);
        if let Some(hreflang) = &target.hreflang {
            out.push_str("\" hreflang=\"");
            escape_into(hreflang, out);
        }
        if !title.is_empty() {
            out.push_str("\" title=\"");
            escape_into(title, out);
        }
        out.push_str("\">");
        self.inlines(children, out);
        if let Some(note) = &target.note {
            out.push(' ');
            escape_into(note, out);
        }
        out.push_str("</a>");
    }

    fn image(&mut self, source: &str, title: &str, alternative: &str, out: &mut String) {
        let image = match destination::refused(source) {
            Some(_) => Image::default(),
            None => self.around.image(source),
        };
        if !image.sources.is_empty() {
            out.push_str("<picture>");
        }
        for (kind, candidates) in &image.sources {
            out.push_str("<source type=\"");
            escape_into(kind, out);
            out.push_str("\" srcset=\"");
            escape_into(candidates, out);
            out.push_str("\" sizes=\"");
            escape_into(&image.sizes, out);
            out.push_str("\">");
        }
        out.push_str("<img src=\"");
        destination::write(&image.src, out);
        out.push_str("\" alt=\"");
        escape_into(alternative, out);
        if !title.is_empty() {
            out.push_str("\" title=\"");
            escape_into(title, out);
        }
        out.push('"');
        if let (Some(width), Some(height)) = (image.width, image.height) {
            let _ = write!(out, " width=\"{width}\" height=\"{height}\"");
        }
        out.push_str(" loading=\"lazy\" decoding=\"async\">");
        if !image.sources.is_empty() {
            out.push_str("</picture>");
        }
    }
}
