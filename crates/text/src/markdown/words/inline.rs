//! What stands in a line and is no words of its language.

use std::ops::Range;

use super::{Building, Cut, PassageKind};

/// Finds `:fact{…}`, `:lang{…}`, `{#id}` and `[^label]`.
pub(super) fn inline(
    source: &str,
    start: usize,
    line: &Building,
    kind: PassageKind,
    cuts: &mut Vec<Cut>,
) {
    let text = &line.text;
    // What is after these cannot end.
    let (last_bracket, last_brace) = (text.rfind(']').unwrap_or(0), text.rfind('}').unwrap_or(0));
    let mut at = 0;
    while let Some(found) = text[at..].find([':', '[']).map(|found| at + found) {
        at = found + 1;
        let rest = &text[found..];
        if rest.starts_with("[^") {
            if found < last_bracket
                && let Some(end) = rest.find(']')
            {
                cuts.push(Cut {
                    range: found..found + end + 1,
                    other: None,
                });
                at = found + end + 1;
            }
            continue;
        }
        let name = [":fact{", ":lang{"]
            .into_iter()
            .find(|name| rest.starts_with(name));
        // After the end of a link or an emphasis it stands alone.
        let is_colon = || {
            let place = line.place(found);
            let is_part = |c: char| c.is_alphanumeric() || c == '\\';
            place.is_some_and(|place| source[..place - start].ends_with(is_part))
        };
        let Some(name) = name.filter(|_| found < last_brace) else {
            continue;
        };
        let Some(end) = rest.find('}') else { continue };
        if is_colon() {
            continue;
        }
        let inner = found + name.len()..found + end;
        let other = match name {
            ":lang{" => other_language(text, inner),
            _ => None,
        };
        cuts.push(Cut {
            range: found..found + end + 1,
            other,
        });
        at = found + end + 1;
    }
    if kind == PassageKind::Heading
        && text.trim_end().ends_with('}')
        && let Some(from) = text.rfind("{#")
    {
        cuts.push(Cut {
            range: from..text.len(),
            other: None,
        });
    }
}

/// The tag and the words of `en "soft skills"`.
fn other_language(text: &str, inner: Range<usize>) -> Option<(Box<str>, Range<usize>)> {
    let written = &text[inner.clone()];
    let tag = written.split_whitespace().next()?;
    let open = written.find(['"', '“', '«'])?;
    let from = open + written[open..].chars().next()?.len_utf8();
    let to = written.rfind(['"', '”', '»']).filter(|to| *to >= from)?;
    Some((tag.into(), inner.start + from..inner.start + to))
}
