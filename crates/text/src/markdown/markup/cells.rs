//! Rows with more cells than columns.

use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// What is wrong with the cells of a row.
pub(in crate::markdown) struct Found {
    pub(in crate::markdown) finding: Diagnostic,
    pub(in crate::markdown) place: Span,
    /// The links, pictures and emphases that a bar has cut.
    pub(in crate::markdown) cut: Vec<Span>,
}

/// Finds what is wrong with the cells of a row that begins at a place.
pub(in crate::markdown) fn find(text: &str, span: Span, columns: usize) -> Option<Found> {
    let line = text.get(span.start..)?.lines().next()?.trim_end();
    let bars = bars(line);
    let starts = line.trim_start().starts_with('|');
    let inner: Vec<usize> = bars
        .iter()
        .copied()
        .skip(usize::from(starts))
        .filter(|bar| *bar + 1 < line.len())
        .collect();
    let in_code = in_code(line, &inner);
    let escaped = |bars: &[usize], from: usize| {
        let end = bars.last().map_or(from, |bar| bar + 1);
        let mut out = String::new();
        let mut done = from;
        for bar in bars {
            out.push_str(&line[done..*bar]);
            out.push_str("\\|");
            done = bar + 1;
        }
        (Span::new(from, end).shifted(span.start), out)
    };
    let is_too_long = inner.len() + 1 > columns && columns > 0;
    let extra = match is_too_long {
        true => {
            let from = inner[columns - 1] + 1;
            let written = line[from..].trim_end_matches('|');
            let cell = written.trim();
            if cell.is_empty() {
                None
            } else {
                let from = from + written.len() - written.trim_start().len();
                Some(Span::new(from, from + cell.len()).shifted(span.start))
            }
        }
        false => None,
    };
    let place = match (extra, &in_code[..]) {
        (None, []) => return None,
        (Some(extra), _) => extra,
        (None, [first, ..]) => Span::new(*first, first + 1).shifted(span.start),
    };
    let finding = Diagnostic::new(&say::TABLE_CELLS).with("columns", columns);
    let cut = cut(line, &inner);
    let is_cut = |bar: &usize| cut.iter().any(|mark| (mark.start..mark.end).contains(bar));
    let in_marks: Vec<usize> = inner.iter().copied().filter(is_cut).collect();
    let wanted = match (&in_code[..], &in_marks[..]) {
        ([], []) => &inner[columns - 1..],
        ([], in_marks) => in_marks,
        (in_code, _) => in_code,
    };
    let (edit, right) = escaped(wanted, *wanted.first()?);
    // Where that is not enough, nothing is certain.
    let is_enough = inner.len() + 1 - wanted.len() <= columns;
    let message = match in_code.is_empty() {
        true => finding,
        false => Diagnostic::new(&say::TABLE_CODE),
    };
    let finding = match is_enough {
        true => message.replace(edit, right),
        false => message,
    };
    let cut = cut.iter().map(|mark| mark.shifted(span.start)).collect();
    Some(Found {
        finding,
        place,
        cut,
    })
}

/// The places of the bars of a row that have no backslash before them.
pub(super) fn bars(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    memchr::memchr_iter(b'|', bytes)
        .filter(|at| *at == 0 || bytes[at - 1] != b'\\')
        .collect()
}

/// The links, pictures and emphases of a row in which one of the bars stands.
fn cut(line: &str, bars: &[usize]) -> Vec<Span> {
    let emphases = ["**", "__", "~~", "*", "_"].map(|mark| emphases(line, mark));
    let marks = links(line)
        .into_iter()
        .chain(emphases.into_iter().flatten());
    marks
        .filter(|mark| bars.iter().any(|bar| (mark.start..mark.end).contains(bar)))
        .collect()
}

/// Links with their words, their destinations and their titles.
fn links(line: &str) -> Vec<Span> {
    let mut links = Vec::new();
    let mut at = 0;
    while let Some(middle) = line[at..].find("](").map(|found| at + found) {
        let open = line[at..middle].rfind('[').map(|found| at + found);
        let Some(end) = end_of_destination(&line[middle + 2..]).map(|end| middle + 2 + end) else {
            break;
        };
        if let Some(open) = open {
            links.push(Span::new(open, end + 1));
        }
        at = end;
    }
    links
}

/// Where the bracket closes that stands before a destination; one in a title does not close it.
fn end_of_destination(rest: &str) -> Option<usize> {
    let mut depth = 0;
    let mut is_title = false;
    for (at, sign) in rest.char_indices() {
        match sign {
            '"' => is_title = !is_title,
            '(' if !is_title => depth += 1,
            ')' if !is_title && depth == 0 => return Some(at),
            ')' if !is_title => depth -= 1,
            _ => {}
        }
    }
    None
}

/// What stands between two marks of an emphasis, with them.
fn emphases(line: &str, mark: &str) -> Vec<Span> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_gap = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == '|');
    let is_same = |c: Option<char>| c.is_some_and(|c| mark.starts_with(c));
    let mut emphases = Vec::new();
    let mut open = None;
    for (at, _) in line.match_indices(mark) {
        let before = line[..at].chars().next_back();
        let after = line[at + mark.len()..].chars().next();
        if is_same(before) || is_same(after) {
            continue;
        }
        match open {
            Some(start) if !is_gap(before) && !is_word(after) => {
                emphases.push(Span::new(start, at + mark.len()));
                open = None;
            }
            _ if !is_gap(after) && !is_word(before) => open = Some(at),
            _ => {}
        }
    }
    emphases
}

/// Those of the bars that stand between grave accents.
fn in_code(line: &str, bars: &[usize]) -> Vec<usize> {
    let bytes = line.as_bytes();
    let run = |at: usize| bytes[at..].iter().take_while(|byte| **byte == b'`').count();
    let mut inside = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'`', &bytes[at..]).map(|found| at + found) {
        let length = run(open);
        at = open + length;
        if open > 0 && bytes[open - 1] == b'\\' {
            continue;
        }
        let mut search = at;
        while let Some(close) = memchr::memchr(b'`', &bytes[search..]).map(|found| search + found) {
            search = close + run(close);
            if run(close) == length {
                inside.extend(bars.iter().copied().filter(|bar| (at..close).contains(bar)));
                at = search;
                break;
            }
        }
    }
    inside
}
