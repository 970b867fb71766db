//! Which items of a list are which of another.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::Node;
use super::Fresh;
use super::alike::Leaves;
use super::said::Said;

/// Of how many equal items the nearest ones are looked at for those that stay in order.
const MOST_EQUAL: usize = 64;

/// Where an item of a list comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// It was at this place among those that stay, and may be changed inside.
    Stays(usize),
    /// It was at this place, and comes to another; it may be changed inside as well.
    Moved(usize),
    /// It was not there.
    New,
}

/// Where each item of a list that is to be comes from. What stays is in order.
///
/// Items are known again as someone would who reads both lists:
///
/// 1. equal ones, as many as there are in the same order, then wherever they are;
/// 2. of the others those that have most in common and can be told from others by it ([`Leaves::changed`]);
/// 3. between two that stay, in order, what is more or less alike, and what has nothing in common if it is
///    alone there.
pub(super) fn pairs(old: &[Node], new: &[Fresh]) -> Vec<From> {
    let old: Vec<Said> = old.iter().map(Said::of_node).collect();
    let new: Vec<Said> = new.iter().map(Said::of_fresh).collect();
    let equal = equal(&old, &new);
    let mut pairs = Pairs::new(old.len(), new.len());
    let rising = longest_rise(&near(&equal));
    for (number, at) in &rising {
        pairs.join(*at, *number);
    }
    for (number, olds) in equal.iter().enumerate() {
        let is_left = pairs.old_of[number].is_none();
        let free = olds.iter().find(|at| is_left && !pairs.is_used[**at]);
        if let Some(at) = free {
            pairs.join(*at, number);
        }
    }
    let (olds, news) = pairs.left();
    if !olds.is_empty() && !news.is_empty() {
        let leaves = Leaves::new(&old, &new);
        let distance = |at: usize, number: usize| distance(&rising, at, number);
        for (at, number) in leaves.changed(&olds, &news, distance) {
            pairs.join(at, number);
        }
        pairs.join_in_place(&leaves);
    }
    pairs.from()
}

/// Of each new item, the places of the old ones that say the same.
fn equal(old: &[Said], new: &[Said]) -> Vec<Rc<[usize]>> {
    let mut places: BTreeMap<&Said, Vec<usize>> = BTreeMap::new();
    for (at, item) in old.iter().enumerate() {
        places.entry(item).or_default().push(at);
    }
    let places = places.into_iter();
    let places: BTreeMap<&Said, Rc<[usize]>> =
        places.map(|(said, all)| (said, all.into())).collect();
    let places_of = |item: &Said| match item.is_whole() {
        true => places.get(item).cloned().unwrap_or_default(),
        false => {
            let olds = old.iter().enumerate();
            let olds = olds.filter(|(_, old)| item.is_said_by(old));
            olds.map(|(at, _)| at).collect()
        }
    };
    new.iter().map(places_of).collect()
}

/// Equal items as pairs of a new and an old place: of one new, the last old one first.
fn near(equal: &[Rc<[usize]>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (number, olds) in equal.iter().enumerate() {
        let behind = olds.partition_point(|at| *at < number);
        let start = behind.saturating_sub(MOST_EQUAL / 2);
        let end = olds.len().min(start + MOST_EQUAL);
        pairs.extend(olds[start..end].iter().rev().map(|at| (number, *at)));
    }
    pairs
}

/// The longest sequence of pairs of which both places rise. The first places do, and of one with the same
/// first place the second ones fall.
fn longest_rise(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of the best sequence of each length, its last element.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (number, (_, place)) in pairs.iter().enumerate() {
        let length = tails.partition_point(|tail| pairs[*tail].1 < *place);
        before[number] = length.checked_sub(1).map(|last| tails[last]);
        match tails.get_mut(length) {
            Some(tail) => *tail = number,
            None => tails.push(number),
        }
    }
    let mut rise = Vec::with_capacity(tails.len());
    let mut at = tails.last().copied();
    while let Some(number) = at {
        rise.push(pairs[number]);
        at = before[number];
    }
    rise.reverse();
    rise
}

/// How far two items are from each other: by how many that stay, then by how many behind the last of these.
fn distance(rising: &[(usize, usize)], old: usize, new: usize) -> (usize, usize) {
    let behind_old = rising.partition_point(|(_, at)| *at < old);
    let behind_new = rising.partition_point(|(number, _)| *number < new);
    let start = |behind: usize| behind.checked_sub(1).map(|last| rising[last]);
    let from_old = start(behind_old).map_or(old, |(_, at)| old - at - 1);
    let from_new = start(behind_new).map_or(new, |(number, _)| new - number - 1);
    (behind_old.abs_diff(behind_new), from_old.abs_diff(from_new))
}

/// Items that are known again.
struct Pairs {
    is_used: Vec<bool>,
    /// Of each new item, the old one.
    old_of: Vec<Option<usize>>,
}

impl Pairs {
    fn new(old: usize, new: usize) -> Self {
        Self {
            is_used: vec![false; old],
            old_of: vec![None; new],
        }
    }

    fn join(&mut self, old: usize, new: usize) {
        self.is_used[old] = true;
        self.old_of[new] = Some(old);
    }

    /// The old and the new items that are not known.
    fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let (olds, news) = (0..self.is_used.len(), 0..self.old_of.len());
        let olds = olds.filter(|at| !self.is_used[*at]);
        let news = news.filter(|number| self.old_of[*number].is_none());
        (olds.collect(), news.collect())
    }

    /// Those that stay: the new places and the old ones.
    fn staying(&self) -> Vec<(usize, usize)> {
        let pairs = self.old_of.iter().enumerate();
        let pairs: Vec<(usize, usize)> = pairs
            .filter_map(|(number, at)| at.map(|at| (number, at)))
            .collect();
        longest_rise(&pairs)
    }

    /// Joins what is left between two that stay.
    fn join_in_place(&mut self, leaves: &Leaves<'_>) {
        let stay = self.staying();
        let ends = [(self.old_of.len(), self.is_used.len())];
        let (mut new_start, mut old_start) = (0, 0);
        for (new_end, old_end) in stay.iter().chain(&ends).copied() {
            let olds: Vec<usize> = (old_start..old_end)
                .filter(|at| !self.is_used[*at])
                .collect();
            let news: Vec<usize> = (new_start..new_end)
                .filter(|number| self.old_of[*number].is_none())
                .collect();
            let is_between = new_start > 0 && old_start > 0 && new_end < self.old_of.len();
            let is_alone = old_end == old_start + 1 && new_end == new_start + 1;
            let found = match (&olds[..], &news[..]) {
                ([old], [new]) if is_between && is_alone => vec![(*old, *new)],
                _ => leaves.in_order(&olds, &news),
            };
            for (old, new) in found {
                self.join(old, new);
            }
            (new_start, old_start) = (new_end + 1, old_end + 1);
        }
    }

    fn from(&self) -> Vec<From> {
        let mut from: Vec<From> = self
            .old_of
            .iter()
            .map(|at| at.map_or(From::New, From::Moved))
            .collect();
        for (number, at) in self.staying() {
            from[number] = From::Stays(at);
        }
        from
    }
}
