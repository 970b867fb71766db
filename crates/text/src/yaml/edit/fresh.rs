//! Values that are written anew.

use super::super::{Node, Style, Value};
use super::want::{Kind, Want};
use super::{Stuck, Writer, scalar};

/// How many letters a list or a map between brackets may have.
const LONGEST_FLOW: usize = 60;

/// How far the hyphens of a list stand behind their key where a file has no list yet.
const OFFSET: usize = 2;

/// A value in letters.
pub(super) enum Out {
    /// Behind the colon or the hyphen.
    Inline(String),
    /// Lines from a column on, the first without its indentation.
    Block(usize, String),
    /// `|`, and lines without indentation.
    Literal(&'static str, String),
}

impl Writer<'_> {
    /// A value that hangs at a key or a hyphen in a column. The depth is that of the value.
    pub(super) fn out(
        &mut self,
        want: &Want<'_>,
        column: usize,
        is_item: bool,
        style: Option<Style>,
    ) -> Result<Out, Stuck> {
        match want {
            Want::Kept(_) | Want::Null | Want::Gone => Err(Stuck::Odd),
            Want::Scalar(text, kind) => Ok(scalar::in_block(text, *kind, style)),
            Want::List(_) | Want::Map(_) if is_short(want, is_item) => {
                let value = self.between_brackets(want)?;
                match value.chars().count() <= LONGEST_FLOW {
                    true => Ok(Out::Inline(value)),
                    false => self.block(want, column, is_item),
                }
            }
            Want::List(_) | Want::Map(_) => self.block(want, column, is_item),
        }
    }

    fn block(&mut self, want: &Want<'_>, column: usize, is_item: bool) -> Result<Out, Stuck> {
        let column = match want {
            Want::List(_) if !is_item => column + self.offset(),
            _ => column + 2,
        };
        Ok(Out::Block(column, self.lines(want, column)?))
    }

    /// Lines of a list or a map in a column, the first without its indentation.
    pub(super) fn lines(&mut self, want: &Want<'_>, column: usize) -> Result<String, Stuck> {
        let mut lines = Vec::new();
        match want {
            Want::List(items) if !items.is_empty() => {
                for (_, item) in items {
                    lines.push(self.item(item, column)?);
                }
            }
            Want::Map(entries) if !entries.is_empty() => {
                for (name, want) in entries {
                    lines.push(self.entry(name, want, column)?);
                }
            }
            _ => lines.push(self.between_brackets(want)?),
        }
        Ok(lines.join(&format!("{}{}", self.end, " ".repeat(column))))
    }

    /// A key and its value.
    pub(super) fn entry(
        &mut self,
        name: &str,
        want: &Want<'_>,
        column: usize,
    ) -> Result<String, Stuck> {
        let key = self.key(name, false);
        Ok(match self.out(want, column, false, None)? {
            Out::Inline(value) => format!("{key}: {value}"),
            Out::Block(column, lines) => {
                format!("{key}:{}{}{lines}", self.end, " ".repeat(column))
            }
            Out::Literal(head, lines) => {
                let lines = indented(&lines, column + 2, self.end);
                format!("{key}: {head}{}{lines}", self.end)
            }
        })
    }

    /// A hyphen and its value.
    pub(super) fn item(&mut self, want: &Want<'_>, column: usize) -> Result<String, Stuck> {
        Ok(match self.out(want, column, true, None)? {
            Out::Inline(value) => format!("- {value}"),
            Out::Block(_, lines) => format!("- {lines}"),
            Out::Literal(head, lines) => {
                let lines = indented(&lines, column + 2, self.end);
                format!("- {head}{}{lines}", self.end)
            }
        })
    }

    /// A value on one line.
    pub(super) fn between_brackets(&self, want: &Want<'_>) -> Result<String, Stuck> {
        match want {
            Want::Kept(_) | Want::Null | Want::Gone => Err(Stuck::Odd),
            Want::Scalar(text, kind) => Ok(self.flow_scalar(text, *kind, None)),
            Want::List(items) => {
                let items = items.iter().map(|(_, item)| self.between_brackets(item));
                let items: Vec<String> = items.collect::<Result<_, _>>()?;
                Ok(format!("[{}]", items.join(", ")))
            }
            Want::Map(entries) => {
                let entries = entries.iter().map(|(name, want)| {
                    let key = self.key(name, true);
                    Ok(format!("{key}: {}", self.between_brackets(want)?))
                });
                let entries: Vec<String> = entries.collect::<Result<_, Stuck>>()?;
                Ok(format!("{{{}}}", entries.join(", ")))
            }
        }
    }

    /// A scalar between brackets.
    pub(super) fn flow_scalar(&self, text: &str, kind: Kind, style: Option<Style>) -> String {
        scalar::in_flow(text, kind, style)
    }

    /// A key.
    pub(super) fn key(&self, name: &str, is_flow: bool) -> String {
        match scalar::is_plain(name, Kind::Text, is_flow) && !name.contains(':') {
            true => name.to_owned(),
            false => scalar::double_quoted(name),
        }
    }

    /// How far the hyphens of a list stand behind their key in this file.
    fn offset(&mut self) -> usize {
        let offset = self
            .offset
            .unwrap_or_else(|| self.offset_in(self.root).unwrap_or(OFFSET));
        self.offset = Some(offset);
        offset
    }

    fn offset_in(&self, node: &Node) -> Option<usize> {
        match &node.value {
            Value::Null | Value::Scalar(_) => None,
            Value::List(items) => items.iter().find_map(|item| self.offset_in(item)),
            Value::Map(map) => map.iter().find_map(|(key, node)| {
                let own = match &node.value {
                    Value::List(_) if self.is_block(node) => {
                        let hyphen = self.after_trivia(self.colon(key)?);
                        let column = self.column(hyphen);
                        column.checked_sub(self.column(key.span.start))
                    }
                    _ => None,
                };
                own.or_else(|| self.offset_in(node))
            }),
        }
    }
}

/// Whether a list or a map is written between brackets where it is new: a list of names, a sum of money,
/// two dates.
fn is_short(want: &Want<'_>, is_item: bool) -> bool {
    let is_plain =
        |want: &Want<'_>| matches!(want, Want::Scalar(text, Kind::Plain) if !text.contains('\n'));
    let is_of_numbers = |want: &Want<'_>| matches!(want, Want::List(items) if items.iter().all(|(_, item)| is_plain(item)));
    match want {
        Want::List(items) => items
            .iter()
            .all(|(_, item)| is_plain(item) || is_of_numbers(item)),
        Want::Map(entries) if entries.is_empty() => true,
        Want::Map(entries) => {
            let is_money = entries.iter().all(|(name, want)| {
                matches!(name.as_ref(), "amount" | "currency") && is_plain(want)
            });
            let are_dates = || {
                entries.len() <= 2
                    && entries
                        .iter()
                        .all(|(name, want)| !is_tag(name) && is_plain(want))
            };
            is_money || !is_item && are_dates()
        }
        _ => false,
    }
}

/// Whether a key may be that of a language.
fn is_tag(name: &str) -> bool {
    let language = name.split('-').next().unwrap_or_default();
    matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_lowercase())
}

/// Lines behind a margin; empty ones have none.
pub(super) fn indented(lines: &str, margin: usize, end: &str) -> String {
    let margin = " ".repeat(margin);
    let lines: Vec<String> = lines
        .split('\n')
        .map(|line| match line.is_empty() {
            true => String::new(),
            false => format!("{margin}{line}"),
        })
        .collect();
    lines.join(end)
}
