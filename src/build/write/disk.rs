//! What changes a disk, in one place: each call is a step at which a build or a command may be
//! killed, and tests kill it at each.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    step(path).inspect_err(|_| half(path, bytes))?;
    fs::write(path, bytes)
}

/// Writes a file, and returns when it is on the disk.
pub(super) fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    step(path).inspect_err(|_| half(path, bytes))?;
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    sync(&file, path)
}

/// Returns when what was written to a file, or happened in a folder, is on the disk.
fn sync(file: &fs::File, path: &Path) -> io::Result<()> {
    note("sync", path);
    file.sync_all()
}

/// Begins a file.
pub(super) fn create(path: &Path) -> io::Result<fs::File> {
    step(path)?;
    fs::File::create(path)
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step(to)?;
    note("rename", to);
    fs::rename(from, to)
}

pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    step(path)?;
    fs::remove_file(path)
}

pub(super) fn create_dir(path: &Path) -> io::Result<()> {
    step(path)?;
    fs::create_dir(path)
}

/// Makes a folder that its owner alone reads, where there is nothing yet.
pub(super) fn create_private_dir(path: &Path) -> io::Result<()> {
    step(path)?;
    let builder = fs::DirBuilder::new();
    #[cfg(unix)]
    let builder = {
        let mut builder = builder;
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
    };
    builder.create(path)
}

pub(super) fn create_dir_all(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    step(path)?;
    fs::create_dir_all(path)
}

pub(super) fn remove_dir(path: &Path) -> io::Result<()> {
    step(path)?;
    fs::remove_dir(path)
}

pub(super) fn remove_dir_all(path: &Path) -> io::Result<()> {
    step(path)?;
    fs::remove_dir_all(path)
}

/// Makes what happened in a folder last: not every system can do this to a folder, and where it
/// cannot, it need not.
pub(super) fn settle(folder: Option<&Path>) {
    if let Some(folder) = folder
        && let Ok(file) = fs::File::open(folder)
    {
        let _ = sync(&file, folder);
    }
}

#[cfg(not(any(test, feature = "testing")))]
fn step(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(any(test, feature = "testing")))]
fn half(_: &Path, _: &[u8]) {}

#[cfg(not(any(test, feature = "testing")))]
fn note(_: &str, _: &Path) {}

#[cfg(any(test, feature = "testing"))]
use faults::{half, note, step};

/// A process that is killed: from some step on, nothing below a folder can be changed.
#[cfg(any(test, feature = "testing"))]
pub mod faults {
    use std::path::PathBuf;
    use std::sync::{Mutex, PoisonError};

    use super::*;

    /// Folders, each with the number of steps that are left.
    static LEFT: Mutex<Vec<(PathBuf, usize)>> = Mutex::new(Vec::new());

    /// Folders, each with what was done below it that must be done in an order to last.
    static DONE: Mutex<Vec<(PathBuf, Vec<String>)>> = Mutex::new(Vec::new());

    /// Begins to note what is done below a folder.
    pub fn watch(folder: &Path) {
        let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
        done.push((folder.to_owned(), Vec::new()));
    }

    /// Ends that, and gives what was noted: what was done, and the path below the folder.
    pub fn watched(folder: &Path) -> Vec<String> {
        let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
        let found = done.iter().position(|(known, _)| known == folder);
        found.map_or_else(Vec::new, |at| done.swap_remove(at).1)
    }

    pub(super) fn note(what: &str, path: &Path) {
        let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
        for (folder, notes) in done.iter_mut() {
            if let Ok(path) = path.strip_prefix(&*folder) {
                notes.push(format!("{what} {}", path.display()));
            }
        }
    }

    /// Lets what is done below a folder die after some steps.
    pub fn kill_after(folder: &Path, steps: usize) {
        let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
        left.retain(|(known, _)| known != folder);
        left.push((folder.to_owned(), steps));
    }

    /// Lets it live again, and tells how many steps were left.
    pub fn revive(folder: &Path) -> usize {
        let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
        let found = left.iter().position(|(known, _)| known == folder);
        found.map_or(0, |at| left.swap_remove(at).1)
    }

    pub(super) fn step(path: &Path) -> io::Result<()> {
        let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
        let found = left.iter_mut().find(|(folder, _)| path.starts_with(folder));
        match found {
            Some((_, 0)) => Err(io::Error::other("killed")),
            Some((_, steps)) => {
                *steps -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// What a process leaves that is killed while it writes; nothing where it was dead before.
    pub(super) fn half(path: &Path, bytes: &[u8]) {
        if !path.exists() {
            let _ = fs::write(path, &bytes[..bytes.len() / 2]);
        }
    }
}
