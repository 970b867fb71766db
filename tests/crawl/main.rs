//! Built sites, followed as visitors, search engines and feed readers follow them.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod check;
mod collect;
mod faults;
mod site;
mod xml;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use check::{Crawl, crawl};
use site::Site;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
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

/// Builds a copy of the site in `folder` for an address, and reads what was written.
fn built(folder: &Path, base: &str) -> Site {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    for part in ["content", "static", "themes", "urls.lock"] {
        if folder.join(part).exists() {
            copy(&folder.join(part), &temporary.path().join(part));
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["build", "--quiet", "--deny", "warnings", "--record"])
        .args(["--base-url", base])
        .arg("--site")
        .arg(temporary.path())
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    Site::read(&temporary.path().join("public"), base)
}

fn sound(folder: &Path, base: &str) -> Crawl {
    let crawl = crawl(&built(folder, base));
    let problems = crawl.problems.join("\n");
    assert!(
        problems.is_empty(),
        "{} problems:\n{problems}",
        crawl.problems.len()
    );
    println!(
        "{} pages, {} entries of feeds, {:?}",
        crawl.pages, crawl.entries, crawl.references
    );
    assert!(crawl.pages > 50, "only {} pages were seen", crawl.pages);
    for (name, count) in ["the link", "the file", "the canonical", "the page"]
        .map(|name| (name, crawl.references.get(name).copied().unwrap_or(0)))
    {
        assert!(count > 50, "{name} was seen only {count} times");
    }
    crawl
}

const ROOT: &str = "https://www.example.org/";
const PATH: &str = "https://www.example.org/a/b/";

fn small() -> PathBuf {
    root().join("tests/crawl/site")
}

#[test]
fn a_small_site_at_the_root() {
    let crawl = sound(&small(), ROOT);
    for name in ["the alternate ar", "the refresh", "the rule", "the sitemap"] {
        assert!(crawl.references.contains_key(name), "{name} was not seen");
    }
}

#[test]
fn a_small_site_under_a_path() {
    sound(&small(), PATH);
}

#[test]
fn the_mission_at_the_root() {
    sound(&root(), ROOT);
}

#[test]
fn the_mission_under_a_path() {
    sound(&root(), PATH);
}

/// The sites of `examples/`, at the root and under a path.
#[test]
fn the_examples() {
    let mut count = 0;
    for entry in fs::read_dir(root().join("examples")).expect("the examples") {
        let folder = entry.expect("an entry").path();
        if !folder.is_dir() {
            continue;
        }
        count += 1;
        for base in [ROOT, PATH] {
            let crawl = crawl(&built(&folder, base));
            let problems = crawl.problems.join("\n");
            assert!(problems.is_empty(), "{}:\n{problems}", folder.display());
            let links = crawl.references.get("the link").copied().unwrap_or(0);
            assert!(links > 5, "{}: {links} links", folder.display());
        }
    }
    assert!(count >= 3, "{count} examples were seen");
}
