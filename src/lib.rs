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

pub mod source;

pub mod schema;

pub mod config;

pub mod picture;

pub mod translation;

pub mod content;

pub mod graph;

pub mod route;

pub mod plan;

pub mod answer;

pub mod trace;

pub mod render;

pub mod feed;

pub mod hosting;

pub mod write;

pub mod fmt;

pub mod build;

pub mod check;

pub mod editorial;

pub mod changes;

pub mod remove;

#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;

#[cfg(test)]
mod kills;
