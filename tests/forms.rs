//! Both sides of a comparison are alike: a site that has one of each is written in every form that
//! a name or an address may have, and what comes out is the same to the byte.
//!
//! In the files of [`SITE`] stands `‹kind:text›` for what is compared with something else: `name`
//! for a name, composed or decomposed; `address` for one that may be percent-encoded besides;
//! `file` for the name of a file in a text, which a system that folds capitals takes in capitals
//! too; `path`, in paths of files, for what a disk may store decomposed.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use rihla_diagnostics::testing;
use rihla_diagnostics::testing::messages;
use std::collections::BTreeMap;
use std::path::Path;

use icu_normalizer::DecomposingNormalizerBorrowed;
use jiff::Timestamp;
use rihla::build::{self, Options, Program};

/// Path and text of the files of the site.
const SITE: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "edition: 1\ntitle: {fr: \"Mission\", en: \"Mission\"}\nbase_url: \"https://e.example.org/‹address:é›/\"\n\
         theme: ‹name:thème›\nlanguages:\n  - {tag: fr, name: \"Français\"}\n  - {tag: en, name: \"English\"}\n\
         menus:\n  main: [‹name:données›, ‹name:données/été›, {id: ‹name:données/été›, title: {fr: A, en: B}}]\n\
         gone: [‹address:/fr/disparaît/›]\nglossary: ‹name:données›\n\
         hosting: {no_referrer: [‹name:données/été›], files: [htaccess, azure]}\n\
         params: {‹name:clé›: \"v\"}\n",
    ),
    (
        "content/‹name:données›/collection.yaml",
        "title: {fr: \"Données\", en: \"Data\"}\nuntranslated: listed\norder: etat\nfields:\n  title: {type: text, localized: true, required: true}\n\
         \x20 etat: {type: choice, of: {‹name:levé›: {fr: A, en: B}, autre: {fr: C, en: D}}, default: ‹name:levé›}\n\
         \x20 voir: {type: reference, to: ‹name:données›}\n  image: {type: image}\n  piece: {type: file}\n  date: {type: date}\n  codes: {type: list, of: text}\n  debuts: {type: list, of: text}\n\
         lists:\n  - {by: year}\nrules:\n  - prefix_of: [codes, debuts]\n",
    ),
    (
        "content/‹name:données›/‹name:été›/shared.yaml",
        "title: {fr: \"Été\"}\netat: ‹name:levé›\ncodes: [‹name:é›]\ndebuts: [\"‹name:é›.1\"]\n\
         voir: ‹name:2020-01-02-café›\ndate: 2020-01-01\nimage:\n  file: ‹file:signé.png›\n  alt: \"a\"\npiece: ‹name:à lire.txt›\n",
    ),
    (
        "content/‹name:données›/‹name:été›/index.fr.md",
        "---\naliases: [‹address:/fr/accès/›, ‹address:/fr/vieux/été.html›]\n---\n\
         [un](‹address:../2020-01-02-café.fr.md›) [deux](‹address:/données/2020-01-02-café›)\n\
         [trois](‹address:/données/café›) [quatre](‹address:/données›) [cinq](<‹address:à lire.txt›>)\n\
         [six](‹address:/dépôt/100%.pdf›) [sept](</‹address:dépôt/note#3.pdf›>) [huit](#‹address:acces›)\n\
         [neuf](../2020-01-02-café.fr.md#‹address:acces›) [dix](‹address:../../accueil-été.fr.md›)\n\n\
         ![Une image](‹address:signé.png›)\n\n## Accès\n\n\
         :::figure{file=‹file:signé.png› alt=\"x\"}\nLégende\n:::\n\n\
         :::chart{data=‹file:données.csv› kind=bar x=‹name:année› y=‹name:réalisé› title=\"T\"}\n:::\n\n\
         :::download{file=\"‹file:à lire.txt›\" title=\"D\" language=fr}\n:::\n",
    ),
    (
        "content/‹name:données›/‹name:été›/‹name:données›.csv",
        "‹name:année›,‹name:réalisé›\n2019,4\n2020,5\n",
    ),
    (
        "content/‹name:données›/‹name:été›/‹name:à lire›.txt",
        "texte\n",
    ),
    (
        "content/‹name:données›/2020-01-02-‹name:café›.fr.md",
        "---\ntitle: \"Café\"\n---\n## Accès\n\nMot.\n",
    ),
    ("content/_index.fr.md", "---\ntitle: \"A\"\n---\n"),
    ("content/_index.en.md", "---\ntitle: \"A\"\n---\n"),
    (
        "content/‹name:accueil-été›.fr.md",
        "---\ntitle: \"Une page\"\n---\nMot.\n",
    ),
    ("static/‹name:dépôt›/100%.pdf", "%PDF-1.4\n"),
    ("static/‹name:dépôt›/note#3.pdf", "%PDF-1.4\n"),
    (
        "themes/‹name:thème›/templates/‹name:dé›.html",
        "<!doctype html><title>{{ page.title }}</title><link rel=\"stylesheet\" href=\"{{ asset(path=\"‹name:stylé.css›\") }}\">\
         {% for item in menu(name=\"main\") %}<a href=\"{{ item.address }}\">{{ item.title }}</a>{% endfor %}\
         <b>{{ t(key=\"‹name:clé›\") }}</b><i>{{ url(to=\"‹name:données/été›\") }}</i>{% block main %}{% endblock main %}",
    ),
    (
        "themes/‹name:thème›/templates/entry.html",
        "{% extends \"‹name:dé›.html\" %}{% block main %}{% if page.fields.image %}{% set p = image(file=page.fields.image, place=\"card\") %}{{ p.src }}{% endif %}\
         {% if page.id == \"‹name:données/été›\" %}ici{% endif %}{{ page.html }}{% endblock main %}",
    ),
    (
        "themes/‹name:thème›/strings/fr.yaml",
        "‹name:clé›: \"mot\"\n",
    ),
    (
        "themes/‹name:thème›/strings/en.yaml",
        "‹name:clé›: \"word\"\n",
    ),
    (
        "themes/‹name:thème›/assets/‹name:stylé›.css",
        "@font-face { src: url(‹address:fonté.bin›) }\n",
    ),
    ("themes/‹name:thème›/assets/‹name:fonté›.bin", "x"),
];

const PLAIN: &str =
    "{% extends \"‹name:dé›.html\" %}{% block main %}{{ page.html }}{% endblock main %}";

/// A form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Composed,
    Decomposed,
    Encoded,
    EncodedDecomposed,
    Everything,
    Capitals,
}

/// A text in a form; `None` where a text of this kind has no such form.
fn write(kind: &str, text: &str, form: Form) -> Option<String> {
    let decomposed = || {
        DecomposingNormalizerBorrowed::new_nfd()
            .normalize(text)
            .into_owned()
    };
    let encoded = |text: &str, keeps: &dyn Fn(u8) -> bool| {
        text.bytes()
            .map(|byte| match byte {
                b'/' => "/".to_owned(),
                // What begins a fragment is none of the path.
                b'#' if text.starts_with('#') => "#".to_owned(),
                byte if keeps(byte) => char::from(byte).to_string(),
                byte => format!("%{byte:02x}"),
            })
            .collect::<String>()
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    match (form, kind) {
        (Form::Composed, _) => Some(text.to_owned()),
        (Form::Decomposed, _) => Some(decomposed()),
        (Form::Encoded, "address") => Some(encoded(text, &is_plain)),
        (Form::EncodedDecomposed, "address") => Some(encoded(&decomposed(), &is_plain)),
        (Form::Everything, "address") => Some(encoded(text, &|byte| byte == b'.')),
        (Form::Capitals, "file") => Some(text.to_uppercase()),
        _ => None,
    }
    .filter(|written| form == Form::Composed || written != text)
}

/// Bytes by path.
type Files = BTreeMap<String, Vec<u8>>;

/// The files of the site, with `form(n)` for the n-th text that is compared; gives how many there are.
fn files(form: &dyn Fn(usize) -> Form) -> (Files, Vec<(String, String)>) {
    let mut marks = Vec::new();
    let mut written = |template: &str| {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('‹') {
            let (mark, after) = after.split_once('›').expect("an end");
            let (kind, text) = mark.split_once(':').expect("a kind");
            let own = write(kind, text, form(marks.len()));
            marks.push((kind.to_owned(), text.to_owned()));
            out.push_str(before);
            out.push_str(&own.unwrap_or_else(|| text.to_owned()));
            rest = after;
        }
        out.push_str(rest);
        out
    };
    let mut files = BTreeMap::new();
    for (path, text) in SITE {
        let path = written(&path.replace("‹name:", "‹path:"));
        files.insert(path, written(text).into_bytes());
    }
    for name in ["home", "list", "languages", "404"] {
        let path = format!("themes/‹path:thème›/templates/{name}.html");
        files.insert(written(&path), written(PLAIN).into_bytes());
    }
    let image = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/pixel.png"));
    files.insert(
        written("content/‹path:données›/‹path:été›/‹path:signé›.png"),
        image.expect("a picture"),
    );
    (files, marks)
}

/// What comes out of a site, by path; what is wrong with it where nothing does.
fn built(files: &Files) -> Result<Files, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let out = folder.path().join("public");
    let options = Options {
        site: folder.path().to_owned(),
        out: out.clone(),
        force: false,
        locked: true,
        drafts: false,
        waiting: false,
        program: Program::new("", "", testing::files("src/builtin")),
        at: None,
        base_url: None,
        deny_warnings: false,
        compress: false,
        commit: None,
        cache: false,
        now: "2026-11-27T10:00:00Z"
            .parse::<Timestamp>()
            .expect("a moment"),
    };
    let outcome = build::build(&options, &|_| {});
    if outcome.written.is_none() {
        let told = outcome.diagnostics.iter().map(|diagnostic| {
            let place = diagnostic.place.as_ref().map(|place| place.path.clone());
            let hint = diagnostic.hint(messages("en")).unwrap_or_default();
            format!("{place:?}: {} ({hint})\n", diagnostic.text(messages("en")))
        });
        return Err(told.collect());
    }
    fn walk(top: &Path, folder: &Path, found: &mut Files) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(top, &path, found);
            } else {
                let name = path.strip_prefix(top).expect("inside").to_string_lossy();
                found.insert(name.into_owned(), std::fs::read(&path).expect("a file"));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&out, &out, &mut found);
    walk(
        folder.path(),
        &folder.path().join(".rihla/hosting"),
        &mut found,
    );
    Ok(found)
}

fn differs(one: &Files, other: &Files) -> Option<String> {
    let paths = one.keys().chain(other.keys());
    paths
        .into_iter()
        .find(|path| one.get(*path) != other.get(*path))
        .cloned()
}

#[test]
fn every_form_of_every_name_gives_the_same_site() {
    let (files_composed, marks) = files(&|_| Form::Composed);
    let expected = built(&files_composed).expect("a site without errors");
    assert!(marks.len() > 80, "{} names", marks.len());
    let page = String::from_utf8_lossy(&expected["fr/donnees/ete/index.html"]).into_owned();
    for address in [
        "href=\"/%C3%A9/d%C3%A9p%C3%B4t/100%25.pdf\"",
        "href=\"/%C3%A9/d%C3%A9p%C3%B4t/note%233.pdf\"",
    ] {
        assert!(page.contains(address), "{address} in {page}");
    }
    assert!(expected.contains_key("fr/accès/index.html"));
    let mut problems = String::new();
    let mut check = |what: &str, files: &Files| match built(files) {
        Err(told) => problems.push_str(&format!("{what}: {told}\n")),
        Ok(found) => {
            if let Some(path) = differs(&expected, &found) {
                problems.push_str(&format!("{what}: {path} differs\n"));
            }
        }
    };
    let on_disk = |number: usize| match marks[number].0.as_str() {
        "path" => Form::Decomposed,
        _ => Form::Composed,
    };
    check("on the disk", &files(&on_disk).0);
    let in_texts = |number: usize| match on_disk(number) {
        Form::Composed => Form::Decomposed,
        _ => Form::Composed,
    };
    check("in texts", &files(&in_texts).0);
    for form in [
        Form::Decomposed,
        Form::Encoded,
        Form::EncodedDecomposed,
        Form::Everything,
    ] {
        check(&format!("all {form:?}"), &files(&|_| form).0);
        for (number, (kind, text)) in marks.iter().enumerate() {
            // Paths share their folders.
            if kind != "path" && write(kind, text, form).is_some() {
                let one = |other| {
                    if other == number {
                        form
                    } else {
                        Form::Composed
                    }
                };
                check(&format!("{number} {kind} {text} {form:?}"), &files(&one).0);
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn capitals_that_some_systems_fold_are_told_with_the_name_to_write() {
    let (_, marks) = files(&|_| Form::Composed);
    for (number, (kind, text)) in marks.iter().enumerate() {
        if write(kind, text, Form::Capitals).is_some() {
            let one = |other| {
                if other == number {
                    Form::Capitals
                } else {
                    Form::Composed
                }
            };
            let told = built(&files(&one).0).expect_err("an error");
            assert!(
                told.contains(&format!("(did you mean {text}?)")),
                "{text}: {told}"
            );
        }
    }
}
