//! Office documents: archives (ISO/IEC 21320-1) of parts in XML.

use std::io::{BufReader, Read, Take};

use flate2::bufread::DeflateDecoder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rawzip::{CompressionMethod, ZipArchive};

use super::{Hidden, HiddenKind};

/// How many bytes of one part, and of all of them, are read; how many parts are looked at.
const PART: u64 = 64 << 20;
const PARTS: u64 = 256 << 20;
const MOST: usize = 20_000;

/// What is told by the name of an element: where it stands, what it is called, what it says.
const SIGNS: &[(Place, &str, HiddenKind)] = &[
    (Place::Text, "ins", HiddenKind::Changes),
    (Place::Text, "del", HiddenKind::Changes),
    (Place::Text, "moveFrom", HiddenKind::Changes),
    (Place::Comments, "comment", HiddenKind::Comments),
    (Place::Comments, "threadedComment", HiddenKind::Comments),
    (Place::Comments, "cm", HiddenKind::Comments),
    (Place::Open, "changed-region", HiddenKind::Changes),
    (Place::Open, "annotation", HiddenKind::Comments),
];

/// What a part of an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// A text of WordprocessingML.
    Text,
    /// Comments of any of the three formats of Office.
    Comments,
    /// The list of the sheets of a workbook.
    Workbook,
    Slide,
    /// What is said with a slide.
    Notes,
    /// Who wrote the document.
    Properties,
    /// The whole text of an OpenDocument.
    Open,
}

/// What a part is, by its name; `None` where nothing in it is looked for.
fn place(name: &str) -> Option<Place> {
    let is_xml = name.ends_with(".xml");
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    match folder {
        _ if !is_xml => None,
        "word" if file.starts_with("comments") => Some(Place::Comments),
        "word" => {
            let is_text = ["document", "footnotes", "endnotes", "header", "footer"]
                .iter()
                .any(|begin| file.starts_with(begin));
            is_text.then_some(Place::Text)
        }
        "xl" if file == "workbook.xml" => Some(Place::Workbook),
        "xl" if file.starts_with("comments") => Some(Place::Comments),
        "xl/comments" | "xl/threadedComments" | "ppt/comments" => Some(Place::Comments),
        "ppt/slides" => Some(Place::Slide),
        "ppt/notesSlides" => Some(Place::Notes),
        "docProps" if file == "core.xml" => Some(Place::Properties),
        "" if file == "meta.xml" => Some(Place::Properties),
        "" if file == "content.xml" => Some(Place::Open),
        _ => None,
    }
}

/// Whether a part is a file of its own: what stands behind a chart that was pasted, for instance.
fn is_file(name: &str) -> bool {
    ["word", "xl", "ppt"].iter().any(|format| {
        let rest = name.strip_prefix(format);
        rest.is_some_and(|rest| rest.starts_with("/embeddings/") && !rest.ends_with('/'))
    })
}

pub(super) fn hidden(bytes: &[u8]) -> Hidden {
    let mut found = Hidden::default();
    let Ok(archive) = ZipArchive::from_slice(bytes) else {
        return found;
    };
    let mut entries = archive.entries();
    let mut left = PARTS;
    for _ in 0..MOST {
        let Ok(Some(entry)) = entries.next_entry() else {
            break;
        };
        let path = entry.file_path();
        let Ok(name) = std::str::from_utf8(path.as_ref()) else {
            continue;
        };
        if is_file(name) {
            found.add(HiddenKind::Files);
        }
        let (Some(place), Ok(part)) = (place(name), archive.get_entry(entry.wayfinder())) else {
            continue;
        };
        let most = PART.min(left);
        let mut part: Take<Box<dyn Read>> = match entry.compression_method() {
            CompressionMethod::STORE => (Box::new(part.data()) as Box<dyn Read>).take(most),
            CompressionMethod::DEFLATE => {
                (Box::new(DeflateDecoder::new(part.data())) as Box<dyn Read>).take(most)
            }
            _ => continue,
        };
        read(place, &mut part, &mut found);
        left -= most - part.limit();
    }
    found
}

/// Reads a part as far as it can be read.
fn read(place: Place, part: &mut impl Read, found: &mut Hidden) {
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    // The name of the element whose words come next.
    let mut inside = Vec::new();
    let mut words = String::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => {
                element(place, &start, found);
                start.local_name().as_ref().clone_into(&mut inside);
                words.clear();
            }
            Ok(Event::Empty(start)) => element(place, &start, found),
            Ok(Event::Text(text)) => {
                if let Ok(text) = text.decode() {
                    words.push_str(&text);
                }
            }
            Ok(Event::GeneralRef(reference)) => {
                let predefined = std::str::from_utf8(&reference)
                    .ok()
                    .and_then(quick_xml::escape::resolve_predefined_entity);
                match (reference.resolve_char_ref(), predefined) {
                    (Ok(Some(letter)), _) => words.push(letter),
                    (_, Some(letters)) => words.push_str(letters),
                    _ => {}
                }
            }
            Ok(Event::End(end)) => {
                if end.local_name().as_ref() == inside.as_slice() {
                    text(place, &inside, &words, found);
                }
                inside.clear();
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn element(place: Place, start: &BytesStart, found: &mut Hidden) {
    let name = start.local_name();
    let name = name.as_ref();
    for (_, _, kind) in SIGNS
        .iter()
        .filter(|(where_, sign, _)| *where_ == place && sign.as_bytes() == name)
    {
        found.add(*kind);
    }
    let says = |attribute: &str, values: &[&str]| {
        start.attributes().flatten().any(|one| {
            let is_named = one.key.local_name().as_ref() == attribute.as_bytes();
            is_named && values.iter().any(|value| value.as_bytes() == &*one.value)
        })
    };
    let is_hidden = match place {
        Place::Workbook => name == b"sheet" && says("state", &["hidden", "veryHidden"]),
        Place::Slide => name == b"sld" && says("show", &["0", "false"]),
        Place::Open => name == b"table-properties" && says("display", &["false"]),
        _ => false,
    };
    if is_hidden {
        found.add(HiddenKind::Sheets);
    }
}

fn text(place: Place, element: &[u8], words: &str, found: &mut Hidden) {
    match (place, element) {
        (Place::Properties, b"creator" | b"lastModifiedBy" | b"initial-creator") => {
            found.name(words);
        }
        // The number of the slide stands in its notes too.
        (Place::Notes, b"t") if words.chars().any(char::is_alphabetic) => {
            found.add(HiddenKind::Notes);
        }
        _ => {}
    }
}
