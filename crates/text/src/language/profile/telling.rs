//! What shows the language of a few words: a heading, an item, the head of a column.
//!
//! A sentence shows its language by its commonest words; a heading may have none of them. What
//! shows the language of a heading is told apart from what names something, since names are the
//! same in all languages.

use std::sync::{Arc, LazyLock};

use super::super::spelling::lines;
use super::Profile;
use crate::index::Index;

/// What shows that a few words are in a language.
#[derive(Debug)]
pub struct Telling {
    /// Words that head sections, items and columns, that no other language of the table writes so,
    /// and that are no names.
    words: &'static LazyLock<Index>,
    /// Letters with an accent.
    accents: &'static str,
    /// Words with such letters that come from another language.
    loans: &'static [&'static str],
    /// Endings with such letters that a name hardly has: of a word with a capital, only one with
    /// such an ending shows anything.
    endings: &'static [&'static str],
    /// Words that begin the name of an institution.
    bodies: &'static [&'static str],
    /// Words in names of services, institutions and places that no name of a person has.
    services: &'static [&'static str],
    /// Forms of verbs, pronouns and conjunctions that sentences have, and that names and titles
    /// hardly have.
    clauses: &'static [&'static str],
}

/// How surely words are in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// They may be a name.
    Maybe,
    /// They are.
    Surely,
}

static OF_FRENCH: LazyLock<Index> =
    LazyLock::new(|| index(include_str!("../words/fr-telling.txt")));
static OF_ENGLISH: LazyLock<Index> =
    LazyLock::new(|| index(include_str!("../words/en-telling.txt")));

fn index(list: &'static str) -> Index {
    lines(list).map(|(_, word)| (Arc::from(word), 0)).collect()
}

pub(super) static FRENCH: Telling = Telling {
    words: &OF_FRENCH,
    accents: "àâçéèêëîïôùûœ",
    loans: &[],
    endings: &["té", "tés", "ée", "ées", "ière", "ières"],
    bodies: &[
        "agence",
        "alliance",
        "association",
        "banque",
        "caritas",
        "centre",
        "chambre",
        "collectif",
        "comité",
        "commission",
        "commune",
        "confédération",
        "conseil",
        "coopérative",
        "croissant",
        "croix",
        "délégation",
        "direction",
        "école",
        "entraide",
        "faculté",
        "fédération",
        "fondation",
        "haut",
        "hôpital",
        "institut",
        "ligue",
        "médecins",
        "ministère",
        "observatoire",
        "office",
        "ordre",
        "organisation",
        "préfecture",
        "province",
        "région",
        "réseau",
        "secours",
        "société",
        "syndicat",
        "union",
        "université",
        "wilaya",
    ],
    services: &[
        "accueil",
        "ambassade",
        "archives",
        "banque",
        "bureau",
        "cabinet",
        "cellule",
        "collection",
        "comptabilité",
        "consulat",
        "contact",
        "coordination",
        "crédit",
        "dessin",
        "division",
        "drapeau",
        "département",
        "enfants",
        "europe",
        "femmes",
        "fonds",
        "frontières",
        "gouvernement",
        "groupe",
        "guichet",
        "illustration",
        "journée",
        "maroc",
        "marocain",
        "marocaine",
        "mission",
        "monde",
        "mondial",
        "mondiale",
        "mouvement",
        "musée",
        "nations",
        "parlement",
        "pays",
        "permanence",
        "peuple",
        "photo",
        "photographie",
        "police",
        "presse",
        "programme",
        "projet",
        "pôle",
        "rouge",
        "royaume",
        "secrétariat",
        "section",
        "service",
        "services",
        "standard",
        "thème",
        "unies",
        "unis",
        "unité",
        "ville",
        "visas",
        "équipe",
        "équipes",
        "état",
        "états",
    ],
    clauses: &[
        "afin",
        "ainsi",
        "avait",
        "avaient",
        "ayant",
        "cela",
        "ces",
        "cette",
        "comme",
        "depuis",
        "doit",
        "doivent",
        "dont",
        "elle",
        "elles",
        "est",
        "fait",
        "font",
        "il",
        "ils",
        "leur",
        "leurs",
        "lors",
        "mais",
        "ne",
        "nous",
        "ont",
        "où",
        "pas",
        "permet",
        "permettent",
        "peut",
        "peuvent",
        "qu",
        "que",
        "qui",
        "sera",
        "seront",
        "se",
        "sont",
        "s",
        "été",
        "étaient",
        "était",
        "étant",
        "être",
        "vous",
    ],
};

pub(super) static ENGLISH: Telling = Telling {
    words: &OF_ENGLISH,
    accents: "",
    loans: &[
        "café",
        "cafés",
        "cliché",
        "clichés",
        "communiqué",
        "communiqués",
        "début",
        "décor",
        "élite",
        "exposé",
        "façade",
        "façades",
        "fiancé",
        "fiancée",
        "matinée",
        "naïve",
        "première",
        "protégé",
        "résumé",
        "résumés",
        "soirée",
        "vis-à-vis",
    ],
    endings: &[],
    bodies: &[
        "agency",
        "alliance",
        "association",
        "bank",
        "center",
        "centre",
        "committee",
        "council",
        "department",
        "federation",
        "foundation",
        "institute",
        "ministry",
        "network",
        "office",
        "organisation",
        "organization",
        "school",
        "union",
        "university",
    ],
    services: &[
        "accounts",
        "administration",
        "archives",
        "border",
        "borders",
        "call",
        "children",
        "city",
        "collection",
        "consulate",
        "contact",
        "coordination",
        "country",
        "credit",
        "crescent",
        "cross",
        "day",
        "delegation",
        "desk",
        "development",
        "division",
        "doctors",
        "drawing",
        "embassy",
        "europe",
        "flag",
        "front",
        "fund",
        "government",
        "group",
        "high",
        "hotline",
        "house",
        "human",
        "humanitarian",
        "international",
        "kingdom",
        "migration",
        "mission",
        "moroccan",
        "morocco",
        "movement",
        "museum",
        "nations",
        "parliament",
        "people",
        "photo",
        "picture",
        "police",
        "press",
        "programme",
        "project",
        "public",
        "reception",
        "red",
        "refugee",
        "refugees",
        "regional",
        "rights",
        "secretariat",
        "section",
        "service",
        "services",
        "staff",
        "states",
        "switchboard",
        "team",
        "theme",
        "unit",
        "united",
        "visa",
        "visas",
        "without",
        "women",
        "world",
    ],
    clauses: &[
        "are", "be", "been", "but", "can", "could", "had", "has", "have", "he", "is", "it", "may",
        "must", "not", "our", "she", "should", "that", "their", "they", "these", "this", "those",
        "was", "we", "were", "when", "where", "which", "who", "will", "would", "you", "your",
    ],
};

/// A word of a heading.
struct Word<'t> {
    written: &'t str,
    lower: String,
}

impl Word<'_> {
    fn is_capitalised(&self) -> bool {
        self.written.starts_with(char::is_uppercase)
    }

    /// An acronym, or a heading in capitals.
    fn is_in_capitals(&self) -> bool {
        self.written.chars().count() > 1 && self.written.chars().all(char::is_uppercase)
    }
}

/// The fewest of the commonest words by which running words show their language.
const FEWEST_COMMON: usize = 3;

/// The fewest words of a title that shows its language.
const FEWEST_OF_TITLE: usize = 5;

/// At least one of so many words is one of the commonest.
const SPARSEST: usize = 6;

/// For one of the commonest words of the other language, so many of its own.
const MOST_COMMON: usize = 4;

/// The least letters of a word in capitals that is not taken for an acronym.
const LONGER_THAN_ACRONYMS: usize = 5;

impl Profile {
    /// Whether a few words are plainly in this language and not in `other`; `None` where nothing
    /// shows it. `is_listed` tells that they are an item of a list, where names stand more often
    /// than elsewhere.
    pub fn shows(&self, text: &str, other: Option<&Self>, is_listed: bool) -> Option<Shown> {
        let words: Vec<Word> = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(|written| Word {
                written,
                lower: written.to_lowercase(),
            })
            .collect();
        if words
            .iter()
            .any(|word| other.is_some_and(|other| other.tells(word)))
        {
            return None;
        }
        let is_other =
            |word: &Word| other.is_some_and(|other| other.function_words.contains(&&*word.lower));
        let is_common = |word: &Word| {
            word.written.chars().count() > 1
                && self.function_words.contains(&&*word.lower)
                && !is_other(word)
        };
        let tells = words.iter().any(|word| self.tells(word));
        let has_common = words.iter().enumerate().any(|(at, word)| {
            let next = words.get(at + 1);
            let begins = at == 0 && next.is_some_and(|next| !next.is_capitalised());
            is_common(word) && !word.is_in_capitals() && (!word.is_capitalised() || begins)
        });
        // A name has capitals throughout.
        let is_bare = |word: &&Word| !is_common(word) && !is_other(word) && word.lower.len() > 1;
        let is_name = words.len() > 1
            && words.iter().filter(is_bare).all(Word::is_capitalised)
            && !words.iter().all(Word::is_in_capitals);
        let is_body = words.len() > 1
            && words
                .first()
                .is_some_and(|first| self.telling.bodies.contains(&&*first.lower));
        if is_name || is_body {
            let is_shown = tells || is_body && has_common;
            return (is_shown && !is_listed).then_some(Shown::Maybe);
        }
        if tells || has_common {
            return Some(Shown::Surely);
        }
        let has_accent = words.iter().any(|word| self.is_accented(word, other));
        has_accent.then_some(Shown::Maybe)
    }

    /// Whether running words are plainly in this language and not in `other`: a third of them or
    /// so are the commonest ones of a language, and a sentence has words that no name has.
    pub fn runs(&self, text: &str, other: Option<&Self>) -> bool {
        let words = text.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| !word.is_empty());
        let (mut all, mut own, mut others, mut clauses) = (0, 0, 0, 0);
        for word in words.map(str::to_lowercase) {
            let word = &*word;
            all += 1;
            own += usize::from(self.function_words.contains(&word));
            others += usize::from(other.is_some_and(|other| other.is_common(word)));
            clauses += usize::from(self.telling.clauses.contains(&word));
        }
        clauses > 0 && own >= FEWEST_COMMON && own * SPARSEST >= all && others * MOST_COMMON <= own
    }

    /// Whether there is a word that sentences have, and that names and titles hardly have.
    pub fn has_clause(&self, text: &str) -> bool {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words.any(|word| self.telling.clauses.contains(&&*word.to_lowercase()))
    }

    /// Whether a title is plainly in this language and not in `other`: it is no name, and has
    /// several of the commonest words.
    pub fn heads(&self, text: &str, other: Option<&Self>) -> bool {
        let words = text.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(str::to_lowercase).collect();
        let own = words
            .iter()
            .filter(|word| self.function_words.contains(&&***word));
        let own = own.count();
        let is_other = |word: &String| other.is_some_and(|other| other.is_common(word));
        words.len() >= FEWEST_OF_TITLE
            && own >= FEWEST_COMMON
            && own * SPARSEST >= words.len()
            && !words.iter().any(is_other)
            && self.shows(text, other, true) == Some(Shown::Surely)
    }

    /// Whether a word in small letters is one of the commonest, or is in no name.
    fn is_common(&self, word: &str) -> bool {
        self.function_words.contains(&word) || self.telling.clauses.contains(&word)
    }

    /// Whether a word in small letters is one of the language that stands in no name of a person.
    pub(super) fn is_of_service(&self, word: &str) -> bool {
        let telling = self.telling;
        telling.bodies.contains(&word)
            || telling.services.contains(&word)
            || telling.words.get(word).is_some()
            || self.function_words.contains(&word)
    }

    fn tells(&self, word: &Word) -> bool {
        let is_acronym =
            word.is_in_capitals() && word.written.chars().count() < LONGER_THAN_ACRONYMS;
        !is_acronym && self.telling.words.get(&word.lower).is_some()
    }

    /// Whether a word has accents as this language has them and the other has not.
    fn is_accented(&self, word: &Word, other: Option<&Self>) -> bool {
        let accents = |of: &Self| {
            word.lower
                .contains(|c: char| of.telling.accents.contains(c))
        };
        let is_of_other = other
            .is_some_and(|other| accents(other) || other.telling.loans.contains(&&*word.lower));
        let is_name = word.is_capitalised()
            && !self
                .telling
                .endings
                .iter()
                .any(|ending| word.lower.ends_with(ending));
        other.is_some() && accents(self) && !is_of_other && !is_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(from: &str, to: &str, text: &str, is_listed: bool) -> Option<Shown> {
        let own = Profile::of_tag(from).unwrap();
        own.shows(text, Profile::of_tag(to), is_listed)
    }

    #[test]
    fn words_of_one_language_are_known() {
        for text in [
            "Contexte",
            "Nos partenaires",
            "Objectifs du projet",
            "Les prochaines étapes",
            "CONTEXTE",
            "Retours par année",
            "Le dialogue régional",
        ] {
            assert_eq!(shown("fr", "en", text, true), Some(Shown::Surely), "{text}");
            assert_eq!(shown("en", "fr", text, true), None, "{text}");
        }
        for text in ["Background", "How to apply", "Women and girls", "Year"] {
            assert_eq!(shown("en", "fr", text, true), Some(Shown::Surely), "{text}");
            assert_eq!(shown("fr", "en", text, true), None, "{text}");
        }
        for text in ["Migrants vulnérables", "Mobilité", "Journée mondiale"] {
            assert_eq!(shown("fr", "en", text, false), Some(Shown::Maybe), "{text}");
        }
    }

    #[test]
    fn names_and_words_of_both_show_nothing() {
        for text in [
            "Contact",
            "Introduction",
            "Notes",
            "Documents",
            "Conclusion",
            "OIM",
            "UN",
            "45 %",
            "Rabat",
            "Fès",
            "Béni Mellal-Khénifra",
            "Rabat-Salé-Kénitra",
            "Côte d’Ivoire",
            "La Haye",
            "Le Monde",
            "Médecins du Monde",
            "Save the Children",
            "UN Women",
            "Communiqué",
            "Fondation Orient-Occident",
            "Association marocaine de planification familiale",
            "Croix-Rouge française",
            "Ville de Rabat",
            "Programme THAMM",
            "Rio de Janeiro",
            "",
        ] {
            assert_eq!(shown("fr", "en", text, true), None, "{text}");
            assert_eq!(shown("en", "fr", text, true), None, "{text}");
        }
        // As a heading it may be one.
        for (from, to, text) in [
            ("en", "fr", "Key Findings"),
            ("fr", "en", "Fondation de la ville"),
        ] {
            assert_eq!(shown(from, to, text, false), Some(Shown::Maybe), "{text}");
        }
    }

    #[test]
    fn running_words_show_their_language() {
        let [fr, en] = ["fr", "en"].map(|tag| Profile::of_tag(tag).unwrap());
        for text in [
            "Le projet a été lancé à Rabat en présence du ministre.",
            "Les jeunes qui ont suivi la formation ont trouvé un emploi dans la région.",
        ] {
            assert!(
                fr.runs(text, Some(en)) && !en.runs(text, Some(fr)),
                "{text}"
            );
        }
        for text in [
            "The project was launched in Rabat, and the minister has seen the results of it.",
            "The people who have been trained by the Fondation de la Paix found work, and most of them are still in it.",
        ] {
            assert!(
                en.runs(text, Some(fr)) && !fr.runs(text, Some(en)),
                "{text}"
            );
        }
        for text in [
            // Titles, names of institutions, lists of names, addresses.
            "Loi nᵒ 02-03 relative à l’entrée et au séjour des étrangers au Royaume du Maroc",
            "Ministère de la Santé et de la Protection sociale, Entraide nationale, Agence de l’Oriental",
            "Global Compact for Safe, Orderly and Regular Migration of the United Nations",
            "12, rue de la Paix, à l’angle de l’avenue des Nations Unies, Rabat",
            // Words of both.
            "The Fondation de la Paix and the Association de lutte contre le sida are partners.",
            "L’équipe s’est rendue à l’Association for the Study of the Family of Salé.",
            "",
        ] {
            let is_shown = [(fr, en), (en, fr)].map(|(own, other)| own.runs(text, Some(other)));
            assert_eq!(is_shown, [false, false], "{text}");
        }
    }

    #[test]
    fn a_title_shows_its_language() {
        let [fr, en] = ["fr", "en"].map(|tag| Profile::of_tag(tag).unwrap());
        for (text, of) in [
            (
                "Une visite du directeur dans les centres de la région",
                "fr",
            ),
            ("Ce que les jeunes de la ville ont appris", "fr"),
            ("What the young people of the town have learned", "en"),
            (
                "Fondation pour la recherche et le développement de la région",
                "",
            ),
            ("La Haye", ""),
            ("Plan de réponse", ""),
            ("Médecins du Monde et Alliance pour la Paix", ""),
            ("The Fondation de la Paix et de la Justice", ""),
        ] {
            assert_eq!(fr.heads(text, Some(en)), of == "fr", "{text}");
            assert_eq!(en.heads(text, Some(fr)), of == "en", "{text}");
        }
    }

    #[test]
    fn lists_have_no_word_in_common() {
        let words = |list: &'static str| lines(list).map(|(_, word)| word);
        let english: Vec<&str> = words(include_str!("../words/en-telling.txt")).collect();
        let french: Vec<&str> = words(include_str!("../words/fr-telling.txt")).collect();
        assert!(french.iter().all(|word| !english.contains(word)));
        for word in english.iter().chain(&french) {
            assert!(word.chars().all(char::is_alphabetic), "{word}");
            assert_eq!(**word, word.to_lowercase());
        }
    }
}
