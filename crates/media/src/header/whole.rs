//! Whether the end of a file is there: what a download that was broken off leaves has none.

use super::stream::Stream;
use super::{FileKind, First};

/// How far from its end a file may have what ends it: an archive may end with a remark of this length
/// (APPNOTE.TXT of ZIP, section 4.4.12).
const TAIL: u64 = 65_535 + 22;
/// Fewer bytes are no whole file of these kinds.
const LEAST: u64 = 256;
/// How much is looked at in one go.
const PIECE: usize = 1 << 20;

/// Whether a file of a kind breaks off. `after` is where its reader stopped: behind the header of a JPEG.
pub(super) fn is_cut(stream: &mut Stream, kind: FileKind, first: First, after: u64) -> bool {
    if stream.go(0).is_none() || stream.left() < LEAST {
        return false;
    }
    match (kind, first) {
        // What is put behind a picture is none of it.
        (FileKind::Png, _) => !has(stream, b"IEND\xae\x42\x60\x82", 0),
        // In what follows the header these bytes stand at the end alone (ITU-T T.81, section B.1.1.5).
        (FileKind::Jpeg, _) => !has(stream, &[0xff, 0xd9], after.saturating_sub(2)),
        (FileKind::WebP, _) => {
            let length = stream.left();
            let said = stream.skip(4).and_then(|()| stream.take());
            let said = said.map(u32::from_le_bytes);
            said.is_none_or(|said| u64::from(said) + 8 > length)
        }
        // ISO 32000-1, section 7.5.5.
        (FileKind::Pdf, _) => !ends_with(stream, b"%%EOF"),
        (FileKind::Other, First::Packed) => !ends_with(stream, b"PK\x05\x06"),
        _ => false,
    }
}

/// Whether the last part of a file has these bytes.
fn ends_with(stream: &mut Stream, bytes: &[u8]) -> bool {
    let start = (stream.position() + stream.left()).saturating_sub(TAIL);
    has(stream, bytes, start)
}

/// Whether a file has these bytes at a place or after it.
fn has(stream: &mut Stream, bytes: &[u8], from: u64) -> bool {
    let length = stream.position() + stream.left();
    // Most often they are at the very end.
    for start in [from.max(length.saturating_sub(TAIL)), from] {
        if stream.go(start).is_none() {
            return false;
        }
        let mut piece: Vec<u8> = Vec::new();
        loop {
            let before = piece.len();
            piece.extend(stream.some(PIECE));
            if memchr::memmem::find(&piece, bytes).is_some() {
                return true;
            }
            if piece.len() == before {
                break;
            }
            let done = piece.len().saturating_sub(bytes.len());
            piece.drain(..done);
        }
        if start == from {
            break;
        }
    }
    false
}
