//! The languages of the interface for tests, which embed nothing.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read the folder of messages"
)]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

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

fn read() -> Vec<Interface> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../messages");
    let list = fs::read_to_string(folder.join("languages.txt")).expect("messages/languages.txt");
    let languages = list.lines().map(|line| {
        let tag = line.split(' ').next().unwrap_or_default().to_owned();
        let mut files: Vec<(&'static str, &'static str)> = fs::read_dir(folder.join(&tag))
            .expect("a folder of messages")
            .flatten()
            .map(|file| {
                let name = file.file_name().to_string_lossy().into_owned();
                let text = fs::read_to_string(file.path()).expect("messages");
                (&*name.leak(), &*text.leak())
            })
            .collect();
        files.sort();
        Interface::new(tag.leak(), !line.ends_with(" incomplete"), files.leak())
    });
    languages.collect()
}
