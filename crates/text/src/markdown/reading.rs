//! A text as it is read, without its markup: what a search finds words in and shows around them.

use super::directive::{ArgumentValue, Body, Directive};
use super::{Block, BlockKind, Definition, Document, plain};

/// The words of a document in the order in which they stand, a line for each paragraph, heading, item and row;
/// footnotes at the end. Code, raw HTML and figures that stand elsewhere ([`Fact`](super::InlineKind::Fact)) are left
/// out. `included` gives what is read of a text of the collection `blocks`, by its id.
pub fn reading(document: &Document, included: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    blocks(&document.blocks, included, &mut out);
    for note in &document.notes {
        blocks(&note.blocks, included, &mut out);
    }
    out
}

fn line(words: &str, out: &mut String) {
    let mut words = words.split_whitespace().peekable();
    if words.peek().is_some() && !out.is_empty() {
        out.push('\n');
    }
    while let Some(word) = words.next() {
        out.push_str(word);
        if words.peek().is_some() {
            out.push(' ');
        }
    }
}

fn blocks(all: &[Block], included: &dyn Fn(&str) -> String, out: &mut String) {
    for block in all {
        match &block.kind {
            BlockKind::Paragraph(words)
            | BlockKind::Tight(words)
            | BlockKind::Heading(_, words) => {
                line(&plain(words), out);
            }
            BlockKind::Quote(inside) => blocks(inside, included, out),
            BlockKind::List { items, .. } => {
                items
                    .iter()
                    .for_each(|item| blocks(&item.blocks, included, out));
            }
            BlockKind::Definitions(parts) => {
                for part in parts {
                    match part {
                        Definition::Term(words) => line(&plain(words), out),
                        Definition::Description(inside) => blocks(inside, included, out),
                    }
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                    line(&cells.join(" "), out);
                }
            }
            BlockKind::Figure { image, caption } => {
                line(&plain(std::slice::from_ref(image)), out);
                line(&plain(caption), out);
            }
            BlockKind::Directive(directive) => self::directive(directive, included, out),
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => {}
        }
    }
}

fn directive(directive: &Directive, included: &dyn Fn(&str) -> String, out: &mut String) {
    if let Some(id) = directive.included() {
        let words = included(id);
        if !words.is_empty() && !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&words);
        return;
    }
    for argument in &directive.arguments {
        if argument.parameter.across == super::directive::Across::Words
            && let ArgumentValue::Text(text) = &argument.value
        {
            line(text, out);
        }
    }
    match &directive.body {
        Body::Nothing => {}
        Body::Blocks(inside) => blocks(inside, included, out),
        Body::Lines(lines) => {
            for row in lines {
                let cells: Vec<String> =
                    row.cells.iter().map(|cell| plain(&cell.inlines)).collect();
                line(&cells.join(" "), out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rihla_diagnostics::Span;

    #[test]
    fn words_are_left_and_nothing_else() {
        let text = "## Un *titre*\n\nUn [lien](/x) et  `code`[^a].\n\n- un\n- deux\n\n| a | b |\n|---|---|\n| c | d |\n\n\
            ```\nlignes\n```\n\n:::note{title=\"À savoir\"}\nDedans.\n:::\n\n[^a]: Une note.\n";
        let document = super::super::tree(text, Span::new(0, text.len()));
        let words = "Un titre\nUn lien et code.\nun\ndeux\na b\nc d\nÀ savoir\nDedans.\nUne note.";
        assert_eq!(reading(&document, &|_| String::new()), words);
        let text = "Avant.\n\n:::include{block=horaires}\n:::\n\nAprès.\n";
        let document = super::super::tree(text, Span::new(0, text.len()));
        let read = reading(&document, &|id| format!("Bloc {id}."));
        assert_eq!(read, "Avant.\nBloc horaires.\nAprès.");
    }
}
