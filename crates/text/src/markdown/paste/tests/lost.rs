//! No word is lost, and none is made: what is pasted is what the Markdown shows.

use icu_normalizer::ComposingNormalizerBorrowed;
use proptest::prelude::*;

use crate::markdown::paste::paste;
use crate::markdown::{Block, BlockKind, Inline, InlineKind, tree};
use rihla_diagnostics::Span;

/// HTML, and the words that it shows.
#[derive(Clone, Debug)]
enum Node {
    Words(String),
    Element(&'static str, Vec<Node>),
    Link(String, Vec<Node>),
    Table(Vec<Vec<Vec<Node>>>),
    Break,
    Hidden(String),
}

const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h3",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "section",
];

impl Node {
    fn html(&self, out: &mut String) {
        match self {
            Self::Words(words) => {
                for c in words.chars() {
                    match c {
                        '<' => out.push_str("&lt;"),
                        '&' => out.push_str("&amp;"),
                        c => out.push(c),
                    }
                }
            }
            Self::Element(name, children) => {
                let (open, close) = match *name {
                    "bold" => ("<span style='font-weight:700'>", "</span>"),
                    "not-bold" => ("<b style=\"font-weight:normal\" id=x>", "</b>"),
                    "item" => (
                        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span \
                         style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>",
                        "<o:p></o:p></p>",
                    ),
                    _ => ("", ""),
                };
                match open.is_empty() {
                    true => out.push_str(&format!("<{name}>")),
                    false => out.push_str(open),
                }
                for child in children {
                    child.html(out);
                }
                match open.is_empty() {
                    true => out.push_str(&format!("</{name}>")),
                    false => out.push_str(close),
                }
            }
            Self::Link(href, children) => {
                out.push_str(&format!("<a href=\"{href}\">"));
                for child in children {
                    child.html(out);
                }
                out.push_str("</a>");
            }
            Self::Table(rows) => {
                out.push_str("<table>");
                for row in rows {
                    out.push_str("<tr>");
                    for cell in row {
                        out.push_str("<td>");
                        for child in cell {
                            child.html(out);
                        }
                        out.push_str("</td>");
                    }
                    out.push_str("</tr>");
                }
                out.push_str("</table>");
            }
            Self::Break => out.push_str("<br>"),
            Self::Hidden(words) => {
                out.push_str(&format!(
                    "<span style='display:none'>{words}</span><!-- {words} -->"
                ));
            }
        }
    }

    fn words(&self, out: &mut String) {
        match self {
            Self::Words(words) => out.push_str(words),
            Self::Element(name, children) => {
                let is_block = BLOCKS.contains(name) || *name == "item";
                if is_block {
                    out.push(' ');
                }
                for child in children {
                    child.words(out);
                }
                if is_block {
                    out.push(' ');
                }
            }
            Self::Link(_, children) => {
                for child in children {
                    child.words(out);
                }
            }
            Self::Table(rows) => {
                for cell in rows.iter().flatten() {
                    out.push(' ');
                    for child in cell {
                        child.words(out);
                    }
                }
                out.push(' ');
            }
            Self::Break => out.push(' '),
            Self::Hidden(_) => {}
        }
    }
}

/// The words that a tree shows; `Err` for what no paste makes.
fn shown(blocks: &[Block], out: &mut String) -> Result<(), String> {
    for block in blocks {
        out.push(' ');
        match &block.kind {
            BlockKind::Paragraph(line) | BlockKind::Tight(line) | BlockKind::Heading(_, line) => {
                inline(line, out)?;
            }
            BlockKind::Quote(blocks) => shown(blocks, out)?,
            BlockKind::Code { text, .. } => out.push_str(text),
            BlockKind::List { items, .. } => {
                for item in items {
                    shown(&item.blocks, out)?;
                    out.push(' ');
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in std::iter::once(head).chain(rows).flatten() {
                    inline(cell, out)?;
                    out.push(' ');
                }
            }
            BlockKind::Rule => {}
            other => return Err(format!("{other:?}")),
        }
    }
    out.push(' ');
    Ok(())
}

fn inline(line: &[Inline], out: &mut String) -> Result<(), String> {
    for piece in line {
        match &piece.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => out.push_str(words),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) => {
                inline(inner, out)?;
            }
            InlineKind::Link {
                children,
                destination,
                ..
            } => {
                if !["https://", "mailto:"]
                    .iter()
                    .any(|scheme| destination.starts_with(scheme))
                {
                    return Err(format!("a link to {destination}"));
                }
                inline(children, out)?;
            }
            InlineKind::HardBreak | InlineKind::SoftBreak => out.push(' '),
            other => return Err(format!("{other:?}")),
        }
    }
    Ok(())
}

/// Words in the form in which raised letters are those on the line.
fn words(text: &str) -> Vec<String> {
    let text = ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .into_owned();
    text.split_whitespace().map(str::to_owned).collect()
}

fn check(nodes: &[Node]) -> Result<(), TestCaseError> {
    let (mut html, mut wanted) = (String::new(), String::new());
    for node in nodes {
        node.html(&mut html);
        node.words(&mut wanted);
    }
    let markdown = paste(&html).markdown;
    let document = tree(&markdown, Span::new(0, markdown.len()));
    let mut read = String::new();
    shown(&document.blocks, &mut read)
        .map_err(|wrong| TestCaseError::fail(format!("{wrong}\n{html}\n{markdown}")))?;
    prop_assert_eq!(words(&read), words(&wanted), "{}\n{}", html, markdown);
    let trailing = markdown.lines().find(|line| line.ends_with(' '));
    prop_assert_eq!(trailing, None, "{}\n{}", html, markdown);
    prop_assert!(
        html.contains("<pre>") || !markdown.contains("\n\n\n"),
        "{}\n{}",
        html,
        markdown
    );
    Ok(())
}

const SIGNS: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~",
    "~~",
    "~~~",
    "[",
    "]",
    "](",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "[^1]:",
    "[x]",
    "[ ]",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<https://e.org>",
    "<a@b.org>",
    "&amp;",
    "&copy;",
    "&#65;",
    "&",
    "#",
    "##",
    "# ",
    "- ",
    "-",
    "+ ",
    "+",
    "1. ",
    "1.",
    "2) ",
    "---",
    "===",
    ":--",
    "|",
    "|--|",
    ":::",
    ":::note",
    ": ",
    ":",
    "{{ a }}",
    "{#id}",
    ":fact{a}",
    ":lang{en \"a\"}",
    "\\",
    "\\*",
    "!",
    "https://example.org/a_b_c",
    "a@example.org",
    "«\u{a0}",
    "\u{a0}»",
    "\u{a0}:",
    "’",
    "“",
    "”",
    "$",
    "^",
    "=",
    "%",
    "@",
    "<<",
    ">>",
    "____",
    "__/__",
    "'",
    "\"",
    ".",
    ",",
    "…",
    "–",
    "<o:p>",
    "<![if !x]>",
    "<?xml:x?>",
];

fn text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(SIGNS).prop_map(str::to_owned);
    let word = prop::sample::select(&["mot", "Été", "n", "1", "24", "وجدة", "a", "B2", "x_y"][..]);
    let piece = prop_oneof![3 => word.prop_map(str::to_owned), 3 => sign, 2 => Just(" ".to_owned()),
        1 => Just("\n".to_owned())];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

fn inlines() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        8 => text().prop_map(Node::Words),
        1 => Just(Node::Break),
        1 => text().prop_map(|_| Node::Hidden("rien".to_owned())),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let inner = prop::collection::vec(inner, 1..4);
        let name = prop::sample::select(
            &["b", "i", "em", "s", "u", "span", "bold", "not-bold", "code", "font", "ins"][..],
        );
        let href = prop::sample::select(
            &[
                "https://example.org/a_(b)",
                "https://example.org/?a=1&amp;utm_source=b",
                "mailto:a@example.org",
                "javascript:x",
                "#a",
            ][..],
        );
        prop_oneof![
            5 => (name, inner.clone()).prop_map(|(name, inner)| Node::Element(name, inner)),
            1 => (href, text()).prop_map(|(href, words)| Node::Link(href.to_owned(), vec![Node::Words(words)])),
        ]
    })
}

fn blocks() -> impl Strategy<Value = Node> {
    let line = prop::collection::vec(inlines(), 1..4).boxed();
    let leaf = prop_oneof![
        6 => (prop::sample::select(&["p", "div", "h1", "h3", "item"][..]), line.clone())
            .prop_map(|(name, line)| Node::Element(name, line)),
        1 => text().prop_map(|words| Node::Element("pre", vec![Node::Words(words)])),
        1 => prop::collection::vec(prop::collection::vec(line, 1..4), 1..4).prop_map(Node::Table),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        let inner = prop::collection::vec(inner, 1..4);
        let list = prop::sample::select(&["ul", "ol"][..]);
        prop_oneof![
            (list, prop::collection::vec(inner.clone(), 1..4)).prop_map(|(name, items)| {
                let items = items.into_iter().map(|item| Node::Element("li", item));
                Node::Element(name, items.collect())
            }),
            inner
                .clone()
                .prop_map(|inner| Node::Element("blockquote", inner)),
            inner.prop_map(|inner| Node::Element("section", inner)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_of_a_line_stay(line in prop::collection::vec(inlines(), 1..5)) {
        check(&line)?;
    }

    #[test]
    fn words_of_blocks_stay(blocks in prop::collection::vec(blocks(), 1..5)) {
        check(&blocks)?;
    }

    #[test]
    fn anything_may_be_pasted(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = paste(&text);
    }

    #[test]
    fn any_tags_may_be_pasted(
        tags in prop::collection::vec(
            prop::sample::select(&[
                "<p>", "</p>", "<b>", "</b>", "<a href='https://e.org'>", "</a>", "<table>", "<tr>", "<td>", "</td>",
                "</table>", "<ul>", "<li>", "</li>", "</ul>", "<div>", "</div>", "x", " ", "<svg>", "<math>", "<mi>",
                "</svg>", "<select>", "<option>", "<template>", "</template>", "<![if !supportLists]>", "<![endif]>",
                "<p style='mso-list:l0 level3 lfo1'>", "<frameset>", "<h1>", "</h2>", "<pre>", "\n", "<script>", "<!--",
                "<a href='#_ftn1' name=_ftnref1>", "<a href='#_ftnref1' name=_ftn1>", "<td colspan=9 rowspan=9>", "<br>",
                "<hr>", "<title>", "<textarea>", "<sup>", "<plaintext>", "<span style='mso-list:Ignore'>", "<form>",
            ][..]),
            0..60,
        ),
    ) {
        let markdown = paste(&tags.concat()).markdown;
        let document = tree(&markdown, Span::new(0, markdown.len()));
        let mut read = String::new();
        let notes = document.notes.iter().map(|note| shown(&note.blocks, &mut String::new()));
        let notes: Result<Vec<()>, String> = notes.collect();
        prop_assert!(notes.is_ok(), "{notes:?} {markdown}");
        let without = markdown.contains("[^");
        prop_assert!(without || shown(&document.blocks, &mut read).is_ok(), "{}", markdown);
    }
}
