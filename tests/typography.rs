//! Lines as they are written and as they are set: `tests/typography/cases.tsv`.
//!
//! A case is an id, a language, a tier (`safe` or `rewrite`, with `-plain` for plain text), a line
//! as it is written, the line as it is set, and a reason. `~` is U+00A0, `^` is U+202F.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

struct Case {
    id: String,
    written: String,
    set: String,
}

fn with_spaces(text: &str) -> String {
    text.replace('~', "\u{a0}").replace('^', "\u{202f}")
}

/// The cases by language and tier.
fn cases() -> BTreeMap<(String, String), Vec<Case>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/typography/cases.tsv");
    let text = std::fs::read_to_string(path).expect("the cases");
    let mut cases: BTreeMap<_, Vec<Case>> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, language, tier, written, set, ..] = columns[..] else {
            panic!("a case has five columns: {line}");
        };
        assert!(ids.insert(id.to_owned()), "{id} is there twice");
        cases
            .entry((language.to_owned(), tier.to_owned()))
            .or_default()
            .push(Case {
                id: id.to_owned(),
                written: with_spaces(written),
                set: with_spaces(set),
            });
    }
    cases
}

/// What the program makes of an input.
fn typeset(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .arg("typeset")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("an input");
    let input = input.to_vec();
    // It writes while it reads; a pipe that is full must not stop both.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the input was written");
    output
}

fn set(language: &str, tier: &str, lines: &[&str]) -> Vec<String> {
    let mut arguments = vec!["--lang", language];
    if tier.starts_with("rewrite") {
        arguments.push("--rewrite");
    }
    if tier.ends_with("-plain") {
        arguments.push("--plain");
    }
    let mut input = lines.join("\n");
    input.push('\n');
    let output = typeset(&arguments, input.as_bytes());
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), input.lines().count());
    lines
}

#[test]
fn every_case_is_set() {
    let mut wrong = String::new();
    let mut count = 0;
    for ((language, tier), cases) in cases() {
        let written: Vec<&str> = cases.iter().map(|case| case.written.as_str()).collect();
        for (case, found) in cases.iter().zip(set(&language, &tier, &written)) {
            count += 1;
            if found != case.set {
                wrong.push_str(&format!(
                    "\n{} ({language}, {tier})\n  written  {:?}\n  expected {:?}\n  found    {found:?}\n",
                    case.id, case.written, case.set
                ));
            }
        }
    }
    assert!(count > 61 * 2, "{count} cases");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_line_that_is_set_stays() {
    let mut wrong = String::new();
    for ((language, tier), cases) in cases() {
        let set_once: Vec<&str> = cases.iter().map(|case| case.set.as_str()).collect();
        for (case, found) in cases.iter().zip(set(&language, &tier, &set_once)) {
            if found != case.set {
                wrong.push_str(&format!("\n{}: {:?} became {found:?}", case.id, case.set));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn line_ends_and_open_elements_are_kept() {
    let input = "Quoi !\r\n<pre>\nQuoi !\n</pre>\n<!-- Quoi !\nQuoi ! --> Oui !\n<b>Non !\nOui !";
    let output = typeset(&["--lang", "fr"], input.as_bytes());
    assert_eq!(
        String::from_utf8(output.stdout).expect("UTF-8"),
        with_spaces(
            "Quoi^!\r\n<pre>\nQuoi !\n</pre>\n<!-- Quoi !\nQuoi ! --> Oui^!\n<b>Non^!\nOui^!"
        )
    );
}

#[test]
fn what_cannot_be_set_is_said() {
    let told = |arguments: &[&str], input: &[u8]| {
        let output = typeset(arguments, input);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        (output.status.code(), said)
    };
    let (code, said) = told(&["--lang", "klingon", "--messages", "en"], b"a\n");
    assert_eq!(code, Some(2));
    assert!(said.contains("fr, fr-CA, eu, en, en-GB-oxendict"), "{said}");
    let (code, said) = told(&["--messages", "fr"], b"a\n");
    assert_eq!(code, Some(2));
    assert!(said.contains("--lang"), "{said}");
    let (code, said) = told(&["--lang", "fr", "--messages", "en"], b"a\n\xff\n");
    assert_eq!(code, Some(1));
    assert!(said.contains("line 2"), "{said}");
}
