//! The rewrite tier: corrections of letters and figures, which only a writer may ask for.

use super::edit::{Edit, Side, With};
use super::scan::{Scan, Work, is_word};
use crate::language::{Profile, Rewrites};

/// A correction: what stands in a text, in bytes, and what is to stand there. Letters, figures and
/// plain spaces only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The new text.
    pub with: &'static str,
}

/// The corrections of a text without markup, in order. None overlaps another.
pub fn corrections(text: &str, profile: &Profile) -> Vec<Correction> {
    let mut edits = Vec::new();
    find(text, profile, &mut edits);
    edits
        .iter()
        .filter_map(|edit| match edit.with {
            With::Text(with) => Some(Correction {
                start: edit.start,
                end: edit.end,
                with,
            }),
            _ => None,
        })
        .collect()
}

/// Adds what the rewrite tier changes in a line.
pub(super) fn find(text: &str, profile: &Profile, edits: &mut Vec<Edit>) {
    let Some(rewrites) = profile.rewrites else {
        return;
    };
    let mut work = Work::default();
    let mut scan = Scan::new(text, profile, edits, &mut work);
    let mut at = 0;
    while let Some(byte) = scan.bytes.get(at) {
        at = match byte {
            b'0'..=b'9' => scan.rewrite_number(at, rewrites),
            b'I' | b'V' | b'X' | b'L' => scan.rewrite_roman(at, rewrites),
            b'A'..=b'Z' => scan.rewrite_month_of_year(at, rewrites),
            _ => at + 1,
        };
    }
}

impl Scan<'_> {
    /// `1 juin`, `09 décembre`, `2 Juin`, `2ème`.
    fn rewrite_number(&mut self, at: usize, rewrites: &Rewrites) -> usize {
        let end = self.figures(at);
        let before = self.before(at);
        let is_part = before.is_some_and(|c| {
            is_word(c)
                || matches!(c, ',' | '/' | '_' | ':' | '#' | '@')
                || c == '.' && self.before(at - 1) != Some('.')
        });
        let is_in_name =
            before == Some('-') && self.before(at - 1).is_some_and(char::is_alphabetic);
        if is_part || is_in_name || self.is_minutes(at) || self.is_address(at) {
            return end;
        }
        if self.is_named_after(at, end, rewrites) {
            return end;
        }
        let figures = &self.bytes[at..end];
        let value = figures.iter().fold(0u32, |value, byte| {
            value
                .saturating_mul(10)
                .saturating_add(u32::from(byte - b'0'))
        });
        let endings = match value {
            1 => [rewrites.first, rewrites.ordinals],
            _ => [rewrites.ordinals, &[]],
        };
        if let Some(after) = self.rewrite_ending(end, endings) {
            self.rewrite_month_after(after);
            return after;
        }
        let next = self.gap_after(end);
        if next > end
            && (1..=31).contains(&value)
            && figures.len() <= 2
            && self.month(next).is_some()
        {
            if figures[0] == b'0' {
                self.push(at, at + 1, With::Text(""), Side::Before);
            }
            if value == 1 {
                self.push(end, end, With::Text(rewrites.first_of_month), Side::Before);
            }
            self.rewrite_month(next);
            return next + 1;
        }
        // 1er Juin
        let endings = self.profile.ordinals.endings.iter();
        let ending = endings.map(|ending| ending.len()).find(|length| {
            self.text.get(end..end + length).is_some_and(|written| {
                self.profile.ordinals.endings.contains(&written) && self.ends_word(end + length)
            })
        });
        let after = end + ending.unwrap_or(0);
        if after > end {
            self.rewrite_month_after(after);
        }
        after
    }

    /// Whether a number with a month behind it belongs to a name: `avenue du 20 Août`, and with no year
    /// `le Mouvement du 20 Février`.
    fn is_named_after(&self, at: usize, end: usize, rewrites: &Rewrites) -> bool {
        let rest = &self.text[end..];
        let ending = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        let next = self.gap_after(end + ending);
        let Some(length) = self.month(next).filter(|_| next > end + ending) else {
            return false;
        };
        // A month in small letters is that of a date.
        if !self.bytes[next].is_ascii_uppercase() {
            return false;
        }
        let year = self.gap_after(next + length);
        let has_year = year > next + length && self.figures(year) == year + 4;
        let mut words = self.text[..at].rsplit(|c: char| c.is_whitespace() || "'’«(".contains(c));
        let mut words = words.by_ref().filter(|word| !word.is_empty());
        let Some(last) = words.next() else {
            return false;
        };
        let is_joined = rewrites.joints.contains(&last);
        let name = match is_joined {
            true => words.find(|word| !rewrites.joints.contains(word)),
            false => Some(last),
        };
        let Some(name) = name else {
            return false;
        };
        let is_known = rewrites.named.contains(&&*name.to_lowercase());
        let is_whole = name.ends_with(char::is_alphanumeric);
        is_known || is_joined && !has_year && is_whole && name.starts_with(char::is_uppercase)
    }

    /// Whether hours stand before a number: 14 h 30.
    fn is_minutes(&self, at: usize) -> bool {
        let Some(character) = self.gap_before(at).checked_sub(1) else {
            return false;
        };
        let hours = self.gap_before(character).checked_sub(1);
        self.bytes[character] == b'h' && hours.is_some_and(|hours| self.is_digit(hours))
    }

    /// Writes the capital of the month after a day small.
    fn rewrite_month_after(&mut self, end: usize) {
        let next = self.gap_after(end);
        if next > end && self.month(next).is_some() {
            self.rewrite_month(next);
        }
    }

    /// Writes the capital of a month small.
    fn rewrite_month(&mut self, at: usize) {
        const SMALL: [&str; 26] = [
            "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q",
            "r", "s", "t", "u", "v", "w", "x", "y", "z",
        ];
        let letter = self.bytes[at];
        if letter.is_ascii_uppercase() {
            let small = SMALL[usize::from(letter - b'A')];
            self.push(at, at + 1, With::Text(small), Side::After);
        }
    }

    /// `en Juin 2017`, after a word in small letters.
    fn rewrite_month_of_year(&mut self, at: usize, rewrites: &Rewrites) -> usize {
        let Some(length) = self.month(at).filter(|_| self.begins_word(at)) else {
            return at + 1;
        };
        let end = at + length;
        let year = self.gap_after(end);
        let is_year = year > end && self.figures(year) == year + 4 && self.ends_word(year + 4);
        let gap = self.gap_before(at);
        let after_word = gap < at && self.before(gap).is_some_and(char::is_lowercase);
        let mut words = self.text[..gap].rsplit(char::is_whitespace);
        let words = words
            .by_ref()
            .filter(|word| !rewrites.joints.contains(word));
        let is_named = words.take(1).any(|word| {
            let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
            rewrites.named.contains(&&*word.to_lowercase())
        });
        if is_year && after_word && !is_named {
            self.rewrite_month(at);
        }
        end
    }

    /// `XXème`
    fn rewrite_roman(&mut self, at: usize, rewrites: &Rewrites) -> usize {
        if !self.begins_word(at) {
            return at + 1;
        }
        let Some((value, end)) = self.roman_numeral(at) else {
            return at + 1;
        };
        let endings = match value {
            1 => [rewrites.first, &[]],
            _ => [rewrites.ordinals, &[]],
        };
        self.rewrite_ending(end, endings).unwrap_or(end)
    }

    /// Writes an ending of an ordinal as it is to be written; gives what comes after it.
    fn rewrite_ending(
        &mut self,
        at: usize,
        endings: [&[(&'static str, &'static str)]; 2],
    ) -> Option<usize> {
        let (wrong, right) = endings.into_iter().flatten().find(|(wrong, _)| {
            self.bytes[at..].starts_with(wrong.as_bytes()) && self.ends_word(at + wrong.len())
        })?;
        let end = at + wrong.len();
        self.push(at, end, With::Text(right), Side::Before);
        Some(end)
    }
}
