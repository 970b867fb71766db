//! Sources of the site that are replaced, added and removed, and the texts that are kept of
//! translations: what is written only where somebody asked for it.
//!
//! What a command changes, it changes together. New bytes are staged in `.rihla`, then a journal says
//! what is to be done, then it is done; where a command was killed in between, [`resume`] does the
//! rest. No half of a file and no file of Rihla's own ever lies among the sources.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk;
use super::manifest::{load, save};
use super::paths::{self, OWN, gone, is_valid, link, on};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::write as say;
use rihla_site::failure::Failure;
use rihla_site::source::earlier::TRANSLATIONS;
use rihla_site::source::{self, Digest};

/// The folder in `.rihla` in which new bytes are staged.
const STAGED: &str = "sources";
/// What remains to be done, in `.rihla`.
const JOURNAL: &str = "sources.json";
/// Held while sources are changed, in `.rihla`.
const LOCK: &str = "sources.lock";

/// What a file must be so that it is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Expected {
    /// What it was when it was read.
    Same,
    /// Anything, or nothing.
    Any,
}

/// A change of a file, which may be made twice.
#[derive(Debug, Serialize, Deserialize)]
struct Change {
    /// The file: its path in the site, without links.
    path: String,
    /// The name of its new bytes among those that are staged; where there are none, it goes.
    staged: Option<String>,
    /// The digest of what it was; `None` where it was not there.
    before: Option<String>,
    expected: Expected,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Journal {
    /// What whoever resumes it is told.
    note: String,
    changes: Vec<Change>,
}

/// Changes of the sources that are made together. Dropped without [`Sources::commit`], they are
/// not made.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    own: PathBuf,
    journal: Journal,
    keeps: bool,
    /// Folders in which files can be replaced.
    tried: Vec<PathBuf>,
    /// Unlocked when it is closed.
    _lock: fs::File,
}

impl Sources {
    /// Begins to change the sources of a site. What is left of another change is completed.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn begin(site: &Path) -> Result<Self, Failure> {
        let mut sources = Self::open(site)?;
        sources.complete()?;
        Ok(sources)
    }

    fn open(site: &Path) -> Result<Self, Failure> {
        let root = on(site, site.canonicalize())?;
        let own = root.join(OWN);
        if fs::symlink_metadata(&own).is_ok_and(|metadata| metadata.is_symlink()) {
            return Err(link(&own));
        }
        on(&own, disk::create_dir_all(&own))?;
        let lock = own.join(LOCK);
        let file = on(&lock, fs::File::create(&lock))?;
        match file.lock() {
            // Some network disks know no locks.
            Err(error) if error.kind() != io::ErrorKind::Unsupported => {
                return Err(Failure::unwritable_at(&lock, &error));
            }
            _ => {}
        }
        Ok(Self {
            root,
            own,
            journal: Journal::default(),
            keeps: false,
            tried: Vec::new(),
            _lock: file,
        })
    }

    /// Replaces a file, given by its path in the site. It keeps its permissions; through a symbolic
    /// link, the file to which it leads is replaced.
    ///
    /// # Errors
    ///
    /// A refusal where the path does not lead to a file of the sources, or where the file has not
    /// the digest `before`. Otherwise a failure of the machine.
    pub fn replace(&mut self, path: &str, before: &Digest, bytes: &[u8]) -> Result<(), Failure> {
        let refuse = |message| Failure::refusal(Diagnostic::new(message).with("path", path));
        if !is_valid(path) {
            return Err(refuse(&say::PATH));
        }
        let stored = source::stored(&self.root, path)?;
        let real = on(&stored, stored.canonicalize())?;
        if !paths::is_of_sources(&self.root, &real) {
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
        // Told before anything is changed, so that it keeps nothing else from being changed.
        on(Path::new(path), self.may_replace(&real))?;
        let permissions = on(&real, fs::metadata(&real))?.permissions();
        let staged = self.stage(path, bytes, Some(permissions))?;
        self.add_change(path, &real, Some(staged), Expected::Same)
    }

    /// Adds a file, given by its path in the site; folders that are missing are made.
    ///
    /// # Errors
    ///
    /// A refusal where there is such a file already, or where the path does not lead into the
    /// sources. Otherwise a failure of the machine.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(path, bytes, false)
    }

    /// Keeps a text in the [store](TRANSLATIONS), given by its path in it, in the place of what is
    /// there.
    ///
    /// # Errors
    ///
    /// A refusal where the path leads elsewhere. Otherwise a failure of the machine.
    pub fn store(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(&format!("{TRANSLATIONS}/{path}"), bytes, true)
    }

    fn put(&mut self, path: &str, bytes: &[u8], is_kept: bool) -> Result<(), Failure> {
        let refuse = |message| Failure::refusal(Diagnostic::new(message).with("path", path));
        if !is_valid(path) {
            return Err(refuse(&say::PATH));
        }
        let real = self.real(path)?;
        let is_inside = match is_kept {
            true => real.starts_with(self.root.join(TRANSLATIONS)),
            false => paths::is_of_sources(&self.root, &real),
        };
        if !is_inside {
            return Err(refuse(&say::OUTSIDE));
        }
        match fs::read(&real) {
            Ok(now) if now == bytes => return Ok(()),
            Ok(_) if !is_kept => return Err(refuse(&say::EXISTS)),
            _ => {}
        }
        let expected = match is_kept {
            true => Expected::Any,
            false => Expected::Same,
        };
        let staged = self.stage(path, bytes, None)?;
        self.add_change(path, &real, Some(staged), expected)
    }

    /// Removes a file of the sources, or of what is kept of translations, given by its path in the
    /// site; folders that are empty then go with it. A link is removed itself; what it leads to is not.
    ///
    /// # Errors
    ///
    /// A refusal where the path does not lead to such a file. Otherwise a failure of the machine.
    pub fn remove(&mut self, path: &str) -> Result<(), Failure> {
        let refuse = |message| Failure::refusal(Diagnostic::new(message).with("path", path));
        if !is_valid(path) {
            return Err(refuse(&say::PATH));
        }
        let stored = source::stored(&self.root, path)?;
        let (Some(folder), Some(name)) = (stored.parent(), stored.file_name()) else {
            return Err(refuse(&say::PATH));
        };
        let real = on(folder, folder.canonicalize())?.join(name);
        let is_kept = real.starts_with(self.root.join(TRANSLATIONS));
        if !is_kept && !paths::is_of_sources(&self.root, &real) {
            return Err(refuse(&say::OUTSIDE));
        }
        self.add_change(path, &real, None, Expected::Same)
    }

    /// Removes a file of Rihla's own in `.rihla`, where there is one.
    ///
    /// # Errors
    /// A refusal where the name is none.
    pub fn forget(&mut self, name: &str) -> Result<(), Failure> {
        let path = format!("{OWN}/{name}");
        if !is_valid(&path) {
            let diagnostic = Diagnostic::new(&say::PATH).with("path", &path);
            return Err(Failure::refusal(diagnostic));
        }
        let real = self.root.join(&path);
        self.add_change(&path, &real, None, Expected::Any)
    }

    /// Makes the changes, all of them. `note` is what [`resume`] gives where it was interrupted.
    ///
    /// # Errors
    /// A failure of the machine; what was begun is then completed by [`resume`].
    pub fn commit(mut self, note: &str) -> Result<(), Failure> {
        if self.journal.changes.is_empty() {
            return Ok(());
        }
        disk::settle(Some(&self.own.join(STAGED)));
        note.clone_into(&mut self.journal.note);
        save(&self.journal, &self.own.join(JOURNAL))?;
        self.keeps = true;
        self.run()
    }

    /// Where a file is, or would be, without links; its folder may be missing.
    fn real(&self, path: &str) -> Result<PathBuf, Failure> {
        let wanted = self.root.join(path);
        let settled = paths::settled(wanted.parent().unwrap_or(&self.root))?;
        let folder = settled.unwrap_or_else(|| self.root.clone());
        Ok(match wanted.file_name() {
            Some(name) => folder.join(name),
            None => folder,
        })
    }

    /// Fails where the folder of a file takes no other in its place: a disk that can only be read, a
    /// permission that is missing. Whoever may is known by trying alone.
    fn may_replace(&mut self, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent() else {
            return Ok(());
        };
        if self.tried.iter().any(|tried| tried == folder) {
            return Ok(());
        }
        // A name that no reader of the sources takes up.
        let probe = folder.join(".rihla-new");
        fs::File::create(&probe)?;
        fs::remove_file(&probe)?;
        self.tried.push(folder.to_owned());
        Ok(())
    }

    fn stage(
        &self,
        path: &str,
        bytes: &[u8],
        permissions: Option<fs::Permissions>,
    ) -> Result<String, Failure> {
        let folder = self.own.join(STAGED);
        on(&folder, disk::create_dir_all(&folder))?;
        let name = self.journal.changes.len().to_string();
        let staged = folder.join(&name);
        let write = || {
            disk::write_through(&staged, bytes)?;
            match permissions {
                Some(permissions) => fs::set_permissions(&staged, permissions),
                None => Ok(()),
            }
        };
        on(Path::new(path), write())?;
        Ok(name)
    }

    fn add_change(
        &mut self,
        path: &str,
        real: &Path,
        staged: Option<String>,
        expected: Expected,
    ) -> Result<(), Failure> {
        let inside = real.strip_prefix(&self.root).ok().and_then(Path::to_str);
        let Some(inside) = inside.map(|inside| inside.replace('\\', "/")) else {
            let diagnostic = Diagnostic::new(&say::PATH).with("path", path);
            return Err(Failure::refusal(diagnostic));
        };
        self.journal.changes.push(Change {
            before: digest(real),
            path: inside,
            staged,
            expected,
        });
        Ok(())
    }

    /// Completes a change that was interrupted; gives its note, where there was one.
    fn complete(&mut self) -> Result<Option<String>, Failure> {
        let journal: Option<Journal> = load(&self.own.join(JOURNAL))?;
        let is_valid = |change: &Change| {
            let staged = change.staged.iter();
            staged.chain([&change.path]).all(|path| is_valid(path))
        };
        let journal = journal.filter(|journal| journal.changes.iter().all(is_valid));
        let Some(journal) = journal else {
            self.clear()?;
            return Ok(None);
        };
        self.journal = journal;
        self.keeps = true;
        self.run()?;
        self.keeps = false;
        Ok(Some(std::mem::take(&mut self.journal).note))
    }

    fn run(&self) -> Result<(), Failure> {
        for change in &self.journal.changes {
            self.make(change)?;
        }
        let mut folders: Vec<&Path> = Vec::new();
        for change in &self.journal.changes {
            folders.extend(Path::new(&change.path).parent());
        }
        folders.sort_unstable();
        folders.dedup();
        for folder in folders {
            disk::settle(Some(&self.root.join(folder)));
        }
        self.clear()
    }

    /// Makes a change, unless it is made, or the file was changed by others since.
    fn make(&self, change: &Change) -> Result<(), Failure> {
        let file = self.root.join(&change.path);
        let is_as_it_was = change.expected == Expected::Any || digest(&file) == change.before;
        let Some(name) = &change.staged else {
            if is_as_it_was {
                gone(&file, disk::remove_file(&file))?;
            }
            self.prune(&file);
            return Ok(());
        };
        let staged = self.own.join(STAGED).join(name);
        if !is_as_it_was || !staged.is_file() {
            return Ok(());
        }
        if let Some(folder) = file.parent() {
            on(folder, disk::create_dir_all(folder))?;
        }
        match disk::rename(&staged, &file) {
            // `.rihla` may be kept on another disk.
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                self.copy(&staged, &file)
            }
            moved => on(&file, moved),
        }
    }

    /// Puts a file in its place from another disk.
    fn copy(&self, staged: &Path, file: &Path) -> Result<(), Failure> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        // A name that no reader of the sources takes up.
        let new = file.with_file_name(format!(".{name}.rihla-new"));
        let copy = || {
            let bytes = fs::read(staged)?;
            let permissions = fs::metadata(staged)?.permissions();
            disk::write_through(&new, &bytes)?;
            fs::set_permissions(&new, permissions)?;
            disk::rename(&new, file)
        };
        on(file, copy())
    }

    /// Removes the folders of a file that was removed, as far as they are empty.
    fn prune(&self, file: &Path) {
        let top = self.root.join("content");
        let mut folder = file.parent();
        while let Some(empty) = folder.filter(|folder| *folder != top && folder.starts_with(&top)) {
            match disk::remove_dir(empty) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => break,
                _ => folder = empty.parent(),
            }
        }
    }

    /// Nothing remains to be done.
    fn clear(&self) -> Result<(), Failure> {
        let journal = self.own.join(JOURNAL);
        gone(&journal, disk::remove_file(&journal))?;
        let staged = self.own.join(STAGED);
        if staged.exists() {
            gone(&staged, disk::remove_dir_all(&staged))?;
        }
        Ok(())
    }
}

impl Drop for Sources {
    fn drop(&mut self) {
        if !self.keeps {
            // The next change removes what cannot be removed now.
            let _ = self.clear();
        }
    }
}

/// The digest of a file, or of where a link leads; `None` where there is none.
fn digest(file: &Path) -> Option<String> {
    let bytes = match fs::read_link(file) {
        Ok(target) => target.as_os_str().as_encoded_bytes().to_vec(),
        Err(_) => fs::read(file).ok()?,
    };
    Some(Digest::of(&bytes).to_string())
}

/// Completes a change of the sources that was interrupted, and gives its note. Commands that change
/// sources do this before they read them.
///
/// # Errors
/// A failure of the machine.
pub fn resume(site: &Path) -> Result<Option<String>, Failure> {
    let own = site.join(OWN);
    if !own.join(JOURNAL).exists() && !own.join(STAGED).exists() {
        return Ok(None);
    }
    Sources::open(site)?.complete()
}

/// Replaces one file, as [`Sources::replace`].
///
/// # Errors
/// As there.
pub fn source(site: &Path, path: &str, before: &Digest, bytes: &[u8]) -> Result<(), Failure> {
    let mut sources = Sources::begin(site)?;
    sources.replace(path, before, bytes)?;
    sources.commit("")
}

/// A text of the [store](TRANSLATIONS), given by its path in it; `None` where there is none.
pub fn stored(site: &Path, path: &str) -> Option<String> {
    if !paths::is_valid(path) {
        return None;
    }
    fs::read_to_string(site.join(TRANSLATIONS).join(path)).ok()
}

/// The bytes of a file of the sources, or of what is kept of translations, as they are on the disk now, given by
/// its path in the site; `None` where there is none.
pub fn held(site: &Path, path: &str) -> Option<Vec<u8>> {
    if !is_valid(path) {
        return None;
    }
    let root = site.canonicalize().ok()?;
    let stored = source::stored(&root, path).ok()?;
    let real = stored.canonicalize().ok()?;
    let is_inside = paths::is_of_sources(&root, &real) || real.starts_with(root.join(TRANSLATIONS));
    fs::read(real).ok().filter(|_| is_inside)
}
