//! A build that keeps what it may keep writes what a clean one writes, to the byte, and says what
//! a clean one says: after random edits of the mission's site, and of a small one in three
//! languages.
//!
//! Each run prints its seed. `RIHLA_SEED=17 cargo test --release --test incremental` makes the same
//! edits again; one that found something is added to `seeds.txt`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

mod edits;
mod in_memory;
mod journey;
mod numbers;
#[cfg(feature = "serve")]
mod on_disk;
mod seeds;
#[cfg(feature = "serve")]
mod single;
mod state;

use rihla::build::cache::{self, BuildCache};
use rihla::build::{LoadCache, Program, Reason};
use rihla_diagnostics::testing;

use in_memory::Pages;
use journey::{Journey, Tally};
use numbers::Numbers;
use seeds::seeds;
use state::{SITE, State, program};

/// Runs all seeds, and looks at what was made of the fixed ones.
fn all(
    run: &str,
    (fixed, edits, few): (&[u64], usize, usize),
    walk: impl Fn(u64, usize) -> Journey,
) {
    let mut tally = Tally::default();
    for seed in seeds(run, fixed, edits, few) {
        let journey = walk(seed.seed, seed.edits);
        if seed.is_fixed {
            tally.add(&journey);
        }
    }
    tally.check(run);
}

#[test]
fn the_mission_after_many_edits() {
    all("mission", (&[2026], 160, 10), |seed, edits| {
        in_memory::run(State::mission(), seed, edits)
    });
}

#[test]
fn three_languages_after_many_edits() {
    all("small", (&[1951, 3], 1_000, 60), |seed, edits| {
        in_memory::run(State::small(), seed, edits)
    });
}

#[cfg(feature = "serve")]
#[test]
fn whole_builds_after_many_edits() {
    all("disk", (&[1987, 11], 80, 8), |seed, edits| {
        on_disk::run(State::small(), seed, edits)
    });
}

#[test]
fn an_odd_cache_is_none() {
    let load = |state: &State| in_memory::load(state, &mut LoadCache::default()).0;
    let state = State::small();
    let site = load(&state).expect("the site is sound");
    let none = BuildCache::none(Reason::First);
    let built = in_memory::draw(&site, &Pages::new(), &none).expect("it renders");
    let bytes = cache::bytes(&site, &built.cached, program());
    let fresh = load(&state).expect("sound");
    let read = |bytes: &[u8]| BuildCache::read(bytes, &fresh, program()).err();
    assert_eq!(read(&[]), Some(Reason::Odd));
    let mut numbers = Numbers::new(7);
    for _ in 0..100 {
        let mut broken = bytes.clone();
        let at = numbers.below(broken.len());
        broken[at] ^= 1 << numbers.below(8);
        assert_eq!(read(&broken), Some(Reason::Odd), "a bit of byte {at}");
        broken = bytes[..at].to_vec();
        assert_eq!(read(&broken), Some(Reason::Odd), "cut at {at}");
    }
    assert_eq!(read(&bytes), None);
    let mut other = state.clone();
    let line = "base_url: \"https://other.example.org/\"\n";
    other.change_line(SITE, "base_url:", |_| line.to_owned());
    let other = load(&other).expect("sound");
    assert_eq!(
        BuildCache::read(&bytes, &other, program()).err(),
        Some(Reason::Configuration)
    );
    // Another component of the program's own.
    let mut files = testing::files("src/builtin").to_vec();
    files[0].1 = "{% component chart() %}{% endcomponent chart %}";
    for other in [
        Program::new("", "", files.leak()),
        Program::new("other", "", testing::files("src/builtin")),
    ] {
        assert_eq!(
            BuildCache::read(&bytes, &site, other).err(),
            Some(Reason::Version)
        );
    }
}
