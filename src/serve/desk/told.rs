//! What is wrong with an entry, at the fields of its form.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::actions::Of;
use super::core::{Core, Failed, State, is_same};
use crate::load::Loaded;
use rihla_diagnostics::{Diagnostic, Messages, Texts};
use rihla_editorial::Desk;
use rihla_editorial::form::{Finding, Form, Ground, Origin, Said};

/// How many findings of other files are told.
const ELSEWHERE: usize = 10;

/// The files of the other entries of which something is typed.
pub fn others(state: &State, id: &str) -> BTreeSet<Arc<str>> {
    let drafts = state.drafts.iter().filter(|(other, _)| *other != id);
    let files = drafts.flat_map(|(_, kept)| &kept.draft.origin.files);
    files.map(|file| file.path.clone()).collect()
}

/// What is wrong with an entry as the form says it, in a site that was read with it, and elsewhere because of
/// it: what was not so before. What is typed in `others` and not saved is no mistake of this one.
pub fn findings(
    shown: &Loaded,
    before: Option<&Arc<Loaded>>,
    form: &Form,
    desk: &Desk,
    (others, messages): (&BTreeSet<Arc<str>>, Messages),
) -> Vec<Finding> {
    let Some(snapshot) = &shown.snapshot else {
        return Vec::new();
    };
    let texts: &dyn Texts = &**snapshot;
    let ground = Ground::new(form, desk, texts, messages);
    let mut findings = ground.findings(&shown.diagnostics);
    let before = before.map_or(&[][..], |before| &before.diagnostics);
    let is_known = |found: &Diagnostic| {
        before
            .iter()
            .any(|known| known.message == found.message && known.place == found.place)
    };
    let is_typed = |found: &Diagnostic| {
        let place = found.place.as_ref();
        place.is_some_and(|place| others.contains(&place.path))
    };
    let new = shown.diagnostics.iter().filter(|found| {
        found.is_error() && !ground.is_own(found) && !is_known(found) && !is_typed(found)
    });
    findings.extend(new.take(ELSEWHERE).map(|found| ground.elsewhere(found)));
    findings
}

/// Gives a finding about two languages the place that it has in one.
pub fn prefer(origin: &Origin, language: Option<&str>, finding: &mut Diagnostic) {
    let mut files = origin.files.iter();
    let own = files.find(|file| file.language.as_deref() == language);
    let related = finding.related.iter().find(|related| {
        let path = &related.place.path;
        own.is_some_and(|own| own.path == *path)
    });
    if let Some(related) = related {
        finding.place = Some(related.place.clone());
    }
}

/// Diagnostics of the files of an entry, at the fields of its form: of those of two languages, in that which was
/// asked about.
pub fn located(
    core: &Core,
    state: &State,
    asked: &Of,
    mut found: Vec<Diagnostic>,
    messages: Messages,
) -> Result<Vec<Finding>, Failed> {
    let desk = state.files(core).ok_or(Failed::Unread)?;
    let origin = desk.origin(&asked.id)?;
    let form = Form::of(&origin, desk.config())?;
    for finding in &mut found {
        prefer(&origin, asked.language.as_deref(), finding);
    }
    let snapshot = &*desk.snapshot;
    Ok(Ground::new(&form, &desk, snapshot, messages).findings(&found))
}

/// What a check says of an entry as it is typed, and no build: of its words, and of its pages.
pub fn told(
    state: &State,
    (id, said): (&str, &Said),
    form: &Form,
    desk: &Desk,
    messages: Messages,
) -> Vec<Finding> {
    let shown = state.shown().filter(|shown| shown.is_current);
    let good = shown.and_then(|shown| shown.good.as_ref());
    // What is only tried, as in a dialog, is drawn nowhere.
    let kept = state.drafts.get(id).map(|kept| &kept.draft.said);
    let is_shown = is_same(kept.unwrap_or(&form.said), said);
    let Some((good, snapshot)) = good
        .filter(|_| is_shown)
        .zip(shown.and_then(|shown| shown.snapshot.as_ref()))
    else {
        return Vec::new();
    };
    let told = desk.told(&good.engine, id);
    let texts: &dyn Texts = &**snapshot;
    let told = Ground::new(form, desk, texts, messages).findings(&told);
    let eased = |finding: Finding| match finding.severity {
        "error" => Finding {
            severity: "warning",
            ..finding
        },
        _ => finding,
    };
    told.into_iter().map(eased).collect()
}
