//! Dictionaries of Hunspell on this machine: in which folders they are, and which belongs to a language.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A dictionary: the file of its affixes, and that of its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DictionaryFiles {
    /// `NAME.aff`.
    pub affixes: PathBuf,
    /// `NAME.dic`.
    pub words: PathBuf,
}

/// Dictionaries by their folders: what stands in an earlier one goes before what stands in a later one.
#[derive(Clone, Debug, Default)]
pub struct DictionaryFolders(Vec<PathBuf>);

/// Where systems and LibreOffice keep dictionaries. In each are folders of languages at most one below.
const FOLDERS: &[&str] = &[
    "/usr/local/share/hunspell",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:\\Program Files\\LibreOffice\\share\\extensions",
    "C:\\Program Files (x86)\\LibreOffice\\share\\extensions",
];

/// Languages whose regions spell differently, so that the dictionary of one is none for another.
const BY_REGION: &[&str] = &["en", "pt", "zh", "sr"];

/// Names that dictionaries of a language have besides its tag.
const NAMES: &[(&str, &[&str])] = &[
    (
        "fr",
        &[
            "fr-classique",
            "fr-moderne",
            "fr-reforme1990",
            "fr-toutesvariantes",
        ],
    ),
    ("ar", &["ar"]),
];

impl DictionaryFolders {
    /// The folder of the site's own, where it names one, then those of the person whose `home` is given, then those of the system.
    pub fn of_system(own: Option<PathBuf>, home: Option<&Path>) -> Self {
        let personal = home.into_iter().flat_map(|home| {
            ["Library/Spelling", ".local/share/hunspell"].map(|folder| home.join(folder))
        });
        let system = FOLDERS.iter().map(PathBuf::from);
        Self(own.into_iter().chain(personal).chain(system).collect())
    }

    /// These alone.
    pub fn of(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self(folders.into_iter().collect())
    }

    /// The dictionary of a language: of its region, where there is one; else of the language, unless regions spell differently.
    pub fn find(&self, tag: &str) -> Option<DictionaryFiles> {
        let all: Vec<(String, DictionaryFiles)> =
            self.0.iter().flat_map(|folder| listed(folder)).collect();
        let wanted = wanted(tag);
        let exact = wanted
            .iter()
            .find_map(|name| all.iter().find(|(known, _)| known == name));
        let language = wanted.last().cloned().unwrap_or_default();
        let is_by_region = BY_REGION.contains(&&*language) && wanted.len() > 1;
        let beginning = format!("{language}-");
        let other = all
            .iter()
            .find(|(name, _)| name.starts_with(&beginning) && !is_by_region);
        exact.or(other).map(|(_, files)| files.clone())
    }
}

impl DictionaryFiles {
    /// The bytes of both files.
    ///
    /// # Errors
    /// Those of the system.
    pub fn read(&self) -> io::Result<(Vec<u8>, Vec<u8>)> {
        Ok((fs::read(&self.affixes)?, fs::read(&self.words)?))
    }
}

/// The names that the dictionary of a language may have, in the form in which they are compared; the best first, and the language
/// alone last.
fn wanted(tag: &str) -> Vec<String> {
    let tag = compared(tag);
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_owned();
    let region =
        parts.find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let mut names = vec![tag.clone()];
    names.extend(region.map(|region| format!("{language}-{region}")));
    names.dedup();
    let others = NAMES.iter().find(|(own, _)| *own == language);
    if region.is_none() || !BY_REGION.contains(&&*language) {
        names.retain(|name| *name != language);
        let others = others.into_iter().flat_map(|(_, names)| names.iter());
        names.extend(others.map(|name| (*name).to_owned()));
        // Where it does not matter, or nobody says: that of the country that the language is named after.
        names.push(format!("{language}-{language}"));
        if language == "en" {
            names.push("en-gb".to_owned());
        }
    }
    names.retain(|name| *name != language);
    names.push(language);
    names
}

fn compared(name: &str) -> String {
    name.to_ascii_lowercase().replace('_', "-")
}

/// The dictionaries of a folder and of the folders in it, by their names as they are compared, in order.
fn listed(folder: &Path) -> Vec<(String, DictionaryFiles)> {
    let mut found = Vec::new();
    let walk = walkdir::WalkDir::new(folder)
        .max_depth(3)
        .follow_links(true)
        .sort_by_file_name();
    for entry in walk.into_iter().flatten() {
        let words = entry.path();
        let affixes = words.with_extension("aff");
        let stem = words.file_stem().and_then(|stem| stem.to_str());
        let is_words = words.extension().is_some_and(|ending| ending == "dic");
        if let Some(stem) = stem.filter(|_| is_words)
            && affixes.is_file()
        {
            let files = DictionaryFiles {
                affixes,
                words: words.to_owned(),
            };
            found.push((compared(stem), files));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::DictionaryFolders;

    #[test]
    fn the_dictionary_of_a_region_goes_before_others() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "fr.dic",
            "fr.aff",
            "en_GB.dic",
            "en_GB.aff",
            "en_US.dic",
            "en_US.aff",
            "de_AT.dic",
            "de_AT.aff",
            "es.dic",
        ] {
            std::fs::write(folder.path().join(name), "0\n").unwrap();
        }
        let folders = DictionaryFolders::of([folder.path().join("none"), folder.path().to_owned()]);
        for (tag, expected) in [
            ("fr", Some("fr.aff")),
            ("fr-FR", Some("fr.aff")),
            ("fr-CA", Some("fr.aff")),
            ("en-GB-oxendict", Some("en_GB.aff")),
            ("en-US", Some("en_US.aff")),
            ("en", Some("en_GB.aff")),
            // Of another region: each second word would be wrong.
            ("en-AU", None),
            ("de", Some("de_AT.aff")),
            ("de-DE", Some("de_AT.aff")),
            ("es", None),
            ("ar", None),
        ] {
            let found = folders.find(tag);
            let name = found
                .as_ref()
                .and_then(|files| files.affixes.file_name()?.to_str());
            assert_eq!(name, expected, "{tag}");
        }
    }
}
