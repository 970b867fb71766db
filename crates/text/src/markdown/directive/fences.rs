//! The lines that open and close directives, found before the text is parsed.
//!
//! Each such line is replaced by an empty HTML comment on a line of its own, which the parser
//! takes for a block wherever it stands; a table leads from places in the text so changed to
//! places in the text as written. So the text is parsed once, and footnotes and definitions of
//! links hold across directives.
//!
//! What rich-text editors do to these lines is expected: a closing line counts at any
//! indentation and belongs to its opening line, wherever a list before it has drawn it;
//! an opening line directly under a line of text belongs to no list, whatever its
//! indentation, since an editor could not tell the two apart, unless the list goes on after it:
//! then it belongs to the item above.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::language::directive_meant;
use pulldown_cmark::Options;

use super::super::from_html::{self, Piece, Rewrite};
use super::super::prepare::FENCE;
use super::lines::{Candidate, CandidateKind, Lines, Opening, candidates, indentation};
use super::parameters::choice_called;
use super::{DIRECTIVES, Shape};
use rihla_diagnostics::catalogue::{directive as say, markdown};
use rihla_diagnostics::{Correction, Diagnostic, Edit, Pieces, Span, nearest};

/// How many directives may stand in each other.
const DEEPEST: usize = 16;

/// A text without its fences, and the fences.
pub(in crate::markdown) struct Fences<'t> {
    /// What is to be parsed.
    pub(in crate::markdown) text: Cow<'t, str>,
    /// The directives that are opened, in order.
    pub(in crate::markdown) opened: Vec<Opened>,
    /// What is wrong; places are places in the text as written.
    pub(in crate::markdown) findings: Vec<(Diagnostic, Span)>,
    /// Where `text` stands in the text as written.
    pieces: Pieces,
    /// Where the comments stand in `text`.
    marks: Vec<(usize, Mark)>,
}

/// What a comment stands for; the number is the directive's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Mark {
    Open(usize),
    Close(usize),
}

/// A line that opens a directive.
#[derive(Debug)]
pub(in crate::markdown) struct Opened {
    /// As written.
    pub(in crate::markdown) name: String,
    pub(in crate::markdown) shape: Option<&'static Shape>,
    /// From the first colon to the name or the closing brace.
    pub(in crate::markdown) span: Span,
    /// `:::name`.
    pub(in crate::markdown) head: Span,
    /// What stands in the braces.
    pub(in crate::markdown) braces: Option<Span>,
    /// Whether it is closed; what stands in one that is not is not judged.
    pub(in crate::markdown) is_closed: bool,
}

impl<'t> Fences<'t> {
    /// Finds the fences of a text.
    pub(in crate::markdown) fn find(source: &'t str, options: Options) -> Self {
        let mut fences = Self {
            text: Cow::Borrowed(source),
            opened: Vec::new(),
            findings: Vec::new(),
            pieces: Pieces::default(),
            marks: Vec::new(),
        };
        // Almost every text has none.
        if source.contains(":::") {
            let lines = Lines::of(source);
            let found = candidates(source, &lines, options);
            if !found.is_empty() {
                let steps = fences.pair(source, &lines, found);
                fences.replace(source, &lines, steps);
            }
        }
        fences
    }

    /// The fence whose comment is the block at a range of `text`.
    pub(in crate::markdown) fn at(&self, range: &Range<usize>) -> Option<Mark> {
        let next = self.marks.partition_point(|(at, _)| *at < range.start);
        let (at, mark) = self.marks.get(next)?;
        (*at < range.end).then_some(*mark)
    }

    /// The place in the text as written of a range of `text`.
    pub(in crate::markdown) fn original(&self, range: &Range<usize>) -> Span {
        self.pieces.span(range)
    }

    /// What is said of HTML that is read as Markdown, with places in the text as written.
    pub(in crate::markdown) fn findings_of(
        &self,
        source: &str,
        rewrites: &[Rewrite],
    ) -> Vec<(Diagnostic, Span)> {
        let mut findings = Vec::new();
        for rewrite in rewrites {
            let edits: Vec<Edit> = rewrite
                .edits
                .iter()
                .map(|edit| {
                    let span = self.original(&edit.range);
                    // Most are of one line, and many may stand in it.
                    let has_lines = |piece: &Piece| matches!(piece, Piece::Line(_));
                    let marks = match edit.pieces.iter().any(has_lines) {
                        true => {
                            let line = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
                            from_html::continued(&source[line..span.start])
                        }
                        false => String::new(),
                    };
                    Edit {
                        path: None,
                        span,
                        text: edit.written(&marks),
                    }
                })
                .collect();
            let is_nothing = matches!(&edits[..], [edit] if edit.text.is_empty())
                && edits.iter().all(|edit| {
                    crate::markdown::raw::says_nothing(&source[edit.span.start..edit.span.end])
                });
            let message = match is_nothing {
                true => &markdown::PARAGRAPH_EMPTY,
                false => &markdown::HTML_MARKDOWN,
            };
            let finding = Diagnostic::new(message)
                .with("fmt", markdown::FMT)
                .correct(Correction::Edits(edits));
            findings.push((finding, self.original(&rewrite.range)));
            // Of what goes as a whole, its parts are not told.
            if is_nothing {
                continue;
            }
            for (finding, span) in &rewrite.findings {
                let span = self.original(&(span.start..span.end));
                findings.push((finding.clone(), span));
            }
        }
        findings
    }

    /// Puts Markdown into the place of HTML.
    pub(in crate::markdown) fn rewrite(&mut self, rewrites: &[Rewrite]) {
        let mut edits: Vec<&from_html::Edit> =
            rewrites.iter().flat_map(|rewrite| &rewrite.edits).collect();
        edits.sort_by_key(|edit| edit.range.start);
        let mut new = Rewritten::default();
        let mut at = 0;
        for edit in edits.into_iter().filter(|edit| !edit.pieces.is_empty()) {
            if edit.range.start < at {
                continue;
            }
            new.copy(self, at..edit.range.start);
            let mut last = self.pieces.place(edit.range.start);
            for piece in &edit.pieces {
                match piece {
                    Piece::Copy(range, _) => {
                        new.copy(self, range.clone());
                        last = self.original(range).end;
                    }
                    Piece::Markup(markup, place) => {
                        let place = place.map(|place| match place {
                            0 => self.pieces.place(0),
                            at => self.pieces.place_in(at - 1, at),
                        });
                        last = place.unwrap_or(last);
                        new.add(markup, last);
                    }
                    Piece::Line(marks) => {
                        new.text.truncate(new.text.trim_end_matches(' ').len());
                        new.add(&format!("\n{marks}"), last);
                    }
                }
            }
            at = edit.range.end;
        }
        new.copy(self, at..self.text.len());
        self.text = Cow::Owned(new.text);
        self.pieces = new.pieces;
        self.marks = new.marks;
    }

    /// Pairs openings with closings, and says what is wrong with them.
    fn pair(
        &mut self,
        source: &str,
        lines: &Lines,
        found: Vec<(usize, Candidate)>,
    ) -> BTreeMap<usize, Step> {
        let mut steps: BTreeMap<usize, Step> = BTreeMap::new();
        // The directives that are open, with the lines of their openings.
        let mut open: Vec<usize> = Vec::new();
        for (line, candidate) in found {
            let kind = match (candidate.kind, open.last()) {
                (CandidateKind::Open(opening), Some(_)) if is_end(&opening.name) => {
                    let name = opening.name_span();
                    let after = source[opening.head.start..name.start].trim_end().len();
                    let after = Span::new(opening.head.start + after, name.end);
                    let diagnostic =
                        Diagnostic::new(&say::CLOSES_WITH_WORDS).with("word", &opening.name);
                    self.findings.push((diagnostic.replace(after, ""), name));
                    CandidateKind::Close
                }
                (kind, _) => kind,
            };
            match kind {
                CandidateKind::Close => match open.pop() {
                    Some(number) => {
                        self.opened[number].is_closed = true;
                        let step = steps.entry(line).or_default();
                        step.fence = Some(Mark::Close(number));
                        step.lines = 1;
                    }
                    None => {
                        let length = source[candidate.span.start..candidate.span.end]
                            .trim_end()
                            .len();
                        self.findings.push((
                            Diagnostic::new(&say::CLOSES_NOTHING),
                            Span::new(candidate.span.start, candidate.span.start + length),
                        ));
                        steps.entry(line).or_default().lines = 1;
                    }
                },
                CandidateKind::Open(opening) => {
                    let shape = Shape::of(&opening.name);
                    // What cannot hold this one was to be closed before.
                    while let Some(number) = open.last().copied() {
                        let holds_others = self.opened[number]
                            .shape
                            .is_none_or(|shape| shape.holds_others());
                        let is_inside_itself = open
                            .iter()
                            .any(|number| self.opened[*number].name == opening.name);
                        if holds_others && !is_inside_itself && open.len() < DEEPEST {
                            break;
                        }
                        open.pop();
                        let diagnostic = self.unclosed(number).with("other", &opening.name);
                        self.findings.push((diagnostic, self.opened[number].head));
                        steps
                            .entry(line)
                            .or_default()
                            .before
                            .push(Mark::Close(number));
                    }
                    let number = self.opened.len();
                    if shape.is_none() {
                        let known: Vec<&str> = DIRECTIVES.iter().map(|shape| shape.name).collect();
                        let near = directive_meant(&opening.name)
                            .or_else(|| nearest(&opening.name, known.iter().copied()));
                        let place = opening.name_span();
                        let unknown = Diagnostic::new(&say::UNKNOWN).with("name", &opening.name);
                        let unknown =
                            match note_kind(source, &opening).filter(|_| near == Some("note")) {
                                Some((kind, end)) => {
                                    let right = match end > place.end {
                                        true => format!("note{{kind={kind} "),
                                        false => format!("note{{kind={kind}}}"),
                                    };
                                    let shown = format!("note{{kind={kind}}}");
                                    unknown
                                        .with("nearest", shown)
                                        .replace(Span::new(place.start, end), right)
                                }
                                None => unknown.meant(place, near),
                            };
                        self.findings
                            .push((unknown.with("known", known.join(", ")), opening.head));
                    }
                    if let Some(diagnostic) = opening.problem(source, shape) {
                        self.findings.push(diagnostic);
                    }
                    let step = steps.entry(line).or_default();
                    step.fence = Some(Mark::Open(number));
                    step.lines = opening.lines;
                    self.opened.push(Opened {
                        name: opening.name,
                        shape,
                        span: opening.span,
                        head: opening.head,
                        braces: opening.braces,
                        is_closed: false,
                    });
                    open.push(number);
                }
            }
        }
        while let Some(number) = open.pop() {
            let opened = &self.opened[number];
            self.findings.push((self.unclosed(number), opened.head));
            // What cannot hold a text ends where its first part does, so that the rest of the
            // text is read as what it is.
            if opened.shape.is_some_and(|shape| !shape.holds_others()) {
                let after = lines.number(opened.span.end) + 1;
                let end = (after..lines.len())
                    .find(|line| lines.is_blank(source, *line))
                    .unwrap_or(lines.len());
                steps
                    .entry(end)
                    .or_default()
                    .before
                    .push(Mark::Close(number));
            }
        }
        steps
    }

    fn unclosed(&self, number: usize) -> Diagnostic {
        Diagnostic::new(&say::UNCLOSED).with("name", &self.opened[number].name)
    }

    /// Writes the text without its fences.
    fn replace(&mut self, source: &str, lines: &Lines, steps: BTreeMap<usize, Step>) {
        let mut writer = Writer {
            text: String::with_capacity(source.len() + 16 * steps.len()),
            pieces: Pieces::default(),
            marks: Vec::new(),
        };
        let closings: BTreeMap<usize, usize> = steps
            .iter()
            .filter_map(|(line, step)| match step.fence {
                Some(Mark::Close(number)) => Some((number, *line)),
                _ => None,
            })
            .collect();
        let mut hung: BTreeMap<usize, Hung> = BTreeMap::new();
        let of = |hung: &BTreeMap<usize, Hung>, number: Option<&usize>| {
            let found = number.and_then(|number| hung.get(number));
            found.cloned().unwrap_or_default()
        };
        let mut open: Vec<usize> = Vec::new();
        let mut line = 0;
        let mut follows_fence = true;
        while line <= lines.len() {
            let step = steps.get(&line);
            for mark in step.iter().flat_map(|step| &step.before) {
                let Mark::Close(number) = mark else { continue };
                open.retain(|known| known != number);
                writer.comment(&of(&hung, Some(number)).indent, *mark, lines.start(line));
                follows_fence = true;
            }
            if line == lines.len() {
                break;
            }
            let span = lines.span(line);
            match step.filter(|step| step.lines > 0) {
                Some(step) => {
                    match step.fence {
                        Some(mark @ Mark::Open(number)) => {
                            let indent = indentation(&source[span.start..span.end]);
                            let outer = of(&hung, open.last());
                            let stands_apart =
                                follows_fence || line == 0 || lines.is_blank(source, line - 1);
                            let item = match closings.get(&number) {
                                Some(close) if !stands_apart && open.is_empty() => {
                                    lines.item_that_goes_on(source, line, *close)
                                }
                                _ => None,
                            };
                            let own = match (stands_apart, item) {
                                (true, _) => Hung {
                                    indent: outer.added.clone()
                                        + &indent[outer.lost.min(indent.len())..],
                                    ..outer
                                },
                                (false, Some(item)) => Hung {
                                    indent: " ".repeat(item),
                                    lost: indent.len(),
                                    added: " ".repeat(item),
                                },
                                (false, None) => Hung {
                                    indent: outer.added.clone(),
                                    lost: outer.lost.max(indent.len()),
                                    added: outer.added,
                                },
                            };
                            writer.comment(&own.indent, mark, span.start);
                            hung.insert(number, own);
                            open.push(number);
                        }
                        Some(mark @ Mark::Close(number)) => {
                            open.retain(|known| *known != number);
                            writer.comment(&of(&hung, Some(&number)).indent, mark, span.start);
                        }
                        // A closing of nothing is left out.
                        None => writer.blank(span.start),
                    }
                    line += step.lines;
                    follows_fence = true;
                }
                None => {
                    let text = &source[span.start..span.end];
                    let within = of(&hung, open.last());
                    let lost = indentation(text).len().min(within.lost);
                    if !lines.is_blank(source, line) {
                        writer.add(&within.added, span.start);
                    }
                    writer.copy(&text[lost..], span.start + lost);
                    follows_fence = false;
                    line += 1;
                }
            }
        }
        self.text = Cow::Owned(writer.text);
        self.pieces = writer.pieces;
        self.marks = writer.marks;
    }
}

/// The kind of note that a name of another program means, and up to where it is written in the place of that name:
/// with the brace behind it, where parameters follow.
fn note_kind(source: &str, opening: &Opening) -> Option<(&'static str, usize)> {
    let kind = match &*crate::language::slug(&opening.name) {
        "warning" => "warning",
        "important" => "important",
        name => choice_called(name, &["warning"])?,
    };
    match opening.braces {
        Some(braces) => {
            let inside = &source[braces.start..braces.end];
            let is_first = inside.starts_with(|c: char| c.is_ascii_alphabetic());
            (is_first && !inside.contains("kind")).then_some((kind, braces.start))
        }
        None => Some((kind, opening.head.end)),
    }
}

/// How the lines of a directive stand.
#[derive(Clone, Debug, Default)]
struct Hung {
    /// Before the comments in the place of its own lines.
    indent: String,
    /// How much the lines in it lose of their indentation.
    lost: usize,
    /// What they get instead.
    added: String,
}

/// The text while Markdown is put into the place of HTML.
#[derive(Default)]
struct Rewritten {
    text: String,
    pieces: Pieces,
    marks: Vec<(usize, Mark)>,
}

impl Rewritten {
    /// Adds characters that stand for a place of the text as written.
    fn add(&mut self, markup: &str, place: usize) {
        self.pieces.stand_for(self.text.len(), place);
        self.text.push_str(markup);
    }

    /// Adds a range of the text as it was.
    fn copy(&mut self, from: &Fences, range: Range<usize>) {
        let start = self.text.len();
        let marks = from.marks.iter().filter(|(at, _)| range.contains(at));
        self.marks
            .extend(marks.map(|(at, mark)| (start + at - range.start, *mark)));
        if from.pieces.is_empty() {
            self.pieces.add(start, Span::new(range.start, range.end));
        }
        for (at, original) in from.pieces.within(range.clone()) {
            self.pieces.add(start + at - range.start, original);
        }
        self.text.push_str(&from.text[range]);
    }
}

/// What is done at a line.
#[derive(Debug, Default)]
struct Step {
    /// Directives that end before it without a closing of their own.
    before: Vec<Mark>,
    /// What the line is.
    fence: Option<Mark>,
    /// How many lines it takes the place of.
    lines: usize,
}

struct Writer {
    text: String,
    pieces: Pieces,
    marks: Vec<(usize, Mark)>,
}

impl Writer {
    fn copy(&mut self, words: &str, from: usize) {
        let span = Span::new(from, from + words.len());
        self.pieces.add(self.text.len(), span);
        self.text.push_str(words);
    }

    /// Characters that stand for the place `from`.
    fn add(&mut self, markup: &str, from: usize) {
        if !markup.is_empty() {
            self.pieces.stand_for(self.text.len(), from);
            self.text.push_str(markup);
        }
    }

    /// An empty line; all that is written here stands for the place `from`.
    fn blank(&mut self, from: usize) {
        self.pieces.stand_for(self.text.len(), from);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn comment(&mut self, indent: &str, mark: Mark, from: usize) {
        // An editor may have broken the line before by force, which means nothing at the end of
        // a paragraph.
        if self.text.ends_with("\\\n") && !self.text.ends_with("\\\\\n") {
            self.text.truncate(self.text.len() - 2);
            self.pieces.shorten(2);
        }
        self.blank(from);
        self.text.push_str(indent);
        self.marks.push((self.text.len(), mark));
        self.text.push_str(FENCE);
        self.text.push('\n');
    }
}

/// Whether the name of a directive says, as in other programs, that one ends.
pub(in crate::markdown) fn is_end(name: &str) -> bool {
    const ENDS: [&str; 5] = ["fin", "end", "fermer", "close", "stop"];
    let name = name.to_lowercase();
    let ends = ENDS.iter().find_map(|end| name.strip_prefix(end));
    ends.is_some_and(|rest| rest.is_empty() || Shape::of(rest.trim_start_matches('-')).is_some())
}
