//! Text → typed value, for each kind that is one piece of text, and what was probably
//! meant where it is not one. Nothing here knows of places or messages.

mod dates;
mod numbers;
mod phone;

pub(super) use dates::{LostHour, date, lost_hour, moment, month_first};
pub use dates::{NoMoment, When};
pub(super) use numbers::{
    has_thousandths, meant_money, number, scaled, suggested_currency, thousands, unscaled,
};
pub(super) use phone::{not_dialled, phone};

use rihla_text::language::is_slug;
use rihla_text::url::{self, Unfit, ends_line};

/// Why a text is no value of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It has another form; what to write instead, where that is clear.
    Form(Option<String>),
    /// The form is right and there is no such value: a 30th of February, with the last day of that month.
    /// Behind the day may stand an hour, which it keeps.
    Impossible(Option<String>),
    /// The day of the week that is written is not that of the date.
    Weekday(jiff::civil::Date),
    /// A month and a day of it, of a year that is not said.
    WithoutYear(i8, i8),
    /// A year and a month of it, and no day.
    WithoutDay(i16, i8),
    /// A day with an hour where only a day is kept: that day and that hour.
    Hour(String, String),
    /// A day that is so far away that no calendar counts its moments.
    Unreachable,
    /// More digits than a number may have.
    TooLong,
    /// A link that would run a script or carry data.
    Refused(String),
    /// An address with a query.
    Query,
    /// An address with a per cent sign that stands for nothing.
    Percent,
}

/// `true` or `false`.
pub(super) fn boolean(text: &str) -> Result<bool, Wrong> {
    match text.trim() {
        "true" | "True" | "TRUE" => Ok(true),
        "false" | "False" | "FALSE" => Ok(false),
        other if other.len() > 8 => Err(Wrong::Form(None)),
        other => Err(Wrong::Form(
            match other.to_lowercase().as_str() {
                "oui" | "yes" | "y" | "o" | "on" | "1" | "vrai" | "x" => Some("true"),
                "non" | "no" | "n" | "off" | "0" | "faux" => Some("false"),
                _ => None,
            }
            .map(str::to_owned),
        )),
    }
}

/// What a word says that stands for `true` or `false`: `oui`, `No`, `1`.
pub fn boolean_meant(text: &str) -> Option<bool> {
    match boolean(text) {
        Ok(meant) => Some(meant),
        Err(Wrong::Form(Some(meant))) => meant.parse().ok(),
        Err(_) => None,
    }
}

/// One address of electronic mail, in the usual form (not all of RFC 5322).
pub(super) fn email(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if is_email(text) && accented(text).is_none() {
        return Ok(text);
    }
    Err(Wrong::Form(email_within(text)))
}

/// The one address that stands in a text. Of two, or where an address may be only a part of what was meant
/// (`jean. dupont@example.org`), none.
fn email_within(text: &str) -> Option<String> {
    let is_around = |c: char| c.is_whitespace() || "<>()[],;\"«»“”".contains(c);
    let words: Vec<&str> = text.split(is_around).filter(|it| !it.is_empty()).collect();
    let bare = |word: &'_ str| {
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        let word = word.split('?').next().unwrap_or_default();
        word.trim_matches(['.', ':', '!', '\'', '’']).to_owned()
    };
    let is_right = |address: &String| is_email(address) && accented(address).is_none();
    let mut found = words.iter().enumerate().filter(|(_, it)| it.contains('@'));
    let (at, first) = found.next()?;
    let address = bare(first);
    if found.any(|(_, other)| bare(other) != address) {
        return None;
    }
    if is_right(&address) {
        let is_part = at > 0 && words[at - 1].ends_with(['.', '-', '_'])
            || words
                .get(at + 1)
                .is_some_and(|next| next.starts_with(['.', '-', '_']));
        return (!is_part).then_some(address);
    }
    // `rh @ example.org`: spaces beside the signs of an address are none of it.
    let is_joint = |pair: &[&str]| {
        let signs = ['.', '@'];
        pair[0].ends_with(signs) || pair[1].starts_with(signs)
    };
    let whole = bare(&words.concat());
    (words.windows(2).all(is_joint) && is_right(&whole)).then_some(whole)
}

/// The first Latin letter of an address that is not one of ASCII, as a keyboard for French gives it.
pub(super) fn accented(text: &str) -> Option<char> {
    let is_accented = |c: &char| c.is_alphabetic() && matches!(c, '\u{80}'..='\u{24f}');
    text.chars().find(is_accented)
}

/// Whether a text is an address of electronic mail.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let local_allowed =
        |c: char| c.is_alphanumeric() || (c.is_ascii_graphic() && !"@<>()[],;:\\\"".contains(c));
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(local_allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && is_host(domain)
}

/// Whether a text is a name of a host with a dot in it (RFC 1123, or its form in other alphabets).
fn is_host(text: &str) -> bool {
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// How names of files end that people link to.
const FILES: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "txt", "zip",
    "jpg", "jpeg", "png", "gif", "webp", "svg", "mp3", "mp4", "html", "htm",
];

/// An address with one of the schemes that a page may link to, or a path inside the site.
pub(super) fn link(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    // Browsers leave control characters out of a scheme: `java\nscript:` is `javascript:`.
    let scheme: String = text
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .take_while(|c| !matches!(c, ':' | '/' | '?' | '#'))
        .take(24)
        .collect::<String>()
        .to_ascii_lowercase();
    let has_scheme = text.contains(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        && text.find(':') < text.find(['/', '?', '#']).or(Some(usize::MAX));
    if has_scheme && matches!(scheme.as_str(), "javascript" | "data" | "vbscript") {
        return Err(Wrong::Refused(scheme));
    }
    if text.chars().any(|c| c.is_control() || c == '\\') {
        return Err(Wrong::Form(None));
    }
    if text.contains(char::is_whitespace) {
        // The words of a link and the marks around an address have spaces, and it has none.
        let is_around = text.starts_with(['[', '<', '«', '“', '"', '(']);
        if let Some(meant) = meant(text).filter(|_| is_around) {
            return Err(Wrong::Form(Some(meant)));
        }
        let joined = text.split_whitespace().collect::<Vec<_>>().join("%20");
        return Err(Wrong::Form(link(&joined).is_ok().then_some(joined)));
    }
    if has_scheme {
        let rest = text.split_once(':').map_or("", |(_, rest)| rest);
        return match scheme.as_str() {
            "http" | "https" => {
                let host = rest.strip_prefix("//").and_then(|rest| {
                    let host = rest.split(['/', '?', '#']).next()?;
                    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
                    Some(host.split_once(':').map_or(host, |(host, _)| host))
                });
                match host {
                    Some(host) if is_host(host) || host == "localhost" => Ok(text),
                    _ => {
                        let better = format!("{scheme}://{}", rest.trim_start_matches('/'));
                        let right = better != text && link(&better).is_ok();
                        Err(Wrong::Form(right.then_some(better)))
                    }
                }
            }
            "mailto" => {
                let address = rest.split('?').next().unwrap_or_default();
                if is_email(address) {
                    Ok(text)
                } else {
                    Err(Wrong::Form(None))
                }
            }
            "tel" => {
                let digits: String = rest
                    .chars()
                    .filter(|c| !matches!(c, '.' | '(' | ')' | '-'))
                    .collect();
                let number = digits.strip_prefix('+').unwrap_or(&digits);
                if number.len() >= 2 && number.bytes().all(|b| b.is_ascii_digit()) {
                    Ok(text)
                } else {
                    Err(Wrong::Form(None))
                }
            }
            _ => {
                // `iom.int:8080/x` has no scheme, but a host and a port.
                let better = format!("https://{text}");
                let right = is_host(&scheme) && link(&better).is_ok();
                Err(Wrong::Form(right.then_some(better)))
            }
        };
    }
    if text.starts_with("//") {
        let better = format!("https:{text}");
        return Err(Wrong::Form(link(&better).is_ok().then_some(better)));
    }
    let bare = text.split(['#', '?']).next().unwrap_or_default();
    if text.starts_with(['/', '.', '#']) || bare.ends_with(".md") || bare.ends_with(".markdown") {
        return Ok(text);
    }
    if is_email(text) {
        return Err(Wrong::Form(Some(format!("mailto:{text}"))));
    }
    let head = text.split('/').next().unwrap_or_default();
    // A file is no host, although its name looks like one.
    let is_file = FILES.contains(&&*head.rsplit('.').next().unwrap_or_default().to_lowercase());
    let like_host = is_host(head)
        && !is_file
        && head
            .rsplit('.')
            .next()
            .is_some_and(|last| last.len() >= 2 && last.chars().all(char::is_alphabetic));
    let better = match meant(text) {
        Some(meant) => Some(meant),
        None if like_host => Some(format!("https://{text}")),
        None => (!is_file && is_path(text)).then(|| format!("/{text}")),
    };
    Err(Wrong::Form(better.filter(|better| link(better).is_ok())))
}

/// The address in what is written around it, or with a sign of its beginning wrong: `<https://e.org>`,
/// `[words](https://e.org)`, `https//e.org`.
fn meant(text: &str) -> Option<String> {
    let inner = match text.split_once("](") {
        Some((words, rest)) if words.starts_with('[') => rest.strip_suffix(')')?,
        _ => text.trim_matches(['<', '>', '(', ')', '"', '\'', '«', '»', '“', '”', '’']),
    };
    let inner = inner.trim();
    let whole = rihla_text::markdown::wording::whole_address(inner);
    if inner == text || inner.is_empty() {
        return whole;
    }
    match link(inner) {
        Ok(inner) => Some(inner.to_owned()),
        Err(Wrong::Form(better)) => better,
        Err(_) => None,
    }
}

/// Whether a text is the path of a page that lacks the `/` before it, and nothing else.
fn is_path(text: &str) -> bool {
    let path = text.split(['#', '?']).next().unwrap_or_default();
    let is_name = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || "-_.~%".contains(c))
    };
    let first = path.split('/').next().unwrap_or_default();
    let is_scheme =
        ["http", "https", "mailto", "tel", "ftp", "www"].contains(&&*first.to_lowercase());
    !is_scheme
        && path
            .strip_suffix('/')
            .unwrap_or(path)
            .split('/')
            .all(is_name)
}

/// The name of a file: a path with `/`, not an address.
pub(super) fn file(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if text.contains(ends_line) || text.contains("://") || text.starts_with("data:") {
        return Err(Wrong::Form(None));
    }
    let drive = text.len() > 2 && text.as_bytes()[1] == b':' && text.as_bytes()[2] == b'\\';
    if drive || text.starts_with("\\\\") {
        // A path of someone's machine: the name is what may be in the site.
        let name = text.rsplit('\\').next().filter(|name| !name.is_empty());
        return Err(Wrong::Form(name.map(str::to_owned)));
    }
    if text.contains('\\') {
        return Err(Wrong::Form(Some(text.replace('\\', "/"))));
    }
    if text.ends_with('/') {
        return Err(Wrong::Form(None));
    }
    Ok(text)
}

/// The id of an entry: names with `/` between them, without language and extension.
pub(super) fn reference<'t>(
    text: &'t str,
    languages: &[std::sync::Arc<str>],
) -> Result<&'t str, Wrong> {
    let text = text.trim();
    if text.contains(ends_line) {
        return Err(Wrong::Form(None));
    }
    // Whose address it is, the entries tell.
    if is_address(text, languages) {
        return Ok(text);
    }
    let mut id = text.trim_start_matches("./").trim_matches('/');
    for extension in [".md", ".markdown", ".yaml", ".yml"] {
        if let Some(stem) = id.strip_suffix(extension) {
            id = stem;
            for language in languages {
                if let Some(stem) = id
                    .strip_suffix(&**language)
                    .and_then(|s| s.strip_suffix('.'))
                {
                    id = stem;
                    break;
                }
            }
            id = id.strip_suffix("/index").unwrap_or(id);
            break;
        }
    }
    if id.is_empty() {
        Err(Wrong::Form(None))
    } else if id == text {
        Ok(text)
    } else {
        Err(Wrong::Form(Some(id.to_owned())))
    }
}

/// Whether a text is the address of a page, of this site or of another.
fn is_address(text: &str, languages: &[std::sync::Arc<str>]) -> bool {
    text.contains("://")
        || text.strip_prefix('/').is_some_and(|path| {
            let first = path.split('/').next().unwrap_or_default();
            let is_language = languages.iter().any(|tag| **tag == *first);
            !path.is_empty() && !path.contains('.') && (path.ends_with('/') || is_language)
        })
}

/// The last part of an address.
pub(super) fn slug(text: &str) -> Result<&str, Wrong> {
    let text = text.trim();
    if is_slug(text) {
        return Ok(text);
    }
    let spaced = text
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-");
    let better = match !spaced.is_ascii() && is_slug(&spaced) {
        true => spaced,
        false => rihla_text::language::slug(text),
    };
    Err(Wrong::Form((!better.is_empty()).then_some(better)))
}

/// The path of an address of the site, from `/`, without host, query and fragment.
/// As the program compares it: decoded, with a slash at its end unless it names a file.
pub(super) fn address(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    let address = url::address(text).and_then(|address| match address.contains('\\') {
        // A page leads on from there, and no file may have such a name.
        true => Err(Unfit::Part),
        false => Ok(address),
    });
    address.map_err(|unfit| match unfit {
        // With the query it is another address, and without it the address of much else.
        Unfit::Query => Wrong::Query,
        Unfit::Percent => Wrong::Percent,
        _ if text.contains('?') => Wrong::Query,
        _ => Wrong::Form(url::fixed(text)),
    })
}
