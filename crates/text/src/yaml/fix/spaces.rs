//! Spaces that are missing behind a colon, before a bracket, a quotation mark or a word.

use super::slips::{is_name, name_at};
use super::*;

/// The name with which a text begins, and the byte behind its colon.
pub(super) fn name_before_colon(text: &str) -> Option<(&str, usize)> {
    let name = name_at(text);
    let rest = text[name.len()..].trim_start_matches(|c: char| c == ' ' || is_odd_space(c));
    let value = rest.strip_prefix(':')?;
    is_name(name).then_some((name, text.len() - value.len()))
}

/// Whether a quotation mark or a bracket follows the colon of the name with which a text begins: `title:{`. YAML
/// reads them as part of the name.
pub(super) fn is_glued(text: &str) -> bool {
    name_before_colon(text).is_some_and(|(_, after)| {
        let value = text[after..].trim_start_matches(is_odd_space);
        value.starts_with(['"', '\'', '[', '{'])
    })
}

/// Whether words begin a group in braces: `{tag: en`.
pub(super) fn is_group(words: &str) -> bool {
    let inner = words.strip_prefix('{');
    inner.is_some_and(|inner| name_before_colon(inner.trim_start()).is_some())
}

/// Whether what YAML reads as a key is one and a bracket or a quotation mark behind it, or what begins an item
/// between braces: `title:{fr`, `-{tag`.
pub(in crate::yaml) fn is_glued_key(key: &str) -> bool {
    let item = key.strip_prefix('-').unwrap_or_default();
    is_glued(key) || item.trim_start_matches(is_odd_space).starts_with('{')
}

/// Whether words are a name, a colon and a value without a space between them: `fr:"Un"`, `date:2026-01-02`. An
/// address is none.
pub(in crate::yaml) fn is_glued_pair(words: &str) -> bool {
    name_before_colon(words).is_some_and(|(_, after)| {
        let value = &words[after..];
        let is_apart =
            value.is_empty() || value.starts_with([' ', '\t', ',', ']', '}', '\n', '\r']);
        !is_apart && !value.starts_with("//")
    })
}

/// `{fr:"Un", en:"One"}`, with the key at a byte of the text.
pub(super) fn glued_pairs(line: YamlLine<'_>, at: usize) -> Option<Mistake> {
    let offset = at.checked_sub(line.span.start)?;
    let (name, after) = name_before_colon(line.text.get(offset..)?)?;
    let start = match line.value().starts_with(['[', '{']) {
        true => line.value.start,
        false => line.depth,
    };
    let words = spaced(line.text.get(start..)?, offset.checked_sub(start));
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::NO_SPACE).with("key", name),
        span: Span::new(at, at + after),
        correction: (line.span, format!("{}{words}", &line.text[..start])),
        is_certain: true,
    })
}

/// Words in brackets with a space behind the colon of each key between braces, and of the one at a byte.
pub(super) fn spaced(words: &str, key: Option<usize>) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut open = Vec::new();
    let mut quote = None;
    let mut is_escaped = false;
    // Whether a key may begin here.
    let mut is_start = false;
    let mut before = ' ';
    let mut at = 0;
    while let Some(c) = words[at..].chars().next() {
        let rest = &words[at..];
        if quote.is_none() {
            if c == '#' && before.is_whitespace() {
                out.push_str(rest);
                break;
            }
            if (is_start || key == Some(at))
                && is_glued_pair(rest)
                && let Some((name, after)) = name_before_colon(rest)
            {
                out.push_str(name);
                out.push_str(": ");
                let value = rest[after..].trim_start_matches(is_odd_space);
                at = words.len() - value.len();
                (is_start, before) = (false, ' ');
                continue;
            }
        }
        match (quote, c) {
            (Some('"'), '\\') if !is_escaped => is_escaped = true,
            (Some(mark), c) => {
                if c == mark && !is_escaped {
                    quote = None;
                }
                is_escaped = false;
            }
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
            (None, '[' | '{') => open.push(c),
            (None, ']' | '}') => {
                open.pop();
            }
            (None, _) => {}
        }
        let is_between = open.last() == Some(&'{');
        is_start = quote.is_none()
            && (matches!(c, '{' | ',') && is_between || is_start && c.is_whitespace());
        out.push(c);
        before = c;
        at += c.len_utf8();
    }
    out
}

/// Makes ordinary spaces of the others behind quotation marks and brackets that close, in the line at a byte
/// and in the one above it: there, they are no part of a text. No place moves. Tells whether there were any.
pub(in crate::yaml) fn space_after_marks(draft: &mut Draft, at: usize) -> bool {
    let text = draft.text();
    let here = YamlLine::new(text, line_at(text, at));
    let above = lines_above(text, here.span.start).find(|line| !line.is_blank());
    let mut found = after_marks(here);
    found.extend(above.into_iter().flat_map(after_marks));
    if found.is_empty() {
        found.extend(after_last_mark(here).filter(|span| (span.start..=span.end).contains(&at)));
    }
    for span in &found {
        draft.replace(*span, &" ".repeat(span.end - span.start));
    }
    !found.is_empty()
}

/// The white space with which a text begins, where a part of it is no space for YAML.
fn odd_run(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| matches!(c, ' ' | '\t') || is_odd_space(c));
    let run = &text[..text.len() - rest.len()];
    run.contains(is_odd_space).then_some(run.len())
}

/// The odd white space at the end of a line that ends with a mark that may close a value of several lines.
fn after_last_mark(line: YamlLine<'_>) -> Option<Span> {
    let words = line
        .text
        .trim_end_matches(|c: char| matches!(c, ' ' | '\t') || is_odd_space(c));
    let length = odd_run(&line.text[words.len()..])?;
    words
        .ends_with(['"', '\'', ']', '}'])
        .then(|| Span::new(words.len(), words.len() + length).shifted(line.span.start))
}

/// The odd white space behind the marks that close in the value of a line.
fn after_marks(line: YamlLine<'_>) -> Vec<Span> {
    let words = &line.text[line.value.start..];
    let mut found = Vec::new();
    if !words.starts_with(['"', '\'', '[', '{']) {
        return found;
    }
    let mut open = 0_usize;
    let mut quote = None;
    let mut before = ' ';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut is_closed = false;
        match (quote, c) {
            (Some('"'), '\\') => {
                chars.next();
            }
            (Some('\''), '\'') if chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                chars.next();
            }
            (Some(mark), c) if mark == c => {
                quote = None;
                is_closed = true;
            }
            (Some(_), _) => {}
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
            (None, '[' | '{') => open += 1,
            (None, ']' | '}') => {
                open = open.saturating_sub(1);
                is_closed = true;
            }
            (None, _) => {}
        }
        before = c;
        if !is_closed {
            continue;
        }
        let end = at + c.len_utf8();
        if let Some(length) = odd_run(&words[end..]) {
            let next = words[end + length..].chars().next();
            let is_end = match next {
                None | Some('#') => true,
                Some(c) => open > 0 && matches!(c, ',' | ']' | '}' | ':'),
            };
            let span = Span::new(end, end + length);
            found.extend(is_end.then(|| span.shifted(line.span.start + line.value.start)));
        }
        if open == 0 {
            break;
        }
    }
    found
}
