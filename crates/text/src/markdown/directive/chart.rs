//! What a chart of a text asks for. How it is drawn, and what its data are, is not known here.

use std::sync::Arc;

use rihla_diagnostics::Span;

/// How a chart shows its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// Bars.
    Bar,
    /// Lines.
    Line,
    /// Parts of a whole.
    Share,
}

impl ChartKind {
    /// The kind of this name: `bar`, `line`, `share`.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "bar" => Some(Self::Bar),
            "line" => Some(Self::Line),
            "share" => Some(Self::Share),
            _ => None,
        }
    }

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Line => "line",
            Self::Share => "share",
        }
    }
}

/// A name and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: Arc<str>,
    /// Where.
    pub span: Span,
}

/// A column of a table, as a chart asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As in the first row of the table.
    pub name: String,
    /// The words that are shown for it.
    pub label: String,
    /// Where it is asked for.
    pub span: Span,
}

/// What a chart asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How it shows its figures.
    pub kind: ChartKind,
    /// A file beside the text; a collection where `by` is given.
    pub data: Named,
    /// The column of names; the first one where there is none.
    pub x: Option<Column>,
    /// The columns of figures; all others where there are none.
    pub y: Vec<Column>,
    /// What the entries of a collection are counted by.
    pub by: Option<Named>,
    /// What is added up.
    pub value: Option<Named>,
}

impl Request {
    /// Visits every place.
    pub fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.data.span);
        for named in self.by.iter_mut().chain(&mut self.value) {
            visit(&mut named.span);
        }
        for column in self.x.iter_mut().chain(&mut self.y) {
            visit(&mut column.span);
        }
    }

    /// The columns that are shown where the chart names none: the words for what entries are
    /// counted by, and for what is counted.
    #[must_use]
    pub fn with_words(&self, by: &str, value: &str) -> Self {
        let column = |name: Option<&Named>, words: &str| {
            let name = name.map_or("count", |named| &named.name);
            Column {
                name: name.to_owned(),
                label: words.to_owned(),
                span: self.data.span,
            }
        };
        let mut request = self.clone();
        if request.x.is_none() {
            request.x = Some(column(self.by.as_ref(), by));
        }
        if request.y.is_empty() {
            request.y.push(column(self.value.as_ref(), value));
        }
        request
    }
}
