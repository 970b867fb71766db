//! Where one of two texts has a passage that the other one lacks.
//!
//! The units of two texts are laid beside each other so that as little as possible is left alone
//! and what stands together is alike: of about the same length, with the same figures and names.

use std::collections::BTreeSet;

use super::pairs::words;
use super::unit::{Unit, UnitKind};
use rihla_diagnostics::Span;

/// The most units of a text that are laid beside those of another.
const MOST: usize = 600;
/// What it costs to leave a unit alone; two that differ in everything cost less together.
const ALONE: f32 = 0.55;
/// How much figures and names weigh against the length.
const MARKS: f32 = 0.6;

/// Where something stands in one text alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// Which text has it.
    pub side: usize,
    /// What it is.
    pub span: Span,
    /// What stands in the other text before the place where it would be, with `true`, or after it.
    pub beside: Option<(Span, bool)>,
}

/// Of the things of one kind in two texts, given by their places, the first that has no counterpart
/// in the text with fewer of them; `None` where that cannot be told.
pub fn parting(units: [&[Unit]; 2], things: [&[Span]; 2]) -> Option<Parting> {
    let side = usize::from(things[1].len() > things[0].len());
    let partners = partners(units)?;
    let own = &partners[side];
    let inside = |thing: &Span| -> Vec<usize> {
        let is_inside = |unit: &Unit| thing.start <= unit.span.start && unit.span.end <= thing.end;
        (0..units[side].len())
            .filter(|number| is_inside(&units[side][*number]))
            .collect()
    };
    let (span, first) = things[side].iter().find_map(|thing| {
        let inside = inside(thing);
        let first = *inside.first()?;
        let is_alone = inside.iter().all(|number| own[*number].is_none());
        is_alone.then_some((*thing, first))
    })?;
    let place = |number: usize| own[number].map(|partner| units[1 - side][partner].span);
    let before = (0..first).rev().find_map(place);
    let after = || (first..own.len()).find_map(place);
    Some(Parting {
        side,
        span,
        beside: before
            .map(|span| (span, true))
            .or_else(|| after().map(|span| (span, false))),
    })
}

/// What two units are compared by.
struct Look {
    kind: UnitKind,
    length: usize,
    marks: BTreeSet<String>,
}

impl Look {
    fn of(unit: &Unit) -> Self {
        let words = words(unit);
        let pieces = words.split(|c: char| !c.is_alphanumeric());
        let mut pieces: Vec<&str> = pieces.filter(|piece| !piece.is_empty()).collect();
        let is_sentence = pieces.len() > 1;
        // The first word of a sentence has a capital anyway.
        let first = pieces.first().copied().unwrap_or_default();
        if is_sentence && !first.contains(|c: char| c.is_ascii_digit()) {
            pieces.remove(0);
        }
        let is_mark =
            |piece: &&str| piece.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        Self {
            kind: unit.kind,
            length: words.chars().count(),
            marks: pieces
                .into_iter()
                .filter(is_mark)
                .map(str::to_owned)
                .collect(),
        }
    }

    /// What it costs to take two for each other, from 0 to 1; `None` where they are of two kinds.
    fn unlike(&self, other: &Self) -> Option<f32> {
        if self.kind != other.kind {
            return None;
        }
        let part = |small: usize, large: usize| match large {
            0 => 0.0,
            _ => 1.0 - small as f32 / large as f32,
        };
        let length = part(self.length.min(other.length), self.length.max(other.length));
        let all = self.marks.len() + other.marks.len();
        let common = self.marks.intersection(&other.marks).count();
        Some(match all {
            0 => length,
            _ => MARKS * part(2 * common, all) + (1.0 - MARKS) * length,
        })
    }
}

/// The partner of each unit of two texts.
fn partners([first, second]: [&[Unit]; 2]) -> Option<[Vec<Option<usize>>; 2]> {
    let (n, m) = (first.len(), second.len());
    if n > MOST || m > MOST {
        return None;
    }
    let looks = [first, second].map(|units| units.iter().map(Look::of).collect::<Vec<_>>());
    let width = m + 1;
    let mut costs = vec![0.0_f32; (n + 1) * width];
    let together = |x: usize, y: usize, costs: &[f32]| {
        let unlike = looks[0][x].unlike(&looks[1][y])?;
        Some(unlike + costs[(x + 1) * width + y + 1])
    };
    for x in (0..=n).rev() {
        for y in (0..=m).rev() {
            let right = (y < m).then(|| ALONE + costs[x * width + y + 1]);
            let down = (x < n).then(|| ALONE + costs[(x + 1) * width + y]);
            let both = (x < n && y < m).then(|| together(x, y, &costs)).flatten();
            let ways = [both, down, right].into_iter().flatten();
            costs[x * width + y] = ways.reduce(f32::min).unwrap_or(0.0);
        }
    }
    let mut partners = [vec![None; n], vec![None; m]];
    let (mut x, mut y) = (0, 0);
    while x < n && y < m {
        let cost = costs[x * width + y];
        if together(x, y, &costs).is_some_and(|both| both <= cost) {
            partners[0][x] = Some(y);
            partners[1][y] = Some(x);
            (x, y) = (x + 1, y + 1);
        } else if ALONE + costs[(x + 1) * width + y] <= cost {
            x += 1;
        } else {
            y += 1;
        }
    }
    Some(partners)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::unit::{Readers, units};
    use rihla_text::markdown;

    fn read(text: &str) -> (Vec<Unit>, Vec<Span>) {
        let whole = Span::new(0, text.len());
        let document = markdown::tree(text, whole);
        let units = units(&document, text, "fr", &Readers::none());
        let paragraphs = units.iter().filter(|unit| unit.kind == UnitKind::Paragraph);
        let spans = paragraphs.map(|unit| unit.span).collect();
        (units, spans)
    }

    /// The side on which something is alone, what it is, and what stands beside it in the other text.
    type Alone = (usize, String, Option<(String, bool)>);

    /// What is alone.
    fn alone(first: &str, second: &str) -> Option<Alone> {
        let texts = [first, second];
        let [(a, of_a), (b, of_b)] = texts.map(read);
        let found = parting([&a, &b], [&of_a, &of_b])?;
        let cut = |side: usize, span: Span| texts[side][span.start..span.end].trim().to_owned();
        let beside = found.beside;
        Some((
            found.side,
            cut(found.side, found.span),
            beside.map(|(span, is_after)| (cut(1 - found.side, span), is_after)),
        ))
    }

    #[test]
    fn the_passage_that_is_missing_is_found() {
        let french = "Le projet est mené à Rabat avec la Croix-Rouge.\n\n\
            Il dure 18 mois.\n\nLes candidatures sont ouvertes jusqu’au 3 mai à toutes les personnes \
            qui vivent dans la région.\n\nPour en savoir plus, écrivez-nous.\n";
        let english = "The project is run in Rabat with the Croix-Rouge.\n\n\
            Applications are open until 3 May to everybody who lives in the region.\n\n\
            To learn more, write to us.\n";
        let found = alone(french, english);
        let beside = "The project is run in Rabat with the Croix-Rouge.".to_owned();
        let expected = Some((0, "Il dure 18 mois.".to_owned(), Some((beside, true))));
        assert_eq!(found, expected);
        // The other way round, and at the head.
        let (side, passage, _) = alone(english, french).unwrap();
        assert_eq!((side, &*passage), (1, "Il dure 18 mois."));
        let cut = french.split_once("\n\n").unwrap().1;
        let (side, passage, beside) = alone(french, cut).unwrap();
        assert_eq!(side, 0);
        assert!(passage.starts_with("Le projet"));
        assert_eq!(beside, Some(("Il dure 18 mois.".to_owned(), false)));
    }

    #[test]
    fn a_heading_tells_where_a_passage_is_missing() {
        let french = "## Un\n\nUne phrase.\n\nDeux phrases.\n\n## Deux\n\nTrois phrases.\n";
        let english = "## One\n\nA sentence.\n\n## Two\n\nThree sentences.\n";
        let (_, passage, _) = alone(french, english).unwrap();
        assert_ne!(passage, "Trois phrases.");
        assert_eq!(alone("", ""), None);
    }
}
