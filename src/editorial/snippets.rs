//! What VS Code offers at the head of a Markdown text, where no schema reaches: snippets, one for each field
//! one for the whole head of an entry, and one for each directive.

use serde_json::{Map, Value, json};

use super::schema::Words;
use rihla_site::schema::{self, Field, FieldKind};
use rihla_text::markdown::directive::DIRECTIVES;

/// How many entries of a collection are offered where one is named.
const OFFERED: usize = 60;

/// The snippets of a site, in the form of VS Code (a map from name to `scope`, `prefix`, `body`,
/// `description`).
pub(super) fn snippets(words: &Words) -> Value {
    let mut all = Map::new();
    for collection in &words.desk.config().collections {
        let name = &collection.name;
        let mut body = vec!["---".to_owned()];
        let mut stop = 0;
        for field in &collection.schema.fields {
            // A long text stands below the head.
            if field.kind == FieldKind::Markdown {
                continue;
            }
            let mut next = stop;
            let lines = lines(words, field, &mut next);
            if field.required || matches!(&*field.name, "title" | "summary") {
                body.extend(lines);
                stop = next;
            }
            let own = self::lines(words, field, &mut 0);
            let about = words.said(&field.help).or_else(|| words.said(&field.label));
            let about = about.unwrap_or_default();
            all.insert(
                format!("{name}: {}", field.name),
                snippet(&field.name, &own, &about),
            );
        }
        body.extend(["---".to_owned(), "$0".to_owned()]);
        let about = words.said_of(&collection.title).unwrap_or_default();
        all.insert(format!("{name}"), snippet(name, &body, &about));
    }
    for shape in DIRECTIVES {
        let example = shape.example.get(words.messages);
        let body: Vec<String> = example.lines().map(escaped_text).collect();
        let about = shape.text.get(words.messages).into_owned();
        let prefix = format!(":::{}", shape.name);
        all.insert(prefix.clone(), snippet(&prefix, &body, &about));
    }
    // What is written by commands alone is not offered.
    let builtin = schema::builtin().fields;
    for field in builtin.iter().filter(|field| &*field.name != "translation") {
        let own = lines(words, field, &mut 0);
        let about = words.about("entry", &field.name);
        all.insert(
            format!("+ {}", field.name),
            snippet(&field.name, &own, &about),
        );
    }
    Value::Object(all)
}

fn snippet(prefix: &str, body: &[String], about: &str) -> Value {
    json!({"scope": "markdown", "prefix": prefix, "body": body, "description": about})
}

/// The lines of a field, with places at which the cursor stops; `stop` is the number of the last.
fn lines(words: &Words, field: &Field, stop: &mut usize) -> Vec<String> {
    let name = &field.name;
    if let (FieldKind::Image, false) = (&field.kind, field.many) {
        let (file, alt) = (*stop + 1, *stop + 2);
        *stop += 2;
        return vec![
            format!("{name}:"),
            format!("  file: \"${file}\""),
            format!("  alt: \"${alt}\""),
        ];
    }
    let one = value(words, &field.kind, stop);
    vec![match field.is_list() {
        true => format!("{name}: [{one}]"),
        false => format!("{name}: {one}"),
    }]
}

/// A value with its places for the cursor.
fn value(words: &Words, kind: &FieldKind, stop: &mut usize) -> String {
    match kind {
        FieldKind::List(item) => return value(words, &item.kind, stop),
        FieldKind::Object(fields) => {
            let parts = fields.iter().map(|field| {
                match (value(words, &field.kind, stop), field.is_list()) {
                    (one, true) => format!("{}: [{one}]", field.name),
                    (one, false) => format!("{}: {one}", field.name),
                }
            });
            let parts: Vec<String> = parts.collect();
            return format!("{{{}\\}}", parts.join(", "));
        }
        _ => {}
    }
    *stop += 1;
    let stop = *stop;
    let one_of = |choices: Vec<String>| match choices.is_empty() {
        true => format!("${stop}"),
        false => format!("${{{stop}|{}|}}", choices.join(",")),
    };
    match kind {
        FieldKind::Date => {
            format!("${{{stop}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}")
        }
        FieldKind::DateTime => {
            format!("${{{stop}:$CURRENT_YEAR-$CURRENT_MONTH-${{CURRENT_DATE}}T17:00}}")
        }
        FieldKind::Boolean => one_of(vec!["true".to_owned(), "false".to_owned()]),
        FieldKind::Choice(choices) => one_of(choices.iter().map(|one| escaped(&one.key)).collect()),
        FieldKind::Reference { to } => one_of(entries(words, to)),
        FieldKind::Number => format!("${stop}"),
        FieldKind::Money => format!("{{amount: ${stop}, currency: EUR\\}}"),
        _ => format!("\"${stop}\""),
    }
}

/// The entries of a collection as they are named inside it.
fn entries(words: &Words, collection: &str) -> Vec<String> {
    let named = words.desk.names_in(collection);
    named.map(escaped).take(OFFERED).collect()
}

/// A line of a snippet that has no places for the cursor.
fn escaped_text(line: &str) -> String {
    line.replace('\\', "\\\\").replace('$', "\\$")
}

/// A choice of a snippet: a comma would end it, a bar the list.
fn escaped(choice: &str) -> String {
    let mut out = String::new();
    for letter in choice.chars() {
        if matches!(letter, '\\' | ',' | '|' | '$' | '}') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
