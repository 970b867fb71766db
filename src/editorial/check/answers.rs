//! Figures of two texts that answer each other: each is looked at a bounded number of times, however many
//! there are.

use std::collections::{BTreeMap, VecDeque};

use super::figures::{Figure, FigureKind, Weight};
use rihla_diagnostics::Span;

/// A figure that has no equal so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left<'u> {
    pub(super) figure: &'u Figure,
    /// Where it is written.
    pub(super) span: Span,
    /// The unit in which it is.
    pub(super) unit: usize,
}

/// Those of two texts.
pub(super) type Lefts<'u> = [Vec<Left<'u>>; 2];

/// What two figures are equal by; none where one answers nothing.
pub(super) type Key = (Option<FigureKind>, Option<Weight>);

/// Takes the figures away that have the same key, each with the first that is left.
pub(super) fn exact(lefts: &mut Lefts, key: impl Fn(&Figure) -> Key) {
    let [first, second] = lefts;
    if first.is_empty() || second.is_empty() {
        return;
    }
    let mut known: BTreeMap<Key, VecDeque<usize>> = BTreeMap::new();
    for (at, left) in second.iter().enumerate() {
        known.entry(key(left.figure)).or_default().push_back(at);
    }
    let mut taken = vec![false; second.len()];
    first.retain(|left| {
        let key = key(left.figure);
        let answer = known.get_mut(&key).filter(|_| key.0.is_some());
        match answer.and_then(VecDeque::pop_front) {
            Some(at) => {
                taken[at] = true;
                false
            }
            None => true,
        }
    });
    let mut taken = taken.into_iter();
    second.retain(|_| !taken.next().unwrap_or_default());
}

/// How many figures are looked at that may answer one.
pub(super) const MOST_LOOKED: usize = 1_000;

/// Puts the figures beside each other that answer each other, each of the first text with the first
/// of the second that does: these pairs, and what is left.
pub(super) fn answered<'u>(
    first: Vec<Left<'u>>,
    second: Vec<Left<'u>>,
    answers: &dyn Fn(&Left, &Left) -> bool,
) -> (Vec<[Left<'u>; 2]>, Lefts<'u>) {
    // The next of the second that is left, from each place on.
    let mut next: Vec<usize> = (0..=second.len()).collect();
    let free = |next: &mut Vec<usize>, from: usize| {
        let mut at = from;
        while next[at] != at {
            at = next[at];
        }
        let mut step = from;
        while next[step] != at {
            (step, next[step]) = (next[step], at);
        }
        at
    };
    let mut pairs = Vec::new();
    let mut rest = Vec::new();
    for left in first {
        let mut at = free(&mut next, 0);
        let mut looked = 0;
        while at < second.len() && looked < MOST_LOOKED && !answers(&left, &second[at]) {
            at = free(&mut next, at + 1);
            looked += 1;
        }
        if at < second.len() && looked < MOST_LOOKED {
            next[at] = at + 1;
            pairs.push([left, second[at]]);
        } else {
            rest.push(left);
        }
    }
    let others = second.into_iter().enumerate();
    let others = others.filter(|(at, _)| next[*at] == *at);
    (pairs, [rest, others.map(|(_, left)| left).collect()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::compare::differences;
    use crate::check::figures::Reader;
    use crate::check::unit::{Readers, plain};
    use std::cell::Cell;

    fn lefts(figures: &[Figure]) -> Vec<Left<'_>> {
        let all = figures.iter().enumerate();
        all.map(|(at, figure)| Left {
            figure,
            span: Span::new(at, at + 1),
            unit: 0,
        })
        .collect()
    }

    fn figures(text: &str) -> Vec<Figure> {
        Reader::plain().read(text)
    }

    #[test]
    fn each_figure_is_looked_at_a_bounded_number_of_times() {
        let count = 5_000;
        let own = figures(&"12 ".repeat(count));
        let other = figures(&"13 ".repeat(count));
        assert_eq!((own.len(), other.len()), (count, count));
        let asked = Cell::new(0);
        let answers = |is_one: bool| {
            let asked = &asked;
            move |_: &Left, _: &Left| {
                asked.set(asked.get() + 1);
                is_one
            }
        };
        let (pairs, rest) = answered(lefts(&own), lefts(&other), &answers(true));
        assert_eq!((pairs.len(), asked.get()), (count, count));
        assert!(rest.iter().all(Vec::is_empty));
        asked.set(0);
        let (pairs, rest) = answered(lefts(&own), lefts(&other), &answers(false));
        assert_eq!((pairs.len(), rest[0].len()), (0, count));
        assert!(asked.get() <= count * MOST_LOOKED);
    }

    #[test]
    fn what_is_left_keeps_its_order() {
        let own = figures("1 2 3 4 5");
        let other = figures("3 9 2");
        let is_same = |one: &Left, other: &Left| one.figure.kind == other.figure.kind;
        let (pairs, [rest, others]) = answered(lefts(&own), lefts(&other), &is_same);
        let starts = |lefts: &[Left]| lefts.iter().map(|left| left.span.start).collect::<Vec<_>>();
        let of_pairs: Vec<[usize; 2]> = pairs
            .iter()
            .map(|pair| pair.map(|left| left.span.start))
            .collect();
        assert_eq!(of_pairs, [[1, 2], [2, 0]]);
        assert_eq!((starts(&rest), starts(&others)), (vec![0, 3, 4], vec![1]));
    }

    #[test]
    fn thousands_of_figures_are_compared() {
        let readers = Readers::none();
        let unit = |text: &str| vec![plain(text, "fr", &readers)];
        let same = "12 personnes, ".repeat(2_000);
        let no_facts = |_: &str| None;
        let found = differences(&unit(&same), &unit(&same), &no_facts);
        assert_eq!(found, []);
        let other = "13 personnes, ".repeat(2_000);
        let found = differences(&unit(&same), &unit(&other), &no_facts);
        assert_eq!(found.len(), 2_000);
    }
}
