//! The workflows that make what is handed out. They are not played here, since they compile for an hour:
//! `./test long` does what they do on Linux.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value as Json;

use crate::world::{read_yaml, root, text};

/// Where they stand.
pub const FILES: &[&str] = &[
    ".github/workflows/release.yml",
    ".github/workflows/long.yml",
];

fn permissions(of: &Json) -> Vec<String> {
    let map = of["permissions"].as_object().expect("permissions");
    map.iter()
        .map(|(key, value)| format!("{key}: {}", text(value)))
        .collect()
}

#[test]
fn what_is_handed_out_is_made_by_scripts_of_this_repository() {
    let mut writers = BTreeMap::new();
    for file in FILES {
        let workflow = read_yaml(file);
        assert_eq!(permissions(&workflow), ["contents: read"], "{file}");
        for (name, job) in workflow["jobs"].as_object().expect("jobs") {
            let minutes: u32 = text(&job["timeout-minutes"]).parse().expect("minutes");
            assert!((1..=180).contains(&minutes), "{name}");
            let mut scripts = 0;
            for step in job["steps"].as_array().expect("steps") {
                match (step["uses"].as_str(), step["run"].as_str()) {
                    (Some(action), None) => {
                        let (owner, version) = action.split_once('@').expect("a version");
                        assert!(owner.starts_with("actions/"), "{action} is somebody else’s");
                        let major = version.strip_prefix('v').expect("a major version");
                        assert!(major.parse::<u32>().is_ok(), "{action}");
                        if owner == "actions/checkout" {
                            assert_eq!(step["with"]["persist-credentials"], "false", "{name}");
                        }
                    }
                    (None, Some(run)) => {
                        // What comes from outside reaches a shell only by the environment.
                        assert!(!run.contains("${{"), "{run}");
                        let mut words = run.split_whitespace();
                        let script = words
                            .find(|word| word.starts_with("packaging/") || *word == "./test")
                            .unwrap_or_else(|| panic!("{run} is no script of ours"));
                        let path = root().join(script);
                        let mode = fs::metadata(&path).expect(script).permissions().mode();
                        assert_eq!(mode & 0o111, 0o111, "{script} cannot be run");
                        scripts += 1;
                        if script == "packaging/build" || script == "packaging/tools" {
                            assert_eq!(permissions(job), ["contents: read"], "{name} compiles");
                        }
                    }
                    _ => panic!("a step of {name} does one thing: {step}"),
                }
            }
            assert!(scripts > 0, "{name} does nothing");
            if permissions(job) != ["contents: read"] {
                writers.insert(
                    name.clone(),
                    (permissions(job), text(&job["if"]).to_owned()),
                );
            }
        }
    }
    // One job alone writes, and of a tag alone.
    let expected = (
        vec!["contents: write".to_owned(), "packages: write".to_owned()],
        "startsWith(github.ref, 'refs/tags/v')".to_owned(),
    );
    assert_eq!(writers, BTreeMap::from([("publish".to_owned(), expected)]));
    let release = read_yaml(FILES[0]);
    assert_eq!(release["on"]["push"], serde_json::json!({ "tags": ["v*"] }));
    assert_eq!(
        release["jobs"]["publish"]["needs"],
        serde_json::json!(["linux", "macos"])
    );
    let cron = read_yaml(FILES[1]);
    let cron = text(&cron["on"]["schedule"][0]["cron"]);
    let days: Vec<&str> = cron.split(' ').collect();
    assert_eq!(days[2..4], ["*", "*"], "every week");
    assert!(days[4].parse::<u8>().is_ok_and(|day| day < 7), "every week");
}
