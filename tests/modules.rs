//! A module uses only modules that stand above it: the floors in `src/lib.rs`, and on each floor
//! those that its `mod.rs` lists first, each in a paragraph of its own.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
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
