//! What a big site costs: a generated site of two languages is built, and compared with `cp -r`
//! of its own output in the same run.
//!
//! ```text
//! cargo bench --bench scale                 1,000 and 10,000 pages
//! cargo bench --bench scale -- 100000       as many pages as you say
//! cargo bench --bench scale -- 10000 --keep DIR   leaves the site in DIR
//! ```
//!
//! It runs in `/dev/shm` where there is one, since the same copy on a shared disk has taken from
//! one to thirteen seconds. Peak memory is read from `/proc` while the program runs.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

mod generate;

use generate::generate;

/// Runs of each measurement; the median is printed.
const RUNS: usize = 5;

/// Wall time, and the peak of the resident memory in bytes.
fn run(command: &mut Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        if let Ok(Some(ended)) = child.try_wait() {
            break ended;
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line
            .and_then(|line| line.split_whitespace().next())
            .and_then(|number| number.parse::<u64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0) * 1024);
        std::thread::sleep(Duration::from_millis(2));
    };
    let wall = start.elapsed();
    assert!(ended.success(), "{command:?} failed");
    (wall, peak)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// How many files lie in a folder, and how many bytes they hold.
fn size(folder: &Path) -> (usize, u64) {
    let mut total = (0, 0);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let (files, bytes) = if path.is_dir() {
            size(&path)
        } else {
            (1, entry.metadata().map_or(0, |data| data.len()))
        };
        total = (total.0 + files, total.1 + bytes);
    }
    total
}

fn measure(folder: &Path, pages: usize) {
    let site = folder.join("site");
    generate(&site, pages);
    let out = site.join("public");
    let (mut cold, mut again, mut copies, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..RUNS {
        for gone in [&out, &site.join(".rihla"), &folder.join("copy")] {
            let _ = fs::remove_dir_all(gone);
        }
        let mut build = Command::new(env!("CARGO_BIN_EXE_rihla"));
        build.args(["build", "--quiet", "--site"]).arg(&site);
        let (wall, memory) = run(&mut build);
        cold.push(wall);
        peak = peak.max(memory);
        again.push(run(&mut build).0);
        let mut copy = Command::new("cp");
        copy.arg("-r").arg(&out).arg(folder.join("copy"));
        copies.push(run(&mut copy).0);
    }
    let (files, bytes) = size(&out);
    let (cold, again, copy) = (median(cold), median(again), median(copies));
    let ratio = |time: Duration| time.as_secs_f64() / copy.as_secs_f64();
    println!(
        "{pages:>7} pages asked, {files} files, {:.0} MB",
        bytes as f64 / 1e6
    );
    println!(
        "  cold build     {:>8.3} s   {:>5.2} × cp -r   {:>7.0} files/s   {:>5.0} MB peak",
        cold.as_secs_f64(),
        ratio(cold),
        files as f64 / cold.as_secs_f64(),
        peak as f64 / 1e6
    );
    println!(
        "  nothing changed{:>8.3} s   {:>5.2} × cp -r",
        again.as_secs_f64(),
        ratio(again)
    );
    println!("  cp -r          {:>8.3} s", copy.as_secs_f64());
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let keep = arguments
        .iter()
        .position(|argument| argument == "--keep")
        .and_then(|at| arguments.get(at + 1));
    let mut sizes: Vec<usize> = arguments
        .iter()
        .filter_map(|size| size.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    if let Some(folder) = keep {
        generate(Path::new(folder), sizes[0]);
        return;
    }
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    }
    .expect("a temporary folder");
    for size in sizes {
        measure(folder.path(), size);
        let _ = fs::remove_dir_all(folder.path().join("site"));
    }
}
