//! Sources of the site that are replaced, added and removed, and the texts that are kept of
//! translations: what is written only where somebody asked for it.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::path::Path;

use super::WriteError;
use super::paths::{self, on};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::write as say;
use crate::source::earlier::TRANSLATIONS;
use crate::source::{self, Digest};

/// Replaces a file of the site's sources, given by its path in the site, by one rename. It keeps
/// its permissions; through a symbolic link, the file to which it leads is replaced.
///
/// # Errors
///
/// A refusal where the path does not lead to a file of the sources, or where the file has not the
/// digest `before`. Otherwise a failure of the machine.
pub fn source(site: &Path, path: &str, before: &Digest, bytes: &[u8]) -> Result<(), WriteError> {
    let refuse = |message| WriteError::refusal(Diagnostic::new(message).with("path", path));
    if !paths::is_valid(path) {
        return Err(refuse(&say::PATH));
    }
    let root = on(site, site.canonicalize())?;
    let stored = source::stored(site, path)?;
    let real = on(&stored, stored.canonicalize())?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
        return Err(refuse(&say::PATH));
    };
    if !paths::is_of_sources(&root, &real) {
        return Err(refuse(&say::OUTSIDE));
    }
    let now = on(&real, fs::read(&real))?;
    // Two paths may lead to one file.
    if now == bytes {
        return Ok(());
    }
    if Digest::of(&now) != *before {
        return Err(refuse(&say::CHANGED));
    }
    let permissions = on(&real, fs::metadata(&real))?.permissions();
    put(folder, name, bytes, Some(permissions))
}

/// Adds a file to the site's sources, given by its path in the site, by one rename; folders that are
/// missing are made.
///
/// # Errors
///
/// A refusal where there is such a file already, or where the path does not lead into the sources.
/// Otherwise a failure of the machine.
pub fn new_source(site: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    added(site, path, bytes, false)
}

/// Keeps a text in the [store](TRANSLATIONS), given by its path in it, in the place of what is there.
///
/// # Errors
///
/// A refusal where the path leads elsewhere. Otherwise a failure of the machine.
pub fn store(site: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    added(site, &format!("{TRANSLATIONS}/{path}"), bytes, true)
}

fn added(site: &Path, path: &str, bytes: &[u8], replaces: bool) -> Result<(), WriteError> {
    let refuse = |message| WriteError::refusal(Diagnostic::new(message).with("path", path));
    if !paths::is_valid(path) {
        return Err(refuse(&say::PATH));
    }
    let root = on(site, site.canonicalize())?;
    let file = root.join(path);
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        return Err(refuse(&say::PATH));
    };
    on(folder, fs::create_dir_all(folder))?;
    let real = on(folder, folder.canonicalize())?;
    let is_inside = match replaces {
        true => real.starts_with(root.join(TRANSLATIONS)),
        false => paths::is_of_sources(&root, &real.join(name)),
    };
    if !is_inside {
        return Err(refuse(&say::OUTSIDE));
    }
    let file = real.join(name);
    match fs::read(&file) {
        Ok(now) if now == bytes => return Ok(()),
        Ok(_) if !replaces => return Err(refuse(&say::EXISTS)),
        _ => {}
    }
    put(&real, name, bytes, None)
}

/// Puts a file in its place by one rename, with these permissions where there are some.
fn put(
    folder: &Path,
    name: &OsStr,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> Result<(), WriteError> {
    // A name that no reader of the sources takes up.
    let new = folder.join(format!(".{}.rihla-new", name.to_string_lossy()));
    let file = folder.join(name);
    let write = || {
        fs::write(&new, bytes)?;
        if let Some(permissions) = permissions {
            fs::set_permissions(&new, permissions)?;
        }
        fs::rename(&new, &file)
    };
    write().map_err(|error| {
        // What was begun is nobody's.
        let _ = fs::remove_file(&new);
        WriteError::at(&file, &error)
    })
}

/// A text of the [store](TRANSLATIONS), given by its path in it; `None` where there is none.
pub fn stored(site: &Path, path: &str) -> Option<String> {
    if !paths::is_valid(path) {
        return None;
    }
    fs::read_to_string(site.join(TRANSLATIONS).join(path)).ok()
}

/// Removes a file of the site's sources, or of what is kept of its translations, given by its path
/// in the site; folders that are empty then go with it.
///
/// # Errors
///
/// A refusal where the path does not lead to such a file. Otherwise a failure of the machine.
pub fn remove_source(site: &Path, path: &str) -> Result<(), WriteError> {
    let refuse = |message| WriteError::refusal(Diagnostic::new(message).with("path", path));
    let kept = format!("{}/", TRANSLATIONS);
    let is_kept =
        path.starts_with(&kept) && !path[kept.len()..].split('/').any(|name| name == "..");
    if !paths::is_valid(path) && !is_kept {
        return Err(refuse(&say::PATH));
    }
    let root = on(site, site.canonicalize())?;
    let stored = source::stored(site, path)?;
    // A link is removed itself; what it leads to is not.
    let Some(folder) = stored.parent() else {
        return Err(refuse(&say::PATH));
    };
    let folder = on(folder, folder.canonicalize())?;
    let Some(name) = stored.file_name() else {
        return Err(refuse(&say::PATH));
    };
    let real = folder.join(name);
    if !is_kept && !paths::is_of_sources(&root, &real) || !real.starts_with(&root) {
        return Err(refuse(&say::OUTSIDE));
    }
    on(&real, fs::remove_file(&real))?;
    let top = root.join("content");
    let mut folder = folder.as_path();
    // What is not empty refuses to go.
    while folder != top && folder.starts_with(&top) && fs::remove_dir(folder).is_ok() {
        match folder.parent() {
            Some(parent) => folder = parent,
            None => break,
        }
    }
    Ok(())
}
