//! Words that say nothing to whoever meets them alone, and characters that a program has damaged.

pub use super::angles::{angles, angles_of, in_quotes};
use super::block::is_bullet;
pub use super::calendar::{impossible, impossible_of};
pub use super::destination::{
    host, in_quotation_marks, mail, on_computer, unquoted, whole_address,
};
pub use super::weekday::{weekday_of, weekdays};
use super::{Findings, Seen};
use crate::url::composed;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::markdown as say;

/// Texts in the place of an image that name no more than its kind, in each language.
const KINDS: &[(&str, &[&str])] = &[
    ("en", &["alt", "image", "photo", "photograph", "picture"]),
    (
        "fr",
        &["alt", "image", "photo", "photographie", "illustration"],
    ),
];

/// Words of a link that name no more than the link, in each language.
const POINTERS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "click here",
            "find out more",
            "here",
            "learn more",
            "link",
            "more",
            "more info",
            "more information",
            "read more",
            "see more",
            "this link",
        ],
    ),
    (
        "fr",
        &[
            "ce lien",
            "cliquer ici",
            "cliquez ici",
            "en savoir plus",
            "ici",
            "la suite",
            "le lien",
            "lien",
            "lire la suite",
            "lire plus",
            "plus d'infos",
            "plus d'informations",
            "savoir plus",
            "suite",
            "voir la suite",
            "voir plus",
        ],
    ),
];

/// Endings of the names of images.
const ENDINGS: &[&str] = &[
    "avif", "gif", "heic", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
];

/// UTF-8 that was read as Windows-1252, and what it was.
const MISREAD: &[(&str, &str)] = &[
    ("â€™", "’"),
    ("â€œ", "“"),
    ("â€“", "–"),
    ("â€”", "—"),
    ("â€¦", "…"),
    ("Ã©", "é"),
    ("Ã¨", "è"),
    ("Ãª", "ê"),
    ("Ã§", "ç"),
    ("Ã´", "ô"),
    ("Ã®", "î"),
    ("Ã\u{a0}", "à"),
    ("Ã  ", "à "),
    ("Ã¢", "â"),
    ("Ã¹", "ù"),
    ("Ã»", "û"),
    ("Ã¯", "ï"),
    ("Ã«", "ë"),
    ("Ã‰", "É"),
    ("Ã€", "À"),
    ("Ã‡", "Ç"),
    ("Â°", "°"),
    ("â€˜", "‘"),
    ("â‚¬", "€"),
    ("Â«", "«"),
    ("Â»", "»"),
    ("Å“", "œ"),
];

fn is_among(rows: &[(&str, &[&str])], words: &str) -> bool {
    let mut known = rows.iter().flat_map(|(_, known)| *known);
    known.any(|known| *known == words)
}

/// Words as they are compared.
fn compared(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ").to_lowercase().replace('’', "'");
    let is_around = |c: char| {
        matches!(
            c,
            '.' | '…' | ':' | '!' | '»' | '>' | '→' | '(' | ')' | '+' | ' '
        )
    };
    words.trim_matches(is_around).to_owned()
}

/// Whether a text is only what a message writes where words are to stand: `…`.
pub fn is_placeholder(text: &str) -> bool {
    let is_sign = |c: char| matches!(c, '…' | '.' | '[' | ']' | '(' | ')') || c.is_whitespace();
    text.chars().all(is_sign) && (text.contains('…') || text.contains("..."))
}

/// What is wrong with a text in the place of an image.
pub fn alternative(words: &str) -> Option<Diagnostic> {
    let name = compared(words);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let is_file = !name.contains(' ') && ending.is_some_and(|ending| ENDINGS.contains(&ending));
    (is_file || is_among(KINDS, &name) || is_numbered(&name))
        .then(|| Diagnostic::new(&say::ALTERNATIVE_WORDS).with("words", words.trim()))
}

/// What cameras and telephones call images, before the number.
const OF_CAMERAS: &[&str] = &[
    "capture d'écran",
    "dsc",
    "dscf",
    "dscn",
    "img",
    "mvimg",
    "p",
    "pic",
    "pxl",
    "screenshot",
    "signal",
    "whatsapp image",
];

/// Whether words are the name that a machine gives, or the kind of the image, and a number:
/// `IMG_2034`, `Photo 1`, `WhatsApp Image 2024-03-02 at 10.15.33`.
fn is_numbered(name: &str) -> bool {
    let name = name.replace(" at ", " ").replace(" à ", " ");
    let is_number = |c: char| c.is_ascii_digit() || " _-.,:()n°#".contains(c);
    let head = name.trim_end_matches(is_number);
    let number = &name[head.len()..];
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_kind = digits > 0 && is_among(KINDS, head);
    // `P. 12` may be a page.
    let is_machine = digits > 2 && OF_CAMERAS.contains(&head);
    is_kind || is_machine
}

/// What is wrong with the words of a link.
pub fn link(words: &str) -> Option<Diagnostic> {
    is_among(POINTERS, &compared(words))
        .then(|| Diagnostic::new(&say::LINK_WORDS).with("words", words.trim()))
}

/// Whether an address is that of a file on a computer: `C:\Users\a\x.jpg`, `file:///x`.
pub(super) fn is_of_computer(destination: &str) -> bool {
    let bytes = destination.as_bytes();
    let is_drive =
        matches!(bytes, [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    let start = bytes.get(..7);
    is_drive || start.is_some_and(|start| start.eq_ignore_ascii_case(b"file://"))
}

/// What is wrong with an address: it is one of the machine on which it is read (RFC 6761, section
/// 6.3; RFC 1122, section 3.2.1.3).
pub fn address(destination: &str) -> Option<Diagnostic> {
    let read = destination.trim().to_ascii_lowercase();
    let told = || Diagnostic::new(&say::LOCAL_ADDRESS).with("address", destination);
    if is_of_computer(&read) {
        return Some(told());
    }
    let rest = read
        .strip_prefix("http://")
        .or_else(|| read.strip_prefix("https://"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = match host.starts_with('[') {
        true => host.split_inclusive(']').next().unwrap_or_default(),
        false => host.split(':').next().unwrap_or_default(),
    };
    let is_number = |host: &str| host.split('.').all(|part| part.parse::<u8>().is_ok());
    // RFC 1918 and RFC 3927: addresses of the network of an office; RFC 6762: its names.
    let is_of_office = |host: &str| {
        let second = host
            .split('.')
            .nth(1)
            .and_then(|part| part.parse::<u8>().ok());
        let is_middle = host.starts_with("172.") && second.is_some_and(|n| (16..32).contains(&n));
        let is_network = ["10.", "192.168.", "169.254."]
            .iter()
            .any(|start| host.starts_with(start));
        (is_network || is_middle || host == "0.0.0.0") && is_number(host)
    };
    let is_local = host == "localhost"
        || host.ends_with(".local")
        || is_of_office(host)
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host.starts_with("127.") && is_number(host);
    is_local.then(told)
}

/// What is wrong with the quotation marks of a title or a field: the last is opened and never closed, or
/// nothing opens one that closes; and the words without the mark, where it is their first or their last.
pub fn quotation(words: &str) -> Option<(Diagnostic, Option<String>)> {
    let told = |message, open: char, close: char| {
        Diagnostic::new(message)
            .with("open", open)
            .with("close", close)
    };
    let without = |at: usize, mark: char| match &words[at + mark.len_utf8()..] {
        "" => Some(words[..at].trim_end().to_owned()),
        rest if at == 0 => Some(rest.trim_start().to_owned()),
        _ => None,
    };
    for (open, close) in [('«', '»'), ('“', '”'), ('‘', '’')] {
        if let Some(at) = words.rfind(open)
            && let after = &words[at + open.len_utf8()..]
            && !after.contains(close)
            // `„mot“` closes, and `‘90` leaves out.
            && !words[..at].contains(['„', '»'])
            && !(open == '‘' && after.starts_with(|c: char| c.is_ascii_digit()))
        {
            return Some((told(&say::QUOTE_OPEN, open, close), without(at, open)));
        }
    }
    // `5"` is a measure.
    let is_measure = |at: usize| words[..at].ends_with(|c: char| c.is_ascii_digit());
    let mut straight = words.match_indices('"').filter(|(at, _)| !is_measure(*at));
    let is_odd = straight.by_ref().count() % 2 == 1 && words.matches('"').count() % 2 == 1;
    if is_odd {
        let at = words.find('"').filter(|at| words.rfind('"') == Some(*at));
        let plain = at.and_then(|at| without(at, '"'));
        return Some((told(&say::QUOTE_OPEN, '"', '"'), plain));
    }
    [('«', '»'), ('“', '”')]
        .into_iter()
        .find_map(|(open, close)| {
            let at = words.find(close)?;
            let (before, after) = (&words[..at], &words[at + close.len_utf8()..]);
            // Between words, `»` leads from one to the other; `”mot”` and `»mot«` open and close.
            let is_last = !after.contains(char::is_alphanumeric);
            let is_glued = before.ends_with(|c: char| !c.is_whitespace() && !c.is_ascii_digit());
            let opens = ['«', '“', '„', '"'];
            let is_first = before.is_empty() && after.contains(char::is_alphanumeric);
            let is_close = !before.contains(opens)
                && (is_first
                    || is_last
                    || close == '”' && is_glued && !after.starts_with(char::is_alphanumeric))
                && !after.contains(['«', '»', '”', '“', '"'])
                && (is_first || before.contains(char::is_alphanumeric))
                && !is_measure(at);
            is_close.then(|| (told(&say::QUOTE_CLOSE, open, close), without(at, close)))
        })
}

/// The first markup in words that nobody reads as Markdown, and the words without any: pairs of two
/// stars or underscores, links with an address.
pub fn without_markup(words: &str) -> Option<(String, String)> {
    let mut first = None;
    let mut plain = words.to_owned();
    for mark in ["**", "__"] {
        while let Some(open) = plain.find(mark)
            && let inner = &plain[open + mark.len()..]
            && let Some(end) = inner.find(mark)
            && inner[..end].contains(char::is_alphanumeric)
            && !inner.starts_with(' ')
        {
            let inner = inner[..end].to_owned();
            let characters = format!("{mark}{inner}{mark}");
            plain = plain.replacen(&characters, &inner, 1);
            first.get_or_insert(characters);
        }
    }
    while let Some(middle) = plain.find("](")
        && let Some(open) = plain[..middle].rfind('[')
        && let Some(end) = plain[middle..].find(')')
        && !plain[open..middle + end].contains('\n')
    {
        let characters = plain[open..=middle + end].to_owned();
        let inner = plain[open + 1..middle].to_owned();
        plain = plain.replacen(&characters, &inner, 1);
        first.get_or_insert(characters);
    }
    first.map(|characters| (characters, plain))
}

/// The damaged characters of a text: where they stand, and what they were, where that is known.
pub fn damaged(words: &str) -> Vec<(usize, &str, Option<&'static str>)> {
    if !is_suspicious(words) {
        return Vec::new();
    }
    let mut found: Vec<(usize, &str, Option<&'static str>)> = Vec::new();
    for (misread, right) in MISREAD {
        let all = words.match_indices(misread);
        // `AMANHÃ»`: a capital among capitals is a letter of its own.
        let all = all.filter(|(at, characters)| {
            *characters != "Ã»" || !words[..*at].ends_with(char::is_uppercase)
        });
        found.extend(all.map(|(at, characters)| (at, characters, Some(*right))));
    }
    found.extend(
        words
            .match_indices(is_damaged)
            .map(|(at, character)| (at, character, None)),
    );
    found.sort_unstable();
    found
}

/// Letters in one character, as printers set them, and what they are.
const LIGATURES: &[(char, &str)] = &[
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
    ('\u{fb05}', "st"),
    ('\u{fb06}', "st"),
];

/// Whether a character is no plain letter, or an accent apart from one.
fn is_apart(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fb00}'..='\u{fb06}')
}

/// The words of a text that have an accent apart from its letter or a ligature, as a PDF gives them:
/// where each begins, how it stands there, and in plain letters. Addresses and names of files are none.
pub fn letters(text: &str) -> Vec<(usize, &str, String)> {
    if text.is_ascii() || !text.contains(is_apart) {
        return Vec::new();
    }
    let is_end = |c: char| c.is_whitespace() || c == '\0';
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(is_end) {
        let start = at;
        at += word.len();
        let is_sign = |c: char| !c.is_alphanumeric() && !is_apart(c);
        let start = start + word.len() - word.trim_start_matches(is_sign).len();
        let word = word.trim_matches(is_sign);
        let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_file = (2..=5).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_file || word.contains(['/', '@', '\\', '_']) || !word.contains(is_apart) {
            continue;
        }
        let mut plain = String::with_capacity(word.len());
        for c in word.chars() {
            match LIGATURES.iter().find(|(character, _)| *character == c) {
                Some((_, letters)) => plain.push_str(letters),
                None => plain.push(c),
            }
        }
        let right = composed(&plain).into_owned();
        if right != word {
            found.push((start, word, right));
        }
    }
    found
}

/// What is said of such a word.
pub fn letters_of(word: &str, right: &str) -> Diagnostic {
    Diagnostic::new(&say::LETTERS)
        .with("words", word)
        .with("right", right)
        .with("fmt", say::FMT)
}

/// What is said of damaged characters.
pub fn damage(characters: &str, right: Option<&str>) -> Diagnostic {
    let shown = match (right, characters.chars().next()) {
        (None, Some(character)) => format!("U+{:04X}", u32::from(character)),
        _ => characters.to_owned(),
    };
    Diagnostic::new(&say::DAMAGED)
        .with("signs", shown)
        .with_some("right", right)
}

/// Whether a character can be what is left of another one.
fn is_damaged(c: char) -> bool {
    // U+F000 to U+F0FF are the characters of fonts of symbols, which no other font has.
    matches!(c, '\u{fffd}' | '\u{f000}'..='\u{f0ff}')
}

/// Whether there may be damaged characters: most texts have none of these.
pub(super) fn is_suspicious(source: &str) -> bool {
    source
        .chars()
        .any(|c| matches!(c, 'â' | 'Ã' | 'Â' | 'Å') || is_damaged(c) || is_apart(c))
}

/// Finds the damaged characters of a leaf, and letters that are not plain.
pub(super) fn find(seen: &Seen, findings: &mut Findings) {
    for (at, word, right) in letters(&seen.text) {
        let span = seen.span(at, at + word.len());
        findings.push((letters_of(word, &right).replace(span, right), span));
    }
    for (at, characters, right) in damaged(&seen.text) {
        // At the head of a line it is the marker of a list.
        let is_head = || {
            let line = seen.text[..at].trim_end_matches([' ', '\t']);
            line.is_empty() || line.ends_with('\n')
        };
        let is_apart = seen.text[at + characters.len()..].starts_with(char::is_whitespace);
        if characters.chars().all(is_bullet) && is_apart && is_head() {
            continue;
        }
        let span = seen.span(at, at + characters.len());
        let finding = damage(characters, right);
        let finding = match right {
            Some(right) => finding.replace(span, right),
            None => finding,
        };
        findings.push((finding, span));
    }
}
