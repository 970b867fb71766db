//! YAML → typed values, with everything that is wrong on the way.

mod lists;
mod nothing;
mod one;
mod parts;
mod wording;

pub use lists::pieces;
use lists::{quoted_pieces, separated};

use super::foreign::{Foreign, foreign};
use super::kinds::{self, Wrong};
use super::report::{Report, excerpt, listed, nearest, nearest_named, quoted};
use super::{
    Assignment, Choice, Field, FieldKind, FieldValue, Focus, Image, Money, Schema, Scope,
    SourceFile, Spanned, field_of, value,
};
use jiff::tz::TimeZone;
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Diagnostic, Location, Message, Span, Text};
use rihla_text::language::{fields_meant, is_language, language_called, slug};
use rihla_text::yaml::{self, Node, Style};
use std::sync::Arc;

/// Reads the fields of one file.
///
/// `builtin` holds the fields that every entry has, and whatever else the caller allows
/// (the `id` in an `entries.yaml`); a field of `schema` goes before one of `builtin`.
/// `languages` are the tags of the site. What has no value (`null`, an empty text, a list
/// or an object of nothing) gives no assignment. A value that is wrong gives none either,
/// but a finding; the others are still read, so that all findings come at once.
///
/// Whatever is localized, at any depth, comes out as [`FieldValue::Localized`], also from a
/// language file; except a plain value in a shared file, which holds for all languages.
pub fn read(
    schema: &Schema,
    builtin: &Schema,
    source: SourceFile<'_>,
    map: &yaml::Map,
    scope: Scope<'_>,
    languages: &[Arc<str>],
) -> (Vec<Assignment>, Vec<Diagnostic>) {
    let mut reader = Reader::new(source, languages);
    let standing = match scope {
        Scope::Shared => Standing::Shared,
        Scope::Language(tag) => Standing::File(tag),
    };
    let mut assignments = Vec::new();
    let mut at_left = match scope {
        Scope::Shared => reader.languages_at_left(schema, builtin, map),
        Scope::Language(_) => Vec::new(),
    };
    at_left.extend(reader.parts_at_left(schema, builtin, map));
    for (key, node) in map.iter() {
        if at_left.contains(&key.span) {
            continue;
        }
        let field = schema.field(&key.name).or_else(|| builtin.field(&key.name));
        let Some(field) = field else {
            let fields = || schema.fields.iter().chain(&builtin.fields);
            let is_written_otherwise =
                || fields().any(|field| is_same_name(&field.name, &key.name));
            let meant = fields_meant(&key.name);
            let is_meant = || fields().any(|field| meant.contains(&&*field.name));
            match foreign(&key.name).filter(|_| !is_written_otherwise() && !is_meant()) {
                Some(foreign) => reader.foreign_key(key, node, foreign, map, fields),
                None => reader.unknown_key(key, map, fields),
            }
            // It is read on as what it is.
            let same = fields().find(|field| is_same_name(&field.name, &key.name));
            let same = same.filter(|field| map.get(&field.name).is_none());
            if let Some(field) = same
                && let Some(value) = reader.field(field, node, Some(key.span), standing)
            {
                assignments.push(Assignment {
                    field: field.name.clone(),
                    key: key.span,
                    value,
                });
            }
            continue;
        };
        if schema.field(&key.name).is_none() {
            reader.says_nothing(field, key, node, standing);
        }
        if let Some(value) = reader.field(field, node, Some(key.span), standing) {
            assignments.push(Assignment {
                field: field.name.clone(),
                key: key.span,
                value,
            });
        }
    }
    let is_begun = assignments.iter().any(|assignment| {
        &*assignment.field == "translation" && value::is_in_work(&assignment.value.value)
    });
    if scope == Scope::Shared && !is_begun {
        for assignment in &assignments {
            let (field, value) = (&assignment.field, &assignment.value);
            let path = |_| source.path.clone();
            for finding in value::same_text_in_languages(field, value, &path) {
                reader.report.push(finding);
            }
        }
    }
    reader.summary(&assignments);
    (assignments, reader.report.finish())
}

/// Where a value stands, as far as languages go.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Standing<'a> {
    /// In a file for all languages, and outside a map of languages.
    Shared,
    /// In the file of a language, and outside a localized field.
    File(&'a str),
    /// Inside a value that belongs to one language already.
    Inside(&'a str),
}

/// Reads the values of one file.
pub(super) struct Reader<'a> {
    pub(super) report: Report<'a>,
    languages: &'a [Arc<str>],
    /// The time zone of the site.
    zone: &'a TimeZone,
}

pub(super) const IMAGE_KEYS: [&str; 5] = ["file", "alt", "credit", "focus", "caption"];
pub(super) const MONEY_KEYS: [&str; 2] = ["amount", "currency"];

impl<'a> Reader<'a> {
    pub(super) fn new(source: SourceFile<'a>, languages: &'a [Arc<str>]) -> Self {
        Self {
            report: Report::new(source),
            languages,
            zone: source.zone,
        }
    }

    /// A field's value where it stands; `key` is the key before it, where there is one.
    pub(super) fn field(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        standing: Standing<'_>,
    ) -> Option<Spanned> {
        if !has_value(&field.kind, node) {
            return None;
        }
        let by_language = match &node.value {
            yaml::Value::Map(map) => self.by_language(field, map, standing),
            _ => None,
        };
        match (field.localized, standing, by_language) {
            (true, Standing::Shared, Some(map)) => self.languages_of(field, node, map),
            (true, Standing::File(tag) | Standing::Inside(tag), Some(map)) => {
                self.map_in_language(field, node, key, map, tag);
                let own = map.get(tag)?;
                let value = self.value(field, own, None, Standing::Inside(tag))?;
                Some(self.in_language(value, standing))
            }
            (true, Standing::File(tag), None) => {
                let value = self.value(field, node, key, Standing::Inside(tag))?;
                Some(self.in_language(value, standing))
            }
            (false, _, Some(_)) => {
                let finding = self
                    .report
                    .at(&says::NOT_LOCALIZED, node.span)
                    .with("field", &field.name);
                self.report.push(finding);
                None
            }
            (_, _, None) => self.value(field, node, key, standing),
        }
    }

    /// A value that was read for one language, as that of a field in the file of a language.
    fn in_language(&self, value: Spanned, standing: Standing<'_>) -> Spanned {
        match standing {
            Standing::File(tag) => Spanned {
                span: value.span,
                file: value.file,
                value: FieldValue::Localized(vec![(self.tag(tag), value)]),
            },
            _ => value,
        }
    }

    /// The map, if it is one from languages to values rather than a value that is itself a map.
    fn by_language<'n>(
        &self,
        field: &Field,
        map: &'n yaml::Map,
        standing: Standing<'_>,
    ) -> Option<&'n yaml::Map> {
        let of_value = |key: &str| match &field.kind {
            _ if field.is_list() => false,
            FieldKind::Object(fields) => field_of(fields, key).is_some(),
            FieldKind::Image => IMAGE_KEYS.contains(&key),
            FieldKind::Money => MONEY_KEYS.contains(&key),
            _ => false,
        };
        let is_map = !field.is_list()
            && matches!(
                field.kind,
                FieldKind::Object(_) | FieldKind::Image | FieldKind::Money
            );
        let named = map
            .iter()
            .any(|(key, _)| self.is_language(&key.name) && !of_value(&key.name));
        // In a shared file a localized text can only be given by language.
        let only_so = field.localized && standing == Standing::Shared && !is_map;
        (named || only_so).then_some(map)
    }

    fn is_language(&self, tag: &str) -> bool {
        self.languages.iter().any(|language| **language == *tag)
    }

    /// The tag as the site's list holds it, so that no text is kept twice.
    fn tag(&self, tag: &str) -> Arc<str> {
        let known = self.languages.iter().find(|language| ***language == *tag);
        known.cloned().unwrap_or_else(|| tag.into())
    }

    /// A map from language to value, in a shared file.
    fn languages_of(&mut self, field: &Field, node: &Node, map: &yaml::Map) -> Option<Spanned> {
        let mut found: Vec<(usize, Spanned)> = Vec::new();
        for (key, branch) in map.iter() {
            let index = self.languages.iter().position(|tag| **tag == *key.name);
            let Some(index) = index else {
                self.unknown_language(field, key, branch, map);
                continue;
            };
            let tag = self.languages[index].clone();
            let value = self.field_in(field, branch, key.span, &tag);
            if let Some(value) = value
                && found.iter().all(|(other, _)| *other != index)
            {
                found.push((index, value));
            }
        }
        if found.is_empty() {
            return None;
        }
        found.sort_by_key(|(index, _)| *index);
        let branches = found
            .into_iter()
            .map(|(index, value)| (self.languages[index].clone(), value))
            .collect();
        Some(self.spanned(FieldValue::Localized(branches), node.span))
    }

    /// The value of a localized field in one language.
    fn field_in(&mut self, field: &Field, node: &Node, key: Span, tag: &str) -> Option<Spanned> {
        if !has_value(&field.kind, node) {
            return None;
        }
        self.value(field, node, Some(key), Standing::Inside(tag))
    }

    fn unknown_language(&mut self, field: &Field, key: &yaml::Key, branch: &Node, map: &yaml::Map) {
        if self.report.is_full() {
            return self.report.push(Diagnostic::new(&says::LANGUAGE_UNKNOWN));
        }
        // A language that has its value already was not meant.
        let tags = self.languages.iter().map(|tag| &**tag);
        let mut free = tags.filter(|tag| map.get(tag).is_none());
        let near = match language_called(&key.name) {
            Some(called) => free.find(|tag| *tag == called),
            None => nearest(&key.name, free).filter(|_| !is_language(&key.name)),
        };
        // `{fr: Santé, hébergement, en: Health}`: the comma made a key of the second word.
        let empty = matches!(branch.value, yaml::Value::Null).then(|| excerpt(&key.name));
        let near = if empty.is_some() { None } else { near };
        let mut finding = self
            .report
            .at(&says::LANGUAGE_UNKNOWN, key.span)
            .with("key", excerpt(&key.name))
            .with("field", &field.name)
            .with("allowed", self.listed_languages())
            .with_some("nearest", near)
            .with_some("empty", empty);
        if let Some(near) = near {
            finding = self.report.fixed(finding, key.span, near);
        }
        self.report.push(finding);
    }

    /// Keys that are languages, below the key of a field that has no value, and as far to the left as
    /// it: told here, each field once.
    fn languages_at_left(
        &mut self,
        schema: &Schema,
        builtin: &Schema,
        map: &yaml::Map,
    ) -> Vec<Span> {
        let entries: Vec<(&yaml::Key, &Node)> = map.iter().collect();
        let mut found = Vec::new();
        for (at, (key, node)) in entries.iter().enumerate() {
            let field = schema.field(&key.name).or_else(|| builtin.field(&key.name));
            let Some(field) = field.filter(|field| field.localized) else {
                continue;
            };
            if node.value != yaml::Value::Null {
                continue;
            }
            let below = entries[at + 1..]
                .iter()
                .take_while(|(key, _)| self.is_language(&key.name));
            let below: Vec<&(&yaml::Key, &Node)> = below.collect();
            self.at_left(&says::LANGUAGE_INDENT, field, &below);
            found.extend(below.iter().map(|(key, _)| key.span));
        }
        found
    }

    /// The same of the parts of a picture, an amount or an object: `file:` and `alt:` below `image:`.
    fn parts_at_left(&mut self, schema: &Schema, builtin: &Schema, map: &yaml::Map) -> Vec<Span> {
        let entries: Vec<(&yaml::Key, &Node)> = map.iter().collect();
        let of_name = |name: &str| schema.field(name).or_else(|| builtin.field(name));
        let mut found = Vec::new();
        for (at, (key, node)) in entries.iter().enumerate() {
            let Some(field) = of_name(&key.name).filter(|field| !field.many) else {
                continue;
            };
            let is_part = |name: &str| match &field.kind {
                FieldKind::Image => IMAGE_KEYS.contains(&name),
                FieldKind::Money => MONEY_KEYS.contains(&name),
                FieldKind::Object(fields) => fields.iter().any(|field| *field.name == *name),
                _ => false,
            };
            if node.value != yaml::Value::Null {
                continue;
            }
            let below = entries[at + 1..]
                .iter()
                .take_while(|(key, _)| is_part(&key.name) && of_name(&key.name).is_none());
            let below: Vec<&(&yaml::Key, &Node)> = below.collect();
            self.at_left(&says::PART_INDENT, field, &below);
            found.extend(below.iter().map(|(key, _)| key.span));
        }
        found
    }

    /// Lines that belong to a field and stand in its column, from the first to the last.
    fn at_left(
        &mut self,
        message: &'static Message,
        field: &Field,
        below: &[&(&yaml::Key, &Node)],
    ) {
        let (Some((first, _)), Some((last, value))) = (below.first(), below.last()) else {
            return;
        };
        let text = self.report.source.text;
        let start = text[..first.span.start].rfind('\n').map_or(0, |at| at + 1);
        let end = self.report.trimmed(value.span).end.max(last.span.end);
        let lines = text[start..end].split('\n');
        let lines: Vec<String> = lines
            .map(|line| match line.trim().is_empty() {
                true => line.to_owned(),
                false => format!("  {line}"),
            })
            .collect();
        let finding = self
            .report
            .at(message, first.span)
            .with("key", &first.name)
            .with("field", &field.name)
            .replace(Span::new(start, end), lines.join("\n"));
        self.report.push(finding);
    }

    fn listed_languages(&self) -> String {
        listed(self.languages.iter().map(|tag| &**tag))
    }

    /// A map of languages where one language is spoken: an error that gives the plain value.
    fn map_in_language(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        map: &yaml::Map,
        tag: &str,
    ) {
        let mut finding = self
            .report
            .at(&says::LANGUAGE_MAP, key.unwrap_or(node.span))
            .with("field", &field.name)
            .with("language", tag);
        if let Some(branch) = map.get(tag) {
            let written = self.report.slice(self.report.trimmed(branch.span));
            // What was read of a line that is corrected is not written there as it is.
            let plain = match &branch.value {
                yaml::Value::Scalar(scalar)
                    if !is_block(scalar.style)
                        && !written.starts_with(['"', '\''])
                        && written != scalar.text =>
                {
                    quoted(&scalar.text)
                }
                _ => written.to_owned(),
            };
            let plain = plain.as_str();
            if !plain.is_empty() && !plain.contains('\n') {
                finding = match key {
                    Some(key) => {
                        let name = self.report.slice(key);
                        let whole = Span::new(key.start, node.span.end);
                        self.report
                            .fixed(finding, whole, &format!("{name}: {plain}"))
                    }
                    None => self.report.fixed(finding, node.span, plain),
                };
            }
        }
        self.report.push(finding);
    }

    /// A key of a map that is none of these fields.
    pub(super) fn unknown_key<'f, I: Iterator<Item = &'f Field>>(
        &mut self,
        key: &yaml::Key,
        map: &yaml::Map,
        fields: impl Fn() -> I,
    ) {
        self.unknown_name(key, map, || fields().map(|field| &*field.name));
    }

    /// A field that another generator has.
    fn foreign_key<'f, I: Iterator<Item = &'f Field>>(
        &mut self,
        key: &yaml::Key,
        node: &Node,
        foreign: Foreign,
        map: &yaml::Map,
        fields: impl Fn() -> I,
    ) {
        let mut finding = self
            .report
            .at(&says::FIELD_FOREIGN, key.span)
            .with("key", &key.name);
        finding = match foreign {
            Foreign::Called(names) => {
                let known = |name: &&&str| fields().any(|field| *field.name == ***name);
                let near = nearest(&key.name, fields().map(|field| &*field.name));
                match (names.iter().find(known), names.first()) {
                    (Some(name), _) if map.get(name).is_some() => finding.with("taken", name),
                    (Some(name), _) => {
                        let finding = finding.with("name", name);
                        self.report.fixed(finding, key.span, name)
                    }
                    (None, Some(name)) if near.is_none() => finding.with("undeclared", name),
                    _ => return self.unknown_key(key, map, fields),
                }
            }
            Foreign::Useless(advice) => {
                let finding = finding.with("advice", advice);
                let text = self.report.source.text;
                let start = text[..key.span.start].rfind('\n').map_or(0, |at| at + 1);
                let end = self.report.trimmed(node.span).end.max(key.span.end);
                let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
                let is_alone = text[start..key.span.start].trim().is_empty()
                    && !matches!(node.value, yaml::Value::Map(_) | yaml::Value::List(_));
                match is_alone {
                    true => finding.replace(Span::new(start, end), ""),
                    false => finding,
                }
            }
            Foreign::Otherwise(advice) => finding.with("advice", advice),
        };
        self.report.push(finding);
    }

    fn unknown_name<'f, I: Iterator<Item = &'f str>>(
        &mut self,
        key: &yaml::Key,
        map: &yaml::Map,
        names: impl Fn() -> I,
    ) {
        if self.report.is_full() {
            return self.report.push(Diagnostic::new(&says::FIELD_UNKNOWN));
        }
        // A key that stands there already was not meant.
        let is_free = |name: &&str| map.get(name).is_none();
        let same = names().find(|name| is_same_name(name, &key.name));
        let meant = same.or_else(|| {
            let meant = fields_meant(&key.name).iter();
            let mut known = meant.filter_map(|meant| names().find(|name| name == meant));
            known.next()
        });
        // Two names for one field would become one key twice.
        let is_second = |name: &&str| {
            let mut before = map.iter().take_while(|(other, _)| other.span != key.span);
            before.any(|(other, _)| {
                is_same_name(name, &other.name) || fields_meant(&other.name).contains(name)
            })
        };
        if let Some(taken) = meant.filter(|name| !is_free(name) || is_second(name)) {
            let finding = self.report.at(&says::FIELD_FOREIGN, key.span);
            let finding = finding.with("key", excerpt(&key.name));
            return self.report.push(finding.with("taken", taken));
        }
        let near = meant.or_else(|| nearest(&key.name, names().filter(is_free)));
        let mut finding = self
            .report
            .at(&says::FIELD_UNKNOWN, key.span)
            .with("key", excerpt(&key.name))
            .with("allowed", listed(names()))
            .with_some("nearest", near);
        if let Some(near) = near {
            finding = self.report.fixed(finding, key.span, near);
        }
        self.report.push(finding);
    }

    fn spanned(&self, value: FieldValue, span: Span) -> Spanned {
        Spanned {
            value,
            span: self.report.trimmed(span),
            file: self.report.source.file,
        }
    }

    // ------------------------------------------------------------ lists

    /// A value in the language where it stands: one, or a list.
    pub(super) fn value(
        &mut self,
        field: &Field,
        node: &Node,
        key: Option<Span>,
        standing: Standing<'_>,
    ) -> Option<Spanned> {
        match (&field.kind, &node.value) {
            (FieldKind::List(item), yaml::Value::List(nodes)) => {
                self.hollow_rows(field, item, nodes);
                let values = nodes
                    .iter()
                    .filter_map(|node| self.field(item, node, None, standing))
                    .collect();
                self.list(field, node, values, nodes.len())
            }
            (FieldKind::List(item), yaml::Value::Map(map)) => {
                self.dash_wanted(field, item, node, map);
                None
            }
            (FieldKind::List(item), _) => {
                self.list_wanted(field, item, node);
                None
            }
            (_, yaml::Value::List(nodes)) if field.many => {
                let mut values = Vec::with_capacity(nodes.len());
                for node in nodes {
                    if has_value(&field.kind, node)
                        && let Some(value) = self.single(field, node, None, standing)
                    {
                        values.push(value);
                    }
                }
                self.list(field, node, values, nodes.len())
            }
            (kind, yaml::Value::Scalar(scalar)) if field.many => {
                let text = scalar.text.trim();
                let is_list = match kind {
                    // Whether each piece is the name of an entry is known where all are.
                    FieldKind::Reference { .. } => text.contains(',') || text.starts_with("- "),
                    FieldKind::Choice(choices) => {
                        let pieces = pieces(text);
                        let is_choice =
                            |piece: &str| choices.iter().any(|choice| *choice.key == *piece);
                        let words = || text.split_whitespace().all(is_choice);
                        text.contains(',')
                            || text.starts_with("- ")
                            || !is_choice(text)
                                && (pieces.iter().all(|piece| is_choice(piece)) || words())
                    }
                    FieldKind::Language => {
                        let words = || text.split_whitespace();
                        text.contains(',')
                            || text.starts_with("- ")
                            || pieces(text).iter().all(|tag| self.is_language(tag))
                                && pieces(text).len() > 1
                            || words().count() > 1 && words().all(|tag| self.is_language(tag))
                    }
                    // `8,10` may be a number with a comma.
                    FieldKind::Form(_)
                    | FieldKind::Link
                    | FieldKind::Address
                    | FieldKind::Number => text.contains(", ") || text.contains("; "),
                    _ => false,
                };
                let is_bulleted = self.bulleted(node).is_some();
                if is_list || is_bulleted || quoted_pieces(text).is_some() {
                    self.list_wanted(field, field, node);
                    return None;
                }
                if matches!(kind, FieldKind::Text) && separated(text).is_some() {
                    self.list_meant(field, node, text);
                }
                let value = self.single(field, node, key, standing)?;
                self.list(field, node, vec![value], 1)
            }
            _ if field.many => {
                let value = self.single(field, node, key, standing)?;
                self.list(field, node, vec![value], 1)
            }
            _ => self.single(field, node, key, standing),
        }
    }
}

/// Whether two names differ by capitals, accents and what joins their words alone.
fn is_same_name(name: &str, other: &str) -> bool {
    let joined = |name: &str| slug(name).replace('-', "");
    name.len().abs_diff(other.len()) < 40 && joined(name) == joined(other)
}

/// Whether a writer has said something: `null`, nothing and an empty text say nothing,
/// except that an empty text in place of an image says that there is nothing to say.
fn has_value(kind: &FieldKind, node: &Node) -> bool {
    match &node.value {
        yaml::Value::Null => false,
        yaml::Value::Scalar(scalar) => {
            matches!(kind, FieldKind::Alternative) || !scalar.text.trim().is_empty()
        }
        yaml::Value::List(items) => !items.is_empty(),
        yaml::Value::Map(map) => map.iter().next().is_some(),
    }
}

fn is_block(style: Style) -> bool {
    matches!(style, Style::Literal | Style::Folded)
}

/// What a sentence calls a piece of YAML.
pub(super) fn found(node: &Node) -> Text {
    static NOTHING: Text = Text("found-nothing");
    static TEXT: Text = Text("found-text");
    static LIST: Text = Text("found-list");
    static MAP: Text = Text("found-map");
    match node.value {
        yaml::Value::Null => NOTHING,
        yaml::Value::Scalar(_) => TEXT,
        yaml::Value::List(_) => LIST,
        yaml::Value::Map(_) => MAP,
    }
}

/// A text as it is written in YAML, in quotes where the one before had them or where it needs them.
fn like(text: &str, style: Style) -> String {
    let safe = |c: char| c.is_alphanumeric() || "-_/.:@%+?=&~ ".contains(c);
    let plain = style == Style::Plain
        && text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-'))
        && text.chars().all(safe)
        && !text.contains(": ")
        && !text.starts_with("- ")
        && !text.ends_with(':');
    if plain { text.to_owned() } else { quoted(text) }
}
