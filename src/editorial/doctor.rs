//! `rihla doctor`: whether a site and its machine are well, a row for each thing that was looked at.
//!
//! What a build tells of files, names and settings is told here by its kind, with how often and where it
//! was found first; what no build looks at (space, clock, watches, copies of the theme) besides.

use std::sync::Arc;
use std::time::Duration;

use super::theme::{self, Origin};
use super::{Desk, Refused};
use rihla_build::Options;
use rihla_diagnostics::catalogue::{config, source};
use rihla_diagnostics::{Diagnostic, Message, Messages, Severity, Text, Value};
use rihla_site::source::{Body, Machine};

/// The least that a build needs besides what it writes, in bytes.
const SPACE: u64 = 500_000_000;

/// How far a file may lie ahead of the clock: disks count in seconds.
const DRIFT: Duration = Duration::from_secs(120);

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is well.
    Well,
    /// It can be better.
    Warning,
    /// It keeps something from working.
    Wrong,
}

impl State {
    /// As it is printed for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Warning => "warning",
            Self::Wrong => "wrong",
        }
    }
}

/// Something that was looked at.
#[derive(Debug)]
pub struct Row {
    /// What: the end of the ids of its words, `doctor-…`.
    pub subject: &'static str,
    /// How it is.
    pub state: State,
    /// What was found, in words; empty where it is well.
    pub found: String,
    /// What to do, in words; empty where nothing is to be done.
    pub help: String,
}

impl Row {
    fn well(subject: &'static str) -> Self {
        Self {
            subject,
            state: State::Well,
            found: String::new(),
            help: String::new(),
        }
    }
}

/// What is looked at by what a build would say: the row, and the messages that belong to it.
fn kinds() -> [(&'static str, Vec<&'static Message>); 5] {
    [
        (
            "names",
            vec![
                &source::SAME_BUT_CASE,
                &source::SAME_BUT_FORM,
                &source::NAME_NOT_UNICODE,
                &source::NAME_REFUSED,
                &source::NAME_WINDOWS,
            ],
        ),
        (
            "encodings",
            vec![
                &source::NOT_UTF8,
                &source::NOT_UTF8_COPIED,
                &source::UTF16,
                &source::NUL,
            ],
        ),
        ("lfs", vec![&source::POINTER]),
        (
            "plurals",
            vec![&config::PLURAL_MISSING, &config::STRING_MISSING],
        ),
        ("settings", vec![&config::UNKNOWN_KEY, &config::EDITION]),
    ]
}

/// Looks at a site and its machine.
pub fn examine(options: &Options, messages: Messages) -> Vec<Row> {
    let machine = Machine::of(&options.site);
    let mut rows = Vec::new();
    match Desk::open(options) {
        Ok(desk) => {
            // What only drawing finds: a template that calls what there is not.
            let drawn = rihla_build::rehearse(options, &|_| {}, &|_, _, _| {}).outcome;
            rows.extend(of_site(&desk, &drawn.diagnostics, messages));
        }
        Err(Refused { diagnostics, .. }) => {
            rows.push(told(
                "site",
                &diagnostics.iter().collect::<Vec<_>>(),
                messages,
            ));
        }
    }
    rows.extend(of_machine(&machine, messages));
    rows
}

fn of_site(desk: &Desk, found: &[Diagnostic], messages: Messages) -> Vec<Row> {
    let errors: Vec<&Diagnostic> = found
        .iter()
        .filter(|found| found.severity() == Severity::Error)
        .collect();
    let mut rows = vec![told("site", &errors, messages)];
    for (subject, kinds) in kinds() {
        let of_kind = found.iter().filter(|found| {
            kinds
                .iter()
                .any(|message| std::ptr::eq(*message, found.message))
        });
        rows.push(told(subject, &of_kind.collect::<Vec<_>>(), messages));
    }
    rows.push(line_ends(desk, messages));
    rows.push(copies(desk, messages));
    rows
}

/// A row of what a build would say.
fn told(subject: &'static str, found: &[&Diagnostic], messages: Messages) -> Row {
    let Some(first) = found
        .iter()
        .max_by_key(|found| found.severity() == Severity::Error)
    else {
        return Row::well(subject);
    };
    let mut text = first.text(messages);
    if let Some(place) = &first.place {
        text = format!("{}: {text}", place.path);
    }
    if found.len() > 1 {
        let more = Text("doctor-more").with(messages, &[("count", Value::Count(found.len() - 1))]);
        text = format!("{text} {more}");
    }
    let state = match first.severity() {
        Severity::Error => State::Wrong,
        _ => State::Warning,
    };
    Row {
        subject,
        state,
        found: text,
        help: first
            .hint(messages)
            .unwrap_or_else(|| Text("doctor-check").get(messages).into_owned()),
    }
}

/// Texts whose lines end in two ways: each save by another editor changes all of them.
fn line_ends(desk: &Desk, messages: Messages) -> Row {
    let mixed = desk.snapshot.iter().filter(|file| match &file.body {
        Body::Text(text) => {
            let carried = text.matches("\r\n").count();
            carried > 0 && carried < text.matches('\n').count()
        }
        Body::Blob(_) => false,
    });
    let mixed: Vec<&Arc<str>> = mixed.map(|file| &file.path).collect();
    let Some(first) = mixed.first() else {
        return Row::well("line-ends");
    };
    let values = [
        ("path", Value::from(&***first)),
        ("count", Value::Count(mixed.len())),
    ];
    Row {
        subject: "line-ends",
        state: State::Warning,
        found: Text("doctor-line-ends-found").with(messages, &values),
        help: Text("doctor-line-ends-help").get(messages).into_owned(),
    }
}

/// Copies of files of the default theme that the program has newer.
fn copies(desk: &Desk, messages: Messages) -> Row {
    let Ok(listed) = theme::list_of(desk) else {
        // A theme that stands alone has none.
        return Row::well("theme");
    };
    let behind = listed
        .files
        .iter()
        .filter(|(_, origin)| *origin == Origin::Behind);
    let behind: Vec<&str> = behind.map(|(name, _)| name.as_str()).collect();
    if behind.is_empty() {
        return Row::well("theme");
    }
    let values = [
        ("count", Value::Count(behind.len())),
        ("files", Value::from(behind.join(", "))),
        ("theme", Value::from(&*listed.theme)),
    ];
    Row {
        subject: "theme",
        state: State::Warning,
        found: Text("doctor-theme-found").with(messages, &values),
        help: Text("doctor-theme-help").with(messages, &values),
    }
}

fn of_machine(machine: &Machine, messages: Messages) -> Vec<Row> {
    let row = |subject: &'static str,
               state: State,
               [found, help]: [&'static str; 2],
               values: &[(&'static str, Value)]| {
        if state == State::Well {
            return Row::well(subject);
        }
        Row {
            subject,
            state,
            found: Text(found).with(messages, values),
            help: Text(help).with(messages, values),
        }
    };
    let if_wrong = |is_wrong: bool, state: State| match is_wrong {
        true => state,
        false => State::Well,
    };
    let megabytes = machine.space.unwrap_or_default() / 1_000_000;
    let minutes = machine.ahead.unwrap_or_default().as_secs() / 60;
    let wanted = machine.folders + 64;
    vec![
        row(
            "writable",
            if_wrong(!machine.is_writable, State::Wrong),
            ["doctor-writable-found", "doctor-writable-help"],
            &[],
        ),
        row(
            "space",
            if_wrong(
                machine.space.is_some_and(|space| space < SPACE),
                State::Wrong,
            ),
            ["doctor-space-found", "doctor-space-help"],
            &[("megabytes", Value::from(megabytes.to_string()))],
        ),
        row(
            "clock",
            if_wrong(
                machine.ahead.is_some_and(|ahead| ahead > DRIFT),
                State::Warning,
            ),
            ["doctor-clock-found", "doctor-clock-help"],
            &[("minutes", Value::from(minutes.to_string()))],
        ),
        row(
            "watches",
            if_wrong(
                machine.watches.is_some_and(|limit| limit < wanted),
                State::Warning,
            ),
            ["doctor-watches-found", "doctor-watches-help"],
            &[
                (
                    "limit",
                    Value::from(machine.watches.unwrap_or_default().to_string()),
                ),
                ("wanted", Value::from(wanted.to_string())),
            ],
        ),
        row(
            "git",
            if_wrong(!machine.has_git, State::Warning),
            ["doctor-git-found", "doctor-git-help"],
            &[],
        ),
    ]
}
