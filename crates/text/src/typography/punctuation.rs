//! Punctuation marks, and the spaces before them.

use super::edit::Side;
use super::scan::{Scan, closes, is_object, is_word, opens};
use crate::language::NO_BREAK;

impl Scan<'_> {
    /// `:` is punctuation where it ends words: no address, time, name in a program or face.
    pub(super) fn colon(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(b':') => {
                let more = self.bytes[at..].iter().take_while(|byte| **byte == b':');
                return at + more.count();
            }
            Some(b'/') if self.bytes.get(at + 2) == Some(&b'/') => return self.address(at),
            // An hour to fill in: `__:__`.
            Some(b'_') if self.before(at) == Some('_') => return at + 1,
            _ => {}
        }
        if let Some(end) = self.face(at) {
            return end;
        }
        if self.may_follow(at + 1, b':') && !self.ends_name(at) {
            self.space_before(at, self.profile.before_colon);
        } else {
            self.misplaced(at, at + 1, self.profile.before_colon);
        }
        at + 1
    }

    /// A punctuation mark up to `end` with a space before it and a word after it: the space is on the wrong
    /// side. `:smile:`, `:lang{…}` and `!important` are something else.
    fn misplaced(&mut self, at: usize, end: usize, space: &'static str) {
        const LONGEST: usize = 64;
        let gap = self.gap_before(at);
        let is_soft = matches!(self.bytes[at], b':' | b';');
        let is_word_after = self
            .after(end)
            .is_some_and(|c| c.is_uppercase() || is_soft && c.is_alphabetic());
        if gap == at || !is_word_after || !self.before(gap).is_some_and(is_word) {
            return;
        }
        let is_name = |c: &char| is_word(*c) || matches!(c, '_' | '-' | '+');
        let mut word = self.text[end..].chars().take(LONGEST);
        let after = word.find(|c| !is_name(c));
        let ends = after.is_none_or(|c| is_plain_space(c) || matches!(c, '\'' | '’' | '‘' | '´'));
        if ends && !self.is_address(at) && self.put(gap, at, space, Side::After).is_some() {
            self.put(end, end, " ", Side::Before);
        }
    }

    /// Whether a name between colons, `:smile:`, ends with the one at `at`.
    fn ends_name(&self, at: usize) -> bool {
        let name = self.bytes[..at]
            .iter()
            .rev()
            .take(32)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+'))
            .count();
        let start = at - name;
        self.bytes[start].is_ascii_alphabetic()
            && self.before(start) == Some(':')
            && self.before(start - 1).is_none_or(char::is_whitespace)
    }

    /// `;`, `!`, `?`: the first of several has the space.
    pub(super) fn high(&mut self, at: usize) -> usize {
        let character = self.bytes[at];
        let mut end = at + 1;
        if character == b';' {
            if let Some(end) = self.face(at) {
                return end;
            }
        } else {
            while matches!(self.bytes.get(end), Some(b'!' | b'?')) {
                end += 1;
            }
        }
        if self.may_follow(end, self.bytes[end - 1]) {
            self.space_before(at, self.profile.before_high);
        } else {
            self.misplaced(at, end, self.profile.before_high);
        }
        end
    }

    /// Puts before a punctuation mark what the language has before it, where words stand before it.
    fn space_before(&mut self, at: usize, space: &'static str) {
        let gap = self.gap_before(at);
        let Some(before) = self.before(gap) else {
            return;
        };
        // `<!` must not become something else in HTML.
        if opens(before) || before.is_whitespace() || before == '<' {
            return;
        }
        if gap == at && matches!(before, '"' | '\'') {
            // A quotation mark that opens: the mark itself is spoken of.
            let outer = self.before(at - 1);
            if outer.is_none_or(|c| c.is_whitespace() || opens(c)) {
                return;
            }
        }
        if space.is_empty() && gap < at {
            let next = self.gap_after(at + 1);
            let is_ratio = before.is_ascii_digit()
                && next > at + 1
                && self.bytes.get(next).is_some_and(u8::is_ascii_digit);
            // `&amp ;` must not become a reference to a character.
            if is_ratio || self.ends_reference(gap) {
                return;
            }
        }
        self.put(gap, at, space, Side::After);
    }

    /// Whether `&name` or `&#123` ends before a byte.
    fn ends_reference(&self, at: usize) -> bool {
        let name = self.bytes[..at]
            .iter()
            .rev()
            .take(32)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#')
            .count();
        let start = at - name;
        let is_name = match &self.bytes[start..at] {
            [b'#', b'x' | b'X', figures @ ..] => figures.iter().all(u8::is_ascii_hexdigit),
            [b'#', figures @ ..] => figures.iter().all(u8::is_ascii_digit),
            [first, ..] => first.is_ascii_alphabetic(),
            [] => false,
        };
        is_name && self.before(start) == Some('&')
    }

    /// Whether what begins with a byte can stand directly after a punctuation mark that ends words.
    fn may_follow(&self, at: usize, character: u8) -> bool {
        let Some(next) = self.after(at) else {
            return true;
        };
        if !next.is_ascii() {
            return !is_word(next);
        }
        match next {
            '[' => character != b'!' || self.bytes.get(at + 1) == Some(&b'^'),
            '=' | '/' | '\\' | '@' | '#' | '$' | '&' | '+' | '-' | '~' | '^' | '%' | '(' | '<'
            | '>' | '{' => false,
            next => !next.is_ascii_alphanumeric(),
        }
    }

    /// The end of a face such as `:-)` or `;)`.
    fn face(&self, at: usize) -> Option<usize> {
        let nose = usize::from(matches!(self.bytes.get(at + 1), Some(b'-' | b'\'' | b'^')));
        let mouth = at + 1 + nose;
        let is_mouth = match self.bytes.get(mouth)? {
            b')' | b'(' | b'|' | b'/' | b'\\' | b'D' | b'P' | b'p' | b'O' | b'o' => true,
            b']' | b'[' => nose == 1,
            _ => false,
        };
        let mut end = mouth + 1;
        while matches!(self.bytes.get(end), Some(b')' | b'('))
            && self.bytes[mouth] == self.bytes[end]
        {
            end += 1;
        }
        let is_alone = self
            .after(end)
            .is_none_or(|c| c.is_whitespace() || is_object(c) || closes(c) || opens(c));
        (is_mouth && is_alone).then_some(end)
    }

    /// The end of an address whose `://` is at `at`.
    fn address(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let is_end = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || is_object(c)
                || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '`')
        };
        rest.find(is_end).map_or(self.bytes.len(), |end| at + end)
    }

    /// `,` stands with the word before it.
    pub(super) fn comma(&mut self, at: usize) -> usize {
        let gap = self.gap_before(at);
        if gap < at && self.before(gap).is_some_and(ends_words) && !self.is_address(at) {
            match self.after(at + 1) {
                Some(next) if next.is_alphabetic() => {
                    if self.put(gap, at, "", Side::Before).is_some() {
                        self.put(at + 1, at + 1, " ", Side::Before);
                    }
                }
                Some(next) if !is_plain_space(next) => {}
                _ => {
                    self.put(gap, at, "", Side::Before);
                }
            }
        }
        at + 1
    }

    /// `.` ends a sentence, shortens a word or is one of the three that say that something is
    /// left out.
    pub(super) fn dot(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while self.bytes.get(end) == Some(&b'.') {
            end += 1;
        }
        match end - at {
            1 => {
                let gap = self.gap_before(at);
                if gap < at {
                    let is_end = self.after(end).is_none_or(is_plain_space);
                    let fits = is_end && self.before(gap).is_some_and(ends_words);
                    if fits && !self.is_shortened(gap) {
                        self.put(gap, at, "", Side::Before);
                    }
                } else {
                    self.initial(at);
                }
            }
            3 => {
                let before = self.before(at);
                let after = self.after(end);
                let in_path = |c| matches!(c, Some('/' | '\\'));
                let in_range = before.is_some_and(|c| c.is_ascii_digit())
                    && after.is_some_and(|c| c.is_ascii_digit());
                if !in_path(before) && !in_path(after) && !in_range && !self.is_address(at) {
                    self.put(at, end, "…", Side::Before);
                }
            }
            _ => {}
        }
        end
    }

    /// Whether the word that ends before a byte is one that a point shortens.
    fn is_shortened(&self, end: usize) -> bool {
        let before = &self.bytes[..end];
        let profile = self.profile;
        let titles = profile.titles.iter().map(|title| title.word);
        let labels = profile.labels.iter().map(|label| label.word);
        let mut words = titles
            .chain(labels)
            .chain(profile.months.iter().map(|(name, _)| *name));
        let is_known = words.any(|word| {
            let stem = word.strip_suffix('.');
            stem.is_some_and(|stem| before.ends_with(stem.as_bytes()))
        });
        is_known || self.before(end).is_some_and(char::is_uppercase)
    }

    /// Keeps `J.` with `Dupont`, where its dot is at `at`.
    fn initial(&mut self, at: usize) {
        let Some(letter) = self.before(at).filter(|c| c.is_uppercase()) else {
            return;
        };
        let start = at - letter.len_utf8();
        if !self.begins_word(start) {
            return;
        }
        let gap = self.gap_after(at + 1);
        if self.is_name(gap) {
            self.tie(at + 1, gap);
        }
    }

    /// Whether a word with a capital begins with a byte, and one that is a name more often than
    /// the first of a sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        if !self.after(at).is_some_and(char::is_uppercase) {
            return false;
        }
        let rest = &self.bytes[at..];
        !self
            .profile
            .starters
            .iter()
            .any(|word| rest.starts_with(word.as_bytes()) && self.ends_word(at + word.len()))
    }

    /// `--` and `---` between words, typed for a dash. Two without spaces may be the hyphen of a compound that
    /// was typed twice, `pro--européen`, and stay.
    pub(super) fn hyphens(&mut self, at: usize) -> usize {
        let count = self.bytes[at..]
            .iter()
            .take_while(|byte| **byte == b'-')
            .count();
        let end = at + count;
        let gap = self.gap_before(at);
        let is_between = gap < at && self.gap_after(end) > end;
        let has_words = self.before(gap).is_some_and(|c| ends_words(c) || closes(c))
            && self
                .after(self.gap_after(end))
                .is_some_and(|c| is_word(c) || opens(c) || is_object(c) || matches!(c, '"' | '\''));
        if matches!(count, 2 | 3) && is_between && has_words {
            self.put(at, end, "–", Side::Before);
        } else if count == 3 && self.is_glued_dash(at, end) {
            self.put(at, end, self.profile.dash, Side::Before);
        }
        end
    }

    /// Whether hyphens touch words of a sentence on both sides: *It is---as he said*. `a---b` may be a name
    /// in a program, and so may what stands in an address, with a figure or alone.
    fn is_glued_dash(&mut self, at: usize, end: usize) -> bool {
        const LONGEST: usize = 32;
        let mut letters = 0;
        let mut start = at;
        while let Some(c) = self.before(start).filter(|c| c.is_alphabetic()) {
            start -= c.len_utf8();
            letters += 1;
            if letters > LONGEST {
                return false;
            }
        }
        let mut stop = end;
        while let Some(c) = self.after(stop).filter(|c| c.is_alphabetic()) {
            stop += c.len_utf8();
            letters += 1;
            if letters > 2 * LONGEST {
                return false;
            }
        }
        let is_apostrophe = |c: char| matches!(c, '\'' | '’');
        let begins = self
            .before(start)
            .is_none_or(|c| c.is_whitespace() || opens(c) || is_apostrophe(c));
        let ends = self
            .after(stop)
            .is_none_or(|c| c.is_whitespace() || closes(c) && c != '/' || is_apostrophe(c));
        let is_alone = self.before(start).is_none() && self.after(stop).is_none();
        let are_words = start < at && end < stop && letters > 2;
        are_words && begins && ends && !is_alone && !self.is_address(at)
    }

    /// What stands between the braces of a template language, `{{ … }}`, `{% … %}`, `{# … #}`,
    /// `${…}`, `#{…}` and `<% … %>`, is no text.
    pub(super) fn braces(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let pairs = [
            ("{{", "}}"),
            ("{%", "%}"),
            ("{#", "#}"),
            ("${", "}"),
            ("<%", "%>"),
        ];
        let pair = pairs.into_iter().find(|(open, _)| rest.starts_with(open));
        let is_value = rest.starts_with('{') && matches!(self.before(at), Some('#' | '%' | '@'));
        let pair = pair.or(is_value.then_some(("{", "}")));
        let Some((open, close)) = pair else {
            return at + 1;
        };
        let end = rest[open.len()..].find(close);
        end.map_or(at + open.len(), |end| at + open.len() + end + close.len())
    }

    /// `%` and `‰`, of this many bytes, after a number.
    pub(super) fn percent(&mut self, at: usize, length: usize) -> usize {
        let gap = self.gap_before(at);
        let is_of_number = self
            .before(gap)
            .is_some_and(|c| c.is_ascii_digit() || is_object(c));
        if is_of_number && self.ends_word(at + length) {
            self.put(gap, at, self.profile.before_percent, Side::After);
        }
        at + length
    }

    /// The sign of a currency, of this many bytes, after a number.
    pub(super) fn currency(&mut self, at: usize, length: usize) -> usize {
        let gap = self.gap_before(at);
        let is_of_number = self
            .before(gap)
            .is_some_and(|c| c.is_ascii_digit() || is_object(c));
        let is_before_number = self
            .after(at + length)
            .is_some_and(|c| c.is_ascii_digit() || c.is_lowercase());
        if is_of_number && !is_before_number {
            match self.profile.before_sign {
                Some(space) => {
                    self.put(gap, at, space, Side::After);
                }
                None if gap < at => {
                    self.put(gap, at, NO_BREAK, Side::After);
                }
                None => {}
            }
        }
        at + length
    }

    /// `(` stands with the word after it.
    pub(super) fn opening(&mut self, at: usize) -> usize {
        let gap = self.gap_after(at + 1);
        if gap > at + 1
            && self.before(at).is_none_or(is_plain_space)
            && self.after(gap).is_some_and(is_word)
        {
            self.put(at + 1, gap, "", Side::Before);
        }
        at + 1
    }

    /// `)` stands with the word before it.
    pub(super) fn closing(&mut self, at: usize) -> usize {
        let gap = self.gap_before(at);
        if gap < at
            && self.before(gap).is_some_and(|c| c != ')' && ends_words(c))
            && self
                .after(at + 1)
                .is_none_or(|c| c.is_whitespace() || closes(c))
        {
            self.put(gap, at, "", Side::Before);
        }
        at + 1
    }
}

/// Whether words end with a character, so that a punctuation mark may belong to them.
fn ends_words(c: char) -> bool {
    is_word(c)
        || is_object(c)
        || matches!(c, ')' | ']' | '}' | '»' | '”' | '’' | '"' | '\'')
        || matches!(c, '%' | '‰' | '°' | '€' | '$')
}

/// Whether a line may break at a character. Spaces that do not break belong to what follows them.
fn is_plain_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}
