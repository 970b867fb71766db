//! The documents for translators are followed step by step: what they show is what is printed.
//!
//! In a document, `<!-- write: PATH -->` before a block of code writes it, `<!-- replace: PATH: A => B
//! -->` edits a file, and in a block `console` each line that begins with `$ rihla` is run. With
//! `UPDATE=1` what it prints is put into the document.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Site;

const COLLECTION: &str = "title: {fr: Actualités, en: News}\nrelease: together\nfields:\n  \
    title: {type: text, localized: true, required: true}\n  \
    summary: {type: text, localized: true, required: true}\n  date: {type: date, required: true}\n";

fn follow(document: &str, locale: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let text = fs::read_to_string(&file).expect("the document");
    let site = Site::new(&[("content/news/collection.yaml", COLLECTION)]);
    let settings = site.read("content/site.yaml");
    let settings: Vec<&str> = settings
        .lines()
        .filter(|line| !line.contains("tag: ar"))
        .collect();
    site.write("content/site.yaml", &settings.join("\n"));
    fs::remove_file(site.path("content/_index.ar.md")).expect("a file");
    for name in ["content/news/_index", "content/_index"] {
        for tag in ["fr", "en"] {
            site.write(&format!("{name}.{tag}.md"), "Texte.\n");
        }
    }
    run(&site, locale, "accept --all");
    let mut out = String::new();
    let mut lines = text.lines();
    let mut commands = 0;
    let mut writes = None;
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if let Some(rest) = line.strip_prefix("<!-- write: ") {
            writes = rest.strip_suffix(" -->");
        } else if let Some(rest) = line.strip_prefix("<!-- replace: ") {
            let rest = rest.strip_suffix(" -->").expect("an end");
            let (path, change) = rest.split_once(": ").expect("a path");
            let (from, to) = change.split_once(" => ").expect("a change");
            let before = site.read(path);
            assert!(before.contains(from), "{path} lacks {from}:\n{before}");
            site.write(path, &before.replace(from, to));
        } else if line.starts_with("```") && line.len() > 3 {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if let Some(path) = writes.take() {
                site.write(path, &format!("{}\n", block.join("\n")));
            }
            let shown = match line {
                "```console" => {
                    let asked = block
                        .iter()
                        .filter_map(|line| line.strip_prefix("$ rihla "));
                    let said: Vec<String> = asked
                        .map(|asked| {
                            commands += 1;
                            format!("$ rihla {asked}\n{}", run(&site, locale, asked))
                        })
                        .collect();
                    said.join("\n")
                }
                _ => block.iter().map(|line| format!("{line}\n")).collect(),
            };
            out.push_str(&shown);
            out.push_str("```\n");
        }
    }
    assert!(commands >= 5, "{commands} commands were found");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &out).expect("the document");
    } else {
        assert!(text == out, "{document} should be:\n{out}");
    }
}

fn run(site: &Site, locale: &str, arguments: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
        .args(arguments.split(' '))
        .arg("--site")
        .arg(site.folder.path())
        .env("LC_ALL", locale)
        .env_remove("RIHLA_BASE_URL")
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    text(output.stdout) + &text(output.stderr)
}

#[test]
fn what_translators_are_shown_is_what_is_printed() {
    follow("docs/site/content/writing/translating.fr.md", "fr_FR.UTF-8");
    follow("docs/site/content/writing/translating.en.md", "en_GB.UTF-8");
}
