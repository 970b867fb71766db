//! The text as the parser is to see it: as long as the original, with a mark in the place of
//! colons that mean nothing to the writer but something to the parser.

use std::borrow::Cow;

use pulldown_cmark::Options;

/// Stands for a colon at the head of a line. A control character, which no text contains.
const MARK: u8 = 0x1a;

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

/// Marks the colons at the head of lines that do not explain a term, as of `:::` and `:lang{…}`.
///
/// A line `: …` explains a term only if the term is one line with an empty line above it, so that
/// a sentence that happens to break before a colon stays a sentence.
pub(super) fn prepare(text: &str) -> Cow<'_, str> {
    let mut marks = Vec::new();
    // Lines of words since the last empty line, and whether they are terms and explanations.
    let starts_with_words = text
        .lines()
        .next()
        .is_some_and(|line| !line.trim().is_empty());
    let mut words = usize::from(starts_with_words);
    let mut explains = false;
    let mut before = (0, false);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start_matches(' ');
        let indent = line.len() - trimmed.len();
        let is_explanation =
            indent < 4 && (trimmed.starts_with(": ") || trimmed.starts_with(":\t"));
        if trimmed.trim_end() == FENCE {
            // No term reaches across it.
            (words, explains, before) = (0, false, (0, false));
        } else if trimmed.trim_end().is_empty() {
            if words > 0 || explains {
                before = (words, explains);
            }
            words = 0;
            explains = false;
        } else if is_explanation {
            let follows = explains || words == 1 || words == 0 && (before.1 || before.0 == 1);
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
            words += 1;
        }
        at += line.len();
    }
    if marks.is_empty() && !text.as_bytes().contains(&MARK) {
        return Cow::Borrowed(text);
    }
    let mut bytes: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == MARK { b' ' } else { byte })
        .collect();
    for mark in marks {
        bytes[mark] = MARK;
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
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

/// Puts the colons back.
pub(super) fn restored<'t>(text: &'t str) -> Cow<'t, str> {
    if text.as_bytes().contains(&MARK) {
        Cow::Owned(text.replace(char::from(MARK), ":"))
    } else {
        Cow::Borrowed(text)
    }
}
