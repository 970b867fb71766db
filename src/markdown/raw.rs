//! HTML in a writer's text: only what is on the list passes, written afresh.
//!
//! The list holds what sets words and tables and can do nothing else: no address is loaded,
//! nothing runs, nothing is styled, and nothing that is opened stays open.

use crate::diagnostic::catalogue::markdown as say;
use crate::diagnostic::{Diagnostic, Span};

/// An element of the list, and the attributes that it may have besides those of all.
struct Allowed {
    name: &'static str,
    is_inline: bool,
    is_void: bool,
    attributes: &'static [&'static str],
}

macro_rules! allowed {
    ($($place:ident $name:literal $([$($attribute:literal),*])? ;)*) => {
        &[$(allowed!(@ $place $name $([$($attribute),*])?)),*]
    };
    (@ line $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: true, is_void: false, attributes: &[$($($attribute),*)?] }
    };
    (@ block $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: false, is_void: false, attributes: &[$($($attribute),*)?] }
    };
    (@ void $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: true, is_void: true, attributes: &[$($($attribute),*)?] }
    };
    (@ voidblock $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: false, is_void: true, attributes: &[$($($attribute),*)?] }
    };
}

/// Attributes that every element may have.
const COMMON: &[&str] = &["lang", "dir", "title"];

const ALLOWED: &[Allowed] = allowed! {
    line "abbr"; line "b"; line "bdi"; line "bdo"; line "cite"; line "code"; line "del" ["datetime"];
    line "dfn"; line "em"; line "i"; line "ins" ["datetime"]; line "kbd"; line "mark"; line "q";
    line "rp"; line "rt"; line "ruby"; line "s"; line "samp"; line "small"; line "span";
    line "strong"; line "sub"; line "sup"; line "time" ["datetime"]; line "u"; line "var";
    void "br"; void "wbr";
    block "address"; block "blockquote"; block "caption"; block "dd"; block "div"; block "dl";
    block "dt"; block "figcaption"; block "figure"; block "li" ["value"];
    block "ol" ["start", "reversed", "type"]; block "p"; block "pre"; block "section"; block "table";
    block "tbody"; block "td" ["colspan", "rowspan", "headers"];
    block "tfoot"; block "th" ["colspan", "rowspan", "scope", "abbr"]; block "thead"; block "tr";
    block "ul"; voidblock "hr";
};

/// Elements whose content is no text of the page, and goes with them.
const SWALLOWED: &[&str] = &[
    "script",
    "style",
    "iframe",
    "noscript",
    "object",
    "template",
    "textarea",
    "title",
    "svg",
    "math",
    "select",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    "embed",
    "applet",
    "audio",
    "video",
];

/// What is open in one place of the tree.
#[derive(Debug, Default)]
pub(super) struct Open {
    names: Vec<&'static str>,
    /// The element whose content is being left out.
    swallowed: Option<&'static str>,
}

impl Open {
    /// Whether text that comes now is left out.
    pub(super) fn is_swallowing(&self) -> bool {
        self.swallowed.is_some()
    }

    /// The tags that close what is still open.
    pub(super) fn close(&mut self) -> String {
        self.swallowed = None;
        self.names
            .drain(..)
            .rev()
            .map(|name| format!("</{name}>"))
            .collect()
    }
}

/// Passes a piece of HTML through the list. `at` is its first byte in the file.
///
/// In a line only elements of a line pass.
pub(super) fn pass(
    html: &str,
    at: usize,
    in_line: bool,
    open: &mut Open,
    findings: &mut Vec<(Diagnostic, Span)>,
) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while !rest.is_empty() {
        let here = at + html.len() - rest.len();
        let Some(next) = rest.find('<') else {
            text(rest, open, &mut out);
            break;
        };
        text(&rest[..next], open, &mut out);
        let (token, length) = token(&rest[next..]);
        let span = Span::new(here + next, here + next + length);
        match token {
            Token::Nothing => {}
            Token::Sign => text("<", open, &mut out),
            Token::Open(name, attributes) => {
                opened(&name, &attributes, in_line, open, span, &mut out, findings);
            }
            Token::Close(name) => closed(&name, open, span, &mut out, findings),
        }
        rest = &rest[next + length..];
    }
    out
}

/// Text inside HTML: references to characters stay, everything else is escaped.
fn text(words: &str, open: &Open, out: &mut String) {
    if open.is_swallowing() {
        return;
    }
    let mut rest = words;
    while let Some(at) = rest.find(['&', '<', '>']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match rest.as_bytes()[0] {
            b'<' => out.push_str("&lt;"),
            b'>' => out.push_str("&gt;"),
            _ if is_reference(rest) => out.push('&'),
            _ => out.push_str("&amp;"),
        }
        rest = &rest[1..];
    }
    out.push_str(rest);
}

/// Whether a text begins with `&name;` or `&#123;`.
fn is_reference(text: &str) -> bool {
    let Some((name, _)) = text[1..].split_once(';') else {
        return false;
    };
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.len() < 33 && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn opened(
    name: &str,
    attributes: &[(String, Option<String>)],
    in_line: bool,
    open: &mut Open,
    span: Span,
    out: &mut String,
    findings: &mut Vec<(Diagnostic, Span)>,
) {
    if open.is_swallowing() {
        return;
    }
    let allowed = ALLOWED
        .iter()
        .find(|allowed| allowed.name == name && (allowed.is_inline || !in_line));
    let Some(allowed) = allowed else {
        open.swallowed = SWALLOWED.iter().find(|known| **known == name).copied();
        let instead = match name {
            "a" => Some("[…](…)"),
            "img" | "picture" => Some("![…](…)"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some("## …"),
            _ => None,
        };
        findings.push((
            Diagnostic::new(&say::RAW_ELEMENT)
                .with("tag", name)
                .with_some("instead", instead),
            span,
        ));
        return;
    };
    out.push('<');
    out.push_str(allowed.name);
    let mut written: Vec<&str> = Vec::new();
    for (attribute, value) in attributes {
        let may = COMMON.contains(&attribute.as_str())
            || allowed.attributes.contains(&attribute.as_str());
        if !may {
            findings.push((
                Diagnostic::new(&say::RAW_ATTRIBUTE)
                    .with("attribute", attribute)
                    .with("tag", name),
                span,
            ));
        } else if !written.contains(&attribute.as_str()) {
            written.push(attribute);
            out.push(' ');
            out.push_str(attribute);
            if let Some(value) = value {
                out.push_str("=\"");
                let mut escaped = String::new();
                text(value, &Open::default(), &mut escaped);
                out.push_str(&escaped.replace('"', "&quot;"));
                out.push('"');
            }
        }
    }
    out.push('>');
    if !allowed.is_void {
        open.names.push(allowed.name);
    }
}

fn closed(
    name: &str,
    open: &mut Open,
    span: Span,
    out: &mut String,
    findings: &mut Vec<(Diagnostic, Span)>,
) {
    if let Some(swallowed) = open.swallowed {
        if swallowed == name {
            open.swallowed = None;
        }
        return;
    }
    match open.names.iter().rposition(|known| *known == name) {
        Some(from) => {
            for name in open.names.drain(from..).rev() {
                out.push_str("</");
                out.push_str(name);
                out.push('>');
            }
        }
        // The opening tag was named when it was removed.
        None if ALLOWED
            .iter()
            .any(|allowed| allowed.name == name && !allowed.is_void) =>
        {
            findings.push((Diagnostic::new(&say::RAW_CLOSING).with("tag", name), span))
        }
        None => {}
    }
}

enum Token {
    /// A comment, a declaration, an instruction: never in the output.
    Nothing,
    /// A `<` that is only a sign.
    Sign,
    Open(String, Vec<(String, Option<String>)>),
    Close(String),
}

/// Reads what begins with `<`, and its length.
fn token(text: &str) -> (Token, usize) {
    let until = |end: &str, from: usize| {
        text[from..]
            .find(end)
            .map_or(text.len(), |at| from + at + end.len())
    };
    if text.starts_with("<!--") {
        return (Token::Nothing, until("-->", 4));
    }
    if text.starts_with("<![CDATA[") {
        return (Token::Nothing, until("]]>", 9));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return (Token::Nothing, until(">", 2));
    }
    let is_closing = text.starts_with("</");
    let start = 1 + usize::from(is_closing);
    if !text[start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return (Token::Sign, 1);
    }
    let end = text[start..]
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<'))
        .map_or(text.len(), |at| start + at);
    let name = text[start..end].to_ascii_lowercase();
    let (attributes, length) = attributes(text, end);
    if is_closing {
        (Token::Close(name), length)
    } else {
        (Token::Open(name, attributes), length)
    }
}

/// Reads attributes up to the end of a tag, as the HTML standard's tokenizer would.
fn attributes(text: &str, from: usize) -> (Vec<(String, Option<String>)>, usize) {
    let mut attributes = Vec::new();
    let mut at = from;
    loop {
        let rest = &text[at..];
        let trimmed = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        at += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            return (attributes, at);
        }
        if trimmed.starts_with('>') {
            return (attributes, at + 1);
        }
        // `=` as the first sign of a name belongs to it.
        let first = trimmed.chars().next().map_or(0, char::len_utf8);
        let end = trimmed[first..]
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/' | '>'))
            .map_or(trimmed.len(), |end| first + end);
        let name = trimmed[..end].to_ascii_lowercase();
        at += end;
        let after = text[at..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((name, None));
            continue;
        };
        let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        at = text.len() - value.len();
        let (value, length) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = &value[1..];
                let end = inner.find(quote).unwrap_or(inner.len());
                (&inner[..end], (end + 2).min(value.len()))
            }
            _ => {
                let end = value
                    .find(|c: char| c.is_ascii_whitespace() || c == '>')
                    .unwrap_or(value.len());
                (&value[..end], end)
            }
        };
        attributes.push((name, Some(value.to_owned())));
        at += length;
    }
}
