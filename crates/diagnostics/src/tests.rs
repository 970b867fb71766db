//! What holds for every message.

use std::collections::BTreeSet;

use super::*;

/// The names between braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        if rest[at..].starts_with("{{") {
            rest = &rest[at + 2..];
            continue;
        }
        rest = &rest[at + 1..];
        let name = rest.split('}').next().unwrap_or_default();
        if !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            names.insert(name);
        }
    }
    names
}

#[test]
fn every_message_is_complete_in_both_languages() {
    let mut codes = BTreeSet::new();
    let mut problems = Vec::new();
    for message in catalogue::all() {
        let code = message.code;
        let mut wrong = |what: &str| problems.push(format!("{code} {what}"));
        if !codes.insert(code) {
            wrong("is the code of two messages");
        }
        if !code
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            wrong("is not in kebab case");
        }
        for text in std::iter::once(&message.text).chain(message.hints) {
            if text.en.trim().is_empty() || text.fr.trim().is_empty() {
                wrong("lacks a language");
            }
            if text.en == text.fr && text.en.contains(' ') {
                wrong("says the same in both languages");
            }
            if placeholders(text.en) != placeholders(text.fr) {
                wrong(&format!("has other values in French: {}", text.fr));
            }
            for text in [text.en, text.fr] {
                if text.ends_with('.') || text.contains("  ") {
                    wrong(&format!("has a full stop or two spaces: {text}"));
                }
            }
            // An apostrophe is a straight one only in an example of YAML.
            if text.fr.contains("l'") || text.fr.contains("d'") || text.fr.contains("n'") {
                wrong(&format!("has a straight apostrophe: {}", text.fr));
            }
        }
        // A hint after one that can always be printed never is.
        let named = placeholders(message.text.en);
        for hint in message.hints.iter().rev().skip(1) {
            if placeholders(hint.en).is_subset(&named) {
                wrong(&format!("has hints after “{}”", hint.en));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(codes.len() > 80, "{} messages", codes.len());
}

#[test]
fn values_take_the_place_of_their_names() {
    static MESSAGE: Message = Message {
        code: "test",
        severity: Severity::Error,
        text: Bilingual {
            en: "{value} in {{braces}} {tag: fr} {Not} {",
            fr: "« {value} » : {value} ?",
        },
        hints: &[
            Bilingual {
                en: "did you mean {nearest}",
                fr: "vouliez-vous dire {nearest}",
            },
            Bilingual {
                en: "write it",
                fr: "écrivez-le",
            },
        ],
    };
    let diagnostic = Diagnostic::new(&MESSAGE).with("value", "{value} : x");
    assert_eq!(
        diagnostic.text(Messages::En),
        "{value} : x in {braces} {tag: fr} {Not} {"
    );
    // The sentence is set as French is; the writer's words are not touched.
    assert_eq!(
        diagnostic.text(Messages::Fr),
        "«\u{a0}{value} : x\u{a0}»\u{a0}: {value} : x\u{a0}?"
    );
    assert_eq!(diagnostic.hint(Messages::En).as_deref(), Some("write it"));
    let diagnostic = diagnostic.with("nearest", "y");
    assert_eq!(
        diagnostic.hint(Messages::En).as_deref(),
        Some("did you mean y")
    );
}

#[test]
fn the_nearest_name() {
    let names = ["title", "summary", "date", "catégorie"];
    for (written, meant) in [
        ("tilte", Some("title")),
        ("Title", Some("title")),
        ("sumary", Some("summary")),
        ("categorie", Some("catégorie")),
        ("dates", Some("date")),
        ("budget", None),
        ("", None),
    ] {
        assert_eq!(nearest(written, names), meant, "{written}");
    }
}
