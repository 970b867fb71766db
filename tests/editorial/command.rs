//! The commands as they are typed: what they print and how they end.

use std::process::Command;

use super::Site;

/// What a command printed, what it told, and its exit code.
pub(super) fn rihla(site: &Site, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments)
        .args(["--site"])
        .arg(site.folder.path())
        .env_remove("RIHLA_BASE_URL")
        .env("LC_ALL", "C")
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let (printed, told) = (text(output.stdout), text(output.stderr));
    assert!(!told.contains("panicked"), "{told}");
    (printed, told, output.status.code())
}

/// News that go online together.
fn site() -> Site {
    let text = |title: &str, more: &str| {
        format!("---\ntitle: \"{title}\"\ndate: 2026-01-02\n{more}---\nTexte.\n")
    };
    Site::new(&[
        (
            "content/news/collection.yaml",
            "title: {fr: Actualités, en: News, ar: أخبار}\nrelease: together\nfields:\n  \
             title: {type: text, localized: true, required: true}\n  date: {type: date, required: true}\n",
        ),
        (
            "content/news/alone.fr.md",
            &text("Seul", "languages: [fr, en]\n"),
        ),
        (
            "content/news/later.fr.md",
            &text("Tard", "languages: [fr, en]\n"),
        ),
        (
            "content/news/later.en.md",
            &text(
                "Late",
                "publish_at: \"2027-10-14 09:00\"\ntranslation: {of: fr, state: reviewed}\n",
            ),
        ),
        (
            "content/news/draft.fr.md",
            &text(
                "Secret",
                "languages: [fr]\ndraft: true\nreview_by: 2026-01-01\n",
            ),
        ),
    ])
}

#[test]
fn why_is_it_not_online() {
    let site = site();
    let at = ["--at", "2026-11-24"];
    let (printed, told, code) = rihla(&site, &[&["status", "--messages", "en"], &at[..]].concat());
    assert_eq!((code, &*told), (Some(0), ""));
    for line in [
        "fr: waits for its English version, which is missing",
        "fr: waits for its English version, which goes online on 14 October 2027 at 09:00 in Casablanca",
        "en: goes online on 14 October 2027 at 09:00 in Casablanca",
        "fr: a draft",
        "to be read again by 2026-01-01",
    ] {
        assert!(printed.contains(line), "{line}\n{printed}");
    }
    let (printed, ..) = rihla(&site, &[&["status", "--messages", "fr"], &at[..]].concat());
    for line in [
        "fr : attend sa version anglaise, qui manque",
        "fr : attend sa version anglaise, qui sera mise en ligne le 14 octobre 2027 à 9 h (Casablanca)",
        "en : sera mis en ligne le 14 octobre 2027 à 9 h (Casablanca)",
    ] {
        assert!(printed.contains(line), "{line}\n{printed}");
    }
    let (printed, ..) = rihla(&site, &["status", "--next-build"]);
    assert_eq!(printed.split('T').next(), Some("2027-10-14"));
    // A build says the same to the team, and nothing of it to the public.
    let (_, told, code) = rihla(&site, &["build", "--quiet"]);
    assert_eq!(code, Some(0), "{told}");
    let report = site.read(".rihla/report.json");
    for word in [
        "Secret",
        "release-together",
        "2027-10-14T09:00:00",
        "\"missing\"",
        "next_build",
    ] {
        assert!(report.contains(word), "{word}\n{report}");
    }
    let mut folders = vec![site.path("public")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            count += 1;
            let bytes = std::fs::read(entry.path()).expect("a file");
            let text = String::from_utf8_lossy(&bytes);
            for word in ["Secret", "Seul", "Tard", "Late", "held_back"] {
                assert!(!text.contains(word), "{word} in {}", entry.path().display());
            }
        }
    }
    assert!(count > 5);
}

#[test]
fn what_a_check_refuses_is_told_as_well() {
    let site = site();
    site.write(
        "content/news/wrong.fr.md",
        "---\ntitle: \"Faux\"\ndate: demain\n---\nTexte.\n",
    );
    let (printed, _, code) = rihla(&site, &["status", "--messages", "en"]);
    assert_eq!(code, Some(0));
    assert!(printed.contains("refused by a check: "), "{printed}");
    assert!(printed.starts_with("The site cannot be built"), "{printed}");
    let first = printed.lines().find(|line| line.starts_with("news/"));
    assert!(
        first.is_some_and(|line| line.starts_with("news/wrong")),
        "{printed}"
    );
}

#[test]
fn a_status_has_forms_filters_and_an_exit_code() {
    let site = site();
    let status = |arguments: &[&str]| rihla(&site, &[&["status"], arguments].concat());
    let (printed, _, code) = status(&["--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    assert_eq!(code, Some(0));
    let entries = value["entries"].as_array().expect("a list");
    let alone = entries
        .iter()
        .find(|entry| entry["id"] == "news/alone")
        .expect("one");
    assert_eq!(alone["states"]["fr"], "original");
    assert_eq!(alone["states"]["en"], "missing");
    assert_eq!(alone["held_back"][0]["reason"], "release-together");
    assert_eq!(alone["held_back"][0]["waits_for"][0], "en");
    let later = entries
        .iter()
        .find(|entry| entry["id"] == "news/later")
        .expect("one");
    let date = later["held_back"][0]["date"].as_str().expect("a date");
    assert!(date.starts_with("2027-10-14T09:00:00"), "{date}");
    let home = entries
        .iter()
        .find(|entry| entry["id"] == "_index")
        .expect("one");
    assert_eq!(home["addresses"]["ar"], "https://example.org/ar/");
    for (form, head) in [
        ("csv", "id,collection,language,state,"),
        ("markdown", "| entry | title | Français | English |"),
        ("html", "<!doctype html>"),
    ] {
        let (printed, ..) = status(&["--format", form, "--messages", "en"]);
        assert!(printed.starts_with(head), "{printed}");
        assert!(printed.contains("news/alone"), "{printed}");
    }
    let (printed, _, code) = status(&[
        "--state",
        "missing",
        "--language",
        "en",
        "--fail-on",
        "missing",
    ]);
    assert_eq!(code, Some(1));
    assert!(
        printed.contains("news/alone") && !printed.contains("news/draft"),
        "{printed}"
    );
    let (printed, _, code) = status(&["--collection", "pages", "--fail-on", "missing"]);
    assert_eq!(code, Some(0), "{printed}");
    for wrong in [
        ["--language", "de"],
        ["--collection", "new"],
        ["--state", "old"],
    ] {
        let (_, told, code) = status(&wrong);
        assert_eq!(code, Some(2), "{told}");
    }
}

#[test]
fn together_means_up_to_date_until_it_was_online() {
    let site = site();
    let page = |name: &str| site.path(&format!("public/{name}/index.html")).exists();
    let build = || assert_eq!(rihla(&site, &["build", "--quiet", "--record"]).2, Some(0));
    let (printed, _, code) = rihla(&site, &["translate", "alone", "--to", "en"]);
    assert_eq!((&*printed, code), ("content/news/alone.en.md\n", Some(0)));
    build();
    assert!(!page("fr/actualites/seul"));
    rihla(&site, &["accept", "alone"]);
    // The source changes before the first publication.
    let french = site.read("content/news/alone.fr.md");
    site.write(
        "content/news/alone.fr.md",
        &french.replace("Texte", "Un texte"),
    );
    build();
    assert!(!page("fr/actualites/seul"));
    rihla(&site, &["accept", "alone"]);
    build();
    assert!(page("fr/actualites/seul") && page("en/news/seul"));
    // And after it.
    site.write(
        "content/news/alone.fr.md",
        &french.replace("Texte", "Autre chose"),
    );
    build();
    assert!(page("fr/actualites/seul") && page("en/news/seul"));
    assert_eq!(site.names("news/alone")[1], "outdated");
}

#[test]
fn what_is_asked_wrongly_is_told() {
    let site = site();
    for (arguments, word) in [
        (&["accept"][..], "say which entry is to be accepted"),
        (
            &["translate", "--to", "en"],
            "say which entry is to be translated",
        ),
        (
            &["diff", "alone", "other"],
            "takes one entry at a time, and 2 are named: alone, other",
        ),
        (&["diff", "alon"], "there is no entry “alon”"),
        (
            &["translate", "alone", "--to", "de"],
            "the site has no language “de”",
        ),
        (
            &["translate", "alone", "--to", "de"],
            "to add “de”, write under “languages:” in content/site.yaml: - {tag: de, name: \"…\"}",
        ),
        (
            &["translate", "alone", "--to", "fr"],
            "it cannot be its own translation",
        ),
        (&["accept", "alone", "--to", "en"], "has no text in English"),
        (
            &["status", "--fail-on", "olde"],
            "is no state of a translation",
        ),
    ] {
        let (_, told, code) = rihla(&site, &[arguments, &["--messages", "en"]].concat());
        assert_eq!(code, Some(2), "{arguments:?}: {told}");
        assert!(told.contains(word), "{arguments:?}: {told}");
    }
}

/// Makes every file of the sources look as if nobody had touched it for long.
fn rest(folder: &std::path::Path) {
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_500_000_000);
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path().is_dir() {
            true => rest(&entry.path()),
            false => {
                let file = std::fs::File::options().write(true).open(entry.path());
                file.expect("a file")
                    .set_modified(long_ago)
                    .expect("a time");
            }
        }
    }
}

#[test]
fn what_a_build_leaves_is_the_status_until_something_changes() {
    let site = site();
    for folder in ["content", "themes"] {
        rest(&site.path(folder));
    }
    // That a time was set is a change too, and what has just changed is not at rest.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    let status = || rihla(&site, &["status", "--format", "json"]).0;
    assert_eq!(rihla(&site, &["build", "--quiet"]).2, Some(0));
    assert!(site.path(".rihla/status").exists());
    let kept = status();
    std::fs::remove_file(site.path(".rihla/status")).expect("a file");
    assert_eq!(status(), kept);
    assert_eq!(status(), kept);
    let text = site.read("content/news/later.fr.md");
    site.write(
        "content/news/later.fr.md",
        &text.replace("languages: [fr, en]", "languages: [fr]"),
    );
    assert_ne!(status(), kept);
}

/// Each command knows an entry by each of its names.
#[test]
fn an_entry_is_named_in_any_form() {
    for name in [
        "later",
        "news/later",
        "content/news/later",
        "content/news/later.fr.md",
        "later.en.md",
        "later.en",
        "/en/news/late/",
        "https://example.org/fr/actualites/tard/",
        "Tard",
        "late",
    ] {
        let site = site();
        let english = site.read("content/news/later.en.md");
        let english = english.replace("publish_at: \"2027-10-14 09:00\"\n", "");
        site.write("content/news/later.en.md", &english);
        for (command, more) in [
            (&["status"][..], &["--all"][..]),
            (&["diff"], &[]),
            (&["translate"], &["--to", "ar"]),
            (&["accept"], &["--to", "en", "--as-is"]),
            (&["remove"], &[]),
        ] {
            let arguments = [command, &[name], more].concat();
            let (printed, told, code) = rihla(&site, &arguments);
            assert_eq!(code, Some(0), "{arguments:?}: {told}");
            let said = format!("{printed}{told}");
            assert!(said.contains("news/later"), "{arguments:?}: {said}");
            assert!(!said.contains("news/alone"), "{arguments:?}: {said}");
        }
    }
}

#[test]
fn states_are_written_as_they_are_read() {
    let site = site();
    for (words, is_some) in [
        ("manque", true),
        ("Missing", true),
        ("à jour,MANQUE", true),
        ("a mettre a jour", false),
        ("A METTRE À JOUR, non-verifie", false),
        ("out of date", false),
        ("outdated missing", true),
        ("machine", false),
    ] {
        let (printed, told, code) = rihla(&site, &["status", "--state", words]);
        assert_eq!((code, &*told), (Some(0), ""), "{words}");
        assert_eq!(
            printed.contains("news/alone"),
            is_some,
            "{words}: {printed}"
        );
    }
    for (language, known) in [
        ("fr", "divergent, à mettre à jour, manque"),
        ("en", "diverged, outdated, missing"),
    ] {
        let (_, told, code) = rihla(
            &site,
            &["status", "--state", "perdu", "--messages", language],
        );
        assert_eq!(code, Some(2));
        assert!(told.contains(known), "{told}");
    }
}

/// Sentences call languages as their own language does.
#[test]
fn languages_have_their_name_in_the_language_of_the_message() {
    let site = site();
    for (language, wanted) in [
        ("fr", "n’a pas de texte en anglais"),
        ("en", "has no text in English"),
    ] {
        let (_, told, _) = rihla(
            &site,
            &["accept", "alone", "--to", "en", "--messages", language],
        );
        assert!(told.contains(wanted), "{told}");
        assert!(
            language == "en" || told.contains(" = aide\u{a0}: "),
            "{told}"
        );
    }
    let (_, told, _) = rihla(
        &site,
        &["translate", "later", "--to", "en", "--messages", "fr"],
    );
    assert!(told.contains("existe déjà en anglais"), "{told}");
}
