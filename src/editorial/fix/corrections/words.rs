//! Words that are written in another way.

use std::ops::Range;

use super::reader::{
    Addresses, after, before, is_apostrophe, is_head, is_letter, is_space, word_after, word_before,
    words,
};
use super::{Correction, Setting};
use rihla_diagnostics::catalogue::fmt as say;
use rihla_text::language::{Profile, Reason, Spelling, Word};

/// Finds the words of a line that are written in another way.
pub(super) fn find(
    text: &str,
    profile: Option<&Profile>,
    spelling: &Spelling,
    setting: &Setting,
    found: &mut Vec<Correction>,
) {
    let is_title = |word: &str| {
        profile.is_some_and(|profile| profile.titles.iter().any(|title| title.word == word))
    };
    let line = PassageLine {
        text,
        spelling,
        is_title: &is_title,
        addresses: Addresses::default(),
        setting,
    };
    for range in words(text) {
        let word = &text[range.clone()];
        if let Some(known) = spelling.word(word) {
            if line.is_meant(&range, known) && !line.addresses.hold(text, range.start) {
                let message = match known.reason {
                    Reason::Capital => &say::CAPITAL,
                    Reason::Ligature => &say::LIGATURE,
                    Reason::Ending => &say::IZE,
                    Reason::Word => &say::WORD,
                };
                found.push(Correction::new(message, text, range, &known.right));
            }
        } else if word.len() < 3 {
            found.extend(line.head(&range).or_else(|| line.title(&range)));
        }
    }
}

/// Whether a line speaks of computers.
pub fn speaks_of_computers(text: &str, spelling: &Spelling) -> bool {
    words(text).any(|range| {
        let word = text[range].to_lowercase();
        spelling.computing.get(&word).is_some()
    })
}

struct PassageLine<'t> {
    text: &'t str,
    spelling: &'t Spelling,
    /// Whether a word with a full stop is a title.
    is_title: &'t dyn Fn(&str) -> bool,
    addresses: Addresses,
    setting: &'t Setting<'t>,
}

impl<'t> PassageLine<'t> {
    /// Whether a word is the one that is written in another way, and no name and no other word.
    fn is_meant(&self, range: &Range<usize>, word: &Word) -> bool {
        let only = word.only;
        // `x2Etat`, `Etat2`
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
        if is_part(before(self.text, range.start)) || is_part(after(self.text, range.end)) {
            return false;
        }
        if word.reason == Reason::Ending && self.is_beside_stranger(range) {
            return false;
        }
        if word.reason == Reason::Ligature && self.may_be_family(range) {
            return false;
        }
        (!only.in_company || self.is_in_company(range))
            && (!only.at_head || self.is_head(range) && !(only.may_be_name && self.is_name(range)))
            && (!only.without_computer || !self.is_of_computers(range))
    }

    /// Whether a word with one capital that begins no sentence may be the name of a person or a place, who
    /// alone know how it is spelt: `M. Boeuf`.
    fn may_be_family(&self, range: &Range<usize>) -> bool {
        let mut letters = self.text[range.clone()].chars();
        let is_capital = letters.next().is_some_and(char::is_uppercase);
        is_capital && letters.any(char::is_lowercase) && !self.is_head(range)
    }

    fn is_head(&self, range: &Range<usize>) -> bool {
        is_head(self.text, range.start, self.is_title)
    }

    /// Whether a word of the language stands beside a word.
    fn is_in_company(&self, range: &Range<usize>) -> bool {
        let company = &self.spelling.company;
        let before = word_before(self.text, range.start).map(str::to_lowercase);
        let is_one = before.is_some_and(|word| company.before.contains(&word.as_str()));
        is_one
            || word_after(self.text, range.end)
                .is_some_and(|range| company.after.contains(&&self.text[range]))
    }

    /// Whether a word of another language stands beside a word.
    fn is_beside_stranger(&self, range: &Range<usize>) -> bool {
        let before = word_before(self.text, range.start);
        let after = word_after(self.text, range.end).map(|range| &self.text[range]);
        [before, after].into_iter().flatten().any(|word| {
            let word = word.to_lowercase();
            !word.is_ascii() || self.spelling.strangers.contains(&word.as_str())
        })
    }

    /// Whether the capital of a word at the head of a sentence may be that of a name, because
    /// others follow: `Organisation for Economic …`.
    fn is_name(&self, range: &Range<usize>) -> bool {
        let mut at = range.end;
        while let Some(next) = word_after(self.text, at) {
            let word = &self.text[next.clone()];
            if word.starts_with(char::is_uppercase) {
                return true;
            }
            if !self.spelling.links.contains(&word) {
                return false;
            }
            at = next.end;
        }
        false
    }

    /// Whether a program is one that a computer runs, or a verb.
    fn is_of_computers(&self, range: &Range<usize>) -> bool {
        let verb = word_before(self.text, range.start);
        if verb.is_some_and(|word| self.spelling.auxiliaries.contains(&word)) {
            return true;
        }
        (self.setting.is_of_computers)()
    }

    /// `A l'occasion`.
    fn head(&self, range: &Range<usize>) -> Option<Correction> {
        let head = self.spelling.head?;
        if self.text[range.clone()] != *head.wrong || !self.is_head(range) {
            return None;
        }
        let next = word_after(self.text, range.end)?;
        let word = &self.text[next.clone()];
        // `l'` and `d'` are words only with their apostrophe.
        let is_elided = after(self.text, next.end).is_some_and(is_apostrophe);
        let is_word = word.len() > 1 || is_elided;
        (is_word && head.before.contains(&word))
            .then(|| Correction::new(&say::CAPITAL, self.text, range.clone(), head.right))
    }

    /// `Mr Dupont`.
    fn title(&self, range: &Range<usize>) -> Option<Correction> {
        let rest = &self.text[range.start..];
        let titles = self.spelling.titles.iter();
        let (wrong, right) = titles
            .copied()
            .find(|(wrong, _)| rest.starts_with(wrong) && wrong.len() >= range.len())?;
        let end = range.start + wrong.len();
        let name = rest[wrong.len()..].trim_start_matches(is_space);
        let is_before_name = name.len() < rest.len() - wrong.len()
            && name.starts_with(char::is_uppercase)
            && !after(self.text, end).is_some_and(is_letter);
        is_before_name.then(|| Correction::new(&say::TITLE, self.text, range.start..end, right))
    }
}
