//! The command line from outside: what it refuses, and what it says at the end.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

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

/// A site with one page in two languages, and one that waits for its English text.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes");
    copy(&themes.join("plain"), &folder.path().join("themes/plain"));
    for (path, text) in [
        (
            "content/site.yaml",
            &*fs::read_to_string(themes.join("site.yaml")).expect("a file"),
        ),
        ("content/_index.fr.md", "---\ntitle: \"Accueil\"\n---\n"),
        ("content/_index.en.md", "---\ntitle: \"Home\"\n---\n"),
        (
            "content/bilan.fr.md",
            "---\ntitle: \"Bilan\"\nrelease: together\n---\n45 personnes.\n",
        ),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn command(site: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rihla"));
    command
        .args(arguments)
        .current_dir(site)
        .env_remove("RIHLA_BASE_URL");
    command
}

fn rihla(site: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let Output { status, stderr, .. } = command(site, arguments).output().expect("the program");
    (String::from_utf8(stderr).expect("UTF-8"), status.code())
}

#[test]
fn addresses_are_recorded_where_it_is_asked_for() {
    let site = site();
    let ledger = site.path().join("urls.lock");
    for other in ["--locked", "--drafts", "--at=2026-12-01"] {
        for messages in ["en", "fr"] {
            let (said, code) = rihla(
                site.path(),
                &["build", "--record", other, "--messages", messages],
            );
            assert_eq!(code, Some(2), "{said}");
            let name = other.split('=').next().expect("a name");
            assert!(said.contains("--record") && said.contains(name), "{said}");
        }
        assert!(!site.path().join("public").exists());
    }
    let build = |more: &[&str]| {
        let messages = match more.contains(&"--messages") {
            true => &["build"][..],
            false => &["build", "--messages", "en"],
        };
        let (said, code) = rihla(site.path(), &[messages, more].concat());
        assert_eq!(code, Some(0), "{said}");
        said
    };
    // Said each time, also where nothing has to be done.
    for more in [&[][..], &[], &["--locked"], &["--no-memory"]] {
        let said = build(more);
        let note = "\n2 addresses are not in urls.lock yet: rihla build --record";
        assert!(said.contains(note), "{said}");
        assert!(said.contains("\n1 text waits: rihla status\n"), "{said}");
        assert!(!ledger.exists());
    }
    let said = build(&["--messages", "fr"]);
    for note in [
        "1 texte attend\u{a0}: rihla status\n",
        "2 adresses ne sont pas encore notées dans urls.lock\u{a0}: rihla build --record",
    ] {
        assert!(said.contains(note), "{note}\n{said}");
    }
    assert!(!build(&["--quiet"]).contains("waits"));
    assert!(!build(&["--drafts"]).contains("urls.lock"));
    let said = build(&["--record"]);
    assert!(!said.contains("urls.lock"), "{said}");
    let recorded = fs::read_to_string(&ledger).expect("a ledger");
    let lines: Vec<&str> = recorded
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(lines, ["/en/ en _index", "/fr/ fr _index"]);
    assert!(!build(&[]).contains("urls.lock"));
}
