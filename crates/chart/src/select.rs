//! The columns of a table that a chart shows, as figures.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::number::{figure, has_point};
use super::{ChartKind, Column, MOST_SERIES, Request, Table};
use rihla_diagnostics::catalogue::chart as say;
use rihla_diagnostics::{Diagnostic, Location, Span, nearest};
use rihla_text::language::{DateStyle, Decimal, Language};

/// How many rows a chart of bars can have: each takes a line or two.
const MOST_BARS: usize = 40;

/// How many rows a chart of lines can have; its table shows all of them.
const MOST_POINTS: usize = 400;

/// The figures of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// What the rows are, in a word.
    pub x: String,
    /// The names of the rows, as the page's language writes them.
    pub labels: Vec<String>,
    /// Where the rows lie on a scale, if their names are years, dates or numbers that grow.
    pub places: Option<Vec<f64>>,
    /// The figures, a series for each column.
    pub series: Vec<Series>,
}

/// The figures of one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The words that are shown for it.
    pub label: String,
    /// One for each row; `None` where there is none.
    pub values: Vec<Option<Decimal>>,
}

impl Data {
    /// The smallest and the greatest figure.
    pub fn range(&self) -> Option<(f64, f64)> {
        let mut values = self.values().map(|(_, _, value)| to_f64(value));
        let first = values.next()?;
        Some(values.fold((first, first), |(least, most), value| {
            (least.min(value), most.max(value))
        }))
    }

    /// All figures, with the numbers of their series and rows.
    pub fn values(&self) -> impl Iterator<Item = (usize, usize, &Decimal)> {
        self.series.iter().enumerate().flat_map(|(number, series)| {
            let rows = series.values.iter().enumerate();
            rows.filter_map(move |(row, value)| Some((number, row, value.as_ref()?)))
        })
    }
}

/// A figure as a place on a scale; at most 100 digits, so that it is finite.
pub(super) fn to_f64(figure: &Decimal) -> f64 {
    figure.to_string().parse().unwrap_or(0.0)
}

/// Reads what a chart asks for from a table.
///
/// `request` stands in the file `place`. The labels of rows are written for `language`. The
/// data are complete where nothing is wrong; what is wrong is said at its cell, or where the
/// column is asked for.
pub fn select(
    table: &Table,
    request: &Request,
    place: &str,
    language: &Language,
) -> (Data, Vec<Diagnostic>) {
    let mut selector = Selector {
        table,
        request,
        place,
        problems: Vec::new(),
    };
    let data = selector.data(language);
    (data, selector.problems)
}

struct Selector<'a> {
    table: &'a Table,
    request: &'a Request,
    place: &'a str,
    problems: Vec<Diagnostic>,
}

impl Selector<'_> {
    /// Says something of a cell, or of the data as a whole where it stands in no file.
    fn report(&mut self, diagnostic: Diagnostic, span: Option<Span>) {
        let place = match span {
            Some(span) => Location::new(self.table.path.clone(), span),
            None => Location::new(self.place, self.request.data.span),
        };
        self.problems.push(diagnostic.placed(place));
    }

    fn column(&mut self, column: &Column) -> Option<usize> {
        let names = || self.table.columns.iter().map(|cell| cell.text.as_str());
        let found = names().position(|name| name == column.name);
        if found.is_none() {
            let known: Vec<&str> = names().collect();
            let near = nearest(&column.name, known.iter().copied());
            let finding = Diagnostic::at(&say::COLUMN, self.place, column.span);
            let finding = finding.with("column", &column.name);
            let is_alone = column.span.end - column.span.start == column.name.len();
            let finding = match near.filter(|near| is_alone && !near.contains([' ', ','])) {
                Some(near) => finding.meant(column.span, Some(near)),
                None => finding.with_some("nearest", near),
            };
            let mut diagnostic = finding.with("known", known.join(", "));
            if let Some(span) = self.table.columns.first().and_then(|cell| cell.span) {
                let place = Location::new(self.table.path.clone(), span);
                diagnostic = diagnostic.related(place, say::COLUMNS_HERE);
            }
            self.problems.push(diagnostic);
        }
        found
    }

    fn data(&mut self, language: &Language) -> Data {
        let table = self.table;
        if table.columns.is_empty() || table.rows.is_empty() {
            return Data::default();
        }
        let x = match &self.request.x {
            Some(column) => self.column(column).map(|at| (at, column.label.clone())),
            None => Some((0, table.columns[0].text.clone())),
        };
        let mut y: Vec<(usize, String)> = Vec::new();
        for column in &self.request.y {
            if let Some(at) = self.column(column) {
                y.push((at, column.label.clone()));
            }
        }
        let Some((x, x_label)) = x else {
            return Data::default();
        };
        if self.request.y.is_empty() {
            let others = table.columns.iter().enumerate();
            y.extend(
                others
                    .filter(|(at, _)| *at != x)
                    .map(|(at, cell)| (at, cell.text.clone())),
            );
        }
        let series: Vec<Series> = y
            .into_iter()
            .map(|(at, label)| Series {
                label,
                values: self.figures(at),
            })
            .collect();
        let names: Vec<&str> = table
            .rows
            .iter()
            .map(|row| row.get(x).map_or("", |cell| cell.text.as_str()))
            .collect();
        let (labels, places) = labels(&names, language);
        let data = Data {
            x: x_label,
            labels,
            places,
            series,
        };
        self.check(&data, x);
        data
    }

    /// The figures of a column.
    fn figures(&mut self, column: usize) -> Vec<Option<Decimal>> {
        let table = self.table;
        let mut figures = Vec::with_capacity(table.rows.len());
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        // What the site itself counts is written as numbers are.
        let is_counted = table.path.is_empty();
        let point = is_counted || cells.into_iter().any(|cell| has_point(&cell.text));
        for row in &table.rows {
            let Some(cell) = row.get(column) else {
                figures.push(None);
                continue;
            };
            figures.push(match figure(&cell.text, table.comma, point) {
                Ok(found) => found,
                Err(meant) => {
                    let message = match meant.len() {
                        2 => &say::NUMBER_READINGS,
                        _ => &say::NUMBER,
                    };
                    let diagnostic = Diagnostic::new(message)
                        .with("value", &cell.text)
                        .with_some("other", meant.get(1))
                        .with_some("suggested", meant.first());
                    let span = cell.span.unwrap_or_default();
                    let diagnostic = match cell.span {
                        Some(_) => meant.iter().fold(diagnostic, |diagnostic, meant| {
                            diagnostic.replace(span, meant)
                        }),
                        None => diagnostic,
                    };
                    self.report(diagnostic, cell.span);
                    None
                }
            });
            let is_negative = figures
                .last()
                .and_then(Option::as_ref)
                .is_some_and(|figure| to_f64(figure) < 0.0);
            if is_negative && self.request.kind == ChartKind::Share {
                self.report(
                    Diagnostic::new(&say::NEGATIVE).with("value", &cell.text),
                    cell.span,
                );
            }
        }
        figures
    }

    /// Whether the figures can be shown in a chart of this kind.
    fn check(&mut self, data: &Data, x: usize) {
        let rows = data.labels.len();
        let is_one_whole = self.request.kind == ChartKind::Share && data.series.len() == 1;
        if data.series.len() > MOST_SERIES {
            self.report(
                Diagnostic::new(&say::TOO_MANY_SERIES)
                    .with("count", data.series.len())
                    .with("most", MOST_SERIES),
                None,
            );
        }
        if is_one_whole && rows > MOST_SERIES {
            self.report(
                Diagnostic::new(&say::TOO_MANY_PARTS)
                    .with("count", rows)
                    .with("most", MOST_SERIES),
                None,
            );
        }
        let (most, other) = match self.request.kind {
            ChartKind::Line => (MOST_POINTS, None),
            ChartKind::Bar | ChartKind::Share => (MOST_BARS, Some("line")),
        };
        if rows > most && !is_one_whole {
            self.report(
                Diagnostic::new(&say::TOO_MANY_ROWS)
                    .with("count", rows)
                    .with("most", most)
                    .with_some("kind", other),
                None,
            );
        }
        self.check_names(x);
        let is_right = !self.problems.iter().any(Diagnostic::is_error);
        if data.values().next().is_none() && is_right {
            self.report(Diagnostic::new(&say::EMPTY), None);
        }
        if self.request.kind != ChartKind::Share || !is_right {
            return;
        }
        let sum = |values: &mut dyn Iterator<Item = &Option<Decimal>>| -> Option<f64> {
            values.map(|value| value.as_ref().map(to_f64)).sum()
        };
        if is_one_whole {
            if sum(&mut data.series[0].values.iter()) == Some(0.0) {
                let label = data.series[0].label.clone();
                self.report(Diagnostic::new(&say::NO_WHOLE).with("row", label), None);
            }
            return;
        }
        for row in 0..rows {
            if sum(&mut data.series.iter().map(|series| &series.values[row])) == Some(0.0) {
                let cell = self.table.rows[row].get(x).cloned().unwrap_or_default();
                self.report(
                    Diagnostic::new(&say::NO_WHOLE).with("row", cell.text),
                    cell.span,
                );
            }
        }
    }
}

impl Selector<'_> {
    /// Tells of rows that have one name.
    fn check_names(&mut self, x: usize) {
        let mut known = BTreeSet::new();
        for row in &self.table.rows {
            let Some(cell) = row.get(x).filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
            if !known.insert(cell.text.as_str()) {
                let finding = Diagnostic::new(&say::ROW_TWICE).with("row", &cell.text);
                self.report(finding, cell.span);
            }
        }
    }
}

/// The names of rows as a language writes them, and where they lie on a scale.
fn labels(names: &[&str], language: &Language) -> (Vec<String>, Option<Vec<f64>>) {
    let as_is = || names.iter().map(|name| (*name).to_owned()).collect();
    if let Some(dates) = all(names, day) {
        let labels = dates
            .iter()
            .map(|(date, style)| language.date(*date, *style))
            .collect();
        let places = dates.iter().map(|(date, _)| days(*date)).collect();
        return (labels, growing(places));
    }
    let places = all(names, |name| {
        name.parse::<f64>().ok().filter(|n| n.is_finite())
    });
    (as_is(), places.and_then(growing))
}

fn all<T>(names: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    names.iter().map(|name| read(name)).collect()
}

/// `2024-12` or `2024-12-31`.
fn day(name: &str) -> Option<(Date, DateStyle)> {
    let bytes = name.as_bytes();
    let shaped = bytes.iter().enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    match (shaped, name.len()) {
        (true, 7) => Some((format!("{name}-01").parse().ok()?, DateStyle::Month)),
        (true, 10) => Some((name.parse().ok()?, DateStyle::Long)),
        _ => None,
    }
}

/// Days since the beginning of the common era, near enough for a place on a scale.
fn days(date: Date) -> f64 {
    f64::from(date.year()) * 365.2425 + f64::from(date.day_of_year())
}

fn growing(places: Vec<f64>) -> Option<Vec<f64>> {
    let grows = places.windows(2).all(|pair| pair[0] < pair[1]);
    (grows && places.len() > 1).then_some(places)
}
