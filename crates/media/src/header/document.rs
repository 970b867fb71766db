//! PDF: the pictures and files in it keep what their files hid, unless who wrote it took care.

use std::io::{BufRead, BufReader, Cursor, Read};

use flate2::read::ZlibDecoder;

use super::search::{self, Marks};
use super::stream::Stream;
use super::{Found, Nested, inside};

/// How much is looked at in one go.
const PIECE: usize = 1 << 20;
/// The longest dictionary before a stream that is looked at, in bytes.
const DICTIONARY: usize = 4 << 10;
/// How many streams are looked at.
const STREAMS: usize = 50_000;
/// The largest file in a file that is looked at, in bytes.
const FILE: u64 = 64 << 20;

/// How the bytes of a stream are written (ISO 32000-1, table 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    Flate,
    Hexadecimal,
    Ascii85,
}

pub(super) fn read(stream: &mut Stream, nested: &mut Nested) -> Found {
    let mut found = Found::default();
    let mut packed: Vec<(u64, Vec<Filter>)> = Vec::new();
    let mut start = 0;
    while stream.go(start).is_some() {
        let piece = stream.some(PIECE);
        // A picture in JPEG stands there as it is (ISO 32000-1, 7.4.8), and so does XMP.
        found.position |= search::is_said(&piece, Marks::Named);
        for at in memchr::memmem::find_iter(&piece, b"stream") {
            let position = start + at as u64;
            let is_known = packed.last().is_some_and(|(last, _)| *last >= position);
            if !is_known && packed.len() < STREAMS && !piece[..at].ends_with(b"end") {
                let before = &piece[at.saturating_sub(DICTIONARY)..at];
                if let Some(filters) = filters(before, &piece[at + 6..]) {
                    packed.push((position, filters));
                }
            }
        }
        if piece.len() < PIECE || found.position {
            break;
        }
        start += (PIECE - super::hidden::BLOCK) as u64;
    }
    for (at, filters) in packed {
        if found.position || nested.left == 0 || stream.go(at).is_none() {
            break;
        }
        found.position |= is_in(stream, &filters, nested);
    }
    found
}

/// The filters of a stream, given by what stands before and after the word; `None` where its bytes stand
/// as they are, or it is a picture of plain pixels.
fn filters(before: &[u8], after: &[u8]) -> Option<Vec<Filter>> {
    let start = memchr::memmem::rfind(before, b" obj").map_or(0, |at| at + 4);
    let dictionary = &before[start..];
    let has = |word: &[u8]| memchr::memmem::find(dictionary, word).is_some();
    let named = memchr::memmem::find(dictionary, b"/Filter").map(|at| &dictionary[at + 7..]);
    let named = named?.trim_ascii_start();
    let names = match named.strip_prefix(b"[") {
        Some(names) => names.split(|byte| *byte == b']').next().unwrap_or_default(),
        None => {
            let name = named.strip_prefix(b"/").unwrap_or_default();
            let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric());
            &named[..named.len().min(1 + end.unwrap_or(name.len()))]
        }
    };
    let mut filters = Vec::new();
    let mut is_picture = false;
    for name in names.split(|byte| *byte == b'/').skip(1) {
        match name.trim_ascii() {
            b"FlateDecode" | b"Fl" => filters.push(Filter::Flate),
            b"ASCIIHexDecode" | b"AHx" => filters.push(Filter::Hexadecimal),
            b"ASCII85Decode" | b"A85" => filters.push(Filter::Ascii85),
            // What stays is a picture with its own header.
            _ => {
                is_picture = true;
                break;
            }
        }
    }
    // Filters that are written elsewhere in the file.
    let data = after.trim_ascii_start();
    if filters.is_empty() && !is_picture && data.starts_with(b"\x78") {
        filters.push(Filter::Flate);
    }
    let is_pixels = has(b"/Image") && !is_picture && !has(b"/Metadata 0");
    let is_passed_over = filters.is_empty() || is_pixels && filters == [Filter::Flate];
    (!is_passed_over).then_some(filters)
}

/// Whether a stream says where a picture was taken.
fn is_in(stream: &mut Stream, filters: &[Filter], nested: &mut Nested) -> bool {
    let mut reader: Box<dyn BufRead + '_> = Box::new(BufReader::new(Source::new(stream)));
    for filter in filters {
        reader = match filter {
            Filter::Flate => Box::new(BufReader::new(ZlibDecoder::new(reader))),
            Filter::Hexadecimal => Box::new(BufReader::new(Hexadecimal(reader))),
            Filter::Ascii85 => Box::new(BufReader::new(Ascii85 {
                from: reader,
                out: Vec::new(),
            })),
        };
    }
    let is_archive = reader
        .fill_buf()
        .is_ok_and(|start| start.starts_with(b"PK\x03\x04") || start.starts_with(b"\x1f\x8b"));
    if is_archive && nested.depth > 0 {
        let mut bytes = Vec::new();
        let _ = reader.take(FILE.min(nested.left)).read_to_end(&mut bytes);
        nested.left = nested.left.saturating_sub(bytes.len() as u64);
        let length = bytes.len() as u64;
        return inside(&mut Cursor::new(bytes), length, nested);
    }
    search::position(&mut reader, Marks::All, &mut nested.left)
}

/// The bytes of a stream, after the end of the line of the word.
struct Source<'s, 'f> {
    stream: &'s mut Stream<'f>,
}

impl<'s, 'f> Source<'s, 'f> {
    fn new(stream: &'s mut Stream<'f>) -> Self {
        let head = stream.peek(8);
        let rest = &head[6.min(head.len())..];
        let end = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        let _ = stream.skip(6 + end);
        Self { stream }
    }
}

impl Read for Source<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let bytes = self.stream.some(out.len());
        out[..bytes.len()].copy_from_slice(&bytes);
        Ok(bytes.len())
    }
}

/// Two digits for each byte, up to `>` (7.4.2).
struct Hexadecimal<'r>(Box<dyn BufRead + 'r>);

impl Read for Hexadecimal<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let mut written = 0;
        while written < out.len() {
            let mut digits = [0_u8; 2];
            for digit in &mut digits {
                loop {
                    match next(&mut self.0)? {
                        Some(byte) if byte.is_ascii_whitespace() => {}
                        Some(byte) => match char::from(byte).to_digit(16) {
                            Some(value) => {
                                *digit = value as u8;
                                break;
                            }
                            None => return Ok(written),
                        },
                        None => return Ok(written),
                    }
                }
            }
            out[written] = digits[0] << 4 | digits[1];
            written += 1;
        }
        Ok(written)
    }
}

/// Five signs for four bytes, up to `~` (7.4.3).
struct Ascii85<'r> {
    from: Box<dyn BufRead + 'r>,
    /// What was read and not yet given, the last byte first.
    out: Vec<u8>,
}

impl Read for Ascii85<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let mut written = 0;
        while written < out.len() {
            if let Some(byte) = self.out.pop() {
                out[written] = byte;
                written += 1;
                continue;
            }
            let (mut value, mut count) = (0_u32, 0_usize);
            while count < 5 {
                match next(&mut self.from)? {
                    Some(byte) if byte.is_ascii_whitespace() => {}
                    Some(b'z') if count == 0 => count = 5,
                    Some(byte @ b'!'..=b'u') => {
                        value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                        count += 1;
                    }
                    _ => break,
                }
            }
            if count < 2 {
                return Ok(written);
            }
            for _ in count..5 {
                value = value.wrapping_mul(85).wrapping_add(84);
            }
            let bytes = value.to_be_bytes();
            self.out.extend(bytes[..count - 1].iter().rev());
        }
        Ok(written)
    }
}

fn next(from: &mut dyn BufRead) -> std::io::Result<Option<u8>> {
    let byte = from.fill_buf()?.first().copied();
    if byte.is_some() {
        from.consume(1);
    }
    Ok(byte)
}
