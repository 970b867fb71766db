//! Rihla turns Markdown and YAML into a static website in several languages.
//!
//! The program is a line of stages, each a function from values to values:
//!
//! ```text
//! Sources ─parse─▶ Parts ─link─▶ Graph ─plan─▶ Pages ─render─▶ Outputs ─write─▶ folder
//! ```
//!
//! Each floor is a crate of its own, in the order in which they may use each other: what the
//! drawing in ARCHITECTURE.md does not show does not compile.

pub use rihla_build as build;
pub use rihla_editorial as editorial;
#[cfg(feature = "serve")]
pub use rihla_serve as serve;
pub use rihla_site as site;

pub mod cli;
