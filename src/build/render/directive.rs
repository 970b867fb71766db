//! Directives are drawn: the theme's component of that name, or the program's own.
//!
//! A component is given the parameters that it declares, each as the value that its type stands
//! for: an image with its address and size, a file with its format, a language with its name.
//! What stands in the directive is its body; where that is lines, they are its `rows`.

use std::sync::Arc;

use tera::{Context, Map, Value, value::Key};

use super::body::Writer;
use super::template::SHARED;
use crate::query::{self, Query, map};
use rihla_chart::{self, Look, Request, Table};
use rihla_site::graph::{TallyQuery, relative};
use rihla_text::language::{Decimal, Language, direction_of, slug};
use rihla_text::markdown::directive::{
    Argument, ArgumentValue as Given, Body, ColumnKind, Holds, ParameterKind,
};
use rihla_text::markdown::{Drawn, Surroundings, chart_of};
use rihla_text::url::decoded;

impl Writer<'_> {
    /// Draws a directive. A component that fails leaves its fault with the writer, and nothing
    /// on the page, which is not written then.
    pub(super) fn draw(&self, drawn: &Drawn<'_>) -> String {
        let directive = drawn.directive;
        let component = directive.shape.component();
        for name in std::iter::once(component.as_str()).chain(SHARED) {
            self.ask(Query::Template(format!("components/{name}.html").into()));
        }
        let mut given = Context::new();
        given.insert_value("id", Value::from(drawn.id.as_str()));
        let mut included = None;
        if let Some(id) = directive.included() {
            let Some((html, language, is_other)) = self.include(id, drawn) else {
                return String::new();
            };
            let tag = &self.site.settings().languages[language].tag;
            given.insert_value("block", self.named_language(tag, is_other));
            included = Some(html);
        }
        for argument in &directive.arguments {
            if let Some(value) = self.argument(argument) {
                given.insert_value(argument.parameter.name, value);
            }
        }
        if let Holds::Lines(_) = directive.shape.holds {
            given.insert_value("rows", self.rows(drawn));
        }
        if directive.shape.name == "chart" && !self.chart(drawn, &mut given) {
            return String::new();
        }
        if let Some(url) = directive.text("url") {
            given.insert_value("site", Value::from(host(url)));
        }
        let body = included.as_deref().unwrap_or(&drawn.body);
        let drawn = self
            .engine
            .component(self.page, &component, given, body.trim());
        drawn.unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            String::new()
        })
    }

    /// Draws the first use of a term, whose words are HTML, with what it means.
    pub(super) fn explain(&self, id: &Arc<str>, words: String) -> String {
        let answer = self.ask(Query::Definition {
            id: id.clone(),
            language: self.text.language,
        });
        let Some(row) = answer.as_map() else {
            return words;
        };
        for name in std::iter::once("term").chain(SHARED) {
            self.ask(Query::Template(format!("components/{name}.html").into()));
        }
        let mut given = Context::new();
        for key in ["title", "acronym", "definition", "address"] {
            let value = row.get(&Key::Str(key)).cloned().unwrap_or_else(Value::none);
            given.insert_value(key, value);
        }
        let anchor = row.get(&Key::Str("anchor")).and_then(Value::as_str);
        let own = format!("{}{}", self.scope, anchor.unwrap_or_default());
        given.insert_value("id", Value::from(own.as_str()));
        let drawn = self.engine.component(self.page, "term", given, &words);
        match drawn {
            Ok(html) => html.trim().to_owned(),
            Err(fault) => {
                self.fault.borrow_mut().get_or_insert(fault);
                String::new()
            }
        }
    }

    fn argument(&self, argument: &Argument) -> Option<Value> {
        let language = self.language();
        Some(match (&argument.value, argument.parameter.kind) {
            (Given::Text(path), ParameterKind::Image) => self.image_value(path)?,
            (Given::Text(path), ParameterKind::File) => self.download(path)?,
            (Given::Text(destination), ParameterKind::Link) => {
                let target = self.link(destination);
                map([
                    ("href", Value::from(target.href?)),
                    ("language", text_or_none(target.hreflang)),
                    ("note", text_or_none(target.note)),
                ])
            }
            (Given::Text(tag), ParameterKind::Language) => {
                self.named_language(tag, *tag != *self.language().tag)
            }
            // Given to the drawing, not to the component.
            (
                _,
                ParameterKind::Data
                | ParameterKind::Columns
                | ParameterKind::Name
                | ParameterKind::Block,
            ) => return None,
            (Given::Text(text), _) => Value::from(text.as_str()),
            (Given::Texts(tags), _) => {
                let names = tags.iter().map(|tag| Value::from(self.in_language(tag)));
                Value::from(names.collect::<Vec<Value>>())
            }
            (Given::Count(seconds), ParameterKind::Duration) => self.duration(*seconds),
            (Given::Count(count), _) => Value::from(*count),
            (Given::Date(date, style), _) => {
                let iso = date.to_string();
                let length = match style {
                    rihla_text::language::DateStyle::Year => 4,
                    rihla_text::language::DateStyle::Month => 7,
                    _ => iso.len(),
                };
                map([
                    ("text", Value::from(language.date(*date, *style))),
                    ("iso", Value::from(&iso[..length.min(iso.len())])),
                ])
            }
            (Given::Columns(_), _) => return None,
        })
    }

    fn language(&self) -> &Language {
        &self.site.settings().languages[self.page.language]
    }

    /// The path in the site of a file that a text names.
    fn path_of(&self, name: &str) -> Arc<str> {
        let name = decoded(name);
        let path = match name.strip_prefix('/') {
            Some(rest) => relative("static", rest),
            None => relative(&self.folder, &name),
        };
        path.unwrap_or_default().into()
    }

    /// `{src, width, height}` of an image.
    fn image_value(&self, name: &str) -> Option<Value> {
        let image = self.image(name);
        let side = |side: Option<u32>| side.map_or_else(Value::none, Value::from);
        (!image.src.is_empty()).then(|| {
            map([
                ("src", Value::from(image.src)),
                ("width", side(image.width)),
                ("height", side(image.height)),
            ])
        })
    }

    /// `{src, format, bytes}` of a file.
    fn download(&self, name: &str) -> Option<Value> {
        let answer = self.ask(Query::Download(self.path_of(name)));
        let mut file = answer.into_map()?;
        let src = file.get(&Key::Str("src"))?.as_str()?.to_owned();
        file.insert(Key::Str("src"), Value::from(self.reach(src)));
        Some(Value::from(file))
    }

    fn in_language(&self, tag: &str) -> String {
        let name = self.phrase(&format!("in-language-{tag}"), &[]);
        match name.is_empty() {
            true => tag.to_owned(),
            false => name,
        }
    }

    /// `{tag, name, direction, other}`: `name` are words such as “in French”, and `other` says
    /// whether it is another language than the one around it.
    fn named_language(&self, tag: &str, is_other: bool) -> Value {
        map([
            ("tag", Value::from(tag)),
            ("name", Value::from(self.in_language(tag))),
            ("direction", Value::from(direction_of(tag).unwrap_or("ltr"))),
            ("other", Value::from(is_other)),
        ])
    }

    fn duration(&self, seconds: u64) -> Value {
        let text = self.phrase(
            "video-duration",
            &[
                ("minutes", (seconds / 60).to_string()),
                ("seconds", (seconds % 60).to_string()),
            ],
        );
        map([
            ("seconds", Value::from(seconds)),
            ("text", Value::from(text)),
        ])
    }

    /// The lines of a directive as maps from the names of their columns.
    fn rows(&self, drawn: &Drawn<'_>) -> Value {
        let (Holds::Lines(columns), Body::Lines(lines)) =
            (&drawn.directive.shape.holds, &drawn.directive.body)
        else {
            return Value::from(Vec::<Value>::new());
        };
        let rows = lines.iter().zip(&drawn.rows).map(|(line, html)| {
            let mut row = Map::new();
            for ((column, cell), html) in columns.iter().zip(&line.cells).zip(html) {
                if cell.inlines.is_empty() {
                    continue;
                }
                let value = match column.kind {
                    ColumnKind::Words => Some(Value::safe_string(html)),
                    ColumnKind::Plain => {
                        Some(Value::from(rihla_text::markdown::plain(&cell.inlines)))
                    }
                    ColumnKind::Image => self.image_value(&cell.text),
                    ColumnKind::Contact => Some(contact(&cell.text)),
                };
                if let Some(value) = value {
                    row.insert(Key::Str(column.name), value);
                }
            }
            Value::from(row)
        });
        Value::from(rows.collect::<Vec<Value>>())
    }

    /// What a chart's component is given besides its parameters; tells whether there is a chart.
    fn chart(&self, drawn: &Drawn<'_>, given: &mut Context) -> bool {
        let directive = drawn.directive;
        let Some(request) = chart_of(directive) else {
            return false;
        };
        let Some((table, request, notes, unit)) = self.figures(&request) else {
            return false;
        };
        let language = self.language();
        let (mut data, problems) = rihla_chart::select(&table, &request, "", language);
        if problems.iter().any(rihla_diagnostics::Diagnostic::is_error) {
            // They were told when the data were read.
            return false;
        }
        let names = data.series.iter_mut().map(|series| &mut series.label);
        for words in names.chain(&mut data.labels).chain([&mut data.x]) {
            *words = self.site.set(words, self.page.language).into_owned();
        }
        let unit = directive.text("unit").map(str::to_owned).or(unit);
        let title = directive.text("title").unwrap_or_default();
        let mut look = Look {
            language,
            id: &drawn.id,
            title,
            description: "",
            unit: unit.as_deref(),
        };
        let description = match directive.text("description") {
            Some(description) => description.to_owned(),
            None => self.description(&data, request.kind, &look),
        };
        look.description = &description;
        let drawing = rihla_chart::draw(&data, request.kind, &look);
        given.insert_value("drawing", Value::safe_string(&drawing));
        given.insert_value("table", self.table(&data, request.kind, &look));
        given.insert_value(
            "notes",
            Value::from(notes.into_iter().map(Value::from).collect::<Vec<Value>>()),
        );
        true
    }

    /// The figures that a chart shows, what is to be remarked of them, and their unit.
    fn figures(&self, request: &Request) -> Option<(Table, Request, Vec<String>, Option<String>)> {
        let language = self.page.language;
        let Some(by) = &request.by else {
            let path = self.path_of(&request.data.name);
            let answer = self.ask(Query::Data { path, language });
            let table = table_of(&answer)?;
            return Some((table, request.clone(), Vec::new(), None));
        };
        let value = request.value.as_ref().map(|value| value.name.clone());
        let answer = self.ask(Query::Tally(TallyQuery {
            collection: request.data.name.clone(),
            by: by.name.clone(),
            value,
            language,
        }));
        let table = table_of(&answer)?;
        let fields = answer.as_map()?;
        let text = |key: &'static str| fields.get(&Key::Str(key)).and_then(Value::as_str);
        let (by, value) = (text("by")?, text("value")?);
        let mut notes = Vec::new();
        if fields.get(&Key::Str("overlaps")).and_then(Value::as_bool) == Some(true) {
            notes.push(self.phrase("chart-overlaps", &[]));
        }
        let without = fields.get(&Key::Str("without")).and_then(Value::as_i64);
        if let Some(without) = without.filter(|without| *without > 0) {
            let number = self.language().number(&Decimal::from(without));
            notes.push(self.phrase("chart-without", &[("n", number)]));
        }
        Some((table, request.with_words(by, value), notes, None))
    }

    /// A sentence that names the smallest and the greatest figure.
    fn description(
        &self,
        data: &rihla_chart::Data,
        kind: rihla_chart::ChartKind,
        look: &Look,
    ) -> String {
        let mut least: Option<(f64, usize, usize, &Decimal)> = None;
        let mut most = least;
        for (series, row, value) in data.values() {
            let figure: f64 = value.to_string().parse().unwrap_or(0.0);
            if least.is_none_or(|(known, ..)| figure < known) {
                least = Some((figure, series, row, value));
            }
            if most.is_none_or(|(known, ..)| figure > known) {
                most = Some((figure, series, row, value));
            }
        }
        let (Some(least), Some(most)) = (least, most) else {
            return String::new();
        };
        let name = |(_, series, row, _): (f64, usize, usize, &Decimal)| {
            let row = data.labels.get(row).map_or("", String::as_str);
            match data.series.len() {
                1 => row.to_owned(),
                _ => format!("{row}, {}", data.series[series].label),
            }
        };
        let kind = self.phrase(&format!("chart-{}", kind.as_str()), &[]);
        self.phrase(
            "chart-description",
            &[
                ("kind", kind),
                ("least", look.figure(least.3)),
                ("least_row", name(least)),
                ("most", look.figure(most.3)),
                ("most_row", name(most)),
            ],
        )
    }

    /// `{address, bytes}` of the figures as a file that a spreadsheet of the page's language opens.
    fn file_of(&self, data: &rihla_chart::Data, columns: &[String], look: &Look) -> Value {
        let comma = query::has_decimal_comma(look.language);
        let head = columns.iter().map(|column| query::inert(column)).collect();
        let rows = data.labels.iter().enumerate().map(|(row, name)| {
            let figures = data.series.iter().map(|series| {
                let figure = series.values.get(row).and_then(Option::as_ref);
                let figure = figure.map_or_else(String::new, ToString::to_string);
                if comma {
                    figure.replace('.', ",")
                } else {
                    figure
                }
            });
            std::iter::once(query::inert(name)).chain(figures).collect()
        });
        let text = query::csv(std::iter::once(head).chain(rows), comma);
        let name = match slug(look.title) {
            name if name.is_empty() => "figures".to_owned(),
            name => name,
        };
        self.ask(Query::Figures {
            name: name.into(),
            text: text.into(),
        })
    }

    /// `{caption, columns, rows, file}`: the figures for those who read rather than look.
    fn table(&self, data: &rihla_chart::Data, kind: rihla_chart::ChartKind, look: &Look) -> Value {
        let texts = |texts: Vec<String>| {
            Value::from(texts.into_iter().map(Value::from).collect::<Vec<_>>())
        };
        let mut columns = vec![data.x.clone()];
        columns.extend(data.series.iter().map(|series| match look.unit {
            Some(unit) if unit != "%" => format!("{} ({unit})", series.label),
            _ => series.label.clone(),
        }));
        let parts = match kind {
            rihla_chart::ChartKind::Share => rihla_chart::parts(data),
            _ => Vec::new(),
        };
        let missing = self.phrase("chart-no-figure", &[]);
        let file = self.file_of(data, &columns, look);
        let rows = data.labels.iter().enumerate().map(|(row, name)| {
            let cells = data.series.iter().enumerate().map(|(number, series)| {
                let Some(value) = &series.values[row] else {
                    return missing.clone();
                };
                let figure = look.figure(value);
                let part = parts.get(row).and_then(|parts| parts.get(number)?.as_ref());
                match part.map(|part| look.language.percent(part)) {
                    Some(part) if part != figure => format!("{figure} ({part})"),
                    _ => figure,
                }
            });
            map([
                ("name", Value::from(name.as_str())),
                ("cells", texts(cells.collect())),
            ])
        });
        map([
            (
                "caption",
                Value::from(self.phrase("chart-table", &[("title", look.title.to_owned())])),
            ),
            ("rows", Value::from(rows.collect::<Vec<Value>>())),
            ("columns", texts(columns)),
            ("file", file),
        ])
    }
}

fn text_or_none(text: Option<String>) -> Value {
    text.map_or_else(Value::none, Value::from)
}

/// The table that an answer holds.
fn table_of(answer: &Value) -> Option<Table> {
    let fields = answer.as_map()?;
    let rows = fields.get(&Key::Str("rows"))?.as_array()?;
    let comma = fields.get(&Key::Str("comma")).and_then(Value::as_bool) == Some(true);
    let rows = rows.iter().map(|row| {
        let cells = row.as_array().unwrap_or_default().iter();
        cells
            .map(|cell| cell.as_str().unwrap_or_default())
            .collect()
    });
    Some(Table::of_texts(rows, comma))
}

/// `{text, href}`: how somebody is reached.
fn contact(text: &str) -> Value {
    let number = without_extension(text);
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    // ITU-T E.164 has 15 digits at most: more are two numbers.
    let is_number = (5..=16).contains(&digits.len())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+()-./".contains(c));
    let is_address = text.contains('@') && !text.contains(char::is_whitespace);
    let href = if text.starts_with("https://") || text.starts_with("http://") {
        Some(text.to_owned())
    } else if is_address {
        Some(format!("mailto:{text}"))
    } else if is_number {
        Some(format!("tel:{digits}"))
    } else {
        None
    };
    map([("text", Value::from(text)), ("href", text_or_none(href))])
}

/// A telephone number without the one inside an office: `05 37 65 28 81 poste 12`.
fn without_extension(text: &str) -> &str {
    const WORDS: &[&str] = &["poste", "post", "ext", "ext.", "extension", "x", "int."];
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let head = digits.trim_end();
    let word = head.rsplit(|c: char| c.is_whitespace() || c == ',').next();
    match word {
        Some(word) if digits.len() < text.len() && WORDS.contains(&&*word.to_lowercase()) => {
            head[..head.len() - word.len()].trim_end_matches([' ', ',', '\u{a0}'])
        }
        _ => text,
    }
}

/// The name of the site of an address, without `www.`.
fn host(address: &str) -> String {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = after.split(['/', '?', '#']).next().unwrap_or(after);
    let host = host.rsplit('@').next().unwrap_or(host);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_reach_somebody() {
        let href = |text: &str| {
            let value = contact(text);
            let href = value.as_map().and_then(|map| map.get(&Key::Str("href")));
            href.and_then(Value::as_str).unwrap_or("-").to_owned()
        };
        assert_eq!(href("a.b@example.org"), "mailto:a.b@example.org");
        assert_eq!(href("+212 5 37 65 28 81"), "tel:+212537652881");
        for text in ["05 37 65 28 81 poste 12", "05 37 65 28 81, ext. 12"] {
            assert_eq!(href(text), "tel:0537652881");
        }
        assert_eq!(href("05 37 65 28 81 / 06 61 00 00 00"), "-");
        assert_eq!(href("https://example.org/a"), "https://example.org/a");
        assert_eq!(href("javascript:alert(1)"), "-");
        assert_eq!(href("Bureau 12"), "-");
        assert_eq!(host("https://www.example.org:8080/a?b"), "example.org:8080");
    }
}
