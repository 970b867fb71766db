//! The kinds of text whose form alone says whether they are right: a row each.
//!
//! A row is all that such a field type is. What is declared, read, refused, corrected, rendered and
//! looked up takes it from here.

use super::kinds::{self, Wrong};
use rihla_diagnostics::catalogue::schema as says;
use rihla_diagnostics::{Message, Text};

/// A field type that is one piece of text with a form of its own.
pub struct Form {
    /// The word after `type:`.
    pub name: &'static str,
    /// What a sentence calls a value of it, with an article.
    pub term: Text,
    /// A value of it, as it may stand in any site.
    pub example: &'static str,
    /// What is said of a text that is none, with `value`; with `suggested` or with `letter` where known.
    pub(super) message: &'static Message,
    /// The value that a text is, without what stands around it; else what was meant.
    pub(super) read: fn(&str) -> Result<&str, Wrong>,
    /// The first character of a text that no value of it has.
    pub(super) stranger: fn(&str) -> Option<char>,
    /// The character by which a text shows that it is meant to be one.
    pub(super) sign: char,
}

/// Each of them.
pub static FORMS: [Form; 2] = [
    Form {
        name: "email",
        term: Text("field-type-an-e-mail-address"),
        example: "a@example.org",
        message: &says::EMAIL_FORM,
        read: kinds::email,
        stranger: kinds::accented,
        sign: '@',
    },
    Form {
        name: "phone",
        term: Text("field-type-a-telephone-number"),
        example: "+212 5 00 00 00 00",
        message: &says::PHONE_FORM,
        read: kinds::phone,
        stranger: kinds::not_dialled,
        sign: '+',
    },
];

impl Form {
    /// The one of a name.
    pub(super) fn of(name: &str) -> Option<&'static Self> {
        FORMS.iter().find(|form| form.name == name)
    }

    /// Whether a text shows that it is meant to be a value of it, and is one.
    pub(super) fn shows(&self, text: &str) -> bool {
        text.contains(self.sign) && (self.read)(text).is_ok()
    }
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Form({})", self.name)
    }
}
