//! Markup that was meant and is none: Markdown markup that a finished text shows as characters.
//!
//! What is looked at are the words of one line of the tree as they stand in the source, so that
//! whatever has a meaning (code, links, what a backslash precedes) is out of sight.

mod address;
mod angles;
mod block;
mod calendar;
pub(super) mod cells;
mod contact;
mod dates;
mod definitions;
mod destination;
mod emphasis;
mod fences;
mod foreign;
mod inline;
mod items;
mod link;
mod notes;
pub(super) mod parted;
mod table;
mod weekday;
pub mod wording;

pub(super) use block::LETTERS;
pub use block::{is_bullet, is_invisible, is_symbol, lettered};
pub(super) use definitions::Definitions;
pub(super) use inline::unnamed;
pub(super) use notes::NotesByHand;

use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// The words of a paragraph, a heading or a cell.
pub(super) struct Leaf<'l> {
    /// The file.
    pub(super) text: &'l str,
    /// Where it stands.
    pub(super) span: Span,
    pub(super) kind: LeafKind,
    /// Where words stand in it that are read as they are written, in order.
    pub(super) words: &'l [Span],
    /// Those of them that stand in a link.
    pub(super) linked: &'l [Span],
    /// Whether it stands in a directive that holds lines of cells.
    pub(super) has_lines: bool,
    /// Whether what it lacks to be rows of a table is told with the rows around it.
    pub(super) is_parted: bool,
    /// The quotation whose first paragraph it is, and whether that is in nothing itself.
    pub(super) quote: Option<(Span, bool)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeafKind {
    Paragraph,
    /// Of a list whose items are not set apart.
    Tight,
    Heading,
    Cell,
    Term,
}

/// Stands for what is no words.
const HIDDEN: char = '\0';

/// The words of a leaf at their places: `text` has the bytes of the source from `start`, with
/// [`HIDDEN`] for whatever is no words, and the ends of lines.
struct Seen<'l> {
    source: &'l str,
    start: usize,
    text: String,
}

impl Seen<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start, end).shifted(self.start)
    }

    /// The source of a range of `text`.
    fn written(&self, start: usize, end: usize) -> &str {
        &self.source[self.start + start..self.start + end]
    }
}

type Findings = Vec<(Diagnostic, Span)>;

/// Finds what looks like markup in a leaf.
pub(super) fn find(leaf: &Leaf, findings: &mut Findings) {
    let source = &leaf.text[leaf.span.start..leaf.span.end];
    if !is_suspicious(source) {
        return;
    }
    let seen = seen(leaf);
    let known = findings.len();
    if leaf
        .quote
        .is_some_and(|quote| block::alert(leaf.text, quote, &seen, findings))
    {
        return;
    }
    if leaf.kind == LeafKind::Paragraph
        && (foreign::contents(&seen, findings) || foreign::inserted(&seen, findings))
    {
        return;
    }
    wording::find(&seen, findings);
    weekday::find(&seen, findings);
    calendar::find(&seen, findings);
    link::find(&seen, findings);
    emphasis::find(&seen, findings);
    angles::find(&seen, findings);
    inline::find(&seen, findings);
    foreign::find(&seen, leaf.kind, findings);
    // In the cells of a directive an address is a link already.
    if !leaf.has_lines {
        address::find(&seen, leaf.linked, known, findings);
    }
    if matches!(leaf.kind, LeafKind::Paragraph | LeafKind::Tight) && !leaf.has_lines {
        block::find(&seen, findings);
        items::find(&seen, findings);
        contact::find(&seen, findings);
        fences::find(&seen, findings);
        if !leaf.is_parted {
            table::find(&seen, findings);
        }
    }
    if leaf.kind == LeafKind::Heading {
        anchor(&seen, leaf.span, findings);
    }
    if !leaf.has_lines {
        backslash(&seen, leaf.kind, findings);
    }
}

/// Whether there may be something to find: most paragraphs have none of these characters.
fn is_suspicious(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr3(b'*', b'_', b'[', bytes).is_some()
        || memchr::memchr3(b'`', b'|', b'\\', bytes).is_some()
        || memchr::memchr3(b'{', b'@', b'\t', bytes).is_some()
        || memchr::memmem::find(bytes, b"::").is_some()
        || memchr::memmem::find(bytes, b"==").is_some()
        || memchr::memmem::find(bytes, b"<<").is_some()
        || address::is_suspicious(source)
        || contact::is_suspicious(source)
        || inline::is_suspicious(source)
        || foreign::is_suspicious(source)
        || source.starts_with(['!', '?', '='])
        || wording::is_suspicious(source)
        || weekday::is_suspicious(source)
        || calendar::is_suspicious(source)
        || source.lines().any(|line| {
            let line = line.trim_start_matches([' ', '\t', '>']);
            line.starts_with(|c: char| {
                matches!(c, '#' | '-' | '+' | '~')
                    || c.is_ascii_digit()
                    || !(c.is_ascii() || c.is_alphabetic())
                    || block::is_invisible(c)
            }) || items::is_suspicious(line)
                || block::lettered(line)
        })
}

fn seen<'l>(leaf: &Leaf<'l>) -> Seen<'l> {
    let (start, source) = (leaf.span.start, &leaf.text[leaf.span.start..leaf.span.end]);
    let mut bytes: Vec<u8> = source
        .bytes()
        .map(|byte| if byte == b'\n' { byte } else { 0 })
        .collect();
    let mut end_before = usize::MAX;
    for span in leaf.words {
        let Some(words) = leaf.text.get(span.start..span.end) else {
            continue;
        };
        if span.start < start || span.end > leaf.span.end {
            continue;
        }
        let is_escaped = span.start > start
            && end_before != span.start
            && leaf.text.as_bytes()[span.start - 1] == b'\\'
            && words.starts_with(|c: char| c.is_ascii_punctuation());
        let from = span.start + usize::from(is_escaped);
        bytes[from - start..span.end - start]
            .copy_from_slice(&leaf.text.as_bytes()[from..span.end]);
        end_before = span.end;
    }
    Seen {
        source: leaf.text,
        start,
        // Whole words alone were copied.
        text: String::from_utf8(bytes).unwrap_or_default(),
    }
}

/// A backslash at the end, where it breaks no line.
fn backslash(seen: &Seen, kind: LeafKind, findings: &mut Findings) {
    let text = seen.text.trim_end_matches(['\n', HIDDEN, ' ']);
    let Some(words) = text.strip_suffix('\\') else {
        return;
    };
    // `C:\`
    if words.ends_with(['\\', ':']) || kind == LeafKind::Cell {
        return;
    }
    let span = seen.span(words.len(), text.len());
    let finding = Diagnostic::new(&say::BACKSLASH).replace(span, "");
    findings.push((finding, span));
}

/// `{#id}` in a heading, with words behind it.
fn anchor(seen: &Seen, heading: Span, findings: &mut Findings) {
    let text = &seen.text;
    let Some(at) = text.find("{#") else { return };
    let Some(length) = text[at..].find('}') else {
        return;
    };
    let end = at + length + 1;
    let markup = &text[at..end];
    let after = text[end..].trim_matches([' ', '\n', HIDDEN]);
    if length < 3
        || markup.contains([HIDDEN, ' ', '\n'])
        || after.is_empty()
        || text[end..].contains("{#")
    {
        return;
    }
    let span = seen.span(at, end);
    let finding = Diagnostic::new(&say::ANCHOR_PLACE).with("signs", markup);
    let source = seen.source[heading.start..heading.end].trim_end();
    let is_line = source.starts_with('#') && !source.ends_with('#') && !source.contains('\n');
    let begins_apart = text[..at].ends_with(' ');
    let space = usize::from(begins_apart && text[end..].starts_with(' '));
    let place = Span::new(span.start, span.end + space);
    let close = heading.start + source.len();
    let finding = match is_line && close >= place.end {
        true => finding.replace(
            Span::new(place.start, close),
            format!("{} {markup}", &seen.source[place.end..close]),
        ),
        false => finding,
    };
    findings.push((finding, span));
}
