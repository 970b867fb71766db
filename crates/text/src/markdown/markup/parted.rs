//! Rows with an empty line before them: it ended the table, and they are words with bars.

use super::table::{count, is_rule};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// What rows stand below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Above {
    Table,
    /// A paragraph that may be the first rows of a table.
    Paragraph,
}

/// Finds the rows that stand below a block of a text, after empty lines. The finding is about all of
/// them, up to where its place ends.
pub(in crate::markdown) fn find(
    text: &str,
    block: Span,
    above: Above,
) -> Option<(Diagnostic, Span)> {
    let start = text[..block.start].rfind('\n').map_or(0, |at| at + 1);
    let end = block.start + text.get(block.start..block.end)?.trim_end().len();
    let mut rows: Vec<&str> = text[start..end].lines().map(str::trim_end).collect();
    let (head, last) = (*rows.first()?, *rows.last()?);
    let columns = count(cells(head));
    let is_row = |line: &str| {
        let cells = cells(line);
        // `|x| + |y|` is none.
        let is_set =
            cells.len() > 1 && cells.ends_with('|') && (cells.starts_with("| ") || is_rule(cells));
        match above {
            Above::Table => is_set || count(cells) == columns,
            Above::Paragraph => is_set && count(cells) == columns,
        }
    };
    if columns < 2 || above == Above::Paragraph && !rows.iter().all(|line| is_row(line)) {
        return None;
    }
    let known = rows.len();
    let mut until = end;
    let mut first = None;
    let mut is_followed = false;
    while let Some(group) = Group::after(text, until, &frame(last), &is_row) {
        let may_have_rule = above == Above::Paragraph && rows.len() == 1;
        let begins_with_rule = group.rows.first().is_some_and(|row| is_rule(cells(row)));
        let is_table = group.rows.get(1).is_some_and(|row| is_rule(cells(row)));
        if begins_with_rule && !may_have_rule || is_table {
            break;
        }
        first.get_or_insert(group.start);
        until = group.end;
        is_followed = group.is_followed;
        rows.extend(group.rows);
        if is_followed {
            break;
        }
    }
    let place = match above {
        Above::Table => Span::new(first?, until),
        Above::Paragraph => first.map(|_| Span::new(block.start, until))?,
    };
    let has_rule = above == Above::Table || is_rule(cells(rows[1]));
    let is_narrow = rows.iter().all(|row| count(cells(row)) <= columns);
    let hyphens = format!("|{}", "---|".repeat(columns));
    let finding = Diagnostic::new(&say::TABLE_PARTED)
        .with_some("hyphens", (!has_rule).then_some(hyphens.as_str()));
    if !is_narrow {
        return Some((finding, place));
    }
    let (from, kept) = match above {
        Above::Table => (end, known),
        Above::Paragraph => (start + head.len(), 1),
    };
    let mut joined = String::new();
    if !has_rule {
        joined = format!("\n{}{hyphens}", frame(head));
    }
    for row in &rows[kept..] {
        joined.push('\n');
        joined.push_str(row);
    }
    if is_followed {
        joined.push('\n');
    }
    Some((finding.replace(Span::new(from, until), joined), place))
}

/// Rows without an empty line between them.
struct Group<'t> {
    rows: Vec<&'t str>,
    /// Where the first begins and the last ends.
    start: usize,
    end: usize,
    /// Whether words stand directly below.
    is_followed: bool,
}

impl<'t> Group<'t> {
    /// The rows below empty lines that follow a place at the end of a line.
    fn after(text: &'t str, end: usize, of: &str, is_row: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut at = end + text[end..].find('\n')? + 1;
        let mut group = Self {
            rows: Vec::new(),
            start: at,
            end,
            is_followed: false,
        };
        let mut is_parted = false;
        for line in text[at..].split_inclusive('\n') {
            let row = line.trim_end();
            let is_empty = row.trim_start_matches([' ', '\t', '>']).is_empty();
            if is_empty && group.rows.is_empty() {
                is_parted = true;
            } else if !is_parted || is_empty {
                break;
            } else if row.contains('|') && frame(row) == of && is_row(row) {
                if group.rows.is_empty() {
                    group.start = at + of.len();
                }
                group.end = at + row.len();
                group.rows.push(row);
            } else {
                group.is_followed = true;
                break;
            }
            at += line.len();
        }
        (!group.rows.is_empty()).then_some(group)
    }
}

/// A row from its first bar on.
fn cells(row: &str) -> &str {
    &row[row.find('|').unwrap_or(row.len())..]
}

/// What stands before the first bar of a row, as it stands before the others: the sign of a list stands
/// once, that of a quotation before each line.
fn frame(row: &str) -> String {
    let kept = |c: char| if matches!(c, '\t' | '>') { c } else { ' ' };
    row[..row.len() - cells(row).len()]
        .chars()
        .map(kept)
        .collect()
}
