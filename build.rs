//! Gives the program a name for the sources that it was made from, so that what one program
//! caches of a site is not taken up by another that would have made something else.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this runs where the program is compiled, not where it works"
)]

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn main() {
    let mut found = vec![PathBuf::from("Cargo.lock")];
    for folder in ["src", "crates"] {
        println!("cargo:rerun-if-changed={folder}");
        files(Path::new(folder), &mut found);
    }
    println!("cargo:rerun-if-changed=Cargo.lock");
    found.sort();
    let mut hasher = DefaultHasher::new();
    for path in found {
        path.hash(&mut hasher);
        fs::read(&path).unwrap_or_default().hash(&mut hasher);
    }
    println!("cargo:rustc-env=RIHLA_SOURCES={:016x}", hasher.finish());
}
