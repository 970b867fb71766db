//! An index of words, in files that are small enough to be sent one by one: what a script needs to answer one
//! query is one part of the words and the pages that it shows.
//!
//! ```text
//! entry   fr/search.json               pages by name, parts by their first word, endings, the files below
//! page    assets/search/fr/NAME.json   address, title, kind, date, summary, text of one page
//! part    assets/search/fr/NAME.json   words, each with its forms and the pages that have it
//! facets  assets/search/fr/NAME.json   the pages of each value by which results are filtered
//! list    assets/search/fr/NAME.json   the words of the site, the most frequent first
//! ```
//!
//! But for the entry, a file is named by the digest of what it holds: a browser keeps it for a year, and an
//! entry never leads to a file of another build.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Value, json};

use rihla_site::source::Digest;
use rihla_text::search::{Stems, fold, telephones, words};

/// How many bytes a part of the words has, but where more begin with the same three letters.
const PART: usize = 20_000;
/// How many words the list has at most.
const LISTED: usize = 8_000;
/// How many characters of a text are kept to show those around a word.
const SHOWN: usize = 8_000;
/// How much more a word tells with which the title begins.
const BEGINNING: usize = 1;
/// How many hexadecimal digits of its digest the name of a file has at least.
const DIGITS: usize = 8;
/// The folder of the files, below that of assets.
pub const FOLDER: &str = "assets/search/";

/// A page, as it is found.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The address to which a result leads, with the base.
    pub address: String,
    pub title: String,
    pub summary: String,
    /// What else is read on the page, a line for each paragraph.
    pub text: String,
    /// What the page is about and is not shown of it: the titles of what it refers to.
    pub about: String,
    /// What it is to a reader; empty for nothing.
    pub kind: String,
    /// Its day, and how a reader is told it.
    pub date: Option<(String, String)>,
    /// For each filter, the values that the page has.
    pub filters: Vec<Vec<String>>,
}

/// A way to narrow what is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// `kind`, `year`, or the name of a collection.
    pub name: Arc<str>,
    /// What a reader is told; empty where the theme has words for it.
    pub title: String,
    /// Whether the greatest value stands first.
    pub is_descending: bool,
}

/// A file of the index: its output, and what it holds.
pub type IndexFile = (String, Vec<u8>);

/// How often a page has a word, in what stands where.
#[derive(Clone, Copy, Default)]
struct Counts {
    title: u32,
    summary: u32,
    text: u32,
    about: u32,
    /// Whether the title begins with it.
    begins: bool,
}

/// The words of a page.
struct Tokens {
    /// Folded word → how often, and how it is spelt.
    words: BTreeMap<String, (Counts, String)>,
    /// How many of them there are, and how many in the title.
    length: usize,
    title: usize,
}

/// A word of the site.
#[derive(Default)]
struct Listed<'w> {
    /// How it is spelt → on how many pages.
    spellings: BTreeMap<&'w str, usize>,
    pages: Vec<(usize, Counts)>,
}

/// A word and those that have its stem.
#[derive(Default)]
struct Entry {
    forms: BTreeSet<String>,
    /// Page → what it weighs.
    pages: BTreeMap<usize, Counts>,
}

/// Where the files of the index of a language are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The output of the entry.
    pub entry: String,
    /// The folder of the others in the output, with a slash at its end.
    pub folder: String,
    /// The address of that folder, with the base.
    pub address: String,
}

/// The files of the index of a language, its entry first. The same for the same input, to the byte.
///
/// `synonyms` are groups of words that mean the same, as they are written.
pub fn files(
    documents: &[Document],
    filters: &[Filter],
    synonyms: &[Vec<String>],
    stems: &Stems,
    place: Place,
) -> Vec<IndexFile> {
    let tokens: Vec<Tokens> = documents
        .par_iter()
        .map(|document| tokens(document, stems))
        .collect();
    let mut listed: BTreeMap<&str, Listed> = BTreeMap::new();
    for (page, tokens) in tokens.iter().enumerate() {
        for (word, (counts, spelt)) in &tokens.words {
            let known = listed.entry(word).or_default();
            *known.spellings.entry(spelt).or_default() += 1;
            known.pages.push((page, *counts));
        }
    }
    // A stem is found once for each word, not for each page that has it.
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (word, of) in &listed {
        let stem = stems.stem(word);
        let is_stem = *word == stem;
        let known = entries.entry(stem).or_default();
        if !is_stem {
            known.forms.insert((*word).to_owned());
        }
        for (page, counts) in &of.pages {
            known.pages.entry(*page).or_default().add(counts);
        }
    }
    let length = tokens.iter().map(|tokens| tokens.length).sum::<usize>();
    let average = (length / documents.len().max(1)).max(1);
    let mut files = Files {
        folder: place.folder,
        all: Vec::new(),
    };
    let pages: Vec<Value> = documents.par_iter().map(shown).collect();
    let pages = files.add_all(&pages);
    let parts: Vec<Value> = parts(&entries, &tokens, average)
        .into_iter()
        .map(|(first, part)| json!([first, files.add(&part)]))
        .collect();
    let facets = files.add(&facets(documents, filters));
    let synonyms = files.add(&groups(synonyms));
    let list = files.add(&list(&listed));
    let entry = json!({
        "edition": 1,
        "folder": place.address,
        "pages": documents.len(),
        "names": pages.concat(),
        "parts": parts,
        "facets": facets,
        "synonyms": synonyms,
        "list": list,
        "steps": stems.steps,
        "common": stems.common,
    });
    let mut all = vec![(place.entry, entry.to_string().into_bytes())];
    all.extend(files.all);
    all
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.title += other.title;
        self.summary += other.summary;
        self.text += other.text;
        self.about += other.about;
        self.begins |= other.begins;
    }

    /// What a word weighs on a page of so many words, from 1 to 99, as BM25 has it, where many of them weigh
    /// hardly more than some; and, in hundreds, which part of the title it is, from 1 to 9, more where the title begins
    /// with it.
    fn weight(self, length: usize, average: usize, title: usize) -> usize {
        let count = self.text + 3 * self.summary + 2 * self.about + 6 * self.title;
        let (count, length) = (count as usize * 100, 75 + 25 * length / average);
        let weight = (99 * count / (count + 2 * length)).clamp(1, 99);
        let part = match self.title {
            0 => 0,
            _ => (9 / title.max(1)).clamp(1, 9 - BEGINNING) + usize::from(self.begins) * BEGINNING,
        };
        part * 100 + weight
    }
}

/// The count of one field among those of a word.
type CountOf = fn(&mut Counts) -> &mut u32;

fn tokens(document: &Document, stems: &Stems) -> Tokens {
    let mut tokens = Tokens {
        words: BTreeMap::new(),
        length: 0,
        title: 0,
    };
    let fields: [(&str, CountOf); 4] = [
        (&document.title, |counts| &mut counts.title),
        (&document.summary, |counts| &mut counts.summary),
        (&document.text, |counts| &mut counts.text),
        (&document.about, |counts| &mut counts.about),
    ];
    for (number, (text, count)) in fields.into_iter().enumerate() {
        for piece in text.split(char::is_whitespace) {
            let folded = fold(piece);
            let mut found = words(&folded).peekable();
            while let Some(word) = found.next() {
                if stems.is_common(word) {
                    continue;
                }
                tokens.length += 1;
                tokens.title += usize::from(number == 0);
                if let Some((counts, _)) = tokens.words.get_mut(word) {
                    *count(counts) += 1;
                    continue;
                }
                let mut counts = Counts::default();
                *count(&mut counts) = 1;
                counts.begins = tokens.title == 1 && number == 0;
                let is_only = found.peek().is_none();
                let spelt = spelling(piece, word, is_only);
                tokens.words.insert(word.to_owned(), (counts, spelt));
            }
        }
        // Whatever groups its digits stand in, and with or without the code of its country.
        for telephone in telephones(text) {
            let spelt = &text[telephone.place];
            if spelt != telephone.digits {
                let new = || (Counts::default(), spelt.to_owned());
                let (counts, _) = tokens.words.entry(telephone.digits).or_insert_with(new);
                *count(counts) += 1;
            }
        }
    }
    tokens
}

/// How a folded word is spelt in a piece of text that ends with it.
fn spelling(piece: &str, word: &str, is_last: bool) -> String {
    let end = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = end
        .char_indices()
        .rev()
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(0, |(at, c)| at + c.len_utf8());
    let spelt = end[start..].to_lowercase();
    match is_last && fold(&spelt) == word {
        true => spelt,
        false => word.to_owned(),
    }
}

/// A page as it is shown: `u` address, `t` title, `k` kind, `d` day and how it is told, `s` summary, `x` text.
fn shown(document: &Document) -> Value {
    let mut page = json!({"u": document.address, "t": document.title});
    let mut put = |key: &str, value: Value| {
        if let Some(map) = page.as_object_mut() {
            map.insert(key.to_owned(), value);
        }
    };
    if !document.kind.is_empty() {
        put("k", json!(document.kind));
    }
    if let Some((day, told)) = &document.date {
        put("d", json!([day, told]));
    }
    if !document.summary.is_empty() {
        put("s", json!(document.summary));
    }
    let text = document.text.as_str();
    let end = text.char_indices().nth(SHOWN).map(|(at, _)| &text[..at]);
    let kept = end.map_or(text, |cut| {
        cut.rsplit_once(' ').map_or(cut, |(kept, _)| kept)
    });
    if !kept.is_empty() {
        put("x", json!(kept));
    }
    page
}

/// The words in parts: the first three characters of the first word of each, and the part. Words that begin with the
/// same three characters are in one.
fn parts(
    entries: &BTreeMap<String, Entry>,
    tokens: &[Tokens],
    average: usize,
) -> Vec<(String, Value)> {
    let mut parts: Vec<(String, serde_json::Map<String, Value>)> = Vec::new();
    let (mut size, mut last) = (0, String::new());
    for (stem, entry) in entries {
        let head: String = stem.chars().take(3).collect();
        if parts.is_empty() || size > PART && head != last {
            parts.push((head.clone(), serde_json::Map::new()));
            size = 0;
        }
        last = head;
        let mut pages: Vec<usize> = Vec::new();
        let mut before = 0;
        for (page, counts) in &entry.pages {
            let of = &tokens[*page];
            pages.push(page - before);
            pages.push(counts.weight(of.length, average, of.title));
            before = *page;
        }
        let forms: Vec<&str> = entry.forms.iter().map(String::as_str).collect();
        let forms = forms.join(" ");
        size += stem.len() + forms.len() + 5 * entry.pages.len() + 10;
        if let Some((_, part)) = parts.last_mut() {
            part.insert(stem.clone(), json!([forms, pages]));
        }
    }
    let parts = parts.into_iter();
    parts
        .map(|(first, part)| (first, Value::Object(part)))
        .collect()
}

/// The values of each filter, each with the pages that have it.
fn facets(documents: &[Document], filters: &[Filter]) -> Value {
    let all = filters.iter().enumerate().map(|(number, filter)| {
        let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (page, document) in documents.iter().enumerate() {
            for value in document.filters.get(number).into_iter().flatten() {
                let pages = values.entry(value).or_default();
                if pages.last() != Some(&page) {
                    pages.push(page);
                }
            }
        }
        let mut values: Vec<(&str, Vec<usize>)> = values.into_iter().collect();
        if filter.is_descending {
            values.reverse();
        }
        json!({"name": filter.name, "title": filter.title, "values": values})
    });
    json!(all.collect::<Vec<Value>>())
}

/// The groups of words that mean the same, each folded: `mou`, `protocole d'accord`.
fn groups(synonyms: &[Vec<String>]) -> Value {
    let folded = |text: &String| words(&fold(text)).collect::<Vec<&str>>().join(" ");
    let groups = synonyms.iter().filter_map(|group| {
        let mut seen: Vec<String> = Vec::new();
        for words in group.iter().map(folded) {
            if !words.is_empty() && !seen.contains(&words) {
                seen.push(words);
            }
        }
        (seen.len() > 1).then_some(seen)
    });
    json!(groups.collect::<Vec<Vec<String>>>())
}

/// The words of the site as they are mostly spelt, those that most pages have first.
fn list(listed: &BTreeMap<&str, Listed>) -> Value {
    let mut all: Vec<(usize, &str)> = Vec::new();
    for (word, of) in listed {
        let spellings = &of.spellings;
        let count = spellings.values().sum();
        let most = spellings
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
        if word.chars().count() > 2 && !word.starts_with(|c: char| c.is_ascii_digit()) {
            all.extend(most.map(|(spelt, _)| (count, *spelt)));
        }
    }
    all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    all.truncate(LISTED);
    let words: Vec<&str> = all.into_iter().map(|(_, word)| word).collect();
    json!(words.join(" "))
}

/// Files that are named by what they hold.
struct Files {
    folder: String,
    all: Vec<IndexFile>,
}

impl Files {
    fn add(&mut self, value: &Value) -> String {
        self.add_all(std::slice::from_ref(value)).concat()
    }

    /// Adds a file for each value. Their names have as many digits as tell them from each other and from all others.
    fn add_all(&mut self, values: &[Value]) -> Vec<String> {
        let texts: Vec<String> = values.par_iter().map(Value::to_string).collect();
        let of = |text: &String| Digest::of(text.as_bytes());
        let digests: Vec<Digest> = texts.par_iter().map(of).collect();
        let taken = self.all.iter().map(|(output, _)| output.as_str());
        let taken: BTreeSet<&str> = taken.collect();
        let output = |name: &String| format!("{}{name}.json", self.folder);
        let mut digits = DIGITS;
        let names = loop {
            let names = digests.iter().map(|digest| digest.short(digits));
            let names: Vec<String> = names.collect();
            let apart: BTreeSet<&String> = names.iter().collect();
            let is_free = |name: &String| !taken.contains(output(name).as_str());
            let are_apart = apart.len() == names.len() && names.iter().all(is_free);
            if are_apart || digits == 64 {
                break names;
            }
            digits += 2;
        };
        // Of two that hold the same, there is one.
        let mut seen = BTreeSet::new();
        let new = names.iter().map(output).zip(texts);
        let new = new
            .filter(|(output, _)| !taken.contains(output.as_str()) && seen.insert(output.clone()));
        let new: Vec<IndexFile> = new
            .map(|(output, text)| (output, text.into_bytes()))
            .collect();
        self.all.extend(new);
        names
    }
}
