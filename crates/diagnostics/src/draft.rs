//! A text while it is fixed: what it was, what it has become, and where one is in the other.

use std::sync::Arc;

use crate::Span;

/// A text and its changes so far.
#[derive(Clone, Debug)]
pub struct Draft {
    original: Arc<str>,
    text: String,
    /// In order, apart from each other.
    edits: Vec<Changed>,
}

/// A change of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What is replaced, in the original.
    pub from: Span,
    /// What stands for it, in the text.
    pub to: Span,
}

impl Draft {
    /// A text that is not changed.
    pub fn new(original: Arc<str>) -> Self {
        Self {
            text: original.to_string(),
            original,
            edits: Vec::new(),
        }
    }

    /// What it was.
    pub fn original(&self) -> &Arc<str> {
        &self.original
    }

    /// What it has become.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its changes, in order. None touches another.
    pub fn edits(&self) -> &[Changed] {
        &self.edits
    }

    /// Whether it is another text than it was.
    pub fn is_changed(&self) -> bool {
        self.text != *self.original
    }

    /// Puts `with` in the place of a range of the text.
    pub fn replace(&mut self, range: Span, with: &str) {
        let first = self.edits.partition_point(|edit| edit.to.end < range.start);
        let after = self
            .edits
            .partition_point(|edit| edit.to.start <= range.end);
        // With the edits that it touches it becomes one.
        let touched = &self.edits[first..after];
        let (start, origin) = match touched.first() {
            Some(edit) if edit.to.start <= range.start => (edit.to.start, edit.from.start),
            _ => (range.start, self.place(range.start, false)),
        };
        let (end, origin_end) = match touched.last() {
            Some(edit) if edit.to.end >= range.end => (edit.to.end, edit.from.end),
            _ => (range.end, self.place(range.end, true)),
        };
        let from = Span::new(origin, origin_end);
        self.text.replace_range(range.start..range.end, with);
        let moved = |at: usize| at + with.len() - (range.end - range.start);
        let edit = Changed {
            from,
            to: Span::new(start, moved(end)),
        };
        self.edits.splice(first..after, [edit]);
        for edit in &mut self.edits[first + 1..] {
            edit.to = Span::new(moved(edit.to.start), moved(edit.to.end));
        }
    }

    /// Puts texts in the place of ranges of the text, which are in order and apart.
    pub fn replace_all(&mut self, changes: &[(Span, &str)]) {
        let are_apart = changes
            .windows(2)
            .all(|pair| pair[0].0.end <= pair[1].0.start);
        if !self.edits.is_empty() || !are_apart {
            for (range, with) in changes.iter().rev() {
                self.replace(*range, with);
            }
            return;
        }
        let mut text = String::with_capacity(self.text.len());
        let mut done = 0;
        for (range, with) in changes {
            text.push_str(&self.text[done..range.start]);
            let start = text.len();
            text.push_str(with);
            done = range.end;
            match self.edits.last_mut() {
                Some(last) if last.from.end == range.start => {
                    last.from.end = range.end;
                    last.to.end = text.len();
                }
                _ => self.edits.push(Changed {
                    from: *range,
                    to: Span::new(start, text.len()),
                }),
            }
        }
        text.push_str(&self.text[done..]);
        self.text = text;
    }

    /// The range of the original for a range of the text; of what was changed, the whole change.
    pub fn origin(&self, span: Span) -> Span {
        let start = self.place(span.start, false);
        Span::new(start, self.place(span.end, true).max(start))
    }

    /// Where a byte of the text was, as the beginning or the end of something.
    fn place(&self, at: usize, is_end: bool) -> usize {
        let before = self.edits.partition_point(|edit| match is_end {
            true => edit.to.start < at,
            false => edit.to.start <= at,
        });
        let Some(edit) = before.checked_sub(1).map(|before| self.edits[before]) else {
            return at;
        };
        match (at >= edit.to.end, is_end) {
            (true, _) => at - edit.to.end + edit.from.end,
            (false, true) => edit.from.end,
            (false, false) => edit.from.start,
        }
    }
}

/// The ends that two texts have in common, and what differs between them: ranges of both.
pub fn difference(old: &str, new: &str) -> (Span, Span) {
    let common = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b)
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum::<usize>()
    };
    let head = common(&mut old.chars(), &mut new.chars());
    let tail = common(
        &mut old[head..].chars().rev(),
        &mut new[head..].chars().rev(),
    );
    (
        Span::new(head, old.len() - tail),
        Span::new(head, new.len() - tail),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_those_of_the_original() {
        let mut draft = Draft::new("title: Etat : 2 Juin\nb\n".into());
        draft.replace(Span::new(7, 7), "\"");
        draft.replace(Span::new(21, 21), "\"");
        draft.replace(Span::new(8, 9), "É");
        assert_eq!(draft.text(), "title: \"État : 2 Juin\"\nb\n");
        assert_eq!(draft.origin(Span::new(18, 22)), Span::new(16, 20));
        assert_eq!(draft.origin(Span::new(24, 25)), Span::new(21, 22));
        // What touches is one change.
        let edits: Vec<Span> = draft.edits().iter().map(|edit| edit.from).collect();
        assert_eq!(edits, [Span::new(7, 8), Span::new(20, 20)]);
    }

    proptest! {
        #[test]
        fn edits_of_the_original_give_the_text(
            original in "[a-dé\n]{0,30}",
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6, "[x-zè]{0,4}"), 0..8),
        ) {
            let mut draft = Draft::new(original.as_str().into());
            let mut wanted = original.clone();
            for (at, length, with) in changes {
                let places: Vec<usize> = wanted.char_indices().map(|(at, _)| at).chain([wanted.len()]).collect();
                let first = at.index(places.len());
                let last = (first + length).min(places.len() - 1);
                let range = Span::new(places[first], places[last]);
                draft.replace(range, &with);
                wanted.replace_range(range.start..range.end, &with);
                prop_assert_eq!(draft.text(), &wanted);
                let mut at_once = Draft::new(original.as_str().into());
                let changes: Vec<(Span, &str)> = draft
                    .edits()
                    .iter()
                    .map(|edit| (edit.from, &wanted[edit.to.start..edit.to.end]))
                    .collect();
                at_once.replace_all(&changes);
                prop_assert_eq!(at_once.text(), &wanted);
                prop_assert_eq!(at_once.edits(), draft.edits());
                let mut made = String::new();
                let mut done = 0;
                for edit in draft.edits() {
                    made.push_str(&original[done..edit.from.start]);
                    made.push_str(&wanted[edit.to.start..edit.to.end]);
                    done = edit.from.end;
                }
                made.push_str(&original[done..]);
                prop_assert_eq!(&made, &wanted);
                for pair in draft.edits().windows(2) {
                    prop_assert!(pair[0].to.end < pair[1].to.start);
                    prop_assert!(pair[0].from.end < pair[1].from.start);
                }
            }
        }
    }
}
