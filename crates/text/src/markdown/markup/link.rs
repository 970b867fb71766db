//! Links and images that are none.

use super::{Findings, HIDDEN, Seen, wording};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// Finds what looks like a link.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    let mut rounds = match text.contains("](") {
        true => pairs(text, (b'(', b')'), true),
        false => Vec::new(),
    };
    rounds.sort_unstable();
    let squares = pairs(text, (b'[', b']'), false);
    let mut at = 0;
    for (open, bracket) in squares {
        if bracket < at {
            continue;
        }
        at = bracket + 1;
        let is_image = text[..open].ends_with('!');
        let start = open - usize::from(is_image);
        let rest = &text[bracket + 1..];
        if rest.starts_with('(') {
            let round = bracket + 1;
            let closed = rounds.binary_search_by_key(&round, |(open, _)| *open);
            let end = closed.ok().map(|number| rounds[number].1 - round - 1);
            at = in_brackets(seen, start, (round, end), is_image, findings).unwrap_or(at);
        } else if let Some(spaced) = rest
            .strip_prefix([' ', '\n'])
            .filter(|rest| rest.starts_with('('))
        {
            let Some(end) = spaced.find(')') else {
                continue;
            };
            let destination = &spaced[1..end];
            if !destination.contains([' ', HIDDEN]) && looks_like_address(destination) {
                let gap = seen.span(bracket + 1, bracket + 2);
                let whole = seen.span(start, bracket + 3 + end);
                findings.push((message(is_image, destination).replace(gap, ""), whole));
            }
        } else if let Some(label) = rest.strip_prefix('[') {
            at = by_reference(seen, start, open, bracket, label, is_image, findings).unwrap_or(at);
        }
    }
    turned(seen, findings);
    wiki(seen, findings);
}

/// Whether it is the address of a page, a file, a place.
fn looks_like_address(destination: &str) -> bool {
    let destination = destination.trim();
    let is_file = destination
        .rsplit_once('.')
        .is_some_and(|(name, extension)| {
            !name.is_empty()
                && (2..=8).contains(&extension.len())
                && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    let starts = [
        "/", "./", "../", "#", "http:", "https:", "mailto:", "tel:", "www.",
    ];
    is_file
        || starts.iter().any(|start| destination.starts_with(start))
        || destination.contains(['#', '/']) && !destination.contains(char::is_whitespace)
}

fn message(is_image: bool, destination: &str) -> Diagnostic {
    let message = match is_image {
        true => &say::IMAGE_SIGNS,
        false => &say::LINK_SIGNS,
    };
    Diagnostic::new(message).with("destination", destination.trim())
}

/// `[words](…)` from `start`, with the round bracket at `round`, which is closed behind `closed` bytes,
/// where it is; gives where it ends.
fn in_brackets(
    seen: &Seen,
    start: usize,
    (round, closed): (usize, Option<usize>),
    is_image: bool,
    findings: &mut Findings,
) -> Option<usize> {
    let text = &seen.text;
    let inner = &text[round + 1..];
    let Some(end) = closed else {
        // Never closed.
        let words = inner.split([' ', '\n', '[', HIDDEN]).next();
        let words = words.unwrap_or_default();
        let destination = words.trim_end_matches(['.', ',', ';', ':', '!', '?', '»']);
        if !looks_like_address(destination) {
            return None;
        }
        let end = round + 1 + destination.len();
        let finding = message(is_image, destination).replace(seen.span(end, end), ")");
        findings.push((finding, seen.span(start, end)));
        return Some(end);
    };
    let written = seen.written(round + 1, round + 1 + end);
    let whole = seen.span(start, round + 2 + end);
    let written = wording::unquoted(written.trim()).unwrap_or(written);
    let (destination, title) = match written.find(['"', '“', '«']) {
        Some(quote) => (&written[..quote], written[quote..].trim()),
        None => (written, ""),
    };
    let destination = destination.trim_matches(|c: char| c.is_whitespace());
    if destination.is_empty() || inner[..end].contains(HIDDEN) && !looks_like_address(destination) {
        return None;
    }
    let is_text = !looks_like_address(destination) && !is_image;
    // `[sic](il l’a dit ainsi)`: brackets of prose.
    if is_text && destination.split_whitespace().count() > 3 {
        return None;
    }
    let mut finding = message(is_image, destination);
    let title = title.trim_matches(['"', '“', '”', '«', '»', ' ', '\u{a0}', '\u{202f}']);
    let can_be_written =
        !destination.contains(['<', '>', '\n', '\\']) && !title.contains(['\n', '\\', '“', '«']);
    // An image among words has no caption.
    let around = [&text[..start], &text[round + 2 + end..]];
    let is_alone = around
        .iter()
        .all(|words| words.trim_matches([' ', '\n', HIDDEN]).is_empty());
    if can_be_written && (title.is_empty() || !is_image || is_alone) {
        let compact: String = destination.split_whitespace().collect();
        // An address of electronic mail and a number have no spaces, whatever surrounds them.
        let is_contact = ["mailto:", "tel:"]
            .iter()
            .any(|scheme| destination.starts_with(scheme));
        let destination = match is_contact {
            true => compact.as_str(),
            false => destination,
        };
        let destination =
            match destination.contains(char::is_whitespace) || !is_balanced(destination) {
                true => format!("<{destination}>"),
                false => destination.to_owned(),
            };
        if title.contains('"') {
            finding = finding.with("title", title.replace('"', "\\\""));
        }
        let title = match title {
            "" => String::new(),
            title => format!(" \"{}\"", title.replace('"', "\\\"")),
        };
        finding = finding.replace(
            seen.span(round, round + 2 + end),
            format!("({destination}{title})"),
        );
    }
    findings.push((finding, whole));
    Some(round + 2 + end)
}

/// The brackets of a kind that are closed, each with where, in the order of those that close; round ones in
/// their paragraph. They are looked for once, since there may be thousands.
fn pairs(text: &str, (opening, closing): (u8, u8), in_paragraph: bool) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == opening {
            open.push(at);
        } else if *byte == closing {
            pairs.extend(open.pop().map(|start| (start, at)));
        } else if in_paragraph && bytes[at..].starts_with(b"\n\n") {
            open.clear();
        }
    }
    pairs
}

/// Where the round bracket is closed that is open at the beginning.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn is_balanced(text: &str) -> bool {
    closing(text).is_none() && text.matches('(').count() == text.matches(')').count()
}

/// `[words][label]` without a definition of the label; `label` follows its bracket.
fn by_reference(
    seen: &Seen,
    start: usize,
    open: usize,
    bracket: usize,
    label: &str,
    is_image: bool,
    findings: &mut Findings,
) -> Option<usize> {
    let words = &seen.text[open + 1..bracket];
    let end = label.find([']', '[', '\n'])?;
    let name = label[..end].trim();
    let is_label = label[end..].starts_with(']') && !name.starts_with('^');
    // `tableau[i][j]`, `[12][13]`, `[…][…]`
    let follows_word =
        !is_image && seen.text[..open].ends_with(|c: char| c.is_alphanumeric() || c == ']');
    let has_letters = |text: &str| text.contains(char::is_alphabetic);
    if !is_label || follows_word || !has_letters(words) || words.starts_with('^') {
        return None;
    }
    let label = if name.is_empty() { words } else { name };
    if !name.is_empty()
        && !has_letters(name)
        && !looks_like_address(name)
        && !name.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let end = bracket + 2 + end + 1;
    let mut finding = Diagnostic::new(&say::LINK_UNDEFINED).with("label", label);
    if looks_like_address(name) && !name.contains(char::is_whitespace) {
        finding = finding.replace(seen.span(bracket + 1, end), format!("({name})"));
    }
    findings.push((finding, seen.span(start, end)));
    Some(end)
}

/// `(words)[https://…]`, `!(photo.jpg)[words]`
fn turned(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    let mut done = 0;
    let mut last_open = None;
    for (at, _) in text.match_indices(")[") {
        let open = text[done..at].rfind('(').map(|open| done + open);
        (done, last_open) = (at, open.or(last_open));
        let end = text[at + 2..].find(['[', ']', '\n', HIDDEN]);
        let end = end.map(|end| at + 2 + end);
        let Some((open, end)) = last_open.zip(end.filter(|end| text[*end..].starts_with(']')))
        else {
            continue;
        };
        if let Some(found) = address_first(seen, (open, at, end)) {
            findings.push(found);
            continue;
        }
        let destination = &text[at + 2..end];
        let words = seen.written(open + 1, at);
        if !looks_like_address(destination)
            || destination.contains(char::is_whitespace)
            || words.trim().is_empty()
            || words.contains(['[', ']', '\n'])
        {
            continue;
        }
        let span = seen.span(open, end + 1);
        let right = format!("[{words}]({destination})");
        findings.push((message(false, destination).replace(span, right), span));
    }
}

/// `!(photo.jpg)[words]`, `(https://…)[words]`: where the round bracket stands, where it is closed, and where
/// the square one is.
fn address_first(
    seen: &Seen,
    (open, at, end): (usize, usize, usize),
) -> Option<(Diagnostic, Span)> {
    let text = &seen.text;
    let (destination, words) = (&text[open + 1..at], &text[at + 2..end]);
    let is_one = looks_like_address(destination)
        && !destination.contains([' ', '\n', HIDDEN, '['])
        && !looks_like_address(words)
        && words.contains(char::is_alphabetic);
    let is_image = text[..open].ends_with('!');
    let start = open - usize::from(is_image);
    let span = seen.span(start, end + 1);
    let sign = if is_image { "!" } else { "" };
    let right = format!("{sign}[{words}]({destination})");
    is_one.then(|| (message(is_image, destination).replace(span, right), span))
}

/// `[[page]]`, as a wiki writes a link.
fn wiki(seen: &Seen, findings: &mut Findings) {
    let text = &seen.text;
    for (open, _) in text.match_indices("[[") {
        let inner = &text[open + 2..];
        let Some(end) = inner.find(['[', ']', '\n', HIDDEN]) else {
            continue;
        };
        let is_link = inner[end..].starts_with("]]")
            && !inner[end + 2..].starts_with(['(', '[', ']'])
            && inner[..end].contains(char::is_alphabetic);
        if is_link {
            let span = seen.span(open, open + 2 + end + 2);
            findings.push((message(false, "").eased(true), span));
        }
    }
}
