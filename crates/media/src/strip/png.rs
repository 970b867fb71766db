//! PNG (third edition): chunks.

use super::{orientation_block, orientation_of};

/// The first eight bytes of every PNG (section 5.2).
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunks that say how the pixels look, or how they move; any other that can be left out is.
const KEPT: &[&[u8; 4]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD",
    b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut out = SIGNATURE.to_vec();
    out.reserve(bytes.len());
    loop {
        let length: [u8; 4] = rest.get(..4)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        let kind: &[u8; 4] = rest.get(4..8)?.try_into().ok()?;
        // Length, kind, content, checksum.
        let end = length.checked_add(12)?;
        let (chunk, after) = rest.split_at_checked(end)?;
        rest = after;
        // A small first letter says that a reader may pass over it (section 5.4).
        let is_needed = kind[0].is_ascii_uppercase();
        if kind == b"eXIf" {
            if let Some(orientation) = orientation_of(chunk.get(8..end - 4)?) {
                out.extend(self::chunk(b"eXIf", &orientation_block(orientation)));
            }
        } else if is_needed || KEPT.contains(&kind) {
            out.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(out);
        }
    }
}

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut out = u32::try_from(content.len())
        .unwrap_or_default()
        .to_be_bytes()
        .to_vec();
    out.extend_from_slice(kind);
    out.extend_from_slice(content);
    let sum = checksum(&out[4..]);
    out.extend_from_slice(&sum.to_be_bytes());
    out
}

/// CRC-32 (section 5.5), bit by bit: it is taken of a few bytes only.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = sum & 1;
            sum = sum >> 1 ^ (0xedb8_8320 & carry.wrapping_neg());
        }
    }
    !sum
}

#[cfg(test)]
#[test]
fn the_checksum_of_an_end() {
    assert_eq!(chunk(b"IEND", b""), b"\0\0\0\0IEND\xae\x42\x60\x82");
}
