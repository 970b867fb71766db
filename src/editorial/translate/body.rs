//! The body of a counterpart: headings, links and directives in place.

use super::{Way, counterpart as path_of};
use rihla_site::content::Body;
use rihla_site::graph::{folder_of, relative};
use rihla_text::url::decoded;

/// The body of a text for another language: as it is, with links to texts in the source's language
/// led to those in the other, and with the source before each paragraph where that is asked for.
pub(super) fn counterpart(way: &Way, path: &str, text: &str, body: &Body) -> String {
    let desk = way.desk;
    let (from, to) = (desk.tag(way.from), desk.tag(way.to));
    let folder = folder_of(path);
    let mut out = text[body.span.start..body.span.end].to_owned();
    for link in &body.references {
        let (file, anchor) = match link.destination.split_once('#') {
            Some((file, anchor)) => (file, Some(anchor)),
            None => (&*link.destination, None),
        };
        let Some(other) = path_of(file, from, to) else {
            continue;
        };
        let is_there = relative(folder, &decoded(&other))
            .is_some_and(|path| desk.snapshot.get(&path).is_some());
        if is_there {
            let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
            let (old, new) = (&*link.destination, format!("{other}{anchor}"));
            out = out.replace(&format!("({old}"), &format!("({new}"));
        }
    }
    if !way.with_source {
        return out;
    }
    let end = match out.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    };
    let mut commented = String::with_capacity(out.len() * 2);
    for block in blocks(&out) {
        let words = block.trim_matches(['\r', '\n']);
        if is_prose(words) {
            let lead = &block[..block.len() - block.trim_start_matches(['\r', '\n']).len()];
            let source = words.replace("-->", "-- >");
            commented.push_str(&format!("{lead}<!-- {source} -->{end}{end}"));
            commented.push_str(&block[lead.len()..]);
        } else {
            commented.push_str(block);
        }
    }
    commented
}

/// A text that says nothing: each of its blocks in a comment.
pub(super) fn commented(text: &str) -> String {
    let end = match text.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    };
    blocks(text)
        .into_iter()
        .map(|block| block.trim_matches(['\r', '\n']).replace("-->", "-- >"))
        .filter(|words| !words.is_empty())
        .map(|words| format!("{end}<!-- {words} -->{end}"))
        .collect()
}

/// Whether a block is words: no directive, no code, no markup of its own.
fn is_prose(block: &str) -> bool {
    !block.is_empty()
        && ![":::", "```", "~~~", "<", "[^", "    "]
            .iter()
            .any(|head| block.starts_with(head))
}

/// The blocks of a text, each with the empty lines after it: paragraphs, headings, whole lists,
/// whole directives, whole pieces of code.
pub(super) fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut fence: Option<&str> = None;
    let mut depth = 0_usize;
    let mut is_blank = false;
    let mut is_list = false;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let is_free = fence.is_none() && depth == 0;
        let is_inside = line.starts_with([' ', '\t']) || is_list && is_item(words);
        if is_blank && is_free && !words.is_empty() && !is_inside {
            if at > start {
                blocks.push(&text[start..at]);
            }
            start = at;
            is_list = false;
        }
        if at == start || is_blank && is_free && !is_inside {
            is_list = is_item(words);
        }
        match fence {
            Some(character) if words.starts_with(character) => fence = None,
            Some(_) => {}
            None if words.starts_with("```") => fence = Some("```"),
            None if words.starts_with("~~~") => fence = Some("~~~"),
            None if words == ":::" => depth = depth.saturating_sub(1),
            None if words.starts_with(":::") => depth += 1,
            None => {}
        }
        is_blank = words.is_empty();
        at += line.len();
    }
    if at > start {
        blocks.push(&text[start..]);
    }
    blocks
}

/// Whether a line begins an item of a list.
fn is_item(words: &str) -> bool {
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = digits.len() < words.len() && digits.starts_with([')', '.']);
    is_numbered
        || ["- ", "* ", "+ "]
            .iter()
            .any(|character| words.starts_with(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_whole() {
        for (text, count) in [
            ("a\nb\n\nc\n", 2),
            ("# a\n\nb\n", 2),
            ("- a\n\n- b\n\n  c\n\nd\n", 2),
            ("1. a\n\n2. b\n", 1),
            ("a\n\n:::key-figures\n1 | a\n\n2 | b\n:::\n\nc\n", 3),
            ("```\na\n\nb\n```\n\nc", 2),
            ("", 0),
        ] {
            let found = blocks(text);
            assert_eq!(found.concat(), text);
            assert_eq!(found.len(), count, "{text:?}");
        }
    }
}
