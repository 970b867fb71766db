//! Headings, lists, tables, images, links and directives of a text, to be compared.

use rihla_diagnostics::catalogue::check::term;
use rihla_diagnostics::{Span, Text};
use rihla_text::markdown::directive::{
    ArgumentValue, Body, ColumnKind, Directive, DirectiveLine, Holds, ParameterKind,
};
use rihla_text::markdown::{Block, BlockKind, Definition, Document, Inline, InlineKind};

/// What a text is made of: for each kind of thing, what there is of it, in order.
#[derive(Debug, Default)]
pub struct Shape {
    things: [Vec<(String, Span)>; 10],
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
const FILES: usize = 8;
const CAPTIONS: usize = 9;

/// What is told of the first is why the second differs too.
const CAUSES: [(usize, usize); 3] = [(DIRECTIVES, ROWS), (DIRECTIVES, FILES), (ROWS, FILES)];

/// What each kind is called, and whether its order counts.
const KINDS: [(Text, bool); 10] = [
    (term::HEADINGS, true),
    (term::LISTS, true),
    (term::TABLES, true),
    (term::PICTURES, false),
    (term::LINKS, false),
    (term::DIRECTIVES, true),
    (term::PARAGRAPHS, false),
    (term::ROWS, true),
    (term::FILES, true),
    (term::CAPTIONS, false),
];

/// A difference between what two texts are made of.
#[derive(Debug)]
pub struct Unlike {
    /// Of what kind.
    pub what: Text,
    /// How many there are in each.
    pub counts: [usize; 2],
    /// What is there and is not in the other, with its place; `None` where nothing is.
    pub sides: [Option<(String, Span)>; 2],
    /// Whether the second lacks something that the first has.
    pub is_less: bool,
    /// Where there is something of the kind; nothing for a kind whose order does not count.
    pub places: [Vec<Span>; 2],
}

impl Shape {
    /// What a document in a language is made of; `target` names what a link leads to, the same in every
    /// language.
    pub fn of(document: &Document, tag: &str, target: &dyn Fn(&str) -> String) -> Self {
        let mut shape = Self {
            tag: tag.to_lowercase(),
            ..Self::default()
        };
        shape.blocks(&document.blocks, document, target);
        for note in &document.notes {
            shape.blocks(&note.blocks, document, target);
        }
        shape
    }

    fn add(&mut self, kind: usize, name: String, span: Span) {
        self.things[kind].push((name, span));
    }

    fn blocks(&mut self, blocks: &[Block], document: &Document, target: &dyn Fn(&str) -> String) {
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
                BlockKind::Quote(blocks) => self.blocks(blocks, document, target),
                BlockKind::List { start, items } => {
                    let name = match start {
                        Some(start) => format!("{start}. × {}", items.len()),
                        None => items.len().to_string(),
                    };
                    self.add(LISTS, name, span);
                    for item in items {
                        self.blocks(&item.blocks, document, target);
                    }
                }
                BlockKind::Definitions(parts) => {
                    self.add(LISTS, parts.len().to_string(), span);
                    for part in parts {
                        match part {
                            Definition::Term(words) => self.line(words, target),
                            Definition::Description(blocks) => {
                                self.blocks(blocks, document, target);
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
                    match &directive.body {
                        Body::Nothing => {}
                        Body::Blocks(blocks) => self.blocks(blocks, document, target),
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

    /// A directive with the words that its braces hold, and its files.
    fn directive(&mut self, directive: &Directive, span: Span) {
        let mut words: Vec<&str> = Vec::new();
        for argument in &directive.arguments {
            let ArgumentValue::Text(text) = &argument.value else {
                continue;
            };
            match argument.parameter.kind {
                ParameterKind::Text | ParameterKind::Alternative if !text.trim().is_empty() => {
                    words.push(argument.parameter.name);
                }
                // A document in another language is another document.
                ParameterKind::File if directive.value("language").is_none() => {
                    self.add(FILES, self.same_file(text), argument.span);
                }
                ParameterKind::Image | ParameterKind::Data => {
                    self.add(FILES, self.same_file(text), argument.span);
                }
                _ => {}
            }
        }
        words.sort_unstable();
        let name = directive.shape.name;
        let name = match words.is_empty() {
            true => name.to_owned(),
            false => format!("{name}{{{}}}", words.join(", ")),
        };
        self.add(DIRECTIVES, name, span);
    }

    /// A row with the cells that are filled, and its picture.
    fn row(&mut self, directive: &Directive, line: &DirectiveLine) {
        let Holds::Lines(columns) = directive.shape.holds else {
            return;
        };
        let filled = || {
            let cells = columns.iter().zip(&line.cells);
            cells.filter(|(_, cell)| !cell.text.trim().is_empty())
        };
        let names: Vec<&str> = filled().map(|(column, _)| column.name).collect();
        self.add(ROWS, names.join(" | "), line.span);
        for (column, cell) in filled() {
            if matches!(column.kind, ColumnKind::Image) {
                self.add(FILES, self.same_file(&cell.text), cell.span);
            }
        }
    }

    /// The path of a file without the tag of the language: `carte.fr.png`, `carte-fr.png` and `fr/carte.png`
    /// are the counterparts of what has another tag there.
    fn same_file(&self, path: &str) -> String {
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
                    self.add(LINKS, target(destination), inline.span);
                    self.line(children, target);
                }
                InlineKind::Image { source, .. } => {
                    self.add(IMAGES, self.same_file(source), inline.span);
                }
                InlineKind::Code(_) => self.code.push(inline.span),
                _ => {}
            }
        }
    }

    /// Where two texts are not made alike, one difference for each kind of thing.
    pub fn unlike(&self, other: &Self) -> Vec<Unlike> {
        let mut found = Vec::new();
        for (kind, (what, is_ordered)) in KINDS.into_iter().enumerate() {
            let (mut a, mut b) = (self.things[kind].clone(), other.things[kind].clone());
            let counts = [a.len(), b.len()];
            if is_ordered {
                let same = a.iter().zip(&b).take_while(|(a, b)| a.0 == b.0).count();
                a.drain(..same);
                b.drain(..same);
            } else {
                a.retain(
                    |thing| match b.iter().position(|other| other.0 == thing.0) {
                        Some(at) => {
                            b.remove(at);
                            false
                        }
                        None => true,
                    },
                );
            }
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
            let sides = [a.into_iter().next(), b.into_iter().next()];
            let is_less = match &sides {
                [Some((one, _)), Some((other, _))] if matches!(kind, DIRECTIVES | ROWS) => {
                    let words = |name: &str| -> Vec<String> {
                        let words = name.split(|c: char| !c.is_alphanumeric() && c != '-');
                        words.map(str::to_owned).collect()
                    };
                    let others = words(other);
                    counts[1] < counts[0]
                        || counts[1] == counts[0]
                            && words(one).iter().any(|word| !others.contains(word))
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
