//! JPEG (ITU-T T.81, annex B).

use super::{orientation_block, orientation_of};

/// A part of a file, from its marker on.
enum Part<'b> {
    /// A segment: its marker, and what it holds after its length.
    Segment(u8, &'b [u8]),
    /// Bytes of a scan, with the restart markers in it.
    Scan(&'b [u8]),
    /// The end of the image.
    End,
}

/// The parts of a file up to its end; stops early where it is cut off or cannot be followed.
struct Parts<'b> {
    rest: &'b [u8],
    is_scan: bool,
}

impl<'b> Parts<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&[0xff, 0xd8])?;
        Some(Self {
            rest,
            is_scan: false,
        })
    }

    fn next(&mut self) -> Option<Part<'b>> {
        if self.is_scan {
            self.is_scan = false;
            return self.scan();
        }
        // Any number of bytes FF may stand before a marker (B.1.1.2).
        let after = self.rest.strip_prefix(&[0xff])?;
        let fill = after.iter().take_while(|byte| **byte == 0xff).count();
        let (&marker, after) = after.get(fill..)?.split_first()?;
        match marker {
            0xd9 => {
                self.rest = after;
                Some(Part::End)
            }
            // Markers without a segment say nothing outside a scan.
            0x01 | 0xd0..=0xd7 => {
                self.rest = after;
                self.next()
            }
            _ => {
                let length: [u8; 2] = after.get(..2)?.try_into().ok()?;
                let length = usize::from(u16::from_be_bytes(length));
                let body = after.get(2..length)?;
                self.rest = after.get(length..)?;
                self.is_scan = marker == 0xda;
                Some(Part::Segment(marker, body))
            }
        }
    }

    /// Everything up to the next marker that is none of a scan's own.
    fn scan(&mut self) -> Option<Part<'b>> {
        let mut at = 0;
        loop {
            let found = self.rest.get(at..)?.iter().position(|byte| *byte == 0xff)?;
            at += found;
            match self.rest.get(at + 1)? {
                0x00 | 0xd0..=0xd7 => at += 2,
                0xff => at += 1,
                _ => break,
            }
        }
        let (scan, rest) = self.rest.split_at(at);
        self.rest = rest;
        Some(Part::Scan(scan))
    }
}

/// Whether a file goes on to its end. Something may follow it.
pub fn is_complete(bytes: &[u8]) -> bool {
    let Some(mut parts) = Parts::new(bytes) else {
        return false;
    };
    let mut has_scan = false;
    loop {
        match parts.next() {
            None => return false,
            Some(Part::End) => return has_scan,
            Some(Part::Scan(_)) => has_scan = true,
            Some(Part::Segment(..)) => {}
        }
    }
}

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts = Parts::new(bytes)?;
    let mut kept = Vec::new();
    let mut orientation = None;
    let mut body = Vec::with_capacity(bytes.len());
    loop {
        match parts.next()? {
            Part::Segment(0xe1, exif) => {
                let block = exif.strip_prefix(b"Exif\0\0");
                orientation = orientation.or(block.and_then(orientation_of));
            }
            // JFIF without its extension (a thumbnail), the profile, and how Adobe's colours
            // are meant; no other data of applications, no comments.
            Part::Segment(0xe0, jfif) if jfif.starts_with(b"JFIF\0") => {
                // The head has fourteen bytes; a thumbnail may follow.
                let mut head = jfif.get(..14)?.to_vec();
                head[12..].fill(0);
                segment(0xe0, &head, &mut kept);
            }
            Part::Segment(0xe2, profile) if profile.starts_with(b"ICC_PROFILE\0") => {
                segment(0xe2, profile, &mut kept);
            }
            Part::Segment(0xee, adobe) if adobe.starts_with(b"Adobe") => {
                segment(0xee, adobe.get(..12)?, &mut kept);
            }
            Part::Segment(0xe0..=0xef | 0xfe, _) => {}
            Part::Segment(marker, content) => segment(marker, content, &mut body),
            Part::Scan(scan) => body.extend_from_slice(scan),
            Part::End => break,
        }
    }
    let mut out = vec![0xff, 0xd8];
    // JFIF wants to be first, and Exif too: readers take them in this order.
    let (jfif, others) = match kept.get(..2) {
        Some([0xff, 0xe0]) => kept.split_at(18),
        _ => kept.split_at(0),
    };
    out.extend_from_slice(jfif);
    if let Some(orientation) = orientation {
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend_from_slice(&orientation_block(orientation));
        segment(0xe1, &exif, &mut out);
    }
    out.extend_from_slice(others);
    out.append(&mut body);
    out.extend_from_slice(&[0xff, 0xd9]);
    Some(out)
}

fn segment(marker: u8, content: &[u8], out: &mut Vec<u8>) {
    // What came out of a segment fits in one.
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    out.extend_from_slice(&[0xff, marker]);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(content);
}
