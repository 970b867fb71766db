//! Directives: the closed set of things that a text may hold besides what Markdown has.
//!
//! ```text
//! :::name{parameter=value other="a value of several words"}
//! what stands in it
//! :::
//! ```
//!
//! One table ([`DIRECTIVES`]) says which there are, what they take and what may stand in them;
//! reading, checking, drawing and the documents for writers follow it. Nothing among them hides
//! text: what is folded away is not found, not printed and not read.

mod body;
mod cells;
pub mod chart;
mod documents;
mod fences;
mod lines;
mod parameters;
mod shapes;

pub use documents::reference;
pub use lines::{Fence, fences};
pub use shapes::DIRECTIVES;

pub(super) use body::{alternative, figure, rows};
pub(super) use cells::contact_alone;
pub(super) use fences::{Fences, Mark, is_end};
pub(super) use parameters::parameters;

use jiff::civil::Date;

use super::{Block, Inline};
use crate::language::DateStyle;
use rihla_diagnostics::catalogue::directive::term;
use rihla_diagnostics::{Span, Text};

/// A directive of the set, as it is declared.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name, as it is written after `:::`; the component of that name, with `_` for `-`,
    /// draws it.
    pub name: &'static str,
    /// What may stand in the braces.
    pub parameters: &'static [Parameter],
    /// The parameter that may be given without its name.
    pub first: Option<&'static str>,
    /// What may stand between the fences.
    pub holds: Holds,
    /// A line of what may stand there.
    pub line: Text,
    /// What it is for.
    pub text: Text,
    /// How it is written, in full.
    pub example: Text,
}

impl Shape {
    /// The directive of a name.
    pub fn of(name: &str) -> Option<&'static Self> {
        DIRECTIVES.iter().find(|shape| shape.name == name)
    }

    /// A declared parameter.
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.name == name)
    }

    /// The name of the component that draws it.
    pub fn component(&self) -> String {
        self.name.replace('-', "_")
    }

    /// Whether what stands in it is in the language that it names.
    pub fn holds_language(&self) -> bool {
        self.name == "lang"
    }

    /// Whether it shows what somebody said or wrote.
    pub fn holds_quotation(&self) -> bool {
        self.name == "quote"
    }

    /// Whether other directives may stand in it.
    pub fn holds_others(&self) -> bool {
        matches!(self.holds, Holds::Blocks { others: true, .. })
    }
}

/// What may stand between the fences of a directive.
#[derive(Debug, PartialEq, Eq)]
pub enum Holds {
    /// Markdown.
    Blocks {
        /// Whether there must be some.
        required: bool,
        /// Whether it may hold other directives.
        others: bool,
    },
    /// Markdown, most often one line.
    Caption,
    /// Lines of cells with `|` between them.
    Lines(&'static [Column]),
    /// Nothing.
    Nothing,
}

/// A parameter, as it is declared.
#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    pub name: &'static str,
    /// Its type.
    pub kind: ParameterKind,
    /// Whether it must be given.
    pub required: bool,
    /// What it is.
    pub text: Text,
    /// What it is to the same parameter of the text in another language.
    pub across: Across,
}

/// What a value is to the value that stands in its place in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// Words: each language has its own.
    Words,
    /// Words that name people: the names are the same.
    People,
    /// The unit of figures: the same where it is a sign or a currency.
    Unit,
    /// It is of the language of the text, or a date, which is compared as figures are.
    Apart,
    /// It is the same in every language.
    Same,
    /// It is a name in what the directive shows: the same where that is the same.
    Inside,
    /// A path or an address: the same, but for what names a language in it.
    Address,
    /// An e-mail address, a telephone number or the address of a page: the same.
    Contact,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Words.
    Text,
    /// Words that stand in the place of an image; there may be none.
    Alternative,
    /// An image of the site.
    Image,
    /// A file of the site that is published.
    File,
    /// A file of data, or a collection.
    Data,
    /// An address elsewhere.
    Address,
    /// A link, as in a text.
    Link,
    /// The tag of a language.
    Language,
    /// Tags of languages.
    Languages,
    /// A text of the collection `blocks`.
    Block,
    /// A whole number.
    Count,
    /// A day, a month or a year.
    Date,
    /// A length of time.
    Duration,
    /// The name of a field.
    Name,
    /// Columns, each with the words that stand for it.
    Columns,
    /// One of these.
    Choice(&'static [&'static str]),
}

impl ParameterKind {
    /// What a value of this type is to its counterpart, where the declaration says nothing else.
    const fn across(self) -> Across {
        match self {
            Self::Text | Self::Alternative => Across::Words,
            Self::Language | Self::Date => Across::Apart,
            Self::Image | Self::File | Self::Data | Self::Address | Self::Link => Across::Address,
            Self::Languages | Self::Block | Self::Count | Self::Duration | Self::Choice(_) => {
                Across::Same
            }
            Self::Name | Self::Columns => Across::Inside,
        }
    }

    /// What a value of this type must be, and one that is right.
    pub fn expected(self) -> (Text, &'static str) {
        match self {
            Self::Text => (term::TEXT, "\"…\""),
            Self::Alternative => (term::ALTERNATIVE, "\"…\""),
            Self::Image => (term::IMAGE, "photo.jpg"),
            Self::File => (term::FILE, "document.pdf"),
            Self::Data => (term::DATA, "data.csv"),
            Self::Address => (term::ADDRESS, "\"https://…\""),
            Self::Link => (term::LINK, "\"…\""),
            Self::Language => (term::LANGUAGE, "fr"),
            Self::Languages => (term::LANGUAGES, "\"fr, en\""),
            Self::Block => (term::BLOCK, "opening-hours"),
            Self::Count => (term::COUNT, "12"),
            Self::Date => (term::DATE, "2024-12-31"),
            Self::Duration => (term::DURATION, "3:25"),
            Self::Name => (term::NAME, "year"),
            Self::Columns => (term::COLUMNS, "\"…\""),
            Self::Choice(known) => (term::CHOICE, known.first().copied().unwrap_or_default()),
        }
    }
}

/// A cell of the lines of a directive, as it is declared.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// The name under which the component is given it.
    pub name: &'static str,
    /// What it is.
    pub kind: ColumnKind,
    /// Whether each line must have it.
    pub required: bool,
    /// What it is called.
    pub text: Text,
    /// What it is to the same cell of the text in another language.
    pub across: Across,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words in Markdown.
    Words,
    /// Words without markup, as for the text in the place of an image.
    Plain,
    /// An image of the site.
    Image,
    /// An e-mail address, a telephone number or a web address.
    Contact,
}

impl ColumnKind {
    /// What a cell of this kind is to its counterpart, where the declaration says nothing else.
    const fn across(self) -> Across {
        match self {
            Self::Words | Self::Plain => Across::Words,
            Self::Image => Across::Address,
            Self::Contact => Across::Contact,
        }
    }
}

/// A directive of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Directive<'t> {
    /// Which.
    pub shape: &'static Shape,
    /// What stands in the braces, in the order of the declaration.
    pub arguments: Vec<Argument>,
    /// What stands between the fences.
    pub body: Body<'t>,
}

impl Directive<'_> {
    /// A parameter's value.
    pub fn value(&self, name: &str) -> Option<&ArgumentValue> {
        self.arguments
            .iter()
            .find(|argument| argument.parameter.name == name)
            .map(|argument| &argument.value)
    }

    /// A parameter's value where it is words or a name.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            ArgumentValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of the collection `blocks` that stands in its place, as the directive names it.
    pub fn included(&self) -> Option<&str> {
        (self.shape.name == shapes::INCLUDE)
            .then(|| self.text(shapes::BLOCK))
            .flatten()
    }
}

/// A parameter and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Which parameter.
    pub parameter: &'static Parameter,
    pub value: ArgumentValue,
    /// Where the value is written.
    pub span: Span,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum ArgumentValue {
    /// Words, a path, an address, a tag, a name.
    Text(String),
    /// Several of them.
    Texts(Vec<String>),
    /// A whole number; a length of time, in seconds.
    Count(u64),
    /// A day, or the first one of a month or year.
    Date(Date, DateStyle),
    /// Columns of a table.
    Columns(Vec<chart::Column>),
}

/// What stands in a directive.
#[derive(Clone, Debug, PartialEq)]
pub enum Body<'t> {
    /// Nothing.
    Nothing,
    /// Markdown.
    Blocks(Vec<Block<'t>>),
    /// Lines of cells.
    Lines(Vec<DirectiveLine<'t>>),
}

/// A line of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveLine<'t> {
    /// Its cells, at most one for each declared column.
    pub cells: Vec<Cell<'t>>,
    /// Where it is written.
    pub span: Span,
}

/// A cell of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'t> {
    /// Its words.
    pub inlines: Vec<Inline<'t>>,
    /// Its words without what Markdown makes of them: the name of a file, an address.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}
