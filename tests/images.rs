//! Images of whole sites: what is made, what is kept, and what is never published.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use rihla::build::{Options, Outcome, Program, Progress, build, default_out};

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

/// The site of `tests/sites/pictures`, in a folder of its own.
fn site() -> tempfile::TempDir {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folder = tempfile::tempdir().expect("a folder");
    for part in ["content", "themes"] {
        copy(
            &tests.join("sites/pictures").join(part),
            &folder.path().join(part),
        );
    }
    copy(
        &tests.join("themes/site.yaml"),
        &folder.path().join("content/site.yaml"),
    );
    folder
}

/// Builds on a day of November 2026; gives what came of it, and of how many images it said
/// that they were to be made.
fn built(site: &Path, day: u8) -> (Outcome, usize) {
    let options = Options {
        out: default_out(site),
        site: site.to_owned(),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: Program::new("", "", rihla_diagnostics::testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        now: format!("2026-11-{day:02}T12:00:00Z")
            .parse()
            .expect("a moment"),
        cache: true,
    };
    let made = Mutex::new(0);
    let outcome = build(&options, &|progress| {
        if let Progress::Images(done, all) = progress {
            assert!(done <= all);
            *made.lock().expect("a number") = all;
        }
    });
    let errors: Vec<_> = outcome
        .diagnostics
        .iter()
        .filter(|found| found.is_error())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(outcome.written.is_some());
    (outcome, made.into_inner().expect("a number"))
}

/// The files of a folder by name, with their bytes and when they were changed.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let modified = entry.metadata().and_then(|metadata| metadata.modified());
            let bytes = fs::read(entry.path()).expect("a file");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, (bytes, modified.expect("a time")))
        })
        .collect()
}

fn cache(site: &Path) -> PathBuf {
    site.join(".rihla/pictures")
}

fn images(site: &Path) -> BTreeSet<String> {
    let names = files(&cache(site)).into_keys();
    names.filter(|name| name != "uses.json").collect()
}

#[test]
fn nothing_hidden_is_published() {
    let site = site();
    built(site.path(), 1);
    let original = fs::read(
        site.path()
            .join("content/news/2026-03-01-atelier/salle.jpg"),
    );
    let original = original.expect("a picture");
    let has = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    assert!(has(&original, b"Exif") && has(&original, b"Camera"));
    let published = files(&site.path().join("public/assets"));
    assert!(published.len() > 10, "{:?}", published.keys());
    for (name, (bytes, _)) in &published {
        assert_ne!(bytes, &original, "{name}");
        for words in [
            &b"Exif"[..],
            b"EXIF",
            b"Camera",
            b"seen by",
            b"ICC",
            b"<script",
            b"onload",
        ] {
            assert!(!has(bytes, words), "{name}");
        }
        assert!(bytes.len() < 300_000, "{name}");
    }
    let count = |end: &str| published.keys().filter(|name| name.ends_with(end)).count();
    // The animation moves on as it is.
    assert_eq!(count(".gif"), 1);
    assert_eq!(count(".svg"), 1);
}

#[test]
fn photographs_of_people_are_kept_briefly_where_the_site_asks() {
    let site = site();
    let names = |folder: &str| -> BTreeSet<String> {
        files(&site.path().join("public").join(folder))
            .into_keys()
            .filter(|name| name.ends_with(".webp") || name.ends_with(".jpg"))
            .collect()
    };
    let add = |path: &str, line: &str| {
        let path = site.path().join("content").join(path);
        let text = fs::read_to_string(&path).expect("a text");
        fs::write(path, format!("{text}{line}\n")).expect("a text");
    };
    built(site.path(), 1);
    let all = names("assets");
    // Said of the images alone, it changes nothing.
    add("news/2026-03-01-atelier/shared.yaml", "shows_people: true");
    assert_eq!(built(site.path(), 1).1, 0);
    assert_eq!(names("assets"), all);
    add("site.yaml", "pictures: {people_brief: true}");
    assert_eq!(built(site.path(), 1).1, 0, "no pixel is another one");
    let (people, others) = (names("photographs"), names("assets"));
    assert!(people.len() > 5, "{people:?}");
    let shows = |names: &BTreeSet<String>| names.iter().any(|name| name.starts_with("salle-"));
    assert!(shows(&people) && !shows(&others), "{people:?} {others:?}");
    assert_eq!(people.union(&others).cloned().collect::<BTreeSet<_>>(), all);
    let public = |name: &str| fs::read_to_string(site.path().join("public").join(name));
    let headers = public("_headers").expect("the headers");
    let (_, rule) = headers.split_once("\n/photographs/*\n").expect("a rule");
    let rule = rule.lines().next().expect("a header");
    assert!(rule.contains("max-age=300"), "{rule}");
}

#[test]
fn a_second_build_makes_none_again() {
    let site = site();
    let (_, made) = built(site.path(), 1);
    assert!(made > 10, "{made}");
    let first = files(&site.path().join("public/assets"));
    assert_eq!(built(site.path(), 1).1, 0);
    assert_eq!(
        files(&site.path().join("public/assets")),
        first,
        "untouched"
    );
    // Neither does one that has only the folder which CI carries from build to build.
    fs::remove_dir_all(site.path().join("public")).expect("a folder");
    let kept = tempfile::tempdir().expect("a folder");
    copy(&cache(site.path()), kept.path());
    fs::remove_dir_all(site.path().join(".rihla")).expect("a folder");
    copy(kept.path(), &cache(site.path()));
    assert_eq!(built(site.path(), 2).1, 0);
    let bytes = |files: BTreeMap<String, (Vec<u8>, SystemTime)>| -> BTreeMap<String, Vec<u8>> {
        files
            .into_iter()
            .map(|(name, (bytes, _))| (name, bytes))
            .collect()
    };
    assert_eq!(
        bytes(files(&site.path().join("public/assets"))),
        bytes(first)
    );
}

#[test]
fn what_is_no_longer_shown_goes_in_time() {
    let site = site();
    built(site.path(), 1);
    let before = images(site.path());
    let folder = site.path().join("content/news/2026-03-01-atelier");
    for tag in ["fr", "en"] {
        fs::write(
            folder.join(format!("index.{tag}.md")),
            "---\ntitle: \"Un atelier\"\n---\nRien.\n",
        )
        .expect("a file");
    }
    assert_eq!(
        built(site.path(), 20).1,
        1,
        "the English title has another picture"
    );
    let is_shown = |name: &String| site.path().join("public/assets").join(name).exists();
    assert!(
        before
            .iter()
            .any(|name| name.starts_with("petite") && !is_shown(name))
    );
    assert!(
        before.is_subset(&images(site.path())),
        "another branch may want them"
    );
    // The day on which the last image of the text was wanted lies a month back.
    let path = cache(site.path()).join("uses.json");
    let uses = fs::read_to_string(&path)
        .expect("a note")
        .replace("2026-11-01", "2026-09-01");
    fs::write(&path, uses).expect("a file");
    built(site.path(), 21);
    let left = images(site.path());
    assert!(left.iter().all(is_shown), "{left:?}");
    assert!(!left.iter().any(|name| name.starts_with("petite")));
}

#[test]
fn the_same_to_the_byte_with_little_memory() {
    let first = site();
    built(first.path(), 1);
    let second = site();
    let path = second.path().join("content/site.yaml");
    let text = fs::read_to_string(&path).expect("a text");
    // What the largest image needs: one after the other.
    fs::write(&path, format!("{text}pictures: {{memory: 4MB}}\n")).expect("a file");
    built(second.path(), 1);
    let of = |site: &Path| -> BTreeMap<String, Vec<u8>> {
        let files = files(&site.join("public/assets")).into_iter();
        files.map(|(name, (bytes, _))| (name, bytes)).collect()
    };
    assert_eq!(of(first.path()), of(second.path()));
}

#[cfg(feature = "avif")]
#[test]
fn avif_and_social_card_are_choices() {
    let site = site();
    let path = site.path().join("content/site.yaml");
    let text = fs::read_to_string(&path).expect("a text");
    let folder = site.path().join("content/news/2026-03-01-atelier");
    fs::remove_file(folder.join("shared.yaml")).expect("a file");
    for tag in ["fr", "en"] {
        fs::write(
            folder.join(format!("index.{tag}.md")),
            "---\ntitle: \"Un atelier\"\n---\n![Petite](petite.png)\n",
        )
        .expect("a file");
    }
    let published = || {
        files(&site.path().join("public/assets"))
            .into_keys()
            .collect::<Vec<_>>()
    };
    let ends =
        |names: &[String], end: &str| names.iter().filter(|name| name.ends_with(end)).count();
    built(site.path(), 1);
    let names = published();
    assert_eq!(ends(&names, ".avif"), 0);
    assert!(
        names.iter().any(|name| name.starts_with("sharing-fr")),
        "{names:?}"
    );
    fs::write(
        &path,
        format!("{text}pictures: {{avif: true}}\nsharing: false\n"),
    )
    .expect("a file");
    built(site.path(), 1);
    let names = published();
    assert_eq!(ends(&names, ".avif"), 1);
    assert!(
        !names.iter().any(|name| name.starts_with("sharing-")),
        "{names:?}"
    );
    let page = fs::read_to_string(
        site.path()
            .join("public/fr/actualites/un-atelier/index.html"),
    );
    let page = page.expect("a page");
    let avif = page.find("image/avif").expect("AVIF");
    assert!(
        avif < page.find("image/webp").expect("WebP"),
        "the better first"
    );
    assert!(!page.contains("og:image"));
}
