//! Lists and maps between brackets.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::{Map, Node, Value};
use super::pair::From;
use super::want::Want;
use super::{Slot, Stuck, Writer};

/// A key with its value, or an item.
struct Sibling {
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
    /// A value, and the comment that comes with it.
    New(String, String),
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
                places.push(Place::New(format!("{key}: {value}"), String::new()));
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
        self.arrange_between(old.span.start + 1, &siblings, &places)
    }

    pub(super) fn flow_list(
        &mut self,
        old: &Node,
        items: &[Node],
        wants: &[(From, Want<'_>)],
    ) -> Result<(), Stuck> {
        let spans: Vec<(usize, usize)> = items
            .iter()
            .map(|item| (item.span.start, item.span.end))
            .collect();
        let siblings = self.between(old, &spans)?;
        let mut places = Vec::with_capacity(wants.len());
        for (from, want) in wants {
            places.push(match from {
                From::Stays(number) => {
                    let item = items.get(*number).ok_or(Stuck::Odd)?;
                    self.change(Slot::Flow(None), item, want)?;
                    Place::Kept(*number)
                }
                From::Moved(number) => {
                    let sibling = siblings.get(*number).ok_or(Stuck::Odd)?;
                    let value = self.text[sibling.start..sibling.end].to_owned();
                    Place::New(value, self.comment(sibling))
                }
                From::New => Place::New(self.between_brackets(want)?, String::new()),
            });
        }
        self.arrange_between(old.span.start + 1, &siblings, &places)
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
    ) -> Result<(), Stuck> {
        let mut is_kept = vec![false; all.len()];
        let (mut leading, mut behind) = (Vec::new(), None);
        let mut following: BTreeMap<usize, Vec<(&str, &str)>> = BTreeMap::new();
        for place in places {
            match (place, behind) {
                (Place::Kept(number), _) => {
                    if behind >= Some(*number) || *number >= all.len() {
                        return Err(Stuck::Odd);
                    }
                    is_kept[*number] = true;
                    behind = Some(*number);
                }
                (Place::New(value, comment), None) => leading.push((&**value, &**comment)),
                (Place::New(value, comment), Some(number)) => {
                    let values = following.entry(number).or_default();
                    values.push((value, comment));
                }
            }
        }
        for (number, values) in following {
            self.insert_following(&all[number], &values);
        }
        self.insert_leading(open, all, &is_kept, &leading);
        self.delete_between(all, &is_kept);
        Ok(())
    }

    fn insert_following(&mut self, sibling: &Sibling, values: &[(&str, &str)]) {
        if !sibling.is_alone {
            let values = values.iter().map(|(value, _)| format!(", {value}"));
            self.insert(sibling.end, values.collect());
            return;
        }
        let indent = " ".repeat(self.column(sibling.start));
        let mut lines = String::new();
        for (number, (value, comment)) in values.iter().enumerate() {
            let is_last = number + 1 == values.len();
            let comma = if is_last && sibling.comma.is_none() {
                ""
            } else {
                ","
            };
            lines.push_str(&format!("{}{indent}{value}{comma}{comment}", self.end));
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
        leading: &[(&str, &str)],
    ) {
        if leading.is_empty() {
            return;
        }
        let values: Vec<&str> = leading.iter().map(|(value, _)| *value).collect();
        let first = is_kept.iter().position(|is_kept| *is_kept);
        match first.or(all.len().checked_sub(1)).map(|at| &all[at]) {
            Some(sibling) if sibling.is_alone => {
                let indent = " ".repeat(self.column(sibling.start));
                let mut lines = String::new();
                for (value, comment) in leading {
                    lines.push_str(&format!("{indent}{value},{comment}{}", self.end));
                }
                self.insert(self.line_start(sibling.start), lines);
            }
            Some(sibling) if first.is_some() => {
                self.insert(sibling.start, format!("{}, ", values.join(", ")));
            }
            _ => self.insert(open, values.join(", ")),
        }
    }

    fn delete_between(&mut self, all: &[Sibling], is_kept: &[bool]) {
        let is_gone = |number: usize| is_kept.get(number) == Some(&false);
        let mut number = 0;
        while number < all.len() {
            let sibling = &all[number];
            if is_kept[number] {
                number += 1;
                continue;
            }
            if sibling.is_alone {
                let end = self.next_line(Self::comma_end(sibling));
                self.delete(self.line_start(sibling.start), end);
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
