//! What the first bytes of an image say: its kind, its size, and what it tells of its maker.
//!
//! Nothing here trusts a length that a file claims: every read is bounded by a constant and
//! by the length that the file has, and what is cut off or senseless gives `None`.

mod archive;
mod avif;
mod document;
mod film;
mod first;
mod gif;
mod hidden;
mod jpeg;
mod jxl;
mod png;
mod search;
mod stream;
#[cfg(test)]
mod tests;
mod tiff;
mod webp;
mod whole;

use rihla_diagnostics::Text;
use rihla_diagnostics::catalogue::source as say;

pub use first::First;
pub use hidden::names_position;
use search::Marks;
pub use search::in_letters;
pub use stream::Seekable;
use stream::Stream;

/// What is known of a file from its first bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The kind of file, by its bytes and not by its name.
    pub kind: FileKind,
    /// In pixels, as stored: an orientation in the metadata does not turn it.
    pub width: Option<u32>,
    /// In pixels, as stored.
    pub height: Option<u32>,
    /// The kinds of metadata that an image carries, each once, in the order of [`Metadata`].
    /// How it is turned, said alone, is none.
    pub metadata: Vec<Metadata>,
    /// Whether the metadata says where it was taken.
    pub position: bool,
    /// How it is turned to be seen: 1 to 8, as Exif numbers it (tag 274); 1 is as stored.
    pub orientation: u8,
    /// Whether it has several images that follow each other.
    pub animated: bool,
    /// Whether the background may show through.
    pub alpha: bool,
    /// How many bytes of memory a decoder needs for each pixel.
    pub pixel: u8,
    /// What a file of [`FileKind::Other`] is.
    pub first: First,
    /// Whether its end is missing.
    pub is_cut: bool,
}

/// A kind of file, as far as it matters to a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG, in whatever wrapping.
    Jpeg,
    /// GIF 87a or 89a.
    Gif,
    /// WebP, lossy, lossless or animated.
    WebP,
    /// AVIF, still or animated.
    Avif,
    /// A drawing in SVG; told by its name, since its bytes are text.
    Svg,
    /// HEIC or HEIF, as telephones save it; no image to most browsers.
    Heic,
    /// TIFF; no image to most browsers.
    Tiff,
    /// JPEG XL; no image to most browsers.
    JpegXl,
    /// A film in MP4, QuickTime or 3GP.
    Film,
    /// A PDF document.
    Pdf,
    /// Anything else.
    Other,
}

impl FileKind {
    /// Whether browsers show it as an image.
    pub fn is_image(self) -> bool {
        !matches!(
            self,
            Self::Heic | Self::Tiff | Self::JpegXl | Self::Film | Self::Pdf | Self::Other
        )
    }

    /// The short name of the format, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Gif => "GIF",
            Self::WebP => "WebP",
            Self::Avif => "AVIF",
            Self::Svg => "SVG",
            Self::Heic => "HEIC",
            Self::Tiff => "TIFF",
            Self::JpegXl => "JPEG XL",
            Self::Film => "MP4",
            Self::Pdf => "PDF",
            Self::Other => "?",
        }
    }

    /// The media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Avif => "image/avif",
            Self::Svg => "image/svg+xml",
            Self::Heic => "image/heic",
            Self::Tiff => "image/tiff",
            Self::JpegXl => "image/jxl",
            Self::Film => "video/mp4",
            Self::Pdf => "application/pdf",
            Self::Other => "application/octet-stream",
        }
    }

    /// The usual extension, without dot; `None` for [`FileKind::Other`].
    pub fn extension(self) -> Option<&'static str> {
        match self {
            Self::Png => Some("png"),
            Self::Jpeg => Some("jpg"),
            Self::Gif => Some("gif"),
            Self::WebP => Some("webp"),
            Self::Avif => Some("avif"),
            Self::Svg => Some("svg"),
            Self::Heic => Some("heic"),
            Self::Tiff => Some("tif"),
            Self::JpegXl => Some("jxl"),
            Self::Film => Some("mp4"),
            Self::Pdf => Some("pdf"),
            Self::Other => None,
        }
    }

    /// The kind that an extension (lower case, without dot) promises, if it is one of these.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "png" | "apng" => Self::Png,
            "jpg" | "jpeg" | "jpe" | "jfif" => Self::Jpeg,
            "gif" => Self::Gif,
            "webp" => Self::WebP,
            "avif" => Self::Avif,
            "svg" => Self::Svg,
            "heic" | "heif" => Self::Heic,
            "tif" | "tiff" => Self::Tiff,
            "jxl" => Self::JpegXl,
            "mp4" | "m4v" | "m4a" | "mov" | "3gp" => Self::Film,
            "pdf" => Self::Pdf,
            _ => return None,
        })
    }

    /// The kind with its article, for a sentence.
    pub fn term(self) -> Text {
        match self {
            Self::Png => say::A_PNG,
            Self::Jpeg => say::A_JPEG,
            Self::Gif => say::A_GIF,
            Self::WebP => say::A_WEBP,
            Self::Avif => say::AN_AVIF,
            Self::Svg => say::AN_SVG,
            Self::Heic => say::A_HEIC,
            Self::Tiff => say::A_TIFF,
            Self::JpegXl => say::A_JPEG_XL,
            Self::Film => say::A_FILM,
            Self::Pdf => say::A_PDF,
            Self::Other => say::SOMETHING_ELSE,
        }
    }

    /// The kind by the first bytes of a file.
    fn of_bytes(start: &[u8]) -> Self {
        let at = |offset: usize, magic: &[u8]| {
            start
                .get(offset..)
                .is_some_and(|rest| rest.starts_with(magic))
        };
        if at(0, png::SIGNATURE) {
            Self::Png
        } else if at(0, &[0xff, 0xd8, 0xff]) {
            Self::Jpeg
        } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
            Self::Gif
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Self::WebP
        } else if at(4, b"ftyp") {
            avif::kind(start)
        } else if at(0, b"II*\0") || at(0, b"MM\0*") {
            Self::Tiff
        } else if at(0, jxl::SIGNATURE) || at(0, &[0xff, 0x0a]) {
            Self::JpegXl
        } else if [b"moov", b"mdat", b"wide"].iter().any(|kind| at(4, *kind)) {
            // QuickTime before it had a box for its kind.
            Self::Film
        } else if memchr::memmem::find(start, b"%PDF-").is_some() {
            // Readers of PDF look for it in the first bytes (ISO 32000-1, annex H, note 13).
            Self::Pdf
        } else {
            Self::Other
        }
    }
}

/// Data in an image that is no image, and may name a place or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Metadata {
    /// What a camera writes: model, moment, position.
    Exif,
    /// What an editing program writes.
    Xmp,
    /// What a news agency writes: author, place, people.
    Iptc,
}

impl Metadata {
    /// The name of the standard, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exif => "EXIF",
            Self::Xmp => "XMP",
            Self::Iptc => "IPTC",
        }
    }
}

/// What a format's own reader found.
struct Found {
    size: Option<(u32, u32)>,
    metadata: Vec<Metadata>,
    position: bool,
    orientation: u8,
    animated: bool,
    alpha: bool,
    pixel: u8,
}

impl Default for Found {
    fn default() -> Self {
        Self {
            size: None,
            metadata: Vec::new(),
            position: false,
            orientation: 1,
            animated: false,
            alpha: false,
            // Three colours and their opacity.
            pixel: 4,
        }
    }
}

/// How many files in files are opened: a picture in a document in an archive.
const DEPTH: u8 = 3;
/// How much is looked at of one file and all that is in it, as it is when it is unpacked: what was made
/// to unpack without end comes to an end.
const WHOLE: u64 = 512 << 20;

/// How far files in a file may still be looked at.
struct Nested {
    /// How many further files in files are opened.
    depth: u8,
    /// How many further bytes are looked at.
    left: u64,
}

/// Whether a file that is in another says where a picture was taken.
fn inside(file: &mut dyn Seekable, length: u64, nested: &mut Nested) -> bool {
    if nested.depth == 0 {
        return false;
    }
    nested.depth -= 1;
    let is_said = Header::read_within(file, length, nested).position;
    nested.depth += 1;
    is_said
}

/// Whether a file that is no picture says where one was taken: an archive, a document, a recording with
/// a picture on its cover.
fn other(stream: &mut Stream, first: First, nested: &mut Nested) -> bool {
    let start = stream.peek(2);
    if first == First::Packed {
        return archive::read(stream, nested).position;
    }
    if start == [0x1f, 0x8b] {
        // An archive in it (`.tar.gz`) is a row of files as they are.
        let mut unpacked = flate2::read::MultiGzDecoder::new(stream);
        return search::position(&mut unpacked, Marks::All, &mut nested.left);
    }
    search::position(stream, Marks::All, &mut nested.left)
}

/// How many bytes are enough to tell the kind of a file.
const START: usize = 1_024;

impl Header {
    /// Reads the header of a file of `length` bytes, from its beginning.
    ///
    /// What the reader refuses (a file that shrinks, a disk that fails) counts as the end of
    /// the file: whoever reads the bytes themselves hears of it.
    pub fn read(file: &mut dyn Seekable, length: u64) -> Self {
        let mut nested = Nested {
            depth: DEPTH,
            left: WHOLE,
        };
        Self::read_within(file, length, &mut nested)
    }

    /// As [`Header::read`], of a file that may be in another.
    fn read_within(file: &mut dyn Seekable, length: u64, nested: &mut Nested) -> Self {
        let mut stream = Stream::new(file, length);
        let start = stream.peek(START);
        let kind = FileKind::of_bytes(&start);
        let first = First::of(&start);
        let mut found = match kind {
            FileKind::Png => png::read(&mut stream),
            FileKind::Jpeg => jpeg::read(&mut stream),
            FileKind::Gif => gif::read(&mut stream),
            FileKind::WebP => webp::read(&mut stream),
            FileKind::Avif | FileKind::Heic => avif::read(&mut stream),
            FileKind::Tiff => tiff::read(&mut stream),
            FileKind::JpegXl => jxl::read(&mut stream),
            FileKind::Film => film::read(&mut stream),
            FileKind::Pdf => document::read(&mut stream, nested),
            FileKind::Other => Found {
                position: other(&mut stream, first, nested),
                ..Found::default()
            },
            _ => Found::default(),
        };
        let after = stream.position();
        // A further picture, or what was hidden after the picture.
        let may_go_on = matches!(
            kind,
            FileKind::Png | FileKind::Jpeg | FileKind::Gif | FileKind::WebP
        );
        if may_go_on && !found.position && stream.go(0).is_some() {
            found.position = search::position(&mut stream, Marks::Named, &mut nested.left);
        }
        let is_cut = nested.depth == DEPTH && whole::is_cut(&mut stream, kind, first, after);
        found.metadata.sort_unstable();
        found.metadata.dedup();
        // An image without width or height does not exist.
        let size = found
            .size
            .filter(|(width, height)| *width > 0 && *height > 0);
        Self {
            kind,
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            metadata: found.metadata,
            position: found.position,
            orientation: found.orientation,
            animated: found.animated,
            alpha: found.alpha,
            pixel: found.pixel,
            first,
            is_cut,
        }
    }

    /// Whether the file hides what cannot be taken out of it; of a position it is told apart.
    pub fn is_sealed(&self) -> bool {
        self.is_closed() && !self.metadata.is_empty() && !self.position
    }

    /// Whether a file of this kind is published as it is, whatever hides in it: nothing is taken
    /// out of it.
    pub fn is_closed(&self) -> bool {
        matches!(
            self.kind,
            FileKind::Avif
                | FileKind::Heic
                | FileKind::Tiff
                | FileKind::JpegXl
                | FileKind::Film
                | FileKind::Pdf
        ) || self.first == First::Packed
            || self.kind == FileKind::Other && self.position
    }

    /// The width and height of the image as it is seen, in pixels.
    pub fn size(&self) -> Option<(u32, u32)> {
        let (width, height) = self.width.zip(self.height)?;
        Some(match self.orientation {
            5..=8 => (height, width),
            _ => (width, height),
        })
    }

    /// How many bytes of memory it takes to decode the image; more than there are numbers for is
    /// the largest of them, since any file may say anything.
    pub fn memory(&self) -> Option<u64> {
        let (width, height) = self.width.zip(self.height)?;
        let pixels = u64::from(width) * u64::from(height);
        Some(pixels.saturating_mul(u64::from(self.pixel)))
    }
}
