//! A status as a table for a person, as data, or as a page for the team.

mod data;
mod html;
mod human;

use std::borrow::Cow;

use super::status::{Row, Status};
use rihla_diagnostics::{Messages, Text, Value, folded};
use rihla_site::ids::LanguageId;
use rihla_site::translation::State;

/// The form in which a status is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table on a terminal.
    Human,
    /// One JSON object.
    Json,
    /// Comma-separated values (RFC 4180).
    Csv,
    /// A table in Markdown.
    Markdown,
    /// A page on its own.
    Html,
}

impl Form {
    /// The words for the forms on the command line.
    pub const NAMES: &'static [&'static str] = &["human", "json", "csv", "markdown", "html"];

    /// The form that a word names.
    pub fn from_name(name: &str) -> Option<Self> {
        let forms = [
            Self::Human,
            Self::Json,
            Self::Csv,
            Self::Markdown,
            Self::Html,
        ];
        let at = Self::NAMES.iter().position(|known| *known == name)?;
        forms.get(at).copied()
    }
}

/// How a status is to be said.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// In which form.
    pub form: Form,
    /// In which language.
    pub messages: Messages,
    /// Whether what needs nothing is shown as well; data always has everything.
    pub all: bool,
    /// Whether a terminal shows colours.
    pub color: bool,
}

/// Shows a status.
pub fn show(status: &Status, said: Said) -> String {
    match said.form {
        Form::Human => human::human(status, said),
        Form::Json => data::json(status, said.messages),
        Form::Csv => data::csv(status, said.messages),
        Form::Markdown => human::markdown(status, said),
        Form::Html => html::html(status, said),
    }
}

/// The words for a state.
pub fn words(state: State, messages: Messages) -> Cow<'static, str> {
    Text(match state {
        State::Original => "status-original",
        State::UpToDate => "status-up-to-date",
        State::Outdated => "status-outdated",
        State::Incomplete => "status-incomplete",
        State::Missing => "status-missing",
        State::Draft => "status-draft",
        State::Machine => "status-machine",
        State::Diverged => "status-diverged",
        State::Unverified => "status-unverified",
        State::Orphan => "status-orphan",
    })
    .get(messages)
}

/// The state that a word means: that of the filters, or what a status prints in any language of the
/// program; capitals, accents and hyphens are free.
pub fn state_of(word: &str, messages: Messages) -> Option<State> {
    let plain = |word: &str| folded(word).replace('-', " ");
    let wanted = plain(word);
    State::ALL.into_iter().find(|state| {
        let mut said = messages.each().map(|language| words(*state, language));
        // Of “machine, to review”, each half.
        plain(state.name()) == wanted
            || said.any(|said| said.split(", ").any(|said| plain(said) == wanted))
    })
}

/// What the states are called on the command line.
pub fn state_words() -> Value {
    let word = |state| {
        Text(match state {
            State::Original => "filter-original",
            State::UpToDate => "filter-up-to-date",
            State::Outdated => "filter-outdated",
            State::Incomplete => "filter-incomplete",
            State::Missing => "filter-missing",
            State::Draft => "filter-draft",
            State::Machine => "filter-machine",
            State::Diverged => "filter-diverged",
            State::Unverified => "filter-unverified",
            State::Orphan => "filter-orphan",
        })
    };
    Value::List(State::ALL.map(|state| word(state).into()).to_vec())
}

/// What a state means, and what to do about it.
fn advice(state: State, messages: Messages) -> Cow<'static, str> {
    Text(match state {
        State::Diverged => "advice-diverged",
        State::Outdated => "advice-outdated",
        State::Incomplete => "advice-incomplete",
        State::Missing => "advice-missing",
        State::Machine => "advice-machine",
        State::Draft => "advice-draft",
        State::Orphan => "advice-orphan",
        State::Unverified => "advice-unverified",
        State::UpToDate | State::Original => "advice-nothing",
    })
    .get(messages)
}

/// What is said beside the states of a row: what is not online and why, what is to be read again.
pub fn notes(status: &Status, row: &Row, messages: Messages) -> Vec<String> {
    let colon = Text("status-colon").get(messages);
    let mut notes: Vec<String> = Vec::new();
    let mut said: Vec<(String, Vec<&str>)> = Vec::new();
    for blocked in &row.blocked {
        let tag = blocked
            .language
            .map_or("", |number| &*status.languages[number].0);
        let sentence = blocked.said.get(messages).into_owned();
        match said.iter_mut().find(|(other, _)| *other == sentence) {
            Some((_, tags)) => tags.push(tag),
            None => said.push((sentence, vec![tag])),
        }
    }
    for (sentence, tags) in said {
        let tags: Vec<&str> = tags.into_iter().filter(|tag| !tag.is_empty()).collect();
        notes.push(match tags.is_empty() {
            true => sentence,
            false => format!("{}{colon}{sentence}", tags.join(", ")),
        });
    }
    let is_begun = |(number, state): &(LanguageId, State)| {
        let is_open = matches!(state, State::Draft | State::Incomplete);
        is_open && row.online.get(*number) == Some(&true)
    };
    let begun: Vec<&str> = row
        .open()
        .filter(is_begun)
        .map(|(number, _)| &*status.languages[number].0)
        .collect();
    if !begun.is_empty() {
        let tags = begun.join(", ");
        let online = Text("status-as-it-is").get(messages);
        notes.push(format!("{tags}{colon}{online}"));
    }
    if row.is_due
        && let Some(day) = &row.review_by
    {
        notes.push(Text("status-due").with(messages, &[("day", day.into())]));
    }
    notes
}

/// A title of a row, in the language that comes first.
fn title(row: &Row) -> &str {
    let mut titles = row.titles.iter().flatten();
    titles.next().map_or("", |title| title)
}

/// The rows that are shown, and how many are not because nothing is to be done about them.
fn shown(status: &Status, said: Said) -> (Vec<&Row>, usize) {
    let rows: Vec<&Row> = status
        .rows
        .iter()
        .filter(|row| said.all || row.is_open())
        .collect();
    let left = status.rows.len() - rows.len();
    (rows, left)
}

/// “missing: 3, out of date: 2, up to date: 40”
fn counts(status: &Status, messages: Messages) -> String {
    let counts = status.counts().into_iter();
    let counts: Vec<String> = counts
        .map(|(state, count)| {
            let colon = Text("status-colon").get(messages);
            format!("{}{colon}{count}", words(state, messages))
        })
        .collect();
    counts.join(", ")
}
