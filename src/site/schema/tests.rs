//! Declarations, values and rules, as tables: what is written, and what is found.

use super::*;
use jiff::civil::date;
use rihla_diagnostics::testing::messages;
use rihla_diagnostics::{Diagnostic, line_column};
use rihla_text::yaml::{self, Node};

mod declarations;
mod rules;
mod values;

/// The languages of the site.
fn languages() -> Vec<Arc<str>> {
    vec!["fr".into(), "en".into()]
}

fn path() -> Arc<str> {
    "content/news/collection.yaml".into()
}

/// The map of a text that is right as YAML.
fn map_of(text: &str) -> yaml::Map {
    let (node, problems) = yaml::parse(&path(), text, Span::new(0, text.len()));
    assert!(problems.is_empty(), "{text}\n{problems:?}");
    match node.map(|node| node.value) {
        Some(yaml::Value::Map(map)) => map,
        _ => yaml::Map::default(),
    }
}

/// The schema of a text with `fields:` and, if there are any, `rules:`.
fn declared(text: &str) -> (Schema, Vec<Diagnostic>) {
    let map = map_of(text);
    let nothing = Node {
        span: Span::default(),
        value: yaml::Value::Null,
    };
    let fields = map.get("fields").unwrap_or(&nothing);
    Schema::parse(
        &path(),
        fields,
        map.get("rules"),
        &languages(),
        &TimeZone::UTC,
    )
}

/// The schema of a text that is right.
fn schema(text: &str) -> Schema {
    let (schema, findings) = declared(text);
    assert!(findings.is_empty(), "{text}\n{}", list(&findings, text));
    schema
}

/// Each finding as `line code`, in the order of the places.
fn list(findings: &[Diagnostic], text: &str) -> String {
    let mut findings = findings.to_vec();
    rihla_diagnostics::sort(&mut findings);
    let lines = findings.iter().map(|finding| {
        for messages in ["en", "fr"].map(messages) {
            let words = finding.text(messages) + &finding.hint(messages).unwrap_or_default();
            assert!(!words.contains("“”") && !words.contains("«  »"), "{words}");
        }
        let place = finding.place.as_ref().and_then(|place| place.span);
        let line = place.map_or(0, |span| line_column(text, span.start).0);
        format!("{line} {}", finding.message.code)
    });
    lines.collect::<Vec<_>>().join(", ")
}

/// Reads a file of an entry: its values and what is found.
fn read_as(
    schema: &Schema,
    text: &str,
    scope: Scope<'_>,
    file: u16,
) -> (Vec<Assignment>, Vec<Diagnostic>) {
    let map = map_of(text);
    let path: Arc<str> = format!("file-{file}").into();
    let source = SourceFile {
        path: &path,
        text,
        file,
        zone: &TimeZone::UTC,
    };
    read(schema, &builtin(), source, &map, scope, &languages())
}

/// The corrected text that a finding gives.
fn fixed(finding: &Diagnostic, text: &str) -> String {
    match finding.replacement() {
        Some(new) => format!(
            "{}{}{}",
            &text[..new.span.start],
            new.text,
            &text[new.span.end..]
        ),
        None => String::new(),
    }
}
