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

pub use rihla_text::markdown::directive::chart::{ChartKind, Column, Named, Request};
pub use select::{Data, Series, select};
pub use table::{Cell, Table};

use rihla_text::language::{Decimal, Language};

/// The width in pixels for which drawings are laid out: 320 without the margins of a page.
pub const NARROWEST: f64 = 288.0;

/// How many series can be told apart by their patterns.
pub const MOST_SERIES: usize = 6;

/// What a drawing needs besides its figures.
pub struct Look<'l> {
    /// Writes its numbers and says which way it runs.
    pub language: &'l Language,
    /// Begins every identifier in it.
    pub id: &'l str,
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
pub fn draw(data: &Data, kind: ChartKind, look: &Look) -> String {
    let scene = match kind {
        ChartKind::Bar if columns::fit(data, look) => columns::scene(data, look),
        ChartKind::Bar => bars::scene(data, look),
        ChartKind::Line => lines::scene(data, look),
        ChartKind::Share => share::scene(data, look),
    };
    svg::svg(&scene, look)
}

/// The parts of each whole in hundredths, which add up to 100 as they are rounded, by row and series;
/// `None` where a figure of the row is missing or the whole is nothing.
pub fn parts(data: &Data) -> Vec<Vec<Option<Decimal>>> {
    share::parts(data)
}
