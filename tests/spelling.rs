//! Words of texts, looked up in dictionaries that were written for these tests.

#![cfg(feature = "spelling")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::path::Path;
use std::process::Command;

/// A dictionary of French: some dozen words, with plurals, feminines and the prefix of repetition.
const AFFIXES: &str = "SET UTF-8\nTRY esaitnrulodcpmévqfbghjàxèyêzâçîùôûwk\nSFX S Y 1\nSFX S 0 s [^sx]\nSFX E Y 2\nSFX E 0 e .\nSFX E 0 es .\nPFX R Y 1\nPFX R 0 re .\n";
const WORDS: &str = "34\nle\nla\nles\nun\nde\ndes\net\nest\ndans\navec\nà\nnous\nil\nprojet/S\nmigrant/SE\nétudiant/SE\norganisation/S\n\
    développement\nporte/S\nparole/S\ndit\nvoir/R\naide/S\nretour/S\ncaptif/S\naujourd'hui\nécole/S\npage/S\ntexte/S\nmission/S\nsite/S\nville/S\nbonjour\naccueil\n";
const ENGLISH_AFFIXES: &str =
    "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s [^s]\nSFX D Y 1\nSFX D e ed e\n";
const ENGLISH: &str = "16\nthe\na\nof\nand\nin\nwith\nproject/S\norganise/D\norganisation/S\nmigrant/S\nsoft\nskill/S\nhome\npage/S\nreturn/S\n";

struct Site(tempfile::TempDir);

impl Site {
    /// A site with a text in French and one in English, and more lines in `site.yaml`.
    fn new(french: &str, english: &str, settings: &str) -> Self {
        let site = Self(tempfile::tempdir().expect("a temporary folder"));
        let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes");
        for entry in walkdir::WalkDir::new(themes.join("plain"))
            .into_iter()
            .flatten()
        {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&themes).expect("inside");
                let text = std::fs::read_to_string(entry.path()).expect("a file");
                site.put(&format!("themes/{}", path.to_string_lossy()), &text);
            }
        }
        site.put(
            "content/site.yaml",
            &format!(
                "edition: 1\ntitle: {{fr: \"Mission\", en: \"Organisation\"}}\nbase_url: \"https://mission.example.org/\"\ntheme: plain\nlanguages:\n  \
                 - {{tag: fr, name: \"Français\"}}\n  - {{tag: en, name: \"English\", variant: en-GB-oxendict}}\n{settings}"
            ),
        );
        site.put(
            "content/_index.fr.md",
            &format!("---\ntitle: Accueil\n---\n{french}\n"),
        );
        site.put(
            "content/_index.en.md",
            &format!("---\ntitle: Home\n---\n{english}\n"),
        );
        site.put("words/fr.aff", AFFIXES);
        site.put("words/fr.dic", WORDS);
        site.put("words/en_GB.aff", ENGLISH_AFFIXES);
        site.put("words/en_GB.dic", ENGLISH);
        site
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// What is said of words: code, words as they stand at the place, and what may be meant.
    fn said(&self) -> Vec<String> {
        let output = Command::new(env!("CARGO_BIN_EXE_rihla"))
            .args([
                "check",
                "--spelling",
                "--messages",
                "en",
                "--format",
                "json",
                "--site",
            ])
            .arg(self.0.path())
            .env_remove("RIHLA_BASE_URL")
            .output()
            .expect("the program");
        let out = String::from_utf8(output.stdout).expect("a text");
        let lines = out.lines().map(|line| {
            let found: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
            (text("code"), text("path"), found)
        });
        let lines = lines.filter(|(code, ..)| code.starts_with("spelling"));
        let said = lines.map(|(code, path, found)| {
            let number = |key: &str| {
                found[key]
                    .as_u64()
                    .and_then(|number| usize::try_from(number).ok())
                    .unwrap_or(0)
            };
            let text = std::fs::read_to_string(self.0.path().join(&path)).unwrap_or_default();
            let line = text
                .lines()
                .nth(number("line").wrapping_sub(1))
                .unwrap_or_default();
            let letters = line.chars().skip(number("column").wrapping_sub(1));
            let letters: String = letters
                .take(number("end_column").saturating_sub(number("column")))
                .collect();
            format!("{code} {path} {letters}")
        });
        said.collect()
    }
}

/// The folder with the dictionaries of the test, and words of the site's own.
const SETTINGS: &str = "spelling:\n  dictionaries: words\n  words: [moudawana]\n";

#[test]
fn words_are_told_where_they_stand() {
    let site = Site::new(
        "Le projett est avec les migrants et le developpement.\n\n## Les étudiant·e·s dans la vile\n\n- Un **texxte** de la [mision](https://example.org/).\n\n\
         L’organnisation dit : aujourd’hui, la moudawana et l’OIM, un porte-parole, le 1er et 50 km, `kode`, a@exemple.org.",
        "The organization of migrant’s soft skills and the organized projets.",
        SETTINGS,
    );
    assert_eq!(
        site.said(),
        [
            "spelling content/_index.en.md projets",
            "spelling content/_index.fr.md projett",
            "spelling content/_index.fr.md developpement",
            "spelling content/_index.fr.md vile",
            "spelling content/_index.fr.md texxte",
            "spelling content/_index.fr.md mision",
            "spelling content/_index.fr.md L’organnisation",
        ]
    );
}

#[test]
fn passages_are_looked_up_in_their_language() {
    let site = Site::new(
        "Les :lang{en \"soft skills\"} et le :lang{en \"projet\"}, avec *soft skills*, et soft.",
        "The organisation.",
        SETTINGS,
    );
    assert_eq!(
        site.said(),
        [
            "spelling content/_index.fr.md projet",
            "spelling content/_index.fr.md soft"
        ]
    );
}

#[test]
fn names_stand_in_both_texts() {
    let site = Site::new(
        "Nous voir à Tiznit avec Zorah.\n\nZorah dit bonjour.",
        "The project in Tiznit with the migrants.",
        SETTINGS,
    );
    // Within one text alone, it may be a slip as well.
    assert_eq!(site.said(), ["spelling content/_index.fr.md Zorah"]);
}

#[test]
fn fields_and_settings_are_texts_too() {
    let site = Site::new(
        "Le projet.",
        "The project.",
        &format!("{SETTINGS}description:\n  fr: \"Le projte\"\n  en: \"The project\"\n"),
    );
    assert_eq!(site.said(), ["spelling content/site.yaml projte"]);
}

#[test]
fn a_dictionary_that_is_broken_is_told() {
    let site = Site::new("Le projett.", "The projett.", SETTINGS);
    site.put("words/fr.aff", "SET KOI8-R\n");
    let said = site.said();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said.iter()
            .any(|said| said.starts_with("spelling-dictionary-broken content/site.yaml")),
        "{said:?}"
    );
}
