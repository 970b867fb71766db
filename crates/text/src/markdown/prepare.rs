//! The text as the parser is to see it: as long as the original, with marks in the place of
//! colons and underscores that mean nothing to the writer but something to the parser.

use std::borrow::Cow;

use pulldown_cmark::Options;

use super::fill_in;

/// Stands for a colon at the head of a line. A control character, which no text contains.
const MARK: u8 = 0x1a;

/// Stands for an underscore of a blank to fill in.
const BLANK: u8 = 0x1b;

/// Stands for a line that opens or closes a directive: a block of its own to the parser.
pub(super) const FENCE: &str = "<!---->";

/// What the parser is to know beyond CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
}

/// Marks the underscores of blanks to fill in, and the colons at the head of lines that do not explain a
/// term, as of `:::` and `:lang{…}`.
///
/// A line `: …` explains a term only if the term is one line with an empty line above it, so that
/// a sentence that happens to break before a colon stays a sentence. The first line of a text, of a
/// quotation, of a directive, of an item and of a footnote has none; with an empty line between, that of a
/// directive alone may be a term.
pub(super) fn prepare(text: &str) -> Cow<'_, str> {
    let mut marks = Vec::new();
    // Lines of words since the last empty line, and whether they are terms and explanations.
    let mut words = 0;
    let mut explains = false;
    let mut before = (0, false);
    let mut at = 0;
    // Whether the next line is the first of the text, of a quotation or of a directive.
    let mut is_first = true;
    // Whether the last words have no empty line above them, and whether what they begin is no directive.
    let mut is_top = false;
    let mut is_prose = true;
    // In how many quotations the last line stands.
    let mut depth = 0;
    // Where the words of the item begin in which lines stand.
    let mut content = 0;
    for line in text.split_inclusive('\n') {
        let (quotes, trimmed) = quoted(line);
        let indent = line.len() - trimmed.len();
        if quotes != depth {
            (words, explains, before) = (0, false, (0, false));
            (is_first, is_prose) = (true, true);
            depth = quotes;
        }
        // Directly below words, no indentation makes code; in an item, that of its words makes none.
        if words == 0 && !trimmed.trim().is_empty() && indent < content {
            content = 0;
        }
        let is_near = indent - quotes < content + 4 || words > 0;
        let is_explanation = is_near && (trimmed.starts_with(": ") || trimmed.starts_with(":\t"));
        if trimmed.trim_end() == FENCE {
            // No term reaches across it.
            (words, explains, before) = (0, false, (0, false));
            (is_first, is_prose) = (true, false);
            at += line.len();
            continue;
        } else if trimmed.trim_end().is_empty() {
            if words > 0 || explains {
                before = (words + usize::from(is_top && is_prose), explains);
            }
            words = 0;
            explains = false;
        } else if is_explanation {
            let is_term = words == 1 && !is_top;
            let follows = explains || is_term || words == 0 && (before.1 || before.0 == 1);
            if follows {
                explains = true;
            } else {
                marks.push(at + indent);
                words += 1;
            }
        } else {
            if trimmed.starts_with(':') && !trimmed.starts_with(": ") && !is_rule(trimmed) {
                marks.push(at + indent);
            }
            if words == 0 || begins_item(trimmed) {
                is_top = is_first || begins_item(trimmed);
                is_prose |= begins_item(trimmed);
                if begins_item(trimmed) {
                    content = indent + words_of_item(trimmed);
                }
                words = 0;
            }
            words += 1;
        }
        is_first = false;
        at += line.len();
    }
    let blanks = fill_in::blanks(text);
    let has_marks = memchr::memchr2(MARK, BLANK, text.as_bytes()).is_some();
    if marks.is_empty() && blanks.is_empty() && !has_marks {
        return Cow::Borrowed(text);
    }
    let is_mark = |byte: u8| byte == MARK || byte == BLANK;
    let mut bytes: Vec<u8> = text
        .bytes()
        .map(|byte| if is_mark(byte) { b' ' } else { byte })
        .collect();
    for mark in marks {
        bytes[mark] = MARK;
    }
    for blank in blanks {
        bytes[blank].fill(BLANK);
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// In how many quotations a line stands, and what is in them.
fn quoted(line: &str) -> (usize, &str) {
    let mut quotes = 0;
    let mut rest = line.trim_start_matches(' ');
    while let Some(inner) = rest.strip_prefix('>') {
        quotes += 1;
        rest = inner.trim_start_matches(' ');
    }
    (quotes, rest)
}

/// Whether words begin an item of a list or a footnote.
fn begins_item(line: &str) -> bool {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    match digits {
        0 if line.starts_with("[^") => line.contains("]: "),
        0 => ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark)),
        1..10 => rest.starts_with(". ") || rest.starts_with(") "),
        _ => false,
    }
}

/// How far from its mark the words of an item or a footnote begin.
fn words_of_item(line: &str) -> usize {
    let mark = match line.starts_with("[^") {
        // What goes on with a footnote stands four spaces in.
        true => return 4,
        false => line.find(' ').unwrap_or(line.len()),
    };
    let rest = &line[mark..];
    mark + rest.len() - rest.trim_start_matches(' ').len()
}

/// Whether a line is the one of hyphens below the first row of a table: `:--|--:`.
fn is_rule(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with(":-")
        && line.contains('|')
        && line
            .chars()
            .all(|c| matches!(c, ':' | '-' | '|' | ' ' | '\t'))
}

/// Puts the colons and the underscores back.
pub(super) fn restored<'t>(text: &'t str) -> Cow<'t, str> {
    if memchr::memchr2(MARK, BLANK, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let colons = text.replace(char::from(MARK), ":");
    Cow::Owned(colons.replace(char::from(BLANK), "_"))
}
