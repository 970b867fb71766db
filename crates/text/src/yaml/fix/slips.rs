//! Lines that are meant as fields and items, and are written a little otherwise.

use super::super::Shape;
use super::spaces::{is_group, name_before_colon, spaced};
use super::*;

/// `-date: 2026-01-02` where `- date: 2026-01-02` is meant, with the lines that belong to the item.
pub(super) fn glued_item(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let is_glued = |line: &YamlLine<'_>| {
        let words = line.text[line.indent..].strip_prefix('-');
        let words = words.map(|words| words.trim_start_matches(is_odd_space));
        let is_word = |words: &str| {
            words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '[' | '{'))
        };
        words.is_some_and(|words| match line.key {
            _ if is_group(words) => true,
            Some(_) => words.starts_with(|c: char| c.is_ascii_alphabetic() || c == '{'),
            // Beside items of the same list, or below the key of one, a word is an item too.
            None => is_word(words) && is_beside_items(text, *line),
        })
    };
    let above = || lines_above(text, here.span.start).filter(|line| !line.is_blank());
    let item = match is_glued(&here) {
        true => here,
        false => above()
            .take_while(|line| line.indent + 2 >= here.indent)
            .find(is_glued)
            .filter(|item| here.indent > item.indent)?,
    };
    let words = item.text[item.indent + 1..].trim_start_matches(is_odd_space);
    let words = match is_group(words) {
        true => Cow::Owned(spaced(words, None)),
        false => Cow::Borrowed(words),
    };
    let mut fixed = format!("{}- {words}", &item.text[..item.indent]);
    let mut end = item.span.end;
    // What stands below the words of the item moves with them.
    for raw in text[item.span.end..].split_inclusive('\n').skip(1) {
        let start = line_at(text, end).end;
        let start = start + text[start..].find('\n').map_or(0, |at| at + 1);
        let words = raw.trim_end_matches(['\n', '\r']);
        let line = YamlLine::new(text, Span::new(start, start + words.len()));
        if line.is_blank() || line.indent <= item.indent {
            break;
        }
        let further = if line.indent == item.indent + 1 {
            " "
        } else {
            ""
        };
        fixed.push('\n');
        fixed.push_str(further);
        fixed.push_str(line.text);
        end = line.span.end;
    }
    let start = item.span.start + item.indent;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::ITEM_SPACE),
        span: Span::new(start, start + 1),
        correction: (Span::new(item.span.start, end), fixed),
        is_certain: true,
    })
}

/// Whether the words at a byte begin a line as an item whose space behind the hyphen is missing, and cannot be
/// meant otherwise: `-{tag: en}`, `-"a"` below a key.
pub(in crate::yaml) fn is_glued_item(text: &str, at: usize) -> bool {
    let line = YamlLine::new(text, line_at(text, at));
    let words = line.text[line.indent..].strip_prefix('-');
    line.span.start + line.indent == at
        && words.is_some_and(|words| {
            let words = words.trim_start_matches(is_odd_space);
            is_group(words) || words.starts_with(['"', '\'', '[']) && is_beside_items(text, line)
        })
}

/// What stands behind a sign that is written for the hyphen of an item: `* a`, `– a`, `• a`.
fn starred(words: &str) -> Option<(char, &str)> {
    let sign = words.chars().next()?;
    let rest = &words[sign.len_utf8()..];
    let is_apart = rest.starts_with(|c: char| c == ' ' || c == '\t' || is_odd_space(c));
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace());
    let is_sign = matches!(
        sign,
        '*' | '–' | '—' | '−' | '•' | '·' | '‣' | '◦' | '▪' | '●' | '∙'
    );
    (is_sign && is_apart && !rest.is_empty()).then_some((sign, rest))
}

/// The name of a field behind what is written for the hyphen and the space of an item: `name` in `-name`
/// and `• name`.
pub(in crate::yaml) fn behind_sign(key: &str) -> Option<&str> {
    match key.strip_prefix('-') {
        Some(rest) => Some(rest.trim_start_matches(is_odd_space)),
        None => starred(key).map(|(_, rest)| rest),
    }
}

/// `* a` or `– a` where `- a` is meant: below a key, or beside items. The whole row is one mistake, with the
/// lines that belong to its items.
pub(super) fn starred_items(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let sign = |line: &YamlLine<'_>| starred(&line.text[line.indent..]).map(|(sign, _)| sign);
    let is_starred = |line: &YamlLine<'_>| sign(line).is_some();
    let here = match is_starred(&here) {
        true => here,
        // The line of an item whose first field stands behind the sign.
        false => lines_above(text, here.span.start)
            .filter(|line| !line.is_blank())
            .find(|line| line.indent < here.indent)
            .filter(|line| is_starred(line) && line.key.is_some())?,
    };
    let sign = sign(&here)?;
    if !(is_beside_items(text, here) || here.key.is_some()) {
        return None;
    }
    let mut fixed = String::new();
    let mut end = here.span.start;
    for raw in text[here.span.start..].split_inclusive('\n') {
        let words = raw.trim_end_matches(['\n', '\r']);
        let line = YamlLine::new(text, Span::new(end, end + words.len()));
        let is_item = line.indent == here.indent && is_starred(&line);
        if !is_item && (line.is_blank() || line.indent <= here.indent) {
            break;
        }
        if let Some((sign, words)) = starred(&line.text[line.indent..]).filter(|_| is_item) {
            let rest = &line.text[line.indent + sign.len_utf8()..];
            let is_odd = rest.starts_with(is_odd_space);
            fixed.push_str(&line.text[..line.indent]);
            fixed.push('-');
            fixed.push_str(if is_odd { " " } else { "" });
            fixed.push_str(if is_odd { words } else { rest });
        } else {
            fixed.push_str(line.text);
        }
        fixed.push_str(&raw[words.len()..]);
        end += raw.len();
    }
    let fixed = fixed.trim_end_matches(['\n', '\r']).to_owned();
    let whole = text[..end].trim_end_matches(['\n', '\r']).len();
    let start = here.span.start + here.indent;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::ITEM_SIGN).with("sign", sign),
        span: character_at(text, start),
        correction: (Span::new(here.span.start, whole), fixed),
        is_certain: true,
    })
}

/// Whether the line above a line is an item of a list in the same column, or a key without a value.
fn is_beside_items(text: &str, line: YamlLine<'_>) -> bool {
    let is_remark = |line: &YamlLine<'_>| line.text.trim_start().starts_with('#');
    let above = lines_above(text, line.span.start)
        .filter(|line| !line.is_blank() && !is_remark(line))
        .find(|above| above.indent <= line.indent);
    above.is_some_and(|above| {
        let words = &above.text[above.indent..];
        let is_item = words.starts_with('-') && above.indent == line.indent;
        is_item || above.key.is_some() && above.value().is_empty()
    })
}

/// A space before the first field, and none before the others.
pub(super) fn moved_in(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let above: Vec<YamlLine<'_>> = lines_above(text, here.span.start)
        .filter(|line| !line.is_blank() && !line.text.trim_start().starts_with('#'))
        .take(2)
        .collect();
    let [first] = above[..] else {
        return None;
    };
    let is_field = |line: YamlLine<'_>| line.key.is_some() && line.depth == line.indent;
    let is_moved = first.indent > here.indent && is_field(first) && is_field(here);
    is_moved.then(|| Mistake {
        diagnostic: Diagnostic::new(&say::MOVED_IN),
        span: Span::new(first.span.start, first.span.start + first.indent),
        correction: (
            first.span,
            format!(
                "{}{}",
                &here.text[..here.indent],
                &first.text[first.indent..]
            ),
        ),
        is_certain: true,
    })
}

/// `title = "Une"`, `title： "Une"`.
pub(super) fn separator(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let above = above_in_group(text, here);
    [Some(here), above]
        .into_iter()
        .flatten()
        .find_map(otherwise_separated)
}

/// The line above, where it belongs to the same group of fields: that of an item has its first field
/// behind the hyphen.
pub(super) fn above_in_group<'t>(text: &'t str, here: YamlLine<'t>) -> Option<YamlLine<'t>> {
    lines_above(text, here.span.start)
        .find(|line| !line.is_blank())
        .filter(|above| above.depth == here.indent)
}

/// A line with a name and a value, and another character between them.
fn otherwise_separated(line: YamlLine<'_>) -> Option<Mistake> {
    if line.key.is_some() {
        return None;
    }
    let words = line.text[line.depth..].trim_end();
    let at = words.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))?;
    let (name, rest) = words.split_at(at);
    let rest = rest.trim_start();
    let character = rest.chars().next()?;
    let value = rest[character.len_utf8()..].trim();
    let is_character = matches!(character, '=' | '：' | '﹕' | '∶' | '꞉' | 'ː');
    let is_field = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && !value.is_empty()
        && !value.starts_with('=');
    if !is_character || !is_field {
        return None;
    }
    let value = as_value(value);
    let head = &line.text[..line.depth];
    let start = line.span.start + line.depth;
    let character_at = start + words.find(character)?;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::SEPARATOR)
            .with("key", name)
            .with("sign", character),
        span: Span::new(character_at, character_at + character.len_utf8()),
        correction: (line.span, format!("{head}{name}: {value}")),
        is_certain: true,
    })
}

/// `summary: Le plan : premier` above further lines of the same text.
pub(super) fn continued_colon(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    here.key?;
    if !here.has_plain_value() {
        return None;
    }
    let colon = colon(here.value())?;
    let (words, end) = words_of(text, here);
    let is_text = |raw: &str| {
        let name = raw.trim().split(':').next().unwrap_or_default();
        let is_name = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        !(is_name && raw.contains(": "))
    };
    let more = &text[here.span.end..end];
    if more.is_empty()
        || !more
            .lines()
            .all(|raw| raw.trim().is_empty() || is_text(raw))
    {
        return None;
    }
    let head = &here.text[..here.value.start];
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::COLON),
        span: here.place(colon, colon + 1),
        correction: (
            Span::new(here.span.start, end),
            format!("{head}{}", quoted(&words)),
        ),
        is_certain: true,
    })
}

/// What was written for the value of a field, as one: in quotation marks unless it says itself what it is.
/// A comment stays one.
fn as_value(written: &str) -> String {
    let is_between_marks =
        |mark: char| written.len() > 1 && written.starts_with(mark) && written.ends_with(mark);
    let (value, comment) = match written.find(" # ") {
        Some(at) if !is_between_marks('"') && !is_between_marks('\'') => {
            (written[..at].trim_end(), &written[at..])
        }
        _ => (written, ""),
    };
    match value.chars().next() {
        Some('"' | '\'') => format!("{value}{comment}"),
        // Between brackets, values may go on in the next line.
        Some('[' | '{') if is_enclosed(value) || value.ends_with([',', '[', '{']) => {
            format!("{}{comment}", spaced(value, None))
        }
        _ if matches!(value, "true" | "false") => format!("{value}{comment}"),
        _ => format!("{}{comment}", quoted(value)),
    }
}

/// Whether the bracket with which a text begins is closed at its end.
fn is_enclosed(text: &str) -> bool {
    let inner = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
    inner('[', ']').or_else(|| inner('{', '}')).is_some()
}

/// `title:Texte`, `title :Texte`.
pub(super) fn glued(line: YamlLine<'_>) -> Option<Mistake> {
    let rest = line.text[line.depth..].trim();
    let (key, after) = name_before_colon(rest)?;
    let value = &rest[after..];
    if line.key.is_some() || value.is_empty() || value.starts_with("//") {
        return None;
    }
    let value = as_value(value.trim_start_matches(is_odd_space));
    let start = line.span.start + line.depth;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::NO_SPACE).with("key", key),
        span: Span::new(start, start + after),
        correction: (
            line.span,
            format!("{}{key}: {value}", &line.text[..line.depth]),
        ),
        is_certain: true,
    })
}

/// Whether a word may be the name of a field.
pub(super) fn is_name(word: &str) -> bool {
    let is_character = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.chars().all(is_character)
}

/// The name with which a line begins.
fn name_of(line: YamlLine<'_>) -> &str {
    name_at(&line.text[line.depth..])
}

/// The name with which words begin.
pub(super) fn name_at(words: &str) -> &str {
    let is_character = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name = words.split(|c: char| !is_character(c)).next();
    name.unwrap_or_default()
}

/// `title Texte`, where such a field may stand. Words that go on in small letters may be a text, but for one
/// alone.
fn without_colon(line: YamlLine<'_>) -> Option<Mistake> {
    let name = name_of(line);
    let words = line.text[line.depth..].trim_end();
    let rest = &words[name.len()..];
    let value = rest.trim_start();
    let is_first = |c: char| c.is_uppercase() || c.is_ascii_digit() || "\"'[{".contains(c);
    let is_word = !value.contains(char::is_whitespace);
    let is_field = is_name(name)
        && line.key.is_none()
        && value.len() < rest.len()
        && (value.starts_with(is_first) || is_word && value.starts_with(char::is_alphabetic));
    let start = line.span.start + line.depth;
    is_field.then(|| Mistake {
        diagnostic: Diagnostic::new(&say::NO_COLON).with("key", name),
        span: Span::new(start, start + name.len()),
        correction: (
            line.span,
            format!("{}{name}: {}", &line.text[..line.depth], as_value(value)),
        ),
        is_certain: true,
    })
}

/// As [`without_colon`], of the line at which the parser stopped or of the one above it.
pub(super) fn colon_lacking(text: &str, here: YamlLine<'_>, shape: &dyn Shape) -> Option<Mistake> {
    let above = above_in_group(text, here);
    [Some(here), above].into_iter().flatten().find_map(|line| {
        let mistake = without_colon(line)?;
        let (keys, is_item) = keys_above(text, line);
        let is_field = shape.has_field(&keys, name_of(line), is_item);
        is_field.then_some(mistake)
    })
}

/// The keys below which a line stands, from the first, and whether it is of an item of a list.
fn keys_above<'t>(text: &'t str, line: YamlLine<'t>) -> (Vec<&'t str>, bool) {
    let hyphen = |line: &YamlLine<'_>| line.depth > line.indent;
    let mut keys = Vec::new();
    let mut is_item = hyphen(&line);
    // The list that is looked for may begin in the column of its key.
    let mut is_list = is_item;
    let mut column = line.indent;
    for above in lines_above(text, line.span.start).take(1000) {
        if above.is_blank() {
            continue;
        }
        if hyphen(&above) && above.depth == column && !is_list {
            is_item |= keys.is_empty();
            (is_list, column) = (true, above.indent);
        } else if let Some(key) = above.key
            && above.value().is_empty()
            && (above.depth < column || is_list && above.depth == column)
        {
            keys.push(above.text[key.start..key.end].trim_matches(['"', '\'']));
            (is_list, column) = (hyphen(&above), above.indent);
        }
        if column == 0 && !is_list {
            break;
        }
    }
    keys.reverse();
    (keys, is_item)
}

/// Whether the line at a byte is meant as a field, and YAML reads it as words.
pub(in crate::yaml) fn is_field(text: &str, at: usize) -> bool {
    let line = YamlLine::new(text, line_at(text, at));
    otherwise_separated(line).is_some() || glued(line).is_some()
}

/// As [`is_field`], of words that begin a line or an item of a list, where it is known which fields there are.
pub(in crate::yaml) fn is_known_field(
    text: &str,
    at: usize,
    is_known: impl Fn(&str) -> bool,
) -> bool {
    let is_head = |c: char| matches!(c, ' ' | '\t' | '-') || is_odd_space(c);
    let head = text[..at].trim_end_matches(is_head);
    // Between brackets, a line may hold all values of a file.
    if !head.is_empty() && !head.ends_with('\n') {
        return false;
    }
    let line = YamlLine::new(text, line_at(text, at));
    let before = text.get(at..line.span.start + line.depth);
    let begins = before.is_some_and(|before| before.chars().all(is_odd_space));
    begins && is_known(name_of(line)) && meant(line).is_some()
}

/// A line that is meant as a field.
pub(super) fn meant(line: YamlLine<'_>) -> Option<Mistake> {
    otherwise_separated(line)
        .or_else(|| glued(line))
        .or_else(|| without_colon(line))
}
