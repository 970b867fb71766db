//! What the program says when something is wrong: data first, words last.
//!
//! A [`Diagnostic`] names a message of the [`catalogue`], the place it concerns, the
//! values that the sentence needs, the corrected text where it can be given, and other
//! places that explain it. The words exist in every language of [`Messages`] and are
//! chosen only when it is printed.

pub mod catalogue;
mod draft;
mod language;
mod located;
mod messages;
mod near;
mod pieces;
pub mod print;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use draft::{Changed, Draft, difference};
pub use messages::{Interface, Messages, Text};
pub use near::folded;
pub use near::{Names, nearest, nearest_named};
pub use pieces::Pieces;

/// A range of bytes in the text of a file, as it was read.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// Names texts of the program by their ids: `texts! { NAME = "id"; }`.
#[macro_export]
macro_rules! texts {
    ($($name:ident = $id:literal;)*) => {
        $(pub static $name: $crate::Text = $crate::Text($id);)*
    };
}

/// An entry of the [`catalogue`].
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Stable, in kebab case: what a reader searches for, and the id of its texts. The text says what
    /// happened, in one sentence without a full stop at the end; its attributes `hint`, `hint-2` and so
    /// on what to do about it, of which the first whose placeholders all have a value is printed.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
}

impl Message {
    /// Its texts.
    pub const fn text(&self) -> Text {
        Text(self.code)
    }

    /// What it can say of what to do about it, in the order in which it is tried, with the placeholders
    /// (`{$name}`) for which no value is known here.
    pub fn hints(&self, messages: Messages) -> Vec<String> {
        let hints = hints(self.code, messages, std::iter::empty);
        hints.map(|hint| hint.text).collect()
    }
}

/// The hints of a message in their order, each with these values.
fn hints<'v, V>(
    code: &str,
    messages: Messages,
    values: impl Fn() -> V,
) -> impl Iterator<Item = messages::Said>
where
    V: DoubleEndedIterator<Item = (&'v str, &'v Value)>,
{
    (1..).map_while(move |number| {
        let name = match number {
            1 => "hint".to_owned(),
            _ => format!("hint-{number}"),
        };
        messages.format(code, Some(&name), values())
    })
}

/// A value of a message: text as it stands in the site, or words of the program, which are chosen
/// when it is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Value {
    /// The same in every language: a name, a path, a number, words of the writer.
    Text(String),
    /// A number, by which a text may choose its words.
    Count(usize),
    /// A text of the program by its id, with its own values.
    Phrase(Cow<'static, str>, Vec<(Cow<'static, str>, Value)>),
    /// The name of a language in that of the messages: its tag, and its own name for where it is not
    /// known.
    Language(String, String),
    /// What a version of a text in a language is called; as above.
    Version(String, String),
    /// Several, with commas between them.
    List(Vec<Value>),
    /// A text by the tags of languages, and what stands for it in any other: a date.
    Each(Vec<(String, String)>, String),
}

impl<T: std::fmt::Display> From<T> for Value {
    fn from(text: T) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::phrase(text, [])
    }
}

impl Value {
    /// A text of the program with its values.
    pub fn phrase<const N: usize>(text: Text, values: [(&'static str, Value); N]) -> Self {
        let values = values
            .into_iter()
            .map(|(name, value)| (Cow::Borrowed(name), value));
        Self::Phrase(Cow::Borrowed(text.0), values.collect())
    }

    /// What is the same in every language; of words of the program, nothing.
    pub fn as_text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Language(tag, _) | Self::Version(tag, _) => tag,
            Self::Count(_) | Self::Phrase(..) | Self::List(_) | Self::Each(..) => "",
        }
    }

    /// The value in one language.
    pub fn get(&self, messages: Messages) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Count(count) => Cow::Owned(count.to_string()),
            Self::Phrase(id, values) => {
                let values = values.iter().map(|(name, value)| (&**name, value));
                match messages.format(id, None, values) {
                    Some(said) => Cow::Owned(said.text),
                    None => Cow::Borrowed(id),
                }
            }
            Self::Language(tag, own) => Cow::Owned(language::name(tag, own, messages)),
            Self::Version(tag, own) => Cow::Owned(language::version(tag, own, messages)),
            Self::List(values) => {
                let values: Vec<Cow<str>> =
                    values.iter().map(|value| value.get(messages)).collect();
                Cow::Owned(values.join(", "))
            }
            Self::Each(texts, other) => {
                let is_own = |tag: &str| tag.split('-').next() == Some(messages.tag());
                let own = texts.iter().find(|(tag, _)| is_own(tag));
                Cow::Borrowed(own.map_or(other, |(_, text)| text))
            }
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
    pub label: Text,
}

/// The pages on which something was found that one place in the sources causes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pages {
    /// The address of the first of them, without the base.
    pub first: Arc<str>,
    /// How many there are; at least one.
    pub count: usize,
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
    /// How much the site wants it to weigh, in place of what its message says.
    pub weight: Option<Severity>,
    /// On which pages it was found, where it was found on pages.
    pub pages: Option<Pages>,
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
            weight: None,
            pages: None,
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

    /// The only correction, where it is one edit of the diagnostic's own file: `None` where a person has to
    /// choose between several.
    pub fn replacement(&self) -> Option<&Edit> {
        match &self.corrections[..] {
            [only] => only.replacement(),
            _ => None,
        }
    }

    /// What its corrections change: ranges, each with its file.
    pub fn changes(&self) -> impl Iterator<Item = (&Arc<str>, Span)> {
        let own = self.place.as_ref().map(|place| &place.path);
        let edits = self
            .corrections
            .iter()
            .flat_map(|correction| match correction {
                Correction::Edits(edits) => &edits[..],
                Correction::Rename(_) => &[],
            });
        edits.filter_map(move |edit| Some((edit.path.as_ref().or(own)?, edit.span)))
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
    pub fn related(mut self, place: Location, label: Text) -> Self {
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
            false => self.weight.unwrap_or(self.message.severity),
        }
    }

    /// Whether it prevents the site from being written.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// The sentence, in one language.
    pub fn text(&self, messages: Messages) -> String {
        self.message.text().with(messages, &self.values)
    }

    /// The sentence as a value of another.
    pub fn said(&self) -> Value {
        let values = self.values.iter();
        let values = values.map(|(name, value)| (Cow::Borrowed(*name), value.clone()));
        Value::Phrase(Cow::Borrowed(self.message.code), values.collect())
    }

    /// The hint, in one language: the first whose placeholders all have a value.
    pub fn hint(&self, messages: Messages) -> Option<String> {
        hints(self.message.code, messages, || self.named())
            .find(|hint| hint.is_complete)
            .map(|hint| hint.text)
    }

    fn named(&self) -> impl DoubleEndedIterator<Item = (&str, &Value)> {
        self.values.iter().map(|(name, value)| (*name, value))
    }

    /// A related place's label, in one language.
    pub fn label(&self, related: &Related, messages: Messages) -> String {
        related.label.with(messages, &self.values)
    }
}

/// Whether two changes cannot both be made: they have words in common, or one adds something inside the
/// other or at its place.
pub fn overlap(one: Span, other: Span) -> bool {
    let is_in = |at: usize, range: Span| range.start < at && at < range.end;
    match (one.start == one.end, other.start == other.end) {
        (true, true) => one.start == other.start,
        (true, false) => is_in(one.start, other),
        (false, true) => is_in(other.start, one),
        (false, false) => one.start < other.end && other.start < one.end,
    }
}

/// Puts diagnostics in the order in which they are printed: by file, place, then code.
///
/// Of two that would change the same words, and each otherwise, the first keeps its corrections: the other
/// is told with its own when those words are right.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    order(diagnostics);
    let mut taken: BTreeMap<Arc<str>, Taken> = BTreeMap::new();
    for at in 0..diagnostics.len() {
        let own = &diagnostics[at];
        let is_taken = own.changes().any(|(path, span)| {
            taken.get(path).is_some_and(|taken| {
                let mut others = taken.overlapping(span);
                others.any(|other| diagnostics[other].corrections != own.corrections)
            })
        });
        if is_taken {
            diagnostics[at].corrections.clear();
            continue;
        }
        for (path, span) in own.changes() {
            taken.entry(path.clone()).or_default().add(span, at);
        }
    }
}

/// Ranges of a file that are to be changed, each with the number of who changes it: by their length, so that
/// those that a further one meets are found without a look at all.
#[derive(Default)]
struct Taken {
    by_length: BTreeMap<u32, BTreeSet<(usize, usize, usize)>>,
}

impl Taken {
    fn add(&mut self, span: Span, number: usize) {
        let length = span.end.saturating_sub(span.start);
        let class = length.checked_ilog2().unwrap_or(0);
        let ranges = self.by_length.entry(class).or_default();
        ranges.insert((span.start, span.end, number));
    }

    /// The numbers of those that cannot be made together with the change of a range.
    fn overlapping(&self, span: Span) -> impl Iterator<Item = usize> {
        self.by_length.iter().flat_map(move |(class, ranges)| {
            let longest = 2_usize.saturating_pow(class + 1);
            let first = (span.start.saturating_sub(longest), 0, 0);
            let last = (span.end, usize::MAX, usize::MAX);
            let near = ranges.range(first..=last);
            near.filter(move |(start, end, _)| overlap(span, Span::new(*start, *end)))
                .map(|(_, _, number)| *number)
        })
    }
}

/// As [`sort`], of what was corrected already: each keeps what was done.
pub fn order(diagnostics: &mut [Diagnostic]) {
    let key = |of: &'_ Diagnostic| (of.place.clone(), of.message.code, of.values.clone());
    diagnostics.sort_by_cached_key(key);
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
