//! Tables to read.

use super::{Said, advice, counts, notes, shown, title, words};
use crate::status::Status;
use rihla_diagnostics::{Text, Value};
use rihla_site::ids::ByLanguage;
use rihla_site::translation::State;

/// The widest that a column of ids becomes.
const WIDEST: usize = 48;

/// The colour of a state on a terminal.
fn color(state: State) -> &'static str {
    match state {
        State::Diverged | State::Outdated | State::Missing | State::Incomplete => "\u{1b}[31m",
        State::Machine | State::Draft | State::Orphan => "\u{1b}[33m",
        State::Unverified => "\u{1b}[36m",
        State::UpToDate | State::Original => "\u{1b}[32m",
    }
}

/// A table on a terminal, what the states in it mean, and how many there are of each.
pub(super) fn human(status: &Status, said: Said) -> String {
    let messages = said.messages;
    let say = |id| Text(id).get(messages);
    let (rows, left) = shown(status, said);
    let mut out = String::new();
    if status.errors > 0 {
        let errors = [("count", Value::Count(status.errors))];
        let errors = Text("status-errors").with(messages, &errors);
        out.push_str(&format!("{errors}\n\n"));
    }
    if !rows.is_empty() {
        let width = |text: &str| text.chars().count();
        let ids = rows.iter().map(|row| width(&row.id)).max().unwrap_or(0);
        let ids = ids.clamp(5, WIDEST);
        let mut widths: ByLanguage<usize> = status
            .languages
            .iter()
            .map(|(_, name)| width(name))
            .collect();
        for row in &rows {
            for (number, state) in row.states.pairs() {
                let length = state.map_or(1, |state| width(&words(state, messages)));
                widths[number] = widths[number].max(length);
            }
        }
        let pad = |text: &str, to: usize| {
            let missing = to.saturating_sub(width(text));
            format!("{text}{}", " ".repeat(missing))
        };
        out.push_str(&pad(&say("status-entry"), ids));
        for ((_, name), width) in status.languages.iter().zip(&widths) {
            out.push_str(&format!("  {}", pad(name, *width)));
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        for row in &rows {
            let mut line = pad(&row.id, ids);
            for (state, width) in row.states.iter().zip(&widths) {
                let text = pad(
                    &state.map_or("–".into(), |state| words(state, messages)),
                    *width,
                );
                match state.filter(|_| said.color) {
                    Some(state) => line.push_str(&format!("  {}{text}\u{1b}[0m", color(state))),
                    None => line.push_str(&format!("  {text}")),
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
            for note in notes(status, row, messages) {
                out.push_str(&format!("    {note}\n"));
            }
        }
        out.push('\n');
        let mut states: Vec<State> = rows
            .iter()
            .flat_map(|row| row.open().map(|(_, state)| state))
            .collect();
        states.sort_by_key(|state| state.urgency());
        states.dedup();
        for state in &states {
            let colon = say("status-colon");
            out.push_str(&format!(
                "{}{colon}{}.\n",
                words(*state, messages),
                advice(*state, messages)
            ));
        }
        if !states.is_empty() {
            out.push('\n');
        }
    }
    let counts = counts(status, messages);
    if !counts.is_empty() {
        out.push_str(&format!("{counts}.\n"));
    }
    if left > 0 {
        let left = Text("status-left").with(messages, &[("count", Value::Count(left))]);
        out.push_str(&format!("{left}\n"));
    }
    out
}

/// A table in Markdown.
pub(super) fn markdown(status: &Status, said: Said) -> String {
    let messages = said.messages;
    let say = |id| Text(id).get(messages);
    let (rows, _) = shown(status, said);
    let mut out = format!("| {} | {} |", say("status-entry"), say("status-title"));
    for (_, name) in &status.languages {
        out.push_str(&format!(" {} |", cell(name)));
    }
    out.push_str(&format!(" {} |\n|---|---|", say("status-notes")));
    out.push_str(&"---|".repeat(status.languages.len() + 1));
    out.push('\n');
    for row in rows {
        out.push_str(&format!("| `{}` | {} |", row.id, cell(title(row))));
        for state in &row.states {
            let state = state.map_or("–".into(), |state| words(state, messages));
            out.push_str(&format!(" {state} |"));
        }
        let notes = notes(status, row, messages).join(&*say("status-semicolon"));
        out.push_str(&format!(" {} |\n", cell(&notes)));
    }
    out.push_str(&format!("\n{}\n", counts(status, messages)));
    out
}

/// A text in a cell of a table in Markdown.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => out.push(' '),
            '|' | '\\' | '*' | '_' | '`' | '<' | '[' | ']' | '&' => {
                out.push('\\');
                out.push(character);
            }
            character => out.push(character),
        }
    }
    out
}
