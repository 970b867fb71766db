//! JPEG (ITU-T T.81, annex B): segments up to the first scan.

use super::stream::Stream;
use super::{Found, Metadata, hidden};

/// How many segments are looked at: an image with a large colour profile has some dozens.
const SEGMENTS: usize = 4_000;
/// A segment is at most as long as its two bytes of length can say.
const SEGMENT: usize = 65_535;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = segments(stream, &mut found);
    found
}

fn segments(stream: &mut Stream, found: &mut Found) -> Option<()> {
    stream.skip(2)?;
    for _ in 0..SEGMENTS {
        let marker = marker(stream)?;
        match marker {
            // The scan begins, or the image ends: no header after it.
            0xda | 0xd9 => return None,
            // Markers without a segment.
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let start = stream.position();
        let length = stream.u16()?;
        if length < 2 {
            return None;
        }
        match marker {
            // Start of a frame of any process; C4, C8 and CC are other things (table B.1).
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let _precision = stream.byte()?;
                let height = u32::from(stream.u16()?);
                let width = u32::from(stream.u16()?);
                found.size = found.size.or(Some((width, height)));
                let colours = stream.byte()?.clamp(3, 4);
                // Processes that come back to a pixel keep the numbers of all of them, two
                // bytes each (table B.1: C2, C6, CA and CE).
                found.pixel = match marker {
                    0xc2 | 0xc6 | 0xca | 0xce => colours * 3,
                    _ => colours,
                };
            }
            0xe1 => {
                let body = stream.some(usize::from(length - 2).min(SEGMENT));
                if body.starts_with(b"Exif\0") {
                    hidden::exif(&body, found);
                } else if body.starts_with(b"http://ns.adobe.com/x") {
                    // `xap/1.0/`, and `xmp/extension/` for what does not fit in one segment.
                    hidden::xmp(&body, found);
                }
            }
            0xed => {
                let body = stream.some(usize::from(length - 2).min(SEGMENT));
                if let Some(resources) = body.strip_prefix(b"Photoshop 3.0\0") {
                    let _ = photoshop(resources, found);
                }
            }
            _ => {}
        }
        stream.go(start + u64::from(length))?;
    }
    None
}

/// The next marker; any number of bytes FF may stand before it (B.1.1.2).
fn marker(stream: &mut Stream) -> Option<u8> {
    if stream.byte()? != 0xff {
        return None;
    }
    for _ in 0..SEGMENT {
        match stream.byte()? {
            0xff => {}
            marker => return Some(marker),
        }
    }
    None
}

/// The image resources of Photoshop: `8BIM`, number, padded name, length, padded bytes.
fn photoshop(mut rest: &[u8], found: &mut Found) -> Option<()> {
    while let Some(after) = rest.strip_prefix(b"8BIM") {
        let number = u16::from_be_bytes([*after.first()?, *after.get(1)?]);
        let name = usize::from(*after.get(2)?);
        // The name with its byte of length is padded to an even length.
        let after = after.get(2 + (name + 2) / 2 * 2..)?;
        let length: [u8; 4] = after.get(..4)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        if length > 0 {
            match number {
                0x0404 => found.metadata.push(Metadata::Iptc),
                0x0422 | 0x0423 => found.metadata.push(Metadata::Exif),
                0x0424 => found.metadata.push(Metadata::Xmp),
                _ => {}
            }
        }
        let padded = length.checked_add(length % 2)?;
        rest = after.get(4..)?.get(padded..)?;
    }
    None
}
