//! The sites that somebody has opened, and the folders in which others may be.

#![expect(
    clippy::disallowed_methods,
    reason = "what is read here lies around sites, and is no part of any"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rihla_site::source::is_site;

/// How many sites are remembered.
const MOST: usize = 20;

/// How many folders are shown of one.
const FOLDERS: usize = 400;

/// The list of known sites: a file with a path a line, the last that was opened first.
#[derive(Clone, Debug)]
pub struct Known {
    /// The file; none where the machine has no place for it.
    pub file: Option<PathBuf>,
}

impl Known {
    /// The sites of the list that are still there.
    pub fn sites(&self) -> Vec<PathBuf> {
        let mut sites = self.all();
        sites.retain(|site| is_site(site));
        sites
    }

    fn all(&self) -> Vec<PathBuf> {
        let text = self
            .file
            .as_deref()
            .and_then(|file| fs::read_to_string(file).ok());
        let text = text.unwrap_or_default();
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(PathBuf::from).take(MOST).collect()
    }

    /// Puts a site at the head of the list.
    ///
    /// # Errors
    /// Where the list cannot be written.
    pub fn add(&self, site: &Path) -> io::Result<()> {
        let mut sites = self.all();
        sites.retain(|known| known != site);
        sites.insert(0, site.to_owned());
        sites.truncate(MOST);
        self.write(&sites)
    }

    /// Takes a site off the list; the site itself stays.
    ///
    /// # Errors
    /// Where the list cannot be written.
    pub fn forget(&self, site: &Path) -> io::Result<()> {
        let mut sites = self.all();
        sites.retain(|known| known != site);
        self.write(&sites)
    }

    fn write(&self, sites: &[PathBuf]) -> io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        // A path with a line break, or one that is no text, cannot stand in the list.
        let lines = sites.iter().filter_map(|site| site.to_str());
        let lines = lines.filter(|site| !site.contains(['\n', '\r']));
        let text: String = lines.map(|site| format!("{site}\n")).collect();
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        // The list is the old one or the new one, whatever happens.
        let new = file.with_extension("new");
        fs::write(&new, text)?;
        fs::rename(new, file)
    }
}

/// A folder of a folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Folder {
    pub name: String,
    pub path: PathBuf,
    /// Whether it is the folder of a site.
    pub is_site: bool,
}

/// The folders of a folder that are not hidden, by name.
///
/// # Errors
/// Where it cannot be read.
pub fn folders(of: &Path) -> io::Result<Vec<Folder>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(of)?.flatten() {
        // What is no text cannot be asked for by a page.
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = entry.path();
        if name.starts_with(['.', '$']) || !path.is_dir() {
            continue;
        }
        let is_site = is_site(&path);
        found.push(Folder {
            name,
            path,
            is_site,
        });
    }
    found.sort_by_key(|folder| (folder.name.to_lowercase(), folder.name.clone()));
    found.truncate(FOLDERS);
    Ok(found)
}

/// Where a folder can be left to: the one around it, and above all, the drives of the machine.
pub fn around(folder: &Path) -> Vec<PathBuf> {
    match folder.parent() {
        Some(parent) => vec![parent.to_owned()],
        None if cfg!(windows) => ('A'..='Z')
            .map(|letter| PathBuf::from(format!("{letter}:\\")))
            .filter(|drive| drive.is_dir() && drive != folder)
            .collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_keeps_what_was_opened_last_first() {
        let place = tempfile::tempdir().expect("a folder");
        let site = |name: &str| {
            let path = place.path().join(name);
            fs::create_dir_all(path.join("content")).expect("a folder");
            fs::write(path.join("content/site.yaml"), "edition: 1\n").expect("a file");
            path
        };
        let (one, other) = (site("one"), site("other, à côté"));
        let known = Known {
            file: Some(place.path().join("config/rihla/sites.txt")),
        };
        assert_eq!(known.sites(), Vec::<PathBuf>::new());
        for opened in [&one, &other, &one] {
            known.add(opened).expect("written");
        }
        assert_eq!(known.sites(), [one.clone(), other.clone()]);
        fs::remove_dir_all(&one).expect("removed");
        assert_eq!(known.sites(), std::slice::from_ref(&other));
        known.forget(&other).expect("written");
        assert_eq!(known.sites(), Vec::<PathBuf>::new());
        let nowhere = Known { file: None };
        nowhere.add(&other).expect("nothing to write");
    }

    #[test]
    fn folders_are_shown_by_name_and_hidden_ones_are_not() {
        let place = tempfile::tempdir().expect("a folder");
        for name in ["Beta", "alpha", ".hidden", "site/content"] {
            fs::create_dir_all(place.path().join(name)).expect("a folder");
        }
        fs::write(place.path().join("site/content/site.yaml"), "edition: 1\n").expect("a file");
        fs::write(place.path().join("file"), "").expect("a file");
        let found = folders(place.path()).expect("a folder");
        let found: Vec<(&str, bool)> = found.iter().map(|one| (&*one.name, one.is_site)).collect();
        assert_eq!(found, [("alpha", false), ("Beta", false), ("site", true)]);
        assert!(folders(&place.path().join("gone")).is_err());
    }
}
