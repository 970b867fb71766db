//! The walk through the folders of a site.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use walkdir::{DirEntry, WalkDir};

use super::names::{self, TOPS};
use super::{AT_REST, Contents, Digest, Header, LEDGER, Seen, Storage, text};
use crate::failure::Failure;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::source as say;
use rihla_text::url::composed;

/// A file that is not text and at most so large is read in one go.
const SMALL: u64 = 1 << 20;

/// A file that was found.
#[derive(Debug)]
pub(super) struct Found {
    /// Relative to the site, as it is stored, with `/` between names.
    pub(super) path: String,
    /// The same, for the machine.
    pub(super) real: PathBuf,
}

/// What a walk through the folders of a site found.
#[derive(Debug)]
pub(super) struct Walk {
    /// The files, in the order of their names.
    pub(super) found: Vec<Found>,
    /// What is wrong with where they stand.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The files to which symbolic links lead, relative to the site.
    pub(super) links: Vec<PathBuf>,
}

/// Whether the folder is there that was named as the site.
///
/// # Errors
///
/// Where it is not.
pub fn is_folder(site: &Path) -> Result<(), Failure> {
    match site.is_dir() {
        true => Ok(()),
        false => Err(Failure::machine(
            Diagnostic::new(&say::NO_FOLDER).with("path", site.display().to_string()),
        )),
    }
}

/// Whether a folder holds a site.
pub fn is_site(folder: &Path) -> bool {
    folder.join("content/site.yaml").is_file()
}

/// Finds the files of the folders of a site.
pub(super) fn walk(site: &Path) -> Result<Walk, Failure> {
    let shown = site.display().to_string();
    is_folder(site)?;
    let root = site
        .canonicalize()
        .map_err(|error| Failure::unreadable(&shown, &error))?;
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let mut links = Vec::new();
    let ledger = site.join(LEDGER);
    match fs::symlink_metadata(&ledger) {
        Ok(metadata) if metadata.is_file() => found.push(Found {
            path: LEDGER.to_owned(),
            real: ledger,
        }),
        Ok(metadata) if metadata.is_symlink() => {
            diagnostics.push(Diagnostic::on_file(&say::LINK_OUTSIDE, LEDGER));
        }
        _ => {}
    }
    for top in TOPS {
        let folder = site.join(top);
        let mut refused = Vec::new();
        if fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_symlink()) {
            refused.extend(refused_link(&root, &folder, top));
        }
        if refused.is_empty() && folder.is_dir() {
            let entries = WalkDir::new(&folder)
                .follow_links(true)
                .sort_by_file_name()
                .into_iter()
                .filter_entry(|entry| enters(site, &root, entry, &mut refused));
            for entry in entries {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => {
                        diagnostics.extend(finding(site, &error)?);
                        continue;
                    }
                };
                if entry.path_is_symlink()
                    && entry.file_type().is_file()
                    && let Ok(target) = entry.path().canonicalize()
                    && let Ok(inside) = target.strip_prefix(&root)
                {
                    links.push(inside.to_owned());
                }
                match file(site, &entry) {
                    Some(Ok(file)) => found.push(file),
                    Some(Err(diagnostic)) => diagnostics.push(diagnostic),
                    None => {}
                }
            }
        }
        diagnostics.extend(refused);
    }
    Ok(Walk {
        found,
        diagnostics,
        links,
    })
}

/// A path below the site, as text; `None` where it is not Unicode.
fn relative(site: &Path, path: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = path
        .strip_prefix(site)
        .ok()?
        .components()
        .map(|component| component.as_os_str().to_str())
        .collect();
    Some(names?.join("/"))
}

/// A path below the site, as it can be shown.
fn shown(site: &Path, path: &Path) -> String {
    let path = path.strip_prefix(site).unwrap_or(path);
    let names: Vec<_> = path
        .components()
        .map(|name| name.as_os_str().to_string_lossy())
        .collect();
    composed(&names.join("/")).into_owned()
}

/// Whether the walk takes up a file or folder. Links that lead where they must not are added
/// to `refused`.
fn enters(site: &Path, root: &Path, entry: &DirEntry, refused: &mut Vec<Diagnostic>) -> bool {
    if entry.depth() == 0 {
        return true;
    }
    // Most names say all there is to say: only those with a dot before them depend on where
    // they stand.
    let name = entry.file_name().to_str();
    if let Some(name) = name.filter(|name| !name.starts_with('.'))
        && !entry.path_is_symlink()
    {
        return !names::is_ignored(name);
    }
    let path = shown(site, entry.path());
    if names::is_ignored(&path) {
        refused.extend(names::hidden(&path));
        return false;
    }
    if !entry.path_is_symlink() {
        return true;
    }
    let problem = refused_link(root, entry.path(), &path);
    let is_followed = problem.is_none();
    refused.extend(problem);
    is_followed
}

/// What is wrong with where a symbolic link leads, if anything is.
fn refused_link(root: &Path, link: &Path, shown: &str) -> Option<Diagnostic> {
    let Ok(target) = link.canonicalize() else {
        return Some(Diagnostic::on_file(&say::LINK_BROKEN, shown));
    };
    let inside = target.strip_prefix(root).ok();
    // `.git`, `.rihla` and their like are nobody's content.
    let is_inside = inside.is_some_and(|path| {
        let mut names = path.components();
        names.all(|name| !name.as_os_str().to_string_lossy().starts_with('.'))
    });
    let parent = link.parent().and_then(|parent| parent.canonicalize().ok());
    if parent.is_some_and(|parent| parent.starts_with(&target)) {
        Some(Diagnostic::on_file(&say::LINK_LOOP, shown))
    } else if is_inside {
        None
    } else {
        Some(Diagnostic::on_file(&say::LINK_OUTSIDE, shown))
    }
}

/// What the walk stumbled over: a finding about the site, or a failure of the machine.
fn finding(site: &Path, error: &walkdir::Error) -> Result<Option<Diagnostic>, Failure> {
    let path = error.path().unwrap_or(site);
    let shown = shown(site, path);
    // Emacs marks a text that is open with a link to nowhere, `.#name`.
    if names::is_ignored(&shown) {
        return Ok(None);
    }
    if error.loop_ancestor().is_some() {
        return Ok(Some(Diagnostic::on_file(&say::LINK_LOOP, shown)));
    }
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    match error.io_error() {
        Some(error) if !is_link => Err(Failure::unreadable(&shown, error)),
        _ => Ok(Some(Diagnostic::on_file(&say::LINK_BROKEN, shown))),
    }
}

/// What the walk found; `None` for a folder.
fn file(site: &Path, entry: &DirEntry) -> Option<Result<Found, Diagnostic>> {
    if entry.file_type().is_dir() {
        return None;
    }
    let Some(path) = relative(site, entry.path()) else {
        let shown = shown(site, entry.path());
        return Some(Err(Diagnostic::on_file(
            &say::NAME_NOT_UNICODE,
            shown.clone(),
        )
        .with("path", shown)));
    };
    // Reading from a pipe or a device may never end.
    if !entry.file_type().is_file() {
        return Some(Err(Diagnostic::on_file(
            &say::NOT_A_FILE,
            composed(&path).into_owned(),
        )));
    }
    Some(Ok(Found {
        path,
        real: entry.path().to_owned(),
    }))
}

/// What the disk says of a file now; `None` where it does not say.
pub(super) fn seen(real: &Path, now: SystemTime) -> Option<Seen> {
    let metadata = fs::metadata(real).ok()?;
    let modified = metadata.modified().ok()?;
    let rests = |time: SystemTime| {
        let rested = now.duration_since(time).ok();
        rested.is_some_and(|rested| rested > AT_REST)
    };
    let change = change(&metadata);
    // A program may have set the time of modification. Where nothing else tells that the file
    // was changed, its content does: it is read.
    let changed = change.and_then(|(nanoseconds, _)| {
        let nanoseconds = u64::try_from(nanoseconds).ok()?;
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_nanos(nanoseconds))
    });
    Some(Seen {
        length: metadata.len(),
        modified,
        change,
        is_settled: rests(modified) && changed.is_some_and(rests),
    })
}

/// When a file was changed, in nanoseconds since 1970, and its number on the disk. None where
/// the disk does not count them.
#[cfg(unix)]
fn change(metadata: &fs::Metadata) -> Option<(i128, u64)> {
    use std::os::unix::fs::MetadataExt;
    let time = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
    (time > 0 && metadata.ino() > 0).then_some((time, metadata.ino()))
}

/// Other systems do not tell a program when a file was last changed.
#[cfg(not(unix))]
fn change(_: &fs::Metadata) -> Option<(i128, u64)> {
    None
}

/// Reads a file; `path` is its name in the snapshot.
pub(super) fn read(path: &str, real: &Path) -> Result<Contents, Failure> {
    open(path, real).map_err(|error| Failure::unreadable(path, &error))
}

fn open(path: &str, real: &Path) -> io::Result<Contents> {
    let mut file = File::open(real)?;
    let length = file.metadata()?.len();
    if text::is_text(path) {
        let limit = text::limit(path);
        if length <= limit {
            // A file may have grown since it was asked for its length.
            let bytes = whole(&file, length, limit + 1)?;
            if bytes.len() as u64 <= limit {
                let storage = |_: &[u8]| Storage::Disk(real.to_owned());
                return Ok(Contents::text(path, bytes, storage));
            }
        }
        // What is published as it is may be large data, and is not held in memory.
        if !text::is_copied(path) {
            return Ok(Contents::Refused(text::too_large(path, length)));
        }
    }
    if length <= SMALL {
        let bytes = whole(&file, length, SMALL + 1)?;
        return Ok(Contents::blob(&bytes, Storage::Disk(real.to_owned())));
    }
    let mut hasher = blake3::Hasher::new();
    file.rewind()?;
    hasher.update_reader(&file)?;
    file.rewind()?;
    let header = Header::read(&mut BufReader::new(&file), hasher.count());
    Ok(Contents::Blob {
        digest: Digest(hasher.finalize()),
        length: hasher.count(),
        header,
        storage: Storage::Disk(real.to_owned()),
        problem: None,
    })
}

/// The bytes of a file of about `length` bytes, `most` at most.
fn whole(file: &File, length: u64, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(most)).unwrap_or(0));
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
