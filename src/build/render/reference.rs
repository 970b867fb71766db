//! The reference of what templates can call, printed from the tables that they are run with.

use std::fmt::Write as _;

use super::call::Parameter;
use super::filters::FILTERS;
use super::functions::FUNCTIONS;
use rihla_diagnostics::Messages;
use rihla_text::markdown::directive::{ColumnKind, DIRECTIVES, Holds, ParameterKind, Shape};

/// The functions, in Markdown: what each answers, its arguments, a use of it.
pub fn functions(messages: Messages) -> String {
    let mut out = format!("\n{}\n", words("reference-functions-intro", messages));
    for function in FUNCTIONS {
        row(
            &mut out,
            ("function", function.name),
            function.parameters,
            function.example,
            messages,
        );
    }
    out
}

/// The filters, in the same form.
pub fn filters(messages: Messages) -> String {
    let mut out = format!("\n{}\n", words("reference-filters-intro", messages));
    for filter in FILTERS {
        row(
            &mut out,
            ("filter", filter.name),
            filter.parameters,
            filter.example,
            messages,
        );
    }
    out
}

/// What the components of directives are given, in Markdown.
pub fn components(messages: Messages) -> String {
    let mut out = format!("\n{}\n", words("reference-components-intro", messages));
    for shape in DIRECTIVES {
        component(&mut out, shape, messages);
    }
    out
}

/// A text by an id that is put together; the id where there is none, which a test finds.
fn words(id: &str, messages: Messages) -> String {
    messages.named_text(id).unwrap_or_else(|| id.to_owned())
}

/// What the component of a directive is given.
fn component(out: &mut String, shape: &Shape, messages: Messages) {
    // Writing to a text does not fail.
    let _ = write!(out, "\n## `{}`\n\n", shape.component());
    let colon = words("print-colon", messages);
    let line = |name: &str, required, value: String| {
        let needed = match required {
            true => String::new(),
            false => words("reference-or-not", messages),
        };
        format!("- `{name}`{needed}{colon} {value}\n")
    };
    for parameter in shape.parameters {
        let value = match parameter.kind {
            ParameterKind::Text
            | ParameterKind::Alternative
            | ParameterKind::Address
            | ParameterKind::Choice(_) => words("argument-text", messages),
            ParameterKind::Image => "`src`, `width`, `height`".to_owned(),
            ParameterKind::File => words("given-file", messages),
            ParameterKind::Link => words("given-link", messages),
            ParameterKind::Language => words("given-language", messages),
            ParameterKind::Languages => words("given-languages", messages),
            ParameterKind::Count => words("argument-number", messages),
            ParameterKind::Date => "`text`, `iso`".to_owned(),
            ParameterKind::Duration => "`text`, `seconds`".to_owned(),
            ParameterKind::Block => words("given-language", messages),
            ParameterKind::Data | ParameterKind::Columns | ParameterKind::Name => continue,
        };
        out.push_str(&line(parameter.name, parameter.required, value));
    }
    let more: &[(&str, &str)] = match shape.name {
        "chart" => &[
            ("drawing", "given-drawing"),
            ("table", "given-table"),
            ("notes", "given-notes"),
        ],
        "video" => &[("site", "given-video-site")],
        _ => &[],
    };
    for (name, id) in more {
        out.push_str(&line(name, true, words(id, messages)));
    }
    if let Holds::Lines(columns) = shape.holds {
        out.push_str(&line("rows", true, words("given-rows", messages)));
        for column in columns {
            let value = match column.kind {
                ColumnKind::Words => "HTML".to_owned(),
                ColumnKind::Plain => words("argument-text", messages),
                ColumnKind::Image => "`src`, `width`, `height`".to_owned(),
                ColumnKind::Contact => words("given-contact", messages),
            };
            let value = format!("{}; {value}", column.text.get(messages));
            let _ = write!(out, "  {}", line(column.name, column.required, value));
        }
    }
    let body = match shape.name {
        "include" => "given-included",
        _ => "given-body",
    };
    out.push_str(&line("body", true, words(body, messages)));
}

fn row(
    out: &mut String,
    (kind, name): (&str, &str),
    parameters: &[Parameter],
    example: &str,
    messages: Messages,
) {
    let own = format!("{kind}-{}", name.replace('_', "-"));
    let colon = words("print-colon", messages);
    // Writing to a text does not fail.
    let _ = write!(out, "\n## `{name}`\n\n{}\n\n", words(&own, messages));
    for parameter in parameters {
        let needed = match parameter.required {
            true => String::new(),
            false => words("reference-or-not", messages),
        };
        let text = messages.named_text(&format!("{own}-{}", parameter.name));
        let text =
            text.unwrap_or_else(|| words(&format!("parameter-{}", parameter.name), messages));
        let _ = writeln!(out, "- `{}`{needed}{colon} {text}", parameter.name);
    }
    if !parameters.is_empty() {
        out.push('\n');
    }
    let _ = write!(out, "```html\n{example}\n```\n");
}
