//! The record of the questions that were asked while a page was rendered.
//!
//! A page may be reused as long as every question it asked would be answered the same
//! (verifying traces, as in *Build Systems à la Carte*).

use std::cell::RefCell;

use crate::answer::{Answer, Fingerprint, Question, Site};

/// The questions of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Those that many pages ask, by [their numbers](Site::answer_numbered), each once, in the
    /// order in which they were first asked.
    pub shared: Vec<u32>,
    /// The others in the order in which they were asked, with the fingerprints of the answers.
    pub own: Vec<(Question, Fingerprint)>,
}

thread_local! {
    /// A template function has no place of its own for a record: a render never leaves its
    /// thread, and answering never renders, so there is at most one record a thread.
    static RECORD: RefCell<Option<Trace>> = const { RefCell::new(None) };
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
    RECORD.with_borrow_mut(|record| *record = Some(Trace::default()));
    let guard = Guard;
    let result = render();
    let trace = RECORD.with_borrow_mut(Option::take).unwrap_or_default();
    drop(guard);
    (result, trace)
}

/// Asks the site, and notes the question in the record of this thread.
pub fn ask(site: &Site, question: Question) -> Answer {
    let (answer, number) = site.answer_numbered(&question);
    RECORD.with_borrow_mut(|record| {
        let Some(trace) = record else { return };
        match number {
            Some(number) if trace.shared.contains(&number) => {}
            Some(number) => trace.shared.push(number),
            None => trace.own.push((question, answer.fingerprint)),
        }
    });
    answer
}
