//! Texts and their fields.

use crate::numbers::Numbers;
use crate::state::{State, name, stem};

fn text(state: &State, numbers: &mut Numbers) -> Option<String> {
    state.one(numbers, "content/", ".md")
}

/// A folder of the texts of a collection that has dates.
fn dated(state: &State) -> Option<&'static str> {
    state
        .has("content/news/collection.yaml")
        .then_some("content/news")
}

pub fn body(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = text(state, numbers)?;
    let other = text(state, numbers)?;
    let id = stem(&other)?.0.strip_prefix("content/")?.to_owned();
    let added = match numbers.below(12) {
        0 | 1 => format!("## Partie {step} {{#p{step}}}\n\nVoir [plus haut](#p{step}).\n"),
        2 | 3 => format!("Voir [l’autre](/{id}), le {step}.\n"),
        4 => format!("Une note[^n{step}].\n\n[^n{step}]: La voici.\n"),
        5 => format!(":::note\nÀ noter, le {step}.\n:::\n"),
        // One that leads nowhere, sometimes.
        6 => format!("Voir [rien](/nulle-part/{step}).\n"),
        // Sometimes in a block itself, and sometimes in a circle.
        7 | 8 => match state.one(numbers, "content/blocks/", ".md") {
            Some(block) => format!(
                ":::include{{block={}}}\n:::\n",
                stem(&block).map(|(stem, _)| name(stem))?
            ),
            None => format!("Pas de bloc, le {step}.\n"),
        },
        _ => format!("Une phrase de plus, la {step}.\n"),
    };
    state.change(&path, |text| format!("{text}\n{added}"))?;
    Some(format!("{path} ends with {added:?}"))
}

pub fn title(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = text(state, numbers)?;
    state.change_line(&path, "title:", |_| format!("title: \"Un titre {step}\"\n"))?;
    Some(format!("the title of {path}"))
}

pub fn date(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = state.one(numbers, dated(state)?, "")?;
    let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
    let date = format!("date: {}-{month:02}-{day:02}\n", 2015 + numbers.below(10));
    state.change_line(&path, "date:", |_| date.clone())?;
    Some(format!("{date:?} in {path}"))
}

pub fn key_dropped(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let keys = [
        "partners:",
        "programmes:",
        "axes:",
        "about:",
        "kind:",
        "image:",
        "place:",
        "slug:",
        "noindex:",
    ];
    let mut all = Vec::new();
    // Axes are required of a programme.
    for path in state.paths("content/", "") {
        let is_text = path.ends_with(".md") || path.ends_with("/shared.yaml");
        let text = state
            .text(&path)
            .filter(|_| is_text && !path.contains("/programmes/"));
        let lines: Vec<&str> = text.unwrap_or_default().lines().collect();
        for key in keys {
            if lines.iter().any(|line| line.starts_with(key)) {
                all.push((path.clone(), key));
            }
        }
    }
    let (path, key) = numbers.of(&all)?;
    state.drop_key(path, key)?;
    Some(format!("no {key} in {path}"))
}

/// Of a text in several languages, one.
pub fn language_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = text(state, numbers)?;
    let (stem, _) = stem(&path)?;
    let is_home = name(stem) == "_index";
    // Fields that all languages share stand in one of them.
    let has_fields = ["date:", "deadline:"];
    let has_fields = has_fields.iter().any(|key| {
        let text = state.text(&path).unwrap_or_default();
        text.contains(&format!("\n{key}"))
    });
    let texts = state.of_entry(stem);
    let texts = texts.iter().filter(|path| path.ends_with(".md")).count();
    if is_home || has_fields || texts < 2 {
        return None;
    }
    state.files.remove(&path)?;
    Some(format!("without {path}"))
}

pub fn language_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = text(state, numbers)?;
    let (stem, tag) = stem(&path)?;
    let other = state.tags().into_iter().find(|other| {
        let end = path.strip_suffix(&format!("{tag}.md")).unwrap_or_default();
        !state.has(&format!("{end}{other}.md"))
    })?;
    let head = path.strip_suffix(&format!("{tag}.md"))?;
    let to = format!("{head}{other}.md");
    let summary = match state.text(&path)?.contains("\nsummary:") {
        true => "summary: \"En bref.\"\n",
        false => "",
    };
    let text = format!("---\ntitle: \"Traduit {step}\"\n{summary}---\nLe texte {step}.\n");
    state.put(&to, &text);
    Some(format!("{to} beside {stem}"))
}

pub fn removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let stem = state.unmentioned(numbers)?;
    for path in state.of_entry(&stem) {
        state.files.remove(&path);
    }
    Some(format!("without {stem}"))
}

pub fn added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = dated(state)?;
    let day = state.clock(0).date();
    let at = state.clock(60 * numbers.below(30) as i64 - 60);
    let line = match numbers.below(4) {
        0 => format!("publish_at: {}\n", at.strftime("%Y-%m-%dT%H:%M")),
        1 => "release: together\n".to_owned(),
        _ => String::new(),
    };
    let tags = state.tags();
    let tags = &tags[..1 + numbers.below(tags.len())];
    let name = match numbers.once_in(2) {
        true => format!("{day}-nouveau-{step}"),
        false => format!("nouveau-{step}"),
    };
    for tag in tags {
        let text = format!(
            "---\ntitle: \"Nouveau {step} {tag}\"\nsummary: \"En bref.\"\ndate: {day}\n{line}---\nDu texte, le {step}.\n"
        );
        let text = match state.is_summarised(folder) {
            true => text,
            false => text.replace("summary: \"En bref.\"\n", ""),
        };
        state.put(&format!("{folder}/{name}.{tag}.md"), &text);
    }
    Some(format!("{folder}/{name} in {tags:?}, {line:?}"))
}

pub fn renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let old = state.unmentioned(numbers)?;
    let (folder, last) = old.rsplit_once('/')?;
    let kept = last.len() - name(&old).len();
    let new = format!("{folder}/{}moved-{step}", &last[..kept]);
    for path in state.of_entry(&old) {
        let to = path.replacen(&old, &new, 1);
        state.rename(&path, &to)?;
    }
    Some(format!("{old} is now {new}"))
}

pub fn flag(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = text(state, numbers)?;
    let at = state.clock(30 * numbers.below(200) as i64 - 3_000);
    let line = match numbers.below(8) {
        0 => "noindex: true".to_owned(),
        1 => "release: each".to_owned(),
        2 => "release: together".to_owned(),
        6 => "in_parts: true".to_owned(),
        7 => "definitions: false".to_owned(),
        3 => format!("publish_at: {}", at.date()),
        4 => format!("publish_at: {}", at.strftime("%Y-%m-%dT%H:%M")),
        _ => format!("unpublish_at: {}", at.strftime("%Y-%m-%dT%H:%M")),
    };
    // One that goes offline leaves references behind, and so does a home page.
    let (stem, _) = stem(&path)?;
    let is_named = name(stem) == "_index" || state.is_mentioned(name(stem), stem);
    if is_named && line.contains("publish_at") {
        return None;
    }
    state.toggle_field(&path, &line)?;
    Some(format!("{line} in {path}"))
}

pub fn draft(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let stem = state.unmentioned(numbers)?;
    let texts = state.of_entry(&stem);
    let texts: Vec<_> = texts.iter().filter(|path| path.ends_with(".md")).collect();
    let path = numbers.of(&texts)?;
    state.toggle_field(path, "draft: true")?;
    Some(format!("draft in {path}"))
}

pub fn deadline(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let at = state.clock(30 * numbers.below(100) as i64 - 1_500);
    let line = format!("deadline: {}\n", at.strftime("%Y-%m-%dT%H:%M"));
    let folder = ["content/calls", "content/opportunities"];
    let folder = folder
        .iter()
        .find(|folder| !state.paths(folder, "").is_empty())?;
    let with = |path: &String| {
        state
            .text(path)
            .is_some_and(|text| text.contains("\ndeadline:"))
    };
    let all = state.paths(folder, ".fr.md");
    let known: Vec<&String> = all.iter().filter(|path| with(path)).collect();
    if let Some(path) = numbers.of(&known).filter(|_| known.len() > 2) {
        let path = (*path).clone();
        state.change_line(&path, "deadline:", |_| line.clone())?;
        return Some(format!("{line:?} in {path}"));
    }
    for tag in ["fr", "en"] {
        let kind = if *folder == "content/calls" {
            ""
        } else {
            "kind: tender\ndate: 2026-11-01\n"
        };
        let text =
            format!("---\ntitle: \"Appel {step} {tag}\"\n{kind}{line}---\nRépondre {step}.\n");
        state.put(&format!("{folder}/appel-{step}.{tag}.md"), &text);
    }
    Some(format!("{folder}/appel-{step} with {line:?}"))
}

/// `template:` is set in a text, or taken away.
pub fn template(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let all = state.paths("content/", ".md");
    let with: Vec<&String> = all
        .iter()
        .filter(|path| {
            state
                .text(path)
                .is_some_and(|text| text.contains("\ntemplate:"))
        })
        .collect();
    if let Some(path) = numbers.of(&with).filter(|_| !numbers.once_in(2)) {
        let path = (*path).clone();
        state.drop_key(&path, "template:")?;
        return Some(format!("no template in {path}"));
    }
    let path = text(state, numbers)?;
    let name = ["special", "entry", "site-map"];
    let name = numbers.of(&name)?;
    state.text(&format!("{}/templates/{name}.html", state.theme()?))?;
    state.toggle_field(&path, &format!("template: {name}"))?;
    Some(format!("template {name} in {path}"))
}

/// A former address of a text, more or less; sometimes one that another text has.
pub fn alias(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = text(state, numbers)?;
    if path.ends_with("_index.md") || state.text(&path)?.contains("\naliases:\n") {
        return None;
    }
    let number = if numbers.once_in(4) { 0 } else { step };
    let line = format!("aliases: [/fr/vieux-{number}/]");
    state.toggle_field(&path, &line)?;
    Some(format!("{line} in {path}"))
}

/// A value of an entry that stands in a file with others.
pub fn entry(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "content/", "entries.yaml")?;
    let key = *numbers.of(&["fr:", "en:", "title:", "status:", "website:"])?;
    let lines = state.text(&path)?.lines();
    let count = lines
        .filter(|line| line.trim_start().starts_with(key))
        .count();
    let mut skip = numbers.below(count);
    state.change(&path, |text| {
        let mut out = String::new();
        for line in text.split_inclusive('\n') {
            let is_it = line.trim_start().starts_with(key) && {
                skip = skip.wrapping_sub(1);
                skip == usize::MAX
            };
            match line.split_once('"') {
                Some((head, rest)) if is_it && !head.contains('{') => {
                    let end = if rest.contains("://") {
                        "https://www.example.org/"
                    } else {
                        "Un texte "
                    };
                    out.push_str(&format!("{head}\"{end}{step}\"\n"));
                }
                _ => out.push_str(line),
            }
        }
        out
    })?;
    Some(format!("{key} in {path}"))
}

impl State {
    /// Whether the texts of a collection have a summary.
    fn is_summarised(&self, folder: &str) -> bool {
        let declared = self.text(&format!("{folder}/collection.yaml"));
        declared.is_some_and(|text| text.contains("summary:"))
    }
}
