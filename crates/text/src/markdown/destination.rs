//! Where links may lead, and how a destination is written in HTML.

use rihla_diagnostics::Span;

/// The schemes that a link may have.
const SCHEMES: &[&str] = &["https", "http", "mailto", "tel"];

/// The scheme of a destination that may not be used, as a browser would read it.
///
/// Browsers leave out tabs and line ends, and control characters and spaces at the beginning
/// (WHATWG URL, basic URL parser), so `java\nscript:` is a scheme too.
pub(super) fn refused(destination: &str) -> Option<String> {
    let read: String = destination
        .trim_start_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .take(64)
        .collect();
    if read.starts_with("//") || read.starts_with("\\\\") || read.starts_with("/\\") {
        return Some("//".to_owned());
    }
    let end = read.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')))?;
    let is_scheme =
        read[end..].starts_with(':') && read.starts_with(|c: char| c.is_ascii_alphabetic());
    let scheme = read[..end].to_ascii_lowercase();
    (is_scheme && !SCHEMES.contains(&scheme.as_str())).then(|| format!("{scheme}:"))
}

/// The place of a destination inside the link at `span`; the whole link where it cannot be
/// told, as in a link by reference.
pub(super) fn place(text: &str, span: Span, destination: &str) -> Span {
    let source = &text[span.start..span.end];
    let from = source.rfind("](").unwrap_or(0);
    match source[from..].find(destination) {
        Some(at) if !destination.is_empty() => {
            let start = span.start + from + at;
            Span::new(start, start + destination.len())
        }
        _ => span,
    }
}

/// Writes a destination as the value of an attribute: what has no place in a URL is
/// percent-encoded, what has one stays (CommonMark leaves this to the program).
pub(super) fn write(destination: &str, out: &mut String) {
    for byte in destination.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'+' | b'!' | b'*' | b'(' | b')' | b',' | b'%' | b'#' | b'@'
            | b'?' | b'=' | b';' | b':' | b'/' | b'$' | b'~' => out.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}
