//! What the rules find in the pages of folders, and how long they take: `cargo run --release -p rihla-html
//! --example findings -- https://example.org public`.

#![allow(
    clippy::disallowed_methods,
    reason = "an example reads what it is told"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rihla_html::{Document, Ground, check};

/// How often the pages are read.
const ROUNDS: usize = 9;

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            pages(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            found.push(path);
        }
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let origin = arguments.next().unwrap_or_default();
    let mut found = Vec::new();
    for folder in arguments {
        pages(Path::new(&folder), &mut found);
    }
    found.sort();
    let texts: Vec<String> = found
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap_or_default())
        .collect();
    let ground = Ground { origin: &origin };
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut times = [Duration::MAX; 2];
    let mut findings = Vec::new();
    // The shortest of several times is the least disturbed.
    for _ in 0..ROUNDS {
        let mut round = [Duration::ZERO; 2];
        findings.clear();
        for text in &texts {
            let start = Instant::now();
            let document = Document::parse(text);
            round[0] += start.elapsed();
            let start = Instant::now();
            findings.push(check(&document, &ground));
            round[1] += start.elapsed();
        }
        times = [times[0].min(round[0]), times[1].min(round[1])];
    }
    let mut counts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for ((path, text), findings) in found.iter().zip(&texts).zip(&findings) {
        for finding in findings {
            let tag = &text[finding.span.start..finding.span.end];
            let line = format!("{}: {tag} {:?}", path.display(), finding.values);
            counts
                .entry(finding.rule.message.code)
                .or_default()
                .push(line);
        }
    }
    for (code, lines) in counts {
        println!("{code}: {}", lines.len());
        for line in lines.iter().take(4) {
            println!("    {line}");
        }
    }
    let per_page = |time: Duration| time.as_secs_f64() * 1e6 * 15_000.0 / bytes.max(1) as f64;
    println!(
        "{} pages, {bytes} bytes; of a page of 15 kB, in microseconds: {:.0} to parse, {:.0} to check",
        found.len(),
        per_page(times[0]),
        per_page(times[1]),
    );
}
