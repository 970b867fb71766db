//! Entries, languages and facts that a text names.

use std::sync::Arc;

use super::Checker;
use crate::content::Role;
use crate::graph::{Entry, Graph, Unresolved, Version};
use crate::ids::CollectionId;
use crate::schema::FieldValue;
use rihla_diagnostics::catalogue::config::LANGUAGE_TAG;
use rihla_diagnostics::catalogue::graph as say;
use rihla_diagnostics::catalogue::schema::REFERENCE_FORM;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::language::{is_tag, slug, tag_meant};
use rihla_text::url::decoded;

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

impl Checker<'_> {
    /// The ids of the entries that one text names, where it names several and nothing else: `a; b`,
    /// `a et b`, `a b`, or their titles.
    pub(super) fn several(&self, to: &str, name: &str) -> Option<Vec<String>> {
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
        all(crate::schema::pieces(name)).or_else(|| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let are_ids = words.iter().all(|word| {
                let found = self.graph.resolve(self.config, collection, word);
                found.is_ok()
            });
            are_ids.then(|| all(words))?
        })
    }

    /// Several entries that stand in one text; `list` is where the whole value stands.
    pub(super) fn together(
        &mut self,
        field: &str,
        name: &str,
        ids: &[String],
        span: Span,
        list: Span,
    ) {
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

    pub(super) fn reference(&mut self, field: &Arc<str>, to: &str, name: &str, span: Span) {
        let Some((collection, _)) = self.config.collection(to) else {
            return;
        };
        if name.starts_with('/') || name.contains("://") {
            return self.address(collection, to, name, span);
        }
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
                let path = name.contains('/').then_some(name);
                let near = path
                    .and_then(|path| addressed(self.graph, Some(collection), path))
                    .or_else(|| titled(self.graph, Some(collection), name))
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

    /// The address of a page where its entry is to be named.
    fn address(&mut self, collection: CollectionId, to: &str, name: &str, span: Span) {
        let path = self.own_path(name).unwrap_or_default();
        let path = path.trim_matches('/');
        let meant = match self.graph.resolve(self.config, collection, path) {
            Ok(_) => Some(path),
            Err(_) => addressed(self.graph, Some(collection), path)
                .and_then(|id| id.strip_prefix(&format!("{to}/"))),
        };
        let meant = meant.map(str::to_owned);
        let mut finding = Diagnostic::new(&REFERENCE_FORM)
            .with("value", name)
            .with("collection", to)
            .with_some("suggested", meant.as_ref());
        if let Some(meant) = meant {
            finding = finding.replace(span, meant);
        }
        self.report(finding, span);
    }

    /// The path of an address of this site, without what stands behind it.
    fn own_path(&self, address: &str) -> Option<String> {
        let path = match address.split_once("://") {
            Some((_, rest)) => {
                let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_lowercase();
                let (host, path) = rest.split_once('/')?;
                let own = bare(self.config.site.base_url.host());
                Some(path).filter(|_| bare(host) == own)?
            }
            None => address,
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        Some(decoded(path))
    }

    /// The language in which a document is written: a tag, which need not be one of the site.
    pub(super) fn language_written(&mut self, tag: &str, span: Span) {
        if self.is_language_named(tag) {
            return;
        }
        let meant = tag_meant(tag);
        if meant.is_none() && is_tag(tag) {
            return self.language_name(tag, span);
        }
        // Of a variety of a language, the theme may only know the language.
        let meant = meant.map(|meant| match meant.split_once('-') {
            Some((primary, _)) if !self.is_language_named(&meant) => primary.to_owned(),
            _ => meant,
        });
        let finding = Diagnostic::new(&LANGUAGE_TAG)
            .with("value", tag)
            .with_some("wanted", meant.as_ref());
        match meant {
            Some(meant) => {
                self.report(finding.replace(span, &meant), span);
                // What is written instead is told with it.
                self.language_name(&meant, span);
            }
            None => self.report(finding, span),
        }
    }

    /// Whether the theme has words for a language in each language of the text.
    fn is_language_named(&self, tag: &str) -> bool {
        let key = format!("in-language-{tag}");
        let mut languages = self.config.site.languages.ids();
        let is_there = |language| self.config.theme.phrase(language, &key).is_some();
        match self.part.language {
            Some(language) => is_there(language),
            None => languages.all(is_there),
        }
    }

    /// A language that the words of the page name, as in “in French”.
    pub(in crate::graph) fn language_name(&mut self, tag: &str, span: Span) {
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

    pub(super) fn fact(&mut self, id: &str, span: Span) {
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
}

/// The id of the only entry, of one collection or of all, that is called so in one of its languages: by
/// its id, its title or another of its names, such as an acronym.
pub(super) fn called<'g>(
    graph: &'g Graph,
    collection: Option<CollectionId>,
    title: &str,
) -> Option<&'g str> {
    let wanted = slug(title);
    if wanted.is_empty() {
        return None;
    }
    // A place or a role is no name; letters that are all capitals are nothing else.
    let is_capitals = !title.contains(char::is_lowercase);
    let is_name = |field: &str| field == "title" || is_capitals || NAMES.contains(&field);
    only(graph, collection, &is_name, &|text| *text == wanted)
}

/// The id of the only entry, of one collection or of all, whose page has the last part of an address
/// as its own in one of its languages.
pub(super) fn addressed<'g>(
    graph: &'g Graph,
    collection: Option<CollectionId>,
    address: &str,
) -> Option<&'g str> {
    let last = address.trim_end_matches('/').rsplit('/').next()?;
    let is_own = |version: &Version| match version.text("slug") {
        Some(written) => **written == *last,
        None => slug(&version.title) == last,
    };
    sole(graph, collection, |entry| {
        !last.is_empty() && entry.versions.iter().flatten().any(is_own)
    })
}

/// As [`called`], or of which these are whole words of the title or of the id.
pub(in crate::graph) fn titled<'g>(
    graph: &'g Graph,
    collection: Option<CollectionId>,
    title: &str,
) -> Option<&'g str> {
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
pub(super) fn only<'g>(
    graph: &'g Graph,
    collection: Option<CollectionId>,
    is_field: &dyn Fn(&str) -> bool,
    fits: &dyn Fn(&str) -> bool,
) -> Option<&'g str> {
    sole(graph, collection, |entry| {
        let name = entry.id.rsplit('/').next().unwrap_or_default();
        let mut versions = entry.versions.iter().flatten();
        fits(name)
            || versions.any(|version| {
                let mut fields = version.fields.iter();
                fields.any(|(name, value)| {
                    is_field(name) && any_text(value, &mut |text| fits(&slug(text)))
                })
            })
    })
}

/// The id of the only entry that fits, of one collection or of all.
fn sole(
    graph: &Graph,
    collection: Option<CollectionId>,
    fits: impl Fn(&Entry) -> bool,
) -> Option<&str> {
    let mut found = graph.entries.iter().filter(|entry| {
        let is_there = match collection {
            Some(collection) => entry.collection == collection,
            None => entry.role == Role::Entry,
        };
        is_there && fits(entry)
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
