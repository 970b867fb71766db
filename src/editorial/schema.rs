//! `rihla schema`: what a site declares of its fields, for editors (JSON Schema, draft 7) and for people
//! (a guide in HTML).

use serde_json::{Map, Value, json};

use super::snippets::snippets;
use super::{Desk, Refused};
use rihla_build::Options;
use rihla_build::write;
use rihla_diagnostics::Messages;
use rihla_site::config::{
    ADDRESS_KEYS, COLLECTION_KEYS, Collection, IATI_ROLES, KINDS, LANGUAGE_KEYS, LICENCES,
    Localized, ORGANISATION_KEYS, ORGANISATION_TYPES, PARENT_KEYS, ROLES, SCHEMA_TYPES, SITE_KEYS,
    THEME_KEYS, TOKEN_KEYS,
};
use rihla_site::schema::{self, Field, FieldKind, FieldValue, OPTIONS, in_language, types};

/// The file of [`snippets`], in the folder of the editor.
const SNIPPETS: &str = "rihla.code-snippets";

/// Where the schemas are, in `.rihla` of the site.
pub const FOLDER: &str = "schema";

/// The schema language that editors know: VS Code's YAML support reads up to draft 7.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The schemas of a site: name of the file, and schema. Titles and explanations are in the language of the
/// messages first, then in English.
fn schemas(words: &Words) -> Vec<(String, Value)> {
    let mut all = vec![
        ("site.json".to_owned(), words.site()),
        ("collection.json".to_owned(), words.collection()),
        ("theme.json".to_owned(), words.theme()),
    ];
    let collections = &words.desk.config().collections;
    for collection in collections {
        let entry = words.entry(collection, true);
        if !collection.builtin {
            all.push((format!("{}.json", collection.name), words.file(&entry)));
        }
        // At the head of a text, a field has the value of one language.
        let head = words.entry(collection, false);
        all.push((format!("{}.head.json", collection.name), with_draft(head)));
    }
    all
}

/// Writes the schemas of a site into its `.rihla`, and gives their paths.
///
/// # Errors
///
/// Where the site cannot be read, or something cannot be written.
pub fn write(options: &Options, messages: Messages) -> Result<Vec<String>, Refused> {
    let desk = Desk::open(options)?;
    let words = Words {
        desk: &desk,
        messages,
    };
    let mut written = Vec::new();
    for (name, schema) in schemas(&words) {
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
        let name = format!("{FOLDER}/{name}");
        write::private(&options.site, &name, text.as_bytes())?;
        written.push(format!(".rihla/{name}"));
    }
    // Where the site has a folder for VS Code, its front matter is completed too.
    let text = serde_json::to_string_pretty(&snippets(&words)).unwrap_or_default() + "\n";
    written.extend(write::editor(&options.site, SNIPPETS, text.as_bytes())?);
    Ok(written)
}

fn with_draft(mut schema: Value) -> Value {
    if let Some(map) = schema.as_object_mut() {
        map.insert("$schema".into(), DRAFT.into());
    }
    schema
}

/// What is said of a site, in the languages of the messages.
pub(super) struct Words<'a> {
    pub(super) desk: &'a Desk,
    pub(super) messages: Messages,
}

impl Words<'_> {
    /// What a setting is for: in the language of the messages, then in English.
    pub(super) fn about(&self, part: &str, key: &str) -> String {
        let id = format!("about-{part}-{}", key.replace('_', "-"));
        let own = self.messages.named_text(&id).unwrap_or_default();
        let english = self.messages.english().named_text(&id).unwrap_or_default();
        match own == english {
            true => own,
            false => format!("{own}\n\n{english}"),
        }
    }

    fn settings(&self, part: &str, keys: &[&str]) -> Map<String, Value> {
        let rows = keys.iter().map(|key| {
            let about = json!({"description": self.about(part, key)});
            ((*key).to_owned(), about)
        });
        rows.collect()
    }

    fn site(&self) -> Value {
        let mut keys = self.settings("site", SITE_KEYS);
        let language = json!({
            "type": "object",
            "required": ["tag", "name"],
            "properties": self.settings("language", LANGUAGE_KEYS),
            "additionalProperties": false,
        });
        put(
            &mut keys,
            "languages",
            json!({"type": "array", "items": language}),
        );
        put(
            &mut keys,
            "untranslated",
            json!({"enum": ["required", "listed", "notice", "hidden"]}),
        );
        for key in ["demonstration", "typography", "sharing"] {
            put(&mut keys, key, json!({"type": "boolean"}));
        }
        for key in ["base_url", "identity", "time_zone"] {
            put(&mut keys, key, json!({"type": "string"}));
        }
        let group = json!({"type": "array", "minItems": 2, "items": {"type": "string"}});
        let groups = json!({"type": "array", "items": group});
        let search = json!({
            "oneOf": [
                {"type": "boolean"},
                {"type": "object", "additionalProperties": false, "properties": {
                    "filters": {"type": "array", "items": {"type": "string"}},
                    "synonyms": {"type": "object", "additionalProperties": groups},
                }},
            ],
        });
        put(&mut keys, "search", search);
        let definitions = json!({
            "type": "object",
            "required": ["page"],
            "additionalProperties": false,
            "properties": {
                "page": {"type": "string"},
                "in": {"type": "array", "items": {"type": "string"}},
            },
        });
        put(&mut keys, "definitions", definitions);
        let tokens = self.settings("token", TOKEN_KEYS);
        let theme = json!({
            "oneOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": false, "properties": {
                    "name": {"type": "string"},
                    "extends": {"enum": ["default"]},
                    "tokens": {"type": "object", "properties": tokens, "additionalProperties": false},
                }},
            ],
        });
        put(&mut keys, "theme", theme);
        let names = self.desk.config().collections.iter();
        let names = names.filter(|collection| !collection.builtin);
        let names: Vec<&str> = names.map(|collection| &*collection.name).collect();
        for key in ["glossary", "notices"] {
            put(&mut keys, key, json!({"enum": names}));
        }
        put(&mut keys, "organisation", organisation());
        json!({
            "$schema": DRAFT,
            "type": "object",
            "required": ["title", "base_url", "languages"],
            "properties": keys,
            "additionalProperties": false,
        })
    }

    fn collection(&self) -> Value {
        let mut keys = self.settings("collection", COLLECTION_KEYS);
        let kinds: Vec<&str> = types().collect();
        let mut options = self.settings("field", &OPTIONS);
        options.insert(
            "type".into(),
            json!({"enum": kinds, "description": self.about("field", "type")}),
        );
        for key in ["localized", "required", "many"] {
            put(&mut options, key, json!({"type": "boolean"}));
        }
        put(
            &mut options,
            "max",
            json!({"type": "integer", "minimum": 1}),
        );
        let field = json!({
            "oneOf": [
                {"enum": kinds},
                {"type": "object", "required": ["type"], "properties": options, "additionalProperties": false},
            ],
        });
        put(
            &mut keys,
            "fields",
            json!({"type": "object", "additionalProperties": field}),
        );
        put(&mut keys, "release", json!({"enum": ["together", "each"]}));
        put(
            &mut keys,
            "untranslated",
            json!({"enum": ["required", "listed", "notice", "hidden"]}),
        );
        for key in ["feed", "review", "pages"] {
            put(&mut keys, key, json!({"type": "boolean"}));
        }
        put(
            &mut keys,
            "per_page",
            json!({"type": "integer", "minimum": 1}),
        );
        put(&mut keys, "structured_data", structured_data());
        put(&mut keys, "open_data", open_data());
        let paths =
            json!({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]});
        put(
            &mut keys,
            "calendar",
            object(json!({"start": {"type": "string"}, "end": {"type": "string"}, "place": paths})),
        );
        json!({
            "$schema": DRAFT,
            "type": "object",
            "required": ["title", "fields"],
            "properties": keys,
            "additionalProperties": false,
        })
    }

    fn theme(&self) -> Value {
        let mut keys = self.settings("theme", THEME_KEYS);
        let tokens = self.settings("token", TOKEN_KEYS);
        put(&mut keys, "extends", json!({"enum": ["default"]}));
        put(
            &mut keys,
            "tokens",
            json!({"type": "object", "properties": tokens, "additionalProperties": false}),
        );
        json!({"$schema": DRAFT, "type": "object", "properties": keys, "additionalProperties": false})
    }

    /// A file of fields: an entry, or a list of many.
    fn file(&self, entry: &Value) -> Value {
        let mut row = entry.clone();
        if let Some(keys) = row.get_mut("properties").and_then(Value::as_object_mut) {
            let about = self.about("entry", "id");
            keys.insert("id".into(), json!({"type": "string", "description": about}));
        }
        json!({
            "$schema": DRAFT,
            "oneOf": [entry, {"type": "array", "items": row}],
        })
    }

    /// An entry of a collection: with its languages in each field, or in one language.
    fn entry(&self, collection: &Collection, has_languages: bool) -> Value {
        let mut keys = Map::new();
        for field in &collection.schema.fields {
            keys.insert(field.name.to_string(), self.field(field, has_languages));
        }
        for field in &schema::builtin().fields {
            let mut value = self.field(field, has_languages);
            if let Some(map) = value.as_object_mut() {
                map.insert(
                    "description".into(),
                    self.about("entry", &field.name).into(),
                );
            }
            keys.entry(field.name.to_string()).or_insert(value);
        }
        json!({"type": "object", "properties": keys, "additionalProperties": false})
    }

    fn field(&self, field: &Field, has_languages: bool) -> Value {
        let one = self.kind(&field.kind, has_languages);
        let value = match field.many {
            true => json!({"oneOf": [one, {"type": "array", "items": one}]}),
            false => one,
        };
        let mut value = match field.localized && has_languages {
            true => {
                let tags = self.desk.config().site.tags();
                let by_tag: Map<String, Value> = tags
                    .iter()
                    .map(|tag| (tag.to_string(), value.clone()))
                    .collect();
                json!({"anyOf": [
                    value,
                    {"type": "object", "properties": by_tag, "additionalProperties": false},
                ]})
            }
            false => value,
        };
        if let Some(map) = value.as_object_mut() {
            if let Some(label) = self.said(&field.label) {
                map.insert("title".into(), label.into());
            }
            if let Some(help) = self.said(&field.help) {
                map.insert("description".into(), help.into());
            }
            if let (Some(max), FieldKind::Text, false) = (field.max, &field.kind, field.many)
                && !(field.localized && has_languages)
            {
                map.insert("maxLength".into(), max.into());
            }
        }
        value
    }

    fn kind(&self, kind: &FieldKind, has_languages: bool) -> Value {
        match kind {
            FieldKind::Number => json!({"type": "number"}),
            // Between quotes they are understood too.
            FieldKind::Boolean => json!({"enum": [true, false, "true", "false"]}),
            FieldKind::Money => json!({
                "type": "object",
                "required": ["amount", "currency"],
                "properties": {"amount": {"type": "number"}, "currency": {"type": "string"}},
                "additionalProperties": false,
            }),
            FieldKind::Choice(choices) => {
                let keys: Vec<&str> = choices.iter().map(|choice| &*choice.key).collect();
                json!({"enum": keys})
            }
            FieldKind::Image => json!({
                "oneOf": [{"type": "string"}, {"type": "object", "required": ["file"], "properties": {
                    "file": {"type": "string"}, "alt": {}, "credit": {}, "focus": {}, "caption": {},
                }, "additionalProperties": false}],
            }),
            FieldKind::List(item) => {
                json!({"type": "array", "items": self.kind(&item.kind, has_languages)})
            }
            FieldKind::Object(fields) => {
                let keys: Map<String, Value> = fields
                    .iter()
                    .map(|field| (field.name.to_string(), self.field(field, has_languages)))
                    .collect();
                json!({"type": "object", "properties": keys, "additionalProperties": false})
            }
            // Days and numbers may be read as such by an editor.
            _ => json!({"type": ["string", "number"]}),
        }
    }

    /// The title of a collection, in the language of the messages, else in the first that has one.
    pub(super) fn said_of(&self, words: &Localized) -> Option<String> {
        self.desk.said(words, self.messages)
    }

    /// What a declaration says in words: in the language of the messages, then in the others.
    pub(super) fn said(&self, words: &Option<FieldValue>) -> Option<String> {
        let words = words.as_ref()?;
        let tags = self.desk.config().site.tags();
        let own = self.messages.tag();
        let first = tags.iter().filter(|tag| ***tag == *own);
        let others = tags.iter().filter(|tag| ***tag != *own);
        let mut texts: Vec<String> = Vec::new();
        for tag in first.chain(others) {
            if let Some(FieldValue::Text(text)) = in_language(words, tag)
                && !texts.iter().any(|known| **known == *text)
            {
                texts.push(text.to_string());
            }
        }
        (!texts.is_empty()).then(|| texts.join(" / "))
    }
}

/// A map with no other keys than these.
fn object(properties: Value) -> Value {
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// The names of a closed set.
fn names<T>(rows: &[(&'static str, T)]) -> Value {
    let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    json!({"enum": names})
}

/// `organisation:` in `site.yaml`.
fn organisation() -> Value {
    let any = |keys: &[&str]| -> Map<String, Value> {
        keys.iter()
            .map(|key| ((*key).to_owned(), json!({})))
            .collect()
    };
    let mut parent = any(PARENT_KEYS);
    parent.insert("kind".into(), names(KINDS));
    let mut keys = any(ORGANISATION_KEYS);
    keys.insert("kind".into(), names(KINDS));
    keys.insert("parent".into(), object(parent.into()));
    keys.insert("address".into(), object(any(ADDRESS_KEYS).into()));
    let texts = json!({"type": "array", "items": {"type": "string"}});
    keys.insert("same_as".into(), texts);
    for key in ["url", "logo", "phone", "email"] {
        keys.insert(key.into(), json!({"type": "string"}));
    }
    object(keys.into())
}

/// `structured_data:` in a `collection.yaml`.
fn structured_data() -> Value {
    let paths =
        json!({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]});
    let roles: Map<String, Value> = ROLES
        .iter()
        .map(|role| ((*role).to_owned(), paths.clone()))
        .collect();
    let types = names(SCHEMA_TYPES);
    object(json!({
        "type": {"oneOf": [types, {"type": "object", "additionalProperties": types}]},
        "by": {"type": "string"},
        "fields": object(roles.into()),
    }))
}

/// `open_data:` in a `collection.yaml`.
fn open_data() -> Value {
    let source = object(json!({"title": {}, "url": {"type": "string"}}));
    object(json!({
        "fields": {"type": "array", "items": {"type": "string"}},
        "licence": names(LICENCES),
        "title": {},
        "description": {},
        "sources": {"type": "array", "items": source},
        "iati": iati(),
    }))
}

/// `open_data.iati:` in a `collection.yaml`.
fn iati() -> Value {
    let paths =
        json!({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]});
    let roles: Map<String, Value> = IATI_ROLES
        .iter()
        .map(|(role, _)| ((*role).to_owned(), paths.clone()))
        .collect();
    let codes = ORGANISATION_TYPES.iter().map(|(code, _)| *code);
    // Plain digits are a number to editors.
    let codes: Vec<Value> = codes
        .flat_map(|code| [json!(code), json!(code.parse::<u8>().ok())])
        .collect();
    object(json!({
        "reporting": object(json!({
            "ref": {"type": "string"},
            "type": {"enum": codes},
            "name": {},
        })),
        "fields": object(roles.into()),
    }))
}

/// Adds to what is said of a key.
fn put(keys: &mut Map<String, Value>, key: &str, more: Value) {
    if let (Some(Value::Object(known)), Value::Object(more)) = (keys.get_mut(key), more) {
        known.extend(more);
    }
}
