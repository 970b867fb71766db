//! Where a build is rehearsed.

use rihla_site::failure::Failure;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::paths::OWN;

/// How many names of a folder are tried; one that is there is somebody else's.
const MOST_NAMES: u32 = 64;

/// The folder in whose `.rihla` a build is rehearsed: that of the site, or a temporary one where nothing
/// may be written there, which goes away with this.
#[derive(Debug)]
pub struct Room {
    folder: PathBuf,
    is_temporary: bool,
}

impl Room {
    /// Finds room for a rehearsal of the site of a folder.
    ///
    /// # Errors
    ///
    /// A failure of the machine.
    pub fn of(site: &Path) -> Result<Self, Failure> {
        let own = site.join(OWN);
        let is_link = fs::symlink_metadata(&own).is_ok_and(|metadata| metadata.is_symlink());
        // What is no folder of Rihla's is refused later.
        if is_link || !is_read_only(&own) {
            return Ok(Self {
                folder: site.to_owned(),
                is_temporary: false,
            });
        }
        let folder = temporary()?;
        Ok(Self {
            folder,
            is_temporary: true,
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if self.is_temporary {
            // What is left there is the system's to remove.
            let _ = disk::remove_dir_all(&self.folder);
        }
    }
}

/// Whether nothing may be written in a folder of Rihla's.
fn is_read_only(own: &Path) -> bool {
    let probe = own.join("output-rehearsal.lock");
    let tried = disk::create_dir_all(own).and_then(|()| disk::create(&probe).map(drop));
    tried.is_err_and(|error| {
        use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
        matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem)
    })
}

/// A new folder that nobody else reads.
fn temporary() -> Result<PathBuf, Failure> {
    let base = std::env::temp_dir();
    let process = std::process::id();
    let mut number = 0;
    loop {
        let folder = base.join(format!("rihla-{process}-{number}"));
        match disk::create_private_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST_NAMES => {
                number += 1;
            }
            Err(error) => return Err(Failure::unwritable_at(&folder, &error)),
        }
    }
}
