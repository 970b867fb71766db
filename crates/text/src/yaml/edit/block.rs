//! Lists and maps in lines.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::{Map, Node, Style, Value};
use super::fresh::{Out, indented};
use super::pair::From;
use super::want::Want;
use super::{Slot, Stuck, Writer};

/// A key with its value, or an item.
struct Sibling {
    /// Where the key or the hyphen stands.
    head: usize,
    /// Behind the colon or the hyphen.
    at: usize,
    /// Behind the value.
    end: usize,
    /// Where its lines end.
    next: usize,
}

/// What stands below each other.
struct Siblings {
    column: usize,
    /// Whether the first stands behind the hyphen of an item.
    is_inline: bool,
    all: Vec<Sibling>,
}

/// What stands at a place.
enum Place {
    /// One that was there.
    Kept(usize),
    /// Lines, the first without its indentation.
    New(String),
}

impl Writer<'_> {
    pub(super) fn block_map(
        &mut self,
        slot: Slot,
        map: &Map,
        wants: &[(Cow<'_, str>, Want<'_>)],
    ) -> Result<(), Stuck> {
        let mut heads = Vec::new();
        for (key, node) in map.iter() {
            heads.push((key.span.start, self.colon(key).ok_or(Stuck::Odd)?, node));
        }
        let siblings = self.siblings(slot, &heads)?;
        let entries: Vec<_> = map.iter().collect();
        let numbers = entries.iter().enumerate();
        let numbers: BTreeMap<&str, usize> =
            numbers.map(|(at, (key, _))| (&*key.name, at)).collect();
        let mut is_left = vec![false; entries.len()];
        let mut places = Vec::with_capacity(wants.len());
        for (name, want) in wants {
            let Some(number) = numbers.get(name.as_ref()) else {
                places.push(Place::New(self.entry(name, want, siblings.column)?));
                continue;
            };
            let (key, node) = entries[*number];
            if !want.is_kept(node) {
                self.keys.push(key.span);
                let slot = Slot::Block {
                    at: siblings.all[*number].at,
                    column: siblings.column,
                    is_item: false,
                };
                self.change(slot, node, want)?;
            }
            is_left[*number] = true;
            places.push(Place::Kept(*number));
        }
        let gone = entries
            .iter()
            .zip(&is_left)
            .filter(|(_, is_left)| !**is_left);
        self.keys.extend(gone.map(|((key, _), _)| key.span));
        self.arrange(&siblings, &places, &[], false)
    }

    pub(super) fn block_list(
        &mut self,
        slot: Slot,
        list: &Node,
        items: &[Node],
        wants: &[(From, Want<'_>)],
    ) -> Result<(), Stuck> {
        let mut heads = Vec::with_capacity(items.len());
        let mut from = match slot {
            Slot::Block { at, .. } => at,
            Slot::Root | Slot::Flow(_) => list.span.start,
        };
        for item in items {
            let head = self.after_trivia(from);
            let is_hyphen = self.text[head..self.range.end].starts_with('-');
            if !is_hyphen {
                return Err(Stuck::Odd);
            }
            heads.push((head, head + 1, item));
            from = self.end_of(item, head + 1);
        }
        let siblings = self.siblings(slot, &heads)?;
        let is_of_flow = items
            .iter()
            .find(|item| matches!(item.value, Value::Map(_)))
            .is_some_and(|item| self.is_flow(item));
        let mut places = Vec::with_capacity(wants.len());
        let mut moved = Vec::new();
        for (from, want) in wants {
            places.push(match from {
                From::Stays(number) => {
                    let slot = Slot::Block {
                        at: siblings.all.get(*number).ok_or(Stuck::Odd)?.at,
                        column: siblings.column,
                        is_item: true,
                    };
                    self.change(slot, &items[*number], want)?;
                    Place::Kept(*number)
                }
                From::Moved(number) => {
                    moved.push(*number);
                    Place::New(self.lines_of(&siblings, *number).ok_or(Stuck::Odd)?)
                }
                From::New if is_of_flow && matches!(want, Want::Map(_)) => {
                    Place::New(format!("- {}", self.between_brackets(want)?))
                }
                From::New => Place::New(self.item(want, siblings.column)?),
            });
        }
        moved.sort_unstable();
        let is_apart = self.are_apart(&siblings);
        self.arrange(&siblings, &places, &moved, is_apart)
    }

    /// Finds where each of some keys or items stands.
    fn siblings(&self, slot: Slot, heads: &[(usize, usize, &Node)]) -> Result<Siblings, Stuck> {
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
                at: *at,
                end,
                next: self.lines_end(end, column),
            });
            done = end;
        }
        Ok(siblings)
    }

    /// Where the lines of one begin that is taken to another place: with the comments above it, but for
    /// those above the first, which may be about all.
    fn start_of(&self, siblings: &Siblings, number: usize) -> usize {
        let Some(before) = number.checked_sub(1) else {
            return self.line_start(siblings.all[number].head);
        };
        let line = self.line_start(siblings.all[number].head);
        self.comments_above(line, siblings.all[before].next, siblings.column)
    }

    /// The lines of one as they are, the first without its indentation.
    fn lines_of(&self, siblings: &Siblings, number: usize) -> Option<String> {
        let sibling = siblings.all.get(number)?;
        let start = match number {
            0 => sibling.head,
            _ => self.start_of(siblings, number) + siblings.column,
        };
        let lines = self.text.get(start..sibling.next)?;
        let lines = lines.strip_suffix('\n').unwrap_or(lines);
        Some(lines.strip_suffix('\r').unwrap_or(lines).to_owned())
    }

    /// Whether an empty line stands between all items of a list.
    fn are_apart(&self, siblings: &Siblings) -> bool {
        let gaps = siblings.all.windows(2);
        siblings.all.len() > 1
            && gaps
                .map(|pair| &self.text[pair[0].next..pair[1].head])
                .all(|gap| gap.starts_with(['\n', '\r']))
    }

    /// Puts siblings where they are to be: those that are kept are in order.
    fn arrange(
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
                Ok(_) => self.start_of(siblings, number),
                Err(_) => self.line_start(sibling.head),
            };
            self.delete(start, sibling.next);
        }
        let between = format!("{}{gap}{indent}", self.end);
        let mut leading_lines = leading.join(&between);
        let head = all[0].head;
        match (siblings.is_inline, first) {
            (false, _) if leading.is_empty() => {}
            (true, Some(0)) if leading.is_empty() => {}
            (false, _) => {
                let line = self.line_start(head);
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

    /// Inserts lines, the last without its end, where a line begins or the text ends.
    fn insert_lines(&mut self, at: usize, lines: &str) {
        let piece = match self.is_line_start(at) {
            true => format!("{lines}{}", self.end),
            false => format!("{}{lines}", self.end),
        };
        self.insert(at, piece);
    }

    /// Inserts a value behind a colon or a hyphen that has none.
    fn insert_behind(&mut self, at: usize, value: &str) {
        let rest = &self.text[at..self.line_end(at)];
        match rest.starts_with(' ') && rest.trim().is_empty() {
            true => self.insert(at + 1, value.to_owned()),
            false => self.insert(at, format!(" {value}")),
        }
    }

    /// Puts a value of another kind behind a colon or a hyphen.
    pub(super) fn replace_in_block(
        &mut self,
        at: usize,
        column: usize,
        is_item: bool,
        old: &Node,
        want: &Want<'_>,
    ) -> Result<(), Stuck> {
        let style = match &old.value {
            Value::Scalar(scalar) => Some(scalar.style),
            _ => None,
        };
        let out = self.out(want, column, is_item, style)?;
        if matches!(style, Some(Style::Literal | Style::Folded)) {
            return self.replace_block_scalar(at, column, is_item, old, out);
        }
        // Lines begin behind the hyphen, unless a comment stands there.
        let is_item = |end: usize| is_item && !self.has_comment(end);
        let is_empty = old.span.start == old.span.end && old.value == Value::Null;
        if is_empty {
            self.put_behind(at, column, is_item(at), out, self.next_line(at));
            return Ok(());
        }
        let start = self.after_trivia(at);
        let end = self.end_of(old, at);
        let is_item = is_item(end);
        let is_here = !self.text[at..start].contains('\n');
        if self.is_block(old) {
            let next = self.lines_end(end, column);
            match (is_here, out) {
                (true, Out::Inline(value)) => self.replace(start, end, value),
                (true, Out::Block(_, lines)) if is_item => {
                    self.replace(start, self.line_end(end), lines);
                }
                (true, out) => {
                    self.put_behind(at, column, is_item, out, self.next_line(at));
                    self.delete(at, self.line_end(at));
                    self.delete(self.next_line(at), next);
                }
                (false, out) => {
                    let line = self.next_line(at);
                    self.put_behind(at, column, is_item, out, line);
                    self.delete(line, next);
                }
            }
            return Ok(());
        }
        if start != old.span.start {
            return Err(Stuck::Odd);
        }
        match (is_here, out) {
            (_, Out::Inline(value)) => self.replace(start, end, value),
            (true, Out::Block(_, lines)) if is_item => {
                self.replace(start, self.line_end(end), lines);
            }
            (true, Out::Literal(head, lines)) => {
                self.replace(start, end, head.to_owned());
                let lines = indented(&lines, column + 2, self.end);
                self.insert_lines(self.next_line(end), &lines);
            }
            (true, out) => {
                self.delete(at, end);
                self.put_behind(at, column, is_item, out, self.next_line(end));
            }
            (false, out) => {
                let line = self.line_start(start);
                self.put_behind(at, column, is_item, out, line);
                self.delete(line, self.next_line(end));
            }
        }
        Ok(())
    }

    /// Writes a value behind a colon or a hyphen, its lines at `line`.
    fn put_behind(&mut self, at: usize, column: usize, is_item: bool, out: Out, line: usize) {
        match out {
            Out::Inline(value) => self.insert_behind(at, &value),
            Out::Block(_, lines) if is_item && !self.has_comment(at) => {
                self.replace(at, self.line_end(at), format!(" {lines}"));
            }
            Out::Block(column, lines) => {
                let indent = " ".repeat(column);
                self.insert_lines(line, &format!("{indent}{lines}"));
            }
            Out::Literal(head, lines) => {
                self.insert_behind(at, head);
                let lines = indented(&lines, column + 2, self.end);
                self.insert_lines(line, &lines);
            }
        }
    }

    /// Puts a value in the place of a block after `|` or `>`.
    fn replace_block_scalar(
        &mut self,
        at: usize,
        column: usize,
        is_item: bool,
        old: &Node,
        out: Out,
    ) -> Result<(), Stuck> {
        let rest = &self.text[at..self.range.end];
        let words = rest.trim_start_matches([' ', '\t']);
        let head = at + rest.len() - words.len();
        if !words.starts_with(['|', '>']) {
            return Err(Stuck::Odd);
        }
        let signs = words[1..].trim_start_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
        let head_end = at + rest.len() - signs.len();
        let lines_start = self.next_line(head_end);
        let end = self.end_of(old, at);
        let lines_end = match end < lines_start {
            true => lines_start,
            false => self.next_line(end),
        };
        match out {
            Out::Inline(value) => {
                self.replace(head, head_end, value);
                self.delete(lines_start, lines_end);
            }
            Out::Literal(sign, lines) => {
                let written = &self.text[lines_start..lines_end];
                let margins = written
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .map(|line| line.len() - line.trim_start_matches(' ').len());
                let margin = margins.min().unwrap_or(column + 2);
                if &self.text[head..head_end] != sign {
                    self.replace(head, head_end, sign.to_owned());
                }
                let lines = indented(&lines, margin, self.end);
                let is_open = !self.is_line_start(lines_start);
                let piece = match is_open {
                    true => format!("{}{lines}", self.end),
                    false if written.is_empty() || written.ends_with('\n') => {
                        format!("{lines}{}", self.end)
                    }
                    false => lines,
                };
                self.replace(lines_start, lines_end, piece);
            }
            Out::Block(_, lines) if is_item && !self.has_comment(head_end) => {
                self.replace(head, self.line_end(head_end), lines);
                self.delete(lines_start, lines_end);
            }
            Out::Block(..) => {
                self.delete(at, head_end);
                self.put_behind(at, column, false, out, lines_start);
                self.delete(lines_start, lines_end);
            }
        }
        Ok(())
    }
}
