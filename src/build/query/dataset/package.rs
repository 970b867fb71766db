//! `datapackage.json`: what the files of a data set are (Frictionless Data Package 1).

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};

use super::{Column, inert};
use crate::query::Site;
use rihla_site::config::OpenData;
use rihla_site::plan::DataSet;

impl Site {
    /// `datapackage.json`.
    pub(super) fn package(
        &self,
        set: &DataSet,
        declared: &OpenData,
        columns: &[Column],
        changed: Option<Timestamp>,
        comma: bool,
        files: &[(Arc<str>, Vec<u8>); 2],
    ) -> String {
        let language = set.language;
        let collection = &self.config.collections[set.collection];
        let own = &self.config.site.languages[language];
        let title = match declared.title.is_empty() {
            true => &collection.title,
            false => &declared.title,
        };
        let words = |words| {
            let (words, written) = self.words(words, language)?;
            Some(self.set(&words, written).into_owned())
        };
        let name = |output: &str| {
            let file = output.rsplit('/').next().unwrap_or(output);
            file.to_owned()
        };
        let [csv, data] = files;
        let fields: Vec<Json> = columns
            .iter()
            .map(|column| {
                let kind = column.kind.name(column.many);
                let mut field = Map::new();
                field.insert("name".into(), inert(&column.header).into());
                field.insert("type".into(), kind.into());
                if kind == "number" && comma {
                    field.insert("decimalChar".into(), ",".into());
                }
                if kind == "datetime" {
                    // A day without an hour too.
                    field.insert("format".into(), "any".into());
                }
                if kind == "boolean" {
                    for (key, word) in [("trueValues", "data-true"), ("falseValues", "data-false")]
                    {
                        field.insert(key.into(), json!([self.data_word(word, language)]));
                    }
                }
                if let Some(meaning) = &column.meaning {
                    field.insert("description".into(), meaning.as_str().into());
                }
                Json::Object(field)
            })
            .collect();
        let mut package = Map::new();
        package.insert("profile".into(), "data-package".into());
        package.insert("name".into(), format!("{}-{}", set.stem, own.prefix).into());
        if let Some(title) = words(title) {
            package.insert("title".into(), title.into());
        }
        if let Some(description) = words(&declared.description) {
            package.insert("description".into(), description.into());
        }
        let home = self.routes.list(set.collection, language, 1);
        let home = home.unwrap_or_else(|| self.routes.door(language).clone());
        package.insert("homepage".into(), self.routes.absolute(&home).into());
        package.insert("lang".into(), (&*own.tag).into());
        if let Some(changed) = changed {
            package.insert("created".into(), self.config.site.rfc3339(changed).into());
        }
        if let Some(licence) = declared.licence {
            package.insert(
                "licenses".into(),
                json!([{"name": licence.name, "title": licence.title, "path": licence.url}]),
            );
        }
        let sources: Vec<Json> = declared
            .sources
            .iter()
            .filter_map(|(title, url)| {
                let mut source = Map::from_iter([("title".to_owned(), words(title)?.into())]);
                if let Some(url) = url {
                    source.insert("path".into(), (&**url).into());
                }
                Some(Json::Object(source))
            })
            .collect();
        if !sources.is_empty() {
            package.insert("sources".into(), sources.into());
        }
        let separator = if comma { ";" } else { "," };
        package.insert(
            "resources".into(),
            json!([
                {
                    "name": format!("{}-csv", set.stem),
                    "path": name(&csv.0),
                    "profile": "tabular-data-resource",
                    "format": "csv",
                    "mediatype": "text/csv",
                    "encoding": "utf-8",
                    "bytes": csv.1.len(),
                    "dialect": {"delimiter": separator, "lineTerminator": "\r\n", "header": true},
                    "schema": {"fields": fields, "primaryKey": columns.first().map(|id| inert(&id.header))},
                },
                {
                    "name": format!("{}-json", set.stem),
                    "path": name(&data.0),
                    "profile": "data-resource",
                    "format": "json",
                    "mediatype": "application/json",
                    "encoding": "utf-8",
                    "bytes": data.1.len(),
                },
            ]),
        );
        let mut text = format!("{:#}", Json::Object(package));
        text.push('\n');
        text
    }
}
