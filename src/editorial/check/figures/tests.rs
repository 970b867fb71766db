//! Figures of both languages, and what they are read as.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::compare::differences;
use super::super::unit::{Unit, UnitKind};
use super::{Amount, Figure, FigureKind, Reader, Weight};
use rihla_diagnostics::Span;
use rihla_text::language::Language;

fn reader(tag: &str) -> Reader {
    let language = tag.split('-').next().unwrap_or(tag);
    let variant = (tag != language).then_some(tag);
    Reader::new(&Language::new(language, tag, language, variant).expect("a language"))
}

/// What a figure is, in a short form.
fn shown(figure: &Figure) -> String {
    let amount = |amount: &Amount| match amount.exponent {
        0 => amount.digits.to_string(),
        exponent => format!("{}e{exponent}", amount.digits),
    };
    let part = |value: Option<i64>| value.map_or_else(|| "?".to_owned(), |value| value.to_string());
    let text = match &figure.kind {
        FigureKind::Number(number) => amount(number),
        FigureKind::Percent(number) => format!("{}%", amount(number)),
        FigureKind::Money(number, code) => format!("{}{code}", amount(number)),
        FigureKind::Date(year, month, day) => format!(
            "{}-{}-{}",
            part(*year),
            part(month.map(i64::from)),
            part(day.map(i64::from))
        ),
        FigureKind::Time(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
        FigureKind::Part(numerator, denominator) => format!("{numerator}/{denominator}"),
        FigureKind::Degrees(is_below, number) => {
            format!("{}{}°", if *is_below { "-" } else { "" }, amount(number))
        }
        FigureKind::Weekday(day) => format!("d{day}"),
        FigureKind::Reference(name) => format!("[{name}]"),
        FigureKind::Fact(id) => format!(":{id}"),
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

/// A paragraph of a text in a language.
fn paragraph(reader: &Reader, text: &str) -> Unit {
    let span = Span::new(0, text.len());
    let figures = reader.read(text).into_iter();
    Unit {
        kind: UnitKind::Paragraph,
        span,
        block: span,
        figures: figures
            .map(|figure| {
                let place = Span::new(figure.range.start, figure.range.end);
                (figure, place)
            })
            .collect(),
        lines: Vec::new(),
        parts: Vec::new(),
    }
}

/// The true differences of a corpus of paragraphs are found, and hardly any other.
#[test]
fn differences_of_the_corpus_are_found() {
    let [fr, en] = &*READERS;
    let (mut told, mut differences_told, mut pairs, mut differing) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    let mut lost = 0;
    let lines = include_str!("corpus.tsv").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let [expected, french, english] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}");
        };
        let expected: usize = expected.parse().expect("a count");
        let units = [paragraph(fr, french), paragraph(en, english)];
        let [first, second] = &units;
        let found = differences(
            std::slice::from_ref(first),
            std::slice::from_ref(second),
            &|_| None,
        );
        pairs += 1;
        differing += usize::from(expected > 0);
        told += found.len();
        differences_told += found.len().min(expected);
        lost += expected.saturating_sub(found.len());
        if found.len() != expected {
            let shown: Vec<_> = units
                .iter()
                .map(|unit| unit.figures.iter().map(|(figure, _)| shown(figure)))
                .map(|figures| figures.collect::<Vec<_>>().join(" "))
                .collect();
            let count = found.len();
            wrong.push(format!("{count} for {line} ({})", shown.join(" / ")));
        }
    }
    let spurious = told - differences_told;
    let report = format!(
        "{spurious} of {told} findings are false, {lost} are lost:\n{}",
        wrong.join("\n")
    );
    println!("{report}");
    assert!(
        pairs >= 120 && differing >= 40,
        "{pairs} pairs, {differing} differ"
    );
    assert!(lost == 0 && spurious * 10 <= told, "{report}");
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

/// A figure that can be written in both languages.
#[derive(Clone, Debug, PartialEq)]
enum CaseValue {
    Whole(u64),
    /// Tenths of millions.
    Millions(u64),
    Percent(u64),
    Money(u64, usize),
    Day(u8, usize, u16),
    Time(u8, u8),
}

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

/// In French, and before an amount in English.
const CURRENCIES: [(&str, &str); 4] = [
    ("euros", "€"),
    ("dollars", "USD "),
    ("dirhams", "MAD "),
    ("€", "EUR "),
];

fn grouped(number: u64, sign: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(sign);
        }
        out.push(c);
    }
    out
}

impl CaseValue {
    fn french(&self, space: &str) -> String {
        match self {
            Self::Whole(number) => grouped(*number, space),
            Self::Millions(tenths) => format!("{},{} millions", tenths / 10, tenths % 10),
            Self::Percent(tenths) => format!("{},{}{space}%", tenths / 10, tenths % 10),
            Self::Money(amount, code) => {
                format!("{}{space}{}", grouped(*amount, space), CURRENCIES[*code].0)
            }
            Self::Day(day, month, year) => {
                let first = if *day == 1 { "er" } else { "" };
                format!("{day}{first} {} {year}", MONTHS[*month].0)
            }
            Self::Time(hour, 0) => format!("{hour}{space}h"),
            Self::Time(hour, minute) => format!("{hour}{space}h{space}{minute:02}"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Whole(number) => grouped(*number, ","),
            Self::Millions(tenths) => format!("{}.{} million", tenths / 10, tenths % 10),
            Self::Percent(tenths) => format!("{}.{} per cent", tenths / 10, tenths % 10),
            Self::Money(amount, code) => {
                format!("{}{}", CURRENCIES[*code].1, grouped(*amount, ","))
            }
            Self::Day(day, month, year) => format!("{day} {} {year}", MONTHS[*month].1),
            Self::Time(hour, minute) => {
                let half = if *hour < 12 { "am" } else { "pm" };
                let hour = if *hour % 12 == 0 { 12 } else { *hour % 12 };
                format!("{hour}:{minute:02} {half}")
            }
        }
    }
}

fn any_value() -> impl Strategy<Value = CaseValue> {
    prop_oneof![
        (0_u64..10_000_000_000).prop_map(CaseValue::Whole),
        (1_u64..100_000).prop_map(CaseValue::Millions),
        (0_u64..2000).prop_map(CaseValue::Percent),
        (1_u64..10_000_000_000, 0..CURRENCIES.len())
            .prop_map(|(n, code)| CaseValue::Money(n, code)),
        (1_u8..=28, 0_usize..12, 1900_u16..2100).prop_map(|(d, m, y)| CaseValue::Day(d, m, y)),
        (0_u8..24, 0_u8..60).prop_map(|(hour, minute)| CaseValue::Time(hour, minute)),
    ]
}

static READERS: LazyLock<[Reader; 2]> = LazyLock::new(|| [reader("fr"), reader("en")]);

fn kinds(reader: &Reader, text: &str) -> Vec<FigureKind> {
    reader
        .read(text)
        .into_iter()
        .map(|figure| figure.kind)
        .collect()
}

proptest! {
    #[test]
    fn a_figure_is_the_same_in_both_languages(
        values in proptest::collection::vec(any_value(), 1..4),
        space in prop_oneof![Just(" "), Just("\u{a0}"), Just("\u{202f}")],
    ) {
        let french: Vec<String> = values.iter().map(|value| value.french(space)).collect();
        let english: Vec<String> = values.iter().map(CaseValue::english).collect();
        let (french, english) = (french.join(" ; voir "), english.join("; see "));
        let [fr, en] = &*READERS;
        prop_assert_eq!(kinds(fr, &french), kinds(en, &english), "{} / {}", french, english);
        prop_assert_eq!(kinds(fr, &french).len(), values.len());
    }

    #[test]
    fn another_figure_is_another_one(one in any_value(), other in any_value()) {
        let [fr, en] = &*READERS;
        let (french, english) = (one.french(" "), other.english());
        let (a, b) = (kinds(fr, &french), kinds(en, &english));
        // 1.0 million is 1,000,000, and EUR and € are one.
        let same = kinds(fr, &other.french(" "));
        prop_assert_eq!(a == b, a == same, "{} / {}", french, english);
        prop_assert!(one == other || std::mem::discriminant(&one) != std::mem::discriminant(&other) || a != b
            || matches!((&one, &other), (CaseValue::Money(x, _), CaseValue::Money(y, _)) if x == y));
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,60}") {
        for reader in READERS.iter() {
            for figure in reader.read(&text) {
                prop_assert!(text.get(figure.range.clone()).is_some());
            }
        }
        let _ = kinds(&Reader::plain(), &text);
    }

    #[test]
    fn texts_of_figures_can_be_read(text in "[0-9 ,./:+h€$%a-eA-E’–-]{0,40}") {
        for reader in READERS.iter() {
            let figures = reader.read(&text);
            prop_assert!(figures.iter().all(|figure| figure.range.start < figure.range.end));
        }
    }
}
