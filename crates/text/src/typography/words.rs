//! Titles, kings and centuries: what begins with a capital.

use super::edit::{Side, With};
use super::scan::{Scan, is_word};

impl Scan<'_> {
    /// A word that begins with one of the capitals that are looked at.
    pub(super) fn capital(&mut self, at: usize) -> usize {
        if at > 0 && !self.begins_word(at) {
            return at + 1;
        }
        if matches!(self.bytes[at], b'I' | b'V' | b'X' | b'L')
            && let Some(end) = self.roman(at)
        {
            return end;
        }
        self.title(at);
        at + 1
    }

    /// A Roman numeral: the century, `XX<sup>e</sup>`, or the king, `Mohammed VI`.
    fn roman(&mut self, at: usize) -> Option<usize> {
        let (value, end) = self.roman_numeral(at)?;
        let ordinals = &self.profile.ordinals;
        if self.ends_word(end) {
            // A single I is a word, a single L a letter.
            let is_number = !matches!(&self.bytes[at..end], b"I" | b"L");
            let is_initial = end - at == 1
                && self.bytes.get(end) == Some(&b'.')
                && self.bytes.get(end + 1) != Some(&b'.');
            if is_number && !is_initial {
                self.after_name(at);
            }
            return Some(end);
        }
        let endings = match value {
            1 => ordinals.after_roman_one,
            _ => ordinals.after_roman,
        };
        // *Le*, *Les* and their like are words.
        if &self.bytes[at..end] == b"L" {
            return None;
        }
        let ending = endings.iter().find(|ending| {
            self.bytes[end..].starts_with(ending.as_bytes()) && self.ends_word(end + ending.len())
        })?;
        if value == 1 {
            self.after_name(at);
        }
        let after = end + ending.len();
        if ordinals.are_raised {
            self.push(end, after, With::Raised, Side::Before);
        }
        Some(after)
    }

    /// The value and the end of a Roman numeral that begins with a byte.
    pub(super) fn roman_numeral(&self, at: usize) -> Option<(u8, usize)> {
        let rest = self.bytes[at..].iter();
        let letters = rest.take_while(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'));
        let end = at + letters.count();
        Some((roman_value(&self.bytes[at..end])?, end))
    }

    /// Keeps a numeral with the name before it.
    fn after_name(&mut self, at: usize) {
        let gap = self.gap_before(at);
        if gap == at || gap == 0 {
            return;
        }
        let is_label = self.label(gap).is_some();
        if is_label || self.is_name_before(gap) {
            self.tie(gap, at);
        }
    }

    /// Whether a word with a capital ends before a byte, and one that may be a name.
    fn is_name_before(&self, end: usize) -> bool {
        const LONGEST: usize = 32;
        let mut start = end;
        let mut letters = 0;
        while let Some(c) = self.before(start).filter(|c| is_word(*c)) {
            start -= c.len_utf8();
            letters += 1;
            if letters > LONGEST {
                return false;
            }
        }
        letters > 1 && self.is_name(start) && self.text[start..end].contains(char::is_lowercase)
    }

    /// Keeps a title with what follows it.
    fn title(&mut self, at: usize) {
        // The last letter of an acronym: *O.I.M.*
        let dot = at.checked_sub(1).filter(|dot| self.bytes[*dot] == b'.');
        if dot.is_some_and(|dot| self.before(dot).is_some_and(char::is_uppercase)) {
            return;
        }
        let rest = &self.bytes[at..];
        for title in self.profile.titles {
            let word = title.word.as_bytes();
            if word[0] != rest[0] || !rest.starts_with(word) || !self.ends_word(at + word.len()) {
                continue;
            }
            let end = at + word.len();
            let gap = self.gap_after(end);
            let fits = match title.before_capital {
                true => self.is_name(gap),
                false => self.after(gap).is_some_and(char::is_alphabetic),
            };
            if fits && gap > end {
                self.tie(end, gap);
                return;
            }
        }
    }
}

/// The value of a Roman numeral below 90, written as one does: `XIV`, not `XIIII`.
fn roman_value(letters: &[u8]) -> Option<u8> {
    let mut rest = letters;
    let mut value = 0;
    let tens: &[(&[u8], u8)] = &[
        (b"XL", 40),
        (b"LXXX", 80),
        (b"LXX", 70),
        (b"LX", 60),
        (b"L", 50),
        (b"XXX", 30),
        (b"XX", 20),
        (b"X", 10),
    ];
    let units: &[(&[u8], u8)] = &[
        (b"IX", 9),
        (b"IV", 4),
        (b"VIII", 8),
        (b"VII", 7),
        (b"VI", 6),
        (b"V", 5),
        (b"III", 3),
        (b"II", 2),
        (b"I", 1),
    ];
    // `XIX`: the X before an I is a ten, the one after it is not.
    for table in [tens, units] {
        if let Some((written, worth)) = table.iter().find(|(written, _)| rest.starts_with(written))
        {
            rest = &rest[written.len()..];
            value += worth;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_are_read_as_they_are_written() {
        for (written, value) in [
            ("I", Some(1)),
            ("IV", Some(4)),
            ("IX", Some(9)),
            ("XIV", Some(14)),
            ("XIX", Some(19)),
            ("XX", Some(20)),
            ("XXI", Some(21)),
            ("XLIX", Some(49)),
            ("LXXXVIII", Some(88)),
            ("IIII", None),
            ("VX", None),
            ("IL", None),
            ("VV", None),
            ("", None),
        ] {
            assert_eq!(roman_value(written.as_bytes()), value, "{written}");
        }
    }
}
