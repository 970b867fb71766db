//! `rihla changes`: the same change is told since a revision, since a folder of sources, and, as
//! far as pages go, since what was published.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

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

fn write(site: &Path, path: &str, text: &str) {
    let path = site.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn item(site: &Path, name: &str, tag: &str, head: &str, text: &str) {
    let path = format!("content/news/{name}.{tag}.md");
    write(site, &path, &format!("---\n{head}\n---\n{text}\n"));
}

fn rihla(site: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments)
        .arg("--site")
        .arg(site)
        .env_remove("RIHLA_BASE_URL")
        .current_dir(site)
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn git(site: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(site)
        .output()
        .expect("git");
    assert!(done.status.success(), "{done:?}");
}

/// A site of four news items, in version control and published.
fn site(site: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes");
    copy(&root.join("plain"), &site.join("themes/plain"));
    fs::create_dir(site.join("content")).expect("a folder");
    copy(&root.join("site.yaml"), &site.join("content/site.yaml"));
    for (tag, text) in [("fr", "Bienvenue."), ("en", "Welcome.")] {
        write(
            site,
            &format!("content/_index.{tag}.md"),
            &format!("---\ntitle: \"Mission\"\n---\n{text}\n"),
        );
    }
    write(
        site,
        "content/news/collection.yaml",
        "title: {fr: \"Actualités\", en: \"News\"}\nslug: {fr: actualites, en: news}\n\
         fields:\n  title: {type: text, localized: true, required: true}\n",
    );
    for (name, fr, en) in [
        ("2017-01-01-kept", "Gardée", "Kept"),
        ("2017-01-02-moved", "Déplacée", "Moved"),
        ("2017-01-03-gone", "Retirée", "Removed"),
        ("2017-01-04-text", "Texte *un*", "Text *one*"),
    ] {
        item(site, name, "fr", &format!("title: \"{fr}\""), "Texte.");
        item(site, name, "en", &format!("title: \"{en}\""), "Text.");
    }
}

fn change(site: &Path) {
    // A comment and other spaces are no change of a text.
    item(
        site,
        "2017-01-01-kept",
        "fr",
        "title: \"Gardée\"",
        "<!-- une note -->\n\nTexte.",
    );
    item(
        site,
        "2017-01-02-moved",
        "fr",
        "title: \"Déplacée\"\nslug: ailleurs\naliases: [/fr/actualites/deplacee/]",
        "Texte.",
    );
    for tag in ["fr", "en"] {
        fs::remove_file(site.join(format!("content/news/2017-01-03-gone.{tag}.md")))
            .expect("a file");
    }
    item(
        site,
        "2017-01-04-text",
        "fr",
        "title: \"Texte *un*\"",
        "Un autre texte.",
    );
    item(site, "2017-01-05-new", "en", "title: \"New\"", "Text.");
    let path = site.join("content/site.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(
        path,
        text + "gone:\n  - /fr/actualites/retiree/\n  - /en/news/removed/\n",
    )
    .expect("a file");
}

const EXPECTED: &str = "\
## What this change does to the site

### Français (fr)

**Changed (1)**

- Texte \\*un\\* (`/fr/actualites/texte-un/`)

**Moved (1)**

- Déplacée (`/fr/actualites/deplacee/` → `/fr/actualites/ailleurs/`)

**Removed (1)**

- Retirée (`/fr/actualites/retiree/`)
";

/// What a check tells of what changed since a state of the site: each code with its file.
fn since(path: &Path, state: Option<&str>) -> (Vec<String>, Option<i32>) {
    let mut arguments = vec!["check", "--format", "json", "--deny", "warnings"];
    if let Some(state) = state {
        arguments.extend(["--changed-since", state]);
    }
    let output = rihla(path, &arguments);
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    let told = told.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let part = |key: &str| line[key].as_str().unwrap_or("-").to_owned();
        format!("{} {}", part("code"), part("path"))
    });
    (told.collect(), output.status.code())
}

#[test]
fn a_check_tells_what_a_change_touches() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("site");
    fs::create_dir(&path).expect("a folder");
    let path = path.as_path();
    site(path);
    let faulty = "Texte.\n\n<table><tr><th></th><td>1</td></tr></table>";
    item(path, "2017-02-01-old", "fr", "title: \"Ancienne\"", faulty);
    item(path, "2017-02-01-old", "en", "title: \"Old\"", faulty);
    git(path, &["init", "--quiet"]);
    git(path, &["add", "content", "themes"]);
    git(path, &["commit", "--quiet", "-m", "one"]);
    let before = folder.path().join("before");
    copy(&path.join("content"), &before.join("content"));
    copy(&path.join("themes"), &before.join("themes"));
    let (all, code) = since(path, None);
    assert!(
        all.iter()
            .any(|told| told.starts_with("empty-table-header")),
        "{all:?}"
    );
    assert_eq!(code, Some(1));
    // Nothing changed: nothing is told, and a review passes.
    for state in ["HEAD", "../before"] {
        assert_eq!(since(path, Some(state)), (Vec::new(), Some(0)), "{state}");
    }
    // One text changed, another is new; the old one has its fault still.
    item(path, "2017-02-02-new", "fr", "title: \"Nouvelle\"", faulty);
    item(path, "2017-02-02-new", "en", "title: \"New\"", "Texte.");
    for state in ["HEAD", "../before"] {
        let (told, code) = since(path, Some(state));
        let has = |code: &str, path: &str| told.contains(&format!("{code} content/news/{path}"));
        assert!(
            has("empty-table-header", "2017-02-02-new.fr.md"),
            "{told:?}"
        );
        assert!(
            !told.iter().any(|told| told.contains("2017-02-01-old")),
            "{told:?}"
        );
        assert_eq!(code, Some(1));
    }
    let (all, _) = since(path, None);
    assert!(all.contains(&"empty-table-header content/news/2017-02-01-old.fr.md".to_owned()));
    let unknown = rihla(path, &["check", "--changed-since", "nowhere"]);
    assert_eq!(unknown.status.code(), Some(2), "{unknown:?}");
}

#[test]
fn a_change_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("site");
    fs::create_dir(&path).expect("a folder");
    let path = path.as_path();
    site(path);
    git(path, &["init", "--quiet"]);
    git(path, &["add", "content", "themes"]);
    git(path, &["commit", "--quiet", "-m", "one"]);
    let built = rihla(path, &["build", "--quiet", "--out", "out"]);
    assert!(built.status.success(), "{built:?}");
    let before = folder.path().join("before");
    copy(&path.join("content"), &before.join("content"));
    copy(&path.join("themes"), &before.join("themes"));

    for since in ["HEAD", "../before", "out"] {
        let same = rihla(path, &["changes", "--messages", "en", "--since", since]);
        assert_eq!(
            said(&same),
            format!("## What this change does to the site\n\nNo page changes since `{since}`.\n"),
            "{same:?}"
        );
    }
    change(path);
    let since_revision = rihla(path, &["changes", "--messages", "en", "--since", "HEAD"]);
    let text = said(&since_revision);
    assert!(text.starts_with(EXPECTED), "{text}\n{since_revision:?}");
    let document =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/site/content/writing/checking.en.md");
    let document = fs::read_to_string(document).expect("the document");
    assert!(
        document.contains(EXPECTED),
        "the document shows another list"
    );
    for line in [
        "### English (en)",
        "- New (`/en/news/new/`)",
        "- Removed (`/en/news/removed/`)",
        "further page",
        "### Translations that this change makes stale",
        "- Texte \\*un\\* (`news/2017-01-04-text`): changed in fr, not in en",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(!text.contains("Gardée") && !text.contains("Kept"), "{text}");
    let since_folder = rihla(
        path,
        &["changes", "--messages", "en", "--since", "../before"],
    );
    assert_eq!(said(&since_folder), text);

    let json = rihla(path, &["changes", "--format", "json", "--since", "HEAD"]);
    let json: serde_json::Value = serde_json::from_str(&said(&json)).expect("JSON");
    let french = &json["languages"][0];
    assert_eq!(french["moved"][0]["before"], "/fr/actualites/deplacee/");
    assert_eq!(french["moved"][0]["address"], "/fr/actualites/ailleurs/");
    assert_eq!(json["languages"][1]["added"][0]["title"], "New");
    assert_eq!(json["stale"][0]["unchanged"][0], "en");

    // What was published says what its pages were called; a list of what was written does not.
    let manifest = fs::read_dir(path.join(".rihla"))
        .expect("a folder")
        .flatten();
    let mut manifest = manifest.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let manifest = manifest
        .find(|name| name.ends_with("manifest.json"))
        .expect("a manifest");
    for since in ["out".to_owned(), format!(".rihla/{manifest}")] {
        let output = rihla(path, &["changes", "--messages", "en", "--since", &since]);
        let text = said(&output);
        for line in [
            "- Texte \\*un\\* (`/fr/actualites/texte-un/`)",
            "`/fr/actualites/deplacee/` → `/fr/actualites/ailleurs/`",
            "`/fr/actualites/retiree/`",
            "- New (`/en/news/new/`)",
        ] {
            assert!(text.contains(line), "{since}: {line}: {text}");
        }
    }
}

/// A comma makes no translation stale, as `status` says too.
#[test]
fn a_comma_makes_nothing_stale() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("site");
    fs::create_dir(&path).expect("a folder");
    let path = path.as_path();
    site(path);
    copy(&path.join("content"), &folder.path().join("before/content"));
    copy(&path.join("themes"), &folder.path().join("before/themes"));
    let name = "2017-01-04-text";
    item(path, name, "fr", "title: \"Texte *un*\"", "Texte, !");
    let arguments = ["changes", "--messages", "en", "--since", "../before"];
    let text = said(&rihla(path, &arguments));
    assert!(text.contains("**Changed (1)**"), "{text}");
    assert!(!text.contains("stale"), "{text}");
    item(path, name, "fr", "title: \"Texte *un*\"", "Texte autre.");
    let text = said(&rihla(path, &arguments));
    assert!(text.contains("stale"), "{text}");
}

#[test]
fn a_state_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    site(folder.path());
    for (arguments, code) in [
        (&["changes"][..], "option-needed"),
        (&["changes", "--since", "nothing"], "since-outside-git"),
        (&["changes", "--since", "--help"], "option-without-value"),
        (
            &["changes", "--since", "content/site.yaml"],
            "since-no-manifest",
        ),
    ] {
        let output = rihla(folder.path(), arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(code), "{arguments:?}: {said}");
    }
}

/// A page that shows a fact, a block, a table, a document and an image; and news that wait for each other.
fn things(site: &Path, png: &[u8]) {
    write(
        site,
        "content/facts/collection.yaml",
        "pages: false\nfields:\n  title: {type: text, localized: true, required: true}\n  value: {type: number, required: true}\n",
    );
    write(
        site,
        "content/facts/entries.yaml",
        "- id: people\n  title: {fr: Personnes, en: People}\n  value: 40\n- id: alone\n  title: {fr: Seul, en: Alone}\n  value: 1\n",
    );
    write(
        site,
        "content/blocks/collection.yaml",
        "pages: false\nfields:\n  title: {type: text, localized: true, required: true}\n",
    );
    for (tag, title) in [("fr", "Horaires"), ("en", "Hours")] {
        let text = format!("---\ntitle: \"{title}\"\n---\n{title}.\n");
        write(site, &format!("content/blocks/hours.{tag}.md"), &text);
    }
    for (tag, words) in [("fr", "Données"), ("en", "Data")] {
        let text = format!(
            "---\ntitle: \"{words}\"\n---\n:fact{{people}}\n\n:::include{{block=hours}}\n:::\n\n\
             :::chart{{data=people.csv kind=bar x=\"year: Y\" y=\"people: P\" title=\"T\" source=\"S\" date=2024}}\n:::\n\n\
             [PDF](report.pdf)\n\n![{words}](room.png)\n"
        );
        write(site, &format!("content/data/index.{tag}.md"), &text);
    }
    write(
        site,
        "content/data/people.csv",
        "year,people\n2023,4\n2024,5\n",
    );
    write(site, "content/data/report.pdf", "%PDF-1.4\n%%EOF\n");
    fs::write(site.join("content/data/room.png"), png).expect("a file");
    write(site, "static/unused.txt", "a\n");
    for (name, state) in [
        ("draft", "draft: true\n"),
        ("later", "publish_at: 2099-01-01\n"),
    ] {
        for tag in ["fr", "en"] {
            item(
                site,
                name,
                tag,
                &format!("title: \"{name} {tag}\"\n{state}"),
                "Texte.",
            );
        }
    }
    item(
        site,
        "old",
        "fr",
        "title: \"Vieille\"\nrelease: together",
        "Texte.",
    );
}

/// Files with another name whose page keeps its address: the page did not come, and none went.
#[test]
fn a_file_with_another_name_is_the_same_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("site");
    fs::create_dir(&path).expect("a folder");
    let path = path.as_path();
    site(path);
    let before = folder.path().join("before");
    for name in ["content", "themes"] {
        copy(&path.join(name), &before.join(name));
    }
    let news = path.join("content/news");
    for tag in ["fr", "en"] {
        let old = news.join(format!("2017-01-01-kept.{tag}.md"));
        fs::rename(old, news.join(format!("2017-01-01-renamed.{tag}.md"))).expect("a file");
    }
    let since = ["changes", "--messages", "en", "--since", "../before"];
    let told = said(&rihla(path, &since));
    assert!(told.contains("No page changes"), "{told}");
    item(
        path,
        "2017-01-01-renamed",
        "fr",
        "title: \"Gardée\"",
        "Un autre texte.",
    );
    let told = said(&rihla(path, &since));
    assert!(told.contains("**Changed (1)**\n\n- Gardée"), "{told}");
    assert!(
        !told.contains("Added") && !told.contains("Removed"),
        "{told}"
    );
}

#[test]
fn what_has_no_page_is_named_with_those_that_show_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("site");
    fs::create_dir(&path).expect("a folder");
    let path = path.as_path();
    site(path);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/made-once/content/news");
    let mut image = fs::read(root.join("2019-01-02-bilan/photo ete.png")).expect("a picture");
    things(path, &image);
    let before = folder.path().join("before");
    for name in ["content", "themes", "static"] {
        copy(&path.join(name), &before.join(name));
    }
    let told = |messages: &str, more: &[&str]| {
        let since = ["changes", "--messages", messages, "--since", "../before"];
        let output = rihla(path, &[&since[..], more].concat());
        assert!(output.status.success(), "{output:?}");
        said(&output)
    };
    assert!(
        told("en", &[]).contains("No page changes"),
        "{}",
        told("en", &[])
    );

    let facts = fs::read_to_string(path.join("content/facts/entries.yaml")).expect("a file");
    let facts = facts
        .replace("40", "45")
        .replace("value: 1\n", "value: 2\n");
    write(path, "content/facts/entries.yaml", &facts);
    write(
        path,
        "content/blocks/hours.fr.md",
        "---\ntitle: \"Horaires\"\n---\nLe matin.\n",
    );
    write(
        path,
        "content/data/people.csv",
        "year,people\n2023,4\n2024,6\n",
    );
    write(path, "content/data/report.pdf", "%PDF-1.4\n%new\n%%EOF\n");
    image.push(0);
    fs::write(path.join("content/data/room.png"), image).expect("a file");
    fs::remove_file(path.join("static/unused.txt")).expect("a file");
    item(
        path,
        "waits",
        "fr",
        "title: \"Attend\"\nrelease: together",
        "Texte.",
    );
    item(
        path,
        "draft",
        "fr",
        "title: \"draft fr\"\ndraft: true",
        "Autre.",
    );
    item(
        path,
        "later",
        "fr",
        "title: \"later fr\"\npublish_at: 2099-01-01",
        "Autre.",
    );
    let shown = "Données (`/fr/donnees/`), Data (`/en/data/`)";
    let mut expected = format!(
        "\n### Facts, data, pictures and files\n\n\
         - Horaires (`blocks/hours`), changed; shown by: {shown}\n\
         - Seul (`facts/alone`), changed; no page shows it\n\
         - Personnes (`facts/people`), changed; shown by: {shown}\n"
    );
    for name in ["people.csv", "report.pdf", "room.png"] {
        expected.push_str(&format!(
            "- `content/data/{name}`, changed; shown by: {shown}\n"
        ));
    }
    expected.push_str(
        "- `static/unused.txt`, removed; no page shows it\n\n### Not online yet\n\n\
         - draft fr (`news/draft`, fr): a draft\n\
         - later fr (`news/later`, fr): goes online on 1 January 2099\n\
         - Attend (`news/waits`, fr): waits for its English version, which is missing\n",
    );
    let text = told("en", &[]);
    assert!(text.contains(&expected), "{text}\nlacks\n{expected}");
    for absent in ["further page", "draft fr (`/", "later fr (`/", "Vieille"] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    let french = told("fr", &[]);
    assert!(
        french.contains("- Personnes (`facts/people`), modifié\u{a0}; affiché par\u{a0}: Données"),
        "{french}"
    );
    // What is shown is told once.
    for (options, title) in [
        (&["--drafts"][..], "draft fr"),
        (&["--at", "2099-02-01"], "later fr"),
    ] {
        let text = told("en", options);
        assert!(text.contains(&format!("{title} (`/")), "{text}");
        let blocked = format!("- {title} (`news/{}`, fr)", title.replace(" fr", ""));
        assert!(!text.contains(&blocked), "{text}");
    }
    let preview = told("en", &["--preview", "https://preview.example.org/a"]);
    let link = "Données ([`/fr/donnees/`](<https://preview.example.org/a/fr/donnees/>))";
    assert!(preview.contains(link), "{preview}");
    let json: serde_json::Value =
        serde_json::from_str(&told("en", &["--format", "json"])).expect("JSON");
    assert_eq!(json["things"][2]["pages"][0]["address"], "/fr/donnees/");
    let held: Vec<(&str, &str)> = json["held_back"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| Some((one["id"].as_str()?, one["why"].as_str()?)))
        .collect();
    let expected = [
        ("news/draft", "draft"),
        ("news/later", "publish_at"),
        ("news/waits", "release-together"),
    ];
    assert_eq!(held, expected);
}
