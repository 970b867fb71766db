//! The lines and columns of many places in the same texts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Location, Texts};

/// The bytes of a block.
const BLOCK: usize = 1024;

/// Texts, of each of which is noted where its lines begin: what is asked of one place takes no longer
/// where there are many, or where they are far down.
pub(super) struct Located<'t> {
    texts: &'t dyn Texts,
    known: RefCell<BTreeMap<Arc<str>, Lines>>,
}

impl<'t> Located<'t> {
    pub(super) fn new(texts: &'t dyn Texts) -> Self {
        Self {
            texts,
            known: RefCell::default(),
        }
    }

    /// As [`Texts::text`].
    pub(super) fn text(&self, path: &str) -> Option<&'t str> {
        self.texts.text(path)
    }

    /// As [`line_column`](super::line_column), at an offset in the text of a place.
    pub(super) fn line_column(
        &self,
        place: &Location,
        text: &str,
        offset: usize,
    ) -> (usize, usize) {
        let mut known = self.known.borrow_mut();
        let lines = known
            .entry(place.path.clone())
            .or_insert_with(|| Lines::of(text));
        lines.line_column(text, offset)
    }
}

/// Where the lines of a text begin, and how many characters come before each of its blocks.
struct Lines {
    starts: Vec<usize>,
    before: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let mut count = 0;
        let mut before = Vec::with_capacity(text.len() / BLOCK + 1);
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(count);
            count += characters(block);
        }
        before.push(count);
        Self {
            starts: std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect(),
            before,
        }
    }

    fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= end);
        let start = self.starts[line.saturating_sub(1)];
        let column = self.until(text, end) - self.until(text, start) + 1;
        (line, column)
    }

    /// How many characters come before a place.
    fn until(&self, text: &str, end: usize) -> usize {
        let block = end / BLOCK;
        self.before[block] + characters(&text.as_bytes()[block * BLOCK..end])
    }
}

/// How many characters begin in some bytes of UTF-8: those that are no continuation.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line_column;

    #[test]
    fn they_are_those_of_one_place() {
        let long = "é€𝄞a".repeat(700);
        for text in [
            "",
            "\n",
            "a",
            "é\n\nb\n",
            &long,
            &format!("{long}\n{long}\r\nx"),
        ] {
            let lines = Lines::of(text);
            for offset in 0..text.len() + 2 {
                let wanted = line_column(text, offset);
                assert_eq!(lines.line_column(text, offset), wanted, "{offset}");
            }
        }
    }
}
