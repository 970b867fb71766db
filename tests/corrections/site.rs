//! Sites of cases, held in memory and read up to the plan.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rihla::build::query::Site;
use rihla::build::render::{self, Engine};
use rihla::build::trace::Tracked;
use rihla::build::{self, LoadCache, Options, Program};
use rihla::editorial::{check, fix};
use rihla::site::config::Config;
use rihla::site::plan::Plan;
use rihla::site::source::Snapshot;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::testing;

use crate::follow::{Found, Stage};

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
        program: Program::new("", "", testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: false,
        now: "2026-11-28T12:00:00Z".parse().expect("a moment"),
    }
}

/// The sites of `tests/sites` and `tests/fmt`.
pub fn folders() -> Vec<(String, Files, Options)> {
    let root = tests();
    let mut found = Vec::new();
    let sites = listed(&root.join("sites")).into_iter();
    let fixed = listed(&root.join("fmt")).into_iter();
    let roots = sites
        .map(|case| (case, root.join("themes/site.yaml")))
        .chain(fixed.map(|case| (case, root.join("fmt/site.yaml"))));
    for (case, configuration) in roots.filter(|(case, ..)| case.is_dir()) {
        let mut files = Files::new();
        for part in ["content", "static", "themes"] {
            read(&case, &case.join(part), &mut files);
        }
        let mut content = Files::new();
        read(&case.join("before"), &case.join("before"), &mut content);
        let content = content.into_iter();
        files.extend(content.map(|(path, bytes)| (format!("content/{path}"), bytes)));
        if let Ok(ledger) = fs::read(case.join("urls.lock")) {
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

/// What is said of a site by `rihla check`, up to a stage: all that a build says, and what is
/// verified besides.
pub fn findings(files: &Files, options: &Options, last: Stage) -> Found {
    let (snapshot, mut diagnostics) = Snapshot::from_memory(files.clone());
    let snapshot = Arc::new(snapshot);
    let stage = read_site(&snapshot, options, last, &mut diagnostics);
    rihla_diagnostics::sort(&mut diagnostics);
    diagnostics.dedup();
    Found { diagnostics, stage }
}

fn read_site(
    snapshot: &Arc<Snapshot>,
    options: &Options,
    last: Stage,
    diagnostics: &mut Vec<Diagnostic>,
) -> Stage {
    if last == Stage::Configuration {
        diagnostics.extend(Config::read(snapshot, None, options.program.builtin).1);
        return last;
    }
    let mut cache = LoadCache::default();
    let Some(linked) = build::link(
        snapshot,
        options,
        &mut cache,
        &|_| {},
        diagnostics,
        &mut None,
    ) else {
        return Stage::Configuration;
    };
    let (plan, problems) = Plan::new(
        snapshot,
        &linked.config,
        &linked.graph,
        &linked.routes,
        None,
    );
    diagnostics.extend(problems);
    if last == Stage::Plan || diagnostics.iter().any(Diagnostic::is_error) {
        return Stage::Plan;
    }
    let site = Arc::new(Site::new(
        snapshot.clone(),
        linked.config,
        linked.graph,
        linked.routes,
        plan,
        linked.moment,
    ));
    match Engine::new(&Tracked::new(&site)) {
        Ok(engine) => {
            diagnostics.extend(rihla::build::hosting::check(&site));
            diagnostics.extend(rihla::build::unused::check(&site));
            let pages = site.plan.pages.iter();
            let failed = pages.filter_map(|page| render::page(&engine, page).err());
            diagnostics.extend(failed.map(|problem| *problem));
        }
        Err(problems) => diagnostics.extend(problems),
    }
    if let Some(parts) = cache.parts() {
        diagnostics.extend(check::verify(&site, parts));
    }
    Stage::Pages
}

/// A site after `rihla fmt`.
pub fn fixed(files: &Files) -> Files {
    let (snapshot, problems) = Snapshot::from_memory(files.clone());
    let builtin = options().program.builtin;
    let outcome = fix::fix(Arc::new(snapshot), problems, None, builtin, &|_| true);
    let mut files = files.clone();
    for fixed in outcome.files {
        if let Some(change) = fixed.change {
            files.insert(fixed.path.to_string(), change.bytes);
        }
    }
    files
}

/// What `rihla fmt` says of a site: what it corrects.
pub fn corrections(files: &Files) -> Found {
    let (snapshot, problems) = Snapshot::from_memory(files.clone());
    let builtin = options().program.builtin;
    let outcome = fix::fix(Arc::new(snapshot), problems, None, builtin, &|_| true);
    let findings = outcome.files.into_iter().flat_map(|file| file.findings);
    let mut diagnostics: Vec<Diagnostic> = findings.collect();
    rihla_diagnostics::sort(&mut diagnostics);
    Found {
        diagnostics,
        stage: Stage::Pages,
    }
}
