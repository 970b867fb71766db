//! The tutorial of the documentation, followed to the letter in each of its languages.
//!
//! On the page, a block `console` holds commands behind `$ `, and below each what it prints; `…` stands for
//! whatever differs from day to day, in a line or as a line of its own for any number of lines. A block that
//! begins with a line `# not run` (`# à ne pas suivre ici`) is shown only. A line `**File `PATH`**` stands before
//! the whole text of a file, `**In `PATH`, replace**` before words in it and `**with**` before others in their
//! place; `…` in a path stands for what differs in the name of a file that is there.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// How a page says what is to be done.
struct Words {
    language: &'static str,
    locale: &'static str,
    shown_only: &'static str,
    file: (&'static str, &'static str),
    replace: (&'static str, &'static str),
    with: &'static str,
}

const FRENCH: Words = Words {
    language: "fr",
    locale: "fr_FR.UTF-8",
    shown_only: "# à ne pas suivre ici",
    file: ("**Fichier `", "`**"),
    replace: ("**Dans `", "`, remplacez**"),
    with: "**par**",
};

const ENGLISH: Words = Words {
    language: "en",
    locale: "en_GB.UTF-8",
    shown_only: "# not run",
    file: ("**File `", "`**"),
    replace: ("**In `", "`, replace**"),
    with: "**with**",
};

/// A step of the tutorial, with the line of the page at which it stands.
enum Step {
    /// A command, and the lines that it prints.
    Run(usize, String, Vec<String>),
    /// A file, and what is in it.
    Write(String, String),
    /// A file, what is in it, and what comes in its place.
    Replace(usize, String, String, String),
}

/// What the last lines before a block have announced.
enum Announced {
    Nothing,
    File(String),
    Old(String),
    New(String, String),
}

fn steps(page: &str, words: &Words) -> Vec<Step> {
    let between = |line: &str, (before, after): (&str, &str)| {
        let path = line.strip_prefix(before)?.strip_suffix(after)?;
        Some(path.to_owned())
    };
    let mut steps = Vec::new();
    let mut announced = Announced::Nothing;
    let mut old = None;
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if let Some(path) = between(line, words.file) {
            announced = Announced::File(path);
        } else if let Some(path) = between(line, words.replace) {
            announced = Announced::Old(path);
        } else if line == words.with {
            let (path, text) = old.take().expect("words that are replaced");
            announced = Announced::New(path, text);
        } else if let Some(fence) = line.strip_prefix("```") {
            let text: Vec<&str> = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| *line != "```")
                .collect();
            match std::mem::replace(&mut announced, Announced::Nothing) {
                Announced::File(path) => steps.push(Step::Write(path, text.join("\n") + "\n")),
                Announced::Old(path) => old = Some((path, text.join("\n"))),
                Announced::New(path, old) => {
                    steps.push(Step::Replace(at + 1, path, old, text.join("\n")));
                }
                Announced::Nothing if fence == "console" && text[0] != words.shown_only => {
                    steps.extend(commands(at + 1, &text));
                }
                Announced::Nothing => {}
            }
        }
    }
    assert!(old.is_none(), "words are replaced by none");
    steps
}

fn commands(at: usize, text: &[&str]) -> Vec<Step> {
    let mut steps = Vec::new();
    for line in text {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step::Run(at, command.to_owned(), Vec::new())),
            (None, Some(Step::Run(_, _, printed))) => printed.push((*line).to_owned()),
            (None, _) => panic!("line {at}: a block begins without a command"),
        }
    }
    steps
}

/// Whether a line is as it was announced, with anything for each `…`.
fn is_line(wanted: &str, line: &str) -> bool {
    let mut parts = wanted.split('…');
    let Some(mut rest) = parts.next().and_then(|first| line.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

fn are_lines(wanted: &[String], lines: &[&str]) -> bool {
    match (wanted.split_first(), lines.split_first()) {
        (None, rest) => rest.is_none(),
        (Some((any, more)), _) if any.trim() == "…" => {
            (0..=lines.len()).any(|from| are_lines(more, &lines[from..]))
        }
        (Some((first, more)), Some((line, rest))) => is_line(first, line) && are_lines(more, rest),
        (Some(_), None) => false,
    }
}

/// The file of a path, in which `…` stands for anything.
fn found(folder: &Path, path: &str) -> PathBuf {
    if !path.contains('…') {
        return folder.join(path);
    }
    let all = walkdir::WalkDir::new(folder).into_iter().flatten();
    let all: Vec<PathBuf> = all
        .map(|entry| entry.into_path())
        .filter(|one| {
            let name = one.strip_prefix(folder).expect("below it");
            is_line(path, &name.display().to_string())
        })
        .collect();
    assert_eq!(all.len(), 1, "{path}: {all:?}");
    all[0].clone()
}

fn follow(words: &Words) {
    let name = format!("docs/site/content/start/tutorial.{}.md", words.language);
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
    let page = fs::read_to_string(page).expect("a page");
    let place = TempDir::new().expect("a folder");
    let mut folder = place.path().canonicalize().expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_rihla"));
    let path = std::env::join_paths(
        std::iter::once(program.parent().expect("a folder").to_owned()).chain(
            std::env::split_paths(&std::env::var_os("PATH").expect("a path")),
        ),
    )
    .expect("a path");
    let (mut ran, mut wrote) = (0, 0);
    for step in steps(&page, words) {
        match step {
            Step::Run(at, command, mut wanted) => {
                let shell = format!("{{ {command}\n}} 2>&1 </dev/null\npwd -P >&3");
                let place = place.path().join("pwd");
                let output = Command::new("sh")
                    .args(["-c", &format!("exec 3>'{}'\n{shell}", place.display())])
                    .current_dir(&folder)
                    .env("PATH", &path)
                    .env("LANG", words.locale)
                    .env_remove("LC_ALL")
                    .env_remove("LC_MESSAGES")
                    .env_remove("LANGUAGE")
                    .output()
                    .expect("a shell");
                let printed = String::from_utf8(output.stdout).expect("UTF-8");
                while wanted.last().is_some_and(String::is_empty) {
                    wanted.pop();
                }
                let lines: Vec<&str> = printed.trim_end_matches('\n').lines().collect();
                assert!(
                    are_lines(&wanted, &lines),
                    "{name}:{at}: $ {command}\nprints\n{printed}\nand not\n{}",
                    wanted.join("\n")
                );
                let now = fs::read_to_string(place).expect("a folder");
                folder = PathBuf::from(now.trim_end());
                ran += 1;
            }
            Step::Write(path, text) => {
                let file = found(&folder, &path);
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, text).expect("a file");
                wrote += 1;
            }
            Step::Replace(at, path, old, new) => {
                let file = found(&folder, &path);
                let text = fs::read_to_string(&file).expect("a text");
                let count = text.matches(&old).count();
                assert_eq!(
                    count, 1,
                    "{name}:{at}: {path} holds this {count} times:\n{old}\n\n{text}"
                );
                fs::write(file, text.replace(&old, &new)).expect("a file");
                wrote += 1;
            }
        }
    }
    assert!(
        ran > 15 && wrote > 5,
        "{name}: only {ran} commands and {wrote} files"
    );
}

#[test]
fn in_french() {
    follow(&FRENCH);
}

#[test]
fn in_english() {
    follow(&ENGLISH);
}
