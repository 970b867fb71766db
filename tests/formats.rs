//! The documents of `rihla check`, a log in SARIF and a page in HTML, of the site in `tests/formats`, whose
//! texts try to break them. With `UPDATE=1` the expected output is written as it is.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

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

/// A folder in which the site is `site`, as in a repository that holds more.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    copy(&root().join("formats/site"), &site);
    copy(&root().join("themes/plain"), &site.join("themes/plain"));
    // What no file of a repository should hold.
    let path = site.join("content/bilan.fr.md");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(path, text.replace("SIGNS", "\u{202e}\u{2069}\u{1}\u{85}")).expect("a file");
    folder
}

/// What the program prints on both streams, and its exit code.
fn rihla(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

fn document(folder: &Path, format: &str, more: &[&str]) -> (String, String, Option<i32>) {
    let arguments = ["check", "--site", "site", "--format", format];
    rihla(folder, &[&arguments[..], more].concat())
}

fn is_expected(name: &str, printed: &str) {
    let path = root().join("formats").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, printed).expect("a file");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(printed, expected, "{name}");
}

/// What the schema of SARIF finds wrong with a log.
fn invalid(log: &Path) -> String {
    let output = Command::new(root().join("../target/python/bin/python"))
        .arg(root().join("python/sarif.py"))
        .arg(log)
        .output()
        .unwrap_or_else(|error| {
            panic!("{error}: run ./test, which installs what validates logs in target/python")
        });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_log_is_valid_and_holds_what_was_found() {
    let folder = folder();
    let (log, said, code) = document(folder.path(), "sarif", &["--messages", "en"]);
    assert_eq!(code, Some(1));
    assert_eq!(said.lines().count(), 1, "{said}");
    is_expected("expected.sarif", &log);
    let path = folder.path().join("log.sarif");
    fs::write(&path, &log).expect("a file");
    assert_eq!(invalid(&path), "");
    // In French, it says the same of the same places.
    let (french, _, _) = document(folder.path(), "sarif", &["--messages", "fr"]);
    fs::write(&path, &french).expect("a file");
    assert_eq!(invalid(&path), "");
    let prints = |log: &str| -> Vec<(Value, Value)> {
        let log: Value = serde_json::from_str(log).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("results");
        let results = results.iter();
        results
            .map(|one| (one["ruleId"].clone(), one["partialFingerprints"].clone()))
            .collect()
    };
    assert_eq!(prints(&log), prints(&french));
    let (lines, _, _) = document(folder.path(), "json", &[]);
    assert_eq!(prints(&log).len(), lines.lines().count());
    // The same log of a site without a finding, and of one that nobody can read.
    let path = folder.path().join("site/content/site.yaml");
    fs::write(&path, "title: [\n").expect("a file");
    let (log, _, code) = document(folder.path(), "sarif", &[]);
    assert_eq!(code, Some(2));
    fs::write(&path, log).expect("a file");
    assert_eq!(invalid(&path), "");
}

#[test]
fn a_page_tells_what_was_found() {
    let folder = folder();
    for (tag, name) in [("en", "expected.en.html"), ("fr", "expected.fr.html")] {
        let (page, said, code) = document(folder.path(), "html", &["--messages", tag]);
        assert_eq!(code, Some(1));
        assert_eq!(said.lines().count(), 1, "{said}");
        // Whatever the day is on which the test runs.
        let (before, rest) = page.split_once("<time ").expect("a moment");
        let (time, after) = rest.split_once("</time>").expect("a moment");
        assert!(time.starts_with("datetime=\"20"), "{time}");
        let (head, body) = before.split_once("<style>\n").expect("a style");
        let (_, body) = body.split_once("</style>\n").expect("a style");
        is_expected(name, &format!("{head}{body}{after}"));
    }
}

#[test]
fn quietly_a_document_has_no_advice() {
    let folder = folder();
    for format in ["sarif", "html"] {
        let (all, _, _) = document(folder.path(), format, &[]);
        let (some, _, _) = document(folder.path(), format, &["--quiet"]);
        assert!(all.contains("link-words"), "{all}");
        assert!(!some.contains("link-words"), "{some}");
        assert!(some.contains("footnote-missing"), "{some}");
    }
}

#[test]
fn other_commands_print_no_document() {
    let folder = folder();
    for format in ["sarif", "html"] {
        for command in ["build", "fmt", "doctor"] {
            let arguments = [command, "--messages", "en", "--format", format];
            let (printed, said, code) = rihla(folder.path(), &arguments);
            assert_eq!((&*printed, code), ("", Some(2)));
            assert!(
                said.contains("possible values: human, json, github\n"),
                "{said}"
            );
        }
        // What is wrong with the command line, a person is told.
        let arguments = ["check", "--site", "nowhere", "--format", format];
        let (printed, said, code) = rihla(folder.path(), &arguments);
        assert_eq!((&*printed, code), ("", Some(2)));
        assert!(said.starts_with("error["), "{said}");
    }
}
