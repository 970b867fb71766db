//! Builds of one site, one after the other: what is denied, what is said again, what is kept.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use rihla::build::{self, LoadCache, Options, Outcome, Program, Reason};
use rihla::editorial::check;
use rihla::site::config::{BuiltinTheme, Config};
use rihla::site::content::{self, Before, CachedParts};
use rihla::site::source::{Digest, Snapshot, Stat};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::testing;

struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    /// A site of two languages with these files.
    fn new(files: &[(&str, &str)]) -> Self {
        let site = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes");
        let settings = fs::read_to_string(themes.join("site.yaml")).expect("a file");
        site.put("content/site.yaml", &settings);
        for template in fs::read_dir(themes.join("plain/templates")).expect("a folder") {
            let path = template.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).expect("a file");
            site.put(&format!("themes/plain/templates/{name}"), &text);
        }
        site.put("content/_index.fr.md", "---\ntitle: \"Accueil\"\n---\n");
        site.put("content/_index.en.md", "---\ntitle: \"Home\"\n---\n");
        for (path, text) in files {
            site.put(path, text);
        }
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn options(&self) -> Options {
        Options {
            site: self.folder.path().to_owned(),
            out: self.path("public"),
            force: false,
            locked: true,
            drafts: false,
            waiting: false,
            program: Program::new("", "", testing::files("src/builtin")),
            at: None,
            base_url: None,
            deny_warnings: false,
            compress: false,
            commit: None,
            cache: true,
            now: "2026-11-27T10:00:00Z"
                .parse::<Timestamp>()
                .expect("a moment"),
        }
    }

    fn build(&self, options: &Options) -> Outcome {
        build::build(options, &|_| {})
    }
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|found| found.message.code).collect()
}

const WARNED: (&str, &str) = ("content/lu.html", "<p>Lu</p>");
const ADVISED: (&str, &str) = ("content/vue.zip", "PK\u{3}\u{4}");

#[test]
fn warnings_are_denied_and_advice_never_is() {
    for (file, code, is_denied) in [
        (WARNED, "file-not-read", true),
        (ADVISED, "file-unused", false),
    ] {
        let site = Site::new(&[file]);
        let mut options = site.options();
        options.deny_warnings = true;
        let outcome = site.build(&options);
        assert_eq!(codes(&outcome.diagnostics), [code]);
        assert_eq!(outcome.written.is_none(), is_denied, "{code}");
        assert_eq!(!site.path("public").exists(), is_denied, "{code}");
        options.deny_warnings = false;
        let outcome = site.build(&options);
        assert_eq!(codes(&outcome.diagnostics), [code]);
        assert!(outcome.written.is_some() && site.path("public").exists());
    }
}

/// What is found when images are made counts too.
#[test]
fn an_image_that_is_too_heavy_is_denied() {
    let site = Site::new(&[(
        "content/a/index.fr.md",
        "---\ntitle: \"Un\"\nlanguages: [fr]\n---\n![Une salle vide](salle.jpg)\n",
    )]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let image = root.join("tests/preview/content/news/salle.jpg");
    fs::copy(image, site.path("content/a/salle.jpg")).expect("a picture");
    let settings = fs::read_to_string(site.path("content/site.yaml")).expect("a file");
    let limit = format!("{settings}weight_limits: {{image: 1kB}}\n");
    site.put("content/site.yaml", &limit);
    let mut options = site.options();
    options.deny_warnings = true;
    let outcome = site.build(&options);
    assert_eq!(codes(&outcome.diagnostics), ["picture-over-limit"]);
    assert!(outcome.written.is_none() && !site.path("public").exists());
    options.deny_warnings = false;
    assert!(site.build(&options).written.is_some());
}

/// A site at rest is not built again, but what is said of it is said again.
#[test]
fn what_is_said_is_said_by_each_build() {
    let site = Site::new(&[ADVISED]);
    // Nothing that was written a moment ago is at rest.
    std::thread::sleep(Duration::from_millis(2_100));
    for _ in 0..3 {
        let outcome = site.build(&site.options());
        assert_eq!(codes(&outcome.diagnostics), ["file-unused"]);
    }
}

/// Where there is nothing to say and nothing has happened, nothing is read; whatever happens to the
/// sources or to the output folder is seen.
#[test]
fn what_has_changed_is_seen() {
    let site = Site::new(&[(
        "content/a.fr.md",
        "---\ntitle: \"Un\"\nlanguages: [fr]\n---\n",
    )]);
    let built = |what: &str| {
        let outcome = site.build(&site.options());
        assert_eq!(codes(&outcome.diagnostics), [""; 0], "{what}");
        outcome
    };
    let page = site.path("public/fr/un/index.html");
    // A change can hide behind a time that has not come: such a file is never at rest.
    let source = fs::File::options()
        .write(true)
        .open(site.path("content/a.fr.md"));
    let source = source.expect("a file");
    let hour = Duration::from_secs(3_600);
    source
        .set_modified(SystemTime::now() + hour)
        .expect("its time");
    built("the first");
    assert!(built("a time that has not come").snapshot.is_some());
    source
        .set_modified(SystemTime::now() - hour)
        .expect("its time");
    std::thread::sleep(Duration::from_millis(2_100));
    built("another time");
    assert!(built("nothing").snapshot.is_none());
    // As long as before, and with another time.
    let text = fs::read_to_string(&page).expect("a page");
    fs::write(&page, text.replace("Un", "Xx")).expect("a page");
    built("a page that was changed");
    assert_eq!(fs::read_to_string(&page).expect("a page"), text);
    // As old as before, and shorter.
    assert!(built("nothing").snapshot.is_none());
    let time = fs::metadata(&page).expect("a page").modified();
    fs::write(&page, "Un").expect("a page");
    let file = fs::File::options().write(true).open(&page);
    let file = file.expect("a page");
    file.set_modified(time.expect("a time")).expect("its time");
    built("a page that was cut short");
    assert_eq!(fs::read_to_string(&page).expect("a page"), text);
    // A build that did not come to its end.
    assert!(built("nothing").snapshot.is_none());
    fs::create_dir(site.path(".public.rihla-staging")).expect("a folder");
    assert!(built("a staging folder").snapshot.is_some());
    assert!(built("nothing").snapshot.is_none());
    let notes = fs::read_dir(site.path(".rihla")).expect("a folder");
    let mut notes = notes.flatten().map(|entry| entry.path());
    let manifest = notes.find(|path| path.to_string_lossy().ends_with("manifest.json"));
    let manifest = manifest.expect("a manifest");
    let journal = manifest.to_string_lossy().replace("manifest", "journal");
    fs::write(&journal, "{}").expect("a file");
    assert!(built("a journal").snapshot.is_some());
    assert!(!Path::new(&journal).exists());
    // Something happens.
    assert!(built("nothing").snapshot.is_none());
    site.put(
        "content/b.fr.md",
        "---\ntitle: \"Deux\"\nlanguages: [fr]\n---\n",
    );
    // A file that is at rest has to be told from those that were there.
    std::thread::sleep(Duration::from_millis(2_100));
    built("a new source");
    assert!(site.path("public/fr/deux/index.html").exists());
}

/// Other options, another day, a moment at which something goes online, another program: each is
/// seen where no file has changed.
#[test]
fn what_has_passed_is_seen() {
    let site = Site::new(&[(
        "content/a.fr.md",
        "---\ntitle: \"Un\"\nlanguages: [fr]\npublish_at: 2026-11-27T12:30:00Z\n---\n",
    )]);
    std::thread::sleep(Duration::from_millis(2_100));
    let is_done = |options: &Options| {
        let outcome = site.build(options);
        assert_eq!(codes(&outcome.diagnostics), [""; 0]);
        outcome.snapshot.is_some()
    };
    let at = |moment: &str| Options {
        now: moment.parse().expect("a moment"),
        ..site.options()
    };
    let page = site.path("public/fr/un/index.html");
    assert!(is_done(&site.options()) && !page.exists());
    assert!(!is_done(&site.options()));
    assert!(!is_done(&at("2026-11-27T12:29:59Z")));
    assert!(is_done(&at("2026-11-27T12:30:00Z")));
    assert!(page.exists());
    // The day is that of the site.
    assert!(!is_done(&at("2026-11-27T22:00:00Z")));
    assert!(is_done(&at("2026-11-28T02:00:00Z")));
    // A clock that was put back.
    assert!(is_done(&at("2026-11-27T22:00:00Z")));
    assert!(!is_done(&at("2026-11-27T22:00:00Z")));
    let options = Options {
        commit: Some("9f2c41d0".to_owned()),
        ..at("2026-11-27T22:00:00Z")
    };
    assert!(is_done(&options));
    assert!(!is_done(&options));
    let notes = fs::read_dir(site.path(".rihla")).expect("a folder");
    let mut notes = notes.flatten().map(|entry| entry.path());
    let state = notes.find(|path| path.extension().is_some_and(|end| end == "state"));
    let state = state.expect("the note of a build that said nothing");
    let version = env!("CARGO_PKG_VERSION").as_bytes();
    let mut bytes = fs::read(&state).expect("a note");
    let place = bytes
        .windows(version.len())
        .position(|part| part == version);
    bytes[place.expect("the version")] = b'9';
    fs::write(&state, bytes).expect("a note");
    assert!(is_done(&options));
}

/// Of another program, of another configuration, or damaged, a memory is none.
#[test]
fn a_memory_of_something_else_is_none() {
    let site = Site::new(&[]);
    let reasons = || {
        let written = site.build(&site.options()).written.expect("a build");
        let reasons = written.rendered.into_iter().map(|(_, reason)| reason);
        let mut reasons: Vec<Reason> = reasons.collect();
        reasons.dedup();
        reasons
    };
    assert_eq!(reasons(), [Reason::First]);
    assert_eq!(reasons(), []);
    let notes = fs::read_dir(site.path(".rihla")).expect("a folder");
    let mut notes = notes.flatten().map(|entry| entry.path());
    let cache = notes.find(|path| path.extension().is_some_and(|end| end == "pages"));
    let cache = cache.expect("the memory");
    let version = env!("CARGO_PKG_VERSION").as_bytes();
    let mut bytes = fs::read(&cache).expect("a memory");
    let place = bytes
        .windows(version.len())
        .position(|part| part == version);
    bytes[place.expect("the version")] = b'9';
    fs::write(&cache, &bytes).expect("a memory");
    assert_eq!(reasons(), [Reason::Odd], "its digest is another");
    let digest = Digest::of(&bytes[32..]);
    bytes[..32].copy_from_slice(digest.bytes());
    fs::write(&cache, &bytes).expect("a memory");
    assert_eq!(reasons(), [Reason::Version]);
    assert_eq!(reasons(), []);
    let settings = fs::read_to_string(site.path("content/site.yaml")).expect("a file");
    site.put(
        "content/site.yaml",
        &format!("{settings}params: {{a: b}}\n"),
    );
    assert_eq!(reasons(), [Reason::Configuration]);
}

/// A check tells all, whatever is denied: who asks for it wants to know what there is.
#[test]
fn a_check_tells_all() {
    let site = Site::new(&[
        WARNED,
        (
            "content/a.fr.md",
            "---\ntitle: \"Un\"\n---\nEn 2017, 45 personnes.\n",
        ),
        (
            "content/a.en.md",
            "---\ntitle: \"One\"\n---\nIn 2017, 54 people.\n",
        ),
    ]);
    let mut options = site.options();
    let told = |options: &Options| codes(&check::check(options, &|_| {}).diagnostics);
    let all = told(&options);
    assert!(all.contains(&"file-not-read") && all.len() > 1, "{all:?}");
    options.deny_warnings = true;
    assert_eq!(told(&options), all);
}

/// A template that is wrong is wrong on each page, and told once.
#[test]
fn a_template_is_told_once() {
    let page = |title: &str| format!("---\ntitle: \"{title}\"\nlanguages: [fr]\n---\n");
    let (a, b, c) = (page("A"), page("B"), page("C"));
    let wrong = "<p>{{ page.title | date }}</p>\n";
    let site = Site::new(&[
        ("content/a.fr.md", &a),
        ("content/b.fr.md", &b),
        ("content/c.fr.md", &c),
        ("themes/plain/templates/entry.html", wrong),
    ]);
    let outcome = site.build(&site.options());
    assert_eq!(codes(&outcome.diagnostics).len(), 1);
    assert!(outcome.diagnostics[0].is_error() && outcome.written.is_none());
}

const LEDGER: &str = "/fr/partie/ fr partie\n";

/// Loads a site again with other options, as the preview does.
/// What a template is told of the declarations is an answer too: a page that would now be refused is
/// not taken over.
#[test]
fn a_field_that_is_declared_no_more_is_told() {
    let declared = "title: {fr: \"A\", en: \"A\"}\nfields:\n  title: {type: text, localized: true, required: true}\n";
    let more = format!("{declared}  place: {{type: text}}\n");
    let home = "{% extends \"base.html\" %}\n{% block main %}{{ entries(collection=\"news\", fields=[\"place\"]) | length }}{% endblock main %}\n";
    let site = Site::new(&[
        ("content/news/collection.yaml", &more),
        (
            "content/news/a.fr.md",
            "---\ntitle: \"Un\"\nlanguages: [fr]\n---\nTexte.\n",
        ),
        ("themes/plain/templates/home.html", home),
    ]);
    let options = site.options();
    assert_eq!(codes(&site.build(&options).diagnostics), [""; 0]);
    site.put("content/news/collection.yaml", declared);
    assert_eq!(
        codes(&site.build(&options).diagnostics),
        ["template-unknown-value"]
    );
}

fn loaded(
    site: &Site,
    options: &Options,
    cache: &mut LoadCache,
) -> (Vec<&'static str>, Option<String>) {
    let (snapshot, mut found) = Snapshot::read(site.folder.path()).expect("a site");
    let loaded = build::load_again(
        &Arc::new(snapshot),
        options,
        cache,
        &|_| {},
        &mut found,
        &mut None,
    );
    let home = loaded.map(|site| site.routes.absolute("/fr/"));
    (codes(&found), home)
}

#[test]
fn addresses_are_taken_over_where_they_are_the_same() {
    let site = Site::new(&[]);
    let mut cache = LoadCache::default();
    let options = site.options();
    let home = |base: &str| Some(format!("{base}fr/"));
    let first = loaded(&site, &options, &mut cache);
    assert_eq!(first, (vec![], home("https://mission.example.org/")));
    let other = Options {
        base_url: Some("https://other.example.org/a/".to_owned()),
        ..options.clone()
    };
    let second = loaded(&site, &other, &mut cache);
    assert_eq!(second, (vec![], home("https://other.example.org/a/")));
    // Of a build on trial nothing is said that concerns the ledger.
    let trial = Options {
        at: "2026-11-27".parse().ok(),
        ..options.clone()
    };
    let site = Site::new(&[("urls.lock", LEDGER)]);
    let mut cache = LoadCache::default();
    assert_eq!(loaded(&site, &trial, &mut cache).0, [""; 0]);
    assert_eq!(loaded(&site, &options, &mut cache).0, ["address-vanished"]);
    assert_eq!(loaded(&site, &trial, &mut cache).0, [""; 0]);
}

#[test]
fn what_files_said_is_cached_as_it_was() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for site in [root.to_owned(), root.join("examples/association")] {
        let stat = Stat::at(&site).expect("a site");
        let (snapshot, _) = Snapshot::read_again(stat, None).expect("a site");
        let builtin = BuiltinTheme::new(testing::files("src/builtin"));
        let config = Config::read(&snapshot, None, builtin).0.expect("settings");
        let parts = content::read(&snapshot, &config, Before::Nothing);
        let bytes = parts.to_bytes(b"head".to_vec());
        let cached = CachedParts::from_bytes(bytes.clone(), 4).expect("what was written");
        let texts = snapshot.iter().filter(|file| file.path.ends_with(".md"));
        assert!(cached.len() * 4 >= texts.count() * 3, "most texts");
        let again = content::read(&snapshot, &config, Before::Cached(&cached));
        let both = |parts: &content::Parts| {
            let told: Vec<_> = parts.diagnostics().collect();
            format!("{:#?}\n{told:#?}", parts.iter().collect::<Vec<_>>())
        };
        assert!(both(&parts) == both(&again), "{}", site.display());
        // What is cut off is none, or is read again.
        for cut in (0..bytes.len()).step_by(bytes.len() / 50) {
            let cached = CachedParts::from_bytes(bytes[..cut].to_vec(), 4);
            assert!(cached.is_none(), "{cut} of {} bytes", bytes.len());
        }
    }
}
