//! AVIF (AV1 Image File Format 1.1 on ISO/IEC 14496-12 and 23008-12): boxes within boxes.

use super::stream::Stream;
use super::{FileKind, Found, Metadata, hidden};

/// How many boxes of one level are looked at.
const BOXES: usize = 1_000;
/// How much of the box `meta` is read. It holds names and numbers, not images; a grid of
/// many tiles has some tens of kilobytes of it.
const META: usize = 1 << 20;

/// AVIF, HEIC or a film, by the brands of the box `ftyp` at the start of the file.
pub(super) fn kind(start: &[u8]) -> FileKind {
    let length = match start.get(..4) {
        Some(&[a, b, c, d]) => u32::from_be_bytes([a, b, c, d]),
        _ => 0,
    };
    let end = usize::try_from(length)
        .unwrap_or(start.len())
        .min(start.len());
    // Major brand, version, then the compatible brands.
    let brands = || {
        let major = start.get(8..12).into_iter();
        major.chain(start.get(16..end).unwrap_or_default().chunks_exact(4))
    };
    let has = |wanted: &[&[u8]]| brands().any(|brand| wanted.contains(&brand));
    if has(&[b"avif", b"avis"]) {
        FileKind::Avif
    } else if has(&[
        b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1",
    ]) {
        FileKind::Heic
    } else {
        FileKind::Film
    }
}

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found::default();
    // `None` is the end of the file, however it comes.
    let _ = top(stream, &mut found);
    found
}

/// The boxes of the file, up to `meta`.
fn top(stream: &mut Stream, found: &mut Found) -> Option<()> {
    for _ in 0..BOXES {
        let (kind, end) = stream.head_of_box()?;
        let body = end.checked_sub(stream.position())?;
        if &kind == b"meta" {
            let bytes = stream.some(usize::try_from(body).unwrap_or(META).min(META));
            let inside = bytes.get(4..)?;
            meta(inside, found);
            hidden_items(inside, stream, found);
            return None;
        }
        stream.go(end)?;
    }
    None
}

/// The boxes in a piece of memory: the kind of each, and what it holds.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let length: [u8; 4] = bytes.get(..4)?.try_into().ok()?;
        let kind = bytes.get(4..8)?;
        let (head, length) = match u32::from_be_bytes(length) {
            0 => (8, bytes.len()),
            1 => {
                let length: [u8; 8] = bytes.get(8..16)?.try_into().ok()?;
                (16, usize::try_from(u64::from_be_bytes(length)).ok()?)
            }
            length => (8, usize::try_from(length).ok()?),
        };
        let body = bytes.get(head..length)?;
        bytes = &bytes[length..];
        Some((kind, body))
    })
    .take(BOXES)
}

fn meta(bytes: &[u8], found: &mut Found) {
    let mut primary = None;
    let mut sizes: Vec<Option<(u32, u32)>> = Vec::new();
    let mut of_items: Vec<(u32, usize)> = Vec::new();
    for (kind, body) in boxes(bytes) {
        match kind {
            b"pitm" => primary = item_number(body),
            b"iprp" => {
                for (kind, body) in boxes(body) {
                    match kind {
                        b"ipco" => sizes = boxes(body).map(size).collect(),
                        b"ipma" => {
                            // `None` where the box is cut off: what was read counts.
                            let _ = associations(body, &mut of_items);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    // The size of the image itself; without a word on which that is, the largest.
    let own = of_items
        .iter()
        .filter(|(item, _)| Some(*item) == primary)
        .find_map(|(_, property)| *sizes.get(property.checked_sub(1)?)?);
    let largest = || {
        let sizes = sizes.iter().flatten().copied();
        sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
    };
    found.size = own.or_else(largest);
}

/// Reads the items of metadata: whether one of them says a position. How the image is turned is a
/// property of its own (`irot`), and none of Exif.
fn hidden_items(meta: &[u8], stream: &mut Stream, found: &mut Found) {
    let orientation = found.orientation;
    let of = |wanted: &[u8]| boxes(meta).find(|(kind, _)| *kind == wanted);
    let numbers: Vec<(u32, Metadata)> = of(b"iinf").map_or_else(Vec::new, |(_, body)| items(body));
    let places = of(b"iloc").map_or_else(Vec::new, |(_, body)| locations(body));
    let data = of(b"idat").map_or(&[][..], |(_, body)| body);
    for (number, kind) in numbers {
        found.metadata.push(kind);
        let mut bytes = Vec::new();
        for place in places.iter().filter(|place| place.item == number) {
            let length = usize::try_from(place.length).unwrap_or(usize::MAX);
            let length = length.min(hidden::BLOCK.saturating_sub(bytes.len()));
            if place.is_inside {
                let from = usize::try_from(place.start).unwrap_or(usize::MAX);
                let inside = data.get(from..).unwrap_or_default();
                bytes.extend_from_slice(&inside[..length.min(inside.len())]);
            } else if stream.go(place.start).is_some() {
                bytes.extend(stream.some(length));
            }
        }
        match kind {
            Metadata::Exif => {
                // Where TIFF begins after these four bytes.
                let skipped = bytes.first_chunk().map(|head| u32::from_be_bytes(*head));
                let at = skipped.and_then(|skipped| usize::try_from(skipped).ok());
                let block = at.and_then(|at| bytes.get(at.checked_add(4)?..));
                hidden::exif(block.unwrap_or_default(), found);
            }
            _ => hidden::xmp(&bytes, found),
        }
    }
    found.orientation = orientation;
}

/// A part of an item.
struct Place {
    item: u32,
    start: u64,
    length: u64,
    /// Whether it is counted in the box `idat`, and not in the file.
    is_inside: bool,
}

/// The box `iloc` (ISO/IEC 14496-12, section 8.11.3), as far as it is there.
fn locations(body: &[u8]) -> Vec<Place> {
    let mut places = Vec::new();
    let _ = all_locations(body, &mut places);
    places
}

fn all_locations(body: &[u8], places: &mut Vec<Place>) -> Option<()> {
    let version = *body.first()?;
    let (sizes, more) = (*body.get(4)?, *body.get(5)?);
    let (of_offset, of_length) = (sizes >> 4, sizes & 15);
    let (of_base, of_index) = (more >> 4, if version == 0 { 0 } else { more & 15 });
    let mut rest = body.get(6..)?;
    let mut number = |size: u8| -> Option<u64> {
        let (head, tail) = rest.split_at_checked(usize::from(size))?;
        rest = tail;
        let bytes = head.iter();
        Some(bytes.fold(0, |all, byte| all << 8 | u64::from(*byte)))
    };
    let count = number(if version < 2 { 2 } else { 4 })?;
    for _ in 0..count.min(BOXES as u64) {
        let item = u32::try_from(number(if version < 2 { 2 } else { 4 })?).ok()?;
        let method = match version {
            0 => 0,
            _ => number(2)? & 15,
        };
        number(2)?;
        let base = number(of_base)?;
        for _ in 0..number(2)?.min(BOXES as u64) {
            number(of_index)?;
            let start = base.checked_add(number(of_offset)?)?;
            let length = number(of_length)?;
            places.push(Place {
                item,
                start,
                length: if length == 0 { u64::MAX } else { length },
                is_inside: method == 1,
            });
        }
    }
    Some(())
}

/// The box `pitm`: two bytes in version 0, four after it.
fn item_number(body: &[u8]) -> Option<u32> {
    match (body.first()?, body.get(4..)?) {
        (0, &[a, b, ..]) => Some(u32::from(u16::from_be_bytes([a, b]))),
        (1.., &[a, b, c, d, ..]) => Some(u32::from_be_bytes([a, b, c, d])),
        _ => None,
    }
}

/// The box `ispe`: flags, width, height.
fn size((kind, body): (&[u8], &[u8])) -> Option<(u32, u32)> {
    match (kind, body.get(4..12)?) {
        (b"ispe", &[a, b, c, d, e, f, g, h]) => Some((
            u32::from_be_bytes([a, b, c, d]),
            u32::from_be_bytes([e, f, g, h]),
        )),
        _ => None,
    }
}

/// The box `ipma`: which properties (counted from 1) each item has.
fn associations(body: &[u8], found: &mut Vec<(u32, usize)>) -> Option<()> {
    let version = *body.first()?;
    let is_wide = body.get(3)? & 1 == 1;
    let mut rest = body.get(8..)?;
    // The number of items in the box is not read: the bytes end of themselves.
    while !rest.is_empty() {
        let item = match version {
            0 => u32::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?])),
            _ => u32::from_be_bytes(rest.get(..4)?.try_into().ok()?),
        };
        rest = rest.get(if version == 0 { 2 } else { 4 }..)?;
        let count = *rest.first()?;
        rest = rest.get(1..)?;
        for _ in 0..count {
            // The first bit says that the property is essential.
            let property = if is_wide {
                usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]) & 0x7fff)
            } else {
                usize::from(rest.first()? & 0x7f)
            };
            rest = rest.get(if is_wide { 2 } else { 1 }..)?;
            found.push((item, property));
        }
    }
    Some(())
}

/// The box `iinf`: the items of metadata among those of the image, by number.
fn items(body: &[u8]) -> Vec<(u32, Metadata)> {
    let head = match body.first() {
        Some(0) => 6,
        _ => 8,
    };
    boxes(body.get(head..).unwrap_or_default())
        .filter(|(kind, _)| *kind == b"infe")
        .filter_map(|(_, body)| {
            // Version 2 has two bytes of number, version 3 four; two of protection follow.
            let at = match body.first()? {
                2 => 8,
                3 => 10,
                _ => return None,
            };
            let number = match *body.get(4..at - 2)? {
                [a, b] => u32::from(u16::from_be_bytes([a, b])),
                [a, b, c, d] => u32::from_be_bytes([a, b, c, d]),
                _ => return None,
            };
            let kind = match body.get(at..at + 4)? {
                b"Exif" => Some(Metadata::Exif),
                b"mime" => {
                    let text = body.get(at + 4..)?;
                    let is_xmp = text.windows(7).any(|word| word == b"rdf+xml");
                    is_xmp.then_some(Metadata::Xmp)
                }
                _ => None,
            };
            Some((number, kind?))
        })
        .collect()
}
