//! `rihla typeset`: lines are read, set and written.

use std::io::{self, BufRead, BufWriter, Write};

use super::{CONTENT, MACHINE};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::cli as say;
use rihla_text::language::Profile;
use rihla_text::typography::Html;

/// How lines are set.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// By which rules; `None` leaves them as they are.
    pub profile: Option<&'static Profile>,
    /// Whether letters are corrected too.
    pub rewrite: bool,
    /// Whether no letter is marked as raised.
    pub plain: bool,
}

/// Why the lines could not be set.
pub(super) struct Failed {
    /// How to say so.
    pub diagnostic: Box<Diagnostic>,
    /// The exit code.
    pub code: u8,
}

/// Sets lines one after the other. Their ends stay as they are.
pub(super) fn run(
    options: &Options,
    mut input: impl BufRead,
    output: impl Write,
) -> Result<(), Failed> {
    let mut html = Html::new(options.profile, &Profile::of_tag).with_backticks();
    if options.plain {
        html = html.without_raising();
    }
    if options.rewrite {
        html = html.rewriting();
    }
    let mut output = BufWriter::new(output);
    let mut bytes = Vec::new();
    let mut set = String::new();
    for number in 1_usize.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(machine)? == 0 {
            break;
        }
        let Ok(line) = str::from_utf8(&bytes) else {
            let diagnostic = Diagnostic::new(&say::INPUT).with("line", number);
            return Err(Failed {
                diagnostic: Box::new(diagnostic),
                code: CONTENT,
            });
        };
        let words = line.trim_end_matches(['\n', '\r']);
        set.clear();
        html.line(words, &mut set);
        set.push_str(&line[words.len()..]);
        // The output tells itself that it failed.
        if output.write_all(set.as_bytes()).is_err() {
            break;
        }
    }
    let _ = output.flush();
    Ok(())
}

fn machine(error: io::Error) -> Failed {
    Failed {
        diagnostic: Box::new(Diagnostic::new(&say::STREAM).with("detail", error)),
        code: MACHINE,
    }
}
