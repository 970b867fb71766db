//! A line of words in Markdown: emphasis, links, and backslashes where a character would be markup.

mod pieces;

use std::ops::Range;

use super::words::{Line, Look, Piece, plain};
use crate::markdown::from_html::mark_of_block;
use crate::markdown::{BlockKind, Document, Inline, InlineKind, fill_in, tree};
use pieces::{ends, nexts, prepared};
use rihla_diagnostics::Span;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    Paragraph,
    Heading,
    Cell,
}

/// How much of a line is written. What is read as something else is written again, with less markup and
/// with more backslashes: the words count for more than how they look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    /// Backslashes where the rules of Markdown ask for one.
    Usual,
    /// No emphasis.
    Plain,
    /// A backslash before all punctuation, and no emphasis.
    Most,
    /// The same without links.
    Words,
}

/// Writes a line. Its breaks are ends of lines; there is none in a heading and in a cell.
pub(super) fn written(line: &[Piece], addresses: &[String], spot: Spot) -> String {
    for care in [Care::Usual, Care::Plain, Care::Most] {
        let written = Writer::new(line, addresses, spot, care).line();
        if says(&written, line, spot) {
            return written;
        }
    }
    Writer::new(line, addresses, spot, Care::Words).line()
}

/// Whether what is written is read as the words of a line.
fn says(written: &str, line: &[Piece], spot: Spot) -> bool {
    let is_harmless = |c: char| !c.is_ascii_punctuation() || matches!(c, ',' | '\'' | '"' | '?');
    let is_word = |c: char| is_harmless(c) && !c.is_ascii_digit();
    if written.chars().all(is_harmless) && written.starts_with(is_word) && !written.contains('\n') {
        return true;
    }
    let text = match spot {
        Spot::Paragraph => format!("{}{written}\n", before(line)),
        Spot::Heading => format!("{}## {written}\n", before(line)),
        Spot::Cell => format!("{}| {written} | x |\n| --- | --- |\n", before(line)),
    };
    let document = tree(&text, Span::new(0, text.len()));
    read(&document, spot).is_some_and(|read| same(&read, line))
}

/// Footnotes for the marks of a line, without which they would be characters.
fn before(line: &[Piece]) -> String {
    let notes = line.iter().filter_map(|piece| match piece {
        Piece::Note(number) => Some(format!("[^{number}]: x\n\n")),
        _ => None,
    });
    notes.collect()
}

/// The words of a line that is read, where it is one of its kind.
fn read(document: &Document, spot: Spot) -> Option<String> {
    let [block] = &document.blocks[..] else {
        return None;
    };
    let inlines: &[Inline] = match (&block.kind, spot) {
        (BlockKind::Paragraph(inlines), Spot::Paragraph) => inlines,
        (BlockKind::Heading(_, inlines), Spot::Heading) => inlines,
        (BlockKind::Table { head, rows, .. }, Spot::Cell) if rows.is_empty() => match &head[..] {
            [cell, _] => cell,
            _ => return None,
        },
        _ => return None,
    };
    let mut words = String::new();
    all(inlines, &mut words).then_some(words)
}

/// Gathers words; tells whether there was nothing else.
fn all(inlines: &[Inline], words: &mut String) -> bool {
    inlines.iter().all(|inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => {
            words.push_str(text);
            true
        }
        InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) => {
            all(inner, words)
        }
        InlineKind::Link { children, .. } => all(children, words),
        InlineKind::HardBreak => {
            words.push(' ');
            true
        }
        InlineKind::Note(_) => true,
        _ => false,
    })
}

fn same(read: &str, line: &[Piece]) -> bool {
    let wanted = plain(line);
    let words = |text: &str| -> Vec<String> {
        text.split([' ', '\n', '\t'])
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    words(read) == words(&wanted)
}

/// A mark that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Link(usize),
    Strike,
    Strong,
    Emphasis,
}

impl Open {
    const ALL: [fn(&Look) -> Option<Self>; 4] = [
        |look| look.link.map(Self::Link),
        |look| look.is_struck.then_some(Self::Strike),
        |look| look.is_bold.then_some(Self::Strong),
        |look| look.is_italic.then_some(Self::Emphasis),
    ];

    /// Whether it is around words that look so.
    fn is_around(self, look: &Look) -> bool {
        Self::ALL.iter().any(|of| of(look) == Some(self))
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Link(_) => "[",
            Self::Strike => "~~",
            Self::Strong => "**",
            Self::Emphasis => "*",
        }
    }
}

struct Writer<'l> {
    line: Line,
    addresses: &'l [String],
    spot: Spot,
    care: Care,
    /// How often characters occur that are marks only in pairs.
    stars: usize,
    tildes: usize,
    has_break: bool,
    open: Vec<Open>,
    out: String,
}

impl<'l> Writer<'l> {
    fn new(line: &[Piece], addresses: &'l [String], spot: Spot, care: Care) -> Self {
        let line = prepared(line, addresses, care);
        let words = plain(&line);
        let has_marks = line.iter().any(|piece| match piece {
            Piece::Text(_, look) => look.is_bold || look.is_italic,
            _ => false,
        });
        let has_strike = line.iter().any(|piece| match piece {
            Piece::Text(_, look) => look.is_struck,
            _ => false,
        });
        Self {
            stars: words.matches('*').count() + 2 * usize::from(has_marks),
            tildes: words.matches('~').count() + 2 * usize::from(has_strike),
            has_break: line.contains(&Piece::Break),
            line,
            addresses,
            spot,
            care,
            open: Vec::new(),
            out: String::new(),
        }
    }

    fn line(mut self) -> String {
        let line = std::mem::take(&mut self.line);
        let ends = ends(&line);
        let nexts = nexts(&line);
        let mut begins = true;
        for (at, piece) in line.iter().enumerate() {
            let look = match piece {
                Piece::Text(_, look) => *look,
                _ => self.around(&nexts[at]),
            };
            if let Some(address) = self.bare(&line, at) {
                let look = Look { link: None, ..look };
                self.close(&look, &ends[at]);
                self.open(&look, &ends[at]);
                self.out.push_str(&format!("<{address}>"));
                begins = false;
                continue;
            }
            let is_blank = matches!(piece, Piece::Text(words, _) if words.trim().is_empty());
            self.close(&look, &ends[at]);
            // No mark begins before a space.
            if !is_blank {
                self.open(&look, &ends[at]);
            }
            match piece {
                Piece::Text(words, look) if look.is_code => self.code(words),
                Piece::Text(words, look) => {
                    let next = match line.get(at + 1) {
                        Some(Piece::Text(words, next)) if next == look => words.chars().next(),
                        Some(Piece::Break) | None => Some('\n'),
                        _ => None,
                    };
                    self.words(words, begins, look.link.is_some(), next);
                }
                Piece::Break => self.out.push_str("\\\n"),
                Piece::Note(number) => self.out.push_str(&format!("[^{number}]")),
            }
            begins = *piece == Piece::Break;
        }
        self.close(&Look::default(), &[0; 4]);
        self.out
    }

    /// The address that a piece is the words of and leads to, where nothing else does beside it.
    fn bare<'w>(&self, line: &'w [Piece], at: usize) -> Option<&'w str> {
        let Piece::Text(words, look) = &line[at] else {
            return None;
        };
        let link = look.link.filter(|_| !look.is_code)?;
        let is_linked = |piece: Option<&Piece>| match piece {
            Some(Piece::Text(_, look)) => look.link == Some(link),
            _ => false,
        };
        let is_alone = !is_linked(line.get(at + 1))
            && !is_linked(at.checked_sub(1).and_then(|before| line.get(before)));
        let address = self.addresses.get(link)?;
        let is_web = address == words && address.starts_with("http");
        let is_mail = address.strip_prefix("mailto:") == Some(words) && words.contains('@');
        let is_plain = words.is_ascii() && !words.contains(['<', '>', ' ', '&', '?', '"']);
        (is_alone && self.care < Care::Words && is_plain && (is_web || is_mail)).then_some(words)
    }

    /// How what is no words looks: as what is open, as far as that goes on after it.
    fn around(&self, next: &Look) -> Look {
        let is_open = |open: Open| self.open.contains(&open) && open.is_around(next);
        Look {
            is_bold: is_open(Open::Strong),
            is_italic: is_open(Open::Emphasis),
            is_struck: is_open(Open::Strike),
            link: next.link.filter(|link| is_open(Open::Link(*link))),
            ..Look::default()
        }
    }

    /// Closes marks before words that look so. `ends` is where each mark would end.
    fn close(&mut self, look: &Look, ends: &[usize; 4]) {
        let link = Open::ALL[0](look).filter(|link| !self.open.contains(link));
        // What ends inside of a link begins there again: a link is one.
        let ends_inside = |open: &Open| {
            let of = Open::ALL.iter().position(|of| of(look) == Some(*open));
            link.is_some() && of.is_some_and(|of| ends[of] < ends[0])
        };
        while let Some(at) = self
            .open
            .iter()
            .position(|open| !open.is_around(look) || ends_inside(open))
        {
            for open in self.open.split_off(at).into_iter().rev() {
                match open {
                    Open::Link(number) => {
                        let address = self.addresses.get(number).map_or("", String::as_str);
                        self.out.push_str(&format!("]({address})"));
                    }
                    open => self.out.push_str(open.sign()),
                }
            }
        }
    }

    /// Opens marks before words that look so.
    fn open(&mut self, look: &Look, ends: &[usize; 4]) {
        // The one that ends last stands outside.
        let missing = Open::ALL.iter().enumerate();
        let mut missing: Vec<(usize, Open)> = missing
            .filter_map(|(of, open)| Some((ends[of], open(look)?)))
            .filter(|(_, open)| !self.open.contains(open))
            .collect();
        missing.sort_by_key(|(end, _)| std::cmp::Reverse(*end));
        for (_, open) in missing {
            // `!` before a link would make it an image.
            if matches!(open, Open::Link(_)) && self.out.ends_with('!') {
                self.out.insert(self.out.len() - 1, '\\');
            }
            self.out.push_str(open.sign());
            self.open.push(open);
        }
    }

    fn code(&mut self, words: &str) {
        let words = words.trim();
        let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let words = match self.spot {
            Spot::Cell => words.replace('|', "\\|"),
            _ => words.to_owned(),
        };
        let space = match words.starts_with('`') || words.ends_with('`') {
            true => " ",
            false => "",
        };
        self.out
            .push_str(&format!("{fence}{space}{words}{space}{fence}"));
    }

    /// Words, with backslashes before what would be a mark. `next` is what stands after them, where it is
    /// known.
    fn words(&mut self, words: &str, begins: bool, is_linked: bool, next: Option<char>) {
        let head = match begins && self.spot == Spot::Paragraph {
            true => head(words),
            false => None,
        };
        let mut before = match begins {
            true => ' ',
            false => self.out.chars().next_back().unwrap_or(' '),
        };
        let blanks = blanks(words);
        let hashes = words.trim_end_matches('#').len();
        let mut characters = words.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            let after = match characters.peek() {
                Some((_, after)) => Some(*after),
                None => next,
            };
            let is_mark = match self.care {
                Care::Most | Care::Words => c.is_ascii_punctuation(),
                _ => self.is_mark(&words[at..], c, before, after, is_linked, begins && at == 0),
            };
            if begins
                && c == ':'
                && words[at..].starts_with(":::")
                && words[..at].trim_matches('\\').is_empty()
            {
                // Editors write a backslash before the fence of a directive, so that it is none that keeps
                // a line from being one.
                self.out.push_str("&#58;");
                before = c;
                continue;
            }
            let next = blanks.partition_point(|blank| blank.end <= at);
            let is_blank = blanks.get(next).is_some_and(|blank| blank.contains(&at));
            let is_mark = is_mark && !(is_blank && self.care < Care::Most);
            // Those at the end of a heading close it.
            let is_end = self.spot == Spot::Heading && at >= hashes;
            if is_mark || head == Some(at) || is_end && self.care < Care::Most {
                self.out.push('\\');
            }
            self.out.push(c);
            before = c;
        }
    }

    /// Whether a character would be read as markup.
    fn is_mark(
        &self,
        rest: &str,
        c: char,
        before: char,
        after: Option<char>,
        is_linked: bool,
        is_first: bool,
    ) -> bool {
        let is_apart =
            before.is_whitespace() && after.is_none_or(char::is_whitespace) && after.is_some();
        let is_inside = before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric);
        match c {
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation() || c == '\n'),
            '`' => true,
            '*' => is_first || self.stars > 1 && !is_apart,
            '_' => !is_inside && (!is_apart || is_first),
            '~' => self.tildes > 1 && !is_apart || before == '~' || after == Some('~'),
            '[' => is_linked || is_first || matches!(after, Some('^') | None) || before == '!',
            ']' => is_linked || matches!(after, Some('(' | '[') | None),
            '<' => after.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => is_reference(rest),
            '|' => self.spot == Spot::Cell || self.has_break || is_first,
            '{' => self.spot == Spot::Heading && after == Some('#'),
            // `]:` would end the label of a link or a note.
            ':' => before == ']' || rest.starts_with(":fact{") || rest.starts_with(":lang{"),
            _ => false,
        }
    }
}

/// Where underscores are blanks to fill in, and stress nothing: in order.
fn blanks(words: &str) -> Vec<Range<usize>> {
    if !words.contains("__") {
        return Vec::new();
    }
    // One blank of a date says what the others beside it are.
    let mut blanks: Vec<Range<usize>> = Vec::new();
    for blank in fill_in::blanks(words) {
        let known = blanks.last().map_or(0, |blank| blank.end);
        if blank.end > known {
            let start = words[known..blank.start]
                .rfind(' ')
                .map_or(known, |at| known + at);
            let end = words[blank.end..]
                .find(' ')
                .map_or(words.len(), |at| blank.end + at);
            blanks.push(start..end);
        }
    }
    // Alone between spaces.
    let mut at = 0;
    while let Some(next) = words[at..].find(" __") {
        let start = at + next + 1;
        at = words.len() - words[start..].trim_start_matches('_').len();
        if words[at..].starts_with(' ') {
            blanks.push(start..at);
        }
    }
    blanks.sort_by_key(|blank| blank.start);
    blanks
}

/// Whether a text begins with what is a reference to a character, or may be.
fn is_reference(text: &str) -> bool {
    let end = text.bytes().take(40).position(|byte| byte == b';');
    let Some(name) = end.and_then(|end| text.get(1..end)) else {
        return false;
    };
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The place of the character that would make the words of a line a list, a heading and so on.
fn head(words: &str) -> Option<usize> {
    let word = words.split(' ').next().unwrap_or_default();
    let is_rule = words.len() > 1
        && words
            .chars()
            .all(|c| matches!(c, '-' | ' ' | ':' | '|' | '='))
        && words.starts_with(['-', ':', '=']);
    mark_of_block(word).or_else(|| is_rule.then_some(0))
}
