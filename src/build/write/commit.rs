//! From what was written to what must be done: the plan of a commit.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use walkdir::WalkDir;

use super::journal::Journal;
use super::manifest::Manifest;
use super::paths::{INSIDE, Places, folders, is_valid, link};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::write as say;
use rihla_site::failure::Failure;
use rihla_site::variant::BRIEFLY;

/// What there is to do, and how many files go away.
pub(super) struct Plan {
    pub(super) journal: Journal,
    pub(super) removed: usize,
}

/// Compares what was there with what is wanted, and refuses where a link or foreign files are
/// in the way. With `is_foreign` everything in the folder that is not wanted goes, except a
/// Git repository at its top.
pub(super) fn plan(
    places: &Places,
    old: &Manifest,
    new: &Manifest,
    staged: Vec<String>,
    is_foreign: bool,
) -> Result<Plan, Failure> {
    let mut journal = Journal::default();
    let mut removed: BTreeSet<String> = old
        .files
        .keys()
        .filter(|path| !new.files.contains_key(*path))
        .cloned()
        .collect();
    if is_foreign {
        removed.extend(others(places, new, &mut journal));
    }
    obstacles(places, &removed, &staged, is_foreign, &mut journal)?;

    // Where a name changed in case alone, the old file must go first: some disks take the two
    // for one, and would remove the new file.
    let mut normalized = BTreeSet::new();
    if !removed.is_empty() {
        normalized.extend(new.files.keys().map(|path| path.to_lowercase()));
    }
    let count = removed.len();
    let cleared: BTreeSet<String> = journal.clear.iter().cloned().collect();
    for path in removed.into_iter().filter(|path| !cleared.contains(path)) {
        if normalized.contains(&path.to_lowercase()) {
            journal.clear.push(path);
        } else {
            journal.removals.push(path);
        }
    }
    // In the reverse order of what arrives: pages go before what they name.
    journal
        .removals
        .sort_by_cached_key(|path| (Reverse(rank(path)), path.clone()));
    journal
        .clear
        .sort_by_cached_key(|path| (Reverse(rank(path)), path.clone()));
    journal.moves = staged;
    journal
        .moves
        .sort_by_cached_key(|path| (rank(path), path.clone()));
    Ok(Plan {
        journal,
        removed: count,
    })
}

/// Assets first, pages last: a page never names a file that is not there yet.
fn rank(path: &str) -> u8 {
    // A copy in another encoding goes with its file.
    let path = path.strip_suffix(".gz").unwrap_or(path);
    let path = path.strip_suffix(".br").unwrap_or(path);
    let is_part = |folder: &str| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    if is_part("assets") || is_part(BRIEFLY) {
        0
    } else if path.ends_with(".html") {
        2
    } else {
        1
    }
}

/// Every file of the folder that is not wanted; its folders are to be removed where empty.
fn others(places: &Places, new: &Manifest, journal: &mut Journal) -> Vec<String> {
    let mut found = Vec::new();
    let entries = WalkDir::new(&places.out)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            entry.depth() != 1 || entry.file_name() != ".git" && entry.file_name() != INSIDE
        });
    // What cannot be read or named is not Rihla's to remove, and stays.
    for entry in entries.flatten() {
        let Some(path) = relative(places, entry.path()) else {
            continue;
        };
        if entry.file_type().is_dir() {
            journal.folders.push(path);
        } else if !new.files.contains_key(&path) {
            found.push(path);
        }
    }
    journal.folders.reverse();
    found
}

/// A path below the output folder as Rihla writes it.
fn relative(places: &Places, path: &std::path::Path) -> Option<String> {
    let names: Option<Vec<&str>> = path
        .strip_prefix(&places.out)
        .ok()?
        .components()
        .map(|component| component.as_os_str().to_str())
        .collect();
    Some(names?.join("/")).filter(|path| is_valid(path))
}

/// What stands where a folder or a file must be.
fn obstacles(
    places: &Places,
    removed: &BTreeSet<String>,
    staged: &[String],
    is_foreign: bool,
    journal: &mut Journal,
) -> Result<(), Failure> {
    // Whether a folder is there, and is no link.
    let mut seen: BTreeMap<&str, bool> = BTreeMap::new();
    for path in staged {
        let mut is_there = true;
        for folder in folders(path) {
            if let Some(known) = seen.get(folder) {
                is_there = *known;
            } else if is_there {
                let target = places.target(folder);
                match fs::symlink_metadata(&target) {
                    Ok(metadata) if metadata.is_dir() => {}
                    Ok(metadata) if metadata.is_symlink() && !is_foreign => {
                        return Err(link(&target));
                    }
                    Ok(_) => {
                        journal.clear.push(folder.to_owned());
                        is_there = false;
                    }
                    Err(_) => is_there = false,
                }
                seen.insert(folder, is_there);
            }
        }
        let target = places.target(path);
        if is_there && fs::symlink_metadata(&target).is_ok_and(|metadata| metadata.is_dir()) {
            clear_folder(places, path, removed, journal)?;
        }
    }
    Ok(())
}

/// Clears a folder that stands where a file must be, if all its files are to go.
fn clear_folder(
    places: &Places,
    path: &str,
    removed: &BTreeSet<String>,
    journal: &mut Journal,
) -> Result<(), Failure> {
    let target = places.target(path);
    let refusal =
        || Failure::refusal(Diagnostic::new(&say::IN_THE_WAY).with("path", target.display()));
    for entry in WalkDir::new(&target)
        .contents_first(true)
        .sort_by_file_name()
    {
        let path = entry.ok().and_then(|entry| {
            let path = relative(places, entry.path())?;
            Some((path, entry.file_type().is_dir()))
        });
        match path {
            Some((path, true)) => journal.clear_folders.push(path),
            Some((path, false)) if removed.contains(&path) => journal.clear.push(path),
            _ => return Err(refusal()),
        }
    }
    Ok(())
}
