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

/// What one text of the folder of messages is in the program: its name and `include_str!`, so that a
/// change of it compiles the binary alone.
fn embedded(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    format!("({name:?}, include_str!({:?})),", path.to_string_lossy())
}

/// The languages of the interface: `messages/languages.txt` names them, each with its folder.
fn languages() -> String {
    let mut out = String::new();
    let list = fs::read_to_string("messages/languages.txt").unwrap_or_default();
    for line in list.lines() {
        let (tag, is_complete) = match line.strip_suffix(" incomplete") {
            Some(tag) => (tag, false),
            None => (line, true),
        };
        let mut found = Vec::new();
        files(&Path::new("messages").join(tag), &mut found);
        found.sort();
        let texts: String = found.iter().map(|path| embedded(path)).collect();
        out.push_str(&format!(
            "Interface::new({tag:?}, {is_complete}, &[{texts}]),\n"
        ));
    }
    let count = list.lines().count();
    format!("static LANGUAGES: [Interface; {count}] = [\n{out}];\n")
}

/// The files of `src/builtin`, each by its path below that and with its text.
fn builtin() -> String {
    let root = Path::new("src/builtin");
    let mut found = Vec::new();
    files(root, &mut found);
    found.sort();
    let rows = found.iter().map(|path| {
        let name = path.strip_prefix(root).unwrap_or(path);
        let name = name.to_string_lossy().replace('\\', "/");
        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        format!("({name:?}, include_str!({:?})),\n", path.to_string_lossy())
    });
    let rows: String = rows.collect();
    format!(
        "/// Each file of `src/builtin`: path, and text.\npub const FILES: &[(&str, &str)] = &[\n{rows}];\n"
    )
}

fn main() {
    println!("cargo:rerun-if-changed=messages/languages.txt");
    let folder = std::env::var_os("OUT_DIR").unwrap_or_default();
    let path = Path::new(&folder).join("languages.rs");
    let written = fs::write(&path, languages());
    let written =
        written.and_then(|()| fs::write(Path::new(&folder).join("builtin.rs"), builtin()));
    if let Err(error) = written {
        println!("cargo:error={}: {error}", path.display());
    }
    println!("cargo:rerun-if-changed=src/builtin");
    for path in [
        "Cargo.lock",
        "crates",
        "src/site",
        "src/build",
        "src/editorial",
    ] {
        println!("cargo:rerun-if-changed={path}");
    }
    let sources = digest(&["Cargo.lock", "crates", "src/site", "src/build"]);
    println!("cargo:rustc-env=RIHLA_SOURCES={sources:016x}");
    let editorial = digest(&["src/editorial"]);
    println!("cargo:rustc-env=RIHLA_EDITORIAL={editorial:016x}");
    println!("cargo:rustc-env=RIHLA_VERSION={}", version());
}

/// What `rihla --version` says besides the name: the version and, of a program that may be handed out, the
/// commit of its sources, from `RIHLA_PROGRAM_COMMIT` or from Git.
fn version() -> String {
    println!("cargo:rerun-if-env-changed=RIHLA_PROGRAM_COMMIT");
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let version = set("CARGO_PKG_VERSION").unwrap_or_default();
    // While the program is changed, each commit would compile it anew.
    if set("PROFILE").as_deref() != Some("release") {
        return version;
    }
    let commit = set("RIHLA_PROGRAM_COMMIT").or_else(|| {
        // The sources may lie in a checkout of something else.
        let own = git(&["rev-parse", "--show-prefix"])?.is_empty();
        let log = git(&["rev-parse", "--git-path", "logs/HEAD"])?;
        println!("cargo:rerun-if-changed={log}");
        git(&["rev-parse", "--short=12", "HEAD"]).filter(|_| own)
    });
    match commit {
        Some(commit) => format!("{version} ({commit})"),
        None => version,
    }
}

/// What Git says of the folder of the sources, if it is there.
fn git(arguments: &[&str]) -> Option<String> {
    let output = std::process::Command::new("git").args(arguments).output();
    let output = output.ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned())
}

/// A number for what files and folders hold, without their tests.
fn digest(paths: &[&str]) -> u64 {
    let mut found = Vec::new();
    for path in paths.iter().map(Path::new) {
        if path.is_dir() {
            files(path, &mut found);
        } else {
            found.push(path.to_owned());
        }
    }
    found.retain(|path| !is_of_tests(path));
    found.sort();
    let mut hasher = DefaultHasher::new();
    for path in found {
        path.hash(&mut hasher);
        let text = fs::read(&path).unwrap_or_default();
        without_tests(&text).hash(&mut hasher);
    }
    hasher.finish()
}

fn is_of_tests(path: &Path) -> bool {
    let mut names = path.iter().map(|name| name.to_string_lossy());
    names.any(|name| matches!(&*name, "tests" | "tests.rs"))
}

/// A source up to its tests, which stand at its end.
fn without_tests(source: &[u8]) -> &[u8] {
    let tests = b"\n#[cfg(test)]\nmod tests {";
    let at = source.windows(tests.len()).position(|part| part == tests);
    &source[..at.unwrap_or(source.len())]
}
