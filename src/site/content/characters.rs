//! Characters that nobody sees and nobody meant, in the texts of a site.

use std::sync::Arc;

use rihla_diagnostics::catalogue::content as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::markdown;

/// So many are told of a file.
const MOST: usize = 10;

/// What a character is to become.
enum Odd {
    /// It ended a line in another program: a space, unless there is one.
    Break,
    /// It is nothing.
    Nothing,
    /// It is a letter of one font alone, or turns the direction of what follows.
    Unclear,
}

/// Tells the characters of a text that no reader sees, but for those of fields where they are an error.
pub(super) fn odd(path: &Arc<str>, text: &str, fields: Option<Span>) -> Vec<Diagnostic> {
    // Characters that print need no second look, and nearly all of them are ASCII.
    if !text.contains(is_candidate) {
        return Vec::new();
    }
    let turns = text.contains(is_from_right);
    let mut isolates = Isolates::default();
    let mut found = Vec::new();
    for (at, character) in text
        .char_indices()
        .filter(|(_, character)| is_candidate(*character))
    {
        let in_fields = fields.is_some_and(|fields| (fields.start..fields.end).contains(&at));
        let is_told = in_fields && is_refused(character);
        let Some(odd) = (match is_isolate(character) {
            true => isolates.next(&text[at..], character),
            false => odd_of(character, turns),
        }) else {
            continue;
        };
        if !is_told && found.len() < MOST {
            found.push(finding(path, text, (at, character), &odd));
        }
    }
    found
}

/// Whether YAML refuses a character, which is told as an error.
fn is_refused(character: char) -> bool {
    character.is_control() && character != '\u{85}' || matches!(character, '\u{fffe}' | '\u{ffff}')
}

fn finding(path: &Arc<str>, text: &str, (at, character): (usize, char), odd: &Odd) -> Diagnostic {
    let span = Span::new(at, at + character.len_utf8());
    let name = format!("U+{:04X}", u32::from(character));
    let finding = Diagnostic::at(&say::ODD_SIGN, path.clone(), span).with("sign", &name);
    let around = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_apart =
        around(text[..at].chars().next_back()) || around(text[span.end..].chars().next());
    match odd {
        Odd::Break if !is_apart => finding.with("broken", name).replace(span, " "),
        Odd::Break | Odd::Nothing => finding.with("useless", name).replace(span, ""),
        Odd::Unclear => finding,
    }
}

/// Whether a character may be one that nobody sees.
fn is_candidate(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r')
        || matches!(character,
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

/// Whether a character is read from right to left.
fn is_from_right(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// What a character other than an isolate is to become; `turns` where the text has words from right to left.
fn odd_of(character: char, turns: bool) -> Option<Odd> {
    match character {
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Odd::Break),
        // Programs put these characters before the items of lists, and they are told as such.
        _ if markdown::is_symbol(character) => None,
        '\u{202a}'..='\u{202e}' if turns => Some(Odd::Unclear),
        '\u{e000}'..='\u{f8ff}' => Some(Odd::Unclear),
        '\0' => None,
        _ => Some(Odd::Nothing),
    }
}

/// Isolates that are open.
#[derive(Default)]
struct Isolates {
    open: usize,
}

impl Isolates {
    /// What an isolate is that stands at the head of `rest`: nothing to tell where it has its other on
    /// the same line.
    fn next(&mut self, rest: &str, character: char) -> Option<Odd> {
        if character == '\u{2069}' {
            let is_paired = self.open > 0;
            self.open = self.open.saturating_sub(1);
            return (!is_paired).then_some(Odd::Nothing);
        }
        let line = rest.split('\n').next().unwrap_or(rest);
        let mut depth = 0_usize;
        for c in line.chars().filter(|c| is_isolate(*c)) {
            match c {
                '\u{2069}' => depth -= 1,
                _ => depth += 1,
            }
            if depth == 0 {
                self.open += 1;
                return None;
            }
        }
        Some(Odd::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_nobody_sees() {
        for (text, wanted) in [
            ("Un texte\u{200e} et \u{2067}نص\u{2069} de plus", vec![]),
            ("Un\u{2028}deux", vec!["U+2028→ "]),
            ("Un \u{2028}deux\u{85}\n", vec!["U+2028→", "U+0085→"]),
            ("Un\u{b}deux\u{1}", vec!["U+000B→ ", "U+0001→"]),
            ("\u{1b}[0m", vec!["U+001B→"]),
            ("Un\u{202e}deux", vec!["U+202E→"]),
            ("نص\u{202b}deux\u{202c}", vec!["U+202B", "U+202C"]),
            ("\u{2067}deux", vec!["U+2067→"]),
            ("deux\u{2069}", vec!["U+2069→"]),
            ("\u{e000}", vec!["U+E000"]),
            ("\u{f0b7} un", vec![]),
        ] {
            let said: Vec<String> = odd(&"a".into(), text, None)
                .iter()
                .map(|finding| {
                    let character = finding.values.iter().find(|(name, _)| *name == "sign");
                    let character = character.map_or("", |(_, character)| character.as_text());
                    match finding.replacement() {
                        Some(edit) => format!("{character}→{}", edit.text),
                        None => character.to_owned(),
                    }
                })
                .collect();
            assert_eq!(said, wanted, "{text:?}");
        }
    }
}
