//! SARIF, the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, with errata 01).
//!
//! What is called here by a number is a section of that standard. A finding about a place is a result
//! (3.27); one without, about the command line or the machine, is a notification of the run (3.58), since
//! GitHub takes no log with a result that has no place.
//!
//! Braces stand single, though 3.11.5 would have them doubled: no message has arguments that could take the
//! place of `{0}`, and GitHub shows a message as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::report::{Report, is_noncharacter};
use super::{WRITE, label, lines, lines_of, visible};
use crate::located::Located;
use crate::{Correction, Diagnostic, Location, Message, Messages, Severity};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands for itself in a path of a URI: the unreserved characters of RFC 3986 (2.3), and `/`.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The log, with one run.
pub(super) fn sarif(diagnostics: &[Diagnostic], texts: &Located, report: &Report) -> String {
    let rules: BTreeMap<&str, &Message> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.message.code, diagnostic.message))
        .collect();
    let log = Log {
        texts,
        report,
        numbers: rules
            .keys()
            .zip(0..)
            .map(|(code, at)| (*code, at))
            .collect(),
    };
    let rules: Vec<Value> = rules
        .values()
        .map(|message| rule(message, report.messages))
        .collect();
    let mut seen = BTreeMap::new();
    let mut results = Vec::new();
    let mut notifications = Vec::new();
    for diagnostic in diagnostics {
        match &diagnostic.place {
            Some(place) => results.push(log.result(diagnostic, place, &mut seen)),
            None => notifications.push(log.notification(diagnostic)),
        }
    }
    let mut invocation = object(json!({ "executionSuccessful": report.is_done }));
    if !notifications.is_empty() {
        invocation.insert(
            "toolExecutionNotifications".to_owned(),
            notifications.into(),
        );
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "Rihla",
                    "version": report.version,
                    "language": report.messages.tag(),
                    "rules": rules,
                },
            },
            "language": report.messages.tag(),
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": results,
        }],
    });
    guarded(&format!("{log:#}\n"))
}

/// What all findings of a log need.
struct Log<'l> {
    texts: &'l Located<'l>,
    report: &'l Report<'l>,
    /// Code → the place of its rule in the list of rules.
    numbers: BTreeMap<&'l str, usize>,
}

impl Log<'_> {
    /// A result (3.27). `seen` counts the results by what identifies them.
    fn result(
        &self,
        diagnostic: &Diagnostic,
        place: &Location,
        seen: &mut BTreeMap<String, usize>,
    ) -> Value {
        let (messages, code) = (self.report.messages, diagnostic.message.code);
        let mut text = diagnostic.text(messages);
        if let Some(pages) = super::pages(diagnostic, messages) {
            text.push_str(&format!("\n{pages}"));
        }
        if let Some(hint) = diagnostic.hint(messages) {
            text.push_str(&format!("\n{hint}"));
        }
        let print = self.fingerprint(diagnostic, place);
        let number = seen.entry(print.clone()).or_default();
        *number += 1;
        let mut result = object(json!({
            "ruleId": code,
            "ruleIndex": self.numbers[code],
            "level": level(diagnostic.severity()),
            "message": message(&text),
            "locations": [{ "physicalLocation": self.place(place) }],
            "partialFingerprints": { "rihla/v1": format!("{print}:{number}") },
        }));
        let mut add = |name: &str, list: Vec<Value>| {
            if !list.is_empty() {
                result.insert(name.to_owned(), list.into());
            }
        };
        let related = diagnostic.related.iter().enumerate();
        let related = related.map(|(id, related)| {
            json!({
                "id": id,
                "physicalLocation": self.place(&related.place),
                "message": message(&diagnostic.label(related, messages)),
            })
        });
        add("relatedLocations", related.collect());
        let corrections = diagnostic.corrections.iter();
        let fixes = corrections.filter_map(|correction| self.fix(diagnostic, correction));
        add("fixes", fixes.collect());
        let mut properties = Map::new();
        if let Some(pages) = &diagnostic.pages {
            properties.insert("page".to_owned(), json!(&*pages.first));
            properties.insert("pages".to_owned(), json!(pages.count));
        }
        // A log has no word for a file that is to be renamed.
        let mut renames = diagnostic.corrections.iter();
        let name = renames.find_map(|correction| match correction {
            Correction::Rename(path) => Some(self.uri(path)),
            Correction::Edits(_) => None,
        });
        if let Some(name) = name {
            properties.insert("rename".to_owned(), name.into());
        }
        if !properties.is_empty() {
            result.insert("properties".to_owned(), properties.into());
        }
        result.into()
    }

    /// A notification (3.58).
    fn notification(&self, diagnostic: &Diagnostic) -> Value {
        let (messages, code) = (self.report.messages, diagnostic.message.code);
        let mut text = diagnostic.text(messages);
        if let Some(hint) = diagnostic.hint(messages) {
            text.push_str(&format!("\n{hint}"));
        }
        json!({
            "descriptor": { "id": code },
            "associatedRule": { "id": code, "index": self.numbers[code] },
            "level": level(diagnostic.severity()),
            "message": message(&text),
        })
    }

    /// A physical location (3.29), with the region where there is one.
    fn place(&self, place: &Location) -> Value {
        let mut location = object(json!({ "artifactLocation": self.artifact(&place.path) }));
        if let Some(at) = lines(place, self.texts) {
            location.insert("region".to_owned(), region(at));
        }
        location.into()
    }

    /// Where a file is (3.4). What the base is, whoever reads the log knows: the folder in which the program was
    /// started, as a rule the top of the repository.
    fn artifact(&self, path: &str) -> Value {
        json!({ "uri": self.uri(path), "uriBaseId": "%SRCROOT%" })
    }

    fn uri(&self, path: &str) -> String {
        let path = format!("{}{path}", self.report.root);
        utf8_percent_encode(&path, PATH).to_string()
    }

    /// A fix (3.55); none of a correction that renames, or whose file has no text.
    fn fix(&self, diagnostic: &Diagnostic, correction: &Correction) -> Option<Value> {
        let Correction::Edits(edits) = correction else {
            return None;
        };
        let own = diagnostic.place.as_ref().map(|place| &place.path);
        let mut files: Vec<(&Arc<str>, Vec<Value>)> = Vec::new();
        for edit in edits {
            let path = edit.path.as_ref().or(own)?;
            let at = lines(&Location::new(path.clone(), edit.span), self.texts)?;
            let mut replacement = object(json!({ "deletedRegion": region(at) }));
            if !edit.text.is_empty() {
                replacement.insert("insertedContent".to_owned(), json!({ "text": edit.text }));
            }
            match files.iter_mut().find(|(known, _)| *known == path) {
                Some((_, replacements)) => replacements.push(replacement.into()),
                None => files.push((path, vec![replacement.into()])),
            }
        }
        let changes: Vec<Value> = files
            .into_iter()
            .map(|(path, replacements)| {
                json!({ "artifactLocation": self.artifact(path), "replacements": replacements })
            })
            .collect();
        if changes.is_empty() {
            return None;
        }
        let mut fix = object(json!({ "artifactChanges": changes }));
        if let Some(lines) = lines_of(correction, own, self.texts) {
            let words = format!("{}: {lines}", label(WRITE, self.report.messages));
            fix.insert("description".to_owned(), message(&words));
        }
        Some(fix.into())
    }

    /// What stays the same of a finding where lines move and where the messages are in another language: its code,
    /// its file, and the words that it concerns, or the line where it is a position between two.
    fn fingerprint(&self, diagnostic: &Diagnostic, place: &Location) -> String {
        let words = place.span.zip(self.texts.text(&place.path));
        let words = words.and_then(|(span, text)| match span.start < span.end {
            true => text.get(span.start..span.end),
            false => {
                let (before, after) = text.split_at_checked(span.start)?;
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                let end = after.find('\n').unwrap_or(after.len());
                text.get(start..span.start + end)
            }
        });
        let mut hasher = blake3::Hasher::new();
        for part in [diagnostic.message.code, &place.path, words.unwrap_or("")] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        // A finding about a whole file is known by what it says.
        if words.is_none() {
            for (name, value) in &diagnostic.values {
                hasher.update(name.as_bytes());
                hasher.update(value.as_text().as_bytes());
            }
        }
        hasher.finalize().to_hex()[..32].to_owned()
    }
}

/// A rule (3.49): what its message and its hints say where no value is known.
fn rule(message: &Message, messages: Messages) -> Value {
    let says = open(&message.text().get(messages));
    let hints = message.hints(messages);
    let hints: Vec<String> = hints.iter().map(|hint| open(hint)).collect();
    let help = match hints.is_empty() {
        true => says.clone(),
        false => hints.join("\n"),
    };
    json!({
        "id": message.code,
        "name": name(message.code),
        "shortDescription": { "text": says },
        "fullDescription": { "text": says },
        "help": { "text": help },
        "defaultConfiguration": { "level": level(message.severity) },
    })
}

/// A code in the form that names of rules have: `yaml-colon` is `YamlColon`.
fn name(code: &str) -> String {
    let words = code.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}

/// A text with `…` in the place of the values.
fn open(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{$") {
        said.push_str(before);
        said.push('…');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    plain(&said)
}

/// A message (3.11).
fn message(text: &str) -> Value {
    json!({ "text": plain(text) })
}

/// A plain text: `[words](address)` would be read as a link (3.11.6), and is shown with a word joiner in it.
fn plain(text: &str) -> String {
    visible(text).replace("](", "]\u{2060}(")
}

/// A region (3.30): the last column is the one behind what is meant.
fn region([line, column, end_line, end_column]: [usize; 4]) -> Value {
    json!({
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// JSON in which what could end an element of HTML around it, or shows text in another order than it has, stands
/// as `\u….` Such characters stand in strings alone, so that the values stay what they are.
fn guarded(json: &str) -> String {
    let is_odd = |c: char| {
        matches!(c, '<' | '>' | '\u{2060}')
            || (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            || is_noncharacter(c)
    };
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if is_odd(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}
