//! Lines that are meant as fields and items, and are written a little otherwise.

use super::*;

/// `-date: 2026-01-02` where `- date: 2026-01-02` is meant, with the lines that belong to the item.
pub(super) fn glued_item(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let is_glued = |line: &YamlLine<'_>| {
        let words = line.text[line.indent..].strip_prefix('-');
        let is_word = |words: &str| words.starts_with(char::is_alphanumeric);
        words.is_some_and(|words| match line.key {
            Some(_) => words.starts_with(|c: char| c.is_ascii_alphabetic()),
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
    let mut fixed = format!(
        "{}- {}",
        &item.text[..item.indent],
        &item.text[item.indent + 1..]
    );
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

/// `* a` where `- a` is meant: below a key, or beside items. The whole row is one mistake, with the lines
/// that belong to its items.
pub(super) fn starred_items(text: &str, here: YamlLine<'_>) -> Option<Mistake> {
    let is_starred = |line: &YamlLine<'_>| {
        let words = line.text[line.indent..].strip_prefix('*');
        words.is_some_and(|words| words.starts_with([' ', '\t']) && !words.trim().is_empty())
    };
    if !is_starred(&here) || !(is_beside_items(text, here) || here.key.is_some()) {
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
        if is_item {
            fixed.push_str(&line.text[..line.indent]);
            fixed.push('-');
            fixed.push_str(&line.text[line.indent + 1..]);
        } else {
            fixed.push_str(line.text);
        }
        fixed.push_str(&raw[words.len()..]);
        end += raw.len();
    }
    let fixed = fixed.trim_end_matches(['\n', '\r']).to_owned();
    let start = here.span.start + here.indent;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::ITEM_SIGN).with("sign", "*"),
        span: Span::new(start, start + 1),
        correction: (
            Span::new(here.span.start, here.span.start + fixed.len()),
            fixed,
        ),
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
    let above = lines_above(text, here.span.start).find(|line| !line.is_blank());
    let above = above.filter(|above| above.indent == here.indent);
    [Some(here), above]
        .into_iter()
        .flatten()
        .find_map(otherwise_separated)
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
    let is_whole = value.starts_with(['"', '\'', '[', '{']);
    let value = match is_whole {
        true => value.to_owned(),
        false => quoted(value),
    };
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

/// `title:Texte`.
pub(super) fn glued(line: YamlLine<'_>) -> Option<Mistake> {
    let rest = line.text.trim();
    let at = rest.find(':')?;
    let key = rest[..at].trim_end_matches(is_odd_space);
    let is_name = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let value = &rest[at + 1..];
    if !is_name || line.key.is_some() || value.is_empty() || value.starts_with("//") {
        return None;
    }
    let value = value.trim_start_matches(is_odd_space);
    let value = if value.starts_with(['"', '\'']) {
        value.to_owned()
    } else {
        quoted(value)
    };
    let start = line.span.start + line.indent;
    Some(Mistake {
        diagnostic: Diagnostic::new(&say::NO_SPACE).with("key", key),
        span: Span::new(start, start + at + 1),
        correction: (
            line.span,
            format!("{}{key}: {value}", &line.text[..line.indent]),
        ),
        is_certain: true,
    })
}

/// Whether the line at a byte is meant as a field, and YAML reads it as words.
pub(in crate::yaml) fn is_field(text: &str, at: usize) -> bool {
    let line = YamlLine::new(text, line_at(text, at));
    otherwise_separated(line).is_some() || glued(line).is_some()
}
