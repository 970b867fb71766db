//! JPEG XL (ISO/IEC 18181-2): boxes, of which some are metadata. A bare codestream has none.

use super::stream::Stream;
use super::{Found, Metadata, hidden};

/// The first bytes of the form with boxes.
pub(super) const SIGNATURE: &[u8] = b"\0\0\0\x0cJXL \r\n\x87\n";

/// How many boxes are looked at.
const BOXES: usize = 1_000;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = boxes(stream, &mut found);
    found
}

fn boxes(stream: &mut Stream, found: &mut Found) -> Option<()> {
    for _ in 0..BOXES {
        let (kind, end) = stream.head_of_box()?;
        match &kind {
            b"Exif" => {
                // Where TIFF begins after these four bytes, which is nearly always at once.
                let skipped = u64::from(stream.u32()?);
                stream.skip(skipped)?;
                let block = stream.some(hidden::BLOCK);
                hidden::exif(&block, found);
            }
            b"xml " => {
                let packet = stream.some(hidden::BLOCK);
                hidden::xmp(&packet, found);
            }
            // A compressed box of the kind that follows.
            b"brob" => match &stream.take::<4>()? {
                b"Exif" => found.metadata.push(Metadata::Exif),
                b"xml " => found.metadata.push(Metadata::Xmp),
                _ => {}
            },
            _ => {}
        }
        stream.go(end)?;
    }
    None
}
