//! A field that a collection does not require may be left out, at every depth: the theme draws the
//! entry all the same, and what it cannot do without is required by the declaration.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use rihla_diagnostics::testing::messages;
use std::fs;
use std::path::Path;

use rihla::build::{self, Options, Program};
use rihla::site::config::{Collection, Config};
use rihla::site::schema::{Check, Field, FieldKind, Schema, builtin};
use rihla::site::source::Snapshot;
use serde_json::{Map, Value, json};

fn program() -> Program {
    Program::new("", "", rihla_diagnostics::testing::files("src/builtin"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

/// A value of a field, without the field of the path `left_out`; `None` where it is that field.
///
/// Every number is 100 and every text begins with it, so that sums, totals and prefixes agree.
fn value(site: &Path, field: &Field, path: &str, left_out: Option<&str>) -> Option<Value> {
    if left_out == Some(path) {
        return None;
    }
    if path == "original.language" {
        return Some(json!("es"));
    }
    // Codes of IATI.
    match path {
        "country" => return Some(json!("MA")),
        "sector" => return Some(json!("11110")),
        _ => {}
    }
    let text = |tag: &str| format!("100.1 {} ({tag})", field.name);
    let one = match &field.kind {
        FieldKind::Text | FieldKind::Markdown | FieldKind::Alternative => match field.localized {
            true => json!({"fr": text("fr"), "en": text("en")}),
            false => json!(text("")),
        },
        FieldKind::Date | FieldKind::DateTime => json!("2020-01-01"),
        FieldKind::Number => json!(100),
        FieldKind::Money => json!({"amount": 100, "currency": "EUR"}),
        FieldKind::Boolean => json!(true),
        FieldKind::Choice(choices) => json!(&*choices[0].key),
        FieldKind::Image => json!({"file": "/optional.jpg", "alt": {"fr": "Une", "en": "One"}}),
        FieldKind::File => json!("/optional.jpg"),
        FieldKind::Link => json!("https://www.iom.int/"),
        FieldKind::Form(form) => json!(form.example),
        FieldKind::Reference { to } => json!(first_of(site, to)),
        FieldKind::List(item) => json!([value(site, item, path, left_out)?]),
        FieldKind::Object(fields) => object(site, fields, path, left_out),
        FieldKind::Language => json!("fr"),
        FieldKind::Slug | FieldKind::Address => return None,
    };
    Some(match field.many {
        true => json!([one]),
        false => one,
    })
}

fn object(site: &Path, fields: &[Field], path: &str, left_out: Option<&str>) -> Value {
    let mut object = Map::new();
    for field in fields {
        let path = below(path, field);
        if let Some(value) = value(site, field, &path, left_out) {
            object.insert(field.name.to_string(), value);
        }
    }
    Value::Object(object)
}

fn below(path: &str, field: &Field) -> String {
    match path {
        "" => field.name.to_string(),
        _ => format!("{path}.{}", field.name),
    }
}

/// The id of some entry of a collection.
fn first_of(site: &Path, collection: &str) -> String {
    let folder = site.join("content").join(collection);
    if let Ok(entries) = fs::read_to_string(folder.join("entries.yaml")) {
        let (_, rest) = entries.split_once("id:").expect("an id");
        return rest.lines().next().expect("an id").trim().to_owned();
    }
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("a collection")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(['_', '.']) && name != "collection.yaml")
        .filter(|name| !name.starts_with("optional") && !name.ends_with(".jpg"))
        .collect();
    names.sort();
    let name = names.first().expect("an entry");
    name.split('.').next().expect("a name").to_owned()
}

/// The paths of all fields that may be left out.
fn optional(fields: &[Field], path: &str, found: &mut Vec<String>) {
    for field in fields {
        let path = below(path, field);
        if !field.required {
            found.push(path.clone());
        }
        let mut inside = &field.kind;
        while let FieldKind::List(item) = inside {
            inside = &item.kind;
        }
        if let FieldKind::Object(fields) = inside {
            optional(fields, &path, found);
        }
    }
}

/// Fields that pages tell their readers, among those of every entry.
fn told() -> Schema {
    let mut schema = builtin();
    let told = ["original", "archived", "corrections", "withdrawn"];
    schema.fields.retain(|field| told.contains(&&*field.name));
    schema
}

fn entry(site: &Path, fields: &[Field], left_out: Option<&str>, only_required: bool) -> Value {
    let of_entry: Vec<Field> = fields
        .iter()
        .filter(|field| !only_required || field.required)
        .cloned()
        .collect();
    object(site, &of_entry, "", left_out)
}

/// A site of the project in a folder of its own, with an image that fields can name.
fn copied(from: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path();
    for part in ["content", "static", "themes"] {
        if from.join(part).exists() {
            copy(&from.join(part), &site.join(part));
        }
    }
    if from.join("urls.lock").exists() {
        fs::copy(from.join("urls.lock"), site.join("urls.lock")).expect("a file");
    }
    let image = root().join("docs/directives/atelier.jpg");
    fs::create_dir_all(site.join("static")).expect("a folder");
    fs::copy(image, site.join("static/optional.jpg")).expect("a file");
    folder
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_theme_of_the_mission_needs_nothing_that_is_not_required() {
    assert!(entries_drawn_by(root()) > 50);
}

#[test]
fn the_theme_of_the_association_needs_nothing_that_is_not_required() {
    assert!(entries_drawn_by(&root().join("examples/association")) > 10);
}

#[test]
fn the_theme_of_the_documents_needs_nothing_that_is_not_required() {
    assert!(entries_drawn_by(&root().join("examples/documents")) > 5);
}

/// How many entries a site draws of which each lacks something that its collection does not require.
fn entries_drawn_by(from: &Path) -> usize {
    let folder = copied(from);
    let site = folder.path();
    let (snapshot, _) = Snapshot::read(site).expect("a site");
    let (config, problems) = Config::read(&snapshot, None, program().builtin);
    let config = config.unwrap_or_else(|| panic!("{problems:?}"));
    let mut written = 0;
    for collection in &config.collections {
        let collection: &Collection = collection;
        let home = site.join("content").join(&*collection.name);
        if !home.join("collection.yaml").exists() {
            continue;
        }
        let mut fields = collection.schema.fields.clone();
        let names: Vec<_> = fields.iter().map(|field| field.name.clone()).collect();
        let more = told().fields.into_iter();
        fields.extend(more.filter(|field| !names.contains(&field.name)));
        let mut paths = Vec::new();
        optional(&fields, "", &mut paths);
        assert!(!paths.is_empty(), "{} requires everything", collection.name);
        let mut entries = vec![
            entry(site, &fields, None, true),
            entry(site, &fields, None, false),
        ];
        let without = paths
            .iter()
            .map(|path| entry(site, &fields, Some(path), false));
        entries.extend(without);
        for (number, mut entry) in entries.into_iter().enumerate() {
            // Titles are addresses.
            if entry.get("title").is_some() {
                let title = format!("{number} {}", collection.name);
                let title = json!({"fr": format!("Titre {title}"), "en": format!("Title {title}")});
                entry["title"] = title;
            }
            // What carries an identifier of IATI lacks nothing that IATI asks for.
            let asked = ["sector", "country", "status", "begun", "donor", "run_by"];
            match asked.iter().all(|name| entry.get(*name).is_some()) {
                true => {
                    entry["iati_identifier"] = json!(format!("XI-IATI-EXAMPLE-{number}"));
                }
                false => {
                    entry
                        .as_object_mut()
                        .map(|entry| entry.remove("iati_identifier"));
                }
            }
            // What a rule asks for is required too.
            for rule in &collection.schema.rules {
                if let Check::ValidUntil(paths) = &rule.check {
                    for path in paths {
                        entry[&*path.to_string()] = json!("2099-01-01");
                    }
                }
            }
            let path = home.join(format!("optional-{number}.yaml"));
            fs::write(path, entry.to_string()).expect("a file");
            written += 1;
        }
    }
    let options = Options {
        site: site.to_owned(),
        out: site.join("public"),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: program(),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: false,
        now: "2026-12-01T12:00:00Z".parse().expect("a moment"),
    };
    let outcome = build::build(&options, &|_| {});
    let errors: Vec<String> = outcome
        .diagnostics
        .iter()
        .filter(|found| found.is_error())
        .map(|found| {
            let text = found.text(messages("en"));
            format!(
                "{:?}: {text}",
                found.place.as_ref().map(|place| &*place.path)
            )
        })
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let pages = outcome.written.expect("a site").pages;
    assert!(pages > written, "{pages}");
    written
}
