//! Captions of pictures that do not stand alone: no page shows them.

use super::{Builder, Frame, Holder, say};
use crate::markdown::from_html::mark_of_block;
use crate::markdown::markup::LeafKind;
use crate::markdown::{Inline, InlineKind};
use rihla_diagnostics::{Correction, Diagnostic, Edit, Span, Text};

/// Where a picture may not have a caption.
const IN_TABLE: Text = Text("picture-caption-in-table");
const IN_HEADING: Text = Text("picture-caption-in-heading");
const IN_LINK: Text = Text("picture-caption-in-link");
const IN_LIST: Text = Text("picture-caption-in-list");
const IN_TERM: Text = Text("picture-caption-in-term");

impl Builder<'_, '_> {
    /// Tells the captions of pictures in a complete line that is no picture alone.
    pub(super) fn captions(&mut self, inlines: &[Inline<'_>], kind: LeafKind) {
        let place = match kind {
            LeafKind::Cell => Some(IN_TABLE),
            LeafKind::Heading => Some(IN_HEADING),
            LeafKind::Term => Some(IN_TERM),
            LeafKind::Tight => Some(IN_LIST),
            LeafKind::Paragraph => None,
        };
        for (at, inline) in inlines.iter().enumerate() {
            match &inline.kind {
                InlineKind::Image { title, .. } if !title.trim().is_empty() => {
                    let finding = caption(title, place);
                    let finding = match kind == LeafKind::Paragraph && self.is_in_text() {
                        true => self.set_apart(finding, inlines, at),
                        false => finding,
                    };
                    self.find(finding, inline.span);
                }
                InlineKind::Link { children, .. } => self.deep(children, Some(IN_LINK)),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Strike(children) => self.deep(children, place),
                _ => {}
            }
        }
    }

    fn deep(&mut self, inlines: &[Inline<'_>], place: Option<Text>) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Image { title, .. } if !title.trim().is_empty() => {
                    self.find(caption(title, place), inline.span);
                }
                InlineKind::Link { children, .. } => self.deep(children, Some(IN_LINK)),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Strike(children) => self.deep(children, place),
                _ => {}
            }
        }
    }

    /// Whether nothing stands before the lines of what is open: no list, no quotation.
    fn is_in_text(&self) -> bool {
        self.frames.iter().skip(1).all(|frame| {
            matches!(
                frame,
                Frame::Blocks {
                    kind: Holder::Directive(_),
                    ..
                }
            )
        })
    }

    /// The correction for a picture alone on its line: empty lines around it.
    fn set_apart(&self, finding: Diagnostic, inlines: &[Inline<'_>], at: usize) -> Diagnostic {
        let is_break = |inline: &Inline<'_>| {
            matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
        };
        let picture = inlines[at].span;
        let mut edits = Vec::new();
        if let Some(broken) = at.checked_sub(1) {
            let Some(before) = broken.checked_sub(1) else {
                return finding;
            };
            edits.push(Span::new(inlines[before].span.end, picture.start));
            if !is_break(&inlines[broken]) {
                return finding;
            }
        }
        if let Some(broken) = inlines.get(at + 1) {
            let Some(after) = inlines.get(at + 2) else {
                return finding;
            };
            let words = &self.text[after.span.start..];
            let first = words.split_whitespace().next().unwrap_or_default();
            let is_mark = mark_of_block(first).is_some() || first.starts_with(['*', '|', '<']);
            edits.push(Span::new(picture.end, after.span.start));
            if !is_break(broken) || is_mark {
                return finding;
            }
        }
        let is_blank = |span: &Span| {
            let between = self.text.get(span.start..span.end);
            between.is_some_and(|between| {
                between
                    .trim_matches(['\\', ' ', '\t', '\r', '\n'])
                    .is_empty()
            })
        };
        if !edits.is_empty() && edits.iter().all(is_blank) {
            let edit = |span| Edit {
                path: None,
                span,
                text: "\n\n".to_owned(),
            };
            return finding.correct(Correction::Edits(edits.into_iter().map(edit).collect()));
        }
        finding
    }
}

fn caption(title: &str, place: Option<Text>) -> Diagnostic {
    let finding = Diagnostic::new(&say::IMAGE_CAPTION).with("caption", title.trim());
    match place {
        Some(place) => finding.with("place", place),
        None => finding,
    }
}
