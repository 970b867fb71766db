//! Data for other programs: names stay the same whatever the language of the messages.

use rihla_site::ids::LanguageId;
use serde_json::{Map, Value, json};

use super::{notes, title};
use crate::status::{Row, Status};
use rihla_diagnostics::{Messages, Text};

/// One JSON object.
pub(super) fn json(status: &Status, messages: Messages) -> String {
    let counts: Map<String, Value> = status
        .counts()
        .into_iter()
        .map(|(state, count)| (state.name().to_owned(), count.into()))
        .collect();
    let entries: Vec<Value> = status
        .rows
        .iter()
        .map(|row| entry(status, row, messages))
        .collect();
    let tags: Vec<&str> = status.languages.iter().map(|(tag, _)| &**tag).collect();
    let value = json!({
        "day": status.day,
        "languages": tags,
        "errors": status.errors,
        "next_build": status.next_build,
        "counts": counts,
        "entries": entries,
    });
    format!("{value:#}\n")
}

fn entry(status: &Status, row: &Row, messages: Messages) -> Value {
    let tag = |number: LanguageId| &*status.languages[number].0;
    let by_tag = |values: &dyn Fn(LanguageId) -> Option<Value>| -> Value {
        let numbers = status.languages.ids();
        let pairs = numbers.filter_map(|number| Some((tag(number).to_owned(), values(number)?)));
        Value::Object(pairs.collect())
    };
    let blocked: Vec<Value> = row
        .blocked
        .iter()
        .map(|blocked| {
            let waits: Vec<&str> = blocked
                .waits_for
                .iter()
                .map(|number| tag(*number))
                .collect();
            let said = blocked.said.get(messages);
            json!({
                "language": blocked.language.map(tag),
                "reason": blocked.reason,
                "date": blocked.date,
                "waits_for": waits,
                "message": said,
            })
        })
        .collect();
    let text = |value: &Option<String>| value.clone().map(Value::from);
    json!({
        "id": row.id,
        "collection": row.collection,
        "titles": by_tag(&|number| text(&row.titles[number])),
        "files": by_tag(&|number| text(&row.paths[number])),
        "addresses": by_tag(&|number| text(&row.addresses[number])),
        "states": by_tag(&|number| Some(row.states[number]?.name().into())),
        "online": by_tag(&|number| Some(row.online[number].into())),
        "translated_from": by_tag(&|number| Some(tag(row.sources[number]?).into())),
        "important": row.is_important,
        "held_back": blocked,
        "review_by": row.review_by,
        "review_due": row.is_due,
    })
}

/// A line for each entry and language (RFC 4180).
pub(super) fn csv(status: &Status, messages: Messages) -> String {
    let mut out = String::from(
        "id,collection,language,state,title,file,address,reason,date,notes,review_by\r\n",
    );
    for row in &status.rows {
        let semicolon = Text("status-semicolon").get(messages);
        let said = notes(status, row, messages).join(&*semicolon);
        for (number, (tag, _)) in status.languages.pairs() {
            let Some(state) = row.states[number] else {
                continue;
            };
            let own = |blocked: &&crate::Blocked| blocked.language.is_none_or(|own| own == number);
            let blocked = row.blocked.iter().find(own);
            let of = |value: Option<&String>| value.map_or("", |value| &**value).to_owned();
            let title = row.titles[number].as_deref().unwrap_or_else(|| title(row));
            let cells = [
                row.id.clone(),
                row.collection.clone(),
                tag.clone(),
                state.name().to_owned(),
                title.to_owned(),
                of(row.paths[number].as_ref()),
                of(row.addresses[number].as_ref()),
                of(blocked.map(|blocked| &blocked.reason)),
                of(blocked.and_then(|blocked| blocked.date.as_ref())),
                said.clone(),
                of(row.review_by.as_ref()),
            ];
            let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

/// A cell; one that a spreadsheet would take for a formula is made a text.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@']);
    let cell = match is_formula {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    };
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}
