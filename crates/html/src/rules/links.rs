//! The names of links: that there is one, and what it says.

use percent_encoding::percent_decode_str;

use super::vocabulary::{self, ROWS};
use super::{Found, Page, RuleId, quoted};
use crate::document::{Element, Part};
use crate::names::{self, plain};

/// Whether a link has the words of the part of the page to which it leads, as one of a table of contents has.
fn is_of_contents(page: &Page, address: &str, words: &str) -> bool {
    let fragment = address.strip_prefix('#');
    let target = fragment.and_then(|fragment| page.document.by_id(fragment));
    target.is_some_and(|target| plain(target.text()) == words)
}

/// Looks at an element that people meet.
pub(super) fn element<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    if !names::is_link(element) {
        return;
    }
    let address = element.attribute("href").unwrap_or_default().trim();
    let name = page.name(element);
    if name.is_empty() {
        found
            .add(RuleId::LinkName, element)
            .with("address", address);
        return;
    }
    let file = file(address);
    let target = element.attribute("target").unwrap_or_default();
    let opens = target.trim().eq_ignore_ascii_case("_blank");
    let is_short = name.len() < LONGEST_POINTER && name.matches(' ').count() < MOST_WORDS;
    if file.is_none() && !opens && !is_short {
        return;
    }
    let words = plain(&name);
    let title = plain(element.attribute("title").unwrap_or_default());
    // A title that says more than the words is heard with them.
    let says_more = title.len() > words.len();
    if is_short
        && !says_more
        && is_pointer(element, &words)
        && !is_of_contents(page, address, &words)
    {
        found
            .add(RuleId::LinkWords, element)
            .with("words", quoted(&name));
    }
    if let Some((file, format)) = file
        && !(says_format(&words, format) && says_size(&words))
    {
        found
            .add(RuleId::FileLink, element)
            .with("file", quoted(&file));
    }
    if opens && !says_window(&words) && !says_window(&title) {
        found
            .add(RuleId::TargetBlankWords, element)
            .with("words", quoted(&name));
    }
}

/// How long a name may be that says nothing of where a link leads, in bytes and in words.
const LONGEST_POINTER: usize = 64;
const MOST_WORDS: usize = 5;

/// The language of the words of a link.
fn language<'d>(element: Element<'d>) -> Option<&'d str> {
    if element.filled("aria-label").is_some() {
        return element.language();
    }
    let mut texts = element
        .walk(Element::hides_itself)
        .filter_map(|part| match part {
            Part::Text(words, around) if !words.trim().is_empty() => Some(around),
            _ => None,
        });
    texts.next().unwrap_or(element).language()
}

/// Whether the words of a link say nothing of where it leads.
fn is_pointer(link: Element, words: &str) -> bool {
    let is_anywhere = ROWS.iter().any(|row| row.pointers.contains(&words));
    let row = || vocabulary::row(language(link)?);
    is_anywhere && row().is_some_and(|row| row.pointers.contains(&words))
}

/// Whether a text says that a window opens, in any language.
fn says_window(words: &str) -> bool {
    ROWS.iter()
        .any(|row| row.windows.iter().any(|window| words.contains(window)))
}

/// Formats of files that a browser hands to another program, and what else names call them.
const FORMATS: &[(&str, &[&str])] = &[
    ("7z", &[]),
    ("csv", &[]),
    ("doc", &["word"]),
    ("docx", &["word", "doc"]),
    ("epub", &[]),
    ("ics", &["icalendar", "ical"]),
    ("odp", &["opendocument"]),
    ("ods", &["opendocument"]),
    ("odt", &["opendocument"]),
    ("pdf", &[]),
    ("ppt", &["powerpoint"]),
    ("pptx", &["powerpoint", "ppt"]),
    ("rar", &[]),
    ("rtf", &[]),
    ("tsv", &[]),
    ("xls", &["excel"]),
    ("xlsx", &["excel", "xls"]),
    ("zip", &[]),
];

/// A format of files: its ending, and what else it is called.
type Format = (&'static str, &'static [&'static str]);

/// The name and the format of the file to which an address leads, if it does.
fn file(address: &str) -> Option<(String, Format)> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = match path.split_once("//") {
        Some((scheme, rest))
            if matches!(
                scheme.to_ascii_lowercase().as_str(),
                "" | "http:" | "https:"
            ) =>
        {
            rest.split_once('/')?.1
        }
        // Another scheme.
        _ if path
            .split('/')
            .next()
            .is_some_and(|start| start.contains(':')) =>
        {
            return None;
        }
        _ => path,
    };
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    let format = FORMATS.iter().find(|(known, _)| *known == ending)?;
    let name = percent_decode_str(name).decode_utf8_lossy().into_owned();
    Some((name, *format))
}

fn says_format(words: &str, (ending, others): Format) -> bool {
    words
        .split(' ')
        .any(|word| word == ending || others.contains(&word))
}

/// Whether words have a number with a unit of size behind it.
fn says_size(words: &str) -> bool {
    let is_unit = |word: &str| ROWS.iter().any(|row| row.sizes.contains(&word));
    let is_number = |word: &str| !word.is_empty() && word.chars().all(char::is_numeric);
    let words: Vec<&str> = words.split(' ').collect();
    words
        .windows(2)
        .any(|pair| is_number(pair[0]) && is_unit(pair[1]))
        || words.iter().any(|word| {
            let end = word.find(|c: char| !c.is_numeric()).unwrap_or(word.len());
            is_number(&word[..end]) && is_unit(&word[end..])
        })
}
