//! Where the time of a build goes: the stages of one, as `build` tells of them.
//!
//! ```text
//! cargo bench --bench scale -- 10000 --keep DIR     makes a site
//! cargo bench --bench stages -- DIR                 builds it, and prints each stage
//! cargo bench --bench stages -- DIR --save FILE     reads it again as the preview does, after a line
//!                                                   was added to a text, and prints each stage
//! ```

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a benchmark looks at the clock"
)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use rihla::build::render::Engine;
use rihla::build::trace::Tracked;
use rihla::build::{LoadCache, Options, Program, Progress, build, default_out, load_again};
use rihla::site::source::{Snapshot, Stat};

/// How often a text is saved.
const SAVES: usize = 8;

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
        waiting: false,
        program: Program::new("", "", rihla_diagnostics::testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        cache: std::env::args().any(|argument| argument == "--memory"),
        compress: false,
        commit: None,
        now: jiff::Timestamp::now(),
    };
    let mut after = std::env::args().skip_while(|argument| argument != "--save");
    if let Some(file) = after.nth(1) {
        return save(&options, Path::new(&file));
    }
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
    let written = outcome.written.expect("the site is written");
    println!(
        "{:>9.1} ms  in all: {} of {} pages rendered, {:?}",
        end * 1e3,
        written.rendered.len(),
        written.pages,
        written.summary
    );
}

/// Prints the stages of reading a site again after each of some saves.
fn save(options: &Options, file: &Path) {
    let mut cache = LoadCache::default();
    let mut before: Option<Arc<Snapshot>> = None;
    for number in 0..SAVES {
        let text = std::fs::read_to_string(file).expect("the file");
        std::fs::write(file, format!("{text}\nUne phrase de plus, la {number}e.\n"))
            .expect("the file");
        let start = Instant::now();
        let marks: Mutex<Vec<(String, Instant)>> = Mutex::new(vec![("Looking".into(), start)]);
        let mark = |stage: String| {
            let mut marks = marks.lock().expect("one thread at a time");
            marks.push((stage, Instant::now()));
        };
        let stat = Stat::at(&options.site).unwrap_or_else(|_| panic!("the site can be looked at"));
        mark("Reading".into());
        let (snapshot, mut found) = Snapshot::read_again(stat, before.as_deref())
            .unwrap_or_else(|_| panic!("the site can be read"));
        let snapshot = Arc::new(snapshot);
        let site = load_again(
            &snapshot,
            options,
            &mut cache,
            &|progress| mark(format!("{progress:?}")),
            &mut found,
            &mut None,
        );
        let site = site.unwrap_or_else(|| panic!("the site has errors: {found:?}"));
        mark("Templates".into());
        let engine =
            Engine::new(&Tracked::new(&site)).unwrap_or_else(|_| panic!("the theme has errors"));
        mark(String::new());
        before = Some(snapshot);
        let marks = marks.into_inner().expect("all threads are done");
        let mut line = String::new();
        for pair in marks.windows(2) {
            let took = (pair[1].1 - pair[0].1).as_secs_f64() * 1e3;
            line.push_str(&format!("{} {took:.1}, ", pair[0].0));
        }
        let whole = start.elapsed().as_secs_f64() * 1e3;
        println!("{line}in all {whole:.1} ms");
        drop(engine);
    }
}
