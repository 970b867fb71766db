//! The data of a chart as a table, from a file or from what the site itself counts.

use std::sync::Arc;

use super::csv;
use super::number::figure;
use rihla_diagnostics::catalogue::chart as say;
use rihla_diagnostics::{Diagnostic, Location, Span};
use rihla_text::yaml::{self, Node, Value};

/// A table with named columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The file; empty where the data come from no file.
    pub path: Arc<str>,
    /// The names of the columns.
    pub columns: Vec<Cell>,
    /// The rows; none has more cells than there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Whether a comma may stand before decimals.
    pub comma: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Without the spaces around it.
    pub text: String,
    /// Where it is written.
    pub span: Option<Span>,
}

impl Cell {
    /// A cell that stands in no file.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            span: None,
        }
    }
}

impl Table {
    /// Reads a file by the extension of its name. Where a cell of YAML has a text in several
    /// languages, `tag` says which is taken.
    ///
    /// The table is what can be read; `None` where the name is that of no file of data.
    pub fn read(path: &Arc<str>, text: &str, tag: &str) -> Option<(Self, Vec<Diagnostic>)> {
        let (_, extension) = path.rsplit_once('.')?;
        let mut problems = Vec::new();
        let table = match extension.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Self::csv(path, text, &mut problems),
            "yaml" | "yml" => Self::yaml(path, text, tag, &mut problems),
            _ => return None,
        };
        if table.rows.is_empty() && problems.is_empty() {
            problems.push(Diagnostic::on_file(&say::EMPTY, path.clone()));
        }
        Some((table, problems))
    }

    fn csv(path: &Arc<str>, text: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let (mut rows, separator, findings) = csv::rows(text);
        let mut report = |diagnostic: Diagnostic, span: Span| {
            problems.push(diagnostic.placed(Location::new(path.clone(), span)));
        };
        for (diagnostic, span) in findings {
            report(diagnostic, span);
        }
        if rows.is_empty() {
            return Self::default();
        }
        let titles = titles(&rows);
        for row in rows.drain(..titles) {
            let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            let span = row
                .iter()
                .find_map(|cell| cell.span.filter(|_| !cell.text.is_empty()));
            let span = span.unwrap_or_default();
            let diagnostic = Diagnostic::new(&say::TITLE_ROW).with("words", cells.concat());
            // With its line.
            let start = text[..span.start]
                .rfind(['\n', '\r'])
                .map_or(0, |end| end + 1);
            let is_line = row.iter().all(|cell| !cell.text.contains(['\n', '\r']));
            let rest = &text[span.end..];
            let end = rest.find('\n').map(|end| span.end + end + 1);
            let diagnostic = match end.filter(|_| is_line) {
                Some(end) => {
                    let mark = if text[start..].starts_with('\u{feff}') {
                        3
                    } else {
                        0
                    };
                    diagnostic.replace(Span::new(start + mark, end), "")
                }
                None => diagnostic,
            };
            report(diagnostic, span);
        }
        let mut columns = rows.remove(0);
        while columns.last().is_some_and(|cell| cell.text.is_empty()) {
            columns.pop();
        }
        for (at, cell) in columns.iter().enumerate() {
            if columns[..at].iter().any(|known| known.text == cell.text) {
                report(
                    Diagnostic::new(&say::COLUMN_NAME).with("column", &cell.text),
                    cell.span.unwrap_or_default(),
                );
            }
        }
        // A tab is seen by nobody.
        let shown = if separator == '\t' { '⇥' } else { separator };
        let is_number = |cell: &Cell| {
            figure(&cell.text, separator != ',', true).is_ok_and(|read| read.is_some())
        };
        if columns.len() > 1 && columns.iter().all(is_number) {
            report(
                Diagnostic::new(&say::NO_HEAD).with("separator", shown),
                columns[0].span.unwrap_or_default(),
            );
        }
        for row in &mut rows {
            if let Some(missing) = columns.get(row.len())
                && let Some(last) = row.iter().rev().find_map(|cell| cell.span)
            {
                let end = text[last.end..].find(['\r', '\n']);
                let end = end.map_or(text.len(), |end| last.end + end);
                let cells = separator.to_string().repeat(columns.len() - row.len());
                report(
                    Diagnostic::new(&say::TOO_FEW_CELLS)
                        .with("column", &missing.text)
                        .with("separator", shown)
                        .replace(Span::new(end, end), cells),
                    last,
                );
            }
            let more = row.iter().skip(columns.len());
            if let Some(cell) = more.into_iter().find(|cell| !cell.text.is_empty()) {
                let shown = match separator {
                    '\t' => None,
                    sign => Some(sign),
                };
                report(
                    Diagnostic::new(&say::TOO_MANY_CELLS)
                        .with("count", columns.len())
                        .with_some("separator", shown),
                    cell.span.unwrap_or_default(),
                );
            }
            row.truncate(columns.len());
        }
        Self {
            path: path.clone(),
            columns,
            rows,
            comma: separator != ',',
        }
    }

    fn yaml(path: &Arc<str>, text: &str, tag: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let (root, found) = yaml::parse(path, text, Span::new(0, text.len()));
        problems.extend(found);
        let mut table = Self {
            path: path.clone(),
            ..Self::default()
        };
        let Some(root) = root else { return table };
        let not_a_row = |span| Diagnostic::at(&say::YAML, path.clone(), span);
        let Value::List(items) = &root.value else {
            problems.push(not_a_row(Span::new(root.span.start, root.span.start)));
            return table;
        };
        for item in items {
            let Value::Map(map) = &item.value else {
                problems.push(not_a_row(item.span));
                continue;
            };
            let mut row = vec![Cell::default(); table.columns.len()];
            for (key, node) in map.iter() {
                let known = table
                    .columns
                    .iter()
                    .position(|column| column.text == key.name);
                let at = known.unwrap_or_else(|| {
                    table.columns.push(Cell {
                        text: key.name.clone(),
                        span: Some(key.span),
                    });
                    row.push(Cell::default());
                    table.columns.len() - 1
                });
                match scalar(node, tag) {
                    Some(text) => {
                        row[at] = Cell {
                            text,
                            span: Some(node.span),
                        };
                    }
                    None => problems.push(not_a_row(node.span)),
                }
            }
            table.rows.push(row);
        }
        table
    }

    /// The rows as texts, the names of the columns first: what a page is given of a file.
    pub fn texts(&self) -> Vec<Vec<&str>> {
        std::iter::once(&self.columns)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
            .collect()
    }

    /// A table from such texts.
    pub fn of_texts<'t>(rows: impl IntoIterator<Item = Vec<&'t str>>, comma: bool) -> Self {
        let mut rows = rows
            .into_iter()
            .map(|row| row.into_iter().map(Cell::new).collect());
        Self {
            path: Arc::from(""),
            columns: rows.next().unwrap_or_default(),
            rows: rows.collect(),
            comma,
        }
    }
}

/// How many rows stand above the one with the names of the columns: each has words in one cell alone,
/// and the rows below have more.
fn titles(rows: &[Vec<Cell>]) -> usize {
    let is_title = |row: &&Vec<Cell>| {
        let mut cells = row.iter().map(|cell| cell.text.is_empty());
        cells.next() == Some(false) && cells.all(|is_empty| is_empty)
    };
    let are_titles = rows.iter().take_while(is_title).count();
    let below = &rows[are_titles..];
    let has_names = below.first().is_some_and(|names| {
        names
            .iter()
            .any(|cell| cell.text.contains(char::is_alphabetic))
    });
    match has_names && below.len() >= 2 && below.iter().all(|row| row.len() > 1) {
        true => are_titles,
        false => 0,
    }
}

/// The text of a plain value, or of a value in several languages.
fn scalar(node: &Node, tag: &str) -> Option<String> {
    match &node.value {
        Value::Null => Some(String::new()),
        Value::Scalar(scalar) => Some(scalar.text.trim().to_owned()),
        Value::Map(map) => {
            let (_, first) = map.iter().next()?;
            match map.get(tag).unwrap_or(first) {
                node if matches!(node.value, Value::Scalar(_)) => scalar(node, tag),
                _ => None,
            }
        }
        Value::List(_) => None,
    }
}
