//! The files of an entry as they become where a form says something else than they do.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::values::{self, ALL, item, parts};
use super::{Form, FormFile, Read, Said};
use crate::record::{self, Spot};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_site::schema::{self, Field, FieldKind};
use rihla_text::yaml::edit::{Change, Fresh, Step, edit};
use rihla_text::yaml::{self, Node};

/// The fields of every entry that are written where they say “yes”.
const SWITCHES: [&str; 5] = ["draft", "noindex", "in_parts", "important", "archived"];

/// What is noted of a language that is begun as the translation of another.
#[derive(Clone, Debug)]
pub struct Source {
    /// The tag of the language from which it is translated.
    pub of: Arc<str>,
    /// The digest of the text that is translated.
    pub revision: Arc<str>,
}

impl Form<'_> {
    /// The texts of the files of the entry, by path, that are not what they were once the form says this.
    ///
    /// Only what differs is written; comments, the order of fields and whatever the form does not show stay,
    /// byte for byte. `sources` gives for a language that is begun what it translates.
    ///
    /// # Errors
    ///
    /// Where a file is written in a way that cannot be changed without changing more.
    pub fn texts(
        &self,
        said: &Said,
        sources: &BTreeMap<Arc<str>, Source>,
    ) -> Result<BTreeMap<Arc<str>, Arc<str>>, Box<Diagnostic>> {
        let builtin = schema::builtin();
        let fields = self.origin.fields(self.config, &builtin);
        let said = &self.meant(said);
        let mut texts: BTreeMap<Arc<str>, Arc<str>> = BTreeMap::new();
        for read in &self.files {
            let tag = read.file.language.as_deref();
            let mut changes = Vec::new();
            for field in &fields {
                if self.locked.contains_key(&field.name) {
                    continue;
                }
                let old = read.own.get(&*field.name);
                let new = said.values.get(&*field.name);
                let new = new.filter(|_| old.is_some() || self.belongs(field, new, read));
                let node = read.node().and_then(|node| match &node.value {
                    yaml::Value::Map(map) => map.get(&field.name),
                    _ => None,
                });
                let way = vec![Step::Key(field.name.to_string())];
                self.compare(field, way, (old, new), node, tag, &mut changes);
            }
            let body = match tag {
                Some(tag) => said.bodies.get(tag).map(String::as_str),
                None => None,
            };
            let order: Vec<&str> = fields.iter().map(|field| &*field.name).collect();
            let before = read.file.text.clone();
            let after = write(read, &changes, body, &order)?;
            let Some(mut after) = after.filter(|after| before.as_deref() != Some(after)) else {
                continue;
            };
            for (tag, source) in sources {
                let is_begun = match &read.file.language {
                    Some(own) => own == tag && before.is_none(),
                    None => !self.origin.has_texts() && self.begins(said, tag, &source.of),
                };
                if is_begun {
                    let spot = Spot {
                        tag: read.file.language.is_none().then(|| tag.clone()),
                        ..read.file.spot()
                    };
                    after = record::put(&spot, &after, &begun(source))?;
                }
            }
            texts.insert(read.file.path.clone(), after.into());
        }
        Ok(texts)
    }

    /// What a form says, without “no” where nothing says “no”: that is taken away where it stood otherwise.
    fn meant(&self, said: &Said) -> Said {
        let mut said = said.clone();
        let is_no = |value: Option<&Value>| value.and_then(Value::as_str) == Some("false");
        for name in SWITCHES {
            let before = self.said.values.get(name);
            match said.values.get_mut(name) {
                Some(Value::Object(by_tag)) => by_tag.retain(|tag, value| {
                    let stood = before.and_then(|before| before.get(tag));
                    !is_no(Some(value)) || is_no(stood)
                }),
                value => {
                    if is_no(value.as_deref()) && !is_no(before) {
                        said.values.remove(name);
                    }
                }
            }
        }
        self.spread(&mut said);
        said
    }

    /// Puts what every entry may say of each language where it counts: what holds for all into each text,
    /// where no file is for all; once, where all say the same in one.
    fn spread(&self, said: &mut Said) {
        let is_shared = |read: &Read| read.file.language.is_none() && read.file.text.is_some();
        let has_shared = self.files.iter().any(is_shared);
        let tags: Vec<String> = match self.origin.has_texts() {
            true => said.bodies.keys().cloned().collect(),
            false => self.languages().iter().map(ToString::to_string).collect(),
        };
        let builtin = schema::builtin().fields;
        for field in builtin.iter().filter(|field| field.localized) {
            let name = &*field.name;
            let before = self.said.values.get(name);
            let Some(Value::Object(by_tag)) = said.values.get_mut(name) else {
                continue;
            };
            match by_tag.get(ALL).cloned() {
                Some(all) if !has_shared => {
                    *by_tag = tags.iter().map(|tag| (tag.clone(), all.clone())).collect();
                }
                None if has_shared && before.is_none_or(|before| before.get(ALL).is_some()) => {
                    let mut values = by_tag.values();
                    let Some(first) = values.next().cloned() else {
                        continue;
                    };
                    let is_all = tags.iter().all(|tag| by_tag.get(tag) == Some(&first));
                    if is_all && by_tag.len() > 1 && by_tag.len() == tags.len() {
                        *by_tag = std::iter::once((ALL.to_owned(), first)).collect();
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a form says something in a language in which the files say nothing, and they do in that from which
    /// it is translated.
    fn begins(&self, said: &Said, tag: &str, of: &str) -> bool {
        let says = |values: &Map<String, Value>, tag: &str| {
            values.values().any(|value| values::says(value, tag))
        };
        let before = &self.said.values;
        says(&said.values, tag) && !says(before, tag) && says(before, of)
    }

    /// Whether a field that a file does not have is written there, once it has a value.
    fn belongs(&self, field: &Field, new: Option<&Value>, read: &Read) -> bool {
        let Some(new) = new else { return false };
        let stands = |other: &&Read| other.own.contains_key(&*field.name);
        let shared = |other: &&Read| other.file.language.is_none();
        let is_there = |file: &FormFile| file.text.is_some();
        let in_shared = self.files.iter().filter(shared).any(|file| stands(&file));
        let Some(tag) = &read.file.language else {
            // What holds for all languages stands where they all look; what has one for each, where it
            // begins there, or where there are no other files.
            let is_for_all = !field.localized || new.get(ALL).is_some();
            let stands = self.files.iter().any(|file| stands(&file));
            return !stands && (is_for_all || !self.origin.has_texts());
        };
        if in_shared || !self.origin.has_texts() && self.files.iter().any(|file| shared(&file)) {
            return false;
        }
        if field.localized && new.get(&**tag).is_some() {
            return true;
        }
        // Where there is a file for all, it holds what holds for all.
        if self.files.iter().any(|file| shared(&file)) {
            return false;
        }
        if values::says(new, tag) {
            return true;
        }
        // Else the first text does.
        let mut texts = self.files.iter().filter(|file| !shared(file));
        let first = texts.clone().find(|file| is_there(file.file));
        let first = first.or_else(|| texts.next());
        let is_first = first.is_some_and(|first| std::ptr::eq(first.file, read.file));
        let stands = self.files.iter().any(|file| stands(&file));
        !stands && is_first
    }

    /// The changes that make a value another one, part by part, so that what is not shown stays.
    fn compare(
        &self,
        field: &Field,
        way: Vec<Step>,
        (old, new): (Option<&Value>, Option<&Value>),
        node: Option<&Node>,
        tag: Option<&str>,
        changes: &mut Vec<Change>,
    ) {
        let is_by_tag = |value: Option<&Value>| matches!(value, Some(Value::Object(map)) if !map.is_empty() && !map.contains_key(ALL));
        let map = match node.map(|node| &node.value) {
            Some(yaml::Value::Map(map)) => Some(map),
            _ => None,
        };
        let step = |way: &[Step], name: &str| {
            let mut way = way.to_vec();
            way.push(Step::Key(name.to_owned()));
            way
        };
        if field.localized && tag.is_none() && map.is_some() && is_by_tag(old) && is_by_tag(new) {
            let plain = Field {
                localized: false,
                ..field.clone()
            };
            for tag in &self.tags {
                let of =
                    |value: Option<&'_ Value>| value.and_then(|value| value.get(&**tag)).cloned();
                let (old, new) = (of(old), of(new));
                let node = map.and_then(|map| map.get(tag));
                let way = step(&way, tag);
                self.compare(
                    &plain,
                    way,
                    (old.as_ref(), new.as_ref()),
                    node,
                    Some(tag),
                    changes,
                );
            }
            return;
        }
        let own = match (field.localized, tag) {
            (true, Some(tag)) => (in_language(old, tag), in_language(new, tag)),
            _ => (old, new),
        };
        if item(field).is_none()
            && let (Some(fields), Some(map)) = (parts(&field.kind), map)
            && let (Some(Value::Object(old)), Some(Value::Object(new))) = own
            && new.values().any(|value| !is_empty(value))
        {
            for field in fields {
                let node = map.get(&field.name);
                let pair = (old.get(&*field.name), new.get(&*field.name));
                self.compare(field, step(&way, &field.name), pair, node, tag, changes);
            }
            return;
        }
        let before = old.and_then(|old| self.fresh(field, old, tag));
        let after = new.and_then(|new| self.fresh(field, new, tag));
        if before != after {
            changes.push(Change { way, to: after });
        }
    }

    /// A value as it is written in a file of a language, or in one for all; `None` where nothing is.
    fn fresh(&self, field: &Field, value: &Value, tag: Option<&str>) -> Option<Fresh> {
        if !field.localized {
            return self.plain(field, value, tag);
        }
        if let Some(tag) = tag {
            return self.plain(field, in_language(Some(value), tag)?, Some(tag));
        }
        if let Some(all) = value.get(ALL) {
            return self.plain(field, all, None);
        }
        let by_tag = self.tags.iter().map(|tag| {
            let fresh = value.get(&**tag);
            let fresh = fresh.and_then(|value| self.plain(field, value, Some(tag)));
            (tag.to_string(), fresh)
        });
        part(by_tag.collect())
    }

    fn plain(&self, field: &Field, value: &Value, tag: Option<&str>) -> Option<Fresh> {
        if let (Some(item), Value::Array(values)) = (item(field), value) {
            let items = values.iter();
            let items: Vec<Fresh> = items
                .filter_map(|value| self.fresh(&item, value, tag))
                .collect();
            return (!items.is_empty()).then_some(Fresh::List(items));
        }
        match value {
            Value::Object(map) => {
                let fields = parts(&field.kind)?.iter();
                let group = fields.map(|field| {
                    let fresh = map.get(&*field.name);
                    let fresh = fresh.and_then(|value| self.fresh(field, value, tag));
                    (field.name.to_string(), fresh)
                });
                part(group.collect())
            }
            Value::String(text) => {
                let is_said = !text.trim().is_empty() || field.kind == FieldKind::Alternative;
                is_said.then(|| scalar(&field.kind, text))
            }
            _ => None,
        }
    }
}

/// A map of which the form knows these keys: others that stand in it stay.
fn part(values: Vec<(String, Option<Fresh>)>) -> Option<Fresh> {
    let is_said = values.iter().any(|(_, value)| value.is_some());
    is_said.then_some(Fresh::Part(values))
}

/// A value in a language, or what stands for all.
fn in_language<'v>(value: Option<&'v Value>, tag: &str) -> Option<&'v Value> {
    let value = value?;
    value.get(tag).or_else(|| value.get(ALL))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(map) => map.values().all(is_empty),
        _ => true,
    }
}

/// Words stand in quotation marks, names and numbers without.
fn scalar(kind: &FieldKind, text: &str) -> Fresh {
    match kind {
        FieldKind::Text
        | FieldKind::Alternative
        | FieldKind::Link
        | FieldKind::Address
        | FieldKind::Form(_) => Fresh::Text(text.trim().to_owned()),
        FieldKind::Markdown => Fresh::Text(text.trim_end().to_owned()),
        _ => Fresh::Plain(text.trim().to_owned()),
    }
}

/// What is noted of a language that is begun.
fn begun(source: &Source) -> [(&'static str, String); 3] {
    [
        ("of", source.of.to_string()),
        ("revision", source.revision.to_string()),
        ("state", "draft".to_owned()),
    ]
}

/// A file with changes of its fields and another text; `None` where it is not there and needs not be.
fn write(
    read: &Read,
    changes: &[Change],
    body: Option<&str>,
    order: &[&str],
) -> Result<Option<String>, Box<Diagnostic>> {
    let path = &read.file.path;
    let stuck = || Box::new(Diagnostic::on_file(&say::STUCK, path.clone()).with("path", path));
    let is_fields = !path.ends_with(".md") && !path.ends_with(".markdown");
    let is_said = body.is_some_and(|body| !body.trim().is_empty());
    let before = match &read.file.text {
        Some(text) => text.to_string(),
        None if changes.is_empty() && !is_said => return Ok(None),
        None if changes.is_empty() => String::new(),
        None => "---\n---\n".to_owned(),
    };
    let mut text = before;
    if !changes.is_empty() {
        let mut fields = record::fields(path, &text)?;
        if fields.yaml.is_none() {
            text.insert_str(fields.body, "---\n---\n");
            fields = record::fields(path, &text)?;
        }
        let range = fields.yaml.ok_or_else(stuck)?;
        let entry = way(&fields.root, read.file.item.as_deref()).ok_or_else(stuck)?;
        text = edit(&text, range, &entry, changes, order).map_err(|_| stuck())?;
    }
    if let (Some(body), false) = (body, is_fields) {
        let fields = record::fields(path, &text)?;
        text = with_body(&text, Span::new(fields.body, text.len()), body);
    }
    Ok(Some(text))
}

/// The way to the map of an entry in its file; `None` where a file of many does not have it.
pub(super) fn way(root: &Node, item: Option<&str>) -> Option<Vec<Step>> {
    match item {
        None => Some(Vec::new()),
        Some(id) => Some(vec![Step::Item(number(root, id)?)]),
    }
}

/// The number of an entry in a file of many.
fn number(root: &Node, id: &str) -> Option<usize> {
    let yaml::Value::List(items) = &root.value else {
        return None;
    };
    let is_it = |node: &Node| match &node.value {
        yaml::Value::Map(map) => matches!(
            map.get("id").map(|node| &node.value),
            Some(yaml::Value::Scalar(scalar)) if scalar.text == id
        ),
        _ => false,
    };
    items.iter().position(is_it)
}

/// A file with another text. Lines that stay keep their bytes.
fn with_body(text: &str, span: Span, body: &str) -> String {
    let old = &text[span.start..span.end];
    if values::shown(old) == values::shown(body) {
        return text.to_owned();
    }
    let end = match text.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    };
    let lead = &old[..values::lead(old)];
    // A text that is begun follows its fields at once.
    let lead = match old.trim().is_empty() {
        true => "",
        false => lead,
    };
    let mut out = text[..span.start].to_owned();
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(end);
    }
    let new = values::shown(body);
    if new.is_empty() {
        return out;
    }
    out.push_str(lead);
    let stripped = |line: &str| line.trim_end_matches(['\r', '\n']).to_owned();
    let before: Vec<&str> = old[values::lead(old)..].split_inclusive('\n').collect();
    let old_lines: Vec<String> = before.iter().map(|line| stripped(line)).collect();
    let new_lines: Vec<&str> = new.split('\n').collect();
    let wanted: Vec<String> = new_lines.iter().map(|line| (*line).to_owned()).collect();
    for change in similar::capture_diff_slices(similar::Algorithm::Myers, &old_lines, &wanted) {
        match change {
            similar::DiffOp::Equal { old_index, len, .. } => {
                for line in &before[old_index..old_index + len] {
                    out.push_str(line);
                    if !line.ends_with('\n') {
                        out.push_str(end);
                    }
                }
            }
            similar::DiffOp::Insert {
                new_index, new_len, ..
            }
            | similar::DiffOp::Replace {
                new_index, new_len, ..
            } => {
                for line in &new_lines[new_index..new_index + new_len] {
                    out.push_str(line);
                    out.push_str(end);
                }
            }
            similar::DiffOp::Delete { .. } => {}
        }
    }
    out
}

/// The fields and texts that differ between two forms of an entry: the names of fields, and `body` with the
/// tag of each text.
pub fn differing(one: &Said, other: &Said) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    let names = one.values.keys().chain(other.values.keys());
    for name in names {
        let pair = (one.values.get(name), other.values.get(name));
        if pair.0 != pair.1 && !found.iter().any(|(known, _)| known == name) {
            found.push((name.clone(), None));
        }
    }
    let tags = one.bodies.keys().chain(other.bodies.keys());
    for tag in tags {
        let text = |said: &Said| said.bodies.get(tag).map(|text| values::shown(text));
        let row = ("body".to_owned(), Some(tag.clone()));
        if text(one).unwrap_or_default() != text(other).unwrap_or_default() && !found.contains(&row)
        {
            found.push(row);
        }
    }
    found
}
