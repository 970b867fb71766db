//! What Rihla does to images.
//!
//! - [`make`] turns an image of a camera into the sizes and formats that a page shows: it
//!   decodes, crops, resizes, turns, converts colours to sRGB and encodes, and nothing of the
//!   source but its pixels is left.
//! - [`social_card`] sets and draws the title of a page as an image.
//!
//! The crates that this rests on are large and generic. No function here is, so that their code
//! is compiled with this crate, once, and not with whoever calls it.
//!
//! Nothing here reads or writes a disk.

mod color;
mod decode;
mod encode;
mod make;
mod parts;
pub mod social_card;

pub use make::{Crop, Made, Problem, Source, Target, make};

/// The kind of an image's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageKind {
    /// JPEG, with one, three or four colours.
    Jpeg,
    /// PNG; of an animation, the first image.
    Png,
    /// GIF; of an animation, the first image.
    Gif,
    /// WebP, lossy or not.
    WebP,
}

/// A format in which images are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// AVIF: the smallest, and some seconds of work for each image. Only a program that was built
    /// with the feature `avif` makes it: see [`Format::is_built_in`].
    Avif,
    /// WebP: what nearly every browser shows.
    WebP,
    /// JPEG, for the others.
    Jpeg,
    /// PNG, for the others where an image lets its background through.
    Png,
}

impl Format {
    /// Whether the program can make it: AVIF needs the feature `avif`.
    pub fn is_built_in(self) -> bool {
        self != Self::Avif || cfg!(feature = "avif")
    }

    /// The usual extension, without dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// Changes whenever the same source and target give other bytes than before: names that are made
/// from both carry it.
pub const VERSION: u32 = 1;
