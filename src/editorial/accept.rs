//! `rihla accept`: a translation is said to be right, and that is noted where it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::record::{self, Spot};
use super::store;
use super::subject::{self, Subject};
use super::{Desk, Refused};
use crate::check::{Alike, Glossary, Readers, Review, review};
use rihla_build::Options;
use rihla_build::write::{self, Sources};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_site::content::Part;
use rihla_site::graph::{Entry, Moment};
use rihla_site::ids::LanguageId;
use rihla_site::source::Digest;
use rihla_site::translation::{Progress, State};

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
    /// Whether what a translation lacks, or says in the words of its source, is meant.
    pub as_is: bool,
}

/// What was noted.
#[derive(Debug, Default)]
pub struct Accepted {
    /// The entries, each with the language of the translation and that of its source.
    pub stamped: Vec<(Arc<str>, LanguageId, LanguageId)>,
    /// What was left, and why.
    pub left: Vec<Diagnostic>,
    /// What a check says of what was noted; no errors.
    pub besides: Vec<Diagnostic>,
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

    /// Adds what differs to what is written; gives the files.
    pub(super) fn add_to(
        self,
        sources: &mut Sources,
        desk: &Desk,
    ) -> Result<Vec<Arc<str>>, Refused> {
        let mut written = Vec::new();
        for (path, (before, text)) in self.files {
            if desk.snapshot.text(&path).is_some_and(|now| **now == text) {
                continue;
            }
            let bytes = text.as_bytes();
            sources.replace(&path, &before, bytes)?;
            written.push(path);
        }
        Ok(written)
    }
}

/// Notes that translations are right. To do it again changes nothing.
///
/// # Errors
///
/// Where something is named that does not exist, or a file cannot be read or written. Then nothing
/// is written.
pub fn accept(options: &Options, accept: &Accept) -> Result<(Desk, Accepted), Refused> {
    write::resume(&options.site)?;
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
    let around = desk.around();
    let mut subjects: Vec<Subject> = Vec::new();
    for name in &accept.names {
        match around
            .iter()
            .find(|subject| subject::is_named(subject, name))
        {
            Some(subject) => subjects.push(subject.clone()),
            None => {
                let entry = &desk.graph().entries[desk.entry(name)?];
                subjects.push(desk.subject(entry));
            }
        }
    }
    if subjects.is_empty() {
        if !(accept.all || accept.reviewed) {
            return Err(Refused::because(
                Diagnostic::new(&say::NEEDS_ENTRY)
                    .with("done", say::term::ACCEPTED)
                    .with("example", "rihla accept news/2017-06-02-caritas"),
            ));
        }
        let entries = desk.graph().entries.iter();
        subjects.extend(entries.map(|entry| desk.subject(entry)));
        subjects.extend(around);
    }
    let parts = desk.parts();
    let readers = Readers::new(desk.config());
    let glossary = Glossary::of(desk.ground(desk.moment()));
    let mut refusals = Vec::new();
    let mut changes = Changes::default();
    let mut kept = Vec::new();
    let mut accepted = Accepted::default();
    for subject in &subjects {
        for (language, side) in subject.sides.pairs() {
            if to.is_some_and(|to| to != language) {
                continue;
            }
            let asked = (accept, from);
            let Some(source) = wanted(&desk, subject, language, asked, &mut accepted.left)? else {
                continue;
            };
            let (Some(digest), Some(revision)) = (&side.digest, &subject.sides[source].digest)
            else {
                continue;
            };
            if !accept.as_is {
                let own = parts.get(&*subject.id).map_or(&[][..], Vec::as_slice);
                let tools = (&readers, glossary.as_ref());
                let found = reviewed(&desk, tools, (subject, own), [source, language], accept);
                if !found.open.is_empty() {
                    let told = match accept.names.is_empty() {
                        true => &mut accepted.left,
                        false => &mut refusals,
                    };
                    told.extend(unfinished_of(&desk, subject, language, found.open, accept));
                    continue;
                }
                // Of many, a check tells it.
                if !accept.names.is_empty() {
                    accepted.besides.extend(found.besides);
                }
            }
            let mut values = vec![
                ("of", desk.tag(source).to_string()),
                ("revision", revision.to_string()),
            ];
            match (accept.minor, &side.record) {
                // The text was not looked at again: what is known of it stays.
                (true, Some(record)) if record.text.is_some() => {}
                (true, Some(_)) => values.push(("text", digest.to_string())),
                _ => {
                    values.push(("text", digest.to_string()));
                    values.push(("state", "reviewed".to_owned()));
                }
            }
            let is_meant = side.record.as_ref().is_some_and(|record| record.as_is);
            if accept.as_is != is_meant {
                values.push(("as_is", accept.as_is.to_string()));
            }
            let spot = &side.spot;
            let text = changes.text(&desk, &spot.path).unwrap_or_default();
            let after = record::put(spot, &text, &values).map_err(|diagnostic| Refused {
                diagnostics: vec![*diagnostic],
                failed: None,
                snapshot: Some(desk.snapshot.clone()),
            })?;
            changes.set(&desk, &spot.path, after);
            let text = match &subject.sides[source].text {
                Some(text) => text.clone(),
                None => desk.text(
                    parts.get(&*subject.id).map_or(&[][..], Vec::as_slice),
                    source,
                ),
            };
            kept.push((subject.id.clone(), language, source, revision.clone(), text));
            accepted
                .stamped
                .push((subject.id.clone(), language, source));
        }
    }
    if !refusals.is_empty() {
        return Err(Refused {
            diagnostics: refusals,
            failed: None,
            snapshot: Some(desk.snapshot.clone()),
        });
    }
    let mut sources = Sources::begin(&options.site)?;
    for (id, language, source, revision, text) in kept {
        let (tag, of) = (desk.tag(language), desk.tag(source));
        store::keep(&mut sources, &id, tag, (of, &revision), &text)?;
    }
    accepted.files = changes.add_to(&mut sources, &desk)?;
    sources.commit("")?;
    drop(parts);
    Ok((desk, accepted))
}

/// The source of a translation that is to be stamped; `None` where it is not.
fn wanted(
    desk: &Desk,
    subject: &Subject,
    language: LanguageId,
    (accept, from): (&Accept, Option<LanguageId>),
    left: &mut Vec<Diagnostic>,
) -> Result<Option<LanguageId>, Refused> {
    let side = &subject.sides[language];
    let Some(state) = side.state else {
        return Ok(None);
    };
    let told = |message| {
        Diagnostic::new(message)
            .with("id", &subject.id)
            .with("language", desk.name(language))
            .with("tag", desk.tag(language))
    };
    // What is asked for by name and cannot be done is told; of many, it is passed over.
    let refuse = |message| match accept.to.is_some() && !accept.names.is_empty() {
        true => Err(Refused::because(told(message))),
        false => Ok(None),
    };
    let Some(digest) = &side.digest else {
        return refuse(&say::NO_TEXT);
    };
    if state == State::Original {
        return refuse(&say::SAME_LANGUAGE);
    }
    let is_there = |other: LanguageId| other != language && subject.sides[other].digest.is_some();
    let record = side.record.as_ref();
    let source = match record {
        // What is written of a source that is not there is set right by naming another.
        _ if state == State::Orphan => match from.filter(|from| is_there(*from)) {
            Some(from) => from,
            None => {
                if !accept.all {
                    left.push(told(&say::ORPHAN));
                }
                return Ok(None);
            }
        },
        Some(record) => match record.of {
            Some(of) => of,
            None => return Ok(None),
        },
        None => {
            let known = || subject.original().or_else(|| subject.first());
            match from.or_else(known).filter(|source| is_there(*source)) {
                Some(source) => source,
                None => return refuse(&say::SAME_LANGUAGE),
            }
        }
    };
    let Some(revision) = &subject.sides[source].digest else {
        return Ok(None);
    };
    let is_same = |known: &Option<Arc<str>>, digest: &Arc<str>| known.as_ref() == Some(digest);
    let is_reviewed = record.is_some_and(|record| record.progress == Progress::Reviewed);
    let is_stamped = record.is_some_and(|record| {
        let is_text = accept.minor || is_reviewed && is_same(&record.text, digest);
        record.of == Some(source) && is_same(&record.revision, revision) && is_text
    });
    if is_stamped && state != State::Incomplete {
        return Ok(None);
    }
    if accept.reviewed {
        let Some(record) = record.filter(|_| is_reviewed) else {
            return Ok(None);
        };
        let is_current = record.revision.is_none() || is_same(&record.revision, revision);
        // An edit after the change of the source may be its translation, or a comma.
        if !is_current && state == State::Diverged {
            left.push(told(&say::LEFT));
        }
        return Ok(is_current.then_some(source));
    }
    if accept.all && !matches!(state, State::Unverified | State::UpToDate) {
        return Ok(None);
    }
    Ok(Some(source))
}

impl Desk {
    /// What the languages of an entry say differently where a translation is held to be right: what [`accept`]
    /// would refuse it for, each with the tag of the translation.
    pub fn compared(&self, id: &str) -> Vec<(Arc<str>, Diagnostic)> {
        let Some(number) = self.graph().find(id) else {
            return Vec::new();
        };
        let entry = &self.graph().entries[number];
        let subject = self.subject(entry);
        let sides = subject.sides.pairs();
        let right: Vec<LanguageId> = sides
            .filter(|(_, side)| side.state == Some(State::UpToDate))
            .map(|(language, _)| language)
            .collect();
        if right.is_empty() {
            return Vec::new();
        }
        let parts = self.parts();
        let own = parts.get(&*entry.id).map_or(&[][..], Vec::as_slice);
        let readers = Readers::new(self.config());
        let glossary = Glossary::of(self.ground(self.moment()));
        let accept = Accept {
            names: vec![id.to_owned()],
            ..Accept::default()
        };
        let found = right.into_iter().filter_map(|language| {
            let source = self.source_of(entry, language)?;
            let tools = (&readers, glossary.as_ref());
            let found = reviewed(self, tools, (&subject, own), [source, language], &accept);
            let tag = self.tag(language);
            Some(found.open.into_iter().map(|found| (tag.clone(), found)))
        });
        found.flatten().collect()
    }
}

/// What is to be said of a translation before it is noted as right, with its places.
fn reviewed(
    desk: &Desk,
    tools: (&Readers, Option<&Glossary>),
    (subject, parts): (&Subject, &[&Part]),
    [source, own]: [LanguageId; 2],
    accept: &Accept,
) -> Review {
    // Of many at once, only what is certain.
    let alike = match accept.names.is_empty() {
        true => Alike::Sentences,
        false => Alike::Phrases,
    };
    match desk.graph().find(&subject.id) {
        Some(number) => {
            // What somebody works on is read too.
            let moment = Moment {
                drafts: true,
                ..desk.moment().clone()
            };
            let ground = desk.ground(&moment);
            review(ground, tools, (number, parts), [source, own], alike)
        }
        None => Review::default(),
    }
}

/// What is said where a translation is not finished.
fn unfinished_of(
    desk: &Desk,
    subject: &Subject,
    language: LanguageId,
    mut found: Vec<Diagnostic>,
    accept: &Accept,
) -> Vec<Diagnostic> {
    let message = match accept.names.is_empty() {
        true => &say::UNFINISHED_LEFT,
        false => &say::UNFINISHED,
    };
    let told = Diagnostic::new(message)
        .with("id", &subject.id)
        .with("count", found.len())
        .with("language", desk.name(language))
        .with("tag", desk.tag(language));
    // Of many, the places are those that a check shows.
    if accept.names.is_empty() {
        found.clear();
    }
    found.push(told);
    found
}

/// Where the record of a language is written, or is to be: where it stands already, else in the file
/// of the language, else in that of all languages.
pub(super) fn spot(desk: &Desk, entry: &Entry, language: LanguageId) -> Spot {
    let tag = desk.tag(language).clone();
    let files = &entry.files;
    let own = entry.versions[language]
        .as_ref()
        .map_or(&files[0], |version| &version.place.path);
    let is_own = desk
        .graph()
        .of_file(own)
        .is_some_and(|(_, of)| of == Some(language));
    let shared = &files[0];
    let has_record = |path: &Arc<str>| {
        let parts = desk.cache.parts().map_or(&[][..], |parts| parts.of(path));
        parts.iter().any(|part| {
            part.id == entry.id
                && part.language.is_none()
                && part.fields.iter().any(|assignment| {
                    &*assignment.field == "translation"
                        && matches!(
                            &assignment.value.value,
                            rihla_site::schema::FieldValue::Localized(branches)
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
