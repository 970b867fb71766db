//! Every correction that a message offers can be followed.
//!
//! Each correction of each diagnostic that any case raises (`tests/sites`, `tests/fmt`,
//! `tests/cases`, and the small sites of `tests/corrections/cases`) is applied alone to a fresh
//! copy, and the command is run again: of a site what `rihla check` says, with all that a build says,
//! and of `tests/fmt` what `rihla fmt` says too. Then
//!
//! - no diagnostic of its code touches the place where it stood;
//! - none of any code touches what the correction wrote, but for one that was told before;
//! - what is said is what was said before, without it: code, words and place. Where a file had an
//!   error of syntax before, something new may be said of such files alone;
//! - the values of YAML that parsed before and after are equal, but for those that the edit touches;
//! - the blocks of a text that the edit does not touch are read as they were, in their order.
//!
//! A command ends at the stage at which something is wrong. What is compared is said by the stages that
//! were reached before the correction.
//!
//! A case of `tests/corrections/cases/*.txt` is files of a site (`>>> PATH`, then the text), laid
//! over `tests/corrections/site`; a line `-----`; what is said with each correction; and a line
//! `=====`. `⇥` is a tab, `⍽` a no-break space. `UPDATE=1` writes what is said.
//!
//! `exceptions.txt` lists what is not held to this, with the reason; an exception that is none any
//! more fails. `codes.txt` lists the codes that have a correction; each must be raised by a case. A code goes
//! from the list with a reason in the commit alone.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod follow;
mod site;

use rihla_diagnostics::testing::messages;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use rihla_diagnostics::{Correction, Diagnostic, Span, line_column, print};
use rihla_text::{markdown, yaml};

use follow::{Case, Found, Stage};
use site::{Files, tests};

/// What is said of a text alone, by one reader.
fn of_text(read: impl Fn(&Arc<str>, &str) -> Vec<Diagnostic>) -> impl Fn(&Files, Stage) -> Found {
    move |files, _| {
        let text = String::from_utf8(files[follow::TEXT].clone()).expect("UTF-8");
        Found {
            diagnostics: read(&follow::TEXT.into(), &text),
            stage: Stage::Pages,
        }
    }
}

/// The inputs of a folder of `tests/cases`.
fn inputs(room: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in site::listed(&tests().join("cases").join(room)) {
        let text = fs::read_to_string(&file).expect("a text");
        for case in text.split("\n=====\n") {
            let input = case.split("\n-----\n").next().unwrap_or_default();
            let input = site::signs(input.trim_start_matches("=====\n"));
            found.push((format!("{room}: {}", input.replace('\n', "↵")), input));
        }
    }
    found
}

/// How files are read up to a stage.
type Read = dyn Fn(&Files, Stage) -> Found + Sync + Send;

/// A case, with its name and how it is read.
struct Source {
    name: String,
    files: Files,
    read: Box<Read>,
}

impl Source {
    fn new(
        name: String,
        files: Files,
        read: impl Fn(&Files, Stage) -> Found + Sync + Send + 'static,
    ) -> Self {
        let read = Box::new(read);
        Self { name, files, read }
    }

    /// What is said of some files, in the order of printing.
    fn found(&self, files: &Files) -> Found {
        let mut found = (self.read)(files, Stage::Pages);
        rihla_diagnostics::sort(&mut found.diagnostics);
        found
    }
}

/// Every case, to be followed.
fn cases() -> Vec<Case> {
    let sources = sources().into_iter();
    let cases = sources.map(|source| Case::new(source.name, source.files, source.read));
    cases.collect()
}

/// Every case.
fn sources() -> Vec<Source> {
    let mut cases = Vec::new();
    for (name, files, options) in site::folders() {
        if name.starts_with("fmt/") {
            let name = format!("rihla fmt: {name}");
            cases.push(Source::new(name, files.clone(), |files, _| {
                site::corrections(files)
            }));
        }
        cases.push(Source::new(name, files, move |files, last| {
            site::findings(files, &options, last)
        }));
    }
    for small in site::small() {
        let options = site::options();
        cases.push(Source::new(
            small.name(),
            small.files(),
            move |files, last| site::findings(files, &options, last),
        ));
    }
    let mut texts = |room: &str, read: fn(&Arc<str>, &str) -> Vec<Diagnostic>| {
        for (name, input) in inputs(room) {
            let files = Files::from([(follow::TEXT.to_owned(), input.into_bytes())]);
            cases.push(Source::new(name, files, of_text(read)));
        }
    };
    texts("yaml", |path, text| {
        yaml::parse(path, text, Span::new(0, text.len())).1
    });
    texts("front-matter", |path, text| {
        yaml::front_matter(path, text).1
    });
    texts("markdown", |path, text| {
        markdown::parse(path, text, Span::new(0, text.len())).1
    });
    cases
}

#[test]
fn every_correction_can_be_followed() {
    let cases = cases();
    let results: Vec<(Vec<String>, BTreeSet<&'static str>)> =
        cases.par_iter().map(follow::every).collect();
    let mut problems = Vec::new();
    let mut codes = BTreeSet::new();
    for (found, raised) in results {
        problems.extend(found);
        codes.extend(raised);
    }
    let exceptions = fs::read_to_string(tests().join("corrections/exceptions.txt"));
    let exceptions = exceptions.expect("the exceptions");
    for line in exceptions.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split('|');
        let (code, words) = (parts.next().expect("a code"), parts.next().expect("words"));
        let count = problems.len();
        problems.retain(|problem: &String| {
            !(problem.contains(words) && problem.contains(&format!("\n  {code} at ")))
        });
        if problems.len() == count {
            problems.push(format!("the exception is none any more: {line}"));
        }
    }
    let path = tests().join("corrections/codes.txt");
    let list = fs::read_to_string(&path).unwrap_or_default();
    let listed: BTreeSet<&str> = list.lines().collect();
    for code in listed.difference(&codes) {
        problems.push(format!("no case raises {code} with a correction"));
    }
    let new: Vec<&&str> = codes.difference(&listed).collect();
    if std::env::var_os("UPDATE").is_some() {
        let all: Vec<&str> = listed.union(&codes).copied().collect();
        fs::write(&path, all.join("\n") + "\n").expect("a file");
    } else if !new.is_empty() {
        problems.push(format!("codes.txt lacks {new:?}"));
    }
    assert!(
        problems.is_empty(),
        "{} problems\n\n{}",
        problems.len(),
        problems.join("\n\n")
    );
}

#[test]
fn what_is_offered_for_one_finding_does_not_break_what_is_offered_for_another() {
    let problems: Vec<String> = sources()
        .par_iter()
        .flat_map_iter(|case| {
            let found = case.found(&case.files).diagnostics;
            let mut problems = Vec::new();
            for (number, one) in found.iter().enumerate() {
                for other in &found[number + 1..] {
                    let disturbs = one.changes().any(|(path, span)| {
                        let mut theirs = other.changes();
                        theirs.any(|(their, theirs)| their == path && meet(span, theirs))
                    });
                    if disturbs && one.corrections != other.corrections {
                        let codes = (one.message.code, other.message.code);
                        problems.push(format!("{}: {codes:?}", case.name));
                    }
                }
            }
            problems
        })
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Whether two ranges share a byte, or are one place.
fn meet(one: Span, other: Span) -> bool {
    one == other || one.start.max(other.start) < one.end.min(other.end)
}

#[test]
fn of_several_readings_none_is_given_as_certain() {
    let cases = sources();
    let options = print::Options {
        format: print::Format::Json,
        messages: messages("en"),
        color: false,
    };
    let read: Vec<(usize, Vec<String>)> = cases
        .par_iter()
        .map(|case| {
            let found = case.found(&case.files).diagnostics;
            let open = found.iter().filter(|found| found.corrections.len() > 1);
            let open: Vec<&Diagnostic> = open.collect();
            let mut problems = Vec::new();
            for diagnostic in &open {
                let code = diagnostic.message.code;
                let mut line = Vec::new();
                let one = std::slice::from_ref(*diagnostic);
                print::print(one, &Nothing, &options, &mut line).expect("memory");
                let value: serde_json::Value = serde_json::from_slice(&line).expect("JSON");
                if !value["replacement"].is_null() {
                    problems.push(format!("{code} is certain: {}", case.name));
                }
                if value["hint"].is_null() {
                    problems.push(format!("{code} names no readings: {}", case.name));
                }
            }
            (open.len(), problems)
        })
        .collect();
    let problems: Vec<&String> = read.iter().flat_map(|(_, problems)| problems).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(read.iter().map(|(count, _)| count).sum::<usize>() > 10);
}

#[test]
fn a_replacement_is_of_the_range_beside_it() {
    let options = print::Options {
        format: print::Format::Json,
        messages: messages("en"),
        color: false,
    };
    let read: Vec<(usize, Vec<String>)> = sources()
        .par_iter()
        .map(|case| {
            let mut count = 0;
            let mut problems = Vec::new();
            for diagnostic in &case.found(&case.files).diagnostics {
                let mut line = Vec::new();
                let one = std::slice::from_ref(diagnostic);
                print::print(one, &Texts(&case.files), &options, &mut line).expect("memory");
                let value: serde_json::Value = serde_json::from_slice(&line).expect("JSON");
                if value["replacement"].is_null() {
                    continue;
                }
                count += 1;
                let edit = &value["corrections"][0]["edits"][0];
                let keys = ["path", "line", "column", "end_line", "end_column"];
                let is_same = keys.iter().all(|key| edit[key] == value[key])
                    && edit["text"] == value["replacement"];
                if !is_same {
                    let code = diagnostic.message.code;
                    problems.push(format!("{code} replaces another range: {}", case.name));
                }
            }
            (count, problems)
        })
        .collect();
    let problems: Vec<&String> = read.iter().flat_map(|(_, problems)| problems).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(read.iter().map(|(count, _)| count).sum::<usize>() > 100);
}

/// The texts of a case.
struct Texts<'f>(&'f Files);

impl rihla_diagnostics::Texts for Texts<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.0.get(path)?).ok()
    }
}

/// No text to point into.
struct Nothing;

impl rihla_diagnostics::Texts for Nothing {
    fn text(&self, _: &str) -> Option<&str> {
        None
    }
}

#[test]
fn what_a_message_says_that_fmt_does_it_does() {
    let promises = |files: &Files, found: Found| -> Vec<String> {
        let mut said = Vec::new();
        for diagnostic in &found.diagnostics {
            let hint = diagnostic.hint(messages("en"));
            if hint.is_none_or(|hint| !hint.contains("rihla fmt")) {
                continue;
            }
            // It is said of files that are whole.
            let path = diagnostic.place.as_ref().map_or("", |place| &*place.path);
            let is_picture = diagnostic.message.code == "picture-position";
            if is_picture && rihla_media::strip(&files[path]).is_none() {
                continue;
            }
            let text = diagnostic.text(messages("en"));
            said.push(format!("{}: {text}", diagnostic.message.code));
        }
        said
    };
    let read: Vec<(usize, Vec<String>)> = sources()
        .par_iter()
        .filter(|case| {
            !case.files.contains_key(follow::TEXT) && !case.name.starts_with("rihla fmt")
        })
        .map(|case| {
            let before = promises(&case.files, case.found(&case.files));
            if before.is_empty() {
                return (0, Vec::new());
            }
            let fixed = site::fixed(&case.files);
            let after = promises(&fixed, case.found(&fixed));
            let after = after.into_iter();
            let left = after.map(|left| format!("{}\n  {left}", case.name));
            (before.len(), left.collect())
        })
        .collect();
    let left: Vec<&str> = read
        .iter()
        .flat_map(|(_, left)| left.iter().map(String::as_str))
        .collect();
    assert!(left.is_empty(), "{}", left.join("\n"));
    assert!(read.iter().map(|(count, _)| count).sum::<usize>() > 10);
}

/// What is said of a small site, with every correction.
fn told(files: &Files, found: &Found) -> String {
    let mut out = String::new();
    for diagnostic in &found.diagnostics {
        let place = diagnostic.place.as_ref();
        let path = place.map_or("", |place| &*place.path);
        let text = |path: &str| {
            let bytes = files.get(path).cloned().unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        out.push_str(&format!("{} {path}", diagnostic.message.code));
        if let Some(span) = place.and_then(|place| place.span) {
            let (line, column) = line_column(&text(path), span.start);
            out.push_str(&format!(":{line}:{column}"));
        }
        out.push_str(&format!("\n  {}\n", diagnostic.text(messages("en"))));
        if let Some(hint) = diagnostic.hint(messages("en")) {
            out.push_str(&format!("  = {hint}\n"));
        }
        for correction in &diagnostic.corrections {
            match correction {
                Correction::Rename(to) => out.push_str(&format!("  → {to}\n")),
                Correction::Edits(edits) => {
                    for (at, edit) in edits.iter().enumerate() {
                        let mark = if at == 0 { "→" } else { "+" };
                        let file = edit.path.as_deref().unwrap_or(path);
                        let (line, _) = line_column(&text(file), edit.span.start);
                        let other = match &edit.path {
                            Some(path) => format!("{path}:"),
                            None => String::new(),
                        };
                        let new = edit.text.trim_end_matches('\n').replace('\n', "↵");
                        out.push_str(&format!("  {mark} {other}{line}: {new}\n"));
                    }
                }
            }
        }
    }
    out.replace('\u{a0}', "⍽")
        .replace('\t', "⇥")
        .replace('\u{b}', "␋")
}

#[test]
fn small_sites_say_what_to_write() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut problems = Vec::new();
    let mut files: std::collections::BTreeMap<PathBuf, String> = Default::default();
    for small in site::small() {
        let found = site::findings(&small.files(), &site::options(), Stage::Pages);
        let said = told(&small.files(), &found);
        if said.trim_end() != small.expected.trim_end() {
            problems.push(format!(
                "{}\nsays\n{said}\nnot\n{}",
                small.name(),
                small.expected
            ));
        }
        let out = files.entry(small.file.clone()).or_default();
        out.push_str(&format!(
            "{}\n-----\n{}\n=====\n",
            small.input.trim_end_matches('\n'),
            said.trim_end()
        ));
    }
    if update {
        for (path, text) in files {
            fs::write(path, text).expect("a file");
        }
        return;
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}
