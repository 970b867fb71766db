//! What was typed becomes an entry, a language, a text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Desk, Refused};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Value, nearest};
use rihla_site::content::{Part, Role};
use rihla_site::graph::{Entry, Unresolved, named, undated};
use rihla_site::ids::{EntryId, Id, LanguageId};
use rihla_site::schema;
use rihla_site::translation::{self, Passages, State};
use rihla_text::language::{Language, is_language};

/// What an entry says in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// The fields of that language.
    pub fields: Passages,
    pub body: String,
}

impl Desk {
    /// The entry that a [name](named) means.
    pub(super) fn entry(&self, name: &str) -> Result<EntryId, Refused> {
        let known = self.routes().known(self.graph());
        let found = named(name, &known).map(EntryId::at);
        found.map_err(|unresolved| match unresolved {
            Unresolved::Unknown => self.unknown(name),
            Unresolved::Ambiguous(ids) => ambiguous(name, &ids),
        })
    }

    fn unknown(&self, name: &str) -> Refused {
        let ids = || self.graph().entries.iter().map(|entry| &*entry.id);
        // One that is nearly written, or the only one of which a part was written.
        let near = nearest(name, ids()).or_else(|| {
            let short = |id: &&str| id.rsplit('/').next().unwrap_or(id).to_owned();
            let names: Vec<String> = ids()
                .map(|id| undated(&short(&id)).trim_matches('/').to_owned())
                .collect();
            let near = nearest(name, names.iter().map(|name| &**name));
            let near = near.and_then(|near| names.iter().position(|name| name == near));
            near.and_then(|at| ids().nth(at))
        });
        let near = near.or_else(|| {
            let mut holding = ids().filter(|id| name.len() > 3 && id.contains(name));
            holding.next().filter(|_| holding.next().is_none())
        });
        Refused::because(
            Diagnostic::new(&say::UNKNOWN)
                .with("value", name)
                .with_some("nearest", near),
        )
    }

    /// The entries of a collection, as they are named inside it; none where there is no such collection.
    pub(super) fn names_in(&self, collection: &str) -> impl Iterator<Item = &str> {
        let number = self
            .config()
            .collection(collection)
            .map(|(number, _)| number);
        let inside = format!("{collection}/");
        let entries = self.graph().entries.iter();
        let of_it = entries
            .filter(move |entry| Some(entry.collection) == number && entry.role == Role::Entry);
        of_it.map(move |entry| entry.id.strip_prefix(&*inside).unwrap_or(&entry.id))
    }

    /// The number of a language by its tag.
    pub(super) fn language(&self, tag: &str) -> Result<LanguageId, Refused> {
        self.config().language(tag).ok_or_else(|| {
            let tags = self.config().site.tags();
            let known: Vec<&str> = tags.iter().map(|tag| &**tag).collect();
            let row = match Language::new(tag, tag, "x", None) {
                Ok(_) if is_language(tag) => Some(format!("- {{tag: {tag}, name: \"…\"}}")),
                _ => None,
            };
            Refused::because(
                Diagnostic::new(&say::LANGUAGE)
                    .with("value", tag)
                    .with_some("row", row)
                    .with("known", known.join(", ")),
            )
        })
    }

    /// The tag of a language.
    pub(super) fn tag(&self, language: LanguageId) -> &Arc<str> {
        &self.config().site.languages[language].tag
    }

    /// The name of a language, as a message has it.
    pub(super) fn name(&self, language: LanguageId) -> Value {
        self.config().site.languages[language].said()
    }

    /// What a version in a language is called, as a message has it.
    pub(super) fn version(&self, language: LanguageId) -> Value {
        self.config().site.languages[language].version_said()
    }

    /// The address of the page of an entry in a language, without the base; `None` where it has none.
    pub fn address(&self, entry: EntryId, language: LanguageId) -> Option<Arc<str>> {
        let routes = self.routes();
        let found = &self.graph().entries[entry];
        match found.role {
            Role::Home => Some(routes.home(language).clone()),
            Role::List => routes.list(found.collection, language, 1),
            Role::Entry => routes.entry(entry, language).cloned(),
        }
    }

    /// The language from which an entry is translated: what is written, else its original, else the
    /// first in which it exists.
    pub(super) fn source_of(&self, entry: &Entry, language: LanguageId) -> Option<LanguageId> {
        let is_there = |other: &LanguageId| *other != language && entry.versions[*other].is_some();
        let config = self.config();
        if let Some(record) = entry.record(config, language) {
            return record.of.filter(is_there);
        }
        let languages = entry.versions.ids();
        let original = |other: &LanguageId| entry.states[*other] == Some(State::Original);
        languages
            .clone()
            .filter(is_there)
            .find(original)
            .or_else(|| languages.clone().find(is_there))
    }

    /// The parts of every entry.
    pub(super) fn parts(&self) -> BTreeMap<&str, Vec<&Part>> {
        let mut by_id: BTreeMap<&str, Vec<&Part>> = BTreeMap::new();
        for part in self
            .cache
            .parts()
            .into_iter()
            .flat_map(|parts| parts.iter())
        {
            by_id.entry(&part.id).or_default().push(part);
        }
        by_id
    }

    /// What parts of an entry say in a language.
    pub(super) fn text(&self, parts: &[&Part], language: LanguageId) -> Text {
        text(parts, language, self.tag(language), &|path| {
            self.snapshot.text(path).map(|text| text.to_string())
        })
    }
}

/// A name that means several entries.
pub(super) fn ambiguous(name: &str, ids: &[Arc<str>]) -> Refused {
    Refused::because(
        Diagnostic::new(&say::AMBIGUOUS)
            .with("value", name)
            .with("candidates", ids.join(", ")),
    )
}

/// What parts of an entry say in a language; `read` gives the text of a file.
pub(super) fn text(
    parts: &[&Part],
    language: LanguageId,
    tag: &str,
    read: &dyn Fn(&str) -> Option<String>,
) -> Text {
    let mut parts: Vec<&Part> = parts.to_vec();
    parts.sort_by_key(|part| part.language);
    let paths: Vec<Arc<str>> = parts.iter().map(|part| part.path.clone()).collect();
    let fields = parts.iter().map(|part| part.fields.clone()).collect();
    let (values, _) = schema::combine(fields, &paths);
    let own = parts.iter().find(|part| part.language == Some(language));
    let body = own.and_then(|part| {
        let body = part.body.as_ref().filter(|body| !body.is_empty)?;
        let file = read(&part.path)?;
        file.get(body.span.start..body.span.end).map(str::to_owned)
    });
    Text {
        fields: translation::passages(&values, tag),
        body: body.unwrap_or_default(),
    }
}
