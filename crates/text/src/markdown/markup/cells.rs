//! Rows with more cells than columns.

use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// Finds what is wrong with the cells of a row that begins at a place.
pub(in crate::markdown) fn find(
    text: &str,
    span: Span,
    columns: usize,
) -> Option<(Diagnostic, Span)> {
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
    let wanted = match (&in_code[..], extra) {
        ([], _) => &inner[columns - 1..],
        (in_code, _) => in_code,
    };
    let (edit, right) = escaped(wanted, *wanted.first()?);
    // Where that is not enough, nothing is certain.
    let is_enough = inner.len() + 1 - wanted.len() <= columns;
    let message = match in_code.is_empty() {
        true => finding,
        false => Diagnostic::new(&say::TABLE_CODE),
    };
    Some(match is_enough {
        true => (message.replace(edit, right), place),
        false => (message, place),
    })
}

/// The places of the bars of a row that have no backslash before them.
pub(super) fn bars(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    memchr::memchr_iter(b'|', bytes)
        .filter(|at| *at == 0 || bytes[at - 1] != b'\\')
        .collect()
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
