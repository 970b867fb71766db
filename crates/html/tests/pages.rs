//! The corpus of pages: each rule marks the elements that say `data-bad`, and no other.

#![allow(
    clippy::disallowed_methods,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::testing::messages;
use rihla_html::{Document, Ground, RULES, check};

/// Before an end tag, which has no attributes.
const MARK: &str = "<!-- data-bad -->";

const GROUND: Ground = Ground {
    origin: "https://example.org",
};

fn corpus() -> Vec<(String, PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages");
    let mut found = Vec::new();
    for rule in fs::read_dir(folder).expect("the corpus").flatten() {
        if !rule.path().is_dir() {
            continue;
        }
        let name = rule.file_name().to_string_lossy().into_owned();
        for page in fs::read_dir(rule.path()).expect("a folder").flatten() {
            let path = page.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                let text = fs::read_to_string(&path).expect("a page");
                found.push((name.clone(), path, text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 200, "{} pages", found.len());
    found
}

#[test]
fn each_rule_marks_what_is_marked() {
    let mut wrong = Vec::new();
    for (rule, path, text) in corpus() {
        let document = Document::parse(&text);
        let marked = document.elements();
        let marked = marked.filter(|element| element.attribute("data-bad").is_some());
        let mut expected: BTreeSet<usize> = marked.map(|element| element.span().start).collect();
        expected.extend(text.match_indices(MARK).map(|(at, _)| at + MARK.len()));
        let findings = check(&document, &GROUND);
        let own = findings
            .iter()
            .filter(|finding| finding.rule.message.code == rule);
        let found: BTreeSet<usize> = own.map(|finding| finding.span.start).collect();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for (at, what) in expected
            .difference(&found)
            .map(|at| (at, "is not found"))
            .chain(found.difference(&expected).map(|at| (at, "is found")))
        {
            let rest = &text[*at..];
            let tag = &rest[..rest.find('>').map_or(rest.len(), |end| end + 1)];
            wrong.push(format!("{rule}/{name}: {tag} {what}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n{} in all",
        wrong.join("\n"),
        wrong.len()
    );
}

#[test]
fn each_rule_has_pages() {
    let folders: BTreeSet<String> = corpus().into_iter().map(|(rule, ..)| rule).collect();
    let rules: BTreeSet<String> = RULES
        .iter()
        .map(|rule| rule.message.code.to_owned())
        .collect();
    assert_eq!(rules, folders);
}

/// What is said of markup names the tag, and what it is in the way of.
#[test]
fn markup_is_named() {
    for (body, wanted) in [
        (
            "<section><ul><li>a</section>",
            "</section> comes while <ul> is still open",
        ),
        (
            "<div><b><p>a</p></div>",
            "</div> comes while <b> is still open",
        ),
        ("<p>a</span>", "</span> closes nothing that is open"),
        (
            "<p>a<div>b</div></p>",
            "</p> closes nothing: a paragraph ends by itself",
        ),
        (
            "<table><tr><td>a</td></tr><div>b</div></table>",
            "<div> cannot stand here, in <t",
        ),
        ("<div/>a", "a slash does not close <div>"),
        ("<p>a</p class=\"b\">", "</p> has attributes"),
        (
            "<a href=\"/\" href=\"/b/\">a</a>",
            "an attribute stands twice in <a>",
        ),
        (
            "<svg viewBox=\"0 0 1 1\"><path d=\"\"/></svg></i>",
            "</i> closes nothing",
        ),
        ("a < b", "write &lt; for <"),
        ("a &#0; b", "after the sign & is no character"),
    ] {
        let page = format!("<!doctype html><title>A</title><body><main>{body}</main></body>");
        let findings = check(&Document::parse(&page), &GROUND);
        let told = findings
            .iter()
            .filter(|finding| finding.rule.message.code == "markup-error");
        let told: Vec<String> = told
            .map(|finding| {
                let mut diagnostic = Diagnostic::new(finding.rule.message);
                diagnostic.values.clone_from(&finding.values);
                diagnostic.text(messages("en"))
            })
            .collect();
        assert!(
            told.iter().any(|told| told.contains(wanted)),
            "{body}: {told:?}"
        );
    }
    let findings = check(
        &Document::parse("<!doctype html><title>A</title><section>"),
        &GROUND,
    );
    assert!(!findings.is_empty());
}

/// A page that breaks off anywhere is read to where it does.
#[test]
fn pages_that_break_off() {
    for (number, (.., text)) in corpus().into_iter().enumerate() {
        let step = 37 + number % 23;
        for end in (0..text.len())
            .step_by(step)
            .filter(|end| text.is_char_boundary(*end))
        {
            let text = &text[..end];
            let document = Document::parse(text);
            for finding in check(&document, &GROUND) {
                assert!(text.get(finding.span.start..finding.span.end).is_some());
            }
            let tags = document.elements().filter(|element| element.is_written());
            assert!(
                tags.into_iter()
                    .all(|element| text[element.span().start..].starts_with('<'))
            );
        }
    }
}

/// Each finding can be said, in English and in French, with nothing left of a placeholder.
#[test]
fn findings_are_said() {
    for (_, path, text) in corpus() {
        for finding in check(&Document::parse(&text), &GROUND) {
            let mut diagnostic = Diagnostic::new(finding.rule.message);
            diagnostic.values = finding.values;
            for tag in ["en", "fr"] {
                let said = diagnostic.text(messages(tag));
                let hint = diagnostic.hint(messages(tag));
                let code = finding.rule.message.code;
                assert!(
                    !said.contains("{$") && said != code,
                    "{}: {said}",
                    path.display()
                );
                // What the parser mends at a `markup-error` has a hint too.
                assert!(
                    hint.is_some_and(|hint| !hint.contains("{$")),
                    "{}: {code} has no hint",
                    path.display()
                );
            }
        }
    }
}
