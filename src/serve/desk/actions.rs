//! What is done with an entry besides writing it: begun, taken away, said to be right.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::core::{Core, Failed, State};
use super::entry::title;
use super::history::{self, Changed, Done, Held, Step};
use super::told;
use rihla_build::Progress;
use rihla_diagnostics::catalogue::{remove as removes, serve as say};
use rihla_diagnostics::{Diagnostic, Messages, Text};
use rihla_editorial::new::New;
use rihla_editorial::{Accept, Desk, accept, new, remove};
use rihla_text::markdown::directive::{ColumnKind, DIRECTIVES, Holds, ParameterKind};

/// An entry that is to be begun.
#[derive(Debug, Deserialize)]
pub struct Begin {
    collection: String,
    title: String,
    language: String,
}

/// Begins an entry.
pub fn begin(core: &Core, asked: Begin, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let wanted = New {
        collection: asked.collection,
        title: asked.title,
        languages: vec![asked.language],
        explained: false,
    };
    let begun = new::begun(&desk, &core.command(), &wanted, messages)?;
    let before = |path: &str| state.on_disk(path);
    let files = begun.files.into_iter().map(|(path, _, text)| Changed {
        before: before(&path).map(Held::from),
        after: Some(Held::Text(text.into())),
        path: path.into(),
    });
    let files: Vec<Changed> = files.collect();
    made(core, &mut state, begun.id, wanted.title, files)
}

/// Writes the files of an entry that is begun.
fn made(
    core: &Core,
    state: &mut State,
    id: String,
    title: String,
    files: Vec<Changed>,
) -> Result<Value, Failed> {
    let step = Step {
        id: id.clone(),
        title,
        done: Done::Begun,
        when: core.now(),
        files,
        draft: None,
        changed: Vec::new(),
    };
    history::make(&core.root, &step)?;
    core.reread(state);
    Ok(json!({"id": id}))
}

/// An entry that is to be begun as the copy of another.
#[derive(Debug, Deserialize)]
pub struct Again {
    id: String,
    /// Its titles, by the tags of the languages in which it is copied.
    titles: BTreeMap<String, String>,
}

/// Begins an entry as the copy of another, as its files are.
pub fn duplicate(core: &Core, asked: Again) -> Result<Value, Failed> {
    let mut state = core.state();
    core.look(&mut state);
    let desk = state.files(core).ok_or(Failed::Unread)?;
    let copied = desk.copied(&core.command(), &asked.id, &asked.titles)?;
    let files = copied.files.into_iter();
    let files = files.map(|file| Changed {
        path: file.path,
        before: file.before.map(Held::from),
        after: Some(Held::of(&file.after)),
    });
    let titles = asked.titles.values().map(|title| title.trim());
    let title = titles.into_iter().find(|title| !title.is_empty());
    let title = title.unwrap_or(&copied.id).to_owned();
    made(core, &mut state, copied.id, title, files.collect())
}

/// An entry, by its id.
#[derive(Debug, Deserialize)]
pub struct Of {
    pub id: String,
    /// What was answered when it was asked what follows.
    #[serde(default)]
    token: Option<String>,
    #[serde(default)]
    pub language: Option<String>,
    /// Which page asks.
    #[serde(default)]
    pub page: Option<String>,
}

/// Says what follows when an entry is taken away; takes it away where that was seen.
pub fn take_away(core: &Core, asked: &Of, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    let options = core.command();
    let silent = |_: Progress| {};
    let outcome = remove::plan(&options, &asked.id, &silent);
    let Some(removal) = outcome.removal else {
        let is_needed = |found: &Diagnostic| found.message == &removes::NEEDED;
        if !outcome.diagnostics.iter().any(is_needed) {
            return Err(Failed::Said(outcome.diagnostics));
        }
        let desk = state.desk().ok_or(Failed::Unread)?;
        let places = outcome.diagnostics.iter();
        let places = places.filter_map(|found| found.place.as_ref());
        let mut needing: Vec<String> = places
            .map(|place| {
                let entry = desk.graph().of_file(&place.path).map(|(entry, _)| entry);
                let id = entry.map(|entry| desk.graph().entries[entry].id.clone());
                let name = id.and_then(|id| title(&desk, &id, messages));
                let settings = || Text("desk-settings").get(messages).into_owned();
                match &*place.path == rihla_site::config::SITE {
                    true => settings(),
                    false => name.unwrap_or_else(|| place.path.to_string()),
                }
            })
            .collect();
        needing.sort();
        needing.dedup();
        if needing.is_empty() {
            return Err(Failed::Said(outcome.diagnostics));
        }
        let name = title(&desk, &asked.id, messages).unwrap_or_else(|| asked.id.clone());
        let finding = Diagnostic::new(&say::DESK_NEEDED).with("title", name);
        return Err(Failed::Said(vec![finding.with("rows", needing.join(", "))]));
    };
    let mut follows: Vec<String> = Vec::new();
    let mut tell = |id: &'static str, rows: &[String]| {
        if !rows.is_empty() {
            let values = [("rows", rihla_diagnostics::Value::from(rows.join(", ")))];
            follows.push(Text(id).with(messages, &values));
        }
    };
    let desk = state.desk().ok_or(Failed::Unread)?;
    let (texts, others) = called_files(&desk, &removal.files);
    tell("desk-remove-texts", &texts);
    tell("desk-remove-files", &others);
    let is_shared = removal
        .edits
        .iter()
        .any(|edit| &*edit.path != rihla_site::config::SITE);
    if is_shared {
        tell("desk-remove-row", &[String::new()]);
    }
    tell("desk-remove-gone", &removal.gone);
    // What was seen is what is done.
    let token = rihla_site::source::Digest::of(follows.join("\n").as_bytes()).short(24);
    if asked.token.as_deref() != Some(&*token) {
        return Ok(json!({"consequences": follows, "token": token}));
    }
    let name = state
        .desk()
        .and_then(|desk| title(&desk, &asked.id, messages));
    // What it was is noted first, so that nothing goes which cannot come back.
    let gone = removal.files.iter().map(|path| Changed {
        before: core.file(path).map(|bytes| Held::of(&bytes)),
        after: None,
        path: path.as_str().into(),
    });
    let edited = removal.edits.iter().map(|edit| Changed {
        before: core.file(&edit.path).map(|bytes| Held::of(&bytes)),
        after: Some(Held::from(edit.text.clone())),
        path: edit.path.clone(),
    });
    let step = Step {
        id: asked.id.clone(),
        title: name.clone().unwrap_or_else(|| asked.id.clone()),
        done: Done::Removed,
        when: core.now(),
        files: gone.chain(edited).collect(),
        draft: None,
        changed: Vec::new(),
    };
    let number = history::note(&core.root, &step)?;
    if let Err(failure) = remove::run(&options, &removal) {
        history::forget(&core.root, number)?;
        return Err(failure.into());
    }
    core.drop_draft(&mut state, &asked.id)?;
    core.reread(&mut state);
    let name = name.unwrap_or_else(|| asked.id.clone());
    let values = [("title", rihla_diagnostics::Value::from(name))];
    Ok(json!({"said": Text("desk-removed").with(messages, &values)}))
}

/// What the files of an entry are to who does not know them: the names of the languages of its texts, and those
/// of the files that lie with it.
fn called_files(desk: &Desk, files: &[String]) -> (Vec<String>, Vec<String>) {
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    let is_kept = |path: &str| path.starts_with("content/.translations/");
    for language in &desk.config().site.languages {
        let end = format!(".{}.md", language.tag);
        let mut own = files.iter();
        if own.any(|path| path.ends_with(&end) && !is_kept(path)) {
            texts.push(language.name.to_string());
        }
    }
    for path in files {
        if !path.ends_with(".yaml") && !path.ends_with(".md") {
            others.push(path.rsplit('/').next().unwrap_or(path).to_owned());
        }
    }
    (texts, others)
}

/// Says that a translation is right.
pub fn accepted(core: &Core, asked: &Of, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    if state.drafts.contains_key(&asked.id) {
        return Err(Failed::Said(vec![Diagnostic::new(&say::DESK_UNSAVED)]));
    }
    let wanted = Accept {
        names: vec![asked.id.clone()],
        to: asked.language.clone(),
        ..Accept::default()
    };
    let accepted = match accept(&core.command(), &wanted) {
        Ok((_, accepted)) => accepted,
        // Each is told at its place in the text.
        Err(refused)
            if refused
                .diagnostics
                .iter()
                .any(|found| found.place.is_some()) =>
        {
            let found = told::located(core, &state, asked, refused.diagnostics, messages)?;
            let values = [("count", rihla_diagnostics::Value::Count(found.len()))];
            let said = Text("desk-not-accepted").with(messages, &values);
            return Ok(json!({"refused": said, "findings": found}));
        }
        Err(refused) => return Err(refused.into()),
    };
    core.reread(&mut state);
    let left = accepted.left.iter().chain(&accepted.besides);
    let left: Vec<String> = left.map(|left| left.text(messages)).collect();
    match (accepted.stamped.is_empty(), left.is_empty()) {
        (true, false) => Err(Failed::Said(accepted.left)),
        _ => Ok(json!({"said": Text("desk-accepted").get(messages), "left": left})),
    }
}

/// The directives, with what is asked for each.
pub fn directives(messages: Messages) -> Value {
    let shapes = DIRECTIVES.iter().map(|shape| {
        let parameters = shape.parameters.iter().map(|parameter| {
            let (expected, example) = parameter.kind.expected();
            let choices = match parameter.kind {
                ParameterKind::Choice(choices) => choices
                    .iter()
                    .map(|key| json!({"key": key, "label": called(messages, "option", key)}))
                    .collect(),
                _ => Vec::new(),
            };
            json!({
                "name": parameter.name,
                "label": called(messages, "parameter", parameter.name),
                "kind": kind(parameter.kind),
                "required": parameter.required,
                "choices": choices,
                "help": plain(&parameter.text.get(messages)),
                "expected": plain(&expected.get(messages)),
                "example": example,
            })
        });
        let parameters: Vec<Value> = parameters.collect();
        let body = match shape.holds {
            Holds::Nothing => "none",
            Holds::Lines(_) => "lines",
            Holds::Caption => "caption",
            Holds::Blocks { .. } => "text",
        };
        let columns: Vec<Value> = match shape.holds {
            Holds::Lines(columns) => columns
                .iter()
                .map(|column| {
                    json!({
                        "name": column.name,
                        "label": called(messages, "column", column.name),
                        "kind": match column.kind {
                            ColumnKind::Image => "image",
                            _ => "text",
                        },
                        "required": column.required,
                    })
                })
                .collect(),
            _ => Vec::new(),
        };
        json!({
            "name": shape.name,
            "label": called(messages, "directive", shape.name),
            "help": plain(&shape.text.get(messages)),
            "first": shape.first,
            "body": body,
            "columns": columns,
            "parameters": parameters,
        })
    });
    shapes.collect()
}

/// What a directive, or a parameter of one, is called in the forms of the desk.
fn called(messages: Messages, what: &str, name: &str) -> String {
    let text = messages.named_text(&format!("desk-{what}-{}", name.replace('_', "-")));
    text.unwrap_or_else(|| name.to_owned())
}

/// Words without the marks of code.
fn plain(words: &str) -> String {
    words.replace('`', "")
}

fn kind(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Count => "number",
        ParameterKind::Date => "date",
        ParameterKind::Choice(_) => "choice",
        ParameterKind::Image => "image",
        ParameterKind::File => "file",
        ParameterKind::Data => "data",
        ParameterKind::Block => "block",
        ParameterKind::Address | ParameterKind::Link => "address",
        ParameterKind::Language | ParameterKind::Languages => "language",
        ParameterKind::Text
        | ParameterKind::Alternative
        | ParameterKind::Duration
        | ParameterKind::Name
        | ParameterKind::Columns => "text",
    }
}
