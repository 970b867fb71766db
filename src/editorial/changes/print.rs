//! What a change does, for a person and for a program.

use super::{Change, Changes, Shown, Thing};
use rihla_diagnostics::{Messages, Text, Value};
use rihla_site::config::BaseUrl;

/// Markdown for a comment on a change. `since` is the earlier state, as it was given; pages that are
/// there are linked below `preview`.
pub fn markdown(
    changes: &Changes,
    since: &str,
    preview: Option<&BaseUrl>,
    messages: Messages,
) -> String {
    let words = |id| Text(id).get(messages);
    let colon = words("changes-colon");
    let mut out = format!("## {}\n", words("changes-what-this-change-does-to-the"));
    let mut is_empty =
        changes.stale.is_empty() && changes.things.is_empty() && changes.blocked.is_empty();
    for language in &changes.languages {
        let groups = [
            (words("changes-added"), &language.added, preview),
            (words("changes-changed"), &language.changed, preview),
            (words("changes-moved"), &language.moved, preview),
            (words("changes-removed"), &language.removed, None),
        ];
        if groups.iter().all(|(_, pages, _)| pages.is_empty()) && language.redrawn == 0 {
            continue;
        }
        is_empty = false;
        out.push_str(&format!(
            "\n### {} ({})\n",
            escaped(&language.name),
            language.tag
        ));
        for (name, pages, preview) in groups.iter().filter(|(_, pages, _)| !pages.is_empty()) {
            out.push_str(&format!("\n**{name} ({})**\n\n", pages.len()));
            for page in *pages {
                out.push_str(&format!("- {}\n", line(page, *preview)));
            }
        }
        if language.redrawn > 0 {
            let count = language.redrawn;
            let text = Text("changes-redrawn").with(messages, &[("count", Value::Count(count))]);
            out.push_str(&format!("\n{text}\n"));
        }
    }
    if !changes.things.is_empty() {
        let head = words("changes-facts-data-pictures-and-files");
        out.push_str(&format!("\n### {head}\n\n"));
        for changed in &changes.things {
            out.push_str(&format!("- {}\n", thing(changed, preview, messages)));
        }
    }
    if !changes.blocked.is_empty() {
        let head = words("changes-not-online-yet");
        out.push_str(&format!("\n### {head}\n\n"));
        for blocked in &changes.blocked {
            let said = blocked.said.get(messages);
            out.push_str(&format!(
                "- {} (`{}`, {}){colon} {}\n",
                escaped(&blocked.title),
                blocked.id,
                blocked.tag,
                said
            ));
        }
    }
    if !changes.stale.is_empty() {
        let head = words("changes-translations-that-this-change-makes-stale");
        out.push_str(&format!("\n### {head}\n\n"));
        for stale in &changes.stale {
            let (changed, unchanged) = (stale.changed.join(", "), stale.unchanged.join(", "));
            let values = [("changed", changed.into()), ("unchanged", unchanged.into())];
            let text = Text("changes-stale").with(messages, &values);
            out.push_str(&format!(
                "- {} (`{}`){colon} {text}\n",
                escaped(&stale.title),
                stale.id
            ));
        }
    }
    if is_empty {
        let text = Text("changes-none").with(messages, &[("since", since.into())]);
        out.push_str(&format!("\n{text}\n"));
    }
    out
}

/// How many pages that show something are named.
const MOST: usize = 6;

/// Something without a page, what happened to it, and who shows it.
fn thing(thing: &Thing, preview: Option<&BaseUrl>, messages: Messages) -> String {
    let words = |id| Text(id).get(messages);
    let name = match thing.title.is_empty() {
        true => format!("`{}`", thing.id),
        false => format!("{} (`{}`)", escaped(&thing.title), thing.id),
    };
    let change = match thing.change {
        Change::Added => words("changes-new"),
        Change::Changed => words("changes-thing-changed"),
        Change::Removed => words("changes-thing-removed"),
    };
    let preview = preview.filter(|_| thing.change != Change::Removed);
    let pages = thing.pages.iter().take(MOST);
    let mut pages: Vec<String> = pages.map(|page| line(page, preview)).collect();
    if let Some(more) = thing.pages.len().checked_sub(MOST).filter(|more| *more > 0) {
        pages.push(Text("changes-more").with(messages, &[("count", Value::Count(more))]));
    }
    let shown = match (pages.is_empty(), thing.change) {
        (true, _) => words("changes-no-page-shows-it"),
        (false, Change::Removed) => words("changes-was-shown-by"),
        (false, _) => words("changes-shown-by"),
    };
    format!("{name}, {change}{shown}{}", pages.join(", "))
}

fn line(page: &Shown, preview: Option<&BaseUrl>) -> String {
    let own = match preview {
        Some(preview) => format!("[`{}`](<{}>)", page.address, preview.url_of(&page.address)),
        None => format!("`{}`", page.address),
    };
    let address = match &page.before {
        Some(before) => format!("`{before}` → {own}"),
        None => own,
    };
    match page.title.is_empty() {
        true => address,
        false => format!("{} ({address})", escaped(&page.title)),
    }
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>|#@".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// One object, on one line.
pub fn json(changes: &Changes, since: &str, english: Messages) -> String {
    let pages = |pages: &[Shown]| -> Vec<serde_json::Value> {
        pages
            .iter()
            .map(|page| {
                let mut object = serde_json::json!({"title": page.title, "address": page.address});
                if let Some(before) = &page.before {
                    object["before"] = before.as_str().into();
                }
                object
            })
            .collect()
    };
    let languages: Vec<serde_json::Value> = changes
        .languages
        .iter()
        .map(|language| {
            serde_json::json!({
                "language": &*language.tag,
                "added": pages(&language.added),
                "changed": pages(&language.changed),
                "moved": pages(&language.moved),
                "removed": pages(&language.removed),
                "redrawn": language.redrawn,
            })
        })
        .collect();
    let tags = |tags: &[std::sync::Arc<str>]| -> Vec<String> {
        tags.iter().map(ToString::to_string).collect()
    };
    let stale: Vec<serde_json::Value> = changes
        .stale
        .iter()
        .map(|stale| {
            serde_json::json!({
                "id": &*stale.id,
                "title": stale.title,
                "changed": tags(&stale.changed),
                "unchanged": tags(&stale.unchanged),
            })
        })
        .collect();
    let things: Vec<serde_json::Value> = changes
        .things
        .iter()
        .map(|thing| {
            serde_json::json!({
                "id": &*thing.id,
                "title": thing.title,
                "change": match thing.change {
                    Change::Added => "added",
                    Change::Changed => "changed",
                    Change::Removed => "removed",
                },
                "pages": pages(&thing.pages),
            })
        })
        .collect();
    let blocked: Vec<serde_json::Value> = changes
        .blocked
        .iter()
        .map(|blocked| {
            serde_json::json!({
                "id": &*blocked.id,
                "title": blocked.title,
                "language": &*blocked.tag,
                "why": blocked.why,
                "message": blocked.said.get(english),
            })
        })
        .collect();
    let object = serde_json::json!({
        "since": since,
        "languages": languages,
        "things": things,
        "held_back": blocked,
        "stale": stale,
    });
    format!("{object}\n")
}
