//! The preview on a terminal: what it says, and how it ends.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Common, DONE, MACHINE, NoTexts, found, print_all};
use rihla_diagnostics::print::Format;
use rihla_diagnostics::{Diagnostic, Text, Texts, Value};
use rihla_serve as serve;
use rihla_serve::{News, Options};
use rihla_site::source::Snapshot;

/// Runs the preview until it is asked to end.
pub(super) fn run(common: Common, options: Options) -> u8 {
    line(common, "preview-reading", &[]);
    ended(
        common,
        "preview-ended",
        serve::run(options, Arc::new(teller(common))),
    )
}

/// Runs the desk until it is asked to end.
#[cfg(feature = "desk")]
pub(super) fn edit(common: Common, options: serve::desk::Options) -> u8 {
    line(common, "preview-reading", &[]);
    let tell: serve::Tell = Arc::new(teller(common));
    let desk = serve::desk::Desk::begin(options, tell);
    let run = desk.and_then(|desk| {
        desk.announce();
        desk.run()
    });
    ended(common, "desk-ended", run)
}

/// Runs the start page until it is ended.
pub(super) fn start(common: Common, options: Arc<serve::start::Options>) -> u8 {
    ended(
        common,
        "start-done",
        serve::start::run(options, Arc::new(teller(common))),
    )
}

fn ended(common: Common, id: &'static str, result: Result<(), Diagnostic>) -> u8 {
    match result {
        Ok(()) => {
            line(common, id, &[]);
            DONE
        }
        Err(diagnostic) => {
            print_all(&common, &[diagnostic], &NoTexts);
            MACHINE
        }
    }
}

/// Prints what previews have to say.
fn teller(common: Common) -> impl Fn(News) + Send + Sync {
    let printed: Mutex<Vec<Diagnostic>> = Mutex::default();
    move |news: News| {
        // One after the other, though they come from several threads.
        let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
        match news {
            News::Desk(address) => {
                line(common, "desk-listening", &[("address", address.into())]);
            }
            News::Started(address) => {
                line(common, "start-listening", &[("address", address.into())]);
                line(common, "start-help", &[]);
            }
            News::Listening(address) => {
                line(common, "preview-listening", &[("address", address.into())]);
            }
            News::Trouble(diagnostic) => print_all(&common, &[diagnostic], &NoTexts),
            News::Problem(diagnostic, snapshot) => {
                print_all(&common, &[diagnostic], texts(snapshot.as_ref()));
            }
            News::Shown { loaded, took } => {
                let new: Vec<Diagnostic> = loaded
                    .diagnostics
                    .iter()
                    .filter(|diagnostic| !printed.contains(diagnostic))
                    .cloned()
                    .collect();
                print_all(&common, &new, texts(loaded.snapshot.as_ref()));
                printed.clone_from(&loaded.diagnostics);
                let values = [
                    ("took", took.as_millis().into()),
                    ("found", found(&loaded.diagnostics)),
                ];
                line(common, "preview-read", &values);
            }
        }
    }
}

fn texts(snapshot: Option<&Arc<Snapshot>>) -> &dyn Texts {
    match snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    }
}

/// A line for a person.
fn line(common: Common, id: &'static str, values: &[(&'static str, Value)]) {
    if common.quiet || common.format != Format::Human {
        return;
    }
    let text = Text(id).with(common.messages, values);
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
