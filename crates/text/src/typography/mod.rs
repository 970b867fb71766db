//! Texts as a language sets them: quotation marks, apostrophes, and spaces that do not break.
//!
//! The engine looks at one line, which is the text of one paragraph, heading or cell, and says
//! what is to be changed in it, as [`Edit`]s in order. It knows punctuation, numbers and quotation
//! marks; what becomes of them is a row of the language ([`Profile`]). What a line consists of
//! besides text is the business of [`TextLine`], which hides markup from the engine, so that it sees
//! `Important : lire` where the writer has `**Important** : lire`.
//!
//! There are two tiers. The safe one, which is applied wherever a text is shown, changes no letter
//! and no digit. The rewrite tier ([`corrections`]) changes some, so that it is applied only where
//! the writer asks for it.
//!
//! Where a character may mean two things, it stays as it is.

mod edit;
mod foreign;
mod html;
mod line;
mod markup;
mod numbers;
mod punctuation;
mod quotes;
mod rewrite;
mod scan;
#[cfg(test)]
mod tests;
mod words;

pub use edit::{Edit, Side, With};
pub use html::Html;
pub use line::{BREAK, OBJECT, Piece, Slot, TextLine};
pub use markup::{Elements, ProfileOf};
pub use rewrite::{Correction, corrections};
pub use scan::Engine;

use std::borrow::Cow;

use crate::language::Profile;

/// A text without markup as a language sets it: what stands in an attribute, a feed, a value.
///
/// Lines that an empty line separates are set each for itself.
pub fn plain<'t>(text: &'t str, profile: &Profile) -> Cow<'t, str> {
    let mut engine = Engine::default();
    if text.contains("\n\n") {
        let parts = text.split("\n\n");
        let set = parts.map(|part| engine.plain(part, profile));
        return Cow::Owned(set.collect::<Vec<_>>().join("\n\n"));
    }
    engine.plain(text, profile)
}

/// A text with placeholders for values, `{name}`, as a language sets it. The names stay, and what will
/// stand in their place counts as a word.
pub fn phrase(text: &str, profile: &'static Profile) -> String {
    let mut line = TextLine::default();
    line.start(Some(profile));
    // Text and places, by turns; a place has no slot.
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, end)) = place(rest) {
        pieces.push((&rest[..at], line.text(&rest[..at]), &rest[at..end]));
        line.object();
        rest = &rest[end..];
    }
    pieces.push((rest, line.text(rest), ""));
    line.set(&mut Engine::default());
    let mut out = String::with_capacity(text.len() + 8);
    for (words, slot, place) in pieces {
        line.pieces(slot, words, |piece| out.push_str(piece.text()));
        out.push_str(place);
    }
    out
}

/// The first `{name}` of a text, from its first byte to after its last.
fn place(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find('{')?;
        let end = at + text[at..].find('}')? + 1;
        let name = &text[at + 1..end - 1];
        let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        if !name.is_empty() && name.chars().all(is_name) {
            return Some((at, end));
        }
        from = at + 1;
    }
}
