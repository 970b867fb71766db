//! Addresses that are no links.

use super::{Findings, HIDDEN, Seen, wording};
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// What an address of a page begins with.
const STARTS: &[&str] = &["https://", "http://", "www."];

/// Whether there may be an address of a page.
pub(super) fn is_suspicious(source: &str) -> bool {
    let is_start = |at: usize| {
        let word = source.as_bytes().get(at..at + 3).unwrap_or_default();
        let mut starts = ["htt", "htp", "www"].iter();
        starts.any(|start| word.eq_ignore_ascii_case(start.as_bytes()))
    };
    let bytes = source.as_bytes();
    memchr::memchr2_iter(b'h', b'w', bytes).any(is_start)
        || memchr::memchr2_iter(b'H', b'W', bytes).any(is_start)
        || bracketed(source, 0).is_some()
}

/// Finds the addresses in the words of a leaf; `linked` are those in links. Findings from the number
/// `known` on are of this leaf: what one of them covers is told.
pub(super) fn find(seen: &Seen, linked: &[Span], known: usize, findings: &mut Findings) {
    if !is_suspicious(&seen.text) && !seen.text.contains('@') {
        return;
    }
    let told = findings.iter().skip(known).map(|(_, span)| *span);
    let covered = Covered::of(linked.iter().copied().chain(told).collect());
    let is_link = |span: Span| covered.has(span);
    let mut at = 0;
    let lower = seen.text.to_ascii_lowercase();
    let mut next = Next::new(&seen.text, &lower);
    while let Some((start, end)) = next.after(at) {
        at = end;
        let span = seen.span(start, end);
        if is_link(span) {
            continue;
        }
        let address = &seen.text[start..end];
        if let Some(finding) = wording::address(address) {
            findings.push((finding, span));
            continue;
        }
        let whole = wording::whole_address(address);
        let right = match address {
            _ if whole.is_some() => whole.map(|whole| format!("<{whole}>")),
            _ if address.contains(['(', ')', '[', ']', '\\', '|', '`']) => None,
            _ if has_no_scheme(address) => Some(format!("[{address}]({})", in_full(address))),
            _ => Some(format!("<{}>", in_full(address))),
        };
        let finding = Diagnostic::new(&say::ADDRESS_TEXT).with("address", address);
        // What is hidden may belong to it: a character that was written as `&amp;`.
        let right = right.filter(|_| !seen.text[end..].starts_with(HIDDEN));
        let (right, span) = match parted(&seen.text, start, end) {
            Some((right, close)) => (right, seen.span(start - 1, close)),
            None => match enclosed(&seen.text, start, end) {
                Some((open, close)) if right.is_some() => {
                    let whole = wording::whole_address(address);
                    let whole = whole.unwrap_or_else(|| in_full(address));
                    (Some(format!("<{whole}>")), seen.span(open, close))
                }
                _ => (right, span),
            },
        };
        let finding = match right {
            Some(right) => finding.with("right", &right).replace(span, right),
            None => finding,
        };
        findings.push((finding, span));
    }
}

/// `<https://e.org /x>`, an address in which a space keeps it from being a link: what is meant, where
/// that is certain, and where it ends.
fn parted(text: &str, start: usize, end: usize) -> Option<(Option<String>, usize)> {
    if !text[..start].ends_with('<') || !text[end..].starts_with(' ') {
        return None;
    }
    let rest = text[end..].split(['\n', HIDDEN]).next()?;
    let length = rest
        .find(['<', '>'])
        .filter(|at| rest[*at..].starts_with('>'))?;
    let more = rest[..length].trim_start();
    let is_open = !more.is_empty();
    let is_path = more.starts_with(['/', '?', '#']) && !more.trim_end().contains(' ');
    let right = is_path.then(|| format!("<{}{}>", &text[start..end], more.trim_end()));
    is_open.then_some((right, end + length + 1))
}

/// Whether an address is the name of a host, with a path or without.
fn has_no_scheme(address: &str) -> bool {
    !address.contains("://") && !address.contains('@')
}

/// An address as a link has it: with its scheme, and the host in small letters.
fn in_full(address: &str) -> String {
    if address.contains('@') && !address.contains('/') {
        return address.to_owned();
    }
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host);
    format!(
        "{}://{}{path}",
        scheme.to_ascii_lowercase(),
        host.to_lowercase()
    )
}

/// Endings of hosts besides those of countries.
const ENDINGS: [&str; 10] = [
    "com", "org", "net", "int", "edu", "gov", "info", "eu", "africa", "coop",
];

/// Endings of two letters that files have, and few hosts.
const ENDINGS_OF_FILES: [&str; 12] = [
    "md", "py", "rs", "sh", "pl", "ps", "js", "ts", "gz", "db", "so", "cc",
];

/// The next address without a scheme between `<` and `>`, from its first sign to its last: `<iom.int/fr>`.
fn bracketed(text: &str, from: usize) -> Option<(usize, usize)> {
    let opened = memchr::memchr_iter(b'<', &text.as_bytes()[from..]).map(|at| from + at + 1);
    opened.into_iter().find_map(|at| {
        let inner = text[at..].trim_start_matches(' ');
        let start = text.len() - inner.len();
        let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | HIDDEN);
        let address = &inner[..inner.find(is_end)?];
        let is_closed = inner[address.len()..]
            .trim_start_matches(' ')
            .starts_with('>');
        let host = address.split(['/', '?', '#']).next().unwrap_or_default();
        let (name, ending) = host.rsplit_once('.')?;
        let is_part =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
        let ending = ending.to_ascii_lowercase();
        let is_country = ending.len() == 2
            && ending.bytes().all(|byte| byte.is_ascii_lowercase())
            && !ENDINGS_OF_FILES.contains(&&*ending);
        let is_host = name.split('.').all(is_part) && (is_country || ENDINGS.contains(&&*ending));
        (is_closed && is_host).then_some((start, start + address.len()))
    })
}

/// The places of `<` and after `>` around an address that is no link for all that: `<www.iom.int>`.
fn enclosed(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let before = text[..start].trim_end_matches(' ');
    // `<mailto: name@example.org>`
    let scheme = before.len().checked_sub("mailto:".len());
    let scheme = scheme.and_then(|at| Some((before.get(at..)?, &before[..at])));
    let before = match scheme {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => {
            rest.trim_end_matches(' ')
        }
        _ => before,
    };
    let after = text[end..].trim_start_matches(' ');
    let is_enclosed = before.ends_with('<') && after.starts_with('>');
    is_enclosed.then(|| (before.len() - 1, text.len() - after.len() + 1))
}

/// Ranges, of which it is asked whether one holds another.
struct Covered {
    /// By their beginnings, each with the last end of those up to it.
    ranges: Vec<(usize, usize)>,
}

impl Covered {
    fn of(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut last = 0;
        let ranges = spans.into_iter().map(|span| {
            last = last.max(span.end);
            (span.start, last)
        });
        Self {
            ranges: ranges.collect(),
        }
    }

    fn has(&self, span: Span) -> bool {
        let before = self
            .ranges
            .partition_point(|(start, _)| *start <= span.start);
        before > 0 && span.end <= self.ranges[before - 1].1
    }
}

/// The addresses of a text, in order. What was found of each kind is kept until it is passed, so that a
/// text is looked through once, however many there are.
struct Next<'t> {
    text: &'t str,
    /// The same in small letters.
    lower: &'t str,
    /// What addresses of pages begin with, and the next of each; `None` where there is no further one.
    pages: Vec<(&'static str, Option<(usize, usize)>)>,
    mail: Option<(usize, usize)>,
    bracketed: Option<(usize, usize)>,
}

impl<'t> Next<'t> {
    fn new(text: &'t str, lower: &'t str) -> Self {
        let slips = super::destination::SLIPS.iter().map(|(slip, _)| *slip);
        let starts = STARTS.iter().copied().chain(slips);
        Self {
            text,
            lower,
            pages: starts
                .map(|start| (start, page_after((text, lower), 0, start)))
                .collect(),
            mail: mail_after(text, 0),
            bracketed: bracketed(text, 0),
        }
    }

    /// The next address after a place, from its first sign to its last.
    fn after(&mut self, at: usize) -> Option<(usize, usize)> {
        for (start, found) in &mut self.pages {
            if found.is_some_and(|(found, _)| found < at) {
                *found = page_after((self.text, self.lower), at, start);
            }
        }
        if self.mail.is_some_and(|(found, _)| found < at) {
            self.mail = mail_after(self.text, at);
        }
        if self.bracketed.is_some_and(|(found, _)| found < at) {
            self.bracketed = bracketed(self.text, at);
        }
        let pages = self.pages.iter().filter_map(|(_, found)| *found);
        pages.chain(self.mail).chain(self.bracketed).min()
    }
}

fn page_after((text, lower): (&str, &str), at: usize, start: &str) -> Option<(usize, usize)> {
    let found = lower[at..].match_indices(start);
    let mut found = found.map(|(found, _)| at + found);
    found.find_map(|found| Some((found, page(text, found)?)))
}

fn mail_after(text: &str, at: usize) -> Option<(usize, usize)> {
    let mails = text[at..].match_indices('@');
    mails
        .map(|(found, _)| at + found)
        .find_map(|sign| mail(text, at, sign))
}

/// Whether what stands before a place belongs to no word.
fn is_apart(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|c| {
        !c.is_alphanumeric() && !matches!(c, '/' | '@' | '.' | ':' | '-' | '_' | '=')
    })
}

/// The end of an address of a page.
fn page(text: &str, at: usize) -> Option<usize> {
    if !is_apart(text, at) {
        return None;
    }
    let rest = &text[at..];
    let is_end = |c: char| {
        c.is_whitespace() || matches!(c, HIDDEN | '<' | '>' | '"' | '«' | '»' | '“' | '”')
    };
    let address = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let mut address = address;
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    while let Some(c) = address.chars().next_back()
        && (matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '’' | '*' | ']'
        ) || c == ')' && closed > opened)
    {
        closed -= usize::from(c == ')');
        address = &address[..address.len() - c.len_utf8()];
    }
    let whole = wording::whole_address(address);
    let meant = whole.as_deref().unwrap_or(address);
    let host = meant.split_once("://").map_or(meant, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_name =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_host = host.split('.').all(is_name)
        && (host.contains('.') || wording::address(address).is_some())
        && host != "www.";
    let parts = host.split('.').count();
    let has_name = |start: &str| {
        let head = address.as_bytes().get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
    };
    let is_whole = !has_name("www.") || parts > 2;
    (is_host && is_whole).then_some(at + address.len())
}

/// An address of electronic mail around its sign, after a place.
fn mail(text: &str, from: usize, character: usize) -> Option<(usize, usize)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-');
    let name = text[from..character].trim_end_matches(is_name).len();
    let start = from + name;
    let start = start + text[start..character].len()
        - text[start..character].trim_start_matches(['.', '-']).len();
    let rest = &text[character + 1..];
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let host = &rest[..rest.find(|c| !is_host(c)).unwrap_or(rest.len())];
    let host = host.trim_end_matches(['.', '-']);
    let (before, ending) = host.rsplit_once('.')?;
    let is_ending = ending.len() > 1 && ending.chars().all(|c| c.is_ascii_alphabetic());
    let is_whole = start < character && !before.is_empty() && is_ending && is_apart(text, start);
    is_whole.then_some((start, character + 1 + host.len()))
}

#[cfg(test)]
mod tests {
    use super::super::destination::SLIPS;
    use super::*;

    #[test]
    fn whatever_an_address_begins_with_is_suspicious() {
        let slips = SLIPS.iter().map(|(slip, _)| *slip);
        for start in STARTS.iter().copied().chain(slips) {
            assert!(is_suspicious(start), "{start}");
            assert!(
                is_suspicious(&format!("a {}", start.to_uppercase())),
                "{start}"
            );
        }
        for (slip, right) in SLIPS {
            let meant = wording::whole_address(&format!("{slip}e.org"));
            assert_eq!(meant.as_deref(), Some(&*format!("{right}e.org")), "{slip}");
        }
    }
}
