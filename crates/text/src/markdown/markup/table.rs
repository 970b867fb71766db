//! Lines of a table without the line of hyphens below the first.

use super::{Findings, HIDDEN, Seen};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// Finds lines that would be a table.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    if seen.text.contains('\t') {
        tabs(seen, findings);
    }
    if !seen.text.contains('|') {
        return;
    }
    // One bar in a line may be a character of the words; the same in each line is a table.
    let lines = seen.text.trim_end_matches(['\n', HIDDEN]).split('\n');
    let is_all = lines.clone().count() > 1 && lines.clone().all(|line| line.contains(" | "));
    let mut rows: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in seen.text.split('\n') {
        if is_row(line) || is_all && line.contains(" | ") {
            rows.push((at, line));
        } else {
            tell(seen, &rows, findings);
            rows.clear();
        }
        at += line.len() + 1;
    }
    tell(seen, &rows, findings);
}

/// Bars of a line; what is hidden may be code or a link.
pub(super) fn count(line: &str) -> usize {
    let line = line.trim_matches([HIDDEN, ' ', '\r']);
    let ends =
        usize::from(line.starts_with('|')) + usize::from(line.len() > 1 && line.ends_with('|'));
    line.matches('|').count() + 1 - ends
}

fn is_row(line: &str) -> bool {
    let words = line.trim_start_matches([HIDDEN, ' ']);
    words.starts_with('|') && words.matches('|').count() > 1 || words.matches('|').count() > 1
}

/// A line of bars and dashes of any kind.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim_matches([HIDDEN, ' ', '\r']);
    line.contains(['-', '–', '—', '_', '='])
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | '–' | '—' | '_' | '=' | ':' | ' ' | '+'))
}

fn tell(seen: &Seen, rows: &[(usize, &str)], findings: &mut Findings) {
    let [(first, head), (second, next), ..] = rows else {
        return;
    };
    let columns = count(head);
    let begins = |line: &str| line.trim_start_matches([HIDDEN, ' ']).starts_with('|');
    let has_rule = is_rule(next);
    let body = if has_rule { &rows[2..] } else { &rows[1..] };
    let is_table = columns > 1
        && (has_rule
            || rows.iter().all(|(_, line)| begins(line))
            || body.iter().all(|(_, line)| count(line) == columns));
    if !is_table {
        return;
    }
    let (last, line) = rows[rows.len() - 1];
    let span = seen.span(*first, last + line.trim_end_matches([HIDDEN, '\r']).len());
    let hyphens = format!("|{}", "---|".repeat(columns));
    // Rows with more cells than the first would lose one below a shorter line of hyphens.
    let widest = body.iter().map(|(_, line)| count(line)).max();
    let parts = widest.filter(|parts| has_rule && *parts > columns && count(next) > columns);
    let finding = Diagnostic::new(&say::TABLE_SIGNS);
    if let Some(parts) = parts {
        let finding = finding.with("columns", columns).with("parts", parts);
        return findings.push((finding, span));
    }
    let finding = finding.with("hyphens", &hyphens);
    // What stands before the first row stands before the line of hyphens too: a quotation, an
    // indentation.
    let line_start = seen.source[..seen.start + first]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let before = &seen.source[line_start..seen.start + first];
    // The sign of a list or a note stands once; that of a quotation before each line, wherever it is.
    let kept = |c: char| if matches!(c, '\t' | '>') { c } else { ' ' };
    let frame: String = before.chars().map(kept).collect();
    let finding = match has_rule {
        true => {
            let words = next.trim_start_matches([HIDDEN, ' ']);
            let start = second + next.len() - words.len();
            let end = start + words.trim_end_matches([HIDDEN, ' ', '\r']).len();
            finding.replace(seen.span(start, end), hyphens)
        }
        false => {
            let end = first + head.trim_end_matches([HIDDEN, '\r']).len();
            let frame = match first {
                0 => frame,
                _ => seen
                    .written(
                        *first,
                        first + head.len() - head.trim_start_matches([HIDDEN, ' ']).len(),
                    )
                    .to_owned(),
            };
            finding.replace(seen.span(end, end), format!("\n{frame}{hyphens}"))
        }
    };
    findings.push((finding, span));
}

/// Lines of a spreadsheet or a word processor, as they are pasted: tabs between the cells.
fn tabs(seen: &Seen, findings: &mut Findings) {
    let text = seen.text.trim_end_matches(['\n', HIDDEN, ' ', '\r']);
    let mut rows: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let words = line.trim_start_matches([HIDDEN, ' ']);
        let start = at + line.len() - words.len();
        at += line.len() + 1;
        let cells: Vec<&str> = words.trim_end_matches(['\r', ' ']).split('\t').collect();
        rows.push((start, cells));
    }
    let columns = rows.first().map_or(0, |(_, cells)| cells.len());
    let is_cell = |cell: &&str| cell.chars().any(char::is_alphanumeric);
    // `o`, `Ø`: what a word processor writes for a bullet.
    let is_bullet = |cell: &&str| {
        let mut markup = cell.chars();
        markup.next().is_some_and(|c| !c.is_ascii_digit()) && markup.next().is_none()
    };
    let are_bullets = rows
        .iter()
        .all(|(_, cells)| cells.first().is_some_and(is_bullet));
    let is_table = rows.len() > 1
        && columns > 1
        && !are_bullets
        && rows.iter().all(|(_, cells)| cells.len() == columns)
        && rows
            .iter()
            .all(|(_, cells)| cells.first().is_some_and(is_cell))
        && rows
            .iter()
            .any(|(_, cells)| cells.iter().skip(1).any(is_cell));
    if !is_table {
        return;
    }
    let span = seen.span(rows[0].0, text.len());
    let mut finding = Diagnostic::new(&say::TABLE_TABS);
    // Markdown markup in the cells stays what it is; a bar would end one.
    if !text.contains(['|', HIDDEN]) {
        let row = |cells: &[&str]| {
            format!(
                "| {} |",
                cells
                    .iter()
                    .map(|cell| cell.trim())
                    .collect::<Vec<_>>()
                    .join(" | ")
            )
        };
        let mut lines: Vec<String> = rows.iter().map(|(_, cells)| row(cells)).collect();
        lines.insert(1, format!("|{}", "---|".repeat(columns)));
        finding = finding.replace(span, lines.join("\n"));
    }
    findings.push((finding, span));
}
