//! Images, figures, documents, files that are published as they are, the ledger.

use crate::numbers::Numbers;
use crate::state::{LEDGER, State, photograph, stem};

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A photograph of some size, a heavy one now and then.
fn some(numbers: &mut Numbers, step: usize) -> Vec<u8> {
    let (width, height) = (30 + numbers.below(90), 30 + numbers.below(60));
    let noise = if numbers.once_in(3) { 1 + step } else { 0 };
    photograph(
        u32::try_from(width).expect("small"),
        u32::try_from(height).expect("small"),
        noise,
    )
}

/// Beside a text that shows it, or where only templates would look for it.
pub fn image_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let bytes = some(numbers, step);
    if numbers.once_in(5) {
        let path = format!("static/photo-{step}.jpg");
        state.files.insert(path.clone(), bytes);
        return Some(format!("{path} is new"));
    }
    let text = state.one(numbers, "content/", ".md")?;
    let (folder, _) = text.rsplit_once('/')?;
    let path = format!("{folder}/photo-{step}.jpg");
    state.files.insert(path.clone(), bytes);
    state.change(&text, |text| {
        format!("{text}\n![Une salle pleine](photo-{step}.jpg)\n")
    })?;
    Some(format!("{path} is new, and {text} shows it"))
}

fn image(state: &State, numbers: &mut Numbers) -> Option<String> {
    state.one(numbers, "", ".jpg")
}

pub fn image_replaced(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = image(state, numbers)?;
    // A large one where no text shows it.
    let bytes = match path.starts_with("static/") && numbers.once_in(3) {
        true => photograph(640, 640, 0),
        false => some(numbers, step),
    };
    state.files.insert(path.clone(), bytes);
    Some(format!("{path} is another"))
}

pub fn image_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = image(state, numbers)?;
    let name = last(&path).to_owned();
    state.files.remove(&path)?;
    // Sometimes it is forgotten where it is shown.
    if !numbers.once_in(5) {
        for text in state.paths("content/", ".md") {
            state.change(&text, |text| {
                let lines = text.split_inclusive('\n');
                lines.filter(|line| !line.contains(&name)).collect()
            });
        }
    }
    Some(format!("without {path}"))
}

/// Renames a file, also where texts name it; `end` is the beginning of its new name.
fn moved(state: &mut State, path: &str, begin: &str, step: usize) -> Option<String> {
    let (folder, _) = path.rsplit_once('/')?;
    let (_, end) = path.rsplit_once('.')?;
    let new = format!("{begin}-{step}.{end}");
    state.rename(path, &format!("{folder}/{new}"))?;
    state.replace_everywhere(last(path), &new);
    Some(format!("{path} is now {new}"))
}

pub fn image_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = image(state, numbers)?;
    moved(state, &path, "photo", step)
}

pub fn data(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "content/", ".csv")?;
    state.change(&path, |text| {
        let rows = text.trim_end().lines().count();
        let row = 1 + numbers.below(rows - 1);
        let lines = text.lines().enumerate().map(|(at, line)| match at == row {
            true => {
                let digits = |c: char| c.is_ascii_digit();
                let end = line.rfind(digits).map_or(line.len(), |at| at + 1);
                let head = line[..end].trim_end_matches(digits);
                match head.is_empty() {
                    true => line.to_owned(),
                    false => format!("{head}{}{}", 10 + step % 80, &line[end..]),
                }
            }
            false => line.to_owned(),
        });
        lines.map(|line| line + "\n").collect()
    })?;
    Some(format!("a figure of {path}"))
}

pub fn data_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "content/", ".csv")?;
    moved(state, &path, "donnees", step)
}

pub fn document(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "content/", ".pdf")?;
    let filling = "x".repeat(numbers.below(3_000));
    state.put(&path, &format!("%PDF-1.4\n% {step} {filling}\n%%EOF\n"));
    Some(format!("{path} is another"))
}

pub fn document_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "content/", ".pdf")?;
    moved(state, &path, "rapport", step)
}

pub fn static_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = numbers.of(&["static", "static/docs", "static/.well-known"])?;
    let path = format!("{folder}/extra-{step}.txt");
    state.put(&path, &format!("Le {step}.\n"));
    if numbers.once_in(2) {
        let text = state.one(numbers, "content/", ".md")?;
        let address = path.strip_prefix("static")?.to_owned();
        state.change(&text, |text| {
            format!("{text}\nVoir [le plan]({address}).\n")
        })?;
        return Some(format!("{path} is new, and {text} leads to it"));
    }
    Some(format!("{path} is new"))
}

pub fn static_changed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "static/", ".txt")?;
    state.put(&path, &format!("Le {step}, encore.\n"));
    Some(format!("{path} is another"))
}

pub fn static_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = state.one(numbers, "static/", ".txt")?;
    let is_used = state.is_mentioned(last(&path), &path);
    // Sometimes a text still leads to it.
    if is_used && !numbers.once_in(5) {
        return None;
    }
    state.files.remove(&path)?;
    Some(format!("without {path}"))
}

pub fn static_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "static/", ".txt")?;
    moved(state, &path, "extra", step)
}

pub fn fact(state: &mut State, _: &mut Numbers, step: usize) -> Option<String> {
    state.change_line("content/facts/entries.yaml", "value:", |_| {
        format!("  value: {step}\n")
    })?;
    Some("a fact is another".to_owned())
}

/// What a term means is another; or it has another name.
pub fn definition(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let (key, line) = match numbers.once_in(2) {
        true => (
            "title:",
            format!("  title: {{fr: \"Texte {step}\", en: \"Text\"}}\n"),
        ),
        false => (
            "definition:",
            format!("  definition: {{fr: \"{step}\", en: \"{step}\"}}\n"),
        ),
    };
    state.change_line("content/terms/entries.yaml", key, |_| line.clone())?;
    Some("a term is another".to_owned())
}

/// An address that an entry had, in the ledger; or none of them.
pub fn ledger(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    if numbers.once_in(3) {
        state.files.remove(LEDGER)?;
        return Some("no ledger".to_owned());
    }
    let path = state.one(numbers, "content/", ".fr.md")?;
    let (stem, tag) = stem(&path)?;
    let id = stem.strip_prefix("content/")?;
    if id.ends_with("_index") {
        return None;
    }
    let line = format!("/fr/ancien-{step}/ {tag} {id}\n");
    let text = state.text(LEDGER).unwrap_or_default();
    let text = format!("{text}{line}");
    state.put(LEDGER, &text);
    // Else it must lead somewhere.
    if state.text(&path)?.contains("\nslug:") {
        let alias = format!("aliases: [/fr/ancien-{step}/]");
        state.toggle_field(&path, &alias)?;
    }
    Some(format!("{line:?} in the ledger"))
}
