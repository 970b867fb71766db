//! A tree of HTML becomes blocks of words.

mod inline;
mod list;
mod paragraph;
mod table;

use std::collections::BTreeMap;

use super::LeftOut;
use super::address::Address;
use super::notes::{self, Notes};
use super::style::{Display, Place, Script, Style};
use super::tree::{Element, Id, NodeKind, Tree};
use super::words::{Line, Look, Piece, bulleted, finished, plain};
use super::write::DEEPEST as DEEPEST_LIST;
use crate::markdown::from_html::is_block;
use crate::url::composed;

pub(super) use list::Mark;
use paragraph::kind_of;

/// How deep elements may stand for what they are to be looked at. The rules of HTML can set them a little
/// deeper than they were written ([`Tree`]).
const DEEPEST: usize = 600;

/// A part of what is pasted.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// From 1.
    Heading(u8, Line),
    Paragraph(Line),
    /// An item of a list. Those that follow each other make lists by their levels.
    Item {
        level: usize,
        mark: Mark,
        blocks: Vec<Block>,
    },
    Quote(Vec<Block>),
    /// Lines as they are, each with its end.
    Code(String),
    /// The first row is the one of headings. Cells that are missing at the end of a row are empty.
    Table(Vec<Vec<Line>>),
    Rule,
}

/// What is read of a paste.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) blocks: Vec<Block>,
    /// The footnotes, by their numbers from 1.
    pub(super) notes: Vec<Vec<Block>>,
    /// Where links lead, by their numbers.
    pub(super) addresses: Vec<String>,
    /// Whether it is words of a line, which no element made a paragraph.
    pub(super) is_inline: bool,
    pub(super) left_out: BTreeMap<LeftOut, usize>,
}

/// Reads a tree.
pub(super) fn read(tree: &Tree) -> Read {
    let mut reader = Reader {
        tree,
        notes: Notes::find(tree),
        read: Read {
            is_inline: true,
            ..Read::default()
        },
        blocks: Vec::new(),
        line: Line::new(),
        kind: Kind::Paragraph,
        marker: None,
        is_in_condition: false,
        is_in_formula: false,
        lost: Style::default(),
        sizes: BTreeMap::new(),
        sized: BTreeMap::new(),
        comments: 0,
    };
    reader.children(tree.root(), Context::default());
    reader.flush();
    reader.read.blocks = std::mem::take(&mut reader.blocks);
    for at in 0..reader.notes.bodies.len() {
        let body = reader.notes.bodies[at];
        reader.children(body, Context::default());
        reader.flush();
        let blocks = std::mem::take(&mut reader.blocks);
        reader.read.notes.push(blocks);
    }
    // Lines that part nothing: that between the text and its footnotes, that above a picture.
    let blocks = &mut reader.read.blocks;
    let from = blocks.iter().take_while(|block| **block == Block::Rule);
    blocks.drain(..from.count());
    blocks.dedup_by(|one, other| *one == Block::Rule && *other == Block::Rule);
    if blocks.last() == Some(&Block::Rule) {
        blocks.pop();
    }
    reader.finish()
}

/// What a line is, once it is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Paragraph,
    Heading(u8),
    /// A paragraph of Word that is an item, with its level.
    Item(usize),
    /// The like, where Word did not write that it is one.
    MayBeItem(usize),
    Quote,
}

/// What is around a node.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    style: Style,
    /// The number of the address of the link around it.
    link: Option<usize>,
    /// In how many lists it stands.
    lists: usize,
    depth: usize,
}

struct Reader<'t> {
    tree: &'t Tree,
    notes: Notes,
    read: Read,
    /// What the container holds so far.
    blocks: Vec<Block>,
    /// The line that is not complete.
    line: Line,
    kind: Kind,
    /// What Word wrote in the place of the bullet or number of the line.
    marker: Option<String>,
    /// Whether what stands here is such a marker, by `<![if !supportLists]>`.
    is_in_condition: bool,
    /// Whether the next picture is one of a formula, by `<![if !msEquation]>`.
    is_in_formula: bool,
    /// What the last words lost.
    lost: Style,
    /// How many letters have each size.
    sizes: BTreeMap<u16, usize>,
    /// How many stretches have each size.
    sized: BTreeMap<u16, usize>,
    /// How many comments have words, whether or not a mark leads to them.
    comments: usize,
}

impl Reader<'_> {
    /// Counts what is not on the page.
    fn leave_out(&mut self, what: LeftOut) {
        *self.read.left_out.entry(what).or_default() += 1;
    }

    fn finish(mut self) -> Read {
        let marks = self.read.left_out.get(&LeftOut::Comments);
        let comments = self.comments.max(marks.copied().unwrap_or(0));
        if comments > 0 {
            self.read.left_out.insert(LeftOut::Comments, comments);
        }
        // The size of most letters is that of the text.
        let main = self.sizes.iter().max_by_key(|(_, count)| **count);
        if let Some(main) = main.map(|(size, _)| f32::from(*size)) {
            let is_other = |size: f32| size > main * 1.25 || size < main * 0.8;
            let sized = self.sized.iter();
            let count: usize = sized
                .filter(|(size, _)| is_other(f32::from(**size)))
                .map(|(_, count)| count)
                .sum();
            if count > 0 {
                self.read.left_out.insert(LeftOut::Sizes, count);
            }
        }
        if self.tree.is_cut {
            self.leave_out(LeftOut::Rest);
        }
        self.read
    }

    fn children(&mut self, id: Id, context: Context) {
        let context = Context {
            depth: context.depth + 1,
            ..context
        };
        let tree = self.tree;
        for child in &tree.node(id).children {
            self.node(*child, context);
        }
    }

    fn node(&mut self, id: Id, context: Context) {
        let tree = self.tree;
        match &tree.node(id).kind {
            NodeKind::Text(words) => self.words(&composed(words), context),
            NodeKind::Comment(words) if words.starts_with("[if !supportLists]") => {
                self.is_in_condition = self.kind != Kind::Paragraph;
            }
            NodeKind::Comment(words) if words.starts_with("[if !msEquation]") => {
                self.is_in_formula = true;
            }
            NodeKind::Comment(words) if words.starts_with("[endif]") => {
                self.is_in_condition = false
            }
            NodeKind::Comment(_) | NodeKind::Document => {}
            NodeKind::Element(_) if context.depth > DEEPEST => {
                self.words(&tree.text(id), context);
            }
            NodeKind::Element(element) => self.element(id, element, context),
        }
    }

    fn element(&mut self, id: Id, element: &Element, context: Context) {
        let place = Place::of(element);
        if self.is_nothing(id, element, &place) {
            return;
        }
        let name = element.name();
        let inner = Context {
            style: context.style.inside(element),
            ..context
        };
        if place.is_marker && matches!(self.kind, Kind::Item(_) | Kind::MayBeItem(_)) {
            let words = self.tree.text(id);
            self.marker.get_or_insert_default().push_str(&words);
            return;
        }
        match name {
            "br" => {
                if !element.has_class(|class| class == "Apple-interchange-newline") {
                    self.line.push(Piece::Break);
                }
            }
            "hr" => {
                self.block_begins();
                self.blocks.push(Block::Rule);
            }
            "a" => self.link(id, element, inner),
            "q" => {
                self.words("“", inner);
                self.children(id, inner);
                self.words("”", inner);
            }
            "input" => self.input(element),
            "ul" | "ol" | "menu" | "dir" => self.list(id, element, inner),
            "li" => self.item(id, element, Mark::Bullet, inner),
            "table" => self.table(id, element, inner),
            "blockquote" => {
                self.block_begins();
                let blocks = self.inside(id, Context { lists: 0, ..inner });
                if !blocks.is_empty() {
                    self.blocks.push(Block::Quote(blocks));
                }
            }
            "pre" => self.code(id),
            _ => {
                let is_block = match place.display {
                    Display::Block => true,
                    Display::Inline if name == "div" => false,
                    _ => is_block(name),
                };
                match is_block {
                    true => self.paragraph(id, element, &place, inner),
                    false => self.children(id, inner),
                }
            }
        }
    }

    /// Whether nothing of an element is on the page; counts what a reader would miss.
    fn is_nothing(&mut self, id: Id, element: &Element, place: &Place) -> bool {
        if place.display == Display::None || self.notes.is_apart(id) {
            return true;
        }
        let has_class = |classes: &[&str]| element.has_class(|class| classes.contains(&class));
        let what = match element.name() {
            "style" | "head" | "title" | "meta" | "link" | "xml" | "template" | "noscript"
            | "noframes" | "datalist" | "source" | "track" | "param" | "col" | "colgroup"
            | "rp" => {
                return true;
            }
            "script" => LeftOut::Scripts,
            "iframe" | "frame" | "object" | "embed" | "applet" => LeftOut::Frames,
            "audio" | "video" => LeftOut::Recordings,
            "math" => LeftOut::Formulas,
            "img"
                if has_class(&[
                    "mwe-math-fallback-image-inline",
                    "mwe-math-fallback-image-display",
                ]) =>
            {
                LeftOut::Formulas
            }
            "img" => return self.picture(id, element),
            "svg" | "canvas" => LeftOut::Pictures,
            "select" | "textarea" | "button" | "meter" | "progress" => LeftOut::Fields,
            "del" => LeftOut::Deletions,
            _ if has_class(&["msoDel"]) => LeftOut::Deletions,
            _ if has_class(&["MsoCommentReference", "msocomanchor"]) => LeftOut::Comments,
            // What a page offers to whoever reads it there.
            _ if has_class(&["mw-editsection", "mw-cite-backlink", "msocomoff"]) => return true,
            _ if place.part == "comment-list" => {
                let parts = self.tree.within(id).filter_map(|id| self.tree.element(id));
                self.comments += parts
                    .filter(|element| Place::of(element).part == "comment")
                    .count();
                return true;
            }
            _ => return false,
        };
        self.leave_out(what);
        true
    }

    /// Ends what is before a block.
    fn block_begins(&mut self) {
        self.read.is_inline = false;
        self.flush();
    }

    /// Reads what stands in an element as blocks of their own.
    fn inside(&mut self, id: Id, context: Context) -> Vec<Block> {
        let outer = std::mem::take(&mut self.blocks);
        let kind = std::mem::replace(&mut self.kind, Kind::Paragraph);
        self.children(id, context);
        self.flush();
        self.kind = kind;
        std::mem::replace(&mut self.blocks, outer)
    }

    fn paragraph(&mut self, id: Id, element: &Element, place: &Place, context: Context) {
        if place.part == "footnote-list" || place.part == "endnote-list" {
            return self.list_of_notes(id, context);
        }
        let name = element.name();
        match name {
            "html" | "body" => self.flush(),
            _ => self.block_begins(),
        }
        let kind = self.kind;
        self.kind = kind_of(element, place).unwrap_or(kind);
        self.children(id, context);
        self.flush();
        self.kind = kind;
    }

    /// What Word writes below a text: a line, and the footnotes, each of which is shown where its mark is.
    fn list_of_notes(&mut self, id: Id, context: Context) {
        self.flush();
        let from = self.blocks.len();
        self.children(id, context);
        self.flush();
        let notes = self.blocks.split_off(from);
        let notes = notes.into_iter().filter(|block| *block != Block::Rule);
        self.blocks.extend(notes);
    }

    /// Lines that stay as they are.
    fn code(&mut self, id: Id) {
        self.block_begins();
        let mut lines = String::new();
        for id in self.tree.within(id) {
            match &self.tree.node(id).kind {
                NodeKind::Text(words) => lines.push_str(words),
                NodeKind::Element(element) if element.name() == "br" => lines.push('\n'),
                _ => {}
            }
        }
        let lines = lines
            .replace(['\u{a0}', '\u{202f}'], " ")
            .replace('\t', "    ");
        let is_seen = |c: &char| *c == '\n' || !c.is_control();
        let lines: String = lines.chars().filter(is_seen).collect();
        let lines = lines.trim_end().split('\n').map(str::trim_end);
        let lines: Vec<&str> = lines.skip_while(|line| line.is_empty()).collect();
        if !lines.is_empty() {
            self.blocks.push(Block::Code(lines.join("\n") + "\n"));
        }
    }

    /// Words as they stand in the HTML.
    fn words(&mut self, words: &str, context: Context) {
        if self.is_in_condition {
            self.marker.get_or_insert_default().push_str(words);
            return;
        }
        let is_blank = words.trim().is_empty();
        let style = context.style;
        let is_heading = matches!(self.kind, Kind::Heading(_));
        if !is_blank {
            let style = match context.link {
                // What sets a link apart is that it is one.
                Some(_) => Style {
                    is_underlined: false,
                    is_coloured: false,
                    ..style
                },
                None => style,
            };
            self.count(words, style, is_heading);
        }
        let look = Look {
            is_bold: style.is_bold && !is_heading,
            is_italic: style.is_italic,
            is_struck: style.is_struck,
            is_code: style.is_code,
            link: context.link,
            script: style.script,
        };
        match style.keeps_lines && words.contains('\n') {
            false => self.line.push(Piece::Text(words.to_owned(), look)),
            true => {
                for (at, line) in words.split('\n').enumerate() {
                    if at > 0 {
                        self.line.push(Piece::Break);
                    }
                    self.line.push(Piece::Text(line.to_owned(), look));
                }
            }
        }
    }

    /// Counts what words lose that look otherwise than those before them.
    fn count(&mut self, words: &str, style: Style, is_heading: bool) {
        if style.size > 0 && style.script == Script::Line && !is_heading {
            *self.sizes.entry(style.size).or_default() += words.len();
            if style.size != self.lost.size || self.line.is_empty() {
                *self.sized.entry(style.size).or_default() += 1;
            }
        }
        if style.is_underlined && !self.lost.is_underlined {
            self.leave_out(LeftOut::Underlining);
        }
        if style.is_coloured && !is_heading && !self.lost.is_coloured {
            self.leave_out(LeftOut::Colours);
        }
        self.lost = style;
    }
}

/// A line without breaks.
fn one_line(line: Line) -> Line {
    let pieces = line.into_iter().map(|piece| match piece {
        Piece::Break => Piece::Text(" ".to_owned(), Look::default()),
        piece => piece,
    });
    finished(pieces.collect()).0
}

/// The words of some blocks as one line, as a cell has one.
fn as_line(blocks: Vec<Block>, out: &mut Line) {
    for block in blocks {
        if !out.is_empty() {
            out.push(Piece::Text(" ".to_owned(), Look::default()));
        }
        match block {
            Block::Heading(_, line) | Block::Paragraph(line) => out.extend(line),
            Block::Item { blocks, .. } | Block::Quote(blocks) => as_line(blocks, out),
            Block::Code(lines) => out.push(Piece::Text(lines, Look::default())),
            Block::Table(rows) => {
                let cells = rows.into_iter().flatten().map(Block::Paragraph);
                as_line(cells.collect(), out);
            }
            Block::Rule => {}
        }
    }
}

/// Whether a line has words.
fn has_words(line: &[Piece]) -> bool {
    !plain(line).trim().is_empty() || line.iter().any(|piece| matches!(piece, Piece::Note(_)))
}
