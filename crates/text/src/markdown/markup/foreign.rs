//! Markup that other programs read, and Markdown here has not.

use super::{Findings, HIDDEN, LeafKind, Seen};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// What stands alone on a line where a table of contents is wanted.
const CONTENTS: &[&str] = &[
    "[toc]",
    "[[toc]]",
    "[[_toc_]]",
    "{:toc}",
    "{{toc}}",
    "${toc}",
    "@[toc]",
    "{{< toc >}}",
    "{{<toc>}}",
];

/// The longest text that is lowered or raised, in bytes.
const LONGEST_RAISED: usize = 8;

/// Whether there may be some beside what other finders look for.
pub(super) fn is_suspicious(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr2(b'^', b'~', bytes).is_some()
        || memchr::memmem::find(bytes, b"%%").is_some()
        || memchr::memmem::find(bytes, b"++").is_some()
}

fn message(signs: &str) -> Diagnostic {
    Diagnostic::new(&say::FOREIGN_SIGNS).with("signs", signs)
}

/// Finds the place of a table of contents; where it is one, there is nothing else.
pub(super) fn contents(seen: &Seen, findings: &mut Findings) -> bool {
    let source = seen.written(0, seen.text.len());
    let signs = source.trim();
    if signs.len() > 12 || !CONTENTS.contains(&&*signs.to_ascii_lowercase()) {
        return false;
    }
    let start = source.len() - source.trim_start().len();
    let span = seen.span(start, start + signs.len());
    // With the empty line behind it.
    let rest = &seen.source[span.end..];
    let lines = rest.len() - rest.trim_start_matches('\n').len();
    let whole = Span::new(span.start, span.end + lines.min(2));
    let finding = message(signs)
        .with("contents", signs)
        .with("fmt", say::FMT)
        .replace(whole, "");
    findings.push((finding, span));
    true
}

/// What another program puts into the place of a paragraph, `{{< youtube x >}}`, `{% include x %}`, and the head of
/// what it frames or folds, `!!! note "Avant"`, `=== "Onglet"`; where it is one, there is nothing else.
pub(super) fn inserted(seen: &Seen, findings: &mut Findings) -> bool {
    let source = seen.written(0, seen.text.len());
    let signs = source.trim();
    let start = source.len() - source.trim_start().len();
    let line = signs.lines().next().unwrap_or_default().trim_end();
    let span = seen.span(start, start + line.len());
    let quoted = |rest: &str| {
        let inner = rest.trim().strip_prefix('"')?.strip_suffix('"')?;
        let is_one = !inner.trim().is_empty() && !inner.contains('"');
        is_one.then(|| inner.trim().to_owned())
    };
    let marks = ["!!! ", "??? ", "???+ "];
    if let Some(rest) = marks.iter().find_map(|mark| line.strip_prefix(mark)) {
        let (name, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let title = quoted(rest);
        let is_one = name.chars().all(|c| c.is_ascii_lowercase()) && !name.is_empty();
        if !is_one || !rest.is_empty() && title.is_none() {
            return false;
        }
        let kind = super::block::note(name, title.as_deref());
        let finding = Diagnostic::new(&say::ALERT)
            .with("signs", line)
            .with("kind", kind);
        findings.push((finding, span));
        return true;
    }
    if let Some(words) = line.strip_prefix("=== ").and_then(quoted) {
        let right = format!("## {words}");
        let finding = message(line).with("right", &right);
        findings.push((finding.replace(span, right), span));
        return true;
    }
    let pairs = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];
    let is_inserted = pairs.iter().any(|(open, close)| {
        let inner = signs
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| {
            !inner.contains(['{', '}', '\n']) && inner.split_whitespace().count() > 1
        })
    });
    if !is_inserted {
        return false;
    }
    let rest = &seen.source[span.end..];
    let lines = rest.len() - rest.trim_start_matches('\n').len();
    let whole = Span::new(span.start, span.end + lines.min(2));
    findings.push((message(signs).replace(whole, ""), span));
    true
}

/// Finds the rest.
pub(super) fn find(seen: &Seen, kind: LeafKind, findings: &mut Findings) {
    if seen.text.contains('{') {
        attributes(seen, kind, findings);
    }
    if seen.text.contains("{{") || seen.text.contains("]") {
        shortcodes(seen, findings);
    }
    if seen.text.contains("%%") {
        comments(seen, findings);
    }
    if seen.text.contains("*[") {
        abbreviations(seen, findings);
    }
    for (mark, tag) in [('~', "sub"), ('^', "sup")] {
        if seen.text.contains(mark) {
            raised(seen, mark, tag, findings);
        }
    }
}

/// What another program puts into a line: `{{< ref "a.md" >}}`, `[gallery ids="1,2"]`, `[/caption]`.
fn shortcodes(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    let mut at = 0;
    while let Some(open) = text[at..].find(['{', '[']).map(|found| at + found) {
        at = open + 1;
        let rest = &text[open..];
        let marked = [("{{<", ">}}"), ("{{%", "%}}")]
            .iter()
            .find_map(|(open, close)| {
                let inner = rest.strip_prefix(open)?;
                let length = inner.find(close)?;
                let is_one =
                    !inner[..length].contains(['\n', '{']) && !inner[..length].trim().is_empty();
                is_one.then_some(open.len() + length + close.len())
            });
        let Some(length) = marked.or_else(|| bracketed(rest)) else {
            continue;
        };
        let span = seen.span(open, open + length);
        findings.push((message(&rest[..length]), span));
        at = open + length;
    }
}

/// The length of a shortcode of WordPress at the head of a text: a name with a value between quotation marks,
/// or the end of one.
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let length = inner.find([']', '\n'])?;
    let inner = inner[..length]
        .strip_suffix('/')
        .unwrap_or(&inner[..length]);
    if !text[length + 1..].starts_with(']') {
        return None;
    }
    let is_name = |name: &str| {
        name.len() > 2
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))
    };
    let is_one = match inner.strip_prefix('/') {
        Some(name) => is_name(name),
        None => {
            let (name, values) = inner.split_once(' ')?;
            let quoted = ["=\"", "='"].iter().any(|sign| values.contains(sign));
            is_name(name) && quoted && values.trim_end().ends_with(['"', '\''])
        }
    };
    is_one.then_some(length + 2)
}

/// `{#id}`, `{: .class}`, `{target=_blank}` behind words, a link or an image.
fn attributes(seen: &Seen, kind: LeafKind, findings: &mut Findings) {
    let text = &seen.text;
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        at = open + 1;
        let Some(length) = text[at..].find(['{', '}', '\n']) else {
            return;
        };
        let end = at + length + 1;
        if !text[..end].ends_with('}') || !are_attributes(&text[at..at + length]) {
            continue;
        }
        let signs = &text[open..end];
        let before = text[..open].chars().next_back();
        let follows = before.is_some_and(|c| c.is_whitespace() || c == HIDDEN);
        // Of a heading, the program reads what names its place.
        let is_read = kind == LeafKind::Heading && signs.starts_with("{#");
        if !follows || is_read {
            continue;
        }
        let start = text[..open].trim_end_matches([' ', '\n']).len();
        if start == 0 {
            continue;
        }
        let mut names = signs[1..signs.len() - 1]
            .trim_start_matches(':')
            .split_whitespace()
            .filter(|word| word.starts_with('#'));
        if let (LeafKind::Heading, Some(name), None) = (kind, names.next(), names.next())
            && text[end..].trim_matches([' ', '\n']).is_empty()
        {
            let right = format!("{{{name}}}");
            let finding = message(signs).with("right", &right);
            let finding = finding.replace(seen.span(start, end), format!(" {right}"));
            findings.push((finding, seen.span(open, end)));
            continue;
        }
        let finding = message(signs).replace(seen.span(start, end), "");
        // Among words it may be spoken of, and what names a place may be where a link leads.
        let is_last = text[end..].trim_matches([' ', '\n']).is_empty();
        let is_certain = (is_last || before == Some(HIDDEN)) && !signs.contains('#');
        let finding = match is_certain {
            true => finding.with("fmt", say::FMT),
            false => finding,
        };
        findings.push((finding, seen.span(open, end)));
    }
}

/// Whether words between braces are an identifier, classes and values alone.
fn are_attributes(inner: &str) -> bool {
    let inner = inner.strip_prefix(':').unwrap_or(inner);
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let is_one = |word: &str| match word.strip_prefix(['#', '.']) {
        Some(name) => is_name(name),
        None => word
            .split_once('=')
            .is_some_and(|(name, value)| is_name(name) && !value.is_empty()),
    };
    let mut words = inner.split_whitespace().peekable();
    words.peek().is_some() && words.all(is_one)
}

/// `%% … %%`, which some programs do not show.
fn comments(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    let mut at = 0;
    while let Some(open) = text[at..].find("%%").map(|found| at + found) {
        at = open + 2;
        let Some(length) = text[at..].find("%%") else {
            return;
        };
        let end = at + length + 2;
        let inner = seen.written(at, at + length);
        let is_space = |c: char| c.is_whitespace();
        let is_apart = (open == 0 || text[..open].ends_with(is_space))
            && (end == text.len() || text[end..].starts_with(is_space));
        if !is_apart || !inner.contains(char::is_alphanumeric) || inner.contains("\n\n") {
            continue;
        }
        at = end;
        let right = format!("<!-- {} -->", inner.trim());
        let span = seen.span(open, end);
        let finding = message("%%").with("right", &right);
        let finding = match inner.contains("--") || inner.contains('>') {
            true => finding,
            false => finding.with("fmt", say::FMT).replace(span, right),
        };
        findings.push((finding, span));
    }
}

/// `*[ONU]: Organisation des Nations unies` at the head of a line.
fn abbreviations(seen: &Seen, findings: &mut Findings) {
    let mut at = 0;
    for line in seen.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        let Some((short, words)) = line
            .strip_prefix("*[")
            .and_then(|rest| rest.split_once("]:"))
        else {
            continue;
        };
        let words = words.trim();
        if short.is_empty() || short.contains(['[', ']', HIDDEN]) || words.is_empty() {
            continue;
        }
        let signs = format!("*[{short}]:");
        let words = match words.contains(HIDDEN) {
            true => short.to_owned(),
            false => format!("{words} ({short})"),
        };
        let finding = message(&signs).with("words", words);
        findings.push((finding, seen.span(start, start + line.len())));
    }
}

/// `H~2~O`, `x^2^`: a few letters or figures directly behind others.
fn raised(seen: &Seen, mark: char, tag: &str, findings: &mut Findings) {
    let text = &seen.text;
    let mut at = 0;
    while let Some(open) = text[at..].find(mark).map(|found| at + found) {
        at = open + 1;
        let rest = &text[at..];
        let length = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '−'))
                .len();
        let close = at + length;
        let is_closed = text[close..].starts_with(mark) && !text[close + 1..].starts_with(mark);
        let follows = text[..open].ends_with(|c: char| c.is_alphanumeric() || c == ')');
        if !is_closed || !follows || !(1..=LONGEST_RAISED).contains(&length) {
            continue;
        }
        let right = format!("<{tag}>{}</{tag}>", &text[at..close]);
        let span = seen.span(open, close + 1);
        let finding = message(&text[open..=close])
            .with("right", &right)
            .with("fmt", say::FMT);
        findings.push((finding.replace(span, right), span));
        at = close + 1;
    }
}
