//! Markdown that a writer wrote inside HTML, where HTML shows it as characters: it was meant, and stays
//! Markdown where the HTML around it becomes Markdown.

use std::ops::Range;

/// The places of the characters of whole markup in a text between tags: `**mot**`, `*mot*`, `_mot_`, code,
/// and links with an address. A mark without its other half is a character.
pub(super) fn marks(text: &str, has_emphasis: bool, has_links: bool) -> Vec<usize> {
    let whole = whole(text, has_emphasis, has_links).into_iter();
    whole.flat_map(|(_, places)| places).collect()
}

/// Whole markup in a text between tags that stay tags: where it stands, and the HTML that says the same,
/// where an element of the list does.
pub(in crate::markdown) fn shown(text: &str) -> Vec<(Range<usize>, Option<String>)> {
    let whole = whole(text, true, true).into_iter();
    let shown = whole.map(|(range, places)| {
        let markup = &text[range.clone()];
        let inner = markup.trim_matches(['*', '_', '`']);
        let tag = match (markup.chars().next(), places.len()) {
            (Some('*' | '_'), 2) => Some("em"),
            (Some('*' | '_'), 4) => Some("strong"),
            (Some('`'), _) => Some("code"),
            _ => None,
        };
        (range, tag.map(|tag| format!("<{tag}>{inner}</{tag}>")))
    });
    shown.collect()
}

/// Where whole markup stands, each with the places of its characters.
fn whole(text: &str, has_emphasis: bool, has_links: bool) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut whole = Vec::new();
    if !has_emphasis && !has_links {
        return whole;
    }
    let mut at = 0;
    while let Some(next) = text[at..].find(['*', '_', '`', '[', '\\']) {
        at += next;
        let rest = &text[at..];
        let found = match rest.as_bytes()[0] {
            b'`' => code(rest),
            b'[' if has_links => link(rest),
            b'*' | b'_' if has_emphasis => emphasis(&text[..at], rest),
            // The character that a backslash precedes is none.
            b'\\' => {
                at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            _ => None,
        };
        match found {
            Some(Marks { places, end }) => {
                let places = places.into_iter().map(|place| at + place).collect();
                whole.push((at..at + end, places));
                at += end;
            }
            // A run of one mark is none of another.
            None => {
                let first = rest.chars().next().unwrap_or_default();
                at += rest.len() - rest.trim_start_matches(first).len();
            }
        }
    }
    whole
}

/// Where characters of markup stand, and where what is looked at next begins.
struct Marks {
    places: Vec<usize>,
    end: usize,
}

/// `` `code` ``, in which references to characters would not be read.
fn code(rest: &str) -> Option<Marks> {
    let inner = &rest[1..];
    let length = inner.find('`')?;
    let words = &inner[..length];
    let is_one = !words.trim().is_empty()
        && !words.contains(['&', '\\', '\n', '|'])
        && !inner[length + 1..].starts_with('`');
    is_one.then(|| Marks {
        places: (0..length + 2).collect(),
        end: length + 2,
    })
}

/// `[words](address)`
fn link(rest: &str) -> Option<Marks> {
    let middle = 1 + rest[1..].find(['[', ']'])?;
    if !rest[middle..].starts_with("](") {
        return None;
    }
    let words = &rest[1..middle];
    let address = &rest[middle + 2..];
    let length = address.find(|c: char| matches!(c, '(' | ')') || c.is_whitespace())?;
    if !address[length..].starts_with(')') {
        return None;
    }
    let address = &address[..length];
    let is_whole = !words.trim().is_empty() && !words.contains(['[', ']', '\\', '`']);
    let is_address = !address.is_empty()
        && !address.contains(|c: char| c.is_whitespace() || "(<>\\|`".contains(c))
        && ["http://", "https://", "mailto:", "tel:", "/", "#", "."]
            .iter()
            .any(|start| address.starts_with(start))
        || address.ends_with(".md") && !address.contains(char::is_whitespace);
    let end = middle + 2 + length + 1;
    (is_whole && is_address).then(|| Marks {
        places: std::iter::once(0).chain(middle..end).collect(),
        end,
    })
}

/// Emphasis whose marks touch words on the inner side and none on the outer one.
fn emphasis(before: &str, rest: &str) -> Option<Marks> {
    let sign = rest.chars().next()?;
    let length = rest.len() - rest.trim_start_matches(sign).len();
    let is_inside = |c: char| c.is_alphanumeric() || "«»“”\"'’().,;:!?%€…".contains(c);
    let is_outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != sign);
    let inner = &rest[length..];
    let words = &inner[..inner.find(sign)?];
    let after = &inner[words.len()..];
    let closes = after.len() - after.trim_start_matches(sign).len();
    let is_one = (1..=3).contains(&length)
        && closes == length
        && words.starts_with(|c: char| c.is_alphanumeric() || "«“\"(".contains(c))
        && words.ends_with(is_inside)
        && !words.contains(['[', ']', '`', '\\', '*', '_'])
        && is_outside(before.chars().next_back())
        && is_outside(after[closes..].chars().next())
        // Punctuation inside of marks needs none but spaces or punctuation outside.
        && !after[closes..].starts_with(char::is_alphanumeric);
    let end = length + words.len() + closes;
    is_one.then(|| Marks {
        places: (0..length).chain(end - closes..end).collect(),
        end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_markup_is_meant_and_a_mark_alone_is_a_character() {
        for (text, wanted) in [
            ("Un **mot** ici", "****"),
            ("*Un* et _deux_", "**__"),
            ("***Un***", "******"),
            (
                "`a_b` et [un lien](https://e.org/a_b)",
                "`a_b`[](https://e.org/a_b)",
            ),
            ("(**« Un »**)", "****"),
            ("5 * 3 * 4, 5*3*4, a_b_c, snake_case_", ""),
            ("une note* et une autre*", ""),
            ("**Un mot", ""),
            ("** Un **", ""),
            ("[sic] et [un](deux trois)", ""),
            (r"\*\*mot\*\*", ""),
            ("`R&amp;D`", ""),
            ("**Un*", ""),
        ] {
            let found: String = marks(text, true, true)
                .into_iter()
                .filter_map(|at| text[at..].chars().next())
                .collect();
            assert_eq!(found, wanted, "{text}");
        }
        assert!(marks("**Un** [b](/c)", false, false).is_empty());
    }
}
