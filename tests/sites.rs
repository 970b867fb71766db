//! Whole sites: a case is a folder of `tests/sites`, and a new case is new files.
//!
//! - `content/`, `static/`, `themes/`: the site. Without `themes/` it gets the plain theme of
//!   `tests/themes`, and without `content/site.yaml` that of `tests/themes/site.yaml`.
//! - `theme`: the name of a theme of the repository, which takes the place of the plain one.
//! - `urls.lock`: the ledger before the build.
//! - `ledger`: the lines of the ledger after it that are no comments; `-` where there is none.
//! - `command`: the command, where it is not `build`.
//! - `arguments`: further arguments of the command, one a line.
//! - `diagnostics.txt`, `diagnostics.fr.txt`: all that is said, in English and in French. Where
//!   there is none, nothing may be said.
//! - `code`: the exit code, where it is not 1 with an error and 0 without.
//! - `expected/PATH`: a file of the output, to the byte.
//! - `expected/PATH.has`: lines that occur in a file of the output, in this order.
//! - `absent`: files that must not be in the output, one a line; `*` where nothing is written.
//!
//! With `UPDATE=1` the diagnostics and the whole files are written as they are.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
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

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Runs the program on a copy of a case; gives what it said and the folder of the copy.
fn build(case: &Path, messages: &str) -> (String, Option<i32>, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path().join("site");
    fs::create_dir(&site).expect("a folder");
    for part in ["content", "static", "themes", "urls.lock"] {
        if case.join(part).exists() {
            copy(&case.join(part), &site.join(part));
        }
    }
    if let Ok(name) = fs::read_to_string(case.join("theme")) {
        let name = Path::new("themes").join(name.trim());
        copy(&root().join("..").join(&name), &site.join(&name));
    } else if !case.join("themes").exists() {
        copy(&root().join("themes/plain"), &site.join("themes/plain"));
    }
    let site_file = site.join("content/site.yaml");
    if !site_file.exists() && !case.join("no-site").exists() {
        fs::create_dir_all(site.join("content")).expect("a folder");
        copy(&root().join("themes/site.yaml"), &site_file);
    }
    let arguments = fs::read_to_string(case.join("arguments")).unwrap_or_default();
    let command = fs::read_to_string(case.join("command")).unwrap_or_default();
    let command = match command.trim() {
        "" => "build",
        command => command,
    };
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args([command, "--messages", messages, "--site"])
        .arg(&site)
        // What is expected names each message.
        .args(["build", "check"].contains(&command).then_some("--all"))
        .args(arguments.lines())
        .envs([("RIHLA_COMMIT", ""), ("GITHUB_SHA", "9f2c41d0")])
        .env_remove("RIHLA_BASE_URL")
        .env_remove("CI_COMMIT_SHA")
        .output()
        .expect("the program runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(
        !said.contains("panicked"),
        "{} panicked:\n{said}",
        case.display()
    );
    let said = match command == "build" && output.status.success() {
        true => without_counts(said),
        false => said,
    };
    (said, output.status.code(), folder)
}

/// What is said of a site that was built, without the last lines, which count; an empty line
/// follows each message.
fn without_counts(mut said: String) -> String {
    said.truncate(said.rfind("\n\n").map_or(0, |last| last + 2));
    said
}

fn check(case: &Path, problems: &mut Vec<String>) {
    let update = std::env::var_os("UPDATE").is_some();
    let name = case
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let mut folder = None;
    for (messages, file) in [("en", "diagnostics.txt"), ("fr", "diagnostics.fr.txt")] {
        let path = case.join(file);
        if messages == "fr" && !path.exists() {
            continue;
        }
        let (said, code, built) = build(case, messages);
        let wanted = match fs::read_to_string(case.join("code")) {
            Ok(code) => code.trim().parse().ok(),
            Err(_) => Some(i32::from(
                said.contains("error[") || said.contains("erreur["),
            )),
        };
        if code != wanted {
            problems.push(format!("{name}: exit code {code:?}, not {wanted:?}"));
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if said != expected {
            if update {
                fs::write(&path, &said).expect("a file");
            } else {
                problems.push(format!(
                    "{name}: {file} differs; it says\n{said}\nand should say\n{expected}"
                ));
            }
        }
        if messages == "en" {
            folder = Some(built);
        }
    }
    let folder = folder.expect("the English run");
    let out = folder.path().join("site/public");
    // The marks of words in another language stay inside the program.
    let is_text = |path: &&PathBuf| {
        let extension = path.extension().unwrap_or_default();
        ["html", "xml", "json", "svg", "txt"]
            .iter()
            .any(|known| extension == *known)
    };
    for path in files(&out).iter().filter(is_text) {
        let text = fs::read_to_string(path).expect("UTF-8");
        if text.contains(|c| ('\u{fdd0}'..='\u{fdef}').contains(&c)) {
            problems.push(format!("{name}: {} holds a mark", path.display()));
        }
    }
    for expected in files(&case.join("expected")) {
        let path = expected
            .strip_prefix(case.join("expected"))
            .expect("inside")
            .to_string_lossy()
            .into_owned();
        match path.strip_suffix(".has") {
            Some(path) => {
                let text = fs::read_to_string(out.join(path)).unwrap_or_default();
                let mut rest = text.as_str();
                for line in fs::read_to_string(&expected).expect("a file").lines() {
                    match rest.split_once(line.trim()) {
                        Some((_, after)) => rest = after,
                        None => {
                            problems.push(format!(
                                "{name}: {path} lacks, in this place:\n{line}\nit is\n{text}"
                            ));
                            break;
                        }
                    }
                }
            }
            None => {
                let text = fs::read(out.join(&path)).unwrap_or_default();
                if text != fs::read(&expected).expect("a file") {
                    if update {
                        fs::write(&expected, &text).expect("a file");
                    } else {
                        problems.push(format!(
                            "{name}: {path} differs; it is\n{}",
                            String::from_utf8_lossy(&text)
                        ));
                    }
                }
            }
        }
    }
    let ledger = case.join("ledger");
    if let Ok(expected) = fs::read_to_string(&ledger) {
        let found = match fs::read_to_string(folder.path().join("site/urls.lock")) {
            Ok(text) => text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| format!("{line}\n"))
                .collect(),
            Err(_) => "-\n".to_owned(),
        };
        if found != expected && update {
            fs::write(&ledger, &found).expect("a file");
        } else if found != expected {
            problems.push(format!("{name}: the ledger is\n{found}"));
        }
    }
    for path in fs::read_to_string(case.join("absent"))
        .unwrap_or_default()
        .lines()
    {
        let there = if path == "*" {
            out.exists()
        } else {
            out.join(path).exists()
        };
        if there {
            problems.push(format!("{name}: {path} is there"));
        }
    }
}

#[test]
fn every_case() {
    let mut cases: Vec<PathBuf> = fs::read_dir(root().join("sites"))
        .expect("the cases")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "there are no cases");
    let mut problems = Vec::new();
    for case in &cases {
        check(case, &mut problems);
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
    println!("{} sites", cases.len());
}
