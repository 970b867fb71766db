//! The table of directives.

use super::{Across, Column, ColumnKind, Holds, Parameter, ParameterKind, Shape};
use rihla_diagnostics::Text;

const fn required(name: &'static str, kind: ParameterKind, text: &'static str) -> Parameter {
    Parameter {
        name,
        kind,
        required: true,
        text: Text(text),
        across: kind.across(),
    }
}

const fn optional(name: &'static str, kind: ParameterKind, text: &'static str) -> Parameter {
    Parameter {
        name,
        kind,
        required: false,
        text: Text(text),
        across: kind.across(),
    }
}

const fn column(
    name: &'static str,
    kind: ColumnKind,
    required: bool,
    text: &'static str,
) -> Column {
    Column {
        name,
        kind,
        required,
        text: Text(text),
        across: kind.across(),
    }
}

impl Parameter {
    const fn across(mut self, across: Across) -> Self {
        self.across = across;
        self
    }
}

impl Column {
    const fn across(mut self, across: Across) -> Self {
        self.across = across;
        self
    }
}

const TITLE: &str = "title";

/// The directive in whose place a text of the collection `blocks` stands, and the parameter that names the text.
pub(super) const INCLUDE: &str = "include";
pub(super) const BLOCK: &str = "block";

const SOURCE: Parameter = optional("source", ParameterKind::Text, "directive-any-source");

const URL: Parameter = optional("url", ParameterKind::Address, "directive-any-url");

const DATE: Parameter = optional("date", ParameterKind::Date, "directive-any-date");

/// Every directive, in the order of the documents.
pub static DIRECTIVES: &[Shape] = &[
    Shape {
        name: "figure",
        parameters: &[
            required("file", ParameterKind::Image, "directive-figure-file"),
            optional("alt", ParameterKind::Alternative, "directive-figure-alt"),
            optional("credit", ParameterKind::Text, "directive-figure-credit")
                .across(Across::People),
        ],
        first: None,
        holds: Holds::Caption,
        line: Text("directive-figure-lines"),
        text: Text("directive-figure"),
        example: Text("directive-figure-example"),
    },
    Shape {
        name: "gallery",
        parameters: &[],
        first: None,
        holds: Holds::Lines(&[
            column(
                "file",
                ColumnKind::Image,
                true,
                "directive-gallery-line-file",
            ),
            column("alt", ColumnKind::Plain, true, "directive-gallery-line-alt"),
            column(
                "caption",
                ColumnKind::Words,
                false,
                "directive-gallery-line-caption",
            ),
            column(
                "credit",
                ColumnKind::Plain,
                false,
                "directive-gallery-line-credit",
            )
            .across(Across::People),
        ]),
        line: Text("directive-gallery-lines"),
        text: Text("directive-gallery"),
        example: Text("directive-gallery-example"),
    },
    Shape {
        name: "note",
        parameters: &[
            optional(
                "kind",
                ParameterKind::Choice(&["info", "important", "warning"]),
                "directive-note-kind",
            ),
            optional(TITLE, ParameterKind::Text, "directive-note-title"),
        ],
        first: None,
        holds: Holds::Blocks {
            required: true,
            others: true,
        },
        line: Text("directive-note-lines"),
        text: Text("directive-note"),
        example: Text("directive-note-example"),
    },
    Shape {
        name: "quote",
        parameters: &[
            optional("author", ParameterKind::Text, "directive-quote-author")
                .across(Across::People),
            optional("role", ParameterKind::Text, "directive-quote-role"),
            optional("source", ParameterKind::Text, "directive-quote-source"),
            optional("url", ParameterKind::Address, "directive-quote-url"),
            optional("date", ParameterKind::Date, "directive-quote-date"),
        ],
        first: None,
        holds: Holds::Blocks {
            required: true,
            others: true,
        },
        line: Text("directive-quote-lines"),
        text: Text("directive-quote"),
        example: Text("directive-quote-example"),
    },
    Shape {
        name: "key-figures",
        parameters: &[SOURCE, URL, DATE],
        first: None,
        holds: Holds::Lines(&[
            column(
                "value",
                ColumnKind::Words,
                true,
                "directive-key-figures-line-value",
            ),
            column(
                "label",
                ColumnKind::Words,
                true,
                "directive-key-figures-line-label",
            ),
            column(
                "note",
                ColumnKind::Words,
                false,
                "directive-key-figures-line-note",
            ),
        ]),
        line: Text("directive-key-figures-lines"),
        text: Text("directive-key-figures"),
        example: Text("directive-key-figures-example"),
    },
    Shape {
        name: "people",
        parameters: &[],
        first: None,
        holds: Holds::Lines(&[
            column(
                "name",
                ColumnKind::Words,
                true,
                "directive-people-line-name",
            )
            .across(Across::People),
            column(
                "role",
                ColumnKind::Words,
                false,
                "directive-people-line-role",
            ),
            column(
                "contact",
                ColumnKind::Contact,
                false,
                "directive-people-line-contact",
            ),
            column(
                "picture",
                ColumnKind::Image,
                false,
                "directive-people-line-picture",
            ),
        ]),
        line: Text("directive-people-lines"),
        text: Text("directive-people"),
        example: Text("directive-people-example"),
    },
    Shape {
        name: "download",
        parameters: &[
            required("file", ParameterKind::File, "directive-download-file"),
            required(TITLE, ParameterKind::Text, "directive-download-title"),
            required(
                "language",
                ParameterKind::Language,
                "directive-download-language",
            ),
            optional("pages", ParameterKind::Count, "directive-download-pages"),
        ],
        first: None,
        holds: Holds::Nothing,
        line: Text("directive-download-lines"),
        text: Text("directive-download"),
        example: Text("directive-download-example"),
    },
    Shape {
        name: "video",
        parameters: &[
            required("url", ParameterKind::Address, "directive-video-url"),
            required(TITLE, ParameterKind::Text, "directive-video-title"),
            optional("picture", ParameterKind::Image, "directive-video-picture"),
            optional(
                "language",
                ParameterKind::Language,
                "directive-video-language",
            ),
            optional(
                "captions",
                ParameterKind::Languages,
                "directive-video-captions",
            ),
            optional(
                "transcript",
                ParameterKind::Link,
                "directive-video-transcript",
            ),
            optional(
                "duration",
                ParameterKind::Duration,
                "directive-video-duration",
            ),
        ],
        first: None,
        holds: Holds::Blocks {
            required: false,
            others: false,
        },
        line: Text("directive-video-lines"),
        text: Text("directive-video"),
        example: Text("directive-video-example"),
    },
    Shape {
        name: "chart",
        parameters: &[
            required("data", ParameterKind::Data, "directive-chart-data"),
            required(
                "kind",
                ParameterKind::Choice(&["bar", "line", "share"]),
                "directive-chart-kind",
            ),
            required(TITLE, ParameterKind::Text, "directive-chart-title"),
            optional("x", ParameterKind::Columns, "directive-chart-x"),
            optional("y", ParameterKind::Columns, "directive-chart-y"),
            optional("by", ParameterKind::Name, "directive-chart-by"),
            optional("value", ParameterKind::Name, "directive-chart-value"),
            optional("unit", ParameterKind::Text, "directive-chart-unit").across(Across::Unit),
            optional(
                "description",
                ParameterKind::Text,
                "directive-chart-description",
            ),
            SOURCE,
            URL,
            DATE,
        ],
        first: None,
        holds: Holds::Blocks {
            required: false,
            others: false,
        },
        line: Text("directive-chart-lines"),
        text: Text("directive-chart"),
        example: Text("directive-chart-example"),
    },
    Shape {
        name: "lang",
        parameters: &[required(
            "tag",
            ParameterKind::Language,
            "directive-lang-tag",
        )],
        first: Some("tag"),
        holds: Holds::Blocks {
            required: true,
            others: true,
        },
        line: Text("directive-lang-lines"),
        text: Text("directive-lang"),
        example: Text("directive-lang-example"),
    },
    Shape {
        name: INCLUDE,
        parameters: &[required(
            BLOCK,
            ParameterKind::Block,
            "directive-include-block",
        )],
        first: None,
        holds: Holds::Nothing,
        line: Text("directive-include-lines"),
        text: Text("directive-include"),
        example: Text("directive-include-example"),
    },
    Shape {
        name: "accessibility",
        parameters: &[],
        first: None,
        holds: Holds::Nothing,
        line: Text("directive-accessibility-lines"),
        text: Text("directive-accessibility"),
        example: Text("directive-accessibility-example"),
    },
];
