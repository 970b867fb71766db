//! Words that no dictionary has.
//!
//! The words of each text are looked up in the dictionary of its language; those of a passage that is marked as another language, in
//! that one. What is right although no dictionary has it is known by the site itself ([`own`]): its glossary, its list,
//! the names in its fields and titles, and names that stand in more than one text: whoever is called so is called so in the
//! translation too.

mod own;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::text::Texts;
use own::Own;
use rihla_build::query::Site;
use rihla_diagnostics::catalogue::spelling as say;
use rihla_diagnostics::{Correction, Diagnostic, Edit, Location, Value};
use rihla_html::Rule;
use rihla_site::config::SITE;
use rihla_site::content::Parts;
use rihla_site::ids::Id as _;
use rihla_site::source::{DictionaryFiles, DictionaryFolders};
use rihla_spelling::{Dictionary, Habits, is_right, words};

/// The rules over words.
pub(super) static RULES: &[Rule] = &[Rule::new(&say::WORD, &[], &[])];

/// For how many words suggestions are looked for: each takes some milliseconds.
const SUGGESTED: usize = 60;
/// How many places of a word in a file are told.
const PLACES: usize = 10;

/// Dictionaries, each read when its language is first met.
struct Shelf<'s> {
    site: &'s Site,
    folders: &'s [DictionaryFolders],
    /// By the tags of languages, as texts name them.
    known: BTreeMap<Arc<str>, OnceCell<Looked>>,
}

/// What became of the search for a dictionary.
enum Looked {
    Found(Box<Dictionary>),
    Broken(DictionaryFiles, String),
    None,
}

impl<'s> Shelf<'s> {
    /// Those of all languages that texts are in.
    fn new<'t>(
        site: &'s Site,
        folders: &'s [DictionaryFolders],
        tags: impl Iterator<Item = &'t Arc<str>>,
    ) -> Self {
        Self {
            site,
            folders,
            known: tags.map(|tag| (tag.clone(), OnceCell::new())).collect(),
        }
    }

    fn of(&self, tag: &str) -> &Looked {
        match self.known.get(tag) {
            Some(cell) => cell.get_or_init(|| self.look(tag)),
            None => &Looked::None,
        }
    }

    fn look(&self, tag: &str) -> Looked {
        let languages = &self.site.config.site.languages;
        let row = languages.iter().find(|language| &*language.tag == tag);
        let exact = row.and_then(|row| row.variant.as_deref()).unwrap_or(tag);
        let Some(files) = self.folders.iter().find_map(|folders| folders.find(exact)) else {
            return Looked::None;
        };
        let read = files.read().map_err(|error| error.to_string());
        let dictionary = read.and_then(|(affixes, words)| {
            Dictionary::new(&affixes, &words).map_err(|broken| broken.0)
        });
        match dictionary {
            Ok(dictionary) => Looked::Found(Box::new(dictionary)),
            Err(why) => Looked::Broken(files, why),
        }
    }

    fn dictionary(&self, tag: &str) -> Option<&Dictionary> {
        match self.of(tag) {
            Looked::Found(dictionary) => Some(dictionary),
            Looked::Broken(..) | Looked::None => None,
        }
    }
}

/// A word that is not known, where it stands.
struct Unknown {
    word: String,
    tag: Arc<str>,
    place: Location,
    /// Which of the texts has it: the number of its thing, and the language of the text.
    text: (usize, usize),
    is_name: bool,
}

/// The words of a site that no dictionary has.
pub(super) fn check(
    site: &Site,
    parts: &Parts,
    texts: &[Texts],
    folders: &[DictionaryFolders],
) -> Vec<Diagnostic> {
    let languages = &site.config.site.languages;
    let of_texts = texts
        .iter()
        .flat_map(|texts| texts.fields.values().flatten());
    let mut tags: Vec<Arc<str>> = languages
        .iter()
        .map(|language| language.tag.clone())
        .collect();
    for line in of_texts
        .flat_map(|text| &text.units)
        .flat_map(|unit| &unit.lines)
    {
        tags.extend(
            line.language
                .iter()
                .filter(|tag| !tags.contains(tag))
                .cloned()
                .collect::<Vec<_>>(),
        );
    }
    let shelf = Shelf::new(site, folders, tags.iter());
    let own = Own::of(site, parts);
    let mut unknown = Vec::new();
    for (number, texts) in texts.iter().enumerate() {
        // A part of an address has the letters that addresses have.
        let fields = texts.fields.iter();
        let fields = fields.filter(|(name, _)| name.rsplit('.').next() != Some("slug"));
        for text in fields.flat_map(|(_, texts)| texts) {
            let language = &languages[text.language];
            for line in text.units.iter().flat_map(|unit| &unit.lines) {
                let tag = line.language.as_ref().unwrap_or(&language.tag);
                let Some(dictionary) = shelf.dictionary(tag) else {
                    continue;
                };
                let habits = Habits::of(tag);
                let has = |word: &str| own.has(word) || dictionary.has(word);
                for word in words(&line.text) {
                    if is_right(word.text, habits, &has) {
                        continue;
                    }
                    // A title, a quotation and what is set apart may be in any language.
                    let is_elsewhere = line.is_apart(word.range.start) && {
                        let others = languages.iter().filter(|other| other.tag != *tag);
                        let mut others = others.filter_map(|other| {
                            Some((Habits::of(&other.tag), shelf.dictionary(&other.tag)?))
                        });
                        others.any(|(habits, other)| {
                            is_right(word.text, habits, &|word| own.has(word) || other.has(word))
                        })
                    };
                    if !is_elsewhere {
                        unknown.push(Unknown {
                            word: word.text.to_owned(),
                            tag: tag.clone(),
                            place: text.place(&site.snapshot, line.place(&word.range)),
                            text: (number, text.language.position()),
                            is_name: word.is_name,
                        });
                    }
                }
            }
        }
    }
    let mut found = told(site, &shelf, unknown);
    found.extend(
        languages
            .iter()
            .filter_map(|language| lacking(&shelf, &language.tag)),
    );
    found
}

/// What is said of a language whose words could not be looked up.
fn lacking(shelf: &Shelf, tag: &str) -> Option<Diagnostic> {
    let languages = &shelf.site.config.site.languages;
    let said = languages
        .iter()
        .find(|language| &*language.tag == tag)?
        .said();
    match shelf.of(tag) {
        Looked::Found(_) => None,
        Looked::None => Some(Diagnostic::on_file(&say::NO_DICTIONARY, SITE).with("language", said)),
        Looked::Broken(files, why) => {
            let name = files
                .words
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            Some(
                Diagnostic::on_file(&say::BROKEN, SITE)
                    .with("file", name.unwrap_or_default())
                    .with("why", why),
            )
        }
    }
}

/// What is told of words that are not known: each once for a file.
fn told(site: &Site, shelf: &Shelf, unknown: Vec<Unknown>) -> Vec<Diagnostic> {
    // What begins with a capital within a sentence, and stands in two texts, is a name.
    let mut of_name: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for one in unknown
        .iter()
        .filter(|one| one.word.contains(char::is_uppercase))
    {
        of_name.entry(bare(&one.word)).or_default().push(one.text);
    }
    let is_inside = |name: &str| {
        unknown
            .iter()
            .any(|one| one.is_name && bare(&one.word) == name)
    };
    let names: Vec<String> = of_name
        .into_iter()
        .filter_map(|(name, mut texts)| {
            texts.sort_unstable();
            texts.dedup();
            (texts.len() > 1 && is_inside(name)).then(|| name.to_owned())
        })
        .collect();
    let mut groups: BTreeMap<(Arc<str>, String, Arc<str>), Vec<Location>> = BTreeMap::new();
    let mut order = Vec::new();
    for one in unknown {
        if names
            .binary_search_by(|name| name.as_str().cmp(bare(&one.word)))
            .is_ok()
        {
            continue;
        }
        let key = (one.place.path.clone(), one.word, one.tag);
        let places = groups.entry(key.clone()).or_default();
        if places.is_empty() {
            order.push(key);
        }
        places.push(one.place);
    }
    let mut suggested: BTreeMap<(String, Arc<str>), Vec<String>> = BTreeMap::new();
    let mut found = Vec::new();
    for key in order {
        let Some(places) = groups.remove(&key) else {
            continue;
        };
        let (_, word, tag) = key;
        let is_room = suggested.len() < SUGGESTED;
        let of_word = (word.clone(), tag.clone());
        let suggestions = match suggested.get(&of_word) {
            Some(suggestions) => suggestions.clone(),
            None if is_room => {
                let dictionary = shelf.dictionary(&tag);
                let suggestions = dictionary
                    .map(|dictionary| suggestions(dictionary, &word))
                    .unwrap_or_default();
                suggested.insert(of_word, suggestions.clone());
                suggestions
            }
            None => Vec::new(),
        };
        found.push(finding(site, &word, &tag, &places, &suggestions));
    }
    found
}

/// A word without what is elided before it, and a possessive behind it.
fn bare(word: &str) -> &str {
    let word = word
        .strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word);
    match word.split_once(['’', '\'']) {
        Some((before, rest)) if before.chars().count() <= 6 && !rest.is_empty() => rest,
        _ => word,
    }
}

/// What may have been meant by a word, with what is elided before it as it was written.
fn suggestions(dictionary: &Dictionary, word: &str) -> Vec<String> {
    let own = bare(word);
    let (before, behind) = match word.find(own) {
        Some(at) => (&word[..at], &word[at + own.len()..]),
        None => ("", ""),
    };
    let found = dictionary.suggest(own).into_iter();
    found
        .map(|found| format!("{before}{}{behind}", found.replace('\'', "’")))
        .collect()
}

fn finding(
    site: &Site,
    word: &str,
    tag: &str,
    places: &[Location],
    suggestions: &[String],
) -> Diagnostic {
    let languages = &site.config.site.languages;
    let row = languages.iter().find(|language| &*language.tag == tag);
    let language = row.map_or_else(|| Value::from(tag), |language| language.said());
    let offered = match suggestions {
        [] => None,
        suggestions => Some(suggestions.join(", ")),
    };
    let mut found = Diagnostic::new(&say::WORD)
        .with("word", word)
        .with("language", language)
        .with_some("suggestions", offered);
    let Some((first, others)) = places.split_first() else {
        return found;
    };
    if let [only] = suggestions
        && is_certain(word, only)
    {
        let edits = places.iter().filter_map(|place| {
            let span = place.span?;
            let written = site.snapshot.text(&place.path)?.get(span.start..span.end)?;
            (written == word).then(|| Edit {
                path: None,
                span,
                text: only.clone(),
            })
        });
        let edits: Vec<Edit> = edits.collect();
        if edits.len() == places.len() {
            found = found.correct(Correction::Edits(edits));
        }
    }
    found = found.placed(first.clone());
    for other in others.iter().take(PLACES) {
        found = found.related(other.clone(), say::ALSO);
    }
    found
}

/// Whether the only suggestion for a word is what was meant: two letters that changed places, one that is doubled or is not, or an accent.
fn is_certain(word: &str, meant: &str) -> bool {
    if word.contains(char::is_uppercase) || word.chars().count() < 5 {
        return false;
    }
    let plain = |text: &str| -> Vec<char> { deaccented(text) };
    let (own, other) = (plain(word), plain(meant));
    if own == other {
        return true;
    }
    let without_doubles = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.dedup();
        letters
    };
    if word.chars().count() != meant.chars().count() {
        return without_doubles(&own) == without_doubles(&other);
    }
    let (own, other): (Vec<char>, Vec<char>) = (word.chars().collect(), meant.chars().collect());
    let differ: Vec<usize> = (0..own.len()).filter(|at| own[*at] != other[*at]).collect();
    matches!(differ[..], [first, second] if second == first + 1 && own[first] == other[second] && own[second] == other[first])
}

/// The letters of a text without their accents.
fn deaccented(text: &str) -> Vec<char> {
    rihla_text::language::slug(text).chars().collect()
}

#[cfg(test)]
mod tests {
    use super::{bare, is_certain};

    #[test]
    fn what_is_certain() {
        for (word, meant) in [
            ("developpement", "développement"),
            ("réintegration", "réintégration"),
            ("accomodation", "accommodation"),
            ("governement", "gouvernement"),
            ("projte", "projet"),
            ("projet", "trajet"),
            ("Marroc", "Maroc"),
            ("être", "entre"),
        ] {
            let expected = !matches!(word, "governement" | "projet" | "Marroc" | "être");
            assert_eq!(is_certain(word, meant), expected, "{word}");
        }
    }

    #[test]
    fn names_are_bare() {
        for (word, expected) in [
            ("d’Oujda", "Oujda"),
            ("Caritas’s", "Caritas"),
            ("Oujda", "Oujda"),
            ("l’", "l’"),
        ] {
            assert_eq!(bare(word), expected);
        }
    }
}
