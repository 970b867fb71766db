//! Each direct dependency has a row in `docs/dependencies.md`, and each row there is of one.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files called `name` in the root, and in the folders of the workspace's crates and of tests.
fn files(name: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join(name)];
    for folder in ["crates", "src", "tests"] {
        let entries = fs::read_dir(root.join(folder)).expect("a folder");
        files.extend(entries.map(|entry| entry.expect("an entry").path().join(name)));
    }
    files.retain(|file| file.is_file());
    files.sort();
    files
}

/// The name that a line begins with, up to a sign that none has.
fn name(line: &str) -> &str {
    let line = line.trim_matches(['"', '\'']);
    let end = line.find(|c: char| !c.is_alphanumeric() && !"-_".contains(c));
    &line[..end.unwrap_or(line.len())]
}

/// The names that the tables of dependencies in a `Cargo.toml` declare, but for those of the
/// workspace.
fn crates(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut inside = false;
    for line in text.lines() {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end().trim_end_matches(']');
            inside = header.ends_with("dependencies");
            // `[dependencies.name]`.
            if let Some((_, rest)) = header.split_once("dependencies.") {
                found.insert(name(rest).to_owned());
            }
        } else if inside && line.contains('=') && !line.starts_with([' ', '#']) {
            found.insert(name(line).to_owned());
        }
    }
    found.retain(|name| !name.starts_with("rihla-"));
    found
}

/// The names that a `package.json` declares.
fn packages(text: &str) -> BTreeSet<String> {
    let json: serde_json::Value = serde_json::from_str(text).expect("JSON");
    ["dependencies", "devDependencies"]
        .iter()
        .filter_map(|key| json.get(key)?.as_object())
        .flat_map(|map| map.keys().cloned())
        .collect()
}

/// The names that a `requirements.txt` declares.
fn requirements(text: &str) -> BTreeSet<String> {
    let lines = text.lines().map(|line| name(line).to_owned());
    lines.filter(|name| !name.is_empty()).collect()
}

/// The names in the first cells of the tables of the page whose first column is called `column`.
fn rows(page: &str, column: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut inside = false;
    for line in page.lines() {
        let mut cells = line.split('|').skip(1).map(str::trim);
        let Some(first) = cells.next() else {
            inside = false;
            continue;
        };
        if inside {
            for name in first.split('`').skip(1).step_by(2) {
                assert!(found.insert(name.to_owned()), "{name} has two rows");
            }
        }
        inside |= first == column;
    }
    found
}

fn compare(page: &str, column: &str, declared: &BTreeSet<String>) {
    let rows = rows(page, column);
    let lacking: Vec<_> = declared.difference(&rows).collect();
    let needless: Vec<_> = rows.difference(declared).collect();
    assert!(
        lacking.is_empty() && needless.is_empty(),
        "docs/dependencies.md, {column}: no row for {lacking:?}; rows for what is no direct \
         dependency: {needless:?}"
    );
}

#[test]
fn each_dependency_has_a_row() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dependencies.md");
    let page = fs::read_to_string(page).expect("the page");
    let read = |file: &str, of: fn(&str) -> BTreeSet<String>| -> BTreeSet<String> {
        let files = files(file);
        assert!(!files.is_empty(), "no {file}");
        let texts = files
            .iter()
            .map(|file| fs::read_to_string(file).expect("a file"));
        texts.flat_map(|text| of(&text)).collect()
    };
    compare(&page, "crate", &read("Cargo.toml", crates));
    let mut declared = read("package.json", packages);
    declared.extend(read("requirements.txt", requirements));
    declared.extend(read("without-dependencies.txt", requirements));
    compare(&page, "package", &declared);
}

#[test]
fn names_are_found_in_each_form() {
    let text = "[package]\nname = \"rihla\"\n[dependencies]\n# a = 1\nb = \"1\"\nc.workspace = true\n\
                rihla-text.workspace = true\n[dependencies.d]\nversion = \"1\"\n\
                [target.'cfg(unix)'.dev-dependencies]\ne-f_g = { version = \"1\" }\n[lints]\nh = 1\n";
    let found = crates(text);
    assert_eq!(Vec::from_iter(&found), ["b", "c", "d", "e-f_g"]);
    let page =
        "| crate | x |\n|---|---|\n| `a`, `b` | `c` |\n\n| package | x |\n|---|---|\n| `d` | |\n";
    assert_eq!(Vec::from_iter(&rows(page, "crate")), ["a", "b"]);
    assert_eq!(Vec::from_iter(&rows(page, "package")), ["d"]);
}
