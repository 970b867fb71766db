//! What still looks like mark-up where the tree has words.

use super::{Builder, Frame, Holder, Words, say};
use crate::diagnostic::{Diagnostic, Span};
use crate::markdown::directive::Holds;
use crate::markdown::signs::{self, Leaf, LeafKind, cells};

impl Builder<'_, '_> {
    /// Remembers words of the line that is open which stand in the source as they are read.
    pub(super) fn written(&mut self, words: &str, span: Span) {
        let is_alternative = self.frames.iter().rev().any(|frame| {
            matches!(
                frame,
                Frame::Line {
                    kind: Words::Image { .. },
                    ..
                }
            )
        });
        let is_written = self.text.get(span.start..span.end) == Some(words);
        if is_written && !is_alternative {
            self.written.push(span);
        }
    }

    /// Looks at the signs of a complete line of the given kind.
    pub(super) fn signs(&mut self, kind: LeafKind, span: Span) {
        let words = std::mem::take(&mut self.written);
        // That of a tight line is the one of its first piece.
        let end = words.last().map_or(span.end, |last| last.end);
        let span = Span::new(span.start, span.end.max(end));
        let has_lines = self.frames.iter().any(|frame| match frame {
            Frame::Blocks {
                kind: Holder::Directive(number),
                ..
            } => {
                let shape = self.fences.opened[*number].shape;
                shape.is_none_or(|shape| matches!(shape.holds, Holds::Lines(_)))
            }
            _ => false,
        });
        let quote = match self.frames.last() {
            Some(Frame::Blocks {
                kind: Holder::Quote,
                blocks,
                span,
                ..
            }) if blocks.is_empty() && self.frames.len() == 2 => Some(*span),
            _ => None,
        };
        let leaf = Leaf {
            text: self.text,
            span,
            kind,
            words: &words,
            has_lines,
            quote,
        };
        signs::find(&leaf, &mut self.findings);
        // The next line takes over what was allocated.
        self.written = words;
        self.written.clear();
    }

    /// Looks for cells of a row that have no column, and for code that a bar has cut.
    pub(super) fn left_over_cells(&mut self, span: Span) {
        let Some(Frame::Table { alignments, .. }) = self.frames.last() else {
            return;
        };
        let columns = alignments.len();
        self.findings.extend(cells::find(self.text, span, columns));
    }

    /// Looks whether a fence was closed.
    pub(super) fn open_fence(&mut self, span: Span) {
        let source = &self.text[span.start..span.end];
        let mut lines = source.lines();
        let Some(opening) = lines.next() else { return };
        let Some(sign) = opening.chars().next() else {
            return;
        };
        let length = opening.chars().take_while(|c| *c == sign).count();
        let closes = |line: &str| {
            let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
            line.len() >= length && line.chars().all(|c| c == sign)
        };
        if lines.next_back().is_some_and(closes) {
            return;
        }
        let head = Span::new(span.start, span.start + opening.trim_end().len());
        let fence: String = std::iter::repeat_n(sign, length).collect();
        let mut finding = Diagnostic::new(&say::FENCE_OPEN).with("fence", &fence);
        // Where the code ends is certain only if it is followed by nothing else.
        let body = source[opening.len()..].trim();
        let is_whole = !body.is_empty() && !body.lines().any(|line| line.trim().is_empty());
        if is_whole && self.frames.len() == 1 {
            let end = span.start + source.trim_end().len();
            finding = finding.replace(Span::new(end, end), format!("\n{fence}"));
        }
        self.find(finding, head);
    }
}
