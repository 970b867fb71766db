//! Values in quotation marks that end too early, or never.

use super::*;

/// Double quotation marks, straight or curly.
const MARKS: [char; 4] = ['"', '“', '”', '„'];

/// Marks that may stand around a value.
const AROUND: [char; 10] = ['"', '\'', '“', '”', '„', '«', '»', '‘', '’', '‚'];

/// Marks of which one opens what another closes.
const PAIRS: [(char, char); 11] = [
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('”', '”'),
    ('«', '»'),
    ('»', '«'),
    ('‘', '’'),
    ('‚', '‘'),
    ('’', '’'),
];

/// Whether each quotation mark opens before a word and closes after one, in turn.
fn is_balanced(text: &str) -> bool {
    let mut is_open = false;
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if MARKS.contains(&c) {
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let (after_word, before_word) = (word(before), word(chars.peek().copied()));
            if (is_open && before_word && !after_word) || (!is_open && after_word && !before_word) {
                return false;
            }
            is_open = !is_open;
        }
        before = Some(c);
    }
    !is_open
}

/// A value without the quotation marks around it, which were meant to delimit it: both, or the
/// one of them that has no other.
pub(super) fn without_outer_marks(value: &str) -> &str {
    let inner = value.strip_prefix(MARKS).unwrap_or(value);
    let inner = match inner.strip_suffix(MARKS) {
        // After a figure it is the mark of an inch.
        Some(inch) if inch.ends_with(|c: char| c.is_ascii_digit()) && inner == value => inner,
        Some(inner) => inner,
        None => inner,
    };
    // A backslash that hides the last mark belongs to it.
    let is_hidden = inner.ends_with('\\');
    let is_better = inner.len() < value.len()
        && !is_hidden
        && is_balanced(inner)
        && (!is_balanced(value) || !inner.contains(MARKS));
    if is_better {
        return inner;
    }
    // `‘a : b’`
    let single = [('‘', '’'), ('’', '’')].into_iter();
    let mut single =
        single.filter_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close));
    single.find(|inner| is_even(inner)).unwrap_or(value)
}

/// A value between marks as its line is to have it, and what it may be besides, with the mark that it
/// then has.
pub(super) fn between_marks(value: &str) -> Option<(String, Option<(String, String)>)> {
    let found = unpaired(value)?;
    let other = found.other.map(|(mark, words)| (mark, quoted(&words)));
    Some((quoted(found.inner), other))
}

/// A value between quotation marks that do not delimit it for YAML, or of which only one does.
pub(in super::super) struct Unpaired<'t> {
    /// The mark that opens it.
    pub open: char,
    /// The mark that closes it.
    pub close: char,
    /// What stands between them.
    pub inner: &'t str,
    /// What it may be besides, with the mark that may be part of the text.
    pub other: Option<(String, String)>,
}

/// The marks around a value where they are not those of one pair, and nothing between them belongs to
/// one of them: `“a : b'`, `«a"`.
pub(in super::super) fn unpaired(value: &str) -> Option<Unpaired<'_>> {
    let open = value.chars().next().filter(|c| AROUND.contains(c))?;
    let close = value.chars().next_back().filter(|c| AROUND.contains(c))?;
    let whole = value.strip_prefix(open)?.strip_suffix(close)?;
    let inner = whole.trim();
    if PAIRS.contains(&(open, close)) || !inner.contains(char::is_alphanumeric) || !is_even(inner) {
        return None;
    }
    let is_single = |c: char| matches!(c, '\'' | '’' | '‘' | '‚');
    let follows = |is: fn(char) -> bool| inner.ends_with(is);
    // `« a : b"` may be a quotation.
    let other = if open == '«' || close == '»' {
        Some(("« »".to_owned(), format!("« {inner} »")))
    // `"The ministers'`, `"27"`, `'90s"`.
    } else if is_single(close) && follows(|c| matches!(c, 's' | 'S' | 'z'))
        || matches!(close, '"' | '”') && follows(|c| c.is_ascii_digit())
    {
        Some((close.to_string(), format!("{inner}{close}")))
    } else if is_single(open) && inner.starts_with(|c: char| c.is_ascii_digit()) {
        Some((open.to_string(), format!("{open}{inner}")))
    } else {
        None
    };
    Some(Unpaired {
        open,
        close,
        inner,
        other,
    })
}

/// Whether each mark inside a text has its other there; an apostrophe inside a word is none.
pub(in super::super) fn is_even(text: &str) -> bool {
    let mut open: Vec<char> = Vec::new();
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_apostrophe = matches!(c, '\'' | '’')
            && is_word(before)
            && (is_word(chars.peek().copied()) || !open.iter().any(|c| matches!(c, '\'' | '‘')));
        before = Some(c);
        if !AROUND.contains(&c) || is_apostrophe {
            continue;
        }
        match open.last() {
            Some(last) if PAIRS.contains(&(*last, c)) => {
                open.pop();
            }
            _ if matches!(c, '»' | '’') => return false,
            _ => open.push(c),
        }
    }
    open.is_empty()
}

/// `'L'OIM'`.
pub(super) fn single_quoted(line: YamlLine<'_>) -> Option<Mistake> {
    let value = line.value();
    let inner = &value[1..];
    // Two of them in a row stand for one.
    let mut from = 0;
    let end = loop {
        match inner[from..].find('\'').map(|at| from + at) {
            None => break None,
            Some(at) if inner[at + 1..].starts_with('\'') => from = at + 2,
            Some(at) => break Some(at),
        }
    };
    let words = inner.strip_suffix('\'').unwrap_or(inner).replace("''", "'");
    match end {
        Some(end) if end + 1 == inner.len() => None,
        Some(end) => {
            // `'a', 'b'` may be a list, which the field alone can tell.
            let rest = inner[end + 1..].trim_start();
            let is_listed = rest.starts_with([',', ';']) && rest.ends_with('\'');
            Some(Mistake {
                is_certain: !is_listed,
                ..Mistake::certain(
                    Diagnostic::new(&say::APOSTROPHE),
                    line.place(end + 1, end + 2),
                    line,
                    &quoted(if is_listed { value } else { &words }),
                )
            })
        }
        None => {
            let diagnostic = Diagnostic::new(&say::UNCLOSED_QUOTE);
            let (words, other) = between_marks(value).unwrap_or_else(|| (quoted(&words), None));
            let mistake = Mistake::certain(diagnostic, line.place(0, 1), line, &words);
            Some(mistake.or(line, other))
        }
    }
}

/// `"Santé" et emploi`, `"Santé`.
pub(super) fn double_quoted(line: YamlLine<'_>) -> Option<Mistake> {
    let value = line.value();
    let mut is_escaped = false;
    let end = value[1..].char_indices().find_map(|(at, c)| {
        if is_escaped {
            is_escaped = false;
            return None;
        }
        is_escaped = c == '\\';
        (c == '"').then_some(at + 1)
    });
    match end {
        Some(end) if end + 1 == value.len() => {
            // A backslash that YAML does not know, as in a path of Windows.
            let at = value.find('\\')?;
            let words = &value[1..end];
            Some(Mistake::certain(
                Diagnostic::new(&say::BACKSLASH),
                line.place(at, at + 1),
                line,
                &quoted(words),
            ))
        }
        Some(end) => Some(words_after(line, end)),
        // The mark that was to close is hidden.
        None if value.len() > 2 && value.ends_with("\\\"") => Some(Mistake {
            is_certain: false,
            ..Mistake::certain(
                Diagnostic::new(&say::BACKSLASH),
                line.place(value.len() - 2, value.len() - 1),
                line,
                &quoted(&value[1..value.len() - 1]),
            )
        }),
        None => {
            if let Some((words, other)) = between_marks(value) {
                let diagnostic = Diagnostic::new(&say::UNCLOSED_QUOTE);
                let mistake = Mistake::certain(diagnostic, line.place(0, 1), line, &words);
                return Some(mistake.or(line, other));
            }
            let words = match &value[1..] {
                words if words.contains(AROUND) && is_even(words) => words,
                _ => without_outer_marks(value),
            };
            // Of nothing nobody knows how it ends.
            let is_certain = !words.trim().is_empty();
            let diagnostic = Diagnostic::new(&say::UNCLOSED_QUOTE);
            let diagnostic = match is_certain {
                true => diagnostic,
                false => diagnostic.with("closing", '"'),
            };
            Some(Mistake {
                is_certain,
                ..Mistake::certain(diagnostic, line.place(0, 1), line, &quoted(words))
            })
        }
    }
}

/// `"Santé" et emploi`, `"Une",`: what follows the mark that closes, which is at a byte of the value.
fn words_after(line: YamlLine<'_>, end: usize) -> Mistake {
    let value = line.value();
    let rest = value[end + 1..].trim_start();
    let at = value.len() - rest.len();
    let place = line.place(at, value.len());
    // As other notations end a line.
    let is_inch = value[..end].ends_with(|c: char| c.is_ascii_digit());
    if matches!(rest, "," | ";") || rest == "\"" && !is_inch && end > 1 {
        let diagnostic = Diagnostic::new(&say::SIGN_AFTER)
            .with("sign", rest)
            .with("closing", say::sign::QUOTE);
        return Mistake::certain(diagnostic, place, line, &value[..=end]);
    }
    // `""Le plan"`
    if let Some(words) = rest.strip_suffix('"').filter(|words| {
        end == 1 && !words.trim().is_empty() && !words.contains(['"', '\\', ',', ';'])
    }) {
        let diagnostic = Diagnostic::new(&say::TEXT_AFTER).with("sign", say::sign::QUOTE);
        return Mistake::certain(diagnostic, place, line, &quoted(words));
    }
    // `"Le "plan" national"`: the outer marks delimit; `"Le plan" et "la suite"`: all are
    // part of the text.
    let inner = without_outer_marks(value);
    let next = field_in(rest);
    let is_glued = at == end + 1 && inner == value;
    // `"a", "b"` may be a list, which the field alone can tell.
    let is_listed = rest.starts_with([',', ';']) && rest.ends_with('"');
    let is_certain =
        !is_listed && is_balanced(inner) && !value.contains('\\') && !is_glued && next.is_none();
    Mistake {
        is_certain,
        ..Mistake::certain(
            Diagnostic::new(&say::TEXT_AFTER)
                .with("sign", say::sign::QUOTE)
                .with_some("next", next),
            place,
            line,
            &quoted(inner),
        )
    }
}

/// The name of a field among words, as of the next line: `summary` in `summary: "x"`.
fn field_in(words: &str) -> Option<&str> {
    let is_name =
        |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let mut marks = words.match_indices(": ");
    marks.find_map(|(at, _)| {
        let before = words[..at].rsplit([' ', ',', ';']).next();
        before.filter(is_name)
    })
}

/// `["Le "plan" national", b]`, `[a, "b]`: a value between brackets that ends too early, or never.
pub(super) fn marks_in_brackets(line: YamlLine<'_>) -> Option<Mistake> {
    let value = line.value();
    let mut open = Vec::new();
    let mut before = ' ';
    let mut at = 0;
    while let Some(c) = value[at..].chars().next() {
        match c {
            '"' if matches!(before, '[' | '{' | ',' | ':') => {
                let ends = closing(&value[at + 1..]);
                match ends {
                    Closing::Here(end) => at += 1 + end,
                    Closing::Later(end) => {
                        let inner = &value[at + 1..at + 1 + end];
                        let first = at + 1 + inner.find('"')?;
                        let fixed = replaced(value, at, at + 2 + end, &quoted(inner));
                        let is_even = is_balanced(inner) && !inner.contains('\\');
                        let diagnostic = match is_even {
                            true => {
                                Diagnostic::new(&say::TEXT_AFTER).with("sign", say::sign::QUOTE)
                            }
                            false => Diagnostic::new(&say::UNCLOSED_QUOTE).with("closing", '"'),
                        };
                        let place = match is_even {
                            true => line.place(first + 1, at + 2 + end),
                            false => line.place(at, at + 1),
                        };
                        return Some(Mistake {
                            is_certain: is_even,
                            ..Mistake::certain(diagnostic, place, line, &fixed)
                        });
                    }
                    Closing::Never => return unclosed_in_brackets(line, at, &open),
                }
                before = '"';
            }
            '[' | '{' => {
                open.push(if c == '[' { ']' } else { '}' });
                before = c;
            }
            ']' | '}' => {
                if open.pop() != Some(c) || open.is_empty() {
                    return None;
                }
                before = c;
            }
            c if c.is_whitespace() => {}
            c => before = c,
        }
        at += value[at..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Where the mark stands that closes a value between brackets.
enum Closing {
    /// It is the first.
    Here(usize),
    /// Others stand before it.
    Later(usize),
    Never,
}

/// Where a value ends whose opening mark precedes a text: at a mark that a comma, a colon or a bracket follows.
fn closing(text: &str) -> Closing {
    let mut is_first = true;
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
            continue;
        }
        is_escaped = c == '\\';
        if c != '"' {
            continue;
        }
        let after = text[at + 1..].chars().find(|c| !c.is_whitespace());
        if matches!(after, None | Some(',' | ']' | '}' | ':')) {
            return match is_first {
                true => Closing::Here(at),
                false => Closing::Later(at),
            };
        }
        is_first = false;
    }
    Closing::Never
}

/// `[a, "b]`, whose mark is at a byte of the value, inside brackets that are open.
fn unclosed_in_brackets(line: YamlLine<'_>, at: usize, open: &[char]) -> Option<Mistake> {
    let value = line.value();
    let inner = value[at + 1..].trim_end_matches([']', '}', ' ']);
    let end = at + 1 + inner.len();
    let closed: String = value[end..].chars().filter(|c| *c != ' ').collect();
    if inner.is_empty() || !closed.chars().eq(open.iter().rev().copied()) {
        return None;
    }
    let is_certain = !inner.contains([',', '"', '\\', ':']);
    let diagnostic = Diagnostic::new(&say::UNCLOSED_QUOTE);
    let diagnostic = match is_certain {
        true => diagnostic,
        false => diagnostic.with("closing", '"'),
    };
    let fixed = replaced(value, at, end, &quoted(inner));
    Some(Mistake {
        is_certain,
        ..Mistake::certain(diagnostic, line.place(at, at + 1), line, &fixed)
    })
}

/// A text with other words in a range.
fn replaced(text: &str, start: usize, end: usize, with: &str) -> String {
    format!("{}{with}{}", &text[..start], &text[end..])
}
