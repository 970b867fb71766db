//! Built pages: read as browsers read them, and rules over each.
//!
//! ```text
//! text ─parse─▶ Document ─check─▶ findings
//! ```
//!
//! A [`Document`] is the tree that the standard's parser builds (HTML, section 13.2), in one arena, with the place of
//! each start tag in the text. [`check`] runs the [`RULES`] over it and gives what they find, in the order of the
//! page: each finding names its rule, the place of the element and the values of the rule's message.
//!
//! The crate knows no site: where an address leads, which languages a site has, and which source a page
//! was made from, is known to whoever calls it. It reads no style sheet and runs no script: what is seen is what the
//! attributes of the page say. Nothing here may say that a page is accessible, only what was found.

mod document;
mod mistake;
mod names;
mod open;
mod parse;
mod passages;
mod references;
mod rules;

pub use document::{Document, Element, Zone};
pub use passages::Passage;
pub use references::{Reference, ReferenceKind};
pub use rules::{Finding, Ground, RULES, Rule, VALUE_NAMES, check};
