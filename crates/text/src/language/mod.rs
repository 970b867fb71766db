//! What a language is: a name, a direction, an address prefix, and how it writes dates,
//! numbers, lists and plurals, and sorts words.
//!
//! A [`Language`] is built once for each language of a site and shared; all it does
//! afterwards is total: no date, number or text makes it fail. The data are those of CLDR,
//! compiled in through ICU4X, with the few habits that CLDR lacks in one table (`rows`).
//! No code, here or elsewhere, asks which language it is dealing with.
//!
//! What comes out is plain text. The spaces inside a number, before `%`, between an amount
//! and its currency, and inside a French time do not break; those of a date are ordinary
//! ones, which typography sets later, with everything else in a line.

mod articles;
mod currency;
mod dates;
mod figures;
mod guess;
mod meant;
mod money;
mod months;
pub mod names;
mod numbers;
mod own;
mod profile;
mod rows;
mod slug;
mod spelling;
mod tags;
pub mod written;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale::LocaleDirectionality;
use icu_locale_core::LanguageIdentifier;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

pub use currency::is_currency;
pub use dates::DateStyle;
pub use figures::Figures;
pub use fixed_decimal::Decimal;
pub use guess::reads_as;
pub use meant::{directive_meant, fields_meant, is_tag, language_called, tag_meant};
pub use money::Currency;
pub use months::Month;
pub use numbers::decimal;
pub use own::own_name;
pub use profile::{
    Label, NO_BREAK, Numbers, Ordinals, Profile, Quotes, Rewrites, Shown, THIN, Telling, Title,
    UnknownProfile, is_same_person, people,
};
pub use slug::{SLUG_LENGTH, is_slug, slug};
pub use spelling::{Company, Head, Only, Reason, Spelling, Word, Words};
pub use tags::{
    is_language, is_variant, looks_like_language, meant_variant, replaced, unknown_region,
};

/// A language of a site, with all that depends on it.
pub struct Language {
    /// BCP 47 in its canonical form (`fr`, `pt-BR`, `zh-Hant`): the value of `lang` and
    /// `hreflang`, and the ending of the files that are written in it.
    pub tag: Arc<str>,
    /// The language's name in itself: `Français`.
    pub name: Arc<str>,
    /// The first part of its addresses, without slashes.
    pub prefix: Arc<str>,
    /// A more precise tag whose dates, numbers and order of letters are used: `en-GB-oxendict`.
    pub variant: Option<Arc<str>>,
    /// Which way its script runs.
    pub direction: Direction,
    /// The tag of the language whose words of menus, collections and theme stand where this one
    /// has none. A language that has one is partial: it exists where it has texts of its own, and
    /// nothing asks for more.
    pub fallback: Option<Arc<str>>,
    /// How its texts are set; `None` leaves them as they are written.
    pub typography: Option<&'static Profile>,
    dates: dates::Dates,
    numbers: numbers::Numbers,
    plurals: PluralRules,
    and: ListFormatter,
    or: ListFormatter,
    collator: CollatorBorrowed<'static>,
}

/// Which way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Which way the script of a tag runs, as HTML's `dir` says it; `None` where it is no tag.
pub fn direction_of(tag: &str) -> Option<&'static str> {
    let id: LanguageIdentifier = tag.parse().ok()?;
    let right_to_left = LocaleDirectionality::new_extended().is_right_to_left(&id);
    Some(if right_to_left { "rtl" } else { "ltr" })
}

/// What joins the last two items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// *A, B et C*.
    And,
    /// *A, B ou C*.
    Or,
}

/// A plural category of CLDR for cardinal numbers.
///
/// French has `Many` for a round million (*1 million **de** pages*); where a text has no
/// form for a category, [`Plural::Other`] is the one to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plural {
    /// Arabic 0.
    Zero,
    /// English 1; French 0 and 1.
    One,
    /// Arabic 2.
    Two,
    /// Polish 2 to 4.
    Few,
    /// Polish 5; French 1,000,000.
    Many,
    /// What every language has.
    Other,
}

impl Plural {
    /// All of them, in the order of CLDR.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// CLDR's word for it: `zero`, `one`, `two`, `few`, `many`, `other`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// A word that is not one of CLDR's plural categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPlural;

impl FromStr for Plural {
    type Err = NotAPlural;

    fn from_str(word: &str) -> Result<Self, NotAPlural> {
        Self::ALL
            .into_iter()
            .find(|plural| plural.as_str() == word)
            .ok_or(NotAPlural)
    }
}

/// Why a language cannot be built from what the site declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LanguageError {
    /// The tag is not BCP 47.
    NotATag {
        /// As it was written.
        tag: String,
        /// What was probably meant, where separators alone are wrong: `en_GB`, `en-GB`.
        suggestion: Option<String>,
    },
    /// The tag is BCP 47 but not in its canonical form, which the names of files and the
    /// pages carry: `FR`, `fr`.
    NotCanonical {
        /// As it was written.
        tag: String,
        /// As it is to be written.
        canonical: String,
    },
    /// The variant's language is not the tag's.
    VariantOfAnother {
        /// The language's tag.
        tag: String,
        /// The variant, of another language.
        variant: String,
    },
    /// The prefix is empty or holds something other than the letters `a` to `z`, digits and
    /// single hyphens between them.
    NotAPrefix(String),
    /// ICU4X has no data, not even its root; does not happen with compiled data.
    NoData(String),
}

impl fmt::Display for LanguageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATag { tag, .. } => write!(f, "`{tag}` is not a language tag"),
            Self::NotCanonical { tag, canonical } => {
                write!(f, "the language tag `{tag}` is written `{canonical}`")
            }
            Self::VariantOfAnother { tag, variant } => {
                write!(f, "`{variant}` is not a variant of the language `{tag}`")
            }
            Self::NotAPrefix(prefix) => write!(f, "`{prefix}` cannot begin an address"),
            Self::NoData(reason) => write!(f, "the data of the language are missing: {reason}"),
        }
    }
}

impl std::error::Error for LanguageError {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language")
            .field("tag", &self.tag)
            .field("name", &self.name)
            .field("prefix", &self.prefix)
            .field("variant", &self.variant)
            .field("direction", &self.direction)
            .finish_non_exhaustive()
    }
}

impl Language {
    /// Its name as a sentence of a message has it: *in French*, *en français*.
    pub fn said(&self) -> rihla_diagnostics::Value {
        names::said(&self.tag, &self.name)
    }

    /// What a version of a text in it is called: *the French version*, *la version française*.
    pub fn version_said(&self) -> rihla_diagnostics::Value {
        rihla_diagnostics::Value::Version(self.tag.to_string(), self.name.to_string())
    }

    /// A language from a row of `site.yaml`: its tag, its own name, the prefix of its
    /// addresses and, where dates and numbers follow a more precise tag, that one.
    ///
    /// A tag for which CLDR has no data is a language like any other; it gets CLDR's root:
    /// dates of ISO 8601, a full stop before decimals, the order of Unicode's collation.
    ///
    /// # Errors
    /// A [`LanguageError`] says which of the four is wrong.
    pub fn new(
        tag: &str,
        name: &str,
        prefix: &str,
        variant: Option<&str>,
    ) -> Result<Self, LanguageError> {
        let own = tags::parse(tag)?;
        if !own.extensions.is_empty() {
            return Err(LanguageError::NotATag {
                tag: tag.to_owned(),
                suggestion: Some(own.id.to_string()),
            });
        }
        let formats = match variant {
            None => own.clone(),
            Some(variant) => {
                let precise = tags::parse(variant)?;
                if precise.id.language != own.id.language {
                    return Err(LanguageError::VariantOfAnother {
                        tag: tag.to_owned(),
                        variant: variant.to_owned(),
                    });
                }
                precise
            }
        };
        if !is_prefix(prefix) {
            return Err(LanguageError::NotAPrefix(prefix.to_owned()));
        }
        let right_to_left = LocaleDirectionality::new_extended().is_right_to_left(&own.id);
        Self::build(tag, name, prefix, variant, right_to_left, &formats)
            .map_err(|error| LanguageError::NoData(format!("{tag}: {error}")))
    }

    fn build(
        tag: &str,
        name: &str,
        prefix: &str,
        variant: Option<&str>,
        right_to_left: bool,
        formats: &Locale,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        let row = rows::row(&formats.id);
        let replaced: Option<Locale> = row.formats.map(str::parse).transpose()?;
        let locale = replaced.as_ref().unwrap_or(formats);
        let habits = rows::Habits::of(&locale.id);
        let mut order = CollatorPreferences::from(locale);
        order.numeric_ordering = Some(CollationNumericOrdering::True);
        let options = ListFormatterOptions::default();
        Ok(Self {
            tag: tag.into(),
            name: name.into(),
            prefix: prefix.into(),
            variant: variant.map(Arc::from),
            fallback: None,
            direction: match right_to_left {
                true => Direction::Rtl,
                false => Direction::Ltr,
            },
            typography: Profile::of_tag(variant.unwrap_or(tag)),
            dates: dates::Dates::new(locale, row)?,
            numbers: numbers::Numbers::new(locale, row, habits)?,
            plurals: PluralRules::try_new_cardinal(locale.into())?,
            and: ListFormatter::try_new_and(locale.into(), options)?,
            or: ListFormatter::try_new_or(locale.into(), options)?,
            collator: CollatorBorrowed::try_new(order, CollatorOptions::default())?,
        })
    }

    /// The plural category of a number; its written decimals count (English *1* is `One`,
    /// *1.0* is `Other`).
    pub fn plural(&self, number: &Decimal) -> Plural {
        match self.plurals.category_for(number) {
            PluralCategory::Zero => Plural::Zero,
            PluralCategory::One => Plural::One,
            PluralCategory::Two => Plural::Two,
            PluralCategory::Few => Plural::Few,
            PluralCategory::Many => Plural::Many,
            PluralCategory::Other => Plural::Other,
        }
    }

    /// Whether it exists only where it has texts of its own.
    pub fn is_partial(&self) -> bool {
        self.fallback.is_some()
    }

    /// The plural forms that whole numbers up to 200 take, each with the least such number: what a
    /// text with a count must have a form for. The rare form of French for round millions is none.
    pub fn plural_forms(&self) -> Vec<(Plural, u32)> {
        let mut forms: Vec<(Plural, u32)> = Vec::new();
        for number in 0..=200 {
            let form = self.plural(&Decimal::from(number));
            if !forms.iter().any(|(known, _)| *known == form) {
                forms.push((form, number));
            }
        }
        forms
    }

    /// *A, B et C* or *A, B ou C*; nothing for no items.
    pub fn list(&self, items: &[impl AsRef<str>], kind: ListKind) -> String {
        let formatter = match kind {
            ListKind::And => &self.and,
            ListKind::Or => &self.or,
        };
        formatter
            .format(items.iter().map(AsRef::as_ref))
            .to_string()
    }

    /// The order of the language's dictionaries (CLDR's standard collation): É with E,
    /// œ with oe, upper case after lower where nothing else differs, numbers by value.
    ///
    /// Total: texts that a dictionary holds for equal are ordered by their characters.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Bytes whose order is that of [`Language::compare`]; worth making where each text is
    /// compared often. Not stable from one version of the program to the next.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(4 * text.len() + 8);
        let Ok(()) = self.collator.write_sort_key_to(text, &mut key);
        // A collation key holds no zero byte, so a key that begins another stays before it.
        key.push(0);
        key.extend_from_slice(text.as_bytes());
        key
    }
}

/// Whether a text can be a part of an address as it stands.
pub fn is_prefix(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests;
