//! The parser's events become a tree, and what YAML lets pass without a word is noticed.

use std::collections::BTreeMap;

use granit_parser::{Event, Marker, Parser, ScalarStyle, StructureStyle};

use super::{Finding, Key, Map, Node, Scalar, Style, Value, fix, quoted};
use crate::url::composed;
use rihla_diagnostics::catalogue::yaml as say;
use rihla_diagnostics::{Diagnostic, Span};

/// How many levels may stand inside each other.
pub(super) const DEEPEST: usize = 64;

/// How many values a text may hold, whatever its length.
const VALUES: usize = 20_000;

/// Beyond that, how many bytes a value takes at least: a file of brackets costs no more
/// memory than one of words.
const BYTES_A_VALUE: usize = 12;

/// How many bytes a corrected line may have.
const LONGEST_LINE: usize = 4096;

/// Why the parser, or this room, could not go on.
#[derive(Debug)]
pub(super) enum Fault {
    /// The text is no YAML at this byte.
    Syntax(usize),
    /// `&`, `*` or `!` begins this value.
    Character(usize),
    /// The words at this byte are meant as a field.
    Field(usize),
    /// The key at this byte is meant as the first of an item of a list.
    Item(usize),
    /// The words at this byte, between braces, are meant as a key and its value.
    Pair(usize),
    /// The item of a list in this range is a text, and its colon has made a key of it.
    Words(Span),
    /// It makes no sense to go on.
    Hopeless(Finding),
}

/// A list or a map that is not complete.
struct Open {
    node: Node,
    key: Option<Key>,
    /// Where each key stands.
    keys: BTreeMap<String, Span>,
    /// Whether the key that was read is not a word, and its value is to be dropped.
    is_dropped: bool,
    is_flow: bool,
}

struct Builder<'t> {
    text: &'t str,
    open: Vec<Open>,
    root: Option<Node>,
    count: usize,
    documents: usize,
    findings: Vec<Finding>,
}

/// The value of a text, or why there is none; and what was noticed on the way.
pub(super) fn build(text: &str) -> (Option<Node>, Option<Fault>, Vec<Finding>) {
    let mut builder = Builder {
        text,
        open: Vec::new(),
        root: None,
        count: 0,
        documents: 0,
        findings: Vec::new(),
    };
    // The scanner looks for the end of brackets before it tells of their beginning.
    if let Some(at) = too_many_brackets(text) {
        let span = Span::new(at, at + 1);
        return (None, Some(Fault::Hopeless(too_deep(span))), Vec::new());
    }
    for event in Parser::new_from_str(text) {
        let step = match event {
            Ok((event, span)) => {
                let start = byte(text, span.start);
                let span = Span::new(start, byte(text, span.end).max(start));
                builder.take(event, span)
            }
            Err(error) => Err(Fault::Syntax(byte(text, *error.marker()))),
        };
        match step {
            Ok(true) => {}
            Ok(false) => break,
            Err(fault) => return (None, Some(fault), Vec::new()),
        }
    }
    let root = builder.root.unwrap_or(Node::nothing(0));
    (Some(root), None, builder.findings)
}

fn too_deep(span: Span) -> Finding {
    Finding::new(Diagnostic::new(&say::TOO_DEEP).with("limit", DEEPEST), span)
}

/// Where more brackets are open than any text has, in words or out of them.
fn too_many_brackets(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > 16 * DEEPEST
    })
}

/// The byte of a marker, at the beginning of its character: some errors are told in its middle.
fn byte(text: &str, marker: Marker) -> usize {
    let mut at = marker.byte_offset().unwrap_or_default().min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl Builder<'_> {
    /// Takes one event; tells whether to go on.
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<bool, Fault> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    return Err(Fault::Character(span.start));
                }
                self.count(span)?;
                let node = self.scalar(&text, style, span);
                self.add(node)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    return Err(Fault::Character(span.start));
                }
                self.enter(Value::List(Vec::new()), style, span)?;
            }
            Event::MappingStart(style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    return Err(Fault::Character(span.start));
                }
                self.enter(Value::Map(Map::default()), style, span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut done) = self.open.pop() {
                    done.node.span.end = done.node.span.end.max(span.start);
                    if done.is_flow {
                        done.node.span.end = span.end;
                    } else {
                        done.node.span.end = end_of(&done.node.value, done.node.span.start);
                    }
                    self.add(done.node)?;
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                return Err(Fault::Character(span.start));
            }
            Event::DocumentStart(explicit, _) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.findings.push(Finding::new(
                        Diagnostic::new(&say::SECOND_DOCUMENT),
                        if explicit {
                            span
                        } else {
                            Span::new(span.start, span.start)
                        },
                    ));
                    return Ok(false);
                }
            }
            _ => {}
        }
        Ok(true)
    }

    fn enter(&mut self, value: Value, style: StructureStyle, span: Span) -> Result<(), Fault> {
        self.count(span)?;
        if self.open.len() == DEEPEST {
            return Err(Fault::Hopeless(too_deep(Span::new(span.start, span.start))));
        }
        self.open.push(Open {
            node: Node { span, value },
            key: None,
            keys: BTreeMap::new(),
            is_dropped: false,
            is_flow: matches!(style, StructureStyle::Flow),
        });
        Ok(())
    }

    fn count(&mut self, span: Span) -> Result<(), Fault> {
        self.count += 1;
        if self.count > VALUES + self.text.len() / BYTES_A_VALUE {
            return Err(Fault::Hopeless(Finding::new(
                Diagnostic::new(&say::TOO_LARGE),
                Span::new(span.start, span.start),
            )));
        }
        Ok(())
    }

    /// Puts a complete value where it belongs: into the list, or as key or value of the map.
    fn add(&mut self, mut node: Node) -> Result<(), Fault> {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        let is_flow = parent.is_flow;
        match &mut parent.node.value {
            Value::List(items) => {
                check_word(self.text, &mut node, &mut self.findings);
                items.push(node);
            }
            Value::Map(map) => {
                if parent.is_dropped {
                    parent.is_dropped = false;
                } else if let Some(key) = parent.key.take() {
                    if let Some(first) = parent.keys.get(&key.name) {
                        let mut finding = Finding::new(
                            Diagnostic::new(&say::DUPLICATE).with("key", &key.name),
                            key.span,
                        );
                        finding.earlier = Some(*first);
                        self.findings.push(finding);
                    } else if is_flow && is_unsaid(self.text, &key, &node) {
                        if fix::is_glued_pair(&self.text[key.span.start..key.span.end]) {
                            return Err(Fault::Pair(key.span.start));
                        }
                        self.findings.push(comma(self.text, map, &key));
                    } else {
                        check_word(self.text, &mut node, &mut self.findings);
                        parent.keys.insert(key.name.clone(), key.span);
                        map.entries.push((key, node));
                    }
                } else {
                    match node.value {
                        Value::Scalar(scalar) => {
                            if scalar.text.starts_with(fix::is_odd_space) {
                                return Err(Fault::Syntax(node.span.start));
                            }
                            if scalar.style == Style::Plain && fix::is_glued_key(&scalar.text) {
                                let at = node.span.start;
                                return Err(match (is_flow, scalar.text.starts_with('-')) {
                                    (true, _) => Fault::Pair(at),
                                    (false, true) => Fault::Item(at),
                                    (false, false) => Fault::Field(at),
                                });
                            }
                            // A no-break space before the colon is a space.
                            let name = scalar.text.trim_end_matches(fix::is_odd_space);
                            parent.key = Some(Key {
                                name: name.to_owned(),
                                span: Span::new(
                                    node.span.start,
                                    node.span.end - (scalar.text.len() - name.len()),
                                ),
                            });
                        }
                        Value::Null if node.span.start < node.span.end => {
                            parent.key = Some(Key {
                                name: self.text[node.span.start..node.span.end].to_owned(),
                                span: node.span,
                            });
                        }
                        _ => {
                            parent.is_dropped = true;
                            self.findings
                                .push(Finding::new(Diagnostic::new(&say::COMPLEX_KEY), node.span));
                        }
                    }
                }
            }
            Value::Null | Value::Scalar(_) => {}
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Node {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        let is_plain = style == Style::Plain;
        match style {
            Style::Plain => self.cut(span, None),
            Style::SingleQuoted | Style::DoubleQuoted => self.cut(span, Some(text)),
            Style::Literal | Style::Folded => {}
        }
        let is_null = is_plain && matches!(text, "" | "~" | "null" | "Null" | "NULL");
        Node {
            span,
            value: if is_null {
                Value::Null
            } else {
                Value::Scalar(Scalar {
                    text: composed(text).into_owned(),
                    style,
                })
            },
        }
    }

    /// `Réunion #5`: a comment that was hardly meant as one, since no space follows its sign.
    /// A value between quotation marks comes with its text.
    fn cut(&mut self, plain: Span, between_marks: Option<&str>) {
        let is_empty = plain.start == plain.end;
        let rest = &self.text[plain.end..];
        let rest = match is_empty {
            true => rest.strip_prefix(':').unwrap_or(rest),
            false => rest,
        };
        let words = rest.trim_start_matches([' ', '\t']);
        // Alone, what stands between brackets or marks is a value too: `#{"x"}`.
        let begins = |c: char| c.is_alphanumeric() || is_empty && "{[(\"'«“".contains(c);
        let is_word = words
            .strip_prefix('#')
            .is_some_and(|words| words.starts_with(begins));
        let before = &self.text[..self.text.len() - words.len()];
        if !is_word || !before.ends_with([' ', '\t']) {
            return;
        }
        let line = fix::line_at(self.text, before.len());
        // Of nothing, the place is that of the sign.
        let plain = match is_empty {
            true => Span::new(before.len(), before.len()),
            false => plain,
        };
        let rest = &self.text[plain.end..line.end];
        let start = plain.end + rest.len() - rest.trim_start().len();
        // One with a space after its sign is meant as one.
        let rest = &self.text[start..line.end];
        let comment = rest.split(" # ").next().unwrap_or(rest).trim_end();
        let end = start + comment.len();
        let mut diagnostic = Diagnostic::new(&say::HASH).with("lost", comment);
        if line.start <= plain.start {
            let value = match between_marks {
                Some(text) => quoted(&format!("{text}{}", &self.text[plain.end..end])),
                None => quoted(&self.text[plain.start..end]),
            };
            let head = &self.text[line.start..plain.start];
            let tail = &self.text[end..line.end];
            diagnostic = with_line(diagnostic, line, format!("{head}{value}{tail}"));
        }
        let span = Span::new(start, start + comment.len());
        self.findings.push(Finding::new(diagnostic, span));
    }
}

/// Gives the corrected line, unless it is so long that nobody could read it.
fn with_line(diagnostic: Diagnostic, line: Span, text: String) -> Diagnostic {
    if text.len() > LONGEST_LINE {
        return diagnostic;
    }
    diagnostic.replace(line, text)
}

/// Where the last thing inside ends: a block of lines reaches to its last word.
fn end_of(value: &Value, start: usize) -> usize {
    match value {
        Value::List(items) => items.last().map_or(start, |item| item.span.end),
        Value::Map(map) => map
            .entries
            .last()
            .map_or(start, |(key, node)| node.span.end.max(key.span.end)),
        Value::Null | Value::Scalar(_) => start,
    }
}

/// Whether a key between braces has no value, not even a colon.
fn is_unsaid(text: &str, key: &Key, node: &Node) -> bool {
    node.value == Value::Null
        && !text
            .get(key.span.end..node.span.end)
            .is_some_and(|between| between.contains(':'))
        && !text[key.span.end..].trim_start().starts_with(':')
}

/// `{fr: Santé, hébergement, en: Health}`: the words after the comma belong to what precedes.
fn comma(text: &str, map: &mut Map, key: &Key) -> Finding {
    let diagnostic = Diagnostic::new(&say::COMMA).with("key", &key.name);
    let Some((_, last)) = map.entries.last_mut() else {
        return Finding::new(diagnostic, key.span);
    };
    let Value::Scalar(scalar) = &mut last.value else {
        return Finding::new(diagnostic, key.span);
    };
    let whole = Span::new(last.span.start, key.span.end);
    let written = &text[whole.start..whole.end];
    scalar.text = match scalar.style {
        Style::Plain if !written.contains('\n') => composed(written).into_owned(),
        _ => format!("{}, {}", scalar.text, key.name),
    };
    last.span = whole;
    let line = fix::line_at(text, whole.start);
    // Of a number with a comma, its field will say how it is written.
    let is_number = written.bytes().all(|b| b.is_ascii_digit() || b == b',');
    let diagnostic = if written.contains('\n') || is_number {
        diagnostic
    } else {
        with_line(
            diagnostic,
            line,
            format!(
                "{}{}{}",
                &text[line.start..whole.start],
                quoted(&scalar.text),
                &text[whole.end..line.end]
            ),
        )
    };
    Finding::new(diagnostic, key.span)
}

/// Plain words that other programs read as something else, and quotation marks from a word
/// processor. A value between two marks that do not pair is what stands between them.
fn check_word(text: &str, node: &mut Node, findings: &mut Vec<Finding>) {
    let Value::Scalar(scalar) = &mut node.value else {
        return;
    };
    if scalar.style != Style::Plain || text[node.span.start..node.span.end].contains('\n') {
        return;
    }
    let rewritten = |diagnostic: Diagnostic, value: &str| {
        let line = fix::line_at(text, node.span.start);
        let (head, tail) = (
            &text[line.start..node.span.start],
            &text[node.span.end..line.end],
        );
        Finding::new(
            with_line(diagnostic, line, format!("{head}{}{tail}", quoted(value))),
            node.span,
        )
    };
    if let Some(found) = fix::unpaired(&scalar.text) {
        let diagnostic = Diagnostic::new(&say::QUOTE_PAIR)
            .with("open", found.open)
            .with("close", found.close);
        let mut finding = rewritten(diagnostic, found.inner);
        if let Some((mark, words)) = &found.other {
            finding = rewritten(finding.diagnostic.with("mark", mark), words);
        }
        let inner = found.inner.to_owned();
        findings.push(finding);
        scalar.text = inner;
        return;
    }
    if let Some(inner) = in_curly_quotes(&scalar.text) {
        findings.push(rewritten(Diagnostic::new(&say::CURLY_QUOTES), inner));
    }
    let diagnostic = match elsewhere(&scalar.text) {
        None => return,
        Some(Elsewhere::Boolean(value)) => Diagnostic::new(&say::AMBIGUOUS).with(
            "meaning",
            if value {
                say::meaning::TRUE
            } else {
                say::meaning::FALSE
            },
        ),
        Some(Elsewhere::Number(number)) => {
            Diagnostic::new(&say::AMBIGUOUS_NUMBER).with("number", number)
        }
    };
    let diagnostic = diagnostic.with("value", &scalar.text);
    findings.push(rewritten(diagnostic, &scalar.text));
}

/// What is between curly quotation marks that enclose the whole of a text.
fn in_curly_quotes(text: &str) -> Option<&str> {
    let inner = [('“', '”'), ('„', '“'), ('”', '”'), ('‘', '’'), ('’', '’')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))?;
    (!inner.contains(['“', '”', '„']) && fix::is_even(inner)).then_some(inner)
}

/// What YAML 1.1 makes of plain words.
enum Elsewhere {
    Boolean(bool),
    Number(u64),
}

/// YAML 1.1, sections 10.2.1.2 (bool) and 10.2.1.3 (int), where 1.2 reads text.
fn elsewhere(text: &str) -> Option<Elsewhere> {
    if text.len() > 18 {
        return None;
    }
    let in_one_case = text.chars().all(char::is_lowercase)
        || text.chars().all(char::is_uppercase)
        || text.chars().skip(1).all(char::is_lowercase);
    if in_one_case {
        match text.to_ascii_lowercase().as_str() {
            "yes" | "on" => return Some(Elsewhere::Boolean(true)),
            "no" | "off" => return Some(Elsewhere::Boolean(false)),
            _ => {}
        }
    }
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if is_number(text) && text.len() > 1 && text.starts_with('0') {
        return u64::from_str_radix(text, 8)
            .or_else(|_| text.parse())
            .ok()
            .map(Elsewhere::Number);
    }
    if text.contains(':') && text.split(':').all(is_number) && !text.starts_with('0') {
        let parts: Option<Vec<u64>> = text.split(':').map(|part| part.parse().ok()).collect();
        let parts = parts?;
        if parts[1..].iter().all(|part| *part < 60) {
            return parts
                .into_iter()
                .try_fold(0u64, |sum, part| sum.checked_mul(60)?.checked_add(part))
                .map(Elsewhere::Number);
        }
    }
    if text.contains('_') && text.split('_').all(is_number) {
        return text.replace('_', "").parse().ok().map(Elsewhere::Number);
    }
    None
}
