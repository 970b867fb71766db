//! `rihla changes`: what a change does, on standard output.

use super::{Common, NoTexts, code_of, out, print_all};
use rihla_diagnostics::Texts;
use rihla_diagnostics::print::Format;
use rihla_editorial::changes::{self, Request};

/// Compares, prints, and gives the exit code.
pub(super) fn run(common: &Common, request: &Request) -> u8 {
    let outcome = super::with_progress(common, |progress| changes::changes(request, progress));
    let texts: &dyn Texts = match &outcome.snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    };
    print_all(common, &outcome.diagnostics, texts);
    if let Some(changes) = &outcome.changes {
        let text = match common.format {
            Format::Json => changes::json(changes, &request.since, common.messages.english()),
            Format::Human | Format::Github => {
                let preview = request.preview.as_ref();
                changes::markdown(changes, &request.since, preview, common.messages)
            }
        };
        out::put(&text);
    }
    code_of(outcome.failed, outcome.changes.is_none())
}
