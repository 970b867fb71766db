//! Two versions of an entry that was changed in two places, field by field.

use std::sync::Arc;

use serde_json::{Value, json};

use super::core::Failed;
use super::entry::{called_field, version};
use rihla_diagnostics::{Messages, Text};
use rihla_editorial::Desk;
use rihla_editorial::form::{Form, Origin, Said, both, both_texts, differing};

/// Three versions of an entry, field by field: what the form says, what the files are now, and what they were
/// when it was opened.
pub fn conflict(
    desk: &Desk,
    before: &Origin,
    now: &Origin,
    said: &Said,
    messages: Messages,
) -> Result<Value, Failed> {
    let base = Form::of(before, desk.config())?;
    let disk = Form::of(now, desk.config())?;
    // A language whose file was taken away: nobody wrote something else there.
    let kept = disk.languages();
    let mut removed = base.languages();
    removed.retain(|tag| !kept.contains(tag));
    let (base, disk) = (base.said, disk.said);
    let tags = desk.config().site.tags();
    let is_language = |name: &str| name == "*" || tags.iter().any(|tag| **tag == *name);
    let get = |said: &Said, name: &str, tag: Option<&str>| match tag {
        Some(tag) => said
            .bodies
            .get(tag)
            .map_or(Value::Null, |body| body.as_str().into()),
        None => said.values.get(name).cloned().unwrap_or(Value::Null),
    };
    let fields = differing(&disk, said).into_iter().map(|(name, tag)| {
        let of = |said: &Said| get(said, &name, tag.as_deref());
        let (base, disk, mine) = (of(&base), of(&disk), of(said));
        let is_removed = without(&base, &removed) == disk
            || tag
                .as_ref()
                .is_some_and(|tag| removed.iter().any(|removed| **removed == **tag))
            || !removed.is_empty() && disk.is_null();
        let choice = match (base == disk || is_removed, base == mine) {
            (true, _) => Some("mine"),
            (_, true) => Some("disk"),
            _ => None,
        };
        // A language that was taken away elsewhere says nothing to be kept beside.
        let both = match (&tag, base.as_str(), disk.as_str(), mine.as_str()) {
            (Some(_), base, Some(disk), Some(mine)) => {
                both_texts(base.unwrap_or_default(), disk, mine).map(Value::from)
            }
            _ => both(&base, &disk, &mine, &is_language),
        };
        let both = both.filter(|_| !is_removed);
        let named = called_field(desk, now, (&name, tag.as_deref()), messages);
        json!({
            "field": name,
            "language": tag,
            "label": named,
            "base": base,
            "disk": disk,
            "mine": mine,
            "both": both,
            "shown_mine": shown(&mine),
            "shown_both": both.as_ref().map(shown),
            "shown_disk": shown(&disk),
            "choice": choice,
        })
    });
    let fields: Vec<Value> = fields.collect();
    let names = removed.iter().filter_map(|tag| {
        let languages = &desk.config().site.languages;
        let language = languages.iter().find(|language| language.tag == *tag)?;
        Some(language.name.to_string())
    });
    let names: Vec<String> = names.collect();
    let said = (!names.is_empty()).then(|| {
        let values = [("language", names.join(", ").into())];
        Text("desk-conflict-removed").with(messages, &values)
    });
    Ok(json!({"conflict": {
        "fields": fields,
        "version": version(now),
        "removed": removed,
        "said": said,
    }}))
}

/// A value without what it says in some languages; nothing, where it says nothing in others.
fn without(value: &Value, tags: &[Arc<str>]) -> Value {
    let Value::Object(map) = value else {
        return value.clone();
    };
    let mut map = map.clone();
    map.retain(|key, _| !tags.iter().any(|tag| **tag == **key));
    match map.is_empty() {
        true => Value::Null,
        false => Value::Object(map),
    }
}

/// A value as words.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("\n"),
        Value::Object(map) => {
            let rows = map.iter();
            let rows = rows.map(|(key, value)| match key.as_str() {
                "*" => shown(value),
                key => format!("{key}: {}", shown(value)),
            });
            rows.collect::<Vec<_>>().join("\n")
        }
        other => other.to_string(),
    }
}
