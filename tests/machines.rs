//! What a site says to programs, read by programs that others wrote: data packages by Frictionless, calendars by
//! `icalendar`, activities of IATI against the schema that pyIATI holds. The files are those that the cases of `tests/sites` are held to.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a script of `tests/python` prints of a file below `tests/sites`.
fn read(script: &str, file: &str) -> Value {
    let python = root().join("target/python/bin/python");
    let output = Command::new(&python)
        .arg(root().join("tests/python").join(script))
        .arg(root().join("tests/sites").join(file))
        .output()
        .unwrap_or_else(|error| {
            panic!("{error}: run ./test, which installs what reads the files in target/python")
        });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn data_packages_are_valid_and_read_in_each_language() {
    for (file, csv, title, share, active) in [
        (
            "open-data/expected/fr/programmes/datapackage.json",
            "programmes-csv",
            "Alpha ; « bêta »",
            "Share",
            "Actif",
        ),
        (
            "open-data/expected/en/programmes/datapackage.json",
            "programmes-csv",
            "Alpha, “beta”",
            "Share",
            "Active",
        ),
    ] {
        let package = read("package.py", file);
        assert_eq!(package["valid"], true, "{file}: {package:#}");
        assert_eq!(package["licences"], json!(["CC-BY-4.0"]));
        // What changed last, not the day of the build.
        let created = package["created"].as_str().expect("a moment");
        assert!(created.starts_with("2026-02-01"), "{created}");
        let rows = package["rows"][csv].as_array().expect("rows");
        assert_eq!(rows.len(), 2, "{rows:#?}");
        let is_alpha = |row: &&Value| row.to_string().contains("programmes/alpha");
        let row = rows.iter().find(is_alpha).expect("the row");
        let read_title = row
            .as_object()
            .expect("a row")
            .values()
            .filter_map(Value::as_str)
            .any(|text| text.replace(['\u{a0}', '\u{202f}'], " ") == title);
        assert!(read_title, "{row:#}");
        // Numbers are numbers in both, and yes is yes.
        let number = row[share].as_str().map(str::to_owned);
        let number = number.unwrap_or_else(|| row[share].to_string());
        assert_eq!(number.replace(',', "."), "-0.5", "{row:#}");
        assert_eq!(row[active], true, "{row:#}");
    }
    for file in [
        "open-data/expected/fr/chiffres-cles/datapackage.json",
        "open-data/expected/en/key-figures/datapackage.json",
    ] {
        let package = read("package.py", file);
        assert_eq!(package["valid"], true, "{file}: {package:#}");
    }
}

#[test]
fn activities_are_valid_and_say_what_the_entries_say() {
    let read = read("activities.py", "iati/expected/iati/programmes.xml");
    assert_eq!(read["problems"], json!([]));
    let activities = read["activities"].as_array().expect("activities");
    let identifiers: Vec<&Value> = activities.iter().map(|one| &one["identifier"]).collect();
    // What is not online, or best read unseen, is none.
    assert_eq!(
        identifiers,
        ["XI-IATI-EXAMPLE-2020-SCHOOL", "XI-IATI-EXAMPLE-2024-WATER"]
    );
    let water = &activities[1];
    assert_eq!(
        water["description"],
        json!({
            "fr": "Douze puits <neufs>, creusés avec les communes.",
            "en": "Twelve new wells, dug with the municipalities.",
        })
    );
    assert_eq!(water["title"]["en"], "Water & wells: “Alpha”");
    assert_eq!(water["reporting"]["fr"], "L’association d’exemple");
    assert_eq!(water["status"], "2");
    assert_eq!(
        water["dates"],
        json!({"1": "2024-01-01", "2": "2024-02-03", "3": "2026-12-31"})
    );
    assert_eq!(
        water["participants"],
        json!([
            ["1", "XI-IATI-FUND", "40", "Le Fonds d’exemple"],
            ["1", null, null, "Deux mille"],
            ["2", null, null, "La commune"],
            ["4", "XI-IATI-EXAMPLE", "21", "L’association d’exemple"],
        ])
    );
    // Regions of one country are that country.
    assert_eq!(water["places"], json!({"MA": "75", "DZ": "25"}));
    assert_eq!(water["sectors"], json!({"14031": "60.5", "14081": "39.5"}));
    assert_eq!(
        water["budgets"],
        json!([
            ["2024-01-01", "120000.50", "EUR"],
            ["2025-01-01", "80000", "EUR"]
        ])
    );
    assert_eq!(activities[0]["title"], json!({"en": "A school"}));
}

#[test]
fn calendars_are_read_as_they_are_meant() {
    let calendar = read("ics.py", "calendar/expected/fr/rendez-vous/calendar.ics");
    assert_eq!(calendar["problems"], json!([]));
    let events = calendar["events"].as_array().expect("events");
    let of = |summary: &str| -> &Value {
        let mut events = events.iter();
        let found = events.find(|event| {
            let text = event["summary"].as_str().expect("a text");
            text.starts_with(summary)
        });
        found.unwrap_or_else(|| panic!("{summary} is not in {events:#?}"))
    };
    assert_eq!(events.len(), 3);
    // Casablanca is an hour ahead of UTC in May.
    let fair = of("Foire");
    assert_eq!(fair["start"], "2026-05-02T09:00:00+00:00");
    assert_eq!(fair["end"], "2026-05-02T17:00:00+00:00");
    assert_eq!(fair["place"], "Agadir, place Al Amal");
    assert_eq!(fair["description"], "Une journée\\soirée.");
    // The end of whole days is the day after.
    let week = of("Semaine");
    assert_eq!(week["start"], "2026-06-01");
    assert_eq!(week["end"], "2026-06-06");
    assert_eq!(week["place"], "Oujda");
    assert_eq!(of("Soir")["end"], Value::Null);
    let alone = read(
        "ics.py",
        "calendar/expected/fr/rendez-vous/semaine/event.ics",
    );
    assert_eq!(alone["events"].as_array().map(Vec::len), Some(1));
    // The same event, wherever it is taken from.
    assert_eq!(alone["events"][0]["uid"], week["uid"]);
}
