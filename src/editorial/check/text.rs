//! Every text of a site with its place: bodies and language fields, in the languages in which
//! they are written.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::foreign::{self, Foreign};
use super::silence::{Silence, What, comments};
use super::structure::Shape;
use super::unit::{self, Readers, Source, Unit};
use super::values::Known;
use rihla_build::query::Site;
use rihla_diagnostics::catalogue::check as say;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_site::config::{CONTENT, Config};
use rihla_site::content::{Part, Parts, is_configuration};
use rihla_site::graph::{Entry, Graph, LinkTarget, Moment, Publication};
use rihla_site::ids::{ByEntry, EntryId, LanguageId};
use rihla_site::schema::{FieldValue, Spanned, is_sentence};
use rihla_site::source::Snapshot;
use rihla_text::language::Profile;
use rihla_text::markdown;
use rihla_text::yaml;

/// What texts are looked at with: a site, whether its pages were planned or not.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// What the site says of itself.
    pub config: &'a Config,
    /// The entries.
    pub graph: &'a Graph,
    /// As of when.
    pub moment: &'a Moment,
}

impl<'a> From<&'a Site> for Ground<'a> {
    fn from(site: &'a Site) -> Self {
        Self {
            snapshot: &site.snapshot,
            config: &site.config,
            graph: &site.graph,
            moment: &site.moment,
        }
    }
}

/// A text in one language.
#[derive(Debug)]
pub struct Text {
    /// The number of its language.
    pub language: LanguageId,
    /// Where it stands.
    pub source: Source,
    /// Its paragraphs, headings and so on.
    pub units: Vec<Unit>,
    /// What it is made of, where it has markup.
    pub shape: Option<Shape>,
    /// What its writer silences.
    pub silences: Vec<Silence>,
    /// The passages that are in another language, although nothing says so.
    pub(super) foreign: Vec<Foreign>,
}

/// The texts of one thing: of an entry, or of a file that configures the site.
#[derive(Debug, Default)]
pub struct Texts {
    /// The number of the entry, where it is one.
    pub entry: Option<EntryId>,
    /// The texts by the field in which they are; the body has no name. Each in some languages, in
    /// the site's order.
    pub fields: BTreeMap<Arc<str>, Vec<Text>>,
    /// What `same:` silences: the field, what, and where it stands.
    pub same: Vec<(Arc<str>, Silence, Arc<str>)>,
    /// What is wrong with silences.
    pub problems: Vec<Diagnostic>,
}

/// Fields of every entry that are texts for readers.
const READ: [&str; 2] = ["corrections", "withdrawn"];

/// Every text of a site, of entries first, in their order.
pub fn all(site: Ground, parts: &Parts, readers: &Readers) -> Vec<Texts> {
    let none = |_| Vec::new();
    let mut members: ByEntry<Vec<&Part>> = site.graph.entries.iter().map(none).collect();
    for part in parts.iter() {
        if let Some(number) = site.graph.find(&part.id) {
            members[number].push(part);
        }
    }
    let mut texts: Vec<Texts> = members
        .par_pairs()
        .map(|(number, parts)| of_entry(site, number, parts, readers))
        .collect();
    texts.extend(of_configuration(site, readers));
    texts
}

/// Whether the text of an entry in a language is compared: drafts are not, and what is gone.
pub(super) fn is_read(site: Ground, entry: &Entry, language: LanguageId) -> bool {
    let version = entry.versions[language].as_ref();
    version.is_some_and(|version| match version.publication {
        Publication::Draft => site.moment.drafts,
        Publication::Gone | Publication::NotMeant | Publication::Until(_) => false,
        _ => true,
    })
}

/// The texts of an entry; `parts` are those of it.
pub(super) fn of_entry(site: Ground, number: EntryId, parts: &[&Part], readers: &Readers) -> Texts {
    let entry = &site.graph.entries[number];
    let mut gatherer = Gatherer {
        site,
        readers,
        entry,
        texts: Texts {
            entry: Some(number),
            ..Texts::default()
        },
    };
    for part in parts {
        if let (Some(body), Some(language)) = (&part.body, part.language)
            && let Some(text) = site.snapshot.text(&part.path)
            && is_read(site, entry, language)
            && !body.is_empty
        {
            let source = Source::Body(part.path.clone());
            gatherer.markdown("".into(), source, text, body.span, language);
        }
        let schema = part.schema(site.config);
        for assignment in &part.fields {
            let name = &assignment.field;
            if &**name == "same" {
                gatherer.same(&assignment.value, &part.path);
            }
            let field = schema.field(name);
            if field.is_some() || READ.contains(&&**name) {
                gatherer.value(name.clone(), &assignment.value, None, &part.path);
            }
            if field.is_some_and(|field| field.localized) {
                gatherer.common(name, &assignment.value, &part.path);
            }
        }
    }
    for texts in gatherer.texts.fields.values_mut() {
        texts.sort_by_key(|text| text.language);
        texts.dedup_by_key(|text| text.language);
    }
    foreign::mark(site, readers, &mut gatherer.texts);
    gatherer.texts
}

struct Gatherer<'a> {
    site: Ground<'a>,
    readers: &'a Readers,
    entry: &'a Entry,
    texts: Texts,
}

impl Gatherer<'_> {
    fn config(&self) -> &Config {
        self.site.config
    }

    fn add(&mut self, field: Arc<str>, text: Text) {
        self.texts.fields.entry(field).or_default().push(text);
    }

    fn markdown(
        &mut self,
        field: Arc<str>,
        source: Source,
        text: &str,
        body: Span,
        language: LanguageId,
    ) {
        let document = markdown::tree(text, body);
        let tag = self.config().site.languages[language].tag.clone();
        let site = self.site;
        let target = |destination: &str| {
            let folder = &self.entry.folder;
            let found = site
                .graph
                .link_target(site.snapshot, site.config, folder, destination);
            match found {
                LinkTarget::Entry(number, _) => format!("/{}", site.graph.entries[number].id),
                LinkTarget::List(number) => format!("/{}", site.config.collections[number].name),
                LinkTarget::Here(_) => "#".to_owned(),
                LinkTarget::File(_) => "/…".to_owned(),
                _ => "https://…".to_owned(),
            }
        };
        let known = Known {
            languages: self.readers.called(),
            reader: self.readers.of(&tag),
            target: &target,
        };
        let shape = Shape::of(&document, &tag, known);
        let problems = &mut self.texts.problems;
        let file = site.snapshot.text(source.path()).map(|text| &**text);
        let silences = comments(text, body, &shape.code, &mut |message, span, value| {
            problems.push(
                Diagnostic::new(message)
                    .with_some("value", value)
                    .placed(source.place(file, span)),
            );
        });
        let units = unit::units(&document, text, &tag, self.readers);
        let text = Text {
            language,
            source,
            units,
            shape: Some(shape),
            silences,
            foreign: Vec::new(),
        };
        self.add(field, text);
    }

    fn value(
        &mut self,
        field: Arc<str>,
        value: &Spanned,
        language: Option<LanguageId>,
        path: &Arc<str>,
    ) {
        match (&value.value, language) {
            (FieldValue::Localized(branches), _) => {
                for (tag, branch) in branches {
                    if let Some(language) = self.config().language(tag)
                        && is_read(self.site, self.entry, language)
                    {
                        self.value(field.clone(), branch, Some(language), path);
                    }
                }
            }
            (FieldValue::Text(text), Some(language)) => {
                let source = Source::Field {
                    path: path.clone(),
                    span: value.span,
                    value: text.clone(),
                };
                let tag = self.config().site.languages[language].tag.clone();
                let text = Text {
                    language,
                    source,
                    units: vec![unit::plain(text, &tag, self.readers)],
                    shape: None,
                    silences: Vec::new(),
                    foreign: Vec::new(),
                };
                self.add(field, text);
            }
            (FieldValue::Markdown(text), Some(language)) => {
                let source = Source::Field {
                    path: path.clone(),
                    span: value.span,
                    value: text.clone(),
                };
                let whole = Span::new(0, text.len());
                self.markdown(field, source, text, whole, language);
            }
            (FieldValue::List(items), _) => {
                for (number, item) in items.iter().enumerate() {
                    let name = format!("{field}.{}", number + 1);
                    self.value(name.into(), item, language, path);
                }
            }
            (FieldValue::Object(fields), _) => {
                for (name, value) in fields {
                    self.value(format!("{field}.{name}").into(), value, language, path);
                }
            }
            (FieldValue::Image(image), _) => {
                let parts = [
                    ("alt", &image.alt),
                    ("credit", &image.credit),
                    ("caption", &image.caption),
                ];
                for (name, part) in parts {
                    if let Some(part) = part {
                        self.value(format!("{field}.{name}").into(), part, language, path);
                    }
                }
            }
            _ => {}
        }
    }

    /// A text that is written once for all languages, as that of those in which it plainly is not.
    fn common(&mut self, field: &Arc<str>, value: &Spanned, path: &Arc<str>) {
        let FieldValue::Text(text) = &value.value else {
            return;
        };
        if !is_sentence(text) {
            return;
        }
        let site = self.site;
        let languages = &site.config.site.languages;
        let rules = |language: LanguageId| Profile::of_tag(&languages[language].tag);
        for own in languages.ids() {
            let own_rules = rules(own);
            let is_in = |other: LanguageId| {
                let rules = rules(other).filter(|_| other != own);
                rules.is_some_and(|other| other.runs(text, own_rules))
            };
            if is_read(site, self.entry, own) && languages.ids().any(is_in) {
                self.value(field.clone(), value, Some(own), path);
            }
        }
    }

    /// What `same:` says.
    fn same(&mut self, value: &Spanned, path: &Arc<str>) {
        let FieldValue::List(items) = &value.value else {
            return;
        };
        for item in items {
            let FieldValue::Object(fields) = &item.value else {
                continue;
            };
            let word = |name: &str| {
                let found = fields.iter().find(|(known, _)| &**known == name);
                match found.map(|(_, value)| &value.value) {
                    Some(FieldValue::Text(text) | FieldValue::Choice(text)) => Some(text.clone()),
                    _ => None,
                }
            };
            let reason = word("reason").filter(|reason| !reason.trim().is_empty());
            if reason.is_none() {
                self.texts.problems.push(Diagnostic::at(
                    &say::SILENCE_REASON,
                    path.clone(),
                    item.span,
                ));
            } else if let Some(field) = word("field") {
                let what = What::of_field(word("what").as_deref());
                self.texts
                    .same
                    .push((field, Silence::new(what, item.span), path.clone()));
            }
        }
    }
}

/// The texts of `site.yaml`, of each `collection.yaml` and of the theme's words: wherever
/// something is said in several languages.
fn of_configuration(site: Ground, readers: &Readers) -> Vec<Texts> {
    let mut all = Vec::new();
    for file in site.snapshot.under(CONTENT) {
        let Some(text) = site
            .snapshot
            .text(&file.path)
            .filter(|_| is_configuration(&file.path))
        else {
            continue;
        };
        let whole = Span::new(0, text.len());
        let (Some(root), _) = yaml::parse(&file.path, text, whole) else {
            continue;
        };
        let mut texts = Texts::default();
        localized(site, readers, &file.path, &root, "", &mut texts);
        foreign::mark(site, readers, &mut texts);
        all.push(texts);
    }
    all
}

fn localized(
    site: Ground,
    readers: &Readers,
    path: &Arc<str>,
    node: &yaml::Node,
    name: &str,
    texts: &mut Texts,
) {
    let inside = |part: &str| match name {
        "" => part.to_owned(),
        name => format!("{name}.{part}"),
    };
    match &node.value {
        yaml::Value::Map(map) => {
            let languages: Vec<Option<LanguageId>> = map
                .iter()
                .map(|(key, _)| site.config.language(&key.name))
                .collect();
            let is_localized = languages.len() > 1 && languages.iter().all(Option::is_some);
            for ((key, value), language) in map.iter().zip(languages) {
                let scalar = match &value.value {
                    yaml::Value::Scalar(scalar) => Some(scalar),
                    _ => None,
                };
                match (is_localized, language, scalar) {
                    (true, Some(language), Some(scalar)) => {
                        let text: Arc<str> = scalar.text.as_str().into();
                        let tag = &site.config.site.languages[language].tag;
                        let units = vec![unit::plain(&text, tag, readers)];
                        let source = Source::Field {
                            path: path.clone(),
                            span: value.span,
                            value: text,
                        };
                        texts.fields.entry(name.into()).or_default().push(Text {
                            language,
                            source,
                            units,
                            shape: None,
                            silences: Vec::new(),
                            foreign: Vec::new(),
                        });
                    }
                    _ => localized(site, readers, path, value, &inside(&key.name), texts),
                }
            }
        }
        yaml::Value::List(items) => {
            for (number, item) in items.iter().enumerate() {
                let part = (number + 1).to_string();
                localized(site, readers, path, item, &inside(&part), texts);
            }
        }
        _ => {}
    }
}

impl Text {
    /// The place in its file of a place in it.
    pub fn place(&self, snapshot: &Snapshot, span: Span) -> Location {
        let file = snapshot.text(self.source.path());
        self.source.place(file.map(|text| &**text), span)
    }
}
