//! Where lines begin and values end.

use rihla_diagnostics::Span;

use super::super::{Key, Node, Style, Value};
use super::Writer;

const MARK: char = '\u{feff}';

impl Writer<'_> {
    /// The beginning of the line of a place, behind a byte order mark.
    pub(super) fn line_start(&self, at: usize) -> usize {
        let line = self.text[self.range.start..at].rfind('\n');
        let start = self.range.start + line.map_or(0, |end| end + 1);
        match start == self.range.start && self.text[start..at].starts_with(MARK) {
            true => start + MARK.len_utf8(),
            false => start,
        }
    }

    /// The beginning of the first line, behind a byte order mark.
    pub(super) fn top(&self) -> usize {
        let text = &self.text[self.range.start..self.range.end];
        self.range.start + text.len() - text.strip_prefix(MARK).unwrap_or(text).len()
    }

    /// Whether a line begins at a place.
    pub(super) fn is_line_start(&self, at: usize) -> bool {
        let before = &self.text[self.range.start..at];
        before.is_empty() || before.ends_with('\n') || before.strip_prefix(MARK) == Some("")
    }

    /// The end of what stands in the line of a place.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..self.range.end];
        let line = rest.split('\n').next().unwrap_or(rest);
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The beginning of the line after that of a place.
    pub(super) fn next_line(&self, at: usize) -> usize {
        let rest = &self.text[at..self.range.end];
        rest.find('\n').map_or(self.range.end, |end| at + end + 1)
    }

    /// How far a place is from the beginning of its line.
    pub(super) fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    /// Whether nothing but spaces stands before a place in its line.
    pub(super) fn is_first_in_line(&self, at: usize) -> bool {
        let before = self.text[self.range.start..at].trim_end_matches([' ', '\t']);
        self.is_line_start(self.range.start + before.len())
    }

    /// Whether nothing but a comment stands behind a place in its line.
    pub(super) fn is_last_in_line(&self, at: usize) -> bool {
        let rest = &self.text[at..self.range.end];
        let rest = rest.trim_start_matches([' ', '\t', '\r']);
        rest.is_empty() || rest.starts_with(['\n', '#'])
    }

    /// Whether a comment stands behind a place in its line, and nothing else.
    pub(super) fn has_comment(&self, at: usize) -> bool {
        let rest = &self.text[at..self.line_end(at)];
        rest.trim_start_matches([' ', '\t']).starts_with('#')
    }

    /// Where white space and comments behind a place end.
    pub(super) fn after_trivia(&self, mut at: usize) -> usize {
        loop {
            let rest = &self.text[at..self.range.end];
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n', MARK]).len();
            if !self.text[at..self.range.end].starts_with('#') {
                return at;
            }
            at = self.line_end(at);
        }
    }

    /// The place behind the colon of a key.
    pub(super) fn colon(&self, key: &Key) -> Option<usize> {
        let rest = &self.text[key.span.end..self.range.end];
        let words = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        let at = key.span.end + rest.len() - words.len();
        words.starts_with(':').then_some(at + 1)
    }

    /// Whether a list or a map is written between brackets.
    pub(super) fn is_flow(&self, node: &Node) -> bool {
        let written = &self.text[node.span.start..node.span.end];
        match &node.value {
            // That of a list at the margin of its key begins with its first item.
            Value::List(items) => {
                let first = items.first();
                let is_behind = first.is_none_or(|item| item.span.start > node.span.start);
                is_behind && written.starts_with('[') && written.ends_with(']')
            }
            Value::Map(_) => written.starts_with('{') && written.ends_with('}'),
            Value::Null | Value::Scalar(_) => false,
        }
    }

    /// Whether a value is a list or a map in lines.
    pub(super) fn is_block(&self, node: &Node) -> bool {
        matches!(node.value, Value::List(_) | Value::Map(_)) && !self.is_flow(node)
    }

    /// The end of what is written of a value that hangs at a place. The depth is that of the values.
    pub(super) fn end_of(&self, node: &Node, at: usize) -> usize {
        let Span { start, end } = node.span;
        match &node.value {
            Value::Null if start == end => at,
            Value::Null => end,
            Value::Scalar(scalar) if matches!(scalar.style, Style::Literal | Style::Folded) => {
                let written = &self.text[..end];
                // Empty lines at the end are part of it where they are kept.
                let end = match scalar.text.ends_with("\n\n") || scalar.text == "\n" {
                    true => written.rfind('\n').unwrap_or(end),
                    false => written.trim_end().len(),
                };
                end.max(at)
            }
            Value::Scalar(_) => end,
            Value::List(_) | Value::Map(_) if self.is_flow(node) => end,
            Value::List(items) => items
                .last()
                .map_or(end, |last| self.end_of(last, last.span.start)),
            Value::Map(map) => map.iter().last().map_or(end, |(key, last)| {
                let at = self.colon(key).unwrap_or(key.span.end);
                self.end_of(last, at)
            }),
        }
    }

    /// Where the lines of something end that is written up to `end`: comments that stand deeper than it
    /// does are part of it.
    pub(super) fn lines_end(&self, end: usize, column: usize) -> usize {
        let mut done = self.next_line(end);
        let mut at = done;
        while at < self.range.end {
            let line = &self.text[at..self.line_end(at)];
            let words = line.trim_start_matches(' ');
            let next = self.next_line(at);
            if words.starts_with('#') && line.len() - words.len() > column {
                done = next;
            } else if !words.trim().is_empty() {
                break;
            }
            at = next;
        }
        done
    }

    /// Where the comments directly above a line begin that stand as far from the left as it does.
    pub(super) fn comments_above(&self, line: usize, limit: usize, column: usize) -> usize {
        let mut start = line;
        while start > limit {
            let above = self.line_start(start - 1);
            let words = self.text[above..start].trim_start_matches(' ');
            if above < limit || !words.starts_with('#') || start - above - words.len() != column {
                break;
            }
            start = above;
        }
        start
    }

    /// Where the lines of items begin, each with the comments above it. An item is told by where its lines
    /// may begin at the earliest and where it does.
    ///
    /// The comments above the first may be about all. They are its own where all others have some too, but
    /// not at the top of a text, or where comments about all stand above them, behind an empty line.
    pub(super) fn starts(&self, items: &[(usize, usize)], is_at_top: bool) -> Vec<usize> {
        let lines = items.iter().map(|(_, head)| self.line_start(*head));
        let lines: Vec<usize> = lines.collect();
        let mut starts: Vec<usize> = items
            .iter()
            .zip(&lines)
            .map(|((limit, head), line)| match limit > line {
                true => *line,
                false => self.comments_above(*line, *limit, self.column(*head)),
            })
            .collect();
        if let ([(limit, _), ..], [first, others @ ..]) = (items, &mut starts[..]) {
            let are_below_others = self.text[..*first].get(*limit..).unwrap_or_default();
            let have_all = !others.is_empty()
                && others
                    .iter()
                    .zip(&lines[1..])
                    .all(|(start, line)| start < line);
            if !are_below_others.contains('#') && (is_at_top || !have_all) {
                *first = lines[0];
            }
        }
        starts
    }
}
