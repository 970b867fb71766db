//! What a file is and what it hides, whatever its name says.
//!
//! - [`Header`] is what the first bytes of a file say of it.
//! - [`pdf_pages`] counts the pages of a document, and [`pdf_spoken`] tells what it has for those who have it
//!   read aloud.
//! - [`hidden()`] tells what a document holds that who reads it does not see.
//! - [`strip()`] takes the hidden data out of an image without touching a pixel.
//! - [`svg::clean`] leaves of a drawing what draws.
//!
//! Nothing here reads or writes a disk, but what a caller hands in as `Read` and `Seek`.

mod header;
mod hidden;
mod pdf;
pub mod strip;
pub mod svg;

pub use header::{FileKind, First, Header, Metadata, Seekable, in_letters, names_position};
pub use hidden::{Hidden, HiddenKind, hidden};
pub use pdf::{Spoken, pages as pdf_pages, spoken as pdf_spoken};
pub use strip::{STRIP_VERSION, strip};
