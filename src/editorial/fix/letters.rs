//! Accents apart from their letters in fields. The values have them put together already; whoever searches
//! the file does not find them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{self, LeafPlace, PlaceKind};
use super::guard::{self, Announced};
use super::quoting;
use rihla_diagnostics::Draft;
use rihla_diagnostics::catalogue::fmt as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::markdown::wording;
use rihla_text::url::composed;

/// Puts the letters of texts in fields together, as their values have them. `None` where that would change
/// more than it should.
pub(super) fn compose(
    path: &Arc<str>,
    draft: &mut Draft,
    places: &BTreeMap<usize, LeafPlace>,
) -> Option<Vec<Diagnostic>> {
    let text = draft.text().to_owned();
    let contents = guard::read(path, &text);
    if contents.problems.iter().any(Diagnostic::is_error) {
        return Some(Vec::new());
    }
    let leaves = fields::leaves(contents.root.as_ref());
    let mut changes: Vec<(Span, String)> = Vec::new();
    for (number, place) in places {
        let is_text = matches!(place.kind, PlaceKind::Text | PlaceKind::Markdown);
        let Some(leaf) = leaves.get(*number).filter(|_| is_text) else {
            continue;
        };
        let written = text.get(leaf.span.start..leaf.span.end).unwrap_or_default();
        for (at, word, _) in wording::letters(written) {
            let right = composed(word);
            if right != word {
                let start = leaf.span.start + at;
                changes.push((Span::new(start, start + word.len()), right.into_owned()));
            }
        }
    }
    if changes.is_empty() {
        return Some(Vec::new());
    }
    changes.sort_by_key(|(span, _)| *span);
    let findings = changes.iter().map(|(span, right)| {
        let word = &text[span.start..span.end];
        let finding = Diagnostic::at(&say::LETTERS, path.clone(), *span)
            .with("before", word)
            .with("after", right)
            .replace(*span, right);
        quoting::original(draft, finding)
    });
    let findings = findings.collect();
    let edits: Vec<(Span, &str)> = changes
        .iter()
        .map(|(span, with)| (*span, &**with))
        .collect();
    draft.replace_all(&edits);
    let announced = Announced {
        lines: quoting::lines(&text, &contents),
        ..Announced::default()
    };
    guard::holds(path, (&text, &contents), draft.text(), &announced).then_some(findings)
}
