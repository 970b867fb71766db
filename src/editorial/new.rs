//! `rihla new`: the files of a new entry, named as they are to be, with each field that the collection
//! declares explained in a comment.

use std::fmt::Write;
use std::sync::Arc;

use jiff::civil::Date;

use super::guide::facts;
use super::{Desk, Refused, record};
use rihla_build::Options;
use rihla_build::write::{self, Sources};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Messages, Text, nearest};
use rihla_site::config::Collection;
use rihla_site::content::Role;
use rihla_site::ids::{CollectionId, LanguageId};
use rihla_site::schema::{Field, FieldKind, FieldValue, in_language};
use rihla_site::source::{Digest, is_refused_by_windows};
use rihla_text::language::slug;

/// What is to be begun.
#[derive(Clone, Debug)]
pub struct New {
    /// The name of the collection.
    pub collection: String,
    /// The title.
    pub title: String,
    /// The tags of the languages in which it is begun; the first of the site where none is named.
    pub languages: Vec<String>,
    /// Whether each field that the collection declares is explained in a comment.
    pub explained: bool,
}

/// An entry that is not written yet.
#[derive(Debug)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its files: path, what it was where it is there already, and text.
    pub files: Vec<(String, Option<Digest>, String)>,
}

/// How many entries are named of those to which a field may refer.
const NAMED: usize = 6;

/// How the entries of a collection are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A text in each language, with its fields at its head.
    Texts,
    /// A file of fields in all languages.
    Fields,
    /// A row of a file of many.
    Row,
}

/// Begins an entry, and gives the paths of its files.
///
/// # Errors
///
/// Where the collection or a language is not one of the site's, where the entry is there already, or
/// something cannot be read or written.
pub fn new(options: &Options, asked: &New, messages: Messages) -> Result<Vec<String>, Refused> {
    write::resume(&options.site)?;
    let desk = Desk::open(options)?;
    let entry = begun(&desk, options, asked, messages)?;
    let mut sources = Sources::begin(&options.site)?;
    for (path, before, text) in &entry.files {
        match before {
            Some(before) => sources.replace(path, before, text.as_bytes())?,
            None => sources.add(path, text.as_bytes())?,
        }
    }
    sources.commit("")?;
    Ok(entry.files.into_iter().map(|(path, ..)| path).collect())
}

/// The files of an entry that is begun; nothing is written.
///
/// # Errors
///
/// As of [`new`].
pub fn begun(
    desk: &Desk,
    options: &Options,
    asked: &New,
    messages: Messages,
) -> Result<Entry, Refused> {
    let (number, collection) = find(desk, &asked.collection)?;
    let languages = match asked.languages.is_empty() {
        true => vec![LanguageId::FIRST],
        false => {
            let tags = asked.languages.iter();
            tags.map(|tag| desk.language(tag))
                .collect::<Result<Vec<_>, _>>()?
        }
    };
    let title = asked.title.trim();
    let today = today(desk, options);
    let id = id(desk, &collection, None, title, today)?;
    let writer = Begun {
        desk,
        collection: &collection,
        title,
        languages: &languages,
        messages,
        today: today.to_string(),
        explained: asked.explained,
    };
    let form = form(desk, number, &collection);
    let mut files = Vec::new();
    match form {
        Form::Texts => {
            for (at, language) in languages.iter().enumerate() {
                let tag = desk.tag(*language);
                let path = match collection.builtin {
                    true => format!("content/{id}/index.{tag}.md"),
                    false => format!("content/{id}.{tag}.md"),
                };
                files.push((path, None, writer.text(*language, at == 0)));
            }
        }
        Form::Fields => {
            files.push((format!("content/{id}.yaml"), None, writer.fields("")));
        }
        Form::Row => {
            let path = format!("content/{}/entries.yaml", collection.name);
            let name = id.rsplit('/').next().unwrap_or(&id);
            let row = format!("- id: {name}\n{}", writer.fields("  "));
            let known = desk.snapshot.get(&path);
            let list = known.and_then(|known| known.text());
            let text = record::with_row(list.map_or("", |list| list), &row);
            files.push((path, known.map(|known| known.digest), text));
        }
    }
    Ok(Entry { id, files })
}

/// The day, in the site's time zone.
pub(super) fn today(desk: &Desk, options: &Options) -> Date {
    let zone = desk.config().site.time_zone.clone();
    options.now.to_zoned(zone).date()
}

/// Whether the entries of a collection are in the order of their days, which then head their names.
pub(super) fn is_dated(collection: &Collection) -> bool {
    !collection.builtin && *collection.order.field == *"date"
}

/// The id that a new entry has, of its title: below `parent`, an entry or a folder of the same collection,
/// where that is given.
pub(super) fn id(
    desk: &Desk,
    collection: &Collection,
    parent: Option<&str>,
    title: &str,
    today: Date,
) -> Result<String, Refused> {
    let name = slug(title);
    if name.is_empty() {
        return Err(Refused::because(
            Diagnostic::new(&say::NEW_TITLE).with("example", "rihla new news \"…\""),
        ));
    }
    let name = file_name(name);
    let most = collection.field("title").and_then(|field| field.max);
    let count = title.chars().count();
    if let Some(most) = most.filter(|most| count > *most) {
        let finding = Diagnostic::new(&say::NEW_LONG);
        let finding = finding.with("count", count).with("most", most);
        return Err(Refused::because(finding));
    }
    let name = match is_dated(collection) {
        true => format!("{today}-{name}"),
        false => name,
    };
    let parent = match (parent, collection.builtin) {
        (Some(parent), _) => Some(parent),
        (None, true) => None,
        (None, false) => Some(&*collection.name),
    };
    let id = match parent {
        Some(parent) => format!("{parent}/{name}"),
        None => name,
    };
    let mut files = desk.snapshot.under(&format!("content/{id}"));
    if desk.graph().find(&id).is_some() || files.next().is_some() {
        return Err(Refused::because(
            Diagnostic::new(&say::NEW_THERE).with("id", id),
        ));
    }
    Ok(id)
}

/// A slug as the name of a file: another one where no file of that name can be made on Windows, as of a page that is
/// called “Con”.
pub fn file_name(slug: String) -> String {
    match is_refused_by_windows(&slug) {
        true => format!("{slug}-1"),
        false => slug,
    }
}

/// The collection of a name; the plain pages are one too.
fn find(desk: &Desk, name: &str) -> Result<(CollectionId, Arc<Collection>), Refused> {
    let config = desk.config();
    let name = name.trim_start_matches("content/").trim_matches('/');
    if let Some((number, collection)) = config.collection(name) {
        return Ok((number, collection.clone()));
    }
    let names = config
        .collections
        .iter()
        .map(|collection| &*collection.name);
    let known: Vec<&str> = names.collect();
    let finding = Diagnostic::new(&say::COLLECTION)
        .with("value", name)
        .with_some("nearest", nearest(name, known.iter().copied()))
        .with("known", known.join(", "));
    Err(Refused::because(finding))
}

/// How the entries that a collection has are written.
fn form(desk: &Desk, number: CollectionId, collection: &Collection) -> Form {
    if collection.builtin {
        return Form::Texts;
    }
    let folder = format!("content/{}", collection.name);
    let files = desk
        .snapshot
        .under(&folder)
        .map(|file| &file.path[folder.len() + 1..]);
    let files: Vec<&str> = files.collect();
    if files.contains(&"entries.yaml") {
        return Form::Row;
    }
    let is_entry = |name: &&&str| {
        name.ends_with(".yaml") && !matches!(**name, "collection.yaml") && !name.contains('/')
    };
    let texts = files
        .iter()
        .filter(|name| name.ends_with(".md") && !name.starts_with("_index"));
    let fields = files.iter().filter(is_entry).count();
    let entries = desk.graph().entries.iter();
    let has_entries = entries
        .into_iter()
        .any(|entry| entry.collection == number && entry.role == Role::Entry);
    match has_entries && fields > texts.count() {
        true => Form::Fields,
        false => Form::Texts,
    }
}

/// Whether a field that an entry needs is a day.
fn is_day(field: &Field) -> bool {
    field.required && !field.localized && field.kind == FieldKind::Date
}

/// An entry that is begun.
struct Begun<'a> {
    desk: &'a Desk,
    collection: &'a Collection,
    title: &'a str,
    languages: &'a [LanguageId],
    messages: Messages,
    today: String,
    explained: bool,
}

impl Begun<'_> {
    /// The file of a language; what holds for all languages stands in the first.
    fn text(&self, language: LanguageId, is_first: bool) -> String {
        let mut fields = String::new();
        for field in &self.collection.schema.fields {
            if field.localized || is_first {
                self.field(&mut fields, field, "", &[language], false);
            }
        }
        let end = if self.explained { "\n" } else { "" };
        format!("---\n{}---\n{end}", self.with_draft(&fields, ""))
    }

    /// The fields in all languages that are begun.
    fn fields(&self, indent: &str) -> String {
        let mut fields = String::new();
        for field in &self.collection.schema.fields {
            self.field(&mut fields, field, indent, self.languages, field.localized);
        }
        self.with_draft(&fields, indent)
    }

    /// Fields, and that it is a draft: with what that means at first, or as a person writes it, last.
    fn with_draft(&self, fields: &str, indent: &str) -> String {
        let draft = format!("{indent}draft: true\n");
        match self.explained {
            true => {
                let note = Text("new-draft").get(self.messages);
                format!("{indent}# {note}\n{draft}{fields}")
            }
            false => format!("{fields}{draft}"),
        }
    }

    /// A field with its comment: as a line to fill where an entry needs it, else as one to take out of the
    /// comment.
    fn field(
        &self,
        out: &mut String,
        field: &Field,
        indent: &str,
        languages: &[LanguageId],
        is_by_language: bool,
    ) {
        let name = &field.name;
        let is_title = **name == *"title";
        match self.explained {
            true => {
                let _ = writeln!(out, "{indent}# {}", self.comment(field));
            }
            // What is not known yet is filled in elsewhere.
            false if is_title || is_day(field) => {}
            false => return,
        }
        let mark = match field.required || is_title {
            true => "",
            false => "# ",
        };
        let value = |language: &LanguageId| match is_title {
            // The title is in the language in which it was given.
            true if Some(language) == self.languages.first() => {
                serde_json::Value::from(self.title).to_string()
            }
            true => "\"\"".to_owned(),
            false => self.example(field),
        };
        if is_by_language {
            let _ = writeln!(out, "{indent}{mark}{name}:");
            for language in languages {
                let tag = self.desk.tag(*language);
                let _ = writeln!(out, "{indent}{mark}  {tag}: {}", value(language));
            }
            return;
        }
        let first = languages.first().copied().unwrap_or(LanguageId::FIRST);
        let _ = writeln!(out, "{indent}{mark}{name}: {}", value(&first));
    }

    /// What a field is: its label, whether it is needed, what it takes, what its declaration explains.
    fn comment(&self, field: &Field) -> String {
        let said = |words: &Option<FieldValue>| {
            let words = words.as_ref()?;
            let tags = [self.messages.tag(), "en"].into_iter();
            let own = self.desk.config().site.tags();
            tags.chain(own.iter().map(|tag| &**tag)).find_map(|tag| {
                match in_language(words, tag)? {
                    FieldValue::Text(text) => Some(text.to_string()),
                    _ => None,
                }
            })
        };
        let between = Text("new-between").get(self.messages);
        let facts = facts(field, self.messages, &|to| self.known(to));
        let label = said(&field.label).unwrap_or_else(|| field.name.to_string());
        let mut comment = format!("{label} ({})", facts.join(&between));
        if let Some(help) = said(&field.help) {
            let _ = write!(comment, " – {help}");
        }
        comment.replace(['\n', '\r'], " ")
    }

    /// Some of the entries of a collection, as they are named inside it.
    fn known(&self, collection: &str) -> Vec<String> {
        let names = self.desk.names_in(collection).map(str::to_owned);
        let mut known: Vec<String> = names.take(NAMED + 1).collect();
        if known.len() > NAMED {
            known[NAMED] = "…".to_owned();
        }
        known
    }

    /// A value such as may stand in a field: empty where the writer's own words belong.
    fn example(&self, field: &Field) -> String {
        let one = self.example_of(&field.kind);
        match field.many {
            true if one == "\"\"" => "[]".to_owned(),
            true => format!("[{one}]"),
            false => one,
        }
    }

    fn example_of(&self, kind: &FieldKind) -> String {
        match kind {
            FieldKind::Date => self.today.clone(),
            FieldKind::DateTime => format!("{}T17:00", self.today),
            FieldKind::Number => "0".to_owned(),
            FieldKind::Money => "{amount: 0, currency: EUR}".to_owned(),
            FieldKind::Boolean => "false".to_owned(),
            FieldKind::Choice(choices) => choices
                .first()
                .map_or_else(String::new, |choice| choice.key.to_string()),
            FieldKind::Image => "{file: \"\", alt: \"\"}".to_owned(),
            FieldKind::Reference { to } => match self.known(to).into_iter().next() {
                Some(first) => first,
                None => "\"\"".to_owned(),
            },
            FieldKind::List(item) => match self.example_of(&item.kind).as_str() {
                "\"\"" => "[]".to_owned(),
                one => format!("[{one}]"),
            },
            FieldKind::Object(fields) => {
                let parts = fields
                    .iter()
                    .map(|field| format!("{}: {}", field.name, self.example(field)));
                format!("{{{}}}", parts.collect::<Vec<_>>().join(", "))
            }
            _ => "\"\"".to_owned(),
        }
    }
}
