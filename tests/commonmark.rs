//! The examples of the CommonMark specification, where Rihla does not differ on purpose.
//!
//! `tests/commonmark/exceptions.txt` holds the numbers of those that differ, with the reason.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rihla_diagnostics::Span;
use rihla_text::markdown::{self, Image, Surroundings, Target, Word};

/// A page that leaves every destination as it is.
struct Page;

impl Surroundings for Page {
    fn link(&self, destination: &str) -> Target {
        Target {
            href: Some(destination.into()),
            ..Target::default()
        }
    }

    fn image(&self, source: &str) -> Image {
        Image {
            src: source.into(),
            ..Image::default()
        }
    }

    fn fact(&self, id: &str) -> String {
        id.into()
    }

    fn word(&self, _: Word) -> String {
        String::new()
    }
}

fn ours(text: &str) -> String {
    let path: Arc<str> = "spec.md".into();
    let (document, _) = markdown::parse(&path, text, Span::new(0, text.len()));
    let mut html = String::new();
    markdown::html(&document, &Page, "", &mut html);
    html
}

/// Our HTML without what Rihla adds: identifiers of headings, attributes of images.
fn without_additions(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(" id=\"") {
        let is_heading =
            rest[..at].ends_with(|c: char| c.is_ascii_digit()) && rest[..at - 1].ends_with("<h");
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest[5..].find('"').map_or(rest.len(), |end| end + 6);
        if !is_heading {
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    let out = out.replace(" loading=\"lazy\" decoding=\"async\"", "");
    out.replace("<pre tabindex=\"0\">", "<pre>")
}

/// The expected HTML as Rihla writes it: no closing slash, and each heading one level below the
/// nearest heading before it of a higher level, the title of the page being the first.
fn as_written(html: &str) -> String {
    let html = html.replace(" />", ">");
    let mut out = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let heading = (1..=6).find_map(|level| {
            ["<h", "</h"].into_iter().find_map(|tag| {
                let rest = rest.strip_prefix(&format!("{tag}{level}>"))?;
                Some((tag, level, rest))
            })
        });
        match heading {
            Some((tag, level, after)) => {
                if tag == "<h" {
                    open.retain(|higher| *higher < level);
                    open.push(level);
                }
                out.push_str(&format!("{tag}{}>", (open.len() + 1).min(6)));
                rest = after;
            }
            None => {
                out.push('<');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[test]
fn examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commonmark");
    let spec = fs::read_to_string(folder.join("node_modules/commonmark-spec/spec.txt"))
        .expect("the specification: run ./test, which installs it");
    let fence = "`".repeat(32);
    let mut exceptions: BTreeMap<usize, String> = fs::read_to_string(folder.join("exceptions.txt"))
        .expect("the exceptions")
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|line| {
            let (numbers, reason) = line.split_once(": ")?;
            Some((numbers.to_owned(), reason.to_owned()))
        })
        .flat_map(|(numbers, reason)| {
            numbers
                .split_whitespace()
                .map(|number| (number.parse().expect("a number"), reason.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    let mut count = 0;
    let mut failures = String::new();
    let opening = format!("{fence} example\n");
    for example in spec.split(&opening).skip(1) {
        let example = example.split(&format!("{fence}\n")).next().expect("an end");
        let (source, expected) = example.split_once("\n.\n").unwrap_or_else(|| {
            (
                "",
                example
                    .strip_prefix(".\n")
                    .expect("an example has two parts"),
            )
        });
        count += 1;
        let source = format!("{}\n", source.replace('→', "\t"));
        let expected = as_written(&expected.replace('→', "\t"));
        let found = without_additions(&ours(&source));
        let differs = found.trim_end() != expected.trim_end();
        match exceptions.remove(&count) {
            None if differs => failures.push_str(&format!(
                "\n{count}:\n{source}-- expected --\n{expected}-- found --\n{found}"
            )),
            Some(reason) if !differs => {
                failures.push_str(&format!("\n{count} is no exception: {reason}\n"));
            }
            _ => {}
        }
    }
    assert!(count > 600, "{count} examples");
    assert!(exceptions.is_empty(), "no such examples: {exceptions:?}");
    assert!(failures.is_empty(), "{failures}");
}
