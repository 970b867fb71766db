//! Words that say nothing to whoever meets them alone, and signs that a program has damaged.

use super::block::BULLETS;
use super::{Findings, HIDDEN, Seen};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::markdown as say;

/// Texts in the place of a picture that name no more than its kind, in each language.
const KINDS: &[(&str, &[&str])] = &[
    ("en", &["alt", "image", "photo", "photograph", "picture"]),
    (
        "fr",
        &["alt", "image", "photo", "photographie", "illustration"],
    ),
];

/// Words of a link that name no more than the link, in each language.
const POINTERS: &[(&str, &[&str])] = &[
    ("en", &["click here", "here", "read more", "this link"]),
    (
        "fr",
        &[
            "ce lien",
            "cliquer ici",
            "cliquez ici",
            "ici",
            "lire la suite",
        ],
    ),
];

/// Endings of the names of pictures.
const ENDINGS: &[&str] = &[
    "avif", "gif", "heic", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
];

/// UTF-8 that was read as Windows-1252, and what it was.
const MISREAD: &[(&str, &str)] = &[
    ("â€™", "’"),
    ("â€œ", "“"),
    ("â€“", "–"),
    ("â€”", "—"),
    ("â€¦", "…"),
    ("Ã©", "é"),
    ("Ã¨", "è"),
    ("Ãª", "ê"),
    ("Ã§", "ç"),
    ("Ã´", "ô"),
    ("Ã®", "î"),
    ("Â«", "«"),
    ("Â»", "»"),
    ("Å“", "œ"),
];

fn is_among(rows: &[(&str, &[&str])], words: &str) -> bool {
    let mut known = rows.iter().flat_map(|(_, known)| *known);
    known.any(|known| *known == words)
}

/// Words as they are compared.
fn compared(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ").to_lowercase();
    let is_around =
        |c: char| matches!(c, '.' | '…' | ':' | '!' | '»' | '>' | '→' | '(' | ')' | ' ');
    words.trim_matches(is_around).to_owned()
}

/// What is wrong with a text in the place of a picture.
pub(in crate::markdown) fn alternative(words: &str) -> Option<Diagnostic> {
    let name = compared(words);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let is_file = !name.contains(' ') && ending.is_some_and(|ending| ENDINGS.contains(&ending));
    (is_file || is_among(KINDS, &name))
        .then(|| Diagnostic::new(&say::ALTERNATIVE_WORDS).with("words", words.trim()))
}

/// What is wrong with the words of a link.
pub(in crate::markdown) fn link(words: &str) -> Option<Diagnostic> {
    is_among(POINTERS, &compared(words))
        .then(|| Diagnostic::new(&say::LINK_WORDS).with("words", words.trim()))
}

/// What is wrong with an address: it is one of the machine on which it is read (RFC 6761, section
/// 6.3; RFC 1122, section 3.2.1.3).
pub(in crate::markdown) fn address(destination: &str) -> Option<Diagnostic> {
    let read = destination.trim().to_ascii_lowercase();
    let rest = read
        .strip_prefix("http://")
        .or_else(|| read.strip_prefix("https://"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = match host.starts_with('[') {
        true => host.split_inclusive(']').next().unwrap_or_default(),
        false => host.split(':').next().unwrap_or_default(),
    };
    let is_number = |host: &str| host.split('.').all(|part| part.parse::<u8>().is_ok());
    let is_local = host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host.starts_with("127.") && is_number(host);
    is_local.then(|| Diagnostic::new(&say::LOCAL_ADDRESS).with("address", destination))
}

/// Whether a sign can be what is left of another one.
fn is_damaged(c: char) -> bool {
    // U+F000 to U+F0FF are the signs of fonts of symbols, which no other font has.
    matches!(c, '\u{fffd}' | '\u{f000}'..='\u{f0ff}')
}

/// Whether there may be damaged signs: most texts have none of these.
pub(super) fn is_suspicious(source: &str) -> bool {
    source
        .chars()
        .any(|c| matches!(c, 'â' | 'Ã' | 'Â' | 'Å') || is_damaged(c))
}

/// Finds the damaged signs of a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    for (misread, right) in MISREAD {
        for (at, _) in seen.text.match_indices(misread) {
            let span = seen.span(at, at + misread.len());
            let finding = Diagnostic::new(&say::DAMAGED)
                .with("signs", *misread)
                .with("right", *right)
                .replace(span, *right);
            findings.push((finding, span));
        }
    }
    for (at, sign) in seen
        .text
        .match_indices(|c: char| c != HIDDEN && is_damaged(c))
    {
        let sign = sign.chars().next().unwrap_or_default();
        let line = seen.text[..at].rsplit('\n').next().unwrap_or_default();
        // At the head of a line it is the sign of a list.
        if BULLETS.contains(&sign) && line.trim().is_empty() {
            continue;
        }
        let finding =
            Diagnostic::new(&say::DAMAGED).with("signs", format!("U+{:04X}", u32::from(sign)));
        findings.push((finding, seen.span(at, at + sign.len_utf8())));
    }
}
