//! Sources before and after `rihla fmt`: a case is a folder of `tests/fmt`.
//!
//! - `before/`: the content of a site, without `site.yaml` that of `tests/fmt/site.yaml`.
//! - `after/`: the files that are another than before, to the byte.
//! - `said.txt`, `said.fr.txt`: what `rihla fmt --check` says of it, on both outputs.
//! - `arguments`: further arguments, one a line.
//! - `code`: the exit code of `rihla fmt` where it is not 0.
//!
//! With `UPDATE=1` all but `before` is written as it is.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

type Files = BTreeMap<String, Vec<u8>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn read(folder: &Path) -> Files {
    fn into(root: &Path, folder: &Path, files: &mut Files) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                into(root, &path, files);
            } else {
                let name = path.strip_prefix(root).expect("inside").to_string_lossy();
                files.insert(name.into_owned(), fs::read(&path).expect("a file"));
            }
        }
    }
    let mut files = Files::new();
    into(folder, folder, &mut files);
    files
}

fn write(folder: &Path, files: &Files) {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// A site with this content and the plain theme.
fn site(content: &Files) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let theme = read(&root().join("themes/plain"));
    write(&folder.path().join("themes/plain"), &theme);
    write(&folder.path().join("content"), content);
    let site = folder.path().join("content/site.yaml");
    if !site.exists() {
        fs::copy(root().join("fmt/site.yaml"), site).expect("a file");
    }
    folder
}

fn fmt(site: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(["fmt", "--site"])
        .arg(site)
        .args(arguments)
        .env_remove("RIHLA_BASE_URL")
        .current_dir(site)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    assert!(!text.contains("panicked"), "{text}");
    text
}

fn content(site: &Path) -> Files {
    read(&site.join("content"))
}

fn check(case: &Path, problems: &mut Vec<String>) {
    let update = std::env::var_os("UPDATE").is_some();
    let name = case.file_name().expect("a name").to_string_lossy();
    let mut fail = |what: String| problems.push(format!("{name}: {what}"));
    let before = read(&case.join("before"));
    let arguments = fs::read_to_string(case.join("arguments")).unwrap_or_default();
    let arguments: Vec<&str> = arguments.lines().collect();
    let folder = site(&before);
    let first = content(folder.path());
    for (messages, file) in [("en", "said.txt"), ("fr", "said.fr.txt")] {
        let options = [&["--check", "--messages", messages], &arguments[..]].concat();
        let output = fmt(folder.path(), &options);
        let said = text(&output.stdout) + &text(&output.stderr);
        if update {
            fs::write(case.join(file), &said).expect("a file");
        }
        let expected = fs::read_to_string(case.join(file)).unwrap_or_default();
        if said != expected {
            fail(format!(
                "{file} differs:\n-- expected --\n{expected}\n-- found --\n{said}"
            ));
        }
        let changes = said.contains("\n--- ") || said.starts_with("--- ");
        let is_wrong = said.contains("error[") || said.contains("erreur[") || changes;
        if output.status.code() != Some(i32::from(is_wrong)) {
            fail(format!("--check ends with {:?}", output.status.code()));
        }
        if content(folder.path()) != first {
            fail("--check wrote something".into());
        }
    }
    let output = fmt(folder.path(), &arguments);
    text(&output.stdout);
    let code = fs::read_to_string(case.join("code")).unwrap_or("0".into());
    if output.status.code() != code.trim().parse().ok() {
        fail(format!(
            "ends with {:?}: {}",
            output.status.code(),
            text(&output.stderr)
        ));
    }
    let after = content(folder.path());
    let mut changed = after.clone();
    changed.retain(|name, bytes| first.get(name) != Some(bytes));
    if update {
        let _ = fs::remove_dir_all(case.join("after"));
        write(&case.join("after"), &changed);
    }
    let expected = read(&case.join("after"));
    for name in expected.keys().chain(changed.keys()) {
        if expected.get(name) != changed.get(name) {
            let shown = |files: &Files| {
                let bytes = files.get(name);
                bytes.map_or("unchanged".into(), |bytes| {
                    String::from_utf8_lossy(bytes).into_owned()
                })
            };
            fail(format!(
                "{name} differs:\n-- expected --\n{}\n-- found --\n{}",
                shown(&expected),
                shown(&changed)
            ));
        }
    }
    // A second time there is nothing to do.
    fmt(folder.path(), &arguments);
    if content(folder.path()) != after {
        fail("a second time changes more".into());
    }
}

#[test]
fn cases() {
    let mut problems = Vec::new();
    let mut count = 0;
    let mut cases: Vec<PathBuf> = fs::read_dir(root().join("fmt"))
        .expect("the cases")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    for case in cases {
        count += 1;
        check(&case, &mut problems);
    }
    assert!(count > 8, "only {count} cases");
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

fn files(files: &[(&str, &str)]) -> Files {
    let files = files.iter();
    files
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

#[test]
fn what_is_not_a_correction_is_kept() {
    for (name, before, after) in [
        // A byte order mark, line ends of Windows, no line end at the end.
        (
            "a.fr.md",
            "\u{feff}---\r\ntitle: Axes : l'Etat # note\r\n---\r\nL'Etat",
            "\u{feff}---\r\ntitle: \"Axes : l'État\" # note\r\n---\r\nL'État",
        ),
        // Comments, the order of keys, quotation marks that are right, spaces at ends of lines.
        (
            "b.fr.md",
            "---\n# avant l'Etat\nsummary:   'L''Etat'  # l'Etat\ntitle: >-\n  L'Etat\n  et la région\n\n# fin\n---\n\nUn  \nL'Etat\n\n\n",
            "---\n# avant l'Etat\nsummary:   'L''État'  # l'Etat\ntitle: >-\n  L'État\n  et la région\n\n# fin\n---\n\nUn  \nL'État\n\n\n",
        ),
        (
            "c.yaml",
            "title:\n  fr: \"L\\u2019Etat\"\n  en: \"x\"",
            "title:\n  fr: \"L\\u2019État\"\n  en: \"x\"",
        ),
    ] {
        let folder = site(&files(&[(name, before)]));
        let output = fmt(folder.path(), &[]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let now = fs::read_to_string(folder.path().join("content").join(name)).expect("a text");
        assert_eq!(now, after);
    }
}

#[test]
fn only_what_changes_is_written() {
    let folder = site(&files(&[
        ("a.fr.md", "---\ntitle: \"Un\"\n---\nL'Etat\n"),
        ("b.fr.md", "---\ntitle: \"Deux\"\n---\nL'Etat\n"),
        ("c.fr.md", "---\ntitle: \"Trois\"\n---\nRien.\n"),
    ]));
    let path = |name: &str| folder.path().join("content").join(name);
    let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for name in ["a.fr.md", "b.fr.md", "c.fr.md"] {
        let file = fs::File::options()
            .append(true)
            .open(path(name))
            .expect("a file");
        file.set_modified(time).expect("a time");
    }
    let modified = |name: &str| {
        fs::metadata(path(name))
            .expect("a file")
            .modified()
            .expect("a time")
    };
    // One file by its path from where the command is given, in a folder by its path in the site.
    let output = fmt(folder.path(), &["content/a.fr.md"]);
    assert_eq!(output.status.code(), Some(0));
    let times = ["a.fr.md", "b.fr.md", "c.fr.md"].map(|name| modified(name) == time);
    assert_eq!(times, [false, true, true]);
    let output = fmt(folder.path(), &["content"]);
    assert_eq!(output.status.code(), Some(0));
    let times = ["b.fr.md", "c.fr.md"].map(|name| modified(name) == time);
    assert_eq!(times, [false, true]);
    // Nothing else is left behind.
    let names: Vec<String> = content(folder.path()).into_keys().collect();
    assert_eq!(names, ["a.fr.md", "b.fr.md", "c.fr.md", "site.yaml"]);
}

#[test]
fn a_folder_that_takes_no_file_keeps_no_other_from_being_corrected() {
    let wrong = "---\ntitle: \"Un titre\"\n---\n\nLe 3 Juin 2026.\n";
    let site = site(&files(&[
        ("a/index.fr.md", wrong),
        ("b/index.fr.md", wrong),
        ("c/index.fr.md", wrong),
    ]));
    let content = site.path().join("content");
    // What stands in the place of the file with which a folder is tried, as nobody is kept from a folder
    // who may do everything.
    fs::create_dir(content.join("b/.rihla-new")).expect("a folder");
    for (code, lines) in [(3, 2), (3, 0)] {
        let output = fmt(site.path(), &[]);
        assert_eq!(output.status.code(), Some(code));
        let said = text(&output.stderr);
        assert!(said.contains("content/b/index.fr.md"), "{said}");
        assert!(!said.contains("content/a/"), "{said}");
        assert_eq!(text(&output.stdout).lines().count(), lines);
        for (name, is_fixed) in [("a", true), ("b", false), ("c", true)] {
            let now = fs::read_to_string(content.join(name).join("index.fr.md")).expect("a text");
            assert_eq!(now.contains("3 juin"), is_fixed, "{name}: {now}");
            assert_eq!(now.len(), wrong.len());
        }
    }
    fs::remove_dir(content.join("b/.rihla-new")).expect("a folder");
    assert_eq!(fmt(site.path(), &[]).status.code(), Some(0));
    let now = fs::read_to_string(content.join("b/index.fr.md")).expect("a text");
    assert!(now.contains("3 juin"), "{now}");
    let left = fs::read_dir(content.join("b")).expect("a folder");
    assert_eq!(left.count(), 1);
}

#[test]
fn a_path_that_is_none_is_told() {
    let folder = site(&files(&[("a.fr.md", "---\ntitle: \"Un\"\n---\n")]));
    for path in ["content/b.fr.md", "themes", "/etc/passwd", "../x"] {
        let output = fmt(folder.path(), &[path, "--messages", "en"]);
        assert_eq!(output.status.code(), Some(2), "{path}");
        let said = text(&output.stderr);
        assert!(
            said.contains("fmt-path") && said.contains("content/a.fr.md"),
            "{said}"
        );
    }
}

#[test]
fn programs_and_forges_are_told() {
    let folder = site(&files(&[(
        "a.fr.md",
        "---\ntitle: Axes : l'Etat\n---\nEn 2 Juin, l'*Etat*.\n",
    )]));
    let output = fmt(
        folder.path(),
        &["--check", "--format", "json", "--messages", "en"],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    let lines: Vec<serde_json::Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object a line"))
        .collect();
    let told: Vec<String> = lines
        .iter()
        .map(|line| {
            format!(
                "{} {}:{}-{} {} {}",
                line["path"].as_str().unwrap_or_default(),
                line["line"],
                line["column"],
                line["end_column"],
                line["code"].as_str().unwrap_or_default(),
                line["replacement"].as_str().unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "content/a.fr.md 2:13-14 yaml-colon ",
            "content/a.fr.md 2:17-21 fmt-accent État",
            "content/a.fr.md 4:6-10 fmt-month juin",
            "content/a.fr.md 4:15-19 fmt-accent État",
        ]
    );
    let output = fmt(
        folder.path(),
        &["--check", "--format", "github", "--messages", "fr"],
    );
    let said = text(&output.stdout);
    assert!(
        said.contains(
            "::warning file=content/a.fr.md,title=fmt-month,line=4,endLine=4,col=6,endColumn=10::"
        ),
        "{said}"
    );
    assert_eq!(said.lines().count(), 4, "{said}");
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_lead_no_further() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = site(&files(&[("a.fr.md", "---\ntitle: \"Un\"\n---\nL'Etat\n")]));
    let path = folder.path().join("content/a.fr.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    // A link to a file of the content.
    symlink("a.fr.md", folder.path().join("content/b.fr.md")).expect("a link");
    let output = fmt(folder.path(), &["--messages", "en", "--quiet"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout) + &text(&output.stderr), "");
    // One to a file that is none.
    let other = folder.path().join("other.md");
    fs::write(&other, "---\ntitle: \"Deux\"\n---\nL'Etat\n").expect("a file");
    symlink("../other.md", folder.path().join("content/c.fr.md")).expect("a link");
    let output = fmt(folder.path(), &["--messages", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("source-outside"));
    assert!(
        fs::read_to_string(&path)
            .expect("a text")
            .contains("L'État")
    );
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(
        fs::symlink_metadata(folder.path().join("content/b.fr.md"))
            .expect("a link")
            .is_symlink()
    );
    assert!(
        fs::read_to_string(other)
            .expect("a text")
            .contains("L'Etat")
    );
}

/// A row of a table in a document: what is written, and what it becomes.
struct Row {
    /// Whether it is a field.
    is_field: bool,
    language: &'static str,
    written: String,
    becomes: String,
}

/// The rows of the tables of corrections in a document; the first cell of a table's head says what
/// its rows are.
fn rows(document: &str) -> Vec<Row> {
    let heads = [
        ("in a field", "en", true),
        ("in English", "en", false),
        ("in French", "fr", false),
        ("dans un champ", "fr", true),
        ("en anglais", "en", false),
        ("en français", "fr", false),
    ];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let text = fs::read_to_string(path).expect("the document");
    let mut rows = Vec::new();
    let mut head = None;
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", written, becomes, ""] = cells[..] else {
            head = None;
            continue;
        };
        if let Some(found) = heads.iter().find(|(words, ..)| *words == written) {
            head = Some(*found);
        } else if let Some((_, language, is_field)) = head
            && written.starts_with('`')
        {
            rows.push(Row {
                is_field,
                language,
                written: written.trim_matches('`').to_owned(),
                becomes: becomes.trim_matches('`').to_owned(),
            });
        }
    }
    rows
}

#[test]
fn documents_say_what_is_done() {
    for document in [
        "docs/site/content/writing/corrections.fr.md",
        "docs/site/content/writing/corrections.en.md",
    ] {
        let rows = rows(document);
        let mut content = Files::new();
        let file = |number: usize, row: &Row| format!("n{number}.{}.md", row.language);
        let whole = |row: &Row, words: &str| match row.is_field {
            true => format!("---\n{words}\nsummary: \"x\"\n---\n"),
            false => format!("---\ntitle: \"x\"\n---\n{words}\n"),
        };
        for (number, row) in rows.iter().enumerate() {
            let text = whole(row, &row.written);
            content.insert(file(number, row), text.into_bytes());
        }
        let folder = site(&content);
        let output = fmt(folder.path(), &[]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        for (number, row) in rows.iter().enumerate() {
            let path = folder.path().join("content").join(file(number, row));
            let now = fs::read_to_string(path).expect("a text");
            assert_eq!(now, whole(row, &row.becomes), "{document}: {}", row.written);
        }
        let (fields, texts): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.is_field);
        assert!(
            fields.len() > 9 && texts.len() > 15,
            "{document}: {}",
            rows.len()
        );
    }
}
