//! Whatever is done, in whatever order: no text is lost, and states are as they are defined.

use std::fs;

use proptest::prelude::*;
use rihla::editorial::Accept;

use super::{Site, one};

const TAGS: [&str; 3] = ["fr", "en", "ar"];

/// Something that people do.
#[derive(Clone, Copy, Debug)]
enum Act {
    Edit(usize),
    Translate(usize),
    Accept(usize),
    Minor(usize),
    Reviewed,
    Rename,
    Delete(usize),
}

fn language() -> impl Strategy<Value = usize> {
    prop_oneof![3 => Just(0_usize), 4 => Just(1), 1 => Just(2)]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => language().prop_map(Act::Edit),
        3 => language().prop_map(Act::Translate),
        3 => language().prop_map(Act::Accept),
        2 => language().prop_map(Act::Minor),
        1 => Just(Act::Reviewed),
        1 => Just(Act::Rename),
        1 => language().prop_map(Act::Delete),
    ]
}

/// What is written of a translation, with the texts themselves in the place of digests.
#[derive(Clone, Debug)]
struct Record {
    of: usize,
    revision: String,
    text: Option<String>,
    is_draft: bool,
}

#[derive(Clone, Debug)]
struct Side {
    text: String,
    record: Option<Record>,
}

/// The entry as it should be.
#[derive(Clone, Debug)]
struct Model {
    name: String,
    sides: [Option<Side>; 3],
    edits: usize,
}

impl Model {
    fn side(&self, language: usize) -> Option<&Side> {
        self.sides[language].as_ref()
    }

    fn record(&self, language: usize) -> Option<&Record> {
        self.side(language)?.record.as_ref()
    }

    /// Whether following the sources of a text comes back to where it was.
    fn is_circle(&self, language: usize) -> bool {
        let mut at = language;
        for _ in 0..4 {
            match self.record(at) {
                Some(record) => at = record.of,
                None => return false,
            }
        }
        true
    }

    fn state(&self, language: usize) -> &'static str {
        let Some(side) = self.side(language) else {
            return "missing";
        };
        let Some(record) = &side.record else {
            let is_alone = self.sides.iter().flatten().count() == 1;
            let is_source = (0..3).any(|other| {
                self.record(other)
                    .is_some_and(|record| record.of == language)
            });
            return match is_alone || is_source {
                true => "original",
                false => "unverified",
            };
        };
        let Some(source) = self.side(record.of).filter(|_| !self.is_circle(language)) else {
            return "orphan";
        };
        match (
            record.is_draft,
            record.revision == source.text,
            &record.text,
        ) {
            (true, ..) => "draft",
            (_, true, _) => "up-to-date",
            (_, _, Some(text)) if *text != side.text => "diverged",
            _ => "outdated",
        }
    }

    /// The original, else the first language that is there.
    fn source(&self) -> Option<usize> {
        let original = (0..3).find(|language| self.state(*language) == "original");
        original.or_else(|| (0..3).find(|language| self.side(*language).is_some()))
    }

    fn accept(&mut self, language: usize, is_minor: bool) {
        let Some(side) = self.side(language).cloned() else {
            return;
        };
        if matches!(self.state(language), "original" | "orphan") {
            return;
        }
        let of = match &side.record {
            Some(record) => record.of,
            None => match self.source().filter(|source| *source != language) {
                Some(source) => source,
                None => return,
            },
        };
        let revision = self.side(of).expect("a source").text.clone();
        let record = match side.record {
            Some(record) if is_minor => Record {
                revision,
                text: record.text.or(Some(side.text)),
                ..record
            },
            _ => Record {
                of,
                revision,
                text: Some(side.text),
                is_draft: false,
            },
        };
        self.sides[language].as_mut().expect("a side").record = Some(record);
    }
}

fn path(name: &str, language: usize) -> String {
    format!("content/{name}.{}.md", TAGS[language])
}

fn run(acts: &[Act]) -> Result<(), TestCaseError> {
    let site = Site::new(&[]);
    let mut model = Model {
        name: "about".to_owned(),
        sides: [None, None, None],
        edits: 0,
    };
    let head = "---\ntitle: \"A\" # one\nweight: 3 # two\n---\n";
    for language in 0..2 {
        let text = format!("Texte {}.\n", ["un", "deux"][language]);
        site.write(&path("about", language), &format!("{head}{text}"));
        model.sides[language] = Some(Side { text, record: None });
    }
    for act in acts {
        let before = model.clone();
        match *act {
            Act::Edit(language) => {
                if let Some(side) = &mut model.sides[language] {
                    model.edits += 1;
                    // No figures: those of a translation must be those of its source.
                    let text = format!("Texte changé{}.\n", "-encore".repeat(model.edits));
                    let file = site.read(&path(&model.name, language));
                    site.write(
                        &path(&model.name, language),
                        &file.replace(&side.text, &text),
                    );
                    side.text = text;
                }
            }
            Act::Translate(language) => {
                let source = model.source();
                site.translate(&model.name, TAGS[language]);
                if model.side(language).is_none()
                    && let Some(of) = source
                {
                    let text = model.side(of).expect("a source").text.clone();
                    model.sides[language] = Some(Side {
                        record: Some(Record {
                            of,
                            revision: text.clone(),
                            text: None,
                            is_draft: true,
                        }),
                        text,
                    });
                }
            }
            Act::Accept(language) => {
                site.accept(one(&model.name, TAGS[language]));
                model.accept(language, false);
            }
            Act::Minor(language) => {
                site.accept(Accept {
                    minor: true,
                    ..one(&model.name, TAGS[language])
                });
                model.accept(language, true);
            }
            Act::Reviewed => {
                site.accept(Accept {
                    reviewed: true,
                    ..Accept::default()
                });
                for language in 0..3 {
                    let state = before.state(language);
                    if let Some(side) = &mut model.sides[language]
                        && let Some(record) = &mut side.record
                        && state == "up-to-date"
                    {
                        record.text = Some(side.text.clone());
                    }
                }
            }
            Act::Rename => {
                let name = format!("{}x", model.name);
                for language in 0..3 {
                    if model.side(language).is_some() {
                        let from = site.path(&path(&model.name, language));
                        fs::rename(from, site.path(&path(&name, language))).expect("a file");
                    }
                }
                model.name = name;
            }
            Act::Delete(language) => {
                if model.sides.iter().flatten().count() > 1 && model.side(language).is_some() {
                    fs::remove_file(site.path(&path(&model.name, language))).expect("a file");
                    model.sides[language] = None;
                }
            }
        }
        let expected: Vec<&str> = (0..3).map(|language| model.state(language)).collect();
        prop_assert_eq!(
            site.names(&model.name),
            expected,
            "{:?} of {:?}",
            act,
            before
        );
        for language in 0..3 {
            let file = site.path(&path(&model.name, language));
            let file = fs::read_to_string(file).ok();
            match (model.side(language), file) {
                (None, file) => prop_assert_eq!(file, None),
                (Some(side), file) => {
                    let file = file.unwrap_or_default();
                    prop_assert!(file.ends_with(&format!("---\n{}", side.text)), "{file}");
                    prop_assert!(file.starts_with("---\ntitle: \"A\" # one\n"), "{file}");
                    // What is shared stays where it was written.
                    let is_first =
                        language < 2 && !acts.iter().any(|act| matches!(act, Act::Delete(_)));
                    prop_assert!(!is_first || file.contains("\nweight: 3 # two\n"), "{file}");
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_lost_and_states_are_as_defined(acts in prop::collection::vec(act(), 1..24)) {
        run(&acts)?;
    }
}

/// What is remembered of a translation through several changes.
#[test]
fn what_is_minor_says_nothing_of_the_translation() {
    use Act::{Accept, Edit, Minor, Reviewed};
    for acts in [
        &[Accept(1), Edit(1), Edit(0), Minor(1), Edit(0)][..],
        &[Accept(1), Edit(1), Reviewed, Edit(0)],
        &[Accept(1), Edit(0), Edit(1), Reviewed, Accept(1), Edit(0)],
    ] {
        run(acts).expect("the states of the model");
    }
}
