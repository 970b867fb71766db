//! Lines: figures that follow each other.

use super::scene::{
    Anchor, At, Mark, Scene, Sign, TICK, centred, legend, part_of, scale, series_names, widest,
};
use super::select::to_f64;
use super::words::{width, wrap};
use super::{Data, Look};

/// The height of what the lines stand in.
const HEIGHT: f64 = 220.0;
/// How many points of a line are marked.
const MOST_DOTS: usize = 40;
/// The widest line of a name below a point, and its height.
const ROOM: f64 = 96.0;
const LINE: f64 = 15.0;
/// The room before the first point and after the last one, in pixels.
const MARGIN: f64 = 10.0;

/// Lays out lines.
pub(super) fn scene(data: &Data, look: &Look) -> Scene {
    let mut marks = Vec::new();
    let top = match series_names(data) {
        names if names.is_empty() => 0.0,
        names => legend(&names, Sign::Line, 0.0, &mut marks),
    } + 18.0;
    let (least, most) = data.range().unwrap_or((0.0, 0.0));
    // A line need not begin at nothing, but does where its figures are not far from it.
    let (least, most) = match (least, most) {
        (least, most) if least >= 0.0 && least <= most * 0.6 => (0.0, most),
        (least, most) if most <= 0.0 && most >= least * 0.6 => (least, 0.0),
        both => both,
    };
    let (scale, ticks) = scale(data, (least, most), look, None, 5);
    let bottom = top + HEIGHT;
    let gutter = widest(ticks.iter().map(String::as_str), TICK) + 8.0;
    let start = part_of(gutter);
    let count = ticks.len() - 1;
    for (number, tick) in ticks.iter().enumerate() {
        let y = bottom - number as f64 / count as f64 * HEIGHT;
        marks.push(Mark::Grid {
            from: (start, y),
            to: (100.0, y),
        });
        marks.push(Mark::Words {
            x: At::part(start).plus(-6.0),
            y: y + 4.0,
            anchor: Anchor::End,
            size: TICK,
            text: tick.clone(),
        });
    }
    let (from, to) = (start + part_of(MARGIN), 100.0 - part_of(MARGIN));
    let places = places(data);
    let x = |row: usize| from + places[row] * (to - from);
    let y = |figure: f64| bottom - scale.place(figure) * HEIGHT;

    let more = names(data, &x, bottom + 18.0, &mut marks);
    for (number, series) in data.series.iter().enumerate() {
        let points: Vec<Option<(f64, f64)>> = series
            .values
            .iter()
            .enumerate()
            .map(|(row, value)| Some((x(row), y(to_f64(value.as_ref()?)))))
            .collect();
        for pair in points.windows(2) {
            if let [Some(from), Some(to)] = pair {
                marks.push(Mark::Stroke {
                    from: *from,
                    to: *to,
                    series: number,
                });
            }
        }
        for (row, point) in points.iter().enumerate() {
            let Some((x, y)) = point else { continue };
            let is_alone = [row.checked_sub(1), row.checked_add(1)]
                .into_iter()
                .flatten()
                .all(|next| points.get(next).copied().flatten().is_none());
            if points.len() <= MOST_DOTS || is_alone {
                marks.push(Mark::Dot {
                    x: At::part(*x),
                    y: *y,
                    series: number,
                });
            }
        }
    }
    figures(data, look, &x, &y, &mut marks);
    Scene {
        height: bottom + 26.0 + more,
        marks,
    }
}

/// Where the rows lie between the first, 0, and the last one, 1.
fn places(data: &Data) -> Vec<f64> {
    let even = || {
        let last = data.labels.len().max(2) - 1;
        (0..data.labels.len())
            .map(|row| row as f64 / last as f64)
            .collect()
    };
    let Some(places) = &data.places else {
        return even();
    };
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return even();
    };
    let span = last - first;
    match span.is_finite() && span > 0.0 {
        true => places.iter().map(|place| (place - first) / span).collect(),
        false => even(),
    }
}

/// The names of as many rows as have room, the last one among them; gives the height of the
/// lines that they take below the first one.
fn names(data: &Data, x: &dyn Fn(usize) -> f64, y: f64, marks: &mut Vec<Mark>) -> f64 {
    let Some(last) = data.labels.len().checked_sub(1) else {
        return 0.0;
    };
    let lines = |row: usize| wrap(&data.labels[row], TICK, ROOM);
    let span = |row: usize| {
        let lines = lines(row);
        let half = part_of(widest(lines.iter().map(String::as_str), TICK)) / 2.0;
        let middle = x(row).max(half).min(100.0 - half);
        (middle - half, middle + half)
    };
    let space = part_of(8.0);
    let mut end = f64::NEG_INFINITY;
    let mut most = 1;
    for row in 0..=last {
        let (from, to) = span(row);
        let leaves_room = row == last || to + space <= span(last).0;
        if from >= end && leaves_room {
            let lines = lines(row);
            for (number, line) in lines.iter().enumerate() {
                marks.push(centred(x(row), y + number as f64 * LINE, TICK, line));
            }
            most = most.max(lines.len());
            end = to + space;
        }
    }
    (most - 1) as f64 * LINE
}

/// The figures of a single line, where all of them have room.
fn figures(
    data: &Data,
    look: &Look,
    x: &dyn Fn(usize) -> f64,
    y: &dyn Fn(f64) -> f64,
    marks: &mut Vec<Mark>,
) {
    let [series] = data.series.as_slice() else {
        return;
    };
    let mut found = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for (row, value) in series.values.iter().enumerate() {
        let Some(value) = value else { continue };
        let text = look.figure(value);
        let half = part_of(width(&text, TICK)) / 2.0;
        let middle = x(row).min(100.0 - half);
        if middle - half < end {
            return;
        }
        end = middle + half + part_of(6.0);
        found.push(centred(x(row), y(to_f64(value)) - 10.0, TICK, &text));
    }
    marks.append(&mut found);
}
