//! Accessible names: what assistive technologies call an element (Accessible Name and Description
//! Computation 1.2, the part of it that needs no style sheets).

use std::borrow::Cow;

use crate::document::{Document, Element, Part};
use crate::passages::is_inline;

/// Words with one space between them.
#[derive(Debug, Default)]
pub(crate) struct Words(String);

impl Words {
    /// Adds a text as it is written.
    pub(crate) fn push(&mut self, text: &str) {
        let starts_apart = text.starts_with(char::is_whitespace);
        let mut parts = text.split_whitespace();
        if starts_apart {
            self.part();
        }
        if let Some(first) = parts.next() {
            self.0.push_str(first);
        }
        for part in parts {
            self.part();
            self.0.push_str(part);
        }
        if text.ends_with(char::is_whitespace) {
            self.part();
        }
    }

    /// What follows is no part of the word before it.
    pub(crate) fn part(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(' ') {
            self.0.push(' ');
        }
    }

    /// The words.
    pub(crate) fn finish(mut self) -> String {
        self.0.truncate(self.0.trim_end().len());
        self.0
    }
}

/// Words with one space between them, as they are where they already are so.
pub(crate) fn spaced(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let is_odd = |c: char| c.is_whitespace() && c != ' ';
    if !text.contains(is_odd) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut words = Words::default();
    words.push(text);
    Cow::Owned(words.finish())
}

/// What an attribute says an element is called: `aria-labelledby`, then `aria-label`.
pub(crate) fn label<'d>(document: &'d Document, element: Element<'d>) -> Option<Cow<'d, str>> {
    labelled_by(document, element)
        .map(Cow::Owned)
        .or_else(|| element.filled("aria-label").map(spaced))
}

fn labelled_by(document: &Document, element: Element<'_>) -> Option<String> {
    let ids = element.filled("aria-labelledby")?;
    let mut words = Words::default();
    for id in ids.split_ascii_whitespace() {
        if let Some(other) = document.by_id(id) {
            words.part();
            match own(other) {
                Some(name) => words.push(name),
                None => contents(other, &mut words),
            }
        }
    }
    let words = words.finish();
    (!words.is_empty()).then_some(words)
}

/// What an element says of itself without its contents: `aria-label`, `alt`, the value of a button.
fn own(element: Element<'_>) -> Option<&str> {
    let native = match element.name() {
        "img" | "area" => element.filled("alt"),
        "input" => match kind_of(element).as_ref() {
            "image" => element.filled("alt"),
            "submit" => Some(element.attribute("value").unwrap_or("Submit")),
            "reset" => Some(element.attribute("value").unwrap_or("Reset")),
            "button" => element.filled("value"),
            _ => None,
        },
        _ => None,
    };
    element.filled("aria-label").or(native)
}

/// The type of an `<input>`, in small letters.
pub(crate) fn kind_of(element: Element<'_>) -> Cow<'_, str> {
    let kind = element.attribute("type").unwrap_or("text").trim();
    match kind.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(kind.to_ascii_lowercase()),
        false => Cow::Borrowed(kind),
    }
}

/// The accessible name of an element whose words name it: a link, a button, a heading, a cell.
pub(crate) fn name<'d>(document: &'d Document, element: Element<'d>) -> Cow<'d, str> {
    if let Some(label) = label(document, element) {
        return label;
    }
    if let Some(own) = own(element).filter(|own| !own.trim().is_empty()) {
        return spaced(own);
    }
    let words = visible(element);
    match words.is_empty() {
        true => spaced(element.attribute("title").unwrap_or_default()),
        false => words,
    }
}

/// The words in an element, with what stands for its pictures, without what is hidden.
pub(crate) fn visible(element: Element<'_>) -> Cow<'_, str> {
    if element.children().next().is_none() {
        return spaced(element.text());
    }
    let mut words = Words::default();
    contents(element, &mut words);
    Cow::Owned(words.finish())
}

fn contents(element: Element<'_>, words: &mut Words) {
    let is_left_out = |element: Element| {
        element.hides_itself()
            || matches!(
                element.name(),
                "desc" | "metadata" | "defs" | "select" | "textarea" | "datalist"
            )
    };
    // What an element says of itself stands for what is in it.
    let mut until = None;
    for part in element.walk(is_left_out) {
        match part {
            Part::Text(text, around) => {
                if until.is_none_or(|until: Element| !until.holds(around)) {
                    words.push(text);
                }
            }
            Part::Element(inner) => {
                if until.is_some_and(|until| until.holds(inner)) {
                    continue;
                }
                if !is_inline(inner) {
                    words.part();
                }
                let is_picture = inner.is("img");
                let title = || element_title(inner).filter(|_| is_picture);
                if let Some(own) = own(inner).or_else(title) {
                    words.push(own);
                    until = Some(inner);
                }
                if is_picture {
                    words.part();
                }
            }
        }
    }
}

/// The `title` of an image that has no `alt` at all.
fn element_title(element: Element<'_>) -> Option<&str> {
    element
        .filled("title")
        .filter(|_| element.attribute("alt").is_none())
}

/// The name of a picture, an object or a frame, whose contents do not name it.
pub(crate) fn has_label(document: &Document, element: Element<'_>) -> bool {
    label(document, element).is_some() || element.filled("title").is_some()
}

/// Whether an element says that it is for show.
pub(crate) fn is_for_show(element: Element<'_>) -> bool {
    matches!(element.role(), Some("none" | "presentation"))
}

/// Whether it is a link with an address.
pub(crate) fn is_link(element: Element<'_>) -> bool {
    let is_anchor = element.name() == "a" && element.attribute("href").is_some();
    match element.role() {
        None => is_anchor,
        Some(role) => role == "link",
    }
}

/// Whether it is a button.
pub(crate) fn is_button(element: Element<'_>) -> bool {
    match element.role() {
        Some(role) => role == "button",
        None => {
            let is_input = || matches!(kind_of(element).as_ref(), "button" | "submit" | "reset");
            element.is("button") || element.is("input") && is_input()
        }
    }
}

/// Whether somebody gets to it with the keyboard.
pub(crate) fn takes_focus(element: Element<'_>) -> bool {
    if element.is_hidden() || element.is_inert() {
        return false;
    }
    if let Some(index) = element.attribute("tabindex").and_then(integer) {
        return index >= 0 && !is_disabled(element);
    }
    let has = |name: &str| element.attribute(name).is_some();
    match element.name() {
        "a" | "area" => has("href"),
        "input" => kind_of(element) != "hidden" && !is_disabled(element),
        "button" | "select" | "textarea" => !is_disabled(element),
        "iframe" => true,
        "summary" => element.parent().is_some_and(|parent| parent.is("details")),
        "audio" | "video" => has("controls"),
        _ => matches!(
            element.attribute("contenteditable"),
            Some("" | "true" | "plaintext-only")
        ),
    }
}

/// A number as the standard reads it (HTML, section 2.3.4.1): what stands behind the digits does not count.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let text = text.trim_start();
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let number: i64 = rest[..end].parse().ok()?;
    Some(sign * number)
}

fn is_disabled(element: Element<'_>) -> bool {
    let is_control = matches!(element.name(), "button" | "input" | "select" | "textarea");
    let set = |element: &Element| element.is("fieldset") && element.attribute("disabled").is_some();
    is_control
        && (element.attribute("disabled").is_some()
            || element.around().any(|element| set(&element)))
}

/// Words in small letters, without signs, for comparing: letters and digits with one space between words.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}')
            && !out.ends_with(' ')
            && !out.is_empty()
        {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
