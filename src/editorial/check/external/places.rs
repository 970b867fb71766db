//! Where in the sources addresses are written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rihla_diagnostics::{Location, Span};
use rihla_site::source::Snapshot;
use rihla_text::url::decoded;

/// The places of addresses, each in the order of files and bytes.
pub(super) struct Places(BTreeMap<String, Vec<Location>>);

/// The beginnings of addresses that are looked for.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

impl Places {
    /// Looks for addresses in texts, settings and templates: whole addresses, where nothing of another one stands around them.
    pub(super) fn of<'a>(snapshot: &Snapshot, addresses: impl Iterator<Item = &'a str>) -> Self {
        let wanted: BTreeSet<String> = addresses.map(compared).collect();
        let mut found: BTreeMap<String, Vec<Location>> = BTreeMap::new();
        if wanted.is_empty() {
            return Self(found);
        }
        for file in snapshot.iter() {
            let Some(text) = snapshot.text(&file.path) else {
                continue;
            };
            for span in written(&file.path, text) {
                let address = compared(&text[span.start..span.end]);
                if wanted.contains(&address) {
                    let place = Location::new(file.path.clone(), span);
                    found.entry(address).or_default().push(place);
                }
            }
        }
        Self(found)
    }

    /// Those of an address.
    pub(super) fn get(&self, address: &str) -> &[Location] {
        self.0.get(&compared(address)).map_or(&[], Vec::as_slice)
    }
}

/// An address as it is compared: pages encode what texts do not, and templates write `&amp;`.
fn compared(address: &str) -> String {
    decoded(&address.replace("&amp;", "&"))
}

/// The addresses of a file that are no samples of code.
fn written(path: &Arc<str>, text: &str) -> Vec<Span> {
    let is_markdown = path.ends_with(".md") || path.ends_with(".markdown");
    let mut found = Vec::new();
    let mut fence: Option<&str> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begun = line.trim_start();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| begun.starts_with(mark));
        match (fence, mark) {
            _ if !is_markdown => {}
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_none() {
            of_line(line, start, &mut found);
        }
        start += line.len();
    }
    found
}

/// Adds the addresses of a line that begins at a byte.
fn of_line(line: &str, start: usize, found: &mut Vec<Span>) {
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let next = SCHEMES
            .iter()
            .filter_map(|scheme| Some((rest.find(scheme)?, scheme)));
        let Some((offset, scheme)) = next.min() else {
            return;
        };
        let begin = at + offset;
        let before = line[..begin].chars().next_back();
        let length = length(&line[begin..], before);
        at = begin + length.max(scheme.len());
        let is_whole = !before.is_some_and(|c| c.is_alphanumeric() || "`+-./".contains(c));
        if is_whole && length > scheme.len() {
            found.push(Span::new(start + begin, start + begin + length));
        }
    }
}

/// How long the address is with which a text begins; `before` is what stands before it.
fn length(text: &str, before: Option<char>) -> usize {
    // What opens around an address ends it where it closes.
    let closing = match before {
        Some('(') => Some(')'),
        Some('\'') => Some('\''),
        _ => None,
    };
    let mut depth = 0_usize;
    let mut length = text.len();
    for (at, c) in text.char_indices() {
        let is_end = c.is_whitespace() || "\"<>`{}|\\".contains(c) || c.is_control();
        let is_closed = closing == Some(c) && depth == 0;
        if is_end || is_closed || (c == ')' && depth == 0) || (c == ']' && !text.contains('[')) {
            length = at;
            break;
        }
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
    }
    match before {
        // Within marks, all of it is the address.
        Some('(' | '<' | '"' | '\'') => length,
        _ => text[..length]
            .trim_end_matches(['.', ',', ';', ':', '!', '?'])
            .len(),
    }
}

#[cfg(test)]
mod tests {
    use super::{compared, written};

    fn found(path: &str, text: &str) -> Vec<String> {
        let spans = written(&path.into(), text);
        spans
            .iter()
            .map(|span| text[span.start..span.end].to_owned())
            .collect()
    }

    #[test]
    fn addresses_are_found_as_they_are_written() {
        for (text, expected) in [
            ("[a](https://x.org/a) et", &["https://x.org/a"][..]),
            ("[a](https://x.org/a_(b)) et", &["https://x.org/a_(b)"]),
            ("[a](<https://x.org/a b>)", &["https://x.org/a"]),
            ("<https://x.org/a.>", &["https://x.org/a."]),
            ("[a]: https://x.org/a\n", &["https://x.org/a"]),
            ("url: \"https://x.org/a#b\" # c", &["https://x.org/a#b"]),
            ("url: 'https://x.org/l''a'", &["https://x.org/l"]),
            ("{url: https://x.org/a, b: c}", &["https://x.org/a"]),
            ("{url: https://x.org/a}", &["https://x.org/a"]),
            ("see https://x.org/a.", &["https://x.org/a"]),
            (
                "<a href=\"https://x.org/?a=1&amp;b=2\">",
                &["https://x.org/?a=1&amp;b=2"],
            ),
            (
                "[a](mailto:a@b.org) [b](tel:+212-5)",
                &["mailto:a@b.org", "tel:+212-5"],
            ),
            (
                "[a](https://web.org/https://x.org/)",
                &["https://web.org/https://x.org/"],
            ),
            (
                "[a](http://x.org/a)[b](http://x.org/b)",
                &["http://x.org/a", "http://x.org/b"],
            ),
            ("`https://x.org/`", &[]),
            ("hotel: tel: https://", &[]),
            (
                "```\nhttps://x.org/\n```\nhttps://y.org/",
                &["https://y.org/"],
            ),
            (
                "~~~\n```\nhttps://x.org/\n~~~\nhttps://y.org/",
                &["https://y.org/"],
            ),
        ] {
            assert_eq!(found("a.fr.md", text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_are_compared_as_servers_read_them() {
        assert_eq!(
            compared("https://x.org/%C3%A9?a&amp;b"),
            compared("https://x.org/é?a&b")
        );
        assert_ne!(compared("https://x.org/a"), compared("https://x.org/A"));
    }
}
