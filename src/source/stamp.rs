//! What a site looks like from outside: enough to see that something changed, without reading
//! a file.

use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::{Digest, disk};

/// The names, lengths and times of change of the files of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Digest);

impl Stamp {
    /// Looks at the files that [`Snapshot::read`](super::Snapshot::read) would read.
    ///
    /// A site that cannot be looked at has a stamp too: that of none.
    pub fn of(site: &Path) -> Self {
        let Ok((found, _)) = disk::walk(site) else {
            return Self(Digest::of(b"nothing"));
        };
        let lines: Vec<String> = found
            .par_iter()
            .map(|file| {
                let seen = std::fs::metadata(&file.real).ok();
                let length = seen.as_ref().map_or(0, std::fs::Metadata::len);
                let changed = seen
                    .and_then(|seen| seen.modified().ok())
                    .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
                    .map_or(0, |age| age.as_nanos());
                format!("{}\0{length}\0{changed}\n", file.path)
            })
            .collect();
        Self(Digest::of(lines.concat().as_bytes()))
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
