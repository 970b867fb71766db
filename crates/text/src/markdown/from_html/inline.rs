//! Links and images in HTML inside a line of Markdown.

use std::ops::Range;

use super::nodes::Attribute;
use super::write::{destination, label, mark_of_block, titled};
use super::{Edit, Piece, Rewrite};
use crate::markdown::raw::{Token, has_words, removed_attributes, token};
use rihla_diagnostics::{Diagnostic, Span};

/// The tags of lines, as the parser meets them.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// For each part of a line that is open, the links that are open in it.
    open: Vec<Vec<(Range<usize>, String)>>,
    /// The same of the elements `span`.
    spans: Vec<Vec<(Range<usize>, Vec<Attribute>)>>,
    found: Vec<Found>,
}

#[derive(Debug)]
struct Found {
    range: Range<usize>,
    /// What is replaced, and by what.
    edits: Vec<(Range<usize>, Vec<Located>)>,
    findings: Vec<(Diagnostic, Span)>,
}

/// Markdown markup, and where in the text it belongs.
type Located = (String, usize);

impl Lines {
    /// A part of a text begins: a paragraph, an emphasis.
    pub(super) fn enter(&mut self) {
        self.open.push(Vec::new());
        self.spans.push(Vec::new());
    }

    /// The innermost part ends.
    pub(super) fn leave(&mut self) {
        self.open.pop();
        self.spans.pop();
    }

    /// A tag in a line.
    pub(super) fn tag(&mut self, text: &str, range: Range<usize>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        match token(&text[range.clone()]).0 {
            Token::Open(name, attributes) if name == "a" => {
                if let Some(target) = target(&attributes, "href") {
                    open.push((range, target));
                }
            }
            Token::Close(name) if name == "a" => {
                if let Some((tag, target)) = open.pop()
                    && can_be_label(&text[tag.end..range.start])
                {
                    let opening = vec![("[".to_owned(), tag.start)];
                    let closing = vec![(format!("]({target})"), range.end)];
                    self.found.push(Found {
                        range: tag.start..range.end,
                        edits: vec![(tag, opening), (range, closing)],
                        findings: Vec::new(),
                    });
                }
            }
            Token::Open(name, attributes) if name == "span" => {
                if let Some(open) = self.spans.last_mut() {
                    open.push((range, attributes));
                }
            }
            Token::Close(name) if name == "span" => {
                let tag = self.spans.last_mut().and_then(Vec::pop);
                self.found
                    .extend(tag.and_then(|(tag, attributes)| span(text, tag, &attributes, range)));
            }
            Token::Open(name, attributes) if name == "img" => {
                if let Some(target) = target(&attributes, "src") {
                    let alt = attributes.iter().find(|(name, _)| name == "alt");
                    let alt = alt.and_then(|(_, value)| value.as_deref());
                    let alt = label(alt.unwrap_or_default());
                    self.found.push(Found {
                        edits: vec![(
                            range.clone(),
                            vec![
                                (format!("![{alt}]({target}"), range.start),
                                (")".to_owned(), range.end),
                            ],
                        )],
                        range,
                        findings: Vec::new(),
                    });
                }
            }
            _ => {}
        }
    }

    /// What is to be rewritten.
    pub(super) fn finish(self) -> Vec<Rewrite> {
        let found = self.found.into_iter().map(|found| Rewrite {
            range: found.range,
            edits: found
                .edits
                .into_iter()
                .map(|(range, markup)| Edit {
                    range,
                    pieces: markup
                        .into_iter()
                        .map(|(markup, at)| Piece::Markup(markup, Some(at)))
                        .collect(),
                })
                .collect(),
            findings: found.findings,
        });
        found.collect()
    }
}

/// An element `span` that says nothing of its words (`<span style="…">`): its tags go, where the words
/// are the same to Markdown without them.
fn span(
    text: &str,
    tag: Range<usize>,
    attributes: &[Attribute],
    closing: Range<usize>,
) -> Option<Found> {
    let says = |name: &str| matches!(name, "lang" | "dir" | "title");
    let words = &text[tag.end..closing.start];
    let is_mark = |c: char| c.is_whitespace() || "*_~`[]<>\\!".contains(c);
    let begins_line = text[..tag.start].rsplit('\n').next()?.trim().is_empty();
    let first = words.split_whitespace().next()?;
    let is_plain = !attributes.iter().any(|(name, _)| says(name))
        && !has_words(attributes)
        && !words.starts_with(is_mark)
        && !words.ends_with(is_mark)
        && !(begins_line && (mark_of_block(first).is_some() || first.starts_with('|')));
    let names = Vec::from_iter(attributes);
    let place = Span::new(tag.start, tag.end);
    let findings = match names.is_empty() {
        true => Vec::new(),
        false => vec![(removed_attributes("span", &names), place)],
    };
    let nothing = |at: usize| vec![(String::new(), at)];
    is_plain.then(|| Found {
        range: tag.start..closing.end,
        edits: vec![
            (tag.clone(), nothing(tag.start)),
            (closing.clone(), nothing(closing.end)),
        ],
        findings,
    })
}

/// The destination and the title of a link or an image, as Markdown writes them.
fn target(attributes: &[Attribute], name: &str) -> Option<String> {
    let value = |name: &str| {
        let found = attributes.iter().find(|(known, _)| known == name);
        found.and_then(|(_, value)| value.as_deref())
    };
    Some(titled(destination(value(name)?)?, value("title")))
}

/// Whether words can stand between square brackets: no link is among them, and their brackets are
/// paired.
fn can_be_label(words: &str) -> bool {
    let mut depth = 0_i32;
    for c in words.chars() {
        depth += match c {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        if depth < 0 {
            return false;
        }
    }
    let is_empty = words.trim().is_empty();
    depth == 0 && !is_empty && !words.contains("](") && !words.contains("<a ")
}
