//! Tables: of words in rows, or of what a program sets beside each other.

use super::{Block, Context, Element, Id, LeftOut, Line, Piece, Reader, as_line, has_words};
use super::{Place, finished, one_line};

/// In how many columns cells may span others.
const WIDEST: usize = 256;

/// A row of a table, and its cells.
type Row = Vec<Id>;

impl Reader<'_> {
    pub(super) fn table(&mut self, id: Id, element: &Element, context: Context) {
        self.flush();
        let rows = self.rows(id);
        let is_one = rows.iter().all(|row| row.len() < 2);
        if !(is_one && rows.len() < 2) {
            self.block_begins();
        }
        let role = element.attribute("role").unwrap_or_default();
        let is_set = matches!(role, "presentation" | "none");
        if is_set || is_one || self.holds_blocks(id) {
            self.captions(id, context);
            for cell in rows.into_iter().flatten() {
                if self.tree.element(cell).is_some() {
                    self.children(cell, context);
                    self.flush();
                }
            }
            return;
        }
        self.block_begins();
        self.captions(id, context);
        let rows = self.cells(rows, context);
        if !rows.is_empty() {
            self.blocks.push(Block::Table(rows));
        }
    }

    /// The rows of a table and their cells, without those of tables in it.
    fn rows(&self, table: Id) -> Vec<Row> {
        let mut rows = Vec::new();
        for id in self.parts(table) {
            match self.tree.name(id) {
                "tr" => rows.push(self.row(id)),
                "thead" | "tbody" | "tfoot" => {
                    let inner = self.parts(id).into_iter();
                    let inner = inner.filter(|id| self.tree.name(*id) == "tr");
                    rows.extend(inner.map(|id| self.row(id)));
                }
                _ => {}
            }
        }
        rows.retain(|row| !row.is_empty());
        rows
    }

    fn row(&self, id: Id) -> Row {
        let mut cells = self.parts(id);
        cells.retain(|id| matches!(self.tree.name(*id), "td" | "th"));
        cells
    }

    /// The elements directly in another one that are seen.
    fn parts(&self, id: Id) -> Vec<Id> {
        let children = self.tree.node(id).children.iter().copied();
        let is_seen = |id: &Id| {
            let element = self.tree.element(*id);
            element.is_some_and(|element| Place::of(element).display != super::Display::None)
        };
        children.filter(is_seen).collect()
    }

    /// Whether what stands in a table is no words of cells: headings, pictures of tables in it.
    fn holds_blocks(&self, table: Id) -> bool {
        let mut inner = self.tree.within(table).skip(1);
        inner.any(|id| {
            matches!(
                self.tree.name(id),
                "table" | "h1" | "h2" | "h3" | "pre" | "blockquote" | "hr"
            )
        })
    }

    fn captions(&mut self, table: Id, context: Context) {
        for id in self.parts(table) {
            if self.tree.name(id) == "caption" {
                self.children(id, context);
                self.flush();
            }
        }
    }

    /// The words of cells. A cell that spans several is the first of them.
    fn cells(&mut self, rows: Vec<Row>, context: Context) -> Vec<Vec<Line>> {
        let mut out: Vec<Vec<Line>> = Vec::new();
        // For each column, how many rows a cell above still spans.
        let mut spanned: Vec<usize> = Vec::new();
        let mut left = rows.len();
        for row in rows {
            left -= 1;
            let mut line: Vec<Line> = Vec::new();
            for cell in row {
                while spanned.get(line.len()).is_some_and(|rows| *rows > 0) {
                    spanned[line.len()] -= 1;
                    line.push(Line::new());
                }
                let Some(element) = self.tree.element(cell) else {
                    continue;
                };
                let span = |name| element.attribute(name).and_then(|span| span.parse().ok());
                let room = WIDEST.saturating_sub(line.len()).max(1);
                let columns = span("colspan").unwrap_or(1_usize).clamp(1, room);
                // None reaches beyond the last row.
                let below = span("rowspan").unwrap_or(1_usize).clamp(1, left + 1) - 1;
                if columns > 1 || below > 0 {
                    self.leave_out(LeftOut::MergedCells);
                }
                let style = context.style.inside(element);
                let words = self.cell(cell, Context { style, ..context });
                for number in 0..columns {
                    if below > 0 && line.len() < WIDEST {
                        if spanned.len() <= line.len() {
                            spanned.resize(line.len() + 1, 0);
                        }
                        spanned[line.len()] = below;
                    }
                    line.push(match number {
                        0 => words.clone(),
                        _ => Line::new(),
                    });
                }
            }
            // What spans the end of the row.
            for rows in spanned.iter_mut().skip(line.len()) {
                *rows = rows.saturating_sub(1);
            }
            while line.last().is_some_and(|cell| !has_words(cell)) {
                line.pop();
            }
            if !line.is_empty() {
                out.push(line);
            }
        }
        if let Some(head) = out.first_mut() {
            unbolden(head);
        }
        out
    }

    fn cell(&mut self, id: Id, context: Context) -> Line {
        let blocks = self.inside(
            id,
            Context {
                lists: 0,
                ..context
            },
        );
        let blocks_with_words = blocks.iter().filter(|block| is_worded(block)).count();
        let mut line = Line::new();
        as_line(blocks, &mut line);
        let line = finished(line).0;
        let breaks = line
            .iter()
            .filter(|piece| matches!(piece, Piece::Break))
            .count();
        if blocks_with_words > 1 || breaks > 0 {
            self.leave_out(LeftOut::JoinedLines);
        }
        one_line(line)
    }
}

/// Whether a block has words, or is more than words.
fn is_worded(block: &Block) -> bool {
    match block {
        Block::Paragraph(line) | Block::Heading(_, line) => has_words(line),
        Block::Item { blocks, .. } | Block::Quote(blocks) => blocks.iter().any(is_worded),
        Block::Rule => false,
        Block::Code(_) | Block::Table(_) => true,
    }
}

/// Takes the bold away from a row that is all bold: that it is the first one says as much.
fn unbolden(row: &mut [Line]) {
    let mut pieces = row.iter().flatten();
    let is_bold = |piece: &Piece| match piece {
        Piece::Text(words, look) => look.is_bold || words.trim().is_empty(),
        _ => true,
    };
    if !pieces.all(is_bold) {
        return;
    }
    for line in row {
        for piece in line.iter_mut() {
            if let Piece::Text(_, look) = piece {
                look.is_bold = false;
            }
        }
        *line = finished(std::mem::take(line)).0;
    }
}
