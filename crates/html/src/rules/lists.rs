//! Lists and what may stand in them (HTML, section 4.4).

use super::aria::is_role;
use super::{Found, RuleId};
use crate::document::{Element, Part};

/// Looks at an element that people meet.
pub(super) fn element(element: Element, found: &mut Found) {
    if !element.is_html() {
        return;
    }
    match element.name() {
        "ul" | "ol" => list(element, found),
        "li" => item(element, found),
        "dl" => definitions(element, found),
        "dt" | "dd" => term(element, found),
        _ => {}
    }
}

/// What is in an element that may not be, by its name, or a text.
fn stranger<'d>(element: Element<'d>, may: impl Fn(Element<'d>) -> bool) -> Option<&'d str> {
    element.parts().find_map(|part| match part {
        Part::Text(words, _) => (!words.trim().is_empty()).then(|| words.trim()),
        Part::Element(child) => {
            let is_allowed = matches!(child.name(), "script" | "template") || may(child);
            (!is_allowed).then(|| child.name())
        }
    })
}

fn list(element: Element, found: &mut Found) {
    // A role that there is not is none.
    if element
        .role()
        .is_some_and(|role| role != "list" && is_role(role))
    {
        return;
    }
    let may = |child: Element| match child.role() {
        Some(role) => role == "listitem" || child.is("li"),
        None => child.is("li"),
    };
    if let Some(other) = stranger(element, may) {
        let finding = found.add(RuleId::List, element);
        finding
            .with("other", super::quoted(other))
            .with("list", element.name());
    }
}

fn item(element: Element, found: &mut Found) {
    if element.role().is_some_and(|role| role != "listitem") {
        return;
    }
    let is_in_list = element.parent().is_some_and(|parent| {
        let role = parent.role().filter(|role| is_role(role));
        match role {
            // What says that it is no list has items that are none.
            Some(role) => matches!(role, "list" | "none" | "presentation"),
            None => matches!(parent.name(), "ul" | "ol" | "menu"),
        }
    });
    if !is_in_list {
        found.add(RuleId::Listitem, element);
    }
}

fn definitions(element: Element, found: &mut Found) {
    if element.role().is_some() {
        return;
    }
    let is_term = |child: Element| child.is("dt") || child.is("dd");
    let other = stranger(element, |child| is_term(child) || child.is("div"));
    let groups = || element.children().filter(|child| child.is("div"));
    let other = other.or_else(|| groups().find_map(|group| stranger(group, is_term)));
    let finding = match other {
        Some(other) => found
            .add(RuleId::DefinitionList, element)
            .with("other", super::quoted(other)),
        None if is_whole(element) && groups().all(is_whole) => return,
        None => found.add(RuleId::DefinitionList, element),
    };
    finding.with("list", "dl");
}

/// Whether each term has a description, and each description a term.
fn is_whole(element: Element) -> bool {
    let names = element.children().map(Element::name);
    let names: Vec<&str> = names.filter(|name| matches!(*name, "dt" | "dd")).collect();
    names.first() != Some(&"dd") && names.last() != Some(&"dt")
}

fn term(element: Element, found: &mut Found) {
    if element.role().is_some() {
        return;
    }
    let is_list = |outer: Element| outer.is("dl");
    let is_in_list = element.parent().is_some_and(|parent| {
        is_list(parent) || parent.is("div") && parent.parent().is_some_and(is_list)
    });
    if !is_in_list {
        found
            .add(RuleId::DefinitionList, element)
            .with("item", element.name());
    }
}
