//! `rihla diff`: what has changed in the source since the translation was made, paragraph by
//! paragraph and in words.

use std::sync::Arc;

use super::find::{self, Text};
use super::{Desk, Refused, store, subject};
use rihla_build::Options;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Value};
use rihla_site::content;
use rihla_site::graph::Entry;
use rihla_site::ids::LanguageId;
use rihla_site::source::history;
use rihla_site::translation::{self, State, normalize};
use rihla_text::markdown::directive::fences;

/// How many words are compared with how many at most; more are shown as a whole.
const MOST_WORDS: usize = 4_000_000;

/// What has changed for a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The entry.
    pub id: Arc<str>,
    /// The tag of the translation's language.
    pub tag: Arc<str>,
    /// The tag of its source's.
    pub of: Arc<str>,
    /// What a sentence calls the two versions, the source's first.
    pub versions: [Value; 2],
    /// The changes, in the order of the source.
    pub changes: Vec<Change>,
}

/// A paragraph, or a field, that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field; empty for the body.
    pub field: String,
    /// The name of the directive of which the pieces are the parameters; `None` for words.
    pub directive: Option<String>,
    /// What was, what is new, and what stayed, in order.
    pub pieces: Vec<Piece>,
}

/// Words of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// They stayed.
    Same(String),
    /// They are no longer there.
    Gone(String),
    /// They are new.
    New(String),
}

impl Piece {
    /// The words.
    pub fn words(&self) -> &str {
        let (Self::Same(words) | Self::Gone(words) | Self::New(words)) = self;
        words
    }
}

/// What has changed in the source of an entry's translations; with `to`, of the one into that
/// language. Up to date ones have no changes.
///
/// # Errors
///
/// Where something is named that does not exist, or nothing is kept of the text of that time.
pub fn diff(options: &Options, name: &str, to: Option<&str>) -> Result<Vec<Diff>, Refused> {
    let desk = Desk::open(options)?;
    let to = to.map(|tag| desk.language(tag)).transpose()?;
    let around = desk.around();
    let named = around
        .into_iter()
        .find(|subject| subject::is_named(subject, name));
    let (subject, entry) = match named {
        Some(subject) => (subject, None),
        None => {
            let entry = desk.graph().entries[desk.entry(name)?].clone();
            (desk.subject(&entry), Some(entry))
        }
    };
    let all = desk.parts();
    let parts = all.get(&*subject.id).map_or(&[][..], Vec::as_slice);
    let mut diffs = Vec::new();
    let mut problems = Vec::new();
    for (language, side) in subject.sides.pairs() {
        let is_wanted = to.is_none_or(|to| to == language);
        let Some(record) = side.record.as_ref().filter(|_| is_wanted) else {
            let is_unknown = side.state == Some(State::Unverified) && is_wanted;
            let source = subject.original().or_else(|| subject.first());
            if let Some(source) = source.filter(|source| is_unknown && *source != language) {
                problems.push(no_past(&desk, &subject.id, language, source));
            }
            continue;
        };
        let Some((source, digest)) = record
            .of
            .and_then(|source| Some((source, subject.sides[source].digest.as_ref()?)))
        else {
            continue;
        };
        let now = match &subject.sides[source].text {
            Some(text) => text.clone(),
            None => desk.text(parts, source),
        };
        let revision = record.revision.clone().unwrap_or_else(|| digest.clone());
        let then = match revision.eq_ignore_ascii_case(digest) {
            true => Some(now.clone()),
            false => store::recall(&options.site, &subject.id, desk.tag(language), &revision)
                .or_else(|| {
                    let entry = entry.as_ref()?;
                    from_history(&desk, options, entry, source, &revision)
                }),
        };
        let Some(then) = then else {
            let torn = store::torn(&options.site, &subject.id, desk.tag(language));
            let no_past = || no_past(&desk, &subject.id, language, source);
            problems.push(torn.unwrap_or_else(no_past));
            continue;
        };
        diffs.push(Diff {
            id: subject.id.clone(),
            tag: desk.tag(language).clone(),
            of: desk.tag(source).clone(),
            versions: [source, language].map(|language| desk.version(language)),
            changes: changes(&then, &now),
        });
    }
    match problems.is_empty() {
        true => Ok(diffs),
        false => Err(Refused {
            diagnostics: problems,
            failed: None,
            snapshot: None,
        }),
    }
}

fn no_past(desk: &Desk, id: &Arc<str>, language: LanguageId, source: LanguageId) -> Diagnostic {
    Diagnostic::new(&say::NO_PAST)
        .with("id", id)
        .with("source", desk.name(source))
        .with("language", desk.name(language))
}

/// The text of a revision as version control has it, where the site is kept in Git.
fn from_history(
    desk: &Desk,
    options: &Options,
    entry: &Entry,
    source: LanguageId,
    revision: &str,
) -> Option<Text> {
    let mut files: Vec<Arc<str>> = entry.files.clone();
    files.sort();
    files.dedup();
    history::commits(&options.site, &files).find_map(|commit| {
        let texts = files.iter().filter_map(|path| {
            let text = history::text(&options.site, &commit, path)?;
            Some((path.clone(), Arc::from(text)))
        });
        let snapshot = desk.snapshot.with_texts(&texts.collect());
        let config = desk.config();
        let read = content::read(&snapshot, config, desk.cache.before());
        let parts: Vec<_> = read.iter().filter(|part| part.id == entry.id).collect();
        let tag = desk.tag(source);
        let text = find::text(&parts, source, tag, &|path| {
            snapshot.text(path).map(|text| text.to_string())
        });
        let own = parts.iter().find(|part| part.language == Some(source));
        let body = own.and_then(|part| part.body.as_ref());
        let body = body.filter(|body| !body.is_empty).map(|body| &body.words);
        let digest = translation::digest(&text.fields, body);
        digest.eq_ignore_ascii_case(revision).then_some(text)
    })
}

/// What differs between two texts.
pub(super) fn changes(then: &Text, now: &Text) -> Vec<Change> {
    let mut changes = Vec::new();
    let find = |fields: &[(String, String)], way: &str| {
        let found = fields.iter().find(|(other, _)| other == way);
        found.map(|(_, words)| words.clone()).unwrap_or_default()
    };
    let mut ways: Vec<&String> = now.fields.iter().map(|(way, _)| way).collect();
    ways.extend(
        then.fields
            .iter()
            .map(|(way, _)| way)
            .filter(|way| now.fields.iter().all(|(other, _)| other != *way)),
    );
    for way in ways {
        let (old, new) = (find(&then.fields, way), find(&now.fields, way));
        changes.extend(paragraphs(way, &old, &new));
    }
    changes.extend(paragraphs("", &then.body, &now.body));
    changes
}

/// A part of a text that is compared as one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Passage<'t> {
    /// The name of a directive that is opened here; the words are its parameters.
    directive: Option<String>,
    words: &'t str,
}

impl Passage<'_> {
    /// What is the same for two passages that say the same.
    fn key(&self) -> Vec<u8> {
        let mut key = self.directive.clone().unwrap_or_default().into_bytes();
        key.push(0);
        key.extend(normalize(self.words));
        key
    }

    /// Whether one may have become the other.
    fn resembles(&self, other: &Self, is_paired: bool) -> bool {
        self.directive == other.directive
            && (is_paired || self.directive.is_some() || resemble(self.words, other.words))
    }
}

/// The paragraphs that differ.
fn paragraphs(field: &str, old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (passages(old), passages(new));
    let keys =
        |passages: &[Passage]| -> Vec<Vec<u8>> { passages.iter().map(Passage::key).collect() };
    let steps = steps(&keys(&old), &keys(&new));
    let mut changes = Vec::new();
    let change = |passage: &Passage, pieces| Change {
        field: field.to_owned(),
        directive: passage.directive.clone(),
        pieces,
    };
    // What stands between two paragraphs that stayed: those that resemble each other are one.
    let (mut gone, mut added): (Vec<Passage>, Vec<Passage>) = (Vec::new(), Vec::new());
    let flush = |gone: &mut Vec<Passage>, added: &mut Vec<Passage>, changes: &mut Vec<Change>| {
        let is_paired = gone.len() == added.len();
        let mut gone = std::mem::take(gone).into_iter().peekable();
        for new in std::mem::take(added) {
            match gone.peek() {
                Some(old) if old.resembles(&new, is_paired) => {
                    changes.push(change(&new, words(old.words, new.words)));
                    gone.next();
                }
                _ => changes.push(change(&new, vec![Piece::New(new.words.to_owned())])),
            }
        }
        changes.extend(gone.map(|old| change(&old, vec![Piece::Gone(old.words.to_owned())])));
    };
    for step in steps {
        match step {
            Step::Same(..) => flush(&mut gone, &mut added, &mut changes),
            Step::Gone(at) => gone.push(old[at].clone()),
            Step::New(at) => added.push(new[at].clone()),
        }
    }
    flush(&mut gone, &mut added, &mut changes);
    changes
}

/// The paragraphs of a text, as it is written, and the directives that it opens; comments are none,
/// nor are the lines that close a directive.
fn passages(text: &str) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for fence in fences(text) {
        found.extend(blocks(&text[at..fence.span.start.max(at)]));
        at = fence.span.end.max(at);
        if let Some((name, inside)) = fence.opens {
            found.push(Passage {
                directive: Some(name),
                words: inside.map_or("", |inside| text[inside.start..inside.end].trim()),
            });
        }
    }
    found.extend(blocks(&text[at..]));
    found
}

/// The paragraphs of a piece of text without directives.
fn blocks(text: &str) -> impl Iterator<Item = Passage<'_>> {
    let normal = text.split("\n\n").flat_map(|piece| piece.split("\r\n\r\n"));
    normal
        .map(str::trim)
        .filter(|block| !block.is_empty() && !normalize(block).is_empty())
        .map(|words| Passage {
            directive: None,
            words,
        })
}

/// Whether two paragraphs have at least a third of their words in common.
fn resemble(old: &str, new: &str) -> bool {
    let (old, new): (Vec<&str>, Vec<&str>) = (
        old.split_whitespace().collect(),
        new.split_whitespace().collect(),
    );
    let common = old.iter().filter(|word| new.contains(word)).count();
    common * 3 >= old.len().max(new.len()).max(1)
}

/// What differs between two paragraphs, in words.
fn words(old: &str, new: &str) -> Vec<Piece> {
    let split =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (old_words, new_words) = (split(old), split(new));
    if old_words.len().saturating_mul(new_words.len()) > MOST_WORDS {
        return vec![Piece::Gone(old.to_owned()), Piece::New(new.to_owned())];
    }
    let key =
        |words: &[String]| -> Vec<Vec<u8>> { words.iter().map(|word| normalize(word)).collect() };
    let mut pieces: Vec<Piece> = Vec::new();
    for step in steps(&key(&old_words), &key(&new_words)) {
        let (word, kind) = match step {
            Step::Same(at) => (&new_words[at], 0),
            Step::Gone(at) => (&old_words[at], 1),
            Step::New(at) => (&new_words[at], 2),
        };
        match (pieces.last_mut(), kind) {
            (Some(Piece::Same(text)), 0)
            | (Some(Piece::Gone(text)), 1)
            | (Some(Piece::New(text)), 2) => {
                text.push(' ');
                text.push_str(word);
            }
            (_, 0) => pieces.push(Piece::Same(word.clone())),
            (_, 1) => pieces.push(Piece::Gone(word.clone())),
            _ => pieces.push(Piece::New(word.clone())),
        }
    }
    pieces
}

/// A step from one sequence to another.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The place in the new one.
    Same(usize),
    Gone(usize),
    New(usize),
}

/// The steps from one to the other (Myers).
fn steps(old: &[Vec<u8>], new: &[Vec<u8>]) -> Vec<Step> {
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, old, new);
    let steps = ops.into_iter().flat_map(|op| {
        let (tag, old, new) = op.as_tag_tuple();
        let is_same = tag == similar::DiffTag::Equal;
        let gone = old.map(Step::Gone).filter(move |_| !is_same);
        gone.chain(new.map(move |at| match is_same {
            true => Step::Same(at),
            false => Step::New(at),
        }))
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(old: &str, new: &str) -> Vec<String> {
        let text = |body: &str| Text {
            fields: Vec::new(),
            body: body.to_owned(),
        };
        let shown = |piece: &Piece| match piece {
            Piece::Same(words) => words.clone(),
            Piece::Gone(words) => format!("[-{words}-]"),
            Piece::New(words) => format!("{{+{words}+}}"),
        };
        let changes = changes(&text(old), &text(new));
        let changes = changes.iter();
        changes
            .map(|change| {
                let pieces: Vec<String> = change.pieces.iter().map(shown).collect();
                let directive = change.directive.as_ref();
                let directive = directive.map_or(String::new(), |name| format!("{name}: "));
                format!("{directive}{}", pieces.join(" "))
            })
            .collect()
    }

    #[test]
    fn paragraphs_are_compared_in_words() {
        assert_eq!(said("a\n\nb", "a\n\nb"), [""; 0]);
        // A directive around a paragraph, and one with other parameters.
        assert_eq!(said("Un", ":::note\nUn\n:::"), ["note: {++}"]);
        assert_eq!(
            said(
                ":::figure{file=a.jpg alt=\"Un\"}\n:::\n\n```\n:::\n```",
                ":::figure{file=a.jpg alt=\"Deux\"}\n:::\n\n```\n:::\n```"
            ),
            ["figure: file=a.jpg [-alt=\"Un\"-] {+alt=\"Deux\"+}"]
        );
        // A corrected space is no change.
        assert_eq!(said("Le but : agir", "Le but\u{a0}: agir\n"), [""; 0]);
        assert_eq!(
            said(
                "Un\n\nL’OIM compte 174 États.\n\nFin",
                "Un\n\nL’OIM compte 175 États.\n\nFin"
            ),
            ["L’OIM compte [-174-] {+175+} États."]
        );
        assert_eq!(
            said("Un\n\nDeux mots\n\nTrois", "Un\n\nTrois\n\nQuatre"),
            ["[-Deux mots-]", "{+Quatre+}"]
        );
        assert_eq!(said("", "Neuf"), ["{+Neuf+}"]);
    }
}
