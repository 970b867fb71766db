//! The languages in which the program speaks: texts as data, in the syntax of Project Fluent.
//!
//! A text is known by its id, [`Text`]; what it says in a language stands in the files of that
//! language, `messages/<tag>/*.ftl`. The program embeds them and hands them down as [`Messages`]:
//! nothing here knows which languages there are. A file is parsed when the first text of its
//! language is asked for, so that a program that says nothing parses none.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;

use crate::Value;

/// The id of a text of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(pub &'static str);

impl Text {
    /// The text in one language, without values.
    pub fn get(self, messages: Messages) -> Cow<'static, str> {
        let said = messages.format(self.0, None, []);
        said.map_or(Cow::Borrowed(self.0), |said| Cow::Owned(said.text))
    }

    /// The text in one language, with the values of its placeholders.
    pub fn with(self, messages: Messages, values: &[(&'static str, Value)]) -> String {
        let values = values.iter().map(|(name, value)| (*name, value));
        let said = messages.format(self.0, None, values);
        said.map_or_else(|| self.0.to_owned(), |said| said.text)
    }
}

/// The files of a language of the interface.
pub struct Interface {
    tag: &'static str,
    is_complete: bool,
    pub(crate) files: &'static [(&'static str, &'static str)],
    bundle: OnceLock<FluentBundle<FluentResource>>,
    /// The same, with values between signs of isolation.
    isolating: OnceLock<FluentBundle<FluentResource>>,
}

impl Interface {
    /// A language by its tag (BCP 47), with the names and texts of its files. What one that is not
    /// complete lacks is said in English.
    pub const fn new(
        tag: &'static str,
        is_complete: bool,
        files: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self {
            tag,
            is_complete,
            files,
            bundle: OnceLock::new(),
            isolating: OnceLock::new(),
        }
    }

    fn bundle(&self, isolates: bool) -> &FluentBundle<FluentResource> {
        let bundle = match isolates {
            true => &self.isolating,
            false => &self.bundle,
        };
        bundle.get_or_init(|| {
            let tag = self.tag.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            bundle.set_use_isolating(isolates);
            for (_, text) in self.files {
                // What is wrong in a file is found by a test: here, the rest of it counts.
                let file = FluentResource::try_new((*text).to_owned());
                let file = file.unwrap_or_else(|(rest, _)| rest);
                bundle.add_resource_overriding(file);
            }
            bundle
        })
    }

    fn pattern(&self, id: &str, attribute: Option<&str>, isolates: bool) -> Option<&Pattern<&str>> {
        let message = self.bundle(isolates).get_message(id)?;
        match attribute {
            None => message.value(),
            Some(name) => Some(message.get_attribute(name)?.value()),
        }
    }
}

/// A text with its values.
pub(crate) struct Said {
    pub(crate) text: String,
    /// Whether every placeholder had a value.
    pub(crate) is_complete: bool,
}

/// The language in which the program speaks to the person who runs it, and the others that it could
/// speak.
#[derive(Clone, Copy)]
pub struct Messages {
    all: &'static [Interface],
    number: usize,
    isolates: bool,
}

impl Messages {
    /// Speaks English, of these languages.
    pub fn new(all: &'static [Interface]) -> Self {
        let number = all.iter().position(|one| one.tag == "en");
        Self {
            all,
            number: number.unwrap_or_default(),
            isolates: false,
        }
    }

    /// The same language, with each value between the signs of isolation of Unicode (U+2068 and U+2069),
    /// for what shows texts of both directions beside each other. A terminal would show the signs, and
    /// JSON is read by programs.
    pub fn isolating(self) -> Self {
        Self {
            isolates: true,
            ..self
        }
    }

    /// The language of the program that a reader of a language (BCP 47, or a locale of POSIX)
    /// understands as their own, if the program speaks it. One that is not complete is spoken to whom
    /// asks for it by [`Messages::named`] alone.
    pub fn of_tag(self, tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        let mut whole = self.each().filter(|one| one.is_complete());
        whole.find(|one| one.tag().eq_ignore_ascii_case(primary))
    }

    /// The language of just this tag.
    pub fn named(self, tag: &str) -> Option<Self> {
        self.each().find(|one| one.tag() == tag)
    }

    /// Whether it has every text; what it lacks is said in English.
    pub fn is_complete(self) -> bool {
        self.interface().is_complete
    }

    /// The program in each of its languages, in the order of their list.
    pub fn each(self) -> impl Iterator<Item = Self> {
        (0..self.all.len()).map(move |number| Self { number, ..self })
    }

    /// The program in English.
    pub fn english(self) -> Self {
        Self::new(self.all)
    }

    /// Its language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        self.interface().tag
    }

    pub(crate) fn interface(self) -> &'static Interface {
        &self.all[self.number]
    }

    /// A text whose id is made from a value, or its attribute: `None` where there is none.
    pub(crate) fn find(self, id: &str, attribute: Option<&str>) -> Option<String> {
        self.format(id, attribute, []).map(|said| said.text)
    }

    /// A text without values, by an id that is put together; none where no text has it.
    pub fn named_text(self, id: &str) -> Option<String> {
        let said = self.format(id, None, []);
        said.map(|said| said.text)
    }

    /// A text by its id, or an attribute of it, with values, of which the first of a name counts; in
    /// English where this language is not complete and lacks the text.
    pub(crate) fn format<'v>(
        self,
        id: &str,
        attribute: Option<&str>,
        values: impl IntoIterator<Item = (&'v str, &'v Value), IntoIter: DoubleEndedIterator>,
    ) -> Option<Said> {
        let own = self.interface();
        let speaks = match own.bundle(self.isolates).has_message(id) {
            true => own,
            false => self.all.iter().find(|one| one.tag == "en")?,
        };
        let pattern = speaks.pattern(id, attribute, self.isolates)?;
        let mut arguments = FluentArgs::new();
        for (name, value) in values.into_iter().rev() {
            let value = match value {
                Value::Count(count) => FluentValue::from(*count),
                other => FluentValue::String(other.get(self)),
            };
            arguments.set(name, value);
        }
        let mut errors = Vec::new();
        let bundle = speaks.bundle(self.isolates);
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        let is_resolved = |error: &FluentError| !matches!(error, FluentError::ResolverError(_));
        Some(Said {
            text: text.into_owned(),
            is_complete: errors.iter().all(is_resolved),
        })
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Messages {}

impl Hash for Messages {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag().hash(state);
    }
}
