//! A scene becomes an element `svg` (SVG 2).
//!
//! Colours are those of the page: words have its colour, and series have classes, `chart-1` to
//! `chart-6`, to which a style sheet gives a `color`. Without one they have colours of their own
//! that can be told from white and from black. Nothing is styled in place, which a strict
//! content security policy would not let pass.

use rihla_text::escape::escape;

use std::fmt::Write as _;

use super::scene::{Anchor, At, Length, Mark, SAMPLE, Scene};
use super::{Look, MOST_SERIES};
use rihla_text::language::Direction;

/// The colours of series where a style sheet gives none: each has a contrast of 3:1 or more with
/// white and with a page that is almost black (WCAG 2.2, 1.4.11).
pub(super) const COLOURS: [&str; MOST_SERIES] = [
    "#2f6fde", "#c2571a", "#178a6a", "#a05bc4", "#a37a12", "#cc4778",
];

/// The dashes of lines, so that they can be told apart without colours.
const DASHES: [&str; MOST_SERIES] = ["", "9 5", "2 5", "14 5 2 5", "6 3", "1 4 9 4"];

/// The shapes of points, drawn around 0, 0.
const DOTS: [&str; MOST_SERIES] = [
    "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1-4 0Z",
    "M-4-4H4V4H-4Z",
    "M0-5.5L5.5 0L0 5.5L-5.5 0Z",
    "M0-5L5 4H-5Z",
    "M0 5L5-4H-5Z",
    "M-5-1.5H-1.5V-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5Z",
];

/// The patterns over the colours of bars: size, turn, and what is drawn. The first has none.
const PATTERNS: [Option<(f64, f64, &str)>; MOST_SERIES] = [
    None,
    Some((8.0, 45.0, "M0 4H8")),
    Some((6.0, 0.0, "M3 1.9V4.1M1.9 3H4.1")),
    Some((8.0, -45.0, "M0 4H8M4 0V8")),
    Some((5.0, 0.0, "M0 2.5H5")),
    Some((5.0, 90.0, "M0 2.5H5")),
];

/// Writes a scene.
pub(super) fn svg(scene: &Scene, look: &Look) -> String {
    let mut writer = Writer {
        out: String::with_capacity(4096),
        id: look.id,
        mirrors: look.language.direction == Direction::Rtl,
    };
    writer.scene(scene, look);
    writer.out
}

struct Writer<'l> {
    out: String,
    id: &'l str,
    /// Whether lines begin at the right.
    mirrors: bool,
}

impl Writer<'_> {
    fn scene(&mut self, scene: &Scene, look: &Look) {
        let id = escaped(self.id);
        let direction = look.language.direction.as_str();
        let _ = write!(
            self.out,
            "<svg class=\"chart-drawing\" width=\"100%\" height=\"{}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-description\" direction=\"{direction}\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-description\">{}</desc>\n",
            number(scene.height),
            escaped(look.title),
            escaped(look.description),
        );
        self.definitions(scene, &id);
        for mark in &scene.marks {
            self.mark(mark, &id);
            self.out.push('\n');
        }
        self.out.push_str("</svg>");
    }

    /// The patterns and points that the scene uses.
    fn definitions(&mut self, scene: &Scene, id: &str) {
        let mut bars = [false; MOST_SERIES];
        let mut dots = [false; MOST_SERIES];
        for mark in &scene.marks {
            match mark {
                Mark::Bar { series, .. } => bars[series % MOST_SERIES] = true,
                Mark::Dot { series, .. } | Mark::Sample { series, .. } => {
                    dots[series % MOST_SERIES] = true
                }
                _ => {}
            }
        }
        let mut inside = String::new();
        for (series, pattern) in PATTERNS.iter().enumerate().filter(|(at, _)| bars[*at]) {
            let Some((size, turn, path)) = pattern else {
                continue;
            };
            let _ = write!(
                inside,
                "<pattern id=\"{id}-pattern-{}\" class=\"chart-hatch\" color=\"#fff\" width=\"{size}\" height=\"{size}\" \
                 patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({turn})\">\
                 <path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/></pattern>",
                series + 1
            );
        }
        for (series, path) in DOTS.iter().enumerate().filter(|(at, _)| dots[*at]) {
            let _ = write!(
                inside,
                "<path id=\"{id}-dot-{}\" d=\"{path}\" fill=\"currentColor\"/>",
                series + 1
            );
        }
        if !inside.is_empty() {
            let _ = writeln!(self.out, "<defs>{inside}</defs>");
        }
    }

    fn mark(&mut self, mark: &Mark, id: &str) {
        match mark {
            Mark::Bar {
                x,
                length,
                y,
                height,
                series,
            } => {
                let place = self.bar_place(*x, *length, *y, *height);
                let at = series % MOST_SERIES;
                let _ = write!(
                    self.out,
                    "<rect class=\"chart-{}\" color=\"{}\" fill=\"currentColor\"{place}/>",
                    at + 1,
                    COLOURS[at]
                );
                if PATTERNS[at].is_some() {
                    let _ = write!(
                        self.out,
                        "<rect fill=\"url(#{id}-pattern-{})\"{place}/>",
                        at + 1
                    );
                }
            }
            Mark::Sample { x, y, series } => {
                let at = series % MOST_SERIES;
                let (part, pixels) = match self.mirrors {
                    true => (100.0 - x.part, -x.pixels - SAMPLE),
                    false => (x.part, x.pixels),
                };
                let dashes = dashes(at);
                let _ = write!(
                    self.out,
                    "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><g class=\"chart-{}\" color=\"{}\" transform=\"translate({} 0)\">\
                     <path d=\"M1 0H{}\" stroke=\"currentColor\" stroke-width=\"3\"{dashes}/>\
                     <use href=\"#{id}-dot-{}\" x=\"{}\"/></g></svg>",
                    percent(part),
                    number(*y),
                    at + 1,
                    COLOURS[at],
                    number(pixels),
                    number(SAMPLE - 1.0),
                    at + 1,
                    number(SAMPLE / 2.0)
                );
            }
            Mark::Stroke { from, to, series } => {
                let at = series % MOST_SERIES;
                let line = self.line(*from, *to);
                let dashes = dashes(at);
                let _ = write!(
                    self.out,
                    "<line class=\"chart-{}\" color=\"{}\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\"{dashes}{line}/>",
                    at + 1,
                    COLOURS[at]
                );
            }
            Mark::Dot { x, y, series } => {
                let at = series % MOST_SERIES;
                let (x, _) = self.place(*x);
                let _ = write!(
                    self.out,
                    "<use class=\"chart-{}\" color=\"{}\" href=\"#{id}-dot-{}\" x=\"{x}\" y=\"{}\"/>",
                    at + 1,
                    COLOURS[at],
                    at + 1,
                    number(*y)
                );
            }
            Mark::Grid { from, to } => {
                let line = self.line(*from, *to);
                let _ = write!(
                    self.out,
                    "<line class=\"chart-grid\" stroke=\"currentColor\" stroke-opacity=\"0.25\"{line}/>"
                );
            }
            Mark::Axis { from, to } => {
                let line = self.line(*from, *to);
                let _ = write!(
                    self.out,
                    "<line class=\"chart-axis\" stroke=\"currentColor\"{line}/>"
                );
            }
            Mark::Split { x, y, height } => {
                let line = self.line((*x, *y), (*x, y + height));
                let _ = write!(
                    self.out,
                    "<line class=\"chart-hatch\" color=\"#fff\" stroke=\"currentColor\" stroke-width=\"2\"{line}/>"
                );
            }
            Mark::Words {
                x,
                y,
                anchor,
                size,
                text,
            } => {
                let (x, pixels) = self.place(*x);
                let shift = match pixels {
                    0.0 => String::new(),
                    pixels => format!(" dx=\"{}\"", number(pixels)),
                };
                let anchor = match anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                };
                let _ = write!(
                    self.out,
                    "<text x=\"{x}\" y=\"{}\"{shift}{anchor} font-size=\"{}\" fill=\"currentColor\">{}</text>",
                    number(*y),
                    number(*size),
                    escaped(text)
                );
            }
        }
    }

    /// A place along a line: its part of the width from the left, and how many pixels further to
    /// the right.
    fn place(&self, at: At) -> (String, f64) {
        match self.mirrors {
            true => (percent(100.0 - at.part), -at.pixels),
            false => (percent(at.part), at.pixels),
        }
    }

    fn bar_place(&self, x: At, length: Length, y: f64, height: f64) -> String {
        let (part, pixels, width) = match (length, self.mirrors) {
            (Length::Part(length), false) => (x.part, x.pixels, percent(length)),
            (Length::Part(length), true) => (100.0 - x.part - length, -x.pixels, percent(length)),
            (Length::Pixels(length), false) => (x.part, x.pixels, number(length)),
            (Length::Pixels(length), true) => (100.0 - x.part, -x.pixels - length, number(length)),
        };
        let shift = match pixels {
            0.0 => String::new(),
            pixels => format!(" transform=\"translate({} 0)\"", number(pixels)),
        };
        format!(
            " x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{}\"{shift}",
            percent(part),
            number(y),
            number(height.max(0.0))
        )
    }

    fn line(&self, from: (f64, f64), to: (f64, f64)) -> String {
        let (x1, _) = self.place(At::part(from.0));
        let (x2, _) = self.place(At::part(to.0));
        format!(
            " x1=\"{x1}\" y1=\"{}\" x2=\"{x2}\" y2=\"{}\"",
            number(from.1),
            number(to.1)
        )
    }
}

/// The dashes of the line of a series, as an attribute.
fn dashes(series: usize) -> String {
    match DASHES[series] {
        "" => String::new(),
        dashes => format!(" stroke-dasharray=\"{dashes}\""),
    }
}

/// A number with at most two decimals.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" | "" => "0".to_owned(),
        text => text.to_owned(),
    }
}

fn percent(part: f64) -> String {
    format!("{}%", number(part))
}

/// Words so that none of them is markup, without the characters that XML cannot hold.
fn escaped(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    escape(&text)
}
