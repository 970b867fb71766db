//! `rihla remove`: what is taken away, and who else must forget it.

use super::{CONTENT, Common, DONE, MACHINE, NoTexts, USAGE, out, print_all};
use crate::build::{Failed, Options};
use crate::editorial::remove::{self, Removal};
use rihla_diagnostics::print::Format;
use rihla_diagnostics::{Bilingual, Messages, Texts};

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
        return match outcome.failed {
            Some(Failed::Machine) => MACHINE,
            Some(Failed::Configuration) => USAGE,
            None => CONTENT,
        };
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
    let words = |en, fr| Bilingual { en, fr }.get(messages);
    let colon = words(":", "\u{a0}:");
    let titles: Vec<String> = removal
        .titles
        .iter()
        .map(|(tag, title)| format!("{title} ({tag})"))
        .collect();
    let mut out = format!("{}\n", head(removal, is_done, messages));
    out.push_str(&history(removal, messages));
    out.push_str(&format!("\n{}\n  {}\n", removal.id, titles.join("\n  ")));
    let mut list = |head: &str, lines: &[String]| {
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
            list(words("Deleted", "Fichiers supprimés"), &removal.files);
            list(words("Changed", "Fichiers modifiés"), &edits);
            list(
                words(
                    "Pictures made of it, deleted",
                    "Images qui en ont été tirées, supprimées",
                ),
                &images,
            );
        }
        false => {
            list(
                words("To be deleted", "Fichiers à supprimer"),
                &removal.files,
            );
            list(words("To be changed", "Fichiers à modifier"), &edits);
            list(
                words(
                    "Pictures made of it, to be deleted",
                    "Images qui en ont été tirées, à supprimer",
                ),
                &images,
            );
        }
    }
    list(
        words(
            "Nothing uses these files any more; they stay, since they lie elsewhere",
            "Plus rien n’emploie ces fichiers ; ils restent, puisqu’ils sont ailleurs",
        ),
        &removal.unused,
    );
    list(
        words(
            "Addresses that will answer “gone”, and that caches and networks must forget",
            "Adresses qui répondront « page supprimée », et que les caches et les réseaux de diffusion doivent oublier",
        ),
        &removal.gone,
    );
    list(
        words(
            "Other addresses that caches and networks must forget",
            "Autres adresses que les caches et les réseaux de diffusion doivent oublier",
        ),
        &removal.besides,
    );
    out
}

/// What was done or was not, and what comes next.
fn head(removal: &Removal, is_done: bool, messages: Messages) -> String {
    let id = &removal.id;
    match (is_done, messages) {
        (true, Messages::En) => format!(
            "{id} was removed. Build and publish the site, then have the addresses below forgotten."
        ),
        (true, Messages::Fr) => format!(
            "{id} a été retiré. Construisez et publiez le site, puis faites oublier les adresses ci-dessous."
        ),
        (false, Messages::En) => format!(
            "Nothing has been removed yet. This is what would go; to do it: rihla remove {id} --yes"
        ),
        (false, Messages::Fr) => format!(
            "Rien n’a encore été retiré. Voici ce qui serait retiré ; pour le faire\u{a0}: rihla remove {id} --yes"
        ),
    }
}

/// What version control still holds.
fn history(removal: &Removal, messages: Messages) -> String {
    match (removal.history, messages) {
        (Some(0) | None, _) => String::new(),
        (Some(count), Messages::En) => format!(
            "\nGit still holds these files (revisions: {count}): whoever has a copy of the repository can read \
             them. To take them out of its history, ask whoever looks after the repository to run:\n  \
             git filter-repo --invert-paths{}\n",
            paths(removal)
        ),
        (Some(count), Messages::Fr) => format!(
            "\nGit garde encore ces fichiers (révisions\u{a0}: {count})\u{a0}: qui a une copie du dépôt peut les lire. \
             Pour les ôter de l’historique, demandez à qui s’occupe du dépôt de lancer\u{a0}:\n  \
             git filter-repo --invert-paths{}\n",
            paths(removal)
        ),
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
