//! Text with tags of HTML in it: what stands between the tags is set, everything else stays.

use std::ops::Range;

use super::line::{Piece, Slot, TextLine};
use super::markup::{Elements, ProfileOf, Tag};
use super::rewrite;
use super::scan::Engine;
use crate::language::Profile;

/// Sets lines with tags of HTML in them, one after the other. An element such as `pre` that one
/// line opens reaches over the next ones; one that stands in a line ends with it.
///
/// Left alone are tags and comments, references to characters, and the text of `code`, `pre`,
/// `kbd`, `samp`, `script`, `style`, `textarea` and their like.
pub struct Html<'p> {
    profile: Option<&'static Profile>,
    profile_of: ProfileOf<'p>,
    /// Whether raised letters are marked up.
    raises: bool,
    /// Whether the rewrite tier is applied too.
    rewrites: bool,
    /// Whether what stands between backticks is code.
    has_backticks: bool,
    state: State,
    line: TextLine,
    engine: Engine,
    parts: Vec<Part>,
}

/// What one line leaves to the next.
#[derive(Clone, Default)]
struct State {
    elements: Elements,
    /// The element up to whose end everything is its text.
    raw: Option<String>,
    in_comment: bool,
}

enum Part {
    Text(Range<usize>, Slot, bool),
    Same(Range<usize>),
}

impl<'p> Html<'p> {
    /// Sets text of a profile; `profile_of` gives that of the languages which elements name.
    pub fn new(profile: Option<&'static Profile>, profile_of: ProfileOf<'p>) -> Self {
        Self {
            profile,
            profile_of,
            raises: true,
            rewrites: false,
            has_backticks: false,
            state: State::default(),
            line: TextLine::default(),
            engine: Engine::default(),
            parts: Vec::new(),
        }
    }

    /// Leaves letters in the line that would be raised.
    pub fn without_raising(mut self) -> Self {
        self.raises = false;
        self
    }

    /// Applies the rewrite tier too.
    pub fn rewriting(mut self) -> Self {
        self.rewrites = true;
        self
    }

    /// Leaves what stands between backticks alone.
    pub fn with_backticks(mut self) -> Self {
        self.has_backticks = true;
        self
    }

    /// The elements that are open after the last line.
    pub fn elements(&self) -> &Elements {
        &self.state.elements
    }

    /// Sets a line, which has no line end.
    pub fn line(&mut self, text: &str, out: &mut String) {
        self.block(text, out);
        self.state.elements.end_line();
    }

    /// Sets a piece of HTML that may have line ends.
    pub fn block(&mut self, text: &str, out: &mut String) {
        if !self.rewrites {
            return self.pass(text, false, out);
        }
        let before = self.state.clone();
        let mut rewritten = String::with_capacity(text.len());
        self.pass(text, true, &mut rewritten);
        self.state = before;
        self.pass(&rewritten, false, out);
    }

    fn pass(&mut self, text: &str, is_rewrite: bool, out: &mut String) {
        self.parts.clear();
        let profile = self.state.elements.profile().unwrap_or(self.profile);
        self.line.start(profile);
        self.read(text);
        if is_rewrite {
            self.line.change(rewrite::find);
        } else {
            self.line.set(&mut self.engine);
        }
        for part in &self.parts {
            match part {
                Part::Same(range) => out.push_str(&text[range.clone()]),
                Part::Text(range, slot, is_raised) => {
                    let marks_up = self.raises && !is_raised;
                    let words = &text[range.clone()];
                    self.line.pieces(*slot, words, |piece| match piece {
                        Piece::Raised(letters) if marks_up => {
                            out.push_str("<sup>");
                            out.push_str(letters);
                            out.push_str("</sup>");
                        }
                        piece => out.push_str(piece.text()),
                    });
                }
            }
        }
    }

    fn read(&mut self, text: &str) {
        let spans = Backticks::of(text, self.has_backticks);
        // Where a tag does not end, there are no more of them, and none that could end it is made.
        let mut has_tags = true;
        let mut at = 0;
        while at < text.len() {
            if let Some(end) = self.unreadable(text, at) {
                self.same(at..end);
                at = end;
                continue;
            }
            let special = |c: char| matches!(c, '<' | '&') || c == '`' && self.has_backticks;
            let next = text[at..]
                .find(special)
                .map_or(text.len(), |next| at + next);
            self.words(text, at..next, has_tags);
            let Some(character) = text[next..].chars().next() else {
                return;
            };
            let rest = &text[next..];
            let length = match character {
                '`' => spans.length(text, next).inspect(|_| self.line.object()),
                '&' => reference(rest).map(|(length, meaning)| {
                    self.line.context(meaning);
                    length
                }),
                _ if rest.starts_with("<!--") => {
                    self.state.in_comment = true;
                    Some(4)
                }
                _ if !has_tags => None,
                _ if rest.starts_with("<!") || rest.starts_with("<?") => {
                    let end = rest.find('>').map(|end| end + 1);
                    has_tags &= end.is_some();
                    end
                }
                _ => {
                    let tag = Tag::read(rest);
                    let is_character =
                        !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
                    has_tags = tag.is_some() || is_character;
                    tag.map(|tag| {
                        self.tag(&tag);
                        tag.length
                    })
                }
            };
            match length {
                Some(length) => {
                    self.same(next..next + length);
                    at = next + length;
                }
                None => {
                    let end = match character {
                        '`' => next + rest.bytes().take_while(|byte| *byte == b'`').count(),
                        _ => next + 1,
                    };
                    self.words(text, next..end, has_tags);
                    at = end;
                }
            }
        }
    }

    /// The end of a comment, or of what is the text of one element up to its end.
    fn unreadable(&mut self, text: &str, at: usize) -> Option<usize> {
        if self.state.in_comment {
            let end = text[at..].find("-->").map(|end| at + end + 3);
            self.state.in_comment = end.is_none();
            return Some(end.unwrap_or(text.len()));
        }
        let name = self.state.raw.as_ref()?;
        let mut from = at;
        while let Some(found) = text[from..].find("</").map(|found| from + found) {
            let written = text.get(found + 2..found + 2 + name.len());
            if written.is_some_and(|written| written.eq_ignore_ascii_case(name)) {
                self.state.raw = None;
                return (found > at).then_some(found);
            }
            from = found + 2;
        }
        Some(text.len())
    }

    fn same(&mut self, range: Range<usize>) {
        self.parts.push(Part::Same(range));
    }

    fn words(&mut self, text: &str, range: Range<usize>, may_raise: bool) {
        let words = &text[range.clone()];
        if words.is_empty() {
            return;
        }
        if self.state.elements.is_verbatim() {
            if !words.trim().is_empty() {
                self.line.object();
            }
            return self.same(range);
        }
        let slot = self.line.text(words);
        let is_line = self.state.elements.is_raised() || !may_raise;
        self.parts.push(Part::Text(range, slot, is_line));
    }

    fn tag(&mut self, tag: &Tag) {
        let elements = &mut self.state.elements;
        elements.take(tag, self.profile_of, &mut self.line);
        if tag.is_raw() && !tag.is_closing && !tag.is_void {
            self.state.raw = Some(tag.name.to_owned());
        }
    }
}

/// Where the last run of backticks of each length is, so that one without a fellow is known at
/// once.
struct Backticks([Option<usize>; Self::LONGEST + 1]);

impl Backticks {
    const LONGEST: usize = 16;

    fn of(text: &str, is_asked: bool) -> Self {
        let mut last = [None; Self::LONGEST + 1];
        let mut at = 0;
        while is_asked && let Some(found) = text[at..].find('`') {
            let start = at + found;
            let length = run(text, start);
            if length <= Self::LONGEST {
                last[length] = Some(start);
            }
            at = start + length;
        }
        Self(last)
    }

    /// The length of the code, with its backticks, that begins at a byte.
    fn length(&self, text: &str, start: usize) -> Option<usize> {
        let length = run(text, start);
        let last = self.0.get(length).copied().flatten()?;
        let mut at = start + length;
        while at <= last {
            at += text[at..].find('`')?;
            let other = run(text, at);
            at += other;
            if other == length {
                return Some(at - start);
            }
        }
        None
    }
}

fn run(text: &str, at: usize) -> usize {
    text[at..].bytes().take_while(|byte| *byte == b'`').count()
}

/// What references to characters mean to the text around them.
const REFERENCES: &[(&str, &str)] = &[
    ("nbsp", "\u{a0}"),
    ("thinsp", "\u{2009}"),
    ("ensp", " "),
    ("emsp", " "),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("apos", "’"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("euro", "€"),
    ("pound", "£"),
    ("deg", "°"),
    ("sect", "§"),
    ("sup2", "²"),
];
/// The endings of the names of letters: `&eacute;`, `&oelig;`.
const LETTERS: &[&str] = &[
    "acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "lig", "slash", "caron",
];

/// The length of a reference to a character with which a text begins, and what it means.
fn reference(text: &str) -> Option<(usize, &'static str)> {
    const LONGEST: usize = 34;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let digits = name.strip_prefix('#').unwrap_or(name);
    let begins = name.starts_with(|c: char| c == '#' || c.is_ascii_alphabetic());
    let is_name = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !begins || digits.is_empty() || !is_name {
        return None;
    }
    let meaning = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        }
        .and_then(char::from_u32)
        .map_or("\u{fffc}", meaning_of),
        None => REFERENCES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, meaning)| *meaning)
            .unwrap_or(match LETTERS.iter().any(|ending| name.ends_with(ending)) {
                true => "é",
                false => "\u{fffc}",
            }),
    };
    Some((end + 1, meaning))
}

fn meaning_of(c: char) -> &'static str {
    if c.is_alphabetic() {
        return "é";
    }
    let known = REFERENCES
        .iter()
        .find(|(_, meaning)| meaning.starts_with(c));
    match (known, c) {
        (Some((_, meaning)), _) => meaning,
        (None, '\u{202f}') => "\u{202f}",
        (None, '\'') => "’",
        (None, c) if c.is_ascii_digit() => "0",
        _ => "\u{fffc}",
    }
}
