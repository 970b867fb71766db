//! Where languages stand, and what is done about it, on whole sites.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod command;
mod finished;
mod machine;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};

use rihla::build::{self, Program};
use rihla::editorial::{self, Accept, Translate};
use rihla::site::translation::State;

/// A site of three languages with the plain theme.
struct Site {
    folder: tempfile::TempDir,
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

impl Site {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        copy(
            &root.join("themes/plain"),
            &folder.path().join("themes/plain"),
        );
        let site = Self { folder };
        site.write(
            "content/site.yaml",
            "edition: 1\ntitle: Essai\nbase_url: \"https://example.org/\"\n\
             time_zone: Africa/Casablanca\ntheme: plain\nlanguages:\n  \
             - {tag: fr, name: \"Français\"}\n  - {tag: en, name: English, variant: en-GB-oxendict}\n  - {tag: ar, name: \"العربية\"}\n",
        );
        for tag in ["fr", "en", "ar"] {
            site.write(&format!("content/_index.{tag}.md"), "Accueil\n");
        }
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|_| panic!("no {path}"))
    }

    fn options(&self) -> build::Options {
        build::Options {
            site: self.folder.path().to_owned(),
            out: self.path("public"),
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
            now: "2026-11-24T10:00:00Z".parse().expect("a moment"),
        }
    }

    /// The states of an entry in French, English and Arabic.
    fn states(&self, id: &str) -> Vec<Option<State>> {
        let status = editorial::status(&self.options()).expect("a status");
        let row = status.rows.into_iter().find(|row| row.id == id);
        row.map(|row| row.states.to_vec()).unwrap_or_default()
    }

    fn names(&self, id: &str) -> Vec<&'static str> {
        let states = self.states(id).into_iter();
        states.map(|state| state.map_or("-", State::name)).collect()
    }

    fn accept(&self, accept: Accept) -> Option<usize> {
        let done = editorial::accept(&self.options(), &accept);
        done.ok().map(|(_, accepted)| accepted.stamped.len())
    }

    fn translate(&self, name: &str, to: &str) -> Option<usize> {
        let asked = Translate {
            name: name.to_owned(),
            to: Some(to.to_owned()),
            ..Translate::default()
        };
        let done = editorial::translate(&self.options(), &asked);
        done.ok().map(|(_, begun)| begun.files.len())
    }
}

fn one(name: &str, to: &str) -> Accept {
    Accept {
        names: vec![name.to_owned()],
        to: Some(to.to_owned()),
        ..Accept::default()
    }
}

#[test]
fn any_language_is_the_original() {
    for (original, others) in [
        ("fr", ["en", "ar"]),
        ("en", ["fr", "ar"]),
        ("ar", ["en", "fr"]),
    ] {
        let path = |tag: &str| format!("content/about.{tag}.md");
        let text = "---\ntitle: \"A\"\n---\nUn [lien](/x).\n\nDeux.\n";
        let site = Site::new(&[]);
        site.write(&path(original), text);
        for other in others {
            assert_eq!(site.translate("about", other), Some(1));
            // Once is enough.
            assert_eq!(site.translate("about", other), Some(0));
        }
        let at = |tag: &str| {
            ["fr", "en", "ar"]
                .iter()
                .position(|other| *other == tag)
                .expect("one")
        };
        let state = |tag: &str| site.names("about")[at(tag)];
        assert_eq!(state(original), "original");
        assert_eq!((state(others[0]), state(others[1])), ("draft", "draft"));
        for other in others {
            assert_eq!(site.accept(one("about", other)), Some(1));
        }
        assert_eq!(
            (state(others[0]), state(others[1])),
            ("up-to-date", "up-to-date")
        );
        // A space makes nothing stale, a word does.
        site.write(&path(original), &text.replace("Deux.", "Deux ."));
        assert_eq!(state(others[0]), "up-to-date");
        site.write(&path(original), &text.replace("Deux.", "Trois."));
        assert_eq!(
            (state(others[0]), state(others[1])),
            ("outdated", "outdated")
        );
        let diffs = editorial::diff(&site.options(), "about", Some(others[0])).expect("a diff");
        assert_eq!(diffs[0].changes.len(), 1);
        let edited = site.read(&path(others[0])).replace("Deux.", "Two.");
        site.write(&path(others[0]), &edited);
        assert_eq!(state(others[0]), "diverged");
        let minor = Accept {
            minor: true,
            ..one("about", others[1])
        };
        assert_eq!(site.accept(minor), Some(1));
        assert_eq!(
            (state(others[0]), state(others[1])),
            ("diverged", "up-to-date")
        );
        fs::remove_file(site.path(&path(original))).expect("a file");
        assert_eq!(state(original), "missing");
        assert_eq!((state(others[0]), state(others[1])), ("orphan", "orphan"));
    }
}

#[test]
fn what_a_browser_says_is_stamped_and_nothing_else() {
    let text = |record: &str| format!("---\ntitle: \"A\"\n{record}---\nDeux.\n");
    let site = Site::new(&[]);
    let reviewed = || Accept {
        reviewed: true,
        ..Accept::default()
    };
    site.write("content/about.fr.md", &text(""));
    site.write(
        "content/about.en.md",
        &text("translation: {of: fr, state: draft} # à faire\n"),
    );
    site.write("content/about.ar.md", &text(""));
    assert_eq!(site.accept(reviewed()), Some(0));
    let said = "translation: {of: fr, state: reviewed} # à faire\n";
    site.write("content/about.en.md", &text(said));
    assert_eq!(
        site.names("about"),
        ["original", "up-to-date", "unverified"]
    );
    assert_eq!(site.accept(reviewed()), Some(1));
    let stamped = site.read("content/about.en.md");
    assert!(
        stamped.contains("{of: fr, state: reviewed, revision: \""),
        "{stamped}"
    );
    assert!(stamped.contains("# à faire"), "{stamped}");
    assert_eq!(site.accept(reviewed()), Some(0));
    // A correction of the translation is stamped, as long as the source is what it was.
    site.write("content/about.en.md", &stamped.replace("Deux", "Two"));
    assert_eq!(site.accept(reviewed()), Some(1));
    let stamped = site.read("content/about.en.md");
    site.write("content/about.fr.md", &text("").replace("Deux", "Trois"));
    assert_eq!(site.accept(reviewed()), Some(0));
    assert_eq!(site.names("about")[1], "outdated");
    // Both have changed: nobody can know whether that was the translation.
    site.write("content/about.en.md", &stamped.replace("Two", "Three"));
    assert_eq!(site.accept(reviewed()), Some(0));
    assert_eq!(site.names("about")[1], "diverged");
}

#[test]
fn yaml_menus_and_strings_have_a_state_too() {
    let site = Site::new(&[
        (
            "content/partners/collection.yaml",
            "title: {fr: Partenaires, en: Partners, ar: شركاء}\nfields:\n  title: {type: text, localized: true, required: true}\n",
        ),
        (
            "content/partners/entries.yaml",
            "# Le premier\n- id: a\n  title: {fr: Un, en: One}\n- id: b\n  title: # titre\n    fr: Deux\n",
        ),
        ("themes/plain/strings/fr.yaml", "home: Accueil\n"),
        ("themes/plain/strings/en.yaml", "home: Home\n"),
        ("themes/plain/strings/ar.yaml", "home: الرئيسية\n"),
    ]);
    let all = || Accept {
        all: true,
        ..Accept::default()
    };
    assert_eq!(
        site.names("partners/a"),
        ["unverified", "unverified", "missing"]
    );
    assert_eq!(site.names("partners/b"), ["original", "missing", "missing"]);
    assert!(site.accept(all()) > Some(3));
    assert_eq!(site.accept(all()), Some(0));
    assert_eq!(
        site.names("partners/a"),
        ["original", "up-to-date", "missing"]
    );
    let strings = "themes/plain/strings";
    assert_eq!(
        site.names(strings),
        ["original", "up-to-date", "up-to-date"]
    );
    assert_eq!(site.translate("partners/b", "ar"), Some(1));
    assert_eq!(site.names("partners/b"), ["original", "missing", "draft"]);
    let text = site.read("content/partners/entries.yaml");
    assert!(
        text.starts_with("# Le premier\n- id: a\n  title: {fr: Un, en: One}\n"),
        "{text}"
    );
    assert!(
        text.contains("  title: # titre\n    fr: Deux\n    ar: Deux\n"),
        "{text}"
    );
    site.write(
        "content/partners/entries.yaml",
        &text.replace("fr: Un", "fr: Une"),
    );
    assert_eq!(site.names("partners/a")[1], "outdated");
    let fr = site
        .read("themes/plain/strings/fr.yaml")
        .replace("Accueil", "Début");
    site.write("themes/plain/strings/fr.yaml", &fr);
    assert_eq!(site.names(strings), ["original", "outdated", "outdated"]);
    let diffs = editorial::diff(&site.options(), strings, Some("en")).expect("a diff");
    assert_eq!(diffs[0].changes[0].field, "home");
}

#[test]
fn what_a_translation_lacks_is_added_and_makes_it_a_draft() {
    let site = Site::new(&[(
        "content/news/collection.yaml",
        "title: {fr: Actualités, en: News, ar: أخبار}\nfields:\n  title: {type: text, localized: true, required: true}\n  place: {type: text, localized: true}\n",
    )]);
    let french = "---\ntitle: \"Un\"\nplace: \"À Rabat\"\n---\nUn texte.\n";
    let english = "---\ntitle: \"One\"\ntranslation: {of: fr, state: reviewed}\n---\n";
    site.write("content/news/a.fr.md", french);
    site.write("content/news/a.en.md", english);
    assert_eq!(site.names("news/a")[..2], ["original", "incomplete"]);
    assert_eq!(site.translate("news/a", "en"), Some(1));
    let completed = site.read("content/news/a.en.md");
    assert_eq!(
        completed,
        "---\nplace: \"À Rabat\"\ntitle: \"One\"\ntranslation: {of: fr, state: draft}\n---\nUn texte.\n"
    );
    assert_eq!(site.names("news/a")[..2], ["original", "draft"]);
    site.write(
        "content/news/a.en.md",
        &completed
            .replace("À Rabat", "In Rabat")
            .replace("Un texte", "A text"),
    );
    assert_eq!(site.accept(one("news/a", "en")), Some(1));
    assert_eq!(site.names("news/a")[..2], ["original", "up-to-date"]);
    assert_eq!(site.translate("news/a", "en"), Some(0));
}

#[test]
fn the_source_stands_in_comments_and_never_in_the_output() {
    let site = Site::new(&[]);
    site.write(
        "content/about.fr.md",
        "---\ntitle: \"Un titre\"\nslug: un\nweight: 3\n---\nUn secret-- ici.\n\n## Deux\n\n- a\n\n- b\n\n:::note\nAttention.\n:::\n",
    );
    let asked = Translate {
        name: "content/about.fr.md".to_owned(),
        to: Some("en".to_owned()),
        from: None,
        with_source: true,
    };
    editorial::translate(&site.options(), &asked).expect("a translation");
    let text = site.read("content/about.en.md");
    assert_eq!(
        text.split_once("  revision: ").expect("a record").0,
        "---\n# title: \"Un titre\"\ntitle: \"Un titre\"\ntranslation:\n  of: fr\n"
    );
    assert!(
        text.ends_with(
            "\n---\n<!-- Un secret-- ici. -->\n\nUn secret-- ici.\n\n<!-- ## Deux -->\n\n## Deux\n\n\
             <!-- - a\n\n- b -->\n\n- a\n\n- b\n\n:::note\nAttention.\n:::\n"
        ),
        "{text}"
    );
    site.write(
        "content/about.en.md",
        &text.replace("\nUn secret-- ici.", "\nA word."),
    );
    assert_eq!(site.accept(one("about", "en")), Some(1));
    let outcome = build::build(&site.options(), &|_| {});
    assert!(outcome.written.is_some(), "{:?}", outcome.diagnostics);
    let html = site.read("public/en/un-titre/index.html");
    assert!(html.contains("A word."), "{html}");
    assert!(!html.contains("secret") && !html.contains("<!--"), "{html}");
}

#[test]
fn the_text_of_that_time_comes_from_the_store_or_from_version_control() {
    let site = Site::new(&[]);
    let git = |arguments: &[&str]| {
        let status = std::process::Command::new("git")
            .arg("-C")
            .arg(site.folder.path())
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org"])
            .args(["-c", "commit.gpgsign=false"])
            .args(arguments)
            .output()
            .expect("git runs");
        assert!(status.status.success(), "{status:?}");
    };
    let text = "---\ntitle: \"A\"\n---\nUn deux trois.\n";
    site.write("content/about.fr.md", text);
    site.write("content/about.en.md", text);
    site.accept(one("about", "en"));
    git(&["init", "-q"]);
    git(&["add", "content"]);
    git(&["commit", "-qm", "a"]);
    site.write("content/about.fr.md", &text.replace("deux", "quatre"));
    let changes = || {
        let diffs = editorial::diff(&site.options(), "about", Some("en"));
        diffs.ok().map(|diffs| diffs[0].changes.clone())
    };
    let kept = changes().expect("the store");
    assert_eq!(kept.len(), 1);
    fs::remove_dir_all(site.path("content/.translations")).expect("a folder");
    assert_eq!(changes().as_ref(), Some(&kept));
    fs::remove_dir_all(site.path(".git")).expect("a folder");
    assert_eq!(changes(), None);
}

#[test]
fn a_kept_text_in_which_a_merge_is_not_finished_is_told() {
    let site = Site::new(&[]);
    let text = "---\ntitle: \"A\"\n---\nUn deux trois.\n";
    site.write("content/about.fr.md", text);
    site.write("content/about.en.md", text);
    site.accept(one("about", "en"));
    site.write("content/about.fr.md", &text.replace("deux", "quatre"));
    let path = "content/.translations/about.en.md";
    let kept = fs::read_to_string(site.path(path)).expect("the store");
    let marks = "<<<<<<< main\nUn.\n=======\nUn deux.\n>>>>>>> other\n";
    site.write(path, &format!("{kept}{marks}"));
    let refused = editorial::diff(&site.options(), "about", Some("en")).err();
    let said = refused.expect("a refusal").diagnostics;
    let codes: Vec<&str> = said.iter().map(|found| found.message.code).collect();
    assert_eq!(codes, ["merge-unfinished"]);
    let place = said[0].place.as_ref().expect("a place");
    assert_eq!(&*place.path, path);
}

#[test]
fn texts_of_several_lines_are_begun_in_their_place() {
    let site = Site::new(&[
        (
            "content/gardens/collection.yaml",
            "title: Jardins\nfields:\n  title: {type: text, localized: true, required: true}\n  \
             text: {type: markdown, localized: true}\n",
        ),
        (
            "content/gardens/entries.yaml",
            "- id: a\n  title: {fr: \"A\", en: \"B\"}\n  text:\n    fr: |\n      Une.\n\n      Deux.\n    \
             en: |\n      One.\n- id: b\n  title: {fr: \"C\", en: \"D\"}\n",
        ),
    ]);
    assert_eq!(site.translate("gardens/a", "ar"), Some(1));
    let text = site.read("content/gardens/entries.yaml");
    let begun = "    fr: |\n      Une.\n\n      Deux.\n    ar: |\n      Une.\n\n      Deux.\n    en: |\n      One.\n";
    assert!(text.contains(begun), "{text}");
    assert!(
        text.contains("title: {fr: \"A\", ar: \"A\", en: \"B\"}"),
        "{text}"
    );
}

#[test]
fn the_strings_of_a_theme_are_begun_in_comments() {
    let strings = "themes/plain/strings";
    let site = Site::new(&[
        (
            &format!("{strings}/fr.yaml"),
            "skip: \"Aller au texte\"\nmenu: \"Menu\"\n",
        ),
        (
            &format!("{strings}/en.yaml"),
            "skip: \"Skip to the text\"\nmenu: \"Menu\"\n",
        ),
        (&format!("{strings}/ar.yaml"), "menu: \"القائمة\"\n"),
    ]);
    let expected = "menu: \"القائمة\"\n# skip: \"Aller au texte\"\n";
    assert_eq!(site.translate(strings, "ar"), Some(1));
    assert_eq!(site.read(&format!("{strings}/ar.yaml")), expected);
    // Once more changes nothing.
    assert_eq!(site.translate(strings, "ar"), Some(0));
    fs::remove_file(site.path(&format!("{strings}/ar.yaml"))).expect("a file");
    assert_eq!(site.translate(strings, "ar"), Some(1));
    let all = "# skip: \"Aller au texte\"\n# menu: \"Menu\"\n";
    assert_eq!(site.read(&format!("{strings}/ar.yaml")), all);
}

#[test]
fn nothing_waits_for_a_partial_language() {
    let site = Site::new(&[
        (
            "content/news/collection.yaml",
            "title: Actualités\nrelease: together\nfields:\n  title: {type: text, localized: true, required: true}\n",
        ),
        ("content/news/a.fr.md", "---\ntitle: \"A\"\n---\nUne.\n"),
        ("content/news/a.en.md", "---\ntitle: \"A1\"\n---\nOne.\n"),
        (
            "content/news/a.ar.md",
            "---\ntitle: \"A2\"\ndraft: true\n---\nUne.\n",
        ),
    ]);
    let config = site.read("content/site.yaml");
    let built = |site: &Site| {
        let outcome = build::build(&site.options(), &|_| {});
        assert!(outcome.written.is_some(), "{:?}", outcome.diagnostics);
        site.path("public/fr/actualites/a/index.html").exists()
    };
    assert!(!built(&site));
    let partial = config.replace(
        "name: \"العربية\"}",
        "name: \"العربية\", partial: true, fallback: fr}",
    );
    site.write("content/site.yaml", &partial);
    assert!(built(&site));
}

#[test]
fn a_partial_language_gets_its_comments_on_lines_of_their_own() {
    let site = Site::new(&[(
        "content/news/collection.yaml",
        "title: {fr: \"Actualités\", en: \"News\"}\nfields:\n  title: {type: text, localized: true, required: true}\n  \
         kind:\n    type: choice\n    of:\n      press: {fr: \"Presse\", en: \"Press\"}\n      événement: {fr: \"Événement\", en: \"Event\"}\n",
    )]);
    let config = site.read("content/site.yaml");
    let partial = "name: \"العربية\", partial: true, fallback: fr}";
    site.write(
        "content/site.yaml",
        &config.replace("name: \"العربية\"}", partial),
    );
    assert_eq!(
        site.translate("content/news/collection.yaml", "ar"),
        Some(1)
    );
    let begun = site.read("content/news/collection.yaml");
    assert_eq!(
        begun,
        "title:\n  fr: \"Actualités\"\n#   ar: \"Actualités\"\n  en: \"News\"\nfields:\n  \
         title: {type: text, localized: true, required: true}\n  kind:\n    type: choice\n    of:\n      \
         press:\n        fr: \"Presse\"\n#         ar: \"Presse\"\n        en: \"Press\"\n      \
         événement:\n        fr: \"Événement\"\n#         ar: \"Événement\"\n        en: \"Event\"\n"
    );
    // What a translator does: the marks of the comments are taken away.
    site.write("content/news/collection.yaml", &begun.replace("# ", ""));
    site.write("content/news/a.fr.md", "---\ntitle: \"A\"\n---\nUne.\n");
    site.write("content/news/a.en.md", "---\ntitle: \"A\"\n---\nOne.\n");
    let outcome = build::build(&site.options(), &|_| {});
    assert!(outcome.written.is_some(), "{:?}", outcome.diagnostics);
}
