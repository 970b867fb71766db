//! What draws a page: its template, with everything that this reaches.

use std::collections::BTreeSet;
use std::sync::Arc;

use tera::Value;

use super::Site;

/// The character before the name of a component where one is declared.
const DECLARES: &str = "component";

impl Site {
    /// The digest of a template or component of the theme (`news.html`, `components/card.html`)
    /// and of all that it extends, includes or calls, as far as their texts tell; none where
    /// the theme has none of that name.
    ///
    /// A name that a text merely mentions counts too: rather one page rendered too often than
    /// one too rarely.
    pub(super) fn template(&self, name: &str) -> Value {
        let parts = Parts::of(self);
        let open = parts.called(name);
        if open.is_empty() {
            return Value::none();
        }
        let mut hasher = blake3::Hasher::new();
        for at in parts.reached(open) {
            let Part { name, path, .. } = &parts.0[at];
            hasher.update(name.as_bytes());
            hasher.update(&[0]);
            if let Some(file) = self.config.theme.file(&self.snapshot, path) {
                hasher.update(file.digest.bytes());
            }
        }
        Value::from(hasher.finalize().to_hex().as_str())
    }

    /// The files of templates and components that none of these names reaches.
    pub(crate) fn unreached(&self, names: &[String]) -> Vec<Arc<str>> {
        let parts = Parts::of(self);
        let open = names.iter().flat_map(|name| parts.called(name)).collect();
        let reached = parts.reached(open);
        let parts = parts.0.iter().enumerate();
        parts
            .filter(|(at, _)| !reached.contains(at))
            .map(|(_, part)| part.path.clone())
            .collect()
    }
}

/// A template or a component of the theme.
struct Part<'s> {
    name: &'s Arc<str>,
    path: &'s Arc<str>,
    text: &'s str,
    /// The components that it declares.
    declared: Vec<&'s str>,
}

/// Those of a theme.
struct Parts<'s>(Vec<Part<'s>>);

impl<'s> Parts<'s> {
    fn of(site: &'s Site) -> Self {
        let theme = &site.config.theme;
        let files = theme.templates.iter().chain(&theme.components);
        let parts = files.map(|(name, path)| {
            let text = theme.text(&site.snapshot, path).map_or("", |text| &**text);
            Part {
                name,
                path,
                text,
                declared: declared(text),
            }
        });
        Self(parts.collect())
    }

    /// Those that have a name: the file, or else any that declares the component.
    fn called(&self, name: &str) -> Vec<usize> {
        let all = || 0..self.0.len();
        let files: Vec<usize> = all().filter(|at| **self.0[*at].name == *name).collect();
        if !files.is_empty() {
            return files;
        }
        let component = name
            .strip_prefix("components/")
            .and_then(|file| file.strip_suffix(".html"));
        all()
            .filter(|at| component.is_some_and(|name| self.0[*at].declared.contains(&name)))
            .collect()
    }

    /// All that some of them extend, include or call, with themselves.
    fn reached(&self, mut open: Vec<usize>) -> BTreeSet<usize> {
        let mut reached: BTreeSet<usize> = open.iter().copied().collect();
        while let Some(at) = open.pop() {
            let text = self.0[at].text;
            let called = called(text);
            for (other, part) in self.0.iter().enumerate() {
                let is_reached = text.contains(&**part.name)
                    || part.declared.iter().any(|name| called.contains(name));
                if is_reached && reached.insert(other) {
                    open.push(other);
                }
            }
        }
        reached
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

/// The names after every character `<` of a text: tags of HTML, and components.
fn called(text: &str) -> BTreeSet<&str> {
    let places = text.match_indices('<');
    places.map(|(at, _)| name(&text[at + 1..])).collect()
}
