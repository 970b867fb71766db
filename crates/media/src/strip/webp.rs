//! WebP (RFC 9649): chunks of a RIFF container.

use super::{orientation_block, orientation_of};

/// Chunks that say how the pixels look, or how they move.
const KEPT: &[&[u8; 4]] = &[
    b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];
/// The bits of the flags in `VP8X` that promise metadata (section 2.7.1).
const EXIF: u8 = 0x08;
/// See [`EXIF`].
const XMP: u8 = 0x04;

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let length: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
    let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
    let mut rest = bytes.get(12..length.checked_add(8)?)?;
    let mut body = Vec::with_capacity(rest.len());
    let mut orientation = None;
    while !rest.is_empty() {
        let kind: &[u8; 4] = rest.get(..4)?.try_into().ok()?;
        let length: [u8; 4] = rest.get(4..8)?.try_into().ok()?;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        let padded = length.checked_add(length % 2)?.checked_add(8)?;
        let content = rest.get(8..8 + length)?;
        if kind == b"EXIF" {
            let block = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
            orientation = orientation.or(orientation_of(block));
        } else if KEPT.contains(&kind) {
            body.extend_from_slice(rest.get(..8 + length)?);
            body.resize(body.len() + length % 2, 0);
        }
        // Some writers leave out the last byte of padding.
        rest = rest.get(padded..).unwrap_or_default();
    }
    if let Some(flags) = body
        .get_mut(8)
        .filter(|_| bytes.get(12..16) == Some(b"VP8X"))
    {
        *flags &= !(EXIF | XMP);
        if let Some(orientation) = orientation {
            *flags |= EXIF;
            let block = orientation_block(orientation);
            body.extend_from_slice(b"EXIF");
            body.extend_from_slice(&(block.len() as u32).to_le_bytes());
            body.extend_from_slice(&block);
        }
    }
    let mut out = b"RIFF".to_vec();
    out.extend_from_slice(&u32::try_from(body.len() + 4).ok()?.to_le_bytes());
    out.extend_from_slice(b"WEBP");
    out.append(&mut body);
    Some(out)
}
