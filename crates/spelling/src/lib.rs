//! Words of a text, and whether dictionaries of Hunspell have them.
//!
//! ```text
//! text ─words─▶ Word, Word, … ─is_right─▶ those that no dictionary has
//! ```
//!
//! [`words`] finds what is a word at all: no figure, no address, no acronym. [`is_right`] asks a dictionary about a word as its
//! language builds it ([`Habits`]): with an article that has lost its vowel, a hyphen, an inclusive ending, a possessive.
//!
//! The crate knows no site and reads no disk: a [`Dictionary`] is made from the two files of it.

mod dictionary;
mod habits;
mod words;

pub use dictionary::{Broken, Dictionary};
pub use habits::Habits;
pub use words::{Word, is_right, words};
