//! What is a word, and when it is right.

use std::ops::Range;

use crate::Habits;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// As it is written.
    pub text: &'t str,
    /// Where, in bytes.
    pub range: Range<usize>,
    /// Whether it begins with a capital, and not because a sentence does.
    pub is_name: bool,
}

/// What stands behind figures and is no word.
const UNITS: &[&str] = &[
    "km", "cm", "mm", "kg", "mg", "ml", "cl", "ha", "kWh", "ko", "kB", "min", "mn", "sec", "pp",
    "px", "th", "st", "nd", "rd", "er", "re", "ème",
];

/// What may stand within a word.
fn is_inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‐' | '‑' | '·' | '•' | '‧' | '\u{ad}')
}

/// What makes what it stands in no word: an address, a path, a name of a file or a program.
fn is_technical(c: char) -> bool {
    matches!(
        c,
        '@' | '/'
            | '\\'
            | '_'
            | '='
            | '<'
            | '>'
            | '{'
            | '}'
            | '#'
            | '~'
            | '|'
            | '$'
            | '+'
            | '&'
            | '^'
            | '`'
    )
}

/// The words of a text, in order. Left out are addresses, names of files, figures with their units, acronyms, what has capitals within,
/// and single letters.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut is_start = true;
    let mut is_after_figure = false;
    let mut at = 0;
    // Between spaces first: what an address is shows as a whole.
    for chunk in text.split_inclusive(is_space) {
        let start = at;
        at += chunk.len();
        let chunk = chunk.trim_end_matches(is_space);
        if chunk.is_empty() {
            continue;
        }
        let is_figure = chunk.contains(|c: char| c.is_numeric());
        if is_address(chunk) {
            (is_start, is_after_figure) = (false, false);
            continue;
        }
        for range in pieces(chunk) {
            let word = &chunk[range.clone()];
            let before = chunk[..range.start].chars().next_back();
            is_start |= before.is_some_and(opens);
            let range = start + range.start..start + range.end;
            let is_unit = is_after_figure && UNITS.contains(&word);
            if is_word(word) && !is_unit {
                let is_capital = word.starts_with(char::is_uppercase);
                let is_elided = word.split_once(['\'', '’']).is_some_and(|(before, rest)| {
                    before.chars().count() <= 6 && rest.starts_with(char::is_uppercase)
                });
                found.push(Word {
                    text: word,
                    range,
                    is_name: is_elided || is_capital && !is_start,
                });
            }
            is_start = false;
        }
        let closed = chunk.trim_end_matches(['»', '”', '"', ')', ']', '’', '\'']);
        is_start |=
            closed.ends_with(|c: char| ".!?…:;•–—\u{fffc}".contains(c)) || chunk.ends_with(opens);
        is_after_figure = is_figure;
    }
    found
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{fffc}')
}

/// What a sentence may begin behind.
fn opens(c: char) -> bool {
    "«“„\"([¿¡•–—*".contains(c)
}

/// Whether something between spaces is an address, a path or a name of a file.
fn is_address(chunk: &str) -> bool {
    if chunk.contains(is_technical) && !is_choice(chunk) {
        return true;
    }
    let inner = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    let mut points = inner.match_indices('.').map(|(at, _)| at).peekable();
    // A point between letters: `example.org`, `rapport.pdf`, `p.ex.`; one in an inclusive form is followed by an ending.
    points.peek().is_some()
        && points.any(|at| {
            let before = inner[..at].chars().next_back();
            let after = inner[at + 1..].chars().next();
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
        })
        && !inner
            .split('.')
            .skip(1)
            .all(|part| Habits::of("fr").is_inclusive(part))
}

/// Whether slashes stand between words alone: `et/ou`.
fn is_choice(chunk: &str) -> bool {
    let inner = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    let is_other = |c: char| is_technical(c) && c != '/';
    !chunk.starts_with('/') && !inner.contains(is_other) && inner.matches('/').count() <= 2 && {
        inner.split('/').all(|part| {
            part.chars().count() > 1 && part.chars().all(|c| c.is_alphabetic() || is_inner(c))
        })
    }
}

/// The runs of letters in something between spaces.
fn pieces(chunk: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let letters: Vec<(usize, char)> = chunk.char_indices().collect();
    let mut number = 0;
    while let Some(&(at, c)) = letters.get(number) {
        let is_part = c.is_alphanumeric() || is_mark(c);
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(begin), false) if !is_inner(c) || !next_is_letter(&letters, number) => {
                // An ending in brackets belongs to the word: `étudiant(e)s`.
                match ending(chunk, at) {
                    Some(end) => {
                        while letters.get(number).is_some_and(|(at, _)| *at < end) {
                            number += 1;
                        }
                        continue;
                    }
                    None if c == '.' && next_is_letter(&letters, number) => {}
                    None => {
                        found.push(begin..at);
                        start = None;
                    }
                }
            }
            _ => {}
        }
        number += 1;
    }
    if let Some(begin) = start {
        found.push(begin..chunk.len());
    }
    found
}

/// A letter's mark that stands by itself.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c) || ('\u{64b}'..='\u{65f}').contains(&c) || c == '\u{640}'
}

fn next_is_letter(letters: &[(usize, char)], number: usize) -> bool {
    letters
        .get(number + 1)
        .is_some_and(|(_, c)| c.is_alphanumeric())
}

/// The end of an ending in brackets that opens at a byte.
fn ending(chunk: &str, at: usize) -> Option<usize> {
    let inner = chunk[at..].strip_prefix('(')?;
    let close = inner.find(')')?;
    let is_ending = close > 0 && close <= 6 && inner[..close].chars().all(char::is_alphabetic);
    is_ending.then_some(at + 1 + close + 1)
}

/// Whether something is a word that a dictionary may have.
fn is_word(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    if letters().count() < 2 || word.contains(|c: char| c.is_numeric()) {
        return false;
    }
    // Acronyms, with what is elided before them or an ending of the plural behind; names of programs.
    let parts = word.split(is_inner);
    let is_plain = |part: &str| {
        let capitals = part.chars().skip(1).filter(|c| c.is_uppercase()).count();
        capitals == 0
    };
    parts.clone().all(is_plain) && parts.map(|part| part.chars().count()).max().unwrap_or(0) > 1
}

/// Whether a word is right: as it is, or as its language builds it of words that are. `has` says whether a dictionary or a list
/// has a word, which is given with straight apostrophes and plain hyphens.
pub fn is_right(word: &str, habits: &Habits, has: &dyn Fn(&str) -> bool) -> bool {
    let plain: String = word
        .chars()
        .filter(|c| *c != '\u{ad}')
        .map(|c| match c {
            '’' => '\'',
            '‐' | '‑' => '-',
            '•' | '‧' => '·',
            c => c,
        })
        .collect();
    is_built(&plain, habits, has, 0)
}

fn is_built(word: &str, habits: &Habits, has: &dyn Fn(&str) -> bool, depth: usize) -> bool {
    // Bounded, whatever somebody strings together.
    if depth > 6 {
        return false;
    }
    let again = |word: &str| is_built(word, habits, has, depth + 1);
    if has(word) || habits.variants(word).any(|variant| has(&variant)) {
        return true;
    }
    if habits.without_elided(word).is_some_and(again)
        || habits.without_possessive(word).is_some_and(again)
        || habits.without_prefix(word).is_some_and(again)
        || is_inclusive(word, habits, has)
    {
        return true;
    }
    let is_part = |part: &str| {
        let letters = part.chars().count();
        letters < 2 || habits.is_prefix(part) || part.chars().all(char::is_uppercase) || again(part)
    };
    word.contains('-') && word.split('-').all(is_part)
}

/// Whether a word is an inclusive form: `migrant·e·s`, `étudiant(e)s`, `chercheur.e.s`, `directeur-rice-s`.
fn is_inclusive(word: &str, habits: &Habits, has: &dyn Fn(&str) -> bool) -> bool {
    let marks = ['·', '(', ')', '.', '-'];
    let mut parts = word.split(marks).filter(|part| !part.is_empty());
    let Some(stem) = parts.next() else {
        return false;
    };
    let endings: Vec<&str> = parts.collect();
    let is_ending = |ending: &&str| habits.is_inclusive(ending);
    !endings.is_empty() && endings.iter().all(is_ending) && {
        has(stem)
            || has(&format!("{stem}{}", endings[0]))
            || habits.without_elided(stem).is_some_and(has)
    }
}

#[cfg(test)]
mod tests {
    use super::{is_right, words};
    use crate::Habits;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        words(text).iter().map(|word| word.text).collect()
    }

    #[test]
    fn what_is_a_word() {
        for (text, expected) in [
            (
                "Le projet, mené à Rabat.",
                &["Le", "projet", "mené", "Rabat"][..],
            ),
            ("l’OIM et l’Organisation", &["et", "l’Organisation"]),
            (
                "le 1er et le 2e, n° 3, 50 km, 12 kg de riz",
                &["le", "et", "le", "de", "riz"],
            ),
            (
                "écrire à contact@example.org ou www.example.org/a",
                &["écrire", "ou"],
            ),
            (
                "le fichier rapport.pdf, /var/www et a_b",
                &["le", "fichier", "et"],
            ),
            ("et/ou", &["et", "ou"]),
            ("ONG, ONGs, WhatsApp, iPhone, H1N1, UE-28", &[]),
            (
                "les migrant·e·s et étudiant(e)s, chercheur.e.s",
                &["les", "migrant·e·s", "et", "étudiant(e)s", "chercheur.e.s"],
            ),
            ("(mineurs) « isolés »", &["mineurs", "isolés"]),
            ("porte-parole - dit-il", &["porte-parole", "dit-il"]),
            ("fin.", &["fin"]),
            ("", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn names_begin_no_sentence() {
        let names = |text| {
            let found = words(text);
            found
                .iter()
                .filter(|word| word.is_name)
                .map(|word| word.text.to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            names("Le Maroc. Il va à Fès : « Bonjour Ali », dit Aïcha."),
            ["Maroc", "Fès", "Ali", "Aïcha"]
        );
        assert_eq!(names("D’Oujda à l’Oriental"), ["D’Oujda", "l’Oriental"]);
    }

    #[test]
    fn words_are_built() {
        let french = |word: &str| {
            let known = [
                "migrant",
                "étudiant",
                "chercheur",
                "organisation",
                "directeur",
                "porte",
                "parole",
                "dit",
                "il",
                "économique",
                "aujourd'hui",
                "tous",
            ];
            is_right(word, Habits::of("fr-FR"), &|word| known.contains(&word))
        };
        for word in [
            "organisation",
            "l’organisation",
            "d'organisation",
            "qu’il",
            "aujourd’hui",
            "porte-parole",
            "dit-il",
            "migrant·e·s",
            "étudiant(e)s",
            "chercheur.e.s",
            "directeur-rice-s",
            "socio-économique",
            "socioéconomique",
            "l’étudiant·e",
            "tous·tes",
            "migrant-e",
        ] {
            assert!(french(word), "{word}");
        }
        for word in [
            "organnisation",
            "x’organisation",
            "porte-parolle",
            "migrant·z",
            "l’",
            "dit-ill",
        ] {
            assert!(!french(word), "{word}");
        }
        let english = |word: &str| {
            let known = ["organisation", "migrant", "governmental", "recognised"];
            is_right(word, Habits::of("en-GB-oxendict"), &|word| {
                known.contains(&word)
            })
        };
        for word in [
            "organization",
            "migrant’s",
            "recognized",
            "inter-governmental",
            "intergovernmental",
            "non-migrant",
        ] {
            assert!(english(word), "{word}");
        }
        assert!(!english("l’organization") && !english("organizzation"));
    }

    proptest! {
        /// Each word stands where it is said to stand, and nothing is a word twice.
        #[test]
        fn places_are_right(text in "(?s)[\\PC’·(). éÀ-]{0,80}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert_eq!(&text[word.range.clone()], word.text);
                prop_assert!(word.range.start >= end);
                end = word.range.end;
                is_right(word.text, Habits::of("fr"), &|_| false);
            }
        }
    }
}
