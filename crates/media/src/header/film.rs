//! Films in MP4 and QuickTime (ISO/IEC 14496-12): where they were made, which telephones note in
//! the box `moov`.

use super::stream::Stream;
use super::{Found, hidden};

/// How many boxes of the file are looked at.
const BOXES: usize = 10_000;
/// How much of `moov` is read: that of a film of an hour has some megabytes.
const MOOV: usize = 32 << 20;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = top(stream, &mut found);
    found
}

fn top(stream: &mut Stream, found: &mut Found) -> Option<()> {
    for _ in 0..BOXES {
        let (kind, end) = stream.head_of_box()?;
        let body = end.checked_sub(stream.position())?;
        if matches!(&kind, b"moov" | b"meta" | b"uuid" | b"udta") {
            let bytes = stream.some(usize::try_from(body).unwrap_or(MOOV).min(MOOV));
            found.position |= has_position(&bytes);
        }
        stream.go(end)?;
    }
    None
}

/// Whether a box says where the film was made: `©xyz` (QuickTime) or `loci` (3GPP TS 26.244,
/// section 8.10), a key of QuickTime, or XMP.
fn has_position(bytes: &[u8]) -> bool {
    let says = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if says(b"com.apple.quicktime.location.ISO6709") || hidden::names_position(bytes) {
        return true;
    }
    // Length and language, then degrees as ISO 6709 writes them.
    let of_quicktime = memchr::memmem::find_iter(bytes, b"\xa9xyz")
        .any(|at| matches!(bytes.get(at + 8), Some(b'+' | b'-')));
    // Four bytes might be any number: the length before them is that of a short box, and its
    // version and flags are zero.
    let of_telephones = memchr::memmem::find_iter(bytes, b"loci").any(|at| {
        let length = at.checked_sub(4).and_then(|from| bytes.get(from..from + 2));
        length == Some(&[0, 0]) && bytes.get(at + 4..at + 8) == Some(&[0; 4])
    });
    of_quicktime || of_telephones
}
