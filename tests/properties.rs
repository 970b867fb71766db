//! What holds for every site: nothing that is typed into a file makes the program panic, and
//! two builds of the same input are the same to the byte.

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
use std::process::Command;
use std::sync::Arc;

use proptest::prelude::*;
use rihla::build::render::{self, Engine};
use rihla::build::trace::Tracked;
use rihla::build::{self, Options, Program};
use rihla::site::source::Snapshot;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::print::{self, Format};

type Files = BTreeMap<String, Vec<u8>>;

fn read(root: &Path, folder: &Path, out: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(root, &path, out);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy();
            out.insert(name.into_owned(), fs::read(&path).expect("a file"));
        }
    }
}

/// The files of a case of `tests/sites`, with the plain theme.
fn site(case: &str) -> Files {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut files = Files::new();
    let root = tests.join("sites").join(case);
    for part in ["content", "static", "themes"] {
        read(&root, &root.join(part), &mut files);
    }
    read(&tests, &tests.join("themes/plain"), &mut files);
    files
        .entry("content/site.yaml".into())
        .or_insert_with(|| fs::read(tests.join("themes/site.yaml")).expect("a file"));
    files
}

fn options() -> Options {
    Options {
        site: PathBuf::new(),
        out: PathBuf::new(),
        force: false,
        locked: false,
        drafts: true,
        waiting: false,
        program: Program::new("", "", testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        cache: false,
        compress: false,
        commit: None,
        now: "2026-11-24T12:00:00Z".parse().expect("a moment"),
    }
}

/// Every stage but the last, and every printer.
fn run(files: &Files) -> (Vec<Diagnostic>, BTreeMap<Arc<str>, String>) {
    let (snapshot, mut diagnostics) = Snapshot::from_memory(files.clone());
    let snapshot = Arc::new(snapshot);
    let mut pages = BTreeMap::new();
    let mut failed = None;
    if let Some(site) = build::load(
        &snapshot,
        &options(),
        &|_| {},
        &mut diagnostics,
        &mut failed,
    ) {
        match Engine::new(&Tracked::new(&site)) {
            Ok(engine) => {
                for page in site.plan.pages.iter() {
                    match render::page(&engine, page) {
                        Ok(output) => {
                            let html = String::from_utf8(output.html).expect("a page is text");
                            pages.insert(page.output.clone(), html);
                        }
                        Err(diagnostic) => diagnostics.push(*diagnostic),
                    }
                }
            }
            Err(problems) => diagnostics.extend(problems),
        }
    }
    for format in [Format::Human, Format::Json, Format::Github] {
        for messages in ["en", "fr"].map(messages) {
            let options = print::Options {
                format,
                messages,
                color: false,
            };
            let mut out = Vec::new();
            print::print(&diagnostics, &*snapshot, &options, &mut out).expect("it is printed");
        }
    }
    (diagnostics, pages)
}

#[test]
fn the_sites_that_are_mutated_build() {
    for case in [
        "every-form",
        "three-languages",
        "untranslated",
        "directives",
    ] {
        let (diagnostics, pages) = run(&site(case));
        let errors: Vec<_> = diagnostics.iter().filter(|d| d.is_error()).collect();
        assert!(errors.is_empty(), "{case}: {errors:?}");
        assert!(pages.len() > 3, "{case} has {} pages", pages.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_mutation_panics(
        case in prop::sample::select(vec![
            "every-form", "three-languages", "untranslated", "directives", "directives",
        ]),
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), 0usize..12,
             "([a-z_]{1,8}: |[0-9]{1,6}|\\{\\{|\\}\\}|\\{%|---\n|\n|[\\PC\n\t :'\"#@*&!%{}\\[\\],|>é\u{a0}-]{0,5})"),
            1..6,
        ),
        bytes in prop::collection::vec(any::<u8>(), 0..3),
        rename in prop::option::weighted(0.1, "[a-zA-Z0-9._ é-]{1,12}"),
        delete in prop::bool::weighted(0.05),
    ) {
        let mut files = site(case);
        let names: Vec<String> = files.keys().cloned().collect();
        let name = &names[file.index(names.len())];
        let mut text = files.remove(name).expect("it is there");
        for (at, cut, with) in changes {
            let at = at.index(text.len() + 1);
            let end = (at + cut).min(text.len());
            text.splice(at..end, with.into_bytes());
        }
        let at = text.len() / 2;
        text.splice(at..at, bytes);
        let name = match rename {
            Some(end) => match name.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{end}"),
                None => end,
            },
            None => name.clone(),
        };
        if !delete {
            files.insert(name, text);
        }
        run(&files);
    }
}

/// Everything below a folder, with its bytes.
fn tree(folder: &Path) -> Files {
    let mut files = Files::new();
    read(folder, folder, &mut files);
    files
}

#[test]
fn two_builds_agree_to_the_byte() {
    let mut outputs = Vec::new();
    for threads in ["1", "4"] {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in site("every-form") {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        let status = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args(["build", "--quiet", "--at", "2026-11-24", "--site"])
            .arg(folder.path())
            .env("RAYON_NUM_THREADS", threads)
            .env_remove("RIHLA_BASE_URL")
            .status()
            .expect("the program runs");
        assert!(status.success());
        outputs.push(tree(&folder.path().join("public")));
    }
    assert!(outputs[0].len() > 5);
    assert!(outputs[0] == outputs[1], "two builds differ");
}
