//! What the program says when something is wrong: data first, words last.
//!
//! A [`Diagnostic`] names a message of the [`catalogue`], the place it concerns, the
//! values that the sentence needs, the corrected text where it can be given, and other
//! places that explain it. The words exist in every language of [`Messages`] and are
//! chosen only when it is printed.

pub mod catalogue;
mod located;
mod near;
pub mod print;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

pub use near::folded;
pub use near::{Names, nearest, nearest_named};

/// A range of bytes in the text of a file, as it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one; equal to `start` for a position between two characters.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, and without, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same range in a text in which this one begins at byte `offset`.
    pub const fn shifted(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }
}

/// A file of the site and, where it has text, a range in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Relative to the site's folder, with `/` between names, in Unicode form NFC.
    pub path: Arc<str>,
    /// `None` where the whole file is meant.
    pub span: Option<Span>,
}

impl Location {
    /// A range of a file's text.
    pub fn new(path: impl Into<Arc<str>>, span: Span) -> Self {
        Self {
            path: path.into(),
            span: Some(span),
        }
    }

    /// A file as a whole.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.into(),
            span: None,
        }
    }
}

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not written.
    Error,
    /// The site is written; `--deny warnings` refuses it.
    Warning,
    /// The site is written, whatever is denied: a matter of style, which must not keep a text from
    /// being published.
    Advice,
}

/// The language in which the program speaks to the person who runs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Messages {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Messages {
    /// The language of the program that a reader of a language (BCP 47, or a locale of POSIX)
    /// understands as their own, if the program speaks it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "fr" => Some(Self::Fr),
            _ => None,
        }
    }

    /// Its language tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }
}

/// A short text in every language in which the program speaks.
///
/// `{name}` stands for a value given with [`Diagnostic::with`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bilingual {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Bilingual {
    /// The text in one language.
    pub const fn get(&self, messages: Messages) -> &'static str {
        match messages {
            Messages::En => self.en,
            Messages::Fr => self.fr,
        }
    }
}

/// An entry of the [`catalogue`].
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Stable, in kebab case: what a reader searches for.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What happened, in one sentence without a full stop at the end.
    pub text: Bilingual,
    /// What to do about it. The first hint whose placeholders all have a value is printed.
    pub hints: &'static [Bilingual],
}

/// A value of a message: text as it stands in the site, or a term of the program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// The same in every language: a name, a path, a number, words of the writer.
    Text(String),
    /// A term that has a form in each language, such as the name of a field type.
    Term(&'static Bilingual),
    /// The same in English and in French, where it is put together: the name of a language.
    Both([String; 2]),
}

impl<T: std::fmt::Display> From<T> for Value {
    fn from(text: T) -> Self {
        Self::Text(text.to_string())
    }
}

impl Value {
    /// The value in one language.
    pub fn get(&self, messages: Messages) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Term(term) => term.get(messages),
            Self::Both([en, fr]) => match messages {
                Messages::En => en,
                Messages::Fr => fr,
            },
        }
    }
}

/// A range of a file and the text to write there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The file; `None` for that of the diagnostic's place.
    pub path: Option<Arc<str>>,
    /// What is replaced. Usually whole lines.
    pub span: Span,
    /// What to write there.
    pub text: String,
}

/// What would put right what a diagnostic is about. Whoever applies it gets a site without that
/// finding, in which no other value has changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Correction {
    /// Edits of ranges, all to be made together; none overlaps another.
    Edits(Vec<Edit>),
    /// The file of the diagnostic's place under another path, relative to the site's folder.
    Rename(Arc<str>),
}

impl Correction {
    /// The edit, where there is one alone and it concerns the diagnostic's own file.
    pub fn replacement(&self) -> Option<&Edit> {
        match self {
            Self::Edits(edits) => match &edits[..] {
                [edit] if edit.path.is_none() => Some(edit),
                _ => None,
            },
            Self::Rename(_) => None,
        }
    }
}

/// Another place that explains a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Related {
    /// Where.
    pub place: Location,
    /// What is there; may use the values of the diagnostic.
    pub label: &'static Bilingual,
}

/// One finding about the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which finding.
    pub message: &'static Message,
    /// Where; `None` for what concerns no file (the command line, the machine).
    pub place: Option<Location>,
    /// The values of the placeholders.
    pub values: Vec<(&'static str, Value)>,
    /// What would put it right; more than one where each alone would.
    pub corrections: Vec<Correction>,
    /// Other places.
    pub related: Vec<Related>,
    /// Whether it is advice, whatever its message: it concerns what is not published.
    pub is_eased: bool,
}

impl Diagnostic {
    /// A finding that concerns no place yet.
    pub fn new(message: &'static Message) -> Self {
        Self {
            message,
            place: None,
            values: Vec::new(),
            corrections: Vec::new(),
            related: Vec::new(),
            is_eased: false,
        }
    }

    /// A finding about a range of a file.
    pub fn at(message: &'static Message, path: impl Into<Arc<str>>, span: Span) -> Self {
        Self::new(message).placed(Location::new(path, span))
    }

    /// A finding about a file as a whole.
    pub fn on_file(message: &'static Message, path: impl Into<Arc<str>>) -> Self {
        Self::new(message).placed(Location::file(path))
    }

    /// Sets the place.
    #[must_use]
    pub fn placed(mut self, place: Location) -> Self {
        self.place = Some(place);
        self
    }

    /// Gives the placeholder `{name}` its value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// As [`Diagnostic::with`], for a term of the program.
    #[must_use]
    pub fn with_term(mut self, name: &'static str, term: &'static Bilingual) -> Self {
        self.values.push((name, Value::Term(term)));
        self
    }

    /// As [`Diagnostic::with`], where there is a value.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a correction: a range of the file of the diagnostic's place, and what to write there.
    #[must_use]
    pub fn replace(self, span: Span, text: impl Into<String>) -> Self {
        self.correct(Correction::Edits(vec![Edit {
            path: None,
            span,
            text: text.into(),
        }]))
    }

    /// Says what was probably meant, as `{nearest}`, and offers it in the place of a range.
    #[must_use]
    pub fn meant(self, span: Span, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.with("nearest", near).replace(span, near),
            None => self,
        }
    }

    /// Adds a correction.
    #[must_use]
    pub fn correct(mut self, correction: Correction) -> Self {
        self.corrections.push(correction);
        self
    }

    /// The first correction, where it is one edit of the diagnostic's own file.
    pub fn replacement(&self) -> Option<&Edit> {
        self.corrections.first().and_then(Correction::replacement)
    }

    /// Moves the edits of the diagnostic's own file: `to` gives where a range now is.
    pub fn move_edits(&mut self, to: impl Fn(Span) -> Span) {
        for correction in &mut self.corrections {
            let Correction::Edits(edits) = correction else {
                continue;
            };
            for edit in edits.iter_mut().filter(|edit| edit.path.is_none()) {
                edit.span = to(edit.span);
            }
        }
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, place: Location, label: &'static Bilingual) -> Self {
        self.related.push(Related { place, label });
        self
    }

    /// Makes it advice, where that is so.
    #[must_use]
    pub fn eased(mut self, is_so: bool) -> Self {
        self.is_eased |= is_so;
        self
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self.is_eased {
            true => Severity::Advice,
            false => self.message.severity,
        }
    }

    /// Whether it prevents the site from being written.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// The sentence, in one language.
    pub fn text(&self, messages: Messages) -> String {
        self.fill(self.message.text.get(messages), messages).0
    }

    /// The hint, in one language: the first whose placeholders all have a value.
    pub fn hint(&self, messages: Messages) -> Option<String> {
        self.message.hints.iter().find_map(|hint| {
            let (text, complete) = self.fill(hint.get(messages), messages);
            complete.then_some(text)
        })
    }

    /// A related place's label, in one language.
    pub fn label(&self, related: &Related, messages: Messages) -> String {
        self.fill(related.label.get(messages), messages).0
    }

    /// Puts the values in the place of `{name}`; tells whether every one had a value.
    ///
    /// A name is made of lower-case letters and `_`; other braces, as in `{tag: fr}`, stand
    /// for themselves, and `{{` and `}}` for a brace around what would be a name.
    fn fill(&self, template: &str, messages: Messages) -> (String, bool) {
        let template = match messages {
            Messages::En => Cow::Borrowed(template),
            Messages::Fr => french(template),
        };
        let mut out = String::with_capacity(template.len() + 32);
        let mut complete = true;
        let mut rest = &*template;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            if rest.starts_with("{{") || rest.starts_with("}}") {
                out.push_str(&rest[..1]);
                rest = &rest[2..];
                continue;
            }
            let name = rest[1..].split('}').next().unwrap_or_default();
            let is_name = rest.starts_with('{')
                && !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            if !is_name {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
                continue;
            }
            match self.values.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => out.push_str(value.get(messages)),
                None => complete = false,
            }
            rest = &rest[name.len() + 2..];
        }
        out.push_str(rest);
        (out, complete)
    }
}

/// A French sentence of the catalogue with the no-break spaces that its signs ask for. The
/// catalogue is written with plain ones, which anyone can type and see.
fn french(sentence: &str) -> Cow<'_, str> {
    if !sentence.is_ascii() || sentence.contains(" :") {
        let set = [
            ("« ", "«\u{a0}"),
            (" »", "\u{a0}»"),
            (" :", "\u{a0}:"),
            (" ;", "\u{a0};"),
            (" ?", "\u{a0}?"),
            (" !", "\u{a0}!"),
        ]
        .into_iter()
        .fold(sentence.to_owned(), |text, (plain, set)| {
            text.replace(plain, set)
        });
        return Cow::Owned(set);
    }
    Cow::Borrowed(sentence)
}

/// Puts diagnostics in the order in which they are printed: by file, place, then code.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        (&a.place, a.message.code, a.text(Messages::En)).cmp(&(
            &b.place,
            b.message.code,
            b.text(Messages::En),
        ))
    });
}

/// The line and column of a byte offset in a text, both from 1; the column counts characters.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

/// Where a printer finds the texts that diagnostics point into.
pub trait Texts {
    /// The text of a file of the site by its path, if it has one.
    fn text(&self, path: &str) -> Option<&str>;
}
