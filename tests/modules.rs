//! A module uses only modules that stand above it in `src/lib.rs`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order of `lib.rs`.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(root().join("lib.rs")).expect("src/lib.rs");
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The sources of a module.
fn sources(module: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = vec![root().join(format!("{module}.rs"))];
    let mut folders = vec![root().join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.retain(|file| file.is_file());
    files
}

#[test]
fn each_module_uses_only_those_above_it() {
    let order = order();
    let place: BTreeMap<&str, usize> = order
        .iter()
        .enumerate()
        .map(|(place, module)| (module.as_str(), place))
        .collect();
    assert!(order.len() > 10, "the modules were not found: {order:?}");
    let mut wrong = Vec::new();
    for module in &order {
        let files = sources(module);
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
                    let used: String = rest
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect();
                    if let Some(used_at) = place.get(used.as_str())
                        && *used_at > place[module.as_str()]
                    {
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
