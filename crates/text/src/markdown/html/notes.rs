//! Footnotes: their marks in the text, and the list at its end.

use std::fmt::Write;

use super::{Surroundings, Word, Writer};
use crate::escape::escape_into;
use crate::language::direction_of;

/// The footnotes of a text and of those that stand in it: numbered through in the order of their first marks.
#[derive(Debug, Default)]
pub struct Notes {
    /// How many have a number.
    count: usize,
    /// The number of each, and the item of the list.
    items: Vec<(usize, String)>,
}

impl Notes {
    /// Writes the list, if there is one, below a heading of this level.
    pub(super) fn write(
        mut self,
        around: &dyn Surroundings,
        (scope, level): (&str, u8),
        out: &mut String,
    ) {
        if self.items.is_empty() {
            return;
        }
        // Those of a text inside of another one are complete before it is.
        self.items.sort_by_key(|(number, _)| *number);
        let _ = write!(
            out,
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"{scope}fn:title\">\n\
             <h{level} id=\"{scope}fn:title\">"
        );
        escape_into(&around.word(Word::Footnotes), out);
        let _ = writeln!(out, "</h{level}>\n<ol>");
        for (_, item) in &self.items {
            out.push_str(item);
        }
        out.push_str("</ol>\n</section>\n");
    }
}

impl Writer<'_> {
    /// The mark of a footnote.
    pub(super) fn mark(&mut self, key: &str, out: &mut String) {
        let Some(note) = self.places.get(key).copied() else {
            return;
        };
        let (order, count) = (&mut self.order, &mut self.notes.count);
        let (number, nth) = self.marks.entry(note).or_insert_with(|| {
            order.push(note);
            *count += 1;
            (*count, 0)
        });
        *nth += 1;
        let (number, nth) = (*number, *nth);
        let (scope, here) = (self.scope, self.around.here());
        let _ = write!(
            out,
            "<sup><a href=\"{here}#{scope}fn:{number}\" id=\"{}\" role=\"doc-noteref\" aria-label=\"",
            mark_id(scope, number, nth)
        );
        escape_into(&self.around.word(Word::FootnoteReference(number)), out);
        let _ = write!(out, "\">{number}</a></sup>");
    }

    /// Makes the items of the notes of this text, each with its ways back; `language` is that of the text, where it
    /// is not that of the list. A note may hold marks of others.
    pub(super) fn close_notes(&mut self, language: Option<&str>) {
        let document = self.document;
        let mut texts = Vec::new();
        while let Some(note) = self.order.get(texts.len()) {
            let mut text = String::new();
            self.blocks(&document.notes[*note].blocks, &mut text);
            texts.push(text);
        }
        let scope = self.scope;
        for (text, note) in texts.iter().zip(&self.order) {
            let (number, marks) = self.marks.get(note).copied().unwrap_or((0, 1));
            let mut out = format!("<li id=\"{scope}fn:{number}\">");
            // The number stands on the side of the list.
            if let Some(tag) = language {
                let direction = direction_of(tag).unwrap_or("ltr");
                let _ = write!(out, "<div lang=\"{tag}\" dir=\"{direction}\">");
            }
            let mut back = String::new();
            for nth in 1..=marks {
                let _ = write!(
                    back,
                    " <a href=\"{}#{}\" role=\"doc-backlink\" aria-label=\"",
                    self.around.here(),
                    mark_id(scope, number, nth)
                );
                escape_into(
                    &self.around.word(Word::BackToText { number, nth }),
                    &mut back,
                );
                back.push_str("\">↩</a>");
            }
            // The way back stands at the end of the last paragraph.
            match text.strip_suffix("</p>\n") {
                Some(head) => {
                    out.push_str(head);
                    out.push_str(&back);
                    out.push_str("</p>");
                }
                None => {
                    out.push_str(text);
                    out.push_str(&back);
                }
            }
            if language.is_some() {
                out.push_str("</div>");
            }
            out.push_str("</li>\n");
            self.notes.items.push((number, out));
        }
    }
}

fn mark_id(scope: &str, number: usize, nth: usize) -> String {
    match nth {
        1 => format!("{scope}fnref:{number}"),
        _ => format!("{scope}fnref:{number}:{nth}"),
    }
}
