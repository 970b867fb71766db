//! Fields of every entry that are written and say nothing.

use super::*;

/// Fields that keep an entry offline, or say that it no longer counts: where one of them has lost its
/// value, what was to wait would be online at once.
const GUARDS: [&str; 5] = ["draft", "publish_at", "unpublish_at", "gone", "withdrawn"];

/// The other fields that every entry may have.
const SETTINGS: [&str; 20] = [
    "slug",
    "aliases",
    "template",
    "weight",
    "in_parts",
    "noindex",
    "languages",
    "untranslated",
    "release",
    "review_by",
    "reviewed_by",
    "translation",
    "original",
    "definitions",
    "important",
    "shows_people",
    "consent",
    "archived",
    "corrections",
    "same",
];

impl Reader<'_> {
    /// Tells a field without a value where that changes nothing or, worse, lets out what was to be held.
    pub(super) fn says_nothing(
        &mut self,
        field: &Field,
        key: &yaml::Key,
        node: &Node,
        standing: Standing<'_>,
    ) {
        let message = match &*field.name {
            name if GUARDS.contains(&name) => &says::GUARD_EMPTY,
            name if SETTINGS.contains(&name) => &says::SETTING_EMPTY,
            _ => return,
        };
        match &node.value {
            // In the file of a language, such a map is told for itself.
            yaml::Value::Map(map) if standing == Standing::Shared && !is_empty(node) => {
                for (key, node) in map.iter() {
                    if is_empty(node) && self.is_language(&key.name) {
                        self.nothing(message, field, key);
                    }
                }
            }
            yaml::Value::List(items) if !is_empty(node) => {
                self.empty_items(field, items, is_empty);
            }
            _ if is_empty(node) => self.nothing(message, field, key),
            _ => {}
        }
    }

    /// Tells rows of a list that say nothing, where something is required of each: one without its number would
    /// be left out in silence.
    pub(super) fn hollow_rows(&mut self, field: &Field, item: &Field, nodes: &[Node]) {
        let is_owed = match &item.kind {
            FieldKind::Object(fields) => fields.iter().any(|field| field.required),
            _ => false,
        };
        let is_setting = SETTINGS.contains(&&*field.name) || GUARDS.contains(&&*field.name);
        if !is_owed || is_setting {
            return;
        }
        self.empty_items(field, nodes, is_hollow);
    }

    fn empty_items(&mut self, field: &Field, items: &[Node], is_empty: fn(&Node) -> bool) {
        for item in items.iter().filter(|item| is_empty(item)) {
            let finding = self.report.at(&says::ITEM_EMPTY, item.span);
            self.report.push(finding.with("field", &field.name));
        }
    }

    fn nothing(&mut self, message: &'static Message, field: &Field, key: &yaml::Key) {
        let finding = self
            .report
            .at(message, key.span)
            .with("field", &field.name)
            .with("key", &key.name);
        self.report.push(finding);
    }
}

/// Whether there is no word in a value, nor in those of a map.
fn is_hollow(node: &Node) -> bool {
    match &node.value {
        yaml::Value::Map(map) => map.iter().all(|(_, node)| is_hollow(node)),
        _ => is_empty(node),
    }
}

/// Whether there is no word in a value.
fn is_empty(node: &Node) -> bool {
    match &node.value {
        yaml::Value::Null => true,
        yaml::Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        yaml::Value::List(items) => items.iter().all(is_empty),
        yaml::Value::Map(map) => map.is_empty(),
    }
}
