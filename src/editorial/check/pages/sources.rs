//! The texts in the fields of a site, by which words on a page are led back to where they are written.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use rihla_build::query::Site;
use rihla_diagnostics::{Location, Span};
use rihla_site::config::SITE;
use rihla_site::plan::{Page, PageKind};
use rihla_text::yaml::{self, Node, front_matter};

/// Texts by their letters, each with its place.
type Texts = Vec<(String, Location)>;

/// The texts in the fields of files, by their paths: one file may hold the entries of a thousand pages.
#[derive(Default)]
pub(super) struct ReadFiles {
    files: Mutex<BTreeMap<Arc<str>, Arc<Texts>>>,
    /// Those of the whole site and the strings of its theme, where they had to be looked through.
    all: OnceLock<Texts>,
    /// Where words were found among all of them.
    found: Mutex<BTreeMap<String, Option<Location>>>,
}

impl ReadFiles {
    fn of(&self, site: &Site, path: &Arc<str>) -> Arc<Texts> {
        let mut read = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let texts = read.entry(path.clone());
        texts
            .or_insert_with(|| Arc::new(texts_of(site, path)))
            .clone()
    }

    /// Where words stand among all of the site, if in one place alone.
    fn anywhere(&self, site: &Site, wanted: &Wanted) -> Option<Location> {
        let all = self.all.get_or_init(|| {
            let is_strings = |path: &str| path.ends_with(".yaml") && path.contains("/strings/");
            let strings = site.snapshot.under("themes");
            let strings = strings.filter(|file| is_strings(&file.path));
            let is_text = |path: &str| {
                let is_hidden = path.split('/').any(|name| name.starts_with('.'));
                !is_hidden && (path.ends_with(".yaml") || path.ends_with(".md"))
            };
            let content = site.snapshot.under("content");
            let content = content.filter(|file| is_text(&file.path) && *file.path != *SITE);
            let files: Vec<&Arc<str>> = content.chain(strings).map(|file| &file.path).collect();
            let texts = files.par_iter().flat_map_iter(|path| texts_of(site, path));
            texts.collect()
        });
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let key = format!("{}{}", wanted.letters, if wanted.is_cut { "…" } else { "" });
        let place = found.entry(key);
        place.or_insert_with(|| wanted.place(all.iter())).clone()
    }
}

/// Words that are looked for, by their letters.
struct Wanted {
    letters: String,
    /// Whether more follow them.
    is_cut: bool,
}

impl Wanted {
    /// How many letters a part of a text has at least that is known by them.
    const PART: usize = 16;

    /// Words; `None` where there are fewer letters than `least`: few are anywhere.
    fn new(words: &str, least: usize) -> Option<Self> {
        let cut = words.trim_end().strip_suffix('…');
        let letters = letters(cut.unwrap_or(words));
        (letters.chars().count() >= least).then_some(Self {
            letters,
            is_cut: cut.is_some(),
        })
    }

    /// Where they stand among texts, if in one place alone: as all of a text, else as a part of it.
    fn place<'t>(
        &self,
        texts: impl Iterator<Item = &'t (String, Location)> + Clone,
    ) -> Option<Location> {
        let is_whole = |text: &str| match self.is_cut {
            true => text.starts_with(&self.letters),
            false => text == self.letters,
        };
        let only = |is_meant: &dyn Fn(&str) -> bool| {
            let mut places = texts.clone().filter(|(text, _)| is_meant(text));
            let first = places.next();
            let is_only = places.next().is_none();
            (first.is_some(), first.filter(|_| is_only))
        };
        let (is_there, whole) = only(&is_whole);
        let is_part = || self.letters.chars().count() >= Self::PART;
        let place = match is_there {
            true => whole,
            false if is_part() => only(&|text| text.contains(&self.letters)).1,
            false => None,
        };
        place.map(|(_, place)| place.clone())
    }
}

/// The texts in the fields of a file.
fn texts_of(site: &Site, path: &Arc<str>) -> Texts {
    let mut texts = Texts::new();
    let Some(text) = site.snapshot.text(path) else {
        return texts;
    };
    let range = match path.ends_with(".yaml") {
        true => Some(Span::new(0, text.len())),
        false => front_matter(path, text).0.yaml,
    };
    if let Some(range) = range
        && let (Some(node), _) = yaml::parse(path, text, range)
    {
        gather(&node, path, &mut texts);
    }
    texts
}

/// The texts in the fields of what a page shows.
pub(super) struct Sources<'r> {
    files: Vec<Arc<Texts>>,
    read: &'r ReadFiles,
}

impl<'r> Sources<'r> {
    /// Those of the entry that a page is about, or of the file that caused it.
    pub(super) fn of(site: &Site, read: &'r ReadFiles, page: &Page) -> Self {
        let entry = match page.kind {
            PageKind::Home(entry) | PageKind::Entry(entry) | PageKind::Continued(entry, _) => {
                Some(&site.graph.entries[entry])
            }
            _ => None,
        };
        let files = entry.map_or(&[][..], |entry| &entry.files);
        let mut paths: Vec<&Arc<str>> = files.iter().chain([&page.place.path]).collect();
        // Which holds what is written on no page.
        paths.retain(|path| ***path != *SITE);
        paths.sort();
        paths.dedup();
        let files = paths.into_iter().map(|path| read.of(site, path));
        Self {
            files: files.collect(),
            read,
        }
    }

    /// Where words stand, if in one place alone.
    pub(super) fn place(&self, wanted: &str) -> Option<Location> {
        let texts = self.files.iter().flat_map(|texts| texts.iter());
        Wanted::new(wanted, 3)?.place(texts)
    }

    /// Where words stand that are of another entry, or of the theme.
    pub(super) fn place_anywhere(&self, site: &Site, wanted: &str) -> Option<Location> {
        self.read.anywhere(site, &Wanted::new(wanted, 8)?)
    }

    /// Where a line of a field in Markdown stands; all of the field, where nothing tells which of its lines.
    pub(super) fn line(&self, site: &Site, field: &str, byte: usize) -> Option<Location> {
        let place = self.place(field)?;
        let line = field.get(byte..)?.lines().next()?.trim();
        let (span, text) = (place.span?, site.snapshot.text(&place.path)?);
        let written = text.get(span.start..span.end)?;
        let mut found = written.match_indices(line);
        let exact = match (found.next(), found.next()) {
            (Some((at, _)), None) if !line.is_empty() => {
                let start = span.start + at;
                Some(Location::new(
                    place.path.clone(),
                    Span::new(start, start + line.len()),
                ))
            }
            _ => None,
        };
        Some(exact.unwrap_or(place))
    }
}

/// A text by its letters and digits alone: a page sets its signs and spaces as its language does.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The texts below a node.
fn gather(node: &Node, path: &Arc<str>, texts: &mut Texts) {
    match &node.value {
        yaml::Value::Scalar(scalar) => {
            let place = Location::new(path.clone(), node.span);
            texts.push((letters(&scalar.text), place));
        }
        yaml::Value::Map(map) => map.iter().for_each(|(_, node)| gather(node, path, texts)),
        yaml::Value::List(items) => items.iter().for_each(|node| gather(node, path, texts)),
        _ => {}
    }
}
