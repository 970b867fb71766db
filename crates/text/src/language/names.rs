//! What languages are called in the languages of the messages.

use rihla_diagnostics::Value;

/// The name of a language as a value of a message: its tag and its own name.
pub fn said(tag: &str, own: &str) -> Value {
    Value::Language(tag.to_owned(), own.to_owned())
}

/// The names of several languages, with commas between them.
pub fn all_said<'t>(languages: impl Iterator<Item = (&'t str, &'t str)>) -> Value {
    Value::List(languages.map(|(tag, own)| said(tag, own)).collect())
}
