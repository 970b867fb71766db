//! `rihla doctor`: whether the site and its machine are well.

use std::path::Path;

use super::editorial::tell;
use super::out::put;
use super::{CONTENT, Common, DONE};
use rihla_build::Options;
use rihla_diagnostics::Text;
use rihla_diagnostics::print::Format;
use rihla_editorial::doctor::{self, Row, State};

/// Prints a row for each thing that was looked at, and gives the exit code: 1 where something keeps the
/// site from working.
pub(super) fn run(common: &Common, options: &Options, home: Option<&Path>) -> u8 {
    let rows = doctor::examine(options, home, common.messages);
    for row in &rows {
        let line = match common.format {
            Format::Json => serde_json::json!({
                "subject": row.subject,
                "state": row.state.name(),
                "found": row.found,
                "help": row.help,
            })
            .to_string(),
            Format::Human | Format::Github => for_a_person(common, row),
        };
        if row.state != State::Well || !common.quiet {
            put(&format!("{line}\n"));
        }
    }
    let worst = rows.iter().map(|row| row.state).max();
    if worst <= Some(State::Optional) {
        tell(common, &Text("doctor-all-well").get(common.messages));
    }
    match worst {
        Some(State::Wrong) => CONTENT,
        _ => DONE,
    }
}

fn for_a_person(common: &Common, row: &Row) -> String {
    let id = format!("doctor-{}", row.subject);
    let subject = common.messages.named_text(&id).unwrap_or(id);
    let mark = match row.state {
        State::Well => "✓",
        State::Optional => "·",
        State::Warning => "!",
        State::Wrong => "✗",
    };
    let mut out = format!("{mark} {subject}");
    for line in [&row.found, &row.help] {
        for part in line.lines().filter(|part| !part.is_empty()) {
            out.push_str("\n    ");
            out.push_str(part);
        }
    }
    out
}
