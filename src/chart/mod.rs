//! Charts: figures become a drawing in SVG, without a script and without a style of its own.
//!
//! ```text
//! text ─csv, yaml─▶ Table ─select─▶ Data ─layout─▶ Scene ─svg─▶ text
//! ```
//!
//! Each arrow is a function from values to values. A [`Table`] knows the place of every cell, so
//! that what is wrong with the data is said where it stands.
//!
//! A drawing has no size of its own: it is as wide as its place, lengths along a line are parts
//! of that width, and everything else is in pixels of CSS. So words keep the size of the page's
//! text on a telephone and on a wall, and no layout has to be chosen. What is laid out is laid
//! out for [`NARROWEST`], the width that a page of 320 pixels leaves.

mod bars;
mod columns;
mod csv;
mod lines;
mod number;
mod scale;
mod scene;
mod select;
mod share;
mod svg;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use select::{Data, Series, select};
pub use table::{Cell, Table};

use std::sync::Arc;

use crate::diagnostic::Span;
use crate::language::{Decimal, Language};

/// The width in pixels for which drawings are laid out: 320 without the margins of a page.
pub const NARROWEST: f64 = 288.0;

/// How many series can be told apart by their patterns.
pub const MOST_SERIES: usize = 6;

/// How a chart shows its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Bars.
    Bar,
    /// Lines.
    Line,
    /// Parts of a whole.
    Share,
}

impl Kind {
    /// The kind of this name: `bar`, `line`, `share`.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "bar" => Some(Self::Bar),
            "line" => Some(Self::Line),
            "share" => Some(Self::Share),
            _ => None,
        }
    }

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Line => "line",
            Self::Share => "share",
        }
    }
}

/// A name and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: Arc<str>,
    /// Where.
    pub span: Span,
}

/// A column of a table, as a chart asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As in the first row of the table.
    pub name: String,
    /// The words that are shown for it.
    pub label: String,
    /// Where it is asked for.
    pub span: Span,
}

/// What a chart asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How it shows its figures.
    pub kind: Kind,
    /// A file beside the text; a collection where `by` is given.
    pub data: Named,
    /// The column of names; the first one where there is none.
    pub x: Option<Column>,
    /// The columns of figures; all others where there are none.
    pub y: Vec<Column>,
    /// What the entries of a collection are counted by.
    pub by: Option<Named>,
    /// What is added up.
    pub value: Option<Named>,
}

impl Request {
    /// Visits every place.
    pub fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.data.span);
        for named in self.by.iter_mut().chain(&mut self.value) {
            visit(&mut named.span);
        }
        for column in self.x.iter_mut().chain(&mut self.y) {
            visit(&mut column.span);
        }
    }

    /// The columns that are shown where the chart names none: the words for what entries are
    /// counted by, and for what is counted.
    #[must_use]
    pub fn with_words(&self, by: &str, value: &str) -> Self {
        let column = |name: Option<&Named>, words: &str| {
            let name = name.map_or("count", |named| &named.name);
            Column {
                name: name.to_owned(),
                label: words.to_owned(),
                span: self.data.span,
            }
        };
        let mut request = self.clone();
        if request.x.is_none() {
            request.x = Some(column(self.by.as_ref(), by));
        }
        if request.y.is_empty() {
            request.y.push(column(self.value.as_ref(), value));
        }
        request
    }
}

/// What a drawing needs besides its figures.
pub struct Look<'l> {
    /// Writes its numbers and says which way it runs.
    pub language: &'l Language,
    /// Begins every identifier in it.
    pub id: &'l str,
    /// Its title.
    pub title: &'l str,
    /// What there is to be seen in it.
    pub description: &'l str,
    /// What is counted, if that is said: `%`, `km`.
    pub unit: Option<&'l str>,
}

impl Look<'_> {
    /// A figure as the page's language writes it, with its unit where that is a sign.
    pub fn figure(&self, figure: &Decimal) -> String {
        match self.unit {
            Some("%") => self.language.percent(figure),
            _ => self.language.number(figure),
        }
    }
}

/// Draws figures: an element `svg`.
pub fn draw(data: &Data, kind: Kind, look: &Look) -> String {
    let scene = match kind {
        Kind::Bar if columns::fit(data, look) => columns::scene(data, look),
        Kind::Bar => bars::scene(data, look),
        Kind::Line => lines::scene(data, look),
        Kind::Share => share::scene(data, look),
    };
    svg::svg(&scene, look)
}

/// The parts of each whole in hundredths with one decimal below ten, by row and series; `None`
/// where a figure of the row is missing or the whole is nothing.
pub fn parts(data: &Data) -> Vec<Vec<Option<Decimal>>> {
    share::parts(data)
}
