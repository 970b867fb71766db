//! A line in pieces: what the engine sees of it, and what becomes of each piece.

use std::borrow::Cow;

use super::edit::{Edit, Side, With};
use super::scan::Engine;
use crate::language::Profile;

/// Stands for something in a line that is no text of the writer's: code, an image, a value.
pub const OBJECT: &str = "\u{fffc}";
/// A line that ends where the writer ends it.
pub const BREAK: &str = "\u{2028}";
/// The end of a paragraph: quotation marks do not reach over it.
pub(super) const PARAGRAPH: &str = "\u{2029}";

/// A line whose pieces the engine sees as one text. It is filled, set once, and read; passages in
/// other languages are set each by their own rules.
#[derive(Debug, Default)]
pub struct TextLine {
    passages: Vec<Passage>,
    /// How many of the passages are of this line; the others are kept for their memory.
    used: usize,
    /// The passages that are open, the innermost last.
    open: Vec<usize>,
}

#[derive(Debug, Default)]
struct Passage {
    profile: Option<&'static Profile>,
    text: String,
    slots: Vec<(usize, usize)>,
    edits: Vec<Edit>,
}

/// The place of a piece in a line.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    passage: usize,
    number: usize,
}

/// A part of a piece after it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Text(Cow<'t, str>),
    /// Words above the line.
    Raised(&'t str),
}

impl Piece<'_> {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Raised(text) => text,
        }
    }
}

impl TextLine {
    /// Begins a line in a language; without a profile it stays as it is.
    pub fn start(&mut self, profile: Option<&'static Profile>) {
        self.used = 0;
        self.open.clear();
        self.enter(profile);
    }

    /// Begins a passage in another language.
    pub fn enter(&mut self, profile: Option<&'static Profile>) {
        if self.used == self.passages.len() {
            self.passages.push(Passage::default());
        }
        let passage = &mut self.passages[self.used];
        passage.profile = profile;
        passage.text.clear();
        passage.slots.clear();
        passage.edits.clear();
        self.open.push(self.used);
        self.used += 1;
    }

    /// Ends it. For what is around it, it is something that stands in the line.
    pub fn leave(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
            self.object();
        }
    }

    fn innermost(&mut self) -> Option<(usize, &mut Passage)> {
        let number = *self.open.last()?;
        Some((number, &mut self.passages[number]))
    }

    /// Adds text that is to be set.
    pub fn text(&mut self, text: &str) -> Slot {
        let Some((passage, current)) = self.innermost() else {
            self.start(None);
            return self.text(text);
        };
        let start = current.text.len();
        current.text.push_str(text);
        current.slots.push((start, current.text.len()));
        Slot {
            passage,
            number: current.slots.len() - 1,
        }
    }

    /// Adds something that counts as a word and stays as it is.
    pub fn object(&mut self) {
        self.context(OBJECT);
    }

    /// Adds the end of a line inside a paragraph.
    pub fn line_break(&mut self) {
        self.context(BREAK);
    }

    /// Adds the end of a paragraph.
    pub fn paragraph(&mut self) {
        self.context(PARAGRAPH);
    }

    /// Adds text that the engine sees, and that stays as it is.
    pub fn context(&mut self, text: &str) {
        if let Some((_, current)) = self.innermost() {
            current.text.push_str(text);
        }
    }

    /// Sets what was added.
    pub fn set(&mut self, engine: &mut Engine) {
        self.change(|text, profile, edits| engine.find(text, profile, edits));
    }

    /// Looks for what is to be changed, in another way than [`TextLine::set`].
    pub(super) fn change(&mut self, mut find: impl FnMut(&str, &'static Profile, &mut Vec<Edit>)) {
        for passage in &mut self.passages[..self.used] {
            if let Some(profile) = passage.profile {
                find(&passage.text, profile, &mut passage.edits);
            }
        }
    }

    /// Whether anything is to be changed.
    pub fn is_changed(&self) -> bool {
        self.passages[..self.used].iter().any(|passage| {
            let mut edits = passage.edits.iter();
            edits.any(|edit| edit.with.is_change())
        })
    }

    /// Gives what becomes of a piece, which is `text` as it was added, part by part.
    pub fn pieces<'t>(&self, slot: Slot, text: &'t str, mut give: impl FnMut(Piece<'t>)) {
        let passage = &self.passages[slot.passage];
        let (start, end) = passage.slots[slot.number];
        // The words that are finished and not yet given.
        let mut words = String::new();
        let mut done = start;
        let mut is_changed = false;
        let first = passage.edits.partition_point(|edit| edit.end < start);
        for edit in &passage.edits[first..] {
            if edit.start > end {
                break;
            }
            if !edit.with.is_change() || !passage.is_in(edit, slot.number) {
                continue;
            }
            is_changed = true;
            let from = edit.start.max(start);
            let to = edit.end.min(end);
            words.push_str(&text[done - start..from - start]);
            match edit.with {
                With::Same | With::Undecided => {}
                With::Raised => {
                    flush(&mut words, &mut give);
                    give(Piece::Raised(&text[from - start..to - start]));
                }
                With::Text(with) => {
                    if passage.is_first(edit, slot.number) {
                        words.push_str(with);
                    }
                }
            }
            done = to;
        }
        if is_changed {
            words.push_str(&text[done - start..]);
            flush(&mut words, &mut give);
        } else {
            give(Piece::Text(Cow::Borrowed(text)));
        }
    }
}

impl Passage {
    /// Whether some of an edit lies in a slot.
    fn is_in(&self, edit: &Edit, number: usize) -> bool {
        let (start, end) = self.slots[number];
        if edit.start < edit.end {
            return edit.start.max(start) < edit.end.min(end);
        }
        match edit.side {
            Side::Before => {
                let before = number.checked_sub(1).and_then(|at| self.slots.get(at));
                edit.start > start || before.is_none_or(|(_, end)| *end != start)
            }
            Side::After => {
                let after = self.slots.get(number + 1);
                edit.start < end || after.is_none_or(|(start, _)| *start != end)
            }
        }
    }

    /// Whether a slot is the first in which some of an edit lies. What reaches over several stands
    /// in the first.
    fn is_first(&self, edit: &Edit, number: usize) -> bool {
        let mut earlier = self.slots[..number]
            .iter()
            .rev()
            .take_while(|(_, end)| *end > edit.start);
        edit.start == edit.end || !earlier.any(|(start, end)| start < end)
    }
}

fn flush<'t>(words: &mut String, give: &mut impl FnMut(Piece<'t>)) {
    if !words.is_empty() {
        give(Piece::Text(Cow::Owned(std::mem::take(words))));
    }
}
