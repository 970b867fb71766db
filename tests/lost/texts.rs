//! Texts that exist.

use std::fs;
use std::path::Path;

/// A text, without its header.
pub struct Text {
    /// Where it is from, for messages.
    pub name: String,
    pub text: String,
    /// How many of its words are exchanged.
    pub samples: usize,
}

/// The site of the mission, the documents, texts with HTML, and the examples of CommonMark where
/// they are installed.
pub fn all() -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in ["content", "docs"] {
        under(root, &root.join(folder), &mut texts);
    }
    add(root, &root.join("README.md"), &mut texts);
    assert!(texts.len() > 50, "the content is there");
    let html = include_str!("html.md").split("%%%%\n");
    texts.extend(html.enumerate().map(|(at, text)| Text {
        name: format!("html.md, {}", at + 1),
        text: text.to_owned(),
        samples: 60,
    }));
    let spec = root.join("tests/commonmark/node_modules/commonmark-spec/spec.txt");
    if let Ok(spec) = fs::read_to_string(spec) {
        examples(&spec, &mut texts);
    }
    texts
}

fn under(root: &Path, folder: &Path, texts: &mut Vec<Text>) {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str());
        let is_hidden = name.is_none_or(|name| name.starts_with('.'));
        if path.is_dir() && !is_hidden {
            under(root, &path, texts);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            add(root, &path, texts);
        }
    }
}

fn add(root: &Path, path: &Path, texts: &mut Vec<Text>) {
    let text = fs::read_to_string(path).expect("a text");
    let header = text.strip_prefix("---\n").and_then(|text| {
        let end = text.find("\n---\n")?;
        Some(text[end + 5..].to_owned())
    });
    let name = path.strip_prefix(root).expect("it is in it");
    texts.push(Text {
        name: name.display().to_string(),
        text: header.unwrap_or(text),
        samples: 24,
    });
}

fn examples(spec: &str, texts: &mut Vec<Text>) {
    let fence = "`".repeat(32);
    let opening = format!("{fence} example\n");
    for (at, example) in spec.split(&opening).skip(1).enumerate() {
        let end = example.find("\n.\n").unwrap_or(0);
        texts.push(Text {
            name: format!("CommonMark, {}", at + 1),
            text: example[..end].replace('→', "\t") + "\n",
            samples: 20,
        });
    }
}
