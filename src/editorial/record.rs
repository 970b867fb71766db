//! The record of a translation in the sources: lines are added and values replaced, and everything
//! else stays to the byte.

use std::sync::Arc;

use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::Span;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_site::config::CONTENT;
use rihla_text::yaml::{self, Map, Node, Value};

/// Where something about a language of an entry is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The file.
    pub path: Arc<str>,
    /// The entry among those of a file that holds many: its `id` there.
    pub item: Option<String>,
    /// The key of the language, where the file is for all languages.
    pub tag: Option<Arc<str>>,
}

/// The pieces of a file: its fields and where they may begin.
pub(super) struct Fields {
    /// What it says in fields.
    pub root: Node,
    /// Where fields stand; `None` where the file has none, and begins with its text.
    pub yaml: Option<Span>,
    /// Where the text begins.
    pub body: usize,
}

/// Reads the fields of a file.
///
/// # Errors
///
/// Where they are no YAML: such a file is not touched.
pub(super) fn fields(path: &Arc<str>, text: &str) -> Result<Fields, Box<Diagnostic>> {
    let is_markdown = path.ends_with(".md") || path.ends_with(".markdown");
    let (yaml, body, problems) = match is_markdown {
        true => {
            let (front, problems) = yaml::front_matter(path, text);
            (front.yaml, front.body.start, problems)
        }
        false => (Some(Span::new(0, text.len())), text.len(), Vec::new()),
    };
    let (node, more) = match yaml {
        Some(range) => yaml::parse(path, text, range),
        None => (None, Vec::new()),
    };
    let is_wrong = problems.iter().chain(&more).any(Diagnostic::is_error);
    if is_wrong {
        return Err(Box::new(
            Diagnostic::on_file(&say::UNREADABLE, path.clone()).with("path", path),
        ));
    }
    Ok(Fields {
        root: node.unwrap_or(Node {
            span: Span::new(body, body),
            value: Value::Null,
        }),
        yaml,
        body,
    })
}

/// Where the first field of a text is written, or would be; `None` where it has no head.
pub(super) fn head(path: &Arc<str>, text: &str) -> Option<usize> {
    fields(path, text).ok()?.yaml.map(|yaml| yaml.start)
}

/// The map of an entry in what a file says.
pub(super) fn item<'n>(root: &'n Node, spot: &Spot) -> Option<&'n Node> {
    let Some(id) = &spot.item else {
        return Some(root);
    };
    let Value::List(items) = &root.value else {
        return None;
    };
    items.iter().find(|item| match &item.value {
        Value::Map(map) => map
            .get("id")
            .is_some_and(|node| matches!(&node.value, Value::Scalar(scalar) if scalar.text == *id)),
        _ => false,
    })
}

/// Puts the record of a translation into the text of a file: each of `values`, a key and what it is
/// to be. Comments, the order of keys and everything else stay as they are.
///
/// # Errors
///
/// Where the file cannot be read, or where more would change than the record.
pub(super) fn put(
    spot: &Spot,
    text: &str,
    values: &[(&str, String)],
) -> Result<String, Box<Diagnostic>> {
    let path = &spot.path;
    let stuck = || Box::new(Diagnostic::on_file(&say::STUCK, path.clone()).with("path", path));
    let before = fields(path, text)?;
    let mut way = vec!["translation"];
    way.extend(spot.tag.as_deref());
    let mut writer = Writer::new(text);
    let node = item(&before.root, spot).ok_or_else(stuck)?;
    match (&node.value, before.yaml) {
        (Value::Map(map), _) if !map.is_empty() => writer.put(node, map, &way, values),
        (Value::Null, Some(yaml)) if spot.item.is_none() => {
            let block = writer.block(&way, values, 0);
            writer.insert(yaml.start, block);
        }
        (Value::Null, None) if spot.item.is_none() => {
            let end = writer.end;
            let block = writer.block(&way, values, 0);
            writer.insert(before.body, format!("---{end}{block}---{end}"));
        }
        _ => return Err(stuck()),
    }
    let after = writer.finish();
    holds(spot, (text, &before), &after).ok_or_else(stuck)?;
    Ok(after)
}

/// Whether nothing but the record differs.
fn holds(spot: &Spot, (before, old): (&str, &Fields), after: &str) -> Option<()> {
    let new = fields(&spot.path, after).ok()?;
    let are_same = same(&old.root, &new.root, item(&new.root, spot)?);
    let body = before[old.body..] == after[new.body..];
    (are_same && body).then_some(())
}

/// Whether two values say the same, but for the record in the map `but`.
fn same(old: &Node, new: &Node, but: &Node) -> bool {
    let is_here = std::ptr::eq(new, but);
    match (&old.value, &new.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(old), Value::Scalar(new)) => old.text == new.text,
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new, but))
        }
        (Value::Null, Value::Map(new)) if is_here => new.iter().all(|(key, _)| is_record(key)),
        (Value::Map(old), Value::Map(new)) => {
            let kept = |map: &'_ Map| -> Vec<(String, Node)> {
                map.iter()
                    .filter(|(key, _)| !is_here || !is_record(key))
                    .map(|(key, node)| (key.name.clone(), node.clone()))
                    .collect()
            };
            if is_here {
                let (old, new) = (kept(old), kept(new));
                return old.len() == new.len()
                    && old
                        .iter()
                        .zip(&new)
                        .all(|(old, new)| old.0 == new.0 && same(&old.1, &new.1, but));
            }
            old.iter().count() == new.iter().count()
                && old
                    .iter()
                    .zip(new.iter())
                    .all(|(old, new)| old.0.name == new.0.name && same(old.1, new.1, but))
        }
        _ => false,
    }
}

fn is_record(key: &yaml::Key) -> bool {
    key.name == "translation"
}

/// Changes of a text that are made at once.
pub(super) struct Writer<'t> {
    text: &'t str,
    /// The end of a line as the file writes it.
    pub end: &'static str,
    edits: Vec<(Span, String)>,
}

impl<'t> Writer<'t> {
    /// No change yet.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            end: match text.contains("\r\n") {
                true => "\r\n",
                false => "\n",
            },
            edits: Vec::new(),
        }
    }

    /// The text with all changes.
    pub fn finish(mut self) -> String {
        // What is inserted at one place stays in the order in which it was.
        self.edits.sort_by_key(|(span, _)| (span.start, span.end));
        let mut out = String::with_capacity(self.text.len() + 200);
        let mut at = 0;
        for (span, with) in &self.edits {
            out.push_str(&self.text[at..span.start]);
            out.push_str(with);
            at = span.end;
        }
        out.push_str(&self.text[at..]);
        out
    }

    /// Inserts a piece.
    pub fn insert(&mut self, at: usize, piece: String) {
        self.edits.push((Span::new(at, at), piece));
    }

    /// Puts a piece in the place of a range.
    pub fn replace(&mut self, span: Span, piece: String) {
        self.edits.push((span, piece));
    }

    /// Puts keys with their values below a way of keys into a map that has some.
    pub fn put(&mut self, node: &Node, map: &Map, way: &[&str], values: &[(&str, String)]) {
        let Some((first, rest)) = way.split_first() else {
            for (key, value) in values {
                let found = map.iter().find(|(name, _)| name.name == *key);
                match found {
                    Some((_, node)) if node.span.start < node.span.end => {
                        if !matches!(&node.value, Value::Scalar(scalar) if scalar.text == *value) {
                            self.edits.push((node.span, scalar(value)));
                        }
                    }
                    Some((name, _)) => self.say(name, &scalar(value)),
                    None => self.add(node, map, &[], &[(key, value.clone())]),
                }
            }
            return;
        };
        match map.iter().find(|(name, _)| name.name == *first) {
            None => self.add(node, map, way, values),
            Some((name, inner)) => match &inner.value {
                Value::Map(map) if !map.is_empty() => self.put(inner, map, rest, values),
                // Nothing is written yet: `translation:`, `{}` or `null`.
                _ => {
                    let flow = flow(rest, values);
                    let is_empty = inner.span.start == inner.span.end;
                    match is_empty {
                        true => self.say(name, &flow),
                        false => self.edits.push((inner.span, flow)),
                    }
                }
            },
        }
    }

    /// Puts a value after a key and its colon, where there is none.
    fn say(&mut self, key: &yaml::Key, value: &str) {
        let rest = &self.text[key.span.end..];
        let at = key.span.end + rest.find(':').map_or(0, |colon| colon + 1);
        self.insert(at, format!(" {value}"));
    }

    /// Adds keys to a map, after the last that it has.
    fn add(&mut self, node: &Node, map: &Map, way: &[&str], values: &[(&str, String)]) {
        let Some((key, last)) = map.iter().last() else {
            return;
        };
        if self.text[node.span.start..].starts_with('{') {
            let flow = flow(way, values);
            let inner = &flow[1..flow.len() - 1];
            self.insert(last.span.end.max(key.span.end), format!(", {inner}"));
            return;
        }
        let first = map.iter().next().map_or(key, |(first, _)| first);
        let indent = self.column(first.span.start);
        let at = self.after_line(last.span.end.max(key.span.end));
        let mut block = self.block(way, values, indent);
        if !self.text[..at].ends_with('\n') {
            block = format!("{}{}", self.end, block.trim_end_matches(['\r', '\n']));
        }
        self.insert(at, block);
    }

    /// Lines with keys and their values.
    pub fn block(&self, way: &[&str], values: &[(&str, String)], indent: usize) -> String {
        let mut out = String::new();
        for (depth, key) in way.iter().enumerate() {
            out.push_str(&" ".repeat(indent + 2 * depth));
            out.push_str(&format!("{key}:{}", self.end));
        }
        let indent = " ".repeat(indent + 2 * way.len());
        for (key, value) in values {
            out.push_str(&format!("{indent}{key}: {}{}", scalar(value), self.end));
        }
        out
    }

    /// How far a place is from the beginning of its line.
    pub fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at]
            .chars()
            .filter(|c| *c != '\u{feff}')
            .count()
    }

    /// The beginning of the line of a place.
    pub fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// The beginning of the line after that of a place.
    pub fn after_line(&self, at: usize) -> usize {
        let start = self.line_start(at);
        // A block of lines ends where the next line begins, or behind its indentation.
        if start > 0 && self.text[start..at].trim().is_empty() {
            return start;
        }
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |end| at + end + 1)
    }
}

/// A map between braces.
fn flow(way: &[&str], values: &[(&str, String)]) -> String {
    let pairs: Vec<String> = values
        .iter()
        .map(|(key, value)| format!("{key}: {}", scalar(value)))
        .collect();
    let mut out = format!("{{{}}}", pairs.join(", "));
    for key in way.iter().rev() {
        out = format!("{{{key}: {out}}}");
    }
    out
}

/// A value: a word as it is, anything else in quotation marks.
pub(super) fn scalar(value: &str) -> String {
    let is_word = !value.is_empty() && value.bytes().all(|b| b.is_ascii_lowercase());
    // Not what YAML 1.1 or 1.2 reads as something else.
    let is_odd = matches!(
        value,
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    match is_word && !is_odd {
        true => value.to_owned(),
        false => yaml::quoted(value),
    }
}

/// The text of a file that holds many entries, in lines, with one more behind the last: apart from it, as those
/// before are.
pub(super) fn with_row(list: &str, row: &str) -> String {
    // A list of one line has no end of its own to show.
    let end = match list.contains('\n') {
        true => Writer::new(list).end,
        false => Writer::new(row).end,
    };
    let mut text = list.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(end);
    }
    if text.contains(&format!("{end}{end}- ")) {
        text.push_str(end);
    }
    text.push_str(row.trim_matches(['\r', '\n']));
    text.push_str(end);
    text
}

/// The name by which a file that holds many entries knows one of them.
pub(super) fn item_of(path: &str, id: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    if !matches!(name, "entries.yaml" | "entries.yml") {
        return None;
    }
    let folder = path.strip_prefix(CONTENT)?.strip_prefix('/')?;
    let (folder, _) = folder.rsplit_once('/')?;
    id.strip_prefix(folder)?
        .strip_prefix('/')
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spot(path: &str, item: Option<&str>, tag: Option<&str>) -> Spot {
        Spot {
            path: path.into(),
            item: item.map(str::to_owned),
            tag: tag.map(Into::into),
        }
    }

    fn stamped(spot: &Spot, text: &str) -> String {
        let values = [("of", "fr".to_owned()), ("revision", "9f2c".to_owned())];
        let once = put(spot, text, &values).unwrap_or_else(|_| panic!("{text}"));
        // Again makes no difference.
        assert_eq!(put(spot, &once, &values).expect("a text"), once);
        once
    }

    #[test]
    fn a_record_is_added_to_front_matter() {
        let spot = spot("content/a.en.md", None, None);
        let block = "translation:\n  of: fr\n  revision: \"9f2c\"\n";
        for (text, expected) in [
            // After the last key; comments stay where they are.
            (
                "---\ntitle: A # why\n# end\n---\nText.\n",
                format!("---\ntitle: A # why\n{block}# end\n---\nText.\n"),
            ),
            ("---\n---\nText.\n", format!("---\n{block}---\nText.\n")),
            ("Text.\n", format!("---\n{block}---\nText.\n")),
            (
                "---\na:\n  - b\n  - c: 1\n    d: |\n      x\n      y\n---\nT",
                format!("---\na:\n  - b\n  - c: 1\n    d: |\n      x\n      y\n{block}---\nT"),
            ),
            (
                "---\ntitle: A\ntranslation:\n---\nT",
                "---\ntitle: A\ntranslation: {of: fr, revision: \"9f2c\"}\n---\nT".to_owned(),
            ),
            (
                "---\ntranslation: {state: machine, of: es} # x\ntitle: A\n---\nT",
                "---\ntranslation: {state: machine, of: fr, revision: \"9f2c\"} # x\ntitle: A\n---\nT"
                    .to_owned(),
            ),
            (
                "---\ntranslation:\n    revision: old # x\n    # y\n    of: fr\ntitle: A\n---\nT",
                "---\ntranslation:\n    revision: \"9f2c\" # x\n    # y\n    of: fr\ntitle: A\n---\nT"
                    .to_owned(),
            ),
        ] {
            assert_eq!(stamped(&spot, text), expected, "{text}");
        }
        let text = "---\r\ntitle: A\r\n---\r\nT\r\n";
        assert_eq!(
            stamped(&spot, text),
            "---\r\ntitle: A\r\ntranslation:\r\n  of: fr\r\n  revision: \"9f2c\"\r\n---\r\nT\r\n"
        );
    }

    #[test]
    fn a_record_is_added_to_yaml() {
        let one = spot("content/a.yaml", None, Some("en"));
        assert_eq!(
            stamped(&one, "title:\n  fr: A\n  en: B"),
            "title:\n  fr: A\n  en: B\ntranslation:\n  en:\n    of: fr\n    revision: \"9f2c\""
        );
        assert_eq!(
            stamped(&one, "translation: {ar: {of: en}}\ntitle: A\n"),
            "translation: {ar: {of: en}, en: {of: fr, revision: \"9f2c\"}}\ntitle: A\n"
        );
        let many = spot("content/p/entries.yaml", Some("b"), Some("en"));
        assert_eq!(
            stamped(
                &many,
                "- id: a\n  title: A\n# two\n- id: b\n  title: B\n\n- id: c\n"
            ),
            "- id: a\n  title: A\n# two\n- id: b\n  title: B\n  translation:\n    en:\n      of: fr\n      \
             revision: \"9f2c\"\n\n- id: c\n"
        );
        assert_eq!(
            stamped(&many, "- {id: b, title: B}\n"),
            "- {id: b, title: B, translation: {en: {of: fr, revision: \"9f2c\"}}}\n"
        );
    }

    #[test]
    fn what_cannot_be_read_is_not_touched() {
        let values = [("of", "fr".to_owned())];
        for text in ["---\ntitle: A: b\n---\nT", "---\ntitle: A\nT"] {
            assert!(put(&spot("content/a.en.md", None, None), text, &values).is_err());
        }
        assert!(
            put(
                &spot("content/p/entries.yaml", Some("z"), Some("en")),
                "- id: a\n",
                &values
            )
            .is_err()
        );
    }

    proptest! {
        #[test]
        fn nothing_else_changes(
            lines in prop::collection::vec(
                prop_oneof![
                    Just("# un mot"),
                    Just(""),
                    Just("K: v # x"),
                    Just("K: \"a: b\""),
                    Just("K: [a, {b: c}]"),
                    Just("K:\n  - a\n  # y\n  - b: 1\n    c:"),
                    Just("K: |\n  un\n\n  deux"),
                    Just("K: >-\n  un\n  deux"),
                    Just("K:"),
                    Just("translation:"),
                    Just("translation: {of: en, by: moi} # z"),
                    Just("translation:\n    # d’abord\n    state: machine\n\n    of: en"),
                ],
                0..6,
            ),
            is_windows: bool,
        ) {
            let mut has_record = false;
            let lines = lines.iter().enumerate().filter(|(_, line)| {
                let is_record = line.starts_with("translation");
                let is_second = is_record && has_record;
                has_record |= is_record;
                !is_second
            });
            let lines: Vec<String> = lines
                .map(|(at, line)| line.replace('K', &format!("k{at}")) + "\n")
                .collect();
            let mut text = format!("---\n{}---\nTexte.\n", lines.concat());
            if is_windows {
                text = text.replace('\n', "\r\n");
            }
            let spot = spot("content/a.en.md", None, None);
            let values = [("of", "fr".to_owned()), ("revision", "9f2c".to_owned())];
            let after = put(&spot, &text, &values);
            prop_assert!(after.is_ok(), "{text}");
            let after = after.unwrap_or_default();
            prop_assert_eq!(&put(&spot, &after, &values).unwrap_or_default(), &after);
            // Every line is there, in its order, but for the values of the record.
            let mut rest = after.lines();
            for line in text.lines().filter(|line| !line.contains("translation") && !line.contains("of: en")) {
                prop_assert!(rest.any(|other| other == line), "{line}\n{after}");
            }
            for word in ["by: moi", "# z", "# d’abord", "state: machine"] {
                prop_assert_eq!(text.contains(word), after.contains(word), "{}", after);
            }
        }
    }
}
