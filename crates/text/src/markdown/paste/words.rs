//! The words of a line: their spaces, their letters above the line, and what no reader sees.

use super::style::Script;
use crate::markdown::{is_bullet, is_symbol};

/// A line of words.
pub(super) type Line = Vec<Piece>;

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String, Look),
    /// The line ends here.
    Break,
    /// The mark of a footnote, by its number.
    Note(usize),
}

/// What Markdown says of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) is_struck: bool,
    pub(super) is_code: bool,
    /// The number of the address to which they lead.
    pub(super) link: Option<usize>,
    /// Where they stand; on the line, once a line is [`finished`].
    pub(super) script: Script,
}

/// Puts a line in order: one space between words, none at its ends, letters above and below the line as
/// characters. Gives how many stretches of those there are that no character is for.
pub(super) fn finished(line: Line) -> (Line, usize) {
    let mut line = joined(line);
    let mut lost = 0;
    raised(&mut line, &mut lost);
    (trimmed(joined(spaced(joined(line)))), lost)
}

/// Joins words that look alike.
fn joined(line: Line) -> Line {
    let mut out: Line = Vec::with_capacity(line.len());
    for piece in line {
        match (out.last_mut(), piece) {
            (_, Piece::Text(words, _)) if words.is_empty() => {}
            (Some(Piece::Text(known, look)), Piece::Text(words, other)) if *look == other => {
                known.push_str(&words);
            }
            (_, piece) => out.push(piece),
        }
    }
    out
}

/// Endings that stand above the line in French, English and Spanish, and are read the same on it.
const ENDINGS: &[&str] = &[
    "e", "er", "ers", "re", "res", "es", "nd", "nde", "nds", "ndes", "d", "de", "ème", "èmes",
    "ième", "st", "rd", "th", "a",
];

/// Puts letters above and below the line on it, as characters that stand there where there are such.
fn raised(line: &mut Line, lost: &mut usize) {
    let mut before: Option<char> = None;
    for piece in line {
        let Piece::Text(words, look) = piece else {
            before = None;
            continue;
        };
        if look.script != Script::Line && !words.trim().is_empty() {
            match character(words.trim(), before, look.script) {
                Some(written) => *words = words.replace(words.trim(), &written),
                None => *lost += 1,
            }
        }
        look.script = Script::Line;
        before = words.chars().next_back();
    }
    // What was apart looks alike now, which `joined` sees to.
}

/// How letters above or below the line are written after a character; `None` where that says less.
fn character(words: &str, before: Option<char>, script: Script) -> Option<String> {
    if !words.contains(char::is_alphanumeric) {
        return Some(words.to_owned());
    }
    let of = |c: char| match script {
        Script::Above => above(c),
        _ => below(c),
    };
    let is_after = |is: fn(char) -> bool| before.is_some_and(is);
    if script == Script::Above {
        match words {
            "o" | "os" if is_after(|c| matches!(c, 'n' | 'N')) => {
                return Some(if words == "o" { "º" } else { "ᵒˢ" }.to_owned());
            }
            "o" if is_after(|c| c.is_ascii_digit()) => return Some("º".to_owned()),
            "TM" | "tm" | "MC" | "MD" | "®" | "©" | "™" => {
                let sign = words.eq_ignore_ascii_case("tm");
                return Some(if sign { "™" } else { words }.to_owned());
            }
            // `1er`, `XXIe`: what sets the page raises them again.
            _ if ENDINGS.contains(&words)
                && is_after(|c| c.is_ascii_digit() || "IVXLCDM".contains(c)) =>
            {
                return Some(words.to_owned());
            }
            // `Mme`, `Dr`, `Cie`
            _ if words.chars().all(char::is_alphabetic) && is_after(char::is_uppercase) => {
                return Some(words.to_owned());
            }
            // The mark of a note that is not there.
            _ if words.starts_with('[') => return Some(words.to_owned()),
            _ => {}
        }
    }
    words.chars().map(of).collect()
}

/// A character above the line.
fn above(c: char) -> Option<char> {
    Some(match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32(0x2070 + c.to_digit(10)?)?,
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        '=' => '⁼',
        '(' => '⁽',
        ')' => '⁾',
        'n' => 'ⁿ',
        'i' => 'ⁱ',
        _ => return None,
    })
}

/// A character below the line.
fn below(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => char::from_u32(0x2080 + c.to_digit(10)?)?,
        '+' => '₊',
        '-' | '−' | '–' => '₋',
        '=' => '₌',
        '(' => '₍',
        ')' => '₎',
        _ => return None,
    })
}

/// Whether a character says nothing and takes no place: soft hyphens, marks of direction, characters of
/// fonts of symbols, what programs leave in the place of objects.
fn is_nothing(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{e000}'..='\u{f8ff}' | '\u{fff9}'..='\u{fffc}'
                | '\u{e0000}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}'
        )
}

/// Whether characters join or part letters (U+200C, U+200D): in Arabic and Persian, and in the signs that
/// are made of several.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let is_joined = |c: Option<char>| c.is_some_and(|c| c > '\u{58f}' && !c.is_whitespace());
    is_joined(before) && is_joined(after)
}

/// Whether a space between two characters is one that French does not break at.
fn is_kept(before: Option<char>, after: Option<char>) -> bool {
    before == Some('«') || matches!(after, Some(':' | ';' | '!' | '?' | '»'))
}

/// Takes out what is not seen, and makes one of several spaces.
fn spaced(line: Line) -> Line {
    /// A character of the line.
    struct Seen {
        c: char,
        piece: usize,
        /// Characters with a break or the mark of a note between them do not touch.
        stretch: usize,
    }
    let mut seen: Vec<Seen> = Vec::new();
    let mut stretch = 0;
    for (number, piece) in line.iter().enumerate() {
        let words = match piece {
            Piece::Text(words, _) => words.as_str(),
            Piece::Break | Piece::Note(_) => "",
        };
        stretch += usize::from(!matches!(piece, Piece::Text(..)));
        let is_seen = |c: &char| c.is_whitespace() || is_symbol(*c) || !is_nothing(*c);
        let characters = words.chars().filter(is_seen);
        seen.extend(characters.map(|c| Seen {
            c,
            piece: number,
            stretch,
        }));
    }
    let mut texts = vec![String::new(); line.len()];
    let mut before: Option<char> = None;
    let mut last = 0;
    let mut at = 0;
    while let Some(Seen { c, piece, stretch }) = seen.get(at) {
        if *stretch != last {
            before = None;
        }
        last = *stretch;
        if is_symbol(*c) {
            // At the head of a line it is a bullet, in it nothing.
            if before.is_none() {
                texts[*piece].push('•');
                before = Some('•');
            }
            at += 1;
            continue;
        }
        if !c.is_whitespace() {
            let is_joiner = matches!(c, '\u{200c}' | '\u{200d}');
            if !is_joiner || joins(before, seen.get(at + 1).map(|seen| seen.c)) {
                texts[*piece].push(*c);
                before = Some(*c);
            }
            at += 1;
            continue;
        }
        let spaces = seen[at..].iter();
        let length = spaces
            .take_while(|space| space.c.is_whitespace() && space.stretch == *stretch)
            .count();
        let has_hard = seen[at..at + length]
            .iter()
            .any(|space| matches!(space.c, '\u{a0}' | '\u{202f}'));
        let after = seen
            .get(at + length)
            .filter(|seen| seen.stretch == *stretch);
        let after = after.map(|seen| seen.c);
        let space = match has_hard && is_kept(before, after) {
            true => '\u{a0}',
            false => ' ',
        };
        texts[*piece].push(space);
        before = Some(space);
        at += length;
    }
    let pieces = line.into_iter().zip(texts);
    let pieces = pieces.map(|(piece, text)| match piece {
        Piece::Text(_, look) => Piece::Text(text, look),
        piece => piece,
    });
    pieces.collect()
}

/// Takes spaces and breaks away at the ends of a line, and spaces beside breaks.
fn trimmed(line: Line) -> Line {
    let mut out: Line = Vec::with_capacity(line.len());
    for piece in line {
        match piece {
            Piece::Text(words, look) => {
                let begins = matches!(out.last(), None | Some(Piece::Break));
                let words = match begins {
                    true => words.trim_start().to_owned(),
                    false => words,
                };
                if !words.is_empty() {
                    out.push(Piece::Text(words, look));
                }
            }
            Piece::Break => {
                trim_end(&mut out);
                // An empty line in a paragraph is none: it would end it.
                if !matches!(out.last(), None | Some(Piece::Break)) {
                    out.push(Piece::Break);
                }
            }
            piece => out.push(piece),
        }
    }
    loop {
        trim_end(&mut out);
        match out.last() {
            Some(Piece::Break) => drop(out.pop()),
            _ => return out,
        }
    }
}

fn trim_end(line: &mut Line) {
    while let Some(Piece::Text(words, _)) = line.last_mut() {
        words.truncate(words.trim_end().len());
        if !words.is_empty() {
            return;
        }
        line.pop();
    }
}

/// The words of a line without markup; a space for each break.
pub(super) fn plain(line: &[Piece]) -> String {
    line.iter()
        .map(|piece| match piece {
            Piece::Text(words, _) => words.as_str(),
            Piece::Break => " ",
            Piece::Note(_) => "",
        })
        .collect()
}

/// A paragraph, and the items in it: lines that begin with a bullet, each with those that go on with it.
pub(super) fn bulleted(line: Line) -> (Line, Vec<Line>) {
    let begins = |piece: Option<&Piece>| match piece {
        Some(Piece::Text(words, _)) => words
            .strip_prefix(is_bullet)
            .is_some_and(|words| words.is_empty() || words.starts_with(char::is_whitespace)),
        _ => false,
    };
    let has_bullets = begins(line.first())
        || line
            .windows(2)
            .any(|two| two[0] == Piece::Break && begins(two.get(1)));
    if !has_bullets {
        return (line, Vec::new());
    }
    let mut before = Line::new();
    let mut items: Vec<Line> = Vec::new();
    for part in line.split(|piece| *piece == Piece::Break) {
        match (begins(part.first()), items.last_mut()) {
            (true, _) => {
                let mut item = part.to_vec();
                if let Some(Piece::Text(words, _)) = item.first_mut() {
                    *words = words.trim_start_matches(is_bullet).trim_start().to_owned();
                }
                items.push(trimmed(joined(item)));
            }
            (false, Some(item)) => {
                item.push(Piece::Break);
                item.extend_from_slice(part);
            }
            (false, None) => {
                before.push(Piece::Break);
                before.extend_from_slice(part);
            }
        }
    }
    items.retain(|item| !item.is_empty());
    (trimmed(before), items.into_iter().map(trimmed).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> String {
        let line = vec![Piece::Text(words.to_owned(), Look::default())];
        plain(&finished(line).0)
    }

    #[test]
    fn spaces_are_one_and_hard_where_french_wants_them() {
        for (words, wanted) in [
            (
                "Un\u{a0}: deux\u{a0}; trois\u{202f}! «\u{a0}Oui\u{a0}»",
                "Un\u{a0}: deux\u{a0}; trois\u{a0}! «\u{a0}Oui\u{a0}»",
            ),
            ("Un\u{a0}mot\u{a0} \n de\u{2003}plus", "Un mot de plus"),
            ("Un \u{a0}: deux", "Un\u{a0}: deux"),
            (" bord\u{a0}", "bord"),
            ("co\u{ad}opé\u{200b}ra\u{f0b7}tion\u{feff}", "coopération"),
            ("می\u{200c}خواهم a\u{200c}b", "می\u{200c}خواهم ab"),
            ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧"),
        ] {
            assert_eq!(line(words), wanted);
        }
    }

    #[test]
    fn letters_above_the_line_are_characters() {
        for (before, words, wanted, lost) in [
            ("1", "er", "1er", 0),
            ("XXI", "e", "XXIe", 0),
            ("n", "o", "nº", 0),
            ("n", "os", "nᵒˢ", 0),
            ("M", "me", "Mme", 0),
            ("m", "2", "m²", 0),
            ("10", "-3", "10⁻³", 0),
            ("Rihla", "TM", "Rihla™", 0),
            ("mot", "[1]", "mot[1]", 0),
            ("x", "abc", "xabc", 1),
        ] {
            let above = Look {
                script: Script::Above,
                ..Look::default()
            };
            let line = vec![
                Piece::Text(before.into(), Look::default()),
                Piece::Text(words.into(), above),
            ];
            let (line, count) = finished(line);
            assert_eq!((plain(&line).as_str(), count), (wanted, lost));
        }
    }
}
