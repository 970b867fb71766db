//! How much a drawing becomes once each of its parts stands wherever it is referred to.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How many elements a drawing has at most, each reference counted as what it leads to.
const ELEMENTS: usize = 10_000;
/// How deep elements and references stand in one another at most.
const DEPTH: usize = 100;

/// An element: what stands in it, and what it refers to.
#[derive(Default)]
struct Part {
    children: Vec<usize>,
    references: Vec<String>,
}

/// What an element becomes.
#[derive(Clone, Copy)]
enum Weight {
    Unknown,
    /// It is being counted: a reference to it leads back to where it stands, and draws nothing.
    Open,
    Known {
        elements: usize,
        depth: usize,
    },
}

/// Makes sure that a drawing can be drawn in a moment. A few lines in which each part shows the
/// next one ten times over would be drawn for days.
///
/// Counted are references by `href` (SVG 2, section 5.5) and by `url(#…)` in attributes, as in
/// masks, clips, patterns, markers and filters; not those of style sheets.
///
/// # Errors
/// What is too much, in English.
pub(crate) fn check(svg: &str) -> Result<(), String> {
    let mut parts = vec![Part::default()];
    let mut ids = BTreeMap::new();
    let mut open = vec![0];
    let mut reader = Reader::from_str(svg);
    loop {
        // What cannot be read is told by whoever draws it.
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let number = add(&start, &mut parts, &mut ids, &open);
                open.push(number);
                if open.len() > DEPTH {
                    return Err(deep());
                }
            }
            Ok(Event::Empty(start)) => {
                add(&start, &mut parts, &mut ids, &open);
            }
            Ok(Event::End(_)) if open.len() > 1 => {
                open.pop();
            }
            // Elements could hide in what it declares.
            Ok(Event::DocType(text)) if text.windows(8).any(|sign| sign == b"<!ENTITY") => {
                return Err("it declares entities".to_owned());
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let mut weights = vec![Weight::Unknown; parts.len()];
    weigh(0, 0, &parts, &ids, &mut weights).map(|_| ())
}

fn add(
    start: &BytesStart,
    parts: &mut Vec<Part>,
    ids: &mut BTreeMap<String, usize>,
    open: &[usize],
) -> usize {
    let number = parts.len();
    let mut part = Part::default();
    for attribute in start.attributes().flatten() {
        let value = String::from_utf8_lossy(&attribute.value);
        match attribute.key.local_name().as_ref() {
            b"id" => {
                ids.entry(value.into_owned()).or_insert(number);
            }
            b"href" => part
                .references
                .extend(value.strip_prefix('#').map(str::to_owned)),
            _ => {
                let urls = value.split("url(").skip(1);
                let names = urls.filter_map(|url| url.split(')').next());
                let names = names.map(|name| name.trim().trim_matches(['"', '\'']));
                part.references.extend(
                    names
                        .filter_map(|name| name.strip_prefix('#'))
                        .map(str::to_owned),
                );
            }
        }
    }
    parts.push(part);
    if let Some(around) = open.last().and_then(|last| parts.get_mut(*last)) {
        around.children.push(number);
    }
    number
}

/// How many elements a part becomes, and how deep it is.
fn weigh(
    number: usize,
    depth: usize,
    parts: &[Part],
    ids: &BTreeMap<String, usize>,
    weights: &mut [Weight],
) -> Result<(usize, usize), String> {
    if depth > DEPTH {
        return Err(deep());
    }
    match weights.get(number) {
        Some(Weight::Known { elements, depth }) => return Ok((*elements, *depth)),
        Some(Weight::Unknown) => {}
        _ => return Ok((0, 0)),
    }
    let Some(part) = parts.get(number) else {
        return Ok((0, 0));
    };
    set(weights, number, Weight::Open);
    let referred = part.references.iter().filter_map(|name| ids.get(name));
    let mut elements = 1_usize;
    let mut below = 0;
    for part in part.children.iter().chain(referred) {
        let (more, deeper) = weigh(*part, depth + 1, parts, ids, weights)?;
        elements = elements.saturating_add(more);
        below = below.max(deeper);
    }
    if elements > ELEMENTS {
        return Err(format!(
            "it has more than {ELEMENTS} elements, each reference counted as what it leads to"
        ));
    }
    if depth + below > DEPTH {
        return Err(deep());
    }
    let depth = below + 1;
    set(weights, number, Weight::Known { elements, depth });
    Ok((elements, depth))
}

fn set(weights: &mut [Weight], number: usize, weight: Weight) {
    if let Some(known) = weights.get_mut(number) {
        *known = weight;
    }
}

fn deep() -> String {
    format!("more than {DEPTH} elements stand in one another")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>"
        )
    }

    /// Ten parts, each of which refers to the next one ten times.
    fn bomb(part: impl Fn(usize, &str) -> String, reference: impl Fn(usize) -> String) -> String {
        (0..10)
            .map(|number| part(number, &reference(number + 1).repeat(10)))
            .collect()
    }

    #[test]
    fn what_would_become_too_much() {
        let group = |number: usize, inner: &str| format!("<g id=\"a{number}\">{inner}</g>");
        let mask = |number: usize, inner: &str| format!("<mask id=\"a{number}\">{inner}</mask>");
        for drawing in [
            bomb(group, |number| format!("<use href=\"#a{number}\"/>")),
            bomb(group, |number| format!("<use xlink:href=\"#a{number}\"/>")),
            bomb(mask, |number| format!("<rect mask=\"url(#a{number})\"/>")),
            bomb(mask, |number| {
                format!("<rect style=\"mask: url('#a{number}')\"/>")
            }),
            "<rect/>".repeat(ELEMENTS),
        ] {
            let found = check(&svg(&drawing));
            let words = found.expect_err("it is too much");
            assert!(words.contains("10000 elements"), "{words}");
        }
        let nested = "<g>".repeat(50_000) + &"</g>".repeat(50_000);
        let chain: String = (0..50_000)
            .map(|number| format!("<g id=\"a{number}\"><use href=\"#a{}\"/></g>", number + 1))
            .collect();
        for drawing in [nested, chain] {
            let words = check(&svg(&drawing)).expect_err("it is too deep");
            assert!(words.contains("in one another"), "{words}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a \"<rect/><rect/>\">]><svg>&a;</svg>";
        assert!(check(entity).is_err());
    }

    #[test]
    fn what_is_little() {
        for drawing in [
            "<rect/>".repeat(1_000),
            "<defs><g id=\"a\"><rect/></g></defs>".to_owned() + &"<use href=\"#a\"/>".repeat(1_000),
            // Nothing is drawn of what refers to itself.
            "<g id=\"a\"><use href=\"#a\"/><use href=\"#a\"/></g>".to_owned(),
            "<use href=\"#nothing\"/><use href=\"other.svg#a\"/>".to_owned(),
            "<g".to_owned(),
        ] {
            assert_eq!(check(&svg(&drawing)), Ok(()), "{drawing}");
        }
    }
}
