//! Which items of a list are which of another.

use std::collections::{BTreeMap, VecDeque};

use super::super::{Node, Value};
use super::Fresh;
use super::want::said;

/// How many pairs of items between two that stay are compared.
const MOST_COMPARED: usize = 4096;

/// Where an item of a list comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// It was at this place among those that stay, and may be changed inside.
    Stays(usize),
    /// It was at this place, and comes to another.
    Moved(usize),
    /// It was not there.
    New,
}

/// Where each item of a list that is to be comes from. What stays is in order.
pub(super) fn pairs(old: &[Node], new: &[Fresh]) -> Vec<From> {
    let mut places: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (at, item) in old.iter().enumerate() {
        let mut said = String::new();
        node_says(item, &mut said);
        places.entry(said).or_default().push_back(at);
    }
    let equal: Vec<Option<usize>> = new
        .iter()
        .map(|item| {
            let mut said = String::new();
            fresh_says(item, &mut said);
            places.get_mut(&said)?.pop_front()
        })
        .collect();
    let mut is_used = vec![false; old.len()];
    for at in equal.iter().flatten() {
        is_used[*at] = true;
    }
    let stays = longest_rise(&equal);
    let mut from: Vec<From> = equal
        .iter()
        .zip(&stays)
        .map(|(at, stays)| match (at, stays) {
            (Some(at), true) => From::Stays(*at),
            (Some(at), false) => From::Moved(*at),
            (None, _) => From::New,
        })
        .collect();
    // Between two that stay, what is another is paired.
    let mut old_start = 0;
    let mut new_start = 0;
    for number in 0..=new.len() {
        let (old_end, next) = match from.get(number) {
            Some(From::Stays(at)) => (*at, *at + 1),
            Some(_) => continue,
            None => (old.len(), old.len()),
        };
        let olds: Vec<usize> = (old_start..old_end).filter(|at| !is_used[*at]).collect();
        let news: Vec<usize> = (new_start..number)
            .filter(|at| from[*at] == From::New)
            .collect();
        for (old, new) in alike(old, &olds, new, &news) {
            from[new] = From::Stays(old);
        }
        old_start = next;
        new_start = number + 1;
    }
    from
}

/// The longest sequence of places that rise, as a mark for each.
fn longest_rise(places: &[Option<usize>]) -> Vec<bool> {
    // Of the best sequence of each length, its last element.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (number, place) in places.iter().enumerate() {
        if place.is_none() {
            continue;
        }
        let length = tails.partition_point(|tail| places[*tail] < *place);
        before[number] = length.checked_sub(1).map(|last| tails[last]);
        match tails.get_mut(length) {
            Some(tail) => *tail = number,
            None => tails.push(number),
        }
    }
    let mut marks = vec![false; places.len()];
    let mut at = tails.last().copied();
    while let Some(number) = at {
        marks[number] = true;
        at = before[number];
    }
    marks
}

/// Pairs of what is most alike, in order; as many as there can be.
fn alike(old: &[Node], olds: &[usize], new: &[Fresh], news: &[usize]) -> Vec<(usize, usize)> {
    let (height, width) = (olds.len(), news.len());
    if height == 0 || width == 0 {
        return Vec::new();
    }
    if height.saturating_mul(width) > MOST_COMPARED {
        return olds.iter().copied().zip(news.iter().copied()).collect();
    }
    // The best of what is left, from each pair on.
    let at = |row: usize, column: usize| row * (width + 1) + column;
    let mut best = vec![0_usize; (height + 1) * (width + 1)];
    let mut score = vec![0_usize; height * width];
    for row in (0..height).rev() {
        for column in (0..width).rev() {
            let here = likeness(&old[olds[row]], &new[news[column]]);
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

/// How much two items have in common: nothing where they are groups of several fields of which none says the
/// same, since the comments of the one are no remarks on the other; else never nothing, so that one takes
/// the place of the other.
fn likeness(old: &Node, new: &Fresh) -> usize {
    match (&old.value, new) {
        (Value::Map(map), Fresh::Map(entries)) => {
            let shared = entries.iter().filter(|(name, fresh)| {
                map.get(name).is_some_and(|node| {
                    let (mut one, mut other) = (String::new(), String::new());
                    node_says(node, &mut one);
                    fresh_says(fresh, &mut other);
                    one == other
                })
            });
            match shared.count() {
                0 if entries.len() > 1 => 0,
                count => 2 + 4 * count,
            }
        }
        (Value::Scalar(_), Fresh::Plain(_) | Fresh::Text(_)) => 2,
        (Value::List(_), Fresh::List(_)) => 2,
        _ => 1,
    }
}

/// What a value says, in a form that is the same for all that say it.
fn node_says(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push('~'),
        Value::Scalar(scalar) => text_says(&scalar.text, out),
        Value::List(items) => {
            out.push('[');
            items.iter().for_each(|item| node_says(item, out));
            out.push(']');
        }
        Value::Map(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by(|one, other| one.0.name.cmp(&other.0.name));
            out.push('{');
            for (key, node) in entries {
                text_says(&key.name, out);
                node_says(node, out);
            }
            out.push('}');
        }
    }
}

fn fresh_says(fresh: &Fresh, out: &mut String) {
    match fresh {
        Fresh::Plain(text) | Fresh::Text(text) => text_says(&said(text), out),
        Fresh::List(items) => {
            out.push('[');
            items.iter().for_each(|item| fresh_says(item, out));
            out.push(']');
        }
        Fresh::Map(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|(name, fresh)| (said(name), fresh))
                .collect();
            entries.sort_by(|one, other| one.0.cmp(&other.0));
            out.push('{');
            for (name, fresh) in entries {
                text_says(&name, out);
                fresh_says(fresh, out);
            }
            out.push('}');
        }
    }
}

fn text_says(text: &str, out: &mut String) {
    out.push_str(&text.len().to_string());
    out.push(':');
    out.push_str(text);
}
