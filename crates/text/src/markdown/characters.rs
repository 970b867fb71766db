//! References to characters: `&eacute;`, `&nbsp;`, `&#39;`.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

/// The longest name of a character (HTML, section 13.5), with room for the number of one.
const LONGEST: usize = 33;

/// A text with its references to characters replaced by the characters (HTML, section 13.5).
///
/// What is no complete reference to a known character stays as it is, and so does one to a control
/// character.
pub fn characters(text: &str) -> Cow<'_, str> {
    if !text.contains('&') || !text.contains(';') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = length(rest);
        match character(&rest[..length]) {
            Some(character) => out.push_str(&character),
            None => out.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    match out == text {
        true => Cow::Borrowed(text),
        false => Cow::Owned(out),
    }
}

/// The length of what looks like a reference at the head of a text that begins with `&`, else 1.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b';');
    let Some(end) = end else { return 1 };
    let name = text[1..end].strip_prefix('#').unwrap_or(&text[1..end]);
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_name { end + 1 } else { 1 }
}

/// What a reference stands for, as the parser reads it.
fn character(reference: &str) -> Option<String> {
    if reference.len() < 3 {
        return None;
    }
    // After a letter, so that no character begins a line.
    let line = format!("x{reference}");
    let mut read = String::new();
    for event in Parser::new(&line) {
        if let Event::Text(words) = event {
            read.push_str(&words);
        }
    }
    let read = read.strip_prefix('x')?;
    let is_known = read != reference && !read.is_empty() && !read.contains(char::is_control);
    is_known.then(|| read.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_characters() {
        for (text, wanted) in [
            ("Caf&eacute;&nbsp;: l&#39;&Eacute;tat", "Café\u{a0}: l'État"),
            ("&#xE9;&#233;", "éé"),
            ("&amp;nbsp;", "&nbsp;"),
            // None of these is a reference.
            (
                "R&D; AT&T &co; & &; &#; &unknown;",
                "R&D; AT&T &co; & &; &#; &unknown;",
            ),
            ("a&#27;b&#10;c", "a&#27;b&#10;c"),
            ("&é;", "&é;"),
        ] {
            assert_eq!(characters(text), wanted);
        }
    }
}
