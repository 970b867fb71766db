//! Limits for what a template does, so that each page comes to an end.
//!
//! Tera counts nothing itself. So that everything that can run away is counted, each template is
//! given to it with filters that stand where the theme has none: around what a loop goes over,
//! around what is assigned, and where a component or an included template begins. What is counted
//! depends on the template and its values alone, never on the machine.
//!
//! Not counted is what one expression does without any of these: a list that holds itself again
//! and again, and is then written into a variable; a filter of Tera over a long text.

mod weave;

use std::cell::Cell;
use std::io;

use tera::{Kwargs, State, Tera, Value};

use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::template as say;
use rihla_site::plan::Page;

pub(super) use weave::Woven;

/// How many steps a page takes at most: rounds of loops, components, included templates, and
/// what is assigned.
const STEPS: usize = 5_000_000;
/// How many bytes a value that is assigned holds at most.
const VALUE: usize = 16 << 20;
/// How many bytes a page holds at most.
const OUTPUT: usize = 64 << 20;
/// How many bytes of a value that is assigned are a step.
const BYTES: usize = 64;

/// Counts the rounds of a loop that goes over a value.
const ROUNDS: &str = "rihla_rounds";
/// Counts what is assigned.
const SIZE: &str = "rihla_size";

/// What was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// [`STEPS`].
    Steps,
    /// [`VALUE`] or [`OUTPUT`], given here.
    Size(usize),
}

impl Limit {
    /// Says so of a page.
    pub(super) fn of(self, page: &Page) -> Diagnostic {
        let (message, limit) = match self {
            Self::Steps => (&say::STEPS, STEPS / 1_000_000),
            Self::Size(size) => (&say::SIZE, size >> 20),
        };
        Diagnostic::new(message)
            .with("page", &page.address)
            .with("limit", limit)
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Steps => write!(out, "more than {} million steps", STEPS / 1_000_000),
            Self::Size(size) => write!(out, "a text of more than {} MiB", size >> 20),
        }
    }
}

thread_local! {
    /// The steps that are left to the render of this thread: Tera gives its filters no state.
    static LEFT: Cell<usize> = const { Cell::new(STEPS) };
    static EXCEEDED: Cell<Option<Limit>> = const { Cell::new(None) };
}

/// Runs a render of this thread, which has all its steps before it.
pub(super) fn bounded<T>(render: impl FnOnce() -> T) -> T {
    LEFT.set(STEPS);
    EXCEEDED.set(None);
    render()
}

/// What made the last render of this thread fail, if a limit did.
pub(super) fn exceeded() -> Option<Limit> {
    EXCEEDED.take()
}

fn fail(limit: Limit) -> String {
    EXCEEDED.set(Some(limit));
    limit.to_string()
}

fn spend(steps: usize) -> tera::TeraResult<()> {
    match LEFT.get().checked_sub(steps) {
        Some(left) => {
            LEFT.set(left);
            Ok(())
        }
        None => Err(tera::Error::message(fail(Limit::Steps))),
    }
}

/// Adds the filters that count.
pub(super) fn register(tera: &mut Tera) {
    let rounds = |value: Value, _: Kwargs, _: &State| {
        spend(1 + value.len().unwrap_or(0))?;
        Ok::<_, tera::Error>(value)
    };
    tera.register_filter(ROUNDS, rounds);
    let size = |value: Value, _: Kwargs, _: &State| {
        let steps = match value.as_str() {
            Some(text) if text.len() > VALUE => {
                return Err(tera::Error::message(fail(Limit::Size(VALUE))));
            }
            Some(text) => text.len() / BYTES,
            None => value.len().unwrap_or(0),
        };
        spend(1 + steps)?;
        Ok(value)
    };
    tera.register_filter(SIZE, size);
}

/// What a template writes, as long as it is not too much.
pub(super) struct Out<'o>(pub(super) &'o mut Vec<u8>);

impl io::Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT {
            return Err(io::Error::other(fail(Limit::Size(OUTPUT))));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use tera::Context;

    use super::*;

    /// Draws a template within the limits.
    fn draw(template: &str) -> Result<String, Limit> {
        let mut tera = Tera::new();
        register(&mut tera);
        let woven = Woven::new(template);
        tera.add_raw_template("a", &woven.text).expect("a template");
        let mut out = Vec::new();
        let drawn = bounded(|| tera.render_to("a", &Context::new(), Out(&mut out)));
        match drawn {
            Ok(()) => Ok(String::from_utf8(out).expect("UTF-8")),
            Err(error) => Err(exceeded().unwrap_or_else(|| panic!("{error}"))),
        }
    }

    #[test]
    fn what_runs_away_is_stopped() {
        let range = "range(end=100000)";
        let double = "{% set s = s ~ s %}".repeat(40);
        let captured = "{% set s %}{{ s }}{{ s }}{% endset %}".repeat(40);
        let lists = "{% set s = [...s, ...s] %}".repeat(40);
        // Each has the next one four times.
        let components: String = (0..15)
            .map(|number| {
                let next = format!("{{{{ <c{}/> }}}}", number + 1).repeat(4);
                format!("{{% component c{number}() %}}{next}{{% endcomponent c{number} %}}")
            })
            .chain(["{% component c15() %}{% endcomponent c15 %}".to_owned()])
            .collect();
        for (template, limit) in [
            (
                format!(
                    "{{% for a in {range} %}}{{% for b in {range} %}}{{% endfor %}}{{% endfor %}}"
                ),
                Limit::Steps,
            ),
            (
                format!(
                    "{{% for a in {range} %}}{{% set x = [b for b in {range}] %}}{{% endfor %}}"
                ),
                Limit::Steps,
            ),
            (
                format!("{{% set s = \"ab\" %}}{double}"),
                Limit::Size(VALUE),
            ),
            (
                format!("{{% set s = \"ab\" %}}{captured}"),
                Limit::Size(VALUE),
            ),
            (format!("{{% set s = [1] %}}{lists}"), Limit::Steps),
            (
                format!(
                    "{{% set s = \"abcdefghijklmnopqrstuvwxyz\" %}}{{% for a in {range} %}}{{% set_global s = s ~ s %}}{{% endfor %}}"
                ),
                Limit::Size(VALUE),
            ),
            (
                "{% set s = \"ab\" %}".to_owned()
                    + &"{% set s = s ~ s %}".repeat(20)
                    + "{% for a in range(end=1000) %}{{ s }}{% endfor %}",
                Limit::Size(OUTPUT),
            ),
            (format!("{components}{{{{ <c0/> }}}}"), Limit::Steps),
        ] {
            assert_eq!(draw(&template), Err(limit), "{template}");
        }
        let few =
            "{% set s = \"a\" %}{% for a in [1, 2] %}{% set_global s = s ~ a %}{% endfor %}{{ s }}";
        assert_eq!(draw(few).as_deref(), Ok("a12"));
    }
}
