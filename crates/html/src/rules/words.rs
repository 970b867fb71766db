//! Texts that are set as what they are not: headings in bold, lists with hyphens, words in capitals.

use super::{Found, Page, RuleId, quoted};
use crate::document::{Element, Part};
use crate::names;
use crate::passages::{block, is_inline};

/// What is known of the paragraphs so far.
#[derive(Default)]
pub(super) struct Paragraphs {
    /// The last paragraph that is part of a row of items.
    listed: u32,
    /// The last element whose lines were looked at.
    lined: u32,
}

impl Paragraphs {
    /// Looks at an element that people meet.
    pub(super) fn element(&mut self, element: Element, found: &mut Found) {
        if element.is("p") {
            bold(element, found);
            self.row(element, found);
        } else if element.is("br") {
            let around = element.parent().map_or(element, block);
            if around.number() != self.lined {
                self.lined = around.number();
                lines(around, found);
            }
        }
    }

    /// Looks for paragraphs in a row that begin as items do.
    fn row(&mut self, element: Element, found: &mut Found) {
        if element.number() <= self.listed {
            return;
        }
        let marker_of = |element: Element| {
            if !may_be_marked(element.text()) || element.children().any(|child| child.is("br")) {
                return None;
            }
            marker(&names::visible(element))
        };
        let Some(first) = marker_of(element) else {
            return;
        };
        let mut last = (element, first);
        while let Some(next) = last.0.next()
            && next.is("p")
            && !next.is_silent()
            && let Some(marker) = marker_of(next)
            && marker.follows(last.1)
        {
            last = (next, marker);
        }
        if last.0 != element {
            self.listed = last.0.number();
            let words = names::visible(element);
            found
                .add(RuleId::FakeList, element)
                .with("words", quoted(&words));
        }
    }
}

/// What an item of a list that is none begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Sign(char),
    /// A number and what closes it.
    Number(u32, char),
    /// `a)`
    Letter(char),
}

impl Marker {
    /// Whether it is that of an item after one with another.
    fn follows(self, before: Self) -> bool {
        match (before, self) {
            (Self::Number(one, end), Self::Number(two, other)) => two == one + 1 && end == other,
            (Self::Letter(one), Self::Letter(two)) => u32::from(two) == u32::from(one) + 1,
            (before, own) => before == own,
        }
    }
}

/// Whether a text may begin with a marker, without a look at what is hidden in it.
fn may_be_marked(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    let first = letters.next().unwrap_or(' ');
    !first.is_alphabetic() || letters.next() == Some(')')
}

/// The value of a digit, as English and as Arabic write them.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// What a line begins with, if an item does. A long dash opens what somebody says.
fn marker(line: &str) -> Option<Marker> {
    let line = line.trim();
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let is_apart = |rest: &str| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    match first {
        '•' | '‣' | '◦' | '▪' | '●' | '○' | '■' | '➢' | '➤' if !rest.trim().is_empty() => {
            Some(Marker::Sign(first))
        }
        '-' | '\u{2010}' | '\u{2011}' | '–' | '*' | '·' if is_apart(rest) => {
            Some(Marker::Sign(first))
        }
        'a'..='z' => {
            let rest = rest.strip_prefix(')')?;
            is_apart(rest).then_some(Marker::Letter(first))
        }
        _ if digit(first).is_some() => {
            let end = line.find(|c| digit(c).is_none())?;
            let closes = line[end..]
                .chars()
                .next()
                .filter(|c| matches!(c, '.' | ')' | '-'))?;
            let digits: Vec<u32> = line[..end].chars().filter_map(digit).collect();
            let number = match digits[..] {
                [one] => one,
                [ten, one] => ten * 10 + one,
                // A year, or a number of something.
                _ => return None,
            };
            is_apart(&line[end + 1..]).then_some(Marker::Number(number, closes))
        }
        _ => None,
    }
}

/// Looks for lines in a row that begin as items do.
fn lines(element: Element, found: &mut Found) {
    if matches!(element.name(), "pre" | "address" | "code") {
        return;
    }
    let is_left_out = |inner: Element| inner.is_silent() || !is_inline(inner) && !inner.is("br");
    let mut lines = vec![names::Words::default()];
    for part in element.walk(is_left_out) {
        match part {
            Part::Element(inner) if inner.is("br") => lines.push(names::Words::default()),
            Part::Element(_) => {}
            Part::Text(text, _) => {
                if let Some(line) = lines.last_mut() {
                    line.push(text);
                }
            }
        }
    }
    let lines: Vec<String> = lines.into_iter().map(names::Words::finish).collect();
    let row = lines
        .windows(2)
        .find(|pair| match (marker(&pair[0]), marker(&pair[1])) {
            (Some(one), Some(two)) => two.follows(one),
            _ => false,
        });
    if let Some(row) = row {
        found
            .add(RuleId::FakeList, element)
            .with("words", quoted(&row[0]));
    }
}

/// How many words a heading has at most.
const MOST_WORDS: usize = 12;

/// Looks whether a paragraph is all in bold, and stands for a heading of what follows.
fn bold(element: Element, found: &mut Found) {
    // The title of a note begins no part of the text.
    let stands_elsewhere = |outer: Element| {
        outer.role() == Some("note")
            || matches!(
                outer.name(),
                "a" | "address"
                    | "blockquote"
                    | "button"
                    | "dd"
                    | "figcaption"
                    | "figure"
                    | "label"
                    | "li"
                    | "summary"
                    | "table"
            )
    };
    if !is_bold(element) || element.around().any(stands_elsewhere) || names_box(element) {
        return;
    }
    let words = names::visible(element);
    let is_sentence = words.ends_with(['.', '!', '?', '…', ';', ',', '؟', '»', '”']);
    if is_sentence || words.split(' ').count() > MOST_WORDS {
        return;
    }
    let is_followed = element.next().is_some_and(|next| {
        let is_text = matches!(
            next.name(),
            "p" | "ul" | "ol" | "dl" | "table" | "figure" | "div"
        );
        is_text && !next.is_silent() && !next.text().trim().is_empty() && !is_bold(next)
    });
    if is_followed {
        found
            .add(RuleId::BoldHeading, element)
            .with("words", quoted(&words));
    }
}

/// Whether an element is what the box in which it stands is called by.
fn names_box(element: Element) -> bool {
    let Some(id) = element.filled("id") else {
        return false;
    };
    element.around().any(|around| {
        let named = around.filled("aria-labelledby");
        named.is_some_and(|named| named.split_ascii_whitespace().any(|name| name == id))
    })
}

/// Whether an element has words, and all of them are in bold.
fn is_bold(element: Element) -> bool {
    let is_in_bold = |around: Element| {
        let own = std::iter::once(around).chain(around.around());
        let mut inner = own.take_while(|outer| *outer != element);
        inner.any(|outer| outer.is("strong") || outer.is("b"))
    };
    let mut has_words = false;
    for part in element.walk(Element::is_silent) {
        if let Part::Text(text, around) = part
            && !text.trim().is_empty()
        {
            has_words = true;
            if !is_in_bold(around) {
                return false;
            }
        }
    }
    has_words
}

/// How many words in capitals may stand in a row, and how long an acronym is at most.
const MOST_CAPITALS: usize = 3;
const LONGEST_ACRONYM: usize = 5;

/// Acronyms of institutions that are longer.
const LONG_ACRONYMS: &[&str] = &[
    "EUROPOL", "FRONTEX", "INTERPOL", "ONUSIDA", "UNAIDS", "UNESCO", "UNFCCC", "UNICEF", "UNITAR",
];

/// Words in capitals in a row.
#[derive(Default)]
struct Capitals<'d> {
    words: Vec<&'d str>,
    /// The element around the first of them; the block, where others stand in another.
    at: Option<Element<'d>>,
    is_long: bool,
}

impl<'d> Capitals<'d> {
    fn end(&mut self, found: &mut Found) {
        if let Some(at) = self.at
            && self.is_long
            && self.words.len() > MOST_CAPITALS
        {
            found
                .add(RuleId::Capitals, at)
                .with("words", quoted(&self.words.join(" ")));
        }
        self.words.clear();
        (self.at, self.is_long) = (None, false);
    }

    fn add(&mut self, word: &'d str, around: Element<'d>, letters: usize) {
        let is_known = || LONG_ACRONYMS.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
        self.is_long |= letters > LONGEST_ACRONYM && !is_known();
        self.at = Some(match self.at {
            Some(at) if at == around => at,
            Some(at) => block(at),
            None => around,
        });
        self.words.push(word);
    }

    /// Looks at a word; what stands between two is none.
    fn word(&mut self, word: &'d str, around: Element<'d>, found: &mut Found) {
        let mut letters = 0;
        let mut is_capital = true;
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            is_capital = c.is_uppercase();
            if !is_capital {
                break;
            }
        }
        if letters > 0 {
            match is_capital {
                true => self.add(word, around, letters),
                false => self.end(found),
            }
        }
        if word.ends_with([',', ';', ':', '.', '!', '?', '…']) {
            self.end(found);
        }
    }
}

/// Whether a text may have words in capitals: two capitals beside each other, or letters of Greek or Cyrillic.
fn may_shout(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(2).any(|pair| {
        let is_latin = pair[0].is_ascii_uppercase() && pair[1].is_ascii_uppercase();
        is_latin || (0xcd..=0xd4).contains(&pair[0])
    })
}

/// Looks at all words of the page.
pub(super) fn page<'d>(page: &Page<'d>, found: &mut Found) {
    let is_left_out = |element: Element| {
        element.is_hidden()
            || matches!(
                element.name(),
                "abbr"
                    | "code"
                    | "kbd"
                    | "pre"
                    | "samp"
                    | "svg"
                    | "math"
                    | "var"
                    | "option"
                    | "textarea"
            )
    };
    let mut run = Capitals::default();
    let mut last = None;
    for part in page.document.root().walk(is_left_out) {
        match part {
            Part::Element(element) if is_inline(element) => {}
            Part::Element(_) => run.end(found),
            Part::Text(text, around) => {
                if run.words.is_empty() && !may_shout(text) {
                    continue;
                }
                let own = Some(block(around));
                if last != own {
                    run.end(found);
                    last = own;
                }
                for word in text.split_whitespace() {
                    run.word(word, around, found);
                }
            }
        }
    }
    run.end(found);
}
