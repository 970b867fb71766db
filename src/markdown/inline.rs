//! What stands inside words: `:fact{…}`, `:lang{…}`, `{#id}` and marks of notes that are not there.

use super::{Inline, InlineKind, Link, LinkKind};
use crate::diagnostic::catalogue::markdown as say;
use crate::diagnostic::{Diagnostic, Span};
use crate::language::{looks_like_language, slug};

/// How the two directives are written.
const EXAMPLES: [(&str, &str); 2] = [
    ("fact", ":fact{member-states}"),
    ("lang", ":lang{en \"soft skills\"}"),
];

/// The places of pieces of words in the source.
pub(super) struct Source<'t> {
    /// The text as the writer wrote it.
    pub text: &'t str,
    /// The words are somewhere in here.
    pub span: Span,
}

impl Source<'_> {
    /// Where some words are written, the next time after `from`. `None` where they were
    /// written as something else, as with a reference to a character.
    fn find(&self, words: &str, from: usize) -> Option<Span> {
        let source = self.text.get(from..self.span.end)?;
        let start = from + source.find(words)?;
        Some(Span::new(start, start + words.len()))
    }

    /// Whether a backslash takes the meaning from what is written at a place.
    fn is_escaped(&self, span: Span) -> bool {
        self.text[..span.start].ends_with('\\')
    }
}

/// Finds the directives in some words.
///
/// Only `:fact{` and `:lang{` after something that is no letter and no digit are directives;
/// every other colon is a colon.
pub(super) fn directives(
    words: &str,
    source: &Source<'_>,
    references: &mut Vec<Link>,
    findings: &mut Vec<(Diagnostic, Span)>,
) -> Vec<Inline<'static>> {
    let mut out = Vec::new();
    let mut from = source.span.start;
    let mut done = 0;
    let mut at = 0;
    while let Some(colon) = words[at..].find(':').map(|found| at + found) {
        at = colon + 1;
        let Some((name, example)) = EXAMPLES.into_iter().find(|(name, _)| {
            words[at..].starts_with(name) && words[at + name.len()..].starts_with('{')
        }) else {
            continue;
        };
        let opening = &words[colon..at + name.len() + 1];
        let inner = at + name.len() + 1;
        let Some(span) = source.find(opening, from) else {
            continue;
        };
        let start = span.start;
        from = span.end;
        if words[..colon].ends_with(char::is_alphanumeric) || source.is_escaped(span) {
            continue;
        }
        let Some(end) = words[inner..].find('}').map(|end| inner + end) else {
            findings.push((
                Diagnostic::new(&say::DIRECTIVE_OPEN)
                    .with("name", name)
                    .with("example", example),
                span,
            ));
            continue;
        };
        let parameters = words[inner..end].trim();
        let span = source
            .find(&words[colon..=end], start)
            .unwrap_or(Span::new(span.start, source.span.end));
        from = span.end;
        let kind = match name {
            "fact" => fact(parameters),
            _ => language(parameters, span),
        };
        let Some(kind) = kind else {
            findings.push((
                Diagnostic::new(&say::DIRECTIVE_FORM)
                    .with("name", name)
                    .with("example", example),
                span,
            ));
            continue;
        };
        if let InlineKind::Fact(id) = &kind {
            references.push(Link {
                destination: id.clone(),
                span,
                destination_span: source.find(id, span.start).unwrap_or(span),
                kind: LinkKind::Fact,
            });
        }
        push_text(&words[done..colon], source.span, &mut out);
        out.push(Inline { kind, span });
        done = end + 1;
        at = done;
    }
    push_text(&words[done..], source.span, &mut out);
    out
}

fn push_text(words: &str, span: Span, out: &mut Vec<Inline<'static>>) {
    if !words.is_empty() {
        out.push(Inline {
            kind: InlineKind::Text(words.to_owned().into()),
            span,
        });
    }
}

fn fact(parameters: &str) -> Option<InlineKind<'static>> {
    let is_id = !parameters.is_empty()
        && parameters
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    is_id.then(|| InlineKind::Fact(parameters.to_owned()))
}

/// `en "soft skills"`; quotation marks of a word processor are read too.
fn language(parameters: &str, span: Span) -> Option<InlineKind<'static>> {
    let (tag, words) = parameters.split_once(char::is_whitespace)?;
    let words = words.trim();
    let text = [('"', '"'), ('“', '”'), ('«', '»')]
        .into_iter()
        .find_map(|(open, close)| words.strip_prefix(open)?.strip_suffix(close))?
        .trim();
    (looks_like_language(tag) && !text.is_empty()).then(|| InlineKind::Language {
        tag: tag.to_owned(),
        words: vec![Inline {
            kind: InlineKind::Text(text.to_owned().into()),
            span,
        }],
    })
}

/// Takes `{#id}` off the end of a heading.
pub(super) fn identifier(
    inlines: &mut Vec<Inline<'_>>,
    source: &Source<'_>,
    findings: &mut Vec<(Diagnostic, Span)>,
) -> Option<(String, Span)> {
    let Some(Inline {
        kind: InlineKind::Text(text),
        ..
    }) = inlines.last_mut()
    else {
        return None;
    };
    let trimmed = text.trim_end();
    let (head, id) = trimmed.strip_suffix('}')?.rsplit_once("{#")?;
    let written = format!("{{#{id}}}");
    let span = source.find(&written, source.span.start)?;
    let is_id = !id.is_empty()
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !is_id {
        findings.push((
            Diagnostic::new(&say::ANCHOR_FORM)
                .with("id", id)
                .with("slug", slug(id)),
            span,
        ));
    }
    let id = id.to_owned();
    let head = head.trim_end().to_owned();
    if head.is_empty() {
        inlines.pop();
    } else {
        *text = head.into();
    }
    Some((id, span))
}

/// `[^label]` in words: a mark whose note is missing.
pub(super) fn missing_notes(words: &str, source: &Source<'_>, missing: &mut Vec<(String, Span)>) {
    let mut rest = words;
    while let Some((_, after)) = rest.split_once("[^") {
        rest = after;
        let Some((label, _)) = after.split_once(']') else {
            return;
        };
        if label.is_empty() || label.contains(char::is_whitespace) {
            continue;
        }
        let place = source.find(&format!("[^{label}]"), source.span.start);
        if let Some(span) = place.filter(|span| !source.is_escaped(*span)) {
            missing.push((label.to_owned(), span));
        }
    }
}
