//! An entry: its form, what is wrong with it, how it is saved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::conflict::conflict;
use super::core::{Core, Failed, State, is_same};
use super::drafts::Draft;
use super::history::{self, Changed, Done, Held, Step};
use super::list::called;
use super::told::{findings, others, prefer, told};
use super::{back, pictures, source};
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages, Text, Texts};
use rihla_editorial::follows;
use rihla_editorial::form::{
    Finding, Form, Ground, Origin, Said, described, differing, label, unread,
};
use rihla_editorial::{Desk, words as state_words};
use rihla_site::content::Role;
use rihla_site::source::Digest;

/// What a form sends.
#[derive(Debug, Deserialize)]
pub struct Sent {
    id: String,
    /// What the files were when the form was made.
    #[serde(default)]
    version: String,
    #[serde(default)]
    values: Map<String, Value>,
    /// The text of each language, by tag.
    #[serde(default)]
    bodies: BTreeMap<String, Option<String>>,
    /// The language whose page is shown.
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    serial: u64,
    /// Which page sends it: two may show the same entry.
    #[serde(default)]
    page: Option<String>,
    /// Whether errors do not keep it from being saved.
    #[serde(default)]
    anyway: bool,
    /// Whether it takes the place of what another page has typed, which then stands in the history.
    #[serde(default)]
    over: bool,
}

impl Sent {
    /// What the form says, without what is empty.
    fn said(&self) -> Said {
        let values = self.values.iter().filter(|(_, value)| !value.is_null());
        let bodies = self.bodies.iter();
        Said {
            values: values
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            bodies: bodies
                .filter_map(|(tag, body)| Some((tag.clone(), body.clone()?)))
                .collect(),
        }
    }
}

/// What came of saving.
pub enum Saved {
    /// It was saved, or is not: an answer.
    Answer(Value),
    /// The files have changed meanwhile.
    Conflict(Value),
}

/// An entry, opened.
pub fn open(
    core: &Core,
    id: &str,
    page: Option<&str>,
    messages: Messages,
) -> Result<Value, Failed> {
    let mut state = core.state();
    if let Some(told) = source::open(core, &state, id, messages)? {
        return Ok(told);
    }
    // Whoever opens it may go on with what is typed of it; the page in which that is done may, too, until then.
    if let Some(kept) = state.drafts.get_mut(id) {
        kept.seen.extend(page.map(str::to_owned));
    }
    model(&mut state, id, messages)
}

/// The model of an entry: what the disk says, and what is typed besides.
pub fn model(state: &mut State, id: &str, messages: Messages) -> Result<Value, Failed> {
    let desk = state.desk().ok_or(Failed::Unread)?;
    let on_disk = |path: &str| state.on_disk(path);
    let kept = state.drafts.get(id);
    let origin = match (desk.origin(id), kept) {
        (Ok(origin), _) => origin.with_texts(on_disk),
        // Its files are gone, and what was typed is not.
        (Err(_), Some(kept)) => kept.draft.origin.with_texts(on_disk),
        (Err(refused), None) => return Err(refused.into()),
    };
    state.given.put(id, version(&origin), origin.clone());
    let state = &*state;
    let kept = state.drafts.get(id);
    let form = Form::of(&origin, desk.config())?;
    let mut ids = Vec::new();
    references(&Value::Object(form.said.values.clone()), &mut ids);
    let unsaved = kept.map(|kept| {
        references(&Value::Object(kept.draft.said.values.clone()), &mut ids);
        json!({
            "values": kept.draft.said.values,
            "bodies": kept.draft.said.bodies,
            "when": kept.draft.when,
            "stale": kept.draft.origin.files != origin.files,
            // What is saved next is compared with what the files were then.
            "version": version(&kept.draft.origin),
        })
    });
    let findings = match state.shown() {
        Some(shown) => {
            let others = others(state, id);
            findings(shown, state.disk(), &form, &desk, (&others, messages))
        }
        None => Vec::new(),
    };
    let collection = desk.config().collection(&origin.collection);
    let collection_title = collection.map(|(_, collection)| called(&desk, collection, messages));
    Ok(json!({
        "id": id,
        "title": title(&desk, id, messages).or_else(|| said_title(&form)).unwrap_or_else(|| id.to_owned()),
        "collection": {"name": origin.collection, "title": collection_title},
        "is_entry": origin.role == Role::Entry,
        "has_page": has_page(&desk, &origin),
        "is_spoken": is_spoken(&form, &desk),
        "asks_consent": desk.config().site.images.people_consent,
        "version": version(&origin),
        "languages": languages(&desk, &form, id, messages),
        "fields": described(&form, &desk, messages),
        "values": form.said.values,
        "bodies": bodies(&form),
        "unsaved": unsaved,
        "titles": titles(&desk, &ids, messages),
        "files": files(state, &origin),
        "findings": findings,
        "comments": form.says_more(),
        "notes": form.comments(),
    }))
}

/// The texts of a form; of a language that has none, nothing.
fn bodies(form: &Form) -> Map<String, Value> {
    let tags = form.tags().iter();
    let bodies = tags.map(|tag| {
        let body = form.said.bodies.get(&**tag);
        (
            tag.to_string(),
            body.map_or(Value::Null, |body| body.as_str().into()),
        )
    });
    bodies.collect()
}

/// What tells the files of an entry from what they become.
pub fn version(origin: &Origin) -> String {
    let mut all = String::new();
    for file in &origin.files {
        all.push_str(&file.path);
        all.push('\0');
        all.push_str(file.text.as_deref().unwrap_or("\u{1}"));
        all.push('\0');
    }
    Digest::of(all.as_bytes()).short(24)
}

/// Whether anything of an entry is written in one language and not in another.
fn is_spoken(form: &Form, desk: &Desk) -> bool {
    has_page(desk, form.origin) || form.origin.has_texts() || form.is_localized()
}

/// Whether an entry is shown on a page of its own: some are rows of a table, as figures that texts quote.
fn has_page(desk: &Desk, origin: &Origin) -> bool {
    let collection = desk.config().collection(&origin.collection);
    origin.role != Role::Entry || collection.is_none_or(|(_, collection)| collection.pages)
}

/// Where each language of an entry stands.
fn languages(desk: &Desk, form: &Form, id: &str, messages: Messages) -> Vec<Value> {
    let config = desk.config();
    let number = desk.graph().find(id);
    let entry = number.map(|number| &desk.graph().entries[number]);
    let languages = config.site.languages.pairs();
    let written = form.languages();
    let is_text = has_page(desk, form.origin) || form.origin.has_texts();
    languages
        .map(|(number, language)| {
            let state = entry.and_then(|entry| entry.states[number]);
            let version = entry.and_then(|entry| entry.versions[number].as_ref());
            let tag = &language.tag;
            json!({
                "tag": tag,
                "name": language.name,
                "direction": language.direction.as_str(),
                "exists": written.contains(tag),
                "state": state.map(|state| state.name()),
                "words": state.map(|state| state_words(state, messages)),
                "address": version.and_then(|_| address(desk, id, tag)),
                "path": form.path(tag),
                "is_published": config.ledger.of(&id.into(), tag).next().is_some(),
                "can_begin": !written.contains(tag),
                "has_body": is_text,
            })
        })
        .collect()
}

/// The address of the page of an entry in a language, with the base before it.
pub fn address(desk: &Desk, id: &str, tag: &str) -> Option<String> {
    Some(desk.routes().url(&own_address(desk, id, tag)?))
}

/// The same without the base.
pub fn own_address(desk: &Desk, id: &str, tag: &str) -> Option<Arc<str>> {
    let entry = desk.graph().find(id)?;
    let language = desk.config().language(tag)?;
    desk.address(entry, language)
}

/// What an entry is called: its title in the first language that has one, where it has any.
pub fn title(desk: &Desk, id: &str, messages: Messages) -> Option<String> {
    let entry = &desk.graph().entries[desk.graph().find(id)?];
    // Of one that is not whole, its form says more.
    entry.versions.iter().flatten().next()?;
    Some(desk.called(entry, None, messages))
}

/// The title that a form says, of an entry that is not whole yet.
fn said_title(form: &Form) -> Option<String> {
    let title = form.said.values.get("title")?.as_object()?;
    let title = title.values().find_map(|title| title.as_str());
    title.map(str::to_owned)
}

/// The texts of a form that may be ids of entries.
fn references(value: &Value, ids: &mut Vec<String>) {
    match value {
        Value::String(text) if text.len() < 200 && !text.contains([' ', '\n']) => {
            ids.push(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, ids)),
        Value::Object(map) => map.values().for_each(|item| references(item, ids)),
        _ => {}
    }
}

/// The titles of those that are.
fn titles(desk: &Desk, ids: &[String], messages: Messages) -> Map<String, Value> {
    let config = desk.config();
    let mut titles = Map::new();
    for id in ids {
        let names = config
            .collections
            .iter()
            .map(|collection| &*collection.name);
        let whole = std::iter::once(id.clone()).chain(names.map(|name| format!("{name}/{id}")));
        for whole in whole {
            if let Some(title) = title(desk, &whole, messages) {
                titles.insert(whole, title.into());
            }
        }
    }
    titles
}

/// The files that lie with an entry and are no texts of it.
fn files(state: &State, origin: &Origin) -> Vec<String> {
    let Some(folder) = folder(origin) else {
        return Vec::new();
    };
    let snapshot = state.disk().and_then(|disk| disk.snapshot.as_ref());
    let files = snapshot
        .into_iter()
        .flat_map(|snapshot| snapshot.under(&folder));
    let names = files.filter_map(|file| {
        file.path
            .strip_prefix(&format!("{folder}/"))
            .map(str::to_owned)
    });
    names
        .filter(|name| !name.ends_with(".md") && !name.ends_with(".yaml"))
        .collect()
}

/// The folder of an entry that has one of its own.
pub fn folder(origin: &Origin) -> Option<String> {
    let is_own = |name: &str| {
        let stem = name.split('.').next().unwrap_or_default();
        matches!(stem, "index" | "shared")
    };
    origin.files.iter().find_map(|file| {
        let (folder, name) = file.path.rsplit_once('/')?;
        is_own(name).then(|| folder.to_owned())
    })
}

/// The files from which a form was made: whatever they are now, its values are those that they had then.
fn origin(state: &State, desk: &Desk, sent: &Sent) -> Result<Origin, Failed> {
    if let Some(origin) = state.given.get(&sent.id, &sent.version) {
        return Ok(origin.clone());
    }
    let kept = state.drafts.get(&sent.id).map(|kept| &kept.draft.origin);
    let now = desk
        .origin(&sent.id)?
        .with_texts(|path| state.on_disk(path));
    let mut known = kept.into_iter().chain([&now]);
    match known.find(|origin| version(origin) == sent.version) {
        Some(origin) => Ok(origin.clone()),
        None => Err(Failed::Said(vec![Diagnostic::new(&say::DESK_STALE)])),
    }
}

/// Refuses what a page has typed of an entry that does not have before it what another page has typed since:
/// nothing takes the place of what somebody else, or the same person elsewhere, is writing, unless it is meant.
/// Then that stands in the history.
fn is_here(core: &Core, state: &State, desk: &Desk, sent: &Sent) -> Result<(), Failed> {
    let (Some(kept), Some(page)) = (state.drafts.get(&sent.id), &sent.page) else {
        return Ok(());
    };
    let is_other = kept.page.is_some() && !kept.seen.contains(page);
    if !is_other || is_same(&kept.draft.said, &sent.said()) {
        return Ok(());
    }
    match sent.over {
        true => back::set_aside(core, state, desk, &sent.id),
        false => Err(Failed::Said(vec![Diagnostic::new(&say::DESK_ELSEWHERE)])),
    }
}

/// Keeps what is typed, and says what is wrong with it.
pub fn check(core: &Core, sent: Sent, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let origin = origin(&state, &desk, &sent)?;
    is_here(core, &state, &desk, &sent)?;
    let draft = Draft {
        origin: origin.clone(),
        said: sent.said(),
        when: core.now(),
    };
    let kept = core.typed(&mut state, draft, sent.page.as_deref());
    let desk = state.desk().ok_or(Failed::Unread)?;
    let form = Form::of(&origin, desk.config())?;
    let findings = match state.shown() {
        Some(shown) => {
            let others = others(&state, &sent.id);
            findings(shown, state.disk(), &form, &desk, (&others, messages))
        }
        None => Vec::new(),
    };
    let address = sent.language.as_deref();
    let address = address.and_then(|tag| self::address(&desk, &sent.id, tag));
    let unkept = kept.as_ref().err().map(|failed| {
        let (reason, _) = super::core::words(failed, messages);
        let values = [("reason", rihla_diagnostics::Value::from(reason))];
        Text("desk-unkept").with(messages, &values)
    });
    Ok(json!({
        "serial": sent.serial,
        "findings": findings,
        "address": address,
        "page_words": address.is_none().then(|| Text("desk-no-page").get(messages)),
        "kept": kept.is_ok(),
        "unkept": unkept,
    }))
}

/// Puts what a form says into the history: somebody has chosen something else.
pub fn aside(core: &Core, sent: &Sent) -> Result<Value, Failed> {
    let state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    // What a browser has kept for long may be of files that nobody remembers.
    let origin = match origin(&state, &desk, sent) {
        Ok(origin) => origin,
        Err(_) => desk
            .origin(&sent.id)?
            .with_texts(|path| state.on_disk(path)),
    };
    let draft = Draft {
        origin,
        said: sent.said(),
        when: core.now(),
    };
    back::put_aside(core, &state, &desk, &draft)?;
    Ok(json!({}))
}

/// What a form says otherwise where the addresses of its entry follow its titles.
pub fn moved(core: &Core, sent: &Sent) -> Result<Value, Failed> {
    let state = core.state();
    let desk = state.files(core).ok_or(Failed::Unread)?;
    let origin = origin(&state, &desk, sent)?;
    let form = Form::of(&origin, desk.config())?;
    Ok(json!({"values": desk.moved(&form, &sent.said())}))
}

/// What follows once what a form says is saved and published; nothing is kept of it.
pub fn follows(core: &Core, sent: &Sent, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let origin = origin(&state, &desk, sent)?;
    let form = Form::of(&origin, desk.config())?;
    let texts = form.texts(&sent.said(), &desk.sources(&sent.id))?;
    let (before, after) = state.published(core, &texts).ok_or(Failed::Unread)?;
    let others = BTreeSet::new();
    let mut found = findings(&after, Some(&before), &form, &desk, (&others, messages));
    let sites = before.desk().zip(after.desk());
    // What a check would say of languages that are held to say the same.
    if let (Some((_, later)), Some(snapshot)) = (&sites, &after.snapshot) {
        let compared = later
            .compared(&sent.id)
            .into_iter()
            .map(|(tag, mut finding)| {
                prefer(&origin, Some(&tag), &mut finding);
                finding
            });
        let compared: Vec<Diagnostic> = compared.collect();
        let texts: &dyn Texts = &**snapshot;
        let compared = Ground::new(&form, &desk, texts, messages).findings(&compared);
        found.extend(compared.into_iter().map(|finding| Finding {
            // A build does not ask for it.
            severity: "warning",
            ..finding
        }));
    }
    let said = sent.said();
    found.extend(told(&state, (&sent.id, &said), &form, &desk, messages));
    let follows =
        sites.map(|(before, after)| follows::follows(&before, &after, &sent.id, messages));
    Ok(json!({
        "serial": sent.serial,
        "follows": follows.unwrap_or_default(),
        "findings": found,
    }))
}

/// Saves what a form says, where its files are what they were.
pub fn save(core: &Core, sent: Sent, messages: Messages) -> Result<Saved, Failed> {
    let mut state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let id = sent.id.clone();
    let origin = origin(&state, &desk, &sent)?;
    is_here(core, &state, &desk, &sent)?;
    let said = sent.said();
    // What the files are now is asked of the disk itself.
    core.look(&mut state);
    let now = origin.with_texts(|path| state.on_disk(path));
    let draft = Draft {
        origin: origin.clone(),
        said: said.clone(),
        when: core.now(),
    };
    core.typed(&mut state, draft, sent.page.as_deref())?;
    let desk = state.desk().ok_or(Failed::Unread)?;
    if unread(&now).is_some() {
        return Ok(Saved::Answer(json!({
            "broken": Text("desk-source-broken").get(messages),
        })));
    }
    if version(&now) != version(&origin) {
        let conflict = conflict(&desk, &origin, &now, &said, messages)?;
        // Whoever has chosen saves over what the files are now; until then, what was typed stays with what
        // they were.
        state.given.put(&id, version(&now), now);
        return Ok(Saved::Conflict(conflict));
    }
    let form = Form::of(&origin, desk.config())?;
    let shown = state.shown().ok_or(Failed::Unread)?.clone();
    let others = others(&state, &id);
    let mut found = findings(&shown, state.disk(), &form, &desk, (&others, messages));
    let texts = form.texts(&said, &desk.sources(&id))?;
    // Of what is no draft, this is a part.
    let mut refused = 0;
    if let Some((before, after)) = state.published(core, &texts) {
        let more = findings(&after, Some(&before), &form, &desk, (&others, messages));
        let known: BTreeSet<_> = found.iter().map(Finding::key).collect();
        // What cannot be read in a draft stops everything else as well.
        let errors = more.iter().filter(|finding| finding.severity == "error");
        refused = errors.count();
        let is_new = |finding: &Finding| !known.contains(&finding.key());
        let more: Vec<Finding> = more.into_iter().filter(is_new).collect();
        found.extend(more);
    }
    let errors = found
        .iter()
        .filter(|found| found.severity == "error")
        .count();
    let is_refused = match is_draft(&said) {
        true => refused > 0,
        false => errors > 0,
    };
    if is_refused && !sent.anyway {
        let values = [("count", rihla_diagnostics::Value::Count(errors))];
        return Ok(Saved::Answer(json!({
            "findings": found,
            "errors": errors,
            "said": Text("desk-not-saved").with(messages, &values),
        })));
    }
    let files = texts.iter().map(|(path, after)| Changed {
        path: path.clone(),
        before: state.held(core, path),
        after: Some(Held::from(after.clone())),
    });
    let mut files: Vec<Changed> = files.collect();
    let mut gone = Vec::new();
    if !files.is_empty() {
        gone = pictures::forsaken(&state, &desk, &origin, &texts);
        files.extend(gone.iter().map(|path| Changed {
            path: path.clone(),
            before: core.file(path).map(|bytes| Held::of(&bytes)),
            after: None,
        }));
        let changed = differing(&form.said, &said);
        let names: Vec<&str> = changed.iter().map(|(name, _)| name.as_str()).collect();
        let called = |(name, tag): &(String, Option<String>)| {
            called_field(&desk, &origin, (name, tag.as_deref()), messages)
        };
        let changed = changed.iter().map(called).collect();
        let step = Step {
            title: title(&desk, &id, messages).unwrap_or_else(|| id.clone()),
            id: id.clone(),
            done: Done::saved(&said, &names),
            when: core.now(),
            files,
            draft: None,
            changed,
        };
        history::make(&core.root, &step)?;
    }
    core.drop_draft(&mut state, &id)?;
    core.reread(&mut state);
    pictures::sweep(core, &mut state, &id)?;
    let model = model(&mut state, &id, messages)?;
    let names = gone.iter().filter_map(|path| path.rsplit('/').next());
    let names = names.collect::<Vec<_>>().join(", ");
    let said = match names.is_empty() {
        true => Text("desk-saved").get(messages).into_owned(),
        false => Text("desk-saved-without").with(messages, &[("files", names.into())]),
    };
    Ok(Saved::Answer(json!({"model": model, "said": said})))
}

/// What a field is called, or the text of a language, by its tag.
pub fn called_field(
    desk: &Desk,
    origin: &Origin,
    (name, tag): (&str, Option<&str>),
    messages: Messages,
) -> String {
    let Some(tag) = tag else {
        return label(origin, desk, name, messages);
    };
    let text = Text("desk-text").get(messages);
    let mut languages = desk.config().site.languages.iter();
    match languages.find(|language| *language.tag == *tag) {
        Some(language) => format!("{text} ({})", language.name),
        None => text.into_owned(),
    }
}

/// Whether a form says that it is a draft in all its languages.
fn is_draft(said: &Said) -> bool {
    match said.values.get("draft") {
        Some(Value::Object(by_tag)) => {
            let mut all = by_tag.values();
            !by_tag.is_empty() && all.all(|value| value == "true")
        }
        Some(value) => value == "true",
        None => false,
    }
}
