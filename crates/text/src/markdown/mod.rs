//! Text becomes a document tree, and a tree becomes HTML.
//!
//! CommonMark 0.31 with tables, footnotes, strikethrough, task lists, definition lists and
//! heading identifiers; the blocks of [`directive`]; `:fact{…}` and `:lang{…}` inside a line. A tree knows no other file and
//! no address: where a link leads is asked of the [`Surroundings`] when it is written.
//!
//! Nothing that a writer's text contains may run: raw HTML goes through a closed list token by
//! token (`raw`), and a link may only have a scheme that is on a list (`destination`).

mod blank;
mod characters;
mod destination;
pub mod directive;
mod fill_in;
mod from_html;
mod html;
mod inline;
mod labels;
mod markup;
mod parse;
pub mod paste;
mod prepare;
mod raw;
mod reading;
mod terms;
#[cfg(test)]
mod tests;
mod typography;
mod words;

pub use characters::characters;
pub use html::{Drawn, Image, Notes, Place, Surroundings, Target, Word, html, html_inside};
pub use markup::{is_bullet, is_invisible, is_symbol, lettered, wording};
pub use parse::{parse, request as chart_of, tree};
pub use reading::reading;
pub use terms::{Terms, mark_terms};
pub use typography::typeset;
pub use words::{Passage, PassageKind, frame, words};

use std::borrow::Cow;

use directive::Directive;
use directive::chart;
use rihla_diagnostics::Span;
use serde::{Deserialize, Serialize};

/// How many quotes, lists and emphases may stand inside each other.
const DEEPEST: usize = 64;

/// A text as a tree. What can be borrowed from the text is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document<'t> {
    /// What stands in it, without the footnotes.
    pub blocks: Vec<Block<'t>>,
    /// The footnotes, in the order in which they are written.
    pub notes: Vec<Note<'t>>,
    toc: Vec<Heading>,
    references: Vec<Link>,
    charts: Vec<chart::Request>,
    /// Whether it stands below a heading of its own.
    deeper: bool,
}

impl Document<'_> {
    /// Its headings, in order.
    pub fn toc(&self) -> &[Heading] {
        &self.toc
    }

    /// Its links, images and facts, in order.
    pub fn references(&self) -> &[Link] {
        &self.references
    }

    /// Puts its headings a level deeper, as far as there is one: the text stands below a heading of its own.
    pub fn deepen(&mut self) {
        self.deeper = true;
        for heading in &mut self.toc {
            heading.level = (heading.level + 1).min(6);
        }
    }

    /// Takes out what its charts ask for, in order.
    pub fn take_charts(&mut self) -> Vec<chart::Request> {
        std::mem::take(&mut self.charts)
    }

    /// What others need to know of the text: its headings, and what it refers to.
    pub fn into_parts(self) -> (Vec<Heading>, Vec<Link>) {
        (self.toc, self.references)
    }
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note<'t> {
    /// What its label is compared by.
    pub key: String,
    /// What stands between `[^` and `]`.
    pub label: String,
    /// Its text.
    pub blocks: Vec<Block<'t>>,
    /// Where it is written.
    pub span: Span,
}

/// A heading, as others need to know it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 2 to 6: the title of the page is the only one of the first level.
    pub level: u8,
    /// The fragment of its address; the only one of its name in the text.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

/// Something that a text refers to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// As written: a file, a path, an address, the id of a fact or of a block.
    pub destination: String,
    /// The link with its words.
    pub span: Span,
    /// The destination alone.
    pub destination_span: Span,
    /// What kind of thing it refers to.
    pub kind: LinkKind,
}

/// What a text refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkKind {
    /// A page, a file, a place elsewhere.
    Link,
    Image,
    /// A file that is published, to be downloaded.
    File,
    Fact,
    /// A text of the collection `blocks`, by its id, that stands in the place of a directive.
    Block,
    /// A language, by its tag, that the page names.
    Language,
}

/// A paragraph, a list, a table and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct Block<'t> {
    /// What it is.
    pub kind: BlockKind<'t>,
    /// Where it is written.
    pub span: Span,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind<'t> {
    /// Words.
    Paragraph(Vec<Inline<'t>>),
    /// Words of a list whose items are not set apart.
    Tight(Vec<Inline<'t>>),
    /// A heading; the number is its place in the table of contents.
    Heading(usize, Vec<Inline<'t>>),
    /// A quotation.
    Quote(Vec<Block<'t>>),
    /// Lines as they are.
    Code {
        /// The word after the fence; empty where there is none.
        language: String,
        /// The lines, each with its end.
        text: String,
    },
    List {
        /// The number of the first item, where they are numbered.
        start: Option<u64>,
        items: Vec<Item<'t>>,
    },
    /// Terms, each with what is said of it.
    Definitions(Vec<Definition<'t>>),
    Table {
        /// For each column.
        alignments: Vec<Alignment>,
        /// The first row.
        head: Vec<Vec<Inline<'t>>>,
        /// The others.
        rows: Vec<Vec<Vec<Inline<'t>>>>,
    },
    /// A break between parts.
    Rule,
    /// An image that stands alone.
    Figure {
        image: Inline<'t>,
        /// Its caption; empty for none.
        caption: Vec<Inline<'t>>,
    },
    /// HTML that has been through the list.
    Html(String),
    /// A directive, with what stands in it.
    Directive(Box<Directive<'t>>),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'t> {
    /// Whether its task is done, where it is one.
    pub task: Option<bool>,
    /// What stands in it.
    pub blocks: Vec<Block<'t>>,
}

/// A part of a definition list.
#[derive(Clone, Debug, PartialEq)]
pub enum Definition<'t> {
    /// What is explained.
    Term(Vec<Inline<'t>>),
    /// The explanation.
    Description(Vec<Block<'t>>),
}

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the language is read.
    None,
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline<'t> {
    /// What it is.
    pub kind: InlineKind<'t>,
    /// Where it is written.
    pub span: Span,
}

/// What a piece of a line is.
#[derive(Clone, Debug, PartialEq)]
pub enum InlineKind<'t> {
    /// Words.
    Text(Cow<'t, str>),
    /// Words as they are.
    Code(Cow<'t, str>),
    /// Stressed words.
    Emphasis(Vec<Inline<'t>>),
    /// Important words.
    Strong(Vec<Inline<'t>>),
    /// Words that no longer hold.
    Strike(Vec<Inline<'t>>),
    /// A link; the number is its place among the references.
    Link {
        /// As written.
        destination: String,
        /// What is shown over it.
        title: String,
        /// Its words.
        children: Vec<Inline<'t>>,
    },
    Image {
        /// As written.
        source: String,
        /// What is shown over it, where it does not stand alone.
        title: String,
        /// The text in its place.
        alternative: String,
    },
    /// A line that ends where the writer ends it.
    HardBreak,
    /// A line that ends anywhere.
    SoftBreak,
    /// HTML that has been through the list.
    Html(String),
    /// The mark of the footnote of this key.
    Note(String),
    /// The value of a fact.
    Fact(String),
    /// Words in another language.
    Language {
        /// Which.
        tag: String,
        words: Vec<Inline<'t>>,
    },
    /// The first use of a term of a glossary, by its number. No text is written so: `mark_terms` makes them.
    Term {
        number: usize,
        words: Vec<Inline<'t>>,
    },
    /// Letters above the line, as the language sets them. No text is written so: `typeset` makes
    /// them.
    Superscript(Cow<'t, str>),
}

/// The words of some pieces of a line, without markup.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    plain_into(inlines, &mut out);
    out
}

fn plain_into(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Superscript(text) => {
                out.push_str(text);
            }
            InlineKind::Image { alternative, .. } => out.push_str(alternative),
            InlineKind::Emphasis(children)
            | InlineKind::Strong(children)
            | InlineKind::Strike(children)
            | InlineKind::Language {
                words: children, ..
            }
            | InlineKind::Term {
                words: children, ..
            }
            | InlineKind::Link { children, .. } => plain_into(children, out),
            InlineKind::HardBreak | InlineKind::SoftBreak => out.push(' '),
            InlineKind::Html(html) if html.starts_with("<br") => out.push(' '),
            InlineKind::Html(_) | InlineKind::Note(_) | InlineKind::Fact(_) => {}
        }
    }
}
