//! `rihla status`, `translate`, `diff`, `accept`: what was asked for, and what is said of it.

use std::io::{self, IsTerminal, Write};

use clap::ArgMatches;

use super::out::put;
use super::parse::{OPERANDS, text};
use super::{CONTENT, Common, DONE, NoTexts, code_of, print_all};
use rihla_build::Options;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::print::Format;
use rihla_diagnostics::{Diagnostic, Messages, Text, Texts, Value, nearest};
use rihla_editorial as editorial;
use rihla_editorial::{Accept, Diff, Filter, Form, Piece, Refused, Said, Translate};
use rihla_site::failure::Cause;
use rihla_site::translation::State;

/// What is to be done.
#[derive(Debug)]
pub enum Task {
    /// Says where the site stands.
    Status {
        /// The entries; all where none is named.
        entries: Vec<String>,
        /// What of it.
        filter: Filter,
        /// The states with which it fails.
        fail_on: Vec<State>,
        /// In which form.
        form: Form,
        /// Whether what needs nothing is shown as well.
        all: bool,
        /// Whether only the next moment is printed.
        next_build: bool,
    },
    /// Begins a translation.
    Translate(Translate),
    /// Shows what has changed.
    Diff {
        /// The entry.
        name: String,
        /// The language of the translation.
        to: Option<String>,
    },
    /// Notes that translations are right.
    Accept(Accept),
}

/// Reads the arguments of a command.
pub(super) fn parse(
    name: &str,
    matches: &ArgMatches,
    messages: Messages,
) -> Result<Task, Diagnostic> {
    Ok(match name {
        "status" => Task::Status {
            entries: names(matches),
            filter: Filter {
                language: text(matches, "language"),
                collection: text(matches, "collection"),
                states: states(text(matches, "state"), messages)?,
            },
            fail_on: states(text(matches, "fail-on"), messages)?,
            form: text(matches, "format")
                .and_then(|name| Form::from_name(&name))
                .unwrap_or(Form::Human),
            all: matches.get_flag("all"),
            next_build: matches.get_flag("next-build"),
        },
        "translate" => Task::Translate(Translate {
            name: one(
                matches,
                ("translate", say::term::TRANSLATED),
                "rihla translate news/2017-06-02-caritas --to en",
            )?,
            to: text(matches, "to"),
            from: text(matches, "from"),
            with_source: matches.get_flag("with-source"),
        }),
        "diff" => Task::Diff {
            name: one(
                matches,
                ("diff", say::term::COMPARED),
                "rihla diff news/2017-06-02-caritas",
            )?,
            to: text(matches, "to"),
        },
        _ => Task::Accept(Accept {
            names: names(matches),
            to: text(matches, "to"),
            from: text(matches, "from"),
            minor: matches.get_flag("minor"),
            reviewed: matches.get_flag("reviewed"),
            all: matches.get_flag("all"),
            as_is: matches.get_flag("as-is"),
        }),
    })
}

/// The entries that a command names.
fn names(matches: &ArgMatches) -> Vec<String> {
    let names = matches.get_many::<String>(OPERANDS).unwrap_or_default();
    names.cloned().collect()
}

/// The one entry of a command, of which it is said what is done with it.
pub(super) fn one(
    matches: &ArgMatches,
    (command, done): (&str, Text),
    example: &str,
) -> Result<String, Diagnostic> {
    let mut names = names(matches);
    match names.len() {
        0 => Err(Diagnostic::new(&say::NEEDS_ENTRY)
            .with("done", done)
            .with("example", example)),
        1 => Ok(names.remove(0)),
        count => Err(Diagnostic::new(&say::ONE_ENTRY)
            .with("command", command)
            .with("count", count)
            .with("values", names.join(", "))),
    }
}

/// `missing,outdated`, or as a status prints them.
fn states(words: Option<String>, messages: Messages) -> Result<Vec<State>, Diagnostic> {
    let words = words.unwrap_or_default();
    let words = words.split(',').map(str::trim);
    let mut found = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        match editorial::state_of(word, messages) {
            Some(state) => found.push(state),
            // Also with spaces between them.
            None => found.extend(
                word.split_whitespace()
                    .map(|word| editorial::state_of(word, messages).ok_or_else(|| no_state(word)))
                    .collect::<Result<Vec<_>, _>>()?,
            ),
        }
    }
    Ok(found)
}

fn no_state(word: &str) -> Diagnostic {
    let known: Vec<&str> = State::ALL.iter().map(|state| state.name()).collect();
    let near = nearest(word, known.iter().copied());
    let diagnostic = Diagnostic::new(&say::STATE)
        .with("value", word)
        .with_some("nearest", near);
    diagnostic.with("known", editorial::state_words())
}

/// Does a task, says what came of it, and gives the exit code.
pub(super) fn run(common: &Common, options: &Options, task: &Task) -> u8 {
    let done = match task {
        Task::Status {
            entries,
            filter,
            fail_on,
            form,
            all,
            next_build,
        } => match editorial::status(options) {
            Err(refused) => Err(refused),
            Ok(status) if *next_build => {
                next(common, status.next_build.as_deref());
                Ok(DONE)
            }
            Ok(status) => match status
                .filtered(filter)
                .map_err(|(value, known)| unknown(filter, value, &known))
                .and_then(|status| status.of(entries))
            {
                Err(refused) => Err(refused),
                Ok(status) => {
                    put(&editorial::show(
                        &status,
                        Said {
                            form: *form,
                            messages: common.messages,
                            all: *all || !filter.states.is_empty() || !entries.is_empty(),
                            color: io::stdout().is_terminal(),
                        },
                    ));
                    Ok(match status.has(fail_on) {
                        true => CONTENT,
                        false => DONE,
                    })
                }
            },
        },
        Task::Translate(asked) => translate(common, options, asked),
        Task::Diff { name, to } => editorial::diff(options, name, to.as_deref()).map(|diffs| {
            match common.format {
                Format::Human => put(&differences(common, name, &diffs)),
                Format::Json | Format::Github => put(&data(&diffs)),
            }
            DONE
        }),
        Task::Accept(asked) => accept(common, options, asked),
    };
    match done {
        Ok(code) => code,
        Err(refused) => failed(common, &refused),
    }
}

pub(super) fn tell(common: &Common, text: &str) {
    if !common.quiet {
        let _ = io::stderr().write_all(format!("{text}\n").as_bytes());
    }
}

pub(super) fn failed(common: &Common, refused: &Refused) -> u8 {
    let texts: &dyn Texts = match &refused.snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    };
    print_all(common, &refused.diagnostics, texts);
    code_of(refused.failed, true)
}

/// A word of the filter that names nothing.
fn unknown(filter: &Filter, value: String, known: &[String]) -> Refused {
    let message = match filter.language.as_ref() == Some(&value) {
        true => &say::LANGUAGE,
        false => &say::COLLECTION,
    };
    Refused {
        diagnostics: vec![
            Diagnostic::new(message)
                .with("value", value)
                .with("known", known.join(", ")),
        ],
        failed: Some(Cause::Configuration),
        snapshot: None,
    }
}

/// The moment on standard output, for a program that schedules the next build.
fn next(common: &Common, moment: Option<&str>) {
    match moment {
        Some(moment) => put(&format!("{moment}\n")),
        None => {
            tell(common, &Text("next-build-never").get(common.messages));
        }
    }
}

fn translate(common: &Common, options: &Options, asked: &Translate) -> Result<u8, Refused> {
    let (desk, begun) = editorial::translate(options, asked)?;
    for file in &begun.files {
        put(&format!("{file}\n"));
    }
    let to = &desk.config().site.languages[begun.to];
    let done = match begun.files.is_empty() {
        true if begun.is_behind => "translate-behind",
        true => "translate-complete",
        false if begun.is_online => "translate-online",
        false => "translate-begun",
    };
    let values = [
        ("id", (&begun.id).into()),
        ("tag", (&to.tag).into()),
        ("language", to.said()),
    ];
    tell(common, &Text(done).with(common.messages, &values));
    Ok(DONE)
}

fn accept(common: &Common, options: &Options, asked: &Accept) -> Result<u8, Refused> {
    let (desk, accepted) = editorial::accept(options, asked)?;
    print_all(common, &accepted.left, &NoTexts);
    print_all(common, &accepted.besides, &*desk.snapshot);
    let languages = &desk.config().site.languages;
    if common.format == Format::Human {
        for (id, to, from) in accepted.stamped.iter().filter(|_| !common.quiet) {
            let (to, from) = (&languages[*to].tag, &languages[*from].tag);
            let values = [("id", id.into()), ("to", to.into()), ("from", from.into())];
            put(&(Text("accept-noted").with(common.messages, &values) + "\n"));
        }
    } else {
        for (id, to, from) in &accepted.stamped {
            let (to, from) = (&*languages[*to].tag, &*languages[*from].tag);
            let line = serde_json::json!({"accepted": &**id, "language": to, "of": from});
            put(&format!("{line}\n"));
        }
    }
    let done = match accepted.stamped.is_empty() {
        true => "accept-nothing",
        false => "accept-done",
    };
    let values = [
        ("count", Value::Count(accepted.stamped.len())),
        ("files", Value::Count(accepted.files.len())),
    ];
    tell(common, &Text(done).with(common.messages, &values));
    Ok(DONE)
}

/// What has changed, for a person.
fn differences(common: &Common, name: &str, diffs: &[Diff]) -> String {
    let say = |id| Text(id).get(common.messages);
    let is_colored = io::stdout().is_terminal();
    let mut out = String::new();
    if diffs.is_empty() {
        return Text("diff-none").with(common.messages, &[("name", name.into())]) + "\n";
    }
    for diff in diffs {
        let (id, tag) = (&diff.id, &diff.tag);
        let [source, own] = diff.versions.clone();
        let head = match diff.changes.is_empty() {
            true => "diff-same",
            false => "diff-changed",
        };
        let values = [("id", id.into()), ("source", source), ("own", own)];
        out.push_str(&(Text(head).with(common.messages, &values) + "\n"));
        for change in &diff.changes {
            let place = match (&*change.field, &change.directive) {
                (_, Some(name)) => {
                    Text("editorial-block").with(common.messages, &[("name", name.into())])
                }
                ("", None) => say("editorial-paragraph").into_owned(),
                (field, None) => field.to_owned(),
            };
            let kind = match &change.pieces[..] {
                [Piece::New(_)] => say("editorial-new"),
                [Piece::Gone(_)] => say("editorial-removed"),
                _ => say("editorial-changed"),
            };
            out.push_str(&format!("\n{place}, {kind}{}\n", say("editorial-colon")));
            // A directive without parameters is told by its name.
            let pieces = change
                .pieces
                .iter()
                .filter(|piece| !piece.words().is_empty());
            let pieces: Vec<String> = pieces
                .map(|piece| match (piece, is_colored) {
                    (Piece::Same(words), _) => words.clone(),
                    (Piece::Gone(words), true) => format!("\u{1b}[31m[-{words}-]\u{1b}[0m"),
                    (Piece::New(words), true) => format!("\u{1b}[32m{{+{words}+}}\u{1b}[0m"),
                    (Piece::Gone(words), false) => format!("[-{words}-]"),
                    (Piece::New(words), false) => format!("{{+{words}+}}"),
                })
                .collect();
            for line in pieces.join(" ").lines() {
                out.push_str(&format!("  {line}\n"));
            }
        }
        if !diff.changes.is_empty() {
            let values = [("id", id.into()), ("tag", tag.into())];
            let next = Text("diff-next").with(common.messages, &values);
            out.push_str(&format!("\n{next}\n"));
        }
    }
    out
}

/// What has changed, an object a line.
fn data(diffs: &[Diff]) -> String {
    let mut out = String::new();
    for diff in diffs {
        let changes: Vec<serde_json::Value> = diff
            .changes
            .iter()
            .map(|change| {
                let pieces: Vec<serde_json::Value> = change
                    .pieces
                    .iter()
                    .map(|piece| match piece {
                        Piece::Same(words) => serde_json::json!({"same": words}),
                        Piece::Gone(words) => serde_json::json!({"removed": words}),
                        Piece::New(words) => serde_json::json!({"added": words}),
                    })
                    .collect();
                match &change.directive {
                    Some(name) => serde_json::json!({
                        "field": change.field,
                        "directive": name,
                        "pieces": pieces,
                    }),
                    None => serde_json::json!({"field": change.field, "pieces": pieces}),
                }
            })
            .collect();
        let line = serde_json::json!({
            "id": &*diff.id,
            "language": &*diff.tag,
            "of": &*diff.of,
            "changes": changes,
        });
        out.push_str(&format!("{line}\n"));
    }
    out
}
