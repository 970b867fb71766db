//! Hidden data is taken out of a file, and no pixel is touched.
//!
//! What stays besides the pixels: how to turn them (in an Exif block of that alone), what their
//! numbers mean (the colour profile), and how an animation runs.

mod gif;
pub mod jpeg;
mod png;
mod webp;

/// Raised where [`strip`] takes more, or something else, out of a file than before: what was copied
/// by an earlier version is copied again.
pub const STRIP_VERSION: u32 = 1;

/// The same image without hidden data: no Exif but the orientation, no XMP, no IPTC, no
/// comments, no thumbnails, nothing after its end.
///
/// Takes a JPEG, PNG, GIF or WebP. `None` for anything else, and where the file is cut off or
/// cannot be followed from its beginning to its end.
pub fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        jpeg::strip(bytes)
    } else if bytes.starts_with(png::SIGNATURE) {
        png::strip(bytes)
    } else if bytes.starts_with(b"GIF8") {
        gif::strip(bytes)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        webp::strip(bytes)
    } else {
        None
    }
}

/// A TIFF block (Exif 2.32, section 4.6) that holds an orientation and nothing else.
fn orientation_block(orientation: u8) -> [u8; 26] {
    let mut block = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    block[19] = orientation;
    block
}

/// The orientation that a TIFF block says, where it says another than 1.
fn orientation_of(block: &[u8]) -> Option<u8> {
    let is_big = match block.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let u16_at = |at: usize| {
        let bytes: [u8; 2] = block.get(at..at + 2)?.try_into().ok()?;
        Some(match is_big {
            true => u16::from_be_bytes(bytes),
            false => u16::from_le_bytes(bytes),
        })
    };
    let bytes: [u8; 4] = block.get(4..8)?.try_into().ok()?;
    let first = match is_big {
        true => u32::from_be_bytes(bytes),
        false => u32::from_le_bytes(bytes),
    };
    let first = usize::try_from(first)
        .ok()
        .filter(|first| *first < block.len())?;
    let count = usize::from(u16_at(first)?);
    (0..count).find_map(|number| {
        let at = first + 2 + number * 12;
        let value = u16_at(at + 8)?;
        let is_turn = u16_at(at)? == 0x0112 && (2..=8).contains(&value);
        is_turn.then_some(value as u8)
    })
}

#[cfg(test)]
mod tests;
