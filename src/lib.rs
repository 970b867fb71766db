//! Rihla turns Markdown and YAML into a static website in several languages.
//!
//! The program is a line of stages, each a function from values to values:
//!
//! ```text
//! Sources ─parse─▶ Parts ─link─▶ Graph ─plan─▶ Pages ─render─▶ Outputs ─write─▶ folder
//! ```
//!
//! The modules stand here in the order in which they may use each other: a module
//! uses only modules above it in this list. `tests/modules.rs` holds them to it.

pub mod site;

pub mod build;

pub mod editorial;

#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;

#[cfg(test)]
mod kills;
