//! Where something can be added to a page.

use memchr::memmem;

/// Adds text at the end of a page's head and at the end of its body.
///
/// A theme may leave out the tags of head and body, as HTML allows: then the first text comes
/// before the body, or after the doctype, and the second at the end.
pub fn inject(html: &[u8], head: &str, body: &str) -> Vec<u8> {
    let places = Places::find(html);
    let first = places
        .head_end
        .or(places.body_start)
        .unwrap_or(places.after_doctype);
    let second = places
        .body_end
        .or(places.html_end)
        .unwrap_or(html.len())
        .max(first);
    let mut out = Vec::with_capacity(html.len() + head.len() + body.len());
    out.extend_from_slice(&html[..first]);
    out.extend_from_slice(head.as_bytes());
    out.extend_from_slice(&html[first..second]);
    out.extend_from_slice(body.as_bytes());
    out.extend_from_slice(&html[second..]);
    out
}

/// Bytes of a page at which tags begin.
#[derive(Debug, Default, PartialEq, Eq)]
struct Places {
    /// The byte after the doctype; 0 where there is none.
    after_doctype: usize,
    /// The first `</head>`.
    head_end: Option<usize>,
    /// The first `<body>`.
    body_start: Option<usize>,
    /// The last `</body>`.
    body_end: Option<usize>,
    /// The last `</html>`.
    html_end: Option<usize>,
}

impl Places {
    /// Passes over comments and over elements whose content is no markup.
    fn find(html: &[u8]) -> Self {
        let mut places = Self::default();
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'<', html.get(at..).unwrap_or_default()) {
            let start = at + found;
            let rest = &html[start..];
            at = start + 1;
            if rest.starts_with(b"<!--") {
                at = after(html, start + 4, b"-->");
            } else if begins(rest, b"<!doctype") && places == Self::default() {
                places.after_doctype = after(html, start, b">");
                at = places.after_doctype;
            } else if is_tag(rest, b"</head") {
                places.head_end.get_or_insert(start);
            } else if is_tag(rest, b"<body") {
                places.body_start.get_or_insert(start);
            } else if is_tag(rest, b"</body") {
                places.body_end = Some(start);
            } else if is_tag(rest, b"</html") {
                places.html_end = Some(start);
            } else {
                for (open, close) in RAW {
                    if is_tag(rest, open) {
                        at = end_of_raw(html, start, close);
                    }
                }
            }
        }
        places
    }
}

/// Elements in which `<` begins no tag (HTML, section 13.2.5: raw text and RCDATA).
const RAW: [(&[u8], &[u8]); 4] = [
    (b"<script", b"</script"),
    (b"<style", b"</style"),
    (b"<textarea", b"</textarea"),
    (b"<title", b"</title"),
];

/// The byte after the next `what`; the end where there is none.
fn after(html: &[u8], from: usize, what: &[u8]) -> usize {
    let rest = html.get(from..).unwrap_or_default();
    memmem::find(rest, what).map_or(html.len(), |at| from + at + what.len())
}

fn end_of_raw(html: &[u8], start: usize, close: &[u8]) -> usize {
    let mut at = start + 1;
    while let Some(found) = memchr::memchr(b'<', html.get(at..).unwrap_or_default()) {
        at += found;
        if is_tag(&html[at..], close) {
            return at + 1;
        }
        at += 1;
    }
    html.len()
}

fn begins(text: &[u8], what: &[u8]) -> bool {
    text.get(..what.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(what))
}

/// Whether a text begins with a tag, of which `open` is all up to its name.
fn is_tag(text: &[u8], open: &[u8]) -> bool {
    begins(text, open)
        && text
            .get(open.len())
            .is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn injected(html: &str) -> String {
        String::from_utf8(inject(html.as_bytes(), "[H]", "[B]")).expect("UTF-8")
    }

    #[test]
    fn where_the_tags_are() {
        for (html, wanted) in [
            (
                "<!doctype html><html><head><title>a</title></head><body>b</body></html>",
                "<!doctype html><html><head><title>a</title>[H]</head><body>b[B]</body></html>",
            ),
            (
                "<!DOCTYPE html>\n<HEAD>\n</HEAD\n><BODY class=x>b</BODY >",
                "<!DOCTYPE html>\n<HEAD>\n[H]</HEAD\n><BODY class=x>b[B]</BODY >",
            ),
            (
                "<!doctype html><!-- </head> --><script>'</head></body>'</script><header>x</header></head><body></body><!-- </body> -->",
                "<!doctype html><!-- </head> --><script>'</head></body>'</script><header>x</header>[H]</head><body>[B]</body><!-- </body> -->",
            ),
            (
                "<!doctype html><title></head></title><body><p>b</html>",
                "<!doctype html><title></head></title>[H]<body><p>b[B]</html>",
            ),
            ("<!doctype html><p>b", "<!doctype html>[H]<p>b[B]"),
            ("b", "[H]b[B]"),
            ("", "[H][B]"),
            ("<", "[H]<[B]"),
            ("</body></head>", "</body>[H][B]</head>"),
            ("<!-- <head></head>", "[H]<!-- <head></head>[B]"),
            ("<script></head>", "[H]<script></head>[B]"),
        ] {
            assert_eq!(injected(html), wanted);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(html in "(<|>|</?(head|body|html|script|title)|<!--|-->|<!doctype html|[a-zé \n])*") {
            let out = injected(&html);
            proptest::prop_assert_eq!(out.replacen("[H]", "", 1).replacen("[B]", "", 1), html);
        }
    }
}
