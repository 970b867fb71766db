//! The walk over a line: it stops where something may have to be done, and nowhere else.

use std::borrow::Cow;

use super::edit::{self, Edit, Side, With};
use super::foreign::{self, Foreign};
use super::line::OBJECT;
use super::quotes::Quote;
use crate::language::{NO_BREAK, Profile};

/// Finds what is to be changed in lines, one after the other. It keeps nothing of a line but its
/// memory.
#[derive(Debug, Default)]
pub struct Engine {
    edits: Vec<Edit>,
    work: Work,
}

#[derive(Debug, Default)]
pub(super) struct Work {
    pub quotes: Vec<Quote>,
    /// The quotation marks that are open while they are paired.
    pub open: Vec<usize>,
    /// Edits of single quotation marks that may open.
    pub singles: Vec<usize>,
    /// The groups of figures of a number.
    pub groups: Vec<(usize, usize)>,
}

impl Engine {
    /// Adds what the safe tier changes in a line, in order; no two edits overlap.
    pub fn find(&mut self, text: &str, profile: &Profile, edits: &mut Vec<Edit>) {
        self.work.quotes.clear();
        self.work.singles.clear();
        let foreign = foreign::quotations(text, profile);
        let before = edits.len();
        Scan::new(text, profile, edits, &mut self.work).run(&foreign);
        for quotation in foreign {
            let words = &text[quotation.start..quotation.end];
            let mut own = Vec::new();
            Self::default().find(words, quotation.profile, &mut own);
            edits.extend(own.into_iter().map(|edit| Edit {
                start: edit.start + quotation.start,
                end: edit.end + quotation.start,
                ..edit
            }));
            edits[before..].sort_by_key(|edit| (edit.start, edit.end));
        }
    }

    /// A line without markup as it is set.
    pub(super) fn plain<'t>(&mut self, text: &'t str, profile: &Profile) -> Cow<'t, str> {
        let mut edits = std::mem::take(&mut self.edits);
        edits.clear();
        self.find(text, profile, &mut edits);
        let set = edit::apply(text, &edits);
        self.edits = edits;
        set
    }
}

/// A line while it is looked at.
pub(super) struct Scan<'s> {
    pub text: &'s str,
    pub bytes: &'s [u8],
    pub profile: &'s Profile,
    pub edits: &'s mut Vec<Edit>,
    pub work: &'s mut Work,
    /// Where the last number ended.
    pub number_end: usize,
    /// The end of the last word that was asked about, and whether it is an address.
    word: (usize, bool),
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Colon,
    High,
    Double,
    Single,
    Digit,
    Dot,
    Comma,
    Percent,
    Dollar,
    Opening,
    Closing,
    Hyphen,
    Brace,
    Angle,
    /// A capital with which a title or a Roman numeral begins.
    Capital,
    /// The first byte of U+0080 to U+00BF.
    Latin,
    /// The first byte of U+2000 to U+2FFF.
    Punctuation,
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Nothing; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = Class::Digit;
        digit += 1;
    }
    let capitals = b"ACDFGHILMPRSVX";
    let mut at = 0;
    while at < capitals.len() {
        classes[capitals[at] as usize] = Class::Capital;
        at += 1;
    }
    classes[b':' as usize] = Class::Colon;
    classes[b';' as usize] = Class::High;
    classes[b'!' as usize] = Class::High;
    classes[b'?' as usize] = Class::High;
    classes[b'"' as usize] = Class::Double;
    classes[b'\'' as usize] = Class::Single;
    classes[b'.' as usize] = Class::Dot;
    classes[b',' as usize] = Class::Comma;
    classes[b'%' as usize] = Class::Percent;
    classes[b'$' as usize] = Class::Dollar;
    classes[b'(' as usize] = Class::Opening;
    classes[b')' as usize] = Class::Closing;
    classes[b'-' as usize] = Class::Hyphen;
    classes[b'{' as usize] = Class::Brace;
    classes[b'<' as usize] = Class::Angle;
    classes[0xc2] = Class::Latin;
    classes[0xe2] = Class::Punctuation;
    classes
}

/// Whether a title that begins with this letter is found.
#[cfg(test)]
pub(super) fn is_looked_at(letter: u8) -> bool {
    CLASSES[usize::from(letter)] == Class::Capital
}

impl<'s> Scan<'s> {
    pub fn new(
        text: &'s str,
        profile: &'s Profile,
        edits: &'s mut Vec<Edit>,
        work: &'s mut Work,
    ) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            profile,
            edits,
            work,
            number_end: usize::MAX,
            word: (0, false),
        }
    }

    fn run(&mut self, foreign: &[Foreign]) {
        let mut at = 0;
        let mut foreign = foreign.iter().peekable();
        while at < self.bytes.len() {
            // What is quoted in another language is set by its own rules.
            if let Some(quotation) = foreign.next_if(|quotation| at >= quotation.start) {
                at = at.max(quotation.end);
                continue;
            }
            let class = CLASSES[usize::from(self.bytes[at])];
            if class == Class::Nothing {
                at += 1;
                continue;
            }
            at = match class {
                Class::Nothing => at + 1,
                Class::Colon => self.colon(at),
                Class::High => self.high(at),
                Class::Double => self.straight(at),
                Class::Single => self.single(at),
                Class::Digit => self.number(at),
                Class::Dot => self.dot(at),
                Class::Comma => self.comma(at),
                Class::Percent => self.percent(at, 1),
                Class::Dollar if self.bytes.get(at + 1) == Some(&b'{') => self.braces(at),
                Class::Dollar => self.currency(at, 1),
                Class::Hyphen => self.hyphens(at),
                Class::Brace | Class::Angle => self.braces(at),
                Class::Opening => self.opening(at),
                Class::Closing => self.closing(at),
                Class::Capital => self.capital(at),
                Class::Latin => self.latin(at),
                Class::Punctuation => self.punctuation(at),
            };
        }
        self.pair();
    }

    fn latin(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(0xab) => self.guillemet(at, true),
            Some(0xbb) => self.guillemet(at, false),
            // ´, which some keyboards give in the place of an apostrophe.
            Some(0xb4) => self.between_letters(at, 2),
            // £, ¥
            Some(0xa3 | 0xa5) => self.currency(at, 2),
            _ => at + 2,
        }
    }

    fn punctuation(&mut self, at: usize) -> usize {
        match (self.bytes.get(at + 1), self.bytes.get(at + 2)) {
            // ‘ in the place of an apostrophe.
            (Some(0x80), Some(0x98)) => self.between_letters(at, 3),
            (Some(0x80), Some(0x9c)) => self.curly(at, true),
            (Some(0x80), Some(0x9d)) => self.curly(at, false),
            // The end of a paragraph.
            (Some(0x80), Some(0xa9)) => {
                self.pair();
                at + 3
            }
            // ‰
            (Some(0x80), Some(0xb0)) => self.percent(at, 3),
            // €
            (Some(0x82), Some(0xac)) => self.currency(at, 3),
            _ => at + 3,
        }
    }

    /// The character that ends before a byte.
    pub fn before(&self, at: usize) -> Option<char> {
        let byte = *self.bytes.get(at.checked_sub(1)?)?;
        match byte.is_ascii() {
            true => Some(char::from(byte)),
            false => self.text.get(..at)?.chars().next_back(),
        }
    }

    /// The character that begins with a byte.
    pub fn after(&self, at: usize) -> Option<char> {
        let byte = *self.bytes.get(at)?;
        match byte.is_ascii() {
            true => Some(char::from(byte)),
            false => self.text.get(at..)?.chars().next(),
        }
    }

    /// Where the spaces begin that end before a byte.
    pub fn gap_before(&self, mut at: usize) -> usize {
        while let Some(before) = at.checked_sub(1) {
            let length = match self.bytes[before] {
                b' ' | b'\n' => 1,
                0xa0 if at >= 2 && self.bytes[at - 2] == 0xc2 => 2,
                0xaf | 0x89 | 0x87 if at >= 3 && self.bytes[at - 3..before] == [0xe2, 0x80] => 3,
                _ => return at,
            };
            at -= length;
        }
        at
    }

    /// Where the spaces end that begin with a byte.
    pub fn gap_after(&self, mut at: usize) -> usize {
        loop {
            at += match self.space(at) {
                0 => return at,
                length => length,
            };
        }
    }

    /// The length of the space that begins with a byte; 0 where there is none.
    pub fn space(&self, at: usize) -> usize {
        match self.bytes.get(at) {
            Some(b' ' | b'\n') => 1,
            Some(0xc2) if self.bytes.get(at + 1) == Some(&0xa0) => 2,
            Some(0xe2)
                if self.bytes.get(at + 1) == Some(&0x80)
                    && matches!(self.bytes.get(at + 2), Some(0xaf | 0x89 | 0x87)) =>
            {
                3
            }
            _ => 0,
        }
    }

    /// Whether what ends before a byte, if it is a word, begins there: no letter stands before it.
    pub fn begins_word(&self, at: usize) -> bool {
        !self.before(at).is_some_and(is_word)
    }

    /// Whether no letter and no figure begins with a byte.
    pub fn ends_word(&self, at: usize) -> bool {
        !self.after(at).is_some_and(is_word)
    }

    /// Puts a text in the place of another. `None` where that is decided already. What is right
    /// as it is, is noted too, so that it stays.
    pub fn put(
        &mut self,
        start: usize,
        end: usize,
        with: &'static str,
        side: Side,
    ) -> Option<usize> {
        let with = match self.bytes[start..end] == *with.as_bytes() {
            true => With::Same,
            false => With::Text(with),
        };
        self.push(start, end, with, side)
    }

    /// Adds an edit. `None` where something is decided already that it would overlap; what was
    /// left open is decided by it.
    pub fn push(&mut self, start: usize, end: usize, with: With, side: Side) -> Option<usize> {
        let number = self.edits.len();
        if let Some(last) = self.edits.last_mut() {
            let is_same = start == last.start && end == last.end;
            if is_same && last.with == With::Undecided {
                (last.with, last.side) = (with, side);
                return Some(number - 1);
            }
            if start < last.end || is_same {
                return None;
            }
        }
        self.edits.push(Edit {
            start,
            end,
            with,
            side,
        });
        Some(number)
    }

    /// Keeps what stands on both sides of some spaces on one line. Nothing where there are none.
    pub fn tie(&mut self, start: usize, end: usize) {
        if start < end {
            self.put(start, end, NO_BREAK, Side::Before);
        }
    }

    /// Whether the word around a byte is the address of a page or of a person, in which no character
    /// is one of the language.
    pub fn is_address(&mut self, at: usize) -> bool {
        if at < self.word.0 {
            return self.word.1;
        }
        let is_end = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t');
        let start = self.bytes[..at]
            .iter()
            .rposition(is_end)
            .map_or(0, |space| space + 1);
        let end = self.bytes[at..]
            .iter()
            .position(is_end)
            .map_or(self.bytes.len(), |space| at + space);
        let word = &self.bytes[start..end];
        let is_address = word.starts_with(b"www.")
            || is_file_name(word)
            || word.iter().enumerate().any(|(at, byte)| match byte {
                b'@' => at > 0 && word.get(at + 1).is_some_and(u8::is_ascii_alphanumeric),
                b'/' => word[..at].ends_with(b":") && word.get(at + 1) == Some(&b'/'),
                _ => false,
            });
        self.word = (end, is_address);
        is_address
    }
}

/// Whether a word is the name of a file, by its ending.
fn is_file_name(word: &[u8]) -> bool {
    const ENDINGS: &[&str] = &[
        "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "tsv", "ppt", "pptx",
        "odp", "txt", "md", "htm", "html", "xml", "json", "yaml", "yml", "jpg", "jpeg", "png",
        "gif", "svg", "webp", "avif", "heic", "tif", "tiff", "mp3", "mp4", "mov", "zip", "css",
        "js", "py", "rs", "sh", "toml", "epub",
    ];
    let is_around = |byte: &u8| !byte.is_ascii_alphanumeric() && byte.is_ascii();
    let end = word.len() - word.iter().rev().take_while(|byte| is_around(byte)).count();
    let word = &word[..end];
    let Some(dot) = word.iter().rposition(|byte| *byte == b'.') else {
        return false;
    };
    dot > 0
        && !is_around(&word[dot - 1])
        && ENDINGS
            .iter()
            .any(|ending| word[dot + 1..].eq_ignore_ascii_case(ending.as_bytes()))
}

/// Whether a character is part of a word.
pub(super) fn is_word(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        // Accents may be characters of their own.
        false => c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'),
    }
}

/// Whether a character stands for something that is no text.
pub(super) fn is_object(c: char) -> bool {
    OBJECT.starts_with(c)
}

/// Whether a character opens something.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '‘' | '„' | '¿' | '¡')
}

/// Whether a character ends something that was said.
pub(super) fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '»'
            | '”'
            | '’'
            | '"'
            | '\''
            | '…'
            | '.'
            | '!'
            | '?'
            | ','
            | ';'
            | ':'
            | '%'
            | '‰'
            | '°'
            | '€'
            | '$'
    )
}
