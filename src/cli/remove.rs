//! `rihla remove`: what is taken away, and who else must forget it.

use super::{CONTENT, Common, DONE, MACHINE, NoTexts, USAGE, out, print_all};
use crate::build::{Failed, Options};
use crate::diagnostic::print::Format;
use crate::diagnostic::{Bilingual, Messages, Texts};
use crate::remove::{self, Removal};

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
    let mut out = format!("{}\n  {}\n", removal.id, titles.join("\n  "));
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
    let pictures: Vec<String> = removal
        .pictures
        .iter()
        .map(|name| format!(".rihla/pictures/{name}"))
        .collect();
    match is_done {
        true => {
            list(words("Deleted", "Supprimés"), &removal.files);
            list(words("Changed", "Modifiés"), &edits);
            list(
                words(
                    "Pictures made of it, deleted",
                    "Images qui en ont été tirées, supprimées",
                ),
                &pictures,
            );
        }
        false => {
            list(words("To be deleted", "À supprimer"), &removal.files);
            list(words("To be changed", "À modifier"), &edits);
            list(
                words(
                    "Pictures made of it, to be deleted",
                    "Images qui en ont été tirées, à supprimer",
                ),
                &pictures,
            );
        }
    }
    list(
        words(
            "Addresses that will answer “gone”",
            "Adresses qui répondront « page supprimée »",
        ),
        &removal.gone,
    );
    list(
        words(
            "Addresses that caches and networks must forget",
            "Adresses que les caches et les réseaux de diffusion doivent oublier",
        ),
        &removal.forget,
    );
    match removal.history {
        Some(0) | None => {}
        Some(count) => {
            let text = match messages {
                Messages::En => format!(
                    "\nGit still holds these files (revisions: {count}): whoever has a copy of the repository can read \
                     them. To take them out of its history, ask whoever looks after the repository to run:\n  \
                     git filter-repo --invert-paths{}\n",
                    paths(removal)
                ),
                Messages::Fr => format!(
                    "\nGit garde encore ces fichiers (révisions : {count}) : qui a une copie du dépôt peut les lire. \
                     Pour les ôter de l’historique, demandez à qui s’occupe du dépôt de lancer :\n  \
                     git filter-repo --invert-paths{}\n",
                    paths(removal)
                ),
            };
            out.push_str(&text);
        }
    }
    out.push_str(match is_done {
        true => words(
            "\nDone. Build and publish the site, then have the addresses above forgotten.\n",
            "\nC’est fait. Construisez et publiez le site, puis faites oublier les adresses ci-dessus.\n",
        ),
        false => words(
            "\nNothing was removed. To do it, add --yes.\n",
            "\nRien n’a été retiré. Pour le faire, ajoutez --yes.\n",
        ),
    });
    out
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
        "pictures": removal.pictures,
        "gone": removal.gone,
        "forget": removal.forget,
        "revisions": removal.history,
    });
    format!("{object}\n")
}
