//! The record of the questions that were asked while a page was rendered.
//!
//! A page may be reused as long as every question it asked would be answered the same
//! (verifying traces, as in *Build Systems à la Carte*).

use std::cell::RefCell;

use crate::answer::{Answer, Fingerprint, Question, Site};

/// The questions of a page in the order in which they were first asked, with the fingerprint
/// of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Question and fingerprint.
    pub questions: Vec<(Question, Fingerprint)>,
}

impl Trace {
    /// The first question that would now be answered differently.
    pub fn changed(&self, site: &Site) -> Option<&Question> {
        self.questions
            .iter()
            .find(|(question, fingerprint)| site.answer(question).fingerprint != *fingerprint)
            .map(|(question, _)| question)
    }
}

thread_local! {
    /// A template function has no place of its own for a record: a render never leaves its
    /// thread, and answering never renders, so there is at most one record a thread.
    static RECORD: RefCell<Option<Record>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Record {
    trace: Trace,
    /// The hashes of its questions: a string is often asked for again, and comparing hashes
    /// is cheaper than comparing questions.
    hashes: Vec<u64>,
}

/// Runs `render` and gives what it asked, with its result.
pub fn record<T>(render: impl FnOnce() -> T) -> (T, Trace) {
    /// Puts an end to the record even where `render` panics.
    struct Guard;
    impl Drop for Guard {
        fn drop(&mut self) {
            RECORD.with_borrow_mut(|record| *record = None);
        }
    }
    RECORD.with_borrow_mut(|record| *record = Some(Record::default()));
    let guard = Guard;
    let result = render();
    let record = RECORD.with_borrow_mut(Option::take).unwrap_or_default();
    drop(guard);
    (result, record.trace)
}

/// Asks the site, and notes the question in the record of this thread.
pub fn ask(site: &Site, question: Question) -> Answer {
    let hash = question.hash64();
    let answer = site.answer_hashed(&question, hash);
    RECORD.with_borrow_mut(|record| {
        let Some(record) = record else { return };
        let questions = &mut record.trace.questions;
        let is_known = record
            .hashes
            .iter()
            .zip(questions.iter())
            .any(|(known, (asked, _))| *known == hash && *asked == question);
        if !is_known {
            record.hashes.push(hash);
            questions.push((question, answer.fingerprint));
        }
    });
    answer
}
