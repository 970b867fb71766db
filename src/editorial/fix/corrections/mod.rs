//! What is to be corrected in a line: letters, figures and plain spaces.
//!
//! Two sources: the rewrite tier of the typography ([`typography::corrections`]) and the spelling
//! of the language ([`Spelling`]). Neither touches an address, nor a name of the site ([`Names`]).

mod characters;
mod names;
mod reader;
mod words;

pub use names::Names;
pub use words::speaks_of_computers;

use std::ops::Range;

use rihla_diagnostics::catalogue::fmt as say;
use rihla_diagnostics::{Diagnostic, Message};
use rihla_text::language::{Profile, Spelling};
use rihla_text::typography;

/// How a language writes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tongue {
    /// How it sets its texts.
    pub profile: Option<&'static Profile>,
    /// How it spells.
    pub spelling: Option<&'static Spelling>,
}

/// A correction of a line.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The reason.
    pub message: &'static Message,
    /// The words that it concerns.
    pub words: Range<usize>,
    /// What changes in them: ranges of the line with what is to stand there, in order.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Correction {
    /// A correction that makes `right` of some words.
    fn new(message: &'static Message, text: &str, words: Range<usize>, right: &str) -> Self {
        let (old, new) = rihla_diagnostics::difference(&text[words.clone()], right);
        let edit = words.start + old.start..words.start + old.end;
        Self {
            message,
            edits: vec![(edit, right[new.start..new.end].to_owned())],
            words,
        }
    }

    /// The words as they are to be written.
    pub fn right(&self, text: &str) -> String {
        let mut right = String::new();
        let mut done = self.words.start;
        for (range, with) in &self.edits {
            right.push_str(&text[done..range.start]);
            right.push_str(with);
            done = range.end;
        }
        right.push_str(&text[done..self.words.end]);
        right
    }

    /// What is said of it.
    pub fn diagnostic(&self, text: &str) -> Diagnostic {
        let before = &text[self.words.clone()];
        let diagnostic = Diagnostic::new(self.message);
        if self.message == &say::SPACES {
            let (left, right) = before.split_once(' ').unwrap_or((before, ""));
            return diagnostic
                .with("left", left)
                .with("right", right.trim_start());
        }
        diagnostic
            .with("before", before.replace('\n', " "))
            .with("after", self.right(text).replace('\n', " "))
    }
}

/// Where a line stands.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// How its language writes.
    pub tongue: Tongue,
    /// Whether it is running text.
    pub is_prose: bool,
    /// The names of the site.
    pub names: &'a Names,
    /// Whether the text to which it belongs speaks of computers.
    pub is_of_computers: &'a dyn Fn() -> bool,
}

/// The corrections of a line, in order; none overlaps another.
pub fn find(text: &str, setting: &Setting) -> Vec<Correction> {
    let mut found = Vec::new();
    let Tongue { profile, spelling } = setting.tongue;
    characters::damaged(text, &mut found);
    characters::letters(text, &mut found);
    if let Some(profile) = profile {
        rewrites(text, profile, &mut found);
    }
    if let Some(spelling) = spelling {
        words::find(text, profile, spelling, setting, &mut found);
        characters::find(text, spelling, setting.is_prose, &mut found);
    }
    if found.is_empty() {
        return found;
    }
    // A space is no part of a name, the ending of a possessive stands after it, and nothing is named
    // with damaged characters.
    let is_of_name = |correction: &Correction| {
        ![&say::SPACES, &say::POSSESSIVE, &say::DAMAGED, &say::LETTERS]
            .contains(&correction.message)
            && setting.names.hold(text, &correction.words)
    };
    found.retain(|correction| !is_of_name(correction));
    found.sort_by_key(|correction| (correction.edits[0].0.start, correction.words.start));
    let mut end = 0;
    found.retain(|correction| {
        let first = correction.edits.first().map_or(0, |(range, _)| range.start);
        let last = correction.edits.last().map_or(0, |(range, _)| range.end);
        // Two that add something at one place would be told apart by nothing.
        let is_apart = first > end || end == 0;
        if is_apart {
            end = last;
        }
        is_apart
    });
    found
}

/// What the typography corrects: months, days, ordinals.
fn rewrites(text: &str, profile: &Profile, found: &mut Vec<Correction>) {
    let mut own: Vec<Correction> = Vec::new();
    for correction in typography::corrections(text, profile) {
        let (start, end) = (correction.start, correction.end);
        let message = match (correction.with, end - start) {
            ("", _) | (_, 0) => &say::DAY,
            (_, 1) => &say::MONTH,
            _ => &say::ORDINAL,
        };
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
        let from = text[..start].trim_end_matches(is_part).len();
        let mut to = text.len() - text[end..].trim_start_matches(is_part).len();
        if message == &say::DAY {
            // With its month.
            let rest = text[to..].trim_start_matches(reader::is_space);
            to = text.len() - rest.trim_start_matches(reader::is_letter).len();
        }
        let edit = (start..end, correction.with.to_owned());
        match own.last_mut() {
            // `01 Juin` is one correction.
            Some(last) if last.words.end > start => {
                last.words.end = last.words.end.max(to);
                last.edits.push(edit);
            }
            _ => own.push(Correction {
                message,
                words: from..to,
                edits: vec![edit],
            }),
        }
    }
    found.append(&mut own);
}

#[cfg(test)]
mod tests;
