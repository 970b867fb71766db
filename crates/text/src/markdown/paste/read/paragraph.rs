//! What a line is once it is complete: a paragraph, a heading, an item.

use super::list::{Mark, marked};
use super::{Block, DEEPEST_LIST, Element, Kind, LeftOut, Line, Look, Piece, Place, Reader, Style};
use super::{bulleted, finished, one_line};

impl Reader<'_> {
    /// Ends the line.
    pub(super) fn flush(&mut self) {
        self.is_in_condition = false;
        self.lost = Style::default();
        let marker = self.marker.take();
        if self.line.is_empty() {
            return;
        }
        let (line, lost) = finished(std::mem::take(&mut self.line));
        for _ in 0..lost {
            self.leave_out(LeftOut::Raised);
        }
        if line.iter().all(|piece| *piece == Piece::Break) {
            return;
        }
        let line = match self.kind {
            Kind::Heading(level) => {
                let line = with_number(line, marker);
                return self.blocks.push(Block::Heading(level, one_line(line)));
            }
            Kind::Quote => {
                let line = Block::Paragraph(line);
                match self.blocks.last_mut() {
                    Some(Block::Quote(blocks)) => blocks.push(line),
                    _ => self.blocks.push(Block::Quote(vec![line])),
                }
                return;
            }
            Kind::MayBeItem(level) if marker.is_none() => match marked(&line) {
                Some((mark, line)) => return self.push_item(level, mark, line),
                // What goes on with the item before.
                None => {
                    if let Some(Block::Item {
                        level: own, blocks, ..
                    }) = self.blocks.last_mut()
                        && *own <= level
                    {
                        blocks.push(Block::Paragraph(line));
                        return;
                    }
                    line
                }
            },
            Kind::Item(level) | Kind::MayBeItem(level) => {
                match Mark::of(marker.as_deref().unwrap_or_default()) {
                    Some(mark) => return self.push_item(level, mark, line),
                    None => with_number(line, marker),
                }
            }
            Kind::Paragraph => line,
        };
        let (line, items) = bulleted(line);
        if !line.is_empty() {
            self.blocks.push(Block::Paragraph(line));
        }
        for item in items {
            self.read.is_inline = false;
            self.push_item(0, Mark::Bullet, item);
        }
    }

    fn push_item(&mut self, level: usize, mark: Mark, line: Line) {
        self.blocks.push(Block::Item {
            level: level.min(DEEPEST_LIST),
            mark,
            blocks: vec![Block::Paragraph(line)],
        });
    }
}

/// What an element makes of the line in it; `None` for what it is around it.
pub(super) fn kind_of(element: &Element, place: &Place) -> Option<Kind> {
    let name = element.name();
    if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok())
        && (1..=6).contains(&level)
    {
        return Some(Kind::Heading(level));
    }
    let level = match element.attribute("role") {
        Some("heading") => element.attribute("aria-level").unwrap_or("2").parse().ok(),
        _ => None,
    };
    let mut named = element
        .attribute("class")
        .unwrap_or_default()
        .split_ascii_whitespace();
    let named = named.find_map(|class| match class {
        "MsoTitle" => Some(Kind::Heading(1)),
        "MsoQuote" | "MsoIntenseQuote" => Some(Kind::Quote),
        _ => {
            let level = class.strip_prefix("MsoHeading")?.parse().ok()?;
            (1..=6).contains(&level).then_some(Kind::Heading(level))
        }
    });
    if let Some(level) = level
        .or(place.outline)
        .filter(|level| (1..=6).contains(level))
    {
        return Some(Kind::Heading(level));
    }
    let is_item = element.has_class(|class| class.starts_with("MsoListParagraph"));
    match (named, place.list) {
        (Some(kind), _) => Some(kind),
        (None, Some(level)) => Some(Kind::Item(level)),
        (None, None) if is_item => Some(Kind::MayBeItem(usize::from(place.margin / 36).max(1))),
        (None, None) => None,
    }
}

/// The words of a line after the number that Word wrote before it.
fn with_number(line: Line, marker: Option<String>) -> Line {
    let Some(marker) = marker.filter(|marker| !marker.trim().is_empty()) else {
        return line;
    };
    let mut whole = vec![Piece::Text(marker + " ", Look::default())];
    whole.extend(line);
    finished(whole).0
}
