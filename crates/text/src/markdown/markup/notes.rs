//! Notes that are made by hand: `Texte¹`, and below it `¹ Source`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Findings, Leaf, seen};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Span};

/// Raised digits, by what they are.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Units that have an exponent.
const UNITS: [&str; 6] = ["m", "km", "cm", "mm", "dm", "hm"];

fn digit(c: char) -> Option<u8> {
    let at = RAISED.iter().position(|raised| *raised == c)?;
    u8::try_from(at).ok()
}

/// What a text has of raised figures.
#[derive(Debug, Default)]
pub(in crate::markdown) struct NotesByHand {
    /// Where one begins a line, with its space, and whether it stands alone at the head of a paragraph.
    heads: Vec<(String, Span, bool)>,
    /// Where one stands behind a word.
    marks: BTreeMap<String, Vec<Span>>,
}

impl NotesByHand {
    /// Gathers what stands in a leaf; `is_top` tells that it is a paragraph in nothing else.
    pub(in crate::markdown) fn gather(&mut self, leaf: &Leaf, is_top: bool) {
        let source = &leaf.text[leaf.span.start..leaf.span.end];
        if !source.contains(RAISED) {
            return;
        }
        let seen = seen(leaf);
        let text = &seen.text;
        let known = self.heads.len();
        let mut at = 0;
        while let Some(found) = text[at..].find(RAISED) {
            let start = at + found;
            let rest = text[start..].trim_start_matches(RAISED);
            let end = text.len() - rest.len();
            at = end;
            let number: String = text[start..end]
                .chars()
                .filter_map(digit)
                .map(|digit| digit.to_string())
                .collect();
            let before = &text[..start];
            let line = before.rsplit('\n').next().unwrap_or_default();
            let words = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            if line.trim().is_empty() {
                if words.starts_with(|c: char| c.is_alphabetic() || "«“\"".contains(c)) {
                    let is_first = before.trim().is_empty();
                    let place = seen.span(start, text.len() - words.len());
                    self.heads.push((number, place, is_top && is_first));
                }
                continue;
            }
            let word = before.trim_end_matches(char::is_alphabetic);
            let word = &before[word.len()..];
            let follows = before.ends_with(|c: char| c.is_alphabetic() || ".,;!?)»”%".contains(c));
            if follows && !UNITS.contains(&word) {
                let marks = self.marks.entry(number).or_default();
                marks.push(seen.span(start, end));
            }
        }
        if self.heads.len() > known + 1 {
            self.heads[known..]
                .iter_mut()
                .for_each(|head| head.2 = false);
        }
    }

    /// Tells of each that begins a line and stands behind a word as well. `keys` are those of the notes of
    /// the text.
    pub(in crate::markdown) fn tell(
        &self,
        text: &str,
        keys: &BTreeSet<String>,
        findings: &mut Findings,
    ) {
        let mut told = BTreeSet::new();
        for (number, head, is_alone) in &self.heads {
            let Some(marks) = self.marks.get(number) else {
                continue;
            };
            let is_first = told.insert(number);
            let finding = Diagnostic::new(&say::NOTE_BY_HAND)
                .with("signs", text[head.start..head.end].trim())
                .with("number", number);
            let edit = |span: Span, text: String| Edit {
                path: None,
                span,
                text,
            };
            let finding = match marks.as_slice() {
                [mark] if *is_alone && is_first && !keys.contains(number) => {
                    finding.correct(Correction::Edits(vec![
                        edit(*mark, format!("[^{number}]")),
                        edit(*head, format!("[^{number}]: ")),
                    ]))
                }
                _ => finding,
            };
            let length = text[head.start..head.end].trim_end().len();
            findings.push((finding, Span::new(head.start, head.start + length)));
        }
    }
}
