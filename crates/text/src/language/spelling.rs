//! How a tradition of a language spells: one row of data for each, over lists of words.
//!
//! The correction of sources (`fmt`) knows sentences, names and addresses, but no language: which
//! words are written in another way, and beside which others, is read here. A language without a
//! row is left as it is written.
//!
//! The lists are files in `words/`, selected for this program. Sources of what they follow: the
//! *Lexique* of the Imprimerie nationale and the Académie française on accents of capitals and on
//! œ; the *Oxford English Dictionary* on -ize; the *United Nations Editorial Manual* on *programme*
//! and *per cent*.

use std::sync::{Arc, LazyLock};

use icu_locale_core::LanguageIdentifier;

use crate::index::Index;

/// How a tradition spells.
#[derive(Debug)]
pub struct Spelling {
    /// The tags for which it is the one.
    tags: &'static [&'static str],
    /// Words that are to be written in another way; case counts.
    words: &'static LazyLock<Words>,
    /// A letter that is a word of its own at the head of a sentence.
    pub head: Option<&'static Head>,
    /// Words beside which one is of this language.
    pub company: Company,
    /// Words of other languages: beside one of them a word is not of this one, though both may
    /// write it alike.
    pub strangers: &'static [&'static str],
    /// Words that stand between those of a name: *Organization for Migration*.
    pub links: &'static [&'static str],
    /// Words beside which a program is one of a computer; only looked up.
    pub computing: &'static LazyLock<Index>,
    /// Words after which a program is a verb.
    pub auxiliaries: &'static [&'static str],
    /// Titles before a name: as they are written, as they are to be written.
    pub titles: &'static [(&'static str, &'static str)],
    /// What stands for `%` in running text, after a number and a space.
    pub per_cent: Option<&'static str>,
    /// What follows the apostrophe of a possessive.
    pub possessive: Option<&'static str>,
}

/// Words that are to be written in another way.
#[derive(Debug, Default)]
pub struct Words {
    by_name: Index,
    words: Vec<Word>,
}

/// A word that is to be written in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// How.
    pub right: Box<str>,
    pub reason: Reason,
    /// Where: everywhere, if it says nothing.
    pub only: Only,
}

/// Why a word is to be written in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its capital bears an accent.
    Capital,
    /// Two of its letters are one.
    Ligature,
    /// Its ending has another letter.
    Ending,
    /// It is the word of another tradition.
    Word,
}

/// Where a word is written in another way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// Beside a word of the language ([`Company`]).
    pub in_company: bool,
    /// At the head of a sentence, where its capital does not make it a name.
    pub at_head: bool,
    /// There, whether others with a capital after it may make a name of it all the same.
    pub may_be_name: bool,
    /// Where no computer is spoken of.
    pub without_computer: bool,
}

/// A letter that is a word of its own at the head of a sentence: *A l’occasion*.
#[derive(Debug)]
pub struct Head {
    /// As it is written.
    pub wrong: &'static str,
    /// As it is to be written.
    pub right: &'static str,
    /// The words before which it is that word.
    pub before: &'static [&'static str],
}

/// Words that only stand beside words of their language.
#[derive(Debug)]
pub struct Company {
    /// Those that stand before one.
    pub before: &'static [&'static str],
    /// Those that stand after one.
    pub after: &'static [&'static str],
}

impl Spelling {
    /// The row of a language tag: of the tag itself, else of its language and region, else of
    /// its language. `None` where nothing is known of how it spells.
    pub fn of_tag(tag: &str) -> Option<&'static Self> {
        let find = |tag: &str| ROWS.iter().find(|row| row.tags.contains(&tag));
        if let Some(found) = find(tag) {
            return Some(found);
        }
        let id: LanguageIdentifier = tag.parse().ok()?;
        let language = id.language.as_str();
        id.region
            .and_then(|region| find(&format!("{language}-{region}")))
            .or_else(|| find(language))
    }

    /// How a word is to be written, if in another way.
    pub fn word(&self, word: &str) -> Option<&Word> {
        let words = LazyLock::force(self.words);
        Some(&words.words[words.by_name.get(word)?])
    }
}

const NONE: Spelling = Spelling {
    tags: &[],
    words: &NO_WORDS,
    head: None,
    company: Company {
        before: &[],
        after: &[],
    },
    strangers: &[],
    links: &[],
    computing: &NO_NAMES,
    auxiliaries: &[],
    titles: &[],
    per_cent: None,
    possessive: None,
};

const FRENCH: Spelling = Spelling {
    tags: &["fr"],
    words: &OF_FRENCH,
    head: Some(&Head {
        wrong: "A",
        right: "À",
        before: &[
            "l", "la", "le", "les", "un", "une", "des", "ce", "cet", "cette", "ces", "mon", "ma",
            "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur",
            "leurs", "quel", "quelle", "quels", "quelles", "chaque", "tout", "toute", "tous",
            "toutes", "partir", "travers", "propos", "titre", "noter", "savoir", "suivre", "lire",
            "voir", "venir", "moins", "défaut", "peine", "compter", "terme", "court", "moyen",
            "long", "nouveau", "côté", "cause", "force", "d",
        ],
    }),
    company: Company {
        before: &[
            "l", "d", "la", "une", "cette", "notre", "votre", "leur", "leurs", "son", "sa", "ses",
            "nos", "vos", "des", "les", "ces", "du", "de", "aux", "par", "et", "toute", "chaque",
            "quelle",
        ],
        after: &[
            "de",
            "du",
            "des",
            "d",
            "à",
            "au",
            "aux",
            "et",
            "en",
            "pour",
            "sur",
            "par",
            "dans",
            "ou",
            "qui",
            "que",
            "nationale",
            "nationales",
            "présidentielles",
            "législatives",
            "communales",
            "régionales",
            "humain",
            "humains",
            "supérieure",
        ],
    },
    titles: &[("Mr.", "M."), ("Mr", "M.")],
    ..NONE
};

/// Of no country in particular: what is right in each.
const ENGLISH: Spelling = Spelling {
    tags: &["en"],
    possessive: Some("s"),
    ..NONE
};

const OF_BRITAIN: Spelling = Spelling {
    tags: &["en-GB", "en-IE", "en-EU"],
    words: &OF_PROGRAMMES,
    links: &["of", "for", "the", "and", "on"],
    computing: &COMPUTING,
    auxiliaries: &[
        "to", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "we",
        "they", "you",
    ],
    per_cent: Some("per cent"),
    ..ENGLISH
};

const OF_OXFORD: Spelling = Spelling {
    tags: &["en-GB-oxendict"],
    words: &WITH_IZE,
    // French writes *organisation* and *organiser*.
    strangers: &[
        "à",
        "au",
        "aux",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "ou",
        "par",
        "pour",
        "qui",
        "sa",
        "ses",
        "son",
        "sur",
        "un",
        "une",
        "globale",
        "internationale",
        "internationales",
        "mondiale",
        "nationale",
        "nationales",
        "professionnelle",
        "sociale",
        "territoriale",
        "urbaine",
    ],
    ..OF_BRITAIN
};

const ROWS: &[Spelling] = &[FRENCH, ENGLISH, OF_BRITAIN, OF_OXFORD];

static NO_WORDS: LazyLock<Words> = LazyLock::new(Words::default);
static NO_NAMES: LazyLock<Index> = LazyLock::new(Index::default);
static COMPUTING: LazyLock<Index> = LazyLock::new(|| {
    let words = lines(include_str!("words/en-computing.txt"));
    words.map(|(_, word)| (Arc::from(word), 0)).collect()
});
static OF_FRENCH: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for (is_shared, right) in lines(include_str!("words/fr-accents.txt")) {
        words.add_accent(right, is_shared);
    }
    for (_, right) in lines(include_str!("words/fr-ligatures.txt")) {
        words.add_ligature(right);
    }
    words
});
static OF_PROGRAMMES: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    words.add_programmes();
    words
});
static WITH_IZE: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    words.add_programmes();
    for (_, right) in lines(include_str!("words/en-ize.txt")) {
        words.add_verb(right);
    }
    words
});

/// The words of a list, each with whether its line is marked by `?`.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = (bool, &'static str)> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| {
        let words = line.strip_prefix('?');
        let is_marked = words.is_some();
        let words = words.unwrap_or(line).split_whitespace();
        words.map(move |word| (is_marked, word))
    })
}

impl Words {
    fn add(&mut self, wrong: &str, right: &str, reason: Reason, only: Only) {
        if wrong != right && self.by_name.get(wrong).is_none() {
            self.by_name.insert(wrong.into(), self.words.len());
            self.words.push(Word {
                right: right.into(),
                reason,
                only,
            });
        }
    }

    /// A word whose first letter bears an accent, also where it is all in capitals.
    fn add_accent(&mut self, right: &str, is_shared: bool) {
        let only = Only {
            in_company: is_shared,
            ..Only::default()
        };
        let mut letters = right.chars();
        let first = letters.next().map(plain).unwrap_or_default();
        let wrong = format!("{first}{}", letters.as_str());
        self.add(&wrong, right, Reason::Capital, only);
        // Shorter ones may be an abbreviation.
        if right.chars().count() > 3 {
            let capitals = right.to_uppercase();
            let wrong: String = capitals.chars().map(plain).collect();
            self.add(&wrong, &capitals, Reason::Capital, only);
        }
    }

    /// A word with œ.
    fn add_ligature(&mut self, right: &str) {
        let only = Only::default();
        let apart = |word: &str| word.replace('œ', "oe").replace('Œ', "OE");
        self.add(&apart(right), right, Reason::Ligature, only);
        let capital = capitalized(right);
        self.add(
            &capitalized(&apart(right)),
            &capital,
            Reason::Ligature,
            only,
        );
        let capitals = right.to_uppercase();
        self.add(&apart(&capitals), &capitals, Reason::Ligature, only);
    }

    fn add_programmes(&mut self) {
        let only = Only {
            may_be_name: true,
            without_computer: true,
            ..Only::default()
        };
        for (wrong, right) in [("program", "programme"), ("programs", "programmes")] {
            self.add_lower(wrong, right, Reason::Word, only);
        }
    }

    /// The forms of a verb with -ize.
    fn add_verb(&mut self, right: &str) {
        let stem = right.strip_suffix("ize").unwrap_or(right);
        for ending in [
            "e",
            "ed",
            "es",
            "er",
            "ers",
            "ing",
            "able",
            "ation",
            "ations",
            "ational",
            "ationally",
        ] {
            let wrong = format!("{stem}is{ending}");
            let right = format!("{stem}iz{ending}");
            // *Organising …* is no name.
            let only = Only {
                may_be_name: !matches!(ending, "e" | "ed" | "es" | "ing"),
                ..Only::default()
            };
            self.add_lower(&wrong, &right, Reason::Ending, only);
        }
    }

    /// A word that is a name where it has a capital inside a sentence.
    fn add_lower(&mut self, wrong: &str, right: &str, reason: Reason, only: Only) {
        self.add(wrong, right, reason, only);
        let only = Only {
            at_head: true,
            ..only
        };
        self.add(&capitalized(wrong), &capitalized(right), reason, only);
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

/// A capital without its accent.
fn plain(letter: char) -> char {
    match letter {
        'À' | 'Â' | 'Ä' => 'A',
        'Ç' => 'C',
        'È' | 'É' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' => 'I',
        'Ô' | 'Ö' => 'O',
        'Ù' | 'Û' | 'Ü' => 'U',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(tag: &str, word: &str) -> Option<&'static str> {
        let word = Spelling::of_tag(tag)?.word(word)?;
        Some(&word.right)
    }

    #[test]
    fn words_are_known_in_each_case() {
        for (tag, wrong, expected) in [
            ("fr", "Etat", Some("État")),
            ("fr-MA", "Etats", Some("États")),
            ("fr", "ETATS", Some("ÉTATS")),
            ("fr", "EGALITE", Some("ÉGALITÉ")),
            ("fr", "ETE", None),
            ("fr", "Eté", Some("Été")),
            ("fr", "Ile", Some("Île")),
            ("fr", "État", None),
            ("fr", "Ethnique", None),
            ("fr", "coeur", Some("cœur")),
            ("fr", "Coeur", Some("Cœur")),
            ("fr", "OEUVRES", Some("ŒUVRES")),
            ("fr", "coefficient", None),
            ("en-GB-oxendict", "organisation", Some("organization")),
            ("en-GB-oxendict", "Recognising", Some("Recognizing")),
            ("en-GB-oxendict", "exercise", None),
            ("en-GB-oxendict", "ORGANISATION", None),
            ("en-GB-oxendict", "programs", Some("programmes")),
            ("en-GB", "organisation", None),
            ("en-GB", "program", Some("programme")),
            ("en", "program", None),
            ("en-US", "program", None),
            ("en", "coeur", None),
            ("ar", "Etat", None),
        ] {
            assert_eq!(right(tag, wrong), expected, "{tag} {wrong}");
        }
    }

    #[test]
    fn what_is_right_is_corrected_no_more() {
        for row in ROWS {
            for word in &row.words.words {
                assert!(row.word(&word.right).is_none(), "{}", word.right);
            }
        }
        for always in [
            "advise",
            "advertise",
            "compromise",
            "comprise",
            "enterprise",
            "exercise",
            "franchise",
            "improvise",
            "promise",
            "revise",
            "supervise",
            "surprise",
            "televise",
            "analyse",
        ] {
            assert_eq!(right("en-GB-oxendict", always), None);
        }
    }
}
