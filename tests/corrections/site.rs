//! Sites of cases, held in memory and read up to the plan.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rihla::build::{self, Kept, Options};
use rihla::diagnostic;
use rihla::plan::Plan;
use rihla::source::Snapshot;

use crate::follow::Found;

/// Paths of a site, with their bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The folder of the tests.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// What a folder holds, in order.
pub fn listed(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

fn read(root: &Path, folder: &Path, out: &mut Files) {
    for path in listed(folder) {
        if path.is_dir() {
            read(root, &path, out);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy();
            out.insert(name.into_owned(), fs::read(&path).expect("a file"));
        }
    }
}

/// Signs that are not seen, as cases write them.
pub fn signs(text: &str) -> String {
    text.replace('⇥', "\t")
        .replace('⍽', "\u{a0}")
        .replace('⎵', "\u{202f}")
        .replace('␋', "\u{b}")
        .replace('␍', "\r")
        .replace('␀', "\0")
}

/// How a site is read where a case says nothing else.
pub fn options() -> Options {
    Options {
        site: PathBuf::new(),
        out: PathBuf::new(),
        force: false,
        locked: false,
        drafts: false,
        waiting: false,
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        memory: false,
        now: "2026-11-28T12:00:00Z".parse().expect("a moment"),
    }
}

/// The sites of `tests/sites` and `tests/fmt`.
pub fn folders() -> Vec<(String, Files, Options)> {
    let root = tests();
    let mut found = Vec::new();
    let sites = listed(&root.join("sites")).into_iter();
    let mended = listed(&root.join("fmt")).into_iter();
    let roots = sites
        .map(|case| (case.clone(), case, root.join("themes/site.yaml")))
        .chain(mended.map(|case| {
            (
                case.clone(),
                case.join("before"),
                root.join("fmt/site.yaml"),
            )
        }));
    for (case, folder, configuration) in roots.filter(|(case, ..)| case.is_dir()) {
        let mut files = Files::new();
        for part in ["content", "static", "themes"] {
            read(&folder, &folder.join(part), &mut files);
        }
        if let Ok(ledger) = fs::read(folder.join("urls.lock")) {
            files.insert("urls.lock".into(), ledger);
        }
        if !case.join("themes").exists() {
            read(&root, &root.join("themes/plain"), &mut files);
        }
        if !case.join("no-site").exists() {
            files
                .entry("content/site.yaml".into())
                .or_insert_with(|| fs::read(configuration).expect("a file"));
        }
        let mut options = options();
        let arguments = fs::read_to_string(case.join("arguments")).unwrap_or_default();
        options.drafts = arguments.lines().any(|line| line == "--drafts");
        let name = case.strip_prefix(&root).expect("inside");
        found.push((name.to_string_lossy().into_owned(), files, options));
    }
    found
}

/// A case of `tests/corrections/cases`.
pub struct Small {
    /// The file in which it stands.
    pub file: PathBuf,
    /// Its files, as they are written there.
    pub input: String,
    /// What is said.
    pub expected: String,
}

impl Small {
    /// For a message of the test.
    pub fn name(&self) -> String {
        self.input.replace('\n', "↵")
    }

    /// Its site.
    pub fn files(&self) -> Files {
        let root = tests().join("corrections/site");
        let mut files = Files::new();
        read(&root, &root, &mut files);
        read(&tests(), &tests().join("themes/plain"), &mut files);
        for part in self.input.split(">>> ").skip(1) {
            let (path, text) = part.split_once('\n').unwrap_or((part, ""));
            if path.starts_with("! ") {
                files.remove(path.trim_start_matches("! "));
                continue;
            }
            files.insert(path.to_owned(), signs(text).into_bytes());
        }
        files
    }
}

/// The cases of `tests/corrections/cases`.
pub fn small() -> Vec<Small> {
    let mut found = Vec::new();
    for file in listed(&tests().join("corrections/cases")) {
        let text = fs::read_to_string(&file).expect("a text");
        for case in text.split_inclusive("\n=====\n") {
            let case = case.strip_suffix("=====\n").unwrap_or(case);
            if case.trim().is_empty() {
                continue;
            }
            let (input, expected) = match case.split_once("\n-----\n") {
                Some((input, expected)) => (format!("{input}\n"), expected),
                None => (case.to_owned(), ""),
            };
            found.push(Small {
                file: file.clone(),
                input,
                expected: expected.to_owned(),
            });
        }
    }
    found
}

/// What is said of a site before the first page is rendered.
pub fn findings(files: &Files, options: &Options) -> Found {
    let (snapshot, mut diagnostics) = Snapshot::from_memory(files.clone());
    let snapshot = Arc::new(snapshot);
    let linked = build::link(
        &snapshot,
        options,
        &mut Kept::default(),
        &|_| {},
        &mut diagnostics,
        &mut None,
    );
    if let Some(linked) = &linked {
        let (_, problems) = Plan::new(
            &snapshot,
            &linked.config,
            &linked.graph,
            &linked.routes,
            None,
        );
        diagnostics.extend(problems);
    }
    diagnostic::sort(&mut diagnostics);
    Found {
        diagnostics,
        is_read: linked.is_some(),
    }
}
