//! Texts of any form, and what may become of them.

use proptest::prelude::*;

use super::super::super::Style;
use super::super::{Fresh, scalar, want};

/// A value, and how it is written.
#[derive(Clone, Debug)]
enum Model {
    Null(bool),
    Scalar(String, Style),
    List(Vec<Model>, bool),
    Map(Vec<(String, Model)>, bool),
}

/// Writes a text, with comments and empty lines as chance has it.
struct Pen {
    out: String,
    chance: u64,
    comments: usize,
    /// How far hyphens stand behind their key.
    offset: usize,
}

impl Pen {
    fn one_in(&mut self, count: u64) -> bool {
        self.chance = self
            .chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33).is_multiple_of(count)
    }

    /// The end of a line.
    fn end(&mut self) {
        if self.one_in(4) {
            let gap = if self.one_in(3) { "\t" } else { "  " };
            self.comments += 1;
            self.out.push_str(&format!("{gap}# c{}", self.comments));
        } else if self.one_in(9) {
            self.out.push(' ');
        }
        self.out.push('\n');
    }

    /// What may stand before a line.
    fn above(&mut self, column: usize) {
        if self.one_in(7) {
            self.out.push('\n');
        }
        if self.one_in(6) {
            self.comments += 1;
            let indent = " ".repeat(column);
            self.out
                .push_str(&format!("{indent}# c{}\n", self.comments));
        }
    }

    fn key(&mut self, name: &str) {
        let key = match scalar::is_plain(name, want::Kind::Text, true) {
            true => name.to_owned(),
            false => scalar::double_quoted(name),
        };
        self.out.push_str(&key);
        self.out.push(':');
    }

    fn scalar(text: &str, style: Style, is_flow: bool) -> String {
        let is_single = !text.contains(|c: char| c.is_control());
        match style {
            Style::Plain if scalar::is_plain(text, want::Kind::Plain, is_flow) => text.to_owned(),
            Style::SingleQuoted if is_single => format!("'{}'", text.replace('\'', "''")),
            _ => scalar::double_quoted(text),
        }
    }

    fn flow(&mut self, model: &Model) {
        match model {
            Model::Null(_) => self.out.push('~'),
            Model::Scalar(text, style) => {
                let text = Self::scalar(text, *style, true);
                self.out.push_str(&text);
            }
            Model::List(items, _) => {
                let is_long = self.one_in(4);
                self.out.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.before_flow(at, is_long);
                    self.flow(item);
                    self.behind_flow(at + 1 == items.len(), is_long);
                }
                self.out.push(']');
            }
            Model::Map(entries, _) => {
                let is_long = self.one_in(4);
                self.out.push('{');
                for (at, (name, model)) in entries.iter().enumerate() {
                    self.before_flow(at, is_long);
                    self.key(name);
                    if !matches!(model, Model::Null(true)) {
                        self.out.push(' ');
                        self.flow(model);
                    }
                    self.behind_flow(at + 1 == entries.len(), is_long);
                }
                self.out.push('}');
            }
        }
    }

    fn before_flow(&mut self, at: usize, is_long: bool) {
        match (is_long, at) {
            (true, 0) => self.out.push_str("\n            "),
            (true, _) => self.out.push_str("            "),
            (false, 0) => {}
            (false, _) => self.out.push(' '),
        }
    }

    fn behind_flow(&mut self, is_last: bool, is_long: bool) {
        if !is_last || self.one_in(4) {
            self.out.push(',');
        }
        if is_long {
            self.end();
            if is_last {
                self.out.push_str("          ");
            }
        }
    }

    /// A value behind a colon or a hyphen in a column.
    fn value(&mut self, model: &Model, column: usize, is_item: bool) {
        match model {
            Model::Null(true) => self.end(),
            Model::Scalar(text, style @ (Style::Literal | Style::Folded)) => {
                let lines = text.trim_matches(|c: char| c.is_whitespace());
                let is_odd = |c: char| c.is_control() && c != '\n';
                if lines.is_empty() || lines.contains(is_odd) || lines.contains('\u{2028}') {
                    self.out.push_str(" \"\"");
                    self.end();
                    return;
                }
                let sign = if *style == Style::Literal { '|' } else { '>' };
                let strip = if self.one_in(2) { "-" } else { "" };
                self.out.push_str(&format!(" {sign}{strip}"));
                self.end();
                for line in lines.lines() {
                    let line = line.trim();
                    if !line.is_empty() {
                        self.out.push_str(&" ".repeat(column + 3));
                    }
                    self.out.push_str(line);
                    self.out.push('\n');
                }
            }
            Model::List(items, false) if !items.is_empty() => {
                let column = match is_item {
                    true => column + 2,
                    false => column + self.offset,
                };
                if is_item && self.one_in(2) {
                    self.out.push(' ');
                    self.items(items, column, true);
                } else {
                    self.end();
                    self.items(items, column, false);
                }
            }
            Model::Map(entries, false) if !entries.is_empty() => {
                if is_item && self.one_in(2) {
                    self.out.push(' ');
                    self.entries(entries, column + 2, true);
                } else {
                    self.end();
                    self.entries(entries, column + 2, false);
                }
            }
            _ => {
                self.out.push(' ');
                self.flow(model);
                self.end();
            }
        }
    }

    fn items(&mut self, items: &[Model], column: usize, is_inline: bool) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 || !is_inline {
                self.above(column);
                self.out.push_str(&" ".repeat(column));
            }
            self.out.push('-');
            self.value(item, column, true);
        }
    }

    fn entries(&mut self, entries: &[(String, Model)], column: usize, is_inline: bool) {
        for (at, (name, model)) in entries.iter().enumerate() {
            if at > 0 || !is_inline {
                self.above(column);
                self.out.push_str(&" ".repeat(column));
            }
            self.key(name);
            self.value(model, column, false);
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,3}",
        2 => prop::sample::select(vec![
            "", "NO", "14:30", "010", "1_000", "~", "null", "true", "2017-06-02", "174", "-0.5",
            "Trois axes : protection", "Réunion #5", "- tiret", "L'OIM", "'L'OIM'", "@oim", "* a", "[a] b",
            "% x", "“Convention”", "a\nb", "a\n\nb\n", "  a\nb", "a\n b", "\n", "a\n\n", "a\tb", " a ", "é, è",
            "{a: b}", "\\", "\"", "a: b", "a:", "a #b", "---", "...", "| x", "> x", "? x", "!x", "&a", "مرحبا",
            "\u{a0}x", "x\u{2028}y", "x\u{feff}", "https://a.b/c#d", "y", "1e5", "0x1F", "=", "<<", "#", "a\n# b\nc",
            "a\n---\nb", "a\n\tb", "\ta\nb", "a \nb",
        ]).prop_map(str::to_owned),
        1 => "[ -~é\n]{0,8}",
    ]
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![
        Style::Plain,
        Style::Plain,
        Style::SingleQuoted,
        Style::DoubleQuoted,
        Style::Literal,
        Style::Folded,
    ])
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "a", "b", "c", "d", "e", "fr", "en", "no", "é é", "x: y", "#z", "amount", "12", "- f",
    ])
    .prop_map(str::to_owned)
}

fn unique<T>(mut entries: Vec<(String, T)>) -> Vec<(String, T)> {
    let mut seen = std::collections::BTreeSet::new();
    entries.retain(|(name, _)| seen.insert(name.clone()));
    entries
}

fn model() -> impl Strategy<Value = Model> {
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Model::Null),
        6 => (words(), style()).prop_map(|(text, style)| Model::Scalar(text, style)),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            (
                prop::collection::vec(inner.clone(), 0..5),
                prop::bool::weighted(0.3)
            )
                .prop_map(|(items, is_flow)| Model::List(items, is_flow)),
            (
                prop::collection::vec((name(), inner), 0..5),
                prop::bool::weighted(0.3)
            )
                .prop_map(|(entries, is_flow)| Model::Map(unique(entries), is_flow)),
        ]
    })
}

pub(super) fn fresh() -> impl Strategy<Value = Fresh> {
    let leaf = prop_oneof![
        words().prop_map(Fresh::Plain),
        words().prop_map(Fresh::Text),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Fresh::List),
            prop::collection::vec((name(), inner), 0..4)
                .prop_map(|entries| Fresh::Map(unique(entries))),
        ]
    })
}

/// A text of fields, of entries or of nothing.
pub(super) fn text() -> impl Strategy<Value = String> {
    let root = prop_oneof![
        5 => prop::collection::vec((name(), model()), 0..7)
            .prop_map(|entries| Model::Map(unique(entries), false)),
        1 => prop::collection::vec(model(), 0..6).prop_map(|items| Model::List(items, false)),
    ];
    let form = (
        any::<u64>(),
        prop::sample::select(vec![0_usize, 2, 4]),
        0_u8..8,
    );
    (root, form).prop_map(|(root, (chance, offset, form))| {
        let mut pen = Pen {
            out: String::new(),
            chance,
            comments: 0,
            offset,
        };
        match &root {
            Model::Map(entries, _) => pen.entries(entries, 0, false),
            Model::List(items, _) => pen.items(items, 0, false),
            Model::Null(_) | Model::Scalar(..) => {}
        }
        let mut text = pen.out;
        if form == 0 {
            text = text.replace('\n', "\r\n");
        }
        if form == 1 {
            text.insert(0, '\u{feff}');
        }
        if form == 2 {
            text.truncate(text.trim_end_matches(['\n', ' ']).len());
        }
        text
    })
}
