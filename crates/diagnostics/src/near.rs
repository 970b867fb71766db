//! What somebody meant by a name that does not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Up to this many names, each is compared.
const FEW: usize = 256;
/// The letters of a piece.
const PIECE: usize = 3;

/// The candidate that a person most likely meant by `name`, if one is near enough:
/// at most a third of the letters changed, added, left out or swapped; case and accents are free.
/// Parts of a path, a date before a name, and words that both have are not what makes them near
/// (`is_like`).
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

/// As [`nearest`], for a name of something that is published, such as an entry or a choice: of a word
/// of four letters or fewer, or in capitals, the letters tell too little. `OIM` is not `oam`. Only its
/// case and its accents are free.
pub fn nearest_named<'c>(
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let near = nearest(name, candidates)?;
    (!is_acronym_like(name) || folded(name) == folded(near)).then_some(near)
}

/// Whether the last part of a path is a word of four letters or fewer, or in capitals.
fn is_acronym_like(name: &str) -> bool {
    let name = name.trim_end_matches('/');
    let last = name.rsplit('/').next().unwrap_or(name);
    let letters = || last.chars().filter(|c| c.is_alphanumeric());
    letters().count() <= 4 || !letters().any(char::is_lowercase)
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
        self.nearest_but(name, None)
    }

    /// As [`nearest_named`], but for a name that cannot be meant.
    pub fn nearest_named(&self, name: &str, but: Option<&str>) -> Option<&str> {
        let near = self.nearest_but(name, but)?;
        (!is_acronym_like(name) || folded(name) == folded(near)).then_some(near)
    }

    /// As [`Names::nearest`], but for a name that cannot be meant.
    pub fn nearest_but(&self, name: &str, but: Option<&str>) -> Option<&str> {
        let wanted = Wanted::new(name);
        let compared = match self.by_piece.is_empty() {
            true => (0..self.names.len()).collect(),
            false => self.likely(&wanted.folded),
        };
        compared
            .into_iter()
            .filter(|number| but.is_none_or(|but| *self.names[*number] != *but))
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
        (distance <= self.limit && is_like(&self.folded, candidate)).then_some(distance)
    }
}

/// Whether what differs between two names is near enough by itself: `rapport-annuel.pdf` is not
/// `rapport-mensuel.pdf`, nor `2026-11-11-atelier` what happened the day before.
///
/// Each part of a path is compared with its counterpart, a date before a name with a date, and of
/// the words those that only one of the two has.
fn is_like(name: &str, candidate: &str) -> bool {
    let (parts, others) = (name.split('/'), candidate.split('/'));
    match parts.clone().count() == others.clone().count() {
        true => parts
            .zip(others)
            .all(|(part, other)| is_like_part(part, other)),
        false => is_like_part(name, candidate),
    }
}

fn is_like_part(part: &str, other: &str) -> bool {
    let ((date, name), (other_date, other_name)) = (dated(part), dated(other));
    is_mistyped(date, other_date) && is_like_words(name, other_name)
}

fn is_like_words(name: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (mut own, mut others) = (words(name), words(other));
    own.retain(|word| match others.iter().position(|other| other == word) {
        Some(at) => {
            others.remove(at);
            false
        }
        None => true,
    });
    // A word that was left out, or is too much, is told by its length alone.
    own.is_empty() || others.is_empty() || is_mistyped(&own.concat(), &others.concat())
}

/// Whether at most a third of the letters differ, or one.
fn is_mistyped(text: &str, other: &str) -> bool {
    let limit = (text.chars().count() / 3).max(1);
    strsim::osa_distance(text, other) <= limit
}

/// The date before a name, as of a piece of news, and the name; an empty date where there is none.
fn dated(name: &str) -> (&str, &str) {
    const FORM: &str = "0000-00-00-";
    let is_date = name.len() > FORM.len()
        && name
            .bytes()
            .zip(FORM.bytes())
            .all(|(byte, of_form)| byte == of_form || (of_form == b'0' && byte.is_ascii_digit()));
    match is_date {
        true => name.split_at(FORM.len()),
        false => ("", name),
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
pub fn folded(text: &str) -> String {
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

    /// What two names share does not make them near.
    #[test]
    fn what_differs() {
        for (written, candidate, is_near) in [
            ("rapport-annuel.pdf", "rapport-mensuel.pdf", false),
            ("rapport-anuel.pdf", "rapport-annuel.pdf", true),
            ("2026-11-11-autre", "2026-11-10-base", false),
            ("2026-11-11-atelier", "2026-11-10-atelier", true),
            ("2026-11-11-ateleir.fr.md", "2026-11-11-atelier.fr.md", true),
            (
                "2026-11-20-ouverture-du-centre",
                "2026-11-20-ouverture-centre",
                true,
            ),
            ("programmes/indimaj", "programmes/_index", false),
            ("programmes/sante", "programmes/santee", true),
            ("programmes/sante", "programmes/suite", false),
            ("prorgammes/sante", "programmes/sante", true),
            ("base_url", "base_urls", true),
        ] {
            assert_eq!(
                nearest(written, [candidate]).is_some(),
                is_near,
                "{written}"
            );
        }
    }

    /// Of an acronym, or of a word of few letters, nothing is guessed.
    #[test]
    fn of_few_letters() {
        for (written, candidate, is_near) in [
            ("OIM", "oam", false),
            ("oim", "oam", false),
            ("HCR", "hcr", true),
            ("partners/OIM", "partners/oam", false),
            ("UNICEF", "unicet", false),
            ("UNICEF", "unicef", true),
            ("Santé", "sante", true),
            ("santee", "sante", true),
            ("partners/santee", "partners/sante", true),
        ] {
            assert_eq!(
                nearest_named(written, [candidate]).is_some(),
                is_near,
                "{written}"
            );
        }
    }

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
            "news/2007-ateliers-3985-été",
            "news/2007-atelier-3985",
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
