//! Plays the workflow of GitHub: what its steps say, with the actions played by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::world::{World, copy, read_yaml, take, text};

/// Where the workflow stands.
pub const FILE: &str = ".github/workflows/site.yml";

/// The address at which GitHub would serve the site of a project.
pub const BASE: &str = "https://mission.example.org/morocco";

/// What a run did.
#[derive(Debug, Default)]
pub struct Run {
    /// How each job ended: `success`, `failure` or `skipped`.
    pub jobs: BTreeMap<String, &'static str>,
    /// All that the steps printed.
    pub said: String,
}

/// What is done between two jobs.
pub type Between<'a> = &'a dyn Fn(&str);

struct Player<'a> {
    world: &'a World,
    reference: &'a str,
    variables: &'a [(&'a str, String)],
    artifacts: PathBuf,
}

/// Plays a run for a reference (`refs/heads/main`, `refs/pull/1/merge`). `variables` are added to
/// the environment of the steps; `before` is called with the name of each job that is to run.
pub fn play(world: &World, reference: &str, variables: &[(&str, String)], before: Between) -> Run {
    let workflow = read_yaml(FILE);
    let artifacts = world.path("artifacts");
    let _ = fs::remove_dir_all(&artifacts);
    fs::create_dir(&artifacts).expect("a folder");
    let player = Player {
        world,
        reference,
        variables,
        artifacts,
    };
    let mut run = Run::default();
    // The jobs stand in the order in which they need each other.
    for (name, job) in workflow["jobs"].as_object().expect("jobs") {
        let needs = match &job["needs"] {
            Json::String(one) => vec![one.as_str()],
            Json::Array(many) => many.iter().map(text).collect(),
            _ => Vec::new(),
        };
        let is_ready = needs.iter().all(|needed| run.jobs[*needed] == "success");
        let is_wanted = is_ready && player.condition(&job["if"]);
        let outcome = if is_wanted {
            before(name);
            player.job(&workflow, job, &mut run.said)
        } else {
            "skipped"
        };
        run.jobs.insert(name.clone(), outcome);
    }
    run
}

impl Player<'_> {
    /// The value of an expression without `${{ }}`.
    ///
    /// There are few; one that is not known here is to be added with what it means.
    fn value(&self, expression: &str, outputs: &BTreeMap<String, String>) -> String {
        let is_main = self.reference == "refs/heads/main";
        match expression {
            "github.ref" => self.reference.to_owned(),
            "github.ref == 'refs/heads/main'" => is_main.to_string(),
            "github.ref != 'refs/heads/main'" => (!is_main).to_string(),
            // A proposal from the repository itself.
            "github.event.pull_request.head.repo.full_name == github.repository" => {
                self.reference.starts_with("refs/pull/").to_string()
            }
            "github.event.pull_request.base.sha" => "refs/heads/main".to_owned(),
            "github.event.pull_request.number" => "1".to_owned(),
            "github.token" => "a-secret-of-the-job".to_owned(),
            "vars.PREVIEW_URL" | "github.run_id" | "runner.os" | "secrets.LEDGER_KEY" => {
                String::new()
            }
            _ if expression.starts_with("hashFiles(") => "0".to_owned(),
            _ => match expression.strip_prefix("steps.") {
                Some(output) => outputs
                    .get(&output.replace(".outputs.", "."))
                    .unwrap_or_else(|| panic!("nothing gives {expression}"))
                    .clone(),
                None => panic!("what is {expression}?"),
            },
        }
    }

    fn condition(&self, condition: &Json) -> bool {
        condition.is_null() || self.value(text(condition), &BTreeMap::new()) == "true"
    }

    /// A text with its expressions replaced.
    fn resolved(&self, written: &str, outputs: &BTreeMap<String, String>) -> String {
        let mut out = String::new();
        let mut rest = written;
        while let Some((before, after)) = rest.split_once("${{") {
            let (expression, after) = after.split_once("}}").expect("an end");
            out.push_str(before);
            out.push_str(&self.value(expression.trim(), outputs));
            rest = after;
        }
        out + rest
    }

    fn job(&self, workflow: &Json, job: &Json, said: &mut String) -> &'static str {
        let mut folder = None;
        let mut outputs = BTreeMap::new();
        for step in job["steps"].as_array().expect("steps") {
            if !self.condition(&step["if"]) {
                continue;
            }
            if let Some(action) = step["uses"].as_str() {
                let with: BTreeMap<String, String> = step["with"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(key, value)| (key.clone(), self.resolved(text(value), &outputs)))
                    .collect();
                self.action(action, &with, &mut folder, text(&step["id"]), &mut outputs);
                continue;
            }
            let folder: &Path = folder.as_deref().expect("a checkout before the first step");
            let output = self.world.path("output");
            fs::write(&output, "").expect("a file");
            let summary = self.world.path("summary.md");
            let mut environment = BTreeMap::new();
            for level in [&workflow["env"], &job["env"], &step["env"]] {
                for (key, value) in level.as_object().into_iter().flatten() {
                    environment.insert(key.clone(), self.resolved(text(value), &outputs));
                }
            }
            for (key, value) in [
                ("CI", "true"),
                ("GITHUB_ACTIONS", "true"),
                ("GITHUB_REF", self.reference),
                ("GITHUB_OUTPUT", output.to_str().expect("Unicode")),
                ("GITHUB_STEP_SUMMARY", summary.to_str().expect("Unicode")),
                ("GITHUB_BASE_REF", "main"),
                ("GITHUB_REPOSITORY", "mission/site"),
            ] {
                environment.insert(key.to_owned(), value.to_owned());
            }
            for (key, value) in self.variables {
                environment.insert((*key).to_owned(), value.clone());
            }
            let ran = self.world.shell(folder, &environment, text(&step["run"]));
            said.push_str(&ran.said);
            if !ran.is_good {
                return "failure";
            }
            for line in fs::read_to_string(&output).expect("a file").lines() {
                let (key, value) = line.split_once('=').expect("an output");
                outputs.insert(format!("{}.{key}", text(&step["id"])), value.to_owned());
            }
        }
        "success"
    }

    fn action(
        &self,
        action: &str,
        with: &BTreeMap<String, String>,
        folder: &mut Option<PathBuf>,
        id: &str,
        outputs: &mut BTreeMap<String, String>,
    ) {
        let here = |name: &str| folder.as_deref().expect("a checkout").join(name);
        let (name, _) = action.split_once('@').expect("a version");
        match name {
            "actions/checkout" => {
                let at = match with["ref"].as_str() {
                    "refs/heads/main" => "origin/main",
                    _ => "origin/proposal",
                };
                *folder = Some(self.world.clone_at(at));
            }
            "actions/cache" | "actions/cache/restore" | "actions/cache/save" => {}
            "actions/configure-pages" => {
                outputs.insert(format!("{id}.base_url"), BASE.to_owned());
            }
            "actions/upload-pages-artifact" => {
                assert_eq!(with["include-hidden-files"], "true");
                take(&here(&with["path"]), &self.artifacts.join("github-pages"));
            }
            "actions/upload-artifact" => {
                for path in with["path"].lines() {
                    let to = self.artifacts.join(&with["name"]).join(path);
                    take(&here(path), &to);
                }
            }
            "actions/download-artifact" => {
                copy(&self.artifacts.join(&with["name"]), &here("."));
            }
            "actions/deploy-pages" => self.world.publish(&self.artifacts.join("github-pages")),
            _ => panic!("what does {action} do?"),
        }
    }
}

#[test]
fn the_workflow_is_as_it_must_be() {
    let workflow = read_yaml(FILE);
    let names = |value: &Json| -> BTreeSet<String> {
        let map = value.as_object().expect("a map");
        map.iter()
            .map(|(key, value)| format!("{key}: {}", text(value)))
            .collect()
    };
    let set = |lines: &[&str]| {
        lines
            .iter()
            .map(|line| (*line).to_owned())
            .collect::<BTreeSet<_>>()
    };
    let on: Vec<&String> = workflow["on"].as_object().expect("events").keys().collect();
    assert_eq!(
        on,
        ["pull_request", "push", "schedule", "workflow_dispatch"]
    );
    assert_eq!(
        workflow["on"]["push"]["branches"],
        serde_json::json!(["main"])
    );
    let cron: Vec<&str> = text(&workflow["on"]["schedule"][0]["cron"])
        .split(' ')
        .collect();
    assert_eq!(cron.len(), 5);
    assert_eq!(cron[2..], ["*", "*", "*"], "every night");

    assert_eq!(names(&workflow["permissions"]), set(&["contents: read"]));
    let jobs = workflow["jobs"].as_object().expect("jobs");
    let expected = [
        ("build", set(&["contents: read", "pages: read"]), ""),
        (
            "publish",
            set(&["pages: write", "id-token: write"]),
            "build",
        ),
        ("ledger", set(&["contents: write"]), "publish"),
        (
            "comment",
            set(&["contents: read", "pull-requests: write"]),
            "build",
        ),
    ];
    assert_eq!(jobs.len(), expected.len());
    for (name, permissions, needs) in expected {
        let job = &jobs[name];
        assert_eq!(names(&job["permissions"]), permissions, "{name}");
        assert_eq!(text(&job["needs"]), needs, "{name}");
        let minutes: u32 = text(&job["timeout-minutes"]).parse().expect("minutes");
        assert!((1..=60).contains(&minutes), "{name}");
        match name {
            "build" => {}
            "comment" => {
                let own = "github.event.pull_request.head.repo.full_name == github.repository";
                assert_eq!(job["if"], own);
                // What has the key is not what is proposed.
                let base = "${{ github.event.pull_request.base.sha }}";
                assert_eq!(job["steps"][0]["with"]["ref"], base);
            }
            _ => assert_eq!(job["if"], "github.ref == 'refs/heads/main'", "{name}"),
        }
        for step in job["steps"].as_array().expect("steps") {
            match (step["uses"].as_str(), step["run"].as_str()) {
                (Some(action), None) => {
                    let (owner, version) = action.split_once('@').expect("a version");
                    assert!(owner.starts_with("actions/"), "{action} is somebody else’s");
                    let major = version.strip_prefix('v').expect("a major version");
                    assert!(major.parse::<u32>().is_ok(), "{action}");
                }
                (None, Some(run)) => {
                    assert!(!run.trim().is_empty(), "{name} has an empty step");
                    // What comes from outside reaches a shell only by the environment.
                    assert!(!run.contains("${{"), "{run}");
                }
                _ => panic!("a step of {name} does one thing: {step}"),
            }
        }
    }
    // What writes does not compile, and what compiles keeps no key.
    assert_eq!(
        jobs["build"]["steps"][0]["with"]["persist-credentials"],
        "false"
    );
    let concurrency = &workflow["concurrency"];
    assert!(text(&concurrency["group"]).contains("'publication'"));
    assert_eq!(
        concurrency["cancel-in-progress"],
        "${{ github.ref != 'refs/heads/main' }}"
    );
    let paths: Vec<&str> = jobs["build"]["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .filter(|step| text(&step["uses"]).starts_with("actions/cache"))
        .flat_map(|step| text(&step["with"]["path"]).lines())
        .collect();
    for path in ["~/.cargo/registry/cache", "target", ".rihla"] {
        assert!(paths.contains(&path), "{path} is not kept");
    }
}
