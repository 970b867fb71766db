//! What the parser had to mend, by kinds that a person can act on.

use html5ever::LocalName;
use html5ever::tokenizer::TagKind;
use rihla_diagnostics::{Span, Value, texts};

texts! {
    ATTRIBUTE = "markup-attribute";
    CHARACTER = "markup-character";
    CLOSES_NOTHING = "markup-closes-nothing";
    PARAGRAPH = "markup-closes-paragraph";
    CROSSED = "markup-crossed";
    CROSSED_ANY = "markup-crossed-any";
    DOCTYPE = "markup-doctype";
    END = "markup-end";
    ENDS_EARLY = "markup-ends-early";
    ENDS_IN = "markup-ends-in";
    PLACE = "markup-place";
    PLACE_IN = "markup-place-in";
    WORDS_IN = "markup-words-in";
    REFERENCE = "markup-reference";
    SLASH = "markup-slash";
}

/// An error of the parser, where it is.
#[derive(Clone, Debug)]
pub(crate) struct Wrong {
    pub(crate) mistake: Mistake,
    /// The tag that is read; of words, the last one before them.
    pub(crate) span: Span,
    /// The tag, as `</ul>`; none where it is words that are at fault.
    pub(crate) tag: Option<String>,
    /// The element that is open around it, or still open where it should have been closed; of a page and its body,
    /// nothing is told.
    pub(crate) open: Option<LocalName>,
}

impl Wrong {
    /// What is said of it.
    pub(crate) fn said(&self) -> Value {
        let open = self.open.as_ref().map(|open| format!("<{open}>"));
        let tag = self.tag.as_ref().map(|tag| ("tag", tag.into()));
        match (self.mistake, tag, open) {
            (Mistake::Attribute, Some(tag), _) => Value::phrase(ATTRIBUTE, [tag]),
            (Mistake::ClosesNothing, ..) if self.tag.as_deref() == Some("</p>") => PARAGRAPH.into(),
            (Mistake::ClosesNothing, Some(tag), _) => Value::phrase(CLOSES_NOTHING, [tag]),
            (Mistake::Crossed, Some(tag), Some(open)) => {
                Value::phrase(CROSSED, [tag, ("open", open.into())])
            }
            (Mistake::EndsEarly, _, Some(open)) => Value::phrase(ENDS_IN, [("open", open.into())]),
            (Mistake::Place, Some(tag), Some(open)) => {
                Value::phrase(PLACE_IN, [tag, ("open", open.into())])
            }
            (Mistake::Place, Some(tag), None) => Value::phrase(PLACE, [tag]),
            (Mistake::Place | Mistake::TableText, None, Some(open)) => {
                Value::phrase(WORDS_IN, [("open", open.into())])
            }
            (Mistake::Slash, Some(tag), _) => Value::phrase(SLASH, [tag]),
            (Mistake::Character, ..) => CHARACTER.into(),
            (Mistake::Doctype, ..) => DOCTYPE.into(),
            (Mistake::EndsEarly, ..) => ENDS_EARLY.into(),
            (Mistake::Reference, ..) => REFERENCE.into(),
            (Mistake::End, Some(tag), _) => Value::phrase(END, [tag]),
            // Errors that the parser has in tags alone.
            _ => CROSSED_ANY.into(),
        }
    }
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
    /// Words in a table outside of its cells.
    TableText,
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
        } else if has("table text") {
            Self::TableText
        } else if has("ested ") || has("hr in option") {
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
}
