//! The command line: what is typed becomes options, and what came of them an exit code.
//!
//! The only module that reads the clock and the environment.

#![expect(
    clippy::disallowed_methods,
    reason = "the command line is where the moment and the environment enter"
)]

mod changes;
mod check;
mod doctor;
mod editorial;
mod fmt;
mod out;
mod parse;
#[cfg(feature = "serve")]
mod preview;
mod reference;
mod remove;
mod start;
mod table;
mod typeset;

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use rihla_build as build;

use rihla_build::{Left, Outcome, Program, Progress};
use rihla_diagnostics::print::{self, Format};
use rihla_diagnostics::{Diagnostic, Interface, Messages, Severity, Text, Texts, Value};
use rihla_site::failure::Cause;

pub use parse::{Action, Common, Invocation};

/// Done.
pub const DONE: u8 = 0;
/// The content has errors, or warnings that are denied.
pub const CONTENT: u8 = 1;
/// The command line or the configuration is wrong.
pub const USAGE: u8 = 2;
/// The machine failed: disk full, no permission.
pub const MACHINE: u8 = 3;

/// How long a build takes before it shows its progress.
const PATIENCE: Duration = Duration::from_millis(500);

/// Runs the program on the arguments after its name, in one of its languages, and gives the exit code.
pub fn run(arguments: &[String], languages: &'static [Interface], program: Program) -> u8 {
    let locale = Locale::of_machine(Messages::new(languages), program);
    match parse::parse(arguments, &locale) {
        Ok(invocation) => {
            let common = invocation.common;
            out::code(&common, follow(invocation))
        }
        Err(failed) => {
            print_all(&failed.common, &[failed.diagnostic], &NoTexts);
            out::code(&failed.common, USAGE)
        }
    }
}

/// Does what was asked for, and gives the exit code as far as the output reached its reader.
fn follow(invocation: Invocation) -> u8 {
    // A folder that is not there was named wrongly.
    if let Some(site) = invocation.action.site()
        && let Err(failure) = rihla_site::source::is_folder(site)
    {
        print_all(&invocation.common, &[failure.diagnostic], &NoTexts);
        return USAGE;
    }
    match &invocation.action {
        Action::Print(text) => {
            out::put(text);
            DONE
        }
        Action::Typeset(options) => {
            let (input, output) = (io::stdin().lock(), out::Out);
            match typeset::run(options, input, output) {
                Ok(()) => DONE,
                Err(failed) => {
                    print_all(&invocation.common, &[*failed.diagnostic], &NoTexts);
                    failed.code
                }
            }
        }
        Action::Fmt(options) => fmt::run(&invocation.common, options),
        Action::Editorial(options, task) => editorial::run(&invocation.common, options, task),
        Action::Changes(request) => changes::run(&invocation.common, request),
        Action::Remove {
            options,
            id,
            is_done,
        } => remove::run(&invocation.common, options, id, *is_done),
        Action::Init(asked) => start::init(&invocation.common, asked),
        Action::New {
            options,
            asked,
            opens,
        } => start::new(&invocation.common, options, asked, *opens),
        Action::Schema { options, guide } => start::schema(&invocation.common, options, *guide),
        Action::Doctor(options, home) => doctor::run(&invocation.common, options, home.as_deref()),
        Action::ListTheme(options) => start::list_theme(&invocation.common, options),
        Action::Reference(asked) => reference::run(&invocation.common, asked),
        Action::Eject { options, files } => start::eject(&invocation.common, options, files),
        Action::Check {
            options,
            is_sample: true,
            ..
        } => check::sample(&invocation.common, options),
        Action::Check {
            options,
            since,
            document,
            further,
            ..
        } => {
            let since = since.as_deref();
            check::run(&invocation.common, options, since, *document, further)
        }
        Action::Build { options, explain } => {
            let outcome = with_progress(&invocation.common, |progress| {
                build::build(options, progress)
            });
            if *explain {
                explain_all(&invocation.common, &outcome);
            }
            let code = report(&invocation.common, &outcome);
            if let (Some(site), Some(_)) = (&outcome.site, &outcome.written) {
                rihla_editorial::cache_status(options, site);
            }
            // The program ends here: the system takes all memory back at once, which is
            // quicker than giving it back piece by piece.
            std::mem::forget(outcome);
            code
        }
        #[cfg(feature = "serve")]
        Action::Serve(options) => preview::run(invocation.common, (**options).clone()),
        #[cfg(feature = "desk")]
        Action::Edit(options) => preview::edit(invocation.common, (**options).clone()),
        #[cfg(feature = "serve")]
        Action::Start(options) => preview::start(invocation.common, options.clone()),
    }
}

/// What the machine says of itself.
pub struct Locale {
    /// The language of the messages.
    pub messages: Messages,
    /// `RIHLA_BASE_URL`.
    pub base_url: Option<String>,
    /// The revision of the sources: `RIHLA_COMMIT`, or what GitHub or GitLab says of it.
    pub commit: Option<String>,
    /// The moment at which the program was started.
    pub now: jiff::Timestamp,
    /// The folder in which it was started.
    pub folder: std::path::PathBuf,
    /// The folder of the person.
    pub home: Option<std::path::PathBuf>,
    /// The folder of the person for settings of programs.
    pub settings: Option<std::path::PathBuf>,
    /// The time zone of the machine (IANA).
    pub time_zone: String,
    /// The program that was started.
    pub program: Program,
}

impl Locale {
    fn of_machine(english: Messages, program: Program) -> Self {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let home = set(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
        let home = home.map(std::path::PathBuf::from);
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        Self {
            messages: locale
                .and_then(|locale| english.of_tag(&locale))
                .unwrap_or(english),
            base_url: set("RIHLA_BASE_URL"),
            commit: ["RIHLA_COMMIT", "GITHUB_SHA", "CI_COMMIT_SHA"]
                .into_iter()
                .find_map(set),
            now: jiff::Timestamp::now(),
            folder: std::env::current_dir().unwrap_or_default(),
            settings: match () {
                () if cfg!(windows) => set("APPDATA").map(Into::into),
                () if cfg!(target_os = "macos") => home
                    .as_ref()
                    .map(|home| home.join("Library/Application Support")),
                () => {
                    let own = set("XDG_CONFIG_HOME").map(std::path::PathBuf::from);
                    own.or_else(|| Some(home.as_ref()?.join(".config")))
                }
            },
            home,
            time_zone: jiff::tz::TimeZone::system()
                .iana_name()
                .unwrap_or("UTC")
                .to_owned(),
            program,
        }
    }
}

/// Diagnostics about nothing in a file.
struct NoTexts;

impl Texts for NoTexts {
    fn text(&self, _: &str) -> Option<&str> {
        None
    }
}

/// Runs a build, with its progress on the terminal once it takes a while.
fn with_progress<T>(common: &Common, run: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> T) -> T {
    let shows = io::stderr().is_terminal() && !common.quiet && common.format == Format::Human;
    let start = Instant::now();
    let bar: Mutex<Option<ProgressBar>> = Mutex::new(None);
    let outcome = run(&|progress| {
        if !shows || start.elapsed() < PATIENCE {
            return;
        }
        let Ok(mut bar) = bar.lock() else {
            return;
        };
        let bar = bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::new(0).with_style(style)
        });
        let words = |id| Text(id).get(common.messages);
        match progress {
            Progress::Reading | Progress::Parsing | Progress::Linking | Progress::Planning => {
                bar.set_message(words("build-reading"))
            }
            Progress::Rendering(done, all) => {
                bar.set_message(words("build-pages"));
                bar.set_length(all as u64);
                bar.set_position(done as u64);
            }
            Progress::Images(done, all) => {
                bar.set_message(words("build-pictures"));
                bar.set_length(all as u64);
                bar.set_position(done as u64);
            }
            Progress::Links(done, all) => {
                bar.set_message(words("check-links"));
                bar.set_length(all as u64);
                bar.set_position(done as u64);
            }
            Progress::Writing => bar.set_message(words("build-writing")),
        }
    });
    if let Ok(bar) = bar.lock()
        && let Some(bar) = bar.as_ref()
    {
        bar.finish_and_clear();
    }
    outcome
}

/// The diagnostics that are printed: quietly, those that are no pieces of advice.
fn shown<'d>(common: &Common, diagnostics: &'d [Diagnostic]) -> Cow<'d, [Diagnostic]> {
    if !common.quiet {
        return Cow::Borrowed(diagnostics);
    }
    let is_shown = |found: &&Diagnostic| found.severity() != Severity::Advice;
    Cow::Owned(diagnostics.iter().filter(is_shown).cloned().collect())
}

/// Prints diagnostics in the form that is asked for; quietly, without pieces of advice.
fn print_all(common: &Common, diagnostics: &[Diagnostic], texts: &dyn Texts) {
    let diagnostics = &*shown(common, diagnostics);
    let options = print::Options {
        format: common.format,
        messages: common.messages,
        color: io::stderr().is_terminal() && common.format == Format::Human,
    };
    // Where nobody listens there is nobody to tell.
    let _ = match common.format {
        Format::Human if !common.all => {
            print::grouped(diagnostics, texts, &options, &mut io::stderr().lock())
        }
        Format::Human => print::print(diagnostics, texts, &options, &mut io::stderr().lock()),
        Format::Json | Format::Github => print::print(
            diagnostics,
            texts,
            &options,
            &mut io::BufWriter::new(out::Out),
        ),
    };
}

/// Prints why each page was rendered: lines for a person, an object a line for a program.
fn explain_all(common: &Common, outcome: &Outcome) {
    let rendered = outcome.written.iter().flat_map(|written| &written.rendered);
    let mut text = String::new();
    for (address, reason) in rendered {
        let because = build::explain::sentence(reason, common.messages);
        if common.format == Format::Json {
            let line = serde_json::json!({"rendered": &**address, "because": because});
            text.push_str(&format!("{line}\n"));
        } else {
            let colon = print::COLON.get(common.messages);
            text.push_str(&format!("{address}{colon} {because}\n"));
        }
    }
    match common.format {
        Format::Json => out::put(&text),
        // Where nobody listens there is nobody to tell.
        Format::Human | Format::Github => drop(io::stderr().write_all(text.as_bytes())),
    }
}

/// Prints what came of a build, and gives the exit code.
fn report(common: &Common, outcome: &Outcome) -> u8 {
    let texts: &dyn Texts = match &outcome.snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    };
    print_all(common, &outcome.diagnostics, texts);
    if common.format == Format::Human && !(common.quiet && outcome.written.is_some()) {
        let _ = io::stderr().write_all(summary(common, outcome).as_bytes());
    }
    code_of(outcome.failed, outcome.written.is_none())
}

/// The exit code of a command: by what failed, else by whether the content is as it should be.
fn code_of(failed: Option<Cause>, has_errors: bool) -> u8 {
    match failed {
        Some(Cause::Machine) => MACHINE,
        Some(Cause::Configuration) => USAGE,
        None if has_errors => CONTENT,
        None => DONE,
    }
}

/// How many diagnostics there are of a severity.
fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    let of_it = |diagnostic: &&Diagnostic| diagnostic.severity() == severity;
    diagnostics.iter().filter(of_it).count()
}

/// “1 error, 2 warnings”, and where there is advice, “3 pieces of advice”.
fn found(diagnostics: &[Diagnostic]) -> Value {
    let number = |severity| Value::Count(count(diagnostics, severity));
    Value::phrase(
        Text("found"),
        [
            ("errors", number(Severity::Error)),
            ("warnings", number(Severity::Warning)),
            ("advice", number(Severity::Advice)),
        ],
    )
}

/// The last lines of a build for a person.
fn summary(common: &Common, outcome: &Outcome) -> String {
    let found = found(&outcome.diagnostics);
    let Some(written) = &outcome.written else {
        return Text("build-not-written").with(common.messages, &[("found", found)]) + "\n";
    };
    let values = [
        ("pages", Value::Count(written.pages)),
        ("written", Value::Count(written.summary.written)),
        ("unchanged", Value::Count(written.summary.unchanged)),
        ("removed", Value::Count(written.summary.removed)),
        ("found", found),
    ];
    let summary = Text("build-written").with(common.messages, &values);
    format!("{summary}\n{}", notes(common.messages, written.left))
}

/// What a build leaves to be done, a line each.
fn notes(messages: Messages, left: Left) -> String {
    let mut text = String::new();
    let mut note = |id, count| {
        let note = Text(id).with(messages, &[("count", Value::Count(count))]);
        text.push_str(&format!("{note}\n"));
    };
    if left.waiting > 0 {
        note("build-waiting", left.waiting);
    }
    if left.unrecorded > 0 {
        note("build-unrecorded", left.unrecorded);
    }
    if left.is_noindex {
        note("build-noindex", 1);
    }
    text
}
