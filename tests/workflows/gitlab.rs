//! Plays the pipeline of GitLab: the scripts of its jobs, one after the other.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Map, Value as Json};

use crate::world::{World, copy, read_yaml, take, text};

/// Where the pipeline stands.
pub const FILE: &str = ".gitlab-ci.yml";

/// A pipeline for a merge request.
pub const PROPOSAL: &str = r#"$CI_PIPELINE_SOURCE == "merge_request_event""#;

/// A pipeline for the default branch: a push, or a schedule.
pub const MAIN: &str = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH";

/// The words of the file that are no jobs.
const NO_JOBS: &[&str] = &["workflow", "stages", "variables", "default"];

/// The jobs, with what they extend put in: a key of the job stands for the whole key.
pub fn jobs(pipeline: &Json) -> Map<String, Json> {
    let all = pipeline.as_object().expect("a map");
    all.iter()
        .filter(|(name, _)| !name.starts_with('.') && !NO_JOBS.contains(&name.as_str()))
        .map(|(name, job)| {
            let mut whole = match job["extends"].as_str() {
                Some(base) => all[base].as_object().expect("a job").clone(),
                None => Map::new(),
            };
            whole.extend(job.as_object().expect("a job").clone());
            whole.remove("extends");
            (name.clone(), Json::Object(whole))
        })
        .collect()
}

/// The lines of a job’s shell.
pub fn script(job: &Json) -> String {
    let lines = ["before_script", "script"]
        .iter()
        .flat_map(|key| job[key].as_array().into_iter().flatten());
    lines.map(|line| format!("{}\n", text(line))).collect()
}

/// What a pipeline did.
#[derive(Debug, Default)]
pub struct Run {
    /// How each job that its rules admit ended.
    pub jobs: BTreeMap<String, bool>,
    /// All that the jobs printed.
    pub said: String,
    /// The report of Code Quality, where there is one.
    pub report: Option<Json>,
}

/// Plays the jobs that a rule admits, at a commit. GitLab puts `public` online after `pages`.
pub fn play(world: &World, rule: &str, at: &str, variables: &[(&str, String)]) -> Run {
    let pipeline = read_yaml(FILE);
    let mut run = Run::default();
    let artifacts = world.path("artifacts");
    let _ = fs::remove_dir_all(&artifacts);
    fs::create_dir(&artifacts).expect("a folder");
    let jobs = jobs(&pipeline);
    for stage in pipeline["stages"].as_array().expect("stages") {
        for (name, job) in jobs.iter().filter(|(_, job)| job["stage"] == *stage) {
            let rules = job["rules"].as_array().expect("rules");
            if !rules.iter().any(|own| own["if"] == rule) {
                continue;
            }
            if run.jobs.values().any(|is_good| !is_good) {
                continue;
            }
            let folder = world.clone_at(at);
            copy(&artifacts, &folder);
            let mut environment: BTreeMap<String, String> = pipeline["variables"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, value)| (key.clone(), text(value).to_owned()))
                .collect();
            for (key, value) in [
                ("CI", "true"),
                ("GITLAB_CI", "true"),
                ("CI_DEFAULT_BRANCH", "main"),
                ("CI_SERVER_PROTOCOL", "https"),
                ("CI_SERVER_HOST", "gitlab.invalid"),
                ("CI_SERVER_PORT", "443"),
                ("CI_PROJECT_PATH", "mission/site"),
                ("CI_JOB_TOKEN", "a-secret-of-the-job"),
                ("CI_PROJECT_ID", "7"),
                ("CI_MERGE_REQUEST_IID", "1"),
                ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
            ] {
                environment.insert(key.to_owned(), value.to_owned());
            }
            let base = world.git(&folder, &["rev-parse", "origin/main"]);
            environment.insert("CI_MERGE_REQUEST_DIFF_BASE_SHA".to_owned(), base);
            for (key, value) in variables {
                environment.insert((*key).to_owned(), value.clone());
            }
            let ran = world.shell(&folder, &environment, &script(job));
            run.said.push_str(&ran.said);
            run.jobs.insert(name.clone(), ran.is_good);
            let report = text(&job["artifacts"]["reports"]["codequality"]);
            if let Ok(text) = fs::read_to_string(folder.join(report)) {
                run.report = Some(serde_json::from_str(&text).expect("JSON"));
            }
            if !ran.is_good {
                continue;
            }
            for path in job["artifacts"]["paths"].as_array().into_iter().flatten() {
                take(&folder.join(text(path)), &artifacts.join(text(path)));
            }
            if name == "pages" {
                world.publish(&artifacts.join("public"));
            }
        }
    }
    run
}

#[test]
fn the_pipeline_is_as_it_must_be() {
    let pipeline = read_yaml(FILE);
    let rules = |value: &Json| -> Vec<String> {
        let rules = value["rules"].as_array().expect("rules");
        rules
            .iter()
            .map(|rule| {
                assert_eq!(rule.as_object().expect("a rule").len(), 1, "{rule}");
                text(&rule["if"]).to_owned()
            })
            .collect()
    };
    // A schedule is a pipeline of the default branch.
    assert_eq!(rules(&pipeline["workflow"]), [PROPOSAL, MAIN]);
    let jobs = jobs(&pipeline);
    let names: Vec<&String> = jobs.keys().collect();
    assert_eq!(names, ["check", "comment", "pages", "ledger"]);
    assert_eq!(
        pipeline["stages"],
        serde_json::json!(["check", "publish", "record"])
    );
    for name in ["check", "comment"] {
        assert_eq!(rules(&jobs[name]), [PROPOSAL], "{name}");
    }
    assert_eq!(jobs["comment"]["needs"], serde_json::json!(["check"]));
    for name in ["pages", "ledger"] {
        assert_eq!(rules(&jobs[name]), [MAIN], "{name}");
        assert_eq!(jobs[name]["resource_group"], "publication", "{name}");
    }
    assert_eq!(jobs["ledger"]["needs"], serde_json::json!(["pages"]));
    assert_eq!(jobs["pages"]["artifacts"]["paths"][0], "public");
    for (name, job) in &jobs {
        let lines = job["script"].as_array().expect("a script");
        assert!(
            lines.iter().all(|line| !text(line).trim().is_empty()),
            "{name}"
        );
        if !["ledger", "comment"].contains(&name.as_str()) {
            let report = &job["artifacts"]["reports"]["codequality"];
            assert_eq!(report, "code-quality.json", "{name}");
            assert_eq!(
                job["artifacts"]["when"], "always",
                "{name}: the report tells why it failed"
            );
            let kept: Vec<&str> = job["cache"]
                .as_array()
                .expect("caches")
                .iter()
                .flat_map(|cache| cache["paths"].as_array().expect("paths"))
                .map(text)
                .collect();
            assert_eq!(kept, [".cargo-home/registry", "target", ".rihla"], "{name}");
        }
    }
    assert!(!text(&pipeline["default"]["timeout"]).is_empty());
}
