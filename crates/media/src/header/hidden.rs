//! What the hidden data of an image says: how to turn it, and where it was taken.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{Found, Metadata};

/// A block of Exif is at most a segment of JPEG; as much is read of others.
pub(super) const BLOCK: usize = 65_536;
/// How much a compressed text may hold: a block in hexadecimal digits.
const INFLATED: u64 = 4 * BLOCK as u64;
/// How many entries of a directory are looked at: cameras write some dozens.
const ENTRIES: usize = 1_000;

/// Tags of Exif 2.32.
const ORIENTATION: u16 = 0x0112;
/// See [`ORIENTATION`].
const GPS: u16 = 0x8825;
/// See [`ORIENTATION`]: latitude and longitude in the directory of the position.
pub(super) const DEGREES: [u16; 2] = [2, 4];

/// A block of Exif, with or without its name before it.
pub(super) fn exif(block: &[u8], found: &mut Found) {
    let block = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
    let Some(tiff) = Tiff::of(block) else {
        // It cannot be read here, and might be elsewhere.
        found.metadata.push(Metadata::Exif);
        return;
    };
    let mut says_more = false;
    let _ = tiff.entries(tiff.first, |entry| match entry.tag {
        ORIENTATION => {
            let value = tiff.u16(entry.at + 8);
            found.orientation = value
                .filter(|value| (1..=8).contains(value))
                .map_or(found.orientation, |value| value as u8);
        }
        GPS => {
            says_more = true;
            let place = tiff.u32(entry.at + 8);
            found.position |= place.is_some_and(|at| tiff.has_position(at));
        }
        _ => says_more = true,
    });
    if says_more {
        found.metadata.push(Metadata::Exif);
    }
}

/// A packet of XMP: the position is told by names that no other text has.
pub(super) fn xmp(packet: &[u8], found: &mut Found) {
    found.metadata.push(Metadata::Xmp);
    found.position |= names_position(packet);
}

/// Whether a text has the names under which XMP gives a position.
pub fn names_position(text: &[u8]) -> bool {
    let says = |name: &[u8]| memchr::memmem::find(text, name).is_some();
    says(b"GPSLatitude") || says(b"GPSLongitude")
}

/// The text of a chunk of PNG after its keyword (sections 11.3.3.2 to 11.3.3.4), decompressed.
pub(super) fn png_text(kind: &[u8; 4], after: &[u8]) -> Option<Vec<u8>> {
    let inflated = |bytes: &[u8]| {
        let mut out = Vec::new();
        // What could be read is there even where the rest is cut off.
        let _ = ZlibDecoder::new(bytes).take(INFLATED).read_to_end(&mut out);
        out
    };
    match kind {
        b"tEXt" => Some(after.to_vec()),
        b"zTXt" => Some(inflated(after.get(1..)?)),
        b"iTXt" => {
            let (&is_compressed, rest) = after.split_first()?;
            let rest = rest.get(1..)?;
            // Language, its keyword, then the text.
            let mut parts = rest.splitn(3, |byte| *byte == 0);
            let text = parts.nth(2)?;
            Some(match is_compressed {
                0 => text.to_vec(),
                _ => inflated(text),
            })
        }
        _ => None,
    }
}

/// The bytes of “Raw profile type …” (ImageMagick): name, length, then hexadecimal digits.
pub(super) fn raw_profile(text: &[u8]) -> Vec<u8> {
    let mut lines = text.split(|byte| *byte == b'\n');
    let after = lines.by_ref().filter(|line| !line.is_empty()).nth(1);
    if after.is_none() {
        return Vec::new();
    }
    let digits: Vec<u8> = lines
        .flatten()
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    digits
        .chunks_exact(2)
        .map(|pair| pair[0] << 4 | pair[1])
        .collect()
}

/// A block in the form of TIFF 6.0, section 2.
struct Tiff<'b> {
    block: &'b [u8],
    is_big: bool,
    /// Where its first directory stands.
    first: u32,
}

struct Entry {
    tag: u16,
    at: usize,
}

impl<'b> Tiff<'b> {
    fn of(block: &'b [u8]) -> Option<Self> {
        let is_big = match block.get(..4)? {
            b"MM\0*" => true,
            b"II*\0" => false,
            _ => return None,
        };
        let mut tiff = Self {
            block,
            is_big,
            first: 0,
        };
        tiff.first = tiff.u32(4)?;
        Some(tiff)
    }

    fn u16(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.block.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(match self.is_big {
            true => u16::from_be_bytes(bytes),
            false => u16::from_le_bytes(bytes),
        })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let bytes: [u8; 4] = self.block.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(match self.is_big {
            true => u32::from_be_bytes(bytes),
            false => u32::from_le_bytes(bytes),
        })
    }

    /// Calls `see` for the entries of a directory, as far as they are there.
    fn entries(&self, directory: u32, mut see: impl FnMut(Entry)) -> Option<()> {
        let start = usize::try_from(directory).ok()?;
        let count = usize::from(self.u16(start)?).min(ENTRIES);
        for number in 0..count {
            let at = start + 2 + number * 12;
            let tag = self.u16(at)?;
            // An entry that is cut off is none.
            self.u32(at + 8)?;
            see(Entry { tag, at });
        }
        Some(())
    }

    /// Whether a directory gives degrees other than zero: some cameras write it empty while
    /// they know no position.
    fn has_position(&self, directory: u32) -> bool {
        let mut has = false;
        let _ = self.entries(directory, |entry| {
            if DEGREES.contains(&entry.tag) {
                let place = self
                    .u32(entry.at + 8)
                    .and_then(|at| usize::try_from(at).ok());
                // Degrees, minutes and seconds, two numbers each.
                let numbers = place.map(|at| [0, 8, 16].map(|more| self.u32(at + more)));
                has |= match numbers {
                    Some(numbers) if numbers.iter().all(Option::is_some) => {
                        numbers.iter().flatten().any(|number| *number != 0)
                    }
                    // What cannot be read might still be read elsewhere.
                    _ => true,
                };
            }
        });
        has
    }
}
