//! How many pages a PDF has (ISO 32000-1, 7.7.3.2: the root of the page tree counts them), and whether it has
//! what somebody needs who has it read aloud (ISO 14289-1: a title, a language, tags).
//!
//! The file is not parsed: the dictionaries that say so are looked for in its text, and, where
//! there are none, in its compressed object streams (7.5.7). An encrypted file says nothing of its pages.

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::hidden::{Hidden, HiddenKind};

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
        let inflated = inflated(bytes);
        inflated.fold(None, |found, objects| root_count(&objects).or(found))
    })
}

/// What a document has for those who have it read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Whether it says its title, in its information (14.3.3) or in its metadata (14.3.2).
    pub title: bool,
    /// Whether it says its language (14.9.2).
    pub language: bool,
    /// Whether its parts are marked as what they are (14.8).
    pub tags: bool,
}

/// What a document says of itself to those who have it read aloud; `None` where it cannot be told.
pub fn spoken(bytes: &[u8]) -> Option<Spoken> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    let mut catalog = None;
    let mut title = metadata_title(bytes);
    let mut look = |objects: &[u8]| {
        for at in memchr::memmem::find_iter(objects, b"/Catalog").take(MOST) {
            let found = dictionary(objects, at).map(|dictionary| {
                let language = value(dictionary, b"/Lang").is_some_and(is_filled);
                let tags = memchr::memmem::find(dictionary, b"/StructTreeRoot").is_some();
                (language, tags)
            });
            catalog = found.or(catalog);
        }
        title |= information(objects)
            .is_some_and(|dictionary| value(dictionary, b"/Title").is_some_and(is_filled));
        // Where it stands in an object stream it has no number beside it. Bookmarks have titles too, and none
        // of these.
        for key in [&b"/Producer"[..], b"/Creator", b"/CreationDate", b"/Author"] {
            let mut informations = memchr::memmem::find_iter(objects, key).take(MOST);
            title |= informations.any(|at| {
                let dictionary = dictionary(objects, at);
                dictionary
                    .is_some_and(|dictionary| value(dictionary, b"/Title").is_some_and(is_filled))
            });
        }
    };
    look(bytes);
    for objects in inflated(bytes) {
        look(&objects);
    }
    catalog.map(|(language, tags)| Spoken {
        title,
        language,
        tags,
    })
}

/// What a document hides: notes that are stuck on it (12.5.6), files within it (7.11.4), and who wrote it (14.3.3).
pub(crate) fn hidden(bytes: &[u8]) -> Hidden {
    let mut found = Hidden::default();
    let is_encrypted = memchr::memmem::rfind(bytes, b"/Encrypt").is_some();
    let mut look = |objects: &[u8]| {
        let is_of = |key: &[u8], name: &[u8]| {
            let mut places = memchr::memmem::find_iter(objects, key);
            places.any(|at| {
                let value = objects[at + key.len()..].trim_ascii_start();
                let rest = value.strip_prefix(name);
                rest.is_some_and(|rest| {
                    rest.first()
                        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
                })
            })
        };
        if is_of(b"/Subtype", b"/Text") || is_of(b"/Subtype", b"/Popup") {
            found.add(HiddenKind::Comments);
        }
        if is_of(b"/Type", b"/EmbeddedFile") || is_of(b"/Subtype", b"/FileAttachment") {
            found.add(HiddenKind::Files);
        }
        if !is_encrypted {
            for at in memchr::memmem::find_iter(objects, b"/Author").take(MOST) {
                if let Some(name) = string(&objects[at + b"/Author".len()..]) {
                    found.name(&name);
                }
            }
        }
    };
    look(bytes);
    for objects in inflated(bytes) {
        look(&objects);
    }
    found
}

/// The words of a string object (7.3.4), in PDFDocEncoding as far as it is Latin, or in UTF-16; none where the value is
/// no string, does not end, or holds no letters.
fn string(value: &[u8]) -> Option<String> {
    /// More than any name is long.
    const LONGEST: usize = 4096;
    let value = value.trim_ascii_start();
    let value = &value[..value.len().min(LONGEST)];
    let bytes = match value.first()? {
        b'(' => literal(&value[1..])?,
        b'<' if value.get(1) != Some(&b'<') => {
            let end = memchr::memchr(b'>', value)?;
            let digits: Vec<u8> = value[1..end]
                .iter()
                .filter_map(|byte| char::from(*byte).to_digit(16))
                .filter_map(|digit| u8::try_from(digit).ok())
                .collect();
            let pairs = digits.chunks(2);
            pairs
                .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))
                .collect()
        }
        _ => return None,
    };
    let words = match bytes.strip_prefix(b"\xFE\xFF") {
        Some(wide) => {
            let units: Vec<u16> = wide
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(text) => String::from_utf8_lossy(text).into_owned(),
            None => bytes.iter().copied().map(char::from).collect(),
        },
    };
    words.chars().any(char::is_alphabetic).then_some(words)
}

/// What stands between parentheses (7.3.4.2).
fn literal(value: &[u8]) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut bytes = value.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => match bytes.next()? {
                b'n' => found.push(b'\n'),
                b'r' => found.push(b'\r'),
                b't' => found.push(b'\t'),
                b'\n' => {}
                digit @ b'0'..=b'7' => {
                    let mut code = u32::from(digit - b'0');
                    for _ in 0..2 {
                        let next = bytes.next_if(|next| matches!(next, b'0'..=b'7'));
                        code = next.map_or(code, |next| code * 8 + u32::from(next - b'0'));
                    }
                    found.push(u8::try_from(code & 0xFF).ok()?);
                }
                other => found.push(other),
            },
            b')' if depth == 0 => return Some(found),
            _ => {
                depth += match byte {
                    b'(' => 1,
                    b')' => -1,
                    _ => 0,
                };
                found.push(byte);
            }
        }
    }
    None
}

/// The dictionary of the document's information, which the last trailer names (7.5.5).
fn information(bytes: &[u8]) -> Option<&[u8]> {
    let at = memchr::memmem::rfind(bytes, b"/Info")?;
    let number = bytes[at + b"/Info".len()..].trim_ascii_start();
    let length = number
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let number = std::str::from_utf8(&number[..length]).ok()?;
    let object = format!("{number} 0 obj");
    let mut places = memchr::memmem::rfind_iter(bytes, object.as_bytes());
    let at = places.find(|at| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        before.is_none_or(|byte| !byte.is_ascii_digit())
    })?;
    let inside = memchr::memmem::find(&bytes[at..], b"<<")? + at + 2;
    dictionary(bytes, inside)
}

/// What follows a key of a dictionary.
fn value<'d>(dictionary: &'d [u8], key: &[u8]) -> Option<&'d [u8]> {
    let mut places = memchr::memmem::find_iter(dictionary, key);
    places.find_map(|at| {
        let rest = &dictionary[at + key.len()..];
        let is_whole = rest
            .first()
            .is_none_or(|byte| !byte.is_ascii_alphanumeric());
        is_whole.then(|| rest.trim_ascii_start())
    })
}

/// Whether a value is a text that is not empty, or stands elsewhere in the file.
fn is_filled(value: &[u8]) -> bool {
    let end = value.iter().position(|byte| matches!(byte, b')' | b'>'));
    match value.first() {
        Some(b'(' | b'<') => end.is_some_and(|end| !value[1..end].trim_ascii().is_empty()),
        // The number of an object.
        Some(byte) => byte.is_ascii_digit(),
        None => false,
    }
}

/// Whether the metadata of a document (ISO 16684-1) holds a title.
fn metadata_title(bytes: &[u8]) -> bool {
    let mut places = memchr::memmem::find_iter(bytes, b"<dc:title>");
    places.any(|at| {
        let rest = &bytes[at + b"<dc:title>".len()..];
        let Some(end) = memchr::memmem::find(rest, b"</dc:title>") else {
            return false;
        };
        let mut is_tag = false;
        rest[..end].iter().any(|byte| {
            let is_word = !is_tag && !byte.is_ascii_whitespace() && *byte != b'<';
            is_tag = (is_tag || *byte == b'<') && *byte != b'>';
            is_word
        })
    })
}

/// What the object streams of a document hold, one after the other.
fn inflated(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut left = STREAMS;
    object_streams(bytes).map_while(move |stream| {
        if left == 0 {
            return None;
        }
        let mut inflated = Vec::new();
        // What can be inflated of a damaged stream is good enough to look at.
        let _ = ZlibDecoder::new(stream)
            .take(STREAM.min(left as u64))
            .read_to_end(&mut inflated);
        left -= inflated.len();
        Some(inflated)
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

    #[test]
    fn what_is_read_aloud() {
        let of = |catalog: &str, rest: &str| {
            let file = format!("%PDF-1.7\n1 0 obj\n<</Type /Catalog {catalog}>>\nendobj\n{rest}");
            spoken(file.as_bytes()).map(|spoken| (spoken.title, spoken.language, spoken.tags))
        };
        assert_eq!(of("/Pages 2 0 R", ""), Some((false, false, false)));
        assert_eq!(
            of(
                "/Lang (fr-FR) /MarkInfo <</Marked true>> /StructTreeRoot 5 0 R",
                "9 0 obj <</Title (Rapport)/Producer (x)>> endobj"
            ),
            Some((true, true, true))
        );
        // A bookmark, an empty title, an empty language, a language of a part.
        let others = "7 0 obj <</Title (Chapitre) /Parent 6 0 R>> 8 0 obj <</Title () /Author (x)>>\
            6 0 obj <</Lang (en)>>";
        assert_eq!(of("/Lang ()", others), Some((false, false, false)));
        let trailer = "9 0 obj\n<</Title(Rapport)>>\nendobj\ntrailer\n<</Info 9 0 R>>";
        assert_eq!(of("", trailer), Some((true, false, false)));
        let metadata =
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x\"> Rapport</rdf:li></rdf:Alt></dc:title>";
        assert_eq!(of("/Lang 4 0 R", metadata), Some((true, true, false)));
        let empty = "<dc:title>\n<rdf:Alt><rdf:li/></rdf:Alt></dc:title>";
        assert_eq!(of("", empty), Some((false, false, false)));
        assert_eq!(spoken(b"%PDF-1.7 nothing"), None);
    }

    proptest! {
        #[test]
        fn no_file_panics(
            pieces in prop::collection::vec(
                prop_oneof![
                    Just(b"/Type/Pages".to_vec()), Just(b"<<".to_vec()), Just(b">>".to_vec()),
                    Just(b"/Count 3".to_vec()), Just(b"/ObjStm".to_vec()), Just(b"stream\n".to_vec()),
                    Just(b"/Catalog".to_vec()), Just(b"/Lang(".to_vec()), Just(b"/Title<".to_vec()),
                    Just(b"/Author".to_vec()), Just(b"(\\(".to_vec()), Just(b"/Subtype /Text".to_vec()), Just(b"/Info 1".to_vec()), Just(b"1 0 obj".to_vec()), Just(b"<dc:title>".to_vec()),
                    prop::collection::vec(any::<u8>(), 0..9),
                ],
                0..20,
            ),
        ) {
            let mut file = b"%PDF-".to_vec();
            file.extend(pieces.concat());
            pages(&file);
            spoken(&file);
            hidden(&file);
        }
    }
}
