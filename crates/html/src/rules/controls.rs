//! Buttons and the fields of forms.

use super::{Found, Page, RuleId, quoted};
use crate::document::{Element, Part};
use crate::names;

/// Looks at an element that people meet.
pub(super) fn element<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    if let Some(index) = element.attribute("tabindex").and_then(names::integer)
        && index > 0
    {
        found.add(RuleId::Tabindex, element).with("value", index);
    }
    let is_control = matches!(
        element.name(),
        "a" | "button" | "input" | "select" | "summary" | "textarea"
    );
    if !is_control && element.role().is_none() {
        return;
    }
    if names::is_button(element) && page.name(element).is_empty() {
        found.add(RuleId::ButtonName, element);
    }
    if is_field(element) && !is_labelled(page, element) {
        let name = element.attribute("name").unwrap_or_default();
        found.add(RuleId::Label, element).with("name", name);
    }
    nested(element, found);
    mismatch(element, found);
}

/// Whether somebody fills it in.
fn is_field(element: Element) -> bool {
    match element.name() {
        "input" => !matches!(
            names::kind_of(element).as_ref(),
            "button" | "hidden" | "image" | "reset" | "submit"
        ),
        "select" | "textarea" => true,
        _ => false,
    }
}

fn is_labelled<'d>(page: &Page<'d>, element: Element<'d>) -> bool {
    let says = |label: Element<'d>| !label.is_silent() && !page.name(label).is_empty();
    let own = element.filled("id").unwrap_or_default();
    names::has_label(page.document, element)
        || page.labels(own).any(says)
        || element
            .around()
            .any(|label| label.is("label") && says(label))
}

/// Whether it does something when it is clicked, and is a link or a button to those who hear the page.
fn is_actor(element: Element) -> bool {
    names::is_link(element) || names::is_button(element)
}

fn nested(element: Element, found: &mut Found) {
    if !is_actor(element) {
        return;
    }
    let is_outer = |outer: &Element| is_actor(*outer) || outer.is("summary");
    if let Some(outer) = element.around().find(is_outer) {
        found
            .add(RuleId::NestedInteractive, element)
            .with("outer", outer.name())
            .beside(outer);
    }
}

/// Whether its words name it, so that somebody may say them to click it.
fn is_said(element: Element) -> bool {
    let role = element.role().unwrap_or_default();
    is_actor(element)
        || element.is("summary")
        || matches!(
            role,
            "menuitem" | "option" | "switch" | "tab" | "checkbox" | "radio"
        )
}

fn mismatch(element: Element, found: &mut Found) {
    let Some(label) = element.filled("aria-label").filter(|_| is_said(element)) else {
        return;
    };
    let seen = seen(element);
    let (words, holds) = (names::plain(&seen), names::plain(label));
    // A letter alone is a sign: `x` closes.
    let is_sign = words.chars().count() < 2;
    if !is_sign && !format!(" {holds} ").contains(&format!(" {words} ")) {
        let finding = found.add(RuleId::LabelContentNameMismatch, element);
        finding
            .with("label", quoted(label))
            .with("words", quoted(&seen));
    }
}

/// The words that are seen in an element, also those that nobody hears.
fn seen(element: Element) -> String {
    let mut words = names::Words::default();
    let is_left_out = |element: Element| element.is_hidden() || element.name() == "svg";
    for part in element.walk(is_left_out) {
        match part {
            Part::Text(text, _) => words.push(text),
            Part::Element(inner) if crate::passages::is_inline(inner) => {}
            Part::Element(_) => words.part(),
        }
    }
    words.finish()
}
