//! Finds out which mistake the parser stumbled over, says it in words, and corrects it in a
//! copy so that what follows can be read.
//!
//! The parser tells where it could not go on; the mistake is on that line, or a few lines
//! above. Lines are looked at as a person would: where does the value begin, with which
//! character, what follows. A correction replaces whole lines, in the copy as in the message.

mod quotes;
mod slips;
mod spaces;

use super::tree::{Fault, build};
use super::{Finding, Shape, quoted};
use quotes::{between_marks, double_quoted, marks_in_brackets, single_quoted, without_outer_marks};
pub(super) use quotes::{is_even, unpaired};
use rihla_diagnostics::catalogue::yaml as say;
use rihla_diagnostics::{Diagnostic, Draft, Span, difference};
use slips::{
    above_in_group, colon_lacking, continued_colon, glued, glued_item, meant, moved_in, separator,
    starred_items,
};
use spaces::{glued_pairs, is_glued};
use std::borrow::Cow;

pub(super) use slips::{behind_sign, is_field, is_glued_item, is_known_field};
pub(super) use spaces::{is_glued_key, is_glued_pair, space_after_marks};

/// The longest text that is read with several widths of its tabs, in bytes.
const LONGEST_TRIED: usize = 1 << 16;

/// Replaces whole lines of the copy. Tells whether anything changed.
fn replace_lines(draft: &mut Draft, lines: Span, with: &str) -> bool {
    let old = draft.text()[lines.start..lines.end].to_owned();
    if old == with {
        return false;
    }
    let (olds, news) = (old.split('\n'), with.split('\n'));
    let mut put = |at: usize, old: &str, new: &str| {
        let (from, to) = difference(old, new);
        draft.replace(from.shifted(at), &new[to.start..to.end]);
    };
    if olds.clone().count() != news.clone().count() {
        put(lines.start, &old, with);
        return true;
    }
    // Each for itself, so that the next correction of one of them concerns it alone.
    let mut end = lines.end;
    for (old, new) in olds.rev().zip(news.rev()) {
        let start = end - old.len();
        if old != new {
            put(start, old, new);
        }
        end = start.saturating_sub(1);
    }
    true
}

/// A space that is not one for YAML.
pub(super) fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// The line around a byte, without its end.
pub(super) fn line_at(text: &str, at: usize) -> Span {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let end = if text[start..end].ends_with('\r') {
        end - 1
    } else {
        end
    };
    Span::new(start, end.max(start))
}

/// The character at a byte.
fn character_at(text: &str, at: usize) -> Span {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    Span::new(at, at + length)
}

/// A line as a writer sees it: `indent`, `- `, `key:`, value.
#[derive(Clone, Copy)]
struct YamlLine<'t> {
    text: &'t str,
    /// Of the whole line.
    span: Span,
    /// Bytes of white space before the first character.
    indent: usize,
    /// The column of the first word: behind the hyphens of an item of a list.
    depth: usize,
    /// The key, if there is one, relative to the line.
    key: Option<Span>,
    /// The value, without white space at its ends and without a comment, relative to the line.
    value: Span,
}

impl<'t> YamlLine<'t> {
    fn new(text: &'t str, span: Span) -> Self {
        let line = &text[span.start..span.end];
        let head = |from: usize| {
            let rest = &line[from..];
            from + rest.len()
                - rest
                    .trim_start_matches(|c: char| c == ' ' || c == '\t' || is_odd_space(c))
                    .len()
        };
        let indent = head(0);
        let mut at = indent;
        while line[at..].starts_with("- ") {
            at = head(at + 1);
        }
        let key = key_at(&line[at..]).map(|key| key.shifted(at));
        let start = key.map_or(at, |key| {
            let colon = line[key.end..].find(':').map_or(key.end, |c| key.end + c);
            head(colon + 1)
        });
        let rest = &line[start..];
        let rest = rest.find(" # ").map_or(rest, |comment| &rest[..comment]);
        Self {
            text: line,
            span,
            indent,
            depth: at,
            key,
            value: Span::new(start, start + rest.trim_end().len()),
        }
    }

    fn value(&self) -> &'t str {
        &self.text[self.value.start..self.value.end]
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the value is words, on this line or from this line on.
    fn has_plain_value(&self) -> bool {
        let value = self.value();
        !value.is_empty() && !value.starts_with(['|', '>', '"', '\'', '[', '{', '&', '*', '!', '#'])
    }

    /// The line with another value.
    fn with_value(&self, value: &str) -> String {
        format!(
            "{}{value}{}",
            &self.text[..self.value.start],
            &self.text[self.value.end..]
        )
    }

    /// A range of the value, in the text.
    fn place(&self, from: usize, to: usize) -> Span {
        Span::new(self.value.start + from, self.value.start + to).shifted(self.span.start)
    }
}

/// The key at the beginning of a text: words before the first colon that a space or the end
/// of the line follows.
fn key_at(text: &str) -> Option<Span> {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let end = 1 + text[1..].find(quote)? + 1;
        let after = text[end..].trim_start().strip_prefix(':')?;
        return (after.is_empty() || after.starts_with([' ', '\t'])).then(|| Span::new(0, end));
    }
    if text.starts_with([
        '#', '[', '{', '@', '`', '%', '&', '*', '!', '|', '>', ',', ']', '}',
    ]) || is_glued(text)
    {
        return None;
    }
    let colon = colon(text)?;
    let key = text[..colon].trim_end();
    (!key.is_empty()).then(|| Span::new(0, key.len()))
}

/// The first colon that YAML takes for one that follows a key.
fn colon(text: &str) -> Option<usize> {
    text.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| text[at + 1..].is_empty() || text[at + 1..].starts_with([' ', '\t']))
}

/// Names the mistake behind a fault and corrects it in the copy; tells whether that could be
/// done.
pub(super) fn fix(copy: &mut Draft, fault: &Fault, shape: &dyn Shape) -> (Finding, bool) {
    let at = match fault {
        Fault::Syntax(at)
        | Fault::Character(at)
        | Fault::Field(at)
        | Fault::Item(at)
        | Fault::Pair(at) => *at,
        Fault::Words(span) => span.start,
        Fault::Hopeless(finding) => {
            let finding = Finding::new(finding.diagnostic.clone(), copy.origin(finding.span));
            return (finding, false);
        }
    };
    let text = copy.text();
    let line = || YamlLine::new(text, line_at(text, at));
    let known = match fault {
        Fault::Field(_) => meant(line()),
        Fault::Item(_) => glued_item(text, line()).or_else(|| starred_items(text, line())),
        Fault::Pair(_) => glued_pairs(line(), at),
        Fault::Words(span) => item_of_words(line(), *span),
        _ => None,
    };
    let mistake = known.unwrap_or_else(|| look(text, at, shape));
    let mut diagnostic = mistake.diagnostic;
    let (lines, with) = mistake.correction;
    if mistake.is_certain {
        let others = std::mem::take(&mut diagnostic.corrections);
        diagnostic = diagnostic.replace(lines, with.clone());
        diagnostic.corrections.extend(others);
        diagnostic.move_edits(|span| copy.origin(span));
    }
    let finding = Finding::new(diagnostic, copy.origin(mistake.span));
    let changed = replace_lines(copy, lines, &with);
    (finding, changed)
}

/// A mistake and what to put in its place.
struct Mistake {
    diagnostic: Diagnostic,
    span: Span,
    correction: (Span, String),
    /// Whether the correction is what was meant, or only lets reading go on.
    is_certain: bool,
}

impl Mistake {
    fn certain(diagnostic: Diagnostic, span: Span, line: YamlLine<'_>, value: &str) -> Self {
        Self {
            diagnostic,
            span,
            correction: (line.span, line.with_value(value)),
            is_certain: true,
        }
    }

    /// The same, with another value that may have been meant, and the mark that it has.
    fn or(mut self, line: YamlLine<'_>, other: Option<(String, String)>) -> Self {
        if let Some((mark, value)) = other {
            let diagnostic = self.diagnostic.with("mark", mark);
            self.diagnostic = diagnostic.replace(line.span, line.with_value(&value));
        }
        self
    }

    /// A line that is left out of the copy, since nobody can tell what was meant.
    fn left_out(diagnostic: Diagnostic, span: Span, line: YamlLine<'_>) -> Self {
        Self {
            diagnostic,
            span,
            correction: (line.span, String::new()),
            is_certain: false,
        }
    }
}

fn look(text: &str, at: usize, shape: &dyn Shape) -> Mistake {
    let mut here = YamlLine::new(text, line_at(text, at));
    if let Some(mistake) = control(text, here, at) {
        return mistake;
    }
    // A tab is told at the end of what precedes it where that is a word.
    let below = YamlLine::new(text, line_at(text, (here.span.end + 2).min(text.len())));
    let is_below = below.span.start > here.span.start && at >= here.span.start + here.value.start;
    if let Some(mistake) =
        odd_indent(text, here).or_else(|| odd_indent(text, below).filter(|_| is_below))
    {
        return mistake;
    }
    if let Some(mistake) = odd_behind_hyphen(here) {
        return mistake;
    }
    // An error at the end of something is told at the start of what follows it.
    if here.is_blank()
        && let Some(above) = lines_above(text, here.span.start).find(|line| !line.is_blank())
    {
        here = above;
    }
    block_margin(text, here)
        .or_else(|| glued_item(text, here))
        .or_else(|| starred_items(text, here))
        .or_else(|| moved_in(text, here))
        .or_else(|| separator(text, here))
        .or_else(|| continued(text, here, at))
        .or_else(|| continued_colon(text, here))
        .or_else(|| faulty_value(here))
        .or_else(|| inside_brackets(here, at))
        .or_else(|| block_at_left(text, here))
        .or_else(|| stray(text, here, shape))
        .or_else(|| unclosed_above(text, here))
        .or_else(|| depth(text, here, at))
        .unwrap_or_else(|| {
            let span = if line_at(text, at) == here.span && at < here.span.end {
                character_at(text, at)
            } else {
                Span::new(here.span.start + here.indent, here.span.end)
            };
            Mistake::left_out(Diagnostic::new(&say::SYNTAX), span, here)
        })
}

/// The lines above a line, from the nearest to the first.
fn lines_above(text: &str, start: usize) -> impl Iterator<Item = YamlLine<'_>> {
    let mut start = line_at(text, start).start;
    std::iter::from_fn(move || {
        if start == 0 {
            return None;
        }
        let span = line_at(text, start - 1);
        start = span.start;
        Some(YamlLine::new(text, span))
    })
}

/// A character that YAML does not allow and nobody sees, such as the U+000B that a word processor puts
/// for a break of line.
fn control(text: &str, line: YamlLine<'_>, at: usize) -> Option<Mistake> {
    let is_forbidden = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let from = at.saturating_sub(line.span.start).min(line.text.len());
    let found = line.text.char_indices().filter(|(_, c)| is_forbidden(*c));
    // The parser tells the place of the character, or of what it stands in.
    let (offset, character) = found.min_by_key(|(offset, _)| offset.abs_diff(from))?;
    // Where it parts words, as a break of line does, a space does.
    let parts = |offset: usize, c: char| {
        let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !is_forbidden(c));
        matches!(c, '\u{b}' | '\u{c}')
            && is_word(line.text[..offset].chars().next_back())
            && is_word(line.text[offset + c.len_utf8()..].chars().next())
    };
    let mut fixed = String::with_capacity(line.text.len());
    let (mut spaces, mut removed) = (0_usize, 0_usize);
    for (offset, c) in line.text.char_indices() {
        match c {
            c if !is_forbidden(c) => fixed.push(c),
            c if parts(offset, c) => {
                spaces += 1;
                fixed.push(' ');
            }
            _ => removed += 1,
        }
    }
    let sign = format!("U+{:04X}", character as u32);
    let diagnostic = Diagnostic::new(&say::CONTROL).with("sign", &sign);
    let diagnostic = match (spaces, removed) {
        (_, 0) => diagnostic.with("space", sign),
        (0, _) => diagnostic,
        _ => diagnostic.with("count", spaces + removed),
    };
    Some(Mistake {
        diagnostic,
        span: character_at(text, line.span.start + offset),
        correction: (line.span, fixed),
        is_certain: true,
    })
}

/// A tab or a no-break space before the first word, of this line and of those that follow it.
///
/// How many columns a tab was meant to be is told by what can be read then.
fn odd_indent(text: &str, line: YamlLine<'_>) -> Option<Mistake> {
    let is_odd = |c: char| c == '\t' || is_odd_space(c);
    let head = &line.text[..line.indent];
    let at = head.find(is_odd)?;
    let character = if head[at..].starts_with('\t') {
        &say::sign::TAB
    } else {
        &say::sign::NO_BREAK_SPACE
    };
    let start = line.span.start;
    let mut end = start;
    let mut lines: Vec<(&str, &str)> = Vec::new();
    for raw in text[start..].split_inclusive('\n') {
        let words = raw.trim_start_matches(|c: char| c == ' ' || is_odd(c));
        let head = &raw[..raw.len() - words.len()];
        if !head.contains(is_odd) {
            break;
        }
        lines.push((head, words));
        end += raw.len();
    }
    let with_tabs_of = |width: usize, further: usize| {
        let columns = |c: char| if c == '\t' { width } else { 1 };
        let fixed: String = lines
            .iter()
            .map(|(head, words)| {
                let depth: usize = head.chars().map(columns).sum::<usize>() + further;
                format!("{}{words}", " ".repeat(depth))
            })
            .collect();
        // The end of the last line stays.
        fixed.trim_end_matches(['\n', '\r']).to_owned()
    };
    let kept = text[start..end].trim_end_matches(['\n', '\r']).len();
    let range = Span::new(start, start + kept);
    let above = lines_above(text, start).find(|line| !line.is_blank());
    let below_item = above.map_or(0, |above| above.depth - above.indent);
    let is_read = |fixed: &String| {
        let whole = format!("{}{fixed}{}", &text[..start], &text[range.end..]);
        match build(&whole) {
            (_, None, _) => true,
            // What is wrong of a value by itself is the next mistake, whatever its column.
            (_, Some(Fault::Hopeless(_)), _) => false,
            (
                _,
                Some(
                    Fault::Syntax(at)
                    | Fault::Character(at)
                    | Fault::Field(at)
                    | Fault::Item(at)
                    | Fault::Pair(at)
                    | Fault::Words(Span { start: at, .. }),
                ),
                _,
            ) => {
                at > start + fixed.len()
                    || faulty_value(YamlLine::new(&whole, line_at(&whole, at))).is_some()
            }
        }
    };
    let is_whole = |fixed: &String| {
        let whole = format!("{}{fixed}{}", &text[..start], &text[range.end..]);
        matches!(build(&whole), (_, None, _))
    };
    // Reading all of a long text again and again is not worth a width.
    let widths = [
        (2, 0),
        (4, 0),
        (1, 0),
        (8, 0),
        (2, below_item),
        (4, below_item),
        (0, 0),
    ];
    let fixed = || {
        let widths = widths.into_iter();
        widths.map(|(width, further)| with_tabs_of(width, further))
    };
    // Above the first line there is nothing that it could stand below.
    let is_first = above.is_none();
    let right = (text.len() < LONGEST_TRIED)
        .then(|| {
            let at_left = fixed().next_back().filter(|_| is_first).filter(is_read);
            let right = || fixed().find(is_whole).or_else(|| fixed().find(is_read));
            at_left.or_else(right)
        })
        .flatten();
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::INDENT_SIGN).with("sign", *character),
        span: Span::new(start + at, start + line.indent),
        is_certain: right.is_some(),
        correction: (range, right.unwrap_or_else(|| with_tabs_of(2, 0))),
    })
}

/// `- name: x` with a no-break space between the space and the word.
fn odd_behind_hyphen(line: YamlLine<'_>) -> Option<Mistake> {
    let head = &line.text[line.indent..line.depth];
    let at = head.find(is_odd_space)?;
    let fixed: String = head.chars().filter(|c| !is_odd_space(*c)).collect();
    let start = line.span.start + line.indent + at;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::INDENT_SIGN).with("sign", say::sign::NO_BREAK_SPACE),
        span: Span::new(start, line.span.start + line.depth),
        correction: (
            line.span,
            format!(
                "{}{fixed}{}",
                &line.text[..line.indent],
                &line.text[line.depth..]
            ),
        ),
        is_certain: true,
    })
}

/// A mistake between brackets that are closed on the same line.
fn inside_brackets(line: YamlLine<'_>, at: usize) -> Option<Mistake> {
    let is_inside = line.value().starts_with(['[', '{'])
        && (line.place(1, line.value().len()).start..line.span.end).contains(&at);
    if !is_inside {
        return None;
    }
    let is_colon = line.text[at - line.span.start..].starts_with(':');
    Some(Mistake {
        diagnostic: Diagnostic::new(if is_colon { &say::COLON } else { &say::SYNTAX }),
        span: Span::new(at, at + usize::from(is_colon)),
        correction: (line.span, line.with_value("")),
        is_certain: false,
    })
}

/// A `: ` in the second or a later line of a value in words, or a key below such a value.
fn continued(text: &str, here: YamlLine<'_>, at: usize) -> Option<Mistake> {
    let key = here.key?;
    let begins = lines_above(text, here.span.start)
        .find(|line| !line.is_blank() && line.depth < here.depth)?;
    begins.key?;
    if !begins.has_plain_value() {
        return None;
    }
    let name = &here.text[key.start..key.end];
    let is_name = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if is_name && here.text[key.end..].starts_with(':') {
        let diagnostic = Diagnostic::new(&say::NESTED).with("key", name);
        if here.indent == begins.depth + 1 {
            return Some(moved_left(text, here, diagnostic));
        }
        let above = begins
            .key
            .map_or("", |key| &begins.text[key.start..key.end]);
        let diagnostic = diagnostic.with("above", above);
        return Some(Mistake::left_out(
            diagnostic,
            key.shifted(here.span.start),
            here,
        ));
    }
    let (words, end) = words_of(text, begins);
    let span = if here.span.start <= at && at < here.span.end {
        character_at(text, at)
    } else {
        here.span
    };
    let value = quoted(&words);
    let line = &text[begins.span.start..begins.span.start + begins.value.start];
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::COLON),
        span,
        correction: (Span::new(begins.span.start, end), format!("{line}{value}")),
        is_certain: true,
    })
}

/// A key with one space too many before it, and the lines that stand as far to the right or further.
fn moved_left(text: &str, here: YamlLine<'_>, diagnostic: Diagnostic) -> Mistake {
    let mut fixed = here.text.strip_prefix(' ').unwrap_or(here.text).to_owned();
    let mut end = here.span.end;
    for raw in text[here.span.start..].split_inclusive('\n').skip(1) {
        let start = end + text[end..].find('\n').map_or(0, |at| at + 1);
        let words = raw.trim_end_matches(['\n', '\r']);
        let line = YamlLine::new(text, Span::new(start, start + words.len()));
        let Some(left) = line
            .text
            .strip_prefix(' ')
            .filter(|_| line.indent >= here.indent)
        else {
            break;
        };
        fixed.push('\n');
        fixed.push_str(left);
        end = line.span.end;
    }
    let span = here.key.unwrap_or(here.value).shifted(here.span.start);
    Mistake {
        diagnostic,
        span,
        correction: (Span::new(here.span.start, end), fixed),
        is_certain: true,
    }
}

/// The words of a value, and where the last of its lines ends: it goes on as long as lines are further
/// to the right than its key.
fn words_of(text: &str, begins: YamlLine<'_>) -> (String, usize) {
    let mut words = vec![begins.value()];
    let mut end = begins.span.end;
    for line in text[begins.span.end..].split_inclusive('\n').skip(1) {
        let start = end + 1 + usize::from(text[end..].starts_with('\r'));
        let line_span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        let line = YamlLine::new(text, line_span);
        if line.is_blank() || line.indent <= begins.depth {
            break;
        }
        words.push(line.text.trim());
        end = line_span.end;
    }
    (words.join(" "), end)
}

/// A value that is wrong by itself.
fn faulty_value(line: YamlLine<'_>) -> Option<Mistake> {
    let value = line.value();
    let first = value.chars().next()?;
    // `,5` is a number where its field is one.
    let digits = value.strip_prefix(',').unwrap_or_default();
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let character = || {
        let diagnostic = Diagnostic::new(&say::SIGN).with("sign", first);
        Mistake {
            is_certain: !is_number,
            ..Mistake::certain(diagnostic, line.place(0, 1), line, &quoted(value))
        }
    };
    let words = |value| quoted(without_outer_marks(value));
    match first {
        '\'' => single_quoted(line),
        '"' => double_quoted(line),
        '[' | '{' => marks_in_brackets(line).or_else(|| bracketed(line)),
        '@' | '`' | '%' | '*' | '&' | '!' | ',' | ']' | '}' | '|' | '>' => Some(character()),
        '-' if line.key.is_some() && whole_after_hyphen(value).is_some() => {
            let diagnostic = Diagnostic::new(&say::HYPHEN);
            let whole = whole_after_hyphen(value)?;
            Some(Mistake::certain(diagnostic, line.place(0, 1), line, whole))
        }
        '-' if line.key.is_some() && items(value).is_some() => {
            let items = items(value)?.join(", ");
            let diagnostic = Diagnostic::new(&say::ITEM).with("items", items);
            Some(Mistake::certain(
                diagnostic,
                line.place(0, 1),
                line,
                &quoted(value),
            ))
        }
        '-' | '?' if line.key.is_some() && value[1..].starts_with([' ', '\t']) => Some(character()),
        _ => {
            line.key?;
            let at = colon(value)?;
            let (words, other) = between_marks(value).unwrap_or_else(|| (words(value), None));
            let diagnostic = Diagnostic::new(&say::COLON);
            let mistake = Mistake::certain(diagnostic, line.place(at, at + 1), line, &words);
            Some(mistake.or(line, other))
        }
    }
}

/// `- Santé : un droit`, where the items of the list are texts.
fn item_of_words(line: YamlLine<'_>, item: Span) -> Option<Mistake> {
    let start = item.start.checked_sub(line.span.start)?;
    let words = line
        .text
        .get(start..item.end.checked_sub(line.span.start)?)?
        .trim_end();
    let tail = &line.text[start + words.len()..];
    let colon = item.start + colon(words)?;
    let value = quoted(without_outer_marks(words));
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::COLON),
        span: Span::new(colon, colon + 1),
        correction: (line.span, format!("{}{value}{tail}", &line.text[..start])),
        is_certain: true,
    })
}

/// `- sante - emploi` on the line of a key: what may be the items of a list, which the field alone can
/// tell. Words in other letters than those of names are a text that begins with a hyphen.
fn items(value: &str) -> Option<Vec<&str>> {
    let is_character = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_/".contains(c);
    let is_name = |item: &&str| item.starts_with(|c: char| c.is_ascii_lowercase());
    let items: Vec<&str> = value
        .strip_prefix("- ")?
        .split(" - ")
        .map(str::trim)
        .collect();
    let are_names = items
        .iter()
        .all(|item| is_name(item) && item.chars().all(is_character));
    are_names.then_some(items)
}

/// What is a value without the hyphen in front of it: `- [sante, emploi]`, `- "Rabat"`.
fn whole_after_hyphen(value: &str) -> Option<&str> {
    let whole = value.strip_prefix('-')?.trim();
    let between = |open: char, close: char| whole.strip_prefix(open)?.strip_suffix(close);
    let is_whole = [('[', ']'), ('{', '}'), ('"', '"')]
        .into_iter()
        .filter_map(|(open, close)| Some((open, close, between(open, close)?)))
        .any(|(open, close, inner)| !inner.contains([open, close, '\\']));
    is_whole.then_some(whole)
}

/// Whether a text begins below a line: `fr: |`.
fn is_block(line: &YamlLine<'_>) -> bool {
    line.key.is_some() && matches!(line.value(), "|" | ">" | "|-" | ">-" | "|+" | ">+")
}

/// `fr: |` above lines of which one is less far to the right than the first.
fn block_margin(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let key = lines_above(text, here.span.start)
        .take(1000)
        .find(is_block)?;
    let mut margin = None;
    let mut wrong: Vec<YamlLine<'_>> = Vec::new();
    let mut at = key.span.end;
    while let Some(start) = text[at..].find('\n').map(|end| at + end + 1) {
        let line = YamlLine::new(text, line_at(text, start));
        at = line.span.end.max(start);
        let words = line.text.trim_start();
        let is_left = line.indent <= key.depth;
        let is_own = line.key.is_some() || words.starts_with(['-', '#', '.']);
        if line.is_blank() {
            continue;
        } else if is_left && (is_own || margin.is_none()) {
            break;
        }
        let margin = *margin.get_or_insert(line.indent);
        if line.indent < margin {
            wrong.push(line);
        }
    }
    let (margin, first, last) = (margin?, *wrong.first()?, *wrong.last()?);
    if first.span.start > here.span.start || at < here.span.start {
        return None;
    }
    // At the left, two words may be a field without its colon.
    let is_text =
        |line: &YamlLine<'_>| line.indent > key.depth || line.text.split_whitespace().count() > 2;
    if !wrong.iter().all(is_text) {
        return None;
    }
    let mut fixed = String::new();
    let mut done = first.span.start;
    for line in &wrong {
        fixed.push_str(&text[done..line.span.start]);
        fixed.push_str(&" ".repeat(margin));
        fixed.push_str(line.text.trim_start());
        done = line.span.end;
    }
    let words = Span::new(first.indent, first.text.trim_end().len());
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::BLOCK_MARGIN).with("sign", &key.value()[..1]),
        span: words.shifted(first.span.start),
        correction: (Span::new(first.span.start, last.span.end), fixed),
        is_certain: true,
    })
}

/// `fr: |` above lines that are not further to the right.
fn block_at_left(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let above: Vec<YamlLine<'_>> = lines_above(text, here.span.start)
        .take_while(|line| line.key.is_none() || is_block(line))
        .take(1000)
        .collect();
    let at = above.iter().position(is_block)?;
    let key = above[at];
    let first = above[..at].last().copied().unwrap_or(here);
    let mut end = first.span.start;
    let mut fixed = String::new();
    for raw in text[first.span.start..].split_inclusive('\n') {
        let words = raw.trim_end_matches(['\n', '\r']);
        let line = YamlLine::new(text, Span::new(end, end + words.len()));
        if !line.is_blank() && (line.key.is_some() || line.indent > key.depth) {
            break;
        }
        end += raw.len();
        if !line.is_blank() {
            fixed.push_str(&" ".repeat(key.depth + 2));
        }
        fixed.push_str(raw);
    }
    let kept = text[first.span.start..end].trim_end().len();
    let lines = Span::new(first.span.start, first.span.start + kept);
    (kept > 0).then(|| Mistake {
        diagnostic: Diagnostic::new(&say::BLOCK_INDENT).with("sign", &key.value()[..1]),
        span: Span::new(lines.start, first.span.end.max(lines.start)),
        correction: (lines, fixed.trim_end().to_owned()),
        is_certain: true,
    })
}

/// The words of a link that are its address, as a program writes it that makes a link of each address:
/// `[a@example.org](mailto:a@example.org)`. No field reads it as a link.
fn linked_to_itself(value: &str) -> Option<String> {
    let (words, address) = value
        .strip_prefix('[')?
        .strip_suffix(')')?
        .split_once("](")?;
    let is_mail = address.strip_prefix("mailto:") == Some(words);
    (is_mail || address == words).then(|| words.to_owned())
}

/// `[Maroc] Convention`, `[a, b`.
fn bracketed(line: YamlLine<'_>) -> Option<Mistake> {
    let value = line.value();
    let mut open = Vec::new();
    let mut quote = None;
    for (at, c) in value.char_indices() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (Some(_), _) => {}
            // An apostrophe inside a word opens nothing.
            (None, '"' | '\'') if !value[..at].ends_with(char::is_alphanumeric) => quote = Some(c),
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ']' | '}') => {
                if open.pop() != Some(c) {
                    break;
                }
                if open.is_empty() {
                    let rest = value[at + 1..].trim_start();
                    if rest.is_empty() {
                        return None;
                    }
                    let place = line.place(value.len() - rest.len(), value.len());
                    if matches!(rest, "-" | "." | "," | ";" | ":") {
                        let diagnostic = Diagnostic::new(&say::SIGN_AFTER)
                            .with("sign", rest)
                            .with("closing", say::sign::BRACKET);
                        return Some(Mistake::certain(diagnostic, place, line, &value[..=at]));
                    }
                    let plain = linked_to_itself(value).map_or(Cow::Borrowed(value), Cow::Owned);
                    return Some(Mistake::certain(
                        Diagnostic::new(&say::TEXT_AFTER).with("sign", say::sign::BRACKET),
                        place,
                        line,
                        &quoted(&plain),
                    ));
                }
            }
            _ => {}
        }
    }
    if open.is_empty() {
        return None;
    }
    let closing: String = open.iter().rev().collect();
    let diagnostic = Diagnostic::new(&say::UNCLOSED_BRACKET)
        .with("sign", &value[..1])
        .with("closing", &closing);
    Some(Mistake {
        diagnostic,
        span: line.place(0, 1),
        correction: (line.span, line.with_value(&format!("{value}{closing}"))),
        is_certain: false,
    })
}

/// `title:Texte`, or words without a key.
fn stray(text: &str, here: YamlLine<'_>, shape: &dyn Shape) -> Option<Mistake> {
    let is_item = here.text[here.indent..].starts_with("- ");
    // An item of its own may be a text.
    if let Some(mistake) = glued(here).filter(|_| !is_item) {
        return Some(mistake);
    }
    // YAML reads such a first line as words that go on in the next.
    if let Some(mistake) = above_in_group(text, here).and_then(glued) {
        return Some(mistake);
    }
    if let Some(mistake) = going_on(text, here) {
        return Some(mistake);
    }
    if let Some(mistake) = colon_lacking(text, here, shape) {
        return Some(mistake);
    }
    (here.key.is_none() && !is_item && !here.is_blank()).then(|| {
        let span = Span::new(here.indent, here.text.trim_end().len()).shifted(here.span.start);
        Mistake::left_out(Diagnostic::new(&say::STRAY), span, here)
    })
}

/// The second line of a text that begins behind its key, in the column of the key.
fn going_on(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let is_words = |line: &YamlLine<'_>| {
        let words = line.text.trim_start();
        !line.is_blank()
            && line.key.is_none()
            && !words.contains(": ")
            && !words.ends_with(':')
            && words.starts_with(|c: char| c.is_alphanumeric() || "«“(".contains(c))
    };
    if !is_words(&here) {
        return None;
    }
    let above: Vec<YamlLine<'_>> = lines_above(text, here.span.start)
        .take(20)
        .take_while(|line| is_words(line) || line.key.is_some())
        .collect();
    let at = above.iter().position(|line| line.key.is_some())?;
    let first = above[at];
    // Of several words, since a name or a day does not go on.
    let is_text = first.has_plain_value()
        && first.indent == here.indent
        && first.value.end == first.text.trim_end().len()
        && first.value().split_whitespace().count() > 1
        && first.value().starts_with(char::is_alphabetic);
    if !is_text {
        return None;
    }
    let mut words: Vec<&str> = vec![first.value()];
    words.extend(above[..at].iter().rev().map(|line| line.text.trim()));
    words.push(here.text.trim());
    let mut end = here.span.end;
    loop {
        let rest = &text[end..];
        let skipped = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let next = YamlLine::new(text, line_at(text, end + skipped));
        if skipped == 0 || next.span.start <= end || !is_words(&next) {
            break;
        }
        words.push(next.text.trim());
        end = next.span.end;
    }
    let whole = words.join(" ");
    let whole = match whole.contains([':', '#', '"']) {
        true => quoted(&whole),
        false => whole,
    };
    let line = &text[first.span.start..first.span.start + first.value.start];
    let start = here.span.start + here.indent;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::STRAY).with("joined", &whole),
        span: Span::new(start, here.span.start + here.text.trim_end().len()),
        correction: (Span::new(first.span.start, end), format!("{line}{whole}")),
        is_certain: true,
    })
}

/// A quotation mark or a bracket further up that swallowed the lines since.
fn unclosed_above(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    lines_above(text, here.span.start)
        .take(1000)
        .filter(|line| line.value().starts_with(['"', '\'', '[', '{']))
        .find_map(|line| {
            let mistake = faulty_value(line)?;
            let message = mistake.diagnostic.message;
            let between = &text[line.span.end..here.span.start];
            let is_open = message == &say::UNCLOSED_QUOTE
                || message == &say::UNCLOSED_BRACKET && !between.contains([']', '}']);
            is_open.then_some(mistake)
        })
}

/// A line whose depth fits none of the lines above.
fn depth(text: &str, here: YamlLine<'_>, at: usize) -> Option<Mistake> {
    let first = here.span.start + here.indent;
    if at > first + here.text.len() || (here.key.is_none() && !here.text.trim().starts_with("- ")) {
        return None;
    }
    let above = lines_above(text, here.span.start).find(|line| !line.is_blank())?;
    let span = match here.key {
        Some(key) => key.shifted(here.span.start),
        None => character_at(text, first),
    };
    let is_item = |line: YamlLine<'_>| line.text.trim().starts_with("- ");
    // What is no item stands below the words of one, not below its hyphen.
    let column = match is_item(here) || here.indent <= above.indent {
        true => above.indent,
        false => above.depth,
    };
    if column == here.indent {
        return (is_item(here) != is_item(above))
            .then(|| Mistake::left_out(Diagnostic::new(&say::INDENTATION), span, here));
    }
    if here.indent == column + 1 && here.key.is_some() {
        return Some(moved_left(text, here, Diagnostic::new(&say::INDENTATION)));
    }
    let words = here.text.trim_start();
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::INDENTATION),
        span,
        correction: (here.span, format!("{}{words}", " ".repeat(column))),
        is_certain: false,
    })
}
