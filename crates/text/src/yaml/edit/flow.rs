//! Lists and maps between brackets.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rihla_diagnostics::Span;

use super::super::{Map, Node, Value};
use super::pair;
use super::want::Want;
use super::{Slot, Stuck, Writer, patched};

/// A key with its value, or an item.
struct Sibling {
    /// Where its lines begin, with the comments above it that are its own.
    above: usize,
    start: usize,
    end: usize,
    /// The place of the comma behind it.
    comma: Option<usize>,
    /// Whether it has its lines for itself.
    is_alone: bool,
}

/// What stands at a place.
enum Place {
    /// One that was there.
    Kept(usize),
    New(Piece),
}

/// A value that comes, with its comments.
#[derive(Default)]
struct Piece {
    /// Lines above it.
    above: String,
    value: String,
    /// What stands behind it in its line.
    comment: String,
}

impl From<String> for Piece {
    fn from(value: String) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }
}

impl Writer<'_> {
    pub(super) fn flow_map(
        &mut self,
        old: &Node,
        map: &Map,
        wants: &[(Cow<'_, str>, Want<'_>)],
    ) -> Result<(), Stuck> {
        let mut spans = Vec::new();
        for (key, node) in map.iter() {
            let at = self.colon(key).ok_or(Stuck::Odd)?;
            spans.push((key.span.start, self.end_of(node, self.value_place(at))));
        }
        let siblings = self.between(old, &spans)?;
        let entries: Vec<_> = map.iter().collect();
        let numbers = entries.iter().enumerate();
        let numbers: BTreeMap<&str, usize> =
            numbers.map(|(at, (key, _))| (&*key.name, at)).collect();
        let mut is_left = vec![false; entries.len()];
        let mut places = Vec::with_capacity(wants.len());
        for (name, want) in wants {
            let Some(number) = numbers.get(name.as_ref()) else {
                let value = self.between_brackets(want)?;
                let key = self.key(name, true);
                places.push(Place::New(format!("{key}: {value}").into()));
                continue;
            };
            let (key, node) = entries[*number];
            if !want.is_kept(node) {
                self.keys.push(key.span);
                self.change(Slot::Flow(self.colon(key)), node, want)?;
            }
            is_left[*number] = true;
            places.push(Place::Kept(*number));
        }
        let gone = entries
            .iter()
            .zip(&is_left)
            .filter(|(_, is_left)| !**is_left);
        self.keys.extend(gone.map(|((key, _), _)| key.span));
        self.arrange_between(old.span.start + 1, &siblings, &places, &[])
    }

    pub(super) fn flow_list(
        &mut self,
        old: &Node,
        items: &[Node],
        wants: &[(pair::From, Want<'_>)],
    ) -> Result<(), Stuck> {
        let spans: Vec<(usize, usize)> = items
            .iter()
            .map(|item| (item.span.start, item.span.end))
            .collect();
        let mut siblings = self.between(old, &spans)?;
        self.find_above(old.span.start + 1, &mut siblings);
        let mut moved = Vec::new();
        let mut places = Vec::with_capacity(wants.len());
        for (from, want) in wants {
            places.push(match from {
                pair::From::Stays(number) => {
                    let item = items.get(*number).ok_or(Stuck::Odd)?;
                    self.change(Slot::Flow(None), item, want)?;
                    Place::Kept(*number)
                }
                pair::From::Moved(number) => {
                    let sibling = siblings.get(*number).ok_or(Stuck::Odd)?;
                    let item = items.get(*number).ok_or(Stuck::Odd)?;
                    let edits = self.changed_apart(Slot::Flow(None), item, want)?;
                    let span = Span::new(sibling.start, sibling.end);
                    moved.push(*number);
                    Place::New(Piece {
                        above: self.lines_above(sibling),
                        value: patched(self.text, span, edits)?,
                        comment: self.comment(sibling),
                    })
                }
                pair::From::New => Place::New(self.between_brackets(want)?.into()),
            });
        }
        self.arrange_between(old.span.start + 1, &siblings, &places, &moved)
    }

    /// Puts a value of another kind, or another text, in the place of one.
    pub(super) fn replace_in_flow(
        &mut self,
        key_end: Option<usize>,
        old: &Node,
        want: &Want<'_>,
    ) -> Result<(), Stuck> {
        let value = match (&old.value, want) {
            (Value::Scalar(scalar), Want::Scalar(text, kind)) => {
                self.flow_scalar(text, *kind, Some(scalar.style))
            }
            _ => self.between_brackets(want)?,
        };
        if old.span.start < old.span.end {
            self.replace(old.span.start, old.span.end, value);
            return Ok(());
        }
        let at = key_end.ok_or(Stuck::Odd)?;
        match self.value_place(at) {
            place if place > at => self.insert(place, value),
            _ => self.insert(at, format!(" {value}")),
        }
        Ok(())
    }

    /// Where a value goes behind a colon that has none: behind its space.
    fn value_place(&self, at: usize) -> usize {
        let rest = &self.text[at..self.range.end];
        at + usize::from(rest.starts_with(' ') && !rest.starts_with("  "))
    }

    /// Finds where each of some values stands between the brackets of `whole`.
    fn between(&self, whole: &Node, spans: &[(usize, usize)]) -> Result<Vec<Sibling>, Stuck> {
        let mut siblings = Vec::with_capacity(spans.len());
        let mut done = whole.span.start + 1;
        for (number, (start, end)) in spans.iter().enumerate() {
            if self.after_trivia(done) != *start || end < start {
                return Err(Stuck::Odd);
            }
            let next = self.after_trivia(*end);
            let is_comma = self.text[next..self.range.end].starts_with(',');
            let is_end = next + 1 == whole.span.end && number + 1 == spans.len();
            if !is_comma && !is_end {
                return Err(Stuck::Odd);
            }
            done = if is_comma { next + 1 } else { *end };
            siblings.push(Sibling {
                above: self.line_start(*start),
                start: *start,
                end: *end,
                comma: is_comma.then_some(next),
                is_alone: self.is_first_in_line(*start) && self.is_last_in_line(done),
            });
        }
        if self.after_trivia(done) + 1 != whole.span.end {
            return Err(Stuck::Odd);
        }
        Ok(siblings)
    }

    /// Finds which comments above values are their own, and come with them to another place.
    fn find_above(&self, open: usize, siblings: &mut [Sibling]) {
        let mut done = open;
        let mut items = Vec::with_capacity(siblings.len());
        for sibling in siblings.iter() {
            items.push((self.next_line(done), sibling.start));
            done = Self::comma_end(sibling);
        }
        for (sibling, above) in siblings.iter_mut().zip(self.starts(&items, false)) {
            sibling.above = above;
        }
    }

    /// The comments above a value that has its line for itself.
    fn lines_above(&self, sibling: &Sibling) -> String {
        let line = self.line_start(sibling.start);
        match sibling.is_alone {
            true => self.text[sibling.above..line].to_owned(),
            false => String::new(),
        }
    }

    /// Where a value ends with its comma.
    fn comma_end(sibling: &Sibling) -> usize {
        sibling.comma.map_or(sibling.end, |comma| comma + 1)
    }

    /// The comment of a value that has its line for itself, with the space before it.
    fn comment(&self, sibling: &Sibling) -> String {
        let at = Self::comma_end(sibling);
        match sibling.is_alone {
            true => self.text[at..self.line_end(at)].trim_end().to_owned(),
            false => String::new(),
        }
    }

    /// Puts values where they are to be: those that are kept are in order.
    fn arrange_between(
        &mut self,
        open: usize,
        all: &[Sibling],
        places: &[Place],
        moved: &[usize],
    ) -> Result<(), Stuck> {
        let mut is_kept = vec![false; all.len()];
        let (mut leading, mut behind) = (Vec::new(), None);
        let mut following: BTreeMap<usize, Vec<&Piece>> = BTreeMap::new();
        for place in places {
            match (place, behind) {
                (Place::Kept(number), _) => {
                    if behind >= Some(*number) || *number >= all.len() {
                        return Err(Stuck::Odd);
                    }
                    is_kept[*number] = true;
                    behind = Some(*number);
                }
                (Place::New(piece), None) => leading.push(piece),
                (Place::New(piece), Some(number)) => {
                    following.entry(number).or_default().push(piece);
                }
            }
        }
        for (number, pieces) in following {
            self.insert_following(&all[number], &pieces);
        }
        self.insert_leading(open, all, &is_kept, &leading);
        self.delete_between(all, &is_kept, moved);
        Ok(())
    }

    fn insert_following(&mut self, sibling: &Sibling, pieces: &[&Piece]) {
        let margin = self.column(sibling.start);
        if !sibling.is_alone {
            let pieces = pieces.iter().map(|piece| {
                let (before, behind) = self.in_line(piece, margin);
                let gap = if before.is_empty() { " " } else { "" };
                format!(",{gap}{before}{}{behind}", piece.value)
            });
            let pieces = pieces.collect();
            self.insert(sibling.end, pieces);
            return;
        }
        let indent = " ".repeat(margin);
        let mut lines = String::new();
        for (number, piece) in pieces.iter().enumerate() {
            let Piece {
                above,
                value,
                comment,
            } = piece;
            let is_last = number + 1 == pieces.len();
            let comma = if is_last && sibling.comma.is_none() {
                ""
            } else {
                ","
            };
            lines.push_str(&format!(
                "{}{above}{indent}{value}{comma}{comment}",
                self.end
            ));
        }
        if sibling.comma.is_none() {
            self.insert(sibling.end, ",".to_owned());
        }
        self.insert(self.line_end(Self::comma_end(sibling)), lines);
    }

    fn insert_leading(
        &mut self,
        open: usize,
        all: &[Sibling],
        is_kept: &[bool],
        leading: &[&Piece],
    ) {
        if leading.is_empty() {
            return;
        }
        let first = is_kept.iter().position(|is_kept| *is_kept);
        match first.or(all.len().checked_sub(1)).map(|at| &all[at]) {
            Some(sibling) if sibling.is_alone => {
                let indent = " ".repeat(self.column(sibling.start));
                let mut lines = String::new();
                for piece in leading {
                    let Piece {
                        above,
                        value,
                        comment,
                    } = piece;
                    lines.push_str(&format!("{above}{indent}{value},{comment}{}", self.end));
                }
                let line = match first {
                    Some(_) => sibling.above,
                    None => self.line_start(sibling.start),
                };
                self.insert(line, lines);
            }
            sibling => {
                let at = sibling.filter(|_| first.is_some());
                let at = at.map_or(open, |sibling| sibling.start);
                let margin = self.column(at);
                let mut pieces = String::new();
                for (number, piece) in leading.iter().enumerate() {
                    let (before, behind) = self.in_line(piece, margin);
                    let is_last = first.is_none() && number + 1 == leading.len();
                    let comma = if is_last { "" } else { "," };
                    let gap = if is_last || !behind.is_empty() {
                        ""
                    } else {
                        " "
                    };
                    pieces.push_str(&format!("{before}{}{comma}{behind}{gap}", piece.value));
                }
                self.insert(at, pieces);
            }
        }
    }

    /// What stands before and behind a value that comes to a line with others: its comments, each to the end
    /// of a line.
    fn in_line(&self, piece: &Piece, margin: usize) -> (String, String) {
        let line = format!("{}{}", self.end, " ".repeat(margin));
        let before = match piece.above.is_empty() {
            true => String::new(),
            false => format!("{}{}{}", self.end, piece.above, " ".repeat(margin)),
        };
        let behind = match piece.comment.is_empty() {
            true => String::new(),
            false => format!("{}{line}", piece.comment),
        };
        (before, behind)
    }

    fn delete_between(&mut self, all: &[Sibling], is_kept: &[bool], moved: &[usize]) {
        let is_gone = |number: usize| is_kept.get(number) == Some(&false);
        let mut number = 0;
        while number < all.len() {
            let sibling = &all[number];
            if is_kept[number] {
                number += 1;
                continue;
            }
            if sibling.is_alone {
                let start = match moved.contains(&number) {
                    true => sibling.above,
                    false => self.line_start(sibling.start),
                };
                self.delete(start, self.next_line(Self::comma_end(sibling)));
                number += 1;
                continue;
            }
            let mut last = number;
            while is_gone(last + 1) && !all[last + 1].is_alone {
                last += 1;
            }
            let has_comment = |from: usize, to: usize| self.text[from..to].contains(['#', '\n']);
            let done = Self::comma_end(&all[last]);
            let before = number.checked_sub(1).filter(|before| is_kept[*before]);
            match (all.get(last + 1), before.map(|before| &all[before])) {
                (Some(next), _) if !has_comment(all[last].end, next.start) => {
                    self.delete(sibling.start, next.start);
                }
                (None, Some(before)) if !has_comment(before.end, sibling.start) => {
                    self.delete(before.end, all[last].end);
                }
                (Some(_), Some(before)) if !has_comment(before.end, sibling.start) => {
                    self.delete(Self::comma_end(before), done);
                }
                _ => self.delete(sibling.start, done),
            }
            number = last + 1;
        }
    }
}
