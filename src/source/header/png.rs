//! PNG (third edition): the header chunk first, metadata in chunks anywhere.

use super::stream::Stream;
use super::{Found, Metadata};

/// The first eight bytes of every PNG (section 5.2).
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// How many chunks are looked at: pictures have dozens, large ones thousands.
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
            b"IHDR" if number == 0 => found.size = Some((stream.u32()?, stream.u32()?)),
            b"eXIf" => found.metadata.push(Metadata::Exif),
            b"iTXt" | b"tEXt" | b"zTXt" => {
                let start = stream.some(KEYWORD.min(usize::try_from(length).unwrap_or(KEYWORD)));
                found.metadata.extend(keyword(&start));
            }
            b"IEND" => return None,
            _ => {}
        }
        // Four bytes of checksum follow.
        stream.go(body.checked_add(length)?.checked_add(4)?)?;
    }
    None
}

/// What a text chunk is by its keyword: XMP has one of its own, and ImageMagick wraps the rest
/// in “Raw profile type …”.
fn keyword(start: &[u8]) -> Option<Metadata> {
    let keyword = start.split(|byte| *byte == 0).next()?;
    match keyword {
        b"XML:com.adobe.xmp" | b"Raw profile type xmp" => Some(Metadata::Xmp),
        b"Raw profile type exif" | b"Raw profile type APP1" => Some(Metadata::Exif),
        b"Raw profile type iptc" | b"Raw profile type 8bim" => Some(Metadata::Iptc),
        _ => None,
    }
}
