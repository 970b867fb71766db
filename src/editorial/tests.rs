//! Commands that are killed at each of their steps on the disk, and run again.

#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::{self as editorial, Accept, Translate};
use crate::{fix, remove};
use rihla_build as build;
use rihla_build::write::faults;
use rihla_build::{Options, Program};

/// Path → bytes.
type Files = BTreeMap<String, Vec<u8>>;

fn put(site: &Path, path: &str, text: &str) {
    let path = site.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a file")),
        }
    }
}

/// The files of a folder. Of `.rihla` only those count that hold something of a text.
fn files(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a path below");
            let path = path.to_string_lossy().into_owned();
            let is_counted = !path.starts_with(".rihla/") || path.contains("sources");
            let is_lock = path.ends_with(".lock") && path.starts_with(".rihla/");
            let bytes = fs::read(entry.path()).expect("a file");
            (is_counted && !is_lock).then_some((path, bytes))
        })
        .collect()
}

struct Site {
    _temporary: tempfile::TempDir,
    folder: PathBuf,
}

/// A site of two languages: two items with images, one of them in French alone.
fn site() -> Site {
    // In memory where that can be: each step waits for the disk.
    let memory = Path::new("/dev/shm");
    let temporary = match memory.is_dir() {
        true => tempfile::tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    let temporary = temporary.expect("a temporary folder");
    let folder = temporary
        .path()
        .canonicalize()
        .expect("a folder")
        .join("site");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/themes");
    copy(&tests.join("plain"), &folder.join("themes/plain"));
    let base = folder.join("themes/plain/templates/base.html");
    let text = fs::read_to_string(&base).expect("a template");
    let link = "<link rel=\"stylesheet\" href=\"{{ asset(path=\"style.css\") }}\"></head>";
    fs::write(&base, text.replace("</head>", link)).expect("a template");
    put(
        &folder,
        "themes/plain/assets/style.css",
        "p { color: red }\n",
    );
    let config = fs::read_to_string(tests.join("site.yaml")).expect("a site.yaml");
    put(&folder, "content/site.yaml", &config);
    for (path, text) in [
        (
            "content/_index.fr.md",
            "---\ntitle: \"Accueil\"\n---\nBienvenue.\n",
        ),
        (
            "content/_index.en.md",
            "---\ntitle: \"Home\"\n---\nWelcome.\n",
        ),
        (
            "content/plan/index.fr.md",
            "---\ntitle: \"Le plan\"\n---\nUn texte.\n",
        ),
        (
            "content/plan/index.en.md",
            "---\ntitle: \"The plan\"\n---\nA text.\n",
        ),
        (
            "content/atelier/index.fr.md",
            "---\ntitle: \"Un atelier\"\n---\nDeux volets.\n",
        ),
        (
            "content/tenu.fr.md",
            "---\ntitle:   'Tenu : bien'\n---\nUn coeur.\n",
        ),
    ] {
        put(&folder, path, text);
    }
    Site {
        _temporary: temporary,
        folder,
    }
}

fn options(site: &Path) -> Options {
    Options {
        site: site.to_owned(),
        out: site.join("public"),
        force: false,
        locked: false,
        drafts: false,
        waiting: false,
        program: Program::new("", "", rihla_diagnostics::testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: true,
        now: Timestamp::UNIX_EPOCH,
    }
}

/// Kills `command` at each of its steps in turn; gives how many there are. After each, `inspect` sees
/// what is left; and what comes of running it again must be what comes of running it once.
fn killed_at_each_step(
    prepare: &dyn Fn() -> Site,
    command: &dyn Fn(&Path) -> bool,
    inspect: &dyn Fn(&Path),
) -> usize {
    let whole = prepare();
    assert!(command(&whole.folder), "the command runs");
    let whole = files(&whole.folder);
    for step in 0.. {
        let site = prepare();
        faults::kill_after(&site.folder, step);
        let is_done = command(&site.folder);
        if faults::revive(&site.folder) > 0 {
            assert!(is_done);
            return step;
        }
        inspect(&site.folder);
        assert!(
            command(&site.folder),
            "it can be run again after step {step}"
        );
        let after = files(&site.folder);
        let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&after), names(&whole), "after step {step}");
        assert_eq!(after, whole, "after step {step}");
    }
    unreachable!("each command ends")
}

/// No file of Rihla's own lies among the sources, and none is cut short.
fn inspect_sources(before: &Files) -> impl Fn(&Path) + use<> {
    let before = before.clone();
    move |site: &Path| {
        for (path, bytes) in files(&site.join("content")) {
            assert!(!path.contains("rihla"), "{path}");
            let is_whole = bytes.ends_with(b"\n") || before.get(&path) == Some(&bytes);
            assert!(is_whole, "{path}: {}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn a_build() {
    let build = |site: &Path| {
        let run = || build::build(&options(site), &|_| ());
        let is_locked = |outcome: &build::Outcome| {
            let mut found = outcome.diagnostics.iter();
            found.any(|diagnostic| diagnostic.message.code == "build-running")
        };
        let mut outcome = run();
        // A process that another test starts holds the lock of a build from its birth to its own
        // program.
        while is_locked(&outcome) {
            outcome = run();
        }
        outcome.written.is_some() && outcome.failed.is_none()
    };
    let before = || {
        let site = site();
        assert!(build(&site.folder));
        // A page goes with its style sheet, one comes, one changes.
        fs::remove_file(site.folder.join("content/tenu.fr.md")).expect("a file");
        let config = site.folder.join("content/site.yaml");
        let text = fs::read_to_string(&config).expect("a file");
        fs::write(&config, format!("{text}gone: [/fr/tenu-bien/]\n")).expect("a file");
        put(
            &site.folder,
            "content/neuf.fr.md",
            "---\ntitle: \"Neuf\"\n---\nUn.\n",
        );
        put(
            &site.folder,
            "themes/plain/assets/style.css",
            "p { color: navy }\n",
        );
        site
    };
    let inspect = |site: &Path| {
        let out = files(&site.join("public"));
        assert!(!out.is_empty(), "the site is there");
        for (path, bytes) in &out {
            let text = String::from_utf8_lossy(bytes);
            if !path.ends_with(".html") {
                continue;
            }
            for asset in text.split('"').filter(|part| part.contains("/assets/")) {
                let asset = asset.trim_start_matches('/');
                assert!(out.contains_key(asset), "{path} lacks {asset}");
            }
        }
    };
    let steps = killed_at_each_step(&before, &build, &inspect);
    assert!(steps > 20, "{steps}");
    // The first build of all.
    let nothing = |site: &Path| {
        let out = site.join("public");
        let is_whole = out.join("index.html").is_file() && out.join("sitemap.xml").is_file();
        assert!(is_whole || !out.exists());
    };
    assert!(killed_at_each_step(&site, &build, &nothing) > 20);
}

/// What a build says was not written, was not.
#[test]
fn the_ledger_is_written_with_the_site() {
    let site = site();
    let ledger = site.folder.join("urls.lock");
    fs::create_dir(&ledger).expect("a folder");
    let outcome = build::build(&options(&site.folder), &|_| ());
    assert!(outcome.written.is_none(), "{:?}", outcome.diagnostics);
    assert!(!site.folder.join("public").exists());
    fs::remove_dir(&ledger).expect("a folder");
    let outcome = build::build(&options(&site.folder), &|_| ());
    assert!(outcome.written.is_some(), "{:?}", outcome.diagnostics);
    assert!(ledger.is_file());
    let left = files(&site.folder);
    assert!(!left.keys().any(|path| path.ends_with(".new")));
}

#[test]
fn a_translation() {
    let translate = |site: &Path| {
        let asked = Translate {
            name: "atelier".to_owned(),
            to: Some("en".to_owned()),
            ..Translate::default()
        };
        editorial::translate(&options(site), &asked).is_ok()
    };
    let before = files(&site().folder.join("content"));
    assert!(killed_at_each_step(&site, &translate, &inspect_sources(&before)) > 5);
}

#[test]
fn an_acceptance() {
    let accept = |site: &Path| {
        let asked = Accept {
            names: vec!["plan".to_owned()],
            to: Some("en".to_owned()),
            from: Some("fr".to_owned()),
            ..Accept::default()
        };
        editorial::accept(&options(site), &asked).is_ok()
    };
    let before = files(&site().folder.join("content"));
    assert!(killed_at_each_step(&site, &accept, &inspect_sources(&before)) > 5);
}

#[test]
fn a_removal() {
    let remove = |site: &Path| {
        let options = options(site);
        match remove::resume(&options) {
            Ok(Some(removal)) => return removal.is_of("plan"),
            Ok(None) => {}
            Err(_) => return false,
        }
        let outcome = remove::plan(&options, "plan", &|_| ());
        match outcome.removal {
            Some(removal) => remove::run(&options, &removal).is_ok(),
            // It was killed when all was done but the last word.
            None => !site.join("content/plan").exists(),
        }
    };
    let before = files(&site().folder.join("content"));
    assert!(killed_at_each_step(&site, &remove, &inspect_sources(&before)) > 5);
}

#[test]
fn fixed_sources() {
    let fix = |site: &Path| {
        let options = fix::Options {
            site: site.to_owned(),
            from: site.to_owned(),
            paths: Vec::new(),
            base_url: None,
            check: false,
            builtin: options(site).program.builtin,
        };
        fix::run(&options).failed.is_none()
    };
    let before = files(&site().folder.join("content"));
    assert!(killed_at_each_step(&site, &fix, &inspect_sources(&before)) > 3);
}

#[test]
fn languages_as_people_write_them() {
    for (written, wanted) in [
        ("fr,en", "fr en"),
        ("fr en", "fr en"),
        (" fr ;  en ", "fr en"),
        ("français et anglais", "français anglais"),
        ("fr et en", "fr en"),
        ("fr, es et en", "fr es en"),
        ("fr, es, et en", "fr es en"),
        ("french and english", "french english"),
        ("español y francés", "español francés"),
        // Estonian.
        ("et", "et"),
        ("et en", "et en"),
        ("fr et", "fr et"),
        ("fr,et,en", "fr et en"),
        ("fr en es", "fr en es"),
        ("fr, en es", "fr en es"),
        ("fr, et en", "fr en"),
        ("", ""),
    ] {
        assert_eq!(super::init::tags(written).join(" "), wanted, "{written}");
    }
}
