//! The words that a site has of its own.

use std::collections::BTreeSet;

use rihla_build::query::Site;
use rihla_site::content::Parts;
use rihla_site::schema::{FieldValue, Spanned};

/// The words of a site: as they are written, and in small letters where they have none but those.
pub(super) struct Own(BTreeSet<String>);

impl Own {
    /// The list of `site.yaml`, the glossary, names in fields that are the same in all languages, and names within titles.
    pub(super) fn of(site: &Site, parts: &Parts) -> Self {
        let mut own = Self(BTreeSet::new());
        let settings = &site.config.site;
        for words in &settings.spelling.words {
            own.add_all(words);
        }
        for language in settings.languages.iter() {
            own.add_all(&language.name);
            if let Some(title) = settings.title.get(&language.tag) {
                own.add_names(title, true);
            }
        }
        let glossary = settings.glossary.as_ref();
        let glossary = glossary.and_then(|(name, _)| site.config.collection(name));
        for entry in site.graph.entries.iter() {
            let is_term = glossary.is_some_and(|(collection, _)| entry.collection == collection);
            let versions: Vec<_> = entry.versions.iter().flatten().collect();
            // What is called the same in every language is a name.
            let is_name = versions.len() > 1
                && versions
                    .windows(2)
                    .all(|pair| pair[0].title == pair[1].title);
            for version in versions {
                match is_term || is_name {
                    true => own.add_all(&version.title),
                    false => own.add_names(&version.title, false),
                }
                if is_term && let Some(FieldValue::Text(acronym)) = version.field("acronym") {
                    own.add_all(acronym);
                }
            }
        }
        for part in parts.iter() {
            let schema = part.schema(&site.config);
            for assignment in &part.fields {
                let field = schema.field(&assignment.field);
                if field.is_some_and(|field| !field.localized) {
                    own.of_value(&assignment.value);
                }
            }
        }
        own
    }

    /// Whether a word is among them. One at the beginning of a sentence has a capital that it does not have elsewhere.
    pub(super) fn has(&self, word: &str) -> bool {
        let straight = word.replace('’', "'");
        self.0.contains(&straight) || {
            let mut letters = straight.chars();
            let first = letters.next().filter(|first| first.is_uppercase());
            first.is_some_and(|first| {
                let small = first.to_lowercase().chain(letters).collect::<String>();
                self.0.contains(&small)
            })
        }
    }

    fn add(&mut self, word: &str) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            self.0.insert(word.replace('’', "'"));
        }
    }

    /// Each word of a text, and what stands between its hyphens and apostrophes.
    fn add_all(&mut self, text: &str) {
        for word in text.split_whitespace() {
            self.add(word);
            word.split(['-', '’', '\'']).for_each(|part| self.add(part));
        }
    }

    /// The words of a text that begin with a capital; the first of it too where all of it is a name.
    fn add_names(&mut self, text: &str, is_name: bool) {
        for (number, word) in text.split_whitespace().enumerate() {
            if is_name || number > 0 {
                let parts = word.split(['-', '’', '\'']);
                let names = parts.filter(|part| {
                    part.trim_matches(|c: char| !c.is_alphanumeric())
                        .starts_with(char::is_uppercase)
                });
                names.for_each(|name| self.add(name));
            }
        }
    }

    /// The names in a value that is the same in all languages.
    fn of_value(&mut self, value: &Spanned) {
        match &value.value {
            FieldValue::Text(text) => self.add_names(text, true),
            FieldValue::List(items) => items.iter().for_each(|item| self.of_value(item)),
            FieldValue::Object(fields) => fields.iter().for_each(|(_, field)| self.of_value(field)),
            _ => {}
        }
    }
}
