//! Markup at the head of a line: headings, lists, quotations.

use super::{Findings, HIDDEN, Seen};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// Bullets as word processors write them.
const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '▸', '►', '➢', '➤', '❖', '⁃', '∙', '·',
];

/// Letters that Word writes for bullets, in fonts of symbols.
pub(in crate::markdown) const LETTERS: &[char] = &['o', '§', 'Ø', 'ü', 'v', 'q'];

/// The same bullets as characters of these fonts, which no other font has.
const SYMBOLS: &[char] = &[
    '\u{f06c}', '\u{f06e}', '\u{f06f}', '\u{f071}', '\u{f075}', '\u{f076}', '\u{f0a7}', '\u{f0a8}',
    '\u{f0b7}', '\u{f0d8}', '\u{f0e0}', '\u{f0f0}', '\u{f0fc}',
];

/// Whether a character is a bullet at the head of a line.
pub fn is_bullet(c: char) -> bool {
    BULLETS.contains(&c) || is_symbol(c)
}

/// Whether a character is a bullet of a font of symbols.
pub fn is_symbol(c: char) -> bool {
    SYMBOLS.contains(&c)
}

/// Whether a line begins with such a letter, which the spaces of Word set apart from its words: `o   Un`.
pub fn lettered(line: &str) -> bool {
    let Some(letter) = line.chars().next().filter(|c| LETTERS.contains(c)) else {
        return false;
    };
    let rest = &line[letter.len_utf8()..];
    let words = rest.trim_start_matches(|c: char| matches!(c, ' ' | '\t') || is_other_space(c));
    let gap = &rest[..rest.len() - words.len()];
    // `§  12`, `Ø  50 mm`
    let may_count = matches!(letter, '§' | 'Ø' | 'v');
    let are_words = words.starts_with(|c: char| !(c == HIDDEN || may_count && c.is_ascii_digit()));
    let is_apart = gap.starts_with('\t') || gap.chars().count() > 1;
    is_apart && are_words
}

/// Whether a character takes no space on the line, or a space that means nothing to Markdown.
pub fn is_invisible(c: char) -> bool {
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
    let depths = depths(seen, heads);
    // Below the words of a numbered item they belong to it, as all lines do that run on.
    let margin = match depths.first() {
        Some(0) => line_before(seen, 0).len(),
        _ => 0,
    };
    let is_numbered = line_before(seen, 0).contains(|c: char| c.is_ascii_digit());
    for (head, depth) in heads.iter().zip(depths) {
        text.push_str(seen.written(done, head.start));
        let frame = line_before(seen, head.start);
        let depth = match is_numbered && is_frame(frame) {
            true => depth + margin.saturating_sub(frame.len()),
            false => depth,
        };
        // Behind the mark of an item, a further one would begin a list in the list.
        if head.kind != HeadKind::List || is_frame(line_before(seen, head.start)) {
            text.push_str(&" ".repeat(depth));
            text.push_str(&head.right);
        }
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

/// What stands before a place in its line of the source.
fn line_before<'s>(seen: &'s Seen, at: usize) -> &'s str {
    let before = &seen.source[..seen.start + at];
    &before[before.rfind('\n').map_or(0, |end| end + 1)..]
}

/// Whether it is no more than an indentation or the signs of quotations.
fn is_frame(before: &str) -> bool {
    before.chars().all(|c| matches!(c, ' ' | '\t' | '>'))
}

/// By how many spaces the items of a list are to be indented: with the bullets of Word, those that begin with
/// `o` belong to the item above them, and those below with `§` to these.
fn depths(seen: &Seen, heads: &[Head]) -> Vec<usize> {
    let bullet = |head: &Head| seen.text[head.start..].chars().next();
    let mut open: Vec<Option<char>> = Vec::new();
    let mut base = 0;
    heads
        .iter()
        .map(|head| {
            let bullet = bullet(head);
            let is_below = matches!(bullet, Some('o' | '§' | '▪' | '\u{f0a7}'));
            if open.is_empty() && bullet == Some('o') {
                base = item_above(seen, head.start);
            }
            match open.iter().position(|known| *known == bullet) {
                Some(at) => open.truncate(at + 1),
                None => {
                    // Any other bullet is one of the first level.
                    if !is_below {
                        open.clear();
                        base = 0;
                    }
                    open.push(bullet);
                }
            }
            let depth = base + 2 * (open.len() - 1);
            match depth {
                0 => 0,
                depth => depth.saturating_sub(line_before(seen, head.start).chars().count()),
            }
        })
        .collect()
}

/// How far the words of an item are indented below which a line stands; where the item is one of a list in
/// a list, the item itself.
fn item_above(seen: &Seen, at: usize) -> usize {
    /// How many lines above are looked at.
    const FARTHEST: usize = 32;
    let mut lines = seen.source[..seen.start + at].rsplit('\n');
    lines.next();
    let mut lines = lines.take(FARTHEST).filter(|line| {
        let line = line.trim();
        !line.is_empty() && !lettered(line)
    });
    let line = lines.next().unwrap_or_default();
    let item = line.trim_start_matches(' ');
    let indent = line.len() - item.len();
    let rest = item.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = match rest.len() < item.len() {
        true => rest.starts_with(". ") || rest.starts_with(") "),
        false => ["- ", "* ", "+ "].iter().any(|mark| rest.starts_with(mark)),
    };
    match (is_item, indent) {
        (false, _) => 0,
        (true, 0) => item.find(' ').map_or(0, |space| space + 1),
        (true, indent) => indent,
    }
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

/// The rule that a line would be (CommonMark 0.31, section 4.1) without what nobody sees on it.
fn rule(words: &str) -> Option<String> {
    let is_sign = |c: &char| !is_invisible(*c) && !c.is_whitespace();
    let first = words.chars().find(is_sign).filter(|c| "-*_".contains(*c))?;
    let signs: String = words.chars().filter(|c| !is_invisible(*c)).collect();
    let signs = signs.trim();
    let is_rule = signs.len() > 2 && signs.chars().all(|c| c == first);
    (is_rule && words.contains(is_invisible)).then(|| signs.to_owned())
}

/// The head of a line that begins at a place.
fn head(seen: &Seen, at: usize, line: &str) -> Option<Head> {
    let words = line.trim_start_matches([HIDDEN, ' ', '\t']);
    let start = at + line.len() - words.len();
    // What is hidden may be words too: code, a link.
    if !is_frame(seen.written(at, start)) {
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
    if let Some(rule) = rule(words).filter(|_| at == 0) {
        return Some(Head {
            start,
            end: start + words.trim_end_matches(['\r', '\n']).len(),
            kind: HeadKind::Other,
            right: rule,
            invisible: words.chars().find(|c| is_invisible(*c)),
            needs_more: false,
            is_dash: false,
        });
    }
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
        _ if lettered(visible) => {
            let markup = &visible[..first.len_utf8()];
            found(markup, HeadKind::List, "- ".to_owned())
        }
        '–' | '—' | '→' | '➔' | '⇒' if after(&visible[..first.len_utf8()]) == Some('\t') => {
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
        bullet if is_bullet(bullet) => {
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

/// What stands behind `:::note` for a note of another program.
pub(super) fn note(name: &str, title: Option<&str>) -> String {
    let mut alerts = ALERTS.iter();
    let kind = alerts.find(|(known, _)| name.eq_ignore_ascii_case(known));
    let kind = kind.map_or("", |(_, kind)| kind).trim_matches(['{', '}']);
    let title = title.map_or(String::new(), |title| format!("title=\"{title}\""));
    let gap = if kind.is_empty() || title.is_empty() {
        ""
    } else {
        " "
    };
    match (kind, &*title) {
        ("", "") => String::new(),
        _ => format!("{{{kind}{gap}{title}}}"),
    }
}

/// The notes of GitHub and of other programs, and what they are here.
const ALERTS: &[(&str, &str)] = &[
    ("NOTE", ""),
    ("TIP", ""),
    ("IMPORTANT", "{kind=important}"),
    ("WARNING", "{kind=warning}"),
    ("CAUTION", "{kind=warning}"),
    ("ATTENTION", "{kind=warning}"),
    ("DANGER", "{kind=warning}"),
    ("AVERTISSEMENT", "{kind=warning}"),
    ("INFO", ""),
    ("HINT", ""),
    ("REMARQUE", ""),
    ("CONSEIL", ""),
    ("ASTUCE", ""),
];

/// `> [!NOTE]`; tells whether it is one.
pub(super) fn alert(
    text: &str,
    (quote, is_top): (Span, bool),
    seen: &Seen,
    findings: &mut Findings,
) -> bool {
    let line = seen.text.lines().next().unwrap_or_default().trim();
    let Some((name, rest)) = line
        .strip_prefix("[!")
        .and_then(|rest| rest.split_once(']'))
    else {
        return false;
    };
    let mut alerts = ALERTS.iter();
    if !alerts.any(|(known, _)| name.eq_ignore_ascii_case(known)) {
        return false;
    }
    // `[!NOTE]-` is folded away.
    let title = rest.strip_prefix(['-', '+']).unwrap_or(rest).trim();
    let can_be_title = !title.contains(['"', HIDDEN, '*', '_', '`', '\\', '{', '}']);
    let title = Some(title).filter(|title| !title.is_empty());
    let kind = note(name, title.filter(|_| can_be_title));
    let written = text[quote.start..quote.end].trim_end();
    let inner: Option<Vec<&str>> = written
        .lines()
        .map(|line| {
            let line = line.trim_start_matches(' ').strip_prefix('>')?;
            Some(line.strip_prefix(' ').unwrap_or(line))
        })
        .collect();
    let finding = Diagnostic::new(&say::ALERT)
        .with("signs", line.replace(HIDDEN, ""))
        .with("kind", &kind);
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
        Some(lines)
            if is_top && can_be_title && lines[1..].iter().any(|line| !line.trim().is_empty()) =>
        {
            finding.replace(
                Span::new(quote.start, quote.start + written.len()),
                format!(":::note{kind}\n{}\n:::", lines[1..].join("\n").trim()),
            )
        }
        _ => finding,
    };
    findings.push((finding, span));
    true
}
