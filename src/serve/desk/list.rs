//! The texts of the site, those first that want something.

use serde::Deserialize;
use serde_json::{Value, json};

use super::core::{Core, Failed};
use super::entry::address;
use crate::toolbar::speaker;
use rihla_diagnostics::{Messages, Text, folded};
use rihla_editorial::status::{Row, Status};
use rihla_editorial::{Desk, notes, words};
use rihla_site::config::Collection;
use rihla_site::content::Role;
use rihla_site::source::Digest;
use rihla_site::translation::State;
use rihla_text::language::DateStyle;

/// How many rows are sent at a time.
const ROWS: usize = 50;

/// How many entries are offered where one is looked for.
const FOUND: usize = 20;

/// Which texts are wanted.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    collection: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    state: Option<String>,
    /// Whether the latest come first, and not what is most urgent.
    #[serde(default)]
    by_date: bool,
    #[serde(default)]
    from: usize,
}

/// What the site is, as its pages are told once.
pub fn site(core: &Core, messages: Messages) -> Result<Value, Failed> {
    let state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let config = desk.config();
    let title = desk.said(&config.site.title, messages);
    let languages = config.site.languages.iter().map(|language| {
        json!({"tag": language.tag, "name": language.name, "direction": language.direction.as_str()})
    });
    let languages: Vec<Value> = languages.collect();
    let entries = &desk.graph().entries;
    let collections = config.collections.pairs().map(|(number, collection)| {
        let of_it = entries.iter();
        let of_it = of_it.filter(|entry| entry.collection == number && entry.role == Role::Entry);
        json!({
            "name": collection.name,
            "title": called(&desk, collection, messages),
            "can_new": true,
            "count": of_it.count(),
            "dated": !collection.builtin && *collection.order.field == *"date",
        })
    });
    let collections: Vec<Value> = collections.collect();
    Ok(json!({
        "site": title,
        // Tells it from others that are opened at the same address.
        "folder": Digest::of(core.root.as_os_str().as_encoded_bytes()).short(12),
        "languages": languages,
        "collections": collections,
        "frame": core.base,
        "time_zone": config.site.time_zone.iana_name(),
    }))
}

/// What a collection is called.
pub fn called(desk: &Desk, collection: &Collection, messages: Messages) -> String {
    match collection.builtin {
        true => Text("guide-pages").get(messages).into_owned(),
        false => {
            let title = desk.said(&collection.title, messages);
            title.unwrap_or_else(|| collection.name.to_string())
        }
    }
}

/// Some rows of the list.
pub fn list(core: &Core, wanted: &Wanted, messages: Messages) -> Result<Value, Failed> {
    let mut state = core.state();
    let status = state.status(core).ok_or(Failed::Unread)?;
    let desk = state.desk().ok_or(Failed::Unread)?;
    let drafts = &state.drafts;
    let typed: Vec<String> = words_of(&wanted.q);
    let language = wanted.language.as_deref();
    let language = language.and_then(|tag| desk.config().language(tag));
    let is_wanted = |row: &&Row| {
        let is_entry = desk.graph().find(&row.id).is_some();
        let collection = wanted.collection.as_ref();
        let is_of = collection.is_none_or(|name| *name == row.collection);
        is_entry
            && is_of
            && typed
                .iter()
                .all(|word| says(row, word) || is_called(&desk, row, word, messages))
    };
    let has_state = |row: &&Row| {
        let states = row.states.pairs();
        let mut states =
            states.filter(|(number, _)| language.is_none_or(|wanted| wanted == *number));
        match wanted.state.as_deref() {
            None => language.is_none() || states.any(|(_, state)| state.is_some()),
            Some("unsaved") => drafts.contains_key(&row.id),
            Some("open") => row.is_open(),
            Some(name) => states.any(|(_, state)| state.is_some_and(|state| state.name() == name)),
        }
    };
    let of_filter: Vec<&Row> = status.rows.iter().filter(is_wanted).collect();
    let mut rows: Vec<&Row> = of_filter.iter().copied().filter(has_state).collect();
    if wanted.by_date {
        let date = |row: &Row| {
            let entry = desk.graph().find(&row.id)?;
            desk.graph().entries[entry].date
        };
        // What has no date comes last, as it was.
        rows.sort_by_cached_key(|row| std::cmp::Reverse(date(row)));
    }
    rows.sort_by_key(|row| !drafts.contains_key(&row.id));
    let counts = State::ALL.into_iter().filter_map(|state| {
        let mut count = 0;
        for row in &of_filter {
            let states = row.states.pairs();
            let mut states =
                states.filter(|(number, _)| language.is_none_or(|wanted| wanted == *number));
            count += usize::from(states.any(|(_, known)| *known == Some(state)));
        }
        (count > 0)
            .then(|| json!({"key": state.name(), "words": words(state, messages), "count": count}))
    });
    let counts: Vec<Value> = counts.collect();
    let removed: Vec<Value> = removed(&state, &desk, wanted, messages).collect();
    let total = rows.len() + removed.len();
    let open = rows.iter().filter(|row| row.is_open()).count() + removed.len();
    // Only of those that are shown more is found out.
    let first = removed.len();
    let removed = removed.into_iter().skip(wanted.from);
    let known = rows.into_iter().skip(wanted.from.saturating_sub(first));
    let known = known.map(|row| {
        let is_unsaved = drafts.contains_key(&row.id);
        shown_row(&desk, &status, row, is_unsaved, messages)
    });
    let shown: Vec<Value> = removed.chain(known).take(ROWS).collect();
    let more = wanted.from + shown.len() < total;
    let values = [
        ("count", rihla_diagnostics::Value::Count(total)),
        ("open", rihla_diagnostics::Value::Count(open)),
    ];
    Ok(json!({
        "rows": shown,
        "total": total,
        "more": more,
        "states": counts,
        "said": Text("desk-listed").with(messages, &values),
    }))
}

/// Entries whose files were all taken away while something was typed of them: it is kept, and found here.
fn removed<'s>(
    state: &'s super::core::State,
    desk: &'s Desk,
    wanted: &'s Wanted,
    messages: Messages,
) -> impl Iterator<Item = Value> + 's {
    let is_meant = matches!(wanted.state.as_deref(), None | Some("open" | "unsaved"));
    let typed = words_of(&wanted.q);
    let gone = state.drafts.iter().filter(move |(id, kept)| {
        let origin = &kept.draft.origin;
        is_meant
            && desk.graph().find(id).is_none()
            && origin.files.iter().any(|file| file.text.is_some())
    });
    gone.filter_map(move |(id, kept)| {
        let title = kept.draft.said.values.get("title");
        let title = title.and_then(|title| match title {
            Value::Object(by_tag) => by_tag.values().find_map(Value::as_str),
            title => title.as_str(),
        });
        let title = title.unwrap_or(id);
        let (collection, _) = id.rsplit_once('/').unwrap_or(("pages", id));
        let is_of = wanted
            .collection
            .as_ref()
            .is_none_or(|name| name == collection);
        let says = |word: &String| folded(id).contains(word) || folded(title).contains(word);
        let collection_title = desk.config().collection(collection);
        (is_of && typed.iter().all(says)).then(|| {
            json!({
                "id": id,
                "title": title,
                "collection": collection,
                "collection_title": collection_title.map(|(_, it)| called(desk, it, messages)),
                "date": null,
                "languages": [],
                "todo": [Text("desk-removed-elsewhere").get(messages)],
                "urgent": true,
                "refused": false,
                "unsaved": true,
                "draft": false,
            })
        })
    })
}

fn shown_row(
    desk: &Desk,
    status: &Status,
    row: &Row,
    is_unsaved: bool,
    messages: Messages,
) -> Value {
    let config = desk.config();
    let number = desk.graph().find(&row.id);
    let entry = number.map(|number| &desk.graph().entries[number]);
    let languages = config
        .site
        .languages
        .pairs()
        .filter_map(|(number, language)| {
            let state = row.states.get(number).copied().flatten()?;
            Some(json!({
                "tag": language.tag,
                "name": language.name,
                "state": state.name(),
                "words": words(state, messages),
                "online": row.online.get(number) == Some(&true),
            }))
        });
    let languages: Vec<Value> = languages.collect();
    let collection = config
        .collection(&row.collection)
        .map(|(_, it)| called(desk, it, messages));
    let date = entry.and_then(|entry| entry.date).map(|date| {
        speaker(config, messages).map_or_else(
            || date.to_string(),
            |language| language.date(date, DateStyle::Long),
        )
    });
    let is_draft = entry.is_some_and(|entry| {
        let mut versions = entry.versions.iter().flatten();
        // Here drafts are shown, so that none is kept back as one.
        versions.any(|version| version.flag("draft"))
    });
    let name = entry.map(|entry| desk.called(entry, None, messages));
    json!({
        "id": row.id,
        "title": name.unwrap_or_else(|| row.id.clone()),
        "collection": row.collection,
        "collection_title": collection,
        "date": date,
        "languages": languages,
        "todo": notes(status, row, messages),
        "urgent": row.is_refused || row.is_due,
        "refused": row.is_refused,
        "unsaved": is_unsaved,
        "draft": is_draft,
    })
}

/// The words that somebody typed, folded.
fn words_of(typed: &str) -> Vec<String> {
    let folded = folded(typed);
    folded.split_whitespace().map(str::to_owned).collect()
}

fn says(row: &Row, word: &str) -> bool {
    let mut titles = row.titles.iter().flatten();
    folded(&row.id).contains(word) || titles.any(|title| folded(title).contains(word))
}

/// Whether what has no title is called by a word.
fn is_called(desk: &Desk, row: &Row, word: &str, messages: Messages) -> bool {
    let mut titles = row.titles.iter().flatten();
    let number = desk.graph().find(&row.id);
    let number = number.filter(|_| titles.all(|title| *title == row.id));
    let name = number.map(|number| desk.called(&desk.graph().entries[number], None, messages));
    name.is_some_and(|name| folded(&name).contains(word))
}

/// What is looked for.
#[derive(Debug, Deserialize)]
pub struct Sought {
    /// A collection; whatever has a page where none is named.
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    q: String,
    #[serde(default)]
    language: Option<String>,
}

/// Entries by what somebody types of their titles: those that begin with it first.
pub fn find(core: &Core, sought: &Sought, messages: Messages) -> Result<Value, Failed> {
    let state = core.state();
    let desk = state.desk().ok_or(Failed::Unread)?;
    let config = desk.config();
    let typed = words_of(&sought.q);
    let first = typed.join(" ");
    let collection = sought
        .to
        .as_deref()
        .and_then(|name| config.collection(name));
    if sought.to.is_some() && collection.is_none() {
        return Ok(Value::Array(Vec::new()));
    }
    let wanted = collection.map(|(number, _)| number);
    let language = sought
        .language
        .as_deref()
        .and_then(|tag| config.language(tag));
    let mut found = Vec::new();
    for entry in desk.graph().entries.iter() {
        let is_of = match wanted {
            Some(wanted) => entry.collection == wanted && entry.role == Role::Entry,
            None => entry.role == Role::List || config.collections[entry.collection].pages,
        };
        if !is_of {
            continue;
        }
        let own = language.and_then(|language| entry.versions[language].as_ref());
        let version = own.or_else(|| entry.versions.iter().flatten().next());
        let title = desk.called(entry, language, messages);
        let acronym = version.and_then(|version| match version.field("acronym") {
            Some(rihla_site::schema::FieldValue::Text(text)) => Some(text.to_string()),
            _ => None,
        });
        let plain = folded(&title);
        let other = format!(
            "{} {}",
            folded(&entry.id),
            acronym.as_deref().map(folded).unwrap_or_default()
        );
        if !typed
            .iter()
            .all(|word| plain.contains(word.as_str()) || other.contains(word.as_str()))
        {
            continue;
        }
        let rank = match plain.starts_with(&first) {
            true => 0,
            false => 1,
        };
        found.push((
            rank,
            plain,
            entry.id.clone(),
            title,
            entry.collection,
            entry.date,
        ));
    }
    found.sort();
    let rows = found
        .into_iter()
        .take(FOUND)
        .map(|(_, _, id, title, collection, date)| {
            let collection = &config.collections[collection];
            let inside = match wanted {
                // A reference names it inside its collection.
                Some(_) => id
                    .strip_prefix(&format!("{}/", collection.name))
                    .unwrap_or(&id)
                    .to_owned(),
                None => id.to_string(),
            };
            let note = match (wanted, date) {
                (Some(_), date) => date.map(|date| date.to_string()).unwrap_or_default(),
                (None, _) => called(&desk, collection, messages),
            };
            let tag = sought.language.as_deref().unwrap_or_default();
            json!({"id": inside, "title": title, "note": note, "address": address(&desk, &id, tag)})
        });
    Ok(rows.collect())
}
