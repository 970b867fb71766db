//! What was typed names an entry: by its id, a file of it, an address, or its title.

use std::sync::Arc;

use super::{Unresolved, date_of_name};
use rihla_diagnostics::folded;
use rihla_text::language::looks_like_language;
use rihla_text::url::decoded;

/// The names that an entry has.
#[derive(Clone, Debug)]
pub struct Known {
    pub id: Arc<str>,
    /// Its files, by their paths in the site.
    pub files: Vec<Arc<str>>,
    /// Its addresses, from the first `/` on or from the scheme on.
    pub addresses: Vec<Arc<str>>,
    pub titles: Vec<Arc<str>>,
}

/// The place in a list of the one that a name means: its id, also with `content/` before it; the path
/// of one of its files, also of one that is not there; one of its addresses, also as a browser shows it;
/// the end of its id, without the date at the head of the name if need be; one of its titles, whose
/// capitals and accents are free.
///
/// # Errors
/// When none, or more than one, has this name.
pub fn named(typed: &str, known: &[Known]) -> Result<usize, Unresolved> {
    let title = folded(typed.trim());
    let typed = decoded(&typed.replace('\\', "/"));
    let path = typed.split_once("://").map_or(&*typed, |(_, rest)| {
        rest.split_once('/').map_or("", |(_, path)| path)
    });
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let plain = path.trim_start_matches("./").trim_matches('/');
    let inside = plain.strip_prefix("content/").unwrap_or(plain);
    let is_end = |whole: &str, end: &str| {
        let rest = whole.strip_suffix(end);
        !end.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    let is_file = |entry: &Known| {
        let mut files = entry.files.iter();
        files.any(|file| **file == *plain || file.strip_prefix("content/") == Some(inside))
    };
    let is_address = |entry: &Known| {
        let mut addresses = entry.addresses.iter();
        addresses.any(|address| !plain.is_empty() && is_end(address.trim_end_matches('/'), plain))
    };
    let is_short =
        |entry: &Known, name: &str| is_end(&entry.id, name) || is_end(&undated(&entry.id), name);
    let stem = stem(inside);
    let is_title = |entry: &Known| {
        let mut titles = entry.titles.iter();
        titles.any(|own| !title.is_empty() && folded(own) == title)
    };
    let ways: [&dyn Fn(&Known) -> bool; 7] = [
        &|entry| *entry.id == *inside,
        &is_file,
        &is_address,
        &|entry| *entry.id == *stem,
        &|entry| is_short(entry, inside),
        &|entry| is_short(entry, stem),
        &is_title,
    ];
    for fits in ways {
        let found: Vec<usize> = (0..known.len()).filter(|at| fits(&known[*at])).collect();
        match found[..] {
            [] => {}
            [one] => return Ok(one),
            _ => {
                let ids = found.iter().map(|at| known[*at].id.clone());
                return Err(Unresolved::Ambiguous(ids.collect()));
            }
        }
    }
    Err(Unresolved::Unknown)
}

/// A path without what stands after the id in the name of a file: the extension, the language,
/// `index`.
fn stem(path: &str) -> &str {
    let extensions = [".md", ".markdown", ".yaml", ".yml"];
    let mut plain = extensions
        .iter()
        .find_map(|extension| path.strip_suffix(extension))
        .unwrap_or(path);
    if let Some((rest, tag)) = plain.rsplit_once('.')
        && looks_like_language(tag)
    {
        plain = rest;
    }
    let folder = ["/index", "/shared"];
    folder
        .iter()
        .find_map(|name| plain.strip_suffix(name))
        .unwrap_or(plain)
}

/// An id without the date at the head of its name.
pub fn undated(id: &str) -> String {
    let (folder, name) = id.rsplit_once('/').unwrap_or(("", id));
    match date_of_name(name) {
        Some((_, rest)) => format!("{folder}/{rest}"),
        None => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_a_name() {
        let known = |id: &str, files: &[&str], addresses: &[&str]| Known {
            id: id.into(),
            titles: match id {
                "about" => vec!["Qui sommes-nous ?".into(), "About us".into()],
                _ => vec!["Atelier".into()],
            },
            files: files.iter().map(|file| Arc::from(*file)).collect(),
            addresses: addresses
                .iter()
                .map(|address| Arc::from(*address))
                .collect(),
        };
        let known = [
            known("about", &["content/about/index.fr.md"], &["/fr/a-propos/"]),
            known(
                "news/2026-03-02-atelier-sante",
                &["content/news/2026-03-02-atelier-sante.fr.md"],
                &["https://e.org/fr/actualites/2026/été/"],
            ),
            known("news/atelier", &["content/news/atelier.fr.md"], &[]),
            known("partners/a", &["content/partners/entries.yaml"], &[]),
            known("partners/atelier", &["content/partners/entries.yaml"], &[]),
        ];
        for (typed, wanted) in [
            ("about", 0),
            ("content/about", 0),
            ("./content/about/index.fr.md", 0),
            ("content\\about\\index.fr.md", 0),
            ("/fr/a-propos/", 0),
            ("http://127.0.0.1:8000/fr/a-propos/?x#y", 0),
            ("atelier-sante", 1),
            ("news/atelier-sante", 1),
            ("2026-03-02-atelier-sante", 1),
            ("https://e.org/fr/actualites/2026/%C3%A9t%C3%A9", 1),
            ("news/atelier", 2),
            // As a file is called, whether it is there or not.
            ("atelier-sante.fr.md", 1),
            ("atelier-sante.en", 1),
            ("news/2026-03-02-atelier-sante.ar.md", 1),
            ("content/news/2026-03-02-atelier-sante.md", 1),
            ("about/index.en.md", 0),
            ("content/about/index", 0),
            ("./content/about/", 0),
            // As it is called.
            ("Qui sommes-nous ?", 0),
            ("ABOUT US", 0),
        ] {
            assert_eq!(named(typed, &known), Ok(wanted), "{typed}");
        }
        for typed in ["", "/", "telier", "content", "fr"] {
            assert_eq!(named(typed, &known), Err(Unresolved::Unknown), "{typed}");
        }
        for (typed, ids) in [
            ("atelier", ["news/atelier", "partners/atelier"]),
            (
                "content/partners/entries.yaml",
                ["partners/a", "partners/atelier"],
            ),
        ] {
            let ids = ids.map(Arc::from).to_vec();
            assert_eq!(
                named(typed, &known),
                Err(Unresolved::Ambiguous(ids)),
                "{typed}"
            );
        }
    }
}
