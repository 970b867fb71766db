//! A line as one reads it: words, what stands around them, where a sentence begins.

use std::cell::Cell;
use std::ops::Range;

use rihla_text::typography::{BREAK, OBJECT};

/// The words of a text: runs of letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, c)| is_letter(*c))?;
        let mut end = text.len();
        while let Some((at, c)) = letters.peek() {
            if !is_letter(*c) {
                end = *at;
                break;
            }
            letters.next();
        }
        Some(start..end)
    })
}

/// Whether a character is part of a word. Accents may be characters of their own.
pub(super) fn is_letter(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphabetic(),
        false => c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}'),
    }
}

/// Whether a character is an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether a character is a space inside a line.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\u{a0}' | '\u{202f}')
}

/// The character before a byte.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character after a byte.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The word before a byte, with nothing but spaces between them, or an apostrophe.
pub(super) fn word_before(text: &str, at: usize) -> Option<&str> {
    let head = text[..at].trim_end_matches(|c| is_space(c) || is_apostrophe(c));
    let start = head.trim_end_matches(is_letter).len();
    let is_beside = head.len() < at && start < head.len();
    is_beside.then(|| &head[start..])
}

/// The word after a byte, with nothing but spaces between them.
pub(super) fn word_after(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].trim_start_matches(is_space);
    let start = text.len() - rest.len();
    let end = text.len() - rest.trim_start_matches(is_letter).len();
    (start > at && end > start).then_some(start..end)
}

/// The words of a line that are part of an address, of the name of a file, or of a tag.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// What stands without a space in it: the one that was looked at last, and what it is.
    last: Cell<(usize, usize, bool)>,
}

impl Addresses {
    /// Whether the word at a byte is part of one.
    pub fn hold(&self, text: &str, at: usize) -> bool {
        let (start, end, known) = self.last.get();
        if (start..end).contains(&at) {
            return known;
        }
        let is_end = |c: char| is_space(c) || BREAK.starts_with(c) || OBJECT.starts_with(c);
        let start = text[..at].trim_end_matches(|c| !is_end(c)).len();
        let end = text.len() - text[at..].trim_start_matches(|c| !is_end(c)).len();
        let is_address = is_address(&text[start..end]);
        self.last.set((start, end, is_address));
        is_address
    }
}

/// Whether something that has no space in it is no words.
fn is_address(token: &str) -> bool {
    let token = token.trim_start_matches(['(', '[', '«', '“', '"', '\'', '‘', '’']);
    if token.contains(['@', '\\', '_']) || token.contains("://") {
        return true;
    }
    if token.starts_with(['#', '/', '.', '~', '$', '{', '<', '&', '`']) || token.starts_with("www.")
    {
        return true;
    }
    // `rapport.pdf`, `oim.int`: a full stop that no space follows. A sentence may do without one,
    // but not before a small letter.
    let small = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let mut characters = token.match_indices(['.', '=']);
    characters
        .any(|(character, _)| small(before(token, character)) && small(after(token, character + 1)))
}

/// Whether a sentence begins at a byte. `is_title` tells of a word whether the full stop after it
/// is its own.
pub(super) fn is_head(text: &str, at: usize, is_title: impl Fn(&str) -> bool) -> bool {
    let opens = |c: char| matches!(c, '«' | '“' | '"' | '‘' | '\'' | '(' | '[' | '¿' | '¡');
    let head = text[..at].trim_end_matches(|c| opens(c) || is_space(c));
    let Some(last) = head.chars().next_back() else {
        return true;
    };
    if BREAK.starts_with(last) {
        return true;
    }
    let has_space = text[head.len()..at].contains(is_space);
    let sentence = head.trim_end_matches(['»', '”', '"', ')', '’', '\'']);
    let end = sentence.trim_end_matches(is_space);
    if !has_space || !end.ends_with(['.', '!', '?', '…']) {
        return false;
    }
    let Some(words) = end.strip_suffix('.') else {
        return true;
    };
    let start = words.trim_end_matches(is_letter).len();
    let word = &words[start..];
    // An initial, or an abbreviation.
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    !is_initial && !is_title(&end[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters() {
        let text = "L’État d’où 2ème — cœ́ur, x.";
        let found: Vec<&str> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["L", "État", "d", "où", "ème", "cœ́ur", "x"]);
    }

    #[test]
    fn addresses_are_not_words() {
        for (text, expected) in [
            ("voir l'Etat/région", false),
            ("voir (Etat)", false),
            ("l'Etat.Il", false),
            ("fin.Etat", false),
            ("Etat.pdf", true),
            ("https://x.org/Etat", true),
            ("a@Etat.ma", true),
            ("#Etat", true),
            ("/Etat", true),
            ("mon_Etat", true),
            ("www.x/Etat", true),
            ("(www.x/Etat)", true),
        ] {
            let at = text.find("Etat").unwrap();
            assert_eq!(Addresses::default().hold(text, at), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_begins_after_one() {
        for (text, expected) in [
            ("X", true),
            ("« X", true),
            ("Un. X", true),
            ("Un ! X", true),
            ("Un (deux.) X", true),
            ("« Un ? » X", true),
            ("Un\u{2028}X", true),
            ("Un X", false),
            ("Un, X", false),
            ("Un : X", false),
            ("Un.X", false),
            ("Un\nX", false),
            ("J. X", false),
            ("Mr. X", false),
            ("L'X", false),
            ("\u{fffc} X", false),
        ] {
            let at = text.find('X').unwrap();
            assert_eq!(
                is_head(text, at, |word| word == "Mr."),
                expected,
                "{text:?}"
            );
        }
    }
}
