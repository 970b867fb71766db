//! How much a drawing becomes once each of its parts stands wherever it is referred to.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How many elements a drawing has at most, each reference counted as what it leads to.
const ELEMENTS: usize = 10_000;
/// How deep elements and references stand in one another at most.
const DEPTH: usize = 100;
/// How many elements one of a filter counts as: each is drawn over the whole image.
const FILTER: usize = 200;
/// The most octaves of noise.
const OCTAVES: f64 = 10.0;
/// The most rows and columns of a matrix.
const ORDER: f64 = 7.0;

/// An element: what stands in it, and what it refers to.
#[derive(Default)]
struct Part {
    children: Vec<usize>,
    references: Vec<String>,
    /// As how many elements it counts.
    own: usize,
    /// Whether it is one of a marker, or has a marker along its lines, by itself or from around it.
    marker: Marker,
}

/// What a part has of markers.
#[derive(Clone, Copy, Default)]
struct Marker {
    is_inside: bool,
    is_named: bool,
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
/// masks, clips, patterns, markers and filters; not those of style sheets. A marker is drawn at each
/// point of a line, so that one inside another is refused, and all points count as one. So is the
/// part of a filter whose time grows with a number that is written in it.
///
/// # Errors
/// What is too much, in English.
pub fn check(svg: &str) -> Result<(), String> {
    let mut parts = vec![Part::default()];
    let mut ids = BTreeMap::new();
    let mut open = vec![0];
    let mut points = 0;
    let mut reader = Reader::from_str(svg);
    loop {
        // What cannot be read is told by whoever draws it.
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                limited(&start)?;
                points += points_of(&start);
                let number = add(&start, &mut parts, &mut ids, &open);
                marked(&parts[number], &start)?;
                open.push(number);
                if open.len() > DEPTH {
                    return Err(deep());
                }
            }
            Ok(Event::Empty(start)) => {
                limited(&start)?;
                points += points_of(&start);
                let number = add(&start, &mut parts, &mut ids, &open);
                marked(&parts[number], &start)?;
            }
            Ok(Event::Text(text)) if has_marker(&String::from_utf8_lossy(&text)) => {
                return Err("a style sheet names a marker: name it in an attribute".to_owned());
            }
            Ok(Event::CData(text)) if has_marker(&String::from_utf8_lossy(&text)) => {
                return Err("a style sheet names a marker: name it in an attribute".to_owned());
            }
            Ok(Event::End(_)) if open.len() > 1 => {
                open.pop();
            }
            // Elements could hide in what it declares.
            Ok(Event::DocType(text))
                if text.windows(8).any(|character| character == b"<!ENTITY") =>
            {
                return Err("it declares entities".to_owned());
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let mut weights = vec![Weight::Unknown; parts.len()];
    weigh(0, 0, &parts, &ids, &mut weights)?;
    // A marker along a line is drawn at each of its points.
    let markers = parts
        .iter()
        .zip(&weights)
        .filter_map(|(part, weight)| match weight {
            Weight::Known { elements, .. } if part.marker.is_inside => Some(*elements),
            _ => None,
        });
    let largest = markers.max().unwrap_or(0);
    match largest.saturating_mul(points) > ELEMENTS {
        true => Err(format!(
            "its markers have more than {ELEMENTS} elements, each counted at every point of a line"
        )),
        false => Ok(()),
    }
}

/// Makes sure that a part of a filter takes no time that grows with a number written in it.
fn limited(start: &BytesStart) -> Result<(), String> {
    let name = start.local_name();
    let (key, most) = match name.as_ref() {
        b"feTurbulence" => ("numOctaves", OCTAVES),
        b"feConvolveMatrix" => ("order", ORDER),
        b"feMorphology" => {
            return Err("“feMorphology” is a filter that takes too long to draw".to_owned());
        }
        _ => return Ok(()),
    };
    let attribute = start.try_get_attribute(key).ok().flatten();
    let value = attribute.map(|attribute| String::from_utf8_lossy(&attribute.value).into_owned());
    let value = value.unwrap_or_default();
    let mut numbers = value.split([' ', ',', '\t', '\n', '\r']);
    match numbers.any(|number| number.parse::<f64>().is_ok_and(|number| number > most)) {
        true => Err(format!(
            "{key}=\"{value}\" takes too long to draw: write at most {most}"
        )),
        false => Ok(()),
    }
}

/// Makes sure that no marker stands along a line of another one.
fn marked(part: &Part, start: &BytesStart) -> Result<(), String> {
    match part.marker.is_inside && part.marker.is_named {
        true => Err(format!(
            "a marker is named inside another one, at “<{}>”",
            String::from_utf8_lossy(start.name().as_ref())
        )),
        false => Ok(()),
    }
}

/// How many points the line of an element has at most.
fn points_of(start: &BytesStart) -> usize {
    let values = start.attributes().flatten().filter_map(|attribute| {
        match attribute.key.local_name().as_ref() {
            b"d" | b"points" => Some(attribute.value),
            _ => None,
        }
    });
    // A point has one number at least.
    values
        .map(|value| {
            let is_number = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
            let begins = |both: &&[u8]| is_number(&both[1]) && !is_number(&both[0]);
            1 + value.windows(2).filter(begins).count()
        })
        .sum()
}

/// Whether a style gives lines a marker.
fn has_marker(style: &str) -> bool {
    style.split("marker").skip(1).any(|rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
        rest.trim_start()
            .strip_prefix(':')
            .is_some_and(|value| value.trim_start().starts_with("url"))
    })
}

fn add(
    start: &BytesStart,
    parts: &mut Vec<Part>,
    ids: &mut BTreeMap<String, usize>,
    open: &[usize],
) -> usize {
    let number = parts.len();
    let around = open.last().and_then(|last| parts.get(*last));
    let name = start.local_name();
    let mut part = Part {
        own: match name.as_ref().starts_with(b"fe") {
            true => FILTER,
            false => 1,
        },
        marker: around.map(|around| around.marker).unwrap_or_default(),
        ..Part::default()
    };
    part.marker.is_inside |= name.as_ref() == b"marker";
    for attribute in start.attributes().flatten() {
        let value = String::from_utf8_lossy(&attribute.value);
        let is_marker = match attribute.key.local_name().as_ref() {
            b"style" => has_marker(&value),
            key => key.starts_with(b"marker") && value.contains("url("),
        };
        part.marker.is_named |= is_marker;
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
    let mut elements = part.own;
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
    fn what_takes_long_by_a_number() {
        let markers: String = (0..12)
            .map(|number| {
                let next = number + 1;
                format!("<marker id=\"m{number}\"><path marker-mid=\"url(#m{next})\" d=\"M0 0L1 1L2 2\"/></marker>")
            })
            .collect();
        let around =
            "<g style=\"marker-mid: url(#a)\"><marker id=\"a\"><path d=\"M0 0L1 1\"/></marker></g>";
        let sheet = "<style>path { marker-mid: url(#a) }</style>";
        let points =
            "<marker id=\"a\"><path d=\"M0 0\"/></marker><path marker-mid=\"url(#a)\" d=\"M0 0"
                .to_owned()
                + &"L1 1".repeat(10_000)
                + "\"/>";
        let filters = format!(
            "<filter id=\"a\">{}</filter>",
            "<feGaussianBlur stdDeviation=\"9\"/>".repeat(60)
        );
        for (drawing, words) in [
            (&*markers, "inside another one, at “<path>”"),
            (around, "inside another one"),
            (sheet, "style sheet"),
            (&points, "at every point of a line"),
            (&filters, "10000 elements"),
            (
                "<filter><feTurbulence numOctaves=\"100000000\"/></filter>",
                "numOctaves",
            ),
            (
                "<filter><feMorphology radius=\"500\"/></filter>",
                "feMorphology",
            ),
            (
                "<filter><feConvolveMatrix order=\"3 99\"/></filter>",
                "order",
            ),
        ] {
            let found = check(&svg(drawing)).expect_err("it takes too long");
            assert!(found.contains(words), "{found}");
        }
        for drawing in [
            "<marker id=\"a\"><path d=\"M0 0L1 1\"/></marker><path marker-end=\"url(#a)\" d=\"M0 0L5 5L9 9\"/>",
            "<filter id=\"a\"><feTurbulence numOctaves=\"3\"/><feGaussianBlur stdDeviation=\"3\"/></filter><rect filter=\"url(#a)\"/>",
            "<style>path { marker: none }</style><text>the marker, a url</text>",
        ] {
            assert_eq!(check(&svg(drawing)), Ok(()), "{drawing}");
        }
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
