//! Time passes.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

use crate::numbers::Numbers;
use crate::state::{State, zone};

fn at(state: &mut State, moment: DateTime, seconds: i64) -> Option<String> {
    let moment = zone().to_timestamp(moment).ok()?;
    state.now = moment.checked_add(seconds.seconds()).ok()?;
    Some(format!("it is {}", state.clock(0)))
}

pub fn hours(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let minutes = i64::try_from(1 + numbers.below(300)).ok()?;
    let now = state.clock(minutes);
    at(state, now, 0)
}

/// Around the next midnight.
pub fn midnight(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let day = state.clock(0).date().tomorrow().ok()?;
    let seconds = numbers.of(&[-1, 0, 1])?;
    at(state, day.at(0, 0, 0, 0), *seconds)
}

/// Around a moment that a text names, in the past or to come.
pub fn boundary(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let mut named = Vec::new();
    for path in state.paths("content/", "") {
        for line in state.text(&path).unwrap_or_default().lines() {
            for key in ["publish_at: ", "unpublish_at: ", "deadline: "] {
                if let Some(value) = line.trim_start().strip_prefix(key) {
                    let day = || Some(value.parse::<Date>().ok()?.at(0, 0, 0, 0));
                    named.extend(value.parse::<DateTime>().ok().or_else(day));
                }
            }
        }
    }
    let moment = *numbers.of(&named)?;
    let seconds = numbers.of(&[-1, 0, 1])?;
    at(state, moment, *seconds)
}

pub fn days(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let days = match numbers.once_in(3) {
        true => 1 + numbers.below(400),
        false => 1,
    };
    let now = state.clock(i64::try_from(days).ok()? * 24 * 60);
    at(state, now, 0)
}
