//! Whole builds into folders: pages, images, feeds, copies, what is said, what is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rihla::build::cache::BuildCache;
use rihla::build::{Options, Outcome, Reason, build, default_out, rehearse, report};
use rihla::serve::load::{Loaded, reload};
use rihla_diagnostics::Diagnostic;
use rihla_editorial::check;

use crate::in_memory::{Pages, draw};
use crate::journey::Journey;
use crate::state::{Files, State, difference, zone};

/// A site in a folder, which is built there.
pub struct Folder {
    folder: tempfile::TempDir,
    /// What stands in it.
    files: Files,
}

impl Folder {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            files: Files::new(),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Brings the files to what they are to be; what stays the same is not touched.
    pub fn put(&mut self, files: &Files) {
        for path in self.files.keys().filter(|path| !files.contains_key(*path)) {
            fs::remove_file(self.path().join(path)).expect("a file");
        }
        for (path, bytes) in files {
            if self.files.get(path) != Some(bytes) {
                let path = self.path().join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, bytes).expect("a file");
            }
        }
        self.files.clone_from(files);
    }

    pub fn options(&self, state: &State) -> Options {
        state.options(self.path(), &default_out(self.path()))
    }

    pub fn build(&self, state: &State) -> Outcome {
        build(&self.options(state), &|_| {})
    }

    /// Forgets all that builds have left, but for the images of titles: they are many, and are
    /// drawn from nothing but what their names tell.
    fn forget(&self) {
        let kept = self.path().join(".rihla/pictures");
        let mut drawn = Vec::new();
        for entry in fs::read_dir(kept).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with("sharing-") {
                drawn.push((entry.file_name(), fs::read(entry.path()).expect("a file")));
            }
        }
        for folder in [".rihla", "public"] {
            let _ = fs::remove_dir_all(self.path().join(folder));
        }
        let kept = self.path().join(".rihla/pictures");
        fs::create_dir_all(&kept).expect("a folder");
        for (name, bytes) in drawn {
            fs::write(kept.join(name), bytes).expect("a file");
        }
    }

    /// What is published, and what people and servers read about it.
    pub fn output(&self) -> Files {
        let mut files = Files::new();
        let mut open: Vec<PathBuf> = vec![
            self.path().join("public"),
            self.path().join(".rihla/hosting"),
        ];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                    continue;
                }
                let name = path.strip_prefix(self.path()).expect("inside");
                let name = name.to_string_lossy().into_owned();
                files.insert(name, fs::read(path).expect("a file"));
            }
        }
        let report = ".rihla/report.json";
        if let Ok(bytes) = fs::read(self.path().join(report)) {
            files.insert(report.to_owned(), bytes);
        }
        files
    }
}

/// Asserts that two outputs are the same to the byte.
pub fn assert_same(now: &Files, wanted: &Files, after: &str) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(now), names(wanted), "{after}");
    for (path, wanted) in wanted {
        assert!(
            now.get(path) == Some(wanted),
            "{path} is not what a clean build makes of it, {after}\n{}",
            difference(&now[path], wanted)
        );
    }
}

/// Until when a site stays as it is where nothing but time passes.
fn until(outcome: &Outcome) -> Option<Timestamp> {
    let site = outcome.site.as_ref()?;
    let tomorrow = site.moment.today.tomorrow().ok()?;
    let midnight = zone().to_timestamp(tomorrow.at(0, 0, 0, 0)).ok()?;
    Some(report::next(site).map_or(midnight, |next| next.min(midnight)))
}

/// Edits a site many times, and compares with a folder of which nothing is cached.
pub fn run(state: State, seed: u64, edits: usize) -> Journey {
    let mut journey = Journey::new(state, seed);
    let (mut folder, mut clean) = (Folder::new(), Folder::new());
    let mut shown: Option<Arc<Loaded>> = None;
    let mut asked = (journey.state.drafts, journey.state.base_url.clone());
    // What was written last, when, what was said, and until when that holds.
    let mut last: (Files, Timestamp, Vec<Diagnostic>, Option<Timestamp>) = Default::default();
    let (mut kept, mut rendered, mut found) = (0, 0, 0);
    for step in 0..edits {
        if step > 0 {
            journey.edit(step);
        }
        let state = &journey.state;
        folder.put(&state.files);
        clean.put(&state.files);
        let outcome = folder.build(state);
        clean.forget();
        let wanted = clean.build(state);
        let after = journey.told();
        assert_eq!(outcome.diagnostics, wanted.diagnostics, "{after}");
        assert_eq!(
            outcome.written.is_some(),
            wanted.written.is_some(),
            "{after}"
        );
        // A preview is asked the same as long as it runs.
        let options = (state.drafts, state.base_url.clone());
        if asked != options {
            (shown, asked) = (None, options);
        }
        let again = reload(shown.as_ref(), &folder.options(state));
        if step % 4 == 0 {
            let fresh = reload(None, &clean.options(state));
            assert_eq!(again.diagnostics, fresh.diagnostics, "the preview, {after}");
            assert_eq!(again.is_current, fresh.is_current, "the preview, {after}");
        }
        let good = again.good.clone().filter(|_| again.is_current);
        shown = Some(again);
        if step % 8 == 7 {
            let said = |folder: &Folder| {
                rehearse(&folder.options(state), &|_| {}, &|_, _, _| {})
                    .outcome
                    .diagnostics
            };
            assert_eq!(said(&folder), said(&clean), "rihla check, {after}");
        }
        // What a check remembers of pages changes nothing that it says, and what is damaged of it is nothing.
        if step % 2 == 0 {
            let memory = folder.path().join(".rihla/check");
            if step % 6 == 4
                && let Ok(mut bytes) = fs::read(&memory)
            {
                let at = seed as usize % bytes.len();
                bytes[at] ^= 1 << (step % 8);
                fs::write(&memory, bytes).expect("a file");
            }
            let options = folder.options(state);
            let said = |cache| {
                check::check(
                    &Options {
                        cache,
                        ..options.clone()
                    },
                    &|_| {},
                )
            };
            let (remembered, fresh) = (said(true).diagnostics, said(false).diagnostics);
            assert_eq!(remembered, fresh, "rihla check with its memory, {after}");
            found += fresh.iter().filter(|found| found.pages.is_some()).count();
        }
        let now = folder.output();
        let Some(written) = outcome.written.as_ref() else {
            assert!(step > 0, "the site is sound: {:?}", outcome.diagnostics);
            assert_same(
                &now,
                &last.0,
                &format!("though nothing was written, {after}"),
            );
            journey.refuse();
            continue;
        };
        assert_same(&now, &clean.output(), &after);
        // Each time, since the preview knows of the deadlines of the pages that it has drawn.
        if let Some(good) = good {
            let drawn = draw(&good.site, &Pages::new(), &BuildCache::none(Reason::Off));
            let drawn = drawn.expect("it was built").pages.into_iter();
            let drawn: Files = drawn
                .map(|(output, html)| (format!("public/{output}"), html))
                .collect();
            let mut pages = now.clone();
            pages.retain(|path, _| drawn.contains_key(path));
            assert_same(&drawn, &pages, &format!("in the preview, {after}"));
        }
        // What a build with nothing to do and the preview rest upon.
        let (before, from, said, holds) = &last;
        let is_quiet = step > 0
            && journey.is_time_alone()
            && *from <= state.now
            && holds.is_some_and(|holds| state.now < holds);
        if is_quiet {
            assert_same(
                &now,
                before,
                &format!("though no time that matters passed, {after}"),
            );
            assert_eq!(&outcome.diagnostics, said, "though no time passed, {after}");
        }
        rendered += written.rendered.len();
        kept += written.pages - written.rendered.len();
        last = (now, state.now, outcome.diagnostics.clone(), until(&outcome));
    }
    println!("seed {seed}: {kept} pages kept, {rendered} rendered, {found} findings on pages");
    assert!(found > 0, "nothing was found on any page");
    assert!(kept > rendered / 8, "hardly anything was kept");
    journey
}
