//! The headings of a page, in order.

use rihla_diagnostics::Value;

use super::{Found, Page, RuleId, quoted};
use crate::document::Element;
use crate::names;

/// What is known of the headings so far.
#[derive(Default)]
pub(super) struct Headings<'d> {
    first: Vec<Element<'d>>,
    last: Option<(i64, Element<'d>)>,
}

/// The level of a heading: that of its name, or the one that ARIA gives it.
pub(super) fn level(element: Element) -> Option<i64> {
    let native = match element.name().as_bytes() {
        [b'h', digit @ b'1'..=b'6'] if element.is_html() => Some(i64::from(digit - b'0')),
        _ => None,
    };
    let native = match element.role() {
        None => native?,
        // The level of one that says none (ARIA 1.2, section 5.4).
        Some("heading") => native.unwrap_or(2),
        Some(_) => return None,
    };
    let level = element.attribute("aria-level").and_then(names::integer);
    Some(level.filter(|level| *level > 0).unwrap_or(native))
}

impl<'d> Headings<'d> {
    /// Looks at an element that people meet.
    pub(super) fn element(&mut self, page: &Page<'d>, element: Element<'d>, found: &mut Found) {
        let Some(level) = level(element) else {
            return;
        };
        if page.name(element).is_empty() {
            found.add(RuleId::EmptyHeading, element);
        }
        if level == 1 {
            self.first.push(element);
        }
        if let Some((before, other)) = self.last
            && level > before + 1
        {
            let finding = found.add(RuleId::HeadingOrder, element);
            finding
                .with("level", level)
                .with("before", before)
                .beside(other);
            let words = names::visible(element);
            finding.with("words", quoted(&words));
        }
        self.last = Some((level, element));
    }

    /// Looks at the page as a whole.
    pub(super) fn finish(&self, page: &Page<'d>, found: &mut Found) {
        let mut say = |at, other: Option<Element>| {
            let finding = found.add(RuleId::PageHasHeadingOne, at);
            finding.with("count", Value::Count(self.first.len()));
            if let Some(other) = other {
                finding.beside(other);
            }
        };
        match self.first[..] {
            [] => say(page.document.root(), None),
            [first, ref others @ ..] => others.iter().for_each(|other| say(*other, Some(first))),
        }
    }
}
