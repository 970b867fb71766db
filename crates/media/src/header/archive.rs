//! ZIP archives (PKWARE APPNOTE 6.3.10), which documents of offices and books are too: the images in
//! one keep what their files hid.

use std::io::{Cursor, Read};

use flate2::read::DeflateDecoder;

use super::stream::Stream;
use super::{Found, Nested, inside};

/// The end of the central directory stands in the last bytes: its own 22, and a comment (section 4.3.16).
const TAIL: usize = 22 + 65_535;
/// The longest central directory that is looked at, in bytes.
const DIRECTORY: usize = 4 << 20;
/// How many files of an archive are looked at.
const FILES: usize = 2_000;
/// How much of a file is looked at, as it is compressed and as it is.
const PIECE: usize = 64 << 20;
/// How names of files end that are texts: a document of an office has hundreds of them.
const TEXTS: &[&str] = &[
    "xml", "rels", "txt", "css", "js", "csv", "htm", "html", "xhtml", "svg", "md",
];

/// A file of an archive (section 4.3.12).
struct Packed {
    /// Whether it is compressed (section 4.4.5, method 8), or stored as it is.
    is_compressed: bool,
    /// How many bytes it has in the archive.
    length: u64,
    /// Where its own header stands.
    at: u64,
}

pub(super) fn read(stream: &mut Stream, nested: &mut Nested) -> Found {
    let mut found = Found::default();
    for packed in directory(stream).unwrap_or_default() {
        if found.position || nested.left == 0 {
            break;
        }
        let Some(bytes) = bytes_of(stream, &packed, nested.left) else {
            continue;
        };
        nested.left = nested.left.saturating_sub(bytes.len() as u64);
        let length = bytes.len() as u64;
        found.position |= inside(&mut Cursor::new(bytes), length, nested);
    }
    found
}

/// The files of an archive that may hold a position: all but those that are texts by their names.
fn directory(stream: &mut Stream) -> Option<Vec<Packed>> {
    let start = stream.left().saturating_sub(TAIL as u64);
    stream.go(start)?;
    let tail = stream.some(TAIL);
    let end = memchr::memmem::rfind(&tail, b"PK\x05\x06")?;
    let (size, at) = (u32_at(&tail, end + 12)?, u32_at(&tail, end + 16)?);
    stream.go(u64::from(at))?;
    let directory = stream.some((size as usize).min(DIRECTORY));
    let mut files = Vec::new();
    let mut at = 0;
    while files.len() < FILES
        && directory
            .get(at..)
            .is_some_and(|rest| rest.starts_with(b"PK\x01\x02"))
    {
        let lengths = [28, 30, 32].map(|field| u16_at(&directory, at + field).unwrap_or(0));
        let name_end = at + 46 + usize::from(lengths[0]);
        let name = directory.get(at + 46..name_end)?;
        let method = u16_at(&directory, at + 10)?;
        if may_hold_a_position(name) && matches!(method, 0 | 8) {
            files.push(Packed {
                is_compressed: method == 8,
                length: u32_at(&directory, at + 20)?.into(),
                at: u32_at(&directory, at + 42)?.into(),
            });
        }
        at = name_end + usize::from(lengths[1]) + usize::from(lengths[2]);
    }
    Some(files)
}

fn may_hold_a_position(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    !ending.is_some_and(|ending| TEXTS.contains(&ending))
}

/// The first bytes of a file.
fn bytes_of(stream: &mut Stream, packed: &Packed, left: u64) -> Option<Vec<u8>> {
    stream.go(packed.at)?;
    let head: [u8; 30] = stream.take()?;
    if !head.starts_with(b"PK\x03\x04") {
        return None;
    }
    let skipped = [26, 28].map(|field| u16_at(&head, field).unwrap_or(0));
    stream.skip(u64::from(skipped[0]) + u64::from(skipped[1]))?;
    let length = usize::try_from(packed.length).unwrap_or(PIECE).min(PIECE);
    let bytes = stream.some(length);
    if !packed.is_compressed {
        return Some(bytes);
    }
    let mut out = Vec::new();
    // What could be read is there even where the rest is cut off.
    let _ = DeflateDecoder::new(&bytes[..])
        .take(left.min(PIECE as u64))
        .read_to_end(&mut out);
    Some(out)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(u16::from_le_bytes(bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes))
}
