//! What still looks like markup where the tree has words.

use super::{Builder, Frame, Holder, Words, say};
use crate::markdown::directive::Holds;
use crate::markdown::markup::parted::{self, Above};
use crate::markdown::markup::{self, Leaf, LeafKind, cells};
use crate::markdown::{Block, blank};
use rihla_diagnostics::{Diagnostic, Pieces, Span};

impl Builder<'_, '_> {
    /// Remembers words of the line that is open which stand in the source as they are read.
    pub(super) fn written(&mut self, words: &str, span: Span) {
        let is_alternative = self.frames.iter().rev().any(|frame| {
            matches!(
                frame,
                Frame::Line {
                    kind: Words::Image { .. },
                    ..
                }
            )
        });
        let is_written = self.text.get(span.start..span.end) == Some(words);
        if is_written && !is_alternative {
            self.written.push(span);
            let is_link = |frame: &Frame| {
                matches!(
                    frame,
                    Frame::Line {
                        kind: Words::Link { .. },
                        ..
                    }
                )
            };
            if self.frames.iter().rev().any(is_link) {
                self.linked.push(span);
            }
        }
    }

    /// Looks at the characters of a complete line of the given kind.
    pub(super) fn markup(&mut self, kind: LeafKind, span: Span) {
        if !self.examined {
            self.written.clear();
            self.linked.clear();
            return;
        }
        let words = std::mem::take(&mut self.written);
        // That of a tight line is the one of its first piece.
        let end = words.last().map_or(span.end, |last| last.end);
        let span = Span::new(span.start, span.end.max(end));
        let quote = match self.frames.last() {
            Some(Frame::Blocks {
                kind: Holder::Quote,
                blocks,
                span,
                ..
            }) if blocks.is_empty() => Some((*span, self.frames.len() == 2)),
            _ => None,
        };
        let leaf = Leaf {
            text: self.text,
            span,
            kind,
            words: &words,
            linked: &self.linked,
            has_lines: self.has_lines(),
            is_parted: span.start < self.rows_end,
            quote,
        };
        markup::find(&leaf, &mut self.findings);
        let is_top = self.frames.len() == 1 && kind == LeafKind::Paragraph;
        self.by_hand.gather(&leaf, is_top);
        // The next line takes over what was allocated.
        self.written = words;
        self.written.clear();
        self.linked.clear();
    }

    /// Whether what is open stands in a directive that holds lines of cells.
    fn has_lines(&self) -> bool {
        self.frames.iter().any(|frame| match frame {
            Frame::Blocks {
                kind: Holder::Directive(number),
                ..
            } => {
                let shape = self.fences.opened[*number].shape;
                shape.is_none_or(|shape| matches!(shape.holds, Holds::Lines(_)))
            }
            _ => false,
        })
    }

    /// `[page ](…)ici`, `[page ](…).`: a space at the end of a link that none follows; `words` is where
    /// those of the link end. It goes out, or is none where a line or a sentence ends.
    pub(super) fn space_in_link(&mut self, words: usize, link: Span) {
        let (Some(inner), Some(tail)) = (
            self.text.get(link.start..words),
            self.text.get(words..link.end),
        ) else {
            return;
        };
        let label = inner.trim_end_matches(' ');
        let rest = tail.trim_start_matches(' ');
        let after = self.text[link.end..].chars().next();
        let has_space = label.len() < inner.len() || rest.len() < tail.len();
        // A space outside is told with it; a sign that French sets apart has its own.
        if !has_space
            || !inner.starts_with('[')
            || !rest.starts_with("](")
            || !label.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | ')' | '.' | '*' | '`'))
            // Behind the link, a mark of emphasis may open or close.
            || after.is_some_and(|c| " \t\u{a0}\u{202f}*_~".contains(c))
        {
            return;
        }
        let gap = match after {
            Some(c) if c.is_alphanumeric() || matches!(c, '(' | '[' | '«' | '“') => " ",
            _ => "",
        };
        let label = &self.text[link.start..link.start + label.len()];
        let words = label.trim_start_matches('[').trim_start().to_owned();
        let right = format!("{label}{rest}{gap}");
        let finding = Diagnostic::new(&say::LINK_SPACE)
            .with("words", words)
            .with("fmt", say::FMT)
            .replace(link, right);
        self.find(finding, link);
    }

    /// Looks for cells of a row that have no column, and for code that a bar has cut.
    pub(super) fn left_over_cells(&mut self, span: Span) {
        let Some(Frame::Table { alignments, .. }) = self.frames.last() else {
            return;
        };
        let columns = alignments.len();
        let Some(found) = cells::find(self.text, span, columns) else {
            return;
        };
        // What a bar has cut is no link and no emphasis for that reason alone.
        let is_of = |place: Span, cut: &Span| place.start < cut.end && cut.start < place.end;
        // Those of the row are the last ones.
        let before = self.findings.iter();
        let before = before.rev().position(|(_, place)| place.start < span.start);
        let first = before.map_or(0, |behind| self.findings.len() - behind);
        let of_row = self.findings.split_off(first);
        let kept = of_row
            .into_iter()
            .filter(|(_, place)| !found.cut.iter().any(|cut| is_of(*place, cut)));
        self.findings.extend(kept);
        self.find(found.finding, found.place);
    }

    /// Looks whether a fence was closed.
    pub(super) fn open_fence(&mut self, span: Span) {
        let source = &self.text[span.start..span.end];
        let mut lines = source.lines();
        let Some(opening) = lines.next() else { return };
        let Some(character) = opening.chars().next() else {
            return;
        };
        let length = opening.chars().take_while(|c| *c == character).count();
        let closes = |line: &str| {
            let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
            line.len() >= length && line.chars().all(|c| c == character)
        };
        if lines.next_back().is_some_and(closes) {
            return;
        }
        let head = Span::new(span.start, span.start + opening.trim_end().len());
        let fence: String = std::iter::repeat_n(character, length).collect();
        let mut finding = Diagnostic::new(&say::FENCE_OPEN).with("fence", &fence);
        // Where the code ends is certain only if it is followed by nothing else.
        let body = source[opening.len()..].trim();
        let is_whole = !body.is_empty() && !body.lines().any(|line| line.trim().is_empty());
        if is_whole && self.frames.len() == 1 {
            let end = span.start + source.trim_end().len();
            finding = finding.replace(Span::new(end, end), format!("\n{fence}"));
        }
        self.find(finding, head);
    }

    /// Looks whether code that only its indentation makes is prose.
    pub(super) fn indented(&mut self, code: &str, span: Span) {
        if !is_prose(code) {
            return;
        }
        let start = self.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let source = self.text[start..span.end].trim_end();
        let whole = Span::new(span.start, start + source.len());
        let mut finding = Diagnostic::new(&say::CODE_PROSE);
        let is_frame = self.frames.len() == 1;
        if is_frame
            && source
                .lines()
                .all(|line| line.trim().is_empty() || line.starts_with([' ', '\t']))
        {
            let lines: Vec<&str> = source.lines().map(str::trim).collect();
            finding = finding.replace(Span::new(start, whole.end), lines.join("\n"));
        }
        self.find(finding, whole);
    }

    /// Looks whether hyphens below a line were meant to make a heading of it.
    pub(super) fn underlined(&mut self, words: &str, span: Span) {
        let source = self.text[span.start..span.end].trim_end();
        let Some((above, line)) = source.rsplit_once('\n') else {
            return;
        };
        let hyphens = line.trim();
        if hyphens.is_empty() || hyphens.contains(|c| c != '-') || source.starts_with('#') {
            return;
        }
        let is_sentence = above.contains('\n')
            || words.chars().count() > LONGEST_HEADING
            || words.ends_with(['.', '!', '?', ';', ':', '…', ',']);
        if !is_sentence && hyphens.len() != 3 {
            return;
        }
        let mut finding = Diagnostic::new(&say::HEADING_HYPHENS);
        if self.frames.len() == 1 {
            let end = span.start + above.trim_end().len();
            finding = match hyphens.len() {
                // Fewer make no line across the page.
                1 | 2 => {
                    let below = Span::new(end, span.start + source.len());
                    finding.replace(below, "\n\n---")
                }
                _ => finding.replace(Span::new(end, end), "\n"),
            };
            if !is_sentence {
                let whole = Span::new(span.start, span.start + source.len());
                finding = finding.replace(whole, format!("## {}", above.trim()));
            }
        }
        self.find(finding, Span::new(span.start, span.start + source.len()));
    }

    /// Looks whether a remark is closed.
    pub(super) fn open_comment(&mut self, html: &str, pieces: &Pieces) {
        let opening = html
            .rfind("<!--")
            .filter(|at| !html[at + 4..].contains("-->") && !html[*at..].starts_with("<!-->"));
        let Some(at) = opening else {
            return;
        };
        let place = Span::new(at, html.len());
        let place = super::in_file(self.fences, self.start, pieces, place);
        self.find(Diagnostic::new(&say::COMMENT_OPEN), place);
    }

    /// Looks whether stars that stress words stand in the middle of other words on both sides.
    pub(super) fn stars_in_words(&mut self, markup: &str, span: Span) {
        let source = &self.text[span.start..span.end];
        if self.name_in_underscores(span) || self.stars_of_notes(markup, span) {
            return;
        }
        let inner = source
            .strip_prefix(markup)
            .and_then(|rest| rest.strip_suffix(markup));
        let before = self.text[..span.start].chars().next_back();
        let after = self.text[span.end..].chars().next();
        let (Some(inner), Some(before), Some(after)) = (inner, before, after) else {
            return;
        };
        let are_inside = before.is_alphanumeric() && after.is_alphanumeric();
        let are_figures =
            before.is_ascii_digit() && inner.starts_with(|c: char| c.is_ascii_digit());
        // `étudiant*e*s`
        let is_ending = ENDINGS.contains(&inner)
            && self.text[span.end..].starts_with('s')
            && !self.text[span.end + 1..].starts_with(char::is_alphanumeric);
        let is_meant = inner.contains(char::is_whitespace) || are_figures || is_ending;
        if !are_inside || !is_meant {
            return;
        }
        let right = shown(markup, inner);
        // With the words in which they stand.
        let (head, tail) = (&self.text[..span.start], &self.text[span.end..]);
        let first = &head[head.trim_end_matches(char::is_alphanumeric).len()..];
        let last = &tail[..tail.len() - tail.trim_start_matches(char::is_alphanumeric).len()];
        let finding = Diagnostic::new(&say::EMPHASIS_INSIDE)
            .with("signs", markup)
            .with("words", inner)
            .with("right", format!("{first}{right}{last}"));
        let finding = match inner.contains(['*', '`', '\n']) {
            true => finding,
            false => finding.replace(span, right),
        };
        self.find(finding, span);
    }

    /// `5 €*, enfants : 2 €*`: stars that stand behind words on both sides are the marks of notes.
    fn stars_of_notes(&mut self, markup: &str, span: Span) -> bool {
        let source = &self.text[span.start..span.end];
        let inner = source
            .strip_prefix(markup)
            .and_then(|rest| rest.strip_suffix(markup));
        let Some(inner) = inner.filter(|inner| !inner.contains(['*', '`', '\\', '\n'])) else {
            return false;
        };
        let head = &self.text[..span.start];
        let before = head.chars().next_back();
        let is_behind = before.is_some_and(|c| {
            !c.is_whitespace() && !matches!(c, '(' | '[' | '{' | '«' | '“' | '"' | '*' | '_')
        });
        if !is_behind || !inner.starts_with([',', ';', ':', '.', '!', '?', ')', '»', '…']) {
            return false;
        }
        let right = shown(markup, inner);
        let word = &head[head.trim_end_matches(|c: char| !c.is_whitespace()).len()..];
        let finding = Diagnostic::new(&say::EMPHASIS_INSIDE)
            .with("signs", markup)
            .with("words", inner)
            .with("right", format!("{word}{right}"))
            .replace(span, right);
        self.find(finding, span);
        true
    }

    /// `__init__.py`: the underscores of the name of a file.
    fn name_in_underscores(&mut self, span: Span) -> bool {
        let source = &self.text[span.start..span.end];
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/');
        let tail = &self.text[span.end..];
        let Some(rest) = tail.strip_prefix('.') else {
            return false;
        };
        let ending = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
                .len();
        let is_name = source.starts_with("__")
            && source.chars().all(is_part)
            && (1..=5).contains(&ending)
            && !rest[ending..].starts_with(['_', '`', '(']);
        let head = &self.text[..span.start];
        let start = head
            .trim_end_matches(|c: char| is_part(c) || c == '.')
            .len();
        let before = self.text[..start].chars().next_back();
        if !is_name || before.is_some_and(|c| !c.is_whitespace() && !"(«“".contains(c)) {
            return false;
        }
        let whole = Span::new(start, span.end + 1 + ending);
        let code = format!("`{}`", &self.text[whole.start..whole.end]);
        let finding = Diagnostic::new(&say::EMPHASIS_INSIDE)
            .with("signs", "__")
            .with("words", source.trim_matches('_'))
            .with("code", &code)
            .replace(whole, code.clone());
        self.find(finding, span);
        true
    }

    /// Looks for rows of a table below a block, after empty lines.
    pub(super) fn parted_rows(&mut self, block: Span, above: Above) {
        if block.start < self.rows_end || self.has_lines() {
            return;
        }
        if let Some((finding, span)) = parted::find(self.text, block, above) {
            self.rows_end = span.end;
            self.find(finding, span);
        }
    }

    /// Looks whether words directly below a table were taken for its last rows.
    pub(super) fn below_table(&mut self, span: Span) {
        let is_framed = self.frames.iter().skip(1).any(|frame| {
            !matches!(
                frame,
                Frame::Blocks {
                    kind: Holder::Directive(_),
                    ..
                }
            )
        });
        let source = self.text[span.start..span.end].trim_end();
        let mut at = source.len();
        let mut first = None;
        for line in source.rsplit('\n') {
            at -= line.len();
            if line.contains('|') {
                break;
            }
            first = Some((at + line.len() - line.trim_start().len(), line.trim()));
            at = at.saturating_sub(1);
        }
        let Some((at, words)) =
            first.filter(|(at, words)| *at > 0 && !words.is_empty() && !words.starts_with('<'))
        else {
            return;
        };
        let place = Span::new(span.start + at, span.start + at);
        let whole = Span::new(place.start, place.start + words.len());
        let finding = Diagnostic::new(&say::TABLE_BELOW);
        let finding = match is_framed {
            true => finding,
            false => finding.replace(place, "\n"),
        };
        self.find(finding, whole);
    }

    /// Says of the one item of a list that its mark is a sign of the words: `+ de 50 personnes`, `+ 212 5 37`.
    pub(super) fn counted_item(&mut self, span: Span) {
        let source = &self.text[span.start..span.end];
        let Some(words) = source.strip_prefix("+ ") else {
            return;
        };
        // Items begin with `D’autres`, and with `De` only a sentence does.
        let is_counted =
            words.starts_with(|c: char| c.is_ascii_digit()) || words.starts_with("de ");
        if is_counted {
            let line = source.lines().next().unwrap_or_default().trim_end();
            let finding = Diagnostic::new(&say::LIST_COUNTED).with("words", line);
            let mark = Span::new(span.start, span.start + 1);
            let finding = finding
                .with("right", format!("\\{line}"))
                .replace(mark, "\\+");
            self.find(finding, Span::new(span.start, span.start + line.len()));
        }
    }

    /// Says of an item of a list that it has no words.
    pub(super) fn empty_item(&mut self, blocks: &[Block], span: Span) {
        let source = self.text[span.start..span.end].trim_end();
        let words = source.trim_start_matches(|c: char| c.is_ascii_digit());
        let words = match words.len() < source.len() {
            true => words.trim_start_matches(['.', ')']),
            false => words,
        };
        if !blank::hold_nothing(blocks) || !blank::says_nothing(words) {
            return;
        }
        self.forget_empty_paragraphs(span.start);
        let whole = Span::new(span.start, span.start + source.len());
        let finding = Diagnostic::new(&say::ITEM_EMPTY);
        let line = self.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let is_line = line == span.start && !source.contains('\n') && self.frames.len() == 2;
        let end = self.text[whole.end..].find('\n');
        let finding = match end.filter(|_| is_line) {
            Some(end) => finding.replace(Span::new(line, whole.end + end + 1), ""),
            None => finding,
        };
        self.find(finding, whole);
    }

    /// Says of a heading that it has no words.
    pub(super) fn empty_heading(&mut self, span: Span) {
        // Words in it that are read as HTML are told.
        let is_told = |(finding, place): &(Diagnostic, Span)| {
            span.start <= place.start && place.end <= span.end && finding.is_error()
        };
        if self.findings.last().is_some_and(is_told) {
            return;
        }
        let markup = self.text[span.start..span.end].trim();
        let whole = Span::new(span.start, span.start + markup.len());
        let finding = Diagnostic::new(&say::HEADING_EMPTY).with("signs", markup);
        let finding = match self.frames.len() == 1 && markup.chars().all(|c| c == '#') {
            true => finding.replace(whole, ""),
            false => finding,
        };
        self.find(finding, whole);
    }
}

/// The endings of the feminine that stand between stars in words for both women and men.
const ENDINGS: &[&str] = &[
    "e", "le", "ne", "te", "se", "ve", "ère", "euse", "rice", "trice",
];

/// How many characters a heading has at most that is one without doubt.
const LONGEST_HEADING: usize = 80;

/// Whether code reads as sentences or items of a list.
fn is_prose(code: &str) -> bool {
    let is_code = |c: char| {
        matches!(
            c,
            '{' | '}' | '<' | '>' | '=' | '$' | '\\' | '|' | '`' | '_' | '#'
        )
    };
    let code = code.trim();
    let words = code.trim_start_matches(['-', '*', '+', '•', '–', ' ']);
    let is_item = words.len() < code.len();
    let count = words
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .count();
    let is_sentence = words.starts_with(char::is_uppercase)
        || words.ends_with(['.', '!', '?', '…', ';', ':'])
        || words.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    count > 2
        && (is_sentence || is_item)
        && !code.contains(is_code)
        && !code.contains(":::")
        && !code.contains("()")
}

/// Words between the characters of an emphasis, as they are written to be shown.
fn shown(markup: &str, inner: &str) -> String {
    let shown: String = markup
        .chars()
        .flat_map(|character| ['\\', character])
        .collect();
    format!("{shown}{inner}{shown}")
}
