//! The documents for writers, printed from the table.

use std::fmt::Write as _;

use super::{Column, DIRECTIVES, Holds, Parameter, ParameterKind, Shape};
use rihla_diagnostics::{Bilingual, Messages};

const REQUIRED: Bilingual = Bilingual {
    en: "required",
    fr: "obligatoire",
};
const OPTIONAL: Bilingual = Bilingual {
    en: "optional",
    fr: "facultatif",
};
const PARAMETER: Bilingual = Bilingual {
    en: "parameter",
    fr: "paramètre",
};
const VALUE: Bilingual = Bilingual {
    en: "value",
    fr: "valeur",
};
const PART: Bilingual = Bilingual {
    en: "part of a line",
    fr: "partie d’une ligne",
};
const INSIDE: [Bilingual; 4] = [
    Bilingual {
        en: "Between the two lines: Markdown, and other directives.",
        fr: "Entre les deux lignes : du Markdown, et d’autres directives.",
    },
    Bilingual {
        en: "Between the two lines: Markdown, or nothing.",
        fr: "Entre les deux lignes : du Markdown, ou rien.",
    },
    Bilingual {
        en: "Between the two lines: one thing a line, its parts separated by `|`.",
        fr: "Entre les deux lignes : une chose par ligne, ses parties séparées par `|`.",
    },
    Bilingual {
        en: "Between the two lines: nothing.",
        fr: "Entre les deux lignes : rien.",
    },
];
const SHOWS: Bilingual = Bilingual {
    en: "What the page shows, without the theme’s style:",
    fr: "Ce que montre la page, sans la mise en forme du thème :",
};

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

fn need(required: bool, messages: Messages) -> &'static str {
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
    } in shape.parameters
    {
        let text = text.get(messages);
        let text = match kind {
            // The words of these say it all.
            ParameterKind::Text | ParameterKind::Alternative | ParameterKind::Choice(_) => {
                text.to_owned()
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
