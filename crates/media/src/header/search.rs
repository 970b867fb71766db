//! Where a picture was taken, looked for in bytes of any format: cameras and programs write it in forms
//! that are the same wherever a picture was put.

use std::io::Read;

use super::{Found, hidden};

/// How much is looked at in one go.
const PIECE: usize = 1 << 20;
/// How much of a picture in letters (`data:image/jpeg;base64,…`) is looked at, in bytes: what is hidden
/// stands before the picture.
const LETTERS: usize = 512 << 10;
/// How many blocks are looked at in one piece.
const BLOCKS: usize = 2_000;

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Blocks of Exif with their name before them, and the names of XMP.
    Named,
    /// These, and blocks of Exif without name (Photoshop, JPEG 2000).
    All,
}

/// Whether bytes say where a picture was taken. As much is read as `left` allows, and what was read is
/// taken from it.
pub(super) fn position(from: &mut dyn Read, marks: Marks, left: &mut u64) -> bool {
    let mut bytes: Vec<u8> = Vec::new();
    while *left > 0 {
        let before = bytes.len();
        // What can be read of something damaged is good enough to look at.
        let _ = (&mut *from)
            .take((PIECE as u64).min(*left))
            .read_to_end(&mut bytes);
        let more = bytes.len() - before;
        *left = left.saturating_sub(more as u64);
        if is_said(&bytes, marks) {
            return true;
        }
        if more == 0 {
            break;
        }
        // A block that begins in this piece may end in the next one.
        let done = bytes.len().saturating_sub(hidden::BLOCK);
        bytes.drain(..done);
    }
    false
}

/// As [`position`], of what is in memory.
pub(super) fn is_said(bytes: &[u8], marks: Marks) -> bool {
    let blocks = |magic: &[u8], length: usize| {
        memchr::memmem::find_iter(bytes, magic)
            .take(BLOCKS)
            .any(|at| is_block(&bytes[at + length..bytes.len().min(at + hidden::BLOCK)]))
    };
    hidden::names_position(bytes)
        || blocks(b"Exif\0\0", 6)
        || marks == Marks::All && (blocks(b"II*\0", 0) || blocks(b"MM\0*", 0) || in_letters(bytes))
}

/// Whether a block of Exif gives a position.
fn is_block(block: &[u8]) -> bool {
    let mut found = Found::default();
    if block.starts_with(b"II*\0") || block.starts_with(b"MM\0*") {
        hidden::exif(block, &mut found);
    }
    found.position
}

/// Whether a text has a picture in letters (RFC 2397, RFC 4648) that says where it was taken.
pub fn in_letters(text: &[u8]) -> bool {
    const MARK: &[u8] = b"64,";
    let mut starts = memchr::memmem::find_iter(text, MARK).filter(|at| {
        let before = &text[at.saturating_sub(4)..*at];
        before.eq_ignore_ascii_case(b"base")
    });
    starts.any(|at| {
        let at = at + MARK.len();
        let letters = &text[at..text.len().min(at + LETTERS)];
        is_said(&of_letters(letters), Marks::Named)
    })
}

/// The bytes that are written in letters, up to the first sign that is none of them.
fn of_letters(letters: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in letters {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'\r' | b'\n' | b'\t' | b' ' | b'\\' => continue,
            _ => break,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}
