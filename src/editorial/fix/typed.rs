//! Fields that are dates, written in another form that has one meaning only.

use std::sync::Arc;

use super::{guard, quoting};
use rihla_diagnostics::Draft;
use rihla_diagnostics::catalogue::schema as say;
use rihla_diagnostics::{Diagnostic, Message};

/// What can be corrected.
const FORMS: &[&Message] = &[&say::DATE_FORM, &say::DATETIME_FORM];

/// Corrects the dates of a text; `told` is what is wrong with it as it stands in the draft. Adds what
/// was corrected.
pub(super) fn fix<'d>(
    path: &Arc<str>,
    draft: &mut Draft,
    told: impl Iterator<Item = &'d Diagnostic>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut found: Vec<&Diagnostic> = told
        .filter(|told| FORMS.contains(&told.message) && told.corrections.len() == 1)
        .collect();
    found.sort_by_key(|told| told.replacement().map(|edit| edit.span));
    // From the end, so that places before stay what they are.
    for told in found.into_iter().rev() {
        let Some(edit) = told.replacement().filter(|edit| edit.path.is_none()) else {
            continue;
        };
        let (start, end) = (edit.span.start, edit.span.end);
        let mut text = draft.text().to_owned();
        let value = told.place.as_ref().and_then(|place| place.span);
        let value = value.and_then(|span| text.get(span.start..span.end));
        if !value.is_some_and(is_certain) {
            continue;
        }
        text.replace_range(start..end, &edit.text);
        let is_read = guard::read(path, &text).root.is_some();
        if is_read {
            findings.push(quoting::original(draft, told.clone()));
            draft.replace(edit.span, &edit.text);
        }
    }
}

/// Whether a date can be read in one way only: of `05/11/2026`, nobody knows which is the month.
fn is_certain(written: &str) -> bool {
    let parts = written.split(|c: char| !c.is_alphanumeric());
    let mut parts = parts.filter(|part| !part.is_empty());
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
    match (number(parts.next()), number(parts.next())) {
        (Some(first), Some(second)) => first > 12 || second > 12 || first == second,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_certain_where_one_number_alone_can_be_the_month() {
        for certain in [
            "20/11/2026",
            "11/20/2026",
            "5/5/2026",
            "2026/11/05",
            "\"2 juin 2026\"",
        ] {
            assert!(is_certain(certain), "{certain}");
        }
        for open in ["05/11/2026", "\"5.11.2026\"", "05-11-2026 14:30"] {
            assert!(!is_certain(open), "{open}");
        }
    }
}
