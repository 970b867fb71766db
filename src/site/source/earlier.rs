//! What a site was before: a revision in version control, a folder that was published, a list of
//! what was written.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::Stdio;

use super::{Digest, LEDGER, Snapshot, history};
use crate::failure::Failure;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::source as say;

/// Reads the files that a site had at a revision, as Git names it. Nothing is checked out.
///
/// # Errors
///
/// When Git does not know the revision or is not there, or the site is in no repository.
pub fn revision(site: &Path, name: &str) -> Result<Snapshot, Failure> {
    let failure = |reason: &str| {
        Failure::refusal(
            Diagnostic::new(&say::REVISION)
                .with("value", name)
                .with("reason", reason.trim()),
        )
    };
    // A name that begins with a hyphen would be an option.
    if name.is_empty() || name.starts_with('-') {
        return Err(failure("-"));
    }
    let git = || history::command(site);
    let listed = git()
        .args([
            "ls-tree", "-r", "-z", name, "--", "content", "themes", "static", LEDGER,
        ])
        .output()
        .map_err(|error| failure(&error.to_string()))?;
    if !listed.status.success() {
        let said = String::from_utf8_lossy(&listed.stderr);
        let said = said.lines().next().unwrap_or_default();
        // Git speaks the language of the machine, or English.
        if is_outside(site) {
            return Err(Failure::refusal(
                Diagnostic::new(&say::NO_GIT).with("value", name),
            ));
        }
        return Err(failure(said.strip_prefix("fatal: ").unwrap_or(said)));
    }
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    // `100644 blob 9f2c…\tcontent/site.yaml`
    let files: Vec<(&str, &str)> = listed
        .split('\0')
        .filter_map(|line| {
            let (head, path) = line.split_once('\t')?;
            let mut words = head.split(' ');
            let mode = words.next()?;
            let object = words.nth(1)?;
            mode.starts_with("100").then_some((object, path))
        })
        .collect();
    let read = || -> io::Result<Vec<(String, Vec<u8>)>> {
        let mut child = git()
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else {
            return Err(io::Error::other("git"));
        };
        let names: String = files
            .iter()
            .map(|(object, _)| format!("{object}\n"))
            .collect();
        // Both ends at once, or each would wait for the other.
        let asked = std::thread::spawn(move || stdin.write_all(names.as_bytes()));
        let mut reader = io::BufReader::new(stdout);
        let mut found = Vec::with_capacity(files.len());
        for (_, path) in &files {
            let length = head(&mut reader)?;
            let mut bytes = vec![0; length + 1];
            reader.read_exact(&mut bytes)?;
            bytes.pop();
            found.push(((*path).to_owned(), bytes));
        }
        asked.join().map_err(|_| io::Error::other("git"))??;
        child.wait()?;
        Ok(found)
    };
    let files = read().map_err(|error| failure(&error.to_string()))?;
    Ok(Snapshot::from_memory(files).0)
}

/// Whether a folder is in no repository of Git.
fn is_outside(site: &Path) -> bool {
    let mut asked = history::command(site);
    let asked = asked.args(["rev-parse", "--git-dir"]).output();
    asked.is_ok_and(|output| !output.status.success())
}

/// Reads `9f2c… blob 1234`, and gives the length.
fn head(reader: &mut impl Read) -> io::Result<usize> {
    let mut line = Vec::new();
    let mut byte = [0];
    loop {
        reader.read_exact(&mut byte)?;
        if byte[0] == b'\n' {
            break;
        }
        line.push(byte[0]);
    }
    let line = String::from_utf8_lossy(&line).into_owned();
    let length = line
        .rsplit(' ')
        .next()
        .and_then(|length| length.parse().ok());
    length.ok_or_else(|| io::Error::other(line))
}

/// What kind of thing a name on the command line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// The folder of a site.
    Site,
    /// A folder that was published.
    Published,
    /// A list of what was written.
    Manifest,
    /// Nothing on the disk: a revision, perhaps.
    Revision,
}

/// What a path is.
pub fn kind(path: &Path) -> Earlier {
    if path.is_file() {
        return Earlier::Manifest;
    }
    let has = |name: &str| path.join(name).is_file();
    if has("content/site.yaml") || has("content/site.yml") {
        return Earlier::Site;
    }
    match has("build.json") || has("index.html") {
        true => Earlier::Published,
        false => Earlier::Revision,
    }
}

/// The files of a manifest of `.rihla`, with their digests.
///
/// # Errors
///
/// When it cannot be read, or is none.
pub fn manifest(path: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let shown = path.to_string_lossy();
    let text = fs::read(path).map_err(|error| Failure::unreadable(&shown, &error))?;
    let files = serde_json::from_slice::<serde_json::Value>(&text).ok();
    let files = files
        .as_ref()
        .and_then(|value| value.get("files")?.as_object());
    let files = files
        .ok_or_else(|| Failure::refusal(Diagnostic::new(&say::NO_MANIFEST).with("path", &shown)))?;
    let digest = |record: &serde_json::Value| Some(record.get("digest")?.as_str()?.to_owned());
    Ok(files
        .iter()
        .filter_map(|(path, record)| Some((path.clone(), digest(record)?)))
        .collect())
}

/// A page of a folder that was published.
#[derive(Clone, Debug)]
pub struct PublishedPage {
    /// The digest of its file.
    pub digest: String,
    /// Its `title`.
    pub title: String,
}

/// The pages of a folder that was published, by the path of their file.
///
/// # Errors
///
/// When it cannot be read.
pub fn published(folder: &Path) -> Result<BTreeMap<String, PublishedPage>, Failure> {
    let mut pages = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            Failure::unreadable(
                &folder.to_string_lossy(),
                &io::Error::other(error.to_string()),
            )
        })?;
        let path = entry.path();
        let is_page = path
            .extension()
            .is_some_and(|extension| extension == "html");
        if !is_page || !entry.file_type().is_file() {
            continue;
        }
        let bytes =
            fs::read(path).map_err(|error| Failure::unreadable(&path.to_string_lossy(), &error))?;
        let text = String::from_utf8_lossy(&bytes);
        let title = text
            .split_once("<title>")
            .and_then(|(_, rest)| rest.split_once("</title>"));
        let inside = path.strip_prefix(folder).unwrap_or(path);
        let names: Vec<_> = inside
            .components()
            .map(|name| name.as_os_str().to_string_lossy())
            .collect();
        pages.insert(
            names.join("/"),
            PublishedPage {
                digest: Digest::of(&bytes).to_string(),
                title: title.map_or("", |(title, _)| title).trim().to_owned(),
            },
        );
    }
    Ok(pages)
}

/// How many revisions in version control hold some files of a site; `None` where there is none.
pub fn history(site: &Path, paths: &[&str]) -> Option<usize> {
    let done = history::command(site)
        .args(["log", "--format=%h", "--all", "--"])
        .args(paths)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&done.stdout);
    (done.status.success() && !paths.is_empty()).then(|| said.lines().count())
}

/// The folder in which what is known of translations is kept, in files by the id of the entry.
pub const TRANSLATIONS: &str = "content/.translations";

/// The files in [`TRANSLATIONS`] that belong to an entry, by their path in the site.
pub fn translations(site: &Path, id: &str) -> Vec<String> {
    let root = site.join(TRANSLATIONS);
    let files = walkdir::WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    files
        .filter(|file| file.file_type().is_file())
        .filter_map(|file| {
            let inside = file.path().strip_prefix(&root).ok()?;
            let names: Vec<_> = inside
                .components()
                .map(|name| name.as_os_str().to_string_lossy())
                .collect();
            let inside = names.join("/");
            let rest = inside.strip_prefix(id)?;
            rest.starts_with(['.', '/'])
                .then(|| format!("{TRANSLATIONS}/{inside}"))
        })
        .collect()
}
