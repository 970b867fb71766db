//! What a reader is to read of a text in Markdown, found without the parser of the program.
//!
//! Rather a word too few than one too many: what looks like the target of a link is none of its
//! words, even where it is no link after all.

use std::ops::Range;

/// A run of letters and digits that nothing parts.
#[derive(Debug)]
pub struct Word {
    pub range: Range<usize>,
    /// As it is read: references to characters are characters.
    pub letters: String,
    /// The number of the footnote that it stands in.
    pub note: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ByteKind {
    /// Words with what Markdown makes of them.
    Prose,
    /// Words as they are.
    Code,
    /// No words: addresses, labels, names, tags.
    Out,
}

/// Parameters of directives whose values are words.
const WORDS: [&str; 6] = ["title", "alt", "credit", "author", "role", "source"];

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let (mut kinds, notes) = lines(text);
    let labels = definitions(text, &mut kinds);
    inlines(text, &mut kinds, &labels);
    let mut words: Vec<Word> = Vec::new();
    let mut word: Option<Word> = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let kind = kinds[at];
        let (read, length) = match (kind, c) {
            (ByteKind::Out, _) => (None, c.len_utf8()),
            (ByteKind::Prose, '&') => reference(&text[at..]),
            (ByteKind::Prose, '\\') => (None, escaped(&text[at..])),
            _ => (Some(c), c.len_utf8()),
        };
        let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}') && word.is_some();
        match read.filter(|c| c.is_alphanumeric() || is_mark(*c)) {
            Some(c) => {
                let word = word.get_or_insert_with(|| Word {
                    range: at..at,
                    letters: String::new(),
                    note: notes[at],
                });
                word.letters.push(c);
                word.range.end = at + length;
            }
            None => words.extend(word.take()),
        }
        at += length;
    }
    words.extend(word);
    words
}

/// How long a backslash is with the character that it is written for.
fn escaped(text: &str) -> usize {
    1 + usize::from(text[1..].starts_with(|c: char| c.is_ascii_punctuation()))
}

/// Reads a reference to a character: the character, where it is known, and how long it is.
fn reference(text: &str) -> (Option<char>, usize) {
    const KNOWN: [(&str, char); 8] = [
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("agrave", 'à'),
        ("ccedil", 'ç'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("uuml", 'ü'),
        ("oelig", 'œ'),
    ];
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let end = text[1..]
        .find(|c| !is_of_name(c))
        .map_or(text.len(), |end| end + 1);
    if !text[end..].starts_with(';') || end == 1 {
        return (Some('&'), 1);
    }
    let name = &text[1..end];
    let number = name.strip_prefix('#').and_then(|number| {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16),
            None => number.parse(),
        };
        number.ok()
    });
    let known = KNOWN.iter().find(|(known, _)| *known == name);
    let read = number.and_then(char::from_u32).or(known.map(|(_, c)| *c));
    (read, end + 1)
}

/// A block of code between fences that is open.
struct Fence {
    character: char,
    length: usize,
    is_quoted: bool,
    indent: usize,
}

/// What each line says of its bytes, and the footnote that it belongs to.
fn lines(text: &str) -> (Vec<ByteKind>, Vec<Option<usize>>) {
    let mut kinds = vec![ByteKind::Prose; text.len()];
    let mut notes = vec![None; text.len()];
    let mut fence: Option<Fence> = None;
    let mut is_after_blank = true;
    let mut is_in_list = false;
    let mut is_in_code = false;
    let mut note = None;
    let mut count = 0;
    let mut in_braces = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        let is_blank = line.trim().is_empty();
        let indent = indent(line);
        let words = contents(line);
        let start = range.start + words;
        let rest = line[words..].trim_end();
        if let Some(open) = &fence {
            let bare = line.trim_start_matches([' ', '\t', '>']).trim_end();
            let is_left = open.is_quoted && !line.trim_start().starts_with('>')
                || !is_blank && !open.is_quoted && indent < open.indent;
            let is_end = bare.len() >= open.length && bare.chars().all(|c| c == open.character);
            if is_end && !is_left {
                kinds[range].fill(ByteKind::Out);
                fence = None;
                continue;
            }
            if !is_left {
                kinds[range.clone()].fill(ByteKind::Code);
                notes[range].fill(note);
                continue;
            }
            fence = None;
        }
        if note.is_some() && is_after_blank && !is_blank && indent < 4 {
            note = None;
        }
        if is_in_list && is_after_blank && !is_blank && indent < 2 && words == 0 {
            is_in_list = false;
        }
        let is_code =
            indent >= 4 && (is_after_blank || is_in_code) && !is_in_list && note.is_none();
        if in_braces {
            in_braces = !braces(line, range.start, &mut kinds);
        } else if is_blank {
        } else if is_code {
            kinds[range.clone()].fill(ByteKind::Code);
        } else if let Some(name) = rest.strip_prefix(":::") {
            let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let length = 3 + length.unwrap_or(name.len());
            kinds[range.start..start + length].fill(ByteKind::Out);
            let after = line[words + length..].trim_start();
            if after.starts_with('{') {
                in_braces = !braces(after, range.end - after.len(), &mut kinds);
            }
        } else if let Some(open) = opening(rest, line) {
            kinds[range.clone()].fill(ByteKind::Out);
            fence = Some(Fence {
                indent: match indent {
                    0 => words,
                    indent => indent,
                },
                ..open
            });
        } else if let Some(label) = rest.strip_prefix("[^").and_then(|rest| rest.find("]:")) {
            kinds[range.start..start + label + 4].fill(ByteKind::Out);
            note = Some(count);
            count += 1;
        } else if words > 0 {
            // The number of an item and the box of a task.
            kinds[range.start..start].fill(ByteKind::Out);
        }
        let marks = &line[..words];
        is_in_list |= marks.contains(['-', '*', '+', '.', ')']);
        is_in_code = is_code || is_blank && is_in_code;
        is_after_blank = is_blank;
        notes[range].fill(note);
    }
    (kinds, notes)
}

fn indent(line: &str) -> usize {
    let mut width = 0;
    for c in line.chars() {
        match c {
            ' ' => width += 1,
            '\t' => width += 4 - width % 4,
            _ => break,
        }
    }
    width
}

/// Where the words of a line begin, after the marks of quotes, lists and tasks.
fn contents(line: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = line[at..].trim_start_matches([' ', '\t']);
        let start = line.len() - rest.len();
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = &rest[digits..];
        let is_parted = |length: usize| {
            let next = after[length..].chars().next();
            next.is_none_or(char::is_whitespace)
        };
        if digits == 0 && rest.starts_with('>') {
            at = start + 1;
        } else if digits == 0 && rest.starts_with(['-', '*', '+']) && is_parted(1)
            || (1..10).contains(&digits) && after.starts_with(['.', ')']) && is_parted(1)
        {
            at = start + digits + 1;
        } else if at > 0
            && (rest.starts_with("[x] ") || rest.starts_with("[X] ") || rest.starts_with("[ ] "))
        {
            return start + 4;
        } else {
            return start;
        }
    }
}

/// A fence that opens a block of code.
fn opening(rest: &str, line: &str) -> Option<Fence> {
    let character = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = rest.len() - rest.trim_start_matches(character).len();
    let has_character = rest[length..].contains('`') && character == '`';
    (length >= 3 && !has_character).then(|| Fence {
        character,
        length,
        is_quoted: line.trim_start().starts_with('>'),
        indent: 0,
    })
}

/// Takes out what says where the links of a label lead (CommonMark, section 4.7); the labels.
fn definitions(text: &str, kinds: &mut [ByteKind]) -> Vec<String> {
    let mut labels = Vec::new();
    let mut at = 0;
    // Whether a line of words stands right before, which a definition does not interrupt.
    let mut is_in_words = false;
    while at < text.len() {
        let line = text[at..].split_inclusive('\n').next().unwrap_or_default();
        let start = at + contents(line);
        let is_code = kinds.get(start) == Some(&ByteKind::Code);
        let found = match is_code || is_in_words && contents(line) == indent(line) {
            true => None,
            false => definition(&text[start..]),
        };
        match found {
            Some((label, length)) => {
                kinds[start..start + length].fill(ByteKind::Out);
                labels.push(normalized(&text[start + 1..start + 1 + label]));
                at = start + length;
            }
            None => {
                let words = line[contents(line)..].trim();
                let is_block = is_code || words.starts_with('#');
                is_in_words =
                    !words.is_empty() && !is_block && words.contains(char::is_alphanumeric);
                at += line.len();
            }
        }
    }
    labels
}

fn normalized(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Reads a definition: how long its label is, and how long it is.
fn definition(text: &str) -> Option<(usize, usize)> {
    let inner = text
        .strip_prefix('[')
        .filter(|rest| !rest.starts_with('^'))?;
    let label = label(inner)?;
    let mut at = label + 2;
    at += text[at..].strip_prefix(':').map(|_| 1)?;
    at += space(&text[at..])?;
    let target = &text[at..];
    let length = match target.starts_with('<') {
        true => target.find('>')? + 1,
        false => target
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(target.len()),
    };
    at += length;
    let line_end = |at: usize| {
        let rest = text[at..].trim_start_matches([' ', '\t']);
        let end = text.len() - rest.len();
        (rest.is_empty() || rest.starts_with('\n')).then_some((end + 1).min(text.len()))
    };
    let without_title = line_end(at);
    let with_title = space(&text[at..])
        .filter(|space| *space > 0)
        .and_then(|space| {
            let title = &text[at + space..];
            let close = match title.chars().next()? {
                '(' => ')',
                quote @ ('"' | '\'') => quote,
                _ => return None,
            };
            let mut end = 1;
            while !title[end..].starts_with(close) {
                let c = title[end..].chars().next()?;
                end += match c {
                    '\\' => escaped(&title[end..]),
                    c => c.len_utf8(),
                };
            }
            line_end(at + space + end + 1).filter(|_| !title[..end].contains("\n\n"))
        });
    let end = with_title.or(without_title).filter(|_| length > 0)?;
    Some((label, end))
}

/// How long the label after a bracket is, where it ends.
fn label(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match c {
            ']' => return Some(at).filter(|_| !text[..at].trim().is_empty()),
            '[' => return None,
            '\\' => at += escaped(&text[at..]),
            '\n' if text[at..].starts_with("\n\n") => return None,
            c => at += c.len_utf8(),
        }
    }
    None
}

/// How much white space there is, with at most one end of a line.
fn space(text: &str) -> Option<usize> {
    let length = text.len() - text.trim_start_matches([' ', '\t', '\n']).len();
    (text[..length].matches('\n').count() < 2).then_some(length)
}

/// Takes out what stands in the braces of a directive but for words; whether they are closed.
fn braces(line: &str, at: usize, kinds: &mut [ByteKind]) -> bool {
    let mut key = 0;
    let mut from = 0;
    while let Some(c) = line[from..].chars().next() {
        kinds[at + from..at + from + c.len_utf8()].fill(ByteKind::Out);
        match c {
            '}' => return true,
            '"' => {
                let name = line[key..from].trim_end_matches('=');
                let end = line[from + 1..].find('"');
                let end = end.map_or(line.len(), |end| from + 1 + end + 1);
                if !WORDS.contains(&name) {
                    kinds[at + from..at + end].fill(ByteKind::Out);
                }
                from = end;
                continue;
            }
            ' ' | '{' | '\n' => key = from + 1,
            _ => {}
        }
        from += c.len_utf8();
    }
    false
}

/// What stands inside lines: code, tags, addresses, labels.
fn inlines(text: &str, kinds: &mut [ByteKind], labels: &[String]) {
    let mut at = 0;
    // Until where the block reaches, and how many brackets are open in it.
    let mut end = 0;
    let mut open = 0_usize;
    while let Some(c) = text[at..].chars().next() {
        if at >= end {
            end = block_end(text, at, kinds);
            open = 0;
        }
        if kinds[at] != ByteKind::Prose {
            at += c.len_utf8();
            continue;
        }
        let rest = &text[at..end.max(at)];
        let length = match c {
            '\\' => escaped(rest),
            '`' => {
                let run = rest.len() - rest.trim_start_matches('`').len();
                match closing(&rest[run..], run) {
                    Some(inner) => {
                        kinds[at..at + run + inner].fill(ByteKind::Code);
                        2 * run + inner
                    }
                    None => run,
                }
            }
            '<' => match tag(rest, &text[at..]) {
                0 => 1,
                length => {
                    kinds[at..at + length].fill(ByteKind::Out);
                    length
                }
            },
            '[' if rest.starts_with("[^") => match rest.find([']', '\n', ' ']) {
                Some(end) if rest[end..].starts_with(']') => {
                    kinds[at..=at + end].fill(ByteKind::Out);
                    end + 1
                }
                _ => 1,
            },
            '[' => {
                open += 1;
                1
            }
            ']' if open > 0 => {
                open -= 1;
                let out = target(&rest[1..], labels);
                kinds[at + 1..at + 1 + out].fill(ByteKind::Out);
                1 + out
            }
            ':' if rest.starts_with(":fact{") => {
                let length = rest.find('}').map_or(1, |end| end + 1);
                kinds[at..at + length].fill(ByteKind::Out);
                length
            }
            ':' if rest.starts_with(":lang{") => {
                let length = rest.find([' ', '}']).unwrap_or(1);
                kinds[at..at + length].fill(ByteKind::Out);
                length
            }
            '{' if rest.starts_with("{#") => {
                let length = rest.find(['}', '\n']).map_or(1, |end| end + 1);
                kinds[at..at + length].fill(ByteKind::Out);
                length
            }
            c => c.len_utf8(),
        };
        at += length;
    }
}

/// Where the next empty line or line of code begins.
fn block_end(text: &str, from: usize, kinds: &[ByteKind]) -> usize {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let bare = line.trim_matches([' ', '\t', '>', '\n']);
        if at > from && (bare.is_empty() || kinds[at] == ByteKind::Code) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Where a span of code ends: before a run of as many characters.
fn closing(text: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        at += found;
        let run = text[at..].len() - text[at..].trim_start_matches('`').len();
        if run == length {
            return Some(at);
        }
        at += run;
    }
    None
}

/// How long a tag, a comment or an address between `<` and `>` is; 0 for none.
fn tag(rest: &str, all: &str) -> usize {
    for (open, close) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")] {
        if rest.starts_with(open) {
            return all.find(close).map_or(0, |end| end + close.len());
        }
    }
    let is_name = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!');
    if !rest[1..].starts_with(is_name) {
        return 0;
    }
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    0
}

/// How long the target of a link or its label is, right after its words. What is shown over the
/// link is none of it.
fn target(rest: &str, labels: &[String]) -> usize {
    if let Some(inner) = rest.strip_prefix('[') {
        let label = label(inner).filter(|end| labels.contains(&normalized(&inner[..*end])));
        return label.map_or(0, |end| end + 2);
    }
    let Some(inner) = rest.strip_prefix('(') else {
        return 0;
    };
    let mut depth = 0_usize;
    let mut is_pointed = false;
    for (at, c) in inner.char_indices() {
        match c {
            '<' if inner[..at].trim().is_empty() => is_pointed = true,
            '>' if is_pointed => return at + 2,
            _ if is_pointed => {}
            '(' => depth += 1,
            ')' if depth == 0 => return at + 1,
            ')' => depth -= 1,
            c if c.is_ascii_whitespace() && !inner[..at].trim().is_empty() => return at + 1,
            _ => {}
        }
    }
    0
}
