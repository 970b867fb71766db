//! Which items have most in common.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::said::Said;

/// How many pairs of items are compared to find those that were changed and moved.
const MOST_COMPARED: usize = 1 << 20;

/// How many pairs of items between two that stay are compared.
const MOST_IN_GAP: usize = 4096;

/// The scalars in the items of two lists, each with the keys that lead to it: numbers that are the same for
/// what says the same.
pub(super) struct Leaves<'s> {
    old: &'s [Said],
    new: &'s [Said],
    of_old: Vec<Vec<usize>>,
    of_new: Vec<Vec<usize>>,
    /// Of each leaf that is in one old and one new item alone, the old one.
    only_in: Vec<Option<usize>>,
}

impl<'s> Leaves<'s> {
    pub(super) fn new(old: &'s [Said], new: &'s [Said]) -> Self {
        let mut numbers = BTreeMap::new();
        let of_old: Vec<_> = old.iter().map(|item| leaves(item, &mut numbers)).collect();
        let of_new: Vec<_> = new.iter().map(|item| leaves(item, &mut numbers)).collect();
        let (in_old, in_new) = (
            holders(&of_old, numbers.len()),
            holders(&of_new, numbers.len()),
        );
        let mut only_in = vec![None; numbers.len()];
        for ((_, text), leaf) in &numbers {
            let is_word = !matches!(text.as_str(), "" | "true" | "false");
            if let (true, (1, old), (1, _)) = (is_word, in_old[*leaf], in_new[*leaf]) {
                only_in[*leaf] = Some(old);
            }
        }
        Self {
            old,
            new,
            of_old,
            of_new,
            only_in,
        }
    }

    /// How many leaves two items have in common.
    fn shared(&self, old: usize, new: usize) -> usize {
        let (mut olds, mut news) = (&self.of_old[old][..], &self.of_new[new][..]);
        let mut count = 0;
        while let ([one, olds_left @ ..], [other, news_left @ ..]) = (olds, news) {
            count += usize::from(one == other);
            if one <= other {
                olds = olds_left;
            }
            if other <= one {
                news = news_left;
            }
        }
        count
    }

    /// Pairs of items of which one is the other, changed, wherever they stand; those that have most in common
    /// come first, of these the nearest.
    ///
    /// One that shares but what others share too, such as a kind, is not known by it: something in common
    /// must be in no other item, or together they must be more than any other shares with either.
    pub(super) fn changed(
        &self,
        olds: &[usize],
        news: &[usize],
        distance: impl Fn(usize, usize) -> (usize, usize),
    ) -> Vec<(usize, usize)> {
        let (mut is_old, mut is_new) = (vec![false; self.old.len()], vec![false; self.new.len()]);
        olds.iter().for_each(|old| is_old[*old] = true);
        news.iter().for_each(|new| is_new[*new] = true);
        let by_leaf = news.iter().flat_map(|new| {
            let olds = self.of_new[*new].iter();
            olds.filter_map(|leaf| Some((self.only_in[*leaf]?, *new)))
        });
        let mut found: Vec<_> = by_leaf
            .filter(|(old, _)| is_old[*old])
            .chain(self.closest(olds, news))
            .map(|(old, new)| (Reverse(self.shared(old, new)), distance(old, new), old, new))
            .collect();
        found.sort_unstable();
        found.retain(|(_, _, old, new)| {
            let is_left = is_old[*old] && is_new[*new];
            if is_left {
                (is_old[*old], is_new[*new]) = (false, false);
            }
            is_left
        });
        found.into_iter().map(|(.., old, new)| (old, new)).collect()
    }

    /// Pairs of items that have several things in common, each more than any other has with either.
    fn closest(&self, olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
        let of_olds = olds.len().saturating_mul(self.new.len());
        let of_news = news.len().saturating_mul(self.old.len());
        if of_olds.saturating_add(of_news) > MOST_COMPARED {
            return Vec::new();
        }
        let closest_new =
            |old: usize| sole_most((0..self.new.len()).map(|new| self.shared(old, new)));
        let closest_old =
            |new: usize| sole_most((0..self.old.len()).map(|old| self.shared(old, new)));
        let mut is_left = vec![false; self.new.len()];
        news.iter().for_each(|new| is_left[*new] = true);
        let pairs = olds.iter().filter_map(|old| {
            let new = closest_new(*old).filter(|new| is_left[*new])?;
            let is_mutual = closest_old(new) == Some(*old);
            (is_mutual && self.shared(*old, new) > 1).then_some((*old, new))
        });
        pairs.collect()
    }

    /// Pairs of what is most alike, in order; as many as there can be.
    pub(super) fn in_order(&self, olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
        let (height, width) = (olds.len(), news.len());
        if height == 0 || width == 0 {
            return Vec::new();
        }
        if height.saturating_mul(width) > MOST_IN_GAP {
            return olds.iter().copied().zip(news.iter().copied()).collect();
        }
        // The best of what is left, from each pair on.
        let at = |row: usize, column: usize| row * (width + 1) + column;
        let mut best = vec![0_usize; (height + 1) * (width + 1)];
        let mut score = vec![0_usize; height * width];
        for row in (0..height).rev() {
            for column in (0..width).rev() {
                let here = self.likeness(olds[row], news[column]);
                score[row * width + column] = here;
                best[at(row, column)] = (here + best[at(row + 1, column + 1)])
                    .max(best[at(row + 1, column)])
                    .max(best[at(row, column + 1)]);
            }
        }
        let (mut row, mut column) = (0, 0);
        let mut pairs = Vec::new();
        while row < height && column < width {
            let together = score[row * width + column] + best[at(row + 1, column + 1)];
            if together == best[at(row, column)] {
                if score[row * width + column] > 0 {
                    pairs.push((olds[row], news[column]));
                }
                row += 1;
                column += 1;
            } else if best[at(row + 1, column)] == best[at(row, column)] {
                row += 1;
            } else {
                column += 1;
            }
        }
        pairs
    }

    /// How much two items have in common: nothing where they are groups of several fields of which none says
    /// the same, since the comments of the one are no remarks on the other; else never nothing, so that one
    /// takes the place of the other.
    fn likeness(&self, old: usize, new: usize) -> usize {
        let fields = match (&self.old[old], &self.new[new]) {
            (Said::Map(_), Said::Map(entries)) => entries.len(),
            (Said::Map(_), Said::Part(entries)) => entries.len(),
            (Said::Text(_), Said::Text(_)) | (Said::List(_), Said::List(_)) => 1,
            _ => return 1,
        };
        match self.shared(old, new) {
            0 if fields > 1 => 0,
            count => 2 + 4 * count,
        }
    }
}

/// The numbers of the leaves of an item, in order.
fn leaves(item: &Said, numbers: &mut BTreeMap<(String, String), usize>) -> Vec<usize> {
    let mut found = Vec::new();
    item.leaves(&mut String::new(), &mut |way, text| {
        let next = numbers.len();
        let leaf = (way.to_owned(), text.to_owned());
        found.push(*numbers.entry(leaf).or_insert(next));
    });
    found.sort_unstable();
    found
}

/// In how many items each leaf is, and the last of them.
fn holders(items: &[Vec<usize>], leaves: usize) -> Vec<(usize, usize)> {
    let mut holders = vec![(0, 0); leaves];
    for (number, item) in items.iter().enumerate() {
        for leaf in item {
            let (count, last) = &mut holders[*leaf];
            if *count == 0 || *last != number {
                (*count, *last) = (*count + 1, number);
            }
        }
    }
    holders
}

/// The place of the greatest of some counts, if no other is as great.
fn sole_most(counts: impl Iterator<Item = usize>) -> Option<usize> {
    let (mut most, mut place) = (0, None);
    for (number, count) in counts.enumerate() {
        if count >= most {
            place = (count > most).then_some(number);
            most = count;
        }
    }
    place
}
