//! Every file of a site does something, or is named: a file is taken away, and what comes out or
//! what is said must be another, unless a message says of the file that it does nothing.
//!
//! The sites are those of `tests/sites` that are built without an error.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use rihla_diagnostics::testing;
use rihla_diagnostics::testing::messages;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rihla::build::{self, Options, Outcome, Program};
use rihla::editorial::check;
use rihla_diagnostics::Diagnostic;

/// Files that may do nothing in one site without a word.
const FREE: &[(&str, &str)] = &[
    (
        "/templates/entry.html",
        "each theme has it, for sites with entries",
    ),
    (
        "/templates/list.html",
        "each theme has it, for sites with lists",
    ),
    (
        "/strings/ar.yaml",
        "a theme may know more languages than a site",
    ),
];

/// Files of single sites, each with a reason.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "every-form",
        "content/news/2017-06-02-caritas/shared.yaml",
        "the theme shows none of its fields",
    ),
    ("hosting", "static/.nojekyll", "the program writes the same"),
];

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

/// The files below a folder, by path and content.
fn files(root: &Path, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root.join(folder))
        .into_iter()
        .flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("a path below");
            let path = path.to_string_lossy().into_owned();
            (path, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

struct Site {
    folder: tempfile::TempDir,
    options: Options,
    is_checked: bool,
}

impl Site {
    fn new(case: &Path) -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let memory = Path::new("/dev/shm");
        let folder = match memory.is_dir() {
            true => tempfile::tempdir_in(memory),
            false => tempfile::tempdir(),
        };
        let folder = folder.expect("a folder");
        let site = folder.path();
        for part in ["content", "static", "themes", "urls.lock"] {
            if case.join(part).exists() {
                copy(&case.join(part), &site.join(part));
            }
        }
        if !case.join("themes").exists() {
            copy(&tests.join("themes/plain"), &site.join("themes/plain"));
        }
        if !site.join("content/site.yaml").exists() {
            fs::create_dir_all(site.join("content")).expect("a folder");
            copy(
                &tests.join("themes/site.yaml"),
                &site.join("content/site.yaml"),
            );
        }
        let arguments = fs::read_to_string(case.join("arguments")).unwrap_or_default();
        let command = fs::read_to_string(case.join("command")).unwrap_or_default();
        let options = Options {
            site: site.to_owned(),
            out: site.join("public"),
            force: true,
            locked: true,
            drafts: arguments.lines().any(|line| line == "--drafts"),
            waiting: false,
            program: Program::new("", "", testing::files("src/builtin")),
            at: None,
            base_url: None,
            deny_warnings: false,
            compress: false,
            commit: None,
            cache: false,
            now: "2026-11-28T12:00:00Z".parse().expect("a moment"),
        };
        Self {
            is_checked: command.trim() == "check",
            options,
            folder,
        }
    }

    /// What is said of the site, and what is written.
    fn built(&self) -> (Outcome, Vec<String>, BTreeMap<String, Vec<u8>>) {
        let mut outcome = build::build(&self.options, &|_| {});
        if self.is_checked {
            outcome.diagnostics = check::check(&self.options, &|_| {}).diagnostics;
        }
        let mut written = files(self.folder.path(), "public");
        written.extend(files(self.folder.path(), ".rihla/hosting"));
        let report = self.folder.path().join(".rihla/report.json");
        written.insert("report".into(), fs::read(report).unwrap_or_default());
        // It counts what was written, which is another number without a word.
        written.remove("public/build.json");
        let told = outcome.diagnostics.iter().map(told).collect();
        (outcome, told, written)
    }
}

fn told(diagnostic: &Diagnostic) -> String {
    let path = diagnostic.place.as_ref().map_or("", |place| &place.path);
    let hint = diagnostic.hint(messages("en")).unwrap_or_default();
    format!("{path}: {} {hint}", diagnostic.text(messages("en")))
}

/// Whether a message is about a file, or a folder in which it is.
fn names(diagnostic: &Diagnostic, file: &str) -> bool {
    let related = diagnostic.related.iter().map(|related| &related.place);
    let mut places = diagnostic.place.iter().chain(related);
    places.any(|place| {
        let rest = file.strip_prefix(&*place.path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// The files of a case that do nothing and are not named.
fn unaccounted(case: &Path) -> Vec<String> {
    let site = Site::new(case);
    let name = case.file_name().expect("a name").to_string_lossy();
    let (outcome, said, written) = site.built();
    if outcome.written.is_none() {
        return Vec::new();
    }
    let folders = ["content", "static", "themes"].into_iter();
    let own = folders.flat_map(|folder| files(case, folder));
    let mut found = Vec::new();
    for (path, bytes) in own {
        let is_named = outcome.diagnostics.iter().any(|found| names(found, &path));
        let is_free = FREE.iter().any(|(end, _)| path.ends_with(end))
            || KNOWN
                .iter()
                .any(|(case, file, _)| *case == name && *file == path);
        let is_litter = path
            .split('/')
            .any(|part| part.starts_with('.') && part != ".well-known");
        if is_named || is_free || is_litter && !path.starts_with("static/") {
            continue;
        }
        let real = site.folder.path().join(&path);
        fs::remove_file(&real).expect("a file");
        let (_, said_without, written_without) = site.built();
        if said_without == said && written_without == written {
            found.push(format!("{name}: {path}"));
        }
        fs::write(&real, bytes).expect("a file");
    }
    found
}

#[test]
fn every_file_does_something_or_is_named() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut cases: Vec<PathBuf> = fs::read_dir(sites)
        .expect("the cases")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.join("content").is_dir() && !path.join("no-site").exists())
        .collect();
    cases.sort();
    let found: Vec<String> = cases
        .par_iter()
        .flat_map_iter(|case| unaccounted(case))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
