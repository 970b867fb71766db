//! HTML in a text is written in the Markdown that says the same.

use std::sync::Arc;

use super::{guard, quoting};
use rihla_diagnostics::Draft;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Message, Span};
use rihla_text::markdown::{self, Drawn, Image, Surroundings, Target, Word};

/// Writes the HTML of a text in Markdown, where its page is the same afterwards; gives what was
/// corrected.
pub(super) fn rewrite(path: &Arc<str>, draft: &mut Draft) -> Vec<Diagnostic> {
    let text = draft.text().to_owned();
    let Some(body) = guard::read(path, &text).body else {
        return Vec::new();
    };
    let (_, diagnostics) = markdown::parse(path, &text, body);
    let found: Vec<Diagnostic> = diagnostics
        .into_iter()
        .filter(|found| WRITTEN.contains(&found.message) && !edits_of(found).is_empty())
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    let before = page(&text, body);
    let (found, new) = match written(path, draft, &found, &before) {
        Some(new) => (found, new),
        // What cannot be written keeps nothing else from it.
        None => one_by_one(path, draft, found, &before),
    };
    let findings = found
        .into_iter()
        .map(|found| quoting::original(draft, found));
    let findings = findings.collect();
    *draft = new;
    findings
}

/// What is written here.
const WRITTEN: &[&Message] = &[
    &say::HTML_MARKDOWN,
    &say::HTML_BELOW,
    &say::PARAGRAPH_EMPTY,
    &say::WORD_TAGS,
];

/// A text with some corrections; `None` where its page is not the same.
fn written(path: &Arc<str>, draft: &Draft, found: &[Diagnostic], before: &str) -> Option<Draft> {
    let mut edits: Vec<&Edit> = found.iter().flat_map(edits_of).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut new = draft.clone();
    let changes: Vec<(Span, &str)> = edits
        .into_iter()
        .map(|edit| (edit.span, &*edit.text))
        .collect();
    new.replace_all(&changes);
    let after = guard::read(path, new.text()).body?;
    (page(new.text(), after) == before).then_some(new)
}

/// Those of some corrections after which the page is the same, and the text with them.
fn one_by_one(
    path: &Arc<str>,
    draft: &Draft,
    found: Vec<Diagnostic>,
    before: &str,
) -> (Vec<Diagnostic>, Draft) {
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut new = draft.clone();
    for finding in found {
        kept.push(finding);
        match written(path, draft, &kept, before) {
            Some(more) => new = more,
            None => drop(kept.pop()),
        }
    }
    (kept, new)
}

fn edits_of(diagnostic: &Diagnostic) -> &[Edit] {
    match diagnostic.corrections.first() {
        Some(Correction::Edits(edits)) => edits,
        _ => &[],
    }
}

/// What a text says on a page, with its links and images as they are written.
fn page(text: &str, body: Span) -> String {
    let document = markdown::tree(text, body);
    let mut html = String::new();
    markdown::html(&document, &AsWritten, "", &mut html);
    html
}

/// A page on which everything leads where it says.
struct AsWritten;

impl Surroundings for AsWritten {
    fn link(&self, destination: &str) -> Target {
        Target {
            href: Some(destination.into()),
            ..Target::default()
        }
    }

    fn image(&self, source: &str) -> Image {
        Image {
            src: source.into(),
            ..Image::default()
        }
    }

    fn fact(&self, id: &str) -> String {
        id.into()
    }

    fn word(&self, word: Word) -> String {
        format!("{word:?}")
    }

    fn directive(&self, drawn: &Drawn<'_>) -> String {
        let directive = &drawn.directive;
        let arguments = directive.arguments.iter().map(|argument| &argument.value);
        let arguments: Vec<_> = arguments.collect();
        let (name, body, rows) = (directive.shape.name, &drawn.body, &drawn.rows);
        format!("{name} {arguments:?} {rows:?} {body}")
    }
}
