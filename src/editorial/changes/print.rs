//! What a change does, for a person and for a program.

use super::{Change, Changes, Shown, Thing};
use rihla_diagnostics::{Bilingual, Messages};

/// Markdown for a comment on a change. `since` is the earlier state, as it was given.
pub fn markdown(changes: &Changes, since: &str, messages: Messages) -> String {
    let words = |en, fr| Bilingual { en, fr }.get(messages);
    let colon = words(":", "\u{a0}:");
    let mut out = format!(
        "## {}\n",
        words(
            "What this change does to the site",
            "Ce que ce changement fait au site"
        )
    );
    let mut is_empty =
        changes.stale.is_empty() && changes.things.is_empty() && changes.blocked.is_empty();
    for language in &changes.languages {
        let groups = [
            (words("Added", "Ajoutées"), &language.added),
            (words("Changed", "Modifiées"), &language.changed),
            (words("Moved", "Déplacées"), &language.moved),
            (words("Removed", "Retirées"), &language.removed),
        ];
        if groups.iter().all(|(_, pages)| pages.is_empty()) && language.redrawn == 0 {
            continue;
        }
        is_empty = false;
        out.push_str(&format!(
            "\n### {} ({})\n",
            escaped(&language.name),
            language.tag
        ));
        for (name, pages) in groups.iter().filter(|(_, pages)| !pages.is_empty()) {
            out.push_str(&format!("\n**{name} ({})**\n\n", pages.len()));
            for page in *pages {
                out.push_str(&format!("- {}\n", line(page)));
            }
        }
        if language.redrawn > 0 {
            let count = language.redrawn;
            let text = match (messages, count) {
                (Messages::En, 1) => "1 further page is drawn anew (lists, menus).".to_owned(),
                (Messages::En, _) => {
                    format!("{count} further pages are drawn anew (lists, menus).")
                }
                (Messages::Fr, 1) => "1 autre page est refaite (listes, menus).".to_owned(),
                (Messages::Fr, _) => format!("{count} autres pages sont refaites (listes, menus)."),
            };
            out.push_str(&format!("\n{text}\n"));
        }
    }
    if !changes.things.is_empty() {
        let head = words(
            "Facts, data, pictures and files",
            "Chiffres, données, images et fichiers",
        );
        out.push_str(&format!("\n### {head}\n\n"));
        for changed in &changes.things {
            out.push_str(&format!("- {}\n", thing(changed, messages)));
        }
    }
    if !changes.blocked.is_empty() {
        let head = words("Not online yet", "Pas encore en ligne");
        out.push_str(&format!("\n### {head}\n\n"));
        for blocked in &changes.blocked {
            let said = &blocked.said[usize::from(messages == Messages::Fr)];
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
        let head = words(
            "Translations that this change makes stale",
            "Traductions que ce changement rend périmées",
        );
        out.push_str(&format!("\n### {head}\n\n"));
        for stale in &changes.stale {
            let (changed, unchanged) = (stale.changed.join(", "), stale.unchanged.join(", "));
            let text = match messages {
                Messages::En => format!("changed in {changed}, not in {unchanged}"),
                Messages::Fr => format!("modifié en {changed}, pas en {unchanged}"),
            };
            out.push_str(&format!(
                "- {} (`{}`){colon} {text}\n",
                escaped(&stale.title),
                stale.id
            ));
        }
    }
    if is_empty {
        let text = match messages {
            Messages::En => format!("\nNo page changes since `{since}`.\n"),
            Messages::Fr => format!("\nAucune page ne change depuis `{since}`.\n"),
        };
        out.push_str(&text);
    }
    out
}

/// How many pages that show something are named.
const MOST: usize = 6;

/// Something without a page, what happened to it, and who shows it.
fn thing(thing: &Thing, messages: Messages) -> String {
    let words = |en, fr| Bilingual { en, fr }.get(messages);
    let name = match thing.title.is_empty() {
        true => format!("`{}`", thing.id),
        false => format!("{} (`{}`)", escaped(&thing.title), thing.id),
    };
    let change = match thing.change {
        Change::Added => words("new", "nouveau"),
        Change::Changed => words("changed", "modifié"),
        Change::Removed => words("removed", "retiré"),
    };
    let mut pages: Vec<String> = thing.pages.iter().take(MOST).map(line).collect();
    match (thing.pages.len().checked_sub(MOST), messages) {
        (None | Some(0), _) => {}
        (Some(more), Messages::En) => pages.push(format!("{more} more")),
        (Some(1), Messages::Fr) => pages.push("1 autre".to_owned()),
        (Some(more), Messages::Fr) => pages.push(format!("{more} autres")),
    }
    let shown = match (pages.is_empty(), thing.change) {
        (true, _) => words("; no page shows it", "\u{a0}; aucune page ne l’affiche"),
        (false, Change::Removed) => words("; was shown by: ", "\u{a0}; était affiché par\u{a0}: "),
        (false, _) => words("; shown by: ", "\u{a0}; affiché par\u{a0}: "),
    };
    format!("{name}, {change}{shown}{}", pages.join(", "))
}

fn line(page: &Shown) -> String {
    let address = match &page.before {
        Some(before) => format!("`{before}` → `{}`", page.address),
        None => format!("`{}`", page.address),
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
pub fn json(changes: &Changes, since: &str) -> String {
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
                "message": blocked.said[0],
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
