//! Tags of HTML in a line, as far as they matter to what stands between them.

use super::line::TextLine;
use crate::language::Profile;

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug)]
enum Effect {
    /// Nothing.
    None,
    /// It is no text of the language: code, a formula.
    Verbatim,
    /// It stands above the line already.
    Raised,
    /// It is in another language.
    Language(Option<&'static Profile>),
}

/// A tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'t> {
    /// As it is written.
    pub name: &'t str,
    pub is_closing: bool,
    /// Whether nothing can stand in the element.
    pub is_void: bool,
    /// The value of `lang`.
    pub lang: Option<&'t str>,
    /// Its bytes.
    pub length: usize,
}

/// Elements whose text is left alone.
const VERBATIM: &[&str] = &[
    "code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "tt", "var",
];
/// Those of them whose text holds no tags: everything up to their end is theirs.
const RAW: &[&str] = &["script", "style", "textarea"];
/// Elements in which nothing stands.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];
/// Those that stand in a line like a word.
const OBJECTS: &[&str] = &["img", "input", "embed", "svg", "math"];
/// Elements of a line: they may begin and end inside words and sentences.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

impl<'t> Tag<'t> {
    /// The tag with which a text begins; `None` where its `<` is only a character, or where it does
    /// not end.
    pub fn read(text: &'t str) -> Option<Self> {
        let bytes = text.as_bytes();
        let is_closing = bytes.get(1) == Some(&b'/');
        let start = 1 + usize::from(is_closing);
        if !bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'<');
        let end = start + bytes[start..].iter().position(is_end)?;
        let mut tag = Self {
            name: &text[start..end],
            is_closing,
            is_void: false,
            lang: None,
            length: 0,
        };
        tag.length = tag.attributes(text, end)?;
        let closes_itself = bytes[tag.length - 2] == b'/';
        tag.is_void = closes_itself || is_one_of(VOID, tag.name);
        Some(tag)
    }

    /// Reads attributes up to the end of the tag, which it gives.
    fn attributes(&mut self, text: &'t str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            let is_between = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
            at += bytes[at..]
                .iter()
                .take_while(|byte| is_between(byte))
                .count();
            if *bytes.get(at)? == b'>' {
                return Some(at + 1);
            }
            let is_end =
                |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'/' | b'>');
            // `=` as the first character of a name belongs to it.
            let length = 1 + bytes[at + 1..].iter().position(is_end)?;
            let name = text.get(at..at + length);
            at += length;
            let spaces = |at: usize| {
                let rest = bytes[at..].iter();
                rest.take_while(|byte| byte.is_ascii_whitespace()).count()
            };
            let character = at + spaces(at);
            if bytes.get(character) != Some(&b'=') {
                continue;
            }
            at = character + 1 + spaces(character + 1);
            let (start, end, next) = match *bytes.get(at)? {
                quote @ (b'"' | b'\'') => {
                    let end = at + 1 + bytes[at + 1..].iter().position(|byte| *byte == quote)?;
                    (at + 1, end, end + 1)
                }
                _ => {
                    let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
                    let end = at + bytes[at..].iter().position(is_end)?;
                    (at, end, end)
                }
            };
            if name.is_some_and(|name| name.eq_ignore_ascii_case("lang")) {
                self.lang = text.get(start..end);
            }
            at = next;
        }
    }

    /// Whether it stands in a line and not around lines.
    pub fn is_inline(&self) -> bool {
        is_one_of(INLINE, self.name) || self.is_object()
    }

    /// Whether it ends a line inside a paragraph.
    pub fn is_break(&self) -> bool {
        self.name.eq_ignore_ascii_case("br")
    }

    /// Whether something stands in its place like a word.
    pub fn is_object(&self) -> bool {
        is_one_of(OBJECTS, self.name)
    }

    /// Whether everything up to its end is its text.
    pub fn is_raw(&self) -> bool {
        is_one_of(RAW, self.name)
    }
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// More elements than this are not open in each other; HTML parsers stop there too.
const DEEPEST: usize = 256;

/// The elements that are open.
#[derive(Clone, Debug, Default)]
pub struct Elements {
    open: Vec<(Box<str>, Effect)>,
    verbatim: usize,
    raised: usize,
    languages: Vec<Option<&'static Profile>>,
}

/// Which profile a language tag has.
pub type ProfileOf<'p> = &'p dyn Fn(&str) -> Option<&'static Profile>;

impl Elements {
    /// Takes a tag, and tells the line what it means to it.
    pub(super) fn take(&mut self, tag: &Tag, profile_of: ProfileOf, line: &mut TextLine) {
        if tag.is_break() {
            line.line_break();
        } else if tag.is_object() {
            line.object();
        } else if !tag.is_inline() {
            line.paragraph();
        }
        if tag.is_closing {
            let is_it = |(name, _): &(Box<str>, Effect)| name.eq_ignore_ascii_case(tag.name);
            let Some(from) = self.open.iter().rposition(is_it) else {
                return;
            };
            while self.open.len() > from
                && let Some((_, effect)) = self.open.pop()
            {
                self.end(effect);
                if let Effect::Language(_) = effect {
                    line.leave();
                }
            }
        } else if !tag.is_void && self.open.len() < DEEPEST {
            let effect = match tag.lang {
                _ if is_one_of(VERBATIM, tag.name) => Effect::Verbatim,
                Some(lang) => Effect::Language(profile_of(lang)),
                None if tag.name.eq_ignore_ascii_case("sup") => Effect::Raised,
                None => Effect::None,
            };
            self.open.push((tag.name.into(), effect));
            match effect {
                Effect::None => {}
                Effect::Verbatim => self.verbatim += 1,
                Effect::Raised => self.raised += 1,
                Effect::Language(profile) => {
                    self.languages.push(profile);
                    line.enter(profile);
                }
            }
        }
    }

    fn end(&mut self, effect: Effect) {
        match effect {
            Effect::None => {}
            Effect::Verbatim => self.verbatim -= 1,
            Effect::Raised => self.raised -= 1,
            Effect::Language(_) => {
                self.languages.pop();
            }
        }
    }

    /// Takes every tag of a piece of HTML that was written by rule: each of them ends.
    pub fn take_all(&mut self, html: &str, profile_of: ProfileOf, line: &mut TextLine) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            rest = &rest[at..];
            match Tag::read(rest) {
                Some(tag) => {
                    self.take(&tag, profile_of, line);
                    rest = &rest[tag.length..];
                }
                None => rest = &rest[1..],
            }
        }
    }

    /// Closes what can only be open in a line.
    pub(super) fn end_line(&mut self) {
        let from = self
            .open
            .iter()
            .position(|(name, _)| is_one_of(INLINE, name));
        if let Some(from) = from {
            let rest = self.open.split_off(from);
            for (name, effect) in rest {
                match is_one_of(INLINE, &name) {
                    true => self.end(effect),
                    false => self.open.push((name, effect)),
                }
            }
        }
    }

    /// Whether text is left alone now.
    pub fn is_verbatim(&self) -> bool {
        self.verbatim > 0
    }

    /// Whether text stands above the line now.
    pub fn is_raised(&self) -> bool {
        self.raised > 0
    }

    /// The rules for the text now, where an element says its language.
    pub fn profile(&self) -> Option<Option<&'static Profile>> {
        self.languages.last().copied()
    }
}
