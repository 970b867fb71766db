//! A file of an entry whose fields cannot be read: no form can be made of it, and it is put right as it is
//! written.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::core::{Core, Failed, State};
use super::entry::title;
use super::history::{self, Changed, Done, Held, Step};
use super::list::called;
use crate::load::{Loaded, overlaid};
use rihla_build::write;
use rihla_diagnostics::catalogue::editorial as says;
use rihla_diagnostics::{Diagnostic, Messages, Text, line_column};
use rihla_editorial::form::{corrected, unread};
use rihla_site::source::Digest;

/// The folder in `.rihla` in which what is typed is kept.
const FOLDER: &str = "desk/sources";

/// What a page sends.
#[derive(Debug, Deserialize)]
pub struct Sent {
    id: String,
    /// The file.
    path: String,
    /// What it is to be.
    text: String,
    /// What it was when it was opened.
    version: String,
}

/// A text that is typed and not saved.
#[derive(Serialize, Deserialize)]
struct Kept {
    path: String,
    text: String,
}

/// What is told of an entry of which a file cannot be read; `None` where all can.
pub fn open(
    core: &Core,
    state: &State,
    id: &str,
    messages: Messages,
) -> Result<Option<Value>, Failed> {
    let desk = state.desk().ok_or(Failed::Unread)?;
    let Ok(origin) = desk.origin(id) else {
        return Ok(None);
    };
    let origin = origin.with_texts(|path| state.on_disk(path));
    let Some((path, text)) =
        unread(&origin).and_then(|file| Some((&file.path, file.text.as_ref()?)))
    else {
        return Ok(None);
    };
    let found = match state.disk() {
        Some(disk) => findings(disk, path, text, messages),
        None => Vec::new(),
    };
    let collection = desk.config().collection(&origin.collection);
    let collection = collection.map(|(_, collection)| called(&desk, collection, messages));
    let kept = kept(core, path).filter(|kept| *kept != **text);
    Ok(Some(json!({
        "id": id,
        "title": title(&desk, id, messages).unwrap_or_else(|| id.to_owned()),
        "collection": {"title": collection},
        "source": {
            "path": path,
            "text": text,
            "version": version(text),
            "unsaved": kept,
            // What is typed in the form comes back with it.
            "typed": state.drafts.contains_key(id),
            "findings": found,
        },
    })))
}

/// Keeps what is typed, and says what is wrong with it.
pub fn check(core: &Core, sent: &Sent, messages: Messages) -> Result<Value, Failed> {
    let state = core.state();
    let path = known(&state, sent)?;
    let text = written(state.on_disk(&path).as_deref(), &sent.text);
    match state.on_disk(&path).as_ref() == Some(&text) {
        true => write::forget(&core.root, &name(&path))?,
        false => {
            let kept = Kept {
                path: path.to_string(),
                text: text.to_string(),
            };
            let bytes = serde_json::to_vec(&kept).unwrap_or_default();
            write::keep(&core.root, &name(&path), &bytes)?;
        }
    }
    let disk = state.disk().ok_or(Failed::Unread)?;
    let texts = BTreeMap::from([(path.clone(), text.clone())]);
    let shown = overlaid(disk, state.shown(), &texts, &core.options);
    Ok(json!({"findings": findings(&shown, &path, &text, messages)}))
}

/// Writes the file, where it is what it was when it was opened.
pub fn save(core: &Core, sent: &Sent, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    core.look(&mut state);
    let path = known(&state, sent)?;
    let before = state.on_disk(&path).unwrap_or_default();
    if version(&before) != sent.version {
        return Ok(json!({"changed": {"text": before, "version": version(&before)}}));
    }
    let name_of = state
        .desk()
        .and_then(|desk| title(&desk, &sent.id, core.messages()));
    let step = Step {
        title: name_of.unwrap_or_else(|| sent.id.clone()),
        id: sent.id.clone(),
        done: Done::Saved,
        when: core.now(),
        files: vec![Changed {
            path: path.clone(),
            after: Some(Held::from(written(Some(&*before), &sent.text))),
            before: state.held(core, &path).or(Some(Held::from(before))),
        }],
        draft: None,
        changed: Vec::new(),
    };
    history::make(&core.root, &step)?;
    write::forget(&core.root, &name(&path))?;
    core.reread(&mut state);
    Ok(json!({"said": Text("desk-saved").get(messages)}))
}

/// What is typed, with the ends of lines of the file: a browser gives all as `\n`.
fn written(before: Option<&str>, text: &str) -> Arc<str> {
    let text = text.replace("\r\n", "\n");
    match before.is_some_and(|before| before.contains("\r\n")) {
        true => text.replace('\n', "\r\n").into(),
        false => text.into(),
    }
}

/// The path of a file of the entry: no other is read or written.
fn known(state: &State, sent: &Sent) -> Result<Arc<str>, Failed> {
    let desk = state.desk().ok_or(Failed::Unread)?;
    let origin = desk.origin(&sent.id)?;
    let mut files = origin.files.into_iter();
    let found = files.find(|file| *file.path == *sent.path && state.on_disk(&file.path).is_some());
    let unknown = || {
        let finding = Diagnostic::new(&says::UNKNOWN).with("value", sent.path.as_str());
        Failed::Said(vec![finding])
    };
    found.map(|file| file.path).ok_or_else(unknown)
}

fn kept(core: &Core, path: &str) -> Option<String> {
    let files = write::recall_all(&core.root, FOLDER).into_iter();
    let mut kept = files.filter_map(|(_, bytes)| serde_json::from_slice::<Kept>(&bytes).ok());
    kept.find(|kept| kept.path == path).map(|kept| kept.text)
}

fn name(path: &str) -> String {
    format!("{FOLDER}/{}.json", Digest::of(path.as_bytes()).short(24))
}

fn version(text: &str) -> String {
    Digest::of(text.as_bytes()).short(24)
}

/// What keeps a file from being read, each with its line and the whole text as it is once that is put right.
fn findings(loaded: &Loaded, path: &str, text: &str, messages: Messages) -> Vec<Value> {
    let own = loaded.diagnostics.iter().filter_map(|found| {
        let place = found.place.as_ref()?;
        let is_own = found.is_error() && *place.path == *path;
        is_own.then_some((found, place.span))
    });
    let told = own.map(|(found, span)| {
        let fix = corrected(found, |other| (*other == *path).then_some(text));
        json!({
            "message": found.text(messages),
            "hint": found.hint(messages),
            "line": span.map(|span| line_column(text, span.start).0),
            "fix": fix.as_ref().and_then(|(texts, _)| texts.get(path)),
            "fix_shown": fix.as_ref().map(|(_, shown)| shown),
        })
    });
    told.collect()
}
