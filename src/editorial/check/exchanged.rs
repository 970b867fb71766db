//! Figures that both texts have, and that stand in each other's place.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{Lefts, MOST_LOOKED};
use super::compare::{Difference, Side};
use super::figures::{Figure, FigureKind, Joint, Weight};
use super::unit::{Unit, UnitKind};
use rihla_diagnostics::Span;

/// Two figures that are joined and that have changed places: “12 women and 14 men” and “14 women
/// and 12 men”, “10 to 20” and “20 to 10”. Where what they count has changed places too, they
/// say the same.
pub(super) fn exchanged(units: [&[Unit]; 2], pair: [usize; 2]) -> Vec<Difference> {
    type Known = (Figure, Span);
    let joined = |side: usize| {
        let figures = &units[side][pair[side]].figures;
        let both = figures.windows(2).filter(|both| {
            let joint = both[1].0.joint;
            let is_joined = joint.is_some_and(|joint| joint != Joint::OutOf);
            is_joined && both[0].0.kind != both[1].0.kind
        });
        both.map(|both| [&both[0], &both[1]]).collect::<Vec<_>>()
    };
    let side = |side: usize, figure: &Known| Side {
        span: figure.1,
        is_there: true,
        unit: Some(pair[side]),
    };
    let counts_same = |a: &Known, b: &Known| match (&a.0.noun, &b.0.noun) {
        (Some(a), Some(b)) => a.is_same(b),
        _ => false,
    };
    let is_wrong = |[a, b]: [&Known; 2], [c, d]: [&Known; 2]| {
        let is_exchanged = c.0.kind == b.0.kind && d.0.kind == a.0.kind;
        let is_sure = [a, b, c, d]
            .iter()
            .all(|(figure, _)| figure.weight == Weight::Digits);
        let has_kept_nouns = counts_same(a, c) || counts_same(b, d);
        let has_moved = counts_same(a, d) || counts_same(b, c);
        // “13%, against 11%” is “from 11% to 13%”.
        let are_compared = [b, d].map(|it| it.0.joint == Some(Joint::Against));
        let is_listed = [b, d].iter().any(|it| it.0.joint == Some(Joint::Comma));
        is_exchanged
            && !has_moved
            && are_compared[0] == are_compared[1]
            && (has_kept_nouns || is_sure && !is_listed)
    };
    let (ones, others) = (joined(0), joined(1));
    let mut by_kinds: BTreeMap<[&FigureKind; 2], Vec<[&Known; 2]>> = BTreeMap::new();
    for other in others {
        let kinds = other.map(|known| &known.0.kind);
        by_kinds.entry(kinds).or_default().push(other);
    }
    let mut found = Vec::new();
    for [a, b] in ones {
        if by_kinds.contains_key(&[&a.0.kind, &b.0.kind]) {
            continue;
        }
        let others = by_kinds.get(&[&b.0.kind, &a.0.kind]);
        let mut others = others.into_iter().flatten().take(MOST_LOOKED);
        if let Some(other) = others.find(|other| is_wrong([a, b], **other)) {
            found.push(Difference {
                first: side(0, a),
                second: side(1, other[0]),
            });
        }
    }
    found
}

/// Figures of a row or an item that stand in another one of the same table or list in the other
/// language, although both rows begin with the same name: those of *Rabat* and *Salé*, exchanged.
/// What has no equal at all is among the `lefts`, and is told with them.
pub(super) fn moved(
    units: [&[Unit]; 2],
    beside: &[(usize, usize)],
    lefts: &Lefts,
) -> Vec<Difference> {
    let mut blocks: [BTreeMap<usize, BTreeSet<&FigureKind>>; 2] = Default::default();
    for (side, units) in units.iter().enumerate() {
        for unit in *units {
            let kinds = unit.figures.iter().map(|(figure, _)| &figure.kind);
            blocks[side]
                .entry(unit.block.start)
                .or_default()
                .extend(kinds);
        }
    }
    let alone: [BTreeSet<usize>; 2] = [0, 1].map(|side: usize| {
        let lefts = lefts[side].iter();
        lefts.map(|left| left.span.start).collect()
    });
    let mut found = Vec::new();
    for (x, y) in beside {
        let pair = [&units[0][*x], &units[1][*y]];
        if !is_of_one_name(pair) {
            continue;
        }
        let figures = pair[0].figures.iter().zip(&pair[1].figures);
        for ((one, first), (other, second)) in figures {
            let is_elsewhere = |side: usize, kind: &FigureKind| {
                let kinds = blocks[side].get(&pair[side].block.start);
                kinds.is_some_and(|kinds| kinds.contains(kind))
            };
            let is_moved = one.kind != other.kind
                && !one.kind.may_be(&other.kind)
                && !alone[0].contains(&first.start)
                && !alone[1].contains(&second.start)
                && is_elsewhere(1, &one.kind)
                && is_elsewhere(0, &other.kind);
            if is_moved {
                let side = |span: &Span, unit: usize| Side {
                    span: *span,
                    is_there: true,
                    unit: Some(unit),
                };
                found.push(Difference {
                    first: side(first, *x),
                    second: side(second, *y),
                });
            }
        }
    }
    found
}

/// Two figures that have changed places between two paragraphs, rows or items, where what they count or
/// something else that the two languages write alike shows that the passages themselves have not; in the
/// lines of a directive it is their order that shows it.
pub(super) fn crossed(
    units: [&[Unit]; 2],
    beside: &[(usize, usize)],
    lefts: &Lefts,
) -> Vec<Difference> {
    let alone: [BTreeSet<usize>; 2] = [0, 1].map(|side: usize| {
        let lefts = lefts[side].iter();
        lefts.map(|left| left.span.start).collect()
    });
    // Pairs of units in which one figure is another one, by the two figures.
    let mut changed: BTreeMap<[&FigureKind; 2], Vec<Changed>> = BTreeMap::new();
    for (x, y) in beside {
        let pair = [&units[0][*x], &units[1][*y]];
        if let Some(one) = Changed::of(pair, [*x, *y], &alone) {
            let kinds = one.figures.map(|(figure, _)| &figure.kind);
            changed.entry(kinds).or_default().push(one);
        }
    }
    let mut found = Vec::new();
    for ([a, b], ones) in &changed {
        let others = changed.get(&[*b, *a]).map_or(&[][..], Vec::as_slice);
        for one in ones {
            let mut others = others.iter().take(MOST_LOOKED);
            if others.any(|other| one.is_crossed(other)) {
                let side = |side: usize| Side {
                    span: *one.figures[side].1,
                    is_there: true,
                    unit: Some(one.numbers[side]),
                };
                found.push(Difference {
                    first: side(0),
                    second: side(1),
                });
            }
        }
    }
    found
}

/// Two units beside each other that differ in one figure alone.
struct Changed<'u> {
    units: [&'u Unit; 2],
    numbers: [usize; 2],
    figures: [(&'u Figure, &'u Span); 2],
    /// What else is said in each that two languages write alike: names and figures.
    marks: [BTreeSet<String>; 2],
}

impl<'u> Changed<'u> {
    fn of(units: [&'u Unit; 2], numbers: [usize; 2], alone: &[BTreeSet<usize>; 2]) -> Option<Self> {
        let without = |side: usize| {
            let own = &units[side].figures;
            let others = &units[1 - side].figures;
            let is_said = |kind: &FigureKind| {
                let mut others = others.iter().map(|(other, _)| &other.kind);
                others.any(|other| other == kind || other.may_be(kind))
            };
            let mut left = own.iter().filter(|(figure, _)| !is_said(&figure.kind));
            match (left.next(), left.next()) {
                (Some((figure, span)), None) => Some((figure, span)),
                _ => None,
            }
        };
        if units.iter().any(|unit| unit.figures.len() > MOST_FIGURES) {
            return None;
        }
        let figures = [without(0)?, without(1)?];
        let is_sure = [0, 1].iter().all(|side: &usize| {
            let (figure, span) = figures[*side];
            figure.weight == Weight::Digits && !alone[*side].contains(&span.start)
        });
        is_sure.then(|| Self {
            units,
            numbers,
            figures,
            marks: [0, 1].map(|side: usize| marks(units[side], figures[side].0)),
        })
    }

    /// Whether the figures of two pairs have changed places, and the passages have not.
    fn is_crossed(&self, other: &Self) -> bool {
        let counts_same = |one: &Self, side: usize, two: &Self| {
            let nouns = [&one.figures[side].0.noun, &two.figures[1 - side].0.noun];
            matches!(nouns, [Some(a), Some(b)] if a.is_same(b))
        };
        // Marks that two units have and the other two have not.
        let has_own_marks = |[a, b]: [&BTreeSet<String>; 2], [c, d]: [&BTreeSet<String>; 2]| {
            let mut both = a.intersection(b);
            both.any(|mark| !c.contains(mark) && !d.contains(mark))
        };
        let [a, b] = [&self.marks[0], &self.marks[1]];
        let [c, d] = [&other.marks[0], &other.marks[1]];
        let has_moved = counts_same(self, 0, other)
            || counts_same(other, 0, self)
            || has_own_marks([a, d], [b, c])
            || has_own_marks([c, b], [a, d]);
        let is_kept = counts_same(self, 0, self)
            || counts_same(other, 0, other)
            || has_own_marks([a, b], [c, d])
            || has_own_marks([c, d], [a, b]);
        let is_of_lines = [0, 1].iter().all(|side: &usize| {
            let [one, two] = [self, other].map(|pair| pair.units[*side]);
            let is_line = |unit: &Unit| unit.kind == UnitKind::Directive;
            is_line(one) && is_line(two) && one.block == two.block
        });
        !has_moved && (is_kept || is_of_lines)
    }
}

/// A unit of more figures is a table of its own.
const MOST_FIGURES: usize = 100;

/// The names in a unit, and its figures but for one.
fn marks(unit: &Unit, without: &Figure) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in unit.lines.iter().filter(|line| line.language.is_none()) {
        let sentences = line.text.split(['.', '!', '?', ':', '\u{2028}']);
        for sentence in sentences {
            let words = sentence.split(|c: char| !c.is_alphabetic());
            // The first word of a sentence has a capital anyway.
            let words = words.filter(|word| !word.is_empty()).skip(1);
            let names = words
                .filter(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 2);
            found.extend(names.map(str::to_owned));
        }
    }
    let figures = unit
        .figures
        .iter()
        .filter(|(figure, _)| figure.kind != without.kind);
    let figures = figures.filter(|(figure, _)| figure.weight == Weight::Digits);
    found.extend(figures.map(|(figure, _)| format!("{:?}", figure.kind)));
    found
}

/// Whether two rows or items say as many figures of what has the same name in both languages, or of
/// the same year.
fn is_of_one_name(pair: [&Unit; 2]) -> bool {
    let [one, other] = pair;
    let is_row = matches!(
        one.kind,
        UnitKind::Row | UnitKind::Item | UnitKind::Directive
    );
    let figures = || pair.into_iter().flat_map(|unit| &unit.figures);
    if !is_row
        || one.figures.len() != other.figures.len()
        || figures().any(|(figure, _)| figure.weight != Weight::Digits)
    {
        return false;
    }
    let [first, second] = pair.map(name);
    match first.is_empty() {
        false => first == second,
        true => match (one.figures.first(), other.figures.first()) {
            (Some((one, _)), Some((other, _))) => second.is_empty() && one.kind == other.kind,
            _ => false,
        },
    }
}

/// The letters before the first figure, in small letters.
fn name(unit: &Unit) -> String {
    let words = unit.lines.iter().flat_map(|line| line.text.chars());
    let before = words.take_while(|c| !c.is_ascii_digit());
    let letters = before.filter(|c| c.is_alphabetic());
    letters.flat_map(char::to_lowercase).collect()
}
