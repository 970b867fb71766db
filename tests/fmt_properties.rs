//! What holds for everything that `rihla fmt` fixes: values differ only where that was announced,
//! nothing else is touched, a second time there is nothing to do, and nothing panics.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use rihla::editorial::fix::{self, Fixed, Outcome};
use rihla::site::config::{BuiltinTheme, Config};
use rihla::site::content::{self, Before, Parts};
use rihla::site::schema::{FieldValue, Spanned};
use rihla::site::source::Snapshot;
use rihla_diagnostics::Span;
use rihla_text::markdown;

type Files = BTreeMap<String, Vec<u8>>;

fn add(root: &Path, folder: &str, files: &mut Files) {
    for entry in fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            add(root, &name, files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// What is read of the configuration of the repository's site, with the names of its partners.
const FRAME: &[&str] = &[
    "content/site.yaml",
    "content/news/collection.yaml",
    "content/programmes/collection.yaml",
    "content/partners/collection.yaml",
    "content/partners/entries.yaml",
    "content/axes/collection.yaml",
    "content/goals/collection.yaml",
    "content/publications/collection.yaml",
    "content/glossary/collection.yaml",
];

fn frame() -> Files {
    let mut files = REPOSITORY.clone();
    files.retain(|name, _| FRAME.contains(&name.as_str()) || name.starts_with("themes/"));
    files
}

/// The content of the repository, with the plain theme.
static REPOSITORY: LazyLock<Files> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Files::new();
    add(root, "content", &mut files);
    add(&root.join("tests"), "themes/plain", &mut files);
    let site = files.remove("content/site.yaml").expect("the site");
    let site = String::from_utf8(site).expect("UTF-8");
    let site = site.replace("theme: mission", "theme: plain");
    files.insert("content/site.yaml".into(), site.into_bytes());
    files
});

fn builtin() -> BuiltinTheme {
    BuiltinTheme::new(rihla_diagnostics::testing::files("src/builtin"))
}

fn fix(files: &Files) -> (Arc<Snapshot>, Outcome) {
    let (snapshot, problems) = Snapshot::from_memory(files.clone());
    let snapshot = Arc::new(snapshot);
    (
        snapshot.clone(),
        fix::fix(snapshot, problems, None, builtin(), &|_| true),
    )
}

/// The places that findings name, put together.
fn announced(fixed: &Fixed) -> Vec<Span> {
    let mut spans = Vec::new();
    for finding in &fixed.findings {
        spans.extend(finding.place.as_ref().and_then(|place| place.span));
        spans.extend(finding.replacement().map(|edit| edit.span));
    }
    spans.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// What a value says besides words, and its words with their places.
fn flatten(value: &Spanned, out: &mut Vec<(String, Option<Span>)>) {
    match &value.value {
        FieldValue::Text(text) | FieldValue::Markdown(text) => {
            out.push((text.to_string(), Some(value.span)));
        }
        FieldValue::List(items) => {
            out.push(("list".into(), None));
            items.iter().for_each(|item| flatten(item, out));
        }
        FieldValue::Object(fields) | FieldValue::Localized(fields) => {
            for (name, field) in fields {
                out.push((format!("{name}:"), None));
                flatten(field, out);
            }
        }
        FieldValue::Image(image) => {
            flatten(&image.file, out);
            for part in [&image.alt, &image.credit, &image.caption] {
                out.push(("part".into(), None));
                part.iter().for_each(|part| flatten(part, out));
            }
        }
        other => out.push((format!("{other:?}"), None)),
    }
}

fn parts(snapshot: &Snapshot) -> Option<(Parts, usize)> {
    let config = Config::read(snapshot, None, builtin()).0?;
    let parts = content::read(snapshot, &config, Before::Nothing);
    let errors = parts
        .diagnostics()
        .filter(|problem| problem.is_error())
        .count();
    Some((parts, errors))
}

/// Holds everything that must hold of what became of some files.
fn hold(files: &Files) -> Result<(), TestCaseError> {
    let (snapshot, outcome) = fix(files);
    let mut after = files.clone();
    let mut spans: BTreeMap<Arc<str>, Vec<Span>> = BTreeMap::new();
    for fixed in &outcome.files {
        let Some(change) = &fixed.change else {
            prop_assert!(!fixed.findings.is_empty());
            continue;
        };
        let draft = change.draft.as_ref().expect("a text");
        let (old, new) = (snapshot.text(&fixed.path).expect("a text"), draft.text());
        prop_assert_eq!(&change.bytes, new.as_bytes());
        prop_assert_ne!(&**old, new);
        // Nothing differs outside of what was announced.
        let places = announced(fixed);
        let mut done = (0, 0);
        for edit in draft.edits() {
            prop_assert_eq!(&old[done.0..edit.from.start], &new[done.1..edit.to.start]);
            let is_announced = places
                .iter()
                .any(|place| place.start <= edit.from.start && edit.from.end <= place.end);
            prop_assert!(
                is_announced,
                "{:?} in\n{}\nbut {:?}",
                &old[edit.from.start..edit.from.end],
                old,
                fixed.findings
            );
            done = (edit.from.end, edit.to.end);
        }
        prop_assert_eq!(&old[done.0..], &new[done.1..]);
        after.insert(fixed.path.to_string(), change.bytes.clone());
        spans.insert(fixed.path.clone(), places);
    }
    // A second time there is nothing to do.
    let (again, second) = fix(&after);
    for fixed in &second.files {
        prop_assert!(
            fixed.change.is_none(),
            "{:?}\nagain in\n{}",
            fixed.findings,
            again.text(&fixed.path).map_or("", |text| text)
        );
    }
    // Values are what they were, but where something was announced.
    let (Some((old, _)), Some((new, _))) = (parts(&snapshot), parts(&again)) else {
        return Ok(());
    };
    for (old, new) in old.iter().zip(new.iter()) {
        prop_assert_eq!(&old.path, &new.path);
        prop_assert_eq!(&old.id, &new.id);
        let none = Vec::new();
        let places = spans.get(&old.path).unwrap_or(&none);
        // A field whose colon was missing is there now, and that was said.
        let was_there = |name| old.fields.iter().any(|field| &field.field == name);
        let (kept, come): (Vec<_>, Vec<_>) =
            new.fields.iter().partition(|field| was_there(&field.field));
        let is_said = outcome.files.iter().any(|fixed| {
            let mut findings = fixed.findings.iter();
            fixed.path == old.path
                && findings.any(|finding| finding.message.code == "yaml-no-colon")
        });
        prop_assert!(come.is_empty() || is_said, "{} {:?}", old.path, come);
        prop_assert_eq!(old.fields.len(), kept.len(), "{}", old.path);
        for (one, other) in old.fields.iter().zip(kept) {
            prop_assert_eq!(&one.field, &other.field);
            let (mut was, mut is) = (Vec::new(), Vec::new());
            flatten(&one.value, &mut was);
            flatten(&other.value, &mut is);
            prop_assert_eq!(was.len(), is.len());
            for ((was, span), (is, _)) in was.iter().zip(&is) {
                let is_announced = span.is_some_and(|span| {
                    let mut places = places.iter();
                    places.any(|place| place.start <= span.end && span.start <= place.end)
                });
                prop_assert!(was == is || is_announced, "{} {:?} {:?}", old.path, was, is);
            }
        }
        let links = |part: &content::Part| {
            let body = part.body.iter().flat_map(|body| &body.references);
            body.map(|link| link.destination.clone())
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(links(old), links(new));
    }
    Ok(())
}

#[test]
fn the_repository_is_as_it_should_be() {
    let (snapshot, outcome) = fix(&REPOSITORY);
    assert!(snapshot.iter().count() > 100);
    let said = outcome.files.iter().map(|fixed| {
        let findings = fixed.findings.iter();
        (
            &fixed.path,
            findings
                .map(|finding| finding.message.code)
                .collect::<Vec<_>>(),
        )
    });
    let said: Vec<_> = said.collect();
    assert!(said.is_empty(), "{said:?}");
}

/// What a writer may type by mistake, and what stands around it.
const MISTAKES: &[&str] = &[
    "l'Etat ",
    "l’Ecole",
    "A l'occasion ",
    ". A partir ",
    "2ème ",
    "1 Juin ",
    "09 décembre ",
    "oeuvre ",
    "Mr Dupont ",
    "program ",
    "organise ",
    "Organisation ",
    "IOM' office ",
    "45% ",
    "  ",
    " : ",
    ": ",
    " #5 ",
    "#",
    "'",
    "\"",
    "“",
    "”",
    "[Maroc] ",
    "{",
    "}",
    "@",
    "- ",
    "* ",
    "% ",
    "\t",
    "\u{a0}",
    "\n",
    "\r\n",
    "\n\n",
    "\n  ",
    "\n\t",
    "`",
    "**",
    "<kbd>",
    "</kbd>",
    "<div>",
    ":lang{en \"program\"}",
    ":fact{Etat}",
    ":::",
    ":::x{a=b}\n",
    "{#Etat}",
    "| ",
    "&eacute;",
    "\\",
    "---\n",
    "![l'Etat](a.jpg \"2ème\")",
    "[l'Etat](#etat)",
    "## l'Etat\n",
    "~",
    "&",
    "!",
    "1er",
    "É",
    "\u{301}",
    "\u{fffc}",
    "\u{2028}",
    "NO",
    "010",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn mistakes_in_the_repository_are_fixed(
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 3),
        mistakes in prop::collection::vec(
            (0usize..3, any::<prop::sample::Index>(), prop::sample::select(MISTAKES), 0usize..3),
            1..12,
        ),
    ) {
        let texts = REPOSITORY.iter().filter(|(name, bytes)| {
            !name.starts_with("themes/") && std::str::from_utf8(bytes).is_ok()
        });
        let names: Vec<&String> = texts.map(|(name, _)| name).collect();
        let mut files = frame();
        let chosen: Vec<&String> = chosen.iter().map(|index| names[index.index(names.len())]).collect();
        for name in &chosen {
            if !files.contains_key(*name) {
                files.insert((*name).clone(), REPOSITORY[*name].clone());
            }
        }
        for (file, at, mistake, cut) in mistakes {
            let text = files.get_mut(chosen[file]).expect("it is there");
            let mut words = String::from_utf8(text.clone()).expect("UTF-8");
            let mut start = at.index(words.len() + 1);
            while !words.is_char_boundary(start) {
                start -= 1;
            }
            let mut end = (start + cut).min(words.len());
            while !words.is_char_boundary(end) {
                end += 1;
            }
            words.replace_range(start..end, mistake);
            *text = words.into_bytes();
        }
        hold(&files)?;
    }

    #[test]
    fn files_with_mistakes_are_fixed(
        values in prop::collection::vec((0usize..9, words()), 1..6),
        body in prop::collection::vec((0usize..10, words()), 0..6),
        has_mark in any::<bool>(),
        has_carriage in any::<bool>(),
        has_end in any::<bool>(),
        tag in prop::sample::select(vec!["fr", "en"]),
    ) {
        let mut text = String::from("---\n");
        for (number, (style, words)) in values.iter().enumerate() {
            let key = ["title", "summary", "place", "kind", "slug", "other"][number];
            let line = words.replace('\n', " ");
            text.push_str(&match style {
                0 | 1 => format!("{key}: {line}\n"),
                2 => format!("{key}: \"{line}\"\n"),
                3 => format!("{key}: '{line}'\n"),
                4 => format!("{key}: |\n  {}\n", words.replace('\n', "\n  ")),
                5 => format!("{key}: >-\n  {}\n# l'Etat\n", words.replace('\n', "\n  ")),
                6 => format!("{key}: {line} # l'Etat\n"),
                7 => format!("{key}: {{fr: {line}, en: {line}}}\n"),
                _ => format!("{key}: x\n\ty: {line}\n"),
            });
        }
        text.push_str("---\n");
        for (kind, words) in &body {
            text.push_str(&match kind {
                0 | 1 => format!("{words}\n\n"),
                2 => format!("## {words}\n\n"),
                3 => format!("- {words}\n"),
                4 => format!("> {words}\n\n"),
                5 => format!("```\n{words}\n```\n\n"),
                6 => format!("| {words} | b |\n|---|---|\n| {words} | c |\n\n"),
                7 => format!(":::x{{a=\"{words}\"}}\n{words}\n:::\n\n"),
                8 => format!("<div>\n{words}\n</div>\n\n"),
                _ => format!("    {words}\n\n"),
            });
        }
        if !has_end {
            text.truncate(text.trim_end().len());
        }
        if has_carriage {
            text = text.replace('\n', "\r\n");
        }
        if has_mark {
            text.insert(0, '\u{feff}');
        }
        let mut files = frame();
        files.insert(format!("content/news/2017-01-01-x.{tag}.md"), text.into_bytes());
        hold(&files)?;
    }

    #[test]
    fn yaml_with_mistakes_is_fixed(
        values in prop::collection::vec((0usize..8, words(), words()), 1..5),
        has_carriage in any::<bool>(),
    ) {
        let mut text = String::new();
        for (number, (style, french, english)) in values.iter().enumerate() {
            let key = ["title", "summary", "description", "acronym", "status"][number];
            let (fr, en) = (french.replace('\n', " "), english.replace('\n', " "));
            text.push_str(&match style {
                0 | 1 => format!("{key}:\n  fr: \"{fr}\"\n  en: {en}\n"),
                2 => format!("{key}: {{fr: {fr}, en: {en}}}\n"),
                3 => format!("{key}:\n\tfr: {fr}\n\ten: {en}\n"),
                4 => format!(
                    "{key}:\n  fr: |\n    {}\n  en: >\n    {}\n",
                    french.replace('\n', "\n    "),
                    english.replace('\n', "\n    ")
                ),
                5 => format!("{key}:\n\u{a0} fr: '{fr}' # l'Etat\n\u{a0} en: '{en}'\n"),
                6 => format!("{key}: {fr}\n"),
                _ => format!("{key}:\n  - {fr}\n  - {en}\n"),
            });
        }
        if has_carriage {
            text = text.replace('\n', "\r\n");
        }
        let mut files = frame();
        files.insert("content/programmes/x.yaml".into(), text.into_bytes());
        hold(&files)?;
    }

    #[test]
    fn words_stand_where_they_are_said_to(text in words_and_marks(), at in 0usize..8) {
        let whole = format!("{}{text}", "x".repeat(at));
        let mut end = 0;
        let mut spans = Vec::new();
        for passage in markdown::words(&whole, Span::new(at, whole.len())) {
            for (start, c) in passage.text.char_indices() {
                let range = start..start + c.len_utf8();
                if let Some(span) = passage.place(range.clone()) {
                    prop_assert_eq!(&whole[span.start..span.end], &passage.text[range]);
                    prop_assert!(span.start >= at);
                    spans.push(span);
                }
            }
            end = end.max(passage.start().unwrap_or(0));
        }
        // No letter belongs to two passages.
        spans.sort();
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}

/// Some words with mistakes, in up to three lines.
fn words() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "mot", "la", "région", ",", " ", " ", " ", "Maroc", "and", "the", "people", "of", "2017",
        ".", "\n",
    ]);
    let mistake = prop::sample::select(MISTAKES);
    let word = prop_oneof![3 => plain, 1 => mistake];
    prop::collection::vec(word, 1..9).prop_map(|words| words.concat())
}

fn words_and_marks() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "`",
        "[",
        "](a \"b\")",
        "![",
        "<b>",
        "<br>",
        "</b>",
        "<code>",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "# ",
        "    ",
        "| a | b |\n|---|---|\n",
        ": ",
        "[^a]",
        "[^a]: ",
        ":lang{en \"",
        "\"}",
        "}",
        ":fact{",
        "{#",
        "~~",
        "<https://a.b>",
        "&amp;",
        "\\",
        "<span lang=en>",
        "</span>",
        "<!--",
        "-->",
        ":::",
        "\u{1a}",
    ]);
    let word = prop_oneof![Just("mot"), Just(" "), Just("é"), mark];
    prop::collection::vec(word, 0..30).prop_map(|words| words.concat())
}
