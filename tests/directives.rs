//! Directives: the documents for writers, what makes a page be rendered again, and what
//! rich-text editors make of them.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use rihla_diagnostics::testing;
use rihla_diagnostics::testing::messages;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use rihla::build::query::Site;
use rihla::build::render::{self, Engine};
use rihla::build::trace::Trace;
use rihla::build::trace::Tracked;
use rihla::build::{self, Options, Program};
use rihla::site::plan::Page;
use rihla::site::source::Snapshot;
use rihla_text::markdown::directive::{DIRECTIVES, Shape, reference};

type Files = BTreeMap<String, Vec<u8>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(root: &Path, folder: &Path, out: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(root, &path, out);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy();
            out.insert(name.into_owned(), fs::read(&path).expect("a file"));
        }
    }
}

/// A site in French and English with the plain theme, the files of the documents, a fact, a block, and
/// a page with this text in each language.
fn site(texts: [&str; 2]) -> Files {
    let tests = root().join("tests");
    let mut files = Files::new();
    read(&tests, &tests.join("themes/plain"), &mut files);
    let site = fs::read(tests.join("themes/site.yaml")).expect("a file");
    files.insert("content/site.yaml".into(), site);
    let examples = root().join("docs/directives");
    let mut example = Files::new();
    read(&examples, &examples, &mut example);
    for (name, bytes) in example {
        files.insert(format!("content/page/{name}"), bytes);
    }
    let mut put = |path: &str, text: String| files.insert(path.into(), text.into_bytes());
    put(
        "content/facts/collection.yaml",
        "pages: false\nfields:\n  value: {type: number}\n".into(),
    );
    put(
        "content/facts/entries.yaml",
        "- id: people-assisted-2024\n  value: 28604\n".into(),
    );
    put(
        "content/blocks/collection.yaml",
        "pages: false\nfields:\n  title: {type: text, localized: true}\n".into(),
    );
    for (tag, text) in [("fr", "De 9 h à 17 h."), ("en", "From 9 am to 5 pm.")] {
        put(
            &format!("content/blocks/opening-hours.{tag}.md"),
            format!("---\ntitle: \"Title {tag}\"\n---\n{text}\n"),
        );
    }
    for (tag, text) in ["fr", "en"].into_iter().zip(texts) {
        put(
            &format!("content/_index.{tag}.md"),
            "---\ntitle: \"X\"\n---\n".into(),
        );
        put(
            &format!("content/page/index.{tag}.md"),
            format!("---\ntitle: \"Page {tag}\"\nslug: page\n---\n{text}\n"),
        );
    }
    files
}

fn options() -> Options {
    Options {
        site: PathBuf::new(),
        out: PathBuf::new(),
        force: false,
        locked: false,
        drafts: false,
        waiting: false,
        program: Program::new("", "", testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: false,
        now: "2026-11-24T12:00:00Z".parse().expect("a moment"),
    }
}

/// Reads, links and plans a site in which nothing is to be remarked but that a page does not use every
/// file beside it, and that both languages say the same.
fn load(files: &Files) -> Arc<Site> {
    let (snapshot, mut diagnostics) = Snapshot::from_memory(files.clone());
    let snapshot = Arc::new(snapshot);
    let site = build::load(&snapshot, &options(), &|_| {}, &mut diagnostics, &mut None);
    let said: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| {
            !matches!(
                diagnostic.message.code,
                "file-unused" | "file-not-read" | "text-untranslated"
            )
        })
        .map(|diagnostic| format!("{:?} {}", diagnostic.place, diagnostic.text(messages("en"))))
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    site.expect("a site")
}

/// The page with the text, in a language.
fn page(site: &Arc<Site>, tag: &str) -> (Page, String, Trace) {
    let page = site
        .plan
        .page(&format!("/{tag}/page/"))
        .expect("the page")
        .clone();
    let engine = Engine::new(&Tracked::new(site)).expect("the templates are right");
    let output = render::page(&engine, &page).expect("the page is drawn");
    let html = String::from_utf8(output.html).expect("UTF-8");
    let (_, html) = html.split_once("</h1>").expect("a heading");
    let (html, _) = html.split_once("</main>").expect("an end");
    let html = html.trim().to_owned();
    let html = match html.split_once("</p>\n") {
        // The plain theme prints the fields before the text.
        Some((fields, rest)) if fields.starts_with("<p>title: ") => rest.trim().to_owned(),
        _ => html,
    };
    (page, html, output.trace)
}

/// Where the documents for writers stand, with the files that their examples name.
const PAGE: &str = "docs/site/content/writing/blocks";

/// What stands below an example in a document: the example once more, which the site of the documents
/// draws. It is drawn here first.
fn shown(tag: &str, shape: &Shape) -> String {
    let example = shape.example.get(messages(tag)).into_owned();
    let (_, html, _) = page(&load(&site([&example, &example])), tag);
    assert!(!html.is_empty(), "{tag}: nothing is drawn of {example}");
    example
}

#[test]
fn the_documents_are_what_the_table_and_the_program_say() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut files = Vec::new();
    for tag in ["fr", "en"] {
        let path = root().join(PAGE).join(format!("index.{tag}.md"));
        let kept = fs::read_to_string(&path).expect("the document");
        let (head, rest) = kept.split_once("<!-- directives:").expect("a mark");
        let (mark, rest) = rest.split_once("-->\n").expect("the end of the mark");
        let (_, tail) = rest
            .split_once("<!-- /directives -->")
            .expect("the other mark");
        let printed = reference(messages(tag), &|shape| shown(tag, shape));
        let wanted =
            format!("{head}<!-- directives:{mark}-->\n{printed}\n<!-- /directives -->{tail}");
        files.push((path, wanted.into_bytes()));
    }
    let folder = root().join("docs/directives");
    let mut examples = Files::new();
    read(&folder, &folder, &mut examples);
    let examples = examples.into_iter();
    files.extend(examples.map(|(name, bytes)| (root().join(PAGE).join(name), bytes)));
    let mut stale = Vec::new();
    for (path, wanted) in files {
        if fs::read(&path).unwrap_or_default() != wanted {
            match update {
                true => fs::write(&path, &wanted).expect("a file"),
                false => stale.push(path.display().to_string()),
            }
        }
    }
    assert!(
        stale.is_empty(),
        "written by UPDATE=1 cargo test --test directives: {stale:?}"
    );
}

/// The queries of a page whose answers differ on another site.
fn changed(trace: &Trace, before: &Site, after: &Site) -> Vec<String> {
    let shared = before.shared_queries();
    let own = trace.own.iter().cloned();
    let shared = trace
        .shared
        .iter()
        .map(|number| shared[*number as usize].clone());
    own.chain(shared)
        .filter(|(query, answer)| after.answer(query).fingerprint != *answer)
        .map(|(query, _)| format!("{query:?}"))
        .collect()
}

#[test]
fn what_a_directive_shows_is_a_query() {
    let text = ":::chart{data=beneficiaires.csv kind=bar title=\"x\"}\n:::\n\n\
                :::note\nUn.\n:::\n\n:::download{file=rapport.pdf title=\"x\" language=fr}\n:::";
    let files = site([text, text]);
    let before = load(&files);
    let (_, html, trace) = page(&before, "fr");
    assert!(
        html.contains("<svg") && html.contains("3\u{a0}pages"),
        "{html}"
    );
    assert!(changed(&trace, &before, &load(&files)).is_empty());

    let after = |change: &dyn Fn(&mut Files)| {
        let mut files = files.clone();
        change(&mut files);
        changed(&trace, &before, &load(&files))
    };
    let data = "content/page/beneficiaires.csv";
    let found = after(&|files| {
        files.insert(data.into(), b"annee;personnes\n2019;5 821\n".to_vec());
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("Data"), "{found:?}");
    // Another way to write the same figures changes nothing.
    let found = after(&|files| {
        let text = String::from_utf8(files[data].clone()).expect("UTF-8");
        files.insert(data.into(), text.replace('\n', "\r\n").into_bytes());
    });
    assert!(found.is_empty(), "{found:?}");
    let component =
        b"{% component note(kind: string = \"info\") %}{{ body }}{% endcomponent note %}";
    for file in ["note.html", "others.html"] {
        let found = after(&|files| {
            let path = format!("themes/plain/components/{file}");
            files.insert(path, component.to_vec());
        });
        assert_eq!(found, ["Template(\"components/note.html\")"], "{file}");
    }
    let component =
        b"{% component figures_source(source: string = \"\") %}-{% endcomponent figures_source %}";
    let found = after(&|files| {
        files.insert(
            "themes/plain/components/parts.html".into(),
            component.to_vec(),
        );
    });
    assert_eq!(found, ["Template(\"components/figures_source.html\")"]);
    let found = after(&|files| {
        let file = files.get_mut("content/page/rapport.pdf").expect("a file");
        file.extend_from_slice(b"9 0 obj\n<</Type/Pages/Count 4>>\nendobj\n");
    });
    assert!(
        found.iter().any(|query| query.contains("Download")),
        "{found:?}"
    );
}

/// Sends texts through the editors.
fn edited(texts: &[String]) -> BTreeMap<String, Vec<String>> {
    let folder = root().join("tests/editors");
    assert!(
        folder.join("node_modules").exists(),
        "the editors are not there: run ./test, which installs them"
    );
    let mut child = Command::new("node")
        .arg("roundtrip.mjs")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs");
    let input = serde_json::to_vec(texts).expect("JSON");
    let mut stdin = child.stdin.take().expect("an input");
    stdin.write_all(&input).expect("it is read");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What a writer may write besides the examples: what editors are known to touch.
const MORE: &[&str] = &[
    "Avant.\n\n- un\n- deux\n\n:::note\n- a\n- b\n:::\n\nAprès.",
    "- un\n- deux\n:::note\nTexte\n:::\n\nAprès.",
    "1. Étape\n\n   :::figure{file=atelier.jpg alt=\"x\"}\n   Légende\n   :::\n\n2. Deux",
    "1. Étape\n   :::note\n   Dans le point.\n   :::\n2. Deux",
    "1. Étape\n:::note\nDans le point.\n\nEncore.\n:::\n2. Deux\n3. Trois",
    "- un\n- deux\n  :::note\n  - a\n  - b\n  :::\n  :::note\n  c\n  :::\n\n- trois",
    ":::note\n1. un\n2. deux\n:::\n:::note\nAutre\n:::",
    ":::quote{author=\"A_B_C & D\"}\n> Dans une citation.\n\nEt *après*.\n:::",
    ":::note{title=\"[x] *y* _z_ <w>\"}\n```\n:::note\n```\n:::",
    ":::key-figures\n- 1 | un\n- 2 | *deux*\n:::",
    ":::gallery\natelier.jpg | Un [deux] | L’*un*\ncentre.jpg | Trois | \n:::",
    ":::lang{en}\n:::note\nInside.\n\n- a\n:::\n:::",
    ":::note\n| a | b |\n|---|---|\n| 1 | 2 |\n:::",
    "Un texte.\n:::note\nSans ligne vide.\n:::\nLa suite.",
];

#[test]
fn editors_change_nothing() {
    let mut texts: Vec<String> = MORE.iter().map(|text| (*text).to_owned()).collect();
    for shape in DIRECTIVES {
        texts.push(shape.example.get(messages("fr")).into_owned());
        texts.push(shape.example.get(messages("en")).into_owned());
    }
    // All of them in one text, and each alone.
    texts.push(texts[MORE.len()..].join("\n\nUn paragraphe.\n\n"));
    let html = |text: &str| page(&load(&site([text, text])), "fr").1;
    let results = edited(&texts);
    assert_eq!(results.len(), 2, "two editors");
    let mut touched = 0;
    let mut wrong = String::new();
    for (editor, results) in &results {
        // Twice is as good as once.
        let again = &edited(results)[editor];
        for ((text, once), twice) in texts.iter().zip(results).zip(again) {
            let wanted = html(text);
            touched += usize::from(once != text);
            for result in [once, twice] {
                let found = html(result);
                if found != wanted {
                    wrong.push_str(&format!(
                        "\n{editor} makes of\n{text}\n-- this --\n{result}\n-- which gives --\n{found}\n-- and not --\n{wanted}\n"
                    ));
                }
            }
        }
    }
    assert!(touched > 10, "the editors touched {touched} texts only");
    assert!(wrong.is_empty(), "{wrong}");
}

/// Words that say of a site that it is accessible, as the statements of the program would say it.
const CLAIMS: &[&str] = &[
    "compliant",
    "conform",
    "konform",
    "voldoet de website",
    "مطابق",
    "is accessible",
    "est accessible",
];

#[test]
fn a_statement_claims_nothing_that_no_audit_found() {
    let tags = ["fr", "en", "ar", "de", "es", "it", "nl", "pt"];
    let rows: String = tags
        .iter()
        .map(|tag| format!("  - {{tag: {tag}, name: {tag}}}\n"))
        .collect();
    for framework in ["voluntary", "rgaa", "eu"] {
        for (audit, is_full) in [
            ("", false),
            ("  date: 2026-05-12\n", false),
            ("  date: 2026-05-12\n  rate: 0\n", false),
            ("  date: 2026-05-12\n  rate: 99.9\n", false),
            // A day to come.
            ("  date: 2199-05-12\n  rate: 100\n", false),
            ("  date: 2026-05-12\n  rate: 100\n", true),
        ] {
            let mut files = site(["", ""]);
            files.retain(|path, _| !path.starts_with("content/"));
            let mut put = |path: &str, text: String| files.insert(path.into(), text.into_bytes());
            put(
                "content/site.yaml",
                format!(
                    "title: X\nbase_url: \"https://e.org/\"\ntheme: plain\nlanguages:\n{rows}\
                     audit:\n  framework: {framework}\n{audit}"
                ),
            );
            for tag in tags {
                put(
                    &format!("content/_index.{tag}.md"),
                    format!("---\ntitle: \"X {tag}\"\n---\n"),
                );
                put(
                    &format!("content/page/index.{tag}.md"),
                    format!("---\ntitle: \"Page {tag}\"\nslug: page\n---\n:::accessibility\n:::\n"),
                );
            }
            let site = load(&files);
            for tag in tags {
                let (_, html, _) = page(&site, tag);
                assert!(html.contains("class=\"accessibility\""), "{html}");
                let claims = CLAIMS.iter().filter(|claim| html.contains(**claim));
                let says = claims.count() > 0;
                assert_eq!(says, is_full, "{framework}, {audit:?}, {tag}: {html}");
            }
        }
    }
}
