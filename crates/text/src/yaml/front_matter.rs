//! Where the fields of a text end and the text begins.

use std::sync::Arc;

use super::foreign::foreign;
use rihla_diagnostics::catalogue::yaml as say;
use rihla_diagnostics::{Diagnostic, Span};

/// The two pieces of a file in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The fields, without the lines of hyphens; `None` where the file begins with its text.
    pub yaml: Option<Span>,
    /// The text.
    pub body: Span,
}

const FENCE: &str = "---";

/// Finds the fields between two lines `---` at the head of a text.
///
/// Where a line is missing or is not quite three hyphens, that is reported, with the line
/// where it belongs, and the pieces are what they would be with it.
pub fn front_matter(path: &Arc<str>, text: &str) -> (FrontMatter, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let lines = lines(text, start);
    let Some(first) = lines.iter().position(|line| !line.words(text).is_empty()) else {
        return (whole(text, start), diagnostics);
    };
    let opening = lines[first];
    let words = opening.words(text);
    if let Some(foreign) = foreign(&text[opening.span.start..]) {
        let end = opening.span.start + foreign.length;
        let mut diagnostic = Diagnostic::at(foreign.message, path.clone(), opening.span);
        if let Some(yaml) = foreign.yaml {
            diagnostic = diagnostic.replace(Span::new(opening.span.start, end), yaml);
        }
        return (whole(text, end), vec![diagnostic]);
    }
    if words != FENCE {
        if is_dashes(words) && closing(text, &lines[first + 1..]).is_some() {
            diagnostics.push(dashes(path, opening));
        } else if looks_like_field(words)
            && let Some(at) = closing_of_fields(text, &lines[first..])
        {
            diagnostics.push(
                Diagnostic::at(
                    &say::NO_OPENING,
                    path.clone(),
                    Span::new(opening.span.start, opening.span.start),
                )
                .with("line", first + 1)
                .replace(
                    Span::new(opening.span.start, opening.span.start),
                    format!("{FENCE}\n"),
                ),
            );
            let end = lines[first + at];
            return (pieces(text, opening.span.start, end), diagnostics);
        } else {
            return (whole(text, start), diagnostics);
        }
    }
    let inside = &lines[first + 1..];
    let from = opening.next;
    match closing(text, inside) {
        Some(at) => {
            let end = inside[at];
            if end.words(text) != FENCE {
                diagnostics.push(dashes(path, end));
            }
            (pieces(text, from, end), diagnostics)
        }
        None => {
            let at = inside
                .iter()
                .position(|line| !is_of_fields(line.raw(text)))
                .unwrap_or(inside.len());
            let end = inside.get(at).map_or(text.len(), |line| line.span.start);
            diagnostics.push(
                Diagnostic::at(&say::NO_CLOSING, path.clone(), opening.span)
                    .with("line", first + at + 2),
            );
            let matter = FrontMatter {
                yaml: Some(Span::new(from, end.max(from))),
                body: Span::new(end.max(from), text.len()),
            };
            (matter, diagnostics)
        }
    }
}

fn whole(text: &str, start: usize) -> FrontMatter {
    FrontMatter {
        yaml: None,
        body: Span::new(start, text.len()),
    }
}

fn pieces(text: &str, from: usize, end: SourceLine) -> FrontMatter {
    FrontMatter {
        yaml: Some(Span::new(from, end.span.start)),
        body: Span::new(end.next, text.len()),
    }
}

fn dashes(path: &Arc<str>, line: SourceLine) -> Diagnostic {
    Diagnostic::at(&say::DASHES, path.clone(), line.span).replace(line.span, FENCE)
}

/// A line of the text.
#[derive(Clone, Copy)]
struct SourceLine {
    /// Without its end.
    span: Span,
    /// Where the next one begins.
    next: usize,
}

impl SourceLine {
    fn raw(self, text: &str) -> &str {
        &text[self.span.start..self.span.end]
    }

    fn words(self, text: &str) -> &str {
        self.raw(text).trim()
    }
}

fn lines(text: &str, start: usize) -> Vec<SourceLine> {
    let mut at = start;
    text[start..]
        .split_inclusive('\n')
        .map(|line| {
            let from = at;
            at += line.len();
            SourceLine {
                span: Span::new(from, from + line.trim_end_matches(['\n', '\r']).len()),
                next: at,
            }
        })
        .collect()
}

/// Two or more dashes of any kind and nothing else, as a word processor makes them of `---`.
fn is_dashes(words: &str) -> bool {
    let count = words.chars().filter(|c| !c.is_whitespace()).count();
    let are_dashes = words
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'));
    are_dashes && (count >= 2 || words == "—" || words == "–")
}

/// The line that ends the fields: the first of three hyphens; or, before anything that is
/// text, the first of dashes, which also ends a block of lines one of which is no field.
fn closing(text: &str, lines: &[SourceLine]) -> Option<usize> {
    let exact = lines.iter().position(|line| {
        let raw = line.raw(text);
        raw.trim_end() == FENCE
    });
    let first_dashes = |may_stand: &dyn Fn(&str) -> bool| {
        lines
            .iter()
            .take_while(|line| is_dashes(line.words(text)) || may_stand(line.raw(text)))
            .position(|line| is_dashes(line.words(text)))
    };
    let loose = first_dashes(&|raw| raw.trim().is_empty() || is_of_fields(raw));
    match (exact, loose) {
        (Some(exact), Some(loose)) => Some(exact.min(loose)),
        // A line of hyphens far below is a rule between paragraphs if text stands between.
        (Some(exact), None) => {
            let before = lines[..exact]
                .iter()
                .filter(|line| is_prose(line.raw(text)))
                .count();
            let has_headings = lines[..exact]
                .iter()
                .any(|line| line.raw(text).starts_with("## "));
            (before == 0 || !has_headings).then_some(exact)
        }
        (None, loose) => loose.or_else(|| first_dashes(&|raw| !raw.trim().is_empty())),
    }
}

/// The closing line where the opening one is missing: only fields may stand before it.
fn closing_of_fields(text: &str, lines: &[SourceLine]) -> Option<usize> {
    let at = lines
        .iter()
        .position(|line| line.raw(text).trim_end() == FENCE)?;
    lines[..at]
        .iter()
        .all(|line| is_of_fields(line.raw(text)))
        .then_some(at)
}

fn looks_like_field(words: &str) -> bool {
    let Some((key, rest)) = words.split_once(':') else {
        return false;
    };
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        && (rest.is_empty() || rest.starts_with(' '))
}

/// Whether a line may stand among fields: a field, something moved in, an item, a comment.
fn is_of_fields(raw: &str) -> bool {
    let words = raw.trim();
    !words.is_empty()
        && (looks_like_field(words)
            || raw.starts_with([' ', '\t', '\u{a0}'])
            || raw.starts_with("- ")
            || raw.starts_with(['#', ']', '}']) && !raw.starts_with("##"))
}

/// Whether a line is a sentence rather than a field.
fn is_prose(raw: &str) -> bool {
    !raw.trim().is_empty() && !is_of_fields(raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_end_at_a_line_of_dashes() {
        for (text, code, body) in [
            ("---\na: b\n---\nT.\n", "", "T.\n"),
            ("---\na: b\n--\nT.\n", "front-matter-dashes", "T.\n"),
            (
                "---\na: b\n—\nT.\n\n---\n\nU.\n",
                "front-matter-dashes",
                "T.\n\n---\n\nU.\n",
            ),
            (
                "---\n\na: b\n\n--\nT.\n\n---\n\nU.\n",
                "front-matter-dashes",
                "T.\n\n---\n\nU.\n",
            ),
            // A line that is no field, which is told as such.
            ("---\na: b\nstray\n--\nT.\n", "front-matter-dashes", "T.\n"),
            // A heading of the text.
            (
                "---\na: b\n\nA heading\n--\nT.\n",
                "front-matter-closing",
                "\nA heading\n--\nT.\n",
            ),
            ("---\na: b\n", "front-matter-closing", ""),
        ] {
            let (matter, found) = front_matter(&"a.md".into(), text);
            let codes: Vec<&str> = found.iter().map(|one| one.message.code).collect();
            assert_eq!(codes.join(" "), code, "{text}");
            assert_eq!(&text[matter.body.start..matter.body.end], body, "{text}");
        }
    }
}
