//! A build that keeps what it may keep writes what a clean one writes, to the byte: after
//! random edits of the mission's site, and of a site in three languages.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rayon::prelude::*;
use rihla::answer::Site;
use rihla::build::memory::{self, Memory, Noted};
use rihla::build::{self, Kept, Options, Reason};
use rihla::diagnostic::{self, Diagnostic};
use rihla::render::{self, Engine};
use rihla::source::{Digest, Snapshot};

/// Edits of each site. A debug build is twenty times slower.
const EDITS: usize = if cfg!(debug_assertions) { 40 } else { 1_500 };

/// A small generator of numbers: the same edits on every machine.
struct Numbers(u64);

impl Numbers {
    /// A number below `limit` (Knuth's MMIX generator, high bits).
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.below(list.len()))
    }
}

/// The files of a site, and the moment at which it is built.
#[derive(Clone)]
struct State {
    files: BTreeMap<String, Vec<u8>>,
    now: Timestamp,
}

fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(top, &path, files);
            } else {
                let name = path.strip_prefix(top).expect("inside").to_string_lossy();
                files.insert(name.into_owned(), std::fs::read(&path).expect("a file"));
            }
        }
    }
    let mut files = BTreeMap::new();
    for part in ["content", "themes", "static"] {
        walk(folder, &folder.join(part), &mut files);
    }
    files
}

impl State {
    /// The paths with these beginnings and ends.
    fn paths(&self, begin: &str, end: &str) -> Vec<String> {
        let fits = |path: &&String| path.starts_with(begin) && path.ends_with(end);
        self.files.keys().filter(fits).cloned().collect()
    }

    fn change(&mut self, path: &str, edit: impl FnOnce(String) -> String) {
        if let Some(bytes) = self.files.get_mut(path)
            && let Ok(text) = String::from_utf8(bytes.clone())
        {
            *bytes = edit(text).into_bytes();
        }
    }

    /// Changes the line that begins with `key`, spaces before it left out.
    fn change_line(&mut self, path: &str, key: &str, edit: impl Fn(&str) -> String) {
        self.change(path, |text| {
            let mut done = false;
            let mut out = String::new();
            for line in text.split_inclusive('\n') {
                if !done && line.trim_start().starts_with(key) {
                    done = true;
                    out.push_str(&edit(line));
                } else {
                    out.push_str(line);
                }
            }
            out
        });
    }

    /// One edit, and what it was; `None` where there was nothing to do.
    fn edit(&mut self, numbers: &mut Numbers, step: usize) -> Option<String> {
        let texts = self.paths("content/", ".md");
        let yaml = self.paths("content/", ".yaml");
        let entries: Vec<String> = yaml
            .iter()
            .filter(|path| !path.ends_with("/collection.yaml") && !path.ends_with("/site.yaml"))
            .cloned()
            .collect();
        match numbers.below(20) {
            0..=3 => {
                let path = numbers.of(&texts)?.clone();
                self.change(&path, |text| {
                    format!("{text}\nUne phrase de plus, la {step}.\n")
                });
                Some(format!("the body of {path}"))
            }
            4 | 5 => {
                let path = numbers.of(&texts)?.clone();
                self.change_line(&path, "title:", |_| format!("title: \"Un titre {step}\"\n"));
                Some(format!("the title of {path}"))
            }
            6 => {
                let path = numbers.of(&entries)?.clone();
                let key = numbers.of(&["fr:", "en:", "status:", "kind:", "website:"])?;
                self.change_line(&path, key, |line| match line.split_once('"') {
                    Some((head, _)) => format!("{head}\"Un texte {step}\"\n"),
                    None => String::new(),
                });
                Some(format!("{key} in {path}"))
            }
            7 => {
                let path = numbers.of(&self.paths("content/news", ""))?.clone();
                let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
                let year = 2015 + numbers.below(10);
                let date = format!("date: {year}-{month:02}-{day:02}\n");
                self.change_line(&path, "date:", |_| date.clone());
                Some(format!("the date of {path}"))
            }
            8 => {
                let path = numbers.of(&self.paths("content/news", ""))?.clone();
                let key = numbers.of(&["partners:", "programmes:", "axes:", "kind:"])?;
                self.change_line(&path, key, |_| String::new());
                Some(format!("no {key} in {path}"))
            }
            9 => {
                let path = numbers.of(&texts)?.clone();
                let other = path.replace(".fr.md", ".en.md");
                self.files.remove(&path);
                if numbers.below(2) == 0 {
                    self.files.remove(&other);
                }
                Some(format!("without {path}"))
            }
            10 => {
                let path = numbers.of(&self.paths("content/news/", ".md"))?.clone();
                let (folder, name) = path.rsplit_once('/')?;
                let bytes = self.files.remove(&path)?;
                let to = format!(
                    "{folder}/2019-05-{:02}-moved-{step}.{}",
                    1 + numbers.below(28),
                    {
                        let mut parts = name.rsplitn(3, '.');
                        let (extension, tag) = (parts.next()?, parts.next()?);
                        format!("{tag}.{extension}")
                    }
                );
                self.files.insert(to.clone(), bytes);
                Some(format!("{path} is now {to}"))
            }
            11 => {
                let path = numbers.of(&self.paths("themes/", ".html"))?.clone();
                self.change(&path, |text| match text.find("<p") {
                    Some(at) => format!("{}<!-- {step} -->{}", &text[..at], &text[at..]),
                    None => text.replacen("<li", "<li ", 1),
                });
                Some(format!("the template {path}"))
            }
            12 => {
                let path = numbers.of(&self.paths("themes/", ".yaml"))?.clone();
                let text = String::from_utf8(self.files.get(&path)?.clone()).ok()?;
                let lines: Vec<&str> = text.lines().filter(|line| line.contains(": \"")).collect();
                let (key, _) = numbers.of(&lines)?.split_once(':')?;
                let line = format!("{key}: \"Mot {step}\"\n");
                self.change_line(&path, &format!("{key}:"), |_| line.clone());
                Some(format!("the string {key} of {path}"))
            }
            13 => {
                let path = numbers
                    .of(&self.paths("content/", "collection.yaml"))?
                    .clone();
                let key = numbers.of(&["per_page:", "order:", "feed:", "release:"])?;
                let pages = 2 + numbers.below(20);
                self.change_line(&path, key, |_| match *key {
                    "per_page:" => format!("per_page: {pages}\n"),
                    "order:" => "order: title\n".to_owned(),
                    _ => String::new(),
                });
                Some(format!("{key} of {path}"))
            }
            14 => {
                let key = numbers.of(&["base_url:", "untranslated:", "  phone:", "  fr:"])?;
                let policy = numbers.of(&["listed", "notice", "hidden"])?;
                self.change_line("content/site.yaml", key.trim_start(), |line| {
                    match key.trim_start() {
                        "base_url:" => {
                            format!("base_url: \"https://site-{step}.example.org/x/\"\n")
                        }
                        "untranslated:" => format!("untranslated: {policy}\n"),
                        _ => match line.split_once('"') {
                            Some((head, _)) => format!("{head}\"Un mot {step}\"\n"),
                            None => line.to_owned(),
                        },
                    }
                });
                Some(format!("{key} of site.yaml"))
            }
            15 => {
                let language = "  - {tag: es, name: \"Español\", prefix: es}\n";
                self.change("content/site.yaml", |text| match text.contains(language) {
                    true => text.replace(language, ""),
                    false => text.replace("languages:\n", &format!("languages:\n{language}")),
                });
                for (name, text) in [("_index", "Inicio"), ("about/index", "Quiénes somos")] {
                    let text = format!("---\ntitle: \"{text}\"\n---\nTexto.\n");
                    let path = format!("content/{name}.es.md");
                    if self.files.remove(&path).is_none() {
                        self.files.insert(path, text.into_bytes());
                    }
                }
                Some("a language more, or less".to_owned())
            }
            16 => {
                let days = i64::try_from(1 + numbers.below(400)).ok()?;
                self.now = self
                    .now
                    .checked_add(SignedDuration::from_hours(24 * days))
                    .ok()?;
                Some(format!("{days} days later"))
            }
            17 => {
                let path = numbers.of(&texts)?.clone();
                let line = *numbers.of(&[
                    "draft: true",
                    "publish_at: 2027-01-15",
                    "unpublish_at: 2026-12-24",
                    "noindex: true",
                    "release: each",
                ])?;
                self.change(&path, |text| match text.contains(line) {
                    true => text.replacen(&format!("{line}\n"), "", 1),
                    false => text.replacen("---\n", &format!("---\n{line}\n"), 1),
                });
                Some(format!("{line} in {path}"))
            }
            18 => {
                let path = numbers.of(&self.paths("themes/", ".css"))?.clone();
                self.change(&path, |text| format!("{text}\n/* {step} */\n"));
                Some(format!("the style sheet {path}"))
            }
            _ => {
                self.change_line("content/facts/entries.yaml", "value:", |_| {
                    format!("  value: {step}\n")
                });
                Some("a fact".to_owned())
            }
        }
    }

    fn load(&self) -> Option<Arc<Site>> {
        self.load_again(&mut Kept::default()).0
    }

    /// The site, and all that is said of it.
    fn load_again(&self, kept: &mut Kept) -> (Option<Arc<Site>>, Vec<Diagnostic>) {
        let (snapshot, _) = Snapshot::from_memory(self.files.clone());
        let options = Options {
            site: PathBuf::new(),
            out: PathBuf::new(),
            force: false,
            locked: true,
            drafts: false,
            waiting: false,
            at: None,
            base_url: None,
            compress: false,
            commit: None,
            deny_warnings: false,
            memory: true,
            now: self.now,
        };
        let snapshot = Arc::new(snapshot);
        let (mut diagnostics, mut failed) = (Vec::new(), None);
        let site = build::load_again(
            &snapshot,
            &options,
            kept,
            &|_| {},
            &mut diagnostics,
            &mut failed,
        );
        diagnostic::sort(&mut diagnostics);
        (site, diagnostics)
    }
}

/// Pages by their files.
type Pages = BTreeMap<Arc<str>, Vec<u8>>;

/// The pages of a site: what was kept, or rendered where it may not be.
fn build_on(
    site: &Arc<Site>,
    before: &BTreeMap<Arc<str>, Vec<u8>>,
    memory: &Memory,
) -> Option<(Pages, Vec<Noted>, usize)> {
    let engine = Engine::new(site).ok()?;
    let pages: Option<Vec<_>> = site
        .plan
        .pages
        .par_iter()
        .map(|page| {
            if let Ok((noted, _)) = memory.check(site, page) {
                let html = before.get(&page.output)?.clone();
                assert_eq!(Digest::of(&html), noted.digest, "{}", page.output);
                return Some((page.output.clone(), html, noted, false));
            }
            let output = render::page(&engine, site, page).ok()?;
            let digest = Digest::of(&output.html);
            let noted = Noted::new(site, page, digest, &output.trace);
            Some((page.output.clone(), output.html, noted, true))
        })
        .collect();
    let pages = pages?;
    let rendered = pages.iter().filter(|(_, _, _, rendered)| *rendered).count();
    let notes = pages.iter().map(|(_, _, noted, _)| noted.clone()).collect();
    let html = pages.into_iter().map(|(path, html, _, _)| (path, html));
    Some((html.collect(), notes, rendered))
}

/// Edits a site many times, and compares.
fn run(folder: &Path, seed: u64) {
    let mut state = State {
        files: read(folder),
        now: "2026-11-24T12:00:00Z".parse().expect("a moment"),
    };
    let first = state.clone();
    let mut numbers = Numbers(seed);
    let none = Memory::none(Reason::First);
    let mut memo = Kept::default();
    let (site, _) = state.load_again(&mut memo);
    let site = site.expect("the site is sound");
    let (mut html, notes, _) = build_on(&site, &BTreeMap::new(), &none).expect("it renders");
    let mut remembered = memory::bytes(&site, &notes);
    let (mut kept, mut rendered, mut refused) = (0, 0, 0);
    let mut history = String::new();
    for step in 0..EDITS {
        let before = state.clone();
        // Now and then everything is put back: a site that has lost half its texts tells less.
        let what = match step % 60 {
            59 => {
                state.files.clone_from(&first.files);
                Some("as it was".to_owned())
            }
            _ => state.edit(&mut numbers, step),
        };
        let Some(what) = what else { continue };
        let (again, told) = state.load_again(&mut memo);
        let (_, wanted) = state.load_again(&mut Kept::default());
        assert_eq!(told, wanted, "{what}, after\n{history}");
        let Some(site) = again else {
            state = before;
            refused += 1;
            continue;
        };
        let _ = writeln!(history, "{step}: {what}");
        let memory = Memory::read(&remembered, &site).unwrap_or_else(Memory::none);
        let Some((now, notes, count)) = build_on(&site, &html, &memory) else {
            state = before;
            refused += 1;
            continue;
        };
        // The same site, asked by nobody yet.
        let fresh = state.load().expect("as above");
        let (clean, _, _) = build_on(&fresh, &BTreeMap::new(), &none).expect("as above");
        assert_eq!(now.len(), clean.len(), "after\n{history}");
        for (path, wanted) in &clean {
            assert!(
                now.get(path) == Some(wanted),
                "{path} is not what a clean build makes of it, seed {seed}, after\n{history}\nit is\n{}\nand should be\n{}",
                String::from_utf8_lossy(&now[path]),
                String::from_utf8_lossy(wanted)
            );
        }
        rendered += count;
        kept += now.len() - count;
        remembered = memory::bytes(&site, &notes);
        html = now;
    }
    println!("{kept} pages kept, {rendered} rendered, {refused} of {EDITS} edits refused");
    // Otherwise the comparison says nothing.
    assert!(kept > rendered / 4, "hardly anything was kept");
    assert!(refused < EDITS * 2 / 3, "hardly any edit was sound");
}

#[test]
fn the_mission_after_many_edits() {
    run(Path::new(env!("CARGO_MANIFEST_DIR")), 2026);
}

#[test]
fn three_languages_after_many_edits() {
    run(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crawl/site"),
        1951,
    );
}

#[test]
fn an_odd_memory_is_none() {
    let state = State {
        files: read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crawl/site")),
        now: "2026-11-24T12:00:00Z".parse().expect("a moment"),
    };
    let site = state.load().expect("the site is sound");
    let none = Memory::none(Reason::First);
    let (_, notes, _) = build_on(&site, &BTreeMap::new(), &none).expect("it renders");
    let bytes = memory::bytes(&site, &notes);
    let read = |bytes: &[u8]| Memory::read(bytes, &state.load().expect("sound")).err();
    assert_eq!(read(&bytes), None);
    assert_eq!(read(&[]), Some(Reason::Odd));
    let mut numbers = Numbers(7);
    for _ in 0..100 {
        let mut broken = bytes.clone();
        let at = numbers.below(broken.len());
        broken[at] ^= 1 << numbers.below(8);
        assert_eq!(read(&broken), Some(Reason::Odd), "a bit of byte {at}");
        broken = bytes[..at].to_vec();
        assert_eq!(read(&broken), Some(Reason::Odd), "cut at {at}");
    }
    let mut other = state.clone();
    other.change_line("content/site.yaml", "base_url:", |_| {
        "base_url: \"https://other.example.org/\"\n".to_owned()
    });
    let other = other.load().expect("sound");
    assert_eq!(
        Memory::read(&bytes, &other).err(),
        Some(Reason::Configuration)
    );
}
