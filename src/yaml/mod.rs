//! Text becomes values, with a span for every key and value.

use std::sync::Arc;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::catalogue::yaml as say;
use crate::diagnostic::{Diagnostic, Span};

#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub span: Span,
    pub value: Value,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Map),
}
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    pub text: String,
    pub style: Style,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub name: String,
    pub span: Span,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    entries: Vec<(Key, Node)>,
}
impl Map {
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Node)> {
        self.entries.iter().map(|(key, node)| (key, node))
    }
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.iter()
            .find(|(key, _)| key.name == name)
            .map(|(_, node)| node)
    }
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
    pub fn remove(&mut self, name: &str) -> Option<Node> {
        let at = self.entries.iter().position(|(key, _)| key.name == name)?;
        Some(self.entries.remove(at).1)
    }
}

pub fn parse(path: &Arc<str>, text: &str, range: Span) -> (Option<Node>, Vec<Diagnostic>) {
    let mut stack: Vec<(Node, Option<Key>)> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(&text[range.start..range.end]) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = range.start + error.marker().byte_offset().unwrap_or(0);
                return (
                    None,
                    vec![Diagnostic::at(&say::COLON, path.clone(), Span::new(at, at))],
                );
            }
        };
        let byte =
            |m: serde_saphyr::granit_parser::Marker| range.start + m.byte_offset().unwrap_or(0);
        let span = Span::new(byte(span.start), byte(span.end));
        let done = match event {
            Event::Scalar(value, style, ..) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted => Style::SingleQuoted,
                    ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
                    ScalarStyle::Literal => Style::Literal,
                    ScalarStyle::Folded => Style::Folded,
                };
                let value = if style == Style::Plain && matches!(&*value, "" | "~" | "null") {
                    Value::Null
                } else {
                    Value::Scalar(Scalar {
                        text: value.into_owned(),
                        style,
                    })
                };
                Some(Node { span, value })
            }
            Event::SequenceStart(..) => {
                stack.push((
                    Node {
                        span,
                        value: Value::List(Vec::new()),
                    },
                    None,
                ));
                None
            }
            Event::MappingStart(..) => {
                stack.push((
                    Node {
                        span,
                        value: Value::Map(Map::default()),
                    },
                    None,
                ));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => stack.pop().map(|(node, _)| node),
            _ => None,
        };
        if let Some(node) = done {
            match stack.last_mut() {
                None => root = Some(node),
                Some((parent, key)) => match &mut parent.value {
                    Value::List(items) => items.push(node),
                    Value::Map(map) => match key.take() {
                        Some(key) => map.entries.push((key, node)),
                        None => {
                            if let Value::Scalar(scalar) = node.value {
                                *key = Some(Key {
                                    name: scalar.text,
                                    span: node.span,
                                });
                            }
                        }
                    },
                    _ => {}
                },
            }
        }
    }
    (
        root.or(Some(Node {
            span: range,
            value: Value::Null,
        })),
        Vec::new(),
    )
}

pub struct FrontMatter {
    pub yaml: Option<Span>,
    pub body: Span,
}

pub fn front_matter(_: &Arc<str>, text: &str) -> (FrontMatter, Vec<Diagnostic>) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut at = start;
    let mut open = None;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == "---" {
            match open {
                None => open = Some(end),
                Some(from) => {
                    return (
                        FrontMatter {
                            yaml: Some(Span::new(from, at)),
                            body: Span::new(end, text.len()),
                        },
                        Vec::new(),
                    );
                }
            }
        }
        at = end;
    }
    (
        FrontMatter {
            yaml: None,
            body: Span::new(start, text.len()),
        },
        Vec::new(),
    )
}
