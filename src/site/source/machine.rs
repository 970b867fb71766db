//! What the machine on which a site lies can do, as far as it says so.

use std::path::Path;
use std::time::{Duration, SystemTime};

/// What is known of a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// The free space of the disk on which the site lies, in bytes.
    pub space: Option<u64>,
    /// How many folders may be watched, where the system has such a limit (inotify(7)).
    pub watches: Option<u64>,
    /// The folders of the site that the preview watches.
    pub folders: u64,
    /// How far the newest file of the site lies ahead of the clock.
    pub ahead: Option<Duration>,
    /// Whether files can be written in the folder of the site.
    pub is_writable: bool,
    /// Whether `git` can be run.
    pub has_git: bool,
}

impl Machine {
    /// Asks the machine about the folder of a site. What it does not say is none.
    pub fn of(site: &Path) -> Self {
        let mut folders = 0;
        let mut newest: Option<SystemTime> = None;
        for top in super::TOPS {
            for entry in walkdir::WalkDir::new(site.join(top)).into_iter().flatten() {
                folders += u64::from(entry.file_type().is_dir());
                let modified = entry.metadata().ok().and_then(|data| data.modified().ok());
                newest = newest.max(modified);
            }
        }
        let now = SystemTime::now();
        let limit = std::fs::read_to_string("/proc/sys/fs/inotify/max_user_watches");
        let git = std::process::Command::new("git")
            .arg("--version")
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status();
        Self {
            space: space(site),
            watches: limit.ok().and_then(|text| text.trim().parse().ok()),
            folders,
            ahead: newest.and_then(|newest| newest.duration_since(now).ok()),
            is_writable: std::fs::metadata(site)
                .is_ok_and(|metadata| !metadata.permissions().readonly()),
            has_git: git.is_ok_and(|status| status.success()),
        }
    }
}

/// The free space of the disk on which a folder lies, in bytes.
#[cfg(unix)]
fn space(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Other systems are not asked.
#[cfg(not(unix))]
fn space(_: &Path) -> Option<u64> {
    None
}
