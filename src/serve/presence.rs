//! Whether anybody looks: how many pages are connected, and since when none is.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The pages that are connected to the program, of the start page and of previews alike.
#[derive(Clone, Debug)]
pub struct Presence(Arc<Mutex<Pages>>);

#[derive(Debug)]
struct Pages {
    count: usize,
    /// When the last one left, or the program began.
    since: Instant,
}

/// A page that is connected, for as long as this is kept.
#[derive(Debug)]
pub struct Visit(Presence);

impl Presence {
    /// Nobody, as of a moment.
    pub fn new(now: Instant) -> Self {
        Self(Arc::new(Mutex::new(Pages {
            count: 0,
            since: now,
        })))
    }

    /// A page connects.
    pub fn enter(&self) -> Visit {
        self.with(|pages| pages.count += 1);
        Visit(self.clone())
    }

    /// For how long no page has been connected; none while one is.
    pub fn empty_for(&self, now: Instant) -> Option<Duration> {
        self.with(|pages| match pages.count {
            0 => Some(now.saturating_duration_since(pages.since)),
            _ => None,
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut Pages) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Default for Presence {
    fn default() -> Self {
        Self::new(Instant::now())
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.0.with(|pages| {
            pages.count -= 1;
            pages.since = Instant::now();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_empty_from_when_the_last_page_left() {
        let begun = Instant::now();
        let presence = Presence::new(begun);
        let later = begun + Duration::from_secs(600);
        assert_eq!(presence.empty_for(later), Some(Duration::from_secs(600)));
        let one = presence.enter();
        let other = presence.clone().enter();
        assert_eq!(presence.empty_for(later), None);
        drop(one);
        assert_eq!(presence.empty_for(later), None);
        drop(other);
        let left = Instant::now();
        let empty = presence.empty_for(left).expect("nobody is there");
        assert!(
            empty <= left - begun,
            "it counts from when the last one left"
        );
    }
}
