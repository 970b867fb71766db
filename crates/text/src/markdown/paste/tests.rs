#![expect(
    clippy::disallowed_methods,
    reason = "cases are files, written anew with UPDATE=1"
)]

mod bounds;
mod lost;

use std::fmt::Write;
use std::path::Path;

use super::*;

/// What is expected of a case: what is left out, an empty line, and the Markdown to the byte.
fn shown(pasted: &Pasted) -> String {
    let mut out = "left out:".to_owned();
    for (what, count) in &pasted.left_out {
        let _ = write!(out, " {count} {what:?}");
    }
    if pasted.left_out.is_empty() {
        out.push_str(" nothing");
    }
    out + "\n\n" + &pasted.markdown
}

fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/markdown/paste/cases");
    let files = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "html"));
    paths.sort();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    paths
        .iter()
        .map(|path| (path.with_extension("md").display().to_string(), read(path)))
        .collect()
}

#[test]
fn what_programs_copy_becomes_markdown() {
    let cases = cases();
    assert!(cases.len() >= 35, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for (path, html) in &cases {
        let shown = shown(&paste(html));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &shown).unwrap();
        }
        let wanted = std::fs::read_to_string(path).unwrap_or_default();
        if wanted != shown {
            wrong.push(format!("{path}\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_left_out_is_said_in_each_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../messages");
    for language in ["en", "fr"] {
        let texts = std::fs::read_to_string(folder.join(language).join("paste.ftl")).unwrap();
        for what in LeftOut::ALL {
            let id = format!("\n{} = ", what.text().0);
            assert!(texts.contains(&id), "{language}: {id}");
        }
        assert_eq!(
            texts.matches(" = ").count(),
            LeftOut::ALL.len(),
            "{language}"
        );
    }
    assert!(LeftOut::ALL.is_sorted());
}

#[test]
fn words_of_a_line_are_no_paragraph() {
    for (html, wanted) in [
        ("", ""),
        ("  \n ", ""),
        ("mot", "mot"),
        ("<span>deux <b>mots</b> </span>", "deux **mots**"),
        ("<p>mot</p>", "mot\n"),
        ("<table><tr><td>mot</td></tr></table>", "mot"),
        ("mot<br>suite", "mot\\\nsuite"),
        ("mot<p>suite", "mot\n\nsuite\n"),
        ("<b style='font-weight:normal'><span>mot</span></b>", "mot"),
    ] {
        assert_eq!(paste(html).markdown, wanted, "{html}");
    }
}
