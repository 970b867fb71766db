//! WebP (RFC 9649): chunks of a RIFF container, metadata after the image.

use super::stream::Stream;
use super::{Found, hidden};

/// How many chunks are looked at; each frame of an animation is one.
const CHUNKS: usize = 20_000;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = chunks(stream, &mut found);
    found
}

fn chunks(stream: &mut Stream, found: &mut Found) -> Option<()> {
    stream.skip(12)?;
    for number in 0..CHUNKS {
        let kind = stream.take::<4>()?;
        let length = u64::from(stream.take().map(u32::from_le_bytes)?);
        let body = stream.position();
        match &kind {
            b"VP8X" if number == 0 => {
                let [flags, _, _, _, a, b, c, d, e, f] = stream.take()?;
                found.animated = flags & 0x02 != 0;
                found.alpha = flags & 0x10 != 0;
                let side = |bytes| u32::from_le_bytes(bytes) + 1;
                found.size = Some((side([a, b, c, 0]), side([d, e, f, 0])));
            }
            b"VP8 " if number == 0 => found.size = lossy(stream),
            b"VP8L" if number == 0 => {
                let (size, alpha) = lossless(stream)?;
                found.size = Some(size);
                found.alpha = alpha;
            }
            b"EXIF" => {
                let block = stream.some(some(length));
                hidden::exif(&block, found);
            }
            b"XMP " => {
                let packet = stream.some(some(length));
                hidden::xmp(&packet, found);
            }
            _ => {}
        }
        stream.go(body.checked_add(length)?.checked_add(length % 2)?)?;
    }
    None
}

/// The key frame of VP8 (RFC 6386, section 9.1): fourteen bits for each side.
fn lossy(stream: &mut Stream) -> Option<(u32, u32)> {
    let [tag, _, _, a, b, c, w0, w1, h0, h1] = stream.take()?;
    let is_key_frame = tag & 1 == 0 && [a, b, c] == [0x9d, 0x01, 0x2a];
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
    is_key_frame.then(|| (side(w0, w1), side(h0, h1)))
}

/// The header of the lossless stream (RFC 9649, section 3.4): fourteen bits for each side less
/// one, then whether there is opacity.
fn lossless(stream: &mut Stream) -> Option<((u32, u32), bool)> {
    let [signature, a, b, c, d] = stream.take()?;
    let bits = u32::from_le_bytes([a, b, c, d]);
    let size = ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    (signature == 0x2f).then_some((size, bits >> 28 & 1 == 1))
}

/// How much of a chunk is looked at.
fn some(length: u64) -> usize {
    usize::try_from(length).map_or(hidden::BLOCK, |length| length.min(hidden::BLOCK))
}
