//! One message for one cause: what only follows from another message is left out.
//!
//! What a text lacks is found in several stages, each of which knows its own half: the graph knows
//! the field that is missing, the routes the address that it would have had.

use std::collections::BTreeSet;
use std::sync::Arc;

use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::{config, graph, route, schema, yaml};

/// Leaves out what other messages about the same file say:
///
/// - that the date is missing, where the address says so and shows how the name of the file would say it;
/// - that the page of a text without a title has gone, where the field that is missing is told;
/// - that words are read as a comment, where a field says that it lacks them, with the same correction;
/// - that there is no list by a field, where the field is told not to say of what it is a choice;
/// - that nothing of a file is published, but once.
pub(super) fn leave_out(diagnostics: &mut Vec<Diagnostic>) {
    let undated = paths_of(diagnostics, |found| found.message == &route::NO_DATE);
    diagnostics.retain(|found| {
        let is_told = || path_of(found).is_some_and(|path| undated.contains(path));
        found.message != &graph::REQUIRED || !is_date(found) || !is_told()
    });
    let lacking = paths_of(diagnostics, is_required);
    let kept: Vec<_> = diagnostics
        .iter()
        .filter(|found| is_required(found) && !found.corrections.is_empty())
        .map(|found| (path_of(found).cloned(), found.corrections.clone()))
        .collect();
    let is_kept = |found: &Diagnostic| {
        let mut kept = kept.iter();
        kept.any(|(path, corrections)| {
            path.as_ref() == path_of(found) && *corrections == found.corrections
        })
    };
    let half: BTreeSet<(Arc<str>, String)> = diagnostics
        .iter()
        .filter(|found| found.message == &schema::OPTION_MISSING)
        .filter_map(|found| Some((path_of(found)?.clone(), value(found, "field")?)))
        .collect();
    let mut silent: BTreeSet<Arc<str>> = BTreeSet::new();
    diagnostics.retain(|found| {
        let Some(path) = path_of(found) else {
            return true;
        };
        if found.message == &route::WITHDRAWN && names(found, "title") {
            !lacking.contains(path)
        } else if found.message == &yaml::HASH {
            !is_kept(found)
        } else if found.message == &config::LIST_FIELD {
            let field = value(found, "value");
            field.is_none_or(|field| !half.contains(&(path.clone(), field)))
        } else if found.message == &graph::NOTHING_SAID {
            silent.insert(path.clone())
        } else {
            true
        }
    });
}

/// The file in which a message stands.
fn path_of(found: &Diagnostic) -> Option<&Arc<str>> {
    found.place.as_ref().map(|place| &place.path)
}

/// The files of the messages of one sort.
fn paths_of(
    diagnostics: &[Diagnostic],
    is_one: impl Fn(&Diagnostic) -> bool,
) -> BTreeSet<Arc<str>> {
    let of_sort = diagnostics.iter().filter(|found| is_one(found));
    of_sort.filter_map(path_of).cloned().collect()
}

/// Whether a message says that a required field has no value.
fn is_required(found: &Diagnostic) -> bool {
    found.message == &graph::REQUIRED || found.message == &graph::REQUIRED_IN
}

/// Whether a message about a field is about `date`.
fn is_date(found: &Diagnostic) -> bool {
    let mut values = found.values.iter();
    values.any(|(name, value)| *name == "field" && value.as_text() == "date")
}

/// What a message has under `name`.
fn value(found: &Diagnostic, name: &str) -> Option<String> {
    let mut values = found.values.iter();
    let (_, value) = values.find(|(own, _)| *own == name)?;
    Some(value.as_text().to_owned())
}

/// Whether a message names something under `name`.
fn names(found: &Diagnostic, name: &str) -> bool {
    found.values.iter().any(|(own, _)| *own == name)
}
