//! Labels of footnotes and links, in one form of Unicode.
//!
//! The parser compares labels letter by letter, and a letter with an accent can be written in two ways:
//! what is composed in one place and not in the other is composed in both before it is parsed.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::from_html::{Edit, Piece, Rewrite};
use crate::url::composed;

/// Finds the labels of a text that are to be composed.
pub(super) fn find(text: &str) -> Vec<Rewrite> {
    // Combining marks begin with one of these; almost no text has any.
    if memchr::memchr2(0xcc, 0xcd, text.as_bytes()).is_none() {
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
        if let Cow::Owned(right) = composed(label)
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
    for (at, byte) in text.bytes().enumerate() {
        match (byte, open) {
            (b'[', _) => open = Some(at + 1),
            (b']', Some(start)) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// What a label is compared by.
fn key(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    composed(&words.join(" ").to_uppercase())
        .to_lowercase()
        .trim()
        .to_owned()
}
