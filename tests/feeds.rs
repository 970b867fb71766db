//! Feeds, read by a parser that others wrote (`feedparser`), and by the rules of JSON Feed 1.1.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// News items of the site; a feed holds twenty.
const ITEMS: usize = 23;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
}

/// A site with a feed, in French and English.
fn site(folder: &Path) {
    let theme = root().join("tests/themes/plain/templates");
    for file in fs::read_dir(theme).expect("the plain theme").flatten() {
        let to = folder.join("themes/plain/templates");
        fs::create_dir_all(&to).expect("a folder");
        fs::copy(file.path(), to.join(file.file_name())).expect("a template");
    }
    for (tag, word) in [("fr", "Note"), ("en", "Note")] {
        let strings =
            format!("footnotes: \"{word}s\"\nfootnote-reference: \"{word} {{number}}\"\n");
        write(
            folder,
            &format!("themes/plain/strings/{tag}.yaml"),
            &strings,
        );
        write(
            folder,
            &format!("content/_index.{tag}.md"),
            "---\ntitle: \"Accueil\"\n---\n",
        );
    }
    fs::copy(
        root().join("tests/themes/site.yaml"),
        folder.join("content/site.yaml"),
    )
    .expect("site.yaml");
    write(
        folder,
        "content/news/collection.yaml",
        "title: {fr: \"Actualités\", en: \"News\"}\nslug: {fr: actualites, en: news}\norder: -date\nfeed: true\nfields:\n  title: {type: text, localized: true, required: true}\n  summary: {type: text, localized: true}\n  date: {type: date, required: true}\n  updated: {type: date}\n",
    );
    for number in 1..=ITEMS {
        for (tag, title) in [("fr", "L’été & <après>"), ("en", "Summer & <after>")] {
            let more = match number {
                22 => "updated: 2024-09-01\n",
                23 => "noindex: true\n",
                _ => "",
            };
            let text = format!(
                "---\ntitle: \"{title} {number}\"\nsummary: \"Résumé {number}\"\ndate: 2024-03-{number:02}\n{more}---\n\
                 Un [lien](item-01.{tag}.md) et [un autre](#plus), une note[^1] & *la fin*.\n\n## Plus\n\n\
                 ![Un dessin](dessin.svg)\n\n[^1]: La note.\n"
            );
            write(
                folder,
                &format!("content/news/item-{number:02}.{tag}.md"),
                &text,
            );
        }
    }
    write(
        folder,
        "content/news/dessin.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>",
    );
}

fn build(folder: &Path, arguments: &[&str]) -> PathBuf {
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["build", "--quiet", "--deny", "warnings", "--site"])
        .arg(folder)
        .args(arguments)
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    folder.join("public")
}

/// What `feedparser` reads in a feed.
fn read(feed: &Path) -> Value {
    let python = root().join("target/python/bin/python");
    let output = Command::new(&python)
        .arg(root().join("tests/python/feed.py"))
        .arg(feed)
        .output()
        .unwrap_or_else(|error| {
            panic!("{error}: run ./test, which installs what reads feeds in target/python")
        });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn texts<'v>(feed: &'v Value, list: &str, key: &str) -> Vec<&'v str> {
    let items = feed[list].as_array().expect("a list");
    let text = |item: &'v Value| item[key].as_str().expect("a text");
    items.iter().map(text).collect()
}

/// Every address that an attribute of some HTML holds.
fn addresses(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for attribute in ["href=\"", "src=\""] {
        let parts = html.split(attribute).skip(1);
        found.extend(parts.map(|part| part.split('"').next().unwrap_or_default()));
    }
    found
}

#[test]
fn atom_is_what_others_read() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    let out = build(folder.path(), &["--base-url", "https://x.example.org/a/b/"]);
    let feed = read(&out.join("fr/actualites/feed.xml"));
    assert_eq!(feed["problem"], Value::Null);
    assert_eq!(feed["version"], "atom10");
    assert_eq!(feed["language"], "fr");
    let base = "https://x.example.org/a/b/fr";
    let links = serde_json::json!([
        [
            "self",
            "application/atom+xml",
            format!("{base}/actualites/feed.xml")
        ],
        ["alternate", "text/html", format!("{base}/actualites/")],
    ]);
    assert_eq!(feed["links"], links);
    // The newest twenty of those that search engines may take up; the newest change is one's own.
    let titles = texts(&feed, "entries", "title");
    let wanted: Vec<String> = (3..=22)
        .rev()
        .map(|number| format!("L’été & <après> {number}"))
        .collect();
    assert_eq!(titles, wanted);
    // Morocco was on UTC+0 in March 2024, during Ramadan, and on UTC+1 in September.
    assert_eq!(feed["updated"], "2024-09-01T00:00:00+01:00");
    assert_eq!(feed["entries"][0]["published"], "2024-03-22T00:00:00+00:00");
    assert_eq!(feed["entries"][0]["updated"], "2024-09-01T00:00:00+01:00");
    assert_eq!(feed["entries"][1]["updated"], "2024-03-21T00:00:00+00:00");
    for entry in feed["entries"].as_array().expect("entries") {
        assert_eq!(entry["understood"], true);
        assert_eq!(entry["type"], "text/html");
        let html = entry["html"].as_str().expect("a text");
        let found = addresses(html);
        // Two links, the mark of the note and its way back, the picture.
        assert_eq!(found.len(), 5, "{html}");
        for address in found {
            assert!(
                address.starts_with("https://x.example.org/a/b/"),
                "{address}"
            );
        }
        assert!(html.contains("<em>la fin</em>"), "{html}");
    }
    let all = read(&out.join("en/feed.xml"));
    assert_eq!(all["language"], "en");
    assert_eq!(texts(&all, "entries", "id").len(), 20);
}

#[test]
fn identifiers_outlive_addresses() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    let ids = |out: &Path| {
        let feed = read(&out.join("fr/feed.xml"));
        let own = feed["id"].as_str().expect("an id").to_owned();
        let ids = texts(&feed, "entries", "id");
        (own, ids.into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let (own, before) = ids(&build(folder.path(), &[]));
    let text = folder.path().join("content/news/item-20.fr.md");
    let changed = fs::read_to_string(&text).expect("the item").replace(
        "title: \"L’été & <après> 20\"\n",
        "title: \"Un autre titre\"\nslug: tout-autre\naliases: [/fr/actualites/l-ete-apres-20/]\n",
    );
    fs::write(&text, changed).expect("the item");
    let (own_after, after) = ids(&build(
        folder.path(),
        &["--base-url", "https://test.example/x/"],
    ));
    assert_eq!(own, own_after);
    assert_eq!(before, after);
    let mut each = before.clone();
    each.sort();
    each.dedup();
    assert_eq!(each.len(), 20);
    assert!(each.iter().all(|id| id.len() == "urn:uuid:".len() + 36));
}

#[test]
fn json_feeds_hold_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    let out = build(folder.path(), &[]);
    for path in ["fr/feed", "fr/actualites/feed", "en/feed", "en/news/feed"] {
        let atom = read(&out.join(format!("{path}.xml")));
        let text = fs::read_to_string(out.join(format!("{path}.json"))).expect("the feed");
        let json: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["title"], atom["title"]);
        assert_eq!(json["language"], atom["language"]);
        assert_eq!(json["home_page_url"], atom["links"][1][2]);
        for (json_key, atom_key) in [
            ("id", "id"),
            ("title", "title"),
            ("url", "link"),
            ("summary", "summary"),
            ("date_published", "published"),
            ("date_modified", "updated"),
        ] {
            assert_eq!(
                texts(&json, "items", json_key),
                texts(&atom, "entries", atom_key),
                "{path} {json_key}"
            );
        }
        let html = json["items"][0]["content_html"].as_str().expect("a text");
        assert!(html.contains("<em>la fin</em>"));
    }
}

#[test]
fn a_site_without_feeds_has_none() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    let file = folder.path().join("content/news/collection.yaml");
    let text = fs::read_to_string(&file).expect("the collection");
    fs::write(&file, text.replace("feed: true\n", "")).expect("the collection");
    let out = build(folder.path(), &[]);
    assert!(!out.join("fr/feed.xml").exists());
    assert!(!out.join("fr/actualites/feed.json").exists());
    assert!(out.join("fr/actualites/index.html").exists());
}
