//! Documents with their expected output, which stands beside this file. `UPDATE=1` writes it as it is.

#![expect(
    clippy::disallowed_methods,
    reason = "expected output is read and written beside the test"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value as Json;

use super::*;
use crate::catalogue::{cli, graph, markdown, source, yaml};
use crate::testing::messages;
use crate::{Correction, Edit, Location, Pages, Span, Text};

const FRENCH: &str = "---\ntitle: Trois axes : protection\n---\nVoir [ici](a.pdf) l’État.\n";
const ENGLISH: &str = "---\ntitle: \"Three axes\"\n---\nSee [here](a.pdf).\n";

struct Files<'t>(&'t str);

impl Texts for Files<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        match path {
            "content/a.fr.md" => Some(FRENCH),
            "content/a.en.md" => Some(ENGLISH),
            "content/carte.png" => None,
            _ => Some(self.0),
        }
    }
}

/// What breaks a document where it is not escaped.
const HOSTILE: &str = "</script></style><b onload=\"x('&')\">]]>--> \u{202e}\u{2069}\u{1b}[31m\u{85}\u{fdd0}\u{feff}\u{0}";

fn found() -> Vec<Diagnostic> {
    let at = |text: &str, words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let colon = Diagnostic::at(&yaml::COLON, "content/a.fr.md", at(FRENCH, ": p"))
        .replace(Span::new(4, 34), "title: \"Trois axes : protection\"");
    let mut here = Diagnostic::at(&markdown::LINK_WORDS, "content/a.fr.md", at(FRENCH, "ici"))
        .with("words", "ici")
        .related(
            Location::new("content/a.en.md", at(ENGLISH, "here")),
            Text("print-write"),
        );
    here.pages = Some(Pages {
        first: "/fr/a/".into(),
        count: 3,
    });
    let both = Diagnostic::at(&graph::FACT, "content/a.en.md", at(ENGLISH, "See"))
        .with("value", "[a](b) {0}")
        .correct(Correction::Edits(vec![
            Edit {
                path: None,
                span: at(ENGLISH, "See "),
                text: String::new(),
            },
            Edit {
                path: Some("content/a.fr.md".into()),
                span: Span::new(FRENCH.len(), FRENCH.len()),
                text: "Fin.\n".to_owned(),
            },
        ]));
    let name = Diagnostic::on_file(&source::SAME_BUT_CASE, "content/carte.png")
        .with("first", "carte.png")
        .with("second", "Carte.png")
        .correct(Correction::Rename("content/la carte.png".into()))
        .eased(true);
    let hostile = Diagnostic::at(
        &graph::FACT,
        "content/é <x>&\"\u{202e}?#%.md",
        Span::new(0, 9),
    )
    .with("value", HOSTILE)
    .replace(Span::new(0, 9), HOSTILE);
    let nowhere = Diagnostic::new(&cli::OUTPUT).with("reason", "disque plein");
    vec![nowhere, both, colon, here, name, hostile]
}

fn printed(document: Document, tag: &str, found: &[Diagnostic], text: &str, all: bool) -> String {
    let mut out = Vec::new();
    let about = Report {
        messages: messages(tag),
        version: "1.2.3",
        site: "La <mission>",
        root: "docs/site/",
        languages: &["fr", "en"],
        checked: Some(Checked {
            entries: 1,
            pages: 2,
            rules: 3,
        }),
        when: "30 novembre 2026",
        moment: "2026-11-30T16:00:00+01:00",
        is_done: true,
        all,
    };
    report(document, found, &Files(text), &about, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn is_expected(name: &str, printed: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/print/report");
    let path = path.join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, printed).unwrap();
    }
    assert_eq!(printed, fs::read_to_string(&path).unwrap_or_default());
}

#[test]
fn a_log_is_as_expected() {
    for tag in ["en", "fr"] {
        let log = printed(Document::Sarif, tag, &found(), HOSTILE, false);
        is_expected(&format!("expected.{tag}.sarif"), &log);
    }
}

#[test]
fn a_page_is_as_expected() {
    for tag in ["en", "fr"] {
        let page = printed(Document::Html, tag, &found(), HOSTILE, false);
        is_balanced(&page);
        is_expected(&format!("expected.{tag}.html"), &page);
    }
    let page = printed(Document::Html, "en", &[], "", false);
    assert!(
        page.contains("<p>Nothing needs to be corrected.</p>"),
        "{page}"
    );
    is_balanced(&page);
}

#[test]
fn a_fingerprint_stays_where_lines_move_and_in_each_language() {
    let prints = |tag: &str, moved: usize| -> Vec<String> {
        let text = format!("{}un mot, un mot\n", "\n".repeat(moved));
        let found: Vec<Diagnostic> = [3, 11]
            .map(|at| Span::new(moved + at, moved + at + 3))
            .map(|span| Diagnostic::at(&markdown::LINK_WORDS, "content/b.md", span))
            .to_vec();
        let log = printed(Document::Sarif, tag, &found, &text, false);
        let log: Json = serde_json::from_str(&log).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let print = |result: &Json| result["partialFingerprints"]["rihla/v1"].to_string();
        results.iter().map(print).collect()
    };
    let before = prints("en", 0);
    assert_eq!(before, prints("fr", 40));
    assert_ne!(before[0], before[1]);
}

#[test]
fn of_many_the_first_of_each_code_are_told_in_full() {
    let text = "mot\n".repeat(30);
    let found: Vec<Diagnostic> = (0..30)
        .map(|line| {
            let message = match line == 7 {
                true => &markdown::NOTE_TWICE,
                false => &markdown::NOTE_UNUSED,
            };
            let path = format!("content/{}.fr.md", line / 10 + 1);
            Diagnostic::at(message, path, Span::new(4 * line, 4 * line + 3)).with("label", line)
        })
        .collect();
    let page = printed(Document::Html, "en", &found, &text, false);
    is_balanced(&page);
    assert_eq!(page.matches("<mark>").count(), 3, "{page}");
    assert_eq!(page.matches("<li class=\"warning").count(), 1 + 29);
    assert_eq!(
        page.matches("<a href=\"#n1\"><code>footnote-unused")
            .count(),
        27
    );
    assert_eq!(page.matches("<h2>").count(), 3);
    assert!(page.contains("--all"), "{page}");
    let page = printed(Document::Html, "en", &found, &text, true);
    assert_eq!(page.matches("<mark>").count(), 30);
    assert!(!page.contains("--all"), "{page}");
    let log = printed(Document::Sarif, "en", &found, &text, false);
    assert_eq!(log.matches("\"ruleId\"").count(), 30);
}

/// Fails where an element is not closed, or where something stands in a page that no reader would see.
fn is_balanced(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let (_, body) = page.split_once("<!doctype html>\n").unwrap();
    let body = body.replace(include_str!("../html.css"), "");
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        assert!(!text.contains('>'), "{piece}");
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{piece}"),
            None if name == "meta" => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let is_odd = |c: char| {
        c.is_control() && c != '\n' && c != '\t'
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            || is_noncharacter(c)
    };
    assert!(!page.contains(is_odd), "{page:?}");
}

proptest! {
    #[test]
    fn no_text_breaks_a_document(
        value in any::<String>(),
        text in "\\PC*|(</?[a-z]+>|]]>|--|&|\"|'|\u{202e}|\u{2069}|\u{1}|é|\n){0,20}",
        path in any::<String>(),
        at in (0_usize..40, 0_usize..40),
    ) {
        let span = Span::new(at.0.min(at.1), at.0.max(at.1));
        let mut one = Diagnostic::at(&graph::FACT, &*path, span)
            .with("value", &value)
            .replace(span, value.clone());
        one.pages = Some(Pages { first: (&*value).into(), count: 1 });
        let found = [one];
        is_balanced(&printed(Document::Html, "fr", &found, &text, true));
        let log = printed(Document::Sarif, "fr", &found, &text, true);
        let is_guarded = !log.contains(['<', '>', '\u{202e}', '\u{2069}', '\u{7f}']);
        prop_assert!(is_guarded);
        let log: Json = serde_json::from_str(&log).unwrap();
        let result = &log["runs"][0]["results"][0];
        let fixed = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        // What a program writes is what was meant, to the letter.
        let inserted = fixed["insertedContent"]["text"].as_str().unwrap_or_default();
        prop_assert_eq!(inserted, value);
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
        prop_assert!(uri.unwrap().bytes().all(|byte| byte.is_ascii_graphic()));
    }
}
