//! A module uses only modules that stand above it: the floors in `src/lib.rs`, and on each floor
//! those that its `mod.rs` lists first, each in a paragraph of its own.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../src/builtin.rs"]
mod builtin;

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

/// Every source below a folder of the project.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|extension| extension == "rs") => {
                    files.push(path);
                }
                false => {}
            }
        }
    }
    files
}

#[test]
fn the_drawing_of_the_architecture_shows_the_code() {
    let project = root().join("..");
    let text = fs::read_to_string(project.join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let drawn: BTreeMap<&str, BTreeSet<&str>> = text
        .lines()
        .filter_map(|line| line.split_once("─▶"))
        .filter(|(from, _)| from.starts_with("src/") || from.starts_with("crates/"))
        .map(|(from, to)| (from.trim(), to.split_whitespace().collect()))
        .collect();
    let floors = declared(&root().join("lib.rs"));
    let crates: Vec<String> = fs::read_dir(project.join("crates"))
        .expect("crates")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let ways = [("crate::", &floors), ("rihla_", &crates)];
    let mut found = BTreeMap::new();
    let of_crates = crates
        .iter()
        .map(|name| (format!("crates/{name}"), format!("crates/{name}/src")));
    let of_floors = floors
        .iter()
        .map(|name| (format!("src/{name}"), format!("src/{name}")));
    for (name, folder) in of_crates.chain(of_floors) {
        let mut uses = BTreeSet::new();
        for file in below(&project.join(folder)) {
            let text = fs::read_to_string(&file).expect("a source");
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for (prefix, names) in ways {
                    for (at, _) in line.match_indices(prefix) {
                        let used = names.iter().find(|used| {
                            let rest = line[at + prefix.len()..].strip_prefix(used.as_str());
                            let is_whole = |rest: &str| {
                                !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
                            };
                            rest.is_some_and(is_whole)
                        });
                        uses.extend(used.filter(|used| !name.ends_with(&format!("/{used}"))));
                    }
                }
            }
        }
        found.insert(name, uses.into_iter().map(String::as_str).collect());
    }
    let found: BTreeMap<&str, BTreeSet<&str>> = found
        .iter()
        .map(|(name, uses): (&String, &BTreeSet<&str>)| (&**name, uses.clone()))
        .collect();
    assert_eq!(drawn, found);
}

#[test]
fn each_module_uses_only_those_above_it() {
    // A floor itself ranks after the modules on it.
    let mut ranked = BTreeMap::new();
    for floor in declared(&root().join("lib.rs")) {
        for module in declared(&root().join(&floor).join("mod.rs")) {
            ranked.insert(format!("{floor}/{module}"), ranked.len());
        }
        ranked.insert(floor, ranked.len());
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
                    let names: Vec<&str> = rest
                        .split("::")
                        .map(|name| {
                            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
                            &name[..end.unwrap_or(name.len())]
                        })
                        .take(2)
                        .collect();
                    let used = ranked
                        .get(&names.join("/"))
                        .or_else(|| ranked.get(*names.first().unwrap_or(&"")));
                    if used.is_some_and(|used| used > rank) {
                        let used = names.join("::");
                        wrong.push(format!(
                            "{}:{}: {module} uses {used}",
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

/// The theme of the program is listed by hand: cargo tells no build script that a file is new without
/// telling it of each that was touched.
#[test]
fn each_file_of_the_program_s_theme_is_embedded() {
    assert_eq!(
        builtin::FILES,
        rihla_diagnostics::testing::files("src/builtin")
    );
}
