//! Markup of emphasis, and of code, that stress nothing.

use super::{Findings, HIDDEN, Seen};
use crate::markdown::fill_in;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// A run of characters that could have been markup.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    before: Option<char>,
    after: Option<char>,
}

impl Run {
    fn is_apart(c: Option<char>) -> bool {
        c.is_none_or(|c| c.is_whitespace() || c == HIDDEN)
    }

    /// Whether it stands before words.
    fn opens(&self) -> bool {
        let ends = |c: char| ".,;:!?…)]}»”".contains(c);
        !Self::is_apart(self.after) && !self.after.is_some_and(ends)
    }

    /// Whether it stands behind words.
    fn closes(&self) -> bool {
        !Self::is_apart(self.before)
    }
}

/// Finds the markup of a leaf.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    for markup in ["**", "__", "~~"] {
        if seen.text.contains(markup) {
            pairs(seen, markup, findings);
        }
    }
    for markup in ["*", "_", "***", "___"] {
        if seen.text.contains(markup) {
            lone(seen, markup, findings);
        }
    }
    if seen.text.contains('*') {
        unequal(seen, findings);
    }
    if seen.text.contains('*') {
        opening(seen, findings);
    }
    for markup in ["==", "++", "^^"] {
        if seen.text.contains(markup) {
            marked(seen, markup, findings);
        }
    }
    if seen.text.contains('`') {
        grave(seen, findings);
    }
}

/// The runs of exactly these characters, without blanks to fill in.
fn runs(seen: &Seen, markup: &str) -> Vec<Run> {
    let character = markup.chars().next().unwrap_or_default();
    let blanks = match character {
        '_' => fill_in::blanks(seen.written(0, seen.text.len())),
        _ => Vec::new(),
    };
    let is_blank = |at: usize| {
        blanks
            .binary_search_by_key(&at, |blank| blank.start)
            .is_ok()
    };
    let text = &seen.text;
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(character).map(|found| at + found) {
        let end = text.len() - text[start..].trim_start_matches(character).len();
        at = end;
        // What is hidden beside it is part of the run, or words.
        let source = |range: std::ops::Range<usize>| seen.source.get(range);
        let before = source(0..seen.start + start).and_then(|text| text.chars().next_back());
        let after =
            source(seen.start + end..seen.source.len()).and_then(|text| text.chars().next());
        if end - start == markup.len()
            && !is_blank(start)
            && before != Some(character)
            && after != Some(character)
            && before != Some('\\')
        {
            runs.push(Run {
                start,
                end,
                before: before.filter(|_| start > 0),
                after: after.filter(|_| end < text.len()),
            });
        }
    }
    runs
}

fn pairs(seen: &Seen, markup: &str, findings: &mut Findings) {
    let runs = runs(seen, markup);
    let mut at = 0;
    let mut has_mark = false;
    while at < runs.len() {
        let open = runs[at];
        at += 1;
        // `prix**`, `p**n`, `2**3`: a character of its own.
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if is_inside(open.before) && (is_inside(open.after) || !open.opens()) {
            has_mark = true;
            continue;
        }
        let partner = runs.get(at).copied().filter(|close| {
            let between = &seen.text[open.end..close.start];
            let has_words = between.contains(char::is_alphanumeric) || between.contains(HIDDEN);
            let is_apart = Run::is_apart(open.before) && Run::is_apart(open.after);
            let is_digit = close.before.is_some_and(|c| c.is_ascii_digit());
            // `Le __ mars 20__`
            if markup == "__" && is_apart && is_digit {
                return false;
            }
            let may_be_blank = markup != "__" && !open.closes() && !close.opens();
            has_words && (close.closes() || open.opens() || may_be_blank)
        });
        match partner {
            Some(close) => {
                at += 1;
                pair(seen, markup, open, close, findings);
            }
            // A note below the text begins with the character: `** hors taxes`.
            None if open.opens() && !has_mark && markup != "__" => {
                let span = seen.span(open.start, open.end);
                findings.push((
                    Diagnostic::new(&say::EMPHASIS_SIGNS).with("signs", markup),
                    span,
                ));
            }
            None => {}
        }
    }
}

/// `*« mot »*suite`, `Un *texte *ici.`: one character, or three, around words that the second leaves too
/// early or too late. A sign of multiplication, of a note or in a name is none of these.
fn lone(seen: &Seen, markup: &str, findings: &mut Findings) {
    let runs = runs(seen, markup);
    let mut at = 0;
    while let Some([open, close]) = runs.get(at..at + 2) {
        at += 1;
        let inner = seen.written(open.end, close.start);
        let words = inner.trim_end_matches(' ');
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let begins = open
            .before
            .is_none_or(|c| c.is_whitespace() || "([«“".contains(c));
        let opens = is_letter(open.after) || open.after.is_some_and(|c| "«“\"(".contains(c));
        let is_late = words.len() < inner.len()
            && !inner.contains('\n')
            && words.ends_with(char::is_alphanumeric)
            && (!words.contains(' ') || words.starts_with(char::is_lowercase));
        let is_early =
            words.len() == inner.len() && words.ends_with(['»', '”', '"', ')', '!', '?']);
        if begins && opens && (is_late || is_early) && is_letter(close.after) {
            pair(seen, markup, *open, *close, findings);
            at += 1;
        }
    }
}

fn pair(seen: &Seen, markup: &str, open: Run, close: Run, findings: &mut Findings) {
    let inner = seen.written(open.end, close.start);
    let words = inner.trim();
    let span = seen.span(open.start, close.end);
    let mut finding = Diagnostic::new(&say::EMPHASIS_SIGNS).with("signs", markup);
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (left, right) = (
        &inner[..inner.len() - inner.trim_start().len()],
        &inner[inner.trim_end().len()..],
    );
    let is_character = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let begins = words.starts_with(is_character) && is_word(open.before);
    let ends = words.ends_with(is_character) && is_word(close.after);
    if inner.contains(markup) {
        // Which belongs to which is not certain.
    } else if !left.is_empty() || !right.is_empty() {
        // The spaces go out, of the words of a link as well.
        let (head, tail) = around_link(seen, open, close);
        let link = seen.span(open.start - head, close.end + tail);
        let (start, end) = (
            &seen.source[link.start..span.start],
            &seen.source[span.end..link.end],
        );
        let beside = |at: usize, c: Option<char>| if at > 0 { Some('a') } else { c };
        let outside = |space: &str, beside: Option<char>| match is_word(beside) {
            true => space.to_owned(),
            false => String::new(),
        };
        let left = outside(left, beside(head, open.before));
        let right = outside(right, beside(tail, close.after));
        let touches = left.is_empty() && begins || right.is_empty() && ends;
        if !words.is_empty() && !touches {
            let right = format!("{left}{start}{markup}{words}{markup}{end}{right}");
            finding = finding.replace(link, right);
        }
    } else if begins || ends {
        // A space is missing, or the marks belong inside.
        let gap = |is_wanted: bool| if is_wanted { " " } else { "" };
        let apart = format!("{}{markup}{words}{markup}{}", gap(begins), gap(ends));
        finding = finding.replace(span, apart);
        let mut core = words;
        if begins {
            core = core.trim_start_matches(|c: char| !c.is_alphanumeric());
        }
        if ends {
            core = core.trim_end_matches(|c: char| !c.is_alphanumeric());
        }
        if let (false, Some(at)) = (core.is_empty(), words.find(core)) {
            let (before, after) = (&words[..at], &words[at + core.len()..]);
            if !may_stand_outside(seen, open.end, (before, core, after)) {
                findings.push((finding, span));
                return;
            }
            finding = finding.replace(span, format!("{before}{markup}{core}{markup}{after}"));
        }
    }
    findings.push((finding, span));
}

/// How many bytes of a link stand before and behind emphasis that is all of its words, where a word touches the
/// link on the side on which the emphasis has a space: `[**rapport **](…)suite`.
fn around_link(seen: &Seen, open: Run, close: Run) -> (usize, usize) {
    let inner = seen.written(open.end, close.start);
    let end = close.end + seen.start;
    let target = seen.source[end..].strip_prefix("](");
    if open.before != Some('[') && open.start > 0 || target.is_none() {
        return (0, 0);
    }
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = &seen.source[..seen.start + open.start];
    let outer = before
        .strip_suffix('[')
        .and_then(|text| text.chars().next_back());
    let head = usize::from(inner.starts_with(' ') && is_word(outer));
    let length = target
        .filter(|_| inner.ends_with(' '))
        .and_then(|rest| rest.find([')', '(', '\n']).map(|at| &rest[..=at]))
        .filter(|rest| rest.ends_with(')'))
        .map_or(0, |rest| "](".len() + rest.len());
    let follows = seen.source[end + length..].chars().next();
    let tail = if is_word(follows) { length } else { 0 };
    (head, tail)
}

/// Whether the signs at the ends of words, from `start` on, may stand beside the emphasis: they are no part of a
/// link, a picture or code, and of a pair both go or none.
fn may_stand_outside(seen: &Seen, start: usize, (before, core, after): (&str, &str, &str)) -> bool {
    let core_end = start + before.len() + core.len();
    let shown = [
        &seen.text[start..start + before.len()],
        &seen.text[core_end..core_end + after.len()],
    ];
    let pairs = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('“', '”')];
    let is_cut =
        |(open, close): (char, char)| core.matches(open).count() != core.matches(close).count();
    !shown.iter().any(|signs| signs.contains(HIDDEN)) && !pairs.into_iter().any(is_cut)
}

/// `**gras*`: as many stars of a run as stand on the other side make emphasis, the rest is shown.
fn unequal(seen: &Seen, findings: &mut Findings) {
    let source = &seen.source[seen.start..seen.start + seen.text.len()];
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) = source[at..].find('*').map(|found| at + found) {
        at = source.len() - source[start..].trim_start_matches('*').len();
        runs.push(start..at);
    }
    let is_shown = |at: usize| seen.text.as_bytes()[at] == b'*';
    for (number, run) in runs.iter().enumerate() {
        let (first, last) = (is_shown(run.start), is_shown(run.end - 1));
        if first == last || source[..run.start].ends_with('\\') {
            continue;
        }
        let other = match first {
            true => runs.get(number + 1),
            false => number.checked_sub(1).map(|before| &runs[before]),
        };
        if other.is_some_and(|other| source[..other.start].ends_with('\\')) {
            continue;
        }
        let shown = run.clone().filter(|at| is_shown(*at)).count();
        let finding = Diagnostic::new(&say::EMPHASIS_SIGNS).with("signs", "*".repeat(shown));
        let place = seen.span(run.start, run.end);
        let Some(other) = other.filter(|other| !(**other).clone().any(is_shown)) else {
            findings.push((finding, place));
            continue;
        };
        let (open, close) = match first {
            true => (run, other),
            false => (other, run),
        };
        let inner = &source[open.end..close.start];
        let most = run.len().max(other.len());
        if most > 3 || inner.contains(['`', '\\']) {
            findings.push((finding, place));
            continue;
        }
        let span = seen.span(open.start, close.end);
        let with = |count: usize| format!("{0}{inner}{0}", "*".repeat(count));
        let finding = finding
            .with("right", with(most))
            .replace(span, with(most))
            .replace(span, with(run.len().min(other.len())));
        findings.push((finding, span));
    }
}

/// `Un texte *jamais fermé`: the only star of some words, before one of them. Behind a word, at the head of a
/// line or in brackets it is the mark of a note, and behind a figure a sign of multiplication.
fn opening(seen: &Seen, findings: &mut Findings) {
    let runs = runs(seen, "*");
    let [run] = runs[..] else { return };
    if seen.text.matches('*').count() > 1 {
        return;
    }
    let before = &seen.text[..run.start];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let word = line.trim_end_matches([' ', '«', '“', '\u{a0}', '\u{202f}']);
    let opens = run.after.is_some_and(char::is_alphabetic) && word.len() < line.len();
    if opens && word.ends_with(|c: char| c.is_alphabetic() || ",;:.!?".contains(c)) {
        let finding = Diagnostic::new(&say::EMPHASIS_SIGNS).with("signs", "*");
        findings.push((finding, seen.span(run.start, run.end)));
    }
}

/// `==mot==`, `++mot++` and `^^mot^^`, as some programs mark and underline words.
fn marked(seen: &Seen, markup: &str, findings: &mut Findings) {
    let text = &seen.text;
    let sign = markup.chars().next().unwrap_or_default();
    let mut at = 0;
    while let Some(open) = text[at..].find(markup).map(|found| at + found) {
        at = text.len() - text[open..].trim_start_matches(sign).len();
        let before = text[..open].chars().next_back();
        let is_open = at == open + 2
            && before.is_none_or(|c| !c.is_alphanumeric())
            && text[at..].starts_with(|c: char| !c.is_whitespace());
        let line = text[at..].split('\n').next().unwrap_or_default();
        let Some(length) = line.find(markup).filter(|_| is_open) else {
            continue;
        };
        let close = at + length;
        let end = text.len() - text[close..].trim_start_matches(sign).len();
        let is_close = end == close + 2
            && !text[..close].ends_with(char::is_whitespace)
            && !text[end..].starts_with(char::is_alphanumeric);
        let inner = seen.written(at, close);
        if !is_close || !inner.contains(char::is_alphanumeric) {
            continue;
        }
        let span = seen.span(open, end);
        let right = format!("**{inner}**");
        let finding = Diagnostic::new(&say::EMPHASIS_SIGNS)
            .with("signs", markup)
            .with("stressed", &right);
        let can_be_written = !inner.contains(['*', '`', '\\'])
            && inner.starts_with(char::is_alphanumeric)
            && inner.ends_with(char::is_alphanumeric);
        findings.push((
            match can_be_written {
                true => finding.replace(span, right),
                false => finding,
            },
            span,
        ));
        at = end;
    }
}

/// A grave accent in the place of an apostrophe.
fn grave(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    for (at, _) in text.match_indices('`') {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let span = seen.span(at, at + 1);
        let (before, after) = (
            text[..at].chars().next_back(),
            text[at + 1..].chars().next(),
        );
        let finding = Diagnostic::new(&say::GRAVE);
        if is_letter(before) && is_letter(after) {
            findings.push((finding.replace(span, "'"), span));
        } else if is_letter(after) && before.is_none_or(char::is_whitespace) {
            findings.push((finding, span));
        }
    }
}
