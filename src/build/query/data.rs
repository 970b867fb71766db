//! Queries about figures and files to download.

use tera::Value;

use super::value::number;
use super::{Site, map};
use rihla_chart::Table;
use rihla_media::{FileKind, pdf_pages};
use rihla_site::graph::{Tally, TallyQuery, tally};
use rihla_site::ids::LanguageId;
use rihla_site::source::{Body, Digest};

impl Site {
    /// `{rows, comma}`: the rows as lists of texts, the names of the columns first, and whether
    /// a comma may stand before decimals; none where there is no such file.
    pub(super) fn data(&self, path: &str, language: LanguageId) -> Value {
        let tag = &self.config.site.languages[language].tag;
        let Some(file) = self.snapshot.get(path) else {
            return Value::none();
        };
        let Body::Text(text) = &file.body else {
            return Value::none();
        };
        let Some((table, _)) = Table::read(&file.path, text, tag) else {
            return Value::none();
        };
        let rows = table.texts().into_iter().map(|row| {
            let cells = row.into_iter().map(Value::from);
            Value::from(cells.collect::<Vec<Value>>())
        });
        map([
            ("rows", Value::from(rows.collect::<Vec<Value>>())),
            ("comma", Value::from(table.comma)),
        ])
    }

    /// `{rows, by, value, without, overlaps}`; none where nothing can be counted.
    pub(super) fn tally(&self, query: &TallyQuery) -> Value {
        let Ok(tally) = tally(&self.graph, &self.config, query) else {
            return Value::none();
        };
        let rows = tally.table(query);
        let rows = rows.texts().into_iter().map(|row| {
            let cells = row.into_iter().map(Value::from);
            Value::from(cells.collect::<Vec<Value>>())
        });
        let Tally {
            by,
            value,
            without,
            overlaps,
            ..
        } = tally;
        map([
            ("rows", Value::from(rows.collect::<Vec<Value>>())),
            ("by", Value::from(by)),
            ("value", Value::from(value)),
            ("without", number(&without.into())),
            ("overlaps", Value::from(overlaps)),
        ])
    }

    /// `{src, format, bytes, pages}` of a published file: its address, the short name of its
    /// format, its size, and the pages of a PDF.
    pub(super) fn download(&self, path: &str) -> Value {
        let file = self.file(path);
        let Some(published) = file.as_map() else {
            return Value::none();
        };
        let src = published.get(&tera::value::Key::Str("src")).cloned();
        let (_, format, bytes) = self.seen_before_opening(path);
        let mut pages = None;
        if let Some(Body::Blob(blob)) = self.snapshot.get(path).map(|file| &file.body)
            && blob.header.kind == FileKind::Pdf
        {
            // One that cannot be read any more is told when it is copied.
            let bytes = self.snapshot.read_blob(path);
            pages = bytes.ok().and_then(|bytes| pdf_pages(&bytes));
        }
        map([
            ("src", src.unwrap_or_else(Value::none)),
            ("format", Value::from(format)),
            ("bytes", Value::from(bytes)),
            ("pages", pages.map_or_else(Value::none, Value::from)),
        ])
    }

    /// `{address, bytes}` of the file of a chart's figures.
    pub(super) fn figures(&self, name: &str, text: &str) -> Value {
        map([
            (
                "address",
                Value::from(self.routes.url(&figures_output(name, text))),
            ),
            ("bytes", Value::from(text.len() as u64)),
        ])
    }

    /// What a reader is told of a file before opening it: its name, its format as its name says it, and its
    /// length in bytes.
    pub(super) fn seen_before_opening<'p>(&self, path: &'p str) -> (&'p str, String, u64) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let format = name
            .rsplit_once('.')
            .map_or_else(String::new, |(_, extension)| extension.to_uppercase());
        let bytes = match self.snapshot.get(path).map(|file| &file.body) {
            Some(Body::Blob(blob)) => blob.length,
            Some(Body::Text(text)) => text.len() as u64,
            None => 0,
        };
        (name, format, bytes)
    }
}

/// The file of a chart's figures in the output. Its name tells what is in it.
pub fn figures_output(name: &str, text: &str) -> String {
    let digest = Digest::of(text.as_bytes());
    format!("assets/{name}.{}.csv", digest.short(16))
}
