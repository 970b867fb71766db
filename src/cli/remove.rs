//! `rihla remove`: what is taken away, and who else must forget it.

use std::borrow::Cow;

use super::{Common, DONE, MACHINE, NoTexts, code_of, out, print_all};
use rihla_build::Options;
use rihla_diagnostics::print::{self, Format};
use rihla_diagnostics::{Messages, Text, Texts, Value};
use rihla_editorial::remove::{self, Removal};

/// Lists what is removed, removes it where that was asked for, and gives the exit code.
pub(super) fn run(common: &Common, options: &Options, id: &str, is_done: bool) -> u8 {
    let resumed = match remove::resume(options) {
        Ok(resumed) => resumed,
        Err(error) => {
            print_all(common, &[error.diagnostic], &NoTexts);
            return MACHINE;
        }
    };
    if let Some(removal) = resumed.filter(|removal| removal.is_of(id)) {
        return tell(common, &removal, true);
    }
    let outcome = super::with_progress(common, |progress| remove::plan(options, id, progress));
    let texts: &dyn Texts = match &outcome.snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    };
    print_all(common, &outcome.diagnostics, texts);
    let Some(removal) = &outcome.removal else {
        return code_of(outcome.failed, true);
    };
    if is_done && let Err(error) = remove::run(options, removal) {
        print_all(common, &[error.diagnostic], &NoTexts);
        return MACHINE;
    }
    tell(common, removal, is_done)
}

fn tell(common: &Common, removal: &Removal, is_done: bool) -> u8 {
    let text = match common.format {
        Format::Json => json(removal, is_done),
        Format::Human | Format::Github => for_a_person(removal, is_done, common.messages),
    };
    out::put(&text);
    DONE
}

fn for_a_person(removal: &Removal, is_done: bool, messages: Messages) -> String {
    let words = |id| Text(id).get(messages);
    let colon = print::COLON.get(messages);
    let titles: Vec<String> = removal
        .titles
        .iter()
        .map(|(tag, title)| format!("{title} ({tag})"))
        .collect();
    let mut out = format!("{}\n", head(removal, is_done, messages));
    out.push_str(&history(removal, messages));
    out.push_str(&format!("\n{}\n  {}\n", removal.id, titles.join("\n  ")));
    let mut list = |head: Cow<str>, lines: &[String]| {
        if !lines.is_empty() {
            out.push_str(&format!("\n{head}{colon}\n"));
            lines
                .iter()
                .for_each(|line| out.push_str(&format!("  {line}\n")));
        }
    };
    let edits: Vec<String> = removal
        .edits
        .iter()
        .map(|edit| edit.path.to_string())
        .collect();
    let images: Vec<String> = removal
        .images
        .iter()
        .map(|name| format!(".rihla/pictures/{name}"))
        .collect();
    match is_done {
        true => {
            list(words("remove-deleted"), &removal.files);
            list(words("remove-changed"), &edits);
            list(words("remove-pictures-made-of-it-deleted"), &images);
        }
        false => {
            list(words("remove-to-be-deleted"), &removal.files);
            list(words("remove-to-be-changed"), &edits);
            list(words("remove-pictures-made-of-it-to-be"), &images);
        }
    }
    list(
        words("remove-nothing-uses-these-files-any-more"),
        &removal.unused,
    );
    list(
        words("remove-addresses-that-will-answer-gone-and"),
        &removal.gone,
    );
    list(
        words("remove-other-addresses-that-caches-and-networks"),
        &removal.besides,
    );
    out
}

/// What was done or was not, and what comes next.
fn head(removal: &Removal, is_done: bool, messages: Messages) -> String {
    let id = if is_done {
        "remove-done"
    } else {
        "remove-to-do"
    };
    Text(id).with(messages, &[("id", (&removal.id).into())])
}

/// What version control still holds.
fn history(removal: &Removal, messages: Messages) -> String {
    match removal.history {
        Some(0) | None => String::new(),
        Some(count) => {
            let still = Text("remove-history").with(messages, &[("count", Value::Count(count))]);
            let paths = paths(removal);
            format!("\n{still}\n  git filter-repo --invert-paths{paths}\n")
        }
    }
}

fn paths(removal: &Removal) -> String {
    let files = removal.files.iter();
    files.map(|path| format!(" --path {path}")).collect()
}

fn json(removal: &Removal, is_done: bool) -> String {
    let changed: Vec<&str> = removal.edits.iter().map(|edit| &*edit.path).collect();
    let object = serde_json::json!({
        "id": &*removal.id,
        "done": is_done,
        "deleted": removal.files,
        "changed": changed,
        "pictures": removal.images,
        "gone": removal.gone,
        "forget": removal.forget,
        "unused": removal.unused,
        "revisions": removal.history,
    });
    format!("{object}\n")
}
