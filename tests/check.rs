//! `rihla check` on the site of the repository: nothing is found that is not real, and twenty
//! figures that are broken in a copy are all found.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

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

/// A copy of the repository's site that is online: whose texts stay online while they are edited.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["content", "static", "themes"] {
        copy(&root.join(part), &folder.path().join(part));
    }
    let built = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["build", "--quiet", "--record", "--site"])
        .arg(folder.path())
        .env_remove("RIHLA_BASE_URL")
        .status();
    assert!(built.expect("the program runs").success());
    folder
}

/// What `rihla check` finds in a site, and its exit code.
fn check(site: &Path) -> (Vec<Value>, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["check", "--format", "json", "--messages", "en", "--site"])
        .arg(site)
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let found = said
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    (found.collect(), output.status.code())
}

/// Replaces the only place of some words in a file.
fn put(site: &Path, path: &str, before: &str, after: &str) {
    let path = site.join(path);
    let text = fs::read_to_string(&path).expect("a file of the site");
    assert!(
        text.contains(before),
        "{} has no “{before}”",
        path.display()
    );
    fs::write(&path, text.replacen(before, after, 1)).expect("a file");
}

/// File, what stands there, what is put in its place, and how the finding shows it.
const BROKEN: [(&str, &str, &str, &str); 20] = [
    // Numbers, in bodies and in tables.
    (
        "content/axes/protection-resilience.en.md",
        "offered orientation and counselling to 1,589",
        "offered orientation and counselling to 1,598",
        "1,598",
    ),
    (
        "content/axes/protection-resilience.fr.md",
        "à 40 personnes",
        "à 41 personnes",
        "41",
    ),
    (
        "content/data/index.en.md",
        "| about 30,000 |",
        "| about 33,000 |",
        "33,000",
    ),
    (
        "content/data/index.fr.md",
        "plus de 2 400 |",
        "plus de 2 500 |",
        "2 500",
    ),
    ("content/data/index.fr.md", "148 152", "148 125", "148 125"),
    (
        "content/axes/youth-support.en.md",
        "to take a one-year",
        "to take, in 3 months, a one-year",
        "3",
    ),
    // Dates.
    (
        "content/news/2025-10-20-cup.en.md",
        "Monday, 20 October 2025, in",
        "Monday, 21 October 2025, in",
        "21 October 2025",
    ),
    (
        "content/news/2018-12-11-norway-return.fr.md",
        "11 juin",
        "11 mai",
        "11 mai 2007",
    ),
    (
        "content/news/2019-07-25-tangier-workshop.en.md",
        "Tangier on 25 and 26 July 2019 under",
        "Tangier on 25 and 27 July 2019 under",
        "27 July 2019",
    ),
    (
        "content/programmes/forsaty.yaml",
        "From 2012 to 2019, a",
        "From 2012 to 2018, a",
        "2018",
    ),
    (
        "content/site.yaml",
        "Founded in 1951",
        "Founded in 1915",
        "1915",
    ),
    // Percentages.
    (
        "content/about/mission/index.en.md",
        "rose by 21 per cent",
        "rose by 12 per cent",
        "12 per cent",
    ),
    (
        "content/programmes/ygca.yaml",
        "95 % du financement",
        "59 % du financement",
        "59 %",
    ),
    // Sums of money.
    (
        "content/news/2020-07-17-migrant-health.en.md",
        "EUR 2.75 million",
        "EUR 2.57 million",
        "EUR 2.57 million",
    ),
    (
        "content/news/2018-12-11-norway-return.en.md",
        "about EUR 400,000",
        "about USD 400,000",
        "USD 400,000",
    ),
    (
        "content/news/2020-01-10-children-steering.fr.md",
        "4 836 212 dollars",
        "4 836 221 dollars",
        "4 836 221 dollars des États-Unis",
    ),
    (
        "content/programmes/migrant-health.yaml",
        "EUR 1.5 million",
        "EUR 1.5 billion",
        "EUR 1.5 billion",
    ),
    // A number in words.
    (
        "content/programmes/forsaty.yaml",
        "seven neighbourhoods",
        "eight neighbourhoods",
        "eight",
    ),
    // A title and a summary.
    (
        "content/news/2018-03-02-oujda-cold.fr.md",
        "140 personnes",
        "104 personnes",
        "104",
    ),
    // A time, which is written in both languages first.
    (
        "content/news/2022-08-18-trafficking-platform.en.md",
        "at 2:30 pm",
        "at 3:30 pm",
        "3:30 pm",
    ),
];

#[test]
fn nothing_is_found_that_is_not_real_and_all_that_is_broken() {
    let folder = site();
    let site = folder.path();
    let time = "news/2022-08-18-trafficking-platform";
    for (tag, words) in [
        ("fr", "La séance commence à 14 h 30."),
        ("en", "It begins at 2:30 pm."),
    ] {
        let path = site.join(format!("content/{time}.{tag}.md"));
        let text = fs::read_to_string(&path).expect("a file of the site");
        fs::write(&path, format!("{text}\n{words}\n")).expect("a file");
    }
    let (found, code) = check(site);
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(code, Some(0));

    for (path, before, after, _) in BROKEN {
        let has_blanks = fs::read_to_string(site.join(path))
            .expect("a file")
            .contains(before);
        // Thousands may be written with spaces that do not break.
        match has_blanks {
            true => put(site, path, before, after),
            false => {
                let set = |text: &str| text.replace(' ', "\u{a0}");
                put(site, path, &set(before), &set(after));
            }
        }
    }
    let (found, code) = check(site);
    assert_eq!(code, Some(1));
    let mut told = BTreeSet::new();
    for (path, _, after, shown) in BROKEN {
        let shown = shown.replace('\u{a0}', " ");
        let place = found.iter().position(|finding| {
            let message = finding["message"]
                .as_str()
                .unwrap_or_default()
                .replace(['\u{a0}', '\u{202f}'], " ");
            let related = finding["related"].as_array().expect("places");
            let is_there =
                finding["path"] == path || related.iter().any(|place| place["path"] == path);
            is_there && message.contains(&format!("“{shown}”")) && !related.is_empty()
        });
        let place = place.unwrap_or_else(|| panic!("{path}: “{after}” is not told: {found:#?}"));
        told.insert(place);
    }
    assert_eq!(told.len(), BROKEN.len());
    // The day of the week of a date that was broken is not that of the date.
    let mut codes = found.iter().map(|finding| &finding["code"]);
    assert!(codes.any(|code| code == "weekday-of-date"), "{found:#?}");
    assert_eq!(
        found.len(),
        BROKEN.len() + 1,
        "more than what was broken: {found:#?}"
    );
}
