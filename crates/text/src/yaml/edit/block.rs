//! Lists and maps in lines.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::{Map, Node, Style, Value};
use super::fresh::{Out, indented};
use super::lines::Place;
use super::pair::From;
use super::want::Want;
use super::{Slot, Stuck, Writer};

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
        let mut siblings = self.siblings(slot, &heads)?;
        self.find_starts(&mut siblings, slot);
        let is_of_flow = items
            .iter()
            .find(|item| matches!(item.value, Value::Map(_)))
            .is_some_and(|item| self.is_flow(item));
        let mut places = Vec::with_capacity(wants.len());
        let mut moved = Vec::new();
        for (from, want) in wants {
            let slot = |number: usize| {
                Ok(Slot::Block {
                    at: siblings.all.get(number).ok_or(Stuck::Odd)?.at,
                    column: siblings.column,
                    is_item: true,
                })
            };
            places.push(match from {
                From::Stays(number) => {
                    self.change(slot(*number)?, &items[*number], want)?;
                    Place::Kept(*number)
                }
                From::Moved(number) => {
                    moved.push(*number);
                    let edits = self.changed_apart(slot(*number)?, &items[*number], want)?;
                    Place::New(self.lines_of(&siblings, *number, edits)?)
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
