//! Bars that lie: each row below the other, so that names of any length have room.

use super::scene::{
    Anchor, At, FIGURE, Length, Mark, NAME, NOTHING, Scene, Sign, TICK, centred, legend, part_of,
    scale, series_names, widest,
};
use super::select::to_f64;
use super::words::{width, wrap};
use super::{Data, Look, NARROWEST};

/// The height of a line of names.
const LINE: f64 = 18.0;
/// The widest name that stands beside its bars.
const BESIDE: f64 = 84.0;
/// The least room that bars are given, in parts of the width.
const LEAST: f64 = 40.0;

/// Lays out bars.
pub(super) fn scene(data: &Data, look: &Look) -> Scene {
    let (least, most) = data.range().unwrap_or((0.0, 0.0));
    let (least, most) = (least.min(0.0), most.max(0.0));
    let figures = |below: bool| {
        let figures = data
            .values()
            .filter(move |(_, _, value)| (to_f64(value) < 0.0) == below);
        let texts: Vec<String> = figures.map(|(_, _, value)| look.figure(value)).collect();
        match texts.is_empty() {
            true => 0.0,
            false => widest(texts.iter().map(String::as_str), FIGURE) + 10.0,
        }
    };
    let names = widest(data.labels.iter().map(String::as_str), NAME);
    let is_beside = names <= BESIDE;
    let start = match is_beside {
        true => part_of(names + 10.0),
        false => 0.0,
    };
    let (mut from, mut to) = (
        start + part_of(figures(true)),
        100.0 - part_of(figures(false)),
    );
    let has_figures = to - from >= LEAST;
    if !has_figures {
        (from, to) = (start, 100.0);
    }
    let room = (to - from) / 100.0 * NARROWEST;
    let (scale, ticks) = scale(data, (least, most), look, Some(room), 6);
    let place = |figure: f64| from + scale.place(figure) * (to - from);
    let zero = place(0.0);

    let mut marks = Vec::new();
    let top = match series_names(data) {
        names if names.is_empty() => 4.0,
        names => legend(&names, Sign::Square, 0.0, &mut marks),
    };
    let series = data.series.len();
    let (thick, gap) = match series {
        0 | 1 => (22.0, 10.0),
        _ => (16.0, 14.0),
    };
    let count = ticks.len() - 1;
    let at_tick = |number: usize| from + number as f64 / count as f64 * (to - from);
    let mut y = top;
    let mut bars = Vec::new();
    // Where the lines of the scale run: not through names that stand above their bars.
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    for (row, name) in data.labels.iter().enumerate() {
        let block = thick * series as f64 + (series.max(1) - 1) as f64 * 2.0;
        if is_beside {
            bars.push(name_mark(At::pixels(0.0), y + block / 2.0 + 5.0, name));
        } else {
            for line in wrap(name, NAME, NARROWEST) {
                bars.push(name_mark(At::pixels(0.0), y + 14.0, &line));
                y += LINE;
            }
            y += 2.0;
            stretches.push((y - 2.0, y + block + 2.0));
        }
        for (number, series) in data.series.iter().enumerate() {
            let middle = y + thick / 2.0 + 4.5;
            let (x, anchor, text) = match &series.values[row] {
                None => (At::part(zero).plus(6.0), Anchor::Start, NOTHING.to_owned()),
                Some(value) => {
                    let figure = to_f64(value);
                    let end = place(figure);
                    bars.push(Mark::Bar {
                        x: At::part(zero.min(end)),
                        length: Length::Part((end - zero).abs()),
                        y,
                        height: thick,
                        series: number,
                    });
                    let text = match has_figures {
                        true => look.figure(value),
                        false => String::new(),
                    };
                    match figure < 0.0 {
                        true => (At::part(end).plus(-6.0), Anchor::End, text),
                        false => (At::part(end).plus(6.0), Anchor::Start, text),
                    }
                }
            };
            if !text.is_empty() {
                bars.push(Mark::Words {
                    x,
                    y: middle,
                    anchor,
                    size: FIGURE,
                    text,
                });
            }
            y += thick + 2.0;
        }
        y += gap - 2.0;
    }
    let bottom = y - gap + 6.0;
    if is_beside {
        stretches.push((top - 4.0, bottom));
    }
    for (number, tick) in ticks.iter().enumerate() {
        let part = at_tick(number);
        for (above, below) in &stretches {
            marks.push(Mark::Grid {
                from: (part, *above),
                to: (part, *below),
            });
        }
        let half = part_of(width(tick, TICK)) / 2.0;
        // The first figure must not stand on the names beside the bars.
        let part = match number == 0 && is_beside {
            true => part.max(start + half),
            false => part,
        };
        marks.push(centred(part, bottom + 16.0, TICK, tick));
    }
    marks.append(&mut bars);
    for (above, below) in &stretches {
        marks.push(Mark::Axis {
            from: (zero, *above),
            to: (zero, *below),
        });
    }
    Scene {
        height: bottom + 22.0,
        marks,
    }
}

fn name_mark(x: At, y: f64, name: &str) -> Mark {
    Mark::Words {
        x,
        y,
        anchor: Anchor::Start,
        size: NAME,
        text: name.to_owned(),
    }
}
