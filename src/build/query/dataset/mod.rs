//! Open data: the entries of a collection as CSV (RFC 4180) and JSON (RFC 8259) in each language, with a
//! `datapackage.json` (Frictionless Data Package 1) that says what they are.
//!
//! What is published is what pages show: entries that are online in the language, and of them the fields that
//! the collection declares for it.

mod cells;
mod iati;
mod package;
mod rows;

pub use cells::{csv, has_decimal_comma, inert};

use std::sync::Arc;

use jiff::Timestamp;
use tera::Value;

use super::Site;
use super::value::map;
use crate::borrowed;
use rihla_site::config::{Collection, OpenData, Phrase, field_at};
use rihla_site::graph::Version;
use rihla_site::ids::{EntryId, LanguageId};
use rihla_site::plan::DataSet;
use rihla_site::schema::{Field, FieldKind, FieldValue, in_language};

/// A column of a table.
#[derive(Debug)]
struct Column {
    /// The fields that lead to its value: `start.actual`.
    path: String,
    /// What stands above it.
    header: String,
    /// What it means, where the declaration explains it.
    meaning: Option<String>,
    kind: ColumnKind,
    /// Whether a cell holds several values.
    many: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColumnKind {
    /// The id of the entry.
    Id,
    /// The address of its page.
    Page,
    Text,
    Number,
    Date,
    DateTime,
    Boolean,
    Choice,
    Amount,
    Currency,
    /// The title of an entry.
    Title,
    /// The address of an entry, of a file or of another page.
    Address,
}

impl ColumnKind {
    /// Its type in a table schema.
    fn name(self, many: bool) -> &'static str {
        match self {
            _ if many => "string",
            Self::Number | Self::Amount => "number",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Boolean => "boolean",
            _ => "string",
        }
    }
}

/// The data of a collection in a language, as files.
#[derive(Debug)]
pub struct Published {
    /// The name of each file in the output, and its bytes: CSV, JSON, and the description of both.
    pub files: [(Arc<str>, Vec<u8>); 3],
    changed: Option<Timestamp>,
    rows: usize,
    columns: Vec<Column>,
}

impl Published {
    /// When what it says last changed, as far as it says so.
    pub(super) fn changed(&self) -> Option<Timestamp> {
        self.changed
    }

    /// What stands above the columns of its fields, one after another.
    pub(super) fn columns(&self) -> String {
        let columns = self.columns.iter();
        let fields =
            columns.filter(|column| !matches!(column.kind, ColumnKind::Id | ColumnKind::Page));
        let headers = fields.map(|column| column.header.as_str());
        headers.collect::<Vec<&str>>().join(", ")
    }
}

impl Site {
    /// The files of a data set.
    pub fn published_data(&self, set: &DataSet) -> Option<Arc<Published>> {
        let made = &self.data_sets[set.collection][set.language];
        made.get_or_init(|| self.make_data(set).map(Arc::new))
            .clone()
    }

    /// The data sets that a page may describe: of one collection, or all of a language.
    pub(super) fn datasets(&self, collection: &str, language: LanguageId) -> Value {
        let sets = self.plan.datasets.iter().filter(|set| {
            let name = &self.config.collections[set.collection].name;
            set.language == language && (collection.is_empty() || **name == *collection)
        });
        let rows = sets.filter_map(|set| {
            let made = self.published_data(set)?;
            let collection = &self.config.collections[set.collection];
            let declared = collection.open_data.as_ref()?;
            let [csv, json, package] = &made.files;
            let file = |(output, bytes): &(Arc<str>, Vec<u8>), format: &str| {
                map([
                    ("format", Value::from(format)),
                    ("address", Value::from(self.routes.url(output))),
                    ("bytes", Value::from(bytes.len() as u64)),
                ])
            };
            let mut files = vec![file(csv, "CSV"), file(json, "JSON")];
            if let Some(iati) = self.plan.iati_of(set.collection) {
                let bytes = self.iati(iati).len() as u64;
                files.push(map([
                    ("format", Value::from("IATI 2.03")),
                    ("address", Value::from(self.routes.url(&iati.output))),
                    ("bytes", Value::from(bytes)),
                ]));
            }
            let sources = declared.sources.iter().map(|(title, url)| {
                map([
                    (
                        "title",
                        self.words_value(self.words(title, language), language),
                    ),
                    ("url", super::plain(url.as_ref())),
                ])
            });
            let columns = made.columns.iter().map(|column| {
                map([
                    ("name", Value::from(column.header.as_str())),
                    ("key", Value::from(column.path.as_str())),
                    (
                        "meaning",
                        column
                            .meaning
                            .as_deref()
                            .map_or_else(Value::none, Value::from),
                    ),
                    ("type", Value::from(column.kind.name(false))),
                    ("many", Value::from(column.many)),
                ])
            });
            let title = match declared.title.is_empty() {
                true => &collection.title,
                false => &declared.title,
            };
            let words = |words| self.words_value(self.words(words, language), language);
            Some(map([
                ("collection", Value::from(&*collection.name)),
                ("title", words(title)),
                ("description", words(&declared.description)),
                (
                    "licence",
                    declared.licence.map_or_else(Value::none, |licence| {
                        map([
                            ("name", Value::from(licence.name)),
                            ("title", Value::from(licence.title)),
                            ("url", Value::from(licence.url)),
                        ])
                    }),
                ),
                (
                    "updated",
                    made.changed
                        .map_or_else(Value::none, |moment| Value::from(self.w3c(moment).as_str())),
                ),
                ("rows", Value::from(made.rows)),
                ("files", Value::from(files)),
                ("package", Value::from(self.routes.url(&package.0))),
                ("sources", Value::from(sources.collect::<Vec<Value>>())),
                ("fields", Value::from(columns.collect::<Vec<Value>>())),
            ]))
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    fn make_data(&self, set: &DataSet) -> Option<Published> {
        let collection = &self.config.collections[set.collection];
        let declared = collection.open_data.as_ref()?;
        let language = set.language;
        let entries: Vec<(EntryId, &Version)> = self
            .graph
            .list(set.collection, language)
            .iter()
            .filter_map(|number| Some((*number, self.open(*number, language)?)))
            .collect();
        let changed = entries
            .iter()
            .filter_map(|(number, version)| self.data_changed(*number, version))
            .max();
        let columns = self.columns(collection, declared, language);
        let comma = has_decimal_comma(&self.config.site.languages[language]);
        let csv = self.csv_of(&entries, &columns, language, comma);
        let json = self.json(&entries, collection, declared, language);
        let mut text = format!("{json:#}");
        text.push('\n');
        let [csv_name, json_name, package_name] = set.outputs();
        let files = [(csv_name, csv.into_bytes()), (json_name, text.into_bytes())];
        let package = self.package(set, declared, &columns, changed, comma, &files);
        let [csv, json] = files;
        Some(Published {
            files: [csv, json, (package_name, package.into_bytes())],
            changed,
            rows: entries.len(),
            columns,
        })
    }

    /// A version of an entry that may be published as data: it is online, and search engines are not asked to
    /// leave it out, nor visitors to leave no trace.
    fn open(&self, number: EntryId, language: LanguageId) -> Option<&Version> {
        let version = self.graph.entries[number].online(language)?;
        let is_sensitive = version.field("sensitive") == Some(&FieldValue::Boolean(true));
        let page = self.routes.entry(number, language);
        let page = page.and_then(|address| self.plan.page(address));
        let is_hidden = page.is_some_and(|page| self.is_no_referrer(page));
        (!version.flag("noindex") && !is_sensitive && !is_hidden).then_some(version)
    }

    /// When what an entry says last changed: as its pages say it, or the day of which its figure is.
    fn data_changed(&self, number: EntryId, version: &Version) -> Option<Timestamp> {
        let zone = &self.config.site.time_zone;
        let of = version
            .field("as_of")
            .and_then(|value| value.instant(zone))
            .filter(|moment| *moment <= self.moment.now);
        self.last_changed(&self.graph.entries[number], version)
            .max(of)
    }

    /// The columns of the table, the id and the address of the page first.
    fn columns(
        &self,
        collection: &Collection,
        declared: &OpenData,
        language: LanguageId,
    ) -> Vec<Column> {
        let column = |path: &str, key: &str, kind| Column {
            path: path.to_owned(),
            header: self.data_word(key, language),
            meaning: None,
            kind,
            many: false,
        };
        let mut columns = vec![column("id", "data-id", ColumnKind::Id)];
        if collection.pages {
            columns.push(column("url", "data-page", ColumnKind::Page));
        }
        for path in &declared.fields {
            let mut names = Vec::new();
            let mut at = 0;
            // What each part of the way is called.
            while at < path.len() {
                let end = path[at..].find('.').map_or(path.len(), |dot| at + dot);
                if let Some(field) = field_at(&collection.schema.fields, &path[..end]) {
                    names.push(self.data_label(field, language));
                }
                at = end + 1;
            }
            let Some(field) = field_at(&collection.schema.fields, path) else {
                continue;
            };
            let many = self.is_many(collection, path);
            self.columns_of(
                field,
                path.to_string(),
                names.join(" – "),
                many,
                language,
                &mut columns,
            );
        }
        // Two columns of one name are none to who reads them by it.
        let headers: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
        for column in &mut columns {
            if headers
                .iter()
                .filter(|header| **header == column.header)
                .count()
                > 1
            {
                column.header = format!("{} ({})", column.header, column.path);
            }
        }
        columns
    }

    /// Whether a list is on the way to a field.
    fn is_many(&self, collection: &Collection, path: &str) -> bool {
        let ends = path.match_indices('.').map(|(at, _)| at);
        ends.filter_map(|end| field_at(&collection.schema.fields, &path[..end]))
            .any(Field::is_list)
    }

    fn columns_of(
        &self,
        field: &Field,
        path: String,
        header: String,
        many: bool,
        language: LanguageId,
        columns: &mut Vec<Column>,
    ) {
        let many = many || field.is_list();
        let kind = match &field.kind {
            FieldKind::List(item) => &item.kind,
            kind => kind,
        };
        let tag = &self.config.site.languages[language].tag;
        let meaning = field
            .help
            .as_ref()
            .and_then(|help| match in_language(help, tag) {
                Some(FieldValue::Text(text)) => Some(self.set(&text, language).into_owned()),
                _ => None,
            });
        let mut put = |path: String, header: String, kind| {
            columns.push(Column {
                path,
                header,
                meaning: meaning.clone(),
                kind,
                many,
            });
        };
        let below = |key: &str| format!("{header} – {}", self.data_word(key, language));
        match kind {
            FieldKind::Object(fields) => {
                for inner in fields {
                    let label = self.data_label(inner, language);
                    let header = format!("{header} – {label}");
                    let path = format!("{path}.{}", inner.name);
                    self.columns_of(inner, path, header, many, language, columns);
                }
            }
            FieldKind::Money => {
                put(
                    format!("{path}.amount"),
                    below("data-amount"),
                    ColumnKind::Amount,
                );
                put(
                    format!("{path}.currency"),
                    below("data-currency"),
                    ColumnKind::Currency,
                );
            }
            FieldKind::Reference { .. } => {
                put(path.clone(), header.clone(), ColumnKind::Title);
                put(
                    format!("{path}.url"),
                    below("data-address"),
                    ColumnKind::Address,
                );
            }
            FieldKind::Number => put(path, header, ColumnKind::Number),
            FieldKind::Date => put(path, header, ColumnKind::Date),
            FieldKind::DateTime => put(path, header, ColumnKind::DateTime),
            FieldKind::Boolean => put(path, header, ColumnKind::Boolean),
            FieldKind::Choice(_) => put(path, header, ColumnKind::Choice),
            FieldKind::Link | FieldKind::File => put(path, header, ColumnKind::Address),
            // The file of an image is none of the data.
            FieldKind::Image => {}
            _ => put(path, header, ColumnKind::Text),
        }
    }

    /// What a field is called, without marks.
    fn data_label(&self, field: &Field, language: LanguageId) -> String {
        let label = self.label(field, language);
        borrowed::unmarked(label.as_str().unwrap_or_default())
    }

    /// A string of the theme.
    fn data_word(&self, key: &str, language: LanguageId) -> String {
        match self.config.theme.phrase(language, key) {
            Some((Phrase::Plain(text), written)) => self.set(text, written).into_owned(),
            _ => key.to_owned(),
        }
    }
}
