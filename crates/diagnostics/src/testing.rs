//! What the binary embeds, for tests, which embed nothing.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read the folder of messages"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::{Interface, Messages};

/// The program in the language of a tag, with the texts of the folder `messages`.
///
/// # Panics
/// Where the folder cannot be read, or has no such language.
pub fn messages(tag: &str) -> Messages {
    static ALL: LazyLock<Vec<Interface>> = LazyLock::new(read);
    let all = Messages::new(&ALL);
    all.named(tag)
        .unwrap_or_else(|| panic!("no messages in {tag}"))
}

/// The files below a folder of the project, as the binary embeds them: path in it, and text, in order.
///
/// # Panics
/// Where one of them is no text.
pub fn files(folder: &str) -> Embedded {
    static READ: LazyLock<Mutex<BTreeMap<String, Embedded>>> = LazyLock::new(Mutex::default);
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = read.get(folder).copied() {
        return known;
    }
    let mut found = Vec::new();
    below(&project().join(folder), "", &mut found);
    found.sort();
    let found: Embedded = found.leak();
    read.insert(folder.to_owned(), found);
    found
}

/// Path and text of each file.
pub type Embedded = &'static [(&'static str, &'static str)];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn below(folder: &Path, path: &str, found: &mut Vec<(&'static str, &'static str)>) {
    for file in fs::read_dir(folder).expect("a folder").flatten() {
        let path = format!("{path}{}", file.file_name().to_string_lossy());
        if file.path().is_dir() {
            below(&file.path(), &format!("{path}/"), found);
        } else {
            let text = fs::read_to_string(file.path()).expect("a text");
            found.push((path.leak(), text.leak()));
        }
    }
}

fn read() -> Vec<Interface> {
    let folder = project().join("messages");
    let list = fs::read_to_string(folder.join("languages.txt")).expect("messages/languages.txt");
    let languages = list.lines().map(|line| {
        let tag = line.split(' ').next().unwrap_or_default().to_owned();
        let texts = files(&format!("messages/{tag}"));
        Interface::new(tag.leak(), !line.ends_with(" incomplete"), texts)
    });
    languages.collect()
}
