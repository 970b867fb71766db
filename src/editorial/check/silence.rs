//! What a writer says about a finding that is none, where it stands.
//!
//! ```text
//! <!-- rihla: same figures: the French text counts the partners, the English one the contracts -->
//! ```
//!
//! In fields, `same:` says it. A reason is owed, and a silence about nothing is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::unit::Unit;
use rihla_diagnostics::catalogue::check as say;
use rihla_diagnostics::{Diagnostic, Location, Message, Span, Text};

/// What is not to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// That figures differ.
    Figures,
    /// That headings, lists and so on differ.
    Structure,
    /// That the words are the same.
    Text,
    /// That a term is not the official one.
    Terms,
}

impl What {
    /// How it is written, in both languages.
    const NAMES: &[(&str, Self)] = &[
        ("same figures", Self::Figures),
        ("mêmes chiffres", Self::Figures),
        ("same structure", Self::Structure),
        ("même structure", Self::Structure),
        ("same text", Self::Text),
        ("même texte", Self::Text),
        ("terms", Self::Terms),
        ("termes", Self::Terms),
    ];

    /// The value of `what` in a field.
    pub fn of_field(name: Option<&str>) -> Self {
        match name {
            Some("structure") => Self::Structure,
            Some("text") => Self::Text,
            Some("terms") => Self::Terms,
            _ => Self::Figures,
        }
    }
}

/// A silence.
#[derive(Debug)]
pub struct Silence {
    /// About what.
    pub what: What,
    /// Where it is written, in its source: from the beginning to the end of the comment.
    pub span: Span,
    used: AtomicBool,
}

impl Silence {
    /// One at a place.
    pub fn new(what: What, span: Span) -> Self {
        Self {
            what,
            span,
            used: AtomicBool::new(false),
        }
    }

    /// Notes that there was something to silence.
    pub fn hit(&self) {
        self.used.store(true, Ordering::Relaxed);
    }

    /// Whether there was.
    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }

    /// Whether it is about a unit of its text: the block that follows it, or that in which it
    /// stands.
    pub fn holds(&self, units: &[Unit], number: usize) -> bool {
        let inside = units
            .iter()
            .position(|unit| unit.span.start <= self.span.start && self.span.end <= unit.span.end);
        if let Some(own) = inside {
            return own == number;
        }
        let next = units
            .iter()
            .position(|unit| unit.span.start >= self.span.end);
        let Some(next) = next else {
            return false;
        };
        // Between the items of a list, the next item; before the list, all of it.
        let is_in_block = units[next].block.start < self.span.start;
        match is_in_block {
            true => number == next,
            false => units[number].block == units[next].block,
        }
    }
}

/// What begins a silence.
const MARK: &str = "rihla:";

/// The silences of a text in Markdown, but for those in code; what is wrong with one is told by
/// `report`.
pub fn comments(
    text: &str,
    body: Span,
    code: &[Span],
    report: &mut dyn FnMut(&'static Message, Span, Option<&str>),
) -> Vec<Silence> {
    let mut found = Vec::new();
    let mut at = body.start;
    while let Some(start) = text[at..body.end].find("<!--") {
        let start = at + start;
        let inner = start + "<!--".len();
        let Some(length) = text[inner..body.end].find("-->") else {
            break;
        };
        let span = Span::new(start, inner + length + "-->".len());
        at = span.end;
        if code
            .iter()
            .any(|code| code.start <= start && start < code.end)
        {
            continue;
        }
        let Some(rest) = text[inner..inner + length].trim().strip_prefix(MARK) else {
            continue;
        };
        let (name, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let name = name.trim();
        let lower = name.to_lowercase();
        match What::NAMES.iter().find(|(known, _)| *known == lower) {
            None => report(&say::SILENCE_WHAT, span, Some(name)),
            Some(_) if reason.trim().is_empty() => report(&say::SILENCE_REASON, span, None),
            Some((_, what)) => found.push(Silence::new(*what, span)),
        }
    }
    found
}

/// A silence that silences nothing.
pub fn unused(place: Location) -> Diagnostic {
    Diagnostic::new(&say::SILENCE_UNUSED).placed(place)
}

/// What a finding says a writer may do about it.
pub fn hint(diagnostic: Diagnostic, field: Option<&Arc<str>>, what: Text) -> Diagnostic {
    match field {
        Some(field) => diagnostic.with("field", field),
        None => diagnostic.with("silence", what),
    }
}
