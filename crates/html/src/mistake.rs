//! What the parser had to mend, by kinds that a person can act on.

use html5ever::tokenizer::TagKind;
use rihla_diagnostics::{Text, texts};

texts! {
    ATTRIBUTE = "markup-attribute";
    CHARACTER = "markup-character";
    CLOSES_NOTHING = "markup-closes-nothing";
    CROSSED = "markup-crossed";
    DOCTYPE = "markup-doctype";
    END = "markup-end";
    ENDS_EARLY = "markup-ends-early";
    PLACE = "markup-place";
    REFERENCE = "markup-reference";
    SLASH = "markup-slash";
}

/// A kind of error of the parser (HTML, section 13.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// An attribute that a tag has twice.
    Attribute,
    /// A character that a tag cannot have there.
    Character,
    /// An end tag that closes nothing.
    ClosesNothing,
    /// An end tag of an element in which another one is open.
    Crossed,
    /// No doctype, or another one.
    Doctype,
    /// An end tag with attributes or a slash.
    End,
    /// The page ends inside of something.
    EndsEarly,
    /// A tag, or text, where it may not stand.
    Place,
    /// A reference to a character that there is not.
    Reference,
    /// A slash at the end of a tag that has an end tag.
    Slash,
}

impl Mistake {
    /// The kind of what the parser says, in a tag or elsewhere.
    pub(crate) fn of(words: &str, tag: Option<TagKind>) -> Self {
        let has = |part: &str| words.contains(part);
        if has("Duplicate attribute") {
            Self::Attribute
        } else if has("self-closing tag") {
            Self::Slash
        } else if has("on an end tag") || has("Self-closing end tag") {
            Self::End
        } else if has("character reference") {
            Self::Reference
        } else if has("DOCTYPE") {
            Self::Doctype
        } else if has("Unexpected open")
            || has("wrong heading")
            || has("not current node")
            || has("Bad open element")
            || has("expected to close")
        {
            Self::Crossed
        } else if has("EOF") {
            Self::EndsEarly
        } else if has("ested ") || has("table text") || has("hr in option") {
            Self::Place
        } else if has("haracter") || has("Saw ") {
            Self::Character
        } else {
            match tag {
                Some(TagKind::EndTag) => Self::ClosesNothing,
                Some(TagKind::StartTag) | None => Self::Place,
            }
        }
    }

    /// What it is called.
    pub(crate) fn said(self) -> Text {
        match self {
            Self::Attribute => ATTRIBUTE,
            Self::Character => CHARACTER,
            Self::ClosesNothing => CLOSES_NOTHING,
            Self::Crossed => CROSSED,
            Self::Doctype => DOCTYPE,
            Self::End => END,
            Self::EndsEarly => ENDS_EARLY,
            Self::Place => PLACE,
            Self::Reference => REFERENCE,
            Self::Slash => SLASH,
        }
    }
}
