//! What a thing says in one language, and what tells it from something else.

use std::borrow::Cow;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::schema::{Assignment, FieldValue, Spanned};
use crate::source::Digest;

/// How many hexadecimal digits of a digest are written.
const DIGITS: usize = 12;

/// Fields that every entry has and that are no text of a language.
pub const NO_TEXT: &[&str] = &[
    "slug",
    "aliases",
    "draft",
    "publish_at",
    "unpublish_at",
    "gone",
    "noindex",
    "reviewed_by",
    "consent",
    "translation",
];

/// The texts of a thing in one language, in the order of writing: the way to each (`title`,
/// `image.alt`, `results.0.title`) and what it says.
pub type Passages = Vec<(String, String)>;

/// The fields that say something in a language, as it is said there; not the body.
pub fn passages(values: &[Assignment], tag: &str) -> Passages {
    let mut found = Vec::new();
    for assignment in values {
        if !NO_TEXT.contains(&&*assignment.field) {
            gather(&assignment.field, &assignment.value, tag, &mut found);
        }
    }
    found
}

/// Gathers what a value says in a language in particular.
fn gather(way: &str, value: &Spanned, tag: &str, found: &mut Passages) {
    match &value.value {
        FieldValue::Localized(branches) => {
            if let Some((_, branch)) = branches.iter().find(|(key, _)| **key == *tag) {
                said(way, &branch.value, found);
            }
        }
        FieldValue::List(items) => {
            for (number, item) in items.iter().enumerate() {
                gather(&format!("{way}.{number}"), item, tag, found);
            }
        }
        FieldValue::Object(fields) => {
            for (name, field) in fields {
                gather(&format!("{way}.{name}"), field, tag, found);
            }
        }
        FieldValue::Image(image) => {
            let parts = [
                ("alt", &image.alt),
                ("credit", &image.credit),
                ("caption", &image.caption),
            ];
            for (name, part) in parts {
                if let Some(part) = part {
                    gather(&format!("{way}.{name}"), part, tag, found);
                }
            }
        }
        _ => {}
    }
}

/// What a value of one language says, whatever it is.
fn said(way: &str, value: &FieldValue, found: &mut Passages) {
    let words = match value {
        FieldValue::Text(text)
        | FieldValue::Markdown(text)
        | FieldValue::Choice(text)
        | FieldValue::File(text)
        | FieldValue::Link(text)
        | FieldValue::Form(text)
        | FieldValue::Reference(text) => text.to_string(),
        FieldValue::Date(date) => date.to_string(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Money(money) => format!("{} {}", money.amount, money.currency),
        FieldValue::Boolean(truth) => truth.to_string(),
        FieldValue::DateTime(moment) => match moment.time {
            Some(time) => format!("{} {time}", moment.date),
            None => moment.date.to_string(),
        },
        FieldValue::List(items) => {
            for (number, item) in items.iter().enumerate() {
                said(&format!("{way}.{number}"), &item.value, found);
            }
            return;
        }
        FieldValue::Object(fields) => {
            for (name, field) in fields {
                said(&format!("{way}.{name}"), &field.value, found);
            }
            return;
        }
        FieldValue::Localized(branches) => {
            for (_, branch) in branches {
                said(way, &branch.value, found);
            }
            return;
        }
        FieldValue::Image(image) => {
            said(&format!("{way}.file"), &image.file.value, found);
            for (name, part) in [
                ("alt", &image.alt),
                ("credit", &image.credit),
                ("caption", &image.caption),
            ] {
                if let Some(part) = part {
                    said(&format!("{way}.{name}"), &part.value, found);
                }
            }
            return;
        }
    };
    found.push((way.to_owned(), words));
}

/// The digest of a text: of its fields, whatever their order, and of its body, given by the digest
/// of its normalized form; 12 hexadecimal digits, or nothing where nothing is said.
pub fn digest(passages: &Passages, body: Option<&Digest>) -> Arc<str> {
    if passages.is_empty() && body.is_none() {
        return "".into();
    }
    let mut normalized: Vec<(&str, Vec<u8>)> = passages
        .iter()
        .map(|(way, words)| (&**way, normalize(words)))
        .collect();
    normalized.sort();
    let mut bytes = Vec::new();
    let mut add = |piece: &[u8]| {
        bytes.extend_from_slice(&(piece.len() as u64).to_le_bytes());
        bytes.extend_from_slice(piece);
    };
    for (way, words) in normalized {
        add(way.as_bytes());
        add(&words);
    }
    if let Some(body) = body {
        add(b"");
        add(body.bytes());
    }
    Digest::of(&bytes).short(DIGITS).into()
}

/// What is left of words when everything is taken away that is no change of what they say: spaces (but
/// for those between letters), quotation marks, apostrophes, dashes, dots, ligatures, characters that
/// are not seen, marks of emphasis, characters that an editor protects by `\`, the ends of lines in a
/// paragraph, comments, and punctuation but for the question mark: a comma more makes no translation
/// out of date. A paragraph stays one, and so does a number with a comma, a point or a colon inside.
pub fn normalize(text: &str) -> Vec<u8> {
    let text = composed(text);
    let text = &*text;
    let bytes = text.as_bytes();
    let mut out = Normalized::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let word = letters(&bytes[at..]);
        if word > 0 {
            out.words(&bytes[at..at + word]);
            at += word;
            continue;
        }
        let byte = bytes[at];
        match byte {
            b'\n' => {
                out.end_line();
                at += 1;
                continue;
            }
            b' ' | b'\t' | b'\r' => out.has_gap = true,
            b'<' if bytes[at..].starts_with(b"<!--") => {
                let rest = &text[at + 4..];
                at += 4 + rest.find("-->").map_or(rest.len(), |end| end + 3);
                continue;
            }
            b'*' | b'+' if out.at_line_start && bytes.get(at + 1) == Some(&b' ') => {
                out.put(b'-', false)
            }
            b'*' | b'_' | b'^' => {}
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {}
            b';' | b'!' => out.has_gap = true,
            b',' | b'.' | b':' if !is_inside(bytes, at) => out.has_gap = true,
            b'"' | b'`' => out.put(b'\'', false),
            byte if byte.is_ascii() => out.put(byte, false),
            _ => {
                let character = text[at..].chars().next().unwrap_or('\u{fffd}');
                out.character(character);
                at += character.len_utf8();
                continue;
            }
        }
        at += 1;
    }
    out.bytes
}

/// Whether a character stands between two digits.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    at > 0 && is_digit(at - 1) && is_digit(at + 1)
}

/// The form of a text in which letters and their accents are one.
fn composed(text: &str) -> Cow<'_, str> {
    // Combining marks begin with one of these.
    match memchr::memchr2(0xcc, 0xcd, text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => ComposingNormalizerBorrowed::new_nfc().normalize(text),
    }
}

/// How many bytes at the head of a text are letters of ASCII and Latin-1: most of what is normalized, so
/// that it is taken word by word.
fn letters(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match bytes[at..] {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => at += 1,
            // U+00C0 to U+00FF, but for × and ÷.
            [0xc3, second, ..] if !matches!(second, 0x97 | 0xb7) => at += 2,
            _ => return at,
        }
    }
}

/// A normalized text that is not complete.
struct Normalized {
    bytes: Vec<u8>,
    /// Whether the last character is a letter.
    is_letter: bool,
    /// White space since the last character.
    has_gap: bool,
    /// Ends of lines since the last character.
    ends: usize,
    at_line_start: bool,
}

impl Normalized {
    fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            is_letter: false,
            has_gap: false,
            ends: 0,
            at_line_start: true,
        }
    }

    fn end_line(&mut self) {
        self.has_gap = true;
        self.ends += 1;
        self.at_line_start = true;
    }

    /// What was between the last character and the next one.
    fn gap(&mut self, is_letter: bool) {
        if self.ends > 1 && !self.bytes.is_empty() {
            self.bytes.push(b'\n');
        } else if self.has_gap && self.is_letter && is_letter {
            self.bytes.push(b' ');
        }
        self.ends = 0;
        self.has_gap = false;
        self.at_line_start = false;
        self.is_letter = is_letter;
    }

    fn put(&mut self, byte: u8, is_letter: bool) {
        self.gap(is_letter);
        self.bytes.push(byte);
    }

    fn words(&mut self, words: &[u8]) {
        self.gap(true);
        self.bytes.extend_from_slice(words);
    }

    fn character(&mut self, character: char) {
        match character {
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '‹'
            | '›' => self.put(b'\'', false),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => self.put(b'-', false),
            // Also what Arabic writes for a comma, a semicolon and a full stop.
            '…' | '،' | '؛' | '۔' => self.has_gap = true,
            'œ' => self.words(b"oe"),
            'Œ' => self.words(b"OE"),
            'ﬁ' => self.words(b"fi"),
            'ﬂ' => self.words(b"fl"),
            // A soft hyphen, marks of direction, joiners, a byte order mark.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            character if character.is_whitespace() => self.has_gap = true,
            character => {
                self.gap(character.is_alphabetic());
                let mut buffer = [0; 4];
                let character = character.encode_utf8(&mut buffer);
                self.bytes.extend_from_slice(character.as_bytes());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn normalized(text: &str) -> String {
        String::from_utf8(normalize(text)).expect("UTF-8")
    }

    #[test]
    fn what_is_typography_makes_no_difference() {
        for (one, other) in [
            ("Trois axes : protection", "Trois axes\u{a0}: protection"),
            ("Trois axes: protection", "Trois axes : protection"),
            ("l'OIM", "l’OIM"),
            ("«OIM»", "« OIM »"),
            ("\"OIM\"", "“OIM”"),
            ("10 000 personnes", "10\u{202f}000\u{a0}personnes"),
            ("13h30", "13 h 30"),
            ("2017-2020", "2017–2020"),
            ("etc...", "etc…"),
            ("À Rabat, la mission agit.", "À Rabat la mission agit"),
            ("Trois volets : a ; b", "Trois volets, a, b !"),
            ("sœur", "soeur"),
            ("une ligne\nqui continue", "une ligne qui continue"),
            ("un\n\n\ndeux\n", "un\n\ndeux"),
            ("Un **mot** ici", "Un mot ici"),
            ("* a\n* b", "- a\n- b"),
            ("un \\[mot\\]", "un [mot]"),
            ("e\u{301}te\u{301}", "été"),
            ("a <!-- en: to do --> b", "a b"),
            ("a\r\nb", "a\nb"),
            ("\u{feff}a\u{200b}b", "ab"),
        ] {
            assert_eq!(normalized(one), normalized(other), "{one} | {other}");
        }
    }

    #[test]
    fn what_says_something_else_is_something_else() {
        for (one, other) in [
            ("174 États", "175 États"),
            ("la peau", "lapeau"),
            ("Santé", "Sante"),
            ("un\n\ndeux", "un deux"),
            ("[a](b)", "[a](c)"),
            ("# a", "## a"),
            ("Il vient.", "Il vient ?"),
            ("1,5 million", "15 million"),
            ("à 13:30", "à 1330"),
        ] {
            assert_ne!(normalized(one), normalized(other), "{one} | {other}");
        }
    }

    #[test]
    fn the_order_of_fields_is_nothing() {
        let field = |way: &str, words: &str| (way.to_owned(), words.to_owned());
        let one = vec![field("a", "x"), field("b", "y")];
        let other = vec![field("b", "y"), field("a", "x")];
        assert_eq!(digest(&one, None), digest(&other, None));
        let moved = vec![field("a", "y"), field("b", "x")];
        assert_ne!(digest(&one, None), digest(&moved, None));
        let body = Digest::of(b"");
        assert_ne!(digest(&one, None), digest(&one, Some(&body)));
        assert_eq!(digest(&one, None).len(), DIGITS);
        assert_eq!(&*digest(&Vec::new(), None), "");
    }

    proptest! {
        #[test]
        fn folding_ends_and_gives_text(text in any::<String>()) {
            normalized(&text);
        }

        #[test]
        fn spaces_around_characters_are_nothing(words in prop::collection::vec("[a-zé]{1,4}|[:;!?«»’(]", 1..12)) {
            let is_letter = |word: &str| word.chars().all(char::is_alphabetic);
            let mut with = String::new();
            let mut without = String::new();
            for pair in words.windows(2) {
                with.push_str(&pair[0]);
                without.push_str(&pair[0]);
                with.push('\u{a0}');
                if is_letter(&pair[0]) && is_letter(&pair[1]) {
                    without.push(' ');
                }
            }
            let last = words.last().expect("one");
            with.push_str(last);
            without.push_str(last);
            prop_assert_eq!(normalized(&with), normalized(&without));
        }

        #[test]
        fn what_typography_sets_is_the_same(text in "[a-zéA-Z0-9 .,:;!?'\"()«»%€/–-]{0,40}", is_french: bool) {
            let tag = if is_french { "fr" } else { "en" };
            let rules = rihla_text::language::Profile::of_tag(tag).expect("rules");
            let set = rihla_text::typography::plain(&text, rules);
            prop_assert_eq!(normalized(&set), normalized(&text), "{}", set);
        }
    }
}
