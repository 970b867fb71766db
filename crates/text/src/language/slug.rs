//! Slugs: a title as a part of an address.

use deunicode::deunicode_char;
use icu_properties::props::{
    BinaryProperty, DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory,
    GeneralCategoryGroup, RegionalIndicator, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use crate::url::composed;

/// The most characters of a slug.
pub const SLUG_LENGTH: usize = 75;

/// A text as a part of an address: lower-case ASCII letters, digits, and single hyphens
/// between them; at most [`SLUG_LENGTH`] characters, cut at a word.
///
/// - Accents are folded; œ gives `oe`, æ `ae`, ß `ss`.
/// - An elision becomes a hyphen (*l'OIM*, `l-oim`), with each of the characters that are
///   typed for it; the English *'s* and *'t* join their word (*Morocco's*, `moroccos`).
/// - What is neither letter nor digit separates words: `n° 3` gives `n-3`, `R&D` `r-d`;
///   emoji too, which have no reading.
/// - Other scripts are written in Latin letters as `deunicode` has them: one reading for
///   each character, the same in every language (Chinese in Mandarin, Arabic without its
///   unwritten vowels). Such a slug is an address, not a transliteration: a title in
///   these scripts is better served by a slug of its own, which may be in its own script
///   ([`is_slug`]).
///
/// Empty only for a text without letters and digits; those for which there is no reading
/// at all give the number of their code point (`u1f150`).
pub fn slug(text: &str) -> String {
    let text = composed(text);
    let mut slug = Builder::default();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match kind(c) {
            CharacterKind::Elision if ends_word(rest.as_str()) => {}
            CharacterKind::Elision | CharacterKind::Separator => slug.separate(),
            CharacterKind::Nothing => {}
            CharacterKind::Letter => match deunicode_char(c) {
                Some(reading) => slug.read(reading),
                None => slug.separate(),
            },
        }
    }
    if slug.text.is_empty() {
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            slug.read(&format!("u{:x}", u32::from(c)));
            slug.separate();
        }
    }
    cut(slug.text)
}

/// Whether a text can be a part of an address as it stands: words of small letters and digits with
/// single hyphens between them, of at most [`SLUG_LENGTH`] characters; Latin letters without accents,
/// those of any other script in Unicode form NFC.
pub fn is_slug(text: &str) -> bool {
    let fits = |c: char| match c {
        'a'..='z' | '0'..='9' => true,
        _ if c.is_ascii() || is::<DefaultIgnorableCodePoint>(c) => false,
        _ => {
            let category = CodePointMapData::<GeneralCategory>::new().get(c);
            let is_word = c.is_alphanumeric() || GeneralCategoryGroup::Mark.contains(category);
            is_word
                && !c.is_uppercase()
                && CodePointMapData::<Script>::new().get(c) != Script::Latin
        }
    };
    let mut words = text.split('-');
    composed(text) == text
        && text.chars().count() <= SLUG_LENGTH
        && words.all(|word| word.starts_with(char::is_alphanumeric) && word.chars().all(fits))
}

/// A slug as far as it is written.
#[derive(Default)]
struct Builder {
    text: String,
    separated: bool,
}

impl Builder {
    /// Begins a new word with the next letter, if there is one.
    fn separate(&mut self) {
        self.separated = true;
    }

    /// Adds the reading of a character; the marks in it (ʿ, ʾ) have no place in an address.
    fn read(&mut self, reading: &str) {
        for c in reading.chars() {
            if c.is_ascii_alphanumeric() {
                if self.separated && !self.text.is_empty() {
                    self.text.push('-');
                }
                self.separated = false;
                self.text.push(c.to_ascii_lowercase());
            } else if c.is_ascii_whitespace() {
                self.separate();
            }
        }
    }
}

enum CharacterKind {
    /// Has a reading.
    Letter,
    /// Is typed for an apostrophe.
    Elision,
    /// Ends a word.
    Separator,
    /// Is as if it were not there.
    Nothing,
}

fn kind(c: char) -> CharacterKind {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => CharacterKind::Letter,
        '\'' | '’' | '‘' | '´' | '`' | 'ʼ' | 'ʹ' | '′' | '＇' => CharacterKind::Elision,
        // Letters to Unicode, but typed for the sign of degree.
        'º' | 'ª' => CharacterKind::Separator,
        _ if c.is_ascii() => CharacterKind::Separator,
        _ if is::<DefaultIgnorableCodePoint>(c) => CharacterKind::Nothing,
        _ if is::<ExtendedPictographic>(c) || is::<RegionalIndicator>(c) => {
            CharacterKind::Separator
        }
        _ if c.is_alphanumeric() => CharacterKind::Letter,
        _ => {
            let category = CodePointMapData::<GeneralCategory>::new().get(c);
            match GeneralCategoryGroup::Mark.contains(category) {
                true => CharacterKind::Nothing,
                false => CharacterKind::Separator,
            }
        }
    }
}

fn is<P: BinaryProperty>(c: char) -> bool {
    CodePointSetData::new::<P>().contains(c)
}

/// Whether what follows an apostrophe is the end of an English word, not of an elision.
fn ends_word(rest: &str) -> bool {
    let mut rest = rest.chars();
    matches!(rest.next(), Some('s' | 't'))
        && rest
            .next()
            .is_none_or(|c| !matches!(kind(c), CharacterKind::Letter | CharacterKind::Elision))
}

/// At most [`SLUG_LENGTH`] characters, to the end of a word where there is one.
fn cut(mut slug: String) -> String {
    if slug.len() > SLUG_LENGTH {
        let end = slug[..=SLUG_LENGTH].rfind('-').unwrap_or(SLUG_LENGTH);
        slug.truncate(end);
    }
    slug
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles() {
        for (title, expected) in [
            (
                "Signature d’une convention entre le Bureau de l’OIM au Maroc et Caritas au Maroc",
                "signature-d-une-convention-entre-le-bureau-de-l-oim-au-maroc-et-caritas-au",
            ),
            (
                "Assistance humanitaire : 2ème opération de distributions de NFI & FI aux migrant-e-s",
                "assistance-humanitaire-2eme-operation-de-distributions-de-nfi-fi-aux",
            ),
            (
                "La Norvège soutient le retour volontaire et la réintégration",
                "la-norvege-soutient-le-retour-volontaire-et-la-reintegration",
            ),
            (
                "L'ENSP et l'OIM organisent la 2ème édition de l'École d'Hiver régionale",
                "l-ensp-et-l-oim-organisent-la-2eme-edition-de-l-ecole-d-hiver-regionale",
            ),
            (
                "Lancement du projet « Connecting Diaspora for Development (CD4D) »",
                "lancement-du-projet-connecting-diaspora-for-development-cd4d",
            ),
            (
                "Atelier Régional « Accompagner les conseils régionaux – INDIMAJ II »",
                "atelier-regional-accompagner-les-conseils-regionaux-indimaj-ii",
            ),
            (
                "Mobilité de main-d'œuvre en Afrique du Nord (THAMM)",
                "mobilite-de-main-d-oeuvre-en-afrique-du-nord-thamm",
            ),
            (
                "Conférence de clôture du projet SALEMM",
                "conference-de-cloture-du-projet-salemm",
            ),
            (
                "Un festival digital entre jeunes marocain·e·s et migrant·e·s",
                "un-festival-digital-entre-jeunes-marocain-e-s-et-migrant-e-s",
            ),
            (
                "Trois axes : protection, gouvernance",
                "trois-axes-protection-gouvernance",
            ),
            ("L´OIM, c‘est lʼOIM", "l-oim-c-est-l-oim"),
            ("Note n° 3", "note-n-3"),
            ("Note nº3", "note-n-3"),
            ("N.º 3 – 1ª série", "n-3-1-serie"),
            ("Aujourd'hui, jusqu'à 100 % !", "aujourd-hui-jusqu-a-100"),
            ("Œuvres, cœur et ex æquo", "oeuvres-coeur-et-ex-aequo"),
            ("Réunion #5 @ Rabat", "reunion-5-rabat"),
            ("1er juin 2017 à 13 h 30", "1er-juin-2017-a-13-h-30"),
            ("Re\u{301}gion de l'E\u{301}st", "region-de-l-est"),
            (
                "Migration Project Surmounts COVID-19 Challenges",
                "migration-project-surmounts-covid-19-challenges",
            ),
            (
                "Morocco's youth: 1,429 voices",
                "moroccos-youth-1-429-voices",
            ),
            ("Don’t stop — Migrants’ rights", "dont-stop-migrants-rights"),
            (
                "Coupe d'Afrique du vivre-ensemble 🎉⚽",
                "coupe-d-afrique-du-vivre-ensemble",
            ),
            ("🇲🇦 Maroc ❤️ 1️⃣", "maroc-1"),
            ("IOM & UNDP: R&D", "iom-undp-r-d"),
            ("© 2026 – €3.5 million", "2026-3-5-million"),
            ("Straße in Łódź", "strasse-in-lodz"),
            ("m² et 20 °C", "m2-et-20-c"),
            ("co\u{ad}opé\u{200b}ration", "cooperation"),
            ("  --Espaces   et -- tirets--  ", "espaces-et-tirets"),
            ("المغرب ٢٠١٧", "lmgrb-2017"),
            ("北京 2008", "bei-jing-2008"),
            ("Ελλάδα", "ellada"),
            ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "tamazight"),
            ("", ""),
            ("!?… « »", ""),
            ("🎉", ""),
            ("🅰", "u1f170"),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn a_long_slug_is_cut_at_a_word() {
        let word = "a".repeat(40);
        assert_eq!(slug(&format!("{word} {word}")), word);
        assert_eq!(slug(&"b".repeat(80)), "b".repeat(75));
        // A word that ends exactly at the limit stays.
        let exact = format!("{}-{}", "c".repeat(40), "d".repeat(34));
        assert_eq!(slug(&exact), exact);
        assert_eq!(slug(&format!("{exact} e")), exact);
    }

    #[test]
    fn what_can_be_a_slug() {
        for yes in [
            "a",
            "sante-2017",
            "مساعدة-عاجلة",
            "помощь",
            "援助",
            "ⵜⴰⵡⵉⵙⵉ",
        ] {
            assert!(is_slug(yes), "{yes}");
        }
        for no in [
            "",
            "-a",
            "a-",
            "a--b",
            "Santé",
            "santé",
            "Помощь",
            "a b",
            "a/b",
            "a\u{200f}b",
            "а́".repeat(40).as_str(),
        ] {
            assert!(!is_slug(no), "{no}");
        }
    }

    proptest! {
        #[test]
        fn what_is_made_is_one(text in any::<String>()) {
            let made = slug(&text);
            prop_assert!(made.is_empty() || is_slug(&made), "{}", made);
        }

        #[test]
        fn every_text_has_a_well_formed_slug(text in "\\PC{0,40}|[a-zA-Zéœ'’ °&-]{0,120}|.{0,10}") {
            let once = slug(&text);
            prop_assert!(once.len() <= SLUG_LENGTH);
            prop_assert!(once.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"));
            prop_assert_eq!(once.is_empty(), !text.chars().any(char::is_alphanumeric));
            prop_assert_eq!(slug(&once), once);
        }
    }
}
