//! Images made a second and peak memory, on photographs of twelve megapixels.
//!
//! ```text
//! cargo bench --bench images                 200 photographs
//! cargo bench --bench images -- 20           so many
//! ```
//!
//! Builds a site of as many entries as there are photographs, three times: with nothing made
//! yet, again, and again without the output, from what is kept.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a benchmark looks at the clock and the disk"
)]

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use rayon::prelude::*;
use rihla::build::{Options, Program, Progress, build, default_out};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const WIDTH: u32 = 4_000;
const HEIGHT: u32 = 3_000;

/// A photograph: broad gradients, shapes with edges, and the grain of a sensor.
fn photograph(seed: u32) -> Vec<u8> {
    let mut noise = seed.wrapping_mul(2_654_435_761) | 1;
    let mut pixels = Vec::with_capacity((WIDTH * HEIGHT * 3) as usize);
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let grain = (noise >> 29) as i32 - 4;
            let edge = ((x / 240 + y / 180 + seed) % 5) as i32 * 9;
            let wave = (((x + seed * 97) % 1_000) as i32 - 500).abs() / 10;
            let light = (y * 120 / HEIGHT) as i32;
            for part in [60, 40, 20] {
                pixels.push((part + light + edge + wave + grain).clamp(0, 255) as u8);
            }
        }
    }
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .write_image(&pixels, WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .expect("memory");
    bytes
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn site(folder: &Path, count: usize) -> u64 {
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes");
    for entry in fs::read_dir(themes.join("plain/templates"))
        .expect("a theme")
        .flatten()
    {
        let text = fs::read_to_string(entry.path()).expect("a template");
        write(
            &folder
                .join("themes/plain/templates")
                .join(entry.file_name()),
            &text,
        );
    }
    write(
        &folder.join("themes/plain/templates/entry.html"),
        "{% extends \"base.html\" %}{% block main %}{{ <picture image={page.fields.image} place=\"wide\" /> }}{% endblock main %}",
    );
    let text = fs::read_to_string(themes.join("site.yaml")).expect("a site");
    write(&folder.join("content/site.yaml"), &text);
    for tag in ["fr", "en"] {
        write(
            &folder.join(format!("content/_index.{tag}.md")),
            "---\ntitle: \"x\"\n---\n",
        );
    }
    write(
        &folder.join("content/news/collection.yaml"),
        "title: {fr: \"a\", en: \"b\"}\nslug: {fr: a, en: b}\nfields:\n  title: {type: text, localized: true}\n  image: {type: image}\n",
    );
    (0..count)
        .into_par_iter()
        .map(|number| {
            let bytes = photograph(number as u32 + 1);
            fs::create_dir_all(folder.join("content/news")).expect("a folder");
            fs::write(folder.join(format!("content/news/p{number}.jpg")), &bytes).expect("a file");
            write(
                &folder.join(format!("content/news/n{number}.fr.md")),
                &format!(
                    "---\ntitle: \"n{number}\"\nimage: {{file: p{number}.jpg, alt: \"x\"}}\n---\n"
                ),
            );
            bytes.len() as u64
        })
        .sum()
}

/// The most memory that this process has had, in megabytes; `None` where the system does not say.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1_000)
}

/// Forgets the peak so far, where the system lets it be forgotten.
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

fn run(site: &Path, name: &str, count: usize) {
    let options = Options {
        out: default_out(site),
        site: site.to_owned(),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: Program::new("", "", rihla_diagnostics::testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        now: jiff::Timestamp::now(),
        cache: true,
    };
    let made = AtomicUsize::new(0);
    let start = Instant::now();
    let outcome = build(&options, &|progress| {
        if let Progress::Images(_, all) = progress {
            made.store(all, Ordering::Relaxed);
        }
    });
    let took = start.elapsed().as_secs_f64();
    assert!(outcome.written.is_some(), "{:?}", outcome.diagnostics);
    let made = made.into_inner();
    println!(
        "{name:<26}{took:>8.2} s {made:>6} made {:>8.2} photographs/s  peak {} MB",
        count as f64 / took,
        peak().map_or("?".to_owned(), |peak| peak.to_string()),
    );
}

fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(200);
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = site(folder.path(), count);
    println!(
        "{count} photographs of 12 megapixels, {} MB",
        bytes / 1_000_000
    );
    forget_peak();
    run(folder.path(), "nothing made yet", count);
    forget_peak();
    run(folder.path(), "again", count);
    fs::remove_dir_all(folder.path().join("public")).expect("a folder");
    run(folder.path(), "from what is kept", count);
    let assets = fs::read_dir(folder.path().join("public/assets")).expect("a folder");
    let sizes = assets.flatten().filter_map(|entry| entry.metadata().ok());
    println!(
        "the largest file has {} kB",
        sizes.map(|file| file.len()).max().unwrap_or(0) / 1_000
    );
}
