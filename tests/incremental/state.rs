//! A site that is edited: its files, and as of when and with what it is built.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use rihla::build::{Options, Program};
use rihla_diagnostics::testing;

use crate::numbers::Numbers;

pub const SITE: &str = "content/site.yaml";
pub const LEDGER: &str = "urls.lock";
/// When the runs begin: deadlines and publications of the small site lie around it.
pub const NOON: &str = "2026-11-30T12:00:00Z";

/// Files by their paths in the site.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The program whose cache is read again.
pub fn program() -> Program {
    Program::new("", "", testing::files("src/builtin"))
}

#[derive(Clone)]
pub struct State {
    pub files: Files,
    pub now: Timestamp,
    pub drafts: bool,
    pub base_url: Option<String>,
}

/// The files of a folder that belong to a site, but for the ledger.
pub fn read(folder: &Path) -> Files {
    fn walk(top: &Path, folder: &Path, files: &mut Files) {
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
    let mut files = Files::new();
    for part in ["content", "themes", "static"] {
        walk(folder, &folder.join(part), &mut files);
    }
    files
}

/// A photograph: with `noise`, one that stays heavy whatever is done.
pub fn photograph(width: u32, height: u32, noise: usize) -> Vec<u8> {
    let mut numbers = Numbers::new(noise as u64);
    let pixels: Vec<u8> = (0..width * height * 3)
        .map(|at| match noise {
            0 => u8::try_from(at / (width * 3) % 200).expect("below 200"),
            _ => u8::try_from(numbers.below(256)).expect("below 256"),
        })
        .collect();
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode(&pixels, width, height, image::ExtendedColorType::Rgb8)
        .expect("a picture");
    bytes
}

/// The path of a text without its language, `…/index` left out, and its language.
pub fn stem(path: &str) -> Option<(&str, &str)> {
    let (rest, tag) = path.strip_suffix(".md")?.rsplit_once('.')?;
    Some((rest.strip_suffix("/index").unwrap_or(rest), tag))
}

/// The last part of the path of an entry, without its date.
pub fn name(stem: &str) -> &str {
    let last = stem.rsplit('/').next().unwrap_or(stem);
    let is_dated = last.len() > 11 && last.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    if is_dated { &last[11..] } else { last }
}

impl State {
    /// A site as it stands in a folder.
    pub fn of(folder: &Path) -> Self {
        Self {
            files: read(folder),
            now: NOON.parse().expect("a moment"),
            drafts: false,
            base_url: None,
        }
    }

    pub fn mission() -> Self {
        Self::of(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    /// The site of the crawl in three languages, with what `tests/incremental/site` adds to it.
    pub fn small() -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let mut state = Self::of(&tests.join("crawl/site"));
        state.files.extend(read(&tests.join("incremental/site")));
        let salle = "content/about/figures/salle.jpg";
        state.files.insert(salle.to_owned(), photograph(90, 60, 0));
        let logo = "static/logo.jpg";
        state.files.insert(logo.to_owned(), photograph(640, 640, 0));
        state
    }

    /// A build of it.
    pub fn options(&self, site: &Path, out: &Path) -> Options {
        Options {
            site: site.to_owned(),
            out: out.to_owned(),
            force: false,
            locked: true,
            drafts: self.drafts,
            waiting: false,
            program: program(),
            at: None,
            base_url: self.base_url.clone(),
            compress: false,
            commit: None,
            deny_warnings: false,
            cache: true,
            now: self.now,
        }
    }

    /// One whose files are in memory, and that writes nothing.
    pub fn options_of_none(&self) -> Options {
        self.options(&PathBuf::new(), &PathBuf::new())
    }

    /// The paths with these beginnings and ends.
    pub fn paths(&self, begin: &str, end: &str) -> Vec<String> {
        let fits =
            |path: &&String| path.starts_with(begin) && path.ends_with(end) && !path.contains("/.");
        self.files.keys().filter(fits).cloned().collect()
    }

    /// One of them.
    pub fn one(&self, numbers: &mut Numbers, begin: &str, end: &str) -> Option<String> {
        numbers.of(&self.paths(begin, end)).cloned()
    }

    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub fn put(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.as_bytes().to_vec());
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }

    pub fn rename(&mut self, from: &str, to: &str) -> Option<()> {
        if self.has(to) {
            return None;
        }
        let bytes = self.files.remove(from)?;
        self.files.insert(to.to_owned(), bytes);
        Some(())
    }

    pub fn change(&mut self, path: &str, edit: impl FnOnce(&str) -> String) -> Option<()> {
        let text = self.text(path)?;
        let changed = edit(text);
        if changed == text {
            return None;
        }
        self.put(path, &changed);
        Some(())
    }

    /// Changes the first line that begins with `key`, spaces before it left out.
    pub fn change_line(
        &mut self,
        path: &str,
        key: &str,
        edit: impl Fn(&str) -> String,
    ) -> Option<()> {
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
        })
    }

    /// Puts a line at the head of a text in place of that with the same key, or takes it away
    /// where it stands there.
    pub fn toggle_field(&mut self, path: &str, line: &str) -> Option<()> {
        let key = line.split_inclusive(':').next()?.to_owned();
        self.change(path, |text| {
            let Some(rest) = text.strip_prefix("---\n") else {
                return text.to_owned();
            };
            let is_there = rest.contains(&format!("{line}\n"));
            let rest = without_key(rest, &key);
            match is_there {
                true => format!("---\n{rest}"),
                false => format!("---\n{line}\n{rest}"),
            }
        })
    }

    /// Takes a key away from a file, with what belongs to it.
    pub fn drop_key(&mut self, path: &str, key: &str) -> Option<()> {
        self.change(path, |text| without_key(text, key))
    }

    /// Whether a file besides those that begin with `own` has a word.
    pub fn is_mentioned(&self, word: &str, own: &str) -> bool {
        let others = self.files.iter().filter(|(path, _)| {
            !path.starts_with(own) && !path.contains("/.") && !path.ends_with(".jpg")
        });
        others
            .filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok())
            .any(|text| text.contains(word))
    }

    /// Replaces a word in every text.
    pub fn replace_everywhere(&mut self, old: &str, new: &str) {
        for path in self.paths("", ".md") {
            self.change(&path, |text| text.replace(old, new));
        }
    }

    /// The names of the collections.
    pub fn collections(&self) -> Vec<String> {
        let declared = self.paths("content/", "/collection.yaml");
        let names = declared.iter().filter_map(|path| path.split('/').nth(1));
        names.map(str::to_owned).collect()
    }

    /// The texts of entries of collections that nothing else names.
    pub fn unmentioned(&self, numbers: &mut Numbers) -> Option<String> {
        let collection = numbers.of(&self.collections())?.clone();
        let path = self.one(numbers, &format!("content/{collection}/"), ".md")?;
        let (stem, _) = stem(&path)?;
        let name = name(stem);
        let is_free = name != "_index" && !self.is_mentioned(name, stem);
        is_free.then(|| stem.to_owned())
    }

    /// The files of an entry.
    pub fn of_entry(&self, stem: &str) -> Vec<String> {
        let own = [format!("{stem}."), format!("{stem}/")];
        let files = self.files.keys();
        files
            .filter(|path| own.iter().any(|own| path.starts_with(own)))
            .cloned()
            .collect()
    }

    /// The tags of the languages that say everything.
    pub fn tags(&self) -> Vec<String> {
        let text = self.text(SITE).unwrap_or_default();
        let rows = text.lines().filter(|line| !line.contains("partial:"));
        rows.filter_map(|line| line.trim().strip_prefix("- {tag: "))
            .filter_map(|row| row.split(',').next())
            .map(str::to_owned)
            .collect()
    }

    /// A text in each of these languages, as a map of YAML.
    pub fn in_each(&self, text: &str) -> String {
        let tags = self.tags();
        let pairs = tags.iter().map(|tag| format!("{tag}: \"{text} {tag}\""));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    }

    /// The day and time in Casablanca, so many minutes from now.
    pub fn clock(&self, minutes: i64) -> DateTime {
        let moment = self.now.checked_add(minutes.minutes()).unwrap_or(self.now);
        moment.to_zoned(zone()).datetime()
    }
}

/// Where two files differ first: some lines of each.
pub fn difference(now: &[u8], wanted: &[u8]) -> String {
    let (now, wanted) = (
        String::from_utf8_lossy(now),
        String::from_utf8_lossy(wanted),
    );
    let same = now.lines().zip(wanted.lines());
    let same = same.take_while(|(now, wanted)| now == wanted).count();
    let some = |text: &str| {
        let lines = text.lines().skip(same.saturating_sub(1)).take(6);
        lines
            .map(|line| line.chars().take(400).collect::<String>() + "\n")
            .collect::<String>()
    };
    format!(
        "from line {}, it is\n{}and should be\n{}",
        same + 1,
        some(&now),
        some(&wanted)
    )
}

pub fn zone() -> TimeZone {
    TimeZone::get("Africa/Casablanca").expect("a zone")
}

/// A text of YAML without a key of its first level and what belongs to that.
pub fn without_key(text: &str, key: &str) -> String {
    let (mut is_in, mut done) = (false, false);
    let lines = text.split_inclusive('\n').filter(|line| {
        let begins = !done && line.starts_with(key);
        is_in = begins || is_in && line.starts_with([' ', '-']) && !line.starts_with("---");
        done |= is_in;
        !is_in
    });
    lines.collect()
}
