//! A site that is edited again and again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::edits::{EDITS, edit};
use crate::numbers::Numbers;
use crate::state::State;

/// After so many edits everything is put back: a site that has lost half its texts tells less.
const AS_IT_WAS: usize = 60;

pub struct Journey {
    pub state: State,
    first: State,
    /// The state before the last edit.
    before: State,
    numbers: Numbers,
    name: &'static str,
    what: String,
    /// The last edits, those left out that were refused.
    history: Vec<String>,
    /// Name of an edit → how often it was made, and how often it was refused.
    counts: BTreeMap<&'static str, (usize, usize)>,
    seed: u64,
}

impl Journey {
    pub fn new(state: State, seed: u64) -> Self {
        Self {
            first: state.clone(),
            before: state.clone(),
            state,
            numbers: Numbers::new(seed),
            name: "",
            what: String::new(),
            history: Vec::new(),
            counts: BTreeMap::new(),
            seed,
        }
    }

    /// Makes the next edit.
    pub fn edit(&mut self, step: usize) {
        self.before = self.state.clone();
        if step % AS_IT_WAS == AS_IT_WAS - 1 {
            self.state = self.first.clone();
            self.history.clear();
            (self.name, self.what) = ("", "everything is put back".to_owned());
        } else {
            (self.name, self.what) = edit(&mut self.state, &mut self.numbers, step);
            self.counts.entry(self.name).or_default().0 += 1;
        }
        self.history
            .push(format!("{step}: {}: {}", self.name, self.what));
    }

    /// The site has errors: the edit is taken back.
    pub fn refuse(&mut self) {
        self.state = self.before.clone();
        self.counts.entry(self.name).or_default().1 += 1;
        if let Some(last) = self.history.last_mut() {
            last.push_str(" (refused)");
        }
    }

    /// Whether nothing but the clock changed.
    pub fn is_time_alone(&self) -> bool {
        self.state.files == self.before.files
            && self.state.drafts == self.before.drafts
            && self.state.base_url == self.before.base_url
    }

    /// What was done since everything was put back.
    pub fn told(&self) -> String {
        let mut text = format!("RIHLA_SEED={}, after\n", self.seed);
        for line in &self.history {
            let _ = writeln!(text, "{line}");
        }
        text
    }
}

impl Drop for Journey {
    /// Says what came of it, also where it ended before its time.
    fn drop(&mut self) {
        let made: usize = self.counts.values().map(|(made, _)| made).sum();
        let refused: usize = self.counts.values().map(|(_, refused)| refused).sum();
        println!(
            "RIHLA_SEED={}: {refused} of {made} edits refused",
            self.seed
        );
        if std::env::var_os("RIHLA_COUNTS").is_some() {
            println!("{:?}", self.counts);
        }
    }
}

/// The outcome of many journeys.
#[derive(Default)]
pub struct Tally {
    counts: BTreeMap<&'static str, (usize, usize)>,
}

impl Tally {
    pub fn add(&mut self, journey: &Journey) {
        for (name, (made, refused)) in &journey.counts {
            let count = self.counts.entry(name).or_default();
            count.0 += made;
            count.1 += refused;
        }
    }

    /// At most a fifth of the edits was refused, and nearly each kind was made and accepted: what
    /// the site has not, or has once, may go without.
    pub fn check(&self, run: &str) {
        let made: usize = self.counts.values().map(|(made, _)| made).sum();
        let refused: usize = self.counts.values().map(|(_, refused)| refused).sum();
        let counts = &self.counts;
        assert!(
            refused * 5 <= made,
            "{run}: {refused} of {made}: {counts:?}"
        );
        let is_accepted = |name: &str| {
            let (made, refused) = counts.get(name).copied().unwrap_or_default();
            made > refused
        };
        let names = EDITS.iter().map(|(name, ..)| *name);
        let missing: Vec<&str> = names.filter(|name| !is_accepted(name)).collect();
        // Few edits need not be all.
        let is_long = made > EDITS.len() * 10;
        assert!(!is_long || missing.len() <= 3, "{run}: none of {missing:?}");
    }
}
