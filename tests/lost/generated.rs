//! Trees of blocks with a marker wherever words may stand.

use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::page;

/// What is written for blocks, without marks of the frame around them: `@` stands for a marker.
#[derive(Clone, Debug)]
enum Node {
    Paragraph(Vec<Piece>),
    Heading(u8, Piece),
    Underlined(Piece),
    Rule,
    Quote(Vec<Node>),
    List(Bullet, bool, Vec<Vec<Node>>),
    Definitions(Piece, Vec<Node>),
    Table(usize, Vec<Vec<Piece>>),
    Fence(&'static str, usize),
    Indented(usize),
    Directive(&'static str, Vec<Node>),
    Lines(Vec<Piece>),
    Note(u8, Vec<Node>),
    Comment,
    LinkDefinition,
}

#[derive(Clone, Copy, Debug)]
enum Bullet {
    Dash,
    Star,
    Number(u8),
    Task,
}

/// A piece of a line; `@` is a marker.
type Piece = &'static str;

const PIECES: &[Piece] = &[
    "@",
    "@",
    "@ @",
    "*@*",
    "**@**",
    "***@ @***",
    "~~@~~",
    "`@`",
    "``@ ` @``",
    "[@](x.md)",
    "[@](x.md \"@\")",
    "[@ *@*](<x y.md>)",
    "[@][défini]",
    "[@][indéfini]",
    "![@](x.png)",
    "![@ *@*](x.png \"@\")",
    "[![@](x.png)](y.md)",
    "<https://e.org/>",
    "@[^1]",
    "@[^2]",
    "@[^A]",
    "@[^absente]",
    "![@[^1]](x.png)",
    "@\\\n@",
    "@  \n@",
    "@\n@",
    "@&nbsp;@",
    "\\*@\\*",
    "\\[@\\](x)",
    "[@](deux mots.pdf)",
    "![@](deux mots.png)",
    "**« @ »**@",
    "** @ **",
    "*@",
    "@*",
    "@_@_@",
    "__@",
    "`@",
    "@ | @",
    "@ \\| @",
    ":lang{en \"@\"}",
    "@:lang{en \"@\"}",
    ":lang{en @}",
    ":fact{un} @",
    ":fact @",
    "@ : @",
    "@\n: @",
    "@ {#x}",
    "@ <!-- x --> @",
    "@ <!w @> @",
    "@ <? @ ?> @",
    "@ <![CDATA[@]]> @",
    "<!@ @>",
    "<?@ > @?> @",
    "<![CDATA[@ @]]>",
    "<!W @",
    "<?php @",
    "<![CDATA[@",
    "<div>@ <!W @> @</div>",
    "{{ @ }}",
    "« @ »",
    "@ &amp; @ &eacute;",
    "[@]: @",
    "[^@",
    "[@](",
    "]@(",
    "> @",
    "# @",
    "@\n-",
    "@\n===",
    "\u{200b}@",
    "•\u{a0}@",
    "-\u{a0}@",
];

fn piece() -> impl Strategy<Value = Piece> {
    prop::sample::select(PIECES)
}

fn short() -> impl Strategy<Value = Piece> {
    let lines: Vec<Piece> = PIECES
        .iter()
        .copied()
        .filter(|piece| !piece.contains('\n'))
        .collect();
    prop::sample::select(lines)
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        6 => prop::collection::vec(piece(), 1..4).prop_map(Node::Paragraph),
        1 => (1u8..7, short()).prop_map(|(level, piece)| Node::Heading(level, piece)),
        1 => short().prop_map(Node::Underlined),
        1 => Just(Node::Rule),
        2 => (1usize..4, prop::collection::vec(prop::collection::vec(short(), 1..5), 1..4))
            .prop_map(|(columns, rows)| Node::Table(columns, rows)),
        1 => (prop::sample::select(vec!["```", "~~~", "```rust", "````"]), 0usize..4)
            .prop_map(|(fence, lines)| Node::Fence(fence, lines)),
        1 => (1usize..3).prop_map(Node::Indented),
        1 => prop::collection::vec(short(), 1..4).prop_map(Node::Lines),
        1 => Just(Node::Comment),
        1 => Just(Node::LinkDefinition),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let inside = || prop::collection::vec(inner.clone(), 1..4);
        let bullet = prop_oneof![
            Just(Bullet::Dash),
            Just(Bullet::Star),
            (0u8..12).prop_map(Bullet::Number),
            Just(Bullet::Task),
        ];
        prop_oneof![
            inside().prop_map(Node::Quote),
            (
                bullet,
                any::<bool>(),
                prop::collection::vec(prop::collection::vec(inner.clone(), 1..3), 1..4)
            )
                .prop_map(|(bullet, tight, items)| Node::List(bullet, tight, items)),
            (short(), inside()).prop_map(|(term, nodes)| Node::Definitions(term, nodes)),
            (
                prop::sample::select(vec![
                    "note",
                    "note{kind=warning}",
                    "quote",
                    "lang{ar}",
                    "inconnue",
                    "figure{file=x.png alt=\"x\"}"
                ]),
                inside()
            )
                .prop_map(|(name, nodes)| Node::Directive(name, nodes)),
            (0u8..3, inside()).prop_map(|(label, nodes)| Node::Note(label, nodes)),
        ]
    })
}

/// Writes a text, and numbers its markers.
#[derive(Default)]
struct Writer {
    text: String,
    /// The marks of the frames that are open, at the head of each line.
    prefix: Vec<String>,
    /// What stands for the last of them on the next line alone.
    first: Option<String>,
    markers: usize,
    directives: usize,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let last = self.prefix.len().saturating_sub(1);
        for (at, prefix) in self.prefix.iter().enumerate() {
            match self.first.take_if(|_| at == last) {
                Some(first) => self.text.push_str(&first),
                None => self.text.push_str(prefix),
            }
        }
        for (at, part) in line.split('@').enumerate() {
            if at > 0 {
                let _ = write!(self.text, "w{:05}q", self.markers);
                self.markers += 1;
            }
            self.text.push_str(part);
        }
        self.text.push('\n');
    }

    fn lines(&mut self, text: &str) {
        for line in text.split('\n') {
            self.line(line);
        }
    }

    fn nodes(&mut self, nodes: &[Node], is_tight: bool) {
        for (at, node) in nodes.iter().enumerate() {
            if at > 0 && !is_tight {
                self.line("");
            }
            self.node(node);
        }
    }

    fn within(&mut self, first: &str, prefix: &str, nodes: &[Node], is_tight: bool) {
        // A frame that is not begun is begun by its own line.
        if self.first.is_some() {
            self.line("");
        }
        self.prefix.push(prefix.to_owned());
        self.first = Some(first.to_owned());
        self.nodes(nodes, is_tight);
        self.first = None;
        self.prefix.pop();
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Paragraph(pieces) => self.lines(&pieces.join(" ")),
            Node::Heading(level, piece) => {
                self.line(&format!("{} {piece}", "#".repeat(usize::from(*level))));
            }
            Node::Underlined(piece) => {
                self.line(piece);
                self.line("---");
            }
            Node::Rule => self.line("***"),
            Node::Quote(nodes) => self.within("> ", "> ", nodes, false),
            Node::List(bullet, is_tight, items) => {
                for (at, item) in items.iter().enumerate() {
                    if at > 0 && !is_tight {
                        self.line("");
                    }
                    let mark = match bullet {
                        Bullet::Dash => "- ".to_owned(),
                        Bullet::Star => "* ".to_owned(),
                        Bullet::Number(number) => format!("{}. ", usize::from(*number) + at),
                        Bullet::Task => "- [x] ".to_owned(),
                    };
                    let width = match bullet {
                        Bullet::Task => 2,
                        _ => mark.len(),
                    };
                    self.within(&mark, &" ".repeat(width), item, *is_tight);
                }
            }
            Node::Definitions(term, nodes) => {
                self.line("");
                self.line(term);
                self.within(": ", "  ", nodes, false);
            }
            Node::Table(columns, rows) => {
                let row = |cells: &[Piece]| format!("| {} |", cells.join(" | "));
                self.line(&row(&vec!["@"; *columns]));
                self.line(&format!("|{}", "---|".repeat(*columns)));
                for cells in rows {
                    self.line(&row(cells));
                }
            }
            Node::Fence(fence, lines) => {
                self.line(fence);
                for _ in 0..*lines {
                    self.line("@ *@*");
                }
                self.line(fence.trim_end_matches(char::is_alphabetic));
            }
            Node::Indented(lines) => {
                for _ in 0..*lines {
                    self.line("    @");
                }
            }
            Node::Directive(name, nodes) => {
                self.directives += 1;
                self.line(&format!(":::{name}"));
                self.nodes(nodes, false);
                self.line(":::");
            }
            Node::Lines(pieces) => {
                self.line(":::key-figures");
                for piece in pieces {
                    self.line(&format!("{piece} | @"));
                }
                self.line(":::");
            }
            Node::Note(label, nodes) => {
                let label = ["1", "2", "a"][usize::from(*label)];
                self.within(&format!("[^{label}]: "), "    ", nodes, false);
            }
            Node::Comment => self.line("<!-- x -->"),
            Node::LinkDefinition => self.line("[@]: @"),
        }
    }
}

fn written(nodes: &[Node]) -> (String, usize) {
    let mut writer = Writer::default();
    writer.nodes(nodes, false);
    writer.text.push_str("\n[défini]: /x\n");
    (writer.text, writer.markers)
}

/// Where the markers stand in what is read, in order: their numbers.
fn found(read: &str) -> Vec<usize> {
    let mut numbers = Vec::new();
    let bytes = read.as_bytes();
    for (at, _) in read.match_indices('w') {
        let is_one = bytes.get(at + 6) == Some(&b'q');
        if let Some(number) = read.get(at + 1..at + 6).filter(|_| is_one)
            && let Ok(number) = number.parse()
        {
            numbers.push(number);
        }
    }
    numbers
}

pub fn check(text: &str, markers: usize) -> Result<(), TestCaseError> {
    let (html, diagnostics) = page::drawn(text);
    let told = page::told(&diagnostics);
    let (body, notes) = page::read(&html);
    let (body, notes) = (found(&body), found(&notes));
    let covers = |at: usize, length: usize| {
        let mut told = told.iter();
        told.any(|span| span.start <= at && at + length <= span.end)
    };
    let is_told = |number: usize| {
        let marker = format!("w{number:05}q");
        let at = text.find(&marker).expect("it was written");
        // A note goes with the words that held its mark.
        let note = text[..at]
            .rfind("]:")
            .and_then(|end| text[..end].rfind("[^"));
        let label = note.and_then(|note| text[note..].split_inclusive(']').next());
        let goes_with = |label: &str| {
            let (text, label) = (text.to_lowercase(), label.to_lowercase());
            let mut marks = text.match_indices(&label);
            marks.any(|(mark, _)| Some(mark) != note && covers(mark, label.len()))
        };
        covers(at, marker.len()) || label.is_some_and(goes_with)
    };
    for number in 0..markers {
        let count = body
            .iter()
            .chain(&notes)
            .filter(|known| **known == number)
            .count();
        prop_assert!(
            count == 1 || count == 0 && is_told(number),
            "w{number:05}q stands {count} times\n{text}\n{html}\n{:?}",
            page::covered(text, &diagnostics)
        );
    }
    let ordered: Vec<usize> = body
        .iter()
        .copied()
        .filter(|number| !is_told(*number))
        .collect();
    prop_assert!(
        ordered.is_sorted(),
        "another order: {ordered:?}\n{text}\n{html}"
    );
    Ok(())
}

#[test]
fn every_word_of_a_generated_text_is_on_its_page_or_told() {
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    });
    let texts = prop::collection::vec(node(), 1..6);
    let result = runner.run(&texts, |nodes| {
        let (text, markers) = written(&nodes);
        check(&text, markers)
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// What a generated text once found: `found.md`, in which `%%%%` stands between two texts.
#[test]
fn every_word_of_a_text_that_was_found_is_on_its_page_or_told() {
    for text in include_str!("found.md").split("%%%%\n") {
        let markers = text.matches("w0000").count();
        if let Err(error) = check(text, markers) {
            panic!("{error}");
        }
    }
}
