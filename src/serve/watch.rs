//! The folders of a site are watched, and what the system tells becomes events.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::debounce::{FileEvent, Waits};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::serve as say;
use rihla_site::source::{LEDGER, TOPS, is_of_site};

/// What is told of a site's folders.
#[derive(Debug)]
pub enum Told {
    /// Something happens to a file or folder of the site.
    Event(String, FileEvent),
    /// A folder is there that must be watched too.
    Folder(PathBuf),
    /// The site's own folder is gone; another may have its name now, and nobody watches that one.
    Site,
    /// The system has lost count of what happened.
    Lost,
    /// Nothing more can be watched.
    Failed(Diagnostic),
}

/// Whether the system tells when a file is closed after writing.
pub const WAITS: Waits = if cfg!(any(target_os = "linux", target_os = "android")) {
    Waits::TOLD
} else {
    Waits::UNTOLD
};

/// Watches a site until it is dropped.
pub struct Watch {
    watcher: RecommendedWatcher,
    root: PathBuf,
    links: Links,
}

/// Where symbolic links to files lead, relative to the site: a change there changes the site.
type Links = Arc<Mutex<BTreeSet<String>>>;

impl Watch {
    /// Begins to watch the folders of a site; `root` is absolute.
    ///
    /// # Errors
    /// When the system does not let them be watched.
    pub fn new(root: &Path, told: Sender<Told>) -> Result<Self, Diagnostic> {
        let own = root.to_owned();
        let links = Links::default();
        let known = links.clone();
        let handler = move |event: notify::Result<Event>| {
            // Where nobody listens any more, the preview is ending.
            match event {
                Ok(event) => read(&own, &event, &known, &mut |found| {
                    let _ = told.send(found);
                }),
                Err(error) => {
                    let _ = told.send(Told::Failed(explain(&error)));
                }
            }
        };
        let watcher = notify::recommended_watcher(handler).map_err(|error| explain(&error))?;
        let mut watch = Self {
            watcher,
            root: root.to_owned(),
            links,
        };
        watch.add(root)?;
        for top in TOPS {
            watch.add(&root.join(top))?;
        }
        Ok(watch)
    }

    /// Watches the files to which symbolic links lead, relative to the site. Tells whether some
    /// were not watched before: what happened to them until now was told by nobody.
    ///
    /// # Errors
    /// When the system does not let them be watched.
    pub fn follow(&mut self, targets: &[PathBuf]) -> Result<bool, Diagnostic> {
        let mut is_new = false;
        for target in targets {
            let path = self.root.join(target);
            let Some(inside) = inside(&self.root, &path).filter(|inside| !matters(inside)) else {
                continue;
            };
            let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
            let is_known = !links.insert(inside);
            drop(links);
            if is_known {
                continue;
            }
            is_new = true;
            // Its folder, since editors put another file in the place of a file.
            let folder = path.parent().unwrap_or(&self.root);
            let watched = self.watcher.watch(folder, RecursiveMode::NonRecursive);
            if let Err(error) = watched
                && !is_absence(&error)
            {
                return Err(explain(&error));
            }
        }
        Ok(is_new)
    }

    /// Watches one more folder, and is back when it is watched, with all in it. One that is
    /// not there any more is no matter.
    ///
    /// # Errors
    /// When the system does not let it be watched.
    pub fn add(&mut self, folder: &Path) -> Result<(), Diagnostic> {
        // Of the site's own folder only the names are of interest: `public` may be large.
        let mode = match folder == self.root {
            true => RecursiveMode::NonRecursive,
            false => RecursiveMode::Recursive,
        };
        if !folder.is_dir() {
            return Ok(());
        }
        match self.watcher.watch(folder, mode) {
            Err(error) if !is_absence(&error) => Err(explain(&error)),
            _ => Ok(()),
        }
    }
}

/// Whether a folder cannot be watched because it is gone.
fn is_absence(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn explain(error: &notify::Error) -> Diagnostic {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => Diagnostic::new(&say::WATCHES_FULL),
        notify::ErrorKind::Io(error) => {
            Diagnostic::new(&say::NO_WATCH).with("reason", error.to_string())
        }
        _ => Diagnostic::new(&say::NO_WATCH).with("reason", error.to_string()),
    }
}

/// What an event means for the site.
fn read(root: &Path, event: &Event, links: &Links, tell: &mut dyn FnMut(Told)) {
    if event.need_rescan() {
        return tell(Told::Lost);
    }
    let is_folder = matches!(event.kind, EventKind::Create(CreateKind::Folder));
    let is_renamed = matches!(
        event.kind,
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Any))
    );
    // To be opened and read, as a build does, is no change: an event for it would have the
    // preview wake itself for ever.
    let file_event = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => FileEvent::Complete,
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => FileEvent::Complete,
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) => FileEvent::Gone,
        // Told after the two halves.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => return,
        EventKind::Modify(ModifyKind::Name(_)) => FileEvent::Gone,
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) => FileEvent::Writing,
        EventKind::Create(CreateKind::Folder) => FileEvent::Complete,
        EventKind::Create(_) => FileEvent::Made,
        EventKind::Remove(_) => FileEvent::Gone,
        _ => return,
    };
    for path in &event.paths {
        let Some(inside) = inside(root, path) else {
            continue;
        };
        let is_linked = || {
            let links = links.lock().unwrap_or_else(PoisonError::into_inner);
            links.contains(&inside)
        };
        if !matters(&inside) && !is_linked() {
            continue;
        }
        if inside.is_empty() && file_event == FileEvent::Gone {
            tell(Told::Site);
        }
        if is_folder || is_renamed {
            tell(Told::Folder(path.clone()));
        }
        tell(Told::Event(inside, file_event));
    }
}

/// A path relative to the site, with `/` between names.
fn inside(root: &Path, path: &Path) -> Option<String> {
    let names: Vec<_> = path
        .strip_prefix(root)
        .ok()?
        .components()
        .map(|name| name.as_os_str().to_string_lossy())
        .collect();
    Some(names.join("/"))
}

/// Whether a change there may change the site. The empty path is the site itself.
fn matters(path: &str) -> bool {
    path.is_empty()
        || path == LEDGER
        || TOPS.contains(&path)
        // Vim asks whether it may write in a folder by making this file.
        || (is_of_site(path) && !path.ends_with("/4913"))
}

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, Flag, MetadataKind, RemoveKind};

    use super::*;

    fn told(kind: EventKind, path: &str) -> String {
        let event = Event::new(kind).add_path(PathBuf::from("/site").join(path));
        let mut found = Vec::new();
        let links = Links::new(Mutex::new(["elsewhere/b.md".to_owned()].into()));
        read(Path::new("/site"), &event, &links, &mut |told| {
            found.push(match told {
                Told::Event(path, file_event) => format!("{path} {file_event:?}"),
                Told::Folder(_) => "folder".to_owned(),
                other => format!("{other:?}"),
            });
        });
        found.join(", ")
    }

    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));

    #[test]
    fn where_a_link_leads_is_of_the_site() {
        assert_eq!(told(CLOSED, "elsewhere/b.md"), "elsewhere/b.md Complete");
        assert_eq!(told(CLOSED, "elsewhere/c.md"), "");
    }

    #[test]
    fn what_events_mean() {
        let rename = |mode| EventKind::Modify(ModifyKind::Name(mode));
        for (kind, wanted) in [
            (CLOSED, "content/a.md Complete"),
            (rename(RenameMode::To), "folder, content/a.md Complete"),
            (rename(RenameMode::From), "content/a.md Gone"),
            (rename(RenameMode::Both), ""),
            (
                EventKind::Modify(ModifyKind::Data(DataChange::Any)),
                "content/a.md Writing",
            ),
            (EventKind::Create(CreateKind::File), "content/a.md Made"),
            (
                EventKind::Create(CreateKind::Folder),
                "folder, content/a.md Complete",
            ),
            (EventKind::Remove(RemoveKind::File), "content/a.md Gone"),
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), ""),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), ""),
            (
                EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
                "",
            ),
        ] {
            assert_eq!(told(kind, "content/a.md"), wanted, "{kind:?}");
        }
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let mut found = Vec::new();
        let links = Links::default();
        read(Path::new("/site"), &lost, &links, &mut |told| {
            found.push(told);
        });
        assert!(matches!(found[..], [Told::Lost]), "{found:?}");
    }

    #[test]
    fn what_is_of_no_interest() {
        for path in [
            "public/fr/index.html",
            ".rihla/report.json",
            "README.md",
            "content/.a.md.swp",
            "content/a.md~",
            "content/news/4913",
            "content/.git/index",
            "../elsewhere",
        ] {
            assert_eq!(told(CLOSED, path), "", "{path}");
        }
        for path in ["content/é.md", "urls.lock", "themes/x/a.css", "static/a"] {
            assert_eq!(told(CLOSED, path), format!("{path} Complete"));
        }
        let removed = EventKind::Remove(RemoveKind::Folder);
        assert_eq!(told(removed, "content"), "content Gone");
        assert_eq!(told(removed, ""), "Site,  Gone");
    }

    #[test]
    fn a_full_table_is_told_in_words() {
        let full = explain(&notify::Error::new(notify::ErrorKind::MaxFilesWatch));
        assert_eq!(full.message.code, "watches-full");
        let other = explain(&notify::Error::io(std::io::Error::from_raw_os_error(24)));
        assert_eq!(other.message.code, "no-watch");
        let gone = notify::Error::new(notify::ErrorKind::PathNotFound);
        assert!(is_absence(&gone));
    }
}
