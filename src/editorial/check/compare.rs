//! Which figures of two texts have no equal in the other one.
//!
//! Texts are cut into sections at their headings, and sections into units. A figure is looked for
//! in the unit beside its own, then in the section, then in the whole text: a translator moves
//! sentences. What is left is told at the most precise place there is.

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

/// A figure that has no equal so far.
#[derive(Clone, Copy, Debug)]
struct Left<'u> {
    figure: &'u Figure,
    span: Span,
    unit: usize,
}

type Lefts<'u> = [Vec<Left<'u>>; 2];

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
    for (x, y) in &beside {
        enumerated(units, [*x, *y], &mut far);
    }
    for (x, y) in &beside {
        found.extend(exchanged(units, [*x, *y]));
    }
    tell(first, second, far, &beside, &mut found);
    found
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
    let value = |figure: &Figure| match &figure.kind {
        FigureKind::Fact(id) => facts(id),
        _ => None,
    };
    type Rule<'r> = &'r dyn Fn(&Figure, &Figure) -> bool;
    let sure = |figure: &Figure| figure.weight == Weight::Digits;
    let may_be = |a: &Figure, b: &Figure| {
        a.weight != Weight::Vague && b.weight != Weight::Vague && a.kind.may_be(&b.kind)
    };
    let rules: [Rule; 7] = [
        &|a, b| sure(a) && sure(b) && a.kind == b.kind,
        &|a, b| a.weight == b.weight && a.kind == b.kind,
        &|a, b| a.kind == b.kind,
        &|a, b| sure(a) && sure(b) && may_be(a, b),
        &|a, b| (sure(a) || sure(b)) && may_be(a, b),
        &|a, b| !sure(a) && !sure(b) && a.kind.may_be_in_words(&b.kind),
        &|a, b| {
            let (one, other) = (value(a), value(b));
            let is = |value: &Option<FigureKind>, figure: &Figure| {
                let value = value.as_ref();
                value.is_some_and(|v| *v == figure.kind || v.may_be(&figure.kind))
            };
            is(&one, b) || is(&other, a)
        },
    ];
    let [first, second] = lefts;
    for rule in rules {
        if first.is_empty() || second.is_empty() {
            return;
        }
        first.retain(|left| {
            let answer = second
                .iter()
                .position(|other| rule(left.figure, other.figure));
            match answer {
                Some(at) => {
                    second.remove(at);
                    false
                }
                None => true,
            }
        });
    }
}

/// Takes away parts that the other text writes as two numbers: “3/4” and “3 of 4”.
fn parted(lefts: &mut Lefts) {
    for side in 0..2 {
        let mut at = 0;
        while at < lefts[side].len() {
            let answer = match lefts[side][at].figure.kind {
                FigureKind::Part(numerator, denominator) => {
                    let others = &lefts[1 - side];
                    others.windows(2).position(|both| {
                        let is = |left: &Left, value: u32| {
                            left.figure.kind == FigureKind::Number(Amount::new(value.into(), 0))
                        };
                        let order = is(&both[0], numerator) && is(&both[1], denominator);
                        order || is(&both[0], denominator) && is(&both[1], numerator)
                    })
                }
                _ => None,
            };
            match answer {
                Some(found) => {
                    lefts[1 - side].drain(found..found + 2);
                    lefts[side].remove(at);
                }
                None => at += 1,
            }
        }
    }
}

/// Takes away percentages that the other text writes as two numbers: “25%” and “one in four”.
fn rated(units: [&[Unit]; 2], lefts: &mut Lefts) {
    for side in 0..2 {
        let mut at = 0;
        while at < lefts[side].len() {
            let FigureKind::Percent(percent) = lefts[side][at].figure.kind else {
                at += 1;
                continue;
            };
            let others = &lefts[1 - side];
            let answer = others.iter().find_map(|left| {
                let figures = &units[1 - side][left.unit].figures;
                let pair = figures.windows(2).find(|both| both[1].1 == left.span)?;
                let [(first, start), (second, span)] = pair else {
                    return None;
                };
                let is_one = match (&first.kind, &second.kind) {
                    (FigureKind::Number(a), FigureKind::Number(b)) => percent.is_ratio(*a, *b),
                    _ => false,
                };
                let is_joined = second.joint == Some(Joint::OutOf);
                (is_one && is_joined).then_some((left.unit, *start, *span))
            });
            match answer {
                Some((unit, start, end)) => {
                    let is_of = |left: &Left| left.span == start || left.span == end;
                    lefts[1 - side].retain(|left| left.unit != unit || !is_of(left));
                    lefts[side].remove(at);
                }
                None => at += 1,
            }
        }
    }
}

/// Takes the figures away that a list has between two ends, where the other text has the ends
/// alone: “28, 29 et 30” is “28–30”.
fn enumerated(units: [&[Unit]; 2], pair: [usize; 2], lefts: &mut Lefts) {
    for side in 0..2 {
        let own = &units[side][pair[side]].figures;
        let others = &units[1 - side][pair[1 - side]].figures;
        let mut start = 0;
        while start < own.len() {
            let run = own[start..]
                .windows(2)
                .take_while(|both| both[1].0.kind.follows(&both[0].0.kind))
                .count();
            let end = start + run;
            let is_range = others.windows(2).any(|both| {
                let (first, last) = (&both[0].0.kind, &both[1].0);
                let is_end = *first == own[start].0.kind || last.kind == own[end].0.kind;
                is_end && last.joint == Some(Joint::Until)
            });
            if run > 1 && is_range {
                let inside: Vec<Span> = own[start + 1..end].iter().map(|(_, span)| *span).collect();
                lefts[side].retain(|left| left.unit != pair[side] || !inside.contains(&left.span));
            }
            start = end + 1;
        }
    }
}

/// Two figures that are joined and that have changed places: “12 women and 14 men” and “14 women
/// and 12 men”, “10 to 20” and “20 to 10”. Where what they count has changed places too, they
/// say the same.
fn exchanged(units: [&[Unit]; 2], pair: [usize; 2]) -> Vec<Difference> {
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
        let is_listed = [b, d].iter().any(|it| it.0.joint == Some(Joint::Comma));
        is_exchanged && !has_moved && (has_kept_nouns || is_sure && !is_listed)
    };
    let (ones, others) = (joined(0), joined(1));
    let mut found = Vec::new();
    for [a, b] in &ones {
        let is_kept = others
            .iter()
            .any(|other| other[0].0.kind == a.0.kind && other[1].0.kind == b.0.kind);
        let mut others = others.iter().filter(|_| !is_kept);
        if let Some(other) = others.find(|other| is_wrong([*a, *b], **other)) {
            found.push(Difference {
                first: side(0, a),
                second: side(1, other[0]),
            });
        }
    }
    found
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
    let [mut a, mut b] = lefts.map(|lefts| {
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
    for (x, y) in beside {
        let of =
            |lefts: &[Left], unit: usize| lefts.iter().filter(|left| left.unit == unit).count();
        if of(&a, *x) == 0 || of(&b, *y) == 0 {
            continue;
        }
        let is_of_a_form = |one: &Left, other: &Left| {
            std::mem::discriminant(&one.figure.kind) == std::mem::discriminant(&other.figure.kind)
        };
        let are_digits = |one: &Left, other: &Left| {
            one.figure.weight == Weight::Digits || other.figure.weight == Weight::Digits
        };
        for step in 0..3 {
            let mut at = 0;
            while at < a.len() {
                let other = (a[at].unit == *x)
                    .then(|| {
                        b.iter().position(|other| {
                            other.unit == *y
                                && match step {
                                    0 => is_of_a_form(&a[at], other) && are_digits(&a[at], other),
                                    1 => are_digits(&a[at], other),
                                    // Both in words: only where nothing else explains them.
                                    _ => of(&a, *x) == of(&b, *y) && is_of_a_form(&a[at], other),
                                }
                        })
                    })
                    .flatten();
                match other {
                    Some(other) => {
                        let (one, other) = (a.remove(at), b.remove(other));
                        found.push(Difference {
                            first: there(&one),
                            second: there(&other),
                        });
                    }
                    None => at += 1,
                }
            }
        }
    }
    // What is written in words and has no counterpart is no figure to the other language.
    a.retain(|left| left.figure.weight == Weight::Digits);
    b.retain(|left| left.figure.weight == Weight::Digits);
    let said = |units: &[Unit], kind: &FigureKind| {
        let figures = units.iter().flat_map(|unit| &unit.figures);
        figures
            .into_iter()
            .any(|(figure, _)| figure.kind == *kind || figure.kind.may_be(kind))
    };
    let (is_one_sided_a, is_one_sided_b) = (b.is_empty(), a.is_empty());
    for (side, lefts) in [a, b].into_iter().enumerate() {
        let other = units[1 - side];
        let is_one_sided = [is_one_sided_a, is_one_sided_b][side];
        for left in lefts {
            // “7 jours sur 7” is “7 days a week”.
            let own = &units[side][left.unit].figures;
            let is_repeated = own.windows(2).any(|both| {
                both[0].0.kind == both[1].0.kind && both.iter().any(|(_, span)| *span == left.span)
            });
            if is_repeated && said(other, &left.figure.kind) {
                continue;
            }
            // A year that is said once more.
            if is_one_sided && left.figure.kind.is_name() && said(other, &left.figure.kind) {
                continue;
            }
            let counterpart = beside.iter().find_map(|(x, y)| match side {
                0 => (*x == left.unit).then_some(*y),
                _ => (*y == left.unit).then_some(*x),
            });
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
