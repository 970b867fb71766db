//! Roles, states and properties (ARIA 1.2 with what 1.3 adds to its attributes; DPUB-ARIA 1.1; Graphics-ARIA 1.0).

use super::{Found, Page, RuleId, quoted};
use crate::document::Element;
use crate::names;

/// Roles that elements may have.
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "application",
    "article",
    "banner",
    "blockquote",
    "button",
    "caption",
    "cell",
    "checkbox",
    "code",
    "columnheader",
    "combobox",
    "comment",
    "complementary",
    "contentinfo",
    "definition",
    "deletion",
    "dialog",
    "directory",
    "document",
    "emphasis",
    "feed",
    "figure",
    "form",
    "generic",
    "graphics-document",
    "graphics-object",
    "graphics-symbol",
    "grid",
    "gridcell",
    "group",
    "heading",
    "image",
    "img",
    "insertion",
    "link",
    "list",
    "listbox",
    "listitem",
    "log",
    "main",
    "mark",
    "marquee",
    "math",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "navigation",
    "none",
    "note",
    "option",
    "paragraph",
    "presentation",
    "progressbar",
    "radio",
    "radiogroup",
    "region",
    "row",
    "rowgroup",
    "rowheader",
    "scrollbar",
    "search",
    "searchbox",
    "sectionfooter",
    "sectionheader",
    "separator",
    "slider",
    "spinbutton",
    "status",
    "strong",
    "subscript",
    "suggestion",
    "superscript",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "term",
    "textbox",
    "time",
    "timer",
    "toolbar",
    "tooltip",
    "tree",
    "treegrid",
    "treeitem",
];

/// Roles of publishing, after `doc-`.
const DOC_ROLES: &[&str] = &[
    "abstract",
    "acknowledgments",
    "afterword",
    "appendix",
    "backlink",
    "biblioentry",
    "bibliography",
    "biblioref",
    "chapter",
    "colophon",
    "conclusion",
    "cover",
    "credit",
    "credits",
    "dedication",
    "endnote",
    "endnotes",
    "epigraph",
    "epilogue",
    "errata",
    "example",
    "footnote",
    "foreword",
    "glossary",
    "glossref",
    "index",
    "introduction",
    "noteref",
    "notice",
    "pagebreak",
    "pagefooter",
    "pageheader",
    "pagelist",
    "part",
    "preface",
    "prologue",
    "pullquote",
    "qna",
    "subtitle",
    "tip",
    "toc",
];

/// What an attribute may hold.
enum Holds {
    /// One of these words, or several of them.
    Word(&'static [&'static str]),
    Words(&'static [&'static str]),
    /// Ids of the page.
    Ids,
    Whole,
    Number,
    Text,
}

const TRUE: &[&str] = &["true", "false", "undefined"];
const MIXED: &[&str] = &["true", "false", "mixed", "undefined"];

/// What an attribute of ARIA may hold, by its name after `aria-`; `None` where there is no such attribute.
fn holds(name: &str) -> Option<Holds> {
    use Holds::{Ids, Number, Text, Whole, Word, Words};
    Some(match name {
        "atomic" | "busy" | "disabled" | "expanded" | "grabbed" | "hidden" | "modal"
        | "multiline" | "multiselectable" | "readonly" | "required" | "selected" => Word(TRUE),
        "checked" | "pressed" => Word(MIXED),
        "autocomplete" => Word(&["inline", "list", "both", "none"]),
        "current" => Word(&["page", "step", "location", "date", "time", "true", "false"]),
        "haspopup" => Word(&["true", "false", "menu", "listbox", "tree", "grid", "dialog"]),
        "invalid" => Word(&["true", "false", "spelling", "grammar"]),
        "live" => Word(&["off", "polite", "assertive"]),
        "orientation" => Word(&["horizontal", "vertical", "undefined"]),
        "sort" => Word(&["none", "ascending", "descending", "other"]),
        "dropeffect" => Words(&["copy", "execute", "link", "move", "none", "popup"]),
        "relevant" => Words(&["additions", "removals", "text", "all"]),
        "actions" | "activedescendant" | "controls" | "describedby" | "details"
        | "errormessage" | "flowto" | "labelledby" | "owns" => Ids,
        "colcount" | "colindex" | "colspan" | "level" | "posinset" | "rowcount" | "rowindex"
        | "rowspan" | "setsize" => Whole,
        "valuemax" | "valuemin" | "valuenow" => Number,
        "braillelabel"
        | "brailleroledescription"
        | "colindextext"
        | "description"
        | "keyshortcuts"
        | "label"
        | "placeholder"
        | "roledescription"
        | "rowindextext"
        | "valuetext" => Text,
        _ => return None,
    })
}

/// Looks at an element.
pub(super) fn element(page: &Page, element: Element, found: &mut Found) {
    for (name, value) in element.attributes() {
        if name == "role" {
            role(element, value, found);
        } else if let Some(short) = name.strip_prefix("aria-") {
            attribute(page, element, (name, short, value.trim()), found);
        }
    }
    if !element.is_hidden() && element.is_silent() && names::takes_focus(element) {
        found
            .add(RuleId::AriaHiddenFocus, element)
            .with("element", element.name());
    }
}

fn role(element: Element, value: &str, found: &mut Found) {
    let mut words = value.split_ascii_whitespace().peekable();
    // Browsers take the first role that they know.
    if words.peek().is_some() && !words.any(is_role) {
        found
            .add(RuleId::AriaRoles, element)
            .with("value", quoted(value));
    }
}

/// Whether there is a role of this name.
pub(super) fn is_role(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    match word.strip_prefix("doc-") {
        Some(doc) => DOC_ROLES.contains(&doc),
        None => ROLES.contains(&word.as_str()),
    }
}

fn attribute(
    page: &Page,
    element: Element,
    (name, short, value): (&str, &str, &str),
    found: &mut Found,
) {
    let Some(holds) = holds(short) else {
        found.add(RuleId::AriaValidAttr, element).with("name", name);
        return;
    };
    // An empty one is as good as none.
    if value.is_empty() {
        return;
    }
    let is_one =
        |words: &[&str], value: &str| words.iter().any(|word| word.eq_ignore_ascii_case(value));
    let is_closed = || {
        element
            .attribute("aria-expanded")
            .is_some_and(|value| value.trim() == "false")
    };
    let mut missing = None;
    let is_right = match holds {
        Holds::Text => true,
        Holds::Word(words) => is_one(words, value),
        Holds::Words(words) => value
            .split_ascii_whitespace()
            .all(|value| is_one(words, value)),
        Holds::Whole => value.parse::<i64>().is_ok(),
        Holds::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
        // What opens later may be made later.
        Holds::Ids if matches!(short, "controls" | "owns") && is_closed() => true,
        Holds::Ids => {
            let mut ids = value.split_ascii_whitespace();
            missing = ids.find(|id| page.document.by_id(id).is_none());
            missing.is_none()
        }
    };
    if !is_right {
        let finding = found
            .add(RuleId::AriaValidAttrValue, element)
            .with("name", name);
        match missing {
            Some(id) => finding.with("id", id),
            None => finding.with("value", quoted(value)),
        };
    }
}

/// Looks for ids that more than one element has.
pub(super) fn ids(page: &Page, found: &mut Found) {
    for (element, first) in page.document.duplicates() {
        let id = element.attribute("id").unwrap_or_default();
        found
            .add(RuleId::DuplicateId, element)
            .with("id", id)
            .beside(first);
    }
}
