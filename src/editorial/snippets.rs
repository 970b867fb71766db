//! What VS Code offers at the head of a Markdown text, where no schema reaches: snippets, one for each field
//! and one for the whole head of an entry.

use serde_json::{Map, Value, json};

use super::schema::Words;
use rihla_site::content::Role;
use rihla_site::schema::{self, Field, FieldKind};

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
            let lines = lines(words, field, &mut stop);
            if field.required || matches!(&*field.name, "title" | "summary" | "date") {
                body.extend(lines);
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
    for field in &schema::builtin().fields {
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
    let mut next = || {
        *stop += 1;
        *stop
    };
    if let (FieldKind::Image, false) = (&field.kind, field.many) {
        let (file, alt) = (next(), next());
        return vec![
            format!("{name}:"),
            format!("  file: \"${file}\""),
            format!("  alt: \"${alt}\""),
        ];
    }
    let one = value(words, &field.kind, next());
    vec![match field.is_list() {
        true => format!("{name}: [{one}]"),
        false => format!("{name}: {one}"),
    }]
}

/// A value with its place for the cursor.
fn value(words: &Words, kind: &FieldKind, stop: usize) -> String {
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
        FieldKind::List(item) => value(words, &item.kind, stop),
        FieldKind::Object(fields) => {
            let parts = fields.iter().map(|field| format!("{}: ", field.name));
            format!("{{{}${stop}\\}}", parts.collect::<Vec<_>>().join(", "))
        }
        _ => format!("\"${stop}\""),
    }
}

/// The entries of a collection as they are named inside it.
fn entries(words: &Words, collection: &str) -> Vec<String> {
    let Some((number, _)) = words.desk.config().collection(collection) else {
        return Vec::new();
    };
    let inside = format!("{collection}/");
    let entries = words.desk.graph().entries.iter();
    let entries = entries.filter(|entry| entry.collection == number && entry.role == Role::Entry);
    let named = entries.map(|entry| escaped(entry.id.strip_prefix(&*inside).unwrap_or(&entry.id)));
    named.take(OFFERED).collect()
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
