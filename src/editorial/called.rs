//! What a person calls an entry.

use rihla_diagnostics::Messages;
use rihla_site::content::Role;
use rihla_site::graph::{Entry, Version};
use rihla_site::ids::LanguageId;
use rihla_site::schema::FieldValue;
use rihla_text::language::{DateStyle, Language};

use crate::Desk;

/// Fields that name what has no title, the first first.
const NAMES: [&str; 3] = ["label", "name", "term"];

/// How many characters of a text stand for an entry.
const MOST: usize = 80;

impl Desk {
    /// What a person calls an entry: its title, in the language that is given where it has one, or what a field
    /// without a page is known by: a label, or its first value with the words of its name (`28 604 – People assisted
    /// 2024`). Values are written in the language of the messages.
    pub fn called(&self, entry: &Entry, own: Option<LanguageId>, messages: Messages) -> String {
        let own = own.and_then(|own| entry.versions[own].as_ref());
        let version = own.or_else(|| entry.versions.iter().flatten().next());
        if let Some(version) = version.filter(|version| version.title != entry.id) {
            return version.title.to_string();
        }
        if entry.role != Role::Entry {
            let collection = &self.config().collections[entry.collection];
            let title = self.said(&collection.title, messages);
            return title.unwrap_or_else(|| collection.name.to_string());
        }
        let name = words_of(entry.short_name());
        let Some(version) = version else {
            return name;
        };
        let names = NAMES.iter().filter_map(|name| version.field(name));
        if let Some(label) = names.filter_map(text).next() {
            return cut(label);
        }
        let languages = &self.config().site.languages;
        let mut spoken = languages.iter();
        let spoken = spoken.find(|one| messages.of_tag(&one.tag) == Some(messages));
        let language = spoken.or_else(|| languages.iter().next());
        match language.and_then(|language| first(version, language)) {
            Some(value) => format!("{value} – {name}"),
            None => name,
        }
    }
}

/// The first value of an entry that can be said in a few words.
fn first(version: &Version, language: &Language) -> Option<String> {
    version.fields.iter().find_map(|(_, value)| match value {
        FieldValue::Number(number) => Some(language.number(number)),
        FieldValue::Money(money) => Some(language.money(&money.amount, &money.currency)),
        FieldValue::Date(date) => Some(language.date(*date, DateStyle::Long)),
        value => text(value).map(cut),
    })
}

fn text(value: &FieldValue) -> Option<&str> {
    match value {
        FieldValue::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

fn cut(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default();
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// The words of a name in the folder, as a person would write them: `people-assisted-2024`.
fn words_of(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter();
    first.flat_map(char::to_uppercase).chain(letters).collect()
}
