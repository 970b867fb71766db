//! Comma-separated values (RFC 4180), as spreadsheets write them: with commas, semicolons or
//! tabs, with or without a byte order mark, with lines that end in CR, LF or both.

use super::table::Cell;
use rihla_diagnostics::catalogue::chart as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::url::composed;

/// What separates cells; of two that occur as often, the earlier one does.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// The rows of a text, without those that are empty, and the character that separates their cells.
pub(super) fn rows(text: &str) -> (Vec<Vec<Cell>>, char, Vec<(Diagnostic, Span)>) {
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut separator = separator(&text[at..]);
    // A line for spreadsheets that names the separator.
    if let Some(rest) = text[at..].strip_prefix("sep=") {
        let line = rest.split(['\r', '\n']).next().unwrap_or_default();
        if line.chars().count() == 1 {
            separator = line.chars().next().unwrap_or(separator);
            at += "sep=".len() + line.len();
        }
    }
    let mut reader = Reader {
        text,
        at,
        separator,
        rows: Vec::new(),
        findings: Vec::new(),
    };
    while reader.row() {}
    (reader.rows, separator, reader.findings)
}

/// The character that separates most cells of the first line that has one: above it may stand a title.
fn separator(text: &str) -> char {
    let mut counts = [0; SEPARATORS.len()];
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\r' | '\n' if !is_quoted && counts.iter().any(|count| *count > 0) => break,
            _ if !is_quoted => {
                if let Some(which) = SEPARATORS.iter().position(|known| *known == c) {
                    counts[which] += 1;
                }
            }
            _ => {}
        }
    }
    let mut best = 0;
    for which in 1..SEPARATORS.len() {
        if counts[which] > counts[best] {
            best = which;
        }
    }
    SEPARATORS[best]
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    separator: char,
    rows: Vec<Vec<Cell>>,
    findings: Vec<(Diagnostic, Span)>,
}

impl Reader<'_> {
    /// Reads a row; tells whether there was one.
    fn row(&mut self) -> bool {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        if self.at >= self.text.len() {
            return false;
        }
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            match self.text[self.at..].chars().next() {
                Some(c) if c == self.separator => self.at += c.len_utf8(),
                _ => break,
            }
        }
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            self.rows.push(cells);
        }
        true
    }

    /// Reads a cell, up to the separator or the end of the line.
    fn cell(&mut self) -> Cell {
        let rest = &self.text[self.at..];
        let spaces = |c: char| c.is_whitespace() && !matches!(c, '\r' | '\n' | '\t');
        let trimmed = rest.trim_start_matches(spaces);
        if let Some(inside) = trimmed.strip_prefix('"') {
            let start = self.text.len() - inside.len();
            return self.quoted(start);
        }
        let ends = |c: char| c == self.separator || matches!(c, '\r' | '\n');
        let end = rest.find(ends).unwrap_or(rest.len());
        let start = self.at + rest.len() - trimmed.len();
        let raw = self.text[start.min(self.at + end)..self.at + end].trim_end();
        self.at += end;
        let start = start.min(self.at);
        Cell {
            text: composed(raw).into_owned(),
            span: Some(Span::new(start, start + raw.len())),
        }
    }

    /// Reads what stands after a quotation mark; two of them are one.
    fn quoted(&mut self, start: usize) -> Cell {
        let mut text = String::new();
        let mut at = start;
        let end = loop {
            let Some(mark) = self.text[at..].find('"').map(|mark| at + mark) else {
                self.findings
                    .push((Diagnostic::new(&say::QUOTE), Span::new(start - 1, start)));
                text.push_str(&self.text[at..]);
                at = self.text.len();
                break at;
            };
            text.push_str(&self.text[at..mark]);
            at = mark + 1;
            if !self.text[at..].starts_with('"') {
                break mark;
            }
            text.push('"');
            at += 1;
        };
        // What stands between the mark and the separator belongs to the cell, as elsewhere.
        let rest = &self.text[at..];
        let ends = |c: char| c == self.separator || matches!(c, '\r' | '\n');
        let length = rest.find(ends).unwrap_or(rest.len());
        text.push_str(rest[..length].trim_end());
        self.at = at + length;
        Cell {
            text: composed(text.trim()).into_owned(),
            span: Some(Span::new(start, end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let (rows, _, findings) = rows(text);
        let rows: Vec<String> = rows
            .iter()
            .map(|row| {
                let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                cells.join("|")
            })
            .collect();
        let found = match findings.len() {
            0 => String::new(),
            count => format!(" !{count}"),
        };
        format!("{}{found}", rows.join("/"))
    }

    #[test]
    fn tables_of_spreadsheets() {
        for (text, wanted) in [
            ("a,b\n1,2\n", "a|b/1|2"),
            ("\u{feff}a;b\r\n1,5;2\r\n", "a|b/1,5|2"),
            ("a\tb\n1\t2", "a|b/1|2"),
            ("a;b\n\n;\n1;2\n", "a|b/1|2"),
            ("\"a;x\";b\n\"1 \"\"2\"\"\";3", "a;x|b/1 \"2\"|3"),
            ("a,b\n\"two\nlines\",2", "a|b/two\nlines|2"),
            ("sep=,\na,b\n1,2", "a|b/1|2"),
            ("a,b\n1,", "a|b/1|"),
            ("a\n1\n", "a/1"),
            ("T\na,b\n1,2\n", "T/a|b/1|2"),
            ("a,b\n\"1,2\n", "a|b/1,2 !1"),
            (" a , b \n 1 , 2 ", "a|b/1|2"),
            ("", ""),
        ] {
            assert_eq!(shown(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn the_place_of_a_cell_is_that_of_its_words() {
        let text = "\u{feff}an;\"Personnes\"\n2015; 1 399 \n";
        let (rows, ..) = rows(text);
        let places: Vec<&str> = rows
            .iter()
            .flatten()
            .filter_map(|cell| cell.span)
            .map(|span| &text[span.start..span.end])
            .collect();
        assert_eq!(places, ["an", "Personnes", "2015", "1 399"]);
    }
}
