//! The links of the documents lead somewhere, and what they say of the program is so.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rihla::editorial::check::figures::{FigureKind, Reader};
use rihla_text::language::{Language, Profile};
use rihla_text::typography::plain;

/// The document for writers on what is checked, in both languages.
const CHECKING: [&str; 2] = [
    "docs/site/content/writing/checking.fr.md",
    "docs/site/content/writing/checking.en.md",
];

/// The documents of the project: Markdown at its top and in `docs`, but for the site of the documentation,
/// whose links a build follows.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("docs")];
    let at_top = fs::read_dir(root).expect("a folder").flatten();
    found.extend(
        at_top
            .map(|entry| entry.path())
            .filter(|path| path.is_file()),
    );
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            match entry.path().is_dir() {
                true if entry.file_name() == "site" => {}
                true => folders.push(entry.path()),
                false => found.push(entry.path()),
            }
        }
    }
    found.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    found.sort();
    found
}

/// The anchors of a document’s headings, as forges make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            title
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

/// Where the links of a document lead. What stands in code is left out.
fn links(text: &str) -> Vec<&str> {
    let texts = text.split("```").step_by(2);
    let texts = texts.flat_map(|text| text.split('`').step_by(2));
    texts
        .flat_map(|text| text.split("](").skip(1))
        .filter_map(|rest| rest.split_once(')').map(|(link, _)| link))
        .filter(|link| !link.contains("://"))
        .collect()
}

#[test]
fn the_links_of_documents_lead_somewhere() {
    let mut broken = Vec::new();
    let mut count = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a text");
        for link in links(&text) {
            count += 1;
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => document.clone(),
                _ => document.parent().expect("a folder").join(path),
            };
            let is_right = match fs::read_to_string(&target) {
                Ok(text) => anchor.is_empty() || anchors(&text).contains(anchor),
                Err(_) => target.exists() && anchor.is_empty(),
            };
            if !is_right {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(count > 20, "only {count} links were seen");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Copies a site, without what a build has left in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let name = entry.file_name();
        if name == "public" || name == ".rihla" {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(name));
        } else {
            fs::copy(entry.path(), to.join(name)).expect("a file");
        }
    }
}

#[test]
fn the_site_of_documentation_has_nothing_to_mend() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/site");
    let folder = tempfile::tempdir().expect("a folder");
    copy(&site, folder.path());
    for arguments in [
        &["build", "--deny", "warnings"][..],
        &["check", "--deny", "warnings"],
        &["fmt", "--check"],
        &[
            "status",
            "--fail-on",
            "missing,outdated,incomplete,diverged",
        ],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args(arguments)
            .args(["--messages", "en", "--site"])
            .arg(folder.path())
            .env_remove("RIHLA_BASE_URL")
            .output()
            .expect("the program runs");
        assert!(
            output.status.success(),
            "{arguments:?}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// What stands between backticks.
fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The tables that tell writers what is done for them: the second column becomes the third.
#[test]
fn what_writers_are_told_of_typography_is_what_is_done() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (file, tag, least) in [
        ("docs/site/content/writing/typography.fr.md", "fr", 25),
        ("docs/site/content/writing/typography.en.md", "en", 20),
    ] {
        let text = fs::read_to_string(root.join(file)).expect("the document");
        let profile = Profile::of_tag(tag).expect("rules");
        let mut count = 0;
        for line in text.lines() {
            let cells: Vec<&str> = line.split(" | ").collect();
            let [_, written, read] = cells[..] else {
                continue;
            };
            let (written, read) = (code(written), code(read));
            for (at, written) in written.iter().enumerate() {
                // Several ways to type the same.
                let Some(read) = read.get(at.min(read.len().wrapping_sub(1))) else {
                    continue;
                };
                let set = plain(written, profile)
                    .replace('\u{a0}', "⍽")
                    .replace('\u{202f}', "⎵");
                assert_eq!(set, *read, "{file}: {line}");
                count += 1;
            }
        }
        assert!(count >= least, "{file} shows {count} examples");
    }
}

/// What writers are told to be the same in both languages is read as the same.
#[test]
fn figures_that_documents_call_the_same_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [french, english] = ["fr", "en"]
        .map(|tag| Reader::new(&Language::new(tag, tag, tag, None).expect("a language")));
    let kinds = |reader: &Reader, text: &str| -> Vec<FigureKind> {
        let figures = reader.read(text);
        figures.into_iter().map(|figure| figure.kind).collect()
    };
    for file in CHECKING {
        let text = fs::read_to_string(root.join(file)).expect("the document");
        let heads = ["| en français | en anglais |", "| in French | in English |"];
        let table = heads
            .iter()
            .find_map(|head| text.split_once(head))
            .expect("the table")
            .1;
        let rows = table
            .lines()
            .skip(2)
            .take_while(|line| line.starts_with('|'));
        let mut count = 0;
        for row in rows {
            let [fr, en] = code(row)[..] else {
                panic!("two examples: {row}");
            };
            assert_eq!(kinds(&french, fr), kinds(&english, en), "{file}: {row}");
            assert!(!kinds(&french, fr).is_empty(), "{file}: {row}");
            count += 1;
        }
        assert!(count > 12, "{file} shows {count} examples");
    }
}

/// Messages that documents show are messages that a case of `tests/sites` gets.
#[test]
fn messages_in_documents_are_those_of_the_program() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = String::new();
    for case in fs::read_dir(root.join("tests/sites"))
        .expect("the cases")
        .flatten()
    {
        for file in ["diagnostics.txt", "diagnostics.fr.txt"] {
            said.push_str(&fs::read_to_string(case.path().join(file)).unwrap_or_default());
        }
    }
    let said = said.replace('\u{a0}', " ");
    let mut count = 0;
    for file in CHECKING {
        let text = fs::read_to_string(root.join(file)).expect("the document");
        let kinds = [
            "erreur[",
            "avertissement[",
            "conseil[",
            "error[",
            "warning[",
            "advice[",
        ];
        let shown = text
            .lines()
            .filter(|line| kinds.iter().any(|kind| line.starts_with(kind)));
        for line in shown {
            assert!(said.lines().any(|known| known == line), "{file}: {line}");
            count += 1;
        }
    }
    assert_eq!(count, 8);
}
