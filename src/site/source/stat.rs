//! What a site looks like from outside: enough to see that something changed, without reading
//! a file.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

use super::disk::{self, Found, Walk};
use super::{Digest, LEDGER, Seen};
use crate::failure::Failure;
use rihla_diagnostics::Diagnostic;

/// The files of a site, and what the file system says of each.
#[derive(Debug)]
pub struct Stat {
    pub(super) found: Vec<Found>,
    /// What the disk says of each.
    pub(super) seen: Vec<Option<Seen>>,
    /// What is wrong with where they stand.
    pub(super) diagnostics: Vec<Diagnostic>,
    links: Vec<PathBuf>,
}

impl Stat {
    /// Looks at the files of a site.
    ///
    /// # Errors
    ///
    /// When there is no folder `site`, or the machine does not let its folders be read.
    pub fn at(site: &Path) -> Result<Self, Failure> {
        let Walk {
            found,
            diagnostics,
            links,
        } = disk::walk(site)?;
        // The time of the disk, as far as it can be known: that of the machine may differ.
        let now = SystemTime::now();
        let seen = found
            .par_iter()
            .map(|file| disk::seen(&file.real, now))
            .collect();
        Ok(Self {
            found,
            seen,
            diagnostics,
            links,
        })
    }

    /// The files to which symbolic links of the site lead, relative to the site.
    pub fn links(&self) -> &[PathBuf] {
        &self.links
    }

    /// What tells this state from another one.
    pub fn stamp(&self) -> Stamp {
        self.stamp_of(|_| true)
    }

    /// What tells this state from another one but for the ledger, by what that says, and whether the
    /// other files have been at rest: a build has just written the ledger.
    pub fn stamp_beside_ledger(&self) -> (Stamp, bool) {
        let is_other = |file: &Found| file.path != LEDGER;
        let stamp = self.stamp_of(is_other);
        let ledger = self.found.iter().find(|file| !is_other(file));
        let ledger = ledger.and_then(|file| std::fs::read(&file.real).ok());
        let mut bytes = stamp.bytes().to_vec();
        bytes.extend_from_slice(Digest::of(&ledger.unwrap_or_default()).bytes());
        let mut others = self.found.iter().zip(&self.seen);
        let is_settled =
            others.all(|(file, seen)| !is_other(file) || seen.is_some_and(|seen| seen.is_settled));
        let is_settled = is_settled && self.diagnostics.is_empty();
        (Stamp(Digest::of(&bytes)), is_settled)
    }

    fn stamp_of(&self, is_wanted: impl Fn(&Found) -> bool) -> Stamp {
        let mut bytes = Vec::with_capacity(self.found.len() * 64);
        let files = self.found.iter().zip(&self.seen);
        for (file, seen) in files.filter(|(file, _)| is_wanted(file)) {
            let (length, modified, (changed, number)) = seen.map_or((0, 0, (0, 0)), |seen| {
                let age = seen.modified.duration_since(UNIX_EPOCH);
                let modified = age.map_or(0, |age| age.as_nanos());
                (seen.length, modified, seen.change.unwrap_or_default())
            });
            bytes.extend_from_slice(file.path.as_bytes());
            bytes.push(0);
            bytes.extend_from_slice(&length.to_le_bytes());
            bytes.extend_from_slice(&modified.to_le_bytes());
            bytes.extend_from_slice(&changed.to_le_bytes());
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        Stamp(Digest::of(&bytes))
    }

    /// Whether every file has been at rest for so long that no change can hide behind its time,
    /// and nothing is wrong with any name.
    pub fn is_settled(&self) -> bool {
        let rests = |seen: &Option<Seen>| seen.is_some_and(|seen| seen.is_settled);
        self.diagnostics.is_empty() && self.seen.iter().all(rests)
    }
}

/// The names, lengths, times and numbers of the files of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Digest);

impl Stamp {
    /// Looks at the files that [`Snapshot::read`](super::Snapshot::read) would read.
    ///
    /// A site that cannot be looked at has a stamp too: that of none.
    pub fn of(site: &Path) -> Self {
        match Stat::at(site) {
            Ok(stat) => stat.stamp(),
            Err(_) => Self(Digest::of(b"nothing")),
        }
    }

    /// The 32 bytes of its digest.
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_stamp_tells_every_change_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        write("content/a.md", "a");
        let first = Stamp::of(folder.path());
        assert_eq!(Stamp::of(folder.path()), first);
        for ignored in ["public/a.html", "content/.a.md.swp", "content/a.md~"] {
            write(ignored, "x");
            assert_eq!(Stamp::of(folder.path()), first, "{ignored}");
        }
        write("content/a.md", "ab");
        let second = Stamp::of(folder.path());
        assert_ne!(second, first);
        fs::rename(
            folder.path().join("content/a.md"),
            folder.path().join("content/b.md"),
        )
        .expect("another name");
        assert_ne!(Stamp::of(folder.path()), second);
        fs::remove_dir_all(folder.path().join("content")).expect("no folder");
        assert_ne!(Stamp::of(folder.path()), second);
        assert_eq!(
            Stamp::of(&folder.path().join("nowhere")),
            Stamp::of(&folder.path().join("nowhere either"))
        );
    }
}
