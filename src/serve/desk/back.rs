//! What was done is taken back: what was saved, what was taken away, and what was thrown away.

use serde_json::{Value, json};

use super::core::{Core, Failed, State, is_same};
use super::drafts::Draft;
use super::entry::{model, title};
use super::history::{self, Changed, Done, Held, Step};
use super::pictures;
use rihla_build::write::Sources;
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages, Text, Value as Words};
use rihla_editorial::Desk;
use rihla_editorial::form::{self, Form};

/// Throws away what is typed of an entry; it stays in the history.
pub fn discard(core: &Core, id: &str, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    // Pictures that were put for it go with it, and come back with it.
    let given_up = pictures::unnamed(&state, id, Some(id));
    if let Some(kept) = state.drafts.get(id) {
        note(core, &state, &desk, &kept.draft, &given_up)?;
    }
    core.drop_draft(&mut state, id)?;
    pictures::take_away(core, &mut state, id, &given_up)?;
    core.reread(&mut state);
    model(&mut state, id, messages)
}

/// Notes what is typed of an entry in the history, before something else takes its place.
pub fn set_aside(core: &Core, state: &State, desk: &Desk, id: &str) -> Result<(), Failed> {
    match state.drafts.get(id) {
        Some(kept) => put_aside(core, state, desk, &kept.draft),
        None => Ok(()),
    }
}

/// Notes something that was typed in the history.
pub fn put_aside(core: &Core, state: &State, desk: &Desk, draft: &Draft) -> Result<(), Failed> {
    note(core, state, desk, draft, &[])
}

/// The same, with files that go with it.
fn note(
    core: &Core,
    state: &State,
    desk: &Desk,
    draft: &Draft,
    gone: &[String],
) -> Result<(), Failed> {
    let id = &*draft.origin.id;
    let form = Form::of(&draft.origin, desk.config())?;
    let texts = form
        .texts(&draft.said, &desk.sources(id))
        .unwrap_or_default();
    let files = texts.into_iter().map(|(path, after)| Changed {
        before: state.held(core, &path),
        after: Some(Held::from(after)),
        path,
    });
    let gone = gone.iter().map(|path| Changed {
        before: core.file(path).map(|bytes| Held::of(&bytes)),
        after: None,
        path: path.as_str().into(),
    });
    let step = Step {
        title: title(desk, id, core.messages()).unwrap_or_else(|| id.to_owned()),
        id: id.to_owned(),
        done: Done::Discarded,
        when: core.now(),
        files: files.chain(gone).collect(),
        draft: Some(draft.clone()),
        changed: Vec::new(),
    };
    history::note(&core.root, &step)?;
    Ok(())
}

/// The steps of the history.
pub fn steps(core: &Core, messages: Messages) -> Value {
    let desk = core.state().desk();
    let steps = history::all(&core.root).into_iter().map(|(number, step)| {
        let id = match step.done {
            Done::Saved => "desk-step-saved",
            Done::Renamed => "desk-step-renamed",
            Done::Scheduled => "desk-step-scheduled",
            Done::Corrected => "desk-step-corrected",
            Done::Withdrawn => "desk-step-withdrawn",
            Done::Begun => "desk-step-begun",
            Done::Removed => "desk-step-removed",
            Done::Undone => "desk-step-undone",
            Done::Discarded => "desk-step-discarded",
        };
        let values = [("title", Words::from(step.title.as_str()))];
        let restored = restored(core, step.clone());
        let is_now = restored
            .files
            .iter()
            .all(|file| core.holds(&file.path, file.after.as_ref()));
        let can_take = step.draft.is_some();
        let is_there = |desk: &Desk| desk.graph().find(&step.id).is_some();
        let ids: Vec<&str> = match desk.as_ref().is_some_and(is_there) {
            true => vec![&step.id],
            false => Vec::new(),
        };
        json!({
            "number": number,
            "when": step.when,
            "said": Text(id).with(messages, &values),
            "can_undo": is_now && !can_take && !step.files.is_empty(),
            "can_take": can_take,
            "ids": ids,
            "changed": step.changed,
            "languages": languages(desk.as_ref(), &step),
        })
    });
    steps.collect()
}

/// A step as it is taken back now. A file that an entry was taken out of, and that stayed, or that holds many
/// entries, may have changed elsewhere since: then what it was comes back into the file as it is.
fn restored(core: &Core, mut step: Step) -> Step {
    let is_removed = step.done == Done::Removed;
    for file in &mut step.files {
        // One of many in a file has not changed where its neighbours have.
        if !is_removed && !file.path.ends_with("/entries.yaml") {
            continue;
        }
        let (Some(Held::Text(before)), Some(Held::Text(after))) = (&file.before, &file.after)
        else {
            continue;
        };
        let now = core.file(&file.path);
        let now = now.and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(now) = now.filter(|now| **now != **after) else {
            continue;
        };
        if let Some(text) = form::brought_back(&file.path, before, after, &now) {
            file.before = Some(Held::Text(text.into()));
            file.after = Some(Held::Text(now.into()));
        }
    }
    step
}

/// The names of the languages whose texts a step changed.
fn languages(desk: Option<&Desk>, step: &Step) -> Vec<String> {
    let languages = desk.map(|desk| desk.config().site.languages.iter());
    let changed = languages.into_iter().flatten().filter(|language| {
        let end = format!(".{}.md", language.tag);
        step.files.iter().any(|file| file.path.ends_with(&end))
    });
    changed.map(|language| language.name.to_string()).collect()
}

/// Brings the files back that went with what was thrown away, where nothing stands in their place.
fn bring_back(core: &Core, state: &mut State, step: &Step) -> Result<(), Failed> {
    let gone = step.files.iter().filter(|file| file.after.is_none());
    let gone = gone.filter(|file| core.file(&file.path).is_none());
    let gone: Vec<_> = gone
        .filter_map(|file| Some((&file.path, file.before.as_ref()?)))
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    let mut sources = Sources::begin(&core.root)?;
    for (path, held) in &gone {
        sources.add(path, &held.bytes())?;
    }
    sources.commit("")?;
    // Should it be given up again, they go again.
    let put = state.put.entry(step.id.clone()).or_default();
    put.extend(gone.iter().map(|(path, _)| path.to_string()));
    core.reread(state);
    Ok(())
}

/// Takes a change back, or takes up again what was thrown away.
pub fn undo(core: &Core, number: u32, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    core.look(&mut state);
    let found = history::all(&core.root)
        .into_iter()
        .find(|(known, _)| *known == number);
    let Some((_, mut step)) = found else {
        return Err(Failed::Said(vec![Diagnostic::new(&say::DESK_NO_STEP)]));
    };
    if let Some(draft) = step.draft.take() {
        // It is typed again; whoever wants it saves it. What is typed meanwhile can be taken up in its turn.
        let is_another = state
            .drafts
            .get(&step.id)
            .is_some_and(|kept| !is_same(&kept.draft.said, &draft.said));
        if is_another && let Some(desk) = state.desk() {
            set_aside(core, &state, &desk, &step.id)?;
        }
        bring_back(core, &mut state, &step)?;
        core.typed(&mut state, draft, None)?;
        let values = [("title", Words::from(step.title))];
        let said = Text("desk-step-taken").with(messages, &values);
        return Ok(json!({"said": said, "id": step.id}));
    }
    let step = restored(core, step).back(core.now());
    let changed = step
        .files
        .iter()
        .find(|file| !core.holds(&file.path, file.before.as_ref()));
    if let Some(changed) = changed {
        let diagnostic = Diagnostic::new(&say::DESK_CHANGED).with("path", &changed.path);
        return Err(Failed::Said(vec![diagnostic]));
    }
    history::make(&core.root, &step)?;
    core.reread(&mut state);
    let values = [("title", Words::from(step.title.as_str()))];
    Ok(json!({
        "said": Text("desk-step-undone").with(messages, &values),
        "id": step.id,
    }))
}
