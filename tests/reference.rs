//! What the tables of the program say, as documents: it is complete, it is what the documentation
//! holds, and its examples are right.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use rihla_site::schema;
use tempfile::TempDir;

fn rihla(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_rihla"));
    program.args(arguments).output().expect("the program runs")
}

/// The files below a folder, by their paths.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("an entry");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("below it");
            let text = fs::read_to_string(entry.path()).expect("a text");
            found.insert(path.display().to_string(), text);
        }
    }
    found
}

fn printed(part: &str) -> BTreeMap<String, String> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().to_str().expect("a path");
    let output = rihla(&["reference", part, path]);
    assert!(output.status.success(), "{output:?}");
    files(folder.path())
}

#[test]
fn the_reference_is_what_the_program_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/site/content/reference");
    let mut kept = files(&folder);
    kept.retain(|name, _| name != "collection.yaml" && !name.starts_with("_index"));
    let printed = printed("pages");
    let differing: Vec<&String> = printed
        .keys()
        .chain(kept.keys())
        .filter(|name| printed.get(*name) != kept.get(*name))
        .collect();
    assert!(
        differing.is_empty(),
        "{differing:?} differ; write them with: cargo run -- reference pages docs/site/content/reference"
    );
}

#[test]
fn every_text_of_the_reference_is_there() {
    let parts = ["pages", "man"];
    for (name, text) in parts.into_iter().flat_map(printed) {
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        let prefixes = [
            "reference-",
            "about-",
            "function-",
            "filter-",
            "parameter-",
            "given-",
            "code-",
            "manual-",
        ];
        let ids: Vec<&str> = words
            .filter(|word| prefixes.iter().any(|prefix| word.starts_with(prefix)))
            .collect();
        // The code of a message may begin like an id.
        let ids: Vec<_> = ids
            .into_iter()
            .filter(|id| !text.contains(&format!("### `{id}`")))
            .collect();
        assert!(ids.is_empty(), "{name} has no words for {ids:?}");
    }
}

#[test]
fn each_command_has_a_page_of_the_manual_in_each_language() {
    let pages = printed("man");
    let help = String::from_utf8(rihla(&["--help"]).stdout).expect("UTF-8");
    let commands = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next());
    let mut count = 0;
    for command in commands {
        for page in [
            format!("rihla-{command}.1"),
            format!("fr/rihla-{command}.1"),
        ] {
            let text = pages.get(&page).unwrap_or_else(|| panic!("no {page}"));
            assert!(text.contains(&format!("rihla {command}")), "{page}: {text}");
            count += 1;
        }
    }
    assert!(count > 20, "only {count} pages were seen");
    assert_eq!(pages.len(), count + 2);
}

#[test]
fn shells_complete_each_command() {
    let shells = printed("completions");
    let names: Vec<&str> = shells.keys().map(String::as_str).collect();
    assert_eq!(names, ["_rihla", "rihla.bash", "rihla.fish", "rihla.ps1"]);
    for (name, text) in &shells {
        for word in ["translate", "no-memory", "messages"] {
            assert!(text.contains(word), "{name} lacks {word}");
        }
        assert!(
            !text.contains("writes the reference"),
            "{name} has what is hidden"
        );
    }
}

#[test]
fn the_examples_of_field_types_are_right() {
    let site = TempDir::new().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = site.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let mut fields = String::from(
        "title: {fr: Faits, en: Things}\nfields:\n  title: {type: text, localized: true}\n",
    );
    let mut entry = String::from("title: {fr: \"Un fait\", en: \"A thing\"}\n");
    let mut count = 0;
    for name in schema::types() {
        let (declared, written) = schema::example(name);
        // Two of one form have one name in the examples.
        let own = |text: &str| match text.strip_prefix("contact:") {
            Some(rest) => format!("{name}:{rest}"),
            None => text.to_owned(),
        };
        for line in own(&declared).lines() {
            fields.push_str(&format!("  {line}\n"));
        }
        entry.push_str(&format!("{}\n", own(&written)));
        count += 1;
    }
    assert_eq!(count, 16);
    write(
        "content/site.yaml",
        "edition: 1\ntitle: {fr: Essai, en: Trial}\nbase_url: \"https://trial.example.org/\"\nidentity: \"tag:trial.example.org,2026:trial\"\ntime_zone: Europe/Paris\nlanguages:\n  - {tag: fr, name: Français}\n  - {tag: en, name: English}\n",
    );
    write("content/things/collection.yaml", &fields);
    write("content/things/thing/shared.yaml", &entry);
    write("content/things/thing/report.pdf", "%PDF-1.4\n%%EOF\n");
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/directives/atelier.jpg");
    fs::copy(
        picture,
        site.path().join("content/things/thing/workshop.jpg"),
    )
    .expect("a picture");
    write(
        "content/partners/collection.yaml",
        "title: {fr: Partenaires, en: Partners}\nfields:\n  title: {type: text, localized: true}\n",
    );
    for (name, title) in [("health", "Santé"), ("town", "Ville")] {
        write(
            &format!("content/partners/{name}.yaml"),
            &format!("title: \"{title}\"\n"),
        );
    }
    for language in ["fr", "en"] {
        write(
            &format!("content/_index.{language}.md"),
            "---\ntitle: Accueil\n---\n",
        );
    }
    let path = site.path().to_str().expect("a path");
    let output = rihla(&["build", "--site", path, "--messages", "en"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("0 errors, 0 warnings"), "{said}");
    assert!(!said.contains("advice"), "{said}");
}
