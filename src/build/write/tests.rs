//! Builds into temporary folders, whole and interrupted.

mod copies;
mod plans;
mod sources;

use rihla_diagnostics::testing::messages;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::journal::Journal;
use super::staging::guard;
use super::*;
use rihla_site::failure::{Cause, Failure};
use rihla_site::source::Digest;

/// The files of a folder with their text, without Rihla's own.
type Files = BTreeMap<String, String>;

struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    fn new() -> Self {
        // In memory where that can be: each commit waits for the disk.
        let memory = Path::new("/dev/shm");
        let folder = match memory.is_dir() {
            true => tempfile::tempdir_in(memory),
            false => tempfile::tempdir(),
        };
        let folder = folder.expect("a temporary folder");
        for name in ["content", "themes"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        Self { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn out(&self) -> PathBuf {
        self.path().join("public")
    }

    fn stage(&self) -> Result<Staging, Failure> {
        stage(self.path(), &self.out(), false)
    }

    fn filled(&self, files: &[(&str, &str)]) -> Staging {
        let staging = self.stage().expect("a staging folder");
        for (path, text) in files {
            staging.write(path, text.as_bytes()).expect("a file");
        }
        staging
    }

    fn build(&self, files: &[(&str, &str)]) -> Summary {
        self.filled(files).commit().expect("a commit")
    }

    /// Writes past Rihla.
    fn put(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn written(&self) -> Files {
        files(&self.out())
    }

    /// What lies beside the output folder, and the notes in `.rihla`.
    fn rests(&self) -> Vec<String> {
        let names = |folder: &Path| -> Vec<String> {
            fs::read_dir(folder)
                .into_iter()
                .flatten()
                .map(|entry| {
                    entry
                        .expect("an entry")
                        .file_name()
                        .to_string_lossy()
                        .into_owned()
                })
                .collect()
        };
        let mut found = names(self.path());
        found.extend(names(&self.path().join(".rihla")));
        found.retain(|name| {
            let is_usual = ["content", "themes", "public", ".rihla"].contains(&name.as_str());
            !is_usual && !name.ends_with(".manifest.json") && !name.ends_with(".lock")
        });
        found
    }
}

fn files(folder: &Path) -> Files {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a path below");
            let text = fs::read_to_string(entry.path()).expect("a text");
            (path.to_string_lossy().replace('\\', "/"), text)
        })
        .collect()
}

fn map(files: &[(&str, &str)]) -> Files {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

fn code<T>(result: Result<T, Failure>) -> &'static str {
    match result {
        Ok(_) => "none",
        Err(error) => {
            assert_eq!(error.cause, Cause::Configuration, "{error:?}");
            error.diagnostic.message.code
        }
    }
}

fn summary(written: usize, unchanged: usize, removed: usize) -> Summary {
    Summary {
        written,
        unchanged,
        removed,
    }
}

/// A moment of the past, to see whether a file was touched.
fn past() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn age(path: &Path) {
    let file = File::options().append(true).open(path).expect("a file");
    file.set_modified(past()).expect("a time");
}

fn is_aged(path: &Path) -> bool {
    fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .is_ok_and(|at| at == past())
}

const A: &[(&str, &str)] = &[
    ("assets/a.1.css", "one"),
    ("fr/actualites/x/index.html", "x"),
    ("fr/index.html", "home"),
    ("fr/old/deep/index.html", "old"),
    ("Photo.txt", "photo"),
    ("becomes-folder", "file"),
    ("becomes-file/a/b", "b"),
    ("becomes-file/c", "c"),
    ("robots.txt", "same"),
];

const B: &[(&str, &str)] = &[
    ("assets/a.2.css", "two"),
    ("fr/actualites/x/index.html", "x, changed"),
    ("fr/actualites/y/index.html", "new"),
    ("fr/index.html", "home, changed"),
    ("photo.txt", "photo"),
    ("becomes-folder/in/it", "file"),
    ("becomes-file", "now"),
    ("robots.txt", "same"),
];

#[test]
fn the_first_build() {
    let site = Site::new();
    assert_eq!(site.build(A), summary(9, 0, 0));
    assert_eq!(site.written(), map(A));
    assert_eq!(site.rests(), [""; 0]);
    // An empty folder is as good as none.
    let site = Site::new();
    fs::create_dir(site.out()).expect("a folder");
    assert_eq!(site.build(A), summary(9, 0, 0));
    // So is a folder that is missing with those above it.
    let out = site.path().join("a/b/c");
    let staging = stage(site.path(), &out, false).expect("a staging folder");
    staging.write("index.html", b"x").expect("a file");
    staging.commit().expect("a commit");
    assert_eq!(files(&out), map(&[("index.html", "x")]));
}

#[test]
fn what_is_unchanged_is_not_touched() {
    let site = Site::new();
    site.build(A);
    let (page, other) = (
        site.out().join("fr/index.html"),
        site.out().join("robots.txt"),
    );
    let before = fs::metadata(&page)
        .and_then(|metadata| metadata.modified())
        .ok();
    assert_eq!(site.build(A), summary(0, 9, 0));
    let after = fs::metadata(&page)
        .and_then(|metadata| metadata.modified())
        .ok();
    assert_eq!(before, after);
    // Another time alone is no change, and stays.
    age(&page);
    assert_eq!(site.build(A), summary(0, 9, 0));
    assert!(is_aged(&page));
    // A change of the same length, by someone else, is undone.
    fs::write(&other, "emas").expect("a file");
    fs::remove_file(site.out().join("Photo.txt")).expect("a file");
    assert_eq!(site.build(A), summary(2, 7, 0));
    assert_eq!(site.written(), map(A));
    assert!(is_aged(&page));
    assert_eq!(site.rests(), [""; 0]);
}

#[test]
fn changed_and_removed_files() {
    let site = Site::new();
    site.build(A);
    age(&site.out().join("robots.txt"));
    site.put("public/mine.txt", "mine");
    assert_eq!(site.build(B), summary(7, 1, 6));
    let mut wanted = map(B);
    wanted.insert("mine.txt".to_owned(), "mine".to_owned());
    assert_eq!(site.written(), wanted);
    assert!(is_aged(&site.out().join("robots.txt")));
    assert!(!site.out().join("fr/old").exists());
    assert_eq!(site.rests(), [""; 0]);
    // The folder was deleted by hand.
    fs::remove_dir_all(site.out()).expect("a folder");
    assert_eq!(site.build(A), summary(9, 0, 0));
    assert_eq!(site.written(), map(A));
}

#[test]
fn dropped_without_commit() {
    let site = Site::new();
    drop(site.filled(A));
    assert!(!site.out().exists());
    assert_eq!(site.rests(), [""; 0]);
    site.build(A);
    drop(site.filled(B));
    assert_eq!(site.written(), map(A));
    assert_eq!(site.rests(), [""; 0]);
}

/// Stops a commit at the step of this number; gives whether it came to its end before.
fn interrupted(mut staging: Staging, stop: usize, is_killed: bool) -> bool {
    // A program that is killed removes nothing.
    staging.keeps = is_killed;
    let mut number = 0;
    staging
        .commit_by(&mut || {
            number += 1;
            if number > stop {
                return Err(Failure::unwritable("stop", &io::ErrorKind::Other.into()));
            }
            Ok(())
        })
        .is_ok()
}

/// Each file is the old or the new one, and no page is new where a file that it may need is not.
fn check_between(site: &Site, old: &Files, new: &Files) {
    let written = site.written();
    for (path, text) in &written {
        let is_known = old.get(path) == Some(text) || new.get(path) == Some(text);
        assert!(is_known, "{path} is neither old nor new");
    }
    let is_new = |path: &str| written.get(path) == new.get(path);
    if written.get("fr/index.html") == new.get("fr/index.html") {
        assert!(is_new("assets/a.2.css"), "a page came before its parts");
    }
}

#[test]
fn interrupted_at_every_step() {
    for first in [None, Some(A)] {
        for is_killed in [false, true] {
            let mut steps = 0;
            loop {
                let site = Site::new();
                if let Some(first) = first {
                    site.build(first);
                }
                let old = map(first.unwrap_or_default());
                let is_done = interrupted(site.filled(B), steps, is_killed);
                check_between(&site, &old, &map(B));
                // The next build completes it, or starts again, even where it writes nothing.
                drop(site.stage().expect("a staging folder"));
                let settled = site.written();
                assert!(
                    settled == old || settled == map(B),
                    "step {steps}: {settled:?}"
                );
                assert_eq!(site.rests(), [""; 0], "step {steps}");
                site.build(B);
                assert_eq!(site.written(), map(B), "step {steps}");
                assert_eq!(site.build(B), summary(0, B.len(), 0), "step {steps}");
                if is_done {
                    break;
                }
                steps += 1;
            }
            assert_eq!(steps, if first.is_some() { 20 } else { 6 });
        }
    }
}

#[test]
fn interrupted_twice() {
    for stop in 2..20 {
        for again in 0..19 {
            let site = Site::new();
            site.build(A);
            let staging = site.filled(B);
            let places = Places::new(site.path(), &site.out()).expect("places");
            interrupted(staging, stop, true);
            let mut number = 0;
            let _ = journal::recover(&places, &mut || {
                number += 1;
                match number > again {
                    true => Err(Failure::unwritable("stop", &io::ErrorKind::Other.into())),
                    false => Ok(()),
                }
            });
            check_between(&site, &map(A), &map(B));
            drop(site.stage().expect("a staging folder"));
            assert_eq!(site.written(), map(B), "{stop}, {again}");
        }
    }
}

#[test]
fn a_staging_folder_that_was_taken_away() {
    let site = Site::new();
    site.build(A);
    // The journal is written, and nothing is moved.
    interrupted(site.filled(B), 2, true);
    fs::remove_dir_all(site.path().join(".public.rihla-staging")).expect("a folder");
    drop(site.stage().expect("a staging folder"));
    assert_eq!(site.written(), map(A));
    assert_eq!(site.rests(), [""; 0]);
    assert_eq!(site.build(B), summary(7, 1, 6));
    assert_eq!(site.written(), map(B));
}

#[test]
fn paths_that_are_none() {
    let site = Site::new();
    let staging = site.stage().expect("a staging folder");
    for path in [
        "", "/", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/..", ".", "./a", "a\\b", "a\0b",
        "a\nb",
    ] {
        assert_eq!(code(staging.write(path, b"x")), "output-path", "{path:?}");
    }
    staging.write("a/b", b"x").expect("a file");
    staging.write("a-b", b"x").expect("a file");
    staging.write("ab/c", b"x").expect("a file");
    for path in ["a", "a/b", "a/b/c"] {
        assert_eq!(code(staging.write(path, b"x")), "output-twice", "{path}");
    }
    assert_eq!(staging.commit().expect("a commit"), summary(3, 0, 0));
}

#[test]
fn a_folder_of_others() {
    let site = Site::new();
    site.put("public/index.html", "theirs");
    site.put("public/deep/down/x.txt", "theirs");
    site.put("public/fr", "a file where a folder must be");
    site.put("public/.git/config", "theirs");
    assert_eq!(code(site.stage()), "output-foreign");
    assert_eq!(site.rests(), [""; 0]);
    let forced = || stage(site.path(), &site.out(), true).expect("a staging folder");
    let before = site.written();
    drop(forced());
    assert_eq!(site.written(), before);
    let staging = forced();
    staging.write("index.html", b"ours").expect("a file");
    staging.write("fr/index.html", b"ours").expect("a file");
    assert_eq!(staging.commit().expect("a commit"), summary(2, 0, 2));
    let wanted = [
        (".git/config", "theirs"),
        ("fr/index.html", "ours"),
        ("index.html", "ours"),
    ];
    assert_eq!(site.written(), map(&wanted));
    assert!(!site.out().join("deep").exists());
    // From now on it is known.
    assert_eq!(site.build(&[("index.html", "ours")]), summary(0, 1, 1));
}

#[test]
fn another_folder_in_the_place_of_a_known_one() {
    let site = Site::new();
    site.build(&[("index.html", "ours")]);
    fs::remove_dir_all(site.out()).expect("a folder");
    site.put("public/thesis.txt", "theirs");
    assert_eq!(code(site.stage()), "output-foreign");
}

#[test]
fn files_of_others_in_the_way() {
    let site = Site::new();
    site.build(&[("a/b", "x")]);
    site.put("public/a/mine.txt", "mine");
    let staging = site.filled(&[("a", "x")]);
    assert_eq!(code(staging.commit()), "output-in-the-way");
    assert_eq!(site.written(), map(&[("a/b", "x"), ("a/mine.txt", "mine")]));
    assert_eq!(site.rests(), [""; 0]);
}

#[test]
fn two_builds_at_once() {
    let site = Site::new();
    let staging = site.stage().expect("a staging folder");
    staging.write("index.html", b"x").expect("a file");
    assert_eq!(code(site.stage()), "build-running");
    // Another folder is another matter.
    let other = stage(site.path(), &site.path().join("other"), false).expect("a staging folder");
    drop(other);
    staging.commit().expect("a commit");
    assert_eq!(site.written(), map(&[("index.html", "x")]));
    assert_eq!(code(site.stage()), "none");
}

#[test]
fn places_that_are_refused() {
    let site = Site::new();
    site.put("file", "x");
    let within = |path: &str| site.path().join(path);
    for path in [
        ".",
        "..",
        "content",
        "content/public",
        "themes/x/y",
        "static",
        ".rihla",
        ".rihla/x",
        ".git",
        "content/../content/x",
        "nowhere/../content",
        "file",
        "/",
    ] {
        assert_eq!(
            code(stage(site.path(), &within(path), true)),
            "output-place",
            "{path}"
        );
    }
    let error = stage(site.path(), &within("content/x"), false).expect_err("a refusal");
    let said = error.diagnostic.text(messages("en"));
    assert!(
        said.ends_with("it belongs to what the site is made from"),
        "{said}"
    );
}

#[test]
fn a_path_in_the_manifest_that_leads_out() {
    let site = Site::new();
    site.put("public/index.html", "x");
    site.put("victim.txt", "x");
    let places = Places::new(site.path(), &site.out()).expect("places");
    let record = r#"{"digest":"","length":1,"modified":null}"#;
    let manifest = format!(r#"{{"files":{{"../victim.txt":{record},"index.html":{record}}}}}"#);
    fs::create_dir(&places.own).expect("a folder");
    fs::write(places.manifest(), manifest).expect("a file");
    assert_eq!(code(site.stage()), "output-foreign");
    assert!(site.path().join("victim.txt").exists());
}

#[test]
fn from_many_threads() {
    use rayon::prelude::*;
    let site = Site::new();
    let staging = site.stage().expect("a staging folder");
    (0..500_u32)
        .into_par_iter()
        .try_for_each(|number| {
            staging.write(
                &format!("fr/{}/{number}/index.html", number % 7),
                &number.to_le_bytes(),
            )
        })
        .expect("files");
    assert_eq!(staging.commit().expect("a commit"), summary(500, 0, 0));
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn are_never_gone_through() {
        let site = Site::new();
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        fs::write(elsewhere.path().join("index.html"), "theirs").expect("a file");
        symlink(elsewhere.path(), site.out()).expect("a link");
        assert_eq!(code(site.stage()), "output-symbolic-link");
        let slash = site.path().join("public/");
        assert_eq!(
            code(stage(site.path(), &slash, true)),
            "output-symbolic-link"
        );
        fs::remove_file(site.out()).expect("a link");

        site.build(&[
            ("fr/index.html", "one"),
            ("fr/b.html", "b"),
            ("a.html", "a"),
        ]);
        fs::remove_dir_all(site.out().join("fr")).expect("a folder");
        symlink(elsewhere.path(), site.out().join("fr")).expect("a link");
        let staging = site.filled(&[("fr/index.html", "two"), ("a.html", "a")]);
        assert_eq!(code(staging.commit()), "output-symbolic-link");
        // Nor to remove what is behind.
        assert_eq!(site.build(&[("a.html", "a")]), summary(0, 1, 2));
        assert_eq!(files(elsewhere.path()), map(&[("index.html", "theirs")]));
    }

    /// One that came while a commit was interrupted.
    #[test]
    fn are_not_gone_through_later() {
        let site = Site::new();
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        site.build(&[("fr/index.html", "one")]);
        interrupted(site.filled(&[("fr/index.html", "two")]), 2, true);
        fs::remove_dir_all(site.out().join("fr")).expect("a folder");
        symlink(elsewhere.path(), site.out().join("fr")).expect("a link");
        assert_eq!(code(site.stage()), "output-symbolic-link");
        assert_eq!(files(elsewhere.path()), Files::new());
    }

    /// What Rihla keeps for itself lies in `.rihla`, and nowhere else.
    #[test]
    fn are_not_gone_through_for_its_own_files() {
        let site = Site::new();
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        let theirs = elsewhere.path().join("theirs");
        fs::write(&theirs, "precious").expect("a file");
        site.build(&[("a.html", "a")]);
        let own = site.path().join(".rihla");
        let of = |end: &str| {
            let entries = fs::read_dir(&own).expect("a folder").flatten();
            let mut paths = entries.map(|entry| entry.path());
            let is_it = |path: &std::path::PathBuf| path.to_string_lossy().ends_with(end);
            paths.find(is_it).expect("a file")
        };
        let lock = of(".lock");
        for target in [theirs.clone(), elsewhere.path().join("nothing")] {
            fs::remove_file(&lock).expect("a file");
            symlink(&target, &lock).expect("a link");
            assert_eq!(code(site.stage()), "output-symbolic-link");
        }
        // Another name of a file is no link, and the file stays what it is.
        fs::remove_file(&lock).expect("a link");
        let beside = site.path().join("theirs");
        fs::write(&beside, "precious").expect("a file");
        fs::hard_link(&beside, &lock).expect("a second name");
        assert_eq!(site.build(&[("a.html", "b")]), summary(1, 0, 0));
        assert_eq!(fs::read_to_string(&beside).expect("a file"), "precious");
        symlink(elsewhere.path(), own.join("hosting")).expect("a link");
        let written = private(site.path(), "hosting/nginx.conf", b"x");
        assert_eq!(code(written), "output-symbolic-link");
        assert_eq!(recall(site.path(), "hosting"), None);
        assert_eq!(files(elsewhere.path()), map(&[("theirs", "precious")]));
    }

    #[test]
    fn are_replaced_where_they_stand_for_a_file() {
        let site = Site::new();
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        let theirs = elsewhere.path().join("x");
        fs::write(&theirs, "theirs").expect("a file");
        site.build(&[("a.html", "a"), ("b.html", "b")]);
        fs::remove_file(site.out().join("a.html")).expect("a file");
        symlink(&theirs, site.out().join("a.html")).expect("a link");
        assert_eq!(
            site.build(&[("a.html", "a"), ("b.html", "b")]),
            summary(1, 1, 0)
        );
        assert_eq!(site.written(), map(&[("a.html", "a"), ("b.html", "b")]));
        assert_eq!(fs::read_to_string(theirs).ok().as_deref(), Some("theirs"));
    }

    #[test]
    fn are_removed_by_force() {
        let site = Site::new();
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(elsewhere.path().join("x")).expect("a folder");
        site.put("public/theirs", "x");
        symlink(elsewhere.path(), site.out().join("fr")).expect("a link");
        let staging = stage(site.path(), &site.out(), true).expect("a staging folder");
        staging.write("fr/x", b"ours").expect("a file");
        staging.write("fr/y/z", b"ours").expect("a file");
        staging.commit().expect("a commit");
        assert_eq!(site.written(), map(&[("fr/x", "ours"), ("fr/y/z", "ours")]));
        assert_eq!(files(elsewhere.path()), Files::new());
    }

    #[test]
    fn of_rihla_itself() {
        let site = Site::new();
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        symlink(elsewhere.path(), site.path().join(".rihla")).expect("a link");
        assert_eq!(code(site.stage()), "output-symbolic-link");
    }
}
