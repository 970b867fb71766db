//! Headings, items, heads of columns, titles of directives, captions, words of links and texts in the
//! place of images that are still in the words of the other language.
//!
//! They are too short to be sentences, and many are the same in every language. What is told has a
//! word that shows its language.

use std::collections::BTreeMap;

use super::pairs::words;
use super::unit::{Unit, UnitKind};
use rihla_diagnostics::Span;
use rihla_site::translation::normalize;
use rihla_text::language::{Profile, Shown};
use rihla_text::typography::BREAK;

/// A few words of two texts, in the language of one of them alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The units in which they are.
    pub units: [usize; 2],
    /// Where they are written.
    pub spans: [Span; 2],
    /// Whether they may be a name.
    pub may_be_name: bool,
}

/// A few words that head something, or are an item.
struct Label {
    words: String,
    unit: usize,
    span: Span,
}

/// What is in the language of the first of two texts and stands in the second as well. `line`
/// gives what stands in the second from a place to the end of its line.
pub fn twins<'t>(
    units: [&[Unit]; 2],
    [first, second]: [Option<&Profile>; 2],
    line: &dyn Fn(usize) -> &'t str,
) -> Vec<Twin> {
    let sources = labels(units[0]);
    let known: BTreeMap<Vec<u8>, &Label> = sources
        .iter()
        .map(|label| (normalize(&label.words), label))
        .collect();
    let mut found = Vec::new();
    for label in labels(units[1]) {
        let key = normalize(&label.words);
        let Some(source) = known.get(&key).filter(|_| !key.is_empty()) else {
            continue;
        };
        let own = &units[1][label.unit];
        let is_listed = own.kind == UnitKind::Item && label.span == own.span;
        let item = line(units[1][label.unit].span.start);
        if is_listed && leads_elsewhere(item) {
            continue;
        }
        let shown = match (first, second) {
            (Some(first), other) => first.shows(&label.words, other, is_listed),
            (None, Some(_)) => is_in_another_script(&label.words).then_some(Shown::Surely),
            (None, None) => None,
        };
        if let Some(shown) = shown {
            let is_set_apart = is_listed && is_set_apart(item);
            found.push(Twin {
                units: [source.unit, label.unit],
                spans: [source.span, label.span],
                may_be_name: shown == Shown::Maybe || is_set_apart,
            });
        }
    }
    found
}

/// The labels of a text.
fn labels(units: &[Unit]) -> Vec<Label> {
    let mut found = Vec::new();
    for (number, unit) in units.iter().enumerate() {
        match unit.kind {
            UnitKind::Heading(_) | UnitKind::Item | UnitKind::Definition => found.push(Label {
                words: words(unit),
                unit: number,
                span: unit.span,
            }),
            UnitKind::Directive => cells(unit, number, &mut found),
            UnitKind::Row => {
                let before = number.checked_sub(1).map(|before| &units[before]);
                let is_head = !before.is_some_and(|before| {
                    before.kind == UnitKind::Row && before.block == unit.block
                });
                if is_head {
                    cells(unit, number, &mut found);
                }
            }
            UnitKind::Caption => cells(unit, number, &mut found),
            UnitKind::Paragraph | UnitKind::Note | UnitKind::Field => {}
        }
        // The words of a caption are told as such.
        let parts = unit.parts.iter().filter(|_| unit.kind != UnitKind::Caption);
        found.extend(parts.map(|(words, span)| Label {
            words: words.clone(),
            unit: number,
            span: *span,
        }));
    }
    found
}

/// The cells of a row, or the parameters and cells of a directive.
fn cells(unit: &Unit, number: usize, found: &mut Vec<Label>) {
    for line in unit.lines.iter().filter(|line| line.language.is_none()) {
        let mut at = 0;
        for cell in line.text.split(BREAK) {
            let range = at..at + cell.len();
            at = range.end + BREAK.len();
            if !cell.trim().is_empty() {
                found.push(Label {
                    words: cell.to_owned(),
                    unit: number,
                    span: line.place(&range),
                });
            }
        }
    }
}

/// Whether words have letters, and none of a script in which texts are set by rules.
fn is_in_another_script(words: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c);
    words.contains(char::is_alphabetic) && !words.contains(is_latin)
}

/// Whether an item is a link to another site, where something has the name that it has.
fn leads_elsewhere(item: &str) -> bool {
    item.trim_start_matches(|c: char| !c.is_alphabetic() && c != '[')
        .starts_with('[')
        && item.contains("](http")
}

/// Whether an item is a title or a quotation, which may have no translation.
fn is_set_apart(item: &str) -> bool {
    item.trim_start()
        .starts_with(['[', '_', '*', '«', '“', '"', '<'])
}
