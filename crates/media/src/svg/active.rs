//! What of a drawing does something in a browser that shows it by its own address.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

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

/// What of a drawing runs or is a page in the page: elements as `<script>`, attributes as `onclick`, each
/// once. Of what is no XML, what stands before its mistake, as in a browser.
pub fn active(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => of(&start, &mut found),
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

fn of(start: &BytesStart, found: &mut BTreeSet<String>) {
    let local = |name: &[u8]| {
        let name = String::from_utf8_lossy(name).into_owned();
        let inner = name.rsplit(':').next().unwrap_or_default().to_owned();
        inner.to_ascii_lowercase()
    };
    let name = String::from_utf8_lossy(start.name().into_inner()).into_owned();
    if ELEMENTS.contains(&&*local(name.as_bytes())) {
        found.insert(format!("<{name}>"));
    }
    for attribute in start.attributes().with_checks(false).flatten() {
        let key = local(attribute.key.into_inner());
        let value = attribute.unescape_value().unwrap_or_default();
        let scheme: String = value
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
            .take("javascript:".len())
            .collect();
        let is_event = key.len() > 2
            && key.starts_with("on")
            && key.bytes().all(|byte| byte.is_ascii_alphabetic());
        if is_event || scheme.eq_ignore_ascii_case("javascript:") {
            found.insert(key);
        }
    }
}
