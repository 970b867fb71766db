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
    /// Whether a leaf tells an item from all others.
    identify: Vec<bool>,
}

impl<'s> Leaves<'s> {
    pub(super) fn new(old: &'s [Said], new: &'s [Said]) -> Self {
        let mut numbers = BTreeMap::new();
        let of_old: Vec<_> = old.iter().map(|item| leaves(item, &mut numbers)).collect();
        let of_new: Vec<_> = new.iter().map(|item| leaves(item, &mut numbers)).collect();
        let (in_old, in_new) = (
            counts(&of_old, numbers.len()),
            counts(&of_new, numbers.len()),
        );
        let mut identify = vec![false; numbers.len()];
        for ((_, text), number) in &numbers {
            let is_word = !matches!(text.as_str(), "" | "true" | "false");
            identify[*number] = is_word && in_old[*number] == 1 && in_new[*number] == 1;
        }
        Self {
            old,
            new,
            of_old,
            of_new,
            identify,
        }
    }

    /// How many leaves two items have in common, and whether one of them is in no other.
    fn shared(&self, old: usize, new: usize) -> (usize, bool) {
        let (mut olds, mut news) = (&self.of_old[old][..], &self.of_new[new][..]);
        let (mut count, mut identifies) = (0, false);
        while let ([one, olds_left @ ..], [other, news_left @ ..]) = (olds, news) {
            if one == other {
                count += 1;
                identifies |= self.identify[*one];
            }
            if one <= other {
                olds = olds_left;
            }
            if other <= one {
                news = news_left;
            }
        }
        (count, identifies)
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
        let of_olds = olds.len().saturating_mul(self.new.len());
        let of_news = news.len().saturating_mul(self.old.len());
        if of_olds.saturating_add(of_news) > MOST_COMPARED {
            return Vec::new();
        }
        let most_of_new = |new: &usize| {
            let all = 0..self.old.len();
            sole_most(all.map(|old| self.shared(old, *new).0))
        };
        let most_of_news: Vec<usize> = news.iter().map(most_of_new).collect();
        let mut found = Vec::new();
        for old in olds {
            let all = 0..self.new.len();
            let most_of_old = sole_most(all.map(|new| self.shared(*old, new).0));
            for (new, most_of_new) in news.iter().zip(&most_of_news) {
                let (count, identifies) = self.shared(*old, *new);
                let is_sole = count > 1 && count == most_of_old && count == *most_of_new;
                if identifies || is_sole {
                    found.push((Reverse(count), distance(*old, *new), *old, *new));
                }
            }
        }
        found.sort_unstable();
        let (mut are_old, mut are_new) = (vec![false; self.old.len()], vec![false; self.new.len()]);
        found.retain(|(_, _, old, new)| {
            let is_free = !are_old[*old] && !are_new[*new];
            are_old[*old] |= is_free;
            are_new[*new] |= is_free;
            is_free
        });
        found.into_iter().map(|(.., old, new)| (old, new)).collect()
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
        let (count, _) = self.shared(old, new);
        let fields = match (&self.old[old], &self.new[new]) {
            (Said::Map(_), Said::Map(entries)) => entries.len(),
            (Said::Map(_), Said::Part(entries)) => entries.len(),
            (Said::Text(_), Said::Text(_)) | (Said::List(_), Said::List(_)) => 1,
            _ => return 1,
        };
        match count {
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

/// In how many items each leaf is.
fn counts(items: &[Vec<usize>], leaves: usize) -> Vec<usize> {
    let mut counts = vec![0; leaves];
    for item in items {
        let mut last = None;
        for leaf in item {
            counts[*leaf] += usize::from(last != Some(leaf));
            last = Some(leaf);
        }
    }
    counts
}

/// The greatest of some counts, if no other is as great; else more than any is.
fn sole_most(counts: impl Iterator<Item = usize>) -> usize {
    let (mut most, mut is_sole) = (0, false);
    for count in counts {
        if count >= most {
            is_sole = count > most;
            most = count;
        }
    }
    match is_sole {
        true => most,
        false => usize::MAX,
    }
}
