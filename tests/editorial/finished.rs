//! A translation is accepted when it says what its source says, in its own words; and what is online
//! never shows words that nobody has translated.

use super::command::rihla;
use super::{Site, one};
use rihla::build;
use rihla::editorial::Accept;

const COLLECTION: (&str, &str) = (
    "content/news/collection.yaml",
    "title: {fr: Actualités, en: News, ar: أخبار}\nfields:\n  \
     title: {type: text, localized: true, required: true}\n  place: {type: text, localized: true}\n",
);

const FRENCH: &str = "---\ntitle: \"Un atelier sur la santé\"\n---\nL’atelier a réuni 40 personnes.\n\n\
    ## Le programme de la journée\n\nLe programme a été suivi en entier.\n\nLes participants sont repartis.\n";

const ENGLISH: &str = "---\ntitle: \"A workshop on health\"\nslug: workshop\ntranslation: {of: fr, state: draft}\n---\n\
    The workshop brought together 40 people.\n\n## The programme of the day\n\n\
    All of the programme took place.\n\nThe participants have left.\n";

fn site(english: &str) -> Site {
    Site::new(&[
        COLLECTION,
        ("content/news/a.fr.md", FRENCH),
        ("content/news/a.en.md", english),
    ])
}

/// The codes and lines that `accept` tells, and its exit code.
fn accepted(site: &Site, more: &[&str]) -> (Vec<String>, Option<i32>) {
    let arguments = [&["accept", "a", "--to", "en", "--format", "json"], more].concat();
    let (printed, told, code) = rihla(site, &arguments);
    let found = printed.lines().chain(told.lines()).filter_map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        let line = value["line"].as_u64().map(|line| format!(" {line}"));
        Some(format!(
            "{}{}",
            value["code"].as_str()?,
            line.unwrap_or_default()
        ))
    });
    (found.collect(), code)
}

#[test]
fn what_has_the_words_of_its_source_is_not_accepted() {
    for (translated, places) in [
        (&["title", "body", "heading"][..], &[][..]),
        (&["body", "heading"], &["passage-untranslated 2"]),
        (&["title", "heading"], &["passage-untranslated 6"]),
        (&["title", "body"], &["passage-untranslated 8"]),
        (
            &[],
            &[
                "passage-untranslated 2",
                "passage-untranslated 6",
                "passage-untranslated 8",
            ],
        ),
    ] {
        let mut english = ENGLISH.to_owned();
        for (name, own, source) in [
            ("title", "A workshop on health", "Un atelier sur la santé"),
            (
                "body",
                "The workshop brought together 40 people.",
                "L’atelier a réuni 40 personnes.",
            ),
            (
                "heading",
                "The programme of the day",
                "Le programme de la journée",
            ),
        ] {
            if !translated.contains(&name) {
                english = english.replace(own, source);
            }
        }
        let site = site(&english);
        let (mut told, code) = accepted(&site, &[]);
        if places.is_empty() {
            assert_eq!((told, code), (Vec::new(), Some(0)), "{translated:?}");
            continue;
        }
        assert_eq!(told.pop().as_deref(), Some("translation-unfinished"));
        told.sort();
        assert_eq!(
            (&*told, code),
            (
                &places
                    .iter()
                    .map(|place| (*place).to_owned())
                    .collect::<Vec<_>>()[..],
                Some(1)
            ),
            "{translated:?}"
        );
        assert_eq!(site.read("content/news/a.en.md"), english);
        assert_eq!(site.names("news/a")[1], "draft");
        // It is meant.
        assert_eq!(accepted(&site, &["--as-is"]), (Vec::new(), Some(0)));
        assert_eq!(site.names("news/a")[1], "up-to-date");
        assert_eq!(accepted(&site, &["--as-is"]), (Vec::new(), Some(0)));
    }
}

#[test]
fn what_is_in_another_language_is_not_accepted() {
    // The French text of last week, of which the French file now says more.
    let old = ENGLISH.replace(
        "The participants have left.",
        "Les participants, qui sont venus de toute la région, sont repartis avec leurs familles.",
    );
    let site = site(&old);
    let (told, code) = accepted(&site, &[]);
    assert_eq!(
        told,
        ["passage-in-another-language 12", "translation-unfinished"]
    );
    assert_eq!(code, Some(1));
    assert_eq!(accepted(&site, &["--as-is"]), (Vec::new(), Some(0)));
}

#[test]
fn what_is_the_same_in_both_languages_is_accepted() {
    let same = "---\ntitle: \"Contact\"\nplace: \"Rabat, Casablanca, Tanger, Oujda\"\n---\n\
        ## Migration\n\n- OIM\n- IOM Morocco Rabat Casablanca\n- [rapport.pdf](https://example.org/rapport.pdf)\n\n\
        :lang{fr \"Loi relative à l’entrée et au séjour des étrangers.\"}\n\n12 500\n\n```\nune ligne de code qui reste la même.\n```\n";
    let site = Site::new(&[
        COLLECTION,
        ("content/news/a.fr.md", same),
        ("content/news/a.en.md", same),
    ]);
    assert_eq!(accepted(&site, &[]), (Vec::new(), Some(0)));
    // What a writer silences.
    let law = "Loi relative à l’entrée et au séjour des étrangers.";
    for (lead, code) in [
        ("", 1),
        ("<!-- rihla: same text: the name of the law -->\n", 0),
    ] {
        let text = format!("---\ntitle: \"Lois\"\n---\n{lead}{law}\n");
        site.write("content/news/a.fr.md", &text.replace(lead, ""));
        site.write("content/news/a.en.md", &text);
        assert_eq!(accepted(&site, &[]).1, Some(code), "{lead}");
    }
}

#[test]
fn what_lacks_a_part_is_not_accepted() {
    for (gone, code) in [
        ("\n\nThe participants have left.", "structure-differs"),
        ("## The programme of the day\n\n", "structure-differs"),
        (
            &ENGLISH[ENGLISH.find("The workshop").expect("the text")..],
            "text-lacking",
        ),
    ] {
        let site = site(ENGLISH);
        assert_eq!(site.accept(one("a", "en")), Some(1));
        let whole = site.read("content/news/a.en.md");
        assert_eq!(site.names("news/a")[1], "up-to-date");
        site.write("content/news/a.en.md", &whole.replace(gone, ""));
        let (told, exit) = accepted(&site, &[]);
        assert_eq!(exit, Some(1), "{gone}");
        assert!(told.iter().any(|told| told.starts_with(code)), "{told:?}");
        if code == "text-lacking" {
            assert_eq!(site.names("news/a")[1], "incomplete");
            // Also where the source has changed besides.
            site.write("content/news/a.fr.md", &FRENCH.replace("40", "45"));
            assert_eq!(site.names("news/a")[1], "incomplete");
            let told = build::build(&site.options(), &|_| {}).diagnostics;
            let codes: Vec<&str> = told.iter().map(|told| told.message.code).collect();
            assert_eq!(codes, ["text-lacking"]);
        }
        assert_eq!(accepted(&site, &["--as-is"]), (Vec::new(), Some(0)));
        assert_eq!(site.names("news/a")[1], "up-to-date");
        assert_eq!(build::build(&site.options(), &|_| {}).diagnostics, []);
        assert_eq!(rihla(&site, &["check", "--deny", "warnings"]).2, Some(0));
    }
}

#[test]
fn of_many_only_what_is_finished_is_noted() {
    let site = site(FRENCH);
    let all = || Accept {
        all: true,
        ..Accept::default()
    };
    site.accept(all());
    assert_eq!(site.names("news/a")[..2], ["unverified", "unverified"]);
    let (_, told, code) = rihla(&site, &["accept", "--all", "--messages", "en"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("translation-left-unfinished"), "{told}");
}

#[test]
fn what_is_online_never_shows_the_words_of_its_source() {
    let site = site(ENGLISH);
    site.write(
        "content/partners/collection.yaml",
        "title: {fr: Partenaires, en: Partners, ar: شركاء}\npages: false\nfields:\n  \
         title: {type: text, localized: true, required: true}\n  role: {type: text, localized: true}\n",
    );
    let partners = "- id: a\n  title: {fr: Un, en: One}\n  role: {fr: \"Un rôle entier\"}\n- id: b\n  title:\n    fr: Deux\n    en: Two\n  role:\n    fr: |\n      Un autre rôle\n";
    site.write("content/partners/entries.yaml", partners);
    assert_eq!(site.accept(one("news/a", "en")), Some(1));
    let publish = || rihla(&site, &["build", "--quiet", "--record"]);
    let page = || site.read("public/en/news/workshop/index.html");
    assert_eq!(publish(), (String::new(), String::new(), Some(0)));
    let before = page();
    assert!(before.contains("The workshop brought"), "{before}");
    // The source gains a field, and the translation loses its text.
    let added = FRENCH.replace(
        "---\ntitle",
        "---\nplace: \"À la maison de la santé\"\ntitle",
    );
    site.write("content/news/a.fr.md", &added);
    assert_eq!(site.translate("news/a", "en"), Some(1));
    assert_eq!(site.translate("news/a", "en"), Some(0));
    let english = site.read("content/news/a.en.md");
    assert!(
        english.contains("# place: \"À la maison de la santé\"\n"),
        "{english}"
    );
    assert_eq!(site.names("news/a")[1], "outdated");
    publish();
    assert!(page().contains("The workshop brought") && !page().contains("maison"));
    let at = english.find("The workshop").expect("the text");
    site.write("content/news/a.en.md", &english[..at]);
    assert_eq!(site.translate("news/a", "en"), Some(1));
    assert_eq!(site.translate("news/a", "en"), Some(0));
    let (printed, ..) = rihla(&site, &["status", "news/a", "--messages", "en"]);
    assert!(printed.contains("en: is online as it is"), "{printed}");
    publish();
    assert!(
        !page().contains("L’atelier") && !page().contains("rogramme"),
        "{}",
        page()
    );
    // What has no page of its own.
    for name in ["partners/a", "partners/b"] {
        assert_eq!(site.translate(name, "en"), Some(1));
        assert_eq!(site.translate(name, "en"), Some(0));
        assert_eq!(site.names(name)[..2], ["unverified", "unverified"]);
    }
    let after = site.read("content/partners/entries.yaml");
    let said: String = after
        .split_inclusive('\n')
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(
        said,
        partners.replace(" {fr: \"Un rôle entier\"}", "\n    fr: \"Un rôle entier\"")
    );
    assert_eq!(publish().2, Some(0));
}
