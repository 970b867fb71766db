//! The lines of a text, and which of them look like the fences of directives.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::super::prepare::{options, prepare};
use super::Shape;
use super::parameters::closing;
use rihla_diagnostics::catalogue::directive as say;
use rihla_diagnostics::{Diagnostic, Span};

/// How many lines the braces of one directive may take.
const MOST_LINES: usize = 40;

/// The lines of a text.
pub(super) struct Lines(Vec<Span>);

impl Lines {
    pub(super) fn of(source: &str) -> Self {
        let mut at = 0;
        let lines = source.split_inclusive('\n').map(|line| {
            at += line.len();
            Span::new(at - line.len(), at)
        });
        Self(lines.collect())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn span(&self, line: usize) -> Span {
        self.0[line]
    }

    /// Where a line begins; the end of the text for the one after the last.
    pub(super) fn start(&self, line: usize) -> usize {
        match self.0.get(line) {
            Some(span) => span.start,
            None => self.0.last().map_or(0, |span| span.end),
        }
    }

    /// The line of a place.
    pub(super) fn number(&self, at: usize) -> usize {
        self.0.partition_point(|span| span.end <= at)
    }

    /// Where the words begin of the item whose words are above the directive that opens at one line and
    /// closes at another, where its list goes on below.
    pub(super) fn item_that_goes_on(
        &self,
        source: &str,
        open: usize,
        close: usize,
    ) -> Option<usize> {
        let text = |line: usize| {
            let span = self.span(line);
            &source[span.start..span.end]
        };
        let mut above = (0..open)
            .rev()
            .take_while(|line| !self.is_blank(source, *line));
        let (indent, words, character) = above.find_map(|line| item(text(line)))?;
        let mut below = (close + 1..self.len()).filter(|line| !self.is_blank(source, *line));
        let next = below.find(|line| indentation(text(*line)).len() < words)?;
        let (next, _, mark) = item(text(next))?;
        (mark == character && next >= indent).then_some(words)
    }

    pub(super) fn is_blank(&self, source: &str, line: usize) -> bool {
        let span = self.0[line];
        source[span.start..span.end].trim().is_empty()
    }
}

/// The mark of an item: its indentation, where its words begin, and its sign.
fn item(line: &str) -> Option<(usize, usize, char)> {
    let words = line.trim_start_matches(' ');
    let indent = line.len() - words.len();
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let character = words[digits..].chars().next()?;
    let is_mark = match digits {
        0 => matches!(character, '-' | '*' | '+'),
        digits => digits < 10 && matches!(character, '.' | ')'),
    };
    let rest = &words[digits..].strip_prefix(character)?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let is_item = is_mark && (1..5).contains(&spaces) && !rest.trim().is_empty();
    is_item.then_some((indent, indent + digits + 1 + spaces, character))
}

pub(super) fn indentation(line: &str) -> &str {
    let rest = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - rest.len()]
}

/// A line that opens or closes a directive, as far as it can be told from the line itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// From the first colon to the last one, to the name or to the closing brace.
    pub span: Span,
    /// The name of the directive that it opens, and what stands in its braces.
    pub opens: Option<(String, Option<Span>)>,
}

/// The fences of a text, in order; those in code are none.
pub fn fences(source: &str) -> Vec<Fence> {
    if !source.contains(":::") {
        return Vec::new();
    }
    let found = candidates(source, &Lines::of(source), options());
    let found = found
        .into_iter()
        .map(|(_, candidate)| match candidate.kind {
            CandidateKind::Open(opening) => Fence {
                span: opening.span,
                opens: Some((opening.name, opening.braces)),
            },
            CandidateKind::Close => Fence {
                span: candidate.span,
                opens: None,
            },
        });
    found.collect()
}

/// A line that may be a fence.
pub(super) struct Candidate {
    pub(super) span: Span,
    pub(super) kind: CandidateKind,
}

pub(super) enum CandidateKind {
    Open(Opening),
    Close,
}

pub(super) struct Opening {
    pub(super) name: String,
    pub(super) head: Span,
    pub(super) span: Span,
    pub(super) braces: Option<Span>,
    /// Whether the braces are never closed.
    is_cut: bool,
    /// Words after all this.
    after: Option<Span>,
    pub(super) lines: usize,
}

impl Opening {
    /// Where its name is written.
    pub(super) fn name_span(&self) -> Span {
        Span::new(self.head.end - self.name.len(), self.head.end)
    }

    pub(super) fn problem(
        &self,
        source: &str,
        shape: Option<&Shape>,
    ) -> Option<(Diagnostic, Span)> {
        if self.is_cut {
            let diagnostic = Diagnostic::new(&say::BRACE).with("name", &self.name);
            return Some((diagnostic, self.head));
        }
        let after = self.after?;
        let example = shape.and_then(|shape| {
            let parameter = shape.parameters.first()?;
            let (_, example) = parameter.kind.expected();
            Some(format!(":::{}{{{}={example}}}", self.name, parameter.name))
        });
        let words = source[after.start..after.end].to_owned();
        let inside = shape.and_then(|shape| self.meant_inside(shape, &words));
        let example = match &inside {
            Some(inside) => Some(format!(":::{}{{{inside}}}", self.name)),
            None => example,
        };
        let diagnostic = Diagnostic::new(&say::AFTER)
            .with("words", words)
            .with("name", &self.name)
            .with_some("example", example);
        let diagnostic = match inside {
            Some(inside) => {
                diagnostic.replace(Span::new(self.head.end, after.end), format!("{{{inside}}}"))
            }
            None => diagnostic,
        };
        Some((diagnostic, after))
    }
}

impl Opening {
    /// What belongs into the braces, where it stands behind the name: `title="Avant"`, `[Avant]`,
    /// `Avant`.
    fn meant_inside(&self, shape: &Shape, words: &str) -> Option<String> {
        if self.braces.is_some() {
            return None;
        }
        let title = words
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let Some((name, value)) = words.split_once('=').filter(|_| title.is_none()) else {
            let title = title.unwrap_or(words).trim();
            let can_be_one = shape.parameter("title").is_some()
                && shape.first.is_none()
                && title.starts_with(char::is_alphanumeric)
                && !title.contains(['"', '“', '[', ']', '{', '}', '\\']);
            return can_be_one.then(|| format!("title=\"{title}\""));
        };
        let is_whole = match value.strip_prefix('"') {
            Some(rest) => rest.find('"') == Some(rest.len().checked_sub(1)?),
            None => !value.is_empty() && !value.contains(char::is_whitespace),
        };
        let is_one = shape.parameter(name).is_some() && is_whole;
        (is_one && !words.contains(['{', '}'])).then(|| words.to_owned())
    }
}

/// The lines that look like fences and are neither code nor a comment.
pub(super) fn candidates(source: &str, lines: &Lines, options: Options) -> Vec<(usize, Candidate)> {
    let mut found = Vec::new();
    let mut line = 0;
    while line < lines.len() {
        match candidate(source, lines, line) {
            Some(candidate) => {
                let taken = match &candidate.kind {
                    CandidateKind::Open(opening) => opening.lines,
                    CandidateKind::Close => 1,
                };
                found.push((line, candidate));
                line += taken;
            }
            None => line += 1,
        }
    }
    if found.is_empty() {
        return found;
    }
    let (verbatim, indented) = code(source, options);
    let within =
        |ranges: &[Range<usize>], at: usize| ranges.iter().any(|range| range.contains(&at));
    found.retain(|(_, candidate)| {
        let at = candidate.span.start;
        // A closing counts at any indentation; an opening so far in is an example of one.
        let is_code = matches!(candidate.kind, CandidateKind::Open(_)) && within(&indented, at);
        !is_code && !within(&verbatim, at)
    });
    found
}

/// The ranges in which nothing is a fence (code between fences of its own, raw HTML that is no
/// text), and those of indented code.
fn code(source: &str, options: Options) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    const NO_TEXT: [&str; 7] = ["<!", "<?", "<pre", "<script", "<style", "<textarea", "<svg"];
    let text = prepare(source);
    let (mut verbatim, mut indented) = (Vec::new(), Vec::new());
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => verbatim.push(range),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                // The range begins after the indentation of its first line.
                let start = source[..range.start].rfind('\n').map_or(0, |at| at + 1);
                indented.push(start..range.end);
            }
            Event::Start(Tag::HtmlBlock) => {
                let html = source[range.clone()].trim_start().to_ascii_lowercase();
                if NO_TEXT.iter().any(|start| html.starts_with(start)) {
                    verbatim.push(range);
                }
            }
            _ => {}
        }
    }
    (verbatim, indented)
}

/// Reads a line as a fence.
fn candidate(source: &str, lines: &Lines, line: usize) -> Option<Candidate> {
    let span = lines.span(line);
    let text = &source[span.start..span.end];
    if text.trim().is_empty() {
        return None;
    }
    let start = span.start + indentation(text).len();
    let end = span.start + text.trim_end().len();
    // A line that an editor breaks by force ends with a backslash.
    let end = end - usize::from(source[start..end].ends_with('\\'));
    // An escaped colon is text (CommonMark, section 2.4), and so is the line.
    let after = end - source[start..end].trim_start_matches(':').len();
    if after - start < 3 {
        return None;
    }
    let span = Span::new(start, end);
    let rest = source[after..end].trim_start();
    if rest.is_empty() {
        let kind = CandidateKind::Close;
        return Some(Candidate { span, kind });
    }
    let name_start = end - rest.len();
    let (name, name_end) = name(source, name_start, end);
    if name.is_empty() {
        return None;
    }
    let head = Span::new(start, name_end);
    let mut opening = Opening {
        name,
        head,
        span: head,
        braces: None,
        is_cut: false,
        after: None,
        lines: 1,
    };
    let rest = source[name_end..end].trim_start();
    let mut rest_start = end - rest.len();
    let mut end = end;
    if rest.starts_with('{') {
        let inner = rest_start + 1;
        match closing_brace(source, lines, line, inner) {
            Some((brace, last)) => {
                opening.braces = Some(Span::new(inner, brace));
                opening.span = Span::new(start, brace + 1);
                opening.lines = last - line + 1;
                let span = lines.span(last);
                end = span.start + source[span.start..span.end].trim_end().len();
                end -= usize::from(source[brace + 1..end].ends_with('\\'));
                rest_start = brace + 1;
            }
            None => {
                opening.braces = Some(Span::new(inner, end));
                opening.span = Span::new(start, end);
                opening.is_cut = true;
                rest_start = end;
            }
        }
    }
    let words = source[rest_start..end].trim();
    if !words.is_empty() {
        let at = rest_start + source[rest_start..end].find(words).unwrap_or(0);
        opening.after = Some(Span::new(at, at + words.len()));
    }
    let kind = CandidateKind::Open(opening);
    Some(Candidate { span, kind })
}

/// The name at a place, in which an editor may have escaped `-` and `_`, and where it ends.
fn name(source: &str, start: usize, end: usize) -> (String, usize) {
    let mut name = String::new();
    let mut at = start;
    let mut chars = source[start..end].chars().peekable();
    while let Some(c) = chars.next() {
        let (character, length) = match c {
            '\\' => match chars.peek() {
                Some(next @ ('-' | '_')) => (*next, 2),
                _ => break,
            },
            c => (c, c.len_utf8()),
        };
        if !(character.is_alphanumeric() || matches!(character, '-' | '_')) {
            break;
        }
        if c == '\\' {
            chars.next();
        }
        name.push(character);
        at += length;
    }
    (name, at)
}

/// The `}` that closes the braces whose inside begins at `inner`, and its line: the first one
/// outside of quotation marks, before an empty line.
fn closing_brace(source: &str, lines: &Lines, line: usize, inner: usize) -> Option<(usize, usize)> {
    let last = (line + 1..lines.len().min(line + MOST_LINES))
        .find(|next| lines.is_blank(source, *next))
        .unwrap_or(lines.len().min(line + MOST_LINES));
    let end = lines.start(last);
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in source[inner..end].char_indices() {
        let at = inner + at;
        // `\"` is what an editor may make of `"`.
        if c == '\\' {
            continue;
        }
        match quote {
            Some(close) if c == close => quote = None,
            Some(_) => {}
            None if before == '=' && closing(c).is_some() => {
                quote = closing(c);
            }
            None if c == '}' => return Some((at, lines.number(at))),
            None => {}
        }
        before = c;
    }
    None
}
