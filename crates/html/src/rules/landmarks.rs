//! Landmarks: the parts of a page that assistive technologies go to, and the link that skips to the main one.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use rihla_diagnostics::{Value, texts};

use super::{Found, Page, RuleId, quoted};
use crate::document::{Element, Part};
use crate::names;

texts! {
    NO_LINK = "skip-link-none";
    LEADS_NOWHERE = "skip-link-target";
}

/// What is known of the landmarks so far.
#[derive(Default)]
pub(super) struct Landmarks<'d> {
    /// Each with its role and its name in small letters.
    all: Vec<(&'static str, String, Element<'d>)>,
    /// The first links of the page.
    links: Vec<Element<'d>>,
}

/// Among how many of the first links one skips to the main part: a logo or a language may come before it.
const FIRST_LINKS: usize = 3;

/// Elements in which headers, footers and asides are those of the element, not of the page.
fn is_section(element: &Element) -> bool {
    matches!(element.name(), "article" | "aside" | "nav" | "section")
}

/// The role of a landmark (HTML-AAM 1.0; ARIA 1.2, section 5.3.4).
fn role(page: &Page, element: Element) -> Option<&'static str> {
    let is_named = || names::has_label(page.document, element);
    if let Some(role) = element.role() {
        return match role {
            "banner" => Some("banner"),
            "complementary" => Some("complementary"),
            "contentinfo" => Some("contentinfo"),
            "form" => is_named().then_some("form"),
            "main" => Some("main"),
            "navigation" => Some("navigation"),
            "region" => is_named().then_some("region"),
            "search" => Some("search"),
            _ => None,
        };
    }
    if !element.is_html() {
        return None;
    }
    let in_section = || element.around().any(|outer| is_section(&outer));
    let is_page_wide = || {
        !element
            .around()
            .any(|outer| is_section(&outer) || outer.is("main"))
    };
    match element.name() {
        "main" => Some("main"),
        "nav" => Some("navigation"),
        "search" => Some("search"),
        "aside" => (!in_section() || is_named()).then_some("complementary"),
        "header" => is_page_wide().then_some("banner"),
        "footer" => is_page_wide().then_some("contentinfo"),
        "section" => is_named().then_some("region"),
        "form" => is_named().then_some("form"),
        _ => None,
    }
}

impl<'d> Landmarks<'d> {
    /// Looks at an element that people meet.
    pub(super) fn element(&mut self, page: &Page<'d>, element: Element<'d>, found: &mut Found) {
        if self.links.len() < FIRST_LINKS && names::is_link(element) {
            self.links.push(element);
        }
        let Some(role) = role(page, element) else {
            return;
        };
        let label = names::label(page.document, element);
        let title = || element.filled("title").map(names::spaced);
        let label = label.or_else(title).unwrap_or_default();
        let name = label.to_lowercase();
        let mut all = self.all.iter();
        if role != "main"
            && let Some((.., first)) = all.find(|(own, known, _)| *own == role && *known == name)
        {
            let finding = found.add(RuleId::LandmarkUnique, element).beside(*first);
            // One without a name has another hint.
            if !label.is_empty() {
                finding.with("name", quoted(&label));
            }
            finding.with("element", element.name());
        }
        self.all.push((role, name, element));
    }

    fn mains(&self) -> impl Iterator<Item = Element<'d>> {
        let mains = self.all.iter().filter(|(role, ..)| *role == "main");
        mains.map(|(.., element)| *element)
    }

    /// Looks at the page as a whole.
    pub(super) fn finish(&self, page: &Page<'d>, found: &mut Found) {
        let mains: Vec<Element> = self.mains().collect();
        let mut say = |at, other: Option<Element>| {
            let finding = found.add(RuleId::LandmarkOneMain, at);
            finding.with("count", Value::Count(mains.len()));
            if let Some(other) = other {
                finding.beside(other);
            }
        };
        match mains[..] {
            [] => say(page.document.root(), None),
            [first, ref others @ ..] => others.iter().for_each(|other| say(*other, Some(first))),
        }
        self.skip(page, &mains, found);
        self.region(page, found);
    }

    /// Looks for the link that skips to the main part.
    fn skip(&self, page: &Page<'d>, mains: &[Element<'d>], found: &mut Found) {
        let mut skips = false;
        let mut dead = Vec::new();
        for link in &self.links {
            let Some(fragment) = fragment(*link) else {
                continue;
            };
            match target(page, fragment) {
                Some(target) => {
                    skips |= mains.is_empty() || mains.iter().any(|main| leads_to(target, *main))
                }
                // The top of the page, and words that a browser looks for.
                None if fragment.eq_ignore_ascii_case("top") || fragment.starts_with(":~:") => {}
                None => dead.push((*link, fragment)),
            }
        }
        // Beside one that skips, another is a link as any.
        if skips {
            return;
        }
        for (link, fragment) in &dead {
            let what = Value::phrase(LEADS_NOWHERE, [("target", (*fragment).into())]);
            let finding = found.add(RuleId::SkipLink, *link).with("what", what);
            finding.with("target", fragment);
        }
        if dead.is_empty() && !begins_with(page, mains) {
            let root = page.document.root();
            found.add(RuleId::SkipLink, root).with("what", NO_LINK);
        }
    }

    /// Looks for text outside every landmark.
    fn region(&self, page: &Page<'d>, found: &mut Found) {
        let landmarks: BTreeSet<u32> = self.all.iter().map(|(.., own)| own.number()).collect();
        // The elements that hold a landmark.
        let mut around = BTreeSet::new();
        for (.., landmark) in &self.all {
            for outer in landmark.around() {
                if !around.insert(outer.number()) {
                    break;
                }
            }
        }
        let Some(body) = page
            .document
            .root()
            .children()
            .find(|child| child.is("body"))
        else {
            return;
        };
        let is_left_out = |element: Element| {
            element.is_silent()
                || landmarks.contains(&element.number())
                || self.links.contains(&element) && fragment(element).is_some()
                || matches!(
                    element.role(),
                    Some("alert" | "alertdialog" | "dialog" | "log" | "status")
                )
                || matches!(
                    element.name(),
                    "dialog" | "noscript" | "title" | "desc" | "metadata"
                )
                || element.attribute("popover").is_some()
        };
        let mut marked: Option<Element> = None;
        for part in body.walk(is_left_out) {
            let at = match part {
                Part::Text(words, at) if !words.trim().is_empty() => at,
                Part::Element(image) if image.is("img") && image.filled("alt").is_some() => image,
                _ => continue,
            };
            if marked.is_some_and(|marked| marked.holds(at)) {
                continue;
            }
            let mut top = at;
            while let Some(outer) = top.parent()
                && outer != body
                && !around.contains(&outer.number())
                && top != body
            {
                top = outer;
            }
            // The words of an element that holds a landmark are its own: what else stands in it is looked at.
            marked = (!around.contains(&top.number())).then_some(top);
            let words = names::visible(top);
            found.add(RuleId::Region, top).with("words", quoted(&words));
        }
    }
}

/// Whether nothing stands before the main part, so that there is nothing to skip.
fn begins_with(page: &Page, mains: &[Element]) -> bool {
    let body = page
        .document
        .root()
        .children()
        .find(|child| child.is("body"));
    let (Some(body), [main, ..]) = (body, mains) else {
        return false;
    };
    let mut before = body.within().take_while(|element| element != main);
    body.text_before(*main).trim().is_empty() && !before.any(names::takes_focus)
}

/// Where in the page a link leads.
fn fragment<'d>(link: Element<'d>) -> Option<&'d str> {
    let fragment = link.attribute("href")?.trim().strip_prefix('#')?;
    (!fragment.is_empty()).then_some(fragment)
}

/// What a fragment stands for (HTML, section 7.4.6.4).
fn target<'d>(page: &Page<'d>, fragment: &str) -> Option<Element<'d>> {
    let decoded = percent_decode_str(fragment).decode_utf8_lossy();
    let by_id = page.document.by_id(fragment);
    by_id.or_else(|| page.document.by_id(&decoded)).or_else(|| {
        let mut anchors = page.document.elements().filter(|element| element.is("a"));
        anchors.find(|anchor| anchor.attribute("name") == Some(&*decoded))
    })
}

/// Whether whoever goes to an element is in the main part, or directly before it.
fn leads_to(target: Element, main: Element) -> bool {
    let is_around = || target.holds(main) && target.text_before(main).trim().is_empty();
    let is_before = || target.next() == Some(main) && target.text().trim().is_empty();
    main.holds(target) || is_around() || is_before()
}
