//! Articles: the words that are not to be left at the end of a line of a heading.

use super::Language;

/// Language (primary subtag of BCP 47) → its articles, in small letters.
const ARTICLES: &[(&str, &[&str])] = &[
    (
        "de",
        &[
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer",
        ],
    ),
    ("en", &["a", "an", "the"]),
    (
        "es",
        &[
            "el", "la", "los", "las", "un", "una", "unos", "unas", "al", "del",
        ],
    ),
    (
        "fr",
        &["le", "la", "les", "un", "une", "des", "du", "au", "aux"],
    ),
    (
        "it",
        &["il", "lo", "la", "i", "gli", "le", "un", "uno", "una"],
    ),
    (
        "pt",
        &[
            "o", "a", "os", "as", "um", "uma", "ao", "à", "do", "da", "dos", "das",
        ],
    ),
];

/// What binds an article to its word: a space at which no line ends (U+00A0).
const BOND: &str = "\u{a0}";

impl Language {
    /// A line of words in which each article stays with the word after it: the spaces between
    /// them do not break. A text of a language without articles is given back as it is, and so is
    /// every other sign of the text.
    pub fn bound(&self, text: &str) -> String {
        let primary = self.tag.split('-').next().unwrap_or_default();
        let articles = ARTICLES.iter().find(|(tag, _)| *tag == primary);
        let articles = articles.map_or(&[][..], |(_, articles)| articles);
        let mut out = String::with_capacity(text.len() + 8);
        let mut words = text.split(' ').peekable();
        while let Some(word) = words.next() {
            out.push_str(word);
            let is_followed = words.peek().is_some_and(|next| !next.is_empty());
            let is_article = || articles.contains(&word.to_lowercase().as_str());
            match words.peek() {
                None => {}
                Some(_) if is_followed && is_article() => out.push_str(BOND),
                Some(_) => out.push(' '),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_stays_with_its_word() {
        for (tag, text, bound) in [
            (
                "fr",
                "Protéger les enfants de la rue",
                "Protéger les_enfants de la_rue",
            ),
            ("fr", "La mission", "La_mission"),
            ("fr", "Ce qui est là", "Ce qui est là"),
            ("en", "The state of the art", "The_state of the_art"),
            ("en", "Vitamin A", "Vitamin A"),
            ("ar", "la mission", "la mission"),
            ("fr", "le  ", "le  "),
        ] {
            let language = Language::new(tag, tag, tag, None).unwrap();
            assert_eq!(language.bound(text).replace(BOND, "_"), bound, "{text}");
        }
    }
}
