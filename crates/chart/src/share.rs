//! Parts of a whole: a bar for each whole, as long as the drawing is wide.

use super::scene::{
    Anchor, At, Length, Mark, NAME, NOTHING, Scene, Sign, TICK, centred, legend, part_of,
};
use super::select::to_f64;
use super::words::{width, wrap};
use super::{Data, Look, NARROWEST};
use rihla_text::language::{Decimal, decimal};

/// The height of a bar.
const THICK: f64 = 30.0;

/// The wholes of a chart: where there is one series, its rows are the parts of one whole; where
/// there are several, they are the parts of each row.
struct Wholes<'d> {
    /// The names of the parts.
    parts: Vec<&'d str>,
    /// Each with its name, where there is more than one, and its parts; these are none where one
    /// of them is missing or the whole is nothing.
    wholes: Vec<(Option<&'d str>, Option<Vec<f64>>)>,
}

fn wholes(data: &Data) -> Wholes<'_> {
    let shares = |figures: Vec<Option<f64>>| -> Option<Vec<f64>> {
        let figures: Option<Vec<f64>> = figures.into_iter().collect();
        let figures = figures?;
        let whole: f64 = figures.iter().sum();
        let are_parts = whole > 0.0 && figures.iter().all(|figure| *figure >= 0.0);
        are_parts.then(|| {
            figures
                .iter()
                .map(|figure| figure / whole * 100.0)
                .collect()
        })
    };
    let figure = |value: &Option<Decimal>| value.as_ref().map(to_f64);
    match data.series.as_slice() {
        [only] => Wholes {
            parts: data.labels.iter().map(String::as_str).collect(),
            wholes: vec![(None, shares(only.values.iter().map(figure).collect()))],
        },
        many => Wholes {
            parts: many.iter().map(|series| series.label.as_str()).collect(),
            wholes: (0..data.labels.len())
                .map(|row| {
                    let figures = many.iter().map(|series| figure(&series.values[row]));
                    let name = data.labels.get(row).map(String::as_str);
                    (name, shares(figures.collect()))
                })
                .collect(),
        },
    }
}

/// A part in hundredths as it is written: with one decimal where it is small.
fn rounded(part: f64) -> Decimal {
    let text = match part {
        part if part < 9.95 && (part - part.round()).abs() > 0.05 => format!("{part:.1}"),
        part => format!("{part:.0}"),
    };
    decimal(&text).unwrap_or_default()
}

/// See [`super::parts`].
pub(super) fn parts(data: &Data) -> Vec<Vec<Option<Decimal>>> {
    let found = wholes(data).wholes;
    let rows = data.labels.len();
    match (data.series.len(), found.first()) {
        (1, Some((_, whole))) => (0..rows)
            .map(|row| vec![whole.as_ref().map(|parts| rounded(parts[row]))])
            .collect(),
        (series, _) => found
            .iter()
            .map(|(_, whole)| match whole {
                Some(parts) => parts.iter().map(|part| Some(rounded(*part))).collect(),
                None => vec![None; series],
            })
            .collect(),
    }
}

/// Lays out parts.
pub(super) fn scene(data: &Data, look: &Look) -> Scene {
    let wholes = wholes(data);
    let mut marks = Vec::new();
    let mut y = legend(&wholes.parts, Sign::Square, 0.0, &mut marks);
    for (name, parts) in &wholes.wholes {
        for line in name.iter().flat_map(|name| wrap(name, NAME, NARROWEST)) {
            marks.push(Mark::Words {
                x: At::pixels(0.0),
                y: y + 14.0,
                anchor: Anchor::Start,
                size: NAME,
                text: line,
            });
            y += 18.0;
        }
        y += 2.0;
        let Some(parts) = parts else {
            marks.push(Mark::Words {
                x: At::pixels(0.0),
                y: y + 14.0,
                anchor: Anchor::Start,
                size: NAME,
                text: NOTHING.to_owned(),
            });
            y += 30.0;
            continue;
        };
        let mut from = 0.0;
        for (series, part) in parts.iter().enumerate() {
            if *part > 0.0 {
                marks.push(Mark::Bar {
                    x: At::part(from),
                    length: Length::Part(*part),
                    y,
                    height: THICK,
                    series,
                });
            }
            if from > 0.0 && *part > 0.0 {
                marks.push(Mark::Split {
                    x: from,
                    y,
                    height: THICK,
                });
            }
            let text = look.language.percent(&rounded(*part));
            if part_of(width(&text, TICK) + 4.0) <= *part {
                marks.push(centred(from + part / 2.0, y + THICK + 15.0, TICK, &text));
            }
            from += part;
        }
        y += THICK + 30.0;
    }
    Scene {
        height: (y - 8.0).max(10.0),
        marks,
    }
}
