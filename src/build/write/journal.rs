//! The list of what a commit does to the output folder, written down before it is begun.
//!
//! Every step may be done twice: an interrupted commit is completed by doing all of it again.

use rihla_site::failure::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk;
use super::manifest::{self, Manifest, modified};
use super::paths::{Places, folders, gone, is_valid, link, on};
use super::{Until, whole};

/// Called before each step; an error stops there. Tests stop at each step in turn.
pub(super) type Step<'s> = &'s mut dyn FnMut() -> Result<(), Failure>;

/// What a commit does, in this order. Paths are relative to the output folder.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// The staging folder becomes the output folder; the lists are empty.
    pub(super) whole: bool,
    /// Files that stand where a folder must be, or that some disks take for a new one.
    pub(super) clear: Vec<String>,
    /// Folders that stand where a file must be, the innermost first.
    pub(super) clear_folders: Vec<String>,
    /// Files to be moved out of staging.
    pub(super) moves: Vec<String>,
    /// Files that the site no longer has.
    pub(super) removals: Vec<String>,
    /// Folders to be removed where they are empty, the innermost first.
    pub(super) folders: Vec<String>,
    /// What the ledger of addresses becomes.
    #[serde(default)]
    pub(super) ledger: Option<String>,
}

impl Journal {
    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn paths(&self) -> impl Iterator<Item = &String> {
        let files = self.clear.iter().chain(&self.moves).chain(&self.removals);
        files.chain(&self.clear_folders).chain(&self.folders)
    }

    /// Does it.
    pub(super) fn run(&self, places: &Places, step: Step) -> Result<(), Failure> {
        // First, so that nothing of the site is replaced where it cannot be.
        if let Some(text) = &self.ledger {
            step()?;
            whole(&places.ledger(), text.as_bytes(), Until::OnDisk)?;
        }
        self.files(places, step)
    }

    fn files(&self, places: &Places, step: Step) -> Result<(), Failure> {
        if self.whole {
            step()?;
            if places.staging.is_dir() {
                // Not every system renames to a folder that exists, even an empty one.
                gone(&places.out, disk::remove_dir(&places.out))?;
                on(&places.out, disk::rename(&places.staging, &places.out))?;
            }
            return Ok(());
        }
        let mut real = Folders::default();
        for path in &self.clear {
            step()?;
            real.remove(places, path)?;
            prune(places, path);
        }
        for path in &self.clear_folders {
            step()?;
            let target = places.target(path);
            if fs::symlink_metadata(&target).is_ok_and(|metadata| metadata.is_dir()) {
                on(&target, disk::remove_dir(&target))?;
            }
        }
        // What was a file or a link may be a folder from here on.
        let mut real = Folders::default();
        for path in &self.moves {
            step()?;
            real.make(places, path)?;
            let target = places.target(path);
            // What is no longer in staging has been moved.
            gone(&target, disk::rename(&places.staged(path), &target))?;
        }
        for path in &self.removals {
            step()?;
            real.remove(places, path)?;
            prune(places, path);
        }
        for path in &self.folders {
            // A folder that is not empty stays.
            let _ = disk::remove_dir(&places.target(path));
        }
        Ok(())
    }
}

/// The folders of the output that are known to be folders and not links.
#[derive(Default)]
struct Folders(BTreeSet<String>);

impl Folders {
    /// Sees to it that the folder of a file is there.
    fn make(&mut self, places: &Places, path: &str) -> Result<(), Failure> {
        for folder in folders(path) {
            if self.0.contains(folder) {
                continue;
            }
            let target = places.target(folder);
            match fs::symlink_metadata(&target) {
                Ok(metadata) if metadata.is_symlink() => return Err(link(&target)),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    on(&target, disk::create_dir(&target))?;
                }
                Err(error) => return Err(Failure::unwritable_at(&target, &error)),
            }
            self.0.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Removes a file, unless it is not there, is a folder, or lies behind a link.
    fn remove(&mut self, places: &Places, path: &str) -> Result<(), Failure> {
        for folder in folders(path) {
            if self.0.contains(folder) {
                continue;
            }
            let metadata = fs::symlink_metadata(places.target(folder));
            if !metadata.is_ok_and(|metadata| metadata.is_dir()) {
                return Ok(());
            }
            self.0.insert(folder.to_owned());
        }
        let target = places.target(path);
        match fs::symlink_metadata(&target) {
            Ok(metadata) if !metadata.is_dir() => gone(&target, disk::remove_file(&target)),
            _ => Ok(()),
        }
    }
}

/// Removes the folders of a file that was removed, as far as they are empty.
fn prune(places: &Places, path: &str) {
    let above: Vec<&str> = folders(path).collect();
    for folder in above.into_iter().rev() {
        match disk::remove_dir(&places.target(folder)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => break,
            _ => {}
        }
    }
}

/// What comes after the journal: the new manifest holds, and nothing remains to be done.
pub(super) fn finish(places: &Places, step: Step) -> Result<(), Failure> {
    step()?;
    let manifest = places.manifest();
    gone(&manifest, disk::rename(&places.next(), &manifest))?;
    step()?;
    let journal = places.journal();
    gone(&journal, disk::remove_file(&journal))?;
    step()?;
    discard(&places.staging)
}

/// Completes a commit that was interrupted, and removes what else an interrupted build left.
pub(super) fn recover(places: &Places, step: Step) -> Result<(), Failure> {
    let journal: Option<Journal> = manifest::load(&places.journal())?;
    let journal = journal.filter(|journal| journal.paths().all(|path| is_valid(path)));
    let next = Manifest::load(&places.next())?;
    if let (Some(journal), Some(next)) = (journal, next)
        && can_complete(places, &journal, &next)?
    {
        journal.run(places, step)?;
        return finish(places, step);
    }
    for note in [places.journal(), places.next()] {
        gone(&note, disk::remove_file(&note))?;
    }
    discard(&places.staging)
}

/// Whether completing a commit does not lose what is there: where the staging folder was
/// taken away before anything was moved, the last good site stays.
fn can_complete(places: &Places, journal: &Journal, next: &Manifest) -> Result<bool, Failure> {
    if journal.whole {
        return Ok(places.staging.is_dir() == places.is_fresh()?);
    }
    let mut is_any_moved = false;
    let mut is_any_lost = false;
    for path in &journal.moves {
        if fs::symlink_metadata(places.staged(path)).is_ok() {
            continue;
        }
        let is_there = fs::symlink_metadata(places.target(path)).is_ok_and(|metadata| {
            next.files.get(path).is_some_and(|record| {
                metadata.len() == record.length && modified(&metadata) == record.modified
            })
        });
        is_any_moved |= is_there;
        is_any_lost |= !is_there;
    }
    Ok(is_any_moved || !is_any_lost)
}

/// Removes a staging folder, or what stands in its place.
pub(super) fn discard(staging: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(staging) {
        Ok(metadata) if metadata.is_dir() => gone(staging, disk::remove_dir_all(staging)),
        Ok(_) => gone(staging, disk::remove_file(staging)),
        Err(_) => Ok(()),
    }
}
