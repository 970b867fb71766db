//! What holds for every message, in every language of the interface.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::*;
use crate::testing::messages;

/// The names of the values that a text asks for; of a choice, those of each of its variants.
fn values<'t>(pattern: &Pattern<&'t str>, names: &mut BTreeSet<&'t str>) {
    fn inline<'t>(of: &InlineExpression<&'t str>, names: &mut BTreeSet<&'t str>) {
        match of {
            InlineExpression::VariableReference { id } => drop(names.insert(id.name)),
            InlineExpression::Placeable { expression } => expression_of(expression, names),
            _ => {}
        }
    }
    fn expression_of<'t>(of: &Expression<&'t str>, names: &mut BTreeSet<&'t str>) {
        match of {
            Expression::Inline(one) => inline(one, names),
            Expression::Select { selector, variants } => {
                inline(selector, names);
                for variant in variants {
                    values(&variant.value, names);
                }
            }
        }
    }
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_of(expression, names);
        }
    }
}

/// Of each text and attribute, by `id` or `id.attribute`, the names of its values.
fn texts<'t>(files: &'t [(&str, &str)]) -> BTreeMap<String, BTreeSet<&'t str>> {
    let mut texts = BTreeMap::new();
    for (file, text) in files {
        let parsed =
            parser::parse(*text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in parsed.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Junk { content } => panic!("{file}: {content}"),
                _ => continue,
            };
            let mut add = |id: String, pattern: &Pattern<&'t str>| {
                let mut names = BTreeSet::new();
                values(pattern, &mut names);
                assert!(
                    texts.insert(id.clone(), names).is_none(),
                    "{file}: {id} twice"
                );
            };
            if let Some(pattern) = &message.value {
                add(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                add(
                    format!("{}.{}", message.id.name, attribute.id.name),
                    &attribute.value,
                );
            }
        }
    }
    texts
}

/// Values with one name for those of which a language takes what it needs.
fn alike<'t>(names: &BTreeSet<&'t str>) -> BTreeSet<&'t str> {
    let one = |name: &&'t str| match *name {
        "hour" | "minute" | "minutes" => "time",
        name => name,
    };
    names.iter().map(one).collect()
}

#[test]
fn each_language_says_what_english_says_with_the_same_values() {
    let english = texts(messages("en").interface().files);
    let mut problems = Vec::new();
    for language in messages("en").each() {
        let own = texts(language.interface().files);
        for (id, names) in &own {
            match english.get(id) {
                // What a language calls a version in another may differ from the name of that one.
                None if id.ends_with(".version") => {}
                None => problems.push(format!(
                    "{}: {id} is no text of the program",
                    language.tag()
                )),
                Some(english) if alike(english) != alike(names) => {
                    problems.push(format!("{}: {id} has other values", language.tag()));
                }
                Some(_) => {}
            }
        }
        for id in english.keys().filter(|id| !own.contains_key(*id)) {
            // Half a message would be half a translation, in a language that is not complete too.
            let message = id.split('.').next().unwrap_or_default();
            if language.is_complete() || own.contains_key(message) {
                problems.push(format!("{}: {id} is missing", language.tag()));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(english.len() > 500, "{} texts", english.len());
}

#[test]
fn every_message_has_its_texts() {
    let english = texts(messages("en").interface().files);
    let mut codes = BTreeSet::new();
    let mut problems = Vec::new();
    for message in catalogue::all() {
        let code = message.code;
        let mut wrong = |what: &str| problems.push(format!("{code} {what}"));
        if !codes.insert(code) {
            wrong("is the code of two messages");
        }
        let is_kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if !code.bytes().all(is_kebab) {
            wrong("is not in kebab case");
        }
        let Some(named) = english.get(code) else {
            wrong("has no text");
            continue;
        };
        // A hint after one that can always be printed never is.
        let hints = (1..).map_while(|number| {
            let name = if number == 1 {
                "hint".to_owned()
            } else {
                format!("hint-{number}")
            };
            english.get(&format!("{code}.{name}"))
        });
        let hints: Vec<_> = hints.collect();
        if hints.iter().rev().skip(1).any(|hint| hint.is_subset(named)) {
            wrong("has hints after one that can always be printed");
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(codes.len() > 80, "{} messages", codes.len());
}

#[test]
fn messages_are_written_as_sentences_in_a_line() {
    let mut problems = Vec::new();
    for message in catalogue::all() {
        for language in messages("en").each() {
            for line in lines(message.code, language) {
                if line.ends_with('.') || line.contains("  ") {
                    problems.push(format!("a full stop or two spaces: {line}"));
                }
                // An apostrophe is a straight one only in an example of YAML.
                if language.tag() == "fr"
                    && ["l'", "d'", "n'"].iter().any(|sign| line.contains(sign))
                {
                    problems.push(format!("a straight apostrophe: {line}"));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

/// A message and its hints as they stand in their file.
fn lines(code: &str, language: Messages) -> Vec<&'static str> {
    let files = language.interface().files.iter();
    let mut lines = files.flat_map(|(_, text)| text.lines());
    let Some(first) = lines.find_map(|line| line.strip_prefix(code)?.strip_prefix(" = ")) else {
        return Vec::new();
    };
    let rest = lines.map_while(|line| line.strip_prefix("    .")?.split_once(" = "));
    std::iter::once(first)
        .chain(rest.map(|(_, hint)| hint))
        .collect()
}

#[test]
fn values_take_the_place_of_their_names() {
    static FILES: [(&str, &str); 1] = [(
        "test.ftl",
        "test = « { $value } » in {\"{\"}braces{\"}\"} { $count ->\n    [one] once\n   *[other] { $count } times\n }\n    \
         .hint = did you mean { $nearest }\n    .hint-2 = write it\n",
    )];
    static ALL: [Interface; 1] = [Interface::new("en", true, &FILES)];
    static MESSAGE: Message = Message {
        code: "test",
        severity: Severity::Error,
    };
    let english = Messages::new(&ALL);
    let diagnostic = Diagnostic::new(&MESSAGE).with("value", "{value} : x");
    let diagnostic = Diagnostic {
        values: [diagnostic.values, vec![("count", Value::Count(1))]].concat(),
        ..diagnostic
    };
    assert_eq!(diagnostic.text(english), "« {value} : x » in {braces} once");
    assert_eq!(diagnostic.hint(english).as_deref(), Some("write it"));
    let diagnostic = diagnostic.with("nearest", "y");
    assert_eq!(diagnostic.hint(english).as_deref(), Some("did you mean y"));
}

#[test]
fn a_language_that_is_not_complete_says_the_rest_in_english() {
    let spanish = messages("es");
    assert!(!spanish.is_complete());
    let own = Diagnostic::new(&catalogue::chart::COLUMN).with("column", "año");
    assert_eq!(
        own.text(spanish),
        "estos datos no tienen ninguna columna «año»"
    );
    let other = Diagnostic::new(&catalogue::cli::COMMAND).with("value", "bild");
    assert_eq!(other.text(spanish), other.text(messages("en")));
    // Nobody is spoken to in half a language who has not asked for it.
    assert_eq!(messages("en").of_tag("es-MA"), None);
}

#[test]
fn languages_have_names() {
    for (tag, en, fr, version) in [
        ("fr", "French", "français", "française"),
        ("en", "English", "anglais", "anglaise"),
        (
            "pt-BR",
            "Portuguese (BR)",
            "portugais (BR)",
            "portugaise (BR)",
        ),
        ("tlh", "tlhIngan", "tlhIngan", "tlhIngan"),
    ] {
        let own = "tlhIngan";
        assert_eq!(language::name(tag, own, messages("en")), en);
        assert_eq!(language::name(tag, own, messages("fr")), fr);
        assert_eq!(language::version(tag, own, messages("en")), en);
        assert_eq!(language::version(tag, own, messages("fr")), version);
    }
}

#[test]
fn the_nearest_name() {
    let names = ["title", "summary", "date", "catégorie"];
    for (written, meant) in [
        ("tilte", Some("title")),
        ("Title", Some("title")),
        ("sumary", Some("summary")),
        ("categorie", Some("catégorie")),
        ("dates", Some("date")),
        ("budget", None),
        ("", None),
    ] {
        assert_eq!(nearest(written, names), meant, "{written}");
    }
}

#[test]
fn of_two_that_change_the_same_words_the_first_keeps_its_corrections() {
    let finding = |start: usize, end: usize, with: &str| {
        let span = Span::new(start, end);
        Diagnostic::at(&crate::catalogue::markdown::DAMAGED, "a.md", span).replace(span, with)
    };
    let kept = |mut all: Vec<Diagnostic>| {
        sort(&mut all);
        let kept = all.iter().filter(|one| !one.corrections.is_empty());
        kept.count()
    };
    for (one, other, expected) in [
        ((0, 4), (3, 6), 1),
        ((0, 4), (4, 6), 2),
        ((0, 400), (399, 401), 1),
        ((0, 400), (200, 200), 1),
        ((5, 5), (5, 5), 1),
        ((5, 5), (5, 6), 2),
    ] {
        let all = vec![finding(one.0, one.1, "a"), finding(other.0, other.1, "b")];
        assert_eq!(kept(all), expected, "{one:?} {other:?}");
    }
    // One that is long beside very many that are short.
    let mut all: Vec<_> = (0..100_000)
        .map(|at| finding(9 * at + 1, 9 * at + 5, "a"))
        .collect();
    all.push(finding(0, 400_000, "b"));
    assert_eq!(kept(all), 100_001 - 44_445);
}
