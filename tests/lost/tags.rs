//! Words between `<` and `>`, in each kind of block: those that go are an error, and nothing is told of
//! those that stay.

use rihla_diagnostics::Severity;

use crate::page;

/// Kinds of blocks; `@` stands for what is written in them.
const BLOCKS: &[&str] = &[
    "@\n",
    "Un mot.\n\n@\n\nUn mot.\n",
    "Un mot @ ici.\n",
    "## @\n",
    "## Un mot @\n",
    "- @\n- autre\n",
    "- un\n\n  @\n",
    "1. @\n",
    "> @\n",
    "> - @\n",
    "| A | B |\n|---|---|\n| @ | mot |\n",
    "| A | @ |\n|---|---|\n| mot | mot |\n",
    ":::note\n@\n:::\n",
    ":::quote{author=\"A\"}\nUn mot.\n\n@\n:::\n",
    "Mot[^1].\n\n[^1]: @\n",
    "Mot.\n\nTerme\n: @\n",
    "*@*\n",
    "[@](/a)\n",
];

/// What is written, with the words of it that may go.
const WORDS: &[(&str, &[&str])] = &[
    ("<Prenom>", &["Prenom"]),
    ("<Prenom du partenaire>", &["Prenom", "partenaire"]),
    ("<date-de-naissance>", &["naissance"]),
    ("<prenom/>", &["prenom"]),
    ("<b lire> gras</b>", &["lire", "gras"]),
    ("<i lire ceci>gras</i>", &["lire", "ceci", "gras"]),
    ("<span lire>gras</span>", &["lire", "gras"]),
    ("<p lire>gras</p>", &["lire", "gras"]),
    ("\\<Prenom>", &["Prenom"]),
    ("`<Prenom>`", &["Prenom"]),
    ("<Prénom>", &["Prénom"]),
    ("<b>gras</b>", &["gras"]),
];

#[test]
fn words_that_go_are_an_error_in_every_block() {
    let mut failures = Vec::new();
    for block in BLOCKS {
        for (written, words) in WORDS {
            let text = block.replace('@', written);
            let (html, diagnostics) = page::drawn(&text);
            let (body, notes) = page::read(&html);
            for word in *words {
                let is_shown = body.contains(word) || notes.contains(word);
                let at = text.find(word).expect("it is written");
                let errors = diagnostics
                    .iter()
                    .filter(|found| found.message.severity == Severity::Error);
                let is_error = errors
                    .filter_map(|found| found.place.as_ref()?.span)
                    .any(|span| span.start <= at && at + word.len() <= span.end);
                if is_shown == is_error {
                    failures.push(format!("{text:?}: {word:?} is shown: {is_shown}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
