//! An immutable picture of the files of a site at one moment; the only reader of a disk.
//!
//! [`Snapshot::read`] takes the folders `content`, `themes` and `static` from a disk,
//! [`Snapshot::from_memory`] from anywhere. Texts are held; of everything else (images,
//! documents) there is length, digest and header, and the bytes are read again when they are
//! wanted. What is wrong with a file is a finding, and reading goes on; a machine that does
//! not let a file be read is a [`Failure`].

#![expect(
    clippy::disallowed_methods,
    reason = "the only module that reads the disk"
)]
#![allow(
    clippy::result_large_err,
    reason = "a failure ends the build, so that its size does not matter"
)]

mod dictionaries;
mod disk;
pub mod earlier;
pub mod history;
mod machine;
mod names;
mod stat;
#[cfg(test)]
mod tests;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::failure::Failure;
use rihla_diagnostics::catalogue::source as say;
use rihla_diagnostics::{Diagnostic, Texts};

use rihla_media::{FileKind, First, Header, in_letters, names_position};
use rihla_text::index::Index;
use rihla_text::url::composed;

pub use dictionaries::{DictionaryFiles, DictionaryFolders};
pub use disk::{is_folder, is_site};
pub use machine::Machine;
pub use names::{TOPS, is_refused_by_windows};
pub use stat::{Stamp, Stat};
pub use text::{conflict, without_echoes};

/// The files of a site at one moment.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// Ordered by path.
    files: Vec<File>,
    by_path: Index,
}

/// A file of the site.
#[derive(Clone, Debug)]
pub struct File {
    /// Relative to the site's folder, with `/` between names, in Unicode form NFC.
    pub path: Arc<str>,
    /// Of its bytes as they were read.
    pub digest: Digest,
    /// What it holds.
    pub body: Body,
    /// What the disk said of it.
    seen: Option<Seen>,
}

impl File {
    /// A text that no disk holds.
    pub fn of_text(path: impl Into<Arc<str>>, text: &str) -> Self {
        Self {
            path: path.into(),
            digest: Digest::of(text.as_bytes()),
            body: Body::Text(text.into()),
            seen: None,
        }
    }

    /// The text; none where it is anything else.
    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.body {
            Body::Text(text) => Some(text),
            Body::Blob(_) => None,
        }
    }
}

/// What a disk says of a file, so that one that has not changed need not be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    length: u64,
    modified: SystemTime,
    /// What no program sets: the time of the last change, in nanoseconds since 1970, and the
    /// number of the file on its disk. None where the system does not tell.
    change: Option<(i128, u64)>,
    /// Whether the file had been at rest when it was read: a clock ticks so slowly that a file
    /// may change twice within one tick.
    is_settled: bool,
}

/// How long a file must have been at rest for its time of modification to tell it from what it
/// becomes next: FAT counts in two seconds, other disks in hundredths at most.
const AT_REST: Duration = Duration::from_secs(2);

/// The BLAKE3 digest of a piece of data.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(blake3::Hash);

impl Digest {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    /// The first `n` hexadecimal digits, at most all 64.
    pub fn short(&self, n: usize) -> String {
        self.0.to_hex().chars().take(n).collect()
    }

    /// The digest of these 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes.into())
    }

    /// The 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.bytes().serialize(to)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <[u8; 32]>::deserialize(from).map(Self::from_bytes)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Body {
    /// A text as it was read: a byte order mark and the ends of lines are kept, so that places
    /// in it are places in the file.
    Text(Arc<str>),
    /// Anything else.
    Blob(Blob),
}

/// A file whose bytes are not held.
#[derive(Clone, Debug)]
pub struct Blob {
    /// In bytes.
    pub length: u64,
    /// What its first bytes say.
    pub header: Header,
    storage: Storage,
}

/// Where the bytes of a blob are.
#[derive(Clone, Debug)]
enum Storage {
    /// On a disk, under the name that it has there, which may be in another Unicode form.
    Disk(PathBuf),
    /// Here.
    Memory(Arc<[u8]>),
}

/// A file of a new snapshot.
enum Taken {
    /// It is as it was.
    Over(File),
    Read(Arc<str>, Contents, Option<Seen>),
}

/// What reading one file came to.
enum Contents {
    Text {
        digest: Digest,
        text: Arc<str>,
        problem: Option<Diagnostic>,
    },
    Blob {
        digest: Digest,
        length: u64,
        header: Header,
        storage: Storage,
        problem: Option<Diagnostic>,
    },
    /// Not part of the snapshot.
    Refused(Diagnostic),
}

impl Contents {
    /// The bytes of a file that is a text by its name; `storage` is asked for where they turn
    /// out to be none.
    fn text(path: &str, bytes: Vec<u8>, storage: impl FnOnce(&[u8]) -> Storage) -> Self {
        let digest = Digest::of(&bytes);
        match text::read(path, bytes) {
            text::Read::Text(text, problem) => Self::Text {
                digest,
                text,
                problem,
            },
            text::Read::Bytes(bytes, problem) => Self::Blob {
                digest,
                length: bytes.len() as u64,
                header: Header::read(&mut Cursor::new(&bytes), bytes.len() as u64),
                storage: storage(&bytes),
                problem,
            },
        }
    }

    /// The bytes of any other file.
    fn blob(bytes: &[u8], storage: Storage) -> Self {
        let length = bytes.len() as u64;
        Self::Blob {
            digest: Digest::of(bytes),
            length,
            header: Header::read(&mut Cursor::new(bytes), length),
            storage,
            problem: None,
        }
    }
}

/// The file at the top of a site that is read besides its folders.
pub const LEDGER: &str = "urls.lock";

impl Snapshot {
    /// Reads a site from its folder, and gives what is wrong with its files.
    ///
    /// Folders that are missing are empty.
    ///
    /// # Errors
    ///
    /// When there is no folder `site`, or the machine does not let one of its files be read.
    pub fn read(site: &Path) -> Result<(Self, Vec<Diagnostic>), Failure> {
        Self::read_again(Stat::at(site)?, None)
    }

    /// Reads a site whose files were read before: those that are as long as they were, and were
    /// last modified when they were, are taken over unread, if nothing was wrong with them.
    ///
    /// # Errors
    ///
    /// As [`Snapshot::read`].
    pub fn read_again(
        stat: Stat,
        before: Option<&Self>,
    ) -> Result<(Self, Vec<Diagnostic>), Failure> {
        let Stat {
            found,
            seen,
            mut diagnostics,
            ..
        } = stat;
        let named = || names::check(found.iter().map(|file| file.path.as_str()));
        let read = || {
            found
                .par_iter()
                .zip(&seen)
                .map(|(found, seen)| {
                    let path: Arc<str> = composed(&found.path).into();
                    let seen = *seen;
                    let known = before.and_then(|before| before.get(&path)).filter(|known| {
                        seen.is_some() && known.seen == seen && seen.is_some_and(|s| s.is_settled)
                    });
                    if let Some(known) = known {
                        return Ok(Taken::Over(known.clone()));
                    }
                    let contents = disk::read(&path, &found.real)?;
                    Ok(Taken::Read(path, contents, seen))
                })
                .collect::<Vec<Result<Taken, Failure>>>()
        };
        let (taken, problems) = rayon::join(read, named);
        diagnostics.extend(problems);
        let mut files = BTreeMap::new();
        // In order, so that of several failures the same one is told each time.
        for taken in taken {
            match taken? {
                Taken::Over(file) => {
                    files.entry(file.path.clone()).or_insert(file);
                }
                Taken::Read(path, contents, seen) => {
                    let problems = add(&mut files, path.clone(), contents);
                    // What is wrong with a file is to be told each time.
                    if problems.is_empty()
                        && let Some(file) = files.get_mut(&path)
                    {
                        file.seen = seen;
                    }
                    diagnostics.extend(problems);
                }
            }
        }
        Ok((Self::of(files), diagnostics))
    }

    /// A site out of pairs of path and bytes. Paths are relative to the site's folder; those
    /// outside the three folders of a site (and not [`LEDGER`]) are left out, as [`Snapshot::read`] does.
    pub fn from_memory(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> (Self, Vec<Diagnostic>) {
        let (files, others): (BTreeMap<String, Vec<u8>>, BTreeMap<_, _>) =
            files.into_iter().partition(|(path, _)| is_of_site(path));
        let mut diagnostics = names::check(files.keys().map(String::as_str));
        diagnostics.extend(others.keys().filter_map(|path| names::hidden_part(path)));
        diagnostics.dedup();
        let mut taken = BTreeMap::new();
        for (path, bytes) in files {
            let path: Arc<str> = composed(&path).into();
            let length = bytes.len() as u64;
            let is_text = text::is_text(&path);
            let contents = if is_text && length > text::limit(&path) && !text::is_copied(&path) {
                Contents::Refused(text::too_large(&path, length))
            } else if is_text && length <= text::limit(&path) {
                Contents::text(&path, bytes, |bytes| Storage::Memory(bytes.into()))
            } else {
                let bytes: Arc<[u8]> = bytes.into();
                Contents::blob(&bytes, Storage::Memory(bytes.clone()))
            };
            diagnostics.extend(add(&mut taken, path, contents));
        }
        (Self::of(taken), diagnostics)
    }

    fn of(files: BTreeMap<Arc<str>, File>) -> Self {
        let files: Vec<File> = files.into_values().collect();
        let numbers = files.iter().enumerate();
        Self {
            by_path: numbers.map(|(at, file)| (file.path.clone(), at)).collect(),
            files,
        }
    }

    /// The same site with other texts in some of its files, and with files that it does not have.
    #[must_use]
    pub fn with_texts(&self, texts: &BTreeMap<Arc<str>, Arc<str>>) -> Self {
        let kept = self.files.iter();
        let kept = kept.filter(|file| !texts.contains_key(&file.path)).cloned();
        let others = texts.iter().map(|(path, text)| File {
            path: path.clone(),
            digest: Digest::of(text.as_bytes()),
            body: Body::Text(text.clone()),
            seen: None,
        });
        let all = kept.chain(others);
        Self::of(all.map(|file| (file.path.clone(), file)).collect())
    }

    /// The same site without some of its files.
    #[must_use]
    pub fn without(&self, paths: &BTreeSet<Arc<str>>) -> Self {
        let files = self.files.iter().filter(|file| !paths.contains(&file.path));
        Self::of(
            files
                .map(|file| (file.path.clone(), file.clone()))
                .collect(),
        )
    }

    /// The file with this path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.by_path.get(path).map(|at| &self.files[at])
    }

    /// The text of the file with this path, if it is a text.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        match &self.get(path)?.body {
            Body::Text(text) => Some(text),
            Body::Blob(_) => None,
        }
    }

    /// All files, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.files.iter()
    }

    /// The files in a folder and in its folders, ordered by path. The empty path is the site.
    pub fn under<'s>(&'s self, folder: &str) -> impl Iterator<Item = &'s File> + use<'s> {
        let start = match folder {
            "" => String::new(),
            _ => format!("{folder}/"),
        };
        let first = self
            .files
            .partition_point(|file| *file.path < *start.as_str());
        self.files[first..]
            .iter()
            .take_while(move |file| file.path.starts_with(&start))
    }

    /// The bytes of a file, read again where they are not held.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or is not what it was when the snapshot was taken.
    pub fn read_blob(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let Some(file) = self.get(path) else {
            return Err(Failure::unreadable(path, &io::ErrorKind::NotFound.into()));
        };
        let real = match &file.body {
            Body::Text(text) => return Ok(text.as_bytes().to_vec()),
            Body::Blob(blob) => match &blob.storage {
                Storage::Memory(bytes) => return Ok(bytes.to_vec()),
                Storage::Disk(real) => real,
            },
        };
        let bytes = std::fs::read(real).map_err(|error| Failure::unreadable(path, &error))?;
        if Digest::of(&bytes) == file.digest {
            Ok(bytes)
        } else {
            Err(Failure::machine(
                Diagnostic::new(&say::CHANGED).with("path", path),
            ))
        }
    }
}

impl Snapshot {
    /// Opens a file that is large and not text, to be read in parts; with its length in bytes.
    /// `None` where its bytes are held in memory.
    ///
    /// # Errors
    ///
    /// When it cannot be opened, or has another length than when the site was read.
    pub fn open_blob(&self, path: &str) -> Result<Option<(std::fs::File, u64)>, Failure> {
        let Some(Body::Blob(blob)) = self.get(path).map(|file| &file.body) else {
            return Ok(None);
        };
        let Storage::Disk(real) = &blob.storage else {
            return Ok(None);
        };
        let machine = |error| Failure::unreadable(path, &error);
        let file = std::fs::File::open(real).map_err(machine)?;
        if file.metadata().map_err(machine)?.len() != blob.length {
            return Err(Failure::machine(
                Diagnostic::new(&say::CHANGED).with("path", path),
            ));
        }
        Ok(Some((file, blob.length)))
    }
}

/// Where a file of a site is on the disk: its names may be stored in another Unicode form than
/// that of its path.
///
/// # Errors
///
/// When there is no such file.
pub fn stored(site: &Path, path: &str) -> Result<PathBuf, Failure> {
    let mut real = site.to_path_buf();
    for name in path.split('/') {
        let next = real.join(name);
        if next.symlink_metadata().is_ok() {
            real = next;
            continue;
        }
        let entries =
            std::fs::read_dir(&real).map_err(|error| Failure::unreadable(path, &error))?;
        let found = entries.flatten().find(|entry| {
            let stored = entry.file_name();
            stored
                .to_str()
                .is_some_and(|stored| composed(stored) == name)
        });
        match found {
            Some(entry) => real = entry.path(),
            None => return Err(Failure::unreadable(path, &io::ErrorKind::NotFound.into())),
        }
    }
    Ok(real)
}

/// Takes up a file, and gives what is wrong with it.
fn add(
    files: &mut BTreeMap<Arc<str>, File>,
    path: Arc<str>,
    contents: Contents,
) -> Vec<Diagnostic> {
    // The second of two names that look the same: `names::check` has told of it.
    if files.contains_key(&path) {
        return Vec::new();
    }
    let (digest, body, mut diagnostics) = match contents {
        Contents::Text {
            digest,
            text,
            problem,
        } => (digest, Body::Text(text), Vec::from_iter(problem)),
        Contents::Blob {
            digest,
            length,
            header,
            storage,
            problem,
        } => {
            let blob = Blob {
                length,
                header,
                storage,
            };
            (digest, Body::Blob(blob), Vec::from_iter(problem))
        }
        Contents::Refused(problem) => return vec![problem],
    };
    match &body {
        Body::Text(text) => {
            if First::of(text.as_bytes()) == First::Pointer {
                diagnostics.push(Diagnostic::on_file(&say::POINTER, path.clone()));
            }
            diagnostics.extend(no_text(&path, text));
            let is_svg = text::extension(&path) == "svg";
            let is_copied = path.starts_with("static/");
            let is_xml = || text::extension(&path) == "xml" && rihla_media::svg::is_drawing(text);
            if is_copied && (is_svg || is_xml()) {
                diagnostics.extend(active(&path, text));
            }
            if is_svg && names_position(text.as_bytes())
                || (is_svg || is_copied) && in_letters(text.as_bytes())
            {
                diagnostics.push(Diagnostic::on_file(&say::POSITION_CLOSED, path.clone()));
            }
        }
        Body::Blob(blob) => {
            let problem = mislabelled(&path, &blob.header);
            let cut = || Diagnostic::on_file(&say::FILE_CUT, path.clone());
            diagnostics.extend(problem.or_else(|| blob.header.is_cut.then(cut)));
            if blob.header.position {
                let message = match blob.header.is_closed() {
                    true => &say::POSITION_CLOSED,
                    false => &say::POSITION,
                };
                diagnostics.push(Diagnostic::on_file(message, path.clone()));
            }
        }
    }
    let file = File {
        path: path.clone(),
        digest,
        body,
        seen: None,
    };
    files.insert(path, file);
    diagnostics
}

/// Whether a path, relative to the site, lies in one of the folders of a site (or is
/// [`LEDGER`]), and no part of it is passed over.
pub fn is_of_site(path: &str) -> bool {
    if path == LEDGER {
        return true;
    }
    let is_inside = path
        .split_once('/')
        .is_some_and(|(top, _)| names::TOPS.contains(&top));
    let mut ends = path.match_indices('/').map(|(at, _)| at);
    is_inside && !names::is_ignored(path) && !ends.any(|end| names::is_ignored(&path[..end]))
}

/// Whether a text may say nothing: that it is there is what some files of a server say.
fn may_be_empty(path: &str) -> bool {
    path.starts_with("static/")
}

/// A drawing that is published as it is, and does something in a browser.
fn active(path: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let found = rihla_media::svg::active(text);
    let names = Vec::from_iter(found).join(", ");
    (!names.is_empty())
        .then(|| Diagnostic::on_file(&say::DRAWING_ACTIVE, path.clone()).with("removed", names))
}

/// A file to be got that is called a text, and is empty, a web page or a document.
fn no_text(path: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let extension = text::extension(path);
    if !text::is_offered(&extension) {
        return None;
    }
    let start = text.trim_start();
    let term = match First::of(start.as_bytes()) {
        First::Empty if may_be_empty(path) => return None,
        _ if start.starts_with("%PDF-") => FileKind::Pdf.term(),
        found @ (First::Empty | First::Html | First::RichText) => found.term(),
        _ => return None,
    };
    Some(
        Diagnostic::on_file(&say::FILE_MISLABELLED, path.clone())
            .with("said", extension.to_uppercase())
            .with("again", extension.to_uppercase())
            .with("found", term),
    )
}

/// A file that is another thing by its first bytes than by its name.
fn mislabelled(path: &Arc<str>, header: &Header) -> Option<Diagnostic> {
    let (found, first) = (header.kind, header.first);
    if first == First::Pointer {
        return Some(Diagnostic::on_file(&say::POINTER, path.clone()));
    }
    let extension = text::extension(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    let wanted = |extension: Option<&str>| {
        let (stem, _) = name.rsplit_once('.')?;
        Some(format!("{stem}.{}", extension?))
    };
    let Some(said) = FileKind::of_extension(&extension) else {
        let promised = First::promised(&extension);
        let is_kept = match text::is_offered(&extension) {
            // Text in an encoding of its own.
            true => {
                let is_empty = first == First::Empty && may_be_empty(path);
                found == FileKind::Other && (first == First::Unknown || is_empty)
            }
            false => promised.is_empty() || found == FileKind::Other && promised.contains(&first),
        };
        let term = match found {
            FileKind::Other => first.term(),
            kind => kind.term(),
        };
        return (!is_kept).then(|| {
            Diagnostic::on_file(&say::FILE_MISLABELLED, path.clone())
                .with("said", extension.to_uppercase())
                .with("again", again(&extension))
                .with("found", term)
                .with_some("wanted", wanted(found.extension()))
        });
    };
    // An SVG is text; what is not readable as text has been told already.
    if said == found || said == FileKind::Svg {
        return None;
    }
    if said.is_image() {
        if found == FileKind::Other {
            let diagnostic = Diagnostic::on_file(&say::DAMAGED, path.clone());
            return Some(diagnostic.with("said", said.name()));
        }
        return Some(
            Diagnostic::on_file(&say::MISLABELLED, path.clone())
                .with("said", said.name())
                .with("found", found.term())
                .with_some(
                    "wanted",
                    wanted(found.extension().filter(|_| found.is_image())),
                ),
        );
    }
    let term = match found {
        FileKind::Other => first.term(),
        kind => kind.term(),
    };
    Some(
        Diagnostic::on_file(&say::FILE_MISLABELLED, path.clone())
            .with("said", extension.to_uppercase())
            .with("again", again(&extension))
            .with("found", term)
            .with_some("wanted", wanted(found.extension())),
    )
}

/// In which form a file is to be saved that is not what its name says: photographs of a telephone in
/// one that browsers show.
fn again(extension: &str) -> String {
    match extension {
        "heic" | "heif" => "JPEG".to_owned(),
        extension => extension.to_uppercase(),
    }
}

impl Texts for Snapshot {
    fn text(&self, path: &str) -> Option<&str> {
        self.text(path).map(|text| &**text)
    }
}
