//! Where Rihla writes, and where it refuses to.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::disk;
use rihla_diagnostics::catalogue::write as say;
use rihla_diagnostics::{Diagnostic, Text};
use rihla_site::failure::Failure;
use rihla_site::source::{self, Digest};

/// The folder of Rihla's own files, in that of the site.
pub(super) const OWN: &str = ".rihla";
/// The staging folder in an output folder beside which there can be none.
pub(super) const INSIDE: &str = ".rihla-staging";
/// What a site is made from, in its folder.
const SOURCES: [&str; 5] = ["content", "themes", "static", ".git", OWN];

/// The folders and files of one site and one output folder.
#[derive(Debug)]
pub(super) struct Places {
    /// The folder that is written: absolute, without links.
    pub(super) out: PathBuf,
    /// The folder that is filled first: beside it, or in it where that cannot be.
    pub(super) staging: PathBuf,
    /// `.rihla` of the site.
    pub(super) own: PathBuf,
    /// What the names of the files in `.rihla` begin with; differs for each output folder.
    key: String,
}

impl Places {
    /// Where a build that is not kept is staged: in `.rihla`, which is Rihla's own.
    pub(super) fn of_rehearsal(site: &Path) -> Result<Self, Failure> {
        let site = on(site, site.canonicalize())?;
        let own = site.join(OWN);
        no_link(&own)?;
        Ok(Self {
            out: own.join("rehearsal"),
            staging: own.join("rehearsal.staging"),
            key: "rehearsal".to_owned(),
            own,
        })
    }

    /// Settles where a site is written, or refuses.
    pub(super) fn new(site: &Path, out: &Path) -> Result<Self, Failure> {
        let refuse = |why: Text| {
            Failure::refusal(
                Diagnostic::new(&say::PLACE)
                    .with("out", out.display())
                    .with("why", why),
            )
        };
        let site = on(site, site.canonicalize())?;
        // Without a slash at the end, which would go through a link.
        let wanted: PathBuf = on(out, std::path::absolute(out))?.components().collect();
        no_link(&wanted)?;
        let out = settled(&wanted)?.ok_or_else(|| refuse(say::NO_NAME))?;
        if site == out {
            return Err(refuse(say::IS_SITE));
        }
        if site.starts_with(&out) {
            return Err(refuse(say::HOLDS_SITE));
        }
        for source in SOURCES {
            let source = site.join(source);
            let leads_to = source.canonicalize().ok();
            if out.starts_with(&source) || leads_to.is_some_and(|folder| out.starts_with(folder)) {
                return Err(refuse(say::IS_SOURCE));
            }
        }
        if out.exists() && !out.is_dir() {
            return Err(refuse(say::IS_A_FILE));
        }
        let Some(name) = out.file_name() else {
            return Err(refuse(say::NO_NAME));
        };
        let own = site.join(OWN);
        no_link(&own)?;
        let beside = out.with_file_name(format!(".{}.rihla-staging", name.to_string_lossy()));
        let staging = match is_mount(&out, &beside) {
            true => out.join(INSIDE),
            false => beside,
        };
        // Relative where it can be, so that a site may be moved with what was written.
        let named = out.strip_prefix(&site).unwrap_or(&out);
        let key = Digest::of(named.as_os_str().as_encoded_bytes()).short(16);
        Ok(Self {
            staging,
            own,
            key,
            out,
        })
    }

    /// Stages in the output folder where nothing may be written beside it.
    pub(super) fn settle(&mut self) {
        if self.staging.exists() || !self.out.is_dir() {
            return;
        }
        match disk::create_dir(&self.staging) {
            Ok(()) => drop(disk::remove_dir(&self.staging)),
            Err(error) => {
                use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
                if matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem) {
                    self.staging = self.out.join(INSIDE);
                }
            }
        }
    }

    /// Whether the staging folder is in the output folder, which then stays where it is.
    pub(super) fn is_inside(&self) -> bool {
        self.staging.starts_with(&self.out)
    }

    /// Where a file of the site is in the end.
    pub(super) fn target(&self, path: &str) -> PathBuf {
        self.out.join(path)
    }

    /// Where it is until then.
    pub(super) fn staged(&self, path: &str) -> PathBuf {
        self.staging.join(path)
    }

    /// What was written.
    pub(super) fn manifest(&self) -> PathBuf {
        self.file("manifest.json")
    }

    /// What is about to be written.
    pub(super) fn next(&self) -> PathBuf {
        self.file("next.json")
    }

    /// What remains to be done for it.
    pub(super) fn journal(&self) -> PathBuf {
        self.file("journal.json")
    }

    /// The ledger of addresses.
    pub(super) fn ledger(&self) -> PathBuf {
        self.own.with_file_name(source::LEDGER)
    }

    /// Held while a build writes.
    pub(super) fn lock(&self) -> PathBuf {
        self.file("lock")
    }

    /// The name in `.rihla` of a note about the output folder.
    pub(super) fn note(&self, name: &str) -> String {
        format!("output-{}.{name}", self.key)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.own.join(self.note(name))
    }

    /// Whether the output folder is missing or empty.
    pub(super) fn is_fresh(&self) -> Result<bool, Failure> {
        match fs::read_dir(&self.out) {
            Ok(entries) => {
                let mut names = entries.flatten().map(|entry| entry.file_name());
                Ok(names.all(|name| name == INSIDE))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
            Err(error) => Err(Failure::unwritable_at(&self.out, &error)),
        }
    }
}

/// Whether an output folder is on another mount than a folder beside it: nothing can be moved
/// between them, even where both are on one disk.
fn is_mount(out: &Path, beside: &Path) -> bool {
    if !out.is_dir() || beside.exists() {
        return false;
    }
    // It moves nothing: nothing can be put under the name `.`. The system looks first at whether
    // both are on one mount (Linux, `do_renameat2`).
    let moved = fs::rename(beside, out.join("."));
    moved.is_err_and(|error| error.kind() == io::ErrorKind::CrossesDevices)
}

/// The path without links and dots, of what need not exist; `None` where it has no name.
pub(super) fn settled(path: &Path) -> Result<Option<PathBuf>, Failure> {
    match path.canonicalize() {
        Ok(path) => Ok(Some(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
                return Ok(None);
            };
            Ok(settled(parent)?.map(|parent| parent.join(name)))
        }
        Err(error) => Err(Failure::unwritable_at(path, &error)),
    }
}

/// Whether a path names a file below a folder: relative, with `/` between names that are
/// neither empty nor dots, without `\` and control characters.
pub(super) fn is_valid(path: &str) -> bool {
    let has_names = path.split('/').all(|name| !matches!(name, "" | "." | ".."));
    // On Windows `c:` is more than a name.
    let is_plain = || {
        let mut components = Path::new(path).components();
        components.all(|component| matches!(component, Component::Normal(_)))
    };
    has_names && !path.contains(|c: char| c == '\\' || c.is_control()) && is_plain()
}

/// Whether a file, given without links, lies in what a site is made from, and in no folder that
/// is nobody's content.
pub(super) fn is_of_sources(site: &Path, file: &Path) -> bool {
    let Ok(inside) = file.strip_prefix(site) else {
        return false;
    };
    let mut names = inside.components().map(Component::as_os_str);
    names.all(|name| !name.to_string_lossy().starts_with('.'))
        && SOURCES.iter().any(|source| inside.starts_with(source))
}

/// The folders of a path below the output folder, from the outermost in.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Refuses a path that is a link; there may be nothing.
pub(super) fn no_link(path: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => Err(link(path)),
        _ => Ok(()),
    }
}

/// The refusal to write through a link.
pub(super) fn link(path: &Path) -> Failure {
    Failure::refusal(Diagnostic::new(&say::LINK).with("path", path.display()))
}

/// The result of working on a file or folder.
pub(super) fn on<T>(path: &Path, result: io::Result<T>) -> Result<T, Failure> {
    result.map_err(|error| Failure::unwritable_at(path, &error))
}

/// As [`on`], where it is as well if there is nothing.
pub(super) fn gone(path: &Path, result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::unwritable_at(path, &error))
        }
        _ => Ok(()),
    }
}
