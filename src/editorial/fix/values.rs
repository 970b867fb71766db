//! Fields in Markdown: what is corrected of a text is corrected of them, where it can be written in YAML as
//! it stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{self, LeafPlace, PlaceKind};
use super::guard::{self, Announced};
use super::{html, markup, quoting};
use rihla_diagnostics::Draft;
use rihla_diagnostics::{Correction, Diagnostic, Location, Span};
use rihla_text::yaml::{Node, Style, Value, Written};

/// A name for the text of a field, which is read as the body of a file.
const NAME: &str = "field.md";

/// Corrects the fields of a file that are in Markdown, and adds what was corrected. A correction after which
/// a field said anything else is left out.
pub(super) fn fix(
    path: &Arc<str>,
    draft: &mut Draft,
    places: &BTreeMap<usize, LeafPlace>,
    findings: &mut Vec<Diagnostic>,
) {
    let is_markdown = |place: &LeafPlace| place.kind == PlaceKind::Markdown;
    // From the end, so that places before stay what they are.
    let places = places.iter().rev();
    let mut places = places
        .filter(|(_, place)| is_markdown(place))
        .map(|(number, _)| *number)
        .peekable();
    while places.peek().is_some() {
        // Read again after each change.
        let text = draft.text().to_owned();
        let contents = guard::read(path, &text);
        if contents.problems.iter().any(Diagnostic::is_error) {
            return;
        }
        let leaves = fields::leaves(contents.root.as_ref());
        let lines = quoting::lines(&text, &contents);
        let change = places.by_ref().find_map(|number| {
            let leaf = leaves.get(number)?;
            let (new, found, value) = corrected(draft, leaf)?;
            let announced = Announced {
                values: BTreeMap::from([(number, value)]),
                lines: lines.clone(),
                ..Announced::default()
            };
            let is_held = guard::holds(path, (&text, &contents), new.text(), &announced);
            is_held.then_some((leaf, new, found))
        });
        let Some((leaf, new, found)) = change else {
            return;
        };
        let found = found.into_iter();
        findings.extend(found.map(|finding| placed(path, draft, leaf, finding)));
        *draft = new;
    }
}

/// The file with the field corrected, what was corrected of the value, and the value then.
fn corrected(draft: &Draft, leaf: &Node) -> Option<(Draft, Vec<Diagnostic>, String)> {
    let Value::Scalar(scalar) = &leaf.value else {
        return None;
    };
    // A text that begins so has fields of its own.
    if scalar.text.starts_with("---") {
        return None;
    }
    let name: Arc<str> = NAME.into();
    let mut value = Draft::new(scalar.text.as_str().into());
    let mut found = html::rewrite(&name, &mut value);
    markup::fix(&name, &mut value, &mut found, &|_| false);
    if !value.is_changed() {
        return None;
    }
    let text = draft.text();
    let written = leaf.written(text);
    let before = text[..leaf.span.start].rsplit('\n').next()?;
    let is_block = matches!(scalar.style, Style::Literal) && before.trim().is_empty();
    let mut new = draft.clone();
    for edit in value.edits().iter().rev() {
        let with = &value.text()[edit.to.start..edit.to.end];
        let is_as_it_stands = match scalar.style {
            Style::Literal | Style::Folded => true,
            Style::DoubleQuoted => !with.contains(['"', '\\']),
            Style::SingleQuoted => !with.contains('\''),
            Style::Plain => !with.contains([':', '#', '\'', '"']),
        };
        if with.contains('\n') && !is_block || !is_as_it_stands {
            return None;
        }
        let with = with.replace('\n', &format!("\n{before}"));
        // An empty line needs no indentation.
        let with = with.replace(&format!("\n{before}\n"), "\n\n");
        new.replace(place(&written, edit.from)?, &with);
    }
    Some((new, found, value.text().to_owned()))
}

/// Where a range of a value stands in its file, which may be some lines.
fn place(written: &Written, span: Span) -> Option<Span> {
    let start = written.place(span.start, span.start)?.start;
    let end = written.place(span.end, span.end)?.end;
    (start <= end).then(|| Span::new(start, end))
}

/// A finding about a value, as one about its file as it was.
fn placed(path: &Arc<str>, draft: &Draft, leaf: &Node, mut finding: Diagnostic) -> Diagnostic {
    let written = leaf.written(draft.text());
    let span = finding.place.take().and_then(|place| place.span);
    let span = span.and_then(|span| place(&written, span));
    finding.corrections.retain(|correction| match correction {
        Correction::Edits(edits) => edits
            .iter()
            .all(|edit| place(&written, edit.span).is_some() && !edit.text.contains('\n')),
        Correction::Rename(_) => false,
    });
    finding.move_edits(|span| place(&written, span).unwrap_or(span));
    let here = Location::new(path.clone(), span.unwrap_or(leaf.span));
    quoting::original(draft, finding.placed(here))
}
