//! An entry begun as the copy of another: its files under a new name, with what is its own only.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::changes::way;
use super::values::ALL;
use super::{Form, FormFile, Origin, Said, UNSHOWN};
use crate::new::{id, is_dated, today};
use crate::record::{self, Spot};
use crate::{Desk, Refused};
use rihla_build::Options;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_site::config::{CONTENT, Collection};
use rihla_site::content::Role;
use rihla_site::schema;
use rihla_text::yaml::edit::{Change, Step, edit};
use rihla_text::yaml::{self, Node};

/// What is said of one text, of its address, its days and who has read it: a copy begins without.
const OWN: [&str; 13] = [
    "slug",
    "aliases",
    "publish_at",
    "unpublish_at",
    "original",
    "important",
    "archived",
    "corrections",
    "withdrawn",
    "updated",
    "review_by",
    "reviewed_by",
    "draft",
];

/// An entry that is begun as a copy and not written yet.
#[derive(Debug)]
pub struct Copied {
    /// Its id.
    pub id: String,
    /// Its files.
    pub files: Vec<CopiedFile>,
}

/// A file of a copy.
#[derive(Debug)]
pub struct CopiedFile {
    /// Its path in the site.
    pub path: Arc<str>,
    /// What it is now; `None` where it is not there yet.
    pub before: Option<Arc<str>>,
    /// What it becomes.
    pub after: Vec<u8>,
}

impl Desk {
    /// A copy of an entry, as a draft, in the languages for which a title is given; nothing is written.
    ///
    /// Texts, fields, comments and the files that lie with it are copied. What was said of the other alone is
    /// not: its address, when it is shown, what became of it, who has read it; and its day is today. Of a
    /// language that is translated, the copy is a draft of a translation.
    ///
    /// # Errors
    ///
    /// Where there is no such entry, no title has a letter, an entry of that name is there already, or a file
    /// cannot be read.
    pub fn copied(
        &self,
        options: &Options,
        of: &str,
        titles: &BTreeMap<String, String>,
    ) -> Result<Copied, Refused> {
        let origin = self.origin(of)?;
        let config = self.config();
        let known = config.collection(&origin.collection);
        let Some((_, collection)) = known.filter(|_| origin.role == Role::Entry) else {
            let finding = Diagnostic::new(&say::UNKNOWN).with("value", of);
            return Err(Refused::because(finding));
        };
        let titles: BTreeMap<&str, &str> = titles
            .iter()
            .map(|(tag, title)| (&**tag, title.trim()))
            .filter(|(_, title)| !title.is_empty())
            .collect();
        let tags = config.site.tags();
        let first = tags.iter().find_map(|tag| titles.get(&**tag)).copied();
        let parent = of.rsplit_once('/').map(|(parent, _)| parent);
        let day = today(self, options);
        let id = id(self, collection, parent, first.unwrap_or_default(), day)?;
        let copy = Copy {
            desk: self,
            of: &origin,
            id: &id,
            collection,
            titles,
            day: day.to_string(),
        };
        let mut files = copy.texts()?;
        let texts = origin.files.iter().map(|file| &*file.path);
        let texts: Vec<&str> = texts.collect();
        let folder = format!("{CONTENT}/{of}");
        for file in self.snapshot.under(&folder) {
            if texts.contains(&&*file.path) || !is_with(collection, &folder, &file.path) {
                continue;
            }
            let bytes = self.snapshot.read_blob(&file.path)?;
            files.push(CopiedFile {
                path: copy.renamed(&file.path),
                before: None,
                after: bytes,
            });
        }
        Ok(Copied { id, files })
    }
}

/// Whether a file in the folder of an entry goes with it: below a plain page, other pages may stand.
fn is_with(collection: &Collection, folder: &str, path: &str) -> bool {
    let inside = &path[folder.len() + 1..];
    let is_text = [".md", ".markdown", ".yaml", ".yml"]
        .iter()
        .any(|end| inside.ends_with(end));
    !is_text && (!collection.builtin || !inside.contains('/'))
}

struct Copy<'d> {
    desk: &'d Desk,
    of: &'d Origin,
    id: &'d str,
    collection: &'d Collection,
    titles: BTreeMap<&'d str, &'d str>,
    day: String,
}

impl Copy<'_> {
    /// The path of a file of the copy.
    fn renamed(&self, path: &str) -> Arc<str> {
        let whole = format!("{CONTENT}/{}", self.of.id);
        let rest = path.strip_prefix(&*whole);
        rest.map_or_else(
            || path.into(),
            |rest| format!("{CONTENT}/{}{rest}", self.id).into(),
        )
    }

    /// The texts of the copy.
    fn texts(&self) -> Result<Vec<CopiedFile>, Refused> {
        let origin = self.origin()?;
        let form = Form::of(&origin, self.desk.config())?;
        let said = self.said(&form);
        let mut texts = form.texts(&said, &BTreeMap::new())?;
        let mut files = Vec::new();
        for file in &origin.files {
            let changed = texts.remove(&file.path);
            let Some(text) = changed.or_else(|| file.text.clone()) else {
                continue;
            };
            let text = self.with_record(file, &text)?;
            let before = file
                .item
                .is_some()
                .then(|| self.desk.snapshot.text(&file.path));
            files.push(CopiedFile {
                path: file.path.clone(),
                before: before.flatten().cloned(),
                after: text.into_bytes(),
            });
        }
        Ok(files)
    }

    /// The files of the copy as they would be if it were the same.
    fn origin(&self) -> Result<Origin, Refused> {
        let mut files = Vec::new();
        for file in &self.of.files {
            let is_copied = file
                .language
                .as_ref()
                .is_none_or(|tag| self.titles.contains_key(&**tag));
            let text = file.text.clone().filter(|_| is_copied);
            let (item, text) = match (&file.item, text) {
                (Some(item), Some(text)) => {
                    let name = self.id.rsplit('/').next().unwrap_or(self.id);
                    let text = with_copy(file, item, &text, name)?;
                    (Some(name.to_owned()), Some(text.into()))
                }
                (_, text) => (None, text),
            };
            files.push(FormFile {
                path: self.renamed(&file.path),
                language: file.language.clone(),
                item,
                text,
            });
        }
        Ok(Origin {
            id: self.id.into(),
            files,
            ..self.of.clone()
        })
    }

    /// What the copy says.
    fn said(&self, form: &Form) -> Said {
        let mut said = form.said.clone();
        said.values.retain(|name, _| !OWN.contains(&&**name));
        said.bodies
            .retain(|tag, _| self.titles.contains_key(&**tag));
        let builtin = schema::builtin();
        for field in form.origin.fields(self.desk.config(), &builtin) {
            let value = said.values.get_mut(&*field.name);
            if let (true, Some(Value::Object(by_tag))) = (field.localized, value) {
                by_tag.retain(|tag, _| tag == ALL || self.titles.contains_key(&**tag));
            }
        }
        match said.values.get_mut("title") {
            Some(Value::Object(by_tag)) if by_tag.contains_key(ALL) => {
                let first = self.titles.values().next().copied();
                by_tag.insert(ALL.to_owned(), first.unwrap_or_default().into());
            }
            Some(Value::Object(by_tag)) => {
                let titles = self.titles.iter();
                by_tag.extend(titles.map(|(tag, title)| ((*tag).to_owned(), (*title).into())));
            }
            Some(title) => *title = (*self.titles.values().next().unwrap_or(&"")).into(),
            None => {}
        }
        if is_dated(self.collection)
            && let Some(date) = said.values.get_mut("date")
        {
            *date = self.day.clone().into();
        }
        let tags = self.titles.keys();
        let draft: Map<String, Value> = match form.origin.has_texts() {
            true => tags.map(|tag| ((*tag).to_owned(), "true".into())).collect(),
            false => std::iter::once((ALL.to_owned(), "true".into())).collect(),
        };
        said.values.insert("draft".to_owned(), draft.into());
        said
    }

    /// A text without what commands have noted of the other; that of a translation, as the draft of one.
    fn with_record(&self, file: &FormFile, text: &str) -> Result<String, Box<Diagnostic>> {
        let fields = record::fields(&file.path, text)?;
        let stuck = || {
            let finding = Diagnostic::on_file(&say::STUCK, file.path.clone());
            Box::new(finding.with("path", &file.path))
        };
        let mut text = text.to_owned();
        let has =
            |name: &str| match record::item(&fields.root, &file.spot()).map(|node| &node.value) {
                Some(yaml::Value::Map(map)) => map.get(name).is_some(),
                _ => false,
            };
        let changes: Vec<Change> = UNSHOWN
            .iter()
            .filter(|name| has(name))
            .map(|name| Change {
                way: vec![Step::Key((*name).to_owned())],
                to: None,
            })
            .collect();
        if let (Some(range), false) = (fields.yaml, changes.is_empty()) {
            let entry = way(&fields.root, file.item.as_deref()).ok_or_else(stuck)?;
            text = edit(&text, range, &entry, &changes, &[]).map_err(|_| stuck())?;
        }
        for (tag, of) in self.translated() {
            let own = file.language.as_ref();
            if own.is_some_and(|own| *own != tag) || own.is_none() && self.of.has_texts() {
                continue;
            }
            let spot = Spot {
                tag: own.is_none().then(|| tag.clone()),
                ..file.spot()
            };
            let record = [("of", of.to_string()), ("state", "draft".to_owned())];
            text = record::put(&spot, &text, &record)?;
        }
        Ok(text)
    }

    /// The languages of the copy that are translated, each with that from which it is.
    fn translated(&self) -> Vec<(Arc<str>, Arc<str>)> {
        let sources = self.desk.sources(&self.of.id);
        let config = self.desk.config();
        let number = self.desk.graph().find(&self.of.id);
        let entry = number.map(|number| &self.desk.graph().entries[number]);
        let has_record = |tag: &str| {
            let language = config.language(tag);
            let record = language
                .zip(entry)
                .and_then(|(language, entry)| entry.record(config, language));
            record.is_some()
        };
        sources
            .into_iter()
            .map(|(tag, source)| (tag, source.of))
            .filter(|(tag, of)| {
                let titles = &self.titles;
                titles.contains_key(&**tag) && titles.contains_key(&**of) && has_record(tag)
            })
            .collect()
    }
}

/// A file of many with one of its entries again behind the last, under another name.
fn with_copy(
    file: &FormFile,
    item: &str,
    text: &str,
    name: &str,
) -> Result<String, Box<Diagnostic>> {
    let stuck = || {
        let finding = Diagnostic::on_file(&say::STUCK, file.path.clone());
        Box::new(finding.with("path", &file.path))
    };
    let fields = record::fields(&file.path, text)?;
    let node = record::item(&fields.root, &file.spot()).ok_or_else(stuck)?;
    let id = scalar(node, "id").ok_or_else(stuck)?;
    let writer = record::Writer::new(text);
    let start = writer.line_start(node.span.start);
    // Between brackets it has no lines of its own.
    if !text[start..].trim_start().starts_with("- ") || item.is_empty() {
        return Err(stuck());
    }
    let end = writer.after_line(node.span.end.saturating_sub(1).max(id.span.end));
    let row = format!(
        "{}{}{}",
        &text[start..id.span.start],
        name,
        &text[id.span.end..end],
    );
    Ok(record::with_row(text.trim_end_matches(['\r', '\n']), &row))
}

fn scalar<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match &node.value {
        yaml::Value::Map(map) => map.get(name),
        _ => None,
    }
}
