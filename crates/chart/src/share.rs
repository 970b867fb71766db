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

/// The parts of a whole in hundredths as they are written: with one decimal where a part is small, or
/// where all of them have no more. What is written adds up to 100: of what rounding down leaves, those
/// parts that lost most get one step each.
fn rounded(parts: &[f64]) -> Vec<Decimal> {
    const NEAR: f64 = 1e-6;
    let is_whole = |figure: f64| (figure - figure.round()).abs() < NEAR;
    let is_small = |part: &f64| *part < 9.95 && (part - part.round()).abs() > 0.05;
    let are_whole = parts.iter().all(|part| is_whole(*part));
    let are_exact = parts.iter().all(|part| is_whole(part * 10.0));
    let has_decimal = !are_whole && (are_exact || parts.iter().any(is_small));
    let steps: u32 = if has_decimal { 1000 } else { 100 };
    let exact: Vec<f64> = parts
        .iter()
        .map(|part| part * f64::from(steps) / 100.0)
        .collect();
    let mut written: Vec<f64> = exact.iter().map(|part| (part + NEAR).floor()).collect();
    let mut by_loss: Vec<usize> = (0..parts.len()).collect();
    let loss = |at: &usize| exact[*at] - (exact[*at] + NEAR).floor();
    by_loss.sort_by(|a, b| loss(b).total_cmp(&loss(a)));
    let mut left = f64::from(steps) - written.iter().sum::<f64>();
    for at in by_loss {
        if left < 0.5 {
            break;
        }
        written[at] += 1.0;
        left -= 1.0;
    }
    let text = |part: f64| match has_decimal {
        true => format!("{:.1}", part / 10.0),
        false => format!("{part:.0}"),
    };
    let written = written
        .into_iter()
        .map(|part| decimal(&text(part)).unwrap_or_default());
    written.collect()
}

/// See [`super::parts`].
pub(super) fn parts(data: &Data) -> Vec<Vec<Option<Decimal>>> {
    let found = wholes(data).wholes;
    let rows = data.labels.len();
    match (data.series.len(), found.first()) {
        (1, Some((_, whole))) => match whole {
            Some(parts) => {
                let written = rounded(parts).into_iter();
                written.map(|part| vec![Some(part)]).collect()
            }
            None => vec![vec![None]; rows],
        },
        (series, _) => found
            .iter()
            .map(|(_, whole)| match whole {
                Some(parts) => rounded(parts).into_iter().map(Some).collect(),
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
        let written = rounded(parts);
        for (series, (part, written)) in parts.iter().zip(&written).enumerate() {
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
            let text = look.language.percent(written);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up() {
        for (parts, wanted) in [
            (&[45.5, 54.5][..], "45.5 54.5"),
            (&[100.0 / 3.0, 100.0 / 3.0, 100.0 / 3.0], "34 33 33"),
            (&[100.0 / 6.0; 6], "17 17 17 17 16 16"),
            (&[50.0, 50.0], "50 50"),
            (&[3.44, 30.23, 66.33], "3.5 30.2 66.3"),
            (&[0.0, 12.51, 87.49], "0 13 87"),
            (&[100.0], "100"),
        ] {
            let shown: Vec<String> = rounded(parts).iter().map(ToString::to_string).collect();
            assert_eq!(shown.join(" "), wanted);
        }
    }
}
