//! A status as a table for a person, as data, or as a page for the team.

mod data;
mod html;
mod human;

use super::status::{Blocked, Row, Status};
use crate::site::translation::State;
use rihla_diagnostics::{Bilingual, Messages, folded};

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
fn words(state: State, messages: Messages) -> &'static str {
    let (en, fr) = match state {
        State::Original => ("original", "original"),
        State::UpToDate => ("up to date", "à jour"),
        State::Outdated => ("out of date", "à mettre à jour"),
        State::Incomplete => ("incomplete", "incomplet"),
        State::Missing => ("missing", "manque"),
        State::Draft => ("draft", "brouillon"),
        State::Machine => ("machine, to review", "machine, à relire"),
        State::Diverged => ("diverged", "divergent"),
        State::Unverified => ("unverified", "non vérifié"),
        State::Orphan => ("orphan", "orphelin"),
    };
    match messages {
        Messages::En => en,
        Messages::Fr => fr,
    }
}

/// The state that a word means: that of the filters, or what a status prints in either language;
/// capitals, accents and hyphens are free.
pub fn state_of(word: &str) -> Option<State> {
    let plain = |word: &str| folded(word).replace('-', " ");
    let wanted = plain(word);
    State::ALL.into_iter().find(|state| {
        let said = [Messages::En, Messages::Fr].map(|messages| words(*state, messages));
        // Of “machine, to review”, each half.
        let mut said = said.into_iter().flat_map(|said| said.split(", "));
        plain(state.name()) == wanted || said.any(|said| plain(said) == wanted)
    })
}

/// What the states are called on the command line.
pub fn state_words(messages: Messages) -> String {
    let said = |state: State| match messages {
        Messages::En => state.name(),
        Messages::Fr => words(state, messages).split(',').next().unwrap_or_default(),
    };
    State::ALL.map(said).join(", ")
}

/// What a state means, and what to do about it.
fn advice(state: State, messages: Messages) -> &'static str {
    let (en, fr) = match state {
        State::Diverged => (
            "the source has changed, and the translation too: read both, then “rihla accept ID”",
            "la source a changé, et la traduction aussi : relisez les deux, puis « rihla accept ID »",
        ),
        State::Outdated => (
            "the source has changed: “rihla diff ID” shows how, “rihla accept ID” says that the translation is right again",
            "la source a changé : « rihla diff ID » montre en quoi, « rihla accept ID » dit que la traduction est de nouveau juste",
        ),
        State::Incomplete => (
            "a text or a field of the source is missing in it: “rihla translate ID --to LANGUAGE” adds it",
            "il y manque un texte ou un champ de la source : « rihla translate ID --to LANGUE » l’ajoute",
        ),
        State::Missing => (
            "nobody has translated it: “rihla translate ID --to LANGUAGE” begins",
            "personne ne l’a traduit : « rihla translate ID --to LANGUE » commence",
        ),
        State::Machine => (
            "a machine translated it: read it, then “rihla accept ID”",
            "une machine l’a traduit : relisez, puis « rihla accept ID »",
        ),
        State::Draft => (
            "somebody is translating it; “rihla accept ID” when it is right",
            "la traduction est en cours ; « rihla accept ID » quand elle est juste",
        ),
        State::Orphan => (
            "the text from which it was translated is not there",
            "le texte dont il est la traduction n’existe plus",
        ),
        State::Unverified => (
            "nothing is noted of the translation, and nothing is held back for it; “rihla accept ID” notes it",
            "rien n’est noté de la traduction, et rien n’est retenu pour cela ; « rihla accept ID » le note",
        ),
        State::UpToDate | State::Original => ("nothing to do", "rien à faire"),
    };
    match messages {
        Messages::En => en,
        Messages::Fr => fr,
    }
}

/// What is said beside the states of a row: what is not online and why, what is to be read again.
fn notes(status: &Status, row: &Row, messages: Messages) -> Vec<String> {
    let sentence = |blocked: &Blocked| match messages {
        Messages::En => blocked.said[0].clone(),
        Messages::Fr => blocked.said[1].clone(),
    };
    let colon = match messages {
        Messages::En => ": ",
        Messages::Fr => " : ",
    };
    let mut notes: Vec<String> = Vec::new();
    let mut said: Vec<(String, Vec<&str>)> = Vec::new();
    for blocked in &row.blocked {
        let tag = blocked
            .language
            .map_or("", |number| &*status.languages[number].0);
        let sentence = sentence(blocked);
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
    let is_begun = |(number, state): &(usize, State)| {
        let is_open = matches!(state, State::Draft | State::Incomplete);
        is_open && row.online.get(*number) == Some(&true)
    };
    let begun: Vec<&str> = row
        .open()
        .filter(is_begun)
        .map(|(number, _)| &*status.languages[number].0)
        .collect();
    if !begun.is_empty() {
        let online = Bilingual {
            en: "is online as it is",
            fr: "est en ligne tel quel",
        };
        let tags = begun.join(", ");
        notes.push(format!("{tags}{colon}{}", online.get(messages)));
    }
    if row.is_due
        && let Some(day) = &row.review_by
    {
        let due = Bilingual {
            en: "to be read again since {day}",
            fr: "à relire depuis le {day}",
        };
        notes.push(due.get(messages).replace("{day}", day));
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
            let colon = match messages {
                Messages::En => ":",
                Messages::Fr => " :",
            };
            format!("{}{colon} {count}", words(state, messages))
        })
        .collect();
    counts.join(", ")
}
