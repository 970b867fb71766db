//! Labels of footnotes and links, in one form.
//!
//! The parser compares labels letter by letter, a letter with an accent can be written in two ways, and
//! a no-break space looks like any other: what is composed in one place and not in the other is composed in
//! both before it is parsed, and its spaces are plain.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::from_html::{Edit, Piece, Rewrite};
use crate::url::composed;

/// Finds the labels of a text that are to be composed.
pub(super) fn find(text: &str) -> Vec<Rewrite> {
    if memchr::memmem::find(text.as_bytes(), b"]:").is_none() || text.is_ascii() {
        return Vec::new();
    }
    let brackets = brackets(text);
    let defined: BTreeSet<String> = brackets
        .iter()
        .filter(|range| text[range.end..].starts_with("]:"))
        .map(|range| key(&text[range.clone()]))
        .collect();
    let mut rewrites = Vec::new();
    for range in brackets {
        let label = &text[range.clone()];
        if let Cow::Owned(right) = plain(label)
            && defined.contains(&key(label))
        {
            rewrites.push(Rewrite {
                range: range.clone(),
                edits: vec![Edit {
                    pieces: vec![Piece::Markup(right, Some(range.start))],
                    range,
                }],
                findings: Vec::new(),
            });
        }
    }
    rewrites
}

/// What stands between brackets that hold no others, in order.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    let mut is_escaped = false;
    // Whether nothing stands on the line so far but marks of quotations.
    let mut is_blank = true;
    for (at, byte) in text.bytes().enumerate() {
        let was_escaped = is_escaped;
        is_escaped = byte == b'\\' && !was_escaped;
        match (byte, open) {
            (b'[', _) if !was_escaped => open = Some(at + 1),
            // No label goes on after an empty line (CommonMark, section 4.7).
            (b'\n', _) if is_blank => open = None,
            (b']', Some(start)) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
        is_blank = match byte {
            b'\n' => true,
            b' ' | b'\t' | b'\r' | b'>' => is_blank,
            _ => false,
        };
    }
    found
}

/// A label composed, with plain spaces between its words.
fn plain(label: &str) -> Cow<'_, str> {
    let is_odd = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r');
    if !label.contains(is_odd) {
        return composed(label);
    }
    let (mark, name) = label.split_at(usize::from(label.starts_with('^')));
    let words: Vec<&str> = name.split_whitespace().collect();
    Cow::Owned(format!("{mark}{}", composed(&words.join(" "))))
}

/// What a label is compared by.
fn key(label: &str) -> String {
    let (mark, name) = label.split_at(usize::from(label.starts_with('^')));
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = composed(&words.join(" ").to_uppercase()).to_lowercase();
    format!("{mark}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_end_with_their_paragraph() {
        for (text, count) in [
            ("[^é\u{a0}1] et\n\n[^é\u{a0}1]: note\n", 2),
            ("a [ »\u{a0}b\n\n`]: x`\n", 0),
            ("> a [ »\u{a0}b\n>\n> `]: x`\n", 0),
            ("\\[é\u{a0}1]: x\n", 0),
        ] {
            assert_eq!(find(text).len(), count, "{text}");
        }
    }
}
