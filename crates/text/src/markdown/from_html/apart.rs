//! Lines of Markdown directly below HTML.
//!
//! To the parser a block of HTML goes on to the next empty line (CommonMark, section 4.6), and with it
//! whatever a writer put right below the last tag. Such a line is set apart, so that it is read as
//! what it is.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::write::{is_block, mark_of_block};
use super::{Edit, Joined, Piece, Rewrite, continued};
use crate::markdown::directive::Fences;
use crate::markdown::prepare::{options, prepare};
use crate::markdown::raw::{Token, is_void, token};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Correction, Diagnostic, Span};

/// How often such lines are looked for, since what is set apart may be HTML and such a line again.
const MOST: usize = 32;

type Finding = (Diagnostic, Span);

/// Sets lines directly below HTML apart; what is said of them, with places in the text as written.
pub(in crate::markdown) fn set(source: &str, fences: &mut Fences) -> Vec<Finding> {
    let mut findings = Vec::new();
    for _ in 0..MOST {
        let rewrites = find(&fences.text, &|range| fences.at(range).is_some());
        if rewrites.is_empty() {
            break;
        }
        for rewrite in &rewrites {
            let words = fences.original(&rewrite.range);
            let line = source[..words.start].rfind('\n').map_or(0, |end| end + 1);
            let end = source[..line].trim_end_matches(['\n', '\r']).len();
            let marks = continued(&source[line..words.start]);
            let finding = Diagnostic::new(&say::HTML_BELOW)
                .with("fmt", say::FMT)
                .replace(Span::new(end, end), format!("\n{}", marks.trim_end()));
            findings.push((finding, words));
        }
        fences.rewrite(&rewrites);
    }
    findings
}

/// Where an empty line is missing, at the ends of the lines before; one for each block of HTML.
fn find(text: &str, is_fence: &dyn Fn(&Range<usize>) -> bool) -> Vec<Rewrite> {
    if !super::may_have_tags(text) {
        return Vec::new();
    }
    let prepared = prepare(text);
    let mut found = Vec::new();
    let mut block: Option<Joined> = None;
    for (event, range) in Parser::new_ext(&prepared, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) if !is_fence(&range) => block = Some(Joined::default()),
            Event::Html(_) | Event::Text(_) if block.is_some() => {
                if let Some(html) = &mut block {
                    html.add(&text[range.clone()], range.start);
                }
            }
            Event::End(TagEnd::HtmlBlock) => {
                let html = block.take().unwrap_or_default();
                found.extend(below(&html.text).map(|at| empty_line(text, html.place(at))));
            }
            _ => {}
        }
    }
    found
}

/// An empty line before the one of a place.
fn empty_line(text: &str, at: usize) -> Rewrite {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let marks = continued(&text[line..at]);
    let end = text[..line].trim_end_matches(['\n', '\r']).len();
    Rewrite {
        range: at..at
            + text[at..]
                .lines()
                .next()
                .unwrap_or_default()
                .trim_end()
                .len(),
        edits: vec![Edit {
            range: end..end,
            pieces: vec![Piece::Line(marks.trim_end().to_owned())],
        }],
        findings: Vec::new(),
    }
}

/// The first words of the first line of HTML that is none: nothing is open before it, what ended last
/// is an element on lines of its own, or the line begins like a block of Markdown. Where elements are
/// open that hold blocks, it has Markdown markup, and nothing but tags is on the line above.
fn below(html: &str) -> Option<usize> {
    let mut open: Vec<String> = Vec::new();
    // Whether a line of words would be one of its own.
    let mut is_apart = false;
    let mut at = 0;
    while at < html.len() {
        if !html[at..].starts_with('<') {
            let end = html[at..].find('<').map_or(html.len(), |next| at + next);
            if open.is_empty()
                && at > 0
                && let Some(words) = words_of_line(&html[at..end], is_apart)
            {
                return Some(at + words);
            }
            if !open.is_empty()
                && open.iter().all(|name| HOLDERS.contains(&&**name))
                && let Some(words) = markdown_below(html, at..end, is_apart)
            {
                return Some(words);
            }
            is_apart &= html[at..end].trim().is_empty();
            at = end;
            continue;
        }
        let (token, length) = token(&html[at..]);
        at += length;
        match token {
            Token::Nothing | Token::Hidden(_) => {}
            Token::Character => is_apart = false,
            Token::Open(name, _) if is_void(&name) => is_apart = is_block(&name),
            Token::Open(name, _) => {
                if open.last().is_some_and(|last| last == "p") && is_block(&name) {
                    open.pop();
                }
                open.push(name);
            }
            Token::Close(name) => {
                if let Some(known) = open.iter().rposition(|known| *known == name) {
                    open.truncate(known);
                }
                is_apart = is_block(&name);
            }
        }
    }
    None
}

/// Elements that hold blocks and nothing else that Markdown would make something of.
const HOLDERS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "div",
    "footer",
    "header",
    "main",
    "nav",
    "section",
];

/// The first words of a range of text below a line of tags alone, or below an element that ended on
/// lines of its own (`is_apart`), where they are Markdown.
fn markdown_below(html: &str, range: Range<usize>, is_apart: bool) -> Option<usize> {
    let at = range.start;
    let line = html[..at].rsplit('\n').next().unwrap_or_default();
    let is_tags = line.trim_start().starts_with('<') && {
        let mut rest = line.trim();
        while rest.starts_with('<') {
            rest = rest[token(rest).1..].trim_start();
        }
        rest.is_empty()
    };
    let text = &html[range];
    let words = text.trim_start();
    let before = &text[..text.len() - words.len()];
    let indent = before.rsplit('\n').next().unwrap_or_default();
    let is_below =
        before.matches('\n').count() == 1 && before.split('\n').next()?.trim().is_empty();
    // With four spaces it would be code.
    ((is_tags || is_apart)
        && is_below
        && !words.is_empty()
        && indent.len() < 4
        && !indent.contains('\t')
        && has_markup(&html[at..]))
    .then(|| at + before.len())
}

/// Whether lines have what Markdown reads as more than words.
fn has_markup(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim();
        let first = line.split_whitespace().next().unwrap_or_default();
        let is_mark = |first: &str| !first.starts_with([':', '=']);
        mark_of_block(first).is_some_and(|_| is_mark(first))
            || first == "*" && line.len() > 1
            || ["**", "__", "~~", "](", "`"]
                .iter()
                .any(|markup| line.contains(markup))
            || line
                .split('*')
                .skip(1)
                .any(|after| after.starts_with(char::is_alphanumeric))
    })
}

/// The first words in text between tags that begin a line, where they are one of its own.
fn words_of_line(text: &str, is_apart: bool) -> Option<usize> {
    let mut is_apart = is_apart;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let words = line.trim();
        if number > 0 && !words.is_empty() {
            let first = words.split_whitespace().next().unwrap_or_default();
            if is_apart || mark_of_block(first).is_some() {
                return Some(at + line.len() - line.trim_start().len());
            }
        }
        is_apart &= words.is_empty();
        at += line.len();
    }
    None
}

/// Adds what is said of lines that are set apart to what is said of HTML; where the HTML above one is
/// rewritten, its correction takes the empty line with it.
pub(in crate::markdown) fn join(source: &str, apart: Vec<Finding>, findings: &mut Vec<Finding>) {
    for (finding, span) in apart {
        let Some(own) = finding.replacement().cloned() else {
            continue;
        };
        let mut edits =
            findings
                .iter_mut()
                .filter_map(|(finding, _)| match finding.corrections.first_mut() {
                    Some(Correction::Edits(edits)) if finding.message == &say::HTML_MARKDOWN => {
                        edits.last_mut()
                    }
                    _ => None,
                });
        let above = edits.find(|edit| {
            let between = source.get(edit.span.end..own.span.start);
            between.is_some_and(|between| between.trim().is_empty())
        });
        match above {
            Some(above) => above.text.push_str(&own.text),
            None => findings.push((finding, span)),
        }
    }
}
