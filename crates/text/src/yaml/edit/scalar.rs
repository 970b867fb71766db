//! Words, dates and numbers in letters.

use super::super::{Style, Value, tree};
use super::fresh::Out;
use super::want::Kind;

/// A scalar in lines: in the style of the one whose place it takes, where that can say it.
pub(super) fn in_block(text: &str, kind: Kind, style: Option<Style>) -> Out {
    let is_block = matches!(style, Some(Style::Literal | Style::Folded));
    let may_be_block = is_block || text.contains('\n') && style != Some(Style::DoubleQuoted);
    match literal(text) {
        Some((head, lines)) if may_be_block => Out::Literal(head, lines.to_owned()),
        _ => Out::Inline(on_one_line(text, kind, style, false)),
    }
}

/// A scalar between brackets.
pub(super) fn in_flow(text: &str, kind: Kind, style: Option<Style>) -> String {
    on_one_line(text, kind, style, true)
}

fn on_one_line(text: &str, kind: Kind, style: Option<Style>, is_flow: bool) -> String {
    let may_be_plain = match style {
        Some(style) => style == Style::Plain,
        None => kind == Kind::Plain,
    };
    if may_be_plain && is_plain(text, kind, is_flow) {
        return text.to_owned();
    }
    let is_single =
        style == Some(Style::SingleQuoted) && !text.contains(|c| c == '\n' || is_special(c));
    match is_single {
        true => format!("'{}'", text.replace('\'', "''")),
        false => double_quoted(text),
    }
}

/// A text in double quotes, as [`quoted`](super::super::quoted) writes it, but for tabs, which stay, and what
/// some readers take for the end of a line.
pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_special(c) => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What stands in no text as it is (YAML 1.2, section 5.1), or ends a line in YAML 1.1.
fn is_special(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// The head of a block that says a text, and its lines; `None` where none does for certain.
fn literal(text: &str) -> Option<(&'static str, &str)> {
    let (head, lines) = match text.strip_suffix('\n') {
        Some(lines) => ("|", lines),
        None => ("|-", text),
    };
    // The first line tells how far all are moved in.
    let is_first_odd = lines.starts_with([' ', '\t', '\n']);
    let is_odd = |line: &str| {
        line.contains(is_special) && line.contains(|c| c != '\t' && is_special(c))
            || !line.is_empty() && line.trim().is_empty()
    };
    let is_said = !is_first_odd
        && !lines.is_empty()
        && !lines.ends_with('\n')
        && !lines.split('\n').any(is_odd);
    is_said.then_some((head, lines))
}

/// Whether words may stand without quotation marks: for `Kind::Text`, any reader of YAML 1.1 and 1.2 reads
/// them as the same words; for `Kind::Plain`, they may also be a number, a date, true or false.
pub(super) fn is_plain(text: &str, kind: Kind, is_flow: bool) -> bool {
    if kind == Kind::Plain && (matches!(text, "true" | "false") || is_number(text) || is_date(text))
    {
        return !is_flow || !text.contains(':');
    }
    let Some(first) = text.chars().next() else {
        return false;
    };
    let last = text.chars().next_back().unwrap_or(first);
    let begins = first.is_alphanumeric() || matches!(first, '/' | '(' | '_');
    let is_odd = |c: char| c.is_whitespace() && c != ' ' && c != '\u{a0}' && c != '\u{202f}';
    if !begins
        || last.is_whitespace()
        || matches!(last, ':' | '"' | '\'' | '”' | '“' | '’' | '‘' | '»')
        || text.contains(|c: char| is_special(c) || is_odd(c))
        || is_flow && text.contains([',', '[', ']', '{', '}', ':', '?'])
        || is_word_of_yaml(text)
        || is_like_number(text)
        || has_mark(text)
    {
        return false;
    }
    is_read_as(text, is_flow)
}

/// Whether a colon or a hash may be read as one that ends the words.
fn has_mark(text: &str) -> bool {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let is_mark = match c {
            ':' => !text[at..].starts_with("://"),
            '#' => before.is_whitespace(),
            _ => false,
        };
        if is_mark {
            return true;
        }
        before = c;
    }
    false
}

/// What YAML 1.1 or 1.2 reads as nothing, true or false, whatever the case of its letters.
fn is_word_of_yaml(text: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// What may be a number, a time or a date in YAML 1.1 or 1.2: `010`, `1_000`, `14:30`, `0x1F`, `1e5`.
fn is_like_number(text: &str) -> bool {
    let is_of_number = |b: u8| b.is_ascii_hexdigit() || b"_.,:+-xXoOtTzZ ".contains(&b);
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(is_of_number)
}

/// A number as everyone reads it: `-12`, `0.5`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let is_of_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_of_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(is_of_digits)
}

/// A date, or a date and a time: `2017-06-02`, `2017-06-02T14:30`, `2017-06-02 14:30`.
fn is_date(text: &str) -> bool {
    let has_form = |text: &str, form: &str| {
        text.len() == form.len()
            && text.bytes().zip(form.bytes()).all(|(b, form)| match form {
                b'0' => b.is_ascii_digit(),
                _ => b == form,
            })
    };
    let Some((date, time)) = text.split_at_checked(10) else {
        return false;
    };
    let time = time.strip_suffix('Z').unwrap_or(time);
    let is_time = ["T00:00", " 00:00", "T00:00:00", " 00:00:00"]
        .iter()
        .any(|form| has_form(time, form));
    has_form(date, "0000-00-00") && (time.is_empty() || is_time)
}

/// Whether words without quotation marks are read as they are, and nothing is said of them.
fn is_read_as(text: &str, is_flow: bool) -> bool {
    let (line, at) = match is_flow {
        true => (format!("k: [{text}]"), 1),
        false => (format!("k: {text}"), 0),
    };
    let (root, fault, findings) = tree::build(&line);
    let Some(Value::Map(map)) = root.map(|root| root.value) else {
        return false;
    };
    let value = map.get("k").map(|node| &node.value);
    let value = match (value, at) {
        (Some(Value::List(items)), 1) if items.len() == 1 => Some(&items[0].value),
        (value, _) => value,
    };
    fault.is_none()
        && findings.is_empty()
        && matches!(value, Some(Value::Scalar(scalar)) if scalar.text == text && scalar.style == Style::Plain)
}
