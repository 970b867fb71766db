//! Addresses that lead nowhere, whatever the site holds.

use super::wording;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// How an address is begun by mistake, and how it is meant to begin.
pub(super) const SLIPS: &[(&str, &str)] = &[
    ("https:/", "https://"),
    ("http:/", "http://"),
    ("https//", "https://"),
    ("http//", "http://"),
    ("https;//", "https://"),
    ("http;//", "http://"),
    ("https:", "https://"),
    ("http:", "http://"),
    ("htpps://", "https://"),
    ("htpp://", "http://"),
    ("htps://", "https://"),
    ("htttps://", "https://"),
    ("htttp://", "http://"),
    ("https://https://", "https://"),
    ("https://http://", "http://"),
    ("http://https://", "https://"),
    ("http://http://", "http://"),
];

/// The address that was meant where a character of its beginning is missing or wrong.
pub fn whole_address(destination: &str) -> Option<String> {
    // As each of them does.
    if !destination.starts_with(['h', 'H']) {
        return None;
    }
    SLIPS.iter().find_map(|(slip, right)| {
        let start = destination.get(..slip.len())?;
        let rest = &destination[slip.len()..];
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let is_name =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
        let is_host = host.contains('.') && host.split('.').all(is_name);
        (start.eq_ignore_ascii_case(slip) && is_host).then(|| format!("{right}{rest}"))
    })
}

/// An address without the quotation marks around it.
pub fn unquoted(destination: &str) -> Option<&str> {
    const QUOTES: &[(char, char)] = &[
        ('"', '"'),
        ('\'', '\''),
        ('`', '`'),
        ('“', '”'),
        ('„', '“'),
        ('”', '”'),
        ('‘', '’'),
        ('’', '’'),
        ('«', '»'),
    ];
    let inner = QUOTES.iter().find_map(|(open, close)| {
        destination
            .strip_prefix(*open)
            .and_then(|rest| rest.strip_suffix(*close))
    })?;
    let inner = inner.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    (!inner.is_empty()).then_some(inner)
}

/// What is said of an address in quotation marks.
pub fn in_quotation_marks(right: &str) -> Diagnostic {
    Diagnostic::new(&say::ADDRESS_QUOTED).with("right", right)
}

/// What is wrong with an address of a page or of electronic mail: it names no host, or one that only
/// the network of an office knows.
pub fn host(destination: &str) -> Option<Diagnostic> {
    let read = destination.trim().to_ascii_lowercase();
    let is_whole = match read.split_once(':')? {
        ("mailto", rest) => are_mails(rest),
        ("http" | "https", rest) => is_page(rest) && whole_address(destination).is_none(),
        _ => true,
    };
    (!is_whole).then(|| Diagnostic::new(&say::ADDRESS_HOST).with("address", destination))
}

/// What is wrong with an address of electronic mail: `ali@iom`.
pub fn mail(address: &str) -> Option<Diagnostic> {
    (!are_mails(address)).then(|| Diagnostic::new(&say::ADDRESS_HOST).with("address", address))
}

/// Whether what follows `https:` names a host that everybody finds.
fn is_page(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.starts_with('[')
        || host
            .split(':')
            .next()
            .is_some_and(|host| host.contains('.'))
}

/// Whether what follows `mailto:` are addresses; there may be none where a text to be sent follows.
fn are_mails(rest: &str) -> bool {
    let (mails, has_more) = match rest.split_once('?') {
        Some((mails, _)) => (mails, true),
        None => (rest, false),
    };
    let is_mail = |mail: &str| {
        let parts = mail.trim().split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    mails.contains('%') || mails.is_empty() && has_more || mails.split(',').all(is_mail)
}

/// The name of the file where an address is one of the writer's own machine: `C:\Users\a\x.jpg`.
pub fn on_computer(destination: &str) -> Option<&str> {
    let name = destination.rsplit(['\\', '/']).next()?;
    let is_file = name.contains('.') && !name.ends_with('.');
    (is_file && wording::is_of_computer(destination)).then_some(name)
}
