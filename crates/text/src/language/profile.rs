//! How a tradition of a language sets its texts: one row of data for each.
//!
//! The engine (`typography`) knows punctuation, numbers and quotation marks, but no language: what it
//! does with them is read here. A further language or variant is a further row.
//!
//! Sources: *Lexique des règles typographiques en usage à l’Imprimerie nationale*; the
//! *Banque de dépannage linguistique* of the OQLF for French in Canada; the *Interinstitutional
//! style guide* of the European Union; *New Hart’s Rules* and the *United Nations Editorial
//! Manual* for English; ISO 80000-1 for units.

mod english;
mod french;
mod person;
mod telling;

use icu_locale_core::LanguageIdentifier;

use super::currency::is_currency;
use super::money::Currency;
use super::months::Month;
pub use person::{is_same_person, people};
pub use telling::{Shown, Telling};

/// A space that does not break, of the width of a word space.
pub const NO_BREAK: &str = "\u{a0}";
/// A thin space that does not break (*espace fine insécable*).
pub const THIN: &str = "\u{202f}";

/// How a tradition sets its texts.
#[derive(Debug)]
pub struct Profile {
    /// Its name in `site.yaml` and on the command line; with the language, the only one.
    pub name: &'static str,
    /// The language whose texts it sets.
    pub language: &'static str,
    /// The tags for which it is the one where nothing else is said.
    tags: &'static [&'static str],
    /// What stands before `;`, `!` and `?`; nothing where it is empty.
    pub before_high: &'static str,
    /// What stands before `:`.
    pub before_colon: &'static str,
    /// What stands between a number and `%` or `‰`.
    pub before_percent: &'static str,
    /// What stands between a number and the sign of a currency; `None` keeps them together as
    /// they are written.
    pub before_sign: Option<&'static str>,
    /// What stands inside « and »; `None` leaves them as they are.
    pub inside_guillemets: Option<&'static str>,
    /// Straight double quotation marks by how deep they stand in each other; the last is for
    /// all deeper ones.
    pub quotes: &'static [Quotes],
    /// Whether “ and ” on the first level become the first of `quotes`.
    pub replaces_curly: bool,
    /// What separates thousands; `None` leaves them as they are.
    pub thousands: Option<&'static str>,
    /// Whether `h` is a character of its own between hours and minutes.
    pub hours: bool,
    /// Names of months as they stand beside a day; one in lower case is known with a capital too.
    pub months: &'static [Month],
    /// Whether a day may stand after its month.
    pub month_first: bool,
    /// Words and characters that stay with the number after them.
    pub labels: &'static [Label],
    /// The names of currencies, which stay with the number before them too.
    pub currencies: &'static [Currency],
    /// What else stays with the number before it.
    pub units: &'static [&'static str],
    /// Those of the two that are set apart where they touch the number.
    pub touching_units: &'static [&'static str],
    /// Titles that stay with the name after them.
    pub titles: &'static [Title],
    /// Words with a capital that begin a sentence more often than they are a name.
    pub starters: &'static [&'static str],
    /// What makes a number an ordinal.
    pub ordinals: Ordinals,
    /// What stands for two or three hyphens between words that they touch.
    pub dash: &'static str,
    /// Whether a hyphen between years, days and pages becomes an en dash.
    pub dashes_in_ranges: bool,
    /// What an apostrophe leaves of a word before another one, without accents: *l’*, *qu’*.
    pub elisions: &'static [&'static str],
    /// Words that begin with an apostrophe: *’tis*.
    pub clipped: &'static [&'static str],
    /// The commonest words of the language, those that another one has too left out: by them a
    /// quotation is known to be in it.
    pub function_words: &'static [&'static str],
    /// What shows that a heading is in it.
    pub telling: &'static Telling,
    /// Words of titles that other languages do not write so: by them a title between quotation
    /// marks is known to be in it.
    pub title_words: &'static [&'static str],
    /// The names of the rows by which a quotation in their language is set, where its words show
    /// that it is.
    pub quoted: &'static [&'static str],
    /// What the rewrite tier may do; `None` where it does nothing.
    pub rewrites: Option<&'static Rewrites>,
    /// The characters that a font must have to show a text that was set.
    pub glyphs: &'static str,
}

/// A pair of quotation marks.
#[derive(Debug)]
pub struct Quotes {
    /// Before the words.
    pub open: &'static str,
    /// After them.
    pub close: &'static str,
    /// Between the marks and the words.
    pub inside: &'static str,
}

/// A word or character that stays with the number after it.
#[derive(Debug)]
pub struct Label {
    /// As it is written.
    pub word: &'static str,
    /// What two numbers after it with a hyphen between them are.
    pub numbers: Numbers,
    /// Whether it is set apart from a number that touches it.
    pub is_set_apart: bool,
}

/// What numbers with a hyphen between them are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// It depends on the numbers.
    Any,
    /// A range: pages.
    Range,
    /// One number: a law.
    One,
}

/// A title that stays with the name after it.
#[derive(Debug)]
pub struct Title {
    /// As it is written.
    pub word: &'static str,
    /// Whether it is one only before a capital.
    pub before_capital: bool,
}

/// What makes a number an ordinal.
#[derive(Debug)]
pub struct Ordinals {
    /// After the figures.
    pub endings: &'static [&'static str],
    /// Those after the Roman numeral I.
    pub after_roman_one: &'static [&'static str],
    /// Those after other Roman numerals.
    pub after_roman: &'static [&'static str],
    /// Whether they are raised.
    pub are_raised: bool,
}

/// What the rewrite tier may do.
#[derive(Debug)]
pub struct Rewrites {
    /// What follows the figure 1 before the name of a month.
    pub first_of_month: &'static str,
    /// Endings of ordinals that are written in another way: wrong, right.
    pub ordinals: &'static [(&'static str, &'static str)],
    /// Those of the number 1.
    pub first: &'static [(&'static str, &'static str)],
    /// What is named after a day, in lower case: `avenue du 20 Août`.
    pub named: &'static [&'static str],
    /// Words between it and the day.
    pub joints: &'static [&'static str],
}

/// A language for whose name there is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownProfile {
    /// The names that there are, in the order of the table.
    pub known: Vec<&'static str>,
}

impl Profile {
    /// The profile of a language tag: of the tag itself, else of its language and region, else
    /// of its language. `None` where texts stay as they are written, and where it is no tag.
    pub fn of_tag(tag: &str) -> Option<&'static Self> {
        let find = |tag: &str| PROFILES.iter().find(|row| row.tags.contains(&tag));
        if let Some(found) = find(tag) {
            return Some(found);
        }
        let id: LanguageIdentifier = tag.parse().ok()?;
        let language = id.language.as_str();
        id.region
            .and_then(|region| find(&format!("{language}-{region}")))
            .or_else(|| find(language))
    }

    /// How many of some words are among the commonest of the language.
    pub fn function_words_in(&self, words: &str) -> usize {
        let words = words.split(|c: char| !c.is_alphabetic());
        let is_one = |word: &&str| self.function_words.contains(&&*word.to_lowercase());
        words.filter(is_one).count()
    }

    /// How many of some words show the language: the commonest ones, and those of titles.
    pub fn words_in(&self, words: &str) -> usize {
        let split = words.split(|c: char| !c.is_alphabetic());
        let is_one = |word: &&str| self.title_words.contains(&&*word.to_lowercase());
        self.function_words_in(words) + split.filter(is_one).count()
    }

    /// The profile of a name that a site gives for a language.
    ///
    /// # Errors
    /// The names that this language knows.
    pub fn named(language: &str, name: &str) -> Result<&'static Self, UnknownProfile> {
        let language = language.split('-').next().unwrap_or_default();
        let rows = || PROFILES.iter().filter(|row| row.language == language);
        let found = rows().find(|row| row.name == name);
        found.ok_or_else(|| UnknownProfile {
            known: rows().map(|row| row.name).collect(),
        })
    }

    /// The profile of a name or a tag.
    ///
    /// # Errors
    /// All names, where it is neither.
    pub fn find(name: &str) -> Result<&'static Self, UnknownProfile> {
        let named = PROFILES.iter().find(|row| row.name == name);
        let found = named.or_else(|| Self::of_tag(name));
        found.ok_or_else(|| {
            let mut known: Vec<&str> = Vec::new();
            for row in PROFILES {
                if !known.contains(&row.name) {
                    known.push(row.name);
                }
            }
            UnknownProfile { known }
        })
    }

    /// Every profile.
    pub fn all() -> &'static [Self] {
        PROFILES
    }

    /// Whether three capitals are the code of a currency, which stays with its amount.
    pub fn is_currency(code: &str) -> bool {
        is_currency(code)
    }
}

const PROFILES: &[Profile] = &[
    french::FRENCH,
    french::OF_CANADA,
    french::OF_THE_UNION,
    english::ENGLISH,
    english::OF_OXFORD,
    english::OF_THE_UNION,
];

const fn label(word: &'static str) -> Label {
    Label {
        word,
        numbers: Numbers::Any,
        is_set_apart: false,
    }
}

const fn pages(word: &'static str) -> Label {
    Label {
        numbers: Numbers::Range,
        ..label(word)
    }
}

const fn one(word: &'static str) -> Label {
    Label {
        numbers: Numbers::One,
        ..label(word)
    }
}

const fn apart(label: Label) -> Label {
    Label {
        is_set_apart: true,
        ..label
    }
}

const fn title(word: &'static str) -> Title {
    Title {
        word,
        before_capital: false,
    }
}

const fn before_capital(word: &'static str) -> Title {
    Title {
        word,
        before_capital: true,
    }
}

const DOUBLE: Quotes = Quotes {
    open: "“",
    close: "”",
    inside: "",
};
const SINGLE: Quotes = Quotes {
    open: "‘",
    close: "’",
    inside: "",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_finds_the_nearest_profile() {
        let name = |tag| Profile::of_tag(tag).map(|row| (row.language, row.name));
        for (tag, expected) in [
            ("fr", Some(("fr", "fr"))),
            ("fr-MA", Some(("fr", "fr"))),
            ("fr-CA", Some(("fr", "fr-CA"))),
            ("fr-Latn-CA", Some(("fr", "fr-CA"))),
            ("en", Some(("en", "en"))),
            ("en-US", Some(("en", "en"))),
            ("en-GB-oxendict", Some(("en", "en-GB-oxendict"))),
            // Basque, which is not the European Union.
            ("eu", None),
            ("ar", None),
            ("de", None),
            ("", None),
            ("français", None),
        ] {
            assert_eq!(name(tag), expected, "{tag}");
        }
    }

    #[test]
    fn a_name_belongs_to_a_language() {
        let name = |language, name| Profile::named(language, name).map(|row| row.before_colon);
        assert_eq!(name("fr", "eu"), Ok(""));
        assert_eq!(name("fr-MA", "fr-CA"), Ok(NO_BREAK));
        assert_eq!(
            name("fr", "en").map_err(|unknown| unknown.known),
            Err(vec!["fr", "fr-CA", "eu"])
        );
        assert_eq!(
            name("ar", "eu").map_err(|unknown| unknown.known),
            Err(vec![])
        );
        assert_eq!(
            Profile::find("xx")
                .err()
                .map(|unknown| unknown.known.join(" ")),
            Some("fr fr-CA eu en en-GB-oxendict".to_owned())
        );
    }

    #[test]
    fn rows_are_well_formed() {
        for row in Profile::all() {
            assert!(!row.quotes.is_empty(), "{}", row.name);
            assert!(row.tags.iter().all(|tag| tag.starts_with(row.language)));
            assert!(row.quoted.iter().all(|name| Profile::find(name).is_ok()));
            for unit in row.touching_units {
                let mut names = row.currencies.iter().map(|(name, _)| name);
                assert!(
                    names.any(|name| name == unit) || row.units.contains(unit),
                    "{unit}"
                );
            }
        }
    }
}
