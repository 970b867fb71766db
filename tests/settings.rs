//! A setting that does nothing is an error, or works: for each key of `site.yaml`, of a
//! `collection.yaml` and of a theme there is a value that changes what comes out or what is said.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use rihla::build::{self, Options};
use rihla::config::{COLLECTION_KEYS, SITE_KEYS, THEME_KEYS};
use rihla::diagnostic::Messages;

const SITE: &str = "content/site.yaml";
const NEWS: &str = "content/news/collection.yaml";
const THEME: &str = "themes/t/theme.yaml";

/// The site with few of the settings that it need not have.
const FILES: &[(&str, &str)] = &[
    (
        SITE,
        "title: \"M\"\nbase_url: \"https://e.org/\"\ntheme: t\nlanguages:\n  - {tag: fr, name: \"F\"}\n  - {tag: en, name: \"E\"}\nmenus: {main: [_index]}\n",
    ),
    (
        NEWS,
        "title: {fr: \"N\", en: \"N\"}\nfeed: true\nfields:\n  title: {type: text, localized: true, required: true}\n  \
         date: {type: date}\n  when: {type: datetime}\n  image: {type: image}\n",
    ),
    (
        "content/news/b.fr.md",
        "---\ntitle: \"B : b\"\ndate: 2020-01-01\nwhen: 2020-01-01T10:00:00Z\n---\n## Une\n\n[x](#declared)\n",
    ),
    (
        "content/news/a.fr.md",
        "---\ntitle: \"A\"\ndate: 2020-01-02\n---\n",
    ),
    (
        "content/news/a.en.md",
        "---\ntitle: \"C\"\ndate: 2020-01-02\n---\n![A](p.png)\n",
    ),
    (THEME, "anchors: [declared]\n"),
    ("content/_index.fr.md", "---\ntitle: \"M\"\n---\n"),
    ("content/_index.en.md", "---\ntitle: \"M\"\n---\n"),
];

const TEMPLATE: &str = "<!doctype html><title>{{ page.title }}</title>{{ site() }}\
    {% for item in menu(name=\"main\") %}{{ item.title }}{% endfor %}{{ page.fields }}\
    {% if list %}{{ list }}{% endif %}{{ page.html }}{{ sharing_image() }}";

/// A file, a key of it, and lines that give it a value.
const ROWS: &[(&str, &str, &str)] = &[
    (SITE, "edition", "edition: 7"),
    (SITE, "title", "title: {fr: \"X\", en: \"Y\"}"),
    (SITE, "description", "description: \"D\""),
    (SITE, "base_url", "base_url: \"https://f.org/a/\""),
    (SITE, "identity", "identity: \"tag:e.org,2026:site\""),
    (SITE, "time_zone", "time_zone: Asia/Tokyo"),
    (SITE, "theme", "theme: u"),
    (SITE, "languages", "languages: [{tag: fr, name: \"F\"}]"),
    (SITE, "menus", "menus: {main: [news]}"),
    (SITE, "untranslated", "untranslated: required"),
    (SITE, "translation", "translation: {en: {of: de}}"),
    (SITE, "typography", "typography: false"),
    (SITE, "gone", "gone: [/fr/x/]"),
    (SITE, "glossary", "glossary: terms"),
    (SITE, "weight_limits", "weight_limits: {html: heavy}"),
    (SITE, "pictures", "pictures: {memory: 1}"),
    (SITE, "sharing", "sharing: false"),
    (SITE, "hosts", "hosts: [1]"),
    (SITE, "hosting", "hosting: {files: [azure]}"),
    (SITE, "params", "params: {a: \"b\"}"),
    (NEWS, "title", "title: {fr: \"X\", en: \"Y\"}"),
    (NEWS, "description", "description: \"D\""),
    (NEWS, "slug", "slug: {fr: x, en: y}"),
    (NEWS, "address", "address: \"{year}/{slug}\""),
    (NEWS, "order", "order: -title"),
    (NEWS, "per_page", "per_page: 1"),
    (NEWS, "feed", "feed: false"),
    (NEWS, "release", "release: together"),
    (NEWS, "untranslated", "untranslated: required"),
    (NEWS, "translation", "translation: {en: {of: de}}"),
    (NEWS, "lists", "lists: [{by: year}]"),
    (NEWS, "pages", "pages: false"),
    (NEWS, "fields", "fields: {title: {type: text}}"),
    (NEWS, "rules", "rules: [{before: [date, nowhere]}]"),
    (THEME, "places", "places: {content: {widths: [1]}}"),
    (THEME, "anchors", "anchors: [other]"),
];

/// Values that would do nothing, each of which is told.
const IDLE: &[(&str, &str)] = &[
    (SITE, "identity: \"\""),
    (SITE, "time_zone: \"\""),
    (SITE, "time_zone:"),
    (SITE, "languages: [{tag: fr, name: \"F\", prefix: \"\"}]"),
    (SITE, "hosts: {a: {service: fax}}"),
    (SITE, "hosts: {a: {bucket: x}}"),
    (SITE, "hosts: {a: {service: s3, buket: x}}"),
    (SITE, "weight_limits: {html: 1 pomme}"),
    (SITE, "weight_limits: {pages: 1kB}"),
    (NEWS, "lists: [{by: title}]"),
    (NEWS, "lists: [{by: year}, {by: year}]"),
    (NEWS, "per_page: 0"),
    (NEWS, "order: \"\""),
];

type Files = BTreeMap<String, Vec<u8>>;

/// The site with these lines in a file in the place of those of their key.
fn with(path: &str, lines: &str) -> Files {
    let mut files: Files = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect();
    for name in ["home", "list", "languages", "404", "entry"] {
        let path = format!("themes/t/templates/{name}.html");
        files.insert(path, TEMPLATE.as_bytes().to_vec());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let picture = std::fs::read(root.join("tests/forms/pixel.png")).expect("a picture");
    files.insert("content/news/p.png".to_owned(), picture);
    if path.is_empty() {
        return files;
    }
    let known = files.remove(path).unwrap_or_default();
    let known = String::from_utf8(known).expect("a text");
    let key = lines.split(':').next().unwrap_or_default();
    let mut text = String::new();
    let mut is_key = false;
    for line in known.lines() {
        if !line.starts_with(' ') {
            is_key = line.split(':').next() == Some(key);
        }
        if !is_key {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.push_str(lines);
    text.push('\n');
    files.insert(path.to_owned(), text.into_bytes());
    files
}

/// What is said of a site, and what comes out of it.
fn outcome(files: &Files) -> (Vec<String>, Files) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let options = Options {
        site: folder.path().to_owned(),
        out: folder.path().join("public"),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        memory: false,
        now: "2026-11-27T10:00:00Z"
            .parse::<Timestamp>()
            .expect("a moment"),
    };
    let outcome = build::build(&options, &|_| {});
    let told = outcome.diagnostics.iter();
    let told = told.map(|diagnostic| {
        format!(
            "{}: {}",
            diagnostic.message.code,
            diagnostic.text(Messages::En)
        )
    });
    let mut found = Files::new();
    for part in ["public", ".rihla/hosting"] {
        let top = folder.path().join(part);
        for entry in walkdir::WalkDir::new(&top).into_iter().flatten() {
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(folder.path()).expect("inside");
                let bytes = std::fs::read(entry.path()).expect("a file");
                found.insert(name.to_string_lossy().into_owned(), bytes);
            }
        }
    }
    (told.collect(), found)
}

#[test]
fn every_setting_does_something() {
    let keys = [
        (SITE, SITE_KEYS),
        (NEWS, COLLECTION_KEYS),
        (THEME, THEME_KEYS),
    ];
    for (path, keys) in keys {
        let rows: Vec<&str> = ROWS
            .iter()
            .filter(|row| row.0 == path)
            .map(|row| row.1)
            .collect();
        assert_eq!(rows, keys, "the settings of {path}, each with a row here");
    }
    let plain = outcome(&with("", ""));
    assert!(!plain.1.is_empty(), "{:?}", plain.0);
    let idle: Vec<String> = ROWS
        .iter()
        // The record of the translation of its words, which `rihla status` reads.
        .filter(|(_, key, _)| *key != "translation")
        .filter(|(path, _, lines)| outcome(&with(path, lines)) == plain)
        .map(|(path, key, _)| format!("{path}: {key}"))
        .collect();
    assert!(idle.is_empty(), "{idle:?} do nothing");
}

#[test]
fn a_setting_that_does_nothing_is_told() {
    for (path, lines) in IDLE {
        let (told, found) = outcome(&with(path, lines));
        assert!(
            !told.is_empty() && found.is_empty(),
            "{path}: {lines}: {told:?}"
        );
    }
}
