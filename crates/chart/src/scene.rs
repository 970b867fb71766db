//! What a drawing consists of, and the pieces that several kinds of charts share.

use super::scale::Scale;
use super::words::{width, wrap};
use super::{Data, Look, NARROWEST};

/// The size of the letters of names, in pixels.
pub(super) const NAME: f64 = 14.0;
/// Of figures beside a bar or point.
pub(super) const FIGURE: f64 = 13.0;
/// Of the figures of a scale.
pub(super) const TICK: f64 = 12.0;
/// Stands where there is no figure.
pub(super) const NOTHING: &str = "–";

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scene {
    /// In pixels.
    pub height: f64,
    /// From the farthest to the nearest.
    pub marks: Vec<Mark>,
}

/// A place along a line, from the side where the line begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct At {
    /// In hundredths of the width of the drawing.
    pub part: f64,
    /// And so many pixels further.
    pub pixels: f64,
}

impl At {
    pub(super) const fn part(part: f64) -> Self {
        Self { part, pixels: 0.0 }
    }

    pub(super) const fn pixels(pixels: f64) -> Self {
        Self { part: 0.0, pixels }
    }

    pub(super) const fn plus(self, pixels: f64) -> Self {
        Self {
            part: self.part,
            pixels: self.pixels + pixels,
        }
    }
}

/// Which point of some words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A length along a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Length {
    /// In hundredths of the width of the drawing.
    Part(f64),
    Pixels(f64),
}

/// A piece of a drawing. Heights are in pixels from the top.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// A bar in the look of a series.
    Bar {
        x: At,
        length: Length,
        y: f64,
        height: f64,
        series: usize,
    },
    /// A stroke of a series.
    Stroke {
        from: (f64, f64),
        to: (f64, f64),
        series: usize,
    },
    /// A short piece of a line with a point on it, beside the name of its series.
    Sample { x: At, y: f64, series: usize },
    /// A point of a series.
    Dot { x: At, y: f64, series: usize },
    /// A line of the scale.
    Grid { from: (f64, f64), to: (f64, f64) },
    /// The line from which bars grow.
    Axis { from: (f64, f64), to: (f64, f64) },
    /// A line in the colour of the page, between parts of a bar.
    Split { x: f64, y: f64, height: f64 },
    /// Words; `y` is their base line.
    Words {
        x: At,
        y: f64,
        anchor: Anchor,
        size: f64,
        text: String,
    },
}

/// A number of pixels as a part of the narrowest drawing.
pub(super) fn part_of(pixels: f64) -> f64 {
    pixels / NARROWEST * 100.0
}

/// How the look of a series is shown beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Square,
    Line,
}

/// The width of a piece of a line in a legend.
pub(super) const SAMPLE: f64 = 26.0;

/// The names of series, each beside its look; gives the height below them.
pub(super) fn legend(names: &[&str], sign: Sign, top: f64, marks: &mut Vec<Mark>) -> f64 {
    const SQUARE: f64 = 14.0;
    const LINE: f64 = 22.0;
    let wide = match sign {
        Sign::Square => SQUARE,
        Sign::Line => SAMPLE,
    };
    let (mut x, mut y) = (0.0, top);
    for (series, name) in names.iter().enumerate() {
        let lines = wrap(name, FIGURE, NARROWEST - wide - 8.0);
        let length = lines
            .iter()
            .map(|line| width(line, FIGURE))
            .fold(0.0, f64::max);
        if x > 0.0 && x + wide + 6.0 + length > NARROWEST {
            x = 0.0;
            y += LINE;
        }
        marks.push(match sign {
            Sign::Square => Mark::Bar {
                x: At::pixels(x),
                length: Length::Pixels(SQUARE),
                y: y + 3.0,
                height: SQUARE,
                series,
            },
            Sign::Line => Mark::Sample {
                x: At::pixels(x),
                y: y + 10.0,
                series,
            },
        });
        for (number, line) in lines.iter().enumerate() {
            marks.push(Mark::Words {
                x: At::pixels(x + wide + 6.0),
                y: y + 15.0 + number as f64 * 17.0,
                anchor: Anchor::Start,
                size: FIGURE,
                text: line.clone(),
            });
        }
        if lines.len() > 1 {
            x = 0.0;
            y += LINE + (lines.len() - 1) as f64 * 17.0;
        } else {
            x += wide + 6.0 + length + 16.0;
        }
    }
    if x > 0.0 {
        y += LINE;
    }
    y + 6.0
}

/// The names of a chart's series, where there is more than one.
pub(super) fn series_names(data: &Data) -> Vec<&str> {
    match data.series.len() {
        0 | 1 => Vec::new(),
        _ => data
            .series
            .iter()
            .map(|series| series.label.as_str())
            .collect(),
    }
}

/// A scale for the figures of a chart, with at most about `most_ticks` numbers. Where they lie
/// along a line, `along` is its length in pixels, in which they have room.
pub(super) fn scale(
    data: &Data,
    (least, most): (f64, f64),
    look: &Look,
    along: Option<f64>,
    most_ticks: usize,
) -> (Scale, Vec<String>) {
    let is_whole = data
        .values()
        .all(|(.., value)| !value.to_string().contains('.'));
    let mut best = None;
    for wanted in (2..=most_ticks).rev() {
        let scale = Scale::covering(least, most, wanted, is_whole);
        let ticks: Vec<String> = scale.ticks().map(|tick| look.figure(&tick)).collect();
        let widest = widest(ticks.iter().map(String::as_str), TICK);
        let fits = match along {
            Some(room) => room / (ticks.len() - 1) as f64 >= widest + 8.0,
            None => true,
        };
        best = Some((scale, ticks));
        if fits {
            break;
        }
    }
    best.unwrap_or_else(|| {
        let scale = Scale::covering(least, most, 2, is_whole);
        let ticks = scale.ticks().map(|tick| look.figure(&tick)).collect();
        (scale, ticks)
    })
}

/// The width of the widest of some texts.
pub(super) fn widest<'t>(texts: impl Iterator<Item = &'t str>, size: f64) -> f64 {
    texts.map(|text| width(text, size)).fold(0.0, f64::max)
}

/// Words in the middle of a place, but not outside of the drawing.
pub(super) fn centred(part: f64, y: f64, size: f64, text: &str) -> Mark {
    let half = part_of(width(text, size)) / 2.0;
    let (x, anchor) = if part - half < 0.0 {
        (0.0, Anchor::Start)
    } else if part + half > 100.0 {
        (100.0, Anchor::End)
    } else {
        (part, Anchor::Middle)
    };
    Mark::Words {
        x: At::part(x),
        y,
        anchor,
        size,
        text: text.to_owned(),
    }
}
