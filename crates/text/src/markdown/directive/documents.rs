//! The documents for writers, printed from the table.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{Column, DIRECTIVES, Holds, Parameter, ParameterKind, Shape};
use rihla_diagnostics::{Messages, Text};

const REQUIRED: Text = Text("directives-required");
const OPTIONAL: Text = Text("directives-optional");
const PARAMETER: Text = Text("directives-parameter");
const VALUE: Text = Text("directives-value");
const PART: Text = Text("directives-part");
const INSIDE: [Text; 4] = [
    Text("directives-inside-blocks"),
    Text("directives-inside-caption"),
    Text("directives-inside-lines"),
    Text("directives-inside-nothing"),
];
const SHOWS: Text = Text("directives-shows");

/// The part of the document that the table tells, in one language. `shown` gives what a page
/// shows of the example of a directive, as HTML without empty lines.
pub fn reference(messages: Messages, shown: &dyn Fn(&Shape) -> String) -> String {
    let mut out = String::new();
    for shape in DIRECTIVES {
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "\n## `{}`\n\n{}\n\n",
            shape.name,
            shape.text.get(messages)
        );
        parameters(shape, messages, &mut out);
        let inside = match shape.holds {
            Holds::Blocks { others: true, .. } => 0,
            Holds::Blocks { .. } | Holds::Caption => 1,
            Holds::Lines(_) => 2,
            Holds::Nothing => 3,
        };
        let _ = write!(out, "{}\n\n", INSIDE[inside].get(messages));
        if let Holds::Lines(columns) = shape.holds {
            lines(columns, messages, &mut out);
        }
        let _ = write!(
            out,
            "```markdown\n{}\n```\n\n{}\n\n{}\n",
            shape.example.get(messages),
            SHOWS.get(messages),
            shown(shape)
        );
    }
    out
}

fn need(required: bool, messages: Messages) -> Cow<'static, str> {
    match required {
        true => REQUIRED.get(messages),
        false => OPTIONAL.get(messages),
    }
}

fn parameters(shape: &Shape, messages: Messages, out: &mut String) {
    if shape.parameters.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "| {} | | {} |\n|---|---|---|\n",
        PARAMETER.get(messages),
        VALUE.get(messages)
    );
    for Parameter {
        name,
        kind,
        required,
        text,
        ..
    } in shape.parameters
    {
        let text = text.get(messages);
        let text = match kind {
            // The words of these say it all.
            ParameterKind::Text | ParameterKind::Alternative | ParameterKind::Choice(_) => {
                text.into_owned()
            }
            kind => format!("{text} ({})", kind.expected().0.get(messages)),
        };
        let text = text.replace('|', "\\|");
        let _ = writeln!(out, "| `{name}` | {} | {text} |", need(*required, messages));
    }
    out.push('\n');
}

fn lines(columns: &[Column], messages: Messages, out: &mut String) {
    let _ = write!(out, "| {} | |\n|---|---|\n", PART.get(messages));
    for column in columns {
        let _ = writeln!(
            out,
            "| {} | {} |",
            column.text.get(messages),
            need(column.required, messages)
        );
    }
    out.push('\n');
}
