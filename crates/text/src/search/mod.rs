//! The words of a text as somebody looks for them: without accents and case, without elisions, and without the
//! endings that tell a plural from a singular.
//!
//! The script of the search page (`search.js`) does the same to what is typed. The endings are data
//! ([`Stems`]), which a site publishes with its index, so that both sides have the same ones;
//! `tests/search/words.tsv` holds them together.

mod stems;
mod telephones;

pub use stems::Stems;
pub use telephones::{Telephone, telephones};

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// The most characters of a word: what is longer is cut.
const LONGEST: usize = 40;

/// A text without accents, case and ligatures: *Main-d’Œuvre*, `main-d'oeuvre`. Arabic loses its vowel signs and
/// the forms of its letters that are written in more than one way.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Most words of most languages.
        return text.to_ascii_lowercase().replace('`', "'");
    }
    let categories = CodePointMapData::<GeneralCategory>::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let mut folded = String::with_capacity(decomposed.len());
    for c in decomposed.to_lowercase().chars() {
        match c {
            '’' | 'ʼ' | '`' | '‘' => folded.push('\''),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ة' => folded.push('ه'),
            'ى' | 'ی' => folded.push('ي'),
            'ک' => folded.push('ك'),
            'ٱ' => folded.push('ا'),
            '\u{640}' => {}
            '٠'..='٩' => folded.extend(digit(c, '٠')),
            '۰'..='۹' => folded.extend(digit(c, '۰')),
            c if is_unheard(categories.get(c)) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// Whether a character changes another one, or is there for the layout of a text alone.
fn is_unheard(category: GeneralCategory) -> bool {
    GeneralCategoryGroup::Mark.contains(category) || category == GeneralCategory::Format
}

fn digit(c: char, zero: char) -> Option<char> {
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The words of a [folded](fold) text, in order: runs of letters and digits. A letter alone is none where
/// an apostrophe stands before or after it (*l’aide*, *migrant’s*).
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    let mut before = None;
    folded
        .split_inclusive(|c: char| !c.is_alphanumeric())
        .filter_map(move |piece| {
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            let after = piece[word.len()..].chars().next();
            let touches = after == Some('\'') || before == Some('\'');
            before = after;
            let mut letters = word.chars();
            let is_one = letters.next().is_some() && letters.next().is_none();
            (!word.is_empty() && (!is_one || !touches)).then(|| cut(word))
        })
}

/// The first [`LONGEST`] characters of a word.
fn cut(word: &str) -> &str {
    word.char_indices()
        .nth(LONGEST)
        .map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<String> {
        words(&fold(text)).map(str::to_owned).collect()
    }

    #[test]
    fn accents_case_and_elisions_do_not_matter() {
        for text in [
            "L’hébergement",
            "l'hebergement",
            "L‘HÉBERGEMENT",
            "he\u{301}bergement",
        ] {
            assert_eq!(found(text), ["hebergement"], "{text}");
        }
        assert_eq!(found("main-d’œuvre"), ["main", "oeuvre"]);
        assert_eq!(found("a migrant’s rights"), ["a", "migrant", "rights"]);
        assert_eq!(
            found("2\u{a0}juin 2017, R&D"),
            ["2", "juin", "2017", "r", "d"]
        );
        assert_eq!(found("اَلْمُسَاعَدَةُ ٢٠٣٠"), ["المساعده", "2030"]);
        assert_eq!(found("أين أنام إلى"), ["اين", "انام", "الي"]);
    }

    proptest! {
        /// What was folded stays as it is, and no word is empty or holds anything but letters and digits.
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let folded = fold(&text);
            let of = |text: &str| words(text).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(of(&fold(&folded)), of(&folded));
            for word in words(&folded) {
                prop_assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric));
            }
        }
    }
}
