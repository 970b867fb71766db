//! `rihla check`: what was found, and how many.

use std::io::{self, Write};

use super::{Common, NoTexts, code_of, count, found, print_all};
use rihla_build::Options;
use rihla_build::query::Site;
use rihla_diagnostics::print::Format;
use rihla_diagnostics::{Severity, Text, Texts, Value};
use rihla_editorial::check;

/// Checks the site, says what was found, and gives the exit code.
pub(super) fn run(common: &Common, options: &Options) -> u8 {
    let outcome = super::with_progress(common, |progress| check::check(options, progress));
    let drawn = outcome.site.as_ref().map(|site| Drawn(site));
    let texts: &dyn Texts = match (&drawn, &outcome.snapshot) {
        (Some(drawn), _) => drawn,
        (None, Some(snapshot)) => &**snapshot,
        (None, None) => &NoTexts,
    };
    print_all(common, &outcome.diagnostics, texts);
    let errors = count(&outcome.diagnostics, Severity::Error);
    let warnings = count(&outcome.diagnostics, Severity::Warning);
    if common.format == Format::Human && !(common.quiet && errors + warnings == 0) {
        let found = found(&outcome.diagnostics);
        let line = match &outcome.site {
            Some(site) => {
                let entries = Value::Count(site.graph.entries.len());
                let values = [("entries", entries), ("found", found)];
                Text("check-done").with(common.messages, &values)
            }
            // What has errors cannot be put together, so nothing was compared.
            None => Text("check-not-done").with(common.messages, &[("found", found)]),
        };
        let _ = io::stderr().write_all((line + "\n").as_bytes());
    }
    code_of(
        outcome.failed,
        errors > 0 || options.deny_warnings && warnings > 0,
    )
}

/// The texts of a site, with those of the theme that the program brings with it.
struct Drawn<'s>(&'s Site);

impl Texts for Drawn<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        let Self(site) = self;
        let theme = || site.config.theme.text(&site.snapshot, path);
        let text = site.snapshot.text(path).or_else(theme);
        text.map(|text| &**text)
    }
}
