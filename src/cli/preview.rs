//! The preview on a terminal: what it says, and how it ends.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Common, DONE, MACHINE, NoTexts, found, print_all};
use crate::serve::{self, News, Options};
use crate::site::source::Snapshot;
use rihla_diagnostics::print::Format;
use rihla_diagnostics::{Diagnostic, Messages, Texts};

/// Runs the preview until it is asked to end.
pub(super) fn run(common: Common, options: Options) -> u8 {
    line(common, "reading the site…", "lecture du site…");
    let printed: Mutex<Vec<Diagnostic>> = Mutex::default();
    let tell = move |news: News| {
        // One after the other, though they come from several threads.
        let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
        match news {
            News::Listening(address) => {
                let en = format!("preview: {address} (Ctrl-C ends it)");
                let fr = format!("aperçu : {address} (Ctrl-C pour l’arrêter)");
                line(common, &en, &fr);
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
                let found = found(common.messages, &loaded.diagnostics);
                let took = took.as_millis();
                let en = format!("read in {took} ms: {found}.");
                let fr = format!("lu en {took} ms : {found}.");
                line(common, &en, &fr);
            }
        }
    };
    match serve::run(options, Arc::new(tell)) {
        Ok(()) => {
            line(common, "the preview has ended.", "l’aperçu est terminé.");
            DONE
        }
        Err(diagnostic) => {
            print_all(&common, &[diagnostic], &NoTexts);
            MACHINE
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
fn line(common: Common, en: &str, fr: &str) {
    if common.quiet || common.format != Format::Human {
        return;
    }
    let text = match common.messages {
        Messages::En => en,
        Messages::Fr => fr,
    };
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
