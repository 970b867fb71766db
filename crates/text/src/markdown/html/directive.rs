//! Directives become HTML: what stands in them here, the rest where the page draws them.

use std::cell::RefCell;

use super::{Notes, Writer};
use crate::escape::escape_into;
use crate::markdown::BlockKind;
use crate::markdown::directive::{Body, Cell, Directive, Holds};

/// A directive whose contents are HTML.
#[derive(Debug)]
pub struct Drawn<'d> {
    pub directive: &'d Directive<'d>,
    /// An identifier that nothing else on the page has, and that others may begin with.
    pub id: String,
    /// What stands in it, where that is Markdown; empty where there is nothing.
    pub body: String,
    /// The level of the heading below which it stands; 1 where that is the title of the page.
    pub level: u8,
    /// The footnotes so far: those of a text that stands in its place go on with them.
    pub notes: RefCell<Notes>,
    /// The cells of its lines, where it holds lines.
    pub rows: Vec<Vec<String>>,
}

impl Drawn<'_> {
    /// What stands in it, without anything around it.
    pub fn contents(&self) -> String {
        let mut out = self.body.clone();
        for row in &self.rows {
            out.push_str("<p>");
            out.push_str(&row.join(" | "));
            out.push_str("</p>\n");
        }
        out
    }
}

impl Writer<'_> {
    pub(super) fn directive(&mut self, directive: &Directive<'_>, out: &mut String) {
        self.directives += 1;
        let id = format!("{}{}-{}", self.scope, directive.shape.name, self.directives);
        let mut body = String::new();
        let mut rows = Vec::new();
        match &directive.body {
            Body::Nothing => {}
            Body::Blocks(blocks) => match (&directive.shape.holds, blocks.as_slice()) {
                // A caption of one paragraph is no paragraph.
                (Holds::Caption, [block]) => match &block.kind {
                    BlockKind::Paragraph(inlines) => self.inlines(inlines, &mut body),
                    _ => self.block(block, &mut body),
                },
                _ => self.blocks(blocks, &mut body),
            },
            Body::Lines(lines) => {
                for line in lines {
                    rows.push(line.cells.iter().map(|cell| self.cell(cell)).collect());
                }
            }
        }
        let drawn = Drawn {
            directive,
            id,
            body,
            level: self.level,
            notes: RefCell::new(std::mem::take(&mut self.notes)),
            rows,
        };
        let html = self.around.directive(&drawn);
        self.notes = drawn.notes.into_inner();
        out.push_str(html.trim());
        out.push('\n');
    }

    fn cell(&mut self, cell: &Cell<'_>) -> String {
        let mut out = String::new();
        self.inlines(&cell.inlines, &mut out);
        if out.is_empty() {
            escape_into(&cell.text, &mut out);
        }
        out
    }
}
