//! How long a writer waits in the desk: from a key to its message, as a page of the desk gets it.
//!
//! ```text
//! cargo bench --bench desk               1,000 and 10,000 pages
//! cargo bench --bench desk -- 100000     as many pages as you say
//! ```
//!
//! Each answer is what a form gets after a key: what is typed is kept on the disk, the files of the entry are
//! put together with it, the site is linked with them, and what is found is told at its field.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a benchmark looks at the disk and the clock from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[path = "scale/generate.rs"]
mod generate;
#[expect(dead_code, reason = "the tests ask it for more")]
#[path = "../tests/desk/program.rs"]
mod program;

use generate::generate;
use program::Program;
use serde_json::{Value, json};

/// Keys of which the median and the worst are printed.
const KEYS: usize = 20;

/// The files of a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("inside");
            let bytes = fs::read(entry.path()).expect("a file");
            (path.to_string_lossy().into_owned(), bytes)
        })
        .collect()
}

fn print(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!(
        "  {what:<34}{:>8.1} ms median {:>8.1} ms worst of {}",
        ms(median),
        ms(worst),
        times.len()
    );
}

fn measure(folder: &Path, pages: usize) {
    let site = folder.join("site");
    generate(&site, pages);
    println!("{pages:>7} pages asked");
    let begun = Instant::now();
    let program = Program::start(&site);
    print("from start to the first answer", vec![begun.elapsed()]);
    let model = program
        .post("entry", &json!({"id": "news/item-000000"}))
        .json();
    let bodies: BTreeMap<&str, &str> = model["bodies"]
        .as_object()
        .expect("texts")
        .iter()
        .filter_map(|(tag, body)| Some((&**tag, body.as_str()?)))
        .collect();
    let typed = |what: &str, name: &str, change: &dyn Fn(&mut Value, usize), wanted: &str| {
        let mut times = Vec::new();
        for number in 0..KEYS {
            let mut sent = json!({
                "id": model["id"],
                "version": model["version"],
                "values": model["values"],
                "bodies": bodies,
                "language": "fr",
            });
            change(&mut sent, number);
            if name == "follows" {
                // What follows is asked of what was typed, and checked, before.
                program.post("check", &sent);
            }
            let pressed = Instant::now();
            let answer = program.post(name, &sent);
            times.push(pressed.elapsed());
            let found = answer.json().to_string();
            assert!(found.contains(wanted), "{wanted} is not in {found}");
        }
        print(what, times);
    };
    let word = |sent: &mut Value, number: usize| {
        let text = format!("{}\n\n:::inconnu-{number}\n:::\n", bodies["fr"]);
        sent["bodies"]["fr"] = text.into();
    };
    typed("a key in a text", "check", &word, "directive-unknown");
    let date = |sent: &mut Value, number: usize| {
        sent["values"]["date"] = format!("2{number}").into();
    };
    typed("a key in a date", "check", &date, "date-form");
    let title = |sent: &mut Value, number: usize| {
        sent["values"]["title"]["fr"] = format!("Titre {number}").into();
    };
    typed("a key in a title, and an address", "check", &title, "");
    typed(
        "a pause: what follows, once published",
        "follows",
        &title,
        "is_new",
    );
    let bold = |sent: &mut Value, number: usize| {
        let text = format!("{}\n\n**Une partie {number}**\n\nDes mots.\n", bodies["fr"]);
        sent["bodies"]["fr"] = text.into();
    };
    typed(
        "a pause: the same, and a look at pages",
        "follows",
        &bold,
        "bold-heading",
    );
}

fn main() {
    let mut sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
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
