//! `rihla accept`: a translation is said to be right, and that is noted where it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::record::{self, Spot};
use super::store;
use super::{Desk, Refused};
use crate::build::{Failed, Options};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::editorial as say;
use crate::graph::Entry;
use crate::source::Digest;
use crate::translation::{Progress, State};
use crate::write::{self, WriteError};

/// What is accepted.
#[derive(Clone, Debug, Default)]
pub struct Accept {
    /// The entries; with [`Accept::all`] or [`Accept::reviewed`], all where none is named.
    pub names: Vec<String>,
    /// The language of the translation; every one that is a translation where none is named.
    pub to: Option<String>,
    /// The language from which it was made, where nothing is written of that.
    pub from: Option<String>,
    /// Whether the change of the source needs none in the translation.
    pub minor: bool,
    /// Whether what says `reviewed` is stamped, and nothing else.
    pub reviewed: bool,
    /// Whether everything of which nothing is known is taken to be right.
    pub all: bool,
}

/// What was noted.
#[derive(Debug, Default)]
pub struct Accepted {
    /// The entries, each with the language of the translation and that of its source.
    pub stamped: Vec<(Arc<str>, usize, usize)>,
    /// What was left, and why.
    pub left: Vec<Diagnostic>,
    /// The files that were written.
    pub files: Vec<Arc<str>>,
}

/// The files that are to be written: what each was, and what it becomes.
#[derive(Default)]
pub(super) struct Changes {
    files: BTreeMap<Arc<str>, (Digest, String)>,
}

impl Changes {
    /// A file as it will be.
    pub(super) fn text(&self, desk: &Desk, path: &str) -> Option<String> {
        match self.files.get(path) {
            Some((_, text)) => Some(text.clone()),
            None => desk.snapshot.text(path).map(|text| text.to_string()),
        }
    }

    /// Notes what a file is to be.
    pub(super) fn set(&mut self, desk: &Desk, path: &Arc<str>, text: String) {
        if let Some(file) = desk.snapshot.get(path) {
            let entry = self.files.entry(path.clone());
            entry.or_insert_with(|| (file.digest, String::new())).1 = text;
        }
    }

    /// Writes what differs; gives the files that were written.
    pub(super) fn write(self, desk: &Desk, options: &Options) -> Result<Vec<Arc<str>>, Refused> {
        let mut written = Vec::new();
        for (path, (before, text)) in self.files {
            if desk.snapshot.text(&path).is_some_and(|now| **now == text) {
                continue;
            }
            write::source(&options.site, &path, &before, text.as_bytes()).map_err(refused)?;
            written.push(path);
        }
        Ok(written)
    }
}

/// What the disk refused.
pub(super) fn refused(error: WriteError) -> Refused {
    Refused {
        failed: Some(match error.is_machine {
            true => Failed::Machine,
            false => Failed::Configuration,
        }),
        diagnostics: vec![error.diagnostic],
        snapshot: None,
    }
}

/// Notes that translations are right. To do it again changes nothing.
///
/// # Errors
///
/// Where something is named that does not exist, or a file cannot be read or written. Then nothing
/// that follows is written, and what was is whole.
pub fn accept(options: &Options, accept: &Accept) -> Result<(Desk, Accepted), Refused> {
    let desk = Desk::open(options)?;
    let to = accept
        .to
        .as_deref()
        .map(|tag| desk.language(tag))
        .transpose()?;
    let from = accept
        .from
        .as_deref()
        .map(|tag| desk.language(tag))
        .transpose()?;
    let mut numbers = Vec::new();
    for name in &accept.names {
        numbers.push(desk.entry(name)?);
    }
    let is_wide = accept.all || accept.reviewed;
    if numbers.is_empty() {
        if !is_wide {
            return Err(Refused::because(
                Diagnostic::new(&say::NEEDS_ENTRY)
                    .with("command", "accept")
                    .with("example", "rihla accept news/2017-06-02-caritas"),
            ));
        }
        numbers.extend(0..desk.linked.graph.entries.len());
    }
    let parts = desk.parts();
    let mut changes = Changes::default();
    let mut kept = Vec::new();
    let mut accepted = Accepted::default();
    for number in numbers {
        let entry = desk.linked.graph.entries[number].clone();
        // Translations of translations after those from which they were made: their texts stay.
        for language in 0..entry.versions.len() {
            if to.is_some_and(|to| to != language) {
                continue;
            }
            let Some(source) = wanted(&desk, &entry, language, (accept, from), &mut accepted.left)?
            else {
                continue;
            };
            let (Some(version), Some(of)) = (&entry.versions[language], &entry.versions[source])
            else {
                continue;
            };
            let mut values = vec![
                ("of", desk.tag(source).to_string()),
                ("revision", of.digest.to_string()),
            ];
            let record = entry.record(&desk.linked.config, language);
            match (accept.minor, record) {
                // The text was not looked at again: what is known of it stays.
                (true, Some(record)) if record.text.is_some() => {}
                (true, Some(_)) => values.push(("text", version.digest.to_string())),
                _ => {
                    values.push(("text", version.digest.to_string()));
                    values.push(("state", "reviewed".to_owned()));
                }
            }
            let spot = spot(&desk, &entry, language);
            let text = changes.text(&desk, &spot.path).unwrap_or_default();
            let after = record::put(&spot, &text, &values).map_err(|diagnostic| Refused {
                diagnostics: vec![*diagnostic],
                failed: None,
                snapshot: Some(desk.snapshot.clone()),
            })?;
            changes.set(&desk, &spot.path, after);
            kept.push((entry.id.clone(), language, source, of.digest.clone()));
            accepted.stamped.push((entry.id.clone(), language, source));
        }
    }
    // First the texts, so that what is stamped can always be compared.
    for (id, language, source, revision) in kept {
        let text = desk.text(parts.get(&*id).map_or(&[][..], Vec::as_slice), source);
        let (tag, of) = (desk.tag(language), desk.tag(source));
        store::keep(&options.site, &id, tag, (of, &revision), &text).map_err(refused)?;
    }
    accepted.files = changes.write(&desk, options)?;
    drop(parts);
    Ok((desk, accepted))
}

/// The source of a translation that is to be stamped; `None` where it is not.
fn wanted(
    desk: &Desk,
    entry: &Entry,
    language: usize,
    (accept, from): (&Accept, Option<usize>),
    left: &mut Vec<Diagnostic>,
) -> Result<Option<usize>, Refused> {
    let Some(state) = entry.states[language] else {
        return Ok(None);
    };
    let is_asked = accept.to.is_some();
    let told = |message| {
        Diagnostic::new(message)
            .with("id", &entry.id)
            .with("language", desk.name(language))
            .with("tag", desk.tag(language))
    };
    let refuse = |message| Err(Refused::because(told(message)));
    let Some(version) = &entry.versions[language] else {
        return match is_asked && !accept.names.is_empty() {
            true => refuse(&say::NO_TEXT),
            false => Ok(None),
        };
    };
    let record = entry.record(&desk.linked.config, language);
    let is_wide = accept.all || accept.reviewed;
    // What is written of a source that is not there is set right by naming another.
    if state == State::Orphan && from.is_none_or(|from| from == language) {
        if !is_wide || accept.reviewed {
            left.push(told(&say::ORPHAN));
        }
        return Ok(None);
    }
    let found = match &record {
        Some(record) if state != State::Orphan => record.of,
        _ => from
            .filter(|from| *from != language && entry.versions[*from].is_some())
            .or_else(|| first_source(desk, entry, language)),
    };
    let Some(source) = found else {
        let is_original = is_asked && !is_wide && state == State::Original;
        return match is_original {
            true => refuse(&say::SAME_LANGUAGE),
            false => Ok(None),
        };
    };
    let Some(of) = &entry.versions[source] else {
        return Ok(None);
    };
    if state == State::Original {
        return match is_asked && !is_wide {
            true => refuse(&say::SAME_LANGUAGE),
            false => Ok(None),
        };
    }
    let is_reviewed = record
        .as_ref()
        .is_some_and(|record| record.progress == Progress::Reviewed);
    let is_same = |known: &Option<Arc<str>>, digest: &Arc<str>| known.as_ref() == Some(digest);
    let is_stamped = record.as_ref().is_some_and(|record| {
        let is_text = accept.minor || is_reviewed && is_same(&record.text, &version.digest);
        record.of == Some(source) && is_same(&record.revision, &of.digest) && is_text
    });
    if is_stamped {
        return Ok(None);
    }
    if accept.reviewed {
        let Some(record) = record.filter(|_| is_reviewed) else {
            return Ok(None);
        };
        let is_current = record.revision.is_none() || is_same(&record.revision, &of.digest);
        if !is_current {
            // An edit after the change of the source may be its translation, or a comma.
            if state == State::Diverged {
                left.push(told(&say::LEFT));
            }
            return Ok(None);
        }
        return Ok(Some(source));
    }
    if accept.all {
        let is_unknown = matches!(state, State::Unverified) || state == State::UpToDate;
        return Ok(is_unknown.then_some(source));
    }
    Ok(Some(source))
}

/// The source of a text of which nothing is written: the original of the entry, else the first
/// language in which it exists. That one itself has none.
fn first_source(desk: &Desk, entry: &Entry, language: usize) -> Option<usize> {
    let is_original = |other: &usize| entry.states[*other] == Some(State::Original);
    let languages = || 0..entry.versions.len();
    let original = languages().find(is_original);
    let first = languages().find(|other| entry.versions[*other].is_some());
    let source = original.or(first)?;
    (source != language)
        .then_some(source)
        .filter(|_| !desk.tag(source).is_empty())
}

/// Where the record of a language is written, or is to be: where it stands already, else in the file
/// of the language, else in that of all languages.
pub(super) fn spot(desk: &Desk, entry: &Entry, language: usize) -> Spot {
    let tag = desk.tag(language).clone();
    let files = &entry.files;
    let own = entry.versions[language]
        .as_ref()
        .map_or(&files[0], |version| &version.place.path);
    let is_own = desk
        .linked
        .graph
        .of_file(own)
        .is_some_and(|(_, of)| of == Some(language));
    let shared = &files[0];
    let has_record = |path: &Arc<str>| {
        let parts = desk.kept.parts().map_or(&[][..], |parts| parts.of(path));
        parts.iter().any(|part| {
            part.id == entry.id
                && part.language.is_none()
                && part.fields.iter().any(|assignment| {
                    &*assignment.field == "translation"
                        && matches!(
                            &assignment.value.value,
                            crate::schema::Value::Localized(branches)
                                if branches.iter().any(|(key, _)| *key == tag)
                        )
                })
        })
    };
    let is_shared = !is_own || has_record(shared);
    let path = match is_shared {
        true => shared.clone(),
        false => own.clone(),
    };
    Spot {
        item: record::item_of(&path, &entry.id),
        tag: is_shared.then_some(tag),
        path,
    }
}
