//! When files that change are worth reading: not while one is half-written, not for every file
//! of a burst, and otherwise at once.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// What happens to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileEvent {
    /// It is complete: closed after writing, or renamed into its place.
    Complete,
    /// It was made, and may be written.
    Made,
    /// It is being written.
    Writing,
    /// It went away; many editors put another in its place at once.
    Gone,
}

/// How long the waits are.
#[derive(Clone, Copy, Debug)]
pub struct Waits {
    /// For the next piece of a file that is being written.
    pub writing: Duration,
    /// For the first piece of a file that was made.
    pub made: Duration,
    /// For what takes the place of a file that went away.
    pub gone: Duration,
    /// After a reading: what changes so soon is a burst.
    pub calm: Duration,
    /// For the next change in a burst.
    pub burst: Duration,
    /// For the end of a burst.
    pub longest_burst: Duration,
    /// For everything.
    pub longest: Duration,
}

const fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}

impl Waits {
    /// Where the system tells when a file is closed after writing.
    pub const TOLD: Self = Self {
        writing: ms(1500),
        made: ms(100),
        gone: ms(25),
        calm: ms(50),
        burst: ms(25),
        longest_burst: ms(200),
        longest: ms(2000),
    };
    /// Where it tells only that something was written.
    pub const UNTOLD: Self = Self {
        writing: ms(60),
        made: ms(60),
        gone: ms(60),
        ..Self::TOLD
    };
}

/// What has changed since the last reading.
#[derive(Debug)]
pub struct Debouncer {
    waits: Waits,
    /// Files that may still change, each with the moment from which it counts as complete.
    open: BTreeMap<String, Instant>,
    /// When the first and the last change came.
    changed: Option<(Instant, Instant)>,
    /// When the last reading ended.
    read: Option<Instant>,
}

impl Debouncer {
    /// Nothing has changed yet.
    pub fn new(waits: Waits) -> Self {
        Self {
            waits,
            open: BTreeMap::new(),
            changed: None,
            read: None,
        }
    }

    /// Takes note of a change.
    pub fn note(&mut self, path: &str, event: FileEvent, now: Instant) {
        let first = self.changed.map_or(now, |(first, _)| first);
        self.changed = Some((first, now));
        let wait = match event {
            FileEvent::Complete => {
                self.open.remove(path);
                return;
            }
            FileEvent::Made => self.waits.made,
            FileEvent::Writing => self.waits.writing,
            FileEvent::Gone => self.waits.gone,
        };
        let settled = now + wait;
        let known = self
            .open
            .get(path)
            .copied()
            .filter(|_| event == FileEvent::Made);
        let settled = known.map_or(settled, |known| known.max(settled));
        self.open.insert(path.to_owned(), settled);
    }

    /// When to read; `None` where nothing has changed.
    pub fn due(&self) -> Option<Instant> {
        let (first, last) = self.changed?;
        let settled = self.open.values().copied().fold(first, Instant::max);
        let in_burst = self
            .read
            .is_some_and(|read| first.saturating_duration_since(read) < self.waits.calm);
        let quiet = match in_burst {
            true => (last + self.waits.burst).min(first + self.waits.longest_burst),
            false => first,
        };
        Some(settled.max(quiet).min(first + self.waits.longest))
    }

    /// A reading begins: it takes up everything that has changed.
    pub fn reading(&mut self) {
        self.changed = None;
        self.open.clear();
    }

    /// A reading has ended.
    pub fn done(&mut self, now: Instant) {
        self.read = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs through events at their milliseconds, reading whenever it is due (each reading takes
    /// `takes`), and gives the milliseconds at which readings began.
    fn readings(waits: Waits, takes: u64, events: &[(u64, &str, FileEvent)]) -> Vec<u64> {
        let start = Instant::now();
        let mut debouncer = Debouncer::new(waits);
        let mut events = events.iter().peekable();
        let (mut found, mut busy) = (Vec::new(), None);
        for at in 0..10_000 {
            let now = start + ms(at);
            while let Some((_, path, event)) = events.next_if(|(when, ..)| *when <= at) {
                debouncer.note(path, *event, now);
            }
            if busy.is_some_and(|until| until <= at) {
                busy = None;
                debouncer.done(now);
            }
            if busy.is_none() && debouncer.due().is_some_and(|due| due <= now) {
                debouncer.reading();
                found.push(at);
                busy = Some(at + takes);
            }
        }
        found
    }

    use FileEvent::{Complete, Gone, Made, Writing};

    #[test]
    fn a_save_is_read_at_once() {
        let save = [(0, "a", Writing), (1, "a", Writing), (3, "a", Complete)];
        assert_eq!(readings(Waits::TOLD, 5, &save), [3]);
        let renamed = [(7, "a", Complete)];
        assert_eq!(readings(Waits::TOLD, 5, &renamed), [7]);
    }

    #[test]
    fn an_editor_that_moves_the_old_file_away_is_waited_for() {
        let save = [
            (0, "a", Gone),
            (4, "a", Made),
            (5, "a", Writing),
            (6, "a", Complete),
        ];
        assert_eq!(readings(Waits::TOLD, 5, &save), [6]);
        assert_eq!(readings(Waits::TOLD, 5, &[(0, "a", Gone)]), [25]);
    }

    #[test]
    fn a_half_written_file_is_waited_for() {
        let slow = [
            (0, "a", Made),
            (1, "a", Writing),
            (900, "a", Writing),
            (1800, "a", Complete),
        ];
        assert_eq!(readings(Waits::TOLD, 5, &slow), [1800]);
        // Another file in the meantime waits too, but nothing waits for ever.
        let endless: Vec<(u64, &str, FileEvent)> =
            (0..50).map(|piece| (piece * 100, "a", Writing)).collect();
        assert_eq!(readings(Waits::TOLD, 5, &endless), [2000, 4100, 6200]);
        // A link to a file is made and never written.
        assert_eq!(readings(Waits::TOLD, 5, &[(0, "a", Made)]), [100]);
    }

    #[test]
    fn a_burst_is_read_a_few_times() {
        let burst: Vec<(u64, &str, FileEvent)> = (0..50).map(|at| (at, "a", Complete)).collect();
        assert_eq!(readings(Waits::TOLD, 5, &burst), [0, 74]);
        let slow: Vec<(u64, &str, FileEvent)> =
            (0..50).map(|at| (at * 20, "a", Complete)).collect();
        let found = readings(Waits::TOLD, 5, &slow);
        assert!(found.len() <= 7, "{found:?}");
        assert!(found.last() >= Some(&980), "{found:?}");
        // Two saves with a pause between them are no burst.
        let two = [(0, "a", Complete), (60, "a", Complete)];
        assert_eq!(readings(Waits::TOLD, 5, &two), [0, 60]);
    }

    #[test]
    fn what_comes_during_a_reading_is_read_after_it() {
        let during = [(0, "a", Complete), (300, "b", Complete)];
        assert_eq!(readings(Waits::TOLD, 400, &during), [0, 400]);
    }

    #[test]
    fn where_nobody_tells_that_a_file_is_closed() {
        let save = [(0, "a", Writing), (20, "a", Writing)];
        assert_eq!(readings(Waits::UNTOLD, 5, &save), [80]);
    }

    proptest::proptest! {
        /// Every change is followed by a reading that begins no earlier, and within the
        /// longest wait and one reading.
        #[test]
        fn no_change_is_lost(changes in proptest::collection::vec((0_u64..3000, 0_usize..3, 0_usize..4), 1..40), takes in 1_u64..200) {
            let mut events: Vec<(u64, &str, FileEvent)> = changes
                .iter()
                .map(|(at, path, event)| (*at, ["a", "b", "c"][*path], [Complete, Made, Writing, Gone][*event]))
                .collect();
            events.sort_by_key(|(at, ..)| *at);
            let found = readings(Waits::TOLD, takes, &events);
            for (at, ..) in &events {
                let next = found.iter().find(|read| *read >= at);
                proptest::prop_assert!(next.is_some_and(|next| *next <= at + 2000 + takes), "{at}: {found:?}");
            }
            proptest::prop_assert!(found.len() <= events.len());
        }
    }
}
