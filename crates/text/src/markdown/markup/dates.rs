//! Words in which dates are looked for.

/// The words of a text between white space, with where each begins.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let words = text.split_inclusive(char::is_whitespace).map(|word| {
        at += word.len();
        (at - word.len(), word.trim_end())
    });
    words.filter(|(_, word)| !word.is_empty()).collect()
}

/// Where the letters of a word begin that stands at a place: after brackets and the like.
pub(super) fn start(at: usize, word: &str) -> usize {
    at + word.len() - word.trim_start_matches(is_sign).len()
}

/// A word without the signs behind it.
pub(super) fn trimmed(word: &str) -> &str {
    word.trim_end_matches(is_sign)
}

/// Words as a message shows them, in one line.
pub(super) fn in_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}
