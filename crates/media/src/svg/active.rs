//! What of a drawing does something in a browser that shows it by its own address.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesPI, BytesStart, Event};

use super::declared::{self, Declared};

/// Elements that run, or hold HTML, which may run.
const ELEMENTS: [&str; 8] = [
    "script",
    "foreignobject",
    "handler",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
];

/// What of a drawing runs, is a page in the page, or is fetched from another site: elements as `<script>`,
/// attributes as `onclick`, declarations as `<!ENTITY s>`, each once. Of what is no XML, what stands before its mistake, as in a
/// browser.
pub fn active(text: &str) -> BTreeSet<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let declared = declared::read(text);
    let mut found = declared.active.clone();
    let mut reader = Reader::from_str(text);
    let mut is_style = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => {
                is_style = start.local_name().as_ref().eq_ignore_ascii_case(b"style");
                of(&start, &declared, &mut found);
            }
            Event::PI(instruction) if is_transformed(&instruction) => {
                found.insert("<?xml-stylesheet?>".to_owned());
            }
            Event::Text(words) if is_style && fetches(&String::from_utf8_lossy(&words)) => {
                found.insert("<style>".to_owned());
            }
            Event::CData(words) if is_style && fetches(&String::from_utf8_lossy(&words)) => {
                found.insert("<style>".to_owned());
            }
            Event::End(_) => is_style = false,
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// Whether the first element of a text in XML is that of a drawing.
pub fn is_drawing(text: &str) -> bool {
    let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => {
                return start.local_name().as_ref().eq_ignore_ascii_case(b"svg");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    false
}

/// Whether an instruction has a browser make something else of the drawing (Associating Style Sheets with
/// XML documents 1.0): a style sheet in CSS draws, any other is a program.
fn is_transformed(instruction: &BytesPI) -> bool {
    if instruction.target() != b"xml-stylesheet" {
        return false;
    }
    let is_foreign = |attribute: &Attribute| {
        attribute.key.as_ref() == b"href"
            && is_elsewhere(&String::from_utf8_lossy(&attribute.value))
    };
    if instruction
        .attributes()
        .flatten()
        .any(|attribute| is_foreign(&attribute))
    {
        return true;
    }
    let attributes = instruction.attributes().flatten();
    let mut types = attributes.filter(|attribute| attribute.key.as_ref() == b"type");
    types.next().is_none_or(|kind| &*kind.value != b"text/css")
}

/// The same for an element.
fn of(start: &BytesStart, declared: &Declared, found: &mut BTreeSet<String>) {
    let local = |name: &[u8]| {
        let name = String::from_utf8_lossy(name).into_owned();
        let inner = name.rsplit(':').next().unwrap_or_default().to_owned();
        inner.to_ascii_lowercase()
    };
    let name = String::from_utf8_lossy(start.name().into_inner()).into_owned();
    if ELEMENTS.contains(&&*local(name.as_bytes())) {
        found.insert(format!("<{name}>"));
    }
    let is_link = local(name.as_bytes()) == "a";
    // Whatever a namespace is called, its address runs nothing.
    let known = |name: &str| {
        let own = declared.harmless.contains(name).then_some("http://");
        resolve_predefined_entity(name).or(own)
    };
    for attribute in start.attributes().with_checks(false).flatten() {
        let key = local(attribute.key.into_inner());
        let is_event = key.len() > 2
            && key.starts_with("on")
            && key.bytes().all(|byte| byte.is_ascii_alphabetic());
        // What holds an entity that is not known could be anything.
        let value = attribute.unescape_value_with(known);
        // A link leads elsewhere; what is drawn would be fetched there.
        let is_fetched = |value: &str| {
            fetches(value) || !is_link && matches!(&*key, "href" | "src") && is_elsewhere(value)
        };
        let does = |value: &str| value.split(';').any(is_script) || is_fetched(value);
        if is_event || value.map_or(true, |value| does(&value)) {
            found.insert(key);
        }
    }
}

/// Whether a style sheet, or a value that may be one, fetches something from another site (CSS Values 4,
/// section 4.5). A backslash may hide what a browser reads.
fn fetches(value: &str) -> bool {
    let plain: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\''))
        .flat_map(char::to_lowercase)
        .collect();
    const STARTS: [&str; 4] = ["url(", "@import", "image-set(", "src("];
    STARTS.iter().any(|start| {
        let mut places = plain.match_indices(start);
        places.any(|(at, start)| {
            let inside = &plain[at + start.len()..];
            is_elsewhere(inside) || inside.starts_with('\\')
        })
    })
}

/// Whether an address is one of another site.
fn is_elsewhere(address: &str) -> bool {
    let start: String = address.trim_start().chars().take(8).collect();
    let start = start.to_ascii_lowercase();
    ["//", "\\\\", "http:", "https:"]
        .iter()
        .any(|known| start.starts_with(known))
}

/// Whether an address, or one of those through which an animation goes, is a script.
fn is_script(value: &str) -> bool {
    let scheme: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take("javascript:".len())
        .collect();
    scheme.eq_ignore_ascii_case("javascript:")
}
