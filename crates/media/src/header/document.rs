//! PDF: the images in it keep what their files hid, unless who wrote it took care.

use super::stream::Stream;
use super::{Found, hidden};

/// How much is looked at in one go.
const PIECE: usize = 1 << 20;
/// The longest of the words that are looked for, in bytes.
const LONGEST: usize = 16;
/// How many images are looked at.
const IMAGES: usize = 2_000;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    let mut images = Vec::new();
    let mut start = 0;
    while stream.go(start).is_some() {
        let piece = stream.some(PIECE);
        // An image in JPEG stands there as it is (ISO 32000-1, 7.4.8), and so does XMP.
        found.position |= hidden::names_position(&piece);
        for at in memchr::memmem::find_iter(&piece, b"Exif\0\0") {
            if images.len() < IMAGES {
                images.push(start + at as u64);
            }
        }
        if piece.len() < PIECE || found.position {
            break;
        }
        start += (PIECE - LONGEST) as u64;
    }
    for at in images {
        if found.position || stream.go(at).is_none() {
            break;
        }
        let block = stream.some(hidden::BLOCK);
        let mut of_image = Found::default();
        if block
            .get(6..)
            .is_some_and(|block| block.starts_with(b"II*\0") || block.starts_with(b"MM\0*"))
        {
            hidden::exif(&block, &mut of_image);
        }
        found.position |= of_image.position;
    }
    found
}
