//! A site on its way into its folder.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use super::journal::{Journal, Step};
use super::manifest::{Manifest, Record, modified};
use super::paths::{Places, folders, on};
use super::{Summary, can_replace, commit, compress, disk, foreign, journal, manifest, paths};
use rayon::prelude::*;

use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::write as say;
use rihla_site::failure::Failure;
use rihla_site::plan::COMPRESSIBLE;
use rihla_site::source::Digest;
use rihla_text::index::Index;

/// What a path is kept for.
const FILE: usize = 0;

/// See [`FILE`].
const FOLDER: usize = 1;

/// What the output folder is before a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Missing or empty.
    Fresh,
    /// Written by Rihla.
    Known,
    /// Written by others, and given up to be replaced.
    Foreign,
}

/// A file of the build.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) record: Record,
    pub(super) is_staged: bool,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
    /// Relative to the output folder, with `/` between names.
    pub path: String,
    /// How many bytes are sent of it: compressed, where servers do that.
    pub sent: u64,
}

/// A build that is being written. Dropped without [`Staging::commit`], it leaves the output
/// folder as it was.
#[derive(Debug)]
pub struct Staging {
    pub(super) places: Places,
    pub(super) state: State,
    pub(super) old: Manifest,
    /// The paths that are kept for files, and the folders that they need.
    pub(super) taken: Mutex<Index>,
    /// The files that are written, in no order.
    pub(super) entries: Mutex<Vec<(String, Entry)>>,
    /// Where copies in other encodings are written beside files of text: the paths at which
    /// none may stand.
    pub(super) reserved: Option<BTreeSet<String>>,
    /// What the ledger of addresses becomes.
    pub(super) ledger: Option<String>,
    /// Whether the staging folder is needed by a journal.
    pub(super) keeps: bool,
    /// Unlocked when it is closed.
    pub(super) _lock: File,
}

impl Staging {
    /// From here on, files of text are also written in the encodings that browsers take, as
    /// `PATH.gz` and `PATH.br`, where that is smaller.
    ///
    /// `reserved` holds the paths at which no such copy may stand, because another file or
    /// folder of the site does or will.
    pub fn compress(&mut self, reserved: BTreeSet<String>) {
        self.reserved = Some(reserved);
    }

    /// Writes the ledger of addresses with the site: both become what they are to be, or neither.
    pub fn ledger(&mut self, text: String) {
        self.ledger = Some(text);
    }

    /// Writes a file of the site. `path` is relative to the output folder, with `/` between
    /// names. May be called from many threads.
    ///
    /// # Errors
    ///
    /// A refusal for a path that is none, that was written before, or that is a file here and a
    /// folder there. Otherwise a failure of the machine.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write_as(path, bytes, None)
    }

    /// As [`Staging::write`], for what `made` tells from anything that could be made in its place,
    /// so that [`Staging::keep_made`] finds it in a later build.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn write_made(&self, path: &str, bytes: &[u8], made: &Digest) -> Result<(), Failure> {
        self.write_as(path, bytes, Some(made.to_string()))
    }

    /// Every file that was written, by its path, with the bytes that it takes on its way to a visitor.
    ///
    /// # Errors
    ///
    /// A failure of the machine where one cannot be read.
    pub fn files(&self) -> Result<Vec<WrittenFile>, Failure> {
        let entries = guard(&self.entries);
        let files: Result<Vec<WrittenFile>, Failure> = entries
            .par_iter()
            .map(|(path, entry)| {
                let mut sent = entry.record.length;
                // Pages are weighed by who looks at them.
                if is_compressible(path) && !path.ends_with(".html") {
                    let file = match entry.is_staged {
                        true => self.places.staged(path),
                        false => self.places.target(path),
                    };
                    let bytes = on(&file, fs::read(&file))?;
                    sent = sent.min(compress::sent(&bytes));
                }
                Ok(WrittenFile {
                    path: path.clone(),
                    sent,
                })
            })
            .collect();
        let mut files = files?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    /// Keeps a file that an earlier build wrote with [`Staging::write_made`] and the same `made`, if
    /// it stands in the output folder. Tells whether it does.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep_made(&self, path: &str, made: &Digest) -> Result<bool, Failure> {
        let made = made.to_string();
        let old = self.old.files.get(path);
        match old.filter(|old| old.made.as_ref() == Some(&made)) {
            Some(old) => self.keep_digest(path, &old.digest.clone()),
            None => Ok(false),
        }
    }

    fn write_as(&self, path: &str, bytes: &[u8], made: Option<String>) -> Result<(), Failure> {
        self.reserve(path)?;
        let digest = Digest::of(bytes).to_string();
        let mut entry = self.entry(path, bytes, digest.clone(), None)?;
        entry.record.made = made;
        guard(&self.entries).push((path.to_owned(), entry));
        if let Some(reserved) = &self.reserved
            && is_compressible(path)
        {
            for (extension, encode) in compress::ENCODINGS {
                let copy = format!("{path}{extension}");
                if !reserved.contains(&copy) {
                    self.copy(&copy, bytes, &digest, encode)?;
                }
            }
        }
        Ok(())
    }

    /// Keeps a file that stands in the output folder as an earlier build wrote it, if that is
    /// what `digest` tells, with its copies in other encodings. Tells whether it does; where
    /// it does not, the file is still to be written.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep(&self, path: &str, digest: &Digest) -> Result<bool, Failure> {
        self.keep_digest(path, &digest.to_string())
    }

    fn keep_digest(&self, path: &str, digest: &str) -> Result<bool, Failure> {
        let standing = |path: &str| {
            let old = self.old.files.get(path)?;
            self.unchanged(path, &old.digest, old.length)
        };
        let mut kept = match standing(path) {
            Some(record) if record.digest == digest => vec![(path.to_owned(), record)],
            _ => return Ok(false),
        };
        if let Some(reserved) = &self.reserved
            && is_compressible(path)
        {
            for (extension, _) in compress::ENCODINGS {
                let copy = format!("{path}{extension}");
                if reserved.contains(&copy) {
                    continue;
                }
                // One that is missing may have been larger than the file, or never made.
                match standing(&copy) {
                    Some(record) if record.of.as_deref() == Some(digest) => {
                        kept.push((copy, record));
                    }
                    _ => return Ok(false),
                }
            }
        }
        for (path, record) in kept {
            self.reserve(&path)?;
            let entry = Entry {
                record,
                is_staged: false,
            };
            guard(&self.entries).push((path, entry));
        }
        Ok(true)
    }

    /// As [`Staging::keep`], for a file whose name tells all that is in it.
    ///
    /// # Errors
    ///
    /// As [`Staging::write`].
    pub fn keep_named(&self, path: &str) -> Result<Option<u64>, Failure> {
        let Some(old) = self.old.files.get(path) else {
            return Ok(None);
        };
        let Some(record) = self.unchanged(path, &old.digest, old.length) else {
            return Ok(None);
        };
        self.reserve(path)?;
        let length = record.length;
        let entry = Entry {
            record,
            is_staged: false,
        };
        guard(&self.entries).push((path.to_owned(), entry));
        Ok(Some(length))
    }

    /// The name in `.rihla` of a note about this output folder.
    pub fn note(&self, name: &str) -> String {
        self.places.note(name)
    }

    /// Writes a copy in another encoding of a file whose digest is given, where it is smaller.
    /// One that stands in the output folder is not made again.
    fn copy(
        &self,
        path: &str,
        bytes: &[u8],
        of: &str,
        encode: fn(&[u8]) -> io::Result<Vec<u8>>,
    ) -> Result<(), Failure> {
        let known = self
            .old
            .files
            .get(path)
            .filter(|old| old.of.as_deref() == Some(of));
        let known = known.and_then(|old| self.unchanged(path, &old.digest, old.length));
        let entry = match known {
            Some(record) => {
                self.reserve(path)?;
                Entry {
                    record,
                    is_staged: false,
                }
            }
            None => {
                let encoded = encode(bytes).map_err(|error| Failure::unwritable(path, &error))?;
                if encoded.len() >= bytes.len() {
                    return Ok(());
                }
                self.reserve(path)?;
                let digest = Digest::of(&encoded).to_string();
                self.entry(path, &encoded, digest, Some(of.to_owned()))?
            }
        };
        guard(&self.entries).push((path.to_owned(), entry));
        Ok(())
    }

    /// What becomes of a file: it stays as it is, or is written in the staging folder.
    fn entry(
        &self,
        path: &str,
        bytes: &[u8],
        digest: String,
        of: Option<String>,
    ) -> Result<Entry, Failure> {
        let known = self.unchanged(path, &digest, bytes.len() as u64);
        let is_staged = known.is_none();
        let record = match known {
            Some(record) => record,
            None => self.put(path, bytes, digest)?,
        };
        Ok(Entry {
            record: Record {
                of,
                made: None,
                ..record
            },
            is_staged,
        })
    }

    /// How many files were written so far, those included that stay as they are, and without
    /// copies in another encoding.
    pub fn count(&self) -> usize {
        let entries = guard(&self.entries);
        let files = entries
            .iter()
            .filter(|(_, entry)| entry.record.of.is_none());
        files.count()
    }

    /// Keeps a path for a file, if it can be one beside the others.
    fn reserve(&self, path: &str) -> Result<(), Failure> {
        if !paths::is_valid(path) {
            return Err(Failure::refusal(
                Diagnostic::new(&say::PATH).with("path", path),
            ));
        }
        let refuse = |other: &str| {
            Err(Failure::refusal(
                Diagnostic::new(&say::TWICE)
                    .with("path", path)
                    .with("other", other),
            ))
        };
        let mut taken = guard(&self.taken);
        if let Some(kind) = taken.get(path) {
            // Of the files in a folder, one that is written already is named.
            let inside = format!("{path}/");
            let entries = guard(&self.entries);
            let below = entries.iter().find(|(other, _)| other.starts_with(&inside));
            return match below {
                Some((other, _)) if kind == FOLDER => refuse(other),
                _ => refuse(path),
            };
        }
        let above: Vec<&str> = folders(path).collect();
        for folder in above.into_iter().rev() {
            match taken.get(folder) {
                Some(FOLDER) => break,
                Some(_) => return refuse(folder),
                None => {
                    taken.insert(folder.into(), FOLDER);
                }
            }
        }
        taken.insert(path.into(), FILE);
        Ok(())
    }

    /// What is noted of a file that stands in the output folder as it is wanted.
    fn unchanged(&self, path: &str, digest: &str, length: u64) -> Option<Record> {
        let old = self.old.files.get(path)?;
        if old.digest != digest || old.length != length {
            return None;
        }
        let target = self.places.target(path);
        let metadata = fs::symlink_metadata(&target).ok()?;
        if !metadata.is_file() || metadata.len() != length {
            return None;
        }
        let modified = modified(&metadata);
        // A copy or a check-out has other times, and may have the same bytes.
        let is_same = modified.is_some() && modified == old.modified
            || Digest::of(&fs::read(&target).ok()?).to_string() == digest;
        is_same.then(|| Record {
            modified,
            ..old.clone()
        })
    }

    /// Writes a file in the staging folder.
    fn put(&self, path: &str, bytes: &[u8], digest: String) -> Result<Record, Failure> {
        let target = self.places.staged(path);
        let write = || -> io::Result<Record> {
            let mut file = match disk::create(&target) {
                // The first file of its folder: most pages have one of their own.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    if let Some(folder) = target.parent() {
                        disk::create_dir_all(folder)?;
                    }
                    disk::create(&target)?
                }
                created => created?,
            };
            file.write_all(bytes)?;
            Ok(Record {
                digest,
                length: bytes.len() as u64,
                modified: modified(&file.metadata()?),
                of: None,
                made: None,
            })
        };
        on(&target, write())
    }

    /// Brings the output folder to the state of this build: everything that was written is
    /// there, what an earlier build wrote and this one did not is gone, and what is the same
    /// is not touched.
    ///
    /// # Errors
    ///
    /// A refusal, before anything is moved, where a link or files of others are in the way.
    /// Otherwise a failure of the machine; what was begun is then completed by the next build.
    pub fn commit(mut self) -> Result<Summary, Failure> {
        self.commit_by(&mut || Ok(()))
    }

    pub(super) fn commit_by(&mut self, step: Step) -> Result<Summary, Failure> {
        let mut new = Manifest::default();
        let mut staged = Vec::new();
        for (path, entry) in std::mem::take(&mut *guard(&self.entries)) {
            if entry.is_staged {
                staged.push(path.clone());
            }
            new.files.insert(path, entry.record);
        }
        let written = staged.len();
        let unchanged = new.files.len() - written;
        let (mut journal, removed) = if self.state == State::Fresh && !self.places.is_inside() {
            // Someone else may have been quicker.
            if !self.places.is_fresh()? {
                return Err(foreign(&self.places.out));
            }
            let whole = Journal {
                whole: true,
                ..Journal::default()
            };
            (whole, 0)
        } else {
            let is_foreign = self.state == State::Foreign;
            let plan = commit::plan(&self.places, &self.old, &new, staged, is_foreign)?;
            (plan.journal, plan.removed)
        };
        journal.ledger = self.ledger.take();
        if !journal.is_empty() {
            if let Some(text) = &journal.ledger {
                // Where it cannot be written, nothing is.
                step()?;
                let ledger = self.places.ledger();
                on(&ledger, can_replace(&ledger, text.as_bytes()))?;
            }
            step()?;
            manifest::save(&new, &self.places.next())?;
            step()?;
            manifest::save(&journal, &self.places.journal())?;
            self.keeps = true;
            journal.run(&self.places, step)?;
            journal::finish(&self.places, step)?;
        } else if new != self.old {
            manifest::save(&new, &self.places.manifest())?;
        }
        Ok(Summary {
            written,
            unchanged,
            removed,
        })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.keeps {
            // The next build removes what cannot be removed now.
            let _ = journal::discard(&self.places.staging);
        }
    }
}

/// Whether a file is text that is worth compressing.
fn is_compressible(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, extension)| COMPRESSIBLE.contains(&extension))
}

/// What a lock protects. A thread that panicked has left it whole: each change is one call.
pub(super) fn guard<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
