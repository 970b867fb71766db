//! `rihla doctor`: whether a site and its machine are well, a row for each thing that was looked at.
//!
//! What a build tells of files, names and settings is told here by its kind, with how often and where it
//! was found first; what no build looks at (space, clock, watches, copies of the theme) besides.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::theme::{self, Origin};
use super::{Desk, Refused};
use rihla_build::Options;
use rihla_diagnostics::catalogue::{config, source};
use rihla_diagnostics::{Diagnostic, Message, Messages, Severity, Text, Value};
#[cfg(feature = "spelling")]
use rihla_site::source::DictionaryFolders;
use rihla_site::source::{Body, Machine};
#[cfg(feature = "spelling")]
use rihla_text::language::Language;

/// The least that a build needs besides what it writes, in bytes.
const SPACE: u64 = 500_000_000;

/// How far a file may lie ahead of the clock: disks count in seconds.
const DRIFT: Duration = Duration::from_secs(120);

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is well.
    Well,
    /// Something that not everybody needs is not there.
    Optional,
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
            Self::Optional => "optional",
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
///
/// `home` is the folder of whoever asks, in which dictionaries may be.
pub fn examine(options: &Options, home: Option<&Path>, messages: Messages) -> Vec<Row> {
    let machine = Machine::of(&options.site);
    let mut rows = Vec::new();
    match Desk::open(options) {
        Ok(desk) => {
            // What only drawing finds: a template that calls what there is not.
            let drawn = rihla_build::rehearse(options, &|_| {}, &|_, _, _| {}).outcome;
            let of_site = of_site(&desk, home, &options.site, &drawn.diagnostics, messages);
            rows.extend(of_site);
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

#[cfg_attr(
    not(feature = "spelling"),
    expect(unused_variables, reason = "what needs it is a feature")
)]
fn of_site(
    desk: &Desk,
    home: Option<&Path>,
    site: &Path,
    found: &[Diagnostic],
    messages: Messages,
) -> Vec<Row> {
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
    #[cfg(feature = "spelling")]
    rows.push(dictionaries(desk, home, site, messages));
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

/// The languages of the site whose words cannot be looked up here. Nothing else needs that, so that all is well without.
#[cfg(feature = "spelling")]
fn dictionaries(desk: &Desk, home: Option<&Path>, site: &Path, messages: Messages) -> Row {
    let settings = &desk.config().site;
    let own = settings.spelling.dictionaries.as_deref();
    let folders = DictionaryFolders::of_system(own.map(|folder| site.join(folder)), home);
    let lacking = settings.languages.iter().filter(|language| {
        let exact = language.variant.as_deref().unwrap_or(&language.tag);
        folders.find(exact).is_none()
    });
    let lacking: Vec<_> = lacking.collect();
    let mut row = Row::well("dictionaries");
    if !lacking.is_empty() {
        let package = |language: &Arc<Language>| {
            let tag = language.variant.as_deref().unwrap_or(&language.tag);
            let mut parts = tag.to_ascii_lowercase();
            // Debian has one for each region of English and Portuguese alone.
            let language = parts.split('-').next().unwrap_or_default().to_owned();
            let region = parts.split('-').nth(1).unwrap_or_default().to_owned();
            parts = match (&*language, &*region) {
                ("en", "" | "oxendict") => "en-gb".to_owned(),
                ("en" | "pt", region) if region.len() == 2 => format!("{language}-{region}"),
                _ => language,
            };
            format!("hunspell-{parts}")
        };
        let packages: Vec<String> = lacking.iter().map(|language| package(language)).collect();
        let values = [
            (
                "languages",
                Value::List(lacking.iter().map(|language| language.said()).collect()),
            ),
            ("packages", Value::from(packages.join(" "))),
        ];
        row.state = State::Optional;
        row.found = Text("doctor-dictionaries-found").with(messages, &values);
        row.help = Text("doctor-dictionaries-help").with(messages, &values);
    }
    row
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
