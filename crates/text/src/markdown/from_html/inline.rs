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
    /// The cell of a table that is open.
    cell: Option<Cell>,
    found: Vec<Found>,
}

/// A cell of a table in Markdown, with the tags in it of what cannot stand on one line.
#[derive(Debug)]
struct Cell {
    range: Range<usize>,
    tags: Vec<(Range<usize>, Token)>,
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

    /// A cell of a table begins.
    pub(super) fn enter_cell(&mut self, range: Range<usize>) {
        let tags = Vec::new();
        self.cell = Some(Cell { range, tags });
    }

    /// The cell ends.
    pub(super) fn leave_cell(&mut self, text: &str) {
        let Some(mut found) = self.cell.take().and_then(|cell| cell.in_one_line(text)) else {
            return;
        };
        // What is rewritten inside is part of it.
        let at = self
            .found
            .partition_point(|other| other.range.end <= found.range.start);
        for other in self.found.drain(at..) {
            found.range.start = found.range.start.min(other.range.start);
            found.range.end = found.range.end.max(other.range.end);
            found.edits.extend(other.edits);
            found.findings.extend(other.findings);
        }
        found.edits.sort_by_key(|(range, _)| range.start);
        self.found.push(found);
    }

    /// A tag in a line.
    pub(super) fn tag(&mut self, text: &str, range: Range<usize>) {
        if let Some(cell) = &mut self.cell {
            let token = token(&text[range.clone()]).0;
            let is_of_lines = matches!(
                &token,
                Token::Open(name, _) | Token::Close(name)
                    if matches!(&**name, "ul" | "ol" | "li" | "p" | "div" | "br")
            );
            if is_of_lines {
                cell.tags.push((range.clone(), token));
            }
        }
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

impl Cell {
    /// Lists and paragraphs as lines with `<br>` between them: a cell has no others. `None` where one is
    /// not closed, or says more than its words.
    fn in_one_line(&self, text: &str) -> Option<Found> {
        let is_break = |token: &Token| matches!(token, Token::Open(name, _) if name == "br");
        if self.tags.iter().all(|(_, token)| is_break(token)) {
            return None;
        }
        let cell = &text[self.range.clone()];
        let mut edits: Vec<(Range<usize>, Vec<Located>)> = Vec::new();
        let mut findings = Vec::new();
        // The elements that are open, and the number of the last item of a numbered list.
        let mut open: Vec<(&str, usize)> = Vec::new();
        let mut marker = None;
        let mut tags = self.tags.iter().peekable();
        let mut run: Option<Range<usize>> = None;
        let mut has_break = false;
        while let Some((range, token)) = tags.next() {
            match token {
                Token::Open(name, _) if name == "br" => has_break = true,
                Token::Open(name, attributes) => {
                    let says = |name: &str| {
                        matches!(
                            name,
                            "lang" | "dir" | "title" | "value" | "reversed" | "type" | "start"
                        )
                    };
                    if attributes.iter().any(|(name, _)| says(name)) {
                        return None;
                    }
                    if name == "li" {
                        // An item that is not closed ends where the next begins.
                        if open.last().is_some_and(|(last, _)| *last == "li") {
                            open.pop();
                        }
                        let (list, count) = open.last_mut()?;
                        *count += 1;
                        marker = (*list == "ol").then_some(*count);
                    }
                    open.push((name, 0));
                    let names = Vec::from_iter(attributes);
                    if !names.is_empty() {
                        let place = Span::new(range.start, range.end);
                        findings.push((removed_attributes(name, &names), place));
                    }
                }
                Token::Close(name) => {
                    if name != "li" && open.last().is_some_and(|(last, _)| *last == "li") {
                        open.pop();
                    }
                    let (last, _) = open.pop()?;
                    if last != name {
                        return None;
                    }
                    marker = None;
                }
                _ => return None,
            }
            let run_of = run.get_or_insert(range.clone());
            run_of.end = range.end;
            // With what follows, where only spaces part them.
            if let Some((next, _)) = tags.peek()
                && text[range.end..next.start].trim().is_empty()
            {
                continue;
            }
            let whole = run.take()?;
            let before = text[self.range.start..whole.start].trim_end();
            let after = text[whole.end..self.range.end].trim_start();
            let is_inside = !before.trim().is_empty() && !after.is_empty();
            let sign = match is_inside || has_break {
                true => "<br>",
                false => "",
            };
            let number = marker.take().map(|number| format!("{number}. "));
            let number = number.filter(|_| !after.is_empty()).unwrap_or_default();
            let whole = match is_inside {
                true => {
                    self.range.start + text[self.range.start..whole.start].trim_end().len()
                        ..self.range.end - after.len()
                }
                false => whole,
            };
            has_break = false;
            let start = whole.start;
            edits.push((whole, vec![(format!("{sign}{number}"), start)]));
        }
        let (first, last) = (edits.first()?, edits.last()?);
        let range = first.0.start..last.0.end;
        let has_words = cell.contains(char::is_alphanumeric);
        (open.is_empty() && has_words).then_some(Found {
            range,
            edits,
            findings,
        })
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
