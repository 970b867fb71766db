//! What leads nowhere: references, links, images, facts and menus.

mod files;
mod links;
mod references;
mod site;

use std::sync::Arc;

use crate::config::Config;
use crate::content::{Part, Role};
use crate::graph::links::is_elsewhere;
use crate::graph::near::Near;
use crate::graph::{Graph, untranslated};
use crate::ids::{EntryId, LanguageId};
use crate::schema::{FieldKind, FieldValue, Schema, Spanned};
use crate::source::Snapshot;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Location, Message, Span, nearest};
use rihla_text::markdown;

pub(in crate::graph) use references::titled;
pub(in crate::graph) use site::check_site;

/// What is as wrong in a text that is not published.
const STANDING: [&Message; 2] = [&say::METADATA, &say::METADATA_STUCK];

/// The outcome of looking at the parts of one entry.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// The entries that they name, and the field that does.
    pub(super) found: Vec<(EntryId, Arc<str>)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Resolves what the parts of one entry name, and reports what is wrong.
pub(super) fn check(
    graph: &Graph,
    number: EntryId,
    parts: &[&Part],
    snapshot: &Snapshot,
    near: &Near,
    config: &Config,
) -> Checked {
    let schema = match parts[0].role {
        Role::Entry => &config.collections[parts[0].collection].schema,
        _ => &config.collections[config.pages()].schema,
    };
    let mut checked = Checked::default();
    let same = untranslated::whole_texts(&graph.entries[number], parts, snapshot, config);
    checked.diagnostics.extend(same);
    for part in parts {
        let mut checker = Checker {
            graph,
            near,
            snapshot,
            config,
            part,
            schema,
            entry: number,
            found: Vec::new(),
            diagnostics: Vec::new(),
            syntax: Vec::new(),
        };
        checker.fields();
        checker.body();
        checked.found.append(&mut checker.found);
        checked.diagnostics.append(&mut checker.syntax);
        // Asked of the entry, once, however many of its files show something.
        let asks = |found: &Diagnostic| found.message == &say::PEOPLE_UNSAID;
        if checked.diagnostics.iter().any(asks) {
            checker.diagnostics.retain(|found| !asks(found));
        }
        let entry = &graph.entries[number];
        let is_aside = entry.is_set_aside(part.language);
        let found = checker.diagnostics.into_iter();
        checked
            .diagnostics
            .extend(found.map(|finding| match &finding.message {
                // The sources may be public where the page is not.
                message if STANDING.contains(message) => finding,
                _ => finding.eased(is_aside),
            }));
    }
    checked
}

pub(super) struct Checker<'a> {
    pub(super) graph: &'a Graph,
    pub(super) near: &'a Near,
    pub(super) snapshot: &'a Snapshot,
    pub(super) config: &'a Config,
    pub(super) part: &'a Part,
    schema: &'a Schema,
    entry: EntryId,
    /// Entries referred to, and the field that does.
    found: Vec<(EntryId, Arc<str>)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What is wrong in the writing of a field, whatever it names.
    syntax: Vec<Diagnostic>,
}

impl Checker<'_> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic, span: Span) {
        self.diagnostics
            .push(diagnostic.placed(Location::new(self.part.path.clone(), span)));
    }

    fn fields(&mut self) {
        for assignment in &self.part.fields {
            if let Some(field) = self
                .schema
                .fields
                .iter()
                .find(|field| field.name == assignment.field)
            {
                self.value(&field.name, &field.kind, &assignment.value);
            } else if &*assignment.field == "original" {
                self.original(&assignment.value.value);
            } else if &*assignment.field == "template" {
                self.template(&assignment.value);
            } else if &*assignment.field == "shows_people" {
                self.consent(&assignment.value);
            } else if &*assignment.field == "in_parts" {
                self.guide(&assignment.value);
            }
        }
    }

    /// Whether there is a page beneath what is to be a guide.
    fn guide(&mut self, spanned: &Spanned) {
        let entry = &self.graph.entries[self.entry];
        if spanned.value != FieldValue::Boolean(true) || !self.graph.children(&entry.id).is_empty()
        {
            return;
        }
        let collection = &self.config.collections[entry.collection];
        let finding = Diagnostic::new(&say::GUIDE_WITHOUT_PARTS);
        let finding = match collection.builtin && entry.role == Role::Entry {
            true => {
                let first = LanguageId::FIRST;
                let language = self.part.language.unwrap_or(first);
                finding
                    .with("id", &entry.id)
                    .with("language", &self.config.site.languages[language].tag)
            }
            false => finding.with("collection", &collection.name),
        };
        self.report(finding, spanned.span);
    }

    /// The template that draws an entry.
    fn template(&mut self, spanned: &Spanned) {
        let FieldValue::Text(named) = &spanned.value else {
            return;
        };
        let templates = &self.config.theme.templates;
        let names = templates.iter().map(|(name, _)| &**name);
        let known: Vec<&str> = names
            .filter_map(|name| name.strip_suffix(".html"))
            .collect();
        let name = named.strip_suffix(".html").unwrap_or(named);
        if !known.contains(&name) {
            let finding = Diagnostic::new(&say::TEMPLATE)
                .with("value", named)
                .meant(spanned.span, nearest(name, known.iter().copied()))
                .with("known", known.join(", "));
            self.report(finding, spanned.span);
        }
    }

    /// Of which language a text is the translation: pages say it in words.
    fn original(&mut self, value: &FieldValue) {
        let FieldValue::Object(fields) = value else {
            return;
        };
        let language = fields.iter().find(|(name, _)| &**name == "language");
        if let Some((_, spanned)) = language
            && let FieldValue::Text(tag) = &spanned.value
        {
            self.language_written(tag, spanned.span);
        }
        let url = fields.iter().find(|(name, _)| &**name == "url");
        if let Some((name, spanned)) = url {
            self.value(name, &FieldKind::Link, spanned);
        }
    }

    fn value(&mut self, field: &Arc<str>, kind: &FieldKind, spanned: &Spanned) {
        match (&spanned.value, kind) {
            (FieldValue::Localized(texts), kind) => {
                for (_, value) in texts {
                    self.value(field, kind, value);
                }
            }
            (FieldValue::List(items), FieldKind::List(item)) => {
                for value in items {
                    self.value(field, &item.kind, value);
                }
            }
            // A field with `many: true`.
            (FieldValue::List(items), kind) => {
                for value in items {
                    if let (FieldValue::Reference(name), FieldKind::Reference { to }) =
                        (&value.value, kind)
                        && let Some(ids) = self.several(to, name)
                    {
                        self.together(field, name, &ids, value.span, spanned.span);
                        continue;
                    }
                    self.value(field, kind, value);
                }
            }
            (FieldValue::Object(values), FieldKind::Object(fields)) => {
                for (name, value) in values {
                    if let Some(inner) = fields.iter().find(|inner| inner.name == *name) {
                        self.value(field, &inner.kind, value);
                    }
                }
            }
            (FieldValue::Reference(name), FieldKind::Reference { to }) => {
                self.reference(field, to, name, spanned.span);
            }
            (FieldValue::Image(image), _) => {
                if let FieldValue::File(name) = &image.file.value {
                    self.image(name, image.file.span);
                }
            }
            (FieldValue::File(file), _) => {
                if let Some(path) = self.file(file, spanned.span) {
                    self.linked(file, &path, spanned.span);
                }
            }
            (FieldValue::Link(link), _) if !is_elsewhere(link) => {
                self.link(link, spanned.span, spanned.span)
            }
            (FieldValue::Markdown(text), _) => self.markdown(text, spanned.span),
            _ => {}
        }
    }

    /// A field in Markdown: what is wrong with the text, and where it leads.
    fn markdown(&mut self, text: &str, span: Span) {
        let (mut document, problems) =
            markdown::parse(&self.part.path, text, Span::new(0, text.len()));
        // Corrections of the value are those of the file where its lines are written there as they are.
        let file = self.snapshot.text(&self.part.path);
        let written = file.and_then(|file| file.get(span.start..span.end));
        let lines = written.map_or_else(WrittenLines::default, |written| {
            WrittenLines::of(text, written, span.start)
        });
        for mut problem in problems {
            problem
                .corrections
                .retain_mut(|correction| match correction {
                    Correction::Edits(edits) => edits.iter_mut().all(|edit| lines.take(edit)),
                    _ => false,
                });
            // What cannot be written in the place of the value, nothing writes there.
            if problem.corrections.is_empty() {
                problem.values.retain(|(name, _)| *name != "fmt");
            }
            let place = problem.place.take().and_then(|place| place.span);
            let words = place.map_or("", |place| &text[place.start..place.end]);
            let span = self.narrow(span, words);
            let place = Location::new(self.part.path.clone(), span);
            self.syntax.push(problem.placed(place));
        }
        let charts = document.take_charts();
        let (_, references) = document.into_parts();
        for reference in references {
            let span = self.narrow(span, &reference.destination);
            self.refers(&reference, span, span);
        }
        for mut request in charts {
            request.each_span(&mut |place| {
                *place = self.narrow(span, &text[place.start..place.end]);
            });
            self.chart(&request);
        }
    }

    /// The place of some words of a value in the file, or that of the whole value: YAML may
    /// have folded lines and taken indentation away.
    fn narrow(&self, span: Span, words: &str) -> Span {
        let words = words.lines().next().unwrap_or_default().trim();
        let file = self.snapshot.text(&self.part.path);
        let found = file
            .and_then(|file| file.get(span.start..span.end))
            .filter(|_| !words.is_empty())
            .and_then(|value| value.find(words));
        found.map_or(span, |at| {
            Span::new(span.start + at, span.start + at + words.len())
        })
    }

    fn body(&mut self) {
        let Some(body) = &self.part.body else {
            return;
        };
        for reference in &body.references {
            self.refers(reference, reference.span, reference.destination_span);
        }
        for request in &body.charts {
            self.chart(request);
        }
    }
}

/// Where the lines of a value stand in its file.
#[derive(Default)]
struct WrittenLines {
    /// Where each begins in the value and in the file, and its length.
    lines: Vec<(usize, usize, usize)>,
    /// What stands before each line but the first.
    indent: String,
    /// Whether it stands between quotation marks, where some characters are written otherwise.
    is_quoted: bool,
}

impl WrittenLines {
    /// Finds the lines of a value in what is written at a place; none where one of them is not there.
    fn of(value: &str, written: &str, start: usize) -> Self {
        let mut found = Self {
            is_quoted: written.starts_with(['"', '\'']),
            ..Self::default()
        };
        let (mut at, mut done) = (0, 0);
        for line in value.split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            if !words.is_empty() {
                let Some(place) = written[done..].find(words).map(|place| done + place) else {
                    return Self::default();
                };
                let before = written[..place].rsplit('\n').next().unwrap_or_default();
                if place > 0 && before.trim().is_empty() {
                    found.indent = before.to_owned();
                }
                found.lines.push((at, start + place, words.len()));
                done = place + words.len();
            }
            at += line.len();
        }
        found
    }

    /// Leads a change of the value to the file; tells whether it can be made there.
    fn take(&self, edit: &mut Edit) -> bool {
        let place = |at: usize| {
            let (from, place, _) = self
                .lines
                .iter()
                .find(|(from, _, length)| (*from..=from + length).contains(&at))?;
            Some(place + at - from)
        };
        let (Some(start), Some(end)) = (place(edit.span.start), place(edit.span.end)) else {
            return false;
        };
        let needs_indent = edit.text.contains('\n') && self.indent.is_empty();
        let needs_escape = self.is_quoted && edit.text.contains(['"', '\'', '\\']);
        if needs_indent || needs_escape {
            return false;
        }
        edit.span = Span::new(start, end);
        edit.text = edit.text.replace('\n', &format!("\n{}", self.indent));
        start <= end
    }
}
