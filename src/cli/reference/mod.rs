//! `rihla reference`: what the tables of the program say, as documents. For those who hand the program out:
//! the command is not among those that help lists.

mod manual;
mod pages;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use super::parse::listed;
use super::{Common, DONE, MACHINE, NoTexts, print_all};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::write as say;

/// What can be printed.
pub const PARTS: &[&str] = &["pages", "man", "completions"];

/// What is to be printed, and where.
#[derive(Debug)]
pub struct Asked {
    /// One of [`PARTS`].
    pub(super) part: String,
    /// A folder, which is made where it is missing.
    pub(super) folder: PathBuf,
}

/// Writes a part into its folder, and gives the exit code.
pub(super) fn run(common: &Common, asked: &Asked) -> u8 {
    let languages = common.messages.each().filter(|one| one.is_complete());
    let files: Vec<(String, Vec<u8>)> = match &*asked.part {
        "pages" => languages.flat_map(pages::pages).collect(),
        "man" => languages.flat_map(manual::manual).collect(),
        _ => manual::completions(listed(common.messages, common.messages.english())),
    };
    for (name, text) in files {
        let path = asked.folder.join(name);
        if let Err(error) = write(&path, &text) {
            let finding = Diagnostic::new(&say::MACHINE)
                .with("path", path.display().to_string())
                .with("reason", error.to_string());
            print_all(common, &[finding], &NoTexts);
            return MACHINE;
        }
    }
    DONE
}

fn write(path: &Path, text: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
