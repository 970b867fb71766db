//! Entries by what they refer to: which share the most with another one.
//!
//! Many entries refer to just the same: they are looked at as one group, so that the time for an
//! answer does not grow with their number.

use crate::ids::{ByEntry, CollectionId, EntryId, LanguageId};
use std::collections::BTreeMap;

use super::Graph;

/// Entries of one collection that refer to the same ones, just as often.
#[derive(Debug)]
struct Group {
    collection: CollectionId,
    /// Ordered by rank.
    members: Vec<EntryId>,
}

/// See the module.
#[derive(Debug)]
pub(super) struct Kin {
    groups: Vec<Group>,
    /// Entry → the groups that refer to it.
    referring: ByEntry<Vec<usize>>,
    /// Entry → its rank: the latest first, then by number.
    ranks: ByEntry<usize>,
}

impl Kin {
    fn new(graph: &Graph) -> Self {
        let mut order: Vec<EntryId> = graph.entries.ids().collect();
        order.sort_by_key(|entry| std::cmp::Reverse(graph.entries[*entry].date));
        let mut ranks: ByEntry<usize> = order.iter().map(|_| 0).collect();
        for (rank, entry) in order.iter().enumerate() {
            ranks[*entry] = rank;
        }
        let mut alike: BTreeMap<(CollectionId, Vec<EntryId>), Vec<EntryId>> = BTreeMap::new();
        for entry in order {
            // One that refers to another by several fields shares it once.
            let targets = graph.references(entry).to_vec();
            if !targets.is_empty() {
                let collection = graph.entries[entry].collection;
                alike.entry((collection, targets)).or_default().push(entry);
            }
        }
        let mut groups = Vec::with_capacity(alike.len());
        let mut referring: ByEntry<Vec<usize>> = ranks.iter().map(|_| Vec::new()).collect();
        for ((collection, targets), members) in alike {
            for to in targets {
                referring[to].push(groups.len());
            }
            groups.push(Group {
                collection,
                members,
            });
        }
        Self {
            groups,
            referring,
            ranks,
        }
    }
}

impl Graph {
    /// The entries of the same collection that share the most references with an entry, the most
    /// first, then the latest, as far as its list shows them in a language; `limit` at most.
    pub fn related(&self, entry: EntryId, language: LanguageId, limit: usize) -> Vec<EntryId> {
        let kin = self.kin.get_or_init(|| Kin::new(self));
        let collection = self.entries[entry].collection;
        let mut shared = vec![0; kin.groups.len()];
        let mut touched = Vec::new();
        for to in self.references(entry) {
            for group in &kin.referring[*to] {
                if kin.groups[*group].collection == collection {
                    if shared[*group] == 0 {
                        touched.push(*group);
                    }
                    shared[*group] += 1;
                }
            }
        }
        let most = touched.iter().map(|group| shared[*group]).max();
        let mut found = Vec::new();
        for number in (1..=most.unwrap_or_default()).rev() {
            let wanted = limit.saturating_sub(found.len());
            if wanted == 0 {
                break;
            }
            let of_number = touched.iter().filter(|group| shared[**group] == number);
            let mut next: Vec<EntryId> = of_number
                .flat_map(|group| {
                    let members = kin.groups[*group].members.iter().copied();
                    members
                        .filter(|other| *other != entry && self.entries[*other].is_listed(language))
                        .take(wanted)
                })
                .collect();
            if next.len() > wanted {
                next.select_nth_unstable_by_key(wanted, |other| kin.ranks[*other]);
                next.truncate(wanted);
            }
            next.sort_unstable_by_key(|other| kin.ranks[*other]);
            found.append(&mut next);
        }
        found
    }
}
