//! How many pages a PDF has (ISO 32000-1, 7.7.3.2: the root of the page tree counts them).
//!
//! The file is not parsed: the dictionaries of page trees are looked for in its text, and, where
//! there are none, in its compressed object streams (7.5.7). An encrypted file says nothing.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// How many bytes of one object stream, and of all of them, are looked at.
const STREAM: u64 = 4 << 20;
const STREAMS: usize = 64 << 20;
/// How many page trees of a file are looked at: one of ten thousand pages has a thousand.
const MOST: usize = 20_000;

/// The number of pages that the file says it has; `None` where it cannot be told.
pub fn pages(bytes: &[u8]) -> Option<u32> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    root_count(bytes).or_else(|| {
        let mut found = None;
        let mut left = STREAMS;
        for stream in object_streams(bytes) {
            let mut inflated = Vec::new();
            // What can be inflated of a damaged stream is good enough to look at.
            let _ = ZlibDecoder::new(stream)
                .take(STREAM.min(left as u64))
                .read_to_end(&mut inflated);
            left -= inflated.len();
            found = root_count(&inflated).or(found);
            if left == 0 {
                break;
            }
        }
        found
    })
}

/// The count of the last page tree that belongs to no other: a later version of the file stands
/// after the earlier ones.
fn root_count(bytes: &[u8]) -> Option<u32> {
    let mut found = None;
    for at in memchr::memmem::find_iter(bytes, b"/Pages").take(MOST) {
        let is_whole = bytes
            .get(at + 6)
            .is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let before = bytes[..at].trim_ascii_end();
        if !is_whole || !before.ends_with(b"/Type") {
            continue;
        }
        let Some(dictionary) = dictionary(bytes, at) else {
            continue;
        };
        if memchr::memmem::find(dictionary, b"/Parent").is_none() {
            found = count(dictionary).or(found);
        }
    }
    found
}

/// The dictionary around a place.
fn dictionary(bytes: &[u8], at: usize) -> Option<&[u8]> {
    /// More than any dictionary of a page tree takes before or after one of its keys.
    const REACH: usize = 256 << 10;
    let from = at.saturating_sub(REACH);
    let mut depth = 0;
    let mut start = None;
    let mut back = at;
    while back > from + 1 {
        back -= 1;
        match &bytes[back - 1..=back] {
            b">>" => {
                depth += 1;
                back -= 1;
            }
            b"<<" if depth == 0 => {
                start = Some(back - 1);
                break;
            }
            b"<<" => {
                depth -= 1;
                back -= 1;
            }
            _ => {}
        }
    }
    let start = start?;
    let mut depth = 0;
    let mut on = at;
    let end = bytes.len().min(at + REACH);
    while on + 1 < end {
        match &bytes[on..on + 2] {
            b"<<" => {
                depth += 1;
                on += 1;
            }
            b">>" if depth == 0 => return bytes.get(start..on),
            b">>" => {
                depth -= 1;
                on += 1;
            }
            _ => {}
        }
        on += 1;
    }
    None
}

fn count(dictionary: &[u8]) -> Option<u32> {
    let at = memchr::memmem::find(dictionary, b"/Count")?;
    let digits = dictionary[at + 6..].trim_ascii_start();
    let length = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let number: u32 = std::str::from_utf8(&digits[..length]).ok()?.parse().ok()?;
    (number > 0).then_some(number)
}

/// The compressed data of the object streams.
fn object_streams(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    memchr::memmem::find_iter(bytes, b"/ObjStm").filter_map(|at| {
        let rest = &bytes[at..bytes.len().min(at + 2048)];
        let start = at + memchr::memmem::find(rest, b"stream")? + b"stream".len();
        let data = bytes.get(start..)?;
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        Some(data.strip_prefix(b"\n").unwrap_or(data))
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pages_of_a_file() {
        let plain = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
            2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 12 /MediaBox << /A 1 >> >>\nendobj\n\
            3 0 obj\n<</Type/Pages/Parent 2 0 R/Count 5>>\nendobj\n";
        assert_eq!(pages(plain), Some(12));
        let mut later = plain.to_vec();
        later.extend_from_slice(b"2 0 obj\n<</Count 14/Kids[3 0 R]/Type/Pages>>\nendobj\n");
        assert_eq!(pages(&later), Some(14));
        assert_eq!(pages(b"%PDF-1.7\nnothing"), None);
        assert_eq!(pages(&plain[1..]), None);
    }

    #[test]
    fn pages_in_an_object_stream() {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder
            .write_all(b"2 0 <</Type/Pages/Count 24/Kids[4 0 R]>>")
            .expect("it is written to memory");
        let stream = encoder.finish().expect("it is written to memory");
        let mut file =
            b"%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\r\n"
                .to_vec();
        file.extend(stream);
        file.extend_from_slice(b"\nendstream\nendobj\n");
        assert_eq!(pages(&file), Some(24));
    }

    proptest! {
        #[test]
        fn no_file_panics(
            pieces in prop::collection::vec(
                prop_oneof![
                    Just(b"/Type/Pages".to_vec()), Just(b"<<".to_vec()), Just(b">>".to_vec()),
                    Just(b"/Count 3".to_vec()), Just(b"/ObjStm".to_vec()), Just(b"stream\n".to_vec()),
                    prop::collection::vec(any::<u8>(), 0..9),
                ],
                0..20,
            ),
        ) {
            let mut file = b"%PDF-".to_vec();
            file.extend(pieces.concat());
            pages(&file);
        }
    }
}
