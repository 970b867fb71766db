//! Why something was not done: the one error of what reads and writes, and who is to act on it.

#![allow(
    clippy::result_large_err,
    reason = "a failure ends the command, so that its size does not matter"
)]

use std::io;
use std::path::Path;

use rihla_diagnostics::catalogue::{source as say, write};
use rihla_diagnostics::{Diagnostic, Value};

/// What is at fault where it is not the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// `site.yaml`, a `collection.yaml`, the theme, a folder or a word on the command line.
    Configuration,
    /// Disk full, no permission.
    Machine,
}

/// Why something was not done.
#[derive(Debug)]
pub struct Failure {
    /// What to say about it.
    pub diagnostic: Diagnostic,
    /// What is at fault.
    pub cause: Cause,
}

impl Failure {
    /// The machine is at fault.
    pub fn machine(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostic,
            cause: Cause::Machine,
        }
    }

    /// Rihla refuses what was asked for.
    pub fn refusal(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostic,
            cause: Cause::Configuration,
        }
    }

    /// The machine refused to let `path` be read.
    pub fn unreadable(path: &str, error: &io::Error) -> Self {
        let diagnostic = Diagnostic::new(&say::UNREADABLE).with("path", path);
        Self::machine(diagnostic.with("reason", reason(error)))
    }

    /// The machine refused to write `path`.
    pub fn unwritable(path: &str, error: &io::Error) -> Self {
        let diagnostic = Diagnostic::new(&write::MACHINE).with("path", path);
        Self::machine(diagnostic.with("reason", reason(error)))
    }

    /// As [`Failure::unwritable`], of a path on the disk.
    pub fn unwritable_at(path: &Path, error: &io::Error) -> Self {
        Self::unwritable(&path.to_string_lossy(), error)
    }
}

/// Why the machine refused, in the words of the reader where the reason is a common one.
pub fn reason(error: &io::Error) -> Value {
    match error.kind() {
        io::ErrorKind::PermissionDenied => Value::from(say::DENIED),
        io::ErrorKind::NotFound => Value::from(say::NOT_FOUND),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Value::from(say::FULL),
        io::ErrorKind::ReadOnlyFilesystem => Value::from(say::READ_ONLY),
        _ => Value::Text(error.to_string()),
    }
}
