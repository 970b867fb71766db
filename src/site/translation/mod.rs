//! Where two languages of a thing stand: which is the original, which is right, which is not.
//!
//! Everything follows from what is written: the record of a translation names the language that was
//! translated, the digest of its text at that time (`revision`) and the digest of the translation
//! when it was accepted (`text`). Digests are of the [normalized text](text::normalize), so that a
//! corrected space makes nothing stale. No history is needed: a copy of the files gives the same
//! answer everywhere.

pub mod text;

pub use text::{NO_TEXT, Passages, digest, normalize, passages};

use std::sync::Arc;

use crate::ids::{ByLanguage, LanguageId};
use crate::schema::FieldValue;

/// What is written of a translation: `translation: {of, revision, text, state}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The number of the language that was translated; `None` where the site has no such language.
    pub of: Option<LanguageId>,
    /// The digest of the text that was translated.
    pub revision: Option<Arc<str>>,
    /// The digest of the translation when it was accepted.
    pub text: Option<Arc<str>>,
    /// How far it is.
    pub progress: Progress,
    /// Whether what it lacked when it was accepted is meant.
    pub as_is: bool,
}

/// How far a translation is, by its field `state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// A machine made it, and nobody has read it.
    Machine,
    /// Somebody works on it.
    Draft,
    /// Somebody says that it is right; also where nothing is said.
    Reviewed,
}

/// What a text is to the same text in other languages.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum State {
    /// The others are made from it.
    Original,
    /// It says what its source says.
    UpToDate,
    /// The source has changed since.
    Outdated,
    /// The source has a text or a field that it lacks.
    Incomplete,
    /// It is not there.
    Missing,
    /// Somebody works on it.
    Draft,
    /// A machine made it, and nobody has read it.
    Machine,
    /// The source has changed, and so has the translation since it was accepted.
    Diverged,
    /// Nothing is written of how it came about.
    Unverified,
    /// Its source is not there.
    Orphan,
}

impl State {
    /// Every state, in the order of what is to be done first.
    pub const ALL: [Self; 10] = [
        Self::Diverged,
        Self::Outdated,
        Self::Missing,
        Self::Incomplete,
        Self::Machine,
        Self::Draft,
        Self::Orphan,
        Self::Unverified,
        Self::UpToDate,
        Self::Original,
    ];

    /// The word for it on the command line, in JSON and for templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::UpToDate => "up-to-date",
            Self::Outdated => "outdated",
            Self::Incomplete => "incomplete",
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Machine => "machine",
            Self::Diverged => "diverged",
            Self::Unverified => "unverified",
            Self::Orphan => "orphan",
        }
    }

    /// The state that a word names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Its place in the order of what is to be done first, from 0.
    pub fn urgency(self) -> usize {
        Self::ALL
            .iter()
            .position(|state| *state == self)
            .unwrap_or(Self::ALL.len())
    }

    /// Whether somebody has something to do.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Original | Self::UpToDate)
    }

    /// Whether a text in this state keeps an entry offline whose languages go online together:
    /// it is not there, not right yet, or not right any more. Where nothing is known, nothing
    /// is blocked.
    pub fn holds_back(self) -> bool {
        matches!(
            self,
            Self::Missing
                | Self::Incomplete
                | Self::Draft
                | Self::Machine
                | Self::Outdated
                | Self::Diverged
        )
    }

    /// Whether the source says something that the translation does not.
    pub fn is_behind(self) -> bool {
        matches!(self, Self::Outdated | Self::Diverged)
    }
}

impl Record {
    /// Reads the value of the field `translation` in one language; `tags` are those of the site.
    pub fn read(value: &FieldValue, tags: &ByLanguage<Arc<str>>) -> Option<Self> {
        let FieldValue::Object(fields) = value else {
            return None;
        };
        let word = |name: &str| {
            let (_, value) = fields.iter().find(|(key, _)| &**key == name)?;
            match &value.value {
                FieldValue::Text(text) | FieldValue::Choice(text) => Some(text.clone()),
                _ => None,
            }
        };
        let of = word("of")?;
        Some(Self {
            of: tags.find(|tag| *tag == of),
            revision: word("revision"),
            text: word("text"),
            progress: match word("state").as_deref() {
                Some("machine") => Progress::Machine,
                Some("draft") => Progress::Draft,
                _ => Progress::Reviewed,
            },
            as_is: fields.iter().any(|(key, value)| {
                &**key == "as_is" && matches!(value.value, FieldValue::Boolean(true))
            }),
        })
    }

    /// Whether a translation, by its digest, was accepted as it is now, whatever it lacks.
    pub fn is_meant(&self, digest: &str) -> bool {
        self.as_is && self.text.as_deref() == Some(digest)
    }
}

/// One language of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether the thing exists in it.
    pub exists: bool,
    /// Whether it is meant to.
    pub is_meant: bool,
    /// The digest of its text.
    pub digest: Arc<str>,
    /// Whether it has each text and each field that its source has.
    pub is_whole: bool,
    /// What is written of it.
    pub record: Option<Record>,
}

/// The state of each language of a thing, in their order; `None` where it neither exists nor is
/// meant to.
pub fn states(languages: &ByLanguage<Standing>) -> ByLanguage<Option<State>> {
    let existing = languages.iter().filter(|standing| standing.exists).count();
    let is_source = |number: LanguageId| {
        let mut records = languages
            .iter()
            .filter(|standing| standing.exists)
            .filter_map(|standing| standing.record.as_ref());
        records.any(|record| record.of == Some(number))
    };
    let state = |number: LanguageId, standing: &Standing| {
        if !standing.exists {
            return standing.is_meant.then_some(State::Missing);
        }
        let Some(record) = &standing.record else {
            let is_original = existing == 1 || is_source(number);
            return Some(match is_original {
                true => State::Original,
                false => State::Unverified,
            });
        };
        Some(match source(languages, number) {
            None => State::Orphan,
            Some(source) => of_record(record, source, standing),
        })
    };
    let numbered = languages.pairs();
    numbered.map(|(number, one)| state(number, one)).collect()
}

/// The language from which a translation is made; `None` where it is not there, or where
/// translations go round in a circle.
fn source(languages: &ByLanguage<Standing>, number: LanguageId) -> Option<&Standing> {
    let of = |number: LanguageId| languages[number].record.as_ref().map(|record| record.of);
    let mut at = number;
    for _ in languages.ids() {
        match of(at) {
            Some(next) => at = next?,
            None => break,
        }
    }
    // A circle never comes to a text without a record.
    if of(at).is_some() {
        return None;
    }
    let source = &languages[of(number)??];
    source.exists.then_some(source)
}

fn of_record(record: &Record, source: &Standing, own: &Standing) -> State {
    match record.progress {
        Progress::Machine => return State::Machine,
        Progress::Draft => return State::Draft,
        Progress::Reviewed => {}
    }
    let is_same = |digest: &Option<Arc<str>>, other: &str| {
        let known = digest.as_deref();
        known.is_none_or(|known| known.eq_ignore_ascii_case(other))
    };
    if is_same(&record.revision, &source.digest) {
        match own.is_whole || record.is_meant(&own.digest) {
            true => State::UpToDate,
            false => State::Incomplete,
        }
    } else if is_same(&record.text, &own.digest) {
        State::Outdated
    } else if own.is_whole {
        State::Diverged
    } else {
        State::Incomplete
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Id as _;

    fn there(digest: &str, record: Option<Record>) -> Standing {
        Standing {
            exists: true,
            is_meant: true,
            digest: digest.into(),
            is_whole: true,
            record,
        }
    }

    fn of(source: usize, revision: &str, text: &str) -> Option<Record> {
        let word = |word: &str| (!word.is_empty()).then(|| word.into());
        Some(Record {
            of: Some(LanguageId::at(source)),
            revision: word(revision),
            text: word(text),
            progress: Progress::Reviewed,
            as_is: false,
        })
    }

    fn names(languages: &[Standing]) -> Vec<&'static str> {
        let languages = languages.iter().cloned().collect();
        let states = states(&languages).into_iter();
        states.map(|state| state.map_or("-", State::name)).collect()
    }

    #[test]
    fn a_translation_follows_its_source() {
        for (revision, text, expected) in [
            ("a", "b", "up-to-date"),
            // Edited after it was accepted, and still right.
            ("a", "x", "up-to-date"),
            ("x", "b", "outdated"),
            ("x", "", "outdated"),
            ("x", "y", "diverged"),
            // Said in a browser to be right, and not yet stamped.
            ("", "", "up-to-date"),
        ] {
            let languages = [there("a", None), there("b", of(0, revision, text))];
            assert_eq!(
                names(&languages),
                ["original", expected],
                "{revision} {text}"
            );
            // Either may be the original.
            let languages = [there("b", of(1, revision, text)), there("a", None)];
            assert_eq!(names(&languages), [expected, "original"]);
        }
    }

    #[test]
    fn what_lacks_a_part_is_not_up_to_date() {
        for (revision, expected) in [("a", "incomplete"), ("x", "outdated")] {
            let part = Standing {
                is_whole: false,
                ..there("b", of(0, revision, "b"))
            };
            assert_eq!(names(&[there("a", None), part]), ["original", expected]);
        }
    }

    #[test]
    fn what_was_taken_out_since_is_told_before_what_has_changed() {
        for (as_is, text, expected) in [
            // Something is lacking that was there when it was accepted.
            (false, "y", "incomplete"),
            // It is meant to lack it, as long as it is what was accepted.
            (true, "b", "up-to-date"),
            (true, "y", "incomplete"),
        ] {
            for revision in ["a", "x"] {
                let mut record = of(0, revision, text).unwrap();
                record.as_is = as_is;
                let part = Standing {
                    is_whole: false,
                    ..there("b", Some(record))
                };
                let expected = match (revision, text) {
                    ("x", "b") => "outdated",
                    _ => expected,
                };
                assert_eq!(names(&[there("a", None), part]), ["original", expected]);
            }
        }
    }

    #[test]
    fn what_is_in_work_is_not_compared() {
        for (progress, expected) in [(Progress::Machine, "machine"), (Progress::Draft, "draft")] {
            let mut record = of(0, "x", "y").unwrap();
            record.progress = progress;
            let languages = [there("a", None), there("b", Some(record))];
            assert_eq!(names(&languages), ["original", expected]);
        }
    }

    #[test]
    fn without_a_record_nothing_is_known() {
        let missing = |is_meant| Standing {
            exists: false,
            is_meant,
            ..there("", None)
        };
        let both = [there("a", None), there("b", None)];
        assert_eq!(names(&both), ["unverified", "unverified"]);
        assert_eq!(
            names(&[missing(true), there("b", None)]),
            ["missing", "original"]
        );
        assert_eq!(
            names(&[missing(false), there("b", None)]),
            ["-", "original"]
        );
        // Of three, one is a translation.
        let three = [
            there("a", None),
            there("b", of(0, "a", "b")),
            there("c", None),
        ];
        assert_eq!(names(&three), ["original", "up-to-date", "unverified"]);
    }

    #[test]
    fn a_translation_of_a_translation_follows_that() {
        let three = [
            there("a", of(2, "c", "a")),
            there("b", of(0, "x", "b")),
            there("c", None),
        ];
        assert_eq!(names(&three), ["up-to-date", "outdated", "original"]);
    }

    #[test]
    fn a_source_that_is_not_there_leaves_an_orphan() {
        let gone = Standing {
            exists: false,
            is_meant: false,
            ..there("", None)
        };
        assert_eq!(names(&[gone, there("b", of(0, "a", "b"))]), ["-", "orphan"]);
        // Of itself, of each other, of no language of the site.
        assert_eq!(names(&[there("a", of(0, "a", "a"))]), ["orphan"]);
        let circle = [there("a", of(1, "b", "a")), there("b", of(0, "a", "b"))];
        assert_eq!(names(&circle), ["orphan", "orphan"]);
        let mut record = of(0, "", "").unwrap();
        record.of = None;
        assert_eq!(
            names(&[there("a", None), there("b", Some(record))]),
            ["unverified", "orphan"]
        );
    }
}
