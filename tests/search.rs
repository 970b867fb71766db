//! What visitors can find: `tests/search/site` has one text of each kind, and `tests/search/LANGUAGE.txt` everything
//! that the index of a language holds. `UPDATE=1` writes it as it is: what is secret there must be in none.
//!
//! `tests/search/words.tsv` and `telephones.tsv` hold the words and numbers of the program to those of the script of the
//! theme; the browser reads the same files (`tests/browser/search.test.mjs`).

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rihla_text::search::{Stems, fold, telephones, words};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search")
}

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

/// A copy of the site.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&root().join("site"), folder.path());
    folder
}

/// Builds a site into a folder of it.
fn build(site: &Path, out: &str) {
    let done = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["build", "--messages", "en", "--at", "2026-12-01", "--site"])
        .arg(site)
        .arg("--out")
        .arg(site.join(out))
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{said}");
}

/// The files of the index: path in the output, and what it holds.
fn index(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for folder in ["fr", "en", "assets/search/fr", "assets/search/en"] {
        for entry in fs::read_dir(out.join(folder)).expect("a folder").flatten() {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if name.ends_with(".json") {
                found.insert(name, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    found
}

/// Everything that an index says, for people.
fn told(out: &Path, tag: &str) -> String {
    let json = |path: &str| -> Value {
        let text = fs::read_to_string(out.join(path)).expect("a file of the index");
        serde_json::from_str(&text).expect("JSON")
    };
    let entry = json(&format!("{tag}/search.json"));
    let file = |name: &Value| {
        json(&format!(
            "assets/search/{tag}/{}.json",
            name.as_str().expect("a name")
        ))
    };
    let mut told = String::new();
    let names = entry["names"].as_str().expect("names");
    let pages = entry["pages"].as_u64().expect("a number") as usize;
    for number in 0..pages {
        let digits = names.len() / pages;
        let page = file(&names[number * digits..(number + 1) * digits].into());
        told.push_str(&format!("page {number}\n"));
        for (key, value) in page.as_object().expect("a map") {
            told.push_str(&format!("  {key} {value}\n"));
        }
    }
    for (first, name) in entry["parts"]
        .as_array()
        .expect("parts")
        .iter()
        .map(|part| (&part[0], &part[1]))
    {
        told.push_str(&format!("part {first}\n"));
        for (word, of) in file(name).as_object().expect("a map") {
            told.push_str(&format!("  {word} {} {}\n", of[0], of[1]));
        }
    }
    for name in ["facets", "synonyms", "list"] {
        told.push_str(&format!("{name}\n  {}\n", file(&entry[name])));
    }
    told
}

#[test]
fn what_is_online_is_found_and_nothing_else() {
    let folder = site();
    build(folder.path(), "public");
    for tag in ["fr", "en"] {
        let told = told(&folder.path().join("public"), tag);
        let path = root().join(format!("{tag}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &told).expect("the text is written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(told, expected, "{tag}");
        let lower = fold(&told);
        for secret in [
            "secret",
            "brouillonnage",
            "futurologie",
            "invisibilite",
            "peremption",
            "fourvoiement",
            "patience",
            "discretion",
            "anonymat",
            "balise",
            "adresse",
            "99887766",
        ] {
            assert!(!lower.contains(secret), "{tag}: {secret}");
        }
    }
    let english = told(&folder.path().join("public"), "en");
    assert!(
        !english.contains("Unilinguisme"),
        "a page with a notice is found"
    );
}

/// The form leads to a page of the site; nothing else is allowed that a site without search does not allow.
#[test]
fn the_policy_allows_the_form_and_no_more() {
    let folder = site();
    build(folder.path(), "public");
    let policy = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; \
        connect-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'";
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).expect("a file");
    let page = read("public/fr/aide/j-ai-besoin-d-un-medecin/index.html");
    assert!(page.contains(&format!("content=\"{policy}\"")));
    assert!(page.contains("action=\"/a/b/fr/recherche/\""));
    assert!(page.contains("data-index=\"/a/b/fr/search.json\""));
    let header = format!("{policy}; frame-ancestors 'none'");
    for path in [
        "public/_headers",
        ".rihla/hosting/nginx.conf",
        ".rihla/hosting/htaccess",
    ] {
        assert!(read(path).contains(&header), "{path}");
    }
}

#[test]
fn two_builds_make_the_same_and_so_does_one_after_an_edit() {
    let (one, other) = (site(), site());
    build(one.path(), "public");
    build(other.path(), "public");
    let first = index(&one.path().join("public"));
    assert_eq!(first, index(&other.path().join("public")));
    // Nothing that enters it changes.
    let draft = one.path().join("content/news/2024-03-02-draft.fr.md");
    let text = fs::read_to_string(&draft).expect("a text");
    fs::write(&draft, text.replace("Brouillonnage", "Griffonnage")).expect("a text");
    build(one.path(), "public");
    assert_eq!(first, index(&one.path().join("public")));
    // A text, a term, a title that another page refers to, and one that goes.
    let edits = [
        (
            "content/news/2024-03-01-shown.fr.md",
            "familles",
            "personnes",
        ),
        (
            "content/terms/entries.yaml",
            "Organisme international",
            "Organisme mondial",
        ),
        ("content/blocks/hours.fr.md", "jeudi", "mardi"),
        ("content/topics/shelter.yaml", "Abri", "Refuge"),
        (
            "content/help/doctor.fr.md",
            "title:",
            "noindex: true\ntitle:",
        ),
        (
            "content/site.yaml",
            "logement, hébergement",
            "logement, gîte",
        ),
    ];
    let mut before = first;
    for (path, from, to) in edits {
        let path = one.path().join(path);
        let text = fs::read_to_string(&path).expect("a text");
        assert!(text.contains(from), "{}", path.display());
        fs::write(&path, text.replace(from, to)).expect("a text");
        build(one.path(), "public");
        let clean = tempfile::tempdir().expect("a temporary folder");
        copy(&one.path().join("content"), &clean.path().join("content"));
        build(clean.path(), "public");
        let now = index(&one.path().join("public"));
        assert_eq!(
            now,
            index(&clean.path().join("public")),
            "{}",
            path.display()
        );
        assert_ne!(now, before, "{}", path.display());
        before = now;
    }
}

#[test]
fn a_site_without_a_page_for_it_is_told() {
    let folder = site();
    fs::remove_dir_all(folder.path().join("content/search")).expect("a folder");
    let done = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["build", "--messages", "en", "--site"])
        .arg(folder.path())
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("error[search-page-missing]"), "{said}");
    assert!(said.contains("content/search/index.fr.md"), "{said}");
}

#[test]
fn words_are_those_of_the_script() {
    let table = fs::read_to_string(root().join("words.tsv")).expect("a table");
    let mut rows = 0;
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [tag, text, expected] = cells[..] else {
            panic!("{line}");
        };
        let stems = Stems::of_tag(tag);
        let found: Vec<String> = words(&fold(text)).map(|word| stems.stem(word)).collect();
        if found.join(" ") != expected {
            wrong.push(format!("{tag}\t{text}\t{}", found.join(" ")));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 15);
}

#[test]
fn telephones_are_those_of_the_script() {
    let table = fs::read_to_string(root().join("telephones.tsv")).expect("a table");
    let mut rows = 0;
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("two cells");
        let found = telephones(text).into_iter().map(|number| number.digits);
        let found = found.collect::<Vec<String>>().join(" ");
        if found != expected {
            wrong.push(format!("{text}\t{found}"));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 15);
}
