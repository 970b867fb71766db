//! What a version of an entry lacks of what another says.

use super::{Entry, Version};
use crate::config::Config;
use crate::ids::LanguageId;
use crate::schema::{FieldValue, Image};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::check as say;

impl Entry {
    /// The language of which a version was said to be the translation as it is, whatever it lacks;
    /// `None` where nobody said so, or where it has changed since.
    pub fn accepted_as_is(&self, config: &Config, language: LanguageId) -> Option<LanguageId> {
        let version = self.versions[language].as_ref()?;
        let record = self.record(config, language)?;
        record.is_meant(&version.digest).then_some(record.of)?
    }

    /// That one language has a text or a field, and another one, `own`, has not.
    pub fn lacking(
        &self,
        config: &Config,
        [other, own]: [LanguageId; 2],
        field: &str,
    ) -> Diagnostic {
        let message = match field {
            "" => &say::NO_TEXT,
            _ => &say::FIELD_LACKING,
        };
        let languages = &config.site.languages;
        let mut found = Diagnostic::new(message)
            .with("field", field)
            .with("language", languages[own].said())
            .with("tag", &languages[own].tag)
            .with("other", languages[other].said())
            .with("id", &self.id);
        if let Some(version) = &self.versions[own] {
            found = found.placed(version.place.clone());
        }
        match &self.versions[other] {
            Some(source) => found.related(source.place.clone(), say::OTHER),
            None => found,
        }
    }
}

impl Version {
    /// The texts and fields that `source` has and this version has not, as paths with dots
    /// (`place`, `results.1.title`); the body is `""`.
    pub fn lacks(&self, source: &Self) -> Vec<String> {
        let mut found = Vec::new();
        if source.body.is_some() && self.body.is_none() {
            found.push(String::new());
        }
        for (name, value) in source.fields.iter() {
            let own = self.field(name);
            lacking(name, value, own, &mut found);
        }
        found
    }

    /// What this version [lacks](Self::lacks), but for what `same:` names with `what: structure`,
    /// which is meant to differ.
    pub fn misses(&self, source: &Self) -> Vec<String> {
        let mut lacks = self.lacks(source);
        let allowed = || [self, source].into_iter().flat_map(Self::allowed);
        lacks.retain(|way| !allowed().any(|name| name == way));
        lacks
    }

    /// The fields in which the languages may be made differently.
    fn allowed(&self) -> Vec<&str> {
        let Some(FieldValue::List(items)) = self.builtin("same") else {
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| match &item.value {
                FieldValue::Object(fields) => {
                    let word = |name: &str| {
                        let (_, value) = fields.iter().find(|(key, _)| &**key == name)?;
                        match &value.value {
                            FieldValue::Text(text) | FieldValue::Choice(text) => Some(&**text),
                            _ => None,
                        }
                    };
                    (word("what") == Some("structure")).then(|| word("field"))?
                }
                _ => None,
            })
            .collect()
    }
}

fn lacking(way: &str, source: &FieldValue, own: Option<&FieldValue>, found: &mut Vec<String>) {
    let Some(own) = own else {
        found.push(way.to_owned());
        return;
    };
    match (source, own) {
        (FieldValue::Object(fields), FieldValue::Object(others)) => {
            for (name, value) in fields {
                let own = others.iter().find(|(other, _)| other == name);
                let own = own.map(|(_, value)| &value.value);
                lacking(&format!("{way}.{name}"), &value.value, own, found);
            }
        }
        // A language may have more words of a kind than another.
        (FieldValue::List(items), FieldValue::List(others)) => {
            for (number, (item, own)) in items.iter().zip(others).enumerate() {
                let way = format!("{way}.{}", number + 1);
                lacking(&way, &item.value, Some(&own.value), found);
            }
        }
        (FieldValue::Image(image), FieldValue::Image(other)) => {
            let parts =
                |image: &Image| [&image.alt, &image.credit, &image.caption].map(Option::is_some);
            let names = ["alt", "credit", "caption"];
            for ((name, is_there), is_own) in names.into_iter().zip(parts(image)).zip(parts(other))
            {
                if is_there && !is_own {
                    found.push(format!("{way}.{name}"));
                }
            }
        }
        _ => {}
    }
}
