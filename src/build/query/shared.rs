//! Answers that several pages ask for.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Answer, Query};

/// A cached answer, with its query.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) query: Query,
    pub(super) answer: Answer,
    /// Whether something in the site asks it, and not only what is cached from another build.
    pub(super) is_asked: AtomicBool,
}

/// Cached answers, by number.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) list: Vec<Common>,
    /// Hash of a query → numbers.
    by_hash: BTreeMap<u64, Vec<u32>>,
}

impl Shared {
    pub(super) fn find(&self, hash: u64, query: &Query, is_asked: bool) -> Option<(Answer, u32)> {
        self.by_hash.get(&hash)?.iter().find_map(|number| {
            let common = self
                .list
                .get(*number as usize)
                .filter(|common| common.query == *query)?;
            if is_asked {
                common.is_asked.store(true, Ordering::Relaxed);
            }
            Some((common.answer.clone(), *number))
        })
    }

    pub(super) fn add(
        &mut self,
        hash: u64,
        query: &Query,
        answer: Answer,
        is_asked: bool,
    ) -> (Answer, Option<u32>) {
        // Another thread may have been quicker.
        if let Some((answer, number)) = self.find(hash, query, is_asked) {
            return (answer, Some(number));
        }
        let Ok(number) = u32::try_from(self.list.len()) else {
            return (answer, None);
        };
        self.list.push(Common {
            query: query.clone(),
            answer: answer.clone(),
            is_asked: is_asked.into(),
        });
        self.by_hash.entry(hash).or_default().push(number);
        (answer, Some(number))
    }
}
