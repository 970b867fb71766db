//! What a tree is to be: its values, where they stay, and others.

use std::borrow::Cow;

use super::super::{Map, Node, Value};
use super::pair::{From, pairs};
use super::said::said;
use super::{Change, Fresh, Step, Stuck};
use crate::url::composed;

/// How a scalar that is written anew is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Text,
}

/// A value as it is to be.
#[derive(Debug)]
pub(super) enum Want<'n> {
    /// As it is.
    Kept(&'n Node),
    /// Nothing: the file has no value any more.
    Null,
    /// Taken away; none is left when all changes are made.
    Gone,
    Scalar(String, Kind),
    List(Vec<(From, Want<'n>)>),
    Map(Vec<(Cow<'n, str>, Want<'n>)>),
}

/// A tree with changes.
pub(super) fn changed<'n>(
    root: &'n Node,
    entry: &[Step],
    changes: &[Change],
    order: &[&str],
) -> Result<Want<'n>, Stuck> {
    let mut want = Want::Kept(root);
    for change in changes {
        let way: Vec<&Step> = entry.iter().chain(&change.way).collect();
        // At the entry, keys have an order.
        let depth = entry.len();
        apply(&mut want, Some(root), &way, &change.to, (depth, order))?;
    }
    // What is left empty goes; an entry that nothing is left of would no longer be one.
    if want.prune() {
        want = Want::Null;
    }
    if !entry.is_empty() && !want.leads(entry) {
        return Err(Stuck::Astray);
    }
    Ok(want)
}

/// Makes one change. The depth is that of the way.
fn apply<'n>(
    want: &mut Want<'n>,
    old: Option<&'n Node>,
    way: &[&Step],
    to: &Option<Fresh>,
    (depth, order): (usize, &[&str]),
) -> Result<(), Stuck> {
    let Some((step, rest)) = way.split_first() else {
        *want = match to {
            Some(fresh) => wanted(fresh, old)?,
            None => Want::Gone,
        };
        return Ok(());
    };
    let deeper = (depth.wrapping_sub(1), order);
    let is_nothing = match want {
        Want::Kept(node) => node.value == Value::Null,
        Want::Null | Want::Gone => true,
        Want::Scalar(..) | Want::List(_) | Want::Map(_) => false,
    };
    if is_nothing && to.is_none() {
        return Ok(());
    }
    want.open(step);
    match (step, want) {
        (Step::Key(name), Want::Map(entries)) => {
            let name: Cow<'_, str> = Cow::Owned(composed(name).into_owned());
            let old = match old.map(|node| &node.value) {
                Some(Value::Map(map)) => map.get(&name),
                _ => None,
            };
            let found = entries.iter().position(|(other, _)| *other == name);
            let at = match found {
                Some(at) => at,
                None if to.is_none() => return Ok(()),
                None => {
                    let order = if depth == 0 { order } else { &[] };
                    let names = entries.iter().map(|(name, _)| name.as_ref());
                    let at = place(&names.collect::<Vec<_>>(), &name, order);
                    entries.insert(at, (name, Want::Gone));
                    at
                }
            };
            apply(&mut entries[at].1, old, rest, to, deeper)
        }
        (Step::Item(number), Want::List(items)) => {
            let old = match old.map(|node| &node.value) {
                Some(Value::List(items)) => items.get(*number),
                _ => None,
            };
            if *number >= items.len() && to.is_none() {
                return Ok(());
            }
            if *number == items.len() {
                items.push((From::New, Want::Gone));
            }
            let (_, item) = items.get_mut(*number).ok_or(Stuck::Astray)?;
            apply(item, old, rest, to, deeper)
        }
        _ => Err(Stuck::Astray),
    }
}

/// Where a key goes among others.
pub(super) fn place(names: &[&str], name: &str, order: &[&str]) -> usize {
    let Some(declared) = order.iter().position(|other| *other == name) else {
        return names.len();
    };
    let found = |other: &&str| names.iter().position(|name| name == other);
    let earlier = order[..declared].iter().rev().find_map(found);
    let later = || order[declared + 1..].iter().find_map(found);
    earlier
        .map(|at| at + 1)
        .or_else(later)
        .unwrap_or(names.len())
}

/// A value as it is to be in the place of one that is there.
fn wanted<'n>(fresh: &Fresh, old: Option<&'n Node>) -> Result<Want<'n>, Stuck> {
    Ok(match (fresh, old.map(|node| (node, &node.value))) {
        (Fresh::Plain(text) | Fresh::Text(text), found) => {
            let text = said(text);
            match found {
                Some((node, Value::Scalar(scalar))) if scalar.text == text => Want::Kept(node),
                _ => Want::Scalar(
                    text,
                    match fresh {
                        Fresh::Plain(_) => Kind::Plain,
                        _ => Kind::Text,
                    },
                ),
            }
        }
        (Fresh::List(items), found) => {
            let old: &'n [Node] = match found {
                Some((_, Value::List(old))) => old,
                _ => &[],
            };
            let mut wants = Vec::with_capacity(items.len());
            for (fresh, from) in items.iter().zip(pairs(old, items)) {
                let want = match from {
                    From::Stays(at) | From::Moved(at) => wanted(fresh, Some(&old[at]))?,
                    From::New => wanted(fresh, None)?,
                };
                wants.push((from, want));
            }
            let are_kept = wants.iter().enumerate().all(|(at, (from, want))| {
                *from == From::Stays(at) && matches!(want, Want::Kept(_))
            });
            match found {
                Some((node, Value::List(_))) if are_kept && old.len() == wants.len() => {
                    Want::Kept(node)
                }
                _ => Want::List(wants),
            }
        }
        (Fresh::Map(entries), _) => {
            let entries = entries
                .iter()
                .map(|(name, fresh)| (said(name), Some(fresh)));
            wanted_map(&entries.collect::<Vec<_>>(), true, old)?
        }
        (Fresh::Part(entries), _) => {
            let entries = entries
                .iter()
                .map(|(name, fresh)| (said(name), fresh.as_ref()));
            wanted_map(&entries.collect::<Vec<_>>(), false, old)?
        }
    })
}

/// A map as it is to be, of which these keys are told: all that it has, or else others stay.
fn wanted_map<'n>(
    told: &[(String, Option<&Fresh>)],
    is_whole: bool,
    old: Option<&'n Node>,
) -> Result<Want<'n>, Stuck> {
    let map = match old.map(|node| &node.value) {
        Some(Value::Map(map)) => Some(map),
        _ => None,
    };
    let order: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Stuck::Astray);
    }
    let mut entries: Vec<(Cow<'n, str>, Want<'n>)> = Vec::with_capacity(told.len());
    let mut is_kept = map.is_some();
    for (key, old) in map.into_iter().flat_map(Map::iter) {
        let want = match told.iter().find(|(name, _)| *name == key.name) {
            Some((_, Some(fresh))) => wanted(fresh, Some(old))?,
            None if !is_whole => Want::Kept(old),
            _ => {
                is_kept = false;
                continue;
            }
        };
        is_kept &= matches!(want, Want::Kept(_));
        entries.push((Cow::Owned(key.name.clone()), want));
    }
    for (name, fresh) in told {
        let Some(fresh) = fresh.filter(|_| entries.iter().all(|(other, _)| other != name)) else {
            continue;
        };
        is_kept = false;
        let at = {
            let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_ref()).collect();
            place(&names, name, &order)
        };
        entries.insert(at, (Cow::Owned(name.clone()), wanted(fresh, None)?));
    }
    Ok(match old {
        Some(node) if is_kept => Want::Kept(node),
        // What is taken out of it leaves nothing.
        _ if entries.is_empty() && !told.is_empty() => Want::Gone,
        _ => Want::Map(entries),
    })
}

impl<'n> Want<'n> {
    /// Makes a value that is kept one whose parts can be changed; of nothing, what a step leads through.
    fn open(&mut self, step: &Step) {
        *self = match self {
            Self::Kept(node) => match &node.value {
                Value::Map(map) => {
                    let entries = map.iter();
                    let kept =
                        entries.map(|(key, node)| (Cow::Borrowed(&*key.name), Self::Kept(node)));
                    Self::Map(kept.collect())
                }
                Value::List(items) => {
                    let items = items.iter().enumerate();
                    let kept = items.map(|(at, node)| (From::Stays(at), Self::Kept(node)));
                    Self::List(kept.collect())
                }
                Value::Null => Self::empty(step),
                Value::Scalar(_) => return,
            },
            Self::Null | Self::Gone => Self::empty(step),
            Self::Scalar(..) | Self::List(_) | Self::Map(_) => return,
        };
    }

    fn empty(step: &Step) -> Self {
        match step {
            Step::Key(_) => Self::Map(Vec::new()),
            Step::Item(_) => Self::List(Vec::new()),
        }
    }

    /// Takes out what is gone, and what is left empty by that; tells whether this is.
    fn prune(&mut self) -> bool {
        match self {
            Self::Gone => true,
            Self::Kept(_) | Self::Null | Self::Scalar(..) => false,
            Self::List(items) => {
                let count = items.len();
                items.retain_mut(|(_, item)| !item.prune());
                items.is_empty() && count > 0
            }
            Self::Map(entries) => {
                let count = entries.len();
                entries.retain_mut(|(_, entry)| !entry.prune());
                entries.is_empty() && count > 0
            }
        }
    }

    /// Whether a way still leads somewhere.
    fn leads(&self, way: &[Step]) -> bool {
        let Some((step, rest)) = way.split_first() else {
            return true;
        };
        match (self, step) {
            (Self::Kept(_), _) => true,
            (Self::Map(entries), Step::Key(name)) => entries
                .iter()
                .any(|(other, want)| other == name && want.leads(rest)),
            (Self::List(items), Step::Item(number)) => items
                .iter()
                .any(|(from, want)| *from == From::Stays(*number) && want.leads(rest)),
            _ => false,
        }
    }

    /// Whether it is a list or a map of nothing.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
            Self::Kept(_) | Self::Null | Self::Gone | Self::Scalar(..) => false,
        }
    }

    /// Whether nothing in it is another than in what is there.
    pub(super) fn is_kept(&self, old: &Node) -> bool {
        match (self, &old.value) {
            (Self::Kept(node), _) => std::ptr::eq(*node, old),
            (Self::Scalar(text, _), Value::Scalar(scalar)) => scalar.text == *text,
            (Self::List(wants), Value::List(items)) => {
                let are_all = wants.len() == items.len();
                are_all
                    && wants
                        .iter()
                        .zip(items)
                        .enumerate()
                        .all(|(at, ((from, want), item))| {
                            *from == From::Stays(at) && want.is_kept(item)
                        })
            }
            (Self::Map(wants), Value::Map(map)) => {
                let are_all = wants.len() == map.iter().count();
                are_all
                    && wants
                        .iter()
                        .zip(map.iter())
                        .all(|((name, want), (key, node))| *name == key.name && want.is_kept(node))
            }
            _ => false,
        }
    }

    /// Whether what was read is this.
    pub(super) fn is_said_by(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Self::Kept(kept), _) => is_same(kept, node),
            (Self::Null, Value::Null) => true,
            (Self::Scalar(text, _), Value::Scalar(scalar)) => scalar.text == *text,
            (Self::List(wants), Value::List(items)) => {
                wants.len() == items.len()
                    && wants
                        .iter()
                        .zip(items)
                        .all(|((_, want), item)| want.is_said_by(item))
            }
            (Self::Map(wants), Value::Map(map)) => {
                wants.len() == map.iter().count()
                    && wants
                        .iter()
                        .zip(map.iter())
                        .all(|((name, want), (key, node))| {
                            *name == key.name && want.is_said_by(node)
                        })
            }
            _ => false,
        }
    }
}

/// Whether two values say the same, their keys in one order.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(one), Value::Scalar(other)) => one.text == other.text,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| is_same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.iter().count() == other.iter().count()
                && one
                    .iter()
                    .zip(other.iter())
                    .all(|(one, other)| one.0.name == other.0.name && is_same(one.1, other.1))
        }
        _ => false,
    }
}
