//! The desk, as its pages see it: `rihla edit` on a free port of the loopback address.
//!
//! A folder of `cases` holds a site, what is done (`steps.json`), and in `after` each file of the site that is
//! another one then; `UPDATE=1` writes it.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod door;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use program::Program;
use serde_json::{Map, Value, json};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk/cases")
}

/// The files of a folder, by path, but for those of the program.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let entries = walk
        .into_iter()
        .filter_entry(|entry| entry.file_name() != ".rihla");
    let files = entries
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("inside");
            let path = path.to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// A form in the hands of somebody.
#[derive(Default)]
struct Form {
    id: String,
    version: String,
    values: Map<String, Value>,
    bodies: Map<String, Value>,
    findings: Vec<Value>,
}

impl Form {
    fn take(&mut self, model: &Value) {
        let said = match &model["unsaved"] {
            Value::Null => model,
            unsaved => unsaved,
        };
        self.id = model["id"].as_str().expect("an id").to_owned();
        self.version = said["version"].as_str().expect("a version").to_owned();
        self.values = said["values"].as_object().expect("values").clone();
        self.bodies = said["bodies"].as_object().expect("texts").clone();
        self.findings = model["findings"].as_array().expect("findings").clone();
    }

    fn sent(&self) -> Value {
        json!({
            "id": self.id,
            "version": self.version,
            "values": self.values,
            "bodies": self.bodies,
            "language": "fr",
            "serial": 1,
        })
    }
}

/// Puts one JSON value into another: maps key by key, `null` takes away.
fn put(into: &mut Value, value: &Value) {
    match (into, value) {
        (Value::Object(into), Value::Object(value)) => {
            for (key, value) in value {
                match value {
                    Value::Null => drop(into.remove(key)),
                    value => put(into.entry(key).or_insert(Value::Null), value),
                }
            }
        }
        (into, value) => *into = value.clone(),
    }
}

/// Whether a value says all that another says.
fn says(value: &Value, wanted: &Value) -> bool {
    match (value, wanted) {
        (Value::Object(value), Value::Object(wanted)) => wanted
            .iter()
            .all(|(key, wanted)| says(value.get(key).unwrap_or(&Value::Null), wanted)),
        (Value::Array(values), Value::Array(wanted)) => {
            values.len() == wanted.len()
                && values
                    .iter()
                    .zip(wanted)
                    .all(|(value, wanted)| says(value, wanted))
        }
        (Value::String(value), Value::String(wanted)) => match wanted.strip_suffix('…') {
            Some(start) => value.starts_with(start),
            None => value == wanted,
        },
        (value, wanted) => value == wanted,
    }
}

fn step(program: &mut Program, form: &mut Form, name: &str, step: &Value, case: &str) {
    let post = |program: &Program, name: &str, body: &Value| {
        let answer = program.post(name, body);
        (answer.status, answer.json())
    };
    let holds = |answer: &Value, wanted: &Value| {
        assert!(
            says(answer, wanted),
            "{case}, {name}:\n{answer:#}\nis not\n{wanted:#}"
        );
    };
    match name {
        "open" => {
            let (status, model) = post(program, "entry", &json!({"id": step["id"]}));
            assert_eq!(status, 200, "{case}: {model:#}");
            form.take(&model);
            holds(&model, step);
        }
        "set" => {
            let mut said = json!({"values": form.values, "bodies": form.bodies});
            put(&mut said, step);
            form.values = said["values"].as_object().expect("values").clone();
            form.bodies = said["bodies"].as_object().expect("texts").clone();
        }
        "check" => {
            let (status, answer) = post(program, "check", &form.sent());
            assert_eq!(status, 200, "{case}: {answer:#}");
            form.findings = answer["findings"].as_array().expect("findings").clone();
            holds(&answer, step);
        }
        "follows" => {
            let (status, answer) = post(program, "follows", &form.sent());
            assert_eq!(status, 200, "{case}: {answer:#}");
            holds(&answer, step);
        }
        // Has the addresses follow the titles.
        "moved" => {
            let (status, answer) = post(program, "moved", &form.sent());
            assert_eq!(status, 200, "{case}: {answer:#}");
            holds(&answer, step);
            let values = answer["values"].as_object().expect("values");
            form.values.extend(values.clone());
        }
        // Takes what a finding offers.
        "correct" => {
            let code = step["code"].as_str().expect("a code");
            let mut findings = form.findings.iter();
            let found = findings.find(|found| found["code"] == code);
            let fix = found.unwrap_or_else(|| panic!("{case}: no {code} in {:#?}", form.findings))
                ["fix"]
                .clone();
            let (values, bodies) = (fix["values"].as_object(), fix["bodies"].as_object());
            form.values.extend(values.expect("values").clone());
            form.bodies.extend(bodies.expect("texts").clone());
        }
        "save" => {
            let mut sent = form.sent();
            put(&mut sent, step.get("with").unwrap_or(&json!({})));
            let (status, answer) = post(program, "save", &sent);
            assert_eq!(
                status,
                step["status"].as_u64().unwrap_or(200),
                "{case}: {answer:#}"
            );
            holds(&answer, step.get("answer").unwrap_or(&json!({})));
            if answer.get("model").is_some() {
                form.take(&answer["model"]);
            }
            if let Some(conflict) = answer.get("conflict") {
                form.version = conflict["version"].as_str().expect("a version").to_owned();
            }
        }
        "write" => {
            let path = program.site.join(step["path"].as_str().expect("a path"));
            let text = fs::read_to_string(&path).expect("a text");
            let (from, to) = (step["from"].as_str(), step["to"].as_str());
            let text = text.replacen(from.expect("words"), to.expect("words"), 1);
            fs::write(&path, text).expect("written");
        }
        // What follows is seen first, then it is done.
        "remove" => {
            let (status, seen) = post(program, "remove", &json!({"id": step["id"]}));
            assert_eq!(
                status,
                step["status"].as_u64().unwrap_or(200),
                "{case}: {seen:#}"
            );
            holds(&seen, step.get("seen").unwrap_or(&json!({})));
            if status == 200 {
                let again = json!({"id": step["id"], "token": seen["token"]});
                let (status, answer) = post(program, "remove", &again);
                assert_eq!(status, 200, "{case}: {answer:#}");
            }
        }
        // Puts a file with the entry that is open.
        "put" => {
            let (file, text) = (step["name"].as_str(), step["text"].as_str());
            let file = file.expect("a name").replace('%', "%25");
            let headers = [("Rihla-Entry", &*form.id), ("Rihla-Name", &*file)];
            let text = text.expect("a text").as_bytes();
            let answer = program.post_bytes("picture", &headers, text);
            assert_eq!(
                answer.status,
                step["status"].as_u64().unwrap_or(200),
                "{case}: {answer:?}"
            );
            holds(&answer.json(), step.get("answer").unwrap_or(&json!({})));
        }
        "kill" => program.again(),
        name => {
            let (status, answer) = post(program, name, &step["with"]);
            assert_eq!(
                status,
                step["status"].as_u64().unwrap_or(200),
                "{case}: {answer:#}"
            );
            holds(&answer, step.get("answer").unwrap_or(&json!({})));
        }
    }
}

#[test]
fn what_is_done_in_a_form_is_what_a_careful_person_writes() {
    let mut names: Vec<PathBuf> = fs::read_dir(cases())
        .expect("cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.join("steps.json").is_file())
        .collect();
    names.sort();
    assert!(names.len() >= 5, "{names:?}");
    for folder in names {
        let case = folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let steps = fs::read_to_string(folder.join("steps.json")).expect("steps");
        let steps: Vec<Value> =
            serde_json::from_str(&steps).unwrap_or_else(|error| panic!("{case}: {error}"));
        let own = folder.join("site");
        let before = match own.is_dir() {
            true => own,
            false => cases().join("../site"),
        };
        let mut program = Program::start(&before);
        let mut form = Form::default();
        for one in &steps {
            for (name, value) in one.as_object().expect("a step") {
                step(&mut program, &mut form, name, value, &case);
            }
        }
        let before = files(&before);
        let now = files(&program.site);
        let changed = now
            .iter()
            .filter(|(path, bytes)| before.get(*path) != Some(bytes));
        let changed: BTreeMap<String, Vec<u8>> = changed
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect();
        let gone: Vec<&String> = before
            .keys()
            .filter(|path| !now.contains_key(*path))
            .collect();
        let after = folder.join("after");
        if std::env::var_os("UPDATE").is_some() {
            let _ = fs::remove_dir_all(&after);
            for (path, bytes) in &changed {
                let path = after.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, bytes).expect("written");
            }
        }
        let wanted = files(&after);
        let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&changed), paths(&wanted), "{case}");
        for (path, bytes) in &changed {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(text(bytes), text(&wanted[path]), "{case}: {path}");
        }
        let may_go = steps.iter().any(|step| step.get("remove").is_some());
        assert!(gone.is_empty() || may_go, "{case}: {gone:?} are gone");
    }
}

/// The day heads the name of a copy, and is its date.
#[test]
fn a_copy_has_the_day_on_which_it_is_made() {
    let program = Program::start(&cases().join("../site"));
    let asked =
        json!({"id": "news/accord", "titles": {"fr": "Un autre accord", "en": "Another one"}});
    let answer = program.post("duplicate", &asked).json();
    let id = answer["id"].as_str().expect("an id");
    let day = id
        .strip_prefix("news/")
        .and_then(|name| name.strip_suffix("-un-autre-accord"));
    let day = day.unwrap_or_else(|| panic!("{answer}"));
    let is_day = day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    assert!(is_day, "{day}");
    let shared = program.site.join("content").join(id).join("shared.yaml");
    let text = fs::read_to_string(shared).expect("a text");
    let line = format!("date: {day}   # le jour de la signature\n");
    assert!(text.contains(&line), "{text}");
}
