//! What draws a page: its template, with everything that this reaches.

use std::collections::BTreeSet;
use std::sync::Arc;

use tera::Value;

use super::Site;

/// The sign before the name of a component where one is declared.
const DECLARES: &str = "component";

impl Site {
    /// The digest of a template or component of the theme (`news.html`, `components/card.html`)
    /// and of all that it extends, includes or calls, as far as their texts tell; none where
    /// the theme has none of that name.
    ///
    /// A name that a text merely mentions counts too: rather one page rendered too often than
    /// one too rarely.
    pub(super) fn template(&self, name: &str) -> Value {
        let theme = &self.config.theme;
        let files: Vec<(&Arc<str>, &Arc<str>)> = theme
            .templates
            .iter()
            .chain(&theme.components)
            .map(|(name, path)| (name, path))
            .collect();
        let text = |path: &str| self.snapshot.text(path).map_or("", |text| &**text);
        let declared: Vec<Vec<&str>> = files.iter().map(|(_, path)| declared(text(path))).collect();
        let mut open: Vec<usize> = (0..files.len())
            .filter(|at| **files[*at].0 == *name)
            .collect();
        if open.is_empty() {
            // A component that stands in a file of another name.
            let component = name
                .strip_prefix("components/")
                .and_then(|file| file.strip_suffix(".html"));
            open.extend((0..files.len()).filter(|at| {
                component.is_some_and(|component| declared[*at].contains(&component))
            }));
        }
        if open.is_empty() {
            return Value::none();
        }
        let mut reached: BTreeSet<usize> = open.iter().copied().collect();
        while let Some(at) = open.pop() {
            let text = text(files[at].1);
            let called = called(text);
            for (other, (name, _)) in files.iter().enumerate() {
                let is_reached = text.contains(&***name)
                    || declared[other].iter().any(|name| called.contains(name));
                if is_reached && reached.insert(other) {
                    open.push(other);
                }
            }
        }
        let mut hasher = blake3::Hasher::new();
        for at in reached {
            let (name, path) = files[at];
            hasher.update(name.as_bytes());
            hasher.update(&[0]);
            if let Some(file) = self.snapshot.get(path) {
                hasher.update(file.digest.bytes());
            }
        }
        Value::from(hasher.finalize().to_hex().as_str())
    }
}

/// A name at the head of a text, spaces before it left out; empty where there is none.
fn name(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c)));
    &text[..end.unwrap_or(text.len())]
}

/// The components that a text declares.
fn declared(text: &str) -> Vec<&str> {
    let places = text.match_indices(DECLARES);
    places
        .map(|(at, word)| name(&text[at + word.len()..]))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The names after every sign `<` of a text: tags of HTML, and components.
fn called(text: &str) -> BTreeSet<&str> {
    let places = text.match_indices('<');
    places.map(|(at, _)| name(&text[at + 1..])).collect()
}
