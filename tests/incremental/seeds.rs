//! Which edits are tried: some always, those that found something once, and new ones.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::numbers::Numbers;

/// Seeds that found something: see there.
const FOUND: &str = include_str!("seeds.txt");

/// How many edits of a site, and from which numbers they follow.
pub struct Seed {
    pub seed: u64,
    pub edits: usize,
    /// Whether it is the same each time.
    pub is_fixed: bool,
}

/// What a run tries: `fixed` seeds with so many edits each, in a release build; in a debug
/// build, which is twenty times slower, `few` edits of the first seed. With `RIHLA_SEED`, all edits
/// of that seed and nothing else.
pub fn seeds(run: &str, fixed: &[u64], edits: usize, few: usize) -> Vec<Seed> {
    let of = |seed, edits, is_fixed| Seed {
        seed,
        edits,
        is_fixed,
    };
    if let Ok(asked) = std::env::var("RIHLA_SEED") {
        let seed = asked.parse().expect("RIHLA_SEED is a number");
        return vec![of(seed, edits, false)];
    }
    let most = if cfg!(debug_assertions) { few } else { edits };
    let mut all: Vec<Seed> = fixed.iter().map(|seed| of(*seed, most, true)).collect();
    if cfg!(debug_assertions) {
        all.truncate(1);
        return all;
    }
    for line in FOUND.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        if words.next() == Some(run) {
            let seed = words.next().and_then(|seed| seed.parse().ok());
            let edits = words.next().and_then(|edits| edits.parse().ok());
            all.push(of(seed.expect("a seed"), edits.expect("edits"), false));
        }
    }
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let nanoseconds = since.map_or(0, |since| since.as_nanos() as u64);
    let seed = Numbers::new(nanoseconds).below(1 << 30) as u64;
    println!("{run}: new edits from RIHLA_SEED={seed}, which repeats them");
    all.push(of(seed, edits, false));
    all
}
