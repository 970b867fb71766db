//! Figures of both languages, and what they are read as.

use super::{Amount, Figure, Kind, Reader, Weight};
use crate::language::Language;

fn reader(tag: &str) -> Reader {
    Reader::new(&Language::new(tag, tag, tag, None).expect("a language"))
}

/// What a figure is, in a short form.
fn shown(figure: &Figure) -> String {
    let amount = |amount: &Amount| match amount.exponent {
        0 => amount.digits.to_string(),
        exponent => format!("{}e{exponent}", amount.digits),
    };
    let part = |value: Option<i64>| value.map_or_else(|| "?".to_owned(), |value| value.to_string());
    let text = match &figure.kind {
        Kind::Number(number) => amount(number),
        Kind::Percent(number) => format!("{}%", amount(number)),
        Kind::Money(number, code) => format!("{}{code}", amount(number)),
        Kind::Date(year, month, day) => format!(
            "{}-{}-{}",
            part(*year),
            part(month.map(i64::from)),
            part(day.map(i64::from))
        ),
        Kind::Time(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
        Kind::Reference(name) => format!("[{name}]"),
        Kind::Fact(id) => format!(":{id}"),
    };
    match figure.weight {
        Weight::Digits => text,
        Weight::Words => format!("w{text}"),
        Weight::Vague => format!("v{text}"),
    }
}

fn read(tag: &str, text: &str) -> String {
    let figures = reader(tag).read(text);
    figures.iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn figures_are_read() {
    let cases = include_str!("cases.tsv");
    let mut count = 0;
    let mut wrong = Vec::new();
    for line in cases
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let [tag, text, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}");
        };
        let text = text.replace('⍽', "\u{a0}").replace('⎵', "\u{202f}");
        let found = read(tag, &text);
        if found != expected {
            wrong.push(format!("{tag}: {text}: {found}, not {expected}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 60, "{count} cases");
}

#[test]
fn places_are_those_of_the_figures() {
    let text = "L’accord de 3,5 millions d’euros du 1er juin 2017.";
    let figures = reader("fr").read(text);
    let pieces: Vec<&str> = figures
        .iter()
        .map(|figure| &text[figure.range.clone()])
        .collect();
    assert_eq!(pieces, ["3,5 millions d’euros", "1er juin 2017"]);
}
