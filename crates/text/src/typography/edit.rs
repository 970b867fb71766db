//! What is to be changed in a text.

use std::borrow::Cow;

/// A change of a text, in bytes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last; the first where something is only added.
    pub end: usize,
    /// What stands there then.
    pub with: With,
    /// Where markup begins or ends at `start`, on which side of it something that is only added
    /// stands.
    pub side: Side,
}

/// What stands in the place of what is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// This.
    Text(&'static str),
    /// The same, raised above the line.
    Raised,
    /// The same: it is right.
    Same,
    /// The same, until it is known better.
    Undecided,
}

impl With {
    /// Whether anything is changed.
    pub fn is_change(self) -> bool {
        matches!(self, Self::Text(_) | Self::Raised)
    }
}

/// The side of a border of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// With what stands before it.
    Before,
    /// With what stands after it.
    After,
}

/// Changes a text that is in one piece. What is raised stays in line.
pub(super) fn apply<'t>(text: &'t str, edits: &[Edit]) -> Cow<'t, str> {
    let mut out = String::new();
    let mut done = 0;
    for edit in edits {
        if let With::Text(with) = edit.with {
            if out.is_empty() {
                out.reserve(text.len() + text.len() / 16 + 16);
            }
            out.push_str(&text[done..edit.start]);
            out.push_str(with);
            done = edit.end;
        }
    }
    if done == 0 && out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}
