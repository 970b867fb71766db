//! How long a writer waits: from the start of the preview to the first page, and from the close
//! of a saved file to the page as a browser gets it, told by the preview of the change.
//!
//! ```text
//! cargo bench --bench preview               1,000 and 10,000 pages
//! cargo bench --bench preview -- 100000     as many pages as you say
//! ```
//!
//! It runs in `/dev/shm` where there is one, as the benchmark `scale` does.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a benchmark looks at the disk and the clock from outside"
)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

#[path = "scale/generate.rs"]
mod generate;

use generate::generate;

/// Starts of which the median is printed.
const STARTS: usize = 5;
/// Saves of which the median and the worst are printed.
const SAVES: usize = 20;

/// A preview, ended when it is dropped.
struct Preview {
    child: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    /// Starts a preview; gives it with the time to the first page.
    fn start(site: &Path) -> (Self, Duration) {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("its address").port();
        drop(free);
        let mut command = Command::new(env!("CARGO_BIN_EXE_rihla"));
        command
            .args(["serve", "--quiet", "--port", &port.to_string(), "--site"])
            .arg(site)
            .stdout(Stdio::null());
        let begun = Instant::now();
        let child = command.spawn().expect("the program starts");
        let preview = Self { child, port };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            std::thread::sleep(Duration::from_micros(200));
        }
        let page = preview.get("/fr/actualites/");
        let took = begun.elapsed();
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        (preview, took)
    }

    fn request(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the preview");
        let host = format!("127.0.0.1:{}", self.port);
        let close = match path {
            "/_rihla/events" => "",
            _ => "Connection: close\r\n",
        };
        stream
            .write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{close}\r\n").as_bytes())
            .expect("a request");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut text = String::new();
        self.request(path)
            .read_to_string(&mut text)
            .expect("an answer");
        text
    }

    /// The peak of its resident memory, in bytes.
    fn peak(&self) -> u64 {
        let status = format!("/proc/{}/status", self.child.id());
        let text = fs::read_to_string(status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next());
        kilobytes
            .and_then(|number| number.parse::<u64>().ok())
            .unwrap_or(0)
            * 1024
    }
}

/// Waits for the next state of the site.
fn next(events: &mut impl BufRead) {
    let mut line = String::new();
    while !line.starts_with("data:") {
        line.clear();
        let read = events.read_line(&mut line).expect("an event");
        assert!(read > 0, "the connection ended");
    }
}

/// Saves a file with a change, and waits until the page shows it.
fn save(
    preview: &Preview,
    events: &mut impl BufRead,
    file: &Path,
    page: &str,
    change: impl Fn(&str) -> String,
    marker: &str,
) -> Duration {
    let text = change(&fs::read_to_string(file).expect("the file"));
    fs::write(file, text).expect("the file");
    let closed = Instant::now();
    loop {
        next(events);
        if preview.get(page).contains(marker) {
            return closed.elapsed();
        }
    }
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
    let starts = (0..STARTS).map(|_| Preview::start(&site).1).collect();
    print("from start to the first page", starts);
    let (preview, _) = Preview::start(&site);
    let file = site.join("content/news/item-000000.fr.md");
    let text = fs::read_to_string(&file).expect("an item");
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.expect("a field").trim_matches('"').to_owned()
    };
    // Its address is the one of its title.
    let slug = rihla_text::language::slug(&field("title: \""));
    let page = format!("/fr/actualites/{}/{slug}/", &field("date: ")[..4]);
    assert!(
        preview.get(&page).starts_with("HTTP/1.1 200"),
        "no page at {page}"
    );
    let mut events = BufReader::new(preview.request("/_rihla/events"));
    next(&mut events);
    let mut bodies = Vec::new();
    let mut templates = Vec::new();
    let template = site.join("themes/bench/templates/entry.html");
    for number in 0..SAVES {
        let marker = format!("marque-{number}-texte");
        let add = |text: &str| format!("{text}\n{marker}\n");
        let took = save(&preview, &mut events, &file, &page, add, &marker);
        bodies.push(took);
        // As a person saves: not in the middle of the last save.
        std::thread::sleep(Duration::from_millis(300));
        let marker = format!("marque-{number}-modèle");
        let add = |text: &str| text.replacen("<article>", &format!("<article>{marker}"), 1);
        let took = save(&preview, &mut events, &template, &page, add, &marker);
        templates.push(took);
        std::thread::sleep(Duration::from_millis(300));
    }
    print("from a saved text to its page", bodies);
    print("from a saved template to a page", templates);
    println!(
        "  {:<34}{:>8.0} MB",
        "peak memory",
        preview.peak() as f64 / 1e6
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
