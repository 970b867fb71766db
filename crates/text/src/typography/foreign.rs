//! Quotations in another language, which their words give away.

use crate::language::Profile;

/// Words between quotation marks that are set by the rules of another language.
pub(super) struct Foreign {
    /// The first byte of the words, without the spaces inside the marks.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The rules.
    pub profile: &'static Profile,
}

/// A longer quotation is more than a title.
const LONGEST: usize = 400;

/// How many words a quotation must have at least to show its language.
const FEWEST: usize = 3;

/// The quotations of a line that are in a language that its rules know of, in order. What holds
/// further quotation marks is left to the rules of the line.
pub(super) fn quotations(text: &str, profile: &Profile) -> Vec<Foreign> {
    let mut found = Vec::new();
    if profile.quoted.is_empty() {
        return found;
    }
    let mut from = 0;
    while let Some((start, end, after)) = next(text, from) {
        from = after;
        let inside = &text[start..end];
        let words = inside.trim();
        let start = start + (inside.len() - inside.trim_start().len());
        let mut known = profile
            .quoted
            .iter()
            .filter_map(|name| Profile::find(name).ok());
        if let Some(other) = known.find(|other| is_in(words, other, profile)) {
            found.push(Foreign {
                start,
                end: start + words.len(),
                profile: other,
            });
        }
    }
    found
}

/// The next quotation from a byte on: where its words begin and end, and where to go on.
fn next(text: &str, from: usize) -> Option<(usize, usize, usize)> {
    const MARKS: [char; 5] = ['"', '«', '»', '“', '”'];
    let opens = text[from..].find(['"', '«', '“'])? + from;
    let mark = text[opens..].chars().next()?;
    let start = opens + mark.len_utf8();
    let close = match mark {
        '«' => '»',
        '“' => '”',
        mark => mark,
    };
    let end = match text[start..].find(MARKS) {
        Some(length) => start + length,
        None => return None,
    };
    match text[end..].starts_with(close) && end - start <= LONGEST {
        true => Some((start, end, end + close.len_utf8())),
        false => next(text, end),
    }
}

/// Whether words are in the language of some rules and not in that of the line.
fn is_in(words: &str, other: &Profile, own: &Profile) -> bool {
    let all = words.split(|c: char| !c.is_alphabetic());
    let all = all.filter(|word| !word.is_empty()).count();
    let others = other.words_in(words);
    let owns = own.words_in(words);
    // A space too many before a punctuation mark is worse than one that is missing.
    let fewest = match other.before_high {
        "" => 1,
        _ => 2,
    };
    // In running text every third word or so is one of the commonest.
    all >= FEWEST && others >= fewest && owns == 0 && others * 6 >= all
}
