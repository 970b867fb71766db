//! Tags that a word processor leaves around words, which are no HTML: `<st1:place>`,
//! `<![if !supportLists]>`, `<!--[if gte mso 9]>…<![endif]-->`.
//!
//! They are taken out before the text is parsed, since the parser would show them, or make a link of
//! one. What stands between them stays.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::{Edit, Piece, Rewrite};
use crate::markdown::characters::characters;
use crate::markdown::directive::Fences;
use crate::markdown::markup::{LETTERS, is_bullet};
use crate::markdown::prepare::{options, prepare};
use crate::markdown::raw::{Token, has_words, token};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Correction, Diagnostic, Span};

/// The prefixes of the names of such tags that nobody types by hand.
const PREFIXES: &[&str] = &[
    "mc", "st1", "st2", "w10", "w14", "w15", "wne", "wp", "wp14", "wps",
];

/// What has a prefix of one letter, which might begin words: the names that word processors write.
const NAMES: &[(&str, &[&str])] = &[
    (
        "m",
        &[
            "ctrlpr",
            "d",
            "dpr",
            "e",
            "f",
            "fpr",
            "mathpr",
            "num",
            "den",
            "omath",
            "omathpara",
            "r",
            "rad",
            "rpr",
            "sub",
            "sup",
            "ssub",
            "ssup",
            "t",
        ],
    ),
    (
        "o",
        &[
            "allowpng",
            "idmap",
            "lock",
            "officedocumentsettings",
            "oleobject",
            "p",
            "pixelsperinch",
            "relyonvml",
            "shapedefaults",
            "shapelayout",
            "smarttagtype",
        ],
    ),
    (
        "v",
        &[
            "background",
            "f",
            "fill",
            "formulas",
            "group",
            "h",
            "handles",
            "imagedata",
            "line",
            "oval",
            "path",
            "polyline",
            "rect",
            "roundrect",
            "shadow",
            "shape",
            "shapetype",
            "stroke",
            "textbox",
            "textpath",
        ],
    ),
    (
        "w",
        &[
            "anchor",
            "br",
            "lsdexception",
            "latentstyles",
            "p",
            "ppr",
            "r",
            "rpr",
            "sdt",
            "sdtcontent",
            "sdtpr",
            "t",
            "tbl",
            "tc",
            "tr",
            "view",
            "worddocument",
            "wrap",
            "zoom",
        ],
    ),
    (
        "x",
        &["clientdata", "err", "excelworkbook", "fmla", "num", "str"],
    ),
];

/// Takes the tags out; what is said of them, with places in the text as written.
pub(in crate::markdown) fn take(fences: &mut Fences) -> Vec<(Diagnostic, Span)> {
    let text = &*fences.text;
    let lines = find(text, &|range| fences.at(range).is_some());
    let mut findings = Vec::new();
    for line in &lines {
        let whole = line.start()..line.end();
        let tag = text[line.tags[0].range.clone()].trim_start();
        let tag = match tag
            .find(char::is_whitespace)
            .filter(|_| !tag.starts_with("<!"))
        {
            Some(end) => format!("{}>", &tag[..end]),
            None => tag.split_inclusive('>').next().unwrap_or(tag).to_owned(),
        };
        let edits = line.tags.iter().map(|found| rihla_diagnostics::Edit {
            path: None,
            span: fences.original(&found.range),
            text: found.right.clone(),
        });
        let finding = Diagnostic::new(&say::WORD_TAGS)
            .with("tags", tag)
            .with("fmt", say::FMT)
            .correct(Correction::Edits(edits.collect()));
        findings.push((finding, fences.original(&whole)));
    }
    let rewrites: Vec<Rewrite> = lines.iter().map(Line::rewrite).collect();
    if !rewrites.is_empty() {
        fences.rewrite(&rewrites);
    }
    findings
}

/// The tags of one line.
struct Line {
    tags: Vec<Found>,
}

/// A tag, or tags with what stands between them, and what takes their place.
struct Found {
    range: Range<usize>,
    right: String,
}

impl Line {
    fn start(&self) -> usize {
        self.tags.first().map_or(0, |tag| tag.range.start)
    }

    fn end(&self) -> usize {
        self.tags.last().map_or(0, |tag| tag.range.end)
    }

    fn rewrite(&self) -> Rewrite {
        let edits = self.tags.iter().map(|tag| Edit {
            range: tag.range.clone(),
            pieces: vec![Piece::Markup(tag.right.clone(), Some(tag.range.start))],
        });
        Rewrite {
            range: self.start()..self.end(),
            edits: edits.collect(),
            findings: Vec::new(),
        }
    }
}

/// Whether there may be such tags: almost no text has any.
fn may_have_tags(text: &str) -> bool {
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| tag(&text[at..]).is_some())
}

/// Finds them, outside of code and of blocks of HTML, by lines.
fn find(text: &str, is_fence: &dyn Fn(&Range<usize>) -> bool) -> Vec<Line> {
    if !may_have_tags(text) {
        return Vec::new();
    }
    let hidden = hidden(text, is_fence);
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + next;
        at = start + 1;
        let Some(length) = tag(&text[start..]) else {
            continue;
        };
        if let Some(range) = hidden.iter().find(|range| range.contains(&start)) {
            at = range.end;
            continue;
        }
        if text[..start].ends_with('\\') {
            continue;
        }
        let mut found = Found {
            range: start..start + length,
            right: String::new(),
        };
        bullet(text, &mut found);
        at = found.range.end;
        // No spaces are left at the end of a line.
        let rest = text[at..].split('\n').next().unwrap_or_default();
        let is_last = found.right.is_empty() && rest.trim().is_empty();
        let chain = lines.last_mut().map(|line| &mut line.tags);
        if is_last {
            let mut first = &mut found;
            for tag in chain.into_iter().flatten().rev() {
                if tag.range.end != first.range.start || !tag.right.is_empty() {
                    break;
                }
                first = tag;
            }
            let before = &text[..first.range.start];
            let trimmed = before.trim_end_matches(' ').len();
            let is_inside = !text[..trimmed].ends_with('\n') && trimmed > 0;
            if is_inside && !text[..trimmed].ends_with(['>', '-', '*', '+']) {
                first.range.start = trimmed;
            }
        }
        match lines.last_mut() {
            Some(line) if !text[line.end()..start].contains('\n') => line.tags.push(found),
            _ => lines.push(Line { tags: vec![found] }),
        }
    }
    lines
}

/// What is code or a block of HTML, in order.
fn hidden(text: &str, is_fence: &dyn Fn(&Range<usize>) -> bool) -> Vec<Range<usize>> {
    let prepared = prepare(text);
    let mut hidden = Vec::new();
    for (event, range) in Parser::new_ext(&prepared, options()).into_offset_iter() {
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => hidden.push(range),
            Event::Start(Tag::HtmlBlock) if !is_fence(&range) => {
                let html = text[range.clone()].trim_start();
                if tag(html).is_none() {
                    hidden.push(range);
                }
            }
            _ => {}
        }
    }
    hidden
}

/// The length of the tag with which a text begins.
fn tag(text: &str) -> Option<usize> {
    let condition = |rest: &str| {
        let rest = rest.to_ascii_lowercase();
        ["if ", "endif", "else"]
            .iter()
            .any(|word| rest.starts_with(word))
    };
    let head = |from: usize| {
        let end = text[from..]
            .char_indices()
            .nth(6)
            .map_or(text.len(), |(at, _)| from + at);
        condition(&text[from..end])
    };
    if text.starts_with("<![") && head(3) {
        let line = text.lines().next().unwrap_or_default();
        return line.find("]>").map(|end| end + 2);
    }
    if text.starts_with("<!--[") && head(5) {
        return text.find("-->").map(|end| end + 3);
    }
    if text.starts_with("<?xml:") {
        return text.find('>').map(|end| end + 1);
    }
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    // A prefix is short; what is behind it may be all of a text.
    let colon = name.bytes().take(5).position(|byte| byte == b':')?;
    let (prefix, rest) = (&name[..colon], &name[colon + 1..]);
    let prefix = prefix.to_ascii_lowercase();
    let length = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
            .len();
    let ends =
        rest[length..].starts_with(|c: char| matches!(c, '>' | '/') || c.is_ascii_whitespace());
    let local = rest[..length].to_ascii_lowercase();
    let is_known = PREFIXES.contains(&&*prefix)
        || NAMES
            .iter()
            .any(|(known, names)| *known == prefix && names.contains(&&*local));
    if length == 0 || !ends || rest[length..].starts_with("//") || !is_known {
        return None;
    }
    let (token, length) = token(text);
    if matches!(&token, Token::Open(_, attributes) if has_words(attributes)) {
        return None;
    }
    let tag = &text[..length];
    (tag.ends_with('>') && !tag.contains("\n\n")).then_some(length)
}

/// Takes what stands for a bullet with its tags: `<![if !supportLists]>· <![endif]>`.
fn bullet(text: &str, found: &mut Found) {
    let opening = text[found.range.clone()].to_ascii_lowercase();
    let line = text[..found.range.start]
        .rsplit('\n')
        .next()
        .unwrap_or_default();
    let is_open = opening.contains("[if !supportlists]");
    if !is_open || !line.chars().all(|c| matches!(c, ' ' | '\t' | '>')) {
        return;
    }
    let rest = &text[found.range.end..];
    let line = rest.split('\n').next().unwrap_or_default();
    let Some((at, length)) = line.match_indices('<').find_map(|(at, _)| {
        let length = tag(&line[at..])?;
        line[at..]
            .to_ascii_lowercase()
            .contains("endif")
            .then_some((at, length))
    }) else {
        return;
    };
    let after = line[at + length..].len() - line[at + length..].trim_start().len();
    if let Some(marker) = marker(&line[..at]) {
        found.range.end += at + length + after;
        found.right = marker;
    }
}

/// The marker of an item in Markdown for what a word processor writes before its words, tags included.
pub(super) fn marker(html: &str) -> Option<String> {
    let mut words = String::new();
    let mut inner = html;
    while let Some(open) = inner.find('<') {
        words.push_str(&inner[..open]);
        inner = &inner[open + token(&inner[open..]).1..];
    }
    words.push_str(inner);
    let words = characters(&words);
    let sign = words.trim();
    let digits = sign.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < sign.len() && matches!(digits, "." | ")");
    let is_sign = |c| LETTERS.contains(&c) || is_bullet(c) || matches!(c, '-' | '–' | '—');
    let is_bullet = sign.chars().count() == 1 && sign.chars().all(is_sign);
    match (is_number, is_bullet) {
        (true, _) => Some(format!("{sign} ")),
        (_, true) => Some("- ".to_owned()),
        _ => None,
    }
}

/// Whether a comment is a condition of a word processor: `<![if !supportLists]>`, `<!--[endif]-->`.
pub(super) fn is_condition(comment: &str) -> bool {
    comment.starts_with("<!") && tag(comment).is_some()
}
