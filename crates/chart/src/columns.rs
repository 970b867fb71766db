//! Bars that stand: for years and the like, where there are few of them.

use super::scene::{
    Anchor, At, Length, Mark, NOTHING, Scene, Sign, TICK, centred, legend, part_of, scale,
    series_names, widest,
};
use super::select::to_f64;
use super::words::width;
use super::{Data, Look, NARROWEST};

/// The height of what the bars stand in.
const HEIGHT: f64 = 200.0;
/// The thinnest bar.
const THINNEST: f64 = 9.0;
/// How much of its place a group of bars takes.
const FULL: f64 = 0.72;

/// A place for a group of bars: its name, and its row where there is one.
struct Slot {
    name: String,
    row: Option<usize>,
}

/// The places of the rows. Between years that do not follow each other the places of those that
/// are missing stay empty: two that stand side by side would seem to.
fn slots(data: &Data) -> Option<Vec<Slot>> {
    let places = data.places.as_ref()?;
    let are_whole = places.iter().all(|place| place.fract() == 0.0);
    let is_plain = data
        .labels
        .iter()
        .zip(places)
        .all(|(label, place)| *label == place.to_string());
    let (first, last) = (places.first()?, places.last()?);
    if !(are_whole && is_plain) {
        let names = data.labels.iter().enumerate();
        return Some(
            names
                .map(|(row, name)| Slot {
                    name: name.clone(),
                    row: Some(row),
                })
                .collect(),
        );
    }
    let count = last - first + 1.0;
    (count <= 24.0).then(|| {
        (0..count as usize)
            .map(|step| {
                let place = first + step as f64;
                Slot {
                    name: place.to_string(),
                    row: places.iter().position(|known| *known == place),
                }
            })
            .collect()
    })
}

/// How standing bars are set.
struct Setting {
    slots: Vec<Slot>,
    /// The room of the scale's figures, in pixels of the narrowest drawing; none where each bar
    /// has its own figure above it.
    gutter: f64,
    has_figures: bool,
}

fn setting(data: &Data, look: &Look) -> Option<Setting> {
    let slots = slots(data)?;
    let series = data.series.len();
    let figures: Vec<String> = data
        .values()
        .map(|(.., value)| look.figure(value))
        .collect();
    let names = widest(slots.iter().map(|slot| slot.name.as_str()), TICK);
    let wide = NARROWEST / slots.len() as f64;
    let has_figures = series == 1
        && widest(figures.iter().map(String::as_str), TICK) + 2.0 <= wide
        && names + 2.0 <= wide;
    let gutter = match has_figures {
        true => 0.0,
        false => {
            let (_, ticks) = scale(data, range(data), look, None, 5);
            widest(ticks.iter().map(String::as_str), TICK) + 8.0
        }
    };
    let wide = (NARROWEST - gutter) / slots.len() as f64;
    let fits = names + 2.0 <= wide && wide * FULL / series.max(1) as f64 >= THINNEST;
    fits.then_some(Setting {
        slots,
        gutter,
        has_figures,
    })
}

fn range(data: &Data) -> (f64, f64) {
    let (least, most) = data.range().unwrap_or((0.0, 0.0));
    (least.min(0.0), most.max(0.0))
}

/// Whether the rows are years or the like and have room side by side.
pub(super) fn fit(data: &Data, look: &Look) -> bool {
    setting(data, look).is_some()
}

/// Lays out standing bars.
pub(super) fn scene(data: &Data, look: &Look) -> Scene {
    let Some(setting) = setting(data, look) else {
        return Scene::default();
    };
    let mut marks = Vec::new();
    let top = match series_names(data) {
        names if names.is_empty() => 0.0,
        names => legend(&names, Sign::Square, 0.0, &mut marks),
    } + 18.0;
    let (scale, ticks) = scale(data, range(data), look, None, 5);
    let bottom = top + HEIGHT;
    let place = |figure: f64| bottom - scale.place(figure) * HEIGHT;
    let zero = place(0.0);
    let start = part_of(setting.gutter);
    if !setting.has_figures {
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
    }
    let wide = (100.0 - start) / setting.slots.len() as f64;
    let series = data.series.len().max(1);
    let thick = (wide * FULL / series as f64).min(part_of(64.0));
    for (number, slot) in setting.slots.iter().enumerate() {
        let middle = start + (number as f64 + 0.5) * wide;
        let left = middle - thick * series as f64 / 2.0;
        marks.push(centred(middle, bottom + 17.0, TICK, &slot.name));
        for (series, values) in data.series.iter().enumerate() {
            let value = slot.row.and_then(|row| values.values[row].as_ref());
            let x = left + series as f64 * thick;
            let Some(value) = value else {
                marks.push(centred(x + thick / 2.0, zero - 6.0, TICK, NOTHING));
                continue;
            };
            let end = place(to_f64(value));
            marks.push(Mark::Bar {
                x: At::part(x),
                length: Length::Part(thick),
                y: zero.min(end),
                height: (end - zero).abs(),
                series,
            });
            if setting.has_figures {
                let y = match end > zero {
                    true => end + 14.0,
                    false => end - 6.0,
                };
                let text = look.figure(value);
                debug_assert!(width(&text, TICK) <= NARROWEST);
                marks.push(centred(x + thick / 2.0, y, TICK, &text));
            }
        }
    }
    marks.push(Mark::Axis {
        from: (start, zero),
        to: (100.0, zero),
    });
    // The figures below the deepest bars must not stand on the names.
    let is_deep = data.range().is_some_and(|(least, _)| least < 0.0) && setting.has_figures;
    let more = if is_deep { 16.0 } else { 0.0 };
    if is_deep {
        for mark in &mut marks {
            if let Mark::Words { y, .. } = mark
                && *y == bottom + 17.0
            {
                *y += more;
            }
        }
    }
    Scene {
        height: bottom + 24.0 + more,
        marks,
    }
}
