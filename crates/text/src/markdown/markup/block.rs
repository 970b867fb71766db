//! Markup at the head of a line: headings, lists, quotations.

use super::{Findings, HIDDEN, Seen};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// Bullets as word processors write them; U+F0B7 and U+F0A7 are those of the font Symbol.
pub(in crate::markdown) const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '‣', '●', '▸', '►', '➢', '⁃', '∙', '·', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
];

/// Whether a character takes no space on the line, or a space that means nothing to Markdown.
pub(in crate::markdown) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}'
    ) || is_other_space(c)
}

/// Whether it is a space, but none of Markdown.
fn is_other_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// What a line begins with.
struct Head {
    /// Where its characters begin and end in what is seen, with the spaces after them.
    start: usize,
    end: usize,
    kind: HeadKind,
    /// What is to stand there.
    right: String,
    /// The first character that nobody sees.
    invisible: Option<char>,
    /// Whether it means something else where it stands alone: a dash of a dialogue, an arrow.
    needs_more: bool,
    /// Whether it is a dash, with which replies begin too.
    is_dash: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadKind {
    Heading,
    List,
    /// A quotation, a fence, a directive.
    Other,
}

/// Finds the lines that begin like something else than words.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    let mut at = 0;
    // Lines of one list are told together, since one alone would be no item below the others.
    let mut list: Vec<Head> = Vec::new();
    for line in seen.text.split_inclusive('\n') {
        let head = head(seen, at, line);
        at += line.len();
        match head {
            Some(head) if head.kind == HeadKind::List => {
                // Only the number 1 begins a list directly below words.
                list.push(head);
            }
            head => {
                tell_list(seen, &mut list, findings);
                if let Some(head) = head {
                    tell(seen, std::slice::from_ref(&head), findings);
                }
            }
        }
    }
    tell_list(seen, &mut list, findings);
}

fn tell_list(seen: &Seen, list: &mut Vec<Head>, findings: &mut Findings) {
    let is_alone = list.len() == 1 && list.iter().all(|head| head.needs_more);
    if !list.is_empty() && !is_alone {
        tell(seen, list, findings);
    }
    list.clear();
}

fn tell(seen: &Seen, heads: &[Head], findings: &mut Findings) {
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
        return;
    };
    let reply = seen.written(first.start, first.end).trim();
    let may_be_dialogue = heads.len() > 1 && is_dialogue(seen, heads);
    let mut text = String::new();
    let mut done = first.start;
    for head in heads {
        text.push_str(seen.written(done, head.start));
        text.push_str(&head.right);
        done = head.end;
    }
    let span = seen.span(first.start, last.end);
    let markup = first.right.trim();
    let (message, markup) = match (first.invisible, first.kind) {
        (Some(_), _) => (&say::INVISIBLE, markup),
        (None, HeadKind::List) => (
            &say::LIST_SIGNS,
            seen.written(first.start, first.end).trim(),
        ),
        (None, HeadKind::Heading) if seen.written(first.start, first.end).trim().len() > 6 => (
            &say::HEADING_DEPTH,
            seen.written(first.start, first.end).trim(),
        ),
        _ => (&say::HEADING_SIGNS, markup),
    };
    let invisible = first.invisible.map(|c| format!("U+{:04X}", u32::from(c)));
    let finding = Diagnostic::new(message)
        .with("signs", markup)
        .with("right", first.right.trim())
        .with_some("reply", may_be_dialogue.then_some(reply))
        .with_some("invisible", invisible)
        .replace(span, text);
    let finding = match may_be_dialogue {
        true => finding.replace(span, replies(seen, heads)),
        false => finding,
    };
    findings.push((finding, span));
}

/// Whether lines that begin with a dash may be what people say to each other, as French writes it: `– Oui`,
/// with `– Non` below it. The items of a list in small letters are none.
fn is_dialogue(seen: &Seen, heads: &[Head]) -> bool {
    heads.iter().all(|head| head.is_dash)
        && heads.iter().any(|head| {
            let words = seen.text[head.end..].lines().next().unwrap_or_default();
            let words = words.trim_matches([HIDDEN, ' ', '\\']);
            let begins = words.trim_start_matches(['«', '“', '"', '(', '¿', '¡', '\u{a0}', ' ']);
            !begins.starts_with(char::is_lowercase)
                || words
                    .trim_end_matches(['»', '”', '"', ')', ' ', '\u{a0}'])
                    .ends_with(['!', '?', '…'])
        })
}

/// The same lines as paragraphs.
fn replies(seen: &Seen, heads: &[Head]) -> String {
    let mut text = String::new();
    let mut done = heads.first().map_or(0, |head| head.start);
    for head in heads {
        text.push_str(seen.written(done, head.start));
        let line = seen.text[..head.start].rfind('\n');
        let frame = seen.written(line.map_or(0, |at| at + 1), head.start);
        // An empty line, with the marks of what it stands in.
        if line.is_some() {
            if text.ends_with(frame) {
                text.truncate(text.len() - frame.len());
                text.push_str(frame.trim_end());
            }
            text.push('\n');
            text.push_str(frame);
        }
        text.push_str(seen.written(head.start, head.end));
        done = head.end;
    }
    text
}

/// A head that is one of a list only beside others.
fn in_runs(head: Option<Head>) -> Option<Head> {
    head.map(|head| Head {
        needs_more: true,
        ..head
    })
}

/// The same of a dash.
fn of_dash(head: Option<Head>) -> Option<Head> {
    in_runs(head).map(|head| Head {
        is_dash: true,
        ..head
    })
}

/// The head of a line that begins at a place.
fn head(seen: &Seen, at: usize, line: &str) -> Option<Head> {
    let words = line.trim_start_matches([HIDDEN, ' ', '\t']);
    let start = at + line.len() - words.len();
    // What is hidden may be words too: code, a link.
    let is_frame = |c: char| matches!(c, ' ' | '\t' | '>');
    if !seen.written(at, start).chars().all(is_frame) {
        return None;
    }
    let visible = words.trim_start_matches(is_invisible);
    let invisible = words[..words.len() - visible.len()].chars().next();
    let spaces = |rest: &str| {
        rest.len()
            - rest
                .trim_start_matches(|c| c == ' ' || c == '\t' || is_invisible(c))
                .len()
    };
    let found = |markup: &str, kind: HeadKind, right: String| {
        let after = words.len() - visible.len() + markup.len();
        let end = start + after + spaces(&words[after..]);
        // There must be words.
        (!words[end - start..].trim().is_empty()).then_some(Head {
            start,
            end,
            kind,
            right,
            invisible,
            needs_more: false,
            is_dash: false,
        })
    };
    let first = visible.chars().next()?;
    let run = |c: char| &visible[..visible.len() - visible.trim_start_matches(c).len()];
    // Whether the space after some characters is one of Markdown.
    let after = |markup: &str| visible[markup.len()..].chars().next();
    let is_meant = |markup: &str| match after(markup) {
        Some(' ' | '\t') => invisible.is_some(),
        Some(c) => is_invisible(c),
        None => false,
    };
    match first {
        '#' => {
            let markup = run('#');
            let touches = markup.len() > 1
                && after(markup).is_some_and(|c| c.is_alphanumeric() || "«“\"".contains(c));
            // There are six levels.
            let is_deep = markup.len() > 6 && after(markup).is_some_and(|c| c != '#');
            if is_deep {
                return found(markup, HeadKind::Heading, "###### ".to_owned());
            }
            (markup.len() <= 6 && (touches || is_meant(markup)))
                .then(|| found(markup, HeadKind::Heading, format!("{markup} ")))?
        }
        '-' | '*' | '+' => {
            let markup = &visible[..1];
            // `-⍽5 °C`
            let rest = visible[1..].trim_start_matches(is_invisible);
            let is_number = first != '*' && rest.starts_with(|c: char| c.is_ascii_digit());
            if is_meant(markup) && !is_number {
                return found(markup, HeadKind::List, format!("{markup} "));
            }
            // `-- un`, several of them.
            let dashes = run('-');
            if (2..=3).contains(&dashes.len()) && after(dashes) == Some(' ') {
                return of_dash(found(dashes, HeadKind::List, "- ".to_owned()));
            }
            // `-un`, `*un`, several of them.
            let is_glued = after(markup).is_some_and(char::is_alphabetic);
            is_glued.then(|| in_runs(found(markup, HeadKind::List, "- ".to_owned())))?
        }
        '0'..='9' => {
            let digits = visible.trim_start_matches(|c: char| c.is_ascii_digit());
            let length = visible.len() - digits.len();
            let is_item = length <= 3 && digits.starts_with(['.', ')']);
            let markup = visible.get(..length + 1).filter(|_| is_item)?;
            is_meant(markup).then(|| found(markup, HeadKind::List, format!("{markup} ")))?
        }
        '>' | '`' | '~' | ':' => {
            let is_fence = ["```", "~~~", ":::"]
                .iter()
                .any(|fence| visible.starts_with(fence));
            invisible?;
            (first == '>' || is_fence).then(|| Head {
                start,
                end: start + words.len() - visible.len(),
                kind: HeadKind::Other,
                right: String::new(),
                invisible,
                needs_more: false,
                is_dash: false,
            })
        }
        // Bullets of a word processor in its own fonts, with the tab after them.
        'o' | '§' | 'Ø' | 'ü' | 'v' | 'q' | '–' | '—' | '→' | '➔' | '⇒'
            if after(&visible[..first.len_utf8()]) == Some('\t') =>
        {
            found(
                &visible[..first.len_utf8()],
                HeadKind::List,
                "- ".to_owned(),
            )
        }
        '§' if after("§").is_some_and(char::is_whitespace) => {
            // `§ 12` counts paragraphs.
            let is_number = visible["§".len()..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit());
            if is_number {
                return None;
            }
            in_runs(found("§", HeadKind::List, "- ".to_owned()))
        }
        '–' | '—' if after(&visible[..first.len_utf8()]).is_some_and(char::is_whitespace) => {
            let markup = &visible[..first.len_utf8()];
            of_dash(found(markup, HeadKind::List, "- ".to_owned()))
        }
        '→' | '➔' | '⇒' if after(&visible[..first.len_utf8()]).is_some_and(char::is_whitespace) =>
        {
            let markup = &visible[..first.len_utf8()];
            in_runs(found(markup, HeadKind::List, "- ".to_owned()))
        }
        bullet if BULLETS.contains(&bullet) => {
            let markup = &visible[..bullet.len_utf8()];
            let is_apart = after(markup).is_some_and(char::is_whitespace);
            let head = (is_apart || bullet != '·')
                .then(|| found(markup, HeadKind::List, "- ".to_owned()))??;
            Some(Head {
                invisible: None,
                ..head
            })
        }
        _ => None,
    }
}

/// The notes of GitHub, and what they are here.
const ALERTS: &[(&str, &str)] = &[
    ("NOTE", ""),
    ("TIP", ""),
    ("IMPORTANT", "{kind=important}"),
    ("WARNING", "{kind=warning}"),
    ("CAUTION", "{kind=warning}"),
];

/// `> [!NOTE]`; tells whether it is one.
pub(super) fn alert(text: &str, quote: Span, seen: &Seen, findings: &mut Findings) -> bool {
    let line = seen.text.lines().next().unwrap_or_default().trim();
    let name = line
        .strip_prefix("[!")
        .and_then(|rest| rest.strip_suffix(']'));
    let Some((_, kind)) = name.and_then(|name| {
        let mut alerts = ALERTS.iter();
        alerts.find(|(known, _)| name.eq_ignore_ascii_case(known))
    }) else {
        return false;
    };
    let written = text[quote.start..quote.end].trim_end();
    let inner: Option<Vec<&str>> = written
        .lines()
        .map(|line| {
            let line = line.trim_start_matches(' ').strip_prefix('>')?;
            Some(line.strip_prefix(' ').unwrap_or(line))
        })
        .collect();
    let finding = Diagnostic::new(&say::ALERT)
        .with("signs", line)
        .with("kind", kind);
    let span = seen.span(
        0,
        seen.text
            .lines()
            .next()
            .unwrap_or_default()
            .trim_end_matches(HIDDEN)
            .len(),
    );
    let finding = match inner {
        Some(lines) if lines[1..].iter().any(|line| !line.trim().is_empty()) => finding.replace(
            Span::new(quote.start, quote.start + written.len()),
            format!(":::note{kind}\n{}\n:::", lines[1..].join("\n").trim()),
        ),
        _ => finding,
    };
    findings.push((finding, span));
    true
}
