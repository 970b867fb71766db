//! The scripts that both hosts run, one by one.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value as Json;

use crate::github;
use crate::gitlab;
use crate::packages;
use crate::world::{Host, World, copy, read_yaml, root, text};

fn variables(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn every_shell_is_well_formed() {
    let world = World::small();
    let folder = world.clone_at("origin/main");
    let none = BTreeMap::new();
    let mut scripts = Vec::new();
    for file in [github::FILE].iter().chain(packages::FILES) {
        for (name, job) in read_yaml(file)["jobs"].as_object().expect("jobs") {
            let steps = job["steps"].as_array().expect("steps").iter();
            let runs = steps.filter_map(|step| step["run"].as_str());
            scripts.extend(runs.map(|run| (name.clone(), run.to_owned())));
        }
    }
    for (name, job) in gitlab::jobs(&read_yaml(gitlab::FILE)) {
        scripts.push((name, gitlab::script(&job)));
    }
    let folders = [".ci", "packaging", "packaging/macos"].map(|name| root().join(name));
    for entry in folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder").flatten())
        .filter(|entry| entry.path().is_file())
    {
        let name = entry.file_name().into_string().expect("Unicode");
        let script = fs::read_to_string(entry.path()).expect("a text");
        // The README and the recipe of the image stand among the scripts.
        if ["README.txt", "Containerfile"].contains(&name.as_str()) {
            continue;
        }
        let mode = entry.metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{name} cannot be run");
        if script.starts_with("#!/usr/bin/env python3\n") {
            fs::write(folder.join("script"), &script).expect("a file");
            let check = "python3 -c 'import ast; ast.parse(open(\"script\").read())'";
            let ran = world.shell(&folder, &none, check);
            assert!(ran.is_good, "{name}: {}", ran.said);
        } else {
            assert!(script.starts_with("#!/usr/bin/env bash\n"), "{name}");
            assert!(script.contains("\nset -euo pipefail\n"), "{name}");
            scripts.push((name, script));
        }
    }
    assert!(scripts.len() > 10, "{scripts:?}");
    for (name, script) in scripts {
        fs::write(folder.join("script"), &script).expect("a file");
        let ran = world.shell(&folder, &none, "bash -n script");
        assert!(ran.is_good, "{name}: {}\n{script}", ran.said);
    }
}

#[test]
fn the_program_is_made_once_for_the_same_sources() {
    let world = World::small();
    let folder = world.clone_at("origin/main");
    let tools = world.path("tools");
    fs::create_dir(&tools).expect("a folder");
    let cargo = "#!/bin/sh\necho \"cargo $*\"\nmkdir -p target/release\n\
                 printf '#!/bin/sh\\n' > target/release/rihla\nchmod +x target/release/rihla\n";
    for (name, script) in [("cargo", cargo), ("rustc", "#!/bin/sh\necho rustc 1.0\n")] {
        fs::write(tools.join(name), script).expect("a file");
        let permissions = fs::Permissions::from_mode(0o755);
        fs::set_permissions(tools.join(name), permissions).expect("permissions");
    }
    let path = format!(
        "{}:{}",
        tools.display(),
        std::env::var("PATH").expect("PATH")
    );
    let environment = variables(&[("PATH", &path), ("RIHLA", "target/release/rihla")]);
    let made = || {
        let ran = world.shell(&folder, &environment, ".ci/program");
        assert!(ran.is_good, "{}", ran.said);
        ran.said
            .contains("cargo build --release --locked --bin rihla")
    };
    assert!(made());
    assert!(!made());
    // Content is no source, whatever its date.
    fs::write(folder.join("content/site.yaml"), "x").expect("a file");
    assert!(!made());
    fs::write(folder.join("Cargo.toml"), "x").expect("a file");
    assert!(made());
    assert!(!made());
    for text in ["x", "y"] {
        fs::write(folder.join("Cargo.toml"), text).expect("a file");
        world.git(&folder, &["commit", "-q", "-a", "-m", text]);
        assert!(made());
        assert!(!made());
    }
    fs::write(tools.join("rustc"), "#!/bin/sh\necho rustc 2.0\n").expect("a file");
    assert!(made());

    let foreign = variables(&[("RIHLA", "no/program")]);
    let ran = world.shell(&folder, &foreign, ".ci/program");
    assert!(
        !ran.is_good && ran.said.contains("there is no program"),
        "{}",
        ran.said
    );
}

#[test]
fn diagnostics_become_a_report_and_a_log() {
    let world = World::small();
    let folder = world.clone_at("origin/main");
    let said = concat!(
        r#"{"severity":"error","code":"yaml-colon","message":"« a : b » \u001b[31m","path":"content/é.md","#,
        r#""line":2,"column":5,"end_line":3,"end_column":1,"hint":"write:\nso","replacement":" x: \"y\"\n","related":[]}"#,
        "\n",
        r#"{"severity":"warning","code":"w","message":"m","path":"p","line":1,"column":1,"end_line":1,"end_column":1,"hint":null,"replacement":null,"related":[]}"#,
        "\n",
        r#"{"severity":"warning","code":"w","message":"m","path":"p","line":9,"column":1,"end_line":9,"end_column":1,"hint":null,"replacement":null,"related":[]}"#,
        "\n",
        r#"{"severity":"error","code":"place","message":"nowhere","path":null,"line":null,"column":null,"end_line":null,"end_column":null,"hint":null,"replacement":null,"related":[]}"#,
        "\nthread panicked\n[1]\n"
    );
    fs::write(folder.join("said"), said).expect("a file");
    let report = |script: &str| -> (String, Json) {
        let ran = world.shell(&folder, &BTreeMap::new(), script);
        assert!(ran.is_good, "{}", ran.said);
        let report = fs::read_to_string(folder.join("report.json")).expect("a report");
        (ran.said, serde_json::from_str(&report).expect("JSON"))
    };
    let (log, issues) = report(".ci/annotations report.json < said");
    let expected = "content/é.md:2:5: error[yaml-colon]: « a : b » \\u001b[31m\n    write:\\u000aso\n    \
                    x: \"y\"\np:1:1: warning[w]: m\np:9:1: warning[w]: m\nerror[place]: nowhere\n\
                    thread panicked\n[1]\n";
    assert_eq!(log, expected);
    let issues = issues.as_array().expect("a list");
    let row = |issue: &Json| {
        let place = &issue["location"];
        let lines = &place["lines"];
        format!(
            "{} {} {} {}-{}",
            text(&issue["check_name"]),
            text(&issue["severity"]),
            text(&place["path"]),
            lines["begin"],
            lines["end"]
        )
    };
    let rows: Vec<String> = issues.iter().map(row).collect();
    let expected = [
        "yaml-colon critical content/é.md 2-3",
        "w major p 1-1",
        "w major p 9-9",
        "place critical content/site.yaml 1-1",
    ];
    assert_eq!(rows, expected);
    assert_eq!(
        issues[0]["description"],
        "« a : b » \u{1b}[31m — write:\nso — x: \"y\""
    );
    let prints: Vec<&str> = issues
        .iter()
        .map(|issue| text(&issue["fingerprint"]))
        .collect();
    assert!(prints.iter().all(|print| print.len() == 64));
    assert_ne!(prints[1], prints[2], "the same finding twice is two");
    // Moved by some lines, it is the same finding.
    let (_, moved) = report("sed 's/\"line\":1,/\"line\":7,/' said | .ci/annotations report.json");
    assert_eq!(moved[1]["fingerprint"], prints[1]);
    let (log, empty) = report(".ci/annotations report.json < /dev/null");
    assert_eq!((log.as_str(), empty), ("", serde_json::json!([])));
}

#[test]
fn a_ledger_that_is_broken_is_not_touched() {
    let world = World::small();
    world.change(&[("urls.lock", Some("/a/ fr a\n<<<<<<< main\n/b/ fr b\n"))]);
    let folder = world.clone_at("origin/main");
    fs::write(folder.join("new"), "# head\n/c/ fr c\n").expect("a file");
    fs::write(folder.join("patch"), "").expect("a file");
    let run = || world.shell(&folder, &BTreeMap::new(), ".ci/publish-ledger new patch");
    let ran = run();
    assert!(
        !ran.is_good && ran.said.contains("is no address"),
        "{}",
        ran.said
    );

    // One address, and one that another entry has now; what else stands there stays.
    world.change(&[(
        "urls.lock",
        Some("# mine\n/a/ fr a\n/b/ fr b\n/b/x/ fr x\n"),
    )]);
    fs::write(folder.join("new"), "# head\n/b/ fr other\n/a-1/ fr c\n").expect("a file");
    let ran = run();
    assert!(ran.is_good, "{}", ran.said);
    let expected = "# mine\n/a-1/ fr c\n/a/ fr a\n/b/ fr other\n/b/x/ fr x";
    assert_eq!(world.file("urls.lock"), expected);
    fs::write(folder.join("new"), "/d/ fr d\n").expect("a file");
    assert!(run().is_good);
    assert_eq!(world.log()[0], "Record a published address [skip ci]");
    assert!(run().said.contains("has it all already"));
}

#[test]
fn new_addresses_are_waited_for() {
    let world = World::small();
    let host = Host::new(&world, "/morocco");
    let folder = world.clone_at("origin/main");
    fs::write(folder.join("new"), "# head\n/fr/ fr _index\n").expect("a file");
    let ask = |base: &str, wait: &str| {
        let environment = variables(&[("PUBLISHED_PAUSE", "0"), ("PUBLISHED_WAIT", wait)]);
        world.shell(&folder, &environment, &format!(".ci/published {base} new"))
    };
    let base = host.address("/morocco/");
    let ran = ask(&base, "0");
    assert!(
        !ran.is_good && ran.said.contains("/fr/ does not answer"),
        "{}",
        ran.said
    );

    // It goes online after the third time it was asked for.
    fs::write(world.path("page"), "x").expect("a file");
    host.after(3, &world.path("page"), &world.path("online/fr/index.html"));
    let ran = ask(&base, "600");
    assert!(
        ran.is_good && ran.said.contains("all new addresses answer"),
        "{}",
        ran.said
    );

    // A page to sign in, on another host, is no answer and no mistake.
    let ran = ask(&host.address("/private"), "0");
    assert!(ran.is_good && ran.said.contains("sign in"), "{}", ran.said);
    fs::write(folder.join("new"), "# head\n").expect("a file");
    assert!(
        ask("http://127.0.0.1:1/", "0").is_good,
        "there is nothing to ask for"
    );
}

#[test]
fn the_memory_of_another_run_serves() {
    let world = World::small();
    let environment = variables(&[("RIHLA", env!("CARGO_BIN_EXE_rihla"))]);
    let first = world.clone_at("origin/main");
    let ran = world.shell(
        &first,
        &environment,
        ".ci/site publish new-addresses.txt reviewed.patch",
    );
    assert!(ran.is_good, "{}", ran.said);
    let second = world.clone_at("origin/main");
    copy(&first.join(".rihla"), &second.join(".rihla"));
    let ran = world.shell(&second, &environment, ".ci/site check");
    assert!(ran.is_good, "{}", ran.said);
    // The same commit twice in one folder, as on a runner that keeps its folder.
    let ran = world.shell(&second, &environment, ".ci/site check");
    assert!(ran.is_good, "{}", ran.said);
    assert!(
        !second.join("urls.lock").exists(),
        "a check writes no ledger"
    );
    for arguments in ["", "publish", "publish new-addresses.txt", "other"] {
        let ran = world.shell(&second, &environment, &format!(".ci/site {arguments}"));
        assert!(!ran.is_good, "{arguments}");
    }
}

/// What the first column of the tables of failures quotes.
fn quoted(document: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(document)).expect("a document");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('`').nth(1).expect("a quotation").to_owned())
        .collect()
}

#[test]
fn the_documents_quote_what_is_printed() {
    let english = quoted("docs/site/content/maintaining/publishing.en.md");
    assert_eq!(
        english,
        quoted("docs/site/content/maintaining/publishing.fr.md")
    );
    let mut printed =
        fs::read_to_string(root().join("messages/fr/route.ftl")).expect("the catalogue");
    // The scripts of this repository, and those with which `rihla init` begins a site.
    for folder in [".ci", "src/builtin/init/common/.ci"] {
        for entry in fs::read_dir(root().join(folder))
            .expect("a folder")
            .flatten()
        {
            printed += &fs::read_to_string(entry.path()).expect("a text");
        }
    }
    // What GitHub and cargo say is theirs.
    let foreign = ["Get Pages site failed", "Cargo.lock"];
    let own: Vec<&String> = english
        .iter()
        .filter(|text| !foreign.contains(&text.as_str()))
        .collect();
    assert_eq!(own.len() + foreign.len(), english.len());
    assert!(own.len() >= 5, "{own:?}");
    for text in own {
        for part in text.split('…') {
            assert!(printed.contains(part.trim()), "nothing prints “{text}”");
        }
    }
}
