//! What stands below each other: where it is, and where it is to be.

use rihla_diagnostics::Span;

use super::super::Node;
use super::{Slot, Stuck, Writer, patched};

/// A key with its value, or an item.
pub(super) struct Sibling {
    /// Where the key or the hyphen stands.
    head: usize,
    /// Where its lines begin, with the comments above it that are its own.
    start: usize,
    /// Behind the colon or the hyphen.
    pub(super) at: usize,
    /// Behind the value.
    end: usize,
    /// Where its lines end.
    next: usize,
}

/// What stands below each other.
pub(super) struct Siblings {
    pub(super) column: usize,
    /// Whether the first stands behind the hyphen of an item.
    is_inline: bool,
    pub(super) all: Vec<Sibling>,
}

/// What stands at a place.
pub(super) enum Place {
    /// One that was there.
    Kept(usize),
    /// Lines, the first without its indentation.
    New(String),
}

impl Writer<'_> {
    /// Finds where each of some keys or items stands.
    pub(super) fn siblings(
        &self,
        slot: Slot,
        heads: &[(usize, usize, &Node)],
    ) -> Result<Siblings, Stuck> {
        let (first, ..) = *heads.first().ok_or(Stuck::Odd)?;
        let column = self.column(first);
        let is_inline = !self.is_first_in_line(first);
        let mut siblings = Siblings {
            column,
            is_inline,
            all: Vec::with_capacity(heads.len()),
        };
        let mut done = match slot {
            Slot::Block { at, .. } => at,
            Slot::Root | Slot::Flow(_) => first,
        };
        for (number, (head, at, node)) in heads.iter().enumerate() {
            let before = &self.text[self.line_start(*head)..*head];
            let is_indented = before.bytes().all(|b| b == b' ');
            let is_behind_hyphens =
                number == 0 && is_inline && before.bytes().all(|b| b == b' ' || b == b'-');
            if self.after_trivia(done) != *head
                || before.len() != column
                || !(is_indented || is_behind_hyphens)
            {
                return Err(Stuck::Odd);
            }
            let end = self.end_of(node, *at);
            siblings.all.push(Sibling {
                head: *head,
                start: self.line_start(*head),
                at: *at,
                end,
                next: self.lines_end(end, column),
            });
            done = end;
        }
        Ok(siblings)
    }

    /// Finds which comments above items are their own, and come with them to another place.
    pub(super) fn find_starts(&self, siblings: &mut Siblings, slot: Slot) {
        let (mut limit, is_at_top) = match slot {
            Slot::Block { at, .. } => (self.next_line(at), false),
            Slot::Root | Slot::Flow(_) => (self.top(), true),
        };
        let mut items = Vec::with_capacity(siblings.all.len());
        for sibling in &siblings.all {
            items.push((limit, sibling.head));
            limit = sibling.next;
        }
        let starts = self.starts(&items, is_at_top);
        for (sibling, start) in siblings.all.iter_mut().zip(starts) {
            sibling.start = start;
        }
    }

    /// The lines of one with edits of them, the first without its indentation.
    pub(super) fn lines_of(
        &self,
        siblings: &Siblings,
        number: usize,
        edits: Vec<(Span, String)>,
    ) -> Result<String, Stuck> {
        let sibling = &siblings.all[number];
        let start = match number {
            0 if siblings.is_inline => sibling.head,
            _ => sibling.start + siblings.column,
        };
        let lines = patched(self.text, Span::new(start, sibling.next), edits)?;
        let lines = lines.strip_suffix('\n').unwrap_or(&lines);
        Ok(lines.strip_suffix('\r').unwrap_or(lines).to_owned())
    }

    /// Whether an empty line stands between all items of a list.
    pub(super) fn are_apart(&self, siblings: &Siblings) -> bool {
        let gaps = siblings.all.windows(2);
        siblings.all.len() > 1
            && gaps
                .map(|pair| &self.text[pair[0].next..pair[1].head])
                .all(|gap| gap.starts_with(['\n', '\r']))
    }

    /// Puts siblings where they are to be: those that are kept are in order.
    pub(super) fn arrange(
        &mut self,
        siblings: &Siblings,
        places: &[Place],
        moved: &[usize],
        is_apart: bool,
    ) -> Result<(), Stuck> {
        let all = &siblings.all;
        let gap = if is_apart { self.end } else { "" };
        let indent = " ".repeat(siblings.column);
        let mut is_kept = vec![false; all.len()];
        let mut last = None;
        for place in places {
            if let Place::Kept(number) = place {
                if last >= Some(*number) || *number >= all.len() {
                    return Err(Stuck::Odd);
                }
                is_kept[*number] = true;
                last = Some(*number);
            }
        }
        let first = is_kept.iter().position(|is_kept| *is_kept);
        let (mut leading, mut behind) = (Vec::new(), None);
        for place in places {
            match (place, behind) {
                (Place::Kept(number), _) => behind = Some(*number),
                (Place::New(lines), None) => leading.push(lines.as_str()),
                (Place::New(lines), Some(number)) => {
                    self.insert_lines(all[number].next, &format!("{gap}{indent}{lines}"));
                }
            }
        }
        // How many at the beginning go together, so that the next takes their place behind the hyphen.
        let run = first.filter(|next| {
            let pairs = all.windows(2).take(*next);
            siblings.is_inline
                && leading.is_empty()
                && pairs
                    .map(|pair| self.text.get(pair[0].next..pair[1].head))
                    .all(|between| between.is_some_and(|between| between.trim().is_empty()))
        });
        for (number, sibling) in all.iter().enumerate() {
            let is_done = siblings.is_inline && number == 0 || run.is_some_and(|run| number < run);
            if is_kept[number] || is_done {
                continue;
            }
            let start = match moved.binary_search(&number) {
                Ok(_) => sibling.start,
                Err(_) => self.line_start(sibling.head),
            };
            self.delete(start, sibling.next);
            if is_apart {
                self.delete_gap(all, number, start);
            }
        }
        if let Some(first @ 1..) = first.filter(|_| is_apart && !siblings.is_inline) {
            self.delete_gap(all, first, all[first].start);
        }
        let between = format!("{}{gap}{indent}", self.end);
        let mut leading_lines = leading.join(&between);
        let head = all[0].head;
        match (siblings.is_inline, first) {
            (false, _) if leading.is_empty() => {}
            (true, Some(0)) if leading.is_empty() => {}
            (false, _) => {
                // The comments above the first stay with it, but where it is taken out.
                let line = match is_kept[0] || moved.contains(&0) {
                    true => all[0].start,
                    false => self.line_start(head),
                };
                let gap = first.map_or("", |_| gap);
                self.insert_lines(line, &format!("{indent}{leading_lines}{gap}"));
            }
            (true, Some(0)) => {
                leading_lines.push_str(&between);
                self.insert(head, leading_lines);
            }
            // The first goes.
            (true, Some(next)) => {
                if !leading.is_empty() {
                    self.replace(head, self.line_end(all[0].end), leading_lines);
                    self.delete(self.next_line(all[0].end), all[0].next);
                } else if run.is_none() {
                    let hyphen = self.text[..head].trim_end_matches(' ').len();
                    self.delete(hyphen, self.line_end(all[0].end));
                    self.delete(self.next_line(all[0].end), all[0].next);
                } else {
                    self.delete(head, all[next].head);
                }
            }
            (true, None) => {
                self.replace(head, self.line_end(all[0].end), leading_lines);
                self.delete(self.next_line(all[0].end), all[0].next);
            }
        }
        Ok(())
    }

    /// Deletes the empty lines between one, which begins at a place, and the one before.
    fn delete_gap(&mut self, all: &[Sibling], number: usize, start: usize) {
        let before = number
            .checked_sub(1)
            .map_or(start, |before| all[before].next);
        let gap = self.text.get(before..start);
        if gap.is_some_and(|gap| gap.trim().is_empty()) {
            self.delete(before, start);
        }
    }

    /// Inserts lines, the last without its end, where a line begins or the text ends.
    pub(super) fn insert_lines(&mut self, at: usize, lines: &str) {
        let piece = match self.is_line_start(at) {
            true => format!("{lines}{}", self.end),
            false => format!("{}{lines}", self.end),
        };
        self.insert(at, piece);
    }
}
