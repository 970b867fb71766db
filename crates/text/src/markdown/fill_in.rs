//! Blanks to fill in: `Nom : ____/____`, `__/__/20__`. Underscores without words stress none.

use std::ops::Range;

/// Finds the underscores that are blanks, run by run, in order. A run that stands alone between spaces is
/// none: it stresses nothing, and on a line of its own it is a rule.
pub(super) fn blanks(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'_', &bytes[at..]) {
        let next = at + next;
        let before = bytes[at..next].iter().rev();
        let start = next - before.take_while(|byte| is_sign(**byte)).count();
        let mut end = next;
        while end < bytes.len() && (is_sign(bytes[end]) || is_hour(bytes, end)) {
            end += 1;
        }
        Field { text, start, end }.blanks(&mut found);
        at = end;
    }
    found
}

/// Whether a character may stand between blanks.
fn is_sign(byte: u8) -> bool {
    byte.is_ascii_digit() || b"_/.:-,;@%()[]+".contains(&byte)
}

/// `__h__`
fn is_hour(bytes: &[u8], at: usize) -> bool {
    bytes[at].eq_ignore_ascii_case(&b'h')
        && bytes[..at].ends_with(b"_")
        && bytes[at + 1..].starts_with(b"_")
}

/// Underscores with the signs and digits around them.
struct Field<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl Field<'_> {
    fn blanks(&self, found: &mut Vec<Range<usize>>) {
        let signs = &self.text[self.start..self.end];
        let inner = signs
            .trim_start_matches(['(', '[', ':'])
            .trim_end_matches([')', ']', ',', ';', '.', ':']);
        let runs = self.runs();
        let empty = runs.iter().filter(|run| self.is_empty(run)).count();
        let is_between = |run: &&Range<usize>| run.start > self.start && run.end < self.end;
        let is_field = match signs.bytes().any(|byte| byte.is_ascii_digit()) {
            true => empty > 1 || runs.iter().filter(is_between).any(|run| self.is_empty(run)),
            false if runs.len() > 1 => inner.starts_with('_') && inner.ends_with('_'),
            false => {
                // `__« Oui »__, dit-elle`
                let before = self.text[..self.start].chars().next_back();
                inner.len() < signs.len()
                    && inner.bytes().all(|byte| byte == b'_')
                    && (!signs.starts_with('_')
                        || before.is_none_or(|c| c.is_whitespace() || c == '|'))
            }
        };
        if is_field && !signs.contains("..") && self.stands_alone() && !self.is_address() {
            let empty = runs.into_iter().filter(|run| self.is_empty(run));
            found.extend(empty.filter(|run| !self.decides_on_stars(run)));
        }
    }

    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, byte) in self.text[self.start..self.end].bytes().enumerate() {
            let at = self.start + at;
            match runs.last_mut() {
                Some(run) if byte == b'_' && run.end == at => run.end += 1,
                _ if byte == b'_' => runs.push(at..at + 1),
                _ => {}
            }
        }
        runs
    }

    /// Whether a run touches no digit.
    fn is_empty(&self, run: &Range<usize>) -> bool {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !is_digit(self.text[..run.start].chars().next_back())
            && !is_digit(self.text[run.end..].chars().next())
    }

    /// Whether no words touch it, but for a label: `Nom:____/____`.
    fn stands_alone(&self) -> bool {
        let is_border = |c: char| c.is_whitespace() || "|*~«»“”\"".contains(c);
        let before = self.text[..self.start].chars().next_back();
        let after = self.text[self.end..].chars().next();
        let is_labelled = self.text[self.start..].starts_with(':');
        before.is_none_or(|c| is_border(c) || is_labelled && c.is_alphabetic())
            && after.is_none_or(is_border)
    }

    /// Whether it belongs to the address of a link: `https://e.org/__/__`, `[a](__/__)`.
    fn is_address(&self) -> bool {
        let before = &self.text[..self.start];
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        word.ends_with(']') || word.contains("//") || self.text[self.start..].starts_with("://")
    }

    /// Whether stars that touch a run have punctuation on their other side, so that they end what they
    /// stress before a sign and not before a letter.
    fn decides_on_stars(&self, run: &Range<usize>) -> bool {
        let (head, tail) = (&self.text[..run.start], &self.text[run.end..]);
        let (before, after) = (
            head.trim_end_matches(['*', '~']),
            tail.trim_start_matches(['*', '~']),
        );
        let is_sign =
            |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
        before.len() < head.len() && is_sign(before.chars().next_back())
            || after.len() < tail.len() && is_sign(after.chars().next())
    }
}

#[cfg(test)]
mod tests {
    use super::blanks;

    /// A text with a cross in the place of each blank.
    fn crossed(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for blank in blanks(text) {
            bytes[blank].fill(b'x');
        }
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn blanks_are_those_without_words() {
        let table = [
            ("Nom : ____/____", "Nom : xxxx/xxxx"),
            ("Nom:____/____", "Nom:xxxx/xxxx"),
            ("le __/__/____ à", "le xx/xx/xxxx à"),
            (
                "du __/__/20__ au __/__/20__.",
                "du xx/xx/20__ au xx/xx/20__.",
            ),
            ("(__)__.__.__", "(xx)xx.xx.xx"),
            ("à ____, le", "à xxxx, le"),
            ("[__] oui (__) non", "[xx] oui (xx) non"),
            ("____@____.__", "xxxx@xxxx.xx"),
            ("de __h__ à __:__", "de xxhxx à xx:xx"),
            ("_/_/_ et _,__ m", "x/x/x et x,xx m"),
            ("**__/__** «__/__» | __/__ |", "**xx/xx** «xx/xx» | xx/xx |"),
            ("**Nom :**__/__", "**Nom :**__/xx"),
        ];
        for (text, right) in table {
            assert_eq!(crossed(text), right);
        }
        for text in [
            "__mot__ et _mot_ et __« oui »__ et __→__ et __!__",
            "__ __ __",
            "____",
            "_ _ _",
            "__2026__, __10/20__, __-50 %__, __1__/__2__, _1_/_2_",
            "_(bar)_ et __(un) mot__ et __« x »__, _..._",
            "- __- Oui__ et __... non__",
            "https://e.org/__/__ [x](__/__) src/__init__.py",
            "\\_\\_/\\_\\_",
            "20__ à 20__",
        ] {
            assert_eq!(crossed(text), text);
        }
    }
}
