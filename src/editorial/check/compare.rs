//! Which figures of two texts have no equal in the other one.
//!
//! Texts are cut into sections at their headings, and sections into units. A figure is looked for
//! in the unit beside its own, then in the section, then in the whole text: a translator moves
//! sentences. What is left is told at the most precise place there is.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::answers::{Left, Lefts, MOST_LOOKED, answered, exact};
use super::exchanged::{crossed, exchanged, moved};
use super::figures::{Amount, Figure, FigureKind, Joint, Weight};
use super::unit::{Unit, UnitKind};
use rihla_diagnostics::Span;

/// A difference between two texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The figure of the first text, with its unit; where only the second one has one, the
    /// place where its equal should be.
    pub first: Side,
    /// The same of the second.
    pub second: Side,
}

/// One side of a difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The place of the figure, or of where it should stand.
    pub span: Span,
    /// Whether there is a figure.
    pub is_there: bool,
    /// The unit in which it is; `None` where none corresponds to that of the other side.
    pub unit: Option<usize>,
}

/// What is known of the facts: an id becomes the number that it stands for.
pub type Facts<'f> = &'f dyn Fn(&str) -> Option<FigureKind>;

/// The most units of a section that are aligned one by one; a table is larger than that where
/// somebody keeps data in a text.
const MOST_ALIGNED: usize = 600;

/// The differences between the figures of two texts.
pub fn differences(first: &[Unit], second: &[Unit], facts: Facts) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut far: Lefts = [Vec::new(), Vec::new()];
    let mut beside: Vec<(usize, usize)> = Vec::new();
    for (a, b) in sections(first, second) {
        let pairs = aligned(&first[a.clone()], &second[b.clone()]);
        let mut near: Lefts = [Vec::new(), Vec::new()];
        let mut alone = [vec![true; a.len()], vec![true; b.len()]];
        for (x, y) in pairs {
            alone[0][x] = false;
            alone[1][y] = false;
            let (x, y) = (a.start + x, b.start + y);
            beside.push((x, y));
            let mut lefts = [all(first, x), all(second, y)];
            settle(&mut lefts, facts);
            near[0].append(&mut lefts[0]);
            near[1].append(&mut lefts[1]);
        }
        for (side, (units, range)) in [(first, &a), (second, &b)].into_iter().enumerate() {
            for unit in range.clone().filter(|unit| alone[side][unit - range.start]) {
                near[side].extend(all(units, unit));
            }
        }
        settle(&mut near, facts);
        far[0].append(&mut near[0]);
        far[1].append(&mut near[1]);
    }
    settle(&mut far, facts);
    let units = [first, second];
    parted(&mut far);
    rated(units, &mut far);
    enumerated(units, &beside, &mut far);
    for (x, y) in &beside {
        found.extend(exchanged(units, [*x, *y]));
    }
    found.extend(moved(units, &beside, &far));
    let told: BTreeSet<[usize; 2]> = found.iter().map(starts).collect();
    let crossed = crossed(units, &beside, &far).into_iter();
    found.extend(crossed.filter(|difference| !told.contains(&starts(difference))));
    tell(first, second, far, &beside, &mut found);
    found
}

/// Where the two sides of a difference begin.
fn starts(difference: &Difference) -> [usize; 2] {
    [difference.first.span.start, difference.second.span.start]
}

fn all(units: &[Unit], number: usize) -> Vec<Left<'_>> {
    let figures = units[number].figures.iter();
    figures
        .map(|(figure, span)| Left {
            figure,
            span: *span,
            unit: number,
        })
        .collect()
}

type Range = std::ops::Range<usize>;

/// The sections of two texts beside each other; the whole texts where their headings differ.
fn sections(first: &[Unit], second: &[Unit]) -> Vec<(Range, Range)> {
    let starts = |units: &[Unit]| -> Vec<usize> {
        let numbers = units.iter().enumerate();
        numbers
            .filter(|(_, unit)| matches!(unit.kind, UnitKind::Heading(_)))
            .map(|(number, _)| number)
            .collect()
    };
    let (a, b) = (starts(first), starts(second));
    let kinds = |units: &[Unit], at: &[usize]| -> Vec<UnitKind> {
        at.iter().map(|at| units[*at].kind).collect()
    };
    if kinds(first, &a) != kinds(second, &b) {
        return vec![(0..first.len(), 0..second.len())];
    }
    let cut = |starts: &[usize], length: usize, number: usize| -> Range {
        let from = number.checked_sub(1).map_or(0, |before| starts[before]);
        from..starts.get(number).copied().unwrap_or(length)
    };
    (0..=a.len())
        .map(|number| (cut(&a, first.len(), number), cut(&b, second.len(), number)))
        .collect()
}

/// Which units of two sections correspond: the longest common row of their kinds.
fn aligned(first: &[Unit], second: &[Unit]) -> Vec<(usize, usize)> {
    let is_same =
        first.len() == second.len() && first.iter().zip(second).all(|(a, b)| a.kind == b.kind);
    if is_same {
        return (0..first.len()).map(|number| (number, number)).collect();
    }
    let (n, m) = (first.len(), second.len());
    if n > MOST_ALIGNED || m > MOST_ALIGNED {
        return Vec::new();
    }
    let mut lengths = vec![vec![0_usize; m + 1]; n + 1];
    for x in (0..n).rev() {
        for y in (0..m).rev() {
            lengths[x][y] = match first[x].kind == second[y].kind {
                true => lengths[x + 1][y + 1] + 1,
                false => lengths[x + 1][y].max(lengths[x][y + 1]),
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut x, mut y) = (0, 0);
    while x < n && y < m {
        if first[x].kind == second[y].kind {
            pairs.push((x, y));
            x += 1;
            y += 1;
        } else if lengths[x + 1][y] >= lengths[x][y + 1] {
            x += 1;
        } else {
            y += 1;
        }
    }
    pairs
}

/// Takes the figures away that answer each other, the surest first.
fn settle(lefts: &mut Lefts, facts: Facts) {
    if lefts.iter().any(Vec::is_empty) {
        return;
    }
    let value = |figure: &Figure| match &figure.kind {
        FigureKind::Fact(id) => facts(id),
        _ => None,
    };
    type Rule<'r> = &'r dyn Fn(&Figure, &Figure) -> bool;
    let sure = |figure: &Figure| figure.weight == Weight::Digits;
    let may_be = |a: &Figure, b: &Figure| {
        a.weight != Weight::Vague && b.weight != Weight::Vague && a.kind.may_be(&b.kind)
    };
    // After those that are equal.
    let rules: [Rule; 5] = [
        &|a, b| sure(a) && sure(b) && may_be(a, b),
        &|a, b| (sure(a) || sure(b)) && may_be(a, b),
        &|a, b| !sure(a) && !sure(b) && a.kind.may_be_in_words(&b.kind),
        &|a, b| a.is_as_long(b) || b.is_as_long(a),
        &|a, b| {
            let (one, other) = (value(a), value(b));
            let is = |value: &Option<FigureKind>, figure: &Figure| {
                let value = value.as_ref();
                value.is_some_and(|v| *v == figure.kind || v.may_be(&figure.kind))
            };
            is(&one, b) || is(&other, a)
        },
    ];
    exact(lefts, |figure| {
        (sure(figure).then_some(figure.kind.clone()), None)
    });
    exact(lefts, |figure| {
        (Some(figure.kind.clone()), Some(figure.weight))
    });
    exact(lefts, |figure| (Some(figure.kind.clone()), None));
    for rule in rules {
        let [first, second] = std::mem::take(lefts);
        let answers = |one: &Left, other: &Left| rule(one.figure, other.figure);
        let (_, rest) = answered(first, second, &answers);
        *lefts = rest;
    }
}

/// Takes away parts that the other text writes as two numbers: “3/4” and “3 of 4”.
fn parted(lefts: &mut Lefts) {
    for side in 0..2 {
        // Numbers that follow each other, by their values.
        let mut pairs: BTreeMap<[Amount; 2], VecDeque<usize>> = BTreeMap::new();
        for (at, both) in lefts[1 - side].windows(2).enumerate() {
            if let (FigureKind::Number(one), FigureKind::Number(other)) =
                (&both[0].figure.kind, &both[1].figure.kind)
            {
                pairs.entry([*one, *other]).or_default().push_back(at);
            }
        }
        if pairs.is_empty() {
            continue;
        }
        let mut taken = BTreeSet::new();
        lefts[side].retain(|left| {
            let FigureKind::Part(numerator, denominator) = left.figure.kind else {
                return true;
            };
            let amounts = [numerator, denominator].map(|value| Amount::new(value.into(), 0));
            let answer = [amounts, [amounts[1], amounts[0]]]
                .iter()
                .find_map(|amounts| {
                    let places = pairs.get_mut(amounts)?;
                    let is_free = |at: &usize| !taken.contains(at) && !taken.contains(&(at + 1));
                    while let Some(at) = places.pop_front() {
                        if is_free(&at) {
                            return Some(at);
                        }
                    }
                    None
                });
            match answer {
                Some(at) => {
                    taken.extend([at, at + 1]);
                    false
                }
                None => true,
            }
        });
        let mut at = 0;
        lefts[1 - side].retain(|_| {
            at += 1;
            !taken.contains(&(at - 1))
        });
    }
}

/// Takes away percentages that the other text writes as two numbers: “25%” and “one in four”.
fn rated(units: [&[Unit]; 2], lefts: &mut Lefts) {
    for side in 0..2 {
        let is_percent = |left: &Left| matches!(left.figure.kind, FigureKind::Percent(_));
        if !lefts[side].iter().any(is_percent) {
            continue;
        }
        // Two numbers of which the second says of how many the first is.
        let others = &lefts[1 - side];
        let left_over: BTreeSet<(usize, Span)> =
            others.iter().map(|left| (left.unit, left.span)).collect();
        let numbers: BTreeSet<usize> = others.iter().map(|left| left.unit).collect();
        let mut ratios = Vec::new();
        for unit in numbers {
            for both in units[1 - side][unit].figures.windows(2) {
                let [(first, start), (second, span)] = both else {
                    continue;
                };
                if let (FigureKind::Number(a), FigureKind::Number(b)) = (&first.kind, &second.kind)
                    && second.joint == Some(Joint::OutOf)
                    && left_over.contains(&(unit, *span))
                {
                    ratios.push((*a, *b, unit, [*start, *span]));
                }
            }
        }
        let mut gone = BTreeSet::new();
        lefts[side].retain(|left| {
            let FigureKind::Percent(percent) = left.figure.kind else {
                return true;
            };
            let mut near = ratios.iter().take(MOST_LOOKED);
            match near.position(|(a, b, ..)| percent.is_ratio(*a, *b)) {
                Some(at) => {
                    let (_, _, unit, spans) = ratios.remove(at);
                    gone.extend(spans.map(|span| (unit, span)));
                    false
                }
                None => true,
            }
        });
        lefts[1 - side].retain(|left| !gone.contains(&(left.unit, left.span)));
    }
}

/// Takes the figures away that a list has between two ends, where the other text has the ends
/// alone: “28, 29 et 30” is “28–30”.
fn enumerated(units: [&[Unit]; 2], beside: &[(usize, usize)], lefts: &mut Lefts) {
    for side in 0..2 {
        let mut inside: BTreeSet<(usize, Span)> = BTreeSet::new();
        for (x, y) in beside {
            let pair = [*x, *y];
            let own = &units[side][pair[side]].figures;
            let others = units[1 - side][pair[1 - side]].figures.windows(2);
            let ranges = others.filter(|both| both[1].0.joint == Some(Joint::Until));
            let ranges: Vec<_> = ranges
                .map(|both| [&both[0].0.kind, &both[1].0.kind])
                .collect();
            if ranges.is_empty() {
                continue;
            }
            let ends = [0, 1].map(|end| -> BTreeSet<&FigureKind> {
                ranges.iter().map(|range| range[end]).collect()
            });
            let mut start = 0;
            while start < own.len() {
                let run = own[start..]
                    .windows(2)
                    .take_while(|both| both[1].0.kind.follows(&both[0].0.kind))
                    .count();
                let end = start + run;
                let is_range =
                    ends[0].contains(&own[start].0.kind) || ends[1].contains(&own[end].0.kind);
                if run > 1 && is_range {
                    let spans = own[start + 1..end].iter().map(|(_, span)| *span);
                    inside.extend(spans.map(|span| (pair[side], span)));
                }
                start = end + 1;
            }
        }
        if !inside.is_empty() {
            lefts[side].retain(|left| !inside.contains(&(left.unit, left.span)));
        }
    }
}

/// Figures by the unit in which they are, in their order.
fn by_unit(lefts: Vec<Left>) -> BTreeMap<usize, Vec<Left>> {
    let mut groups: BTreeMap<usize, Vec<Left>> = BTreeMap::new();
    for left in lefts {
        groups.entry(left.unit).or_default().push(left);
    }
    groups
}

/// What is left, as differences: two figures that stand in each other's place, or one that is
/// missing.
fn tell(
    first: &[Unit],
    second: &[Unit],
    lefts: Lefts,
    beside: &[(usize, usize)],
    found: &mut Vec<Difference>,
) {
    let units = [first, second];
    let [a, b] = lefts.map(|lefts| {
        let mut lefts = lefts;
        lefts.retain(|left| left.figure.weight != Weight::Vague);
        lefts
    });
    let there = |left: &Left| Side {
        span: left.span,
        is_there: true,
        unit: Some(left.unit),
    };
    // Within a pair of units, in the order of writing, those of a form first.
    let is_of_a_form = |one: &Left, other: &Left| {
        std::mem::discriminant(&one.figure.kind) == std::mem::discriminant(&other.figure.kind)
    };
    let are_digits = |one: &Left, other: &Left| {
        one.figure.weight == Weight::Digits || other.figure.weight == Weight::Digits
    };
    let mut groups = [a, b].map(by_unit);
    for (x, y) in beside {
        if !groups[0].contains_key(x) || !groups[1].contains_key(y) {
            continue;
        }
        let mut own = [
            groups[0].remove(x).unwrap_or_default(),
            groups[1].remove(y).unwrap_or_default(),
        ];
        for step in 0..3 {
            let [one, other] = std::mem::take(&mut own);
            // Both in words: only where nothing else explains them.
            let is_even = one.len() == other.len();
            let answers = |one: &Left, other: &Left| match step {
                0 => is_of_a_form(one, other) && are_digits(one, other),
                1 => are_digits(one, other),
                _ => is_even && is_of_a_form(one, other),
            };
            let (pairs, rest) = answered(one, other, &answers);
            found.extend(pairs.iter().map(|[one, other]| Difference {
                first: there(one),
                second: there(other),
            }));
            own = rest;
        }
        let [one, other] = own;
        groups[0].insert(*x, one);
        groups[1].insert(*y, other);
    }
    let [mut a, mut b] = groups.map(|groups| groups.into_values().flatten().collect::<Vec<_>>());
    // What is written in words and has no counterpart is no figure to the other language.
    a.retain(|left| left.figure.weight == Weight::Digits);
    b.retain(|left| left.figure.weight == Weight::Digits);
    let (is_one_sided_a, is_one_sided_b) = (b.is_empty(), a.is_empty());
    for (side, lefts) in [a, b].into_iter().enumerate() {
        let other = units[1 - side];
        let is_one_sided = [is_one_sided_a, is_one_sided_b][side];
        if lefts.is_empty() {
            continue;
        }
        let known: BTreeSet<&FigureKind> = other
            .iter()
            .flat_map(|unit| &unit.figures)
            .map(|(figure, _)| &figure.kind)
            .collect();
        let said = |kind: &FigureKind| {
            known.contains(kind)
                || known
                    .iter()
                    .take(MOST_LOOKED)
                    .any(|known| known.may_be(kind))
        };
        let partners: BTreeMap<usize, usize> = beside
            .iter()
            .map(|(x, y)| match side {
                0 => (*x, *y),
                _ => (*y, *x),
            })
            .collect();
        let of_lefts: BTreeSet<usize> = lefts.iter().map(|left| left.unit).collect();
        // “7 jours sur 7” is “every day”.
        let mut always: BTreeSet<(usize, Span)> = BTreeSet::new();
        let mut repeated: BTreeSet<(usize, Span)> = BTreeSet::new();
        for unit in of_lefts {
            let both = units[side][unit].figures.windows(2);
            let both = both.filter(|both| both[0].0.kind == both[1].0.kind);
            for both in both {
                let spans = both.iter().map(|(_, span)| (unit, *span));
                match both[1].0.joint == Some(Joint::OutOf) {
                    true => always.extend(spans),
                    false => repeated.extend(spans),
                }
            }
        }
        for left in lefts {
            if always.contains(&(left.unit, left.span)) {
                continue;
            }
            if repeated.contains(&(left.unit, left.span)) && said(&left.figure.kind) {
                continue;
            }
            // A year that is said once more.
            if is_one_sided && left.figure.kind.is_name() && said(&left.figure.kind) {
                continue;
            }
            let counterpart = partners.get(&left.unit).copied();
            let span = match (counterpart, other.first(), other.last()) {
                (Some(unit), ..) => other[unit].span,
                (None, Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
                _ => Span::default(),
            };
            let absent = Side {
                span,
                is_there: false,
                unit: counterpart,
            };
            found.push(match side {
                0 => Difference {
                    first: there(&left),
                    second: absent,
                },
                _ => Difference {
                    first: absent,
                    second: there(&left),
                },
            });
        }
    }
}
