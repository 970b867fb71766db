//! Findings about one file, with their corrections.

use super::SourceFile;
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Diagnostic, Message, Span};

/// The most findings that one file gives; the rest is counted.
const MOST: usize = 100;

/// Gathers the findings about one file.
pub(super) struct Report<'a> {
    pub(super) source: SourceFile<'a>,
    found: Vec<Diagnostic>,
    left_out: usize,
}

impl<'a> Report<'a> {
    pub(super) fn new(source: SourceFile<'a>) -> Self {
        Self {
            source,
            found: Vec::new(),
            left_out: 0,
        }
    }

    /// A finding about a range of the file, not yet gathered.
    pub(super) fn at(&self, message: &'static Message, span: Span) -> Diagnostic {
        Diagnostic::at(message, self.source.path.clone(), self.trimmed(span))
    }

    /// Gathers a finding.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST {
            self.found.push(diagnostic);
        } else {
            self.left_out += 1;
        }
    }

    /// Whether another finding would only be counted; it then need not be made with care.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    /// The findings, with a last one about those that were only counted.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        if self.left_out > 0 {
            self.found.push(
                Diagnostic::on_file(&says::TOO_MANY_FINDINGS, self.source.path.clone())
                    .with("count", self.left_out),
            );
        }
        self.found
    }

    /// The text of a range; empty for a range that the file does not have.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.source.text.get(span.start..span.end).unwrap_or("")
    }

    /// The range without the white space at its end, which block collections may cover.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let text = self.slice(span);
        if text.is_empty() {
            return span;
        }
        Span::new(span.start, span.start + text.trim_end().len().max(1))
    }

    /// Adds a correction: `new` in the place of `span`, without the white space at its end.
    pub(super) fn fixed(&self, diagnostic: Diagnostic, span: Span, new: &str) -> Diagnostic {
        let span = self.trimmed(span);
        let is_text = self.source.text.get(span.start..span.end).is_some();
        match is_text {
            true => diagnostic.replace(span, new),
            false => diagnostic,
        }
    }
}

/// A writer's words for a sentence: on one line, and not more than some sixty characters.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    let mut out = String::new();
    for (count, word) in text.split_whitespace().enumerate() {
        if count > 0 {
            out.push(' ');
        }
        // A single word may be longer than any sentence.
        out.extend(word.chars().take(MOST + 1));
        if out.chars().nth(MOST).is_some() {
            out = out.chars().take(MOST).collect();
            out.push('…');
            break;
        }
    }
    out
}

/// A text as YAML in double quotes (YAML 1.2.2, 7.3.1).
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// As [`rihla_diagnostics::nearest`], for names that a person may have typed: a name of
/// thousands of letters is not compared with anything.
pub(super) fn nearest<'c>(
    name: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    if name.len() > 100 {
        return None;
    }
    rihla_diagnostics::nearest(name, candidates)
}

/// As [`rihla_diagnostics::nearest_named`], as [`nearest`].
pub(super) fn nearest_named<'c>(
    name: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    if name.len() > 100 {
        return None;
    }
    rihla_diagnostics::nearest_named(name, candidates)
}

/// Names as a sentence lists them.
pub(super) fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    const MOST: usize = 40;
    let mut out = String::new();
    for (count, name) in names.enumerate() {
        if count > 0 {
            out.push_str(", ");
        }
        if count == MOST {
            out.push('…');
            break;
        }
        out.push_str(name);
    }
    out
}
