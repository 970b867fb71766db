//! Texts before and after changes: the cases of the folder `cases`.
//!
//! ```text
//! === what is shown
//! crlf bom open front            words that tell of the text, if any
//! >>> before
//! title: "A"
//! >>> changes
//! entry list/0                   the way to the entry
//! order title date               the keys as they are declared
//! title = "B"                    `Text` in quotes, `Plain` without, lists and maps between brackets
//! list/0/name -                  taken away
//! list ~ [{name: "B", age: null}]   maps of which only some keys are told; what is `null` is taken away
//! >>> after
//! title: "B"
//! ```
//!
//! `␉` is a tab and `␣` a space; `crlf` are line ends of Windows, `bom` a byte order mark, `open` a text
//! without an end of its last line, `unix` one that is never of Windows, `front` a text with front matter. What cannot be changed is `stuck`, with
//! the reason. With `UPDATE=1` what stands after is written as it is.

#![allow(
    clippy::disallowed_methods,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{Style, front_matter};
use super::*;

struct Case<'t> {
    name: &'t str,
    words: &'t str,
    before: &'t str,
    changes: &'t str,
    after: &'t str,
}

fn cases(file: &str) -> Vec<Case<'_>> {
    let cases = file.split("=== ").skip(1);
    cases
        .map(|case| {
            let mut parts = case.splitn(4, ">>> ");
            let (head, before) = (parts.next().unwrap(), parts.next().unwrap());
            let (changes, after) = (parts.next().unwrap(), parts.next().unwrap());
            let (name, words) = head.split_once('\n').unwrap();
            Case {
                name,
                words: words.trim(),
                before: before.strip_prefix("before\n").unwrap(),
                changes: changes.strip_prefix("changes\n").unwrap(),
                after: after.strip_prefix("after\n").unwrap(),
            }
        })
        .collect()
}

pub(super) fn way(words: &str) -> Vec<Step> {
    let steps = words.split('/').filter(|step| !step.is_empty());
    steps
        .map(|step| match step.parse() {
            Ok(number) => Step::Item(number),
            Err(_) => Step::Key(step.replace('␣', " ")),
        })
        .collect()
}

fn fresh(node: &Node, is_part: bool) -> Fresh {
    let below = |node: &Node| fresh(node, is_part);
    match &node.value {
        Value::Null => Fresh::Plain("null".to_owned()),
        Value::Scalar(scalar) if scalar.style == Style::Plain => Fresh::Plain(scalar.text.clone()),
        Value::Scalar(scalar) => Fresh::Text(scalar.text.clone()),
        Value::List(items) => Fresh::List(items.iter().map(below).collect()),
        Value::Map(map) if is_part => {
            let told = |node: &Node| (node.value != Value::Null).then(|| below(node));
            let entries = map.iter();
            let entries = entries.map(|(key, node)| (key.name.clone(), told(node)));
            Fresh::Part(entries.collect())
        }
        Value::Map(map) => Fresh::Map(
            map.iter()
                .map(|(key, node)| (key.name.clone(), below(node)))
                .collect(),
        ),
    }
}

/// The way to an entry, the order of keys and the changes.
fn asked(changes: &str) -> (Vec<Step>, Vec<&str>, Vec<Change>) {
    let (mut entry, mut order, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    for line in changes.lines() {
        if let Some(words) = line.strip_prefix("entry ") {
            entry = way(words);
        } else if let Some(words) = line.strip_prefix("order ") {
            order = words.split(' ').collect();
        } else if let Some(words) = line.strip_suffix(" -") {
            asked.push(Change {
                way: way(words),
                to: None,
            });
        } else {
            let whole = line.split_once(" = ").map(|parts| (parts, false));
            let part = || line.split_once(" ~ ").map(|parts| (parts, true));
            let ((words, value), is_part) = whole.or_else(part).expect(line);
            let value = format!("k: {value}");
            let (root, fault, _) = super::super::tree::build(&value);
            assert!(fault.is_none(), "{line}: {fault:?}");
            let Some(Value::Map(map)) = root.map(|root| root.value) else {
                panic!("{line}")
            };
            asked.push(Change {
                way: way(words),
                to: Some(fresh(map.get("k").unwrap(), is_part)),
            });
        }
    }
    (entry, order, asked)
}

fn written(text: &str, words: &str) -> String {
    let mut text = text.replace('␉', "\t").replace('␣', " ");
    if words.contains("crlf") {
        text = text.replace('\n', "\r\n");
    }
    if words.contains("bom") {
        text.insert(0, '\u{feff}');
    }
    if words.contains("open") {
        text.truncate(text.trim_end_matches(['\n', '\r']).len());
    }
    text
}

fn range(text: &str, words: &str) -> Span {
    match words.contains("front") {
        true => {
            let (front, _) = front_matter(&"a.md".into(), text);
            front.yaml.expect("front matter")
        }
        false => Span::new(0, text.len()),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/yaml/edit/cases")
}

fn files() -> Vec<(PathBuf, String)> {
    let files = fs::read_dir(folder()).expect("the cases").flatten();
    let mut files: Vec<(PathBuf, String)> = files
        .map(|file| {
            (
                file.path(),
                fs::read_to_string(file.path()).expect("a text"),
            )
        })
        .collect();
    files.sort();
    files
}

fn run(text: &str, words: &str, changes: &str) -> String {
    let (entry, order, changes) = asked(changes);
    match edit(text, range(text, words), &entry, &changes, &order) {
        Ok(after) => after,
        Err(stuck) => format!("stuck {stuck:?}"),
    }
}

#[test]
fn cases_are_as_written() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut problems = Vec::new();
    let mut count = 0;
    for (path, file) in files() {
        let mut updated = String::new();
        for case in cases(&file) {
            count += 1;
            let Case {
                name,
                words,
                before,
                changes,
                after,
            } = case;
            let shown = |text: &str| {
                let text = text.trim_start_matches('\u{feff}').replace('\r', "");
                let lines = text.replace('\t', "␉");
                let lines: Vec<String> = lines
                    .split('\n')
                    .map(|line| {
                        let words = line.trim_end_matches(' ');
                        format!("{words}{}", "␣".repeat(line.len() - words.len()))
                    })
                    .collect();
                lines.join("\n").trim_end_matches('\n').to_owned() + "\n"
            };
            // Every text is one of Windows too, and one with a byte order mark.
            for more in ["", " crlf", " bom", " crlf bom"] {
                let words = format!("{words}{more}");
                if words.contains("unix") && words.contains("crlf") {
                    continue;
                }
                let text = written(before, &words);
                let found = run(&text, &words, changes);
                if more.is_empty() {
                    let words = match case.words {
                        "" => String::new(),
                        words => format!("{words}\n"),
                    };
                    updated.push_str(&format!(
                        "=== {name}\n{words}>>> before\n{before}>>> changes\n{changes}>>> after\n{}",
                        shown(&found)
                    ));
                }
                if found.starts_with("stuck") {
                    if found != after.trim_end() {
                        problems.push(format!("{name} ({words}): {found}"));
                    }
                    continue;
                }
                let open = match found.ends_with('\n') {
                    true => "",
                    false => " open",
                };
                let words_after = words.replace("open", "");
                let expected = written(after, &format!("{words_after}{open}"));
                if found != expected {
                    problems.push(format!(
                        "{name} ({words}):\n-- expected --\n{expected}\n-- found --\n{found}"
                    ));
                }
                // What is there already changes nothing; items that are added would be added again.
                let again = run(&found, &words, changes);
                let is_list = changes.contains(['0', '1', '2', '3']);
                if !is_list && again != found {
                    problems.push(format!("{name} ({words}), again:\n{again}"));
                }
            }
        }
        if update {
            fs::write(&path, updated).expect("a file");
        }
    }
    assert!(count > 0, "no case");
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}
