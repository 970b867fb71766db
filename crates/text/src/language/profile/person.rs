//! Names of people, which are the same in every language that is written in the same letters.

use std::collections::BTreeSet;

use super::super::slug;
use super::PROFILES;

/// What stands between the parts of a name, in small letters.
const PARTICLES: [&str; 25] = [
    "al", "ben", "bin", "bint", "d", "da", "das", "de", "del", "den", "der", "di", "do", "dos",
    "du", "e", "el", "ibn", "la", "le", "ould", "ter", "van", "von", "y",
];

/// Letters of a word in capitals that is no acronym.
const LONGER_THAN_ACRONYMS: usize = 5;

/// The people that some words name, each by the words of the name without accents: what is a service or
/// an institution, or may be one, is left out.
pub fn people(text: &str) -> Vec<BTreeSet<String>> {
    let is_between = |c: char| "/,:;©()|–—&•\n".contains(c);
    let parts = text.split(is_between);
    let parts = parts.flat_map(|part| part.split(" et ").flat_map(|part| part.split(" and ")));
    parts.filter_map(person).collect()
}

/// Whether two names may be those of one person: a part of one is a part of the other, or its first
/// letter, where both say something of it.
pub fn is_same_person(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let (small, large) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    let is_initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    small.iter().all(|word| {
        let mut others = large.iter();
        others.any(|other| word == other || is_initial(word, other) || is_initial(other, word))
    })
}

/// The words of a name of two parts or more.
fn person(text: &str) -> Option<BTreeSet<String>> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.first().is_some_and(|word| is_title(word)) {
        words.remove(0);
    }
    let mut name = BTreeSet::new();
    for word in words {
        let word = word
            .strip_prefix(['d', 'D'])
            .map_or(word, |rest| rest.strip_prefix(['’', '\'']).unwrap_or(word));
        if PARTICLES.contains(&word) {
            continue;
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let is_acronym = letters > 1
            && letters < LONGER_THAN_ACRONYMS
            && word.chars().all(|c| !c.is_lowercase());
        let is_name = word.starts_with(char::is_uppercase)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || "-’'.".contains(c));
        if !is_name || is_acronym || is_known(word) {
            return None;
        }
        name.insert(slug(word));
    }
    let is_whole = name.iter().filter(|word| word.len() > 1).count() > 0;
    (name.len() > 1 && is_whole).then_some(name)
}

fn is_title(word: &str) -> bool {
    let titles = PROFILES.iter().flat_map(|profile| profile.titles);
    titles
        .into_iter()
        .any(|title| title.word == word || title.word.trim_end_matches('.') == word)
}

/// Whether a language has the word: as one of its commonest, in headings, or in names of services.
fn is_known(word: &str) -> bool {
    let parts = word.split(|c: char| !c.is_alphabetic());
    let mut parts = parts.map(str::to_lowercase);
    parts.any(|part| PROFILES.iter().any(|profile| profile.is_of_service(&part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_services() {
        for text in [
            "Mme Fatima Benali",
            "Dr. Jean-Marc de la Tour",
            "M. Ahmed DUPONT",
            "Photo : Amy Pope / OIM",
            "Amy Pope, directrice générale de l’OIM",
            "© IOM 2024/Ángela Wells",
        ] {
            assert_eq!(people(text).len(), 1, "{text}");
        }
        for text in [
            "Service des visas",
            "Visa Section",
            "Bureau de Rabat",
            "Rabat Office",
            "Nations Unies",
            "United Nations",
            "Médecins Sans Frontières",
            "OIM Maroc",
            "IOM Morocco",
            "Croissant-Rouge Marocain",
            "Moroccan Red Crescent",
            "Thème de la Journée",
            "Theme of the Day",
            "Accueil",
            "",
        ] {
            assert!(people(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn one_person_is_written_in_several_ways() {
        let is_same = |one: &str, other: &str| is_same_person(&people(one)[0], &people(other)[0]);
        assert!(is_same("Mme Fatima Benali", "Ms Fatima BENALI"));
        assert!(is_same("J. Dupont", "Jean Dupont"));
        assert!(is_same("Hélène Bâ", "Helene Ba"));
        assert!(is_same("Amy Elizabeth Pope", "Amy Pope"));
        assert!(!is_same("Jean Dupont", "Jean Dupond"));
        assert!(!is_same("Fatima Benali", "Karim Alaoui"));
    }
}
