//! Values of YAML are changed as a careful person changes them: only their own bytes differ.
//!
//! ```text
//! Node ──want──▶ what it is to be ──block, flow──▶ edits of the text ──▶ text
//!        Change                      fresh, scalar                         │
//!                        the same ◀──────────── read again ◀───────────────┘
//! ```
//!
//! Comments, the order of keys, quotation marks of what is not changed, unknown keys, ends of lines and
//! blank lines stay to the byte. What is written is read again, and is given only where it says what was
//! asked for and nothing else has become another.

mod alike;
mod block;
mod flow;
mod fresh;
mod lines;
mod pair;
mod place;
mod said;
mod scalar;
mod want;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use rihla_diagnostics::catalogue::yaml as say;
use rihla_diagnostics::{Diagnostic, Span, overlap};

use super::{Node, Value, parse};
use want::Want;

/// A value as it is to be written.
///
/// An end of a line in it is `\n`, and every letter is composed (NFC), as reading gives them: `\r\n` and a
/// letter with its accent apart become such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// Without quotation marks where YAML lets it stand so: dates, numbers, `true` and `false`, names.
    Plain(String),
    /// Words: in double quotes; several lines in a block after `|` where that says the same.
    Text(String),
    /// `[a, b]` for a few names, else lines that begin with `- `.
    List(Vec<Fresh>),
    /// Lines of the form `key: value`; an amount and its currency between braces.
    Map(Vec<(String, Fresh)>),
    /// Some keys of a map; `None` takes one away, and the map with its last one. All others stay as they are.
    Part(Vec<(String, Option<Fresh>)>),
}

/// What one step of a way leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The item of a list, counted from 0. Behind the last one, an item is added.
    Item(usize),
}

/// A change of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The way to it, through the values as they were before any change.
    pub way: Vec<Step>,
    /// What it is to become; `None` takes it away, with its key and the comment of its line, and whatever
    /// it leaves empty.
    pub to: Option<Fresh>,
}

/// Why nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// The text cannot be read, or holds several documents.
    Unread,
    /// A way leads nowhere: through words, by a key of a list or past the end of one.
    Astray,
    /// Something stands at the place of the change that is no mere value: a mistake, an anchor, a key that
    /// stands twice, a form that is not known here.
    Odd,
    /// What would be written does not say what was asked for.
    Otherwise,
}

/// A piece of YAML that can be changed.
#[derive(Debug)]
pub struct Source<'t> {
    text: &'t str,
    range: Span,
    root: Node,
    /// The mistakes in it.
    mistakes: Vec<Diagnostic>,
}

impl<'t> Source<'t> {
    /// Reads the piece `range` of a text: all of a file of YAML, or its front matter.
    ///
    /// # Errors
    ///
    /// Where it cannot be read at all. A mistake keeps from changing only what stands at its place.
    pub fn new(text: &'t str, range: Span) -> Result<Self, Stuck> {
        if text.get(range.start..range.end).is_none() {
            return Err(Stuck::Unread);
        }
        let (root, found) = parse(&Arc::from(""), text, range);
        let root = root.ok_or(Stuck::Unread)?;
        let mistakes: Vec<Diagnostic> = found.into_iter().filter(Diagnostic::is_error).collect();
        let are_several = |found: &Diagnostic| found.message == &say::SECOND_DOCUMENT;
        if mistakes.iter().any(are_several) {
            return Err(Stuck::Unread);
        }
        Ok(Self {
            text,
            range,
            root,
            mistakes,
        })
    }

    /// What it says.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The text with the changes.
    ///
    /// `entry` is the way to the map from which the ways of `changes` begin: empty, or to an entry of a
    /// file of many. `order` names keys of that map in the order in which they are declared: one that is
    /// added goes behind the nearest earlier one that is there, else before the nearest later one, else to
    /// the end. All changes are made together; of two of the same value, the later counts.
    ///
    /// # Errors
    ///
    /// Where a change cannot be made without another: see [`Stuck`].
    pub fn edit(
        &self,
        entry: &[Step],
        changes: &[Change],
        order: &[&str],
    ) -> Result<String, Stuck> {
        let want = want::changed(&self.root, entry, changes, order)?;
        let mut writer = Writer::new(self);
        writer.root(&want)?;
        if writer.edits.is_empty() {
            return Ok(self.text.to_owned());
        }
        self.refuse_mistakes(&writer)?;
        let (after, range) = writer.finish()?;
        self.check(&want, &after, range)?;
        Ok(after)
    }

    /// What is not understood is not touched.
    fn refuse_mistakes(&self, writer: &Writer<'_>) -> Result<(), Stuck> {
        let places = self.mistakes.iter().flat_map(|found| {
            let related = found.related.iter().map(|related| &related.place);
            related.chain(&found.place).filter_map(|place| place.span)
        });
        let mut places: Vec<Span> = places.collect();
        places.sort_by_key(|span| (span.start, span.end));
        let touched = writer.edits.iter().map(|(span, _)| span);
        for span in touched.chain(&writer.keys) {
            if places.iter().any(|place| overlap(*place, *span)) {
                return Err(Stuck::Odd);
            }
        }
        Ok(())
    }

    /// Reads what would be written.
    fn check(&self, want: &Want<'_>, after: &str, range: Span) -> Result<(), Stuck> {
        let source = Source::new(after, range).map_err(|_| Stuck::Otherwise)?;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for found in &self.mistakes {
            *counts.entry(found.message.code).or_default() += 1;
        }
        let are_old = source.mistakes.iter().all(|found| {
            let count = counts.get_mut(found.message.code);
            count.is_some_and(|count| {
                let is_left = *count > 0;
                *count = count.saturating_sub(1);
                is_left
            })
        });
        match are_old && want.is_said_by(&source.root) {
            true => Ok(()),
            false => Err(Stuck::Otherwise),
        }
    }
}

/// As [`Source::edit`], of a piece of a text that is changed once.
///
/// # Errors
///
/// Where it cannot be read, or a change cannot be made without another.
pub fn edit(
    text: &str,
    range: Span,
    entry: &[Step],
    changes: &[Change],
    order: &[&str],
) -> Result<String, Stuck> {
    Source::new(text, range)?.edit(entry, changes, order)
}

/// A part of a text with edits of it.
fn patched(text: &str, part: Span, mut edits: Vec<(Span, String)>) -> Result<String, Stuck> {
    // What is inserted at one place stays in the order in which it was.
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = String::with_capacity(part.end - part.start + 200);
    let mut done = part.start;
    for (span, with) in &edits {
        let between = text.get(done..span.start).ok_or(Stuck::Odd)?;
        if span.end < span.start || span.end > part.end {
            return Err(Stuck::Odd);
        }
        out.push_str(between);
        out.push_str(with);
        done = span.end;
    }
    out.push_str(text.get(done..part.end).ok_or(Stuck::Odd)?);
    Ok(out)
}

/// Where a value hangs.
#[derive(Clone, Copy, Debug)]
enum Slot {
    /// It is the whole piece.
    Root,
    /// After the colon of a key, or the hyphen of an item, in lines.
    Block {
        /// Behind the colon or the hyphen.
        at: usize,
        /// Of the key or the hyphen.
        column: usize,
        is_item: bool,
    },
    /// Between brackets: where its key ends, if it has one.
    Flow(Option<usize>),
}

/// Edits of a text, on the way.
struct Writer<'s> {
    text: &'s str,
    range: Span,
    root: &'s Node,
    /// The end of a line as the file writes it.
    end: &'static str,
    /// How far the hyphens of a list stand behind their key; found when it is asked for.
    offset: Option<usize>,
    edits: Vec<(Span, String)>,
    /// The keys on the ways.
    keys: Vec<Span>,
}

impl<'s> Writer<'s> {
    fn new(source: &'s Source<'_>) -> Self {
        Self {
            text: source.text,
            range: source.range,
            root: &source.root,
            end: match source.text.contains("\r\n") {
                true => "\r\n",
                false => "\n",
            },
            offset: None,
            edits: Vec::new(),
            keys: Vec::new(),
        }
    }

    fn insert(&mut self, at: usize, piece: String) {
        self.edits.push((Span::new(at, at), piece));
    }

    fn replace(&mut self, from: usize, to: usize, piece: String) {
        self.edits.push((Span::new(from, to), piece));
    }

    fn delete(&mut self, from: usize, to: usize) {
        if from < to {
            self.replace(from, to, String::new());
        }
    }

    /// The text with all edits, and where its YAML stands.
    fn finish(self) -> Result<(String, Span), Stuck> {
        let mut out = self.text[..self.range.start].to_owned();
        out.push_str(&patched(self.text, self.range, self.edits)?);
        let range = Span::new(self.range.start, out.len());
        out.push_str(&self.text[self.range.end..]);
        Ok((out, range))
    }

    /// Makes a value that comes to another place what it is to be: the edits of it where it is.
    fn changed_apart(
        &mut self,
        slot: Slot,
        old: &Node,
        want: &Want<'_>,
    ) -> Result<Vec<(Span, String)>, Stuck> {
        let others = std::mem::take(&mut self.edits);
        self.change(slot, old, want)?;
        Ok(std::mem::replace(&mut self.edits, others))
    }

    /// Makes the whole piece what it is to be.
    fn root(&mut self, want: &Want<'_>) -> Result<(), Stuck> {
        let root = self.root;
        match (&root.value, want) {
            _ if want.is_kept(root) => Ok(()),
            (Value::Null, Want::Map(_) | Want::List(_)) if root.span.start == root.span.end => {
                let lines = self.lines(want, 0)?;
                let at = self.range.end;
                match self.is_line_start(at) {
                    true => self.insert(at, format!("{lines}{}", self.end)),
                    false => self.insert(at, format!("{}{lines}", self.end)),
                }
                Ok(())
            }
            (Value::Map(map), Want::Null) if !self.is_flow(root) => {
                self.block_map(Slot::Root, map, &[])
            }
            (Value::List(items), Want::Null) if !self.is_flow(root) => {
                self.block_list(Slot::Root, root, items, &[])
            }
            (Value::Map(_) | Value::List(_), Want::Null) => {
                self.delete(root.span.start, root.span.end);
                Ok(())
            }
            (Value::Map(_), Want::Map(_)) | (Value::List(_), Want::List(_)) => {
                self.change(Slot::Root, root, want)
            }
            _ => Err(Stuck::Astray),
        }
    }

    /// Makes a value what it is to be. The depth is that of the values.
    fn change(&mut self, slot: Slot, old: &Node, want: &Want<'_>) -> Result<(), Stuck> {
        let is_between_brackets = matches!(slot, Slot::Flow(_));
        // Of lines that all go, brackets are left.
        let is_emptied = want.is_empty() && self.is_block(old);
        match (&old.value, want) {
            _ if want.is_kept(old) => Ok(()),
            (Value::Map(map), Want::Map(wants)) if !is_emptied => match self.is_flow(old) {
                true => self.flow_map(old, map, wants),
                false if is_between_brackets => Err(Stuck::Odd),
                false => self.block_map(slot, map, wants),
            },
            (Value::List(items), Want::List(wants)) if !is_emptied => match self.is_flow(old) {
                true => self.flow_list(old, items, wants),
                false if is_between_brackets => Err(Stuck::Odd),
                false => self.block_list(slot, old, items, wants),
            },
            _ => match slot {
                Slot::Root => Err(Stuck::Astray),
                Slot::Flow(key_end) => self.replace_in_flow(key_end, old, want),
                Slot::Block {
                    at,
                    column,
                    is_item,
                } => self.replace_in_block(at, column, is_item, old, want),
            },
        }
    }
}
