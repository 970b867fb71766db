//! Where the letters of a value stand in the text of its file.

use super::{Node, Style, Value};
use rihla_diagnostics::Span;

/// The pieces of a value that stand in the text as they are, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Where each begins in the value, and where it stands in the text.
    pieces: Vec<(usize, Span)>,
}

impl Written {
    /// Where a range of the value stands in the text; `None` where it is not written there as it
    /// is: it holds an escape, or the break of a line.
    pub fn place(&self, start: usize, end: usize) -> Option<Span> {
        let last = self.pieces.partition_point(|(from, _)| *from <= start);
        // Between two pieces, what is empty belongs to the first.
        let candidates = [last.checked_sub(2), last.checked_sub(1)];
        candidates.into_iter().flatten().find_map(|at| {
            let (from, span) = self.pieces[at];
            let length = span.end - span.start;
            (from <= start && end <= from + length)
                .then(|| Span::new(start - from, end - from).shifted(span.start))
        })
    }
}

impl Node {
    /// Where the letters of a scalar stand in the text of its file. Of a list or a map, and of
    /// what was read from a corrected copy, there are none.
    pub fn written(&self, text: &str) -> Written {
        let mut written = Written::default();
        let (Value::Scalar(scalar), Some(source)) =
            (&self.value, text.get(self.span.start..self.span.end))
        else {
            return written;
        };
        let (open, character) = match scalar.style {
            Style::SingleQuoted => (1, Some('\'')),
            Style::DoubleQuoted => (1, Some('"')),
            // The place of a block is that of its first letter.
            Style::Plain | Style::Literal | Style::Folded => (0, None),
        };
        let inner = source.get(open..).unwrap_or_default();
        let inner = match character {
            Some(character) => inner.strip_suffix(character).unwrap_or(inner),
            None => inner,
        };
        let mut walk = Walk {
            value: &scalar.text,
            style: scalar.style,
            done: 0,
            pieces: Vec::new(),
        };
        let mut at = self.span.start + open;
        for line in inner.split_inclusive('\n') {
            if !walk.line(line, at) {
                break;
            }
            at += line.len();
        }
        written.pieces = walk.pieces;
        written
    }
}

/// The value and the text, side by side.
struct Walk<'v> {
    value: &'v str,
    style: Style,
    /// How much of the value was found.
    done: usize,
    pieces: Vec<(usize, Span)>,
}

impl Walk<'_> {
    /// Finds a line of the text in the value; tells whether it is there.
    fn line(&mut self, line: &str, start: usize) -> bool {
        let is_quoted = matches!(self.style, Style::SingleQuoted | Style::DoubleQuoted);
        let is_first = self.pieces.is_empty() && self.done == 0;
        let mut words = line.trim_end_matches(['\n', '\r']);
        let has_break = words.len() < line.len();
        let mut start = start;
        // White space around the break of a line is not in the value as it is in the text.
        if !(is_first && is_quoted) {
            self.skip();
            let whole = words.len();
            words = words.trim_start_matches([' ', '\t']);
            start += whole - words.len();
        }
        if has_break {
            words = words.trim_end_matches([' ', '\t']);
        }
        let mut at = 0;
        // Where the piece began that is read.
        let mut from = (self.done, 0);
        while let Some(c) = words[at..].chars().next() {
            let (length, meaning) = match (self.style, c) {
                (Style::DoubleQuoted, '\\') => match escape(&words[at..]) {
                    Some(escape) => escape,
                    // The line goes on in the next.
                    None => break,
                },
                (Style::SingleQuoted, '\'') => (2, '\''),
                (_, c) => (c.len_utf8(), c),
            };
            if !self.value[self.done..].starts_with(meaning) || !words.is_char_boundary(at + length)
            {
                return false;
            }
            if length == meaning.len_utf8() && words[at..].starts_with(meaning) {
                self.done += length;
                at += length;
                continue;
            }
            self.add(from, at, start);
            self.done += meaning.len_utf8();
            at += length;
            from = (self.done, at);
        }
        self.add(from, at, start);
        true
    }

    fn add(&mut self, (value, from): (usize, usize), to: usize, start: usize) {
        if from < to {
            self.pieces
                .push((value, Span::new(from, to).shifted(start)));
        }
    }

    /// Passes white space of the value.
    fn skip(&mut self) {
        let rest = &self.value[self.done..];
        self.done += rest.len() - rest.trim_start_matches([' ', '\n', '\t']).len();
    }
}

/// The length of an escape, and its meaning (YAML 1.2, section 5.7).
fn escape(text: &str) -> Option<(usize, char)> {
    let character = text[1..].chars().next()?;
    let digits = match character {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => {
            let meaning = match character {
                '0' => '\0',
                'a' => '\u{7}',
                'b' => '\u{8}',
                't' | '\t' => '\t',
                'n' => '\n',
                'v' => '\u{b}',
                'f' => '\u{c}',
                'r' => '\r',
                'e' => '\u{1b}',
                ' ' | '"' | '/' | '\\' => character,
                'N' => '\u{85}',
                '_' => '\u{a0}',
                'L' => '\u{2028}',
                'P' => '\u{2029}',
                _ => return None,
            };
            return Some((1 + character.len_utf8(), meaning));
        }
    };
    let number = u32::from_str_radix(text.get(2..2 + digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(number)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The pieces of the value of `a`, as they stand in the text.
    fn pieces(text: &str) -> (String, Vec<String>) {
        let (node, _) = super::super::parse(&"a".into(), text, Span::new(0, text.len()));
        let node = node.unwrap();
        let Value::Map(map) = &node.value else {
            panic!("{node:?}")
        };
        let node = map.get("a").unwrap();
        let Value::Scalar(scalar) = &node.value else {
            panic!("{node:?}")
        };
        let written = node.written(text);
        for (from, span) in &written.pieces {
            let piece = &text[span.start..span.end];
            assert_eq!(scalar.text.get(*from..from + piece.len()), Some(piece));
        }
        let pieces = written.pieces.iter();
        let pieces = pieces.map(|(_, span)| text[span.start..span.end].to_owned());
        (scalar.text.clone(), pieces.collect())
    }

    #[test]
    fn each_style_is_followed() {
        for (text, expected) in [
            ("a: l'OIM à Rabat # b\n", vec!["l'OIM à Rabat"]),
            ("a: 'l''OIM à Rabat'\n", vec!["l", "OIM à Rabat"]),
            (
                "a: \"l\\\"OIM\\u00e9 x\\tb\"\n",
                vec!["l", "OIM", " x", "b"],
            ),
            (
                "a: un\n  deux\n\n  trois\nb: 1\n",
                vec!["un", "deux", "trois"],
            ),
            (
                "a: \"un  \n  deux \\\n  trois \"\n",
                vec!["un", "deux ", "trois "],
            ),
            (
                "a: |\n  un\n\n    deux \n  trois\n",
                vec!["un", "deux", "trois"],
            ),
            ("a: |2-\r\n  un\r\n  deux\r\nb: 1\r\n", vec!["un", "deux"]),
            (
                "a: >\n  un\n  deux\n\n  trois\n",
                vec!["un", "deux", "trois"],
            ),
        ] {
            assert_eq!(pieces(text).1, expected, "{text}");
        }
    }

    #[test]
    fn a_range_has_a_place_only_where_it_is_written_as_it_is() {
        let text = "a: 'l''OIM'";
        let (node, _) = super::super::parse(&"a".into(), text, Span::new(0, text.len()));
        let Some(Node {
            value: Value::Map(map),
            ..
        }) = &node
        else {
            panic!("{node:?}")
        };
        let written = map.get("a").unwrap().written(text);
        assert_eq!(written.place(0, 1), Some(Span::new(4, 5)));
        assert_eq!(written.place(2, 5), Some(Span::new(7, 10)));
        assert_eq!(written.place(1, 1), Some(Span::new(5, 5)));
        assert_eq!(written.place(0, 2), None);
        assert_eq!(written.place(5, 5), Some(Span::new(10, 10)));
        assert_eq!(written.place(5, 6), None);
    }

    proptest! {
        #[test]
        fn pieces_are_letters_of_the_value(
            words in "[a-zé' \\\\\"]{0,12}",
            style in 0..5,
            lines in prop::collection::vec("[a-zé' ]{0,6}", 1..4),
        ) {
            let text = match style {
                0 => format!("a: x{}\n", words.replace(['\\', '"', '\''], "y")),
                1 => format!("a: '{}'\n", words.replace('\'', "''")),
                2 => format!("a: {}\n", super::super::quoted(&words)),
                3 => format!("a: |\n  x{}\n", lines.join("\n  ")),
                _ => format!("a: >\n  x{}\n", lines.join("\n  ")),
            };
            // Every letter has a place.
            let (value, pieces) = pieces(&text);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            prop_assert_eq!(letters(&value), letters(&pieces.concat()), "{}", text);
        }
    }
}
