//! What stands inside words: `:fact{…}`, `:lang{…}`, `{#id}` and marks of notes that are not there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::markup::unnamed;
use super::{Inline, InlineKind, Link, LinkKind};
use crate::language::{looks_like_language, slug};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Names, Span};

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
            let finding = Diagnostic::new(&say::DIRECTIVE_OPEN).with("name", name);
            let meant = unclosed(name, &words[inner..]).and_then(|length| {
                let written = &words[colon..inner + length];
                Some((source.find(written, start)?, format!("{written}}}")))
            });
            let finding = match meant {
                Some((place, meant)) => finding.with("meant", &meant).replace(place, meant),
                None => finding.with("example", example),
            };
            findings.push((finding, span));
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
            let finding = Diagnostic::new(&say::DIRECTIVE_FORM).with("name", name);
            let meant = match name {
                "lang" => unquoted(parameters),
                _ => Some(unnamed(parameters))
                    .filter(|id| fact(id).is_some())
                    .map(|id| format!(":fact{{{id}}}")),
            };
            let finding = match meant {
                Some(meant) => finding.with("meant", &meant).replace(span, meant),
                None => finding.with("example", example),
            };
            findings.push((finding, span));
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

/// How much of what follows an opening brace stands in it, where its closing one is missing.
fn unclosed(name: &str, rest: &str) -> Option<usize> {
    if name == "fact" {
        let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
        let end = rest.find(|c| !is_id(c)).unwrap_or(rest.len());
        let id = rest[..end].trim_end_matches(['.', '/']);
        return (!id.is_empty()).then_some(id.len());
    }
    let (_, words) = rest.split_once(char::is_whitespace)?;
    let before = rest.len() - words.trim_start().len();
    let mut ends = words.trim_start().match_indices(['"', '”', '»']);
    let (end, mark) = ends.find(|(at, _)| *at > 0)?;
    let end = before + end + mark.len();
    language(rest[..end].trim(), Span::default()).map(|_| end)
}

/// `:lang{en "soft skills"}` for the same without quotation marks.
fn unquoted(parameters: &str) -> Option<String> {
    let at = parameters.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    let (tag, words) = parameters.split_at(at);
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | '=' | ':');
    let words = words.trim_matches(is_mark);
    let quoted = words
        .strip_prefix('"')
        .and_then(|words| words.strip_suffix('"'));
    let words = quoted.unwrap_or(words).trim();
    let is_plain = !words.is_empty() && !words.contains(['"', '“', '”', '«', '»', '\n']);
    (looks_like_language(tag) && is_plain).then(|| format!(":lang{{{tag} \"{words}\"}}"))
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

/// What is said of marks whose notes are missing; `notes` are the labels of the notes of the text, each
/// with whether something refers to it.
pub(super) fn of_missing_notes(
    missing: &[(String, Span)],
    text: &str,
    notes: &[(&str, bool)],
) -> Vec<(Diagnostic, Span)> {
    let Some((first, _)) = missing.first() else {
        return Vec::new();
    };
    let is_only = missing.iter().all(|(label, _)| label == first);
    let names = |labels: Vec<&str>| Names::new(labels.into_iter().map(Arc::from));
    let unused = notes.iter().filter(|(_, is_shown)| !is_shown);
    let unused: Vec<&str> = unused.map(|(label, _)| *label).collect();
    let only = match unused[..] {
        [only] if is_only && is_short(only) => Some(only),
        _ => None,
    };
    let unused = names(unused);
    let labels = names(notes.iter().map(|(label, _)| *label).collect());
    // The note that was meant: one that nothing refers to, or one that is written nearly so. Between
    // labels of a character or two nothing is near.
    let meant = |label: &str| match is_short(label) {
        true => only.map(str::to_owned),
        false => unused
            .nearest(label)
            .or_else(|| labels.nearest(label))
            .map(str::to_owned),
    };
    let parted: Vec<Option<(Span, bool)>> = missing
        .iter()
        .map(|(_, span)| parted_colon(text, *span))
        .collect();
    let marks = missing.iter().zip(&parted);
    let are_parted: BTreeSet<&str> = marks
        .filter(|(_, parted)| parted.is_some())
        .map(|((label, _), _)| label.as_str())
        .collect();
    let mut found = Vec::new();
    for ((label, span), parted) in missing.iter().zip(&parted) {
        if let Some((space, begins)) = parted {
            let whole = Span::new(span.start, space.end + 1);
            let diagnostic = Diagnostic::new(&say::NOTE_SPACE).with("label", label);
            let diagnostic = match begins {
                true => diagnostic.replace(whole, format!("[^{label}]:")),
                false => diagnostic,
            };
            found.push((diagnostic, whole));
            continue;
        }
        // The note is there, but for that space.
        if are_parted.contains(label.as_str()) {
            continue;
        }
        let diagnostic = Diagnostic::new(&say::NOTE_MISSING).with("label", label);
        let diagnostic = match meant(label) {
            Some(near) => diagnostic
                .replace(*span, format!("[^{near}]"))
                .with("nearest", near),
            None => diagnostic,
        };
        found.push((diagnostic, *span));
    }
    found
}

/// Whether a label is so short that nothing is near to it.
fn is_short(label: &str) -> bool {
    label.chars().count() < 3
}

/// `[^1] : text` on a line of its own: the white space before the colon, and whether the line begins
/// a paragraph.
fn parted_colon(text: &str, mark: Span) -> Option<(Span, bool)> {
    let rest = text.get(mark.end..)?;
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}');
    let after = rest.trim_start_matches(is_space);
    let (before, line) = match text[..mark.start].rsplit_once('\n') {
        Some((before, line)) => (before, line),
        None => ("", &text[..mark.start]),
    };
    if !after.starts_with(':') || after.len() == rest.len() || !line.trim().is_empty() {
        return None;
    }
    let above = before.rsplit('\n').next().unwrap_or_default().trim();
    let space = Span::new(mark.end, mark.end + rest.len() - after.len());
    Some((space, above.is_empty() || above.starts_with("[^")))
}
