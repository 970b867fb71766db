//! What a long declaration says besides its type.

use super::*;
use crate::schema::kinds::{self, Wrong};

impl Declaration<'_> {
    pub(super) fn option_missing(
        &mut self,
        field: &Field,
        word: &str,
        option: &str,
        example: &str,
    ) -> FieldKind {
        let finding = self
            .at(&says::OPTION_MISSING, field.span)
            .with("field", excerpt(&field.name))
            .with("type", word)
            .with("option", option)
            .with("example", example);
        self.push(finding);
        self.doubt(field);
        FieldKind::Text
    }

    pub(super) fn unknown_option(
        &mut self,
        key: &Key,
        word: Option<&'static str>,
        many: bool,
        level: Level<'_>,
    ) {
        let is_option = OPTIONS.contains(&&*key.name);
        if level.item && is_option && may_have(&key.name, word, many, Level::default()) {
            let finding = self.at(&says::ITEM_OPTION, key.span);
            return self.push(finding.with("key", &key.name));
        }
        let allowed = || {
            OPTIONS
                .into_iter()
                .filter(move |option| may_have(option, word, many, level))
        };
        // What is an option of other types is not a slip of the pen.
        let near = match is_option {
            true => None,
            false => nearest(&key.name, allowed()),
        };
        let message = match word {
            Some(_) => &says::OPTION_UNKNOWN,
            None => &says::OPTION_UNKNOWN_ANYWHERE,
        };
        let finding = self
            .unknown(message, key.span, ("key", &key.name), near)
            .with("allowed", listed(allowed()))
            .with_some("type", word);
        self.push(finding);
    }

    /// `true` or `false` after a key of a declaration.
    pub(super) fn flag(&mut self, name: &'static str, node: &Node) -> bool {
        let yaml::Value::Scalar(scalar) = &node.value else {
            self.form(node.span, name, &format!("{name}: true"));
            return false;
        };
        match kinds::boolean(&scalar.text) {
            Ok(value) => value,
            Err(wrong) => {
                let suggested = match wrong {
                    Wrong::Form(suggested) => suggested,
                    _ => None,
                };
                let mut finding = self
                    .at(&says::BOOLEAN_FORM, node.span)
                    .with("field", name)
                    .with("value", excerpt(&scalar.text))
                    .with_some("suggested", suggested.as_ref());
                if let Some(suggested) = suggested {
                    finding = finding.replace(node.span, suggested);
                }
                self.push(finding);
                false
            }
        }
    }

    pub(super) fn most(&mut self, node: &Node) -> Option<usize> {
        let max = match &node.value {
            yaml::Value::Scalar(scalar) => scalar.text.trim().parse().ok(),
            _ => None,
        };
        let max = max.filter(|max| *max > 0);
        if max.is_none() {
            self.form(node.span, "max", "max: 300");
        }
        max
    }

    /// Words for people: a text, or one per language.
    pub(super) fn words(&mut self, key: &Key, node: &Node) -> Option<FieldValue> {
        let field = Field::new(key.name.as_str(), FieldKind::Text).localized();
        let value = self
            .reader
            .field(&field, node, Some(key.span), Standing::Shared)?
            .value;
        if let (FieldValue::Localized(branches), yaml::Value::Map(map)) = (&value, &node.value) {
            let known = |name: &str| self.languages.iter().any(|tag| **tag == *name);
            // A tag with a slip of the pen is no language that is missing besides.
            if map.iter().all(|(key, _)| known(&key.name)) {
                for tag in self.languages {
                    if branches.iter().all(|(language, _)| language != tag) {
                        self.words_missing(key, tag);
                    }
                }
            }
        }
        Some(value)
    }

    fn words_missing(&mut self, key: &Key, tag: &Arc<str>) {
        let finding = self.at(&says::LABEL_MISSING, key.span);
        self.push(
            finding
                .with("key", excerpt(&key.name))
                .with("language", tag),
        );
    }

    /// The values that a choice allows: a list of keys, or a map from keys to words.
    pub(super) fn choices(&mut self, of: &Node) -> Vec<Choice> {
        let example = r#"of: {news: {fr: "…", en: "…"}}"#;
        let mut choices: Vec<Choice> = Vec::new();
        match &of.value {
            yaml::Value::List(items) if !items.is_empty() => {
                for item in items {
                    let key = match &item.value {
                        yaml::Value::Scalar(scalar) => scalar.text.trim(),
                        _ => "",
                    };
                    if key.is_empty() {
                        self.form(item.span, "of", "of: [news, press]");
                    } else if choices.iter().any(|choice| *choice.key == *key) {
                        let finding = self.at(&says::CHOICE_TWICE, item.span);
                        self.push(finding.with("key", excerpt(key)));
                    } else {
                        choices.push(Choice {
                            key: key.into(),
                            labels: Vec::new(),
                        });
                    }
                }
            }
            yaml::Value::Map(map) if !map.is_empty() => {
                let mut silent = Vec::new();
                for (key, node) in map.iter() {
                    let labels = match self.words(key, node) {
                        Some(FieldValue::Localized(branches)) => branches
                            .into_iter()
                            .filter_map(|(tag, words)| match words.value {
                                FieldValue::Text(text) => Some((tag, text)),
                                _ => None,
                            })
                            .collect(),
                        Some(FieldValue::Text(text)) => self
                            .languages
                            .iter()
                            .map(|tag| (tag.clone(), text.clone()))
                            .collect(),
                        _ => Vec::new(),
                    };
                    if node.value == yaml::Value::Null {
                        silent.push(key);
                    }
                    choices.push(Choice {
                        key: key.name.trim().into(),
                        labels,
                    });
                }
                // All of the keys without words are a list of keys in another form.
                if silent.len() < choices.len() {
                    for key in silent {
                        for tag in self.languages {
                            self.words_missing(key, tag);
                        }
                    }
                }
            }
            _ => self.form(of.span, "of", example),
        }
        choices
    }
}

/// Whether a field of a type can have an option; where the type is not known, any.
pub(super) fn may_have(option: &str, word: Option<&str>, many: bool, level: Level<'_>) -> bool {
    let of_type = |types: &[&str]| word.is_none_or(|word| types.contains(&word));
    match option {
        "localized" => true,
        "required" | "default" | "label" | "help" => !level.item,
        "many" => !level.item && word.is_none_or(|word| !matches!(word, "list" | "boolean")),
        "max" => many || of_type(&["text", "markdown", "list"]),
        "of" => of_type(&["choice", "list", "object"]),
        "to" => of_type(&["reference"]),
        _ => false,
    }
}
