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

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs of each measurement; the median is printed.
const RUNS: usize = 5;
/// Words of an item's text.
const WORDS: usize = 450;

/// A small generator of numbers: the same site on every machine.
struct Numbers(u64);

impl Numbers {
    /// A number below `limit` (Knuth's MMIX generator, high bits).
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}

const FRENCH: &[&str] = &[
    "la",
    "mission",
    "accompagne",
    "les",
    "migrants",
    "vers",
    "une",
    "réintégration",
    "durable",
    "à",
    "Rabat",
    "avec",
    "des",
    "partenaires",
    "publics",
    "et",
    "associatifs",
    "pour",
    "l'accès",
    "aux",
    "soins",
    "formation",
    "emploi",
    "région",
    "Oriental",
    "jeunesse",
    "protection",
    "gouvernance",
    "été",
    "données",
];
const ENGLISH: &[&str] = &[
    "the",
    "mission",
    "supports",
    "migrants",
    "towards",
    "a",
    "lasting",
    "reintegration",
    "in",
    "Rabat",
    "with",
    "public",
    "partners",
    "and",
    "associations",
    "for",
    "access",
    "to",
    "care",
    "training",
    "employment",
    "region",
    "Oriental",
    "youth",
    "protection",
    "governance",
    "summer",
    "data",
];

fn sentence(words: &[&str], count: usize, numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for at in 0..count {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(words[numbers.below(words.len())]);
    }
    text
}

/// The text of an item: paragraphs, a list, a table, a footnote and a link to another item.
fn body(words: &[&str], tag: &str, items: usize, numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for part in 0..3 {
        let _ = writeln!(text, "## {}\n", sentence(words, 4, numbers));
        for _ in 0..2 {
            let start = sentence(words, WORDS / 9, numbers);
            let end = sentence(words, WORDS / 18, numbers);
            let target = numbers.below(items);
            let _ = writeln!(
                text,
                "{start} **{}** [{}](item-{target:06}.{tag}.md) {end}.\n",
                sentence(words, 2, numbers),
                sentence(words, 2, numbers)
            );
        }
        match part {
            0 => {
                for _ in 0..4 {
                    let _ = writeln!(text, "- {}", sentence(words, 5, numbers));
                }
                text.push('\n');
            }
            1 => {
                text.push_str("| 2024 | 2025 |\n|---|---:|\n");
                for _ in 0..3 {
                    let _ = writeln!(
                        text,
                        "| {} | {} |",
                        sentence(words, 2, numbers),
                        numbers.below(100_000)
                    );
                }
                text.push('\n');
            }
            _ => {
                let _ = writeln!(
                    text,
                    "{}[^1]\n\n[^1]: {}.\n",
                    sentence(words, 20, numbers),
                    sentence(words, 10, numbers)
                );
            }
        }
    }
    text
}

/// Writes a site of about `pages` pages: half as many items, each in two languages.
fn generate(folder: &Path, pages: usize) {
    let items = (pages / 2).max(1);
    let content = folder.join("content");
    for name in ["news", "partners", "programmes"] {
        fs::create_dir_all(content.join(name)).expect("a folder");
    }
    let write = |path: &str, text: &str| fs::write(content.join(path), text).expect("a file");
    write(
        "site.yaml",
        "edition: 1\ntitle: {fr: \"Mission\", en: \"Mission\"}\nbase_url: \"https://mission.example.org/\"\ntime_zone: Africa/Casablanca\ntheme: plain\nlanguages:\n  - {tag: fr, name: \"Français\", prefix: fr}\n  - {tag: en, name: \"English\", prefix: en}\nmenus:\n  main: [news, partners, programmes]\n",
    );
    write("_index.fr.md", "---\ntitle: \"Accueil\"\n---\nBienvenue.\n");
    write("_index.en.md", "---\ntitle: \"Home\"\n---\nWelcome.\n");
    write(
        "news/collection.yaml",
        "title: {fr: \"Actualités\", en: \"News\"}\naddress: \"{year}/{slug}\"\norder: -date\nper_page: 20\nfields:\n  title: {type: text, localized: true, required: true}\n  summary: {type: text, localized: true}\n  date: {type: date, required: true}\n  partners: {type: reference, to: partners, many: true}\n  programmes: {type: reference, to: programmes, many: true}\n",
    );
    let named = "order: title\nfields:\n  title: {type: text, localized: true, required: true}\n";
    write(
        "partners/collection.yaml",
        &format!("title: {{fr: \"Partenaires\", en: \"Partners\"}}\n{named}"),
    );
    write(
        "programmes/collection.yaml",
        &format!("title: {{fr: \"Programmes\", en: \"Programmes\"}}\n{named}"),
    );
    for name in ["partners", "programmes"] {
        let mut text = String::new();
        for number in 0..100 {
            let _ = writeln!(
                text,
                "- id: {name}-{number:03}\n  title:\n    fr: \"{name} {number} fr\"\n    en: \"{name} {number} en\""
            );
        }
        write(&format!("{name}/entries.yaml"), &text);
    }
    let mut numbers = Numbers(2026);
    for item in 0..items {
        let date = format!(
            "{:04}-{:02}-{:02}",
            2000 + numbers.below(26),
            1 + numbers.below(12),
            1 + numbers.below(28)
        );
        let (partner, programme) = (numbers.below(100), numbers.below(100));
        for (tag, words) in [("fr", FRENCH), ("en", ENGLISH)] {
            let text = format!(
                "---\ntitle: \"{} {item}\"\nsummary: \"{}\"\ndate: {date}\npartners: [partners-{partner:03}]\nprogrammes: [programmes-{programme:03}]\n---\n{}",
                sentence(words, 6, &mut numbers),
                sentence(words, 18, &mut numbers),
                body(words, tag, items, &mut numbers)
            );
            write(&format!("news/item-{item:06}.{tag}.md"), &text);
        }
    }
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes/plain");
    let to = folder.join("themes/plain/templates");
    fs::create_dir_all(&to).expect("a folder");
    for file in fs::read_dir(theme.join("templates"))
        .expect("the theme")
        .flatten()
    {
        fs::copy(file.path(), to.join(file.file_name())).expect("a template");
    }
}

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
