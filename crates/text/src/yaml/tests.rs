//! What cannot be said as a table of texts: see `tests/cases/yaml` for the rest.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    let path: Arc<str> = "a.yaml".into();
    let (_, diagnostics) = parse(&path, text, Span::new(0, text.len()));
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.message.code)
        .collect()
}

/// Values of every depth and kind, and where the spans of each point.
fn words<'t>(node: &Node, text: &'t str, out: &mut Vec<&'t str>) {
    out.push(&text[node.span.start..node.span.end]);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| words(item, text, out)),
        Value::Map(map) => map.iter().for_each(|(key, node)| {
            out.push(&text[key.span.start..key.span.end]);
            words(node, text, out);
        }),
        Value::Null | Value::Scalar(_) => {}
    }
}

#[test]
fn spans_are_of_the_text_as_written() {
    let text = "é: Un : deux\nlist:\n  - \"a\"\n  - {b: c}\n'q': |\n  x\n";
    let path: Arc<str> = "a.yaml".into();
    let (node, _) = parse(&path, text, Span::new(0, text.len()));
    let mut found = Vec::new();
    words(&node.unwrap(), text, &mut found);
    assert_eq!(
        found[1..],
        [
            "é",
            "Un : deux",
            "list",
            "- \"a\"\n  - {b: c}",
            "\"a\"",
            "{b: c}",
            "b",
            "c",
            "'q'",
            "x\n"
        ]
    );
}

#[test]
fn a_piece_points_into_the_whole() {
    let text = "---\ntitle: 'L'OIM'\n---\n";
    let path: Arc<str> = "a.md".into();
    let (_, diagnostics) = parse(&path, text, Span::new(4, 19));
    let span = diagnostics[0].place.as_ref().unwrap().span.unwrap();
    assert_eq!(&text[span.start..], "'OIM'\n---\n");
}

#[test]
fn hostile_texts_end_in_an_error() {
    let bomb = (1..9).fold("a0: &a0 [x, x]\n".to_owned(), |text, n| {
        let m = n - 1;
        format!("{text}a{n}: &a{n} [*a{m}, *a{m}, *a{m}, *a{m}, *a{m}, *a{m}, *a{m}, *a{m}]\n")
    });
    for (text, code) in [
        (bomb, "yaml-sign"),
        ("[".repeat(100_000), "yaml-too-deep"),
        ("{a: ".repeat(100_000), "yaml-too-deep"),
        ("- ".repeat(100_000), "yaml-too-deep"),
        ("- \n".repeat(1_000_000), "yaml-too-large"),
        (format!("a: [{}]", "x,".repeat(1_000_000)), "yaml-too-large"),
        (format!("a: [{}]", "no,".repeat(10_000)), "yaml-ambiguous"),
        (
            format!("a: [{}]", "x,\n".repeat(1_000_000)),
            "yaml-too-large",
        ),
        (
            format!("a: \"{}", "x\n".repeat(1_000_000)),
            "yaml-unclosed-quote",
        ),
        ("'".repeat(1_000_001), "yaml-unclosed-quote"),
        ("a: @\n".repeat(10_000), "yaml-sign"),
    ] {
        let found = codes(&text);
        assert!(found.contains(&code), "{}… gives {found:?}", &text[..20]);
    }
}

#[test]
fn a_text_in_quotes_is_read_as_it_was() {
    for text in ["", "L'OIM : \"x\" \\ # [", "é\u{a0}!\n\t\u{1}"] {
        let source = format!("a: {}", quoted(text));
        let path: Arc<str> = "a.yaml".into();
        let (node, diagnostics) = parse(&path, &source, Span::new(0, source.len()));
        assert_eq!(diagnostics, []);
        let Value::Map(map) = node.unwrap().value else {
            panic!("a map")
        };
        assert_eq!(
            map.get("a").map(|node| &node.value),
            Some(&Value::Scalar(Scalar {
                text: text.replace('\t', " "),
                style: Style::DoubleQuoted
            }))
        );
    }
}

const FILE: &str = "title:\n  fr: \"L'OIM : un titre\"\n  en: 'It''s'\nlist: [a, {b: c}]\n# note\n\
                    sectors:\n  - code: \"15190\"\n    percent: 100\ntext: |\n  Un : deux\n\n  trois\nend: é\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    /// Whatever is typed into a file, reading it ends, and every place is in the text.
    #[test]
    fn no_mutation_panics(
        changes in prop::collection::vec((0..FILE.len(), 0usize..6, "[\\PC\n\t :'\"#@*&!%{}\\[\\],|>é\u{a0}-]{0,6}"), 1..8)
    ) {
        let mut text = FILE.to_owned();
        for (at, cut, with) in changes {
            let floor = |mut at: usize| {
                at = at.min(text.len());
                while !text.is_char_boundary(at) { at -= 1; }
                at
            };
            let (start, end) = (floor(at), floor(at + cut));
            text.replace_range(start..end.max(start), &with);
        }
        let path: Arc<str> = "a.yaml".into();
        let (node, diagnostics) = parse(&path, &text, Span::new(0, text.len()));
        if let Some(node) = node {
            words(&node, &text, &mut Vec::new());
        } else {
            prop_assert!(!diagnostics.is_empty());
        }
        for diagnostic in diagnostics {
            let span = diagnostic.place.as_ref().unwrap().span.unwrap();
            prop_assert!(
                text.get(span.start..span.end).is_some(),
                "{} at {span:?} of {text:?}",
                diagnostic.message.code
            );
            if let Some(replacement) = diagnostic.replacement() {
                prop_assert!(text.get(replacement.span.start..replacement.span.end).is_some());
            }
        }
        front_matter(&path, &text);
    }
}
