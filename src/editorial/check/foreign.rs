//! Passages that are in another language of the site than the text in which they stand: what was left
//! in the language of the source, files whose names were exchanged.
//!
//! What has the same words in both texts is told as such, or is meant: here are the others. A quotation, a
//! title and what a writer says to be in another language are in whichever they are.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::pairs::{allowed, is_as_meant, words};
use super::silence::What;
use super::text::{Ground, Text, Texts};
use super::unit::{Readers, Unit, UnitKind, UnitLine};
use rihla_diagnostics::catalogue::check as say;
use rihla_diagnostics::{Diagnostic, Value};
use rihla_site::ids::LanguageId;
use rihla_site::schema;
use rihla_site::translation::normalize;
use rihla_text::language::{Direction, Profile, reads_as};

/// A passage in another language than its text.
#[derive(Debug)]
pub(super) struct Foreign {
    /// The language in which it is.
    spoken: LanguageId,
    /// The numbers of its units.
    units: Vec<usize>,
    /// Whether nothing in the text is in the language of the text.
    is_whole: bool,
    /// Whether it may be a name.
    may_be_name: bool,
}

/// Finds the passages of texts that are in another language, and has them read as what they are.
pub(super) fn mark(site: Ground, readers: &Readers, texts: &mut Texts) {
    let mut found = Vec::new();
    for (field, versions) in &texts.fields {
        for (at, text) in versions.iter().enumerate() {
            let passages = passages(site, texts, field, text);
            if !passages.is_empty() {
                found.push((field.clone(), at, passages));
            }
        }
    }
    for (field, at, passages) in found {
        let Some(versions) = texts.fields.get_mut(&field) else {
            continue;
        };
        let text = &mut versions[at];
        // A name is read in both languages.
        for passage in passages.iter().filter(|passage| !passage.may_be_name) {
            let spoken = &site.config.site.languages[passage.spoken].tag;
            match passage.is_whole {
                true => {
                    for unit in &mut text.units {
                        unit.take_as(spoken, readers);
                    }
                }
                false => {
                    for number in &passage.units {
                        text.units[*number].take_as(spoken, readers);
                    }
                }
            }
        }
        text.foreign = passages;
    }
}

/// What a unit is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spoken {
    Own,
    /// Another language; whether it may be a name.
    Other(LanguageId, bool),
    Unknown,
}

/// The passages of a text in other languages; `versions` are the same text in all its languages.
fn passages(site: Ground, texts: &Texts, field: &str, text: &Text) -> Vec<Foreign> {
    let versions = texts.fields.get(field).into_iter().flatten();
    let others: Vec<&Text> = versions
        .filter(|other| other.language != text.language)
        .collect();
    let is_meant = |other: &&Text| is_as_meant(site, texts, [other.language, text.language]);
    if others.iter().any(is_meant) || allowed(&texts.same, field, What::Text) {
        return Vec::new();
    }
    let look = Look {
        site,
        own: text.language,
        others,
        said: OnceCell::new(),
        is_title: field == "title",
    };
    let spoken: Vec<Spoken> = text.units.iter().map(|unit| look.of_unit(unit)).collect();
    let is_own = spoken.contains(&Spoken::Own);
    let mut found: Vec<Foreign> = Vec::new();
    let mut is_next = false;
    for (number, spoken) in spoken.into_iter().enumerate() {
        let Spoken::Other(spoken, may_be_name) = spoken else {
            is_next &= spoken == Spoken::Unknown;
            continue;
        };
        match found.last_mut() {
            Some(last) if is_next && last.spoken == spoken => last.units.push(number),
            _ => found.push(Foreign {
                spoken,
                units: vec![number],
                is_whole: false,
                may_be_name,
            }),
        }
        is_next = true;
    }
    if let [passage] = &mut found[..] {
        let length = |unit: &Unit| words(unit).len();
        let all: usize = text.units.iter().map(length).sum();
        let foreign = passage.units.iter().map(|unit| length(&text.units[*unit]));
        // Much of a text may be too short to show anything.
        let is_much = foreign.sum::<usize>() * 4 > all;
        passage.is_whole = !is_own && is_much && text.shape.is_some();
    }
    found.retain(|passage| !is_silenced(text, passage));
    found
}

/// Whether a writer said of a passage that its words are meant.
fn is_silenced(text: &Text, passage: &Foreign) -> bool {
    let silences = text.silences.iter().filter(|one| one.what == What::Text);
    let mut is_silenced = false;
    for silence in silences {
        if silence.holds(&text.units, passage.units[0]) {
            silence.hit();
            is_silenced = true;
        }
    }
    is_silenced
}

/// What the units of a text are looked at with.
struct Look<'a> {
    site: Ground<'a>,
    own: LanguageId,
    /// The same text in the other languages.
    others: Vec<&'a Text>,
    /// The words of their units.
    said: OnceCell<BTreeSet<Vec<u8>>>,
    is_title: bool,
}

impl Look<'_> {
    fn of_unit(&self, unit: &Unit) -> Spoken {
        // A note names what was published in another language.
        let is_running = !matches!(
            unit.kind,
            UnitKind::Heading(_) | UnitKind::Row | UnitKind::Directive | UnitKind::Note
        );
        if !is_running {
            return Spoken::Unknown;
        }
        let lines = unit.lines.iter().filter(|line| line.language.is_none());
        let running: Vec<String> = lines.map(UnitLine::running).collect();
        let running = running.join(" ");
        let is_address =
            |word: &&str| word.contains("://") || word.contains('@') || word.starts_with("www.");
        let running: Vec<&str> = running
            .split_whitespace()
            .filter(|word| !is_address(word))
            .collect();
        let running = running.join(" ");
        let mut others = self.site.config.site.languages.ids();
        let other = others.find_map(|other| {
            let may_be_name = self.may_be_name(unit, &running, other)?;
            Some(Spoken::Other(other, may_be_name))
        });
        other.unwrap_or_else(|| match self.is_own(&running) {
            true => Spoken::Own,
            false => Spoken::Unknown,
        })
    }

    /// Whether the running words of a unit, which are in another language, may be a name there; `None`
    /// where nothing shows that they are in it.
    fn may_be_name(&self, unit: &Unit, running: &str, other: LanguageId) -> Option<bool> {
        let [own, other] = [self.own, other].map(|id| &self.site.config.site.languages[id]);
        let is_sentence = schema::is_sentence(running.trim_end_matches(['\u{fffc}', ' ']));
        let rules = [own, other].map(|language| Profile::of_tag(&language.tag));
        let by_words = match rules {
            [Some(own), Some(other)] if own.language == other.language => None,
            // Nothing is known of the words of the text: its letters must be others.
            [None, Some(_)] if own.direction == Direction::Ltr => None,
            [own, Some(other)] if is_sentence => {
                (other.runs(running, own) && !self.is_said(unit)).then_some(false)
            }
            [own, Some(other)] if self.is_title => {
                other.heads(running, own).then(|| self.is_said(unit))
            }
            [Some(_), None] if other.direction == Direction::Rtl => {
                (is_sentence && is_in_other_letters(running) && !self.is_said(unit))
                    .then_some(false)
            }
            _ => None,
        };
        let reads =
            || is_sentence && reads_as(running, &own.tag, &other.tag) && !self.is_said(unit);
        by_words.or_else(|| reads().then_some(false))
    }

    /// Whether the text has a unit in the same words in another language.
    fn is_said(&self, unit: &Unit) -> bool {
        let said = self.said.get_or_init(|| {
            let units = self.others.iter().flat_map(|other| &other.units);
            units.map(|unit| normalize(&words(unit))).collect()
        });
        said.contains(&normalize(&words(unit)))
    }

    /// Whether something shows that words are in the language of the text.
    fn is_own(&self, running: &str) -> bool {
        let own = &self.site.config.site.languages[self.own];
        match Profile::of_tag(&own.tag) {
            Some(profile) => profile.function_words_in(running) >= 2,
            None => own.direction == Direction::Ltr || is_in_other_letters(running),
        }
    }
}

/// Whether hardly any letters of some words are Latin ones.
fn is_in_other_letters(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let (latin, others): (Vec<char>, Vec<char>) = letters.partition(|c| *c <= '\u{24f}');
    latin.len() * 4 < others.len()
}

/// What is told of the passages of a text in its languages.
pub(super) fn tell(
    site: Ground,
    texts: &Texts,
    field: &Arc<str>,
    versions: &[Text],
) -> Vec<Diagnostic> {
    let languages = &site.config.site.languages;
    let mut found = Vec::new();
    let mut told = Vec::new();
    for text in versions {
        let place = |text: &Text, passage: &Foreign| {
            let span = text.units[passage.units[0]].span;
            text.place(site.snapshot, span)
        };
        for passage in &text.foreign {
            if told.contains(&text.language) && passage.is_whole {
                continue;
            }
            let spoken = &languages[passage.spoken];
            // Each of two texts stands in the place of the other one.
            let twin = versions.iter().find_map(|twin| {
                let other = whole(twin).filter(|other| other.spoken == text.language)?;
                let is_twin = passage.is_whole && passage.spoken == twin.language;
                is_twin.then_some((twin, other))
            });
            let first = &text.units[passage.units[0]];
            let is_inline = first.kind != UnitKind::Paragraph && passage.units.len() == 1;
            let message = match (passage.is_whole, field.is_empty()) {
                _ if twin.is_some() => &say::TEXTS_EXCHANGED,
                (_, false) => &say::FIELD_FOREIGN,
                (true, true) => &say::TEXT_FOREIGN,
                (false, true) => &say::PASSAGE_FOREIGN,
            };
            let mut finding = Diagnostic::new(message)
                .with("first", spoken.said())
                .with("second", languages[text.language].said())
                .with("tag", &spoken.tag)
                .with("count", Value::Count(passage.units.len()))
                .with_some("block", (!is_inline).then_some(&spoken.tag))
                .placed(place(text, passage))
                .eased(passage.may_be_name);
            if let Some((twin, other)) = twin {
                told.push(twin.language);
                finding = finding
                    .with("other", &spoken.tag)
                    .related(place(twin, other), say::OTHER);
            }
            found.push(match field.is_empty() || texts.entry.is_none() {
                true => finding.with("name", field),
                false => finding.with("name", field).with("field", field),
            });
        }
    }
    found
}

/// The passage that a text is, all of it.
fn whole(text: &Text) -> Option<&Foreign> {
    text.foreign.iter().find(|passage| passage.is_whole)
}
