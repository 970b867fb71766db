//! A crate uses only those to which its arrow in ARCHITECTURE.md leads, and on each floor a module
//! uses only those that its `lib.rs` lists first, each in a paragraph of its own.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The public modules that a file declares, in order.
fn declared(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

/// The sources of a floor or of a module on it, without those of the modules that have a rank of
/// their own.
fn sources(path: &str, ranked: &BTreeMap<String, usize>) -> Vec<PathBuf> {
    let mut files = vec![root().join(format!("{path}.rs"))];
    let mut folders = vec![root().join(path)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let found = entry.path();
            let name = found
                .strip_prefix(root())
                .expect("a source")
                .with_extension("");
            let name = name.to_string_lossy().replace('\\', "/");
            if name != path && ranked.contains_key(&name) {
                continue;
            }
            if found.is_dir() {
                folders.push(found);
            } else if found.extension().is_some_and(|extension| extension == "rs") {
                files.push(found);
            }
        }
    }
    files.retain(|file| file.is_file());
    files
}

/// The crates of the project that a `Cargo.toml` lets a program use, tests aside, without `rihla-`.
fn used(manifest: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(manifest).expect("a manifest");
    let tables = text.split("\n[");
    let table = tables.filter_map(|table| table.strip_prefix("dependencies]\n"));
    table
        .flat_map(str::lines)
        .filter_map(|line| line.strip_prefix("rihla-"))
        .map(|line| {
            let end = line.find(|c: char| !c.is_alphanumeric() && c != '-');
            line[..end.unwrap_or(line.len())].to_owned()
        })
        .collect()
}

#[test]
fn the_drawing_of_the_architecture_shows_the_code() {
    let project = root().join("..");
    let text = fs::read_to_string(project.join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let drawn: BTreeMap<String, BTreeSet<String>> = text
        .lines()
        .filter_map(|line| line.split_once("─▶"))
        .filter(|(from, _)| from.starts_with("src/") || from.starts_with("crates/"))
        .map(|(from, to)| {
            let to = to.split_whitespace().map(str::to_owned);
            (from.trim().to_owned(), to.collect())
        })
        .collect();
    let mut found = BTreeMap::from([("src/cli".to_owned(), used(&project.join("Cargo.toml")))]);
    for folder in ["crates", "src"] {
        for entry in fs::read_dir(project.join(folder)).expect(folder).flatten() {
            let manifest = entry.path().join("Cargo.toml");
            if manifest.is_file() {
                let name = entry.file_name().to_string_lossy().into_owned();
                found.insert(format!("{folder}/{name}"), used(&manifest));
            }
        }
    }
    assert_eq!(drawn, found);
}

#[test]
fn each_module_uses_only_those_above_it() {
    // A floor itself ranks after the modules on it.
    let mut ranked = BTreeMap::new();
    for floor in ["site", "build", "editorial", "serve", "cli"] {
        for module in declared(&root().join(floor).join("lib.rs")) {
            ranked.insert(format!("{floor}/{module}"), ranked.len());
        }
        ranked.insert(floor.to_owned(), ranked.len());
    }
    assert!(ranked.len() > 20, "the modules were not found: {ranked:?}");
    let mut wrong = Vec::new();
    for (module, rank) in &ranked {
        let files = sources(module, &ranked);
        assert!(!files.is_empty(), "{module} has no source");
        for file in files {
            let text = fs::read_to_string(&file).expect("a source");
            for (number, line) in text.lines().enumerate() {
                let code = line.trim_start();
                if code.starts_with("//") {
                    continue;
                }
                for (at, _) in code.match_indices("crate::") {
                    let rest = &code[at + "crate::".len()..];
                    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                    let name = &rest[..end.unwrap_or(rest.len())];
                    let floor = module.split('/').next().unwrap_or(module);
                    let used = ranked.get(&format!("{floor}/{name}"));
                    if used.is_some_and(|used| used > rank) {
                        wrong.push(format!(
                            "{}:{}: {module} uses {name}",
                            file.display(),
                            number + 1
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
