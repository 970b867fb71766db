//! Where the time of a build goes: the stages of one, as `build` tells of them.
//!
//! ```text
//! cargo bench --bench scale -- 10000 --keep DIR     makes a site
//! cargo bench --bench stages -- DIR                 builds it, and prints each stage
//! ```

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a benchmark looks at the clock"
)]

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

use rihla::build::{Options, Progress, build, default_out};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let Some(site) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'))
    else {
        println!("say which site: cargo bench --bench stages -- DIR");
        return;
    };
    let site = PathBuf::from(site);
    let options = Options {
        out: default_out(&site),
        site,
        force: false,
        locked: true,
        drafts: false,
        at: None,
        base_url: None,
        deny_warnings: false,
        memory: std::env::args().any(|argument| argument == "--memory"),
        compress: false,
        commit: None,
        now: jiff::Timestamp::now(),
    };
    let start = Instant::now();
    let marks: Mutex<Vec<(Progress, f64)>> = Mutex::default();
    let outcome = build(&options, &|progress| {
        if !matches!(progress, Progress::Rendering(1.., _)) {
            let mut marks = marks.lock().expect("one thread at a time");
            marks.push((progress, start.elapsed().as_secs_f64()));
        }
    });
    let end = start.elapsed().as_secs_f64();
    let marks = marks.into_inner().expect("all threads are done");
    let ends = marks.iter().skip(1).map(|(_, at)| *at).chain([end]);
    for ((stage, began), ended) in marks.iter().zip(ends) {
        println!("{:>9.1} ms  {stage:?}", (ended - began) * 1e3);
    }
    println!("{:>9.1} ms  in all: {:?}", end * 1e3, outcome.written);
}
