//! The command `rihla`.

use std::process::ExitCode;

use rihla::build::Program;
use rihla_diagnostics::Interface;

mod builtin;

/// Pages are made of many small values, and two threads make them: measured on 10,000 pages,
/// a build takes a fifth less time with this allocator than with that of glibc.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

// What the program says, in each language of `messages`: `LANGUAGES`.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What it is made of.
const PROGRAM: Program = Program::new(
    env!("RIHLA_SOURCES"),
    env!("RIHLA_EDITORIAL"),
    builtin::FILES,
);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    ExitCode::from(rihla::cli::run(&arguments, &LANGUAGES, PROGRAM))
}
