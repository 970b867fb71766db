//! Footnotes and comments: what the programs write for them are links to and fro.

use std::collections::{BTreeMap, BTreeSet};

use super::style::Place;
use super::tree::{Id, Tree};

/// The footnotes of what is pasted, and the comments on it.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// For each name to which a mark leads, the number of its footnote.
    numbers: BTreeMap<String, usize>,
    /// The footnotes in the order of their marks: the element that holds the words of each.
    pub(super) bodies: Vec<Id>,
    /// Elements that are shown in another place, or nowhere: the words of footnotes, comments.
    apart: BTreeSet<Id>,
}

/// How the names begin to which the marks of footnotes lead: in Word, LibreOffice, Google Docs, Wikipedia,
/// and in what others make of Markdown.
const TARGETS: &[&str] = &[
    "_ftn",
    "_edn",
    "sdfootnote",
    "sdendnote",
    "ftnt",
    "cite_note",
    "fn:",
    "fn-",
    "fn1",
    "fn2",
    "fn3",
    "fn4",
    "fn5",
    "fn6",
    "fn7",
    "fn8",
    "fn9",
    "fnref",
];

/// What these names hold where they are those of the marks themselves, to which the words lead back.
const MARKS: &[&str] = &["ref", "anc", "cite_ref"];

/// How the names of comments begin.
const COMMENTS: &[&str] = &["_msocom", "cmnt"];

/// The name in an address to which it leads on its page.
pub(super) fn fragment(href: &str) -> Option<&str> {
    href.rsplit_once('#').map(|(_, name)| name)
}

/// Whether a name is one of a mark, to which the words of a footnote lead back.
pub(super) fn is_mark(name: &str) -> bool {
    (is_target(name) || name.starts_with("cite_ref"))
        && MARKS.iter().any(|mark| name.contains(mark))
}

fn is_target(name: &str) -> bool {
    TARGETS.iter().any(|target| name.starts_with(target))
        && name.contains(|c: char| c.is_ascii_digit())
        || name.starts_with("cite_note")
}

/// Whether a name is one of a comment.
pub(super) fn is_comment(name: &str) -> bool {
    COMMENTS.iter().any(|comment| name.starts_with(comment)) && !is_mark_of_comment(name)
}

/// Whether a name is one of the mark of a comment.
pub(super) fn is_mark_of_comment(name: &str) -> bool {
    name.starts_with("_msoanchor") || name.starts_with("cmnt_ref")
}

impl Notes {
    /// Finds them.
    pub(super) fn find(tree: &Tree) -> Self {
        let mut notes = Self::default();
        let mut marks: Vec<(Id, &str)> = Vec::new();
        let mut named: BTreeMap<&str, Id> = BTreeMap::new();
        for id in tree.within(tree.root()) {
            let Some(element) = tree.element(id) else {
                continue;
            };
            for name in ["id", "name"]
                .iter()
                .filter_map(|name| element.attribute(name))
            {
                if is_target(name) && !is_mark(name) || is_comment(name) {
                    named.entry(name).or_insert(id);
                }
            }
            let href = element.attribute("href").and_then(fragment);
            if let Some(name) =
                href.filter(|name| is_target(name) && !is_mark(name) || is_comment(name))
            {
                marks.push((id, name));
            }
        }
        for (mark, name) in marks {
            let Some(target) = named.get(name).copied() else {
                continue;
            };
            let body = body(tree, target);
            let is_around = body == tree.root() || tree.around(mark).any(|id| id == body);
            if notes.numbers.contains_key(name) || notes.apart.contains(&body) || is_around {
                continue;
            }
            notes.apart.insert(body);
            if !is_comment(name) {
                notes.bodies.push(body);
                notes.numbers.insert(name.to_owned(), notes.bodies.len());
            }
        }
        notes
    }

    /// The number of the footnote to which an address leads.
    pub(super) fn number(&self, href: &str) -> Option<usize> {
        self.numbers.get(fragment(href)?).copied()
    }

    /// Whether an element is not shown where it stands.
    pub(super) fn is_apart(&self, id: Id) -> bool {
        self.apart.contains(&id)
    }
}

/// The element that holds what is said of the name of an element: its paragraph, or what Word and LibreOffice
/// put around the paragraphs of a footnote.
fn body(tree: &Tree, target: Id) -> Id {
    let is_body = |id: &Id| matches!(tree.name(*id), "p" | "li" | "div" | "td" | "dd" | "aside");
    let mut around = std::iter::once(target).chain(tree.around(target));
    let Some(body) = around.find(is_body) else {
        return tree.root();
    };
    let outer = tree.node(body).parent.filter(|outer| {
        tree.element(*outer).is_some_and(|element| {
            let id = element.attribute("id").unwrap_or_default();
            let part = Place::of(element).part;
            let is_one = matches!(part, "footnote" | "endnote" | "comment");
            let is_named = ["ftn", "edn", "sdfootnote", "sdendnote"]
                .iter()
                .any(|name| id.starts_with(name));
            element.name() == "div" && (is_one || is_named)
        })
    });
    outer.unwrap_or(body)
}
