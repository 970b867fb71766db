//! PNG (third edition): the header chunk first, metadata in chunks anywhere.

use super::stream::Stream;
use super::{Found, Metadata, hidden};

/// The first eight bytes of every PNG (section 5.2).
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// How many chunks are looked at: images have dozens, large ones thousands.
const CHUNKS: usize = 20_000;
/// A keyword has at most 79 bytes (section 11.3.2), and a zero after it.
const KEYWORD: usize = 80;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = chunks(stream, &mut found);
    found
}

fn chunks(stream: &mut Stream, found: &mut Found) -> Option<()> {
    stream.skip(SIGNATURE.len() as u64)?;
    for number in 0..CHUNKS {
        let length = u64::from(stream.u32()?);
        let kind = stream.take::<4>()?;
        let body = stream.position();
        match &kind {
            b"IHDR" if number == 0 => {
                found.size = Some((stream.u32()?, stream.u32()?));
                let [depth, colour] = stream.take()?;
                found.alpha = colour & 4 != 0;
                // With sixteen bits a channel there is a copy with eight.
                found.pixel = if depth == 16 { 12 } else { 4 };
            }
            // Opacity of colours, and the head of an animation.
            b"tRNS" => found.alpha = true,
            b"acTL" => found.animated = stream.u32()? > 1,
            b"eXIf" => {
                let block = stream.some(some(length));
                hidden::exif(&block, found);
            }
            b"iTXt" | b"tEXt" | b"zTXt" => {
                let chunk = stream.some(some(length));
                text(&kind, &chunk, found);
            }
            b"IEND" => return None,
            _ => {}
        }
        // Four bytes of checksum follow.
        stream.go(body.checked_add(length)?.checked_add(4)?)?;
    }
    None
}

/// How much of a chunk is looked at.
fn some(length: u64) -> usize {
    usize::try_from(length).map_or(hidden::BLOCK, |length| length.min(hidden::BLOCK))
}

/// A chunk with text: XMP has a keyword of its own, and ImageMagick wraps the rest in
/// “Raw profile type …”.
fn text(kind: &[u8; 4], chunk: &[u8], found: &mut Found) {
    let mut parts = chunk.splitn(2, |byte| *byte == 0);
    let (Some(keyword), Some(after)) = (parts.next(), parts.next()) else {
        return;
    };
    if keyword.len() >= KEYWORD {
        return;
    }
    let words = || hidden::png_text(kind, after).unwrap_or_default();
    match keyword {
        b"XML:com.adobe.xmp" => hidden::xmp(&words(), found),
        b"Raw profile type xmp" => hidden::xmp(&hidden::raw_profile(&words()), found),
        b"Raw profile type exif" | b"Raw profile type APP1" => {
            hidden::exif(&hidden::raw_profile(&words()), found);
        }
        b"Raw profile type iptc" | b"Raw profile type 8bim" => {
            found.metadata.push(Metadata::Iptc);
        }
        _ => {}
    }
}
