//! What was meant as markup: what is certain of it is corrected.

use std::sync::Arc;

use super::draft::Draft;
use super::{guard, quoting};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Message};
use rihla_text::markdown;

/// What leaves no doubt about what was meant.
const CERTAIN: &[&Message] = &[
    &say::BACKSLASH,
    &say::FOREIGN_SIGNS,
    &say::HEADING_DEPTH,
    &say::HEADING_SIGNS,
    &say::INVISIBLE,
    &say::LINK_SPACE,
    &say::LIST_SIGNS,
    &say::TABLE_CODE,
];

/// How often a text is corrected at most: what was no list holds further ones.
const ROUNDS: usize = 8;

/// Corrects the body of a text in Markdown, and adds what was corrected.
///
/// A correction after which the text had other letters, or after which something else would be
/// said of it, is left out.
/// `[words](two words.pdf)` is a link where `is_file` knows its path, as it is written.
pub(super) fn fix(
    path: &Arc<str>,
    draft: &mut Draft,
    findings: &mut Vec<Diagnostic>,
    is_file: &dyn Fn(&str) -> bool,
) {
    for _ in 0..ROUNDS {
        let Some(body) = guard::read(path, draft.text()).body else {
            return;
        };
        let (_, told) = markdown::parse(path, draft.text(), body);
        let is_foreign = |found: &Diagnostic| found.message == &say::FOREIGN_SIGNS;
        let is_certain = |found: &&Diagnostic| {
            let is_written = found.values.iter().any(|(name, _)| *name == "fmt");
            let is_link = [&say::LINK_SIGNS, &say::IMAGE_SIGNS].contains(&found.message);
            let destination = found.replacement().and_then(|edit| {
                edit.text
                    .strip_prefix("(<")
                    .and_then(|rest| rest.strip_suffix(">)"))
            });
            CERTAIN.contains(&found.message) && (is_written || !is_foreign(found))
                || is_link && destination.is_some_and(is_file)
        };
        let mut is_changed = false;
        // From the end, so that places before stay what they are.
        for found in told.iter().rev().filter(is_certain) {
            let Some(edit) = found.replacement() else {
                continue;
            };
            let mut text = draft.text().to_owned();
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
            let Some(body) = guard::read(path, &text).body else {
                continue;
            };
            let (_, left) = markdown::parse(path, &text, body);
            // The markup of another program is no letters of the text.
            let are_kept = || is_foreign(found) || letters(&text) == letters(draft.text());
            if left.len() >= told.len() && !is_changed || !are_kept() {
                continue;
            }
            findings.push(quoting::original(draft, found.clone()));
            draft.replace(edit.span, &edit.text);
            is_changed = true;
        }
        if !is_changed {
            return;
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
