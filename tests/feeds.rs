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
        // Two links, the mark of the note and its way back, the image.
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
fn what_was_scheduled_is_announced_when_it_goes_online() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    // Written early in March, online on the 25th; that of the 21st went online before its day.
    for (number, moment) in [("05", "2024-03-25T18:30"), ("21", "2024-03-10")] {
        for tag in ["fr", "en"] {
            let path = format!("content/news/item-{number}.{tag}.md");
            let text = fs::read_to_string(folder.path().join(&path)).expect("the item");
            let text = text.replacen("---\n", &format!("---\npublish_at: {moment}\n"), 1);
            write(folder.path(), &path, &text);
        }
    }
    let out = build(folder.path(), &[]);
    let feed = read(&out.join("en/news/feed.xml"));
    let titles = texts(&feed, "entries", "title");
    let wanted = [5, 22, 21, 20].map(|number| format!("Summer & <after> {number}"));
    assert_eq!(titles[..4], wanted);
    let published = texts(&feed, "entries", "published");
    assert_eq!(
        published[..3],
        [
            "2024-03-25T18:30:00+00:00",
            "2024-03-22T00:00:00+00:00",
            "2024-03-21T00:00:00+00:00"
        ]
    );
    let sitemap = fs::read_to_string(out.join("sitemap.xml")).expect("the sitemap");
    let last = |path: &str| {
        let url = sitemap.split("<url>").find(|url| url.contains(path));
        let url = url.expect("the page is in the sitemap");
        let last = url.split("<lastmod>").nth(1);
        last.map(|text| text.split('<').next().unwrap_or_default())
    };
    assert_eq!(
        last("/en/news/summer-after-5/</loc>"),
        Some("2024-03-25T18:30:00+00:00")
    );
    assert_eq!(last("/en/news/summer-after-21/</loc>"), Some("2024-03-21"));
    // One says that it was changed; so did the list then, which shows it. Of the home page nothing is known.
    assert_eq!(last("/en/news/summer-after-22/</loc>"), Some("2024-09-01"));
    assert_eq!(last("/en/news/</loc>"), Some("2024-09-01"));
    assert_eq!(last("/en/</loc>"), None);
}

#[test]
fn what_is_withdrawn_is_not_sent_out_again() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    for (tag, reason) in [
        ("fr", "Une date était fausse."),
        ("en", "A date was <wrong>."),
    ] {
        let path = format!("content/news/item-20.{tag}.md");
        let text = fs::read_to_string(folder.path().join(&path)).expect("the item");
        let lines = format!("---\nwithdrawn: {{date: 2024-10-02, reason: \"{reason}\"}}\n");
        write(folder.path(), &path, &text.replacen("---\n", &lines, 1));
    }
    let out = build(folder.path(), &[]);
    let text = fs::read_to_string(out.join("en/news/feed.json")).expect("the feed");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    let items = json["items"].as_array().expect("a list");
    let item = items
        .iter()
        .find(|item| item["title"] == "Summer & <after> 20");
    let item = item.expect("the item");
    let words = "<p>This text has been withdrawn. A date was &lt;wrong&gt;.</p>";
    assert_eq!(item["content_html"], words);
    assert_eq!(item["summary"], Value::Null);
    assert_eq!(item["date_modified"], "2024-10-02T00:00:00+01:00");
    let feed = read(&out.join("fr/feed.xml"));
    let html = texts(&feed, "entries", "html");
    let words = "<p>Ce texte a été retiré. Une date était fausse.</p>";
    assert_eq!(
        html.iter().filter(|html| **html == words).count(),
        1,
        "{html:?}"
    );
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

/// Renames an item of the site in both languages, and changes its lines.
fn rename(folder: &Path, from: &str, to: &str, change: impl Fn(&str, &str) -> String) {
    for tag in ["fr", "en"] {
        let path = |name: &str| folder.join(format!("content/news/{name}.{tag}.md"));
        let text = fs::read_to_string(path(from)).expect("the item");
        fs::remove_file(path(from)).expect("the item");
        fs::write(path(to), change(tag, &text)).expect("the item");
    }
}

#[test]
fn identifiers_outlive_files_and_hosts() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    site(folder);
    // The identifiers of the feeds, by the titles of the entries, and of everything at last.
    let ids = |out: &Path| {
        let mut found = Vec::new();
        for path in ["fr/feed.xml", "fr/actualites/feed.xml", "en/news/feed.xml"] {
            let feed = read(&out.join(path));
            found.extend(texts(&feed, "entries", "id").into_iter().map(str::to_owned));
            found.push(feed["id"].as_str().expect("an id").to_owned());
        }
        found
    };
    let before = ids(&build(folder, &["--record"]));
    let same = |_: &str, text: &str| text.to_owned();
    rename(folder, "item-20", "item-20-bis", same);
    assert_eq!(
        ids(&build(folder, &[])),
        before,
        "before the move is recorded"
    );
    assert_eq!(ids(&build(folder, &["--record"])), before);
    let ledger = fs::read_to_string(folder.join("urls.lock")).expect("the ledger");
    let line = "/en/news/summer-after-20/ en news/item-20-bis?first=news/item-20\n";
    assert!(ledger.contains(line), "{ledger}");
    // Once more, with another address.
    rename(folder, "item-20-bis", "le-vingtieme", |tag, text| {
        let old = match tag {
            "fr" => "/fr/actualites/l-ete-apres-20/",
            _ => "/en/news/summer-after-20/",
        };
        text.replacen(
            "---\n",
            &format!("---\nslug: twenty\naliases: [{old}]\n"),
            1,
        )
    });
    assert_eq!(ids(&build(folder, &["--record"])), before);
    // Then the folder of the collection.
    fs::rename(folder.join("content/news"), folder.join("content/items")).expect("the folder");
    assert_eq!(ids(&build(folder, &["--record"])), before);
    // An identity stays when the host does not; without one, the host is it.
    let file = folder.join("content/site.yaml");
    let text = fs::read_to_string(&file).expect("site.yaml");
    let moved = text.replace("https://mission.example.org/", "https://other.example/x/");
    assert_ne!(moved, text);
    fs::write(&file, &moved).expect("site.yaml");
    assert_ne!(ids(&build(folder, &["--record"])), before);
    let named = format!("{moved}identity: mission.example.org\n");
    fs::write(&file, named).expect("site.yaml");
    assert_eq!(ids(&build(folder, &["--record"])), before);
}

#[test]
fn what_takes_the_name_of_another_is_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    site(folder);
    let ids = || {
        let feed = read(&build(folder, &["--record"]).join("fr/feed.xml"));
        let ids = texts(&feed, "entries", "id").into_iter().map(str::to_owned);
        let titles = texts(&feed, "entries", "title");
        titles
            .into_iter()
            .map(str::to_owned)
            .zip(ids)
            .collect::<Vec<_>>()
    };
    let before = ids();
    rename(folder, "item-20", "other-20", |_, text| text.to_owned());
    assert_eq!(ids(), before);
    for tag in ["fr", "en"] {
        let text = format!("---\ntitle: \"Nouveau {tag}\"\ndate: 2024-04-01\n---\nTexte.\n");
        write(folder, &format!("content/news/item-20.{tag}.md"), &text);
    }
    let mut after = ids();
    let (title, new) = after.remove(0);
    assert_eq!(title, "Nouveau fr");
    assert_eq!(after, before[..19]);
    assert!(before.iter().all(|(_, id)| *id != new), "{new}");
    // What was recorded is what was said.
    assert_eq!(ids()[0].1, new);
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
