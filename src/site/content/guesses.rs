//! What was told of a file, looked at as a whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use rihla_diagnostics::catalogue::{schema as schema_says, yaml as yaml_says};
use rihla_diagnostics::{Diagnostic, Location};
use rihla_text::yaml;

/// The fields that are meant by names which are none, or by languages that stand beside them.
pub(super) fn meant(problems: &[Diagnostic]) -> Vec<Arc<str>> {
    let of_name = |problem: &&Diagnostic| {
        problem.message == &schema_says::FIELD_UNKNOWN
            || problem.message == &schema_says::FIELD_FOREIGN
            || problem.message == &schema_says::LANGUAGE_INDENT
    };
    let values = problems
        .iter()
        .filter(of_name)
        .flat_map(|problem| &problem.values);
    values
        .filter(|(name, _)| matches!(*name, "nearest" | "name" | "field"))
        .map(|(_, value)| value.as_text().into())
        .collect()
}

/// The fields with a value that is none, which has been told.
pub(super) fn wrong(problems: &[Diagnostic]) -> Vec<Arc<str>> {
    let values = problems
        .iter()
        .filter(|problem| problem.is_error())
        .flat_map(|problem| &problem.values);
    values
        .filter(|(name, _)| *name == "field")
        .map(|(_, value)| value.as_text().into())
        .collect()
}

/// Takes away what was said of a word as text where its field says what it must be: `draft: yes`
/// is no text that lacks quotation marks.
pub(super) fn without_guesses(diagnostics: &mut Vec<Diagnostic>) {
    let begins_list = |place: &Location, diagnostics: &[Diagnostic]| {
        diagnostics.iter().any(|diagnostic| {
            let other = diagnostic.place.as_ref();
            diagnostic.message == &schema_says::LIST_WANTED
                && other.is_some_and(|other| {
                    other.path == place.path
                        && other.span.map(|span| span.start) == place.span.map(|span| span.start)
                })
        })
    };
    // What begins with a hyphen is a list, as its field says.
    let lists: Vec<Location> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.message == &yaml_says::ITEM)
        .filter_map(|diagnostic| diagnostic.place.clone())
        .filter(|place| begins_list(place, diagnostics))
        .collect();
    diagnostics.retain(|diagnostic| {
        let place = diagnostic.place.as_ref();
        diagnostic.message != &yaml_says::ITEM || !place.is_some_and(|place| lists.contains(place))
    });
    // `"a", "b"` is a list, where its field is one, and `[words](address)` an address.
    let says_more = |found: &&Diagnostic| {
        let is_address =
            [&schema_says::EMAIL_FORM, &schema_says::LINK_FORM].contains(&found.message);
        found.message == &schema_says::LIST_WANTED
            || is_address && found.values.iter().any(|(name, _)| *name == "suggested")
    };
    let lists: Vec<Location> = diagnostics
        .iter()
        .filter(says_more)
        .filter_map(|diagnostic| diagnostic.place.clone())
        .collect();
    diagnostics.retain(|diagnostic| {
        let is_in = |place: &Location, list: &Location| match (place.span, list.span) {
            (Some(span), Some(whole)) => {
                place.path == list.path && whole.start <= span.start && span.start <= whole.end
            }
            _ => false,
        };
        let is_listed = |place: &Location| lists.iter().any(|list| is_in(place, list));
        let is_guess = diagnostic.message == &yaml_says::TEXT_AFTER
            || diagnostic.message == &yaml_says::APOSTROPHE;
        !is_guess || !diagnostic.place.as_ref().is_some_and(is_listed)
    });
    // `,5` is no text that lacks quotation marks, where its field is a number.
    let numbers: Vec<(Arc<str>, usize)> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.message == &schema_says::NUMBER_FORM)
        .filter_map(|diagnostic| {
            let place = diagnostic.place.as_ref()?;
            Some((place.path.clone(), place.span?.start))
        })
        .collect();
    diagnostics.retain(|diagnostic| {
        let place = diagnostic.place.as_ref();
        let at = place.and_then(|place| Some((place.path.clone(), place.span?.start)));
        diagnostic.message != &yaml_says::SIGN || !at.is_some_and(|at| numbers.contains(&at))
    });
    // `“2026-11-01”` is a day, where its field is one.
    let places = diagnostics.iter().filter(|found| {
        [
            &schema_says::DATE_FORM,
            &schema_says::DATETIME_FORM,
            &schema_says::NUMBER_FORM,
            &schema_says::BOOLEAN_FORM,
        ]
        .contains(&found.message)
            && found.replacement().is_some()
    });
    let places: BTreeSet<Location> = places.filter_map(|found| found.place.clone()).collect();
    diagnostics.retain(|found| {
        let is_told = |place| places.contains(place);
        let is_marks =
            found.message == &yaml_says::CURLY_QUOTES || found.message == &yaml_says::QUOTE_PAIR;
        !is_marks || !found.place.as_ref().is_some_and(is_told)
    });
    yaml::without_guesses(diagnostics, |_| true);
}
