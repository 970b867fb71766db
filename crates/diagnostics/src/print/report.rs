//! Documents: all that was found in a site, in one file that is handed on.

use std::io::{self, Write};

use super::{html, sarif};
use crate::located::Located;
use crate::{Diagnostic, Messages, Severity, Texts, Value};

/// The kinds of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A log in SARIF 2.1.0 (OASIS), for code scanning and editors.
    Sarif,
    /// A page in HTML that stands alone, for the people who write the site.
    Html,
}

impl Document {
    /// The document of a name on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "sarif" => Some(Self::Sarif),
            "html" => Some(Self::Html),
            _ => None,
        }
    }
}

/// What a document says besides the diagnostics.
#[derive(Clone, Copy, Debug)]
pub struct Report<'r> {
    /// The language of the messages.
    pub messages: Messages,
    /// The version of the program.
    pub version: &'r str,
    /// What the site is called.
    pub site: &'r str,
    /// The path of its folder from the one in which the program was started: empty, or with `/` at its end.
    pub root: &'r str,
    /// The tags (BCP 47) of its languages, by which files are named.
    pub languages: &'r [&'r str],
    /// How much was checked; `None` where errors prevented that.
    pub checked: Option<Checked>,
    /// The moment of the check, in the language of the messages.
    pub when: &'r str,
    /// The same as RFC 3339 has it.
    pub moment: &'r str,
    /// Whether the program could do what it was asked.
    pub is_done: bool,
    /// Whether a page tells each diagnostic in full, however many there are.
    pub all: bool,
}

/// How much was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many entries there are.
    pub entries: usize,
    /// How many built pages.
    pub pages: usize,
    /// How many rules of built pages the site wants to hear of.
    pub rules: usize,
}

impl Checked {
    /// The values of what is said of it.
    pub fn values(self) -> [(&'static str, Value); 3] {
        [
            ("entries", Value::Count(self.entries)),
            ("pages", Value::Count(self.pages)),
            ("rules", Value::Count(self.rules)),
        ]
    }
}

/// Prints a document of diagnostics, in the order in which they are given.
///
/// # Errors
/// Those of `out`.
pub fn report(
    document: Document,
    diagnostics: &[Diagnostic],
    texts: &dyn Texts,
    report: &Report,
    out: &mut dyn Write,
) -> io::Result<()> {
    let texts = &Located::new(texts);
    let text = match document {
        Document::Sarif => sarif::sarif(diagnostics, texts, report),
        Document::Html => html::html(diagnostics, texts, report),
    };
    out.write_all(text.as_bytes())
}

/// How many diagnostics there are of a severity.
pub(super) fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    let of_it = |diagnostic: &&Diagnostic| diagnostic.severity() == severity;
    diagnostics.iter().filter(of_it).count()
}

/// Whether a character is none of Unicode's, though it has a number: HTML admits none of them.
pub(super) fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests;
