//! Tables as CSV: what stands in a cell, so that a spreadsheet of the language reads it and runs nothing.

use serde_json::Value as Json;

use super::rows::text_of;
use super::{Column, ColumnKind};
use crate::query::Site;
use rihla_site::config::field_at;
use rihla_site::graph::Version;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::schema::{FieldKind, FieldValue, in_language};
use rihla_text::language::{Language, decimal};

/// What is between several values of one cell.
const JOINT: &str = " | ";

impl Site {
    /// The table of some entries.
    pub(super) fn csv_of(
        &self,
        entries: &[(EntryId, &Version)],
        columns: &[Column],
        language: LanguageId,
        comma: bool,
    ) -> String {
        let head = columns.iter().map(|column| inert(&column.header)).collect();
        let rows = entries.iter().map(|(number, version)| {
            let cells = columns.iter();
            cells
                .map(|column| self.cell(*number, version, column, language, comma))
                .collect()
        });
        csv(std::iter::once(head).chain(rows), comma)
    }

    /// One cell, before it is quoted.
    fn cell(
        &self,
        number: EntryId,
        version: &Version,
        column: &Column,
        language: LanguageId,
        comma: bool,
    ) -> String {
        match column.kind {
            ColumnKind::Id => return inert(&self.graph.entries[number].id),
            ColumnKind::Page => {
                let address = self.routes.entry(number, language);
                return address.map_or_else(String::new, |address| self.routes.absolute(address));
            }
            _ => {}
        }
        let tag = &self.config.site.languages[language].tag;
        let path = match column.kind {
            ColumnKind::Amount => column.path.strip_suffix(".amount"),
            ColumnKind::Currency => column.path.strip_suffix(".currency"),
            ColumnKind::Address => column.path.strip_suffix(".url"),
            _ => None,
        };
        let collection = &self.config.collections[self.graph.entries[number].collection];
        let is_declared = |path: &str| field_at(&collection.schema.fields, path).is_some();
        let path = match is_declared(&column.path) {
            true => column.path.as_str(),
            false => path.unwrap_or(&column.path),
        };
        let field = field_at(&collection.schema.fields, path);
        let cells: Vec<String> = leaves(version, tag, path)
            .into_iter()
            .map(|value| {
                let text = value.zip(field).map(|(value, field)| {
                    self.cell_of(number, &value, &field.kind, column.kind, language)
                });
                text.unwrap_or_default()
            })
            .collect();
        if cells.iter().all(String::is_empty) {
            return String::new();
        }
        let is_number = matches!(column.kind, ColumnKind::Number | ColumnKind::Amount);
        let joined: Vec<String> = cells
            .into_iter()
            .map(|cell| match is_number && comma {
                true => cell.replace('.', ","),
                false => cell,
            })
            .collect();
        let joined = joined.join(JOINT);
        match is_number && !column.many {
            true => joined,
            false => inert(&joined),
        }
    }

    fn cell_of(
        &self,
        number: EntryId,
        value: &FieldValue,
        kind: &FieldKind,
        column: ColumnKind,
        language: LanguageId,
    ) -> String {
        match (value, column) {
            (FieldValue::Money(money), ColumnKind::Currency) => money.currency.to_string(),
            (FieldValue::Money(money), _) => money.amount.to_string(),
            (FieldValue::Boolean(value), _) => {
                let key = if *value { "data-true" } else { "data-false" };
                self.data_word(key, language)
            }
            (FieldValue::Reference(_), ColumnKind::Address) => {
                match self.json_of(number, value, kind, language) {
                    Json::Object(mut fields) => text_of(fields.remove("url")),
                    _ => String::new(),
                }
            }
            _ => match self.json_of(number, value, kind, language) {
                Json::Object(mut fields) => {
                    let label = fields.remove("label").or_else(|| fields.remove("title"));
                    text_of(label)
                }
                other => text_of(Some(other)),
            },
        }
    }
}

/// The values at the end of a path, one for each item of the lists on the way: those of several columns belong
/// together by their places.
fn leaves(version: &Version, tag: &str, path: &str) -> Vec<Option<FieldValue>> {
    fn items(value: Option<FieldValue>) -> Vec<Option<FieldValue>> {
        match value {
            Some(FieldValue::List(items)) => {
                items.into_iter().map(|item| Some(item.value)).collect()
            }
            value => vec![value],
        }
    }
    let mut names = path.split('.');
    let first = names.next().and_then(|name| version.field(name));
    let mut found = items(first.and_then(|value| in_language(value, tag)));
    for name in names {
        found = found
            .into_iter()
            .flat_map(|value| {
                let inner = match value {
                    Some(FieldValue::Object(fields)) => {
                        let mut fields = fields.into_iter();
                        let own = fields.find(|(key, _)| &**key == name);
                        own.map(|(_, value)| value.value)
                    }
                    _ => None,
                };
                items(inner)
            })
            .collect();
    }
    found
}

/// Whether a language writes a comma before decimals: its spreadsheets then read semicolons between cells.
pub fn has_decimal_comma(language: &Language) -> bool {
    let written = decimal("1.5").map(|number| language.number(&number));
    written.is_some_and(|written| !written.contains('.'))
}

/// Lines of cells as CSV (RFC 4180), as spreadsheets of a language with or without a decimal comma open it:
/// with semicolons or commas between cells, and the mark by which they know UTF-8.
pub fn csv(lines: impl IntoIterator<Item = Vec<String>>, comma: bool) -> String {
    let separator = if comma { ';' } else { ',' };
    let mut text = String::from("\u{feff}");
    for line in lines {
        for (at, cell) in line.iter().enumerate() {
            if at > 0 {
                text.push(separator);
            }
            text.push_str(&quoted(cell, separator));
        }
        text.push_str("\r\n");
    }
    text
}

/// A cell between quotation marks, where it needs them (RFC 4180, section 2).
fn quoted(cell: &str, separator: char) -> String {
    let needs = |c: char| c == separator || matches!(c, '"' | '\r' | '\n');
    let is_framed = cell.starts_with(' ') || cell.ends_with(' ');
    match is_framed || cell.contains(needs) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before what begins like one, as OWASP
/// advises ("CSV injection").
pub fn inert(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '"']).chars().next();
    let is_formula = first.is_some_and(|first| {
        matches!(
            first,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '\u{2212}'
        )
    });
    match is_formula {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{inert, quoted};

    /// The cells of a line, as RFC 4180 reads them.
    fn read(line: &str, separator: char) -> Vec<String> {
        let mut cells = vec![String::new()];
        let mut is_quoted = false;
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            let Some(cell) = cells.last_mut() else {
                continue;
            };
            match c {
                '"' if is_quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
                c if c == separator && !is_quoted => cells.push(String::new()),
                c => cell.push(c),
            }
        }
        cells
    }

    proptest! {
        /// What is quoted is read as it was, whatever stands between cells.
        #[test]
        fn cells_are_read_as_they_were(
            cells in prop::collection::vec("[ a;,\"\r\n'=|-]{0,8}", 1..4),
            separator in prop::sample::select(vec![';', ',']),
        ) {
            let line: Vec<String> = cells.iter().map(|cell| quoted(cell, separator)).collect();
            prop_assert_eq!(read(&line.join(&separator.to_string()), separator), cells);
        }

        /// No text begins like a formula, and none is lost.
        #[test]
        fn no_text_is_a_formula(text in "[ \t\r\n=+@a\"-]{0,6}") {
            let safe = inert(&text);
            let first = safe.trim_start_matches([' ', '"']).chars().next();
            prop_assert!(!first.is_some_and(|c| "=+-@\t\r\n".contains(c)), "{safe:?}");
            prop_assert!(safe.ends_with(&text));
        }
    }
}
