//! What leads nowhere: references, links, images, facts and menus.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::links::{
    LinkTarget, folder_of, is_elsewhere, is_source, menu_target, relative, with_ending,
};
use super::near::Near;
use super::untranslated;
use super::{Entry, Graph, Unresolved, Version, date_of_name};
use crate::site::config::{Config, MenuItem, MenuTarget, SITE};
use crate::site::content::{Part, Role};
use crate::site::ids::{CollectionId, EntryId, LanguageId};
use crate::site::schema::{FieldKind, FieldValue, Schema, Spanned};
use crate::site::source::{Blob, Body as FileBody, Snapshot};
use crate::site::variant;
use rihla_diagnostics::catalogue::content;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::catalogue::source::OTHER_NAME;
use rihla_diagnostics::{
    Correction, Diagnostic, Edit, Location, Message, Span, nearest, nearest_named,
};
use rihla_media::Header;
use rihla_text::language::slug;
use rihla_text::markdown::{self, Link, LinkKind};
use rihla_text::url::decoded;
use rihla_text::yaml::quoted;

/// An image of more bytes is more than any page needs.
const HEAVY: u64 = 10_000_000;

/// What is as wrong in a text that is not published.
const STANDING: [&Message; 2] = [&say::METADATA, &say::METADATA_STUCK];

/// Up to this many headings, all are named where one is missing.
const KNOWN: usize = 30;
/// Fields whose texts are names of an entry, besides its title.
const NAMES: [&str; 12] = [
    "acronym",
    "abbreviation",
    "alias",
    "aliases",
    "label",
    "labels",
    "name",
    "names",
    "nom",
    "short",
    "sigle",
    "term",
];
/// How the path of a text is written.
const EXAMPLE: &str = "../about/index.fr.md";

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
    near: &'a Near,
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
            }
        }
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
            self.language_name(tag, spanned.span);
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

    /// The ids of the entries that one text names, where it names several and nothing else: `a; b`,
    /// `a et b`, `a b`, or their titles.
    fn several(&self, to: &str, name: &str) -> Option<Vec<String>> {
        let (collection, _) = self.config.collection(to)?;
        if name.len() > 1000 || self.graph.resolve(self.config, collection, name).is_ok() {
            return None;
        }
        let id = |piece: &str| -> Option<String> {
            if self.graph.resolve(self.config, collection, piece).is_ok() {
                return Some(piece.to_owned());
            }
            let id = called(self.graph, Some(collection), piece)?;
            id.split_once('/').map(|(_, id)| id.to_owned())
        };
        let all = |pieces: Vec<&str>| -> Option<Vec<String>> {
            (pieces.len() > 1).then(|| pieces.into_iter().map(id).collect())?
        };
        // A title may hold the word that stands between two.
        if called(self.graph, Some(collection), name).is_some() {
            return None;
        }
        all(crate::site::schema::pieces(name)).or_else(|| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let are_ids = words.iter().all(|word| {
                let found = self.graph.resolve(self.config, collection, word);
                found.is_ok()
            });
            are_ids.then(|| all(words))?
        })
    }

    /// Several entries that stand in one text; `list` is where the whole value stands.
    fn together(&mut self, field: &str, name: &str, ids: &[String], span: Span, list: Span) {
        let text = self.snapshot.text(&self.part.path);
        let before = text.and_then(|text| text.get(..span.start));
        let before = before.and_then(|before| before.rsplit('\n').next());
        let before = before.unwrap_or_default();
        let new = match before.trim_start() {
            _ if span == list => format!("[{}]", ids.join(", ")),
            "- " => ids.join(&format!("\n{before}")),
            _ => ids.join(", "),
        };
        let finding = Diagnostic::new(&say::TOGETHER)
            .with("field", field)
            .with("value", name)
            .with("ids", ids.join(", "))
            .replace(span, new);
        self.report(finding, span);
    }

    fn reference(&mut self, field: &Arc<str>, to: &str, name: &str, span: Span) {
        let Some((collection, _)) = self.config.collection(to) else {
            return;
        };
        match self.graph.resolve(self.config, collection, name) {
            Ok(entry) => self.found.push((entry, field.clone())),
            Err(Unresolved::Ambiguous(ids)) => self.report(
                Diagnostic::new(&say::AMBIGUOUS)
                    .with("value", name)
                    .with("candidates", ids.join(", ")),
                span,
            ),
            Err(Unresolved::Unknown) => {
                let prefix = format!("{to}/");
                let near = titled(self.graph, Some(collection), name)
                    .and_then(|id| id.strip_prefix(&prefix))
                    .or_else(|| self.near.of_collection(self.graph, to, name))
                    .map(str::to_owned);
                let mut diagnostic = Diagnostic::new(&say::REFERENCE)
                    .with("value", name)
                    .with("collection", to)
                    .with_some("nearest", near.clone());
                if let Some(near) = near {
                    diagnostic = diagnostic.replace(span, near);
                }
                self.report(diagnostic, span);
            }
        }
    }

    fn image(&mut self, name: &str, span: Span) {
        let Some(path) = self.file(name, span) else {
            return;
        };
        let Some(file) = self.snapshot.get(&path) else {
            return;
        };
        match &file.body {
            FileBody::Blob(blob) if blob.header.kind.is_image() => {
                self.blob(name, &path, blob, span);
            }
            FileBody::Text(_) if path.to_lowercase().ends_with(".svg") => {}
            _ => self.report(
                Diagnostic::new(&say::NOT_A_PICTURE).with("file", name),
                span,
            ),
        }
    }

    /// An image that is not a text: whether something can be made of it.
    fn blob(&mut self, name: &str, path: &str, blob: &Blob, span: Span) {
        let header = &blob.header;
        let limit = self.config.site.images.memory;
        let megabytes = |bytes: u64| bytes.div_ceil(1_000_000);
        if blob.length > HEAVY {
            self.diagnostics.push(
                Diagnostic::on_file(&say::PICTURE_HEAVY, path).with("size", megabytes(blob.length)),
            );
        }
        match (variant::kind_of(header), header.size()) {
            (_, None) => self.report(
                Diagnostic::new(&say::PICTURE_DAMAGED).with("file", name),
                span,
            ),
            (Some(_), Some((width, height))) => {
                let needed = variant::memory(blob);
                if needed > limit {
                    self.report(
                        Diagnostic::new(&say::PICTURE_TOO_LARGE)
                            .with("file", name)
                            .with("width", width)
                            .with("height", height)
                            .with("needed", megabytes(needed))
                            .with("limit", limit / 1_000_000),
                        span,
                    );
                }
            }
            (None, Some(_)) => {
                self.unfixable(name, header, span);
                if blob.length > self.config.site.images.budget {
                    self.report(
                        Diagnostic::new(&say::PICTURE_AS_IT_IS)
                            .with("file", name)
                            .with("size", blob.length.div_ceil(1_000)),
                        span,
                    );
                }
            }
        }
    }

    /// Metadata that cannot be taken out of a file which is published as it is.
    fn unfixable(&mut self, name: &str, header: &Header, span: Span) {
        if header.is_sealed() {
            let kinds = header.metadata.iter().map(|kind| kind.name());
            let kinds: Vec<&str> = kinds.collect();
            self.report(
                Diagnostic::new(&say::METADATA)
                    .with("file", name)
                    .with("kinds", kinds.join(", ")),
                span,
            );
        }
    }

    /// A file that can be got: an image among them must not tell more than it shows.
    fn linked(&mut self, name: &str, path: &str, span: Span) {
        if let Some(FileBody::Blob(blob)) = self.snapshot.get(path).map(|file| &file.body) {
            self.unfixable(name, &blob.header, span);
        }
    }

    /// A file beside the text, or one of `static` by its absolute path.
    pub(super) fn file(&mut self, name: &str, span: Span) -> Option<String> {
        let folder = folder_of(&self.part.path);
        let path = match name.strip_prefix('/') {
            Some(rest) => relative("static", rest).filter(|path| path.starts_with("static/")),
            None => relative(folder, name).filter(|path| path.starts_with("content/")),
        };
        let Some(path) = path else {
            self.report(Diagnostic::new(&say::OUTSIDE).with("value", name), span);
            return None;
        };
        if self.snapshot.get(&path).is_some() {
            return Some(path);
        }
        let begin = name.rfind('/').map_or(0, |slash| slash + 1);
        let near = self.near_file(&path);
        let near = near.map(|near| format!("{}{near}", &name[..begin]));
        let finding = Diagnostic::new(&say::FILE)
            .with("value", name)
            .with_some("nearest", near.as_ref())
            .with("folder", folder_of(&path));
        let finding = match near {
            Some(near) => self.offered(finding, span, name, &near),
            None => finding,
        };
        self.report(finding, span);
        None
    }

    /// The name of a file of the same folder that resembles the one that is missing.
    fn near_file(&self, path: &str) -> Option<String> {
        let folder = folder_of(path);
        let name = path.rsplit('/').next()?;
        if let Some(whole) = with_ending(self.snapshot, path) {
            return whole.rsplit('/').next().map(str::to_owned);
        }
        self.near
            .file(self.snapshot, folder, name, &self.part.path)
            .map(str::to_owned)
    }

    /// Offers another destination where a range of the file writes the one that it has as it is.
    fn offered(&self, finding: Diagnostic, span: Span, old: &str, new: &str) -> Diagnostic {
        let text = self.snapshot.text(&self.part.path);
        let written = text.and_then(|text| text.get(span.start..span.end));
        match written.and_then(|written| written.rfind(old)) {
            Some(at) => {
                let start = span.start + at;
                let new = new.replace(' ', "%20");
                finding.replace(Span::new(start, start + old.len()), new)
            }
            None => finding,
        }
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

    /// What a text refers to; `place` is where the destination is written.
    fn refers(&mut self, reference: &Link, span: Span, place: Span) {
        let is_name = matches!(reference.kind, LinkKind::Fact | LinkKind::Language);
        if let Some(name) = markdown::wording::on_computer(&reference.destination)
            && !is_name
        {
            return self.on_computer(&reference.destination, name, place);
        }
        match reference.kind {
            LinkKind::Link => self.link(&reference.destination, span, place),
            LinkKind::Image if is_elsewhere(&reference.destination) => {
                self.report(
                    Diagnostic::new(&say::PICTURE_ELSEWHERE).with("value", &reference.destination),
                    span,
                );
            }
            LinkKind::Image => self.image(&decoded(&reference.destination), span),
            LinkKind::File if is_source(&reference.destination) => self.report(
                Diagnostic::new(&say::SOURCE_FILE).with("file", &reference.destination),
                span,
            ),
            LinkKind::File => {
                self.file(&decoded(&reference.destination), span);
            }
            LinkKind::Fact => self.fact(&reference.destination, span),
            LinkKind::Language => self.language_name(&reference.destination, span),
        }
    }

    /// A file of the writer's own machine; the one that was meant may stand beside the text.
    fn on_computer(&mut self, destination: &str, name: &str, place: Span) {
        let folder = folder_of(&self.part.path);
        let name = decoded(name);
        let path = format!("{folder}/{name}");
        let near = match self.snapshot.get(&path) {
            Some(_) => Some(name.to_string()),
            None => self.near_file(&path),
        };
        let finding = Diagnostic::new(&say::ON_COMPUTER)
            .with("value", destination)
            .with("folder", folder)
            .with("name", &*name)
            .with_some("nearest", near.as_ref());
        let finding = match near {
            Some(near) => self.offered(finding, place, destination, &near),
            None => finding,
        };
        self.report(finding, place);
    }

    /// A language that the words of the page name, as in “in French”.
    fn language_name(&mut self, tag: &str, span: Span) {
        let key = format!("in-language-{tag}");
        let languages = match self.part.language {
            Some(language) => vec![language],
            None => self.config.site.languages.ids().collect(),
        };
        for language in languages {
            if self.config.theme.phrase(language, &key).is_none() {
                let names = &self.config.site.languages[language];
                self.report(
                    Diagnostic::new(&say::LANGUAGE_NAME)
                        .with("tag", tag)
                        .with("theme", &self.config.theme.name)
                        .with("language", &names.tag),
                    span,
                );
            }
        }
    }

    fn fact(&mut self, id: &str, span: Span) {
        if self.graph.fact(self.config, id).is_some() {
            return;
        }
        let titled = self
            .config
            .collection("facts")
            .and_then(|(collection, _)| titled(self.graph, Some(collection), id))
            .and_then(|id| id.strip_prefix("facts/"));
        let near = titled.or_else(|| self.near.of_collection(self.graph, "facts", id));
        self.report(
            Diagnostic::new(&say::FACT)
                .with("value", id)
                .with_some("nearest", near),
            span,
        );
    }

    fn link(&mut self, destination: &str, span: Span, place: Span) {
        let folder = folder_of(&self.part.path);
        let target = self
            .graph
            .link_target(self.snapshot, self.config, folder, destination);
        match target {
            LinkTarget::Entry(entry, fragment) => {
                self.link_to_entry(destination, entry, fragment.as_deref(), span, place);
            }
            LinkTarget::Here(fragment) => self.fragment(
                destination,
                self.entry,
                self.part.language,
                &fragment,
                (span, place),
            ),
            LinkTarget::List(collection) if !self.config.collections[collection].pages => self
                .report(
                    Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination),
                    span,
                ),
            LinkTarget::Outside if self.file_meant(folder, destination).is_none() => self.report(
                Diagnostic::new(&say::OUTSIDE).with("value", destination),
                span,
            ),
            LinkTarget::Outside | LinkTarget::Nothing => self.nothing(destination, span, place),
            LinkTarget::File(path) => self.linked(destination, &path, span),
            LinkTarget::Several(first) => self.link_to_several(destination, first, span, place),
            LinkTarget::List(_) | LinkTarget::Copied(_) | LinkTarget::Address(_) => {}
        }
    }

    /// A link to a file of several entries, the first of which is given.
    fn link_to_several(&mut self, destination: &str, first: EntryId, span: Span, place: Span) {
        let first = &self.graph.entries[first];
        let collection = &self.config.collections[first.collection];
        if !collection.pages {
            let finding = Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination);
            return self.report(finding, span);
        }
        let named = destination.split_once('#').and_then(|(_, name)| {
            let id = format!("{}/{}", collection.name, decoded(name));
            self.graph.find(&id).map(|_| format!("/{id}"))
        });
        let example = named.clone().unwrap_or_else(|| format!("/{}", first.id));
        let mut finding = Diagnostic::new(&say::LINK_SEVERAL)
            .with("target", destination)
            .with("example", example);
        if let Some(named) = named {
            finding = finding.replace(place, named);
        }
        self.report(finding, span);
    }

    fn link_to_entry(
        &mut self,
        destination: &str,
        to: EntryId,
        fragment: Option<&str>,
        span: Span,
        place: Span,
    ) {
        let entry = &self.graph.entries[to];
        if !self.config.collections[entry.collection].pages {
            self.report(
                Diagnostic::new(&say::LINK_NO_PAGE).with("target", destination),
                span,
            );
            return;
        }
        let language = self.part.language.unwrap_or(LanguageId::FIRST);
        let Some((shown, _)) = entry.shown(language) else {
            // What goes online by itself may find it there.
            let own = &self.graph.entries[self.entry];
            let is_online = match self.part.language {
                Some(language) => own.online(language).is_some(),
                None => own.shown(LanguageId::FIRST).is_some(),
            };
            self.report(
                Diagnostic::new(&say::LINK_HIDDEN)
                    .with("target", &entry.id)
                    .eased(!is_online),
                span,
            );
            return;
        };
        if let Some(fragment) = fragment {
            self.fragment(destination, to, Some(shown), fragment, (span, place));
        }
    }

    fn fragment(
        &mut self,
        destination: &str,
        entry: EntryId,
        language: Option<LanguageId>,
        fragment: &str,
        (span, place): (Span, Span),
    ) {
        let language = language.unwrap_or(LanguageId::FIRST);
        if self.graph.fragment(entry, language, fragment).is_some()
            || self.config.theme.has_anchor(fragment)
        {
            return;
        }
        let ids: Vec<&str> = self.graph.entries[entry].versions[language]
            .as_ref()
            .and_then(|version: &Version| version.body.as_ref())
            .map(|body| body.toc.iter().map(|heading| heading.id.as_str()))
            .into_iter()
            .flatten()
            .collect();
        let of_theme = || self.config.theme.anchors.iter().map(|id| &**id);
        let target = destination.split('#').next().unwrap_or_default();
        // The words of a heading, before what resembles one.
        let words = slug(fragment);
        let near = ids.iter().copied().find(|id| *id == words);
        let near = near.or_else(|| nearest(fragment, ids.iter().copied()));
        let near = near.or_else(|| nearest(fragment, of_theme()));
        let finding = Diagnostic::new(&say::FRAGMENT);
        let finding = match near {
            Some(near) => self.offered(finding, place, destination, &format!("{target}#{near}")),
            None => finding,
        };
        let target = match target {
            "" => &*self.graph.entries[entry].id,
            target => target,
        };
        self.report(
            finding
                .with("target", target)
                .with("fragment", fragment)
                .with_some("bare", ids.is_empty().then_some(target))
                .with_some("nearest", near)
                .with_some(
                    "known",
                    (1..=KNOWN).contains(&ids.len()).then(|| ids.join(", ")),
                ),
            span,
        );
    }

    fn nothing(&mut self, destination: &str, span: Span, place: Span) {
        if destination.trim().is_empty() {
            return self.report(Diagnostic::new(&say::LINK_EMPTY), span);
        }
        let end = destination.find('#').unwrap_or(destination.len());
        let (path, fragment) = destination.split_at(end);
        let folder = folder_of(&self.part.path);
        let certain = self
            .file_meant(folder, path)
            .or_else(|| elsewhere(path))
            .or_else(|| self.text_meant(folder, path));
        let near = certain.or_else(|| match path.strip_prefix('/') {
            Some(id) => {
                let file = relative("static", id).and_then(|path| self.near_file(&path));
                let begin = path.rfind('/').map_or(0, |slash| slash + 1);
                file.filter(|_| id.contains('.'))
                    .map(|name| format!("{}{name}", &path[..begin]))
                    .or_else(|| {
                        let near =
                            self.near
                                .id(self.graph, id.trim_end_matches('/'), &self.part.id);
                        near.map(|id| format!("/{id}"))
                    })
            }
            // A file of the folder that was meant, written as the writer began to.
            None => relative(folder, path).and_then(|wanted| {
                let (inside, name) = wanted.rsplit_once('/')?;
                let begin = path.rfind('/').map_or(0, |slash| slash + 1);
                let near = match with_ending(self.snapshot, &wanted) {
                    Some(_) => None,
                    None => self.near.source(self.graph, inside, name, &self.part.path),
                };
                let near = near.map(str::to_owned);
                let near = near.or_else(|| self.near_file(&wanted))?;
                Some(format!("{}{near}", &path[..begin]))
            }),
        });
        let finding = Diagnostic::new(&say::LINK)
            .with("target", path)
            .with_some("nearest", near.as_ref())
            .with_some("folder", folder_meant(folder, path))
            .with_some("example", (path != EXAMPLE).then_some(EXAMPLE));
        // What stands behind the # cannot be known to be there.
        let finding = match near {
            Some(near) if fragment.is_empty() => self.offered(finding, place, destination, &near),
            _ => finding,
        };
        self.report(finding, span);
    }

    /// The file that a path means which lacks the ending of its name, or begins elsewhere than paths of
    /// this site do: `deux.fr`, `/static/docs/x.pdf`, `news/report.pdf`, `..\\about\\index.fr.md`.
    fn file_meant(&self, folder: &str, path: &str) -> Option<String> {
        let leads = |destination: &str| {
            let (snapshot, config) = (self.snapshot, self.config);
            let target = self
                .graph
                .link_target(snapshot, config, folder, destination);
            !matches!(target, LinkTarget::Nothing | LinkTarget::Outside)
        };
        let path = decoded(path).replace('\\', "/");
        let inside = path.trim_start_matches(['.', '/']);
        let copied = inside.strip_prefix("static/").unwrap_or(inside);
        let of_content = inside.strip_prefix("content/").unwrap_or(inside);
        [
            path.clone(),
            format!("{path}.md"),
            format!("/{copied}"),
            beside(folder, &format!("content/{of_content}")),
            beside(folder, &format!("content/{of_content}.md")),
        ]
        .into_iter()
        .find(|destination| destination.contains('.') && leads(destination))
    }

    /// The entry that a path with the extension of a text means, although it lacks the language or
    /// begins elsewhere: `about.md`, `../about/index.md`.
    fn text_meant(&self, folder: &str, path: &str) -> Option<String> {
        let path = decoded(path);
        let stem = path
            .strip_suffix(".md")
            .or_else(|| path.strip_suffix(".markdown"))
            .or_else(|| path.strip_suffix(".html"))?;
        let tags = self.config.site.languages.iter();
        let stem = tags
            .filter_map(|language| stem.strip_suffix(&*language.tag)?.strip_suffix('.'))
            .next()
            .unwrap_or(stem);
        let stem = stem.strip_suffix("/index").unwrap_or(stem);
        let absolute = format!("/{}", stem.trim_start_matches(['.', '/']));
        [stem, &*absolute].into_iter().find_map(|destination| {
            let target = self
                .graph
                .link_target(self.snapshot, self.config, folder, destination);
            match target {
                LinkTarget::Entry(entry, _) => Some(format!("/{}", self.graph.entries[entry].id)),
                _ => None,
            }
        })
    }
}

/// The id of the only entry, of one collection or of all, that is called so in one of its languages: by
/// its id, its title or another of its names, such as an acronym.
fn called<'g>(graph: &'g Graph, collection: Option<CollectionId>, title: &str) -> Option<&'g str> {
    let wanted = slug(title);
    if wanted.is_empty() {
        return None;
    }
    // A place or a role is no name; letters that are all capitals are nothing else.
    let is_capitals = !title.contains(char::is_lowercase);
    let is_name = |field: &str| field == "title" || is_capitals || NAMES.contains(&field);
    only(graph, collection, &is_name, &|text| *text == wanted)
}

/// As [`called`], or of which these are whole words of the title or of the id.
fn titled<'g>(graph: &'g Graph, collection: Option<CollectionId>, title: &str) -> Option<&'g str> {
    called(graph, collection, title).or_else(|| {
        let wanted = slug(title);
        let inside = format!("-{wanted}-");
        let part = |text: &str| format!("-{text}-").contains(&inside);
        let is_title = |field: &str| field == "title";
        collection
            .filter(|_| !wanted.is_empty())
            .and_then(|_| only(graph, collection, &is_title, &part))
    })
}

/// The only entry whose id, or a text of one of whose fields, fits as a slug.
fn only<'g>(
    graph: &'g Graph,
    collection: Option<CollectionId>,
    is_field: &dyn Fn(&str) -> bool,
    fits: &dyn Fn(&str) -> bool,
) -> Option<&'g str> {
    let mut found = graph.entries.iter().filter(|entry| {
        let is_there = match collection {
            Some(collection) => entry.collection == collection,
            None => entry.role == Role::Entry,
        };
        let name = entry.id.rsplit('/').next().unwrap_or_default();
        let mut versions = entry.versions.iter().flatten();
        is_there
            && (fits(name)
                || versions.any(|version| {
                    let mut fields = version.fields.iter();
                    fields.any(|(name, value)| {
                        is_field(name) && any_text(value, &mut |text| fits(&slug(text)))
                    })
                }))
    });
    let only = found.next()?;
    found.next().is_none().then_some(&*only.id)
}

/// Whether a text of a value, on one line, fits.
fn any_text(value: &FieldValue, fits: &mut impl FnMut(&str) -> bool) -> bool {
    match value {
        FieldValue::Text(text) => fits(text),
        FieldValue::List(values) => values.iter().any(|inner| any_text(&inner.value, fits)),
        FieldValue::Localized(fields) | FieldValue::Object(fields) => {
            fields.iter().any(|(_, inner)| any_text(&inner.value, fits))
        }
        _ => false,
    }
}

/// A path of the site as a text in `folder` writes it.
fn beside(folder: &str, path: &str) -> String {
    let own: Vec<&str> = folder.split('/').collect();
    let parts: Vec<&str> = path.split('/').collect();
    let same = own.iter().zip(&parts).take_while(|(own, part)| own == part);
    let same = same.count().min(parts.len() - 1);
    let up = "../".repeat(own.len() - same);
    format!("{up}{}", parts[same..].join("/"))
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

/// The address that was meant by a host or an address of electronic mail without scheme.
fn elsewhere(path: &str) -> Option<String> {
    if let Some(whole) = markdown::wording::whole_address(path) {
        return Some(whole);
    }
    const ENDINGS: [&str; 12] = [
        "org", "com", "net", "int", "info", "edu", "gov", "eu", "ma", "fr", "uk", "ch",
    ];
    let host = path.split(['/', '?']).next().unwrap_or_default();
    let (user, host) = host
        .rsplit_once('@')
        .map_or(("", host), |(user, host)| (user, host));
    let (name, ending) = host.rsplit_once('.')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let is_host = !name.is_empty() && !name.starts_with('.') && name.chars().all(is_name);
    if !is_host {
        None
    } else if !user.is_empty() {
        (!path.contains('/')).then(|| format!("mailto:{path}"))
    } else {
        (host.starts_with("www.") || ENDINGS.contains(&ending)).then(|| format!("https://{path}"))
    }
}

/// What the site as a whole needs: a home page in each language, and menus that lead somewhere.
pub(super) fn check_site(graph: &Graph, snapshot: &Snapshot, config: &Config) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let home = graph.find("_index").map(|number| &graph.entries[number]);
    for (number, language) in config.site.languages.pairs() {
        let has_text = |entry: &Arc<Entry>| entry.online(number).is_some();
        let is_begun = language.is_partial() && graph.entries.iter().any(has_text);
        if !is_begun && home.is_none_or(|home| home.versions[number].is_none()) {
            diagnostics.push(
                Diagnostic::on_file(&say::HOME, SITE)
                    .with("language", language.said())
                    .with("wanted", format!("content/_index.{}.md", language.tag)),
            );
        }
    }
    let items = config.site.menus.iter().flat_map(|(_, items)| items);
    for item in items {
        check_menu(graph, snapshot, config, item, &mut diagnostics);
    }
    diagnostics.extend(check_no_referrer(graph, config));
    diagnostics.extend(check_feeds(graph, config));
    diagnostics.extend(check_names(graph));
    diagnostics.extend(check_folders(graph, config));
    diagnostics.extend(check_pairs(graph, config));
    diagnostics
}

/// Texts outside every collection that seem to belong into one: the name begins with a date, or the folder
/// is called as visitors read the name of a collection. What a menu leads to is meant where it is.
fn check_folders(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let dated = config.collections.iter().filter(|collection| {
        collection.pages && !collection.builtin && collection.schema.field("date").is_some()
    });
    let dated: Vec<&str> = dated.map(|collection| &*collection.name).collect();
    let called = |folder: &str| {
        let folder = slug(folder);
        config.collections.iter().find(|collection| {
            let mut languages = config.site.languages.iter();
            !collection.builtin
                && languages.any(|language| {
                    let names = [&collection.title, &collection.slug];
                    let mut names = names.into_iter().filter_map(|name| name.get(&language.tag));
                    names.any(|name| slug(name) == folder)
                })
        })
    };
    let mut in_menus = Vec::new();
    let items = config.site.menus.iter().flat_map(|(_, items)| items);
    for item in items {
        linked(graph, config, item, &mut in_menus);
    }
    let outside = graph.entries.pairs().filter(|(number, entry)| {
        entry.role == Role::Entry
            && config.collections[entry.collection].builtin
            && !in_menus.contains(number)
    });
    let found = outside.filter_map(|(_, entry)| {
        let (folder, name) = entry.id.rsplit_once('/').unwrap_or(("", &entry.id));
        let file = entry.files.iter().find(|file| !file.is_empty())?;
        let top = folder.split('/').next().unwrap_or_default();
        let is_there = |name: &str| graph.find(name).is_some();
        let finding = match called(top).filter(|_| !top.is_empty() && !is_there(top)) {
            Some(collection) => Diagnostic::on_file(&say::FOLDER_CALLED, file.clone())
                .with("folder", top)
                .with("collection", &collection.name),
            None if date_of_name(name).is_some() && !dated.is_empty() => {
                Diagnostic::on_file(&say::DATED_OUTSIDE, file.clone())
                    .with("collections", dated.join(", content/"))
            }
            None => return None,
        };
        Some(finding.eased(entry.is_set_aside(None)))
    });
    found.collect()
}

/// Two texts of one day, each in another language and waiting for the other's: two names of one text, as a
/// rule. Where there are more of that day, nobody can tell.
fn check_pairs(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    // An entry and the language in which alone it is written.
    type Single<'e> = (&'e Arc<Entry>, LanguageId);
    let mut days: BTreeMap<(CollectionId, String), Vec<Single>> = BTreeMap::new();
    for entry in &graph.entries {
        let name = entry.id.rsplit('/').next().unwrap_or_default();
        let written: Vec<LanguageId> = entry
            .versions
            .ids()
            .filter(|language| entry.versions[*language].is_some())
            .collect();
        let waits = entry.meant.iter().filter(|is_meant| **is_meant).count() > 1;
        if let ([only], Some((date, _))) = (&written[..], date_of_name(name))
            && waits
            && entry.role == Role::Entry
        {
            let day = (entry.collection, date.to_string());
            days.entry(day).or_default().push((entry, *only));
        }
    }
    let pairs = days.into_values().filter_map(|entries| match entries[..] {
        [(one, a), (other, b)] if a != b && one.meant[b] && other.meant[a] => {
            let file = |entry: &Entry| entry.files.iter().find(|file| !file.is_empty()).cloned();
            let (first, second) = (file(one)?, file(other)?);
            let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            let finding = Diagnostic::on_file(&say::PAIR, second.clone())
                .with("name", name(&second))
                .with("other", name(&first))
                .with("own_language", config.site.languages[b].said())
                .with("language", config.site.languages[a].said());
            Some(finding)
        }
        _ => None,
    });
    pairs.collect()
}

/// The entries to which a line of a menu leads.
fn linked(graph: &Graph, config: &Config, item: &MenuItem, found: &mut Vec<EntryId>) {
    if let Some(MenuTarget::Id(id)) = &item.target
        && let Some(LinkTarget::Entry(entry, _)) = menu_target(graph, config, id)
    {
        found.push(entry);
    }
    for inner in &item.items {
        linked(graph, config, inner, found);
    }
}

/// Entries whose ids differ in capitals alone: two texts of one entry, as a rule.
fn check_names(graph: &Graph) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, &Arc<Entry>> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for entry in &graph.entries {
        let normalized = entry.id.to_lowercase();
        let Some(first) = known.insert(normalized.clone(), entry) else {
            continue;
        };
        // The one in small letters is right, if one is.
        let (entry, first) = match *entry.id == *normalized {
            true => (first, entry),
            false => (entry, first),
        };
        let own = |entry: &Entry| {
            let file = entry.files.iter().find(|file| !file.is_empty()).cloned();
            let name = entry.id.rsplit('/').next().map(str::to_owned);
            file.zip(name)
        };
        let (Some((file, name)), Some((other, wanted))) = (own(entry), own(first)) else {
            continue;
        };
        // Of folders that differ in capitals it is told as of any.
        let (folder, written) = file.rsplit_once('/').unwrap_or(("", &file));
        let Some(rest) = written.strip_prefix(&name) else {
            continue;
        };
        let wanted = format!("{wanted}{rest}");
        let path = format!("{folder}/{wanted}");
        let mut diagnostic = Diagnostic::on_file(&content::ALIKE, file.clone())
            .with("name", written)
            .with("other", other.rsplit('/').next().unwrap_or(&other))
            .related(Location::file(other.clone()), OTHER_NAME);
        if *path != *other {
            diagnostic = diagnostic
                .with("wanted", &wanted)
                .correct(Correction::Rename(path.into()));
        }
        diagnostics.push(diagnostic);
    }
    diagnostics
}

/// What a feed leaves out: entries that do not say when they went online.
fn check_feeds(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let collections = config.collections.pairs();
    for (number, collection) in collections.filter(|(_, collection)| collection.feed) {
        let mut has_dated = false;
        let mut undated = Vec::new();
        for entry in &graph.entries {
            if entry.collection != number || entry.role != Role::Entry {
                continue;
            }
            let mut languages = entry.versions.ids();
            let version = languages.find_map(|language| entry.online(language));
            let Some(version) = version.filter(|version| !version.flag("noindex")) else {
                continue;
            };
            match entry.date.is_some() || version.builtin("publish_at").is_some() {
                true => has_dated = true,
                false => undated.push(version.place.clone()),
            }
        }
        if !has_dated && !undated.is_empty() {
            let finding = Diagnostic::at(&say::FEED_EMPTY, &*collection.path, collection.feed_span);
            let has_field = collection.field("date").is_some();
            let field = (!has_field).then_some("date: {type: date, required: true}");
            diagnostics.push(
                finding
                    .with("collection", &collection.name)
                    .with_some("field", field),
            );
            continue;
        }
        diagnostics.extend(undated.into_iter().map(|place| {
            Diagnostic::new(&say::FEED_UNDATED)
                .with("collection", &collection.name)
                .placed(place)
        }));
    }
    diagnostics
}

/// What `hosting:` names must have pages.
fn check_no_referrer(graph: &Graph, config: &Config) -> Vec<Diagnostic> {
    let has_pages = |collection: CollectionId| config.collections[collection].pages;
    let names = &config.site.hosting.no_referrer;
    names
        .iter()
        .filter(|(id, _)| match menu_target(graph, config, id) {
            Some(LinkTarget::Entry(entry, _)) => !has_pages(graph.entries[entry].collection),
            Some(LinkTarget::List(collection)) => !has_pages(collection),
            _ => true,
        })
        .map(|(id, span)| {
            let entries = graph.entries.iter();
            let entries = entries
                .filter(|entry| entry.role == Role::Entry && has_pages(entry.collection))
                .map(|entry| &*entry.id);
            let collections = config.collections.iter();
            let collections = collections
                .filter(|collection| collection.pages && !collection.builtin)
                .map(|collection| &*collection.name);
            Diagnostic::at(&say::NO_REFERRER, SITE, *span)
                .with("value", id)
                .meant(*span, nearest_named(id, entries.chain(collections)))
        })
        .collect()
}

fn check_menu(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
    item: &MenuItem,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Some(MenuTarget::Url(url, span)) = &item.target
        && let Some(finding) = check_menu_url(graph, snapshot, config, url, *span)
    {
        diagnostics.push(finding.placed(Location::new(SITE, *span)));
    }
    if let Some(MenuTarget::Id(id)) = &item.target
        && menu_target(graph, config, id).is_none()
    {
        let ids: Vec<&str> = graph
            .entries
            .iter()
            .filter(|entry| entry.role == Role::Entry)
            .map(|entry| &*entry.id)
            .chain(
                config
                    .collections
                    .iter()
                    .map(|collection| &*collection.name),
            )
            .collect();
        let wanted = slug(id);
        let listed = config.collections.iter().find(|collection| {
            let mut titles = config.site.languages.iter();
            collection.pages
                && titles.any(|language| {
                    let title = collection.title.get(&language.tag);
                    title.is_some_and(|title| slug(title) == wanted)
                })
        });
        let near = listed
            .filter(|_| !wanted.is_empty())
            .map(|collection| &*collection.name)
            .or_else(|| titled(graph, None, id))
            .or_else(|| nearest_named(id, ids));
        let finding = Diagnostic::at(&say::MENU, SITE, item.span).with("value", id);
        diagnostics.push(match item.span.end - item.span.start == id.len() {
            true => finding.meant(item.span, near),
            false => finding.with_some("nearest", near),
        });
    }
    for inner in &item.items {
        check_menu(graph, snapshot, config, inner, diagnostics);
    }
}

/// Endings of the names of files that are handed out.
const FILES: &[&str] = &[
    "avif", "csv", "doc", "docx", "epub", "gif", "heic", "ics", "jpeg", "jpg", "mp3", "mp4", "odp",
    "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf", "svg", "txt", "webp", "xls", "xlsx", "xml",
    "zip",
];

/// The folder in which the file is to stand that a path names; `None` where it names no file.
fn folder_meant(folder: &str, path: &str) -> Option<String> {
    let (name, ending) = path.rsplit_once('.')?;
    let is_file = !name.is_empty() && FILES.contains(&&*ending.to_ascii_lowercase());
    let (base, path) = match path.strip_prefix('/') {
        Some(path) => ("static", path),
        None => (folder, path),
    };
    let whole = is_file.then(|| relative(base, path))??;
    whole.rsplit_once('/').map(|(folder, _)| folder.to_owned())
}

/// What is wrong with an address of a menu: it leads to nothing that every page can link to.
fn check_menu_url(
    graph: &Graph,
    snapshot: &Snapshot,
    config: &Config,
    url: &str,
    span: Span,
) -> Option<Diagnostic> {
    let has_pages = |collection: CollectionId| config.collections[collection].pages;
    let without_page = || Some(Diagnostic::new(&say::LINK_NO_PAGE).with("target", url));
    match graph.link_target(snapshot, config, "content", url) {
        LinkTarget::Address(_) | LinkTarget::Copied(_) => None,
        LinkTarget::List(collection) if has_pages(collection) => None,
        LinkTarget::List(_) => without_page(),
        LinkTarget::Entry(entry, _) if !has_pages(graph.entries[entry].collection) => {
            without_page()
        }
        LinkTarget::Entry(_, None) => None,
        LinkTarget::Entry(entry, Some(fragment)) => {
            let languages = config.site.languages.ids();
            let mut shown = languages.filter_map(|language| {
                let (shown, _) = graph.entries[entry].shown(language)?;
                Some(graph.fragment(entry, shown, &fragment).is_some())
            });
            (!config.theme.has_anchor(&fragment) && !shown.all(|is_there| is_there)).then(|| {
                let target = url.split('#').next().unwrap_or_default();
                Diagnostic::new(&say::FRAGMENT)
                    .with("target", target)
                    .with("fragment", &fragment)
            })
        }
        LinkTarget::Here(fragment) if config.theme.has_anchor(&fragment) => None,
        LinkTarget::Here(_)
        | LinkTarget::File(_)
        | LinkTarget::Several(_)
        | LinkTarget::Outside
        | LinkTarget::Nothing => {
            let (path, fragment) = url.split_at(url.find(['#', '?']).unwrap_or(url.len()));
            let near = menu_meant(graph, snapshot, config, &decoded(path));
            let finding = Diagnostic::new(&say::LINK)
                .with("target", url)
                .with_some("nearest", near.as_ref());
            Some(match near {
                Some(near) if fragment.is_empty() => finding.replace(span, quoted(&near)),
                _ => finding,
            })
        }
    }
}

/// The id that was meant by a path of a menu, with `/` before it: the address of a page begins with
/// that of its language, and a file of the content has an ending.
fn menu_meant(graph: &Graph, snapshot: &Snapshot, config: &Config, path: &str) -> Option<String> {
    let path = path.trim_matches(['/', '.']);
    let leads = |id: &str| {
        let destination = format!("/{id}");
        let target = graph.link_target(snapshot, config, "content", &destination);
        let has_page = match target {
            LinkTarget::Entry(entry, _) => {
                config.collections[graph.entries[entry].collection].pages
            }
            LinkTarget::List(collection) => config.collections[collection].pages,
            LinkTarget::Copied(_) => true,
            _ => false,
        };
        has_page.then_some(destination)
    };
    let without_language = path.split_once('/').map_or("", |(_, rest)| rest);
    let has_language = config.language(path.split('/').next().unwrap_or_default());
    let inside = without_language.trim_end_matches('/');
    if !path.is_empty()
        && let Some(found) = leads(path)
    {
        return Some(found);
    }
    let inside = Some(inside).filter(|inside| has_language.is_some() && !inside.is_empty());
    if let Some(found) = inside.and_then(leads) {
        return Some(found);
    }
    let ids = graph
        .entries
        .iter()
        .filter(|entry| entry.role == Role::Entry && config.collections[entry.collection].pages)
        .map(|entry| &*entry.id);
    let collections = config.collections.iter();
    let collections = collections
        .filter(|collection| collection.pages && !collection.builtin)
        .map(|collection| &*collection.name);
    nearest(inside.unwrap_or(path), ids.chain(collections)).and_then(leads)
}
