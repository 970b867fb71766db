//! The names of a site, in which nothing is corrected.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::reader::{is_apostrophe, is_letter, is_space, words};

/// The names of partners, of terms, of whatever has one.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: Vec<Box<str>>,
    /// For each word: the names in which it stands, and where.
    by_word: BTreeMap<Box<str>, Vec<(usize, usize)>>,
}

impl Names {
    /// These names.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let names: BTreeSet<&str> = names.into_iter().map(str::trim).collect();
        let mut all = Self::default();
        for name in names {
            for range in words(name) {
                let word = name[range.clone()].into();
                let places = all.by_word.entry(word).or_default();
                places.push((all.names.len(), range.start));
            }
            all.names.push(name.into());
        }
        all
    }

    /// Whether some of a range of a text belongs to a name.
    pub fn hold(&self, text: &str, range: &Range<usize>) -> bool {
        if self.names.is_empty() {
            return false;
        }
        words(&text[range.clone()]).any(|word| {
            let at = range.start + word.start;
            let places = self.by_word.get(&text[at..range.start + word.end]);
            places.into_iter().flatten().any(|(name, offset)| {
                let name = &self.names[*name];
                // Bytes before the word, where it has a variant of a character.
                start_of(text, at, &name[..*offset])
                    .is_some_and(|start| begins(&text[start..], name))
            })
        })
    }
}

/// Where some text begins that ends at a byte.
fn start_of(text: &str, end: usize, wanted: &str) -> Option<usize> {
    let mut at = end;
    let mut letters = text[..end].chars().rev();
    for wanted in wanted.chars().rev() {
        let c = letters.next()?;
        if !is_same(c, wanted) {
            return None;
        }
        at -= c.len_utf8();
    }
    (!text[..at].ends_with(is_letter)).then_some(at)
}

/// Whether a text begins with a name, of which it is not only the beginning.
fn begins(text: &str, name: &str) -> bool {
    let mut letters = text.chars();
    name.chars()
        .all(|wanted| letters.next().is_some_and(|c| is_same(c, wanted)))
        && !letters.next().is_some_and(is_letter)
}

/// Whether two characters are the same, or variants of a character.
fn is_same(a: char, b: char) -> bool {
    a == b || is_apostrophe(a) && is_apostrophe(b) || is_space(a) && is_space(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_where_they_stand() {
        let names = Names::new(["Secrétariat d'Etat", "Fulbright Program", "Oeuvre"]);
        for (text, word, expected) in [
            ("le Secrétariat d’Etat", "Etat", true),
            ("le Secrétariat\u{a0}d'Etat", "Etat", true),
            ("un secrétaire d'Etat", "Etat", false),
            ("Secrétariat d'Etats", "Etats", false),
            ("the Fulbright Program", "Program", true),
            ("Program", "Program", false),
            ("Oeuvre", "Oeuvre", true),
            ("d'Oeuvre", "Oeuvre", true),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(names.hold(text, &(at..at + word.len())), expected, "{text}");
        }
    }
}
