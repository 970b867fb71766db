//! The rows of `menus`.

use std::sync::Arc;

use crate::config::reader::{Localized, Reader};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::yaml::{Map, Node, Value};

/// A line of a menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// What it leads to; `None` for a group.
    pub target: Option<MenuTarget>,
    /// The words, where they are not the title of the target.
    pub title: Localized,
    /// A few sentences about a group.
    pub intro: Localized,
    /// The lines of a group.
    pub items: Vec<MenuItem>,
    /// Where it stands.
    pub span: Span,
}

/// What a line of a menu leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuTarget {
    /// An entry or a collection, by its id.
    Id(Arc<str>),
    /// An address elsewhere, or a page or a file of the site as texts link to it, and where it is written.
    Url(Arc<str>, Span),
}

pub(super) fn menus(reader: &mut Reader, map: &Map) -> Vec<(Arc<str>, Vec<MenuItem>)> {
    let Some(menus) = map.get("menus").and_then(|node| reader.map("menus", node)) else {
        return Vec::new();
    };
    menus
        .iter()
        .map(|(key, node)| {
            let items = reader.list(&key.name, node);
            (
                Arc::from(key.name.as_str()),
                items
                    .iter()
                    .filter_map(|item| menu_item(reader, item, true))
                    .collect(),
            )
        })
        .collect()
}

/// A line of a menu: an id, `{id, title}`, `{url, title}`, or a group `{title, intro, items}`.
fn menu_item(reader: &mut Reader, node: &Node, may_group: bool) -> Option<MenuItem> {
    let map = match &node.value {
        Value::Scalar(scalar) => {
            return Some(MenuItem {
                target: Some(MenuTarget::Id(scalar.text.trim_matches('/').into())),
                title: Localized::default(),
                intro: Localized::default(),
                items: Vec::new(),
                span: node.span,
            });
        }
        _ => reader.map("items", node)?,
    };
    let known: &[&str] = if may_group {
        &["title", "intro", "items", "id", "url"]
    } else {
        &["title", "id", "url"]
    };
    reader.only(map, known);
    let title = reader.localized_of(map, "title");
    let intro = reader.localized_of(map, "intro");
    let id = reader.text_of(map, "id");
    let url = reader.link_of(map, "url");
    let items = match map.get("items") {
        Some(items) if may_group => reader
            .list("items", items)
            .iter()
            .filter_map(|item| menu_item(reader, item, false))
            .collect(),
        _ => Vec::new(),
    };
    if id.is_some()
        && let Some(url) = map.get("url")
    {
        let finding = Diagnostic::new(&say::BESIDE);
        reader.report(finding.with("key", "url").with("other", "id"), url.span);
    }
    let target = match (id, url) {
        (Some(id), _) => Some(MenuTarget::Id(id.trim_matches('/').into())),
        (None, Some((url, span))) => Some(MenuTarget::Url(url, span)),
        (None, None) => None,
    };
    if title.is_empty() && !matches!(target, Some(MenuTarget::Id(_))) {
        reader.missing("title", "title: {fr: \"…\", en: \"…\"}", node.span);
    }
    Some(MenuItem {
        target,
        title,
        intro,
        items,
        span: node.span,
    })
}
