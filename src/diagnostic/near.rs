//! What somebody meant by a name that does not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Up to this many names, each is compared.
const FEW: usize = 256;
/// The letters of a piece.
const PIECE: usize = 3;

/// The candidate that a person most likely meant by `name`, if one is near enough:
/// at most a third of the letters changed, added, left out or swapped; case and accents are free.
///
/// Of those that are equally near, the first. It looks at all of them: where many names are looked
/// for among the same, [`Names`] does not.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = Wanted::new(name);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((wanted.distance(&folded(candidate))?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Names among which others are looked for, in a time that does not grow with their number.
#[derive(Debug, Default)]
pub struct Names {
    names: Vec<Arc<str>>,
    /// The same, [`folded`].
    folded: Vec<String>,
    /// Three letters → the names that hold them, where there are many names.
    by_piece: BTreeMap<[char; PIECE], Vec<u32>>,
}

impl Names {
    /// Takes up names; their order decides between those that are equally near.
    pub fn new(names: impl IntoIterator<Item = Arc<str>>) -> Self {
        let names: Vec<Arc<str>> = names.into_iter().collect();
        let folded: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let mut by_piece: BTreeMap<[char; PIECE], Vec<u32>> = BTreeMap::new();
        if names.len() > FEW {
            for (number, name) in (0_u32..).zip(&folded) {
                for piece in pieces(name) {
                    by_piece.entry(piece).or_default().push(number);
                }
            }
        }
        Self {
            names,
            folded,
            by_piece,
        }
    }

    /// As [`nearest`]. Of many names, only those are compared that share the rarest of its pieces
    /// with the one that is looked for, a few at most.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let wanted = Wanted::new(name);
        let compared = match self.by_piece.is_empty() {
            true => (0..self.names.len()).collect(),
            false => self.likely(&wanted.folded),
        };
        compared
            .into_iter()
            .filter_map(|number| Some((wanted.distance(&self.folded[number])?, number)))
            .min()
            .map(|(_, number)| &*self.names[number])
    }

    /// The numbers of names that share pieces with a text, those with its rarest pieces first.
    fn likely(&self, text: &str) -> BTreeSet<usize> {
        let mut lists: Vec<&[u32]> = pieces(text)
            .iter()
            .filter_map(|piece| self.by_piece.get(piece).map(Vec::as_slice))
            .collect();
        lists.sort_by_key(|list| list.len());
        let mut likely = BTreeSet::new();
        for number in lists.into_iter().flatten() {
            likely.insert(*number as usize);
            if likely.len() == FEW {
                break;
            }
        }
        likely
    }
}

/// A name that is looked for.
struct Wanted {
    folded: String,
    letters: usize,
    /// How many letters may differ.
    limit: usize,
}

impl Wanted {
    fn new(name: &str) -> Self {
        let folded = folded(name);
        let letters = folded.chars().count();
        Self {
            folded,
            letters,
            limit: (letters / 3).max(1),
        }
    }

    /// How many letters differ (optimal string alignment), where they are few enough.
    fn distance(&self, candidate: &str) -> Option<usize> {
        if candidate.chars().count().abs_diff(self.letters) > self.limit {
            return None;
        }
        let distance = strsim::osa_distance(&self.folded, candidate);
        (distance <= self.limit).then_some(distance)
    }
}

/// Each three letters that follow each other in a text, its ends included.
fn pieces(text: &str) -> BTreeSet<[char; PIECE]> {
    let end = std::iter::repeat_n('\0', PIECE - 1);
    let letters: Vec<char> = end.clone().chain(text.chars()).chain(end).collect();
    letters
        .windows(PIECE)
        .map(|window| [window[0], window[1], window[2]])
        .collect()
}

/// Lower case, without the accents of the Latin alphabet.
pub(crate) fn folded(text: &str) -> String {
    icu_normalizer::DecomposingNormalizerBorrowed::new_nfd()
        .normalize(text)
        .chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Among many names the one is found that is found among few.
    #[test]
    fn many_names() {
        let many: Vec<String> = (0..4_000)
            .map(|number| format!("news/{}-atelier-{number:04}-été", 2000 + number % 26))
            .collect();
        let names = Names::new(many.iter().map(|name| Arc::from(name.as_str())));
        for written in [
            "news/2013-atelier-0013-ete",
            "news/2013-atelire-0013-été",
            "News/2013-Atelier-013-été",
            "new/2007-atelier-3985-éte",
            "news/2007-ateliers-3985",
        ] {
            let found = nearest(written, many.iter().map(String::as_str));
            assert!(found.is_some(), "{written}");
            assert_eq!(names.nearest(written), found, "{written}");
        }
        for written in ["", "x", "partners/caritas", "zzzzzzzzzzzzzzzzzzzzzzzzzz"] {
            assert_eq!(names.nearest(written), None, "{written}");
        }
    }
}
