//! Tables of small texts and what becomes of them: `tests/cases/ROOM/*.txt`.
//!
//! A case is an input, a line `-----`, what is expected, and a line `=====`. `⇥` stands for a
//! tab, `⍽` for a no-break space, `⎵` for a thin one that does not break either, `␍` for a carriage return, `␀` for a null. `UPDATE=1` writes what
//! the program says; read the difference before you keep it.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use rihla_diagnostics::testing::messages;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rihla_diagnostics::{Diagnostic, Span, line_column};
use rihla_text::language::Profile;
use rihla_text::markdown::directive::ArgumentValue;
use rihla_text::markdown::{self, Drawn, Image, Surroundings, Target, Word};
use rihla_text::yaml;

fn path() -> Arc<str> {
    "text".into()
}

/// Runs every case of a folder through `of`.
fn run(room: &str, of: &dyn Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(room);
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = String::new();
    let mut count = 0;
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text");
        let mut out = String::new();
        for case in text.split_inclusive("\n=====\n") {
            let case = case.strip_suffix("=====\n").unwrap_or(case);
            if case.trim().is_empty() {
                continue;
            }
            let (input, expected) = match case.split_once("\n-----\n") {
                Some(parts) => parts,
                None => (case.trim_end_matches('\n'), ""),
            };
            let source = input
                .replace('⇥', "\t")
                .replace('⍽', "\u{a0}")
                .replace('⎵', "\u{202f}")
                .replace('␍', "\r")
                .replace('␀', "\0");
            let found = of(&source)
                .replace('\t', "⇥")
                .replace('\u{a0}', "⍽")
                .replace('\u{202f}', "⎵")
                .replace('\r', "␍")
                .replace('\0', "␀");
            let found = found.trim_end();
            count += 1;
            if found != expected.trim_end() {
                failures.push_str(&format!(
                    "\n{}:\n{input}\n-- expected --\n{}\n-- found --\n{found}\n",
                    file.display(),
                    expected.trim_end()
                ));
            }
            out.push_str(&format!("{input}\n-----\n{found}\n=====\n"));
        }
        if update {
            std::fs::write(&file, out).expect("a place to write");
        }
    }
    assert!(count > 0, "{room} has no cases");
    assert!(update || failures.is_empty(), "{failures}");
}

/// `line:column code “what is pointed at”`, and the lines that the correction writes.
fn told(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let place = diagnostic.place.as_ref().expect("a place");
        let span = place.span.expect("a span");
        let (line, column) = line_column(text, span.start);
        out.push_str(&format!(
            "{line}:{column} {} “{}”\n",
            diagnostic.message.code,
            &text[span.start..span.end]
        ));
        for related in &diagnostic.related {
            let span = related.place.span.expect("a span");
            let (line, column) = line_column(text, span.start);
            out.push_str(&format!("  see {line}:{column}\n"));
        }
        if let Some(replacement) = first(diagnostic) {
            for line in replacement.text.lines() {
                out.push_str(&format!("  write {line}\n"));
            }
        }
    }
    out
}

/// The first of what is offered.
fn first(diagnostic: &Diagnostic) -> Option<&rihla_diagnostics::Edit> {
    let correction = diagnostic.corrections.first()?;
    correction.replacement()
}

/// What a correction promises: with it in place, the same is not said again of that place.
fn corrections_hold(
    text: &str,
    diagnostics: &[Diagnostic],
    again: &dyn Fn(&str) -> Vec<Diagnostic>,
) {
    for diagnostic in diagnostics {
        let Some(replacement) = first(diagnostic) else {
            continue;
        };
        let mut fixed = text.to_owned();
        fixed.replace_range(
            replacement.span.start..replacement.span.end,
            &replacement.text,
        );
        let left = again(&fixed);
        assert!(
            left.len() < diagnostics.len(),
            "the correction of {} does not mend\n{text}\nsince\n{fixed}\nstill has {left:?}",
            diagnostic.message.code
        );
    }
}

fn shown(node: &yaml::Node) -> String {
    let joined = |parts: Vec<String>| parts.join(" | ");
    match &node.value {
        yaml::Value::Null => "~".into(),
        yaml::Value::Scalar(scalar) => scalar.text.replace('\n', "↵"),
        yaml::Value::List(items) => format!("[{}]", joined(items.iter().map(shown).collect())),
        yaml::Value::Map(map) => format!(
            "{{{}}}",
            joined(
                map.iter()
                    .map(|(key, node)| format!("{}: {}", key.name, shown(node)))
                    .collect()
            )
        ),
    }
}

#[test]
fn yaml() {
    run("yaml", &|text| {
        let read = |text: &str| yaml::parse(&path(), text, Span::new(0, text.len()));
        let (node, diagnostics) = read(text);
        corrections_hold(text, &diagnostics, &|text| read(text).1);
        let value = node.map_or("unreadable".to_owned(), |node| shown(&node));
        format!("{}{value}", told(text, &diagnostics))
    });
}

#[test]
fn front_matter() {
    run("front-matter", &|text| {
        let read = |text: &str| yaml::front_matter(&path(), text);
        let (matter, diagnostics) = read(text);
        corrections_hold(text, &diagnostics, &|text| read(text).1);
        let fields = match matter.yaml {
            Some(span) => text[span.start..span.end].replace('\n', "↵"),
            None => "none".into(),
        };
        let body = text[matter.body.start..matter.body.end].replace('\n', "↵");
        let mut out = told(text, &diagnostics);
        for diagnostic in &diagnostics {
            let hint = diagnostic.hint(messages("en"));
            out.push_str(&hint.map_or(String::new(), |hint| format!("  hint {hint}\n")));
        }
        format!("{out}fields: {fields}\nbody: {body}")
    });
}

/// A page on which every link leads where it says.
struct Page;

impl Surroundings for Page {
    fn link(&self, destination: &str) -> Target {
        match destination {
            "nowhere" => Target::default(),
            "only-english" => Target {
                href: Some("/en/only/".into()),
                hreflang: Some("en".into()),
                note: Some("(en anglais)".into()),
            },
            _ => Target {
                href: Some(destination.into()),
                ..Target::default()
            },
        }
    }

    fn image(&self, source: &str) -> Image {
        Image {
            src: source.into(),
            width: Some(640),
            height: Some(480),
            ..Image::default()
        }
    }

    fn fact(&self, id: &str) -> String {
        format!("<{id}>")
    }

    fn word(&self, word: Word) -> String {
        format!("{word:?}")
    }

    /// `<:name parameter=[value]>`, what stands in it, `</:name>`.
    fn directive(&self, drawn: &Drawn<'_>) -> String {
        let name = drawn.directive.shape.name;
        let mut out = format!("<:{name}");
        for argument in &drawn.directive.arguments {
            let value = match &argument.value {
                ArgumentValue::Text(text) => text.clone(),
                ArgumentValue::Texts(texts) => texts.join(" and "),
                ArgumentValue::Count(count) => count.to_string(),
                ArgumentValue::Date(date, style) => format!("{date} {style:?}"),
                ArgumentValue::Columns(columns) => columns
                    .iter()
                    .map(|column| format!("{} as {}", column.name, column.label))
                    .collect::<Vec<_>>()
                    .join(" and "),
            };
            out.push_str(&format!(" {}=[{value}]", argument.parameter.name));
        }
        out.push_str(">\n");
        out.push_str(&drawn.body);
        for row in &drawn.rows {
            out.push_str(&format!("{}\n", row.join(" | ")));
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(&format!("</:{name}>"));
        out
    }
}

fn html_of(text: &str) -> (String, Vec<Diagnostic>) {
    let (document, diagnostics) = markdown::parse(&path(), text, Span::new(0, text.len()));
    let mut html = String::new();
    markdown::html(&document, &Page, "", &mut html);
    (html, diagnostics)
}

#[test]
fn markdown_texts() {
    run("markdown", &|text| {
        let (html, diagnostics) = html_of(text);
        let (document, _) = markdown::parse(&path(), text, Span::new(0, text.len()));
        let mut out = told(text, &diagnostics);
        for link in document.references() {
            let place = link.destination_span;
            out.push_str(&format!(
                "{:?} {} at “{}”\n",
                link.kind,
                link.destination,
                &text[place.start..place.end]
            ));
        }
        format!("{out}{html}")
    });
}

/// A tree before and after it was set: identifiers, references and what is told of them stay.
fn set_by(tag: &str, text: &str) -> String {
    let (written, _) = markdown::parse(&path(), text, Span::new(0, text.len()));
    let set = markdown::typeset(written.clone(), Profile::of_tag(tag), &Profile::of_tag);
    assert_eq!(set.toc(), written.toc());
    assert_eq!(set.references(), written.references());
    let again = markdown::typeset(set.clone(), Profile::of_tag(tag), &Profile::of_tag);
    let html = |document| {
        let mut html = String::new();
        markdown::html(document, &Page, "", &mut html);
        html
    };
    let out = html(&set);
    assert_eq!(html(&again), out, "{text}");
    out
}

#[test]
fn trees_in_french() {
    run("typography-fr", &|text| set_by("fr", text));
}

#[test]
fn trees_in_english() {
    run("typography-en", &|text| set_by("en", text));
}

#[test]
fn a_tree_in_a_language_without_rules_stays() {
    let text = "**\"Wort\"** : 'x' ! 2 000 $ :lang{ar \"نص : !\"}";
    let (written, _) = markdown::parse(&path(), text, Span::new(0, text.len()));
    let set = markdown::typeset(written.clone(), Profile::of_tag("de"), &Profile::of_tag);
    assert_eq!(set, written);
}
