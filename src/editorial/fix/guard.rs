//! What a correction may change: nothing but what it says.
//!
//! A file is read again after each step. Where a value, a key, the frame of a text or a line in it
//! is another one than was announced, the file is left as it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::markdown;
use rihla_text::yaml::{self, FrontMatter, Node, Value};

/// The two pieces of a file, and what its fields say.
pub(super) struct Contents {
    /// Where the fields stand; `None` where there are none.
    pub yaml: Option<Span>,
    /// Where the text stands; `None` where the file is all fields.
    pub body: Option<Span>,
    /// What the fields say.
    pub root: Option<Node>,
    /// What is wrong with the fields, and with where they end.
    pub problems: Vec<Diagnostic>,
}

/// Reads a file: Markdown, or YAML alone.
pub(super) fn read(path: &Arc<str>, text: &str) -> Contents {
    let whole = Span::new(0, text.len());
    let (yaml, body, mut problems) = if is_markdown(path) {
        let (FrontMatter { yaml, body }, problems) = yaml::front_matter(path, text);
        (yaml, Some(body), problems)
    } else {
        (Some(whole), None, Vec::new())
    };
    let mut root = None;
    if let Some(yaml) = yaml {
        let (node, more) = yaml::parse(path, text, yaml);
        root = node;
        problems.extend(more);
    }
    Contents {
        yaml,
        body,
        root,
        problems,
    }
}

/// Whether a file is a text in Markdown.
pub(super) fn is_markdown(path: &str) -> bool {
    matches!(extension(path), "md" | "markdown")
}

/// Whether a file is YAML.
pub(super) fn is_yaml(path: &str) -> bool {
    matches!(extension(path), "yaml" | "yml")
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// What a step announces.
#[derive(Debug, Default)]
pub(super) struct Announced {
    /// The scalars that become others, by their number: their new text.
    pub values: BTreeMap<usize, String>,
    /// The scalars in Markdown among them: their lines.
    pub fields: BTreeMap<usize, Vec<String>>,
    /// The lines of the text.
    pub lines: Vec<String>,
}

/// Whether a file that was `before` says what was announced, and nothing else.
pub(super) fn holds(
    path: &Arc<str>,
    (before, old): (&str, &Contents),
    after: &str,
    announced: &Announced,
) -> bool {
    let new = read(path, after);
    let mut number = 0;
    let has_values = match (&old.root, &new.root) {
        (Some(old), Some(new)) => are_same(old, new, &announced.values, &mut number),
        (old, new) => old.is_none() && new.is_none(),
    };
    if !has_values || old.yaml.is_some() != new.yaml.is_some() || has_more(old, &new) {
        return false;
    }
    let are_fields = announced.fields.iter().all(|(number, lines)| {
        let text = |contents: &Contents| text_of(contents, *number);
        let (Some(before), Some(after)) = (text(old), text(&new)) else {
            return false;
        };
        let span = |text: &str| Span::new(0, text.len());
        is_as_announced((&before, span(&before)), (&after, span(&after)), lines)
    });
    are_fields
        && match (old.body, new.body) {
            (Some(old), Some(new)) => {
                is_as_announced((before, old), (after, new), &announced.lines)
            }
            (old, new) => old.is_none() && new.is_none(),
        }
}

/// Whether more is wrong than was.
fn has_more(old: &Contents, new: &Contents) -> bool {
    let codes = |contents: &Contents| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for problem in &contents.problems {
            *counts.entry(problem.message.code).or_default() += 1;
        }
        counts
    };
    let old = codes(old);
    codes(new)
        .iter()
        .any(|(code, count)| *count > old.get(code).copied().unwrap_or(0))
}

fn text_of(contents: &Contents, number: usize) -> Option<String> {
    let leaves = super::fields::leaves(contents.root.as_ref());
    match &leaves.get(number)?.value {
        Value::Scalar(scalar) => Some(scalar.text.clone()),
        _ => None,
    }
}

/// Whether two values say the same, but for the scalars that were announced.
fn are_same(
    old: &Node,
    new: &Node,
    announced: &BTreeMap<usize, String>,
    number: &mut usize,
) -> bool {
    match (&old.value, &new.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(old), Value::Scalar(new)) => {
            let wanted = announced.get(number).unwrap_or(&old.text);
            *number += 1;
            *wanted == new.text
        }
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .zip(new)
                    .all(|(old, new)| are_same(old, new, announced, number))
        }
        (Value::Map(old), Value::Map(new)) => {
            old.iter().count() == new.iter().count()
                && old.iter().zip(new.iter()).all(|(old, new)| {
                    old.0.name == new.0.name && are_same(old.1, new.1, announced, number)
                })
        }
        _ => false,
    }
}

/// Whether a text in Markdown has the lines that were announced, and is otherwise as it was.
fn is_as_announced(
    (before, old): (&str, Span),
    (after, new): (&str, Span),
    lines: &[String],
) -> bool {
    let passages = markdown::words(after, new);
    let references = |text: &str, span: Span| {
        let document = markdown::tree(text, span);
        let references = document.references().iter();
        let references = references.map(|link| (link.kind, link.destination.clone()));
        references.collect::<Vec<_>>()
    };
    passages.len() == lines.len()
        && passages
            .iter()
            .zip(lines)
            .all(|(passage, line)| passage.text == *line)
        && markdown::frame(before, old) == markdown::frame(after, new)
        && references(before, old) == references(after, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "---\ntitle: l'Etat\ndate: 2017\n---\nLe *texte* de l'Etat\n";

    fn is_held(after: &str, values: &[(usize, &str)], line: &str) -> bool {
        let path: Arc<str> = "a.md".into();
        let announced = Announced {
            values: values
                .iter()
                .map(|(at, text)| (*at, (*text).to_owned()))
                .collect(),
            fields: BTreeMap::new(),
            lines: vec![line.to_owned()],
        };
        holds(&path, (BEFORE, &read(&path, BEFORE)), after, &announced)
    }

    #[test]
    fn only_what_was_announced_may_differ() {
        let line = "Le texte de l'Etat";
        let new = BEFORE.replace("title: l'Etat", "title: l'État");
        assert!(is_held(BEFORE, &[], line));
        assert!(is_held(&new, &[(0, "l'État")], line));
        // Not announced, or announced as something else.
        assert!(!is_held(&new, &[], line));
        assert!(!is_held(&new, &[(0, "l'état")], line));
        assert!(!is_held(&new, &[(1, "l'État")], line));
        // Another value, another key, another problem.
        for (from, to) in [
            ("2017", "2018"),
            ("date", "dates"),
            ("date: 2017\n", ""),
            ("date: 2017", "date: [2017]"),
            ("date: 2017", "date: 2017 #x"),
            ("---\nLe", "--\nLe"),
        ] {
            assert!(!is_held(&BEFORE.replace(from, to), &[], line), "{to}");
        }
        // The text.
        let new = BEFORE.replace("de l'Etat", "de l'État");
        assert!(is_held(&new, &[], "Le texte de l'État"));
        assert!(!is_held(&new, &[], line));
        let new = BEFORE.replace("de l'Etat", ":fact{a}");
        assert!(!is_held(&new, &[], "Le texte :fact{a}"));
        for (from, to) in [
            ("*texte*", "texte"),
            ("*texte*", "**texte**"),
            ("Le ", "# Le "),
        ] {
            assert!(!is_held(&BEFORE.replace(from, to), &[], line), "{to}");
        }
    }
}
