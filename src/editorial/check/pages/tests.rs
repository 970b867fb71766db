//! What is read again, and what is not.

#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::Path;

use super::Inspector;
use rihla_build as build;
use rihla_build::{Options, Program};
use rihla_diagnostics::Diagnostic;

fn put(site: &Path, path: &str, text: &str) {
    let path = site.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

const BASE: &str = "<!doctype html><html lang=\"{{ page.language.tag }}\"><title>{{ page.title }}</title>\
    <body><main><h1>{{ page.title }}</h1>{{ page.html }}</main></body></html>\n";

/// A site of four pages with texts, and those that each site has.
fn site(folder: &Path) {
    put(
        folder,
        "content/site.yaml",
        "title: {fr: M, en: N}\nbase_url: \"https://e.org/\"\ntheme: t\nlanguages:\n  \
         - {tag: fr, name: F}\n  - {tag: en, name: E}\n",
    );
    for name in ["404", "base", "entry", "home", "languages", "list"] {
        put(folder, &format!("themes/t/templates/{name}.html"), BASE);
    }
    for tag in ["fr", "en"] {
        put(
            folder,
            &format!("content/_index.{tag}.md"),
            &format!("---\ntitle: \"Home {tag}\"\n---\n"),
        );
        put(
            folder,
            &format!("content/plan/index.{tag}.md"),
            &format!(
                "---\ntitle: \"Plan {tag}\"\n---\n<table><tr><th></th><td>1</td></tr></table>\n"
            ),
        );
    }
}

fn options(site: &Path) -> Options {
    Options {
        site: site.to_owned(),
        out: site.join("public"),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: Program::new("", "", rihla_diagnostics::testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: true,
        now: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// How many pages of how many a check reads, and what it finds.
fn check(options: &Options) -> (usize, usize, Vec<Diagnostic>) {
    let inspector = Inspector::new(options);
    let rehearsal = build::rehearse(options, &|_| {}, &|site, page, html| {
        inspector.look(site, page, html);
    });
    let outcome = rehearsal.outcome;
    let site = outcome
        .site
        .unwrap_or_else(|| panic!("{:?}", outcome.diagnostics));
    let (read, all) = {
        let kept = inspector.kept.lock().expect("no thread panicked");
        (kept.read, kept.seen.len())
    };
    let files = rehearsal.files.expect("every page is drawn");
    let (found, _) = inspector.verify(&site, &files, Vec::new(), None, None);
    (read, all, found)
}

#[test]
fn a_page_that_came_out_the_same_is_not_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    site(path);
    let options = options(path);
    let (read, all, found) = check(&options);
    assert_eq!(read, all);
    assert!(all >= 7 && !found.is_empty(), "{all} {found:?}");
    assert_eq!(check(&options), (0, all, found.clone()));
    put(
        path,
        "content/plan/index.fr.md",
        "---\ntitle: \"Plan fr\"\n---\nDes mots.\n",
    );
    let (read, _, less) = check(&options);
    assert_eq!(read, 1);
    assert_ne!(less, found);
    assert_eq!(check(&options).0, 0);
    // Other settings, another program, a damaged file: each page is read.
    let settings = fs::read_to_string(path.join("content/site.yaml")).expect("a file");
    put(
        path,
        "content/site.yaml",
        &format!("{settings}check: {{rules: {{skip-link: off}}}}\n"),
    );
    assert_eq!(check(&options).0, all);
    let other = Options {
        program: Program::new(
            "",
            "other",
            rihla_diagnostics::testing::files("src/builtin"),
        ),
        ..options.clone()
    };
    assert_eq!(check(&other).0, all);
    assert_eq!(check(&other).0, 0);
    let memory = path.join(".rihla/check");
    let mut bytes = fs::read(&memory).expect("a file");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&memory, &bytes).expect("a file");
    assert_eq!(check(&other).0, all);
    // Where nothing is to be remembered, nothing is read or written.
    fs::remove_file(&memory).expect("a file");
    let without = Options {
        cache: false,
        ..options
    };
    assert_eq!(check(&without).0, all);
    assert!(!memory.exists());
}
