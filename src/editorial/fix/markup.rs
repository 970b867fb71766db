//! What was meant as markup: what is certain of it is corrected.

use std::sync::Arc;

use super::{guard, quoting};
use rihla_diagnostics::Draft;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Edit, Message};
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
        let mut body = Body {
            path,
            draft,
            findings,
            left: told.len(),
        };
        if !body.correct(&apart(told.iter().filter(is_certain))) {
            return;
        }
    }
}

/// Corrections with what says that they are to be made, in the order of their places, none of which
/// touches another.
fn apart<'f>(found: impl Iterator<Item = &'f Diagnostic>) -> Vec<(&'f Diagnostic, &'f Edit)> {
    let mut edits: Vec<_> = found
        .filter_map(|found| Some((found, found.replacement()?)))
        .collect();
    edits.sort_by_key(|(_, edit)| edit.span);
    let mut done = 0;
    edits.retain(|(_, edit)| {
        let is_apart = done <= edit.span.start;
        if is_apart {
            done = edit.span.end;
        }
        is_apart
    });
    edits
}

/// A text in Markdown while its body is corrected.
struct Body<'b> {
    path: &'b Arc<str>,
    draft: &'b mut Draft,
    findings: &'b mut Vec<Diagnostic>,
    /// How much is said of it as it stands.
    left: usize,
}

impl Body<'_> {
    /// Makes corrections, all at once where less is said of the text then for each, else those of each
    /// half: a text is read about once for each that cannot be made, and not for each that can. Whether
    /// any was made.
    fn correct(&mut self, edits: &[(&Diagnostic, &Edit)]) -> bool {
        // The markup of another program is no letters of the text.
        let are_kept = |(found, edit): &(&Diagnostic, &Edit)| {
            let old = &self.draft.text()[edit.span.start..edit.span.end];
            found.message == &say::FOREIGN_SIGNS || letters(old) == letters(&edit.text)
        };
        let is_made = edits.iter().all(are_kept)
            && match self.said_with(edits) {
                Some(said) if said + edits.len() <= self.left => {
                    self.left = said;
                    true
                }
                _ => false,
            };
        if is_made {
            // From the end, so that places before stay what they are.
            for (found, edit) in edits.iter().rev() {
                let found = quoting::original(self.draft, (*found).clone());
                self.findings.push(found);
                self.draft.replace(edit.span, &edit.text);
            }
            return !edits.is_empty();
        }
        if edits.len() < 2 {
            return false;
        }
        let (first, second) = edits.split_at(edits.len() / 2);
        let is_second_made = self.correct(second);
        self.correct(first) || is_second_made
    }

    /// How much is said of the text with corrections.
    fn said_with(&self, edits: &[(&Diagnostic, &Edit)]) -> Option<usize> {
        let old = self.draft.text();
        let mut text = String::with_capacity(old.len());
        let mut done = 0;
        for (_, edit) in edits {
            text.push_str(&old[done..edit.span.start]);
            text.push_str(&edit.text);
            done = edit.span.end;
        }
        text.push_str(&old[done..]);
        let body = guard::read(self.path, &text).body?;
        Some(markdown::parse(self.path, &text, body).1.len())
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
