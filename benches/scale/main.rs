//! What a big site costs: a generated site of two languages is built cold, then again after each of
//! some edits, and compared with `cp -r` of its own output in the same run.
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
/// The same where each takes long.
const FEW_RUNS: usize = 3;
/// After this a file counts as one that is not being written.
const SETTLED: Duration = Duration::from_secs(4);

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

/// Changes a site; the number of the run makes the change another one.
type Edit = fn(&Path, usize);

/// What is done to a site before it is built again.
const EDITS: [(&str, Edit); 4] = [
    ("nothing changed", |_, _| ()),
    ("one text edited", |site, run| {
        let file = newest(site);
        let text = fs::read_to_string(&file).expect("an item");
        fs::write(file, format!("{text}\nUne phrase de plus, la {run}e.\n")).expect("an item");
    }),
    ("newest title edited", |site, run| {
        let file = newest(site);
        let text = fs::read_to_string(&file).expect("an item");
        // The address stays: the ledger has it.
        let text = text.replacen("title: \"", &format!("title: \"{run} "), 1);
        fs::write(file, text).expect("an item");
    }),
    ("template edited", |site, run| {
        let file = site.join("themes/bench/templates/news.html");
        let text = fs::read_to_string(&file).expect("a template");
        let text = text.replacen("<header", &format!("<!-- {run} --><header"), 1);
        fs::write(file, text).expect("a template");
    }),
];

/// The French text of the news item with the latest date.
fn newest(site: &Path) -> PathBuf {
    let files = fs::read_dir(site.join("content/news")).expect("the news");
    let files = files.flatten().map(|entry| entry.path());
    let dated = files.filter_map(|path| {
        let name = path.file_name()?.to_str()?;
        name.ends_with(".fr.md").then_some(())?;
        let text = fs::read_to_string(&path).ok()?;
        let date = text.lines().find_map(|line| line.strip_prefix("date: "))?;
        Some((date.to_owned(), path))
    });
    dated.max().expect("an item").1
}

fn measure(folder: &Path, pages: usize) {
    let site = folder.join("site");
    generate(&site, pages);
    let out = site.join("public");
    let runs = if pages > 20_000 { FEW_RUNS } else { RUNS };
    let mut build = Command::new(env!("CARGO_BIN_EXE_rihla"));
    build
        .args(["build", "--quiet", "--record", "--site"])
        .arg(&site);
    let mut copy = Command::new("cp");
    copy.arg("-r").arg(&out).arg(folder.join("copy"));
    let (mut cold, mut copies, mut peaks) = (Vec::new(), Vec::new(), [0; EDITS.len() + 1]);
    let mut edited: [Vec<Duration>; EDITS.len()] = Default::default();
    for number in 0..runs {
        // What was written a moment ago may be written again without its time telling.
        std::thread::sleep(SETTLED);
        for gone in [&out, &site.join(".rihla"), &folder.join("copy")] {
            let _ = fs::remove_dir_all(gone);
        }
        let (wall, memory) = run(&mut build);
        cold.push(wall);
        peaks[0] = memory.max(peaks[0]);
        copies.push(run(&mut copy).0);
        let edits = EDITS.iter().zip(&mut edited).zip(&mut peaks[1..]);
        for (((_, edit), times), peak) in edits {
            edit(&site, number);
            let (wall, memory) = run(&mut build);
            times.push(wall);
            *peak = memory.max(*peak);
        }
    }
    let (files, bytes) = size(&out);
    let (cold, copy) = (median(cold), median(copies));
    println!(
        "{pages} pages asked, {files} files, {:.0} MB, cp -r {:.3} s, {:.0} files/s cold",
        bytes as f64 / 1e6,
        copy.as_secs_f64(),
        files as f64 / cold.as_secs_f64(),
    );
    println!("\n| build | time | × `cp -r` | × cold | peak memory |");
    println!("|---|---|---|---|---|");
    let names = EDITS.iter().map(|(name, _)| *name);
    let times = edited.into_iter().map(median);
    let rows = std::iter::once(("cold", cold)).chain(names.zip(times));
    for ((name, time), peak) in rows.zip(peaks) {
        println!(
            "| {name} | {:.3} s | {:.2} | {:.2} | {:.0} MB |",
            time.as_secs_f64(),
            time.as_secs_f64() / copy.as_secs_f64(),
            time.as_secs_f64() / cold.as_secs_f64(),
            peak as f64 / 1e6,
        );
    }
    println!();
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
