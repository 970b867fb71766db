//! What stands between the fences of a directive that holds lines.

use super::super::markup::wording;
use super::super::{Block, BlockKind, Inline, InlineKind};
use super::cells;
use super::parameters::unescaped;
use super::{ArgumentValue, Body, Cell, Column, DirectiveLine, Shape};
use rihla_diagnostics::catalogue::directive as say;
use rihla_diagnostics::{Diagnostic, Span};

/// Reads blocks as lines of cells.
///
/// The lines are those of paragraphs, or the items of a list, which is what some editors make
/// of them. A line that is wrong is left out.
pub(in crate::markdown) fn rows<'t>(
    shape: &'static Shape,
    columns: &'static [Column],
    blocks: Vec<Block<'t>>,
    text: &'t str,
    findings: &mut Vec<(Diagnostic, Span)>,
) -> Vec<DirectiveLine<'t>> {
    let mut reader = Reader {
        shape,
        columns,
        text,
        lines: Vec::new(),
        findings,
    };
    for block in blocks {
        reader.block(block);
    }
    reader.lines
}

struct Reader<'t, 'f> {
    shape: &'static Shape,
    columns: &'static [Column],
    text: &'t str,
    lines: Vec<DirectiveLine<'t>>,
    findings: &'f mut Vec<(Diagnostic, Span)>,
}

impl<'t> Reader<'t, '_> {
    fn block(&mut self, block: Block<'t>) {
        match block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Tight(inlines) => self.paragraph(inlines),
            BlockKind::List { items, .. } => {
                for inner in items.into_iter().flat_map(|item| item.blocks) {
                    self.block(inner);
                }
            }
            _ => {
                let (start, end) = (block.span.start, end(&block));
                let place = Span::new(start, start + self.text[start..end].trim_end().len());
                self.findings.push((
                    Diagnostic::new(&say::LINES)
                        .with("name", self.shape.name)
                        .with("example", self.shape.line),
                    place,
                ));
            }
        }
    }

    fn paragraph(&mut self, inlines: Vec<Inline<'t>>) {
        let mut line = Vec::new();
        for inline in inlines {
            match inline.kind {
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    let complete = std::mem::take(&mut line);
                    self.line(complete);
                }
                _ => line.push(inline),
            }
        }
        self.line(line);
    }

    fn line(&mut self, inlines: Vec<Inline<'t>>) {
        let (Some(first), Some(last)) = (inlines.first(), inlines.last()) else {
            return;
        };
        let span = Span::new(first.span.start, last.span.end.max(first.span.start));
        let mut cells = self.cells(inlines);
        // A line may begin and end with `|`, as those of tables do. One that does not end with it has a
        // first cell with nothing in it.
        if cells.len() > 1 && cells.first().is_some_and(|cell| cell.inlines.is_empty()) {
            let written = self.text[span.start..span.end].trim();
            let is_row = written.ends_with('|') || cells.len() > self.columns.len();
            if written.starts_with('|') && is_row {
                cells.remove(0);
            }
        }
        while cells.last().is_some_and(|cell| cell.inlines.is_empty()) {
            cells.pop();
        }
        if cells.is_empty() {
            return;
        }
        if cells.len() > self.columns.len() {
            self.findings.push((
                Diagnostic::new(&say::CELLS)
                    .with("count", cells.len())
                    .with("most", self.columns.len())
                    .with("example", self.shape.line),
                span,
            ));
            return;
        }
        let written = self.text[span.start..span.end].trim_end();
        let parted = cells::parted(written, self.columns).filter(|_| cells.len() == 1);
        let whole = Span::new(span.start, span.start + written.len());
        let meant = |finding: Diagnostic, right: Option<&String>| match right {
            Some(right) => finding.replace(whole, right),
            None => finding,
        };
        for (at, column) in self.columns.iter().enumerate() {
            let is_there = cells.get(at).is_some_and(|cell| !cell.inlines.is_empty());
            if column.required && !is_there {
                let finding = Diagnostic::new(&say::CELL_MISSING)
                    .with("cell", column.text)
                    .with("example", self.shape.line);
                self.findings.push((meant(finding, parted.as_ref()), span));
                return;
            }
        }
        if parted.is_some() {
            let finding = Diagnostic::new(&say::CELL_SIGNS).with("example", self.shape.line);
            self.findings.push((meant(finding, parted.as_ref()), whole));
        } else if !written.starts_with('|') {
            let texts: Vec<&str> = cells.iter().map(|cell| self.written(cell)).collect();
            if let Some(right) = cells::in_order(&texts, self.columns) {
                let finding = Diagnostic::new(&say::CONTACT_PLACE).with("example", self.shape.line);
                self.findings.push((meant(finding, Some(&right)), whole));
            }
        }
        self.lines.push(DirectiveLine { cells, span });
    }

    /// A cell as it stands in the file.
    fn written(&self, cell: &Cell<'_>) -> &'t str {
        match cell.inlines.is_empty() {
            true => "",
            false => &self.text[cell.span.start..cell.span.end],
        }
    }

    /// Splits a line at each `|` of its words.
    fn cells(&self, inlines: Vec<Inline<'t>>) -> Vec<Cell<'t>> {
        let mut cells = vec![Vec::new()];
        for inline in inlines {
            let InlineKind::Text(words) = &inline.kind else {
                if let Some(cell) = cells.last_mut() {
                    cell.push(inline);
                }
                continue;
            };
            for (at, (piece, span)) in self.pieces(words, inline.span).into_iter().enumerate() {
                if at > 0 {
                    cells.push(Vec::new());
                }
                if let Some(cell) = cells.last_mut().filter(|_| !piece.is_empty()) {
                    cell.push(Inline {
                        kind: InlineKind::Text(piece.into()),
                        span,
                    });
                }
            }
        }
        cells.into_iter().map(|cell| self.cell(cell)).collect()
    }

    /// The pieces of some words between characters `|` that no backslash precedes.
    fn pieces(&self, words: &str, span: Span) -> Vec<(String, Span)> {
        let source = &self.text[span.start..span.end];
        let written: Vec<usize> = source.match_indices('|').map(|(at, _)| at).collect();
        let meant: Vec<usize> = words.match_indices('|').map(|(at, _)| at).collect();
        let mut pieces = Vec::new();
        let (mut from, mut start) = (0, span.start);
        for (number, at) in meant.iter().enumerate() {
            let place = match written.len() == meant.len() {
                true => written.get(number).copied(),
                false => None,
            };
            if place.is_some_and(|place| source[..place].ends_with('\\')) {
                continue;
            }
            let end = place.map_or(span.end, |place| span.start + place);
            pieces.push((
                words[from..*at].to_owned(),
                Span::new(start, end.max(start)),
            ));
            from = at + 1;
            start = place.map_or(span.start, |place| span.start + place + 1);
        }
        pieces.push((
            words[from..].to_owned(),
            Span::new(start, span.end.max(start)),
        ));
        pieces
    }

    /// A cell without the spaces around it.
    fn cell(&self, mut inlines: Vec<Inline<'t>>) -> Cell<'t> {
        if let Some(Inline {
            kind: InlineKind::Text(words),
            ..
        }) = inlines.first_mut()
        {
            *words = words.trim_start().to_owned().into();
        }
        if let Some(Inline {
            kind: InlineKind::Text(words),
            ..
        }) = inlines.last_mut()
        {
            *words = words.trim_end().to_owned().into();
        }
        let whole = match (inlines.first(), inlines.last()) {
            (Some(first), Some(last)) => {
                Span::new(first.span.start, last.span.end.max(first.span.start))
            }
            _ => Span::default(),
        };
        inlines
            .retain(|inline| !matches!(&inline.kind, InlineKind::Text(words) if words.is_empty()));
        let written = &self.text[whole.start..whole.end];
        let start = whole.start + written.len() - written.trim_start().len();
        let span = Span::new(start, (start + written.trim().len()).min(whole.end));
        Cell {
            text: unescaped(self.text, span),
            inlines,
            span,
        }
    }
}

/// Where a block ends; the place of a directive is that of its head.
fn end(block: &Block<'_>) -> usize {
    let end = match &block.kind {
        BlockKind::Directive(directive) => match &directive.body {
            Body::Blocks(blocks) => blocks.last().map(end),
            Body::Lines(lines) => lines.last().map(|line| line.span.end),
            Body::Nothing => None,
        },
        _ => None,
    };
    end.map_or(block.span.end, |end| end.max(block.span.end))
}

/// What is wrong with the text in the place of an image that has this caption.
pub(in crate::markdown) fn alternative(
    alternative: Option<&ArgumentValue>,
    has_caption: bool,
) -> Option<Diagnostic> {
    match (alternative, has_caption) {
        (Some(ArgumentValue::Text(words)), _) => wording::alternative(words),
        (Some(_), _) => None,
        (None, true) => Some(Diagnostic::new(&say::NO_ALTERNATIVE)),
        (None, false) => Some(Diagnostic::new(&say::NO_ALTERNATIVE_AT_ALL)),
    }
}

/// What is wrong with a figure: the letter O, or one that looks like 1, stands among its digits.
pub(in crate::markdown) fn figure(text: &str, span: Span) -> Option<Diagnostic> {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_letter = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I');
    let is_part = |c: char| {
        is_digit(c) || is_letter(c) || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | '%')
    };
    let letters = text.chars().filter(|c| is_letter(*c)).count();
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    // `5 l` and `10 o` are amounts of something.
    let mut places = text.match_indices(is_letter);
    let are_inside = places.all(|(at, letter)| {
        text[..at].ends_with(|c| is_digit(c) || is_letter(c))
            && text[at + letter.len()..].starts_with(|c| is_digit(c) || is_letter(c))
            || letter == "O" && text[..at].ends_with(is_digit)
            || at == 0
                && text[letter.len()..]
                    .trim_start_matches([',', '.'])
                    .starts_with(is_digit)
    });
    if letters == 0 || digits < 1 || !are_inside || !text.chars().all(is_part) {
        return None;
    }
    let right: String = text
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            c => c,
        })
        .collect();
    let finding = Diagnostic::new(&say::FIGURE_LETTER)
        .with("figure", text)
        .with("right", &right);
    Some(match span.end - span.start == text.len() {
        true => finding.replace(span, right),
        false => finding,
    })
}
