//! Headings, lists, tables, images, links and directives of a text, to be compared.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::values::{self, Known, Unequal};
use rihla_diagnostics::catalogue::check::term;
use rihla_diagnostics::{Span, Text, Value};
use rihla_text::markdown::directive::{
    ArgumentValue, Body, Column, Directive, DirectiveLine, Holds, ParameterKind,
};
use rihla_text::markdown::{Block, BlockKind, Definition, Document, Inline, InlineKind};
use rihla_text::url::decoded;

/// What a text is made of: for each kind of thing, what there is of it, in order.
#[derive(Debug, Default)]
pub struct Shape {
    things: [Vec<(Name, Span)>; 9],
    blocks: Vec<values::Block>,
    /// The language, in small letters.
    tag: String,
    /// Where code stands.
    pub code: Vec<Span>,
}

const HEADINGS: usize = 0;
const LISTS: usize = 1;
const TABLES: usize = 2;
const IMAGES: usize = 3;
const LINKS: usize = 4;
const DIRECTIVES: usize = 5;
const PARAGRAPHS: usize = 6;
const ROWS: usize = 7;
const CAPTIONS: usize = 8;

/// What is told of the first is why the second differs too.
const CAUSES: [(usize, usize); 1] = [(DIRECTIVES, ROWS)];

/// What each kind is called, and whether its order counts.
const KINDS: [(Text, bool); 9] = [
    (term::HEADINGS, true),
    (term::LISTS, true),
    (term::TABLES, true),
    (term::IMAGES, false),
    (term::LINKS, false),
    (term::DIRECTIVES, true),
    (term::PARAGRAPHS, false),
    (term::ROWS, true),
    (term::CAPTIONS, false),
];

/// By what a thing is compared with others of its kind.
#[derive(Clone, Debug)]
pub enum Name {
    /// A number, or number signs.
    Written(String),
    /// What is the same in every language, and how the writer wrote it.
    Meant(String, String),
    /// A directive, and the parameters with words that it has.
    Directive(&'static str, Vec<&'static str>),
    /// The cells of a row that are filled, by what they are called.
    Cells(Vec<&'static str>),
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Name {
    fn key(&self) -> (&str, &[&'static str]) {
        match self {
            Self::Written(name) | Self::Meant(name, _) => (name, &[]),
            Self::Directive(name, words) => (name, words),
            Self::Cells(names) => ("", names),
        }
    }

    /// What it is in a message.
    pub fn said(&self) -> Value {
        match self {
            Self::Written(name) | Self::Meant(_, name) => name.into(),
            Self::Directive(name, words) if words.is_empty() => name.into(),
            Self::Directive(name, words) => format!("{name}{{{}}}", words.join(", ")).into(),
            Self::Cells(names) => Value::List(names.iter().map(|name| Text(name).into()).collect()),
        }
    }

    /// Whether something of it is not in another one.
    fn has_more(&self, other: &Self) -> bool {
        let parts = |name: &Self| match name {
            Self::Directive(_, words) => words.clone(),
            Self::Cells(names) => names.clone(),
            Self::Written(_) | Self::Meant(..) => Vec::new(),
        };
        let others = parts(other);
        let is_other = match (self, other) {
            (Self::Directive(one, _), Self::Directive(other, _)) => one != other,
            _ => false,
        };
        is_other || parts(self).iter().any(|part| !others.contains(part))
    }
}

/// A difference between what two texts are made of.
#[derive(Debug)]
pub struct Unlike {
    /// Of what kind.
    pub what: Text,
    /// How many there are in each.
    pub counts: [usize; 2],
    /// What is there and is not in the other, with its place; `None` where nothing is.
    pub sides: [Option<(Name, Span)>; 2],
    /// Whether the second lacks something that the first has.
    pub is_less: bool,
    /// Where there is something of the kind; nothing for a kind whose order does not count.
    pub places: [Vec<Span>; 2],
}

impl Shape {
    /// What a document in a language is made of.
    pub fn of(document: &Document, tag: &str, known: Known) -> Self {
        let mut shape = Self {
            tag: tag.to_lowercase(),
            ..Self::default()
        };
        shape.blocks(&document.blocks, document, known);
        for note in &document.notes {
            shape.blocks(&note.blocks, document, known);
        }
        shape
    }

    fn add(&mut self, kind: usize, name: String, span: Span) {
        self.things[kind].push((Name::Written(name), span));
    }

    fn blocks(&mut self, blocks: &[Block], document: &Document, known: Known) {
        let target = known.target;
        for block in blocks {
            let span = block.span;
            match &block.kind {
                BlockKind::Paragraph(inlines) => {
                    // Those of one section are alike: how many there are counts.
                    let section = self.things[HEADINGS].len().to_string();
                    self.add(PARAGRAPHS, section, span);
                    self.line(inlines, target);
                }
                BlockKind::Tight(inlines) => self.line(inlines, target),
                BlockKind::Heading(number, inlines) => {
                    let level = document.toc().get(*number).map_or(2, |h| h.level);
                    self.add(HEADINGS, "#".repeat(level.into()), span);
                    self.line(inlines, target);
                }
                BlockKind::Quote(blocks) => self.blocks(blocks, document, known),
                BlockKind::List { start, items } => {
                    let name = match start {
                        Some(start) => format!("{start}. × {}", items.len()),
                        None => items.len().to_string(),
                    };
                    self.add(LISTS, name, span);
                    for item in items {
                        self.blocks(&item.blocks, document, known);
                    }
                }
                BlockKind::Definitions(parts) => {
                    self.add(LISTS, parts.len().to_string(), span);
                    for part in parts {
                        match part {
                            Definition::Term(words) => self.line(words, target),
                            Definition::Description(blocks) => {
                                self.blocks(blocks, document, known);
                            }
                        }
                    }
                }
                BlockKind::Table { head, rows, .. } => {
                    let size = format!("{} × {}", rows.len() + 1, head.len());
                    self.add(TABLES, size, span);
                    for cell in head.iter().chain(rows.iter().flatten()) {
                        self.line(cell, target);
                    }
                }
                BlockKind::Figure { image, caption } => {
                    self.line(std::slice::from_ref(image), target);
                    if !caption.is_empty() {
                        self.add(CAPTIONS, String::new(), span);
                    }
                    self.line(caption, target);
                }
                BlockKind::Directive(directive) => {
                    self.directive(directive, span);
                    self.blocks.push(values::Block::of(directive, span, known));
                    match &directive.body {
                        Body::Nothing => {}
                        Body::Blocks(blocks) => self.blocks(blocks, document, known),
                        Body::Lines(lines) => {
                            for line in lines {
                                self.row(directive, line);
                                for cell in &line.cells {
                                    self.line(&cell.inlines, target);
                                }
                            }
                        }
                    }
                }
                BlockKind::Code { .. } => self.code.push(span),
                BlockKind::Rule | BlockKind::Html(_) => {}
            }
        }
    }

    /// A directive with the words that its braces hold.
    fn directive(&mut self, directive: &Directive, span: Span) {
        let arguments = directive.arguments.iter();
        let words = arguments.filter(|argument| {
            let is_words = matches!(
                argument.parameter.kind,
                ParameterKind::Text | ParameterKind::Alternative
            );
            let text = match &argument.value {
                ArgumentValue::Text(text) => text.trim(),
                _ => "",
            };
            is_words && !text.is_empty()
        });
        let mut words: Vec<&str> = words.map(|argument| argument.parameter.name).collect();
        words.sort_unstable();
        let name = Name::Directive(directive.shape.name, words);
        self.things[DIRECTIVES].push((name, span));
    }

    /// A row with the cells that are filled.
    fn row(&mut self, directive: &Directive, line: &DirectiveLine) {
        let Holds::Lines(columns) = directive.shape.holds else {
            return;
        };
        let filled = |column: &'static Column, text: &str| {
            (!text.trim().is_empty()).then_some(column.text.0)
        };
        let cells = columns.iter().zip(&line.cells);
        let names = cells.filter_map(|(column, cell)| filled(column, &cell.text));
        let name = Name::Cells(names.collect());
        self.things[ROWS].push((name, line.span));
    }

    /// The path of a file without the tag of the language: `carte.fr.png`, `carte-fr.png` and `fr/carte.png`
    /// are the counterparts of what has another tag there.
    fn same_file(&self, path: &str) -> String {
        let path = decoded(path);
        let path = path.trim().trim_start_matches("./");
        let mut out = String::with_capacity(path.len());
        for piece in path.split_inclusive(['/', '.', '-', '_', ' ']) {
            let word = piece.trim_end_matches(['/', '.', '-', '_', ' ']);
            if word.to_lowercase() != self.tag {
                out.push_str(piece);
            }
        }
        out
    }

    fn line(&mut self, inlines: &[Inline], target: &dyn Fn(&str) -> String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Strike(children) => self.line(children, target),
                InlineKind::Language { words, .. } => self.line(words, target),
                InlineKind::Link {
                    destination,
                    children,
                    ..
                } => {
                    let name = Name::Meant(target(destination), destination.to_string());
                    self.things[LINKS].push((name, inline.span));
                    self.line(children, target);
                }
                InlineKind::Image { source, .. } => {
                    let name = Name::Meant(self.same_file(source), source.to_string());
                    self.things[IMAGES].push((name, inline.span));
                }
                InlineKind::Code(_) => self.code.push(inline.span),
                _ => {}
            }
        }
    }

    /// Where the directives of two texts differ in what is the same in every language.
    pub fn unequal(&self, other: &Self) -> Vec<Unequal> {
        values::unequal(&self.blocks, &other.blocks)
    }

    /// Where two texts are not made alike, one difference for each kind of thing.
    pub fn unlike(&self, other: &Self) -> Vec<Unlike> {
        let mut found = Vec::new();
        for (kind, (what, is_ordered)) in KINDS.into_iter().enumerate() {
            let counts = [&self, &other].map(|shape| shape.things[kind].len());
            let [a, b] = match is_ordered {
                true => after_head(&self.things[kind], &other.things[kind]),
                false => without_common(&self.things[kind], &other.things[kind]),
            };
            let is_same = match kind {
                // Which section they stand in is the translator's affair.
                PARAGRAPHS => counts[0] == counts[1],
                _ => a.is_empty() && b.is_empty(),
            };
            let is_told = |cause: usize| {
                let what = KINDS[cause].0;
                found.iter().any(|unlike: &Unlike| unlike.what == what)
            };
            let mut causes = CAUSES.iter().filter(|(_, effect)| *effect == kind);
            let is_effect = causes.any(|(cause, _)| is_told(*cause))
                || kind == CAPTIONS && self.things[IMAGES].len() != other.things[IMAGES].len();
            if is_same || is_effect {
                continue;
            }
            let sides = [a, b].map(|things| things.into_iter().next().cloned());
            let is_less = match &sides {
                [Some((one, _)), Some((other, _))] if matches!(kind, DIRECTIVES | ROWS) => {
                    counts[1] < counts[0] || counts[1] == counts[0] && one.has_more(other)
                }
                _ => counts[1] < counts[0],
            };
            let places = [self, other].map(|shape| match is_ordered || kind == PARAGRAPHS {
                true => shape.things[kind].iter().map(|(_, span)| *span).collect(),
                false => Vec::new(),
            });
            found.push(Unlike {
                what,
                counts,
                sides,
                is_less,
                places,
            });
        }
        found
    }
}

type Things<'t> = Vec<&'t (Name, Span)>;

/// What two rows of things have from the first on that is not the same.
fn after_head<'t>(one: &'t [(Name, Span)], other: &'t [(Name, Span)]) -> [Things<'t>; 2] {
    let same = one.iter().zip(other).take_while(|(a, b)| a.0 == b.0);
    let same = same.count();
    [one, other].map(|things| things[same..].iter().collect())
}

/// What each of two bags of things has more than the other.
fn without_common<'t>(one: &'t [(Name, Span)], other: &'t [(Name, Span)]) -> [Things<'t>; 2] {
    let more = |things: &'t [(Name, Span)], others: &'t [(Name, Span)]| -> Things<'t> {
        let mut counts: BTreeMap<&Name, usize> = BTreeMap::new();
        for (name, _) in others {
            *counts.entry(name).or_default() += 1;
        }
        let is_more = |(name, _): &&'t (Name, Span)| match counts.get_mut(name) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        things.iter().filter(is_more).collect()
    };
    [more(one, other), more(other, one)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_one_name_however_it_is_written() {
        let shape = |tag: &str| Shape {
            tag: tag.to_owned(),
            ..Shape::default()
        };
        for (french, english) in [
            ("sche\u{301}ma.png", "schéma.png"),
            ("./schéma.png", "sch%C3%A9ma.png"),
            ("carte.fr.png", "carte.en.png"),
            ("fr/carte.png", "en/carte.png"),
        ] {
            let [one, other] =
                [("fr", french), ("en", english)].map(|(tag, path)| shape(tag).same_file(path));
            assert_eq!(one, other, "{french}");
        }
        assert_ne!(
            shape("fr").same_file("a.png"),
            shape("en").same_file("b.png")
        );
    }
}
