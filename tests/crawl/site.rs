//! A built site as a host would serve it: a folder answers with its `index.html`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use url::Url;

/// The files of an output folder and the address under which they are published.
#[derive(Clone)]
pub struct Site {
    base: Url,
    files: BTreeMap<String, Vec<u8>>,
}

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// To another site, or to no file (`mailto:`).
    Outside,
    /// To a file of the site, and perhaps to a place in it.
    File(String, Option<String>),
    /// To nothing; why.
    Nowhere(String),
}

impl Site {
    /// Reads an output folder. `base` ends with a slash.
    pub fn read(folder: &Path, base: &str) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path.strip_prefix(folder).expect("inside");
                let name = name.to_str().expect("Unicode").replace('\\', "/");
                files.insert(name, fs::read(path).expect("a file"));
            }
        }
        let base = Url::parse(base).expect("an address");
        Self { base, files }
    }

    /// The names of the files, ordered.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// What a file holds; `None` where it is not there or no text.
    pub fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(name)?).ok()
    }

    /// The address at which a host serves a file.
    pub fn address(&self, name: &str) -> Url {
        let path = match name.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => name,
        };
        self.base.join(path).expect("a path")
    }

    /// What an address leads to that is written at `from`.
    pub fn locate(&self, from: &Url, written: &str) -> Target {
        let url = match from.join(written) {
            Ok(url) => url,
            Err(error) => return Target::Nowhere(format!("is no address: {error}")),
        };
        if url.scheme() == "javascript" {
            return Target::Nowhere("is a script".to_owned());
        }
        if url.host() != self.base.host() || !matches!(url.scheme(), "http" | "https") {
            return Target::Outside;
        }
        if url.origin() != self.base.origin() {
            return Target::Nowhere(format!("has another scheme or port than {}", self.base));
        }
        let Some(path) = url.path().strip_prefix(self.base.path()) else {
            return Target::Nowhere(format!("leads out of {}", self.base.path()));
        };
        let Some(path) = decoded(path) else {
            return Target::Nowhere("is not UTF-8".to_owned());
        };
        let name = match path.is_empty() || path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path,
        };
        if self.has(&name) {
            let fragment = url.fragment().map(|text| decoded(text).unwrap_or_default());
            Target::File(name, fragment)
        } else if self.has(&format!("{name}/index.html")) {
            Target::Nowhere("leads to a folder without the slash at its end".to_owned())
        } else {
            Target::Nowhere(format!("leads to {name}, which is not there"))
        }
    }

    /// Takes a file away.
    pub fn remove(&mut self, name: &str) {
        assert!(self.files.remove(name).is_some(), "{name} is not there");
    }

    /// Adds a file, or puts another in its place.
    pub fn put(&mut self, name: &str, text: &str) {
        self.files.insert(name.to_owned(), text.into());
    }

    /// Replaces the first occurrence of `old` in a file.
    pub fn edit(&mut self, name: &str, old: &str, new: &str) {
        let text = self.text(name).expect("a text").to_owned();
        assert!(text.contains(old), "{name} has no {old}:\n{text}");
        self.put(name, &text.replacen(old, new, 1));
    }
}

/// A part of an address with its percent-encoding undone.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = match code {
            Some(_) => &after[2..],
            None => after,
        };
        bytes.push(code.unwrap_or(*first));
    }
    String::from_utf8(bytes).ok()
}

#[test]
fn addresses_lead_where_a_host_leads_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("fr/été")).expect("a folder");
    for name in ["index.html", "fr/été/index.html", "fr/plan.pdf"] {
        fs::write(folder.path().join(name), "x").expect("a file");
    }
    let site = Site::read(folder.path(), "https://example.org/a/b/");
    let from = site.address("fr/été/index.html");
    assert_eq!(from.as_str(), "https://example.org/a/b/fr/%C3%A9t%C3%A9/");
    let file = |name: &str, fragment: Option<&str>| {
        Target::File(name.to_owned(), fragment.map(str::to_owned))
    };
    let nowhere = |why: &str| Target::Nowhere(why.to_owned());
    for (written, target) in [
        ("/a/b/", file("index.html", None)),
        ("../../?q#x%20y", file("index.html", Some("x y"))),
        ("#%C3%A9", file("fr/été/index.html", Some("é"))),
        ("/a/b/fr/%C3%A9t%C3%A9/", file("fr/été/index.html", None)),
        ("//example.org/a/b/fr/plan.pdf", file("fr/plan.pdf", None)),
        ("https://other.example/a/b/", Target::Outside),
        ("mailto:x@example.org", Target::Outside),
        ("javascript:void(0)", nowhere("is a script")),
        ("/a/b", nowhere("leads out of /a/b/")),
        ("/fr/plan.pdf", nowhere("leads out of /a/b/")),
        (
            "http://example.org/a/b/",
            nowhere("has another scheme or port than https://example.org/a/b/"),
        ),
        (
            "/a/b/fr/été",
            nowhere("leads to a folder without the slash at its end"),
        ),
        (
            "../x/",
            nowhere("leads to fr/x/index.html, which is not there"),
        ),
        (
            "Plan.pdf",
            nowhere("leads to fr/été/Plan.pdf, which is not there"),
        ),
    ] {
        assert_eq!(site.locate(&from, written), target, "{written}");
    }
}
