//! The rules of `rihla check` over built pages, each with whom it serves and how it is kept.

use std::fmt::Write as _;

use super::pages::{named, upper};
use rihla_diagnostics::{Messages, Severity};
use rihla_editorial::check;

/// The page of the rules in a language.
pub(super) fn rules(messages: Messages) -> String {
    let mut out = format!("\n{}\n", named("reference-rules-intro", messages));
    let colon = named("print-colon", messages);
    for rule in check::rules() {
        let code = rule.message.code;
        let said = |what: &str| named(&format!("rule-{code}-{what}"), messages);
        let severity = match rule.message.severity {
            Severity::Error => "print-error",
            Severity::Warning => "print-warning",
            Severity::Advice => "print-advice",
        };
        // Writing to a text does not fail.
        let _ = write!(
            out,
            "\n## `{code}`\n\n**{}** ({})\n\n{}\n\n{}\n\n{}\n",
            said("name"),
            named(severity, messages),
            said("what"),
            said("why"),
            said("how"),
        );
        let elsewhere = [
            ("axe-core", rule.axe),
            ("RGAA 4.1.2", rule.rgaa),
            ("WCAG 2.2", rule.wcag),
        ];
        let elsewhere: Vec<String> = elsewhere
            .into_iter()
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(name, ids)| format!("{name}{colon} {}", ids.join(", ")))
            .collect();
        if !elsewhere.is_empty() {
            let _ = writeln!(out, "\n{}.", upper(&elsewhere.join(" · ")));
        }
    }
    out
}
