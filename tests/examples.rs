//! The sites of `examples/`: each is built as it is, without a word of complaint, and is what it was.
//!
//! `tests/examples/NAME.txt` holds what is expected of `examples/NAME`: a line for each file of the
//! output, with the language and the title of a page; below, for each page that a line
//! `--- PATH` names, its text as a reader gets it. `⍽` and `⎵` are the spaces that do not break.
//!
//! With `UPDATE=1` the files are written as the sites are; for the text of one more page, add its
//! line first. Whether every link leads somewhere is looked at in `tests/crawl`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use lol_html::{RewriteStrSettings, element, rewrite_str, text};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

/// The folders of the examples, ordered.
fn examples() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(root().join("examples"))
        .expect("the examples")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    assert!(found.len() >= 3, "there are {} examples", found.len());
    found
}

fn name(example: &Path) -> String {
    let name = example.file_name().expect("a name");
    name.to_string_lossy().into_owned()
}

/// The files below a folder, by their paths in it, ordered.
fn files(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name();
    let files = entries.into_iter().flatten();
    let files = files.filter(|entry| entry.file_type().is_file());
    let mut names: Vec<String> = files
        .map(|file| {
            let path = file.path().strip_prefix(folder).expect("a path below");
            path.to_str().expect("Unicode").replace('\\', "/")
        })
        .collect();
    names.sort();
    names
}

/// A copy of an example, as somebody has it who begins with it.
fn copied(example: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for part in ["content", "static", "themes", "urls.lock", "README.md"] {
        if example.join(part).exists() {
            copy(&example.join(part), &folder.path().join(part));
        }
    }
    folder
}

fn run(site: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments)
        .args(["--messages", "en", "--site"])
        .arg(site)
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs")
}

/// What is said of a site, but for the lines at its end that count.
fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    said.lines()
        .filter(|line| !line.ends_with("0 errors, 0 warnings."))
        .filter(|line| !line.contains("not in urls.lock yet"))
        .filter(|line| !line.starts_with("A person alone can judge"))
        .fold(String::new(), |all, line| all + line + "\n")
}

/// What one page says.
#[derive(Default)]
struct Page {
    language: String,
    title: String,
    text: String,
    problems: Vec<String>,
    headings: usize,
    mains: usize,
    first_link: Option<String>,
}

/// Elements that begin a line of what is read.
const LINES: &str = "address, article, aside, blockquote, br, caption, dd, desc, div, dl, dt, \
    figcaption, figure, footer, h1, h2, h3, h4, header, li, main, nav, ol, p, pre, section, table, \
    text, title, tr, ul";

fn read(html: &str) -> Page {
    let page = RefCell::new(Page::default());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |html| {
            page.borrow_mut().language = html.get_attribute("lang").unwrap_or_default();
            Ok(())
        }))
        .append_element_content_handler(text!("head > title", |chunk| {
            page.borrow_mut().title.push_str(chunk.as_str());
            Ok(())
        }))
        .append_element_content_handler(element!("*", |element| {
            let mut page = page.borrow_mut();
            let tag = element.tag_name();
            page.headings += usize::from(tag == "h1");
            page.mains += usize::from(tag == "main");
            if tag == "a" && page.first_link.is_none() {
                page.first_link = element.get_attribute("href");
            }
            // Data is read and never run.
            let is_data = element.get_attribute("type").as_deref() == Some("application/ld+json");
            let is_script = tag == "script" && !element.has_attribute("src") && !is_data;
            for attribute in element.attributes() {
                let name = attribute.name();
                if name == "style" || name.starts_with("on") {
                    page.problems.push(format!("<{tag}> has “{name}”"));
                }
            }
            if tag == "style" || is_script {
                page.problems.push(format!("<{tag}> stands in the page"));
            }
            if tag == "img" && !element.has_attribute("alt") {
                page.problems.push("a picture has no “alt”".to_owned());
            }
            Ok(())
        }))
        .append_element_content_handler(element!(LINES, |_| {
            page.borrow_mut().text.push('\n');
            Ok(())
        }))
        .append_element_content_handler(element!("td, th", |_| {
            page.borrow_mut().text.push_str(" | ");
            Ok(())
        }))
        .append_element_content_handler(element!("body img[alt]", |image| {
            let alt = image.get_attribute("alt").unwrap_or_default();
            if !alt.is_empty() {
                page.borrow_mut().text.push_str(&format!("\n[{alt}]\n"));
            }
            Ok(())
        }))
        .append_element_content_handler(text!("body", |chunk| {
            page.borrow_mut().text.push_str(chunk.as_str());
            Ok(())
        }));
    // What was written over several lines is one line.
    rewrite_str(&html.replace('\n', " "), settings).expect("HTML is read whatever it says");
    let mut page = page.into_inner();
    page.text = seen(&page.text);
    page.title = seen(&page.title).trim_end().to_owned();
    page
}

/// Words as a reader sees them: lines without what is around them, and no empty ones.
fn seen(text: &str) -> String {
    let mut seen = String::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split([' ', '\t']).filter(|w| !w.is_empty()).collect();
        let line = words.join(" ");
        let line = line.strip_prefix("| ").unwrap_or(&line);
        if !line.is_empty() {
            seen.push_str(line);
            seen.push('\n');
        }
    }
    for (written, read) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("\u{a0}", "⍽"),
        ("\u{202f}", "⎵"),
    ] {
        seen = seen.replace(written, read);
    }
    seen
}

/// What is wrong with a page, whatever it says.
fn faults(path: &str, page: &Page) -> Vec<String> {
    let mut found = page.problems.clone();
    if page.language.is_empty() {
        found.push("it does not say its language".to_owned());
    }
    if page.title.is_empty() {
        found.push("it has no title".to_owned());
    }
    for (what, count) in [("<main>", page.mains), ("<h1>", page.headings)] {
        if count != 1 {
            found.push(format!("it has {what} {count} times"));
        }
    }
    // Those that lead to languages alone have nothing to skip.
    let has_header = path.contains('/');
    if has_header && page.first_link.as_deref() != Some("#main") {
        let first = page.first_link.as_deref().unwrap_or("nowhere");
        if !path.ends_with("404.html") {
            found.push(format!("its first link leads to {first}, not to the text"));
        }
    }
    let at = |what| format!("{path}: {what}");
    found.into_iter().map(at).collect()
}

/// What an output folder is, and the texts of the pages that are asked for; what is wrong with it.
fn facts(public: &Path, texts: &[&str]) -> (String, Vec<String>) {
    let mut facts = String::new();
    let mut below = String::new();
    let mut problems = Vec::new();
    for path in files(public) {
        // Their names change with what is in them.
        if path.starts_with("assets/") {
            continue;
        }
        if !path.ends_with(".html") {
            facts.push_str(&format!("{path}\n"));
            continue;
        }
        let page = read(&fs::read_to_string(public.join(&path)).expect("a page"));
        problems.extend(faults(&path, &page));
        facts.push_str(&format!("{path} [{}] {}\n", page.language, page.title));
        if texts.contains(&path.as_str()) {
            below.push_str(&format!("\n--- {path}\n{}", page.text));
        }
    }
    (facts + &below, problems)
}

#[test]
fn each_is_built_without_a_word_and_is_what_it_was() {
    let mut problems = Vec::new();
    for example in examples() {
        let name = name(&example);
        let folder = copied(&example);
        for arguments in [
            &["build", "--all", "--deny", "warnings"][..],
            &["check", "--all", "--deny", "warnings"],
            &["fmt", "--check"],
        ] {
            let output = run(folder.path(), arguments);
            let said = said(&output).replace("Nothing to correct.\n", "");
            if !output.status.success() || !said.is_empty() {
                let command = arguments.join(" ");
                problems.push(format!("{name}: rihla {command} says:\n{said}"));
            }
        }
        let expected = root().join(format!("tests/examples/{name}.txt"));
        let known = fs::read_to_string(&expected).unwrap_or_default();
        let texts: Vec<&str> = known
            .lines()
            .filter_map(|line| line.strip_prefix("--- "))
            .collect();
        let (facts, wrong) = facts(&folder.path().join("public"), &texts);
        problems.extend(wrong.into_iter().map(|what| format!("{name}: {what}")));
        if facts != known {
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&expected, &facts).expect("a file");
            } else {
                let line = facts.lines().zip(known.lines()).find(|(is, was)| is != was);
                problems.push(format!(
                    "{name}: not what {} says, first in {line:?}; UPDATE=1 writes it as it is:\n{facts}",
                    expected.display()
                ));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

/// Six files: no more are needed, and that is what the example is for.
#[test]
fn the_smallest_has_six_files() {
    let folder = copied(&root().join("examples/six-files"));
    let mut names = files(folder.path());
    names.retain(|name| name != "README.md");
    assert_eq!(names.len(), 6, "{names:?}");
}

#[test]
fn each_has_a_text_that_is_named_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let index = fs::read_to_string(root().join("examples/README.md")).expect("its list");
    for example in examples() {
        let name = name(&example);
        let text = fs::read_to_string(example.join("README.md")).unwrap_or_default();
        for command in ["build", "serve --open"] {
            let command = format!("cargo run --release -- {command} --site examples/{name}");
            assert!(text.contains(&command), "{name}: no “{command}”");
        }
        let link = format!("(examples/{name}/README.md)");
        assert!(readme.contains(&link), "README.md lacks {link}");
        let link = format!("({name}/README.md)");
        assert!(index.contains(&link), "examples/README.md lacks {link}");
    }
}

/// What is in `tests/examples` belongs to an example.
#[test]
fn nothing_is_expected_of_what_is_not_there() {
    for file in files(&root().join("tests/examples")) {
        let name = file.trim_end_matches(".txt");
        assert!(root().join("examples").join(name).is_dir(), "{file}");
    }
}
