//! The only writer: it brings a folder to the state that a build asks for, or leaves it alone.
//!
//! A build fills a staging folder beside the output folder; [`Staging::commit`] then moves what
//! changed, by a journal that survives an interruption. Rihla writes in these two folders and
//! in `.rihla` of the site, and nowhere else ([`Room`] has a temporary folder for what is only
//! rehearsed where nothing may be written in the site); it never goes through a symbolic link, and it
//! removes only what its manifest says that it wrote.

#![expect(
    clippy::disallowed_methods,
    reason = "the only module that writes, and that reads what it wrote"
)]

mod begin;
mod commit;
mod compress;
mod disk;
mod journal;
mod manifest;
mod paths;
mod results;
mod room;
mod sources;
mod staging;
#[cfg(test)]
mod tests;

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;

use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::write as say;
use rihla_site::failure::Failure;

pub use begin::begin_site;
pub use compress::sent;
#[cfg(any(test, feature = "testing"))]
pub use disk::faults;
pub use results::Results;
pub use room::Room;
pub use sources::{Sources, held, resume, source, stored};
pub use staging::{Staging, WrittenFile};

use manifest::{Manifest, Record, modified};
use paths::{Places, no_link, on};
use staging::State;

/// What a commit did, in files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// New or changed.
    pub written: usize,
    /// As they were, with their modification time.
    pub unchanged: usize,
    /// No longer part of the site.
    pub removed: usize,
}

/// Begins to write the site of the folder `site` to the folder `out`. What an interrupted
/// build left is completed first.
///
/// `force` gives up the files of a folder that Rihla did not write (except `.git`).
///
/// # Errors
///
/// A refusal where `out` must not be written: it is or holds the site or lies in its sources,
/// is a file or a link, holds files of others (without `force`), or another build writes
/// there. Otherwise a failure of the machine.
pub fn stage(site: &Path, out: &Path, force: bool) -> Result<Staging, Failure> {
    begin(Places::new(site, out)?, out, force)
}

/// Begins to write a site that will be thrown away, in a folder of `.rihla`: what an earlier
/// one that was interrupted left there is removed.
///
/// # Errors
///
/// A refusal where another one is being made. Otherwise a failure of the machine.
pub fn rehearse(site: &Path) -> Result<Staging, Failure> {
    let places = Places::of_rehearsal(site)?;
    let out = places.out.clone();
    begin(places, &out, true)
}

fn begin(mut places: Places, out: &Path, force: bool) -> Result<Staging, Failure> {
    on(&places.own, disk::create_dir_all(&places.own))?;
    let lock = lock(&places, out)?;
    places.settle();
    journal::recover(&places, &mut || Ok(()))?;
    let known = Manifest::load(&places.manifest())?.unwrap_or_default();
    let state = if places.is_fresh()? {
        State::Fresh
    } else if known
        .files
        .keys()
        .any(|path| fs::symlink_metadata(places.target(path)).is_ok())
    {
        State::Known
    } else if force {
        State::Foreign
    } else {
        return Err(foreign(out));
    };
    on(&places.staging, disk::create_dir_all(&places.staging))?;
    Ok(Staging {
        old: match state {
            State::Known => known,
            State::Fresh | State::Foreign => Manifest::default(),
        },
        places,
        state,
        taken: Mutex::default(),
        entries: Mutex::default(),
        reserved: None,
        ledger: None,
        keeps: false,
        _lock: lock,
    })
}

fn foreign(out: &Path) -> Failure {
    Failure::refusal(Diagnostic::new(&say::FOREIGN).with("out", out.display()))
}

/// Takes the lock of an output folder; it is given back when the file is closed.
fn lock(places: &Places, out: &Path) -> Result<File, Failure> {
    let path = places.lock();
    no_link(&path)?;
    if fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        // A pipe, say, which would be waited for.
        return Err(Failure::unwritable_at(
            &path,
            &io::ErrorKind::AlreadyExists.into(),
        ));
    }
    // What stands in it is nobody's, and is left as it is: it may be another file by a second name.
    let mut options = File::options();
    let file = on(
        &path,
        options.write(true).create(true).truncate(false).open(&path),
    )?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Failure::refusal(
            Diagnostic::new(&say::LOCKED).with("out", out.display()),
        )),
        // Some network disks know no locks: a build is better than none.
        Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => {
            Err(Failure::unwritable_at(&path, &error))
        }
        _ => Ok(file),
    }
}

/// Writes a file of Rihla's own in `.rihla` of the site: never published.
///
/// # Errors
/// A failure of the machine.
pub fn private(site: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = site.join(paths::OWN).join(name);
    if let Some(folder) = path.parent() {
        no_link(folder)?;
        on(folder, disk::create_dir_all(folder))?;
    }
    whole(&path, bytes, Until::HandedOver)
}

/// Writes a file of Rihla's own among those of VS Code, where the site has a folder for it, and gives its path.
///
/// # Errors
/// A failure of the machine.
pub fn editor(site: &Path, name: &str, bytes: &[u8]) -> Result<Option<String>, Failure> {
    let folder = site.join(".vscode");
    let is_there = fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir());
    if !is_there {
        return Ok(None);
    }
    whole(&folder.join(name), bytes, Until::HandedOver)?;
    Ok(Some(format!(".vscode/{name}")))
}

/// Reads a file of Rihla's own. A link leads elsewhere, and what is no file may keep a reader waiting for ever:
/// both are as good as none.
fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::symlink_metadata(path)?;
    match metadata.is_file() || metadata.is_dir() {
        true => fs::read(path),
        false => Err(io::ErrorKind::NotFound.into()),
    }
}

/// The name in `.rihla` of a note about an output folder.
///
/// # Errors
/// A refusal where the folder must not be written.
pub fn note(site: &Path, out: &Path, name: &str) -> Result<String, Failure> {
    Ok(Places::new(site, out)?.note(name))
}

/// How many files there are in an output folder, if it is just as the last build left it;
/// `None` where a build has something to do there. Files of others beside them do not count.
pub fn intact(site: &Path, out: &Path) -> Option<usize> {
    let places = Places::new(site, out).ok()?;
    if places.journal().exists() || places.staging.exists() {
        return None;
    }
    let known = Manifest::load(&places.manifest()).ok()??;
    let stands = |(path, record): (&String, &Record)| {
        fs::symlink_metadata(places.target(path)).is_ok_and(|metadata| {
            metadata.is_file()
                && metadata.len() == record.length
                && record.modified.is_some()
                && modified(&metadata) == record.modified
        })
    };
    let is_there = !known.files.is_empty() && known.files.par_iter().all(stands);
    is_there.then_some(known.files.len())
}

/// Reads a file of Rihla's own in `.rihla` of the site; `None` where there is none that can
/// be read.
pub fn recall(site: &Path, name: &str) -> Option<Vec<u8>> {
    read_own(&site.join(paths::OWN).join(name)).ok()
}

/// The names of the files of Rihla's own in a folder of `.rihla` of the site, in order.
pub fn recall_names(site: &Path, folder: &str) -> Vec<String> {
    let path = site.join(paths::OWN).join(folder);
    let entries = fs::read_dir(&path).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The files of Rihla's own in a folder of `.rihla` of the site, by name, each with its bytes.
pub fn recall_all(site: &Path, folder: &str) -> Vec<(String, Vec<u8>)> {
    let names = recall_names(site, folder).into_iter();
    let files = names.filter_map(|name| {
        let bytes = recall(site, &format!("{folder}/{name}"))?;
        Some((name, bytes))
    });
    files.collect()
}

/// Writes a file of Rihla's own that nobody could make again: it is on the disk when this comes back. Where the
/// system knows whose a file is, nobody else reads it.
///
/// # Errors
/// A failure of the machine.
pub fn keep(site: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = site.join(paths::OWN).join(name);
    if let Some(folder) = path.parent() {
        no_link(folder)?;
        on(folder, disk::create_dir_all(folder))?;
    }
    whole_after(&path, bytes, Until::OnDisk, |new| {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(new, fs::Permissions::from_mode(0o600))?;
        }
        #[cfg(not(unix))]
        let _ = new;
        Ok(())
    })
}

/// Removes a file of Rihla's own in `.rihla` of the site, where it is there.
///
/// # Errors
/// A failure of the machine.
pub fn forget(site: &Path, name: &str) -> Result<(), Failure> {
    let path = site.join(paths::OWN).join(name);
    match disk::remove_file(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => on(&path, result),
    }
}

/// Until when a file is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    /// It is handed to the system: where the machine fails, it may be damaged.
    HandedOver,
    /// It is on the disk.
    OnDisk,
}

/// Replaces a file by one rename, so that a reader finds the old one or the new one.
fn whole(path: &Path, bytes: &[u8], until: Until) -> Result<(), Failure> {
    whole_after(path, bytes, until, |_| Ok(()))
}

/// As [`whole`], after something was done to the new one.
fn whole_after(
    path: &Path,
    bytes: &[u8],
    until: Until,
    prepare: impl Fn(&Path) -> io::Result<()>,
) -> Result<(), Failure> {
    let new = beside(path);
    on(
        path,
        write_new(&new, bytes, until).and_then(|()| prepare(&new)),
    )?;
    let replaced = disk::rename(&new, path).inspect_err(|_| {
        let _ = disk::remove_file(&new);
    });
    on(path, replaced)?;
    if until == Until::OnDisk {
        disk::settle(path.parent());
    }
    Ok(())
}

fn write_new(new: &Path, bytes: &[u8], until: Until) -> io::Result<()> {
    let written = match until {
        Until::HandedOver => disk::write(new, bytes),
        Until::OnDisk => disk::write_through(new, bytes),
    };
    written.inspect_err(|_| {
        // What was begun is nobody's.
        let _ = disk::remove_file(new);
    })
}

/// Where what a file becomes is written before it takes its place.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Whether [`whole`] will be able to replace a file: it is written beside it, and removed.
fn can_replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let new = beside(path);
    write_new(&new, bytes, Until::HandedOver)?;
    disk::remove_file(&new)
}
