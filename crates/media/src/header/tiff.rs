//! TIFF 6.0 (section 2): directories anywhere in the file.

use super::stream::Stream;
use super::{Found, Metadata, hidden};

/// How many directories are looked at: each is an image, or a part of the metadata.
const DIRECTORIES: usize = 64;
/// How many entries of a directory are looked at: cameras write some dozens.
const ENTRIES: u16 = 1_000;

/// XMP (specification part 3, section 1.1.4).
const XMP: u16 = 700;
/// IPTC, and the resources of Photoshop that may hold it.
const IPTC: [u16; 2] = [33_723, 34_377];
/// The directories of Exif 2.32, section 4.6.3.
const EXIF: u16 = 0x8769;
/// See [`EXIF`].
const GPS: u16 = 0x8825;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = directories(stream, &mut found);
    found
}

fn directories(stream: &mut Stream, found: &mut Found) -> Option<()> {
    let mut reader = Reader {
        is_big: stream.take::<4>()? == *b"MM\0*",
        stream,
    };
    let mut next = reader.u32()?;
    for _ in 0..DIRECTORIES {
        if next == 0 {
            break;
        }
        let start = u64::from(next);
        reader.stream.go(start)?;
        let count = reader.u16()?.min(ENTRIES);
        for number in 0..u64::from(count) {
            reader.entry(start + 2 + number * 12, found)?;
        }
        reader.stream.go(start + 2 + u64::from(count) * 12)?;
        next = reader.u32()?;
    }
    Some(())
}

struct Reader<'s, 'f> {
    is_big: bool,
    stream: &'s mut Stream<'f>,
}

impl Reader<'_, '_> {
    fn u16(&mut self) -> Option<u16> {
        let bytes = self.stream.take()?;
        Some(match self.is_big {
            true => u16::from_be_bytes(bytes),
            false => u16::from_le_bytes(bytes),
        })
    }

    fn u32(&mut self) -> Option<u32> {
        let bytes = self.stream.take()?;
        Some(match self.is_big {
            true => u32::from_be_bytes(bytes),
            false => u32::from_le_bytes(bytes),
        })
    }

    fn entry(&mut self, at: u64, found: &mut Found) -> Option<()> {
        self.stream.go(at)?;
        let tag = self.u16()?;
        self.stream.skip(2)?;
        let count = self.u32()?;
        let value = u64::from(self.u32()?);
        match tag {
            XMP => {
                let length = usize::try_from(count).unwrap_or(usize::MAX);
                let packet = self.stream.go(value).map(|()| {
                    let length = length.min(hidden::BLOCK);
                    self.stream.some(length)
                });
                hidden::xmp(&packet.unwrap_or_default(), found);
            }
            EXIF => found.metadata.push(Metadata::Exif),
            GPS => {
                found.metadata.push(Metadata::Exif);
                // What cannot be read here might still be read elsewhere.
                found.position |= self.position(value).unwrap_or(true);
            }
            tag if IPTC.contains(&tag) => found.metadata.push(Metadata::Iptc),
            _ => {}
        }
        Some(())
    }

    /// Whether the directory of a position gives degrees other than zero.
    fn position(&mut self, directory: u64) -> Option<bool> {
        self.stream.go(directory)?;
        let count = self.u16()?.min(ENTRIES);
        for number in 0..u64::from(count) {
            self.stream.go(directory + 2 + number * 12)?;
            if !hidden::DEGREES.contains(&self.u16()?) {
                continue;
            }
            self.stream.skip(6)?;
            let place = u64::from(self.u32()?);
            for more in [0, 8, 16] {
                self.stream.go(place + more)?;
                if self.u32()? != 0 {
                    return Some(true);
                }
            }
        }
        Some(false)
    }
}
