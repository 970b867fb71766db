//! An entry as a form: what its files say of each field in each language, and the files as they become
//! where somebody says otherwise.
//!
//! ```text
//! files ─Origin─▶ Form ─a person─▶ Said ─texts─▶ files
//!                                        diagnostics ─locate─▶ findings at their fields
//! ```
//!
//! A form is made from texts alone. It can be made again from those that somebody began with, whatever
//! has become of the files since; that is how two versions are compared field by field.
//!
//! Values are JSON: a scalar is the text that is written, a value for each language an object by tag
//! (`*` where one stands for all), a list an array, a group an object. What is not written has no key.

mod back;
mod both;
mod changes;
mod copied;
mod describe;
mod locate;
mod moved;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::record::{self, Spot};
use super::{Desk, Refused};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_site::config::Config;
use rihla_site::content::Role;
use rihla_site::schema::{self, Field, Schema};
use rihla_text::yaml::Node;

pub use back::brought_back;
pub use both::{both, both_texts};
pub use changes::{Source, differing};
pub use copied::{Copied, CopiedFile};
pub use describe::{Description, described, label};
pub use locate::{Finding, Fix, Ground, Near, corrected, is_of_files};

/// The fields that no form shows: commands write them.
const UNSHOWN: [&str; 3] = ["translation", "same", "gone"];

/// A file from which a form is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFile {
    /// Its path in the site.
    pub path: Arc<str>,
    /// The tag of its language; `None` for what holds for all.
    pub language: Option<Arc<str>>,
    /// The entry among those of a file that holds many: its `id` there.
    pub item: Option<String>,
    /// Its text; `None` where it is not there yet.
    pub text: Option<Arc<str>>,
}

impl FormFile {
    fn spot(&self) -> Spot {
        Spot {
            path: self.path.clone(),
            item: self.item.clone(),
            tag: None,
        }
    }
}

/// What a form is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The id of the entry.
    pub id: Arc<str>,
    /// The name of its collection.
    pub collection: Arc<str>,
    /// What the entry is to the site.
    pub role: Role,
    /// What holds for all languages first, then the languages in the site's order. Each language has the
    /// file in which its text stands, or would.
    pub files: Vec<FormFile>,
}

/// What a form says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// By the names of fields.
    pub values: Map<String, Value>,
    /// The text of each language, by tag; without a key where there is none.
    pub bodies: BTreeMap<String, String>,
}

/// An entry as a form.
pub struct Form<'a> {
    /// What it was made from.
    pub origin: &'a Origin,
    /// What the files say.
    pub said: Said,
    /// The fields that are written in a way that the form cannot show, each with the file.
    pub locked: BTreeMap<Arc<str>, Arc<str>>,
    config: &'a Config,
    tags: Vec<Arc<str>>,
    files: Vec<Read<'a>>,
}

/// The first file of an entry whose fields cannot be read: it is no YAML.
pub fn unread(origin: &Origin) -> Option<&FormFile> {
    origin.files.iter().find(|file| {
        let text = file.text.as_ref();
        text.is_some_and(|text| record::fields(&file.path, text).is_err())
    })
}

/// A file as it was read.
struct Read<'a> {
    file: &'a FormFile,
    /// Its fields, where it is there.
    fields: Option<record::Fields>,
    /// What it says of each field by itself.
    own: Map<String, Value>,
}

impl Read<'_> {
    /// The map of the entry.
    fn node(&self) -> Option<&Node> {
        record::item(&self.fields.as_ref()?.root, &self.file.spot())
    }
}

impl Desk {
    /// What the form of an entry is made from.
    ///
    /// # Errors
    ///
    /// Where there is no entry of that id.
    pub fn origin(&self, id: &str) -> Result<Origin, Refused> {
        let parts: Vec<_> = self
            .cache
            .parts()
            .into_iter()
            .flat_map(|parts| parts.iter())
            .filter(|part| *part.id == *id)
            .collect();
        let Some(first) = parts.first() else {
            return Err(Refused::because(
                Diagnostic::new(&say::UNKNOWN).with("value", id),
            ));
        };
        let text = |path: &Arc<str>| self.snapshot.text(path).cloned();
        let tags = self.config().site.tags();
        let mut files: Vec<FormFile> = parts
            .iter()
            .filter(|part| part.language.is_none())
            .map(|part| FormFile {
                path: part.path.clone(),
                language: None,
                item: record::item_of(&part.path, id),
                text: text(&part.path),
            })
            .collect();
        for (language, tag) in tags.pairs() {
            let own = parts.iter().find(|part| part.language == Some(language));
            let path = own.map_or_else(|| path_of(&parts, id, tag), |part| part.path.clone());
            files.push(FormFile {
                language: Some(tag.clone()),
                item: None,
                text: text(&path),
                path,
            });
        }
        Ok(Origin {
            id: id.into(),
            collection: self.config().collections[first.collection].name.clone(),
            role: first.role,
            files,
        })
    }
}

/// The path that the text of a language has: beside those that are there.
fn path_of(parts: &[&rihla_site::content::Part], id: &str, tag: &str) -> Arc<str> {
    let stem = |path: &str| {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.split('.').next().unwrap_or(name);
        (folder.to_owned(), stem.to_owned())
    };
    let mut stems = parts.iter().map(|part| stem(&part.path));
    let known = stems.find(|(_, stem)| matches!(&**stem, "index" | "shared" | "_index"));
    match known {
        Some((folder, stem)) => {
            let stem = if stem == "_index" {
                stem
            } else {
                "index".to_owned()
            };
            format!("{folder}/{stem}.{tag}.md").into()
        }
        None => format!("content/{id}.{tag}.md").into(),
    }
}

impl Origin {
    /// The same, from other texts.
    #[must_use]
    pub fn with_texts(&self, text: impl Fn(&str) -> Option<Arc<str>>) -> Self {
        let mut origin = self.clone();
        for file in &mut origin.files {
            file.text = text(&file.path);
        }
        origin
    }

    /// The fields of the entry, as its collection declares them; then those that every entry has.
    fn fields<'c>(&self, config: &'c Config, builtin: &'c Schema) -> Vec<&'c Field> {
        let own = self.schema(config);
        let more = builtin
            .fields
            .iter()
            .filter(|field| own.field(&field.name).is_none() && !UNSHOWN.contains(&&*field.name));
        own.fields.iter().chain(more).collect()
    }

    fn schema<'c>(&self, config: &'c Config) -> &'c Schema {
        let collection = match self.role {
            Role::Entry => config.collection(&self.collection),
            Role::Home | Role::List => None,
        };
        match collection {
            Some((_, collection)) => &collection.schema,
            None => &config.collections[config.pages()].schema,
        }
    }

    /// Whether its texts are files of their own, with their fields at their heads.
    pub fn has_texts(&self) -> bool {
        let is_text = |file: &FormFile| file.language.is_some() && file.text.is_some();
        self.files.iter().any(is_text) || self.files.iter().all(|file| file.language.is_some())
    }
}

impl<'a> Form<'a> {
    /// Reads what the files of an entry say.
    ///
    /// # Errors
    ///
    /// Those of a file that is no YAML: it is put right first.
    pub fn of(origin: &'a Origin, config: &'a Config) -> Result<Self, Box<Diagnostic>> {
        let tags: Vec<Arc<str>> = config.site.tags().iter().cloned().collect();
        let builtin = schema::builtin();
        let mut form = Self {
            origin,
            said: Said::default(),
            locked: BTreeMap::new(),
            config,
            tags,
            files: Vec::new(),
        };
        for file in &origin.files {
            let fields = match &file.text {
                Some(text) => Some(record::fields(&file.path, text)?),
                None => None,
            };
            let mut read = Read {
                file,
                fields,
                own: Map::new(),
            };
            form.read(&mut read, &builtin);
            form.files.push(read);
        }
        Ok(form)
    }

    fn read(&mut self, read: &mut Read, builtin: &Schema) {
        let tag = read.file.language.as_deref();
        let mut own = Map::new();
        if let Some(rihla_text::yaml::Value::Map(map)) = read.node().map(|node| &node.value) {
            for field in self.origin.fields(self.config, builtin) {
                let Some(node) = map.get(&field.name) else {
                    continue;
                };
                match values::read(field, node, tag, &self.tags) {
                    Ok(Some(value)) => {
                        own.insert(field.name.to_string(), value);
                    }
                    Ok(None) => {}
                    Err(values::Unshown) => {
                        self.locked
                            .insert(field.name.clone(), read.file.path.clone());
                    }
                }
            }
        }
        for (name, value) in &own {
            match self.said.values.get_mut(name) {
                Some(known) => values::merge(known, value),
                None => {
                    self.said.values.insert(name.clone(), value.clone());
                }
            }
        }
        read.own = own;
        if let (Some(tag), Some(text), Some(fields)) = (tag, &read.file.text, &read.fields) {
            self.said
                .bodies
                .insert(tag.to_owned(), values::shown(&text[fields.body..]));
        }
    }

    /// The tags of the languages of the site.
    pub fn tags(&self) -> &[Arc<str>] {
        &self.tags
    }

    /// The tags of the languages in which something is written.
    pub fn languages(&self) -> Vec<Arc<str>> {
        let says = |tag: &&Arc<str>| {
            let mut values = self.said.values.values();
            self.said.bodies.contains_key(&***tag) || values.any(|value| values::says(value, tag))
        };
        self.tags.iter().filter(says).cloned().collect()
    }

    /// Whether the files say more than the form shows, which stays: comments, and fields that it does not know.
    pub fn says_more(&self) -> bool {
        let builtin = schema::builtin();
        let known = self.origin.fields(self.config, &builtin);
        self.files.iter().any(|read| {
            let (Some(text), Some(fields)) = (&read.file.text, &read.fields) else {
                return false;
            };
            let yaml = fields.yaml.and_then(|yaml| text.get(yaml.start..yaml.end));
            let mut lines = yaml.unwrap_or_default().lines();
            let is_comment = |line: &str| line.trim_start().starts_with('#') || has_comment(line);
            let has_others = match read.node().map(|node| &node.value) {
                Some(rihla_text::yaml::Value::Map(map)) => map.iter().any(|(key, _)| {
                    let is_known = known.iter().any(|field| *field.name == *key.name);
                    !is_known && !UNSHOWN.contains(&&*key.name) && key.name != "id"
                }),
                _ => false,
            };
            lines.any(is_comment) || has_others
        })
    }

    /// Whether a field that its collection declares has a value for each language.
    pub fn is_localized(&self) -> bool {
        fn has(fields: &[Field]) -> bool {
            fields.iter().any(|field| {
                let item = values::item(field);
                let inside = item.as_ref().unwrap_or(field);
                let parts = values::parts(&inside.kind).unwrap_or_default();
                field.localized || inside.localized || has(parts)
            })
        }
        has(&self.origin.schema(self.config).fields)
    }

    /// What comments say of the entry to whoever reads its files: of one in a file that holds many, what stands
    /// right above it and in it.
    pub fn comments(&self) -> Vec<String> {
        let mut comments = Vec::new();
        for read in &self.files {
            let Some((text, fields)) = read.file.text.as_deref().zip(read.fields.as_ref()) else {
                continue;
            };
            let whole = fields.yaml.map(|yaml| (yaml.start, yaml.end));
            let own = read.node().map(|node| (node.span.start, node.span.end));
            let Some((start, end)) = (if read.file.item.is_some() { own } else { whole }) else {
                continue;
            };
            let is_comment = |line: &&str| line.trim_start().starts_with('#');
            let above = text.get(..start).unwrap_or_default();
            let above = above.get(..above.rfind('\n').map_or(0, |at| at + 1));
            let mut lines: Vec<&str> = match read.file.item {
                Some(_) => above.unwrap_or_default().lines().rev().collect(),
                None => Vec::new(),
            };
            let count = lines.iter().take_while(|line| is_comment(line)).count();
            lines.truncate(count);
            lines.reverse();
            lines.extend(text.get(start..end).unwrap_or_default().lines());
            let words = lines.into_iter().filter(is_comment);
            let words = words.map(|line| line.trim().trim_start_matches('#').trim());
            comments.extend(words.filter(|words| !words.is_empty()).map(str::to_owned));
        }
        comments
    }

    /// The file in which a language is written.
    pub fn path(&self, tag: &str) -> Option<&Arc<str>> {
        let own = |file: &&FormFile| file.language.as_deref() == Some(tag) && file.text.is_some();
        let shared = |file: &&FormFile| file.language.is_none();
        let mut files = self.origin.files.iter();
        let own = files.clone().find(own);
        own.or_else(|| files.find(shared)).map(|file| &file.path)
    }
}

impl Desk {
    /// What each language of an entry translates, or would, once it is begun.
    pub fn sources(&self, id: &str) -> BTreeMap<Arc<str>, Source> {
        let Some(number) = self.graph().find(id) else {
            return BTreeMap::new();
        };
        let entry = &self.graph().entries[number];
        let begun = entry.versions.ids().filter_map(|language| {
            let of = self.source_of(entry, language)?;
            let revision = entry.versions[of].as_ref()?.digest.clone();
            let source = Source {
                of: self.tag(of).clone(),
                revision,
            };
            Some((self.tag(language).clone(), source))
        });
        begun.collect()
    }
}

/// Whether a line of YAML ends in a comment (YAML 1.2.2, 6.6): `#` after a space and outside of quotation marks.
fn has_comment(line: &str) -> bool {
    let mut open: Option<char> = None;
    let mut before = ' ';
    for sign in line.chars() {
        match (open, sign) {
            (None, '#') if before.is_whitespace() => return true,
            (None, '"' | '\'') if before.is_whitespace() || "[{,".contains(before) => {
                open = Some(sign)
            }
            (Some('"'), '"') if before != '\\' => open = None,
            (Some('\''), '\'') => open = None,
            _ => {}
        }
        before = sign;
    }
    false
}

#[cfg(test)]
mod comment_tests {
    use super::has_comment;

    #[test]
    fn at_the_end_of_a_line() {
        for line in [
            "title: a # b",
            "a: \"b\" # c",
            "a: 'b ''c' # d",
            "l'eau: x # y",
            "# a",
        ] {
            assert!(has_comment(line), "{line}");
        }
        for line in [
            "title: \"Numéro # un\"",
            "a: 'b # c'",
            "a: x#y",
            "a: \"b \\\" # c\"",
            "[\"# a\"]",
        ] {
            assert!(!has_comment(line), "{line}");
        }
    }
}
