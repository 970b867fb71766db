//! Results that are expensive to make, kept in `.rihla` from build to build by names that tell all
//! that they were made from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::civil::Date;

use super::manifest::{load, save};
use super::paths::{OWN, gone, no_link, on};
use super::staging::guard;
use super::{Until, disk, read_own, whole};
use rihla_site::failure::Failure;
use rihla_site::source::Digest;

/// How many days a result is kept that no build wants: another branch may.
const DAYS: i32 = 30;
/// The bytes of the digest that follows a result.
const DIGEST: usize = 32;
/// The file that says when each result was last wanted.
const USES: &str = "uses.json";

/// A folder of results. May be used from many threads.
#[derive(Debug)]
pub struct Results {
    folder: PathBuf,
    /// When each result was last wanted, before this build.
    known: BTreeMap<String, Date>,
    wanted: Mutex<BTreeSet<String>>,
}

impl Results {
    /// The folder `name` in `.rihla` of a site. A note in it that cannot be understood is as
    /// good as none.
    ///
    /// # Errors
    /// A failure of the machine, or the folder is a link.
    pub fn open(site: &Path, name: &str) -> Result<Self, Failure> {
        let folder = site.join(OWN).join(name);
        for path in [site.join(OWN), folder.clone()] {
            no_link(&path)?;
        }
        Ok(Self {
            known: load(&folder.join(USES))?.unwrap_or_default(),
            folder,
            wanted: Mutex::default(),
        })
    }

    /// Notes that a result is wanted, wherever it is.
    pub fn want(&self, name: &str) {
        guard(&self.wanted).insert(name.to_owned());
    }

    /// A result; `None` where there is none, or where it is not what was kept.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = read_own(&self.folder.join(name)).ok()?;
        let end = bytes.len().checked_sub(DIGEST)?;
        let is_whole = Digest::of(&bytes[..end]).bytes()[..] == bytes[end..];
        bytes.truncate(end);
        is_whole.then_some(bytes)
    }

    /// Keeps a result. Its name is that of a file; its digest stands at the end of it, since whoever
    /// carries the folder from one machine to another may cut a file short.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        on(&self.folder, disk::create_dir_all(&self.folder))?;
        let digest = Digest::of(bytes);
        let kept = [bytes, &digest.bytes()[..]].concat();
        whole(&self.folder.join(name), &kept, Until::OnDisk)
    }

    /// Ends a build that was written: results that no build has wanted for a month are removed.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn close(self, today: Date) -> Result<(), Failure> {
        if !self.folder.is_dir() {
            return Ok(());
        }
        let mut uses = self.known.clone();
        for name in std::mem::take(&mut *guard(&self.wanted)) {
            uses.insert(name, today);
        }
        for entry in on(&self.folder, fs::read_dir(&self.folder))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name == USES {
                continue;
            }
            // One of which nothing is known counts from today: it was carried here.
            let last = *uses.entry(name.clone()).or_insert(today);
            let age = last.until(today).map_or(0, |span| span.get_days());
            if age > DAYS {
                gone(&entry.path(), disk::remove_file(&entry.path()))?;
                uses.remove(&name);
            }
        }
        uses.retain(|name, _| self.folder.join(name).is_file());
        match uses == self.known {
            true => Ok(()),
            false => save(&uses, &self.folder.join(USES)),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_nobody_wants_goes_in_time() {
        let site = tempfile::tempdir().expect("a folder");
        let open = || Results::open(site.path(), "pictures").expect("results");
        let results = open();
        assert_eq!(results.get("a.webp"), None);
        for name in ["a.webp", "b.webp"] {
            results.put(name, name.as_bytes()).expect("a disk");
            results.want(name);
        }
        results.close(date(2026, 11, 1)).expect("a disk");
        // b is no longer shown, c was carried here.
        let results = open();
        results.put("c.webp", b"c").expect("a disk");
        results.want("a.webp");
        results.close(date(2026, 11, 20)).expect("a disk");
        assert_eq!(open().get("b.webp").as_deref(), Some(&b"b.webp"[..]));
        let results = open();
        results.want("a.webp");
        results.close(date(2026, 12, 2)).expect("a disk");
        let results = open();
        assert_eq!(results.get("b.webp"), None);
        assert_eq!(results.get("a.webp").as_deref(), Some(&b"a.webp"[..]));
        assert_eq!(results.get("c.webp").as_deref(), Some(&b"c"[..]));
        // Another day alone does not wake what is not wanted.
        results.close(date(2027, 2, 1)).expect("a disk");
        assert_eq!(open().get("a.webp"), None);
    }

    #[test]
    fn what_is_damaged_is_none() {
        let site = tempfile::tempdir().expect("a folder");
        let results = Results::open(site.path(), "pictures").expect("results");
        results.put("a.webp", b"a picture").expect("a disk");
        let file = site.path().join(".rihla/pictures/a.webp");
        let whole = fs::read(&file).expect("a file");
        let mut turned = whole.clone();
        turned[3] ^= 1;
        for damaged in [
            &[][..],
            b"a picture",
            &whole[1..],
            &whole[..whole.len() - 1],
            &turned[..],
        ] {
            fs::write(&file, damaged).expect("a disk");
            assert_eq!(results.get("a.webp"), None);
        }
        fs::write(&file, whole).expect("a disk");
        assert_eq!(results.get("a.webp").as_deref(), Some(&b"a picture"[..]));
    }

    #[test]
    fn nothing_is_made_where_nothing_is_kept() {
        let site = tempfile::tempdir().expect("a folder");
        let results = Results::open(site.path(), "pictures").expect("results");
        results.close(date(2026, 11, 1)).expect("a disk");
        assert!(!site.path().join(".rihla").exists());
    }
}
