//! `rihla fmt`: what was fixed, or would be, is shown.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};

use super::{Common, NoTexts, code_of, out, print_all};
use rihla_diagnostics::print::{Format, visible};
use rihla_diagnostics::{Diagnostic, Text, Texts, Value, line_column};
use rihla_editorial::fix::{self, Fixed, Options, Outcome};
use rihla_site::failure::Cause;
use rihla_site::source::Snapshot;

/// The colours of a difference on a terminal: what goes, what comes, where.
const COLORS: [(char, &str); 3] = [
    ('-', "\u{1b}[31m"),
    ('+', "\u{1b}[32m"),
    ('@', "\u{1b}[36m"),
];
const NO_COLOR: &str = "\u{1b}[0m";

/// The most corrections that are shown one by one, each on a line of its own.
const SCREENFUL: usize = 50;

/// How many corrections of one code are shown where there are more than a screenful.
const IN_FULL: usize = 3;

/// Fixes the sources, says what was done, and gives the exit code.
pub(super) fn run(common: &Common, options: &Options) -> u8 {
    let outcome = fix::run(options);
    let texts: &dyn Texts = match &outcome.snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    };
    match common.format {
        Format::Human => {
            let text = for_a_person(common, options, &outcome);
            out::put(&text);
        }
        Format::Json | Format::Github => {
            for fixed in &outcome.files {
                print_all(common, &fixed.findings, texts);
            }
        }
    }
    print_all(common, &outcome.problems, texts);
    // Where the files were written, places are those of what they have become.
    match (&outcome.fixed, options.check) {
        (Some(fixed), false) => print_all(common, &outcome.diagnostics, &**fixed),
        _ => print_all(common, &outcome.diagnostics_before(), texts),
    }
    if common.format == Format::Human && !common.quiet && outcome.snapshot.is_some() {
        let _ = io::stderr().write_all(summary(common, options, &outcome).as_bytes());
    }
    code_of(
        outcome.failed,
        outcome.has_errors() || options.check && outcome.is_changed(),
    )
}

/// What was corrected, a line each; with `--check`, the difference of each file after it.
fn for_a_person(common: &Common, options: &Options, outcome: &Outcome) -> String {
    let mut out = String::new();
    let Some(snapshot) = &outcome.snapshot else {
        return out;
    };
    let is_colored = io::stdout().is_terminal();
    let mut budget = Budget::new(common, outcome);
    for fixed in &outcome.files {
        let is_done = !options.check && fixed.change.is_some();
        let told = fixed.findings.iter().filter(|_| !(common.quiet && is_done));
        let mut is_shown = false;
        for finding in told {
            if budget.takes(finding) {
                is_shown = true;
                out.push_str(&line(common, snapshot, finding));
            }
        }
        if options.check && is_shown {
            for line in difference(fixed) {
                let color = COLORS.iter().find(|(sign, _)| line.starts_with(*sign));
                match color.filter(|_| is_colored) {
                    Some((_, color)) => out.push_str(&format!("{color}{line}{NO_COLOR}\n")),
                    None => out.push_str(&format!("{line}\n")),
                }
            }
            out.push('\n');
        }
    }
    out.push_str(&budget.left_out(common));
    out
}

/// How many corrections of each code are shown.
struct Budget<'o> {
    /// `None` where each is.
    most: Option<usize>,
    /// How many there have been.
    counts: BTreeMap<&'o str, usize>,
}

impl<'o> Budget<'o> {
    fn new(common: &Common, outcome: &'o Outcome) -> Self {
        let count: usize = outcome.files.iter().map(|fixed| fixed.findings.len()).sum();
        Self {
            most: (count > SCREENFUL && !common.all).then_some(IN_FULL),
            counts: BTreeMap::new(),
        }
    }

    /// Counts a correction, and tells whether it is shown.
    fn takes(&mut self, finding: &'o Diagnostic) -> bool {
        let count = self.counts.entry(finding.message.code).or_default();
        *count += 1;
        self.most.is_none_or(|most| *count <= most)
    }

    /// A line for each code of which not all are shown.
    fn left_out(&self, common: &Common) -> String {
        let mut out = String::new();
        let Some(most) = self.most else {
            return out;
        };
        for (code, count) in self.counts.iter().filter(|(_, count)| **count > most) {
            let values = [
                ("count", Value::Count(count - most)),
                ("code", Value::from(*code)),
            ];
            let more = Text("fmt-more").with(common.messages, &values);
            out.push_str(&format!(
                "{more}
"
            ));
        }
        out
    }
}

fn difference(fixed: &Fixed) -> Vec<String> {
    let draft = fixed
        .change
        .as_ref()
        .and_then(|change| change.draft.as_ref());
    let lines = draft.map(|draft| fix::unified(&fixed.path, draft));
    let lines = lines.unwrap_or_default().into_iter();
    lines.map(|line| visible(&line).into_owned()).collect()
}

/// `path:line:column: sentence [code]`
fn line(common: &Common, snapshot: &Snapshot, finding: &Diagnostic) -> String {
    let mut out = String::new();
    if let Some(place) = &finding.place {
        out.push_str(&place.path);
        if let (Some(span), Some(text)) = (place.span, snapshot.text(&place.path)) {
            let (line, column) = line_column(text, span.start);
            out.push_str(&format!(":{line}:{column}"));
        }
        out.push_str(": ");
    }
    out.push_str(&finding.text(common.messages));
    if let Some(hint) = finding
        .hint(common.messages)
        .filter(|_| finding.corrections.is_empty())
    {
        out.push_str(&format!(" ({hint})"));
    }
    format!("{} [{}]\n", visible(&out), finding.message.code)
}

/// The last line for a person.
fn summary(common: &Common, options: &Options, outcome: &Outcome) -> String {
    let changed = outcome.files.iter().filter(|fixed| fixed.change.is_some());
    let files = changed.clone().count();
    let corrections: usize = changed.map(|fixed| fixed.findings.len()).sum();
    let id = match (files, options.check) {
        // There may be much that could not be written.
        (0, _) if outcome.failed == Some(Cause::Machine) => return String::new(),
        (0, _) => "fmt-nothing",
        (_, true) => "fmt-to-do",
        (_, false) => "fmt-done",
    };
    let values = [
        ("corrections", Value::Count(corrections)),
        ("files", Value::Count(files)),
    ];
    Text(id).with(common.messages, &values) + "\n"
}
