//! Text becomes values, with a place for every key and value.
//!
//! ```text
//! text ─tree─▶ Node          where the parser is content
//!        └─fix─▶ corrected copy ─tree─▶ …   where it is not: each mistake is reported
//!                                            with its correction, and reading goes on
//! ```
//!
//! The language is YAML 1.2 without anchors, aliases, tags and several documents: nothing
//! that a person who writes content needs, and all that an attacker does. A scalar is text
//! until a field gives it a type, so that `NO` is a country and `010` a code.

pub mod edit;
mod fix;
mod foreign;
mod front_matter;
mod tree;
mod written;

#[cfg(test)]
mod tests;

pub use front_matter::{FrontMatter, front_matter};
pub use written::Written;

use std::collections::BTreeSet;
use std::sync::Arc;

use rihla_diagnostics::catalogue::yaml as say;
use rihla_diagnostics::{Diagnostic, Draft, Location, Span};

/// How many mistakes of syntax are fixed in one file before reading is given up.
const MOST_CORRECTIONS: usize = 50;

/// How many bytes are parsed again and again for the sake of further mistakes.
const MOST_WORK: usize = 16 << 20;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// In the text of the file; empty, after the key, where nothing is written.
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

/// What a piece of YAML says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Words, whatever they look like.
    Scalar(Scalar),
    /// `[a, b]`, or lines that begin with `- `.
    List(Vec<Node>),
    /// `{a: b}`, or lines of the form `a: b`.
    Map(Map),
}

/// Words.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// Without the quotation marks.
    pub text: String,
    /// How they are written.
    pub style: Style,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotation marks.
    Plain,
    /// In `'`.
    SingleQuoted,
    /// In `"`.
    DoubleQuoted,
    /// After `|`.
    Literal,
    /// After `>`.
    Folded,
}

/// A key and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Without quotation marks.
    pub name: String,
    /// In the text of the file.
    pub span: Span,
}

/// Keys with their values, in the order in which they are written. No key stands twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    entries: Vec<(Key, Node)>,
}

impl Map {
    /// All keys with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Node)> {
        self.entries.iter().map(|(key, node)| (key, node))
    }

    /// The value of a key.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.iter()
            .find(|(key, _)| key.name == name)
            .map(|(_, node)| node)
    }

    /// Whether it has no key.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes a key and its value out.
    pub fn remove(&mut self, name: &str) -> Option<Node> {
        let at = self.entries.iter().position(|(key, _)| key.name == name)?;
        Some(self.entries.remove(at).1)
    }
}

/// What is known of the fields of a file before it is read.
///
/// YAML takes the first field of an item of a list for a text where its colon is missing or written otherwise
/// (`- name:Ali`); what stands there then is told by what may stand there alone.
pub trait Shape {
    /// Whether `name` is a field of the group that stands below some keys; for `is_item`, of the groups that
    /// are the items of the list there.
    fn has_field(&self, keys: &[&str], name: &str, is_item: bool) -> bool;

    /// Whether the values of the list that stands below some keys are texts.
    fn is_texts(&self, _keys: &[&str]) -> bool {
        false
    }
}

/// Nothing is known.
impl Shape for () {
    fn has_field(&self, _: &[&str], _: &str, _: bool) -> bool {
        false
    }
}

/// As [`parse_as`], of a file of whose fields nothing is known.
pub fn parse(path: &Arc<str>, text: &str, range: Span) -> (Option<Node>, Vec<Diagnostic>) {
    parse_as(path, text, range, &())
}

/// Reads the piece `range` of a file's text as YAML.
///
/// Every mistake is reported with its place in the whole text. Where it can be told what was
/// meant, the value is what the corrected text says, so that what comes after can be checked
/// too; `None` where the piece could not be read at all.
///
/// Takes time and memory in proportion to the piece, whatever stands in it.
pub fn parse_as(
    path: &Arc<str>,
    text: &str,
    range: Span,
    shape: &dyn Shape,
) -> (Option<Node>, Vec<Diagnostic>) {
    let mut corrected = Draft::new(text[range.start..range.end].into());
    let mut mistakes = Vec::new();
    let mut work = 0;
    let (root, findings) = loop {
        work += corrected.text().len();
        let (root, fault, findings) = tree::build(corrected.text());
        // Words alone are no fields, and may be meant as some.
        let fault = fault.or_else(|| {
            let at = root.as_ref().filter(|root| root.is_plain())?.span.start;
            fix::is_field(corrected.text(), at).then_some(tree::Fault::Syntax(at))
        });
        let fault = fault.or_else(|| {
            let root = root.as_ref()?;
            meant(corrected.text(), root, &mut Vec::new(), false, shape)
        });
        let Some(fault) = fault else {
            break (root, findings);
        };
        let goes_on = mistakes.len() < MOST_CORRECTIONS && work < MOST_WORK;
        if let tree::Fault::Syntax(at) = fault
            && goes_on
            && fix::space_after_marks(&mut corrected, at)
        {
            continue;
        }
        match fix::fix(&mut corrected, &fault, shape) {
            (mistake, true) if goes_on => mistakes.push(mistake),
            (mistake, _) => {
                mistakes.push(mistake);
                break (None, Vec::new());
            }
        }
    };
    // Findings point into the corrected copy, mistakes into the piece.
    mistakes.extend(
        findings
            .into_iter()
            .map(|finding| finding.moved(|span| corrected.origin(span))),
    );
    let diagnostics = mistakes
        .into_iter()
        .map(|finding| {
            finding
                .moved(|span| span.shifted(range.start))
                .placed_in(path)
        })
        .collect();
    let root = root.map(|mut root| {
        root.each(&mut |span| *span = corrected.origin(*span).shifted(range.start));
        root
    });
    (root, diagnostics)
}

/// The first words that are meant as a field, where a group of fields stands. The depth is bounded by
/// [`tree::DEEPEST`].
fn meant<'n>(
    text: &str,
    node: &'n Node,
    keys: &mut Vec<&'n str>,
    is_item: bool,
    shape: &dyn Shape,
) -> Option<tree::Fault> {
    match &node.value {
        Value::Scalar(_) if node.is_plain() => {
            let at = node.span.start;
            if fix::is_glued_item(text, at) {
                return Some(tree::Fault::Item(at));
            }
            let is_known = |name: &str| shape.has_field(keys, name, is_item);
            fix::is_known_field(text, at, is_known).then_some(tree::Fault::Field(at))
        }
        Value::List(items) if !is_item => {
            let is_text =
                |item: &&Node| is_words(text, item, &|name| shape.has_field(keys, name, true));
            if let Some(item) = items.iter().find(is_text).filter(|_| shape.is_texts(keys)) {
                return Some(tree::Fault::Words(item.span));
            }
            items
                .iter()
                .find_map(|item| meant(text, item, keys, true, shape))
        }
        Value::Map(map) => {
            let (first, _) = map.entries.first()?;
            let name = fix::behind_sign(&first.name);
            if !is_item && name.is_some_and(|name| shape.has_field(keys, name, true)) {
                return Some(tree::Fault::Item(first.span.start));
            }
            map.iter().find_map(|(key, node)| {
                keys.push(&key.name);
                let fault = meant(text, node, keys, false, shape);
                keys.pop();
                fault
            })
        }
        Value::Null | Value::Scalar(_) | Value::List(_) => None,
    }
}

/// Whether an item of a list is one line of words with a colon, which YAML reads as a key and its value.
fn is_words(text: &str, item: &Node, is_known: &dyn Fn(&str) -> bool) -> bool {
    let Value::Map(map) = &item.value else {
        return false;
    };
    let [(key, value)] = &map.entries[..] else {
        return false;
    };
    let written = &text[item.span.start..item.span.end];
    let is_plain = !written.contains('\n') && !written.starts_with(['"', '\'', '{', '[', '-', '?']);
    is_plain && value.is_plain() && !is_known(&key.name)
}

impl Node {
    /// Nothing, at a position.
    fn nothing(at: usize) -> Self {
        Self {
            span: Span::new(at, at),
            value: Value::Null,
        }
    }

    /// Whether it is words without quotation marks.
    fn is_plain(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.style == Style::Plain)
    }

    /// Visits every span. The depth is bounded by [`tree::DEEPEST`].
    fn each(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(|item| item.each(visit)),
            Value::Map(map) => {
                for (key, node) in &mut map.entries {
                    visit(&mut key.span);
                    node.each(visit);
                }
            }
            Value::Null | Value::Scalar(_) => {}
        }
    }
}

/// A diagnostic whose spans may still move.
#[derive(Debug)]
struct Finding {
    diagnostic: Diagnostic,
    span: Span,
    earlier: Option<Span>,
}

impl Finding {
    fn new(diagnostic: Diagnostic, span: Span) -> Self {
        Self {
            diagnostic,
            span,
            earlier: None,
        }
    }

    fn moved(mut self, to: impl Fn(Span) -> Span) -> Self {
        self.span = to(self.span);
        self.earlier = self.earlier.map(&to);
        self.diagnostic.move_edits(to);
        self
    }

    fn placed_in(self, path: &Arc<str>) -> Diagnostic {
        let diagnostic = self
            .diagnostic
            .placed(Location::new(path.clone(), self.span));
        match self.earlier {
            Some(span) => diagnostic.related(Location::new(path.clone(), span), say::FIRST),
            None => diagnostic,
        }
    }
}

/// Takes away what was guessed of a word as text where something surer was told of the same place:
/// `draft: yes` is no text that lacks quotation marks, where its field is true or false.
pub fn without_guesses(diagnostics: &mut Vec<Diagnostic>, is_surer: impl Fn(&Diagnostic) -> bool) {
    let is_guess = |found: &Diagnostic| {
        found.message == &say::AMBIGUOUS || found.message == &say::AMBIGUOUS_NUMBER
    };
    if !diagnostics.iter().any(is_guess) {
        return;
    }
    let told: BTreeSet<Location> = diagnostics
        .iter()
        .filter(|found| !is_guess(found) && is_surer(found))
        .filter_map(|found| found.place.clone())
        .collect();
    diagnostics.retain(|found| {
        let is_told = found
            .place
            .as_ref()
            .is_some_and(|place| told.contains(place));
        !(is_guess(found) && is_told)
    });
}

/// A text as YAML writes it in double quotes. A tab becomes a space: what is put in quotes was written
/// without them, where nobody means one.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
