//! Standard output: whatever a command prints there goes through here, so that none ends well
//! whose result nobody has.

use std::io::{self, ErrorKind, Write};
use std::sync::{Mutex, PoisonError};

use super::{Common, MACHINE, NoTexts, print_all};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::cli as say;
use rihla_diagnostics::print::Format;

/// The first failure. Standard output is one for the whole program, and so is this.
static FAILED: Mutex<Option<io::Error>> = Mutex::new(None);

/// Standard output, which remembers that it failed. Each piece is handed on at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        noted(io::stdout().lock().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        noted(io::stdout().lock().flush())
    }
}

fn noted<T>(result: io::Result<T>) -> io::Result<T> {
    result.inspect_err(|error| {
        if error.kind() == ErrorKind::Interrupted {
            return;
        }
        let mut failed = FAILED.lock().unwrap_or_else(PoisonError::into_inner);
        let kind = error.kind();
        failed.get_or_insert_with(|| match error.raw_os_error() {
            Some(code) => io::Error::from_raw_os_error(code),
            None => kind.into(),
        });
    })
}

/// Prints a text. Where that fails, [`code`] tells.
pub(super) fn put(text: &str) {
    let mut out = Out;
    // Noted where it happens.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// The exit code of the program, given that of the command: where standard output could not be
/// written, the machine has failed, whatever else came of it.
pub(super) fn code(common: &Common, code: u8) -> u8 {
    let _ = Out.flush();
    let failed = FAILED.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(error) = failed else {
        return code;
    };
    // A reader that went away (`| head`) knows.
    if error.kind() != ErrorKind::BrokenPipe {
        let human = Common {
            format: Format::Human,
            ..*common
        };
        let problem =
            Diagnostic::new(&say::OUTPUT).with("reason", rihla_site::failure::reason(&error));
        print_all(&human, &[problem], &NoTexts);
    }
    MACHINE
}
