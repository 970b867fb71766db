//! A site is begun, written in and changed by the commands that a person has: `init`, `new`, `theme`,
//! `schema`; each time it builds and checks without a finding.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rayon::prelude::*;
use rihla_diagnostics::testing;

const PURPOSES: [&str; 4] = ["mission", "municipality", "association", "documentation"];

/// A name with all that YAML, Markdown and HTML have a meaning for.
const NAME: &str = "Ville d’« Azrou » & \"Co*\": <b>été</b> #1";

struct Site {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn rihla(site: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let Output {
        status,
        stderr,
        stdout,
    } = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments)
        .args(["--messages", "en"])
        .current_dir(site)
        .env_remove("RIHLA_BASE_URL")
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the program");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(stdout), text(stderr), status.code())
}

fn done(site: &Path, arguments: &[&str]) -> String {
    let (out, said, code) = rihla(site, arguments);
    assert_eq!(code, Some(0), "{arguments:?}\n{out}{said}");
    assert!(
        !said.contains("[") || !said.contains("]:"),
        "{arguments:?} tells:\n{said}"
    );
    out
}

fn begun(purpose: &str, languages: &str, name: &str) -> Site {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("site");
    done(
        folder.path(),
        &[
            "init",
            "site",
            "--name",
            name,
            "--languages",
            languages,
            "--for",
            purpose,
        ],
    );
    Site {
        _folder: folder,
        path,
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}

#[test]
fn a_site_that_is_begun_has_nothing_to_be_told() {
    let whole = PURPOSES.map(|purpose| (purpose, "fr,en,es,ar"));
    let others = [
        ("mission", "en,fr"),
        ("municipality", "ar,fr"),
        ("association", "es"),
        ("documentation", "fr-BE,nl"),
        ("mission", "sw"),
    ];
    let all: Vec<(&str, &str)> = whole.into_iter().chain(others).collect();
    all.par_iter().for_each(|(purpose, languages)| {
        let site = begun(purpose, languages, NAME);
        done(&site.path, &["build", "--deny", "warnings"]);
        // Of a language in which nothing is written yet, that is told.
        if !matches!(*languages, "fr-BE,nl" | "sw") {
            done(&site.path, &["check", "--deny", "warnings"]);
        }
        done(
            &site.path,
            &[
                "build",
                "--deny",
                "warnings",
                "--at",
                "2030-01-01",
                "--out",
                "later",
            ],
        );
        done(&site.path, &["fmt", "--check"]);
        done(
            &site.path,
            &["status", "--fail-on", "outdated,draft,unverified"],
        );
        for (path, text) in files(&site.path) {
            let text = String::from_utf8_lossy(&text);
            for mark in [
                "{{NAME}}",
                "{{BASE_URL}}",
                "{{TODAY}}",
                "{{LANGUAGES}}",
                "{{IDENTITY}}",
            ] {
                assert!(!text.contains(mark), "{}: {mark}", path.display());
            }
        }
        let home = fs::read_dir(site.path.join("public"))
            .expect("a folder")
            .flatten();
        let homes = home.filter(|entry| entry.path().join("index.html").is_file());
        assert!(homes.count() >= languages.split(',').count());
    });
}

#[test]
fn a_folder_that_is_not_empty_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("thesis.doc"), "years").expect("a file");
    let before = files(folder.path());
    let (_, said, code) = rihla(folder.path(), &["init", ".", "--for", "mission"]);
    assert_eq!(
        (code, said.contains("thesis.doc")),
        (Some(2), true),
        "{said}"
    );
    assert_eq!(files(folder.path()), before);
    // What version control has there is no site.
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join(".git")).expect("a folder");
    done(folder.path(), &["init", ".", "--for", "mission"]);
    assert!(folder.path().join("content/site.yaml").is_file());
}

#[test]
fn what_is_asked_wrongly_begins_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, code) in [
        (&["init"][..], "init-needs"),
        (&["init", "a", "b"], "unknown-operand"),
        (
            &["init", "a", "--for", "mission", "--languages", "klingon"],
            "init-language",
        ),
        (&["init", "a", "--for", "bank"], "init-purpose"),
        (
            &["init", "a", "--for", "mission", "--url", "ftp://x"],
            "init-address",
        ),
        (&["init", "a"], "option-needed"),
        (
            &["init", "a", "--for", "mission", "--url", "https://a b"],
            "init-address",
        ),
        (&["new", "news"], "new-needs"),
        (&["new", "news", "Un", "titre"], "new-quotes"),
    ] {
        let (_, said, exit) = rihla(folder.path(), arguments);
        assert!(said.contains(&format!("[{code}]")), "{arguments:?}: {said}");
        assert_eq!(exit, Some(2), "{arguments:?}: {said}");
    }
    let long = "Azrou ".repeat(30);
    let (_, said, _) = rihla(
        folder.path(),
        &["init", "a", "--for", "mission", "--name", &long],
    );
    assert!(said.contains("[init-name]"), "{said}");
    assert_eq!(files(folder.path()), BTreeMap::new());
}

#[test]
fn an_entry_of_each_collection_can_be_begun() {
    PURPOSES.par_iter().for_each(|purpose| {
        let site = begun(purpose, "fr,en", "Azrou");
        let collections = fs::read_dir(site.path.join("content")).expect("a folder");
        let names = collections
            .flatten()
            .filter(|entry| entry.path().join("collection.yaml").is_file())
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.push("pages".into());
        assert!(names.len() > 3);
        for name in &names {
            for languages in ["fr", "fr,en"] {
                let title = format!("L’été : {languages} \"ici\"");
                let out = done(&site.path, &["new", name, &title, "--lang", languages]);
                assert!(out.lines().count() > 0, "{name}");
                for (at, path) in out.lines().enumerate() {
                    let text = fs::read_to_string(site.path.join(path)).expect("a file");
                    assert!(text.contains("draft: true"), "{path}: {text}");
                    let has_title = at == 0 && text.contains("title:");
                    assert!(!has_title || text.contains("L’été : fr"), "{path}: {text}");
                }
                let (_, said, code) = rihla(&site.path, &["new", name, &title]);
                assert_eq!(
                    (code, said.contains("[new-there]")),
                    (Some(2), true),
                    "{name}: {said}"
                );
            }
        }
        // Nothing of it is online, and what is missing is advice until it is to be.
        let (_, said, code) = rihla(&site.path, &["build", "--deny", "warnings"]);
        assert_eq!(code, Some(0), "{purpose}: {said}");
    });
}

#[test]
fn copies_of_the_whole_theme_draw_the_same_site() {
    let site = begun("mission", "fr,en,ar", "Azrou");
    done(&site.path, &["build", "--out", "one"]);
    let before = done(&site.path, &["theme", "--list"]);
    assert!(
        before.lines().count() > 50
            && before
                .lines()
                .all(|line| line.ends_with("from the program"))
    );
    done(&site.path, &["theme", "eject", "page.js"]);
    let copied = done(&site.path, &["theme", "eject"]);
    assert!(copied.lines().count() > 50);
    let after = done(&site.path, &["theme", "--list"]);
    assert!(
        after
            .lines()
            .all(|line| line.ends_with("as in the program")),
        "{after}"
    );
    // The settings of such a theme are read as any.
    done(&site.path, &["build", "--out", "two"]);
    let pages = |out: &str| {
        let root = site.path.join(out);
        let all = files(&root).into_iter();
        let all =
            all.map(|(path, bytes)| (path.strip_prefix(&root).expect("inside").to_owned(), bytes));
        all.collect::<BTreeMap<_, _>>()
    };
    let (one, two) = (pages("one"), pages("two"));
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        two.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in &one {
        assert_eq!(Some(bytes), two.get(path), "{}", path.display());
    }
}

#[test]
fn a_copy_says_what_became_of_its_original() {
    let site = begun("association", "fr", "Azrou");
    let (_, said, code) = rihla(&site.path, &["theme", "eject", "crad.html"]);
    assert_eq!(
        (code, said.contains("components/card.html")),
        (Some(2), true),
        "{said}"
    );
    done(&site.path, &["theme", "eject", "card.html"]);
    let (_, said, code) = rihla(&site.path, &["theme", "eject", "card.html"]);
    assert_eq!(
        (code, said.contains("[theme-file-there]")),
        (Some(2), true),
        "{said}"
    );
    let state = |name: &str| {
        let list = done(&site.path, &["theme", "--list", "--format", "json"]);
        let line = list
            .lines()
            .find(|line| line.contains(&format!("\"{name}\"")))
            .expect("a line");
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        line["origin"].as_str().expect("a text").to_owned()
    };
    assert_eq!(state("components/card.html"), "same");
    let card = site.path.join("themes/default/components/card.html");
    let text = fs::read_to_string(&card).expect("a file");
    fs::write(&card, text + "\n{# mine #}\n").expect("a file");
    assert_eq!(state("components/card.html"), "replaced");
    // As an older program would have noted it.
    let noted = site.path.join("themes/default/ejected.yaml");
    fs::write(&noted, "components/card.html: \"0123456789abcdef\"\n").expect("a file");
    assert_eq!(state("components/card.html"), "behind");
    fs::remove_file(&noted).expect("a file");
    assert_eq!(state("components/card.html"), "unknown");
    done(&site.path, &["build", "--deny", "warnings"]);
}

#[test]
fn a_theme_that_stands_alone_takes_nothing() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/six-files");
    for command in [&["theme", "--list"][..], &["theme", "eject", "card.html"]] {
        let (_, said, code) = rihla(&example, command);
        assert_eq!(
            (code, said.contains("[theme-alone]")),
            (Some(2), true),
            "{said}"
        );
    }
}

#[test]
fn tokens_change_the_style_sheet_alone() {
    let site = begun("municipality", "fr", "Azrou");
    let settings = site.path.join("content/site.yaml");
    let text = fs::read_to_string(&settings).expect("a file");
    assert!(text.contains("\ntheme: default\n"));
    let with = |tokens: &str| {
        let theme = format!("\ntheme: {{tokens: {{{tokens}}}}}\n");
        fs::write(&settings, text.replace("\ntheme: default\n", &theme)).expect("a file");
    };
    with("accent: \"#8a1c4a\", band: \"#5b0f30\", radius: 8, font: serif");
    done(&site.path, &["build", "--deny", "warnings"]);
    let style = files(&site.path.join("public/assets"));
    let style = style
        .into_iter()
        .find(|(path, _)| path.to_string_lossy().contains("style."));
    let style = String::from_utf8(style.expect("a style sheet").1).expect("UTF-8");
    for wanted in [
        "--accent:#8a1c4a",
        "--radius:8px",
        "--font:Charter",
        "--accent:light-dark(#8a1c4a,",
    ] {
        assert!(style.contains(wanted), "{wanted}");
    }
    // Each wrong one is told, with a colour that is right.
    with("accent: \"#ff9999\"");
    let (_, said, code) = rihla(&site.path, &["build"]);
    assert_eq!(
        (code, said.contains("[token-contrast]")),
        (Some(2), true),
        "{said}"
    );
    let suggested = said
        .split("that is read: \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    with(&format!("accent: \"{}\"", suggested.expect("a colour")));
    done(&site.path, &["build", "--deny", "warnings"]);
    for (tokens, wanted) in [
        ("accent: red", "[wrong-kind]"),
        ("accent: {dark: \"#fff\"}", "[missing-key]"),
        (
            "accent: {light: \"#0a3d62\", dark: \"#101010\"}",
            "[token-contrast]",
        ),
        ("radius: 300", "[wrong-kind]"),
        ("logo: static/nothing.svg", "[token-drawing-missing]"),
        ("logo: \"../../etc/passwd.svg\"", "[wrong-kind]"),
        ("acent: \"#8a1c4a\"", "[unknown-key]"),
        ("font: comic", "did you mean"),
    ] {
        with(tokens);
        let (_, said, code) = rihla(&site.path, &["build"]);
        assert_eq!(code, Some(2), "{tokens}: {said}");
        assert!(
            said.contains(wanted) || wanted == "did you mean",
            "{tokens}: {said}"
        );
    }
}

/// The grounds against which the colours of a site are judged are those of the style sheet.
#[test]
fn the_grounds_of_the_theme_are_those_that_are_judged() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let style = root.join("src/builtin/default/assets/style.css");
    let style = fs::read_to_string(style).expect("a file");
    let tokens = fs::read_to_string(root.join("src/site/config/tokens.rs")).expect("a file");
    for (name, [light, dark]) in [
        ("page", ["#fff", "#111618"]),
        ("tint", ["#eff3f2", "#1a2123"]),
    ] {
        assert!(
            style.contains(&format!("--{name}: light-dark({light}, {dark});")),
            "{name}"
        );
        for colour in [light, dark] {
            let digits = match colour.len() {
                4 => colour[1..].chars().flat_map(|c| [c, c]).collect::<String>(),
                _ => colour[1..].to_owned(),
            };
            let parts = [&digits[..2], &digits[2..4], &digits[4..]].map(|part| format!("0x{part}"));
            assert!(
                tokens.contains(&format!("Colour([{}])", parts.join(", "))),
                "{colour}"
            );
        }
    }
}

#[test]
fn editors_are_given_what_the_site_declares() {
    let site = begun("mission", "fr,en", "Azrou");
    let written = done(&site.path, &["schema"]);
    let mut explained = 0;
    let (snippets, schemas): (Vec<&str>, Vec<&str>) = written
        .lines()
        .partition(|path| path.starts_with(".vscode/"));
    assert_eq!(snippets, [".vscode/rihla.code-snippets"]);
    // At the head of a text, where no schema reaches: each field, and the head of a new entry.
    let text = fs::read_to_string(site.path.join(snippets[0])).expect("a file");
    let snippets: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let snippets = snippets.as_object().expect("a map");
    for (name, snippet) in snippets {
        assert_eq!(snippet["scope"], "markdown", "{name}");
        assert!(
            !snippet["body"].as_array().expect("lines").is_empty(),
            "{name}"
        );
        let about = snippet["description"].as_str().expect("words");
        // What the program declares itself has no more to say than its name.
        assert!(!about.is_empty() || name.starts_with("pages: "), "{name}");
    }
    assert_eq!(snippets["news"]["prefix"], "news");
    assert_eq!(snippets["news"]["body"][1], "title: \"$1\"");
    assert_eq!(snippets["+ draft"]["body"][0], "draft: ${1|true,false|}");
    for path in schemas {
        let text = fs::read_to_string(site.path.join(path)).expect("a file");
        let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(schema["$schema"].as_str().is_some(), "{path}");
        explained += text.matches("\"description\"").count();
        // No key is without its words.
        assert!(!text.contains("\"description\": \"\""), "{path}");
    }
    assert!(explained > 200, "{explained}");
    let settings = fs::read_to_string(site.path.join(".vscode/settings.json")).expect("a file");
    let settings: serde_json::Value = serde_json::from_str(&settings).expect("JSON");
    for (schema, _) in settings["yaml.schemas"].as_object().expect("a map") {
        assert!(written.contains(&schema[2..]), "{schema}");
    }
    for (language, word) in [("fr", "obligatoire"), ("en", "required")] {
        let guide = done(&site.path, &["schema", "--guide", language]);
        assert!(guide.contains(&format!("<html lang=\"{language}\">")) && guide.contains(word));
    }
}

/// What a program brings with it says the same in each of its languages.
#[test]
fn the_words_of_the_program_are_whole_in_each_language() {
    for folder in ["strings/", "default/strings/"] {
        let files = testing::files("src/builtin").iter();
        let files = files.filter_map(|(path, text)| Some((path.strip_prefix(folder)?, text)));
        let keys = |text: &str| {
            let keys = text
                .lines()
                .filter(|line| !line.starts_with([' ', '#']) && line.contains(':'));
            let keys = keys.map(|line| line.split(':').next().expect("a key").to_owned());
            let keys: std::collections::BTreeSet<String> =
                keys.filter(|key| key != "translation").collect();
            keys
        };
        let all: Vec<(&str, _)> = files.map(|(name, text)| (name, keys(text))).collect();
        assert!(all.len() >= 3);
        for (name, own) in &all {
            assert_eq!(own, &all[0].1, "{folder}{name}");
        }
    }
}

/// The states of what `rihla doctor` looked at.
fn examined(site: &Path) -> (BTreeMap<String, String>, Option<i32>) {
    let (out, _, code) = rihla(site, &["doctor", "--format", "json"]);
    let rows = out.lines().map(|line| {
        let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| row[key].as_str().expect("a text").to_owned();
        assert_eq!(text("state") == "well", text("found").is_empty(), "{row}");
        assert!(text("state") == "well" || !text("help").is_empty(), "{row}");
        (text("subject"), text("state"))
    });
    // Which dictionaries there are is the machine's matter.
    let rows = rows.filter(|(subject, _)| subject != "dictionaries");
    (rows.collect(), code)
}

#[test]
fn what_is_wrong_with_a_site_is_told_by_its_kind() {
    let site = begun("association", "fr,en", "Azrou");
    let (rows, code) = examined(&site.path);
    assert_eq!(code, Some(0));
    assert!(
        rows.len() > 10 && rows.values().all(|state| state == "well"),
        "{rows:?}"
    );
    let settings = fs::read_to_string(site.path.join("content/site.yaml")).expect("a file");
    done(&site.path, &["theme", "eject", "card.html"]);
    let card = "themes/default/components/card.html";
    let troubles: [(&str, &str, &str, &str); 9] = [
        (
            "site",
            "themes/default/templates/404.html",
            "{% extends \"nothing.html\" %}",
            "wrong",
        ),
        (
            "site",
            "content/_index.fr.md",
            "---\ntitle: \"A\n---\n",
            "wrong",
        ),
        (
            "names",
            "content/about/INDEX.fr.md",
            "---\ntitle: \"A\"\n---\n",
            "wrong",
        ),
        (
            "lfs",
            "static/report.pdf",
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
            "wrong",
        ),
        (
            "plurals",
            "themes/default/strings/fr.yaml",
            "page-number: {other: \"page {n}\"}\n",
            "warning",
        ),
        (
            "settings",
            "content/site.yaml",
            &format!("{settings}shiny: true\n"),
            "wrong",
        ),
        (
            "line-ends",
            "content/contact/index.fr.md",
            "---\r\ntitle: \"Contact\"\n---\n",
            "warning",
        ),
        (
            "theme",
            "themes/default/ejected.yaml",
            "components/card.html: \"0123456789abcdef\"\n",
            "warning",
        ),
        ("encodings", "content/about/index.en.md", "", "wrong"),
    ];
    fs::write(site.path.join(card), "{% component card(item: map, level: integer = 2, picture: bool = true, drawn: bool = false, summary: bool = true, kind: string = \"\") %}{% endcomponent card %}").expect("a file");
    for (subject, path, text, state) in troubles {
        let path = site.path.join(path);
        let before = fs::read(&path).ok();
        let bytes = match subject {
            "encodings" => b"---\ntitle: \"Caf\xe9\"\n---\n".to_vec(),
            _ => text.as_bytes().to_vec(),
        };
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        let (rows, _) = examined(&site.path);
        assert_eq!(
            rows.get(subject).map(String::as_str),
            Some(state),
            "{subject}: {rows:?}"
        );
        match before {
            Some(before) => fs::write(&path, before).expect("a file"),
            None => fs::remove_file(&path).expect("a file"),
        }
    }
}

/// The worker that keeps a page is the same on each site that has one.
#[test]
fn a_page_is_kept_by_the_same_worker() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("a file");
    assert_eq!(
        read("static/kept-page.js"),
        read("src/builtin/init/mission/static/kept-page.js")
    );
}

/// What a build wrote.
fn written(site: &Path, out: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = site.join(out);
    let all = files(&root).into_iter();
    all.map(|(path, bytes)| (path.strip_prefix(&root).expect("inside").to_owned(), bytes))
        .collect()
}

/// After each change of what lies over the default theme, a build writes what a clean one does.
#[test]
fn a_layer_of_a_theme_is_seen_by_the_next_build() {
    let site = begun("association", "fr,en", "Azrou");
    let settings = fs::read_to_string(site.path.join("content/site.yaml")).expect("a file");
    let tokens = |tokens: &str| {
        settings.replace(
            "\ntheme: default\n",
            &format!("\ntheme: {{tokens: {tokens}}}\n"),
        )
    };
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>\n";
    let steps: [(&str, Option<String>); 13] = [
        ("themes/default/strings/fr.yaml", Some("menu: \"Sommaire\"\n".into())),
        ("themes/default/assets/own.css", Some("a { color: red }\n".into())),
        ("themes/default/assets/logo.svg", Some(drawing.into())),
        ("themes/default/assets/logo.svg", None),
        ("themes/default/components/footer_blocks.html", Some("{% component footer_blocks(current: string) %}Pied{% endcomponent footer_blocks %}".into())),
        ("themes/default/templates/404.html", Some("{% extends \"base.html\" %}{% block main %}<h1>404</h1>{% endblock main %}".into())),
        ("themes/default/theme.yaml", Some("places:\n  card: {widths: [100]}\nanchors: [x]\n".into())),
        ("content/site.yaml", Some(tokens("{accent: \"#8a1c4a\"}"))),
        ("static/logo.svg", Some(drawing.into())),
        ("content/site.yaml", Some(tokens("{logo: static/logo.svg, pattern: static/logo.svg}"))),
        ("themes/default/templates/404.html", None),
        ("themes/default/components/footer_blocks.html", None),
        ("themes/default/strings/fr.yaml", None),
    ];
    let build = |out: &str, more: &[&str]| {
        let arguments = [&["build", "--out", out][..], more].concat();
        let (_, said, code) = rihla(&site.path, &arguments);
        (
            said.lines()
                .filter(|line| line.contains('['))
                .map(str::to_owned)
                .collect::<Vec<_>>(),
            code,
        )
    };
    build("public", &[]);
    for (path, text) in &steps {
        let file = site.path.join(path);
        match text {
            Some(text) => {
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(&file, text).expect("a file");
            }
            None => fs::remove_file(&file).expect("a file"),
        }
        let after = build("public", &[]);
        let clean = build("clean", &["--no-memory", "--force"]);
        assert_eq!(after, clean, "{path}");
        assert_eq!(after.1, Some(0), "{path}: {after:?}");
        let (one, two) = (written(&site.path, "public"), written(&site.path, "clean"));
        assert_eq!(
            one.keys().collect::<Vec<_>>(),
            two.keys().collect::<Vec<_>>(),
            "{path}"
        );
        for (name, bytes) in &one {
            assert_eq!(Some(bytes), two.get(name), "{path}: {}", name.display());
        }
    }
}

#[test]
fn a_site_lies_in_no_other_one() {
    let site = begun("association", "fr", "Azrou");
    let before = files(&site.path);
    for inside in ["content/sub", "sub/sub"] {
        let (_, said, code) = rihla(&site.path, &["init", inside, "--for", "mission"]);
        assert_eq!(
            (code, said.contains("[init-inside]")),
            (Some(2), true),
            "{said}"
        );
    }
    assert_eq!(files(&site.path), before);
}

/// Whatever a name is made of, the site that bears it is whole: what publishes it is there too.
#[test]
fn a_name_without_letters_has_a_site_as_well() {
    for name in ["🎉", ":fact{a} {{ b }}", "* x"] {
        let site = begun("documentation", "en,FR", name);
        done(&site.path, &["build", "--deny", "warnings"]);
        done(&site.path, &["check", "--deny", "warnings"]);
    }
    let site = begun("documentation", "fr,ar", "Azrou");
    let whole = testing::files("src/builtin").iter();
    let whole = whole.filter_map(|(path, _)| path.strip_prefix("init/common/"));
    for path in whole.filter(|path| !path.starts_with("content/")) {
        assert!(site.path.join(path).is_file(), "{path}");
    }
    let readme = fs::read_to_string(site.path.join("README.md")).expect("a file");
    assert!(readme.contains("--to ar") && !readme.contains("--to en"));
}

#[test]
fn a_word_that_the_program_has_is_missing_in_no_language() {
    let site = begun("association", "fr,en", "Azrou");
    let words = site.path.join("themes/default/strings");
    fs::create_dir_all(&words).expect("a folder");
    fs::write(words.join("fr.yaml"), "skip: \"Aller au texte\"\n").expect("a file");
    done(&site.path, &["status", "--fail-on", "missing,unverified"]);
    fs::write(words.join("fr.yaml"), "ours: \"À nous\"\n").expect("a file");
    let (_, said, code) = rihla(&site.path, &["status", "--fail-on", "missing"]);
    assert_eq!(code, Some(1), "{said}");
}

#[test]
fn a_title_that_is_too_long_begins_nothing() {
    let site = begun("association", "fr", "Azrou");
    let before = files(&site.path);
    let (_, said, code) = rihla(&site.path, &["new", "news", &"mot ".repeat(100)]);
    assert_eq!(
        (code, said.contains("[new-long]")),
        (Some(2), true),
        "{said}"
    );
    assert_eq!(files(&site.path).len(), before.len());
}
