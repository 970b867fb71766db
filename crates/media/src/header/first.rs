//! What the first bytes of a file that is no image say, against what its name promises.

use rihla_diagnostics::Text;
use rihla_diagnostics::catalogue::source as say;

/// What a file is that is none of [`FileKind`](super::FileKind), as far as it is told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// It has no bytes.
    Empty,
    /// What Git LFS keeps in the place of a file (its specification, “The pointer”).
    Pointer,
    /// A page of a web site: what a failed download leaves.
    Html,
    /// A ZIP archive, which most documents of offices are.
    Packed,
    /// A document of Microsoft Office before 2007.
    Office,
    /// Rich Text Format.
    RichText,
    /// Matroska, WebM.
    Matroska,
    /// MP3.
    Mp3,
    /// Ogg: Vorbis, Opus, Theora.
    Ogg,
    /// Anything else.
    Unknown,
}

/// The first line of a pointer of Git LFS.
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

impl First {
    /// By the first bytes of a file.
    pub fn of(start: &[u8]) -> Self {
        let begins = |magic: &[u8]| start.starts_with(magic);
        let text = start.trim_ascii_start();
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let is_tag = |tag: &[u8]| {
            text.get(..tag.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(tag))
        };
        if start.is_empty() {
            Self::Empty
        } else if begins(POINTER) {
            Self::Pointer
        } else if is_tag(b"<!doctype html") || is_tag(b"<html") || is_tag(b"<head") {
            Self::Html
        } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
            Self::Packed
        } else if begins(b"\xd0\xcf\x11\xe0") {
            Self::Office
        } else if begins(b"{\\rtf") {
            Self::RichText
        } else if begins(b"\x1a\x45\xdf\xa3") {
            Self::Matroska
        } else if begins(b"ID3") || matches!(start, [0xff, second, ..] if second & 0xe6 == 0xe2) {
            Self::Mp3
        } else if begins(b"OggS") {
            Self::Ogg
        } else {
            Self::Unknown
        }
    }

    /// What an extension (lower case, without dot) promises: any of these; nothing where the first
    /// bytes do not tell.
    pub fn promised(extension: &str) -> &'static [Self] {
        match extension {
            "docx" | "xlsx" | "pptx" => &[Self::Packed, Self::Office],
            "odt" | "ods" | "odp" | "epub" | "zip" | "kmz" => &[Self::Packed],
            "doc" | "xls" | "ppt" => &[Self::Office, Self::RichText],
            "rtf" => &[Self::RichText],
            "webm" | "mkv" => &[Self::Matroska],
            "mp3" => &[Self::Mp3],
            "ogg" | "oga" | "ogv" | "opus" => &[Self::Ogg],
            _ => &[],
        }
    }

    /// With its article, for a sentence.
    pub fn term(self) -> Text {
        match self {
            Self::Empty => say::NOTHING,
            Self::Pointer => say::A_POINTER,
            Self::Html => say::A_WEB_PAGE,
            Self::Packed => say::A_PACKED,
            Self::Office => say::AN_OFFICE,
            Self::RichText => say::A_RICH_TEXT,
            Self::Matroska => say::A_WEBM,
            Self::Mp3 => say::AN_MP3,
            Self::Ogg => say::AN_OGG,
            Self::Unknown => say::SOMETHING_ELSE,
        }
    }
}
