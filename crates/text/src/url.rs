//! Names and addresses: one Unicode form, and percent-encoding.
//!
//! Inside the program a name, a path and an address are plain text in Unicode form NFC. What is
//! read is [`composed`], and [`decoded`] where it is the reference of a link; what is put out is
//! [`encoded`]. Nothing is encoded or decoded twice, since nothing in between is either.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A text in Unicode form NFC (UAX #15): macOS writes names in another, in which `é` is two
/// characters.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The path that a reference means: `%20` and its like stand for bytes of UTF-8 (RFC 3986,
/// section 2.1). What is no such code stands for itself, and so does the whole where the bytes
/// are not UTF-8. In form NFC.
pub fn decoded(reference: &str) -> String {
    if !reference.contains('%') {
        return composed(reference).into_owned();
    }
    match percent_decode_str(reference).decode_utf8() {
        Ok(text) => composed(&text).into_owned(),
        Err(_) => composed(reference).into_owned(),
    }
}

/// What stands for itself in the path of a URL.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/');

/// A path as it stands in a URL: every byte but the unreserved ones (RFC 3986, section 2.3) and
/// `/` is percent-encoded. So it is a word for any server: `*`, `:`, `$` and `;` have a meaning for
/// some.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// As [`encoded`], for a text that is one part of an address: `/` is encoded too.
pub fn encoded_part(text: &str) -> String {
    const PART: &AsciiSet = &PATH.add(b'/');
    utf8_percent_encode(text, PART).to_string()
}

/// As [`encoded`], for a path of a computer in the link of an editor: `C:` stands for itself.
pub fn encoded_with_drive(path: &str) -> String {
    const DRIVE: &AsciiSet = &PATH.remove(b':');
    utf8_percent_encode(path, DRIVE).to_string()
}

/// Why a text is not the address of a page or file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It does not begin with `/`, or begins with two.
    NotAPath,
    /// It has a query (`?id=5`), which no file can answer to.
    Query,
    /// It has a fragment (`#here`), which no server is told.
    Fragment,
    /// A part of it is empty, `.` or `..`, or holds a slash or a character that nobody sees.
    Part,
    /// It has a `%` that no code of a byte follows, or codes that are no text.
    Percent,
}

/// Whether a character may end a line for some program that reads one: a control character, or what Unicode
/// has to part lines and paragraphs.
pub fn ends_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a character is seen by nobody, or turns the direction of what follows: two names that differ by one
/// look the same. Those that join letters, which some languages need, are none.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether a text has a `%` that stands for itself, since no code follows it, or one that is no text.
fn has_stray_percent(text: &str) -> bool {
    // Where a code is no text, none is decoded.
    let is_code = |at: usize| {
        let digits = text.as_bytes().get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let mut codes = text.match_indices('%').map(|(at, _)| at).peekable();
    let is_decoded = || decoded(text) != *composed(text);
    codes.peek().is_some() && (!codes.all(is_code) || !is_decoded())
}

/// The address that is written as `text`, with the path alone: decoded, in form NFC, with a slash
/// at its end unless it names a file.
///
/// # Errors
/// Why it is none.
pub fn address(text: &str) -> Result<String, Unfit> {
    if !text.starts_with('/') || text.starts_with("//") {
        return Err(Unfit::NotAPath);
    }
    if text.contains('?') {
        return Err(Unfit::Query);
    }
    if text.contains('#') {
        return Err(Unfit::Fragment);
    }
    let inside = text.strip_suffix('/').unwrap_or(text);
    let mut address = String::with_capacity(text.len() + 1);
    for part in inside.split('/').skip(1) {
        if has_stray_percent(part) {
            return Err(Unfit::Percent);
        }
        let part = decoded(part);
        let is_odd = |c: char| c == '/' || is_unseen(c);
        if matches!(&*part, "" | "." | "..") || part.contains(is_odd) {
            return Err(Unfit::Part);
        }
        address.push('/');
        address.push_str(&part);
    }
    let last = address.rsplit('/').next().unwrap_or_default();
    if text.ends_with('/') || !last.contains('.') {
        address.push('/');
    }
    Ok(address)
}

/// The nearest address to a text that is none, as it is to be written; `None` where nothing of it
/// is one.
pub fn fixed(text: &str) -> Option<String> {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let path = match path.split_once("://") {
        // What is no scheme, and more behind it than an address, was not meant as one.
        Some((scheme, _)) if !scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            return None;
        }
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        // The name of a host, as people write it.
        None if path.to_ascii_lowercase().starts_with("www.") => {
            path.split_once('/').map_or("", |(_, path)| path)
        }
        None => path,
    };
    // A control character may have stood for anything.
    let path = path.replace(|c: char| is_unseen(c) && !c.is_control(), "");
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let end = if path.ends_with('/') { "/" } else { "" };
    let fixed = format!("/{}{end}", parts.join("/"));
    (!parts.is_empty() && address(&fixed).is_ok()).then_some(fixed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn percent_codes() {
        assert_eq!(decoded("caf%C3%A9%20a"), "café a");
        assert_eq!(decoded("cafe%CC%81"), "café");
        assert_eq!(decoded("cafe\u{301}"), "café");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%+5"), "%+5");
        assert_eq!(decoded("%FF"), "%FF");
        assert_eq!(encoded("/é a/100%.pdf"), "/%C3%A9%20a/100%25.pdf");
        assert_eq!(encoded("/note#3?.pdf"), "/note%233%3F.pdf");
    }

    #[test]
    fn addresses() {
        for (written, expected) in [
            ("/", "/"),
            ("/fr/a", "/fr/a/"),
            ("/fr/a/", "/fr/a/"),
            ("/fr/a.html", "/fr/a.html"),
            ("/fr/a.b/", "/fr/a.b/"),
            ("/fr/%70age/", "/fr/page/"),
            ("/fr/actualit%C3%A9s/", "/fr/actualités/"),
            ("/fr/actualite\u{301}s/", "/fr/actualités/"),
            ("/a b/", "/a b/"),
            ("/100%25/", "/100%/"),
        ] {
            assert_eq!(address(written).as_deref(), Ok(expected), "{written}");
        }
        for (written, why, nearest) in [
            ("a/b", Unfit::NotAPath, Some("/a/b")),
            ("https://e.org/a/", Unfit::NotAPath, Some("/a/")),
            ("https://e.org", Unfit::NotAPath, None),
            ("/a;return 301 https://e.org/;?", Unfit::Query, None),
            ("//a/", Unfit::NotAPath, Some("/a/")),
            ("/a?id=5", Unfit::Query, Some("/a")),
            ("/?id=5", Unfit::Query, None),
            ("/a/#x", Unfit::Fragment, Some("/a/")),
            ("/a//x/", Unfit::Part, Some("/a/x/")),
            ("/./", Unfit::Part, None),
            ("/a/../b", Unfit::Part, Some("/b")),
            ("/a/%2e%2e/b", Unfit::Part, None),
            ("/a%2Fb", Unfit::Part, None),
            ("/a\u{b}/", Unfit::Part, None),
            ("/a\u{202e}b/", Unfit::Part, Some("/ab/")),
            ("/a\u{ad}b", Unfit::Part, Some("/ab")),
            ("/a%E2%80%8Bb/", Unfit::Part, None),
            ("/100%/", Unfit::Percent, None),
            ("/fr/%zz/", Unfit::Percent, None),
            ("/fr/%FF/", Unfit::Percent, None),
        ] {
            assert_eq!(address(written), Err(why), "{written}");
            assert_eq!(fixed(written).as_deref(), nearest, "{written}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(path in "(/[a-zé%#?&;:*$ \u{e9}\u{301}]{1,6}){1,4}") {
            prop_assert_eq!(decoded(&encoded(&path)), composed(&path).into_owned());
        }

        #[test]
        fn an_address_is_read_as_it_is_written(text in "(/([a-zA-Zéàœ .%#?-]|e\u{301}|%C3%A9|%2[0-9A-F]){0,6}){1,4}") {
            if let Ok(read) = address(&text) {
                prop_assert_eq!(address(&encoded(&read)), Ok(read.clone()));
                prop_assert!(!read.contains("//"));
            }
            if let Some(fixed) = fixed(&text) {
                prop_assert!(address(&fixed).is_ok());
            }
        }
    }
}
