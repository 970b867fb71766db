//! Publications from beginning to end, and what may come in between.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::github::{self, BASE};
use crate::gitlab::{self, MAIN, PROPOSAL};
use crate::world::{Host, World};

const ITEM: (&str, &str) = (
    "content/essai.fr.md",
    "---\ntitle: \"Un essai de publication\"\nlanguages: [fr]\n---\nTexte.\n",
);
const ADDRESS: &str = "/fr/un-essai-de-publication/";
const PAGE: &str = "fr/un-essai-de-publication/index.html";

/// A title that YAML does not take.
const BROKEN: &str = "---\ntitle: Un essai : raté\n---\nTexte.\n";

const MAIN_REF: &str = "refs/heads/main";

fn program() -> (&'static str, String) {
    ("RIHLA", env!("CARGO_BIN_EXE_rihla").to_owned())
}

fn on_github(world: &World, reference: &str) -> github::Run {
    github::play(world, reference, &[program()], &|_| {})
}

/// The environment of GitLab’s jobs, with a host that serves what is online.
fn of_gitlab(world: &World, host: &Host) -> Vec<(&'static str, String)> {
    vec![
        program(),
        ("CI_PAGES_URL", host.address("/morocco")),
        ("LEDGER_REMOTE", world.remote()),
        ("PUBLISHED_PAUSE", "0".to_owned()),
    ]
}

fn outcome<'a>(run: &'a github::Run, names: &[&str]) -> Vec<&'a str> {
    names.iter().map(|name| run.jobs[*name]).collect()
}

const JOBS: [&str; 3] = ["build", "publish", "ledger"];

fn all_good(run: &github::Run) {
    assert_eq!(outcome(run, &JOBS), ["success"; 3], "{}", run.said);
}

/// What is online is under its base path, and all that is recorded is online.
fn is_whole(world: &World, base: &str) {
    let home = world.online("fr/index.html").expect("a home page");
    let canonical = format!("<link rel=\"canonical\" href=\"{base}/fr/\">");
    assert!(home.contains(&canonical), "{home}");
    assert!(home.contains("href=\"/morocco/en/\""), "{home}");
    assert!(!home.contains("href=\"/fr/"), "{home}");
    // Search engines are asked in, although the address is not that of site.yaml: of a trial too.
    let is_demonstration = home.contains("noindex");
    let robots = world.online("robots.txt").expect("robots.txt");
    let expected = match is_demonstration {
        true => "Disallow: /\n".to_owned(),
        false => format!("Allow: /\n\nSitemap: {base}/sitemap.xml\n"),
    };
    assert!(robots.contains(&expected), "{robots}");
    let pages = world.pages();
    let recorded = world.recorded();
    assert!(recorded.len() >= 4, "{recorded:?}");
    for address in recorded {
        assert!(
            pages.contains(&address),
            "{address} is recorded and not online"
        );
    }
}

#[test]
fn github_publishes_the_mission() {
    let world = World::of_the_mission();
    all_good(&on_github(&world, MAIN_REF));
    is_whole(&world, BASE);
    let home = world.online("fr/index.html").expect("a home page");
    assert!(home.contains("href=\"/morocco/assets/style."), "{home}");
    assert!(world.recorded().len() > 50);
}

#[test]
fn github_publishes_then_records() {
    let world = World::small();
    let first = on_github(&world, MAIN_REF);
    all_good(&first);
    is_whole(&world, BASE);
    let count = world.recorded().len();
    let subject = format!("Record {count} published addresses [skip ci]");
    assert_eq!(world.log(), [subject.as_str(), "The site"]);
    let origin = world.path("origin.git");
    let changed = world.git(&origin, &["diff", "--name-only", "main~1", "main"]);
    assert_eq!(changed, "urls.lock");
    let author = world.git(&origin, &["log", "-1", "--format=%an %cn", "main"]);
    assert_eq!(author, "github-actions[bot] github-actions[bot]");

    // The night after: nothing is new.
    let second = on_github(&world, MAIN_REF);
    all_good(&second);
    assert!(second.said.contains("no new address"), "{}", second.said);
    assert_eq!(world.log().len(), 2);

    world.change(&[(ITEM.0, Some(ITEM.1))]);
    let third = on_github(&world, MAIN_REF);
    all_good(&third);
    assert!(world.online(PAGE).is_some());
    assert!(world.recorded().contains(&ADDRESS.to_owned()));
    assert_eq!(world.log().len(), 4);
    is_whole(&world, BASE);
}

#[test]
fn what_a_browser_says_is_reviewed_is_noted() {
    const TEXT: &str = "content/contact.en.md";
    let world = World::small();
    all_good(&on_github(&world, MAIN_REF));
    let reviewed = |title: &str, body: &str| {
        format!(
            "---\ntitle: \"{title}\"\n# kept\ntranslation:\n  of: fr\n  state: reviewed\n---\n{body}\n"
        )
    };
    world.change(&[(TEXT, Some(&reviewed("Contact us", "Write to us.")))]);
    all_good(&on_github(&world, MAIN_REF));
    let subject = "Record translations that were reviewed [skip ci]";
    assert_eq!(world.log()[0], subject);
    let noted = world.file(TEXT);
    assert!(
        noted.contains("revision: ") && noted.contains("# kept"),
        "{noted}"
    );
    assert!(
        world
            .file("content/.translations/contact.en.md")
            .contains("Contact")
    );
    // Once is enough.
    all_good(&on_github(&world, MAIN_REF));
    assert_eq!(world.log()[0], subject);

    // Somebody goes on writing while the site is being published: the next run notes it.
    let newer = reviewed("Contact us", "Come and see us.");
    world.change(&[
        (TEXT, Some(&reviewed("Contact us", "Write."))),
        (ITEM.0, Some(ITEM.1)),
    ]);
    let during = github::play(&world, MAIN_REF, &[program()], &|job| {
        if job == "ledger" {
            world.change(&[(TEXT, Some(&newer))]);
        }
    });
    all_good(&during);
    assert_eq!(world.log()[0], "Record a published address [skip ci]");
    assert_eq!(world.file(TEXT), newer.trim_end());
    all_good(&on_github(&world, MAIN_REF));
    assert_eq!(world.log()[0], subject);
    assert!(world.file(TEXT).contains("Come and see us."));
}

#[test]
fn a_proposal_is_checked_and_publishes_nothing() {
    let world = World::small();
    world.propose(&[(ITEM.0, ITEM.1)]);
    let good = on_github(&world, "refs/pull/1/merge");
    let jobs = ["success", "skipped", "skipped"];
    assert_eq!(outcome(&good, &JOBS), jobs, "{}", good.said);
    world.propose(&[(ITEM.0, BROKEN)]);
    let bad = on_github(&world, "refs/pull/1/merge");
    assert_eq!(outcome(&bad, &JOBS), ["failure", "skipped", "skipped"]);
    let annotation = format!("::error file={},title=yaml-colon,line=2", ITEM.0);
    assert!(bad.said.contains(&annotation), "{}", bad.said);
    // In the language of the mission’s writers.
    assert!(bad.said.contains("guillemets droits"), "{}", bad.said);
    assert_eq!(world.pages(), [""; 0]);
    assert_eq!(world.log(), ["The site"]);
    let kept = fs::read_dir(world.path("artifacts")).expect("a folder");
    assert_eq!(kept.count(), 0);
    // What the good one would do to the site was said, in the words of its writers.
    let summary = fs::read_to_string(world.path("summary.md")).expect("a summary");
    assert!(summary.contains(&format!("(`{ADDRESS}`)")), "{summary}");
    assert!(summary.contains("Ajout"), "{summary}");
}

/// What the pages in two languages say of one thing, and what comes of it: an error, a warning.
fn proposal(french: &str, english: &str) -> [(&'static str, String); 2] {
    let page = |title: &str, body: &str| format!("---\ntitle: \"{title}\"\n---\n{body}\n");
    [
        ("content/bilan.fr.md", page("Bilan", french)),
        ("content/bilan.en.md", page("Results", english)),
    ]
}

#[test]
fn a_check_stops_a_proposal_and_no_publication() {
    let world = World::small();
    let host = Host::new(&world, "/morocco");
    let differs = proposal("Nous avons formé 45 personnes.", "We trained 54 people.");
    let shorter = proposal("Un texte.\n\n- a\n- b\n- c", "A text.\n\n- a");
    fn written<'a>(files: &'a [(&'static str, String); 2]) -> [(&'static str, &'a str); 2] {
        files.each_ref().map(|(path, text)| (*path, text.as_str()))
    }
    world.propose(&written(&differs));
    let bad = on_github(&world, "refs/pull/1/merge");
    assert_eq!(bad.jobs["build"], "failure", "{}", bad.said);
    let said = "::error file=content/bilan.en.md,title=figures-differ";
    let said_in_french = "::error file=content/bilan.fr.md,title=figures-differ";
    assert!(
        bad.said.contains(said) || bad.said.contains(said_in_french),
        "{}",
        bad.said
    );
    let variables = of_gitlab(&world, &host);
    let bad = gitlab::play(&world, PROPOSAL, "origin/proposal", &variables);
    assert!(!bad.jobs["check"], "{}", bad.said);

    // What is only a warning is shown, and stops nothing.
    world.propose(&written(&shorter));
    let good = on_github(&world, "refs/pull/1/merge");
    assert_eq!(good.jobs["build"], "success", "{}", good.said);
    assert!(
        good.said.contains("::warning file=content/"),
        "{}",
        good.said
    );
    let good = gitlab::play(&world, PROPOSAL, "origin/proposal", &variables);
    assert!(good.jobs["check"], "{}", good.said);
    let report = good.report.expect("a report");
    assert_eq!(report[0]["severity"], "major", "{report}");

    // What a publication refuses, a proposal does not pass: a warning of a build.
    let comment = ITEM
        .1
        .replacen("\"Un essai de publication\"", "Réunion #5", 1);
    world.propose(&[(ITEM.0, &comment)]);
    let bad = on_github(&world, "refs/pull/1/merge");
    let annotation = format!("::warning file={}", ITEM.0);
    assert!(bad.said.contains(&annotation), "{}", bad.said);
    assert!(!bad.said.contains("::error"), "{}", bad.said);
    assert_eq!(bad.jobs["build"], "failure", "{}", bad.said);

    // On the main branch, the same figures are published.
    let changes = written(&differs).map(|(path, text)| (path, Some(text)));
    world.change(&changes);
    all_good(&on_github(&world, MAIN_REF));
    assert!(world.online("fr/bilan/index.html").is_some());
    assert!(world.recorded().contains(&"/en/results/".to_owned()));
}

#[test]
fn what_is_refused_leaves_what_is_online() {
    let world = World::small();
    all_good(&on_github(&world, MAIN_REF));
    let (pages, log) = (world.pages(), world.log());
    world.change(&[(ITEM.0, Some(BROKEN))]);
    let broken = on_github(&world, MAIN_REF);
    assert_eq!(outcome(&broken, &JOBS), ["failure", "skipped", "skipped"]);
    world.change(&[
        (ITEM.0, None),
        ("content/contact.fr.md", None),
        ("content/contact.en.md", None),
    ]);
    let vanished = on_github(&world, MAIN_REF);
    assert_eq!(outcome(&vanished, &JOBS), ["failure", "skipped", "skipped"]);
    let said = "::error file=urls.lock,title=address-vanished";
    assert!(vanished.said.contains(said), "{}", vanished.said);
    assert_eq!(world.pages(), pages);
    assert_eq!(world.log().len(), log.len() + 2);
}

#[test]
fn what_is_pushed_meanwhile_is_kept() {
    let world = World::small();
    all_good(&on_github(&world, MAIN_REF));
    world.change(&[(ITEM.0, Some(ITEM.1))]);
    let neighbour = "/fr/un-essai-de-publication-bis/ fr bis";
    let meanwhile = |job: &str| {
        if job == "ledger" {
            let ledger = world.file("urls.lock").replacen(
                "\n/fr/contact/",
                &format!("\n{neighbour}\n/fr/contact/"),
                1,
            );
            world.change(&[
                ("urls.lock", Some(&(ledger + "\n"))),
                ("content/note", Some("x")),
            ]);
        }
    };
    let run = github::play(&world, MAIN_REF, &[program()], &meanwhile);
    all_good(&run);
    let subject = world.log()[0].clone();
    assert!(subject.starts_with("Record "), "{subject}");
    assert_eq!(world.file("content/note"), "x");
    let ledger = world.file("urls.lock");
    let lines: Vec<&str> = ledger
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert!(lines.contains(&neighbour), "{ledger}");
    assert!(world.recorded().contains(&ADDRESS.to_owned()));
    assert!(lines.is_sorted(), "{ledger}");
    assert_eq!(
        ledger.lines().filter(|line| line.starts_with('#')).count(),
        2
    );
}

/// A git before which somebody else pushes, as often as `races` says.
fn racing(world: &World, races: usize) -> (&'static str, String) {
    let folder = world.path("racing");
    let other = world.clone_at("origin/main");
    let real = which("git");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("left"), "x".repeat(races)).expect("a file");
    let script = format!(
        "#!/usr/bin/env bash\nset -e\nleft=$(cat '{left}')\nif [ \"$1\" = push ] && [ -n \"$left\" ]; then\n\
         printf %s \"${{left#x}}\" > '{left}'\n(cd '{other}'; '{real}' fetch -q origin; \
         '{real}' checkout -q --detach origin/main; '{real}' -c user.name=a -c user.email=a@localhost \
         commit -q --allow-empty -m Meanwhile; '{real}' push -q origin HEAD:main)\nfi\nexec '{real}' \"$@\"\n",
        left = folder.join("left").display(),
        other = other.display(),
    );
    executable(&folder.join("git"), &script);
    let path = std::env::var("PATH").expect("PATH");
    ("PATH", format!("{}:{path}", folder.display()))
}

fn which(program: &str) -> String {
    let path = std::env::var_os("PATH").expect("PATH");
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file());
    found.expect("a program").display().to_string()
}

fn executable(path: &Path, script: &str) {
    fs::write(path, script).expect("a file");
    let permissions = fs::Permissions::from_mode(0o755);
    fs::set_permissions(path, permissions).expect("permissions");
}

#[test]
fn a_push_in_the_same_moment_is_waited_out_a_few_times() {
    let world = World::small();
    let quick = || ("LEDGER_PAUSE", "0".to_owned());
    let variables = [program(), quick(), racing(&world, 2)];
    let run = github::play(&world, MAIN_REF, &variables, &|_| {});
    all_good(&run);
    let log = world.log();
    assert!(log[0].starts_with("Record "), "{log:?}");
    assert_eq!(log[1..], ["Meanwhile", "Meanwhile", "The site"]);

    world.change(&[(ITEM.0, Some(ITEM.1))]);
    let tries = ("LEDGER_TRIES", "3".to_owned());
    let variables = [program(), quick(), tries, racing(&world, 9)];
    let run = github::play(&world, MAIN_REF, &variables, &|_| {});
    assert_eq!(outcome(&run, &JOBS), ["success", "success", "failure"]);
    assert!(run.said.contains("moved on 3 times"), "{}", run.said);
    assert!(!world.recorded().contains(&ADDRESS.to_owned()));

    // What could not be recorded is recorded by the next publication.
    all_good(&on_github(&world, MAIN_REF));
    assert!(world.recorded().contains(&ADDRESS.to_owned()));
}

#[test]
fn a_protected_branch_is_told_at_once() {
    let world = World::small();
    fs::create_dir_all(world.path("origin.git/hooks")).expect("a folder");
    executable(
        &world.path("origin.git/hooks/update"),
        "#!/bin/sh\nexit 1\n",
    );
    let run = on_github(&world, MAIN_REF);
    assert_eq!(outcome(&run, &JOBS), ["success", "success", "failure"]);
    assert!(
        run.said.contains("the host refuses the commit"),
        "{}",
        run.said
    );
    assert!(!run.said.contains("trying again"), "{}", run.said);
    assert_eq!(world.log(), ["The site"]);
}

#[test]
fn gitlab_publishes_then_records() {
    let world = World::small();
    let host = Host::new(&world, "/morocco");
    let variables = of_gitlab(&world, &host);
    let first = gitlab::play(&world, MAIN, "origin/main", &variables);
    assert!(
        first.jobs["pages"] && first.jobs["ledger"],
        "{}",
        first.said
    );
    assert_eq!(first.jobs.len(), 2);
    assert_eq!(first.report, Some(serde_json::json!([])));
    assert!(!first.said.contains("a-secret"), "{}", first.said);
    is_whole(&world, &host.address("/morocco"));
    let count = world.recorded().len();
    let subject = format!("Record {count} published addresses [skip ci]");
    assert_eq!(world.log(), [subject.as_str(), "The site"]);
    // Each was asked for before it was recorded.
    assert!(host.asked() >= count, "{} of {count}", host.asked());

    let second = gitlab::play(&world, MAIN, "origin/main", &variables);
    assert!(second.jobs["ledger"], "{}", second.said);
    assert_eq!(world.log().len(), 2);

    // A pipeline of an older commit publishes the tip.
    world.change(&[(ITEM.0, Some(ITEM.1))]);
    let third = gitlab::play(&world, MAIN, "origin/main~1", &variables);
    assert!(third.jobs["ledger"], "{}", third.said);
    assert!(world.online(PAGE).is_some());
    assert!(world.recorded().contains(&ADDRESS.to_owned()));
}

#[test]
fn gitlab_checks_a_merge_request_and_reports() {
    let world = World::small();
    let host = Host::new(&world, "/morocco");
    world.propose(&[(ITEM.0, BROKEN)]);
    let run = gitlab::play(
        &world,
        PROPOSAL,
        "origin/proposal",
        &of_gitlab(&world, &host),
    );
    assert_eq!(
        run.jobs.into_iter().collect::<Vec<_>>(),
        [("check".to_owned(), false)]
    );
    let place = format!("{}:2:17: error[yaml-colon]: ", ITEM.0);
    assert!(run.said.contains(&place), "{}", run.said);
    let report = run.report.expect("a report");
    let issue = &report[0];
    assert_eq!(issue["check_name"], "yaml-colon");
    assert_eq!(issue["severity"], "critical");
    assert_eq!(issue["location"]["path"], ITEM.0);
    assert_eq!(issue["location"]["lines"]["begin"], 2);
    let description = issue["description"].as_str().expect("a text");
    assert!(description.contains("guillemets droits"), "{description}");
    assert_eq!(world.pages(), [""; 0]);
    assert_eq!(world.log(), ["The site"]);
}

#[test]
fn gitlab_records_only_what_answers() {
    let world = World::small();
    let nowhere = Host::new(&world, "/elsewhere");
    let mut variables = of_gitlab(&world, &nowhere);
    variables.push(("PUBLISHED_WAIT", "0".to_owned()));
    let run = gitlab::play(&world, MAIN, "origin/main", &variables);
    assert!(run.jobs["pages"] && !run.jobs["ledger"], "{}", run.said);
    assert!(run.said.contains("/en/ does not answer"), "{}", run.said);
    assert_eq!(world.log(), ["The site"]);
}
