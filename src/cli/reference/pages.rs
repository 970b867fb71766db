//! The reference of the documentation: a page for each table of the program, in each of its languages.

use std::fmt::Write as _;

use super::super::table::{COMMANDS, COMMON, Opt};
use super::manual::{CODES, value};
use rihla_build::render::reference;
use rihla_diagnostics::catalogue::FILES;
use rihla_diagnostics::{Message, Messages, Severity, Text};
use rihla_site::config::{COLLECTION_KEYS, LANGUAGE_KEYS, SITE_KEYS, THEME_KEYS, TOKEN_KEYS};
use rihla_site::schema::{self, OPTIONS, types};
use rihla_text::markdown::directive::{DIRECTIVES, Holds, Shape};

/// The pages of messages: the name of a page, and the files of the catalogue that stand on it.
const GROUPS: [(&str, &[&str]); 4] = [
    (
        "text-messages",
        &[
            "yaml",
            "markdown",
            "directive",
            "chart",
            "content",
            "source",
            "language",
        ],
    ),
    (
        "site-messages",
        &[
            "schema", "graph", "check", "html", "pages", "external", "spelling", "fmt",
        ],
    ),
    (
        "settings-messages",
        &["config", "route", "plan", "hosting", "template"],
    ),
    (
        "program-messages",
        &["cli", "editorial", "remove", "serve", "write"],
    ),
];

/// The pages in a language: the names of their files, and what is in them.
pub(super) fn pages(messages: Messages) -> Vec<(String, Vec<u8>)> {
    let mut pages = vec![
        ("commands", commands(messages)),
        ("settings", settings(messages)),
        ("field-types", field_types(messages)),
        ("directives", directives(messages)),
        ("functions", reference::functions(messages)),
        ("filters", reference::filters(messages)),
        ("components", reference::components(messages)),
        ("rules", super::rules::rules(messages)),
    ];
    pages.extend(GROUPS.map(|(name, files)| (name, spoken(files, messages))));
    let numbered = pages.into_iter().enumerate();
    let pages = numbered.map(|(at, (name, text))| {
        let said = |what| named(&format!("reference-{name}-{what}"), messages);
        let head = format!(
            "---\ntitle: \"{}\"\nsummary: \"{}\"\nweight: {}\n---\n<!-- {} -->\n",
            said("title"),
            said("summary"),
            (at + 1) * 10,
            named("reference-printed", messages),
        );
        let name = format!("{name}.{}.md", messages.tag());
        (name, (head + &text).into_bytes())
    });
    pages.collect()
}

/// A text whose id is put together; its id where there is none, which a test finds.
pub(super) fn named(id: &str, messages: Messages) -> String {
    messages.named_text(id).unwrap_or_else(|| id.to_owned())
}

/// A cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// A table: its heads by their ids, and its rows.
fn table(out: &mut String, heads: &[&str], rows: &[Vec<String>], messages: Messages) {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heads: Vec<String> = heads.iter().map(|head| named(head, messages)).collect();
    out.push('\n');
    out.push_str(&line(&heads));
    out.push_str(&format!("|{}\n", "---|".repeat(heads.len())));
    for row in rows {
        out.push_str(&line(row));
    }
}

fn commands(messages: Messages) -> String {
    let mut out = format!("\n{}\n", named("reference-commands-intro", messages));
    for command in COMMANDS.iter().filter(|command| !command.is_hidden) {
        let about = command.about.get(messages);
        // Writing to a text does not fail.
        let _ = write!(out, "\n## `rihla {}`\n\n{}.\n", command.name, upper(&about));
        if let Some((name, about)) = command.operands {
            let colon = named("print-colon", messages);
            let _ = write!(
                out,
                "\n`{}`{colon} {}.\n",
                name.get(messages),
                escaped(&about.get(messages))
            );
        }
        options(&mut out, command.options, messages);
    }
    let _ = write!(out, "\n## {}\n", named("reference-common", messages));
    options(&mut out, COMMON, messages);
    let _ = write!(out, "\n## {}\n", named("reference-codes", messages));
    let rows: Vec<Vec<String>> = CODES
        .iter()
        .map(|(code, about)| vec![format!("`{code}`"), cell(&about.get(messages))])
        .collect();
    table(
        &mut out,
        &["reference-code", "reference-about"],
        &rows,
        messages,
    );
    out
}

fn options(out: &mut String, options: &[Opt], messages: Messages) {
    if options.is_empty() {
        return;
    }
    let rows = options.iter().map(|option| {
        let value = value(option, messages);
        let value = value.map_or_else(String::new, |value| format!(" {value}"));
        let about = escaped(&option.about.get(messages));
        vec![cell(&format!("`--{}{value}`", option.name)), cell(&about)]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table(
        out,
        &["reference-option", "reference-about"],
        &rows,
        messages,
    );
}

/// Keys with what they are for.
fn keys(out: &mut String, part: &str, names: &[&str], messages: Messages) {
    let rows = names.iter().map(|name| {
        let about = named(
            &format!("about-{part}-{}", name.replace('_', "-")),
            messages,
        );
        vec![format!("`{name}`"), cell(&escaped(&about))]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table(out, &["reference-key", "reference-about"], &rows, messages);
}

fn settings(messages: Messages) -> String {
    let mut out = String::new();
    let builtin = schema::builtin();
    let entry: Vec<&str> = builtin.fields.iter().map(|field| &*field.name).collect();
    let parts: [(&str, &str, &[&str]); 7] = [
        ("reference-keys-site", "site", SITE_KEYS),
        ("reference-keys-language", "language", LANGUAGE_KEYS),
        ("reference-keys-collection", "collection", COLLECTION_KEYS),
        ("reference-keys-field", "field", &OPTIONS),
        ("reference-keys-entry", "entry", &entry),
        ("reference-keys-theme", "theme", THEME_KEYS),
        ("reference-keys-token", "token", TOKEN_KEYS),
    ];
    for (title, part, names) in parts {
        let _ = write!(out, "\n## {}\n", named(title, messages));
        keys(&mut out, part, names, messages);
    }
    out
}

fn field_types(messages: Messages) -> String {
    let mut out = format!("\n{}\n", named("reference-field-types-intro", messages));
    for name in types() {
        let about = named(&format!("about-type-{name}"), messages);
        let (declared, written) = schema::example(name);
        let _ = write!(
            out,
            "\n## `{name}`\n\n{}\n\n```yaml\n# collection.yaml\nfields:\n{}\n```\n\n```yaml\n{}\n```\n",
            escaped(&about),
            indented(&declared),
            written,
        );
    }
    out
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn directives(messages: Messages) -> String {
    let mut out = format!("\n{}\n", named("reference-directives-intro", messages));
    for shape in DIRECTIVES {
        directive(&mut out, shape, messages);
    }
    out
}

fn directive(out: &mut String, shape: &Shape, messages: Messages) {
    let _ = write!(
        out,
        "\n## `{}`\n\n{}\n\n```markdown\n{}\n```\n",
        shape.name,
        shape.text.get(messages),
        shape.example.get(messages),
    );
    let need = |required| match required {
        true => named("reference-required", messages),
        false => named("reference-optional", messages),
    };
    let row = |name: &str, required, text: Text| {
        vec![
            format!("`{name}`"),
            need(required),
            cell(&text.get(messages)),
        ]
    };
    let heads = ["reference-parameter", "reference-need", "reference-about"];
    if !shape.parameters.is_empty() {
        let rows = shape.parameters.iter();
        let rows: Vec<_> = rows
            .map(|one| row(one.name, one.required, one.text))
            .collect();
        table(out, &heads, &rows, messages);
    }
    if let Holds::Lines(columns) = shape.holds {
        let line = shape.line.get(messages);
        let _ = write!(out, "\n{} `{line}`\n", named("reference-lines", messages));
        let rows = columns.iter();
        let rows: Vec<_> = rows
            .map(|one| row(one.name, one.required, one.text))
            .collect();
        table(
            out,
            &["reference-column", "reference-need", "reference-about"],
            &rows,
            messages,
        );
    }
}

/// What the program says, by the files of its catalogue.
fn spoken(files: &[&str], messages: Messages) -> String {
    let mut out = format!("\n{}\n", named("reference-messages-intro", messages));
    for name in files {
        let all = FILES.iter().find(|(file, _)| file == name);
        let all = all.map_or(&[][..], |(_, all)| *all);
        if all.is_empty() {
            continue;
        }
        let _ = write!(
            out,
            "\n## {}\n",
            named(&format!("reference-file-{name}"), messages)
        );
        for message in all {
            one(&mut out, message, messages);
        }
    }
    out
}

fn one(out: &mut String, message: &Message, messages: Messages) {
    let severity = match message.severity {
        Severity::Error => "print-error",
        Severity::Warning => "print-warning",
        Severity::Advice => "print-advice",
    };
    let colon = named("print-colon", messages);
    let _ = write!(
        out,
        "\n### `{}`\n\n**{}**{colon} {}\n",
        message.code,
        upper(&named(severity, messages)),
        open(&message.text().get(messages)),
    );
    let hints = message.hints(messages);
    if !hints.is_empty() {
        out.push('\n');
    }
    for hint in hints {
        let _ = writeln!(out, "- {}", open(&hint));
    }
}

/// A sentence with `…` for what is known only when it is said. What would be read as code, or set as text
/// although it is code, stands between backticks.
fn open(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{$") {
        said.push_str(before);
        said.push('…');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    let said = said
        .split([' ', '\n'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    match said.contains(['"', '\'', '`']) || said.contains("<!") {
        true => format!("`` {said} ``"),
        false => escaped(&said),
    }
}

/// A text that no Markdown is read in, but for code between backticks.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at > 0 {
            out.push('`');
        }
        if at % 2 == 1 {
            out.push_str(part);
            continue;
        }
        // An address would be taken for a link that was forgotten.
        if part.contains("://") || part.contains('@') {
            let words =
                part.split(' ')
                    .map(|word| match word.contains("://") || word.contains('@') {
                        true => {
                            let bare = word.trim_end_matches([',', '.', ';', ')']);
                            format!("`{bare}`{}", &word[bare.len()..])
                        }
                        false => escaped(word),
                    });
            out.push_str(&words.collect::<Vec<_>>().join(" "));
            continue;
        }
        let mut letters = part.chars().peekable();
        while let Some(letter) = letters.next() {
            let is_directive = letter == ':'
                && letters
                    .peek()
                    .is_some_and(|next| next.is_alphabetic() || *next == ':');
            if matches!(
                letter,
                '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '{' | '}' | '~'
            ) || is_directive
            {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

/// A sentence with a capital letter.
pub(super) fn upper(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
