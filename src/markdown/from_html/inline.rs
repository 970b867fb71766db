//! Links and pictures in HTML inside a line of Markdown.

use std::ops::Range;

use super::nodes::Attribute;
use super::write::{destination, label, titled};
use super::{Edit, Piece, Rewrite};
use crate::markdown::raw::{Token, token};

/// The tags of lines, as the parser meets them.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// For each part of a line that is open, the links that are open in it.
    open: Vec<Vec<(Range<usize>, String)>>,
    found: Vec<Found>,
}

#[derive(Debug)]
struct Found {
    range: Range<usize>,
    /// What is replaced, and by what.
    edits: Vec<(Range<usize>, Vec<Located>)>,
}

/// Signs of Markdown, and where in the text they belong.
type Located = (String, usize);

impl Lines {
    /// A part of a text begins: a paragraph, an emphasis.
    pub(super) fn enter(&mut self) {
        self.open.push(Vec::new());
    }

    /// The innermost part ends.
    pub(super) fn leave(&mut self) {
        self.open.pop();
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
                    });
                }
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
                .map(|(range, signs)| Edit {
                    range,
                    pieces: signs
                        .into_iter()
                        .map(|(signs, at)| Piece::Signs(signs, Some(at)))
                        .collect(),
                })
                .collect(),
            findings: Vec::new(),
        });
        found.collect()
    }
}

/// The destination and the title of a link or a picture, as Markdown writes them.
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
