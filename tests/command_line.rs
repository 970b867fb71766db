//! The command line from outside: what it refuses, and what it says at the end.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs::{self, File};
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
    assert_eq!(build(&["--quiet"]), "");
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

#[test]
fn quietly_there_is_no_advice() {
    let site = site();
    let page = site.path().join("content/_index.fr.md");
    fs::write(&page, "---\ntitle: \"Accueil\"\n---\n##Un titre\n").expect("a file");
    for command in ["build", "check"] {
        let arguments = [command, "--messages", "en"];
        let (said, code) = rihla(site.path(), &arguments);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("advice[heading-signs]"), "{said}");
        let (said, code) = rihla(site.path(), &[&arguments[..], &["--quiet"]].concat());
        assert_eq!(code, Some(0), "{said}");
        assert!(!said.contains("heading-signs"), "{said}");
    }
}

/// What each command prints on standard output, in a folder where it has something to say.
fn printing(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "build" => &["build", "--explain", "--format", "json"],
        "check" => &["check", "--format", "github"],
        "changes" => &["changes", "--since", "before"],
        "typeset" => &["typeset", "--lang", "fr"],
        "fmt" => &["fmt", "--check"],
        "status" => &["status"],
        "translate" => &["translate", "bilan", "--to", "en"],
        "diff" => &["diff", "contact"],
        "accept" => &["accept", "equipe"],
        "remove" => &["remove", "contact"],
        "new" => &["new", "pages", "Ici"],
        "doctor" => &["doctor"],
        "schema" => &["schema", "--guide", "fr"],
        // The theme of this site stands alone; the list is tried in `begin`.
        "theme" => return None,
        // What it says, it says to a person.
        "init" => return None,
        // It prints there in this form alone, and goes on.
        "serve" => return None,
        // What it says, it says to a person, and goes on.
        "edit" => return None,
        other => panic!("what does “rihla {other}” print?"),
    })
}

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let output = command(Path::new("."), &["--help", "--messages", "en"])
        .output()
        .expect("the program");
    let help = String::from_utf8(output.stdout).expect("UTF-8");
    let (_, list) = help.split_once("Commands:\n").expect("a list");
    let list = list.lines().take_while(|line| !line.is_empty());
    // The name of a command stands two spaces from the margin.
    let list = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    list.filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect()
}

/// A site in which every command has something to print.
fn talkative() -> tempfile::TempDir {
    let site = site();
    let write = |path: &str, text: &str| {
        fs::write(site.path().join(path), text).expect("a file");
    };
    copy(
        &site.path().join("content"),
        &site.path().join("before/content"),
    );
    copy(
        &site.path().join("themes"),
        &site.path().join("before/themes"),
    );
    write(
        "content/contact.fr.md",
        "---\ntitle: \"Contact\"\n---\nEcrivez-nous à l'Etat : 45 personnes.\n",
    );
    write(
        "content/contact.en.md",
        "---\ntitle: \"Contact us\"\ntranslation:\n  of: fr\n  state: reviewed\n---\nWrite to 54 people.\n",
    );
    for (language, title, more) in [
        ("fr", "Équipe", ""),
        ("en", "Team", "translation:\n  of: fr\n  state: reviewed\n"),
    ] {
        let path = format!("content/equipe.{language}.md");
        write(
            &path,
            &format!("---\ntitle: \"{title}\"\n{more}---\n{title}.\n"),
        );
    }
    write(
        "content/plus-tard.fr.md",
        "---\ntitle: \"Plus tard\"\npublish_at: 2199-01-01\nlanguages: [fr]\n---\nUn jour.\n",
    );
    let (said, code) = rihla(site.path(), &["accept", "contact", "--as-is"]);
    assert_eq!(code, Some(0), "{said}");
    site
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_a_failure_of_the_machine() {
    use std::process::Stdio;

    let names = commands();
    assert!(names.len() >= 10, "{names:?}");
    let mut all: Vec<Vec<&str>> = vec![
        vec!["--help"],
        vec!["--version"],
        vec!["build", "--help"],
        vec!["status", "--format", "json"],
        vec!["status", "--format", "html"],
        vec!["status", "--format", "csv"],
        vec!["status", "--next-build"],
        vec!["diff", "contact", "--format", "json"],
        vec!["changes", "--since", "before", "--format", "json"],
        vec!["remove", "contact", "--format", "json"],
        vec!["fmt", "--check", "--format", "json"],
        // What is wrong is printed there too, in this form.
        vec!["build", "--record", "--locked", "--format", "json"],
        vec!["status", "--language", "xx", "--format", "json"],
    ];
    all.extend(
        names
            .iter()
            .filter_map(|name| printing(name))
            .map(<[_]>::to_vec),
    );
    for arguments in all {
        let run = |stdout: Stdio| {
            let site = talkative();
            let text = File::open(site.path().join("content/contact.fr.md")).expect("a text");
            command(site.path(), &arguments)
                .args(["--messages", "en"])
                .stdin(text)
                .stdout(stdout)
                .stderr(Stdio::piped())
                .output()
                .expect("the program")
        };
        let good = run(Stdio::piped());
        assert!(
            !good.stdout.is_empty(),
            "{arguments:?} prints nothing: {good:?}"
        );
        let full = File::options()
            .write(true)
            .open("/dev/full")
            .expect("a full disk");
        let full = run(full.into());
        assert_eq!(full.status.code(), Some(3), "{arguments:?}: {full:?}");
        let said = String::from_utf8_lossy(&full.stderr);
        assert!(said.contains("error[output]"), "{arguments:?}: {said}");
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let closed = run(writer.into());
        assert_eq!(closed.status.code(), Some(3), "{arguments:?}: {closed:?}");
        let said = String::from_utf8_lossy(&closed.stderr);
        assert!(!said.contains("error[output]"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_language_that_is_not_complete_is_not_offered() {
    let site = site();
    let (said, code) = rihla(site.path(), &["build", "--messages", "de"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("fr, en"), "{said}");
    assert!(!said.contains(", es"), "{said}");
    let (said, code) = rihla(site.path(), &["build", "--messages", "es"]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_moment_that_is_none_is_told_with_what_is_meant() {
    let site = site();
    for (day, told) in [
        ("9999-12-31", "date-out-of-range"),
        ("2026-02-30", "2026-02-28"),
        ("31/12/2026", "--at 2026-12-31"),
        ("demain", "--at 2026-12-01"),
    ] {
        let (said, code) = rihla(site.path(), &["check", "--messages", "en", "--at", day]);
        assert!(said.contains(told), "{said}");
        assert_eq!(code, Some(2), "{day}");
    }
}

#[test]
fn an_option_that_is_written_twice_is_told() {
    let site = site();
    for (language, words) in [
        ("en", "“--out” is written more than once"),
        ("fr", "« --out » est écrit plusieurs fois"),
    ] {
        let arguments = ["build", "--messages", language, "--out", "a", "--out", "b"];
        let (told, code) = rihla(site.path(), &arguments);
        assert_eq!(code, Some(2), "{told}");
        let told = told.replace('\u{a0}', " ");
        assert!(told.contains(words), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_site_that_cannot_be_written_is_checked() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = site();
    let mode = |mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(site.path(), permissions).expect("permissions");
    };
    mode(0o555);
    // Root writes everywhere.
    let is_root = fs::create_dir(site.path().join("probe")).is_ok();
    for arguments in [&["check"][..], &["fmt", "--check"]] {
        let (said, code) = rihla(site.path(), arguments);
        assert_eq!(code, Some(0), "{said}");
    }
    assert!(is_root || !site.path().join(".rihla").exists());
    mode(0o755);
}
