//! From the files of a folder to everything that its site will consist of.
//!
//! ```text
//! Sources ─parse─▶ Parts ─link─▶ Graph ─plan─▶ Pages
//! ```
//!
//! The modules stand in the order in which they may use each other. Only [`source`] reads a disk,
//! and only [`route`] makes an address.

pub mod ids;

pub mod failure;

pub mod source;

pub mod schema;

pub mod config;

pub mod variant;

pub mod translation;

pub mod content;

pub mod graph;

pub mod route;

pub mod plan;
