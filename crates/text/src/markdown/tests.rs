//! What cannot be said as a table of texts: see `tests/cases/markdown` for the rest.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;

struct Page;

impl Surroundings for Page {
    fn link(&self, destination: &str) -> Target {
        Target {
            href: Some(destination.into()),
            ..Target::default()
        }
    }

    fn image(&self, source: &str) -> Image {
        Image {
            src: source.into(),
            ..Image::default()
        }
    }

    fn fact(&self, id: &str) -> String {
        id.into()
    }

    fn word(&self, _: Word) -> String {
        "word".into()
    }
}

fn read(text: &str) -> (String, Vec<rihla_diagnostics::Diagnostic>) {
    let path: Arc<str> = "a.md".into();
    let (document, diagnostics) = parse(&path, text, Span::new(0, text.len()));
    let mut out = String::new();
    html(&document, &Page, "", &mut out);
    (out, diagnostics)
}

/// Checks that every element that is opened is closed, in the right order.
fn well_formed(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').ok_or("a tag that does not end")?;
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes something else"));
            }
            continue;
        }
        let name = tag.split_whitespace().next().unwrap_or_default();
        if !["br", "hr", "img", "wbr"].contains(&name) {
            open.push(name);
        }
    }
    match open.is_empty() {
        true => Ok(()),
        false => Err(format!("{open:?} stays open")),
    }
}

#[test]
fn a_piece_points_into_the_whole() {
    let text = "---\ntitle: a\n---\n[é](x.md) ![](b.png)\n";
    let path: Arc<str> = "a.md".into();
    let (document, diagnostics) = parse(&path, text, Span::new(17, text.len()));
    let place = document.references()[0].destination_span;
    assert_eq!(&text[place.start..place.end], "x.md");
    let span = diagnostics[0].place.as_ref().unwrap().span.unwrap();
    assert_eq!(&text[span.start..span.end], "![](b.png)");
}

#[test]
fn depth_has_an_end() {
    for text in [
        "> ".repeat(10_000),
        "- ".repeat(10_000),
        (0..2_000)
            .map(|n| format!("{}- a\n", "  ".repeat(n)))
            .collect(),
        "*a **b ".repeat(5_000) + &"** *".repeat(5_000),
        "<b>".repeat(10_000),
        "[".repeat(10_000),
        ":::note\n".repeat(5_000),
        ":::note\n:::lang{fr}\n".repeat(2_000),
        ":::note{title=\"".repeat(3_000),
        "- :::note\n  :::\n".repeat(1_000),
        ":::\n".repeat(5_000),
    ] {
        let (html, _) = read(&text);
        assert_eq!(well_formed(&html), Ok(()));
    }
    let (_, diagnostics) = read(&"> ".repeat(1_000));
    assert_eq!(diagnostics[0].message.code, "markdown-too-deep");
}

const TEXT: &str = "# Titre\n\nUn *mot* **fort** [lien](/x \"t\") ![alt](a.png) `code` <b>gras</b>[^1].\n\n\
                    - a\n  - b\n\n1. c\n\n> d\n\n| a | b |\n|--|:-:|\n| 1 | 2 |\n\nTerme\n: Sens\n\n\
                    <div lang=\"ar\">\n\nx\n\n</div>\n\n:lang{en \"soft\"} :fact{a}\n\n```\ncode\n```\n\n[^1]: Note.\n";

proptest! {
    /// Whatever is typed into a text, nothing in it runs, nothing stays open, and every place
    /// that is told is in the text.
    #[test]
    fn no_mutation_escapes(
        changes in prop::collection::vec(
            (0..TEXT.len(), 0usize..8, "(<[a-z/!?]{0,6}|on[a-z]{1,5}=|javascript:|[\\PC\n\t <>\"'&:\\[\\]()*_`~^{}|#-]{0,5})"),
            1..10,
        )
    ) {
        let mut text = TEXT.to_owned();
        for (at, cut, with) in changes {
            let floor = |mut at: usize| {
                at = at.min(text.len());
                while !text.is_char_boundary(at) { at -= 1; }
                at
            };
            let (start, end) = (floor(at), floor(at + cut));
            text.replace_range(start..end.max(start), &with);
        }
        let (html, diagnostics) = read(&text);
        let whole = Span::new(0, text.len());
        prop_assert_eq!(tree(&text, whole), parse(&"a.md".into(), &text, whole).0, "{}", text);
        prop_assert_eq!(well_formed(&html), Ok(()), "{}\n{}", text, html);
        prop_assert!(!html.contains("<script") && !html.contains("href=\"javascript:"), "{}\n{}", text, html);
        for diagnostic in diagnostics {
            let span = diagnostic.place.unwrap().span.unwrap();
            prop_assert!(text.get(span.start..span.end).is_some(), "{} {:?} in {:?}", diagnostic.message.code, span, text);
        }
    }
}

/// Lines of which directives, and what editors make of them, consist.
const LINES: &[&str] = &[
    ":::note",
    ":::note{title=\"é \\[x\\] *y*\" kind=warning}",
    ":::figure{file=a.png alt=\"\"}",
    ":::gallery",
    ":::key-figures{date=2024-02}",
    ":::people",
    ":::download{file=a.pdf title=x language=fr}",
    ":::video{url=\"<https://a.org/>\" title=x captions=fr}",
    ":::chart{data=a.csv kind=bar title=x x=\"a: b\" y=\"c,d\"}",
    ":::lang{ar}",
    ":::quote{author=“x”}",
    ":::xyz{a=b}",
    ":::note{",
    "title=\"x\"",
    "}",
    ":::",
    "\\:::",
    "\\:\\:\\:note",
    ":::\\",
    ":::note autre",
    "a.png | é | *c* | d",
    "174 | États[^1]",
    "| a | b |",
    "|---|---|",
    "- un",
    "* deux",
    "1. trois",
    "> quatre",
    "```",
    "~~~",
    "Terme",
    ": sens",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "# Titre",
    "[^1]: Note.",
    "*mot*",
    "mot\\",
    "",
    "",
    "",
];

/// Where something stands whose place must be in the text.
fn places(blocks: &[Block], found: &mut Vec<Span>) {
    for block in blocks {
        found.push(block.span);
        match &block.kind {
            BlockKind::Quote(inner) => places(inner, found),
            BlockKind::List { items, .. } => {
                for item in items {
                    places(&item.blocks, found);
                }
            }
            BlockKind::Paragraph(inlines) | BlockKind::Tight(inlines) => {
                found.extend(inlines.iter().map(|inline| inline.span));
            }
            BlockKind::Directive(directive) => {
                found.extend(directive.arguments.iter().map(|argument| argument.span));
                match &directive.body {
                    directive::Body::Nothing => {}
                    directive::Body::Blocks(inner) => places(inner, found),
                    directive::Body::Lines(lines) => {
                        for line in lines {
                            found.push(line.span);
                            found.extend(line.cells.iter().map(|cell| cell.span));
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

proptest! {
    /// However the lines of directives stand among others, reading them comes to an end, what
    /// is opened is closed, and every place that is told or kept is in the text.
    #[test]
    fn directives_in_any_order(
        lines in prop::collection::vec(
            (prop::sample::select(LINES), prop::sample::select(vec!["", "", "", "  ", "   ", "    ", "\t", "> "])),
            1..24,
        ),
        ends in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let text: String = lines
            .iter()
            .map(|(line, indent)| format!("{indent}{line}{ends}"))
            .collect();
        let before = "---\né\n---\n";
        let whole = format!("{before}{text}");
        let path: Arc<str> = "a.md".into();
        let (document, diagnostics) = parse(&path, &whole, Span::new(before.len(), whole.len()));
        prop_assert_eq!(&document, &tree(&whole, Span::new(before.len(), whole.len())), "{}", text);
        let mut out = String::new();
        html(&document, &Page, "", &mut out);
        prop_assert_eq!(well_formed(&out), Ok(()), "{}\n{}", text, out);
        let mut spans = Vec::new();
        places(&document.blocks, &mut spans);
        spans.extend(document.references().iter().map(|link| link.destination_span));
        spans.extend(diagnostics.iter().filter_map(|diagnostic| diagnostic.place.as_ref()?.span));
        for span in spans {
            let is_there = span == Span::default() || span.start >= before.len();
            prop_assert!(
                is_there && whole.get(span.start..span.end).is_some(),
                "{:?} in\n{}", span, whole
            );
        }
    }
}

#[test]
fn a_file_of_a_computer_is_known_by_its_address() {
    for (address, name) in [
        (r"C:\été\a.jpg", Some("a.jpg")),
        (r"c:/Users/ali/photo.png", Some("photo.png")),
        ("file:///media/ali/note.pdf", Some("note.pdf")),
        (r"C:\dossier", None),
        ("https://e.org/a.jpg", None),
    ] {
        assert_eq!(wording::on_computer(address), name, "{address}");
    }
}

#[test]
fn words_that_are_no_parameters_are_told_or_counted() {
    let text = format!(":::note{{{}}}\nUn.\n:::\n", "x=1 ".repeat(50));
    let (_, found) = parse(&"a.md".into(), &text, Span::new(0, text.len()));
    let of = |code: &str| {
        let found = found.iter().filter(move |one| one.message.code == code);
        found.collect::<Vec<_>>()
    };
    let told = of("directive-parameter").len();
    let [more] = of("directive-words-more")[..] else {
        panic!("{found:?}")
    };
    let count = more.values.iter().find(|(name, _)| *name == "count");
    let count = count.map(|(_, count)| count.as_text().to_owned());
    assert_eq!(count, Some((50 - told).to_string()));
}
